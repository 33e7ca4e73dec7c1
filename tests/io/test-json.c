/* test-json.c - the JSON tree: values, places, limits and every fault
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "io/json-private.h"

#define FILE_NAME "材料.json"

static pe_json *
parse (const char *text, size_t size)
{
  pe_json  *json = NULL;
  pe_error *error = NULL;

  if (pe_json_parse (&json, text, size, FILE_NAME, NULL, &error) != PE_OK)
    fail_msg ("%s: %s", text, pe_error_get_message (error, PE_LANGUAGE_EN));
  return json;
}

static void
assert_text (const pe_json *json, pe_json_index value, const char *expected, size_t n)
{
  size_t      size = 0;
  const char *text = pe_json_get_text (json, value, &size);

  assert_non_null (text);
  assert_int_equal (size, n);
  assert_memory_equal (text, expected, n + 1);
  assert_ptr_equal (pe_json_get_text (json, value, NULL), text);
}

static void
assert_place (const pe_json *json, pe_json_index value, gboolean of_name, pe_place expected)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  pe_place  place;

  pe_json_get_place (json, value, of_name, &place, &buffer);
  assert_string_equal (place.what, expected.what);
  assert_string_equal (place.file, FILE_NAME);
  assert_null (place.cell);
  assert_int_equal (place.line, expected.line);
  assert_int_equal (place.column, expected.column);
  assert_int_equal (place.offset, expected.offset);
  assert_int_equal (place.length, expected.length);
  pe_buffer_clear (&buffer);
}

static void
test_every_kind (void **state)
{
  (void) state;

  const char        *text = " {\"a\" : [true,false,null,-0.50e+7,\"x\"], \"b\":{}, \"c\": []}\r\n";
  pe_json           *json = parse (text, strlen (text));
  const pe_json_kind kinds[] = { PE_JSON_TRUE, PE_JSON_FALSE, PE_JSON_NULL, PE_JSON_NUMBER, PE_JSON_STRING };
  const char *const  texts[] = { "true", "false", "null", "-0.50e+7", "x" };
  pe_json_index      a, b, member;
  size_t             size = 0;

  assert_int_equal (pe_json_get_kind (json, 0), PE_JSON_OBJECT);
  assert_int_equal (pe_json_get_size (json, 0), 3);
  assert_int_equal (pe_json_get_parent (json, 0), PE_JSON_NONE);
  assert_int_equal (pe_json_get_next (json, 0), PE_JSON_NONE);
  assert_null (pe_json_get_name (json, 0, NULL));
  assert_null (pe_json_get_text (json, 0, NULL));

  a = pe_json_get_first (json, 0);
  assert_string_equal (pe_json_get_name (json, a, &size), "a");
  assert_int_equal (size, 1);
  assert_int_equal (pe_json_get_kind (json, a), PE_JSON_ARRAY);
  assert_int_equal (pe_json_get_size (json, a), 5);
  member = pe_json_get_first (json, a);
  for (size_t i = 0; i < 5; i++)
    {
      assert_int_equal (pe_json_get_kind (json, member), kinds[i]);
      assert_text (json, member, texts[i], strlen (texts[i]));
      assert_int_equal (pe_json_get_parent (json, member), a);
      assert_int_equal (pe_json_get_size (json, member), 0);
      assert_int_equal (pe_json_get_first (json, member), PE_JSON_NONE);
      assert_null (pe_json_get_name (json, member, &size));
      assert_int_equal (size, 0);
      member = pe_json_get_next (json, member);
    }
  assert_int_equal (member, PE_JSON_NONE);

  b = pe_json_get_next (json, a);
  assert_string_equal (pe_json_get_name (json, b, NULL), "b");
  assert_int_equal (pe_json_get_kind (json, b), PE_JSON_OBJECT);
  assert_int_equal (pe_json_get_first (json, b), PE_JSON_NONE);
  member = pe_json_get_next (json, b);
  assert_int_equal (pe_json_get_kind (json, member), PE_JSON_ARRAY);
  assert_int_equal (pe_json_get_first (json, member), PE_JSON_NONE);
  assert_int_equal (pe_json_get_next (json, member), PE_JSON_NONE);
  pe_json_free (json);
  pe_json_free (NULL);
}

static void
test_indices_that_are_none (void **state)
{
  (void) state;

  pe_json            *json = parse ("[1]", 3);
  const pe_json_index none[] = { 2, 1000, PE_JSON_NONE };

  for (size_t i = 0; i < G_N_ELEMENTS (none); i++)
    {
      size_t size = 9;

      assert_int_equal (pe_json_get_kind (json, none[i]), PE_JSON_NULL);
      assert_null (pe_json_get_text (json, none[i], &size));
      assert_int_equal (size, 0);
      assert_null (pe_json_get_name (json, none[i], NULL));
      assert_int_equal (pe_json_get_size (json, none[i]), 0);
      assert_int_equal (pe_json_get_first (json, none[i]), PE_JSON_NONE);
      assert_int_equal (pe_json_get_next (json, none[i]), PE_JSON_NONE);
      assert_int_equal (pe_json_get_parent (json, none[i]), PE_JSON_NONE);
      assert_place (json, none[i], FALSE, PE_PLACE_WHAT (""));
    }
  pe_json_free (json);
}

/* A value alone is a document (RFC 8259, section 2). */
static void
test_scalar_documents (void **state)
{
  (void) state;

  const char *const texts[] = { "0", "-0", "258.83", "true", "null", "1e5" };

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      pe_json *json = parse (texts[i], strlen (texts[i]));

      assert_text (json, 0, texts[i], strlen (texts[i]));
      assert_place (json, 0, FALSE, (pe_place) { "", NULL, NULL, 1, 1, 0, strlen (texts[i]) });
      pe_json_free (json);
    }
}

