/* report-pdf-flow.c - a text on pages, line by line
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * pango breaks lines, but the time that it takes grows with the square of the length of a paragraph. A text is given to it
 * through a window of some dozen lines: the last line of a window is not certain yet and begins the next one.
 */
#include <string.h>

#include "archive-private.h"
#include "report-pdf-private.h"

/* Bytes of a window, at most, at least, and for each character's width of a line: a word that has to be broken costs the
 * square of its window as well, and a narrow column has many lines of it. */
#define WINDOW_MOST 1024
#define WINDOW_LEAST 96
#define WINDOW_EACH 24

typedef struct stretch
{
  size_t      end;    /* of its bytes in the text; it begins where the one before ends */
  const char *target; /* nullable, borrowed */
  gboolean    strong;
} stretch;

/* Each with what stands in where an office's face is not installed. */
static const char *const faces[] = {
  "FangSong_GB2312,仿宋_GB2312,FangSong,仿宋,STFangsong,Noto Serif CJK SC,Source Han Serif SC,serif",
  "FZXiaoBiaoSong-B05S,方正小标宋简体,Noto Serif CJK SC,Source Han Serif SC,serif",
  "SimHei,黑体,Noto Sans CJK SC,Source Han Sans SC,sans-serif",
  "KaiTi_GB2312,楷体_GB2312,KaiTi,楷体,STKaiti,Noto Serif CJK SC,Source Han Serif SC,serif",
  "SimSun,宋体,Noto Serif CJK SC,Source Han Serif SC,serif",
};

static void
add_stretch (pe_pdf_flow *self, pe_pdf *pdf, const char *text, const char *target, gboolean strong)
{
  stretch new;

  if (text == NULL || self->text == NULL)
    return;
  memcpy (self->text + self->size, text, strlen (text));
  self->size += strlen (text);
  new = (stretch) { self->size, target, strong };
  if (pe_vector_push (&self->stretches, &new) != PE_OK)
    pdf->failed = TRUE;
}

static void
copy_texts (pe_pdf_flow *self, pe_pdf *pdf, const char *prefix, const pe_vector *spans)
{
  size_t size = prefix != NULL ? strlen (prefix) : 0;

  for (size_t i = 0; i < spans->size; i++)
    {
      const char *text = pe_vector_at (spans, const pe_doc_span, i)->text;

      size += text != NULL ? strlen (text) : 0;
    }
  self->text = g_try_malloc (size + 1);
  pdf->failed = pdf->failed || self->text == NULL;
  add_stretch (self, pdf, prefix, NULL, FALSE);
  for (size_t i = 0; i < spans->size; i++)
    {
      const pe_doc_span *span = pe_vector_at (spans, const pe_doc_span, i);

      add_stretch (self, pdf, span->text, span->target, span->strong);
    }
}

/* Goes on at a byte. */
static void
move_to (pe_pdf_flow *self, size_t at)
{
  self->at = at;
  while (self->first < self->stretches.size && pe_vector_at (&self->stretches, const stretch, self->first)->end <= at)
    self->first++;
}

/* The stretches within a window, as what pango knows of them. Emphasis is 黑体, as Chinese print has it: faces that offices
 * have are seldom bold. English has narrow quotation marks also where the face is Chinese. */
static void
set_attributes (const pe_pdf_flow *self, PangoLayout *layout, size_t size)
{
  PangoAttrList *list = pango_attr_list_new ();
  size_t         start = self->at;

  if (self->style.english)
    pango_attr_list_insert (list, pango_attr_font_features_new ("pwid=1"));

  for (size_t i = self->first; i < self->stretches.size && start < self->at + size; i++)
    {
      const stretch *here = pe_vector_at (&self->stretches, const stretch, i);

      if (here->strong)
        {
          PangoAttribute *face = pango_attr_family_new (faces[PE_PDF_FACE_HEAD]);

          face->start_index = (guint) (start - self->at);
          face->end_index = (guint) (MIN (here->end, self->at + size) - self->at);
          pango_attr_list_insert (list, face);
        }
      start = here->end;
    }
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
}

