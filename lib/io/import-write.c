/* import-write.c - the document that tables stand for
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../model/register-private.h"
#include "import-private.h"
#include "row-index-private.h"

#define FORMAT "perfeval-dossier/1"

/* Of the kinds' columns (table-kind.c). */
enum
{
  GROUP_INDEX = 0,
  FACT_NAME_INDEX = 1,
  FACT_VALUE_INDEX = 2,
  REGISTER_TITLE_INDEX = 1
};

static size_t
count_rows (const pe_import *self, const pe_import_table *table)
{
  return pe_tables_table (self->tables, table->table)->n_rows;
}

/* Whether a row is a record. */
static gboolean
is_record (const pe_import *self, const pe_import_table *table, const pe_stored_row *row)
{
  gboolean any = FALSE;

  for (size_t i = 0; i < table->columns.size && !any; i++)
    any = pe_tables_find_cell (self->tables, row, pe_vector_at (&table->columns, const pe_import_column, i)->number)
          != NULL;
  return any && !pe_import_is_total (self, table, row) && !pe_import_is_note (self, table, row);
}

/* Members */

static void
note_blank (pe_import *self, const pe_import_table *table, const pe_stored_row *row, const pe_import_column *column,
            const char *member, const char *name)
{
  const pe_cell_blank blank
      = { self->record, member, name, { 0, table->table, row->line, row->number, column->number } };

  if (self->status == PE_OK && pe_cell_map_add_blank (&self->map, &blank) != PE_OK)
    self->status = PE_ERROR_NO_MEMORY;
}

static void
write_member (pe_import *self, pe_import_table *table, const pe_stored_row *row, size_t index, const char *name)
{
  const pe_sheet_column about = pe_sheet_get_column (table->kind, index);
  pe_import_column     *column = NULL;
  const pe_stored_cell *cell = pe_import_get_cell (self, table, row, index, &column);

  if (cell == NULL && column != NULL && about.is_required)
    note_blank (self, table, row, column, name != NULL ? name : about.id, about.name_zh);
  /* The name of an indicator beside its code is for the eye. */
  if (cell == NULL || (table->kind == PE_SHEET_DECLARED && strcmp (about.id, "title") == 0))
    return;
  pe_json_writer_name (&self->json, name != NULL ? name : about.id);
  pe_import_value (self, table, row, column, &about, cell);
}

static void
write_members (pe_import *self, pe_import_table *table, const pe_stored_row *row, size_t from, size_t to)
{
  for (size_t i = from; i < to && self->status == PE_OK; i++)
    write_member (self, table, row, i, NULL);
}

/* A cell beyond the columns that have headers says something that nobody would hear. */
static void
check_unnamed (pe_import *self, const pe_import_table *table, const pe_stored_row *row)
{
  uint32_t header = 0, last = 0;

  for (size_t i = 0; i < table->columns.size; i++)
    {
      header = MAX (header, pe_vector_at (&table->columns, const pe_import_column, i)->header);
      last = MAX (last, pe_vector_at (&table->columns, const pe_import_column, i)->number);
    }
  for (size_t i = row->n_cells; i-- > 0;)
    {
      const pe_stored_cell *cell = pe_tables_cell (self->tables, row, i);
      char                  excerpt[PE_EXCERPT_SIZE];

      if (cell->column <= last)
        return;
      for (size_t k = 0; k < table->first_row; k++)
        if (pe_tables_find_cell (self->tables, pe_tables_row (self->tables, table->table, k), cell->column) != NULL)
          return;
      pe_import_report (self, PE_ERROR_CELL_UNNAMED, table, row->line, row->number, cell->column, "found",
                        pe_excerpt (excerpt, pe_tables_text (self->tables, cell), cell->length), NULL);
    }
}

static void
begin_record (pe_import *self, pe_import_table *table, const pe_stored_row *row)
{
  self->record = self->text.size;
  pe_import_origin (self, table, row, 0);
  pe_json_writer_begin_object (&self->json);
  check_unnamed (self, table, row);
  table->n_hidden += (row->flags & PE_CELL_HIDDEN) != 0;
}

