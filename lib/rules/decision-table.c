/* decision-table.c - the inputs and rules of a decision table
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "decision-table-private.h"

#include <string.h>

#include "../base/text-private.h"
#include "../base/utf8-private.h"
#include "record-private.h"

/* Texts */

/* FNV-1a: the texts are a rulebook's, and one that makes them collide makes its own loading slow up to the limit. */
static size_t
hash_text (const char *text)
{
  uint64_t hash = 14695981039346656037u;

  for (; *text != '\0'; text++)
    hash = (hash ^ (unsigned char) *text) * 1099511628211u;
  return (size_t) (hash ^ (hash >> 32));
}

/* The slot of a text, or the free one where it belongs; n_slots is above the number of texts. */
static size_t
find_slot (const pe_text_set *self, const char *text)
{
  size_t at = hash_text (text) & (self->n_slots - 1);

  while (self->slots[at] != 0 && strcmp (*pe_vector_at (&self->texts, char *, self->slots[at] - 1), text) != 0)
    at = (at + 1) & (self->n_slots - 1);
  return at;
}

static gboolean
grow_slots (pe_text_set *self)
{
  const size_t n_slots = MAX (self->n_slots * 2, 16);
  uint32_t    *slots;

  if (self->texts.size * 2 < self->n_slots)
    return TRUE;
  slots = g_try_new0 (uint32_t, n_slots);
  if (slots == NULL)
    return FALSE;
  g_free (self->slots);
  self->slots = slots;
  self->n_slots = n_slots;
  for (uint32_t i = 0; i < self->texts.size; i++)
    self->slots[find_slot (self, *pe_vector_at (&self->texts, char *, i))] = i + 1;
  return TRUE;
}

gboolean
pe_text_set_find (const pe_text_set *self, const char *text, uint32_t *number)
{
  size_t slot;

  if (self->n_slots == 0)
    return FALSE;
  slot = find_slot (self, text);
  *number = self->slots[slot] - 1;
  return self->slots[slot] != 0;
}

gboolean
pe_text_set_add (pe_text_set *self, const char *text, uint32_t *number)
{
  char *copy;

  if (pe_text_set_find (self, text, number))
    return TRUE;
  copy = pe_string_copy (text);
  if (copy == NULL || !grow_slots (self) || pe_vector_push (&self->texts, &copy) != PE_OK)
    {
      g_free (copy);
      return FALSE;
    }
  *number = (uint32_t) (self->texts.size - 1);
  self->slots[find_slot (self, text)] = *number + 1;
  return TRUE;
}

void
pe_text_set_clear (pe_text_set *self)
{
  for (size_t i = 0; i < self->texts.size; i++)
    g_free (*pe_vector_at (&self->texts, char *, i));
  pe_vector_clear (&self->texts);
  g_free (self->slots);
  self->slots = NULL;
  self->n_slots = 0;
}

/* Cuts */

int
pe_cut_compare (const pe_cut *a, const pe_cut *b)
{
  int order;

  if (ABS (a->side) == 2 || ABS (b->side) == 2)
    return (a->side > b->side) - (a->side < b->side);
  order = pe_decimal_order (&a->at, &b->at);
  return order != 0 ? order : (a->side > b->side) - (a->side < b->side);
}

/* TRUE when the position lies above the cut. */
static gboolean
is_above (const pe_cut *cut, const pe_rational *position)
{
  pe_rational at;
  int         order;

  if (ABS (cut->side) == 2)
    return cut->side < 0;
  pe_rational_init (&at);
  pe_rational_set_decimal (&at, &cut->at);
  order = pe_rational_compare (position, &at);
  pe_rational_clear (&at);
  return order > 0 || (order == 0 && cut->side < 0);
}

gboolean
pe_span_holds (const pe_span *self, const pe_rational *position)
{
  return is_above (&self->lower, position) && !is_above (&self->upper, position);
}

