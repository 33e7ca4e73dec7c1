/* document.c - a JSON document on its way to an object
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "document-private.h"

#include <string.h>

#include "../base/limits-private.h"
#include "../base/struct-private.h"
#include "../base/utf8-private.h"
#include "cell-map-private.h"
#include "json-tree-private.h"

/* Bytes of a file's name. */
#define FILE_MAX 1048576

static void
take_argument_error (pe_document *self, pe_error *error)
{
  pe_collector_take_error (&self->collector, error, NULL);
}

/* FALSE when the caller's options cannot be used. */
static gboolean
import_options (pe_document *self, const pe_read_options *options)
{
  pe_read_options ours;
  pe_error       *error = NULL;

  memset (&ours, 0, sizeof ours);
  if (options != NULL && pe_struct_import (&ours, sizeof ours, options, sizeof ours, "options", &error) != PE_OK)
    goto out;
  if (ours.reserved != 0)
    pe_error_set_argument (&error, "options", "a structure filled by pe_read_options_init()");
  else if (pe_limits_import (&self->limits, ours.limits, &error) == PE_OK)
    pe_utf8_copy (&self->file, ours.file, FILE_MAX, "", &error);
out:
  self->table_steps = self->limits.table_steps;
  pe_collector_init (&self->collector, error == NULL ? &self->limits : NULL);
  if (error != NULL)
    take_argument_error (self, error);
  return error == NULL;
}

static gboolean
check_arguments (pe_document *self, gboolean has_out, const char *bytes)
{
  pe_error *error = NULL;

  if (!has_out)
    pe_error_set_argument (&error, "out", "not NULL");
  else if (bytes == NULL)
    pe_error_set_argument (&error, "bytes", "not NULL");
  if (error != NULL)
    take_argument_error (self, error);
  return error == NULL;
}

/* A name that stands twice says two things, and a U+0000 ends a text too early: both are refused whatever they mean. */
static void
refuse_ambiguous (pe_document *self)
{
  char          excerpt[PE_EXCERPT_SIZE];
  gboolean      of_name = FALSE, found = FALSE;
  pe_json_index value = PE_JSON_NONE;

  if (pe_json_find_nul (self->json, &value, &of_name))
    {
      if (of_name)
        pe_document_report_name (self, value, PE_ERROR_JSON_NUL, NULL);
      else
        pe_document_report (self, value, PE_ERROR_JSON_NUL, NULL);
    }
  if (pe_json_find_duplicate (self->json, &value, &found) != PE_OK)
    pe_document_report_no_memory (self);
  else if (found)
    {
      size_t      size;
      const char *name = pe_json_get_name (self->json, value, &size);

      pe_document_report_name (
          self, value, PE_ERROR_JSON_DUPLICATE_KEY, "name", pe_excerpt (excerpt, name, size), NULL);
    }
}

void
pe_document_open (pe_document *self, gboolean has_out, const char *bytes, size_t size, const pe_read_options *options)
{
  pe_error *error = NULL;

  memset (self, 0, sizeof *self);
  self->faults = (pe_vector) PE_VECTOR_INIT (pe_json_index);
  if (!import_options (self, options) || !check_arguments (self, has_out, bytes))
    return;
  if (pe_json_parse (&self->json, bytes, size, self->file, &self->limits, &error) != PE_OK)
    {
      pe_collector_take_error (&self->collector, error, NULL);
      return;
    }
  refuse_ambiguous (self);
  if (pe_document_get_n_errors (self) > 0)
    g_clear_pointer (&self->json, pe_json_free);
}

pe_status
pe_document_close (pe_document *self, pe_findings **findings, pe_error **error)
{
  const pe_status status = pe_collector_finish (&self->collector, findings, error);

  pe_vector_clear (&self->faults);
  g_clear_pointer (&self->json, pe_json_free);
  g_clear_pointer (&self->file, g_free);
  return status;
}

uint64_t
pe_document_get_n_errors (const pe_document *self)
{
  return pe_collector_get_n_errors (&self->collector);
}

gboolean
pe_document_is_full (const pe_document *self)
{
  const pe_findings *findings = self->collector.findings;

  return findings != NULL && findings->list.size >= self->collector.limit && findings->first_error != NULL;
}

void
pe_document_get_place (const pe_document *self, pe_json_index value, gboolean of_name, pe_place *out, pe_buffer *buffer)
{
  pe_json_get_place (self->json, value, of_name, out, buffer);
  if (self->cells != NULL)
    pe_cell_map_move (self->cells, out, buffer);
}

/* Faults */

/* Past the limit of findings they are not kept, so that looking them up stays cheap. */
static void
remember (pe_document *self, pe_json_index value)
{
  if (!pe_document_is_full (self) && pe_vector_push (&self->faults, &value) != PE_OK)
    pe_document_report_no_memory (self);
}

gboolean
pe_document_has_fault (const pe_document *self, pe_json_index value)
{
  for (size_t i = 0; i < self->faults.size; i++)
    for (pe_json_index at = *pe_vector_at (&self->faults, pe_json_index, i); at != PE_JSON_NONE && at >= value;
         at = pe_json_get_parent (self->json, at))
      if (at == value)
        return TRUE;
  return FALSE;
}