/* Pairs */

static const pe_stored_row *
find_row (const pe_import *self, const pe_import_table *table, uint32_t number)
{
  for (size_t i = 0; i < count_rows (self, table); i++)
    if (pe_tables_row (self->tables, table->table, i)->number == number)
      return pe_tables_row (self->tables, table->table, i);
  return NULL;
}

/* In a table of pairs a column is a row, whose second cell is the content. FALSE where it stands empty, or is not there. */
static gboolean
write_pair (pe_import *self, pe_import_table *table, size_t index, const char *name)
{
  const pe_sheet_column about = pe_sheet_get_column (table->kind, index);

  for (size_t i = 0; i < table->columns.size; i++)
    {
      pe_import_column    *column = pe_vector_at (&table->columns, pe_import_column, i);
      const pe_stored_row *row = column->index == index ? find_row (self, table, column->number) : NULL;

      if (row == NULL || pe_import_get_content (self, row) == NULL)
        continue;
      pe_json_writer_name (&self->json, name != NULL ? name : about.id);
      pe_import_value (self, table, row, column, &about, pe_import_get_content (self, row));
      return TRUE;
    }
  return FALSE;
}

/* Trees: a row stands below the last one of the level above. */

typedef struct
{
  pe_import       *import;
  pe_import_table *table;
  const char      *below;     /* the name of the array below a record */
  uint32_t         depth;     /* how many records are open */
  uint64_t         has_below; /* a bit a level: its array is open */
} tree;

/* Closes records until there are no more than so many. */
static void
close_to (tree *self, uint32_t depth)
{
  while (self->depth > depth)
    {
      if ((self->has_below >> self->depth & 1) != 0)
        pe_json_writer_end_array (&self->import->json);
      self->has_below &= ~((uint64_t) 1 << self->depth);
      pe_json_writer_end_object (&self->import->json);
      self->depth--;
    }
}

/* Deeper the writer does not go, and no reader would. */
#define LEVELS_MAX 24

static void
open_record (tree *self, const pe_stored_row *row)
{
  uint32_t level = pe_import_get_level (self->import, self->table, row);

  if (level > self->depth + 1 || level > LEVELS_MAX)
    {
      pe_buffer found = PE_BUFFER_INIT, expected = PE_BUFFER_INIT;

      pe_buffer_add_uint (&found, level);
      pe_buffer_add_char (&found, '\0');
      pe_buffer_add_uint (&expected, MIN (self->depth + 1, LEVELS_MAX));
      pe_buffer_add_char (&expected, '\0');
      pe_import_report (self->import, PE_ERROR_LEVEL, self->table, row->line, row->number, 0, "found", found.data,
                        "expected", expected.data, NULL);
      pe_buffer_clear (&found);
      pe_buffer_clear (&expected);
      level = MIN (self->depth + 1, LEVELS_MAX);
    }
  close_to (self, level - 1);
  if (level > 1 && (self->has_below >> (level - 1) & 1) == 0)
    {
      pe_json_writer_name (&self->import->json, self->below);
      pe_json_writer_begin_array (&self->import->json);
      self->has_below |= (uint64_t) 1 << (level - 1);
    }
  self->depth = level;
  begin_record (self->import, self->table, row);
}

/* The budget */

static void
write_months (pe_import *self, pe_import_table *table, const pe_stored_row *row, size_t first)
{
  const pe_stored_cell *cells[PE_SHEET_MONTHS];
  pe_import_column     *columns[PE_SHEET_MONTHS];
  size_t                n = 0;

  for (size_t i = 0; i < PE_SHEET_MONTHS; i++)
    {
      cells[i] = pe_import_get_cell (self, table, row, first + i, &columns[i]);
      if (cells[i] != NULL)
        n = i + 1;
    }
  if (n == 0)
    return;
  pe_json_writer_name (&self->json, "months");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < n; i++)
    {
      const pe_sheet_column about = pe_sheet_get_column (table->kind, first + i);

      if (cells[i] != NULL)
        pe_import_value (self, table, row, columns[i], &about, cells[i]);
      else
        pe_json_writer_null (&self->json);
    }
  pe_json_writer_end_array (&self->json);
}

