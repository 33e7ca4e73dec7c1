/* writer.c - what the writers of documents share
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "writer-private.h"

#include <string.h>

#include "../base/date-private.h"
#include "../base/finding-private.h"
#include "figure-reader-private.h"

/* What a reader takes without being told to (pe_limits::depth). */
#define DEPTH_MAX 64
#define DEPTH_MAX_TEXT "64"

void
pe_writer_init (pe_writer *self)
{
  self->buffer = (pe_buffer) PE_BUFFER_INIT;
  self->status = PE_OK;
  pe_json_writer_init (&self->json, &self->buffer);
}

gboolean
pe_writer_can_nest (pe_writer *self, uint32_t levels)
{
  if (self->json.depth + levels > DEPTH_MAX && self->status == PE_OK)
    self->status = PE_ERROR_LIMIT_DEPTH;
  return self->status == PE_OK;
}

pe_status
pe_writer_finish (pe_writer *self, pe_text **out, pe_error **error)
{
  if (self->status == PE_OK)
    {
      pe_json_writer_end_document (&self->json);
      return pe_buffer_finish (&self->buffer, out, error);
    }
  pe_buffer_clear (&self->buffer);
  if (self->status == PE_ERROR_LIMIT_DEPTH)
    return pe_error_set (error, PE_ERROR_LIMIT_DEPTH, NULL, "limit", DEPTH_MAX_TEXT, NULL);
  return pe_error_set_no_memory (error);
}

void
pe_writer_member_word (pe_writer *self, const char *name, const pe_word *words, int32_t value)
{
  pe_json_writer_member_string (&self->json, name, pe_word_get (words, value));
}

void
pe_writer_member_both (pe_writer *self, const char *name, const char *zh, const char *en)
{
  if (zh == NULL && en == NULL)
    return;
  pe_json_writer_name (&self->json, name);
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "zh", zh);
  pe_json_writer_member_string (&self->json, "en", en);
  pe_json_writer_end_object (&self->json);
}

void
pe_writer_member_date (pe_writer *self, const char *name, int32_t date)
{
  char text[PE_DATE_PRINT_SIZE];

  if (date != 0)
    pe_json_writer_member_string (&self->json, name, pe_date_print (text, date));
}

/* Figures */

static void
write_unit (pe_writer *self, pe_unit unit)
{
  if (unit != PE_UNIT_NONE)
    pe_json_writer_member_string (&self->json, "unit", pe_unit_get_name (unit));
}

/* The form that says just what a figure is, whatever stands around it. */
static void
write_exact (pe_writer *self, const pe_figure *figure, const char *text)
{
  pe_json_writer_begin_object (&self->json);
  if (figure->state == PE_STATE_VALUE)
    pe_json_writer_member_decimal (&self->json, "value", &figure->value);
  else if (figure->state == PE_STATE_TEXT)
    pe_json_writer_member_string (&self->json, "text", text);
  else
    pe_json_writer_member_string (&self->json, "state", pe_word_get (pe_words_state, figure->state));
  write_unit (self, figure->unit);
  pe_json_writer_end_object (&self->json);
}

/* "99.71%" */
static void
write_with_unit (pe_writer *self, const pe_figure *figure)
{
  char        text[PE_DECIMAL_PRINT_SIZE + 16];
  const char *unit = pe_unit_get_name (figure->unit);

  pe_decimal_print (text, PE_DECIMAL_PRINT_SIZE, &figure->value, NULL);
  memcpy (text + strlen (text), unit, strlen (unit) + 1);
  pe_json_writer_string (&self->json, text);
}

static gboolean
is_yes_or_no (const pe_figure *figure)
{
  return figure->unit == PE_UNIT_TRUTH && figure->value.scale == 0
         && (figure->value.coefficient == 0 || figure->value.coefficient == 1);
}

static void
write_value (pe_writer *self, const pe_figure *figure, pe_unit unit)
{
  if (figure->unit == unit)
    pe_json_writer_decimal (&self->json, &figure->value);
  else if (unit == PE_UNIT_NONE && is_yes_or_no (figure))
    pe_json_writer_bool (&self->json, figure->value.coefficient == 1);
  else if (unit == PE_UNIT_NONE && figure->unit != PE_UNIT_TRUTH)
    write_with_unit (self, figure);
  else
    write_exact (self, figure, NULL);
}

void
pe_writer_member_figure (pe_writer *self, const char *name, const pe_figure *figure, const char *text, pe_unit unit)
{
  if (figure->state == PE_STATE_MISSING && figure->unit == PE_UNIT_NONE)
    return;
  pe_json_writer_name (&self->json, name);
  pe_writer_figure (self, figure, text, unit);
}

void
pe_writer_figure (pe_writer *self, const pe_figure *figure, const char *text, pe_unit unit)
{
  if (figure->state == PE_STATE_MISSING && figure->unit == PE_UNIT_NONE)
    pe_json_writer_null (&self->json);
  else if (figure->state == PE_STATE_VALUE)
    write_value (self, figure, unit);
  else if (figure->state == PE_STATE_TEXT && figure->unit == PE_UNIT_NONE && pe_figure_is_text (text, strlen (text)))
    pe_json_writer_string (&self->json, text);
  else
    write_exact (self, figure, text);
}

/* Trees */

gboolean
pe_tree_init (pe_tree *self, size_t n, uint32_t (*parent_of) (const void *data, size_t index), const void *data)
{
  self->first = g_try_new0 (uint32_t, n + 1);
  self->next = g_try_new0 (uint32_t, n + 1);
  if (self->first == NULL || self->next == NULL)
    {
      pe_tree_clear (self);
      return FALSE;
    }
  /* From the last one on, so that each that is put first was added before those behind it. */
  for (size_t i = n; i > 0; i--)
    {
      const uint32_t parent = parent_of (data, i - 1);

      self->next[i] = self->first[parent];
      self->first[parent] = (uint32_t) i;
    }
  return TRUE;
}

void
pe_tree_clear (pe_tree *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->next, g_free);
}

void
pe_writer_tree (pe_writer *self, const pe_tree *tree, const char *name, const char *below, uint32_t deepest,
                uint32_t (*parent_of) (const void *data, size_t index),
                void (*write_members) (pe_writer *self, const void *data, size_t index), const void *data)
{
  uint32_t at = tree->first[0];

  pe_json_writer_name (&self->json, name);
  pe_json_writer_begin_array (&self->json);
  while (at != 0 && pe_writer_can_nest (self, 1 + deepest))
    {
      pe_json_writer_begin_object (&self->json);
      write_members (self, data, at - 1);
      if (tree->first[at] != 0)
        {
          if (!pe_writer_can_nest (self, 1))
            return;
          pe_json_writer_name (&self->json, below);
          pe_json_writer_begin_array (&self->json);
          at = tree->first[at];
          continue;
        }
      pe_json_writer_end_object (&self->json);
      for (; at != 0 && tree->next[at] == 0; at = parent_of (data, at - 1))
        {
          pe_json_writer_end_array (&self->json);
          if (parent_of (data, at - 1) != 0)
            pe_json_writer_end_object (&self->json);
        }
      at = at != 0 ? tree->next[at] : 0;
    }
  if (tree->first[0] == 0)
    pe_json_writer_end_array (&self->json);
}
