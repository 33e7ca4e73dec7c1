/* report-pdf.c - a document as PDF, in the layout of official documents
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <cairo-pdf.h>
#include <perfeval/provider.h>
#include <string.h>

#include "report-pdf-private.h"
#include "xlsx-private.h"

#define NOTE_PAD PE_PDF_POINTS (5)
#define SHORT_NOTE 12 /* lines that are not torn apart */
#define GAP_GROUND 0xFBEEEE
#define GAP_EDGE 0xAA3333
#define EDGE 0x555555
#define PAPER 0xFFFFFF

/* What an outline has above an entry of each level. */
typedef struct outline
{
  guint counters[4];
  int   parents[5];
} outline;

static void
set_size (pe_pdf_style *self, pe_pdf_length size, pe_pdf_length pitch)
{
  self->size = size;
  self->pitch = pitch;
}

/* GB/T 9704-2012: title 小标宋 22 pt; body 仿宋 16 pt, 22 lines a page, two characters in; levels 黑体, 楷体, 仿宋, 仿宋. */
static pe_pdf_style
choose_style (const pe_pdf *self, const pe_doc_block *block)
{
  const gboolean english = self->document->language == PE_LANGUAGE_EN;
  pe_pdf_style   style = { .size = PE_PDF_POINTS (16), .pitch = PE_PDF_LINE, .english = english };

  style.filled = !english;
  switch (block->kind)
    {
    case PE_DOC_TITLE:
      set_size (&style, PE_PDF_POINTS (22), PE_PDF_POINTS (32));
      style.face = PE_PDF_FACE_TITLE;
      style.align = PE_DOC_CENTRE;
      break;
    case PE_DOC_HEADING:
      style.face = block->level <= 1 ? PE_PDF_FACE_HEAD : block->level == 2 ? PE_PDF_FACE_SECOND : PE_PDF_FACE_BODY;
      style.strong = block->level == 3;
      style.indent = 2 * style.size;
      break;
    case PE_DOC_NOTE:
      set_size (&style, PE_PDF_POINTS (21) / 2, PE_PDF_POINTS (16));
      break;
    case PE_DOC_GAP:
      set_size (&style, PE_PDF_POINTS (14), PE_PDF_POINTS (22));
      break;
    case PE_DOC_TABLE:
    case PE_DOC_PICTURE:
      set_size (&style, PE_PDF_POINTS (12), PE_PDF_POINTS (18));
      style.align = PE_DOC_CENTRE;
      break;
    default:
      style.indent = 2 * style.size;
      break;
    }
  style.filled = style.filled && style.align == PE_DOC_LEFT;
  return style;
}

/* Pages */

/* 4号 between dashes, 7 mm below the text, one character from the outer edge: right on odd pages. */
static void
add_page_number (pe_pdf *self)
{
  const pe_pdf_style style
      = { .face = PE_PDF_FACE_SONG,
          .size = PE_PDF_POINTS (14),
          .pitch = PE_PDF_POINTS (14),
          .align = self->n_pages % 2 == 0 ? PE_DOC_RIGHT : PE_DOC_LEFT };
  const pe_vector none = PE_VECTOR_INIT (pe_doc_span);
  const gint64    area = self->area;
  pe_pdf_flow     flow;
  char            number[24];
  char           *text = g_strconcat ("— ", pe_office_print_number (number, self->n_pages + 1), " —", NULL);

  pe_pdf_flow_init (&flow, self, &style, PE_PDF_WIDTH - 2 * style.size, text, &none);
  pe_pdf_flow_draw (&flow, self, PE_PDF_LEFT + style.size, PE_PDF_BOTTOM + PE_PDF_MM (7) - style.size / 2, 1);
  pe_pdf_flow_clear (&flow);
  self->area = area; /* it stands below the text */
  g_free (text);
}

void
pe_pdf_turn_page (pe_pdf *self)
{
  if (self->n_pages == PE_PDF_PAGES)
    {
      self->full = self->failed = TRUE;
      return;
    }
  add_page_number (self);
  cairo_show_page (self->context);
  self->n_pages++;
  self->y = PE_PDF_TOP;
}

void
pe_pdf_keep (pe_pdf *self, pe_pdf_length height)
{
  if (self->y > PE_PDF_TOP && height > PE_PDF_BOTTOM - self->y)
    pe_pdf_turn_page (self);
}

