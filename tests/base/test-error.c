/* test-error.c - why a call failed
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

#include "base/finding-private.h"

static void
test_set (void **state)
{
  (void) state;

  const pe_place    place = { "/date", "a.json", NULL, 3, 4, 5, 6 };
  pe_error         *error = NULL;
  const pe_finding *finding;

  assert_int_equal (pe_error_set (&error, PE_ERROR_DATE_SYNTAX, &place, "found", "2023/1/1", "name", "date", NULL),
                    PE_ERROR_DATE_SYNTAX);
  assert_int_equal (pe_error_get_status (error), PE_ERROR_DATE_SYNTAX);
  assert_int_equal (pe_error_get_count (error), 1);
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_EN),
                       "date: \"2023/1/1\" is not a date; expected YYYY-MM-DD, e.g. 2023-12-31");
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_ZH),
                       "date：“2023/1/1”不是日期；应按 YYYY-MM-DD 书写，如 2023-12-31");
  finding = pe_error_get_finding (error);
  assert_int_equal (pe_finding_get_severity (finding), PE_SEVERITY_ERROR);
  assert_string_equal (pe_place_get_file (pe_finding_get_place (finding, 0)), "a.json");
  assert_int_equal (pe_place_get_line (pe_finding_get_place (finding, 0)), 3);
  pe_error_unref (error);
}

static void
test_null_text_is_not_given (void **state)
{
  (void) state;

  pe_error *error = NULL;

  pe_error_set (&error, PE_ERROR_DATE_SYNTAX, NULL, "name", NULL, "found", "x", NULL);
  assert_int_equal (pe_finding_get_n_parameters (pe_error_get_finding (error)), 1);
  assert_string_equal (pe_finding_get_parameter_name (pe_error_get_finding (error), 0), "found");
  pe_error_unref (error);
}

static void
test_no_error_wanted (void **state)
{
  (void) state;

  assert_int_equal (pe_error_set (NULL, PE_ERROR_OVERFLOW, NULL, NULL), PE_ERROR_OVERFLOW);
  assert_int_equal (pe_error_set_no_memory (NULL), PE_ERROR_NO_MEMORY);
  assert_int_equal (pe_error_set_argument (NULL, "out", "not NULL"), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_error_set_finding (NULL, (pe_finding *) &pe_finding_no_memory, 1), PE_ERROR_NO_MEMORY);
}

static void
test_argument (void **state)
{
  (void) state;

  pe_error *error = NULL;

  assert_int_equal (pe_error_set_argument (&error, "out", "not NULL"), PE_ERROR_INVALID_ARGUMENT);
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_EN),
                       "the argument out cannot be used; expected not NULL");
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_ZH), "参数 out 不可用；应为：非空指针");
  pe_error_unref (error);
  pe_error_set_argument (&error, "places", NULL);
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_EN), "the argument places cannot be used");
  pe_error_unref (error);
}

static void
test_no_memory_is_immortal (void **state)
{
  (void) state;

  pe_error *error = NULL, *other = NULL;

  assert_int_equal (pe_error_set_no_memory (&error), PE_ERROR_NO_MEMORY);
  for (int i = 0; i < 3; i++)
    pe_error_unref (error);
  assert_ptr_equal (pe_error_ref (error), error);
  assert_int_equal (pe_error_get_status (error), PE_ERROR_NO_MEMORY);
  assert_int_equal (pe_error_get_count (error), 1);
  assert_int_equal (pe_finding_get_code (pe_error_get_finding (error)), PE_ERROR_NO_MEMORY);
  assert_true (strlen (pe_error_get_message (error, PE_LANGUAGE_EN)) > 0);
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_ZH), "内存"));
  assert_int_equal (pe_error_set (&other, PE_ERROR_NO_MEMORY, NULL, NULL), PE_ERROR_NO_MEMORY);
  assert_ptr_equal (other, error);
  assert_int_equal (pe_error_set_finding (&other, (pe_finding *) &pe_finding_no_memory, 5), PE_ERROR_NO_MEMORY);
  assert_ptr_equal (other, error);
}

static void
test_null (void **state)
{
  (void) state;

  assert_int_equal (pe_error_get_status (NULL), PE_OK);
  assert_string_equal (pe_error_get_message (NULL, PE_LANGUAGE_ZH), "");
  assert_null (pe_error_get_finding (NULL));
  assert_int_equal (pe_error_get_count (NULL), 0);
  assert_null (pe_error_ref (NULL));
  pe_error_unref (NULL);
}

/* Sixteen parameters are kept: what comes after them is in no message. */
static void
test_too_many_parameters (void **state)
{
  (void) state;

  pe_error *error = NULL;

  pe_error_set (&error, PE_ERROR_DATE_SYNTAX, NULL, "a", "1", "b", "2", "c", "3", "d", "4", "e", "5", "f", "6", "g",
                "7", "h", "8", "i", "9", "j", "10", "k", "11", "l", "12", "m", "13", "n", "14", "o", "15", "p", "16",
                "q", "17", NULL);
  assert_int_equal (pe_finding_get_n_parameters (pe_error_get_finding (error)), 16);
  assert_string_equal (pe_finding_get_parameter_text (pe_error_get_finding (error), 15), "16");
  pe_error_unref (error);
}

