/* report-pdf-private.h - a PDF file under way: pages, and texts that flow over them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include "report-private.h"

/* GB/T 9704-2012, 5.2, in points: A4, a text of 156 by 225 mm, 37 mm from above and 28 mm from the left, 22 lines. */
#define PE_PDF_LEFT 79.37
#define PE_PDF_TOP 104.88
#define PE_PDF_WIDTH 442.2
#define PE_PDF_HEIGHT 637.8
#define PE_PDF_LINE (PE_PDF_HEIGHT / 22)

/* How a text looks. Families are those that offices have, then what stands in for them. */
typedef struct pe_pdf_style
{
  const char    *families;
  double         size;   /* points */
  double         line;   /* points from one line to the next; 0: what the font wants */
  double         indent; /* of the first line, in points */
  PangoAlignment align;
  gboolean       is_justified;
} pe_pdf_style;

typedef struct pe_pdf
{
  const pe_report *report;
  cairo_surface_t *surface;
  cairo_t         *context;
  PangoContext    *pango;
  double           y;    /* where the next thing stands, from the top of the page */
  guint            page; /* from 1 */
  guint            counters[4];
  guint            n_headings;
  int              outline[5]; /* the entry that each level hangs below */
  pe_status        status;
} pe_pdf;

void pe_pdf_begin_page (pe_pdf *self);
void pe_pdf_end_page (pe_pdf *self);
/* A new page unless so much is left on this one; an empty page is never left. */
void   pe_pdf_need (pe_pdf *self, double height);
double pe_pdf_get_left_over (const pe_pdf *self);
/* A name that links lead to, at a place of this page. */
void pe_pdf_add_anchor (pe_pdf *self, const char *anchor, double x, double y);
/* The layout of spans in a width; before, nullable, stands in front. NULL when memory ran out. */
PangoLayout *pe_pdf_lay_out (pe_pdf *self, const pe_vector *spans, const char *before, const pe_pdf_style *style,
                             double width);
/* Draws lines from *line on, at x and y, while they end above bottom; answers the height and moves *line on. */
double pe_pdf_draw_lines (pe_pdf *self, PangoLayout *layout, const pe_vector *spans, const char *before,
                          const pe_pdf_style *style, double x, double y, double bottom, int *line);
/* The height of all lines from one on. */
double pe_pdf_measure (PangoLayout *layout, const pe_pdf_style *style, int line);

/* report-pdf-table.c */
void pe_pdf_add_table (pe_pdf *self, const pe_doc_table *table);
