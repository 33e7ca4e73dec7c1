/* digits.c - the digits of whole numbers, the same in every locale
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "digits-private.h"

const uint64_t pe_digits_powers[PE_DIGITS_MAX] = {
  G_GUINT64_CONSTANT (1),
  G_GUINT64_CONSTANT (10),
  G_GUINT64_CONSTANT (100),
  G_GUINT64_CONSTANT (1000),
  G_GUINT64_CONSTANT (10000),
  G_GUINT64_CONSTANT (100000),
  G_GUINT64_CONSTANT (1000000),
  G_GUINT64_CONSTANT (10000000),
  G_GUINT64_CONSTANT (100000000),
  G_GUINT64_CONSTANT (1000000000),
  G_GUINT64_CONSTANT (10000000000),
  G_GUINT64_CONSTANT (100000000000),
  G_GUINT64_CONSTANT (1000000000000),
  G_GUINT64_CONSTANT (10000000000000),
  G_GUINT64_CONSTANT (100000000000000),
  G_GUINT64_CONSTANT (1000000000000000),
  G_GUINT64_CONSTANT (10000000000000000),
  G_GUINT64_CONSTANT (100000000000000000),
  G_GUINT64_CONSTANT (1000000000000000000),
  G_GUINT64_CONSTANT (10000000000000000000),
};

char *
pe_digits_put_long (char *out, uint64_t number)
{
  const uint64_t power = pe_digits_powers[8], top = number / power;

  if (top < power)
    out = pe_digits_put_spread (out, (uint32_t) top, pe_digits_count (top));
  else
    {
      out = pe_digits_put_spread (out, (uint32_t) (top / power), pe_digits_count (top / power));
      out = pe_digits_put_spread (out, (uint32_t) (top % power), 8);
    }
  return pe_digits_put_spread (out, (uint32_t) (number % power), 8);
}
