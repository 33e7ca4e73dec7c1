/* chart-cairo.c - a chart drawn by cairo: PNG, and the pages of documents
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * cairo takes lengths in binary. What is shown as a number was printed before; here are only places on the paper.
 */
#include <perfeval/provider.h>
#include <string.h>

#include "chart-font-private.h"
#include "chart-private.h"
#include "xlsx-private.h"

enum
{
  WIDTH_LEAST = 16,
  WIDTH_MOST = 16384,
  HEIGHT_MOST = 32767,
  PIXELS_MOST = 268435456,
  DPI = 300,
  POINTS_OF_INCH = 72
};

static void
set_ink (cairo_t *context, pe_ink ink)
{
  const guint32 colour = pe_ink_get_colour (ink);

  cairo_set_source_rgb (context, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0);
}

static void
stroke (cairo_t *context, const pe_chart_mark *mark)
{
  static const double dashes[] = { 4 * PE_POINT, 3 * PE_POINT };

  set_ink (context, mark->stroke);
  cairo_set_line_width (context, mark->weight);
  cairo_set_dash (context, dashes, mark->dashed ? G_N_ELEMENTS (dashes) : 0, 0);
  cairo_stroke (context);
}

static void
draw_rect (cairo_t *context, const pe_chart_mark *mark)
{
  cairo_rectangle (context, mark->x, mark->y, mark->width, mark->height);
  if (mark->fill != PE_INK_NONE)
    {
      set_ink (context, mark->fill);
      cairo_fill_preserve (context);
    }
  if (mark->stroke != PE_INK_NONE)
    stroke (context, mark);
  cairo_new_path (context);
}

static void
draw_lines (cairo_t *context, const pe_chart *chart, const pe_chart_mark *mark)
{
  for (size_t i = mark->first; i < mark->first + mark->n; i++)
    {
      const pe_segment *segment = pe_vector_at (&chart->segments, pe_segment, i);

      cairo_move_to (context, segment->x1, segment->y1);
      cairo_line_to (context, segment->x2, segment->y2);
    }
  stroke (context, mark);
}

/* The type is set in points, as it was measured. */
static void
draw_text (cairo_t *context, PangoLayout *layout, const pe_chart_mark *mark)
{
  pe_chart_layout_set (layout, mark->text, strlen (mark->text), mark->height, mark->bold);
  set_ink (context, mark->fill);
  cairo_save (context);
  cairo_translate (context, mark->x, mark->y);
  cairo_scale (context, PE_POINT, PE_POINT);
  cairo_move_to (context, 0, 0);
  pango_cairo_show_layout_line (context, pango_layout_get_line_readonly (layout, 0));
  cairo_restore (context);
  cairo_new_path (context);
}

static void
draw_marks (const pe_chart *self, cairo_t *context)
{
  PangoLayout *layout = pe_chart_layout_new ();

  for (size_t i = 0; i < self->marks.size; i++)
    {
      const pe_chart_mark *mark = pe_vector_at (&self->marks, pe_chart_mark, i);

      if (mark->kind == PE_MARK_RECT)
        draw_rect (context, mark);
      else if (mark->kind == PE_MARK_LINES)
        draw_lines (context, self, mark);
      else
        draw_text (context, layout, mark);
    }
  g_object_unref (layout);
}

pe_status
pe_chart_draw (const pe_chart *self, cairo_t *context, int32_t width, int32_t height)
{
  const double scale = MIN ((double) width / self->width, (double) height / self->height);

  cairo_save (context);
  cairo_translate (context, (width - scale * self->width) / 2, (height - scale * self->height) / 2);
  cairo_scale (context, scale, scale);
  draw_marks (self, context);
  cairo_restore (context);
  return cairo_status (context) == CAIRO_STATUS_SUCCESS ? PE_OK : PE_ERROR_NO_MEMORY;
}

/* PNG */

static cairo_status_t
keep (void *closure, const unsigned char *bytes, unsigned int size)
{
  void *to;

  if (pe_vector_grow (closure, size, &to) != PE_OK)
    return CAIRO_STATUS_NO_MEMORY;
  memcpy (to, bytes, size);
  return CAIRO_STATUS_SUCCESS;
}

static pe_status
paint (pe_vector *bytes, const pe_chart *self, int32_t width, int32_t height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t         *context = cairo_create (surface);
  pe_status        status;

  set_ink (context, PE_INK_PAPER);
  cairo_paint (context);
  status = pe_chart_draw (self, context, width, height);
  cairo_destroy (context);
  if (status == PE_OK && cairo_surface_write_to_png_stream (surface, keep, bytes) != CAIRO_STATUS_SUCCESS)
    status = PE_ERROR_NO_MEMORY;
  cairo_surface_destroy (surface);
  return status;
}

static pe_status
refuse_size (const char *name, uint64_t limit, pe_error **error)
{
  char number[24];

  return pe_office_fail (
      error, PE_ERROR_LIMIT_ITEMS, NULL, "name", name, "limit", pe_office_print_number (number, limit), NULL);
}

pe_status
pe_chart_to_png (pe_text **out, const pe_chart *self, int32_t width, pe_error **error)
{
  pe_vector bytes = PE_VECTOR_INIT (char);
  int64_t   height;
  pe_status status;

  if (out == NULL || self == NULL)
    return pe_office_refuse_argument (error, out == NULL ? "out" : "self", "not NULL", "非空指针");
  if (width == 0)
    width = (int32_t) ((int64_t) self->width * DPI / (POINTS_OF_INCH * PE_POINT));
  if (width < WIDTH_LEAST || width > WIDTH_MOST)
    return pe_office_refuse_argument (error, "width", "16 to 16384, or 0", "16 至 16384，或 0");
  height = MAX (1, ((int64_t) width * self->height + self->width / 2) / self->width);
  if (height > HEIGHT_MOST)
    return refuse_size ("height", HEIGHT_MOST, error);
  if (height * width > PIXELS_MOST)
    return refuse_size ("pixels", PIXELS_MOST, error);
  status = paint (&bytes, self, width, (int32_t) height);
  if (status == PE_OK)
    status = pe_provider_make_text (out, bytes.data, bytes.size, error);
  else
    status = pe_office_fail (error, status, NULL, NULL);
  pe_vector_clear (&bytes);
  return status;
}
