/* tables.c - workbooks and folders of CSV files
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "cli.h"
#ifdef PERFEVAL_HAVE_OFFICE
#include <perfeval-office/perfeval-office.h>
#endif

static gboolean
has_ending (const char *name, const char *ending)
{
  const size_t size = strlen (name), n = strlen (ending);

  return size > n && g_ascii_strcasecmp (name + size - n, ending) == 0;
}

gboolean
cli_is_tables (const char *name, const char *bytes, size_t size)
{
  if (bytes != NULL)
    return size >= 4 && (memcmp (bytes, "PK\3\4", 4) == 0 || memcmp (bytes, "\xD0\xCF\x11\xE0", 4) == 0);
  return has_ending (name, ".csv") || has_ending (name, ".xlsx") || g_file_test (name, G_FILE_TEST_IS_DIR);
}

/* CSV */

static cli_exit
load_csv (pe_tables **out, const char *name, const cli_options *options)
{
  GBytes         *bytes = NULL;
  char           *shown = NULL;
  pe_csv_options  csv;
  pe_read_options read;
  pe_findings    *findings = NULL;
  pe_error       *error = NULL;
  pe_status       status;
  gsize           size;
  const char     *data;
  cli_exit        code;

  pe_csv_options_init (&csv, sizeof csv);
  pe_read_options_init (&read, sizeof read);
  csv.encoding = options->encoding;
  code = cli_load_bytes (&bytes, &shown, name);
  if (code != CLI_EXIT_OK)
    return code;
  read.file = cli_name_of_places (options, shown);
  csv.read = &read;
  data = g_bytes_get_data (bytes, &size);
  status = pe_tables_from_csv (out, data != NULL ? data : "", size, &csv, &findings, &error);
  code = cli_finish_reading (status, findings, error, options);
  g_bytes_unref (bytes);
  g_free (shown);
  return code;
}

