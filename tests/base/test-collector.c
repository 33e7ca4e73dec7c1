/* test-collector.c - the findings of one call
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/finding-private.h"

static pe_limits
limit_findings (uint32_t n)
{
  pe_limits limits;

  pe_limits_init (&limits, sizeof limits);
  limits.findings = n;
  return limits;
}

static void
test_nothing_found (void **state)
{
  (void) state;

  pe_collector collector;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;

  pe_collector_init (&collector, NULL);
  assert_int_equal (collector.limit, 100);
  assert_int_equal (pe_collector_get_n_errors (&collector), 0);
  assert_int_equal (pe_collector_finish (&collector, &findings, &error), PE_OK);
  assert_non_null (findings);
  assert_null (error);
  assert_int_equal (pe_findings_get_size (findings), 0);
  pe_findings_unref (findings);
}

static void
test_warnings_are_no_failure (void **state)
{
  (void) state;

  pe_collector collector;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;

  pe_collector_init (&collector, NULL);
  pe_collector_add (&collector, PE_WARNING_FACT_UNUSED, NULL, "code", "1.1", NULL);
  pe_collector_add (&collector, PE_NOTE_EMPTY_SLOT, NULL, "code", "1.2", NULL);
  assert_int_equal (pe_collector_finish (&collector, &findings, &error), PE_OK);
  assert_null (error);
  assert_int_equal (pe_findings_get_size (findings), 2);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_WARNING), 1);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_NOTE), 1);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 0);
  assert_int_equal (pe_finding_get_code (pe_findings_get (findings, 0)), PE_WARNING_FACT_UNUSED);
  pe_findings_unref (findings);
}

static void
test_first_error_with_count (void **state)
{
  (void) state;

  const pe_place place = PE_PLACE_WHAT ("/b");
  pe_collector   collector;
  pe_findings   *findings = NULL;
  pe_error      *error = NULL;

  pe_collector_init (&collector, NULL);
  pe_collector_add (&collector, PE_WARNING_FACT_UNUSED, NULL, "code", "1", NULL);
  pe_collector_add (&collector, PE_ERROR_TREE, &place, "code", "2", NULL);
  pe_collector_add (&collector, PE_ERROR_OVERFLOW, NULL, NULL);
  assert_int_equal (pe_collector_get_n_errors (&collector), 2);
  assert_int_equal (pe_collector_finish (&collector, &findings, &error), PE_ERROR_TREE);
  assert_int_equal (pe_error_get_status (error), PE_ERROR_TREE);
  assert_int_equal (pe_error_get_count (error), 2);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), "/b");
  assert_int_equal (pe_findings_get_size (findings), 3);
  /* The error outlives the list. */
  pe_findings_unref (findings);
  assert_int_equal (pe_finding_get_code (pe_error_get_finding (error)), PE_ERROR_TREE);
  pe_error_unref (error);
}

static void
test_outputs_are_nullable (void **state)
{
  (void) state;

  pe_collector collector;

  pe_collector_init (&collector, NULL);
  pe_collector_add (&collector, PE_ERROR_TREE, NULL, "code", "2", NULL);
  assert_int_equal (pe_collector_finish (&collector, NULL, NULL), PE_ERROR_TREE);
  pe_collector_init (&collector, NULL);
  pe_collector_add (&collector, PE_ERROR_TREE, NULL, "code", "2", NULL);
  pe_collector_clear (&collector);
}

/* Seven findings of which three are kept: a note says that four are missing, and every one is counted. */
static void
test_limit (void **state)
{
  (void) state;

  const pe_limits   limits = limit_findings (3);
  const pe_finding *note;
  pe_collector      collector;
  pe_findings      *findings = NULL;
  pe_error         *error = NULL;

  pe_collector_init (&collector, &limits);
  for (int i = 0; i < 5; i++)
    pe_collector_add (&collector, PE_WARNING_FACT_UNUSED, NULL, "code", "1", NULL);
  pe_collector_add (&collector, PE_ERROR_OVERFLOW, NULL, NULL);
  pe_collector_add (&collector, PE_ERROR_TREE, NULL, "code", "2", NULL);
  /* The first error lies past the limit and is reported all the same. */
  assert_int_equal (pe_collector_finish (&collector, &findings, &error), PE_ERROR_OVERFLOW);
  assert_int_equal (pe_error_get_count (error), 2);
  assert_int_equal (pe_findings_get_size (findings), 4);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_WARNING), 5);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 2);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_NOTE), 1);
  note = pe_findings_get (findings, 3);
  assert_int_equal (pe_finding_get_code (note), PE_NOTE_FINDINGS_CUT);
  assert_string_equal (pe_finding_get_parameter_name (note, 0), "count");
  assert_string_equal (pe_finding_get_parameter_text (note, 0), "4");
  assert_string_equal (pe_finding_get_parameter_text (note, 1), "3");
  assert_string_equal (pe_finding_get_message (note, PE_LANGUAGE_ZH), "另有 4 条发现未列出；上限为 3 条");
  pe_findings_unref (findings);
  pe_error_unref (error);
}

static void
test_limit_just_reached (void **state)
{
  (void) state;

  const pe_limits limits = limit_findings (2);
  pe_collector    collector;
  pe_findings    *findings = NULL;

  pe_collector_init (&collector, &limits);
  pe_collector_add (&collector, PE_NOTE_EMPTY_SLOT, NULL, "code", "1", NULL);
  pe_collector_add (&collector, PE_NOTE_EMPTY_SLOT, NULL, "code", "2", NULL);
  assert_int_equal (pe_collector_finish (&collector, &findings, NULL), PE_OK);
  assert_int_equal (pe_findings_get_size (findings), 2);
  pe_findings_unref (findings);
}

