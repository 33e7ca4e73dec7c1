/* report-pdf-page.c - pages of a PDF file, and texts that flow over them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "archive-private.h"
#include "report-pdf-private.h"

#define PAGE_WIDTH 595.28
#define NUMBER_SIZE 14    /* 4号 */
#define NUMBER_BELOW 19.8 /* 7 mm below the text */

static void
fill_layout (PangoLayout *layout, const pe_pdf_style *style, double width)
{
  PangoFontDescription *font = pango_font_description_from_string (style->families);

  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, style->align);
  pango_layout_set_justify (layout, style->is_justified);
  pango_layout_set_indent (layout, (int) (style->indent * PANGO_SCALE));
}

void
pe_pdf_begin_page (pe_pdf *self)
{
  self->page++;
  self->y = PE_PDF_TOP;
}

/* The number between dashes, one character from the outer edge: right on odd pages, left on even ones. */
void
pe_pdf_end_page (pe_pdf *self)
{
  const pe_pdf_style style
      = { "SimSun, 宋体, Noto Serif CJK SC, serif",
          NUMBER_SIZE,
          0,
          0,
          self->page % 2 == 1 ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT,
          FALSE };
  PangoLayout *layout = pango_layout_new (self->pango);
  char         number[24];
  char        *text = g_strconcat ("— ", pe_office_print_number (number, self->page), " —", NULL);

  fill_layout (layout, &style, PE_PDF_WIDTH - 2 * NUMBER_SIZE);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (self->context, PE_PDF_LEFT + NUMBER_SIZE, PE_PDF_TOP + PE_PDF_HEIGHT + NUMBER_BELOW - NUMBER_SIZE);
  pango_cairo_show_layout (self->context, layout);
  g_object_unref (layout);
  g_free (text);
  cairo_show_page (self->context);
}

double
pe_pdf_get_left_over (const pe_pdf *self)
{
  return PE_PDF_TOP + PE_PDF_HEIGHT - self->y;
}

void
pe_pdf_need (pe_pdf *self, double height)
{
  if (self->y <= PE_PDF_TOP || pe_pdf_get_left_over (self) >= height)
    return;
  pe_pdf_end_page (self);
  pe_pdf_begin_page (self);
}

