/* plan-leaf.c - what a leaf of a plan reads
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "plan-private.h"

#include <string.h>

#include "../base/text-private.h"
#include "../model/budget-tree-private.h"
#include "../model/measure-private.h"
#include "../rules/adjustment-rule-private.h"
#include "../rules/expression-private.h"
#include "../rules/rulebook-measure-private.h"
#include "../rules/shape-private.h"

/* What stands in rows or records */

static gboolean
reads_records (const pe_rule *rule)
{
  const pe_shape  *shape = pe_rule_peek_shape (rule);
  const pe_symbol *symbol;
  size_t           n;

  if (pe_rule_is_slot (rule) || (shape == &pe_shape_on_time_share && pe_rule_get_word (rule, "from") != NULL))
    return TRUE;
  for (size_t i = 0; (symbol = pe_rule_get_formula_symbol (rule, FALSE, i)) != NULL; i++)
    if (pe_symbol_is_of_records (symbol))
      return TRUE;
  for (size_t i = 0; i < G_N_ELEMENTS (rule->settings); i++)
    if (rule->settings[i].binding == PE_BINDING_MEASURE && !pe_measure_is_of_amounts (rule->settings[i].measure))
      return TRUE;
  pe_rule_get_alternatives (rule, &n);
  for (size_t i = 0; i < n; i++)
    if (reads_records (pe_rule_get_alternatives (rule, &n)[i].rule))
      return TRUE;
  return FALSE;
}

/* Facts */

/* "1.2/actual" */
static char *
print_path (const char *code, const char *name)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_string (&buffer, code);
  pe_buffer_add_char (&buffer, '/');
  pe_buffer_add_string (&buffer, name);
  return pe_buffer_steal (&buffer);
}

static gboolean
is_declared_as (const pe_rule *rule, const char *name, pe_fact_type type)
{
  size_t                     n;
  const pe_fact_declaration *declared = pe_rule_get_declarations (rule, &n);

  for (size_t i = 0; i < n; i++)
    if (strcmp (declared[i].name, name) == 0 && declared[i].type == type)
      return TRUE;
  return FALSE;
}

/* The texts that shapes ask for by names of their own. */
static gboolean
is_text (const pe_rule *rule, const char *name)
{
  const pe_shape *shape = pe_rule_peek_shape (rule);

  if (shape == &pe_shape_graded)
    return strcmp (name, "grade") == 0;
  if (shape == &pe_shape_alternative)
    return strcmp (name, "choice") == 0;
  if (shape == &pe_shape_external_score && strcmp (name, "evidence") == 0)
    return TRUE;
  return is_declared_as (rule, name, PE_FACT_STRING) || is_declared_as (rule, name, PE_FACT_DATE);
}

static gboolean
is_bound (const pe_rule *rule, const char *argument, const char *name)
{
  const char *bound;

  return pe_rule_get_binding (rule, argument, &bound, NULL) == PE_BINDING_FACT && strcmp (bound, name) == 0;
}

static gboolean
is_truth (const pe_rule *rule, const char *name)
{
  const pe_shape *shape = pe_rule_peek_shape (rule);

  if (shape == &pe_shape_checklist)
    return TRUE;
  if (shape == &pe_shape_binary)
    return pe_rule_get_word (rule, "compare") == NULL && is_bound (rule, "value", name);
  return is_declared_as (rule, name, PE_FACT_BOOLEAN);
}

static void
describe_number (const pe_rule *rule, pe_batch_input *out)
{
  const pe_shape *shape = pe_rule_peek_shape (rule);

  out->type = PE_BATCH_INPUT_NUMBER;
  out->scale = 2;
  if (shape == &pe_shape_per_violation || shape == &pe_shape_on_time_share)
    {
      out->unit = PE_UNIT_COUNT;
      out->scale = 0;
    }
  else if (shape == &pe_shape_milestones)
    out->unit = PE_UNIT_PERCENT;
  else if (shape == &pe_shape_graded)
    out->unit = PE_UNIT_POINT;
  else
    out->unit = pe_rule_get_unit (rule);
}

