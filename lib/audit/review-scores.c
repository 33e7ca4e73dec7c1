/* review-scores.c - what a reviewer asks about the scores that were declared
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "review-private.h"

/* What a declared score is about. */
typedef struct declaration
{
  size_t                   index;
  const pe_declared_score *score;
  const pe_indicator      *leaf;
  size_t                   indicator;
} declaration;

/* Steps to the next declared score at a leaf, from index on; FALSE at the end. */
static gboolean
next_declaration (const pe_reviewing *self, declaration *out)
{
  for (; out->index < pe_dossier_get_n_declared_scores (self->dossier); out->index++)
    {
      out->score = pe_dossier_peek_declared_score (self->dossier, out->index);
      out->leaf = pe_reviewing_find_leaf (self, out->score->indicator, &out->indicator);
      if (out->leaf != NULL)
        return TRUE;
    }
  return FALSE;
}

#define FOR_EACH_DECLARATION(self, it) \
  for (declaration it = { 0, NULL, NULL, 0 }; next_declaration (self, &(it)); (it).index++)

/* */
void
pe_review_score_range (pe_reviewing *self)
{
  FOR_EACH_DECLARATION (self, it)
  {
    char *found, *total;

    pe_reviewing_examine (self);
    if (it.score->score.coefficient >= 0 && pe_decimal_order (&it.score->score, &it.leaf->full_marks) <= 0)
      continue;
    found = pe_reviewing_print_decimal (&it.score->score);
    total = pe_reviewing_print_decimal (&it.leaf->full_marks);
    pe_reviewing_add (self, 0, PE_WARNING_REVIEW_SCORE_RANGE, pe_reviewing_print_declared_path (it.index, "/score"),
                      "code", it.leaf->code, "found", found, "total", total, NULL);
    g_free (found);
    g_free (total);
  }
}

/* */

static void
compare (pe_reviewing *self, const pe_decimal *declared, const pe_rational *computed, char *path, const char *code)
{
  pe_rational number;
  char       *found, *expected;

  pe_reviewing_examine (self);
  pe_rational_init (&number);
  pe_rational_set_decimal (&number, declared);
  if (pe_rational_compare (&number, computed) == 0)
    {
      g_free (path);
      return;
    }
  found = pe_reviewing_print_decimal (declared);
  expected = pe_reviewing_print_number (computed);
  pe_reviewing_add (self, 0, PE_WARNING_REVIEW_SCORE_DIFFERS, path, "code", code, "found", found, "expected", expected,
                    NULL);
  g_free (found);
  g_free (expected);
}

void
pe_review_score_computed (pe_reviewing *self)
{
  if (self->evaluation == NULL)
    return;
  FOR_EACH_DECLARATION (self, it)
  {
    const pe_scored_node *node = pe_reviewing_find_node (self, it.indicator);

    if (node != NULL && node->origin != PE_ORIGIN_DECLARED && node->origin != PE_ORIGIN_DROPPED)
      compare (self, &it.score->score, &node->score, pe_reviewing_print_declared_path (it.index, "/score"),
               it.leaf->code);
  }
  if (self->options.declared_total != NULL)
    compare (self, self->options.declared_total, &pe_evaluation_peek_node (self->evaluation, 0)->score,
             pe_string_copy (""), NULL);
}

/* */
void
pe_review_loss_explained (pe_reviewing *self)
{
  FOR_EACH_DECLARATION (self, it)
  {
    char *found, *total;

    pe_reviewing_examine (self);
    if (pe_decimal_order (&it.score->score, &it.leaf->full_marks) >= 0 || pe_reviewing_is_told (it.score->reason))
      continue;
    found = pe_reviewing_print_decimal (&it.score->score);
    total = pe_reviewing_print_decimal (&it.leaf->full_marks);
    pe_reviewing_add (self, 0, PE_WARNING_REVIEW_NO_REASON, pe_reviewing_print_declared_path (it.index, ""), "name",
                      it.leaf->name_zh, "found", found, "total", total, NULL);
    g_free (found);
    g_free (total);
  }
  pe_review_rows_explained (self);
}

/* One scorer takes the place of another: a reason that the unit gives where the reviewer took points away, but the
 * unit itself did not, is looked at with the unit's own score. */
void
pe_review_reason_needed (pe_reviewing *self)
{
  FOR_EACH_DECLARATION (self, it)
  {
    pe_reviewing_examine (self);
    if (pe_decimal_order (&it.score->score, &it.leaf->full_marks) == 0 && pe_reviewing_is_told (it.score->reason))
      pe_reviewing_add (self, 0, PE_NOTE_REVIEW_REASON_UNNEEDED, pe_reviewing_print_declared_path (it.index, "/reason"),
                        "name", it.leaf->name_zh, "found", it.score->reason, NULL);
  }
  pe_review_rows_reason_needed (self);
}

