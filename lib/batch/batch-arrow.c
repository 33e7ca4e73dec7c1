/* batch-arrow.c - a record batch, checked and taken over as the columns of a plan
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "arrow-private.h"

#include <string.h>

#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "../base/text-private.h"
#include "plan-private.h"

/* So many rows of 16 bytes, twice, have an address. */
#define MOST_ROWS (G_MAXSSIZE / 64)

struct pe_batch_arrow
{
  struct ArrowArray array; /* moved here */
  uint64_t          n_units;
  size_t            n_columns;
  pe_batch_column  *columns;
  pe_batch_numbers *made; /* by column: what could not be read in place */
};

/* What an import needs to know on its way. */
typedef struct importer
{
  pe_batch_arrow          *out;
  const pe_batch_plan     *plan;
  const pe_arrow_schema   *schema;
  const struct ArrowArray *array;
  pe_batch_arrow_options   options;
  pe_collector             collector;
} importer;

void
pe_batch_arrow_options_init (pe_batch_arrow_options *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

pe_status
pe_arrow_refuse (const char *name, const char *member, const char *expected, pe_error **error)
{
  char           excerpt[PE_EXCERPT_SIZE];
  const pe_place place = PE_PLACE_WHAT (excerpt);

  pe_excerpt (excerpt, name, strlen (name));
  return pe_error_set (error, PE_ERROR_BATCH_ARROW, &place, "name", excerpt, "found", member, "expected", expected,
                       NULL);
}

/* Rows */

static pe_status
check_rows (const char *name, const struct ArrowArray *array, pe_error **error)
{
  if (array->release == NULL)
    return pe_arrow_refuse (name, "release", "an array that was not released", error);
  if (array->length < 0 || array->length > MOST_ROWS)
    return pe_arrow_refuse (name, "length", "0 or more, and no more than have an address", error);
  if (array->offset < 0 || array->offset > MOST_ROWS)
    return pe_arrow_refuse (name, "offset", "0 or more, and no more than have an address", error);
  if (array->null_count < -1 || array->null_count > array->length)
    return pe_arrow_refuse (name, "null_count", "-1 to the length", error);
  if (array->n_buffers < 0 || (array->n_buffers > 0 && array->buffers == NULL))
    return pe_arrow_refuse (name, "buffers", "as many as n_buffers says", error);
  return PE_OK;
}

pe_status
pe_arrow_cells_init (pe_arrow_cells *self, const struct ArrowArray *batch, const struct ArrowArray *array,
                     pe_error **error)
{
  pe_status status;

  if (array == NULL)
    return pe_arrow_refuse (self->name, "array", "not NULL", error);
  status = check_rows (self->name, array, error);
  if (status != PE_OK)
    return status;
  if (array->length < batch->offset + batch->length)
    return pe_arrow_refuse (self->name, "length", "the rows of the record batch at least", error);
  if (array->n_children != self->schema->n_children || !array->dictionary != !self->schema->dictionary)
    return pe_arrow_refuse (self->name, "n_children", "children and a dictionary where the schema has them", error);
  self->array = array;
  self->first = batch->offset + array->offset;
  self->n = (size_t) batch->length;
  self->validity = array->n_buffers > 0 && array->null_count != 0 ? array->buffers[0] : NULL;
  if (array->null_count > 0 && array->n_buffers > 0 && self->validity == NULL)
    return pe_arrow_refuse (self->name, "buffers", "a validity bitmap, since null_count is not 0", error);
  return PE_OK;
}

gboolean
pe_arrow_cells_has (const pe_arrow_cells *self, uint64_t row)
{
  const uint64_t bit = (uint64_t) self->first + row;

  return self->validity == NULL || (self->validity[bit >> 3] >> (bit & 7) & 1) != 0;
}

const void *
pe_arrow_cells_get_buffer (const pe_arrow_cells *self, int64_t index)
{
  return index < self->array->n_buffers ? self->array->buffers[index] : NULL;
}

/* The batch */

static pe_status
check_schema (const pe_arrow_schema *schema, pe_error **error)
{
  char excerpt[PE_EXCERPT_SIZE];

  if (schema->release == NULL)
    return pe_arrow_refuse ("", "release", "a schema that was not released", error);
  if (schema->format == NULL)
    return pe_arrow_refuse ("", "format", "not NULL", error);
  if (strcmp (schema->format, "+s") != 0)
    return pe_error_set (
        error, PE_ERROR_BATCH_ARROW_TYPE, NULL, "name", "", "found",
        pe_excerpt (excerpt, schema->format, strlen (schema->format)), "expected", "+s, a record batch", NULL);
  if (schema->n_children < 0 || (schema->n_children > 0 && schema->children == NULL))
    return pe_arrow_refuse ("", "n_children", "as many as there are", error);
  return PE_OK;
}

static pe_status
check_batch (const importer *self, pe_error **error)
{
  const struct ArrowArray *array = self->array;
  pe_status                status = check_schema (self->schema, error);

  if (status == PE_OK)
    status = check_rows ("", array, error);
  if (status != PE_OK)
    return status;
  if (array->n_buffers != 1)
    return pe_arrow_refuse ("", "n_buffers", "1", error);
  if (array->buffers[0] != NULL && array->null_count != 0)
    return pe_arrow_refuse ("", "null_count", "0: a unit is there, or is no row", error);
  if (array->n_children != self->schema->n_children || (array->n_children > 0 && array->children == NULL))
    return pe_arrow_refuse ("", "n_children", "that of the schema", error);
  return PE_OK;
}

/* Fields */

/* The input that a field is; the number of inputs where it is none. */
static size_t
find_input (const importer *self, const char *name)
{
  size_t index = self->out->n_columns;

  if (name == NULL || pe_batch_plan_find_input (&index, self->plan, name, NULL) != PE_OK)
    return self->out->n_columns;
  return index;
}

static void
note_unused (importer *self, const char *name)
{
  char           excerpt[PE_EXCERPT_SIZE];
  const pe_place place = PE_PLACE_WHAT (excerpt);

  pe_excerpt (excerpt, name != NULL ? name : "", name != NULL ? strlen (name) : 0);
  pe_collector_add (&self->collector, PE_NOTE_BATCH_UNUSED, &place, "name", excerpt, NULL);
}

static pe_status
import_field (importer *self, int64_t field, pe_error **error)
{
  const pe_arrow_schema *schema = self->schema->children[field];
  pe_arrow_cells         cells = { 0 };
  size_t                 index;
  pe_status              status;

  if (schema == NULL || schema->release == NULL || schema->format == NULL)
    return pe_arrow_refuse ("", "children", "schemas that were not released, each with its format", error);
  index = find_input (self, schema->name);
  if (index == self->out->n_columns)
    {
      note_unused (self, schema->name);
      return PE_OK;
    }
  cells.input = &pe_plan_input_at (self->plan, index)->about;
  cells.name = cells.input->path;
  cells.schema = schema;
  if (self->out->columns[index].type != 0)
    return pe_error_set (error, PE_ERROR_CODE_DUPLICATE, &PE_PLACE_WHAT (cells.name), "code", cells.name, NULL);
  status = pe_arrow_cells_init (&cells, self->array, self->array->children[field], error);
  return status == PE_OK ? pe_arrow_column_make (&self->out->columns[index], &self->out->made[index], &cells, error)
                         : status;
}

/* The object */

static pe_status
allocate (importer *self)
{
  pe_batch_arrow *out = g_try_new0 (pe_batch_arrow, 1);
  const size_t    n = self->plan->inputs.size;

  self->out = out;
  if (out == NULL)
    return PE_ERROR_NO_MEMORY;
  out->columns = g_try_new0 (pe_batch_column, MAX (n, 1));
  out->made = g_try_new0 (pe_batch_numbers, MAX (n, 1));
  if (out->columns == NULL || out->made == NULL)
    return PE_ERROR_NO_MEMORY;
  out->n_columns = n;
  out->n_units = (uint64_t) self->array->length;
  for (size_t i = 0; i < n; i++)
    {
      pe_batch_column_init (&out->columns[i], sizeof out->columns[i]);
      out->columns[i].scale = self->options.scales != NULL ? self->options.scales[i] : 0;
      out->columns[i].unit
          = self->options.units != NULL ? self->options.units[i] : pe_plan_input_at (self->plan, i)->about.unit;
      out->made[i].words = (pe_vector) PE_VECTOR_INIT (char *);
    }
  return PE_OK;
}

static pe_status
import_batch (importer *self, pe_error **error)
{
  pe_status status = check_batch (self, error);

  if (status == PE_OK && allocate (self) != PE_OK)
    return pe_error_set_no_memory (error);
  for (int64_t i = 0; i < self->schema->n_children && status == PE_OK; i++)
    status = import_field (self, i, error);
  return status;
}

/* Puts what was noticed into the caller's list, where the import itself failed as well. */
static pe_status
finish (importer *self, pe_status status, pe_findings **findings, pe_error **error)
{
  const pe_status noted = pe_collector_finish (&self->collector, findings, status == PE_OK ? error : NULL);

  pe_collector_clear (&self->collector);
  return status != PE_OK ? status : noted;
}

pe_status
pe_batch_arrow_import (pe_batch_arrow **out, const pe_batch_plan *plan, const pe_arrow_schema *schema,
                       pe_arrow_array *array, const pe_batch_arrow_options *options, pe_findings **findings,
                       pe_error **error)
{
  importer  self = { .plan = plan, .schema = schema, .array = array };
  pe_status status = PE_OK;

  if (out == NULL || plan == NULL || schema == NULL || array == NULL)
    return pe_error_set_argument (
        error,
        out == NULL      ? "out"
        : plan == NULL   ? "plan"
        : schema == NULL ? "schema"
                         : "array",
        "not NULL");
  if (options != NULL)
    status = pe_struct_import (&self.options, sizeof self.options, options, sizeof self.options, "options", error);
  if (status != PE_OK)
    return status;
  if ((self.options.scales != NULL || self.options.units != NULL) && self.options.n_inputs != plan->inputs.size)
    return pe_error_set_argument (error, "options.n_inputs", "the number of inputs of the plan");
  pe_collector_init (&self.collector, NULL);
  status = finish (&self, import_batch (&self, error), findings, error);
  if (status != PE_OK)
    {
      pe_batch_arrow_free (self.out);
      return status;
    }
  self.out->array = *array;
  array->release = NULL;
  *out = self.out;
  return PE_OK;
}

void
pe_batch_arrow_free (pe_batch_arrow *self)
{
  if (self == NULL)
    return;
  for (size_t i = 0; i < self->n_columns; i++)
    {
      pe_batch_numbers_drop_words (&self->made[i]);
      pe_vector_clear (&self->made[i].words);
      g_free (self->made[i].values);
      g_free (self->made[i].states);
    }
  g_free (self->columns);
  g_free (self->made);
  if (self->array.release != NULL)
    self->array.release (&self->array);
  g_free (self);
}

uint64_t
pe_batch_arrow_get_n_units (const pe_batch_arrow *self)
{
  return self != NULL ? self->n_units : 0;
}

const pe_batch_column *
pe_batch_arrow_get_columns (const pe_batch_arrow *self, size_t *n)
{
  if (n != NULL)
    *n = self != NULL ? self->n_columns : 0;
  return self != NULL ? self->columns : NULL;
}
