/* input.c - files to objects
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "cli.h"

/* Mapped, not read: a file beyond the limit is refused by its size alone. Standard input ("-") is read. */
static GBytes *
load (const char *path)
{
  GMappedFile *file;
  GBytes      *bytes;
  GError      *error = NULL;

  file = strcmp (path, "-") == 0 ? g_mapped_file_new_from_fd (0, FALSE, &error) : g_mapped_file_new (path, FALSE, &error);
  if (file == NULL)
    {
      char *name = g_filename_display_name (path);

      fprintf (stderr, _ ("perfeval: %s cannot be read: %s\n"), name, error->message);
      g_free (name);
      g_error_free (error);
      return NULL;
    }
  bytes = g_mapped_file_get_bytes (file);
  g_mapped_file_unref (file);
  return bytes;
}

/* A name without a slash that is no file is looked up among the installed rulebooks beside the program. */
static char *
find_rulebook (const char *name)
{
  char *program, *bin, *base, *path;

  if (strchr (name, '/') != NULL || g_file_test (name, G_FILE_TEST_EXISTS))
    return g_strdup (name);
  program = g_file_read_link ("/proc/self/exe", NULL);
  bin     = program != NULL ? g_path_get_dirname (program) : g_strdup (".");
  base    = g_strconcat (name, ".json", NULL);
  path    = g_build_filename (bin, "..", "share", "perfeval", "rulebooks", base, NULL);
  g_free (base);
  g_free (bin);
  g_free (program);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  g_free (path);
  return g_strdup (name);
}

static cli_exit
finish (pe_status status, pe_findings *findings, pe_error *error, const cli_options *options)
{
  cli_print_findings (findings, options);
  if (status != PE_OK && pe_findings_get_count (findings, PE_SEVERITY_ERROR) == 0)
    cli_print_error (error, options->language);
  pe_findings_unref (findings);
  pe_error_unref (error);
  return cli_exit_of_status (status);
}

static cli_exit
load_rulebook (pe_rulebook **out, const cli_options *options)
{
  char           *path     = find_rulebook (options->rulebook);
  GBytes         *bytes    = load (path);
  pe_findings    *findings = NULL;
  pe_error       *error    = NULL;
  pe_read_options read;
  pe_status       status;
  gconstpointer   data;
  gsize           size;

  if (bytes == NULL)
    {
      g_free (path);
      return CLI_EXIT_FILE;
    }
  pe_read_options_init (&read, sizeof read);
  read.file = path;
  data      = g_bytes_get_data (bytes, &size);
  status    = pe_rulebook_from_json (out, data != NULL ? data : "", size, &read, &findings, &error);
  g_bytes_unref (bytes);
  g_free (path);
  return finish (status, findings, error, options);
}

static cli_exit
load_dossier (pe_dossier **out, const cli_options *options)
{
  GBytes         *bytes    = load (options->arguments[0]);
  pe_findings    *findings = NULL;
  pe_error       *error    = NULL;
  pe_read_options read;
  pe_status       status;
  gconstpointer   data;
  gsize           size;

  if (bytes == NULL)
    return CLI_EXIT_FILE;
  pe_read_options_init (&read, sizeof read);
  read.file = options->arguments[0];
  data      = g_bytes_get_data (bytes, &size);
  status    = pe_dossier_from_json (out, data != NULL ? data : "", size, &read, &findings, &error);
  g_bytes_unref (bytes);
  return finish (status, findings, error, options);
}

cli_exit
cli_load_and_evaluate (pe_evaluation **out, const cli_options *options)
{
  pe_rulebook        *rulebook = NULL;
  pe_dossier         *dossier  = NULL;
  pe_findings        *findings = NULL;
  pe_error           *error    = NULL;
  pe_evaluate_options evaluate;
  cli_exit            code;

  code = load_rulebook (&rulebook, options);
  if (code == CLI_EXIT_OK)
    code = load_dossier (&dossier, options);
  if (code == CLI_EXIT_OK)
    {
      pe_status status;

      pe_evaluate_options_init (&evaluate, sizeof evaluate);
      evaluate.scorer = options->scorer;
      status          = pe_evaluate (out, rulebook, dossier, &evaluate, &findings, &error);
      code            = finish (status, findings, error, options);
    }
  pe_dossier_unref (dossier);
  pe_rulebook_unref (rulebook);
  return code;
}
