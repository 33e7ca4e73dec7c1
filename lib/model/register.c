/* register.c - a typed table of the office's own
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "register-private.h"

#include <string.h>

#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "intake-private.h"

#define ID_MAX ((size_t) 64)

void
pe_register_column_init (pe_register_column *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_register_cell_init (pe_register_cell *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

const char *
pe_register_get_id (const pe_register *self)
{
  return self != NULL ? self->id : NULL;
}

const char *
pe_register_get_title (const pe_register *self)
{
  return self != NULL ? self->title : NULL;
}

size_t
pe_register_get_n_columns (const pe_register *self)
{
  return self != NULL ? self->n_columns : 0;
}

size_t
pe_register_get_n_rows (const pe_register *self)
{
  return self != NULL ? self->n_rows : 0;
}

pe_status
pe_register_get_column (pe_register_column *out, const pe_register *self, size_t index, pe_error **error)
{
  return pe_intake_export (
      out, self != NULL ? self->columns : NULL, pe_register_get_n_columns (self), index, sizeof *out, error);
}

pe_status
pe_register_get_cell (pe_register_cell *out, const pe_register *self, size_t row, size_t column, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (row >= self->n_rows || column >= self->n_columns)
    return row >= self->n_rows ? pe_intake_refuse_index (row, self->n_rows, error)
                               : pe_intake_refuse_index (column, self->n_columns, error);
  return pe_struct_export (out, pe_register_peek_cell (self, row, column), sizeof *out, sizeof *out, "out", error);
}

const pe_register_cell *
pe_register_peek_cell (const pe_register *self, size_t row, size_t column)
{
  return &self->cells[row * self->n_columns + column];
}

gboolean
pe_register_find_column (const pe_register *self, const char *id, size_t *column)
{
  for (size_t i = 0; i < self->n_columns; i++)
    if (strcmp (self->columns[i].id, id) == 0)
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

void
pe_register_print_path (const char *id, pe_buffer *out)
{
  pe_buffer_add_string (out, "/registers/");
  pe_buffer_add_string (out, id);
}

void
pe_register_print_row_path (const char *id, size_t row, const char *column, pe_buffer *out)
{
  pe_register_print_path (id, out);
  pe_buffer_add_string (out, "/rows/");
  pe_buffer_add_uint (out, row);
  if (column == NULL)
    return;
  pe_buffer_add_char (out, '/');
  pe_buffer_add_string (out, column);
}

gboolean
pe_register_is_id (const char *text)
{
  size_t i;

  for (i = 0; text[i] != '\0'; i++)
    if (i == ID_MAX || !(g_ascii_isalpha (text[i]) || (i > 0 && (g_ascii_isdigit (text[i]) || text[i] == '_'))))
      return FALSE;
  return i > 0;
}

void
pe_register_get_digest (const pe_register *self, uint8_t *out)
{
  if (self != NULL && out != NULL)
    memcpy (out, self->digest, PE_DIGEST_SIZE);
}

int32_t
pe_register_is_equal (const pe_register *a, const pe_register *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return memcmp (a->digest, b->digest, PE_DIGEST_SIZE) == 0;
}

pe_register *
pe_register_ref (pe_register *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_register_unref (pe_register *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  pe_arena_clear (&self->texts);
  g_free (self->columns);
  g_free (self->cells);
  g_free (self);
}
