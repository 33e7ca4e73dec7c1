/* batch.h - what the parts of perfeval batch share
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "cli.h"

/* What the command line says. */
typedef struct cli_batch_options
{
  cli_options
           common; /* rulebook, calendar, output, format, language, quiet, verbose; one argument: the file of units */
  char    *rejected;
  char    *chart; /* of the grades; NULL: none */
  gboolean detail;
  gboolean print_template;
  gboolean restart;
  int      threads;
  int      fiscal_year;
} cli_batch_options;

/* batch-options.c: as cli_options_parse(). */
cli_exit cli_batch_options_parse (cli_batch_options *self, int argc, char **argv);
void     cli_batch_options_clear (cli_batch_options *self);

/* One of the best units. */
typedef struct cli_ranked
{
  int64_t total; /* at the scale of the totals */
  char   *key;
} cli_ranked;

#define CLI_RANKED 10
/* Beyond so many different totals no ranking is kept: memory must not grow with the file. */
#define CLI_TOTALS_MAX 1000000

/* How far the work is, and what it came to. */
typedef struct cli_batch_state
{
  guint64           offset;      /* bytes of the input that are done */
  guint64           line;        /* the line that comes next */
  guint64           scores_size; /* bytes written to each of the files */
  guint64           rejected_size;
  guint64           n_rejected;
  pe_batch_summary *summary;
  GHashTable       *totals; /* int64_t * -> guint64 *: units with each total; NULL: given up */
  cli_ranked        best[CLI_RANKED];
  guint             n_best;
  gboolean          is_finished; /* nothing is left but to give the files their names */
} cli_batch_state;

/* batch-state.c */
cli_exit cli_batch_state_init (cli_batch_state *self, const pe_batch_plan *plan);
void     cli_batch_state_clear (cli_batch_state *self);
/* Takes in the units of a block. */
void cli_batch_state_add (cli_batch_state *self, const pe_batch_block *block);
/* 1 and the number of units with a greater total. */
guint64 cli_batch_state_get_rank (const cli_batch_state *self, int64_t total);

/* checkpoint.c: beside the output, replaced as a whole. identity says of what run it is; another one's does not load. */
cli_exit cli_checkpoint_save (const cli_batch_state *self, const char *path, const char *identity);
/* *found: there was one, and it was loaded. */
cli_exit cli_checkpoint_load (cli_batch_state *self, const char *path, const char *identity, gboolean *found);

/* batch-run.c: from the state on to the end of the input. */
cli_exit cli_batch_run (cli_batch_state *self, const cli_batch_options *options, pe_batch_plan *plan);

/* batch-report.c: what it came to, to standard output. */
cli_exit cli_batch_report (const cli_batch_state *self, const cli_batch_options *options, const pe_batch_plan *plan);

/* progress.c: a bar on standard error, where that is a terminal and the work takes longer than a moment. */
typedef struct cli_progress
{
  gboolean is_shown;
  gint64   started; /* in microseconds */
  gint64   drawn;
  guint64  total;
  guint64  from; /* what was done before */
} cli_progress;

void cli_progress_begin (cli_progress *self, guint64 done, guint64 total, gboolean quiet);
void cli_progress_show (cli_progress *self, guint64 done);
void cli_progress_end (cli_progress *self);
