/* measure-stream.c - measures over records that never stand in memory together
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/measure_stream.h>

#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "intake-private.h"
#include "measure-catalogue-private.h"
#include "record-layout-private.h"

#define MAX_MEASURES 64

typedef struct streamed
{
  const pe_measure_definition *measure;
  pe_accumulator               accumulator;
  pe_accumulator               before; /* a call: what it goes back to when that fails */
} streamed;

/* Room for any record that is looked at. */
typedef union any_record
{
  pe_procurement_record procurement;
  pe_payment            payment;
  pe_asset_record       asset;
} any_record;

struct pe_measure_stream
{
  pe_arena           texts; /* of the record that is looked at: emptied again and again */
  pe_measure_options options;
  pe_calendar       *calendar; /* nullable */
  pe_record_kind     kind;
  uint64_t           count;
  size_t             n;
  streamed           measures[];
};

/* NULL when an error was set. */
static const pe_measure_definition *
find_measure (const char *id, const pe_measure_options *options, pe_record_kind kind, pe_status *status,
              pe_error **error)
{
  const pe_measure_definition *measure;
  size_t                       index;

  if (id == NULL)
    *status = pe_error_set_argument (error, "ids", "none NULL");
  else if (!pe_measure_find (id, &index))
    *status = pe_error_set (error, PE_ERROR_MEASURE_UNKNOWN, NULL, "name", id, NULL);
  else
    {
      measure = &pe_measure_definitions[index];
      if (!pe_measure_is_streamed (measure) || (kind != 0 && measure->records != kind))
        *status = pe_error_set (error, PE_ERROR_MEASURE_NOT_STREAMED, NULL, "name", id, NULL);
      else if (options->calendar == NULL && pe_measure_needs_calendar (measure, options))
        *status = pe_error_set (error, PE_ERROR_CALENDAR_MISSING, NULL, NULL);
      else
        return measure;
    }
  return NULL;
}

static pe_status
fill (pe_measure_stream *self, const char *const *ids, size_t n, pe_error **error)
{
  pe_status status = PE_OK;

  for (self->n = 0; self->n < n; self->n++)
    {
      streamed *added = &self->measures[self->n];

      added->measure = find_measure (ids[self->n], &self->options, self->kind, &status, error);
      if (added->measure == NULL)
        return status;
      self->kind = added->measure->records;
      pe_accumulator_init (&added->accumulator);
    }
  return PE_OK;
}

pe_status
pe_measure_stream_new (pe_measure_stream **out, const char *const *ids, size_t n, const pe_measure_options *options,
                       pe_error **error)
{
  pe_measure_options ours;
  pe_measure_stream *self;
  pe_status          status;

  if (out == NULL || ids == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "ids", "not NULL");
  if (n < 1 || n > MAX_MEASURES)
    return pe_error_set_argument (error, "n", "1 to 64");
  status = pe_measure_options_import (&ours, options, error);
  if (status != PE_OK)
    return status;
  self = g_try_malloc0 (sizeof *self + n * sizeof (streamed));
  if (self == NULL)
    return pe_error_set_no_memory (error);
  self->options = ours;
  self->calendar = pe_calendar_ref ((pe_calendar *) ours.calendar);
  status = fill (self, ids, n, error);
  if (status == PE_OK)
    *out = self;
  else
    pe_measure_stream_free (self);
  return status;
}

void
pe_measure_stream_free (pe_measure_stream *self)
{
  if (self == NULL)
    return;
  pe_arena_clear (&self->texts);
  pe_calendar_unref (self->calendar);
  g_free (self);
}

static pe_status
take_payment (void *record, const pe_intake *intake, pe_error **error)
{
  const pe_status status
      = pe_intake_check_range (intake, "record", ((const pe_payment *) record)->record, 1, G_MAXUINT32, error);

  return status == PE_OK ? pe_record_take (pe_record_layout_get (PE_RECORD_PAYMENT), record, intake, error) : status;
}

static pe_status
take_procurement (void *record, const pe_intake *intake, pe_error **error)
{
  return pe_record_take (pe_record_layout_get (PE_RECORD_PROCUREMENT), record, intake, error);
}

static pe_status
take_asset (void *record, const pe_intake *intake, pe_error **error)
{
  return pe_record_take (pe_record_layout_get (PE_RECORD_ASSET), record, intake, error);
}

static const pe_intake_take takers[] = {
  [PE_RECORD_PROCUREMENT] = take_procurement,
  [PE_RECORD_PAYMENT] = take_payment,
  [PE_RECORD_ASSET] = take_asset,
};

