/* program-choice.c - the shapes that choose by a text, or put several facts together, as operations over columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "program-private.h"

#include <string.h>

#include "../rules/shape-private.h"

#define SCORES (UINT32_C (1) << PE_DIMENSION_NONE | UINT32_C (1) << PE_DIMENSION_SCORE)

static uint32_t
add_truth (pe_compiler *self, gboolean truth)
{
  return pe_compiler_add_number (self, truth, 0);
}

static uint32_t
add_text_fact (pe_compiler *self, const char *name)
{
  return pe_compiler_add_load (self, pe_plan_leaf_find_fact (self->plan, self->leaf, name), PE_TYPE_STRING, FALSE);
}

static uint32_t
add_is_text (pe_compiler *self, uint32_t fact, const char *text)
{
  return pe_compiler_add_comparison (self, PE_OPERATOR_EQUAL, fact, pe_compiler_add_text (self, text));
}

static uint32_t
add_both (pe_compiler *self, uint32_t a, uint32_t b)
{
  return pe_compiler_add_binary (self, PE_OP_AND, a, b);
}

/* Grades */

static uint32_t
add_bound (pe_compiler *self, const pe_rule *rule, const pe_decimal *share)
{
  pe_rational bound;
  pe_decimal  number = { 0, 0, 0 };

  pe_rational_init (&bound);
  if (pe_graded_compute_bound (rule, &self->leaf->full_marks, share, self->plan->bits, &bound) != PE_OK
      || !pe_rational_is_decimal (&number, &bound))
    pe_compiler_give_up (self);
  pe_rational_clear (&bound);
  return pe_compiler_add_decimal (self, &number);
}

static uint32_t
add_is_inside (pe_compiler *self, const pe_rule *rule, const pe_band *band, uint32_t score)
{
  const uint32_t low = add_bound (self, rule, &band->low), high = add_bound (self, rule, &band->high);

  return add_both (
      self,
      pe_compiler_add_comparison (
          self, band->low_end == PE_END_CLOSED ? PE_OPERATOR_GREATER_EQUAL : PE_OPERATOR_GREATER, score, low),
      pe_compiler_add_comparison (
          self, band->high_end == PE_END_CLOSED ? PE_OPERATOR_LESS_EQUAL : PE_OPERATOR_LESS, score, high));
}

/* The score that a person gave, which has to lie in the band of the grade. */
uint32_t
pe_compiler_add_graded (pe_compiler *self, const pe_rule *rule)
{
  const uint32_t     grade = add_text_fact (self, "grade");
  size_t             n;
  const pe_band     *bands = pe_rule_get_bands (rule, &n);
  pe_operand_of_rule score;
  uint32_t           truth = add_truth (self, FALSE);

  pe_compiler_add_fact (self, "score", &score);
  pe_compiler_demand (self, &score, SCORES);
  for (size_t i = 0; i < n && self->is_possible; i++)
    truth = pe_compiler_add_select (
        self, add_is_text (self, grade, bands[i].id), add_is_inside (self, rule, &bands[i], score.op), truth);
  score.op = pe_compiler_add_binary (self, PE_OP_REQUIRE, score.op, truth);
  return pe_compiler_add_requirement (self, score.op, PE_OPERATOR_LESS_EQUAL, score.op, pe_compiler_add_marks (self));
}

/* Scores of others */

static uint32_t
add_score (pe_compiler *self, const pe_rule *rule, const char *name)
{
  pe_operand_of_rule score;

  pe_compiler_add_argument (self, rule, name, &score);
  if (!score.is_given)
    return pe_compiler_add_number (self, 100, 0);
  if (score.is_rate)
    pe_compiler_give_up (self);
  pe_compiler_demand (self, &score, SCORES);
  return pe_compiler_add_requirement (
      self, score.op, PE_OPERATOR_GREATER_EQUAL, score.op, pe_compiler_add_number (self, 0, 0));
}

uint32_t
pe_compiler_add_external_score (pe_compiler *self, const pe_rule *rule)
{
  const uint32_t score = add_score (self, rule, "score"), out_of = add_score (self, rule, "out_of");
  pe_op          evidence = { .code = PE_OP_LOAD, .type = PE_TYPE_STRING, .is_evidence = TRUE };
  uint32_t       points = pe_compiler_add_binary (self, PE_OP_MULTIPLY, score, pe_compiler_add_marks (self));

  evidence.input = pe_plan_leaf_find_fact (self->plan, self->leaf, "evidence");
  if (evidence.input == PE_PLAN_NONE)
    pe_compiler_give_up (self);
  points = pe_compiler_add_quotient (self, points, out_of);
  points = pe_compiler_add_requirement (self, points, PE_OPERATOR_LESS_EQUAL, score, out_of);
  return pe_compiler_add_binary (self, PE_OP_JOIN, points, pe_compiler_add (self, &evidence));
}

