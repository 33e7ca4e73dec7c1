/* expression-tables.c - the records of a dossier as formulas see them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "expression-tables-private.h"

#include <string.h>

static const char prior[] = "prior.";

gboolean
pe_table_find (const char *name, pe_record_kind *kind)
{
  for (*kind = PE_RECORD_BUDGET_LINE; *kind <= PE_RECORD_ASSET; (*kind)++)
    if (strcmp (pe_record_kind_get_id (*kind), name) == 0)
      return TRUE;
  return FALSE;
}

static pe_type_kind
type_of (pe_column_type type)
{
  switch (type)
    {
    case PE_COLUMN_MONEY:
    case PE_COLUMN_COUNT:
    case PE_COLUMN_NUMBER:
      return PE_TYPE_NUMBER;
    case PE_COLUMN_DATE:
      return PE_TYPE_DATE;
    case PE_COLUMN_TRUTH:
      return PE_TYPE_BOOLEAN;
    default:
      return PE_TYPE_STRING;
    }
}

gboolean
pe_table_find_column (uint32_t table, const char *name, size_t length, uint32_t *column, pe_type *type)
{
  const pe_record_layout *layout = pe_record_layout_get ((pe_record_kind) table);

  if (!pe_record_layout_find (layout, name, length, column))
    return FALSE;
  *type = (pe_type) { type_of (layout->columns[*column].type), FALSE, 0 };
  return TRUE;
}

static const char *const column_names[] = {
  [PE_RECORD_BUDGET_LINE] = "name, category, complete, initial, adjusted, executed, funding, economic_class, project, "
                            "carried_in, added, carry_over or surplus",
  [PE_RECORD_THREE_PUBLIC] = "item, initial, adjusted or executed",
  [PE_RECORD_PROCUREMENT]
  = "name, number, method, category, supplier_size, budget, reserved_for_sme, contract, intent, start, award, signing, "
    "publication, filing, reserve_mode, acceptance, awarded, contract_sme, supplier, intent_exemption, "
    "publication_exemption or reserve_exemption",
  [PE_RECORD_PAYMENT] = "due, paid or amount",
  [PE_RECORD_ASSET] = "name, number, category, use, acquired, book_count, found_count, book_value, found_value or "
                      "difference_reason",
};

const char *
pe_table_get_columns (uint32_t table)
{
  if (table >= PE_TABLE_REGISTER)
    return "a column that the rule's \"types\" declare, e.g. {\"register.projects.signed\": \"date\"}";
  return column_names[table];
}

const char *
pe_symbol_get_register (const pe_symbol *self)
{
  return self->name + (self->is_prior ? strlen (prior) : 0) + strlen (PE_TABLE_REGISTER_HEAD);
}

/* The fact that is declared under "register.projects" and a column; NULL when there is none. */
static const pe_fact_declaration *
find_declaration (const pe_expression_scope *scope, const char *table, const char *name, size_t length)
{
  const size_t size = strlen (table);

  for (size_t i = 0; i < scope->n_facts; i++)
    {
      const char *declared = scope->facts[i].name;

      if (strncmp (declared, table, size) == 0 && declared[size] == '.'
          && strncmp (declared + size + 1, name, length) == 0 && declared[size + 1 + length] == '\0')
        return &scope->facts[i];
    }
  return NULL;
}

static char *
copy_part (const char *text, size_t length)
{
  char *copy = g_try_malloc (length + 1);

  if (copy == NULL)
    return NULL;
  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

static pe_status
add_mention (pe_symbol *self, const char *name, size_t length, pe_type_kind kind, uint32_t *column)
{
  pe_register_mention mention = { NULL, kind };

  for (*column = 0; *column < self->columns.size; (*column)++)
    {
      const char *known = pe_vector_at (&self->columns, const pe_register_mention, *column)->id;

      if (strncmp (known, name, length) == 0 && known[length] == '\0')
        return PE_OK;
    }
  mention.id = copy_part (name, length);
  if (mention.id != NULL && pe_vector_push (&self->columns, &mention) == PE_OK)
    return PE_OK;
  g_free (mention.id);
  return PE_ERROR_NO_MEMORY;
}

pe_status
pe_symbol_find_register_column (pe_symbol *self, const pe_expression_scope *scope, const char *name, size_t length,
                                uint32_t *column, pe_type *type)
{
  static const pe_type_kind kinds[] = {
    [PE_FACT_NUMBER] = PE_TYPE_NUMBER,
    [PE_FACT_STRING] = PE_TYPE_STRING,
    [PE_FACT_BOOLEAN] = PE_TYPE_BOOLEAN,
    [PE_FACT_DATE] = PE_TYPE_DATE,
  };
  const char                *table = self->name + (self->is_prior ? strlen (prior) : 0);
  const pe_fact_declaration *declared = find_declaration (scope, table, name, length);

  if (declared == NULL)
    return PE_ERROR_NOT_FOUND;
  *type = (pe_type) { kinds[declared->type], FALSE, 0 };
  return add_mention (self, name, length, type->kind, column);
}
