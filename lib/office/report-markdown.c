/* report-markdown.c - a document as Markdown, with the tables of GitHub's
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "report-private.h"
#include "xlsx-private.h"

typedef struct
{
  pe_writing       out;
  const pe_report *document;
  guint            counters[4];
} markdown;

/* What marks something wherever it stands. */
#define MARKS "\\`*_{}[]<>#|~&$"

/* What would begin a list, a rule or a heading at the start of a line. */
static gboolean
begins_list (const char *text)
{
  const size_t digits = strspn (text, "0123456789");

  if (digits > 0)
    return (text[digits] == '.' || text[digits] == ')') && strchr (" \n", text[digits + 1]) != NULL;
  return text[0] == '-' || text[0] == '=' || (text[0] == '+' && strchr (" \n", text[1]) != NULL);
}

static void
add_escaped (markdown *self, const char *text, const char *line_break, gboolean first)
{
  const gboolean breaks = strchr (line_break, '\n') != NULL;

  while (*text != '\0')
    {
      const size_t plain = strcspn (text, MARKS "\n");

      if (first && begins_list (text))
        {
          const size_t digits = strspn (text, "0123456789");

          pe_writing_add_bytes (&self->out, text, digits);
          pe_writing_add (&self->out, "\\");
          text += digits;
          first = FALSE;
          continue;
        }
      pe_writing_add_bytes (&self->out, text, plain);
      text += plain;
      first = breaks && *text == '\n';
      if (*text == '\n')
        pe_writing_add (&self->out, line_break);
      else if (*text != '\0')
        {
          pe_writing_add (&self->out, "\\");
          pe_writing_add_bytes (&self->out, text, 1);
        }
      text += *text != '\0';
    }
}

static void
add_anchor (markdown *self, const char *anchor)
{
  if (anchor == NULL)
    return;
  pe_writing_add (&self->out, "<a id=\"");
  pe_writing_add_xml (&self->out, anchor);
  pe_writing_add (&self->out, "\"></a>");
}

/* Bold by an element: asterisks beside Chinese punctuation do not close. */
static void
add_spans (markdown *self, const pe_vector *spans, const char *line_break)
{
  for (size_t i = 0; i < spans->size; i++)
    {
      const pe_doc_span *span = pe_vector_at (spans, const pe_doc_span, i);
      const gboolean     strong = span->strong && span->text[0] != '\0';

      pe_writing_add (&self->out, span->target != NULL ? "[" : NULL);
      pe_writing_add (&self->out, strong ? "<strong>" : NULL);
      add_escaped (self, span->text, line_break, i == 0 && strchr (line_break, '\n') != NULL);
      pe_writing_add (&self->out, strong ? "</strong>" : NULL);
      if (span->target != NULL)
        pe_writing_add_all (&self->out, "](#", span->target, ")", NULL);
    }
}

static void
add_row (markdown *self, const pe_doc_table *table, const pe_doc_cell **grid, size_t row)
{
  for (guint column = 0; column < table->n_columns; column++)
    {
      const size_t       at = row * table->n_columns + column;
      const pe_doc_cell *cell = grid[at];
      const gboolean     covered
          = cell == NULL || (column > 0 && grid[at - 1] == cell) || (row > 0 && grid[at - table->n_columns] == cell);

      pe_writing_add (&self->out, "| ");
      if (!covered)
        {
          add_anchor (self, cell->anchor);
          add_spans (self, &cell->spans, "<br>");
        }
      pe_writing_add (&self->out, " ");
    }
  pe_writing_add (&self->out, "|\n");
}

/* Numbers stand right where the last row has them so. */
static void
add_rule (markdown *self, const pe_doc_table *table, const pe_doc_cell **grid)
{
  const size_t last = (table->rows.size - 1) * table->n_columns;

  for (guint column = 0; column < table->n_columns; column++)
    pe_writing_add (&self->out,
                    grid[last + column] != NULL && grid[last + column]->align == PE_DOC_RIGHT ? "|---:" : "|---");
  pe_writing_add (&self->out, "|\n");
}

