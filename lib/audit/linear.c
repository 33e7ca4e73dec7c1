/* linear.c - sums, differences, and quotients of them, over boxes of rounded operands
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdlib.h>

#include "equation-private.h"

/* Units that one relation may have before each further one stands for itself. */
#define MAX_UNITS 64

/* What stands above and below the line, for an operand. */
typedef struct coefficients
{
  int above;
  int below;
} coefficients;

static coefficients
get_plain_coefficients (pe_relation_kind kind, size_t i)
{
  switch (kind)
    {
    case PE_RELATION_DIFFERENCE:
    case PE_RELATION_DEDUCTION:
      return (coefficients) { i == 0 ? 1 : -1, 0 };
    case PE_RELATION_RATE:
    case PE_RELATION_SHARE:
    case PE_RELATION_COMPLETION:
      return (coefficients) { i == 0, i == 1 };
    case PE_RELATION_GROWTH:
      return (coefficients) { i == 0 ? 1 : -1, i == 1 };
    default:
      return (coefficients) { 1, 0 };
    }
}

static coefficients
get_coefficients (const pe_equation *self, size_t i)
{
  const int last = i + 1 == self->n;

  switch (self->form)
    {
    case PE_FORM_SIGNED:
      return (coefficients) { self->signs[i], 0 };
    case PE_FORM_OVER_SUM:
      return (coefficients) { i == 0, i > 0 };
    case PE_FORM_PARTS_OVER:
      return (coefficients) { !last, last };
    case PE_FORM_OVER_DIFFERENCE:
      return (coefficients) { i == 0, i == 0 ? 1 : -1 };
    case PE_FORM_NEW_OLD:
      return (coefficients) { i == 0 ? 1 : -1, i == 1 };
    case PE_FORM_DOWN_NEW_OLD:
      return (coefficients) { i == 0 ? -1 : 1, i == 1 };
    case PE_FORM_NEW_CHANGE:
      return (coefficients) { i == 1, i == 0 ? 1 : -1 };
    case PE_FORM_DOWN_NEW_CHANGE:
      return (coefficients) { i == 1, 1 };
    case PE_FORM_DIVIDED:
      return (coefficients) { 1, 0 };
    default:
      return get_plain_coefficients (self->kind, i);
    }
}

void
pe_terms_set_places (pe_linear_term *terms, size_t n)
{
  struct
  {
    uint32_t unit;
    int32_t  exponent;
    int32_t  places;
  } units[MAX_UNITS];
  size_t n_units = 0, at;

  for (int pass = 0; pass < 2; pass++)
    for (size_t i = 0; i < n; i++)
      {
        const pe_quantity *quantity = terms[i].quantity;

        terms[i].places = quantity->value.scale;
        if (quantity->exactness == PE_EXACT_ALWAYS)
          continue;
        for (at = 0; at < n_units; at++)
          if (units[at].unit == quantity->unit && units[at].exponent == quantity->exponent)
            break;
        if (at == MAX_UNITS)
          continue;
        if (at == n_units)
          {
            units[n_units].unit = quantity->unit;
            units[n_units].exponent = quantity->exponent;
            units[n_units++].places = 0;
          }
        units[at].places = MAX (units[at].places, quantity->value.scale);
        terms[i].places = units[at].places;
      }
}

static int
order_terms (const void *a, const void *b)
{
  const pe_linear_term *left = a, *right = b;

  return (left->id > right->id) - (left->id < right->id);
}

/* Makes one term of those that are one number. */
static size_t
merge_terms (pe_linear_term *terms, size_t n)
{
  size_t kept = 0;

  qsort (terms, n, sizeof *terms, order_terms);
  for (size_t i = 1; i < n; i++)
    if (terms[i].id == terms[kept].id)
      {
        terms[kept].above += terms[i].above;
        terms[kept].below += terms[i].below;
      }
    else
      terms[++kept] = terms[i];
  return n > 0 ? kept + 1 : 0;
}

static gboolean
has_divisor (const pe_linear *self)
{
  for (size_t i = 0; i < self->n; i++)
    if (self->terms[i].below != 0)
      return TRUE;
  return FALSE;
}

