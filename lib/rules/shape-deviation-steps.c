/* shape-deviation-steps.c - deviation_steps/1: points by the interval that holds the deviation
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "deviation-private.h"

static gboolean
is_absolute (const pe_rule *rule)
{
  return strcmp (pe_rule_get_word (rule, "deviation"), "absolute") == 0;
}

static pe_deviation
get_deviation (const pe_rule *rule)
{
  return (pe_deviation) { is_absolute (rule) ? PE_DEVIATION_EITHER : PE_DEVIATION_SIGNED, TRUE };
}

static void
check (const pe_rule *rule, pe_collector *collector)
{
  const pe_deviation deviation = get_deviation (rule);
  const pe_setting  *target = pe_rule_get_setting (rule, "target");

  if (target->binding == PE_BINDING_FIGURE && target->figure.value.coefficient <= 0)
    pe_rule_add_range (collector, rule, "/target", "target", &target->figure.value, "a target above 0",
                       "大于 0 的目标值");
  pe_deviation_check_unit (&deviation, rule, collector);
  pe_steps_check (rule, is_absolute (rule), collector);
}

static gboolean
can_divide_by_zero (const pe_rule *rule)
{
  return pe_rule_get_setting (rule, "target")->binding != PE_BINDING_FIGURE;
}

static void
apply (pe_application *self)
{
  const pe_deviation deviation = get_deviation (self->rule);
  pe_rational        off;

  pe_rational_init (&off);
  if (pe_deviation_compute (&deviation, self, &off))
    pe_rational_set_decimal (&self->out->points, &pe_steps_find (self->rule, &off)->points);
  pe_rational_clear (&off);
}

/* The deviation again, from the figures of an outcome. */
static const pe_step *
find_printed_step (const pe_formula *self)
{
  const pe_unit  unit = pe_rule_get_unit (self->rule);
  const int32_t  exponent = unit == PE_UNIT_PERCENT || unit == PE_UNIT_PERCENTAGE_POINT ? 2
                            : unit == PE_UNIT_NONE                                      ? 0
                                                                                        : 3;
  pe_outcome     scratch;
  pe_application application = { self->rule, self->full_marks, NULL, PE_RULE_CHECK_BITS, &scratch, PE_OK, NULL, NULL };
  pe_rational    actual, target;
  const pe_step *step = NULL;

  pe_outcome_init (&scratch);
  pe_rational_init (&actual);
  pe_rational_init (&target);
  if (pe_formula_compute (self, "actual", &actual) && pe_formula_compute (self, "target", &target))
    {
      pe_application_subtract (&application, &actual, &actual, &target);
      pe_application_divide (&application, &actual, &actual, &target);
      pe_application_shift (&application, &actual, &actual, exponent);
      if (is_absolute (self->rule) && pe_rational_sign (&actual) < 0)
        pe_rational_negate (&actual, &actual);
      step = application.status == PE_OK ? pe_steps_find (self->rule, &actual) : NULL;
    }
  pe_rational_clear (&target);
  pe_rational_clear (&actual);
  pe_outcome_clear (&scratch);
  return step;
}

/* "查表：|105 − 100| / 100 ∈ [0%, 10%] → 5" */
static void
print_formula (pe_formula *self)
{
  const pe_deviation deviation = get_deviation (self->rule);
  const pe_step     *step = find_printed_step (self);

  if (step == NULL)
    return;
  pe_formula_add_words (self, "查表：", "table: ");
  pe_deviation_print (&deviation, self, pe_formula_is_of_one_unit (self, "actual", "target"));
  pe_formula_add (self, " ∈ ");
  pe_steps_print (self, step, pe_unit_get_name (pe_rule_get_unit (self->rule)));
  pe_formula_add (self, " → ");
  pe_formula_add_number (self, &self->outcome->points);
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
  { .kind = PE_PARAMETER_WORD,
    .required = 1,
    .name = "deviation",
    .words = "absolute signed",
    .description_zh = "absolute：|实际值 − 目标值| / 目标值；signed：(实际值 − 目标值) / 目标值，可为负数。",
    .description_en
    = "absolute: |actual − target| / target; signed: (actual − target) / target, which may be negative." },
  { .kind = PE_PARAMETER_STEPS,
    .required = 1,
    .name = "steps",
    .description_zh
    = "各档，无空档、无重叠地覆盖全部偏差（absolute 时从 0 起即可）；界限以评分标准的 unit 为单位，未设则为"
      "纯数（0.1 即 10%）。",
    .description_en
    = "The steps, which cover every deviation without gap or overlap (absolute ones from 0 on); bounds are "
      "in the rule's unit, or bare numbers (0.1 is 10 %)." },
};

const pe_shape pe_shape_deviation_steps = {
  .name = "deviation_steps",
  .revision = 1,
  .title_zh = "偏差分档",
  .title_en = "Steps on the deviation",
  .definition_zh
  = "实际值与目标值的偏差率所在档的分数，最高一档为 w 分；目标值为 0 属分母为零，目标值为负数属无效数据。",
  .definition_en
  = "The points of the step that holds the deviation from the target, relative to it; the highest step gives "
    "w. A target of 0 is a zero denominator, a negative target is invalid.",
  .source = "《项目支出绩效自评表》（2017 年）：成本控制率在 ±10% 以内、±10% 至 ±15%、±15% 至 ±20% 分档得分",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .has_unit = TRUE,
  .check = check,
  .check_full_marks = pe_steps_check_full_marks,
  .apply = apply,
  .print_formula = print_formula,
  .can_divide_by_zero = can_divide_by_zero,
};
