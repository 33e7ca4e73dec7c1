/* quantity.c - a printed number: what it can stand for, and what is printed as it
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "quantity-private.h"

gboolean
pe_quantity_is_exact (const pe_quantity *self, int32_t places)
{
  if (self->exactness == PE_EXACT_BY_PLACES)
    return MAX (self->value.scale, places) == 0;
  return self->exactness == PE_EXACT_ALWAYS;
}

void
pe_quantity_get_value (pe_calculation *calculation, pe_rational *out, const pe_quantity *self)
{
  pe_calculate_scaled (calculation, out, &self->value, self->exponent);
}

/* out: `halves` halves of a digit that stands `places` behind the point more than what is printed, in base units. */
static void
set_end (pe_calculation *calculation, pe_rational *out, const pe_quantity *self, int32_t places, int halves)
{
  pe_decimal  end = { 0, places + 1, 0 };
  const int   up = places + 1 - self->value.scale;
  pe_rational step;

  if (places < PE_DECIMAL_MAX_SCALE
      && !__builtin_mul_overflow (self->value.coefficient, pe_decimal_power_of_ten (up), &end.coefficient)
      && !__builtin_add_overflow (end.coefficient, (int64_t) halves * 5, &end.coefficient))
    {
      pe_calculate_scaled (calculation, out, &end, self->exponent);
      return;
    }
  pe_rational_init (&step);
  end = (pe_decimal) { (int64_t) halves * 5, 1, 0 };
  pe_quantity_get_value (calculation, out, self);
  pe_calculate_scaled (calculation, &step, &end, self->exponent - places);
  pe_calculate_add (calculation, out, out, &step);
  pe_rational_clear (&step);
}

/* How far an operand of a family reaches below and above the size of what is printed, in halves of its last digit. */
static int
get_reach (pe_family family, gboolean above)
{
  if (family == PE_FAMILY_NEAREST)
    return 1;
  return (family == PE_FAMILY_DOWN) == above ? 2 : 0;
}

void
pe_quantity_get_span (pe_calculation *calculation, pe_reach *out, const pe_quantity *self, pe_family family,
                      int32_t places)
{
  const gboolean is_negative = self->value.coefficient < 0;
  const int32_t  finest = MAX (self->value.scale, places);
  pe_rational    value;

  if (pe_quantity_is_exact (self, places) || (family == PE_FAMILY_UP && self->value.coefficient == 0))
    {
      pe_rational_init (&value);
      pe_quantity_get_value (calculation, &value, self);
      pe_reach_set_point (out, &value);
      pe_rational_clear (&value);
      return;
    }
  /* Away from zero is up for a positive number and down for a negative one. */
  out->low.is_bounded = out->high.is_bounded = TRUE;
  set_end (calculation, &out->low.value, self, finest, -get_reach (family, is_negative));
  set_end (calculation, &out->high.value, self, finest, get_reach (family, !is_negative));
  out->low.is_closed = is_negative ? family != PE_FAMILY_DOWN : family != PE_FAMILY_UP;
  out->high.is_closed = is_negative ? family != PE_FAMILY_UP : family != PE_FAMILY_DOWN;
}

/* number / 2, in lowest terms */
static void
set_halves (pe_rational *out, pe_int128 number)
{
  pe_rational_set_int (out, 0);
  out->numerator = number % 2 == 0 ? number / 2 : number;
  out->denominator = number % 2 == 0 ? 1 : 2;
}

void
pe_quantity_get_grid_preimage (pe_reach *out, const pe_quantity *self, pe_modes mode)
{
  const pe_int128 size = self->value.coefficient < 0 ? -(pe_int128) self->value.coefficient : self->value.coefficient;
  const gboolean  is_zero = size == 0, is_even = size % 2 == 0;
  const int       step = mode == PE_MODE_HALF_UP || mode == PE_MODE_HALF_EVEN ? 1 : 2;
  const int       below = mode == PE_MODE_DOWN && !is_zero ? 0 : step, above = mode == PE_MODE_UP ? 0 : step;

  out->low.is_bounded = out->high.is_bounded = TRUE;
  set_halves (&out->low.value, mode == PE_MODE_UP && is_zero ? 0 : 2 * size - below);
  set_halves (&out->high.value, 2 * size + above);
  out->low.is_closed = mode == PE_MODE_HALF_EVEN ? is_even : mode == PE_MODE_UP ? is_zero : !is_zero;
  out->high.is_closed = mode == PE_MODE_HALF_EVEN ? is_even : mode == PE_MODE_UP;
  if (self->value.coefficient < 0)
    pe_reach_negate (out);
}

