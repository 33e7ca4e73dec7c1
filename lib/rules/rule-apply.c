/* rule-apply.c - finding a rule's figures and putting them in
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "shape-private.h"

#include <string.h>

#include "../base/figure-private.h"
#include "../base/text-private.h"
#include "../model/measure-private.h"

/* Paths */

const char *
pe_inputs_take_path (const pe_vector *inputs, pe_buffer *path)
{
  return pe_buffer_steal_in (path, inputs->arena);
}

void
pe_inputs_free_path (const pe_vector *inputs, const char *path)
{
  if (inputs->arena == NULL)
    g_free ((char *) path);
}

size_t
pe_inputs_find_read (const pe_vector *inputs, size_t from)
{
  for (size_t i = from; i < inputs->size; i++)
    if (pe_vector_at (inputs, const pe_scored_input, i)->own == NULL)
      return i;
  return G_MAXSIZE;
}

pe_status
pe_fact_source_take_path (const pe_fact_source *self, const char *name, const pe_vector *inputs, const char **path)
{
  char      room[PE_PATH_ROOM] PE_UNSET;
  pe_buffer buffer = PE_BUFFER_INIT_IN (room);

  *path = NULL;
  if (self->columns != NULL)
    return PE_OK;
  if (self->get_path != NULL && inputs->arena != NULL)
    *path = self->get_path (self, name);
  if (*path != NULL)
    return PE_OK;
  self->print_path (self, name, &buffer);
  *path = pe_inputs_take_path (inputs, &buffer);
  return *path != NULL ? PE_OK : PE_ERROR_NO_MEMORY;
}

/* Outcomes */

/* All but the lists, to which nothing was added yet. */
static void
init_result (pe_outcome *self)
{
  self->state = PE_STATE_MISSING;
  self->fault = self->notice = PE_OK;
  self->culprit = self->chosen = G_MAXSIZE;
  self->chosen_first = self->chosen_n = 0;
  self->expected = NULL;
  self->formula = NULL;
  self->has_rate = self->has_reached = FALSE;
  pe_rational_init (&self->points);
  pe_rational_init (&self->rate);
  pe_rational_init (&self->reached);
}

void
pe_outcome_init_in (pe_outcome *self, pe_arena *arena)
{
  init_result (self);
  self->inputs = (pe_vector) PE_VECTOR_INIT_IN (pe_scored_input, arena);
  self->hits = (pe_vector) PE_VECTOR_INIT_IN (uint32_t, arena);
  self->computed = (pe_vector) PE_VECTOR_INIT_IN (pe_computed, arena);
  self->further = (pe_vector) PE_VECTOR_INIT_IN (pe_outcome_fault, arena);
}

void
pe_outcome_init (pe_outcome *self)
{
  pe_outcome_init_in (self, NULL);
}

static void
clear_details (pe_outcome *self)
{
  for (size_t i = 0; i < self->computed.size; i++)
    pe_rational_clear (&pe_vector_at (&self->computed, pe_computed, i)->value);
  pe_vector_clear (&self->computed);
  pe_vector_clear (&self->hits);
}

void
pe_outcome_clear_further (pe_outcome *self)
{
  for (size_t i = 0; i < self->further.size; i++)
    g_free (pe_vector_at (&self->further, pe_outcome_fault, i)->expected);
  pe_vector_clear (&self->further);
}

