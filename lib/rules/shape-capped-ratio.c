/* shape-capped-ratio.c - capped_ratio/1: the share of the target that was reached
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "shape-private.h"

static void
check (const pe_rule *rule, pe_collector *collector)
{
  const pe_setting *target = pe_rule_get_setting (rule, "target");

  if (target->binding == PE_BINDING_FIGURE && target->figure.value.coefficient <= 0)
    pe_rule_add_range (collector, rule, "/target", "target", &target->figure.value, "a target above 0",
                       "大于 0 的目标值");
}

static gboolean
can_divide_by_zero (const pe_rule *rule)
{
  const pe_binding_kind target = pe_rule_get_setting (rule, "target")->binding;

  return target != PE_BINDING_NONE && target != PE_BINDING_FIGURE;
}

static void
apply_figures (pe_application *self, const pe_argument *actual, const pe_argument *target)
{
  pe_rational share;

  if (!pe_application_check_units (self, actual, target))
    return;
  pe_rational_init (&share);
  pe_rational_copy (&share, &actual->value);
  if (target->is_given && pe_rational_sign (&target->value) == 0)
    pe_application_set_state (self, PE_STATE_ZERO_DENOMINATOR, PE_ERROR_ZERO_DENOMINATOR, target->input);
  else if (target->is_given && pe_rational_sign (&target->value) < 0)
    pe_application_refuse (self, PE_ERROR_NEGATIVE_AMOUNT, target->input, NULL);
  else if (target->is_given)
    pe_application_divide (self, &share, &actual->value, &target->value);
  if (pe_application_is_well (self))
    {
      /* The rate that a reader knows is the measure's own, whatever it is held against. */
      pe_application_set_rate (self, actual->is_rate ? &actual->value : &share);
      pe_application_give_share (self, &share);
    }
  pe_rational_clear (&share);
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

/* "10 × min(1, 2149.56 / 2155.61)" */
static void
print_formula (pe_formula *self)
{
  const gboolean is_negative = pe_rational_sign (&self->outcome->rate) < 0;

  pe_formula_add_marks (self);
  pe_formula_add (self, is_negative ? " × max(0, min(1, " : " × min(1, ");
  if (pe_formula_has_argument (self, "target"))
    pe_formula_add_pair (self, "actual", " / ", "target");
  else
    pe_formula_add_argument (self, "actual", FALSE);
  pe_formula_add (self, is_negative ? "))" : ")");
}

static const pe_shape_parameter parameters[] = {
  { .kind = PE_PARAMETER_ARGUMENT,
    .required = 1,
    .name = "actual",
    .description_zh = "实际完成值，或一个比率。",
    .description_en = "What was reached, or a rate." },
  { .kind = PE_PARAMETER_ARGUMENT,
    .name = "target",
    .default_text = "1",
    .description_zh = "目标值，应大于 0，与实际完成值同类单位；不填为 1（即 100%）。",
    .description_en = "The target, above 0, in a unit of the same kind; 1 (that is 100%) when not given." },
};

const pe_shape pe_shape_capped_ratio = {
  .name = "capped_ratio",
  .revision = 1,
  .title_zh = "封顶比例",
  .title_en = "Capped ratio",
  .definition_zh = "得分 = w × min(1, 实际值 / 目标值)，不低于 0 分；目标值为 0 属分母为零，目标值为负数属无效数据。",
  .definition_en = "points = w × min(1, actual / target), not below 0; a target of 0 is a zero denominator, a negative "
                   "target is invalid.",
  .source = "《项目支出绩效自评表》（北京市海淀区，2016 年）：预算执行率、正向定量指标",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .check = check,
  .apply = apply,
  .print_formula = print_formula,
  .can_divide_by_zero = can_divide_by_zero,
};
