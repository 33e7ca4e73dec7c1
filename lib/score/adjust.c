/* adjust.c - what changes a score after its rule: over-achievement, caps, deductions, bonuses and vetoes
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "adjust-private.h"

#include <string.h>

#include "../base/text-private.h"
#include "../base/utf8-private.h"
#include "../rules/adjustment-rule-private.h"
#include "label-private.h"

/* Entries */

void
pe_adjust_add (pe_scoring *self, uint32_t node, pe_adjust_cause cause, size_t source, int32_t row,
               const pe_rational *amount, const pe_rational *reached)
{
  pe_scored_node       *scored = pe_evaluation_peek_node (self->evaluation, node);
  pe_scored_adjustment *adjustment;
  void                 *place;
  pe_status             status;

  if (pe_rational_sign (amount) == 0)
    return;
  status = pe_rational_add (&scored->unrounded, &scored->unrounded, amount, self->bits);
  if (status == PE_OK)
    status = pe_vector_grow (&scored->adjustments, 1, &place);
  if (!pe_scoring_check (self, status, node))
    return;
  /* static: analyzer-use-of-uninitialized-value: set where the status is PE_OK, and only then is this come to */
  adjustment = place;
  *adjustment = (pe_scored_adjustment) { .cause = cause, .source = (uint32_t) source, .row = row };
  pe_rational_init (&adjustment->amount);
  pe_rational_init (&adjustment->reached);
  pe_rational_copy (&adjustment->amount, amount);
  if (reached != NULL)
    pe_rational_copy (&adjustment->reached, reached);
}

/* Over-achievement: r = actual / target is at or above a threshold. No published text has a formula for the reduction:
 * it is this library's own. */

void
pe_over_result_init (pe_over_result *self)
{
  self->source = 0;
  pe_rational_init (&self->reached);
  pe_rational_init (&self->reduction);
}

void
pe_over_result_clear (pe_over_result *self)
{
  pe_rational_clear (&self->reached);
  pe_rational_clear (&self->reduction);
}

void
pe_over_result_move (pe_over_result *out, pe_over_result *self)
{
  out->source = self->source;
  pe_rational_move (&out->reached, &self->reached);
  pe_rational_move (&out->reduction, &self->reduction);
}

/* An outcome that reached the threshold. */
typedef struct over_case
{
  pe_scoring                *scoring;
  uint32_t                   node;
  int32_t                    row;
  const pe_over_achievement *over;
  const pe_outcome          *outcome;
} over_case;

static char *
print_row_path (const over_case *self, const char *member)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_dossier_print_row_path (self->scoring->dossier, (size_t) self->row, &buffer);
  pe_buffer_add_string (&buffer, member);
  return pe_buffer_steal (&buffer);
}

/* Where the result stands: the row's, or the first figure that is not the rulebook's own. */
static char *
print_result_path (const over_case *self)
{
  if (self->row >= 0)
    return print_row_path (self, "/actual");
  for (size_t i = 0; i < self->outcome->inputs.size; i++)
    {
      const char *path = pe_vector_at (&self->outcome->inputs, const pe_scored_input, i)->path;

      if (path != NULL)
        return pe_string_copy (path);
    }
  return pe_string_copy ("");
}

static char *
print_reason_path (const over_case *self)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  if (self->row >= 0)
    return print_row_path (self, "/reason");
  pe_dossier_print_fact_path (self->over->indicator, PE_OVER_REASON_FACT, &buffer);
  return pe_buffer_steal (&buffer);
}

static char *
print_rate (const over_case *self, const pe_rational *rate)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_label_add_rate (rate, self->scoring->contract, &buffer);
  return pe_buffer_steal (&buffer);
}