static void
set_font (const pe_pdf_style *style, PangoLayout *layout)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, faces[style->face]);
  pango_font_description_set_weight (font, style->strong ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (font, (gint) style->size);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

char *
pe_pdf_name_face (pe_pdf *pdf)
{
  const pe_pdf_style    style = { .face = PE_PDF_FACE_BODY, .size = PE_PDF_POINTS (16) };
  PangoContext         *context = pango_layout_get_context (pdf->layout);
  PangoFontDescription *found = NULL;
  PangoFont            *font;
  char                 *out;

  set_font (&style, pdf->layout);
  font = pango_context_load_font (context, pango_layout_get_font_description (pdf->layout));
  if (font != NULL)
    found = pango_font_describe (font);
  out = g_strconcat ("body set in ", found != NULL ? pango_font_description_get_family (found) : "no font", NULL);
  g_clear_pointer (&found, pango_font_description_free);
  g_clear_object (&font);
  return out;
}

typedef struct window
{
  size_t   end;  /* of the text's own line */
  int      n;    /* the lines that are certain */
  gboolean last; /* the last of them ends the text's own line */
} window;

static size_t
get_window_size (const pe_pdf_flow *self)
{
  const uint64_t size = (uint64_t) (self->width / self->style.size) * WINDOW_EACH;

  return (size_t) CLAMP (size, WINDOW_LEAST, WINDOW_MOST);
}

/* Lays out what comes next. The layout is that of the whole document: fonts are set each time. */
static window
open_window (const pe_pdf_flow *self, PangoLayout *layout)
{
  const char *rest = self->text + self->at;
  const char *end = memchr (rest, '\n', self->size - self->at);
  window      out = { end != NULL ? (size_t) (end - self->text) : self->size, 0, TRUE };
  size_t      size = MIN (out.end - self->at, get_window_size (self));

  while (size > 0 && self->at + size < out.end && ((guchar) rest[size] & 0xC0) == 0x80)
    size--;
  out.last = self->at + size == out.end;
  set_font (&self->style, layout);
  set_attributes (self, layout, size);
  pango_layout_set_indent (layout, self->at == 0 ? (int) self->style.indent : 0);
  pango_layout_set_width (layout, (int) self->width);
  pango_layout_set_text (layout, rest, (int) size);
  out.n = pango_layout_get_line_count (layout);
  if (!out.last)
    out.n = MAX (out.n - 1, 1);
  return out;
}

/* Goes beyond n lines of a window. */
static void
leave_window (pe_pdf_flow *self, PangoLayout *layout, const window *view, int n)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, n - 1);

  if (n == view->n && view->last)
    move_to (self, view->end + 1);
  else
    move_to (self, self->at + (size_t) (line->start_index + MAX (line->length, 1)));
}

/* Up to one more than most, or as many as there can be room for. */
static void
count_lines (pe_pdf_flow *self, pe_pdf *pdf, guint64 most)
{
  while (self->at <= self->size && self->n_all <= most)
    {
      const window view = open_window (self, pdf->layout);

      self->n_all += (guint64) view.n;
      leave_window (self, pdf->layout, &view, view.n);
    }
}

static void
start (pe_pdf_flow *self, pe_pdf *pdf, const pe_pdf_style *style, pe_pdf_length width, const char *prefix,
       const pe_vector *spans)
{
  memset (self, 0, sizeof *self);
  self->style = *style;
  self->width = MAX (width, style->size);
  self->stretches = (pe_vector) PE_VECTOR_INIT (stretch);
  copy_texts (self, pdf, prefix, spans);
}

/* What a line takes of a page, in square points. */
static gint64
get_area (const pe_pdf_flow *self)
{
  return MAX (self->width / PANGO_SCALE, 1) * MAX (self->style.pitch / PANGO_SCALE, 1);
}

/* The lines of this width that the pages have left, none of which stands beside another. */
static guint64
count_room (const pe_pdf_flow *self, const pe_pdf *pdf)
{
  const gint64 all
      = (gint64) PE_PDF_PAGES * (PE_PDF_WIDTH / PANGO_SCALE) * ((PE_PDF_BOTTOM - PE_PDF_TOP) / PANGO_SCALE);

  return (guint64) ((all - pdf->area) / get_area (self));
}

void
pe_pdf_flow_init (pe_pdf_flow *self, pe_pdf *pdf, const pe_pdf_style *style, pe_pdf_length width, const char *prefix,
                  const pe_vector *spans)
{
  start (self, pdf, style, width, prefix, spans);
  if (!pdf->failed)
    {
      const guint64 room = count_room (self, pdf);

      count_lines (self, pdf, room);
      pdf->full = self->n_all > room;
      pdf->failed = pdf->failed || pdf->full;
      pdf->area += (gint64) MIN (self->n_all, room) * get_area (self);
    }
  pe_pdf_flow_rewind (self);
}

void
pe_pdf_flow_peek (pe_pdf_flow *self, pe_pdf *pdf, const pe_pdf_style *style, pe_pdf_length width,
                  const pe_vector *spans, guint64 most)
{
  start (self, pdf, style, width, NULL, spans);
  if (!pdf->failed)
    count_lines (self, pdf, most);
}

void
pe_pdf_flow_rewind (pe_pdf_flow *self)
{
  self->left = self->n_all;
  self->first = 0;
  move_to (self, 0);
}

void
pe_pdf_flow_clear (pe_pdf_flow *self)
{
  g_clear_pointer (&self->text, g_free);
  pe_vector_clear (&self->stretches);
}

static pe_pdf_length
measure (PangoLayoutLine *line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);
  return logical.width;
}

/* The glyphs of a line that are as wide as high: Chinese characters and their punctuation. With more > 0 each gets so much
 * room behind it. */