static void
add_caption (markdown *self, const pe_doc_block *block)
{
  add_anchor (self, block->anchor);
  if (block->spans.size == 0)
    return;
  add_spans (self, &block->spans, " ");
  pe_writing_add (&self->out, "\n\n");
}

static void
add_table (markdown *self, const pe_doc_block *block)
{
  const pe_doc_table *table = block->table;
  const pe_doc_cell **grid = pe_doc_table_lay_out (table);

  self->out.failed = self->out.failed || grid == NULL;
  add_caption (self, block);
  for (size_t i = 0; grid != NULL && i < table->rows.size; i++)
    {
      add_row (self, table, grid, i);
      if (i == 0)
        add_rule (self, table, grid);
    }
  pe_writing_add (&self->out, "\n");
  g_free (grid);
}

/* The picture within the text, so that the file needs no other. */
static pe_status
add_picture (markdown *self, const pe_doc_block *block, pe_error **error)
{
  pe_text        *svg = NULL;
  const pe_status status = pe_chart_to_svg (&svg, block->picture, error);
  char           *encoded;

  if (status != PE_OK)
    return status;
  encoded = g_base64_encode ((const guchar *) pe_text_get_data (svg), pe_text_get_size (svg));
  pe_writing_add (&self->out, "![");
  add_spans (self, &block->spans, " ");
  pe_writing_add_all (&self->out, "](data:image/svg+xml;base64,", encoded, ")\n\n", NULL);
  g_free (encoded);
  pe_text_unref (svg);
  return PE_OK;
}

static void
add_heading (markdown *self, const pe_doc_block *block)
{
  static const char *const marks[] = { "## ", "### ", "#### ", "##### " };

  pe_writing_add (&self->out, block->kind == PE_DOC_TITLE ? "# " : marks[CLAMP (block->level, 1, 4) - 1]);
  add_anchor (self, block->anchor);
  if (block->kind == PE_DOC_HEADING)
    pe_report_number_heading (&self->out, self->document->language, block->level, self->counters);
  add_spans (self, &block->spans, " ");
  pe_writing_add (&self->out, "\n\n");
}

static void
add_paragraph (markdown *self, const pe_doc_block *block)
{
  const gboolean framed = block->kind != PE_DOC_PARAGRAPH;

  pe_writing_add (&self->out, framed ? "> " : NULL);
  add_anchor (self, block->anchor);
  add_spans (self, &block->spans, framed ? "  \n> " : "  \n");
  pe_writing_add (&self->out, "\n\n");
}

static pe_status
add_block (markdown *self, const pe_doc_block *block, pe_error **error)
{
  switch (block->kind)
    {
    case PE_DOC_TITLE:
    case PE_DOC_HEADING:
      add_heading (self, block);
      break;
    case PE_DOC_PARAGRAPH:
    case PE_DOC_NOTE:
    case PE_DOC_GAP:
      add_paragraph (self, block);
      break;
    case PE_DOC_TABLE:
      add_table (self, block);
      break;
    case PE_DOC_PICTURE:
      return add_picture (self, block, error);
    case PE_DOC_PAGE_BREAK:
      pe_writing_add (&self->out, "---\n\n");
      break;
    }
  return PE_OK;
}

pe_status
pe_report_to_markdown (pe_text **out, const pe_report *self, pe_error **error)
{
  markdown  text = { PE_WRITING_INIT, self, { 0 } };
  pe_status status = PE_OK;

  if (out == NULL || self == NULL)
    return pe_office_refuse_argument (error, out == NULL ? "out" : "self", "not NULL", "非空指针");
  for (size_t i = 0; status == PE_OK && i < self->blocks.size; i++)
    status = add_block (&text, *pe_vector_at (&self->blocks, pe_doc_block *, i), error);
  if (status == PE_OK)
    return pe_writing_finish (&text.out, out, error);
  pe_writing_clear (&text.out);
  return status;
}