/* Room between blocks; a page does not begin with it. */
static void
leave (pe_pdf *self, pe_pdf_length room)
{
  if (self->y > PE_PDF_TOP)
    self->y += room;
}

static void
set_colour (cairo_t *context, guint32 colour)
{
  cairo_set_source_rgb (context, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0);
}

void
pe_pdf_draw_box (pe_pdf *self, guint32 ground, guint32 edge, gboolean dashed, pe_pdf_length x, pe_pdf_length y,
                 pe_pdf_length width, pe_pdf_length height)
{
  static const double dashes[] = { 4, 3 };

  cairo_rectangle (self->context, pe_pdf_place (x), pe_pdf_place (y), pe_pdf_place (width), pe_pdf_place (height));
  if (ground != PAPER)
    {
      set_colour (self->context, ground);
      cairo_fill_preserve (self->context);
    }
  set_colour (self->context, edge);
  cairo_set_line_width (self->context, 0.5);
  cairo_set_dash (self->context, dashes, dashed ? G_N_ELEMENTS (dashes) : 0, 0);
  cairo_stroke (self->context);
}

static void
add_destination (pe_pdf *self, guint number, pe_pdf_length x, pe_pdf_length y)
{
  char  numbers[3][24];
  char *attributes = g_strconcat ("name='entry_", pe_office_print_number (numbers[0], number),
                                  "' x=", pe_office_print_number (numbers[1], (uint64_t) (x / PANGO_SCALE)),
                                  " y=", pe_office_print_number (numbers[2], (uint64_t) (y / PANGO_SCALE)), NULL);

  cairo_tag_begin (self->context, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (self->context, CAIRO_TAG_DEST);
  self->placed[number] = TRUE;
  g_free (attributes);
}

void
pe_pdf_place_anchor (pe_pdf *self, const char *anchor, pe_pdf_length x, pe_pdf_length y)
{
  const guint number = anchor != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->anchors, anchor)) : 0;

  if (number > 0 && !self->placed[number])
    add_destination (self, number, x, y);
}

/* Blocks */

static gboolean
is_framed (const pe_doc_block *block)
{
  return block->kind == PE_DOC_NOTE || block->kind == PE_DOC_GAP;
}

/* How many of the lines that are left stand on this page, of those that it has room for: none alone before the end of a
 * page or behind it, where that can be. */
static pe_pdf_length
choose_lines (const pe_pdf *self, pe_pdf_length room, guint64 left)
{
  const pe_pdf_length all = (pe_pdf_length) MIN (left, G_MAXINT32);
  const pe_pdf_length n = all - room == 1 && room > 1 ? room - 1 : room;

  if (all <= room)
    return all;
  return n == 1 && self->y > PE_PDF_TOP ? 0 : n;
}

/* Lines from here on, over as many pages as they take; framed for a remark or a gap. */
static void
pour (pe_pdf *self, const pe_doc_block *block, pe_pdf_flow *flow)
{
  const gboolean      is_gap = block->kind == PE_DOC_GAP, framed = is_framed (block);
  const pe_pdf_length pad = framed ? NOTE_PAD : 0, pitch = flow->style.pitch;

  while (flow->left > 0 && !self->failed)
    {
      const pe_pdf_length n = choose_lines (self, (PE_PDF_BOTTOM - self->y - 2 * pad) / pitch, flow->left);

      if (n < 1)
        {
          pe_pdf_turn_page (self);
          continue;
        }
      pe_pdf_place_anchor (self, block->anchor, PE_PDF_LEFT, self->y);
      if (framed)
        pe_pdf_draw_box (self, is_gap ? GAP_GROUND : PAPER, is_gap ? GAP_EDGE : EDGE, is_gap, PE_PDF_LEFT, self->y,
                         PE_PDF_WIDTH, n * pitch + 2 * pad);
      pe_pdf_flow_draw (flow, self, PE_PDF_LEFT + pad, self->y + pad, (guint64) n);
      self->y += n * pitch + 2 * pad;
    }
}

/* The size on the page, in whole points: as wide as the text and as high as a page with a caption at most. */
static void
measure_picture (const pe_doc_block *block, int32_t *width, int32_t *height)
{
  const int64_t most_wide = PE_PDF_WIDTH / PANGO_SCALE, most_high = 20 * PE_PDF_LINE / PANGO_SCALE;
  int64_t       wide, high;

  pe_chart_get_size (block->picture, width, height);
  wide = MIN (*width, most_wide);
  high = wide * *height / MAX (*width, 1);
  if (high > most_high)
    {
      wide = MAX (1, wide * most_high / high);
      high = most_high;
    }
  *width = (int32_t) wide;
  *height = (int32_t) MAX (high, 1);
}

