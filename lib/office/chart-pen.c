/* chart-pen.c - measures texts and puts marks on a chart
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "chart-font-private.h"
#include "chart-private.h"
#include "xlsx-private.h"

#define CHARACTERS_MOST 1000
#define HATCH_SPACE 400
#define HATCH_WEIGHT 90
#define OUTLINE_WEIGHT 60
#define ELLIPSIS "…"

typedef enum hatch
{
  HATCH_NONE = 0,
  HATCH_RISING = 1,
  HATCH_FALLING = 2,
  HATCH_CROSSED = 3,
  HATCH_LYING = 4,
} hatch;

static const struct
{
  pe_ink ground, outline, lines;
  hatch  kind;
} fills[] = {
  [PE_FILL_FRAME] = { PE_INK_PAPER, PE_INK_GREY, PE_INK_NONE, HATCH_NONE },
  [PE_FILL_SCORE] = { PE_INK_BLUE, PE_INK_BLUE, PE_INK_NONE, HATCH_NONE },
  [PE_FILL_LOSS] = { PE_INK_PAPER, PE_INK_VERMILLION, PE_INK_VERMILLION, HATCH_RISING },
  [PE_FILL_GAIN] = { PE_INK_PAPER, PE_INK_GREEN, PE_INK_GREEN, HATCH_CROSSED },
  [PE_FILL_BEFORE] = { PE_INK_PAPER, PE_INK_ORANGE, PE_INK_ORANGE, HATCH_FALLING },
  [PE_FILL_OTHER] = { PE_INK_PAPER, PE_INK_GREY, PE_INK_GREY, HATCH_LYING },
};

pe_status
pe_pen_open (pe_pen *self, const pe_chart_options *options)
{
  memset (self, 0, sizeof *self);
  self->chart = g_try_new0 (pe_chart, 1);
  if (self->chart == NULL)
    return self->status = PE_ERROR_NO_MEMORY;
  self->chart->references = 1;
  self->chart->language = options->language;
  self->chart->width = options->width * PE_POINT;
  self->chart->marks = (pe_vector) PE_VECTOR_INIT (pe_chart_mark);
  self->chart->segments = (pe_vector) PE_VECTOR_INIT (pe_segment);
  self->layout = pe_chart_layout_new ();
  return PE_OK;
}

pe_status
pe_pen_close (pe_pen *self, pe_chart **out, pe_error **error)
{
  const pe_status status = self->status;

  g_clear_object (&self->layout);
  if (status == PE_OK)
    *out = self->chart;
  else
    pe_chart_unref (self->chart);
  self->chart = NULL;
  return status == PE_OK ? PE_OK : pe_office_fail (error, status, NULL, NULL);
}

void
pe_pen_discard (pe_pen *self)
{
  g_clear_object (&self->layout);
  g_clear_pointer (&self->chart, pe_chart_unref);
}

/* Texts */

char *
pe_pen_clean (const char *text)
{
  const size_t size = strlen (text);
  char        *copy = g_try_malloc (MIN (size, CHARACTERS_MOST * 6) + sizeof ELLIPSIS + 1);
  char        *at = copy;
  guint        n = 0;
  gboolean     blank = FALSE;

  for (; copy != NULL && *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar     c = g_utf8_get_char (text);
      const GUnicodeType type = g_unichar_type (c);

      if (type == G_UNICODE_FORMAT || type == G_UNICODE_UNASSIGNED)
        continue;
      if (type == G_UNICODE_CONTROL || g_unichar_isspace (c))
        {
          blank = n > 0;
          continue;
        }
      if (n + (guint) blank >= CHARACTERS_MOST)
        {
          at = (char *) memcpy (at, ELLIPSIS, strlen (ELLIPSIS)) + strlen (ELLIPSIS);
          break;
        }
      if (blank)
        *at++ = ' ';
      n += 1 + (guint) blank;
      blank = FALSE;
      at += g_unichar_to_utf8 (c, at);
    }
  if (copy != NULL)
    *at = '\0';
  return copy;
}

/* The bytes of a text that a line can need: twice as many characters as it holds of narrow ones, and some more. The time that
 * pango takes to break lines grows with the square of what is given to it, and one line is all that is wanted. */
