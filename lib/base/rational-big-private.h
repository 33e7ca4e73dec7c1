/* rational-big-private.h - the part of a rational's arithmetic that GMP does
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "rational-private.h"

/* A value is small exactly when numerator and denominator are below 2^127 in size; equality is then structural. */
#define PE_RATIONAL_SMALL_BITS 127
/* 10^38 is the greatest power of ten below 2^127. */
#define PE_RATIONAL_SMALL_EXPONENT 38

typedef enum
{
  PE_BIG_ADD,
  PE_BIG_SUBTRACT,
  PE_BIG_MULTIPLY,
  PE_BIG_DIVIDE /* the divisor is not zero */
} pe_big_operation;

/* Sets an initialised value. */
void pe_big_get (mpq_t out, const pe_rational *self);
/* Makes out what value is, and clears value in any case. PE_OK or PE_ERROR_LIMIT, out then as before.
 * value is in lowest terms. */
pe_status pe_big_take (pe_rational *out, mpq_t value, uint32_t bits);

/* Bits of 10^exponent (not negative), at least; never more than one too many in 10,000. */
uint64_t pe_big_power_of_ten_bits (int64_t exponent);
/* Whether an intermediate result may be computed before it is brought to lowest terms: what two operands within
 * the limit multiply to always may. */
gboolean pe_big_is_affordable (uint64_t needed, uint32_t bits);
uint64_t pe_big_get_bits (const pe_rational *self); /* of the longer of numerator and denominator */

pe_status pe_big_calculate (pe_rational *out, pe_big_operation operation, const pe_rational *a, const pe_rational *b,
                            uint32_t bits);
pe_status pe_big_set_power_of_ten (pe_rational *out, int32_t exponent, uint32_t bits);
/* digits: NUL-terminated, no sign. The caller has bounded digits and exponent. */
pe_status pe_big_set_digits (pe_rational *out, const char *digits, gboolean negative, int32_t exponent, uint32_t bits);
int       pe_big_compare (const pe_rational *a, const pe_rational *b);

/* out (initialised) = self * 10^places, rounded to a whole number. The caller has bounded places. */
void      pe_big_scale (mpz_t out, const pe_rational *self, int32_t places, pe_rounding rounding);
pe_status pe_big_round (pe_rational *out, const pe_rational *self, int32_t places, pe_rounding rounding, uint32_t bits);
/* FALSE when it does not fit. */
gboolean pe_big_to_int (int64_t *out, const pe_rational *self, int32_t places, pe_rounding rounding);

void pe_big_print (mpz_srcptr number, pe_buffer *out);
void pe_big_print_truncated (const pe_rational *self, int32_t places, pe_buffer *out);
