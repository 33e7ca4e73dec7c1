/* shape-per-violation.c - per_violation/1: each violation costs points
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "shape-private.h"

/* What a kind costs: count × points, at most its cap. */
static void
compute_cost (pe_application *self, pe_rational *out, const pe_item *item, const pe_decimal *count)
{
  pe_rational factor;

  pe_rational_init (&factor);
  pe_rational_set_decimal (out, count);
  pe_rational_set_decimal (&factor, &item->points);
  pe_application_multiply (self, out, out, &factor);
  if (item->cap.state == PE_STATE_VALUE)
    {
      pe_rational_set_decimal (&factor, &item->cap.value);
      if (pe_rational_compare (out, &factor) > 0)
        pe_rational_copy (out, &factor);
    }
  pe_rational_clear (&factor);
}

/* Takes one kind's deduction off the points. TRUE when it is exempt: it is not applicable, and costs nothing. */
static gboolean
apply_item (pe_application *self, const pe_item *item, size_t *input)
{
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  const pe_fact         *fact = pe_application_get_fact (self, item->id, item->id, input);
  const pe_figure       *figure = fact != NULL ? &fact->figure : &missing;
  pe_rational            cost;

  if (figure->state == PE_STATE_NOT_APPLICABLE)
    return TRUE;
  if (!pe_application_check_figure (self, figure, *input) || !pe_application_check_count (self, figure, *input))
    return FALSE;
  pe_rational_init (&cost);
  compute_cost (self, &cost, item, &figure->value);
  pe_application_subtract (self, &self->out->points, &self->out->points, &cost);
  pe_rational_clear (&cost);
  return FALSE;
}

static void
apply (pe_application *self)
{
  static const pe_figure exempt = { { 0, 0, 0 }, PE_STATE_NOT_APPLICABLE, PE_UNIT_NONE };
  size_t                 n, n_exempt = 0, input, first = G_MAXSIZE;
  const pe_item         *items = pe_rule_get_items (self->rule, &n);

  pe_application_give (self, TRUE);
  for (size_t i = 0; i < n; i++)
    if (apply_item (self, &items[i], &input) && n_exempt++ == 0)
      first = input;
  if (n_exempt == n)
    (void) pe_application_check_figure (self, &exempt, first);
  if (pe_rational_sign (&self->out->points) < 0)
    pe_application_give (self, FALSE);
}

/* "2 × 0.5", "min(3, 4 × 1)" */
static void
print_cost (pe_formula *self, const pe_item *item, const pe_decimal *count)
{
  const gboolean is_capped = item->cap.state == PE_STATE_VALUE;

  if (is_capped)
    {
      pe_formula_add (self, "min(");
      pe_buffer_add_decimal (self->out, &item->cap.value);
      pe_formula_add (self, ", ");
    }
  pe_buffer_add_decimal (self->out, count);
  pe_formula_add (self, " × ");
  pe_buffer_add_decimal (self->out, &item->points);
  pe_formula_add (self, is_capped ? ")" : "");
}

/* "5 − 2 × 0.5 − 1 × 1"; "max(0, …)" where nothing is left; kinds that did not occur are left out. */
static void
print_formula (pe_formula *self)
{
  const gboolean   is_floored = pe_rational_sign (&self->outcome->points) == 0;
  const pe_vector *inputs = &self->outcome->inputs;
  size_t           n, n_costs = 0;
  const pe_item   *items = pe_rule_get_items (self->rule, &n);

  pe_formula_add (self, is_floored ? "max(0, " : "");
  pe_formula_add_marks (self);
  /* One input for each item, in their order. */
  for (size_t i = 0; i < MIN (n, inputs->size); i++)
    {
      const pe_decimal *count = &pe_vector_at (inputs, const pe_scored_input, i)->figure.value;

      if (count->coefficient == 0)
        continue;
      pe_formula_add (self, " − ");
      print_cost (self, &items[i], count);
      n_costs++;
    }
  pe_formula_add (self, n_costs == 0 ? " − 0" : "");
  pe_formula_add (self, is_floored ? ")" : "");
}

static const pe_shape_parameter parameters[] = {
  { .kind = PE_PARAMETER_ITEMS,
    .required = 1,
    .name = "items",
    .description_zh = "各类问题：id 即填报个数的数据名，points 为每个扣多少分，cap（可不设）为该类最多扣多少分。",
    .description_en
    = "The kinds: the id names the fact with the count, points is what each costs, cap (may be left out) "
      "the most that the kind can cost." },
};

const pe_shape pe_shape_per_violation = {
  .name = "per_violation",
  .revision = 1,
  .title_zh = "逐项扣分",
  .title_en = "Points off for each violation",
  .definition_zh
  = "得分 = max(0, w − Σ 个数 × 每个扣分)，设有上限的每类以上限为限；任何一类未填报即为未填报，不按零个计；"
    "不适用的一类即为豁免，不扣分，各类都不适用的，该项不适用。",
  .definition_en
  = "points = max(0, w − Σ count × points), each kind's deduction at most its cap where it has one; a kind "
    "that was not filled in is missing and never zero. A kind that is not applicable is exempt and costs nothing; "
    "where all are, so is the whole.",
  .source = "部门整体支出绩效评价指标表（湖南省岳阳市公路部门）：资金使用合规性，每有一项不符合扣分，扣完为止",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .items_are_facts = TRUE,
  .apply = apply,
  .print_formula = print_formula,
};
