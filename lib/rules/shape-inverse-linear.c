/* shape-inverse-linear.c - inverse_linear/1: the less, the better, down to nothing at twice the target
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

/* w × (1 − (x − t) / t) = w × (2t − x) / t, multiplied before it is divided; t is above 0. */
static void
take_excess_off (pe_application *self, const pe_rational *actual, const pe_rational *target)
{
  pe_rational *points = &self->out->points;

  pe_application_add (self, points, target, target);
  pe_application_subtract (self, points, points, actual);
  if (pe_rational_sign (points) <= 0)
    {
      pe_application_give (self, FALSE);
      return;
    }
  pe_application_multiply (self, points, self->full_marks, points);
  pe_application_divide (self, points, points, target);
}

static void
apply_figures (pe_application *self, const pe_argument *actual, const pe_argument *target)
{
  pe_rational rate;

  if (pe_rational_compare (&actual->value, &target->value) <= 0)
    pe_application_give (self, TRUE);
  else if (pe_rational_sign (&target->value) == 0)
    pe_application_give (self, FALSE);
  else
    take_excess_off (self, &actual->value, &target->value);
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

  pe_argument_init (&actual);
  pe_argument_init (&target);
  if (pe_application_get_comparison (self, &actual, &target, FALSE))
    apply_figures (self, &actual, &target);
  pe_argument_clear (&target);
  pe_argument_clear (&actual);
}

/* "3 ≤ 5 → 10", "10 × (1 − (6 − 5) / 5)", "10 × max(0, 1 − (11 − 5) / 5)", "3 > 0 → 0" */
static void
print_formula (pe_formula *self)
{
  const gboolean is_full = pe_rational_compare (&self->outcome->points, self->full_marks) == 0;
  const gboolean is_nothing = pe_rational_sign (&self->outcome->points) == 0;
  const gboolean bare = pe_formula_is_of_one_unit (self, "actual", "target");

  if (is_full || pe_formula_is_zero (self, "target"))
    {
      pe_formula_add_pair (self, "actual", is_full ? " ≤ " : " > ", "target");
      pe_formula_add (self, " → ");
      pe_formula_add_number (self, &self->outcome->points);
      return;
    }
  pe_formula_add_marks (self);
  pe_formula_add (self, is_nothing ? " × max(0, 1 − (" : " × (1 − (");
  pe_formula_add_difference (self, "actual", "target", bare);
  pe_formula_add (self, ") / ");
  if (bare)
    pe_formula_add_argument (self, "target", TRUE);
  else
    pe_formula_add_operand (self, "target");
  pe_formula_add (self, ")");
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

const pe_shape pe_shape_inverse_linear = {
  .name = "inverse_linear",
  .revision = 1,
  .title_zh = "反向线性",
  .title_en = "Inverse linear",
  .definition_zh = "实际值 ≤ 目标值得 w 分，否则得 w × max(0, 1 − (实际值 − 目标值) / 目标值)，达到目标值两倍为 0 "
                   "分。目标值为 0：实际值 ≤ 0 得 w 分，否则 0 分。目标值为负数属无效数据。",
  .definition_en
  = "actual ≤ target: w points, else w × max(0, 1 − (actual − target) / target), which is 0 at twice the "
    "target. Target 0: w points for an actual ≤ 0, else 0. A negative target is invalid.",
  .source = "在用预算绩效系统的公开源码：反向指标按 w×(1−(B−A)/A) 计分（与表格中的 A/B×w 不同，两者并存）",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .check = check,
  .apply = apply,
  .print_formula = print_formula,
};
