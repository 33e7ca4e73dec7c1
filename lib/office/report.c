/* report.c - a document before it has a file format
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "report-private.h"

#include <string.h>

#include "archive-private.h"

static void
clear_spans (pe_vector *spans)
{
  for (size_t i = 0; i < spans->size; i++)
    {
      g_free (pe_vector_at (spans, pe_doc_span, i)->text);
      g_free (pe_vector_at (spans, pe_doc_span, i)->target);
    }
  pe_vector_clear (spans);
}

static void
clear_row (pe_doc_row *row)
{
  for (size_t i = 0; i < row->cells.size; i++)
    {
      pe_doc_cell *cell = pe_vector_at (&row->cells, pe_doc_cell, i);

      clear_spans (&cell->spans);
      g_free (cell->anchor);
    }
  pe_vector_clear (&row->cells);
}

static void
free_table (pe_doc_table *table)
{
  if (table == NULL)
    return;
  for (size_t i = 0; i < table->rows.size; i++)
    clear_row (pe_vector_at (&table->rows, pe_doc_row, i));
  pe_vector_clear (&table->rows);
  g_free (table->widths);
  g_free (table);
}

static void
free_block (pe_doc_block *block)
{
  clear_spans (&block->spans);
  free_table (block->table);
  pe_chart_unref (block->picture);
  g_free (block->anchor);
  g_free (block);
}

static void
free_document (pe_report *self)
{
  for (size_t i = 0; i < self->blocks.size; i++)
    free_block (*pe_vector_at (&self->blocks, pe_doc_block *, i));
  pe_vector_clear (&self->blocks);
  g_hash_table_unref (self->anchors);
  g_free (self->date);
  g_free (self->author);
  g_free (self->title);
  g_free (self);
}

pe_report *
pe_report_ref (pe_report *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_report_unref (pe_report *self)
{
  if (self != NULL && g_atomic_int_dec_and_test (&self->references))
    free_document (self);
}

/* Whether a character is for nobody to read: it would steer a terminal, the direction of writing, or a parser. */
static gboolean
is_unseen (gunichar c)
{
  if (c < 0x20 || (c >= 0x7F && c < 0xA0))
    return c != '\n';
  return c == 0x061C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F)
         || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)
         || (c >= 0xE0000 && c <= 0xE007F);
}

/* The end of a line that begins at text, however it is written; NULL when none does. */
static const char *
skip_line_end (const char *text)
{
  if (text[0] == '\r')
    return text + (text[1] == '\n' ? 2 : 1);
  if (text[0] == '\n' || text[0] == '\v' || text[0] == '\f')
    return text + 1;
  if (strncmp (text, "\xC2\x85", 2) == 0)
    return text + 2;
  return strncmp (text, "\xE2\x80\xA8", 3) == 0 || strncmp (text, "\xE2\x80\xA9", 3) == 0 ? text + 3 : NULL;
}

/* A text as a document holds it: it never grows. NULL when memory ran out. */
static char *
clean (const char *text)
{
  char *out = g_try_malloc (strlen (text) + 1);
  char *end = out;

  while (out != NULL && *text != '\0')
    {
      const char    *line = skip_line_end (text);
      const gunichar c = line != NULL ? '\n' : g_utf8_get_char (text);
      const char    *next = line != NULL ? line : g_utf8_next_char (text);

      if (*text == '\t')
        *end++ = ' ';
      else if (line != NULL)
        *end++ = '\n';
      else if (!is_unseen (c))
        {
          memcpy (end, text, (size_t) (next - text));
          end += next - text;
        }
      text = next;
    }
  if (out != NULL)
    *end = '\0';
  return out;
}

/* A copy of a name; NULL stays NULL. */
static char *
copy (pe_report *self, const char *text)
{
  char *out = text != NULL ? clean (text) : NULL;

  self->failed = self->failed || (text != NULL && out == NULL);
  return out;
}

pe_report *
pe_report_new (pe_language language, const char *date, const char *author)
{
  pe_report *self = g_new0 (pe_report, 1);

  self->references = 1;
  self->language = language == PE_LANGUAGE_EN ? PE_LANGUAGE_EN : PE_LANGUAGE_ZH;
  self->blocks = (pe_vector) PE_VECTOR_INIT (pe_doc_block *);
  self->anchors = g_hash_table_new (g_str_hash, g_str_equal);
  self->date = copy (self, date);
  self->author = copy (self, author);
  return self;
}

gboolean
pe_report_take (pe_report *self, uint64_t parts)
{
  if (!self->failed && parts > PE_REPORT_PARTS - self->parts)
    self->failed = self->full = TRUE;
  if (!self->failed)
    self->parts += parts;
  return !self->failed;
}

pe_doc_block *
pe_report_add (pe_report *self, pe_doc_kind kind, guint level, const char *anchor)
{
  pe_doc_block *block;

  if (!pe_report_take (self, 1))
    return NULL;
  block = g_new0 (pe_doc_block, 1);
  block->kind = kind;
  block->level = level;
  block->spans = (pe_vector) PE_VECTOR_INIT (pe_doc_span);
  if (pe_vector_push (&self->blocks, &block) != PE_OK)
    {
      self->failed = TRUE;
      g_free (block);
      return NULL;
    }
  block->anchor = copy (self, anchor);
  if (block->anchor != NULL)
    g_hash_table_add (self->anchors, block->anchor);
  return block;
}

