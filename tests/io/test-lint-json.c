/* test-lint-json.c - a rulebook's document looked over, whatever it is
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

#define HEAD                                                                                                     \
  "\"format\": \"perfeval-rulebook/1\", \"id\": \"a\", \"edition\": \"1\", \"title\": {\"zh\": \"题\"}, "        \
  "\"kind\": \"department\", \"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"sample\", "      \
  "\"full_marks\": \"10\", \"rounding\": {\"rate\": null, \"leaf\": null, \"subtotal\": null, \"total\": null, " \
  "\"rank_on\": \"exact\"}"

static pe_findings *
lint (const char *text, pe_rulebook **rulebook)
{
  pe_findings    *findings = NULL;
  pe_read_options read;

  pe_read_options_init (&read, sizeof read);
  read.file = "rules.json";
  assert_int_equal (pe_rulebook_lint_json (&findings, rulebook, text, strlen (text), &read, NULL, NULL), PE_OK);
  return findings;
}

static void
check (const pe_findings *findings, size_t index, pe_status code, const char *path, uint64_t line, uint64_t column)
{
  const pe_finding *finding = pe_findings_get (findings, index);
  const pe_place   *place = pe_finding_get_place (finding, 0);

  assert_string_equal (pe_status_name (pe_finding_get_code (finding)), pe_status_name (code));
  assert_string_equal (pe_place_get_what (place), path);
  assert_string_equal (pe_place_get_file (place), "rules.json");
  assert_int_equal (pe_place_get_line (place), line);
  assert_int_equal (pe_place_get_column (place), column);
}

/* What the reader refuses and what lint says stand in one list. */
static void
test_all_at_once (void **state)
{
  static const char text[]
      = "{" HEAD ",\n"
        " \"indicators\": [\n"
        "  {\"code\": \"1\", \"name\": {\"zh\": \"一\"}, \"full_marks\": \"4\", \"rule\": {\"shape\": \"x/1\"}},\n"
        "  {\"code\": \"2\", \"name\": {\"zh\": \"二\"}, \"full_marks\": \"5\", \"rule\": {\"shape\": \"graded/1\",\n"
        "   \"bands\": [{\"id\": \"a\", \"name\": {\"zh\": \"甲\"}, \"from\": \"0.2\", \"to\": \"1\", \"ends\": "
        "\"[]\"}]}}]}";
  pe_rulebook *rulebook = NULL;
  pe_findings *findings = lint (text, &rulebook);

  (void) state;
  assert_null (rulebook);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 2);
  check (findings, 0, PE_ERROR_SHAPE_UNKNOWN, "/indicators/0/rule/shape", 3, 75);
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    if (pe_finding_get_code (pe_findings_get (findings, i)) == PE_WARNING_BANDS_GAP)
      check (findings, i, PE_WARNING_BANDS_GAP, "/indicators/1/rule/bands/0", 5, 14);
  pe_findings_unref (findings);
}

/* Faulty cases do not hide what is wrong with the marks, nor does lint then miss cases. */
static void
test_faulty_cases (void **state)
{
  static const char text[]
      = "{" HEAD ", \"indicators\": [{\"code\": \"1\", \"name\": {\"zh\": \"一\"}, "
        "\"full_marks\": \"4\", \"rule\": {\"shape\": \"attested/1\"}}],\n"
        "\"cases\": [{\"name\": {\"zh\": \"例\"}, \"dossier\": {\"facts\": []}, \"expect\": {}}]}";
  pe_findings *findings = lint (text, NULL);

  (void) state;
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 2);
  check (findings, 0, PE_ERROR_MEMBER_TYPE, "/cases/0/dossier/facts", 2, 54);
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    assert_int_not_equal (pe_finding_get_code (pe_findings_get (findings, i)), PE_WARNING_CASES_MISSING);
  pe_findings_unref (findings);
}

