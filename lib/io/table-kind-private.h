/* table-kind-private.h - which tables a dossier is made of, and their columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/table_kind.h>

#include "../model/record-layout-private.h"

/* A column: of the records (pe_layout_column) or of tables alone. */
typedef struct pe_sheet_column
{
  const char           *id;
  const char           *name_zh;
  const char           *name_en;
  int32_t               type;
  gboolean              is_required;
  const pe_record_word *words; /* nullable */
  uint32_t              n_words;
  const char           *aliases; /* other headers, parted by '|'; nullable */
  const char           *note_zh; /* nullable */
  const char           *note_en;
} pe_sheet_column;

typedef enum
{
  PE_SHEET_HEAD,
  PE_SHEET_BUDGET,
  PE_SHEET_THREE_PUBLIC,
  PE_SHEET_PROCUREMENT,
  PE_SHEET_SUMMARY,
  PE_SHEET_PAYMENTS,
  PE_SHEET_ASSETS,
  PE_SHEET_FACTS,
  PE_SHEET_ROWS,
  PE_SHEET_DECLARED,
  PE_SHEET_READINGS,
  PE_SHEET_ADJUSTMENTS,
  PE_SHEET_EVENTS,
  PE_SHEET_NARRATIVE,
  PE_SHEET_REGISTER_COLUMNS,
  PE_N_SHEETS,
  PE_SHEET_REGISTER = PE_N_SHEETS /* the rows of one: its columns are its own */
} pe_sheet;

size_t pe_sheet_get_n_columns (pe_sheet kind);
/* index is in range. */
pe_sheet_column pe_sheet_get_column (pe_sheet kind, size_t index);
pe_table_shape  pe_sheet_get_shape (pe_sheet kind);
const char     *pe_sheet_get_id (pe_sheet kind);
const char     *pe_sheet_get_name (pe_sheet kind, pe_language language);
const char     *pe_sheet_get_aliases (pe_sheet kind); /* nullable */
/* The word of the JSON format for one in either language; NULL for what is no word of the column. */
const char *pe_sheet_column_find_word (const pe_sheet_column *self, const char *word);
/* What people call a word of the JSON format; the word itself where nothing is known. */
const char *pe_sheet_column_print_word (const pe_sheet_column *self, const char *word, pe_language language);

/* Before the name of a table of the year before. */
#define PE_SHEET_PRIOR_ZH "上年"
#define PE_SHEET_PRIOR_EN "prior "
/* Before the id of a register that would else be the name of another table. */
#define PE_SHEET_REGISTER_ZH "登记表 "
#define PE_SHEET_REGISTER_EN "register "
/* The columns of a budget behind those of its lines. */
#define PE_SHEET_MONTHS 12
/* The column of the head that says the unit of amounts. */
#define PE_SHEET_HEAD_MONEY_UNIT 6
