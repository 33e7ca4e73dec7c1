/* rule-score.c - scoring one line by itself
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "shape-private.h"

#include <string.h>

#include "../base/figure-private.h"
#include "../base/limits-private.h"
#include "../base/struct-private.h"

/* A caller's facts, imported, and their names in order. */
typedef struct fact_table
{
  pe_fact      *facts;
  size_t        n;
  pe_name_index names;
} fact_table;

static const pe_fact *
find (const pe_fact_source *self, const char *name)
{
  const fact_table *table = self->data;
  size_t            index;

  return pe_name_index_find (&table->names, name, &index) ? &table->facts[index] : NULL;
}

static void
print_path (const pe_fact_source *self, const char *name, pe_buffer *out)
{
  (void) self;
  pe_buffer_add_string (out, "/facts/");
  pe_buffer_add_string (out, name);
}

static void
fact_table_clear (fact_table *self)
{
  pe_name_index_clear (&self->names);
  g_free (self->facts);
}

static pe_status
import_fact (pe_fact *out, const pe_fact *facts, size_t index, pe_error **error)
{
  pe_status status = pe_struct_import_at (out, sizeof *out, facts, index, sizeof *out, "facts", error);

  if (status != PE_OK)
    return status;
  if (out->name == NULL)
    return pe_record_set_error (error, "facts", index, "name", "not NULL");
  if (!pe_figure_is_well_formed (&out->figure) || out->figure.state > PE_STATE_TEXT)
    return pe_record_set_error (error, "facts", index, "figure", "a well-formed pe_figure");
  if ((out->text != NULL) != (out->figure.state == PE_STATE_TEXT))
    return pe_record_set_error (error, "facts", index, "text", "a text just where the figure's state is text");
  return PE_OK;
}

/* out is zeroed. */
static pe_status
fact_table_import (fact_table *out, const pe_fact *facts, size_t n, pe_error **error)
{
  size_t    at = 0, index;
  pe_status status = PE_OK;

  if (n == 0)
    return PE_OK;
  out->facts = g_try_new (pe_fact, n);
  if (out->facts == NULL)
    return pe_error_set_no_memory (error);
  for (size_t i = 0; i < n && status == PE_OK; i++)
    status = import_fact (&out->facts[i], facts, i, error);
  if (status != PE_OK)
    return status;
  if (pe_name_index_init (&out->names, out->facts, n, sizeof *out->facts, offsetof (pe_fact, name)) != PE_OK)
    return pe_error_set_no_memory (error);
  if (pe_name_index_next_double (&out->names, &at, &index))
    return pe_record_set_error (error, "facts", index, "name", "each name once");
  return PE_OK;
}

/* What the caller knows it by: the fact, where an argument is one. */
static const char *
name_input (const pe_rule *rule, const pe_scored_input *input)
{
  const char *fact;

  return pe_rule_get_binding (rule, input->name, &fact, NULL) == PE_BINDING_FACT ? fact : input->name;
}

/* As it was given. */
static void
add_input (pe_buffer *out, const pe_scored_input *input)
{
  if (input->text != NULL)
    pe_buffer_add_string (out, input->text);
  else
    pe_scored_input_print (input, out);
}

/* The error that a state is. */
static pe_status
set_fault (const pe_rule *rule, const pe_outcome *outcome, pe_error **error)
{
  const pe_scored_input *input = NULL;
  pe_buffer              buffer = PE_BUFFER_INIT;
  const char            *path;
  char                  *found;
  pe_place               place;
  pe_status              status;
  /* There it is the number that the figure is part of. */
  const gboolean has_total = outcome->fault == PE_ERROR_COUNT_INVALID || outcome->fault == PE_ERROR_SCORE_ABOVE_MARKS;
  const char    *expected = outcome->expected, *expected_zh = NULL;
  const gboolean is_calculated = outcome->formula != NULL && outcome->fault == PE_ERROR_ZERO_DENOMINATOR;

  if (outcome->culprit < outcome->inputs.size)
    input = pe_vector_at (&outcome->inputs, const pe_scored_input, outcome->culprit);
  if (outcome->formula != NULL)
    pe_buffer_add_string (&buffer, outcome->formula);
  else if (input != NULL)
    add_input (&buffer, input);
  if (input != NULL && expected == NULL && outcome->state != PE_STATE_INVALID)
    pe_rule_describe_input (rule, input, &expected, &expected_zh);
  found = pe_buffer_steal (&buffer);
  path = input != NULL ? input->path : NULL;
  place = PE_PLACE_WHAT (path != NULL ? path : "");
  if (found == NULL)
    return pe_error_set_no_memory (error);
  status = pe_error_set (
      error, outcome->fault, &place, "name", input != NULL && !is_calculated ? name_input (rule, input) : NULL,
      is_calculated ? "formula" : "found", found, has_total ? "total" : "expected", expected, "expected_zh",
      expected_zh, NULL);
  g_free (found);
  return status;
}

