/* shape-last-year.c - last_year/1: nothing, not more than last year, or more
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "shape-private.h"

static const char *const names[] = { "none", "not_more", "more" };

/* Each within the full marks, one of them giving those. */
static void
check_full_marks (const pe_rule *rule, const pe_decimal *full_marks, const char *path, pe_collector *collector)
{
  gboolean   reaches = FALSE;
  pe_decimal points = { 0, 0, 0 }, most = { 0, 0, 0 };

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      pe_rule_get_number (rule, names[i], &points);
      if (pe_decimal_order (&points, full_marks) > 0)
        pe_rule_add_row_range (
            collector, rule, path, names[i], G_MAXSIZE, names[i], &points, "0 to the full marks", "0 分至满分");
      reaches = reaches || pe_decimal_order (&points, full_marks) >= 0;
      if (pe_decimal_order (&points, &most) > 0)
        most = points;
    }
  if (!reaches)
    pe_rule_add_row_range (
        collector, rule, path, names[0], G_MAXSIZE, names[0], &most,
        "one of none, not_more and more that gives the full marks", "none、not_more、more 至少有一个为满分");
}

static void
give (pe_application *self, const char *name)
{
  pe_decimal points = { 0, 0, 0 };

  pe_rule_get_number (self->rule, name, &points);
  pe_rational_set_decimal (&self->out->points, &points);
}

static gboolean
is_amount (pe_application *self, const pe_argument *argument)
{
  if (pe_rational_sign (&argument->value) >= 0)
    return TRUE;
  pe_application_refuse (self, PE_ERROR_NEGATIVE_AMOUNT, argument->input, NULL);
  return FALSE;
}

static void
compare (pe_application *self, const pe_argument *value)
{
  pe_argument last;

  pe_argument_init (&last);
  if (pe_application_get_argument (self, "last", &last) && pe_application_check_units (self, value, &last)
      && is_amount (self, &last))
    give (self, pe_rational_compare (&value->value, &last.value) <= 0 ? "not_more" : "more");
  pe_argument_clear (&last);
}

static void
apply (pe_application *self)
{
  pe_argument value;

  pe_argument_init (&value);
  if (pe_application_get_argument (self, "value", &value) && is_amount (self, &value))
    {
      /* Where there is nothing this year, last year does not matter, and need not be known. */
      if (pe_rational_sign (&value.value) == 0)
        give (self, "none");
      else
        compare (self, &value);
    }
  pe_argument_clear (&value);
}

/* "0 万元 → 3", "5 ≤ 6 → 2", "7 > 6 → 0" */
static void
print_formula (pe_formula *self)
{
  pe_rational value, last;
  size_t      n;

  if (pe_formula_find_input (self, "last", &n) == NULL)
    pe_formula_add_argument (self, "value", FALSE);
  else
    {
      pe_rational_init (&value);
      pe_rational_init (&last);
      pe_formula_compute (self, "value", &value);
      pe_formula_compute (self, "last", &last);
      pe_formula_add_pair (self, "value", pe_rational_compare (&value, &last) <= 0 ? " ≤ " : " > ", "last");
      pe_rational_clear (&last);
      pe_rational_clear (&value);
    }
  pe_formula_add (self, " → ");
  pe_formula_add_number (self, &self->outcome->points);
}

static const pe_shape_parameter parameters[] = {
  { .kind = PE_PARAMETER_ARGUMENT,
    .required = 1,
    .name = "value",
    .description_zh = "本年数，如结转结余金额，不小于 0。",
    .description_en = "This year's figure, e.g. what was left over, 0 or more." },
  { .kind = PE_PARAMETER_ARGUMENT,
    .required = 1,
    .name = "last",
    .description_zh = "上年数，不小于 0，与本年数同类单位；本年数为 0 时不用。",
    .description_en
    = "Last year's figure, 0 or more, in a unit of the same kind; not asked for where this year's is 0." },
  { .kind = PE_PARAMETER_NUMBER,
    .required = 1,
    .name = "none",
    .minimum = "0",
    .description_zh = "本年数为 0 时的分数。",
    .description_en = "The points where this year's figure is 0." },
  { .kind = PE_PARAMETER_NUMBER,
    .required = 1,
    .name = "not_more",
    .minimum = "0",
    .description_zh = "本年数不为 0、不大于上年数时的分数。",
    .description_en = "The points where it is not 0 and not above last year's." },
  { .kind = PE_PARAMETER_NUMBER,
    .required = 1,
    .name = "more",
    .minimum = "0",
    .description_zh = "本年数大于上年数时的分数。",
    .description_en = "The points where it is above last year's." },
};

const pe_shape pe_shape_last_year = {
  .name = "last_year",
  .revision = 1,
  .title_zh = "与上年比较",
  .title_en = "Compared with last year",
  .definition_zh = "本年数为 0 得 none 分，不大于上年数得 not_more 分，大于上年数得 more 分，其中最高的为 w "
                   "分；本年数或上年数为负数属无效数据。",
  .definition_en
  = "none points where this year's figure is 0, not_more where it is at most last year's, more where it is "
    "above; the highest of them is w. A negative figure is invalid.",
  .source = "部门整体支出绩效评价指标表（湖南省岳阳市公路部门）：资金结余，无结余 3 分，不超过上年 2 分，超过上年 0 分",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .check_full_marks = check_full_marks,
  .apply = apply,
  .print_formula = print_formula,
};