static size_t
reach_of_line (const pe_chart_type *type, const char *text, pe_length width)
{
  const pe_length most = 32 + 8 * MAX (width, 0) / MAX (type->size, 1);
  const char     *end = text;

  for (pe_length i = 0; i < most && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  return (size_t) (end - text);
}

static pe_length
measure (pe_pen *self, const char *text, size_t length, const pe_chart_type *type)
{
  self->work += length;
  pe_chart_layout_set (self->layout, text, length, type->size, type->bold);
  return pe_chart_layout_get_width (self->layout);
}

pe_length
pe_pen_measure (pe_pen *self, const char *text, pe_length size, gboolean bold)
{
  const pe_chart_type type = { size, bold, PE_INK_BLACK };

  if (self->status != PE_OK || text == NULL)
    return 0;
  return measure (self, text, reach_of_line (&type, text, self->chart->width), &type);
}

pe_length
pe_type_pitch (const pe_chart_type *self)
{
  return self->size * 13 / 10;
}

/* The bytes of the line that begins at text. */
static size_t
first_line (pe_pen *self, const pe_chart_type *type, const char *text, pe_length width)
{
  const size_t reach = reach_of_line (type, text, width);

  self->work += reach;
  pe_chart_layout_set (self->layout, text, reach, type->size, type->bold);
  return pe_chart_layout_get_first_line (self->layout, width);
}

guint
pe_pen_count_lines (pe_pen *self, const pe_chart_type *type, const char *text, pe_length width, guint most)
{
  guint n = 0;

  if (self->status != PE_OK || text == NULL)
    return 0;
  for (; *text != '\0' && n < most; n++)
    text += first_line (self, type, text, width);
  return n;
}

static char *
with_ellipsis (const char *text, size_t length)
{
  char *result = g_malloc (length + sizeof ELLIPSIS);

  memcpy (result, text, length);
  memcpy (result + length, ELLIPSIS, sizeof ELLIPSIS);
  return result;
}

/* The longest beginning of a text that fits with "…" behind it; owned. */
static char *
cut (pe_pen *self, const pe_chart_type *type, const char *text, pe_length width)
{
  glong fits = 0, beyond = g_utf8_strlen (text, (gssize) reach_of_line (type, text, width)) + 1;
  char *result = g_strdup (ELLIPSIS);

  while (beyond - fits > 1)
    {
      const glong middle = fits + (beyond - fits) / 2;
      const char *end = g_utf8_offset_to_pointer (text, middle);
      char       *tried;

      while (*end != '\0' && g_unichar_ismark (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      tried = with_ellipsis (text, (size_t) (end - text));
      if (measure (self, tried, strlen (tried), type) <= width)
        {
          g_free (result);
          result = tried;
          fits = middle;
        }
      else
        {
          g_free (tried);
          beyond = middle;
        }
    }
  return result;
}

static pe_chart_mark *
add_mark (pe_pen *self, pe_mark_kind kind)
{
  pe_chart_mark mark = { 0 };

  mark.kind = kind;
  if (self->status == PE_OK)
    self->status = pe_vector_push (&self->chart->marks, &mark);
  if (self->status != PE_OK)
    return NULL;
  return pe_vector_at (&self->chart->marks, pe_chart_mark, self->chart->marks.size - 1);
}

/* Takes the text over. */
static void
add_line_of_text (pe_pen *self, const pe_chart_type *type, pe_pen_align align, char *text, const char *full,
                  pe_length x, pe_length y)
{
  pe_chart_mark *mark = add_mark (self, PE_MARK_TEXT);

  if (mark == NULL)
    {
      g_free (text);
      return;
    }
  mark->text = text;
  mark->full = g_strdup (full);
  mark->fill = type->ink;
  mark->bold = type->bold;
  mark->height = type->size;
  mark->width = measure (self, text, strlen (text), type);
  mark->x = x - (align == PE_PEN_LEFT ? 0 : align == PE_PEN_CENTRE ? mark->width / 2 : mark->width);
  mark->y = y + type->size; /* Chinese characters stand on 0.12 below their base line: the rest is the gap above */
}

pe_length
pe_pen_text (pe_pen *self, const pe_chart_type *type, pe_pen_align align, const char *text, pe_length x, pe_length y,
             pe_length width, guint most)
{
  const char *whole = text;
  guint       n = 0;

  if (self->status != PE_OK || text == NULL)
    return 0;
  for (; *text != '\0' && n < most; n++)
    {
      const size_t    length = width > 0 ? first_line (self, type, text, width) : strlen (text);
      const gboolean  is_cut = n + 1 == most && text[length] != '\0';
      const pe_length top = y + (pe_length) n * pe_type_pitch (type);
      char           *line = is_cut ? cut (self, type, text, width) : g_strchomp (g_strndup (text, length));

      add_line_of_text (self, type, align, line, is_cut ? whole : NULL, x, top);
      text += length;
    }
  return (pe_length) n * pe_type_pitch (type);
}

/* Areas and lines */

void
pe_pen_rect (pe_pen *self, pe_ink fill, pe_ink stroke, pe_length x, pe_length y, pe_length width, pe_length height)
{
  pe_chart_mark *mark = add_mark (self, PE_MARK_RECT);

  if (mark == NULL)
    return;
  mark->fill = fill;
  mark->stroke = stroke;
  mark->weight = OUTLINE_WEIGHT;
  mark->x = x;
  mark->y = y;
  mark->width = width;
  mark->height = height;
}

void
pe_pen_line (pe_pen *self, pe_ink ink, pe_length weight, gboolean dashed, const pe_segment *segments, size_t n)
{
  const size_t   first = self->status == PE_OK ? self->chart->segments.size : 0;
  pe_chart_mark *mark;

  for (size_t i = 0; i < n && self->status == PE_OK; i++)
    self->status = pe_vector_push (&self->chart->segments, &segments[i]);
  mark = n > 0 ? add_mark (self, PE_MARK_LINES) : NULL;
  if (mark == NULL)
    return;
  mark->stroke = ink;
  mark->weight = weight;
  mark->dashed = dashed;
  mark->first = first;
  mark->n = n;
}

/* The first line of a hatch at or behind a place: hatches of areas side by side run on. */
static pe_length
first_hatch (pe_length from)
{
  return from + (HATCH_SPACE - from % HATCH_SPACE) % HATCH_SPACE;
}

/* The lines x + y = c (rising) or x - y = c (falling) inside of a rectangle. */
static void
hatch_slanting (pe_pen *self, gboolean rising, pe_length x, pe_length y, pe_length right, pe_length bottom,
                pe_vector *segments)
{
  const pe_length least = rising ? x + y : x - bottom, most = rising ? right + bottom : right - y;

  for (pe_length c = first_hatch (least); c < most && self->status == PE_OK; c += HATCH_SPACE)
    {
      const pe_length from = MAX (x, rising ? c - bottom : c + y), to = MIN (right, rising ? c - y : c + bottom);
      pe_segment      segment = { from, rising ? c - from : from - c, to, rising ? c - to : to - c };

      if (from < to)
        self->status = pe_vector_push (segments, &segment);
    }
}

static void
hatch_lying (pe_pen *self, pe_length x, pe_length y, pe_length right, pe_length bottom, pe_vector *segments)
{
  for (pe_length at = first_hatch (y); at < bottom && self->status == PE_OK; at += HATCH_SPACE / 2)
    {
      pe_segment segment = { x, at, right, at };

      self->status = pe_vector_push (segments, &segment);
    }
}

void
pe_pen_area (pe_pen *self, pe_fill fill, pe_length x, pe_length y, pe_length width, pe_length height)
{
  const hatch kind = fills[fill].kind;
  pe_vector   segments = PE_VECTOR_INIT (pe_segment);

  pe_pen_rect (self, fills[fill].ground, PE_INK_NONE, x, y, width, height);
  if (kind == HATCH_RISING || kind == HATCH_CROSSED)
    hatch_slanting (self, TRUE, x, y, x + width, y + height, &segments);
  if (kind == HATCH_FALLING || kind == HATCH_CROSSED)
    hatch_slanting (self, FALSE, x, y, x + width, y + height, &segments);
  if (kind == HATCH_LYING)
    hatch_lying (self, x, y, x + width, y + height, &segments);
  pe_pen_line (self, fills[fill].lines, HATCH_WEIGHT, FALSE, segments.data, segments.size);
  pe_pen_rect (self, PE_INK_NONE, fills[fill].outline, x, y, width, height);
  pe_vector_clear (&segments);
}
