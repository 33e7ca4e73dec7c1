/* test-document.c - what every document is refused for, whatever it is about
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

#include "documents.h"
#include "io/document-private.h"

/* Reads as far as the document layer goes; answers the status. */
static pe_status
open_and_close (const char *bytes, size_t size, const pe_read_options *options, pe_findings **findings,
                pe_error **error)
{
  pe_document document;

  pe_document_open (&document, TRUE, bytes, size, options);
  return pe_document_close (&document, findings, error);
}

/* Found by reading each file with a JSON library that reports names that stand twice, and by searching for \u0000. */
static const struct
{
  const char *name;
  pe_status   status;
} refused[] = {
  { "y_object_duplicated_key.json", PE_ERROR_JSON_DUPLICATE_KEY },
  { "y_object_duplicated_key_and_value.json", PE_ERROR_JSON_DUPLICATE_KEY },
  { "y_object_escaped_null_in_key.json", PE_ERROR_JSON_NUL },
  { "y_string_null_escape.json", PE_ERROR_JSON_NUL },
};

static pe_status
get_expected (const char *name)
{
  for (size_t i = 0; i < G_N_ELEMENTS (refused); i++)
    if (strcmp (refused[i].name, name) == 0)
      return refused[i].status;
  return PE_OK;
}

static void
test_corpus (void **state)
{
  const char *shared = g_getenv ("PERFEVAL_SHARED");
  char       *path = g_build_filename (shared != NULL ? shared : "", "corpora/json/test_parsing", NULL);
  GDir       *directory = g_dir_open (path, 0, NULL);
  const char *name;
  size_t      n = 0, n_refused = 0;

  (void) state;
  if (directory == NULL)
    {
      print_message ("SKIPPED: %s is not there; PERFEVAL_SHARED names the directory with the corpora\n", path);
      g_free (path);
      skip ();
    }
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      char  *file = g_build_filename (path, name, NULL), *bytes;
      size_t size;

      if (g_str_has_prefix (name, "y_"))
        {
          pe_status status;

          assert_true (g_file_get_contents (file, &bytes, &size, NULL));
          status = open_and_close (bytes, size, NULL, NULL, NULL);
          if (status != get_expected (name))
            fail_msg ("%s: %s", name, pe_status_name (status));
          n++;
          n_refused += status != PE_OK;
          g_free (bytes);
        }
      g_free (file);
    }
  print_message ("%d files, %d refused\n", (int) n, (int) n_refused);
  assert_true (n >= 90);
  assert_int_equal (n_refused, G_N_ELEMENTS (refused));
  g_dir_close (directory);
  g_free (path);
}

static const pe_place *
first_place (const pe_error *error)
{
  return pe_finding_get_place (pe_error_get_finding (error), 0);
}

