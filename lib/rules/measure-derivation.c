/* measure-derivation.c - what a measure of a rulebook comes to, and from which records
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/measure_derivation.h>

#include <stdlib.h>
#include <string.h>

#include "../base/text-private.h"
#include "rulebook-measure-private.h"

struct pe_measure_derivation
{
  gint        references; /* atomic */
  pe_dossier *dossier;    /* a reference */
  pe_state    state;
  pe_rational value; /* in the measure's unit */
  pe_vector   paths; /* of char *, owned */
};

/* Life */

static void
free_parts (pe_measure_derivation *self)
{
  for (size_t i = 0; i < self->paths.size; i++)
    g_free (*pe_vector_at (&self->paths, char *, i));
  pe_vector_clear (&self->paths);
  pe_rational_clear (&self->value);
  pe_dossier_unref (self->dossier);
  g_free (self);
}

pe_measure_derivation *
pe_measure_derivation_ref (pe_measure_derivation *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_measure_derivation_unref (pe_measure_derivation *self)
{
  if (self != NULL && g_atomic_int_dec_and_test (&self->references))
    free_parts (self);
}

/* Where it stands */

/* Takes the text over. */
static pe_status
add_path (pe_measure_derivation *self, char *path)
{
  if (path != NULL && pe_vector_push (&self->paths, &path) == PE_OK)
    return PE_OK;
  g_free (path);
  return PE_ERROR_NO_MEMORY;
}

static pe_status
add_record (pe_measure_derivation *self, const pe_fact_source *source, const pe_read_record *read)
{
  pe_buffer path = PE_BUFFER_INIT;

  pe_symbol_print_record_path (read->table, source, read->record, &path);
  return add_path (self, pe_buffer_steal (&path));
}

/* A record of one table, by the order of reading. */
typedef struct
{
  const char *table;
  size_t      record;
  size_t      number;
} ranked;

static int
compare_records (const void *a, const void *b)
{
  const ranked *x = a, *y = b;
  const int     order = strcmp (x->table, y->table);

  if (order != 0)
    return order;
  return (x->record > y->record) - (x->record < y->record);
}

static int
compare_numbers (const void *a, const void *b)
{
  const ranked *x = a, *y = b;

  return (x->number > y->number) - (x->number < y->number);
}

/* Leaves the first of each; returns how many. Two formulas may each have a symbol for one table, by its name. */
static size_t
drop_repeated (ranked *list, size_t n)
{
  size_t kept = 0;

  if (n == 0)
    return 0;
  qsort (list, n, sizeof *list, compare_records);
  for (size_t i = 0; i < n; i++)
    if (kept == 0 || compare_records (&list[kept - 1], &list[i]) != 0)
      list[kept++] = list[i];
    else if (list[i].number < list[kept - 1].number)
      list[kept - 1].number = list[i].number;
  qsort (list, kept, sizeof *list, compare_numbers);
  return kept;
}

static pe_status
add_records (pe_measure_derivation *self, const pe_fact_source *source, const pe_vector *records)
{
  ranked   *list = g_try_new (ranked, MAX (records->size, 1));
  pe_status status = list == NULL ? PE_ERROR_NO_MEMORY : PE_OK;
  size_t    n = 0;

  for (size_t i = 0; status == PE_OK && i < records->size; i++)
    {
      const pe_read_record *read = pe_vector_at (records, const pe_read_record, i);

      list[i] = (ranked) { read->table->name, read->record, i };
    }
  if (status == PE_OK)
    n = drop_repeated (list, records->size);
  for (size_t i = 0; status == PE_OK && i < n; i++)
    status = add_record (self, source, pe_vector_at (records, const pe_read_record, list[i].number));
  g_free (list);
  return status;
}

/* Figures of the whole: tables are there by their records, measures by what they read. */
static gboolean
is_amount (const pe_scored_input *input)
{
  return input->own == NULL && !input->is_table;
}

static gboolean
has_path (const pe_measure_derivation *self, const char *path, size_t first)
{
  for (size_t i = first; i < self->paths.size; i++)
    if (strcmp (*pe_vector_at (&self->paths, char *, i), path) == 0)
      return TRUE;
  return FALSE;
}

static pe_status
add_amounts (pe_measure_derivation *self, const pe_vector *inputs)
{
  const size_t first = self->paths.size;
  pe_status    status = PE_OK;

  for (size_t i = 0; i < inputs->size && status == PE_OK; i++)
    {
      const pe_scored_input *input = pe_vector_at (inputs, const pe_scored_input, i);

      if (is_amount (input) && !has_path (self, input->path, first))
        status = add_path (self, pe_string_copy (input->path));
    }
  return status;
}

/* Deriving */

static const pe_fact *
find_no_fact (const pe_fact_source *self, const char *name)
{
  (void) self;
  (void) name;
  return NULL;
}

static void
print_no_path (const pe_fact_source *self, const char *name, pe_buffer *out)
{
  (void) self;
  (void) name;
  (void) out;
}

static pe_status
take_value (pe_measure_derivation *self, const pe_rulebook_measure *measure, const pe_value *value)
{
  pe_status status = PE_OK;

  self->state = value->state;
  if (value->state == PE_STATE_ZERO_DENOMINATOR && measure->zero_state == PE_STATE_NOT_APPLICABLE)
    self->state = PE_STATE_NOT_APPLICABLE;
  if (value->state == PE_STATE_VALUE)
    status = pe_own_shift (&self->value, &value->number, measure->unit, measure->bits);
  return status;
}

/* What is amiss with the calendar, or with a sum, is no state of the records. A state has no fault but the invalid one. */
static gboolean
is_failure (pe_status fault)
{
  return fault == PE_ERROR_OVERFLOW || fault == PE_ERROR_CALENDAR_MISSING || fault == PE_ERROR_CALENDAR_RANGE;
}

/* Says what pe_measure_derive_with() says of the measure of the catalogue that cannot be derived, which its input is of; a sum
 * stands nowhere. The name of a measure of the year before is another one. */
static pe_status
refuse (const pe_measure_derivation *self, const pe_fact_source *source, const pe_vector *inputs, const pe_value *value,
        pe_error **error)
{
  const pe_scored_input *input;
  pe_measure_options     options;
  pe_measure_value       unused;

  if (value->fault == PE_ERROR_OVERFLOW)
    return pe_error_set (error, value->fault, NULL, NULL);
  input = pe_vector_at (inputs, const pe_scored_input, value->blame.input);
  pe_measure_value_init (&unused, sizeof unused);
  pe_measure_options_set (&options, source->calendar);
  return pe_measure_derive_with (
      &unused, input->measure,
      strcmp (input->name, input->measure) == 0 ? self->dossier : pe_dossier_get_prior (self->dossier), &options,
      error);
}

/* What a formula read is freed with the outcome that holds it. */
static pe_status
derive (pe_measure_derivation *self, const pe_rulebook_measure *measure, const pe_calendar *calendar, pe_error **error)
{
  const pe_fact_source  source = { find_no_fact, print_no_path, NULL, self->dossier, calendar, NULL, NULL, NULL };
  const uint64_t        steps = measure->steps != 0 ? measure->steps : PE_EXPRESSION_MAX_STEPS;
  pe_vector             records = PE_VECTOR_INIT (pe_read_record);
  pe_outcome            outcome;
  pe_expression_context context = { &source, &outcome.inputs, measure->bits, steps, steps, &records };
  pe_value              value;
  pe_status             status;

  pe_outcome_init (&outcome);
  pe_value_init (&value);
  status = pe_expression_evaluate (measure->expression, &context, &value, error);
  if (status == PE_OK && is_failure (value.fault))
    status = refuse (self, &source, &outcome.inputs, &value, error);
  else if (status == PE_OK)
    {
      status = take_value (self, measure, &value);
      if (status == PE_OK)
        status = add_records (self, &source, &records);
      if (status == PE_OK)
        status = add_amounts (self, &outcome.inputs);
      if (status != PE_OK)
        status = pe_error_set (error, status, NULL, NULL);
    }
  pe_value_clear (&value);
  pe_outcome_clear (&outcome);
  pe_vector_clear (&records);
  return status;
}

pe_status
pe_measure_derivation_new (pe_measure_derivation **out, const pe_rulebook_measure *measure, pe_dossier *dossier,
                           const pe_calendar *calendar, pe_error **error)
{
  pe_measure_derivation *self;
  pe_status              status;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  if (measure == NULL || dossier == NULL)
    return pe_error_set_argument (error, measure == NULL ? "measure" : "dossier", "not NULL");
  self = g_try_new0 (pe_measure_derivation, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  self->references = 1;
  self->dossier = pe_dossier_ref (dossier);
  self->paths = (pe_vector) PE_VECTOR_INIT (char *);
  pe_rational_init (&self->value);
  status = derive (self, measure, calendar, error);
  if (status == PE_OK)
    *out = self;
  else
    free_parts (self);
  return status;
}

/* Reading */

pe_state
pe_measure_derivation_get_state (const pe_measure_derivation *self)
{
  return self != NULL ? self->state : PE_STATE_MISSING;
}

pe_status
pe_measure_derivation_compute_value (pe_ratio **out, const pe_measure_derivation *self, pe_error **error)
{
  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (self->state != PE_STATE_VALUE)
    return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "found", "value", NULL);
  return pe_ratio_new_rational (out, &self->value, error);
}

size_t
pe_measure_derivation_get_size (const pe_measure_derivation *self)
{
  return self != NULL ? self->paths.size : 0;
}

const char *
pe_measure_derivation_get_path (const pe_measure_derivation *self, size_t index)
{
  return index < pe_measure_derivation_get_size (self) ? *pe_vector_at (&self->paths, char *, index) : NULL;
}

const pe_place *
pe_measure_derivation_find_place (const pe_measure_derivation *self, size_t index)
{
  const char *path = pe_measure_derivation_get_path (self, index);

  return path != NULL ? pe_dossier_find_place (self->dossier, path) : NULL;
}
