/* audit-sarif.c - an audit's findings as SARIF 2.1.0
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../base/finding-private.h"
#include "audit-view-private.h"
#include "sarif-private.h"

/* The codes that the findings have, each once, in the order of their first appearance. */
typedef struct rule_set
{
  pe_status codes[64];
  size_t    n;
} rule_set;

static size_t
find_rule (rule_set *self, pe_status code)
{
  size_t i = 0;

  while (i < self->n && self->codes[i] != code)
    i++;
  if (i == self->n && self->n < G_N_ELEMENTS (self->codes))
    self->codes[self->n++] = code;
  return i;
}

static const char *
get_level (pe_status code)
{
  switch (pe_audit_classify (code))
    {
    case PE_CLASS_CONTRADICTION:
      return "error";
    case PE_CLASS_ROUNDING:
      return "warning";
    default:
      return "note";
    }
}

/* "PE_NOTE_ROUNDING_MODE" is "RoundingMode": a rule's name is for people, its id for programs. */
static void
add_rule_name (const char *id, pe_buffer *out)
{
  gboolean upper = TRUE;
  size_t   underscores = 0;

  for (; *id != '\0'; id++)
    {
      if (*id == '_')
        {
          underscores++;
          upper = TRUE;
        }
      else if (underscores >= 2)
        {
          pe_buffer_add_char (out, upper || *id < 'A' ? *id : (char) (*id - 'A' + 'a'));
          upper = FALSE;
        }
    }
}

static void
write_rule (pe_writer *self, pe_status code, pe_language language)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *name;

  add_rule_name (pe_status_name (code), &buffer);
  name = pe_buffer_steal (&buffer);
  if (name == NULL)
    self->status = PE_ERROR_NO_MEMORY;
  pe_sarif_rule (self, pe_status_name (code), name, pe_status_describe (code, language), get_level (code));
  g_free (name);
}

static void
write_rules (pe_writer *self, const pe_audit_view *view, rule_set *rules)
{
  const pe_findings *findings = pe_audit_get_findings (view->audit);

  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    find_rule (rules, pe_finding_get_code (pe_findings_get (findings, i)));
  for (size_t i = 0; i < rules->n; i++)
    write_rule (self, rules->codes[i], view->options.language);
}

/* Places */

/* The region of a range of the text. */
static void
write_region (pe_writer *self, const pe_audit_view *view, const char *name, uint64_t offset, uint64_t length)
{
  const pe_text_position from = pe_text_index_find (&view->index, offset);
  const pe_text_position to = pe_text_index_find (&view->index, offset + length);
  pe_buffer              buffer = PE_BUFFER_INIT;
  char                  *snippet;

  pe_json_writer_name (&self->json, name);
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_int (&self->json, "startLine", (int64_t) from.line);
  pe_json_writer_member_int (&self->json, "startColumn", (int64_t) from.column);
  pe_json_writer_member_int (&self->json, "endLine", (int64_t) to.line);
  pe_json_writer_member_int (&self->json, "endColumn", (int64_t) to.column);
  pe_json_writer_member_int (&self->json, "charOffset", (int64_t) from.character);
  pe_json_writer_member_int (&self->json, "charLength", (int64_t) (to.character - from.character));
  pe_buffer_add (&buffer, view->options.text + offset, (size_t) length);
  snippet = pe_buffer_steal (&buffer);
  if (snippet == NULL)
    self->status = PE_ERROR_NO_MEMORY;
  pe_json_writer_name (&self->json, "snippet");
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "text", snippet);
  pe_json_writer_end_object (&self->json);
  pe_json_writer_end_object (&self->json);
  g_free (snippet);
}

static void
write_physical (pe_writer *self, const pe_audit_view *view, uint64_t offset, uint64_t length, uint64_t context,
                uint64_t context_length)
{
  pe_json_writer_name (&self->json, "physicalLocation");
  pe_json_writer_begin_object (&self->json);
  pe_sarif_artifact (self, view->options.file);
  write_region (self, view, "region", offset, length);
  if (context_length > 0 && context <= offset && context + context_length >= offset + length)
    write_region (self, view, "contextRegion", context, context_length);
  pe_json_writer_end_object (&self->json);
}

static void
write_locations (pe_writer *self, const pe_audit_view *view, const pe_finding *finding)
{
  uint64_t       offset, length, context = 0, context_length = 0;
  const gboolean has_context = pe_audit_view_find_passage (view, finding, &context, &context_length);

  if (!pe_audit_view_find_figure (view, finding, &offset, &length) && !has_context)
    return;
  if (!pe_audit_view_find_figure (view, finding, &offset, &length))
    {
      offset = context;
      length = context_length;
    }
  pe_json_writer_name (&self->json, "locations");
  pe_json_writer_begin_array (&self->json);
  pe_json_writer_begin_object (&self->json);
  write_physical (self, view, offset, length, context, has_context ? context_length : 0);
  pe_json_writer_end_object (&self->json);
  pe_json_writer_end_array (&self->json);
}

