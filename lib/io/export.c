/* export.c - a dossier's document as tables
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "export-private.h"

#include <string.h>

#include "../base/finding-private.h"
#include "import-private.h"

typedef struct
{
  const pe_json *json;
  pe_provider   *provider;
  pe_language    language;
  pe_json_index  dossier; /* the one under way */
  uint32_t       prior;
  pe_status      status;
  pe_error     **error;
} exporter;

static pe_json_index
get_member (const exporter *self, pe_json_index value, const char *name)
{
  pe_json_index member;

  if (value == PE_JSON_NONE || pe_json_get_kind (self->json, value) != PE_JSON_OBJECT)
    return PE_JSON_NONE;
  member = pe_json_get_first (self->json, value);
  while (member != PE_JSON_NONE && strcmp (pe_json_get_name (self->json, member, NULL), name) != 0)
    member = pe_json_get_next (self->json, member);
  return member;
}

/* The unit that a table says, else the dossier. */
static pe_unit
unit_of (const exporter *self, pe_json_index container)
{
  pe_json_index value = get_member (self, container, "unit");
  pe_unit       unit = PE_UNIT_NONE;
  size_t        size;
  const char   *text;

  if (value == PE_JSON_NONE)
    value = get_member (self, self->dossier, "money_unit");
  text = value != PE_JSON_NONE ? pe_json_get_text (self->json, value, &size) : NULL;
  if (text != NULL)
    pe_unit_parse (&unit, text, size, NULL);
  return unit;
}

static pe_export_table
begin (const exporter *self, pe_sheet kind, pe_json_index container)
{
  return (pe_export_table) {
    self->json, kind, PE_JSON_NONE, unit_of (self, container), PE_VECTOR_INIT (pe_export_cell), 0, PE_OK, FALSE
  };
}

static void
add (pe_export_table *table, size_t column, pe_export_source source, pe_json_index value, uint32_t level)
{
  const pe_export_cell cell = { table->n_rows, column, source, value, level };

  if (value != PE_JSON_NONE && pe_vector_push (&table->cells, &cell) != PE_OK)
    table->status = PE_ERROR_NO_MEMORY;
}

/* The members of a record that are columns, from one column on. */
static void
add_members (const exporter *self, pe_export_table *table, pe_json_index record, size_t from)
{
  for (size_t i = from; i < pe_sheet_get_n_columns (table->kind); i++)
    add (table, i, PE_EXPORT_VALUE, get_member (self, record, pe_sheet_get_column (table->kind, i).id), 0);
}

/* The table's name, with 上年 before it for each year before; then it is done. */
static void
finish_named (exporter *self, pe_export_table *table, const char *base)
{
  pe_buffer name = PE_BUFFER_INIT;

  for (uint32_t i = 0; i < self->prior; i++)
    pe_buffer_add_string (&name, self->language == PE_LANGUAGE_ZH ? PE_SHEET_PRIOR_ZH : PE_SHEET_PRIOR_EN);
  pe_buffer_add_string (&name, base);
  pe_buffer_add_char (&name, '\0');
  if (self->status == PE_OK)
    self->status = name.status == PE_OK
                       ? pe_export_write (table, self->provider, name.data, self->language, self->error)
                       : pe_error_set_no_memory (self->error);
  pe_buffer_clear (&name);
  pe_vector_clear (&table->cells);
}

static void
finish (exporter *self, pe_export_table *table)
{
  finish_named (self, table, pe_sheet_get_name (table->kind, self->language));
}

/* Tables */

static void
export_head (exporter *self)
{
  pe_export_table     table = begin (self, PE_SHEET_HEAD, PE_JSON_NONE);
  const pe_json_index unit = get_member (self, self->dossier, "unit");

  add (&table, 0, PE_EXPORT_VALUE, get_member (self, unit, "name"), 0);
  add (&table, 1, PE_EXPORT_VALUE, get_member (self, unit, "code"), 0);
  add_members (self, &table, self->dossier, 2);
  add (&table, pe_sheet_get_n_columns (PE_SHEET_HEAD) - 1, PE_EXPORT_VALUE,
       get_member (self, get_member (self, self->dossier, "assets"), "stocktake"), 0);
  finish (self, &table);
}

