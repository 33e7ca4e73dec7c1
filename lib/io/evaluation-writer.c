/* evaluation-writer.c - an evaluation as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/version.h>

#include "../base/finding-private.h"
#include "rulebook-writer-private.h"

/* The evaluation, and where what failed is remembered. */
typedef struct
{
  pe_writer           *writer;
  const pe_evaluation *evaluation;
} evaluation_writer;

/* FALSE, remembered, when a call from below failed: with arguments that are good, that is memory. */
static gboolean
check (evaluation_writer *self, pe_status status)
{
  if (status != PE_OK && self->writer->status == PE_OK)
    self->writer->status = PE_ERROR_NO_MEMORY;
  return status == PE_OK;
}

static void
write_ratio (evaluation_writer *self, const char *name, pe_ratio *ratio)
{
  pe_json_writer_name (&self->writer->json, name);
  pe_json_writer_rational (&self->writer->json, pe_ratio_peek (ratio));
  pe_ratio_unref (ratio);
}

static void
write_points (evaluation_writer *self, const char *name, size_t node, pe_points points)
{
  pe_ratio  *ratio = NULL;
  pe_decimal decimal;

  if (pe_evaluation_get_points (&decimal, self->evaluation, node, points, NULL) == PE_OK)
    pe_json_writer_member_decimal (&self->writer->json, name, &decimal);
  else if (check (self, pe_evaluation_compute_points (&ratio, self->evaluation, node, points, NULL)))
    write_ratio (self, name, ratio);
}

/* Head */

static void
write_rulebook (evaluation_writer *self)
{
  const pe_rulebook *rulebook = pe_evaluation_get_rulebook (self->evaluation);
  pe_rulebook_head   head;

  pe_rulebook_head_init (&head, sizeof head);
  if (!check (self, pe_rulebook_get_head (&head, rulebook, NULL)))
    return;
  pe_json_writer_name (&self->writer->json, "rulebook");
  pe_json_writer_begin_object (&self->writer->json);
  pe_json_writer_member_string (&self->writer->json, "id", head.id);
  pe_json_writer_member_string (&self->writer->json, "edition", head.edition);
  pe_writer_member_word (self->writer, "status", pe_words_status, head.status);
  pe_writer_member_both (self->writer, "title", head.title_zh, head.title_en);
  pe_writer_assumptions (self->writer, rulebook);
  pe_json_writer_end_object (&self->writer->json);
}

static void
write_unit (evaluation_writer *self)
{
  pe_dossier_head head;

  pe_dossier_head_init (&head, sizeof head);
  if (!check (self, pe_dossier_get_head (&head, pe_evaluation_get_dossier (self->evaluation), NULL)))
    return;
  pe_json_writer_name (&self->writer->json, "unit");
  pe_json_writer_begin_object (&self->writer->json);
  pe_json_writer_member_string (&self->writer->json, "name", head.unit_name);
  pe_json_writer_member_string (&self->writer->json, "code", head.unit_code);
  pe_json_writer_end_object (&self->writer->json);
  pe_json_writer_member_int (&self->writer->json, "fiscal_year", head.fiscal_year);
}

static void
write_total (evaluation_writer *self)
{
  pe_json_writer_name (&self->writer->json, "total");
  pe_json_writer_begin_object (&self->writer->json);
  write_points (self, "full_marks", 0, PE_POINTS_FULL_MARKS);
  write_points (self, "score", 0, PE_POINTS_SCORE);
  write_points (self, "lost", 0, PE_POINTS_LOST);
  pe_json_writer_end_object (&self->writer->json);
}

/* The event that keeps the grade down, where one does, and the grade that the points have. */
static void
write_limit (evaluation_writer *self)
{
  const int32_t event = pe_evaluation_get_grade_event (self->evaluation);
  pe_event      limit;
  pe_grade      grade;

  if (event < 0)
    return;
  pe_event_init (&limit, sizeof limit);
  pe_grade_init (&grade, sizeof grade);
  if (!check (self, pe_dossier_get_event (&limit, pe_evaluation_get_dossier (self->evaluation), (size_t) event, NULL))
      || !check (self, pe_rulebook_get_grade (&grade, pe_evaluation_get_rulebook (self->evaluation),
                                              (size_t) pe_evaluation_get_grade_of_points (self->evaluation), NULL)))
    return;
  pe_json_writer_member_string (&self->writer->json, "of_points", grade.id);
  pe_json_writer_name (&self->writer->json, "limited_by");
  pe_json_writer_begin_object (&self->writer->json);
  pe_json_writer_member_string (&self->writer->json, "veto", limit.veto);
  pe_json_writer_member_string (&self->writer->json, "evidence", limit.evidence);
  pe_json_writer_end_object (&self->writer->json);
}

