/* claim-private.h - reading printed figures
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/claim.h>

#include "quantity-private.h"

/* What the unit of a figure says of it. */
typedef struct pe_claim_unit
{
  pe_unit  kind;
  int32_t  exponent;
  uint32_t word; /* a hash of the word, without its power of ten; figures with one word are in one unit */
} pe_claim_unit;

gboolean pe_claim_unit_is_money (const pe_claim_unit *self);
gboolean pe_claim_unit_is_share (const pe_claim_unit *self);

/* The unit of a text, blanks in it passed over; PE_UNIT_NONE for an empty one. */
void pe_claim_unit_read (pe_claim_unit *out, const char *text, size_t length);
/* Sets the read members of a claim whose texts are UTF-8 and not blank, and what arithmetic knows of it. */
void pe_claim_scan (pe_claim *self, pe_quantity *quantity, pe_claim_unit *unit);
/* How exact a number of a nature and unit is. */
pe_exactness pe_claim_get_exactness (pe_claim_nature nature, const pe_decimal *value, const pe_claim_unit *unit);