/* code: PE_WARNING_OVER_ACHIEVED or PE_ERROR_REASON_MISSING. */
static void
report_over (const over_case *self, pe_status code)
{
  const pe_evaluation *evaluation = self->scoring->evaluation;
  const char *row_name = self->row >= 0 ? pe_dossier_peek_row (self->scoring->dossier, (size_t) self->row)->name : NULL;
  char       *path = code == PE_ERROR_REASON_MISSING ? print_reason_path (self) : print_result_path (self);
  pe_rational from;
  char       *reached, *limit;

  pe_rational_init (&from);
  pe_rational_set_decimal (&from, &self->over->from);
  reached = print_rate (self, &self->outcome->reached);
  limit = print_rate (self, &from);
  if (path == NULL || reached == NULL || limit == NULL)
    pe_scoring_add (self->scoring, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_scoring_add (
        self->scoring, code, path, "name",
        row_name != NULL ? row_name : pe_evaluation_get_name (evaluation, self->node, PE_LANGUAGE_EN), "name_zh",
        row_name != NULL ? row_name : pe_evaluation_get_name (evaluation, self->node, PE_LANGUAGE_ZH), "code",
        code == PE_ERROR_REASON_MISSING ? path : pe_evaluation_get_code (evaluation, self->node), "rate", reached,
        "limit", limit, NULL);
  g_free (path);
  g_free (reached);
  g_free (limit);
  pe_rational_clear (&from);
}

static gboolean
has_reason (const over_case *self)
{
  const pe_fact *fact;

  if (self->row >= 0)
    return !pe_utf8_is_blank (pe_dossier_peek_row (self->scoring->dossier, (size_t) self->row)->reason);
  fact = pe_dossier_find_fact (self->scoring->dossier, self->over->indicator, PE_OVER_REASON_FACT);
  return fact != NULL && fact->figure.state == PE_STATE_TEXT; /* a fact that is a text says something */
}

pe_status
pe_over_reduce (pe_rational *out, const pe_over_achievement *over, const pe_rational *reached, uint32_t bits)
{
  pe_rational number;
  pe_status   status;

  pe_rational_init (&number);
  pe_rational_set_decimal (&number, &over->from);
  status = pe_rational_subtract (out, reached, &number, bits);
  pe_rational_set_decimal (&number, &over->per);
  if (status == PE_OK)
    status = pe_rational_multiply (out, out, &number, bits);
  pe_rational_set_decimal (&number, &over->cap);
  if (pe_rational_compare (out, &number) > 0)
    pe_rational_copy (out, &number);
  pe_rational_clear (&number);
  return status;
}

static void
take_over (const over_case *self, pe_rational *reduction)
{
  if (self->over->action == PE_OVER_REASON && has_reason (self))
    return;
  if (self->over->action == PE_OVER_REASON && self->over->if_no_reason == PE_OVER_NO_REASON_ERROR)
    {
      report_over (self, PE_ERROR_REASON_MISSING);
      return;
    }
  report_over (self, PE_WARNING_OVER_ACHIEVED);
  if (self->over->action == PE_OVER_REDUCE)
    pe_scoring_check (self->scoring,
                      pe_over_reduce (reduction, self->over, &self->outcome->reached, self->scoring->bits), self->node);
  else if (self->over->action == PE_OVER_REASON && self->over->if_no_reason == PE_OVER_NO_REASON_ZERO)
    pe_rational_set_int (reduction, 1);
}

void
pe_adjust_measure (pe_scoring *self, uint32_t node, int32_t row, const pe_outcome *outcome, pe_over_result *out)
{
  const pe_sign sign = row >= 0 ? pe_dossier_peek_row (self->dossier, (size_t) row)->sign : 0;
  const size_t  indicator = (size_t) pe_evaluation_peek_node (self->evaluation, node)->indicator;
  over_case     over = { self, node, row, NULL, outcome };
  pe_rational   from;

  over.over = pe_rulebook_find_over (self->rulebook, indicator, sign, &out->source);
  if (over.over == NULL || outcome->state != PE_STATE_VALUE || !outcome->has_reached)
    return;
  pe_rational_init (&from);
  pe_rational_set_decimal (&from, &over.over->from);
  if (pe_rational_compare (&outcome->reached, &from) >= 0)
    {
      pe_rational_copy (&out->reached, &outcome->reached);
      take_over (&over, &out->reduction);
    }
  pe_rational_clear (&from);
}

/* − points × reduction */
static void
take_off (pe_scoring *self, uint32_t node, const pe_over_result *over)
{
  pe_scored_node *scored = pe_evaluation_peek_node (self->evaluation, node);
  pe_rational     amount;

  pe_rational_init (&amount);
  if (pe_scoring_check (self, pe_rational_multiply (&amount, &scored->unrounded, &over->reduction, self->bits), node))
    {
      pe_rational_negate (&amount, &amount);
      pe_adjust_add (self, node, PE_CAUSE_OVER_ACHIEVEMENT, over->source, scored->row, &amount, &over->reached);
    }
  pe_rational_clear (&amount);
}

static void
apply_over (pe_scoring *self, uint32_t node)
{
  const pe_scored_node *scored = pe_evaluation_peek_node (self->evaluation, node);
  pe_over_result        over;

  pe_over_result_init (&over);
  pe_adjust_measure (self, node, scored->row, &scored->leaf->outcome, &over);
  if (pe_rational_sign (&over.reduction) != 0)
    take_off (self, node, &over);
  pe_over_result_clear (&over);
}

/* What one row of a mean loses of the slot: full marks × weight × share × reduction / sum of weights. */
static pe_status
compute_part (const pe_scored_node *scored, const pe_slot_part *part, const pe_rational *weights, uint32_t bits,
              pe_rational *out)
{
  pe_status status = pe_rational_multiply (out, &scored->full_marks, &part->weight, bits);

  if (status == PE_OK)
    status = pe_rational_multiply (out, out, &part->share, bits);
  if (status == PE_OK)
    status = pe_rational_multiply (out, out, &part->over.reduction, bits);
  if (status == PE_OK)
    status = pe_rational_divide (out, out, weights, bits);
  pe_rational_negate (out, out);
  return status;
}

static void
apply_parts (pe_scoring *self, uint32_t node)
{
  const pe_scored_node *scored = pe_evaluation_peek_node (self->evaluation, node);
  const pe_vector      *parts = &scored->leaf->parts;
  pe_rational           weights, amount;
  pe_status             status = PE_OK;

  pe_rational_init (&weights);
  pe_rational_init (&amount);
  /* A sum of decimals. */
  for (size_t i = 0; i < parts->size; i++)
    (void) pe_rational_add (
        &weights, &weights, &pe_vector_at (parts, const pe_slot_part, i)->weight, PE_BITS_UNBOUNDED);
  for (size_t i = 0; i < parts->size && status == PE_OK; i++)
    {
      const pe_slot_part *part = pe_vector_at (parts, const pe_slot_part, i);

      if (pe_rational_sign (&part->over.reduction) == 0)
        continue;
      status = compute_part (scored, part, &weights, self->bits, &amount);
      if (status == PE_OK)
        pe_adjust_add (self, node, PE_CAUSE_OVER_ACHIEVEMENT, part->over.source, (int32_t) part->row, &amount,
                       &part->over.reached);
    }
  pe_scoring_check (self, status, node);
  pe_rational_clear (&weights);
  pe_rational_clear (&amount);
}

/* Deductions and bonuses */

static char *
print_path (const char *table, size_t index, const char *member)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_string (&buffer, table);
  pe_buffer_add_uint (&buffer, index);
  pe_buffer_add_string (&buffer, member);
  return pe_buffer_steal (&buffer);
}

