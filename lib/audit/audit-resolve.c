/* audit-resolve.c - bringing the claims of a relation into units that go together
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "audit-private.h"
#include "relation-private.h"

/* Figures that have to be in one dimension, as bits: from operand `first` on, up to `last`. */
typedef struct group
{
  size_t   first;
  size_t   last; /* behind the last */
  gboolean with_result;
} group;

/* A figure of a resolved relation, the result being number n. */
static const pe_claim_entry *
get_entry (const pe_audit_store *store, const pe_relation *relation, size_t i)
{
  return pe_store_claim (store, i < relation->n_operands ? relation->operands[i] : relation->result);
}

static pe_quantity *
get_quantity (pe_resolved *self, size_t i)
{
  return i < self->equation.n ? &self->operands[i] : &self->result;
}

static gboolean
is_bare (const pe_claim_entry *entry)
{
  return entry->unit.kind == PE_UNIT_NONE;
}

/* The unit that bare figures of a group take over: money or a share; the result's before the operands'. NULL: none. */
static const pe_claim_unit *
find_unit (const pe_audit_store *store, const pe_relation *relation, const group *of)
{
  size_t i = of->with_result ? relation->n_operands : of->first;

  for (size_t n = 0; n <= of->last - of->first; n++)
    {
      if (i < of->last || (of->with_result && i == relation->n_operands))
        {
          const pe_claim_unit *unit = &get_entry (store, relation, i)->unit;

          if (pe_claim_unit_is_money (unit) || pe_claim_unit_is_share (unit))
            return unit;
        }
      i = i == relation->n_operands ? of->first : i + 1;
    }
  return NULL;
}

/* Gives bare figures the unit of their neighbours, as "较上年 2.08 减少 0.03 万元" means it. FALSE: units do not go together. */
static gboolean
adopt_unit (pe_resolved *self, const pe_audit_store *store, const pe_relation *relation, const group *of)
{
  const pe_claim_unit *unit = find_unit (store, relation, of);
  const size_t         end = of->last + (of->with_result ? 1 : 0);

  if (unit == NULL)
    return TRUE;
  for (size_t n = of->first; n < end; n++)
    {
      const size_t          i = n == of->last ? relation->n_operands : n;
      const pe_claim_entry *entry = get_entry (store, relation, i);
      pe_quantity          *quantity = get_quantity (self, i);

      if (!is_bare (entry))
        {
          if (pe_claim_unit_is_money (&entry->unit) != pe_claim_unit_is_money (unit)
              || pe_claim_unit_is_share (&entry->unit) != pe_claim_unit_is_share (unit))
            return FALSE;
          continue;
        }
      quantity->exponent = unit->exponent;
      quantity->unit = unit->word;
      quantity->exactness = pe_claim_get_exactness (entry->claim.nature, &quantity->value, unit);
    }
  return TRUE;
}

/* Which figures have to be in one dimension. */
static group
get_group (const pe_audit_store *store, const pe_relation *relation)
{
  const gboolean has_result = relation->result != PE_NO_CLAIM;

  switch (relation->kind)
    {
    case PE_RELATION_PRODUCT:
      return (group) { 0, 0, FALSE };
    case PE_RELATION_RULE_SCORE:
    case PE_RELATION_EXECUTION_SCORE:
      return (group) { 1, relation->n_operands, FALSE };
    default:
      break;
    }
  if (relation->form == PE_FORM_IMPLIED_BASE || relation->form == PE_FORM_DOWN_IMPLIED_BASE
      || relation->form == PE_FORM_DIVIDED)
    return (group) { 0, 0, FALSE };
  if (!pe_relation_is_quotient (relation->kind, relation->form))
    return (group) { 0, relation->n_operands, has_result };
  /* 元 by 户 is a price: only a share asks for one dimension. */
  if (has_result && !pe_claim_unit_is_share (&pe_store_claim (store, relation->result)->unit)
      && !is_bare (pe_store_claim (store, relation->result)))
    return (group) { 0, 0, FALSE };
  return (group) { 0, relation->n_operands, FALSE };
}

/* A product in money none of whose factors is: they are in its own unit. */
static void
adopt_product_unit (pe_resolved *self, const pe_audit_store *store, const pe_relation *relation)
{
  if (relation->result == PE_NO_CLAIM || !pe_claim_unit_is_money (&pe_store_claim (store, relation->result)->unit))
    return;
  for (uint32_t i = 0; i < relation->n_operands; i++)
    if (pe_claim_unit_is_money (&get_entry (store, relation, i)->unit))
      return;
  self->result.exponent = 0;
}

