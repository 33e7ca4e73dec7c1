/* reporting-review.c - what a reviewer's checks found, as a part of a report
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/review.h>
#include <perfeval/review_check.h>

#include "reporting-private.h"

static void
add_cell (pe_reporting *self, pe_doc_row *row, const char *text)
{
  pe_doc_cell_add_text (self->document, pe_doc_row_add_cell (self->document, row, PE_DOC_LEFT, 1, 1),
                        text != NULL ? text : "", NULL, FALSE);
}

static const char *
name_severity (const pe_reporting *self, pe_severity severity)
{
  switch (severity)
    {
    case PE_SEVERITY_ERROR:
      return self->language == PE_LANGUAGE_EN ? "error" : "错误";
    case PE_SEVERITY_WARNING:
      return self->language == PE_LANGUAGE_EN ? "question" : "疑问";
    default:
      return self->language == PE_LANGUAGE_EN ? "note" : "提示";
    }
}

static void
add_item (pe_reporting *self, pe_doc_table *table, const pe_review_item *item)
{
  pe_doc_row     *row = pe_doc_table_add_row (self->document, table);
  pe_review_check check;

  pe_review_check_init (&check, sizeof check);
  if (!pe_reporting_check (self, pe_review_check_get (&check, item->check, self->error)))
    return;
  add_cell (self, row, check.id);
  add_cell (self, row, pe_reporting_choose (self, check.name_zh, check.name_en));
  add_cell (self, row, name_severity (self, item->severity));
  add_cell (self, row, pe_finding_get_message (item->finding, self->language));
}

static void
add_items (pe_reporting *self, const pe_review *review, const pe_report_item *item)
{
  static const pe_report_column columns[]
      = { { "编号", "Check", 10 },
          { "核查事项", "What was checked", 26 },
          { "程度", "Severity", 10 },
          { "情况", "What was found", 54 } };
  pe_doc_table  *table = pe_reporting_begin_table (self, item, columns, G_N_ELEMENTS (columns));
  pe_review_item found;

  pe_review_item_init (&found, sizeof found);
  for (size_t i = 0; self->status == PE_OK && i < pe_review_get_n_items (review); i++)
    if (pe_reporting_check (self, pe_review_get_item (&found, review, i, self->error)))
      add_item (self, table, &found);
}

void
pe_reporting_add_review (pe_reporting *self, const pe_report_item *item)
{
  pe_review *review = NULL;

  if (!pe_reporting_check (self,
                           pe_review_new (&review, self->rulebook, self->dossier, self->evaluation, NULL, self->error)))
    return;
  if (pe_review_get_n_items (review) > 0)
    add_items (self, review, item);
  else if (item->none_zh != NULL)
    pe_doc_block_add_text (self->document, pe_report_add (self->document, PE_DOC_PARAGRAPH, 0, NULL),
                           pe_reporting_choose (self, item->none_zh, item->none_en), NULL, FALSE);
  pe_review_unref (review);
}
