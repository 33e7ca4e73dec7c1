/* chart-private.h - a chart as what is to be drawn, and how it is laid out
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <cairo.h>
#include <glib.h>
#include <perfeval-office/chart.h>

#include "../base/vector-private.h"

/* A kind of chart (chart-losses.c and its like) makes rows of figures; the layout (chart-rows.c, chart-execution.c) makes
 * marks of them, once; SVG and cairo draw the marks. Lengths are whole hundredths of a point, so that the same figures give
 * the same picture whatever the machine does with fractions. */
typedef int32_t pe_length;

#define PE_POINT 100

/* The palette of Okabe and Ito, which people who confuse colours tell apart, and greys. */
typedef enum pe_ink
{
  PE_INK_NONE = 0,
  PE_INK_BLACK,
  PE_INK_GREY, /* small print; dark enough to read */
  PE_INK_LINE, /* rules and grids */
  PE_INK_PAPER,
  PE_INK_BLUE,
  PE_INK_SKY,
  PE_INK_ORANGE,
  PE_INK_VERMILLION,
  PE_INK_GREEN,
} pe_ink;

/* 0xRRGGBB; chart.c. */
guint32 pe_ink_get_colour (pe_ink ink);

/* What an area means. Each differs from the others in print without colour. */
typedef enum pe_fill
{
  PE_FILL_FRAME = 0, /* full marks: an outline */
  PE_FILL_SCORE,     /* solid */
  PE_FILL_LOSS,      /* rising hatch */
  PE_FILL_GAIN,      /* crossed hatch */
  PE_FILL_BEFORE,    /* falling hatch */
  PE_FILL_OTHER,     /* lying lines */
  PE_FILL_LINE,      /* no area but a dashed line; of legends alone */
} pe_fill;

typedef enum pe_mark_kind
{
  PE_MARK_RECT = 1, /* x, y, width, height */
  PE_MARK_LINES,    /* segments first to first + n */
  PE_MARK_TEXT,     /* x, y: the left end of the base line; height: the size of the type; width as measured */
} pe_mark_kind;

typedef struct pe_chart_mark
{
  pe_mark_kind kind;
  pe_ink       fill, stroke;
  pe_length    x, y, width, height;
  pe_length    weight; /* of the stroke */
  gboolean     dashed, bold;
  size_t       first, n;
  char        *text; /* owned */
  char        *full; /* owned, nullable: the whole of a text that was cut */
} pe_chart_mark;

typedef struct pe_segment
{
  pe_length x1, y1, x2, y2;
} pe_segment;

struct pe_chart
{
  gint        references;
  pe_language language;
  pe_length   width, height;
  char       *title, *description;
  pe_vector   marks;    /* pe_chart_mark */
  pe_vector   segments; /* pe_segment */
};

/* chart.c */

/* Fills in what the caller left out. */
pe_status pe_chart_import_options (pe_chart_options *out, const pe_chart_options *theirs, pe_error **error);

/* chart-pen.c: measures texts, and draws on a chart. */

/* Belongs to one thread for the time of a layout. */
typedef struct pe_pen
{
  pe_chart *chart;
  void     *layout; /* PangoLayout */
  pe_status status; /* what went wrong first; nothing is drawn afterwards */
  guint64   work;   /* bytes that were laid out, for the tests */
} pe_pen;

pe_status pe_pen_open (pe_pen *self, const pe_chart_options *options);
/* Hands over the chart, or frees it and says what went wrong; *self is cleared. */
pe_status pe_pen_close (pe_pen *self, pe_chart **out, pe_error **error);

/* Gives up; may be closed before. */
void pe_pen_discard (pe_pen *self);
/* The width of a text; of one that is wider than the chart, at least the chart's. */
pe_length pe_pen_measure (pe_pen *self, const char *text, pe_length size, gboolean bold);
void      pe_pen_rect (pe_pen *self, pe_ink fill, pe_ink stroke, pe_length x, pe_length y, pe_length width,
                       pe_length height);
void      pe_pen_area (pe_pen *self, pe_fill fill, pe_length x, pe_length y, pe_length width, pe_length height);
void pe_pen_line (pe_pen *self, pe_ink ink, pe_length weight, gboolean dashed, const pe_segment *segments, size_t n);

/* One line of text, which is cut where it is longer than width (0: never). align: 0 left of x to its right, 1 centred on
 * it, 2 ending at it. */
typedef enum pe_pen_align
{
  PE_PEN_LEFT = 0,
  PE_PEN_CENTRE,
  PE_PEN_RIGHT,
} pe_pen_align;

typedef struct pe_chart_type
{
  pe_length size;
  gboolean  bold;
  pe_ink    ink;
} pe_chart_type;

/* How far the next line lies below. */
pe_length pe_type_pitch (const pe_chart_type *self);
/* How many lines of a width a text takes, at most `most`. */
guint pe_pen_count_lines (pe_pen *self, const pe_chart_type *type, const char *text, pe_length width, guint most);
/* Draws them, the last one cut where there would be more; y: the top. Answers the height. */
pe_length pe_pen_text (pe_pen *self, const pe_chart_type *type, pe_pen_align align, const char *text, pe_length x,
                       pe_length y, pe_length width, guint most);
/* A text of a caller without controls, marks of direction and runs of blanks, cut where nobody would read on; owned, NULL
 * when memory ran out. */