static const pe_doc_block *
get_block (const pe_pdf *self, size_t at)
{
  return *pe_vector_at (&self->document->blocks, pe_doc_block *, at);
}

/* A paragraph that begins with emphasis names what comes after it, as a heading does. */
static gboolean
is_lead (const pe_doc_block *block)
{
  return block->kind == PE_DOC_HEADING
         || (block->kind == PE_DOC_PARAGRAPH && block->spans.size > 0
             && pe_vector_at (&block->spans, const pe_doc_span, 0)->strong);
}

static guint64
count_kept (const pe_doc_block *block)
{
  return is_framed (block) ? SHORT_NOTE : 2;
}

/* What of a text has to be together: a short remark wholly, of others two lines. */
static pe_pdf_length
measure_lines (const pe_pdf_flow *flow, const pe_doc_block *block)
{
  const guint64 most = count_kept (block);
  const guint64 n = flow->n_all <= most ? flow->n_all : 2;

  return (pe_pdf_length) n * flow->style.pitch + (is_framed (block) ? 2 * NOTE_PAD : 0);
}

static pe_pdf_length
measure_text (pe_pdf *self, const pe_doc_block *block)
{
  const pe_pdf_style style = choose_style (self, block);
  pe_pdf_flow        flow;
  pe_pdf_length      height;

  pe_pdf_flow_peek (&flow, self, &style, PE_PDF_WIDTH - (is_framed (block) ? 2 * NOTE_PAD : 0), &block->spans,
                    count_kept (block));
  height = measure_lines (&flow, block) + (is_framed (block) ? PE_PDF_POINTS (4) : 0);
  pe_pdf_flow_clear (&flow);
  return height;
}

/* What has to stand below a heading: other headings, and the beginning of what comes then. */
static pe_pdf_length
measure_beginning (pe_pdf *self, size_t at)
{
  pe_pdf_length height = 0;

  for (; at < self->document->blocks.size && height < PE_PDF_BOTTOM - PE_PDF_TOP; at++)
    {
      const pe_doc_block *block = get_block (self, at);
      int32_t             width, high;

      if (block->kind == PE_DOC_PICTURE)
        {
          measure_picture (block, &width, &high);
          return height + PE_PDF_POINTS (12 + 3 + 18 + high);
        }
      if (block->kind == PE_DOC_TABLE)
        return height + 5 * PE_PDF_LINE;
      if (block->kind == PE_DOC_PAGE_BREAK)
        return height;
      height += measure_text (self, block);
      if (!is_lead (block))
        return height;
    }
  return height;
}

static void
add_text (pe_pdf *self, size_t at, pe_pdf_length after)
{
  const pe_doc_block *block = get_block (self, at);
  const pe_pdf_style  style = choose_style (self, block);
  pe_pdf_flow         flow;

  if (is_framed (block))
    leave (self, PE_PDF_POINTS (4));
  pe_pdf_flow_init (&flow, self, &style, PE_PDF_WIDTH - (is_framed (block) ? 2 * NOTE_PAD : 0), NULL, &block->spans);
  pe_pdf_keep (self, measure_lines (&flow, block) + (is_lead (block) ? measure_beginning (self, at + 1) : 0));
  pour (self, block, &flow);
  leave (self, after);
  pe_pdf_flow_clear (&flow);
}

static void
add_picture (pe_pdf *self, const pe_doc_block *block)
{
  const pe_pdf_style style = choose_style (self, block);
  pe_pdf_flow        caption;
  int32_t            width, height;
  pe_pdf_length      x;

  measure_picture (block, &width, &height);
  x = PE_PDF_LEFT + (PE_PDF_WIDTH - PE_PDF_POINTS (width)) / 2;
  leave (self, PE_PDF_POINTS (12));
  pe_pdf_flow_init (&caption, self, &style, PE_PDF_WIDTH, NULL, &block->spans);
  pe_pdf_keep (self, PE_PDF_POINTS (height) + style.pitch * (pe_pdf_length) caption.n_all);
  pe_pdf_place_anchor (self, block->anchor, PE_PDF_LEFT, self->y);
  cairo_save (self->context);
  cairo_translate (self->context, pe_pdf_place (x), pe_pdf_place (self->y));
  if (pe_chart_draw (block->picture, self->context, width, height) != PE_OK)
    self->failed = TRUE;
  cairo_restore (self->context);
  self->y += PE_PDF_POINTS (height) + PE_PDF_POINTS (3);
  pour (self, block, &caption);
  leave (self, PE_PDF_POINTS (12));
  pe_pdf_flow_clear (&caption);
}

