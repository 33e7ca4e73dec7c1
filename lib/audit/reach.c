/* reach.c - intervals of exact numbers, each end open or closed
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "reach-private.h"

/* Calculations */

void
pe_calculate_add (pe_calculation *self, pe_rational *out, const pe_rational *a, const pe_rational *b)
{
  if (self->status == PE_OK)
    self->status = pe_rational_add (out, a, b, self->bits);
}

void
pe_calculate_subtract (pe_calculation *self, pe_rational *out, const pe_rational *a, const pe_rational *b)
{
  if (self->status == PE_OK)
    self->status = pe_rational_subtract (out, a, b, self->bits);
}

void
pe_calculate_multiply (pe_calculation *self, pe_rational *out, const pe_rational *a, const pe_rational *b)
{
  if (self->status == PE_OK)
    self->status = pe_rational_multiply (out, a, b, self->bits);
}

void
pe_calculate_divide (pe_calculation *self, pe_rational *out, const pe_rational *a, const pe_rational *b)
{
  if (self->status == PE_OK)
    self->status = pe_rational_divide (out, a, b, self->bits);
}

void
pe_calculate_add_times (pe_calculation *self, pe_rational *out, const pe_rational *a, int64_t factor)
{
  pe_rational product;

  if (factor == 0)
    return;
  if (factor == 1 && pe_rational_sign (out) == 0)
    {
      pe_rational_copy (out, a);
      return;
    }
  if (factor == 1 || factor == -1)
    {
      (factor == 1 ? pe_calculate_add : pe_calculate_subtract) (self, out, out, a);
      return;
    }
  pe_rational_init (&product);
  pe_rational_set_int (&product, factor);
  pe_calculate_multiply (self, &product, &product, a);
  pe_calculate_add (self, out, out, &product);
  pe_rational_clear (&product);
}

/* number * 10^exponent as a decimal, where it is one of at most 18 places and 64 bits. */
static gboolean
shift_decimal (pe_decimal *out, const pe_decimal *number, int32_t exponent)
{
  const int32_t scale = number->scale - exponent;

  *out = (pe_decimal) { number->coefficient, MAX (scale, 0), 0 };
  if (scale >= 0)
    return scale <= PE_DECIMAL_MAX_SCALE;
  return -scale <= PE_DECIMAL_MAX_SCALE
         && !__builtin_mul_overflow (number->coefficient, pe_decimal_power_of_ten (-scale), &out->coefficient);
}

void
pe_calculate_scaled (pe_calculation *self, pe_rational *out, const pe_decimal *number, int32_t exponent)
{
  pe_decimal  shifted;
  pe_rational power;

  if (shift_decimal (&shifted, number, exponent))
    {
      pe_rational_set_decimal (out, &shifted);
      return;
    }
  pe_rational_set_decimal (out, number);
  pe_rational_init (&power);
  if (self->status == PE_OK)
    self->status = pe_rational_set_power_of_ten (&power, exponent, self->bits);
  pe_calculate_multiply (self, out, out, &power);
  pe_rational_clear (&power);
}

/* Ends */

static void
set_end (pe_end_point *self, const pe_rational *value, gboolean is_closed)
{
  self->is_bounded = TRUE;
  self->is_closed = is_closed;
  pe_rational_copy (&self->value, value);
}

static void
set_unbounded (pe_end_point *self)
{
  self->is_bounded = FALSE;
  self->is_closed = FALSE;
  pe_rational_set_int (&self->value, 0);
}

static void
copy_end (pe_end_point *out, const pe_end_point *self)
{
  if (self->is_bounded)
    set_end (out, &self->value, self->is_closed);
  else
    set_unbounded (out);
}

/* Spans */

void
pe_reach_init (pe_reach *self)
{
  pe_rational_init (&self->low.value);
  pe_rational_init (&self->high.value);
  set_unbounded (&self->low);
  set_unbounded (&self->high);
}