/* An array of records; nothing where it is absent, unless its container is there and has nothing else. */
static void
export_records (exporter *self, pe_sheet kind, pe_json_index container, const char *name, const char *else_in)
{
  pe_export_table     table = begin (self, kind, container);
  const pe_json_index array = get_member (self, container, name);

  table.is_said = container != self->dossier && container != PE_JSON_NONE
                  && (else_in == NULL || get_member (self, container, else_in) == PE_JSON_NONE);
  for (pe_json_index record = array != PE_JSON_NONE ? pe_json_get_first (self->json, array) : PE_JSON_NONE;
       record != PE_JSON_NONE; record = pe_json_get_next (self->json, record), table.n_rows++)
    add_members (self, &table, record, 0);
  finish (self, &table);
}

/* The next record of a tree in the order of the text: below it, beside it, or beside one above. */
static pe_json_index
next_in_tree (const exporter *self, pe_json_index top, pe_json_index record, const char *below, uint32_t *level)
{
  const pe_json_index array = get_member (self, record, below);

  if (array != PE_JSON_NONE && pe_json_get_first (self->json, array) != PE_JSON_NONE)
    {
      ++*level;
      return pe_json_get_first (self->json, array);
    }
  while (pe_json_get_next (self->json, record) == PE_JSON_NONE)
    {
      const pe_json_index around = pe_json_get_parent (self->json, record);

      if (around == top)
        return PE_JSON_NONE;
      record = pe_json_get_parent (self->json, around);
      --*level;
    }
  return pe_json_get_next (self->json, record);
}

static void
add_months (const exporter *self, pe_export_table *table, pe_json_index line)
{
  const pe_json_index months = get_member (self, line, "months");
  size_t              column = pe_sheet_get_n_columns (PE_SHEET_BUDGET) - PE_SHEET_MONTHS;

  for (pe_json_index month = months != PE_JSON_NONE ? pe_json_get_first (self->json, months) : PE_JSON_NONE;
       month != PE_JSON_NONE; month = pe_json_get_next (self->json, month))
    add (table, column++, PE_EXPORT_VALUE, month, 0);
}

static void
export_budget (exporter *self)
{
  const pe_json_index budget = get_member (self, self->dossier, "budget"), lines = get_member (self, budget, "lines");
  pe_export_table     table = begin (self, PE_SHEET_BUDGET, budget);
  pe_json_index       line = lines != PE_JSON_NONE ? pe_json_get_first (self->json, lines) : PE_JSON_NONE;
  uint32_t            level = 1;

  table.is_said = budget != PE_JSON_NONE && get_member (self, budget, "three_public") == PE_JSON_NONE;
  for (; line != PE_JSON_NONE; line = next_in_tree (self, lines, line, "lines", &level), table.n_rows++)
    {
      add (&table, 0, PE_EXPORT_LEVEL, line, level);
      add_members (self, &table, line, 1);
      add_months (self, &table, line);
    }
  finish (self, &table);
}

static void
export_three_public (exporter *self)
{
  const pe_json_index budget = get_member (self, self->dossier, "budget"),
                      items = get_member (self, budget, "three_public");
  pe_export_table table = begin (self, PE_SHEET_THREE_PUBLIC, budget);

  for (pe_json_index item = items != PE_JSON_NONE ? pe_json_get_first (self->json, items) : PE_JSON_NONE;
       item != PE_JSON_NONE; item = pe_json_get_next (self->json, item), table.n_rows++)
    {
      add (&table, 0, PE_EXPORT_NAME, item, 0);
      add_members (self, &table, item, 1);
    }
  finish (self, &table);
}

static void
export_payments (exporter *self, pe_json_index procurement)
{
  const pe_json_index records = get_member (self, procurement, "records");
  pe_export_table     table = begin (self, PE_SHEET_PAYMENTS, procurement);

  for (pe_json_index record = records != PE_JSON_NONE ? pe_json_get_first (self->json, records) : PE_JSON_NONE;
       record != PE_JSON_NONE; record = pe_json_get_next (self->json, record))
    {
      const pe_json_index payments = get_member (self, record, "payments"),
                          number = get_member (self, record, "number");

      for (pe_json_index payment = payments != PE_JSON_NONE ? pe_json_get_first (self->json, payments) : PE_JSON_NONE;
           payment != PE_JSON_NONE; payment = pe_json_get_next (self->json, payment), table.n_rows++)
        {
          add (&table, 0, PE_EXPORT_VALUE, number != PE_JSON_NONE ? number : get_member (self, record, "name"), 0);
          add_members (self, &table, payment, 1);
        }
    }
  finish (self, &table);
}

