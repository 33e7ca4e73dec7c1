/* progress.c - how far a long work is, on a terminal
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <unistd.h>

#include "batch.h"

#define BAR 40
#define SECOND 1000000
/* Work that ends within this needs no bar. */
#define PATIENCE (SECOND / 2)
#define BETWEEN (SECOND / 10)

void
cli_progress_begin (cli_progress *self, guint64 done, guint64 total, gboolean quiet)
{
  self->is_shown = !quiet && total > 0 && isatty (STDERR_FILENO);
  self->started = g_get_monotonic_time ();
  self->drawn = 0;
  self->total = total;
  self->from = done;
}

/* "[######......]  43 %  118 MB/s  0:03" */
void
cli_progress_show (cli_progress *self, guint64 done)
{
  const gint64 now = g_get_monotonic_time ();
  const gint64 spent = now - self->started;
  guint64      percent, rate, left;

  if (!self->is_shown || spent < PATIENCE || now - self->drawn < BETWEEN)
    return;
  self->drawn = now;
  done = MIN (done, self->total);
  percent = done * 100 / self->total;
  rate = MAX ((done - self->from) * SECOND / (guint64) MAX (spent, 1), 1);
  left = (self->total - done) / rate;
  (void) fputs ("\r[", stderr);
  for (guint i = 0; i < BAR; i++)
    (void) fputc (i < percent * BAR / 100 ? '#' : '.', stderr);
  (void) fprintf (
      stderr, "] %3" G_GUINT64_FORMAT " %%  %" G_GUINT64_FORMAT " MB/s  %" G_GUINT64_FORMAT ":%02" G_GUINT64_FORMAT " ",
      percent, rate / 1000000, left / 60, left % 60);
  (void) fflush (stderr);
}

void
cli_progress_end (cli_progress *self)
{
  if (self->is_shown && self->drawn != 0)
    (void) fprintf (stderr, "\r%*s\r", CLI_COLUMNS - 1, "");
}
