/* report-pdf.c - a report as PDF, in the layout of official documents
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <cairo-pdf.h>
#include <perfeval/provider.h>
#include <string.h>

#include "chart-private.h"
#include "report-pdf-private.h"
#include "xlsx-private.h"

#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89
#define BOX_PADDING 5

/* GB/T 9704-2012, 7.3. */
static const pe_pdf_style title_style
    = { "FZXiaoBiaoSong-B05S, 方正小标宋简体, Noto Serif CJK SC, serif", 22, 32, 0, PANGO_ALIGN_CENTER, FALSE };
static const pe_pdf_style heading_styles[] = {
  { "SimHei, 黑体, Noto Sans CJK SC, sans", 16, PE_PDF_LINE, 32, PANGO_ALIGN_LEFT, FALSE },
  { "KaiTi, 楷体, Noto Serif CJK SC, serif", 16, PE_PDF_LINE, 32, PANGO_ALIGN_LEFT, FALSE },
  { "FangSong, 仿宋, Noto Serif CJK SC, serif Bold", 16, PE_PDF_LINE, 32, PANGO_ALIGN_LEFT, FALSE },
  { "FangSong, 仿宋, Noto Serif CJK SC, serif", 16, PE_PDF_LINE, 32, PANGO_ALIGN_LEFT, FALSE },
};
static const pe_pdf_style body_style
    = { "FangSong, 仿宋, Noto Serif CJK SC, serif", 16, PE_PDF_LINE, 32, PANGO_ALIGN_LEFT, FALSE };
static const pe_pdf_style note_style
    = { "FangSong, 仿宋, Noto Serif CJK SC, serif", 10.5, 0, 0, PANGO_ALIGN_LEFT, FALSE };
static const pe_pdf_style gap_style = { "FangSong, 仿宋, Noto Serif CJK SC, serif", 14, 0, 0, PANGO_ALIGN_LEFT, FALSE };
static const pe_pdf_style caption_style
    = { "FangSong, 仿宋, Noto Serif CJK SC, serif", 12, 0, 0, PANGO_ALIGN_CENTER, FALSE };

/* A text over as many pages as it takes; its first lines stay with so many points below it. */
static void
add_flow (pe_pdf *self, const pe_doc_block *block, const char *before, const pe_pdf_style *style, double keep)
{
  PangoLayout *layout = pe_pdf_lay_out (self, &block->spans, before, style, PE_PDF_WIDTH);
  int          line = 0;

  pe_pdf_need (self, MIN (pe_pdf_measure (layout, style, 0), PE_PDF_LINE) + keep);
  pe_pdf_add_anchor (self, block->anchor, PE_PDF_LEFT, self->y);
  while (line < pango_layout_get_line_count (layout) && self->status == PE_OK)
    {
      const int first = line;

      self->y += pe_pdf_draw_lines (
          self, layout, &block->spans, before, style, PE_PDF_LEFT, self->y, PE_PDF_TOP + PE_PDF_HEIGHT, &line);
      if (line < pango_layout_get_line_count (layout))
        pe_pdf_need (self, PE_PDF_HEIGHT);
      if (line == first && self->y <= PE_PDF_TOP)
        break; /* a line that is higher than a page */
    }
  g_object_unref (layout);
}

static void
draw_box (pe_pdf *self, double y, double height, gboolean is_gap)
{
  static const double dashes[] = { 4, 3 };
  cairo_t            *context = self->context;

  cairo_save (context);
  cairo_rectangle (context, PE_PDF_LEFT, y, PE_PDF_WIDTH, height);
  if (is_gap)
    {
      cairo_set_source_rgb (context, 0.98, 0.93, 0.93);
      cairo_fill_preserve (context);
      cairo_set_dash (context, dashes, G_N_ELEMENTS (dashes), 0);
    }
  cairo_set_source_rgb (context, is_gap ? 0.67 : 0.33, is_gap ? 0.2 : 0.33, is_gap ? 0.2 : 0.33);
  cairo_set_line_width (context, 0.75);
  cairo_stroke (context);
  cairo_restore (context);
}