static void
write_grade (evaluation_writer *self)
{
  const int32_t index = pe_evaluation_get_grade (self->evaluation);
  pe_grade      grade;

  pe_grade_init (&grade, sizeof grade);
  pe_json_writer_name (&self->writer->json, "grade");
  if (index < 0)
    {
      pe_json_writer_null (&self->writer->json);
      return;
    }
  check (self, pe_rulebook_get_grade (&grade, pe_evaluation_get_rulebook (self->evaluation), (size_t) index, NULL));
  pe_json_writer_begin_object (&self->writer->json);
  pe_json_writer_member_string (&self->writer->json, "id", grade.id);
  pe_json_writer_member_string (&self->writer->json, "zh", grade.name_zh);
  pe_json_writer_member_string (&self->writer->json, "en", grade.name_en);
  write_limit (self);
  pe_json_writer_end_object (&self->writer->json);
}

/* Nodes */

typedef pe_status (*print_function) (pe_text **out, const pe_evaluation *self, size_t node, pe_language language,
                                     pe_error **error);

/* A text of a node in both languages; null where it is empty. */
static void
write_both (evaluation_writer *self, const char *name, size_t node, print_function print)
{
  pe_text *zh = NULL, *en = NULL;

  if (check (self, print (&zh, self->evaluation, node, PE_LANGUAGE_ZH, NULL))
      && check (self, print (&en, self->evaluation, node, PE_LANGUAGE_EN, NULL)))
    {
      pe_json_writer_name (&self->writer->json, name);
      pe_json_writer_begin_object (&self->writer->json);
      pe_json_writer_member_string (&self->writer->json, "zh", pe_text_get_data (zh));
      pe_json_writer_member_string (&self->writer->json, "en", pe_text_get_data (en));
      pe_json_writer_end_object (&self->writer->json);
    }
  pe_text_unref (zh);
  pe_text_unref (en);
}

static void
write_rate (evaluation_writer *self, size_t node)
{
  pe_text *rate = NULL;

  if (!check (self, pe_evaluation_print_rate (&rate, self->evaluation, node, NULL)))
    return;
  pe_json_writer_name (&self->writer->json, "rate");
  pe_json_writer_string (&self->writer->json, pe_text_get_size (rate) > 0 ? pe_text_get_data (rate) : NULL);
  pe_text_unref (rate);
}

/* Where a figure came from, as far as that is known. */
static void
write_origin (evaluation_writer *self, const char *path)
{
  const pe_place *place
      = path != NULL ? pe_dossier_find_place (pe_evaluation_get_dossier (self->evaluation), path) : NULL;

  pe_json_writer_member_string (&self->writer->json, "path", path);
  pe_json_writer_member_string (&self->writer->json, "file", pe_place_get_file (place));
  if (pe_place_get_line (place) == 0)
    return;
  pe_json_writer_member_int (&self->writer->json, "line", (int64_t) pe_place_get_line (place));
  pe_json_writer_member_int (&self->writer->json, "column", (int64_t) pe_place_get_column (place));
}

static void
write_input (evaluation_writer *self, size_t node, size_t index)
{
  pe_input input;

  pe_input_init (&input, sizeof input);
  if (!check (self, pe_evaluation_get_input (&input, self->evaluation, node, index, NULL)))
    return;
  pe_json_writer_begin_object (&self->writer->json);
  pe_json_writer_member_string (&self->writer->json, "name", input.name);
  pe_json_writer_member_string (&self->writer->json, "measure", input.measure);
  write_origin (self, input.path);
  pe_json_writer_name (&self->writer->json, "figure");
  if (input.figure.state == PE_STATE_VALUE)
    pe_json_writer_decimal (&self->writer->json, &input.figure.value);
  else
    pe_json_writer_null (&self->writer->json);
  if (input.unit != NULL || input.figure.unit != PE_UNIT_NONE)
    pe_json_writer_member_string (
        &self->writer->json, "unit", input.unit != NULL ? input.unit : pe_unit_get_name (input.figure.unit));
  pe_writer_member_word (self->writer, "state", pe_words_state, input.figure.state);
  pe_json_writer_member_string (&self->writer->json, "text", input.text);
  pe_json_writer_end_object (&self->writer->json);
}

static void
write_inputs (evaluation_writer *self, size_t node)
{
  pe_json_writer_name (&self->writer->json, "inputs");
  pe_json_writer_begin_array (&self->writer->json);
  for (size_t i = 0; i < pe_evaluation_get_n_inputs (self->evaluation, node); i++)
    write_input (self, node, i);
  pe_json_writer_end_array (&self->writer->json);
}

static void
write_node (evaluation_writer *self, size_t index)
{
  pe_node node;

  pe_node_init (&node, sizeof node);
  if (!check (self, pe_evaluation_get_node (&node, self->evaluation, index, NULL)))
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
  write_points (self, "unadjusted", index, PE_POINTS_UNADJUSTED);
  write_points (self, "unrounded", index, PE_POINTS_UNROUNDED);
  write_points (self, "lost", index, PE_POINTS_LOST);
  pe_writer_member_word (self->writer, "origin", pe_words_origin, node.origin);
  pe_writer_member_word (self->writer, "state", pe_words_state, node.state);
  write_rate (self, index);
  write_inputs (self, index);
  write_both (self, "formula", index, pe_evaluation_print_formula);
  write_both (self, "explanation", index, pe_evaluation_explain);
  pe_json_writer_end_object (&self->writer->json);
}

