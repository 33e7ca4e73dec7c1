/* rollup.c - perfeval rollup
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "cli.h"

/* Widths of the columns of 80. */
enum
{
  CODE = 10,
  NAME = 40,
  NUMBER = 10,
  TEXT_START = 2
};

/* Exact where a decimal holds it; else cut after four places and marked so. */
static char *
print_ratio (pe_ratio *ratio)
{
  pe_text *text = NULL;
  char    *result;

  if (pe_ratio_print_truncated (&text, ratio, 4, NULL) != PE_OK)
    result = g_strdup ("?");
  else
    result = g_strdup (pe_text_get_data (text));
  pe_text_unref (text);
  pe_ratio_unref (ratio);
  return result;
}

static char *
print_points (const pe_rollup *rollup, size_t node, pe_points points)
{
  pe_ratio *ratio = NULL;

  return pe_rollup_compute_points (&ratio, rollup, node, points, NULL) == PE_OK ? print_ratio (ratio) : g_strdup ("?");
}

static const char *
choose (pe_language language, const char *zh, const char *en)
{
  return language == PE_LANGUAGE_ZH || en == NULL ? zh : en;
}

static void
append_title (GString *out, const pe_rollup *rollup, pe_language language)
{
  const gboolean totals = pe_rollup_get_mode (rollup) == PE_ROLLUP_TOTALS_FIRST;
  const gboolean funds = pe_rollup_get_weighting (rollup) == PE_WEIGHTING_BY_FUNDS;

  cli_append_paragraph (out, pe_rollup_get_unit_name (rollup), 0);
  g_string_append_printf (
      out, "%s%s%s\n",
      totals ? choose (language, "先汇总后评分", "Totals first, then score")
             : choose (language, "先评分后加权", "Score first, then weight"),
      choose (language, "，", ", "),
      funds ? choose (language, "按资金加权", "weighted by funds")
            : choose (language, "按分值加权", "weighted by points"));
}

static void
append_verdict (GString *out, const pe_rollup *rollup, pe_language language)
{
  char         *score = print_points (rollup, 0, PE_POINTS_SCORE);
  char         *marks = print_points (rollup, 0, PE_POINTS_FULL_MARKS);
  char         *lost = print_points (rollup, 0, PE_POINTS_LOST);
  const int32_t index = pe_rollup_get_grade (rollup);
  pe_grade      grade;

  g_string_append_printf (out, "%s %s / %s   %s %s", cli_word_get (CLI_WORD_TOTAL, language), score, marks,
                          cli_word_get (CLI_WORD_LOST, language), lost);
  pe_grade_init (&grade, sizeof grade);
  if (index >= 0 && pe_rulebook_get_grade (&grade, pe_rollup_get_rulebook (rollup), (size_t) index, NULL) == PE_OK)
    g_string_append_printf (
        out, "   %s %s", cli_word_get (CLI_WORD_GRADE, language), choose (language, grade.name_zh, grade.name_en));
  g_string_append (out, "\n\n");
  g_free (score);
  g_free (marks);
  g_free (lost);
}

static void
append_columns (GString *out, const char *code, const char *name, const char *const *numbers)
{
  GString *safe = g_string_new (NULL);

  cli_append_safe (safe, name);
  cli_append_padded (out, code, CODE);
  cli_append_padded (out, safe->str, NAME);
  for (size_t i = 0; i < 3; i++)
    cli_append_padded (out, numbers[i], -NUMBER);
  g_string_append_c (out, '\n');
  g_string_free (safe, TRUE);
}

