/* comparison-writer.c - the differences of two rulebooks as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../base/finding-private.h"
#include "writer-private.h"

static const pe_word words_change[]
    = { { "added", PE_CHANGE_ADDED }, { "removed", PE_CHANGE_REMOVED }, { "changed", PE_CHANGE_CHANGED }, { NULL, 0 } };

static const pe_word words_aspect[] = {
  { "head", PE_ASPECT_HEAD },           { "rounding", PE_ASPECT_ROUNDING },
  { "policy", PE_ASPECT_POLICY },       { "grade", PE_ASPECT_GRADE },
  { "source", PE_ASPECT_SOURCE },       { "assumption", PE_ASPECT_ASSUMPTION },
  { "indicator", PE_ASPECT_INDICATOR }, { "marks", PE_ASPECT_MARKS },
  { "name", PE_ASPECT_NAME },           { "text", PE_ASPECT_TEXT },
  { "rule", PE_ASPECT_RULE },           { "parameter", PE_ASPECT_PARAMETER },
  { "case", PE_ASPECT_CASE },           { NULL, 0 },
};

static void
write_text (pe_writer *self, const char *name, const char *text)
{
  pe_json_writer_name (&self->json, name);
  if (text != NULL)
    pe_json_writer_string (&self->json, text);
  else
    pe_json_writer_null (&self->json);
}

pe_status
pe_rulebook_comparison_to_json (pe_text **out, const pe_rulebook_comparison *self, pe_error **error)
{
  pe_writer     writer;
  pe_difference difference;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  pe_writer_init (&writer);
  pe_json_writer_begin_array (&writer.json);
  for (size_t i = 0; i < pe_rulebook_comparison_get_size (self); i++)
    {
      pe_difference_init (&difference, sizeof difference);
      pe_rulebook_comparison_get_difference (&difference, self, i, NULL);
      pe_json_writer_begin_object (&writer.json);
      pe_writer_member_word (&writer, "change", words_change, difference.change);
      pe_writer_member_word (&writer, "aspect", words_aspect, difference.aspect);
      pe_json_writer_member_string (&writer.json, "code", difference.code);
      pe_json_writer_member_string (&writer.json, "name", difference.name);
      write_text (&writer, "old", difference.old_text);
      write_text (&writer, "new", difference.new_text);
      pe_json_writer_end_object (&writer.json);
    }
  pe_json_writer_end_array (&writer.json);
  return pe_writer_finish (&writer, out, error);
}
