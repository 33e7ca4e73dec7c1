/* report-html.c - a document as one HTML file that needs no other
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "report-private.h"
#include "xlsx-private.h"

/* Margins and sizes on paper are those of GB/T 9704-2012: A4, 37 mm above, 28 mm left, a text of 156 by 225 mm. */
static const char style[]
    = "@page{size:A4;margin:37mm 26mm 35mm 28mm}"
      "body{margin:0;background:#fff;color:#111;font-family:\"FangSong\",\"仿宋\",\"Noto Serif CJK SC\",\"Noto Serif "
      "SC\",serif;"
      "font-size:16px;line-height:1.8}"
      "main{max-width:46em;margin:0 auto;padding:2em 1.2em}"
      "h1{font-size:1.75em;line-height:1.4;text-align:center;margin:.5em 0 1.2em}"
      "h2,h3,h4,h5{font-family:\"SimHei\",\"黑体\",\"Noto Sans CJK SC\",\"Noto Sans "
      "SC\",sans-serif;font-size:1.1em;margin:1.4em 0 .4em}"
      "h3{font-family:\"KaiTi\",\"楷体\",\"Noto Serif CJK SC\",serif}h4,h5{font-family:inherit}"
      "p{margin:.3em 0;text-indent:2em;white-space:pre-line;overflow-wrap:anywhere}"
      ":lang(en) p{text-indent:0}"
      "a{color:inherit;text-decoration:underline dotted #777 1px;text-underline-offset:.2em}"
      ":target{background:#fff3c4}"
      "aside{border:1px solid #555;border-left-width:.4em;padding:.4em .9em;margin:1em 0;font-size:.92em}"
      "aside p,.gap p{text-indent:0}"
      ".gap{border:1px dashed #a33;background:repeating-linear-gradient(45deg,#fff,#fff 6px,#fbeeee 6px,#fbeeee 12px);"
      "padding:.3em .9em;margin:.6em 0}"
      "figure{margin:1.2em 0;break-inside:avoid-page}figure.table{overflow-x:auto;break-inside:auto}"
      "figcaption{font-size:.92em;text-align:center;margin:.3em 0}"
      "figure svg{display:block;width:100%;height:auto;max-width:46em;margin:0 auto}"
      "table{border-collapse:collapse;width:100%;font-size:.85em;line-height:1.45}"
      "th,td{border:1px solid #555;padding:.25em "
      ".45em;vertical-align:middle;white-space:pre-line;overflow-wrap:anywhere}"
      "th{background:#eee;font-weight:bold;text-align:center}thead{display:table-header-group}tr{break-inside:avoid}"
      ".c{text-align:center}.r{text-align:right;font-variant-numeric:tabular-nums}"
      "hr{border:0;border-top:1px solid #bbb;margin:2em 0;break-after:page}"
      "@media "
      "print{main{max-width:none;padding:0}body{font-size:16pt;line-height:28.95pt}:target{background:none}hr{border:0}"
      "}";

typedef struct
{
  pe_writing       out;
  const pe_report *document;
  guint            counters[4];
} html;

static void
add_anchor (html *self, const char *anchor)
{
  if (anchor == NULL)
    return;
  pe_writing_add (&self->out, " id=\"");
  pe_writing_add_xml (&self->out, anchor);
  pe_writing_add (&self->out, "\"");
}

static void
add_span (html *self, const pe_doc_span *span)
{
  if (span->target != NULL)
    {
      pe_writing_add (&self->out, "<a href=\"#");
      pe_writing_add_xml (&self->out, span->target);
      pe_writing_add (&self->out, "\">");
    }
  pe_writing_add (&self->out, span->strong ? "<strong>" : NULL);
  pe_writing_add_xml (&self->out, span->text);
  pe_writing_add (&self->out, span->strong ? "</strong>" : NULL);
  pe_writing_add (&self->out, span->target != NULL ? "</a>" : NULL);
}

static void
add_spans (html *self, const pe_vector *spans)
{
  for (size_t i = 0; i < spans->size; i++)
    add_span (self, pe_vector_at (spans, const pe_doc_span, i));
}

static void
add_count (html *self, const char *name, guint count)
{
  if (count < 2)
    return;
  pe_writing_add_all (&self->out, " ", name, "=\"", NULL);
  pe_writing_add_number (&self->out, count);
  pe_writing_add (&self->out, "\"");
}

static void
add_cell (html *self, const pe_doc_cell *cell, gboolean at_top)
{
  static const char *const classes[] = { NULL, " class=\"c\"", " class=\"r\"" };

  pe_writing_add (&self->out, cell->header ? "<th" : "<td");
  pe_writing_add (&self->out, !cell->header ? NULL : at_top ? " scope=\"col\"" : " scope=\"row\"");
  add_anchor (self, cell->anchor);
  add_count (self, "colspan", cell->columns);
  add_count (self, "rowspan", cell->rows);
  pe_writing_add (&self->out, cell->header ? NULL : classes[cell->align]);
  pe_writing_add (&self->out, ">");
  add_spans (self, &cell->spans);
  pe_writing_add (&self->out, cell->header ? "</th>" : "</td>");
}

static void
add_widths (html *self, const pe_doc_table *table)
{
  guint sum = 0;

  for (guint i = 0; i < table->n_columns; i++)
    sum += table->widths[i];
  pe_writing_add (&self->out, "<colgroup>");
  for (guint i = 0; i < table->n_columns; i++)
    {
      pe_writing_add (&self->out, "<col style=\"width:");
      pe_writing_add_number (&self->out, (uint64_t) table->widths[i] * 100 / MAX (sum, 1));
      pe_writing_add (&self->out, "%\">");
    }
  pe_writing_add (&self->out, "</colgroup>");
}

