/* test-budget.c - what a unit may spend and has spent in a year
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glib.h>
#include <string.h>

#include "model/budget-private.h"
#include "records.h"

static pe_budget_builder *
make_builder (void)
{
  pe_budget_builder *builder = NULL;

  assert_int_equal (pe_budget_builder_new (&builder, NULL, NULL), PE_OK);
  return builder;
}

static void
assert_amount (const pe_budget *budget, pe_budget_category category, pe_amount amount, const char *expected)
{
  pe_figure found;

  assert_int_equal (pe_budget_compute_amount (&found, budget, category, amount, NULL), PE_OK);
  assert_figure (&found, expected);
}

static void
assert_rest (const pe_budget *budget, size_t index, pe_amount amount, const char *expected)
{
  pe_figure found;

  assert_int_equal (pe_budget_compute_not_itemised (&found, budget, index, amount, NULL), PE_OK);
  assert_figure (&found, expected);
}

/* The published figures: 1555.88 + 599.73 = 2155.61, 1549.83 + 599.73 = 2149.56, 599.73 - 248.55 - 99.80 = 251.38. */
static void
test_zengcheng (void **state)
{
  pe_budget_line lines[N_ZENGCHENG];
  pe_budget     *budget;

  (void) state;
  make_zengcheng (lines);
  budget = make_budget (lines, N_ZENGCHENG);
  assert_int_equal (pe_budget_get_n_lines (budget), 4);
  assert_amount (budget, PE_BUDGET_TOTAL, PE_AMOUNT_ADJUSTED, "2155.61万元");
  assert_amount (budget, PE_BUDGET_TOTAL, PE_AMOUNT_EXECUTED, "2149.56万元");
  assert_amount (budget, PE_BUDGET_TOTAL, PE_AMOUNT_INITIAL, "");
  assert_amount (budget, PE_BUDGET_BASIC, PE_AMOUNT_EXECUTED, "1549.83万元");
  assert_amount (budget, PE_BUDGET_PROJECT, PE_AMOUNT_ADJUSTED, "599.73万元");
  assert_amount (budget, PE_BUDGET_OTHER, PE_AMOUNT_ADJUSTED, "");
  assert_rest (budget, 1, PE_AMOUNT_ADJUSTED, "251.38万元");
  assert_rest (budget, 1, PE_AMOUNT_EXECUTED, "251.38万元");
  assert_rest (budget, 1, PE_AMOUNT_INITIAL, "");
  assert_rest (budget, 0, PE_AMOUNT_ADJUSTED, "-");
  pe_budget_unref (budget);
}

/* Basic spending is its two parts (a whole yuan is four places of 万元); a complete line is what stands below it; the total adds up what was derived. */
static void
test_derived (void **state)
{
  const pe_budget_line lines[] = {
    make_line (0, PE_BUDGET_BASIC, 0, "基本支出", ". . 9万元"),
    make_line (1, PE_BUDGET_BASIC_PERSONNEL, 0, "人员经费", "1.5万元 2万元 3万元"),
    make_line (1, PE_BUDGET_BASIC_PUBLIC, 0, "公用经费", "5000元 . 4万元"),
    make_line (0, PE_BUDGET_PROJECT, 1, "项目支出", ". . ."),
    make_line (4, 0, 0, "一", "1元 1元 1元"),
    make_line (4, 0, 0, "二", "2元 2元 -"),
  };
  pe_budget *budget = make_budget (lines, G_N_ELEMENTS (lines));

  (void) state;
  assert_amount (budget, PE_BUDGET_BASIC, PE_AMOUNT_INITIAL, "2.0000万元");
  assert_amount (budget, PE_BUDGET_BASIC, PE_AMOUNT_ADJUSTED, "");
  assert_amount (budget, PE_BUDGET_BASIC, PE_AMOUNT_EXECUTED, "9万元");
  assert_amount (budget, PE_BUDGET_PROJECT, PE_AMOUNT_INITIAL, "3元");
  assert_amount (budget, PE_BUDGET_PROJECT, PE_AMOUNT_EXECUTED, "1元");
  assert_amount (budget, PE_BUDGET_TOTAL, PE_AMOUNT_INITIAL, "2.0003万元");
  assert_amount (budget, PE_BUDGET_TOTAL, PE_AMOUNT_ADJUSTED, "");
  assert_amount (budget, PE_BUDGET_TOTAL, PE_AMOUNT_EXECUTED, "9.0001万元");
  assert_rest (budget, 0, PE_AMOUNT_EXECUTED, "2万元");
  assert_rest (budget, 3, PE_AMOUNT_EXECUTED, "");
  pe_budget_unref (budget);
}

