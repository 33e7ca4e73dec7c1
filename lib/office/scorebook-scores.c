/* scorebook-scores.c - the sheet of scores
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "scorebook-private.h"

/* Where the head stands; the rows of nodes begin in scorebook.c. */
enum
{
  TITLE_ROW = 0,
  STATUS_ROW = 1,
  CHECK_ROW = 2,
  HEADER_ROW = 3
};

/* In points. */
#define LINE_HEIGHT 14
#define HEIGHT_MOST 400
#define COMMENT_MOST 8000 /* characters; Excel shows no more of one */

/* In characters of Latin script; a Chinese one takes two. */
static const int widths[PE_BOOK_N_COLUMNS] = { 8, 28, 7, 30, 28, 10, 8, 8, 7, 30, 9, 8, 20 };

static void
set_page (pe_book *self, lxw_row_t last)
{
  worksheet_freeze_panes (self->scores, HEADER_ROW + 1, 2);
  worksheet_repeat_rows (self->scores, HEADER_ROW, HEADER_ROW);
  /* What the office prints; how the library comes in stands beside it on the screen. */
  worksheet_print_area (self->scores, 0, 0, last, PE_BOOK_REASON);
  pe_book_fit_page (self->scores);
}

static void
write_header (pe_book *self)
{
  static const char *const heads[PE_BOOK_N_COLUMNS][2]
      = { { "编码", "code" },     { "指标", "indicator" },          { "满分", "full marks" },  { "评分标准", "rule" },
          { "数据", "figures" },  { "规则得分", "points by rule" }, { "调整", "adjusted" },    { "得分", "score" },
          { "扣分", "lost" },     { "扣分原因", "reason" },         { "程序得分", "library" }, { "差额", "difference" },
          { "得分的来源", "how" } };
  for (size_t i = 0; i < PE_BOOK_N_COLUMNS; i++)
    {
      worksheet_set_column (self->scores, (lxw_col_t) i, (lxw_col_t) i, widths[i], NULL);
      pe_book_put_text (self, self->scores, HEADER_ROW, (lxw_col_t) i, heads[i][self->zh ? 0 : 1], PE_BOOK_HEADER);
    }
}

/* How many lines a text takes in a column: spreadsheets do not make a row higher by themselves when a file is opened. */
static guint
count_lines (const char *text, int width)
{
  guint lines = 1;
  int   used = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      used += g_unichar_iswide (g_utf8_get_char (text)) ? 2 : 1;
      if (*text == '\n' || used > width - 1)
        {
          lines++;
          used = 0;
        }
    }
  return lines;
}

/* Puts a text that may be wrapped, and keeps count of the lines of its row. */
static void
put_wrapped (pe_book *self, lxw_row_t row, lxw_col_t column, const char *text, pe_book_format format)
{
  if (text != NULL)
    self->lines = MAX (self->lines, count_lines (text, widths[column]));
  pe_book_put_text (self, self->scores, row, column, text, format);
}

static void
set_height (pe_book *self, lxw_row_t row)
{
  worksheet_set_row (self->scores, row, MIN (LINE_HEIGHT * self->lines + 2, HEIGHT_MOST), NULL);
  self->lines = 1;
}

/* Figures in words, for who prints the table: "160 个，110 个". */
static void
write_figures (pe_book *self, size_t node)
{
  const pe_book_node *own = pe_book_node_at (self, node);
  GString            *text = g_string_new (NULL);

  for (size_t i = 0; i < own->n && text->len < COMMENT_MOST; i++)
    {
      pe_input    input;
      char        number[PE_DECIMAL_PRINT_SIZE], *name;
      const char *unit;

      pe_input_init (&input, sizeof input);
      if (pe_evaluation_get_input (&input, self->evaluation, node, i, NULL) != PE_OK)
        continue;
      unit = input.unit != NULL ? input.unit : pe_unit_get_name (input.figure.unit);
      g_string_append (text, i > 0 ? (self->zh ? "；" : "; ") : "");
      name = pe_book_name_figure (self, node, i, input.name);
      g_string_append (g_string_append (text, name), self->zh ? "：" : ": ");
      g_free (name);
      if (input.figure.state == PE_STATE_VALUE
          && pe_decimal_print (number, sizeof number, &input.figure.value, NULL) == PE_OK)
        g_string_append (g_string_append (text, number), unit != NULL ? unit : "");
      else
        g_string_append (text, input.text != NULL ? input.text : "—");
    }
  put_wrapped (self, own->row, PE_BOOK_FIGURES, text->str, PE_BOOK_TEXT);
  g_string_free (text, TRUE);
}

