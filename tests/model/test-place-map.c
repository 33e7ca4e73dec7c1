/* test-place-map.c - which part of an object came from which bytes
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glib.h>

#include "model/place-map-private.h"

static pe_place_map *
make_map (size_t n, size_t step)
{
  pe_place_map *map = pe_place_map_new ("a.json");

  assert_non_null (map);
  for (size_t i = 0; i < n; i++)
    {
      char          *what = g_strdup_printf ("/rows/%u", (unsigned) (i * step % n));
      const gboolean of_table = i * step % n % 2 == 1;
      const pe_place place = { what, "b.csv", of_table ? "b!A1" : NULL, i * step % n + 1, 2, 3, 4 };

      assert_int_equal (pe_place_map_add (map, &place), PE_OK);
      g_free (what);
    }
  assert_int_equal (pe_place_map_seal (map), PE_OK);
  return map;
}

/* Added in any order, found by the path, with the file of the map; a cell has the file of its table. */
static void
test_find (void **state)
{
  static const size_t steps[] = { 1, 7, 999 };

  (void) state;
  for (size_t k = 0; k < G_N_ELEMENTS (steps); k++)
    {
      pe_place_map *map = make_map (1000, steps[k]);

      for (unsigned i = 0; i < 1000; i++)
        {
          char           *what = g_strdup_printf ("/rows/%u", i);
          const pe_place *place = pe_place_map_find (map, what);
          uint64_t        offset, length;

          assert_string_equal (pe_place_get_what (place), what);
          assert_string_equal (pe_place_get_file (place), i % 2 == 1 ? "b.csv" : "a.json");
          if (i % 2 == 1)
            assert_string_equal (pe_place_get_cell (place), "b!A1");
          else
            assert_null (pe_place_get_cell (place));
          assert_int_equal (pe_place_get_line (place), i + 1);
          assert_int_equal (pe_place_get_column (place), 2);
          pe_place_get_bytes (place, &offset, &length);
          assert_int_equal (offset, 3);
          assert_int_equal (length, 4);
          g_free (what);
        }
      assert_null (pe_place_map_find (map, "/rows/1000"));
      assert_null (pe_place_map_find (map, "/rows"));
      assert_null (pe_place_map_find (map, ""));
      pe_place_map_free (map);
    }
}

/* The hash of the map, whose low bits decide: strings that all fall into few slots. */
static uint64_t
hash (const char *what)
{
  uint64_t result = G_GUINT64_CONSTANT (14695981039346656037);

  for (; *what != '\0'; what++)
    result = (result ^ (uint8_t) *what) * G_GUINT64_CONSTANT (1099511628211);
  return result ^ result >> 32;
}

/* A document whose paths were chosen to collide is found in as well, and in no more steps than by sorting. */
static void
test_collisions (void **state)
{
  enum
  {
    n = 400
  };
  pe_place_map *map = pe_place_map_new (NULL);
  char          found[n][16];
  size_t        count = 0;

  (void) state;
  for (unsigned i = 0; count < n; i++)
    {
      char what[16];

      g_snprintf (what, sizeof what, "/%u", 90000000 - i);
      if ((hash (what) & 1023) == 7)
        g_strlcpy (found[count++], what, sizeof found[0]);
    }
  for (size_t i = 0; i < n; i++)
    {
      const pe_place place = { found[i], NULL, NULL, i + 1, 1, 0, 0 };

      assert_int_equal (pe_place_map_add (map, &place), PE_OK);
    }
  assert_int_equal (pe_place_map_seal (map), PE_OK);
  for (size_t i = 0; i < n; i++)
    assert_int_equal (pe_place_get_line (pe_place_map_find (map, found[i])), i + 1);
  assert_null (pe_place_map_find (map, "/1"));
  pe_place_map_free (map);
}

static void
test_edges (void **state)
{
  pe_place_map  *map = pe_place_map_new (NULL);
  const pe_place whole = PE_PLACE_WHAT (NULL);

  (void) state;
  assert_null (pe_place_map_find (NULL, "/a"));
  assert_null (pe_place_map_find (map, NULL));
  assert_null (pe_place_map_find (map, "/a"));
  assert_int_equal (pe_place_map_seal (map), PE_OK);
  assert_null (pe_place_map_find (map, ""));
  assert_int_equal (pe_place_map_add (map, &whole), PE_OK);
  assert_int_equal (pe_place_map_seal (map), PE_OK);
  assert_non_null (pe_place_map_find (map, ""));
  assert_null (pe_place_get_file (pe_place_map_find (map, "")));
  pe_place_map_free (map);
  pe_place_map_free (NULL);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_find),
    cmocka_unit_test (test_collisions),
    cmocka_unit_test (test_edges),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
