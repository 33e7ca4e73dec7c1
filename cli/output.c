/* output.c - results out, whole or not at all
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#define _XOPEN_SOURCE 700 /* POSIX.1-2008 */

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli.h"

static cli_exit
write_stream (FILE *stream, const char *bytes, size_t size)
{
  if (fwrite (bytes, 1, size, stream) == size && fflush (stream) == 0)
    return CLI_EXIT_OK;
  cli_complain (_ ("the output cannot be written: %s"), g_strerror (errno));
  return CLI_EXIT_FILE;
}

/* A device or a pipe must not be replaced by a file. */
static cli_exit
write_special (const char *bytes, size_t size, const char *output)
{
  FILE    *stream = fopen (output, "wb");
  cli_exit code;

  if (stream == NULL)
    {
      char *name = g_filename_display_name (output);

      cli_complain (_ ("%s cannot be written: %s"), name, g_strerror (errno));
      g_free (name);
      return CLI_EXIT_FILE;
    }
  code = write_stream (stream, bytes, size);
  if (fclose (stream) != 0 && code == CLI_EXIT_OK)
    code = CLI_EXIT_FILE;
  return code;
}

/* A temporary file beside it, synchronised and then renamed: after a full disk the old one is still there. */
static cli_exit
write_file (const char *bytes, size_t size, const char *output, int mode)
{
  char    *target = realpath (output, NULL); /* what a symbolic link means is replaced, and not the link */
  GError  *error = NULL;
  gboolean written = g_file_set_contents_full (
      target != NULL ? target : output, bytes, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, mode, &error);

  if (!written)
    {
      char *name = g_filename_display_name (output);

      cli_complain (_ ("%s cannot be written: %s"), name, error->message);
      g_free (name);
      g_error_free (error);
    }
  free (target);
  return written ? CLI_EXIT_OK : CLI_EXIT_FILE;
}

cli_exit
cli_write (const char *bytes, size_t size, const char *output)
{
  struct stat about;

  if (output == NULL || strcmp (output, "-") == 0)
    return write_stream (stdout, bytes, size);
  if (stat (output, &about) != 0)
    return write_file (bytes, size, output, 0666);
  if (!S_ISREG (about.st_mode))
    return write_special (bytes, size, output);
  return write_file (bytes, size, output, (int) (about.st_mode & 0777));
}

cli_exit
cli_write_data (const pe_evaluation *evaluation, const cli_options *options)
{
  pe_text  *text = NULL;
  pe_error *error = NULL;
  pe_status status;
  cli_exit  code;

  if (options->format == CLI_FORMAT_CSV)
    status = pe_evaluation_to_csv (&text, evaluation, options->language, &error);
  else
    status = pe_evaluation_to_json (&text, evaluation, &error);
  if (status != PE_OK)
    {
      cli_print_error (error, options->language);
      pe_error_unref (error);
      return cli_exit_of_status (status);
    }
  code = cli_write (pe_text_get_data (text), pe_text_get_size (text), options->output);
  pe_text_unref (text);
  return code;
}
