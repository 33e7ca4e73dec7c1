/* findings.c - findings on standard error, a line each
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>

#include "cli.h"

static const char *
severity_word (pe_severity severity, pe_language language)
{
  gboolean zh = language == PE_LANGUAGE_ZH;

  switch (severity)
    {
    case PE_SEVERITY_ERROR:
      return zh ? "错误：" : "error: ";
    case PE_SEVERITY_WARNING:
      return zh ? "警告：" : "warning: ";
    default:
      return zh ? "提示：" : "note: ";
    }
}

/* "dossier.json:12:30: ", as compilers and editors have it; "dossier.xlsx: 预算!C7: ", "预算.csv:7: 预算!C7: " of a table. */
static void
append_place (GString *out, const pe_place *place)
{
  const char *file = pe_place_get_file (place);

  if (file == NULL)
    return;
  cli_append_safe (out, file);
  if (pe_place_get_line (place) > 0)
    g_string_append_printf (out, ":%" G_GUINT64_FORMAT, pe_place_get_line (place));
  if (pe_place_get_line (place) > 0 && pe_place_get_column (place) > 0)
    g_string_append_printf (out, ":%" G_GUINT64_FORMAT, pe_place_get_column (place));
  g_string_append (out, ": ");
  if (pe_place_get_cell (place) == NULL)
    return;
  cli_append_safe (out, pe_place_get_cell (place));
  g_string_append (out, ": ");
}

static void
append_finding (GString *out, const pe_finding *finding, pe_language language)
{
  const pe_place *place = pe_finding_get_place (finding, 0);
  const char     *what = pe_place_get_what (place);

  append_place (out, place);
  g_string_append_printf (out, "%s", severity_word (pe_finding_get_severity (finding), language));
  cli_append_safe (out, pe_finding_get_message (finding, language));
  g_string_append_printf (out, " [%s", pe_status_name (pe_finding_get_code (finding)));
  if (what != NULL && what[0] != '\0')
    {
      g_string_append (out, " ");
      cli_append_safe (out, what);
    }
  g_string_append (out, "]\n");
}

/* The rulebook's status stands in the result itself, and at its place in the rulebook where that was read. The evaluation
 * says it once more, for those who have nothing else of it, at no place. */
static gboolean
is_said_elsewhere (const pe_finding *finding, const cli_options *options)
{
  return pe_finding_get_code (finding) == PE_WARNING_RULEBOOK_STATUS
         && (!options->verbose || pe_place_get_file (pe_finding_get_place (finding, 0)) == NULL);
}

void
cli_append_findings (GString *out, const pe_findings *findings, const cli_options *options)
{
  pe_severity least = options->quiet ? PE_SEVERITY_ERROR : options->verbose ? PE_SEVERITY_NOTE : PE_SEVERITY_WARNING;
  size_t      i;

  for (i = 0; i < pe_findings_get_size (findings); i++)
    {
      const pe_finding *finding = pe_findings_get (findings, i);
      gboolean          cut = pe_finding_get_code (finding) == PE_NOTE_FINDINGS_CUT;

      if (is_said_elsewhere (finding, options))
        continue;
      if (cut || pe_finding_get_severity (finding) >= least)
        append_finding (out, finding, options->language);
    }
}

void
cli_print_findings (const pe_findings *findings, const cli_options *options)
{
  GString *text = g_string_new (NULL);

  cli_append_findings (text, findings, options);
  (void) fputs (text->str, stderr);
  g_string_free (text, TRUE);
}

void
cli_print_error (const pe_error *error, pe_language language)
{
  GString *text = g_string_new (NULL);

  append_finding (text, pe_error_get_finding (error), language);
  (void) fputs (text->str, stderr);
  g_string_free (text, TRUE);
}

void
cli_complain (const char *format, ...)
{
  GString *text = g_string_new ("perfeval: ");
  char    *message;
  va_list  arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  cli_append_safe (text, message);
  g_string_append_c (text, '\n');
  (void) fputs (text->str, stderr);
  g_free (message);
  g_string_free (text, TRUE);
}

cli_exit
cli_exit_of_status (pe_status status)
{
  if (status == PE_OK)
    return CLI_EXIT_OK;
  if (status == PE_ERROR_FILE)
    return CLI_EXIT_FILE;
  return status >= PE_ERROR_NO_MEMORY && status < PE_ERROR_OVERFLOW ? CLI_EXIT_RESOURCE : CLI_EXIT_INPUT;
}
