/* evaluate.c - perfeval evaluate
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "cli.h"

/* Its title, and below it what it is: who cites a score has to see that. */
static void
append_rulebook (GString *out, const pe_evaluation *evaluation, pe_language language)
{
  char *head = g_strconcat (cli_word_get (CLI_WORD_RULEBOOK, language), cli_word_get (CLI_WORD_COLON, language), NULL);
  int   indent = cli_text_width (head);
  char *kind;
  pe_rulebook_head rulebook;

  pe_rulebook_head_init (&rulebook, sizeof rulebook);
  pe_rulebook_get_head (&rulebook, pe_evaluation_get_rulebook (evaluation), NULL);
  kind = g_strdup_printf ("%s %s [%s]", rulebook.id, rulebook.edition, cli_status_word (rulebook.status, language));
  cli_append_hanging (out, head,
                      language == PE_LANGUAGE_EN && rulebook.title_en != NULL ? rulebook.title_en : rulebook.title_zh,
                      indent);
  cli_append_wrapped (out, kind, indent);
  g_free (kind);
  g_free (head);
}

static void
append_title (GString *out, const pe_evaluation *evaluation, pe_language language)
{
  pe_dossier_head dossier;
  GString        *line = g_string_new (NULL);

  pe_dossier_head_init (&dossier, sizeof dossier);
  pe_dossier_get_head (&dossier, pe_evaluation_get_dossier (evaluation), NULL);
  if (language == PE_LANGUAGE_ZH)
    g_string_append_printf (
        line, "%s  %d%s", dossier.unit_name, dossier.fiscal_year, cli_word_get (CLI_WORD_YEAR, language));
  else
    g_string_append_printf (
        line, "%s, %s %d", dossier.unit_name, cli_word_get (CLI_WORD_YEAR, language), dossier.fiscal_year);
  cli_append_paragraph (out, line->str, 0);
  append_rulebook (out, evaluation, language);
  g_string_free (line, TRUE);
}

static void
append_strong (GString *out, const char *text, gboolean colour)
{
  GString *wrapped = g_string_new (NULL);
  char   **lines;

  cli_append_paragraph (wrapped, text, 0);
  lines = g_strsplit (wrapped->str, "\n", -1);
  for (size_t i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      cli_append_styled (out, lines[i], CLI_STYLE_STRONG, colour);
      g_string_append_c (out, '\n');
    }
  g_strfreev (lines);
  g_string_free (wrapped, TRUE);
}

static void
append_verdict (GString *out, const pe_evaluation *evaluation, pe_language language, gboolean colour)
{
  char    *score = cli_points_text (evaluation, 0, PE_POINTS_SCORE);
  char    *marks = cli_points_text (evaluation, 0, PE_POINTS_FULL_MARKS);
  char    *lost = cli_points_text (evaluation, 0, PE_POINTS_LOST);
  int32_t  index = pe_evaluation_get_grade (evaluation);
  GString *line = g_string_new (NULL);
  pe_grade grade;

  g_string_append_printf (line, "%s %s / %s   %s %s", cli_word_get (CLI_WORD_TOTAL, language), score, marks,
                          cli_word_get (CLI_WORD_LOST, language), lost);
  pe_grade_init (&grade, sizeof grade);
  if (index >= 0
      && pe_rulebook_get_grade (&grade, pe_evaluation_get_rulebook (evaluation), (size_t) index, NULL) == PE_OK)
    g_string_append_printf (line, "   %s %s", cli_word_get (CLI_WORD_GRADE, language),
                            language == PE_LANGUAGE_EN && grade.name_en != NULL ? grade.name_en : grade.name_zh);
  append_strong (out, line->str, colour);
  g_string_free (line, TRUE);
  g_free (score);
  g_free (marks);
  g_free (lost);
}

