/* reporting-tables.c - the tables of a report
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/dossier.h>
#include <string.h>

#include "reporting-private.h"

static void
add_cell (pe_reporting *self, pe_doc_row *row, pe_doc_align align, const char *text, const char *target)
{
  pe_doc_cell_add_text (self->document, pe_doc_row_add_cell (self->document, row, align, 1, 1),
                        text != NULL ? text : "", target, FALSE);
}

/* Takes the text over. */
static void
add_number (pe_reporting *self, pe_doc_row *row, char *text, const char *target)
{
  add_cell (self, row, PE_DOC_RIGHT, text, target);
  g_free (text);
}

pe_doc_table *
pe_reporting_begin_table (pe_reporting *self, const pe_report_item *item, const pe_report_column *columns, guint n)
{
  guint         widths[16];
  pe_doc_table *table;
  pe_doc_row   *row;

  for (guint i = 0; i < n; i++)
    widths[i] = columns[i].width;
  table = pe_report_add_table (self->document, pe_reporting_choose (self, item->zh, item->en), NULL, n, widths, 1);
  row = pe_doc_table_add_row (self->document, table);
  for (guint i = 0; i < n; i++)
    add_cell (self, row, PE_DOC_CENTRE, pe_reporting_choose (self, columns[i].zh, columns[i].en), NULL);
  return table;
}

char *
pe_reporting_join_reasons (pe_reporting *self, size_t node)
{
  const pe_ledger *ledger = pe_evaluation_get_ledger (self->evaluation);
  GString         *all = g_string_new (NULL);

  for (size_t i = self->index.first[node]; self->status == PE_OK && i < self->index.first[node + 1]; i++)
    {
      pe_text *reason = NULL;

      if (!pe_reporting_check (
              self, pe_ledger_print_reason (&reason, ledger, self->index.entries[i], self->language, self->error)))
        break;
      g_string_append (all, all->len > 0 ? "\n" : "");
      g_string_append (all, pe_text_get_data (reason));
      pe_text_unref (reason);
    }
  return g_string_free (all, FALSE);
}

/* A dash where nothing was lost. */
static char *
print_lost (pe_reporting *self, size_t index)
{
  char *text = pe_reporting_print_points (self, index, PE_POINTS_LOST);

  if (g_strcmp0 (text, "0") != 0)
    return text;
  g_free (text);
  return g_strdup ("—");
}

static void
add_score_row (pe_reporting *self, pe_doc_table *table, size_t index, const pe_node *node, gboolean with_reason)
{
  pe_doc_row *row = pe_doc_table_add_row (self->document, table);
  const char *total = self->language == PE_LANGUAGE_EN ? "Total" : "总分";
  char       *target = pe_reporting_name_node (self, index);

  add_cell (self, row, PE_DOC_LEFT, node->code, NULL);
  add_cell (self, row, PE_DOC_LEFT, index == 0 ? total : pe_reporting_choose (self, node->name_zh, node->name_en),
            NULL);
  add_number (self, row, pe_reporting_print_points (self, index, PE_POINTS_FULL_MARKS), NULL);
  add_number (self, row, pe_reporting_print_points (self, index, PE_POINTS_SCORE), target);
  add_number (self, row, print_lost (self, index), target);
  if (with_reason)
    {
      char *reasons = pe_reporting_join_reasons (self, index);

      add_cell (self, row, PE_DOC_LEFT, reasons, NULL);
      g_free (reasons);
    }
  g_free (target);
}

/* Nodes down to a depth, the total last. */
static void
add_scores (pe_reporting *self, const pe_report_item *item, uint32_t depth, gboolean with_reason)
{
  static const pe_report_column columns[] = {
    { "编号", "Code", 8 },   { "指标", "Indicator", 24 }, { "满分", "Full marks", 8 },
    { "得分", "Score", 13 }, { "扣分", "Lost", 13 },      { "扣分原因", "Reasons", 34 },
  };
  pe_doc_table *table = pe_reporting_begin_table (self, item, columns, with_reason ? 6 : 5);
  const size_t  n = pe_evaluation_get_n_nodes (self->evaluation);
  pe_node       node;

  pe_node_init (&node, sizeof node);
  for (size_t i = 1; self->status == PE_OK && i <= n; i++)
    if (pe_reporting_check (self, pe_evaluation_get_node (&node, self->evaluation, i % n, self->error))
        && node.depth <= depth)
      add_score_row (self, table, i % n, &node, with_reason);
}

