/* reporting-forms.c - the standard forms: what they ask for, in the order in which they ask
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/dossier.h>
#include <string.h>

#include "reporting-private.h"

#define LEVELS 3 /* 一级、二级、三级指标 */

/* A line of a form of indicators: a node without nodes below it, and the nodes above it. */
typedef struct
{
  size_t  node;
  size_t  above[LEVELS]; /* of each level but the last; SIZE_MAX where the tree is not so deep */
  pe_node about;
} form_line;

static gboolean
get_node (pe_reporting *self, pe_node *out, size_t index)
{
  pe_node_init (out, sizeof *out);
  return pe_reporting_check (self, pe_evaluation_get_node (out, self->evaluation, index, self->error));
}

/* Nodes are numbered as they are printed: one has others below it when the next is deeper. */
static gboolean
has_below (pe_reporting *self, size_t index, uint32_t depth)
{
  pe_node next;

  return index + 1 < pe_evaluation_get_n_nodes (self->evaluation) && get_node (self, &next, index + 1)
         && next.depth > depth;
}

/* The nodes above, from the first level down; the deepest that have no column of their own are left out. */
static void
find_above (pe_reporting *self, form_line *line)
{
  size_t  index = line->node;
  pe_node node = line->about;

  for (size_t i = 0; i < LEVELS; i++)
    line->above[i] = SIZE_MAX;
  while (node.depth > 1)
    {
      index = node.parent;
      if (!get_node (self, &node, index))
        return;
      if (node.depth >= 1 && node.depth < LEVELS)
        line->above[node.depth - 1] = index;
    }
}

static gboolean
list_lines (pe_reporting *self, pe_vector *out)
{
  for (size_t i = 1; self->status == PE_OK && i < pe_evaluation_get_n_nodes (self->evaluation); i++)
    {
      form_line line = { .node = i };

      if (!get_node (self, &line.about, i) || has_below (self, i, line.about.depth))
        continue;
      find_above (self, &line);
      if (pe_vector_push (out, &line) != PE_OK)
        (void) pe_reporting_fail (self);
    }
  return self->status == PE_OK;
}

/* Whether two lines have the same nodes at a level and at all levels above it. */
static gboolean
is_same_above (const form_line *a, const form_line *b, size_t level)
{
  for (size_t i = 0; i <= level; i++)
    if (a->above[i] != b->above[i])
      return FALSE;
  return TRUE;
}

/* Over how many lines from one on the same nodes stand at a level and above. */
static guint
count_same (const pe_vector *lines, size_t first, size_t level)
{
  const form_line *here = pe_vector_at (lines, const form_line, first);
  guint            n = 0;

  for (size_t i = first; i < lines->size && is_same_above (pe_vector_at (lines, const form_line, i), here, level); i++)
    n++;
  return n;
}

static void
add_text_cell (pe_reporting *self, pe_doc_row *row, pe_doc_align align, const char *text, const char *target)
{
  pe_doc_cell_add_text (self->document, pe_doc_row_add_cell (self->document, row, align, 1, 1),
                        text != NULL ? text : "", target, FALSE);
}

/* The nodes above a line, each once for all lines that it stands over. */
static void
add_above (pe_reporting *self, pe_doc_row *row, const pe_vector *lines, size_t index)
{
  const form_line *line = pe_vector_at (lines, const form_line, index);

  for (size_t level = 0; level + 1 < LEVELS; level++)
    {
      pe_node      node;
      pe_doc_cell *cell;

      if (index > 0 && is_same_above (line - 1, line, level))
        continue;
      cell = pe_doc_row_add_cell (self->document, row, PE_DOC_LEFT, 1, count_same (lines, index, level));
      if (line->above[level] != SIZE_MAX && get_node (self, &node, line->above[level]))
        pe_doc_cell_add_text (self->document, cell, pe_reporting_choose (self, node.name_zh, node.name_en), NULL,
                              FALSE);
    }
}

static gboolean
find_row (pe_reporting *self, const form_line *line, pe_row *out)
{
  pe_row_init (out, sizeof *out);
  return line->about.row >= 0 && pe_dossier_get_row (out, self->dossier, (size_t) line->about.row, NULL) == PE_OK;
}

/* A figure that the rule of a line took, by the name of its argument; owned, NULL where it took none. */
static char *
find_input (pe_reporting *self, const form_line *line, const char *name)
{
  pe_input input;

  pe_input_init (&input, sizeof input);
  for (size_t i = 0; i < pe_evaluation_get_n_inputs (self->evaluation, line->node); i++)
    if (pe_evaluation_get_input (&input, self->evaluation, line->node, i, NULL) == PE_OK && input.name != NULL
        && strcmp (input.name, name) == 0)
      return input.text != NULL ? g_strdup (input.text)
                                : pe_reporting_print_with_unit (self, &input.figure, input.unit);
  return NULL;
}