static void
write_lines (pe_import *self, pe_import_table *table)
{
  const size_t months = pe_sheet_get_n_columns (PE_SHEET_BUDGET) - PE_SHEET_MONTHS;
  tree         lines = { self, table, "lines", 0, 0 };

  pe_json_writer_name (&self->json, "lines");
  pe_import_origin (self, table, NULL, 0);
  pe_json_writer_begin_array (&self->json);
  for (size_t i = table->first_row; i < count_rows (self, table) && self->status == PE_OK; i++)
    {
      const pe_stored_row *row = pe_tables_row (self->tables, table->table, i);

      if (!is_record (self, table, row))
        continue;
      open_record (&lines, row);
      write_members (self, table, row, 1, months);
      write_months (self, table, row, months);
    }
  close_to (&lines, 0);
  pe_json_writer_end_array (&self->json);
}

/* {"abroad": {…}} */
static void
write_three_public (pe_import *self, pe_import_table *table)
{
  const pe_sheet_column about = pe_sheet_get_column (PE_SHEET_THREE_PUBLIC, 0);
  pe_buffer             buffer = PE_BUFFER_INIT;

  pe_json_writer_name (&self->json, "three_public");
  pe_import_origin (self, table, NULL, 0);
  pe_json_writer_begin_object (&self->json);
  for (size_t i = table->first_row; i < count_rows (self, table) && self->status == PE_OK; i++)
    {
      const pe_stored_row *row = pe_tables_row (self->tables, table->table, i);
      const char          *item = pe_import_get_text (self, table, row, 0, &buffer), *word;

      if (!is_record (self, table, row))
        continue;
      word = pe_sheet_column_find_word (&about, item);
      pe_import_origin (self, table, row, 0);
      pe_json_writer_name (&self->json, word != NULL ? word : item);
      begin_record (self, table, row);
      write_members (self, table, row, 1, pe_sheet_get_n_columns (PE_SHEET_THREE_PUBLIC));
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_object (&self->json);
  pe_buffer_clear (&buffer);
}

static void
write_budget (pe_import *self, uint32_t prior)
{
  pe_import_table *lines = pe_import_find (self, PE_SHEET_BUDGET, prior);
  pe_import_table *three_public = pe_import_find (self, PE_SHEET_THREE_PUBLIC, prior);

  if (lines == NULL && three_public == NULL)
    return;
  pe_json_writer_name (&self->json, "budget");
  pe_import_origin (self, lines != NULL ? lines : three_public, NULL, 0);
  pe_json_writer_begin_object (&self->json);
  if (lines != NULL)
    write_lines (self, lines);
  if (three_public != NULL)
    write_three_public (self, three_public);
  pe_json_writer_end_object (&self->json);
}

/* Records */

/* Rows of another table that stand below a record, by what they say of which. */
typedef struct below_rows
{
  pe_import_table *table;
  pe_row_index     index;
} below_rows;

typedef void (*write_below) (pe_import *self, const below_rows *below, pe_import_table *table,
                             const pe_stored_row *row);

static void
write_records (pe_import *self, pe_import_table *table, const char *name, const below_rows *below, write_below write)
{
  if (table == NULL)
    return;
  pe_json_writer_name (&self->json, name);
  pe_import_origin (self, table, NULL, 0);
  pe_json_writer_begin_array (&self->json);
  for (size_t i = table->first_row; i < count_rows (self, table) && self->status == PE_OK; i++)
    {
      const pe_stored_row *row = pe_tables_row (self->tables, table->table, i);

      if (!is_record (self, table, row))
        continue;
      begin_record (self, table, row);
      write_members (self, table, row, 0, pe_sheet_get_n_columns (table->kind));
      if (below != NULL)
        write (self, below, table, row);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
}

/* The lesser of what two ascending lists begin with, which is taken off both. */
static size_t
take_least (const size_t *lists[2], size_t n[2])
{
  const size_t least = n[1] == 0 || (n[0] > 0 && *lists[0] <= *lists[1]) ? *lists[0] : *lists[1];

  for (int i = 0; i < 2; i++)
    for (; n[i] > 0 && *lists[i] == least; n[i]--)
      lists[i]++;
  return least;
}

static void
write_payment (pe_import *self, pe_import_table *table, const pe_stored_row *payment)
{
  begin_record (self, table, payment);
  write_members (self, table, payment, 1, pe_sheet_get_n_columns (PE_SHEET_PAYMENTS));
  pe_json_writer_end_object (&self->json);
}

/* A payment stands below each procurement of the name that it gives, and may be far more values than its table has. FALSE, said
 * once: more than a document may have. */
static gboolean
has_room (pe_import *self, const pe_import_table *table, const pe_stored_row *payment, const char *name)
{
  const uint64_t more = 2 * pe_sheet_get_n_columns (PE_SHEET_PAYMENTS); /* where each came from is kept too */
  pe_buffer      limit = PE_BUFFER_INIT;

  if (self->n_below > self->limits.items)
    return FALSE;
  self->n_below += more;
  if (self->n_below <= self->limits.items)
    return TRUE;
  pe_buffer_add_uint (&limit, self->limits.items);
  pe_buffer_add_char (&limit, '\0');
  pe_import_report (self, PE_ERROR_LIMIT_ITEMS, table, payment->line, payment->number, 0, "text", name, "limit",
                    limit.data, NULL);
  pe_buffer_clear (&limit);
  return FALSE;
}

/* The payments that name the procurement by its number, or by its name. */
static void
write_payments (pe_import *self, const below_rows *below, pe_import_table *table, const pe_stored_row *row)
{
  pe_buffer     buffer = PE_BUFFER_INIT;
  const size_t *lists[2] = { NULL, NULL };
  size_t        n[2] = { 0, 0 };

  for (size_t i = 0; i < 2; i++)
    {
      const char *name = pe_import_get_text (self, table, row, i, &buffer);

      if (name[0] != '\0')
        lists[i] = pe_row_index_find (&below->index, name, &n[i]);
    }
  if (n[0] + n[1] == 0)
    {
      pe_buffer_clear (&buffer);
      return;
    }
  pe_json_writer_name (&self->json, "payments");
  pe_import_origin (self, below->table, NULL, 0);
  pe_json_writer_begin_array (&self->json);
  while (n[0] + n[1] > 0 && self->status == PE_OK)
    {
      const pe_stored_row *payment = pe_tables_row (self->tables, below->table->table, take_least (lists, n));

      if (!has_room (self, below->table, payment, pe_import_get_text (self, below->table, payment, 0, &buffer)))
        break;
      write_payment (self, below->table, payment);
    }
  pe_json_writer_end_array (&self->json);
  pe_buffer_clear (&buffer);
}

/* A payment that names no procurement would not be heard. */
static void
check_payments (pe_import *self, const pe_import_table *payments, const pe_import_table *procurement)
{
  const size_t columns[] = { 0, 1 };
  pe_buffer    of_payment = PE_BUFFER_INIT;
  pe_row_index index;

  pe_row_index_init (&index, self, procurement, columns, G_N_ELEMENTS (columns), NULL);
  for (size_t i = payments->first_row; i < count_rows (self, payments) && self->status == PE_OK; i++)
    {
      const pe_stored_row *payment = pe_tables_row (self->tables, payments->table, i);
      const char          *of = pe_import_get_text (self, payments, payment, 0, &of_payment);
      size_t               n = 0;

      if (of[0] != '\0')
        pe_row_index_find (&index, of, &n);
      if (n == 0 && is_record (self, payments, payment))
        pe_import_report (self, PE_ERROR_REFERENCE_UNKNOWN, payments, payment->line, payment->number, 0, "code", of,
                          NULL);
    }
  pe_buffer_clear (&of_payment);
  pe_row_index_clear (&index);
}

static void
write_procurement_records (pe_import *self, pe_import_table *records, pe_import_table *payments)
{
  const size_t column = 0;
  below_rows   below = { .table = payments };

  pe_row_index_init (&below.index, self, payments, &column, 1, NULL);
  write_records (self, records, "records", payments != NULL ? &below : NULL, write_payments);
  pe_row_index_clear (&below.index);
}

static void
write_procurement (pe_import *self, uint32_t prior)
{
  pe_import_table *records = pe_import_find (self, PE_SHEET_PROCUREMENT, prior);
  pe_import_table *summary = pe_import_find (self, PE_SHEET_SUMMARY, prior);
  pe_import_table *payments = pe_import_find (self, PE_SHEET_PAYMENTS, prior);

  if (payments != NULL)
    check_payments (self, payments, records);
  if (records == NULL && summary == NULL)
    return;
  pe_json_writer_name (&self->json, "procurement");
  pe_import_origin (self, records != NULL ? records : summary, NULL, 0);
  pe_json_writer_begin_object (&self->json);
  write_procurement_records (self, records, payments);
  if (summary != NULL)
    {
      pe_json_writer_name (&self->json, "summary");
      pe_import_origin (self, summary, NULL, 0);
      pe_json_writer_begin_object (&self->json);
      for (size_t i = 0; i < pe_sheet_get_n_columns (PE_SHEET_SUMMARY); i++)
        write_pair (self, summary, i, NULL);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_object (&self->json);
}

/* Assets: the day of the stocktake stands in the head. */

enum
{
  HEAD_NAME,
  HEAD_CODE,
  HEAD_YEAR,
  HEAD_KIND,
  HEAD_PLACE,
  HEAD_SOURCE,
  HEAD_MONEY_UNIT,
  HEAD_STOCKTAKE
};

static void
write_assets (pe_import *self, uint32_t prior)
{
  pe_import_table *records = pe_import_find (self, PE_SHEET_ASSETS, prior);
  pe_import_table *head = pe_import_find (self, PE_SHEET_HEAD, prior);

  if (records == NULL)
    return;
  pe_json_writer_name (&self->json, "assets");
  pe_import_origin (self, records, NULL, 0);
  pe_json_writer_begin_object (&self->json);
  if (head != NULL)
    write_pair (self, head, HEAD_STOCKTAKE, NULL);
  write_records (self, records, "records", NULL, NULL);
  pe_json_writer_end_object (&self->json);
}

/* Groups: rows that begin with the same code, in the order of its first row. */

typedef struct group
{
  const char   *key;
  const size_t *rows; /* ascending */
  size_t        n;
} group;

typedef void (*write_group) (pe_import *self, pe_import_table *table, const group *of);

static void
write_one_group (pe_import *self, pe_import_table *table, const group *of, write_group write)
{
  const pe_stored_row *row = pe_tables_row (self->tables, table->table, of->rows[0]);

  pe_import_origin (self, table, row, 0);
  pe_json_writer_name (&self->json, of->key);
  pe_import_origin (self, table, row, 0);
  write (self, table, of);
}

static void
write_groups (pe_import *self, pe_import_table *table, const char *name, write_group write)
{
  const size_t column = GROUP_INDEX;
  pe_buffer    buffer = PE_BUFFER_INIT;
  pe_row_index index;

  if (table == NULL)
    return;
  pe_json_writer_name (&self->json, name);
  pe_import_origin (self, table, NULL, 0);
  pe_json_writer_begin_object (&self->json);
  pe_row_index_init (&index, self, table, &column, 1, is_record);
  for (size_t i = table->first_row; i < count_rows (self, table) && self->status == PE_OK; i++)
    {
      group of
          = { .key = pe_import_get_text (self, table, pe_tables_row (self->tables, table->table, i), column, &buffer) };

      of.rows = pe_row_index_find (&index, of.key, &of.n);
      if (of.n > 0 && of.rows[0] == i)
        write_one_group (self, table, &of, write);
    }
  pe_row_index_clear (&index);
  pe_json_writer_end_object (&self->json);
  pe_buffer_clear (&buffer);
}

static void
write_facts_of (pe_import *self, pe_import_table *table, const group *of)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_json_writer_begin_object (&self->json);
  for (size_t i = 0; i < of->n && self->status == PE_OK; i++)
    {
      const pe_stored_row *row = pe_tables_row (self->tables, table->table, of->rows[i]);

      check_unnamed (self, table, row);
      table->n_hidden += (row->flags & PE_CELL_HIDDEN) != 0;
      pe_import_origin (self, table, row, 0);
      write_member (self, table, row, FACT_VALUE_INDEX,
                    pe_import_get_text (self, table, row, FACT_NAME_INDEX, &buffer));
    }
  pe_json_writer_end_object (&self->json);
  pe_buffer_clear (&buffer);
}

static void
write_rows_of (pe_import *self, pe_import_table *table, const group *of)
{
  tree rows = { self, table, "rows", 0, 0 };

  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < of->n && self->status == PE_OK; i++)
    {
      const pe_stored_row *row = pe_tables_row (self->tables, table->table, of->rows[i]);

      open_record (&rows, row);
      write_members (self, table, row, 2, pe_sheet_get_n_columns (PE_SHEET_ROWS));
    }
  close_to (&rows, 0);
  pe_json_writer_end_array (&self->json);
}

/* Registers */

static pe_import_table *
find_register (const pe_import *self, uint32_t prior, const char *id)
{
  for (size_t i = 0; i < self->list.size; i++)
    {
      pe_import_table *table = pe_vector_at (&self->list, pe_import_table, i);

      if (table->kind == PE_SHEET_REGISTER && table->prior == prior && strcmp (table->register_id, id) == 0)
        return table;
    }
  return NULL;
}

/* The type of a register's column, by the word of its definition. */
static int32_t
register_type (const char *word)
{
  static const struct
  {
    const char *word;
    int32_t     type;
  } types[] = { { "number", PE_COLUMN_NUMBER }, { "date", PE_COLUMN_DATE }, { "boolean", PE_COLUMN_TRUTH } };

  for (size_t i = 0; word != NULL && i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i].word, word) == 0)
      return types[i].type;
  return PE_COLUMN_TEXT;
}

