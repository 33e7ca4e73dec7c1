/* ratio.c - an exact quotient
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rational-private.h"

#include "finding-private.h"

/* Places that pe_ratio_print_truncated() writes at the most. */
#define MAX_PLACES_SHOWN 1000

struct pe_ratio
{
  gint        references; /* atomic */
  pe_rational value;
};

static pe_ratio *
ratio_new (void)
{
  pe_ratio *self = g_try_new (pe_ratio, 1);

  if (self != NULL)
    {
      self->references = 1;
      pe_rational_init (&self->value);
    }
  return self;
}

static pe_status
check_decimal (const pe_decimal *number, const char *argument, pe_error **error)
{
  if (number == NULL || !pe_decimal_is_well_formed (number))
    return pe_error_set_argument (error, argument, "a number with a scale of 0 to 18");
  return PE_OK;
}

static pe_status
check_output (const void *out, const pe_ratio *self, pe_error **error)
{
  if (out == NULL)
    return pe_error_set_argument (error, "out", "a place for the result");
  if (self == NULL)
    return pe_error_set_argument (error, "self", "a pe_ratio");
  return PE_OK;
}

pe_status
pe_ratio_new (pe_ratio **out, const pe_decimal *numerator, const pe_decimal *denominator, pe_error **error)
{
  pe_rational left, right;
  pe_status   status;
  pe_ratio   *self;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "a place for the result");
  status = check_decimal (numerator, "numerator", error);
  if (status == PE_OK)
    status = check_decimal (denominator, "denominator", error);
  if (status != PE_OK)
    return status;
  if (denominator->coefficient == 0)
    return pe_error_set (error, PE_ERROR_DIVIDE_BY_ZERO, NULL, "name", "denominator", NULL);

  self = ratio_new ();
  if (self == NULL)
    return pe_error_set_no_memory (error);
  pe_rational_init (&left);
  pe_rational_init (&right);
  pe_rational_set_decimal (&left, numerator);
  pe_rational_set_decimal (&right, denominator);
  /* 64 bits and a scale of 18 on each side stay under 2^124: neither memory nor a limit can be in the way. */
  (void) pe_rational_divide (&self->value, &left, &right, 256);
  *out = self;
  return PE_OK;
}

pe_status
pe_ratio_new_rational (pe_ratio **out, const pe_rational *value, pe_error **error)
{
  pe_ratio *self = ratio_new ();

  if (self == NULL)
    return pe_error_set_no_memory (error);
  pe_rational_copy (&self->value, value);
  *out = self;
  return PE_OK;
}

const pe_rational *
pe_ratio_peek (const pe_ratio *self)
{
  return &self->value;
}

/* The value as people read it, for a message. */
static pe_status
overflow (const pe_ratio *self, pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *shown;
  pe_status status;

  pe_rational_print_truncated (&self->value, 0, &buffer);
  shown = pe_buffer_steal (&buffer);
  status = pe_error_set (error, PE_ERROR_OVERFLOW, NULL, "found", shown, NULL);
  g_free (shown);
  return status;
}

pe_status
pe_ratio_round (pe_decimal *out, const pe_ratio *self, int32_t places, pe_rounding rounding, pe_error **error)
{
  pe_status status = check_output (out, self, error);

  if (status != PE_OK)
    return status;
  if (places < 0 || places > PE_DECIMAL_MAX_SCALE)
    return pe_error_set_argument (error, "places", "0 to 18");
  if (!pe_rounding_is_known (rounding))
    return pe_error_set_argument (error, "rounding", "a pe_rounding");
  if (pe_rational_to_decimal (out, &self->value, places, rounding) != PE_OK)
    return overflow (self, error);
  return PE_OK;
}

pe_status
pe_ratio_compare (int32_t *out, const pe_ratio *a, const pe_ratio *b, pe_error **error)
{
  if (out == NULL)
    return pe_error_set_argument (error, "out", "a place for the result");
  if (a == NULL || b == NULL)
    return pe_error_set_argument (error, a == NULL ? "a" : "b", "a pe_ratio");
  *out = pe_rational_compare (&a->value, &b->value);
  return PE_OK;
}

pe_status
pe_ratio_print_numerator (pe_text **out, const pe_ratio *self, pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  pe_status status = check_output (out, self, error);

  if (status != PE_OK)
    return status;
  pe_rational_print_numerator (&self->value, &buffer);
  return pe_buffer_finish (&buffer, out, error);
}

pe_status
pe_ratio_print_denominator (pe_text **out, const pe_ratio *self, pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  pe_status status = check_output (out, self, error);

  if (status != PE_OK)
    return status;
  pe_rational_print_denominator (&self->value, &buffer);
  return pe_buffer_finish (&buffer, out, error);
}

pe_status
pe_ratio_print_truncated (pe_text **out, const pe_ratio *self, int32_t places, pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  pe_status status = check_output (out, self, error);

  if (status != PE_OK)
    return status;
  if (places < 0 || places > MAX_PLACES_SHOWN)
    return pe_error_set_argument (error, "places", "0 to 1000");
  pe_rational_print_truncated (&self->value, places, &buffer);
  return pe_buffer_finish (&buffer, out, error);
}

pe_ratio *
pe_ratio_ref (pe_ratio *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_ratio_unref (pe_ratio *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  pe_rational_clear (&self->value);
  g_free (self);
}
