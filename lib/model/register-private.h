/* register-private.h - what the library knows about registers beyond the door
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/register.h>

#include "../base/buffer-private.h"
#include "../base/arena-private.h"

/* Columns of a register: as many as a formula can name. */
#define PE_REGISTER_MAX_COLUMNS 256

struct pe_register
{
  gint                references;
  pe_arena            texts;
  const char         *id;
  const char         *title; /* nullable */
  pe_register_column *columns;
  pe_register_cell   *cells; /* row by row */
  size_t              n_columns;
  size_t              n_rows;
  uint8_t             digest[PE_DIGEST_SIZE];
};

/* FALSE when there is none. */
gboolean                pe_register_find_column (const pe_register *self, const char *id, size_t *column);
const pe_register_cell *pe_register_peek_cell (const pe_register *self, size_t row, size_t column);
/* Adds "/registers/projects", "/registers/projects/rows/3", "/registers/projects/rows/3/signed". */
void pe_register_print_path (const char *id, pe_buffer *out);
void pe_register_print_row_path (const char *id, size_t row, const char *column, pe_buffer *out);
/* TRUE for an id: a letter, then letters, digits and '_', 1 to 64. */
gboolean pe_register_is_id (const char *text);