static void
add_text (pe_report *self, pe_vector *spans, const char *text, const char *target, gboolean strong)
{
  pe_doc_span span = { NULL, NULL, strong };

  if (text == NULL || !pe_report_take (self, 1 + strlen (text) / PE_REPORT_PART_BYTES))
    return;
  span.text = copy (self, text);
  span.target = copy (self, target);
  if (!self->failed && pe_vector_push (spans, &span) == PE_OK)
    return;
  self->failed = TRUE;
  g_free (span.text);
  g_free (span.target);
}

void
pe_doc_block_add_text (pe_report *self, pe_doc_block *block, const char *text, const char *target, gboolean strong)
{
  if (block != NULL)
    add_text (self, &block->spans, text, target, strong);
}

pe_doc_table *
pe_report_add_table (pe_report *self, const char *caption, const char *anchor, guint n_columns, const guint *widths,
                     guint n_headers)
{
  pe_doc_block *block = pe_report_add (self, PE_DOC_TABLE, 0, anchor);

  if (block == NULL)
    return NULL;
  add_text (self, &block->spans, caption, NULL, FALSE);
  block->table = g_new0 (pe_doc_table, 1);
  block->table->rows = (pe_vector) PE_VECTOR_INIT (pe_doc_row);
  block->table->n_columns = n_columns;
  block->table->n_headers = n_headers;
  block->table->widths = g_try_new (guint, MAX (n_columns, 1));
  if (block->table->widths == NULL)
    self->failed = TRUE;
  else
    memcpy (block->table->widths, widths, n_columns * sizeof *widths);
  return block->table;
}

pe_doc_row *
pe_doc_table_add_row (pe_report *self, pe_doc_table *table)
{
  void *row = NULL;

  if (table == NULL || !pe_report_take (self, 1))
    return NULL;
  if (pe_vector_grow (&table->rows, 1, &row) != PE_OK)
    {
      self->failed = TRUE;
      return NULL;
    }
  ((pe_doc_row *) row)->cells = (pe_vector) PE_VECTOR_INIT (pe_doc_cell);
  return row;
}

pe_doc_cell *
pe_doc_row_add_cell (pe_report *self, pe_doc_row *row, pe_doc_align align, guint columns, guint rows)
{
  void        *place = NULL;
  pe_doc_cell *cell;

  if (row == NULL || !pe_report_take (self, 1))
    return NULL;
  if (pe_vector_grow (&row->cells, 1, &place) != PE_OK)
    {
      self->failed = TRUE;
      return NULL;
    }
  cell = place;
  cell->spans = (pe_vector) PE_VECTOR_INIT (pe_doc_span);
  cell->align = align;
  cell->columns = MAX (columns, 1);
  cell->rows = MAX (rows, 1);
  return cell;
}

void
pe_doc_cell_set_anchor (pe_report *self, pe_doc_cell *cell, const char *anchor)
{
  if (self->failed || cell == NULL || cell->anchor != NULL)
    return;
  cell->anchor = copy (self, anchor);
  if (cell->anchor != NULL)
    g_hash_table_add (self->anchors, cell->anchor);
}

void
pe_doc_cell_add_text (pe_report *self, pe_doc_cell *cell, const char *text, const char *target, gboolean strong)
{
  if (cell != NULL)
    add_text (self, &cell->spans, text, target, strong);
}

void
pe_report_add_picture (pe_report *self, pe_chart *chart, const char *caption)
{
  pe_doc_block *block = chart != NULL ? pe_report_add (self, PE_DOC_PICTURE, 0, NULL) : NULL;

  if (block == NULL)
    {
      pe_chart_unref (chart);
      return;
    }
  block->picture = chart;
  add_text (self, &block->spans, caption, NULL, FALSE);
}

/* A target whose anchor nothing has leads nowhere, and would be a dead link in every format. */
static void
drop_dead_targets (const pe_report *self, pe_vector *spans)
{
  for (size_t i = 0; i < spans->size; i++)
    {
      pe_doc_span *span = pe_vector_at (spans, pe_doc_span, i);

      if (span->target != NULL && !g_hash_table_contains (self->anchors, span->target))
        g_clear_pointer (&span->target, g_free);
    }
}

/* Rows at the top are headers, each cell of them. */
static void
seal_table (const pe_report *self, pe_doc_table *table)
{
  for (size_t i = 0; table != NULL && i < table->rows.size; i++)
    {
      pe_doc_row *row = pe_vector_at (&table->rows, pe_doc_row, i);

      for (size_t k = 0; k < row->cells.size; k++)
        {
          pe_doc_cell *cell = pe_vector_at (&row->cells, pe_doc_cell, k);

          cell->header = cell->header || i < table->n_headers;
          drop_dead_targets (self, &cell->spans);
        }
    }
}