void
pe_reach_clear (pe_reach *self)
{
  pe_rational_clear (&self->low.value);
  pe_rational_clear (&self->high.value);
}

void
pe_reach_set_point (pe_reach *self, const pe_rational *value)
{
  set_end (&self->low, value, TRUE);
  set_end (&self->high, value, TRUE);
}

void
pe_reach_copy (pe_reach *out, const pe_reach *self)
{
  copy_end (&out->low, &self->low);
  copy_end (&out->high, &self->high);
}

void
pe_reach_negate (pe_reach *self)
{
  const pe_end_point low = self->low;

  self->low = self->high;
  self->high = low;
  pe_rational_negate (&self->low.value, &self->low.value);
  pe_rational_negate (&self->high.value, &self->high.value);
}

static gboolean
lies_below (const pe_reach *a, const pe_reach *b)
{
  int order;

  if (!a->high.is_bounded || !b->low.is_bounded)
    return FALSE;
  order = pe_rational_compare (&a->high.value, &b->low.value);
  return order < 0 || (order == 0 && !(a->high.is_closed && b->low.is_closed));
}

gboolean
pe_reach_meets (const pe_reach *a, const pe_reach *b)
{
  return !lies_below (a, b) && !lies_below (b, a);
}

gboolean
pe_reach_holds (const pe_reach *self, const pe_rational *value)
{
  const int low = self->low.is_bounded ? pe_rational_compare (value, &self->low.value) : 1;
  const int high = self->high.is_bounded ? pe_rational_compare (value, &self->high.value) : -1;

  return (low > 0 || (low == 0 && self->low.is_closed)) && (high < 0 || (high == 0 && self->high.is_closed));
}

/* Moves an end inward to another's; toward: 1 for low ends, -1 for high ones. */
static void
tighten (pe_end_point *self, const pe_end_point *other, int toward)
{
  int order;

  if (!other->is_bounded)
    return;
  order = self->is_bounded ? pe_rational_compare (&other->value, &self->value) * toward : 1;
  if (order > 0)
    copy_end (self, other);
  else if (order == 0)
    self->is_closed = self->is_closed && other->is_closed;
}

gboolean
pe_reach_intersect (pe_reach *self, const pe_reach *other)
{
  if (!pe_reach_meets (self, other))
    return FALSE;
  tighten (&self->low, &other->low, 1);
  tighten (&self->high, &other->high, -1);
  return TRUE;
}

gboolean
pe_reach_is_point (const pe_reach *self)
{
  return self->low.is_bounded && self->high.is_bounded
         && pe_rational_compare (&self->low.value, &self->high.value) == 0;
}

/* Widens a span, under construction, by a corner. */
static void
take_corner (pe_reach *self, const pe_rational *value, gboolean is_closed)
{
  const int low = self->low.is_bounded ? pe_rational_compare (value, &self->low.value) : -1;
  const int high = self->high.is_bounded ? pe_rational_compare (value, &self->high.value) : 1;

  if (low < 0)
    set_end (&self->low, value, is_closed);
  else if (low == 0)
    self->low.is_closed = self->low.is_closed || is_closed;
  if (high > 0)
    set_end (&self->high, value, is_closed);
  else if (high == 0)
    self->high.is_closed = self->high.is_closed || is_closed;
}

static gboolean
is_reached (const pe_end_point *a, const pe_end_point *b)
{
  /* A closed zero makes zero of whatever stands beside it. */
  if (a->is_closed && pe_rational_sign (&a->value) == 0)
    return TRUE;
  if (b->is_closed && pe_rational_sign (&b->value) == 0)
    return TRUE;
  return a->is_closed && b->is_closed;
}