/* An error and a warning; the limit cuts what comes after n of them. */
static pe_findings *
make_findings (uint32_t limit)
{
  pe_collector collector;
  pe_findings *findings = NULL;

  pe_collector_init (&collector, NULL);
  collector.limit = limit;
  pe_collector_add (&collector, PE_ERROR_TREE, NULL, "code", "1", NULL);
  pe_collector_add (&collector, PE_WARNING_FACT_UNUSED, NULL, "code", "2", NULL);
  assert_int_equal (pe_collector_finish (&collector, &findings, NULL), PE_ERROR_TREE);
  return findings;
}

/* One behind the other, NULL among them; what a list had cut is counted still, and the new list says so at its end. */
static void
test_join (void **state)
{
  (void) state;

  pe_findings *lists[] = { make_findings (100), NULL, make_findings (1) };
  pe_findings *joined = NULL;

  assert_int_equal (pe_findings_join (&joined, lists, G_N_ELEMENTS (lists), NULL), PE_OK);
  assert_int_equal (pe_findings_get_size (joined), 4);
  assert_int_equal (pe_finding_get_code (pe_findings_get (joined, 0)), PE_ERROR_TREE);
  assert_int_equal (pe_finding_get_code (pe_findings_get (joined, 1)), PE_WARNING_FACT_UNUSED);
  assert_int_equal (pe_finding_get_code (pe_findings_get (joined, 2)), PE_ERROR_TREE);
  assert_int_equal (pe_finding_get_code (pe_findings_get (joined, 3)), PE_NOTE_FINDINGS_CUT);
  assert_string_equal (pe_finding_get_parameter_text (pe_findings_get (joined, 3), 0), "1");
  assert_int_equal (pe_findings_get_count (joined, PE_SEVERITY_ERROR), 2);
  assert_int_equal (pe_findings_get_count (joined, PE_SEVERITY_WARNING), 2);
  pe_findings_unref (joined);
  assert_int_equal (pe_findings_join (&joined, NULL, 0, NULL), PE_OK);
  assert_int_equal (pe_findings_get_size (joined), 0);
  pe_findings_unref (joined);
  pe_findings_unref (lists[0]);
  pe_findings_unref (lists[2]);
}

static void
test_join_null (void **state)
{
  (void) state;

  pe_findings *joined = NULL;
  pe_error    *error = NULL;

  assert_int_equal (pe_findings_join (NULL, NULL, 0, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_EN),
                       "the argument out cannot be used; expected not NULL");
  pe_error_unref (error);
  error = NULL;
  assert_int_equal (pe_findings_join (&joined, NULL, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_EN),
                       "the argument lists cannot be used; expected not NULL");
  pe_error_unref (error);
  assert_null (joined);
}

static gpointer
ref_and_unref (gpointer data)
{
  for (int i = 0; i < 100000; i++)
    pe_error_unref (pe_error_ref (data));
  return NULL;
}

/* Four threads share one error; what is left at the end is the reference that the test holds. */
static void
test_threads (void **state)
{
  (void) state;

  GThread  *threads[4];
  pe_error *error = NULL;

  pe_error_set (&error, PE_ERROR_OVERFLOW, NULL, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, ref_and_unref, error);
  for (size_t i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  assert_int_equal (pe_error_get_status (error), PE_ERROR_OVERFLOW);
  pe_error_unref (error);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_set),
    cmocka_unit_test (test_null_text_is_not_given),
    cmocka_unit_test (test_no_error_wanted),
    cmocka_unit_test (test_too_many_parameters),
    cmocka_unit_test (test_argument),
    cmocka_unit_test (test_no_memory_is_immortal),
    cmocka_unit_test (test_null),
    cmocka_unit_test (test_join),
    cmocka_unit_test (test_join_null),
    cmocka_unit_test (test_threads),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
