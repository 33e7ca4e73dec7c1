/* rule-expression.c - the formulas of a rule: its bound arguments, and the inputs of its decision table
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "decision-table-private.h"
#include "rulebook-measure-private.h"
#include "shape-private.h"

/* How many times the steps of one formula all those of an evaluation may take together. */
#define ALL_FORMULAS 20

/* The formulas in their order: of arguments, then of inputs; NULL past the last. */
static const pe_expression *
get_expression (const pe_rule *self, size_t index)
{
  for (size_t i = 0; i < G_N_ELEMENTS (self->settings); i++)
    if (self->settings[i].expression != NULL && index-- == 0)
      return self->settings[i].expression;
  if (self->table == NULL || index >= self->table->inputs.size)
    return NULL;
  return pe_decision_table_get_input (self->table, index)->expression;
}

gboolean
pe_rule_has_formulas (const pe_rule *self)
{
  return get_expression (self, 0) != NULL;
}

gboolean
pe_rule_formulas_can_divide_by_zero (const pe_rule *self)
{
  const pe_expression *expression;

  for (size_t i = 0; (expression = get_expression (self, i)) != NULL; i++)
    if (pe_expression_can_divide_by_zero (expression))
      return TRUE;
  return FALSE;
}

const pe_symbol *
pe_rule_get_formula_symbol (const pe_rule *self, gboolean is_fact, size_t index)
{
  const pe_expression *expression;

  for (size_t i = 0; (expression = get_expression (self, i)) != NULL; i++)
    {
      size_t           n;
      const pe_symbol *symbols = pe_expression_get_symbols (expression, &n);

      for (size_t k = 0; k < n; k++)
        if ((symbols[k].kind == PE_SYMBOL_FACT) == is_fact && index-- == 0)
          return &symbols[k];
    }
  return NULL;
}

gboolean
pe_rule_formulas_need_dossier (const pe_rule *self)
{
  return pe_rule_get_formula_symbol (self, FALSE, 0) != NULL;
}

gboolean
pe_rule_formulas_find_records (const pe_rule *self, const pe_fact_source *source)
{
  const pe_symbol *symbol;

  for (size_t i = 0; (symbol = pe_rule_get_formula_symbol (self, FALSE, i)) != NULL; i++)
    if (pe_symbol_is_there (symbol, source))
      return TRUE;
  return FALSE;
}

const char *
pe_rule_get_formula_fact (const pe_rule *self, size_t index)
{
  const pe_symbol *symbol = pe_rule_get_formula_symbol (self, TRUE, index);

  return symbol != NULL ? symbol->name : NULL;
}

size_t
pe_rule_count_formula_facts (const pe_rule *self)
{
  size_t n = 0;

  while (pe_rule_get_formula_symbol (self, TRUE, n) != NULL)
    n++;
  return n;
}

/* Applying */

/* The input that a formula stands at: the first figure that it read, else the first measure of the rulebook, else none. */
static size_t
find_first (const pe_application *self, size_t before)
{
  const size_t read = pe_inputs_find_read (&self->out->inputs, before);

  if (read != G_MAXSIZE)
    return read;
  return before < self->out->inputs.size ? before : G_MAXSIZE;
}

/* What was calculated within the formula is nobody's figure: the finding stands at what the formula read first, or at
 * nothing, and the formula is what there is to mend. */
static void
take_state (pe_application *self, const pe_expression *expression, const pe_value *value, size_t first)
{
  const pe_figure figure = { { 0, 0, 0 }, value->state, PE_UNIT_NONE };
  const gboolean  has_culprit = value->blame.input != G_MAXSIZE;
  const size_t    culprit = has_culprit ? value->blame.input : first;

  self->formula = has_culprit ? NULL : pe_expression_get_text (expression);
  if (value->state == PE_STATE_INVALID)
    pe_application_refuse (self, value->fault, culprit, value->expected);
  else
    pe_application_check_figure (self, &figure, culprit);
  self->formula = NULL;
}

void
pe_formula_steps_init (pe_formula_steps *self, uint64_t each)
{
  self->each = each;
  self->all = self->left = each <= G_MAXUINT64 / ALL_FORMULAS ? each * ALL_FORMULAS : G_MAXUINT64;
}

pe_expression_context
pe_expression_context_begin (const pe_fact_source *source, pe_vector *inputs, uint32_t bits)
{
  const pe_formula_steps *steps = source->steps;
  const uint64_t          each = steps != NULL ? steps->each : PE_EXPRESSION_MAX_STEPS;

  if (steps != NULL && steps->left < each)
    return (pe_expression_context) { source, inputs, bits, steps->left, steps->all, NULL };
  return (pe_expression_context) { source, inputs, bits, each, each, NULL };
}

void
pe_expression_context_end (const pe_expression_context *self, uint64_t given)
{
  if (self->source->steps != NULL)
    self->source->steps->left -= given - self->steps;
}

gboolean
pe_application_evaluate (pe_application *self, const pe_expression *expression, pe_value *out, size_t *input)
{
  const size_t          before = self->out->inputs.size;
  pe_expression_context context = pe_expression_context_begin (self->source, &self->out->inputs, self->bits);
  const uint64_t        given = context.steps;

  self->status = pe_expression_evaluate (expression, &context, out, self->error);
  pe_expression_context_end (&context, given);
  if (self->status != PE_OK)
    return FALSE;
  *input = find_first (self, before);
  if (out->state == PE_STATE_VALUE)
    return TRUE;
  take_state (self, expression, out, *input);
  return FALSE;
}

/* For the explanation as well, which has no dossier to compute it from. */
static void
keep_result (pe_application *self, const char *name, const pe_value *value, pe_argument *out)
{
  pe_computed *kept;

  pe_rational_copy (&out->value, &value->number);
  if (pe_vector_grow (&self->out->computed, 1, (void **) &kept) != PE_OK)
    {
      self->status = pe_error_set_no_memory (self->error);
      return;
    }
  kept->argument = name;
  pe_rational_init (&kept->value);
  pe_rational_copy (&kept->value, &value->number);
}

gboolean
pe_application_get_formula (pe_application *self, const char *name, const pe_setting *setting, pe_argument *out)
{
  static const pe_figure nothing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  pe_value               value;
  gboolean               has_value;

  pe_value_init (&value);
  has_value = pe_application_evaluate (self, setting->expression, &value, &out->input);
  if (setting->own != NULL)
    {
      out->is_rate = pe_own_is_share (setting->own);
      out->unit = out->is_rate ? PE_UNIT_NONE : setting->own->unit;
      /* Rules count percentage points one by one, formulas as shares. */
      if (has_value && out->unit == PE_UNIT_PERCENTAGE_POINT)
        pe_application_shift (self, &value.number, &value.number, 2);
    }
  if (has_value)
    keep_result (self, name, &value, out);
  /* A formula that read nothing still has its place among the inputs, as what the rule fixes. */
  if (has_value && out->input == G_MAXSIZE)
    out->input = pe_application_add_input (self, name, NULL, &nothing, NULL);
  pe_value_clear (&value);
  return has_value && self->status == PE_OK;
}
