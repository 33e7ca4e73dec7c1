/* rulebook-directory.c - a directory of rulebooks
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/rulebook_directory.h>

#include <stdlib.h>
#include <string.h>

#include "../base/buffer-private.h"
#include "../base/finding-private.h"
#include "../base/limits-private.h"
#include "../base/struct-private.h"
#include "../base/text-private.h"
#include "../base/utf8-private.h"

/* A directory that is being read. */
typedef struct
{
  const char              *directory;
  pe_limits                limits;
  pe_collector             collector;
  pe_rulebook_set_builder *builder;
} directory_reader;

static void
add_no_memory (directory_reader *self)
{
  pe_collector_add (&self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
}

/* name: in UTF-8. */
static void
refuse_file (directory_reader *self, const char *name, const char *expected, const char *expected_zh)
{
  const pe_place place = { .what = "", .file = name };

  pe_collector_add (&self->collector, PE_ERROR_FILE, &place, "name", name, "expected", expected, "expected_zh",
                    expected_zh, NULL);
}

/* Names */

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
clear_names (pe_vector *names)
{
  for (size_t i = 0; i < names->size; i++)
    g_free (*pe_vector_at (names, char *, i));
  pe_vector_clear (names);
}

/* In their order, so that the first fault is the same on every machine. FALSE when memory ran out. */
static gboolean
list_names (GDir *dir, pe_vector *names)
{
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      char *copy;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      copy = pe_string_copy (name);
      if (copy == NULL || pe_vector_push (names, &copy) != PE_OK)
        {
          g_free (copy);
          return FALSE;
        }
    }
  if (names->size > 0)
    qsort (names->data, names->size, sizeof (char *), compare_names);
  return TRUE;
}

/* Files */

/* FALSE when the file cannot be had whole within the limit, which is reported. A pipe that never ends is not opened. */
static gboolean
check_file (directory_reader *self, const char *path, const char *name)
{
  GMappedFile   *file = g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_mapped_file_new (path, FALSE, NULL) : NULL;
  const pe_place place = { .what = "", .file = name };
  pe_buffer      buffer = PE_BUFFER_INIT;
  char          *found, *limit;
  uint64_t       size;

  if (file == NULL)
    {
      refuse_file (self, name, "a file that can be read", "可以读取的文件");
      return FALSE;
    }
  size = g_mapped_file_get_length (file);
  g_mapped_file_unref (file);
  if (size <= self->limits.bytes)
    return TRUE;
  pe_buffer_add_uint (&buffer, size);
  found = pe_buffer_steal (&buffer);
  pe_buffer_add_uint (&buffer, self->limits.bytes);
  limit = pe_buffer_steal (&buffer);
  if (found == NULL || limit == NULL)
    add_no_memory (self);
  else
    pe_collector_add (&self->collector, PE_ERROR_LIMIT_BYTES, &place, "found", found, "limit", limit, NULL);
  g_free (found);
  g_free (limit);
  return FALSE;
}

static void
read_bytes (directory_reader *self, const char *bytes, size_t size, const char *name)
{
  pe_read_options options;
  pe_rulebook    *rulebook = NULL;
  pe_findings    *findings = NULL;

  pe_read_options_init (&options, sizeof options);
  options.file = name;
  options.limits = &self->limits;
  if (pe_rulebook_from_json (&rulebook, bytes, size, &options, &findings, NULL) == PE_OK
      && pe_rulebook_set_builder_add (self->builder, rulebook, NULL) != PE_OK)
    add_no_memory (self);
  pe_collector_add_all (&self->collector, findings);
  pe_rulebook_unref (rulebook);
  pe_findings_unref (findings);
}

static char *
join_path (const char *directory, const char *base)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_string (&buffer, directory);
  if (!g_str_has_suffix (directory, "/"))
    pe_buffer_add_char (&buffer, '/');
  pe_buffer_add_string (&buffer, base);
  return pe_buffer_steal (&buffer);
}

static void
read_file (directory_reader *self, const char *base)
{
  char *path = join_path (self->directory, base);
  char *name = path == NULL ? NULL : pe_utf8_show (path);
  char *bytes = NULL;
  gsize size = 0;

  if (name == NULL)
    add_no_memory (self);
  else if (!g_file_test (path, G_FILE_TEST_IS_DIR) && check_file (self, path, name))
    {
      if (g_file_get_contents (path, &bytes, &size, NULL))
        read_bytes (self, bytes, size, name);
      else
        refuse_file (self, name, "a file that can be read, and memory for it", "可以读取的文件，以及足够的内存");
    }
  g_free (bytes);
  g_free (name);
  g_free (path);
}

static void
read_directory (directory_reader *self)
{
  GDir     *dir = g_dir_open (self->directory, 0, NULL);
  pe_vector names = PE_VECTOR_INIT (char *);

  if (dir == NULL)
    {
      char *name = pe_utf8_show (self->directory);

      if (name == NULL)
        add_no_memory (self);
      else
        refuse_file (self, name, "a directory that can be read", "可以读取的目录");
      g_free (name);
      return;
    }
  if (!list_names (dir, &names))
    add_no_memory (self);
  g_dir_close (dir);
  for (size_t i = 0; i < names.size && self->collector.broken == PE_OK; i++)
    read_file (self, *pe_vector_at (&names, char *, i));
  clear_names (&names);
}

/* The call */

static pe_status
import_options (directory_reader *self, const pe_read_options *theirs, pe_error **error)
{
  pe_read_options ours;
  pe_status       status = PE_OK;

  pe_read_options_init (&ours, sizeof ours);
  if (theirs != NULL)
    status = pe_struct_import (&ours, sizeof ours, theirs, sizeof ours, "options", error);
  if (status == PE_OK && ours.reserved != 0)
    status = pe_error_set_argument (error, "options", "a structure filled by pe_read_options_init()");
  return status == PE_OK ? pe_limits_import (&self->limits, ours.limits, error) : status;
}

static pe_status
check_arguments (directory_reader *self, gboolean has_out, const pe_read_options *options, pe_error **error)
{
  if (!has_out)
    return pe_error_set_argument (error, "out", "not NULL");
  if (self->directory == NULL)
    return pe_error_set_argument (error, "directory", "not NULL");
  return import_options (self, options, error);
}

/* NULL when a fault was found. */
static pe_rulebook_set *
build (directory_reader *self)
{
  pe_rulebook_set *set = NULL;
  pe_error        *error = NULL;

  if (pe_collector_get_n_errors (&self->collector) == 0
      && pe_rulebook_set_builder_build (&set, self->builder, &error) != PE_OK)
    pe_collector_take_error (&self->collector, error, NULL);
  return set;
}

pe_status
pe_rulebook_set_from_directory (pe_rulebook_set **out, const char *directory, const pe_read_options *options,
                                pe_findings **findings, pe_error **error)
{
  directory_reader self = { .directory = directory };
  pe_error        *reason = NULL;
  pe_rulebook_set *set = NULL;
  pe_status        status = check_arguments (&self, out != NULL, options, &reason);

  pe_collector_init (&self.collector, status == PE_OK ? &self.limits : NULL);
  if (status != PE_OK)
    pe_collector_take_error (&self.collector, reason, NULL);
  else if (pe_rulebook_set_builder_new (&self.builder, NULL) != PE_OK)
    add_no_memory (&self);
  else
    {
      read_directory (&self);
      set = build (&self);
    }
  pe_rulebook_set_builder_free (self.builder);
  status = pe_collector_finish (&self.collector, findings, error);
  if (status == PE_OK)
    *out = set;
  else
    pe_rulebook_set_unref (set);
  return status;
}