static char *
print_target (pe_reporting *self, const form_line *line)
{
  pe_row row;

  if (find_row (self, line, &row))
    return pe_reporting_print_target (self, &row);
  return find_input (self, line, "target");
}

/* The rate of a line that is scored by a measure: what it took are amounts; owned, NULL where it has none. */
static char *
print_measured (pe_reporting *self, const form_line *line)
{
  pe_input input;
  pe_text *rate = NULL;
  char    *out = NULL;

  pe_input_init (&input, sizeof input);
  if (pe_evaluation_get_input (&input, self->evaluation, line->node, 0, NULL) == PE_OK && input.measure != NULL
      && pe_reporting_is_there (self, pe_evaluation_print_rate (&rate, self->evaluation, line->node, NULL)))
    out = g_strdup (pe_text_get_data (rate));
  pe_text_unref (rate);
  return out;
}

static char *
print_actual (pe_reporting *self, const form_line *line)
{
  pe_row row;

  if (!find_row (self, line, &row))
    {
      char *rate = print_measured (self, line);

      return rate != NULL ? rate : find_input (self, line, "actual");
    }
  return row.actual_text != NULL ? g_strdup (row.actual_text)
                                 : pe_reporting_print_with_unit (self, &row.actual, row.unit);
}

/* Why points were lost: what the office says, and what the ledger says. */
static char *
print_reasons (pe_reporting *self, const form_line *line)
{
  pe_row row;
  char  *ledger = pe_reporting_join_reasons (self, line->node), *both;

  if (!find_row (self, line, &row) || row.reason == NULL)
    return ledger;
  both = g_strconcat (row.reason, ledger[0] != '\0' ? "\n" : "", ledger, NULL);
  g_free (ledger);
  return both;
}

static void
add_owned (pe_reporting *self, pe_doc_row *row, pe_doc_align align, char *text, const char *target)
{
  add_text_cell (self, row, align, text, target);
  g_free (text);
}

/* The sign and the unit of a row, as the form of Yunnan asks for them in columns of their own. */
static void
add_nature (pe_reporting *self, pe_doc_row *out, const form_line *line)
{
  static const char *const signs[] = { "", "≥", "≤", "=", "<", ">", "" };
  pe_row                   row;
  const gboolean           is_row = find_row (self, line, &row);

  add_text_cell (self, out, PE_DOC_CENTRE, is_row ? signs[CLAMP (row.sign, 0, 6)] : "", NULL);
  add_text_cell (self, out, PE_DOC_CENTRE, is_row ? row.unit : "", NULL);
}

static const char *
get_standard (pe_reporting *self, const form_line *line)
{
  pe_indicator indicator;

  pe_indicator_init (&indicator, sizeof indicator);
  if (line->about.indicator < 0
      || pe_rulebook_get_indicator (&indicator, self->rulebook, (size_t) line->about.indicator, NULL) != PE_OK)
    return NULL;
  return pe_reporting_choose (self, indicator.standard_zh, indicator.standard_en);
}

static void
add_line (pe_reporting *self, pe_doc_table *table, const pe_vector *lines, size_t index, pe_report_table kind)
{
  const form_line *line = pe_vector_at (lines, const form_line, index);
  pe_doc_row      *row = pe_doc_table_add_row (self->document, table);
  char            *target = pe_reporting_name_node (self, line->node);

  add_above (self, row, lines, index);
  add_text_cell (self, row, PE_DOC_LEFT, pe_reporting_choose (self, line->about.name_zh, line->about.name_en), NULL);
  if (kind == PE_REPORT_TABLE_STANDARDS)
    add_text_cell (self, row, PE_DOC_LEFT, get_standard (self, line), NULL);
  if (kind == PE_REPORT_TABLE_NATURES)
    add_nature (self, row, line);
  if (kind != PE_REPORT_TABLE_STANDARDS)
    {
      add_owned (self, row, PE_DOC_CENTRE, print_target (self, line), NULL);
      add_owned (self, row, PE_DOC_CENTRE, print_actual (self, line), target);
    }
  add_owned (self, row, PE_DOC_RIGHT, pe_reporting_print_points (self, line->node, PE_POINTS_FULL_MARKS), NULL);
  add_owned (self, row, PE_DOC_RIGHT, pe_reporting_print_points (self, line->node, PE_POINTS_SCORE), target);
  add_owned (self, row, PE_DOC_LEFT, print_reasons (self, line), NULL);
  g_free (target);
}