/* A row of a register by its definition's columns; what lies beyond is refused by the definition. */
typedef struct register_cell
{
  const pe_stored_cell *cell; /* nullable */
  pe_import_column     *column;
} register_cell;

static void
find_cells (const pe_import *self, const pe_import_table *table, const pe_stored_row *row,
            register_cell out[PE_REGISTER_MAX_COLUMNS])
{
  memset (out, 0, PE_REGISTER_MAX_COLUMNS * sizeof *out);
  for (size_t i = 0; i < table->columns.size; i++)
    {
      pe_import_column *column = pe_vector_at (&table->columns, pe_import_column, i);

      if (column->index < PE_REGISTER_MAX_COLUMNS && out[column->index].column == NULL)
        out[column->index] = (register_cell) { pe_tables_find_cell (self->tables, row, column->number), column };
    }
}

static void
write_register_row (pe_import *self, pe_import_table *definition, const group *of, pe_import_table *table,
                    const pe_stored_row *row)
{
  const pe_sheet_column type = pe_sheet_get_column (PE_SHEET_REGISTER_COLUMNS, 4);
  pe_buffer             buffer = PE_BUFFER_INIT, name = PE_BUFFER_INIT;
  register_cell         cells[PE_REGISTER_MAX_COLUMNS];

  begin_record (self, table, row);
  find_cells (self, table, row, cells);
  for (size_t i = 0; i < MIN (of->n, PE_REGISTER_MAX_COLUMNS); i++)
    {
      const pe_stored_row *about_row = pe_tables_row (self->tables, definition->table, of->rows[i]);
      pe_sheet_column      about = { NULL, NULL, NULL, PE_COLUMN_TEXT, FALSE, NULL, 0, NULL, NULL, NULL };

      if (cells[i].cell == NULL)
        continue;
      about.type = register_type (
          pe_sheet_column_find_word (&type, pe_import_get_text (self, definition, about_row, 4, &buffer)));
      pe_json_writer_name (&self->json, pe_import_get_text (self, definition, about_row, 2, &name));
      pe_import_value (self, table, row, cells[i].column, &about, cells[i].cell);
    }
  pe_json_writer_end_object (&self->json);
  pe_buffer_clear (&buffer);
  pe_buffer_clear (&name);
}

