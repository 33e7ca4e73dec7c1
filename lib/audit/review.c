/* review.c - every check of the catalogue run over a dossier
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "review-private.h"

#include <string.h>

#include "../base/limits-private.h"
#include "../base/struct-private.h"
#include "../base/utf8-private.h"

/* In the order of the catalogue; NULL for what is not computed. */
static pe_review_function *const functions[PE_REVIEW_N_CHECKS] = {
  [PE_REVIEW_MARKS] = pe_review_marks,
  [PE_REVIEW_MARKS_POSITIVE] = pe_review_marks_positive,
  [PE_REVIEW_SCORE_RANGE] = pe_review_score_range,
  [PE_REVIEW_SCORE_COMPUTED] = pe_review_score_computed,
  [PE_REVIEW_LOSS_EXPLAINED] = pe_review_loss_explained,
  [PE_REVIEW_REASON_NEEDED] = pe_review_reason_needed,
  [PE_REVIEW_QUALITATIVE] = pe_review_qualitative,
  [PE_REVIEW_NUMERIC] = pe_review_numeric,
  [PE_REVIEW_OVER_ACHIEVED] = pe_review_over_achieved,
  [PE_REVIEW_OUTRUNS] = pe_review_outruns,
  [PE_REVIEW_UNSPENT] = pe_review_unspent,
  [PE_REVIEW_EXECUTION] = pe_review_execution,
  [PE_REVIEW_OVERSPENT] = pe_review_overspent,
  [PE_REVIEW_FUNDING] = pe_review_funding,
  [PE_REVIEW_ITEMISED] = pe_review_itemised,
  [PE_REVIEW_NARRATIVE] = pe_review_narrative,
  [PE_REVIEW_TOTAL] = pe_review_total,
  [PE_REVIEW_GRADE] = pe_review_grade,
  [PE_REVIEW_PERCENTAGES] = pe_review_percentages,
  [PE_REVIEW_COUNTS] = pe_review_counts,
  [PE_REVIEW_TARGETS] = pe_review_targets,
  [PE_REVIEW_CONCENTRATION] = pe_review_concentration,
  [PE_REVIEW_PROCUREMENT] = pe_review_procurement,
  [PE_REVIEW_SME] = pe_review_sme,
  [PE_REVIEW_ASSETS] = pe_review_assets,
};

void
pe_review_options_init (pe_review_options *self, uint32_t struct_size)
{
  static const pe_review_options defaults = { .scorer = PE_SCORER_SELF };

  pe_struct_init (self, struct_size, &defaults, sizeof defaults);
}

