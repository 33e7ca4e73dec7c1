/* rule.c - a shape with parameters and with figures bound to its arguments
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "shape-private.h"

#include <stdlib.h>
#include <string.h>

#include "../base/digest-private.h"
#include "../base/struct-private.h"
#include "../base/text-private.h"
#include "../model/measure-private.h"

void
pe_step_init (pe_step *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_item_init (pe_item *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_band_init (pe_band *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

/* Life */

const pe_text_member pe_item_texts[PE_ITEM_N_TEXTS] = {
  { offsetof (pe_item, id), "id", PE_MEMBER_CODE },
  { offsetof (pe_item, name_zh), "name_zh", PE_MEMBER_TEXT },
  { offsetof (pe_item, name_en), "name_en", PE_MEMBER_NULLABLE },
};

const pe_text_member pe_band_texts[PE_BAND_N_TEXTS] = {
  { offsetof (pe_band, id), "id", PE_MEMBER_CODE },
  { offsetof (pe_band, name_zh), "name_zh", PE_MEMBER_TEXT },
  { offsetof (pe_band, name_en), "name_en", PE_MEMBER_NULLABLE },
};

void
pe_rule_init (pe_rule *self, size_t shape)
{
  memset (self, 0, sizeof *self);
  self->references = 1;
  self->shape = shape;
  self->steps = (pe_vector) PE_VECTOR_INIT (pe_step);
  self->items = (pe_vector) PE_VECTOR_INIT (pe_item);
  self->bands = (pe_vector) PE_VECTOR_INIT (pe_band);
}

void
pe_rule_clear (pe_rule *self)
{
  for (size_t i = 0; i < G_N_ELEMENTS (self->settings); i++)
    g_free (self->settings[i].text);
  for (size_t i = 0; i < self->items.size; i++)
    pe_record_free_texts (pe_vector_at (&self->items, pe_item, i), pe_item_texts, PE_ITEM_N_TEXTS);
  for (size_t i = 0; i < self->bands.size; i++)
    pe_record_free_texts (pe_vector_at (&self->bands, pe_band, i), pe_band_texts, PE_BAND_N_TEXTS);
  for (size_t i = 0; i < G_N_ELEMENTS (self->sign_rules); i++)
    pe_rule_unref (self->sign_rules[i]);
  pe_vector_clear (&self->steps);
  pe_vector_clear (&self->items);
  pe_vector_clear (&self->bands);
  g_free (self->step_order);
  pe_name_index_clear (&self->item_index);
  pe_name_index_clear (&self->band_index);
}

/* Appends copies of a vector's records; out keeps those that were made when memory runs out. */
static pe_status
copy_records (pe_vector *out, const pe_vector *from, const pe_text_member *members, size_t n_members)
{
  char     *first;
  pe_status status = pe_vector_grow (out, from->size, (void **) &first);

  if (status != PE_OK || from->size == 0)
    return status;
  memcpy (first, from->data, from->size * from->element_size);
  for (size_t i = 0; i < from->size; i++)
    if (pe_record_duplicate_texts (first + i * from->element_size, members, n_members) != PE_OK)
      {
        out->size = i;
        return PE_ERROR_NO_MEMORY;
      }
  return PE_OK;
}

