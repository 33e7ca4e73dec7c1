/* base.c - the whole numbers that can be the base of a printed growth
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "equation-private.h"

/* (1 + rate): the factor by which the base grew, a fall being printed as a positive number or not. */
static void
get_factor (pe_calculation *calculation, pe_reach *out, const pe_equation *self, pe_modes mode)
{
  pe_end_point *ends[] = { &out->low, &out->high };
  pe_rational   one;

  pe_rational_init (&one);
  pe_rational_set_int (&one, 1);
  pe_quantity_get_preimage (calculation, out, self->result, mode);
  if (self->form == PE_FORM_DOWN_IMPLIED_BASE)
    pe_reach_negate (out);
  for (int i = 0; i < 2; i++)
    pe_calculate_add (calculation, &ends[i]->value, &ends[i]->value, &one);
  pe_rational_clear (&one);
}

/* The least whole number of a span of positive numbers (direction 1), or the greatest (-1). FALSE: out of 64 bits. */
static gboolean
get_whole (int64_t *out, const pe_end_point *end, int direction)
{
  pe_decimal whole;

  if (pe_rational_to_decimal (&whole, &end->value, 0, direction > 0 ? PE_ROUND_CEILING : PE_ROUND_FLOOR) != PE_OK
      || whole.coefficient == INT64_MAX)
    return FALSE;
  *out = whole.coefficient;
  if (!end->is_closed && pe_rational_is_integer (&end->value))
    *out += direction;
  return TRUE;
}

/* The bases under one mode, joined to those found. */
static void
add_bases (pe_calculation *calculation, pe_judgement *out, const pe_equation *self, pe_modes mode)
{
  pe_reach    current, factor;
  pe_image    bases;
  pe_rational value;
  int64_t     first = 1, last = INT64_MAX - 1;

  pe_reach_init (&current);
  pe_reach_init (&factor);
  pe_image_init (&bases);
  pe_rational_init (&value);
  pe_quantity_get_value (calculation, &value, &self->operands[0]);
  pe_reach_set_point (&current, &value);
  get_factor (calculation, &factor, self, mode);
  pe_image_divide (calculation, &bases, &current, &factor);
  /* The first span is that of positive factors; a base below nothing is none. */
  if (calculation->status == PE_OK && bases.n > 0 && pe_rational_sign (&factor.high.value) > 0
      && (!bases.spans[0].low.is_bounded || get_whole (&first, &bases.spans[0].low, 1))
      && (!bases.spans[0].high.is_bounded || get_whole (&last, &bases.spans[0].high, -1)))
    {
      first = MAX (first, 1);
      if (first <= last)
        {
          out->as_printed |= mode;
          out->first_base = out->first_base == 0 ? first : MIN (out->first_base, first);
          out->last_base = MAX (out->last_base, last);
        }
    }
  pe_reach_clear (&current);
  pe_reach_clear (&factor);
  pe_image_clear (&bases);
  pe_rational_clear (&value);
}

/* The exact growth from the one base. */
static void
set_growth (pe_calculation *calculation, pe_judgement *out, const pe_equation *self)
{
  pe_rational base;

  pe_rational_init (&base);
  pe_rational_set_int (&base, out->first_base);
  pe_quantity_get_value (calculation, &out->exact, &self->operands[0]);
  pe_calculate_subtract (calculation, &out->exact, &out->exact, &base);
  pe_calculate_divide (calculation, &out->exact, &out->exact, &base);
  if (self->form == PE_FORM_DOWN_IMPLIED_BASE)
    pe_rational_negate (&out->exact, &out->exact);
  out->has_exact = TRUE;
  pe_rational_clear (&base);
}

void
pe_base_judge (pe_calculation *calculation, pe_judgement *out, const pe_equation *self)
{
  const pe_quantity *current = &self->operands[0];

  if (self->result == NULL || current->value.coefficient <= 0 || !pe_quantity_is_exact (current, 0))
    {
      /* Only of a count can it be said that its base was whole. */
      out->state = self->result == NULL ? PE_VERDICT_NO_RESULT : PE_VERDICT_NOT_ARITHMETIC;
      return;
    }
  for (pe_modes mode = PE_MODE_HALF_UP; mode <= PE_MODE_UP; mode <<= 1)
    add_bases (calculation, out, self, mode);
  out->as_rounded = out->as_printed;
  if (out->as_printed != 0)
    out->n_bases = (uint32_t) MIN (out->last_base - out->first_base + 1, (int64_t) G_MAXUINT32);
  if (out->n_bases == 1)
    set_growth (calculation, out, self);
}
