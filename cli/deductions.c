/* deductions.c - the ledger of an evaluation as text
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "cli.h"

static void
append_amount (GString *out, const pe_ledger_entry *entry)
{
  char buffer[PE_DECIMAL_PRINT_SIZE];

  if (pe_decimal_print (buffer, sizeof buffer, &entry->amount, NULL) != PE_OK)
    return;
  g_string_append_printf (out, "%s%s%s", entry->amount.coefficient > 0 ? "+" : "", buffer, entry->is_exact ? "" : "…");
}

/* Columns of the amounts, and of the texts behind them. */
enum
{
  AMOUNT_END = 9,
  TEXT_START = 11
};

static void
append_heading (GString *out, const pe_evaluation *evaluation, const pe_ledger_entry *entry, pe_language language)
{
  GString *amount = g_string_new (NULL);
  GString *head = g_string_new (NULL);
  char    *title;
  pe_node  node;

  pe_node_init (&node, sizeof node);
  pe_evaluation_get_node (&node, evaluation, entry->node, NULL);
  append_amount (amount, entry);
  cli_append_padded (head, amount->str, -AMOUNT_END);
  title = g_strconcat (node.code, node.code[0] != '\0' ? " " : "",
                       language == PE_LANGUAGE_ZH ? node.name_zh : node.name_en, NULL);
  cli_append_hanging (out, head->str, title, TEXT_START);
  g_free (title);
  g_string_free (head, TRUE);
  g_string_free (amount, TRUE);
}

static void
append_entry (GString *out, const pe_evaluation *evaluation, size_t index, const pe_ledger_entry *entry,
              pe_language language)
{
  pe_text *reason = NULL;
  pe_text *formula = NULL;

  append_heading (out, evaluation, entry, language);
  if (pe_ledger_print_reason (&reason, pe_evaluation_get_ledger (evaluation), index, language, NULL) == PE_OK)
    cli_append_wrapped (out, pe_text_get_data (reason), TEXT_START);
  if (pe_evaluation_print_formula (&formula, evaluation, entry->node, language, NULL) == PE_OK)
    cli_append_wrapped (out, pe_text_get_data (formula), TEXT_START);
  pe_text_unref (formula);
  pe_text_unref (reason);
}

void
cli_append_deductions (GString *out, const pe_evaluation *evaluation, pe_language language)
{
  const pe_ledger *ledger = pe_evaluation_get_ledger (evaluation);
  pe_ledger_entry  entry;
  size_t           i;

  if (pe_ledger_get_size (ledger) == 0)
    {
      g_string_append_printf (out, "%s\n", cli_word_get (CLI_WORD_NO_DEDUCTIONS, language));
      return;
    }
  g_string_append_printf (out, "%s\n", cli_word_get (CLI_WORD_DEDUCTIONS, language));
  pe_ledger_entry_init (&entry, sizeof entry);
  for (i = 0; i < pe_ledger_get_size (ledger); i++)
    if (pe_ledger_get_entry (&entry, ledger, i, NULL) == PE_OK)
      append_entry (out, evaluation, i, &entry, language);
}
