/* report-private.h - a document before it has a file format
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval-office/chart.h>
#include <perfeval-office/report.h>
#include <perfeval/error.h>

#include "../base/vector-private.h"
#include "writing-private.h"

/* What stands in a report, in order, without a word on how it looks: the report makes it once, and each writer
 * (report-docx.c, report-html.c, report-markdown.c, report-pdf.c) renders it. Headings carry levels, not numbers,
 * and references carry names, not pages: numbers, pages and fonts belong to the writer.
 *
 * The document owns everything in it. Texts are UTF-8 without control characters: whatever the office wrote was cleaned when
 * it came in, so that a writer has only to escape for its own format. "\n" within a text is the break of a line. */

typedef enum pe_doc_kind
{
  PE_DOC_TITLE = 1,  /* the document's title; once, first */
  PE_DOC_HEADING,    /* level 1 to 4: 一、 （一） 1. （1） */
  PE_DOC_PARAGRAPH,  /* running text */
  PE_DOC_NOTE,       /* a boxed remark: the status of the rulebook, its assumptions, how a rate was rounded */
  PE_DOC_GAP,        /* what the office has not written yet: shown, never left out */
  PE_DOC_TABLE,      /* a table with its caption */
  PE_DOC_PICTURE,    /* a chart with its caption */
  PE_DOC_PAGE_BREAK, /* a new page where the format has pages */
} pe_doc_kind;

typedef enum pe_doc_align
{
  PE_DOC_LEFT = 0,
  PE_DOC_CENTRE,
  PE_DOC_RIGHT, /* numbers */
} pe_doc_align;

/* A stretch of text that looks alike. */
typedef struct pe_doc_span
{
  char    *text;
  char    *target; /* nullable: the name of the anchor that it leads to */
  gboolean strong;
} pe_doc_span;

/* A cell covers `columns` by `rows` places of the grid; places that a cell above or to the left covers have no cell. */
typedef struct pe_doc_cell
{
  pe_vector    spans;  /* pe_doc_span */
  char        *anchor; /* nullable: what a target can lead to */
  pe_doc_align align;
  guint        columns, rows; /* at least 1 */
  gboolean     header;
} pe_doc_cell;

typedef struct pe_doc_row
{
  pe_vector cells; /* pe_doc_cell */
} pe_doc_row;

typedef struct pe_doc_table
{
  pe_vector rows; /* pe_doc_row */
  guint     n_columns;
  guint    *widths;    /* n_columns shares of the width, in whole parts */
  guint     n_headers; /* rows at the top that are repeated on each page; their cells are headers */
} pe_doc_table;

typedef struct pe_doc_block
{
  pe_doc_kind   kind;
  guint         level;   /* of a heading */
  char         *anchor;  /* nullable: what a target can lead to */
  pe_vector     spans;   /* pe_doc_span: the text, or the caption of a table or picture */
  pe_doc_table *table;   /* of a table */
  pe_chart     *picture; /* of a picture */
} pe_doc_block;

struct pe_report
{
  gint        references;
  pe_language language;
  char       *date;    /* ISO 8601, the date that the caller gave: nothing here asks the clock */
  char       *author;  /* nullable: the unit */
  char       *title;   /* nullable: as the file's properties have it */
  pe_vector   blocks;  /* pe_doc_block * */
  GHashTable *anchors; /* char * -> pe_doc_block *, to find names that are there */
  uint64_t    parts;   /* how many were taken of PE_REPORT_PARTS */
  gboolean    full;    /* there was no room for more parts */
  gboolean    failed;  /* memory or room ran out while it was built: pe_report_seal() says so once */
};

/* A template of a few bytes can ask for whole tables, and for one as often as it likes, so that neither its own size nor the
 * dossier's bounds what is made of both: what bounds it is how much a report holds. A part is a block, a row, a cell or a
 * stretch of text, and each 64 bytes of text once more: not more than some hundred megabytes while it is made. */
#define PE_REPORT_PARTS 1000000
#define PE_REPORT_PART_BYTES 64

/* Building: one thread, until it is sealed. A call after memory ran out does nothing, and what is NULL adds nothing, so that
 * only pe_report_seal() has to be asked. A block, row or cell stays where it is until the next of its kind is added.
 * Texts are copied and cleaned: control characters, marks that turn the direction of writing, and what no XML can
 * hold are left out, every kind of line end is "\n", a tab a space. */
pe_report *pe_report_new (pe_language language, const char *date, const char *author);
/* Takes room for parts; FALSE when there is none, or the document has failed. Those that add take their own. */
gboolean      pe_report_take (pe_report *self, uint64_t parts);
pe_doc_block *pe_report_add (pe_report *self, pe_doc_kind kind, guint level, const char *anchor);
void          pe_doc_block_add_text (pe_report *self, pe_doc_block *block, const char *text, const char *target,
                                     gboolean strong);
/* anchor nullable; widths are n_columns shares. */
pe_doc_table *pe_report_add_table (pe_report *self, const char *caption, const char *anchor, guint n_columns,
                                   const guint *widths, guint n_headers);
pe_doc_row   *pe_doc_table_add_row (pe_report *self, pe_doc_table *table);
pe_doc_cell  *pe_doc_row_add_cell (pe_report *self, pe_doc_row *row, pe_doc_align align, guint columns, guint rows);
void          pe_doc_cell_set_anchor (pe_report *self, pe_doc_cell *cell, const char *anchor);
void pe_doc_cell_add_text (pe_report *self, pe_doc_cell *cell, const char *text, const char *target, gboolean strong);
/* Takes the chart over, also when it fails. */
void pe_report_add_picture (pe_report *self, pe_chart *chart, const char *caption);
/* Takes targets without an anchor away. PE_OK, or PE_ERROR_NO_MEMORY if any of the calls above ran out of it, or
 * PE_ERROR_LIMIT_ITEMS if there was no room. */
pe_status pe_report_seal (pe_report *self, pe_error **error);

/* Reading, for writers. */

/* The number that a heading has: in Chinese by GB/T 9704-2012, 一、 （一） 1. （1）; in English 1. 1.1 1.1.1. Counters
 * has 4 elements, 0 at first. */
void pe_report_number_heading (pe_writing *out, pe_language language, guint level, guint counters[4]);
/* The grid of a table, row by row: the cell that covers each place, or NULL; owned: g_free(). NULL when memory ran out. */
const pe_doc_cell **pe_doc_table_lay_out (const pe_doc_table *table);
/* The anchors by numbers from 1, in the order in which they stand: char * -> its number. Owned: g_hash_table_unref(); its names are borrowed. */
GHashTable *pe_report_number_anchors (const pe_report *self);