/* */
void
pe_review_qualitative (pe_reviewing *self)
{
  FOR_EACH_DECLARATION (self, it)
  {
    if (it.leaf->declared != PE_DECLARED_ONLY && !pe_rule_is_attested (it.leaf->rule))
      continue;
    pe_reviewing_examine (self);
    if (!pe_reviewing_is_told (it.score->evidence))
      pe_reviewing_add (self, 0, PE_WARNING_REVIEW_NO_EVIDENCE, pe_reviewing_print_declared_path (it.index, ""), "name",
                        it.leaf->name_zh, NULL);
  }
  pe_review_rows_qualitative (self);
}

/* */

typedef struct execution_shares
{
  pe_rational score, marks;             /* of the execution of the budget */
  pe_rational other_score, other_marks; /* of all the rest */
  pe_rational s, e, excess;
} execution_shares;

static void
shares_init (execution_shares *self)
{
  pe_rational_init (&self->score);
  pe_rational_init (&self->marks);
  pe_rational_init (&self->other_score);
  pe_rational_init (&self->other_marks);
  pe_rational_init (&self->s);
  pe_rational_init (&self->e);
  pe_rational_init (&self->excess);
}

static void
shares_clear (execution_shares *self)
{
  pe_rational_clear (&self->score);
  pe_rational_clear (&self->marks);
  pe_rational_clear (&self->other_score);
  pe_rational_clear (&self->other_marks);
  pe_rational_clear (&self->s);
  pe_rational_clear (&self->e);
  pe_rational_clear (&self->excess);
}

/* Takes the leaves of execution together; FALSE when there are none. */
static gboolean
sum_execution (pe_reviewing *self, execution_shares *out)
{
  const uint32_t bits = self->limits.number_bits;

  for (size_t i = 0; i < self->evaluation->nodes.size; i++)
    {
      const pe_scored_node *node = pe_evaluation_peek_node (self->evaluation, i);

      if (pe_reviewing_is_execution (node)
          && (!pe_reviewing_try (self, pe_rational_add (&out->score, &out->score, &node->score, bits))
              || !pe_reviewing_try (self, pe_rational_add (&out->marks, &out->marks, &node->full_marks, bits))))
        return FALSE;
    }
  return pe_rational_sign (&out->marks) > 0;
}

/* s, e and (s - e) / s; FALSE where nothing is to be compared. */
static gboolean
compute_shares (pe_reviewing *self, execution_shares *out)
{
  const pe_scored_node *total = pe_evaluation_peek_node (self->evaluation, 0);
  const uint32_t        bits = self->limits.number_bits;

  if (!sum_execution (self, out)
      || !pe_reviewing_try (self, pe_rational_subtract (&out->other_score, &total->score, &out->score, bits))
      || !pe_reviewing_try (self, pe_rational_subtract (&out->other_marks, &total->full_marks, &out->marks, bits))
      || pe_rational_sign (&out->other_score) <= 0 || pe_rational_sign (&out->other_marks) <= 0)
    return FALSE;
  return pe_reviewing_try (self, pe_rational_divide (&out->s, &out->other_score, &out->other_marks, bits))
         && pe_reviewing_try (self, pe_rational_divide (&out->e, &out->score, &out->marks, bits))
         && pe_reviewing_try (self, pe_rational_subtract (&out->excess, &out->s, &out->e, bits))
         && pe_reviewing_try (self, pe_rational_divide (&out->excess, &out->excess, &out->s, bits));
}

static void
report_outrun (pe_reviewing *self, const execution_shares *shares)
{
  char *found = pe_reviewing_print_rate (self, &shares->s), *rate = pe_reviewing_print_rate (self, &shares->e);
  char *excess = pe_reviewing_print_rate (self, &shares->excess);
  char *limit = pe_reviewing_print_percent (&self->rule.thresholds[0]);

  pe_reviewing_add (self, 0, PE_WARNING_REVIEW_OUTRUNS, pe_string_copy ("/budget"), "found", found, "rate", rate,
                    "expected", excess, "limit", limit, NULL);
  g_free (found);
  g_free (rate);
  g_free (excess);
  g_free (limit);
}

/* A threshold in percent as a share. */
static gboolean
get_share (pe_reviewing *self, size_t threshold, pe_rational *out)
{
  const pe_figure figure = { self->rule.thresholds[threshold], PE_STATE_VALUE, PE_UNIT_PERCENT };

  return pe_reviewing_get_base (self, &figure, out);
}

