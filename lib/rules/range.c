/* range.c - arithmetic on ranges
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "range-private.h"

#include "../base/rational-big-private.h"

#define BITS PE_RATIONAL_SMALL_BITS

/* Ends */

static pe_bound
make_infinite (int sign)
{
  return (pe_bound) { sign, { .numerator = 0, .denominator = 1 } };
}

/* A number that was calculated; outward: to which side the range is wider. */
static pe_bound
make_bound (pe_status status, const pe_rational *number, int outward)
{
  return status == PE_OK ? (pe_bound) { 0, *number } : make_infinite (outward);
}

int
pe_bound_sign (const pe_bound *self)
{
  return self->infinite != 0 ? self->infinite : pe_rational_sign (&self->number);
}

static int
compare (const pe_bound *a, const pe_bound *b)
{
  if (a->infinite != b->infinite)
    return a->infinite > b->infinite ? 1 : -1;
  return a->infinite != 0 ? 0 : pe_rational_compare (&a->number, &b->number);
}

static void
take_further (pe_bound *self, const pe_bound *other, int direction)
{
  if (compare (other, self) == direction)
    *self = *other;
}

static pe_bound
negate (const pe_bound *self)
{
  pe_bound out = { -self->infinite, self->number };

  pe_rational_negate (&out.number, &self->number);
  return out;
}

/* The lower end of a range is never above every number, nor the upper one below. */
static pe_bound
add (const pe_bound *a, const pe_bound *b, int outward)
{
  pe_rational sum;
  pe_status   status;

  if (a->infinite != 0 || b->infinite != 0)
    return make_infinite (outward);
  pe_rational_init (&sum);
  status = pe_rational_add (&sum, &a->number, &b->number, BITS);
  return make_bound (status, &sum, outward);
}

/* As limits of products of ends: nothing times whatever there is is nothing. */
static pe_bound
multiply (const pe_bound *a, const pe_bound *b, int outward)
{
  const int   sign = pe_bound_sign (a) * pe_bound_sign (b);
  pe_rational product;
  pe_status   status;

  pe_rational_init (&product);
  if (sign == 0)
    return make_bound (PE_OK, &product, outward);
  if (a->infinite != 0 || b->infinite != 0)
    return make_infinite (sign);
  status = pe_rational_multiply (&product, &a->number, &b->number, BITS);
  return make_bound (status, &product, outward);
}

/* Of what is not 0; beyond every number it is 0. */
static pe_bound
invert (const pe_bound *self)
{
  static const pe_rational one = { .numerator = 1, .denominator = 1 };
  pe_rational              quotient;

  pe_rational_init (&quotient);
  if (self->infinite == 0)
    (void) pe_rational_divide (&quotient, &one, &self->number, BITS);
  return make_bound (PE_OK, &quotient, 0);
}

static pe_bound
round_bound (const pe_bound *self, int32_t places, pe_rounding rounding, int outward)
{
  pe_rational rounded;
  pe_status   status;

  if (self->infinite != 0)
    return *self;
  pe_rational_init (&rounded);
  status = pe_rational_round (&rounded, &self->number, places, rounding, BITS);
  return make_bound (status, &rounded, outward);
}

/* Ranges */

pe_range
pe_range_whole (void)
{
  return (pe_range) { make_infinite (-1), make_infinite (1) };
}

pe_range
pe_range_point (const pe_rational *number)
{
  return (pe_range) { { 0, *number }, { 0, *number } };
}

gboolean
pe_range_is_point (const pe_range *self)
{
  return self->low.infinite == 0 && compare (&self->low, &self->high) == 0;
}

pe_range
pe_range_from_zero (void)
{
  pe_rational zero;

  pe_rational_init (&zero);
  return (pe_range) { { 0, zero }, make_infinite (1) };
}

pe_range
pe_range_negate (const pe_range *self)
{
  return (pe_range) { negate (&self->high), negate (&self->low) };
}

pe_range
pe_range_abs (const pe_range *self)
{
  const pe_bound far = negate (&self->low);
  pe_range       out = pe_range_from_zero ();

  out.high = self->high;
  take_further (&out.high, &far, 1);
  return out;
}

pe_range
pe_range_add (const pe_range *a, const pe_range *b)
{
  return (pe_range) { add (&a->low, &b->low, -1), add (&a->high, &b->high, 1) };
}

/* The furthest of the products of ends. */
static pe_bound
find_product (const pe_range *a, const pe_range *b, int direction)
{
  pe_bound       out = multiply (&a->low, &b->low, direction);
  const pe_bound others[] = { multiply (&a->low, &b->high, direction), multiply (&a->high, &b->low, direction),
                              multiply (&a->high, &b->high, direction) };

  for (size_t i = 0; i < G_N_ELEMENTS (others); i++)
    take_further (&out, &others[i], direction);
  return out;
}

pe_range
pe_range_multiply (const pe_range *a, const pe_range *b)
{
  return (pe_range) { find_product (a, b, -1), find_product (a, b, 1) };
}

pe_range
pe_range_divide (const pe_range *a, const pe_range *b)
{
  pe_range inverse;

  if (pe_bound_sign (&b->low) <= 0 && pe_bound_sign (&b->high) >= 0)
    return pe_range_whole ();
  inverse = (pe_range) { invert (&b->high), invert (&b->low) };
  return pe_range_multiply (a, &inverse);
}

/* Every way of rounding keeps the order of numbers. */
pe_range
pe_range_round (const pe_range *self, int32_t places, pe_rounding rounding)
{
  return (pe_range) { round_bound (&self->low, places, rounding, -1), round_bound (&self->high, places, rounding, 1) };
}

pe_range
pe_range_fold (const pe_range *ranges, size_t n, int low, int high)
{
  pe_range out = ranges[0];

  for (size_t i = 1; i < n; i++)
    {
      take_further (&out.low, &ranges[i].low, low);
      take_further (&out.high, &ranges[i].high, high);
    }
  return out;
}
