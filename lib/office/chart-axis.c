/* chart-axis.c - values to places, and round numbers to read them by
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../base/int128-private.h"
#include "chart-private.h"

#define PLACES 6
/* So that sums and differences of a few stay within 64 bits. */
#define VALUE_MOST (G_MAXINT64 / 16)

int64_t
pe_value_of_decimal (const pe_decimal *decimal)
{
  pe_decimal rounded;

  if (pe_decimal_quantize (&rounded, decimal, PLACES, PE_ROUND_HALF_UP, NULL) != PE_OK)
    return decimal->coefficient < 0 ? -VALUE_MOST : VALUE_MOST;
  return CLAMP (rounded.coefficient, -VALUE_MOST, VALUE_MOST);
}

/* The least of 1, 2, 5, 10, 20 … millionths that is not below a number. */
static int64_t
round_step (int64_t least)
{
  static const int64_t factors[] = { 1, 2, 5 };
  int64_t              power = 1;

  for (; power <= VALUE_MOST / 10; power *= 10)
    for (size_t i = 0; i < G_N_ELEMENTS (factors); i++)
      if (power * factors[i] >= least)
        return power * factors[i];
  return power;
}

static int64_t
round_down (int64_t value, int64_t step)
{
  const int64_t rest = value % step;

  return value - (rest < 0 ? rest + step : rest);
}

void
pe_axis_init (pe_axis *self, int64_t from, int64_t to, guint steps)
{
  if (to <= from)
    to = from + PE_VALUE_ONE;
  self->step = round_step ((to - from + steps - 1) / steps);
  self->low = round_down (from, self->step);
  self->high = -round_down (-to, self->step);
  self->start = self->length = 0;
}

pe_length
pe_axis_place (const pe_axis *self, int64_t value)
{
  const int64_t inside = CLAMP (value, self->low, self->high);

  return self->start + (pe_length) ((pe_int128) (inside - self->low) * self->length / (self->high - self->low));
}

char *
pe_axis_label (int64_t value)
{
  pe_decimal decimal = { value, PLACES, 0 };
  char       text[PE_DECIMAL_PRINT_SIZE];

  while (decimal.scale > 0 && decimal.coefficient % 10 == 0)
    {
      decimal.coefficient /= 10;
      decimal.scale--;
    }
  return pe_decimal_print (text, sizeof text, &decimal, NULL) == PE_OK ? g_strdup (text) : NULL;
}
