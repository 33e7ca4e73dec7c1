/* shape-inverse-ratio.c - inverse_ratio/1: the less, the better
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "shape-private.h"

static void
check (const pe_rule *rule, pe_collector *collector)
{
  const pe_setting *target = pe_rule_get_setting (rule, "target");

  if (target->binding == PE_BINDING_FIGURE && target->figure.value.coefficient < 0)
    pe_rule_add_range (collector, rule, "/target", "target", &target->figure.value, "a target of 0 or more",
                       "不小于 0 的目标值");
}

static void
apply_figures (pe_application *self, const pe_argument *actual, const pe_argument *target)
{
  pe_rational *points = &self->out->points;
  pe_rational  rate;

  if (!pe_application_check_units (self, actual, target))
    return;
  /* Below a negative target nothing is full: w × target / actual would be a share of nothing. */
  if (pe_rational_sign (&target->value) < 0)
    {
      pe_application_refuse (self, PE_ERROR_NEGATIVE_AMOUNT, target->input, NULL);
      return;
    }
  if (pe_rational_compare (&actual->value, &target->value) <= 0)
    pe_application_give (self, TRUE);
  else
    {
      /* actual > target >= 0: never a division by zero. */
      pe_application_multiply (self, points, self->full_marks, &target->value);
      pe_application_divide (self, points, points, &actual->value);
    }
  pe_rational_init (&rate);
  if (actual->is_rate)
    pe_application_set_rate (self, &actual->value);
  else if (pe_rational_sign (&target->value) > 0)
    {
      pe_application_divide (self, &rate, &actual->value, &target->value);
      pe_application_set_rate (self, &rate);
    }
  pe_rational_clear (&rate);
}

static void
apply (pe_application *self)
{
  pe_argument actual, target;
  gboolean    has_actual, has_target;

  pe_argument_init (&actual);
  pe_argument_init (&target);
  has_actual = pe_application_get_argument (self, "actual", &actual);
  has_target = pe_application_get_argument (self, "target", &target);
  pe_application_check_beside (self, has_actual, has_target, &target);
  if (has_actual && has_target)
    apply_figures (self, &actual, &target);
  pe_argument_clear (&target);
  pe_argument_clear (&actual);
}

/* "3 ≤ 5 → 10", "10 × 5 / 6" */
static void
print_formula (pe_formula *self)
{
  if (pe_rational_compare (&self->outcome->points, self->full_marks) == 0)
    {
      pe_formula_add_pair (self, "actual", " ≤ ", "target");
      pe_formula_add (self, " → ");
      pe_formula_add_marks (self);
      return;
    }
  pe_formula_add_marks (self);
  pe_formula_add (self, " × ");
  pe_formula_add_pair (self, "target", " / ", "actual");
}

static const pe_shape_parameter parameters[] = {
  { .kind = PE_PARAMETER_ARGUMENT,
    .required = 1,
    .name = "actual",
    .description_zh = "实际完成值，越小越好。",
    .description_en = "What was reached; the less, the better." },
  { .kind = PE_PARAMETER_ARGUMENT,
    .required = 1,
    .name = "target",
    .description_zh = "目标值，不小于 0，与实际完成值同类单位。",
    .description_en = "The target, 0 or more, in a unit of the same kind." },
};

const pe_shape pe_shape_inverse_ratio = {
  .name = "inverse_ratio",
  .revision = 1,
  .title_zh = "反向比例",
  .title_en = "Inverse ratio",
  .definition_zh = "实际值 ≤ 目标值得 w 分，否则得 w × 目标值 / 实际值。目标值为 0：实际值 ≤ 0 得 w 分，否则 0 "
                   "分。目标值为负数属无效数据。",
  .definition_en
  = "actual ≤ target: w points, else w × target / actual. Target 0: w points for an actual ≤ 0, else 0. A "
    "negative target is invalid.",
  .source = "《项目支出绩效自评表》（2017 年）：反向定量指标，未达到的按 A/B×该指标分值计分",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .check = check,
  .apply = apply,
  .print_formula = print_formula,
};