static void
append_node (GString *out, const pe_rollup *rollup, size_t index, pe_language language)
{
  char *numbers[] = { print_points (rollup, index, PE_POINTS_FULL_MARKS), print_points (rollup, index, PE_POINTS_SCORE),
                      print_points (rollup, index, PE_POINTS_LOST) };
  pe_node node;

  pe_node_init (&node, sizeof node);
  if (pe_rollup_get_node (&node, rollup, index, NULL) == PE_OK)
    append_columns (out, node.code, choose (language, node.name_zh, node.name_en), (const char *const *) numbers);
  for (size_t i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_free (numbers[i]);
}

static void
append_table (GString *out, const pe_rollup *rollup, pe_language language)
{
  const char *const heads[] = { cli_word_get (CLI_WORD_FULL_MARKS, language), cli_word_get (CLI_WORD_SCORE, language),
                                cli_word_get (CLI_WORD_LOST, language) };

  append_columns (out, cli_word_get (CLI_WORD_CODE, language), cli_word_get (CLI_WORD_INDICATOR, language), heads);
  for (size_t i = 0; i < CLI_COLUMNS; i++)
    g_string_append_c (out, '-');
  g_string_append_c (out, '\n');
  for (size_t i = 1; i < pe_rollup_get_n_nodes (rollup); i++)
    append_node (out, rollup, i, language);
  append_node (out, rollup, 0, language);
}

/* Each unit with its weight and score; then the reasons, node by node. */
static void
append_explanation (GString *out, const pe_rollup *rollup, size_t node, pe_language language)
{
  pe_text *text = NULL;
  char   **lines;

  if (pe_rollup_explain (&text, rollup, node, language, NULL) != PE_OK)
    return;
  g_string_append_c (out, '\n');
  lines = g_strsplit (pe_text_get_data (text), "\n", -1);
  for (size_t i = 0; lines[i] != NULL; i++)
    cli_append_paragraph (out, lines[i], i == 0 ? 0 : TEXT_START);
  g_strfreev (lines);
  pe_text_unref (text);
}

static gboolean
has_entry (const pe_rollup *rollup, size_t node)
{
  pe_rollup_entry entry;

  pe_rollup_entry_init (&entry, sizeof entry);
  for (size_t i = 0; i < pe_rollup_get_n_entries (rollup); i++)
    if (pe_rollup_get_entry (&entry, rollup, i, NULL) == PE_OK && entry.node == node)
      return TRUE;
  return FALSE;
}

static cli_exit
write_as_text (const pe_rollup *rollup, const cli_options *options)
{
  GString *out = g_string_new (NULL);
  cli_exit code;

  append_title (out, rollup, options->language);
  append_verdict (out, rollup, options->language);
  append_table (out, rollup, options->language);
  append_explanation (out, rollup, 0, options->language);
  for (size_t i = 1; i < pe_rollup_get_n_nodes (rollup); i++)
    if (has_entry (rollup, i))
      append_explanation (out, rollup, i, options->language);
  code = cli_write (out->str, out->len, options->output);
  g_string_free (out, TRUE);
  return code;
}

static cli_exit
write_as_json (const pe_rollup *rollup, const cli_options *options)
{
  pe_text  *text = NULL;
  pe_error *error = NULL;
  pe_status status = pe_rollup_to_json (&text, rollup, &error);
  cli_exit  code = cli_exit_of_status (status);

  if (status == PE_OK)
    code = cli_write (pe_text_get_data (text), pe_text_get_size (text), options->output);
  else
    cli_print_error (error, options->language);
  pe_text_unref (text);
  pe_error_unref (error);
  return code;
}

static cli_exit
refuse_weights (const cli_options *options)
{
  cli_complain (_ ("--weights=%s does not fit; expected a number for each dossier, with commas between"),
                options->weights);
  return CLI_EXIT_USAGE;
}

/* "60,40" or "300万元,100万元" into the units. */
static cli_exit
read_weights (pe_rollup_unit *units, guint n, const cli_options *options)
{
  char   **words;
  cli_exit code = CLI_EXIT_OK;

  if (options->weights == NULL)
    return CLI_EXIT_OK;
  words = g_strsplit (options->weights, ",", -1);
  if (g_strv_length (words) != n)
    code = refuse_weights (options);
  for (guint i = 0; i < n && code == CLI_EXIT_OK; i++)
    if (pe_figure_parse (&units[i].weight, words[i], strlen (words[i]), NULL) != PE_OK)
      code = refuse_weights (options);
  g_strfreev (words);
  return code;
}

static cli_exit
report (pe_findings *findings, pe_error *error, pe_status status, const cli_options *options)
{
  cli_print_findings (findings, options);
  if (status != PE_OK && pe_findings_get_count (findings, PE_SEVERITY_ERROR) == 0)
    cli_print_error (error, options->language);
  pe_findings_unref (findings);
  pe_error_unref (error);
  return cli_exit_of_status (status);
}

static cli_exit
roll_up (pe_rollup **out, const pe_rollup_unit *units, guint n, const cli_options *options)
{
  pe_rollup_options how;
  pe_calendar      *calendar = NULL;
  pe_findings      *findings = NULL;
  pe_error         *error = NULL;
  cli_exit          code = cli_load_calendar (&calendar, options);

  pe_rollup_options_init (&how, sizeof how);
  how.mode = options->mode;
  how.weighting = options->weighting;
  how.unit_name = options->name;
  how.calendar = calendar;
  how.mean_rounding = options->mean_places >= 0 ? PE_ROUND_HALF_UP : 0;
  how.mean_places = MAX (options->mean_places, 0);
  if (code == CLI_EXIT_OK)
    {
      const pe_status status = pe_roll_up (out, units, n, &how, &findings, &error);

      code = report (findings, error, status, options);
    }
  pe_calendar_unref (calendar);
  return code;
}

static void
unref_evaluation (gpointer evaluation)
{
  pe_evaluation_unref (evaluation);
}

static cli_exit
run (const cli_options *options)
{
  GPtrArray      *evaluations = g_ptr_array_new_with_free_func (unref_evaluation);
  pe_rollup      *rollup = NULL;
  cli_exit        code = cli_load_and_evaluate_all (evaluations, options);
  pe_rollup_unit *units = g_new0 (pe_rollup_unit, evaluations->len + 1);

  for (guint i = 0; i < evaluations->len; i++)
    {
      pe_rollup_unit_init (&units[i], sizeof units[i]);
      units[i].evaluation = evaluations->pdata[i];
    }
  if (code == CLI_EXIT_OK)
    code = read_weights (units, evaluations->len, options);
  if (code == CLI_EXIT_OK)
    code = roll_up (&rollup, units, evaluations->len, options);
  if (code == CLI_EXIT_OK)
    code = options->format == CLI_FORMAT_JSON ? write_as_json (rollup, options) : write_as_text (rollup, options);
  pe_rollup_unref (rollup);
  g_ptr_array_unref (evaluations);
  g_free (units);
  return code;
}

static gboolean
check (cli_options *self, const char *command)
{
  guint n = cli_options_count_arguments (self);
  guint n_standard = self->rulebook != NULL && strcmp (self->rulebook, "-") == 0 ? 1 : 0;

  (void) command;
  if (self->rulebook == NULL || n == 0 || self->mode == 0 || self->name == NULL)
    return cli_refuse (
        _ ("needs --rulebook R, --mode, --name and a DOSSIER or more; perfeval rollup --help shows how"));
  if (self->format == CLI_FORMAT_CSV)
    return cli_refuse (_ ("rollup writes text or json; csv is for evaluate"));
  if (self->weighting == PE_WEIGHTING_BY_POINTS && self->weights == NULL)
    return cli_refuse (_ ("--by points needs --weights, one for each DOSSIER"));
  if (self->mean_places < -1 || self->mean_places > 18)
    return cli_refuse (_ ("--mean-places cannot be that; expected 0 to 18"));
  if (self->calendar != NULL && strcmp (self->calendar, "-") == 0)
    return cli_refuse (_ ("the calendar cannot be standard input; expected a file"));
  for (guint i = 0; i < n; i++)
    {
      n_standard += strcmp (self->arguments[i], "-") == 0 ? 1 : 0;
      if (self->output != NULL && cli_is_same_file (self->output, self->arguments[i]))
        return cli_refuse (_ ("--output names a file that is read; expected another one, so that it is not lost"));
    }
  if (self->output != NULL && cli_is_same_file (self->output, self->rulebook))
    return cli_refuse (_ ("--output names a file that is read; expected another one, so that it is not lost"));
  return n_standard <= 1 ? TRUE : cli_refuse (_ ("standard input can be one document, and not two"));
}

static const cli_grammar grammar = { "rollup", "rmbwnpflscMeoqvh", check };

cli_exit
cli_rollup (int argc, char **argv)
{
  cli_options options;
  cli_exit    code = cli_options_parse (&options, &grammar, NULL, argc, argv);

  if (code == CLI_EXIT_OK && !options.help)
    code = run (&options);
  cli_options_clear (&options);
  return code;
}