pe_status
pe_rule_copy (pe_rule *out, const pe_rule *self)
{
  for (size_t i = 0; i < G_N_ELEMENTS (self->settings); i++)
    {
      out->settings[i] = self->settings[i];
      if (self->settings[i].text == NULL)
        continue;
      out->settings[i].text = pe_string_copy (self->settings[i].text);
      if (out->settings[i].text == NULL)
        return PE_ERROR_NO_MEMORY;
    }
  for (size_t i = 0; i < G_N_ELEMENTS (self->sign_rules); i++)
    out->sign_rules[i] = pe_rule_ref (self->sign_rules[i]);
  memcpy (out->policies, self->policies, sizeof out->policies);
  out->unit = self->unit;
  if (copy_records (&out->steps, &self->steps, NULL, 0) != PE_OK
      || copy_records (&out->items, &self->items, pe_item_texts, PE_ITEM_N_TEXTS) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  return copy_records (&out->bands, &self->bands, pe_band_texts, PE_BAND_N_TEXTS);
}

pe_rule *
pe_rule_ref (pe_rule *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

/* Slots hold rules, and no rule that a slot holds is a slot: this goes one level deep. */
void
pe_rule_unref (pe_rule *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  pe_rule_clear (self);
  g_free (self);
}

/* Finishing */

static pe_status
order_steps (pe_rule *self)
{
  const size_t    n = self->steps.size;
  const pe_step **order;

  if (n == 0)
    return PE_OK;
  order = g_try_new (const pe_step *, n);
  self->step_order = g_try_new (size_t, n);
  if (order == NULL || self->step_order == NULL)
    {
      g_free (order);
      return PE_ERROR_NO_MEMORY;
    }
  for (size_t i = 0; i < n; i++)
    order[i] = pe_vector_at (&self->steps, const pe_step, i);
  qsort (order, n, sizeof *order, pe_step_compare);
  for (size_t i = 0; i < n; i++)
    self->step_order[i] = (size_t) (order[i] - pe_vector_at (&self->steps, const pe_step, 0));
  g_free (order);
  return PE_OK;
}

static void
add_settings (pe_digest_stream *stream, const pe_rule *self)
{
  const pe_shape *shape = pe_rule_peek_shape (self);

  pe_digest_stream_begin_list (stream, shape->n_parameters);
  for (size_t i = 0; i < shape->n_parameters; i++)
    {
      const pe_setting *setting = &self->settings[i];

      pe_digest_stream_add_int (stream, setting->binding);
      pe_digest_stream_add_text (stream, setting->text);
      pe_digest_stream_add_figure (stream, &setting->figure);
    }
}

static void
add_steps (pe_digest_stream *stream, const pe_rule *self)
{
  pe_digest_stream_begin_list (stream, self->steps.size);
  for (size_t i = 0; i < self->steps.size; i++)
    {
      const pe_step *step = pe_vector_at (&self->steps, const pe_step, i);

      pe_digest_stream_add_int (stream, step->lower_end);
      pe_digest_stream_add_decimal (stream, &step->lower);
      pe_digest_stream_add_int (stream, step->upper_end);
      pe_digest_stream_add_decimal (stream, &step->upper);
      pe_digest_stream_add_decimal (stream, &step->points);
    }
}

static void
add_items (pe_digest_stream *stream, const pe_rule *self)
{
  pe_digest_stream_begin_list (stream, self->items.size);
  for (size_t i = 0; i < self->items.size; i++)
    {
      const pe_item *item = pe_vector_at (&self->items, const pe_item, i);

      pe_digest_stream_add_text (stream, item->id);
      pe_digest_stream_add_text (stream, item->name_zh);
      pe_digest_stream_add_text (stream, item->name_en);
      pe_digest_stream_add_decimal (stream, &item->points);
      pe_digest_stream_add_figure (stream, &item->cap);
    }
}

static void
add_bands (pe_digest_stream *stream, const pe_rule *self)
{
  pe_digest_stream_begin_list (stream, self->bands.size);
  for (size_t i = 0; i < self->bands.size; i++)
    {
      const pe_band *band = pe_vector_at (&self->bands, const pe_band, i);

      pe_digest_stream_add_text (stream, band->id);
      pe_digest_stream_add_text (stream, band->name_zh);
      pe_digest_stream_add_text (stream, band->name_en);
      pe_digest_stream_add_int (stream, band->low_end);
      pe_digest_stream_add_decimal (stream, &band->low);
      pe_digest_stream_add_int (stream, band->high_end);
      pe_digest_stream_add_decimal (stream, &band->high);
    }
}

static void
add_sign_rules (pe_digest_stream *stream, const pe_rule *self)
{
  size_t n = 0;

  for (size_t sign = 0; sign < G_N_ELEMENTS (self->sign_rules); sign++)
    n += self->sign_rules[sign] != NULL ? 1 : 0;
  pe_digest_stream_begin_list (stream, n);
  for (size_t sign = 0; sign < G_N_ELEMENTS (self->sign_rules); sign++)
    if (self->sign_rules[sign] != NULL)
      {
        pe_digest_stream_add_int (stream, (int64_t) sign);
        pe_digest_stream_add_digest (stream, self->sign_rules[sign]->digest);
      }
}

/* docs/digest.md, "perfeval-rule/1" */
static pe_status
compute_digest (pe_rule *self)
{
  pe_digest_stream *stream = pe_digest_stream_new ("perfeval-rule/1");

  if (stream == NULL)
    return PE_ERROR_NO_MEMORY;
  pe_digest_stream_add_text (stream, pe_rule_peek_shape (self)->name);
  pe_digest_stream_add_int (stream, pe_rule_peek_shape (self)->revision);
  add_settings (stream, self);
  pe_digest_stream_begin_list (stream, G_N_ELEMENTS (self->policies));
  for (size_t i = 0; i < G_N_ELEMENTS (self->policies); i++)
    pe_digest_stream_add_int (stream, self->policies[i]);
  pe_digest_stream_add_int (stream, self->unit);
  add_steps (stream, self);
  add_items (stream, self);
  add_bands (stream, self);
  add_sign_rules (stream, self);
  pe_digest_stream_finish (stream, self->digest);
  return PE_OK;
}

pe_status
pe_rule_finish (pe_rule *self)
{
  if (order_steps (self) != PE_OK
      || pe_name_index_init (&self->item_index, self->items.data, self->items.size, sizeof (pe_item),
                             offsetof (pe_item, id))
             != PE_OK
      || pe_name_index_init (&self->band_index, self->bands.data, self->bands.size, sizeof (pe_band),
                             offsetof (pe_band, id))
             != PE_OK)
    return PE_ERROR_NO_MEMORY;
  return compute_digest (self);
}

/* Reading */

size_t
pe_rule_get_shape (const pe_rule *self)
{
  return self != NULL ? self->shape : G_MAXSIZE;
}

void
pe_rule_get_digest (const pe_rule *self, uint8_t *out)
{
  if (self != NULL && out != NULL)
    memcpy (out, self->digest, PE_DIGEST_SIZE);
}

int32_t
pe_rule_is_equal (const pe_rule *a, const pe_rule *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return memcmp (a->digest, b->digest, PE_DIGEST_SIZE) == 0;
}

const pe_shape *
pe_rule_peek_shape (const pe_rule *self)
{
  return pe_shape_peek (self->shape);
}

gboolean
pe_setting_is_given (const pe_setting *self)
{
  return self->binding != PE_BINDING_NONE || self->text != NULL || self->figure.state != PE_STATE_MISSING;
}

/* A name that the shape does not have, and a kind that the parameter is not, read as not given. */
static const pe_setting *
find_setting (const pe_rule *self, const char *name, pe_parameter_kind kind)
{
  const pe_shape *shape = pe_rule_peek_shape (self);
  size_t          index;

  if (!pe_shape_find_parameter (shape, name, &index) || shape->parameters[index].kind != kind)
    return NULL;
  return &self->settings[index];
}

const pe_setting *
pe_rule_get_setting (const pe_rule *self, const char *name)
{
  size_t index = 0;

  pe_shape_find_parameter (pe_rule_peek_shape (self), name, &index);
  return &self->settings[index];
}

pe_binding_kind
pe_rule_get_binding (const pe_rule *self, const char *argument, const char **name, pe_figure *figure)
{
  const pe_setting *setting = find_setting (self, argument, PE_PARAMETER_ARGUMENT);

  if (setting == NULL)
    return PE_BINDING_NONE;
  if (name != NULL && (setting->binding == PE_BINDING_FACT || setting->binding == PE_BINDING_MEASURE))
    *name = setting->text;
  if (figure != NULL && setting->binding == PE_BINDING_FIGURE)
    *figure = setting->figure;
  return setting->binding;
}

/* TRUE where a yes or no is asked for: the items of a checklist, and what is compared with nothing. */
static gboolean
asks_truth (const pe_rule *self)
{
  const pe_shape *shape = pe_rule_peek_shape (self);

  return shape == &pe_shape_checklist || (shape == &pe_shape_binary && pe_rule_get_word (self, "compare") == NULL);
}

void
pe_rule_describe_input (const pe_rule *self, const pe_scored_input *input, const char **en, const char **zh)
{
  *en = "a number";
  *zh = "数字";
  if (asks_truth (self))
    {
      *en = "yes or no";
      *zh = "是或否";
    }
  else if (pe_rule_peek_shape (self) == &pe_shape_graded && strcmp (input->name, "grade") == 0)
    {
      *en = "a grade";
      *zh = "评定等级";
    }
}

gboolean
pe_rule_get_number (const pe_rule *self, const char *name, pe_decimal *out)
{
  const pe_setting *setting = find_setting (self, name, PE_PARAMETER_NUMBER);

  if (setting == NULL || setting->figure.state != PE_STATE_VALUE)
    return FALSE;
  *out = setting->figure.value;
  return TRUE;
}

const char *
pe_rule_get_word (const pe_rule *self, const char *name)
{
  const pe_setting *setting = find_setting (self, name, PE_PARAMETER_WORD);

  return setting != NULL ? setting->text : NULL;
}

pe_unit
pe_rule_get_unit (const pe_rule *self)
{
  return self->unit;
}

const pe_step *
pe_rule_get_steps (const pe_rule *self, size_t *n)
{
  *n = self->steps.size;
  return self->steps.data;
}

const pe_item *
pe_rule_get_items (const pe_rule *self, size_t *n)
{
  *n = self->items.size;
  return self->items.data;
}

const pe_band *
pe_rule_get_bands (const pe_rule *self, size_t *n)
{
  *n = self->bands.size;
  return self->bands.data;
}

const pe_rule *
pe_rule_get_sign_rule (const pe_rule *self, pe_sign sign)
{
  return sign >= PE_SIGN_AT_LEAST && sign <= PE_SIGN_QUALITATIVE ? self->sign_rules[sign] : NULL;
}

pe_policy
pe_rule_get_policy (const pe_rule *self, pe_state state)
{
  return state >= PE_STATE_MISSING && state <= PE_STATE_INVALID ? self->policies[state] : 0;
}

gboolean
pe_rule_is_slot (const pe_rule *self)
{
  return pe_rule_peek_shape (self) == &pe_shape_slot;
}

gboolean
pe_rule_is_attested (const pe_rule *self)
{
  return pe_rule_peek_shape (self) == &pe_shape_attested;
}

gboolean
pe_rule_can_divide_by_zero (const pe_rule *self)
{
  const pe_shape *shape = pe_rule_peek_shape (self);

  for (size_t i = 0; i < shape->n_parameters; i++)
    if (self->settings[i].binding == PE_BINDING_MEASURE && pe_measure_is_rate (self->settings[i].measure))
      return TRUE;
  return shape->can_divide_by_zero != NULL && shape->can_divide_by_zero (self);
}

gboolean
pe_rule_is_self_contained (const pe_rule *self)
{
  for (size_t i = 0; i < G_N_ELEMENTS (self->settings); i++)
    if (self->settings[i].binding == PE_BINDING_MEASURE)
      return FALSE;
  return pe_rule_peek_shape (self) != &pe_shape_on_time_share || pe_rule_get_word (self, "from") == NULL;
}

/* Facts */

static size_t
count_bound_facts (const pe_rule *self)
{
  size_t n = 0;

  for (size_t i = 0; i < G_N_ELEMENTS (self->settings); i++)
    n += self->settings[i].binding == PE_BINDING_FACT ? 1 : 0;
  return n;
}

static size_t
count_own_facts (const pe_shape *shape)
{
  size_t n = 0;

  while (shape->facts != NULL && shape->facts[n] != NULL)
    n++;
  return n;
}

size_t
pe_rule_get_n_facts (const pe_rule *self)
{
  const pe_shape *shape = pe_rule_peek_shape (self);

  return count_bound_facts (self) + count_own_facts (shape) + (shape->items_are_facts ? self->items.size : 0);
}

/* First the bound ones, then the shape's own, then the items. */
const char *
pe_rule_get_fact_name (const pe_rule *self, size_t index)
{
  const pe_shape *shape = pe_rule_peek_shape (self);
  const size_t    n_own = count_own_facts (shape);

  for (size_t i = 0; i < G_N_ELEMENTS (self->settings); i++)
    if (self->settings[i].binding == PE_BINDING_FACT && index-- == 0)
      return self->settings[i].text;
  if (index < n_own)
    return shape->facts[index];
  return pe_vector_at (&self->items, const pe_item, index - n_own)->id;
}

gboolean
pe_rule_uses_fact (const pe_rule *self, const char *name)
{
  const pe_shape *shape = pe_rule_peek_shape (self);
  const size_t    n = count_bound_facts (self) + count_own_facts (shape);
  size_t          index;

  for (size_t i = 0; i < n; i++)
    if (strcmp (pe_rule_get_fact_name (self, i), name) == 0)
      return TRUE;
  return shape->items_are_facts && pe_name_index_find (&self->item_index, name, &index);
}

/* Findings */

/* "steps/1" */
static char *
print_shape (const pe_rule *rule)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_string (&buffer, pe_rule_peek_shape (rule)->name);
  pe_buffer_add_char (&buffer, '/');
  pe_buffer_add_int (&buffer, pe_rule_peek_shape (rule)->revision);
  return pe_buffer_steal (&buffer);
}

void
pe_rule_add_missing (pe_collector *collector, const pe_rule *rule, const char *parameter)
{
  char *shape = print_shape (rule);

  if (shape == NULL)
    pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_collector_add (collector, PE_ERROR_PARAMETER_MISSING, NULL, "name", parameter, "shape", shape, NULL);
  g_free (shape);
}

void
pe_rule_add_range (pe_collector *collector, const pe_rule *rule, const char *path, const char *parameter,
                   const pe_decimal *found, const char *expected, const char *expected_zh)
{
  const pe_place place = PE_PLACE_WHAT (path);
  char           number[PE_DECIMAL_PRINT_SIZE];
  char          *shape = print_shape (rule);

  if (found != NULL)
    pe_decimal_print (number, sizeof number, found, NULL);
  if (shape == NULL)
    pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_collector_add (collector, PE_ERROR_PARAMETER_RANGE, &place, "name", parameter, "found",
                      found != NULL ? number : NULL, "shape", shape, "expected", expected, "expected_zh", expected_zh,
                      NULL);
  g_free (shape);
}

void
pe_rule_check_full_marks (const pe_rule *self, const pe_decimal *full_marks, const char *path, pe_collector *collector)
{
  const pe_shape *shape = pe_rule_peek_shape (self);

  if (shape->check_full_marks != NULL)
    shape->check_full_marks (self, full_marks, path, collector);
}
