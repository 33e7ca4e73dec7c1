/* output.c - results out, whole or not at all
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <errno.h>
#include <string.h>

#include "cli.h"

static cli_exit
write_stdout (const char *bytes, size_t size)
{
  if (fwrite (bytes, 1, size, stdout) == size && fflush (stdout) == 0)
    return CLI_EXIT_OK;
  fprintf (stderr, _ ("perfeval: standard output cannot be written: %s\n"), g_strerror (errno));
  return CLI_EXIT_FILE;
}

cli_exit
cli_write (const char *bytes, size_t size, const char *output)
{
  GError *error = NULL;

  if (output == NULL || strcmp (output, "-") == 0)
    return write_stdout (bytes, size);
  /* A temporary file beside it, synchronised and then renamed: after a full disk the old one is still there. */
  if (g_file_set_contents_full (output, bytes, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &error))
    return CLI_EXIT_OK;
  fprintf (stderr, "perfeval: %s\n", error->message);
  g_error_free (error);
  return CLI_EXIT_FILE;
}