pe_status
pe_outcome_copy_details (pe_outcome *self, const pe_outcome *from)
{
  pe_computed *computed;
  uint32_t    *hits;

  clear_details (self);
  if (pe_vector_grow (&self->hits, from->hits.size, (void **) &hits) != PE_OK
      || pe_vector_grow (&self->computed, from->computed.size, (void **) &computed) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  if (from->hits.size > 0)
    memcpy (hits, from->hits.data, from->hits.size * sizeof *hits);
  for (size_t i = 0; i < from->computed.size; i++)
    {
      const pe_computed *one = pe_vector_at (&from->computed, const pe_computed, i);

      computed[i].argument = one->argument;
      pe_rational_init (&computed[i].value);
      pe_rational_copy (&computed[i].value, &one->value);
    }
  return PE_OK;
}

void
pe_outcome_clear (pe_outcome *self)
{
  pe_outcome_reset (self);
  pe_vector_clear (&self->inputs);
}

void
pe_outcome_reset (pe_outcome *self)
{
  if (self->inputs.arena == NULL)
    for (size_t i = 0; i < self->inputs.size; i++)
      pe_inputs_free_path (&self->inputs, pe_vector_at (&self->inputs, pe_scored_input, i)->path);
  self->inputs.size = 0;
  if (self->computed.data != NULL || self->hits.data != NULL)
    clear_details (self);
  if (self->further.data != NULL)
    pe_outcome_clear_further (self);
  pe_rational_clear (&self->points);
  pe_rational_clear (&self->rate);
  pe_rational_clear (&self->reached);
  g_free (self->expected);
  init_result (self);
}

static void
fail_no_memory (pe_application *self)
{
  if (self->status == PE_OK)
    self->status = pe_error_set_no_memory (self->error);
}

gboolean
pe_application_is_well (const pe_application *self)
{
  return self->status == PE_OK && self->out->state == PE_STATE_VALUE;
}

gboolean
pe_outcome_gives_way (const pe_outcome *self, pe_state state)
{
  return self->state == PE_STATE_VALUE || (self->state == PE_STATE_NOT_APPLICABLE && state != PE_STATE_NOT_APPLICABLE);
}

/* Faults */

/* NULL for what has no place: the rule fixes it, the caller has to mend it, or figures come from columns. */
static const char *
get_place (const pe_outcome *self, size_t input)
{
  return input < self->inputs.size ? pe_vector_at (&self->inputs, const pe_scored_input, input)->path : NULL;
}

/* A calendar that there is not is missing once, whatever needs it. */
static gboolean
says (const pe_outcome *self, size_t culprit, pe_status fault, const pe_outcome_fault *other)
{
  if (fault == PE_ERROR_CALENDAR_MISSING && other->fault == fault)
    return TRUE;
  return g_strcmp0 (get_place (self, culprit), get_place (self, other->culprit)) == 0;
}

static gboolean
is_said (const pe_outcome *self, const pe_outcome_fault *other)
{
  gboolean found = says (self, self->culprit, self->fault, other);

  for (size_t i = 0; i < self->further.size && !found; i++)
    {
      const pe_outcome_fault *further = pe_vector_at (&self->further, const pe_outcome_fault, i);

      found = says (self, further->culprit, further->fault, other);
    }
  return found;
}

/* given->expected is copied. */
static void
keep_further (pe_application *self, const pe_outcome_fault *given)
{
  pe_outcome_fault *kept;

  if (get_place (self->out, given->culprit) == NULL || is_said (self->out, given))
    return;
  kept = pe_vector_add (&self->out->further);
  if (kept == NULL)
    {
      fail_no_memory (self);
      return;
    }
  *kept = *given;
  if (given->expected != NULL && (kept->expected = pe_string_copy (given->expected)) == NULL)
    fail_no_memory (self);
}

/* What is displaced never expects anything: it does not apply. */
static void
take_fault (pe_application *self, const pe_outcome_fault *given)
{
  pe_outcome            *out = self->out;
  const pe_outcome_fault before = { out->state, out->fault, out->culprit, NULL, out->formula };

  if (!pe_outcome_gives_way (out, given->state))
    {
      keep_further (self, given);
      return;
    }
  out->state = given->state;
  out->fault = given->fault;
  out->culprit = given->culprit;
  out->formula = given->formula;
  if (before.state != PE_STATE_VALUE)
    keep_further (self, &before);
  if (given->expected == NULL || self->source->columns != NULL)
    return;
  out->expected = pe_string_copy (given->expected);
  if (out->expected == NULL)
    fail_no_memory (self);
}

void
pe_application_set_state (pe_application *self, pe_state state, pe_status fault, size_t culprit)
{
  const pe_outcome_fault given = { state, fault, culprit, NULL, self->formula };

  take_fault (self, &given);
}

void
pe_application_refuse_with (pe_application *self, pe_status fault, size_t culprit, pe_buffer *expected)
{
  char *text = NULL;

  if (self->source->columns == NULL && (text = pe_buffer_steal (expected)) == NULL)
    fail_no_memory (self);
  pe_application_refuse (self, fault, culprit, text);
  pe_buffer_clear (expected);
  g_free (text);
}

void
pe_application_refuse (pe_application *self, pe_status fault, size_t culprit, const char *expected)
{
  const pe_outcome_fault given = { PE_STATE_INVALID, fault, culprit, (char *) expected, self->formula };

  take_fault (self, &given);
}

void
pe_application_take_further (pe_application *self, const pe_outcome *from, size_t first)
{
  for (size_t i = 0; i < from->further.size; i++)
    {
      pe_outcome_fault given = *pe_vector_at (&from->further, const pe_outcome_fault, i);

      given.culprit += first;
      keep_further (self, &given);
    }
}

/* Inputs */

const char *
pe_application_take_path (pe_application *self, pe_buffer *path)
{
  const char *text;

  if (self->source->columns != NULL)
    {
      pe_buffer_clear (path);
      return NULL;
    }
  text = pe_inputs_take_path (&self->out->inputs, path);
  if (text == NULL)
    fail_no_memory (self);
  return text;
}

size_t
pe_application_add_input (pe_application *self, const char *name, const char *measure, const pe_figure *figure,
                          const char *path)
{
  pe_scored_input *input = pe_vector_add (&self->out->inputs);

  if (input == NULL)
    {
      fail_no_memory (self);
      pe_inputs_free_path (&self->out->inputs, path);
      return G_MAXSIZE;
    }
  *input = (pe_scored_input) { .name = name, .measure = measure, .path = path, .figure = *figure };
  return self->out->inputs.size - 1;
}

const pe_fact *
pe_application_get_fact (pe_application *self, const char *argument, const char *name, size_t *input)
{
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  const pe_fact         *fact = self->source->find (self->source, name);
  const char            *path;

  if (pe_fact_source_take_path (self->source, name, &self->out->inputs, &path) != PE_OK)
    fail_no_memory (self);
  *input = pe_application_add_input (self, argument, NULL, fact != NULL ? &fact->figure : &missing, path);
  if (fact != NULL && *input != G_MAXSIZE)
    pe_vector_at (&self->out->inputs, pe_scored_input, *input)->text = fact->text;
  return fact;
}

gboolean
pe_application_check_figure (pe_application *self, const pe_figure *figure, size_t input)
{
  static const pe_status faults[] = {
    [PE_STATE_MISSING] = PE_ERROR_FIGURE_MISSING,
    [PE_STATE_VALUE] = PE_OK,
    [PE_STATE_NOT_APPLICABLE] = PE_ERROR_NOT_APPLICABLE,
    [PE_STATE_TEXT] = PE_ERROR_FIGURE_TEXT,
    [PE_STATE_ZERO_DENOMINATOR] = PE_ERROR_ZERO_DENOMINATOR,
    [PE_STATE_INVALID] = PE_ERROR_STATE_CONFLICT,
  };

  if (figure->state == PE_STATE_VALUE)
    return TRUE;
  pe_application_set_state (self, figure->state, faults[figure->state], input);
  return FALSE;
}

/* Takes the answer of an operation on rationals. */
static void
check (pe_application *self, pe_status status)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *limit;

  if (status == PE_OK || self->status != PE_OK)
    return;
  if (status != PE_ERROR_LIMIT)
    {
      self->status = pe_error_set (self->error, status, NULL, NULL);
      return;
    }
  pe_buffer_add_uint (&buffer, self->bits);
  limit = pe_buffer_steal (&buffer);
  self->status = pe_error_set (self->error, status, NULL, "limit", limit, NULL);
  g_free (limit);
}

