/* equation-private.h - recomputing one relation over quantities
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "quantity-private.h"

/* A relation, stripped of texts: what would a text say if it were read so? Nothing is allocated for it while it has at
 * most PE_EQUATION_TERMS operands and its numbers stay within 128 bits. */
typedef struct pe_equation
{
  pe_relation_kind   kind;
  pe_relation_form   form;
  pe_comparison      comparison;
  const pe_quantity *operands;
  const uint32_t    *ids; /* operands with one id are one number; nullable: each its own */
  size_t             n;
  const int32_t     *signs;    /* PE_FORM_SIGNED */
  pe_decimal         constant; /* PE_FORM_DIVIDED */
  const pe_quantity *result;   /* nullable: not printed */
  uint32_t           bits;     /* pe_limits::number_bits */
} pe_equation;

#define PE_EQUATION_TERMS 12

/* What comes of it. Initialise, judge, clear. */
typedef struct pe_judgement
{
  pe_verdict_state state;
  pe_modes         as_printed;
  pe_modes         as_rounded;
  gboolean         is_exact; /* what is printed is the exact value, or the comparison holds as printed */
  gboolean         has_exact;
  pe_rational      exact; /* in base units; for a completion or a bound, what the result is compared with */
  pe_image         range; /* nearest operands; PE_FAMILY_NEAREST */
  gboolean         has_range;
  uint32_t         n_bases; /* PE_FORM_IMPLIED_BASE */
  int64_t          first_base;
  int64_t          last_base;
} pe_judgement;

void pe_judgement_init (pe_judgement *self);
void pe_judgement_clear (pe_judgement *self);
/* PE_OK also for what cannot be computed: the state says so. PE_ERROR_NO_MEMORY. Grades and counterparts are not for it. */
pe_status pe_equation_judge (pe_judgement *out, const pe_equation *self);
/* The modes that give the printed digits from the printed operands, and nothing else; 0 where nothing can be computed.
 * The cheap question of a reader of prose: would this reading hold? */
pe_modes pe_equation_get_modes (const pe_equation *self);
/* Whether it can hold at all, operands being rounded: as_rounded is not 0. Dearer; ask it when the modes are none. */
gboolean pe_equation_is_possible (const pe_equation *self);

/* A sum, a difference, or a quotient of such: what linear.c can do. */
gboolean pe_equation_is_linear (const pe_equation *self);

/* base.c: the whole numbers behind a growth */
void pe_base_judge (pe_calculation *calculation, pe_judgement *out, const pe_equation *self);

/* linear.c: sums, differences, quotients of them */

/* An operand, or several that are one number. */
typedef struct pe_linear_term
{
  const pe_quantity *quantity;
  uint32_t           id;
  int64_t            above;  /* how often it stands in the dividend */
  int64_t            below;  /* and in the divisor */
  int32_t            places; /* the finest of its unit in the relation */
  int                slope;  /* where a search for an extreme is: 1: its high end, -1: its low end, 0: either */
  pe_reach           span;
} pe_linear_term;

typedef struct pe_linear
{
  pe_linear_term *terms;
  size_t          n;
  pe_linear_term  own[PE_EQUATION_TERMS];
  pe_rational     divisor; /* added to what the terms make of the divisor */
} pe_linear;

/* PE_OK, PE_ERROR_NO_MEMORY. Clear in any case. */
pe_status pe_linear_init (pe_linear *self, const pe_equation *equation);
void      pe_linear_clear (pe_linear *self);
/* The value of the printed operands; FALSE: the divisor is 0. */
gboolean pe_linear_get_exact (pe_calculation *calculation, pe_rational *out, const pe_linear *self);
void     pe_linear_get_image (pe_calculation *calculation, pe_image *out, pe_linear *self, pe_family family);

/* Sets the finest places of each term's unit. */
void pe_terms_set_places (pe_linear_term *terms, size_t n);
