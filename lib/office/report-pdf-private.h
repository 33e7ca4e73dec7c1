/* report-pdf-private.h - a document on pages
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "chart-font-private.h"
#include "report-private.h"

/* Lengths are pango's units, 1024 to a point, as whole numbers: pages break at the same places everywhere. */
typedef gint64 pe_pdf_length;

#define PE_PDF_POINTS(points) ((pe_pdf_length) (points) * PANGO_SCALE)
/* GB/T 9704-2012: a text of 156 by 225 mm, 28 mm from the left and 37 mm from above, 22 lines. */
#define PE_PDF_MM(mm) ((pe_pdf_length) (mm) * PANGO_SCALE * 720 / 254)
#define PE_PDF_LEFT PE_PDF_MM (28)
#define PE_PDF_TOP PE_PDF_MM (37)
#define PE_PDF_WIDTH PE_PDF_MM (156)
#define PE_PDF_LINE (PE_PDF_MM (225) / 22)
#define PE_PDF_BOTTOM (PE_PDF_TOP + 22 * PE_PDF_LINE)
/* Pages of a document. What a letter costs to be set is pango's and cairo's affair, some ten to a hundred microseconds of each;
 * a report that an office files has dozens of pages. */
#define PE_PDF_PAGES 3000

/* What cairo takes. Nothing but places on paper is binary. */
static inline double
pe_pdf_place (pe_pdf_length length)
{
  return (double) length / PANGO_SCALE;
}

typedef enum pe_pdf_face
{
  PE_PDF_FACE_BODY = 0, /* 仿宋 */
  PE_PDF_FACE_TITLE,    /* 小标宋 */
  PE_PDF_FACE_HEAD,     /* 黑体 */
  PE_PDF_FACE_SECOND,   /* 楷体 */
  PE_PDF_FACE_SONG,     /* 宋体 */
} pe_pdf_face;

typedef struct pe_pdf_style
{
  pe_pdf_face   face;
  pe_pdf_length size, pitch; /* of the type, and from line to line */
  pe_pdf_length indent;      /* of the first line */
  pe_doc_align  align;
  gboolean      strong;
  gboolean      english;
  gboolean      filled; /* Chinese lines end where the text ends: what is left goes between the characters */
} pe_pdf_style;

/* A page under way. */
typedef struct pe_pdf
{
  const pe_report    *document;
  const pe_doc_block *block; /* nullable: under way */
  cairo_t            *context;
  cairo_surface_t    *surface;
  PangoLayout        *layout;
  GHashTable         *anchors; /* char * -> its number from 1 */
  gboolean           *placed;  /* by the number of an anchor: whether it has its place */
  pe_pdf_length       y;
  gint64              area;    /* of the texts that were broken into lines so far, in square points */
  guint               n_pages; /* before this one */
  gboolean            failed;  /* memory ran out, or it is full */
  gboolean            full;    /* more pages than there may be, now or when what was measured is drawn */
} pe_pdf;

/* report-pdf.c */
void pe_pdf_turn_page (pe_pdf *self);
/* A page on which so much fits, if any does. */
void pe_pdf_keep (pe_pdf *self, pe_pdf_length height);
/* Gives an anchor its place, the first time. */
void pe_pdf_place_anchor (pe_pdf *self, const char *anchor, pe_pdf_length x, pe_pdf_length y);
/* A rectangle with a ground (0xRRGGBB) and an edge. */
void pe_pdf_draw_box (pe_pdf *self, guint32 ground, guint32 edge, gboolean dashed, pe_pdf_length x, pe_pdf_length y,
                      pe_pdf_length width, pe_pdf_length height);

/* report-pdf-flow.c: a text that is broken into lines, some at a time, so that no text is too long to be laid out. */

typedef struct pe_pdf_flow
{
  pe_pdf_style  style;
  pe_pdf_length width;
  char         *text; /* owned; NULL: no text */
  size_t        size;
  pe_vector     stretches;   /* of spans */
  size_t        at;          /* where the next line begins; beyond size when there is none */
  size_t        first;       /* the stretch there */
  guint64       n_all, left; /* lines, and those still to be drawn */
} pe_pdf_flow;

/* Breaks texts into lines; prefix is nullable and stands before them. */
void pe_pdf_flow_init (pe_pdf_flow *self, pe_pdf *pdf, const pe_pdf_style *style, pe_pdf_length width,
                       const char *prefix, const pe_vector *spans);
/* As far as the first lines go: n_all is right up to most, and greater where there are more. Not to be drawn. */
void pe_pdf_flow_peek (pe_pdf_flow *self, pe_pdf *pdf, const pe_pdf_style *style, pe_pdf_length width,
                       const pe_vector *spans, guint64 most);
/* Draws the next lines, at most n, below y. */
void pe_pdf_flow_draw (pe_pdf_flow *self, pe_pdf *pdf, pe_pdf_length x, pe_pdf_length y, guint64 n);
/* Begins again. */
void pe_pdf_flow_rewind (pe_pdf_flow *self);
void pe_pdf_flow_clear (pe_pdf_flow *self);
/* "body set in …": the face that is there; owned. */
char *pe_pdf_name_face (pe_pdf *pdf);

/* report-pdf-table.c */
void pe_pdf_draw_table (pe_pdf *self, const pe_doc_block *block, pe_pdf_flow *caption);