/* Arguments */

void
pe_argument_init (pe_argument *self)
{
  self->is_given = self->is_rate = self->is_fixed = FALSE;
  self->unit = PE_UNIT_NONE;
  self->input = G_MAXSIZE;
  pe_rational_init (&self->value);
}

void
pe_argument_clear (pe_argument *self)
{
  pe_rational_clear (&self->value);
}

/* In the base unit: yuan, a share of 1. */
static void
set_base_value (pe_application *self, pe_rational *out, const pe_figure *figure)
{
  if (self->status == PE_OK)
    check (self, pe_rational_set_scaled (out, &figure->value, pe_unit_get_exponent (figure->unit), self->bits));
}

static gboolean
take_figure (pe_application *self, const pe_figure *figure, size_t input, pe_argument *out)
{
  out->input = input;
  out->unit = figure->unit;
  if (!pe_application_check_figure (self, figure, input))
    return FALSE;
  set_base_value (self, &out->value, figure);
  return self->status == PE_OK;
}

static gboolean
get_fact_argument (pe_application *self, const char *name, const pe_setting *setting, pe_argument *out)
{
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  size_t                 input;
  const pe_fact         *fact = pe_application_get_fact (self, name, setting->text, &input);

  return take_figure (self, fact != NULL ? &fact->figure : &missing, input, out);
}

