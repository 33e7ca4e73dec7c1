/* audit-json-head.c - how the JSON of an audit and of a review begins
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/version.h>

#include "audit-json-private.h"

void
pe_audit_json_begin (pe_writer *self, const char *file, const char *encoding)
{
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "format", "perfeval-audit/1");
  pe_json_writer_member_string (&self->json, "library", pe_version_get_string ());
  pe_json_writer_name (&self->json, "source");
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "file", file);
  pe_json_writer_member_string (&self->json, "encoding", encoding);
  pe_json_writer_end_object (&self->json);
}
