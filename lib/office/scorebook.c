/* scorebook.c - an evaluation as a workbook that recomputes itself
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "scorebook-private.h"

#define FIRST_ROW 4 /* below title, status, check and headers: scorebook-scores.c */
#define ROWS_MOST 1000000
#define TEXT_MOST 32000 /* characters; a cell takes 32,767 */
#define PLACES_SHOWN 7

const char *
pe_book_say (pe_book *self, const char *zh, const char *en)
{
  return self->zh ? zh : en;
}

pe_book_node *
pe_book_node_at (pe_book *self, size_t index)
{
  return pe_vector_at (&self->nodes, pe_book_node, index);
}

void
pe_book_read_node (pe_book *self, size_t index, pe_node *out)
{
  pe_node_init (out, sizeof *out);
  pe_evaluation_get_node (out, self->evaluation, index, NULL);
}

/* What XML cannot hold, and what commands a terminal or the direction of a line, goes; line ends stay. */
char *
pe_book_clean (const char *text, size_t most)
{
  GString *clean = g_string_new (NULL);

  for (size_t n = 0; *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar     c = g_utf8_get_char (text);
      const GUnicodeType type = g_unichar_type (c);

      if (n++ == most)
        {
          g_string_append (clean, "…");
          break;
        }
      if (type == G_UNICODE_FORMAT || type == G_UNICODE_UNASSIGNED)
        continue;
      g_string_append_unichar (clean, type == G_UNICODE_CONTROL && c != '\n' ? ' ' : c);
    }
  return g_string_free (clean, FALSE);
}

static void
note_result (pe_book *self, lxw_error result)
{
  if (self->status == PE_OK && result != LXW_NO_ERROR)
    self->status = result == LXW_ERROR_MEMORY_MALLOC_FAILED ? PE_ERROR_NO_MEMORY : PE_ERROR_FILE;
}

void
pe_book_put_text (pe_book *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text,
                  pe_book_format format)
{
  char *clean = text != NULL ? pe_book_clean (text, TEXT_MOST) : NULL;

  if (clean == NULL || clean[0] == '\0')
    note_result (self, worksheet_write_blank (sheet, row, column, self->formats[format]));
  else
    note_result (self, worksheet_write_string (sheet, row, column, clean, self->formats[format]));
  g_free (clean);
}

gboolean
pe_book_put_decimal (pe_book *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const pe_decimal *decimal,
                     pe_book_format format)
{
  char text[PE_DECIMAL_PRINT_SIZE];

  if (pe_decimal_print (text, sizeof text, decimal, NULL) != PE_OK)
    return FALSE;
  if (pe_office_write_number (sheet, row, column, text, 0, self->formats[format]))
    return TRUE;
  pe_book_put_text (self, sheet, row, column, text, format);
  return FALSE;
}

void
pe_book_put_formula (pe_book *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *formula,
                     const pe_decimal *result, pe_book_format format)
{
  char  text[PE_DECIMAL_PRINT_SIZE] = "0";
  char *whole = g_strconcat ("=", formula, NULL);

  if (result != NULL)
    pe_decimal_print (text, sizeof text, result, NULL);
  pe_office_write_formula (sheet, row, column, whole, text, self->formats[format]);
  g_free (whole);
}

gboolean
pe_book_check (pe_book *self, pe_status status)
{
  if (status == PE_ERROR_NO_MEMORY)
    self->status = status;
  return status == PE_OK;
}

