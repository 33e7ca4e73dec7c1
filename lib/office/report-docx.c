/* report-docx.c - a document as DOCX, in the layout of official documents
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "report-docx-private.h"
#include "report-private.h"
#include "package-private.h"
#include "xlsx-private.h"

/* GB/T 9704-2012, in twips (1/1440 inch): a text of 156 by 225 mm, 37 mm from above and 28 mm from the left. */
#define SECTION                                                                                                       \
  "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"even\" r:id=\"rId5\"/>" \
  "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\" "  \
  "w:header=\"851\" w:footer=\"1361\" w:gutter=\"0\"/><w:docGrid w:type=\"lines\" w:linePitch=\"579\"/></w:sectPr>"
#define TEXT_WIDTH 8844     /* twips */
#define PICTURE_WIDTH 442   /* points */
#define PICTURE_PIXELS 1843 /* 300 to the inch */
#define EMU_OF_A_POINT 12700
#define FIRST_PICTURE 6 /* its relation: five come before */

typedef struct
{
  pe_writing       out;
  pe_writing       relations;
  pe_package       package;
  const pe_report *document;
  GHashTable      *bookmarks; /* char * -> its number from 1: Word wants names of at most 40 letters and digits */
  guint            counters[4];
  guint            n_pictures;
} docx;

static void
add_bookmark (docx *self, const char *anchor)
{
  const guint number = anchor != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->bookmarks, anchor)) : 0;

  if (number == 0)
    return;
  pe_writing_add (&self->out, "<w:bookmarkStart w:id=\"");
  pe_writing_add_number (&self->out, number);
  pe_writing_add (&self->out, "\" w:name=\"entry_");
  pe_writing_add_number (&self->out, number);
  pe_writing_add (&self->out, "\"/><w:bookmarkEnd w:id=\"");
  pe_writing_add_number (&self->out, number);
  pe_writing_add (&self->out, "\"/>");
}

/* A text within a run; what breaks its lines is an element. */
static void
add_text (docx *self, const char *text)
{
  while (text != NULL)
    {
      const char *end = strchr (text, '\n');
      char       *line = end != NULL ? g_try_malloc ((size_t) (end - text) + 1) : NULL;

      pe_writing_add (&self->out, "<w:t xml:space=\"preserve\">");
      if (end != NULL && line != NULL)
        {
          memcpy (line, text, (size_t) (end - text));
          line[end - text] = '\0';
        }
      self->out.failed = self->out.failed || (end != NULL && line == NULL);
      pe_writing_add_xml (&self->out, end != NULL ? line : text);
      pe_writing_add (&self->out, end != NULL ? "</w:t><w:br/>" : "</w:t>");
      g_free (line);
      text = end != NULL ? end + 1 : NULL;
    }
}

static void
add_run (docx *self, const char *text, gboolean strong)
{
  pe_writing_add (&self->out, strong ? "<w:r><w:rPr><w:b/></w:rPr>" : "<w:r>");
  add_text (self, text);
  pe_writing_add (&self->out, "</w:r>");
}

static void
add_span (docx *self, const pe_doc_span *span)
{
  const guint number
      = span->target != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->bookmarks, span->target)) : 0;

  if (number > 0)
    {
      pe_writing_add (&self->out, "<w:hyperlink w:anchor=\"entry_");
      pe_writing_add_number (&self->out, number);
      pe_writing_add (&self->out, "\" w:history=\"1\">");
    }
  add_run (self, span->text, span->strong);
  pe_writing_add (&self->out, number > 0 ? "</w:hyperlink>" : NULL);
}

static void
begin_paragraph (docx *self, const char *style, const char *more)
{
  pe_writing_add_all (&self->out, "<w:p><w:pPr><w:pStyle w:val=\"", style, "\"/>", NULL);
  pe_writing_add_all (&self->out, more != NULL ? more : "", "</w:pPr>", NULL);
}

static void
add_spans (docx *self, const pe_vector *spans)
{
  for (size_t i = 0; i < spans->size; i++)
    add_span (self, pe_vector_at (spans, const pe_doc_span, i));
}

static void
add_paragraph (docx *self, const char *style, const pe_doc_block *block)
{
  begin_paragraph (self, style, NULL);
  add_bookmark (self, block->anchor);
  if (block->kind == PE_DOC_HEADING)
    {
      pe_writing_add (&self->out, "<w:r><w:t xml:space=\"preserve\">");
      pe_report_number_heading (&self->out, self->document->language, block->level, self->counters);
      pe_writing_add (&self->out, "</w:t></w:r>");
    }
  add_spans (self, &block->spans);
  pe_writing_add (&self->out, "</w:p>\n");
}

