/* shape-equality.c - equality/1: a result that should be just its target
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "shape-private.h"

static gboolean
is_exact (const pe_rule *rule)
{
  return strcmp (pe_rule_get_word (rule, "mode"), "exact") == 0;
}

static void
check (const pe_rule *rule, pe_collector *collector)
{
  const pe_setting *target = pe_rule_get_setting (rule, "target");

  if (!is_exact (rule) && target->binding == PE_BINDING_FIGURE && target->figure.value.coefficient < 0)
    pe_rule_add_range (collector, rule, "/target", "target", &target->figure.value, "a target of 0 or more",
                       "不小于 0 的目标值");
}

/* The share that was reached; nothing to divide by where the target is 0. */
static void
give_capped (pe_application *self, const pe_argument *actual, const pe_argument *target)
{
  pe_rational share;

  if (pe_rational_sign (&target->value) == 0)
    {
      pe_application_give (self, pe_rational_sign (&actual->value) <= 0);
      return;
    }
  pe_rational_init (&share);
  pe_application_divide (self, &share, &actual->value, &target->value);
  if (self->status == PE_OK)
    pe_application_give_share (self, &share);
  pe_rational_clear (&share);
}

static void
set_rate (pe_application *self, const pe_argument *actual, const pe_argument *target)
{
  pe_rational rate;

  pe_rational_init (&rate);
  if (pe_rational_sign (&target->value) > 0)
    {
      pe_application_divide (self, &rate, &actual->value, &target->value);
      pe_application_set_reached (self, &rate);
      pe_application_set_rate (self, &rate);
    }
  if (actual->is_rate)
    pe_application_set_rate (self, &actual->value);
  pe_rational_clear (&rate);
}

static void
apply (pe_application *self)
{
  pe_argument actual, target;

  pe_argument_init (&actual);
  pe_argument_init (&target);
  if (pe_application_get_comparison (self, &actual, &target, is_exact (self->rule)))
    {
      const gboolean is_equal = pe_rational_compare (&actual.value, &target.value) == 0;

      if (is_exact (self->rule))
        pe_application_give (self, is_equal);
      else
        give_capped (self, &actual, &target);
      if (strcmp (pe_rule_get_word (self->rule, "mode"), "flag") == 0 && !is_equal)
        self->out->notice = PE_WARNING_NOT_EQUAL;
      set_rate (self, &actual, &target);
    }
  pe_argument_clear (&target);
  pe_argument_clear (&actual);
}

/* "10 × min(1, 95 / 100)", "5 = 5 → 10", "6 ≠ 5 → 0", "3 > 0 → 0" */
static void
print_formula (pe_formula *self)
{
  const gboolean is_full = pe_rational_compare (&self->outcome->points, self->full_marks) == 0;
  const char    *relation = is_full ? " = " : " ≠ ";

  if (!is_exact (self->rule) && !pe_formula_is_zero (self, "target"))
    {
      const gboolean is_nothing = pe_rational_sign (&self->outcome->points) == 0;

      pe_formula_add_marks (self);
      pe_formula_add (self, is_nothing ? " × max(0, min(1, " : " × min(1, ");
      pe_formula_add_pair (self, "actual", " / ", "target");
      pe_formula_add (self, is_nothing ? "))" : ")");
      return;
    }
  if (!is_exact (self->rule))
    relation = is_full ? " ≤ " : " > ";
  pe_formula_add_pair (self, "actual", relation, "target");
  pe_formula_add (self, " → ");
  pe_formula_add_number (self, &self->outcome->points);
}

static const pe_shape_parameter parameters[] = {
  { .kind = PE_PARAMETER_ARGUMENT,
    .required = 1,
    .name = "actual",
    .description_zh = "实际完成值。",
    .description_en = "What was reached." },
  { .kind = PE_PARAMETER_ARGUMENT,
    .required = 1,
    .name = "target",
    .description_zh = "目标值，与实际完成值同类单位；mode 不为 exact 时应不小于 0。",
    .description_en = "The target, in a unit of the same kind; 0 or more unless mode is exact." },
  { .kind = PE_PARAMETER_WORD,
    .required = 1,
    .name = "mode",
    .words = "cap exact flag",
    .description_zh
    = "cap：按完成比例计，超过目标得满分；exact：相等得满分，否则 0 分；flag：计分同 cap，不相等时提示。",
    .description_en
    = "cap: by the share that was reached, above the target is full; exact: full when equal, else nothing; "
      "flag: points as cap, and a warning when not equal." },
};

const pe_shape pe_shape_equality = {
  .name = "equality",
  .revision = 1,
  .title_zh = "等于目标",
  .title_en = "Equal to the target",
  .definition_zh = "exact：实际值 = 目标值得 w 分，否则 0 分。cap、flag：得分 = w × min(1, 实际值 / 目标值)，不低于 0 "
                   "分；目标值为 0 时实际值 ≤ 0 得 w 分，否则 0 分；目标值为负数属无效数据。",
  .definition_en
  = "exact: w points for actual = target, else 0. cap and flag: points = w × min(1, actual / target), not below "
    "0; with a target of 0, w points for an actual ≤ 0, else 0; a negative target is invalid.",
  .source = "在用预算绩效系统的公开源码：“=”类指标按封顶的正向比例计分；天津（2024 年）对不等于目标值的予以提示",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .check = check,
  .apply = apply,
  .print_formula = print_formula,
};
