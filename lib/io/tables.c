/* tables.c - sheets of cells as a file had them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "tables-private.h"

#include <string.h>

#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "../base/text-private.h"

void
pe_cell_init (pe_cell *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_table_row_init (pe_table_row *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_table_head_init (pe_table_head *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

pe_tables *
pe_tables_new (void)
{
  pe_tables *self = g_try_new (pe_tables, 1);

  if (self == NULL)
    return NULL;
  self->references = 1;
  self->tables = (pe_vector) PE_VECTOR_INIT (pe_stored_table);
  self->rows = (pe_vector) PE_VECTOR_INIT (pe_stored_row);
  self->cells = (pe_vector) PE_VECTOR_INIT (pe_stored_cell);
  self->text = (pe_buffer) PE_BUFFER_INIT;
  return self;
}

pe_tables *
pe_tables_ref (pe_tables *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_tables_unref (pe_tables *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  for (size_t i = 0; i < self->tables.size; i++)
    {
      g_free (pe_vector_at (&self->tables, pe_stored_table, i)->name);
      g_free (pe_vector_at (&self->tables, pe_stored_table, i)->file);
    }
  pe_vector_clear (&self->tables);
  pe_vector_clear (&self->rows);
  pe_vector_clear (&self->cells);
  pe_buffer_clear (&self->text);
  g_free (self);
}

/* Views */

const pe_stored_table *
pe_tables_table (const pe_tables *self, size_t table)
{
  return pe_vector_at (&self->tables, const pe_stored_table, table);
}

const pe_stored_row *
pe_tables_row (const pe_tables *self, size_t table, size_t row)
{
  return pe_vector_at (&self->rows, const pe_stored_row, pe_tables_table (self, table)->first_row + row);
}

const pe_stored_cell *
pe_tables_cell (const pe_tables *self, const pe_stored_row *row, size_t cell)
{
  return pe_vector_at (&self->cells, const pe_stored_cell, row->first_cell + cell);
}

const char *
pe_tables_text (const pe_tables *self, const pe_stored_cell *cell)
{
  return self->text.data + cell->text;
}

