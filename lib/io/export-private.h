/* export-private.h - a dossier's document as tables
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/dossier_tables.h>
#include <perfeval/provider.h>

#include "../base/vector-private.h"
#include "json-private.h"
#include "table-kind-private.h"

/* Where the text of a cell comes from. */
typedef enum
{
  PE_EXPORT_VALUE, /* a value of the document */
  PE_EXPORT_NAME,  /* the name of a member */
  PE_EXPORT_LEVEL  /* a number */
} pe_export_source;

typedef struct pe_export_cell
{
  size_t           row;
  size_t           column; /* of the kind */
  pe_export_source source;
  pe_json_index    value;
  uint32_t         level;
} pe_export_cell;

/* A table under way. */
typedef struct pe_export_table
{
  const pe_json *json;
  pe_sheet       kind;
  pe_json_index  register_columns; /* PE_SHEET_REGISTER: their definitions */
  pe_unit        unit;             /* of amounts that do not say theirs */
  pe_vector      cells;            /* of pe_export_cell, row by row */
  size_t         n_rows;
  pe_status      status;
  gboolean       is_said; /* even without rows: that there is one says something */
} pe_export_table;

/* export-table.c: gives the table to a provider; nothing where it has no rows, unless that is said by its headers. */
pe_status pe_export_write (pe_export_table *self, pe_provider *provider, const char *name, pe_language language,
                           pe_error **error);

/* export.c: a document of a dossier. */
pe_status pe_export_dossier (pe_tables **out, const pe_json *json, pe_language language, pe_error **error);