static void
report (pe_document *self, pe_json_index value, gboolean of_name, pe_status code, va_list pairs)
{
  pe_parameter_init parameters[PE_PARAMETERS_MAX];
  pe_place          place = PE_PLACE_WHAT ("");
  pe_buffer         buffer = PE_BUFFER_INIT;
  pe_finding_init   init = { code, &place, 1, parameters, 0 };

  init.n_parameters = pe_parameters_collect (parameters, pairs);
  remember (self, value);
  if (!pe_document_is_full (self))
    pe_document_get_place (self, value, of_name, &place, &buffer);
  pe_collector_add_init (&self->collector, &init);
  pe_buffer_clear (&buffer);
}

void
pe_document_report (pe_document *self, pe_json_index value, pe_status code, ...)
{
  va_list pairs;

  va_start (pairs, code);
  report (self, value, FALSE, code, pairs);
  va_end (pairs);
}

void
pe_document_report_name (pe_document *self, pe_json_index member, pe_status code, ...)
{
  va_list pairs;

  va_start (pairs, code);
  report (self, member, TRUE, code, pairs);
  va_end (pairs);
}

/* In tables a member that is missing is a cell that stands empty, and is called as its column is. */
void
pe_document_report_missing (pe_document *self, pe_json_index value, const char *member)
{
  pe_place             place = PE_PLACE_WHAT ("");
  pe_buffer            buffer = PE_BUFFER_INIT;
  const pe_cell_blank *blank = NULL;

  if (self->cells != NULL)
    blank = pe_cell_map_find_blank (self->cells, pe_json_node_at (self->json, value)->start, member);
  if (blank == NULL)
    {
      pe_document_report (self, value, PE_ERROR_MEMBER_MISSING, "name", member, NULL);
      return;
    }
  remember (self, value);
  if (!pe_document_is_full (self))
    {
      pe_json_get_place (self->json, value, FALSE, &place, &buffer);
      pe_cell_map_move_to (self->cells, &blank->cell, &place, &buffer);
    }
  pe_collector_add (&self->collector, PE_ERROR_MEMBER_MISSING, &place, "name", blank->name, NULL);
  pe_buffer_clear (&buffer);
}

void
pe_document_report_no_memory (pe_document *self)
{
  pe_collector_add (&self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
}

static const char *
find_parameter (const pe_finding *finding, const char *name)
{
  for (size_t i = 0; i < pe_finding_get_n_parameters (finding); i++)
    if (strcmp (pe_finding_get_parameter_name (finding, i), name) == 0)
      return pe_finding_get_parameter_text (finding, i);
  return NULL;
}

/* A bad argument of a call that the reader made is a bad value to the person who wrote the document. */
static void
take_argument (pe_document *self, pe_error *error, pe_json_index value)
{
  const pe_finding *finding = pe_error_get_finding (error);
  char              name[PE_EXCERPT_SIZE], found[PE_EXCERPT_SIZE];
  size_t            size;
  const char       *text = pe_json_get_name (self->json, value, &size);

  pe_document_report (
      self, value, PE_ERROR_VALUE_UNKNOWN, "name", text != NULL ? pe_excerpt (name, text, size) : NULL, "found",
      pe_document_print_found (self, value, found), "expected", find_parameter (finding, "expected"), "expected_zh",
      find_parameter (finding, "expected_zh"), NULL);
  pe_error_unref (error);
}

void
pe_document_take_error (pe_document *self, pe_error *error, pe_json_index value)
{
  pe_place  place = PE_PLACE_WHAT ("");
  pe_buffer buffer = PE_BUFFER_INIT;

  if (pe_error_get_status (error) == PE_ERROR_INVALID_ARGUMENT)
    {
      take_argument (self, error, value);
      return;
    }
  remember (self, value);
  if (!pe_document_is_full (self))
    pe_document_get_place (self, value, FALSE, &place, &buffer);
  pe_collector_take_error (&self->collector, error, &place);
  pe_buffer_clear (&buffer);
}

/* The path of an error; that of a bad argument may be its name alone, e.g. "head.kind". */
static char *
print_path (const pe_error *error)
{
  const pe_finding *finding = pe_error_get_finding (error);
  const char       *what = pe_place_get_what (pe_finding_get_place (finding, 0)), *name;
  pe_buffer         path = PE_BUFFER_INIT;

  name = what[0] == '\0' ? find_parameter (finding, "name") : NULL;
  if (name != NULL && strrchr (name, '.') != NULL)
    name = strrchr (name, '.') + 1;
  pe_buffer_add_char (&path, '/');
  pe_buffer_add_string (&path, name != NULL ? name : what + (what[0] == '/' ? 1 : 0));
  return pe_buffer_steal (&path);
}

void
pe_document_take_member_error (pe_document *self, pe_error *error, pe_json_index value)
{
  char *path = print_path (error);

  value = path != NULL ? pe_document_find (self, value, strrchr (path, '/')) : value;
  if (pe_document_has_fault (self, value))
    pe_error_unref (error);
  else
    pe_document_take_error (self, error, value);
  g_free (path);
}

void
pe_document_take_path_error (pe_document *self, pe_error *error, pe_json_index value)
{
  char *path = print_path (error);

  pe_document_take_error (self, error, path != NULL ? pe_document_find (self, value, path) : value);
  g_free (path);
}
