/* chart.c - perfeval chart
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "chart.h"

#include <string.h>

#ifdef PERFEVAL_HAVE_OFFICE
#include <perfeval-office/perfeval-office.h>
#endif

typedef enum chart_kind
{
  KIND_DIMENSIONS,
  KIND_LOSSES,
  KIND_EXECUTION,
  KIND_TARGETS,
  KIND_CHANGE,
  N_KINDS
} chart_kind;

static const char *const kinds[N_KINDS] = { "dimensions", "losses", "execution", "targets", "change" };

/* What the command line says. */
typedef struct chart_command
{
  cli_options common;   /* arguments: the kind, the dossier, the earlier one */
  char       *rulebook; /* of the earlier year; NULL: the same */
  int         width;    /* in pixels, of PNG; 0: 300 for each inch */
  int         depth;
  chart_kind  kind;
} chart_command;

static gboolean
ends_in (const char *name, const char *ending)
{
  const size_t size = strlen (name), n = strlen (ending);

  return size > n && g_ascii_strcasecmp (name + size - n, ending) == 0;
}

gboolean
cli_can_draw_to (const char *output)
{
#ifdef PERFEVAL_HAVE_OFFICE
  return ends_in (output, ".svg") || ends_in (output, ".png")
         || cli_refuse (_ ("a chart is written to FILE.svg or FILE.png; expected one of these names"));
#else
  (void) output;
  return cli_refuse (_ ("this program was built without charts"));
#endif
}

#ifdef PERFEVAL_HAVE_OFFICE

static void
set_options (pe_chart_options *out, const cli_options *options, int depth)
{
  pe_chart_options_init (out, sizeof *out);
  out->language = options->language;
  out->depth = depth;
}

/* Takes the chart and the error over. */
static cli_exit
write_chart (pe_chart *chart, pe_status status, pe_error *error, const char *output, int width,
             const cli_options *options)
{
  pe_text *text = NULL;
  cli_exit code;

  if (status == PE_OK)
    status = ends_in (output, ".svg") ? pe_chart_to_svg (&text, chart, &error)
                                      : pe_chart_to_png (&text, chart, width, &error);
  if (status == PE_OK)
    code = cli_write (pe_text_get_data (text), pe_text_get_size (text), output);
  else
    {
      cli_print_error (error, options->language);
      code = cli_exit_of_status (status);
    }
  pe_error_unref (error);
  pe_text_unref (text);
  pe_chart_unref (chart);
  return code;
}

cli_exit
cli_draw_grades (const pe_batch_summary *summary, const pe_rulebook *rulebook, const char *output,
                 const cli_options *options)
{
  pe_chart_options chart_options;
  pe_chart        *chart = NULL;
  pe_error        *error = NULL;
  pe_status        status;

  set_options (&chart_options, options, 1);
  status = pe_chart_new_grades (&chart, summary, rulebook, &chart_options, &error);
  return write_chart (chart, status, error, output, 0, options);
}

static cli_exit
draw_evaluation (const chart_command *self, const pe_evaluation *evaluation, const pe_evaluation *before)
{
  pe_chart_options options;
  pe_chart        *chart = NULL;
  pe_error        *error = NULL;
  pe_status        status;

  set_options (&options, &self->common, self->depth);
  if (self->kind == KIND_DIMENSIONS)
    status = pe_chart_new_dimensions (&chart, evaluation, &options, &error);
  else if (self->kind == KIND_LOSSES)
    status = pe_chart_new_losses (&chart, evaluation, &options, &error);
  else if (self->kind == KIND_TARGETS)
    status = pe_chart_new_targets (&chart, evaluation, &options, &error);
  else
    status = pe_chart_new_change (&chart, before, evaluation, &options, &error);
  return write_chart (chart, status, error, self->common.output, self->width, &self->common);
}

/* The options as the loaders want them: the dossier first. */
static cli_options
options_for (const chart_command *self, guint argument)
{
  cli_options options = self->common;

  options.arguments = self->common.arguments + argument;
  if (argument > 1 && self->rulebook != NULL)
    options.rulebook = self->rulebook;
  return options;
}

static cli_exit
draw_scores (const chart_command *self)
{
  const cli_options now = options_for (self, 1), earlier = options_for (self, 2);
  pe_evaluation    *evaluation = NULL, *before = NULL;
  cli_exit          code = cli_load_and_evaluate (&evaluation, &now);

  if (code == CLI_EXIT_OK && self->kind == KIND_CHANGE)
    code = cli_load_and_evaluate (&before, &earlier);
  if (code == CLI_EXIT_OK)
    code = draw_evaluation (self, evaluation, before);
  pe_evaluation_unref (evaluation);
  pe_evaluation_unref (before);
  return code;
}