/* Names an adjustment that does not count, or that is refused. */
static void
report_adjustment (pe_scoring *self, size_t index, pe_status code, const char *expected, const char *expected_zh)
{
  const pe_adjustment *adjustment = pe_dossier_peek_adjustment (self->dossier, index);
  char                *path = print_path ("/adjustments/", index, "");
  char                 found[PE_DECIMAL_PRINT_SIZE];

  (void) pe_decimal_print (found, sizeof found, &adjustment->points, NULL);
  pe_scoring_add (self, code, path, "found", found, "expected", expected, "expected_zh", expected_zh, "code",
                  adjustment->indicator, NULL);
  g_free (path);
}

/* max (0, s − m): what is taken is at most what is there. */
static void
apply_deduction (pe_scoring *self, uint32_t node, size_t index)
{
  const pe_adjustment *deduction = pe_dossier_peek_adjustment (self->dossier, index);
  pe_scored_node      *scored = pe_evaluation_peek_node (self->evaluation, node);
  pe_rational          amount;

  if (deduction->scorer != self->scorer)
    return;
  if (pe_rational_sign (&scored->unrounded) <= 0)
    {
      report_adjustment (self, index, PE_NOTE_ADJUSTMENT_UNUSED, "there are no points left to take it from",
                         "已没有可扣的得分");
      return;
    }
  pe_rational_init (&amount);
  pe_rational_set_decimal (&amount, &deduction->points);
  if (pe_rational_compare (&amount, &scored->unrounded) > 0)
    pe_rational_copy (&amount, &scored->unrounded);
  pe_rational_negate (&amount, &amount);
  pe_adjust_add (self, node, PE_CAUSE_DEDUCTION, index, -1, &amount, NULL);
  pe_rational_clear (&amount);
}

static void
apply_deductions (pe_scoring *self, uint32_t node)
{
  size_t first, n;

  if (pe_dossier_get_n_adjustments (self->dossier) == 0)
    return;
  n = pe_dossier_find_adjustments (self->dossier, pe_evaluation_get_code (self->evaluation, node), &first);
  for (size_t i = 0; i < n; i++)
    apply_deduction (self, node, pe_dossier_get_ordered (self->dossier, first + i));
}

