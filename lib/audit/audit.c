/* audit.c - recomputing every figure that a report prints
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "audit-private.h"

#include <string.h>

#include "../base/struct-private.h"
#include "../model/intake-private.h"
#include "inference-private.h"

struct pe_audit_builder
{
  pe_audit_store store;
};

void
pe_audit_summary_init (pe_audit_summary *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

/* Building */

pe_status
pe_audit_builder_new (pe_audit_builder **out, const pe_audit *base, const pe_audit_options *options, pe_error **error)
{
  pe_audit_builder *self;
  pe_status         status;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  self = g_try_new (pe_audit_builder, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  status = pe_audit_store_init (&self->store, options, error);
  if (status == PE_OK && base != NULL)
    status = pe_audit_store_add_all (&self->store, &base->store, error);
  if (status != PE_OK)
    {
      pe_audit_builder_free (self);
      return status;
    }
  *out = self;
  return PE_OK;
}

static pe_status
check_array (const void *self, const void *array, size_t n, const char *name, pe_error **error)
{
  if (self == NULL || (array == NULL && n > 0))
    return pe_error_set_argument (error, self == NULL ? "self" : name, "not NULL");
  return PE_OK;
}

pe_status
pe_audit_builder_add_claims (pe_audit_builder *self, const pe_claim *claims, size_t n, uint32_t *first,
                             pe_error **error)
{
  pe_status status = check_array (self, claims, n, "claims", error);
  uint32_t  size;

  if (status != PE_OK)
    return status;
  size = (uint32_t) self->store.claims.size;
  status = pe_audit_store_add_claims (&self->store, claims, n, error);
  if (status == PE_OK && first != NULL)
    *first = size;
  return status;
}

pe_status
pe_audit_builder_add_relations (pe_audit_builder *self, const pe_relation *relations, size_t n, pe_error **error)
{
  pe_status status = check_array (self, relations, n, "relations", error);

  return status == PE_OK ? pe_audit_store_add_relations (&self->store, relations, n, error) : status;
}

void
pe_audit_builder_free (pe_audit_builder *self)
{
  if (self == NULL)
    return;
  pe_audit_store_clear (&self->store);
  g_free (self);
}

/* Judging all */

static pe_status
judge_all (pe_audit *self)
{
  const size_t n = self->store.relations.size;
  pe_status    status = PE_OK;

  self->audited = g_try_new (pe_audited, n + 1);
  if (self->audited == NULL)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i < n; i++)
    pe_audited_init (&self->audited[i]);
  for (size_t i = 0; i < n && status == PE_OK; i++)
    status = pe_audited_judge (&self->audited[i], &self->store, pe_store_relation (&self->store, i));
  return status;
}

static pe_status
infer_all (pe_audit *self, pe_error **error)
{
  pe_incidence incidence;
  pe_status    status = pe_incidence_init (&incidence, &self->store);

  if (status != PE_OK)
    return pe_error_set_no_memory (error);
  status = pe_audit_find_repairs (self, &incidence);
  if (status == PE_OK)
    status = pe_audit_find_blames (self, &incidence);
  if (status == PE_OK)
    status = pe_audit_sum_up (self);
  if (status == PE_OK)
    status = pe_audit_write_findings (self, &incidence, error);
  else
    status = pe_error_set_no_memory (error);
  pe_incidence_clear (&incidence);
  return status;
}

static void
audit_free (pe_audit *self)
{
  for (size_t i = 0; self->audited != NULL && i < self->store.relations.size; i++)
    pe_audited_clear (&self->audited[i]);
  g_free (self->audited);
  pe_vector_clear (&self->repairs);
  pe_vector_clear (&self->blames);
  pe_findings_unref (self->findings);
  pe_audit_store_clear (&self->store);
  g_free (self);
}

