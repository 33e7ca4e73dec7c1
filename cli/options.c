/* options.c - the command lines of the commands
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "cli.h"

#define OPTIONS_MAX 32                    /* of one kind, shared or a command's own */
#define OPTIONS_ALL (2 * OPTIONS_MAX + 1) /* with the empty one that closes them */

typedef struct cli_choice
{
  const char *word;
  int         value;
} cli_choice;

static const cli_choice formats[]
    = { { "text", CLI_FORMAT_TEXT }, { "json", CLI_FORMAT_JSON }, { "csv", CLI_FORMAT_CSV } };
static const cli_choice audit_formats[] = {
  { "text", CLI_FORMAT_TEXT },
  { "json", CLI_FORMAT_JSON },
  { "sarif", CLI_FORMAT_SARIF },
  { "html", CLI_FORMAT_HTML },
};
static const cli_choice languages[] = { { "zh", PE_LANGUAGE_ZH }, { "en", PE_LANGUAGE_EN } };
static const cli_choice modes[]
    = { { "totals-first", PE_ROLLUP_TOTALS_FIRST }, { "scores-first", PE_ROLLUP_SCORES_FIRST } };
static const cli_choice weightings[] = { { "funds", PE_WEIGHTING_BY_FUNDS }, { "points", PE_WEIGHTING_BY_POINTS } };
static const cli_choice scorers[]
    = { { "self", PE_SCORER_SELF },
        { "department", PE_SCORER_DEPARTMENT },
        { "finance", PE_SCORER_FINANCE },
        { "external", PE_SCORER_EXTERNAL } };

static gboolean
choose (const char *option, const char *word, const cli_choice *choices, size_t n, int *value)
{
  GString *words;

  if (word == NULL)
    return TRUE;
  words = g_string_new (NULL);
  for (size_t i = 0; i < n; i++)
    {
      if (strcmp (word, choices[i].word) == 0)
        {
          *value = choices[i].value;
          g_string_free (words, TRUE);
          return TRUE;
        }
      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", choices[i].word);
    }
  cli_complain (_ ("--%s cannot be “%s”; expected one of: %s"), option, word, words->str);
  g_string_free (words, TRUE);
  return FALSE;
}

/* The reader's own language. From the environment, since a locale that was not generated cannot be set. */
static pe_language
language_of_locale (void)
{
  static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
  const char              *name = NULL;

  for (size_t i = 0; i < G_N_ELEMENTS (names) && (name == NULL || name[0] == '\0'); i++)
    name = g_getenv (names[i]);
  /* In the locale C, LANGUAGE does not count. */
  if (name == NULL || name[0] == '\0' || strcmp (name, "C") == 0 || strcmp (name, "POSIX") == 0
      || g_str_has_prefix (name, "C."))
    return PE_LANGUAGE_EN;
  return g_str_has_prefix (g_get_language_names ()[0], "zh") ? PE_LANGUAGE_ZH : PE_LANGUAGE_EN;
}

static gboolean
choose_all (cli_options *self, const char *command)
{
  int      format = CLI_FORMAT_TEXT;
  int      language = (int) language_of_locale ();
  int      scorer = PE_SCORER_SELF;
  int      mode = 0;
  int      weighting = PE_WEIGHTING_BY_FUNDS;
  gboolean audit = strcmp (command, "audit") == 0;

  if (!choose ("format", self->format_word, audit ? audit_formats : formats,
               audit ? G_N_ELEMENTS (audit_formats) : G_N_ELEMENTS (formats), &format)
      || !choose ("lang", self->language_word, languages, G_N_ELEMENTS (languages), &language)
      || !choose ("scorer", self->scorer_word, scorers, G_N_ELEMENTS (scorers), &scorer)
      || !choose ("mode", self->mode_word, modes, G_N_ELEMENTS (modes), &mode)
      || !choose ("by", self->by_word, weightings, G_N_ELEMENTS (weightings), &weighting))
    return FALSE;
  if (self->encoding_word != NULL && pe_encoding_find (&self->encoding, self->encoding_word, NULL) != PE_OK)
    {
      cli_complain (_ ("--encoding cannot be “%s”; expected UTF-8, GB18030, GBK, UTF-16LE or UTF-16BE"),
                    self->encoding_word);
      return FALSE;
    }
  self->format = (cli_format) format;
  self->language = language;
  self->scorer = scorer;
  self->mode = mode;
  self->weighting = weighting;
  return TRUE;
}

