/* record-layout.c - records by their columns: checked, copied and digested by one description
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "record-layout-private.h"

#include <string.h>

gboolean
pe_record_layout_find (const pe_record_layout *self, const char *id, size_t length, uint32_t *column)
{
  for (uint32_t i = 0; i < self->n_columns; i++)
    if (strncmp (self->columns[i].id, id, length) == 0 && self->columns[i].id[length] == '\0')
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

int32_t
pe_layout_column_find_word (const pe_layout_column *self, const char *word, gboolean names)
{
  for (uint32_t i = 0; i < self->n_words; i++)
    if (strcmp (self->words[i].word, word) == 0
        || (names && (strcmp (self->words[i].name_zh, word) == 0 || strcmp (self->words[i].name_en, word) == 0)))
      return (int32_t) i + 1;
  return 0;
}

const void *
pe_record_get_member (const pe_layout_column *column, const void *record)
{
  return (const char *) record + column->offset;
}

const char *
pe_record_get_text (const pe_layout_column *column, const void *record)
{
  const char *text;

  memcpy (&text, pe_record_get_member (column, record), sizeof text);
  return text;
}

int32_t
pe_record_get_int (const pe_layout_column *column, const void *record)
{
  int32_t number;

  memcpy (&number, pe_record_get_member (column, record), sizeof number);
  return number;
}

const pe_figure *
pe_record_get_figure (const pe_layout_column *column, const void *record)
{
  return pe_record_get_member (column, record);
}

static gboolean
is_figure (const pe_layout_column *column)
{
  return column->type == PE_COLUMN_MONEY || column->type == PE_COLUMN_COUNT;
}

/* name: what messages call the record. */
static pe_status
take_column (const pe_layout_column *column, void *record, const pe_intake *intake, const char *name, pe_error **error)
{
  void *member = (char *) record + column->offset;

  switch (column->type)
    {
    case PE_COLUMN_TEXT:
      return pe_intake_take_text (intake, column->id, (const char **) member,
                                  column->is_required ? PE_INTAKE_REQUIRED : PE_INTAKE_NULLABLE, error);
    case PE_COLUMN_MONEY:
      return pe_intake_take_money (intake, column->id, member, name, error);
    case PE_COLUMN_COUNT:
      return pe_intake_take_count (intake, column->id, member, error);
    case PE_COLUMN_DATE:
      return pe_intake_check_date (intake, column->id, pe_record_get_int (column, record), error);
    default:
      return pe_intake_check_range (intake, column->id, pe_record_get_int (column, record), column->is_required,
                                    column->type == PE_COLUMN_TRUTH ? 1 : column->n_words, error);
    }
}

/* What a message calls a record: by its name, or by its word. */
static const char *
name_record (const pe_record_layout *self, const void *record)
{
  const pe_layout_column *first = &self->columns[0];
  int32_t                 word;

  if (first->type == PE_COLUMN_TEXT)
    return pe_record_get_text (first, record);
  word = first->type == PE_COLUMN_WORD ? pe_record_get_int (first, record) : 0;
  return word > 0 ? first->words[word - 1].name_zh : self->name_zh;
}

pe_status
pe_record_take (const pe_record_layout *self, void *record, const pe_intake *intake, pe_error **error)
{
  pe_status   status = take_column (&self->columns[0], record, intake, self->name_zh, error);
  const char *name = status == PE_OK ? name_record (self, record) : NULL;

  for (uint32_t i = 1; i < self->n_columns && status == PE_OK; i++)
    status = take_column (&self->columns[i], record, intake, name, error);
  return status;
}

void
pe_record_keep_texts (const pe_record_layout *self, void *record, pe_arena *texts, gboolean *failed)
{
  for (uint32_t i = 0; i < self->n_columns; i++)
    if (self->columns[i].type == PE_COLUMN_TEXT)
      {
        const char *copy = pe_arena_keep (texts, pe_record_get_text (&self->columns[i], record), failed);

        memcpy ((char *) record + self->columns[i].offset, &copy, sizeof copy);
      }
}

static gboolean
has_column (const pe_layout_column *column, const void *record)
{
  const pe_figure *figure;

  if (column->type == PE_COLUMN_TEXT)
    return pe_record_get_text (column, record) != NULL;
  if (!is_figure (column))
    return pe_record_get_int (column, record) != 0;
  figure = pe_record_get_figure (column, record);
  return figure->state != PE_STATE_MISSING || figure->unit != PE_UNIT_NONE;
}

gboolean
pe_record_has_any (const pe_record_layout *self, const void *record, uint32_t first)
{
  for (uint32_t i = first; i < self->n_columns; i++)
    if (has_column (&self->columns[i], record))
      return TRUE;
  return FALSE;
}

void
pe_record_add_digest (const pe_record_layout *self, const void *record, uint32_t first, pe_digest_stream *stream)
{
  for (uint32_t i = first; i < self->n_columns; i++)
    if (self->columns[i].type == PE_COLUMN_TEXT)
      pe_digest_stream_add_text (stream, pe_record_get_text (&self->columns[i], record));
    else if (is_figure (&self->columns[i]))
      pe_digest_stream_add_figure (stream, pe_record_get_figure (&self->columns[i], record));
    else
      pe_digest_stream_add_int (stream, pe_record_get_int (&self->columns[i], record));
}