static void
test_cases_are_run (void **state)
{
  static const char text[]
      = "{" HEAD ", \"indicators\": [{\"code\": \"1\", \"name\": {\"zh\": \"一\"}, \"full_marks\": \"10\", "
        "\"rule\": {\"shape\": \"attested/1\"}}],\n"
        "\"cases\": [{\"name\": {\"zh\": \"例\"}, \"dossier\": {\"declared\": [{\"indicator\": \"1\", \"scorer\": "
        "\"self\", \"score\": \"9\"}]},\n"
        " \"expect\": {\"scores\": {\"1\": \"8\"}}},\n"
        "{\"name\": {\"zh\": \"二\"}, \"dossier\": {},\n \"expect\": {\"total\": 10}}]}";
  pe_rulebook *rulebook = NULL;
  pe_findings *findings = lint (text, &rulebook);

  (void) state;
  assert_non_null (rulebook);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 3);
  check (findings, 0, PE_ERROR_CASE_FAILED, "/cases/0/expect/scores/1", 3, 29);
  check (findings, 1, PE_ERROR_CASE_FAILED, "/cases/1/expect", 5, 12);
  check (findings, 2, PE_ERROR_SCORE_MISSING, "/cases/1/dossier/declared", 4, 34);
  pe_findings_unref (findings);
  pe_rulebook_unref (rulebook);
}

/* Two editions in two documents: the second place is in the other one. */
static void
test_others (void **state)
{
  char             *text = read_source_file ("rulebooks/guangdong-2023.json", NULL);
  pe_rulebook      *first = NULL, *second = NULL;
  pe_findings      *findings = lint (text, &first);
  pe_lint_options   options;
  pe_read_options   read;
  const pe_finding *finding;

  (void) state;
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 0);
  pe_findings_unref (findings);
  pe_lint_options_init (&options, sizeof options);
  options.others = &first;
  options.n_others = 1;
  pe_read_options_init (&read, sizeof read);
  read.file = "again.json";
  assert_int_equal (pe_rulebook_lint_json (&findings, &second, text, strlen (text), &read, &options, NULL), PE_OK);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 1);
  finding = pe_findings_get (findings, 0);
  assert_int_equal (pe_finding_get_code (finding), PE_ERROR_CODE_DUPLICATE);
  assert_string_equal (pe_place_get_file (pe_finding_get_place (finding, 0)), "again.json");
  assert_string_equal (pe_place_get_file (pe_finding_get_place (finding, 1)), "rules.json");
  assert_int_equal (pe_place_get_line (pe_finding_get_place (finding, 1)), 4);
  pe_findings_unref (findings);
  pe_rulebook_unref (first);
  pe_rulebook_unref (second);
  g_free (text);
}

/* Hostile documents */

/* Leaves and nothing else; marks of 1. */
static char *
make_leaves (size_t n)
{
  GString *text = g_string_new (
      "{\"format\": \"perfeval-rulebook/1\", \"id\": \"a\", \"edition\": \"1\", \"title\": "
      "{\"zh\": \"题\"}, \"kind\": \"department\", \"fiscal_years\": {\"first\": 2023, "
      "\"last\": 2023}, \"status\": \"sample\", \"rounding\": {\"rate\": null, \"leaf\": null, "
      "\"subtotal\": null, \"total\": null, \"rank_on\": \"exact\"}, ");

  g_string_append_printf (text, "\"full_marks\": %" G_GSIZE_FORMAT ", \"indicators\": [", n);
  for (size_t i = 0; i < n; i++)
    g_string_append_printf (text,
                            "%s{\"code\":\"%" G_GSIZE_FORMAT
                            "\",\"name\":{\"zh\":\"x\"},\"full_marks\":1,\"rule\":{\"shape\":\"attested/1\"}}",
                            i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

static void
test_million_leaves (void **state)
{
  char        *text = make_leaves (1000000);
  pe_findings *findings = lint (text, NULL);
  const gint64 start = g_get_monotonic_time ();

  (void) state;
  assert_int_equal (pe_findings_get_size (findings), 1);
  assert_int_equal (pe_finding_get_code (pe_findings_get (findings, 0)), PE_ERROR_LIMIT_BYTES);
  pe_findings_unref (findings);
  g_free (text);
  /* As many as the limits let through: 7 values each. */
  text = make_leaves (200000);
  findings = lint (text, NULL);
  print_message ("200000 leaves in %d ms\n", (int) ((g_get_monotonic_time () - start) / 1000));
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 0);
  /* A source and an English name are missing from each; the title has no English, nor are there cases; and the status. */
  assert_true (pe_findings_get_count (findings, PE_SEVERITY_WARNING) == 400003);
  assert_int_equal (pe_findings_get_size (findings), 101);
  pe_findings_unref (findings);
  g_free (text);
}

/* Groups in groups: the depth of documents bounds them. */
static void
test_deep (void **state)
{
  GString     *text = g_string_new ("{" HEAD ", \"indicators\": [");
  pe_findings *findings;

  (void) state;
  for (size_t i = 0; i < 1000; i++)
    g_string_append (text, "{\"code\": \"1\", \"indicators\": [");
  findings = lint (text->str, NULL);
  assert_int_equal (pe_findings_get_size (findings), 1);
  assert_int_equal (pe_finding_get_code (pe_findings_get (findings, 0)), PE_ERROR_LIMIT_DEPTH);
  pe_findings_unref (findings);
  g_string_free (text, TRUE);
}

/* Many cases times many leaves: refused before any is run. */
static void
test_cases_times_leaves (void **state)
{
  char        *leaves = make_leaves (3000);
  GString     *text = g_string_new_len (leaves, (gssize) strlen (leaves) - 1);
  pe_rulebook *rulebook = NULL;
  pe_findings *findings;
  gint64       start = g_get_monotonic_time ();

  (void) state;
  g_string_append (text, ",\n\"cases\": [");
  for (size_t i = 0; i < 2000; i++)
    g_string_append_printf (
        text, "%s{\"name\":{\"zh\":\"x\"},\"dossier\":{},\"expect\":{\"total\":1}}", i > 0 ? "," : "");
  g_string_append (text, "]}");
  findings = lint (text->str, &rulebook);
  print_message ("2000 cases of 3000 leaves in %d ms\n", (int) ((g_get_monotonic_time () - start) / 1000));
  assert_non_null (rulebook);
  check (findings, 0, PE_ERROR_LIMIT_ITEMS, "/cases", 2, 10);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 1);
  pe_findings_unref (findings);
  pe_rulebook_unref (rulebook);
  g_string_free (text, TRUE);
  g_free (leaves);
}

