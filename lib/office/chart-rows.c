/* chart-rows.c - bars that lie, a row each, with a label before and the figures behind
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Bars lie, since the names of indicators are long: before a bar a name can be wrapped, below one it cannot.
 */
#include <string.h>

#include "chart-private.h"

#define MARGIN (8 * PE_POINT)
#define GAP (6 * PE_POINT)
#define BAR (11 * PE_POINT)
#define NARROW_BAR (8 * PE_POINT)
#define ROW_GAP (5 * PE_POINT)
#define LABEL_LINES 3
#define VALUE_LINES 3
#define STEPS 5

static const pe_chart_type TITLE = { 12 * PE_POINT, TRUE, PE_INK_BLACK };
static const pe_chart_type LABEL = { 9 * PE_POINT, FALSE, PE_INK_BLACK };
static const pe_chart_type STRONG = { 9 * PE_POINT, TRUE, PE_INK_BLACK };
static const pe_chart_type SMALL = { 8 * PE_POINT, FALSE, PE_INK_GREY };

void
pe_rows_init (pe_rows *self, const pe_chart_options *options)
{
  memset (self, 0, sizeof *self);
  self->options = options;
  self->rows = (pe_vector) PE_VECTOR_INIT (pe_chart_row);
  self->n_lanes = 1;
}

pe_chart_row *
pe_rows_add (pe_rows *self, char *label, char *value)
{
  pe_chart_row row = { .label = label, .value = value };

  if (self->status == PE_OK && (label == NULL || value == NULL))
    self->status = PE_ERROR_NO_MEMORY;
  if (self->status == PE_OK)
    self->status = pe_vector_push (&self->rows, &row);
  if (self->status == PE_OK)
    return pe_vector_at (&self->rows, pe_chart_row, self->rows.size - 1);
  g_free (label);
  g_free (value);
  return NULL;
}

void
pe_chart_row_add_bar (pe_chart_row *self, guint lane, pe_fill fill, int64_t from, int64_t to)
{
  if (self == NULL || self->n_bars == PE_ROW_BARS)
    return;
  self->bars[self->n_bars++] = (pe_bar) { MIN (from, to), MAX (from, to), fill, lane };
}

void
pe_rows_add_legend (pe_rows *self, pe_fill fill, const char *text)
{
  if (self->n_legends < PE_ROW_BARS)
    self->legends[self->n_legends++] = (pe_legend) { fill, text };
}

static void
clear (pe_rows *self)
{
  for (size_t i = 0; i < self->rows.size; i++)
    {
      g_free (pe_vector_at (&self->rows, pe_chart_row, i)->label);
      g_free (pe_vector_at (&self->rows, pe_chart_row, i)->value);
    }
  pe_vector_clear (&self->rows);
  g_free (self->title);
  g_free (self->note);
  g_free (self->remark);
}

/* Head and foot */

static void
draw_swatch (pe_pen *pen, pe_fill fill, pe_length x, pe_length y, pe_length width)
{
  const pe_length  height = 8 * PE_POINT;
  const pe_segment line = { x, y + height / 2, x + width, y + height / 2 };

  if (fill == PE_FILL_LINE)
    pe_pen_line (pen, PE_INK_BLACK, 120, TRUE, &line, 1);
  else
    pe_pen_area (pen, fill, x, y, width, height);
}

/* Swatches with their words, side by side while there is room. */
static pe_length
draw_legends (pe_pen *pen, const pe_legend *legends, guint n, pe_length y)
{
  const pe_length right = pen->chart->width - MARGIN, swatch = 18 * PE_POINT;
  pe_length       x = MARGIN, height = 0;

  for (guint i = 0; i < n; i++)
    {
      const pe_length width = swatch + GAP + pe_pen_measure (pen, legends[i].text, SMALL.size, FALSE);

      if (x > MARGIN && x + width > right)
        {
          x = MARGIN;
          height += pe_type_pitch (&SMALL) + GAP / 2;
        }
      draw_swatch (pen, legends[i].fill, x, y + height + PE_POINT, swatch);
      pe_pen_text (pen, &SMALL, PE_PEN_LEFT, legends[i].text, x + swatch + GAP / 2, y + height, right - x - swatch, 1);
      x += width + 2 * GAP;
    }
  return n > 0 ? height + pe_type_pitch (&SMALL) + GAP : 0;
}