/* The reasons of the entries of the ledger on the node, and the comment of its score. */
static void
write_reasons (pe_book *self, size_t node, pe_book_format format)
{
  const pe_ledger *ledger = pe_evaluation_get_ledger (self->evaluation);
  GString         *text = g_string_new (NULL);

  for (size_t i = pe_book_node_at (self, node)->entry; i > 0 && text->len < COMMENT_MOST;
       i = *pe_vector_at (&self->next_entries, size_t, i - 1))
    {
      pe_text *reason = NULL;

      if (pe_book_check (self, pe_ledger_print_reason (&reason, ledger, i - 1, self->language, NULL)))
        g_string_append (g_string_append (text, text->len > 0 && !self->zh ? " " : ""), pe_text_get_data (reason));
      pe_text_unref (reason);
    }
  put_wrapped (self, pe_book_node_at (self, node)->row, PE_BOOK_REASON, text->str, format);
  g_string_free (text, TRUE);
}

static void
write_comment (pe_book *self, size_t node)
{
  lxw_comment_options options = { .x_scale = 3, .y_scale = 3 };
  pe_text            *text = NULL;
  char               *clean;

  if (!pe_book_check (self, pe_evaluation_explain (&text, self->evaluation, node, self->language, NULL)))
    return;
  clean = pe_book_clean (pe_text_get_data (text), COMMENT_MOST);
  worksheet_write_comment_opt (self->scores, pe_book_node_at (self, node)->row, PE_BOOK_SCORE, clean, &options);
  g_free (clean);
  pe_text_unref (text);
}

/* A cell of points: a formula where there is one, else the library's number, else its text. */
static void
write_points (pe_book *self, size_t node, lxw_col_t column, const pe_scorebook_term *term, pe_points points,
              pe_book_format format, pe_book_format held)
{
  const lxw_row_t row = pe_book_node_at (self, node)->row;
  pe_decimal      decimal;
  char           *text = NULL;
  const gboolean  is_decimal = pe_book_get_points (self, node, points, &decimal, &text);

  if (term != NULL && !pe_term_is_refused (term))
    pe_book_put_formula (self, self->scores, row, column, term->text,
                         is_decimal || pe_term_get_shown (term, &decimal) ? &decimal : NULL, format);
  else if (!is_decimal || !pe_book_put_decimal (self, self->scores, row, column, &decimal, held))
    pe_book_put_text (self, self->scores, row, column, text, held);
  g_free (text);
}

static void
write_adjustment (pe_book *self, size_t node, pe_book_format format)
{
  const pe_book_node *own = pe_book_node_at (self, node);
  pe_decimal          shown;

  if (own->has_adjustment && !pe_term_is_refused (&own->adjusted))
    pe_book_put_formula (self, self->scores, own->row, PE_BOOK_ADJUSTED, own->adjusted.text,
                         pe_term_get_shown (&own->adjusted, &shown) ? &shown : NULL, format);
  else
    pe_book_put_text (self, self->scores, own->row, PE_BOOK_ADJUSTED,
                      own->has_adjustment ? pe_book_say (self, "见批注", "see the comment") : "", format);
}

