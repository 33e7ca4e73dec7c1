/* blame.c - the fewest figures that can be wrong
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdlib.h>
#include <string.h>

#include "../base/struct-private.h"
#include "audit-private.h"
#include "cover-private.h"

/* Values of one figure that are tried. */
#define MAX_CANDIDATES 8
/* Operands looked at, for each unit of pe_audit_options::work; when they are used up, only results are to blame. */
#define OPERANDS_PER_WORK 50

/* Penalties of a set; one that mends a single relation is best its result, unless an operand is a plain slip. */
#define PENALTY_SLIP 0
#define PENALTY_RESULT 1
#define PENALTY_CLEAN 2
#define PENALTY_UNCLEAN 3

typedef struct blame_finder
{
  pe_audit           *audit;
  const pe_incidence *incidence;
  uint32_t           *number;  /* of each relation: its number among the contradictions, or PE_NO_CLAIM */
  pe_vector           failing; /* of uint32_t: the contradictions */
  pe_vector           blames;  /* of pe_blame: one for each set of the cover */
  pe_cover            cover;
  uint64_t            work;
} blame_finder;

void
pe_blame_init (pe_blame *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

static gboolean
is_failing (const blame_finder *self, uint32_t relation)
{
  return self->number[relation] != PE_NO_CLAIM;
}

static pe_status
blamer_init (blame_finder *self, pe_audit *audit, const pe_incidence *incidence)
{
  const size_t n = audit->store.relations.size;
  pe_status    status = PE_OK;

  memset (self, 0, sizeof *self);
  self->audit = audit;
  self->incidence = incidence;
  self->failing = (pe_vector) PE_VECTOR_INIT (uint32_t);
  self->blames = (pe_vector) PE_VECTOR_INIT (pe_blame);
  self->work = (uint64_t) audit->store.options.work * OPERANDS_PER_WORK;
  self->number = g_try_new (uint32_t, n + 1);
  if (self->number == NULL)
    status = PE_ERROR_NO_MEMORY;
  for (uint32_t i = 0; i < n && status == PE_OK; i++)
    {
      self->number[i] = PE_NO_CLAIM;
      if (audit->audited[i].verdict.audit_class != PE_CLASS_CONTRADICTION)
        continue;
      self->number[i] = (uint32_t) self->failing.size;
      status = pe_vector_push (&self->failing, &i);
    }
  pe_cover_init (&self->cover, self->failing.size);
  return status;
}

static void
blamer_clear (blame_finder *self)
{
  g_free (self->number);
  pe_vector_clear (&self->failing);
  pe_vector_clear (&self->blames);
  pe_cover_clear (&self->cover);
}

/* Trying values */

/* What one value of a claim does: the contradictions that it mends, and what it breaks. */
typedef struct attempt
{
  pe_decimal value;
  size_t     n_mended;
  size_t     n_broken;
} attempt;

static gboolean
is_compared (const pe_verdict *verdict)
{
  return verdict->state == PE_VERDICT_COMPUTED;
}

static pe_status
try_value (blame_finder *self, attempt *out, uint32_t claim)
{
  const pe_audit_store *store = &self->audit->store;
  pe_status             status = PE_OK;

  out->n_mended = out->n_broken = 0;
  for (size_t i = self->incidence->first[claim]; i < self->incidence->last[claim] && status == PE_OK; i++)
    {
      const uint32_t     index = self->incidence->relations[i];
      const pe_relation *relation = pe_store_relation (store, index);
      gboolean           holds;

      if (!is_compared (&self->audit->audited[index].verdict))
        continue;
      self->work -= MIN (self->work, (uint64_t) relation->n_operands + 1);
      status = pe_relation_would_hold (&holds, store, relation, claim, &out->value);
      if (is_failing (self, index))
        out->n_mended += (size_t) holds;
      else
        out->n_broken += (size_t) !holds;
    }
  return status;
}

/* The value that mends most, and breaks least. n_mended is 0 where there is none. */
static pe_status
find_value (blame_finder *self, attempt *best, uint32_t claim)
{
  const pe_audit_store *store = &self->audit->store;
  pe_status             status = PE_OK;
  int                   tried = 0;

  memset (best, 0, sizeof *best);
  if (pe_store_claim (store, claim)->claim.state != PE_STATE_VALUE)
    return PE_OK;
  for (size_t i = self->incidence->first[claim];
       i < self->incidence->last[claim] && tried < MAX_CANDIDATES && self->work > 0; i++)
    {
      const uint32_t     index = self->incidence->relations[i];
      const pe_relation *relation = pe_store_relation (store, index);
      attempt            next;

      if (!is_failing (self, index))
        continue;
      self->work -= MIN (self->work, (uint64_t) relation->n_operands + 1);
      if (pe_relation_solve (&next.value, store, relation, claim, &status))
        {
          tried++;
          status = try_value (self, &next, claim);
          if (next.n_mended > best->n_mended || (next.n_mended == best->n_mended && next.n_broken < best->n_broken))
            *best = next;
        }
      if (status != PE_OK)
        return status;
    }
  return PE_OK;
}

/* Sets of the cover */

static gboolean
is_result_of_all (const blame_finder *self, uint32_t claim, const pe_cover_set *set)
{
  for (size_t i = 0; i < set->n; i++)
    {
      const uint32_t element = *pe_vector_at (&self->cover.elements, uint32_t, set->first + i);
      const uint32_t relation = *pe_vector_at (&self->failing, uint32_t, element);

      if (pe_store_relation (&self->audit->store, relation)->result != claim)
        return FALSE;
    }
  return TRUE;
}

static uint32_t
get_penalty (const blame_finder *self, const pe_blame *blame, const pe_cover_set *set)
{
  if (blame->slip != 0 && blame->is_clean)
    return PENALTY_SLIP;
  if (set->n == 1 && is_result_of_all (self, blame->claim, set))
    return PENALTY_RESULT;
  return blame->is_clean ? PENALTY_CLEAN : PENALTY_UNCLEAN;
}

static pe_status
add_mended (blame_finder *self, uint32_t claim, const pe_decimal *value)
{
  pe_status status = PE_OK;
  gboolean  holds;

  for (size_t i = self->incidence->first[claim]; i < self->incidence->last[claim] && status == PE_OK; i++)
    {
      const uint32_t index = self->incidence->relations[i];

      if (!is_failing (self, index))
        continue;
      status = pe_relation_would_hold (
          &holds, &self->audit->store, pe_store_relation (&self->audit->store, index), claim, value);
      if (status == PE_OK && holds)
        status = pe_cover_add_element (&self->cover, self->number[index]);
    }
  return status;
}

/* The set of what one value of a claim mends. */
static pe_status
propose_claim (blame_finder *self, uint32_t claim)
{
  const pe_claim *printed = &pe_store_claim (&self->audit->store, claim)->claim;
  pe_cover_set   *set;
  pe_blame        blame;
  attempt         best;
  pe_status       status = find_value (self, &best, claim);

  if (status != PE_OK || best.n_mended == 0)
    return status;
  pe_blame_init (&blame, sizeof blame);
  blame.claim = claim;
  blame.has_value = 1;
  blame.value = best.value;
  blame.is_clean = best.n_broken == 0;
  blame.slip = pe_slip_find (&printed->value, &best.value);
  status = pe_vector_push (&self->blames, &blame);
  if (status == PE_OK)
    status = pe_cover_add_set (&self->cover, 0);
  if (status == PE_OK)
    status = add_mended (self, claim, &best.value);
  if (status != PE_OK)
    return status;
  set = pe_vector_at (&self->cover.sets, pe_cover_set, self->cover.sets.size - 1);
  set->penalty = get_penalty (self, &blame, set);
  return PE_OK;
}

/* Whether a claim stands in a contradiction. */
static gboolean
is_suspect (const blame_finder *self, uint32_t claim)
{
  for (size_t i = self->incidence->first[claim]; i < self->incidence->last[claim]; i++)
    if (is_failing (self, self->incidence->relations[i]))
      return TRUE;
  return FALSE;
}

/* Every contradiction can be laid upon its result, or upon its first figure where it has none. */
static pe_status
propose_results (blame_finder *self)
{
  pe_status status = PE_OK;

  for (uint32_t i = 0; i < self->failing.size && status == PE_OK; i++)
    {
      const uint32_t     index = *pe_vector_at (&self->failing, uint32_t, i);
      const pe_relation *relation = pe_store_relation (&self->audit->store, index);
      pe_blame           blame;

      pe_blame_init (&blame, sizeof blame);
      blame.claim = relation->result != PE_NO_CLAIM ? relation->result : relation->operands[0];
      status = pe_vector_push (&self->blames, &blame);
      if (status == PE_OK)
        status = pe_cover_add_set (&self->cover, PENALTY_UNCLEAN + 1);
      if (status == PE_OK)
        status = pe_cover_add_element (&self->cover, i);
    }
  return status;
}

/* Taking the cover over */

static pe_status
take_blame (blame_finder *self, size_t index)
{
  const pe_cover_set *set = pe_vector_at (&self->cover.sets, pe_cover_set, index);
  pe_blame            blame = *pe_vector_at (&self->blames, pe_blame, index);

  for (size_t i = 0; i < set->n; i++)
    {
      const uint32_t element = *pe_vector_at (&self->cover.elements, uint32_t, set->first + i);
      pe_verdict    *verdict = &self->audit->audited[*pe_vector_at (&self->failing, uint32_t, element)].verdict;

      if (verdict->cause != PE_NO_CLAIM)
        continue;
      verdict->cause = blame.claim;
      blame.n_relations++;
    }
  return blame.n_relations > 0 ? pe_vector_push (&self->audit->blames, &blame) : PE_OK;
}

static int
order_blames (const void *a, const void *b)
{
  const pe_blame *left = a, *right = b;

  if (left->n_relations != right->n_relations)
    return left->n_relations > right->n_relations ? -1 : 1;
  return (left->claim > right->claim) - (left->claim < right->claim);
}

static pe_status
take_blames (blame_finder *self)
{
  pe_status status = PE_OK;

  /* What explains most takes its relations first. */
  for (size_t most = self->failing.size; most > 0 && status == PE_OK; most = most > 1 ? 1 : 0)
    for (size_t i = 0; i < self->cover.sets.size && status == PE_OK; i++)
      {
        const pe_cover_set *set = pe_vector_at (&self->cover.sets, pe_cover_set, i);

        if (set->is_taken && (most == 1 || set->n > 1))
          status = take_blame (self, i);
      }
  if (self->audit->blames.size > 1)
    qsort (self->audit->blames.data, self->audit->blames.size, sizeof (pe_blame), order_blames);
  return status;
}

pe_status
pe_audit_find_blames (pe_audit *self, const pe_incidence *incidence)
{
  blame_finder blamer;
  pe_status    status = blamer_init (&blamer, self, incidence);

  for (uint32_t i = 0; i < self->store.claims.size && status == PE_OK && blamer.work > 0; i++)
    if (is_suspect (&blamer, i))
      status = propose_claim (&blamer, i);
  if (status == PE_OK)
    status = propose_results (&blamer);
  if (status == PE_OK)
    status = pe_cover_solve (&blamer.cover, self->store.options.work);
  if (status == PE_OK)
    status = take_blames (&blamer);
  self->summary.is_minimal = blamer.cover.is_minimal && (blamer.work > 0 || blamer.failing.size == 0);
  self->summary.n_blamed = self->blames.size;
  blamer_clear (&blamer);
  return status;
}