pe_length
pe_pen_head (pe_pen *self, const char *title, const pe_legend *legends, guint n)
{
  const pe_length width = self->chart->width - 2 * MARGIN;
  pe_length       y = MARGIN;

  if (title != NULL && title[0] != '\0')
    y += pe_pen_text (self, &TITLE, PE_PEN_CENTRE, title, self->chart->width / 2, y, width, 3) + GAP;
  return y + draw_legends (self, legends, n, y);
}

pe_length
pe_pen_foot (pe_pen *self, const char *remark, const char *note, pe_length y)
{
  const pe_length width = self->chart->width - 2 * MARGIN, top = y;

  if (remark != NULL && remark[0] != '\0')
    y += pe_pen_text (self, &SMALL, PE_PEN_LEFT, remark, MARGIN, y, width, 4);
  if (note != NULL && note[0] != '\0')
    y += pe_pen_text (self, &SMALL, PE_PEN_LEFT, note, MARGIN, y, width, 6);
  return y - top + MARGIN;
}

/* Rows */

typedef struct plan
{
  pe_rows  *all;
  pe_pen    pen;
  pe_axis   axis;
  pe_length label, value; /* widths */
  pe_length top, y;       /* of the rows; of the row under way */
  pe_length link, link_y; /* where the row before ended; -1: there was none */
} plan;

static const pe_chart_type *
type_of (const pe_chart_row *row)
{
  return row->strong ? &STRONG : &LABEL;
}

/* Labels take what they need, at most two fifths; figures at most a third. */
static void
share_width (plan *self)
{
  const pe_length inside = self->pen.chart->width - 2 * MARGIN;

  for (size_t i = 0; i < self->all->rows.size; i++)
    {
      const pe_chart_row *row = pe_vector_at (&self->all->rows, pe_chart_row, i);

      self->label = MAX (self->label, pe_pen_measure (&self->pen, row->label, LABEL.size, row->strong));
      self->value = MAX (self->value, pe_pen_measure (&self->pen, row->value, LABEL.size, row->strong));
    }
  self->label = MIN (self->label, inside * 2 / 5);
  self->value = MIN (self->value, inside / 3);
}

/* From 0 unless what is to be seen would be too small to be seen; then the waterfall takes half of the width. */
static void
make_axis (plan *self)
{
  int64_t low = INT64_MAX, high = self->all->reference, least = 0;

  for (size_t i = 0; i < self->all->rows.size; i++)
    {
      const pe_chart_row *row = pe_vector_at (&self->all->rows, pe_chart_row, i);

      for (guint k = 0; k < row->n_bars; k++)
        {
          least = MIN (least, row->bars[k].from);
          high = MAX (high, self->all->most > 0 ? MIN (row->bars[k].to, self->all->most) : row->bars[k].to);
          low = MIN (low, self->all->linked && row->strong ? row->bars[k].to : row->bars[k].from);
        }
    }
  if (self->all->zoomed && least == 0 && low < high && high - low < high / 5)
    least = low - (high - low) / 2;
  pe_axis_init (&self->axis, least, high, STEPS);
  self->axis.start = MARGIN + self->label + GAP;
  self->axis.length = self->pen.chart->width - MARGIN - self->value - GAP - self->axis.start;
}

static pe_length
height_of_row (plan *self, const pe_chart_row *row)
{
  const pe_chart_type *type = type_of (row);
  const guint          lines = pe_pen_count_lines (&self->pen, type, row->label, self->label, LABEL_LINES);
  const guint          values = pe_pen_count_lines (&self->pen, type, row->value, self->value, VALUE_LINES);
  const pe_length      text = (pe_length) MAX (lines, values) * pe_type_pitch (type);

  return MAX (text, (pe_length) self->all->n_lanes * (self->all->n_lanes > 1 ? NARROW_BAR : BAR));
}

/* A bar that begins before the axis does, or ends behind it, shows that it is broken. */
static void
draw_break (plan *self, pe_length x, pe_length y, pe_length height)
{
  const pe_length slant = 3 * PE_POINT;

  for (pe_length offset = 0; offset <= 4 * PE_POINT; offset += 2 * PE_POINT)
    {
      const pe_segment line = { x + offset - slant, y + height + PE_POINT, x + offset + slant, y - PE_POINT };

      pe_pen_line (&self->pen, PE_INK_PAPER, 150, FALSE, &line, 1);
    }
}

