/* test-batch-block.c - rows of a file, scored; what cannot be is set apart; the cutting decides nothing
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "batch-files.h"

#define HEAD "unit,1/actual,1/target,budget.executed(万元),budget.adjusted(万元),3/ok,memo\n"

typedef struct outcome
{
  GString *scores;
  GString *rejected;
  size_t   n_units;
  size_t   n_rejected;
  uint64_t n_lines;
} outcome;

static void
add_text (GString *out, pe_text *text)
{
  g_string_append_len (out, pe_text_get_data (text), (gssize) pe_text_get_size (text));
  pe_text_unref (text);
}

static void
add_block (outcome *out, pe_batch_csv *form, const char *bytes, size_t size, pe_batch_summary *summary)
{
  pe_batch_block *block = NULL;
  pe_text        *text = NULL;

  assert_int_equal (pe_batch_block_read (&block, form, bytes, size, out->n_lines + 2, summary, NULL), PE_OK);
  assert_int_equal (pe_batch_block_print_scores (&text, block, NULL), PE_OK);
  add_text (out->scores, text);
  text = NULL;
  assert_int_equal (pe_batch_block_print_rejected (&text, block, PE_LANGUAGE_EN, NULL), PE_OK);
  add_text (out->rejected, text);
  out->n_units += pe_batch_block_get_n_units (block);
  out->n_rejected += pe_batch_block_get_n_rejected (block);
  out->n_lines += pe_batch_block_get_n_lines (block);
  pe_batch_block_free (block);
}

/* Takes the body in pieces of at most `most` bytes more than were left over. */
static outcome
score (const char *body, size_t size, size_t most, pe_batch_detail detail, pe_batch_summary *summary)
{
  outcome        out = { g_string_new (NULL), g_string_new (NULL), 0, 0, 0 };
  pe_batch_plan *plan = new_plan ();
  size_t         head, whole, from = 0, to = 0;
  pe_batch_csv  *form = new_form (plan, HEAD, detail, &head);

  while (from < size)
    {
      to = MIN (size, to + most);
      assert_int_equal (pe_batch_csv_split (&whole, form, body + from, to - from, to == size, NULL), PE_OK);
      if (whole > 0)
        add_block (&out, form, body + from, whole, summary);
      from += whole;
    }
  pe_batch_csv_unref (form);
  pe_batch_plan_unref (plan);
  return out;
}

static void
clear (outcome *self)
{
  g_string_free (self->scores, TRUE);
  g_string_free (self->rejected, TRUE);
}

static void
check (const char *body, const char *scores, size_t n_rejected)
{
  outcome out = score (body, strlen (body), strlen (body), PE_BATCH_NODES, NULL);

  assert_string_equal (out.scores->str, scores);
  assert_int_equal (out.n_rejected, n_rejected);
  clear (&out);
}

/* Points worked by hand: 10 × 96/100 = 9.60; 10 × 2149.56/2155.61 = 9.9719… → 9.97; 5 where there is a system. */
static void
test_scores (void **state)
{
  (void) state;
  check ("甲,96,100,2149.56,2155.61,1,x\n", "甲,x,24.57,优,9.60,9.97,5.00\n", 0);
  check ("甲,96,100,2149.56,2155.61,是,x\r\n乙,50,100,1,2,0,y",
         "甲,x,24.57,优,9.60,9.97,5.00\n乙,y,10.00,差,5.00,5.00,0.00\n", 0);
  /* 2 of 3 is 6.666… → 6.67; 1/8 of 10 is 1.25; a cell with its own unit; thousands; not applicable is full marks here */
  check ("a,2,3,\"1,250元\",1,否,\n", "a,,7.92,差,6.67,1.25,0.00\n", 0);
  check ("a,不适用,3,1,2,1,\n", "a,,20.00,优,10.00,5.00,5.00\n", 0);
  check ("a,1,1,1,1,\"1\",\nb,1,1,1,1,1个,\nc,1,1,1,1,-0,\n",
         "a,,25.00,优,10.00,10.00,5.00\nc,,20.00,优,10.00,10.00,0.00\n", 1);
  check ("\n\na,1,1,1,1,1,\n\n", "a,,25.00,优,10.00,10.00,5.00\n", 0);
}

/* What a spreadsheet would run is guarded; quotes and separators stay what they were. */
static void
test_carried (void **state)
{
  (void) state;
  check ("\"甲,\"\"乙\"\"\",1,1,1,1,1,=1+1\n", "\"甲,\"\"乙\"\"\",\"'=1+1\",25.00,优,10.00,10.00,5.00\n", 0);
  check ("5\"disk,1,1,1,1,1,-3\n", "\"5\"\"disk\",-3,25.00,优,10.00,10.00,5.00\n", 0);
}