void
pe_adjust_leaf (pe_scoring *self, uint32_t node)
{
  pe_scored_node *scored = pe_evaluation_peek_node (self->evaluation, node);

  pe_rational_copy (&scored->unadjusted, &scored->unrounded);
  if (self->has_overs && scored->origin == PE_ORIGIN_COMPUTED)
    {
      if (scored->leaf->parts.size == 0)
        apply_over (self, node);
      else
        apply_parts (self, node);
    }
  if (scored->kind != PE_NODE_LEAF)
    return;
  if (self->has_caps && scored->origin != PE_ORIGIN_DROPPED)
    pe_adjust_apply_caps (self, node);
  apply_deductions (self, node);
}

/* The least of what a bonus states, what all may add, and what there is room for below the ceiling. */
static pe_status
grant_bonus (const pe_scoring *self, const pe_bonus *bonus, const pe_rational *total, const pe_rational *granted,
             pe_rational *amount)
{
  pe_rational room;
  pe_status   status;

  pe_rational_init (&room);
  pe_rational_set_decimal (&room, &bonus->limit);
  status = pe_rational_subtract (&room, &room, granted, self->bits);
  if (status == PE_OK && pe_rational_compare (amount, &room) > 0)
    pe_rational_copy (amount, &room);
  pe_rational_set_decimal (&room, &bonus->ceiling);
  if (status == PE_OK)
    status = pe_rational_subtract (&room, &room, total, self->bits);
  if (status == PE_OK && pe_rational_compare (amount, &room) > 0)
    pe_rational_copy (amount, &room);
  pe_rational_clear (&room);
  return status;
}

/* min (s + min (sum, limit), ceiling), one bonus after the other. */
static void
apply_bonuses (pe_scoring *self, const pe_bonus *bonus)
{
  const pe_scored_node *total = pe_evaluation_peek_node (self->evaluation, 0);
  size_t                first;
  const size_t          n = pe_dossier_find_adjustments (self->dossier, NULL, &first);
  pe_rational           granted, amount;
  pe_status             status = PE_OK;

  pe_rational_init (&granted);
  pe_rational_init (&amount);
  for (size_t i = 0; i < n && status == PE_OK; i++)
    {
      const size_t         index = pe_dossier_get_ordered (self->dossier, first + i);
      const pe_adjustment *item = pe_dossier_peek_adjustment (self->dossier, index);

      if (item->scorer != self->scorer)
        continue;
      pe_rational_set_decimal (&amount, &item->points);
      status = grant_bonus (self, bonus, &total->unrounded, &granted, &amount);
      if (status == PE_OK && pe_rational_sign (&amount) > 0)
        {
          pe_adjust_add (self, 0, PE_CAUSE_BONUS, index, -1, &amount, NULL);
          status = pe_rational_add (&granted, &granted, &amount, self->bits);
        }
      else if (status == PE_OK)
        report_adjustment (self, index, PE_NOTE_ADJUSTMENT_UNUSED, "the limit of bonuses, or of the total, is reached",
                           "加分或总分已达上限");
    }
  pe_scoring_check (self, status, 0);
  pe_rational_clear (&granted);
  pe_rational_clear (&amount);
}

/* Vetoes */

static void
report_veto (pe_scoring *self, size_t index, const pe_event *event, const pe_veto *veto)
{
  const int32_t   grade = veto->grade != NULL ? pe_rulebook_find_grade (self->rulebook, veto->grade) : -1;
  const pe_grade *ceiling = grade >= 0 ? pe_rulebook_peek_grade (self->rulebook, (size_t) grade) : NULL;
  char           *path = print_path ("/events/", index, "");
  pe_buffer       en = PE_BUFFER_INIT, zh = PE_BUFFER_INIT;
  char           *expected, *expected_zh;

  pe_buffer_add_string (&en, ceiling == NULL ? "the total is 0" : "the grade is at most ");
  pe_buffer_add_string (&zh, ceiling == NULL ? "总分归零" : "等级最高为");
  if (ceiling != NULL)
    {
      pe_buffer_add_string (&en, ceiling->name_en != NULL ? ceiling->name_en : ceiling->name_zh);
      pe_buffer_add_string (&zh, ceiling->name_zh);
    }
  expected = pe_buffer_steal (&en);
  expected_zh = pe_buffer_steal (&zh);
  pe_scoring_add (self, PE_WARNING_VETO, expected != NULL && expected_zh != NULL ? path : NULL, "name",
                  veto->name_en != NULL ? veto->name_en : veto->name_zh, "name_zh", veto->name_zh, "expected", expected,
                  "expected_zh", expected_zh, "found", event->evidence, NULL);
  g_free (path);
  g_free (expected);
  g_free (expected_zh);
}