/* What is complete gives its sum at every depth, also where a line stands between that gives nothing itself. */
static void
test_derived_depth (void **state)
{
  const pe_budget_line lines[] = {
    make_line (0, PE_BUDGET_TOTAL, 1, "合计", ". . ."),
    make_line (1, PE_BUDGET_BASIC, 1, "基本支出", ". . 1元"),
    make_line (2, PE_BUDGET_BASIC_PERSONNEL, 1, "人员经费", ". . ."),
    make_line (3, 0, 0, "工资", "6元 6元 6元"),
    make_line (3, 0, 0, "津贴", "- . 1元"),
    make_line (1, PE_BUDGET_PROJECT, 0, "项目支出", "10元 10元 10元"),
  };
  pe_budget *budget = make_budget (lines, G_N_ELEMENTS (lines));

  (void) state;
  assert_amount (budget, PE_BUDGET_BASIC_PERSONNEL, PE_AMOUNT_INITIAL, "6元");
  assert_amount (budget, PE_BUDGET_BASIC, PE_AMOUNT_INITIAL, "6元");
  assert_amount (budget, PE_BUDGET_TOTAL, PE_AMOUNT_INITIAL, "16元");
  assert_amount (budget, PE_BUDGET_BASIC, PE_AMOUNT_ADJUSTED, "");
  assert_amount (budget, PE_BUDGET_TOTAL, PE_AMOUNT_ADJUSTED, "");
  assert_amount (budget, PE_BUDGET_BASIC_PERSONNEL, PE_AMOUNT_EXECUTED, "7元");
  assert_amount (budget, PE_BUDGET_TOTAL, PE_AMOUNT_EXECUTED, "11元");
  pe_budget_unref (budget);
}

static void
test_total_line (void **state)
{
  const pe_budget_line lines[] = {
    make_line (0, PE_BUDGET_TOTAL, 1, "合计", "30万元 . -"),
    make_line (1, PE_BUDGET_BASIC, 1, "基本支出", "10万元 . 1万元"),
    make_line (2, PE_BUDGET_BASIC_PERSONNEL, 0, "人员经费", "10万元 4万元 1万元"),
    make_line (1, PE_BUDGET_OTHER, 0, "其他支出", "200000元 6万元 1万元"),
  };
  pe_budget *budget = make_budget (lines, G_N_ELEMENTS (lines));

  (void) state;
  assert_amount (budget, PE_BUDGET_TOTAL, PE_AMOUNT_INITIAL, "30万元");
  assert_amount (budget, PE_BUDGET_TOTAL, PE_AMOUNT_ADJUSTED, "10万元");
  assert_amount (budget, PE_BUDGET_TOTAL, PE_AMOUNT_EXECUTED, "-");
  assert_rest (budget, 0, PE_AMOUNT_INITIAL, "0.0000万元");
  assert_rest (budget, 0, PE_AMOUNT_EXECUTED, "-");
  pe_budget_unref (budget);
}

/* Lines come out in printed order, and the same tree is the same budget whatever the order of adding. */
static void
test_printed_order (void **state)
{
  static const char *const names[] = { "一", "一之一", "一之二", "二", "二之一" };
  const pe_budget_line     sorted[]
      = { make_line (0, 0, 0, "一", "."), make_line (1, 0, 0, "一之一", "1元"), make_line (1, 0, 0, "一之二", "."),
          make_line (0, 0, 0, "二", "."), make_line (4, 0, 0, "二之一", ".") },
      mixed[] = { make_line (0, 0, 0, "一", "."), make_line (0, 0, 0, "二", "."), make_line (2, 0, 0, "二之一", "."),
                  make_line (1, 0, 0, "一之一", "1元"), make_line (1, 0, 0, "一之二", ".") },
      other[] = { make_line (0, 0, 0, "一", "."), make_line (0, 0, 0, "二", "."), make_line (2, 0, 0, "二之一", "."),
                  make_line (1, 0, 0, "一之二", "."), make_line (1, 0, 0, "一之一", "1元") };
  pe_budget *a = make_budget (sorted, 5), *b = make_budget (mixed, 5), *c = make_budget (other, 5);

  (void) state;
  for (size_t i = 0; i < 5; i++)
    {
      pe_budget_line line;

      pe_budget_line_init (&line, sizeof line);
      assert_int_equal (pe_budget_get_line (&line, b, i, NULL), PE_OK);
      assert_string_equal (line.name, names[i]);
      assert_int_equal (line.parent, sorted[i].parent);
      assert_int_equal (line.struct_size, sizeof line);
    }
  assert_int_equal (pe_budget_is_equal (a, b), 1);
  assert_int_equal (pe_budget_is_equal (a, c), 0);
  pe_budget_unref (a);
  pe_budget_unref (b);
  pe_budget_unref (c);
}