static void
write_register_rows (pe_import *self, pe_import_table *definition, const group *of, pe_import_table *table)
{
  pe_json_writer_name (&self->json, "rows");
  pe_import_origin (self, table, NULL, 0);
  pe_json_writer_begin_array (&self->json);
  for (size_t i = table->first_row; i < count_rows (self, table) && self->status == PE_OK; i++)
    if (is_record (self, table, pe_tables_row (self->tables, table->table, i)))
      write_register_row (self, definition, of, table, pe_tables_row (self->tables, table->table, i));
  pe_json_writer_end_array (&self->json);
}

static void
write_register (pe_import *self, pe_import_table *definition, const group *of)
{
  pe_import_table *table = find_register (self, definition->prior, of->key);

  pe_json_writer_begin_object (&self->json);
  write_member (self, definition, pe_tables_row (self->tables, definition->table, of->rows[0]), REGISTER_TITLE_INDEX,
                NULL);
  pe_json_writer_name (&self->json, "columns");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < of->n; i++)
    {
      const pe_stored_row *row = pe_tables_row (self->tables, definition->table, of->rows[i]);

      begin_record (self, definition, row);
      write_members (self, definition, row, 2, pe_sheet_get_n_columns (PE_SHEET_REGISTER_COLUMNS));
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
  if (table != NULL)
    write_register_rows (self, definition, of, table);
  pe_json_writer_end_object (&self->json);
}

