/* audit-private.h - what an audit holds
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/audit.h>

#include "../base/finding-private.h"
#include "../base/vector-private.h"
#include "../base/arena-private.h"
#include "claim-private.h"
#include "equation-private.h"

typedef struct pe_claim_entry
{
  pe_claim      claim; /* texts in the arena */
  pe_quantity   quantity;
  pe_claim_unit unit;
} pe_claim_entry;

/* Claims and relations, with copies of all that they point to. */
typedef struct pe_audit_store
{
  pe_arena         texts;
  pe_vector        claims;    /* of pe_claim_entry */
  pe_vector        relations; /* of pe_relation */
  uint64_t         n_operands;
  pe_audit_options options; /* limits points at the copy below */
  pe_limits        limits;
} pe_audit_store;

#define pe_store_claim(self, index) pe_vector_at (&(self)->claims, pe_claim_entry, index)
#define pe_store_relation(self, index) pe_vector_at (&(self)->relations, pe_relation, index)

pe_status pe_audit_store_init (pe_audit_store *self, const pe_audit_options *options, pe_error **error);
void      pe_audit_store_clear (pe_audit_store *self);
pe_status pe_audit_store_add_claims (pe_audit_store *self, const pe_claim *claims, size_t n, pe_error **error);
pe_status pe_audit_store_add_relations (pe_audit_store *self, const pe_relation *relations, size_t n, pe_error **error);
/* Adds all that another one holds. */
pe_status pe_audit_store_add_all (pe_audit_store *self, const pe_audit_store *other, pe_error **error);

/* What was made of one relation. */
typedef struct pe_audited
{
  pe_verdict  verdict;
  gboolean    has_exact;
  pe_rational exact; /* in the unit of the result */
  gboolean    has_range;
  pe_reach    range;  /* in the unit of the result */
  pe_status   remark; /* a note of the class remark, or 0 */
  pe_rational excess; /* of the remark: what is not itemised, or how many times the target was reached */
  size_t      first_repair;
  size_t      n_repairs;
} pe_audited;

struct pe_audit
{
  gint             references; /* atomic */
  pe_audit_store   store;
  pe_audited      *audited; /* as many as relations */
  pe_vector        repairs; /* of pe_repair */
  pe_vector        blames;  /* of pe_blame */
  pe_audit_summary summary;
  pe_findings     *findings;
};

/* A relation whose claims were brought into units that go together. Not to be moved. */
typedef struct pe_resolved
{
  pe_equation  equation;
  pe_quantity  own[PE_EQUATION_TERMS];
  pe_quantity *operands;
  pe_quantity  result;
} pe_resolved;

/* PE_OK; PE_ERROR_NO_MEMORY. state is PE_VERDICT_COMPUTED where there is something to compute; clear in any case. */
pe_status pe_resolved_init (pe_resolved *self, const pe_audit_store *store, const pe_relation *relation,
                            pe_verdict_state *state);
void      pe_resolved_clear (pe_resolved *self);
/* As pe_resolved_init(), one claim being taken to be another number in its unit. */
pe_status pe_resolved_init_with (pe_resolved *self, const pe_audit_store *store, const pe_relation *relation,
                                 uint32_t claim, const pe_decimal *value, pe_verdict_state *state);

/* Sets the verdict, exact value and range of a relation. out is initialised. */
pe_status pe_audited_judge (pe_audited *out, const pe_audit_store *store, const pe_relation *relation);
void      pe_audited_init (pe_audited *self);
void      pe_audited_clear (pe_audited *self);
/* Whether a relation would hold, operands being rounded, if a claim were another number. PE_ERROR_NO_MEMORY. */
pe_status pe_relation_would_hold (gboolean *out, const pe_audit_store *store, const pe_relation *relation,
                                  uint32_t claim, const pe_decimal *value);
/* The band in which a score lies, NULL below all. */
const char *pe_relation_find_band (const pe_relation *relation, const pe_rational *score);

/* What the relation asks of one of its claims, the others being right, in the unit of that claim and with its places. FALSE:
 * nothing that can be said. */
gboolean pe_relation_solve (pe_decimal *out, const pe_audit_store *store, const pe_relation *relation, uint32_t claim,
                            pe_status *status);
/* How printed may have come from meant. */
pe_slip pe_slip_find (const pe_decimal *printed, const pe_decimal *meant);

/* Which relations a claim is in: relations[first[claim]] to relations[last[claim] - 1], ascending. */
typedef struct pe_incidence
{
  size_t   *first;
  size_t   *last;
  uint32_t *relations;
} pe_incidence;

pe_status pe_incidence_init (pe_incidence *self, const pe_audit_store *store);
void      pe_incidence_clear (pe_incidence *self);

/* Sets repairs, blames and causes. */
pe_status pe_audit_find_repairs (pe_audit *self, const pe_incidence *incidence);
pe_status pe_audit_find_blames (pe_audit *self, const pe_incidence *incidence);
/* Sets the modes and counts of the summary. */
pe_status pe_audit_sum_up (pe_audit *self);
pe_status pe_audit_write_findings (pe_audit *self, const pe_incidence *incidence, pe_error **error);

/* The computation of a relation, without a verdict. */
void pe_audit_add_computation (pe_buffer *out, const pe_audit *self, size_t relation, pe_language language);
/* A printed figure without the blanks in it. */
void pe_claim_add_text (pe_buffer *out, const pe_claim *claim);
/* A number in a claim's unit: "99.72%". */
void pe_claim_add_number (pe_buffer *out, const pe_claim *claim, const pe_decimal *number);
