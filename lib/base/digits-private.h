/* digits-private.h - the digits of whole numbers, the same in every locale
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <stdint.h>
#include <string.h>

/* 18446744073709551615 */
#define PE_DIGITS_MAX 20

/* Explanations are numbers for the most part. Their digits are counted first and then written where they stay, two at a
 * time: what is written elsewhere and copied at once makes the processor wait for it. */

extern const char     pe_digits_pairs[200];            /* "00" to "99" */
extern const uint64_t pe_digits_powers[PE_DIGITS_MAX]; /* of ten */

/* How many digits a number has; 1 for 0. */
static inline int32_t
pe_digits_count (uint64_t number)
{
  const uint64_t at_least_one = number | 1; /* which has as many digits */
  /* 1233 / 4096 is log10 (2). */
  const int32_t power = (64 - __builtin_clzll (at_least_one)) * 1233 >> 12;

  return power + (at_least_one >= pe_digits_powers[power]);
}

/* Writes the last digits of a number, from `first` to `end`; returns what is left of the number. */
static inline uint64_t
pe_digits_put_last (char *first, char *end, uint64_t number)
{
  while (end - first >= 2)
    {
      const uint64_t left = number / 100;

      memcpy (end -= 2, pe_digits_pairs + (number - left * 100) * 2, 2);
      number = left;
    }
  if (end == first)
    return number;
  *first = (char) ('0' + number % 10);
  return number / 10;
}

/* Writes all digits; returns where they end. */
static inline char *
pe_digits_put (char *out, uint64_t number)
{
  char *end = out + pe_digits_count (number);

  pe_digits_put_last (out, end, number);
  return end;
}
