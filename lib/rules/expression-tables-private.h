/* expression-tables-private.h - the records of a dossier as formulas see them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "../model/record-layout-private.h"
#include "expression-private.h"

/* Tables are the kinds of records; a register is this, and the symbol that names it. */
#define PE_TABLE_REGISTER ((uint32_t) 1024)
#define PE_TABLE_REGISTER_HEAD "register."

/* A column of a register that a formula reads. */
typedef struct pe_register_mention
{
  char        *id; /* owned */
  pe_type_kind kind;
} pe_register_mention;

/* TRUE and the kind of a table by its name. */
gboolean pe_table_find (const char *name, pe_record_kind *kind);
/* The column of a table of records; FALSE when there is none. */
gboolean pe_table_find_column (uint32_t table, const char *name, size_t length, uint32_t *column, pe_type *type);
/* The names of a table's columns, for messages: static. */
const char *pe_table_get_columns (uint32_t table);
/* The id of the register that a symbol names. */
const char *pe_symbol_get_register (const pe_symbol *self);
/* The column of a register as the scope's facts declare it, "register.projects.signed"; it is added to the symbol's.
 * PE_ERROR_NOT_FOUND when it is not declared, PE_ERROR_NO_MEMORY where there is the type alone. */
pe_status pe_symbol_find_register_column (pe_symbol *self, const pe_expression_scope *scope, const char *name,
                                          size_t length, uint32_t *column, pe_type *type);