pe_status
pe_linear_init (pe_linear *self, const pe_equation *equation)
{
  self->n = 0;
  self->terms = self->own;
  pe_rational_init (&self->divisor);
  if (equation->n > PE_EQUATION_TERMS)
    self->terms = g_try_new (pe_linear_term, equation->n);
  if (self->terms == NULL)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i < equation->n; i++)
    {
      pe_linear_term *term = &self->terms[i];

      term->quantity = &equation->operands[i];
      term->id = equation->ids != NULL ? equation->ids[i] : (uint32_t) i;
      term->above = get_coefficients (equation, i).above;
      term->below = get_coefficients (equation, i).below;
    }
  pe_terms_set_places (self->terms, equation->n);
  self->n = equation->n;
  /* Before terms are merged: in x / (x - x) nothing is left of a divisor that is one. */
  if (equation->form == PE_FORM_DIVIDED)
    pe_rational_set_decimal (&self->divisor, &equation->constant);
  else
    pe_rational_set_int (&self->divisor, has_divisor (self) ? 0 : 1);
  if (equation->ids != NULL)
    self->n = merge_terms (self->terms, equation->n);
  for (size_t i = 0; i < self->n; i++)
    pe_reach_init (&self->terms[i].span);
  return PE_OK;
}

void
pe_linear_clear (pe_linear *self)
{
  for (size_t i = 0; i < self->n; i++)
    pe_reach_clear (&self->terms[i].span);
  if (self->terms != self->own)
    g_free (self->terms);
  pe_rational_clear (&self->divisor);
}

/* What stands above (or below) the line: the constant and each term's number, which `get` picks. */
typedef const pe_rational *(*pick_number) (const pe_linear_term *term, const void *data);

static void
add_up (pe_calculation *calculation, pe_rational *out, const pe_linear *self, gboolean below, pick_number pick,
        const void *data)
{
  if (below)
    pe_rational_copy (out, &self->divisor);
  else
    pe_rational_set_int (out, 0);
  for (size_t i = 0; i < self->n; i++)
    {
      const pe_linear_term *term = &self->terms[i];

      if ((below ? term->below : term->above) != 0)
        pe_calculate_add_times (calculation, out, pick (term, data), below ? term->below : term->above);
    }
}

gboolean
pe_linear_get_exact (pe_calculation *calculation, pe_rational *out, const pe_linear *self)
{
  pe_rational above, below, value;
  gboolean    is_defined;

  pe_rational_init (&above);
  pe_rational_init (&below);
  pe_rational_init (&value);
  pe_rational_copy (&below, &self->divisor);
  for (size_t i = 0; i < self->n; i++)
    {
      pe_quantity_get_value (calculation, &value, self->terms[i].quantity);
      pe_calculate_add_times (calculation, &above, &value, self->terms[i].above);
      pe_calculate_add_times (calculation, &below, &value, self->terms[i].below);
    }
  is_defined = pe_rational_sign (&below) != 0;
  if (is_defined)
    pe_calculate_divide (calculation, out, &above, &below);
  pe_rational_clear (&above);
  pe_rational_clear (&below);
  pe_rational_clear (&value);
  return is_defined;
}

/* Sums over a box: each term gives its own end */

static const pe_rational *
pick_low (const pe_linear_term *term, const void *data)
{
  const gboolean below = *(const gboolean *) data;

  return (below ? term->below : term->above) > 0 ? &term->span.low.value : &term->span.high.value;
}

static const pe_rational *
pick_high (const pe_linear_term *term, const void *data)
{
  const gboolean below = *(const gboolean *) data;

  return (below ? term->below : term->above) > 0 ? &term->span.high.value : &term->span.low.value;
}

static void
get_sum_span (pe_calculation *calculation, pe_reach *out, const pe_linear *self, gboolean below)
{
  out->low.is_bounded = out->high.is_bounded = TRUE;
  out->low.is_closed = out->high.is_closed = TRUE;
  for (size_t i = 0; i < self->n; i++)
    {
      const int64_t   factor = below ? self->terms[i].below : self->terms[i].above;
      const pe_reach *span = &self->terms[i].span;

      if (factor == 0)
        continue;
      out->low.is_closed = out->low.is_closed && (factor > 0 ? span->low : span->high).is_closed;
      out->high.is_closed = out->high.is_closed && (factor > 0 ? span->high : span->low).is_closed;
    }
  add_up (calculation, &out->low.value, self, below, pick_low, &below);
  add_up (calculation, &out->high.value, self, below, pick_high, &below);
}

/* Quotients over a box without a pole. The greatest value of above / below is at a corner; given a value that is
 * reached, the corner that is best for above - value x below gives a greater one, or none is greater (Dinkelbach, On
 * nonlinear fractional programming, 1967). When the corner stays the same, so does the value: one or two rounds. */