void
pe_review_result_init (pe_review_result *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_review_item_init (pe_review_item *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

/* Items */

void
pe_reviewing_examine (pe_reviewing *self)
{
  self->review->results[self->check].examined++;
}

gboolean
pe_reviewing_try (pe_reviewing *self, pe_status status)
{
  if (self->status == PE_OK)
    self->status = status;
  return status == PE_OK;
}

/* The place of the path, or of what is nearest above it, with the whole path. FALSE when memory ran out. */
static gboolean
find_place (const pe_dossier *dossier, const char *path, pe_place *out)
{
  char           *above = pe_string_copy (path);
  const pe_place *found = above != NULL ? pe_dossier_find_place (dossier, above) : NULL;
  char           *end = NULL;

  if (above == NULL)
    return FALSE;
  while (found == NULL && (end = strrchr (above, '/')) != NULL)
    {
      *end = '\0';
      found = pe_dossier_find_place (dossier, above);
    }
  *out = found != NULL ? *found : PE_PLACE_WHAT (path);
  out->what = path;
  g_free (above);
  return TRUE;
}

/* Counts an item; TRUE when it is to be kept. */
static gboolean
count (pe_reviewing *self, pe_severity severity)
{
  pe_review *review = self->review;

  review->results[self->check].found++;
  review->counts[severity - 1]++;
  return review->items.size < self->limits.findings;
}

static void
add_item (pe_reviewing *self, pe_severity severity, const pe_finding_init *init)
{
  pe_reviewed_item item = { NULL, (uint32_t) self->check, severity };

  if (!pe_reviewing_try (self, pe_finding_new (&item.finding, init)))
    return;
  if (!pe_reviewing_try (self, pe_vector_push (&self->review->items, &item)))
    pe_finding_unref (item.finding);
}

void
pe_reviewing_take (pe_reviewing *self, pe_severity severity, const pe_finding *finding)
{
  pe_reviewed_item item = { NULL, (uint32_t) self->check, severity != 0 ? severity : self->rule.severity };

  if (!count (self, item.severity))
    return;
  item.finding = pe_finding_ref ((pe_finding *) finding);
  if (!pe_reviewing_try (self, pe_vector_push (&self->review->items, &item)))
    pe_finding_unref (item.finding);
}

void
pe_reviewing_add (pe_reviewing *self, pe_severity severity, pe_status code, char *path, ...)
{
  pe_parameter_init parameters[PE_PARAMETERS_MAX];
  pe_place          place;
  pe_finding_init   init = { code, &place, 1, parameters, 0 };
  va_list           pairs;

  if (severity == 0)
    severity = self->rule.severity;
  if (path == NULL || !find_place (self->dossier, path, &place))
    pe_reviewing_try (self, PE_ERROR_NO_MEMORY);
  else if (count (self, severity))
    {
      va_start (pairs, path);
      init.n_parameters = pe_parameters_collect (parameters, pairs);
      va_end (pairs);
      add_item (self, severity, &init);
    }
  g_free (path);
}

/* Texts */

char *
pe_reviewing_print_decimal (const pe_decimal *number)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_decimal (&buffer, number);
  return pe_buffer_steal (&buffer);
}

char *
pe_reviewing_print_number (const pe_rational *number)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_label_add_number (number, &buffer);
  return pe_buffer_steal (&buffer);
}

char *
pe_reviewing_print_figure (const pe_figure *figure, const char *text)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  if (figure->state == PE_STATE_TEXT)
    pe_buffer_add_string (&buffer, text);
  else
    pe_figure_print (figure, &buffer);
  return pe_buffer_steal (&buffer);
}

char *
pe_reviewing_print_rate (const pe_reviewing *self, const pe_rational *rate)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_label_add_rate (rate, pe_rulebook_peek_rounding (self->rulebook), &buffer);
  return pe_buffer_steal (&buffer);
}

char *
pe_reviewing_print_percent (const pe_decimal *percent)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_decimal (&buffer, percent);
  pe_buffer_add_char (&buffer, '%');
  return pe_buffer_steal (&buffer);
}

char *
pe_reviewing_print_declared_path (size_t index, const char *member)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_string (&buffer, "/declared/");
  pe_buffer_add_uint (&buffer, index);
  pe_buffer_add_string (&buffer, member);
  return pe_buffer_steal (&buffer);
}

char *
pe_reviewing_print_row_path (const pe_reviewing *self, size_t row, const char *member)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_dossier_print_row_path (self->dossier, row, &buffer);
  pe_buffer_add_string (&buffer, member);
  return pe_buffer_steal (&buffer);
}

char *
pe_reviewing_print_line_path (const pe_reviewing *self, size_t line, const char *member)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_budget_print_path (pe_dossier_get_budget (self->dossier), line, &buffer);
  pe_buffer_add_string (&buffer, member);
  return pe_buffer_steal (&buffer);
}

/* Looking things up */

gboolean
pe_reviewing_get_base (pe_reviewing *self, const pe_figure *figure, pe_rational *out)
{
  pe_rational power;
  gboolean    well;

  if (figure->state != PE_STATE_VALUE)
    return FALSE;
  pe_rational_init (&power);
  pe_rational_set_decimal (out, &figure->value);
  well = pe_reviewing_try (
             self, pe_rational_set_power_of_ten (&power, pe_unit_get_exponent (figure->unit), self->limits.number_bits))
         && pe_reviewing_try (self, pe_rational_multiply (out, out, &power, self->limits.number_bits));
  pe_rational_clear (&power);
  return well;
}

const pe_figure *
pe_reviewing_get_target (const pe_row *row)
{
  return row->adjusted_target.state != PE_STATE_MISSING ? &row->adjusted_target : &row->target;
}

