/* output.c - results out, whole or not at all
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#define _XOPEN_SOURCE 700 /* POSIX.1-2008 */

#include <string.h>
#include <unistd.h>

#include "cli.h"

static cli_exit
write_standard (const char *bytes, size_t size)
{
  const int number = cli_write_fd (STDOUT_FILENO, bytes, size);

  if (number == 0)
    return CLI_EXIT_OK;
  cli_complain (_ ("the output cannot be written: %s; expected a place with room for it"), g_strerror (number));
  return CLI_EXIT_FILE;
}

cli_exit
cli_write (const char *bytes, size_t size, const char *output)
{
  cli_stage *stage;

  if (output == NULL || strcmp (output, "-") == 0)
    return write_standard (bytes, size);
  stage = cli_stage_new ();
  return cli_stage_finish (stage, cli_stage_add (stage, bytes, size, output));
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
