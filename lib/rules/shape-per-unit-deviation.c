/* shape-per-unit-deviation.c - per_unit_deviation/1: points off for each unit of difference, either way
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "deviation-private.h"

static const pe_deviation deviation = { PE_DEVIATION_EITHER, TRUE };

static void
check (const pe_rule *rule, pe_collector *collector)
{
  const pe_setting *target = pe_rule_get_setting (rule, "target");

  if (target->binding == PE_BINDING_FIGURE && target->figure.value.coefficient <= 0)
    pe_rule_add_range (collector, rule, "/target", "target", &target->figure.value, "a target above 0",
                       "大于 0 的目标值");
  pe_deviation_check_unit (&deviation, rule, collector);
}

static gboolean
can_divide_by_zero (const pe_rule *rule)
{
  return pe_rule_get_setting (rule, "target")->binding != PE_BINDING_FIGURE;
}

static void
apply (pe_application *self)
{
  pe_per_unit_apply (&deviation, self);
}

static void
print_formula (pe_formula *self)
{
  pe_per_unit_print (&deviation, self);
}

static const pe_shape_parameter parameters[] = {
  { .kind = PE_PARAMETER_ARGUMENT,
    .required = 1,
    .name = "actual",
    .description_zh = "实际完成值，或一个比率。",
    .description_en = "What was reached, or a rate." },
  { .kind = PE_PARAMETER_ARGUMENT,
    .required = 1,
    .name = "target",
    .description_zh = "目标值，应大于 0，与实际完成值同类单位。",
    .description_en = "The target, above 0, in a unit of the same kind." },
  { .kind = PE_PARAMETER_NUMBER,
    .required = 1,
    .name = "per",
    .minimum = "0",
    .minimum_excluded = 1,
    .description_zh = "每多少为一个单位，大于 0，以评分标准的 unit 为单位（如 %）。",
    .description_en = "How much is one unit, above 0, in the rule's unit, e.g. %." },
  { .kind = PE_PARAMETER_NUMBER,
    .required = 1,
    .name = "points",
    .minimum = "0",
    .minimum_excluded = 1,
    .description_zh = "每个单位扣多少分，大于 0。",
    .description_en = "What each unit costs, above 0." },
  { .kind = PE_PARAMETER_WORD,
    .required = 1,
    .name = "count",
    .words = PE_PER_UNIT_COUNTS,
    .description_zh = PE_PER_UNIT_COUNT_ZH,
    .description_en = PE_PER_UNIT_COUNT_EN },
};

const pe_shape pe_shape_per_unit_deviation = {
  .name = "per_unit_deviation",
  .revision = 1,
  .title_zh = "偏离目标逐单位扣分",
  .title_en = "Points off for each unit of difference",
  .definition_zh
  = "得分 = max(0, w − points × N(d / per))，d = |实际值 − 目标值| / 目标值，目标值为 0 属分母为零，目标值为"
    "负数属无效数据；N 按 count 取原数、向下取整或向上取整。",
  .definition_en
  = "points = max(0, w − points × N(d / per)), d = |actual − target| / target; a target of 0 is a zero "
    "denominator, a negative target is invalid; N leaves the number as it is, rounds down or rounds up, as "
    "count says.",
  .source = "中央部门行政经费绩效评价试点指标：工作任务完成情况，与目标每相差 3% 扣 1 分，扣完为止",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .has_unit = TRUE,
  .check = check,
  .apply = apply,
  .print_formula = print_formula,
  .can_divide_by_zero = can_divide_by_zero,
};