static void
test_limit_is_at_least_one (void **state)
{
  (void) state;

  const pe_limits limits = limit_findings (0);
  pe_collector    collector;

  pe_collector_init (&collector, &limits);
  assert_int_equal (collector.limit, 1);
  pe_collector_clear (&collector);
}

static void
test_take_error (void **state)
{
  (void) state;

  const pe_place place = PE_PLACE_WHAT ("/here");
  pe_collector   collector;
  pe_findings   *findings = NULL;
  pe_error      *error = NULL;

  pe_collector_init (&collector, NULL);
  pe_collector_take_error (&collector, NULL, NULL);
  pe_error_set (&error, PE_ERROR_DATE_SYNTAX, NULL, "found", "x", NULL);
  pe_collector_take_error (&collector, error, &place);
  error = NULL;
  pe_error_set (&error, PE_ERROR_DATE_RANGE, NULL, "found", "y", NULL);
  pe_collector_take_error (&collector, error, NULL);
  assert_int_equal (pe_collector_finish (&collector, &findings, NULL), PE_ERROR_DATE_SYNTAX);
  assert_int_equal (pe_findings_get_size (findings), 2);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_findings_get (findings, 0), 0)), "/here");
  assert_string_equal (pe_finding_get_parameter_text (pe_findings_get (findings, 0), 0), "x");
  assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_findings_get (findings, 1), 0)), "");
  pe_findings_unref (findings);
}

/* Another list, itself cut at two of five, goes into one with more room: its note is replaced by our own. */
static void
test_add_all (void **state)
{
  (void) state;

  const pe_limits limits = limit_findings (2);
  pe_collector    inner, outer;
  pe_findings    *findings = NULL, *all = NULL;
  pe_error       *error = NULL;

  pe_collector_init (&inner, &limits);
  for (int i = 0; i < 3; i++)
    pe_collector_add (&inner, PE_WARNING_FACT_UNUSED, NULL, "code", "1", NULL);
  pe_collector_add (&inner, PE_ERROR_TREE, NULL, "code", "2", NULL);
  pe_collector_add (&inner, PE_NOTE_EMPTY_SLOT, NULL, "code", "3", NULL);
  assert_int_equal (pe_collector_finish (&inner, &findings, NULL), PE_ERROR_TREE);

  pe_collector_init (&outer, NULL);
  pe_collector_add (&outer, PE_NOTE_EMPTY_SLOT, NULL, "code", "0", NULL);
  pe_collector_add_all (&outer, findings);
  pe_collector_add_all (&outer, NULL);
  pe_findings_unref (findings);
  assert_int_equal (pe_collector_get_n_errors (&outer), 1);
  assert_int_equal (pe_collector_finish (&outer, &all, &error), PE_ERROR_TREE);
  assert_int_equal (pe_error_get_status (error), PE_ERROR_TREE);
  assert_int_equal (pe_findings_get_size (all), 4);
  assert_int_equal (pe_findings_get_count (all, PE_SEVERITY_WARNING), 3);
  assert_int_equal (pe_findings_get_count (all, PE_SEVERITY_ERROR), 1);
  assert_int_equal (pe_findings_get_count (all, PE_SEVERITY_NOTE), 3);
  assert_string_equal (pe_finding_get_parameter_text (pe_findings_get (all, 3), 0), "3");
  pe_findings_unref (all);
  pe_error_unref (error);
}

static void
test_no_memory (void **state)
{
  (void) state;

  pe_collector collector;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;

  pe_collector_init (&collector, NULL);
  pe_collector_add (&collector, PE_ERROR_TREE, NULL, "code", "2", NULL);
  pe_error_set_no_memory (&error);
  pe_collector_take_error (&collector, error, NULL);
  assert_int_equal (collector.broken, PE_ERROR_NO_MEMORY);
  error = NULL;
  assert_int_equal (pe_collector_finish (&collector, &findings, &error), PE_ERROR_NO_MEMORY);
  assert_int_equal (pe_error_get_status (error), PE_ERROR_NO_MEMORY);
  assert_int_equal (pe_findings_get_size (findings), 2);
  assert_int_equal (pe_finding_get_code (pe_findings_get (findings, 1)), PE_ERROR_NO_MEMORY);
  pe_findings_unref (findings);

  pe_collector_init (&collector, NULL);
  pe_collector_add (&collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  assert_int_equal (pe_collector_get_n_errors (&collector), 1);
  assert_int_equal (pe_collector_finish (&collector, &findings, NULL), PE_ERROR_NO_MEMORY);
  assert_ptr_equal (findings, pe_findings_get_no_memory ());
  pe_findings_unref (findings);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_nothing_found),
    cmocka_unit_test (test_warnings_are_no_failure),
    cmocka_unit_test (test_first_error_with_count),
    cmocka_unit_test (test_outputs_are_nullable),
    cmocka_unit_test (test_limit),
    cmocka_unit_test (test_limit_just_reached),
    cmocka_unit_test (test_limit_is_at_least_one),
    cmocka_unit_test (test_take_error),
    cmocka_unit_test (test_add_all),
    cmocka_unit_test (test_no_memory),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
