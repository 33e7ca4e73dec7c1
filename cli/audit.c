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

/* A report's text */

/* The gravest class; what is about the whole report counts as well. */
static cli_exit
exit_of_audit (const pe_audit *audit)
{
  const pe_findings *findings = pe_audit_get_findings (audit);
  pe_audit_class     gravest = 0;

  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    gravest = MAX (gravest, pe_audit_classify (pe_finding_get_code (pe_findings_get (findings, i))));
  switch (gravest)
    {
    case PE_CLASS_CONTRADICTION:
      return CLI_EXIT_CONTRADICTION;
    case PE_CLASS_ROUNDING:
      return CLI_EXIT_ROUNDING;
    case PE_CLASS_REMARK:
      return CLI_EXIT_REMARK;
    default:
      return CLI_EXIT_OK;
    }
}

static void
set_report (pe_audit_report_options *out, const cli_text *text, const pe_prose *prose, const cli_options *options)
{
  pe_prose_summary summary;

  pe_prose_summary_init (&summary, sizeof summary);
  (void) pe_prose_get_summary (&summary, prose, NULL);
  pe_audit_report_options_init (out, sizeof *out);
  out->language = options->language;
  out->text = pe_text_get_data (text->text);
  out->size = pe_text_get_size (text->text);
  out->file = text->file;
  out->encoding = pe_encoding_get_name (text->encoding);
  out->has_counts = 1;
  out->n_figures = summary.n_figures;
  out->n_related = summary.n_related;
  out->n_left = summary.n_left;
}

static cli_exit
write_audit (const pe_prose *prose, const cli_text *read, const cli_options *options)
{
  const pe_audit         *audit = pe_prose_get_audit (prose);
  pe_audit_report_options report;
  pe_text                *text = NULL;
  pe_error               *error = NULL;
  pe_status               status;

  set_report (&report, read, prose, options);
  if (options->format == CLI_FORMAT_JSON)
    status = pe_audit_to_json (&text, audit, &report, &error);
  else if (options->format == CLI_FORMAT_SARIF)
    status = pe_audit_to_sarif (&text, audit, &report, &error);
  else if (options->format == CLI_FORMAT_HTML)
    status = pe_audit_to_html (&text, audit, &report, &error);
  else
    status = pe_audit_to_text (&text, audit, &report, &error);
  return write_text (status, text, error, exit_of_audit (audit), options);
}

static cli_exit
read_prose (pe_prose **out, const cli_text *text, const pe_prose_patterns *patterns, const cli_options *options)
{
  pe_prose_options read;
  pe_error        *error = NULL;
  pe_status        status = PE_OK;

  pe_prose_options_init (&read, sizeof read);
  read.file = text->file;
  if (patterns != NULL)
    status = pe_prose_patterns_lend (patterns, &read, &error);
  if (status == PE_OK)
    status = pe_prose_read (out, pe_text_get_data (text->text), pe_text_get_size (text->text), &read, &error);
  if (status != PE_OK)
    cli_print_error (error, options->language);
  pe_error_unref (error);
  return cli_exit_of_status (status);
}

static cli_exit
audit_text (const cli_options *options)
{
  pe_prose_patterns *patterns = NULL;
  pe_prose          *prose = NULL;
  cli_text           text;
  cli_exit           code = cli_load_text (&text, options->arguments[0], options);

  if (code == CLI_EXIT_OK)
    code = cli_load_patterns (&patterns, options);
  if (code == CLI_EXIT_OK)
    code = read_prose (&prose, &text, patterns, options);
  if (code == CLI_EXIT_OK)
    code = write_audit (prose, &text, options);
  pe_prose_unref (prose);
  pe_prose_patterns_unref (patterns);
  cli_text_clear (&text);
  return code;
}

/* With a rulebook it is a dossier that is looked over, without one a report's text. */
static gboolean
check (cli_options *self, const char *command)
{
  guint n = cli_options_count_arguments (self);

  if (self->rulebook != NULL && self->text != NULL && strcmp (self->text, "-") == 0)
    return cli_refuse (_ ("the report's text cannot be standard input beside a dossier; expected a file"));
  if (self->rulebook != NULL && self->text != NULL && self->output != NULL
      && cli_is_same_file (self->output, self->text))
    return cli_refuse (_ ("--output names a file that is read; expected another one, so that it is not lost"));
  if (self->rulebook != NULL)
    return cli_check_evaluation (self, command);
  if (n != 1)
    return cli_refuse (_ ("needs a report's TEXT, or --rulebook R and a DOSSIER; perfeval audit --help shows how"));
  if (self->total != NULL || self->grade != NULL || self->calendar != NULL || self->text != NULL)
    return cli_refuse (
        _ ("--total, --grade, --calendar and --text are for a dossier; expected --rulebook R with them"));
  if (self->patterns != NULL && strcmp (self->patterns, "-") == 0)
    return cli_refuse (_ ("the patterns cannot be standard input; expected a file"));
  if (self->output != NULL
      && (cli_is_same_file (self->output, self->arguments[0])
          || (self->patterns != NULL && cli_is_same_file (self->output, self->patterns))))
    return cli_refuse (_ ("--output names a file that is read; expected another one, so that it is not lost"));
  return TRUE;
}

static const cli_grammar grammar = { "audit", "rflstxegcPMoqvh", check };

cli_exit
cli_audit (int argc, char **argv)
{
  cli_options options;
  cli_exit    code = cli_options_parse (&options, &grammar, NULL, argc, argv);

  if (code == CLI_EXIT_OK && !options.help)
    code = options.rulebook != NULL ? audit_dossier (&options) : audit_text (&options);
  cli_options_clear (&options);
  return code;
}