/* 总分, over all columns but the marks, the score and the remark. */
static void
add_total (pe_reporting *self, pe_doc_table *table)
{
  pe_doc_row  *row = pe_doc_table_add_row (self->document, table);
  pe_doc_cell *name
      = pe_doc_row_add_cell (self->document, row, PE_DOC_CENTRE, table != NULL ? table->n_columns - 3 : 1, 1);
  char *target = pe_reporting_name_node (self, 0);

  pe_doc_cell_add_text (self->document, name, self->language == PE_LANGUAGE_EN ? "Total" : "总分", NULL, TRUE);
  add_owned (self, row, PE_DOC_RIGHT, pe_reporting_print_points (self, 0, PE_POINTS_FULL_MARKS), NULL);
  add_owned (self, row, PE_DOC_RIGHT, pe_reporting_print_points (self, 0, PE_POINTS_SCORE), target);
  add_text_cell (self, row, PE_DOC_LEFT, "", NULL);
  g_free (target);
}

void
pe_reporting_add_indicators (pe_reporting *self, const pe_report_item *item)
{
  static const pe_report_column plain[] = {
    { "一级指标", "Level 1", 10 },   { "二级指标", "Level 2", 10 },
    { "三级指标", "Level 3", 20 },   { "年度指标值", "Target", 12 },
    { "实际完成值", "Reached", 12 }, { "分值", "Marks", 6 },
    { "得分", "Score", 12 },         { "偏差原因分析及改进措施", "Why it deviates, and what is done", 23 },
  };
  static const pe_report_column natures[] = {
    { "一级指标", "Level 1", 9 },    { "二级指标", "Level 2", 9 },
    { "三级指标", "Level 3", 17 },   { "指标性质", "Sign", 6 },
    { "度量单位", "Unit", 6 },       { "年度指标值", "Target", 11 },
    { "实际完成值", "Reached", 11 }, { "分值", "Marks", 6 },
    { "得分", "Score", 12 },         { "偏差原因分析及改进措施", "Why it deviates, and what is done", 18 },
  };
  static const pe_report_column standards[] = {
    { "一级指标", "Level 1", 10 },
    { "二级指标", "Level 2", 10 },
    { "三级指标", "Level 3", 18 },
    { "评分标准", "Rule", 28 },
    { "分值", "Marks", 6 },
    { "自评得分", "Score", 12 },
    { "扣分原因和其他说明", "Reasons of deductions and remarks", 20 },
  };
  pe_vector     lines = PE_VECTOR_INIT (form_line);
  pe_doc_table *table;

  if (item->choice == PE_REPORT_TABLE_NATURES)
    table = pe_reporting_begin_table (self, item, natures, G_N_ELEMENTS (natures));
  else if (item->choice == PE_REPORT_TABLE_STANDARDS)
    table = pe_reporting_begin_table (self, item, standards, G_N_ELEMENTS (standards));
  else
    table = pe_reporting_begin_table (self, item, plain, G_N_ELEMENTS (plain));
  if (list_lines (self, &lines))
    for (size_t i = 0; i < lines.size; i++)
      add_line (self, table, &lines, i, (pe_report_table) item->choice);
  add_total (self, table);
  pe_vector_clear (&lines);
}

/* The node that a rate of execution was scored at; SIZE_MAX where none was. */
static size_t
find_execution (pe_reporting *self)
{
  const size_t node = pe_reporting_find_measure (self, "budget.execution_rate");

  return node != SIZE_MAX ? node : pe_reporting_find_measure (self, "budget.execution_rate_initial");
}

static void
add_money_line (pe_reporting *self, pe_doc_table *table, const pe_budget_line *line, size_t scored)
{
  pe_doc_row      *row = pe_doc_table_add_row (self->document, table);
  const pe_figure *base = line->adjusted.state == PE_STATE_VALUE ? &line->adjusted : &line->initial;
  char            *target = scored != SIZE_MAX ? pe_reporting_name_node (self, scored) : NULL;

  add_text_cell (self, row, PE_DOC_LEFT, line->name, NULL);
  add_owned (self, row, PE_DOC_RIGHT, pe_reporting_print_figure (self, &line->initial), NULL);
  add_owned (self, row, PE_DOC_RIGHT, pe_reporting_print_figure (self, &line->adjusted), NULL);
  add_owned (self, row, PE_DOC_RIGHT, pe_reporting_print_figure (self, &line->executed), NULL);
  add_owned (self, row, PE_DOC_RIGHT,
             scored != SIZE_MAX ? pe_reporting_print_points (self, scored, PE_POINTS_FULL_MARKS) : NULL, NULL);
  add_owned (self, row, PE_DOC_RIGHT, pe_reporting_print_rate (self, &line->executed, base), target);
  add_owned (self, row, PE_DOC_RIGHT,
             scored != SIZE_MAX ? pe_reporting_print_points (self, scored, PE_POINTS_SCORE) : NULL, target);
  g_free (target);
}

