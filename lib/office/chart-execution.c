/* chart-execution.c - execution by month against time
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The months stand side by side as time goes; the figures stand in a table below them, where they cannot collide with the
 * line of time, which they mostly lie close to.
 */
#include <string.h>

#include "chart-private.h"
#include "xlsx-private.h"

#define MONTHS 12
#define MARGIN (8 * PE_POINT)
#define GAP (6 * PE_POINT)
#define PLOT_HEIGHT (150 * PE_POINT)
#define HUNDRED_PERCENT (100 * PE_VALUE_ONE)
#define DIAMOND (3 * PE_POINT)
#define STEPS 5

static const pe_chart_type SMALL = { 8 * PE_POINT, FALSE, PE_INK_GREY };
static const pe_chart_type FIGURE = { 8 * PE_POINT, FALSE, PE_INK_BLACK };

typedef struct progress
{
  gboolean   is_there;
  pe_figure  spent; /* from January on */
  pe_decimal share, time;
} progress;

typedef struct execution
{
  pe_pen    pen;
  pe_rows   rows; /* the same figures, a row each: how they are told, and drawn where the months have no room */
  gboolean  zh;
  size_t    n; /* months that are there */
  progress  months[MONTHS];
  pe_axis   axis;
  pe_length left, slot, top, bottom;
} execution;

/* Figures */

/* Anything but PE_OK and PE_ERROR_NO_MEMORY: there is no amount of that month. */
static pe_status
read_month (progress *self, const pe_budget *budget, const pe_figure *adjusted, int32_t number)
{
  const pe_decimal part = { number, 0, 0 }, whole = { MONTHS, 0, 0 };
  pe_figure        spent;
  pe_status        status = pe_chart_share (&self->time, &part, &whole);

  if (status != PE_OK)
    return status;
  if (pe_budget_compute_progress (&self->spent, budget, number, NULL) != PE_OK || self->spent.state != PE_STATE_VALUE
      || adjusted->state != PE_STATE_VALUE || adjusted->value.coefficient <= 0
      || pe_figure_convert (&spent, &self->spent, adjusted->unit, NULL) != PE_OK)
    return PE_ERROR_NOT_FOUND;
  return pe_chart_share (&self->share, &spent.value, &adjusted->value);
}

static void
read_months (execution *self, const pe_dossier *dossier)
{
  const pe_budget *budget = pe_dossier_get_budget (dossier);
  pe_figure        adjusted;

  if (budget == NULL
      || pe_budget_compute_amount (&adjusted, budget, PE_BUDGET_TOTAL, PE_AMOUNT_ADJUSTED, NULL) != PE_OK)
    return;
  for (int32_t i = 0; i < MONTHS; i++)
    {
      const pe_status status = read_month (&self->months[i], budget, &adjusted, i + 1);

      if (status == PE_ERROR_NO_MEMORY)
        self->rows.status = status;
      self->months[i].is_there = status == PE_OK;
      self->n += (size_t) self->months[i].is_there;
    }
}

static char *
print_percent (const pe_decimal *share)
{
  char text[PE_DECIMAL_PRINT_SIZE];

  return pe_decimal_print (text, sizeof text, share, NULL) == PE_OK ? g_strconcat (text, "%", NULL) : g_strdup ("—");
}

static char *
name_month (guint number, gboolean zh)
{
  static const char *const names[]
      = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  char digits[24];

  return zh ? g_strconcat (pe_office_print_number (digits, number), "月", NULL) : g_strdup (names[number - 1]);
}

/* Side by side */

static void
draw_grid (execution *self)
{
  for (int64_t at = self->axis.low; at <= self->axis.high; at += self->axis.step)
    {
      const pe_length  y = self->bottom - pe_axis_place (&self->axis, at);
      const pe_segment line = { self->left, y, self->left + MONTHS * self->slot, y };
      char            *label = pe_axis_label (at), *text = g_strconcat (label != NULL ? label : "", "%", NULL);

      pe_pen_line (&self->pen, at == 0 ? PE_INK_GREY : PE_INK_LINE, 50, FALSE, &line, 1);
      pe_pen_text (&self->pen, &SMALL, PE_PEN_RIGHT, text, self->left - GAP / 2, y - SMALL.size * 6 / 10, 0, 1);
      g_free (label);
      g_free (text);
    }
}

