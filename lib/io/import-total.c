/* import-total.c - which rows are totals, and whether they are right
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../model/money-private.h"
#include "import-private.h"

#define TOTALS "合计|总计|共计|合计数|total|sum"
#define SUBTOTALS "小计|subtotal"

/* The text that a row begins with, "" for another kind of cell. */
static const char *
first_text (const pe_import *self, const pe_stored_row *row)
{
  const pe_stored_cell *cell = pe_tables_cell (self->tables, row, 0);

  return cell->kind == PE_CELL_TEXT ? pe_tables_text (self->tables, cell) : "";
}

/* A number of the list may stand before it. */
static gboolean
row_is (const pe_import *self, const pe_stored_row *row, const char *list)
{
  for (size_t i = 0; i < MIN (row->n_cells, 2); i++)
    {
      const pe_stored_cell *cell = pe_tables_cell (self->tables, row, i);

      if (cell->length <= 30 && pe_import_is_named (pe_tables_text (self->tables, cell), list))
        return TRUE;
    }
  return FALSE;
}

gboolean
pe_import_is_total (const pe_import *self, const pe_import_table *table, const pe_stored_row *row)
{
  if (table->kind != PE_SHEET_REGISTER && pe_sheet_get_shape (table->kind) == PE_TABLE_PAIRS)
    return FALSE;
  /* A line of the budget whose category says that it is the total is a record. Its column is the third: level, name. */
  if (table->kind == PE_SHEET_BUDGET && pe_import_get_cell (self, table, row, 2, NULL) != NULL)
    return FALSE;
  return row_is (self, row, TOTALS "|" SUBTOTALS);
}

/* "注：…", "填表人：…" below a table. */
gboolean
pe_import_is_note (const pe_import *self, const pe_import_table *table, const pe_stored_row *row)
{
  static const char *const beginnings[]
      = { "注：", "注:", "说明：", "说明:", "备注：", "备注:", "填表人", "填报人", "制表", "审核人" };
  const char *text = first_text (self, row);

  (void) table;
  for (size_t i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (strncmp (text, beginnings[i], strlen (beginnings[i])) == 0)
      return row->n_cells <= 2;
  return FALSE;
}

/* Blanks before a name, as offices indent: two, or a full-width one, a level. */
static uint32_t
indent_of (const char *text)
{
  uint32_t half = 0;

  for (; g_unichar_isspace (g_utf8_get_char (text)); text = g_utf8_next_char (text))
    half += g_utf8_get_char (text) == 0x3000 ? 2 : 1;
  return half / 2;
}

uint32_t
pe_import_get_level (const pe_import *self, const pe_import_table *table, const pe_stored_row *row)
{
  const size_t level_index = table->kind == PE_SHEET_ROWS ? 1 : 0, name_index = table->kind == PE_SHEET_ROWS ? 2 : 1;
  pe_import_column     *column = NULL;
  const pe_stored_cell *cell = pe_import_get_cell (self, table, row, level_index, &column);
  uint32_t              level = 0;

  if (column != NULL)
    {
      const char *text = cell != NULL ? pe_tables_text (self->tables, cell) : "1";

      for (; g_ascii_isdigit (*text) && level < 1000; text++)
        level = level * 10 + (uint32_t) (*text - '0');
      return MAX (level, 1);
    }
  cell = pe_import_get_cell (self, table, row, name_index, NULL);
  return 1 + (cell != NULL ? indent_of (pe_tables_text (self->tables, cell)) : 0);
}

/* Totals */

static void
report_total (pe_import *self, pe_status code, const pe_import_table *table, const pe_stored_row *row,
              const pe_import_column *column, const pe_figure *total, const pe_figure *sum, pe_unit from)
{
  char total_text[PE_DECIMAL_PRINT_SIZE], sum_text[PE_DECIMAL_PRINT_SIZE];

  pe_decimal_print (total_text, sizeof total_text, &total->value, NULL);
  pe_decimal_print (sum_text, sizeof sum_text, &sum->value, NULL);
  pe_import_report (self, code, table, row->line, row->number, column->number, "total", total_text, "sum", sum_text,
                    "from", from != PE_UNIT_NONE ? pe_unit_get_name (from) : NULL, "to",
                    from != PE_UNIT_NONE ? pe_unit_get_name (sum->unit) : NULL, NULL);
}

/* Whether the sum, taken for one in another unit, is the total as far as that is printed. */
static gboolean
is_in_unit (const pe_figure *sum, const pe_figure *total, pe_unit unit)
{
  pe_figure  other = *sum;
  pe_decimal rounded;
  int32_t    order;

  other.unit = unit;
  return pe_figure_convert (&other, &other, sum->unit, NULL) == PE_OK
         && pe_decimal_quantize (&rounded, &other.value, total->value.scale, PE_ROUND_HALF_UP, NULL) == PE_OK
         && pe_decimal_compare (&order, &rounded, &total->value, NULL) == PE_OK && order == 0;
}

/* An amount below a column without one is not the sum of anything, and would be lost with its row. */
static void
refuse_total_of_nothing (pe_import *self, const pe_import_table *table, const pe_stored_row *row,
                         const pe_import_column *column, const pe_figure *total)
{
  const pe_figure nothing = { { 0, 0, 0 }, total->unit, 0 };

  if (total->value.coefficient != 0)
    report_total (self, PE_ERROR_TOTAL_MISMATCH, table, row, column, total, &nothing, PE_UNIT_NONE);
}

static void
compare (pe_import *self, const pe_import_table *table, const pe_stored_row *row, const pe_import_column *column,
         const pe_money_sum *sum, const pe_stored_cell *cell)
{
  static const pe_unit units[] = { PE_UNIT_YUAN, PE_UNIT_WAN_YUAN, PE_UNIT_YI_YUAN };
  pe_figure            total, added;

  if (!pe_import_get_amount (self, table, column, cell, &total))
    return;
  if (!sum->has_value)
    {
      refuse_total_of_nothing (self, table, row, column, &total);
      return;
    }
  if (pe_money_sum_compare (sum, &total) == 0 || pe_money_sum_get (sum, &added, NULL) != PE_OK
      || pe_figure_convert (&total, &total, added.unit, NULL) != PE_OK)
    return;
  if (total.value.coefficient == 0)
    {
      report_total (self, PE_ERROR_TOTAL_ZERO, table, row, column, &total, &added, PE_UNIT_NONE);
      return;
    }
  for (size_t i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i] != added.unit && is_in_unit (&added, &total, units[i]))
      {
        report_total (self, PE_ERROR_TOTAL_UNIT, table, row, column, &total, &added, units[i]);
        return;
      }
  report_total (self, PE_ERROR_TOTAL_MISMATCH, table, row, column, &total, &added, PE_UNIT_NONE);
}

