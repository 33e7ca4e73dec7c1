/* convert.c - perfeval convert and perfeval template
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "cli.h"
#ifdef PERFEVAL_HAVE_OFFICE
#include <perfeval-office/perfeval-office.h>
#endif

static cli_exit
refuse (pe_status status, pe_error *error, const cli_options *options)
{
  cli_print_error (error, options->language);
  pe_error_unref (error);
  return cli_exit_of_status (status);
}

static cli_exit
write_text (pe_text *text, const char *output)
{
  cli_exit code = cli_write (pe_text_get_data (text), pe_text_get_size (text), output);

  pe_text_unref (text);
  return code;
}

static gboolean
has_ending (const char *name, const char *ending)
{
  const size_t size = strlen (name), n = strlen (ending);

  return size > n && g_ascii_strcasecmp (name + size - n, ending) == 0;
}

static gboolean
needs_office (void)
{
#ifdef PERFEVAL_HAVE_OFFICE
  return TRUE;
#else
  cli_complain ("%s", _ ("this program was built without workbooks; expected a JSON file or a folder"));
  return FALSE;
#endif
}

/* Outputs */

static cli_exit
write_workbook (const pe_tables *tables, const cli_options *options)
{
  pe_text  *text = NULL;
  pe_error *error = NULL;
  pe_status status = PE_ERROR_UNSUPPORTED;

  if (!needs_office ())
    return CLI_EXIT_USAGE;
#ifdef PERFEVAL_HAVE_OFFICE
  status = pe_tables_to_xlsx (&text, tables, &error);
#else
  (void) tables;
#endif
  return status == PE_OK ? write_text (text, options->output) : refuse (status, error, options);
}

/* A name of a table that would lead out of the folder cannot be one of a file. */
static char *
file_of (const char *folder, const char *table)
{
  char *base = g_strconcat (table, ".csv", NULL), *path;

  g_strdelimit (base, "/\\", '_');
  path = g_build_filename (folder, base, NULL);
  g_free (base);
  return path;
}

static cli_exit
add_csv (cli_stage *stage, const pe_tables *tables, size_t index, const pe_csv_options *csv, const cli_options *options)
{
  pe_table_head head;
  pe_text      *text = NULL;
  pe_error     *error = NULL;
  pe_status     status = pe_tables_to_csv (&text, tables, index, csv, &error);
  char         *path;
  cli_exit      code;

  if (status != PE_OK)
    return refuse (status, error, options);
  pe_table_head_init (&head, sizeof head);
  pe_tables_get_head (&head, tables, index, NULL);
  path = file_of (options->output, head.name);
  code = cli_stage_add (stage, pe_text_get_data (text), pe_text_get_size (text), path);
  pe_text_unref (text);
  g_free (path);
  return code;
}

/* All of the tables, or none: half of them with the other half of before would be no dossier. */
static cli_exit
write_folder (const pe_tables *tables, const cli_options *options)
{
  pe_csv_options csv;
  cli_stage     *stage = cli_stage_new ();
  cli_exit       code = cli_stage_add_folder (stage, options->output);

  pe_csv_options_init (&csv, sizeof csv);
  csv.encoding = options->encoding;
  for (size_t i = 0; i < pe_tables_get_n (tables) && code == CLI_EXIT_OK; i++)
    code = add_csv (stage, tables, i, &csv, options);
  return cli_stage_finish (stage, code);
}

static cli_exit
write_json (const pe_dossier *dossier, const cli_options *options)
{
  pe_text        *text = NULL;
  pe_error       *error = NULL;
  const pe_status status = pe_dossier_to_json (&text, dossier, &error);

  return status == PE_OK ? write_text (text, options->output) : refuse (status, error, options);
}

static cli_exit
write_tables (const pe_dossier *dossier, const cli_options *options)
{
  pe_dossier_tables_options as;
  pe_tables                *tables = NULL;
  pe_error                 *error = NULL;
  pe_status                 status;
  cli_exit                  code;

  pe_dossier_tables_options_init (&as, sizeof as);
  as.language = options->language;
  status = pe_tables_from_dossier (&tables, dossier, &as, &error);
  if (status != PE_OK)
    return refuse (status, error, options);
  code = has_ending (options->output, ".xlsx") ? write_workbook (tables, options) : write_folder (tables, options);
  pe_tables_unref (tables);
  return code;
}

/* What had no place is said, and does not fail the command. */
static cli_exit
show_found (pe_status status, pe_findings *findings, pe_error *error, const cli_options *options)
{
  if (status == PE_OK)
    cli_print_findings (findings, options);
  pe_findings_unref (findings);
  return status == PE_OK ? CLI_EXIT_OK : refuse (status, error, options);
}

static cli_exit
write_ocds (const pe_dossier *dossier, const cli_options *options)
{
  pe_text        *text = NULL;
  pe_findings    *findings = NULL;
  pe_error       *error = NULL;
  const pe_status status = pe_dossier_to_ocds (&text, dossier, NULL, &findings, &error);
  const cli_exit  code = show_found (status, findings, error, options);

  return code == CLI_EXIT_OK ? write_text (text, options->output) : code;
}

