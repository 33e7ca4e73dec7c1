/* inference.c - what a printed figure says about one that is not printed
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "inference-private.h"

#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "quantity-private.h"

/* Bits for numbers made of three decimals of 64 bits each. */
#define BITS 4096

void
pe_interval_init (pe_interval *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_interval_clear (pe_interval *self)
{
  if (self == NULL)
    return;
  pe_ratio_unref (self->low);
  pe_ratio_unref (self->high);
  self->low = self->high = NULL;
  self->is_empty = self->has_low = self->has_high = 0;
}

pe_status
pe_interval_export (pe_interval *out, const pe_reach *span, pe_error **error)
{
  pe_interval ours = { .is_empty = span == NULL };
  pe_status   status = PE_OK;

  if (span != NULL && span->low.is_bounded)
    status = pe_ratio_new_rational (&ours.low, &span->low.value, error);
  if (status == PE_OK && span != NULL && span->high.is_bounded)
    status = pe_ratio_new_rational (&ours.high, &span->high.value, error);
  if (status == PE_OK)
    {
      ours.has_low = span != NULL && span->low.is_closed;
      ours.has_high = span != NULL && span->high.is_closed;
      status = pe_struct_export (out, &ours, sizeof ours, sizeof ours, "out", error);
    }
  if (status != PE_OK)
    pe_interval_clear (&ours);
  return status;
}

static gboolean
is_one_mode (pe_modes mode)
{
  return mode == PE_MODE_HALF_UP || mode == PE_MODE_HALF_EVEN || mode == PE_MODE_DOWN || mode == PE_MODE_UP;
}

static pe_status
check_number (const pe_decimal *number, int64_t least, const char *name, const char *expected, pe_error **error)
{
  if (number == NULL || !pe_decimal_is_well_formed (number) || number->coefficient < least)
    return pe_error_set_argument (error, name, expected);
  return PE_OK;
}

static pe_status
check_weight_arguments (const pe_decimal *lost, const pe_decimal *numerator, const pe_decimal *denominator,
                        int32_t places, pe_modes mode, pe_error **error)
{
  pe_status status = check_number (lost, 0, "lost", "0 or more", error);

  if (status == PE_OK)
    status = check_number (numerator, 0, "numerator", "0 or more", error);
  if (status == PE_OK)
    status = check_number (denominator, 0, "denominator", "0 or more", error);
  if (status != PE_OK)
    return status;
  if (places < 0 || places > PE_DECIMAL_MAX_SCALE)
    return pe_error_set_argument (error, "places", "0 to 18");
  if (!is_one_mode (mode))
    return pe_error_set_argument (error, "mode", "one bit of pe_mode_value");
  if (denominator->coefficient == 0)
    return pe_error_set (error, PE_ERROR_DIVIDE_BY_ZERO, NULL, "name", "denominator", NULL);
  return PE_OK;
}

/* What weight x (1 - ratio) can be: lost, less what the score's rounding took or added. */
static void
get_lost_span (pe_calculation *calculation, pe_reach *out, const pe_decimal *lost, int32_t places, pe_modes mode)
{
  const pe_decimal one = { 1, 0, 0 };
  pe_rational      middle, step, two;
  pe_end_point    *ends[] = { &out->low, &out->high };

  pe_rational_init (&middle);
  pe_rational_init (&step);
  pe_rational_init (&two);
  pe_rational_set_int (&two, 2);
  pe_rational_set_decimal (&middle, lost);
  pe_calculate_scaled (calculation, &step, &one, -places);
  if (mode == PE_MODE_HALF_UP || mode == PE_MODE_HALF_EVEN)
    pe_calculate_divide (calculation, &step, &step, &two);
  pe_reach_set_point (out, &middle);
  if (mode != PE_MODE_UP)
    pe_calculate_subtract (calculation, &ends[0]->value, &middle, &step);
  if (mode != PE_MODE_DOWN)
    pe_calculate_add (calculation, &ends[1]->value, &middle, &step);
  /* The score rounded half up takes its own tie up, so that the least that is lost does not belong to it. */
  ends[0]->is_closed = mode == PE_MODE_UP || mode == PE_MODE_HALF_EVEN;
  ends[1]->is_closed = mode != PE_MODE_UP;
  pe_rational_clear (&middle);
  pe_rational_clear (&step);
  pe_rational_clear (&two);
}

/* rest: 1 - min (1, numerator / denominator) */
static void
get_rest (pe_calculation *calculation, pe_rational *out, const pe_decimal *numerator, const pe_decimal *denominator)
{
  pe_rational below, one;

  pe_rational_init (&below);
  pe_rational_init (&one);
  pe_rational_set_int (&one, 1);
  pe_rational_set_decimal (out, numerator);
  pe_rational_set_decimal (&below, denominator);
  pe_calculate_divide (calculation, out, out, &below);
  pe_calculate_subtract (calculation, out, &one, out);
  if (pe_rational_sign (out) < 0)
    pe_rational_set_int (out, 0);
  pe_rational_clear (&below);
  pe_rational_clear (&one);
}

/* Weights are above 0. FALSE: there is none. */
static gboolean
keep_positive (pe_reach *self)
{
  pe_reach    positive;
  pe_rational zero;
  gboolean    any;

  pe_reach_init (&positive);
  pe_rational_init (&zero);
  pe_reach_set_point (&positive, &zero);
  positive.low.is_closed = FALSE;
  positive.high.is_bounded = FALSE;
  any = pe_reach_intersect (self, &positive);
  pe_reach_clear (&positive);
  return any;
}

pe_status
pe_infer_weight (pe_interval *out, const pe_decimal *lost, const pe_decimal *numerator, const pe_decimal *denominator,
                 int32_t places, pe_modes mode, pe_error **error)
{
  pe_calculation calculation = { BITS, PE_OK };
  pe_reach       span, divisor;
  pe_image       weights;
  pe_rational    rest, zero;
  gboolean       any = TRUE;
  pe_status      status = check_weight_arguments (lost, numerator, denominator, places, mode, error);

  if (status != PE_OK)
    return status;
  pe_reach_init (&span);
  pe_reach_init (&divisor);
  pe_image_init (&weights);
  pe_rational_init (&rest);
  pe_rational_init (&zero);
  get_lost_span (&calculation, &span, lost, places, mode);
  get_rest (&calculation, &rest, numerator, denominator);
  if (pe_rational_sign (&rest) == 0)
    {
      /* Nothing can be lost, and then any weight will do, or something, and then none. */
      any = pe_reach_holds (&span, &zero);
      span.low.is_bounded = span.high.is_bounded = FALSE;
      span.low.is_closed = span.high.is_closed = FALSE;
    }
  else
    {
      pe_reach_set_point (&divisor, &rest);
      pe_image_divide (&calculation, &weights, &span, &divisor);
      pe_reach_copy (&span, &weights.spans[0]);
    }
  any = any && keep_positive (&span);
  status = pe_interval_export (out, any ? &span : NULL, error);
  pe_reach_clear (&span);
  pe_reach_clear (&divisor);
  pe_image_clear (&weights);
  pe_rational_clear (&rest);
  return status;
}

pe_status
pe_infer_base (pe_interval *out, const pe_decimal *current, const pe_decimal *percent, pe_modes mode, pe_error **error)
{
  pe_calculation calculation = { BITS, PE_OK };
  pe_quantity    rate;
  pe_reach       factor, number;
  pe_image       bases;
  pe_rational    value, one;
  pe_status      status = check_number (current, 1, "current", "above 0", error);

  if (status == PE_OK)
    status = check_number (percent, INT64_MIN, "percent", "a well-formed pe_decimal", error);
  if (status == PE_OK && !is_one_mode (mode))
    status = pe_error_set_argument (error, "mode", "one bit of pe_mode_value");
  if (status != PE_OK)
    return status;
  rate = (pe_quantity) { *percent, -2, 0, PE_EXACT_NEVER };
  pe_reach_init (&factor);
  pe_reach_init (&number);
  pe_image_init (&bases);
  pe_rational_init (&value);
  pe_rational_init (&one);
  pe_rational_set_int (&one, 1);
  pe_rational_set_decimal (&value, current);
  pe_reach_set_point (&number, &value);
  pe_quantity_get_preimage (&calculation, &factor, &rate, mode);
  pe_calculate_add (&calculation, &factor.low.value, &factor.low.value, &one);
  pe_calculate_add (&calculation, &factor.high.value, &factor.high.value, &one);
  pe_image_divide (&calculation, &bases, &number, &factor);
  /* The first part is that of positive factors: a base is above 0. */
  status = pe_interval_export (out, pe_rational_sign (&factor.high.value) > 0 ? &bases.spans[0] : NULL, error);
  pe_reach_clear (&factor);
  pe_reach_clear (&number);
  pe_image_clear (&bases);
  pe_rational_clear (&value);
  pe_rational_clear (&one);
  return status;
}