static void
check_column (pe_import *self, const pe_import_table *table, const pe_import_column *column)
{
  const gboolean is_tree = table->kind == PE_SHEET_BUDGET;
  pe_unit        unit = column->unit != PE_UNIT_NONE ? column->unit : table->money_unit;
  pe_money_sum   all, part;

  if (unit == PE_UNIT_NONE)
    unit = PE_UNIT_YUAN;
  pe_money_sum_init (&all, unit);
  pe_money_sum_init (&part, unit);
  for (size_t i = table->first_row; i < pe_tables_table (self->tables, table->table)->n_rows; i++)
    {
      const pe_stored_row  *row = pe_tables_row (self->tables, table->table, i);
      const pe_stored_cell *cell = pe_tables_find_cell (self->tables, row, column->number);
      pe_figure             amount;

      if (pe_import_is_note (self, table, row))
        continue;
      if (pe_import_is_total (self, table, row))
        {
          const gboolean is_part = row_is (self, row, SUBTOTALS);

          if (cell != NULL)
            compare (self, table, row, column, is_part ? &part : &all, cell);
          pe_money_sum_clear (&part);
          pe_money_sum_init (&part, unit);
        }
      else if (cell != NULL && (!is_tree || pe_import_get_level (self, table, row) == 1)
               && pe_import_get_amount (self, table, column, cell, &amount))
        {
          pe_money_sum_add (&all, &amount);
          pe_money_sum_add (&part, &amount);
        }
    }
  pe_money_sum_clear (&all);
  pe_money_sum_clear (&part);
}

static gboolean
has_totals (const pe_import *self, const pe_import_table *table)
{
  for (size_t i = table->first_row; i < pe_tables_table (self->tables, table->table)->n_rows; i++)
    if (pe_import_is_total (self, table, pe_tables_row (self->tables, table->table, i)))
      return TRUE;
  return FALSE;
}

void
pe_import_check_totals (pe_import *self, pe_import_table *table)
{
  if (!has_totals (self, table))
    return;
  for (size_t i = 0; i < table->columns.size; i++)
    {
      const pe_import_column *column = pe_vector_at (&table->columns, const pe_import_column, i);

      if (table->kind != PE_SHEET_REGISTER && pe_sheet_get_column (table->kind, column->index).type == PE_COLUMN_MONEY)
        check_column (self, table, column);
    }
}