/* The whole */

/* An item whose content stands empty; one that is not there at all was reported by its name. */
static void
report_blank (pe_import *self, const pe_import_table *table, size_t index)
{
  for (size_t i = 0; i < table->columns.size; i++)
    {
      const pe_import_column *column = pe_vector_at (&table->columns, const pe_import_column, i);
      const pe_stored_row    *row = column->index == index ? find_row (self, table, column->number) : NULL;

      if (row == NULL)
        continue;
      pe_import_report (self, PE_ERROR_MEMBER_MISSING, table, row->line, row->number,
                        pe_tables_cell (self->tables, row, 0)->column + pe_tables_cell (self->tables, row, 0)->columns,
                        "name", pe_sheet_get_column (table->kind, index).name_zh, NULL);
      return;
    }
}

/* So that the rest is read all the same, something stands for what is missing. */
static void
write_required (pe_import *self, pe_import_table *head, size_t index, const char *name, const char *instead)
{
  if (write_pair (self, head, index, name))
    return;
  report_blank (self, head, index);
  if (index == HEAD_YEAR)
    pe_json_writer_member_int (&self->json, name, 2000 - (int64_t) head->prior);
  else
    pe_json_writer_member_string (&self->json, name, instead);
}

/* Every amount has a unit of its own in the document: that of its header goes before that of the dossier. */
static void
check_money_unit (pe_import *self, const pe_import_table *head)
{
  for (size_t i = 0; i < head->columns.size; i++)
    {
      const pe_import_column *column = pe_vector_at (&head->columns, const pe_import_column, i);
      const pe_stored_row    *row = column->index == HEAD_MONEY_UNIT ? find_row (self, head, column->number) : NULL;
      const pe_stored_cell   *cell = row != NULL ? pe_import_get_content (self, row) : NULL;
      char                    excerpt[PE_EXCERPT_SIZE];

      if (cell != NULL && head->money_unit != PE_UNIT_YUAN && head->money_unit != PE_UNIT_WAN_YUAN
          && head->money_unit != PE_UNIT_YI_YUAN)
        pe_import_report (self, PE_ERROR_UNIT_UNKNOWN, head, row->line, row->number, cell->column, "found",
                          pe_excerpt (excerpt, pe_tables_text (self->tables, cell), cell->length), "expected",
                          "元 万元 亿元", NULL);
    }
}