/* A package of Open Contracting data: the tables of procurement. */
static cli_exit
load_ocds (pe_tables **out, const char *name, const cli_options *options)
{
  GBytes         *bytes = NULL;
  char           *shown = NULL;
  pe_ocds_options ocds;
  pe_read_options read;
  pe_findings    *findings = NULL;
  pe_error       *error = NULL;
  pe_status       status;
  gsize           size;
  const char     *data;
  cli_exit        code = cli_load_bytes (&bytes, &shown, name);

  if (code != CLI_EXIT_OK)
    return code;
  pe_ocds_options_init (&ocds, sizeof ocds);
  pe_read_options_init (&read, sizeof read);
  read.file = cli_name_of_places (options, shown);
  ocds.read = &read;
  data = g_bytes_get_data (bytes, &size);
  status = pe_tables_from_ocds (out, data != NULL ? data : "", size, &ocds, &findings, &error);
  code = cli_finish_reading (status, findings, error, options);
  g_bytes_unref (bytes);
  g_free (shown);
  return code;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
unref_tables (gpointer tables)
{
  pe_tables_unref (tables);
}

/* The CSV files of a directory, and packages of Open Contracting data (.ocds.json), by their names. Every one is read, so that all faults are shown in one go. */
static cli_exit
load_folder (pe_tables **out, const char *name, const cli_options *options)
{
  GError     *failure = NULL;
  GDir       *folder = g_dir_open (name, 0, &failure);
  GPtrArray  *files = g_ptr_array_new_with_free_func (g_free), *sets = g_ptr_array_new_with_free_func (unref_tables);
  const char *file;
  cli_exit    code = CLI_EXIT_OK;

  if (folder == NULL)
    {
      cli_complain ("%s", failure->message);
      g_error_free (failure);
      code = CLI_EXIT_FILE;
    }
  while (folder != NULL && (file = g_dir_read_name (folder)) != NULL)
    if (has_ending (file, ".csv") || has_ending (file, ".ocds.json"))
      g_ptr_array_add (files, g_build_filename (name, file, NULL));
  if (folder != NULL && files->len == 0)
    {
      char *shown = g_filename_display_name (name);

      cli_complain (_ ("%s is a directory; expected a file"), shown);
      g_free (shown);
      code = CLI_EXIT_FILE;
    }
  g_ptr_array_sort (files, compare_names);
  for (guint i = 0; i < files->len; i++)
    {
      pe_tables  *tables = NULL;
      const char *path = g_ptr_array_index (files, i);
      cli_exit one = has_ending (path, ".csv") ? load_csv (&tables, path, options) : load_ocds (&tables, path, options);

      if (tables != NULL)
        g_ptr_array_add (sets, tables);
      if (code == CLI_EXIT_OK)
        code = one;
    }
  if (code == CLI_EXIT_OK && pe_tables_join (out, (pe_tables *const *) sets->pdata, sets->len, NULL) != PE_OK)
    code = CLI_EXIT_RESOURCE;
  if (folder != NULL)
    g_dir_close (folder);
  g_ptr_array_unref (files);
  g_ptr_array_unref (sets);
  return code;
}

/* Workbooks */

#ifdef PERFEVAL_HAVE_OFFICE
static cli_exit
load_workbook (pe_tables **out, const char *name, const cli_options *options)
{
  GBytes         *bytes = NULL;
  char           *shown = NULL;
  pe_xlsx_options xlsx;
  pe_read_options read;
  pe_findings    *findings = NULL;
  pe_error       *error = NULL;
  pe_status       status;
  gsize           size;
  const char     *data;
  cli_exit        code = cli_load_bytes (&bytes, &shown, name);

  if (code != CLI_EXIT_OK)
    return code;
  pe_xlsx_options_init (&xlsx, sizeof xlsx);
  pe_read_options_init (&read, sizeof read);
  read.file = cli_name_of_places (options, shown);
  xlsx.read = &read;
  data = g_bytes_get_data (bytes, &size);
  status = pe_tables_from_xlsx (out, data != NULL ? data : "", size, &xlsx, &findings, &error);
  code = cli_finish_reading (status, findings, error, options);
  g_bytes_unref (bytes);
  g_free (shown);
  return code;
}
#else
static cli_exit
load_workbook (pe_tables **out, const char *name, const cli_options *options)
{
  (void) out;
  (void) options;
  cli_complain (_ ("%s is a workbook, which this program was built without; expected JSON or CSV files"), name);
  return CLI_EXIT_FILE;
}
#endif

cli_exit
cli_load_tables (pe_tables **out, const char *name, const cli_options *options)
{
  if (g_file_test (name, G_FILE_TEST_IS_DIR))
    return load_folder (out, name, options);
  return has_ending (name, ".csv") ? load_csv (out, name, options) : load_workbook (out, name, options);
}

cli_exit
cli_load_dossier_from_tables (pe_dossier **out, const char *name, const cli_options *options)
{
  pe_dossier_tables_options how;
  pe_read_options           read;
  pe_tables                *tables = NULL;
  pe_findings              *findings = NULL;
  pe_error                 *error = NULL;
  GBytes                   *mapping = NULL;
  char                     *shown = NULL, *whole = g_filename_display_name (name);
  gsize                     size = 0;
  cli_exit                  code = cli_load_tables (&tables, name, options);

  pe_dossier_tables_options_init (&how, sizeof how);
  pe_read_options_init (&read, sizeof read);
  read.file = cli_name_of_places (options, whole);
  how.read = &read;
  if (code == CLI_EXIT_OK && options->mapping != NULL)
    code = cli_load_bytes (&mapping, &shown, options->mapping);
  if (mapping != NULL)
    {
      how.mapping = g_bytes_get_data (mapping, &size);
      how.mapping = how.mapping != NULL ? how.mapping : ""; /* an empty file is no mapping, and not none */
    }
  how.mapping_size = size;
  how.mapping_file = shown;
  if (code == CLI_EXIT_OK)
    {
      const pe_status status = pe_dossier_from_tables (out, tables, &how, &findings, &error);

      code = cli_finish_reading (status, findings, error, options);
    }
  pe_tables_unref (tables);
  if (mapping != NULL)
    g_bytes_unref (mapping);
  g_free (shown);
  g_free (whole);
  return code;
}