/* A boxed text; one that is longer than what is left goes on in a box of the next page. */
static void
add_boxed (pe_pdf *self, const pe_doc_block *block, const pe_pdf_style *style)
{
  PangoLayout *layout = pe_pdf_lay_out (self, &block->spans, NULL, style, PE_PDF_WIDTH - 2 * BOX_PADDING);
  int          line = 0;

  pe_pdf_need (self, MIN (pe_pdf_measure (layout, style, 0) + 2 * BOX_PADDING, 5 * PE_PDF_LINE));
  pe_pdf_add_anchor (self, block->anchor, PE_PDF_LEFT, self->y);
  while (line < pango_layout_get_line_count (layout) && self->status == PE_OK)
    {
      const double rest = pe_pdf_measure (layout, style, line) + 2 * BOX_PADDING;
      const double height = MIN (rest, pe_pdf_get_left_over (self));
      const int    first = line;

      draw_box (self, self->y, height, block->kind == PE_DOC_GAP);
      (void) pe_pdf_draw_lines (self, layout, &block->spans, NULL, style, PE_PDF_LEFT + BOX_PADDING,
                                self->y + BOX_PADDING, self->y + height - BOX_PADDING, &line);
      self->y += height;
      if (line < pango_layout_get_line_count (layout))
        pe_pdf_need (self, PE_PDF_HEIGHT);
      if (line == first && self->y <= PE_PDF_TOP)
        break;
    }
  self->y += PE_PDF_LINE / 3;
  g_object_unref (layout);
}

/* Its line in the outline, below the last heading of a higher level. */
static void
add_outline (pe_pdf *self, const pe_doc_block *block, const char *number, guint level)
{
  pe_writing text = PE_WRITING_INIT;
  char       numbers[24], *name = g_strconcat ("heading-", pe_office_print_number (numbers, ++self->n_headings), NULL);
  char      *link = g_strconcat ("dest='", name, "'", NULL);

  pe_writing_add (&text, number);
  for (size_t i = 0; i < block->spans.size; i++)
    pe_writing_add (&text, pe_vector_at (&block->spans, const pe_doc_span, i)->text);
  pe_writing_add_bytes (&text, "", 1);
  pe_pdf_need (self, 3 * PE_PDF_LINE);
  pe_pdf_add_anchor (self, name, PE_PDF_LEFT, self->y);
  if (!text.failed)
    self->outline[level] = cairo_pdf_surface_add_outline (
        self->surface, self->outline[level - 1], text.bytes.data, link, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  for (guint below = level + 1; below < G_N_ELEMENTS (self->outline); below++)
    self->outline[below] = self->outline[level];
  pe_writing_clear (&text);
  g_free (link);
  g_free (name);
}

static void
add_heading (pe_pdf *self, const pe_doc_block *block)
{
  const guint level = CLAMP (block->level, 1, 4);
  pe_writing  number = PE_WRITING_INIT;

  pe_report_number_heading (&number, self->report->language, level, self->counters);
  pe_writing_add_bytes (&number, "", 1);
  if (number.failed)
    self->status = PE_ERROR_NO_MEMORY;
  else
    {
      add_outline (self, block, number.bytes.data, level);
      add_flow (self, block, number.bytes.data, &heading_styles[level - 1], 2 * PE_PDF_LINE);
    }
  pe_writing_clear (&number);
}

static void
add_picture (pe_pdf *self, const pe_doc_block *block)
{
  int32_t width, height;
  double  wide, high;

  pe_chart_get_size (block->picture, &width, &height);
  wide = MIN (width, PE_PDF_WIDTH);
  high = MIN (wide * height / MAX (width, 1), PE_PDF_HEIGHT - 3 * PE_PDF_LINE);
  pe_pdf_need (self, high + 1.5 * PE_PDF_LINE);
  self->y += PE_PDF_LINE / 3;
  cairo_save (self->context);
  cairo_translate (self->context, PE_PDF_LEFT + (PE_PDF_WIDTH - wide) / 2, self->y);
  self->status = pe_chart_draw (block->picture, self->context, (int32_t) wide, (int32_t) high);
  cairo_restore (self->context);
  self->y += high;
  add_flow (self, block, NULL, &caption_style, 0);
  self->y += PE_PDF_LINE / 3;
}

static void
add_block (pe_pdf *self, const pe_doc_block *block)
{
  switch (block->kind)
    {
    case PE_DOC_TITLE:
      add_flow (self, block, NULL, &title_style, 0);
      self->y += PE_PDF_LINE;
      break;
    case PE_DOC_HEADING:
      add_heading (self, block);
      break;
    case PE_DOC_PARAGRAPH:
      add_flow (self, block, NULL, &body_style, 0);
      break;
    case PE_DOC_NOTE:
      add_boxed (self, block, &note_style);
      break;
    case PE_DOC_GAP:
      add_boxed (self, block, &gap_style);
      break;
    case PE_DOC_TABLE:
      self->y += PE_PDF_LINE / 3;
      add_flow (self, block, NULL, &caption_style, 3 * PE_PDF_LINE);
      pe_pdf_add_table (self, block->table);
      break;
    case PE_DOC_PICTURE:
      add_picture (self, block);
      break;
    case PE_DOC_PAGE_BREAK:
      pe_pdf_need (self, PE_PDF_HEIGHT);
      break;
    }
}

/* Which face stood in for the body's first family. */
static char *
name_face (pe_pdf *self)
{
  PangoFontDescription *wanted = pango_font_description_from_string (body_style.families);
  PangoFont            *font = pango_context_load_font (self->pango, wanted);
  PangoFontDescription *found = font != NULL ? pango_font_describe (font) : NULL;
  char *out = g_strconcat ("body set in ", found != NULL ? pango_font_description_get_family (found) : "no font", NULL);

  if (found != NULL)
    pango_font_description_free (found);
  g_clear_object (&font);
  pango_font_description_free (wanted);
  return out;
}

static void
set_properties (pe_pdf *self)
{
  const pe_report *report = self->report;
  char            *date = g_strconcat (report->date, "T00:00:00Z", NULL), *face = name_face (self);

  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "libperfeval");
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_KEYWORDS, face);
  if (report->title != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, report->title);
  if (report->author != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, report->author);
  g_free (face);
  g_free (date);
}