void
pe_decision_input_get_bounds (const pe_decision_input *self, pe_span *out)
{
  static const pe_span numbers = { { { 0, 0, 0 }, -2 }, { { 0, 0, 0 }, 2 } };
  static const pe_span texts = { { { 0, 0, 0 }, -1 }, { { 0, 0, 0 }, 2 } };
  static const pe_span truths = { { { 0, 0, 0 }, -1 }, { { 2, 0, 0 }, -1 } };

  *out = self->kind == PE_TYPE_STRING ? texts : self->kind == PE_TYPE_BOOLEAN ? truths : numbers;
}

void
pe_decision_input_locate (const pe_decision_input *self, const pe_value *value, pe_rational *out)
{
  uint32_t number;

  if (self->kind == PE_TYPE_NUMBER)
    pe_rational_copy (out, &value->number);
  else if (self->kind != PE_TYPE_STRING)
    pe_rational_set_int (out, value->integer);
  else if (pe_text_set_find (&self->texts, value->text, &number))
    pe_rational_set_int (out, (int64_t) number);
  else
    pe_rational_set_int (out, (int64_t) self->texts.texts.size);
}

/* Life */

pe_decision_table *
pe_decision_table_new (void)
{
  pe_decision_table *self = g_try_new0 (pe_decision_table, 1);

  if (self == NULL)
    return NULL;
  self->references = 1;
  self->inputs = (pe_vector) PE_VECTOR_INIT (pe_decision_input);
  self->tests = (pe_vector) PE_VECTOR_INIT (char *);
  self->ends = (pe_vector) PE_VECTOR_INIT (size_t);
  self->spans = (pe_vector) PE_VECTOR_INIT (pe_span);
  self->points = (pe_vector) PE_VECTOR_INIT (pe_decimal);
  self->priority = (pe_vector) PE_VECTOR_INIT (pe_decimal);
  return self;
}