static void
add_rows (html *self, const pe_doc_table *table, size_t first, size_t end, gboolean at_top)
{
  if (first >= end)
    return;
  pe_writing_add (&self->out, at_top ? "<thead>" : "<tbody>");
  for (size_t i = first; i < end; i++)
    {
      const pe_vector *cells = &pe_vector_at (&table->rows, const pe_doc_row, i)->cells;

      pe_writing_add (&self->out, "<tr>");
      for (size_t k = 0; k < cells->size; k++)
        add_cell (self, pe_vector_at (cells, const pe_doc_cell, k), at_top);
      pe_writing_add (&self->out, "</tr>\n");
    }
  pe_writing_add (&self->out, at_top ? "</thead>\n" : "</tbody>\n");
}

static void
add_table (html *self, const pe_doc_block *block)
{
  const pe_doc_table *table = block->table;
  const size_t        top = MIN (table->n_headers, table->rows.size);

  pe_writing_add (&self->out, "<figure class=\"table\"");
  add_anchor (self, block->anchor);
  pe_writing_add (&self->out, ">");
  if (block->spans.size > 0)
    {
      pe_writing_add (&self->out, "<figcaption>");
      add_spans (self, &block->spans);
      pe_writing_add (&self->out, "</figcaption>\n");
    }
  pe_writing_add (&self->out, "<table>");
  add_widths (self, table);
  add_rows (self, table, 0, top, TRUE);
  add_rows (self, table, top, table->rows.size, FALSE);
  pe_writing_add (&self->out, "</table></figure>\n");
}

/* The picture as elements of the page: what stands before them in a file of its own is left out. */
static pe_status
add_picture (html *self, const pe_doc_block *block, pe_error **error)
{
  pe_text        *svg = NULL;
  const pe_status status = pe_chart_to_svg (&svg, block->picture, error);
  const char     *start;

  if (status != PE_OK)
    return status;
  start = strstr (pe_text_get_data (svg), "<svg");
  pe_writing_add (&self->out, "<figure>");
  pe_writing_add (&self->out, start);
  pe_writing_add (&self->out, "<figcaption>");
  add_spans (self, &block->spans);
  pe_writing_add (&self->out, "</figcaption></figure>\n");
  pe_text_unref (svg);
  return PE_OK;
}

static void
add_framed (html *self, const pe_doc_block *block, const char *before, const char *after)
{
  pe_writing_add (&self->out, before);
  add_anchor (self, block->anchor);
  pe_writing_add (&self->out, "><p>");
  add_spans (self, &block->spans);
  pe_writing_add_all (&self->out, "</p>", after, "\n", NULL);
}

static void
add_simple (html *self, const pe_doc_block *block, const char *name, gboolean numbered)
{
  pe_writing_add_all (&self->out, "<", name, NULL);
  add_anchor (self, block->anchor);
  pe_writing_add (&self->out, ">");
  if (numbered)
    pe_report_number_heading (&self->out, self->document->language, block->level, self->counters);
  add_spans (self, &block->spans);
  pe_writing_add_all (&self->out, "</", name, ">\n", NULL);
}

static pe_status
add_block (html *self, const pe_doc_block *block, pe_error **error)
{
  static const char *const headings[] = { "h2", "h3", "h4", "h5" };

  switch (block->kind)
    {
    case PE_DOC_TITLE:
      add_simple (self, block, "h1", FALSE);
      break;
    case PE_DOC_HEADING:
      add_simple (self, block, headings[CLAMP (block->level, 1, 4) - 1], TRUE);
      break;
    case PE_DOC_PARAGRAPH:
      add_simple (self, block, "p", FALSE);
      break;
    case PE_DOC_NOTE:
      add_framed (self, block, "<aside", "</aside>");
      break;
    case PE_DOC_GAP:
      add_framed (self, block, "<div class=\"gap\"", "</div>");
      break;
    case PE_DOC_TABLE:
      add_table (self, block);
      break;
    case PE_DOC_PICTURE:
      return add_picture (self, block, error);
    case PE_DOC_PAGE_BREAK:
      pe_writing_add (&self->out, "<hr>\n");
      break;
    }
  return PE_OK;
}

static void
add_head (html *self)
{
  const pe_report *document = self->document;

  pe_writing_add_all (
      &self->out, "<!DOCTYPE html>\n<html lang=\"", document->language == PE_LANGUAGE_EN ? "en" : "zh-CN",
      "\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">", NULL);
  pe_writing_add (&self->out,
                  "<meta name=\"generator\" content=\"libperfeval\"><meta name=\"dcterms.date\" content=\"");
  pe_writing_add_xml (&self->out, document->date);
  pe_writing_add (&self->out, "\"><title>");
  pe_writing_add_xml (&self->out, document->title);
  pe_writing_add_all (&self->out, "</title>\n<style>", style, "</style></head>\n<body><main>\n", NULL);
}

pe_status
pe_report_to_html (pe_text **out, const pe_report *self, pe_error **error)
{
  html      page = { PE_WRITING_INIT, self, { 0 } };
  pe_status status = PE_OK;

  if (out == NULL || self == NULL)
    return pe_office_refuse_argument (error, out == NULL ? "out" : "self", "not NULL", "非空指针");
  add_head (&page);
  for (size_t i = 0; status == PE_OK && i < self->blocks.size; i++)
    status = add_block (&page, *pe_vector_at (&self->blocks, pe_doc_block *, i), error);
  pe_writing_add (&page.out, "</main></body></html>\n");
  if (status == PE_OK)
    return pe_writing_finish (&page.out, out, error);
  pe_writing_clear (&page.out);
  return status;
}