static void
add_table (pe_pdf *self, const pe_doc_block *block)
{
  const pe_pdf_style style = choose_style (self, block);
  pe_pdf_flow        caption;

  leave (self, PE_PDF_POINTS (12));
  pe_pdf_flow_init (&caption, self, &style, PE_PDF_WIDTH, NULL, &block->spans);
  if (!self->failed)
    pe_pdf_draw_table (self, block, &caption);
  leave (self, PE_PDF_POINTS (12));
  pe_pdf_flow_clear (&caption);
}

static char *
finish_text (pe_pdf *self, pe_writing *out)
{
  pe_text *text = NULL;
  char    *copy = NULL;

  if (pe_writing_finish (out, &text, NULL) == PE_OK)
    copy = g_try_malloc (pe_text_get_size (text) + 1);
  if (copy == NULL)
    self->failed = TRUE;
  else
    memcpy (copy, pe_text_get_data (text), pe_text_get_size (text) + 1);
  pe_text_unref (text);
  return copy;
}

/* An entry of the outline that a viewer shows beside the pages. */
static void
add_outline (pe_pdf *self, outline *tree, const pe_doc_block *block, const char *number)
{
  const guint at = CLAMP (block->level, 1, 4);
  char        numbers[3][24];
  char       *place = g_strconcat ("page=", pe_office_print_number (numbers[0], self->n_pages + 1), " pos=[",
                                   pe_office_print_number (numbers[1], (uint64_t) (PE_PDF_LEFT / PANGO_SCALE)), " ",
                                   pe_office_print_number (numbers[2], (uint64_t) (self->y / PANGO_SCALE)), "]", NULL);
  char       *name;
  pe_writing  all = PE_WRITING_INIT;

  pe_writing_add (&all, number);
  for (size_t i = 0; i < block->spans.size; i++)
    pe_writing_add (&all, pe_vector_at (&block->spans, const pe_doc_span, i)->text);
  name = finish_text (self, &all);
  if (name != NULL)
    tree->parents[at] = cairo_pdf_surface_add_outline (
        self->surface, tree->parents[at - 1], name, place, at == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
  for (guint below = at + 1; below < G_N_ELEMENTS (tree->parents); below++)
    tree->parents[below] = tree->parents[at];
  g_free (name);
  g_free (place);
}

static void
add_heading (pe_pdf *self, outline *tree, const pe_doc_block *block, size_t at)
{
  const pe_pdf_style style = choose_style (self, block);
  pe_writing         written = PE_WRITING_INIT;
  char              *number;
  pe_pdf_flow        flow;

  pe_report_number_heading (&written, self->document->language, block->level, tree->counters);
  number = finish_text (self, &written);
  pe_pdf_flow_init (&flow, self, &style, PE_PDF_WIDTH, number, &block->spans);
  pe_pdf_keep (self, style.pitch * (pe_pdf_length) flow.n_all + measure_beginning (self, at + 1));
  add_outline (self, tree, block, number);
  pour (self, block, &flow);
  pe_pdf_flow_clear (&flow);
  g_free (number);
}

static void
add_block (pe_pdf *self, outline *tree, size_t at)
{
  const pe_doc_block *block = get_block (self, at);

  switch (block->kind)
    {
    case PE_DOC_TITLE:
      add_text (self, at, PE_PDF_LINE);
      break;
    case PE_DOC_HEADING:
      add_heading (self, tree, block, at);
      break;
    case PE_DOC_PARAGRAPH:
      add_text (self, at, 0);
      break;
    case PE_DOC_NOTE:
    case PE_DOC_GAP:
      add_text (self, at, PE_PDF_POINTS (8));
      break;
    case PE_DOC_TABLE:
      add_table (self, block);
      break;
    case PE_DOC_PICTURE:
      add_picture (self, block);
      break;
    case PE_DOC_PAGE_BREAK:
      if (self->y > PE_PDF_TOP)
        pe_pdf_turn_page (self);
      break;
    }
}

/* The file */

static void
set_properties (pe_pdf *self)
{
  const pe_report *document = self->document;
  char            *face = pe_pdf_name_face (self);

  /* Without a date cairo asks the clock. */
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, document->date);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "libperfeval");
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_KEYWORDS, face);
  if (document->title != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, document->title);
  if (document->author != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, document->author);
  g_free (face);
}