static int
widen (PangoLayoutLine *line, int size, int more)
{
  int n = 0;

  for (GSList *at = line->runs; at != NULL; at = at->next)
    {
      PangoGlyphString *glyphs = ((PangoLayoutRun *) at->data)->glyphs;

      for (int i = 0; i < glyphs->num_glyphs; i++)
        if (glyphs->glyphs[i].geometry.width >= size * 9 / 10)
          {
            glyphs->glyphs[i].geometry.width += more;
            n++;
          }
    }
  return n;
}

/* Shares out what a line leaves free; lines that a long word made short stay as they are. */
static void
fill_line (const pe_pdf_flow *self, PangoLayoutLine *line, pe_pdf_length width)
{
  const pe_pdf_length rest = width - measure (line);
  const int           n = widen (line, (int) self->style.size, 0) - 1;

  if (n > 0 && rest > 0 && rest < n * self->style.size / 6)
    widen (line, (int) self->style.size, (int) (rest / (n + 1)));
}

/* cairo reads the places of links by the locale's decimal point: they are whole points. */
static void
add_link (const pe_pdf_flow *self, pe_pdf *pdf, guint number, const int range[2], pe_pdf_length x, pe_pdf_length y)
{
  const pe_pdf_length from = (x + range[0]) / PANGO_SCALE, to = (x + range[1] + PANGO_SCALE - 1) / PANGO_SCALE;
  char                numbers[5][24];
  char               *attributes = g_strconcat (
      "dest='entry_", pe_office_print_number (numbers[0], number), "' rect=[",
      pe_office_print_number (numbers[1], (uint64_t) from), " ",
      pe_office_print_number (numbers[2], (uint64_t) (y / PANGO_SCALE)), " ",
      pe_office_print_number (numbers[3], (uint64_t) (to - from)), " ",
      pe_office_print_number (numbers[4], (uint64_t) (self->style.pitch / PANGO_SCALE)), "]", NULL);

  cairo_tag_begin (pdf->context, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (pdf->context, CAIRO_TAG_LINK);
  g_free (attributes);
}

static void
add_links (const pe_pdf_flow *self, pe_pdf *pdf, PangoLayoutLine *line, pe_pdf_length x, pe_pdf_length y)
{
  const size_t from = self->at + (size_t) line->start_index, to = from + (size_t) line->length;
  size_t       start = self->at;

  for (size_t i = self->first; i < self->stretches.size && start < to; i++)
    {
      const stretch *here = pe_vector_at (&self->stretches, const stretch, i);
      const guint    number
          = here->target != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (pdf->anchors, here->target)) : 0;
      int *ranges = NULL, n = 0;

      if (number > 0 && here->end > from)
        pango_layout_line_get_x_ranges (
            line, (int) (MAX (start, from) - self->at), (int) (MIN (here->end, to) - self->at), &ranges, &n);
      for (int k = 0; k < n; k++)
        add_link (self, pdf, number, ranges + 2 * (size_t) k, x, y);
      g_free (ranges);
      start = here->end;
    }
}

static void
draw_line (const pe_pdf_flow *self, pe_pdf *pdf, PangoLayoutLine *line, pe_pdf_length x, pe_pdf_length y,
           gboolean is_last)
{
  const pe_pdf_length indent = self->at == 0 && line->start_index == 0 ? self->style.indent : 0;
  /* Chinese faces stand on their base line with 88 parts of 100 above it. */
  const pe_pdf_length base = (self->style.pitch - self->style.size) / 2 + self->style.size * 88 / 100;

  if (self->style.filled && !is_last)
    fill_line (self, line, self->width - indent);
  if (self->style.align != PE_DOC_LEFT)
    x += (self->width - measure (line)) / (self->style.align == PE_DOC_CENTRE ? 2 : 1);
  cairo_move_to (pdf->context, pe_pdf_place (x + indent), pe_pdf_place (y + base));
  pango_cairo_show_layout_line (pdf->context, line);
  add_links (self, pdf, line, x, y); /* pango counts the indent in */
}

void
pe_pdf_flow_draw (pe_pdf_flow *self, pe_pdf *pdf, pe_pdf_length x, pe_pdf_length y, guint64 n)
{
  n = MIN (n, self->left);
  cairo_set_source_rgb (pdf->context, 0, 0, 0);
  while (n > 0 && !pdf->failed && self->text != NULL && self->at <= self->size)
    {
      const window view = open_window (self, pdf->layout);
      const int    take = (int) MIN ((guint64) view.n, n);

      for (int i = 0; i < take; i++, y += self->style.pitch)
        draw_line (self, pdf, pango_layout_get_line (pdf->layout, i), x, y, view.last && i == view.n - 1);
      leave_window (self, pdf->layout, &view, take);
      self->left = self->at > self->size ? 0 : MAX (self->left - (guint64) take, 1);
      n -= (guint64) take;
    }
}
