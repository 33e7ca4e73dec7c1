/* help.c - perfeval COMMAND --help
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "cli.h"

/* Written here and not by GLib, whose help obeys the character set of the locale and is translated only where GLib is. */

#define OPTION_INDENT 24

static const char evaluate_examples[]
    = "  perfeval evaluate --rulebook guangdong-2023 dossier.json\n"
      "  perfeval evaluate -r rules.json --format csv -o scores.csv dossier.json\n"
      "  perfeval evaluate -r rules.json --lang zh --scorer finance dossier.json\n"
      "  perfeval evaluate -r rules.json --format json - < dossier.json\n";

static const char explain_examples[]
    = "  perfeval explain --rulebook guangdong-2023 --lang zh dossier.json\n"
      "  perfeval explain --rulebook guangdong-2023 dossier.json 1.1.3 2.5.6\n";

static void
append_option (GString *out, const GOptionEntry *entry)
{
  GString *head = g_string_new (NULL);

  g_string_append_printf (head, "  -%c, --%s", entry->short_name, entry->long_name);
  if (entry->arg_description != NULL)
    g_string_append_printf (head, "=%s", entry->arg_description);
  cli_append_hanging (out, head->str, _ (entry->description), OPTION_INDENT);
  g_string_free (head, TRUE);
}

cli_exit
cli_print_command_help (const char *command, const GOptionEntry *entries)
{
  gboolean explain = strcmp (command, "explain") == 0;
  GString *out = g_string_new (NULL);
  cli_exit code;

  g_string_append_printf (out, "%s\n\n",
                          explain ? _ ("Usage: perfeval explain [OPTION…] DOSSIER [CODE…]")
                                  : _ ("Usage: perfeval evaluate [OPTION…] DOSSIER"));
  cli_append_wrapped (
      out,
      explain ? _ ("Shows where every lost point went: the rule, each figure and its place in the "
                   "dossier, the formula with its numbers, the rounding and the reason. CODEs name the "
                   "indicators to explain; without any, all that lost points are explained.")
              : _ ("Scores a dossier by a rulebook and prints the table, the grade and every deduction "
                   "with its reason. DOSSIER is a file, or - for standard input."),
      0);
  g_string_append_printf (out, "\n%s\n", _ ("Options:"));
  for (; entries->long_name != NULL; entries++)
    if (entries->description != NULL)
      append_option (out, entries);
  g_string_append_printf (out, "\n%s\n%s", _ ("Examples:"), explain ? explain_examples : evaluate_examples);
  code = cli_write (out->str, out->len, NULL);
  g_string_free (out, TRUE);
  return code;
}