/* Bars lie close to each other in the middle of their row. */
static pe_length
top_of_bars (const plan *self, pe_length height, pe_length *room)
{
  *room = self->all->n_lanes > 1 ? NARROW_BAR : BAR;
  return self->y + (height - (pe_length) self->all->n_lanes * *room) / 2;
}

static void
draw_bar (plan *self, const pe_bar *bar, pe_length height)
{
  const pe_length from = pe_axis_place (&self->axis, bar->from), to = pe_axis_place (&self->axis, bar->to);
  pe_length       room, y = top_of_bars (self, height, &room);

  if (bar->from == bar->to)
    return;
  /* What is there is seen, be it ever so small. */
  y += (pe_length) bar->lane * room;
  pe_pen_area (&self->pen, bar->fill, from, y, MAX (to - from, PE_POINT), room);
  if (bar->from < self->axis.low)
    draw_break (self, self->axis.start + 8 * PE_POINT, y, room);
  if (bar->to > self->axis.high)
    draw_break (self, self->axis.start + self->axis.length - 12 * PE_POINT, y, room);
}

/* From where the bar before ended to the one that begins there. */
static void
draw_link (plan *self, const pe_chart_row *row, pe_length height)
{
  pe_length        room;
  const pe_length  y = top_of_bars (self, height, &room);
  const pe_segment line = { self->link, self->link_y, self->link, y };

  if (self->all->linked && self->link >= 0)
    pe_pen_line (&self->pen, PE_INK_GREY, 50, FALSE, &line, 1);
  self->link = pe_axis_place (&self->axis, row->end);
  self->link_y = y + room;
}

static void
draw_texts (plan *self, const pe_chart_row *row, pe_length height)
{
  const pe_chart_type *type = type_of (row);
  const guint          lines = pe_pen_count_lines (&self->pen, type, row->label, self->label, LABEL_LINES);
  const guint          values = pe_pen_count_lines (&self->pen, type, row->value, self->value, VALUE_LINES);
  const pe_length      pitch = pe_type_pitch (type), right = self->axis.start + self->axis.length + GAP;

  pe_pen_text (&self->pen, type, PE_PEN_RIGHT, row->label, MARGIN + self->label,
               self->y + (height - (pe_length) lines * pitch) / 2, self->label, LABEL_LINES);
  pe_pen_text (&self->pen, type, PE_PEN_LEFT, row->value, right, self->y + (height - (pe_length) values * pitch) / 2,
               self->value, VALUE_LINES);
}

static void
draw_grid (plan *self, pe_length bottom)
{
  for (int64_t at = self->axis.low; at <= self->axis.high; at += self->axis.step)
    {
      const pe_length  x = pe_axis_place (&self->axis, at);
      const pe_segment line = { x, self->top - ROW_GAP / 2, x, bottom };

      pe_pen_line (&self->pen, at == 0 ? PE_INK_GREY : PE_INK_LINE, 50, FALSE, &line, 1);
    }
}

/* Labels of steps, as many as have room. */
static void
draw_steps (plan *self, pe_length y)
{
  pe_length end = 0;

  for (int64_t at = self->axis.low; at <= self->axis.high; at += self->axis.step)
    {
      const pe_length x = pe_axis_place (&self->axis, at);
      char           *text = pe_axis_label (at);
      const pe_length width = pe_pen_measure (&self->pen, text, SMALL.size, FALSE);

      if (x - width / 2 >= end && x + width / 2 <= self->pen.chart->width)
        {
          pe_pen_text (&self->pen, &SMALL, PE_PEN_CENTRE, text, x, y, 0, 1);
          end = x + width / 2 + GAP;
        }
      g_free (text);
    }
}

static void
draw_reference (plan *self, pe_length bottom)
{
  const pe_length  x = pe_axis_place (&self->axis, self->all->reference);
  const pe_segment line = { x, self->top - ROW_GAP / 2, x, bottom };

  if (self->all->reference != 0)
    pe_pen_line (&self->pen, PE_INK_BLACK, 120, TRUE, &line, 1);
}

static void
draw_row (plan *self, const pe_chart_row *row)
{
  const pe_length height = height_of_row (self, row);

  draw_link (self, row, height);
  for (guint k = 0; k < row->n_bars; k++)
    draw_bar (self, &row->bars[k], height);
  draw_texts (self, row, height);
  self->y += height + ROW_GAP;
}

