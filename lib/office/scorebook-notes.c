/* scorebook-notes.c - what a scorebook rests on, and its charts
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/version.h>
#include <string.h>

#include "scorebook-private.h"

static void
read_head (pe_book *self, pe_rulebook_head *out)
{
  pe_rulebook_head_init (out, sizeof *out);
  pe_rulebook_get_head (out, pe_evaluation_get_rulebook (self->evaluation), NULL);
}

const char *
pe_book_status_sentence (pe_book *self)
{
  pe_rulebook_head head;

  read_head (self, &head);
  if (head.status == PE_RULEBOOK_RECONSTRUCTED)
    return pe_book_say (self, "所用评分规则由公开结果复原，不是官方文本；所作假设见表下。",
                        "The rulebook was reconstructed from published results and is not the official text; its "
                        "assumptions stand below the table.");
  if (head.status == PE_RULEBOOK_SAMPLE)
    return pe_book_say (self, "所用评分规则为示例，不是官方文本；所作假设见表下。",
                        "The rulebook is a sample and not an official text; its assumptions stand below the table.");
  return "";
}

void
pe_book_fit_page (lxw_worksheet *sheet)
{
  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9); /* A4 */
  worksheet_fit_to_pages (sheet, 1, 0);
}

lxw_row_t
pe_book_write_assumptions (pe_book *self, lxw_row_t row)
{
  const pe_rulebook *rulebook = pe_evaluation_get_rulebook (self->evaluation);
  const size_t       n = pe_rulebook_get_n_assumptions (rulebook);
  pe_rulebook_head   head;

  read_head (self, &head);
  if (n == 0 || head.status == PE_RULEBOOK_OFFICIAL)
    return row;
  pe_book_put_text (self, self->scores, row++, 0,
                    pe_book_say (self, "评分规则的假设：", "Assumptions of the rulebook:"), PE_BOOK_NOTE);
  for (size_t i = 0; i < n; i++)
    {
      pe_assumption assumption;
      char          number[24], *text;

      pe_assumption_init (&assumption, sizeof assumption);
      if (pe_rulebook_get_assumption (&assumption, rulebook, i, NULL) != PE_OK)
        continue;
      text = g_strconcat (pe_office_print_number (number, i + 1), pe_book_say (self, "．", ". "),
                          self->zh || assumption.text_en == NULL ? assumption.text_zh : assumption.text_en, NULL);
      pe_book_put_text (self, self->scores, row++, 0, text, PE_BOOK_NOTE);
      g_free (text);
    }
  return row;
}

static void
put_pair (pe_book *self, lxw_row_t *row, const char *name, const char *value)
{
  pe_book_put_text (self, self->notes, *row, 0, name, PE_BOOK_HEADER);
  pe_book_put_text (self, self->notes, *row, 1, value, PE_BOOK_TEXT);
  ++*row;
}

static char *
print_digest (const uint8_t *digest)
{
  static const char digits[] = "0123456789abcdef";
  char             *text = g_malloc (2 * PE_DIGEST_SIZE + 1);

  for (size_t i = 0; i < PE_DIGEST_SIZE; i++)
    {
      text[2 * i] = digits[digest[i] >> 4];
      text[2 * i + 1] = digits[digest[i] & 15];
    }
  text[PE_DIGEST_HEX_SIZE - 1] = '\0';
  return text;
}

static void
put_digests (pe_book *self, lxw_row_t *row)
{
  uint8_t digest[PE_DIGEST_SIZE];
  char   *text;

  pe_rulebook_get_digest (pe_evaluation_get_rulebook (self->evaluation), digest);
  text = print_digest (digest);
  put_pair (self, row, pe_book_say (self, "评分规则摘要", "digest of the rulebook"), text);
  g_free (text);
  pe_dossier_get_digest (pe_evaluation_get_dossier (self->evaluation), digest);
  text = print_digest (digest);
  put_pair (self, row, pe_book_say (self, "评价材料摘要", "digest of the dossier"), text);
  g_free (text);
}

void
pe_book_write_notes (pe_book *self)
{
  pe_rulebook_head head;
  lxw_row_t        row = 0;

  read_head (self, &head);
  worksheet_set_column (self->notes, 0, 0, 22, NULL);
  worksheet_set_column (self->notes, 1, 1, 90, NULL);
  pe_book_fit_page (self->notes);
  put_pair (self, &row, pe_book_say (self, "评分规则", "rulebook"),
            self->zh || head.title_en == NULL ? head.title_zh : head.title_en);
  put_pair (self, &row, pe_book_say (self, "编号", "id"), head.id);
  put_pair (self, &row, pe_book_say (self, "版本", "edition"), head.edition);
  put_pair (self, &row, pe_book_say (self, "规则性质", "status"), pe_book_status_sentence (self));
  put_digests (self, &row);
  put_pair (self, &row, pe_book_say (self, "程序版本", "version of the library"), pe_version_get_string ());
  put_pair (
      self, &row, pe_book_say (self, "怎样读", "how to read it"),
      pe_book_say (self,
                   "“数据”表的数值就是报送的数字；改动它们，得分随之重算，“差额”栏显示与程序得分的差。"
                   "公式先乘后除，只在规则要求处四舍五入一次。灰底的得分不由公式计算：规则的计分方式表格公式不能表达，"
                   "或者结果离四舍五入的分界太近，表格的二进制数会算错；此时填的是程序的得分。"
                   "每个得分的批注说明它的计算和扣分。",
                   "The sheet of figures holds what was handed in: change it, and the scores follow; the column "
                   "“difference” shows what then separates them from the library's. Formulas multiply before "
                   "they divide and round half up once, where the rulebook says so. A score on grey is no formula: "
                   "its rule cannot be expressed as one, or lies so close to a tie that binary numbers would miss "
                   "it; there stands the library's value. The comment of each score is its explanation."));
}

