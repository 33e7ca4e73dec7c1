/* rulebook.c - one scoring scheme
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "adjustment-rule-private.h"
#include "review-check-private.h"
#include "rulebook-measure-private.h"

#include <string.h>

#include "../base/digest-private.h"
#include "../base/struct-private.h"

/* Records */

void
pe_rulebook_head_init (pe_rulebook_head *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_source_init (pe_source *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_assumption_init (pe_assumption *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_grade_init (pe_grade *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_indicator_init (pe_indicator *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

static const pe_text_member head_texts[] = {
  { offsetof (pe_rulebook_head, id), "id", PE_MEMBER_CODE },
  { offsetof (pe_rulebook_head, edition), "edition", PE_MEMBER_CODE },
  { offsetof (pe_rulebook_head, title_zh), "title_zh", PE_MEMBER_TEXT },
  { offsetof (pe_rulebook_head, title_en), "title_en", PE_MEMBER_NULLABLE },
  { offsetof (pe_rulebook_head, place), "place", PE_MEMBER_NULLABLE },
};

static const pe_text_member source_texts[] = {
  { offsetof (pe_source, id), "id", PE_MEMBER_TEXT },
  { offsetof (pe_source, title), "title", PE_MEMBER_TEXT },
  { offsetof (pe_source, document), "document", PE_MEMBER_NULLABLE },
  { offsetof (pe_source, address), "address", PE_MEMBER_NULLABLE },
  { offsetof (pe_source, note), "note", PE_MEMBER_NULLABLE },
};

static const pe_text_member assumption_texts[] = {
  { offsetof (pe_assumption, id), "id", PE_MEMBER_TEXT },
  { offsetof (pe_assumption, text_zh), "text_zh", PE_MEMBER_TEXT },
  { offsetof (pe_assumption, text_en), "text_en", PE_MEMBER_NULLABLE },
};

static const pe_text_member grade_texts[] = {
  { offsetof (pe_grade, id), "id", PE_MEMBER_TEXT },
  { offsetof (pe_grade, name_zh), "name_zh", PE_MEMBER_TEXT },
  { offsetof (pe_grade, name_en), "name_en", PE_MEMBER_NULLABLE },
};

static const pe_text_member indicator_texts[] = {
  { offsetof (pe_indicator, code), "code", PE_MEMBER_CODE },
  { offsetof (pe_indicator, name_zh), "name_zh", PE_MEMBER_TEXT },
  { offsetof (pe_indicator, name_en), "name_en", PE_MEMBER_NULLABLE },
  { offsetof (pe_indicator, standard_zh), "standard_zh", PE_MEMBER_NULLABLE },
  { offsetof (pe_indicator, standard_en), "standard_en", PE_MEMBER_NULLABLE },
  { offsetof (pe_indicator, reason_zh), "reason_zh", PE_MEMBER_NULLABLE },
  { offsetof (pe_indicator, reason_en), "reason_en", PE_MEMBER_NULLABLE },
  { offsetof (pe_indicator, intended), "intended", PE_MEMBER_NULLABLE },
  { offsetof (pe_indicator, source), "source", PE_MEMBER_NULLABLE },
};

const pe_rulebook_record_kind pe_head_kind
    = { NULL, sizeof (pe_rulebook_head), head_texts, G_N_ELEMENTS (head_texts), NULL, NULL };
const pe_rulebook_record_kind pe_source_kind
    = { "sources", sizeof (pe_source), source_texts, G_N_ELEMENTS (source_texts), NULL, NULL };
const pe_rulebook_record_kind pe_assumption_kind
    = { "assumptions", sizeof (pe_assumption), assumption_texts, G_N_ELEMENTS (assumption_texts), NULL, NULL };
const pe_rulebook_record_kind pe_grade_kind
    = { "grades", sizeof (pe_grade), grade_texts, G_N_ELEMENTS (grade_texts), NULL, NULL };

static void
hold_rule (void *record)
{
  pe_rule_ref (((pe_indicator *) record)->rule);
}

static void
release_rule (void *record)
{
  pe_rule_unref (((pe_indicator *) record)->rule);
}

const pe_rulebook_record_kind pe_indicator_kind = {
  "indicators", sizeof (pe_indicator), indicator_texts, G_N_ELEMENTS (indicator_texts), hold_rule, release_rule,
};

/* Content */

void
pe_rulebook_content_init (pe_rulebook_content *self)
{
  memset (self, 0, sizeof *self);
  self->sources = (pe_vector) PE_VECTOR_INIT (pe_source);
  self->assumptions = (pe_vector) PE_VECTOR_INIT (pe_assumption);
  self->grades = (pe_vector) PE_VECTOR_INIT (pe_grade);
  self->indicators = (pe_vector) PE_VECTOR_INIT (pe_indicator);
  self->over_achievements = (pe_vector) PE_VECTOR_INIT (pe_over_achievement);
  self->caps = (pe_vector) PE_VECTOR_INIT (pe_cap);
  self->vetoes = (pe_vector) PE_VECTOR_INIT (pe_veto);
  self->review = (pe_vector) PE_VECTOR_INIT (pe_review_setting);
  self->measures = (pe_vector) PE_VECTOR_INIT (pe_rulebook_measure *);
  self->cases = (pe_vector) PE_VECTOR_INIT (pe_rulebook_case);
  self->case_scores = (pe_vector) PE_VECTOR_INIT (pe_case_score);
}

void
pe_rulebook_cut_records (pe_vector *vector, const pe_rulebook_record_kind *kind, size_t size)
{
  for (size_t i = size; i < vector->size; i++)
    {
      char *record = (char *) vector->data + i * kind->size;

      pe_record_free_texts (record, kind->members, kind->n_members);
      if (kind->release != NULL)
        kind->release (record);
    }
  vector->size = size;
}

static void
clear_records (pe_vector *vector, const pe_rulebook_record_kind *kind)
{
  pe_rulebook_cut_records (vector, kind, 0);
  pe_vector_clear (vector);
}

void
pe_rulebook_content_clear (pe_rulebook_content *self)
{
  pe_record_free_texts (&self->head, head_texts, G_N_ELEMENTS (head_texts));
  clear_records (&self->sources, &pe_source_kind);
  clear_records (&self->assumptions, &pe_assumption_kind);
  clear_records (&self->grades, &pe_grade_kind);
  clear_records (&self->indicators, &pe_indicator_kind);
  clear_records (&self->over_achievements, &pe_over_achievement_kind);
  clear_records (&self->caps, &pe_cap_kind);
  clear_records (&self->vetoes, &pe_veto_kind);
  clear_records (&self->review, &pe_review_setting_kind);
  pe_own_set_clear (&self->measures);
  clear_records (&self->cases, &pe_case_kind);
  clear_records (&self->case_scores, &pe_case_score_kind);
}

static pe_status
copy_records (pe_vector *out, const pe_vector *from, const pe_rulebook_record_kind *kind)
{
  char     *first;
  pe_status status = pe_vector_grow (out, from->size, (void **) &first);

  if (status != PE_OK || from->size == 0)
    return status;
  memcpy (first, from->data, from->size * kind->size);
  for (size_t i = 0; i < from->size; i++)
    {
      char *record = first + i * kind->size;

      if (pe_record_duplicate_texts (record, kind->members, kind->n_members) != PE_OK)
        {
          out->size = i;
          return PE_ERROR_NO_MEMORY;
        }
      if (kind->hold != NULL)
        kind->hold (record);
    }
  return PE_OK;
}

pe_status
pe_rulebook_content_copy (pe_rulebook_content *out, const pe_rulebook_content *self)
{
  out->has_head = self->has_head;
  out->has_rounding = self->has_rounding;
  out->rounding = self->rounding;
  out->has_bonus = self->has_bonus;
  out->bonus = self->bonus;
  memcpy (out->policies, self->policies, sizeof out->policies);
  out->head = self->head;
  if (pe_record_duplicate_texts (&out->head, head_texts, G_N_ELEMENTS (head_texts)) != PE_OK)
    {
      memset (&out->head, 0, sizeof out->head);
      return PE_ERROR_NO_MEMORY;
    }
  if (copy_records (&out->sources, &self->sources, &pe_source_kind) != PE_OK
      || copy_records (&out->assumptions, &self->assumptions, &pe_assumption_kind) != PE_OK
      || copy_records (&out->grades, &self->grades, &pe_grade_kind) != PE_OK
      || copy_records (&out->over_achievements, &self->over_achievements, &pe_over_achievement_kind) != PE_OK
      || copy_records (&out->caps, &self->caps, &pe_cap_kind) != PE_OK
      || copy_records (&out->vetoes, &self->vetoes, &pe_veto_kind) != PE_OK
      || copy_records (&out->review, &self->review, &pe_review_setting_kind) != PE_OK
      || pe_own_set_copy (&out->measures, &self->measures) != PE_OK
      || copy_records (&out->cases, &self->cases, &pe_case_kind) != PE_OK
      || copy_records (&out->case_scores, &self->case_scores, &pe_case_score_kind) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  return copy_records (&out->indicators, &self->indicators, &pe_indicator_kind);
}

/* Life */

pe_rulebook *
pe_rulebook_new (void)
{
  pe_rulebook *self = g_try_new0 (pe_rulebook, 1);

  if (self == NULL)
    return NULL;
  self->references = 1;
  pe_rulebook_content_init (&self->content);
  return self;
}

pe_rulebook *
pe_rulebook_ref (pe_rulebook *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_rulebook_unref (pe_rulebook *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  pe_rulebook_clear_conditions (self); /* there are as many as there are caps */
  pe_rulebook_content_clear (&self->content);
  pe_name_index_clear (&self->codes);
  if (self->places != NULL)
    pe_place_map_free (self->places);
  g_free (self->positions);
  g_free (self->first_over);
  g_free (self->first_cap);
  g_free (self->first_fact);
  g_free (self->fact_paths);
  pe_arena_clear (&self->arena);
  pe_findings_unref (self->remarks);
  pe_headings_free (self->headings[0]);
  pe_headings_free (self->headings[1]);
  pe_name_index_clear (&self->vetoes);
  pe_name_index_clear (&self->grades);
  g_free (self);
}

/* Finishing */

static void
add_head (pe_digest_stream *stream, const pe_rulebook_content *content)
{
  const pe_rulebook_head *head = &content->head;

  pe_digest_stream_add_int (stream, head->kind);
  pe_digest_stream_add_int (stream, head->status);
  pe_digest_stream_add_int (stream, head->first_year);
  pe_digest_stream_add_int (stream, head->last_year);
  for (size_t i = 0; i < G_N_ELEMENTS (head_texts); i++)
    pe_digest_stream_add_text (
        stream, *(const char *const *) (const void *) ((const char *) head + head_texts[i].offset));
  pe_digest_stream_add_decimal (stream, &head->full_marks);
}

static void
add_rounding (pe_digest_stream *stream, const pe_rulebook_content *content)
{
  const pe_rounding_contract *contract = &content->rounding;
  const int32_t members[] = { contract->rank_on,           contract->rate_places,   contract->rate_rounding,
                              contract->leaf_places,       contract->leaf_rounding, contract->subtotal_places,
                              contract->subtotal_rounding, contract->total_places,  contract->total_rounding };

  for (size_t i = 0; i < G_N_ELEMENTS (members); i++)
    pe_digest_stream_add_int (stream, members[i]);
}

/* The texts of records in the order of the tables above. */
static void
add_texts (pe_digest_stream *stream, const void *record, const pe_rulebook_record_kind *kind)
{
  for (size_t i = 0; i < kind->n_members; i++)
    pe_digest_stream_add_text (
        stream, *(const char *const *) (const void *) ((const char *) record + kind->members[i].offset));
}

static void
add_tables (pe_digest_stream *stream, const pe_rulebook_content *content)
{
  pe_digest_stream_begin_list (stream, content->sources.size);
  for (size_t i = 0; i < content->sources.size; i++)
    add_texts (stream, pe_vector_at (&content->sources, pe_source, i), &pe_source_kind);
  pe_digest_stream_begin_list (stream, content->assumptions.size);
  for (size_t i = 0; i < content->assumptions.size; i++)
    add_texts (stream, pe_vector_at (&content->assumptions, pe_assumption, i), &pe_assumption_kind);
  pe_digest_stream_begin_list (stream, content->grades.size);
  for (size_t i = 0; i < content->grades.size; i++)
    {
      const pe_grade *grade = pe_vector_at (&content->grades, pe_grade, i);

      add_texts (stream, grade, &pe_grade_kind);
      pe_digest_stream_add_decimal (stream, &grade->from);
    }
}

static void
add_indicators (pe_digest_stream *stream, const pe_rulebook_content *content)
{
  uint8_t digest[PE_DIGEST_SIZE];

  pe_digest_stream_begin_list (stream, content->indicators.size);
  for (size_t i = 0; i < content->indicators.size; i++)
    {
      const pe_indicator *indicator = pe_vector_at (&content->indicators, pe_indicator, i);

      pe_digest_stream_add_int (stream, indicator->parent);
      pe_digest_stream_add_int (stream, indicator->declared);
      pe_digest_stream_add_int (stream, indicator->status);
      add_texts (stream, indicator, &pe_indicator_kind);
      pe_digest_stream_add_decimal (stream, &indicator->full_marks);
      if (indicator->rule == NULL)
        pe_digest_stream_add_text (stream, NULL);
      else
        {
          pe_rule_get_digest (indicator->rule, digest);
          pe_digest_stream_add_digest (stream, digest);
        }
    }
}

/* Nothing where there are none: a rulebook of before there were cases keeps its digest. */
static void
add_cases (pe_digest_stream *stream, const pe_rulebook_content *content)
{
  uint8_t digest[PE_DIGEST_SIZE];

  if (content->cases.size == 0)
    return;
  pe_digest_stream_begin_list (stream, content->cases.size);
  for (size_t i = 0; i < content->cases.size; i++)
    {
      const pe_rulebook_case *proof = pe_vector_at (&content->cases, pe_rulebook_case, i);

      add_texts (stream, proof, &pe_case_kind);
      pe_digest_stream_add_int (stream, proof->error);
      pe_digest_stream_add_figure (stream, &proof->total);
      pe_dossier_get_digest (proof->dossier, digest);
      pe_digest_stream_add_digest (stream, digest);
    }
  pe_digest_stream_begin_list (stream, content->case_scores.size);
  for (size_t i = 0; i < content->case_scores.size; i++)
    {
      const pe_case_score *score = pe_vector_at (&content->case_scores, pe_case_score, i);

      pe_digest_stream_add_int (stream, score->of_case);
      pe_digest_stream_add_text (stream, score->indicator);
      pe_digest_stream_add_decimal (stream, &score->score);
    }
}

/* docs/digest.md, "perfeval-rulebook/1" */
static pe_status
compute_digest (pe_rulebook *self)
{
  pe_digest_stream *stream = pe_digest_stream_new ("perfeval-rulebook/1");

  if (stream == NULL)
    return PE_ERROR_NO_MEMORY;
  add_head (stream, &self->content);
  add_rounding (stream, &self->content);
  pe_digest_stream_begin_list (stream, G_N_ELEMENTS (self->content.policies));
  for (size_t i = 0; i < G_N_ELEMENTS (self->content.policies); i++)
    pe_digest_stream_add_int (stream, self->content.policies[i]);
  add_tables (stream, &self->content);
  add_indicators (stream, &self->content);
  pe_rulebook_digest_adjustments (&self->content, stream);
  pe_rulebook_digest_review (&self->content, stream);
  pe_rulebook_digest_measures (&self->content, stream);
  add_cases (stream, &self->content);
  pe_digest_stream_finish (stream, self->digest);
  return PE_OK;
}

pe_status
pe_rulebook_finish (pe_rulebook *self)
{
  const pe_vector *indicators = &self->content.indicators;
  pe_status        status = pe_name_index_init (
      &self->codes, indicators->data, indicators->size, sizeof (pe_indicator), offsetof (pe_indicator, code));

  if (status == PE_OK)
    status = pe_rulebook_order_adjustments (self);
  if (status == PE_OK)
    status = pe_rulebook_make_fact_paths (self);
  return status == PE_OK ? compute_digest (self) : status;
}

/* Reading */

pe_status
pe_rulebook_get_head (pe_rulebook_head *out, const pe_rulebook *self, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_record_export (out, &self->content.head, sizeof *out, error);
}

pe_status
pe_rulebook_get_rounding (pe_rounding_contract *out, const pe_rulebook *self, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_record_export (out, &self->content.rounding, sizeof *out, error);
}

static pe_status
get_record (void *out, const pe_rulebook *self, const pe_vector *vector, size_t index, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (out != NULL && index >= vector->size)
    return pe_index_set_not_found (error, index, vector->size);
  return pe_record_export (out, out != NULL ? (const char *) vector->data + index * vector->element_size : NULL,
                           vector->element_size, error);
}

size_t
pe_rulebook_get_n_sources (const pe_rulebook *self)
{
  return self != NULL ? self->content.sources.size : 0;
}

pe_status
pe_rulebook_get_source (pe_source *out, const pe_rulebook *self, size_t index, pe_error **error)
{
  return get_record (out, self, self != NULL ? &self->content.sources : NULL, index, error);
}

size_t
pe_rulebook_get_n_assumptions (const pe_rulebook *self)
{
  return self != NULL ? self->content.assumptions.size : 0;
}

pe_status
pe_rulebook_get_assumption (pe_assumption *out, const pe_rulebook *self, size_t index, pe_error **error)
{
  return get_record (out, self, self != NULL ? &self->content.assumptions : NULL, index, error);
}

size_t
pe_rulebook_get_n_grades (const pe_rulebook *self)
{
  return self != NULL ? self->content.grades.size : 0;
}

pe_status
pe_rulebook_get_grade (pe_grade *out, const pe_rulebook *self, size_t index, pe_error **error)
{
  return get_record (out, self, self != NULL ? &self->content.grades : NULL, index, error);
}

size_t
pe_rulebook_get_n_over_achievements (const pe_rulebook *self)
{
  return self != NULL ? self->content.over_achievements.size : 0;
}

pe_status
pe_rulebook_get_over_achievement (pe_over_achievement *out, const pe_rulebook *self, size_t index, pe_error **error)
{
  return get_record (out, self, self != NULL ? &self->content.over_achievements : NULL, index, error);
}

size_t
pe_rulebook_get_n_caps (const pe_rulebook *self)
{
  return self != NULL ? self->content.caps.size : 0;
}

pe_status
pe_rulebook_get_cap (pe_cap *out, const pe_rulebook *self, size_t index, pe_error **error)
{
  return get_record (out, self, self != NULL ? &self->content.caps : NULL, index, error);
}

size_t
pe_rulebook_get_n_vetoes (const pe_rulebook *self)
{
  return self != NULL ? self->content.vetoes.size : 0;
}

pe_status
pe_rulebook_get_veto (pe_veto *out, const pe_rulebook *self, size_t index, pe_error **error)
{
  return get_record (out, self, self != NULL ? &self->content.vetoes : NULL, index, error);
}

pe_status
pe_rulebook_get_bonus (pe_bonus *out, const pe_rulebook *self, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (out != NULL && !self->content.has_bonus)
    return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "name", "bonus", NULL);
  return pe_record_export (out, &self->content.bonus, sizeof *out, error);
}

size_t
pe_rulebook_get_n_indicators (const pe_rulebook *self)
{
  return self != NULL ? self->content.indicators.size : 0;
}

pe_status
pe_rulebook_get_indicator (pe_indicator *out, const pe_rulebook *self, size_t index, pe_error **error)
{
  return get_record (out, self, self != NULL ? &self->content.indicators : NULL, index, error);
}

pe_status
pe_rulebook_find_indicator (size_t *out, const pe_rulebook *self, const char *code, pe_error **error)
{
  char excerpt[PE_EXCERPT_SIZE];

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (code == NULL)
    return pe_error_set_argument (error, "code", "not NULL");
  if (pe_name_index_find (&self->codes, code, out))
    return PE_OK;
  return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "name", "code", "found",
                       pe_excerpt (excerpt, code, strlen (code)), NULL);
}

const pe_name_index *
pe_rulebook_peek_codes (const pe_rulebook *self)
{
  return &self->codes;
}

void
pe_rulebook_get_digest (const pe_rulebook *self, uint8_t *out)
{
  if (self != NULL && out != NULL)
    memcpy (out, self->digest, PE_DIGEST_SIZE);
}

int32_t
pe_rulebook_is_equal (const pe_rulebook *a, const pe_rulebook *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return memcmp (a->digest, b->digest, PE_DIGEST_SIZE) == 0;
}

/* Inside the library */

const pe_place *
pe_rulebook_find_place (const pe_rulebook *self, const char *path)
{
  return self->places != NULL ? pe_place_map_find (self->places, path) : NULL;
}

const pe_rulebook_head *
pe_rulebook_peek_head (const pe_rulebook *self)
{
  return &self->content.head;
}

const pe_rounding_contract *
pe_rulebook_peek_rounding (const pe_rulebook *self)
{
  return &self->content.rounding;
}

const pe_indicator *
pe_rulebook_peek_indicator (const pe_rulebook *self, size_t index)
{
  return index < self->content.indicators.size ? pe_rulebook_at (self, index) : NULL;
}

const pe_grade *
pe_rulebook_peek_grade (const pe_rulebook *self, size_t index)
{
  const pe_vector *grades = &self->content.grades;

  return index < grades->size ? pe_vector_at (grades, const pe_grade, index) : NULL;
}

pe_policy
pe_rulebook_get_policy (const pe_rulebook *self, pe_state state)
{
  return state >= PE_STATE_MISSING && state <= PE_STATE_INVALID ? self->content.policies[state] : 0;
}

void
pe_rulebook_print_path (const pe_rulebook *self, size_t index, pe_buffer *out)
{
  size_t    depth = 0;
  uint32_t *chain;

  for (size_t i = index + 1; i != 0; i = pe_rulebook_at (self, i - 1)->parent)
    depth++;
  chain = g_try_new (uint32_t, depth);
  if (chain == NULL)
    {
      out->status = PE_ERROR_NO_MEMORY;
      return;
    }
  for (size_t i = index + 1, k = depth; k > 0; i = pe_rulebook_at (self, i - 1)->parent)
    chain[--k] = self->positions[i - 1];
  for (size_t k = 0; k < depth; k++)
    {
      pe_buffer_add_string (out, "/indicators/");
      pe_buffer_add_uint (out, chain[k]);
    }
  g_free (chain);
}
