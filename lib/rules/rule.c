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
#include "decision-table-private.h"
#include "rulebook-measure-private.h"

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

void
pe_point_init (pe_point *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_table_input_init (pe_table_input *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_decision_init (pe_decision *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_milestone_init (pe_milestone *self, uint32_t struct_size)
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

const pe_text_member pe_milestone_texts[PE_MILESTONE_N_TEXTS] = {
  { offsetof (pe_milestone, id), "id", PE_MEMBER_CODE },
  { offsetof (pe_milestone, name_zh), "name_zh", PE_MEMBER_TEXT },
  { offsetof (pe_milestone, name_en), "name_en", PE_MEMBER_NULLABLE },
  { offsetof (pe_milestone, day), "day", PE_MEMBER_NULLABLE },
};

/* The id of an alternative. */
static const pe_text_member alternative_texts[] = { { offsetof (pe_alternative, id), "id", PE_MEMBER_CODE } };

void
pe_rule_init (pe_rule *self, size_t shape)
{
  memset (self, 0, sizeof *self);
  self->references = 1;
  self->shape = shape;
  self->steps = (pe_vector) PE_VECTOR_INIT (pe_step);
  self->items = (pe_vector) PE_VECTOR_INIT (pe_item);
  self->bands = (pe_vector) PE_VECTOR_INIT (pe_band);
  self->points = (pe_vector) PE_VECTOR_INIT (pe_point);
  self->milestones = (pe_vector) PE_VECTOR_INIT (pe_milestone);
  self->alternatives = (pe_vector) PE_VECTOR_INIT (pe_alternative);
  self->declarations = (pe_vector) PE_VECTOR_INIT (pe_fact_declaration);
  self->limits = (pe_rule_limits) { PE_TABLE_MAX_STEPS, PE_EXPRESSION_MAX_DEPTH, PE_EXPRESSION_MAX_SYMBOLS,
                                    PE_TABLE_MAX_DECISIONS, NULL };
}

static void
free_texts (pe_vector *vector, const pe_text_member *members, size_t n_members)
{
  for (size_t i = 0; i < vector->size; i++)
    pe_record_free_texts ((char *) vector->data + i * vector->element_size, members, n_members);
}

void
pe_rule_clear (pe_rule *self)
{
  for (size_t i = 0; i < G_N_ELEMENTS (self->settings); i++)
    {
      g_free (self->settings[i].text);
      pe_expression_unref (self->settings[i].expression);
    }
  for (size_t i = 0; i < self->declarations.size; i++)
    g_free (pe_vector_at (&self->declarations, pe_fact_declaration, i)->name);
  pe_vector_clear (&self->declarations);
  pe_decision_table_unref (self->table);
  free_texts (&self->items, pe_item_texts, PE_ITEM_N_TEXTS);
  free_texts (&self->bands, pe_band_texts, PE_BAND_N_TEXTS);
  free_texts (&self->milestones, pe_milestone_texts, PE_MILESTONE_N_TEXTS);
  free_texts (&self->alternatives, alternative_texts, G_N_ELEMENTS (alternative_texts));
  for (size_t i = 0; i < self->alternatives.size; i++)
    pe_rule_unref (pe_vector_at (&self->alternatives, pe_alternative, i)->rule);
  for (size_t i = 0; i < G_N_ELEMENTS (self->sign_rules); i++)
    pe_rule_unref (self->sign_rules[i]);
  pe_vector_clear (&self->steps);
  pe_vector_clear (&self->items);
  pe_vector_clear (&self->bands);
  pe_vector_clear (&self->points);
  pe_vector_clear (&self->milestones);
  pe_vector_clear (&self->alternatives);
  g_free (self->step_order);
  pe_name_index_clear (&self->item_index);
  pe_name_index_clear (&self->band_index);
  pe_name_index_clear (&self->milestone_index);
  pe_name_index_clear (&self->fact_index);
  pe_name_index_clear (&self->alternative_index);
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

static pe_status
copy_declarations (pe_rule *out, const pe_rule *self)
{
  for (size_t i = 0; i < self->declarations.size; i++)
    {
      pe_fact_declaration copy = *pe_vector_at (&self->declarations, const pe_fact_declaration, i);

      copy.name = pe_string_copy (copy.name);
      if (copy.name == NULL || pe_vector_push (&out->declarations, &copy) != PE_OK)
        {
          g_free (copy.name);
          return PE_ERROR_NO_MEMORY;
        }
    }
  return PE_OK;
}

static pe_status
copy_alternatives (pe_rule *out, const pe_rule *self)
{
  const pe_status status
      = copy_records (&out->alternatives, &self->alternatives, alternative_texts, G_N_ELEMENTS (alternative_texts));

  /* Those that were copied before memory ran out share their rules as well. */
  for (size_t i = 0; i < out->alternatives.size; i++)
    pe_rule_ref (pe_vector_at (&out->alternatives, pe_alternative, i)->rule);
  return status;
}

pe_status
pe_rule_copy (pe_rule *out, const pe_rule *self)
{
  for (size_t i = 0; i < G_N_ELEMENTS (self->settings); i++)
    {
      out->settings[i] = self->settings[i];
      pe_expression_ref (out->settings[i].expression);
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
  out->limits = self->limits;
  out->table = pe_decision_table_ref (self->table);
  if (copy_declarations (out, self) != PE_OK || copy_records (&out->steps, &self->steps, NULL, 0) != PE_OK
      || copy_records (&out->items, &self->items, pe_item_texts, PE_ITEM_N_TEXTS) != PE_OK
      || copy_records (&out->bands, &self->bands, pe_band_texts, PE_BAND_N_TEXTS) != PE_OK
      || copy_records (&out->points, &self->points, NULL, 0) != PE_OK
      || copy_records (&out->milestones, &self->milestones, pe_milestone_texts, PE_MILESTONE_N_TEXTS) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  return copy_alternatives (out, self);
}

pe_rule *
pe_rule_ref (pe_rule *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

/* Slots and alternatives hold rules, and no rule that is held holds others: this goes one level deep. */
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

      pe_digest_stream_add_int (stream, setting->own != NULL ? PE_BINDING_MEASURE : setting->binding);
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

static void
add_points (pe_digest_stream *stream, const pe_rule *self)
{
  pe_digest_stream_begin_list (stream, self->points.size);
  for (size_t i = 0; i < self->points.size; i++)
    {
      const pe_point *point = pe_vector_at (&self->points, const pe_point, i);

      pe_digest_stream_add_decimal (stream, &point->at);
      pe_digest_stream_add_decimal (stream, &point->points);
    }
}

static void
add_milestones (pe_digest_stream *stream, const pe_rule *self)
{
  pe_digest_stream_begin_list (stream, self->milestones.size);
  for (size_t i = 0; i < self->milestones.size; i++)
    {
      const pe_milestone *milestone = pe_vector_at (&self->milestones, const pe_milestone, i);

      pe_digest_stream_add_text (stream, milestone->id);
      pe_digest_stream_add_text (stream, milestone->name_zh);
      pe_digest_stream_add_text (stream, milestone->name_en);
      pe_digest_stream_add_int (stream, milestone->date);
      pe_digest_stream_add_text (stream, milestone->day);
      pe_digest_stream_add_decimal (stream, &milestone->share);
      pe_digest_stream_add_decimal (stream, &milestone->points);
    }
}

static void
add_alternatives (pe_digest_stream *stream, const pe_rule *self)
{
  pe_digest_stream_begin_list (stream, self->alternatives.size);
  for (size_t i = 0; i < self->alternatives.size; i++)
    {
      const pe_alternative *alternative = pe_vector_at (&self->alternatives, const pe_alternative, i);

      pe_digest_stream_add_text (stream, alternative->id);
      pe_digest_stream_add_digest (stream, alternative->rule->digest);
    }
}

static void
add_table (pe_digest_stream *stream, const pe_decision_table *table)
{
  pe_digest_stream_begin_list (stream, table->inputs.size);
  for (size_t i = 0; i < table->inputs.size; i++)
    {
      const pe_decision_input *input = pe_decision_table_get_input (table, i);

      pe_digest_stream_add_text (stream, input->id);
      pe_digest_stream_add_text (stream, pe_expression_get_text (input->expression));
    }
  pe_digest_stream_begin_list (stream, table->points.size);
  for (size_t i = 0; i < table->points.size; i++)
    {
      for (size_t k = 0; k < table->inputs.size; k++)
        pe_digest_stream_add_text (stream, pe_decision_table_get_test (table, i, k));
      pe_digest_stream_add_decimal (stream, pe_decision_table_get_points (table, i));
    }
  pe_digest_stream_begin_list (stream, table->priority.size);
  for (size_t i = 0; i < table->priority.size; i++)
    pe_digest_stream_add_decimal (stream, pe_vector_at (&table->priority, const pe_decimal, i));
}

/* Facts have a type to formulas alone. */
static void
add_declarations (pe_digest_stream *stream, const pe_rule *self)
{
  if (self->declarations.size == 0)
    return;
  pe_digest_stream_add_text (stream, "types");
  pe_digest_stream_begin_list (stream, self->declarations.size);
  for (size_t i = 0; i < self->declarations.size; i++)
    {
      const pe_fact_declaration *declaration = pe_vector_at (&self->declarations, const pe_fact_declaration, i);

      pe_digest_stream_add_text (stream, declaration->name);
      pe_digest_stream_add_int (stream, declaration->type);
    }
}

/* Tables that came after the first edition of the stream: only shapes that have them write them, so that the digests of
 * all others stay as they were. */
static void
add_later_tables (pe_digest_stream *stream, const pe_rule *self)
{
  const pe_shape *shape = pe_rule_peek_shape (self);

  if (pe_shape_has_kind (shape, PE_PARAMETER_POINTS))
    add_points (stream, self);
  if (pe_shape_has_kind (shape, PE_PARAMETER_MILESTONES))
    add_milestones (stream, self);
  if (pe_shape_has_kind (shape, PE_PARAMETER_ALTERNATIVES))
    add_alternatives (stream, self);
  if (self->table != NULL)
    add_table (stream, self->table);
  add_declarations (stream, self);
}

/* Of two rules with the same words each is another one when the measures that they name are. */
static void
add_measures (pe_digest_stream *stream, const pe_rule *self)
{
  const pe_symbol *symbol;

  for (size_t i = 0; (symbol = pe_rule_get_formula_symbol (self, FALSE, i)) != NULL; i++)
    if (symbol->kind == PE_SYMBOL_OWN)
      pe_digest_stream_add_digest (stream, symbol->own->digest);
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
  add_later_tables (stream, self);
  add_measures (stream, self);
  pe_digest_stream_finish (stream, self->digest);
  return PE_OK;
}

static pe_status
index_names (pe_name_index *out, const pe_vector *vector, size_t offset)
{
  return pe_name_index_init (out, vector->data, vector->size, vector->element_size, offset);
}

static pe_status
index_facts (pe_rule *self)
{
  const size_t n = pe_rule_get_n_facts (self);
  const char **names = g_try_new (const char *, MAX (n, 1));
  pe_status    status;

  if (names == NULL)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i < n; i++)
    names[i] = pe_rule_get_fact_name (self, i);
  status = pe_name_index_init (&self->fact_index, names, n, sizeof *names, 0);
  g_free (names);
  return status;
}

pe_status
pe_rule_finish (pe_rule *self)
{
  if (order_steps (self) != PE_OK || index_names (&self->item_index, &self->items, offsetof (pe_item, id)) != PE_OK
      || index_names (&self->band_index, &self->bands, offsetof (pe_band, id)) != PE_OK
      || index_names (&self->milestone_index, &self->milestones, offsetof (pe_milestone, id)) != PE_OK
      || index_names (&self->alternative_index, &self->alternatives, offsetof (pe_alternative, id)) != PE_OK
      || index_facts (self) != PE_OK)
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

pe_binding_kind
pe_rule_get_binding (const pe_rule *self, const char *argument, const char **name, pe_figure *figure)
{
  const pe_setting *setting = find_setting (self, argument, PE_PARAMETER_ARGUMENT);

  if (setting == NULL)
    return PE_BINDING_NONE;
  if (name != NULL && setting->text != NULL)
    *name = setting->text;
  if (figure != NULL && setting->binding == PE_BINDING_FIGURE)
    *figure = setting->figure;
  return setting->own != NULL ? PE_BINDING_MEASURE : setting->binding;
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

const pe_point *
pe_rule_get_points (const pe_rule *self, size_t *n)
{
  *n = self->points.size;
  return self->points.data;
}

const pe_milestone *
pe_rule_get_milestones (const pe_rule *self, size_t *n)
{
  *n = self->milestones.size;
  return self->milestones.data;
}

const pe_alternative *
pe_rule_get_alternatives (const pe_rule *self, size_t *n)
{
  *n = self->alternatives.size;
  return self->alternatives.data;
}

const pe_fact_declaration *
pe_rule_get_declarations (const pe_rule *self, size_t *n)
{
  *n = self->declarations.size;
  return self->declarations.data;
}

const pe_decision_table *
pe_rule_get_table (const pe_rule *self)
{
  return self->table;
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
pe_rule_has_rules (const pe_rule *self)
{
  const pe_shape *shape = pe_rule_peek_shape (self);

  return pe_shape_has_kind (shape, PE_PARAMETER_RULES) || pe_shape_has_kind (shape, PE_PARAMETER_ALTERNATIVES);
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
  if (pe_rule_formulas_can_divide_by_zero (self))
    return TRUE;
  return shape->can_divide_by_zero != NULL && shape->can_divide_by_zero (self);
}

static const pe_rule *
get_alternative (const pe_rule *self, size_t index)
{
  return pe_vector_at (&self->alternatives, const pe_alternative, index)->rule;
}

/* A rule that is an alternative has none itself: this goes one level deep, as the functions on facts below do. */
gboolean
pe_rule_is_self_contained (const pe_rule *self)
{
  for (size_t i = 0; i < G_N_ELEMENTS (self->settings); i++)
    if (self->settings[i].binding == PE_BINDING_MEASURE)
      return FALSE;
  if (pe_rule_formulas_need_dossier (self))
    return FALSE;
  for (size_t i = 0; i < self->alternatives.size; i++)
    if (!pe_rule_is_self_contained (get_alternative (self, i)))
      return FALSE;
  /* A day with a name is looked up in the dossier's fiscal year. */
  for (size_t i = 0; i < self->milestones.size; i++)
    if (pe_vector_at (&self->milestones, const pe_milestone, i)->day != NULL)
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

/* Nobody chooses where the best of several rules counts. */
static size_t
count_own_facts (const pe_rule *self)
{
  const pe_shape *shape = pe_rule_peek_shape (self);
  size_t          n = 0;

  if (shape == &pe_shape_alternative && g_strcmp0 (pe_rule_get_word (self, "choice"), "declared") != 0)
    return 0;
  while (shape->facts != NULL && shape->facts[n] != NULL)
    n++;
  return n;
}

/* Items, where they are facts, and milestones: no shape has both. */
static size_t
count_row_facts (const pe_rule *self)
{
  return pe_rule_peek_shape (self)->items_are_facts ? self->items.size : self->milestones.size;
}

static const char *
get_row_fact (const pe_rule *self, size_t index)
{
  return pe_rule_peek_shape (self)->items_are_facts
             ? pe_vector_at (&self->items, const pe_item, index)->id
             : pe_vector_at (&self->milestones, const pe_milestone, index)->id;
}

static size_t
count_direct_facts (const pe_rule *self)
{
  return count_bound_facts (self) + count_own_facts (self) + count_row_facts (self)
         + pe_rule_count_formula_facts (self);
}

/* First the bound ones, then the shape's own, then the items or milestones, then what formulas read. */
static const char *
get_direct_fact (const pe_rule *self, size_t index)
{
  const pe_shape *shape = pe_rule_peek_shape (self);
  const size_t    n_own = count_own_facts (self);

  for (size_t i = 0; i < G_N_ELEMENTS (self->settings); i++)
    if (self->settings[i].binding == PE_BINDING_FACT && index-- == 0)
      return self->settings[i].text;
  if (index >= n_own + count_row_facts (self))
    return pe_rule_get_formula_fact (self, index - n_own - count_row_facts (self));
  return index < n_own ? shape->facts[index] : get_row_fact (self, index - n_own);
}

size_t
pe_rule_get_n_facts (const pe_rule *self)
{
  size_t n = count_direct_facts (self);

  for (size_t i = 0; i < self->alternatives.size; i++)
    n += count_direct_facts (get_alternative (self, i));
  return n;
}

/* Its own, then those of its alternatives. */
const char *
pe_rule_get_fact_name (const pe_rule *self, size_t index)
{
  const pe_rule *owner = self;

  for (size_t i = 0, n = count_direct_facts (self); index >= n; i++)
    {
      index -= n;
      owner = get_alternative (self, i);
      n = count_direct_facts (owner);
    }
  return get_direct_fact (owner, index);
}

const pe_name_index *
pe_rule_peek_fact_names (const pe_rule *self)
{
  return &self->fact_index;
}

gboolean
pe_rule_uses_fact (const pe_rule *self, const char *name)
{
  size_t index;

  return pe_name_index_find (&self->fact_index, name, &index);
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
pe_rule_add_row_range (pe_collector *collector, const pe_rule *rule, const char *path, const char *table, size_t index,
                       const char *member, const pe_decimal *found, const char *expected, const char *expected_zh)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *full;

  pe_buffer_add_string (&buffer, path);
  pe_buffer_add_char (&buffer, '/');
  pe_buffer_add_string (&buffer, table);
  if (index != G_MAXSIZE)
    {
      pe_buffer_add_char (&buffer, '/');
      pe_buffer_add_uint (&buffer, index);
      pe_buffer_add_char (&buffer, '/');
      pe_buffer_add_string (&buffer, member);
    }
  full = pe_buffer_steal (&buffer);
  if (full == NULL)
    pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_rule_add_range (collector, rule, full, member, found, expected, expected_zh);
  g_free (full);
}

void
pe_rule_check_full_marks (const pe_rule *self, const pe_decimal *full_marks, const char *path, pe_collector *collector)
{
  const pe_shape *shape = pe_rule_peek_shape (self);

  if (shape->check_full_marks != NULL)
    shape->check_full_marks (self, full_marks, path, collector);
}