static void
add_caption (docx *self, const char *style, const pe_doc_block *block)
{
  begin_paragraph (self, style, NULL);
  add_bookmark (self, block->anchor);
  add_spans (self, &block->spans);
  pe_writing_add (&self->out, "</w:p>\n");
}

/* The twips that some columns of a table take. */
static guint64
find_width (const pe_doc_table *table, guint first, guint n)
{
  guint64 all = 0, some = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      all += table->widths[i];
      some += i >= first && i < first + n ? table->widths[i] : 0;
    }
  return all > 0 ? some * TEXT_WIDTH / all : 0;
}

static void
add_cell_text (docx *self, const pe_doc_cell *cell)
{
  static const char *const sides[] = { NULL, "<w:jc w:val=\"center\"/>", "<w:jc w:val=\"right\"/>" };

  begin_paragraph (self, cell->header ? "CellHead" : "Cell", cell->header ? NULL : sides[cell->align]);
  add_bookmark (self, cell->anchor);
  add_spans (self, &cell->spans);
  pe_writing_add (&self->out, "</w:p>");
}

/* A place of the grid: where a cell begins, or goes on below. Places that it covers to the right have none. */
static void
add_cell (docx *self, const pe_doc_table *table, const pe_doc_cell *cell, guint column, gboolean goes_on)
{
  const guint columns = cell != NULL ? MIN (cell->columns, table->n_columns - column) : 1;

  pe_writing_add (&self->out, "<w:tc><w:tcPr><w:tcW w:w=\"");
  pe_writing_add_number (&self->out, find_width (table, column, columns));
  pe_writing_add (&self->out, "\" w:type=\"dxa\"/>");
  if (columns > 1)
    {
      pe_writing_add (&self->out, "<w:gridSpan w:val=\"");
      pe_writing_add_number (&self->out, columns);
      pe_writing_add (&self->out, "\"/>");
    }
  if (cell != NULL && cell->rows > 1)
    pe_writing_add (&self->out, goes_on ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>");
  if (cell != NULL && cell->header)
    pe_writing_add (&self->out, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEEEEE\"/>");
  pe_writing_add (&self->out, "<w:vAlign w:val=\"center\"/></w:tcPr>");
  if (cell != NULL && !goes_on)
    add_cell_text (self, cell);
  else
    pe_writing_add (&self->out, "<w:p><w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr></w:p>");
  pe_writing_add (&self->out, "</w:tc>");
}

static void
add_row (docx *self, const pe_doc_table *table, const pe_doc_cell **grid, size_t row)
{
  const pe_doc_cell **here = grid + row * table->n_columns;

  pe_writing_add (&self->out, "<w:tr><w:trPr><w:cantSplit/>");
  pe_writing_add_all (&self->out, row < table->n_headers ? "<w:tblHeader/>" : "", "</w:trPr>", NULL);
  for (guint column = 0; column < table->n_columns; column++)
    if (column == 0 || here[column] == NULL || here[column] != here[column - 1])
      add_cell (self, table, here[column], column,
                row > 0 && here[column] != NULL && here[column] == grid[(row - 1) * table->n_columns + column]);
  pe_writing_add (&self->out, "</w:tr>\n");
}

static void
add_grid (docx *self, const pe_doc_table *table)
{
  pe_writing_add (&self->out, "<w:tblGrid>");
  for (guint i = 0; i < table->n_columns; i++)
    {
      pe_writing_add (&self->out, "<w:gridCol w:w=\"");
      pe_writing_add_number (&self->out, find_width (table, i, 1));
      pe_writing_add (&self->out, "\"/>");
    }
  pe_writing_add (&self->out, "</w:tblGrid>");
}

static void
add_table (docx *self, const pe_doc_block *block)
{
  static const char *const sides[] = { "top", "left", "bottom", "right", "insideH", "insideV" };
  const pe_doc_table      *table = block->table;
  const pe_doc_cell      **grid = pe_doc_table_lay_out (table);

  self->out.failed = self->out.failed || grid == NULL;
  add_caption (self, "Caption", block);
  pe_writing_add (&self->out,
                  "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:jc w:val=\"center\"/><w:tblBorders>");
  for (size_t i = 0; i < G_N_ELEMENTS (sides); i++)
    pe_writing_add_all (&self->out, "<w:", sides[i], " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"555555\"/>",
                        NULL);
  pe_writing_add (&self->out,
                  "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/>"
                  "<w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>");
  add_grid (self, table);
  for (size_t i = 0; grid != NULL && i < table->rows.size; i++)
    add_row (self, table, grid, i);
  pe_writing_add (&self->out, "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr></w:p>\n");
  g_free (grid);
}

/* A picture of its own part, as wide as the chart or as the text. */
static void
add_drawing (docx *self, const pe_doc_block *block)
{
  int32_t  width, height;
  uint64_t wide, high;

  pe_chart_get_size (block->picture, &width, &height);
  wide = (uint64_t) MIN (width, PICTURE_WIDTH) * EMU_OF_A_POINT;
  high = wide * (uint64_t) height / (uint64_t) MAX (width, 1);
  pe_writing_add (&self->out,
                  "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"");
  pe_writing_add_number (&self->out, wide);
  pe_writing_add (&self->out, "\" cy=\"");
  pe_writing_add_number (&self->out, high);
  pe_writing_add (&self->out, "\"/><wp:docPr id=\"");
  pe_writing_add_number (&self->out, self->n_pictures);
  pe_writing_add (&self->out, "\" name=\"picture\" descr=\"");
  for (size_t i = 0; i < block->spans.size; i++)
    pe_writing_add_xml (&self->out, pe_vector_at (&block->spans, const pe_doc_span, i)->text);
  pe_writing_add (&self->out,
                  "\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
                  "<pic:pic><pic:nvPicPr><pic:cNvPr id=\"0\" name=\"picture\"/><pic:cNvPicPr/></pic:nvPicPr>"
                  "<pic:blipFill><a:blip r:embed=\"rId");
  pe_writing_add_number (&self->out, FIRST_PICTURE - 1 + self->n_pictures);
  pe_writing_add (&self->out,
                  "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
                  "<a:ext cx=\"");
  pe_writing_add_number (&self->out, wide);
  pe_writing_add (&self->out, "\" cy=\"");
  pe_writing_add_number (&self->out, high);
  pe_writing_add (&self->out, "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
                              "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>");
}

/* The picture's part and its relation. */
static pe_status
add_picture_part (docx *self, const pe_doc_block *block, pe_error **error)
{
  char      number[24], *name;
  pe_text  *png = NULL;
  pe_status status = pe_chart_to_png (&png, block->picture, PICTURE_PIXELS, error);

  if (status != PE_OK)
    return status;
  self->n_pictures++;
  name = g_strconcat ("word/media/picture", pe_office_print_number (number, self->n_pictures), ".png", NULL);
  status = pe_package_add (&self->package, name, png, error);
  pe_writing_add (&self->relations, "<Relationship Id=\"rId");
  pe_writing_add_number (&self->relations, FIRST_PICTURE - 1 + self->n_pictures);
  pe_writing_add_all (&self->relations,
                      "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"",
                      name + strlen ("word/"), "\"/>", NULL);
  g_free (name);
  return status;
}

static pe_status
add_picture (docx *self, const pe_doc_block *block, pe_error **error)
{
  const pe_status status = add_picture_part (self, block, error);

  if (status != PE_OK)
    return status;
  begin_paragraph (self, "Picture", NULL);
  add_drawing (self, block);
  pe_writing_add (&self->out, "</w:p>\n");
  add_caption (self, "PictureCaption", block);
  return PE_OK;
}

static pe_status
add_block (docx *self, const pe_doc_block *block, pe_error **error)
{
  static const char *const headings[] = { "Heading1", "Heading2", "Heading3", "Heading4" };

  switch (block->kind)
    {
    case PE_DOC_TITLE:
      add_paragraph (self, "Title", block);
      break;
    case PE_DOC_HEADING:
      add_paragraph (self, headings[CLAMP (block->level, 1, 4) - 1], block);
      break;
    case PE_DOC_PARAGRAPH:
      add_paragraph (self, "Body", block);
      break;
    case PE_DOC_NOTE:
      add_paragraph (self, "Note", block);
      break;
    case PE_DOC_GAP:
      add_paragraph (self, "Gap", block);
      break;
    case PE_DOC_TABLE:
      add_table (self, block);
      break;
    case PE_DOC_PICTURE:
      return add_picture (self, block, error);
    case PE_DOC_PAGE_BREAK:
      pe_writing_add (&self->out, "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>\n");
      break;
    }
  return PE_OK;
}

static pe_status
write_body (docx *self, pe_error **error)
{
  pe_status status = PE_OK;

  pe_writing_add (&self->out,
                  "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                  "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                  "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
                  "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
                  "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                  "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>\n");
  for (size_t i = 0; status == PE_OK && i < self->document->blocks.size; i++)
    status = add_block (self, *pe_vector_at (&self->document->blocks, pe_doc_block *, i), error);
  pe_writing_add (&self->out, SECTION "</w:body></w:document>\n");
  return status;
}

static pe_status
add_written (docx *self, const char *name, pe_writing *part, pe_error **error)
{
  pe_text        *text = NULL;
  const pe_status status = pe_writing_finish (part, &text, error);

  return status == PE_OK ? pe_package_add (&self->package, name, text, error) : status;
}

static pe_status
add_properties (docx *self, pe_error **error)
{
  pe_writing core = PE_WRITING_INIT;

  pe_writing_add (&core, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties "
                         "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                         "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");
  pe_writing_add_xml (&core, self->document->title);
  pe_writing_add (&core, "</dc:title><dc:creator>");
  pe_writing_add_xml (&core, self->document->author);
  pe_writing_add (&core, "</dc:creator><dcterms:created xsi:type=\"dcterms:W3CDTF\">");
  pe_writing_add_xml (&core, self->document->date);
  pe_writing_add (&core, "T00:00:00Z</dcterms:created></cp:coreProperties>\n");
  return add_written (self, "docProps/core.xml", &core, error);
}

static pe_status
add_static_parts (docx *self, pe_error **error)
{
  static const struct
  {
    const char *name;
    const char *text;
  } parts[] = {
    { "_rels/.rels", pe_docx_relations },
    { "word/settings.xml", pe_docx_settings },
    { "word/fontTable.xml", pe_docx_fonts },
    { "word/footer-odd.xml", pe_docx_footer_odd },
    { "word/footer-even.xml", pe_docx_footer_even },
  };
  pe_status status = PE_OK;

  for (size_t i = 0; status == PE_OK && i < G_N_ELEMENTS (parts); i++)
    status = pe_package_add_static (&self->package, parts[i].name, parts[i].text, error);
  return status;
}

static pe_status
add_styles (docx *self, pe_error **error)
{
  pe_writing styles = PE_WRITING_INIT;

  for (const char *const *piece = pe_docx_styles; *piece != NULL; piece++)
    pe_writing_add (&styles, *piece);
  return add_written (self, "word/styles.xml", &styles, error);
}

static pe_status
write_parts (docx *self, pe_error **error)
{
  pe_status status = pe_package_add_static (&self->package, "[Content_Types].xml", pe_docx_types, error);

  pe_writing_add (&self->relations, pe_docx_document_relations);
  if (status == PE_OK)
    status = add_static_parts (self, error);
  if (status == PE_OK)
    status = add_styles (self, error);
  if (status == PE_OK)
    status = add_properties (self, error);
  if (status == PE_OK)
    status = write_body (self, error);
  pe_writing_add (&self->relations, "</Relationships>\n");
  if (status == PE_OK)
    status = add_written (self, "word/_rels/document.xml.rels", &self->relations, error);
  if (status == PE_OK)
    status = add_written (self, "word/document.xml", &self->out, error);
  return status;
}

pe_status
pe_report_to_docx (pe_text **out, const pe_report *self, pe_error **error)
{
  docx      file = { .out = PE_WRITING_INIT, .relations = PE_WRITING_INIT, .document = self };
  pe_status status;

  if (out == NULL || self == NULL)
    return pe_office_refuse_argument (error, out == NULL ? "out" : "self", "not NULL", "非空指针");
  status = pe_package_open (&file.package, error);
  if (status != PE_OK)
    return status;
  file.bookmarks = pe_report_number_anchors (self);
  status = write_parts (&file, error);
  if (status == PE_OK)
    status = pe_package_finish (&file.package, out, error);
  else
    pe_package_clear (&file.package);
  g_hash_table_unref (file.bookmarks);
  pe_writing_clear (&file.out);
  pe_writing_clear (&file.relations);
  return status;
}
