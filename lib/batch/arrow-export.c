/* arrow-export.c - results as a record batch of their own
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "arrow-private.h"
#include "plan-private.h"

#define MOST_BUFFERS 3
#define WIDE_SIZE 16
#define STATE_SUFFIX "/state"

/* What an exported schema or array owns; its private_data. */
typedef struct owned_schema
{
  char                *format;
  char                *name;
  struct ArrowSchema **children;
} owned_schema;

typedef struct owned_array
{
  const void         *buffers[MOST_BUFFERS];
  struct ArrowArray **children;
} owned_array;

/* What an export needs to know on its way. */
typedef struct exporter
{
  const pe_batch_plan *plan;
  pe_batch_results     results;
  size_t               n;      /* units */
  struct ArrowSchema  *schema; /* of the batch */
  struct ArrowArray   *array;
} exporter;

/* Release */

static void
release_schema (struct ArrowSchema *schema)
{
  owned_schema *owned = schema->private_data;

  for (int64_t i = 0; i < schema->n_children; i++)
    {
      if (schema->children[i]->release != NULL)
        schema->children[i]->release (schema->children[i]);
      g_free (schema->children[i]);
    }
  if (schema->dictionary != NULL && schema->dictionary->release != NULL)
    schema->dictionary->release (schema->dictionary);
  g_free (schema->dictionary);
  g_free (owned->children);
  g_free (owned->format);
  g_free (owned->name);
  g_free (owned);
  schema->release = NULL;
}

static void
release_array (struct ArrowArray *array)
{
  owned_array *owned = array->private_data;

  for (int64_t i = 0; i < array->n_children; i++)
    {
      if (array->children[i]->release != NULL)
        array->children[i]->release (array->children[i]);
      g_free (array->children[i]);
    }
  if (array->dictionary != NULL && array->dictionary->release != NULL)
    array->dictionary->release (array->dictionary);
  g_free (array->dictionary);
  for (int64_t i = 0; i < array->n_buffers; i++)
    g_free ((void *) owned->buffers[i]);
  g_free (owned->children);
  g_free (owned);
  array->release = NULL;
}

/* Building. What is built so far can be released at any time; so each part is begun before it is filled. */

static char *
copy_text (const char *text)
{
  const size_t size = strlen (text) + 1;
  char        *copy = g_try_malloc (size);

  return copy != NULL ? memcpy (copy, text, size) : NULL;
}

static pe_status
begin_schema (struct ArrowSchema *out, const char *format, const char *name)
{
  owned_schema *owned = g_try_new0 (owned_schema, 1);

  memset (out, 0, sizeof *out);
  if (owned == NULL)
    return PE_ERROR_NO_MEMORY;
  owned->format = copy_text (format);
  owned->name = copy_text (name);
  out->private_data = owned;
  out->release = release_schema;
  out->format = owned->format;
  out->name = owned->name;
  out->flags = ARROW_FLAG_NULLABLE;
  return owned->format != NULL && owned->name != NULL ? PE_OK : PE_ERROR_NO_MEMORY;
}

/* sizes: of each buffer in bytes; 0: NULL. */
static pe_status
begin_array (struct ArrowArray *out, size_t length, int64_t n_buffers, const size_t *sizes)
{
  owned_array *owned = g_try_new0 (owned_array, 1);

  memset (out, 0, sizeof *out);
  if (owned == NULL)
    return PE_ERROR_NO_MEMORY;
  out->private_data = owned;
  out->release = release_array;
  out->length = (int64_t) length;
  out->n_buffers = n_buffers;
  out->buffers = owned->buffers;
  for (int64_t i = 0; i < n_buffers; i++)
    {
      owned->buffers[i] = sizes[i] > 0 ? g_try_malloc0 (sizes[i]) : NULL;
      if (sizes[i] > 0 && owned->buffers[i] == NULL)
        return PE_ERROR_NO_MEMORY;
    }
  return PE_OK;
}

/* Room for n children, of which none is there yet. */
static pe_status
allow_children (exporter *self, size_t n)
{
  owned_schema *schema = self->schema->private_data;
  owned_array  *array = self->array->private_data;

  schema->children = g_try_new0 (struct ArrowSchema *, MAX (n, 1));
  array->children = g_try_new0 (struct ArrowArray *, MAX (n, 1));
  self->schema->children = schema->children;
  self->array->children = array->children;
  return schema->children != NULL && array->children != NULL ? PE_OK : PE_ERROR_NO_MEMORY;
}

/* One more field, with zeroed buffers: the bitmap of validity, and cells of so many bytes. */
static pe_status
add_field (exporter *self, const char *format, const char *name, size_t cell)
{
  const size_t        sizes[] = { self->n / 8 + 1, MAX (self->n, 1) * cell };
  struct ArrowSchema *schema = g_try_new0 (struct ArrowSchema, 1);
  struct ArrowArray  *array = g_try_new0 (struct ArrowArray, 1);
  pe_status           status;

  if (schema == NULL || array == NULL)
    {
      g_free (schema);
      g_free (array);
      return PE_ERROR_NO_MEMORY;
    }
  self->schema->children[self->schema->n_children++] = schema;
  self->array->children[self->array->n_children++] = array;
  status = begin_schema (schema, format, name);
  return status == PE_OK ? begin_array (array, self->n, G_N_ELEMENTS (sizes), sizes) : status;
}

