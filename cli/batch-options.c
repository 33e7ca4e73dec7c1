/* batch-options.c - the command line of perfeval batch
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "batch.h"
#include "chart.h"

#define THREADS_MAX 256

static cli_exit
refuse (const char *what)
{
  cli_complain ("%s", what);
  return CLI_EXIT_USAGE;
}

/* Nothing that is read may be lost, and no result may be lost in another. */
static gboolean
are_files_apart (const cli_batch_options *self)
{
  const char *const read[] = { self->common.arguments[0], self->common.rulebook, self->common.calendar };
  const char *const written[] = { self->common.output, self->rejected, self->chart };

  for (size_t i = 0; i < G_N_ELEMENTS (written) && written[i] != NULL; i++)
    {
      for (size_t k = 0; k < G_N_ELEMENTS (read); k++)
        if (read[k] != NULL && cli_is_same_file (written[i], read[k]))
          return cli_refuse (_ ("--output names a file that is read; expected another one, so that it is not lost"));
      for (size_t k = 0; k < i; k++)
        if (strcmp (written[i], written[k]) == 0 || cli_is_same_file (written[i], written[k]))
          return cli_refuse (_ ("two results would be one file; expected a name for each"));
    }
  return TRUE;
}

static cli_exit
check (cli_batch_options *self)
{
  const guint n = self->common.arguments != NULL ? g_strv_length (self->common.arguments) : 0;

  if (self->common.rulebook == NULL)
    return refuse (_ ("needs --rulebook R; perfeval batch --help shows how"));
  if (self->print_template)
    return n == 0 ? CLI_EXIT_OK : refuse (_ ("--template reads no units; expected no file with it"));
  if (n != 1 || self->common.output == NULL || strcmp (self->common.output, "-") == 0)
    return refuse (_ ("needs one file of units and --output FILE; perfeval batch --help shows how"));
  if (self->common.format == CLI_FORMAT_CSV)
    return refuse (_ ("the scores are CSV in any case; --format text or json is for the summary"));
  if (self->threads < 0 || self->threads > THREADS_MAX)
    return refuse (_ ("--threads goes from 1 to 256"));
  if (self->chart != NULL && !cli_can_draw_to (self->chart))
    return CLI_EXIT_USAGE;
  if (self->threads == 0)
    self->threads = (int) CLAMP (g_get_num_processors (), 1, THREADS_MAX);
  if (self->rejected == NULL)
    self->rejected = g_strconcat (self->common.output, ".rejected.csv", NULL);
  return are_files_apart (self) ? CLI_EXIT_OK : CLI_EXIT_USAGE;
}

static const cli_grammar grammar = { "batch", "rflcoqvh", NULL };

cli_exit
cli_batch_options_parse (cli_batch_options *self, int argc, char **argv)
{
  const GOptionEntry own[] = {
    { "rejected", 'R', 0, G_OPTION_ARG_FILENAME, &self->rejected,
      N_ ("where rejected rows go, with their reasons (default: the output's name and .rejected.csv)"), "FILE" },
    { "nodes", 'n', 0, G_OPTION_ARG_NONE, &self->detail, N_ ("the points of every indicator, too"), NULL },
    { "chart", 'C', 0, G_OPTION_ARG_FILENAME, &self->chart, N_ ("draw the grades into FILE.svg or FILE.png"), "FILE" },
    { "threads", 't', 0, G_OPTION_ARG_INT, &self->threads, N_ ("threads (default: one for each processor)"), "N" },
    { "year", 'y', 0, G_OPTION_ARG_INT, &self->fiscal_year,
      N_ ("the fiscal year, for days with a name in the calendar"), "YEAR" },
    { "template", 'T', 0, G_OPTION_ARG_NONE, &self->print_template,
      N_ ("show the headings that a file of units has to have"), NULL },
    { "restart", 'X', 0, G_OPTION_ARG_NONE, &self->restart, N_ ("begin anew, whatever an interrupted run has left"),
      NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  cli_exit code;

  memset (self, 0, sizeof *self);
  code = cli_options_parse (&self->common, &grammar, own, argc, argv);
  return code == CLI_EXIT_OK && !self->common.help ? check (self) : code;
}

void
cli_batch_options_clear (cli_batch_options *self)
{
  g_free (self->rejected);
  g_free (self->chart);
  cli_options_clear (&self->common);
}