/* 项目资金: the first line is scored, those below it say where it came from. */
void
pe_reporting_add_money (pe_reporting *self, const pe_report_item *item)
{
  static const pe_report_column columns[] = {
    { "项目资金", "Funds", 22 },
    { "年初预算数", "Initial", 16 },
    { "全年预算数（A）", "Adjusted (A)", 16 },
    { "全年执行数（B）", "Executed (B)", 16 },
    { "分值", "Marks", 8 },
    { "执行率（B/A）", "Rate (B/A)", 12 },
    { "得分", "Score", 10 },
  };
  const pe_budget *budget = pe_dossier_get_budget (self->dossier);
  pe_doc_table    *table = pe_reporting_begin_table (self, item, columns, G_N_ELEMENTS (columns));
  pe_budget_line   line;

  pe_budget_line_init (&line, sizeof line);
  for (size_t i = 0; self->status == PE_OK && i < pe_budget_get_n_lines (budget); i++)
    if (pe_reporting_check (self, pe_budget_get_line (&line, budget, i, self->error)))
      add_money_line (self, table, &line, i == 0 ? find_execution (self) : SIZE_MAX);
}

/* The paragraphs of a section, one below the other, or where they are missing; owned. */
static char *
join_narrative (pe_reporting *self, const char *section)
{
  pe_writing   out = PE_WRITING_INIT;
  pe_narrative narrative;
  char        *text;

  pe_narrative_init (&narrative, sizeof narrative);
  for (size_t i = 0; i < pe_dossier_get_n_narratives (self->dossier); i++)
    if (pe_dossier_get_narrative (&narrative, self->dossier, i, NULL) == PE_OK
        && strcmp (narrative.section, section) == 0)
      pe_writing_add_all (&out, out.bytes.size > 0 ? "\n" : "", narrative.text, NULL);
  if (out.bytes.size == 0)
    pe_writing_add_all (&out,
                        self->language == PE_LANGUAGE_EN ? "[not written yet: narrative “" : "〔待填写：文字说明“",
                        section, self->language == PE_LANGUAGE_EN ? "”]" : "”〕", NULL);
  pe_writing_add_bytes (&out, "", 1);
  if (out.failed)
    (void) pe_reporting_fail (self);
  text = out.failed ? NULL : pe_vector_steal (&out.bytes, NULL);
  pe_writing_clear (&out);
  return text;
}

void
pe_reporting_add_goals (pe_reporting *self, const pe_report_item *item)
{
  static const pe_report_column columns[]
      = { { "预期目标", "What was planned", 50 }, { "实际完成情况", "What was done", 50 } };
  pe_doc_table *table = pe_reporting_begin_table (self, item, columns, G_N_ELEMENTS (columns));
  pe_doc_row   *row = pe_doc_table_add_row (self->document, table);

  add_owned (self, row, PE_DOC_LEFT, join_narrative (self, "goals"), NULL);
  add_owned (self, row, PE_DOC_LEFT, join_narrative (self, "done"), NULL);
}

static void
add_pair (pe_reporting *self, pe_doc_row *row, const char *name, const char *text)
{
  pe_doc_cell *head = pe_doc_row_add_cell (self->document, row, PE_DOC_CENTRE, 1, 1);

  if (head != NULL)
    head->header = TRUE;
  pe_doc_cell_add_text (self->document, head, name, NULL, FALSE);
  add_text_cell (self, row, PE_DOC_LEFT, text, NULL);
}

/* The head of a project's form. */
void
pe_reporting_add_project (pe_reporting *self, const pe_report_item *item)
{
  static const guint widths[] = { 15, 35, 15, 35 };
  const gboolean     english = self->language == PE_LANGUAGE_EN;
  pe_doc_table      *table = pe_report_add_table (
      self->document, pe_reporting_choose (self, item->zh, item->en), NULL, G_N_ELEMENTS (widths), widths, 0);
  pe_doc_row     *row = pe_doc_table_add_row (self->document, table);
  pe_dossier_head head;
  char           *ministry = join_narrative (self, "authority"), *office = join_narrative (self, "implementer");

  pe_dossier_head_init (&head, sizeof head);
  if (pe_reporting_check (self, pe_dossier_get_head (&head, self->dossier, self->error)))
    {
      add_pair (self, row, english ? "Project" : "项目名称", head.unit_name);
      add_pair (self, row, english ? "Code" : "项目代码", head.unit_code);
      row = pe_doc_table_add_row (self->document, table);
      add_pair (self, row, english ? "Department" : "主管部门", ministry);
      add_pair (self, row, english ? "Carried out by" : "实施单位", office);
    }
  g_free (ministry);
  g_free (office);
}