/* The rule that asks for a fact: the rule itself, or one of its alternatives. */
static const pe_rule *
find_owner (const pe_rule *rule, const char *name)
{
  size_t                n;
  const pe_alternative *alternatives = pe_rule_get_alternatives (rule, &n);

  for (size_t i = 0; i < n; i++)
    if (!is_text (rule, name) && pe_rule_uses_fact (alternatives[i].rule, name))
      return alternatives[i].rule;
  return rule;
}

static void
describe_fact (const pe_rule *rule, const char *name, pe_batch_input *out)
{
  const pe_rule *owner = find_owner (rule, name);

  if (is_text (owner, name))
    out->type = PE_BATCH_INPUT_TEXT;
  else if (is_truth (owner, name))
    {
      out->type = PE_BATCH_INPUT_TRUTH;
      out->unit = PE_UNIT_TRUTH;
    }
  else
    describe_number (owner, out);
}

static gboolean
add_fact (pe_planning *self, pe_plan_leaf *leaf, const char *name, pe_batch_input *about)
{
  pe_plan_fact fact = { name, PE_PLAN_NONE };

  if (pe_plan_leaf_find_fact (self->plan, leaf, name) != PE_PLAN_NONE)
    return TRUE;
  about->kind = PE_BATCH_INPUT_FACT;
  about->required = leaf->about->declared != PE_DECLARED_IF_FACTS_MISSING;
  about->indicator = (int32_t) leaf->node - 1;
  about->name = name;
  fact.input = pe_planning_add_input (self, about, NULL, print_path (leaf->about->code, name));
  if (fact.input == PE_PLAN_NONE || pe_vector_push (&self->plan->facts, &fact) != PE_OK)
    return FALSE;
  leaf->n_facts++;
  return TRUE;
}

static void
describe_type (pe_type_kind type, pe_batch_input *out)
{
  const gboolean is_text = type == PE_TYPE_STRING || type == PE_TYPE_DATE;

  out->type = is_text ? PE_BATCH_INPUT_TEXT : type == PE_TYPE_BOOLEAN ? PE_BATCH_INPUT_TRUTH : PE_BATCH_INPUT_NUMBER;
  out->unit = type == PE_TYPE_BOOLEAN ? PE_UNIT_TRUTH : PE_UNIT_NONE;
  out->scale = type == PE_TYPE_NUMBER ? 2 : 0;
}

/* The formula of a cap; NULL for one by a fact. */
static const pe_expression *
get_condition (const pe_planning *self, const pe_plan_leaf *leaf, size_t cap)
{
  return pe_rulebook_peek_cap_condition (self->plan->rulebook, leaf->first_cap + cap);
}

