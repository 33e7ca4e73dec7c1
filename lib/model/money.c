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
  pe_rational_init (&self->total);
}

void
pe_money_sum_clear (pe_money_sum *self)
{
  pe_rational_clear (&self->total);
}

/* out (initialised) = amount in a unit. */
static void
set_in_unit (pe_rational *out, const pe_figure *amount, pe_unit unit)
{
  const int32_t exponent = pe_unit_get_exponent (amount->unit) - pe_unit_get_exponent (unit);
  pe_rational   factor;

  pe_rational_set_decimal (out, &amount->value);
  if (exponent == 0)
    return;
  pe_rational_init (&factor);
  (void) pe_rational_set_power_of_ten (&factor, exponent, SUM_BITS);
  (void) pe_rational_multiply (out, out, &factor, SUM_BITS);
  pe_rational_clear (&factor);
}

typedef pe_status (*operation) (pe_rational *out, const pe_rational *a, const pe_rational *b, uint32_t bits);

static void
take (pe_money_sum *self, const pe_figure *amount, operation apply)
{
  pe_rational value;
  int32_t     places;

  if (amount->state != PE_STATE_VALUE)
    {
      self->has_not_applicable |= amount->state == PE_STATE_NOT_APPLICABLE;
      self->has_missing |= amount->state != PE_STATE_NOT_APPLICABLE;
      return;
    }
  if (self->unit == PE_UNIT_NONE)
    self->unit = amount->unit;
  self->has_value = TRUE;
  places = amount->value.scale + pe_unit_get_exponent (self->unit) - pe_unit_get_exponent (amount->unit);
  self->places = MAX (self->places, places);
  pe_rational_init (&value);
  set_in_unit (&value, amount, self->unit);
  (void) apply (&self->total, &self->total, &value, SUM_BITS);
  pe_rational_clear (&value);
}

void
pe_money_sum_add (pe_money_sum *self, const pe_figure *amount)
{
  take (self, amount, pe_rational_add);
}

void
pe_money_sum_subtract (pe_money_sum *self, const pe_figure *amount)
{
  take (self, amount, pe_rational_subtract);
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
get_total (const pe_money_sum *self, pe_decimal *out)
{
  const int32_t places = MIN (self->places, PE_DECIMAL_MAX_SCALE);
  pe_decimal    shortest;

  if (!pe_rational_is_decimal (&shortest, &self->total))
    return FALSE;
  if (places <= shortest.scale || pe_rational_to_decimal (out, &self->total, places, PE_ROUND_DOWN) != PE_OK)
    *out = shortest;
  return TRUE;
}

static pe_status
refuse_total (const pe_money_sum *self, pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *found;
  pe_status status;

  pe_rational_print_truncated (&self->total, PE_DECIMAL_MAX_SCALE, &buffer);
  found = pe_buffer_steal (&buffer);
  status = found == NULL ? pe_error_set_no_memory (error)
                         : pe_error_set (error, PE_ERROR_OVERFLOW, NULL, "found", found, NULL);
  g_free (found);
  return status;
}

pe_status
pe_money_sum_get (const pe_money_sum *self, pe_figure *out, pe_error **error)
{
  pe_figure sum = { { 0, 0, 0 }, pe_money_sum_get_state (self), PE_UNIT_NONE };

  if (sum.state == PE_STATE_VALUE)
    {
      sum.unit = self->unit;
      if (!get_total (self, &sum.value))
        return refuse_total (self, error);
    }
  *out = sum;
  return PE_OK;
}

int
pe_money_sum_compare (const pe_money_sum *self, const pe_figure *amount)
{
  pe_rational value;
  int         order;

  pe_rational_init (&value);
  set_in_unit (&value, amount, self->unit);
  order = pe_rational_compare (&self->total, &value);
  pe_rational_clear (&value);
  return order;
}

int
pe_money_compare (const pe_figure *a, const pe_figure *b)
{
  pe_money_sum sum;
  int          order;

  pe_money_sum_init (&sum, PE_UNIT_NONE);
  pe_money_sum_add (&sum, a);
  order = pe_money_sum_compare (&sum, b);
  pe_money_sum_clear (&sum);
  return order;
}
