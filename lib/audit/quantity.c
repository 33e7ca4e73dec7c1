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

/* size and step: of the printed number without its sign, and a unit of its last digit; both in base units. */
static void
get_size_and_step (pe_calculation *calculation, const pe_quantity *self, int32_t places, pe_rational *size,
                   pe_rational *step)
{
  const pe_decimal one = { 1, 0, 0 };

  pe_quantity_get_value (calculation, size, self);
  if (pe_rational_sign (size) < 0)
    pe_rational_negate (size, size);
  pe_calculate_scaled (calculation, step, &one, self->exponent - MAX (self->value.scale, places));
}

static void
halve (pe_calculation *calculation, pe_rational *number)
{
  pe_rational two;

  pe_rational_init (&two);
  pe_rational_set_int (&two, 2);
  pe_calculate_divide (calculation, number, number, &two);
}

/* size - below to size + above */
static void
set_around (pe_calculation *calculation, pe_reach *out, const pe_rational *size, const pe_rational *below,
            const pe_rational *above)
{
  out->low.is_bounded = out->high.is_bounded = TRUE;
  pe_calculate_subtract (calculation, &out->low.value, size, below);
  pe_calculate_add (calculation, &out->high.value, size, above);
}

void
pe_quantity_get_span (pe_calculation *calculation, pe_reach *out, const pe_quantity *self, pe_family family,
                      int32_t places)
{
  pe_rational size, step, zero;

  pe_rational_init (&size);
  pe_rational_init (&step);
  pe_rational_init (&zero);
  if (pe_quantity_is_exact (self, places) || (family == PE_FAMILY_UP && self->value.coefficient == 0))
    {
      pe_quantity_get_value (calculation, &size, self);
      pe_reach_set_point (out, &size);
    }
  else
    {
      get_size_and_step (calculation, self, places, &size, &step);
      if (family == PE_FAMILY_NEAREST)
        halve (calculation, &step);
      set_around (calculation, out, &size, family == PE_FAMILY_DOWN ? &zero : &step,
                  family == PE_FAMILY_UP ? &zero : &step);
      out->low.is_closed = family != PE_FAMILY_UP;
      out->high.is_closed = family != PE_FAMILY_DOWN;
      if (self->value.coefficient < 0)
        pe_reach_negate (out);
    }
  pe_rational_clear (&size);
  pe_rational_clear (&step);
}

void
pe_quantity_get_preimage (pe_calculation *calculation, pe_reach *out, const pe_quantity *self, pe_modes mode)
{
  const gboolean is_zero = self->value.coefficient == 0;
  const gboolean is_even = self->value.coefficient % 2 == 0;
  pe_rational    size, step, zero;

  pe_rational_init (&size);
  pe_rational_init (&step);
  pe_rational_init (&zero);
  get_size_and_step (calculation, self, self->value.scale, &size, &step);
  if (mode == PE_MODE_HALF_UP || mode == PE_MODE_HALF_EVEN)
    halve (calculation, &step);
  set_around (calculation, out, &size, mode == PE_MODE_DOWN && !is_zero ? &zero : &step,
              mode == PE_MODE_UP ? &zero : &step);
  out->low.is_closed = mode == PE_MODE_HALF_EVEN ? is_even : mode != PE_MODE_UP && !is_zero;
  out->high.is_closed = mode == PE_MODE_HALF_EVEN ? is_even : mode == PE_MODE_UP;
  if (mode == PE_MODE_UP && is_zero)
    pe_reach_set_point (out, &zero);
  if (self->value.coefficient < 0)
    pe_reach_negate (out);
  pe_rational_clear (&size);
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

pe_modes
pe_quantity_get_modes (pe_calculation *calculation, const pe_quantity *self, const pe_rational *value)
{
  return pe_quantity_get_modes_at (calculation, self, value, self->value.scale);
}