/* A text of the command line as UTF-8. In the locale C it has no encoding of its own, and is UTF-8 or nothing. */
static gboolean
decode (char **text, const char *option)
{
  const char *charset = NULL;
  char       *decoded = NULL;

  if (*text == NULL)
    return TRUE;
  if (g_get_charset (&charset) || strcmp (charset, "ANSI_X3.4-1968") == 0)
    {
      if (g_utf8_validate (*text, -1, NULL))
        return TRUE;
      charset = "UTF-8";
    }
  else
    decoded = g_locale_to_utf8 (*text, -1, NULL, NULL, NULL);
  if (decoded == NULL)
    {
      cli_complain (_ ("--%s is not a text in %s, the encoding of the locale"), option, charset);
      return FALSE;
    }
  g_free (*text);
  *text = decoded;
  return TRUE;
}

/* Texts are taken as they are and decoded here: GLib would refuse every Chinese one in the locale C. */
static gboolean
parse (GOptionEntry entries[OPTIONS_ALL], int argc, char **argv, const char *command)
{
  GOptionContext *context = g_option_context_new (NULL);
  GOptionEntry    raw[OPTIONS_ALL];
  GError         *error = NULL;
  gboolean        ok;

  memcpy (raw, entries, sizeof raw);
  for (GOptionEntry *entry = raw; entry->long_name != NULL; entry++)
    if (entry->arg == G_OPTION_ARG_STRING)
      entry->arg = G_OPTION_ARG_FILENAME;
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, raw, NULL);
  ok = g_option_context_parse (context, &argc, &argv, &error);
  if (!ok)
    cli_complain (_ ("%s; perfeval %s --help shows the options"), error->message, command);
  for (const GOptionEntry *entry = entries; ok && entry->long_name != NULL; entry++)
    if (entry->arg == G_OPTION_ARG_STRING)
      ok = decode (entry->arg_data, entry->long_name);
  g_clear_error (&error);
  g_option_context_free (context);
  return ok;
}