/* What its role makes exact: full marks, and a target of exactly 100 %. */
static void
set_roles (pe_resolved *self, const pe_relation *relation)
{
  const pe_decimal hundred = { 100, 0, 0 };

  if (relation->kind == PE_RELATION_DEDUCTION || relation->kind == PE_RELATION_RULE_SCORE
      || relation->kind == PE_RELATION_EXECUTION_SCORE)
    self->operands[0].exactness = PE_EXACT_ALWAYS;
  if (relation->kind == PE_RELATION_MARKS)
    for (uint32_t i = 0; i < relation->n_operands; i++)
      self->operands[i].exactness = PE_EXACT_ALWAYS;
  if (relation->kind == PE_RELATION_RULE_SCORE && self->operands[1].exponent == -2
      && pe_decimal_order (&self->operands[1].value, &hundred) == 0)
    self->operands[1].exactness = PE_EXACT_ALWAYS;
}

static gboolean
may_be_word (const pe_relation *relation, size_t i)
{
  if (relation->kind == PE_RELATION_GRADE)
    return i == relation->n_operands;
  return i < relation->n_operands
         && (relation->form == PE_FORM_LIST || (relation->form == PE_FORM_FIRST_PLUS_ITEMS && i > 0));
}

static pe_verdict_state
check_figures (const pe_audit_store *store, const pe_relation *relation)
{
  const size_t n = relation->n_operands + (relation->result != PE_NO_CLAIM ? 1 : 0);

  if (relation->kind == PE_RELATION_COUNTERPART)
    return PE_VERDICT_NOT_ARITHMETIC;
  for (size_t i = 0; i < n; i++)
    if (!may_be_word (relation, i) && get_entry (store, relation, i)->claim.state != PE_STATE_VALUE)
      return PE_VERDICT_NOT_A_NUMBER;
  return PE_VERDICT_COMPUTED;
}

static pe_status
load_operands (pe_resolved *self, const pe_audit_store *store, const pe_relation *relation)
{
  self->operands = self->own;
  if (relation->n_operands > PE_EQUATION_TERMS)
    self->operands = g_try_new (pe_quantity, relation->n_operands);
  if (self->operands == NULL)
    return PE_ERROR_NO_MEMORY;
  for (uint32_t i = 0; i < relation->n_operands; i++)
    self->operands[i] = get_entry (store, relation, i)->quantity;
  self->equation = (pe_equation) {
    .kind = relation->kind,
    .form = relation->form,
    .comparison = relation->comparison,
    .operands = self->operands,
    .ids = relation->operands,
    .n = relation->n_operands,
    .signs = relation->signs,
    .constant = relation->constant,
    .bits = store->limits.number_bits,
  };
  if (relation->result != PE_NO_CLAIM)
    {
      self->result = pe_store_claim (store, relation->result)->quantity;
      self->equation.result = &self->result;
    }
  return PE_OK;
}

static void
put_value (pe_resolved *self, const pe_relation *relation, uint32_t claim, const pe_decimal *value)
{
  for (uint32_t i = 0; i < relation->n_operands; i++)
    if (relation->operands[i] == claim)
      self->operands[i].value = *value;
  if (relation->result == claim)
    self->result.value = *value;
}

pe_status
pe_resolved_init_with (pe_resolved *self, const pe_audit_store *store, const pe_relation *relation, uint32_t claim,
                       const pe_decimal *value, pe_verdict_state *state)
{
  pe_status status;
  group     of;

  memset (&self->equation, 0, sizeof self->equation);
  status = load_operands (self, store, relation);
  if (status != PE_OK)
    return status;
  *state = check_figures (store, relation);
  if (*state != PE_VERDICT_COMPUTED)
    return PE_OK;
  if (value != NULL)
    put_value (self, relation, claim, value);
  of = get_group (store, relation);
  if (relation->form != PE_FORM_LIST && relation->form != PE_FORM_FIRST_PLUS_ITEMS
      && relation->kind != PE_RELATION_GRADE && of.last > of.first && !adopt_unit (self, store, relation, &of))
    *state = PE_VERDICT_UNIT_MISMATCH;
  if (relation->kind == PE_RELATION_PRODUCT)
    adopt_product_unit (self, store, relation);
  set_roles (self, relation);
  return PE_OK;
}

pe_status
pe_resolved_init (pe_resolved *self, const pe_audit_store *store, const pe_relation *relation, pe_verdict_state *state)
{
  return pe_resolved_init_with (self, store, relation, PE_NO_CLAIM, NULL, state);
}

void
pe_resolved_clear (pe_resolved *self)
{
  if (self->operands != self->own)
    g_free (self->operands);
  self->operands = NULL;
}
