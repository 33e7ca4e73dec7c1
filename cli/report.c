/* report.c - perfeval report
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "cli.h"

#ifdef PERFEVAL_HAVE_OFFICE
#include <perfeval-office/perfeval-office.h>
#endif

#define TEMPLATE "department"

/* What the command line says. */
typedef struct report_command
{
  cli_options common;
  char *template; /* NULL: that of a department's report */
  char *date;     /* NULL: today */
} report_command;

#ifdef PERFEVAL_HAVE_OFFICE

typedef pe_status (*report_writer) (pe_text **out, const pe_report *document, pe_error **error);

static const struct
{
  const char   *ending;
  report_writer write;
} writers[] = {
  { ".docx", pe_report_to_docx },   { ".html", pe_report_to_html }, { ".htm", pe_report_to_html },
  { ".md", pe_report_to_markdown }, { ".pdf", pe_report_to_pdf },
};

static gboolean
ends_in (const char *name, const char *ending)
{
  const size_t size = strlen (name), n = strlen (ending);

  return size > n && g_ascii_strcasecmp (name + size - n, ending) == 0;
}

static report_writer
find_writer (const char *output)
{
  for (size_t i = 0; i < G_N_ELEMENTS (writers); i++)
    if (ends_in (output, writers[i].ending))
      return writers[i].write;
  return NULL;
}

/* A workbook has no template: it is the score table, which recomputes itself. */
static gboolean
is_workbook (const report_command *self)
{
  return ends_in (self->common.output, ".xlsx");
}

/* Takes the error over. */
static cli_exit
refuse (pe_status status, pe_error *error, const cli_options *options)
{
  cli_print_error (error, options->language);
  pe_error_unref (error);
  return cli_exit_of_status (status);
}

static cli_exit
load_template (pe_report_template **out, const report_command *self)
{
  char           *path = cli_find_report_template (self->template != NULL ? self->template : TEMPLATE), *shown = NULL;
  GBytes         *bytes = NULL;
  pe_error       *error = NULL;
  pe_read_options options;
  pe_status       status = PE_OK;
  cli_exit        code = path != NULL ? cli_load_bytes (&bytes, &shown, path) : CLI_EXIT_FILE;

  if (code == CLI_EXIT_OK)
    {
      gsize       size = 0;
      const char *data = g_bytes_get_data (bytes, &size);

      pe_read_options_init (&options, sizeof options);
      options.file = shown;
      status = pe_report_template_from_xml (out, data != NULL ? data : "", size, &options, &error);
    }
  if (bytes != NULL)
    g_bytes_unref (bytes);
  g_free (shown);
  g_free (path);
  return status != PE_OK ? refuse (status, error, &self->common) : code;
}

static cli_exit
write_document (const report_command *self, const pe_report_template *template, const pe_evaluation *evaluation)
{
  pe_report        *document = NULL;
  pe_text          *text = NULL;
  pe_error         *error = NULL;
  pe_report_options options;
  pe_status         status;
  cli_exit          code;

  pe_report_options_init (&options, sizeof options);
  options.language = self->common.language;
  options.date = self->date;
  status = pe_report_make (&document, template, evaluation, &options, &error);
  if (status == PE_OK)
    status = find_writer (self->common.output) (&text, document, &error);
  pe_report_unref (document);
  if (status != PE_OK)
    return refuse (status, error, &self->common);
  code = cli_write (pe_text_get_data (text), pe_text_get_size (text), self->common.output);
  pe_text_unref (text);
  return code;
}

static cli_exit
write_workbook (const report_command *self, const pe_evaluation *evaluation)
{
  pe_text  *text = NULL;
  pe_error *error = NULL;
  pe_status status = pe_evaluation_to_xlsx (&text, evaluation, self->common.language, &error);
  cli_exit  code;

  if (status != PE_OK)
    return refuse (status, error, &self->common);
  code = cli_write (pe_text_get_data (text), pe_text_get_size (text), self->common.output);
  pe_text_unref (text);
  return code;
}

static cli_exit
make_report (report_command *self)
{
  pe_report_template *template = NULL;
  pe_evaluation *evaluation = NULL;
  cli_exit       code = is_workbook (self) ? CLI_EXIT_OK : load_template (&template, self);

  if (code == CLI_EXIT_OK)
    code = cli_load_and_evaluate (&evaluation, &self->common);
  if (code == CLI_EXIT_OK)
    code = is_workbook (self) ? write_workbook (self, evaluation) : write_document (self, template, evaluation);
  pe_evaluation_unref (evaluation);
  pe_report_template_unref (template);
  return code;
}

static gboolean
check_output (const report_command *self)
{
  return find_writer (self->common.output) != NULL || is_workbook (self)
         || cli_refuse (_ ("a report is written to FILE.docx, FILE.pdf, FILE.html, FILE.md or FILE.xlsx; expected one "
                           "of these names"));
}

#else

static cli_exit
make_report (report_command *self)
{
  (void) self;
  return CLI_EXIT_USAGE;
}

static gboolean
check_output (const report_command *self)
{
  (void) self;
  return cli_refuse (_ ("this program was built without reports"));
}

#endif

/* The command line alone asks the clock; the library never does. */
static void
settle_date (report_command *self)
{
  GDateTime *now;

  if (self->date != NULL)
    return;
  now = g_date_time_new_now_local ();
  self->date = g_date_time_format (now, "%Y-%m-%d");
  g_date_time_unref (now);
}

static gboolean
check (report_command *self)
{
  if (!cli_check_evaluation (&self->common, "report"))
    return FALSE;
  if (self->common.output == NULL)
    return cli_refuse (_ ("needs --output FILE.docx, .pdf, .html, .md or .xlsx; perfeval report --help shows how"));
  settle_date (self);
  return check_output (self);
}

static const cli_grammar grammar = { "report", "rlsceMoqvh", NULL };

cli_exit
cli_report (int argc, char **argv)
{
  report_command     self = { .template = NULL };
  const GOptionEntry own[] = {
    { "template", 'T', 0, G_OPTION_ARG_FILENAME, &self.template,
      N_ ("a report template, or the name of an installed one (default: department)"), "T" },
    { "date", 'd', 0, G_OPTION_ARG_STRING, &self.date, N_ ("the date of the report, e.g. 2024-03-15 (default: today)"),
      "DATE" },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  cli_exit code = cli_options_parse (&self.common, &grammar, own, argc, argv);

  self.common.bare = TRUE;
  if (code == CLI_EXIT_OK && !self.common.help)
    code = check (&self) ? make_report (&self) : CLI_EXIT_USAGE;
  g_free (self.template);
  g_free (self.date);
  cli_options_clear (&self.common);
  return code;
}