/* Every option that more than one command may have. */
static size_t
list_all (cli_options *self, const char *command, GOptionEntry out[OPTIONS_MAX])
{
  const GOptionEntry all[] = {
    { "rulebook", 'r', 0, G_OPTION_ARG_FILENAME, &self->rulebook,
      N_ ("a rulebook file, or the name of an installed one"), "R" },
    { "mode", 'm', 0, G_OPTION_ARG_STRING, &self->mode_word, N_ ("totals-first or scores-first"), "MODE" },
    { "by", 'b', 0, G_OPTION_ARG_STRING, &self->by_word, N_ ("what units weigh: funds (default) or points"),
      "WEIGHTING" },
    { "weights", 'w', 0, G_OPTION_ARG_STRING, &self->weights,
      N_ ("a weight for each dossier, with commas between: points, or amounts with their unit"), "LIST" },
    { "name", 'n', 0, G_OPTION_ARG_STRING, &self->name, N_ ("what the whole is called"), "NAME" },
    { "mean-places", 'p', 0, G_OPTION_ARG_INT, &self->mean_places,
      N_ ("round averages half up to so many places (default: as the rulebook says)"), "N" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &self->format_word,
      strcmp (command, "audit") == 0 ? N_ ("text (default), json, sarif or html") : N_ ("text (default), json or csv"),
      "FORMAT" },
    { "lang", 'l', 0, G_OPTION_ARG_STRING, &self->language_word, N_ ("zh or en (default: as the locale)"), "LANG" },
    { "scorer", 's', 0, G_OPTION_ARG_STRING, &self->scorer_word,
      N_ ("whose declared scores count: self (default), department, finance or external"), "SCORER" },
    { "total", 't', 0, G_OPTION_ARG_STRING, &self->total, N_ ("the total that the report declares"), "POINTS" },
    { "text", 'x', 0, G_OPTION_ARG_FILENAME, &self->text, N_ ("the text of the report that the dossier goes with"),
      "FILE" },
    { "encoding", 'e', 0, G_OPTION_ARG_STRING, &self->encoding_word,
      N_ ("the encoding of a report's text or of CSV files, e.g. GB18030 (default: found out)"), "NAME" },
    { "grade", 'g', 0, G_OPTION_ARG_STRING, &self->grade, N_ ("the grade that the report declares"), "GRADE" },
    { "calendar", 'c', 0, G_OPTION_ARG_FILENAME, &self->calendar,
      N_ ("a calendar file: holidays, make-up workdays and days with a name"), "FILE" },
    { "patterns", 'P', 0, G_OPTION_ARG_FILENAME, &self->patterns,
      N_ ("a file of words and patterns beside those by which a report's text is read"), "FILE" },
    { "mapping", 'M', 0, G_OPTION_ARG_FILENAME, &self->mapping,
      N_ ("other systems' names of tables and columns, for a dossier of tables"), "FILE" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, N_ ("write to FILE, whole or not at all"), "FILE" },
    { "strict", 'S', 0, G_OPTION_ARG_NONE, &self->strict, N_ ("warnings fail as errors do"), NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &self->quiet, N_ ("errors only, no warnings"), NULL },
    { "verbose", 'v', 0, G_OPTION_ARG_NONE, &self->verbose, N_ ("notes as well"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &self->help, N_ ("show this help"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->arguments, NULL, NULL },
  };

  memcpy (out, all, sizeof all);
  return G_N_ELEMENTS (all);
}

/* A command's own options first, then those of the shared ones that it names. */
static void
put_together (GOptionEntry entries[OPTIONS_ALL], const GOptionEntry *own, const GOptionEntry *all, size_t n_all,
              const char *letters)
{
  size_t n = 0;

  memset (entries, 0, OPTIONS_ALL * sizeof *entries);
  for (; own != NULL && own->long_name != NULL && n < OPTIONS_MAX; own++)
    entries[n++] = *own;
  for (size_t i = 0; i < n_all; i++)
    if (all[i].short_name == 0 || strchr (letters, all[i].short_name) != NULL)
      entries[n++] = all[i];
}

cli_exit
cli_options_parse (cli_options *self, const cli_grammar *grammar, const GOptionEntry *own, int argc, char **argv)
{
  GOptionEntry all[OPTIONS_MAX], entries[OPTIONS_ALL];
  const size_t n_all = list_all (self, grammar->command, all);

  memset (self, 0, sizeof *self);
  self->mean_places = -1;
  put_together (entries, own, all, n_all, grammar->shared);
  if (!parse (entries, argc, argv, grammar->command))
    return CLI_EXIT_USAGE;
  if (self->help)
    return cli_print_command_help (grammar->command, entries);
  if (!choose_all (self, grammar->command) || (grammar->check != NULL && !grammar->check (self, grammar->command)))
    return CLI_EXIT_USAGE;
  return CLI_EXIT_OK;
}

guint
cli_options_count_arguments (const cli_options *self)
{
  return self->arguments != NULL ? g_strv_length (self->arguments) : 0;
}

void
cli_options_clear (cli_options *self)
{
  g_free (self->rulebook);
  g_free (self->output);
  g_free (self->calendar);
  g_free (self->patterns);
  g_free (self->mapping);
  g_free (self->format_word);
  g_free (self->language_word);
  g_free (self->scorer_word);
  g_free (self->mode_word);
  g_free (self->by_word);
  g_free (self->weights);
  g_free (self->name);
  g_free (self->total);
  g_free (self->grade);
  g_free (self->encoding_word);
  g_free (self->text);
  g_strfreev (self->arguments);
}