/* The field that was added last. */
static struct ArrowArray *
get_last (const exporter *self)
{
  return self->array->children[self->array->n_children - 1];
}

/* The unit has a value; or one more null. */
static void
set_validity (struct ArrowArray *array, uint64_t unit, gboolean is_valid)
{
  uint8_t *bits = (uint8_t *) array->buffers[0];

  if (is_valid)
    bits[unit / 8] |= (uint8_t) (1 << (unit % 8));
  else
    array->null_count++;
}

/* Fields */

static gboolean
has_points (const exporter *self, const pe_batch_output *output, uint64_t unit)
{
  if (self->results.statuses == NULL || self->results.statuses[unit] == PE_OK)
    return output->states == NULL || output->states[unit] != PE_STATE_INVALID;
  return output->states != NULL && output->states[unit] == PE_STATE_VALUE;
}

/* Numbers of 64 bits as ones of 128: the sign fills the upper half. */
static void
fill_points (const exporter *self, const pe_batch_output *output)
{
  struct ArrowArray *array = get_last (self);
  int64_t           *wide = (int64_t *) array->buffers[1];
  const int64_t      stride = output->points_stride != 0 ? output->points_stride : (int64_t) sizeof (int64_t);
  const size_t       low = G_BYTE_ORDER == G_LITTLE_ENDIAN ? 0 : 1;

  for (size_t i = 0; i < self->n; i++)
    {
      const gboolean is_valid = has_points (self, output, i);
      int64_t        number = 0;

      if (is_valid)
        memcpy (&number, (const char *) output->points + (int64_t) i * stride, sizeof number);
      wide[2 * i + low] = number;
      wide[2 * i + 1 - low] = number < 0 ? -1 : 0;
      set_validity (array, i, is_valid);
    }
}

static pe_status
add_points (exporter *self, size_t node, const char *code, const pe_batch_output *output)
{
  char      format[] = "d:19,00";
  const int scale = pe_batch_plan_get_scale (self->plan, node);
  pe_status status;

  format[5] = (char) (scale >= 10 ? '1' : '0' + scale);
  format[6] = (char) (scale >= 10 ? '0' + scale - 10 : '\0');
  status = add_field (self, format, code, WIDE_SIZE);
  if (status == PE_OK)
    fill_points (self, output);
  return status;
}

static pe_status
add_states (exporter *self, const char *code, const uint8_t *states)
{
  const size_t length = strlen (code);
  char        *name = g_try_malloc (length + sizeof STATE_SUFFIX);
  pe_status    status;

  if (name == NULL)
    return PE_ERROR_NO_MEMORY;
  /* static: bugprone-not-null-terminated-result: the suffix that follows ends it */
  memcpy (name, code, length);
  memcpy (name + length, STATE_SUFFIX, sizeof STATE_SUFFIX);
  status = add_field (self, "C", name, sizeof *states);
  g_free (name);
  if (status != PE_OK)
    return status;
  if (self->n > 0)
    memcpy ((void *) get_last (self)->buffers[1], states, self->n);
  for (size_t i = 0; i < self->n; i++)
    set_validity (get_last (self), i, TRUE);
  return PE_OK;
}

static pe_status
add_numbers (exporter *self, const char *name, const int32_t *numbers, gboolean is_grade)
{
  const pe_status status = add_field (self, "i", name, sizeof *numbers);

  if (status != PE_OK)
    return status;
  for (size_t i = 0; i < self->n; i++)
    {
      const gboolean is_valid = !is_grade || numbers[i] >= 0;

      ((int32_t *) get_last (self)->buffers[1])[i] = is_valid ? numbers[i] : 0;
      set_validity (get_last (self), i, is_valid);
    }
  return PE_OK;
}

static const char *
get_grade (const exporter *self, size_t index)
{
  pe_grade grade = { .struct_size = sizeof grade };

  return pe_rulebook_get_grade (&grade, self->plan->rulebook, index, NULL) == PE_OK ? grade.id : "";
}