static cli_exit
draw_execution (const chart_command *self)
{
  const cli_options options = options_for (self, 1);
  pe_chart_options  chart_options;
  pe_dossier       *dossier = NULL;
  pe_chart         *chart = NULL;
  pe_error         *error = NULL;
  pe_status         status;
  cli_exit          code = cli_load_dossier (&dossier, options.arguments[0], &options);

  if (code != CLI_EXIT_OK)
    return code;
  set_options (&chart_options, &options, 1);
  status = pe_chart_new_execution (&chart, dossier, &chart_options, &error);
  pe_dossier_unref (dossier);
  return write_chart (chart, status, error, options.output, self->width, &options);
}

static cli_exit
draw (const chart_command *self)
{
  return self->kind == KIND_EXECUTION ? draw_execution (self) : draw_scores (self);
}

#else

cli_exit
cli_draw_grades (const pe_batch_summary *summary, const pe_rulebook *rulebook, const char *output,
                 const cli_options *options)
{
  (void) summary;
  (void) rulebook;
  (void) output;
  (void) options;
  return CLI_EXIT_USAGE;
}

static cli_exit
draw (const chart_command *self)
{
  (void) self;
  return CLI_EXIT_USAGE;
}

#endif

/* The command line */

static gboolean
find_kind (chart_kind *out, const char *word)
{
  for (size_t i = 0; i < N_KINDS; i++)
    if (strcmp (word, kinds[i]) == 0)
      {
        *out = (chart_kind) i;
        return TRUE;
      }
  cli_complain (_ ("a chart cannot be “%s”; expected one of: %s"), word,
                "dimensions, losses, execution, targets, change");
  return FALSE;
}

static gboolean
check_files (const chart_command *self)
{
  const cli_options *common = &self->common;

  for (guint i = 1; common->arguments[i] != NULL; i++)
    if (cli_is_same_file (common->output, common->arguments[i]))
      return cli_refuse (_ ("--output names a file that is read; expected another one, so that it is not lost"));
  if (common->rulebook != NULL && cli_is_same_file (common->output, common->rulebook))
    return cli_refuse (_ ("--output names a file that is read; expected another one, so that it is not lost"));
  return TRUE;
}

static gboolean
check (chart_command *self)
{
  const guint n = cli_options_count_arguments (&self->common);

  if (n == 0)
    return cli_refuse (_ ("needs a KIND of chart and a DOSSIER; perfeval chart --help shows how"));
  if (!find_kind (&self->kind, self->common.arguments[0]))
    return FALSE;
  if (n != (self->kind == KIND_CHANGE ? 3 : 2))
    return cli_refuse (
        self->kind == KIND_CHANGE
            ? _ ("needs the DOSSIER of a year and the one of an EARLIER year; perfeval chart --help shows how")
            : _ ("needs one DOSSIER; perfeval chart --help shows how"));
  if (self->kind != KIND_EXECUTION && self->common.rulebook == NULL)
    return cli_refuse (_ ("needs --rulebook R; perfeval chart --help shows how"));
  if (self->common.output == NULL)
    return cli_refuse (_ ("needs --output FILE.svg or FILE.png; perfeval chart --help shows how"));
  return cli_can_draw_to (self->common.output) && check_files (self);
}

static const cli_grammar grammar = { "chart", "rlscoeMqvh", NULL };

cli_exit
cli_chart (int argc, char **argv)
{
  chart_command      self = { .depth = 1 };
  const GOptionEntry own[] = {
    { "depth", 'd', 0, G_OPTION_ARG_INT, &self.depth,
      N_ ("of dimensions and change: the level of the indicators (default 1)"), "N" },
    { "width", 'w', 0, G_OPTION_ARG_INT, &self.width, N_ ("of PNG: pixels (default: 300 for each inch)"), "PIXELS" },
    { "earlier-rulebook", 'R', 0, G_OPTION_ARG_FILENAME, &self.rulebook,
      N_ ("of change: the rulebook of the earlier year (default: the same)"), "R" },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  cli_exit code = cli_options_parse (&self.common, &grammar, own, argc, argv);

  if (code == CLI_EXIT_OK && !self.common.help)
    code = check (&self) ? draw (&self) : CLI_EXIT_USAGE;
  g_free (self.rulebook);
  cli_options_clear (&self.common);
  return code;
}