static void
write_nodes (evaluation_writer *self)
{
  pe_json_writer_name (&self->writer->json, "nodes");
  pe_json_writer_begin_array (&self->writer->json);
  for (size_t i = 0; i < pe_evaluation_get_n_nodes (self->evaluation); i++)
    write_node (self, i);
  pe_json_writer_end_array (&self->writer->json);
}

/* Ledger */

static void
write_reason (evaluation_writer *self, size_t index)
{
  const pe_ledger *ledger = pe_evaluation_get_ledger (self->evaluation);
  pe_text         *zh = NULL, *en = NULL;

  if (check (self, pe_ledger_print_reason (&zh, ledger, index, PE_LANGUAGE_ZH, NULL))
      && check (self, pe_ledger_print_reason (&en, ledger, index, PE_LANGUAGE_EN, NULL)))
    pe_writer_member_both (self->writer, "reason", pe_text_get_data (zh), pe_text_get_data (en));
  pe_text_unref (zh);
  pe_text_unref (en);
}

static void
write_amount (evaluation_writer *self, const pe_ledger_entry *entry, size_t index)
{
  pe_ratio *ratio = NULL;

  if (entry->is_exact)
    pe_json_writer_member_decimal (&self->writer->json, "amount", &entry->amount);
  else if (check (self, pe_ledger_compute_amount (&ratio, pe_evaluation_get_ledger (self->evaluation), index, NULL)))
    write_ratio (self, "amount", ratio);
}

static void
write_entry (evaluation_writer *self, size_t index)
{
  pe_ledger_entry entry;
  pe_node         node;

  pe_ledger_entry_init (&entry, sizeof entry);
  pe_node_init (&node, sizeof node);
  if (!check (self, pe_ledger_get_entry (&entry, pe_evaluation_get_ledger (self->evaluation), index, NULL))
      || !check (self, pe_evaluation_get_node (&node, self->evaluation, entry.node, NULL)))
    return;
  pe_json_writer_begin_object (&self->writer->json);
  pe_json_writer_member_int (&self->writer->json, "node", entry.node);
  pe_json_writer_member_string (&self->writer->json, "code", node.code);
  pe_writer_member_word (self->writer, "kind", pe_words_entry_kind, entry.kind);
  pe_writer_member_word (self->writer, "cause", pe_words_adjust_cause, entry.cause);
  write_amount (self, &entry, index);
  write_reason (self, index);
  pe_json_writer_end_object (&self->writer->json);
}

static void
write_ledger (evaluation_writer *self)
{
  pe_json_writer_name (&self->writer->json, "ledger");
  pe_json_writer_begin_array (&self->writer->json);
  for (size_t i = 0; i < pe_ledger_get_size (pe_evaluation_get_ledger (self->evaluation)); i++)
    write_entry (self, i);
  pe_json_writer_end_array (&self->writer->json);
}

/* Receipt */

static void
write_digest (evaluation_writer *self, const char *name, const uint8_t digest[PE_DIGEST_SIZE])
{
  char hex[PE_DIGEST_HEX_SIZE];

  pe_digest_print (hex, digest);
  pe_json_writer_member_string (&self->writer->json, name, hex);
}

static void
write_receipt (evaluation_writer *self)
{
  uint8_t digest[PE_DIGEST_SIZE];

  pe_json_writer_name (&self->writer->json, "receipt");
  pe_json_writer_begin_object (&self->writer->json);
  pe_json_writer_member_string (&self->writer->json, "library", pe_version_get_string ());
  pe_rulebook_get_digest (pe_evaluation_get_rulebook (self->evaluation), digest);
  write_digest (self, "rulebook_digest", digest);
  pe_dossier_get_digest (pe_evaluation_get_dossier (self->evaluation), digest);
  write_digest (self, "dossier_digest", digest);
  pe_json_writer_end_object (&self->writer->json);
}

void
pe_writer_evaluation (pe_writer *writer, const pe_evaluation *evaluation)
{
  evaluation_writer self = { writer, evaluation };

  pe_json_writer_begin_object (&writer->json);
  pe_json_writer_member_string (&writer->json, "format", "perfeval-evaluation/1");
  write_unit (&self);
  write_rulebook (&self);
  write_total (&self);
  write_grade (&self);
  write_nodes (&self);
  write_ledger (&self);
  pe_json_writer_name (&writer->json, "findings");
  pe_writer_findings (writer, pe_evaluation_get_findings (evaluation));
  write_receipt (&self);
  pe_json_writer_end_object (&writer->json);
}

pe_status
pe_evaluation_to_json (pe_text **out, const pe_evaluation *self, pe_error **error)
{
  pe_writer writer;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  pe_writer_init (&writer);
  pe_writer_evaluation (&writer, self);
  return pe_writer_finish (&writer, out, error);
}
