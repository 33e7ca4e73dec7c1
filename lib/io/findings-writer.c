/* findings-writer.c - findings as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../base/finding-private.h"
#include "writer-private.h"

static void
write_place (pe_writer *self, const pe_place *place)
{
  uint64_t offset, length;

  pe_place_get_bytes (place, &offset, &length);
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "path", pe_place_get_what (place));
  pe_json_writer_member_string (&self->json, "file", pe_place_get_file (place));
  pe_json_writer_member_string (&self->json, "cell", pe_place_get_cell (place));
  if (pe_place_get_line (place) > 0)
    {
      pe_json_writer_member_int (&self->json, "line", (int64_t) pe_place_get_line (place));
      pe_json_writer_member_int (&self->json, "column", (int64_t) pe_place_get_column (place));
    }
  if (length > 0)
    {
      pe_json_writer_member_int (&self->json, "offset", (int64_t) offset);
      pe_json_writer_member_int (&self->json, "length", (int64_t) length);
    }
  pe_json_writer_end_object (&self->json);
}

void
pe_writer_finding (pe_writer *self, const pe_finding *finding)
{
  const pe_status code = pe_finding_get_code (finding);

  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "code", pe_status_name (code));
  pe_json_writer_member_int (&self->json, "number", code);
  pe_writer_member_word (self, "severity", pe_words_severity, pe_finding_get_severity (finding));
  pe_json_writer_name (&self->json, "places");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < pe_finding_get_n_places (finding); i++)
    write_place (self, pe_finding_get_place (finding, i));
  pe_json_writer_end_array (&self->json);
  pe_json_writer_name (&self->json, "parameters");
  pe_json_writer_begin_object (&self->json);
  for (size_t i = 0; i < pe_finding_get_n_parameters (finding); i++)
    pe_json_writer_member_string (
        &self->json, pe_finding_get_parameter_name (finding, i), pe_finding_get_parameter_text (finding, i));
  pe_json_writer_end_object (&self->json);
  pe_writer_member_both (self, "message", pe_finding_get_message (finding, PE_LANGUAGE_ZH),
                         pe_finding_get_message (finding, PE_LANGUAGE_EN));
  pe_json_writer_end_object (&self->json);
}

void
pe_writer_findings (pe_writer *self, const pe_findings *findings)
{
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    pe_writer_finding (self, pe_findings_get (findings, i));
  pe_json_writer_end_array (&self->json);
}

pe_status
pe_findings_to_json (pe_text **out, const pe_findings *self, pe_error **error)
{
  pe_writer writer;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  pe_writer_init (&writer);
  pe_writer_findings (&writer, self);
  return pe_writer_finish (&writer, out, error);
}