static pe_length
height_of_rows (plan *self)
{
  pe_length height = 0;

  for (size_t i = 0; i < self->all->rows.size; i++)
    height += height_of_row (self, pe_vector_at (&self->all->rows, pe_chart_row, i)) + ROW_GAP;
  return height;
}

static void
draw_rows (plan *self)
{
  const pe_length bottom = self->top + height_of_rows (self);

  draw_grid (self, bottom);
  for (size_t i = 0; i < self->all->rows.size; i++)
    draw_row (self, pe_vector_at (&self->all->rows, pe_chart_row, i));
  draw_reference (self, bottom);
  draw_steps (self, bottom + PE_POINT);
  self->y = bottom + pe_type_pitch (&SMALL) + PE_POINT;
  self->y += pe_pen_text (&self->pen, &SMALL, PE_PEN_CENTRE, self->all->axis, self->axis.start + self->axis.length / 2,
                          self->y, self->axis.length, 2);
  self->y += GAP;
}

static void
draw_nothing (plan *self)
{
  const gboolean  zh = self->all->options->language != PE_LANGUAGE_EN;
  const pe_length width = self->pen.chart->width - 2 * MARGIN, height = 60 * PE_POINT;

  pe_pen_rect (&self->pen, PE_INK_PAPER, PE_INK_LINE, MARGIN, self->y, width, height);
  pe_pen_text (&self->pen, &LABEL, PE_PEN_CENTRE, zh ? "没有可以画出的数据" : "There is nothing to draw",
               MARGIN + width / 2, self->y + height / 2 - LABEL.size / 2, width, 1);
  self->y += height + GAP;
}

/* An axis that does not begin at 0 misleads who reads lengths: it is said. */
static void
remark_axis (plan *self)
{
  const gboolean zh = self->all->options->language != PE_LANGUAGE_EN;
  char          *before = self->all->remark, *from;

  if (self->axis.low <= 0)
    return;
  from = pe_axis_label (self->axis.low);
  self->all->remark = g_strconcat (before != NULL ? before : "", zh ? "横轴从 " : "The axis begins at ",
                                   from != NULL ? from : "", zh ? " 开始，不从 0 开始。" : ", not at 0.", NULL);
  g_free (before);
  g_free (from);
}

/* In words */

static char *
describe (const pe_rows *self)
{
  const gboolean zh = self->options->language != PE_LANGUAGE_EN;
  GString       *text = g_string_new (self->title);

  for (size_t i = 0; i < self->rows.size; i++)
    {
      const pe_chart_row *row = pe_vector_at (&self->rows, pe_chart_row, i);

      g_string_append (text, i == 0 ? (zh ? "：" : ": ") : (zh ? "；" : "; "));
      g_string_append (text, row->label);
      g_string_append_c (text, ' ');
      g_string_append (text, row->value);
    }
  g_string_append (text, zh ? "。" : ".");
  if (self->remark != NULL)
    g_string_append (g_string_append_c (text, ' '), self->remark);
  return g_string_free (text, FALSE);
}

pe_status
pe_rows_close (pe_rows *self, pe_pen *pen, pe_length y, pe_chart **out, pe_error **error)
{
  if (pen->status == PE_OK && (self->title == NULL || self->note == NULL))
    pen->status = PE_ERROR_NO_MEMORY;
  if (pen->status == PE_OK)
    {
      y += pe_pen_foot (pen, self->remark, self->note, y);
      pen->chart->height = (y + PE_POINT - 1) / PE_POINT * PE_POINT;
      pen->chart->description = describe (self);
      pen->chart->title = g_steal_pointer (&self->title);
    }
  clear (self);
  return pe_pen_close (pen, out, error);
}

pe_status
pe_rows_finish (pe_rows *self, pe_chart **out, pe_error **error)
{
  plan data = { .all = self, .link = -1 };

  if (pe_pen_open (&data.pen, self->options) == PE_OK)
    data.pen.status = self->status;
  if (data.pen.status == PE_OK)
    {
      data.top = data.y = pe_pen_head (&data.pen, self->title, self->legends, self->n_legends);
      share_width (&data);
      make_axis (&data);
      remark_axis (&data);
      if (self->rows.size > 0)
        draw_rows (&data);
      else
        draw_nothing (&data);
    }
  return pe_rows_close (self, &data.pen, data.y, out, error);
}
