/* test-utf8.c - UTF-8 against table 3-7 of the Unicode Standard
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

#include "base/utf8-private.h"

/* Table 3-7, restated as the scalar values that it encodes: decoded by the plain formula, a sequence is well-formed
 * when its lead and trail bits are right, the value needs that many bytes, is no surrogate and is at most U+10FFFF. */
static gboolean
is_trail (unsigned byte)
{
  return byte >> 6 == 2;
}

static gboolean
is_pair (unsigned a, unsigned b)
{
  return a >> 5 == 6 && is_trail (b) && ((a & 31) << 6 | (b & 63)) >= 0x80;
}

static gboolean
is_triple (unsigned a, unsigned b, unsigned c)
{
  unsigned value = (a & 15) << 12 | (b & 63) << 6 | (c & 63);

  return a >> 4 == 14 && is_trail (b) && is_trail (c) && value >= 0x800 && (value < 0xD800 || value > 0xDFFF);
}

static void
test_all_single_bytes (void **state)
{
  (void) state;

  for (unsigned a = 0; a < 256; a++)
    {
      const char bytes[] = { (char) a };
      size_t     offset = 9;

      assert_int_equal (pe_utf8_validate (bytes, 1, &offset), a < 0x80);
      assert_int_equal (offset, a < 0x80 ? 9 : 0);
    }
}

static void
test_all_pairs (void **state)
{
  (void) state;

  for (unsigned a = 0; a < 256; a++)
    for (unsigned b = 0; b < 256; b++)
      {
        const char bytes[] = { (char) a, (char) b };
        gboolean   expected = (a < 0x80 && b < 0x80) || is_pair (a, b);
        size_t     offset = 9;

        if (pe_utf8_validate (bytes, 2, &offset) != expected)
          fail_msg ("%02X %02X", a, b);
        if (!expected)
          assert_int_equal (offset, a < 0x80 ? 1 : 0);
      }
}

static void
test_all_triples (void **state)
{
  (void) state;

  for (unsigned a = 0; a < 256; a++)
    for (unsigned b = 0; b < 256; b++)
      for (unsigned c = 0; c < 256; c++)
        {
          /* What follows is read eight bytes at a time; it changes nothing. */
          const char bytes[] = { (char) a, (char) b, (char) c, '1', '2', '3', '4', '5', '6', '7', '8' };
          gboolean   expected = is_triple (a, b, c) || (a < 0x80 && is_pair (b, c)) || (is_pair (a, b) && c < 0x80)
                              || (a < 0x80 && b < 0x80 && c < 0x80);

          if (pe_utf8_validate (bytes, 3, NULL) != expected || pe_utf8_validate (bytes, sizeof bytes, NULL) != expected)
            fail_msg ("%02X %02X %02X", a, b, c);
        }
}

/* Every lead byte from F0 with the second byte at and beside its bounds. */
static void
test_quadruples (void **state)
{
  (void) state;

  const unsigned edges[] = { 0x00, 0x7F, 0x80, 0x8F, 0x90, 0xBF, 0xC0, 0xFF };

  for (unsigned a = 0xF0; a < 256; a++)
    for (size_t i = 0; i < G_N_ELEMENTS (edges); i++)
      for (size_t j = 0; j < G_N_ELEMENTS (edges); j++)
        for (size_t k = 0; k < G_N_ELEMENTS (edges); k++)
          {
            const char bytes[] = { (char) a, (char) edges[i], (char) edges[j], (char) edges[k] };
            unsigned   value = (a & 7) << 18 | (edges[i] & 63) << 12 | (edges[j] & 63) << 6 | (edges[k] & 63);
            gboolean   expected = a >> 3 == 30 && is_trail (edges[i]) && is_trail (edges[j]) && is_trail (edges[k])
                                && value >= 0x10000 && value <= 0x10FFFF;

            if (pe_utf8_validate (bytes, 4, NULL) != expected)
              fail_msg ("%02X %02X %02X %02X", a, edges[i], edges[j], edges[k]);
          }
}

static void
test_decode_every_scalar (void **state)
{
  (void) state;

  for (gunichar c = 0; c <= 0x10FFFF; c++)
    {
      char     bytes[6];
      gunichar decoded = G_MAXUINT32;
      size_t   size;

      if (c >= 0xD800 && c <= 0xDFFF)
        continue;
      size = (size_t) g_unichar_to_utf8 (c, bytes);
      assert_int_equal (pe_utf8_decode (bytes, size, &decoded), size);
      assert_int_equal (decoded, c);
      assert_int_equal (pe_utf8_decode (bytes, size - 1, &decoded), 0);
    }
}