static char *
print_line_rate (pe_reporting *self, const pe_budget_line *line)
{
  const pe_figure *base = line->adjusted.state == PE_STATE_VALUE ? &line->adjusted : &line->initial;

  return pe_reporting_print_rate (self, &line->executed, base);
}

/* How deep a line lies; its number counts from 1. */
static guint
find_depth (const pe_budget *budget, uint32_t parent)
{
  pe_budget_line line;
  guint          depth = 0;

  pe_budget_line_init (&line, sizeof line);
  for (; parent != 0 && pe_budget_get_line (&line, budget, parent - 1, NULL) == PE_OK; parent = line.parent)
    depth++;
  return depth;
}

static void
add_budget_row (pe_reporting *self, pe_doc_table *table, const pe_budget *budget, const pe_budget_line *line)
{
  pe_doc_row *row = pe_doc_table_add_row (self->document, table);
  GString    *name = g_string_new (NULL);

  for (guint i = find_depth (budget, line->parent); i > 0; i--)
    g_string_append (name, "　");
  g_string_append (name, line->name);
  add_cell (self, row, PE_DOC_LEFT, name->str, NULL);
  add_number (self, row, pe_reporting_print_figure (self, &line->initial), NULL);
  add_number (self, row, pe_reporting_print_figure (self, &line->adjusted), NULL);
  add_number (self, row, pe_reporting_print_figure (self, &line->executed), NULL);
  add_number (self, row, print_line_rate (self, line), NULL);
  g_string_free (name, TRUE);
}

static void
add_budget (pe_reporting *self, const pe_report_item *item)
{
  static const pe_report_column columns[] = {
    { "项目", "Line", 30 },           { "年初预算数", "Initial", 18 }, { "全年预算数", "Adjusted", 18 },
    { "全年执行数", "Executed", 18 }, { "执行率", "Rate", 16 },
  };
  const pe_budget *budget = pe_dossier_get_budget (self->dossier);
  pe_doc_table    *table;
  pe_budget_line   line;

  if (pe_budget_get_n_lines (budget) == 0 && item->is_optional)
    return;
  table = pe_reporting_begin_table (self, item, columns, G_N_ELEMENTS (columns));
  pe_budget_line_init (&line, sizeof line);
  for (size_t i = 0; self->status == PE_OK && i < pe_budget_get_n_lines (budget); i++)
    if (pe_reporting_check (self, pe_budget_get_line (&line, budget, i, self->error)))
      add_budget_row (self, table, budget, &line);
}

/* The office's own word for what it counts stands before the library's. */
char *
pe_reporting_print_with_unit (pe_reporting *self, const pe_figure *figure, const char *unit)
{
  pe_figure bare = *figure;
  char     *number, *both;

  if (unit == NULL)
    return pe_reporting_print_figure (self, figure);
  bare.unit = PE_UNIT_NONE;
  number = pe_reporting_print_figure (self, &bare);
  both = number != NULL ? g_strconcat (number, unit, NULL) : NULL;
  g_free (number);
  return both;
}

char *
pe_reporting_print_target (pe_reporting *self, const pe_row *row)
{
  static const char *const signs[] = { "", "≥", "≤", "=", "<", ">", "" };
  const gboolean           changed = row->adjusted_target.state != PE_STATE_MISSING || row->adjusted_text != NULL;
  const char              *text = changed ? row->adjusted_text : row->target_text;
  char                    *number
      = text != NULL ? g_strdup (text)
                     : pe_reporting_print_with_unit (self, changed ? &row->adjusted_target : &row->target, row->unit);
  char *out = g_strconcat (signs[CLAMP (row->sign, 0, 6)], number != NULL ? number : "", NULL);

  g_free (number);
  return out;
}