pe_status
pe_column_source_derive (const pe_column_source *self, gboolean is_prior, size_t measure, pe_measure_value *out,
                         pe_error **error)
{
  pe_amount_name names[PE_MEASURE_AMOUNTS];
  pe_figure      amounts[PE_MEASURE_AMOUNTS];

  pe_measure_get_amounts (measure, names);
  for (size_t i = 0; i < PE_MEASURE_AMOUNTS; i++)
    {
      amounts[i] = (pe_figure) { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
      names[i].is_prior = is_prior;
      if (names[i].amount != 0)
        self->find_amount (self, &names[i], &amounts[i]);
    }
  return pe_measure_derive_amounts (out, measure, amounts, error);
}

/* Records both parts, in which case their paths are the buffers'. */
static size_t
add_parts (pe_application *self, const char *name, const char *measure, const pe_measure_value *value, gboolean is_rate,
           pe_buffer paths[2])
{
  const size_t first
      = pe_application_add_input (self, name, measure, &value->numerator, pe_application_take_path (self, &paths[0]));

  if (is_rate)
    pe_application_add_input (self, name, measure, &value->denominator, pe_application_take_path (self, &paths[1]));
  else
    pe_buffer_clear (&paths[1]);
  return first;
}

/* A measure that has no value: the part that is to blame is the one in the measure's own state, else the denominator. */
static void
set_measure_state (pe_application *self, const pe_measure_value *value, gboolean is_rate, size_t first)
{
  const gboolean  blame_second = is_rate && value->numerator.state != value->state;
  const pe_figure figure = { { 0, 0, 0 }, value->state, PE_UNIT_NONE };

  pe_application_check_figure (self, &figure, first + (blame_second ? 1 : 0));
}

static void
set_rate_value (pe_application *self, const pe_measure_value *value, size_t first, pe_rational *out)
{
  pe_rational denominator;

  pe_rational_init (&denominator);
  set_base_value (self, out, &value->numerator);
  set_base_value (self, &denominator, &value->denominator);
  if (pe_rational_sign (&denominator) == 0)
    pe_application_set_state (self, PE_STATE_ZERO_DENOMINATOR, PE_ERROR_ZERO_DENOMINATOR, first + 1);
  else
    pe_application_divide (self, out, out, &denominator);
  pe_rational_clear (&denominator);
}

/* Working days that cannot be counted, and an amount that does not fit, are a fault of the leaf, not of the evaluation. */
static gboolean
is_fault_of_leaf (pe_status status)
{
  return status == PE_ERROR_CALENDAR_MISSING || status == PE_ERROR_CALENDAR_RANGE || status == PE_ERROR_OVERFLOW;
}

static void
refuse_measure (pe_application *self, const char *name, const pe_setting *setting, pe_status fault, const char *path)
{
  static const pe_figure invalid = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };

  if (self->error != NULL)
    {
      pe_error_unref (*self->error);
      *self->error = NULL;
    }
  pe_application_refuse (
      self, fault, pe_application_add_input (self, name, pe_measure_get_id (setting->measure), &invalid, path), NULL);
}

