/* slip.c - how a printed number may have come from another
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "audit-private.h"

/* Of fewer digits any number is a slip of any other. */
#define LEAST_DIGITS 3

typedef struct digit_text
{
  char   digits[40];
  size_t n;
} digit_text;

/* The digits of a number at so many places, without its sign. FALSE: they do not fit. */
static gboolean
get_digits (digit_text *out, const pe_decimal *number, int32_t places)
{
  pe_uint128 size = number->coefficient < 0 ? 0 - (pe_uint128) number->coefficient : (pe_uint128) number->coefficient;
  char       reversed[40];
  size_t     n = 0;

  for (int32_t i = number->scale; i < places; i++)
    size *= 10;
  for (; size > 0 && n < sizeof reversed; size /= 10)
    reversed[n++] = (char) ('0' + (int) (size % 10));
  for (size_t i = 0; i < n; i++)
    /* static: uninitvar: the loop before this one wrote n of them */
    out->digits[i] = reversed[n - 1 - i];
  out->n = n;
  return size == 0;
}

static size_t
count_without_zeros (const digit_text *self)
{
  size_t n = self->n;

  while (n > 0 && self->digits[n - 1] == '0')
    n--;
  return n;
}

static gboolean
is_power (const digit_text *a, const digit_text *b)
{
  const size_t n = count_without_zeros (a);

  return n > 0 && n == count_without_zeros (b) && memcmp (a->digits, b->digits, n) == 0;
}

/* As long as each other. */
static pe_slip
compare_digits (const digit_text *a, const digit_text *b)
{
  size_t n = 0, first = 0, second = 0;

  for (size_t i = 0; i < a->n; i++)
    if (a->digits[i] != b->digits[i])
      {
        second = i;
        if (n++ == 0)
          first = i;
      }
  if (n == 1)
    return PE_SLIP_DIGIT;
  if (n == 2 && second == first + 1 && a->digits[first] == b->digits[second] && a->digits[second] == b->digits[first])
    return PE_SLIP_SWAPPED;
  return 0;
}

/* Whether one digit less makes the longer the shorter. */
static gboolean
is_one_more (const digit_text *longer, const digit_text *shorter)
{
  size_t i = 0;

  if (longer->n != shorter->n + 1)
    return FALSE;
  while (i < shorter->n && longer->digits[i] == shorter->digits[i])
    i++;
  return memcmp (longer->digits + i + 1, shorter->digits + i, shorter->n - i) == 0;
}

pe_slip
pe_slip_find (const pe_decimal *printed, const pe_decimal *meant)
{
  const int32_t places = MAX (printed->scale, meant->scale);
  digit_text    a, b;

  if (pe_decimal_order (printed, meant) == 0 || !get_digits (&a, printed, places) || !get_digits (&b, meant, places))
    return 0;
  if (a.n == b.n && memcmp (a.digits, b.digits, a.n) == 0)
    return PE_SLIP_SIGN;
  if ((printed->coefficient < 0) != (meant->coefficient < 0))
    return 0;
  if (is_power (&a, &b))
    return PE_SLIP_POWER;
  if (MIN (a.n, b.n) < LEAST_DIGITS)
    return 0;
  if (a.n == b.n)
    return compare_digits (&a, &b);
  if (is_one_more (&b, &a))
    return PE_SLIP_LOST;
  return is_one_more (&a, &b) ? PE_SLIP_ADDED : 0;
}
