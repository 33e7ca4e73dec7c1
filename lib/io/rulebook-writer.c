/* rulebook-writer.c - a rulebook as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rulebook-writer-private.h"

#include "adjustment-writer-private.h"
#include "measure-json-private.h"
#include "review-setting-private.h"

#include "../base/finding-private.h"
#include "../rules/rulebook-private.h"

static void
write_head (pe_writer *self, const pe_rulebook_head *head)
{
  pe_json_writer_member_string (&self->json, "format", "perfeval-rulebook/1");
  pe_json_writer_member_string (&self->json, "id", head->id);
  pe_json_writer_member_string (&self->json, "edition", head->edition);
  pe_writer_member_both (self, "title", head->title_zh, head->title_en);
  pe_writer_member_word (self, "kind", pe_words_kind, head->kind);
  pe_json_writer_member_string (&self->json, "place", head->place);
  pe_json_writer_name (&self->json, "fiscal_years");
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_int (&self->json, "first", head->first_year);
  pe_json_writer_member_int (&self->json, "last", head->last_year);
  pe_json_writer_end_object (&self->json);
  pe_writer_member_word (self, "status", pe_words_status, head->status);
  pe_json_writer_member_decimal (&self->json, "full_marks", &head->full_marks);
}

static void
write_sources (pe_writer *self, const pe_rulebook *rulebook)
{
  const size_t n = pe_rulebook_get_n_sources (rulebook);
  pe_source    source;

  if (n == 0)
    return;
  pe_source_init (&source, sizeof source);
  pe_json_writer_name (&self->json, "sources");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < n; i++)
    {
      pe_rulebook_get_source (&source, rulebook, i, NULL);
      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_string (&self->json, "id", source.id);
      pe_json_writer_member_string (&self->json, "title", source.title);
      pe_json_writer_member_string (&self->json, "document", source.document);
      pe_json_writer_member_string (&self->json, "address", source.address);
      pe_json_writer_member_string (&self->json, "note", source.note);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
}

void
pe_writer_assumptions (pe_writer *self, const pe_rulebook *rulebook)
{
  pe_assumption assumption;

  pe_assumption_init (&assumption, sizeof assumption);
  pe_json_writer_name (&self->json, "assumptions");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < pe_rulebook_get_n_assumptions (rulebook); i++)
    {
      pe_rulebook_get_assumption (&assumption, rulebook, i, NULL);
      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_string (&self->json, "id", assumption.id);
      pe_json_writer_member_string (&self->json, "zh", assumption.text_zh);
      pe_json_writer_member_string (&self->json, "en", assumption.text_en);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
}

static void
write_level (pe_writer *self, const char *name, int32_t places, pe_rounding rounding)
{
  pe_json_writer_name (&self->json, name);
  if (rounding == 0)
    {
      pe_json_writer_null (&self->json);
      return;
    }
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_int (&self->json, "places", places);
  pe_writer_member_word (self, "mode", pe_words_rounding, rounding);
  pe_json_writer_end_object (&self->json);
}

static void
write_rounding (pe_writer *self, const pe_rounding_contract *contract)
{
  pe_json_writer_name (&self->json, "rounding");
  pe_json_writer_begin_object (&self->json);
  write_level (self, "rate", contract->rate_places, contract->rate_rounding);
  write_level (self, "leaf", contract->leaf_places, contract->leaf_rounding);
  write_level (self, "subtotal", contract->subtotal_places, contract->subtotal_rounding);
  write_level (self, "total", contract->total_places, contract->total_rounding);
  pe_writer_member_word (self, "rank_on", pe_words_rank_on, contract->rank_on);
  pe_json_writer_end_object (&self->json);
}

static pe_policy
get_policy (const void *data, pe_state state)
{
  return pe_rulebook_get_policy (data, state);
}

static void
write_grades (pe_writer *self, const pe_rulebook *rulebook)
{
  const size_t n = pe_rulebook_get_n_grades (rulebook);

  if (n == 0)
    return;
  pe_json_writer_name (&self->json, "grades");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < n; i++)
    {
      const pe_grade *grade = pe_rulebook_peek_grade (rulebook, i);

      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_string (&self->json, "id", grade->id);
      pe_json_writer_member_decimal (&self->json, "from", &grade->from);
      pe_writer_member_both (self, "name", grade->name_zh, grade->name_en);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
}

static uint32_t
indicator_parent (const void *data, size_t index)
{
  return pe_rulebook_peek_indicator (data, index)->parent;
}

static void
write_indicator (pe_writer *self, const void *data, size_t index)
{
  const pe_indicator *indicator = pe_rulebook_peek_indicator (data, index);

  pe_json_writer_member_string (&self->json, "code", indicator->code);
  pe_writer_member_both (self, "name", indicator->name_zh, indicator->name_en);
  pe_json_writer_member_decimal (&self->json, "full_marks", &indicator->full_marks);
  pe_writer_member_word (self, "status", pe_words_status, indicator->status);
  pe_json_writer_member_string (&self->json, "source", indicator->source);
  pe_writer_member_word (self, "declared", pe_words_declared, indicator->declared);
  pe_writer_member_both (self, "standard", indicator->standard_zh, indicator->standard_en);
  pe_writer_member_both (self, "reason", indicator->reason_zh, indicator->reason_en);
  if (indicator->rule != NULL)
    pe_writer_rule (self, indicator->rule, indicator->intended);
  pe_writer_leaf_adjustments (self, data, index);
}

static void
write_indicators (pe_writer *self, const pe_rulebook *rulebook)
{
  pe_tree tree;

  if (!pe_tree_init (&tree, pe_rulebook_get_n_indicators (rulebook), indicator_parent, rulebook))
    {
      self->status = PE_ERROR_NO_MEMORY;
      return;
    }
  pe_writer_tree (self, &tree, "indicators", "indicators", PE_RULE_DEPTH, indicator_parent, write_indicator, rulebook);
  pe_tree_clear (&tree);
}

pe_status
pe_rulebook_to_json (pe_text **out, const pe_rulebook *self, pe_error **error)
{
  pe_writer writer;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  pe_writer_init (&writer);
  pe_json_writer_begin_object (&writer.json);
  write_head (&writer, pe_rulebook_peek_head (self));
  write_sources (&writer, self);
  if (pe_rulebook_get_n_assumptions (self) > 0)
    pe_writer_assumptions (&writer, self);
  write_rounding (&writer, pe_rulebook_peek_rounding (self));
  pe_writer_policies (&writer, self, get_policy);
  write_grades (&writer, self);
  pe_writer_total_adjustments (&writer, self);
  pe_writer_review_settings (&writer, self);
  pe_writer_measures (&writer, self);
  write_indicators (&writer, self);
  pe_writer_cases (&writer, self);
  if (writer.status == PE_OK)
    pe_json_writer_end_object (&writer.json);
  return pe_writer_finish (&writer, out, error);
}