static gboolean
get_measure_argument (pe_application *self, const char *name, const pe_setting *setting, pe_argument *out)
{
  pe_measure_options options;
  pe_measure_value   value;
  pe_buffer          paths[2] = { PE_BUFFER_INIT, PE_BUFFER_INIT };
  const gboolean     has_two = pe_measure_is_rate (setting->measure);
  pe_status          status = PE_OK;

  pe_measure_options_set (&options, self->source->calendar);
  pe_measure_value_init (&value, sizeof value);
  out->is_rate = pe_measure_is_share (setting->measure);
  /* Without a dossier, and without columns, every measure is missing. */
  if (self->source->columns != NULL)
    status = pe_column_source_derive (self->source->columns, FALSE, setting->measure, &value, self->error);
  else if (self->source->dossier != NULL)
    status = pe_measure_derive_parts (
        &value, setting->measure, self->source->dossier, &options, &paths[0], &paths[1], self->error);
  if (is_fault_of_leaf (status))
    {
      refuse_measure (
          self, name, setting, status,
          paths[0].size > 0 && status == PE_ERROR_CALENDAR_RANGE ? pe_application_take_path (self, &paths[0]) : NULL);
      pe_buffer_clear (&paths[0]);
      pe_buffer_clear (&paths[1]);
      return FALSE;
    }
  if (status != PE_OK)
    {
      pe_buffer_clear (&paths[0]);
      pe_buffer_clear (&paths[1]);
      self->status = status;
      return FALSE;
    }
  out->input = add_parts (self, name, pe_measure_get_id (setting->measure), &value, has_two, paths);
  if (self->status != PE_OK)
    return FALSE;
  if (value.state != PE_STATE_VALUE)
    {
      set_measure_state (self, &value, has_two, out->input);
      return FALSE;
    }
  if (!has_two)
    return take_figure (self, &value.numerator, out->input, out);
  set_rate_value (self, &value, out->input, &out->value);
  out->unit = out->is_rate ? PE_UNIT_NONE : pe_measure_get_unit (setting->measure);
  return self->status == PE_OK && value.denominator.value.coefficient != 0;
}

gboolean
pe_application_get_argument (pe_application *self, const char *name, pe_argument *out)
{
  const pe_setting *setting = pe_rule_get_setting (self->rule, name);

  if (self->status != PE_OK)
    return FALSE;
  out->is_given = setting->binding != PE_BINDING_NONE;
  switch (setting->binding)
    {
    case PE_BINDING_MEASURE:
      return get_measure_argument (self, name, setting, out);
    case PE_BINDING_FORMULA:
      return pe_application_get_formula (self, name, setting, out);
    case PE_BINDING_FACT:
      return get_fact_argument (self, name, setting, out);
    case PE_BINDING_FIGURE:
      out->is_fixed = TRUE;
      return take_figure (self, &setting->figure, pe_application_add_input (self, name, NULL, &setting->figure, NULL),
                          out);
    default:
      return TRUE;
    }
}

/* Checks */

/* A rate of two amounts stands with shares ("95%") and with bare numbers (0.95), as a share does with a number that the
 * rule fixes (0.95, or the 1 that is the default); a share that was handed in stands with another share alone, since 95
 * beside 98% could be either. */
static gboolean
units_agree (const pe_argument *a, const pe_argument *b)
{
  const pe_dimension x = a->is_rate ? PE_DIMENSION_SHARE : pe_unit_get_dimension (a->unit);
  const pe_dimension y = b->is_rate ? PE_DIMENSION_SHARE : pe_unit_get_dimension (b->unit);

  if (x == PE_DIMENSION_TRUTH || y == PE_DIMENSION_TRUTH)
    return FALSE;
  if (x == PE_DIMENSION_SHARE && y == PE_DIMENSION_NONE)
    return a->is_rate || b->is_fixed;
  if (y == PE_DIMENSION_SHARE && x == PE_DIMENSION_NONE)
    return b->is_rate || a->is_fixed;
  return x == y;
}

/* What stands for a unit in a message, also where it is none. */
static const char *
name_unit (const pe_argument *argument)
{
  if (argument->is_rate || argument->unit == PE_UNIT_PERCENT)
    return "%";
  return argument->unit == PE_UNIT_NONE ? "1" : pe_unit_get_name (argument->unit);
}

gboolean
pe_application_check_units (pe_application *self, const pe_argument *a, const pe_argument *b)
{
  pe_argument one;

  if (b->is_given)
    {
      /* What the scheme fixes is not to blame. */
      const gboolean blame_a
          = self->status == PE_OK && pe_vector_at (&self->out->inputs, pe_scored_input, b->input)->path == NULL;

      if (units_agree (a, b))
        return TRUE;
      pe_application_refuse (self, PE_ERROR_UNIT_MISMATCH, blame_a ? a->input : b->input, name_unit (blame_a ? b : a));
      return FALSE;
    }
  pe_argument_init (&one);
  /* The default target 1 is 100% as well. */
  one.is_rate = TRUE;
  if (units_agree (a, &one))
    return TRUE;
  pe_application_refuse (self, PE_ERROR_UNIT_MISMATCH, a->input, "%");
  return FALSE;
}

