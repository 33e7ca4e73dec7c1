/* plan-form.c - which kernel scores a leaf
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "program-private.h"

#include <string.h>

#include "../rules/shape-private.h"

static gboolean
set_amount (const pe_batch_plan *plan, const pe_amount_name *name, pe_form_operand *out)
{
  out->input = pe_plan_find_amount (plan, name);
  return out->input != PE_PLAN_NONE;
}

/* A rate whose parts are two amounts; FALSE for one that takes something away first. */
static gboolean
set_measure (const pe_batch_plan *plan, size_t measure, pe_form *form)
{
  pe_amount_name names[PE_MEASURE_AMOUNTS];

  pe_measure_get_amounts (measure, names);
  form->is_rate = TRUE;
  return pe_measure_is_rate (measure) && names[1].amount == 0 && set_amount (plan, &names[0], &form->a)
         && set_amount (plan, &names[2], &form->b);
}

/* A fact or a fixed number of 0 or more. */
static gboolean
set_operand (const pe_batch_plan *plan, const pe_plan_leaf *leaf, const char *argument, pe_form_operand *out)
{
  const pe_setting *setting = pe_rule_get_setting (leaf->rule, argument);

  out->input = PE_PLAN_NONE;
  out->figure = setting->figure;
  if (setting->binding == PE_BINDING_FACT)
    {
      out->input = pe_plan_leaf_find_fact (plan, leaf, setting->text);
      return out->input != PE_PLAN_NONE;
    }
  return setting->binding == PE_BINDING_FIGURE && setting->figure.value.coefficient >= 0;
}

/* A name of a formula that is one number of the unit. */
static gboolean
set_symbol (const pe_batch_plan *plan, const pe_plan_leaf *leaf, const pe_symbol *symbol, pe_form_operand *out)
{
  const pe_amount_name amount = { symbol->is_prior, symbol->category, symbol->amount };
  const pe_amount_name total = { symbol->is_prior, 0, symbol->category };

  if (symbol->kind == PE_SYMBOL_AMOUNT || symbol->kind == PE_SYMBOL_TOTAL)
    return set_amount (plan, symbol->kind == PE_SYMBOL_AMOUNT ? &amount : &total, out);
  if (symbol->kind != PE_SYMBOL_FACT || !pe_type_is (symbol->type, PE_TYPE_NUMBER))
    return FALSE;
  out->input = pe_plan_leaf_find_fact (plan, leaf, symbol->name);
  out->is_of_formula = TRUE;
  return out->input != PE_PLAN_NONE;
}

/* "a" or "a / b". */
static gboolean
set_formula (const pe_batch_plan *plan, const pe_plan_leaf *leaf, const pe_expression *expression, pe_form *form)
{
  const pe_instruction *code = expression->code.data;
  const pe_symbol      *symbols = expression->symbols.data;
  const size_t          n = expression->code.size;

  if (n == 1 && code[0].code == PE_CODE_SYMBOL)
    return set_symbol (plan, leaf, &symbols[code[0].a], &form->a);
  if (n != 3 || code[0].code != PE_CODE_SYMBOL || code[1].code != PE_CODE_SYMBOL || code[2].code != PE_CODE_DIVIDE)
    return FALSE;
  form->is_rate = TRUE;
  return set_symbol (plan, leaf, &symbols[code[0].a], &form->a)
         && set_symbol (plan, leaf, &symbols[code[1].a], &form->b);
}

/* One figure, or the two of a rate. */
static gboolean
set_value (const pe_batch_plan *plan, const pe_plan_leaf *leaf, const char *argument, pe_form *form)
{
  const pe_setting *setting = pe_rule_get_setting (leaf->rule, argument);

  if (setting->binding == PE_BINDING_MEASURE)
    return set_measure (plan, setting->measure, form);
  if (setting->binding == PE_BINDING_FORMULA)
    return set_formula (plan, leaf, setting->expression, form);
  return set_operand (plan, leaf, argument, &form->a) && form->a.input != PE_PLAN_NONE;
}