/* Which way a term has to go for the greatest above - value x below. */
static int
get_slope (const pe_linear_term *term, const pe_rational *value)
{
  pe_rational product, factor;
  int         sign;

  if (term->below == 0)
    return (term->above > 0) - (term->above < 0);
  if (term->above == 0)
    return -pe_rational_sign (value) * (term->below > 0 ? 1 : -1);
  pe_rational_init (&product);
  pe_rational_init (&factor);
  pe_rational_set_int (&factor, term->below);
  (void) pe_rational_multiply (&product, value, &factor, G_MAXUINT32);
  pe_rational_set_int (&factor, term->above);
  sign = pe_rational_compare (&factor, &product);
  pe_rational_clear (&product);
  pe_rational_clear (&factor);
  return sign;
}

/* direction: 1 for the greatest, -1 for the least, the other way round for a negative divisor. TRUE: the corner is
 * another one than before. */
static gboolean
turn_slopes (pe_linear *self, const pe_rational *value, int direction, gboolean is_first)
{
  gboolean is_changed = is_first;

  for (size_t i = 0; i < self->n; i++)
    {
      const int slope = get_slope (&self->terms[i], value) * direction;

      is_changed = is_changed || slope != self->terms[i].slope;
      self->terms[i].slope = slope;
    }
  return is_changed;
}

static const pe_end_point *
get_corner (const pe_linear_term *term)
{
  return term->slope > 0 ? &term->span.high : &term->span.low;
}

static const pe_rational *
pick_corner (const pe_linear_term *term, const void *data)
{
  (void) data;
  return &get_corner (term)->value;
}

/* An end that does not matter need not belong to its span. */
static gboolean
is_corner_closed (const pe_linear *self)
{
  for (size_t i = 0; i < self->n; i++)
    if (self->terms[i].slope != 0 && !get_corner (&self->terms[i])->is_closed)
      return FALSE;
  return TRUE;
}

static void
find_extreme (pe_calculation *calculation, pe_end_point *out, pe_linear *self, int direction)
{
  pe_rational below;

  pe_rational_init (&below);
  (void) pe_linear_get_exact (calculation, &out->value, self);
  for (gboolean is_first = TRUE; turn_slopes (self, &out->value, direction, is_first) && calculation->status == PE_OK;
       is_first = FALSE)
    {
      add_up (calculation, &out->value, self, FALSE, pick_corner, NULL);
      add_up (calculation, &below, self, TRUE, pick_corner, NULL);
      pe_calculate_divide (calculation, &out->value, &out->value, &below);
    }
  out->is_bounded = TRUE;
  out->is_closed = is_corner_closed (self);
  pe_rational_clear (&below);
}

static gboolean
shares_a_term (const pe_linear *self)
{
  for (size_t i = 0; i < self->n; i++)
    if (self->terms[i].above != 0 && self->terms[i].below != 0)
      return TRUE;
  return FALSE;
}

/* out: above / constant */
static void
divide_by_constant (pe_calculation *calculation, pe_image *out, const pe_linear *self, const pe_reach *above)
{
  pe_reach divisor;

  out->n = 1;
  pe_reach_init (&divisor);
  pe_reach_set_point (&divisor, &self->divisor);
  if (self->divisor.big || self->divisor.denominator != 1 || self->divisor.numerator != 1)
    pe_image_divide (calculation, out, above, &divisor);
  else
    pe_reach_copy (&out->spans[0], above);
  pe_reach_clear (&divisor);
}

static void
divide_by_terms (pe_calculation *calculation, pe_image *out, pe_linear *self, const pe_reach *above)
{
  pe_reach below;
  int      low, high;

  pe_reach_init (&below);
  get_sum_span (calculation, &below, self, TRUE);
  low = pe_rational_sign (&below.low.value);
  high = pe_rational_sign (&below.high.value);
  if (!shares_a_term (self))
    pe_image_divide (calculation, out, above, &below);
  else if (low * high > 0)
    {
      out->n = 1;
      find_extreme (calculation, &out->spans[0].low, self, -low);
      find_extreme (calculation, &out->spans[0].high, self, low);
    }
  else
    out->is_everything = TRUE;
  pe_reach_clear (&below);
}

void
pe_linear_get_image (pe_calculation *calculation, pe_image *out, pe_linear *self, pe_family family)
{
  pe_reach above;

  out->is_everything = FALSE;
  out->n = 0;
  for (size_t i = 0; i < self->n; i++)
    pe_quantity_get_span (calculation, &self->terms[i].span, self->terms[i].quantity, family, self->terms[i].places);
  pe_reach_init (&above);
  get_sum_span (calculation, &above, self, FALSE);
  if (has_divisor (self))
    divide_by_terms (calculation, out, self, &above);
  else
    divide_by_constant (calculation, out, self, &above);
  pe_reach_clear (&above);
}