/* Which leaves a person scored: their codes, so that no one takes them for computed. */
static void
append_declared (GString *out, const pe_evaluation *evaluation, pe_language language)
{
  GString *line = g_string_new (NULL);
  size_t   i, n = 0;

  for (i = 0; i < pe_evaluation_get_n_nodes (evaluation); i++)
    {
      pe_node node;

      pe_node_init (&node, sizeof node);
      if (pe_evaluation_get_node (&node, evaluation, i, NULL) != PE_OK || node.origin != PE_ORIGIN_DECLARED)
        continue;
      g_string_append_printf (line, "%s%s", n > 0 ? " " : "", node.code);
      n++;
    }
  if (n > 0)
    {
      g_string_append_printf (
          out, language == PE_LANGUAGE_ZH ? "\n%s（%" G_GSIZE_FORMAT " 项）\n" : "\n%s (%" G_GSIZE_FORMAT ")\n",
          cli_word_get (CLI_WORD_DECLARED_SUMMARY, language), n);
      cli_append_wrapped (out, line->str, 2);
    }
  g_string_free (line, TRUE);
}

static void
append_assumptions (GString *out, const pe_evaluation *evaluation, pe_language language)
{
  const pe_rulebook *rulebook = pe_evaluation_get_rulebook (evaluation);
  pe_rulebook_head   head;
  size_t             i, n = pe_rulebook_get_n_assumptions (rulebook);

  pe_rulebook_head_init (&head, sizeof head);
  pe_rulebook_get_head (&head, rulebook, NULL);
  if (head.status == PE_RULEBOOK_OFFICIAL || n == 0)
    return;
  g_string_append_printf (out, "\n%s\n", cli_word_get (CLI_WORD_ASSUMPTIONS, language));
  for (i = 0; i < n; i++)
    {
      pe_assumption assumption;
      char         *number;

      pe_assumption_init (&assumption, sizeof assumption);
      pe_rulebook_get_assumption (&assumption, rulebook, i, NULL);
      number = g_strdup_printf ("%4" G_GSIZE_FORMAT ".", i + 1);
      cli_append_hanging (
          out, number,
          language == PE_LANGUAGE_EN && assumption.text_en != NULL ? assumption.text_en : assumption.text_zh, 6);
      g_free (number);
    }
}

static void
append_receipt (GString *out, const pe_evaluation *evaluation, pe_language language)
{
  uint8_t digest[PE_DIGEST_SIZE];
  char    rulebook[PE_DIGEST_HEX_SIZE], dossier[PE_DIGEST_HEX_SIZE];
  char   *line;

  pe_rulebook_get_digest (pe_evaluation_get_rulebook (evaluation), digest);
  pe_digest_print (rulebook, digest);
  pe_dossier_get_digest (pe_evaluation_get_dossier (evaluation), digest);
  pe_digest_print (dossier, digest);
  line = g_strdup_printf (
      "%s%slibperfeval %s, %s %.16s, %s %.16s", cli_word_get (CLI_WORD_RECEIPT, language),
      cli_word_get (CLI_WORD_COLON, language), pe_version_get_string (), cli_word_get (CLI_WORD_RULEBOOK, language),
      rulebook, cli_word_get (CLI_WORD_DOSSIER, language), dossier);
  g_string_append_c (out, '\n');
  cli_append_wrapped (out, line, 0);
  g_free (line);
}

static cli_exit
write_as_text (const pe_evaluation *evaluation, const cli_options *options)
{
  gboolean    colour = options->output == NULL && cli_stream_has_colour (stdout);
  pe_language language = options->language;
  GString    *out = g_string_new (NULL);
  cli_exit    code;

  append_title (out, evaluation, language);
  append_verdict (out, evaluation, language, colour);
  g_string_append_c (out, '\n');
  cli_append_score_table (out, evaluation, language, colour);
  g_string_append_c (out, '\n');
  cli_append_deductions (out, evaluation, language);
  append_declared (out, evaluation, language);
  append_assumptions (out, evaluation, language);
  append_receipt (out, evaluation, language);
  code = cli_write (out->str, out->len, options->output);
  g_string_free (out, TRUE);
  return code;
}

static const cli_grammar grammar = { "evaluate", "rflscMeoqvh", cli_check_evaluation };

cli_exit
cli_evaluate (int argc, char **argv)
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
