/* test-measure-json.c - the measures that a rulebook declares, from JSON and to it
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

#define FILE_NAME "tests/io/data/own-measures.json"

/* Figures that were worked out by hand stand in the file's cases. */
static void
test_cases (void **state)
{
  (void) state;

  pe_rulebook *rulebook = rulebook_from_file (FILE_NAME);
  pe_findings *findings = NULL;

  assert_int_equal (pe_rulebook_get_n_measures (rulebook), 5);
  assert_int_equal (pe_rulebook_get_n_cases (rulebook), 3);
  assert_int_equal (pe_rulebook_run_cases (&findings, rulebook, NULL, NULL), PE_OK);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 0);
  pe_findings_unref (findings);
  pe_rulebook_unref (rulebook);
}

static void
test_round_trip (void **state)
{
  (void) state;

  pe_rulebook             *rulebook = rulebook_from_file (FILE_NAME), *again;
  pe_text                 *text = text_of_rulebook (rulebook);
  pe_rulebook_measure_spec spec;

  again = rulebook_from (pe_text_get_data (text));
  assert_true (pe_rulebook_is_equal (rulebook, again));
  pe_rulebook_measure_spec_init (&spec, sizeof spec);
  assert_int_equal (pe_rulebook_measure_describe (&spec, pe_rulebook_get_measure (again, 2), NULL), PE_OK);
  assert_string_equal (spec.id, "measure.signed_share");
  assert_int_equal (spec.unit, PE_UNIT_PERCENT);
  assert_int_equal (spec.zero_state, PE_STATE_NOT_APPLICABLE);
  assert_int_equal (spec.n_columns, 2);
  assert_string_equal (spec.columns[1], "register.projects.signed");
  assert_int_equal (spec.types[1], PE_FACT_DATE);
  /* An argument that names a measure is written as it was. */
  assert_non_null (strstr (pe_text_get_data (text), "\"measure\": \"measure.signed_share\""));
  pe_text_unref (text);
  pe_rulebook_unref (again);
  pe_rulebook_unref (rulebook);
}

/* The file with a text in the place of another one. */
static pe_rulebook *
edited (const char *from, const char *to)
{
  size_t       size;
  char        *text = read_source_file (FILE_NAME, &size);
  char       **parts = g_strsplit (text, from, 2);
  char        *changed = g_strjoinv (to, parts);
  pe_rulebook *rulebook = rulebook_from (changed);

  assert_non_null (parts[1]);
  g_free (text);
  g_strfreev (parts);
  g_free (changed);
  return rulebook;
}

static void
test_comparison (void **state)
{
  (void) state;

  pe_rulebook            *older = rulebook_from_file (FILE_NAME);
  pe_rulebook            *newer = edited ("[approved and signed != null]", "[signed != null]");
  pe_rulebook_comparison *comparison = NULL;
  pe_difference           difference;

  assert_false (pe_rulebook_is_equal (older, newer));
  assert_int_equal (pe_rulebook_compare (&comparison, older, newer, NULL), PE_OK);
  pe_difference_init (&difference, sizeof difference);
  assert_int_equal (pe_rulebook_comparison_get_difference (&difference, comparison, 0, NULL), PE_OK);
  assert_int_equal (difference.aspect, PE_ASPECT_MEASURE);
  assert_int_equal (difference.change, PE_CHANGE_CHANGED);
  assert_string_equal (difference.code, "measure.signed_share");
  assert_string_equal (difference.name, "formula");
  pe_rulebook_comparison_unref (comparison);
  pe_rulebook_unref (older);
  pe_rulebook_unref (newer);
}

static void
test_lint (void **state)
{
  (void) state;

  pe_rulebook *rulebook = edited ("\"measure.unsigned / 2\"", "\"count(procurement.records) / 2\"");
  pe_findings *findings = NULL;
  size_t       n = 0;

  assert_int_equal (pe_rulebook_lint (&findings, rulebook, NULL, NULL), PE_OK);
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    if (pe_finding_get_code (pe_findings_get (findings, i)) == PE_WARNING_MEASURE_IDLE)
      {
        assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_findings_get (findings, i), 0)),
                             "/measures/4");
        n++;
      }
  assert_int_equal (n, 1);
  pe_findings_unref (findings);
  pe_rulebook_unref (rulebook);
}

static void
test_faults (void **state)
{
  (void) state;
  check_faults ("measure-faults.txt", read_rulebook);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_cases), cmocka_unit_test (test_round_trip), cmocka_unit_test (test_comparison),
    cmocka_unit_test (test_lint),  cmocka_unit_test (test_faults),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
