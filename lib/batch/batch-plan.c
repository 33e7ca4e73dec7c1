/* batch-plan.c - compiling a rulebook for columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "program-private.h"

#include <string.h>

#include "../base/limits-private.h"
#include "../base/struct-private.h"
#include "../base/text-private.h"
#include "../rules/shape-private.h"

void
pe_batch_plan_options_init (pe_batch_plan_options *self, uint32_t struct_size)
{
  const pe_batch_plan_options defaults = { .records = PE_BATCH_RECORDS_REFUSE };

  pe_struct_init (self, struct_size, &defaults, sizeof defaults);
}

void
pe_batch_input_init (pe_batch_input *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

/* Inputs */

static void
free_input (pe_plan_input *self)
{
  g_free ((char *) self->about.path);
  g_free ((char *) self->about.name);
}

/* The path is what two leaves that read one amount have in common. */
static uint32_t
find_path (const pe_batch_plan *plan, const char *path)
{
  for (size_t i = 0; i < plan->inputs.size; i++)
    if (strcmp (pe_plan_input_at (plan, i)->about.path, path) == 0)
      return (uint32_t) i;
  return PE_PLAN_NONE;
}

uint32_t
pe_planning_add_input (pe_planning *self, const pe_batch_input *about, const pe_amount_name *amount, char *path)
{
  pe_plan_input input = { *about, { FALSE, 0, 0 } };
  uint32_t      found = path != NULL ? find_path (self->plan, path) : PE_PLAN_NONE;

  if (found != PE_PLAN_NONE)
    {
      g_free (path);
      return found;
    }
  input.about.struct_size = sizeof input.about;
  input.about.path = path;
  input.about.name = pe_string_copy (about->name != NULL ? about->name : "");
  if (amount != NULL)
    input.amount = *amount;
  if (path == NULL || input.about.name == NULL || pe_vector_push (&self->plan->inputs, &input) != PE_OK)
    {
      free_input (&input);
      pe_collector_add (&self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
      return PE_PLAN_NONE;
    }
  return (uint32_t) self->plan->inputs.size - 1;
}

uint32_t
pe_plan_find_amount (const pe_batch_plan *plan, const pe_amount_name *name)
{
  for (size_t i = 0; i < plan->inputs.size; i++)
    {
      const pe_plan_input *input = pe_plan_input_at (plan, i);

      if (input->about.kind == PE_BATCH_INPUT_AMOUNT && input->amount.is_prior == name->is_prior
          && input->amount.category == name->category && input->amount.amount == name->amount)
        return (uint32_t) i;
    }
  return PE_PLAN_NONE;
}

static gboolean
list_amounts (pe_batch_plan *plan)
{
  for (uint32_t i = 0; i < plan->inputs.size; i++)
    if (pe_plan_input_at (plan, i)->about.kind == PE_BATCH_INPUT_AMOUNT && pe_vector_push (&plan->amounts, &i) != PE_OK)
      return FALSE;
  return TRUE;
}

/* The tree */

static gboolean
add_nodes (pe_planning *self)
{
  pe_batch_plan *plan = self->plan;
  const size_t   n = pe_rulebook_get_n_indicators (plan->rulebook);

  plan->n_nodes = n + 1;
  plan->parents = g_try_new0 (uint32_t, plan->n_nodes);
  plan->marks = g_try_new0 (pe_rational, plan->n_nodes); /* zeroed: for what is freed before it is made */
  if (plan->parents == NULL || plan->marks == NULL)
    return FALSE;
  for (size_t i = 0; i < plan->n_nodes; i++)
    pe_rational_init (&plan->marks[i]);
  pe_rational_set_decimal (&plan->marks[0], &pe_rulebook_peek_head (plan->rulebook)->full_marks);
  for (size_t i = 0; i < n; i++)
    {
      const pe_indicator *indicator = pe_rulebook_peek_indicator (plan->rulebook, i);

      /* Numbered from 1 in this same order, 0 being no group: just as nodes are. */
      plan->parents[i + 1] = indicator->parent;
      pe_rational_set_decimal (&plan->marks[i + 1], &indicator->full_marks);
    }
  return TRUE;
}

static gboolean
add_leaves (pe_planning *self)
{
  pe_batch_plan *plan = self->plan;

  for (size_t i = 1; i < plan->n_nodes; i++)
    {
      const pe_indicator *indicator = pe_rulebook_peek_indicator (plan->rulebook, i - 1);
      pe_plan_leaf       *leaf;

      if (indicator->rule == NULL)
        continue;
      if (pe_vector_grow (&plan->leaves, 1, (void **) &leaf) != PE_OK)
        return FALSE;
      leaf->node = (uint32_t) i;
      leaf->parent = plan->parents[i];
      leaf->about = indicator;
      pe_rational_init (&leaf->full_marks);
      pe_rational_copy (&leaf->full_marks, &plan->marks[i]);
      if (!pe_planning_add_leaf (self, leaf))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_vetoes (pe_planning *self)
{
  pe_batch_plan *plan = self->plan;
  const size_t   n = pe_rulebook_get_n_vetoes (plan->rulebook);

  plan->first_veto = PE_PLAN_NONE;
  for (size_t i = 0; i < n; i++)
    {
      const char          *id = pe_rulebook_peek_veto (plan->rulebook, i)->id;
      const pe_batch_input about = {
        .kind = PE_BATCH_INPUT_VETO, .type = PE_BATCH_INPUT_TRUTH, .unit = PE_UNIT_TRUTH, .indicator = -1, .name = id
      };
      pe_buffer path = PE_BUFFER_INIT;
      uint32_t  input;

      pe_buffer_add_string (&path, "veto/");
      pe_buffer_add_string (&path, id);
      input = pe_planning_add_input (self, &about, NULL, pe_buffer_steal (&path));
      if (input == PE_PLAN_NONE)
        return FALSE;
      if (i == 0)
        plan->first_veto = input;
    }
  return TRUE;
}

static gboolean
add_bonus (pe_planning *self)
{
  pe_batch_plan       *plan = self->plan;
  const pe_batch_input about = {
    .kind = PE_BATCH_INPUT_BONUS, .type = PE_BATCH_INPUT_NUMBER, .unit = PE_UNIT_POINT, .scale = 2, .indicator = -1
  };

  plan->bonus = PE_PLAN_NONE;
  if (pe_rulebook_peek_bonus (plan->rulebook) == NULL)
    return TRUE;
  plan->bonus = pe_planning_add_input (self, &about, NULL, pe_string_copy ("bonus"));
  return plan->bonus != PE_PLAN_NONE;
}

/* The scale of the points */

/* Points that nothing rounds are still decimals where every leaf gives decimals. -1: some do not. */
static int32_t
find_leaf_scale (const pe_batch_plan *plan)
{
  int32_t scale = 0;

  if (plan->contract->leaf_rounding != 0)
    return plan->contract->leaf_places;
  for (size_t i = 0; i < plan->leaves.size; i++)
    if (!pe_plan_leaf_is_decimal (pe_plan_leaf_at (plan, i), &scale))
      return -1;
  return scale;
}

/* One scale for all nodes: the finest that any of them can need. A level that is not rounded has the decimals of what is
 * below it, if those are decimals at all; leaving leaves out moves marks, which only a rounding makes decimals again. */
static void
find_scale (pe_batch_plan *plan)
{
  const pe_rounding_contract *contract = plan->contract;
  const int32_t               leaf = find_leaf_scale (plan);
  const gboolean              rounds_total = contract->total_rounding != 0;

  plan->has_points[PE_LEVEL_LEAF] = leaf >= 0;
  plan->has_points[PE_LEVEL_GROUP] = leaf >= 0 || contract->subtotal_rounding != 0;
  plan->has_points[PE_LEVEL_TOTAL] = rounds_total || (leaf >= 0 && !plan->may_drop);
  plan->scale = leaf;
  if (leaf < 0 && contract->subtotal_rounding != 0)
    plan->scale = contract->subtotal_places;
  if (rounds_total && (leaf < 0 || plan->may_drop || plan->bonus != PE_PLAN_NONE))
    plan->scale = MAX (plan->scale, contract->total_places);
}

/* Sums of points stay far inside 64 bits. */
static gboolean
marks_fit (const pe_batch_plan *plan)
{
  pe_rational marks, power;
  pe_decimal  number;
  gboolean    fit;

  pe_rational_init (&marks);
  pe_rational_init (&power);
  fit = pe_rational_set_power_of_ten (&power, plan->scale, plan->bits) == PE_OK
        && pe_rational_multiply (&marks, &plan->marks[0], &power, plan->bits) == PE_OK
        && pe_rational_to_decimal (&number, &marks, 0, PE_ROUND_UP) == PE_OK
        && number.coefficient <= ((int64_t) 1 << 60);
  pe_rational_clear (&power);
  pe_rational_clear (&marks);
  return fit;
}

static void
choose_scale (pe_planning *self)
{
  pe_batch_plan *plan = self->plan;

  for (size_t i = 0; i < plan->leaves.size; i++)
    {
      const pe_plan_leaf *leaf = pe_plan_leaf_at (plan, i);

      for (size_t state = 0; state < G_N_ELEMENTS (leaf->policies); state++)
        plan->may_drop = plan->may_drop || leaf->policies[state] == PE_POLICY_DROP;
      plan->may_drop = plan->may_drop || leaf->is_of_records;
    }
  find_scale (plan);
  if (plan->scale >= 0 && !marks_fit (plan))
    pe_collector_add (&self->collector, PE_ERROR_OVERFLOW, NULL, "name", "full_marks", NULL);
}

/* Compiling */

/* What all formulas of a unit take is counted only where it could be too much: who counts has to apply each rule. */
static void
find_shared_steps (pe_batch_plan *plan)
{
  pe_rule_steps    most = { 0, 0 };
  pe_formula_steps steps;

  pe_formula_steps_init (&steps, plan->formula_steps);
  for (size_t i = 0; i < plan->leaves.size; i++)
    pe_plan_leaf_add_steps (plan, pe_plan_leaf_at (plan, i), &most);
  plan->shares_steps = most.all > steps.all;
}

static void
find_rule_steps (pe_batch_plan *plan)
{
  pe_rule_steps most = { 0, 0 };

  for (size_t i = 0; i < plan->leaves.size; i++)
    if (pe_plan_leaf_at (plan, i)->form.kind == PE_FORM_EXACT)
      pe_plan_leaf_add_steps (plan, pe_plan_leaf_at (plan, i), &most);
  plan->rule_steps = most.all;
}

static gboolean
compile (pe_planning *self)
{
  if (!add_nodes (self) || !add_leaves (self) || !list_amounts (self->plan) || !add_bonus (self) || !add_vetoes (self))
    return FALSE;
  choose_scale (self);
  find_shared_steps (self->plan);
  for (size_t i = 0; i < self->plan->leaves.size; i++)
    if (pe_plan_leaf_choose_form (self->plan, pe_vector_at (&self->plan->leaves, pe_plan_leaf, i)) != PE_OK)
      return FALSE;
  find_rule_steps (self->plan);
  return TRUE;
}

/* What takes the slow road is no secret. */
static void
note_exact (pe_planning *self)
{
  for (size_t i = 0; i < self->plan->leaves.size; i++)
    {
      const pe_plan_leaf *leaf = pe_plan_leaf_at (self->plan, i);

      if (leaf->form.kind == PE_FORM_EXACT)
        pe_collector_add (&self->collector, PE_NOTE_BATCH_EXACT, NULL, "code", leaf->about->code, "shape",
                          pe_rule_peek_shape (leaf->about->rule)->name, NULL);
    }
}

static pe_status
import_options (pe_batch_plan_options *out, pe_limits *limits, const pe_batch_plan_options *options, pe_error **error)
{
  pe_status status = PE_OK;

  pe_batch_plan_options_init (out, sizeof *out);
  if (options != NULL)
    status = pe_struct_import (out, sizeof *out, options, sizeof *out, "options", error);
  if (status != PE_OK)
    return status;
  if (out->level < 0 || out->level > PE_BATCH_LEVEL_V4)
    return pe_error_set_argument (error, "options.level", "a value of pe_batch_level, or 0");
  if (out->records < PE_BATCH_RECORDS_REFUSE || out->records > PE_BATCH_RECORDS_POINTS)
    return pe_error_set_argument (error, "options.records", "a value of pe_batch_records");
  if (out->fiscal_year < 0 || out->fiscal_year > 9999)
    return pe_error_set_argument (error, "options.fiscal_year", "a year, or 0");
  return pe_limits_import (limits, out->limits, error);
}

static pe_batch_plan *
new_plan (pe_rulebook *rulebook, const pe_batch_plan_options *options, const pe_limits *limits)
{
  pe_batch_plan *plan = g_try_new0 (pe_batch_plan, 1);

  if (plan == NULL)
    return NULL;
  plan->references = 1;
  plan->rulebook = pe_rulebook_ref (rulebook);
  plan->contract = pe_rulebook_peek_rounding (rulebook);
  plan->calendar = options->calendar != NULL ? pe_calendar_ref (options->calendar) : NULL;
  plan->fiscal_year = options->fiscal_year;
  plan->bits = limits->number_bits;
  plan->formula_steps = limits->formula_steps;
  plan->leaves = (pe_vector) PE_VECTOR_INIT (pe_plan_leaf);
  plan->inputs = (pe_vector) PE_VECTOR_INIT (pe_plan_input);
  plan->facts = (pe_vector) PE_VECTOR_INIT (pe_plan_fact);
  plan->amounts = (pe_vector) PE_VECTOR_INIT (uint32_t);
  return plan;
}

static pe_status
refuse_level (pe_batch_level level, pe_error **error)
{
  static const char *const names[] = { "", "integer", "baseline", "x86-64-v3", "x86-64-v4" };

  return pe_error_set (error, PE_ERROR_BATCH_LEVEL, NULL, "name", names[level], "expected",
                       names[pe_kernels_get_best_level ()], NULL);
}

pe_status
pe_batch_plan_new (pe_batch_plan **out, pe_rulebook *rulebook, const pe_batch_plan_options *options,
                   pe_findings **findings, pe_error **error)
{
  pe_batch_plan_options imported;
  pe_limits             limits;
  pe_planning           planning;
  pe_status             status;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "a place for the result");
  if (rulebook == NULL)
    return pe_error_set_argument (error, "rulebook", "a pe_rulebook");
  status = import_options (&imported, &limits, options, error);
  if (status != PE_OK)
    return status;
  if (imported.level == 0)
    imported.level = pe_kernels_get_best_level ();
  if (pe_kernels_get (imported.level) == NULL)
    return refuse_level (imported.level, error);

  planning = (pe_planning) { .plan = new_plan (rulebook, &imported, &limits), .records = imported.records };
  pe_collector_init (&planning.collector, &limits);
  if (planning.plan != NULL)
    {
      planning.plan->level = imported.level;
      planning.plan->kernels = pe_kernels_get (imported.level);
    }
  if (planning.plan == NULL || !compile (&planning))
    pe_collector_add (&planning.collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    note_exact (&planning);
  status = pe_collector_finish (&planning.collector, findings, error);
  if (status == PE_OK)
    *out = planning.plan;
  else
    pe_batch_plan_unref (planning.plan);
  return status;
}

pe_batch_plan *
pe_batch_plan_ref (pe_batch_plan *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_batch_plan_unref (pe_batch_plan *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  for (size_t i = 0; i < self->leaves.size; i++)
    pe_plan_leaf_clear (pe_vector_at (&self->leaves, pe_plan_leaf, i));
  for (size_t i = 0; i < self->inputs.size; i++)
    free_input (pe_vector_at (&self->inputs, pe_plan_input, i));
  for (size_t i = 0; self->marks != NULL && i < self->n_nodes; i++)
    pe_rational_clear (&self->marks[i]);
  pe_vector_clear (&self->leaves);
  pe_vector_clear (&self->inputs);
  pe_vector_clear (&self->facts);
  pe_vector_clear (&self->amounts);
  g_free (self->parents);
  g_free (self->marks);
  pe_calendar_unref (self->calendar);
  pe_rulebook_unref (self->rulebook);
  g_free (self);
}

/* Reading */

pe_rulebook *
pe_batch_plan_get_rulebook (const pe_batch_plan *self)
{
  return self != NULL ? self->rulebook : NULL;
}

pe_batch_level
pe_batch_plan_get_level (const pe_batch_plan *self)
{
  return self != NULL ? self->level : 0;
}

size_t
pe_batch_plan_get_n_nodes (const pe_batch_plan *self)
{
  return self != NULL ? self->n_nodes : 0;
}

int32_t
pe_batch_plan_get_scale (const pe_batch_plan *self, size_t node)
{
  return self != NULL && node < self->n_nodes && self->has_points[pe_plan_get_level (self, node)] ? self->scale : -1;
}

size_t
pe_batch_plan_get_n_inputs (const pe_batch_plan *self)
{
  return self != NULL ? self->inputs.size : 0;
}

pe_status
pe_batch_plan_get_input (pe_batch_input *out, const pe_batch_plan *self, size_t index, pe_error **error)
{
  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (index >= self->inputs.size)
    return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "found", "index", NULL);
  return pe_struct_export (out, &pe_plan_input_at (self, index)->about, sizeof *out, sizeof *out, "out", error);
}

pe_status
pe_batch_plan_find_input (size_t *out, const pe_batch_plan *self, const char *path, pe_error **error)
{
  uint32_t found;

  if (out == NULL || self == NULL || path == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : self == NULL ? "self" : "path", "not NULL");
  found = find_path (self, path);
  if (found == PE_PLAN_NONE)
    return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "found", path, NULL);
  *out = found;
  return PE_OK;
}