static pe_status
fill_audit (pe_audit *self, const pe_audit_store *store, pe_error **error)
{
  pe_audit_options options = store->options;
  pe_status        status;

  options.limits = &store->limits;
  status = pe_audit_store_init (&self->store, &options, error);
  if (status == PE_OK)
    status = pe_audit_store_add_all (&self->store, store, error);
  if (status != PE_OK)
    return status;
  if (judge_all (self) != PE_OK)
    return pe_error_set_no_memory (error);
  return infer_all (self, error);
}

pe_status
pe_audit_builder_build (pe_audit **out, const pe_audit_builder *self, pe_error **error)
{
  pe_audit *audit;
  pe_status status;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  audit = g_try_new0 (pe_audit, 1);
  if (audit == NULL)
    return pe_error_set_no_memory (error);
  audit->references = 1;
  audit->repairs = (pe_vector) PE_VECTOR_INIT (pe_repair);
  audit->blames = (pe_vector) PE_VECTOR_INIT (pe_blame);
  pe_audit_summary_init (&audit->summary, sizeof audit->summary);
  status = fill_audit (audit, &self->store, error);
  if (status == PE_OK)
    *out = audit;
  else
    audit_free (audit);
  return status;
}

pe_audit *
pe_audit_ref (pe_audit *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_audit_unref (pe_audit *self)
{
  if (self != NULL && g_atomic_int_dec_and_test (&self->references))
    audit_free (self);
}

/* The whole */

/* How many printed figures a mode does not explain; each counts once, in however many relations it stands. marks: a
 * number for each claim, at first below round in all of them. */
static uint64_t
count_exceptions (const pe_audit *self, pe_modes mode, uint8_t *marks, uint8_t round)
{
  uint64_t n = 0;

  for (size_t i = 0; i < self->store.relations.size; i++)
    {
      const pe_relation *relation = pe_store_relation (&self->store, i);
      const pe_verdict  *verdict = &self->audited[i].verdict;
      const uint32_t     figure = relation->result != PE_NO_CLAIM ? relation->result : relation->operands[0];

      if (verdict->as_rounded == 0 || (verdict->as_rounded & mode) != 0 || marks[figure] == round)
        continue;
      marks[figure] = round;
      n++;
    }
  return n;
}

/* The modes that leave the fewest figures unexplained. */
static pe_status
find_modes (pe_audit *self)
{
  pe_audit_summary *summary = &self->summary;
  uint8_t          *marks = g_try_new0 (uint8_t, self->store.claims.size + 1);
  uint64_t          least = G_MAXUINT64;
  uint8_t           round = 1;

  if (marks == NULL)
    return PE_ERROR_NO_MEMORY;
  for (pe_modes mode = PE_MODE_HALF_UP; mode <= PE_MODE_UP; mode <<= 1)
    {
      const uint64_t n = count_exceptions (self, mode, marks, round++);

      if (n < least)
        summary->best_modes = 0;
      least = MIN (least, n);
      if (n == least)
        summary->best_modes |= mode;
    }
  g_free (marks);
  summary->n_exceptions = least;
  summary->modes = least == 0 ? summary->best_modes : 0;
  return PE_OK;
}

pe_status
pe_audit_sum_up (pe_audit *self)
{
  pe_audit_summary *summary = &self->summary;

  summary->n_claims = self->store.claims.size;
  summary->n_relations = self->store.relations.size;
  for (size_t i = 0; i < self->store.relations.size; i++)
    {
      const pe_verdict *verdict = &self->audited[i].verdict;

      if (verdict->state != PE_VERDICT_COMPUTED)
        {
          summary->n_not_computed++;
          continue;
        }
      summary->n_computed++;
      summary->n_fitting += verdict->audit_class == 0;
      summary->n_remarks += verdict->audit_class == PE_CLASS_REMARK;
      summary->n_rounding += verdict->audit_class == PE_CLASS_ROUNDING;
      summary->n_contradictions += verdict->audit_class == PE_CLASS_CONTRADICTION;
    }
  return find_modes (self);
}

const pe_findings *
pe_audit_get_findings (const pe_audit *self)
{
  return self != NULL ? self->findings : NULL;
}

pe_status
pe_audit_get_summary (pe_audit_summary *out, const pe_audit *self, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_struct_export (out, &self->summary, sizeof *out, sizeof *out, "out", error);
}

/* Its parts */

size_t
pe_audit_get_n_claims (const pe_audit *self)
{
  return self != NULL ? self->store.claims.size : 0;
}

/* out of an array of structures; elements: of which the structure is the first member */
static pe_status export (void *out, size_t size, const pe_audit *self, const void *elements, size_t stride, size_t n,
                         size_t index, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (index >= n)
    return pe_intake_refuse_index (index, n, error);
  return pe_struct_export (out, (const char *) elements + index * stride, size, size, "out", error);
}

pe_status
pe_audit_get_claim (pe_claim *out, const pe_audit *self, size_t index, pe_error **error)
{
  return export (out, sizeof *out, self, self != NULL ? self->store.claims.data : NULL, sizeof (pe_claim_entry),
                 pe_audit_get_n_claims (self), index, error);
}

size_t
pe_audit_get_n_relations (const pe_audit *self)
{
  return self != NULL ? self->store.relations.size : 0;
}

pe_status
pe_audit_get_relation (pe_relation *out, const pe_audit *self, size_t index, pe_error **error)
{
  return export (out, sizeof *out, self, self != NULL ? self->store.relations.data : NULL, sizeof (pe_relation),
                 pe_audit_get_n_relations (self), index, error);
}

pe_status
pe_audit_get_verdict (pe_verdict *out, const pe_audit *self, size_t index, pe_error **error)
{
  return export (out, sizeof *out, self, self != NULL ? self->audited : NULL, sizeof (pe_audited),
                 pe_audit_get_n_relations (self), index, error);
}

static pe_status
check_relation (const void *out, const pe_audit *self, size_t index, pe_error **error)
{
  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (index >= self->store.relations.size)
    return pe_intake_refuse_index (index, self->store.relations.size, error);
  return PE_OK;
}

pe_status
pe_audit_compute_exact (pe_ratio **out, const pe_audit *self, size_t index, pe_error **error)
{
  pe_status status = check_relation (out, self, index, error);

  if (status != PE_OK)
    return status;
  if (self->audited[index].has_exact)
    return pe_ratio_new_rational (out, &self->audited[index].exact, error);
  *out = NULL;
  return PE_OK;
}

pe_status
pe_audit_compute_range (pe_interval *out, const pe_audit *self, size_t index, pe_error **error)
{
  pe_status status = check_relation (out, self, index, error);

  if (status != PE_OK)
    return status;
  return pe_interval_export (out, self->audited[index].has_range ? &self->audited[index].range : NULL, error);
}

size_t
pe_audit_get_n_repairs (const pe_audit *self, size_t relation)
{
  return relation < pe_audit_get_n_relations (self) ? self->audited[relation].n_repairs : 0;
}

pe_status
pe_audit_get_repair (pe_repair *out, const pe_audit *self, size_t relation, size_t index, pe_error **error)
{
  pe_status status = check_relation (out, self, relation, error);

  if (status != PE_OK)
    return status;
  return export (out, sizeof *out, self, (const pe_repair *) self->repairs.data + self->audited[relation].first_repair,
                 sizeof (pe_repair), self->audited[relation].n_repairs, index, error);
}

size_t
pe_audit_get_n_blames (const pe_audit *self)
{
  return self != NULL ? self->blames.size : 0;
}

pe_status
pe_audit_get_blame (pe_blame *out, const pe_audit *self, size_t index, pe_error **error)
{
  return export (out, sizeof *out, self, self != NULL ? self->blames.data : NULL, sizeof (pe_blame),
                 pe_audit_get_n_blames (self), index, error);
}