/* The facts of caps by a formula, behind those of the rule, which may say more about them. */
static gboolean
add_facts_of_conditions (pe_planning *self, pe_plan_leaf *leaf)
{
  for (size_t i = 0; i < leaf->n_caps; i++)
    {
      const pe_expression *condition = get_condition (self, leaf, i);
      size_t               n = 0;
      const pe_symbol     *symbols = condition != NULL ? pe_expression_get_symbols (condition, &n) : NULL;

      for (size_t k = 0; k < n; k++)
        {
          pe_batch_input about = { .struct_size = sizeof about };

          describe_type (symbols[k].type.kind, &about);
          if (symbols[k].kind == PE_SYMBOL_FACT && !add_fact (self, leaf, symbols[k].name, &about))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
add_facts (pe_planning *self, pe_plan_leaf *leaf)
{
  for (size_t i = 0; i < leaf->n_caps; i++)
    {
      pe_batch_input about = { .type = PE_BATCH_INPUT_TRUTH, .unit = PE_UNIT_TRUTH };

      if (leaf->caps[i].if_fact != NULL && !add_fact (self, leaf, leaf->caps[i].if_fact, &about))
        return FALSE;
    }
  for (size_t i = 0; leaf->rule != NULL && i < pe_rule_get_n_facts (leaf->rule); i++)
    {
      const char    *name = pe_rule_get_fact_name (leaf->rule, i);
      pe_batch_input about = { .struct_size = sizeof about };

      describe_fact (leaf->rule, name, &about);
      if (!add_fact (self, leaf, name, &about))
        return FALSE;
    }
  return add_facts_of_conditions (self, leaf);
}

uint32_t
pe_plan_leaf_find_fact (const pe_batch_plan *plan, const pe_plan_leaf *leaf, const char *name)
{
  for (size_t i = 0; i < leaf->n_facts; i++)
    {
      const pe_plan_fact *fact = pe_vector_at (&plan->facts, const pe_plan_fact, leaf->first_fact + i);

      if (strcmp (fact->name, name) == 0)
        return fact->input;
    }
  return PE_PLAN_NONE;
}

/* Amounts */

static void
print_amount (const pe_amount_name *name, pe_buffer *out)
{
  static const char *const categories[]
      = { [PE_BUDGET_TOTAL] = "",
          [PE_BUDGET_BASIC] = "basic.",
          [PE_BUDGET_BASIC_PERSONNEL] = "basic.personnel.",
          [PE_BUDGET_BASIC_PUBLIC] = "basic.public.",
          [PE_BUDGET_PROJECT] = "project.",
          [PE_BUDGET_OTHER] = "other." };
  static const char *const totals[] = { "", "budget", "reserved_for_sme", "contracts", "sme_contracts" };

  pe_buffer_add_string (out, name->is_prior ? "prior." : "");
  pe_buffer_add_string (out, name->category != 0 ? "budget." : "procurement.");
  pe_buffer_add_string (out, name->category != 0 ? categories[name->category] : "");
  pe_buffer_add_string (out, name->category != 0 ? pe_budget_name_amount (name->amount) : totals[name->amount]);
}

static gboolean
add_amount (pe_planning *self, const pe_plan_leaf *leaf, const pe_amount_name *name)
{
  const pe_batch_input about = {
    .kind = PE_BATCH_INPUT_AMOUNT,
    .type = PE_BATCH_INPUT_NUMBER,
    .unit = PE_UNIT_YUAN,
    .scale = 2,
    .required = leaf->about->declared != PE_DECLARED_IF_FACTS_MISSING,
    .indicator = -1,
  };
  pe_buffer path = PE_BUFFER_INIT;

  if (name->amount == 0)
    return TRUE;
  print_amount (name, &path);
  return pe_planning_add_input (self, &about, name, pe_buffer_steal (&path)) != PE_PLAN_NONE;
}

static gboolean
add_measure (pe_planning *self, const pe_plan_leaf *leaf, size_t measure, gboolean is_prior)
{
  pe_amount_name names[PE_MEASURE_AMOUNTS];

  pe_measure_get_amounts (measure, names);
  for (size_t i = 0; i < PE_MEASURE_AMOUNTS; i++)
    {
      names[i].is_prior = is_prior;
      if (!add_amount (self, leaf, &names[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_symbol (pe_planning *self, const pe_plan_leaf *leaf, const pe_symbol *symbol)
{
  const pe_amount_name amount = { symbol->is_prior, symbol->category, symbol->amount };
  const pe_amount_name total = { symbol->is_prior, 0, symbol->category };

  if (symbol->kind == PE_SYMBOL_OWN)
    {
      for (size_t i = 0; i < symbol->own->reads.size; i++)
        if (!add_symbol (self, leaf, *pe_vector_at (&symbol->own->reads, const pe_symbol *const, i)))
          return FALSE;
      return TRUE;
    }
  if (symbol->kind == PE_SYMBOL_MEASURE)
    return add_measure (self, leaf, symbol->measure, symbol->is_prior);
  return add_amount (self, leaf, symbol->kind == PE_SYMBOL_TOTAL ? &total : &amount);
}

static gboolean
add_amounts (pe_planning *self, const pe_plan_leaf *leaf, const pe_rule *rule)
{
  size_t                n;
  const pe_alternative *alternatives = pe_rule_get_alternatives (rule, &n);
  const pe_symbol      *symbol;

  for (size_t i = 0; i < G_N_ELEMENTS (rule->settings); i++)
    if (rule->settings[i].binding == PE_BINDING_MEASURE && !add_measure (self, leaf, rule->settings[i].measure, FALSE))
      return FALSE;
  for (size_t i = 0; (symbol = pe_rule_get_formula_symbol (rule, FALSE, i)) != NULL; i++)
    if (!add_symbol (self, leaf, symbol))
      return FALSE;
  for (size_t i = 0; i < n; i++)
    if (!add_amounts (self, leaf, alternatives[i].rule))
      return FALSE;
  return TRUE;
}

static gboolean
add_amounts_of_conditions (pe_planning *self, const pe_plan_leaf *leaf)
{
  for (size_t i = 0; i < leaf->n_caps; i++)
    {
      const pe_expression *condition = get_condition (self, leaf, i);
      size_t               n = 0;
      const pe_symbol     *symbols = condition != NULL ? pe_expression_get_symbols (condition, &n) : NULL;

      for (size_t k = 0; k < n; k++)
        if (symbols[k].kind != PE_SYMBOL_FACT && !add_symbol (self, leaf, &symbols[k]))
          return FALSE;
    }
  return TRUE;
}

/* What a person gives */

static gboolean
add_own (pe_planning *self, const pe_plan_leaf *leaf, const pe_batch_input *about, const char *name, uint32_t *out)
{
  *out = pe_planning_add_input (self, about, NULL, print_path (leaf->about->code, name));
  return *out != PE_PLAN_NONE;
}

static gboolean
add_person (pe_planning *self, pe_plan_leaf *leaf)
{
  pe_batch_input about
      = { .type = PE_BATCH_INPUT_NUMBER,
          .unit = PE_UNIT_POINT,
          .scale = 2,
          .required = leaf->rule == NULL,
          .indicator = (int32_t) leaf->node - 1 };

  leaf->points = leaf->deduction = leaf->reason = PE_PLAN_NONE;
  about.kind = PE_BATCH_INPUT_POINTS;
  if ((leaf->rule == NULL || leaf->about->declared == PE_DECLARED_IF_FACTS_MISSING)
      && !add_own (self, leaf, &about, "points", &leaf->points))
    return FALSE;
  about.required = 0;
  about.kind = PE_BATCH_INPUT_DEDUCTION;
  if (leaf->about->manual_deduction != 0 && !add_own (self, leaf, &about, "deduction", &leaf->deduction))
    return FALSE;
  about.kind = PE_BATCH_INPUT_REASON;
  about.type = PE_BATCH_INPUT_TRUTH;
  about.unit = PE_UNIT_TRUTH;
  about.scale = 0;
  if (leaf->over != NULL && leaf->over->action == PE_OVER_REASON)
    return add_own (self, leaf, &about, "reason", &leaf->reason);
  return TRUE;
}

/* The leaf */

/* What only flags changes no points. */
static gboolean
is_idle (const pe_over_achievement *over)
{
  return over->action == PE_OVER_FLAG
         || (over->action == PE_OVER_REASON && over->if_no_reason == PE_OVER_NO_REASON_FLAG);
}

static void
find_policies (const pe_rulebook *rulebook, pe_plan_leaf *leaf)
{
  for (pe_state state = PE_STATE_MISSING; state <= PE_STATE_INVALID; state++)
    {
      pe_policy policy = state == PE_STATE_VALUE ? PE_POLICY_ERROR : pe_rule_get_policy (leaf->about->rule, state);

      if (policy == 0)
        policy = pe_rulebook_get_policy (rulebook, state);
      leaf->policies[state] = policy == 0 ? PE_POLICY_ERROR : policy;
    }
}

static void
refuse (pe_planning *self, const pe_plan_leaf *leaf)
{
  pe_buffer path = PE_BUFFER_INIT;
  char     *what;

  pe_rulebook_print_path (self->plan->rulebook, leaf->node - 1, &path);
  what = pe_buffer_steal (&path);
  if (what == NULL)
    pe_collector_add (&self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_collector_add (&self->collector, PE_ERROR_BATCH_LEAF, &PE_PLACE_WHAT (what), "code", leaf->about->code, "shape",
                      pe_rule_peek_shape (leaf->about->rule)->name, NULL);
  g_free (what);
}

static gboolean
has_cap_by_formula (const pe_planning *self, const pe_plan_leaf *leaf, gboolean of_records)
{
  for (size_t i = 0; i < leaf->n_caps; i++)
    {
      const pe_expression *condition = get_condition (self, leaf, i);

      if (condition != NULL && (!of_records || pe_expression_is_of_records (condition)))
        return TRUE;
    }
  return FALSE;
}

/* Its points come as they are, after its caps where one of those is a formula. */
static void
make_leaf_of_records (pe_planning *self, pe_plan_leaf *leaf)
{
  if (self->records == PE_BATCH_RECORDS_REFUSE)
    refuse (self, leaf);
  leaf->is_of_records = TRUE;
  leaf->n_caps = has_cap_by_formula (self, leaf, FALSE) ? 0 : leaf->n_caps;
  leaf->rule = NULL;
  leaf->over = NULL;
}

gboolean
pe_planning_add_leaf (pe_planning *self, pe_plan_leaf *leaf)
{
  const pe_rulebook *rulebook = self->plan->rulebook;
  const pe_rule     *rule = leaf->about->rule;
  size_t             index;

  leaf->first_fact = self->plan->facts.size;
  leaf->rule = leaf->about->declared == PE_DECLARED_ONLY || pe_rule_is_attested (rule) ? NULL : rule;
  leaf->caps = pe_rulebook_get_caps (rulebook, leaf->node - 1, &leaf->n_caps, &leaf->first_cap);
  leaf->over = pe_rulebook_find_over (rulebook, leaf->node - 1, 0, &index);
  if (leaf->over != NULL && is_idle (leaf->over))
    leaf->over = NULL;
  find_policies (rulebook, leaf);
  if ((leaf->rule != NULL && reads_records (rule)) || has_cap_by_formula (self, leaf, TRUE))
    make_leaf_of_records (self, leaf);
  return add_facts (self, leaf) && (leaf->rule == NULL || add_amounts (self, leaf, leaf->rule))
         && add_amounts_of_conditions (self, leaf) && add_person (self, leaf);
}

/* Decimals */

static void
widen (int32_t *scale, const pe_decimal *number)
{
  *scale = MAX (*scale, number->scale);
}

gboolean
pe_plan_leaf_is_decimal (const pe_plan_leaf *leaf, int32_t *scale)
{
  static const pe_shape *const shapes[]
      = { &pe_shape_steps, &pe_shape_binary, &pe_shape_per_violation, &pe_shape_checklist };
  gboolean       is_known = FALSE;
  size_t         n;
  const pe_step *steps;
  const pe_item *items;

  if (leaf->rule == NULL || leaf->over != NULL || leaf->points != PE_PLAN_NONE || leaf->deduction != PE_PLAN_NONE)
    return FALSE;
  for (size_t i = 0; i < G_N_ELEMENTS (shapes); i++)
    is_known = is_known || pe_rule_peek_shape (leaf->rule) == shapes[i];
  if (!is_known)
    return FALSE;
  widen (scale, &leaf->about->full_marks);
  steps = pe_rule_get_steps (leaf->rule, &n);
  for (size_t i = 0; i < n; i++)
    widen (scale, &steps[i].points);
  items = pe_rule_get_items (leaf->rule, &n);
  for (size_t i = 0; i < n; i++)
    {
      widen (scale, &items[i].points);
      widen (scale, &items[i].cap.value);
    }
  for (size_t i = 0; i < leaf->n_caps; i++)
    widen (scale, &leaf->caps[i].points);
  return TRUE;
}