static void
export_procurement (exporter *self)
{
  const pe_json_index procurement = get_member (self, self->dossier, "procurement");
  pe_export_table     summary = begin (self, PE_SHEET_SUMMARY, procurement);

  export_records (self, PE_SHEET_PROCUREMENT, procurement, "records", "summary");
  add_members (self, &summary, get_member (self, procurement, "summary"), 0);
  finish (self, &summary);
  export_payments (self, procurement);
}

static void
export_facts (exporter *self)
{
  const pe_json_index facts = get_member (self, self->dossier, "facts");
  pe_export_table     table = begin (self, PE_SHEET_FACTS, PE_JSON_NONE);

  for (pe_json_index indicator = facts != PE_JSON_NONE ? pe_json_get_first (self->json, facts) : PE_JSON_NONE;
       indicator != PE_JSON_NONE; indicator = pe_json_get_next (self->json, indicator))
    for (pe_json_index fact = pe_json_get_first (self->json, indicator); fact != PE_JSON_NONE;
         fact = pe_json_get_next (self->json, fact), table.n_rows++)
      {
        add (&table, 0, PE_EXPORT_NAME, indicator, 0);
        add (&table, 1, PE_EXPORT_NAME, fact, 0);
        add (&table, 2, PE_EXPORT_VALUE, fact, 0);
      }
  finish (self, &table);
}

static void
export_rows (exporter *self)
{
  const pe_json_index slots = get_member (self, self->dossier, "rows");
  pe_export_table     table = begin (self, PE_SHEET_ROWS, PE_JSON_NONE);

  for (pe_json_index slot = slots != PE_JSON_NONE ? pe_json_get_first (self->json, slots) : PE_JSON_NONE;
       slot != PE_JSON_NONE; slot = pe_json_get_next (self->json, slot))
    {
      uint32_t level = 1;

      for (pe_json_index row = pe_json_get_first (self->json, slot); row != PE_JSON_NONE;
           row = next_in_tree (self, slot, row, "rows", &level), table.n_rows++)
        {
          add (&table, 0, PE_EXPORT_NAME, slot, 0);
          add (&table, 1, PE_EXPORT_LEVEL, row, level);
          add_members (self, &table, row, 2);
        }
    }
  finish (self, &table);
}

/* A table of this name would be taken for one of another kind, or of the year before. */
static gboolean
is_name_of_kind (const char *id)
{
  for (size_t kind = 0; kind < PE_N_SHEETS; kind++)
    if (pe_import_is_named (id, pe_sheet_get_name ((pe_sheet) kind, PE_LANGUAGE_ZH))
        || pe_import_is_named (id, pe_sheet_get_name ((pe_sheet) kind, PE_LANGUAGE_EN))
        || pe_import_is_named (id, pe_sheet_get_id ((pe_sheet) kind))
        || pe_import_is_named (id, pe_sheet_get_aliases ((pe_sheet) kind)))
      return TRUE;
  return g_str_has_prefix (id, PE_SHEET_PRIOR_ZH)
         || g_ascii_strncasecmp (id, PE_SHEET_PRIOR_EN, strlen (PE_SHEET_PRIOR_EN)) == 0;
}

static void
finish_register (exporter *self, pe_export_table *table, const char *id)
{
  pe_buffer name = PE_BUFFER_INIT;

  pe_buffer_add_string (&name, self->language == PE_LANGUAGE_ZH ? PE_SHEET_REGISTER_ZH : PE_SHEET_REGISTER_EN);
  pe_buffer_add_string (&name, id);
  pe_buffer_add_char (&name, '\0');
  if (self->status == PE_OK && name.status != PE_OK)
    self->status = pe_error_set_no_memory (self->error);
  finish_named (self, table, self->status == PE_OK && is_name_of_kind (id) ? name.data : id);
  pe_buffer_clear (&name);
}

