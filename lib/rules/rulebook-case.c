/* rulebook-case.c - what a rulebook has to compute
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rulebook-object-private.h"

#include <string.h>

#include "../base/figure-private.h"
#include "../base/struct-private.h"
#include "rulebook-report-private.h"

/* Records */

void
pe_rulebook_case_init (pe_rulebook_case *self, uint32_t struct_size)
{
  const pe_rulebook_case nothing = { .total = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE } };

  pe_struct_init (self, struct_size, &nothing, sizeof *self);
}

void
pe_case_score_init (pe_case_score *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

static const pe_text_member case_texts[] = {
  { offsetof (pe_rulebook_case, name_zh), "name_zh", PE_MEMBER_TEXT },
  { offsetof (pe_rulebook_case, name_en), "name_en", PE_MEMBER_NULLABLE },
  { offsetof (pe_rulebook_case, grade), "grade", PE_MEMBER_NULLABLE },
  { offsetof (pe_rulebook_case, at), "at", PE_MEMBER_NULLABLE },
};

static const pe_text_member case_score_texts[] = {
  { offsetof (pe_case_score, indicator), "indicator", PE_MEMBER_CODE },
};

static void
hold_dossier (void *record)
{
  pe_dossier_ref (((pe_rulebook_case *) record)->dossier);
}

static void
release_dossier (void *record)
{
  pe_dossier_unref (((pe_rulebook_case *) record)->dossier);
}

const pe_rulebook_record_kind pe_case_kind = {
  "cases", sizeof (pe_rulebook_case), case_texts, G_N_ELEMENTS (case_texts), hold_dossier, release_dossier,
};
const pe_rulebook_record_kind pe_case_score_kind
    = { "case_scores", sizeof (pe_case_score), case_score_texts, G_N_ELEMENTS (case_score_texts), NULL, NULL };

/* Building */

static pe_status
check_case (void *record, size_t index, pe_error **error)
{
  const pe_rulebook_case *proof = record;
  const pe_figure        *total = &proof->total;

  if (proof->dossier == NULL)
    return pe_record_set_error (error, "cases", index, "dossier", "not NULL");
  if (!pe_figure_is_well_formed (total) || total->unit != PE_UNIT_NONE
      || (total->state != PE_STATE_MISSING && total->state != PE_STATE_VALUE))
    return pe_record_set_error (error, "cases", index, "total", "missing, or a bare number");
  if (proof->error != PE_OK
      && (pe_status_get_severity (proof->error) != PE_SEVERITY_ERROR
          || strcmp (pe_status_name (proof->error), "PE_STATUS_UNKNOWN") == 0))
    return pe_record_set_error (error, "cases", index, "error", "0 or the code of an error");
  return PE_OK;
}

pe_status
pe_rulebook_builder_add_cases (pe_rulebook_builder *self, const pe_rulebook_case *items, size_t n, pe_error **error)
{
  pe_rulebook_case record;

  /* Scores name their case in 32 bits. */
  if (self != NULL && n > (size_t) G_MAXINT32 - self->content.cases.size)
    return pe_error_set_no_memory (error);
  return pe_rulebook_builder_add_records (
      self, self != NULL ? &self->content.cases : NULL, &pe_case_kind, check_case, items, n, &record, error);
}

static pe_status
check_case_score (void *record, size_t index, pe_error **error)
{
  const pe_case_score *score = record;

  if (!pe_decimal_is_well_formed (&score->score))
    return pe_record_set_error (error, "case_scores", index, "score", "a well-formed pe_decimal");
  return PE_OK;
}

pe_status
pe_rulebook_builder_add_case_scores (pe_rulebook_builder *self, const pe_case_score *items, size_t n, pe_error **error)
{
  pe_case_score record;
  pe_vector    *scores;
  size_t        before;
  pe_status     status;

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  scores = &self->content.case_scores;
  before = scores->size;
  status
      = pe_rulebook_builder_add_records (self, scores, &pe_case_score_kind, check_case_score, items, n, &record, error);
  for (size_t i = before; status == PE_OK && i < scores->size; i++)
    {
      const uint32_t of_case = pe_vector_at (scores, const pe_case_score, i)->of_case;

      if (of_case == 0 || of_case > self->content.cases.size)
        status = pe_record_set_error (
            error, "case_scores", i - before, "of_case", "the number of a case that was added before");
    }
  if (status != PE_OK)
    pe_rulebook_cut_records (scores, &pe_case_score_kind, before);
  return status;
}

/* Each case's stay in the order of adding. */
pe_status
pe_rulebook_order_cases (pe_rulebook *self)
{
  const size_t         n_cases = self->content.cases.size, n = self->content.case_scores.size;
  const pe_case_score *scores = self->content.case_scores.data;
  size_t              *next = g_try_new0 (size_t, n_cases + 2);
  pe_case_score       *ordered = g_try_new (pe_case_score, n + 1);

  if (next == NULL || ordered == NULL)
    {
      g_free (next);
      g_free (ordered);
      return PE_ERROR_NO_MEMORY;
    }
  for (size_t i = 0; i < n; i++)
    next[scores[i].of_case + 1]++;
  for (size_t i = 1; i <= n_cases + 1; i++)
    next[i] += next[i - 1];
  for (size_t i = 0; i < n; i++)
    ordered[next[scores[i].of_case]++] = scores[i];
  if (n > 0)
    memcpy (self->content.case_scores.data, ordered, n * sizeof *ordered);
  g_free (next);
  g_free (ordered);
  return PE_OK;
}

/* Checking */

/* "/cases/1/expect/scores/1.1" */
char *
pe_rulebook_print_case_path (size_t index, const char *member, const char *code)
{
  pe_buffer path = PE_BUFFER_INIT;

  pe_buffer_add_string (&path, "/cases/");
  pe_buffer_add_uint (&path, index);
  pe_buffer_add_string (&path, member);
  if (code != NULL)
    {
      pe_buffer_add_char (&path, '/');
      pe_buffer_add_string (&path, code); /* a code has nothing to escape */
    }
  return pe_buffer_steal (&path);
}

static void
report (const pe_rulebook *self, pe_collector *collector, size_t index, const char *member, const char *code,
        pe_status status, const char *name, const char *text, const char *expected, const char *expected_zh)
{
  char *path = pe_rulebook_print_case_path (index, member, code);

  if (path == NULL)
    pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_rulebook_report (self, collector, status, PE_NO_INDICATOR, path, name, text, "expected", expected, "expected_zh",
                        expected_zh, NULL);
  g_free (path);
}

static gboolean
has_indicator (const pe_rulebook *self, const char *code)
{
  size_t index;

  return pe_name_index_find (&self->codes, code, &index);
}

static void
check_scores (const pe_rulebook *self, pe_collector *collector, size_t index, size_t first, size_t n)
{
  pe_name_index names;
  size_t        at = 0, found;

  if (pe_name_index_init (&names, pe_rulebook_peek_case_score (self, first), n, sizeof (pe_case_score),
                          offsetof (pe_case_score, indicator))
      != PE_OK)
    {
      pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
      return;
    }
  while (pe_name_index_next_double (&names, &at, &found))
    report (self, collector, index, "/expect/scores", names.names[at - 1].name, PE_ERROR_CODE_DUPLICATE, "code",
            names.names[at - 1].name, NULL, NULL);
  pe_name_index_clear (&names);
  for (size_t i = first; i < first + n; i++)
    {
      const char *code = pe_rulebook_peek_case_score (self, i)->indicator;

      if (!has_indicator (self, code))
        report (self, collector, index, "/expect/scores", code, PE_ERROR_REFERENCE_UNKNOWN, "code", code,
                "the code of an indicator", "指标的代码");
    }
}

static void
check_expectation (const pe_rulebook *self, pe_collector *collector, const pe_name_index *grades, size_t index,
                   size_t n_scores)
{
  const pe_rulebook_case *proof = pe_rulebook_peek_case (self, index);
  const gboolean          has_result = n_scores > 0 || proof->grade != NULL || proof->total.state == PE_STATE_VALUE;
  size_t                  found;

  if (proof->error != PE_OK ? has_result : !has_result || proof->at != NULL)
    report (self, collector, index, "/expect", NULL, PE_ERROR_CASE_EXPECTATION, "name",
            proof->name_en != NULL ? proof->name_en : proof->name_zh, "scores, total or grade, or else an error",
            "得分、总分或等级，或者一个错误");
  if (proof->grade != NULL && !pe_name_index_find (grades, proof->grade, &found))
    report (self, collector, index, "/expect/grade", NULL, PE_ERROR_GRADE_UNKNOWN, "found", proof->grade,
            "the id of a grade of the rulebook", "评分规则中等级的代码");
  if (proof->at != NULL && !has_indicator (self, proof->at))
    report (self, collector, index, "/expect/at", NULL, PE_ERROR_REFERENCE_UNKNOWN, "code", proof->at,
            "the code of an indicator", "指标的代码");
}

void
pe_rulebook_check_cases (const pe_rulebook *self, pe_collector *collector)
{
  const pe_vector *grades = &self->content.grades;
  pe_name_index    names;

  if (pe_name_index_init (&names, grades->data, grades->size, sizeof (pe_grade), offsetof (pe_grade, id)) != PE_OK)
    {
      pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
      return;
    }
  for (size_t i = 0; i < pe_rulebook_get_n_cases (self); i++)
    {
      size_t       first;
      const size_t n = pe_rulebook_find_case_scores (self, i, &first);

      check_expectation (self, collector, &names, i, n);
      if (n > 0)
        check_scores (self, collector, i, first, n);
    }
  pe_name_index_clear (&names);
}

/* Reading */

size_t
pe_rulebook_get_n_cases (const pe_rulebook *self)
{
  return self != NULL ? self->content.cases.size : 0;
}

pe_status
pe_rulebook_get_case (pe_rulebook_case *out, const pe_rulebook *self, size_t index, pe_error **error)
{
  if (self == NULL || out == NULL)
    return pe_error_set_argument (error, self == NULL ? "self" : "out", "not NULL");
  if (index >= self->content.cases.size)
    return pe_index_set_not_found (error, index, self->content.cases.size);
  return pe_record_export (out, pe_rulebook_peek_case (self, index), sizeof *out, error);
}

size_t
pe_rulebook_get_n_case_scores (const pe_rulebook *self)
{
  return self != NULL ? self->content.case_scores.size : 0;
}

pe_status
pe_rulebook_get_case_score (pe_case_score *out, const pe_rulebook *self, size_t index, pe_error **error)
{
  if (self == NULL || out == NULL)
    return pe_error_set_argument (error, self == NULL ? "self" : "out", "not NULL");
  if (index >= self->content.case_scores.size)
    return pe_index_set_not_found (error, index, self->content.case_scores.size);
  return pe_record_export (out, pe_rulebook_peek_case_score (self, index), sizeof *out, error);
}

const pe_rulebook_case *
pe_rulebook_peek_case (const pe_rulebook *self, size_t index)
{
  return pe_vector_at (&self->content.cases, const pe_rulebook_case, index);
}

const pe_case_score *
pe_rulebook_peek_case_score (const pe_rulebook *self, size_t index)
{
  return pe_vector_at (&self->content.case_scores, const pe_case_score, index);
}

/* The first score of a case or of a later one: they stand in the order of the cases. */
static size_t
find_first (const pe_rulebook *self, uint32_t of_case)
{
  size_t low = 0, high = self->content.case_scores.size;

  while (low < high)
    {
      const size_t middle = low + (high - low) / 2;

      if (pe_rulebook_peek_case_score (self, middle)->of_case < of_case)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

size_t
pe_rulebook_find_case_scores (const pe_rulebook *self, size_t index, size_t *first)
{
  *first = find_first (self, (uint32_t) index + 1);
  return find_first (self, (uint32_t) index + 2) - *first;
}
