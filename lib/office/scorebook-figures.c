/* scorebook-figures.c - the sheet of figures, as they were handed in
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/measure.h>
#include <string.h>

#include "scorebook-private.h"

enum
{
  CODE,
  INDICATOR,
  NAME,
  MEASURE,
  VALUE,
  UNIT,
  PATH
};

#define FIRST_ROW 1
/* A node with more figures than this is no table that a person reads name by name; each name costs an explanation. */
#define NAMES_MOST 200
#define LINKS_MOST 65530 /* a sheet has no more */

static void
write_header (pe_book *self)
{
  static const char *const heads[][2]
      = { { "编码", "code" },
          { "指标", "indicator" },
          { "数据", "figure" },
          { "度量", "measure" },
          { "数值", "value" },
          { "单位", "unit" },
          { "出处", "place in the dossier" } };
  static const int widths[] = { 10, 30, 20, 26, 16, 8, 36 };

  for (size_t i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      worksheet_set_column (self->figures, (lxw_col_t) i, (lxw_col_t) i, widths[i], NULL);
      pe_book_put_text (self, self->figures, 0, (lxw_col_t) i, heads[i][self->zh ? 0 : 1], PE_BOOK_HEADER);
    }
  worksheet_freeze_panes (self->figures, FIRST_ROW, 0);
  worksheet_repeat_rows (self->figures, 0, 0);
  pe_book_fit_page (self->figures);
}

static const char *
name_measure (pe_book *self, const char *id)
{
  for (size_t i = 0; id != NULL && i < pe_measure_get_count (); i++)
    if (strcmp (pe_measure_get_id (i), id) == 0)
      return pe_measure_get_name (i, self->language);
  return id;
}

/* Truths are 1 and 0, and dates and grades are texts. */
static void
write_value (pe_book *self, const pe_figure *figure, const char *text, pe_book_figure *out)
{
  static const char *const states[][2] = { { "未填报", "missing" }, { "", "" }, { "不适用", "not applicable" } };

  out->figure = *figure;
  if (figure->state == PE_STATE_VALUE)
    {
      if (!pe_book_put_decimal (self, self->figures, out->row, VALUE, &figure->value, PE_BOOK_NUMBER))
        out->figure.state = PE_STATE_TEXT;
    }
  else if (text != NULL)
    pe_book_put_text (self, self->figures, out->row, VALUE, text, PE_BOOK_TEXT);
  else if (figure->state < (pe_state) G_N_ELEMENTS (states) && figure->state >= 0)
    pe_book_put_text (self, self->figures, out->row, VALUE, states[figure->state][self->zh ? 0 : 1], PE_BOOK_TEXT);
}

/* The explanation has a line for each figure, "数据：全年执行数 = 2149.56 万元…", with the name that people know. */
char *
pe_book_name_figure (pe_book *self, size_t node, size_t index, const char *name)
{
  const char *head = pe_book_say (self, "数据：", "Figure: "), *equals = NULL, *found = NULL;
  pe_text    *text = NULL;
  char      **lines, *result;
  size_t      n = 0;

  if (pe_evaluation_get_n_inputs (self->evaluation, node) > NAMES_MOST
      || !pe_book_check (self, pe_evaluation_explain (&text, self->evaluation, node, self->language, NULL)))
    return g_strdup (name);
  lines = g_strsplit (pe_text_get_data (text), "\n", -1);
  for (size_t i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], head) && n++ == index)
      found = lines[i] + strlen (head);
  equals = found != NULL && n == pe_evaluation_get_n_inputs (self->evaluation, node) ? strstr (found, " = ") : NULL;
  result = equals != NULL ? g_strndup (found, (gsize) (equals - found)) : g_strdup (name);
  g_strfreev (lines);
  pe_text_unref (text);
  return result;
}

/* The code of a figure's node leads to its score, whose comment is the entry of the ledger. */
static void
write_code (pe_book *self, size_t node, lxw_row_t row, const char *code)
{
  char *cell, *link;

  pe_book_put_text (self, self->figures, row, CODE, code, PE_BOOK_TEXT);
  if (row >= LINKS_MOST || code[0] == '\0')
    return;
  cell = pe_book_score_cell (pe_book_node_at (self, node)->row, PE_BOOK_SCORE);
  link = g_strconcat ("internal:'", pe_book_say (self, PE_BOOK_SCORES_ZH, "Scores"), "'!", cell, NULL);
  if (worksheet_write_url_opt (self->figures, row, CODE, link, self->formats[PE_BOOK_TEXT], code, NULL) != LXW_NO_ERROR)
    self->status = PE_ERROR_FILE;
  g_free (link);
  g_free (cell);
}