void
pe_reach_multiply (pe_calculation *calculation, pe_reach *self, const pe_reach *other)
{
  const pe_end_point *mine[] = { &self->low, &self->high }, *theirs[] = { &other->low, &other->high };
  pe_reach            product;
  pe_rational         corner;

  pe_reach_init (&product);
  pe_rational_init (&corner);
  for (int i = 0; i < 4; i++)
    {
      pe_calculate_multiply (calculation, &corner, &mine[i / 2]->value, &theirs[i % 2]->value);
      take_corner (&product, &corner, is_reached (mine[i / 2], theirs[i % 2]));
    }
  pe_reach_copy (self, &product);
  pe_rational_clear (&corner);
  pe_reach_clear (&product);
}

void
pe_reach_scale (pe_calculation *calculation, pe_reach *self, const pe_rational *factor)
{
  pe_end_point *ends[] = { &self->low, &self->high };

  if (pe_rational_sign (factor) == 0)
    {
      pe_reach_set_point (self, factor);
      return;
    }
  for (int i = 0; i < 2; i++)
    if (ends[i]->is_bounded)
      pe_calculate_multiply (calculation, &ends[i]->value, &ends[i]->value, factor);
}

/* Images */

void
pe_image_init (pe_image *self)
{
  self->is_everything = FALSE;
  self->n = 0;
  for (size_t i = 0; i < G_N_ELEMENTS (self->spans); i++)
    pe_reach_init (&self->spans[i]);
}

void
pe_image_clear (pe_image *self)
{
  for (size_t i = 0; i < G_N_ELEMENTS (self->spans); i++)
    pe_reach_clear (&self->spans[i]);
}

/* One end of above / below, below being positive numbers. A small divisor makes an end more extreme, and one that comes
 * near to 0 makes it unbounded. */
static void
divide_end (pe_calculation *calculation, pe_end_point *out, const pe_end_point *above, const pe_reach *below,
            int outward)
{
  const int           sign = pe_rational_sign (&above->value);
  const pe_end_point *divisor = sign == outward ? &below->low : &below->high;

  if (sign == 0)
    {
      copy_end (out, above);
      return;
    }
  if (pe_rational_sign (&divisor->value) == 0)
    {
      set_unbounded (out);
      return;
    }
  out->is_bounded = TRUE;
  out->is_closed = above->is_closed && divisor->is_closed;
  pe_calculate_divide (calculation, &out->value, &above->value, &divisor->value);
}

/* below: cut down to positive numbers here; nothing is added where there are none. */
static void
add_quotient (pe_calculation *calculation, pe_image *out, const pe_reach *above, const pe_reach *below)
{
  pe_reach    divisor;
  pe_rational zero;

  if (pe_rational_sign (&below->high.value) <= 0)
    return;
  pe_reach_init (&divisor);
  pe_reach_copy (&divisor, below);
  if (pe_rational_sign (&divisor.low.value) <= 0)
    {
      pe_rational_init (&zero);
      set_end (&divisor.low, &zero, FALSE);
    }
  divide_end (calculation, &out->spans[out->n].low, &above->low, &divisor, -1);
  divide_end (calculation, &out->spans[out->n].high, &above->high, &divisor, 1);
  out->n++;
  pe_reach_clear (&divisor);
}

void
pe_image_divide (pe_calculation *calculation, pe_image *out, const pe_reach *above, const pe_reach *below)
{
  pe_reach up, down;

  out->is_everything = FALSE;
  out->n = 0;
  pe_reach_init (&up);
  pe_reach_init (&down);
  pe_reach_copy (&up, above);
  pe_reach_copy (&down, below);
  add_quotient (calculation, out, &up, &down);
  pe_reach_negate (&up);
  pe_reach_negate (&down);
  add_quotient (calculation, out, &up, &down);
  pe_reach_clear (&up);
  pe_reach_clear (&down);
}

gboolean
pe_image_meets (const pe_image *self, const pe_reach *target)
{
  if (self->is_everything)
    return TRUE;
  for (int i = 0; i < self->n; i++)
    if (pe_reach_meets (&self->spans[i], target))
      return TRUE;
  return FALSE;
}
