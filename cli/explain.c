/* explain.c - perfeval explain
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "cli.h"

static gboolean
read_node (pe_node *node, const pe_evaluation *evaluation, size_t index)
{
  pe_node_init (node, sizeof *node);
  return pe_evaluation_get_node (node, evaluation, index, NULL) == PE_OK;
}

static gboolean
lost_points (const pe_evaluation *evaluation, size_t index)
{
  char    *lost = cli_points_text (evaluation, index, PE_POINTS_LOST);
  gboolean some = strcmp (lost, "—") != 0;

  g_free (lost);
  return some;
}

/* A group loses nothing by itself, but its rounding may. */
static gboolean
has_entry (const pe_evaluation *evaluation, size_t index)
{
  const pe_ledger *ledger = pe_evaluation_get_ledger (evaluation);
  pe_ledger_entry  entry;

  pe_ledger_entry_init (&entry, sizeof entry);
  for (size_t i = 0; i < pe_ledger_get_size (ledger); i++)
    if (pe_ledger_get_entry (&entry, ledger, i, NULL) == PE_OK && entry.node == index)
      return TRUE;
  return FALSE;
}

/* The first line of an explanation is the node's title; the others are indented below it. */
static void
append_node (GString *out, const pe_evaluation *evaluation, size_t index, pe_language language)
{
  pe_text *text = NULL;
  char   **lines;

  if (pe_evaluation_explain (&text, evaluation, index, language, NULL) != PE_OK)
    return;
  if (out->len > 0)
    g_string_append_c (out, '\n');
  lines = g_strsplit (pe_text_get_data (text), "\n", -1);
  for (size_t i = 0; lines[i] != NULL; i++)
    cli_append_paragraph (out, lines[i], i == 0 ? 0 : 2);
  g_strfreev (lines);
  pe_text_unref (text);
}

/* Without codes: all that lost points, and the total. */
static void
append_losses (GString *out, const pe_evaluation *evaluation, pe_language language)
{
  pe_node node;

  for (size_t i = 1; i < pe_evaluation_get_n_nodes (evaluation); i++)
    if (read_node (&node, evaluation, i)
        && ((node.kind != PE_NODE_GROUP && lost_points (evaluation, i)) || has_entry (evaluation, i)))
      append_node (out, evaluation, i, language);
  append_node (out, evaluation, 0, language);
}

static gboolean
append_code (GString *out, const pe_evaluation *evaluation, const char *code, pe_language language)
{
  pe_node  node;
  gboolean found = FALSE;

  for (size_t i = 1; i < pe_evaluation_get_n_nodes (evaluation); i++)
    if (read_node (&node, evaluation, i) && strcmp (node.code, code) == 0)
      {
        append_node (out, evaluation, i, language);
        found = TRUE;
      }
  if (!found)
    cli_complain (_ ("the rulebook has no indicator “%s”; perfeval evaluate prints the codes"), code);
  return found;
}

static cli_exit
write_as_text (const pe_evaluation *evaluation, const cli_options *options)
{
  GString *out = g_string_new (NULL);
  cli_exit code = CLI_EXIT_OK;

  if (options->arguments[1] == NULL)
    append_losses (out, evaluation, options->language);
  for (size_t i = 1; options->arguments[i] != NULL; i++)
    if (!append_code (out, evaluation, options->arguments[i], options->language))
      code = CLI_EXIT_USAGE;
  if (code == CLI_EXIT_OK)
    code = cli_write (out->str, out->len, options->output);
  g_string_free (out, TRUE);
  return code;
}

static const cli_grammar grammar = { "explain", "rflscMeoqvh", cli_check_evaluation };

cli_exit
cli_explain (int argc, char **argv)
{
  pe_evaluation *evaluation = NULL;
  cli_options    options;
  cli_exit       code = cli_options_parse (&options, &grammar, NULL, argc, argv);

  if (code == CLI_EXIT_OK && !options.help)
    {
      code = cli_load_and_evaluate (&evaluation, &options);
      if (code == CLI_EXIT_OK)
        code = options.format == CLI_FORMAT_TEXT ? write_as_text (evaluation, &options)
                                                 : cli_write_data (evaluation, &options);
    }
  pe_evaluation_unref (evaluation);
  cli_options_clear (&options);
  return code;
}
