/* report-pdf-table.c - tables on pages
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A row stays on one page where it fits on one; the rows of the header stand at the top of each. A cell that goes on beyond a page
 * is drawn in pieces, its text from piece to piece.
 */
#include "report-pdf-private.h"

#define PAD (PE_PDF_POINTS (7) / 2)
#define EDGE 0x555555
#define GROUND 0xEEEEEE
#define PAPER 0xFFFFFF

/* A place of the grid where a cell begins; the others that it covers have n_rows 0. */
typedef struct place
{
  pe_pdf_flow        flow;
  const pe_doc_cell *cell; /* NULL: an empty place */
  size_t             row;
  guint              column, n_columns;
  size_t             n_rows;
  pe_pdf_length      top; /* of the piece on this page */
  gboolean           begun;
} place;

typedef struct grid
{
  pe_pdf             *pdf;
  const pe_doc_table *table;
  const pe_doc_cell **cells;
  place              *places;
  pe_pdf_length      *edges; /* n_columns + 1, from the left of the text */
  size_t              n_rows, n_repeated;
  pe_pdf_length       top; /* where rows begin on this page */
} grid;

static const pe_doc_cell *
get_cell (const grid *self, size_t row, guint column)
{
  return self->cells[row * self->table->n_columns + column];
}

/* The place at which the cell of a place begins. */
static place *
find (const grid *self, size_t row, guint column)
{
  const pe_doc_cell *cell = get_cell (self, row, column);

  while (cell != NULL && row > 0 && get_cell (self, row - 1, column) == cell)
    row--;
  while (cell != NULL && column > 0 && get_cell (self, row, column - 1) == cell)
    column--;
  return &self->places[row * self->table->n_columns + column];
}

/* What covers a row, from left to right; NULL at its end. */
static place *
find_next (const grid *self, size_t row, guint *column)
{
  place *found;

  if (*column >= self->table->n_columns)
    return NULL;
  found = find (self, row, *column);
  *column = MAX (found->column + found->n_columns, *column + 1);
  return found;
}

static gboolean
ends (const place *self, size_t row)
{
  return self->row + self->n_rows <= row + 1;
}

static pe_pdf_length
get_height (const place *self)
{
  return (pe_pdf_length) self->flow.left * self->flow.style.pitch + 2 * PAD;
}

/* How much below the page's cursor a row ends: where each cell that ends with it has room for its text. */
static pe_pdf_length
measure_row (const grid *self, size_t row)
{
  pe_pdf_length need = 2 * PAD;
  guint         column = 0;
  const place  *here;

  while ((here = find_next (self, row, &column)) != NULL)
    if (ends (here, row))
      need = MAX (need, get_height (here) - (self->pdf->y - here->top));
  return need;
}

/* What a cell has of this page. */
static void
draw_piece (const grid *self, place *here, pe_pdf_length bottom)
{
  const pe_pdf_length x = PE_PDF_LEFT + self->edges[here->column];
  const pe_pdf_length width = self->edges[here->column + here->n_columns] - self->edges[here->column];
  const pe_pdf_length height = bottom - here->top, pitch = here->flow.style.pitch;
  pe_pdf_length       y = here->top + PAD;
  guint64             n;

  if (height <= 0)
    return;
  n = height > 2 * PAD ? (guint64) ((height - 2 * PAD) / pitch) : 0;
  if (n >= here->flow.left)
    y = here->top + (height - (pe_pdf_length) here->flow.left * pitch) / 2;
  pe_pdf_draw_box (self->pdf, here->cell != NULL && here->cell->header ? GROUND : PAPER, EDGE, FALSE, x, here->top,
                   width, height);
  if (here->cell != NULL && !here->begun)
    pe_pdf_place_anchor (self->pdf, here->cell->anchor, x, here->top);
  here->begun = TRUE;
  pe_pdf_flow_draw (&here->flow, self->pdf, x + PAD, y, n);
}

static void
begin_row (grid *self, size_t row)
{
  guint  column = 0;
  place *here;

  while ((here = find_next (self, row, &column)) != NULL)
    if (here->row == row)
      here->top = self->pdf->y;
}

static void
end_row (grid *self, size_t row)
{
  guint  column = 0;
  place *here;

  while ((here = find_next (self, row, &column)) != NULL)
    if (ends (here, row))
      draw_piece (self, here, self->pdf->y);
}

static void
draw_header (grid *self)
{
  for (size_t i = 0; i < self->n_repeated * self->table->n_columns; i++)
    if (self->places[i].n_rows > 0)
      pe_pdf_flow_rewind (&self->places[i].flow);
  for (size_t row = 0; row < self->n_repeated; row++)
    {
      begin_row (self, row);
      self->pdf->y += measure_row (self, row);
      end_row (self, row);
    }
  self->top = self->pdf->y;
}

/* In the middle of a row: what is open is drawn, and goes on below the header of the next page. */
static void
turn_page (grid *self, size_t row)
{
  guint  column = 0;
  place *here;

  while ((here = find_next (self, row, &column)) != NULL)
    draw_piece (self, here, self->pdf->y);
  pe_pdf_turn_page (self->pdf);
  draw_header (self);
  column = 0;
  while ((here = find_next (self, row, &column)) != NULL)
    here->top = self->pdf->y;
}

/* A row that no page holds goes on from page to page. */
static void
draw_row (grid *self, size_t row)
{
  pe_pdf_length need;

  begin_row (self, row);
  while ((need = measure_row (self, row)) > PE_PDF_BOTTOM - self->pdf->y && !self->pdf->failed)
    {
      if (self->pdf->y <= self->top)
        self->pdf->y = PE_PDF_BOTTOM;
      turn_page (self, row);
    }
  self->pdf->y += need;
  end_row (self, row);
}

