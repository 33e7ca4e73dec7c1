/* paths.c - what was installed beside the program
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "cli.h"

static char *
find_program_directory (void)
{
  char *program = g_file_read_link ("/proc/self/exe", NULL);
  char *bin = program != NULL ? g_path_get_dirname (program) : g_strdup (".");

  g_free (program);
  return bin;
}

/* share/locale beside bin; locale beside the program itself in a build tree. */
char *
cli_find_locales (void)
{
  char *bin = find_program_directory ();
  char *built = g_build_filename (bin, "locale", NULL);

  if (!g_file_test (built, G_FILE_TEST_IS_DIR))
    {
      g_free (built);
      built = g_build_filename (bin, "..", "share", "locale", NULL);
    }
  g_free (bin);
  return built;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What is installed beside the program, by a kind of file. */
typedef struct
{
  const char *folder;
  const char *ending;
  const char *none;  /* what is said where nothing is installed; takes the name */
  const char *other; /* what is said where others are; takes the name and their list */
} installed_kind;

static const installed_kind rulebooks
    = { "rulebooks", ".json", N_ ("there is no file “%s”, and no rulebooks are installed beside this program"),
        N_ ("there is no file and no installed rulebook “%s”; installed are: %s") };
static const installed_kind report_templates
    = { "reports", ".xml", N_ ("there is no file “%s”, and no report templates are installed beside this program"),
        N_ ("there is no file and no installed report template “%s”; installed are: %s") };

/* "a, b, c", sorted; empty when there is none. */
static char *
list_installed (const char *directory, const char *ending)
{
  GPtrArray  *names = g_ptr_array_new_with_free_func (g_free);
  GString    *list = g_string_new (NULL);
  GDir       *dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ending))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (ending)));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (names, i));
  if (dir != NULL)
    g_dir_close (dir);
  g_ptr_array_unref (names);
  return g_string_free (list, FALSE);
}

static void
complain_of_name (const installed_kind *kind, const char *name, const char *directory)
{
  char *shown = g_filename_display_name (name);
  char *list = list_installed (directory, kind->ending);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* the two texts stand above */
  if (list[0] != '\0')
    cli_complain (_ (kind->other), shown, list);
  else
    cli_complain (_ (kind->none), shown);
#pragma GCC diagnostic pop
  g_free (list);
  g_free (shown);
}

static char *
find_installed (const installed_kind *kind, const char *name)
{
  char *bin, *directory, *base, *path;

  if (strchr (name, '/') != NULL || strcmp (name, "-") == 0 || g_file_test (name, G_FILE_TEST_EXISTS))
    return g_strdup (name);
  bin = find_program_directory ();
  directory = g_build_filename (bin, "..", "share", "perfeval", kind->folder, NULL);
  base = g_strconcat (name, kind->ending, NULL);
  path = g_build_filename (directory, base, NULL);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      complain_of_name (kind, name, directory);
      g_clear_pointer (&path, g_free);
    }
  g_free (base);
  g_free (directory);
  g_free (bin);
  return path;
}

char *
cli_find_rulebook (const char *name)
{
  return find_installed (&rulebooks, name);
}

char *
cli_find_report_template (const char *name)
{
  return find_installed (&report_templates, name);
}