static const char *
say_how (pe_book *self, size_t node, const pe_node *about)
{
  const pe_book_node *own = pe_book_node_at (self, node);

  if (about->origin == PE_ORIGIN_DROPPED)
    return pe_book_say (self, "不适用，剔除并折算", "left out, the rest rescaled");
  if (about->origin == PE_ORIGIN_POLICY)
    return pe_book_say (self, "缺数据时的处理方式", "policy for a figure without a value");
  if (about->origin == PE_ORIGIN_DECLARED && !pe_term_is_refused (&own->score))
    return pe_book_say (self, "人工评分", "a person's score");
  if (pe_term_is_refused (&own->score))
    return pe_book_say (self, "程序值，不由公式计算", "the library's value, no formula");
  if (!own->has_children && pe_term_is_refused (&own->points))
    return pe_book_say (self, "规则得分为程序值", "points by rule: the library's value");
  return pe_book_say (self, "公式", "formula");
}

/* "ROUND(C7-H7,9)"; owned. */
static char *
print_difference (lxw_row_t row, lxw_col_t from, lxw_col_t column)
{
  char *minuend = pe_book_score_cell (row, from), *subtrahend = pe_book_score_cell (row, column);
  char *text = g_strconcat ("ROUND(", minuend, "-", subtrahend, ",9)", NULL);

  g_free (minuend);
  g_free (subtrahend);
  return text;
}

/* 扣分 = 满分 − 得分; 差额 = 程序得分 − 得分. What no decimal holds stands there as a text, and has no difference. */
static void
write_differences (pe_book *self, size_t node, pe_book_format format)
{
  const lxw_row_t  row = pe_book_node_at (self, node)->row;
  char            *lost = print_difference (row, PE_BOOK_FULL, PE_BOOK_SCORE);
  char            *difference = print_difference (row, PE_BOOK_LIBRARY, PE_BOOK_SCORE), *text = NULL;
  const pe_decimal nothing = { 0, 0, 0 };
  pe_decimal       score, marks, decimal;
  const gboolean   is_decimal = pe_book_get_points (self, node, PE_POINTS_SCORE, &score, NULL);

  if (pe_book_get_points (self, node, PE_POINTS_LOST, &decimal, &text) && is_decimal
      && pe_book_get_points (self, node, PE_POINTS_FULL_MARKS, &marks, NULL))
    pe_book_put_formula (self, self->scores, row, PE_BOOK_LOST, lost, &decimal, format);
  else
    pe_book_put_text (self, self->scores, row, PE_BOOK_LOST, text, format);
  if (is_decimal)
    pe_book_put_formula (self, self->scores, row, PE_BOOK_DIFFERENCE, difference, &nothing, format);
  g_free (lost);
  g_free (difference);
  g_free (text);
}

static void
write_standard (pe_book *self, const pe_node *node, lxw_row_t row, pe_book_format format)
{
  pe_indicator indicator;
  const char  *text = NULL;

  pe_indicator_init (&indicator, sizeof indicator);
  if (node->indicator >= 0 && node->row < 0
      && pe_rulebook_get_indicator (
             &indicator, pe_evaluation_get_rulebook (self->evaluation), (size_t) node->indicator, NULL)
             == PE_OK)
    text = self->zh || indicator.standard_en == NULL ? indicator.standard_zh : indicator.standard_en;
  put_wrapped (self, row, PE_BOOK_STANDARD, text, format);
}

/* The name, indented by its depth. */
static void
write_name (pe_book *self, const pe_node *node, lxw_row_t row, pe_book_format format)
{
  const char *name = self->zh ? node->name_zh : node->name_en;
  GString    *text = g_string_new (NULL);

  for (uint32_t i = 1; i < MIN (node->depth, 8); i++)
    g_string_append (text, self->zh ? "　" : "  ");
  g_string_append (text, name);
  put_wrapped (self, row, PE_BOOK_CODE, node->code, format);
  put_wrapped (self, row, PE_BOOK_NAME, text->str, format);
  g_string_free (text, TRUE);
}