static void
add_target_row (pe_reporting *self, pe_doc_table *table, size_t index, const pe_row *row)
{
  pe_doc_row  *line = pe_doc_table_add_row (self->document, table);
  char        *goal = pe_reporting_print_target (self, row);
  char        *actual = row->actual_text != NULL ? g_strdup (row->actual_text)
                                                 : pe_reporting_print_with_unit (self, &row->actual, row->unit);
  const size_t node = pe_reporting_find_row (self, index, row->slot);
  char        *anchor = node != SIZE_MAX ? pe_reporting_name_node (self, node) : NULL;

  add_cell (self, line, PE_DOC_LEFT, row->name, NULL);
  add_cell (self, line, PE_DOC_RIGHT, goal, NULL);
  add_cell (self, line, PE_DOC_RIGHT, actual, anchor);
  add_cell (self, line, PE_DOC_LEFT, row->reason, NULL);
  g_free (anchor);
  g_free (goal);
  g_free (actual);
}

static void
add_targets (pe_reporting *self, const pe_report_item *item)
{
  static const pe_report_column columns[] = {
    { "指标", "Indicator", 36 },
    { "年度指标值", "Target", 16 },
    { "实际完成值", "Reached", 16 },
    { "偏差原因分析及改进措施", "Why it deviates, and what is done", 32 },
  };
  pe_doc_table *table;
  pe_row        row;

  if (pe_dossier_get_n_rows (self->dossier) == 0 && item->is_optional)
    return;
  table = pe_reporting_begin_table (self, item, columns, G_N_ELEMENTS (columns));
  pe_row_init (&row, sizeof row);
  for (size_t i = 0; self->status == PE_OK && i < pe_dossier_get_n_rows (self->dossier); i++)
    if (pe_reporting_check (self, pe_dossier_get_row (&row, self->dossier, i, self->error)))
      add_target_row (self, table, i, &row);
}

static void
add_signatures (pe_reporting *self, const pe_report_item *item)
{
  static const pe_report_column columns[]
      = { { "填表人", "Filled in by", 25 },
          { "部门负责人", "Head of the department", 25 },
          { "联系电话", "Telephone", 25 },
          { "填报日期", "Date", 25 } };
  pe_doc_table *table = pe_reporting_begin_table (self, item, columns, G_N_ELEMENTS (columns));
  pe_doc_row   *row = pe_doc_table_add_row (self->document, table);

  for (size_t i = 0; i + 1 < G_N_ELEMENTS (columns); i++)
    add_cell (self, row, PE_DOC_LEFT, "\n", NULL);
  add_cell (self, row, PE_DOC_CENTRE, self->date, NULL);
}

void
pe_reporting_add_table (pe_reporting *self, const pe_report_item *item)
{
  switch ((pe_report_table) item->choice)
    {
    case PE_REPORT_TABLE_SCORES:
      add_scores (self, item, UINT32_MAX, TRUE);
      break;
    case PE_REPORT_TABLE_GROUPS:
      add_scores (self, item, 1, FALSE);
      break;
    case PE_REPORT_TABLE_BUDGET:
      add_budget (self, item);
      break;
    case PE_REPORT_TABLE_TARGETS:
      add_targets (self, item);
      break;
    case PE_REPORT_TABLE_SIGNATURES:
      add_signatures (self, item);
      break;
    case PE_REPORT_TABLE_INDICATORS:
    case PE_REPORT_TABLE_NATURES:
    case PE_REPORT_TABLE_STANDARDS:
      pe_reporting_add_indicators (self, item);
      break;
    case PE_REPORT_TABLE_MONEY:
      pe_reporting_add_money (self, item);
      break;
    case PE_REPORT_TABLE_GOALS:
      pe_reporting_add_goals (self, item);
      break;
    case PE_REPORT_TABLE_PROJECT:
      pe_reporting_add_project (self, item);
      break;
    }
}