static void
test_strings (void **state)
{
  (void) state;

  const struct
  {
    const char *text;
    const char *decoded;
    size_t      size;
  } cases[] = {
    { "\"\"", "", 0 },
    { "\"绩效\"", "绩效", 6 },
    { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t", 8 },
    { "\"\\u0041\\u00e9\\u7EE9\\uFFFF\"", "Aé绩\xEF\xBF\xBF", 9 },
    { "\"a\\uD83D\\uDE00b\"",
      "a\xF0\x9F\x98\x80"
      "b",
      6 },
    { "\"\\uDBFF\\uDFFF\"", "\xF4\x8F\xBF\xBF", 4 },
    { "\"a\\u0000b\"", "a\0b", 3 },
    { "\"\x7F\xE2\x80\xA8\"", "\x7F\xE2\x80\xA8", 4 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      pe_json *json = parse (cases[i].text, strlen (cases[i].text));

      assert_int_equal (pe_json_get_kind (json, 0), PE_JSON_STRING);
      assert_text (json, 0, cases[i].decoded, cases[i].size);
      pe_json_free (json);
    }
}

/* Texts lie side by side and each ends in NUL, whatever stands behind them. */
static void
test_neighbours (void **state)
{
  (void) state;

  const char       *text = "[1,\"\",22,\"\\n\",\"ab\",3,{\"\":4,\"x\":\"\"}]";
  const char *const expected[] = { "1", "", "22", "\n", "ab", "3" };
  pe_json          *json = parse (text, strlen (text));
  pe_json_index     member = pe_json_get_first (json, 0);

  for (size_t i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      assert_text (json, member, expected[i], strlen (expected[i]));
      member = pe_json_get_next (json, member);
    }
  member = pe_json_get_first (json, member);
  assert_string_equal (pe_json_get_name (json, member, NULL), "");
  assert_text (json, member, "4", 1);
  member = pe_json_get_next (json, member);
  assert_string_equal (pe_json_get_name (json, member, NULL), "x");
  assert_text (json, member, "", 0);
  pe_json_free (json);
}

static void
test_places (void **state)
{
  (void) state;

  /* Bytes: { at 0, the first name at 3 to 11, [ at 14, the line break at 27 and 28, the second name at 30 to 33. */
  const char   *text = "{\n \"a/b~绩\": [1, {\"\": 2}],\r\n\t\"é\": \"x\"}";
  pe_json      *json = parse (text, strlen (text));
  pe_json_index first = pe_json_get_first (json, 0);
  pe_json_index second = pe_json_get_next (json, first);
  pe_json_index one = pe_json_get_first (json, first);
  pe_json_index object = pe_json_get_next (json, one);
  pe_json_index two = pe_json_get_first (json, object);

  assert_place (json, 0, FALSE, (pe_place) { "", NULL, NULL, 1, 1, 0, strlen (text) });
  assert_place (json, 0, TRUE, (pe_place) { "", NULL, NULL, 1, 1, 0, strlen (text) });
  assert_place (json, first, TRUE, (pe_place) { "/a~1b~0绩", NULL, NULL, 2, 2, 3, 9 });
  assert_place (json, first, FALSE, (pe_place) { "/a~1b~0绩", NULL, NULL, 2, 11, 14, 12 });
  assert_place (json, one, FALSE, (pe_place) { "/a~1b~0绩/0", NULL, NULL, 2, 12, 15, 1 });
  assert_place (json, one, TRUE, (pe_place) { "/a~1b~0绩/0", NULL, NULL, 2, 12, 15, 1 });
  assert_place (json, object, FALSE, (pe_place) { "/a~1b~0绩/1", NULL, NULL, 2, 15, 18, 7 });
  assert_place (json, two, TRUE, (pe_place) { "/a~1b~0绩/1/", NULL, NULL, 2, 16, 19, 2 });
  assert_place (json, two, FALSE, (pe_place) { "/a~1b~0绩/1/", NULL, NULL, 2, 20, 23, 1 });
  assert_place (json, second, TRUE, (pe_place) { "/é", NULL, NULL, 3, 2, 30, 4 });
  assert_place (json, second, FALSE, (pe_place) { "/é", NULL, NULL, 3, 7, 36, 3 });
  pe_json_free (json);
}

/* Line and column as anyone would count them, from the beginning. */
static void
count_from_start (const char *text, size_t offset, uint64_t *line, uint64_t *column)
{
  *line = *column = 1;
  for (const char *at = text; at < text + offset; at = g_utf8_next_char (at))
    {
      ++*column;
      if (*at == '\n')
        {
          ++*line;
          *column = 1;
        }
    }
}

/* Characters of 1 to 4 bytes lie across every 64 KiB. */
static void
test_places_in_a_long_text (void **state)
{
  (void) state;

  GString      *text = g_string_new ("[");
  pe_buffer     buffer = PE_BUFFER_INIT;
  pe_json      *json;
  pe_json_index member;
  size_t        n = 0;

  for (size_t i = 0; text->len < 300000; i++)
    g_string_append_printf (
        text, "%s\"é绩\xF0\x9F\x98\x80%.*s\"%s", i > 0 ? "," : "", (int) (i % 7), "xxxxxxx", i % 50 == 0 ? "\n" : "");
  g_string_append (text, "]");
  json = parse (text->str, text->len);
  for (member = pe_json_get_first (json, 0); member != PE_JSON_NONE; member = pe_json_get_next (json, member), n++)
    {
      pe_place place;
      uint64_t line, column;

      pe_json_get_place (json, member, FALSE, &place, &buffer);
      if (n % 37 != 0 && place.offset % 65536 > 40 && place.offset % 65536 < 65500)
        continue;
      count_from_start (text->str, place.offset, &line, &column);
      assert_int_equal (place.line, line);
      assert_int_equal (place.column, column);
      assert_int_equal (strtoul (place.what + 1, NULL, 10), n);
    }
  assert_int_equal (n, pe_json_get_size (json, 0));
  pe_buffer_clear (&buffer);
  pe_json_free (json);
  g_string_free (text, TRUE);
}

/* A name of 4,090 bytes fits below "/a", one of 4,094 does not: the place is then that of "/a". */
static void
test_pointer_that_is_too_long (void **state)
{
  (void) state;

  for (size_t n = 4090; n <= 4098; n += 4)
    {
      GString  *text = g_string_new ("{\"a\":{\"");
      GString  *expected = g_string_new ("/a/");
      pe_buffer buffer = PE_BUFFER_INIT;
      pe_place  place;
      pe_json  *json;

      for (size_t i = 0; i < n; i++)
        g_string_append_c (text, 'n');
      g_string_append (text, "\":[1]}}");
      for (size_t i = 0; i < n; i++)
        g_string_append_c (expected, 'n');
      if (n > 4093)
        g_string_assign (expected, "/a");
      json = parse (text->str, text->len);
      pe_json_get_place (json, 4, FALSE, &place, &buffer);
      assert_string_equal (place.what, expected->str);
      assert_int_equal (place.offset, n + 9);
      pe_buffer_clear (&buffer);
      pe_json_free (json);
      g_string_free (text, TRUE);
      g_string_free (expected, TRUE);
    }
}

static const char *
get_parameter (const pe_error *error, const char *name)
{
  const pe_finding *finding = pe_error_get_finding (error);

  for (size_t i = 0; i < pe_finding_get_n_parameters (finding); i++)
    if (strcmp (pe_finding_get_parameter_name (finding, i), name) == 0)
      return pe_finding_get_parameter_text (finding, i);
  return NULL;
}

typedef struct fault
{
  const char *text;
  pe_status   code;
  const char *what;
  uint64_t    line, column, offset, length;
  const char *found;
  const char *expected;
} fault;

static void
assert_refused (const fault *f, size_t size, const pe_limits *limits)
{
  pe_json        *json = NULL;
  pe_error       *error = NULL;
  pe_status       status = pe_json_parse (&json, f->text, size, FILE_NAME, limits, &error);
  const pe_place *place = pe_finding_get_place (pe_error_get_finding (error), 0);
  uint64_t        offset = 0, length = 0;

  if (status != f->code)
    fail_msg ("%.80s: %s, not %s", f->text, pe_status_name (status), pe_status_name (f->code));
  assert_null (json);
  assert_int_equal (pe_error_get_status (error), status);
  pe_place_get_bytes (place, &offset, &length);
  if (strcmp (pe_place_get_what (place), f->what) != 0 || pe_place_get_line (place) != f->line
      || pe_place_get_column (place) != f->column || offset != f->offset || length != f->length)
    fail_msg ("%.80s: at %s %u:%u byte %u+%u", f->text, pe_place_get_what (place), (unsigned) pe_place_get_line (place),
              (unsigned) pe_place_get_column (place), (unsigned) offset, (unsigned) length);
  assert_string_equal (pe_place_get_file (place), FILE_NAME);
  if (g_strcmp0 (get_parameter (error, "found"), f->found) != 0)
    fail_msg ("%.80s: found %s", f->text, get_parameter (error, "found"));
  if (f->expected != NULL && strstr (pe_error_get_message (error, PE_LANGUAGE_EN), f->expected) == NULL)
    fail_msg ("%.80s: %s", f->text, pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_error_unref (error);
  assert_int_equal (pe_json_parse (&json, f->text, size, FILE_NAME, limits, NULL), f->code);
}

#define SYNTAX PE_ERROR_JSON_SYNTAX
#define TRUNCATED PE_ERROR_JSON_TRUNCATED

/* One row a fault. */
/* clang-format off */
static const fault truncations[] = {
  { "", TRUNCATED, "", 1, 1, 0, 0, NULL, "expected a value" },
  { " \n ", TRUNCATED, "", 2, 2, 3, 0, NULL, "expected a value" },
  { "{", TRUNCATED, "", 1, 2, 1, 0, NULL, "the name of a member in double quotes, or }" },
  { "[", TRUNCATED, "/0", 1, 2, 1, 0, NULL, "a value, or ]" },
  { "[1,", TRUNCATED, "/1", 1, 4, 3, 0, NULL, "expected a value;" },
  { "[12", TRUNCATED, "", 1, 4, 3, 0, NULL, "a comma before the next value, or ]" },
  { "{\"a", TRUNCATED, "", 1, 4, 3, 0, NULL, "the closing quote" },
  { "{\"a\"", TRUNCATED, "", 1, 5, 4, 0, NULL, "a colon" },
  { "{\"a\":", TRUNCATED, "/a", 1, 6, 5, 0, NULL, "expected a value;" },
  { "{\"a\":1", TRUNCATED, "", 1, 7, 6, 0, NULL, "a comma before the next member, or }" },
  { "{\"a\":1,", TRUNCATED, "", 1, 8, 7, 0, NULL, "the name of a member in double quotes;" },
  { "[\n  \"中", TRUNCATED, "/0", 2, 5, 8, 0, NULL, "the closing quote" },
  { "[\"\xE4\xB8", TRUNCATED, "/0", 1, 3, 2, 0, NULL, "the closing quote" },
  { "[\"\xF0\x9F\x98", TRUNCATED, "/0", 1, 3, 2, 0, NULL, "the closing quote" },
  { "[\"\xE0", TRUNCATED, "/0", 1, 3, 2, 0, NULL, "the closing quote" },
  { "tru", TRUNCATED, "", 1, 4, 3, 0, NULL, "expected true" },
  { "[-", TRUNCATED, "/0", 1, 3, 2, 0, NULL, "a digit" },
  { "[1.", TRUNCATED, "/0", 1, 4, 3, 0, NULL, "a digit" },
  { "[1e", TRUNCATED, "/0", 1, 4, 3, 0, NULL, "a digit" },
  { "[1e+", TRUNCATED, "/0", 1, 5, 4, 0, NULL, "a digit" },
  { "[\"\\", TRUNCATED, "/0", 1, 4, 3, 0, NULL, "a backslash written as" },
  { "[\"\\u12", TRUNCATED, "/0", 1, 7, 6, 0, NULL, "four hexadecimal digits" },
  { "[\"\\uD83D", TRUNCATED, "/0", 1, 9, 8, 0, NULL, "a pair of surrogates" },
  { "[\"\\uD83D\\", TRUNCATED, "/0", 1, 10, 9, 0, NULL, "a pair of surrogates" },
  { "[\"\\uD83D\\uDE", TRUNCATED, "/0", 1, 13, 12, 0, NULL, "four hexadecimal digits" },
};

static const fault faults[] = {
  { "[,1]", SYNTAX, "/0", 1, 2, 1, 1, ",", "expected a value, or ]" },
  { "[1,,2]", SYNTAX, "/1", 1, 4, 3, 1, ",", "expected a value" },
  { "[1,]", SYNTAX, "/1", 1, 4, 3, 1, "]", "a value after the comma, or no comma" },
  { "{\"a\":1,}", SYNTAX, "", 1, 8, 7, 1, "}", "a member after the comma, or no comma" },
  { "{,}", SYNTAX, "", 1, 2, 1, 1, ",", "the name of a member" },
  { "{name:1}", SYNTAX, "", 1, 2, 1, 4, "name", "the name of a member in double quotes" },
  { "{1:1}", SYNTAX, "", 1, 2, 1, 1, "1", "the name of a member in double quotes" },
  { "{'a':1}", SYNTAX, "", 1, 2, 1, 1, "'", "double quotes" },
  { "['a']", SYNTAX, "/0", 1, 2, 1, 1, "'", "double quotes" },
  { "[1] x", SYNTAX, "", 1, 5, 4, 1, "x", "nothing after the end" },
  { "{}{}", SYNTAX, "", 1, 3, 2, 1, "{", "nothing after the end" },
  { "]", SYNTAX, "", 1, 1, 0, 1, "]", "expected a value" },
  { "[1 2]", SYNTAX, "", 1, 4, 3, 1, "2", "a comma before the next value" },
  { "{\"a\":1 \"b\":2}", SYNTAX, "", 1, 8, 7, 1, "\"", "a comma before the next member" },
  { "[1}", SYNTAX, "", 1, 3, 2, 1, "}", "or ] for the end of the array" },
  { "{\"a\":1]", SYNTAX, "", 1, 7, 6, 1, "]", "or } for the end of the object" },
  { "{\"a\" 1}", SYNTAX, "", 1, 6, 5, 1, "1", "a colon" },
  { "{\"a\"=1}", SYNTAX, "", 1, 5, 4, 1, "=", "a colon" },
  { "{\"a\":}", SYNTAX, "/a", 1, 6, 5, 1, "}", "expected a value" },
  { "[NaN]", SYNTAX, "/0", 1, 2, 1, 3, "NaN", "a number, or null" },
  { "[-Infinity]", SYNTAX, "/0", 1, 2, 1, 9, "-Infinity", "a number, or null" },
  { "[nan]", SYNTAX, "/0", 1, 2, 1, 3, "nan", "a number, or null" },
  { "[True]", SYNTAX, "/0", 1, 2, 1, 4, "True", "true, in small letters" },
  { "[None]", SYNTAX, "/0", 1, 2, 1, 4, "None", "expected null" },
  { "[undefined]", SYNTAX, "/0", 1, 2, 1, 9, "undefined", "expected null" },
  { "[tru]", SYNTAX, "/0", 1, 2, 1, 3, "tru", "a text stands in double quotes" },
  { "[truex]", SYNTAX, "/0", 1, 2, 1, 5, "truex", "a text stands in double quotes" },
  { "// x\n1", SYNTAX, "", 1, 1, 0, 2, "//", "no comment" },
  { "[1, /* x */ 2]", SYNTAX, "/1", 1, 5, 4, 2, "/*", "no comment" },
  { "{\"a\": 1 # x\n}", SYNTAX, "", 1, 9, 8, 1, "#", "no comment" },
  { "[1，2]", SYNTAX, "", 1, 3, 2, 3, "，", "the ASCII comma" },
  { "{\"a\"：1}", SYNTAX, "", 1, 5, 4, 3, "：", "the ASCII colon" },
  { "[“a”]", SYNTAX, "/0", 1, 2, 1, 3, "“", "the straight double quote" },
  { "[绩]", SYNTAX, "/0", 1, 2, 1, 3, "绩", "expected a value" },
  { "[01]", SYNTAX, "/0", 1, 2, 1, 2, "01", "without zeros in front" },
  { "[-01.5]", SYNTAX, "/0", 1, 2, 1, 5, "-01.5", "without zeros in front" },
  { "[+1]", SYNTAX, "/0", 1, 2, 1, 2, "+1", "without a plus sign" },
  { "[.5]", SYNTAX, "/0", 1, 2, 1, 2, ".5", "a digit before the point" },
  { "[1.]", SYNTAX, "/0", 1, 2, 1, 2, "1.", "a digit" },
  { "[1.e5]", SYNTAX, "/0", 1, 2, 1, 4, "1.e5", "a digit" },
  { "[1e]", SYNTAX, "/0", 1, 2, 1, 2, "1e", "a digit" },
  { "[1e+]", SYNTAX, "/0", 1, 2, 1, 3, "1e+", "a digit" },
  { "[-]", SYNTAX, "/0", 1, 2, 1, 1, "-", "a digit after the minus sign" },
  { "[0x1F]", SYNTAX, "/0", 1, 2, 1, 4, "0x1F", "a number such as 2149.56" },
  { "[1+2]", SYNTAX, "/0", 1, 2, 1, 3, "1+2", "a number such as 2149.56" },
  { "[1.2.3]", SYNTAX, "/0", 1, 2, 1, 5, "1.2.3", "a number such as 2149.56" },
  { "[\"a\nb\"]", SYNTAX, "/0", 1, 4, 3, 1, "\\u000A", "\\n for a line break" },
  { "[\"\t\"]", SYNTAX, "/0", 1, 3, 2, 1, "\\u0009", "\\t for a tab" },
  { "[\"\x1F\"]", SYNTAX, "/0", 1, 3, 2, 1, "\\u001F", "an escape such as" },
  { "[\"C:\\dir\"]", SYNTAX, "/0", 1, 5, 4, 2, "\\d", "a backslash written as \\\\" },
  { "{\"\\x\":1}", SYNTAX, "", 1, 3, 2, 2, "\\x", "a backslash written as \\\\" },
  { "[\"\\u12G4\"]", SYNTAX, "/0", 1, 3, 2, 5, "\\u12G", "four hexadecimal digits" },
  { "[\"\\u绩\"]", SYNTAX, "/0", 1, 3, 2, 5, "\\u绩", "four hexadecimal digits" },
  { "[\"\\u\"]", SYNTAX, "/0", 1, 3, 2, 3, "\\u\"", "four hexadecimal digits" },
  { "[\"\\uDC00\"]", SYNTAX, "/0", 1, 3, 2, 6, "\\uDC00", "a pair of surrogates" },
  { "[\"\\uD800x\"]", SYNTAX, "/0", 1, 3, 2, 6, "\\uD800", "a pair of surrogates" },
  { "[\"\\uD800\\n\"]", SYNTAX, "/0", 1, 3, 2, 6, "\\uD800", "a pair of surrogates" },
  { "[\"\\uD800\\u0041\"]", SYNTAX, "/0", 1, 3, 2, 6, "\\uD800", "a pair of surrogates" },
  { "[\"\\uD800\\uD800\"]", SYNTAX, "/0", 1, 3, 2, 6, "\\uD800", "a pair of surrogates" },
  { "\xEF\xBB\xBF{}", SYNTAX, "", 1, 1, 0, 3, "\\uFEFF", "without a byte order mark" },
  { "{\"a/b\":{\"m~n\":[0,x]}}", SYNTAX, "/a~1b/m~0n/1", 1, 18, 17, 1, "x", "a text stands in double quotes" },
  { "{\"a\": [\n\"绩效\",\n  \"é\" x]}", SYNTAX, "/a", 3, 7, 25, 1, "x", "a comma before the next value" },
  { "\f1", SYNTAX, "", 1, 1, 0, 1, "\\u000C", "expected a value" },
  { "[1\xC2\xA0]", SYNTAX, "", 1, 3, 2, 2, "\xC2\xA0", "an ordinary space" },
  { "[\n\"中\xFF\"]", PE_ERROR_INVALID_UTF8, "", 2, 3, 6, 1, "\\xFF", "UTF-8" },
  { "[\"\xD6\xD0\"]", PE_ERROR_INVALID_UTF8, "", 1, 3, 2, 1, "\\xD6", "UTF-8" },
  { "[\"\xED\xA0\x80\"]", PE_ERROR_INVALID_UTF8, "", 1, 3, 2, 1, "\\xED", "UTF-8" },
  { "[1]\xE4\xB8", PE_ERROR_INVALID_UTF8, "", 1, 4, 3, 1, "\\xE4", "UTF-8" },
  { "\xFF\xFE[", PE_ERROR_INVALID_UTF8, "", 1, 1, 0, 1, "\\xFF", "UTF-8" },
};
/* clang-format on */

static void
test_truncations (void **state)
{
  (void) state;

  for (size_t i = 0; i < G_N_ELEMENTS (truncations); i++)
    assert_refused (&truncations[i], strlen (truncations[i].text), NULL);
  assert_int_equal (pe_json_parse (NULL, NULL, 0, NULL, NULL, NULL), TRUNCATED);
}

static void
test_faults (void **state)
{
  (void) state;

  const fault nul = { "[\0]", SYNTAX, "/0", 1, 2, 1, 1, "\\u0000", "expected a value" };
  const fault nul_in_text = { "[\"\0\"]", SYNTAX, "/0", 1, 3, 2, 1, "\\u0000", "an escape such as" };

  for (size_t i = 0; i < G_N_ELEMENTS (faults); i++)
    assert_refused (&faults[i], strlen (faults[i].text), NULL);
  assert_refused (&nul, 3, NULL);
  assert_refused (&nul_in_text, 5, NULL);
}

static void
test_messages (void **state)
{
  (void) state;

  pe_json  *json = NULL;
  pe_error *error = NULL;

  assert_int_equal (pe_json_parse (&json, "[1,]", 4, NULL, NULL, &error), SYNTAX);
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_EN),
                       "the text is not JSON here: found \"]\"; expected a value after the comma, or no comma before "
                       "the bracket");
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_ZH),
                       "此处不合 JSON 语法：现为“]”；应为：逗号后的值，或去掉括号前多余的逗号");
  assert_null (pe_place_get_file (pe_finding_get_place (pe_error_get_finding (error), 0)));
  pe_error_unref (error);
}