const pe_stored_cell *
pe_tables_find_cell (const pe_tables *self, const pe_stored_row *row, uint32_t column)
{
  size_t low = 0, high = row->n_cells;

  while (low < high)
    {
      const size_t          middle = low + (high - low) / 2;
      const pe_stored_cell *cell = pe_tables_cell (self, row, middle);

      if (cell->column == column)
        return cell;
      if (cell->column < column)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* Places */

/* A number in base 26 without a zero: A, Z, AA, AZ, ZZ, AAA. */
static void
print_column (pe_buffer *out, uint32_t column)
{
  char   letters[8];
  size_t first = sizeof letters;

  for (; column > 0 && first > 0; column = (column - 1) / 26)
    letters[--first] = (char) ('A' + (column - 1) % 26);
  pe_buffer_add (out, letters + first, sizeof letters - first);
}

void
pe_cell_print_name (pe_buffer *out, uint32_t column, uint32_t number)
{
  print_column (out, column);
  pe_buffer_add_uint (out, number);
}

void
pe_tables_get_place (const pe_tables *self, size_t table, uint64_t line, uint32_t number, uint32_t column,
                     pe_place *out, pe_buffer *buffer)
{
  const pe_stored_table *stored = pe_tables_table (self, table);

  *out = PE_PLACE_WHAT ("");
  out->file = stored->file;
  out->line = line;
  pe_buffer_add_string (buffer, stored->name);
  if (number > 0)
    {
      pe_buffer_add_char (buffer, '!');
      pe_cell_print_name (buffer, column, number);
    }
  pe_buffer_add_char (buffer, '\0');
  if (buffer->status == PE_OK)
    out->cell = buffer->data;
}

/* Joining */

static pe_status
append_tables (pe_tables *self, const pe_tables *other)
{
  for (size_t i = 0; i < other->tables.size; i++)
    {
      const pe_stored_table *theirs = pe_tables_table (other, i);
      pe_stored_table        ours = *theirs;

      ours.first_row += self->rows.size;
      ours.name = pe_string_copy (theirs->name);
      ours.file = theirs->file != NULL ? pe_string_copy (theirs->file) : NULL;
      if (ours.name == NULL || (ours.file == NULL && theirs->file != NULL)
          || pe_vector_push (&self->tables, &ours) != PE_OK)
        {
          g_free (ours.name);
          g_free (ours.file);
          return PE_ERROR_NO_MEMORY;
        }
    }
  return PE_OK;
}

static pe_status
append_vector (pe_vector *to, const pe_vector *from, void **first)
{
  pe_status status = pe_vector_grow (to, from->size, first);

  if (status == PE_OK && from->size > 0)
    memcpy (*first, from->data, from->size * from->element_size);
  return status;
}

static pe_status
append (pe_tables *self, const pe_tables *other)
{
  const size_t    n_cells = self->cells.size, n_bytes = self->text.size;
  pe_stored_row  *rows;
  pe_stored_cell *cells;
  void           *first = NULL;

  if (append_tables (self, other) != PE_OK || append_vector (&self->rows, &other->rows, &first) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  rows = first;
  for (size_t i = 0; i < other->rows.size; i++)
    rows[i].first_cell += n_cells;
  if (append_vector (&self->cells, &other->cells, &first) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  cells = first;
  for (size_t i = 0; i < other->cells.size; i++)
    cells[i].text += n_bytes;
  pe_buffer_add (&self->text, other->text.data, other->text.size);
  return self->text.status;
}

pe_status
pe_tables_join (pe_tables **out, pe_tables *const *sets, size_t n, pe_error **error)
{
  pe_tables *self;
  pe_status  status = PE_OK;

  if (out == NULL || (sets == NULL && n > 0))
    return pe_error_set_argument (error, out == NULL ? "out" : "sets", "not NULL");
  self = pe_tables_new ();
  if (self == NULL)
    return pe_error_set_no_memory (error);
  for (size_t i = 0; i < n && status == PE_OK; i++)
    if (sets[i] != NULL)
      status = append (self, sets[i]);
  if (status != PE_OK)
    {
      pe_tables_unref (self);
      return pe_error_set_no_memory (error);
    }
  *out = self;
  return PE_OK;
}

/* The door */

static pe_status
refuse_index (pe_error **error, const char *name, size_t index)
{
  pe_buffer found = PE_BUFFER_INIT;
  pe_status status;

  pe_buffer_add_uint (&found, index);
  pe_buffer_add_char (&found, '\0');
  status = pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "name", name, "found", found.data, NULL);
  pe_buffer_clear (&found);
  return status;
}

size_t
pe_tables_get_n (const pe_tables *self)
{
  return self != NULL ? self->tables.size : 0;
}

pe_status
pe_tables_get_head (pe_table_head *out, const pe_tables *self, size_t table, pe_error **error)
{
  pe_table_head          ours = { sizeof ours, 0, NULL, NULL };
  const pe_stored_table *stored;

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (table >= self->tables.size)
    return refuse_index (error, "table", table);
  stored = pe_tables_table (self, table);
  ours.flags = stored->flags;
  ours.name = stored->name;
  ours.file = stored->file;
  return pe_struct_export (out, &ours, sizeof ours, sizeof ours, "out", error);
}

size_t
pe_tables_get_n_rows (const pe_tables *self, size_t table)
{
  return self != NULL && table < self->tables.size ? pe_tables_table (self, table)->n_rows : 0;
}

pe_status
pe_tables_get_row (pe_table_row *out, const pe_tables *self, size_t table, size_t row, pe_error **error)
{
  pe_table_row         ours = { sizeof ours, 0, 0, 0, 0 };
  const pe_stored_row *stored;

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (table >= self->tables.size || row >= pe_tables_get_n_rows (self, table))
    return refuse_index (error, table >= self->tables.size ? "table" : "row", table >= self->tables.size ? table : row);
  stored = pe_tables_row (self, table, row);
  ours.number = stored->number;
  ours.line = stored->line;
  ours.flags = stored->flags;
  ours.n_cells = stored->n_cells;
  return pe_struct_export (out, &ours, sizeof ours, sizeof ours, "out", error);
}

pe_status
pe_tables_get_cell (pe_cell *out, const pe_tables *self, size_t table, size_t row, size_t cell, pe_error **error)
{
  pe_cell               ours;
  const pe_stored_row  *stored_row;
  const pe_stored_cell *stored;

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (table >= self->tables.size || row >= pe_tables_get_n_rows (self, table))
    return refuse_index (error, table >= self->tables.size ? "table" : "row", table >= self->tables.size ? table : row);
  stored_row = pe_tables_row (self, table, row);
  if (cell >= stored_row->n_cells)
    return refuse_index (error, "cell", cell);
  stored = pe_tables_cell (self, stored_row, cell);
  memset (&ours, 0, sizeof ours);
  ours.struct_size = sizeof ours;
  ours.kind = stored->kind;
  ours.text = pe_tables_text (self, stored);
  ours.length = stored->length;
  ours.column = stored->column;
  ours.columns = stored->columns;
  ours.flags = stored->flags;
  ours.unit = stored->unit;
  return pe_struct_export (out, &ours, sizeof ours, sizeof ours, "out", error);
}