/* Charts */

/* The scores of the top level beside their full marks, for the charts to refer to. */
static lxw_row_t
write_data (pe_book *self)
{
  lxw_row_t row = 1;

  pe_book_put_text (self, self->charts, 0, 0, pe_book_say (self, "指标", "indicator"), PE_BOOK_HEADER);
  pe_book_put_text (self, self->charts, 0, 1, pe_book_say (self, "满分", "full marks"), PE_BOOK_HEADER);
  pe_book_put_text (self, self->charts, 0, 2, pe_book_say (self, "得分", "score"), PE_BOOK_HEADER);
  pe_book_put_text (self, self->charts, 0, 3, pe_book_say (self, "扣分", "lost"), PE_BOOK_HEADER);
  for (size_t i = 1; i < self->nodes.size; i++)
    {
      static const int       from[] = { PE_BOOK_FULL, PE_BOOK_SCORE, PE_BOOK_LOST };
      static const pe_points points[] = { PE_POINTS_FULL_MARKS, PE_POINTS_SCORE, PE_POINTS_LOST };
      pe_node                node;
      pe_decimal             value;

      pe_book_read_node (self, i, &node);
      if (node.parent != 0 || node.depth != 1)
        continue;
      pe_book_put_text (self, self->charts, row, 0, self->zh ? node.name_zh : node.name_en, PE_BOOK_TEXT);
      for (size_t k = 0; k < G_N_ELEMENTS (from); k++)
        {
          char *cell = pe_book_score_cell (pe_book_node_at (self, i)->row, (lxw_col_t) from[k]);
          char *formula = g_strconcat (self->zh ? "'" PE_BOOK_SCORES_ZH "'!" : "Scores!", cell, NULL);

          pe_book_put_formula (self, self->charts, row, (lxw_col_t) (k + 1), formula,
                               pe_book_get_points (self, i, points[k], &value, NULL) ? &value : NULL, PE_BOOK_NUMBER);
          g_free (formula);
          g_free (cell);
        }
      row++;
    }
  worksheet_set_column (self->charts, 0, 0, 30, NULL);
  return row - 1;
}

static void
add_series (pe_book *self, lxw_chart *chart, lxw_col_t column, lxw_row_t last, lxw_color_t colour, uint8_t pattern)
{
  const char       *sheet = pe_book_say (self, "图", "Charts");
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_fill    fill = { .color = colour };
  lxw_chart_line    line = { .color = colour };
  lxw_chart_pattern hatch = { .fg_color = colour, .bg_color = LXW_COLOR_WHITE, .type = pattern };

  chart_series_set_categories (series, sheet, 1, 0, last, 0);
  chart_series_set_values (series, sheet, 1, column, last, column);
  chart_series_set_name_range (series, sheet, 0, column);
  if (pattern != LXW_CHART_PATTERN_NONE)
    chart_series_set_pattern (series, &hatch);
  else
    chart_series_set_fill (series, &fill);
  chart_series_set_line (series, &line);
  chart_series_set_labels (series);
}

void
pe_book_write_charts (pe_book *self)
{
  const lxw_row_t last = write_data (self);
  lxw_chart      *scores, *lost;

  if (last == 0)
    return;
  scores = workbook_add_chart (self->file.workbook, LXW_CHART_BAR);
  lost = workbook_add_chart (self->file.workbook, LXW_CHART_COLUMN);
  chart_title_set_name (scores, pe_book_say (self, "各维度得分与满分", "Score by dimension against full marks"));
  add_series (self, scores, 1, last, 0x595959, LXW_CHART_PATTERN_LIGHT_HORIZONTAL);
  add_series (self, scores, 2, last, 0x0072B2, LXW_CHART_PATTERN_NONE);
  chart_axis_set_reverse (scores->y_axis); /* the first indicator on top */
  chart_axis_set_min (scores->x_axis, 0);  /* lengths can be compared */
  chart_axis_set_min (lost->y_axis, 0);
  chart_title_set_name (lost, pe_book_say (self, "各维度扣分", "Points lost by dimension"));
  add_series (self, lost, 3, last, 0xD55E00, LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL);
  pe_book_fit_page (self->charts);
  worksheet_insert_chart (self->charts, 0, 5, scores);
  worksheet_insert_chart (self->charts, 17, 5, lost);
}