/* The descriptor by its name, and the table beside it. */
static cli_exit
write_package (const pe_text *descriptor, const pe_text *table, const char *output)
{
  char      *folder = g_path_get_dirname (output), *path = g_build_filename (folder, "budget.csv", NULL);
  cli_stage *stage = cli_stage_new ();
  cli_exit   code = cli_stage_add_folder (stage, folder);

  if (code == CLI_EXIT_OK)
    code = cli_stage_add (stage, pe_text_get_data (table), pe_text_get_size (table), path);
  if (code == CLI_EXIT_OK)
    code = cli_stage_add (stage, pe_text_get_data (descriptor), pe_text_get_size (descriptor), output);
  g_free (folder);
  g_free (path);
  return cli_stage_finish (stage, code);
}

static cli_exit
write_fiscal (const pe_dossier *dossier, const cli_options *options)
{
  pe_text        *descriptor = NULL, *table = NULL;
  pe_findings    *findings = NULL;
  pe_error       *error = NULL;
  const pe_status status = pe_dossier_to_fiscal_package (&descriptor, &table, dossier, &findings, &error);
  cli_exit        code = show_found (status, findings, error, options);

  if (code == CLI_EXIT_OK)
    code = write_package (descriptor, table, options->output);
  pe_text_unref (descriptor);
  pe_text_unref (table);
  return code;
}

static gboolean
is_descriptor (const char *output)
{
  char          *base = g_path_get_basename (output);
  const gboolean is = strcmp (base, "datapackage.json") == 0;

  g_free (base);
  return is;
}

static cli_exit
write_any (const pe_dossier *dossier, const cli_options *options)
{
  const char *output = options->output;

  if (output == NULL || strcmp (output, "-") == 0)
    return write_json (dossier, options);
  if (has_ending (output, ".ocds.json"))
    return write_ocds (dossier, options);
  if (is_descriptor (output))
    return write_fiscal (dossier, options);
  return has_ending (output, ".json") ? write_json (dossier, options) : write_tables (dossier, options);
}

/* What is written is told by the name: .json (or standard output), .xlsx, .ocds.json, datapackage.json, or else a folder. */
static cli_exit
convert (const cli_options *options)
{
  pe_dossier *dossier = NULL;
  cli_exit    code;

  if (options->output != NULL && has_ending (options->output, ".csv"))
    {
      cli_complain (_ ("a dossier is several tables: %s would be one; expected the name of a folder"), options->output);
      return CLI_EXIT_USAGE;
    }
  code = cli_load_dossier (&dossier, options->arguments[0], options);
  if (code == CLI_EXIT_OK)
    code = write_any (dossier, options);
  pe_dossier_unref (dossier);
  return code;
}

static gboolean
check_convert (cli_options *self, const char *command)
{
  (void) command;
  return cli_options_count_arguments (self) == 1
         || cli_refuse (_ ("needs one DOSSIER; perfeval convert --help shows how"));
}

static const cli_grammar convert_grammar = { "convert", "leMqvh", check_convert };

cli_exit
cli_convert (int argc, char **argv)
{
  cli_options        options;
  const GOptionEntry own[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("FILE.json, FILE.xlsx, FILE.ocds.json, datapackage.json, or a folder for CSV files (default: JSON to "
          "standard output)"),
      "FILE" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  cli_exit code = cli_options_parse (&options, &convert_grammar, own, argc, argv);

  if (code == CLI_EXIT_OK && !options.help)
    code = convert (&options);
  cli_options_clear (&options);
  return code;
}

/* perfeval template */

static cli_exit
write_template (const cli_options *options)
{
  pe_rulebook *rulebook = NULL;
  pe_text     *text = NULL;
  pe_error    *error = NULL;
  pe_status    status = PE_ERROR_UNSUPPORTED;
  cli_exit     code;

  if (!needs_office ())
    return CLI_EXIT_USAGE;
  code = cli_load_rulebook (&rulebook, options->rulebook, options);
  if (code != CLI_EXIT_OK)
    return code;
#ifdef PERFEVAL_HAVE_OFFICE
  status = pe_template_to_xlsx (&text, rulebook, options->language, &error);
#endif
  code = status == PE_OK ? write_text (text, options->output) : refuse (status, error, options);
  pe_rulebook_unref (rulebook);
  return code;
}

static gboolean
check_template (cli_options *self, const char *command)
{
  (void) command;
  return (self->rulebook != NULL && self->output != NULL && self->arguments == NULL)
         || cli_refuse (_ ("needs --rulebook R and --output FILE.xlsx; perfeval template --help shows how"));
}

static const cli_grammar template_grammar = { "template", "rloqvh", check_template };

cli_exit
cli_template (int argc, char **argv)
{
  cli_options options;
  cli_exit    code = cli_options_parse (&options, &template_grammar, NULL, argc, argv);

  if (code == CLI_EXIT_OK && !options.help)
    code = write_template (&options);
  cli_options_clear (&options);
  return code;
}
