/* import-private.h - tables on their way to the document that they stand for
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/dossier_tables.h>

#include "../base/finding-private.h"
#include "cell-map-private.h"
#include "json-private.h"
#include "json-writer-private.h"
#include "table-kind-private.h"

/* A column that was recognised. */
typedef struct pe_import_column
{
  uint32_t number;      /* of the sheet */
  uint32_t header;      /* the number of the row that its header stands in; 0: none */
  size_t   index;       /* of the kind's columns; of a register: of its own */
  pe_unit  unit;        /* in the header, above the table, or of the first cell that has one */
  uint32_t unit_number; /* the row of the cell that said it */
  uint64_t unit_line;
} pe_import_column;

/* A table that was recognised. */
typedef struct pe_import_table
{
  size_t    table;
  pe_sheet  kind;
  uint32_t  prior;       /* how many years before */
  size_t    first_row;   /* behind the header */
  pe_vector columns;     /* of pe_import_column, in the order of the sheet */
  char     *register_id; /* PE_SHEET_REGISTER; owned */
  pe_vector definition;  /* of a register: size_t, the rows that define its columns, as many as there may be */
  uint32_t  n_formulas;
  uint32_t  first_formula; /* the row and the column of the first one */
  uint32_t  first_formula_column;
  uint32_t  n_hidden;   /* rows */
  gboolean  by_indent;  /* of a tree: blanks before a name say how deep a row stands */
  pe_unit   money_unit; /* of amounts that have none: what the head of its year says */
} pe_import_table;

typedef struct pe_import
{
  const pe_tables *tables;
  const pe_json   *mapping; /* nullable */
  pe_collector     collector;
  pe_limits        limits;
  pe_vector        list; /* of pe_import_table */
  pe_buffer        text; /* the document */
  pe_json_writer   json;
  pe_cell_map      map;
  size_t           record;  /* where the origin of the record that is being written begins */
  uint64_t         n_below; /* values of rows that stand below records: one may stand below many */
  pe_status        status;
} pe_import;

/* import.c: faults. line and number are those of the row; column 0: the row, number 0: the table. */
void pe_import_report (pe_import *self, pe_status code, const pe_import_table *table, uint64_t line, uint32_t number,
                       uint32_t column, ...) G_GNUC_NULL_TERMINATED;
void pe_import_report_two (pe_import *self, pe_status code, const pe_import_table *table, const pe_stored_row *row,
                           const pe_import_column *column, const char *found, const char *expected);
const char *pe_import_table_name (const pe_import *self, const pe_import_table *table);

/* import-header.c: finds out which tables are which. */
void pe_import_recognise (pe_import *self);
/* The table of a kind, or NULL. */
pe_import_table *pe_import_find (const pe_import *self, pe_sheet kind, uint32_t prior);
/* The cell of a row in a column of the kind, or NULL; *column is set where the table has the column. */
const pe_stored_cell *pe_import_get_cell (const pe_import *self, const pe_import_table *table, const pe_stored_row *row,
                                          size_t index, pe_import_column **column);
/* In a table of pairs: the content beside the item that a row begins with, or NULL. */
const pe_stored_cell *pe_import_get_content (const pe_import *self, const pe_stored_row *row);
/* The text of that cell without blanks around it; "" where there is none, or no memory, which the import's status says.
 * Borrowed until the next call with the buffer. */
const char *pe_import_get_text (pe_import *self, const pe_import_table *table, const pe_stored_row *row, size_t index,
                                pe_buffer *buffer);
/* Whether a text is one of a list parted by '|', blanks, case and what stands in brackets at its end aside. It needs no
 * memory. */
gboolean pe_import_is_named (const char *text, const char *list);
/* A register's rows: its definition's row for a column of the table. */
gboolean pe_import_is_register (pe_import *self, const char *name, uint32_t prior, char **id);

/* import-value.c: a cell as a value of the document, with its origin. */
void pe_import_value (pe_import *self, pe_import_table *table, const pe_stored_row *row, pe_import_column *column,
                      const pe_sheet_column *about, const pe_stored_cell *cell);
/* The amount in a cell, in its own unit, else that of its column, of the dossier, or yuan; FALSE where there is no number. */
gboolean pe_import_get_amount (const pe_import *self, const pe_import_table *table, const pe_import_column *column,
                               const pe_stored_cell *cell, pe_figure *out);
/* Remembers where the value that is written next came from. */
void pe_import_origin (pe_import *self, const pe_import_table *table, const pe_stored_row *row, uint32_t column);
/* "2023/5/1", "2023年5月1日", "2023-5-1", "20230501", a time behind it: as "2023-05-01"; else the text as it is. */
void pe_import_print_date (const char *text, pe_buffer *out);

/* import-total.c: which rows are totals, and whether they are right. */
gboolean pe_import_is_total (const pe_import *self, const pe_import_table *table, const pe_stored_row *row);
gboolean pe_import_is_note (const pe_import *self, const pe_import_table *table, const pe_stored_row *row);
void     pe_import_check_totals (pe_import *self, pe_import_table *table);
/* How deep a row of a tree stands, from 1. */
uint32_t pe_import_get_level (const pe_import *self, const pe_import_table *table, const pe_stored_row *row);

/* import-write.c: the document. */
void pe_import_write (pe_import *self);