static void
assert_path (const pe_budget *budget, size_t index, const char *expected)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *path;

  pe_budget_print_path (budget, index, &buffer);
  path = pe_buffer_steal (&buffer);
  assert_string_equal (path, expected);
  g_free (path);
}

static void
test_paths (void **state)
{
  const pe_budget_line lines[]
      = { make_line (0, 0, 0, "一", "."), make_line (0, PE_BUDGET_PROJECT, 0, "二", "."),
          make_line (2, 0, 0, "三", "."), make_line (2, 0, 0, "四", "."), make_line (4, 0, 0, "五", ".") };
  pe_budget *budget = make_budget (lines, 5);
  size_t     index = 9;

  (void) state;
  assert_path (budget, 0, "/budget/lines/0");
  assert_path (budget, 1, "/budget/lines/1");
  assert_path (budget, 3, "/budget/lines/1/lines/1");
  assert_path (budget, 4, "/budget/lines/1/lines/1/lines/0");
  assert_string_equal (pe_budget_find_category (budget, PE_BUDGET_PROJECT, &index)->name, "二");
  assert_int_equal (index, 1);
  assert_null (pe_budget_find_category (budget, PE_BUDGET_BASIC, &index));
  assert_string_equal (pe_budget_peek_line (budget, 2)->name, "三");
  pe_budget_unref (budget);
}

/* Everything that does not add up is reported at once, with both sums and both places. */
static void
test_mismatches (void **state)
{
  const pe_budget_line lines[] = {
    make_line (0, PE_BUDGET_TOTAL, 1, "合计", "10万元 10万元 10.00万元"),
    make_line (1, PE_BUDGET_BASIC, 0, "基本支出", "4万元 4万元 40000元"),
    make_line (1, PE_BUDGET_PROJECT, 1, "项目支出", "6万元 7万元 5.99万元"),
    make_line (3, 0, 0, "一", "60000元 70000元 ."),
  };
  pe_budget_builder *builder = make_builder ();
  pe_budget         *budget = NULL;
  pe_findings       *findings = NULL;
  pe_error          *error = NULL;
  const char        *message;

  (void) state;
  assert_int_equal (pe_budget_builder_add_many (builder, lines, G_N_ELEMENTS (lines), NULL), PE_OK);
  assert_int_equal (pe_budget_builder_build (&budget, builder, &findings, &error), PE_ERROR_SUM_MISMATCH);
  assert_null (budget);
  assert_int_equal (pe_findings_get_size (findings), 2);
  assert_int_equal (pe_error_get_count (error), 2);
  assert_finding (findings, 0, PE_ERROR_SUM_MISMATCH, "/budget/lines/0/adjusted", "/budget/lines/0/lines");
  assert_finding (findings, 1, PE_ERROR_SUM_MISMATCH, "/budget/lines/0/executed", "/budget/lines/0/lines");
  message = pe_finding_get_message (pe_findings_get (findings, 0), PE_LANGUAGE_EN);
  assert_non_null (strstr (message, "11"));
  assert_non_null (strstr (message, "10"));
  message = pe_finding_get_message (pe_findings_get (findings, 1), PE_LANGUAGE_ZH);
  assert_non_null (strstr (message, "9.99"));
  assert_non_null (strstr (message, "10.00"));
  assert_non_null (strstr (message, "万元"));
  pe_findings_unref (findings);
  pe_error_unref (error);
  assert_int_equal (pe_budget_builder_build (&budget, builder, NULL, NULL), PE_ERROR_SUM_MISMATCH);
  pe_budget_builder_free (builder);
}

