/* report-pdf-table.c - tables of a PDF file: rows that break over pages, headers that are repeated
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "report-pdf-private.h"

#define PADDING 3.5
#define THIN 0.5

static const pe_pdf_style cell_styles[] = {
  [PE_DOC_LEFT] = { "FangSong, 仿宋, Noto Serif CJK SC, serif", 10.5, 0, 0, PANGO_ALIGN_LEFT, FALSE },
  [PE_DOC_CENTRE] = { "FangSong, 仿宋, Noto Serif CJK SC, serif", 10.5, 0, 0, PANGO_ALIGN_CENTER, FALSE },
  [PE_DOC_RIGHT] = { "FangSong, 仿宋, Noto Serif CJK SC, serif", 10.5, 0, 0, PANGO_ALIGN_RIGHT, FALSE },
};
static const pe_pdf_style head_style
    = { "SimHei, 黑体, Noto Sans CJK SC, sans", 10.5, 0, 0, PANGO_ALIGN_CENTER, FALSE };

typedef struct
{
  pe_pdf             *pdf;
  const pe_doc_table *table;
  const pe_doc_cell **grid;
  double             *edges; /* n_columns + 1 */
} table_drawing;

/* A cell of the row that is being drawn. */
typedef struct
{
  const pe_doc_cell *cell;
  PangoLayout       *layout;
  guint              first, end; /* columns */
  int                line;       /* the next one to draw */
  gboolean           goes_below; /* goes on in the row below: has no edge at the bottom */
  gboolean           goes_on;    /* began in a row above: has no text here and no edge on top */
} row_part;

static const pe_pdf_style *
get_style (const pe_doc_cell *cell)
{
  return cell->header ? &head_style : &cell_styles[cell->align];
}

/* The parts of a row, from left to right; n is set. NULL when memory ran out. */
static row_part *
lay_out_row (const table_drawing *self, size_t row, guint *n)
{
  const guint         n_columns = self->table->n_columns;
  const pe_doc_cell **here = self->grid + row * n_columns;
  row_part           *parts = g_try_new0 (row_part, MAX (n_columns, 1));

  *n = 0;
  for (guint column = 0; parts != NULL && column < n_columns;)
    {
      row_part *out = &parts[(*n)++];

      out->cell = here[column];
      out->first = column;
      while (column < n_columns && here[column] == out->cell && (out->cell != NULL || column == out->first))
        column++;
      out->end = column;
      out->goes_below
          = row + 1 < self->table->rows.size && out->cell != NULL && here[out->first] == here[out->first + n_columns];
      out->goes_on = row > 0 && out->cell != NULL && here[out->first] == here[(int) out->first - (int) n_columns];
      if (out->cell != NULL && !out->goes_on)
        out->layout = pe_pdf_lay_out (self->pdf, &out->cell->spans, NULL, get_style (out->cell),
                                      self->edges[out->end] - self->edges[out->first] - 2 * PADDING);
    }
  return parts;
}

static void
free_parts (row_part *parts, guint n)
{
  for (guint i = 0; parts != NULL && i < n; i++)
    g_clear_object (&parts[i].layout);
  g_free (parts);
}

/* What is left of a row to draw. */
static double
measure_rest (const row_part *parts, guint n)
{
  double height = 0;

  for (guint i = 0; i < n; i++)
    if (parts[i].layout != NULL)
      height = MAX (height, pe_pdf_measure (parts[i].layout, get_style (parts[i].cell), parts[i].line));
  return height + 2 * PADDING;
}

static void
draw_frame (const table_drawing *self, const row_part *part, double y, double height)
{
  cairo_t     *context = self->pdf->context;
  const double left = PE_PDF_LEFT + self->edges[part->first], right = PE_PDF_LEFT + self->edges[part->end];

  if (part->cell != NULL && part->cell->header)
    {
      cairo_set_source_rgb (context, 0.93, 0.93, 0.93);
      cairo_rectangle (context, left, y, right - left, height);
      cairo_fill (context);
    }
  cairo_set_source_rgb (context, 0.33, 0.33, 0.33);
  cairo_set_line_width (context, THIN);
  cairo_move_to (context, left, y);
  (part->goes_on ? cairo_move_to : cairo_line_to) (context, right, y);
  cairo_line_to (context, right, y + height);
  (part->goes_below ? cairo_move_to : cairo_line_to) (context, left, y + height);
  cairo_line_to (context, left, y);
  cairo_stroke (context);
  cairo_set_source_rgb (context, 0, 0, 0);
}

