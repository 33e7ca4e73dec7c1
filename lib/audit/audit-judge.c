/* audit-judge.c - the verdict on one relation
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "audit-private.h"
#include "relation-private.h"

/* 优 90, 良 80, 中 60, 差: the bands of most notices on self-evaluation; where a notice has others they are data. */
static const pe_audit_band usual_bands[] = {
  { sizeof (pe_audit_band), 0, { 90, 0, 0 }, "优" },
  { sizeof (pe_audit_band), 0, { 80, 0, 0 }, "良" },
  { sizeof (pe_audit_band), 0, { 60, 0, 0 }, "中" },
  { sizeof (pe_audit_band), 0, { 0, 0, 0 }, "差" },
};

void
pe_audited_init (pe_audited *self)
{
  memset (self, 0, sizeof *self);
  pe_verdict_init (&self->verdict, sizeof self->verdict);
  self->verdict.cause = PE_NO_CLAIM;
  pe_rational_init (&self->exact);
  pe_rational_init (&self->excess);
  pe_reach_init (&self->range);
}

void
pe_audited_clear (pe_audited *self)
{
  pe_rational_clear (&self->exact);
  pe_rational_clear (&self->excess);
  pe_reach_clear (&self->range);
}

/* Grades */

static const pe_audit_band *
get_bands (const pe_relation *relation, size_t *n)
{
  *n = relation->n_bands > 0 ? relation->n_bands : G_N_ELEMENTS (usual_bands);
  return relation->n_bands > 0 ? relation->bands : usual_bands;
}

const char *
pe_relation_find_band (const pe_relation *relation, const pe_rational *score)
{
  size_t               n;
  const pe_audit_band *bands = get_bands (relation, &n);
  const char          *found = NULL;
  pe_rational          lowest;

  pe_rational_init (&lowest);
  for (size_t i = 0; i < n && found == NULL; i++)
    {
      pe_rational_set_decimal (&lowest, &bands[i].at_least);
      if (pe_rational_compare (score, &lowest) >= 0)
        found = bands[i].name;
    }
  pe_rational_clear (&lowest);
  return found;
}

/* 优 and 优秀 are one grade. */
static gboolean
is_same_grade (const char *band, const char *printed)
{
  return g_str_has_prefix (band, printed) || g_str_has_prefix (printed, band);
}

/* Whether a score of the span has the printed grade. */
static gboolean
can_be_graded (const pe_relation *relation, const pe_reach *scores, const char *printed)
{
  size_t               n;
  const pe_audit_band *bands = get_bands (relation, &n);
  pe_reach             band;
  pe_rational          bound;
  gboolean             possible = FALSE;

  pe_reach_init (&band);
  pe_rational_init (&bound);
  for (size_t i = 0; i < n && !possible; i++)
    {
      pe_rational_set_decimal (&bound, &bands[i].at_least);
      pe_reach_set_point (&band, &bound);
      band.high.is_bounded = i > 0;
      if (i > 0)
        pe_rational_set_decimal (&band.high.value, &bands[i - 1].at_least);
      band.high.is_closed = FALSE;
      possible = is_same_grade (bands[i].name, printed) && pe_reach_meets (&band, scores);
    }
  pe_reach_clear (&band);
  pe_rational_clear (&bound);
  return possible;
}

static void
judge_grade (pe_calculation *calculation, pe_judgement *out, const pe_audit_store *store, const pe_relation *relation,
             const pe_resolved *resolved)
{
  static const struct
  {
    pe_family family;
    pe_modes  modes;
  } families[]
      = { { PE_FAMILY_NEAREST, PE_MODES_ALL }, { PE_FAMILY_DOWN, PE_MODE_DOWN }, { PE_FAMILY_UP, PE_MODE_UP } };
  const char *printed = pe_store_claim (store, relation->result)->claim.text;
  const char *band;
  pe_reach    scores;

  pe_reach_init (&scores);
  pe_quantity_get_value (calculation, &out->exact, &resolved->operands[0]);
  band = pe_relation_find_band (relation, &out->exact);
  if (band != NULL && is_same_grade (band, printed))
    out->as_printed = PE_MODES_ALL;
  for (size_t i = 0; i < G_N_ELEMENTS (families); i++)
    {
      pe_quantity_get_span (calculation, &scores, &resolved->operands[0], families[i].family,
                            resolved->operands[0].value.scale);
      if (can_be_graded (relation, &scores, printed))
        out->as_rounded |= families[i].modes;
    }
  pe_reach_clear (&scores);
}