/* Preparing */

static void
set_edges (grid *self)
{
  const pe_doc_table *table = self->table;
  guint64             all = 0, sum = 0;

  for (guint i = 0; i < table->n_columns; i++)
    all += MAX (table->widths[i], 1);
  for (guint i = 0; i < table->n_columns; i++)
    {
      self->edges[i] = (pe_pdf_length) (sum * (guint64) PE_PDF_WIDTH / all);
      sum += MAX (table->widths[i], 1);
    }
  self->edges[table->n_columns] = PE_PDF_WIDTH;
}

/* Wide tables are set smaller. */
static pe_pdf_style
choose_style (const grid *self, const pe_doc_cell *cell)
{
  pe_pdf_style style
      = { .face = PE_PDF_FACE_BODY,
          .size = PE_PDF_POINTS (21) / 2,
          .pitch = PE_PDF_POINTS (15),
          .english = self->pdf->document->language == PE_LANGUAGE_EN };

  if (self->table->n_columns > 8)
    {
      style.size = PE_PDF_POINTS (17) / 2;
      style.pitch = PE_PDF_POINTS (12);
    }
  if (cell == NULL)
    return style;
  style.align = cell->header ? PE_DOC_CENTRE : cell->align;
  if (cell->header)
    style.face = PE_PDF_FACE_HEAD;
  return style;
}

static void
init_place (grid *self, place *here, size_t row, guint column)
{
  const pe_doc_cell *cell = get_cell (self, row, column);
  const pe_pdf_style style = choose_style (self, cell);
  const pe_vector    none = PE_VECTOR_INIT (pe_doc_span);

  *here = (place) { .cell = cell, .row = row, .column = column, .n_columns = 1, .n_rows = 1 };
  while (cell != NULL && column + here->n_columns < self->table->n_columns
         && get_cell (self, row, column + here->n_columns) == cell)
    here->n_columns++;
  while (cell != NULL && row + here->n_rows < self->n_rows && get_cell (self, row + here->n_rows, column) == cell)
    here->n_rows++;
  pe_pdf_flow_init (&here->flow, self->pdf, &style,
                    self->edges[column + here->n_columns] - self->edges[column] - 2 * PAD, NULL,
                    cell != NULL ? &cell->spans : &none);
}

static void
init_places (grid *self)
{
  for (size_t row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < self->table->n_columns && !self->pdf->failed; column++)
      {
        place *here = &self->places[row * self->table->n_columns + column];

        if (find (self, row, column) == here)
          init_place (self, here, row, column);
      }
}

/* The height of some rows from the top, as if nothing came below. */
static pe_pdf_length
measure_rows (grid *self, size_t n)
{
  const pe_pdf_length y = self->pdf->y;
  pe_pdf_length       height;

  for (size_t row = 0; row < n; row++)
    {
      begin_row (self, row);
      self->pdf->y += measure_row (self, row);
    }
  height = self->pdf->y - y;
  self->pdf->y = y;
  return height;
}

/* A header that takes a third of a page, or that goes on below, is not repeated. */
static void
settle_header (grid *self)
{
  self->n_repeated = MIN (self->table->n_headers, self->n_rows);
  for (size_t i = 0; i < self->n_repeated * self->table->n_columns; i++)
    if (self->places[i].n_rows > 0 && !ends (&self->places[i], self->n_repeated - 1))
      self->n_repeated = 0;
  if (measure_rows (self, self->n_repeated) > (PE_PDF_BOTTOM - PE_PDF_TOP) / 3)
    self->n_repeated = 0;
}

/* One that no page holds goes on on the next. */
static void
draw_caption (pe_pdf *self, pe_pdf_flow *caption)
{
  const pe_pdf_length pitch = caption->style.pitch;

  while (caption->left > 0 && !self->failed)
    {
      const pe_pdf_length room = (PE_PDF_BOTTOM - self->y) / pitch;
      const pe_pdf_length n = MIN ((pe_pdf_length) MIN (caption->left, G_MAXINT32), room);

      pe_pdf_flow_draw (caption, self, PE_PDF_LEFT, self->y, (guint64) MAX (n, 0));
      self->y += n * pitch;
      if (caption->left > 0)
        pe_pdf_turn_page (self);
    }
  self->y += PE_PDF_POINTS (3);
}

static void
draw_rows (grid *self, pe_pdf_flow *caption)
{
  settle_header (self);
  pe_pdf_keep (self->pdf, caption->style.pitch * (pe_pdf_length) caption->n_all
                              + measure_rows (self, MIN (self->n_repeated + 1, self->n_rows)));
  draw_caption (self->pdf, caption);
  draw_header (self);
  for (size_t row = self->n_repeated; row < self->n_rows && !self->pdf->failed; row++)
    draw_row (self, row);
}

void
pe_pdf_draw_table (pe_pdf *self, const pe_doc_block *block, pe_pdf_flow *caption)
{
  const pe_doc_table *table = block->table;
  grid                all = { .pdf = self, .table = table, .n_rows = table->rows.size };
  const size_t        n = all.n_rows * table->n_columns;

  all.cells = pe_doc_table_lay_out (table);
  all.places = g_try_new0 (place, MAX (n, 1));
  all.edges = g_try_new0 (pe_pdf_length, (size_t) table->n_columns + 1);
  self->failed = self->failed || all.cells == NULL || all.places == NULL || all.edges == NULL;
  if (!self->failed)
    {
      set_edges (&all);
      init_places (&all);
    }
  if (!self->failed)
    draw_rows (&all, caption);
  for (size_t i = 0; all.places != NULL && i < n; i++)
    pe_pdf_flow_clear (&all.places[i].flow);
  g_free (all.edges);
  g_free (all.places);
  g_free (all.cells);
}