static void
write_head (pe_import *self, uint32_t prior)
{
  pe_import_table *head = pe_import_find (self, PE_SHEET_HEAD, prior);

  if (prior == 0)
    pe_json_writer_member_string (&self->json, "format", FORMAT);
  if (head == NULL)
    return;
  pe_json_writer_name (&self->json, "unit");
  pe_import_origin (self, head, NULL, 0);
  pe_json_writer_begin_object (&self->json);
  write_required (self, head, HEAD_NAME, "name", "-");
  write_pair (self, head, HEAD_CODE, "code");
  pe_json_writer_end_object (&self->json);
  write_required (self, head, HEAD_YEAR, "fiscal_year", NULL);
  write_required (self, head, HEAD_KIND, "kind", "department");
  write_pair (self, head, HEAD_PLACE, NULL);
  write_pair (self, head, HEAD_SOURCE, NULL);
  check_money_unit (self, head);
}

static gboolean
has_year (const pe_import *self, uint32_t prior)
{
  for (size_t i = 0; i < self->list.size; i++)
    if (pe_vector_at (&self->list, const pe_import_table, i)->prior == prior)
      return TRUE;
  return FALSE;
}

static void
write_year (pe_import *self, uint32_t prior)
{
  write_head (self, prior);
  write_budget (self, prior);
  write_procurement (self, prior);
  write_assets (self, prior);
  write_groups (self, pe_import_find (self, PE_SHEET_REGISTER_COLUMNS, prior), "registers", write_register);
  write_groups (self, pe_import_find (self, PE_SHEET_FACTS, prior), "facts", write_facts_of);
  write_groups (self, pe_import_find (self, PE_SHEET_ROWS, prior), "rows", write_rows_of);
  write_records (self, pe_import_find (self, PE_SHEET_DECLARED, prior), "declared", NULL, NULL);
  write_records (self, pe_import_find (self, PE_SHEET_READINGS, prior), "readings", NULL, NULL);
  write_records (self, pe_import_find (self, PE_SHEET_ADJUSTMENTS, prior), "adjustments", NULL, NULL);
  write_records (self, pe_import_find (self, PE_SHEET_EVENTS, prior), "events", NULL, NULL);
  write_records (self, pe_import_find (self, PE_SHEET_NARRATIVE, prior), "narrative", NULL, NULL);
}

/* Years before that a dossier can have: the document nests no deeper than a reader takes. */
#define PRIOR_MAX 8

/* A table of a year to which none of the year after leads. */
static void
check_years (pe_import *self, uint32_t depth)
{
  for (size_t i = 0; i < self->list.size; i++)
    {
      const pe_import_table *table = pe_vector_at (&self->list, const pe_import_table, i);

      if (table->prior > depth)
        pe_import_report (self, PE_ERROR_TABLE_MISSING, table, 0, 0, 0, "name", PE_SHEET_PRIOR_ZH "基本情况", NULL);
    }
}

void
pe_import_write (pe_import *self)
{
  uint32_t depth = 0;

  pe_json_writer_begin_object (&self->json);
  write_year (self, 0);
  while (depth < PRIOR_MAX && has_year (self, depth + 1))
    {
      pe_json_writer_name (&self->json, "prior");
      pe_json_writer_begin_object (&self->json);
      write_year (self, ++depth);
    }
  for (uint32_t i = 0; i <= depth; i++)
    pe_json_writer_end_object (&self->json);
  pe_json_writer_end_document (&self->json);
  check_years (self, depth);
}
