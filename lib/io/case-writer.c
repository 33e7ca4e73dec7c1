/* case-writer.c - the cases of a rulebook as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../rules/rulebook-private.h"
#include "rulebook-writer-private.h"

static void
write_scores (pe_writer *self, const pe_rulebook *rulebook, size_t index)
{
  size_t       first;
  const size_t n = pe_rulebook_find_case_scores (rulebook, index, &first);

  if (n == 0)
    return;
  pe_json_writer_name (&self->json, "scores");
  pe_json_writer_begin_object (&self->json);
  for (size_t i = first; i < first + n; i++)
    {
      const pe_case_score *score = pe_rulebook_peek_case_score (rulebook, i);

      pe_json_writer_member_decimal (&self->json, score->indicator, &score->score);
    }
  pe_json_writer_end_object (&self->json);
}

static void
write_expectations (pe_writer *self, const pe_rulebook *rulebook, size_t index)
{
  const pe_rulebook_case *proof = pe_rulebook_peek_case (rulebook, index);

  pe_json_writer_name (&self->json, "expect");
  pe_json_writer_begin_object (&self->json);
  write_scores (self, rulebook, index);
  pe_writer_member_figure (self, "total", &proof->total, NULL, PE_UNIT_NONE);
  pe_json_writer_member_string (&self->json, "grade", proof->grade);
  if (proof->error != PE_OK)
    pe_json_writer_member_string (&self->json, "error", pe_status_name (proof->error));
  pe_json_writer_member_string (&self->json, "at", proof->at);
  pe_json_writer_end_object (&self->json);
}

void
pe_writer_cases (pe_writer *self, const pe_rulebook *rulebook)
{
  const size_t n = pe_rulebook_get_n_cases (rulebook);

  /* What failed before has left its objects open. */
  if (n == 0 || self->status != PE_OK)
    return;
  pe_json_writer_name (&self->json, "cases");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < n && self->status == PE_OK; i++)
    {
      const pe_rulebook_case *proof = pe_rulebook_peek_case (rulebook, i);

      pe_json_writer_begin_object (&self->json);
      pe_writer_member_both (self, "name", proof->name_zh, proof->name_en);
      pe_json_writer_name (&self->json, "dossier");
      pe_writer_case_dossier (self, proof->dossier);
      if (self->status != PE_OK)
        return;
      write_expectations (self, rulebook, i);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
}
