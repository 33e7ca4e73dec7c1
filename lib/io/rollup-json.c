/* rollup-json.c - a roll-up as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/rollup_json.h>
#include <perfeval/version.h>

#include "../base/finding-private.h"
#include "../rules/rulebook-private.h"
#include "rulebook-writer-private.h"

/* The roll-up, and where what failed is remembered. */
typedef struct
{
  pe_writer       *writer;
  const pe_rollup *rollup;
} rollup_writer;

/* FALSE, remembered, when a call from below failed: with arguments that are good, that is memory. */
static gboolean
check (rollup_writer *self, pe_status status)
{
  if (status != PE_OK && self->writer->status == PE_OK)
    self->writer->status = PE_ERROR_NO_MEMORY;
  return status == PE_OK;
}

/* A decimal where one holds it. The ratio is taken over. */
static void
write_ratio (rollup_writer *self, const char *name, pe_ratio *ratio)
{
  const pe_rational *value = pe_ratio_peek (ratio);
  pe_decimal         decimal;

  pe_json_writer_name (&self->writer->json, name);
  if (pe_rational_is_decimal (&decimal, value))
    pe_json_writer_decimal (&self->writer->json, &decimal);
  else
    pe_json_writer_rational (&self->writer->json, value);
  pe_ratio_unref (ratio);
}

static void
write_points (rollup_writer *self, const char *name, size_t node, pe_points points)
{
  pe_ratio *ratio = NULL;

  if (check (self, pe_rollup_compute_points (&ratio, self->rollup, node, points, NULL)))
    write_ratio (self, name, ratio);
}

static void
write_digest (rollup_writer *self, const char *name, const uint8_t digest[PE_DIGEST_SIZE])
{
  char hex[PE_DIGEST_HEX_SIZE];

  pe_digest_print (hex, digest);
  pe_json_writer_member_string (&self->writer->json, name, hex);
}

/* Head */

static void
write_unit_of (rollup_writer *self, const char *name, const char *code)
{
  pe_json_writer_name (&self->writer->json, "unit");
  pe_json_writer_begin_object (&self->writer->json);
  pe_json_writer_member_string (&self->writer->json, "name", name);
  pe_json_writer_member_string (&self->writer->json, "code", code);
  pe_json_writer_end_object (&self->writer->json);
}

static void
write_rulebook (rollup_writer *self)
{
  const pe_rulebook      *rulebook = pe_rollup_get_rulebook (self->rollup);
  const pe_rulebook_head *head = pe_rulebook_peek_head (rulebook);

  pe_json_writer_name (&self->writer->json, "rulebook");
  pe_json_writer_begin_object (&self->writer->json);
  pe_json_writer_member_string (&self->writer->json, "id", head->id);
  pe_json_writer_member_string (&self->writer->json, "edition", head->edition);
  pe_writer_member_word (self->writer, "status", pe_words_status, head->status);
  pe_writer_member_both (self->writer, "title", head->title_zh, head->title_en);
  pe_writer_assumptions (self->writer, rulebook);
  pe_json_writer_end_object (&self->writer->json);
}

static void
write_total (rollup_writer *self)
{
  pe_json_writer_name (&self->writer->json, "total");
  pe_json_writer_begin_object (&self->writer->json);
  write_points (self, "full_marks", 0, PE_POINTS_FULL_MARKS);
  write_points (self, "score", 0, PE_POINTS_SCORE);
  write_points (self, "lost", 0, PE_POINTS_LOST);
  pe_json_writer_end_object (&self->writer->json);
}

static void
write_grade (rollup_writer *self)
{
  const int32_t   index = pe_rollup_get_grade (self->rollup);
  const pe_grade *grade;

  pe_json_writer_name (&self->writer->json, "grade");
  if (index < 0)
    {
      pe_json_writer_null (&self->writer->json);
      return;
    }
  grade = pe_rulebook_peek_grade (pe_rollup_get_rulebook (self->rollup), (size_t) index);
  pe_json_writer_begin_object (&self->writer->json);
  pe_json_writer_member_string (&self->writer->json, "id", grade->id);
  pe_json_writer_member_string (&self->writer->json, "zh", grade->name_zh);
  pe_json_writer_member_string (&self->writer->json, "en", grade->name_en);
  pe_json_writer_end_object (&self->writer->json);
}

