/* import.c - a dossier from tables, by way of the document that they stand for
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "import-private.h"

#include <string.h>

const char *
pe_import_table_name (const pe_import *self, const pe_import_table *table)
{
  return pe_tables_table (self->tables, table->table)->name;
}

void
pe_import_report (pe_import *self, pe_status code, const pe_import_table *table, uint64_t line, uint32_t number,
                  uint32_t column, ...)
{
  pe_parameter_init parameters[PE_PARAMETERS_MAX];
  pe_place          place;
  pe_buffer         buffer = PE_BUFFER_INIT;
  pe_finding_init   init = { code, &place, 1, parameters, 0 };
  va_list           pairs;

  va_start (pairs, column);
  init.n_parameters = pe_parameters_collect (parameters, pairs);
  va_end (pairs);
  pe_tables_get_place (self->tables, table->table, line, number, number > 0 ? MAX (column, 1) : 0, &place, &buffer);
  pe_collector_add_init (&self->collector, &init);
  pe_buffer_clear (&buffer);
}

/* Two cells of one column that do not go together: this one, and the one that said the unit. */
void
pe_import_report_two (pe_import *self, pe_status code, const pe_import_table *table, const pe_stored_row *row,
                      const pe_import_column *column, const char *found, const char *expected)
{
  const pe_parameter_init parameters[] = { { "found", found }, { "expected", expected } };
  pe_place                places[2];
  pe_buffer               buffers[2] = { PE_BUFFER_INIT, PE_BUFFER_INIT };
  const pe_finding_init   init = { code, places, 2, parameters, 2 };

  pe_tables_get_place (self->tables, table->table, row->line, row->number, column->number, &places[0], &buffers[0]);
  pe_tables_get_place (self->tables, table->table, column->unit_line, column->unit_number, column->number, &places[1],
                       &buffers[1]);
  pe_collector_add_init (&self->collector, &init);
  pe_buffer_clear (&buffers[0]);
  pe_buffer_clear (&buffers[1]);
}

pe_import_table *
pe_import_find (const pe_import *self, pe_sheet kind, uint32_t prior)
{
  for (size_t i = 0; i < self->list.size; i++)
    {
      pe_import_table *table = pe_vector_at (&self->list, pe_import_table, i);

      if (table->kind == kind && table->prior == prior)
        return table;
    }
  return NULL;
}

const pe_stored_cell *
pe_import_get_cell (const pe_import *self, const pe_import_table *table, const pe_stored_row *row, size_t index,
                    pe_import_column **column)
{
  for (size_t i = 0; i < table->columns.size; i++)
    {
      pe_import_column *found = pe_vector_at (&table->columns, pe_import_column, i);

      if (found->index != index)
        continue;
      if (column != NULL)
        *column = found;
      return pe_tables_find_cell (self->tables, row, found->number);
    }
  return NULL;
}

const pe_stored_cell *
pe_import_get_content (const pe_import *self, const pe_stored_row *row)
{
  const pe_stored_cell *item = pe_tables_cell (self->tables, row, 0);

  return pe_tables_find_cell (self->tables, row, item->column + item->columns);
}

/* g_strstrip() knows ASCII alone; an office's blanks are full-width as well. */
static void
add_stripped (pe_buffer *out, const char *text)
{
  const char *end = text + strlen (text);

  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  pe_buffer_add (out, text, (size_t) (end - text));
  pe_buffer_add_char (out, '\0');
}

const char *
pe_import_get_text (pe_import *self, const pe_import_table *table, const pe_stored_row *row, size_t index,
                    pe_buffer *buffer)
{
  const pe_stored_cell *cell = pe_import_get_cell (self, table, row, index, NULL);

  buffer->size = 0;
  add_stripped (buffer, cell != NULL ? pe_tables_text (self->tables, cell) : "");
  if (buffer->status == PE_OK)
    return buffer->data;
  self->status = PE_ERROR_NO_MEMORY;
  return "";
}
