/* compare.c - perfeval compare
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "cli.h"

/* Wrapped, so that a long sentence does not run on; the library has made its control characters blanks. */
static void
append_lines (GString *out, const char *text)
{
  char **lines = g_strsplit (text, "\n", -1);

  for (size_t i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    cli_append_paragraph (out, lines[i], 0);
  g_strfreev (lines);
}

static pe_status
render (GString *out, const pe_rulebook_comparison *comparison, const cli_options *options)
{
  pe_text  *text = NULL;
  pe_status status = options->format == CLI_FORMAT_JSON
                         ? pe_rulebook_comparison_to_json (&text, comparison, NULL)
                         : pe_rulebook_comparison_print (&text, comparison, options->language, NULL);

  if (status != PE_OK)
    return status;
  if (options->format == CLI_FORMAT_JSON)
    g_string_append_len (out, pe_text_get_data (text), (gssize) pe_text_get_size (text));
  else if (pe_rulebook_comparison_get_size (comparison) == 0)
    g_string_append (out, options->language == PE_LANGUAGE_ZH ? "没有差异\n" : "no differences\n");
  else
    append_lines (out, pe_text_get_data (text));
  pe_text_unref (text);
  return PE_OK;
}

static cli_exit
write_differences (const pe_rulebook *older, const pe_rulebook *newer, const cli_options *options)
{
  pe_rulebook_comparison *comparison = NULL;
  GString                *out = g_string_new (NULL);
  pe_status               status = pe_rulebook_compare (&comparison, older, newer, NULL);
  cli_exit                code;

  if (status == PE_OK)
    status = render (out, comparison, options);
  code = cli_exit_of_status (status);
  if (code == CLI_EXIT_OK)
    code = cli_write (out->str, out->len, options->output);
  else
    cli_complain ("%s", _ ("memory ran out"));
  pe_rulebook_comparison_unref (comparison);
  g_string_free (out, TRUE);
  return code;
}

static const cli_grammar grammar = { "compare", "floqvh", cli_check_rulebooks };

cli_exit
cli_compare (int argc, char **argv)
{
  pe_rulebook *older = NULL, *newer = NULL;
  cli_options  options;
  cli_exit     code = cli_options_parse (&options, &grammar, NULL, argc, argv);

  if (code == CLI_EXIT_OK && !options.help)
    {
      code = cli_load_rulebook (&older, options.arguments[0], &options);
      if (code == CLI_EXIT_OK)
        code = cli_load_rulebook (&newer, options.arguments[1], &options);
      if (code == CLI_EXIT_OK)
        code = write_differences (older, newer, &options);
    }
  pe_rulebook_unref (older);
  pe_rulebook_unref (newer);
  cli_options_clear (&options);
  return code;
}