void
pe_application_check_beside (pe_application *self, gboolean has_actual, gboolean has_target, const pe_argument *target)
{
  if (!has_actual && has_target && pe_rational_sign (&target->value) < 0 && self->out->state != PE_STATE_NOT_APPLICABLE)
    pe_application_refuse (self, PE_ERROR_NEGATIVE_AMOUNT, target->input, NULL);
}

gboolean
pe_application_get_comparison (pe_application *self, pe_argument *actual, pe_argument *target,
                               gboolean target_may_be_negative)
{
  const gboolean has_actual = pe_application_get_argument (self, "actual", actual);
  const gboolean has_target = pe_application_get_argument (self, "target", target);

  if (!target_may_be_negative)
    pe_application_check_beside (self, has_actual, has_target, target);
  if (!has_actual || !has_target || !pe_application_check_units (self, actual, target))
    return FALSE;
  if (target_may_be_negative || pe_rational_sign (&target->value) >= 0)
    return TRUE;
  pe_application_refuse (self, PE_ERROR_NEGATIVE_AMOUNT, target->input, NULL);
  return FALSE;
}

/* Bounds in % take shares, bare bounds take bare numbers and shares (0.95 is 95%), any other unit its own kind. */
gboolean
pe_application_check_rule_unit (pe_application *self, const pe_argument *value)
{
  const pe_dimension wanted = pe_unit_get_dimension (self->rule->unit);
  const pe_dimension found = value->is_rate ? PE_DIMENSION_SHARE : pe_unit_get_dimension (value->unit);

  if (found != PE_DIMENSION_TRUTH && (found == wanted || (wanted == PE_DIMENSION_NONE && found == PE_DIMENSION_SHARE)))
    return TRUE;
  pe_application_refuse (self, PE_ERROR_UNIT_MISMATCH, value->input,
                         wanted == PE_DIMENSION_NONE ? "1" : pe_unit_get_name (self->rule->unit));
  return FALSE;
}

gboolean
pe_application_check_count (pe_application *self, const pe_figure *figure, size_t input)
{
  const pe_dimension dimension = pe_unit_get_dimension (figure->unit);
  pe_decimal         whole;

  if (dimension == PE_DIMENSION_TRUTH || figure->value.coefficient < 0
      || pe_decimal_quantize (&whole, &figure->value, 0, PE_ROUND_DOWN, NULL) != PE_OK
      || pe_decimal_order (&whole, &figure->value) != 0)
    {
      pe_application_refuse (self, PE_ERROR_COUNT_INVALID, input, NULL);
      return FALSE;
    }
  if (dimension == PE_DIMENSION_NONE || dimension == PE_DIMENSION_COUNT || dimension == PE_DIMENSION_OTHER)
    return TRUE;
  pe_application_refuse (self, PE_ERROR_UNIT_MISMATCH, input, pe_unit_get_name (PE_UNIT_COUNT));
  return FALSE;
}

/* Arithmetic */

void
pe_application_add (pe_application *self, pe_rational *out, const pe_rational *a, const pe_rational *b)
{
  if (self->status == PE_OK)
    check (self, pe_rational_add (out, a, b, self->bits));
}

void
pe_application_subtract (pe_application *self, pe_rational *out, const pe_rational *a, const pe_rational *b)
{
  if (self->status == PE_OK)
    check (self, pe_rational_subtract (out, a, b, self->bits));
}

void
pe_application_multiply (pe_application *self, pe_rational *out, const pe_rational *a, const pe_rational *b)
{
  if (self->status == PE_OK)
    check (self, pe_rational_multiply (out, a, b, self->bits));
}

void
pe_application_divide (pe_application *self, pe_rational *out, const pe_rational *a, const pe_rational *b)
{
  if (self->status == PE_OK)
    check (self, pe_rational_divide (out, a, b, self->bits));
}

void
pe_application_shift (pe_application *self, pe_rational *out, const pe_rational *a, int32_t exponent)
{
  pe_rational power;

  if (exponent == 0 && out == a)
    return;
  pe_rational_init (&power);
  check (self, pe_rational_set_power_of_ten (&power, exponent, self->bits));
  pe_application_multiply (self, out, a, &power);
  pe_rational_clear (&power);
}

void
pe_application_give_share (pe_application *self, const pe_rational *x)
{
  pe_rational one;

  pe_application_set_reached (self, x);
  pe_rational_init (&one);
  pe_rational_set_int (&one, 1);
  if (pe_rational_sign (x) <= 0)
    pe_application_give (self, FALSE);
  else if (pe_rational_compare (x, &one) >= 0)
    pe_application_give (self, TRUE);
  else
    pe_application_multiply (self, &self->out->points, self->full_marks, x);
  pe_rational_clear (&one);
}