static void
test_offset (void **state)
{
  (void) state;

  size_t offset = 0;

  assert_true (pe_utf8_validate (NULL, 0, &offset));
  assert_true (pe_utf8_validate ("a\0b", 3, &offset));
  assert_true (pe_utf8_validate ("abcdefgh中文abcdefg中", 24, &offset));
  assert_false (pe_utf8_validate ("abcdefghabcdefg\xFFijklmnop", 24, &offset));
  assert_int_equal (offset, 15);
  assert_false (pe_utf8_validate ("中\xFFx", 5, &offset));
  assert_int_equal (offset, 3);
  assert_false (pe_utf8_validate ("ab\xE4\xB8", 4, &offset));
  assert_int_equal (offset, 2);
}

static void
test_copy (void **state)
{
  (void) state;

  char *copy = NULL;

  assert_int_equal (pe_utf8_copy (&copy, "春节", 6, "/name", NULL), PE_OK);
  assert_string_equal (copy, "春节");
  g_free (copy);
  assert_int_equal (pe_utf8_copy (&copy, NULL, 0, "/name", NULL), PE_OK);
  assert_null (copy);
}

static void
test_copy_errors (void **state)
{
  (void) state;

  char      mark, *copy = &mark;
  pe_error *error = NULL;

  assert_int_equal (pe_utf8_copy (&copy, "春节", 5, "/name", &error), PE_ERROR_LIMIT_TEXT);
  assert_ptr_equal (copy, &mark);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), "/name");
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_EN), "the text is too long; expected at most 5 bytes");
  pe_error_unref (error);
  assert_int_equal (pe_utf8_copy (&copy, "a\xD6\xD0", 100, "/name", &error), PE_ERROR_INVALID_UTF8);
  assert_ptr_equal (copy, &mark);
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_EN),
                       "the text is not UTF-8 at byte 1; expected text saved as UTF-8");
  pe_error_unref (error);
}

static void
test_width (void **state)
{
  (void) state;

  assert_int_equal (pe_utf8_char_width ('a'), 1);
  assert_int_equal (pe_utf8_char_width (0x4E2D), 2); /* 中 */
  assert_int_equal (pe_utf8_char_width (0xFF0C), 2); /* fullwidth comma */
  assert_int_equal (pe_utf8_char_width (0x0301), 0); /* combining acute */
  assert_int_equal (pe_utf8_char_width (0x200B), 0); /* zero width space */
  assert_int_equal (pe_utf8_char_width (0x00E9), 1);
}

/* Nothing, and blanks of any script; a byte that is no UTF-8 is something. */
static void
test_blank (void **state)
{
  (void) state;
  assert_true (pe_utf8_is_blank (NULL));
  assert_true (pe_utf8_is_blank (""));
  assert_true (pe_utf8_is_blank (" \t\n"));
  assert_true (pe_utf8_is_blank ("　\302\240 "));
  assert_false (pe_utf8_is_blank (" 无"));
  assert_false (pe_utf8_is_blank ("　."));
  assert_false (pe_utf8_is_blank (" \377"));
  assert_false (pe_utf8_is_blank ("\343\200"));
}

/* Every byte that is no part of a character is shown as one U+FFFD; what is well-formed stays. */
static void
test_show (void **state)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "规则.json", "规则.json" },
    { "\xC4\xE3.json", "\xEF\xBF\xBD\xEF\xBF\xBD.json" }, /* 你 in GB18030 */
    { "a\xFF", "a\xEF\xBF\xBD" },
    { "\xE4\xBD", "\xEF\xBF\xBD\xEF\xBF\xBD" },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char *shown = pe_utf8_show (cases[i][0]);

      assert_string_equal (shown, cases[i][1]);
      g_free (shown);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_all_single_bytes),
    cmocka_unit_test (test_blank),
    cmocka_unit_test (test_all_pairs),
    cmocka_unit_test (test_all_triples),
    cmocka_unit_test (test_quadruples),
    cmocka_unit_test (test_decode_every_scalar),
    cmocka_unit_test (test_offset),
    cmocka_unit_test (test_copy),
    cmocka_unit_test (test_copy_errors),
    cmocka_unit_test (test_width),
    cmocka_unit_test (test_show),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
