/* sarif.c - SARIF 2.1.0 (OASIS, 2020), as far as audits and reviews need it
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "sarif-private.h"

#include <perfeval/version.h>

#include <string.h>

void
pe_sarif_message (pe_writer *self, const char *name, const char *text)
{
  pe_buffer escaped = PE_BUFFER_INIT;
  char     *string;

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '{' || *c == '}')
        pe_buffer_add_char (&escaped, *c);
      else if (*c == '[' || *c == ']' || *c == '\\')
        pe_buffer_add_char (&escaped, '\\');
      pe_buffer_add_char (&escaped, *c);
    }
  string = pe_buffer_steal (&escaped);
  if (string == NULL)
    self->status = PE_ERROR_NO_MEMORY;
  if (name != NULL)
    pe_json_writer_name (&self->json, name);
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "text", string);
  pe_json_writer_end_object (&self->json);
  g_free (string);
}

/* RFC 3986: everything but unreserved characters and '/' is percent-encoded. An absolute path is a file: URI. */
static void
add_uri (const char *file, pe_buffer *out)
{
  static const char digits[] = "0123456789ABCDEF";
  static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  if (file[0] == '/')
    pe_buffer_add_string (out, "file://");
  for (const guchar *c = (const guchar *) file; *c != '\0'; c++)
    if (strchr (plain, *c) != NULL)
      pe_buffer_add_char (out, (char) *c);
    else
      {
        pe_buffer_add_char (out, '%');
        pe_buffer_add_char (out, digits[*c >> 4]);
        pe_buffer_add_char (out, digits[*c & 15]);
      }
}

static void
write_location (pe_writer *self, const char *name, const char *file)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *uri;

  add_uri (file, &buffer);
  uri = pe_buffer_steal (&buffer);
  if (uri == NULL)
    self->status = PE_ERROR_NO_MEMORY;
  pe_json_writer_name (&self->json, name);
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "uri", uri);
  pe_json_writer_end_object (&self->json);
  g_free (uri);
}

void
pe_sarif_artifact (pe_writer *self, const char *file)
{
  if (file != NULL && file[0] != '\0')
    write_location (self, "artifactLocation", file);
}

const char *
pe_sarif_get_level (pe_severity severity)
{
  if (severity == PE_SEVERITY_ERROR)
    return "error";
  return severity == PE_SEVERITY_WARNING ? "warning" : "note";
}

void
pe_sarif_begin (pe_writer *self, pe_language language)
{
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (
      &self->json, "$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json");
  pe_json_writer_member_string (&self->json, "version", "2.1.0");
  pe_json_writer_name (&self->json, "runs");
  pe_json_writer_begin_array (&self->json);
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "columnKind", "unicodeCodePoints");
  pe_json_writer_member_string (&self->json, "language", language == PE_LANGUAGE_ZH ? "zh-CN" : "en-US");
  pe_json_writer_name (&self->json, "tool");
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_name (&self->json, "driver");
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "name", "perfeval");
  pe_json_writer_member_string (&self->json, "version", pe_version_get_string ());
  pe_json_writer_name (&self->json, "rules");
  pe_json_writer_begin_array (&self->json);
}

void
pe_sarif_rule (pe_writer *self, const char *id, const char *name, const char *description, const char *level)
{
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "id", id);
  pe_json_writer_member_string (&self->json, "name", name);
  pe_sarif_message (self, "shortDescription", description);
  pe_json_writer_name (&self->json, "defaultConfiguration");
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "level", level);
  pe_json_writer_end_object (&self->json);
  pe_json_writer_end_object (&self->json);
}

void
pe_sarif_begin_results (pe_writer *self, const char *file, const char *encoding)
{
  pe_json_writer_end_array (&self->json);
  pe_json_writer_end_object (&self->json);
  pe_json_writer_end_object (&self->json);
  if (file != NULL && file[0] != '\0')
    {
      pe_json_writer_name (&self->json, "artifacts");
      pe_json_writer_begin_array (&self->json);
      pe_json_writer_begin_object (&self->json);
      write_location (self, "location", file);
      pe_json_writer_member_string (&self->json, "encoding", encoding);
      pe_json_writer_name (&self->json, "roles");
      pe_json_writer_begin_array (&self->json);
      pe_json_writer_string (&self->json, "analysisTarget");
      pe_json_writer_end_array (&self->json);
      pe_json_writer_end_object (&self->json);
      pe_json_writer_end_array (&self->json);
    }
  pe_json_writer_name (&self->json, "results");
  pe_json_writer_begin_array (&self->json);
}

void
pe_sarif_end (pe_writer *self)
{
  pe_json_writer_end_array (&self->json);
  pe_json_writer_end_object (&self->json);
  pe_json_writer_end_array (&self->json);
  pe_json_writer_end_object (&self->json);
}
