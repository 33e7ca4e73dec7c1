/* audit-json.c - an audit as JSON, "perfeval-audit/1"
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../base/finding-private.h"
#include "audit-json-private.h"
#include "audit-view-private.h"

static const pe_word words_class[] = {
  { "remark", PE_CLASS_REMARK },
  { "rounding", PE_CLASS_ROUNDING },
  { "contradiction", PE_CLASS_CONTRADICTION },
  { NULL, 0 },
};

static const pe_word words_verdict_state[] = {
  { "computed", PE_VERDICT_COMPUTED },
  { "no_result", PE_VERDICT_NO_RESULT },
  { "not_a_number", PE_VERDICT_NOT_A_NUMBER },
  { "zero_denominator", PE_VERDICT_ZERO_DENOMINATOR },
  { "unit_mismatch", PE_VERDICT_UNIT_MISMATCH },
  { "limit", PE_VERDICT_LIMIT },
  { "not_arithmetic", PE_VERDICT_NOT_ARITHMETIC },
  { NULL, 0 },
};

static const pe_word words_slip[] = {
  { "digit", PE_SLIP_DIGIT },
  { "swapped", PE_SLIP_SWAPPED },
  { "power", PE_SLIP_POWER },
  { "lost", PE_SLIP_LOST },
  { "added", PE_SLIP_ADDED },
  { "sign", PE_SLIP_SIGN },
  { NULL, 0 },
};

static const pe_word words_mode[] = {
  { "half_up", PE_MODE_HALF_UP },
  { "half_even", PE_MODE_HALF_EVEN },
  { "down", PE_MODE_DOWN },
  { "up", PE_MODE_UP },
  { NULL, 0 },
};

static void
member_bool (pe_writer *self, const char *name, gboolean value)
{
  pe_json_writer_name (&self->json, name);
  pe_json_writer_bool (&self->json, value);
}

static void
member_decimal (pe_writer *self, const char *name, const pe_decimal *number)
{
  pe_json_writer_name (&self->json, name);
  pe_json_writer_decimal (&self->json, number);
}

static void
member_modes (pe_writer *self, const char *name, pe_modes modes)
{
  pe_json_writer_name (&self->json, name);
  pe_json_writer_begin_array (&self->json);
  for (const pe_word *word = words_mode; word->word != NULL; word++)
    if ((modes & (pe_modes) word->value) != 0)
      pe_json_writer_string (&self->json, word->word);
  pe_json_writer_end_array (&self->json);
}

/* Counts */

static void
write_counts (pe_writer *self, const pe_audit_report_options *options)
{
  if (options->has_counts == 0)
    return;
  pe_json_writer_name (&self->json, "reading");
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_int (&self->json, "figures", (int64_t) options->n_figures);
  pe_json_writer_member_int (&self->json, "related", (int64_t) options->n_related);
  pe_json_writer_member_int (&self->json, "not_understood", (int64_t) options->n_left);
  pe_json_writer_end_object (&self->json);
}

static void
write_summary (pe_writer *self, const pe_audit *audit)
{
  pe_audit_summary summary;

  pe_audit_summary_init (&summary, sizeof summary);
  (void) pe_audit_get_summary (&summary, audit, NULL);
  pe_json_writer_name (&self->json, "summary");
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_int (&self->json, "claims", (int64_t) summary.n_claims);
  pe_json_writer_member_int (&self->json, "relations", (int64_t) summary.n_relations);
  pe_json_writer_member_int (&self->json, "computed", (int64_t) summary.n_computed);
  pe_json_writer_member_int (&self->json, "not_computed", (int64_t) summary.n_not_computed);
  pe_json_writer_member_int (&self->json, "fitting", (int64_t) summary.n_fitting);
  pe_json_writer_member_int (&self->json, "contradictions", (int64_t) summary.n_contradictions);
  pe_json_writer_member_int (&self->json, "rounding", (int64_t) summary.n_rounding);
  pe_json_writer_member_int (&self->json, "remarks", (int64_t) summary.n_remarks);
  member_modes (self, "modes", summary.modes);
  member_modes (self, "best_modes", summary.best_modes);
  pe_json_writer_member_int (&self->json, "exceptions", (int64_t) summary.n_exceptions);
  pe_json_writer_member_int (&self->json, "blamed", (int64_t) summary.n_blamed);
  member_bool (self, "blame_is_minimal", summary.is_minimal != 0);
  pe_json_writer_end_object (&self->json);
}

/* Places */

