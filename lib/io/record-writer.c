/* record-writer.c - records by their columns, as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "record-reader-private.h"

static void
write_column (pe_writer *self, const pe_layout_column *column, const void *record, pe_unit unit)
{
  int32_t number;

  switch (column->type)
    {
    case PE_COLUMN_TEXT:
      pe_json_writer_member_string (&self->json, column->id, pe_record_get_text (column, record));
      return;
    case PE_COLUMN_MONEY:
      pe_writer_member_figure (self, column->id, pe_record_get_figure (column, record), NULL, unit);
      return;
    case PE_COLUMN_COUNT:
      pe_writer_member_figure (self, column->id, pe_record_get_figure (column, record), NULL, PE_UNIT_NONE);
      return;
    case PE_COLUMN_DATE:
      pe_writer_member_date (self, column->id, pe_record_get_int (column, record));
      return;
    default:
      number = pe_record_get_int (column, record);
    }
  if (number < 1 || (uint32_t) number > column->n_words)
    return;
  if (column->type == PE_COLUMN_WORD)
    {
      pe_json_writer_member_string (&self->json, column->id, column->words[number - 1].word);
      return;
    }
  pe_json_writer_name (&self->json, column->id);
  pe_json_writer_bool (&self->json, TRUE);
}

void
pe_writer_record (pe_writer *self, const pe_record_layout *layout, const void *record, pe_unit unit)
{
  for (uint32_t i = 0; i < layout->n_columns; i++)
    write_column (self, &layout->columns[i], record, unit);
}

gboolean
pe_figure_has_unit (const pe_figure *figure, pe_unit *unit)
{
  if (figure->state != PE_STATE_VALUE)
    return TRUE;
  if (*unit == PE_UNIT_NONE)
    *unit = figure->unit;
  return *unit == figure->unit;
}

gboolean
pe_record_has_unit (const pe_record_layout *layout, const void *record, pe_unit *unit)
{
  for (uint32_t i = 0; i < layout->n_columns; i++)
    if (layout->columns[i].type == PE_COLUMN_MONEY
        && !pe_figure_has_unit (pe_record_get_figure (&layout->columns[i], record), unit))
      return FALSE;
  return TRUE;
}