/* The sum of the lines does not fit into a figure, so both sums cannot be named. */
static void
test_overflow (void **state)
{
  pe_budget_line     lines[] = { make_line (0, PE_BUDGET_BASIC, 1, "一", ". . 1元"), make_line (1, 0, 0, "二", "."),
                                 make_line (1, 0, 0, "三", ".") };
  pe_budget_builder *builder = make_builder ();
  pe_budget         *budget = NULL;
  pe_findings       *findings = NULL;
  pe_error          *error = NULL;
  pe_figure          out = { { 7, 0, 0 }, PE_STATE_VALUE, PE_UNIT_DAY };

  (void) state;
  lines[1].executed = lines[2].executed = (pe_figure) { { INT64_MAX, 0, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN };
  assert_int_equal (pe_budget_builder_add_many (builder, lines, 3, NULL), PE_OK);
  assert_refused (pe_budget_builder_build (&budget, builder, &findings, &error), &error, PE_ERROR_OVERFLOW,
                  "/budget/lines/0/executed");
  assert_finding (findings, 0, PE_ERROR_OVERFLOW, "/budget/lines/0/executed", NULL);
  pe_findings_unref (findings);
  pe_budget_builder_free (builder);
  lines[1].parent = lines[2].parent = 0;
  budget = make_budget (lines, 3);
  assert_refused (pe_budget_compute_amount (&out, budget, PE_BUDGET_TOTAL, PE_AMOUNT_EXECUTED, &error), &error,
                  PE_ERROR_OVERFLOW, NULL);
  assert_int_equal (out.value.coefficient, 7);
  pe_budget_unref (budget);
  lines[1].parent = lines[2].parent = 1;
  lines[0].complete = 0;
  budget = make_budget (lines, 3);
  assert_refused (pe_budget_compute_not_itemised (&out, budget, 0, PE_AMOUNT_EXECUTED, &error), &error,
                  PE_ERROR_OVERFLOW, NULL);
  assert_int_equal (out.value.coefficient, 7);
  pe_budget_unref (budget);
}

/* Amounts that fit, in a unit in which they do not. */
static void
test_far_units (void **state)
{
  pe_budget_line lines[] = { make_line (0, PE_BUDGET_BASIC, 1, "一", "."), make_line (1, 0, 0, "二", ".") };
  pe_budget     *budget;

  (void) state;
  lines[0].executed = (pe_figure) { { 900000000000000000, 0, 0 }, PE_STATE_VALUE, PE_UNIT_YI_YUAN };
  lines[1].executed = (pe_figure) { { 9000000000000000000, 1, 0 }, PE_STATE_VALUE, PE_UNIT_YI_YUAN };
  lines[0].adjusted = (pe_figure) { { 1, 18, 0 }, PE_STATE_VALUE, PE_UNIT_WAN_YUAN };
  lines[1].adjusted = (pe_figure) { { 1, 14, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN };
  budget = make_budget (lines, 2);
  assert_rest (budget, 0, PE_AMOUNT_ADJUSTED, "0.000000000000000000万元");
  pe_budget_unref (budget);
}

static void
test_categories (void **state)
{
  static const struct
  {
    pe_budget_category above;
    pe_budget_category below;
    gboolean           good;
  } cases[] = {
    { PE_BUDGET_TOTAL, PE_BUDGET_BASIC, TRUE },
    { PE_BUDGET_TOTAL, PE_BUDGET_PROJECT, TRUE },
    { PE_BUDGET_TOTAL, PE_BUDGET_OTHER, TRUE },
    { PE_BUDGET_TOTAL, 0, TRUE },
    { PE_BUDGET_BASIC, PE_BUDGET_BASIC_PERSONNEL, TRUE },
    { PE_BUDGET_BASIC, PE_BUDGET_BASIC_PUBLIC, TRUE },
    { PE_BUDGET_TOTAL, PE_BUDGET_BASIC_PUBLIC, FALSE },
    { PE_BUDGET_PROJECT, PE_BUDGET_BASIC_PERSONNEL, FALSE },
    { PE_BUDGET_BASIC, PE_BUDGET_PROJECT, FALSE },
    { PE_BUDGET_BASIC, PE_BUDGET_BASIC, FALSE },
    { PE_BUDGET_PROJECT, PE_BUDGET_TOTAL, FALSE },
    { 0, PE_BUDGET_BASIC, FALSE },
    { 0, PE_BUDGET_TOTAL, FALSE },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const pe_budget_line lines[]
          = { make_line (0, cases[i].above, 0, "上", "."), make_line (1, cases[i].below, 0, "下", ".") };
      pe_budget_builder *builder = make_builder ();
      pe_budget         *budget = NULL;
      pe_findings       *findings = NULL;

      assert_int_equal (pe_budget_builder_add_many (builder, lines, 2, NULL), PE_OK);
      assert_int_equal (pe_budget_builder_build (&budget, builder, &findings, NULL),
                        cases[i].good ? PE_OK : PE_ERROR_CATEGORY_CONFLICT);
      if (!cases[i].good)
        assert_finding (findings, 0, PE_ERROR_CATEGORY_CONFLICT, "/budget/lines/0/lines/0/category", NULL);
      assert_int_equal (pe_findings_get_size (findings), cases[i].good ? 0 : 1);
      pe_findings_unref (findings);
      pe_budget_unref (budget);
      pe_budget_builder_free (builder);
    }
}

static void
test_more_categories (void **state)
{
  const pe_budget_line lines[]
      = { make_line (0, PE_BUDGET_TOTAL, 0, "合计", "."), make_line (0, PE_BUDGET_PROJECT, 0, "项目支出", "."),
          make_line (0, PE_BUDGET_PROJECT, 0, "项目支出", "."),
          make_line (0, PE_BUDGET_BASIC_PUBLIC, 0, "公用经费", ".") };
  pe_budget_builder *builder = make_builder ();
  pe_budget         *budget = NULL;
  pe_findings       *findings = NULL;

  (void) state;
  assert_int_equal (pe_budget_builder_add_many (builder, lines, 4, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_build (&budget, builder, &findings, NULL), PE_ERROR_CATEGORY_CONFLICT);
  assert_int_equal (pe_findings_get_size (findings), 3);
  assert_finding (findings, 0, PE_ERROR_CATEGORY_CONFLICT, "/budget/lines/0/category", NULL);
  assert_finding (findings, 1, PE_ERROR_CATEGORY_CONFLICT, "/budget/lines/2/category", NULL);
  assert_finding (findings, 2, PE_ERROR_CATEGORY_CONFLICT, "/budget/lines/3/category", NULL);
  pe_findings_unref (findings);
  pe_budget_builder_free (builder);
}

/* Adds one good line and the given one to a builder that has a line: nothing of them stays. */
static void
assert_line_refused (const pe_budget_line *line, pe_status expected, const char *path)
{
  const pe_budget_line first = make_line (0, 0, 0, "旧", ".");
  pe_budget_line       lines[2] = { make_line (1, 0, 0, "新", "1元"), *line };
  pe_budget_builder   *builder = make_builder ();
  pe_budget           *budget = NULL;
  pe_error            *error = NULL;

  assert_int_equal (pe_budget_builder_add_many (builder, &first, 1, NULL), PE_OK);
  assert_refused (pe_budget_builder_add_many (builder, lines, 2, &error), &error, expected, path);
  assert_int_equal (pe_budget_builder_add_many (builder, lines, 2, NULL), expected);
  assert_int_equal (pe_budget_builder_build (&budget, builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_budget_get_n_lines (budget), 1);
  pe_budget_unref (budget);
  pe_budget_builder_free (builder);
}

static void
test_refused_lines (void **state)
{
  static const struct
  {
    const char *amounts;
    pe_status   status;
    const char *path;
  } cases[] = {
    { "5 . .", PE_ERROR_UNIT_MISMATCH, "/budget/lines/1/initial" },
    { ". 5% .", PE_ERROR_UNIT_MISMATCH, "/budget/lines/1/adjusted" },
    { ". . -0.01元", PE_ERROR_NEGATIVE_AMOUNT, "/budget/lines/1/executed" },
  };
  const pe_budget_line good = make_line (0, 0, 0, "好", ".");
  pe_budget_line       line = good;

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      line = make_line (0, 0, 0, "一", cases[i].amounts);
      assert_line_refused (&line, cases[i].status, cases[i].path);
    }
  line = good;
  line.name = NULL;
  assert_line_refused (&line, PE_ERROR_INVALID_ARGUMENT, "/budget/lines/1/name");
  line.name = "  ";
  assert_line_refused (&line, PE_ERROR_TEXT_EMPTY, "/budget/lines/1/name");
  line.name = "\xff";
  assert_line_refused (&line, PE_ERROR_INVALID_UTF8, "/budget/lines/1/name");
  line = good;
  line.category = 7;
  assert_line_refused (&line, PE_ERROR_INVALID_ARGUMENT, "/budget/lines/1/category");
  line.category = -1;
  assert_line_refused (&line, PE_ERROR_INVALID_ARGUMENT, "/budget/lines/1/category");
  line = good;
  line.complete = 2;
  assert_line_refused (&line, PE_ERROR_INVALID_ARGUMENT, "/budget/lines/1/complete");
  line = good;
  line.parent = 3; /* itself */
  assert_line_refused (&line, PE_ERROR_INVALID_ARGUMENT, "/budget/lines/1/parent");
  line.parent = G_MAXUINT32;
  assert_line_refused (&line, PE_ERROR_INVALID_ARGUMENT, "/budget/lines/1/parent");
  line = good;
  line.executed.value.coefficient = 1;
  assert_line_refused (&line, PE_ERROR_STATE_CONFLICT, "/budget/lines/1/executed");
  line = good;
  line.executed.state = PE_STATE_TEXT;
  assert_line_refused (&line, PE_ERROR_STATE_CONFLICT, "/budget/lines/1/executed");
}

/* A structure of tomorrow, with more behind ours. */
typedef struct longer_line
{
  pe_budget_line line;
  uint64_t       more[2];
} longer_line;

static void
test_struct_sizes (void **state)
{
  longer_line lines[2]
      = { { make_line (0, 0, 0, "一", "1元"), { 0, 0 } }, { make_line (1, 0, 0, "二", "2元"), { 0, 0 } } };
  pe_budget_builder *builder = make_builder ();
  pe_budget         *budget = NULL;
  pe_error          *error = NULL;
  longer_line        out;

  (void) state;
  lines[0].line.struct_size = lines[1].line.struct_size = sizeof lines[0];
  assert_int_equal (pe_budget_builder_add_many (builder, &lines[0].line, 2, NULL), PE_OK);
  lines[1].more[1] = 1;
  assert_refused (pe_budget_builder_add_many (builder, &lines[0].line, 2, &error), &error, PE_ERROR_UNSUPPORTED,
                  "/budget/lines/1");
  lines[0].line.struct_size = offsetof (pe_budget_line, funding) - 1;
  assert_refused (pe_budget_builder_add_many (builder, &lines[0].line, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  "/budget/lines/0");
  lines[0].line.struct_size = 0;
  assert_refused (pe_budget_builder_add_many (builder, &lines[0].line, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  "/budget/lines/0");
  assert_int_equal (pe_budget_builder_build (&budget, builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_budget_get_n_lines (budget), 2);

  memset (&out, 0xff, sizeof out);
  pe_budget_line_init (&out.line, sizeof out);
  out.more[0] = 5;
  assert_int_equal (pe_budget_get_line (&out.line, budget, 1, NULL), PE_OK);
  assert_string_equal (out.line.name, "二");
  assert_int_equal (out.line.struct_size, sizeof out);
  assert_int_equal (out.more[0], 0);
  pe_budget_unref (budget);
  pe_budget_builder_free (builder);
}

static void
test_arguments (void **state)
{
  const pe_budget_line line = make_line (0, 0, 0, "一", "1元");
  pe_budget_builder   *builder = make_builder ();
  pe_budget           *budget = make_budget (&line, 1);
  pe_findings         *findings = NULL;
  pe_error            *error = NULL;
  pe_budget_line       out;
  pe_figure            amount;
  uint8_t              digest[PE_DIGEST_SIZE] = { 1 };

  (void) state;
  assert_refused (pe_budget_builder_new (NULL, NULL, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_budget_builder_add_many (NULL, &line, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_budget_builder_add_many (builder, NULL, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_int_equal (pe_budget_builder_add_many (builder, NULL, 0, NULL), PE_OK);
  assert_refused (pe_budget_builder_add_many (builder, &line, G_MAXSIZE, &error), &error, PE_ERROR_LIMIT_ITEMS, NULL);
  assert_refused (pe_budget_builder_build (NULL, builder, NULL, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_budget_builder_build (&budget, NULL, &findings, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_int_equal (pe_findings_get_size (findings), 1);
  pe_findings_unref (findings);
  assert_non_null (budget);
  pe_budget_line_init (NULL, sizeof line);
  pe_budget_line_init (&out, sizeof out);
  assert_refused (pe_budget_get_line (NULL, budget, 0, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_budget_get_line (&out, NULL, 0, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_budget_get_line (&out, budget, 1, &error), &error, PE_ERROR_NOT_FOUND, NULL);
  out.struct_size = 0;
  assert_refused (pe_budget_get_line (&out, budget, 0, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_budget_compute_amount (NULL, budget, 1, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_budget_compute_amount (&amount, NULL, 1, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_budget_compute_amount (&amount, budget, 0, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_budget_compute_amount (&amount, budget, 7, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_budget_compute_amount (&amount, budget, 1, 0, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_budget_compute_amount (&amount, budget, 1, 8, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_int_equal (pe_budget_compute_not_itemised (NULL, budget, 0, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_budget_compute_not_itemised (&amount, NULL, 0, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_budget_compute_not_itemised (&amount, budget, 0, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_refused (pe_budget_compute_not_itemised (&amount, budget, 1, 1, &error), &error, PE_ERROR_NOT_FOUND, NULL);
  pe_budget_get_digest (NULL, digest);
  assert_int_equal (digest[0], 1);
  pe_budget_get_digest (budget, NULL);
  assert_int_equal (pe_budget_get_n_lines (NULL), 0);
  assert_int_equal (pe_budget_is_equal (NULL, NULL), 1);
  assert_int_equal (pe_budget_is_equal (budget, NULL), 0);
  assert_int_equal (pe_budget_is_equal (NULL, budget), 0);
  assert_null (pe_budget_ref (NULL));
  pe_budget_unref (NULL);
  pe_budget_builder_free (NULL);
  pe_budget_unref (budget);
  pe_budget_builder_free (builder);
}

/* A budget outlives its builder and the caller's texts; a builder that goes on does not change it. */
static void
test_ownership (void **state)
{
  char                 name[] = "甲";
  const pe_budget_line line = make_line (0, 0, 0, name, "1元"), more = make_line (1, 0, 0, "乙", "1元");
  pe_budget_builder   *builder = make_builder (), *copy = NULL;
  pe_budget           *budget = NULL, *second = NULL, *third = NULL;

  (void) state;
  assert_int_equal (pe_budget_builder_add_many (builder, &line, 1, NULL), PE_OK);
  memset (name, 'x', sizeof name - 1);
  assert_int_equal (pe_budget_builder_build (&budget, builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_add_many (builder, &more, 1, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_build (&second, builder, NULL, NULL), PE_OK);
  pe_budget_builder_free (builder);
  assert_string_equal (pe_budget_peek_line (budget, 0)->name, "甲");
  assert_int_equal (pe_budget_get_n_lines (budget), 1);
  assert_int_equal (pe_budget_get_n_lines (second), 2);
  assert_int_equal (pe_budget_is_equal (budget, second), 0);

  assert_int_equal (pe_budget_builder_new (&copy, second, NULL), PE_OK);
  assert_ptr_equal (pe_budget_ref (second), second);
  pe_budget_unref (second);
  assert_int_equal (pe_budget_builder_build (&third, copy, NULL, NULL), PE_OK);
  assert_int_equal (pe_budget_is_equal (third, second), 1);
  pe_budget_unref (second);
  pe_budget_builder_free (copy);
  assert_string_equal (pe_budget_peek_line (third, 1)->name, "乙");
  pe_budget_unref (third);
  pe_budget_unref (budget);
}

/* 2.50 and 2.5, missing and not applicable, are different documents; an empty budget is one too. */
static void
test_digest (void **state)
{
  static const char *const amounts[] = { "2.50元", "2.5元", "2.5万元", ".", "-" };
  pe_budget               *budgets[G_N_ELEMENTS (amounts) + 1];

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      const pe_budget_line line = make_line (0, 0, 0, "一", amounts[i]);

      budgets[i] = make_budget (&line, 1);
    }
  budgets[G_N_ELEMENTS (amounts)] = make_budget (NULL, 0);
  for (size_t i = 0; i < G_N_ELEMENTS (budgets); i++)
    for (size_t k = 0; k < G_N_ELEMENTS (budgets); k++)
      assert_int_equal (pe_budget_is_equal (budgets[i], budgets[k]), i == k);
  for (size_t i = 0; i < G_N_ELEMENTS (budgets); i++)
    pe_budget_unref (budgets[i]);
}

/* The example of docs/digest.md, byte by byte. */
static void
test_digest_bytes (void **state)
{
  static const char stream[]
      = "O"
        "T\x11\0\0\0\0\0\0\0perfeval-budget/1"
        "L\x01\0\0\0\0\0\0\0"
        "I\0\0\0\0\0\0\0\0"
        "I\x02\0\0\0\0\0\0\0"
        "I\0\0\0\0\0\0\0\0"
        "T\x0c\0\0\0\0\0\0\0\xe5\x9f\xba\xe6\x9c\xac\xe6\x94\xaf\xe5\x87\xba"
        "F\0\0\0\0\0\0\0\0D\0\0\0\0\0\0\0\0\0"
        "F\x01\0\0\0\x02\0\0\0D\xc4\x5f\x02\0\0\0\0\0\x02"
        "F\x01\0\0\0\x02\0\0\0D\x67\x5d\x02\0\0\0\0\0\x02";
  const pe_budget_line line = make_line (0, PE_BUDGET_BASIC, 0, "基本支出", ". 1555.88万元 1549.83万元");
  pe_budget           *budget = make_budget (&line, 1);
  uint8_t              digest[PE_DIGEST_SIZE];
  char                 hex[PE_DIGEST_HEX_SIZE];
  char *expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) stream, sizeof stream - 1);

  (void) state;
  assert_int_equal (sizeof stream - 1, 141);
  pe_budget_get_digest (budget, digest);
  pe_digest_print (hex, digest);
  assert_string_equal (hex, expected);
  assert_string_equal (hex, "4e84bf9b6f7f469aff5969eb0d1f471b74811716093e14870495b1160af7be92");
  g_free (expected);
  pe_budget_unref (budget);
}

/* Neither the stack nor the square of the depth: a chain of a million lines, every one of which is wrong. */
static void
test_depth (void **state)
{
  enum
  {
    N = 1000000
  };
  pe_budget_builder *builder = make_builder ();
  pe_budget         *budget = NULL;
  pe_findings       *findings = NULL;
  pe_budget_line     line = make_line (0, 0, 0, "一", ".");

  (void) state;
  for (uint32_t i = 0; i < N; i++)
    {
      line.parent = i;
      assert_int_equal (pe_budget_builder_add_many (builder, &line, 1, NULL), PE_OK);
    }
  assert_int_equal (pe_budget_builder_build (&budget, builder, NULL, NULL), PE_OK);
  assert_path (budget, N - 1, "/budget/lines/.../999999");
  assert_path (budget, 1, "/budget/lines/0/lines/0");
  pe_budget_unref (budget);
  pe_budget_builder_free (builder);

  builder = make_builder ();
  for (uint32_t i = 0; i < N; i++)
    {
      line = (pe_budget_line) { .struct_size = sizeof line, .parent = i, .category = PE_BUDGET_TOTAL, .complete = 1 };
      line.name = "一";
      line.executed = (pe_figure) { { i, 0, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN };
      assert_int_equal (pe_budget_builder_add_many (builder, &line, 1, NULL), PE_OK);
    }
  assert_int_equal (pe_budget_builder_build (&budget, builder, &findings, NULL), PE_ERROR_CATEGORY_CONFLICT);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 2 * (N - 1));
  pe_findings_unref (findings);
  pe_budget_builder_free (builder);
}

static void
test_breadth (void **state)
{
  enum
  {
    N = 100000
  };
  pe_budget_line *lines = g_new (pe_budget_line, N);
  pe_budget      *budget;
  pe_figure       total;

  (void) state;
  lines[0] = make_line (0, PE_BUDGET_PROJECT, 0, "项目支出", "99999万元");
  for (uint32_t i = 1; i < N; i++)
    {
      lines[i] = lines[0];
      lines[i].category = 0;
      lines[i].parent = i % 7 == 0 ? i : 1;
      lines[i].initial.value.coefficient = 1;
    }
  budget = make_budget (lines, N);
  assert_int_equal (pe_budget_compute_not_itemised (&total, budget, 0, PE_AMOUNT_INITIAL, NULL), PE_OK);
  /* 14,285 of the 99,999 stand below another one: every seventh. */
  assert_int_equal (total.value.coefficient, 99999 - (99999 - 14285));
  pe_budget_unref (budget);
  g_free (lines);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_zengcheng),       cmocka_unit_test (test_derived),
    cmocka_unit_test (test_derived_depth),   cmocka_unit_test (test_total_line),
    cmocka_unit_test (test_printed_order),   cmocka_unit_test (test_paths),
    cmocka_unit_test (test_mismatches),      cmocka_unit_test (test_overflow),
    cmocka_unit_test (test_far_units),       cmocka_unit_test (test_categories),
    cmocka_unit_test (test_more_categories), cmocka_unit_test (test_refused_lines),
    cmocka_unit_test (test_struct_sizes),    cmocka_unit_test (test_arguments),
    cmocka_unit_test (test_ownership),       cmocka_unit_test (test_digest),
    cmocka_unit_test (test_digest_bytes),    cmocka_unit_test (test_depth),
    cmocka_unit_test (test_breadth),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