static void
check_rejected (const char *line, const char *code, const char *column, const char *mention)
{
  char   *body = g_strconcat ("a,1,1,1,1,1,\n", line, "\nb,1,1,1,1,1,\n", NULL);
  outcome out = score (body, strlen (body), strlen (body), PE_BATCH_TOTALS, NULL);
  char   *start = g_strconcat ("3,", column, ",", code, ",", NULL);

  assert_string_equal (out.scores->str, "a,,25.00,优\nb,,25.00,优\n");
  assert_int_equal (out.n_rejected, 1);
  if (!g_str_has_prefix (out.rejected->str, start) || strstr (out.rejected->str, mention) == NULL)
    fail_msg ("%s is not %s… with %s", out.rejected->str, start, mention);
  g_free (start);
  g_free (body);
  clear (&out);
}

/* A bad row in the middle costs that row only; its reason names line, column and the offending text. */
static void
test_rejected (void **state)
{
  (void) state;
  check_rejected ("x,many,1,1,1,1,", "PE_ERROR_NUMBER_SYNTAX", "1/actual", "many");
  check_rejected ("x,1e5,1,1,1,1,", "PE_ERROR_NUMBER_EXPONENT", "1/actual", "1e5");
  check_rejected ("x,1,\"7,00.0,77\",1,1,1,", "PE_ERROR_THOUSANDS_SEPARATOR", "1/target", "7,00.0,77");
  check_rejected ("x,1,1,3个,1,1,", "PE_ERROR_UNIT_MISMATCH", "budget.executed(万元)", "个 beside 万元");
  check_rejected ("x,3%,1,1,1,1,", "PE_ERROR_UNIT_MISMATCH", "1/actual", "1/actual(%)");
  check_rejected ("x,1,1,1,1,2,", "PE_ERROR_NUMBER_SYNTAX", "3/ok", "2");
  check_rejected ("x,1,1,1,1", "PE_ERROR_BATCH_CELLS", "",
                  "the record has 5 cells and there are 7 headings; expected one");
  check_rejected ("x,1,1,1,1,1,,", "PE_ERROR_BATCH_CELLS", "", "has 8 cells");
  check_rejected ("x,1,1,1,1,1,\"a\"b", "PE_ERROR_CSV_QUOTE", "memo", "quote");
  check_rejected ("\xff\xfe,1,1,1,1,1,", "PE_ERROR_INVALID_UTF8", "unit", "UTF-8");
  check_rejected ("x,,1,1,1,1,", "PE_ERROR_FIGURE_MISSING", "1/actual",
                  "indicator 1: the figure actual was not filled in");
  check_rejected ("x,1,1,,1,1,", "PE_ERROR_FIGURE_MISSING", "budget.executed(万元)",
                  "the figure budget.executed was not filled in");
  check_rejected ("x,1,1,1,,1,", "PE_ERROR_FIGURE_MISSING", "budget.adjusted(万元)", "not filled in");
  check_rejected ("x,1,1,1,1,,", "PE_ERROR_FIGURE_MISSING", "3/ok", "not filled in");
  check_rejected ("x,1,0,1,1,1,", "PE_ERROR_ZERO_DENOMINATOR", "1/target",
                  "indicator 1: the denominator target is zero");
  check_rejected ("x,1,1,-1,1,1,", "PE_ERROR_NEGATIVE_AMOUNT", "budget.executed(万元)",
                  "budget.executed: the amount -1 is negative");
  check_rejected ("x,99999999999999999999,1,1,1,1,", "PE_ERROR_LIMIT_DIGITS", "1/actual", "digits");
}

/* Numbers that no one column of integers could hold side by side: each row has its own digits all the same. */
static void
test_scales (void **state)
{
  (void) state;
  check ("a,900000000000000000,900000000000000000,1,1,1,\nb,0.000000000000000001,0.000000000000000003,1,1,1,\n"
         "c,9000000000000000.5,9000000000000000.5,1,1,1,\nd,1.000,3.0000,1.10,2.2,1,\n",
         "a,,25.00,优,10.00,10.00,5.00\nb,,18.33,差,3.33,10.00,5.00\nc,,25.00,优,10.00,10.00,5.00\nd,,13.33,差,3.33,5."
         "00,5.00\n",
         0);
}

static GString *
new_body (void)
{
  static const char *const odd[]
      = { "bad,x,1,1,1,1,\n",
          "\"q\nuoted\",1,3,2,7,1,\"a,b\"\n",
          "fine,0.000000000000000001,0.000000000000000007,1,1,1,\r\n",
          "big,900000000000000000,900000000000000001,1,3,是,z\n",
          "missing,,1,1,1,1,\n",
          "\n" };
  GString *body = g_string_new (NULL);

  for (int i = 0; i < 600; i++)
    {
      g_string_append_printf (
          body, "u%d,%d,%d.%02d,%d.5,%d,%d,m\n", i, i * 7 % 101, 1 + i % 13, i % 100, i, i + 1, i % 2);
      if (i % 50 == 7)
        g_string_append (body, odd[i / 50 % (int) G_N_ELEMENTS (odd)]);
    }
  return body;
}

