/* shape-decision-table.c - decision_table/1: points by rules over several inputs
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "decision-table-private.h"
#include "shape-private.h"

/* In the order of pe_hit_policy. */
static const char *const policies[] = { "U", "A", "P", "F", "R", "C", "C+", "C<", "C>", "C#" };

pe_hit_policy
pe_rule_get_hit_policy (const pe_rule *self)
{
  const char *word = pe_rule_get_word (self, "hit");
  size_t      i = 0;

  if (word == NULL)
    return PE_HIT_UNIQUE;
  /* The builder takes no other word: the last one is what is left. */
  while (i + 1 < G_N_ELEMENTS (policies) && strcmp (policies[i], word) != 0)
    i++;
  return (pe_hit_policy) i;
}

gboolean
pe_hit_policy_is_sum (pe_hit_policy policy)
{
  return policy == PE_HIT_SUM || policy == PE_HIT_COLLECT || policy == PE_HIT_RULE_ORDER;
}

/* Building */

size_t
pe_decision_table_find_rank (const pe_decision_table *table, const pe_decimal *points)
{
  for (size_t i = 0; i < table->priority.size; i++)
    if (pe_decimal_order (pe_vector_at (&table->priority, const pe_decimal, i), points) == 0)
      return i;
  return G_MAXSIZE;
}

gboolean
pe_decision_table_goes_before (const pe_decision_table *table, pe_hit_policy policy, uint32_t decision, uint32_t best)
{
  const pe_decimal *points = pe_decision_table_get_points (table, decision);
  const pe_decimal *others = pe_decision_table_get_points (table, best);

  switch (policy)
    {
    case PE_HIT_PRIORITY:
      return pe_decision_table_find_rank (table, points) < pe_decision_table_find_rank (table, others);
    case PE_HIT_MIN:
      return pe_decimal_order (points, others) < 0;
    case PE_HIT_MAX:
      return pe_decimal_order (points, others) > 0;
    default:
      return decision < best;
    }
}

static void
check_priority (const pe_rule *rule, pe_collector *collector)
{
  const pe_decision_table *table = rule->table;

  if (pe_rule_get_hit_policy (rule) != PE_HIT_PRIORITY)
    {
      if (table->priority.size > 0)
        pe_rule_add_range (collector, rule, "/priority", "priority", NULL, "the hit policy P with it",
                           "与命中策略 P 一并设置");
      return;
    }
  if (table->priority.size == 0)
    pe_rule_add_missing (collector, rule, "priority");
  for (size_t i = 0; table->priority.size > 0 && i < table->points.size; i++)
    if (pe_decision_table_find_rank (table, pe_decision_table_get_points (table, i)) == G_MAXSIZE)
      pe_rule_add_row_range (collector, rule, "", "rules", i, "points", pe_decision_table_get_points (table, i),
                             "points that stand in priority", "priority 所列的分数");
}

static void
check (const pe_rule *rule, pe_collector *collector)
{
  pe_decimal           points;
  const pe_sweep_order order
      = { pe_rule_get_hit_policy (rule), pe_rule_get_number (rule, "default", &points), NULL, "", NULL };

  check_priority (rule, collector);
  pe_decision_table_sweep (rule, rule->table, &order, collector);
}

static void
check_full_marks (const pe_rule *rule, const pe_decimal *full_marks, const char *path, pe_collector *collector)
{
  const pe_sweep_order order = { pe_rule_get_hit_policy (rule), FALSE, full_marks, path, NULL };
  const uint64_t       before = pe_collector_get_n_errors (collector);
  pe_decimal           points;

  for (size_t i = 0; i < rule->table->points.size && order.policy != PE_HIT_COUNT; i++)
    if (pe_decimal_order (pe_decision_table_get_points (rule->table, i), full_marks) > 0)
      pe_rule_add_row_range (collector, rule, path, "rules", i, "points", pe_decision_table_get_points (rule->table, i),
                             "0 to the full marks", "0 分至满分");
  if (pe_rule_get_number (rule, "default", &points) && pe_decimal_order (&points, full_marks) > 0)
    pe_rule_add_row_range (
        collector, rule, path, "default", G_MAXSIZE, NULL, &points, "0 to the full marks", "0 分至满分");
  if (pe_collector_get_n_errors (collector) == before)
    pe_decision_table_sweep (rule, rule->table, &order, collector);
}

