/* test-json-duplicate.c - finding a name that stands twice in one JSON object
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "io/json-private.h"

static void
assert_duplicate (const char *text, size_t size, uint64_t offset)
{
  pe_json      *json = NULL;
  pe_json_index member = 77;
  gboolean      found = 77;
  pe_buffer     buffer = PE_BUFFER_INIT;
  pe_place      place;

  assert_int_equal (pe_json_parse (&json, text, size, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_json_find_duplicate (json, &member, &found), PE_OK);
  assert_int_equal (found, offset != 0);
  if (found)
    {
      pe_json_get_place (json, member, TRUE, &place, &buffer);
      assert_int_equal (place.offset, offset);
    }
  else
    assert_int_equal (member, 77);
  pe_buffer_clear (&buffer);
  pe_json_free (json);
}

/* The offset is that of the second name; 0: there is none. */
static void
test_find_duplicate (void **state)
{
  (void) state;

  const struct
  {
    const char *text;
    uint64_t    offset;
  } cases[] = {
    { "{}", 0 },
    { "1", 0 },
    { "\"aaaa\"", 0 },
    { "[\"a\",\"a\"]", 0 },
    { "{\"a\":1}", 0 },
    { "{\"a\":1,\"b\":{\"a\":2},\"c\":[{\"a\":1},{\"a\":1}]}", 0 },
    { "{\"a\":1,\"a\":2}", 7 },
    { "{\"a\":1,\"\\u0061\":2}", 7 },
    { "{\"\":1,\"b\":2,\"\":3,\"\":4}", 12 },
    { "{\"é\":1,\"e\\u0301\":2}", 0 }, /* names are compared as they are, not normalised */
    { "{\"a\\u0000x\":1,\"a\\u0000y\":2}", 0 },
    { "{\"x\":{\"b\":1,\"b\":2},\"x\":1}", 12 },
    { "{\"x\":1,\"x\":{\"b\":1,\"b\":2}}", 7 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_duplicate (cases[i].text, strlen (cases[i].text), cases[i].offset);
}

/* A generator whose numbers are the same everywhere (xorshift, Marsaglia 2003). */
static uint32_t
next_number (uint32_t *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state;
}

/* Against comparing each name with all names before it. */
static void
test_find_duplicate_at_random (void **state)
{
  (void) state;

  uint32_t number = 20230704;

  for (size_t round = 0; round < 2000; round++)
    {
      GString *text = g_string_new ("{");
      uint32_t names[40];
      size_t   n = next_number (&number) % 40;
      uint64_t expected = 0;

      for (size_t i = 0; i < n; i++)
        {
          names[i] = next_number (&number) % 400;
          if (i > 0)
            g_string_append_c (text, ',');
          for (size_t j = 0; j < i && expected == 0; j++)
            if (names[j] == names[i])
              expected = text->len;
          g_string_append_printf (text, "\"%u\":[]", names[i]);
        }
      g_string_append_c (text, '}');
      assert_duplicate (text->str, text->len, expected);
      g_string_free (text, TRUE);
    }
}

/* Many names of one length, descending, alike but for the end: what would make a careless search quadratic. */
static void
test_find_duplicate_among_many (void **state)
{
  (void) state;

  GString *text = g_string_new ("{");
  uint64_t last;

  for (unsigned i = 200000; i > 0; i--)
    g_string_append_printf (text, "\"pppppppppppppppppppppppppppppppp%06u\":0,", i);
  last = text->len;
  g_string_append (text, "\"q\":0}");
  assert_duplicate (text->str, text->len, 0);
  g_string_truncate (text, last);
  g_string_append (text, "\"pppppppppppppppppppppppppppppppp000001\":0}");
  assert_duplicate (text->str, text->len, last);
  g_string_free (text, TRUE);
}

/* glbvs and yacxa have the same 32-bit FNV-1a digest, and are two names all the same. */
static void
test_find_duplicate_of_one_digest (void **state)
{
  (void) state;

  const char *different = "{\"glbvs\":1,\"yacxa\":2}";
  const char *same = "{\"glbvs\":1,\"yacxa\":2,\"x\":3,\"glbvs\":4}";

  assert_duplicate (different, strlen (different), 0);
  assert_duplicate (same, strlen (same), 27);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_find_duplicate),
    cmocka_unit_test (test_find_duplicate_at_random),
    cmocka_unit_test (test_find_duplicate_among_many),
    cmocka_unit_test (test_find_duplicate_of_one_digest),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
