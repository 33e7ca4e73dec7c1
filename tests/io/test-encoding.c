/* test-encoding.c - which encoding a file has, and what does not fit one
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <perfeval/encoding.h>
#include <string.h>

#include "base/text-private.h"
#include "io/read-options-private.h"

/* 预算 and a line break before it, in each. */
#define YU_SUAN "\n\xE9\xA2\x84\xE7\xAE\x97"

static void
assert_decodes (const char *bytes, size_t size, pe_encoding forced, pe_encoding expected, const char *text)
{
  pe_text    *out = NULL;
  pe_encoding chosen = 0;
  pe_error   *error = NULL;

  if (pe_encoding_decode (&out, &chosen, bytes, size, forced, NULL, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  assert_int_equal (chosen, expected);
  assert_int_equal (pe_text_get_size (out), strlen (text));
  assert_string_equal (pe_text_get_data (out), text);
  pe_text_unref (out);
}

static void
assert_refused (const char *bytes, size_t size, pe_encoding forced, pe_status expected, uint64_t offset, uint64_t line)
{
  pe_text        *out = NULL;
  pe_encoding     chosen = 77;
  pe_error       *error = NULL;
  const pe_place *place;
  uint64_t        found = 0;

  assert_int_equal (pe_encoding_decode (&out, &chosen, bytes, size, forced, NULL, &error), expected);
  assert_null (out);
  assert_int_equal (chosen, 77);
  place = pe_finding_get_place (pe_error_get_finding (error), 0);
  pe_place_get_bytes (place, &found, NULL);
  assert_int_equal (found, offset);
  assert_int_equal (pe_place_get_line (place), line);
  pe_error_unref (error);
}

static void
test_decided (void **state)
{
  (void) state;

  assert_decodes ("", 0, 0, PE_ENCODING_UTF8, "");
  assert_decodes ("a,b\n", 4, 0, PE_ENCODING_UTF8, "a,b\n");
  assert_decodes (YU_SUAN, 7, 0, PE_ENCODING_UTF8, YU_SUAN);
  assert_decodes ("\xEF\xBB\xBF" YU_SUAN, 10, 0, PE_ENCODING_UTF8, YU_SUAN);
  assert_decodes ("\n\xD4\xA4\xCB\xE3", 5, 0, PE_ENCODING_GB18030, YU_SUAN);
  assert_decodes ("\xFF\xFE\n\0\x84\x98\x97\x7B", 8, 0, PE_ENCODING_UTF16_LE, YU_SUAN);
  assert_decodes ("\xFE\xFF\0\n\x98\x84\x7B\x97", 8, 0, PE_ENCODING_UTF16_BE, YU_SUAN);
  /* Four bytes that GBK does not have: U+20000. */
  assert_decodes ("\x95\x32\x82\x36", 4, 0, PE_ENCODING_GB18030, "\xF0\xA0\x80\x80");
  /* A mark alone is a file without text. */
  assert_decodes ("\xEF\xBB\xBF", 3, 0, PE_ENCODING_UTF8, "");
}

/* These two bytes are a letter in UTF-8 and a character in GBK: alone they are taken for UTF-8, and the caller may know
 * better; beside others that are no UTF-8, the whole file is GB18030. */
static void
test_whole_file (void **state)
{
  (void) state;

  assert_decodes ("\xC2\xB7", 2, 0, PE_ENCODING_UTF8, "·");
  assert_decodes ("\xC2\xB7", 2, PE_ENCODING_GBK, PE_ENCODING_GBK, "路");
  assert_decodes ("\xC2\xB7\n\xD4\xA4\xCB\xE3", 7, 0, PE_ENCODING_GB18030, "路" YU_SUAN);
}

static void
test_cut (void **state)
{
  (void) state;

  assert_refused ("\n\xD4\xA4\xCB", 4, 0, PE_ERROR_ENCODING_TRUNCATED, 3, 2);
  assert_refused ("\n\xD4\xA4\x95\x32\x82", 6, 0, PE_ERROR_ENCODING_TRUNCATED, 3, 2);
  assert_refused ("\xE9\xA2\x84\xE7\xAE", 5, 0, PE_ERROR_ENCODING_TRUNCATED, 3, 1);
  assert_refused ("\xE9\xA2\x84\xF0\xA0", 5, 0, PE_ERROR_ENCODING_TRUNCATED, 3, 1);
  assert_refused ("\xEF\xBB\xBF\xE9\xA2\x84\xE7", 7, 0, PE_ERROR_ENCODING_TRUNCATED, 6, 1);
  assert_refused ("\xFF\xFE\n\0\x84", 5, 0, PE_ERROR_ENCODING_TRUNCATED, 4, 0);
  assert_refused ("a\xE7", 2, PE_ENCODING_UTF8, PE_ERROR_ENCODING_TRUNCATED, 1, 1);
}

/* Wherever a file of three encodings is cut inside a character, the byte is named. */
static void
test_cut_everywhere (void **state)
{
  (void) state;

  static const char        text[] = "预算，执行率 99.71%\n区人民政府𠀀";
  static const pe_encoding encodings[] = { PE_ENCODING_UTF8, PE_ENCODING_GB18030, PE_ENCODING_UTF16_LE };

  for (size_t i = 0; i < 3; i++)
    {
      pe_text *bytes = NULL;
      size_t   refused = 0;

      assert_int_equal (pe_encoding_encode (&bytes, text, strlen (text), encodings[i], 1, NULL), PE_OK);
      for (size_t size = 0; size < pe_text_get_size (bytes); size++)
        {
          pe_text  *out = NULL;
          pe_status status = pe_encoding_decode (&out, NULL, pe_text_get_data (bytes), size, encodings[i], NULL, NULL);

          assert_true (status == PE_OK || status == PE_ERROR_ENCODING_TRUNCATED);
          if (status == PE_OK)
            assert_memory_equal (pe_text_get_data (out), text, pe_text_get_size (out));
          refused += status != PE_OK;
          pe_text_unref (out);
        }
      assert_true (refused > 10);
      pe_text_unref (bytes);
    }
}

static void
test_invalid (void **state)
{
  (void) state;

  assert_refused ("\n\xD4\xA4\xFF\xFF\n", 6, 0, PE_ERROR_ENCODING_INVALID, 3, 2);
  assert_refused ("\xD4\xA4\xD4 ", 4, 0, PE_ERROR_ENCODING_INVALID, 2, 1);
  assert_refused ("\xEF\xBB\xBF\xC0\x80", 5, 0, PE_ERROR_ENCODING_INVALID, 3, 1);
  assert_refused ("\xE9\xA2\x84\xFF", 4, PE_ENCODING_UTF8, PE_ERROR_ENCODING_INVALID, 3, 1);
}

static void
assert_encodes (const char *text, pe_encoding encoding, int32_t mark, const char *bytes, size_t size)
{
  pe_text *out = NULL;

  assert_int_equal (pe_encoding_encode (&out, text, strlen (text), encoding, mark, NULL), PE_OK);
  assert_int_equal (pe_text_get_size (out), size);
  assert_memory_equal (pe_text_get_data (out), bytes, size);
  pe_text_unref (out);
}

static void
test_encode (void **state)
{
  (void) state;

  assert_encodes (YU_SUAN, PE_ENCODING_UTF8, 0, YU_SUAN, 7);
  assert_encodes (YU_SUAN, PE_ENCODING_UTF8, 1, "\xEF\xBB\xBF" YU_SUAN, 10);
  assert_encodes (YU_SUAN, PE_ENCODING_GBK, 0, "\n\xD4\xA4\xCB\xE3", 5);
  assert_encodes (YU_SUAN, PE_ENCODING_GB18030, 1, "\n\xD4\xA4\xCB\xE3", 5);
  assert_encodes (YU_SUAN, PE_ENCODING_UTF16_LE, 1, "\xFF\xFE\n\0\x84\x98\x97\x7B", 8);
  assert_encodes ("", PE_ENCODING_GBK, 0, "", 0);
}

static void
assert_unrepresentable (const char *text, pe_encoding encoding, uint64_t offset)
{
  pe_text  *out = NULL;
  pe_error *error = NULL;
  uint64_t  found = 77;

  assert_int_equal (pe_encoding_encode (&out, text, strlen (text), encoding, 0, &error),
                    PE_ERROR_ENCODING_UNREPRESENTABLE);
  assert_null (out);
  pe_place_get_bytes (pe_finding_get_place (pe_error_get_finding (error), 0), &found, NULL);
  assert_int_equal (found, offset);
  pe_error_unref (error);
}

static void
test_unrepresentable (void **state)
{
  (void) state;

  assert_unrepresentable ("ab\xF0\xA0\x80\x80", PE_ENCODING_GBK, 2);
  /* iconv drops U+E0041 without a word. */
  assert_unrepresentable ("预\xF3\xA0\x81\x81算", PE_ENCODING_GBK, 3);
  assert_unrepresentable ("预\xF3\xA0\x81\x81", PE_ENCODING_GBK, 3);
}

static void
test_arguments (void **state)
{
  (void) state;

  pe_text        *out = NULL;
  pe_encoding     encoding = 77;
  pe_read_options options;
  pe_limits       limits;

  assert_int_equal (pe_encoding_decode (NULL, NULL, "", 0, 0, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_encoding_decode (&out, NULL, NULL, 0, 0, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_encoding_decode (&out, NULL, "", 0, 6, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_encoding_decode (&out, NULL, "", 0, -1, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_encoding_encode (NULL, "", 0, 1, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_encoding_encode (&out, NULL, 0, 1, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_encoding_encode (&out, "", 0, 0, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_encoding_encode (&out, "", 0, 1, 2, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_encoding_encode (&out, "\xFF", 1, 1, 0, NULL), PE_ERROR_INVALID_UTF8);
  assert_null (out);
  pe_read_options_init (&options, sizeof options);
  options.reserved = 1;
  assert_int_equal (pe_encoding_decode (&out, NULL, "", 0, 0, &options, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_read_options_init (&options, sizeof options);
  options.file = "\xFF";
  assert_int_equal (pe_encoding_decode (&out, NULL, "", 0, 0, &options, NULL), PE_ERROR_INVALID_UTF8);
  options.file = "预算.csv";
  pe_limits_init (&limits, sizeof limits);
  limits.bytes = 3;
  options.limits = &limits;
  assert_int_equal (pe_encoding_decode (&out, NULL, "abcd", 4, 0, &options, NULL), PE_ERROR_LIMIT_BYTES);
  assert_null (out);
  assert_int_equal (pe_encoding_decode (&out, NULL, "abc", 3, 0, &options, NULL), PE_OK);
  pe_text_unref (out);
  assert_int_equal (pe_encoding_find (NULL, "gbk", NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_encoding_find (&encoding, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_encoding_find (&encoding, "big5", NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (encoding, 77);
}

static void
test_names (void **state)
{
  (void) state;

  pe_encoding encoding = 0;

  for (pe_encoding i = PE_ENCODING_UTF8; i <= PE_ENCODING_UTF16_BE; i++)
    {
      assert_int_equal (pe_encoding_find (&encoding, pe_encoding_get_name (i), NULL), PE_OK);
      assert_int_equal (encoding, i);
    }
  assert_null (pe_encoding_get_name (0));
  assert_null (pe_encoding_get_name (6));
  assert_int_equal (pe_encoding_find (&encoding, "GB2312", NULL), PE_OK);
  assert_int_equal (encoding, PE_ENCODING_GBK);
}

/* The private way to the options is the public one of all readers of this room. */
static void
test_reading (void **state)
{
  (void) state;

  pe_read_intake reading;
  pe_limits      defaults;

  pe_limits_init (&defaults, sizeof defaults);
  assert_int_equal (pe_read_intake_init (&reading, NULL, NULL), PE_OK);
  assert_null (reading.file);
  assert_int_equal (reading.limits.bytes, defaults.bytes);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_decided), cmocka_unit_test (test_whole_file),      cmocka_unit_test (test_cut),
    cmocka_unit_test (test_invalid), cmocka_unit_test (test_cut_everywhere),  cmocka_unit_test (test_encode),
    cmocka_unit_test (test_names),   cmocka_unit_test (test_unrepresentable), cmocka_unit_test (test_arguments),
    cmocka_unit_test (test_reading),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