/* Verdicts */

/* Zeros that a report put behind a value of fewer places: "5.00" for 4.842. */
static void
find_coarse_modes (pe_calculation *calculation, pe_verdict *verdict, const pe_judgement *judgement,
                   const pe_quantity *result)
{
  int64_t digits = result->value.coefficient;
  int32_t places = result->value.scale;

  verdict->coarse_places = places;
  if (judgement->as_printed != 0 || !judgement->has_exact || digits == 0)
    return;
  for (; places > 0 && digits % 10 == 0; places--)
    digits /= 10;
  for (; places < result->value.scale && verdict->coarse_modes == 0; places++)
    {
      verdict->coarse_modes = pe_quantity_get_modes_at (calculation, result, &judgement->exact, places);
      if (verdict->coarse_modes != 0)
        verdict->coarse_places = places;
    }
}

/* The value nearest to what is printed among those that rounding of what the range holds can give. */
static gboolean
find_nearest_possible (pe_decimal *out, const pe_audited *audited, const pe_quantity *result)
{
  const int32_t places = result->value.scale;
  pe_rational   printed;
  gboolean      found = TRUE;

  pe_rational_init (&printed);
  pe_rational_set_decimal (&printed, &result->value);
  *out = result->value;
  if (audited->range.low.is_bounded && pe_rational_compare (&printed, &audited->range.low.value) < 0)
    found = pe_rational_to_decimal (out, &audited->range.low.value, places, PE_ROUND_FLOOR) == PE_OK;
  else if (audited->range.high.is_bounded && pe_rational_compare (&printed, &audited->range.high.value) > 0)
    found = pe_rational_to_decimal (out, &audited->range.high.value, places, PE_ROUND_CEILING) == PE_OK;
  pe_rational_clear (&printed);
  return found;
}

static gboolean
is_comparison (const pe_relation *relation)
{
  return relation->kind == PE_RELATION_BOUND || relation->form == PE_FORM_MEETS_MIN
         || relation->form == PE_FORM_MEETS_MAX || relation->form == PE_FORM_PARTIAL;
}

/* Brings the exact value and the range into the unit of the result. */
static void
set_values (pe_calculation *calculation, pe_audited *out, const pe_judgement *judgement, const pe_relation *relation,
            const pe_resolved *resolved)
{
  const pe_quantity  none = { { 0, 0, 0 }, 0, 0, PE_EXACT_NEVER };
  const pe_quantity *unit
      = resolved->equation.result != NULL ? resolved->equation.result
        : pe_relation_is_quotient (relation->kind, relation->form)
            ? &none
            : &resolved->operands[0];
  pe_end_point *ends[] = { &out->range.low, &out->range.high };

  if (judgement->has_exact)
    pe_quantity_unscale (calculation, &out->exact, unit, &judgement->exact);
  out->has_exact = judgement->has_exact;
  out->has_range = judgement->has_range;
  if (!judgement->has_range || judgement->range.is_everything || judgement->range.n != 1)
    return;
  pe_reach_copy (&out->range, &judgement->range.spans[0]);
  for (int i = 0; i < 2; i++)
    if (ends[i]->is_bounded)
      pe_quantity_unscale (calculation, &ends[i]->value, unit, &ends[i]->value);
}

