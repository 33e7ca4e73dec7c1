/* scorebook-private.h - what the sheets of a scorebook share
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval-office/scorebook.h>

#include "../base/vector-private.h"
#include "scorebook-term-private.h"
#include "xlsx-private.h"

typedef enum pe_book_format
{
  PE_BOOK_TITLE,
  PE_BOOK_NOTE,
  PE_BOOK_WARNING, /* what has to be seen: the status, a difference */
  PE_BOOK_HEADER,
  PE_BOOK_TEXT,
  PE_BOOK_NUMBER,
  PE_BOOK_GROUP,        /* a text of a group or the total */
  PE_BOOK_GROUP_NUMBER, /* likewise */
  PE_BOOK_HELD,         /* a score that is no formula */
  PE_BOOK_N_FORMATS
} pe_book_format;

/* A figure on the sheet of figures. */
typedef struct pe_book_figure
{
  lxw_row_t row;
  pe_figure figure; /* what stands in the cell; #PE_STATE_TEXT where it is no number */
} pe_book_figure;

/* How a node's score is written. */
typedef struct pe_book_node
{
  lxw_row_t         row;      /* on the sheet of scores */
  size_t            first, n; /* of its figures */
  size_t            entry;    /* the first of its entries in the ledger, from 1; 0: none */
  size_t            end;      /* the node behind all that are below it */
  pe_scorebook_term points;   /* by its rule; refused: the library's value */
  pe_scorebook_term share;    /* the score by one division; refused: there is no such */
  pe_scorebook_term score;    /* after adjustments and rounding; refused: the library's value */
  pe_scorebook_term adjusted; /* what adjustments and rescaling took or gave; refused with one: not told by a decimal */
  gboolean          has_adjustment;
  gboolean          is_rescaled; /* of the total: marks were moved */
  gboolean          has_children;
} pe_book_node;

typedef struct pe_book
{
  pe_office_file       file;
  const pe_evaluation *evaluation;
  gboolean             zh;
  pe_language          language;
  pe_rounding_contract contract;
  lxw_format          *formats[PE_BOOK_N_FORMATS];
  lxw_worksheet       *scores, *figures, *charts, *notes;
  pe_vector            nodes;       /* pe_book_node */
  pe_vector            figure_rows; /* pe_book_figure */
  pe_vector next_entries; /* size_t: behind each entry of the ledger the next one on its node, from 1; 0: none */
  lxw_row_t next_figure;
  guint     lines; /* of the row under way on the sheet of scores */
  pe_status status;
} pe_book;

/* Columns of the sheet of scores. */
enum
{
  PE_BOOK_CODE = 0,
  PE_BOOK_NAME,
  PE_BOOK_FULL,
  PE_BOOK_STANDARD,
  PE_BOOK_FIGURES,
  PE_BOOK_POINTS,
  PE_BOOK_ADJUSTED,
  PE_BOOK_SCORE,
  PE_BOOK_LOST,
  PE_BOOK_REASON,
  PE_BOOK_LIBRARY,
  PE_BOOK_DIFFERENCE,
  PE_BOOK_HOW,
  PE_BOOK_N_COLUMNS
};

#define PE_BOOK_SCORES_ZH "评分表"
#define PE_BOOK_FIGURES_ZH "数据"

/* scorebook.c */
/* Keeps that memory ran out; answers whether a call came out well. Other failures are what the caller takes them for. */
gboolean      pe_book_check (pe_book *self, pe_status status);
const char   *pe_book_say (pe_book *self, const char *zh, const char *en);
pe_book_node *pe_book_node_at (pe_book *self, size_t index);
void          pe_book_read_node (pe_book *self, size_t index, pe_node *out);
/* A text without controls, cut at what a cell takes. */
void pe_book_put_text (pe_book *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text,
                       pe_book_format format);
/* FALSE where it does not fit a binary number: then it is written as a text. */
gboolean pe_book_put_decimal (pe_book *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                              const pe_decimal *decimal, pe_book_format format);
/* Owned. Without controls but for line ends, and marks of direction; at most so many characters. */
char *pe_book_clean (const char *text, size_t most);
/* A formula with the result that it has. */
void pe_book_put_formula (pe_book *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *formula,
                          const pe_decimal *result, pe_book_format format);
/* Points of a node as the evaluation prints them; owned. FALSE: no decimal holds them. */
gboolean pe_book_get_points (pe_book *self, size_t node, pe_points points, pe_decimal *out, char **text);
/* "H7", "'数据'!$E$7"; owned. */
char *pe_book_score_cell (lxw_row_t row, lxw_col_t column);

/* scorebook-figures.c: the sheet of figures. */
void pe_book_write_figures (pe_book *self);
/* What a person calls the figure: "全年执行数"; owned. */
char *pe_book_name_figure (pe_book *self, size_t node, size_t index, const char *name);
/* The figure of a name among those of a node, the nth of them. */
const pe_book_figure *pe_book_find_figure (pe_book *self, size_t node, const char *name, size_t nth);
void                  pe_book_get_factor (pe_unit unit, int64_t *times, int64_t *by);
/* Its cell; refused where it is no number. in_base: in 元, or as a bare number. */
pe_scorebook_term pe_book_term_of_figure (pe_book *self, const pe_book_figure *figure, gboolean in_base);
/* One more row below those of the node that was written last: what the library derived. */
const pe_book_figure *pe_book_add_figure (pe_book *self, size_t node, const char *name, const char *measure,
                                          const pe_figure *figure);

/* scorebook-rule.c: the points of a leaf by its rule. *share: the whole score, where one division gives it. */
pe_scorebook_term pe_book_term_of_rule (pe_book *self, size_t node, pe_scorebook_term *share);

/* scorebook-plan.c: decides for each node, and proves what it decides. The points of a leaf are planned while its figures are
 * written, scores when all is there. */
void pe_book_plan_points (pe_book *self, size_t node);
void pe_book_plan_scores (pe_book *self);

/* scorebook-scores.c, scorebook-notes.c */
void pe_book_write_scores (pe_book *self);
void pe_book_write_charts (pe_book *self);
void pe_book_write_notes (pe_book *self);
/* What the rulebook is, where it is not official; else "". */
const char *pe_book_status_sentence (pe_book *self);
/* Answers the last row. */
lxw_row_t pe_book_write_assumptions (pe_book *self, lxw_row_t row);
/* A4, lying, as wide as the page. */
void pe_book_fit_page (lxw_worksheet *sheet);
