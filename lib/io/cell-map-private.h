/* cell-map-private.h - which cell of which table a value of a document was made from
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "tables-private.h"

/* A value of the document, by where it begins in the text. number 0: a table as a whole; column 0: a row. */
typedef struct pe_cell_origin
{
  size_t   start;
  size_t   table;
  uint64_t line;
  uint32_t number;
  uint32_t column;
} pe_cell_origin;

/* An empty cell of a record that needs a value there: the document has no value that it could be the origin of. */
typedef struct pe_cell_blank
{
  size_t         record; /* pe_cell_origin::start of its record */
  const char    *member; /* of the record; static */
  const char    *name;   /* of its column; static */
  pe_cell_origin cell;
} pe_cell_blank;

/* Filled in the order of the text. */
typedef struct pe_cell_map
{
  const pe_tables *tables;
  pe_vector        origins; /* of pe_cell_origin */
  pe_vector        blanks;  /* of pe_cell_blank */
} pe_cell_map;

#define PE_CELL_MAP_INIT(tables) { tables, PE_VECTOR_INIT (pe_cell_origin), PE_VECTOR_INIT (pe_cell_blank) }

pe_status pe_cell_map_add (pe_cell_map *self, const pe_cell_origin *origin);
pe_status pe_cell_map_add_blank (pe_cell_map *self, const pe_cell_blank *blank);
/* The empty cell of a member that the record which begins at a byte does not have; NULL where there is none. */
const pe_cell_blank *pe_cell_map_find_blank (const pe_cell_map *self, size_t start, const char *member);
/* Where the value that begins at a byte came from, or else what it stands in; NULL before the first. */
const pe_cell_origin *pe_cell_map_find (const pe_cell_map *self, size_t start);
/* Turns a place in the document into the place of the cell; the name of the cell is appended to the buffer, in which
 * place->what may lie. */
void pe_cell_map_move (const pe_cell_map *self, pe_place *place, pe_buffer *buffer);
/* The same for a cell that is known. */
void pe_cell_map_move_to (const pe_cell_map *self, const pe_cell_origin *origin, pe_place *place, pe_buffer *buffer);
void pe_cell_map_clear (pe_cell_map *self);
