/* audit.c - perfeval audit
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "cli.h"

/* The gravest that was found. */
static cli_exit
exit_of_review (const pe_review *review)
{
  if (pe_review_get_count (review, PE_SEVERITY_ERROR) > 0)
    return CLI_EXIT_CONTRADICTION;
  if (pe_review_get_count (review, PE_SEVERITY_WARNING) > 0)
    return CLI_EXIT_ROUNDING;
  return pe_review_get_count (review, PE_SEVERITY_NOTE) > 0 ? CLI_EXIT_REMARK : CLI_EXIT_OK;
}

/* What was found is the answer where the text could be written; else why it could not. */
static cli_exit
write_text (pe_status status, pe_text *text, pe_error *error, cli_exit found, const cli_options *options)
{
  cli_exit code = cli_exit_of_status (status);

  if (status == PE_OK)
    code = cli_write (pe_text_get_data (text), pe_text_get_size (text), options->output);
  else
    cli_print_error (error, options->language);
  pe_text_unref (text);
  pe_error_unref (error);
  return code == CLI_EXIT_OK ? found : code;
}

static cli_exit
write_review (const pe_review *review, const char *file, const cli_options *options)
{
  pe_review_report_options report;
  pe_text                 *text = NULL;
  pe_error                *error = NULL;
  pe_status                status;

  pe_review_report_options_init (&report, sizeof report);
  report.language = options->language;
  report.file = file;
  if (options->format == CLI_FORMAT_JSON)
    status = pe_review_to_json (&text, review, &report, &error);
  else if (options->format == CLI_FORMAT_SARIF)
    status = pe_review_to_sarif (&text, review, &report, &error);
  else
    status = pe_review_to_text (&text, review, &report, &error);
  return write_text (status, text, error, exit_of_review (review), options);
}

static cli_exit
audit_dossier (const cli_options *options)
{
  pe_review *review = NULL;
  char      *file = NULL;
  cli_exit   code = cli_load_and_review (&review, &file, options);

  if (code == CLI_EXIT_OK)
    code = write_review (review, file, options);
  pe_review_unref (review);
  g_free (file);
  return code;
}

cli_exit
cli_audit (int argc, char **argv)
{
  cli_options options;
  cli_exit    code = cli_options_parse (&options, "audit", argc, argv);

  if (code == CLI_EXIT_OK && !options.help)
    code = audit_dossier (&options);
  cli_options_clear (&options);
  return code;
}