gboolean
pe_reviewing_is_told (const char *text)
{
  if (text == NULL)
    return FALSE;
  while (*text == ' ' || *text == '\t' || *text == '\n' || *text == '\r')
    text++;
  return *text != '\0';
}

const pe_indicator *
pe_reviewing_find_leaf (const pe_reviewing *self, const char *code, size_t *index)
{
  const pe_indicator *indicator;

  if (pe_rulebook_find_indicator (index, self->rulebook, code, NULL) != PE_OK)
    return NULL;
  indicator = pe_rulebook_peek_indicator (self->rulebook, *index);
  return indicator->rule != NULL ? indicator : NULL;
}

const pe_scored_node *
pe_reviewing_find_node (const pe_reviewing *self, size_t indicator)
{
  const int32_t node = self->evaluation != NULL ? self->node_of_indicator[indicator] : -1;

  return node >= 0 ? pe_evaluation_peek_node (self->evaluation, (size_t) node) : NULL;
}

const pe_scored_node *
pe_reviewing_get_row_node (const pe_reviewing *self, size_t row)
{
  const int32_t node = self->node_of_row[row];

  return node >= 0 ? pe_evaluation_peek_node (self->evaluation, (size_t) node) : NULL;
}

gboolean
pe_reviewing_is_execution (const pe_scored_node *node)
{
  static const char prefix[] = "budget.execution_rate";

  if (node->leaf == NULL || node->row >= 0)
    return FALSE;
  for (size_t i = 0; i < node->leaf->outcome.inputs.size; i++)
    {
      const pe_scored_input *input = pe_vector_at (&node->leaf->outcome.inputs, const pe_scored_input, i);

      if (input->measure != NULL && strncmp (input->measure, prefix, sizeof prefix - 1) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Running */

static int32_t *
new_index (size_t n)
{
  int32_t *index = g_try_new (int32_t, n + 1);

  for (size_t i = 0; index != NULL && i <= n; i++)
    index[i] = -1;
  return index;
}

static gboolean
index_nodes (pe_reviewing *self)
{
  self->node_of_row = new_index (pe_dossier_get_n_rows (self->dossier));
  self->node_of_indicator = new_index (pe_rulebook_get_n_indicators (self->rulebook));
  if (self->node_of_row == NULL || self->node_of_indicator == NULL)
    return FALSE;
  for (size_t i = 0; self->evaluation != NULL && i < self->evaluation->nodes.size; i++)
    {
      const pe_scored_node *node = pe_evaluation_peek_node (self->evaluation, i);

      if (node->row >= 0)
        self->node_of_row[node->row] = (int32_t) i;
      else if (node->indicator >= 0)
        self->node_of_indicator[node->indicator] = (int32_t) i;
    }
  return TRUE;
}

static void
run_check (pe_reviewing *self, size_t check)
{
  pe_review_result *result = &self->review->results[check];

  self->check = check;
  pe_review_rule_init (&self->rule, check, self->rulebook);
  pe_review_result_init (result, sizeof *result);
  result->severity = self->rule.severity;
  if (functions[check] != NULL && !self->rule.off)
    functions[check](self);
  if (functions[check] == NULL)
    result->state = PE_REVIEW_NOT_COMPUTED;
  else if (self->rule.off)
    result->state = PE_REVIEW_OFF;
  else if (result->found > 0)
    result->state = PE_REVIEW_FOUND;
  else
    result->state = result->examined > 0 ? PE_REVIEW_CLEAR : PE_REVIEW_NOT_APPLICABLE;
}

static pe_status
import_options (pe_reviewing *self, const pe_review_options *options, pe_error **error)
{
  pe_review_options *ours = &self->options;
  pe_status          status = PE_OK;
  size_t             offset;

  pe_review_options_init (ours, sizeof *ours);
  if (options != NULL)
    status = pe_struct_import (ours, sizeof *ours, options, sizeof *ours, "options", error);
  if (status != PE_OK)
    return status;
  if (ours->scorer < PE_SCORER_SELF || ours->scorer > PE_SCORER_EXTERNAL)
    return pe_error_set_argument (error, "options.scorer", "a value of pe_scorer");
  if (ours->declared_total != NULL && !pe_decimal_is_well_formed (ours->declared_total))
    return pe_error_set_argument (error, "options.declared_total", "a well-formed pe_decimal");
  if (ours->declared_grade != NULL && !pe_utf8_validate (ours->declared_grade, strlen (ours->declared_grade), &offset))
    return pe_error_set (error, PE_ERROR_INVALID_UTF8, NULL, "name", "options.declared_grade", NULL);
  return pe_limits_import (&self->limits, ours->limits, error);
}

static pe_status
check_arguments (pe_review **out, const pe_rulebook *rulebook, const pe_dossier *dossier,
                 const pe_evaluation *evaluation, pe_error **error)
{
  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  if (rulebook == NULL)
    return pe_error_set_argument (error, "rulebook", "not NULL");
  if (dossier == NULL)
    return pe_error_set_argument (error, "dossier", "not NULL");
  if (evaluation != NULL && (evaluation->rulebook != rulebook || evaluation->dossier != dossier))
    return pe_error_set_argument (error, "evaluation", "NULL, or made of this rulebook and this dossier");
  return PE_OK;
}

pe_status
pe_review_new (pe_review **out, pe_rulebook *rulebook, pe_dossier *dossier, const pe_evaluation *evaluation,
               const pe_review_options *options, pe_error **error)
{
  pe_reviewing self = { .rulebook = rulebook, .dossier = dossier, .evaluation = evaluation };
  pe_status    status = check_arguments (out, rulebook, dossier, evaluation, error);

  if (status == PE_OK)
    status = import_options (&self, options, error);
  if (status != PE_OK)
    return status;
  self.review = g_try_new0 (pe_review, 1);
  if (self.review == NULL)
    return pe_error_set_no_memory (error);
  self.review->references = 1;
  self.review->items = (pe_vector) PE_VECTOR_INIT (pe_reviewed_item);
  if (!index_nodes (&self))
    self.status = PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i < PE_REVIEW_N_CHECKS && self.status == PE_OK; i++)
    run_check (&self, i);
  g_free (self.node_of_row);
  g_free (self.node_of_indicator);
  if (self.status == PE_OK)
    {
      *out = self.review;
      return PE_OK;
    }
  pe_review_unref (self.review);
  return self.status == PE_ERROR_NO_MEMORY ? pe_error_set_no_memory (error)
                                           : pe_error_set (error, self.status, NULL, NULL);
}

/* Reading */

pe_status
pe_review_get_result (pe_review_result *out, const pe_review *self, size_t check, pe_error **error)
{
  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (check >= PE_REVIEW_N_CHECKS)
    return pe_index_set_not_found (error, check, PE_REVIEW_N_CHECKS);
  return pe_record_export (out, &self->results[check], sizeof *out, error);
}

size_t
pe_review_get_n_items (const pe_review *self)
{
  return self != NULL ? self->items.size : 0;
}

pe_status
pe_review_get_item (pe_review_item *out, const pe_review *self, size_t index, pe_error **error)
{
  const pe_reviewed_item *item;
  pe_review_item          ours;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (index >= self->items.size)
    return pe_index_set_not_found (error, index, self->items.size);
  item = pe_vector_at (&self->items, const pe_reviewed_item, index);
  pe_review_item_init (&ours, sizeof ours);
  ours.severity = item->severity;
  ours.check = item->check;
  ours.finding = item->finding;
  return pe_record_export (out, &ours, sizeof ours, error);
}

uint64_t
pe_review_get_count (const pe_review *self, pe_severity severity)
{
  if (self == NULL || severity < PE_SEVERITY_NOTE || severity > PE_SEVERITY_ERROR)
    return 0;
  return self->counts[severity - 1];
}

pe_review *
pe_review_ref (pe_review *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_review_unref (pe_review *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  for (size_t i = 0; i < self->items.size; i++)
    pe_finding_unref (pe_vector_at (&self->items, pe_reviewed_item, i)->finding);
  pe_vector_clear (&self->items);
  g_free (self);
}
