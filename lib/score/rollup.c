/* rollup.c - several units taken together: what is given, what each weighs, and what is answered
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rollup-private.h"

#include <string.h>

#include "../base/figure-private.h"
#include "../base/limits-private.h"
#include "../base/struct-private.h"
#include "../base/text-private.h"
#include "../base/utf8-private.h"
#include "../rules/record-private.h"

#define MOST_UNITS 1000000

/* Findings */

/* The place in the unit's own file, as far as it is known, under the path that names the unit. */
static void
add_at (pe_rolling *self, pe_status code, size_t unit, const char *path, const pe_finding_init *init)
{
  const pe_place *found = pe_dossier_find_place (pe_rolling_peek_dossier (self, unit), path);
  pe_buffer       whole = PE_BUFFER_INIT;
  pe_finding_init made = *init;
  pe_place        place = found != NULL ? *found : PE_PLACE_WHAT (NULL);
  char           *text;

  pe_buffer_add_string (&whole, "/units/");
  pe_buffer_add_uint (&whole, unit);
  pe_buffer_add_string (&whole, path);
  text = pe_buffer_steal (&whole);
  if (text == NULL)
    {
      pe_collector_add (&self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
      return;
    }
  place.what = text;
  made.code = code;
  made.places = &place;
  made.n_places = 1;
  pe_collector_add_init (&self->collector, &made);
  g_free (text);
}

void
pe_rolling_add (pe_rolling *self, pe_status code, size_t unit, const char *path, ...)
{
  pe_parameter_init parameters[PE_PARAMETERS_MAX];
  pe_finding_init   init = { .parameters = parameters };
  va_list           pairs;

  if (path == NULL)
    {
      pe_collector_add (&self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
      return;
    }
  va_start (pairs, path);
  init.n_parameters = pe_parameters_collect (parameters, pairs);
  va_end (pairs);
  add_at (self, code, unit, path, &init);
}

void
pe_rolling_add_at (pe_rolling *self, pe_status code, size_t unit, pe_buffer *path, ...)
{
  pe_parameter_init parameters[PE_PARAMETERS_MAX];
  pe_finding_init   init = { .parameters = parameters };
  char             *text = pe_buffer_steal (path);
  va_list           pairs;

  if (text == NULL)
    {
      pe_collector_add (&self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
      return;
    }
  va_start (pairs, path);
  init.n_parameters = pe_parameters_collect (parameters, pairs);
  va_end (pairs);
  add_at (self, code, unit, text, &init);
  g_free (text);
}

gboolean
pe_rolling_check (pe_rolling *self, pe_status status)
{
  pe_buffer limit = PE_BUFFER_INIT;
  char     *text;

  if (status == PE_OK)
    return TRUE;
  pe_buffer_add_uint (&limit, self->bits);
  text = pe_buffer_steal (&limit);
  if (status == PE_ERROR_NO_MEMORY || text == NULL)
    pe_collector_add (&self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_collector_add (&self->collector, status, NULL, "limit", text, NULL);
  g_free (text);
  return FALSE;
}

size_t
pe_rolling_get_n_units (const pe_rolling *self)
{
  return self->rollup->units.size;
}

const pe_rolled_unit *
pe_rollup_peek_unit (const pe_rollup *self, size_t index)
{
  return pe_vector_at (&self->units, const pe_rolled_unit, index);
}

const pe_dossier *
pe_rolling_peek_dossier (const pe_rolling *self, size_t unit)
{
  return pe_rollup_peek_unit (self->rollup, unit)->evaluation->dossier;
}

/* What all have to have in common */

static char *
print_rulebook (const pe_rulebook *rulebook)
{
  const pe_rulebook_head *head = pe_rulebook_peek_head (rulebook);
  uint8_t                 digest[PE_DIGEST_SIZE];
  char                    hex[PE_DIGEST_HEX_SIZE];
  pe_buffer               out = PE_BUFFER_INIT;

  pe_rulebook_get_digest (rulebook, digest);
  pe_digest_print (hex, digest);
  pe_buffer_add_string (&out, head->id);
  pe_buffer_add_char (&out, ' ');
  pe_buffer_add_string (&out, head->edition);
  pe_buffer_add_string (&out, " (");
  pe_buffer_add (&out, hex, 16);
  pe_buffer_add_string (&out, "…)");
  return pe_buffer_steal (&out);
}

static void
report_rulebook (pe_rolling *self, size_t unit)
{
  const pe_evaluation *evaluation = pe_rollup_peek_unit (self->rollup, unit)->evaluation;
  char                *found = print_rulebook (evaluation->rulebook);
  char                *expected = print_rulebook (self->rollup->rulebook);

  pe_rolling_add (self, PE_ERROR_RULEBOOK_DIFFERS, unit, found != NULL && expected != NULL ? "" : NULL, "name",
                  pe_dossier_peek_head (evaluation->dossier)->unit_name, "found", found, "expected", expected, NULL);
  g_free (found);
  g_free (expected);
}

/* FALSE when two numbers that have to be the same differ. */
static void
check_same (pe_rolling *self, size_t unit, const char *path, const char *name, int64_t found, int64_t expected)
{
  pe_buffer     a = PE_BUFFER_INIT, b = PE_BUFFER_INIT;
  pe_merge_site site = { unit, name, NULL, PE_BUFFER_INIT };
  char         *mine, *theirs;

  if (found == expected)
    return;
  pe_buffer_add_int (&a, found);
  pe_buffer_add_int (&b, expected);
  mine = pe_buffer_steal (&a);
  theirs = pe_buffer_steal (&b);
  pe_buffer_add_string (&site.path, path);
  pe_rolling_add_conflict (self, &site, mine, theirs);
  g_free (mine);
  g_free (theirs);
}

static void
check_unit (pe_rolling *self, size_t unit)
{
  const pe_evaluation   *first = pe_rollup_peek_unit (self->rollup, 0)->evaluation;
  const pe_evaluation   *evaluation = pe_rollup_peek_unit (self->rollup, unit)->evaluation;
  const pe_dossier_head *head = pe_dossier_peek_head (evaluation->dossier);
  const pe_dossier_head *expected = pe_dossier_peek_head (first->dossier);

  if (!pe_rulebook_is_equal (evaluation->rulebook, self->rollup->rulebook))
    report_rulebook (self, unit);
  check_same (self, unit, "/fiscal_year", "fiscal_year", head->fiscal_year, expected->fiscal_year);
  check_same (self, unit, "", "scorer", evaluation->scorer, first->scorer);
}

/* Weights */

static pe_figure
find_weight (const pe_rolling *self, size_t unit, pe_figure given)
{
  const pe_budget *budget = pe_dossier_get_budget (pe_rolling_peek_dossier (self, unit));
  pe_figure        weight = given;

  /* A sum that does not fit is as good as none. */
  if (self->rollup->weighting == PE_WEIGHTING_BY_FUNDS && given.state == PE_STATE_MISSING && budget != NULL
      && pe_budget_compute_amount (&weight, budget, PE_BUDGET_TOTAL, PE_AMOUNT_ADJUSTED, NULL) != PE_OK)
    return given;
  return weight;
}

static pe_status
find_fault (const pe_rolling *self, const pe_figure *weight)
{
  const pe_dimension dimension = pe_unit_get_dimension (weight->unit);

  if (weight->state != PE_STATE_VALUE)
    return PE_ERROR_FIGURE_MISSING;
  if (self->rollup->weighting == PE_WEIGHTING_BY_FUNDS ? dimension != PE_DIMENSION_MONEY
                                                       : weight->unit != PE_UNIT_NONE && weight->unit != PE_UNIT_POINT)
    return PE_ERROR_UNIT_MISMATCH;
  return weight->value.coefficient < 0 ? PE_ERROR_NEGATIVE_AMOUNT : PE_OK;
}

static void
report_weight (pe_rolling *self, size_t unit, const pe_figure *weight, pe_status fault)
{
  const gboolean by_funds = self->rollup->weighting == PE_WEIGHTING_BY_FUNDS;
  pe_buffer      found = PE_BUFFER_INIT;
  char          *text;

  pe_figure_print (weight, &found);
  pe_buffer_add_string (&found, "");
  text = pe_buffer_steal (&found);
  pe_rolling_add (
      self, fault, unit,
      text == NULL ? NULL
      : by_funds   ? "/budget/lines"
                   : "",
      "name", by_funds ? "weight by funds" : "weight by points", "name_zh", by_funds ? "资金权重" : "分值权重", "found",
      text, "expected", by_funds ? "an amount of money" : "a number of points", "expected_zh",
      by_funds ? "金额" : "分值", NULL);
  g_free (text);
}

static void
set_amount (pe_rolling *self, pe_rolled_unit *unit)
{
  pe_rational factor;

  pe_rational_init (&factor);
  pe_rational_set_decimal (&unit->amount, &unit->weight.value);
  pe_rolling_check (self, pe_rational_set_power_of_ten (&factor, pe_unit_get_exponent (unit->weight.unit), self->bits));
  pe_rolling_check (self, pe_rational_multiply (&unit->amount, &unit->amount, &factor, self->bits));
  pe_rolling_check (self, pe_rational_add (&self->rollup->weights, &self->rollup->weights, &unit->amount, self->bits));
  pe_rational_clear (&factor);
}

static void
weigh (pe_rolling *self)
{
  pe_rollup *const rollup = self->rollup;

  for (size_t i = 0; i < rollup->units.size; i++)
    {
      pe_rolled_unit *unit = pe_vector_at (&rollup->units, pe_rolled_unit, i);
      pe_status       fault;

      unit->weight = find_weight (self, i, unit->weight);
      fault = find_fault (self, &unit->weight);
      if (fault == PE_OK)
        set_amount (self, unit);
      else
        report_weight (self, i, &unit->weight, fault);
    }
  if (pe_collector_get_n_errors (&self->collector) > 0)
    return;
  if (pe_rational_sign (&rollup->weights) == 0)
    pe_collector_add (&self->collector, PE_ERROR_WEIGHTS_ZERO, NULL, NULL);
  else
    for (size_t i = 0; i < rollup->units.size; i++)
      {
        pe_rolled_unit *unit = pe_vector_at (&rollup->units, pe_rolled_unit, i);

        pe_rolling_check (self, pe_rational_divide (&unit->share, &unit->amount, &rollup->weights, self->bits));
      }
}

/* The call */

void
pe_rollup_unit_init (pe_rollup_unit *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_rollup_options_init (pe_rollup_options *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_rollup_entry_init (pe_rollup_entry *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

static pe_status
check_options (const pe_rollup_options *options, pe_error **error)
{
  if (options->mode != PE_ROLLUP_TOTALS_FIRST && options->mode != PE_ROLLUP_SCORES_FIRST)
    return pe_error_set_argument (error, "options.mode", "a value of pe_rollup_mode");
  if (options->weighting != PE_WEIGHTING_BY_FUNDS && options->weighting != PE_WEIGHTING_BY_POINTS)
    return pe_error_set_argument (error, "options.weighting", "a value of pe_weighting");
  if (options->mean_rounding < 0 || options->mean_rounding > PE_ROUND_CEILING)
    return pe_error_set_argument (error, "options.mean_rounding", "0 or a value of pe_rounding");
  if (options->mean_places < 0 || options->mean_places > PE_DECIMAL_MAX_SCALE
      || (options->mean_rounding == 0 && options->mean_places != 0))
    return pe_error_set_argument (error, "options.mean_places", "0 to 18 with a rounding, else 0");
  if (options->reserved != 0)
    return pe_error_set_argument (error, "options.reserved", "0");
  if (options->unit_name == NULL || options->unit_name[0] == '\0')
    return pe_error_set_argument (error, "options.unit_name", "the name of the whole");
  return PE_OK;
}

static void
unit_clear (pe_rolled_unit *self)
{
  pe_evaluation_unref (self->evaluation);
  pe_rational_clear (&self->amount);
  pe_rational_clear (&self->share);
}

static pe_status
add_unit (pe_rollup *self, const pe_rollup_unit *units, size_t index, pe_error **error)
{
  pe_rollup_unit ours;
  pe_rolled_unit unit = { 0 };
  pe_status      status = pe_struct_import_at (&ours, sizeof ours, units, index, sizeof ours, "units", error);

  if (status != PE_OK)
    return status;
  if (ours.evaluation == NULL || ours.reserved != 0 || !pe_figure_is_well_formed (&ours.weight))
    return pe_record_set_error (error, "units", index, ours.evaluation == NULL ? "evaluation" : "weight",
                                ours.evaluation == NULL ? "not NULL" : "a figure");
  unit.evaluation = pe_evaluation_ref (ours.evaluation);
  unit.weight = ours.weight;
  pe_rational_init (&unit.amount);
  pe_rational_init (&unit.share);
  if (pe_vector_push (&self->units, &unit) == PE_OK)
    return PE_OK;
  unit_clear (&unit);
  return pe_error_set_no_memory (error);
}

static pe_rollup *
rollup_new (void)
{
  pe_rollup *self = g_try_new0 (pe_rollup, 1);

  if (self == NULL)
    return NULL;
  self->references = 1;
  self->grade = -1;
  self->units = (pe_vector) PE_VECTOR_INIT (pe_rolled_unit);
  self->nodes = (pe_vector) PE_VECTOR_INIT (pe_rolled_node);
  self->entries = (pe_vector) PE_VECTOR_INIT (pe_rolled_entry);
  pe_rational_init (&self->weights);
  return self;
}

static pe_status
take_in (pe_rollup *self, const pe_rollup_unit *units, size_t n, const pe_rollup_options *options, pe_error **error)
{
  pe_status status = PE_OK;

  /* static: analyzer-null-dereference: without memory the status is not PE_OK, and this is not come to */
  self->mode = options->mode;
  self->weighting = options->weighting;
  if (status == PE_OK)
    status = pe_utf8_copy (&self->unit_name, options->unit_name, PE_TEXT_MAX, "/unit/name", error);
  if (status == PE_OK)
    status = pe_utf8_copy (&self->unit_code, options->unit_code, PE_TEXT_MAX, "/unit/code", error);
  for (size_t i = 0; i < n && status == PE_OK; i++)
    status = add_unit (self, units, i, error);
  if (status == PE_OK)
    self->rulebook = pe_rulebook_ref (pe_rollup_peek_unit (self, 0)->evaluation->rulebook);
  return status;
}

/* Scores the dossier of the whole. */
static void
score_totals (pe_rolling *self)
{
  pe_dossier         *dossier = pe_rollup_merge (self);
  pe_findings        *findings = NULL;
  pe_evaluate_options options;

  if (dossier == NULL)
    return;
  pe_evaluate_options_init (&options, sizeof options);
  options.scorer = self->scorer;
  options.calendar = self->options->calendar;
  options.limits = self->options->limits;
  if (pe_evaluate (&self->rollup->whole, self->rollup->rulebook, dossier, &options, &findings, NULL) == PE_OK)
    self->rollup->grade = pe_evaluation_get_grade (self->rollup->whole);
  pe_collector_add_all (&self->collector, findings);
  pe_findings_unref (findings);
  pe_dossier_unref (dossier);
}

static void
roll (pe_rolling *self)
{
  for (size_t i = 1; i < pe_rolling_get_n_units (self); i++)
    check_unit (self, i);
  weigh (self);
  if (pe_collector_get_n_errors (&self->collector) > 0)
    return;
  if (self->rollup->mode == PE_ROLLUP_SCORES_FIRST)
    pe_rollup_weigh_scores (self);
  else
    score_totals (self);
}

static pe_status
check_arguments (pe_rollup **out, const pe_rollup_unit *units, size_t n, const pe_rollup_options *options,
                 pe_error **error)
{
  if (out == NULL || units == NULL || options == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : units == NULL ? "units" : "options", "not NULL");
  if (n == 0 || n > MOST_UNITS)
    return pe_error_set_argument (error, "n", "1 to 1,000,000");
  return PE_OK;
}

/* An argument that cannot be used is a finding as well: the list is there on every failure. */
static pe_status
refuse (pe_error *reason, pe_findings **findings, pe_error **error)
{
  pe_collector collector;

  pe_collector_init (&collector, NULL);
  pe_collector_take_error (&collector, reason, NULL);
  return pe_collector_finish (&collector, findings, error);
}

static pe_status
run (pe_rollup *self, const pe_rollup_options *options, const pe_limits *limits, pe_findings **findings,
     pe_error **error)
{
  pe_rolling rolling = {
    .rollup = self,
    .options = options,
    .contract = pe_rulebook_peek_rounding (self->rulebook),
    .scorer = pe_rollup_peek_unit (self, 0)->evaluation->scorer,
    .bits = limits->number_bits,
  };
  pe_findings *list = NULL;
  pe_status    status;

  pe_collector_init (&rolling.collector, limits);
  roll (&rolling);
  status = pe_collector_finish (&rolling.collector, &list, error);
  if (findings != NULL)
    *findings = pe_findings_ref (list);
  self->findings = list;
  return status;
}

pe_status
pe_roll_up (pe_rollup **out, const pe_rollup_unit *units, size_t n, const pe_rollup_options *options,
            pe_findings **findings, pe_error **error)
{
  pe_rollup_options ours;
  pe_limits         limits;
  pe_rollup        *self = NULL;
  pe_error         *reason = NULL;
  pe_status         status = check_arguments (out, units, n, options, &reason);

  if (status == PE_OK)
    status = pe_struct_import (&ours, sizeof ours, options, sizeof ours, "options", &reason);
  if (status == PE_OK)
    status = check_options (&ours, &reason);
  if (status == PE_OK)
    status = pe_limits_import (&limits, ours.limits, &reason);
  if (status == PE_OK && (self = rollup_new ()) == NULL)
    status = pe_error_set_no_memory (&reason);
  if (status == PE_OK)
    status = take_in (self, units, n, &ours, &reason);
  if (status == PE_OK)
    status = run (self, &ours, &limits, findings, error);
  else
    status = refuse (reason, findings, error);
  if (status == PE_OK)
    *out = self;
  else
    pe_rollup_unref (self);
  return status;
}

/* Reading */

pe_rollup_mode
pe_rollup_get_mode (const pe_rollup *self)
{
  return self == NULL ? 0 : self->mode;
}

pe_weighting
pe_rollup_get_weighting (const pe_rollup *self)
{
  return self == NULL ? 0 : self->weighting;
}

const char *
pe_rollup_get_unit_name (const pe_rollup *self)
{
  return self == NULL ? NULL : self->unit_name;
}

const char *
pe_rollup_get_unit_code (const pe_rollup *self)
{
  return self == NULL ? NULL : self->unit_code;
}

pe_rulebook *
pe_rollup_get_rulebook (const pe_rollup *self)
{
  return self == NULL ? NULL : self->rulebook;
}

pe_evaluation *
pe_rollup_get_evaluation (const pe_rollup *self)
{
  return self == NULL ? NULL : self->whole;
}

pe_findings *
pe_rollup_get_findings (const pe_rollup *self)
{
  return self == NULL ? NULL : self->findings;
}

size_t
pe_rollup_get_n_units (const pe_rollup *self)
{
  return self == NULL ? 0 : self->units.size;
}

static pe_status
check_index (const void *out, const pe_rollup *self, size_t index, size_t n, pe_error **error)
{
  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  return index < n ? PE_OK : pe_index_set_not_found (error, index, n);
}

pe_status
pe_rollup_get_unit (pe_rollup_unit *out, const pe_rollup *self, size_t index, pe_error **error)
{
  pe_rollup_unit ours = { 0 };
  pe_status      status = check_index (out, self, index, pe_rollup_get_n_units (self), error);

  if (status != PE_OK)
    return status;
  ours.evaluation = pe_rollup_peek_unit (self, index)->evaluation;
  ours.weight = pe_rollup_peek_unit (self, index)->weight;
  return pe_record_export (out, &ours, sizeof ours, error);
}

pe_status
pe_rollup_compute_share (pe_ratio **out, const pe_rollup *self, size_t index, pe_error **error)
{
  pe_status status = check_index (out, self, index, pe_rollup_get_n_units (self), error);

  return status == PE_OK ? pe_ratio_new_rational (out, &pe_rollup_peek_unit (self, index)->share, error) : status;
}

int32_t
pe_rollup_get_grade (const pe_rollup *self)
{
  return self == NULL ? -1 : self->grade;
}

pe_rollup *
pe_rollup_ref (pe_rollup *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

static void
clear_nodes (pe_rollup *self)
{
  for (size_t i = 0; i < self->nodes.size; i++)
    {
      pe_rolled_node *node = pe_vector_at (&self->nodes, pe_rolled_node, i);

      pe_rational_clear (&node->full_marks);
      pe_rational_clear (&node->mean);
      pe_rational_clear (&node->score);
    }
  pe_vector_clear (&self->nodes);
  for (size_t i = 0; i < self->entries.size; i++)
    pe_rational_clear (&pe_vector_at (&self->entries, pe_rolled_entry, i)->amount);
  pe_vector_clear (&self->entries);
}

void
pe_rollup_unref (pe_rollup *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  clear_nodes (self);
  for (size_t i = 0; i < self->units.size; i++)
    unit_clear (pe_vector_at (&self->units, pe_rolled_unit, i));
  pe_vector_clear (&self->units);
  pe_rational_clear (&self->weights);
  pe_evaluation_unref (self->whole);
  pe_rulebook_unref (self->rulebook);
  pe_findings_unref (self->findings);
  g_free (self->unit_name);
  g_free (self->unit_code);
  g_free (self);
}