/* The number 1 where the shape has it for its default. */
static void
set_one (pe_form_operand *out)
{
  out->input = PE_PLAN_NONE;
  out->figure = (pe_figure) { { 1, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };
}

static gboolean
set_ratio (const pe_batch_plan *plan, const pe_plan_leaf *leaf, pe_form *form)
{
  const gboolean has_target = pe_rule_get_setting (leaf->rule, "target")->binding != PE_BINDING_NONE;

  form->kind = PE_FORM_RATIO;
  if (!set_value (plan, leaf, "actual", form))
    return FALSE;
  if (form->is_rate)
    return !has_target;
  if (has_target)
    return set_operand (plan, leaf, "target", &form->b);
  set_one (&form->b);
  return TRUE;
}

static gboolean
set_inverse (const pe_batch_plan *plan, const pe_plan_leaf *leaf, pe_form *form)
{
  form->kind = PE_FORM_INVERSE;
  return set_value (plan, leaf, "actual", form) && !form->is_rate && set_operand (plan, leaf, "target", &form->b);
}

static gboolean
set_steps (const pe_batch_plan *plan, const pe_plan_leaf *leaf, pe_form *form)
{
  size_t n;

  form->kind = PE_FORM_STEPS;
  set_one (&form->b);
  pe_rule_get_steps (leaf->rule, &n);
  return n > 1 && n <= PE_MOST_THRESHOLDS && set_value (plan, leaf, "value", form);
}

static gboolean
set_binary (const pe_batch_plan *plan, const pe_plan_leaf *leaf, pe_form *form)
{
  set_one (&form->b);
  if (pe_rule_get_word (leaf->rule, "compare") == NULL)
    {
      form->kind = PE_FORM_TRUTHS;
      return set_value (plan, leaf, "value", form);
    }
  form->kind = PE_FORM_COMPARE;
  if (!set_value (plan, leaf, "value", form) || !set_operand (plan, leaf, "limit", &form->limit))
    return FALSE;
  /* Three columns are one too many. */
  if (form->is_rate)
    return form->limit.input == PE_PLAN_NONE;
  if (form->limit.input != PE_PLAN_NONE)
    form->b = form->limit;
  return TRUE;
}

static gboolean
choose (const pe_batch_plan *plan, const pe_plan_leaf *leaf, pe_form *form)
{
  const pe_shape *shape;

  if (leaf->rule == NULL)
    {
      form->kind = PE_FORM_POINTS;
      return TRUE;
    }
  shape = pe_rule_peek_shape (leaf->rule);
  if (shape == &pe_shape_capped_ratio)
    return set_ratio (plan, leaf, form);
  if (shape == &pe_shape_inverse_ratio)
    return set_inverse (plan, leaf, form);
  if (shape == &pe_shape_steps)
    return set_steps (plan, leaf, form);
  if (shape == &pe_shape_binary)
    return set_binary (plan, leaf, form);
  form->kind = shape == &pe_shape_per_violation ? PE_FORM_COUNTS : PE_FORM_TRUTHS;
  return shape == &pe_shape_per_violation || shape == &pe_shape_checklist;
}

/* *are_well: all conditions of caps became programs. */
static pe_status
compile_conditions (const pe_batch_plan *plan, pe_plan_leaf *leaf, gboolean *are_well)
{
  pe_status status = PE_OK;

  *are_well = TRUE;
  if (leaf->n_caps == 0)
    return PE_OK;
  leaf->conditions = g_try_new0 (pe_program *, leaf->n_caps);
  if (leaf->conditions == NULL)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i < leaf->n_caps && status == PE_OK; i++)
    {
      status = pe_program_new_condition (&leaf->conditions[i], plan, leaf, i);
      *are_well = *are_well && leaf->conditions[i] != NULL;
    }
  return status;
}

void
pe_plan_leaf_add_steps (const pe_batch_plan *plan, const pe_plan_leaf *leaf, pe_rule_steps *out)
{
  if (leaf->rule != NULL)
    pe_rule_steps_add_rule (out, leaf->rule, plan->formula_steps);
  for (size_t i = 0; i < leaf->n_caps; i++)
    {
      const pe_expression *condition = pe_rulebook_peek_cap_condition (plan->rulebook, leaf->first_cap + i);

      for (size_t times = 0; condition != NULL && times < 2; times++)
        pe_rule_steps_add (out, condition, plan->formula_steps);
    }
}

/* A kernel counts no steps. It has as many instructions as suit the steps that formulas have when nobody asks for fewer. */
static gboolean
has_steps (const pe_batch_plan *plan, const pe_plan_leaf *leaf)
{
  pe_rule_steps most = { 0, 0 };

  if (plan->formula_steps >= PE_EXPRESSION_MAX_STEPS)
    return TRUE;
  pe_plan_leaf_add_steps (plan, leaf, &most);
  return most.longest <= plan->formula_steps;
}

/* What no kernel knows may still be a program, whose numbers never pass the least limit that a plan can have. */
pe_status
pe_plan_leaf_choose_form (const pe_batch_plan *plan, pe_plan_leaf *leaf)
{
  pe_form   form = { .kind = PE_FORM_EXACT, .a.input = PE_PLAN_NONE, .b.input = PE_PLAN_NONE };
  gboolean  are_well;
  pe_status status;

  leaf->form = form;
  if (!plan->has_points[PE_LEVEL_LEAF] || plan->shares_steps || !has_steps (plan, leaf))
    return PE_OK;
  status = compile_conditions (plan, leaf, &are_well);
  if (status != PE_OK || !are_well)
    return status;
  /* Over-achievement that takes points away looks at a rate that kernels do not keep. */
  if ((leaf->over == NULL || leaf->rule == NULL) && choose (plan, leaf, &form))
    {
      leaf->form = form;
      return PE_OK;
    }
  status = pe_program_new (&leaf->form.program, plan, leaf);
  if (leaf->form.program != NULL)
    leaf->form.kind = PE_FORM_PROGRAM;
  return status;
}

void
pe_plan_leaf_clear (pe_plan_leaf *self)
{
  pe_rational_clear (&self->full_marks);
  pe_program_free (self->form.program);
  for (size_t i = 0; self->conditions != NULL && i < self->n_caps; i++)
    pe_program_free (self->conditions[i]);
  g_free (self->conditions);
}