/* That each event names a veto of the rulebook was checked before anything was scored. */
static void
apply_vetoes (pe_scoring *self)
{
  const pe_scored_node *total = pe_evaluation_peek_node (self->evaluation, 0);
  pe_rational           amount;

  pe_rational_init (&amount);
  for (size_t i = 0; i < pe_dossier_get_n_events (self->dossier); i++)
    {
      const pe_event *event = pe_dossier_peek_event (self->dossier, i);
      const pe_veto  *veto = pe_rulebook_find_veto (self->rulebook, event->veto);

      report_veto (self, i, event, veto);
      if (veto->effect != PE_VETO_ZERO)
        continue;
      pe_rational_negate (&amount, &total->unrounded);
      pe_adjust_add (self, 0, PE_CAUSE_VETO, i, -1, &amount, NULL);
    }
  pe_rational_clear (&amount);
}

void
pe_adjust_total (pe_scoring *self)
{
  pe_scored_node *total = pe_evaluation_peek_node (self->evaluation, 0);
  const pe_bonus *bonus = pe_rulebook_peek_bonus (self->rulebook);

  pe_rational_copy (&total->unadjusted, &total->unrounded);
  if (bonus != NULL)
    apply_bonuses (self, bonus);
  apply_vetoes (self);
}

void
pe_adjust_grade (pe_scoring *self)
{
  pe_evaluation *evaluation = self->evaluation;

  for (size_t i = 0; i < pe_dossier_get_n_events (self->dossier); i++)
    {
      const pe_veto *veto = pe_rulebook_find_veto (self->rulebook, pe_dossier_peek_event (self->dossier, i)->veto);
      const int32_t  ceiling
          = veto->effect == PE_VETO_CEILING ? pe_rulebook_find_grade (self->rulebook, veto->grade) : -1;

      if (ceiling <= evaluation->grade)
        continue;
      evaluation->grade = ceiling;
      evaluation->grade_event = (int32_t) i;
    }
}

/* Checks */

static const pe_indicator *
find_leaf (const pe_scoring *self, const char *code)
{
  size_t index;

  if (pe_rulebook_find_indicator (&index, self->rulebook, code, NULL) != PE_OK)
    return NULL;
  return pe_rulebook_peek_indicator (self->rulebook, index);
}

static void
check_adjustment (pe_scoring *self, size_t index)
{
  const pe_adjustment *adjustment = pe_dossier_peek_adjustment (self->dossier, index);
  const pe_indicator  *leaf = adjustment->indicator != NULL ? find_leaf (self, adjustment->indicator) : NULL;

  if (adjustment->kind == PE_ADJUSTMENT_BONUS && pe_rulebook_peek_bonus (self->rulebook) == NULL)
    report_adjustment (self, index, PE_ERROR_ADJUSTMENT_REFUSED, "a rulebook that has bonuses", "规定了加分的评分规则");
  else if (adjustment->kind == PE_ADJUSTMENT_DEDUCTION && (leaf == NULL || leaf->manual_deduction == 0))
    report_adjustment (self, index, PE_ERROR_ADJUSTMENT_REFUSED, "a leaf that points may be deducted from by hand",
                       "允许人工扣分的末级指标");
  else if (adjustment->scorer != self->scorer)
    report_adjustment (self, index, PE_NOTE_ADJUSTMENT_UNUSED, "the evaluation is by another scorer",
                       "本次评价由其他评分人评分");
}

void
pe_scoring_check_adjustments (pe_scoring *self)
{
  for (size_t i = 0; i < pe_dossier_get_n_adjustments (self->dossier); i++)
    check_adjustment (self, i);
  for (size_t i = 0; i < pe_dossier_get_n_events (self->dossier); i++)
    {
      const char *veto = pe_dossier_peek_event (self->dossier, i)->veto;
      char       *path;

      if (pe_rulebook_find_veto (self->rulebook, veto) != NULL)
        continue;
      path = print_path ("/events/", i, "/veto");
      pe_scoring_add (self, PE_ERROR_REFERENCE_UNKNOWN, path, "code", veto, "name", "veto", "expected",
                      "the id of a veto of the rulebook", NULL);
      g_free (path);
    }
}