static pe_length
centre_of (const execution *self, guint month)
{
  return self->left + (pe_length) month * self->slot + self->slot / 2;
}

static void
draw_bars (execution *self)
{
  const pe_length width = self->slot * 6 / 10;

  for (guint i = 0; i < MONTHS; i++)
    if (self->months[i].is_there)
      {
        const pe_length height = pe_axis_place (&self->axis, pe_value_of_decimal (&self->months[i].share));

        pe_pen_area (&self->pen, PE_FILL_SCORE, centre_of (self, i) - width / 2, self->bottom - height, width, height);
      }
}

static void
draw_diamond (execution *self, pe_length x, pe_length y)
{
  const pe_segment sides[]
      = { { x, y - DIAMOND, x + DIAMOND, y },
          { x + DIAMOND, y, x, y + DIAMOND },
          { x, y + DIAMOND, x - DIAMOND, y },
          { x - DIAMOND, y, x, y - DIAMOND } };

  pe_pen_line (&self->pen, PE_INK_BLACK, 120, FALSE, sides, G_N_ELEMENTS (sides));
}

static void
draw_time (execution *self)
{
  pe_segment lines[MONTHS];
  pe_length  x = self->left, y = self->bottom;

  for (guint i = 0; i < MONTHS; i++)
    {
      const pe_length to_x = centre_of (self, i);
      const pe_length to_y = self->bottom - pe_axis_place (&self->axis, pe_value_of_decimal (&self->months[i].time));

      lines[i] = (pe_segment) { x, y, to_x, to_y };
      x = to_x;
      y = to_y;
    }
  pe_pen_line (&self->pen, PE_INK_BLACK, 120, TRUE, lines, MONTHS);
  for (guint i = 0; i < MONTHS; i++)
    draw_diamond (self, lines[i].x2, lines[i].y2);
}

static void
draw_cell (execution *self, char *text, guint month, pe_length y)
{
  pe_pen_text (&self->pen, &FIGURE, PE_PEN_CENTRE, text, centre_of (self, month), y, self->slot, 1);
  g_free (text);
}

static void
draw_table (execution *self)
{
  const pe_length pitch = pe_type_pitch (&FIGURE) + PE_POINT, y = self->bottom + GAP / 2;

  for (guint i = 0; i < MONTHS; i++)
    {
      const progress *month = &self->months[i];

      draw_cell (self, name_month (i + 1, self->zh), i, y);
      draw_cell (self, month->is_there ? print_percent (&month->share) : g_strdup ("—"), i, y + pitch);
      draw_cell (self, print_percent (&month->time), i, y + 2 * pitch);
    }
  pe_pen_text (&self->pen, &SMALL, PE_PEN_RIGHT, self->zh ? "支出进度" : "spent", self->left - GAP / 2, y + pitch, 0,
               1);
  pe_pen_text (&self->pen, &SMALL, PE_PEN_RIGHT, self->zh ? "时间进度" : "time", self->left - GAP / 2, y + 2 * pitch, 0,
               1);
  self->bottom = y + 3 * pitch + GAP;
}

/* Whether the figures fit below their months; else the months lie below each other. */
static gboolean
has_room (execution *self)
{
  pe_length widest = 0;

  self->left = MARGIN + GAP
               + MAX (pe_pen_measure (&self->pen, self->zh ? "支出进度" : "spent", SMALL.size, FALSE),
                      pe_pen_measure (&self->pen, "1000%", SMALL.size, FALSE));
  self->slot = (self->pen.chart->width - MARGIN - self->left) / MONTHS;
  for (guint i = 0; i < MONTHS; i++)
    {
      char *text = print_percent (self->months[i].is_there ? &self->months[i].share : &self->months[i].time);

      widest = MAX (widest, pe_pen_measure (&self->pen, text, FIGURE.size, FALSE));
      g_free (text);
    }
  return widest + PE_POINT <= self->slot;
}