void
pe_review_outruns (pe_reviewing *self)
{
  execution_shares shares;
  pe_rational      limit;

  if (self->evaluation == NULL)
    return;
  shares_init (&shares);
  pe_rational_init (&limit);
  if (compute_shares (self, &shares) && get_share (self, 0, &limit))
    {
      pe_reviewing_examine (self);
      if (pe_rational_compare (&shares.excess, &limit) > 0)
        report_outrun (self, &shares);
    }
  pe_rational_clear (&limit);
  shares_clear (&shares);
}

/* */

/* FALSE when a leaf has no score of the scorer. */
static gboolean
sum_declared (pe_reviewing *self, pe_rational *out)
{
  pe_rational score;
  size_t      index;
  gboolean    well = TRUE;

  pe_rational_init (&score);
  for (size_t i = 0; i < pe_rulebook_get_n_indicators (self->rulebook) && well; i++)
    {
      const pe_indicator      *leaf = pe_rulebook_peek_indicator (self->rulebook, i);
      const pe_declared_score *declared;

      if (leaf->rule == NULL)
        continue;
      declared = pe_dossier_find_declared_score (self->dossier, leaf->code, self->options.scorer, &index);
      well = declared != NULL;
      if (!well)
        break;
      pe_rational_set_decimal (&score, &declared->score);
      well = pe_reviewing_try (self, pe_rational_add (out, out, &score, self->limits.number_bits));
    }
  pe_rational_clear (&score);
  return well;
}

void
pe_review_total (pe_reviewing *self)
{
  pe_rational sum, total;

  if (self->options.declared_total == NULL)
    return;
  pe_rational_init (&sum);
  pe_rational_init (&total);
  pe_rational_set_decimal (&total, self->options.declared_total);
  if (sum_declared (self, &sum))
    {
      pe_reviewing_examine (self);
      if (pe_rational_compare (&sum, &total) != 0)
        {
          char *sum_text = pe_reviewing_print_number (&sum), *total_text = pe_reviewing_print_number (&total);

          pe_reviewing_add (self, 0, PE_WARNING_REVIEW_TOTAL, pe_string_copy ("/declared"), "sum", sum_text, "total",
                            total_text, NULL);
          g_free (sum_text);
          g_free (total_text);
        }
    }
  pe_rational_clear (&sum);
  pe_rational_clear (&total);
}

/* */

/* The grade that a total has: the first whose lower end it reaches. */
static const pe_grade *
find_grade (const pe_reviewing *self, const pe_rational *total)
{
  const pe_grade *found = NULL;
  pe_rational     from;

  pe_rational_init (&from);
  for (size_t i = 0; i < pe_rulebook_get_n_grades (self->rulebook) && found == NULL; i++)
    {
      const pe_grade *grade = pe_rulebook_peek_grade (self->rulebook, i);

      pe_rational_set_decimal (&from, &grade->from);
      if (pe_rational_compare (total, &from) >= 0)
        found = grade;
    }
  pe_rational_clear (&from);
  return found;
}

/* 优 and 优秀, 良 and 良好 are one grade: the forms print either. */
static gboolean
is_grade (const pe_grade *grade, const char *text)
{
  const size_t length = strlen (grade->name_zh);

  return strcmp (text, grade->id) == 0 || (grade->name_en != NULL && strcmp (text, grade->name_en) == 0)
         || strncmp (text, grade->name_zh, length) == 0;
}

static void
report_grade (pe_reviewing *self, const pe_grade *grade, const pe_rational *total)
{
  char *total_text = pe_reviewing_print_number (total);

  pe_reviewing_add (self, 0, PE_WARNING_REVIEW_GRADE, pe_string_copy (""), "found", self->options.declared_grade,
                    "total", total_text, "expected", grade->name_en != NULL ? grade->name_en : grade->name_zh,
                    "expected_zh", grade->name_zh, NULL);
  g_free (total_text);
}

void
pe_review_grade (pe_reviewing *self)
{
  const pe_grade *grade = NULL;
  pe_rational     total;

  if (self->options.declared_grade == NULL)
    return;
  pe_rational_init (&total);
  if (self->options.declared_total != NULL)
    pe_rational_set_decimal (&total, self->options.declared_total);
  else if (self->evaluation != NULL)
    pe_rational_copy (&total, &pe_evaluation_peek_node (self->evaluation, 0)->score);
  /* Where the computed total counts, so does what vetoes made of its grade. */
  if (self->options.declared_total != NULL)
    grade = find_grade (self, &total);
  else if (self->evaluation != NULL && self->evaluation->grade >= 0)
    grade = pe_rulebook_peek_grade (self->rulebook, (size_t) self->evaluation->grade);
  if (grade != NULL)
    {
      pe_reviewing_examine (self);
      if (!is_grade (grade, self->options.declared_grade))
        report_grade (self, grade, &total);
    }
  pe_rational_clear (&total);
}