/* The ids of the grades, as the dictionary of the field that was added last. */
static pe_status
add_dictionary (exporter *self)
{
  const size_t        n = pe_rulebook_get_n_grades (self->plan->rulebook);
  struct ArrowSchema *schema = self->schema->children[self->schema->n_children - 1];
  size_t              sizes[MOST_BUFFERS] = { 0, (n + 1) * sizeof (int32_t), 1 };
  struct ArrowArray  *values;
  int32_t            *offsets;
  pe_status           status;

  for (size_t i = 0; i < n; i++)
    sizes[2] += strlen (get_grade (self, i));
  schema->dictionary = g_try_new0 (struct ArrowSchema, 1);
  get_last (self)->dictionary = values = g_try_new0 (struct ArrowArray, 1);
  if (schema->dictionary == NULL || values == NULL || sizes[2] > G_MAXINT32)
    return PE_ERROR_NO_MEMORY;
  status = begin_schema (schema->dictionary, "u", "");
  if (status == PE_OK)
    status = begin_array (values, n, MOST_BUFFERS, sizes);
  if (status != PE_OK)
    return status;
  offsets = (int32_t *) values->buffers[1];
  for (size_t i = 0; i < n; i++)
    {
      const size_t length = strlen (get_grade (self, i));

      memcpy ((char *) values->buffers[2] + offsets[i], get_grade (self, i), length);
      offsets[i + 1] = offsets[i] + (int32_t) length;
    }
  return PE_OK;
}

/* The whole */

static pe_status
add_node (exporter *self, size_t node, pe_error **error)
{
  pe_indicator    indicator = { .struct_size = sizeof indicator };
  pe_batch_output output;
  pe_status       status
      = pe_struct_import_at (&output, sizeof output, self->results.nodes, node, sizeof output, "results.nodes", error);

  if (status == PE_OK && node > 0)
    status = pe_rulebook_get_indicator (&indicator, self->plan->rulebook, node - 1, error);
  if (status != PE_OK)
    return status;
  if (node == 0)
    indicator.code = "total";
  if (output.points != NULL && pe_batch_plan_get_scale (self->plan, node) < 0)
    return pe_error_set (error, PE_ERROR_BATCH_NO_SCALE, NULL, "name", indicator.code, NULL);
  if (output.points_stride % (int64_t) sizeof (int64_t) != 0 || output.points_stride < 0)
    return pe_error_set_argument (error, "results.nodes.points_stride", "a multiple of 8, not below 0");
  if (output.points != NULL)
    status = add_points (self, node, indicator.code, &output);
  if (status == PE_OK && output.states != NULL)
    status = add_states (self, indicator.code, output.states);
  return status == PE_OK ? PE_OK : pe_error_set_no_memory (error);
}

static pe_status
add_fields (exporter *self, pe_error **error)
{
  static const size_t no_bitmap[] = { 0 };
  pe_status           status = begin_schema (self->schema, "+s", "");

  self->schema->flags = 0;
  if (status == PE_OK)
    status = begin_array (self->array, self->n, G_N_ELEMENTS (no_bitmap), no_bitmap);
  /* Points and states of every node, grades and statuses. */
  if (status == PE_OK)
    status = allow_children (self, 2 * (size_t) self->results.n_nodes + 2);
  if (status != PE_OK)
    return pe_error_set_no_memory (error);
  for (size_t i = 0; i < self->results.n_nodes && status == PE_OK; i++)
    status = add_node (self, i, error);
  if (status != PE_OK)
    return status;
  if (self->results.grades != NULL)
    status = add_numbers (self, "grade", self->results.grades, TRUE);
  if (status == PE_OK && self->results.grades != NULL)
    status = add_dictionary (self);
  if (status == PE_OK && self->results.statuses != NULL)
    status = add_numbers (self, "status", self->results.statuses, FALSE);
  return status == PE_OK ? PE_OK : pe_error_set_no_memory (error);
}

static pe_status
check (const exporter *self, uint64_t n_units, pe_error **error)
{
  if (self->results.n_nodes > self->plan->n_nodes)
    return pe_error_set_argument (error, "results.n_nodes", "at most the number of nodes of the plan");
  if (self->results.n_nodes > 0 && self->results.nodes == NULL)
    return pe_error_set_argument (error, "results.nodes", "not NULL");
  return n_units > G_MAXSSIZE / 64 ? pe_error_set_argument (error, "n_units", "no more than have an address") : PE_OK;
}

pe_status
pe_batch_arrow_export (pe_arrow_schema *schema, pe_arrow_array *array, const pe_batch_plan *plan,
                       const pe_batch_results *results, uint64_t n_units, pe_error **error)
{
  struct ArrowSchema new_schema = { 0 };
  struct ArrowArray  new_array = { 0 };
  exporter           self = { .plan = plan, .schema = &new_schema, .array = &new_array };
  pe_status          status;

  if (schema == NULL || array == NULL || plan == NULL || results == NULL)
    return pe_error_set_argument (
        error,
        schema == NULL  ? "schema"
        : array == NULL ? "array"
        : plan == NULL  ? "plan"
                        : "results",
        "not NULL");
  status = pe_struct_import (&self.results, sizeof self.results, results, sizeof self.results, "results", error);
  if (status == PE_OK)
    status = check (&self, n_units, error);
  self.n = (size_t) n_units;
  if (status == PE_OK)
    status = add_fields (&self, error);
  if (status == PE_OK)
    {
      *schema = new_schema;
      *array = new_array;
      return PE_OK;
    }
  if (new_schema.release != NULL)
    new_schema.release (&new_schema);
  if (new_array.release != NULL)
    new_array.release (&new_array);
  return status;
}
