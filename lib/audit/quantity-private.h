/* quantity-private.h - a printed number: what it can stand for, and what is printed as it
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/verdict.h>

#include "reach-private.h"

typedef enum
{
  PE_EXACT_BY_PLACES, /* when it is whole, in a relation where its unit has no decimals */
  PE_EXACT_NEVER,
  PE_EXACT_ALWAYS
} pe_exactness;

/* What arithmetic knows of a claim: value x 10^exponent. */
typedef struct pe_quantity
{
  pe_decimal   value;
  int32_t      exponent;
  uint32_t     unit; /* those with one unit and exponent share their finest places */
  pe_exactness exactness;
} pe_quantity;

/* What the operands of a relation are taken to be rounded by. */
typedef enum
{
  PE_FAMILY_NEAREST,
  PE_FAMILY_DOWN,
  PE_FAMILY_UP
} pe_family;

/* places: the finest of its unit in the relation; less than its own counts as its own. */
gboolean pe_quantity_is_exact (const pe_quantity *self, int32_t places);
/* The figure in base units (yuan; 1 for a share). */
void pe_quantity_get_value (pe_calculation *calculation, pe_rational *out, const pe_quantity *self);
/* The numbers that it can stand for as an operand. */
void pe_quantity_get_span (pe_calculation *calculation, pe_reach *out, const pe_quantity *self, pe_family family,
                           int32_t places);
/* The same in units of its last digit: with the printed digits a whole number, and the ends at halves. */
void pe_quantity_get_grid_preimage (pe_reach *out, const pe_quantity *self, pe_modes mode);
/* value in units of its last digit */
void pe_quantity_to_grid (pe_calculation *calculation, pe_rational *out, const pe_quantity *self,
                          const pe_rational *value);
/* The numbers that are printed as it under one mode. */
void pe_quantity_get_preimage (pe_calculation *calculation, pe_reach *out, const pe_quantity *self, pe_modes mode);
/* The modes that print value as it. */
pe_modes pe_quantity_get_modes (pe_calculation *calculation, const pe_quantity *self, const pe_rational *value);
/* The same for rounding to fewer places and putting zeros behind. */
pe_modes pe_quantity_get_modes_at (pe_calculation *calculation, const pe_quantity *self, const pe_rational *value,
                                   int32_t places);
/* value in the unit of self */
void pe_quantity_unscale (pe_calculation *calculation, pe_rational *out, const pe_quantity *self,
                          const pe_rational *value);
/* A mode as a rounding, for one bit. */
pe_rounding pe_mode_get_rounding (pe_modes mode);
