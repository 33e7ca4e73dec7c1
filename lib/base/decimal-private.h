/* decimal-private.h - what the library knows about decimals beyond the door
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/decimal.h>

#include "digits-private.h"
#include "int128-private.h"
#include "place-private.h"

/* The most places that a pe_decimal has: 10^18 is the greatest power of ten in 64 bits. */
#define PE_DECIMAL_MAX_SCALE 18

/* TRUE for a value of pe_rounding. */
gboolean pe_rounding_is_known (pe_rounding rounding);
/* Whether a number that was cut toward zero has to grow by one in its last digit.
 *   negative  the number is below zero
 *   odd       the last digit that is kept is odd
 *   half      what was cut off, which is not nothing, is less than (-1), just (0) or more than (1) half a digit */
gboolean pe_rounding_is_away (pe_rounding rounding, gboolean negative, gboolean odd, int half);

/* 10^exponent, 0 to 18. */
static inline int64_t
pe_decimal_power_of_ten (int32_t exponent)
{
  return (int64_t) pe_digits_powers[exponent];
}

/* Scale 0 to 18, reserved 0. */
static inline gboolean
pe_decimal_is_well_formed (const pe_decimal *self)
{
  return self->scale >= 0 && self->scale <= PE_DECIMAL_MAX_SCALE && self->reserved == 0;
}

/* Both well-formed. */
int pe_decimal_order (const pe_decimal *a, const pe_decimal *b);
/* What pe_decimal_put() may write over. */
#define PE_DECIMAL_PUT_SIZE (PE_DECIMAL_PRINT_SIZE + PE_DIGITS_ROOM - PE_DIGITS_MAX)
/* Writes a well-formed number, at most PE_DECIMAL_PRINT_SIZE - 1 bytes, without a NUL; returns where they end. */
char *pe_decimal_put (char *out, const pe_decimal *self);
/* As pe_decimal_parse(), with the place for the error (nullable). */
pe_status pe_decimal_parse_at (pe_decimal *out, const char *text, size_t length, const pe_place *place,
                               pe_error **error);
/* PE_ERROR_OVERFLOW for the result number / 10^scale, which is named in the message. */
pe_status pe_decimal_set_overflow (pe_error **error, pe_int128 number, int32_t scale);