/* As much of a row as the page takes. */
static void
draw_slice (const table_drawing *self, row_part *parts, guint n, double height)
{
  pe_pdf *pdf = self->pdf;

  for (guint i = 0; i < n; i++)
    {
      const pe_pdf_style *style = parts[i].cell != NULL ? get_style (parts[i].cell) : NULL;
      double              text, y = pdf->y + PADDING;

      draw_frame (self, &parts[i], pdf->y, height);
      if (parts[i].layout == NULL)
        continue;
      if (parts[i].line == 0)
        pe_pdf_add_anchor (pdf, parts[i].cell->anchor, PE_PDF_LEFT + self->edges[parts[i].first], pdf->y);
      text = pe_pdf_measure (parts[i].layout, style, parts[i].line);
      if (text < height - 2 * PADDING)
        y += (height - 2 * PADDING - text) / 2;
      (void) pe_pdf_draw_lines (
          pdf, parts[i].layout, &parts[i].cell->spans, NULL, style, PE_PDF_LEFT + self->edges[parts[i].first] + PADDING,
          y, pdf->y + height - PADDING, &parts[i].line);
    }
  pdf->y += height;
}

static gboolean
is_done (const row_part *parts, guint n)
{
  for (guint i = 0; i < n; i++)
    if (parts[i].layout != NULL && parts[i].line < pango_layout_get_line_count (parts[i].layout))
      return FALSE;
  return TRUE;
}

static void draw_headers (const table_drawing *self);

/* A row goes to the next page whole where it fits there; one that is longer than a page is drawn in slices. */
static void
draw_row (const table_drawing *self, size_t row, gboolean is_header)
{
  guint     n = 0;
  row_part *parts = lay_out_row (self, row, &n);
  double    height;

  if (parts == NULL)
    {
      self->pdf->status = PE_ERROR_NO_MEMORY;
      return;
    }
  do
    {
      const guint page = self->pdf->page;

      height = measure_rest (parts, n);
      if (!is_header && height > pe_pdf_get_left_over (self->pdf))
        {
          pe_pdf_need (self->pdf, MIN (height, PE_PDF_HEIGHT));
          if (self->pdf->page != page)
            draw_headers (self);
        }
      draw_slice (self, parts, n, MIN (height, MAX (pe_pdf_get_left_over (self->pdf), 4 * PADDING)));
    }
  while (!is_header && !is_done (parts, n) && pe_pdf_get_left_over (self->pdf) < PE_PDF_HEIGHT);
  free_parts (parts, n);
}

static void
draw_headers (const table_drawing *self)
{
  for (size_t i = 0; i < MIN (self->table->n_headers, self->table->rows.size); i++)
    draw_row (self, i, TRUE);
}

static double *
find_edges (const pe_doc_table *table)
{
  double *edges = g_try_new (double, (gsize) table->n_columns + 1);
  guint64 all = 0, before = 0;

  for (guint i = 0; i < table->n_columns; i++)
    all += table->widths[i];
  for (guint i = 0; edges != NULL && i <= table->n_columns; i++)
    {
      edges[i] = PE_PDF_WIDTH * (double) before / (double) MAX (all, 1);
      before += i < table->n_columns ? table->widths[i] : 0;
    }
  return edges;
}

void
pe_pdf_add_table (pe_pdf *self, const pe_doc_table *table)
{
  table_drawing drawing = { self, table, pe_doc_table_lay_out (table), find_edges (table) };

  if (drawing.grid == NULL || drawing.edges == NULL)
    self->status = PE_ERROR_NO_MEMORY;
  for (size_t i = 0; self->status == PE_OK && i < table->rows.size; i++)
    draw_row (&drawing, i, i < table->n_headers);
  self->y += PE_PDF_LINE / 2;
  g_free (drawing.grid);
  g_free (drawing.edges);
}