/* Applying */

/* The positions of the inputs' values; FALSE when one has none: the outcome then has the state, or the application the fault. */
static gboolean
locate_inputs (pe_application *self, pe_rational *positions)
{
  const pe_decision_table *table = self->rule->table;
  gboolean                 is_well = TRUE;

  for (size_t i = 0; i < table->inputs.size && self->status == PE_OK; i++)
    {
      const pe_decision_input *input = pe_decision_table_get_input (table, i);
      pe_value                 value;
      size_t                   culprit;

      pe_value_init (&value);
      if (pe_application_evaluate (self, input->expression, &value, &culprit))
        pe_decision_input_locate (input, &value, &positions[i]);
      else
        is_well = FALSE;
      pe_value_clear (&value);
    }
  return is_well;
}

static gboolean
holds (const pe_decision_table *table, size_t decision, const pe_rational *positions)
{
  for (size_t i = 0; i < table->inputs.size; i++)
    {
      size_t         n;
      const pe_span *spans = pe_decision_table_get_spans (table, decision, i, &n);
      gboolean       any = FALSE;

      for (size_t k = 0; k < n && !any; k++)
        any = pe_span_holds (&spans[k], &positions[i]);
      if (!any)
        return FALSE;
    }
  return TRUE;
}

/* Of the policies by which one decision counts: which of those that hold. */
static void
keep_best (pe_application *self, pe_hit_policy policy, uint32_t decision)
{
  uint32_t *best = self->out->hits.data;

  if (self->out->hits.size == 0)
    {
      if (pe_vector_push (&self->out->hits, &decision) != PE_OK)
        self->status = pe_error_set_no_memory (self->error);
      return;
    }
  if (pe_decision_table_goes_before (self->rule->table, policy, decision, *best))
    *best = decision;
}

static void
take_hit (pe_application *self, pe_hit_policy policy, uint32_t decision)
{
  pe_rational points;

  if (!pe_hit_policy_is_sum (policy) && policy != PE_HIT_COUNT)
    {
      keep_best (self, policy, decision);
      return;
    }
  if (pe_vector_push (&self->out->hits, &decision) != PE_OK)
    {
      self->status = pe_error_set_no_memory (self->error);
      return;
    }
  pe_rational_init (&points);
  if (policy == PE_HIT_COUNT)
    pe_rational_set_int (&points, 1);
  else
    pe_rational_set_decimal (&points, pe_decision_table_get_points (self->rule->table, decision));
  pe_application_add (self, &self->out->points, &self->out->points, &points);
  pe_rational_clear (&points);
}

static void
collect_hits (pe_application *self, const pe_rational *positions)
{
  const pe_decision_table *table = self->rule->table;
  const pe_hit_policy      policy = pe_rule_get_hit_policy (self->rule);
  pe_decimal               points;

  for (uint32_t i = 0; i < table->points.size && self->status == PE_OK; i++)
    {
      if (!holds (table, i, positions))
        continue;
      take_hit (self, policy, i);
      if (policy == PE_HIT_UNIQUE || policy == PE_HIT_FIRST || policy == PE_HIT_ANY)
        break;
    }
  if (self->out->hits.size == 0 && pe_rule_get_number (self->rule, "default", &points))
    pe_rational_set_decimal (&self->out->points, &points);
  else if (self->out->hits.size > 0 && !pe_hit_policy_is_sum (policy) && policy != PE_HIT_COUNT)
    pe_rational_set_decimal (
        &self->out->points, pe_decision_table_get_points (table, *(const uint32_t *) self->out->hits.data));
}

static void
apply (pe_application *self)
{
  pe_rational positions[PE_TABLE_MAX_INPUTS];

  for (size_t i = 0; i < PE_TABLE_MAX_INPUTS; i++)
    pe_rational_init (&positions[i]);
  if (locate_inputs (self, positions))
    collect_hits (self, positions);
  for (size_t i = 0; i < PE_TABLE_MAX_INPUTS; i++)
    pe_rational_clear (&positions[i]);
}

/* Explaining */

