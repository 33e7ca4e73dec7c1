/* rule-steps.c - how many steps the formulas of a rule can take, whatever its figures are
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "decision-table-private.h"
#include "expression-code-private.h"
#include "rulebook-measure-private.h"
#include "shape-private.h"

/* A figure is 64 bits over a power of ten, a measure one of those over another; whatever is calculated from two numbers has no
 * more bits than both together. */
#define FIGURE_BITS 256
/* A digit of a number as the formula writes it has fewer. */
#define DIGIT_BITS 4
/* To round to so many places brings a power of ten of as many digits, above or below. */
#define ROUNDING_BITS (2 * DIGIT_BITS * PE_EXPRESSION_MAX_PLACES)
/* More steps than any formula is let have: what is beyond is all the same, and its product with the items of a formula, which
 * has fewer than 2^20 bytes, fits. */
#define MOST_STEPS (UINT64_C (1) << 43)

/* What the instructions of a formula tell, and of the measures of the rulebook that it reads, each of which is evaluated
 * once. */
typedef struct survey
{
  gboolean is_open; /* nothing is told of loops, powers, roots, and measures that name measures */
  uint64_t n;       /* instructions, each of which is passed once at most, with two operations for each item at most */
  uint64_t items;   /* of the longest list or call */
  uint64_t bits;    /* of any number */
  uint64_t comparisons; /* that may be of texts */
} survey;

static void
survey_call (survey *self, const pe_instruction *call)
{
  self->items = MAX (self->items, call->b);
  self->bits += pe_function_get_rounding (call->a) != 0 ? ROUNDING_BITS : 0;
  self->is_open = self->is_open || strcmp (pe_function_get_name (call->a), "sqrt") == 0;
}

static void
survey_instruction (survey *self, const pe_instruction *instruction)
{
  switch (instruction->code)
    {
    case PE_CODE_LOOP:
    case PE_CODE_POWER:
      self->is_open = TRUE;
      break;
    case PE_CODE_LIST:
      self->items = MAX (self->items, instruction->a);
      break;
    case PE_CODE_CALL:
      survey_call (self, instruction);
      break;
    case PE_CODE_COMPARE:
    case PE_CODE_IN_COMPARE:
    case PE_CODE_IN_LIST:
      self->comparisons++;
      break;
    default:
      break;
    }
}

static void
survey_formula (survey *self, const pe_expression *formula)
{
  self->n += formula->code.size;
  self->bits += formula->code.size * FIGURE_BITS + strlen (formula->text) * DIGIT_BITS;
  for (size_t i = 0; i < formula->code.size; i++)
    survey_instruction (self, pe_vector_at (&formula->code, const pe_instruction, i));
}

static void
survey_measures (survey *self, const pe_expression *formula, gboolean is_measure)
{
  for (size_t i = 0; i < formula->symbols.size; i++)
    {
      const pe_symbol *symbol = pe_vector_at (&formula->symbols, const pe_symbol, i);

      if (symbol->kind != PE_SYMBOL_OWN)
        continue;
      self->is_open = self->is_open || is_measure;
      if (is_measure)
        continue;
      survey_formula (self, symbol->own->expression);
      survey_measures (self, symbol->own->expression, TRUE);
    }
}

static uint64_t
count_formula (const pe_expression *formula)
{
  survey   found = { .is_open = FALSE };
  uint64_t most;

  survey_formula (&found, formula);
  survey_measures (&found, formula, FALSE);
  most = found.n * (1 + 2 * pe_bits_weigh (found.bits)) + found.comparisons * pe_length_weigh (PE_TEXT_MAX);
  return found.is_open ? G_MAXUINT64 : MIN (most, MOST_STEPS) * (found.items + 1);
}

void
pe_rule_steps_add (pe_rule_steps *self, const pe_expression *formula, uint64_t each)
{
  const uint64_t most = count_formula (formula), ends = MIN (most, each);

  self->longest = MAX (self->longest, most);
  self->all = self->all > G_MAXUINT64 - ends ? G_MAXUINT64 : self->all + ends;
}

void
pe_rule_steps_add_rule (pe_rule_steps *self, const pe_rule *rule, uint64_t each)
{
  for (size_t i = 0; i < G_N_ELEMENTS (rule->settings); i++)
    if (rule->settings[i].expression != NULL)
      pe_rule_steps_add (self, rule->settings[i].expression, each);
  for (size_t i = 0; rule->table != NULL && i < rule->table->inputs.size; i++)
    pe_rule_steps_add (self, pe_decision_table_get_input (rule->table, i)->expression, each);
  for (size_t i = 0; i < rule->alternatives.size; i++)
    pe_rule_steps_add_rule (self, pe_vector_at (&rule->alternatives, const pe_alternative, i)->rule, each);
  for (size_t i = 0; i < G_N_ELEMENTS (rule->sign_rules); i++)
    if (rule->sign_rules[i] != NULL)
      pe_rule_steps_add_rule (self, rule->sign_rules[i], each);
}
