/* shape-binary.c - binary/1: all or nothing
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "shape-private.h"

#include <string.h>

#include "../base/figure-private.h"

/* How two figures have to stand to each other: where their order is below, equal or above. */
typedef struct comparison
{
  const char *word;
  const char *sign;
  const char *opposite;
  gboolean    holds[3];
} comparison;

static const comparison comparisons[] = {
  { "<=", " ≤ ", " > ", { TRUE, TRUE, FALSE } }, { "<", " < ", " ≥ ", { TRUE, FALSE, FALSE } },
  { ">=", " ≥ ", " < ", { FALSE, TRUE, TRUE } }, { ">", " > ", " ≤ ", { FALSE, FALSE, TRUE } },
  { "=", " = ", " ≠ ", { FALSE, TRUE, FALSE } },
};

/* NULL for a rule that asks for a yes or no. */
static const comparison *
get_comparison (const pe_rule *rule)
{
  const char *word = pe_rule_get_word (rule, "compare");
  size_t      i = 0;

  if (word == NULL)
    return NULL;
  /* The builder takes no other word: the last one is what is left. */
  while (i + 1 < G_N_ELEMENTS (comparisons) && strcmp (comparisons[i].word, word) != 0)
    i++;
  return &comparisons[i];
}

static void
check (const pe_rule *rule, pe_collector *collector)
{
  const pe_binding_kind value = pe_rule_get_setting (rule, "value")->binding;
  const gboolean        is_number = value == PE_BINDING_MEASURE || value == PE_BINDING_FORMULA;
  const gboolean        has_compare = pe_rule_get_word (rule, "compare") != NULL;
  const gboolean        has_limit = pe_rule_get_setting (rule, "limit")->binding != PE_BINDING_NONE;

  /* A yes or no is a fact: no measure answers one, and a formula gives a number. */
  if (!has_compare && (has_limit || is_number))
    pe_rule_add_missing (collector, rule, "compare");
  if (!has_limit && (has_compare || is_number))
    pe_rule_add_missing (collector, rule, "limit");
}

static void
apply_truth (pe_application *self, const pe_argument *value)
{
  if (value->unit == PE_UNIT_TRUTH)
    pe_application_give (self, pe_rational_sign (&value->value) != 0);
  else
    pe_application_refuse (self, PE_ERROR_UNIT_MISMATCH, value->input, pe_unit_get_name (PE_UNIT_TRUTH));
}

static void
apply_comparison (pe_application *self, const comparison *compare, const pe_argument *value, const pe_argument *limit)
{
  if (!pe_application_check_units (self, value, limit))
    return;
  if (value->is_rate)
    pe_application_set_rate (self, &value->value);
  pe_application_give (self, compare->holds[pe_rational_compare (&value->value, &limit->value) + 1]);
}

static void
apply (pe_application *self)
{
  const comparison *compare = get_comparison (self->rule);
  pe_argument       value, limit;
  gboolean          has_value, has_limit;

  pe_argument_init (&value);
  pe_argument_init (&limit);
  has_value = pe_application_get_argument (self, "value", &value);
  has_limit = pe_application_get_argument (self, "limit", &limit);
  if (has_value && has_limit && compare != NULL)
    apply_comparison (self, compare, &value, &limit);
  else if (has_value && has_limit)
    apply_truth (self, &value);
  pe_argument_clear (&limit);
  pe_argument_clear (&value);
}

/* "9.5 ≤ 10 → 5", "11 > 10 → 0", "是 → 5" */
static void
print_formula (pe_formula *self)
{
  const comparison *compare = get_comparison (self->rule);
  const gboolean    holds = pe_rational_sign (&self->outcome->points) != 0;

  if (compare == NULL)
    pe_formula_add_argument (self, "value", FALSE);
  else
    pe_formula_add_pair (self, "value", holds ? compare->sign : compare->opposite, "limit");
  pe_formula_add (self, " → ");
  pe_formula_add_number (self, &self->outcome->points);
}

static const pe_shape_parameter parameters[] = {
  { .kind = PE_PARAMETER_ARGUMENT,
    .required = 1,
    .name = "value",
    .description_zh = "填报是或否的数据；设有 compare 和 limit 时为与 limit 比较的数值。",
    .description_en = "A fact that is yes or no; with compare and limit, the figure that is compared." },
  { .kind = PE_PARAMETER_WORD,
    .name = "compare",
    .words = "<= < >= > =",
    .description_zh = "value 与 limit 应有的大小关系；与 limit 一并设置。",
    .description_en = "How value should stand to limit; given together with limit." },
  { .kind = PE_PARAMETER_ARGUMENT,
    .name = "limit",
    .description_zh = "比较的界限，与 value 同类单位；与 compare 一并设置。",
    .description_en = "What value is compared with, in a unit of the same kind; given together with compare." },
};

const pe_shape pe_shape_binary = {
  .name = "binary",
  .revision = 1,
  .title_zh = "是否达标",
  .title_en = "All or nothing",
  .definition_zh = "条件成立得 w 分，否则 0 分；条件为“是”，或 value 与 limit 的大小关系成立。",
  .definition_en
  = "w when the condition holds, else 0; the condition is a yes, or that value stands to limit as compare "
    "says.",
  .source = "部门整体支出绩效评价指标表：资产管理各项、成本控制（实际不超过预算）",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .check = check,
  .apply = apply,
  .print_formula = print_formula,
  .formula_has_points = TRUE,
};