static cairo_status_t
keep (void *data, const unsigned char *bytes, unsigned int n)
{
  pe_writing *out = data;

  pe_writing_add_bytes (out, bytes, n);
  return out->failed ? CAIRO_STATUS_NO_MEMORY : CAIRO_STATUS_SUCCESS;
}

static void
write_pages (pe_pdf *self)
{
  pe_pdf_begin_page (self);
  for (size_t i = 0; self->status == PE_OK && i < self->report->blocks.size; i++)
    add_block (self, *pe_vector_at (&self->report->blocks, pe_doc_block *, i));
  pe_pdf_end_page (self);
}

/* Units of the page are points, of glyphs too, whatever resolution the screen has. */
static void
open_pdf (pe_pdf *self, pe_writing *out)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  self->surface = cairo_pdf_surface_create_for_stream (keep, out, A4_WIDTH, A4_HEIGHT);
  self->context = cairo_create (self->surface);
  self->pango = pango_cairo_create_context (self->context);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->pango, options);
  pango_cairo_context_set_resolution (self->pango, 72);
  pango_context_set_language (
      self->pango, pango_language_from_string (self->report->language == PE_LANGUAGE_EN ? "en" : "zh-cn"));
  cairo_font_options_destroy (options);
  set_properties (self);
}

static pe_status
close_pdf (pe_pdf *self)
{
  cairo_status_t status;

  g_object_unref (self->pango);
  cairo_destroy (self->context);
  cairo_surface_finish (self->surface);
  status = cairo_surface_status (self->surface);
  cairo_surface_destroy (self->surface);
  if (self->status != PE_OK || status == CAIRO_STATUS_SUCCESS)
    return self->status;
  return status == CAIRO_STATUS_NO_MEMORY ? PE_ERROR_NO_MEMORY : PE_ERROR_FILE;
}

pe_status
pe_report_to_pdf (pe_text **out, const pe_report *self, pe_error **error)
{
  pe_writing bytes = PE_WRITING_INIT;
  pe_pdf     pdf = { .report = self, .status = PE_OK };
  pe_status  status;

  if (out == NULL || self == NULL)
    return pe_office_refuse_argument (error, out == NULL ? "out" : "self", "not NULL", "非空指针");
  open_pdf (&pdf, &bytes);
  write_pages (&pdf);
  status = close_pdf (&pdf);
  if (status == PE_OK)
    return pe_writing_finish (&bytes, out, error);
  pe_writing_clear (&bytes);
  return pe_office_fail (error, status, NULL, "name", "pdf", NULL);
}
