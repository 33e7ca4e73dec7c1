/* case-reader.c - the cases of a rulebook from JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/rulebook_case.h>

#include "../base/messages-private.h"
#include "../rules/rulebook-private.h"
#include "dossier-reader-private.h"
#include "rulebook-reader-private.h"

enum
{
  CASE_NAME,
  CASE_DOSSIER,
  CASE_EXPECT,
  N_CASE
};

static const pe_member_rule case_members[N_CASE] = {
  { "name", PE_MEMBER_REQUIRED },
  { "dossier", PE_MEMBER_REQUIRED },
  { "expect", PE_MEMBER_REQUIRED },
};

enum
{
  EXPECT_SCORES,
  EXPECT_TOTAL,
  EXPECT_GRADE,
  EXPECT_ERROR,
  EXPECT_AT,
  N_EXPECT
};

static const pe_member_rule expect_members[N_EXPECT] = {
  { "scores", PE_MEMBER_OPTIONAL }, { "total", PE_MEMBER_OPTIONAL }, { "grade", PE_MEMBER_OPTIONAL },
  { "error", PE_MEMBER_OPTIONAL },  { "at", PE_MEMBER_OPTIONAL },
};

/* Cases under way. */
typedef struct
{
  pe_document           *document;
  const pe_dossier_head *defaults;
  pe_document_table      cases;  /* of pe_rulebook_case, which own their dossiers */
  pe_document_table      scores; /* of pe_case_score */
} cases_reader;

static pe_status
read_error (pe_document *document, pe_json_index value)
{
  const char       *name = pe_document_read_text (document, value);
  const pe_message *message = name != NULL ? pe_message_find_name (name) : NULL;
  char              found[PE_EXCERPT_SIZE];

  if (name == NULL)
    return PE_OK;
  if (message != NULL && message->code != PE_OK && pe_status_get_severity (message->code) == PE_SEVERITY_ERROR)
    return message->code;
  pe_document_report (document, value, PE_ERROR_VALUE_UNKNOWN, "name", "error", "found",
                      pe_document_print_found (document, value, found), "expected",
                      "the name of an error, e.g. PE_ERROR_FIGURE_MISSING", "expected_zh",
                      "错误的名称，如 PE_ERROR_FIGURE_MISSING", NULL);
  return PE_OK;
}

static void
read_scores (cases_reader *self, pe_json_index value)
{
  pe_document *document = self->document;

  if (!pe_document_read_names (document, value))
    return;
  for (value = pe_json_get_first (document->json, value); value != PE_JSON_NONE;
       value = pe_json_get_next (document->json, value))
    {
      pe_case_score *score;

      if (!pe_code_read_name (document, value))
        continue;
      score = pe_document_table_append (document, &self->scores, value);
      if (score == NULL)
        return;
      pe_case_score_init (score, sizeof *score);
      score->of_case = (uint32_t) self->cases.items.size;
      score->indicator = pe_json_get_name (document->json, value, NULL);
      pe_document_read_decimal (document, value, &score->score);
    }
}

static void
read_expectations (cases_reader *self, pe_json_index value, pe_rulebook_case *proof)
{
  pe_document  *document = self->document;
  pe_json_index members[N_EXPECT];

  if (value == PE_JSON_NONE
      || !pe_document_read_object (document, value, expect_members, N_EXPECT, PE_ERROR_MEMBER_UNKNOWN, members))
    return;
  read_scores (self, members[EXPECT_SCORES]);
  if (pe_document_read_decimal (document, members[EXPECT_TOTAL], &proof->total.value))
    proof->total.state = PE_STATE_VALUE;
  proof->grade = pe_document_read_text (document, members[EXPECT_GRADE]);
  if (members[EXPECT_ERROR] != PE_JSON_NONE)
    proof->error = read_error (document, members[EXPECT_ERROR]);
  proof->at = pe_document_read_text (document, members[EXPECT_AT]);
}

/* FALSE when memory ran out. */
static gboolean
read_case (cases_reader *self, pe_json_index value)
{
  pe_document      *document = self->document;
  pe_rulebook_case *proof = pe_document_table_append (document, &self->cases, value);
  pe_json_index     members[N_CASE];

  if (proof == NULL)
    return FALSE;
  pe_rulebook_case_init (proof, sizeof *proof);
  if (!pe_document_read_object (document, value, case_members, N_CASE, PE_ERROR_MEMBER_UNKNOWN, members))
    return TRUE;
  pe_document_read_both (document, members[CASE_NAME], TRUE, &proof->name_zh, &proof->name_en);
  read_expectations (self, members[CASE_EXPECT], proof);
  if (members[CASE_DOSSIER] != PE_JSON_NONE)
    proof->dossier = pe_case_dossier_read (document, members[CASE_DOSSIER], self->defaults);
  return TRUE;
}

static pe_status
add_cases (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_rulebook_builder_add_cases (builder, items, n, error);
}

static pe_status
add_scores (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_rulebook_builder_add_case_scores (builder, items, n, error);
}

static void
cases_reader_clear (cases_reader *self)
{
  for (size_t i = 0; i < self->cases.items.size; i++)
    pe_dossier_unref (pe_vector_at (&self->cases.items, pe_rulebook_case, i)->dossier);
  pe_document_table_clear (&self->cases);
  pe_document_table_clear (&self->scores);
}

void
pe_cases_read (pe_document *document, pe_json_index value, const pe_dossier_head *defaults,
               pe_rulebook_builder *builder)
{
  cases_reader   self = { document, defaults, PE_DOCUMENT_TABLE_INIT (pe_rulebook_case, G_MAXSIZE),
                          PE_DOCUMENT_TABLE_INIT (pe_case_score, G_MAXSIZE) };
  const uint64_t n_errors = pe_document_get_n_errors (document);

  if (pe_document_read_array (document, value))
    for (value = pe_json_get_first (document->json, value); value != PE_JSON_NONE;
         value = pe_json_get_next (document->json, value))
      if (!read_case (&self, value))
        break;
  if (pe_document_get_n_errors (document) == n_errors)
    pe_document_table_add_to (document, &self.cases, add_cases, builder);
  if (pe_document_get_n_errors (document) == n_errors)
    pe_document_table_add_to (document, &self.scores, add_scores, builder);
  /* What is left when faults are told apart, one case at a time, is not worth checking. */
  if (pe_document_get_n_errors (document) > n_errors)
    pe_rulebook_builder_drop_cases (builder);
  cases_reader_clear (&self);
}