/* A case's dossier may not be one of the year of itself, and so on without an end: priors are bounded by the depth. */
static void
test_priors (void **state)
{
  GString     *text = g_string_new ("{" HEAD ", \"indicators\": [{\"code\": \"1\", \"name\": {\"zh\": \"一\"}, "
                                        "\"full_marks\": \"10\", \"rule\": {\"shape\": \"attested/1\"}}], "
                                        "\"cases\": [{\"name\": {\"zh\": \"x\"}, \"expect\": {\"total\": 1}, \"dossier\": {");
  pe_findings *findings;
  size_t       i;

  (void) state;
  for (i = 0; i < 70; i++)
    g_string_append_printf (text, "%s\"unit\": {\"name\": \"x\"}, \"kind\": \"department\", \"fiscal_year\": %d",
                            i > 0 ? ", \"prior\": {" : "", (int) (2023 - i));
  for (; i > 0; i--)
    g_string_append_c (text, '}');
  g_string_append (text, "}]}");
  findings = lint (text->str, NULL);
  assert_int_equal (pe_finding_get_code (pe_findings_get (findings, 0)), PE_ERROR_LIMIT_DEPTH);
  pe_findings_unref (findings);
  g_string_free (text, TRUE);
}

static pe_status
lint_damaged (const char *bytes, size_t size, const pe_read_options *options, pe_findings **findings, pe_error **error)
{
  pe_findings *found = NULL;
  pe_rulebook *rulebook = NULL;

  assert_int_equal (pe_rulebook_lint_json (&found, &rulebook, bytes, size, options, NULL, NULL), PE_OK);
  assert_true (rulebook != NULL || pe_findings_get_count (found, PE_SEVERITY_ERROR) > 0);
  pe_rulebook_unref (rulebook);
  pe_findings_unref (found);
  return read_rulebook (bytes, size, options, findings, error);
}

