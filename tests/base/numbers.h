/* numbers.h - random numbers and an independent arithmetic to compare with
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <gmp.h>

#include "base/rational-private.h"

/* The same sequence on every machine: xorshift64* from a fixed seed. */
typedef struct numbers_source
{
  uint64_t state;
} numbers_source;

#define NUMBERS_SOURCE_INIT { UINT64_C (0x9e3779b97f4a7c15) }

uint64_t numbers_next (numbers_source *self);
uint64_t numbers_below (numbers_source *self, uint64_t bound);
/* A number of up to so many bits, often with many ones or zeros in a row, of either sign. */
void       numbers_next_integer (numbers_source *self, mpz_t out, unsigned bits);
pe_decimal numbers_next_decimal (numbers_source *self);

/* GMP itself takes and gives a long, which is not of 64 bits everywhere. */
void     numbers_set_int64 (mpz_t out, int64_t number);
gboolean numbers_fits_int64 (mpz_srcptr number);
int64_t  numbers_get_int64 (mpz_srcptr number); /* it fits */

/* Straight into GMP, and back as text: nothing in common with the code under test but the digits. */
void numbers_get_decimal (mpq_t out, const pe_decimal *number);
void numbers_set_rational (pe_rational *out, mpq_srcptr value);
/* Asserts the same value in lowest terms, and that it is small exactly when it fits 127 bits. */
void numbers_assert_equal (const pe_rational *number, mpq_srcptr value);

/* out = value * 10^places rounded to a whole number, by floors and ceilings alone. */
void numbers_round (mpz_t out, mpq_srcptr value, int32_t places, pe_rounding rounding);
