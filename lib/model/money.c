/* money.c - exact sums of amounts in different units
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "money-private.h"

#include "../base/buffer-private.h"
#include "../base/figure-private.h"
#include "../base/finding-private.h"

/* An amount has 63 bits and 18 places, units lie 10^8 apart, and there are fewer than 2^32 of them: numerators stay
 * below 2^(63 + 32) * 10^26, denominators are at most 10^26, and a sum never meets this limit. */
#define SUM_BITS 512

void
pe_money_sum_init (pe_money_sum *self, pe_unit unit)
{
  *self = (pe_money_sum) { .unit = unit };
}

void
pe_money_sum_clear (pe_money_sum *self)
{
  pe_money_sum_init (self, PE_UNIT_NONE);
}

/* out (initialised) = number × 10^exponent */
static void
set_scaled (pe_rational *out, pe_int128 number, int32_t exponent)
{
  pe_rational factor;

  pe_rational_clear (out);
  out->numerator = number;
  if (exponent == 0)
    return;
  pe_rational_init (&factor);
  (void) pe_rational_set_power_of_ten (&factor, exponent, SUM_BITS);
  (void) pe_rational_multiply (out, out, &factor, SUM_BITS);
  pe_rational_clear (&factor);
}

/* out (initialised) = amount in a unit. */
static void
set_in_unit (pe_rational *out, const pe_figure *amount, pe_unit unit)
{
  set_scaled (out, amount->value.coefficient,
              pe_unit_get_exponent (amount->unit) - pe_unit_get_exponent (unit) - amount->value.scale);
}

/* out (initialised) = the total in the sum's unit. */
static void
set_total (pe_rational *out, const pe_money_sum *self)
{
  pe_rational part;

  pe_rational_init (&part);
  pe_rational_clear (out);
  for (size_t i = 0; i < G_N_ELEMENTS (self->parts); i++)
    if (self->parts[i] != 0)
      {
        set_scaled (&part, self->parts[i], (int32_t) i + PE_MONEY_LEAST - pe_unit_get_exponent (self->unit));
        (void) pe_rational_add (out, out, &part, SUM_BITS);
      }
  pe_rational_clear (&part);
}

static void
take (pe_money_sum *self, const pe_figure *amount, int sign)
{
  int32_t exponent, places;

  if (amount->state != PE_STATE_VALUE)
    {
      self->has_not_applicable |= amount->state == PE_STATE_NOT_APPLICABLE;
      self->has_missing |= amount->state != PE_STATE_NOT_APPLICABLE;
      return;
    }
  if (self->unit == PE_UNIT_NONE)
    self->unit = amount->unit;
  self->has_value = TRUE;
  exponent = pe_unit_get_exponent (amount->unit) - amount->value.scale;
  places = pe_unit_get_exponent (self->unit) - exponent;
  self->places = MAX (self->places, places);
  self->parts[exponent - PE_MONEY_LEAST] += sign * (pe_int128) amount->value.coefficient;
}

void
pe_money_sum_add (pe_money_sum *self, const pe_figure *amount)
{
  take (self, amount, 1);
}

void
pe_money_sum_subtract (pe_money_sum *self, const pe_figure *amount)
{
  take (self, amount, -1);
}

pe_state
pe_money_sum_get_state (const pe_money_sum *self)
{
  if (self->has_missing)
    return PE_STATE_MISSING;
  if (self->has_value)
    return PE_STATE_VALUE;
  return self->has_not_applicable ? PE_STATE_NOT_APPLICABLE : PE_STATE_MISSING;
}

/* Zeros at the end are given up where they do not fit. FALSE when the total does not fit at all. */
static gboolean
get_total (const pe_money_sum *self, const pe_rational *total, pe_decimal *out)
{
  const int32_t places = MIN (self->places, PE_DECIMAL_MAX_SCALE);
  pe_decimal    shortest;

  if (!pe_rational_is_decimal (&shortest, total))
    return FALSE;
  if (places <= shortest.scale || pe_rational_to_decimal (out, total, places, PE_ROUND_DOWN) != PE_OK)
    *out = shortest;
  return TRUE;
}

static pe_status
refuse_total (const pe_rational *total, pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *found;
  pe_status status;

  pe_rational_print_truncated (total, PE_DECIMAL_MAX_SCALE, &buffer);
  found = pe_buffer_steal (&buffer);
  status = found == NULL ? pe_error_set_no_memory (error)
                         : pe_error_set (error, PE_ERROR_OVERFLOW, NULL, "found", found, NULL);
  g_free (found);
  return status;
}

pe_status
pe_money_sum_get (const pe_money_sum *self, pe_figure *out, pe_error **error)
{
  pe_figure   sum = { { 0, 0, 0 }, pe_money_sum_get_state (self), PE_UNIT_NONE };
  pe_status   status = PE_OK;
  pe_rational total;

  if (sum.state == PE_STATE_VALUE)
    {
      pe_rational_init (&total);
      set_total (&total, self);
      sum.unit = self->unit;
      if (!get_total (self, &total, &sum.value))
        status = refuse_total (&total, error);
      pe_rational_clear (&total);
    }
  if (status == PE_OK)
    *out = sum;
  return status;
}

int
pe_money_sum_compare (const pe_money_sum *self, const pe_figure *amount)
{
  pe_rational total, value;
  int         order;

  pe_rational_init (&total);
  pe_rational_init (&value);
  set_total (&total, self);
  set_in_unit (&value, amount, self->unit);
  order = pe_rational_compare (&total, &value);
  pe_rational_clear (&value);
  pe_rational_clear (&total);
  return order;
}

int
pe_money_compare (const pe_figure *a, const pe_figure *b)
{
  pe_money_sum sum;

  pe_money_sum_init (&sum, PE_UNIT_NONE);
  pe_money_sum_add (&sum, a);
  return pe_money_sum_compare (&sum, b);
}