/* Units */

static void
write_score (rollup_writer *self, const pe_evaluation *evaluation)
{
  pe_ratio *ratio = NULL;

  if (check (self, pe_evaluation_compute_points (&ratio, evaluation, 0, PE_POINTS_SCORE, NULL)))
    write_ratio (self, "score", ratio);
}

static void
write_unit (rollup_writer *self, size_t index)
{
  pe_rollup_unit  unit;
  pe_dossier_head head;
  pe_ratio       *share = NULL;
  uint8_t         digest[PE_DIGEST_SIZE];

  pe_rollup_unit_init (&unit, sizeof unit);
  pe_dossier_head_init (&head, sizeof head);
  if (!check (self, pe_rollup_get_unit (&unit, self->rollup, index, NULL))
      || !check (self, pe_dossier_get_head (&head, pe_evaluation_get_dossier (unit.evaluation), NULL)))
    return;
  pe_json_writer_begin_object (&self->writer->json);
  pe_json_writer_member_string (&self->writer->json, "name", head.unit_name);
  pe_json_writer_member_string (&self->writer->json, "code", head.unit_code);
  pe_writer_member_figure (self->writer, "weight", &unit.weight, NULL, PE_UNIT_NONE);
  if (check (self, pe_rollup_compute_share (&share, self->rollup, index, NULL)))
    write_ratio (self, "share", share);
  write_score (self, unit.evaluation);
  pe_dossier_get_digest (pe_evaluation_get_dossier (unit.evaluation), digest);
  write_digest (self, "dossier_digest", digest);
  pe_json_writer_end_object (&self->writer->json);
}

static void
write_units (rollup_writer *self)
{
  pe_json_writer_name (&self->writer->json, "units");
  pe_json_writer_begin_array (&self->writer->json);
  for (size_t i = 0; i < pe_rollup_get_n_units (self->rollup); i++)
    write_unit (self, i);
  pe_json_writer_end_array (&self->writer->json);
}

/* Nodes and ledger */

typedef pe_status (*print_function) (pe_text **out, const pe_rollup *self, size_t index, pe_language language,
                                     pe_error **error);

static void
write_both (rollup_writer *self, const char *name, size_t index, print_function print)
{
  pe_text *zh = NULL, *en = NULL;

  if (check (self, print (&zh, self->rollup, index, PE_LANGUAGE_ZH, NULL))
      && check (self, print (&en, self->rollup, index, PE_LANGUAGE_EN, NULL)))
    pe_writer_member_both (self->writer, name, pe_text_get_data (zh), pe_text_get_data (en));
  pe_text_unref (zh);
  pe_text_unref (en);
}

static void
write_node (rollup_writer *self, size_t index)
{
  pe_node node;

  pe_node_init (&node, sizeof node);
  if (!check (self, pe_rollup_get_node (&node, self->rollup, index, NULL)))
    return;
  pe_json_writer_begin_object (&self->writer->json);
  pe_json_writer_member_int (&self->writer->json, "node", (int64_t) index);
  pe_json_writer_name (&self->writer->json, "parent");
  if (index == 0)
    pe_json_writer_null (&self->writer->json);
  else
    pe_json_writer_int (&self->writer->json, node.parent);
  pe_writer_member_word (self->writer, "kind", pe_words_node_kind, node.kind);
  pe_json_writer_member_string (&self->writer->json, "code", node.code);
  pe_writer_member_both (self->writer, "name", node.name_zh, node.name_en);
  write_points (self, "full_marks", index, PE_POINTS_FULL_MARKS);
  write_points (self, "score", index, PE_POINTS_SCORE);
  write_points (self, "unrounded", index, PE_POINTS_UNROUNDED);
  write_points (self, "lost", index, PE_POINTS_LOST);
  pe_writer_member_word (self->writer, "origin", pe_words_origin, node.origin);
  write_both (self, "formula", index, pe_rollup_print_formula);
  write_both (self, "explanation", index, pe_rollup_explain);
  pe_json_writer_end_object (&self->writer->json);
}