/* A band's message names both bounds. */
static pe_status
set_band_fault (const pe_rule *rule, const pe_band *band, const pe_rational *full_marks, const pe_outcome *outcome,
                pe_error **error)
{
  const pe_scored_input *inputs = outcome->inputs.data;
  pe_buffer              buffer = PE_BUFFER_INIT;
  char                  *bounds[2], *found;
  pe_place               place = PE_PLACE_WHAT (inputs[outcome->culprit].path);
  pe_status              status;

  for (size_t i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      pe_formula  formula = { rule, full_marks, outcome, PE_LANGUAGE_EN, &buffer };
      pe_rational bound;

      pe_rational_init (&bound);
      pe_graded_compute_bound (rule, full_marks, i == 0 ? &band->low : &band->high, PE_RULE_CHECK_BITS, &bound);
      pe_formula_add_number (&formula, &bound);
      bounds[i] = pe_buffer_steal (&buffer);
      pe_rational_clear (&bound);
    }
  pe_figure_print (&inputs[outcome->culprit].figure, &buffer);
  found = pe_buffer_steal (&buffer);
  if (found == NULL || bounds[0] == NULL || bounds[1] == NULL)
    status = pe_error_set_no_memory (error);
  else
    status = pe_error_set (
        error, outcome->fault, &place, "name", band->id, "found", found, "from", bounds[0], "to", bounds[1], NULL);
  g_free (found);
  g_free (bounds[0]);
  g_free (bounds[1]);
  return status;
}

/* What the rule's own policy makes of a state; no policy is an error. */
static pe_status
take_state (const pe_rule *rule, const pe_rational *full_marks, pe_outcome *outcome, pe_error **error)
{
  const pe_rule *owner = rule;
  const pe_band *band = pe_outcome_find_band (outcome, rule, &owner);

  switch (pe_rule_get_policy (rule, outcome->state))
    {
    case PE_POLICY_FULL:
      pe_rational_copy (&outcome->points, full_marks);
      return PE_OK;
    case PE_POLICY_ZERO:
      pe_rational_set_int (&outcome->points, 0);
      return PE_OK;
    case PE_POLICY_DROP:
      return pe_error_set (error, PE_ERROR_NOTHING_APPLICABLE, NULL, NULL);
    default:
      return band != NULL ? set_band_fault (owner, band, full_marks, outcome, error) : set_fault (rule, outcome, error);
    }
}

static pe_status
score (pe_ratio **points, const pe_rule *self, const pe_decimal *full_marks, const fact_table *table, uint32_t bits,
       pe_error **error)
{
  const pe_fact_source source = { find, print_path, NULL, NULL, NULL, table, NULL, NULL };
  pe_outcome           outcome;
  pe_rational          marks;
  pe_status            status;

  pe_outcome_init (&outcome);
  pe_rational_init (&marks);
  pe_rational_set_decimal (&marks, full_marks);
  status = pe_rule_apply (self, &marks, &source, bits, &outcome, error);
  if (status == PE_OK && outcome.state != PE_STATE_VALUE)
    status = take_state (self, &marks, &outcome, error);
  if (status == PE_OK)
    status = pe_ratio_new_rational (points, &outcome.points, error);
  pe_rational_clear (&marks);
  pe_outcome_clear (&outcome);
  return status;
}

/* What a rulebook would have checked. */
static pe_status
check_marks (const pe_rule *self, const pe_decimal *full_marks, pe_error **error)
{
  pe_collector collector;

  pe_collector_init (&collector, NULL);
  pe_rule_check_full_marks (self, full_marks, "/rule", &collector);
  return pe_collector_finish (&collector, NULL, error);
}

pe_status
pe_rule_score (pe_ratio **points, const pe_rule *self, const pe_decimal *full_marks, const pe_fact *facts,
               size_t n_facts, const pe_limits *limits, pe_error **error)
{
  pe_limits  ours;
  fact_table table = { NULL, 0, { NULL, 0 } };
  pe_status  status;

  if (points == NULL)
    return pe_error_set_argument (error, "points", "not NULL");
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (full_marks == NULL || !pe_decimal_is_well_formed (full_marks) || full_marks->coefficient <= 0)
    return pe_error_set_argument (error, "full_marks", "above 0");
  if (facts == NULL && n_facts > 0)
    return pe_error_set_argument (error, "facts", "not NULL");
  if (pe_rule_peek_shape (self)->apply == NULL || !pe_rule_is_self_contained (self))
    return pe_error_set_argument (error, "self", "a rule that needs no dossier, no rows and no declared score");
  status = pe_limits_import (&ours, limits, error);
  if (status == PE_OK)
    status = check_marks (self, full_marks, error);
  if (status == PE_OK)
    status = fact_table_import (&table, facts, n_facts, error);
  if (status == PE_OK)
    status = score (points, self, full_marks, &table, ours.number_bits, error);
  fact_table_clear (&table);
  return status;
}