static void
write_pages (pe_pdf *self)
{
  outline tree = { { 0 }, { CAIRO_PDF_OUTLINE_ROOT } };

  set_properties (self);
  self->y = PE_PDF_TOP;
  for (size_t i = 0; i < self->document->blocks.size && !self->failed; i++)
    {
      self->block = get_block (self, i);
      add_block (self, &tree, i);
    }
  /* A link without an end would be a fault of the whole file. */
  for (guint i = 1; i <= g_hash_table_size (self->anchors); i++)
    if (!self->placed[i])
      add_destination (self, i, PE_PDF_LEFT, MIN (self->y, PE_PDF_BOTTOM));
  if (self->y > PE_PDF_TOP || self->n_pages == 0)
    pe_pdf_turn_page (self);
}

/* The words of the block at which the pages were full. */
static const char *
get_words (const pe_doc_block *block)
{
  return block != NULL && block->spans.size > 0 ? pe_vector_at (&block->spans, const pe_doc_span, 0)->text : NULL;
}

static pe_status
refuse_pages (const pe_pdf *self, pe_error **error)
{
  char number[24];

  return pe_office_fail (error, PE_ERROR_LIMIT_ITEMS, NULL, "name", "pages of a PDF", "text", get_words (self->block),
                         "total", pe_office_print_number (number, PE_PDF_PAGES), NULL);
}

static cairo_status_t
keep_bytes (void *closure, const unsigned char *bytes, unsigned int size)
{
  pe_writing *out = closure;

  /* What fails is remembered there: cairo 1.16 crashes when it is told so while it finishes a file. */
  pe_writing_add_bytes (out, bytes, size);
  return CAIRO_STATUS_SUCCESS;
}

/* What cairo says of the file. */
static cairo_status_t
close_pdf (pe_pdf *self)
{
  cairo_status_t status = cairo_status (self->context);

  cairo_destroy (self->context);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  cairo_surface_destroy (self->surface);
  return status;
}

static pe_status
draw (pe_pdf *self, pe_writing *out, pe_error **error)
{
  cairo_status_t status;

  self->surface = cairo_pdf_surface_create_for_stream (
      keep_bytes, out, pe_pdf_place (PE_PDF_MM (210)), pe_pdf_place (PE_PDF_MM (297)));
  self->context = cairo_create (self->surface);
  self->layout = pe_chart_layout_new ();
  if (self->document->language == PE_LANGUAGE_EN)
    pango_context_set_language (pango_layout_get_context (self->layout), pango_language_from_string ("en"));
  if (!self->failed)
    write_pages (self);
  g_object_unref (self->layout);
  status = close_pdf (self);
  if (self->full)
    return refuse_pages (self, error);
  if (self->failed || out->failed || status == CAIRO_STATUS_NO_MEMORY)
    return pe_office_fail (error, PE_ERROR_NO_MEMORY, NULL, NULL);
  if (status != CAIRO_STATUS_SUCCESS)
    return pe_office_fail (error, PE_ERROR_FILE, NULL, "name", "pdf", "found", cairo_status_to_string (status), NULL);
  return PE_OK;
}

pe_status
pe_report_to_pdf (pe_text **out, const pe_report *self, pe_error **error)
{
  pe_pdf     file = { .document = self };
  pe_writing bytes = PE_WRITING_INIT;
  pe_status  status;

  if (out == NULL || self == NULL)
    return pe_office_refuse_argument (error, out == NULL ? "out" : "self", "not NULL", "非空指针");
  file.anchors = pe_report_number_anchors (self);
  file.placed = g_try_new0 (gboolean, (size_t) g_hash_table_size (file.anchors) + 1);
  file.failed = file.placed == NULL;
  status = draw (&file, &bytes, error);
  if (status == PE_OK)
    status = pe_writing_finish (&bytes, out, error);
  else
    pe_writing_clear (&bytes);
  g_free (file.placed);
  g_hash_table_unref (file.anchors);
  return status;
}