gboolean
pe_book_get_points (pe_book *self, size_t node, pe_points points, pe_decimal *out, char **text)
{
  char           number[PE_DECIMAL_PRINT_SIZE];
  pe_ratio      *ratio = NULL;
  pe_text       *printed = NULL;
  const gboolean is_decimal
      = pe_book_check (self, pe_evaluation_get_points (out, self->evaluation, node, points, NULL));

  if (text == NULL)
    return is_decimal;
  if (is_decimal && pe_decimal_print (number, sizeof number, out, NULL) == PE_OK)
    *text = g_strdup (number);
  else if (pe_book_check (self, pe_evaluation_compute_points (&ratio, self->evaluation, node, points, NULL))
           && pe_book_check (self, pe_ratio_print_truncated (&printed, ratio, PLACES_SHOWN, NULL)))
    *text = g_strdup (pe_text_get_data (printed));
  pe_text_unref (printed);
  pe_ratio_unref (ratio);
  return is_decimal;
}

char *
pe_book_score_cell (lxw_row_t row, lxw_col_t column)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (cell, row, column);
  return g_strdup (cell);
}

/* Formats */

static void
set_look (lxw_format *format, pe_book_format kind)
{
  const gboolean is_number = kind == PE_BOOK_NUMBER || kind == PE_BOOK_GROUP_NUMBER || kind == PE_BOOK_HELD;

  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (kind >= PE_BOOK_HEADER)
    format_set_border (format, LXW_BORDER_THIN);
  if (kind >= PE_BOOK_HEADER && !is_number)
    format_set_text_wrap (format);
  if (kind == PE_BOOK_TITLE || kind == PE_BOOK_WARNING || kind == PE_BOOK_HEADER || kind == PE_BOOK_GROUP
      || kind == PE_BOOK_GROUP_NUMBER)
    format_set_bold (format);
  if (kind == PE_BOOK_TITLE)
    format_set_font_size (format, 16);
  if (kind == PE_BOOK_NOTE)
    format_set_font_color (format, 0x595959);
  if (kind == PE_BOOK_HEADER)
    format_set_bg_color (format, 0xDDEBF7);
  if (kind == PE_BOOK_HELD)
    format_set_bg_color (format, 0xE0E0E0);
  if (kind == PE_BOOK_GROUP || kind == PE_BOOK_GROUP_NUMBER)
    format_set_bg_color (format, 0xF5F5F5);
}

static void
make_formats (pe_book *self)
{
  for (size_t i = 0; i < PE_BOOK_N_FORMATS; i++)
    {
      self->formats[i] = workbook_add_format (self->file.workbook);
      if (self->formats[i] != NULL)
        set_look (self->formats[i], (pe_book_format) i);
      else
        self->status = PE_ERROR_NO_MEMORY;
    }
}

/* Sheets */

static void
make_sheets (pe_book *self)
{
  self->scores = workbook_add_worksheet (self->file.workbook, pe_book_say (self, PE_BOOK_SCORES_ZH, "Scores"));
  self->figures = workbook_add_worksheet (self->file.workbook, pe_book_say (self, PE_BOOK_FIGURES_ZH, "Figures"));
  self->charts = workbook_add_worksheet (self->file.workbook, pe_book_say (self, "图", "Charts"));
  self->notes = workbook_add_worksheet (self->file.workbook, pe_book_say (self, "说明", "Notes"));
  if (self->scores == NULL || self->figures == NULL || self->charts == NULL || self->notes == NULL)
    self->status = PE_ERROR_NO_MEMORY;
}

/* The total comes last, as tables are printed. */
static void
number_rows (pe_book *self)
{
  const size_t n = pe_evaluation_get_n_nodes (self->evaluation);
  void        *first;

  if (self->status != PE_OK)
    return;
  if (n > ROWS_MOST)
    self->status = PE_ERROR_LIMIT_ITEMS;
  else
    self->status = pe_vector_grow (&self->nodes, n, &first);
  for (size_t i = 0; i < n && self->status == PE_OK; i++)
    {
      pe_node node;

      pe_book_node_at (self, i)->row = (lxw_row_t) (FIRST_ROW + (i > 0 ? i - 1 : n - 1));
      pe_book_read_node (self, i, &node);
      if (i > 0)
        pe_book_node_at (self, node.parent)->has_children = TRUE;
    }
}