/* Cut after any number of bytes, the file gives the same scores, the same rejected rows, the same summary. */
static void
test_cuts (void **state)
{
  static const size_t cuts[] = { 1, 2, 7, 64, 1000, 4096 };
  GString            *body = new_body ();
  pe_batch_plan      *plan = new_plan ();
  pe_batch_summary   *first = NULL, *other;
  pe_text            *bytes = NULL, *others;
  outcome             whole;

  (void) state;
  assert_int_equal (pe_batch_summary_new (&first, plan, NULL), PE_OK);
  whole = score (body->str, body->len, body->len, PE_BATCH_NODES, first);
  assert_int_equal (whole.n_units + whole.n_rejected, 600 + 12 - 2);
  assert_int_equal (pe_batch_summary_get_n_scored (first), whole.n_units);
  assert_int_equal (pe_batch_summary_to_bytes (&bytes, first, NULL), PE_OK);
  for (size_t i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      outcome part;

      other = NULL;
      others = NULL;
      assert_int_equal (pe_batch_summary_new (&other, plan, NULL), PE_OK);
      part = score (body->str, body->len, cuts[i], PE_BATCH_NODES, other);
      assert_string_equal (part.scores->str, whole.scores->str);
      assert_string_equal (part.rejected->str, whole.rejected->str);
      assert_int_equal (part.n_lines, whole.n_lines);
      assert_int_equal (pe_batch_summary_to_bytes (&others, other, NULL), PE_OK);
      assert_int_equal (pe_text_get_size (others), pe_text_get_size (bytes));
      assert_memory_equal (pe_text_get_data (others), pe_text_get_data (bytes), pe_text_get_size (bytes));
      pe_text_unref (others);
      pe_batch_summary_free (other);
      clear (&part);
    }
  clear (&whole);
  pe_text_unref (bytes);
  pe_batch_summary_free (first);
  pe_batch_plan_unref (plan);
  g_string_free (body, TRUE);
}

static void
test_getters (void **state)
{
  const char     *body = "甲,96,100,1,1,1,\nbad,x,1,1,1,1,\n\"乙\",1,1,1,1,1,\n";
  pe_batch_plan  *plan = new_plan ();
  size_t          head, length = 0;
  pe_batch_csv   *form = new_form (plan, HEAD, PE_BATCH_TOTALS, &head);
  pe_batch_block *block = NULL;
  pe_decimal      total = { 1, 2, 3 };

  (void) state;
  assert_int_equal (pe_batch_block_read (&block, form, body, strlen (body), 2, NULL, NULL), PE_OK);
  assert_int_equal (pe_batch_block_get_n_units (block), 2);
  assert_int_equal (pe_batch_block_get_n_rejected (block), 1);
  assert_int_equal (pe_batch_block_get_n_lines (block), 3);
  assert_int_equal (pe_batch_block_get_total (&total, block, 0, NULL), PE_OK);
  assert_true (total.coefficient == 2460 && total.scale == 2 && total.reserved == 0);
  assert_memory_equal (pe_batch_block_get_key (&length, block, 1), "乙", 3);
  assert_int_equal (length, 3);
  assert_null (pe_batch_block_get_key (&length, block, 2));
  assert_int_equal (pe_batch_block_get_total (&total, block, 2, NULL), PE_ERROR_NOT_FOUND);
  pe_batch_block_free (block);
  pe_batch_block_free (NULL);
  pe_batch_csv_unref (form);
  pe_batch_plan_unref (plan);
}

/* What a block cannot be read from, and where to. */
static void
test_arguments (void **state)
{
  const char     *body = "甲,96,100,1,1,1,\n";
  pe_batch_plan  *plan = new_plan ();
  size_t          head;
  pe_batch_csv   *form = new_form (plan, HEAD, PE_BATCH_TOTALS, &head);
  pe_batch_block *block = NULL;

  (void) state;
  assert_int_equal (pe_batch_block_read (NULL, form, body, strlen (body), 2, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_batch_block_read (&block, NULL, body, strlen (body), 2, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_batch_block_read (&block, form, NULL, 1, 2, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_batch_block_read (&block, form, body, strlen (body), 0, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_batch_block_read (&block, form, body, (size_t) G_MAXINT32 + 1, 2, NULL, NULL),
                    PE_ERROR_LIMIT_ITEMS);
  assert_null (block);
  /* Nothing is a block without units. */
  assert_int_equal (pe_batch_block_read (&block, form, NULL, 0, 2, NULL, NULL), PE_OK);
  assert_int_equal (pe_batch_block_get_n_units (block), 0);
  pe_batch_block_free (block);
  pe_batch_csv_unref (form);
  pe_batch_plan_unref (plan);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_scores),    cmocka_unit_test (test_carried), cmocka_unit_test (test_rejected),
    cmocka_unit_test (test_scales),    cmocka_unit_test (test_cuts),    cmocka_unit_test (test_getters),
    cmocka_unit_test (test_arguments),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