/* Milestones */

/* The day itself costs nothing, but has to be one. */
static gboolean
has_day (const pe_compiler *self, const pe_milestone *milestone)
{
  pe_date day;

  if (milestone->day == NULL)
    return TRUE;
  return self->plan->calendar != NULL && self->plan->fiscal_year != 0
         && pe_calendar_find_named_day (&day, self->plan->calendar, milestone->day, self->plan->fiscal_year, NULL)
                == PE_OK;
}

static uint32_t
add_cost (pe_compiler *self, const pe_milestone *milestone)
{
  const uint32_t     zero = pe_compiler_add_number (self, 0, 0);
  pe_operand_of_rule share;

  if (!has_day (self, milestone))
    pe_compiler_give_up (self);
  pe_compiler_add_fact (self, milestone->id, &share);
  pe_compiler_demand (self, &share, UINT32_C (1) << PE_DIMENSION_SHARE);
  share.op = pe_compiler_add_requirement (self, share.op, PE_OPERATOR_GREATER_EQUAL, share.op, zero);
  return pe_compiler_add_select (
      self,
      pe_compiler_add_comparison (
          self, PE_OPERATOR_GREATER_EQUAL, share.op, pe_compiler_add_decimal (self, &milestone->share)),
      zero, pe_compiler_add_decimal (self, &milestone->points));
}

uint32_t
pe_compiler_add_milestones (pe_compiler *self, const pe_rule *rule)
{
  size_t              n;
  const pe_milestone *milestones = pe_rule_get_milestones (rule, &n);
  uint32_t            points = pe_compiler_add_marks (self);

  for (size_t i = 0; i < n && self->is_possible; i++)
    points = pe_compiler_add_binary (self, PE_OP_SUBTRACT, points, add_cost (self, &milestones[i]));
  return pe_compiler_add_floor (self, points);
}

/* Alternatives */

static uint32_t
add_alternative (pe_compiler *self, const pe_alternative *alternative)
{
  pe_compiled_points points;

  pe_compiler_add_rule (self, alternative->rule, &points);
  return points.op;
}

/* A choice that there is not is the rule's to refuse. */
static uint32_t
add_declared (pe_compiler *self, const pe_alternative *alternatives, size_t n)
{
  const uint32_t choice = add_text_fact (self, "choice");
  uint32_t       points
      = pe_compiler_add_binary (self, PE_OP_REQUIRE, pe_compiler_add_number (self, 0, 0), add_truth (self, FALSE));

  for (size_t i = 0; i < n && self->is_possible; i++)
    points = pe_compiler_add_select (
        self, add_is_text (self, choice, alternatives[i].id), add_alternative (self, &alternatives[i]), points);
  return points;
}

/* The one with more points; one that has none gives way. */
static uint32_t
add_better (pe_compiler *self, uint32_t a, uint32_t b)
{
  const uint32_t better
      = pe_compiler_add_select (self, pe_compiler_add_comparison (self, PE_OPERATOR_GREATER, b, a), b, a);

  return pe_compiler_add_select (
      self, pe_compiler_add_alone (self, PE_OP_IS_NULL, a), b,
      pe_compiler_add_select (self, pe_compiler_add_alone (self, PE_OP_IS_NULL, b), a, better));
}

static uint32_t
add_best (pe_compiler *self, const pe_alternative *alternatives, size_t n)
{
  uint32_t best = add_alternative (self, &alternatives[0]);

  for (size_t i = 1; i < n && self->is_possible; i++)
    best = add_better (self, best, add_alternative (self, &alternatives[i]));
  return best;
}

uint32_t
pe_compiler_add_alternative (pe_compiler *self, const pe_rule *rule)
{
  size_t                n;
  const pe_alternative *alternatives = pe_rule_get_alternatives (rule, &n);

  if (strcmp (pe_rule_get_word (rule, "choice"), "declared") == 0)
    return add_declared (self, alternatives, n);
  return add_best (self, alternatives, n);
}