static void
write_entry (rollup_writer *self, size_t index)
{
  pe_rollup_entry entry;
  pe_node         node;
  pe_ratio       *amount = NULL;

  pe_rollup_entry_init (&entry, sizeof entry);
  pe_node_init (&node, sizeof node);
  if (!check (self, pe_rollup_get_entry (&entry, self->rollup, index, NULL))
      || !check (self, pe_rollup_get_node (&node, self->rollup, entry.node, NULL))
      || !check (self, pe_rollup_compute_amount (&amount, self->rollup, index, NULL)))
    return;
  pe_json_writer_begin_object (&self->writer->json);
  pe_json_writer_member_int (&self->writer->json, "node", entry.node);
  pe_json_writer_member_string (&self->writer->json, "code", node.code);
  pe_json_writer_name (&self->writer->json, "unit");
  if (entry.unit < 0)
    pe_json_writer_null (&self->writer->json);
  else
    pe_json_writer_int (&self->writer->json, entry.unit);
  pe_writer_member_word (self->writer, "kind", pe_words_entry_kind, entry.kind);
  pe_writer_member_word (self->writer, "cause", pe_words_adjust_cause, entry.cause);
  write_ratio (self, "amount", amount);
  write_both (self, "reason", index, pe_rollup_print_reason);
  pe_json_writer_end_object (&self->writer->json);
}

static void
write_tables (rollup_writer *self)
{
  pe_json_writer_name (&self->writer->json, "nodes");
  pe_json_writer_begin_array (&self->writer->json);
  for (size_t i = 0; i < pe_rollup_get_n_nodes (self->rollup); i++)
    write_node (self, i);
  pe_json_writer_end_array (&self->writer->json);
  pe_json_writer_name (&self->writer->json, "ledger");
  pe_json_writer_begin_array (&self->writer->json);
  for (size_t i = 0; i < pe_rollup_get_n_entries (self->rollup); i++)
    write_entry (self, i);
  pe_json_writer_end_array (&self->writer->json);
}

static void
write_receipt (rollup_writer *self)
{
  uint8_t digest[PE_DIGEST_SIZE];

  pe_json_writer_name (&self->writer->json, "receipt");
  pe_json_writer_begin_object (&self->writer->json);
  pe_json_writer_member_string (&self->writer->json, "library", pe_version_get_string ());
  pe_rulebook_get_digest (pe_rollup_get_rulebook (self->rollup), digest);
  write_digest (self, "rulebook_digest", digest);
  pe_json_writer_end_object (&self->writer->json);
}

static void
write_document (rollup_writer *self)
{
  pe_json_writer *const json = &self->writer->json;
  pe_evaluation        *whole = pe_rollup_get_evaluation (self->rollup);

  pe_json_writer_begin_object (json);
  pe_json_writer_member_string (json, "format", "perfeval-rollup/1");
  pe_json_writer_member_string (
      json, "mode", pe_rollup_get_mode (self->rollup) == PE_ROLLUP_TOTALS_FIRST ? "totals_first" : "scores_first");
  pe_json_writer_member_string (
      json, "weighting", pe_rollup_get_weighting (self->rollup) == PE_WEIGHTING_BY_FUNDS ? "funds" : "points");
  write_unit_of (self, pe_rollup_get_unit_name (self->rollup), pe_rollup_get_unit_code (self->rollup));
  write_rulebook (self);
  write_total (self);
  write_grade (self);
  write_units (self);
  write_tables (self);
  pe_json_writer_name (json, "findings");
  pe_writer_findings (self->writer, pe_rollup_get_findings (self->rollup));
  pe_json_writer_name (json, "evaluation");
  if (whole != NULL)
    pe_writer_evaluation (self->writer, whole);
  else
    pe_json_writer_null (json);
  write_receipt (self);
  pe_json_writer_end_object (json);
}

pe_status
pe_rollup_to_json (pe_text **out, const pe_rollup *self, pe_error **error)
{
  pe_writer     writer;
  rollup_writer made = { &writer, self };

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  pe_writer_init (&writer);
  write_document (&made);
  return pe_writer_finish (&writer, out, error);
}
