/* test-batch-csv.c - the headings of a batch file, and where its records end
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "batch-files.h"

#define INPUTS "1/actual,1/target,budget.executed,budget.adjusted,3/ok"

static void
test_template (void **state)
{
  pe_batch_plan *plan = new_plan ();
  pe_batch_csv  *form;
  pe_text       *text = NULL;
  size_t         head;

  (void) state;
  assert_int_equal (pe_batch_csv_print_template (&text, plan, NULL), PE_OK);
  assert_string_equal (pe_text_get_data (text),
                       "unit,1/actual,1/target,budget.executed(元),budget.adjusted(元),3/ok\n");
  form = new_form (plan, pe_text_get_data (text), PE_BATCH_TOTALS, &head);
  assert_int_equal (head, pe_text_get_size (text));
  assert_ptr_equal (pe_batch_csv_get_plan (form), plan);
  pe_batch_csv_unref (pe_batch_csv_ref (form));
  pe_batch_csv_unref (form);
  pe_text_unref (text);
  pe_batch_plan_unref (plan);
}

static void
check_heading (const char *file, pe_batch_detail detail, const char *expected)
{
  pe_batch_plan *plan = new_plan ();
  size_t         head;
  pe_batch_csv  *form = new_form (plan, file, detail, &head);
  pe_text       *text = NULL;

  assert_int_equal (pe_batch_csv_print_heading (&text, form, NULL), PE_OK);
  assert_string_equal (pe_text_get_data (text), expected);
  assert_true (head == strlen (file) || file[head - 1] == '\n');
  pe_text_unref (text);
  pe_batch_csv_unref (form);
  pe_batch_plan_unref (plan);
}

/* A mark, other separators, CR LF, quotes, units in brackets of both widths; what is no input is carried through. */
static void
test_headings (void **state)
{
  (void) state;
  check_heading ("unit," INPUTS "\n1,2", PE_BATCH_TOTALS, "unit,total,grade\n");
  check_heading ("\xef\xbb\xbfunit," INPUTS "\r\n", PE_BATCH_NODES, "unit,total,grade,1,2,3\n");
  check_heading ("1/actual;1/target;budget.executed(万元);budget.adjusted（亿元）;3/ok;\"名称\"\"甲\"\"\"\n",
                 PE_BATCH_TOTALS, "\"名称\"\"甲\"\"\",total,grade\n");
  check_heading ("=a\t1/actual\t1/target\tbudget.executed\tbudget.adjusted\t3/ok", PE_BATCH_TOTALS,
                 "\"'=a\",total,grade\n");
}

typedef struct refusal
{
  const char *file;
  pe_status   status;
  uint64_t    column; /* 0: in no column */
} refusal;

/* Every fault of the headings has its code and its column. */
static void
test_refusals (void **state)
{
  static const refusal refusals[] = {
    { "", PE_ERROR_BATCH_HEADER, 0 },
    { "\n1\n", PE_ERROR_BATCH_HEADER, 0 },
    { "\"unit," INPUTS "\n", PE_ERROR_BATCH_HEADER, 0 },
    { "unit,1/target,budget.executed,budget.adjusted,3/ok\n", PE_ERROR_BATCH_COLUMN_MISSING, 0 },
    { "unit," INPUTS ",1/actual\n", PE_ERROR_CODE_DUPLICATE, 7 },
    { "unit," INPUTS ",unit\n", PE_ERROR_CODE_DUPLICATE, 7 },
    { "total," INPUTS "\n", PE_ERROR_CODE_DUPLICATE, 1 },
    { "1/actual,1/target,budget.executed(两),budget.adjusted,3/ok\n", PE_ERROR_UNIT_UNKNOWN, 3 },
    { "1/actual,1/target,budget.executed(个),budget.adjusted,3/ok\n", PE_ERROR_UNIT_MISMATCH, 3 },
    { "1/actual(万元),1/target,budget.executed,budget.adjusted,3/ok\n", PE_ERROR_UNIT_MISMATCH, 1 },
    { "unit,1/target(个),1/actual(%),budget.executed,budget.adjusted,3/ok\n", PE_ERROR_UNIT_MISMATCH, 2 },
    { "\xff," INPUTS "\n", PE_ERROR_INVALID_UTF8, 1 },
  };
  pe_batch_plan *plan = new_plan ();

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      pe_batch_csv *form = NULL;
      pe_findings  *findings = NULL;
      pe_error     *error = NULL;
      size_t        head = 77;

      assert_int_equal (
          pe_batch_csv_new (&form, &head, plan, refusals[i].file, strlen (refusals[i].file), NULL, &findings, &error),
          refusals[i].status);
      assert_null (form);
      assert_int_equal (head, 77);
      assert_int_equal (pe_place_get_column (pe_finding_get_place (pe_error_get_finding (error), 0)),
                        refusals[i].column);
      assert_true (pe_findings_get_count (findings, PE_SEVERITY_ERROR) >= 1);
      pe_findings_unref (findings);
      pe_error_unref (error);
    }
  pe_batch_plan_unref (plan);
}

