/* tables-private.h - how the cells of tables lie in memory
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/tables.h>

#include "../base/buffer-private.h"
#include "../base/place-private.h"
#include "../base/vector-private.h"

#define PE_TABLE_COLUMNS_MAX 16777216

/* 32 bytes a cell beside its text: a workbook is mostly cells. */
typedef struct pe_stored_cell
{
  size_t   text; /* where it begins */
  uint32_t length;
  uint32_t column;
  uint32_t columns;
  uint16_t unit;
  uint8_t  kind;
  uint8_t  flags;
} pe_stored_cell;

typedef struct pe_stored_row
{
  size_t   first_cell;
  uint64_t line;
  uint32_t n_cells;
  uint32_t number;
  uint32_t flags;
} pe_stored_row;

typedef struct pe_stored_table
{
  char    *name;
  char    *file; /* nullable */
  uint32_t flags;
  size_t   first_row;
  size_t   n_rows;
} pe_stored_table;

struct pe_tables
{
  gint      references;
  pe_vector tables; /* of pe_stored_table */
  pe_vector rows;   /* of pe_stored_row */
  pe_vector cells;  /* of pe_stored_cell */
  pe_buffer text;   /* of all cells, each with a NUL behind it */
};

pe_tables *pe_tables_new (void); /* NULL when memory ran out */

/* Borrowed views for the readers of this room; the indices are in range. */
const pe_stored_table *pe_tables_table (const pe_tables *self, size_t table);
const pe_stored_row   *pe_tables_row (const pe_tables *self, size_t table, size_t row);
const pe_stored_cell  *pe_tables_cell (const pe_tables *self, const pe_stored_row *row, size_t cell);
const char            *pe_tables_text (const pe_tables *self, const pe_stored_cell *cell);
/* The cell of a row in a column, or NULL. */
const pe_stored_cell *pe_tables_find_cell (const pe_tables *self, const pe_stored_row *row, uint32_t column);
/* "AB12" */
void pe_cell_print_name (pe_buffer *out, uint32_t column, uint32_t number);
/* File, line and "sheet!AB12"; the cell's text lives in the buffer, which is to be cleared. number 0: the table itself;
 * column 0: the whole row, "sheet!12". */
void pe_tables_get_place (const pe_tables *self, size_t table, uint64_t line, uint32_t number, uint32_t column,
                          pe_place *out, pe_buffer *buffer);