static void
print_inputs (pe_formula *self)
{
  const pe_decision_table *table = self->rule->table;

  for (size_t i = 0; i < table->inputs.size; i++)
    {
      const pe_decision_input *input = pe_decision_table_get_input (table, i);

      pe_formula_add_words (self, i > 0 ? "，" : "", i > 0 ? ", " : "");
      pe_formula_add (self, input->id);
      pe_formula_add (self, " = ");
      pe_expression_print (input->expression, self->outcome, self->language, self->out);
    }
}

static void
print_hits (pe_formula *self)
{
  const pe_vector *hits = &self->outcome->hits;

  if (hits->size == 0)
    pe_formula_add_words (self, "无规则成立，取默认分", "no rule holds, the default");
  else
    pe_formula_add_words (self, "规则 ", hits->size > 1 ? "rules " : "rule ");
  for (size_t i = 0; i < hits->size; i++)
    {
      pe_formula_add_words (self, i > 0 ? "、" : "", i > 0 ? ", " : "");
      pe_buffer_add_uint (self->out, (uint64_t) *pe_vector_at (hits, const uint32_t, i) + 1);
    }
}

/* "决策表 U: rate = 95%，规则 2 → 4"; where points are summed, those of each rule in their order. */
static void
print_formula (pe_formula *self)
{
  const pe_hit_policy policy = pe_rule_get_hit_policy (self->rule);
  const pe_vector    *hits = &self->outcome->hits;

  pe_formula_add_words (self, "决策表 ", "decision table ");
  pe_formula_add (self, policies[policy]);
  pe_formula_add (self, ": ");
  print_inputs (self);
  pe_formula_add_words (self, "；", "; ");
  print_hits (self);
  pe_formula_add (self, " → ");
  for (size_t i = 0; pe_hit_policy_is_sum (policy) && hits->size > 1 && i < hits->size; i++)
    {
      pe_formula_add (self, i > 0 ? " + " : "");
      pe_buffer_add_decimal (
          self->out, pe_decision_table_get_points (self->rule->table, *pe_vector_at (hits, const uint32_t, i)));
    }
  if (!pe_hit_policy_is_sum (policy) || hits->size <= 1)
    pe_formula_add_number (self, &self->outcome->points);
}

static const pe_shape_parameter parameters[] = {
  { .kind = PE_PARAMETER_WORD,
    .name = "hit",
    .words = "U A P F R C C+ C< C> C#",
    .default_text = "U",
    .description_zh
    = "命中策略（DMN）：U 唯一，A 任一（分数须相同），P 按 priority，F 首条，R、C、C+ 合计，C< 最低，C> 最高，"
      "C# 条数。",
    .description_en
    = "The hit policy of DMN: U unique, A any (of equal points), P by priority, F first, R, C and C+ the "
      "sum, C< the least, C> the most, C# how many." },
  { .kind = PE_PARAMETER_INPUTS,
    .required = 1,
    .name = "inputs",
    .description_zh = "输入：名称和公式。",
    .description_en = "The inputs: a name and a formula each." },
  { .kind = PE_PARAMETER_DECISIONS,
    .required = 1,
    .name = "rules",
    .description_zh = "规则：每个输入一个条件，以及分数。",
    .description_en = "The rules: a test of each input, and the points." },
  { .kind = PE_PARAMETER_PRIORITY,
    .name = "priority",
    .description_zh = "各分数的先后，仅用于命中策略 P。",
    .description_en = "The points in the order of their rank, for the hit policy P alone." },
  { .kind = PE_PARAMETER_NUMBER,
    .name = "default",
    .minimum = "0",
    .description_zh = "没有规则成立时的分数；不填则规则应覆盖全部输入。",
    .description_en
    = "The points where no rule holds; when not given, the rules have to cover all that inputs can be." },
};

const pe_shape pe_shape_decision_table = {
  .name = "decision_table",
  .revision = 1,
  .title_zh = "决策表",
  .title_en = "Decision table",
  .definition_zh = "全部条件成立的规则所给的分数，几条同时成立时按命中策略取定；载入时检查空档和重叠。",
  .definition_en
  = "The points of the rule whose tests all hold; the hit policy says what counts where several do. Gaps "
    "and overlaps are found when it is loaded.",
  .source = "OMG Decision Model and Notation 1.3，8.2.8 与 8.2.11（决策表与命中策略）",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .check = check,
  .check_full_marks = check_full_marks,
  .apply = apply,
  .print_formula = print_formula,
};