pe_decision_table *
pe_decision_table_ref (pe_decision_table *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_decision_table_unref (pe_decision_table *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  pe_decision_table_cut_decisions (self, 0);
  pe_decision_table_cut_inputs (self, 0);
  pe_vector_clear (&self->inputs);
  pe_vector_clear (&self->tests);
  pe_vector_clear (&self->ends);
  pe_vector_clear (&self->spans);
  pe_vector_clear (&self->points);
  pe_vector_clear (&self->priority);
  g_free (self);
}

void
pe_decision_table_cut_inputs (pe_decision_table *self, size_t size)
{
  for (size_t i = size; i < self->inputs.size; i++)
    {
      pe_decision_input *input = pe_vector_at (&self->inputs, pe_decision_input, i);

      g_free (input->id);
      pe_expression_unref (input->expression);
      pe_text_set_clear (&input->texts);
    }
  self->inputs.size = size;
}

static void
cut_tests (pe_decision_table *self, size_t size)
{
  for (size_t i = size; i < self->tests.size; i++)
    g_free (*pe_vector_at (&self->tests, char *, i));
  self->tests.size = size;
  self->ends.size = size;
  self->spans.size = size > 0 ? *pe_vector_at (&self->ends, size_t, size - 1) : 0;
}

void
pe_decision_table_cut_decisions (pe_decision_table *self, size_t size)
{
  cut_tests (self, size * self->inputs.size);
  self->points.size = size;
}

/* Reading */

size_t
pe_decision_table_get_n (const pe_decision_table *self)
{
  return self->points.size;
}

const pe_decision_input *
pe_decision_table_get_input (const pe_decision_table *self, size_t index)
{
  return pe_vector_at (&self->inputs, const pe_decision_input, index);
}

const char *
pe_decision_table_get_test (const pe_decision_table *self, size_t decision, size_t input)
{
  return *pe_vector_at (&self->tests, char *, decision * self->inputs.size + input);
}

const pe_span *
pe_decision_table_get_spans (const pe_decision_table *self, size_t decision, size_t input, size_t *n)
{
  const size_t index = decision * self->inputs.size + input;
  const size_t first = index > 0 ? *pe_vector_at (&self->ends, const size_t, index - 1) : 0;

  *n = *pe_vector_at (&self->ends, const size_t, index) - first;
  return pe_vector_at (&self->spans, const pe_span, first);
}

const pe_decimal *
pe_decision_table_get_points (const pe_decision_table *self, size_t decision)
{
  return pe_vector_at (&self->points, const pe_decimal, decision);
}

/* Adding */

/* Moves an error to "/rules/1/when/0", say. */
static pe_status
place_error (pe_error *cause, const char *table, size_t index, const char *member, size_t test, pe_error **error)
{
  pe_buffer   buffer = PE_BUFFER_INIT;
  pe_finding *moved = NULL;
  pe_place    place;
  pe_status   status = pe_error_get_status (cause);
  char       *path;

  pe_buffer_add_string (&buffer, table);
  pe_buffer_add_uint (&buffer, index);
  pe_buffer_add_string (&buffer, member);
  if (test != G_MAXSIZE)
    pe_buffer_add_uint (&buffer, test);
  path = pe_buffer_steal (&buffer);
  place = PE_PLACE_WHAT (path);
  if (path == NULL || pe_finding_new_at (&moved, pe_error_get_finding (cause), &place) != PE_OK)
    status = pe_error_set_no_memory (error);
  else
    status = pe_error_set_finding (error, moved, 1);
  pe_finding_unref (moved);
  pe_error_unref (cause);
  g_free (path);
  return status;
}

static pe_status
check_id (const pe_decision_table *self, const pe_table_input *input, size_t index, pe_error **error)
{
  pe_error *cause = NULL;

  if (input->id == NULL || input->formula == NULL)
    return pe_record_set_error (error, "inputs", index, input->id == NULL ? "id" : "formula", "not NULL");
  if (input->reserved != 0)
    return pe_record_set_error (error, "inputs", index, "reserved", "0");
  if (!pe_code_is_valid (input->id))
    {
      pe_code_set_error (&cause, input->id, "");
      return place_error (cause, "/inputs/", index, "/id", G_MAXSIZE, error);
    }
  for (size_t i = 0; i < self->inputs.size; i++)
    if (strcmp (pe_decision_table_get_input (self, i)->id, input->id) == 0)
      {
        pe_error_set (&cause, PE_ERROR_CODE_DUPLICATE, NULL, "code", input->id, NULL);
        return place_error (cause, "/inputs/", index, "/id", G_MAXSIZE, error);
      }
  return PE_OK;
}

pe_status
pe_decision_table_add_input (pe_decision_table *self, const pe_table_input *input, size_t index,
                             const pe_expression_scope *scope, pe_error **error)
{
  pe_decision_input added = { .texts.texts = PE_VECTOR_INIT (char *) };
  pe_error         *cause = NULL;
  pe_status         status = check_id (self, input, index, error);

  if (status != PE_OK)
    return status;
  if (self->inputs.size == PE_TABLE_MAX_INPUTS)
    return pe_error_set (error, PE_ERROR_LIMIT_ITEMS, NULL, "limit", "16", NULL);
  if (pe_expression_new (&added.expression, input->formula, scope, &cause) != PE_OK)
    return place_error (cause, "/inputs/", index, "/formula", G_MAXSIZE, error);
  added.kind = pe_expression_get_type (added.expression).kind;
  added.id = pe_string_copy (input->id);
  if (added.id != NULL && pe_vector_push (&self->inputs, &added) == PE_OK)
    return PE_OK;
  pe_expression_unref (added.expression);
  g_free (added.id);
  return pe_error_set_no_memory (error);
}

/* Appends one test with its spans. */
static pe_status
add_test (pe_decision_table *self, const char *text, size_t input, pe_error **error)
{
  pe_decision_input *of = pe_vector_at (&self->inputs, pe_decision_input, input);
  char              *copy = NULL;
  pe_status          status = pe_utf8_copy (&copy, text, PE_EXPRESSION_MAX_BYTES, "", error);

  if (status == PE_OK)
    status = pe_decision_test_parse (of, copy, &self->spans, error);
  if (status == PE_OK
      && (pe_vector_push (&self->tests, &copy) != PE_OK || pe_vector_push (&self->ends, &self->spans.size) != PE_OK))
    {
      /* The text stands in the vector where only its end could not be added. */
      self->tests.size = self->ends.size;
      status = pe_error_set_no_memory (error);
    }
  if (status != PE_OK)
    g_free (copy);
  return status;
}

static pe_status
refuse_more (size_t most, pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *limit;
  pe_status status;

  pe_buffer_add_uint (&buffer, most);
  limit = pe_buffer_steal (&buffer);
  status = limit == NULL ? pe_error_set_no_memory (error)
                         : pe_error_set (error, PE_ERROR_LIMIT_ITEMS, NULL, "limit", limit, NULL);
  g_free (limit);
  return status;
}

static pe_status
check_decision (const pe_decision_table *self, const pe_decision *decision, size_t index, size_t most, pe_error **error)
{
  if (decision->when == NULL && decision->n_when > 0)
    return pe_record_set_error (error, "rules", index, "when", "not NULL");
  if (self->inputs.size == 0 || decision->n_when != self->inputs.size)
    return pe_record_set_error (error, "rules", index, "when", "as many tests as there are inputs");
  for (size_t i = 0; i < decision->n_when; i++)
    if (decision->when[i] == NULL)
      return pe_record_set_error (error, "rules", index, "when", "tests that are not NULL");
  if (!pe_decimal_is_well_formed (&decision->points) || decision->points.coefficient < 0)
    return pe_record_set_error (error, "rules", index, "points", "0 or more");
  return self->points.size < most ? PE_OK : refuse_more (most, error);
}

pe_status
pe_decision_table_add_decision (pe_decision_table *self, const pe_decision *decision, size_t index, size_t most,
                                pe_error **error)
{
  const size_t before = self->points.size;
  pe_error    *cause = NULL;
  pe_status    status = check_decision (self, decision, index, most, error);

  if (status != PE_OK)
    return status;
  for (size_t i = 0; i < decision->n_when && status == PE_OK; i++)
    {
      status = add_test (self, decision->when[i], i, &cause);
      if (status != PE_OK)
        status = place_error (cause, "/rules/", index, "/when/", i, error);
    }
  if (status == PE_OK && pe_vector_push (&self->points, &decision->points) != PE_OK)
    status = pe_error_set_no_memory (error);
  if (status != PE_OK)
    cut_tests (self, before * self->inputs.size);
  return status;
}

/* Copying */

static pe_status
copy_inputs (pe_decision_table *out, const pe_decision_table *self)
{
  for (size_t i = 0; i < self->inputs.size; i++)
    {
      const pe_decision_input *input = pe_decision_table_get_input (self, i);
      pe_decision_input        copy = { .kind = input->kind, .texts.texts = PE_VECTOR_INIT (char *) };

      copy.id = pe_string_copy (input->id);
      if (copy.id == NULL || pe_vector_push (&out->inputs, &copy) != PE_OK)
        {
          g_free (copy.id);
          return PE_ERROR_NO_MEMORY;
        }
      pe_vector_at (&out->inputs, pe_decision_input, i)->expression = pe_expression_ref (input->expression);
    }
  return PE_OK;
}

pe_status
pe_decision_table_copy (pe_decision_table **out, const pe_decision_table *self)
{
  pe_decision_table *copy = pe_decision_table_new ();
  pe_decimal        *priority;
  pe_status          status;

  if (copy == NULL)
    return PE_ERROR_NO_MEMORY;
  status = copy_inputs (copy, self);
  for (size_t i = 0; i < self->points.size && status == PE_OK; i++)
    {
      const pe_decision decision
          = { sizeof decision, (uint32_t) self->inputs.size,
              pe_vector_at (&self->tests, const char *, i * self->inputs.size),
              *pe_decision_table_get_points (self, i) };

      status = pe_decision_table_add_decision (copy, &decision, i, G_MAXSIZE, NULL);
    }
  if (status == PE_OK)
    status = pe_vector_grow (&copy->priority, self->priority.size, (void **) &priority);
  if (status == PE_OK && self->priority.size > 0)
    memcpy (priority, self->priority.data, self->priority.size * sizeof *priority);
  if (status == PE_OK)
    *out = copy;
  else
    pe_decision_table_unref (copy);
  return status;
}
