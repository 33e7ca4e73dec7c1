/* shape-per-unit-excess.c - per_unit_excess/1: points off for each unit beyond the target
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "deviation-private.h"

static gboolean
is_relative (const pe_rule *rule)
{
  const char *relative = pe_rule_get_word (rule, "relative");

  return relative != NULL && strcmp (relative, "yes") == 0;
}

static pe_deviation
get_deviation (const pe_rule *rule)
{
  const gboolean is_below = strcmp (pe_rule_get_word (rule, "side"), "below") == 0;

  return (pe_deviation) { is_below ? PE_DEVIATION_BELOW : PE_DEVIATION_ABOVE, is_relative (rule) };
}

static void
check (const pe_rule *rule, pe_collector *collector)
{
  const pe_deviation deviation = get_deviation (rule);
  const pe_setting  *target = pe_rule_get_setting (rule, "target");

  if (deviation.relative && target->binding == PE_BINDING_FIGURE && target->figure.value.coefficient <= 0)
    pe_rule_add_range (collector, rule, "/target", "target", &target->figure.value, "a target above 0",
                       "大于 0 的目标值");
  pe_deviation_check_unit (&deviation, rule, collector);
}

static gboolean
can_divide_by_zero (const pe_rule *rule)
{
  return is_relative (rule) && pe_rule_get_setting (rule, "target")->binding != PE_BINDING_FIGURE;
}

static void
apply (pe_application *self)
{
  const pe_deviation deviation = get_deviation (self->rule);

  pe_per_unit_apply (&deviation, self);
}

static void
print_formula (pe_formula *self)
{
  const pe_deviation deviation = get_deviation (self->rule);

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
    .description_zh = "目标值（如 100%、0%），与实际完成值同类单位；relative 为 yes 时应大于 0。",
    .description_en = "The target, e.g. 100% or 0%, in a unit of the same kind; above 0 where relative is yes." },
  { .kind = PE_PARAMETER_WORD,
    .required = 1,
    .name = "side",
    .words = "above below",
    .description_zh = "above：超过目标值的部分扣分；below：低于目标值的部分扣分。",
    .description_en = "above: what lies above the target costs points; below: what lies below it." },
  { .kind = PE_PARAMETER_WORD,
    .name = "relative",
    .words = "no yes",
    .default_text = "no",
    .description_zh = "no：按差额计（如百分点）；yes：按差额占目标值的比例计。",
    .description_en = "no: by the difference, e.g. in percentage points; yes: by the difference as a share of the "
                      "target." },
  { .kind = PE_PARAMETER_NUMBER,
    .required = 1,
    .name = "per",
    .minimum = "0",
    .minimum_excluded = 1,
    .description_zh = "每多少为一个单位，大于 0，以评分标准的 unit 为单位。",
    .description_en = "How much is one unit, above 0, in the rule's unit." },
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

const pe_shape pe_shape_per_unit_excess = {
  .name = "per_unit_excess",
  .revision = 1,
  .title_zh = "超出目标逐单位扣分",
  .title_en = "Points off for each unit beyond the target",
  .definition_zh = "得分 = max(0, w − points × N(d / per))，d = max(0, 实际值 − 目标值)（side 为 below 时为 max(0, "
                   "目标值 − 实际值)），"
                   "relative 为 yes 时再除以目标值（目标值为 0 属分母为零）；N 按 count 取原数、向下取整或向上取整。",
  .definition_en
  = "points = max(0, w − points × N(d / per)), d = max(0, actual − target), or max(0, target − actual) where side is "
    "below, divided by the target where relative is yes (a target of 0 is then a zero denominator); N leaves the "
    "number "
    "as it is, rounds down or rounds up, as count says.",
  .source
  = "部门整体支出绩效评价指标表（湖南省岳阳市公路部门）：财政供养人员控制率、“三公经费”变动率，每超过一个百分点扣 "
    "0.5 分，扣完为止",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .has_unit = TRUE,
  .check = check,
  .apply = apply,
  .print_formula = print_formula,
  .can_divide_by_zero = can_divide_by_zero,
};