/* The title as the properties of a file have it: one line. */
static void
take_title (pe_report *self, const pe_doc_block *block)
{
  pe_writing text = PE_WRITING_INIT;

  for (size_t i = 0; i < block->spans.size; i++)
    pe_writing_add (&text, pe_vector_at (&block->spans, const pe_doc_span, i)->text);
  pe_writing_add_bytes (&text, "", 1);
  self->failed = self->failed || text.failed;
  g_free (self->title);
  self->title = text.failed ? NULL : pe_vector_steal (&text.bytes, NULL);
  if (self->title != NULL)
    g_strdelimit (self->title, "\n", ' ');
  pe_writing_clear (&text);
}

static pe_status
refuse_failed (const pe_report *self, pe_error **error)
{
  char number[24];

  if (!self->full)
    return pe_office_fail (error, PE_ERROR_NO_MEMORY, NULL, NULL);
  return pe_office_fail (error, PE_ERROR_LIMIT_ITEMS, NULL, "name", "report", "total",
                         pe_office_print_number (number, PE_REPORT_PARTS), NULL);
}

pe_status
pe_report_seal (pe_report *self, pe_error **error)
{
  if (self->failed)
    return refuse_failed (self, error);
  for (size_t i = 0; i < self->blocks.size; i++)
    {
      pe_doc_block *block = *pe_vector_at (&self->blocks, pe_doc_block *, i);

      drop_dead_targets (self, &block->spans);
      seal_table (self, block->table);
      if (block->kind == PE_DOC_TITLE)
        take_title (self, block);
    }
  return self->failed ? refuse_failed (self, error) : PE_OK;
}

/* 1 to 99 in Chinese numerals; there are not more headings of a kind. */
static void
add_chinese (pe_writing *out, guint number)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

  if (number >= 100)
    {
      pe_writing_add_number (out, number);
      return;
    }
  if (number >= 20)
    pe_writing_add (out, digits[number / 10]);
  if (number >= 10)
    pe_writing_add (out, "十");
  pe_writing_add (out, digits[number % 10]);
}

static void
add_chinese_number (pe_writing *out, guint at, guint number)
{
  pe_writing_add (out, at == 1 || at == 3 ? "（" : "");
  if (at < 2)
    add_chinese (out, number);
  else
    pe_writing_add_number (out, number);
  pe_writing_add (out, at == 0 ? "、" : at == 2 ? "." : "）");
}

void
pe_report_number_heading (pe_writing *out, pe_language language, guint level, guint counters[4])
{
  const guint at = CLAMP (level, 1, 4) - 1;

  counters[at]++;
  for (guint below = at + 1; below < 4; below++)
    counters[below] = 0;
  if (language != PE_LANGUAGE_EN)
    {
      add_chinese_number (out, at, counters[at]);
      return;
    }
  for (guint i = 0; i <= at; i++)
    {
      pe_writing_add_number (out, counters[i]);
      pe_writing_add (out, i < at || at == 0 ? "." : "");
    }
  pe_writing_add (out, " ");
}

const pe_doc_cell **
pe_doc_table_lay_out (const pe_doc_table *table)
{
  const pe_doc_cell **grid = g_try_new0 (const pe_doc_cell *, MAX (table->rows.size * table->n_columns, 1));

  for (size_t i = 0; grid != NULL && i < table->rows.size; i++)
    {
      const pe_doc_row *row = pe_vector_at (&table->rows, const pe_doc_row, i);
      guint             column = 0;

      for (size_t k = 0; k < row->cells.size; k++)
        {
          const pe_doc_cell *cell = pe_vector_at (&row->cells, const pe_doc_cell, k);

          while (column < table->n_columns && grid[i * table->n_columns + column] != NULL)
            column++;
          for (size_t r = i; r < table->rows.size && r < i + cell->rows; r++)
            for (guint c = column; c < table->n_columns && c < column + cell->columns; c++)
              grid[r * table->n_columns + c] = cell;
        }
    }
  return grid;
}

static void
number_anchor (GHashTable *numbers, char *anchor)
{
  if (anchor != NULL && !g_hash_table_contains (numbers, anchor))
    g_hash_table_insert (numbers, anchor, GUINT_TO_POINTER (g_hash_table_size (numbers) + 1));
}

GHashTable *
pe_report_number_anchors (const pe_report *self)
{
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (size_t i = 0; i < self->blocks.size; i++)
    {
      const pe_doc_block *block = *pe_vector_at (&self->blocks, pe_doc_block *, i);
      const size_t        n_rows = block->table != NULL ? block->table->rows.size : 0;

      number_anchor (numbers, block->anchor);
      for (size_t r = 0; r < n_rows; r++)
        {
          const pe_vector *cells = &pe_vector_at (&block->table->rows, const pe_doc_row, r)->cells;

          for (size_t k = 0; k < cells->size; k++)
            number_anchor (numbers, pe_vector_at (cells, const pe_doc_cell, k)->anchor);
        }
    }
  return numbers;
}
