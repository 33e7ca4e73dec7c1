/* expression-tables.c - the records of a dossier as formulas see them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "expression-tables-private.h"

#include <string.h>

static const char *const methods[]
    = { NULL,      "open_tender", "invited_tender", "negotiation", "consultation", "single_source",
        "inquiry", "framework",   "other" };
static const char *const kinds_of_goods[] = { NULL, "goods", "works", "services" };
static const char *const sizes[] = { NULL, "micro", "small", "medium", "large" };
static const char *const categories[]
    = { NULL, "total", "basic", "basic.personnel", "basic.public", "project", "other" };

#define RECORD(member) offsetof (pe_procurement_record, member)
#define LINE(member) offsetof (pe_budget_line, member)
#define WORDS(words) words, G_N_ELEMENTS (words)

static const pe_record_column procurement_columns[] = {
  { "name", PE_TYPE_STRING, RECORD (name), NULL, 0 },
  { "number", PE_TYPE_STRING, RECORD (number), NULL, 0 },
  { "method", PE_TYPE_STRING, RECORD (method), WORDS (methods) },
  { "category", PE_TYPE_STRING, RECORD (category), WORDS (kinds_of_goods) },
  { "supplier_size", PE_TYPE_STRING, RECORD (supplier_size), WORDS (sizes) },
  { "budget", PE_TYPE_NUMBER, RECORD (budget), NULL, 0 },
  { "reserved_for_sme", PE_TYPE_NUMBER, RECORD (reserved_for_sme), NULL, 0 },
  { "contract", PE_TYPE_NUMBER, RECORD (contract), NULL, 0 },
  { "intent", PE_TYPE_DATE, RECORD (intent), NULL, 0 },
  { "start", PE_TYPE_DATE, RECORD (start), NULL, 0 },
  { "award", PE_TYPE_DATE, RECORD (award), NULL, 0 },
  { "signing", PE_TYPE_DATE, RECORD (signing), NULL, 0 },
  { "publication", PE_TYPE_DATE, RECORD (publication), NULL, 0 },
  { "filing", PE_TYPE_DATE, RECORD (filing), NULL, 0 },
};

static const pe_record_column line_columns[] = {
  { "name", PE_TYPE_STRING, LINE (name), NULL, 0 },
  { "category", PE_TYPE_STRING, LINE (category), WORDS (categories) },
  { "initial", PE_TYPE_NUMBER, LINE (initial), NULL, 0 },
  { "adjusted", PE_TYPE_NUMBER, LINE (adjusted), NULL, 0 },
  { "executed", PE_TYPE_NUMBER, LINE (executed), NULL, 0 },
};

const pe_record_table pe_record_tables[] = {
  [PE_TABLE_PROCUREMENT_RECORDS]
  = { "procurement.records", procurement_columns, G_N_ELEMENTS (procurement_columns),
      "name, number, method, category, supplier_size, budget, reserved_for_sme, "
      "contract, intent, start, award, signing, publication or filing" },
  [PE_TABLE_BUDGET_LINES]
  = { "budget.lines", line_columns, G_N_ELEMENTS (line_columns), "name, category, initial, adjusted or executed" },
};

const uint32_t pe_n_record_tables = G_N_ELEMENTS (pe_record_tables);

gboolean
pe_table_find_column (uint32_t table, const char *name, size_t length, uint32_t *column, pe_type *type)
{
  const pe_record_table *self = &pe_record_tables[table];

  for (uint32_t i = 0; i < self->n_columns; i++)
    if (strlen (self->columns[i].name) == length && memcmp (self->columns[i].name, name, length) == 0)
      {
        *column = i;
        *type = (pe_type) { self->columns[i].kind, FALSE, 0 };
        return TRUE;
      }
  return FALSE;
}

const char *
pe_table_get_columns (uint32_t table)
{
  return pe_record_tables[table].column_names;
}