static void
export_register (exporter *self, pe_json_index registered)
{
  const pe_json_index rows = get_member (self, registered, "rows");
  pe_export_table     table = begin (self, PE_SHEET_REGISTER, PE_JSON_NONE);

  table.register_columns = get_member (self, registered, "columns");
  for (pe_json_index row = rows != PE_JSON_NONE ? pe_json_get_first (self->json, rows) : PE_JSON_NONE;
       row != PE_JSON_NONE; row = pe_json_get_next (self->json, row), table.n_rows++)
    {
      size_t column = 0;

      for (pe_json_index definition = pe_json_get_first (self->json, table.register_columns);
           definition != PE_JSON_NONE; definition = pe_json_get_next (self->json, definition))
        add (&table, column++, PE_EXPORT_VALUE,
             get_member (self, row, pe_json_get_text (self->json, get_member (self, definition, "id"), NULL)), 0);
    }
  finish_register (self, &table, pe_json_get_name (self->json, registered, NULL));
}

static void
export_registers (exporter *self)
{
  const pe_json_index registers = get_member (self, self->dossier, "registers");
  pe_export_table     table = begin (self, PE_SHEET_REGISTER_COLUMNS, PE_JSON_NONE);

  for (pe_json_index registered = registers != PE_JSON_NONE ? pe_json_get_first (self->json, registers) : PE_JSON_NONE;
       registered != PE_JSON_NONE; registered = pe_json_get_next (self->json, registered))
    {
      const pe_json_index columns = get_member (self, registered, "columns");

      for (pe_json_index column = pe_json_get_first (self->json, columns); column != PE_JSON_NONE;
           column = pe_json_get_next (self->json, column), table.n_rows++)
        {
          add (&table, 0, PE_EXPORT_NAME, registered, 0);
          if (column == pe_json_get_first (self->json, columns))
            add (&table, 1, PE_EXPORT_VALUE, get_member (self, registered, "title"), 0);
          add_members (self, &table, column, 2);
        }
    }
  finish (self, &table);
  for (pe_json_index registered = registers != PE_JSON_NONE ? pe_json_get_first (self->json, registers) : PE_JSON_NONE;
       registered != PE_JSON_NONE && self->status == PE_OK; registered = pe_json_get_next (self->json, registered))
    export_register (self, registered);
}

static void
export_year (exporter *self)
{
  export_head (self);
  export_budget (self);
  export_three_public (self);
  export_procurement (self);
  export_records (self, PE_SHEET_ASSETS, get_member (self, self->dossier, "assets"), "records", NULL);
  export_facts (self);
  export_rows (self);
  export_records (self, PE_SHEET_DECLARED, self->dossier, "declared", NULL);
  export_records (self, PE_SHEET_READINGS, self->dossier, "readings", NULL);
  export_records (self, PE_SHEET_ADJUSTMENTS, self->dossier, "adjustments", NULL);
  export_records (self, PE_SHEET_EVENTS, self->dossier, "events", NULL);
  export_records (self, PE_SHEET_NARRATIVE, self->dossier, "narrative", NULL);
  export_registers (self);
}

pe_status
pe_export_dossier (pe_tables **out, const pe_json *json, pe_language language, pe_error **error)
{
  exporter        self = { json, NULL, language, 0, 0, PE_OK, error };
  pe_read_options options;
  pe_limits       limits;

  /* What is written is ours: its size was bounded when it was read. */
  pe_read_options_init (&options, sizeof options);
  pe_limits_init (&limits, sizeof limits);
  limits.items = G_MAXUINT32;
  options.limits = &limits;
  self.status = pe_provider_new (&self.provider, &options, error);
  for (; self.status == PE_OK && self.dossier != PE_JSON_NONE; self.prior++)
    {
      export_year (&self);
      self.dossier = get_member (&self, self.dossier, "prior");
    }
  if (self.status == PE_OK)
    self.status = pe_provider_finish (out, self.provider, NULL, error);
  pe_provider_free (self.provider);
  return self.status;
}
