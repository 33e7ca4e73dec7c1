/* main.c - the perfeval command
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "cli.h"

typedef struct cli_command
{
  const char *name;
  cli_exit (*run) (int argc, char **argv);
  const char *summary;
} cli_command;

static const cli_command commands[] = {
  { "evaluate", cli_evaluate, N_ ("score a dossier by a rulebook") },
  { "explain", cli_explain, N_ ("show where every lost point went, with rule, figures and formula") },
  { "rollup", cli_rollup, N_ ("score several units as one") },
  { "audit", cli_audit, N_ ("say what cannot be right in a report, or in a dossier") },
  { "batch", cli_batch, N_ ("score a file of many units") },
  { "lint", cli_lint, N_ ("look rulebooks over and run their cases") },
  { "convert", cli_convert, N_ ("turn a dossier into JSON, CSV files or a workbook") },
  { "template", cli_template, N_ ("write a workbook to fill in, for a rulebook") },
  { "report", cli_report, N_ ("write the report that an office files: DOCX, PDF, HTML, Markdown or XLSX") },
  { "chart", cli_chart, N_ ("draw an evaluation, as SVG or PNG") },
  { "compare", cli_compare, N_ ("show what changed between two rulebooks") },
};

const char *
cli_translate (const char *text)
{
  return dgettext ("perfeval", text);
}

/* A locale that was not generated cannot be set; its language can still be spoken. */
static void
set_locale (void)
{
  static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

  if (setlocale (LC_ALL, "") != NULL || setlocale (LC_ALL, "C.UTF-8") == NULL)
    return;
  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *name = g_getenv (names[i]);

      if (name != NULL && name[0] != '\0')
        {
          g_setenv ("LANGUAGE", name, FALSE);
          return;
        }
    }
}

static void
bind_catalogue (void)
{
  char *locales = cli_find_locales ();

  bindtextdomain ("perfeval", locales);
  bind_textdomain_codeset ("perfeval", "UTF-8");
  g_free (locales);
}

static GString *
new_help (void)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s\n\n", _ ("Usage: perfeval COMMAND [OPTION…] …"));
  cli_append_wrapped (out, _ ("Exact scoring of public spending, explained to the last hundredth of a point."), 0);
  g_string_append_printf (out, "\n%s\n", _ ("Commands:"));
  for (size_t i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      char *head = g_strconcat ("  ", commands[i].name, NULL);

      cli_append_hanging (out, head, _ (commands[i].summary), 12);
      g_free (head);
    }
  g_string_append_printf (
      out,
      "\n%s\n"
      "  perfeval evaluate --rulebook guangdong-2023 dossier.json\n"
      "  perfeval explain --rulebook guangdong-2023 dossier.json 2.5.6\n\n",
      _ ("Examples:"));
  cli_append_wrapped (out, _ ("perfeval COMMAND --help shows the options, perfeval --version the version."), 0);
  return out;
}

static cli_exit
print_help (void)
{
  GString *help = new_help ();
  cli_exit code = cli_write (help->str, help->len, NULL);

  g_string_free (help, TRUE);
  return code;
}

static cli_exit
print_version (void)
{
  char    *line = g_strconcat ("perfeval ", pe_version_get_string (), "\n", NULL);
  cli_exit code = cli_write (line, strlen (line), NULL);

  g_free (line);
  return code;
}

int
main (int argc, char **argv)
{
  set_locale ();
  bind_catalogue ();
  if (argc < 2)
    {
      cli_complain ("%s", _ ("needs a command; perfeval --help lists them"));
      return CLI_EXIT_USAGE;
    }
  if (strcmp (argv[1], "--version") == 0)
    return (int) print_version ();
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    return (int) print_help ();
  for (size_t i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      return (int) commands[i].run (argc - 1, argv + 1);
  cli_complain (_ ("there is no command “%s”; perfeval --help lists them"), argv[1]);
  return CLI_EXIT_USAGE;
}
