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
};

const char *
cli_translate (const char *text)
{
  return dgettext ("perfeval", text);
}

/* The catalogues stand beside the installed program, wherever the prefix was moved to. */
static void
bind_catalogue (void)
{
  char *program = g_file_read_link ("/proc/self/exe", NULL);
  char *bin     = program != NULL ? g_path_get_dirname (program) : g_strdup (".");
  char *locale  = g_build_filename (bin, "..", "share", "locale", NULL);

  setlocale (LC_ALL, "");
  bindtextdomain ("perfeval", locale);
  bind_textdomain_codeset ("perfeval", "UTF-8");
  g_free (locale);
  g_free (bin);
  g_free (program);
}

static void
print_help (FILE *stream)
{
  size_t i;

  fprintf (stream, "%s\n\n", _ ("Usage: perfeval COMMAND [OPTION…] …"));
  fprintf (stream, "%s\n", _ ("Exact scoring of public spending, explained to the last hundredth of a point."));
  fprintf (stream, "\n%s\n", _ ("Commands:"));
  for (i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-10s %s\n", commands[i].name, _ (commands[i].summary));
  fprintf (stream, "\n%s\n", _ ("Examples:"));
  fprintf (stream, "  perfeval evaluate --rulebook guangdong-2023 dossier.json\n"
                   "  perfeval evaluate --rulebook rules.json --format csv -o scores.csv dossier.json\n"
                   "  perfeval explain --rulebook guangdong-2023 dossier.json 2.5.6\n");
  fprintf (stream, "\n%s\n", _ ("perfeval COMMAND --help shows the options; perfeval --version the version."));
}

int
main (int argc, char **argv)
{
  size_t i;

  bind_catalogue ();
  if (argc < 2)
    {
      print_help (stderr);
      return CLI_EXIT_USAGE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      printf ("perfeval %s\n", pe_version_get_string ());
      return CLI_EXIT_OK;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help (stdout);
      return CLI_EXIT_OK;
    }
  for (i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      return (int) commands[i].run (argc - 1, argv + 1);
  fprintf (stderr, _ ("perfeval: no command “%s”; perfeval --help lists them\n"), argv[1]);
  return CLI_EXIT_USAGE;
}