static void
write_range (pe_writer *self, const pe_audit_view *view, uint64_t offset, uint64_t length)
{
  pe_text_position position;

  if (length == 0)
    return;
  pe_json_writer_member_int (&self->json, "offset", (int64_t) offset);
  pe_json_writer_member_int (&self->json, "length", (int64_t) length);
  if (!pe_audit_view_has_range (view, offset, length))
    return;
  position = pe_text_index_find (&view->index, offset);
  pe_json_writer_member_int (&self->json, "line", (int64_t) position.line);
  pe_json_writer_member_int (&self->json, "column", (int64_t) position.column);
}

/* Claims */

static void
write_claim (pe_writer *self, const pe_audit_view *view, size_t index)
{
  const pe_claim claim = pe_audit_view_get_claim (view, index);

  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "text", claim.text);
  pe_json_writer_member_string (&self->json, "unit", claim.unit);
  pe_json_writer_member_string (&self->json, "name", claim.name);
  pe_json_writer_member_string (&self->json, "path", claim.path);
  pe_json_writer_member_string (&self->json, "cell", claim.cell);
  if (claim.state == PE_STATE_VALUE)
    {
      member_decimal (self, "value", &claim.value);
      pe_json_writer_member_int (&self->json, "exponent", claim.exponent);
      member_bool (self, "exact", claim.is_exact != 0);
    }
  write_range (self, view, claim.offset, claim.length);
  pe_json_writer_end_object (&self->json);
}

static void
write_claims (pe_writer *self, const pe_audit_view *view)
{
  pe_json_writer_name (&self->json, "claims");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < pe_audit_get_n_claims (view->audit); i++)
    write_claim (self, view, i);
  pe_json_writer_end_array (&self->json);
}

/* Relations */

static void
write_operands (pe_writer *self, const pe_relation *relation)
{
  pe_json_writer_name (&self->json, "operands");
  pe_json_writer_begin_array (&self->json);
  for (uint32_t i = 0; i < relation->n_operands; i++)
    pe_json_writer_int (&self->json, relation->operands[i]);
  pe_json_writer_end_array (&self->json);
  if (relation->signs != NULL)
    {
      pe_json_writer_name (&self->json, "signs");
      pe_json_writer_begin_array (&self->json);
      for (uint32_t i = 0; i < relation->n_operands; i++)
        pe_json_writer_int (&self->json, relation->signs[i]);
      pe_json_writer_end_array (&self->json);
    }
}

static void
write_passage (pe_writer *self, const pe_audit_view *view, const pe_relation *relation)
{
  pe_buffer quote = PE_BUFFER_INIT;
  char     *text;

  write_range (self, view, relation->offset, relation->length);
  if (!pe_audit_view_has_range (view, relation->offset, relation->length))
    return;
  pe_audit_view_add_quote (view, relation->offset, relation->length, G_MAXSIZE, &quote);
  text = pe_buffer_steal (&quote);
  if (text == NULL)
    self->status = PE_ERROR_NO_MEMORY;
  pe_json_writer_member_string (&self->json, "passage", text);
  g_free (text);
}

static void
write_exact (pe_writer *self, const pe_audit_view *view, size_t index)
{
  pe_ratio *exact = NULL;

  if (pe_audit_compute_exact (&exact, view->audit, index, NULL) != PE_OK)
    self->status = PE_ERROR_NO_MEMORY;
  if (exact != NULL)
    {
      pe_json_writer_name (&self->json, "exact");
      pe_json_writer_rational (&self->json, pe_ratio_peek (exact));
    }
  pe_ratio_unref (exact);
}

static void
write_sentences (pe_writer *self, const pe_audit_view *view, size_t index)
{
  pe_text *zh = NULL, *en = NULL;

  if (pe_audit_print_verdict (&zh, view->audit, index, PE_LANGUAGE_ZH, NULL) != PE_OK
      || pe_audit_print_verdict (&en, view->audit, index, PE_LANGUAGE_EN, NULL) != PE_OK)
    self->status = PE_ERROR_NO_MEMORY;
  else
    pe_writer_member_both (self, "verdict", pe_text_get_data (zh), pe_text_get_data (en));
  pe_text_unref (zh);
  pe_text_unref (en);
}