/* n bytes in front, n in the middle, n at the end. */
static GString *
make_text (const char *front, size_t n_front, const char *middle, size_t n_middle, const char *end, size_t n_end)
{
  GString *text = g_string_new ("");

  for (size_t i = 0; i < n_front; i++)
    g_string_append (text, front);
  for (size_t i = 0; i < n_middle; i++)
    g_string_append (text, middle);
  for (size_t i = 0; i < n_end; i++)
    g_string_append (text, end);
  return text;
}

/* Reads a made text and frees it. */
static void
assert_accepted (GString *text, const pe_limits *limits)
{
  pe_json  *json = NULL;
  pe_error *error = NULL;

  if (pe_json_parse (&json, text->str, text->len, NULL, limits, &error) != PE_OK)
    fail_msg ("%.80s: %s", text->str, pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_json_free (json);
  g_string_free (text, TRUE);
}

static void
assert_made_refused (GString *text, const pe_limits *limits, fault f)
{
  f.text = text->str;
  assert_refused (&f, text->len, limits);
  g_string_free (text, TRUE);
}

static void
test_depth (void **state)
{
  (void) state;

  char      path[200] = "";
  GString  *pointer = make_text ("/0", 1024, "", 0, "", 0);
  pe_limits limits;

  for (size_t i = 0; i < 64; i++)
    memcpy (path + 2 * i, "/0", 3);
  assert_accepted (make_text ("[", 64, "1", 1, "]", 64), NULL);
  assert_made_refused (make_text ("[", 65, "1", 1, "]", 65), NULL,
                       (fault) { NULL, PE_ERROR_LIMIT_DEPTH, path, 1, 65, 64, 1, NULL, "at most 64 levels" });
  assert_made_refused (make_text ("[", 1000000, "", 0, "", 0), NULL,
                       (fault) { NULL, PE_ERROR_LIMIT_DEPTH, path, 1, 65, 64, 1, NULL, "at most 64 levels" });

  pe_limits_init (&limits, sizeof limits);
  limits.depth = 1024;
  assert_accepted (make_text ("[", 1024, "1", 1, "]", 1024), &limits);
  assert_accepted (make_text ("{\"a\":", 1024, "1", 1, "}", 1024), &limits);
  assert_made_refused (make_text ("[", 1025, "1", 1, "]", 1025), &limits,
                       (fault) { NULL, PE_ERROR_LIMIT_DEPTH, pointer->str, 1, 1025, 1024, 1, NULL, NULL });
  limits.depth = 0;
  assert_accepted (make_text ("1", 1, "", 0, "", 0), &limits);
  assert_made_refused (make_text ("{}", 1, "", 0, "", 0), &limits,
                       (fault) { NULL, PE_ERROR_LIMIT_DEPTH, "", 1, 1, 0, 1, NULL, "at most 0 levels" });
  g_string_free (pointer, TRUE);
}

static void
test_digits (void **state)
{
  (void) state;

  char      found[70];
  pe_limits limits;

  memset (found, '7', 64);
  memcpy (found + 64, "…", sizeof "…");
  assert_accepted (make_text ("7", 1000, "", 0, "", 0), NULL);
  assert_accepted (make_text ("-", 1, "7", 500, ".7777777777e+7", 1), NULL);
  assert_made_refused (make_text ("[", 1, "7", 1001, "]", 1), NULL,
                       (fault) { NULL, PE_ERROR_LIMIT_DIGITS, "/0", 1, 2, 1, 1001, found, "at most 1000" });
  assert_made_refused (make_text ("[1,", 1, "7", 100000, "]", 1), NULL,
                       (fault) { NULL, PE_ERROR_LIMIT_DIGITS, "/1", 1, 4, 3, 100000, found, "at most 1000" });
  pe_limits_init (&limits, sizeof limits);
  limits.digits = 4;
  assert_accepted (make_text ("-1.23e-4", 1, "", 0, "", 0), &limits);
  assert_made_refused (make_text ("-1.23e-45", 1, "", 0, "", 0), &limits,
                       (fault) { NULL, PE_ERROR_LIMIT_DIGITS, "", 1, 1, 0, 9, "-1.23e-45", "at most 4" });
}

/* Values are counted, names are not. */
static void
test_items (void **state)
{
  (void) state;

  pe_limits limits;

  pe_limits_init (&limits, sizeof limits);
  limits.items = 4;
  assert_accepted (make_text ("[1,2,3]", 1, "", 0, "", 0), &limits);
  assert_accepted (make_text ("{\"a\":{\"b\":[1]}}", 1, "", 0, "", 0), &limits);
  assert_made_refused (make_text ("[1,2,3,44]", 1, "", 0, "", 0), &limits,
                       (fault) { NULL, PE_ERROR_LIMIT_ITEMS, "/3", 1, 8, 7, 2, NULL, "at most 4" });
  assert_made_refused (make_text ("[1,2,3,[]]", 1, "", 0, "", 0), &limits,
                       (fault) { NULL, PE_ERROR_LIMIT_ITEMS, "/3", 1, 8, 7, 1, NULL, "at most 4" });
  assert_made_refused (make_text ("{\"a\":[1,2],\"b\":\"\"}", 1, "", 0, "", 0), &limits,
                       (fault) { NULL, PE_ERROR_LIMIT_ITEMS, "/b", 1, 16, 15, 1, NULL, "at most 4" });
  limits.items = 0;
  assert_made_refused (make_text ("true", 1, "", 0, "", 0), &limits,
                       (fault) { NULL, PE_ERROR_LIMIT_ITEMS, "", 1, 1, 0, 4, NULL, "at most 0" });
}

/* Bytes of the decoded text, in values and in names. */
static void
test_text_bytes (void **state)
{
  (void) state;

  pe_limits limits;

  pe_limits_init (&limits, sizeof limits);
  limits.text_bytes = 6;
  assert_accepted (make_text ("\"绩效\"", 1, "", 0, "", 0), &limits);
  assert_accepted (make_text ("\"\\u7EE9\\u6548\"", 1, "", 0, "", 0), &limits);
  assert_accepted (make_text ("{\"123456\":\"\"}", 1, "", 0, "", 0), &limits);
  assert_made_refused (make_text ("[\"1234567\"]", 1, "", 0, "", 0), &limits,
                       (fault) { NULL, PE_ERROR_LIMIT_TEXT, "/0", 1, 2, 1, 8, NULL, "at most 6 bytes" });
  assert_made_refused (make_text ("[\"绩效\\n\"]", 1, "", 0, "", 0), &limits,
                       (fault) { NULL, PE_ERROR_LIMIT_TEXT, "/0", 1, 2, 1, 9, NULL, "at most 6 bytes" });
  assert_made_refused (make_text ("{\"1234567\":1}", 1, "", 0, "", 0), &limits,
                       (fault) { NULL, PE_ERROR_LIMIT_TEXT, "", 1, 2, 1, 8, NULL, "at most 6 bytes" });
}

static void
test_default_text_bytes (void **state)
{
  (void) state;

  assert_accepted (make_text ("\"", 1, "x", 1048576, "\"", 1), NULL);
  assert_made_refused (make_text ("\"", 1, "x", 1048577, "\"", 1), NULL,
                       (fault) { NULL, PE_ERROR_LIMIT_TEXT, "", 1, 1, 0, 1048578, NULL, "at most 1048576 bytes" });
}

/* The size alone decides: the three bytes that are there are not looked at. */
static void
test_bytes (void **state)
{
  (void) state;

  const fault huge = { "[1]", PE_ERROR_LIMIT_BYTES, "", 0, 0, 0, 0, "300000000", "at most 67108864 bytes" };
  const fault beyond = { "[1]", PE_ERROR_LIMIT_BYTES, "", 0, 0, 0, 0, "4294967295", "at most 4294967294 bytes" };
  const fault over = { "[1]", PE_ERROR_LIMIT_BYTES, "", 0, 0, 0, 0, "3", "at most 2 bytes" };
  pe_limits   limits;

  assert_refused (&huge, 300000000, NULL);
  pe_limits_init (&limits, sizeof limits);
  limits.bytes = UINT64_MAX;
  assert_refused (&beyond, 4294967295, &limits);
  limits.bytes = 2;
  assert_refused (&over, 3, &limits);
  limits.bytes = 3;
  assert_accepted (g_string_new ("[1]"), &limits);
}

static void
test_bad_limits (void **state)
{
  (void) state;

  pe_json  *json = NULL;
  pe_limits limits;

  pe_limits_init (&limits, sizeof limits);
  limits.depth = 1025;
  assert_int_equal (pe_json_parse (&json, "1", 1, NULL, &limits, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (json);
}

static void
test_find_nul (void **state)
{
  (void) state;

  const struct
  {
    const char   *text;
    gboolean      found, of_name;
    const char   *what;
    pe_json_index value;
  } cases[] = {
    { "[\"a\", \"\\u0001\\\\u0000\"]", FALSE, FALSE, NULL, 0 },
    { "\"\\u0000\"", TRUE, FALSE, "", 0 },
    { "[1,\"x\\u0000y\",\"\\u0000\"]", TRUE, FALSE, "/1", 2 },
    { "{\"a\":{\"b\\u0000\":\"\\u0000\"}}", TRUE, TRUE, "/a/b\\u0000", 4 },
    { "{\"a\":\"\\u0000\"}", TRUE, FALSE, "/a", 2 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      pe_json      *json = parse (cases[i].text, strlen (cases[i].text));
      pe_json_index value = 77;
      gboolean      of_name = 77;
      pe_buffer     buffer = PE_BUFFER_INIT;
      pe_place      place;

      assert_int_equal (pe_json_find_nul (json, &value, &of_name), cases[i].found);
      if (cases[i].found)
        {
          assert_int_equal (value, cases[i].value);
          assert_int_equal (of_name, cases[i].of_name);
          pe_json_get_place (json, value, of_name, &place, &buffer);
          assert_string_equal (place.what, cases[i].what);
        }
      else
        assert_int_equal (value, 77);
      pe_buffer_clear (&buffer);
      pe_json_free (json);
    }
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

static const char sample[]
    = "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\", \"code\": null},\n \"fiscal_year\": 2023,\n"
      " \"budget\": {\"unit\": \"万元\", \"lines\": [{\"name\": \"全年预算\", \"complete\": true, \"adjusted\": "
      "2155.61,\n"
      "  \"executed\": \"2149.56\", \"lines\": []}, {\"name\": \"\\u57fa\\n\\\"x\\\\ \\uD83D\\uDE00 é\", \"n\": "
      "-1.5e-3}]},\n"
      " \"a/b\": [[], {}, [false, [0]]]}";

/* Visits every value and every text; returns how many values there are. */
static size_t
visit (const pe_json *json)
{
  pe_json_index value = 0;
  size_t        n = 0;

  while (value != PE_JSON_NONE)
    {
      size_t      size = 0;
      const char *text = pe_json_get_text (json, value, &size);
      const char *name = pe_json_get_name (json, value, NULL);

      n++;
      if (text != NULL)
        assert_int_equal (text[size], 0);
      assert_true (name == NULL || strlen (name) < sizeof sample);
      if (pe_json_get_first (json, value) != PE_JSON_NONE)
        {
          value = pe_json_get_first (json, value);
          continue;
        }
      while (value != PE_JSON_NONE && pe_json_get_next (json, value) == PE_JSON_NONE)
        value = pe_json_get_parent (json, value);
      if (value != PE_JSON_NONE)
        value = pe_json_get_next (json, value);
    }
  return n;
}

/* Reads bytes that lie in memory of their own, so that a sanitizer sees the first byte that is read behind them. */
static pe_status
try_bytes (const char *bytes, size_t size, uint64_t *offset)
{
  char     *copy = g_memdup2 (bytes, size);
  pe_json  *json = NULL;
  pe_error *error = NULL;
  pe_status status = pe_json_parse (&json, copy, size, FILE_NAME, NULL, &error);

  if (status == PE_OK)
    {
      pe_json_index member;
      gboolean      found;

      assert_true (visit (json) >= 1);
      assert_int_equal (pe_json_find_duplicate (json, &member, &found), PE_OK);
    }
  else
    {
      const pe_place *place = pe_finding_get_place (pe_error_get_finding (error), 0);
      uint64_t        length = 0;

      pe_place_get_bytes (place, offset, &length);
      assert_true (*offset + length <= size);
      assert_true (pe_place_get_line (place) >= 1);
      assert_true (pe_place_get_column (place) >= 1);
    }
  pe_json_free (json);
  pe_error_unref (error);
  g_free (copy);
  return status;
}

/* Every part of it is cut off, and is said to be, where it ends or where its last character begins. */
static void
test_truncation_everywhere (void **state)
{
  (void) state;

  uint64_t offset = 0;

  for (size_t size = 0; size + 1 < sizeof sample; size++)
    {
      if (try_bytes (sample, size, &offset) != TRUNCATED)
        fail_msg ("the first %u bytes", (unsigned) size);
      assert_true (offset <= size && offset + 3 >= size);
      if (offset < size)
        assert_true ((guchar) sample[offset] >= 0xC0);
    }
  assert_int_equal (try_bytes (sample, sizeof sample - 1, &offset), PE_OK);
}

static void
mutate (char *bytes, size_t *size, uint32_t *number)
{
  static const char marks[] = "{}[]\",:\\u0019eE+-. \n\t/*'tfn\x00\x80\xC2\xE4\xF0\xFF";
  const size_t      at = next_number (number) % *size;

  switch (next_number (number) % 4)
    {
    case 0:
      bytes[at] = (char) next_number (number);
      break;
    case 1:
      bytes[at] = marks[next_number (number) % (sizeof marks - 1)];
      break;
    case 2:
      memmove (bytes + at, bytes + at + 1, *size - at - 1);
      --*size;
      break;
    default:
      memmove (bytes + at + 1, bytes + at, *size - at - 1);
      break;
    }
}

static void
test_mutations (void **state)
{
  (void) state;

  uint32_t number = 1;
  size_t   accepted = 0, refused = 0;

  for (size_t round = 0; round < 100000; round++)
    {
      char     bytes[sizeof sample];
      size_t   size = sizeof sample - 1, n = 1 + next_number (&number) % 3;
      uint64_t offset = 0;

      memcpy (bytes, sample, sizeof sample);
      for (size_t i = 0; i < n; i++)
        mutate (bytes, &size, &number);
      if (try_bytes (bytes, size, &offset) == PE_OK)
        accepted++;
      else
        refused++;
    }
  print_message ("%u mutations: %u accepted, %u refused\n", (unsigned) (accepted + refused), (unsigned) accepted,
                 (unsigned) refused);
  assert_true (accepted > 1000 && refused > 1000);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_every_kind),
    cmocka_unit_test (test_indices_that_are_none),
    cmocka_unit_test (test_scalar_documents),
    cmocka_unit_test (test_strings),
    cmocka_unit_test (test_neighbours),
    cmocka_unit_test (test_places),
    cmocka_unit_test (test_places_in_a_long_text),
    cmocka_unit_test (test_pointer_that_is_too_long),
    cmocka_unit_test (test_truncations),
    cmocka_unit_test (test_faults),
    cmocka_unit_test (test_messages),
    cmocka_unit_test (test_depth),
    cmocka_unit_test (test_digits),
    cmocka_unit_test (test_items),
    cmocka_unit_test (test_text_bytes),
    cmocka_unit_test (test_default_text_bytes),
    cmocka_unit_test (test_bytes),
    cmocka_unit_test (test_bad_limits),
    cmocka_unit_test (test_find_nul),
    cmocka_unit_test (test_truncation_everywhere),
    cmocka_unit_test (test_mutations),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
