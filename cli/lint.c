/* lint.c - perfeval lint
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "cli.h"

/* Everything that was found, file by file. */
typedef struct cli_linted
{
  GPtrArray *findings;  /* of pe_findings, one a file that could be opened */
  GPtrArray *rulebooks; /* of pe_rulebook, those that could be read */
  cli_exit   code;

  const pe_calendar *calendar; /* nullable */
} cli_linted;

static void
unref_findings (gpointer findings)
{
  pe_findings_unref (findings);
}

static void
unref_rulebook (gpointer rulebook)
{
  pe_rulebook_unref (rulebook);
}

/* That a rulebook is not official is no fault of its text. */
static uint64_t
count_warnings (const pe_findings *findings)
{
  uint64_t n = pe_findings_get_count (findings, PE_SEVERITY_WARNING);
  size_t   i;

  for (i = 0; i < pe_findings_get_size (findings); i++)
    n -= pe_finding_get_code (pe_findings_get (findings, i)) == PE_WARNING_RULEBOOK_STATUS ? 1 : 0;
  return n;
}

static cli_exit
exit_of_findings (const pe_findings *findings, const cli_options *options)
{
  cli_exit code = CLI_EXIT_OK;
  size_t   i;

  if (pe_findings_get_count (findings, PE_SEVERITY_ERROR) > 0 || (options->strict && count_warnings (findings) > 0))
    code = CLI_EXIT_INPUT;
  for (i = 0; i < pe_findings_get_size (findings); i++)
    {
      const pe_finding *finding = pe_findings_get (findings, i);

      if (pe_finding_get_severity (finding) == PE_SEVERITY_ERROR)
        code = MAX (code, cli_exit_of_status (pe_finding_get_code (finding)));
    }
  return code;
}

/* "rules.json: errors 0, warnings 2, cases 3" */
static void
append_summary (GString *out, const char *name, const pe_findings *findings, const pe_rulebook *rulebook,
                pe_language language)
{
  char *shown = g_filename_display_name (name);

  cli_append_safe (out, shown);
  g_string_append_printf (
      out,
      language == PE_LANGUAGE_ZH
          ? "：错误 %" G_GUINT64_FORMAT "，警告 %" G_GUINT64_FORMAT "，用例 %" G_GSIZE_FORMAT "\n"
          : ": errors %" G_GUINT64_FORMAT ", warnings %" G_GUINT64_FORMAT ", cases %" G_GSIZE_FORMAT "\n",
      pe_findings_get_count (findings, PE_SEVERITY_ERROR), count_warnings (findings),
      pe_rulebook_get_n_cases (rulebook));
  g_free (shown);
}

/* Each rulebook is compared with those before it, so that two are compared once. */
static void
lint_file (cli_linted *self, const char *name, const cli_options *options, GString *out)
{
  pe_findings    *findings = NULL;
  pe_rulebook    *rulebook = NULL;
  pe_lint_options lint;
  cli_exit        code;

  pe_lint_options_init (&lint, sizeof lint);
  lint.others = (pe_rulebook *const *) self->rulebooks->pdata;
  lint.n_others = self->rulebooks->len;
  lint.calendar = self->calendar;
  code = cli_lint_file (&findings, &rulebook, name, &lint);
  if (code == CLI_EXIT_OK)
    {
      code = exit_of_findings (findings, options);
      cli_append_findings (out, findings, options);
      if (!options->quiet)
        append_summary (out, name, findings, rulebook, options->language);
      g_ptr_array_add (self->findings, findings);
    }
  if (rulebook != NULL)
    g_ptr_array_add (self->rulebooks, rulebook);
  self->code = MAX (self->code, code);
}

static cli_exit
write_as_json (const cli_linted *self, const cli_options *options)
{
  pe_findings *all = NULL;
  pe_text     *text = NULL;
  cli_exit     code = CLI_EXIT_RESOURCE;

  if (pe_findings_join (&all, (pe_findings *const *) self->findings->pdata, self->findings->len, NULL) == PE_OK
      && pe_findings_to_json (&text, all, NULL) == PE_OK)
    code = cli_write (pe_text_get_data (text), pe_text_get_size (text), options->output);
  else
    cli_complain ("%s", _ ("memory ran out"));
  pe_text_unref (text);
  pe_findings_unref (all);
  return code;
}

/* A file that could not be read is in no list of what was found: such a list replaces no other. */
static cli_exit
write_found (const cli_linted *self, const GString *out, const cli_options *options)
{
  if (options->output != NULL && (self->code == CLI_EXIT_FILE || self->code == CLI_EXIT_RESOURCE))
    return self->code;
  return options->format == CLI_FORMAT_JSON ? write_as_json (self, options)
                                            : cli_write (out->str, out->len, options->output);
}

static cli_exit
lint_all (const cli_options *options, const pe_calendar *calendar)
{
  GString   *out = g_string_new (NULL);
  cli_linted self = { g_ptr_array_new_with_free_func (unref_findings), g_ptr_array_new_with_free_func (unref_rulebook),
                      CLI_EXIT_OK, calendar };
  cli_exit   written;

  for (char **name = options->arguments; *name != NULL; name++)
    lint_file (&self, *name, options, out);
  written = write_found (&self, out, options);
  g_ptr_array_unref (self.findings);
  g_ptr_array_unref (self.rulebooks);
  g_string_free (out, TRUE);
  return MAX (self.code, written);
}

static const cli_grammar grammar = { "lint", "flcoSqvh", cli_check_rulebooks };

cli_exit
cli_lint (int argc, char **argv)
{
  pe_calendar *calendar = NULL;
  cli_options  options;
  cli_exit     code = cli_options_parse (&options, &grammar, NULL, argc, argv);

  if (code == CLI_EXIT_OK && !options.help)
    {
      code = cli_load_calendar (&calendar, &options);
      if (code == CLI_EXIT_OK)
        code = lint_all (&options, calendar);
    }
  pe_calendar_unref (calendar);
  cli_options_clear (&options);
  return code;
}