static void
write_repairs (pe_writer *self, const pe_audit *audit, size_t relation)
{
  const size_t n = pe_audit_get_n_repairs (audit, relation);

  if (n == 0)
    return;
  pe_json_writer_name (&self->json, "repairs");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < n; i++)
    {
      pe_repair repair;

      pe_repair_init (&repair, sizeof repair);
      (void) pe_audit_get_repair (&repair, audit, relation, i, NULL);
      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_int (&self->json, "claim", repair.claim);
      member_decimal (self, "value", &repair.value);
      pe_writer_member_word (self, "slip", words_slip, repair.slip);
      member_bool (self, "clean", repair.is_clean != 0);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
}

static void
write_verdict (pe_writer *self, const pe_audit_view *view, size_t index)
{
  const pe_verdict verdict = pe_audit_view_get_verdict (view, index);

  pe_writer_member_word (self, "state", words_verdict_state, verdict.state);
  pe_writer_member_word (self, "class", words_class, verdict.audit_class);
  if (verdict.state == PE_VERDICT_COMPUTED)
    {
      member_modes (self, "as_printed", verdict.as_printed);
      member_modes (self, "as_rounded", verdict.as_rounded);
      pe_json_writer_member_int (&self->json, "places", verdict.places);
    }
  if (verdict.has_nearest)
    {
      member_decimal (self, "nearest", &verdict.nearest);
      member_decimal (self, "nearest_possible", &verdict.nearest_possible);
    }
  if (verdict.cause != PE_NO_CLAIM && verdict.audit_class == PE_CLASS_CONTRADICTION)
    pe_json_writer_member_int (&self->json, "cause", verdict.cause);
  if (verdict.n_bases > 0)
    {
      pe_json_writer_member_int (&self->json, "bases", verdict.n_bases);
      pe_json_writer_member_int (&self->json, "first_base", verdict.first_base);
      pe_json_writer_member_int (&self->json, "last_base", verdict.last_base);
    }
  write_exact (self, view, index);
  write_sentences (self, view, index);
  write_repairs (self, view->audit, index);
}

static void
write_relation (pe_writer *self, const pe_audit_view *view, size_t index)
{
  const pe_relation relation = pe_audit_view_get_relation (view, index);

  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "kind", pe_relation_kind_get_name (relation.kind));
  pe_json_writer_member_string (&self->json, "form", pe_relation_form_get_name (relation.form));
  pe_json_writer_member_string (&self->json, "name", relation.name);
  if (relation.result != PE_NO_CLAIM)
    pe_json_writer_member_int (&self->json, "result", relation.result);
  write_operands (self, &relation);
  pe_writer_member_both (self, "reading", relation.reading_zh, relation.reading_en);
  pe_json_writer_member_int (&self->json, "alternatives", relation.alternatives);
  member_bool (self, "doubtful", relation.is_doubtful != 0);
  write_passage (self, view, &relation);
  write_verdict (self, view, index);
  pe_json_writer_end_object (&self->json);
}

static void
write_relations (pe_writer *self, const pe_audit_view *view)
{
  pe_json_writer_name (&self->json, "relations");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < pe_audit_get_n_relations (view->audit); i++)
    write_relation (self, view, i);
  pe_json_writer_end_array (&self->json);
}

static void
write_blames (pe_writer *self, const pe_audit *audit)
{
  pe_json_writer_name (&self->json, "blames");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < pe_audit_get_n_blames (audit); i++)
    {
      pe_blame blame;

      pe_blame_init (&blame, sizeof blame);
      (void) pe_audit_get_blame (&blame, audit, i, NULL);
      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_int (&self->json, "claim", blame.claim);
      pe_json_writer_member_int (&self->json, "relations", blame.n_relations);
      if (blame.has_value)
        member_decimal (self, "value", &blame.value);
      pe_writer_member_word (self, "slip", words_slip, blame.slip);
      member_bool (self, "clean", blame.is_clean != 0);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
}

pe_status
pe_audit_to_json (pe_text **out, const pe_audit *audit, const pe_audit_report_options *options, pe_error **error)
{
  pe_audit_view view;
  pe_writer     writer;
  pe_status     status = pe_audit_view_init (&view, out, audit, options, error);

  if (status == PE_OK)
    {
      pe_writer_init (&writer);
      pe_audit_json_begin (&writer, view.options.file, view.options.encoding);
      write_counts (&writer, &view.options);
      write_summary (&writer, audit);
      write_claims (&writer, &view);
      write_relations (&writer, &view);
      write_blames (&writer, audit);
      pe_json_writer_name (&writer.json, "findings");
      pe_writer_findings (&writer, pe_audit_get_findings (audit));
      pe_json_writer_end_object (&writer.json);
      status = pe_writer_finish (&writer, out, error);
    }
  pe_audit_view_clear (&view);
  return status;
}