char *pe_pen_clean (const char *text);

/* chart-axis.c: values are whole millionths, of a point or of a percent. */

#define PE_VALUE_ONE G_GINT64_CONSTANT (1000000)

int64_t pe_value_of_decimal (const pe_decimal *decimal);

typedef struct pe_axis
{
  int64_t   low, high, step;
  pe_length start, length;
} pe_axis;

/* An axis whose ends and steps are round and that holds from and to. */
void      pe_axis_init (pe_axis *self, int64_t from, int64_t to, guint steps);
pe_length pe_axis_place (const pe_axis *self, int64_t value);
/* "99.6"; owned. */
char *pe_axis_label (int64_t value);

/* chart-rows.c: bars that lie, a row each, with a label before and the figures behind. */

#define PE_ROW_BARS 4
/* What fits on a page that is read. */
#define PE_CHART_ROWS_MOST 60

typedef struct pe_bar
{
  int64_t from, to;
  pe_fill fill;
  guint   lane;
} pe_bar;

typedef struct pe_chart_row
{
  char    *label, *value; /* owned */
  gboolean strong;
  int64_t  end; /* where the next one begins in a waterfall */
  guint    n_bars;
  pe_bar   bars[PE_ROW_BARS];
} pe_chart_row;

typedef struct pe_legend
{
  pe_fill     fill;
  const char *text; /* static */
} pe_legend;

typedef struct pe_rows
{
  const pe_chart_options *options;
  pe_vector               rows; /* pe_chart_row */
  pe_legend               legends[PE_ROW_BARS];
  guint                   n_legends, n_lanes;
  gboolean                linked;                /* each row begins where the one before ended: a waterfall */
  gboolean                zoomed;                /* the axis may begin above 0 */
  int64_t                 reference;             /* a line across all rows, 0: none */
  int64_t                 most;                  /* where the axis ends at the latest, 0: where the bars do */
  const char             *axis;                  /* static: what the axis counts */
  char                   *title, *note, *remark; /* owned; remark nullable: what has to be known to read it */
  pe_status               status;
} pe_rows;

void pe_rows_init (pe_rows *self, const pe_chart_options *options);
/* Takes label and value over (NULL where memory ran out). The row stays valid until the next one is added. */
pe_chart_row *pe_rows_add (pe_rows *self, char *label, char *value);
void          pe_chart_row_add_bar (pe_chart_row *self, guint lane, pe_fill fill, int64_t from, int64_t to);
void          pe_rows_add_legend (pe_rows *self, pe_fill fill, const char *text);
/* Lays the chart out; clears the rows whatever happens. */
pe_status pe_rows_finish (pe_rows *self, pe_chart **out, pe_error **error);
/* For another layout of the same rows, which was drawn down to y: adds the foot, hands the chart over, clears rows and pen. */
pe_status pe_rows_close (pe_rows *self, pe_pen *pen, pe_length y, pe_chart **out, pe_error **error);
/* The head and the foot that every chart has. Each answers the height. */
pe_length pe_pen_head (pe_pen *self, const char *title, const pe_legend *legends, guint n);
pe_length pe_pen_foot (pe_pen *self, const char *remark, const char *note, pe_length y);

/* chart-words.c: what charts say. */

/* Points of a node as the evaluation prints them; owned. */
char *pe_chart_print_points (const pe_evaluation *evaluation, size_t node, pe_points points);
char *pe_chart_print_decimal (const pe_decimal *decimal);
char *pe_chart_print_figure (const pe_figure *figure, const char *text, const char *unit);
/* part / whole in percent, half-up to two places. FALSE where there is none. */
pe_status pe_chart_share (pe_decimal *out, const pe_decimal *part, const pe_decimal *whole);
/* What was not drawn, since a page ends; owned, NULL for nothing. */
char *pe_chart_remark_left (size_t left, gboolean zh);
/* The name of a grade; owned. */
char *pe_chart_name_grade (const pe_rulebook *rulebook, int32_t index, gboolean zh);
/* "2.5.6 采购政策效能"; owned. */
char *pe_chart_name_node (const pe_node *node, pe_language language);
/* chart-dimensions.c: */
int64_t  pe_chart_value_of_points (pe_rows *rows, const pe_evaluation *evaluation, size_t node, pe_points points);
gboolean pe_chart_is_dimension (const pe_evaluation *evaluation, size_t index, int32_t depth);

/* Where the figures come from; owned. */
char *pe_chart_note (const pe_dossier *dossier, const pe_rulebook *rulebook, const pe_chart_options *options);
/* The fiscal year of a dossier; 0 where there is none. */
int32_t pe_chart_year (const pe_dossier *dossier);
void    pe_chart_read_node (pe_node *out, const pe_evaluation *evaluation, size_t index);
/* The title: the caller's, or the words with the year; owned. year: 0 for none. */
char *pe_chart_title (const pe_chart_options *options, const char *zh, const char *en, int32_t year);

/* chart-cairo.c */

/* Draws a chart into the rectangle (0, 0, width, height) of the user space of a context, in proportion and centred, on no
 * ground. Texts are real texts where the surface has them. PE_OK, or PE_ERROR_NO_MEMORY. The context's state is given back. */
pe_status pe_chart_draw (const pe_chart *self, cairo_t *context, int32_t width, int32_t height);