static void
write_node (pe_book *self, size_t node)
{
  const pe_book_node  *own = pe_book_node_at (self, node);
  const pe_book_format format = own->has_children || node == 0 ? PE_BOOK_GROUP : PE_BOOK_TEXT;
  const pe_book_format number = format == PE_BOOK_GROUP ? PE_BOOK_GROUP_NUMBER : PE_BOOK_NUMBER;
  pe_node              about;

  pe_book_read_node (self, node, &about);
  write_name (self, &about, own->row, format);
  write_points (self, node, PE_BOOK_FULL, NULL, PE_POINTS_FULL_MARKS, number, number);
  write_standard (self, &about, own->row, format);
  if (format == PE_BOOK_TEXT)
    {
      write_figures (self, node);
      write_points (self, node, PE_BOOK_POINTS, &own->points, PE_POINTS_UNADJUSTED, number, PE_BOOK_HELD);
    }
  else
    {
      pe_book_put_text (self, self->scores, own->row, PE_BOOK_FIGURES, "", format);
      pe_book_put_text (self, self->scores, own->row, PE_BOOK_POINTS, "", format);
    }
  write_adjustment (self, node, number);
  write_points (self, node, PE_BOOK_SCORE, &own->score, PE_POINTS_SCORE, number, PE_BOOK_HELD);
  write_reasons (self, node, format);
  write_points (self, node, PE_BOOK_LIBRARY, NULL, PE_POINTS_SCORE, number, number);
  write_differences (self, node, number);
  put_wrapped (self, own->row, PE_BOOK_HOW, say_how (self, node, &about), format);
  write_comment (self, node);
  set_height (self, own->row);
}

/* "公式与程序得分一致": whether anything was changed since, or calculates otherwise. */
static void
write_check (pe_book *self, lxw_row_t first, lxw_row_t last)
{
  char *from = pe_book_score_cell (first, PE_BOOK_DIFFERENCE), *to = pe_book_score_cell (last, PE_BOOK_DIFFERENCE);
  char *formula = g_strconcat (
      "=IF(SUMPRODUCT(--(", from, ":", to, "<>0))=0,\"",
      pe_book_say (self, "公式的结果与程序得分一致", "formulas and library agree"), "\",\"",
      pe_book_say (self, "公式的结果与程序得分不一致，见“差额”栏",
                   "formulas and library differ: see the column “difference”"),
      "\")", NULL);

  worksheet_write_formula_str (self->scores, CHECK_ROW, 0, formula, self->formats[PE_BOOK_NOTE],
                               pe_book_say (self, "公式的结果与程序得分一致", "formulas and library agree"));
  g_free (from);
  g_free (to);
  g_free (formula);
}

static void
write_title (pe_book *self)
{
  char            year[24];
  char           *title;
  pe_dossier_head head;

  pe_dossier_head_init (&head, sizeof head);
  pe_dossier_get_head (&head, pe_evaluation_get_dossier (self->evaluation), NULL);
  title = g_strconcat (head.unit_name, " ", pe_office_print_number (year, (uint64_t) head.fiscal_year),
                       pe_book_say (self, " 年度绩效评分表", ": scores"), NULL);
  pe_book_put_text (self, self->scores, TITLE_ROW, 0, title, PE_BOOK_TITLE);
  worksheet_set_row (self->scores, TITLE_ROW, 26, NULL);
  g_free (title);
}

void
pe_book_write_scores (pe_book *self)
{
  const pe_book_node *total = pe_book_node_at (self, 0);

  write_title (self);
  pe_book_put_text (self, self->scores, STATUS_ROW, 0, pe_book_status_sentence (self), PE_BOOK_WARNING);
  write_header (self);
  self->lines = 1;
  for (size_t i = 0; i < self->nodes.size && self->status == PE_OK; i++)
    write_node (self, i);
  write_check (self, HEADER_ROW + 1, total->row);
  set_page (self, pe_book_write_assumptions (self, total->row + 2));
}
