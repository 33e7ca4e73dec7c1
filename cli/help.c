/* help.c - perfeval COMMAND --help
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "cli.h"

/* Written here and not by GLib, whose help obeys the character set of the locale and is translated only where GLib is. */

#define OPTION_INDENT 24

typedef struct cli_help
{
  const char *command;
  const char *usage;
  const char *about;
  const char *examples;
} cli_help;

static const cli_help helps[] = {
  { "evaluate", N_ ("Usage: perfeval evaluate [OPTION…] DOSSIER"),
    N_ ("Scores a dossier by a rulebook and prints the table, the grade and every deduction "
        "with its reason. DOSSIER is a file, or - for standard input."),
    "  perfeval evaluate --rulebook guangdong-2023 dossier.json\n"
    "  perfeval evaluate -r rules.json --format csv -o scores.csv dossier.json\n"
    "  perfeval evaluate -r rules.json --lang zh --scorer finance dossier.json\n"
    "  perfeval evaluate -r rules.json --format json - < dossier.json\n" },
  { "explain", N_ ("Usage: perfeval explain [OPTION…] DOSSIER [CODE…]"),
    N_ ("Shows where every lost point went: the rule, each figure and its place in the "
        "dossier, the formula with its numbers, the rounding and the reason. CODEs name the "
        "indicators to explain; without any, all that lost points are explained."),
    "  perfeval explain --rulebook guangdong-2023 --lang zh dossier.json\n"
    "  perfeval explain --rulebook guangdong-2023 dossier.json 1.1.3 2.5.6\n" },
  { "rollup", N_ ("Usage: perfeval rollup [OPTION…] DOSSIER…"),
    N_ ("Scores several units as one, in one of the two ways that are in use: totals-first adds up what they "
        "state and scores it once, scores-first weights their scores. The weights are the units' budgets, or "
        "points that --weights gives, one for each DOSSIER."),
    "  perfeval rollup -r rules.json --mode totals-first --name 某局 a.json b.json\n"
    "  perfeval rollup -r rules.json -m scores-first -n 某项目 a.json b.json\n" },
  { "audit", N_ ("Usage: perfeval audit [OPTION…] TEXT|DOSSIER"),
    N_ ("Reads the text of a report, recomputes every figure that its sentences relate to others, and says what "
        "cannot be right. With --rulebook it looks a dossier over as a reviewer does. The exit code says the "
        "gravest that was found."),
    "  perfeval audit report.txt\n"
    "  perfeval audit --format html -o report.html report.txt\n"
    "  perfeval audit --rulebook guangdong-2023 --text report.txt dossier.json\n" },
  { "convert", N_ ("Usage: perfeval convert [OPTION…] DOSSIER"),
    N_ ("Turns a dossier into another form. DOSSIER is a JSON file, a workbook (.xlsx), a folder of CSV files or one "
        "of "
        "them; what is written is told by the name: FILE.json, FILE.xlsx, FILE.ocds.json (procurement as Open "
        "Contracting data), "
        "datapackage.json (the budget as a Fiscal Data Package, with budget.csv beside it), or else a folder of CSV "
        "files."),
    "  perfeval convert dossier.json -o dossier.xlsx\n"
    "  perfeval convert dossier.json -o procurement.ocds.json\n"
    "  perfeval convert dossier.json -o open/datapackage.json\n"
    "  perfeval convert --encoding gbk dossier.xlsx -o folder\n"
    "  perfeval convert --mapping names.json folder > dossier.json\n" },
  { "template", N_ ("Usage: perfeval template [OPTION…]"),
    N_ ("Writes a workbook that a clerk fills in: a sheet for each table, units in the headers, lists to choose from, "
        "and totals that add themselves up. Filled in, it is a DOSSIER."),
    "  perfeval template --rulebook guangdong-2023 -o filled.xlsx\n"
    "  perfeval template -r rules.json --lang en -o filled.xlsx\n" },
  { "chart", N_ ("Usage: perfeval chart [OPTION…] KIND DOSSIER [EARLIER]"),
    N_ ("Draws a picture that is readable in print without colour. KIND is dimensions (scores against full marks), "
        "losses "
        "(every lost point, step by step), execution (by month against time), targets (against what was reached) or "
        "change "
        "(against the dossier of an EARLIER year). The grades of a batch: perfeval batch --chart."),
    "  perfeval chart losses --rulebook guangdong-2023 dossier.json -o losses.svg\n"
    "  perfeval chart dimensions -r rules.json -d 2 -o scores.png dossier.json\n"
    "  perfeval chart change -r rules.json -o change.svg now.json before.json\n" },
  { "report", N_ ("Usage: perfeval report [OPTION…] DOSSIER"),
    N_ ("Writes the report that an office files: figures, tables, charts and the reasons of deductions from the "
        "evaluation, the office's own words from the dossier's narrative. What has not been written is a gap that "
        "everybody sees. The format is told by the name: FILE.docx, FILE.pdf, FILE.html or FILE.md; "
        "FILE.xlsx is the score table with formulas."),
    "  perfeval report --rulebook guangdong-2023 dossier.json -o report.docx\n"
    "  perfeval report -r rules.json --template form.xml -o report.html dossier.json\n"
    "  perfeval report -r rules.json -d 2024-03-15 --lang en -o r.md dossier.json\n" },
  { "batch", N_ ("Usage: perfeval batch [OPTION…] UNITS.csv"),
    N_ ("Scores every row of a CSV file, exactly, into a CSV file in the same order. The headings are those that "
        "--template shows; other columns are carried through. A row that cannot be scored goes to a file of its "
        "own with the reason. A run that was interrupted goes on where it stopped when it is called again."),
    "  perfeval batch --rulebook county-60-2019 --template\n"
    "  perfeval batch --rulebook county-60-2019 units.csv --output scores.csv\n" },
  { "lint", N_ ("Usage: perfeval lint [OPTION…] RULEBOOK…"),
    N_ ("Says everything that can be said against a rulebook, with line, column and remedy, and runs "
        "the cases that it carries. RULEBOOK is a file, - for standard input, or the name of an "
        "installed one; the fiscal years of several are compared."),
    "  perfeval lint rules.json\n"
    "  perfeval lint --strict --format json rules-2023.json rules-2024.json\n" },
  { "compare", N_ ("Usage: perfeval compare [OPTION…] OLD NEW"),
    N_ ("Shows what changed from one rulebook to another: + what was added, - what was removed, "
        "~ what was changed."),
    "  perfeval compare rules-2023.json rules-2024.json\n"
    "  perfeval compare --format json guangdong-2023 rules.json\n" },
};

static const cli_help *
find_help (const char *command)
{
  size_t i = 0;

  while (i < G_N_ELEMENTS (helps) - 1 && strcmp (helps[i].command, command) != 0)
    i++;
  return &helps[i];
}

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
  const cli_help *help = find_help (command);
  GString        *out = g_string_new (NULL);
  cli_exit        code;

  g_string_append_printf (out, "%s\n\n", _ (help->usage));
  cli_append_wrapped (out, _ (help->about), 0);
  g_string_append_printf (out, "\n%s\n", _ ("Options:"));
  for (; entries->long_name != NULL; entries++)
    if (entries->description != NULL)
      append_option (out, entries);
  g_string_append_printf (out, "\n%s\n%s", _ ("Examples:"), help->examples);
  code = cli_write (out->str, out->len, NULL);
  g_string_free (out, TRUE);
  return code;
}