/* Both headings that do not go together are named. */
static void
test_unlike_units (void **state)
{
  static const char file[] = "unit,1/actual(万元),1/target,budget.executed,budget.adjusted,3/ok\n";

  pe_batch_plan *plan = new_plan ();
  pe_batch_csv  *form = NULL;
  pe_error      *error = NULL;
  size_t         head;

  (void) state;
  assert_int_equal (pe_batch_csv_new (&form, &head, plan, file, strlen (file), NULL, NULL, &error),
                    PE_ERROR_UNIT_MISMATCH);
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_EN), "1/actual(万元) beside 1/target"));
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_ZH), "“1/actual(万元)”与“1/target”"));
  pe_error_unref (error);
  pe_batch_plan_unref (plan);
}

static void
test_arguments (void **state)
{
  pe_batch_csv_options options;
  pe_batch_plan       *plan = new_plan ();
  pe_batch_csv        *form = NULL;
  size_t               head;

  (void) state;
  assert_int_equal (pe_batch_csv_new (NULL, &head, plan, "a", 1, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_batch_csv_new (&form, NULL, plan, "a", 1, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_batch_csv_new (&form, &head, NULL, "a", 1, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_batch_csv_new (&form, &head, plan, NULL, 1, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_batch_csv_options_init (&options, sizeof options);
  options.detail = 3;
  assert_int_equal (pe_batch_csv_new (&form, &head, plan, "a", 1, &options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  options.struct_size = 4;
  assert_int_equal (pe_batch_csv_new (&form, &head, plan, "a", 1, &options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_batch_plan_unref (plan);
}

static void
check_split (const pe_batch_csv *form, const char *bytes, int32_t is_last, size_t expected)
{
  size_t whole = 99;

  assert_int_equal (pe_batch_csv_split (&whole, form, bytes, strlen (bytes), is_last, NULL), PE_OK);
  assert_int_equal (whole, expected);
}

/* A line end inside quotes ends nothing; a quote inside a cell opens nothing. */
static void
test_split (void **state)
{
  pe_batch_plan *plan = new_plan ();
  size_t         head, whole = 99;
  pe_batch_csv  *form = new_form (plan, "unit," INPUTS "\n", PE_BATCH_TOTALS, &head);

  (void) state;
  check_split (form, "", 0, 0);
  check_split (form, "a,1", 0, 0);
  check_split (form, "a,1", 1, 3);
  check_split (form, "a,1\nb,2\nc", 0, 8);
  check_split (form, "a,1\r\nb,2\r\n", 0, 10);
  check_split (form, "\"a\nb\",1\nc", 0, 8);
  check_split (form, "\"a\nb", 0, 0);
  check_split (form, "x\n\"a\nb", 0, 2);
  check_split (form, "5\"disk,1\nc", 0, 9);
  check_split (form, "\"a\"\"\nb\",1\nc", 0, 10);
  check_split (form, "\"a\"x,1\nb\n", 0, 9);
  check_split (form, "\"a\",1\nb,2\r", 0, 6);
  check_split (form, "\"a\",1\r", 1, 6);
  assert_int_equal (pe_batch_csv_split (&whole, form, "x\n\"a\nb", 6, 1, NULL), PE_ERROR_CSV_QUOTE);
  assert_int_equal (pe_batch_csv_split (&whole, form, "x", 1, 2, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (whole, 99);
  pe_batch_csv_unref (form);
  pe_batch_plan_unref (plan);
}

/* A record has the limit of a text: one byte below, at it, above it. */
static void
test_limit (void **state)
{
  pe_batch_plan       *plan = new_plan ();
  pe_batch_csv_options options;
  pe_read_options      read;
  pe_limits            limits;
  pe_batch_csv        *form = NULL;
  size_t               head, whole;
  char                 line[202];

  (void) state;
  memset (line, 'x', sizeof line);
  pe_limits_init (&limits, sizeof limits);
  limits.text_bytes = 200;
  pe_read_options_init (&read, sizeof read);
  read.limits = &limits;
  pe_batch_csv_options_init (&options, sizeof options);
  options.read = &read;
  assert_int_equal (
      pe_batch_csv_new (&form, &head, plan, "unit," INPUTS "\n", strlen ("unit," INPUTS "\n"), &options, NULL, NULL),
      PE_OK);
  assert_int_equal (pe_batch_csv_split (&whole, form, line, 199, 0, NULL), PE_OK);
  assert_int_equal (pe_batch_csv_split (&whole, form, line, 200, 0, NULL), PE_OK);
  assert_int_equal (pe_batch_csv_split (&whole, form, line, 201, 0, NULL), PE_ERROR_LIMIT_TEXT);
  pe_batch_csv_unref (form);
  pe_batch_plan_unref (plan);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_template),     cmocka_unit_test (test_headings),  cmocka_unit_test (test_refusals),
    cmocka_unit_test (test_unlike_units), cmocka_unit_test (test_arguments), cmocka_unit_test (test_split),
    cmocka_unit_test (test_limit),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