void
pe_quantity_to_grid (pe_calculation *calculation, pe_rational *out, const pe_quantity *self, const pe_rational *value)
{
  const pe_decimal one = { 1, 0, 0 };
  pe_rational      power;

  pe_rational_init (&power);
  pe_calculate_scaled (calculation, &power, &one, self->value.scale - self->exponent);
  pe_calculate_multiply (calculation, out, value, &power);
  pe_rational_clear (&power);
}

void
pe_quantity_get_preimage (pe_calculation *calculation, pe_reach *out, const pe_quantity *self, pe_modes mode)
{
  const pe_decimal one = { 1, 0, 0 };
  pe_rational      step;

  pe_rational_init (&step);
  pe_calculate_scaled (calculation, &step, &one, self->exponent - self->value.scale);
  pe_quantity_get_grid_preimage (out, self, mode);
  pe_reach_scale (calculation, out, &step);
  pe_rational_clear (&step);
}

void
pe_quantity_unscale (pe_calculation *calculation, pe_rational *out, const pe_quantity *self, const pe_rational *value)
{
  const pe_decimal one = { 1, 0, 0 };
  pe_rational      power;

  pe_rational_init (&power);
  pe_calculate_scaled (calculation, &power, &one, -self->exponent);
  pe_calculate_multiply (calculation, out, value, &power);
  pe_rational_clear (&power);
}

pe_rounding
pe_mode_get_rounding (pe_modes mode)
{
  switch (mode)
    {
    case PE_MODE_HALF_UP:
      return PE_ROUND_HALF_UP;
    case PE_MODE_HALF_EVEN:
      return PE_ROUND_HALF_EVEN;
    case PE_MODE_DOWN:
      return PE_ROUND_DOWN;
    default:
      return PE_ROUND_UP;
    }
}

pe_modes
pe_quantity_get_modes_at (pe_calculation *calculation, const pe_quantity *self, const pe_rational *value,
                          int32_t places)
{
  pe_rational shown;
  pe_decimal  rounded;
  pe_modes    modes = 0;

  pe_rational_init (&shown);
  pe_quantity_unscale (calculation, &shown, self, value);
  for (pe_modes mode = PE_MODE_HALF_UP; mode <= PE_MODE_UP && calculation->status == PE_OK; mode <<= 1)
    if (pe_rational_to_decimal (&rounded, &shown, places, pe_mode_get_rounding (mode)) == PE_OK
        && pe_decimal_order (&rounded, &self->value) == 0)
      modes |= mode;
  pe_rational_clear (&shown);
  return calculation->status == PE_OK ? modes : 0;
}

/* The modes that round a number within 128 bits, in units of the last printed digit, to the printed digits. */
static pe_modes
get_grid_modes (const pe_rational *value, int64_t digits)
{
  const pe_uint128 printed = digits < 0 ? 0 - (pe_uint128) digits : (pe_uint128) digits;
  const pe_uint128 size = value->numerator < 0 ? 0 - (pe_uint128) value->numerator : (pe_uint128) value->numerator;
  const pe_uint128 divisor = (pe_uint128) value->denominator, whole = size / divisor, rest = size % divisor;
  const int        half = (rest > divisor - rest) - (rest < divisor - rest);

  if (digits != 0 && (value->numerator < 0) != (digits < 0))
    return 0;
  if (rest == 0)
    return whole == printed ? PE_MODES_ALL : 0;
  if (whole == printed)
    return PE_MODE_DOWN | (half < 0 ? PE_MODE_HALF_UP | PE_MODE_HALF_EVEN : 0)
           | (half == 0 && whole % 2 == 0 ? PE_MODE_HALF_EVEN : 0);
  if (whole + 1 != printed)
    return 0;
  return PE_MODE_UP | (half >= 0 ? PE_MODE_HALF_UP : 0) | (half > 0 ? PE_MODE_HALF_EVEN : 0)
         | (half == 0 && whole % 2 == 1 ? PE_MODE_HALF_EVEN : 0);
}

pe_modes
pe_quantity_get_modes (pe_calculation *calculation, const pe_quantity *self, const pe_rational *value)
{
  pe_rational scaled;
  pe_modes    modes;

  pe_rational_init (&scaled);
  pe_quantity_to_grid (calculation, &scaled, self, value);
  if (calculation->status != PE_OK)
    modes = 0;
  else if (scaled.big)
    modes = pe_quantity_get_modes_at (calculation, self, value, self->value.scale);
  else
    modes = get_grid_modes (&scaled, self->value.coefficient);
  pe_rational_clear (&scaled);
  return modes;
}