/* The operands of the relation: where the other figures stand. */
static void
write_related (pe_writer *self, const pe_audit_view *view, size_t relation)
{
  const pe_relation found = pe_audit_view_get_relation (view, relation);
  int64_t           id = 0;

  pe_json_writer_name (&self->json, "relatedLocations");
  pe_json_writer_begin_array (&self->json);
  for (uint32_t i = 0; i < found.n_operands; i++)
    {
      const pe_claim claim = pe_audit_view_get_claim (view, found.operands[i]);

      if (!pe_audit_view_has_range (view, claim.offset, claim.length))
        continue;
      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_int (&self->json, "id", ++id);
      write_physical (self, view, claim.offset, claim.length, 0, 0);
      pe_sarif_message (self, "message", claim.text);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
}

/* What it is about, so that a viewer knows it again when the report's other lines moved. */
static void
write_fingerprint (pe_writer *self, const pe_audit_view *view, const pe_finding *finding, size_t relation)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *text;

  pe_buffer_add_string (&buffer, pe_status_name (pe_finding_get_code (finding)));
  if (relation < pe_audit_get_n_relations (view->audit))
    {
      const pe_relation found = pe_audit_view_get_relation (view, relation);

      pe_buffer_add_char (&buffer, ' ');
      pe_buffer_add_string (&buffer, pe_relation_kind_get_name (found.kind));
      if (found.result != PE_NO_CLAIM)
        {
          pe_buffer_add_char (&buffer, ' ');
          pe_buffer_add_string (&buffer, pe_audit_view_get_claim (view, found.result).text);
        }
      for (uint32_t i = 0; i < found.n_operands; i++)
        {
          pe_buffer_add_string (&buffer, i == 0 ? " = " : " | ");
          pe_buffer_add_string (&buffer, pe_audit_view_get_claim (view, found.operands[i]).text);
        }
    }
  text = pe_buffer_steal (&buffer);
  if (text == NULL)
    self->status = PE_ERROR_NO_MEMORY;
  pe_json_writer_name (&self->json, "partialFingerprints");
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "perfevalRelation/v1", text);
  pe_json_writer_end_object (&self->json);
  g_free (text);
}

/* The finding's sentence, and how the passage was read. */
static void
write_message (pe_writer *self, const pe_audit_view *view, const pe_finding *finding, size_t relation)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *text;

  pe_audit_view_add_message (view, finding, &buffer);
  if (relation < pe_audit_get_n_relations (view->audit))
    {
      const pe_relation found = pe_audit_view_get_relation (view, relation);

      pe_buffer_add_string (&buffer, pe_audit_view_choose (view, "。读法：", ". Read as: "));
      pe_buffer_add_string (&buffer, pe_audit_view_get_reading (view, &found));
    }
  text = pe_buffer_steal (&buffer);
  if (text == NULL)
    self->status = PE_ERROR_NO_MEMORY;
  else
    pe_sarif_message (self, "message", text);
  g_free (text);
}

static void
write_result (pe_writer *self, const pe_audit_view *view, const pe_finding *finding, rule_set *rules)
{
  const size_t    relation = pe_finding_get_relation (finding);
  const pe_status code = pe_finding_get_code (finding);

  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "ruleId", pe_status_name (code));
  pe_json_writer_member_int (&self->json, "ruleIndex", (int64_t) find_rule (rules, code));
  pe_json_writer_member_string (&self->json, "kind", "fail");
  pe_json_writer_member_string (&self->json, "level", get_level (code));
  write_message (self, view, finding, relation);
  write_locations (self, view, finding);
  if (relation < pe_audit_get_n_relations (view->audit))
    write_related (self, view, relation);
  write_fingerprint (self, view, finding, relation);
  pe_json_writer_end_object (&self->json);
}

pe_status
pe_audit_to_sarif (pe_text **out, const pe_audit *audit, const pe_audit_report_options *options, pe_error **error)
{
  rule_set      rules = { { 0 }, 0 };
  pe_audit_view view;
  pe_writer     writer;
  pe_status     status = pe_audit_view_init (&view, out, audit, options, error);

  if (status == PE_OK)
    {
      const pe_findings *findings = pe_audit_get_findings (audit);

      pe_writer_init (&writer);
      pe_sarif_begin (&writer, view.options.language);
      write_rules (&writer, &view, &rules);
      pe_sarif_begin_results (&writer, view.options.file, view.options.encoding);
      for (size_t i = 0; i < pe_findings_get_size (findings); i++)
        write_result (&writer, &view, pe_findings_get (findings, i), &rules);
      pe_sarif_end (&writer);
      status = pe_writer_finish (&writer, out, error);
    }
  pe_audit_view_clear (&view);
  return status;
}
