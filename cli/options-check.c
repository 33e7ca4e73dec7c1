/* options-check.c - options that have to go together
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include <sys/stat.h>

#include "cli.h"

gboolean
cli_is_same_file (const char *a, const char *b)
{
  struct stat one, other;

  return stat (a, &one) == 0 && stat (b, &other) == 0 && S_ISREG (one.st_mode) && one.st_dev == other.st_dev
         && one.st_ino == other.st_ino;
}

gboolean
cli_refuse (const char *what)
{
  cli_complain ("%s", what);
  return FALSE;
}

/* What no single option can say: that they go together. */
gboolean
cli_check_evaluation (cli_options *self, const char *command)
{
  guint    n = cli_options_count_arguments (self);
  gboolean explain = strcmp (command, "explain") == 0;

  if (self->rulebook == NULL || n == 0 || (n > 1 && !explain))
    {
      cli_complain (_ ("needs --rulebook R and one DOSSIER; perfeval %s --help shows how"), command);
      return FALSE;
    }
  if (self->format == CLI_FORMAT_HTML)
    return cli_refuse (_ ("a review has no html; expected text, json or sarif"));
  if (explain && self->format == CLI_FORMAT_CSV)
    return cli_refuse (_ ("explain writes text or json; csv is for evaluate"));
  if (n > 1 && self->format == CLI_FORMAT_JSON)
    return cli_refuse (_ ("--format json explains every indicator; expected no codes with it"));
  if (self->calendar != NULL && strcmp (self->calendar, "-") == 0)
    return cli_refuse (_ ("the calendar cannot be standard input; expected a file"));
  if (strcmp (self->rulebook, "-") == 0 && strcmp (self->arguments[0], "-") == 0)
    return cli_refuse (_ ("the rulebook and the dossier cannot both be standard input"));
  if (self->output != NULL
      && (cli_is_same_file (self->output, self->arguments[0]) || cli_is_same_file (self->output, self->rulebook)
          || (self->calendar != NULL && cli_is_same_file (self->output, self->calendar))))
    return cli_refuse (_ ("--output names a file that is read; expected another one, so that it is not lost"));
  return TRUE;
}

gboolean
cli_check_rulebooks (cli_options *self, const char *command)
{
  guint n = cli_options_count_arguments (self), n_standard = 0;

  if (strcmp (command, "compare") == 0 ? n != 2 : n == 0)
    {
      cli_complain (strcmp (command, "compare") == 0 ? _ ("needs two rulebooks; perfeval %s --help shows how")
                                                     : _ ("needs a rulebook; perfeval %s --help shows how"),
                    command);
      return FALSE;
    }
  if (self->calendar != NULL && strcmp (self->calendar, "-") == 0)
    return cli_refuse (_ ("the calendar cannot be standard input; expected a file"));
  if (self->format == CLI_FORMAT_CSV)
    return cli_refuse (_ ("lint and compare write text or json; csv is for evaluate"));
  for (guint i = 0; i < n; i++)
    {
      n_standard += strcmp (self->arguments[i], "-") == 0 ? 1 : 0;
      if (self->output != NULL && cli_is_same_file (self->output, self->arguments[i]))
        return cli_refuse (_ ("--output names a file that is read; expected another one, so that it is not lost"));
    }
  if (n_standard > 1)
    return cli_refuse (_ ("standard input can be one rulebook, and not two"));
  return TRUE;
}
