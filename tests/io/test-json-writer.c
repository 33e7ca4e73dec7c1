/* test-json-writer.c - writing JSON
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
#include "io/json-writer-private.h"

static void
assert_steals (pe_buffer *buffer, const char *expected)
{
  char *text = pe_buffer_steal (buffer);

  assert_non_null (text);
  assert_string_equal (text, expected);
  g_free (text);
}

static void
test_layout (void **state)
{
  (void) state;

  pe_buffer        buffer = PE_BUFFER_INIT;
  pe_json_writer   writer;
  const pe_decimal number = { 250, 2, 0 };

  pe_json_writer_init (&writer, &buffer);
  pe_json_writer_begin_object (&writer);
  pe_json_writer_member_string (&writer, "name", "某局");
  pe_json_writer_member_string (&writer, "nothing", NULL);
  pe_json_writer_member_int (&writer, "year", 2023);
  pe_json_writer_member_decimal (&writer, "marks", &number);
  pe_json_writer_name (&writer, "list");
  pe_json_writer_begin_array (&writer);
  pe_json_writer_bool (&writer, TRUE);
  pe_json_writer_bool (&writer, FALSE);
  pe_json_writer_null (&writer);
  pe_json_writer_string (&writer, NULL);
  pe_json_writer_begin_object (&writer);
  pe_json_writer_end_object (&writer);
  pe_json_writer_begin_array (&writer);
  pe_json_writer_end_array (&writer);
  pe_json_writer_begin_object (&writer);
  pe_json_writer_member_int (&writer, "least", INT64_MIN);
  pe_json_writer_end_object (&writer);
  pe_json_writer_end_array (&writer);
  pe_json_writer_end_object (&writer);
  pe_json_writer_end_document (&writer);
  assert_steals (
      &buffer,
      "{\n"
      "  \"name\": \"某局\",\n"
      "  \"year\": 2023,\n"
      "  \"marks\": \"2.50\",\n"
      "  \"list\": [\n"
      "    true,\n"
      "    false,\n"
      "    null,\n"
      "    null,\n"
      "    {},\n"
      "    [],\n"
      "    {\n"
      "      \"least\": -9223372036854775808\n"
      "    }\n"
      "  ]\n"
      "}\n");
}

static void
test_scalar_document (void **state)
{
  (void) state;

  pe_buffer      buffer = PE_BUFFER_INIT;
  pe_json_writer writer;

  pe_json_writer_init (&writer, &buffer);
  pe_json_writer_int (&writer, 0);
  pe_json_writer_end_document (&writer);
  assert_steals (&buffer, "0\n");
}

/* RFC 8259, section 7. */
static void
test_escapes (void **state)
{
  (void) state;

  const struct
  {
    const char *text;
    const char *written;
  } cases[] = {
    { "", "\"\"" },
    { "a\"b\\c/d", "\"a\\\"b\\\\c/d\"" },
    { "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"" },
    { "\x01\x1F\x7F", "\"\\u0001\\u001f\x7F\"" },
    { "a\xE2\x80\xA8z", "\"a\xE2\x80\xA8z\"" },
    { "绩效\xF0\x9F\x98\x80", "\"绩效\xF0\x9F\x98\x80\"" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      pe_buffer      buffer = PE_BUFFER_INIT;
      pe_json_writer writer;

      pe_json_writer_init (&writer, &buffer);
      pe_json_writer_string (&writer, cases[i].text);
      assert_steals (&buffer, cases[i].written);
    }
}

/* Every character below U+0800 but U+0000, as a name and as a text, comes back as it was. */
static void
test_round_trip (void **state)
{
  (void) state;

  pe_buffer      buffer = PE_BUFFER_INIT;
  pe_json_writer writer;
  char          *all = g_malloc0 (4096), *end = all;
  pe_json       *json = NULL;
  pe_json_index  member;

  for (gunichar c = 1; c < 0x800; c++)
    end += g_unichar_to_utf8 (c, end);
  pe_json_writer_init (&writer, &buffer);
  pe_json_writer_begin_object (&writer);
  pe_json_writer_member_string (&writer, all, all);
  pe_json_writer_member_int (&writer, "n", INT64_MAX);
  pe_json_writer_end_object (&writer);
  pe_json_writer_end_document (&writer);
  assert_int_equal (buffer.status, PE_OK);

  assert_int_equal (pe_json_parse (&json, buffer.data, buffer.size, NULL, NULL, NULL), PE_OK);
  member = pe_json_get_first (json, 0);
  assert_string_equal (pe_json_get_name (json, member, NULL), all);
  assert_string_equal (pe_json_get_text (json, member, NULL), all);
  member = pe_json_get_next (json, member);
  assert_string_equal (pe_json_get_text (json, member, NULL), "9223372036854775807");
  assert_int_equal (pe_json_get_next (json, member), PE_JSON_NONE);
  pe_json_free (json);
  pe_buffer_clear (&buffer);
  g_free (all);
}

static void
assert_rational (const char *numerator, const char *denominator, const char *written)
{
  pe_buffer      buffer = PE_BUFFER_INIT;
  pe_json_writer writer;
  pe_rational    a, b;

  pe_rational_init (&a);
  pe_rational_init (&b);
  assert_int_equal (pe_rational_set_text (&a, numerator, strlen (numerator), 65536), PE_OK);
  assert_int_equal (pe_rational_set_text (&b, denominator, strlen (denominator), 65536), PE_OK);
  assert_int_equal (pe_rational_divide (&a, &a, &b, 65536), PE_OK);
  pe_json_writer_init (&writer, &buffer);
  pe_json_writer_rational (&writer, &a);
  assert_steals (&buffer, written);
  pe_rational_clear (&a);
  pe_rational_clear (&b);
}

/* 2149.56 / 2155.61 = 214956 / 215561 = 0.99719337...: seven places are 0.9971933. */
static void
test_rationals (void **state)
{
  (void) state;

  assert_rational ("2149.56", "2155.61", "{\"num\": \"214956\", \"den\": \"215561\", \"shown\": \"0.9971933\"}");
  assert_rational ("2", "3", "{\"num\": \"2\", \"den\": \"3\", \"shown\": \"0.6666666\"}");
  assert_rational ("-2", "3", "{\"num\": \"-2\", \"den\": \"3\", \"shown\": \"-0.6666666\"}");
  assert_rational ("5", "2", "{\"num\": \"5\", \"den\": \"2\", \"shown\": \"2.5\"}");
  assert_rational ("0", "7", "{\"num\": \"0\", \"den\": \"1\", \"shown\": \"0\"}");
  assert_rational ("1", "10000000", "{\"num\": \"1\", \"den\": \"10000000\", \"shown\": \"0.0000001\"}");
  assert_rational ("1e50", "3",
                   "{\"num\": \"100000000000000000000000000000000000000000000000000\", \"den\": \"3\", \"shown\": "
                   "\"33333333333333333333333333333333333333333333333333.3333333\"}");
}

static void
test_rationals_as_members (void **state)
{
  (void) state;

  pe_buffer      buffer = PE_BUFFER_INIT;
  pe_json_writer writer;
  pe_rational    zero;

  pe_rational_init (&zero);
  pe_json_writer_init (&writer, &buffer);
  pe_json_writer_begin_object (&writer);
  pe_json_writer_name (&writer, "a");
  pe_json_writer_rational (&writer, &zero);
  pe_json_writer_name (&writer, "b");
  pe_json_writer_rational (&writer, &zero);
  pe_json_writer_end_object (&writer);
  assert_steals (&buffer, "{\n"
                          "  \"a\": {\"num\": \"0\", \"den\": \"1\", \"shown\": \"0\"},\n"
                          "  \"b\": {\"num\": \"0\", \"den\": \"1\", \"shown\": \"0\"}\n"
                          "}");
  pe_rational_clear (&zero);
}

/* 64 levels, and arrays and objects do not get mixed up. */
static void
test_depth (void **state)
{
  (void) state;

  pe_buffer      buffer = PE_BUFFER_INIT;
  pe_json_writer writer;
  pe_json       *json = NULL;

  pe_json_writer_init (&writer, &buffer);
  for (int i = 0; i < 32; i++)
    {
      pe_json_writer_begin_array (&writer);
      pe_json_writer_begin_object (&writer);
      pe_json_writer_name (&writer, "a");
    }
  pe_json_writer_null (&writer);
  for (int i = 0; i < 32; i++)
    {
      pe_json_writer_end_object (&writer);
      pe_json_writer_null (&writer);
      pe_json_writer_end_array (&writer);
    }
  pe_json_writer_end_document (&writer);
  assert_int_equal (buffer.status, PE_OK);
  assert_int_equal (pe_json_parse (&json, buffer.data, buffer.size, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_json_get_size (json, 0), 2);
  pe_json_free (json);
  pe_buffer_clear (&buffer);
}

static void
one_level_too_many (pe_json_writer *writer)
{
  for (int i = 0; i < 65; i++)
    pe_json_writer_begin_array (writer);
  for (int i = 0; i < 65; i++)
    pe_json_writer_end_array (writer);
}

static void
value_without_name (pe_json_writer *writer)
{
  pe_json_writer_begin_object (writer);
  pe_json_writer_int (writer, 1);
}

static void
name_in_array (pe_json_writer *writer)
{
  pe_json_writer_begin_array (writer);
  pe_json_writer_name (writer, "a");
}

static void
name_without_object (pe_json_writer *writer)
{
  pe_json_writer_name (writer, "a");
}

static void
name_without_value (pe_json_writer *writer)
{
  pe_json_writer_begin_object (writer);
  pe_json_writer_name (writer, "a");
  pe_json_writer_end_object (writer);
}

static void
two_names (pe_json_writer *writer)
{
  pe_json_writer_begin_object (writer);
  pe_json_writer_name (writer, "a");
  pe_json_writer_name (writer, "b");
}

static void
wrong_bracket (pe_json_writer *writer)
{
  pe_json_writer_begin_object (writer);
  pe_json_writer_end_array (writer);
}

static void
bracket_too_many (pe_json_writer *writer)
{
  pe_json_writer_begin_object (writer);
  pe_json_writer_end_object (writer);
  pe_json_writer_end_object (writer);
}

static void
two_documents (pe_json_writer *writer)
{
  pe_json_writer_null (writer);
  pe_json_writer_null (writer);
}

static void
bracket_too_few (pe_json_writer *writer)
{
  pe_json_writer_begin_object (writer);
  pe_json_writer_end_document (writer);
}

static void
no_document (pe_json_writer *writer)
{
  pe_json_writer_end_document (writer);
}

/* What is not JSON does not get out. */
static void
test_wrong_order (void **state)
{
  (void) state;

  void (*const runs[]) (pe_json_writer *)
      = { one_level_too_many, value_without_name, name_in_array, name_without_object, name_without_value, two_names,
          wrong_bracket,      bracket_too_many,   two_documents, bracket_too_few,     no_document };

  for (size_t i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      pe_buffer      buffer = PE_BUFFER_INIT;
      pe_json_writer writer;

      pe_json_writer_init (&writer, &buffer);
      runs[i](&writer);
      assert_int_equal (buffer.status, PE_ERROR_INVALID_ARGUMENT);
      assert_null (pe_buffer_steal (&buffer));
    }
}

/* A buffer whose memory ran out stays what it is, whatever is written. */
static void
test_no_memory (void **state)
{
  (void) state;

  pe_buffer      buffer = PE_BUFFER_INIT;
  pe_json_writer writer;
  pe_rational    third, three;

  buffer.status = PE_ERROR_NO_MEMORY;
  pe_rational_init (&third);
  pe_rational_init (&three);
  pe_rational_set_int (&third, 1);
  pe_rational_set_int (&three, 3);
  assert_int_equal (pe_rational_divide (&third, &third, &three, 256), PE_OK);
  pe_json_writer_init (&writer, &buffer);
  pe_json_writer_begin_array (&writer);
  pe_json_writer_rational (&writer, &third);
  pe_json_writer_string (&writer, "a\nb");
  pe_json_writer_end_object (&writer);
  assert_int_equal (buffer.status, PE_ERROR_NO_MEMORY);
  assert_null (pe_buffer_steal (&buffer));
  pe_rational_clear (&third);
  pe_rational_clear (&three);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_layout),    cmocka_unit_test (test_scalar_document),
    cmocka_unit_test (test_escapes),   cmocka_unit_test (test_round_trip),
    cmocka_unit_test (test_rationals), cmocka_unit_test (test_rationals_as_members),
    cmocka_unit_test (test_depth),     cmocka_unit_test (test_wrong_order),
    cmocka_unit_test (test_no_memory),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
