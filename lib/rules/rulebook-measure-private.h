/* rulebook-measure-private.h - the measures of a rulebook beyond the door
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/rulebook_measure.h>

#include "../base/digest-private.h"
#include "expression-private.h"
#include "rulebook-object-private.h"

/* What the id of each begins with. */
#define PE_OWN_HEAD "measure"
/* Measures that stand in each other. */
#define PE_OWN_MAX_DEPTH 16

struct pe_rulebook_measure
{
  gint           references; /* atomic */
  char          *id;
  char          *name_zh;
  char          *name_en; /* nullable */
  char          *source;  /* nullable */
  pe_unit        unit;
  pe_state       zero_state;
  pe_vector      columns; /* of pe_fact_declaration, names owned */
  const char   **names;   /* of the columns, borrowed from them */
  pe_fact_type  *types;   /* likewise */
  pe_expression *expression;
  uint32_t       depth; /* 1: it names no other */
  pe_vector      reads; /* of const pe_symbol *, of formulas: what it and those that it names read, each once */
  uint64_t       steps; /* pe_limits::formula_steps when it is derived by itself */
  uint32_t       bits;  /* pe_limits::number_bits, likewise */
  uint8_t        digest[PE_DIGEST_SIZE];
};

/* One of an array by its id; NULL when there is none. */
pe_rulebook_measure *pe_own_find (pe_rulebook_measure *const *measures, size_t n, const char *id);
/* A share, whose value stands with other shares and with bare numbers. */
gboolean pe_own_is_share (const pe_rulebook_measure *self);
/* TRUE when it needs rows or records: no column has them. */
gboolean pe_symbol_is_of_records (const pe_symbol *self);
gboolean pe_expression_is_of_records (const pe_expression *self);
/* TRUE when a zero denominator is left to the rule's policy. */
gboolean pe_own_can_divide_by_zero (const pe_rulebook_measure *self);

/* TRUE when the source has anything that it reads. */
gboolean pe_own_is_there (const pe_rulebook_measure *self, const pe_fact_source *source);

/* A value as formulas give it, in the unit of the measure; PE_OK or PE_ERROR_LIMIT. */
pe_status pe_own_shift (pe_rational *out, const pe_rational *number, pe_unit unit, uint32_t bits);

/* Sets of them: vectors of references. */
pe_status pe_own_set_add (pe_vector *self, pe_rulebook_measure *const *measures, size_t n, pe_error **error);
pe_status pe_own_set_copy (pe_vector *out, const pe_vector *self); /* PE_OK or PE_ERROR_NO_MEMORY */
void      pe_own_set_clear (pe_vector *self);
/* TRUE when one of the same content is in it. */
gboolean pe_own_set_has (const pe_vector *self, const pe_rulebook_measure *measure);

/* Of a rulebook (rulebook-measures.c) */

/* Those that were added so far. */
const pe_vector *pe_rulebook_builder_peek_measures (const pe_rulebook_builder *self);
void             pe_rulebook_digest_measures (const pe_rulebook_content *content, pe_digest_stream *stream);
/* Every measure that a rule or a cap names is one of the rulebook's; sources are there. */
void pe_rulebook_check_measures (const pe_rulebook *self, pe_collector *collector);
/* TRUE when a rule, a cap or another measure names it. */
gboolean pe_rulebook_uses_measure (const pe_rulebook *self, const pe_rulebook_measure *measure);