static void
make_axis (execution *self)
{
  int64_t high = HUNDRED_PERCENT;

  for (guint i = 0; i < MONTHS; i++)
    if (self->months[i].is_there)
      high = MAX (high, pe_value_of_decimal (&self->months[i].share));
  pe_axis_init (&self->axis, 0, high, STEPS);
  self->axis.length = PLOT_HEIGHT;
}

/* Below each other, and in words */

static void
add_month (execution *self, guint index)
{
  const progress *month = &self->months[index];
  char           *time = print_percent (&month->time), *share = print_percent (&month->share);
  char           *spent = pe_chart_print_figure (&month->spent, NULL, NULL), *value;
  pe_chart_row   *row;

  if (!month->is_there)
    value = g_strdup ("—");
  else
    value = g_strconcat (spent != NULL ? spent : "", self->zh ? "，" : ", ", share, self->zh ? "；时间 " : "; time ",
                         time, NULL);
  row = pe_rows_add (&self->rows, name_month (index + 1, self->zh), value);
  if (month->is_there)
    pe_chart_row_add_bar (row, 0, PE_FILL_SCORE, 0, pe_value_of_decimal (&month->share));
  pe_chart_row_add_bar (row, 1, PE_FILL_BEFORE, 0, pe_value_of_decimal (&month->time));
  g_free (time);
  g_free (share);
  g_free (spent);
}

static void
make_rows (execution *self, const pe_dossier *dossier, const pe_chart_options *options)
{
  self->rows.n_lanes = 2;
  for (guint i = 0; i < MONTHS && self->n > 0; i++)
    add_month (self, i);
  pe_rows_add_legend (&self->rows, PE_FILL_SCORE,
                      self->zh ? "累计支出占全年预算数" : "spent so far, of the year's budget");
  pe_rows_add_legend (&self->rows, PE_FILL_BEFORE, self->zh ? "时间进度" : "time gone");
  self->rows.axis = "%";
  self->rows.title = pe_chart_title (options, "分月执行进度", "Execution by month", pe_chart_year (dossier));
  self->rows.note = pe_chart_note (dossier, NULL, options);
  if (self->n == 0)
    self->rows.remark = g_strdup (
        self->zh ? "没有分月支出数，或者没有全年预算数。" : "There are no amounts by month, or no budget of the year.");
}

static void
draw_months (execution *self)
{
  pe_legend legends[2] = { self->rows.legends[0], self->rows.legends[1] };

  legends[1].fill = PE_FILL_LINE;
  self->top = pe_pen_head (&self->pen, self->rows.title, legends, G_N_ELEMENTS (legends)) + GAP;
  self->bottom = self->top + PLOT_HEIGHT;
  make_axis (self);
  draw_grid (self);
  draw_bars (self);
  draw_time (self);
  draw_table (self);
}

static pe_status
finish (execution *self, pe_chart **out, pe_error **error)
{
  if (self->rows.status != PE_OK || self->n == 0 || !has_room (self))
    {
      pe_pen_discard (&self->pen);
      return pe_rows_finish (&self->rows, out, error);
    }
  draw_months (self);
  return pe_rows_close (&self->rows, &self->pen, self->bottom, out, error);
}

pe_status
pe_chart_new_execution (pe_chart **out, const pe_dossier *dossier, const pe_chart_options *options, pe_error **error)
{
  pe_chart_options ours;
  execution        data = { .n = 0 };
  pe_status        status;

  if (out == NULL || dossier == NULL)
    return pe_office_refuse_argument (error, out == NULL ? "out" : "dossier", "not NULL", "非空指针");
  status = pe_chart_import_options (&ours, options, error);
  if (status != PE_OK)
    return status;
  data.zh = ours.language != PE_LANGUAGE_EN;
  pe_rows_init (&data.rows, &ours);
  data.rows.status = pe_pen_open (&data.pen, &ours);
  read_months (&data, dossier);
  make_rows (&data, dossier, &ours);
  return finish (&data, out, error);
}
