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
/* What writing one may write over: eight digits at a time, of which one may be wanted. */
#define PE_DIGITS_ROOM (PE_DIGITS_MAX + 7)

/* Explanations are numbers for the most part. Eight digits are made at once, in one word, and written where they stay: what
 * is written elsewhere and copied at once makes the processor wait for it. */

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

/* Eight digits of a number below 10^8, the first in the lowest byte. Halves are split in halves, all of a round in one
 * multiplication: 10486 / 2^20 is 1 / 100 for what is below 10^4, and 103 / 2^10 is 1 / 10 for what is below 100. */
static inline uint64_t
pe_digits_spread (uint32_t number)
{
  const uint64_t four = number / 10000 | (uint64_t) (number % 10000) << 32;
  const uint64_t hundreds = four * 10486 >> 20 & G_GUINT64_CONSTANT (0x0000007f0000007f);
  const uint64_t two = hundreds | (four - hundreds * 100) << 16;
  const uint64_t tens = two * 103 >> 10 & G_GUINT64_CONSTANT (0x000f000f000f000f);

  return (tens | (two - tens * 10) << 8) + G_GUINT64_CONSTANT (0x3030303030303030);
}

/* Writes the last n of eight digits, n from 1 to 8; returns where they end. All of out[0] to out[7] is written over. */
static inline char *
pe_digits_put_spread (char *out, uint32_t number, int32_t n)
{
  const uint64_t digits = GUINT64_TO_LE (pe_digits_spread (number) >> 8 * (8 - n));

  memcpy (out, &digits, sizeof digits);
  return out + n;
}

/* As below, for a number of more than eight digits. */
char *pe_digits_put_long (char *out, uint64_t number);

/* Writes all digits; returns where they end. What stands up to 7 bytes behind them is written over. */
static inline char *
pe_digits_put (char *out, uint64_t number)
{
  if (number < 10)
    {
      *out = (char) ('0' + number);
      return out + 1;
    }
  if (number >= 100000000)
    return pe_digits_put_long (out, number);
  return pe_digits_put_spread (out, (uint32_t) number, pe_digits_count (number));
}

/* Writes a number below 10^n as n digits, n from 1 to 18; likewise. */
static inline char *
pe_digits_put_padded (char *out, uint64_t number, int32_t n)
{
  if (n == 2) /* the fen of an amount, the places of points */
    {
      out[0] = (char) ('0' + number / 10);
      out[1] = (char) ('0' + number % 10);
      return out + 2;
    }
  for (; n > 8; n -= 8)
    {
      const uint64_t power = pe_digits_powers[n - 8];

      out = pe_digits_put_spread (out, (uint32_t) (number / power), 8);
      number %= power;
    }
  return pe_digits_put_spread (out, (uint32_t) number, n);
}
