/* expression-tables-private.h - the records of a dossier as formulas see them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "expression-private.h"

typedef enum
{
  PE_TABLE_PROCUREMENT_RECORDS,
  PE_TABLE_BUDGET_LINES
} pe_record_table_id;

/* A column, found in the record by its offset. */
typedef struct pe_record_column
{
  const char        *name; /* as in docs/formats.md */
  pe_type_kind       kind;
  size_t             offset;
  const char *const *words; /* of an enumeration: from 1, NULL at 0 */
  size_t             n_words;
} pe_record_column;

typedef struct pe_record_table
{
  const char             *name;
  const pe_record_column *columns;
  uint32_t                n_columns;
  const char             *column_names; /* for messages */
} pe_record_table;

extern const pe_record_table pe_record_tables[];
extern const uint32_t        pe_n_record_tables;
