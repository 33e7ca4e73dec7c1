/* import-header.c - which table is which, and which column
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../model/register-private.h"
#include "import-private.h"

/* Titles, notes and units may stand above a header. */
#define HEADER_ROWS_MAX 20

/* Names */

static gboolean
starts_with (const char *text, const char *prefix)
{
  return strncmp (text, prefix, strlen (prefix)) == 0;
}

/* The unit in "单位：万元", "金额单位:万元", "万元". */
static pe_unit
unit_in (const char *text, size_t length)
{
  static const char *const prefixes[] = { "金额单位", "计量单位", "单位", "unit", "：", ":" };
  pe_unit                  unit = PE_UNIT_NONE;

  for (size_t i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (length > strlen (prefixes[i]) && starts_with (text, prefixes[i]))
      {
        text += strlen (prefixes[i]);
        length -= strlen (prefixes[i]);
      }
  if (pe_unit_parse (&unit, text, length, NULL) != PE_OK)
    return PE_UNIT_NONE;
  return unit;
}

/* A name as it counts, letter by letter: comparing two takes no memory, which could be refused, so that one name would be
 * taken for another. */
typedef struct letters
{
  const char *at, *end;
} letters;

/* 0 at the end. Blanks, marks of what must be filled in, and letter case mean nothing in a name. */
static gunichar
next_letter (letters *self)
{
  while (self->at < self->end)
    {
      const gunichar c = g_utf8_get_char (self->at);

      self->at = g_utf8_next_char (self->at);
      if (g_unichar_isspace (c) || c == '*' || c == 0x2605)
        continue;
      if (c == 0xFF08 || c == 0xFF09)
        return c == 0xFF08 ? '(' : ')';
      return c < 0x80 ? (gunichar) (guchar) g_ascii_tolower ((char) c) : c;
    }
  return 0;
}

static void
squeeze (letters all, pe_buffer *out)
{
  for (gunichar c = next_letter (&all); c != 0; c = next_letter (&all))
    {
      char bytes[6];

      pe_buffer_add (out, bytes, (size_t) g_unichar_to_utf8 (c, bytes));
    }
}

/* Parts a name from what stands in brackets at its end, the brackets among it: the unit, or a remark to the clerk. */
static letters
take_remark (letters *name)
{
  letters     rest = *name, remark = { name->end, name->end };
  const char *at = rest.at;
  gunichar    last = 0;

  for (gunichar c = next_letter (&rest); c != 0; at = rest.at, c = next_letter (&rest))
    {
      if (c == '(' && last != 0)
        remark.at = at;
      last = c;
    }
  if (last == ')')
    name->end = remark.at;
  else
    remark.at = remark.end;
  return remark;
}

static letters
get_name (const char *text, size_t length)
{
  letters name = { text, text + length };

  (void) take_remark (&name);
  return name;
}

/* The unit in the brackets at the end of a header. */
static pe_unit
find_unit_in (const char *text)
{
  letters name = { text, text + strlen (text) }, remark = take_remark (&name);
  char    inside[128];
  size_t  size = 0;

  for (gunichar c = next_letter (&remark); c != 0; c = next_letter (&remark))
    {
      if (size + 6 > sizeof inside)
        return PE_UNIT_NONE; /* no unit is as long */
      size += (size_t) g_unichar_to_utf8 (c, inside + size);
    }
  return size > 2 ? unit_in (inside + 1, size - 2) : PE_UNIT_NONE;
}

static gboolean
is_same_name (letters a, letters b)
{
  gunichar x, y;
  size_t   n = 0;

  do
    {
      x = next_letter (&a);
      y = next_letter (&b);
      n++;
    }
  while (x == y && x != 0);
  return x == y && n > 1;
}

gboolean
pe_import_is_named (const char *text, const char *list)
{
  const letters name = get_name (text, strlen (text));
  gboolean      found = FALSE;

  while (list != NULL && *list != '\0' && !found)
    {
      const size_t length = strcspn (list, "|");

      found = is_same_name (name, get_name (list, length));
      list += length + (list[length] == '|');
    }
  return found;
}

/* The mapping: {"tables": [{"table": "budget", "names": ["…"], "columns": {"initial": ["…"]}}]} */

static pe_json_index
get_member (const pe_json *json, pe_json_index value, const char *name)
{
  if (value == PE_JSON_NONE || pe_json_get_kind (json, value) != PE_JSON_OBJECT)
    return PE_JSON_NONE;
  for (pe_json_index member = pe_json_get_first (json, value); member != PE_JSON_NONE;
       member = pe_json_get_next (json, member))
    if (strcmp (pe_json_get_name (json, member, NULL), name) == 0)
      return member;
  return PE_JSON_NONE;
}

static gboolean
lists_name (const pe_json *json, pe_json_index list, const char *text)
{
  if (list == PE_JSON_NONE || pe_json_get_kind (json, list) != PE_JSON_ARRAY)
    return FALSE;
  for (pe_json_index name = pe_json_get_first (json, list); name != PE_JSON_NONE; name = pe_json_get_next (json, name))
    if (pe_json_get_kind (json, name) == PE_JSON_STRING
        && pe_import_is_named (text, pe_json_get_text (json, name, NULL)))
      return TRUE;
  return FALSE;
}

/* The mapping of a kind, or PE_JSON_NONE. */
static pe_json_index
find_mapping (const pe_import *self, const char *id)
{
  const pe_json *json = self->mapping;
  pe_json_index  tables = json != NULL ? get_member (json, 0, "tables") : PE_JSON_NONE;

  if (tables == PE_JSON_NONE || pe_json_get_kind (json, tables) != PE_JSON_ARRAY)
    return PE_JSON_NONE;
  for (pe_json_index table = pe_json_get_first (json, tables); table != PE_JSON_NONE;
       table = pe_json_get_next (json, table))
    {
      const pe_json_index name = get_member (json, table, "table");

      if (name != PE_JSON_NONE && pe_json_get_kind (json, name) == PE_JSON_STRING
          && strcmp (pe_json_get_text (json, name, NULL), id) == 0)
        return table;
    }
  return PE_JSON_NONE;
}

/* Kinds */

static gboolean
is_kind (const pe_import *self, pe_sheet kind, const char *name)
{
  const pe_json_index mapping = find_mapping (self, pe_sheet_get_id (kind));

  return pe_import_is_named (name, pe_sheet_get_name (kind, PE_LANGUAGE_ZH))
         || pe_import_is_named (name, pe_sheet_get_name (kind, PE_LANGUAGE_EN))
         || pe_import_is_named (name, pe_sheet_get_id (kind)) || pe_import_is_named (name, pe_sheet_get_aliases (kind))
         || (mapping != PE_JSON_NONE && lists_name (self->mapping, get_member (self->mapping, mapping, "names"), name));
}

/* "上年预算", "上年-预算": of the year before. */
static const char *
skip_prior (const char *name, uint32_t *prior)
{
  for (;;)
    {
      if (starts_with (name, PE_SHEET_PRIOR_ZH))
        name += strlen (PE_SHEET_PRIOR_ZH);
      else if (g_ascii_strncasecmp (name, PE_SHEET_PRIOR_EN, strlen (PE_SHEET_PRIOR_EN)) == 0)
        name += strlen (PE_SHEET_PRIOR_EN);
      else
        return name;
      ++*prior;
      while (*name == '-' || *name == ' ' || *name == '_')
        name++;
    }
}

/* Columns */

/* How sure a header names a column: one column's id may be the name of another. */
typedef enum
{
  BY_NAME,
  BY_MAPPING,
  BY_ALIAS,
  BY_ID,
  N_WAYS
} naming;

static gboolean
is_mapped (const pe_import *self, const pe_import_table *table, const char *id, const char *header)
{
  pe_json_index mapping = find_mapping (self, pe_sheet_get_id (table->kind));

  if (mapping != PE_JSON_NONE)
    mapping = get_member (self->mapping, mapping, "columns");
  return mapping != PE_JSON_NONE && lists_name (self->mapping, get_member (self->mapping, mapping, id), header);
}

static gboolean
is_column (const pe_import *self, const pe_import_table *table, size_t index, const char *header, naming way)
{
  const pe_sheet_column column = pe_sheet_get_column (table->kind, index);

  switch (way)
    {
    case BY_NAME:
      return pe_import_is_named (header, column.name_zh) || pe_import_is_named (header, column.name_en);
    case BY_MAPPING:
      return is_mapped (self, table, column.id, header);
    case BY_ALIAS:
      return pe_import_is_named (header, column.aliases);
    default:
      return pe_import_is_named (header, column.id);
    }
}

/* Whether a header is that of a register's column: its id letter by letter, or any of its names. */
static gboolean
is_register_column (pe_import *self, const pe_import_table *definition, const pe_stored_row *row, const char *header,
                    gboolean by_id, pe_buffer *buffer)
{
  if (by_id)
    return strcmp (header, pe_import_get_text (self, definition, row, 2, buffer)) == 0;
  return pe_import_is_named (header, pe_import_get_text (self, definition, row, 2, buffer))
         || pe_import_is_named (header, pe_import_get_text (self, definition, row, 3, buffer));
}

/* The rows of a register have the columns that its definition gives. They are looked up for each header. */
static void
list_definition (pe_import *self, pe_import_table *table)
{
  const pe_import_table *definition = pe_import_find (self, PE_SHEET_REGISTER_COLUMNS, table->prior);
  pe_buffer              buffer = PE_BUFFER_INIT;
  pe_status              status = PE_OK;

  for (size_t i = definition->first_row; table->definition.size < PE_REGISTER_MAX_COLUMNS && status == PE_OK
                                         && i < pe_tables_table (self->tables, definition->table)->n_rows;
       i++)
    if (strcmp (pe_import_get_text (self, definition, pe_tables_row (self->tables, definition->table, i), 0, &buffer),
                table->register_id)
        == 0)
      status = pe_vector_push (&table->definition, &i);
  if (status != PE_OK)
    self->status = status;
  pe_buffer_clear (&buffer);
}

/* By id, else by name. */
static size_t
find_register_column (pe_import *self, const pe_import_table *table, const char *header, gboolean by_id)
{
  const pe_import_table *definition = pe_import_find (self, PE_SHEET_REGISTER_COLUMNS, table->prior);
  pe_buffer              buffer = PE_BUFFER_INIT;
  size_t                 found = G_MAXSIZE;

  for (size_t i = 0; found == G_MAXSIZE && i < table->definition.size; i++)
    if (is_register_column (
            self, definition,
            pe_tables_row (self->tables, definition->table, *pe_vector_at (&table->definition, const size_t, i)),
            header, by_id, &buffer))
      found = i;
  pe_buffer_clear (&buffer);
  return found;
}

static size_t
find_column (pe_import *self, const pe_import_table *table, const char *header)
{
  if (table->kind == PE_SHEET_REGISTER)
    {
      const size_t found = find_register_column (self, table, header, TRUE);

      return found != G_MAXSIZE ? found : find_register_column (self, table, header, FALSE);
    }
  for (naming way = BY_NAME; way < N_WAYS; way++)
    for (size_t i = 0; i < pe_sheet_get_n_columns (table->kind); i++)
      if (is_column (self, table, i, header, way))
        return i;
  return G_MAXSIZE;
}

/* How many cells of a row begin in a column or before it. */
static size_t
count_before (const pe_import *self, const pe_stored_row *row, uint32_t column)
{
  size_t low = 0, high = row->n_cells;

  while (low < high)
    {
      const size_t middle = low + (high - low) / 2;

      if (pe_tables_cell (self->tables, row, middle)->column <= column)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* What stands above a cell, in a header of two rows: in the same column, or merged over it. */
static const pe_stored_cell *
find_above (const pe_import *self, const pe_stored_row *above, uint32_t column, gboolean *spans)
{
  const size_t          n = above != NULL ? count_before (self, above, column) : 0;
  const pe_stored_cell *cell = n > 0 ? pe_tables_cell (self->tables, above, n - 1) : NULL;

  *spans = cell != NULL && cell->columns > 1;
  return cell != NULL && column < cell->column + cell->columns ? cell : NULL;
}

/* The column whose header is in two rows, one above the other: 预算数 over 年初. */
static size_t
find_by_both (pe_import *self, const pe_import_table *table, const char *text, const char *upper)
{
  pe_buffer both = PE_BUFFER_INIT;
  size_t    index = G_MAXSIZE;

  squeeze (get_name (text, strlen (text)), &both);
  squeeze (get_name (upper, strlen (upper)), &both);
  pe_buffer_add_char (&both, '\0');
  if (both.status == PE_OK)
    index = find_column (self, table, both.data);
  else
    self->status = PE_ERROR_NO_MEMORY;
  pe_buffer_clear (&both);
  return index;
}

/* The header over a column may be in the row, in the row above, or both together. */
static size_t
find_by_rows (pe_import *self, const pe_import_table *table, const pe_stored_row *above, const pe_stored_cell *cell,
              pe_unit *unit)
{
  gboolean              spans;
  const pe_stored_cell *upper = find_above (self, above, cell->column, &spans);
  const char           *text = pe_tables_text (self->tables, cell);
  const size_t          index = find_column (self, table, text);

  *unit = find_unit_in (text);
  if (upper != NULL && *unit == PE_UNIT_NONE)
    *unit = find_unit_in (pe_tables_text (self->tables, upper));
  if (index == G_MAXSIZE && upper != NULL && spans)
    return find_by_both (self, table, text, pe_tables_text (self->tables, upper));
  return index;
}

/* How many headers of the kind a row has. */
static size_t
count_headers (pe_import *self, const pe_import_table *table, size_t index)
{
  const pe_stored_row *row = pe_tables_row (self->tables, table->table, index);
  const pe_stored_row *above = index > 0 ? pe_tables_row (self->tables, table->table, index - 1) : NULL;
  size_t               n = 0;
  pe_unit              unit;

  for (size_t i = 0; i < row->n_cells; i++)
    n += find_by_rows (self, table, above, pe_tables_cell (self->tables, row, i), &unit) != G_MAXSIZE;
  return n;
}

static gboolean
find_header_row (pe_import *self, const pe_import_table *table, size_t *out)
{
  const size_t n = MIN (pe_tables_table (self->tables, table->table)->n_rows, HEADER_ROWS_MAX);
  size_t       best = 0;

  for (size_t i = 0; i < n; i++)
    {
      const size_t found = count_headers (self, table, i);

      if (found > best)
        {
          best = found;
          *out = i;
        }
    }
  return best > 0;
}

/* "单位：万元" above the table. */
static pe_unit
find_unit_above (pe_import *self, const pe_import_table *table, size_t header, uint32_t *number, uint64_t *line)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  pe_unit   unit = PE_UNIT_NONE;

  for (size_t i = 0; i < header && unit == PE_UNIT_NONE; i++)
    {
      const pe_stored_row *row = pe_tables_row (self->tables, table->table, i);

      for (size_t k = 0; k < row->n_cells && unit == PE_UNIT_NONE; k++)
        {
          const char *text = pe_tables_text (self->tables, pe_tables_cell (self->tables, row, k)), *found;

          buffer.size = 0;
          squeeze ((letters) { text, text + strlen (text) }, &buffer);
          pe_buffer_add_char (&buffer, '\0');
          if (buffer.status != PE_OK)
            self->status = PE_ERROR_NO_MEMORY;
          found = buffer.status == PE_OK ? strstr (buffer.data, "单位") : NULL;
          if (found != NULL)
            unit = unit_in (found, strlen (found));
          *number = row->number;
          *line = row->line;
        }
    }
  pe_buffer_clear (&buffer);
  return unit;
}

static gboolean
is_money_column (const pe_import_table *table, size_t index)
{
  return table->kind != PE_SHEET_REGISTER && pe_sheet_get_column (table->kind, index).type == PE_COLUMN_MONEY;
}

static void
add_column (pe_import *self, pe_import_table *table, const pe_stored_row *row, const pe_stored_cell *cell, size_t index,
            pe_unit unit, const pe_import_column *above)
{
  pe_import_column column = { cell->column, row->number, index, unit, row->number, row->line };

  for (size_t i = 0; i < table->columns.size; i++)
    if (pe_vector_at (&table->columns, const pe_import_column, i)->index == index)
      {
        column.unit_number = pe_vector_at (&table->columns, const pe_import_column, i)->header;
        pe_import_report (self, PE_ERROR_COLUMN_DUPLICATE, table, row->line, row->number, cell->column, "name",
                          pe_tables_text (self->tables, cell), NULL);
        return;
      }
  if (unit == PE_UNIT_NONE && is_money_column (table, index))
    {
      column.unit = above->unit;
      column.unit_number = above->unit_number;
      column.unit_line = above->unit_line;
    }
  if (pe_vector_push (&table->columns, &column) != PE_OK)
    self->status = PE_ERROR_NO_MEMORY;
}

static void
read_header (pe_import *self, pe_import_table *table, size_t header)
{
  const pe_stored_row *row = pe_tables_row (self->tables, table->table, header);
  const pe_stored_row *above = header > 0 ? pe_tables_row (self->tables, table->table, header - 1) : NULL;
  pe_import_column     unit_above = { 0, 0, 0, PE_UNIT_NONE, 0, 0 };

  unit_above.unit = find_unit_above (self, table, header, &unit_above.unit_number, &unit_above.unit_line);
  for (size_t i = 0; i < row->n_cells; i++)
    {
      const pe_stored_cell *cell = pe_tables_cell (self->tables, row, i);
      pe_unit               unit;
      const size_t          index = find_by_rows (self, table, above, cell, &unit);

      if (index != G_MAXSIZE)
        add_column (self, table, row, cell, index, unit, &unit_above);
      else
        pe_import_report (self, PE_WARNING_COLUMN_UNUSED, table, row->line, row->number, cell->column, "name",
                          pe_tables_text (self->tables, cell), "table", pe_import_table_name (self, table), NULL);
    }
  /* Headers that only the row above has: merged downwards. */
  for (size_t i = 0; above != NULL && i < above->n_cells; i++)
    {
      const pe_stored_cell *cell = pe_tables_cell (self->tables, above, i);
      const char           *text = pe_tables_text (self->tables, cell);
      const size_t          index = find_column (self, table, text);

      if (index != G_MAXSIZE && cell->columns == 1 && pe_tables_find_cell (self->tables, row, cell->column) == NULL)
        add_column (self, table, above, cell, index, find_unit_in (text), &unit_above);
    }
  table->first_row = header + 1;
}

/* The rows of a table without a column that every row needs say nothing more. */
static void
check_required (pe_import *self, pe_import_table *table, const pe_stored_row *row)
{
  const size_t n_rows = pe_tables_table (self->tables, table->table)->n_rows;

  for (size_t i = 0; table->kind != PE_SHEET_REGISTER && i < pe_sheet_get_n_columns (table->kind); i++)
    {
      const pe_sheet_column column = pe_sheet_get_column (table->kind, i);
      gboolean              found = !column.is_required;

      for (size_t k = 0; k < table->columns.size && !found; k++)
        found = pe_vector_at (&table->columns, const pe_import_column, k)->index == i;
      if (found)
        continue;
      pe_import_report (self, PE_ERROR_COLUMN_MISSING, table, row != NULL ? row->line : 0,
                        row != NULL ? row->number : 0, 0, "name", column.name_zh, "table",
                        pe_import_table_name (self, table), NULL);
      table->first_row = n_rows;
    }
}

/* Items below each other: the first column names them. */
static void
read_pairs (pe_import *self, pe_import_table *table)
{
  for (size_t i = 0; i < pe_tables_table (self->tables, table->table)->n_rows; i++)
    {
      const pe_stored_row  *row = pe_tables_row (self->tables, table->table, i);
      const pe_stored_cell *cell = pe_tables_cell (self->tables, row, 0);
      const char           *text = pe_tables_text (self->tables, cell);
      const size_t          index = find_column (self, table, text);
      pe_import_column      column = { row->number, row->number, index, find_unit_in (text), row->number, row->line };

      if (index == G_MAXSIZE && row->n_cells > 1 && !pe_import_is_named (text, "项目|内容|item"))
        pe_import_report (self, PE_WARNING_COLUMN_UNUSED, table, row->line, row->number, cell->column, "name", text,
                          "table", pe_import_table_name (self, table), NULL);
      if (index == G_MAXSIZE)
        continue;
      for (size_t k = 0; k < table->columns.size; k++)
        if (pe_vector_at (&table->columns, const pe_import_column, k)->index == index)
          pe_import_report (self, PE_ERROR_COLUMN_DUPLICATE, table, row->line, row->number, cell->column, "name", text,
                            NULL);
      if (pe_vector_push (&table->columns, &column) != PE_OK)
        self->status = PE_ERROR_NO_MEMORY;
    }
  check_required (self, table, NULL);
}

static void
read_columns (pe_import *self, pe_import_table *table)
{
  size_t header = 0;

  if (table->kind != PE_SHEET_REGISTER && pe_sheet_get_shape (table->kind) == PE_TABLE_PAIRS)
    {
      read_pairs (self, table);
      return;
    }
  if (pe_tables_table (self->tables, table->table)->n_rows == 0)
    return;
  if (find_header_row (self, table, &header))
    {
      read_header (self, table, header);
      check_required (self, table, pe_tables_row (self->tables, table->table, header));
      return;
    }
  table->first_row = pe_tables_table (self->tables, table->table)->n_rows;
  check_required (self, table, pe_tables_row (self->tables, table->table, 0));
}

/* Tables */

/* Behind PE_SHEET_REGISTER_ZH or _EN stands an id that would else be the name of another table. */
static const char *
skip_register (const char *name)
{
  if (starts_with (name, PE_SHEET_REGISTER_ZH))
    return name + strlen (PE_SHEET_REGISTER_ZH);
  return starts_with (name, PE_SHEET_REGISTER_EN) ? name + strlen (PE_SHEET_REGISTER_EN) : name;
}

/* Whether a table is that of a register: its id letter by letter, or any of its names. */
static gboolean
is_register (const char *name, const char *id, const char *title, gboolean by_id)
{
  if (id[0] == '\0')
    return FALSE;
  if (by_id)
    return strcmp (name, id) == 0 || strcmp (skip_register (name), id) == 0;
  return pe_import_is_named (name, id) || pe_import_is_named (name, title);
}

static gboolean
find_register (pe_import *self, const char *name, uint32_t prior, gboolean by_id, char **id)
{
  const pe_import_table *definition = pe_import_find (self, PE_SHEET_REGISTER_COLUMNS, prior);
  pe_buffer              buffer = PE_BUFFER_INIT, of_row = PE_BUFFER_INIT;
  gboolean               found = FALSE;

  for (size_t i = definition != NULL ? definition->first_row : 0;
       definition != NULL && !found && i < pe_tables_table (self->tables, definition->table)->n_rows; i++)
    {
      const pe_stored_row *row = pe_tables_row (self->tables, definition->table, i);
      const char          *title = pe_import_get_text (self, definition, row, 1, &buffer);
      const char          *its = pe_import_get_text (self, definition, row, 0, &of_row);

      found = is_register (name, its, title, by_id);
      if (found)
        {
          *id = pe_buffer_steal (&of_row);
          found = *id != NULL;
          if (!found)
            self->status = PE_ERROR_NO_MEMORY;
        }
    }
  pe_buffer_clear (&buffer);
  pe_buffer_clear (&of_row);
  return found;
}

/* Two registers may differ in case alone, and one may be called what another has for its id. */
gboolean
pe_import_is_register (pe_import *self, const char *name, uint32_t prior, char **id)
{
  return find_register (self, name, prior, TRUE, id) || find_register (self, name, prior, FALSE, id);
}

/* A table that was found before and is of the same kind, or of the same register. */
static const pe_import_table *
find_twin (const pe_import *self, const pe_import_table *table)
{
  if (table->kind != PE_SHEET_REGISTER)
    return pe_import_find (self, table->kind, table->prior);
  for (size_t i = 0; i < self->list.size; i++)
    {
      const pe_import_table *other = pe_vector_at (&self->list, const pe_import_table, i);

      if (other->kind == PE_SHEET_REGISTER && other->prior == table->prior
          && strcmp (other->register_id, table->register_id) == 0)
        return other;
    }
  return NULL;
}

static void
add_table (pe_import *self, pe_import_table *table)
{
  const pe_import_table *other = find_twin (self, table);

  table->columns = (pe_vector) PE_VECTOR_INIT (pe_import_column);
  table->definition = (pe_vector) PE_VECTOR_INIT (size_t);
  if (other != NULL)
    {
      pe_import_report (self, PE_ERROR_TABLE_DUPLICATE, table, 0, 0, 0, "name", pe_import_table_name (self, table),
                        NULL);
      g_free (table->register_id);
      return;
    }
  if (table->kind == PE_SHEET_REGISTER)
    list_definition (self, table);
  read_columns (self, table);
  if (pe_vector_push (&self->list, table) != PE_OK)
    {
      pe_vector_clear (&table->columns);
      pe_vector_clear (&table->definition);
      g_free (table->register_id);
      self->status = PE_ERROR_NO_MEMORY;
    }
}

/* Registers come last: the other tables say which there are. */
static void
recognise_one (pe_import *self, size_t index, gboolean registers)
{
  pe_import_table table = { .table = index, .kind = PE_N_SHEETS };
  const char     *name = skip_prior (pe_tables_table (self->tables, index)->name, &table.prior);

  for (size_t kind = 0; kind < PE_N_SHEETS; kind++)
    if (is_kind (self, (pe_sheet) kind, name))
      {
        table.kind = (pe_sheet) kind;
        if (!registers)
          add_table (self, &table);
        return;
      }
  if (!registers)
    return;
  if (pe_import_is_register (self, name, table.prior, &table.register_id))
    add_table (self, &table);
  else
    pe_import_report (self, PE_WARNING_TABLE_UNUSED, &table, 0, 0, 0, "name", pe_import_table_name (self, &table),
                      NULL);
}

/* The unit that the head says for amounts, in either language. */
static pe_unit
find_money_unit (const pe_import *self, const pe_import_table *head)
{
  const pe_sheet_column about = pe_sheet_get_column (PE_SHEET_HEAD, PE_SHEET_HEAD_MONEY_UNIT);
  pe_unit               unit = PE_UNIT_NONE;

  for (size_t i = 0; i < head->columns.size; i++)
    {
      const pe_import_column *item = pe_vector_at (&head->columns, const pe_import_column, i);

      for (size_t k = 0;
           item->index == PE_SHEET_HEAD_MONEY_UNIT && k < pe_tables_table (self->tables, head->table)->n_rows; k++)
        {
          const pe_stored_row  *row = pe_tables_row (self->tables, head->table, k);
          const pe_stored_cell *content = pe_import_get_content (self, row);
          const char           *text = content != NULL ? pe_tables_text (self->tables, content) : "";
          const char           *word = pe_sheet_column_find_word (&about, text);

          if (row->number == item->number)
            pe_unit_parse (&unit, word != NULL ? word : text, strlen (word != NULL ? word : text), NULL);
        }
    }
  return unit;
}

/* What the head of a year says of amounts without a unit, and whether a tree's rows say how deep they stand. */
static void
settle_table (pe_import *self, pe_import_table *table)
{
  const size_t           level = table->kind == PE_SHEET_ROWS ? 1 : 0;
  const pe_import_table *head = pe_import_find (self, PE_SHEET_HEAD, table->prior);

  table->by_indent = table->kind == PE_SHEET_BUDGET || table->kind == PE_SHEET_ROWS;
  for (size_t i = 0; i < table->columns.size; i++)
    if (pe_vector_at (&table->columns, const pe_import_column, i)->index == level)
      table->by_indent = FALSE;
  if (head != NULL)
    table->money_unit = find_money_unit (self, head);
}

void
pe_import_recognise (pe_import *self)
{
  for (size_t i = 0; i < self->tables->tables.size && self->status == PE_OK; i++)
    recognise_one (self, i, FALSE);
  for (size_t i = 0; i < self->tables->tables.size && self->status == PE_OK; i++)
    recognise_one (self, i, TRUE);
  for (size_t i = 0; i < self->list.size; i++)
    settle_table (self, pe_vector_at (&self->list, pe_import_table, i));
}