/* Every byte of a rulebook with cases, turned and cut. */
static void
test_damage (void **state)
{
  static const char text[]
      = "{" HEAD ", \"grades\": [{\"id\": \"g\", \"from\": \"0\", \"name\": {\"zh\": \"级\"}}], \"indicators\": "
        "[{\"code\": \"1\", \"name\": {\"zh\": \"一\"}, \"full_marks\": \"4\", \"rule\": {\"shape\": \"graded/1\", "
        "\"bound_places\": 0, \"bands\": [{\"id\": \"a\", \"name\": {\"zh\": \"甲\"}, \"from\": \"0.9\", \"to\": "
        "\"1\", "
        "\"ends\": \"[]\"}]}}, {\"code\": \"2\", \"name\": {\"zh\": \"二\"}, \"full_marks\": \"6\", \"declared\": "
        "\"only\", \"rule\": {\"shape\": \"capped_ratio/1\", \"actual\": \"1\", \"target\": \"2\", \"policies\": "
        "{\"zero_denominator\": \"zero\"}}}], \"cases\": [{\"name\": {\"zh\": \"例\"}, \"dossier\": {\"unit\": "
        "{\"name\": \"某局\"}, \"facts\": {\"1\": {\"grade\": \"a\", \"score\": \"4\"}}, \"declared\": "
        "[{\"indicator\": "
        "\"2\", \"scorer\": \"self\", \"score\": \"5\", \"reason\": \"x\"}], \"prior\": {\"unit\": {\"name\": \"x\"}, "
        "\"fiscal_year\": 2022, \"kind\": \"department\"}}, \"expect\": {\"scores\": {\"1\": \"4\"}, \"total\": \"9\", "
        "\"grade\": \"g\"}}, {\"name\": {\"zh\": \"误\"}, \"dossier\": {}, \"expect\": {\"error\": "
        "\"PE_ERROR_FIGURE_MISSING\", \"at\": \"1\"}}]}";
  pe_findings *findings = lint (text, NULL);

  (void) state;
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 0);
  pe_findings_unref (findings);
  check_damage (text, strlen (text), lint_damaged);
}

static void
test_arguments (void **state)
{
  pe_findings    *findings = NULL;
  pe_rulebook    *rulebook = NULL;
  pe_lint_options options;
  pe_read_options read;
  pe_error       *error = NULL;

  (void) state;
  assert_int_equal (pe_rulebook_lint_json (NULL, NULL, "", 0, NULL, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  pe_error_unref (error);
  assert_int_equal (pe_rulebook_lint_json (&findings, NULL, NULL, 0, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  memset (&options, 0, sizeof options);
  assert_int_equal (pe_rulebook_lint_json (&findings, NULL, "", 0, NULL, &options, NULL), PE_ERROR_INVALID_ARGUMENT);
  memset (&read, 0, sizeof read);
  assert_int_equal (pe_rulebook_lint_json (&findings, NULL, "", 0, &read, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (findings);
  assert_int_equal (pe_rulebook_lint_json (&findings, &rulebook, "", 0, NULL, NULL, NULL), PE_OK);
  assert_null (rulebook);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 1);
  pe_findings_unref (findings);
}

/* Rounded to whole points, 2.5 is 3: more than there is to be had. 2.50 under one place is 2.5. */
static void
test_marks_that_rounding_changes (void **state)
{
  static const char format[]
      = "{\"format\": \"perfeval-rulebook/1\", \"id\": \"a\", \"edition\": \"1\", \"title\": {\"zh\": \"题\"}, "
        "\"kind\": "
        "\"department\", \"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"sample\", \"full_marks\": "
        "\"2.50\", "
        "\"rounding\": {\"rate\": null, \"leaf\": {\"places\": %d, \"mode\": \"half_up\"}, \"subtotal\": null, "
        "\"total\": null, "
        "\"rank_on\": \"exact\"}, \"indicators\": [{\"code\": \"1\", \"name\": {\"zh\": \"一\"}, \"full_marks\": "
        "\"2.50\", "
        "\"rule\": {\"shape\": \"attested/1\"}}]}";

  (void) state;
  for (int places = 0; places <= 1; places++)
    {
      char        *text = g_strdup_printf (format, places);
      pe_findings *findings = lint (text, NULL);
      size_t       n = 0;

      for (size_t i = 0; i < pe_findings_get_size (findings); i++)
        if (pe_finding_get_code (pe_findings_get (findings, i)) == PE_WARNING_MARKS_ROUNDED)
          {
            assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_findings_get (findings, i), 0)),
                                 "/indicators/0/full_marks");
            n++;
          }
      assert_int_equal (n, places == 0 ? 1 : 0);
      pe_findings_unref (findings);
      g_free (text);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_marks_that_rounding_changes),
    cmocka_unit_test (test_all_at_once),
    cmocka_unit_test (test_faulty_cases),
    cmocka_unit_test (test_cases_are_run),
    cmocka_unit_test (test_others),
    cmocka_unit_test (test_million_leaves),
    cmocka_unit_test (test_deep),
    cmocka_unit_test (test_cases_times_leaves),
    cmocka_unit_test (test_priors),
    cmocka_unit_test (test_damage),
    cmocka_unit_test (test_arguments),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
