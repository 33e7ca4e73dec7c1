/* options.c - the command lines of evaluate and explain
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <locale.h>
#include <string.h>

#include "cli.h"

typedef struct cli_choice
{
  const char *word;
  int         value;
} cli_choice;

static const cli_choice formats[]   = { { "text", CLI_FORMAT_TEXT }, { "json", CLI_FORMAT_JSON }, { "csv", CLI_FORMAT_CSV } };
static const cli_choice languages[] = { { "zh", PE_LANGUAGE_ZH }, { "en", PE_LANGUAGE_EN } };
static const cli_choice scorers[]   = { { "self", PE_SCORER_SELF },
                                        { "department", PE_SCORER_DEPARTMENT },
                                        { "finance", PE_SCORER_FINANCE },
                                        { "external", PE_SCORER_EXTERNAL } };

static gboolean
choose (const char *option, const char *word, const cli_choice *choices, size_t n, int *value)
{
  size_t i;

  if (word == NULL)
    return TRUE;
  for (i = 0; i < n; i++)
    if (strcmp (word, choices[i].word) == 0)
      {
        *value = choices[i].value;
        return TRUE;
      }
  fprintf (stderr, _ ("perfeval: --%s “%s” is not one of:"), option, word);
  for (i = 0; i < n; i++)
    fprintf (stderr, " %s", choices[i].word);
  fputc ('\n', stderr);
  return FALSE;
}

/* The reader's own language, as the locale of messages says it. */
static pe_language
language_of_locale (void)
{
  const char *name = setlocale (LC_MESSAGES, NULL);

  return name != NULL && g_str_has_prefix (name, "zh") ? PE_LANGUAGE_ZH : PE_LANGUAGE_EN;
}

static gboolean
choose_all (cli_options *self)
{
  int format   = CLI_FORMAT_TEXT;
  int language = (int) language_of_locale ();
  int scorer   = PE_SCORER_SELF;

  if (!choose ("format", self->format_word, formats, G_N_ELEMENTS (formats), &format)
      || !choose ("lang", self->language_word, languages, G_N_ELEMENTS (languages), &language)
      || !choose ("scorer", self->scorer_word, scorers, G_N_ELEMENTS (scorers), &scorer))
    return FALSE;
  self->format   = (cli_format) format;
  self->language = language;
  self->scorer   = scorer;
  return TRUE;
}

static GOptionContext *
new_context (const char *command)
{
  gboolean        explain = strcmp (command, "explain") == 0;
  char           *usage   = g_strconcat (command, explain ? " DOSSIER [CODE…]" : " DOSSIER", NULL);
  GOptionContext *context = g_option_context_new (usage);

  g_option_context_set_summary (context, explain ? _ ("Shows where every lost point went: the rule, each figure and its "
                                                      "place, the formula with its numbers, the rounding, the reason.\n"
                                                      "CODEs name the indicators to explain; without any, all that lost "
                                                      "points are.")
                                                 : _ ("Scores a dossier by a rulebook and prints the table, the grade and "
                                                      "every deduction with its reason."));
  g_option_context_set_description (
      context, explain ? "perfeval explain --rulebook guangdong-2023 --lang zh dossier.json\n"
                         "perfeval explain --rulebook guangdong-2023 dossier.json 1.1.3 2.5.6\n"
                       : "perfeval evaluate --rulebook guangdong-2023 dossier.json\n"
                         "perfeval evaluate --rulebook rules.json --format json -o result.json dossier.json\n");
  g_free (usage);
  return context;
}

static gboolean
parse (cli_options *self, const char *command, int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "rulebook", 'r', 0, G_OPTION_ARG_FILENAME, &self->rulebook, _ ("a rulebook file, or the name of an installed one"),
      "R" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &self->format_word, _ ("text (default), json or csv"), "FORMAT" },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &self->language_word, _ ("zh or en (default: as the locale)"), "LANG" },
    { "scorer", 's', 0, G_OPTION_ARG_STRING, &self->scorer_word,
      _ ("whose declared scores count: self (default), department, finance or external"), "SCORER" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, _ ("write to FILE, whole or not at all"), "FILE" },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self->quiet, _ ("errors only, no warnings"), NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &self->verbose, _ ("notes as well"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  GOptionContext *context = new_context (command);
  GError         *error   = NULL;
  gboolean        ok;

  g_option_context_add_main_entries (context, entries, NULL);
  ok = g_option_context_parse (context, &argc, &argv, &error);
  if (!ok)
    fprintf (stderr, "perfeval: %s\n", error->message);
  g_clear_error (&error);
  g_option_context_free (context);
  return ok;
}

cli_exit
cli_options_parse (cli_options *self, const char *command, int argc, char **argv)
{
  gboolean explain = strcmp (command, "explain") == 0;
  guint    n;

  memset (self, 0, sizeof *self);
  if (!parse (self, command, argc, argv) || !choose_all (self))
    return CLI_EXIT_USAGE;
  n = self->arguments != NULL ? g_strv_length (self->arguments) : 0;
  if (self->rulebook == NULL || n == 0 || (n > 1 && !explain))
    {
      fprintf (stderr, _ ("perfeval: needs --rulebook R and one DOSSIER; perfeval %s --help shows how\n"), command);
      return CLI_EXIT_USAGE;
    }
  if (explain && self->format == CLI_FORMAT_CSV)
    {
      fprintf (stderr, "%s\n", _ ("perfeval: explain writes text or json; csv is for evaluate"));
      return CLI_EXIT_USAGE;
    }
  return CLI_EXIT_OK;
}

void
cli_options_clear (cli_options *self)
{
  g_free (self->rulebook);
  g_free (self->output);
  g_free (self->format_word);
  g_free (self->language_word);
  g_free (self->scorer_word);
  g_strfreev (self->arguments);
}