static pe_audit_class
classify (const pe_verdict *verdict, const pe_relation *relation, gboolean has_remark)
{
  if ((verdict->as_printed & (PE_MODE_HALF_UP | PE_MODE_HALF_EVEN)) != 0)
    return has_remark ? PE_CLASS_REMARK : 0;
  if (relation->is_doubtful)
    return PE_CLASS_REMARK;
  return (verdict->as_printed | verdict->as_rounded | verdict->coarse_modes) != 0
             ? PE_CLASS_ROUNDING
             : PE_CLASS_CONTRADICTION;
}

/* Remarks on what fits */

static void
set_remark (pe_audited *self, pe_status remark, const pe_rational *excess)
{
  self->remark = remark;
  pe_rational_copy (&self->excess, excess);
}

/* result / exact, the target: reached so many times. */
static void
remark_on_target (pe_calculation *calculation, pe_audited *out, const pe_audit_store *store, const pe_rational *printed)
{
  pe_rational times, most;

  pe_rational_init (&times);
  pe_rational_init (&most);
  pe_rational_set_decimal (&most, &store->options.over_achieved);
  if (pe_rational_sign (&most) > 0 && pe_rational_sign (&out->exact) > 0)
    {
      pe_calculate_divide (calculation, &times, printed, &out->exact);
      if (pe_rational_compare (&times, &most) >= 0)
        set_remark (out, PE_NOTE_TARGET_EXCEEDED, &times);
    }
  pe_rational_clear (&times);
  pe_rational_clear (&most);
}

static void
find_remark (pe_calculation *calculation, pe_audited *out, const pe_audit_store *store, const pe_relation *relation,
             const pe_resolved *resolved)
{
  pe_rational printed, rest;

  if (out->verdict.as_printed == 0 || !out->has_exact)
    return;
  pe_rational_init (&printed);
  pe_rational_init (&rest);
  pe_rational_set_decimal (&printed, &resolved->result.value);
  pe_calculate_subtract (calculation, &rest, &printed, &out->exact);
  if (relation->form == PE_FORM_PARTIAL && pe_rational_sign (&rest) > 0)
    set_remark (out, PE_NOTE_NOT_LISTED, &rest);
  else if (relation->form == PE_FORM_MEETS_MIN)
    remark_on_target (calculation, out, store, &printed);
  else if (relation->kind == PE_RELATION_RULE_SCORE && pe_rational_sign (&rest) > 0
           && pe_decimal_order (&resolved->result.value, &resolved->operands[0].value) == 0)
    set_remark (out, PE_NOTE_FULL_SCORE, &rest);
  pe_rational_clear (&printed);
  pe_rational_clear (&rest);
}

/* All together */

static void
set_nearest (pe_audited *out, const pe_relation *relation, const pe_resolved *resolved)
{
  pe_verdict        *verdict = &out->verdict;
  const pe_quantity *result = &resolved->result;

  if (is_comparison (relation) || relation->kind == PE_RELATION_GRADE || !out->has_exact)
    return;
  verdict->has_nearest
      = pe_rational_to_decimal (&verdict->nearest, &out->exact, result->value.scale, PE_ROUND_HALF_UP) == PE_OK;
  verdict->nearest_possible = verdict->as_rounded != 0 ? result->value : verdict->nearest;
  if (verdict->has_nearest && verdict->as_rounded == 0 && out->has_range)
    verdict->has_nearest = find_nearest_possible (&verdict->nearest_possible, out, result);
  if (!verdict->has_nearest)
    verdict->nearest = verdict->nearest_possible = (pe_decimal) { 0, 0, 0 };
}