static void
write_row (pe_book *self, size_t node, const pe_input *input, const char *name)
{
  const char    *unit = input->unit != NULL ? input->unit : pe_unit_get_name (input->figure.unit);
  pe_book_figure figure = { self->next_figure, input->figure };
  pe_node        about;

  pe_book_read_node (self, node, &about);
  write_code (self, node, figure.row, about.code);
  pe_book_put_text (self, self->figures, figure.row, INDICATOR, self->zh ? about.name_zh : about.name_en, PE_BOOK_TEXT);
  pe_book_put_text (self, self->figures, figure.row, NAME, name, PE_BOOK_TEXT);
  pe_book_put_text (self, self->figures, figure.row, MEASURE, name_measure (self, input->measure), PE_BOOK_TEXT);
  pe_book_put_text (self, self->figures, figure.row, UNIT, unit, PE_BOOK_TEXT);
  pe_book_put_text (
      self, self->figures, figure.row, PATH,
      input->path != NULL ? input->path : pe_book_say (self, "由评分规则或程序给出", "by rule or library"),
      PE_BOOK_TEXT);
  write_value (self, &figure.figure, input->text, &figure);
  self->next_figure++;
  if (self->status == PE_OK)
    self->status = pe_vector_push (&self->figure_rows, &figure);
}

static void
write_node (pe_book *self, size_t node)
{
  pe_book_node *own = pe_book_node_at (self, node);

  own->first = self->figure_rows.size;
  for (size_t i = 0; i < pe_evaluation_get_n_inputs (self->evaluation, node) && self->status == PE_OK; i++)
    {
      pe_input input;

      pe_input_init (&input, sizeof input);
      if (pe_evaluation_get_input (&input, self->evaluation, node, i, NULL) == PE_OK)
        {
          char *name = pe_book_name_figure (self, node, i, input.name);

          write_row (self, node, &input, name);
          g_free (name);
        }
    }
  own->n = self->figure_rows.size - own->first;
}

/* A leaf is written, then what the plan of its formula adds to it; so that its figures stand together. */
void
pe_book_write_figures (pe_book *self)
{
  write_header (self);
  self->next_figure = FIRST_ROW;
  for (size_t i = 0; i < self->nodes.size && self->status == PE_OK; i++)
    {
      write_node (self, i);
      pe_book_plan_points (self, i);
    }
}

const pe_book_figure *
pe_book_add_figure (pe_book *self, size_t node, const char *name, const char *measure, const pe_figure *figure)
{
  pe_input input;

  pe_input_init (&input, sizeof input);
  input.name = name;
  input.measure = measure;
  input.figure = *figure;
  write_row (self, node, &input, name);
  if (self->status != PE_OK)
    return NULL;
  return pe_vector_at (&self->figure_rows, const pe_book_figure, self->figure_rows.size - 1);
}

const pe_book_figure *
pe_book_find_figure (pe_book *self, size_t node, const char *name, size_t nth)
{
  const pe_book_node *own = pe_book_node_at (self, node);

  for (size_t i = 0; i < own->n; i++)
    {
      pe_input input;

      pe_input_init (&input, sizeof input);
      if (pe_evaluation_get_input (&input, self->evaluation, node, i, NULL) != PE_OK || strcmp (input.name, name) != 0)
        continue;
      if (nth-- == 0)
        return pe_vector_at (&self->figure_rows, const pe_book_figure, own->first + i);
    }
  return NULL;
}

/* Into 元, or a bare number: times 10,000 for 万元, by 100 for %. 1: as it stands. */
void
pe_book_get_factor (pe_unit unit, int64_t *times, int64_t *by)
{
  *times = unit == PE_UNIT_WAN_YUAN ? 10000 : unit == PE_UNIT_YI_YUAN ? 100000000 : 1;
  *by = unit == PE_UNIT_PERCENT || unit == PE_UNIT_PERCENTAGE_POINT ? 100 : unit == PE_UNIT_PERMILLE ? 1000 : 1;
}

pe_scorebook_term
pe_book_term_of_figure (pe_book *self, const pe_book_figure *figure, gboolean in_base)
{
  char              cell[LXW_MAX_CELL_NAME_LENGTH], *text;
  int64_t           times, by;
  pe_scorebook_term term;

  if (figure == NULL || figure->figure.state != PE_STATE_VALUE)
    return pe_term_refuse ();
  lxw_rowcol_to_cell_abs (cell, figure->row, VALUE, LXW_TRUE, LXW_TRUE);
  text = g_strconcat (self->zh ? "'" PE_BOOK_FIGURES_ZH "'!" : "Figures!", cell, NULL);
  term = pe_term_of_cell (text, &figure->figure.value);
  g_free (text);
  pe_book_get_factor (figure->figure.unit, &times, &by);
  if (in_base && times > 1)
    return pe_term_multiply (term, pe_term_of_integer (times));
  /* A hundredth is no binary number; a division by a hundred is rounded once. */
  return in_base && by > 1 ? pe_term_divide (term, pe_term_of_integer (by)) : term;
}
