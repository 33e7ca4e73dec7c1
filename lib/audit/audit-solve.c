/* audit-solve.c - what a relation asks of one of its figures, and the single cells that would explain a sum
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdlib.h>
#include <string.h>

#include "../base/struct-private.h"
#include "audit-private.h"

/* Operands looked at for is_clean, for each unit of pe_audit_options::work. */
#define OPERANDS_PER_WORK 10

void
pe_repair_init (pe_repair *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

/* Incidence */

/* Calls for each claim of a relation, once for each time that it is named. */
static void
count_claims (size_t *counts, const pe_relation *relation)
{
  for (uint32_t i = 0; i < relation->n_operands; i++)
    counts[relation->operands[i]]++;
  if (relation->result != PE_NO_CLAIM)
    counts[relation->result]++;
}

static void
put_relation (pe_incidence *self, size_t *next, uint32_t claim, uint32_t relation)
{
  /* A claim that is named twice is in the relation once. */
  if (next[claim] == self->first[claim] || self->relations[next[claim] - 1] != relation)
    self->relations[next[claim]++] = relation;
}

static void
fill_incidence (pe_incidence *self, const pe_audit_store *store, size_t *next)
{
  for (uint32_t r = 0; r < store->relations.size; r++)
    {
      const pe_relation *relation = pe_store_relation (store, r);

      for (uint32_t i = 0; i < relation->n_operands; i++)
        put_relation (self, next, relation->operands[i], r);
      if (relation->result != PE_NO_CLAIM)
        put_relation (self, next, relation->result, r);
    }
}

pe_status
pe_incidence_init (pe_incidence *self, const pe_audit_store *store)
{
  const size_t n = store->claims.size;
  size_t      *next = g_try_new0 (size_t, n + 1);
  size_t       at = 0;

  self->first = g_try_new0 (size_t, n + 1);
  self->last = NULL;
  self->relations = NULL;
  if (self->first != NULL)
    {
      for (size_t r = 0; r < store->relations.size; r++)
        count_claims (self->first, pe_store_relation (store, r));
      for (size_t i = 0; i <= n; i++)
        at += self->first[i];
      self->relations = g_try_new (uint32_t, at + 1);
    }
  if (next == NULL || self->relations == NULL)
    {
      g_free (next);
      pe_incidence_clear (self);
      return PE_ERROR_NO_MEMORY;
    }
  at = 0;
  for (size_t i = 0; i < n; i++)
    {
      const size_t count = self->first[i];

      self->first[i] = next[i] = at;
      at += count;
    }
  self->first[n] = at;
  fill_incidence (self, store, next);
  self->last = next;
  return PE_OK;
}

void
pe_incidence_clear (pe_incidence *self)
{
  g_free (self->first);
  g_free (self->last);
  g_free (self->relations);
  self->first = self->last = NULL;
  self->relations = NULL;
}

/* Solving for one figure */

/* The figure of a number in base units, rounded to the places of the claim. */
static gboolean
to_figure (pe_calculation *calculation, pe_decimal *out, const pe_quantity *unit, pe_rational *number)
{
  pe_quantity_unscale (calculation, number, unit, number);
  return calculation->status == PE_OK
         && pe_rational_to_decimal (out, number, unit->value.scale, PE_ROUND_HALF_UP) == PE_OK;
}

/* (above + a x) = result (below + b x), for x. */
static gboolean
solve_linear (pe_calculation *calculation, pe_rational *out, const pe_linear *linear, uint32_t claim,
              const pe_rational *result)
{
  pe_rational above, below, value, factor;
  gboolean    found = FALSE;

  pe_rational_init (&above);
  pe_rational_init (&below);
  pe_rational_init (&value);
  pe_rational_init (&factor);
  pe_rational_copy (&below, &linear->divisor);
  for (size_t i = 0; i < linear->n; i++)
    {
      const pe_linear_term *term = &linear->terms[i];

      if (term->id == claim)
        {
          found = TRUE;
          pe_calculate_add_times (calculation, &factor, result, -term->below);
          pe_rational_set_int (&value, term->above);
          pe_calculate_add (calculation, &factor, &factor, &value);
          continue;
        }
      pe_quantity_get_value (calculation, &value, term->quantity);
      pe_calculate_add_times (calculation, &above, &value, term->above);
      pe_calculate_add_times (calculation, &below, &value, term->below);
    }
  found = found && pe_rational_sign (&factor) != 0;
  if (found)
    {
      pe_calculate_multiply (calculation, &below, &below, result);
      pe_calculate_subtract (calculation, out, &below, &above);
      pe_calculate_divide (calculation, out, out, &factor);
    }
  pe_rational_clear (&above);
  pe_rational_clear (&below);
  pe_rational_clear (&value);
  pe_rational_clear (&factor);
  return found;
}

static gboolean
solve_product (pe_calculation *calculation, pe_rational *out, const pe_equation *equation, uint32_t claim,
               const pe_rational *result)
{
  pe_rational others, value;
  size_t      n = 0;

  pe_rational_init (&others);
  pe_rational_init (&value);
  pe_rational_set_int (&others, 1);
  for (size_t i = 0; i < equation->n; i++)
    if (equation->ids[i] == claim)
      n++;
    else
      {
        pe_quantity_get_value (calculation, &value, &equation->operands[i]);
        pe_calculate_multiply (calculation, &others, &others, &value);
      }
  if (n == 1 && pe_rational_sign (&others) != 0)
    pe_calculate_divide (calculation, out, result, &others);
  else
    n = 0;
  pe_rational_clear (&others);
  pe_rational_clear (&value);
  return n == 1;
}

/* Another figure of what should be one quantity: the first that prints another value. */
static gboolean
solve_same (pe_calculation *calculation, pe_rational *out, const pe_equation *equation, const pe_relation *relation,
            uint32_t claim)
{
  pe_rational own;
  gboolean    found = FALSE;

  pe_rational_init (&own);
  for (size_t i = 0; i < equation->n; i++)
    if (equation->ids[i] == claim)
      pe_quantity_get_value (calculation, &own, &equation->operands[i]);
  if (relation->result == claim)
    pe_quantity_get_value (calculation, &own, equation->result);
  for (size_t i = 0; i <= equation->n && !found; i++)
    {
      const pe_quantity *other = i < equation->n ? &equation->operands[i] : equation->result;

      if (other == NULL || (i < equation->n ? equation->ids[i] : relation->result) == claim)
        continue;
      pe_quantity_get_value (calculation, out, other);
      found = pe_rational_compare (out, &own) != 0;
    }
  pe_rational_clear (&own);
  return found;
}

/* The figure's own quantity, in the unit that it was brought into. */
static const pe_quantity *
find_quantity (const pe_equation *equation, const pe_relation *relation, uint32_t claim)
{
  for (size_t i = 0; i < equation->n; i++)
    if (equation->ids[i] == claim)
      return &equation->operands[i];
  return relation->result == claim ? equation->result : NULL;
}

static gboolean
is_operand (const pe_relation *relation, uint32_t claim)
{
  for (uint32_t i = 0; i < relation->n_operands; i++)
    if (relation->operands[i] == claim)
      return TRUE;
  return FALSE;
}

/* The number that the relation asks of an operand, in base units. */
static gboolean
solve_operand (pe_calculation *calculation, pe_rational *out, const pe_resolved *resolved, const pe_relation *relation,
               uint32_t claim, pe_status *status)
{
  const pe_equation *equation = &resolved->equation;
  pe_rational        result;
  pe_linear          linear;
  gboolean           found = FALSE;

  if (relation->kind == PE_RELATION_SAME_QUANTITY)
    return solve_same (calculation, out, equation, relation, claim);
  if (equation->result == NULL || relation->result == claim)
    return FALSE;
  pe_rational_init (&result);
  pe_quantity_get_value (calculation, &result, equation->result);
  if (relation->kind == PE_RELATION_PRODUCT)
    found = solve_product (calculation, out, equation, claim, &result);
  else if (pe_equation_is_linear (equation))
    {
      *status = pe_linear_init (&linear, equation);
      found = *status == PE_OK && solve_linear (calculation, out, &linear, claim, &result);
      pe_linear_clear (&linear);
    }
  pe_rational_clear (&result);
  return found;
}

/* What the operands give. */
static gboolean
solve_result (pe_calculation *calculation, pe_rational *out, const pe_resolved *resolved, const pe_relation *relation,
              uint32_t claim, pe_status *status)
{
  pe_judgement judgement;
  gboolean     found = FALSE;

  if (relation->kind == PE_RELATION_SAME_QUANTITY)
    return solve_same (calculation, out, &resolved->equation, relation, claim);
  if (relation->kind == PE_RELATION_GRADE)
    return FALSE;
  pe_judgement_init (&judgement);
  *status = pe_equation_judge (&judgement, &resolved->equation);
  found = *status == PE_OK && judgement.state == PE_VERDICT_COMPUTED && judgement.has_exact;
  if (found)
    pe_rational_copy (out, &judgement.exact);
  pe_judgement_clear (&judgement);
  (void) calculation;
  return found;
}

gboolean
pe_relation_solve (pe_decimal *out, const pe_audit_store *store, const pe_relation *relation, uint32_t claim,
                   pe_status *status)
{
  pe_calculation     calculation = { store->limits.number_bits, PE_OK };
  pe_resolved        resolved;
  pe_rational        number;
  pe_verdict_state   state = PE_VERDICT_COMPUTED;
  gboolean           found = FALSE;
  const pe_quantity *own;

  *status = pe_resolved_init (&resolved, store, relation, &state);
  pe_rational_init (&number);
  if (*status == PE_OK && state == PE_VERDICT_COMPUTED)
    {
      own = find_quantity (&resolved.equation, relation, claim);
      found = is_operand (relation, claim) ? solve_operand (&calculation, &number, &resolved, relation, claim, status)
                                           : solve_result (&calculation, &number, &resolved, relation, claim, status);
      found = found && own != NULL && to_figure (&calculation, out, own, &number)
              && pe_decimal_order (out, &own->value) != 0;
      /* Amounts and counts do not change their sign to mend a sum. */
      found = found && !(out->coefficient < 0 && own->value.coefficient >= 0);
    }
  pe_rational_clear (&number);
  pe_resolved_clear (&resolved);
  return found;
}

/* Repairs */

static gboolean
is_repairable (const pe_audited *audited, const pe_relation *relation)
{
  if (audited->verdict.audit_class != PE_CLASS_CONTRADICTION)
    return FALSE;
  if (relation->form != PE_FORM_PLAIN && relation->form != PE_FORM_SIGNED)
    return FALSE;
  switch (relation->kind)
    {
    case PE_RELATION_SUM:
    case PE_RELATION_DIFFERENCE:
    case PE_RELATION_SCORE_SUM:
    case PE_RELATION_DEDUCTION:
    case PE_RELATION_MARKS:
    case PE_RELATION_COUNT:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether the other relations of a claim that hold still would. Not asked any more when the work is used up. */
static pe_status
find_out_if_clean (int32_t *out, const pe_audit *self, const pe_incidence *incidence, uint32_t index,
                   const pe_repair *repair, uint64_t *work)
{
  gboolean  holds = TRUE;
  pe_status status = PE_OK;

  for (size_t i = incidence->first[repair->claim]; i < incidence->last[repair->claim] && holds; i++)
    {
      const uint32_t     other = incidence->relations[i];
      const pe_relation *relation = pe_store_relation (&self->store, other);
      const pe_verdict  *verdict = &self->audited[other].verdict;

      if (other == index || verdict->state != PE_VERDICT_COMPUTED || verdict->audit_class == PE_CLASS_CONTRADICTION)
        continue;
      holds = *work >= relation->n_operands;
      if (!holds)
        break;
      *work -= relation->n_operands;
      status = pe_relation_would_hold (&holds, &self->store, relation, repair->claim, &repair->value);
      if (status != PE_OK)
        break;
    }
  *out = holds && status == PE_OK;
  return status;
}

static pe_status
add_repair (pe_audit *self, const pe_incidence *incidence, uint32_t index, uint32_t claim, const pe_decimal *value,
            uint64_t *work)
{
  pe_repair repair;
  pe_status status;

  pe_repair_init (&repair, sizeof repair);
  repair.claim = claim;
  repair.value = *value;
  repair.slip = pe_slip_find (&pe_store_claim (&self->store, claim)->claim.value, value);
  status = find_out_if_clean (&repair.is_clean, self, incidence, index, &repair, work);
  if (status == PE_OK)
    status = pe_vector_push (&self->repairs, &repair);
  return status;
}

/* value + missing / factor, as a figure of the claim; FALSE: none. */
static gboolean
mend_term (pe_calculation *calculation, pe_decimal *out, const pe_linear_term *term, const pe_rational *missing)
{
  pe_rational number, factor;
  gboolean    found;

  if (term->above == 0)
    return FALSE;
  pe_rational_init (&number);
  pe_rational_init (&factor);
  pe_rational_set_int (&factor, term->above);
  pe_calculate_divide (calculation, &number, missing, &factor);
  pe_quantity_get_value (calculation, &factor, term->quantity);
  pe_calculate_add (calculation, &number, &number, &factor);
  found = to_figure (calculation, out, term->quantity, &number)
          && !(out->coefficient < 0 && term->quantity->value.coefficient >= 0)
          && pe_decimal_order (out, &term->quantity->value) != 0;
  pe_rational_clear (&number);
  pe_rational_clear (&factor);
  return found;
}

static pe_status
add_operand_repairs (pe_audit *self, const pe_incidence *incidence, uint32_t index, const pe_linear *linear,
                     const pe_quantity *result, uint64_t *work)
{
  pe_calculation calculation = { self->store.limits.number_bits, PE_OK };
  pe_rational    missing, exact;
  pe_decimal     value;
  pe_status      status = PE_OK;

  pe_rational_init (&missing);
  pe_rational_init (&exact);
  pe_quantity_get_value (&calculation, &missing, result);
  (void) pe_linear_get_exact (&calculation, &exact, linear);
  pe_calculate_subtract (&calculation, &missing, &missing, &exact);
  for (size_t i = 0; i < linear->n && status == PE_OK; i++)
    if (mend_term (&calculation, &value, &linear->terms[i], &missing))
      status = add_repair (self, incidence, index, linear->terms[i].id, &value, work);
  pe_rational_clear (&missing);
  pe_rational_clear (&exact);
  return status;
}

static pe_status
add_repairs (pe_audit *self, const pe_incidence *incidence, uint32_t index, uint64_t *work)
{
  const pe_relation *relation = pe_store_relation (&self->store, index);
  const pe_verdict  *verdict = &self->audited[index].verdict;
  pe_resolved        resolved;
  pe_linear          linear;
  pe_verdict_state   state = PE_VERDICT_COMPUTED;
  pe_status          status = pe_resolved_init (&resolved, &self->store, relation, &state);

  if (status == PE_OK)
    {
      status = pe_linear_init (&linear, &resolved.equation);
      if (status == PE_OK)
        status = add_operand_repairs (self, incidence, index, &linear, &resolved.result, work);
      pe_linear_clear (&linear);
    }
  if (status == PE_OK && verdict->has_nearest)
    status = add_repair (self, incidence, index, relation->result, &verdict->nearest, work);
  pe_resolved_clear (&resolved);
  return status;
}

/* Slips first, then what is clean; qsort() being free to change the order of equals, the place decides. */
static int
order_repairs (const void *a, const void *b)
{
  const pe_repair *left = a, *right = b;

  if ((left->slip != 0) != (right->slip != 0))
    return left->slip != 0 ? -1 : 1;
  if (left->is_clean != right->is_clean)
    return left->is_clean ? -1 : 1;
  return (left->struct_size > right->struct_size) - (left->struct_size < right->struct_size);
}

static void
sort_repairs (pe_repair *repairs, size_t n)
{
  for (size_t i = 0; i < n; i++)
    repairs[i].struct_size = (uint32_t) i;
  if (n > 1)
    qsort (repairs, n, sizeof *repairs, order_repairs);
  for (size_t i = 0; i < n; i++)
    repairs[i].struct_size = sizeof *repairs;
}

pe_status
pe_audit_find_repairs (pe_audit *self, const pe_incidence *incidence)
{
  uint64_t  work = (uint64_t) self->store.options.work * OPERANDS_PER_WORK;
  pe_status status = PE_OK;

  for (uint32_t i = 0; i < self->store.relations.size && status == PE_OK; i++)
    {
      pe_audited *audited = &self->audited[i];

      if (!is_repairable (audited, pe_store_relation (&self->store, i)))
        continue;
      audited->first_repair = self->repairs.size;
      status = add_repairs (self, incidence, i, &work);
      audited->n_repairs = self->repairs.size - audited->first_repair;
      if (audited->n_repairs > 0)
        sort_repairs (pe_vector_at (&self->repairs, pe_repair, audited->first_repair), audited->n_repairs);
    }
  return status;
}