static void
set_verdict (pe_calculation *calculation, pe_audited *out, const pe_audit_store *store, const pe_relation *relation,
             const pe_resolved *resolved, const pe_judgement *judgement)
{
  pe_verdict *verdict = &out->verdict;

  verdict->as_printed = judgement->as_printed;
  verdict->as_rounded = judgement->as_rounded;
  verdict->is_exact = judgement->is_exact;
  verdict->n_bases = judgement->n_bases;
  verdict->first_base = judgement->first_base;
  verdict->last_base = judgement->last_base;
  if (relation->result != PE_NO_CLAIM)
    {
      verdict->places = verdict->coarse_places = resolved->result.value.scale;
      if (!is_comparison (relation) && relation->kind != PE_RELATION_GRADE
          && relation->kind != PE_RELATION_SAME_QUANTITY)
        find_coarse_modes (calculation, verdict, judgement, &resolved->result);
      set_nearest (out, relation, resolved);
      find_remark (calculation, out, store, relation, resolved);
    }
  verdict->audit_class = classify (verdict, relation, out->remark != PE_OK);
  if (verdict->audit_class == PE_CLASS_REMARK && out->remark == PE_OK)
    out->remark = PE_NOTE_RELATION_DOUBTFUL;
}

static gboolean
has_something_to_compare (const pe_relation *relation)
{
  return relation->result != PE_NO_CLAIM || relation->kind == PE_RELATION_SAME_QUANTITY;
}

static pe_status
judge (pe_audited *out, const pe_audit_store *store, const pe_relation *relation, const pe_resolved *resolved)
{
  pe_calculation calculation = { store->limits.number_bits, PE_OK };
  pe_judgement   judgement;
  pe_status      status = PE_OK;

  pe_judgement_init (&judgement);
  if (relation->kind != PE_RELATION_GRADE)
    status = pe_equation_judge (&judgement, &resolved->equation);
  else if (relation->result != PE_NO_CLAIM)
    {
      judge_grade (&calculation, &judgement, store, relation, resolved);
      judgement.has_exact = TRUE;
      judgement.is_exact = judgement.as_printed != 0;
    }
  if (status == PE_OK)
    {
      out->verdict.state = judgement.state;
      set_values (&calculation, out, &judgement, relation, resolved);
      if (judgement.state == PE_VERDICT_COMPUTED && has_something_to_compare (relation))
        set_verdict (&calculation, out, store, relation, resolved, &judgement);
      else if (judgement.state == PE_VERDICT_COMPUTED)
        out->verdict.state = PE_VERDICT_NO_RESULT;
    }
  pe_judgement_clear (&judgement);
  if (calculation.status == PE_ERROR_LIMIT)
    {
      pe_audited_clear (out);
      pe_audited_init (out);
      out->verdict.state = PE_VERDICT_LIMIT;
    }
  return status;
}

pe_status
pe_audited_judge (pe_audited *out, const pe_audit_store *store, const pe_relation *relation)
{
  pe_resolved      resolved;
  pe_verdict_state state = PE_VERDICT_COMPUTED;
  pe_status        status = pe_resolved_init (&resolved, store, relation, &state);

  out->verdict.state = state;
  if (status == PE_OK && state == PE_VERDICT_COMPUTED)
    status = judge (out, store, relation, &resolved);
  pe_resolved_clear (&resolved);
  return status;
}

pe_status
pe_relation_would_hold (gboolean *out, const pe_audit_store *store, const pe_relation *relation, uint32_t claim,
                        const pe_decimal *value)
{
  pe_resolved      resolved;
  pe_verdict_state state = PE_VERDICT_COMPUTED;
  pe_status        status = pe_resolved_init_with (&resolved, store, relation, claim, value, &state);
  pe_audited       audited;

  *out = FALSE;
  pe_audited_init (&audited);
  if (status == PE_OK && state == PE_VERDICT_COMPUTED)
    status = judge (&audited, store, relation, &resolved);
  if (status == PE_OK)
    *out = audited.verdict.state == PE_VERDICT_COMPUTED && audited.verdict.audit_class != PE_CLASS_CONTRADICTION
           && (audited.verdict.as_printed | audited.verdict.as_rounded) != 0;
  pe_audited_clear (&audited);
  pe_resolved_clear (&resolved);
  return status;
}