void
pe_pdf_add_anchor (pe_pdf *self, const char *anchor, double x, double y)
{
  char    *attributes;
  GString *name;

  if (anchor == NULL)
    return;
  name = g_string_new (anchor);
  g_string_replace (name, "'", "\\'", 0);
  attributes = g_strconcat ("name='", name->str, "'", NULL);
  /* The place is that of the current point. */
  cairo_move_to (self->context, x, y);
  cairo_tag_begin (self->context, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (self->context, CAIRO_TAG_DEST);
  g_string_free (name, TRUE);
  g_free (attributes);
}

/* Bold stretches as attributes over the bytes of the whole. */
static void
add_strong (PangoAttrList *list, size_t start, size_t end)
{
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = (guint) start;
  bold->end_index = (guint) end;
  pango_attr_list_insert (list, bold);
}

PangoLayout *
pe_pdf_lay_out (pe_pdf *self, const pe_vector *spans, const char *before, const pe_pdf_style *style, double width)
{
  PangoLayout   *layout = pango_layout_new (self->pango);
  PangoAttrList *list = pango_attr_list_new ();
  pe_writing     text = PE_WRITING_INIT;

  pe_writing_add (&text, before);
  for (size_t i = 0; i < spans->size; i++)
    {
      const pe_doc_span *span = pe_vector_at (spans, const pe_doc_span, i);
      const size_t       start = text.bytes.size;

      pe_writing_add (&text, span->text);
      if (span->strong)
        add_strong (list, start, text.bytes.size);
    }
  fill_layout (layout, style, width);
  if (text.failed || text.bytes.size > G_MAXINT)
    self->status = PE_ERROR_NO_MEMORY;
  else
    pango_layout_set_text (layout, text.bytes.data != NULL ? text.bytes.data : "", (int) text.bytes.size);
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
  pe_writing_clear (&text);
  return layout;
}

static double
get_line_height (PangoLayoutLine *line, const pe_pdf_style *style)
{
  PangoRectangle logical;

  if (style->line > 0)
    return style->line;
  pango_layout_line_get_extents (line, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

double
pe_pdf_measure (PangoLayout *layout, const pe_pdf_style *style, int line)
{
  double height = 0;

  for (; line < pango_layout_get_line_count (layout); line++)
    height += get_line_height (pango_layout_get_line_readonly (layout, line), style);
  return height;
}

/* An area of the page that leads somewhere, in whole points. */
static void
add_link (pe_pdf *self, const char *target, double x, double y, double width, double height)
{
  const double values[] = { x, y, width + 1, height };
  GString     *attributes = g_string_new ("dest='");
  char         number[24];

  g_string_append (attributes, target);
  g_string_append (attributes, "' rect=[");
  for (size_t i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_string_append (attributes, pe_office_print_number (number, (uint64_t) MAX (values[i], 0)));
      g_string_append (attributes, i + 1 < G_N_ELEMENTS (values) ? " " : "]");
    }
  cairo_tag_begin (self->context, CAIRO_TAG_LINK, attributes->str);
  cairo_tag_end (self->context, CAIRO_TAG_LINK);
  g_string_free (attributes, TRUE);
}

/* The links of one line: where each of its spans stands on it. */
static void
add_links (pe_pdf *self, PangoLayoutLine *line, const pe_vector *spans, size_t at, double x, double y, double height)
{
  const size_t first = (size_t) line->start_index, end = first + (size_t) line->length;

  for (size_t i = 0; i < spans->size; i++)
    {
      const pe_doc_span *span = pe_vector_at (spans, const pe_doc_span, i);
      const size_t       start = MAX (at, first), stop = MIN (at + strlen (span->text), end);
      int               *ranges = NULL, n = 0;

      if (span->target != NULL && start < stop)
        {
          pango_layout_line_get_x_ranges (line, (int) start, (int) stop, &ranges, &n);
          for (int k = 0; k < n; k++)
            add_link (self, span->target, x + (double) ranges[2 * k] / PANGO_SCALE, y,
                      (double) (ranges[2 * k + 1] - ranges[2 * k]) / PANGO_SCALE, height);
          g_free (ranges);
        }
      at += strlen (span->text);
    }
}

/* Where a line begins in the width of its layout: alignment and indent. */
static double
get_offset (PangoLayout *layout, const pe_pdf_style *style, PangoLayoutLine *line)
{
  PangoRectangle logical;
  const double   width = (double) pango_layout_get_width (layout) / PANGO_SCALE;
  double         indent;

  pango_layout_line_get_extents (line, NULL, &logical);
  indent = line->is_paragraph_start ? style->indent : 0;
  if (style->align == PANGO_ALIGN_CENTER)
    return (width - (double) logical.width / PANGO_SCALE) / 2;
  if (style->align == PANGO_ALIGN_RIGHT)
    return width - (double) logical.width / PANGO_SCALE;
  return indent;
}

double
pe_pdf_draw_lines (pe_pdf *self, PangoLayout *layout, const pe_vector *spans, const char *before,
                   const pe_pdf_style *style, double x, double y, double bottom, int *line)
{
  const double top = y;
  const size_t offset = before != NULL ? strlen (before) : 0;

  for (; *line < pango_layout_get_line_count (layout); ++*line)
    {
      PangoLayoutLine *here = pango_layout_get_line_readonly (layout, *line);
      const double     height = get_line_height (here, style);
      const double     left = x + get_offset (layout, style, here);
      PangoRectangle   logical;

      if (y + height > bottom + 0.01)
        break;
      pango_layout_line_get_extents (here, NULL, &logical);
      /* The line stands in the middle of what is kept for it. */
      cairo_move_to (self->context, left,
                     y + (height - (double) logical.height / PANGO_SCALE) / 2 - (double) logical.y / PANGO_SCALE);
      pango_cairo_show_layout_line (self->context, here);
      add_links (self, here, spans, offset, left, y, height);
      y += height;
    }
  return y - top;
}