/* Nodes below each other follow each other: where those of a node end, the next one is not deeper than it. */
static void
find_ends (pe_book *self)
{
  pe_node node;

  for (size_t i = self->nodes.size; i > 0 && self->status == PE_OK; i--)
    {
      pe_book_node *own = pe_book_node_at (self, i - 1);

      own->end = MAX (own->end, i);
      pe_book_read_node (self, i - 1, &node);
      if (i > 1)
        pe_book_node_at (self, node.parent)->end = MAX (pe_book_node_at (self, node.parent)->end, own->end);
    }
}

/* The entries of each node, linked in their order. */
static void
link_entries (pe_book *self)
{
  const pe_ledger *ledger = pe_evaluation_get_ledger (self->evaluation);
  const size_t     n = pe_ledger_get_size (ledger);
  void            *first;

  if (self->status == PE_OK)
    self->status = pe_vector_grow (&self->next_entries, n, &first);
  for (size_t i = n; i > 0 && self->status == PE_OK; i--)
    {
      pe_ledger_entry entry;

      pe_ledger_entry_init (&entry, sizeof entry);
      if (pe_ledger_get_entry (&entry, ledger, i - 1, NULL) != PE_OK)
        continue;
      *pe_vector_at (&self->next_entries, size_t, i - 1) = pe_book_node_at (self, entry.node)->entry;
      pe_book_node_at (self, entry.node)->entry = i;
    }
}

static void
clear (pe_book *self)
{
  for (size_t i = 0; i < self->nodes.size; i++)
    {
      pe_term_clear (&pe_book_node_at (self, i)->points);
      pe_term_clear (&pe_book_node_at (self, i)->share);
      pe_term_clear (&pe_book_node_at (self, i)->score);
      pe_term_clear (&pe_book_node_at (self, i)->adjusted);
    }
  pe_vector_clear (&self->nodes);
  pe_vector_clear (&self->figure_rows);
  pe_vector_clear (&self->next_entries);
}

static void
write_all (pe_book *self)
{
  make_formats (self);
  make_sheets (self);
  number_rows (self);
  find_ends (self);
  link_entries (self);
  if (self->status == PE_OK)
    pe_book_write_figures (self);
  if (self->status == PE_OK)
    pe_book_plan_scores (self);
  if (self->status == PE_OK)
    pe_book_write_scores (self);
  if (self->status == PE_OK)
    pe_book_write_charts (self);
  if (self->status == PE_OK)
    pe_book_write_notes (self);
}

pe_status
pe_evaluation_to_xlsx (pe_text **out, const pe_evaluation *evaluation, pe_language language, pe_error **error)
{
  pe_book   self = { .evaluation = evaluation, .zh = language != PE_LANGUAGE_EN };
  pe_status status;

  if (out == NULL || evaluation == NULL)
    return pe_office_refuse_argument (error, out == NULL ? "out" : "evaluation", "not NULL", "非空指针");
  self.language = self.zh ? PE_LANGUAGE_ZH : PE_LANGUAGE_EN;
  self.nodes = (pe_vector) PE_VECTOR_INIT (pe_book_node);
  self.figure_rows = (pe_vector) PE_VECTOR_INIT (pe_book_figure);
  self.next_entries = (pe_vector) PE_VECTOR_INIT (size_t);
  pe_rounding_contract_init (&self.contract, sizeof self.contract);
  status = pe_rulebook_get_rounding (&self.contract, pe_evaluation_get_rulebook (evaluation), error);
  if (status == PE_OK)
    status = pe_office_file_open (&self.file, error);
  if (status != PE_OK)
    return status;
  write_all (&self);
  if (self.status == PE_OK)
    status = pe_office_file_finish (&self.file, out, error);
  else
    {
      pe_office_file_clear (&self.file);
      status = pe_office_fail (error, self.status, NULL, "name", "xlsx", NULL);
    }
  clear (&self);
  return status;
}