/* Imports and checks one record as a builder does; its texts stand in the arena. */
static pe_status
import (pe_measure_stream *self, any_record *out, const void *items, size_t index, pe_error **error)
{
  const pe_record_layout *layout = pe_record_layout_get (self->kind);
  const pe_intake         intake = { layout->path, index, index, &self->texts, layout->minimum };
  pe_status status = pe_struct_import_at (out, layout->size, items, index, layout->minimum, "items", error);

  if (status == PE_OK)
    status = takers[self->kind](out, &intake, error);
  return status;
}

static pe_status
check_call (const pe_measure_stream *self, pe_record_kind kind, const void *items, size_t n, pe_error **error)
{
  if (self == NULL || (items == NULL && n > 0))
    return pe_error_set_argument (error, self == NULL ? "self" : "items", "not NULL");
  if (self->kind != kind)
    return pe_error_set (error, PE_ERROR_MEASURE_NOT_STREAMED, NULL, "name", self->measures[0].measure->id, NULL);
  return PE_OK;
}

static pe_status
add_record (pe_measure_stream *self, const any_record *record, pe_error **error)
{
  const pe_examined examined = { record, NULL, &self->options };
  pe_status         status = PE_OK;

  for (size_t i = 0; i < self->n && status == PE_OK; i++)
    status = pe_accumulator_add (&self->measures[i].accumulator, self->measures[i].measure, &examined, error);
  return status;
}

static pe_status
add_many (pe_measure_stream *self, pe_record_kind kind, const void *items, size_t n, pe_error **error)
{
  pe_status  status = check_call (self, kind, items, n, error);
  any_record record;

  if (status != PE_OK)
    return status;
  for (size_t i = 0; i < self->n; i++)
    self->measures[i].before = self->measures[i].accumulator;
  for (size_t i = 0; i < n && status == PE_OK; i++)
    {
      const pe_arena_mark mark = pe_arena_get_mark (&self->texts);

      status = import (self, &record, items, i, error);
      if (status == PE_OK)
        status = add_record (self, &record, error);
      pe_arena_rewind (&self->texts, mark);
    }
  for (size_t i = 0; i < self->n && status != PE_OK; i++)
    self->measures[i].accumulator = self->measures[i].before;
  if (status == PE_OK)
    self->count += n;
  return status;
}

pe_status
pe_measure_stream_add_procurement (pe_measure_stream *self, const pe_procurement_record *items, size_t n,
                                   pe_error **error)
{
  return add_many (self, PE_RECORD_PROCUREMENT, items, n, error);
}

pe_status
pe_measure_stream_add_payments (pe_measure_stream *self, const pe_payment *items, size_t n, pe_error **error)
{
  return add_many (self, PE_RECORD_PAYMENT, items, n, error);
}

pe_status
pe_measure_stream_add_assets (pe_measure_stream *self, const pe_asset_record *items, size_t n, pe_error **error)
{
  return add_many (self, PE_RECORD_ASSET, items, n, error);
}

uint64_t
pe_measure_stream_get_count (const pe_measure_stream *self)
{
  return self != NULL ? self->count : 0;
}

pe_status
pe_measure_stream_get_value (pe_measure_value *out, const pe_measure_stream *self, size_t index, pe_error **error)
{
  pe_measure_value value = { sizeof value, 0, { { 0, 0, 0 }, 0, 0 }, { { 0, 0, 0 }, 0, 0 } };
  pe_status        status;

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (index >= self->n)
    return pe_intake_refuse_index (index, self->n, error);
  status = pe_accumulator_get (
      &self->measures[index].accumulator, self->measures[index].measure, &value.numerator, &value.denominator, error);
  if (status != PE_OK)
    return status;
  pe_measure_settle (self->measures[index].measure, &value);
  return pe_struct_export (out, &value, sizeof value, sizeof value, "out", error);
}

pe_status
pe_measure_stream_examine_procurement (pe_contribution *out, pe_measure_stream *self, size_t measure,
                                       const pe_procurement_record *item, pe_error **error)
{
  pe_status       status = check_call (self, PE_RECORD_PROCUREMENT, item, 1, error);
  pe_contribution ours = { .struct_size = sizeof ours, .records = PE_RECORD_PROCUREMENT };
  any_record      record;
  pe_examined     examined = { &record, NULL, NULL };

  if (status != PE_OK)
    return status;
  if (measure >= self->n)
    return pe_intake_refuse_index (measure, self->n, error);
  examined.options = &self->options;
  status = import (self, &record, item, 0, error);
  if (status == PE_OK)
    status = pe_measure_examine (self->measures[measure].measure, &examined, &ours.numerator, &ours.denominator, error);
  if (status != PE_OK)
    return status;
  return pe_struct_export (out, &ours, sizeof ours, sizeof ours, "out", error);
}
