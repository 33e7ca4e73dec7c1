/* chart-svg.c - a chart as SVG
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/provider.h>
#include <string.h>

#include "chart-font-private.h"
#include "chart-private.h"
#include "xlsx-private.h"

/* What is sized by input grows in a vector, which can fail. Texts are short: see pe_pen_clean(). */
typedef struct svg
{
  pe_vector bytes; /* char */
  pe_status status;
} svg;

static void
put_bytes (svg *self, const char *bytes, size_t size)
{
  void *to;

  if (self->status == PE_OK)
    self->status = pe_vector_grow (&self->bytes, size, &to);
  if (self->status == PE_OK)
    memcpy (to, bytes, size);
}

static void
put (svg *self, const char *text)
{
  put_bytes (self, text, strlen (text));
}

static void
put_escaped (svg *self, const char *text)
{
  for (; *text != '\0'; text++)
    if (*text == '&')
      put (self, "&amp;");
    else if (*text == '<')
      put (self, "&lt;");
    else if (*text == '>')
      put (self, "&gt;");
    else if (*text == '"')
      put (self, "&quot;");
    else
      put_bytes (self, text, 1);
}

/* Points with at most two places. */
static void
put_length (svg *self, pe_length length)
{
  const uint32_t size = (uint32_t) ABS (length);
  char           number[24];

  if (length < 0)
    put (self, "-");
  put (self, pe_office_print_number (number, size / PE_POINT));
  if (size % PE_POINT == 0)
    return;
  put (self, size % PE_POINT < 10 ? ".0" : ".");
  put (self, pe_office_print_number (number, size % 10 == 0 ? size % PE_POINT / 10 : size % PE_POINT));
}

static void
put_attribute (svg *self, const char *name, pe_length length)
{
  put (self, " ");
  put (self, name);
  put (self, "=\"");
  put_length (self, length);
  put (self, "\"");
}

static void
put_ink (svg *self, const char *name, pe_ink ink)
{
  static const char digits[] = "0123456789abcdef";
  const guint32     colour = pe_ink_get_colour (ink);

  put (self, " ");
  put (self, name);
  if (ink == PE_INK_NONE)
    {
      put (self, "=\"none\"");
      return;
    }
  put (self, "=\"#");
  for (int shift = 20; shift >= 0; shift -= 4)
    put_bytes (self, &digits[colour >> shift & 15], 1);
  put (self, "\"");
}

static void
put_stroke (svg *self, const pe_chart_mark *mark)
{
  if (mark->stroke == PE_INK_NONE)
    return;
  put_ink (self, "stroke", mark->stroke);
  put_attribute (self, "stroke-width", mark->weight);
  if (mark->dashed)
    put (self, " stroke-dasharray=\"4 3\"");
}

static void
put_rect (svg *self, const pe_chart_mark *mark)
{
  put (self, "<rect");
  put_attribute (self, "x", mark->x);
  put_attribute (self, "y", mark->y);
  put_attribute (self, "width", mark->width);
  put_attribute (self, "height", mark->height);
  put_ink (self, "fill", mark->fill);
  put_stroke (self, mark);
  put (self, "/>\n");
}

static void
put_lines (svg *self, const pe_chart *chart, const pe_chart_mark *mark)
{
  put (self, "<path fill=\"none\"");
  put_stroke (self, mark);
  put (self, " d=\"");
  for (size_t i = mark->first; i < mark->first + mark->n; i++)
    {
      const pe_segment *segment = pe_vector_at (&chart->segments, pe_segment, i);

      put (self, "M");
      put_length (self, segment->x1);
      put (self, " ");
      put_length (self, segment->y1);
      put (self, "L");
      put_length (self, segment->x2);
      put (self, " ");
      put_length (self, segment->y2);
    }
  put (self, "\"/>\n");
}

static void
put_text (svg *self, const pe_chart_mark *mark)
{
  put (self, "<text");
  put_attribute (self, "x", mark->x);
  put_attribute (self, "y", mark->y);
  put_attribute (self, "font-size", mark->height);
  put_ink (self, "fill", mark->fill);
  if (mark->bold)
    put (self, " font-weight=\"bold\"");
  /* In whatever font it is shown, it takes the room that it was given. */
  if (mark->width > 0)
    {
      put_attribute (self, "textLength", mark->width);
      put (self, " lengthAdjust=\"spacingAndGlyphs\"");
    }
  put (self, ">");
  put_escaped (self, mark->text);
  if (mark->full != NULL)
    {
      put (self, "<title>");
      put_escaped (self, mark->full);
      put (self, "</title>");
    }
  put (self, "</text>\n");
}

static void
put_head (svg *self, const pe_chart *chart)
{
  put (self, "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"");
  put_length (self, chart->width);
  put (self, "pt\" height=\"");
  put_length (self, chart->height);
  put (self, "pt\" viewBox=\"0 0 ");
  put_length (self, chart->width);
  put (self, " ");
  put_length (self, chart->height);
  put (self, "\" role=\"img\" xml:lang=\"");
  put (self, chart->language == PE_LANGUAGE_EN ? "en" : "zh-CN");
  put (self, "\" font-family=\"" PE_CHART_FAMILIES "\">\n<title>");
  put_escaped (self, chart->title);
  put (self, "</title>\n<desc>");
  put_escaped (self, chart->description);
  put (self, "</desc>\n<rect fill=\"#ffffff\"");
  put_attribute (self, "width", chart->width);
  put_attribute (self, "height", chart->height);
  put (self, "/>\n");
}

pe_status
pe_chart_to_svg (pe_text **out, const pe_chart *self, pe_error **error)
{
  svg       data = { PE_VECTOR_INIT (char), PE_OK };
  pe_status status;

  if (out == NULL || self == NULL)
    return pe_office_refuse_argument (error, out == NULL ? "out" : "self", "not NULL", "非空指针");
  put_head (&data, self);
  for (size_t i = 0; i < self->marks.size; i++)
    {
      const pe_chart_mark *mark = pe_vector_at (&self->marks, pe_chart_mark, i);

      if (mark->kind == PE_MARK_RECT)
        put_rect (&data, mark);
      else if (mark->kind == PE_MARK_LINES)
        put_lines (&data, self, mark);
      else
        put_text (&data, mark);
    }
  put (&data, "</svg>\n");
  if (data.status == PE_OK)
    status = pe_provider_make_text (out, data.bytes.data, data.bytes.size, error);
  else
    status = pe_office_fail (error, data.status, NULL, NULL);
  pe_vector_clear (&data.bytes);
  return status;
}