void
pe_application_give (pe_application *self, gboolean holds)
{
  if (holds)
    pe_rational_copy (&self->out->points, self->full_marks);
  else
    pe_rational_set_int (&self->out->points, 0);
}

void
pe_application_set_rate (pe_application *self, const pe_rational *rate)
{
  self->out->has_rate = TRUE;
  pe_rational_copy (&self->out->rate, rate);
}

void
pe_application_set_reached (pe_application *self, const pe_rational *reached)
{
  self->out->has_reached = TRUE;
  pe_rational_copy (&self->out->reached, reached);
}

/* The whole */

pe_status
pe_rule_apply (const pe_rule *self, const pe_rational *full_marks, const pe_fact_source *source, uint32_t bits,
               pe_outcome *out, pe_error **error)
{
  pe_application  application = { self, full_marks, source, bits, out, PE_OK, error, NULL };
  const pe_shape *shape = pe_rule_peek_shape (self);

  if (shape->apply == NULL)
    return pe_error_set_argument (error, "self", "a rule that is neither a slot nor attested");
  /* One that was never applied, or was cleared since, is as it was made: a state without a value has its fault. */
  if (out->state != PE_STATE_MISSING || out->fault != PE_OK)
    pe_outcome_reset (out);
  out->state = PE_STATE_VALUE;
  shape->apply (&application);
  if (application.status != PE_OK)
    pe_outcome_clear (out);
  return application.status;
}

void
pe_rule_print_formula (const pe_rule *self, const pe_rational *full_marks, const pe_outcome *outcome,
                       pe_language language, pe_buffer *out)
{
  pe_formula      formula = { self, full_marks, outcome, language, out };
  const pe_shape *shape = pe_rule_peek_shape (self);

  if (outcome->state == PE_STATE_VALUE && shape->print_formula != NULL)
    shape->print_formula (&formula);
}

gboolean
pe_rule_formula_has_points (const pe_rule *self)
{
  return pe_rule_peek_shape (self)->formula_has_points;
}

static gboolean
has_measure (size_t measure, const pe_fact_source *source)
{
  pe_amount_name names[PE_MEASURE_AMOUNTS];
  pe_figure      figure = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };

  if (source->columns == NULL)
    return source->dossier != NULL && pe_measure_has_any (measure, source->dossier);
  pe_measure_get_amounts (measure, names);
  for (size_t i = 0; i < PE_MEASURE_AMOUNTS && figure.state == PE_STATE_MISSING; i++)
    if (names[i].amount != 0)
      source->columns->find_amount (source->columns, &names[i], &figure);
  return figure.state != PE_STATE_MISSING;
}

/* TRUE when the source has a measure or the records that a rule asks for by itself. */
static gboolean
has_other_than_facts (const pe_rule *self, const pe_fact_source *source)
{
  const pe_shape *shape = pe_rule_peek_shape (self);

  for (size_t i = 0; i < shape->n_parameters; i++)
    if (self->settings[i].binding == PE_BINDING_MEASURE && has_measure (self->settings[i].measure, source))
      return TRUE;
  if (pe_rule_formulas_find_records (self, source))
    return TRUE;
  return shape == &pe_shape_on_time_share && pe_rule_get_word (self, "from") != NULL && source->dossier != NULL
         && pe_procurement_get_n_records (pe_dossier_get_procurement (source->dossier)) > 0;
}

gboolean
pe_rule_lacks_facts (const pe_rule *self, const pe_fact_source *source)
{
  gboolean asks = !pe_rule_is_self_contained (self);

  if (has_other_than_facts (self, source))
    return FALSE;
  for (size_t i = 0; i < self->alternatives.size; i++)
    if (has_other_than_facts (pe_vector_at (&self->alternatives, const pe_alternative, i)->rule, source))
      return FALSE;
  for (size_t i = 0; i < pe_rule_get_n_facts (self); i++)
    {
      const pe_fact *fact = source->find (source, pe_rule_get_fact_name (self, i));

      asks = TRUE;
      if (fact != NULL && fact->figure.state != PE_STATE_MISSING)
        return FALSE;
    }
  return asks;
}
