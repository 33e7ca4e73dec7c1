/* test-digest.c - the byte stream and its SHA-256
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

#include "base/digest-private.h"

/* The stream of docs/digest.md, written out by hand. */
static const unsigned char stream[] = {
  'O', 'T',  6,    0,    0,    0,    0,    0,    0,    0,    't',  'e',  's',  't',  '/',  '1', /* the type and its revision */
  'T', 6,    0,    0,    0,    0,    0,    0,    0,    0xE9, 0xA2, 0x84, 0xE7, 0xAE, 0x97, /* 预算 */
  'Z',                                                                                     /* no text */
  'T', 0,    0,    0,    0,    0,    0,    0,    0,                                        /* an empty text */
  'I', 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,                                     /* -2 */
  'D', 0x06, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 2,                                  /* -2.50 */
  'F', 1,    0,    0,    0,    2,    0,    0,    0,    'D',  0xAC, 0x47, 0x03, 0,    0,    0,   0,  0,  2, /* 2149.56 万元; 214956 = 0x347AC */
  'L', 3,    0,    0,    0,    0,    0,    0,    0, /* a list of three */
  'H', 0,    1,    2,    3,    4,    5,    6,    7,    8,    9,    10,   11,   12,   13,   14,  15, 16, 17, 18,
  19,  20,   21, /* a digest */
  22,  23,   24,   25,   26,   27,   28,   29,   30,   31,
};

static pe_digest_stream *
make_stream (void)
{
  const pe_decimal  decimal = { -250, 2, 0 };
  const pe_figure   figure = { { 214956, 2, 0 }, PE_STATE_VALUE, PE_UNIT_WAN_YUAN };
  pe_digest_stream *self = pe_digest_stream_new ("test/1");
  uint8_t           digest[PE_DIGEST_SIZE];

  for (size_t i = 0; i < sizeof digest; i++)
    digest[i] = (uint8_t) i;
  assert_non_null (self);
  pe_digest_stream_add_text (self, "预算");
  pe_digest_stream_add_text (self, NULL);
  pe_digest_stream_add_text (self, "");
  pe_digest_stream_add_int (self, -2);
  pe_digest_stream_add_decimal (self, &decimal);
  pe_digest_stream_add_figure (self, &figure);
  pe_digest_stream_begin_list (self, 3);
  pe_digest_stream_add_digest (self, digest);
  return self;
}

static void
test_stream (void **state)
{
  (void) state;

  char   *expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, stream, sizeof stream);
  uint8_t digest[PE_DIGEST_SIZE];
  char    hex[PE_DIGEST_HEX_SIZE];

  pe_digest_stream_finish (make_stream (), digest);
  pe_digest_print (hex, digest);
  assert_string_equal (hex, expected);
  /* The same stream, packed and hashed by Python's struct and hashlib. */
  assert_string_equal (hex, "824562e8ef98909de4f282e3c6807ed10792ae3b56f2dbff319de3dc7a6a666f");
  g_free (expected);
}

static void
digest_texts (uint8_t *out, const char *a, const char *b)
{
  pe_digest_stream *self = pe_digest_stream_new ("t");

  pe_digest_stream_add_text (self, a);
  pe_digest_stream_add_text (self, b);
  pe_digest_stream_finish (self, out);
}

static void
test_boundaries_count (void **state)
{
  (void) state;

  uint8_t x[PE_DIGEST_SIZE], y[PE_DIGEST_SIZE];

  digest_texts (x, "ab", "c");
  digest_texts (y, "a", "bc");
  assert_memory_not_equal (x, y, sizeof x);
  digest_texts (x, "", "c");
  digest_texts (y, NULL, "c");
  assert_memory_not_equal (x, y, sizeof x);
}

static void
test_digits_as_written_count (void **state)
{
  (void) state;

  const pe_decimal numbers[] = { { 250, 2, 0 }, { 25, 1, 0 } };
  uint8_t          digests[2][PE_DIGEST_SIZE];

  for (size_t i = 0; i < 2; i++)
    {
      pe_digest_stream *self = pe_digest_stream_new ("t");

      pe_digest_stream_add_decimal (self, &numbers[i]);
      pe_digest_stream_finish (self, digests[i]);
    }
  assert_memory_not_equal (digests[0], digests[1], PE_DIGEST_SIZE);
}

static void
test_print (void **state)
{
  (void) state;

  uint8_t digest[PE_DIGEST_SIZE] = { 0x00, 0x01, 0xAB, 0xFF };
  char    hex[PE_DIGEST_HEX_SIZE + 1] = { 0 };

  hex[PE_DIGEST_HEX_SIZE] = '#';
  pe_digest_print (hex, digest);
  assert_string_equal (hex, "0001abff00000000000000000000000000000000000000000000000000000000");
  assert_int_equal (hex[PE_DIGEST_HEX_SIZE], '#');
}

static void
test_null (void **state)
{
  (void) state;

  uint8_t digest[PE_DIGEST_SIZE] = { 0 };
  char    hex[PE_DIGEST_HEX_SIZE] = "kept";

  pe_digest_print (NULL, digest);
  pe_digest_print (hex, NULL);
  assert_string_equal (hex, "kept");
  pe_digest_stream_free (NULL);
  pe_digest_stream_free (make_stream ());
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_stream),
    cmocka_unit_test (test_boundaries_count),
    cmocka_unit_test (test_digits_as_written_count),
    cmocka_unit_test (test_print),
    cmocka_unit_test (test_null),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