static void
test_arguments (void **state)
{
  pe_read_options options;
  pe_limits       limits;
  pe_dossier     *dossier = NULL;
  pe_rulebook    *rulebook = NULL;
  pe_findings    *findings = NULL;
  pe_error       *error = NULL;

  (void) state;
  assert_int_equal (pe_dossier_from_json (NULL, "{}", 2, NULL, &findings, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_findings_get_size (findings), 1);
  g_clear_pointer (&findings, pe_findings_unref);
  g_clear_pointer (&error, pe_error_unref);
  assert_int_equal (pe_rulebook_from_json (NULL, "{}", 2, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_dossier_from_json (&dossier, NULL, 0, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rulebook_from_json (&rulebook, NULL, 0, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);

  memset (&options, 0, sizeof options);
  assert_int_equal (pe_dossier_from_json (&dossier, "{}", 2, &options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_read_options_init (&options, sizeof options);
  options.reserved = 1;
  assert_int_equal (pe_dossier_from_json (&dossier, "{}", 2, &options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_read_options_init (&options, sizeof options);
  options.file = "\xFF";
  assert_int_equal (pe_dossier_from_json (&dossier, "{}", 2, &options, NULL, NULL), PE_ERROR_INVALID_UTF8);
  pe_read_options_init (&options, sizeof options);
  pe_limits_init (&limits, sizeof limits);
  limits.depth = 100000;
  options.limits = &limits;
  assert_int_equal (pe_dossier_from_json (&dossier, "{}", 2, &options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (dossier);
  assert_null (rulebook);
  pe_read_options_init (NULL, 0);
}

/* What the header shows. */
static void
test_header_example (void **state)
{
  pe_rulebook *rulebook = NULL;
  pe_error    *error = NULL;

  (void) state;
  assert_int_equal (pe_rulebook_from_json (&rulebook, "{", 1, NULL, NULL, &error), PE_ERROR_JSON_TRUNCATED);
  assert_int_equal (pe_place_get_column (first_place (error)), 2);
  assert_null (pe_place_get_file (first_place (error)));
  pe_error_unref (error);
}

static void
test_size_is_checked_first (void **state)
{
  pe_error *error = NULL;

  (void) state;
  /* One byte is there: reading any more of the 300 MB would end the test. */
  assert_int_equal (read_dossier ("x", 300000000, NULL, NULL, &error), PE_ERROR_LIMIT_BYTES);
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_EN), "67108864"));
  g_clear_pointer (&error, pe_error_unref);
  assert_int_equal (read_rulebook ("x", 300000000, NULL, NULL, NULL), PE_ERROR_LIMIT_BYTES);
}

static void
test_limits (void **state)
{
  pe_read_options options;
  pe_limits       limits;
  pe_error       *error = NULL;
  GString        *text = g_string_new (NULL);

  (void) state;
  g_string_set_size (text, 1000000);
  memset (text->str, '[', text->len);
  assert_int_equal (read_dossier (text->str, text->len, NULL, NULL, &error), PE_ERROR_LIMIT_DEPTH);
  assert_int_equal (pe_place_get_line (first_place (error)), 1);
  assert_int_equal (pe_place_get_column (first_place (error)), 65);
  g_clear_pointer (&error, pe_error_unref);

  pe_read_options_init (&options, sizeof options);
  pe_limits_init (&limits, sizeof limits);
  options.limits = &limits;
  limits.items = 3;
  assert_int_equal (read_dossier ("[1,2,3,4]", 9, &options, NULL, NULL), PE_ERROR_LIMIT_ITEMS);
  pe_limits_init (&limits, sizeof limits);
  limits.text_bytes = 3;
  assert_int_equal (read_dossier ("[\"abcd\"]", 8, &options, NULL, NULL), PE_ERROR_LIMIT_TEXT);
  limits.bytes = 7;
  assert_int_equal (read_dossier ("[\"abcd\"]", 8, &options, NULL, NULL), PE_ERROR_LIMIT_BYTES);
  g_string_free (text, TRUE);
}

static void
test_digits (void **state)
{
  GString *text
      = g_string_new ("{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"x\"}, \"fiscal_year\": 2023, "
                      "\"kind\": \"department\",\n \"facts\": {\"1\": {\"a\": ");
  size_t    before = text->len;
  pe_error *error = NULL;

  (void) state;
  for (size_t i = 0; i < 100000; i++)
    g_string_append_c (text, '7');
  g_string_append (text, "}}}");
  assert_int_equal (read_dossier (text->str, text->len, NULL, NULL, &error), PE_ERROR_LIMIT_DIGITS);
  assert_int_equal (pe_place_get_line (first_place (error)), 2);
  g_clear_pointer (&error, pe_error_unref);

  g_string_truncate (text, before);
  g_string_append_c (text, '"');
  for (size_t i = 0; i < 100000; i++)
    g_string_append_c (text, '7');
  g_string_append (text, "\"}}}");
  assert_int_equal (read_dossier (text->str, text->len, NULL, NULL, &error), PE_ERROR_LIMIT_DIGITS);
  assert_string_equal (pe_place_get_what (first_place (error)), "/facts/1/a");
  assert_int_equal (pe_place_get_line (first_place (error)), 2);
  assert_int_equal (pe_place_get_column (first_place (error)), 23);
  pe_error_unref (error);
  g_string_free (text, TRUE);
}

static void
test_encoding (void **state)
{
  static const char bad[] = "{\n \"format\": \"\xB1\xE6\"}", mark[] = "\xEF\xBB\xBF{}";
  pe_error         *error = NULL;

  (void) state;
  assert_int_equal (read_dossier (bad, sizeof bad - 1, NULL, NULL, &error), PE_ERROR_INVALID_UTF8);
  assert_int_equal (pe_place_get_line (first_place (error)), 2);
  assert_int_equal (pe_place_get_column (first_place (error)), 13);
  g_clear_pointer (&error, pe_error_unref);
  assert_int_equal (read_dossier (mark, sizeof mark - 1, NULL, NULL, &error), PE_ERROR_JSON_SYNTAX);
  assert_int_equal (pe_place_get_column (first_place (error)), 1);
  pe_error_unref (error);
}

/* The message of the first fault. */
static char *
message_of (const char *text)
{
  pe_error *error = NULL;
  char     *message;

  assert_int_not_equal (read_dossier (text, strlen (text), NULL, NULL, &error), PE_OK);
  message = g_strdup (pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_error_unref (error);
  return message;
}

static void
test_remedies (void **state)
{
  static const struct
  {
    const char *text;
    const char *remedy;
  } cases[] = {
    { "{\"format\": \"perfeval-dossier/1\", \"fiscalyear\": 1}", "expected fiscal_year" },
    { "{\"format\": \"perfeval-dossier/1\", \"bugdet\": 1}", "expected budget" },
    { "{\"format\": \"perfeval-dossier/1\", \"xyzzy_plugh\": 1}", "format, unit, fiscal_year, kind" },
    { "{\"format\": \"perfeval-rulebook/1\"}", "expected perfeval-dossier/1" },
    { "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"x\"}, \"fiscal_year\": 2023, \"kind\": \"dept\"}",
      "department, project, policy" },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char *message = message_of (cases[i].text);

      if (strstr (message, cases[i].remedy) == NULL)
        fail_msg ("\"%s\" does not say \"%s\"", message, cases[i].remedy);
      g_free (message);
    }
}

static void
test_findings_limit (void **state)
{
  pe_read_options options;
  pe_limits       limits;
  pe_findings    *findings = NULL;
  pe_error       *error = NULL;
  GString        *text = g_string_new ("{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"x\"}, "
                                              "\"fiscal_year\": 2023, \"kind\": \"department\"");

  (void) state;
  for (int i = 0; i < 50; i++)
    g_string_append_printf (text, ", \"z%d\": 1", i);
  g_string_append_c (text, '}');
  pe_read_options_init (&options, sizeof options);
  pe_limits_init (&limits, sizeof limits);
  limits.findings = 2;
  options.limits = &limits;
  assert_int_equal (read_dossier (text->str, text->len, &options, &findings, &error), PE_ERROR_MEMBER_UNKNOWN);
  assert_int_equal (pe_findings_get_size (findings), 3);
  assert_int_equal (pe_finding_get_code (pe_findings_get (findings, 2)), PE_NOTE_FINDINGS_CUT);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 50);
  assert_int_equal (pe_error_get_count (error), 50);
  pe_findings_unref (findings);
  pe_error_unref (error);
  g_string_free (text, TRUE);
}

/* Names of records, their aliases, and what lies nearest above. */
static void
test_find (void **state)
{
  static const char text[]
      = "{\"unit\": {\"name\": 1}, \"name\": {\"zh\": 2}, \"zh\": 3, \"from\": 4, \"a/b~\": [5, {\"to\": 6}]}";
  static const struct
  {
    const char *path;
    const char *found;
  } cases[] = {
    { "", "" },
    { "/unit_name", "/unit/name" },
    { "/unit_code", "/unit" },
    { "/name_zh", "/name/zh" },
    { "/name_en", "/name" },
    { "/text_zh", "/zh" },
    { "/lower", "/from" },
    { "/lower/more", "/from" },
    { "/a~1b~0/1/upper", "/a~1b~0/1/to" },
    { "/a~1b~0/7", "/a~1b~0" },
    { "/a~1b~0/01", "/a~1b~0/1" },
    { "/a~1b~0/x", "/a~1b~0" },
    { "/nothing/at/all", "" },
  };
  pe_document document;

  (void) state;
  pe_document_open (&document, TRUE, text, sizeof text - 1, NULL);
  assert_non_null (document.json);
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      pe_buffer buffer = PE_BUFFER_INIT;
      pe_place  place;

      pe_json_get_place (document.json, pe_document_find (&document, 0, cases[i].path), FALSE, &place, &buffer);
      assert_string_equal (place.what, cases[i].found);
      pe_buffer_clear (&buffer);
    }
  assert_int_equal (pe_document_close (&document, NULL, NULL), PE_OK);
}

/* Every value but the one left out has its place, and no path is longer than it may be. */
static void
test_map (void **state)
{
  GString        *text = g_string_new ("{\"a\": [1,\n {\"b\": \"增\", \"c\": true}], \"prior\": {\"d\": 2}, \"");
  pe_document     document;
  pe_place_map   *map;
  const pe_place *place;

  (void) state;
  for (size_t i = 0; i < 2000; i++)
    g_string_append_c (text, 'n');
  g_string_append (text, "\": {\"e\": 3}, \"f\": 4}");
  pe_document_open (&document, TRUE, text->str, text->len, NULL);
  assert_non_null (document.json);
  map = pe_document_map_places (&document, 0, pe_document_find (&document, 0, "/prior"));
  assert_non_null (map);
  place = pe_place_map_find (map, "/a/1/c");
  assert_non_null (place);
  assert_int_equal (place->line, 2);
  assert_int_equal (place->column, 18);
  assert_non_null (pe_place_map_find (map, ""));
  assert_non_null (pe_place_map_find (map, "/a"));
  assert_non_null (pe_place_map_find (map, "/f"));
  assert_null (pe_place_map_find (map, "/prior"));
  assert_null (pe_place_map_find (map, "/prior/d"));
  pe_place_map_free (map);
  map = pe_document_map_places (&document, pe_document_find (&document, 0, "/prior"), PE_JSON_NONE);
  assert_non_null (pe_place_map_find (map, "/d"));
  assert_null (pe_place_map_find (map, "/f"));
  pe_place_map_free (map);
  assert_int_equal (pe_document_close (&document, NULL, NULL), PE_OK);
  g_string_free (text, TRUE);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_corpus),
    cmocka_unit_test (test_arguments),
    cmocka_unit_test (test_header_example),
    cmocka_unit_test (test_size_is_checked_first),
    cmocka_unit_test (test_limits),
    cmocka_unit_test (test_digits),
    cmocka_unit_test (test_encoding),
    cmocka_unit_test (test_remedies),
    cmocka_unit_test (test_findings_limit),
    cmocka_unit_test (test_find),
    cmocka_unit_test (test_map),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
