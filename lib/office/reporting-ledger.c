/* reporting-ledger.c - where each point of a report comes from
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "reporting-private.h"

/* A paragraph of one text. */
static void
add_text (pe_reporting *self, const char *text)
{
  pe_doc_block_add_text (self->document, pe_report_add (self->document, PE_DOC_PARAGRAPH, 0, NULL), text, NULL, FALSE);
}

/* The amount that an entry took, without its sign, as the ledger has it; owned. */
static char *
print_loss (pe_reporting *self, const pe_ledger_entry *entry)
{
  pe_decimal amount = entry->amount;

  amount.coefficient = -amount.coefficient;
  return pe_reporting_print_decimal (self, &amount);
}

/* A paragraph for an entry, in the words of the template. */
static void
add_loss (pe_reporting *self, const pe_report_item *item, size_t index, const pe_ledger_entry *entry)
{
  const pe_ledger *ledger = pe_evaluation_get_ledger (self->evaluation);
  pe_text         *reason = NULL;
  char            *lost = print_loss (self, entry);
  pe_report_about  about = { entry->node, lost, NULL };

  if (pe_reporting_check (self, pe_ledger_print_reason (&reason, ledger, index, self->language, self->error)))
    {
      about.reason = pe_text_get_data (reason);
      (void) pe_reporting_add_sentence (
          self, PE_DOC_PARAGRAPH, pe_reporting_choose (self, item->zh, item->en), &about, FALSE);
    }
  pe_text_unref (reason);
  g_free (lost);
}

void
pe_reporting_add_losses (pe_reporting *self, const pe_report_item *item)
{
  const pe_ledger *ledger = pe_evaluation_get_ledger (self->evaluation);
  size_t           n = 0;
  pe_ledger_entry  entry;

  pe_ledger_entry_init (&entry, sizeof entry);
  for (size_t i = 0; self->status == PE_OK && i < pe_ledger_get_size (ledger); i++)
    if (pe_reporting_check (self, pe_ledger_get_entry (&entry, ledger, i, self->error)) && entry.amount.coefficient < 0)
      {
        add_loss (self, item, i, &entry);
        n++;
      }
  if (n == 0)
    add_text (self, pe_reporting_choose (self, item->none_zh, item->none_en));
}

/* The box of a node, with its name and points. */
static pe_doc_block *
add_entry (pe_reporting *self, size_t index, const pe_node *node)
{
  char         *anchor = pe_reporting_name_node (self, index);
  char         *score = pe_reporting_print_points (self, index, PE_POINTS_SCORE);
  char         *marks = pe_reporting_print_points (self, index, PE_POINTS_FULL_MARKS);
  const char   *total = self->language == PE_LANGUAGE_EN ? "Total" : "总分";
  const char   *name = index == 0 ? total : pe_reporting_choose (self, node->name_zh, node->name_en);
  char         *text = g_strconcat (node->code, node->code[0] != '\0' ? " " : "", name, NULL);
  pe_doc_block *block = pe_report_add (self->document, PE_DOC_NOTE, 0, anchor);

  pe_doc_block_add_text (self->document, block, text, NULL, TRUE);
  g_free (text);
  text = g_strconcat (self->language == PE_LANGUAGE_EN ? ": " : "：", score, " / ", marks, NULL);
  pe_doc_block_add_text (self->document, block, text, NULL, FALSE);
  g_free (text);
  g_free (marks);
  g_free (score);
  g_free (anchor);
  return block;
}

/* The explanation without its first line, which the entry begins with. */
static void
add_explanation (pe_reporting *self, pe_doc_block *block, size_t index)
{
  pe_text    *text = NULL;
  const char *rest;

  if (!pe_reporting_check (self, pe_evaluation_explain (&text, self->evaluation, index, self->language, self->error)))
    return;
  rest = strchr (pe_text_get_data (text), '\n');
  if (rest != NULL && rest[1] != '\0')
    {
      char *lines = g_strdup (rest);

      pe_doc_block_add_text (self->document, block, g_strchomp (lines), NULL, FALSE);
      g_free (lines);
    }
  pe_text_unref (text);
}

void
pe_reporting_add_ledger (pe_reporting *self)
{
  const size_t n = pe_evaluation_get_n_nodes (self->evaluation);
  pe_node      node;

  pe_node_init (&node, sizeof node);
  for (size_t i = 0; self->status == PE_OK && i < n; i++)
    if (pe_reporting_check (self, pe_evaluation_get_node (&node, self->evaluation, i, self->error)))
      {
        pe_doc_block *block = add_entry (self, i, &node);

        if (node.kind != PE_NODE_GROUP)
          add_explanation (self, block, i);
      }
}
