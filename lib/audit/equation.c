/* equation.c - recomputing one relation over quantities
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "equation-private.h"

#include "../base/finding-private.h"

void
pe_judgement_init (pe_judgement *self)
{
  self->state = PE_VERDICT_COMPUTED;
  self->as_printed = self->as_rounded = 0;
  self->is_exact = self->has_exact = self->has_range = FALSE;
  self->n_bases = 0;
  self->first_base = self->last_base = 0;
  pe_rational_init (&self->exact);
  pe_image_init (&self->range);
}

void
pe_judgement_clear (pe_judgement *self)
{
  pe_rational_clear (&self->exact);
  pe_image_clear (&self->range);
}

/* What a kind can give from operands of one family. */
typedef void (*get_image) (pe_calculation *calculation, pe_image *out, void *data, pe_family family);

static pe_family
family_of (pe_modes mode)
{
  return mode == PE_MODE_DOWN ? PE_FAMILY_DOWN : mode == PE_MODE_UP ? PE_FAMILY_UP : PE_FAMILY_NEAREST;
}

/* Brings an image into units of the last digit of a figure. */
static void
image_to_grid (pe_calculation *calculation, pe_image *self, const pe_quantity *figure)
{
  for (int i = 0; i < self->n; i++)
    {
      pe_end_point *ends[] = { &self->spans[i].low, &self->spans[i].high };

      for (int end = 0; end < 2; end++)
        if (ends[end]->is_bounded)
          pe_quantity_to_grid (calculation, &ends[end]->value, figure, &ends[end]->value);
    }
}

static gboolean
meets_target (pe_calculation *calculation, const pe_image *image, const pe_quantity *result, pe_modes mode)
{
  pe_reach target;
  gboolean meets;

  if (image->is_everything)
    return TRUE;
  pe_reach_init (&target);
  pe_quantity_get_grid_preimage (&target, result, mode);
  meets = calculation->status == PE_OK && pe_image_meets (image, &target);
  pe_reach_clear (&target);
  return meets;
}

static void
copy_image (pe_image *out, const pe_image *self)
{
  out->is_everything = self->is_everything;
  out->n = self->n;
  for (int i = 0; i < self->n; i++)
    pe_reach_copy (&out->spans[i], &self->spans[i]);
}

/* The modes of the result that meet an image; a directed mode also that of operands rounded the same way. What the
 * printed operands give, rounded ones can give as well. */
static void
judge_rounded (pe_calculation *calculation, pe_judgement *out, const pe_quantity *result, get_image get, void *data)
{
  pe_image nearest, other;

  get (calculation, &out->range, data, PE_FAMILY_NEAREST);
  out->has_range = TRUE;
  out->as_rounded = out->as_printed;
  if (result == NULL || out->as_printed == PE_MODES_ALL)
    return;
  pe_image_init (&nearest);
  pe_image_init (&other);
  copy_image (&nearest, &out->range);
  image_to_grid (calculation, &nearest, result);
  for (pe_modes mode = PE_MODE_HALF_UP; mode <= PE_MODE_UP && calculation->status == PE_OK; mode <<= 1)
    {
      if ((out->as_rounded & mode) != 0)
        continue;
      if (meets_target (calculation, &nearest, result, mode))
        out->as_rounded |= mode;
      else if (family_of (mode) != PE_FAMILY_NEAREST)
        {
          get (calculation, &other, data, family_of (mode));
          image_to_grid (calculation, &other, result);
          if (meets_target (calculation, &other, result, mode))
            out->as_rounded |= mode;
        }
    }
  pe_image_clear (&nearest);
  pe_image_clear (&other);
}

static void
judge_printed (pe_calculation *calculation, pe_judgement *out, const pe_quantity *result)
{
  pe_rational printed;

  out->has_exact = TRUE;
  if (result == NULL)
    return;
  out->as_printed = pe_quantity_get_modes (calculation, result, &out->exact);
  pe_rational_init (&printed);
  pe_quantity_get_value (calculation, &printed, result);
  out->is_exact = pe_rational_compare (&printed, &out->exact) == 0;
  pe_rational_clear (&printed);
}

/* Linear kinds */

gboolean
pe_equation_is_linear (const pe_equation *self)
{
  if (self->form == PE_FORM_LIST || self->form == PE_FORM_FIRST_PLUS_ITEMS || self->form == PE_FORM_PARTIAL
      || self->form == PE_FORM_MEETS_MIN || self->form == PE_FORM_MEETS_MAX || self->form == PE_FORM_IMPLIED_BASE
      || self->form == PE_FORM_DOWN_IMPLIED_BASE)
    return FALSE;
  switch (self->kind)
    {
    case PE_RELATION_SUM:
    case PE_RELATION_DIFFERENCE:
    case PE_RELATION_RATE:
    case PE_RELATION_SHARE:
    case PE_RELATION_GROWTH:
    case PE_RELATION_COMPLETION:
    case PE_RELATION_SCORE_SUM:
    case PE_RELATION_DEDUCTION:
    case PE_RELATION_MARKS:
    case PE_RELATION_COUNT:
    case PE_RELATION_CONVERSION:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
get_linear_image (pe_calculation *calculation, pe_image *out, void *data, pe_family family)
{
  pe_linear_get_image (calculation, out, data, family);
}

static pe_status
judge_linear (pe_calculation *calculation, pe_judgement *out, const pe_equation *self)
{
  pe_linear linear;
  pe_status status = pe_linear_init (&linear, self);

  if (status == PE_OK && !pe_linear_get_exact (calculation, &out->exact, &linear))
    out->state = PE_VERDICT_ZERO_DENOMINATOR;
  else if (status == PE_OK)
    {
      judge_printed (calculation, out, self->result);
      judge_rounded (calculation, out, self->result, get_linear_image, &linear);
    }
  pe_linear_clear (&linear);
  return status;
}

/* Products: bare factors are different things, and share no digits */

static void
get_product_image (pe_calculation *calculation, pe_image *out, void *data, pe_family family)
{
  const pe_equation *self = data;
  pe_reach           factor;
  pe_rational        one;

  pe_reach_init (&factor);
  pe_rational_init (&one);
  pe_rational_set_int (&one, 1);
  pe_reach_set_point (&out->spans[0], &one);
  out->n = 1;
  for (size_t i = 0; i < self->n && calculation->status == PE_OK; i++)
    {
      const pe_quantity *quantity = &self->operands[i];

      pe_quantity_get_span (calculation, &factor, quantity, family, quantity->value.scale);
      pe_reach_multiply (calculation, &out->spans[0], &factor);
    }
  pe_reach_clear (&factor);
  pe_rational_clear (&one);
}

static void
judge_product (pe_calculation *calculation, pe_judgement *out, const pe_equation *self)
{
  pe_rational factor;

  pe_rational_init (&factor);
  pe_rational_set_int (&out->exact, 1);
  for (size_t i = 0; i < self->n; i++)
    {
      pe_quantity_get_value (calculation, &factor, &self->operands[i]);
      pe_calculate_multiply (calculation, &out->exact, &out->exact, &factor);
    }
  pe_rational_clear (&factor);
  judge_printed (calculation, out, self->result);
  judge_rounded (calculation, out, self->result, get_product_image, (void *) self);
}

/* Scores: exact marks x min (1, ratio) */

typedef struct score_terms
{
  const pe_quantity *marks;
  const pe_quantity *above;
  const pe_quantity *below; /* NULL: above is the rate */
  int32_t            above_places;
  int32_t            below_places;
  gboolean           is_full_at_zero; /* a divisor of 0 counts as reached */
} score_terms;

static gboolean
shares_places (const pe_quantity *a, const pe_quantity *b)
{
  return a->unit == b->unit && a->exponent == b->exponent && a->exactness != PE_EXACT_ALWAYS
         && b->exactness != PE_EXACT_ALWAYS;
}

static score_terms
make_score (const pe_quantity *marks, const pe_quantity *above, const pe_quantity *below, gboolean is_full_at_zero)
{
  score_terms self = { marks, above, below, above->value.scale, 0, is_full_at_zero };

  if (below != NULL)
    {
      self.below_places = below->value.scale;
      if (shares_places (above, below))
        self.above_places = self.below_places = MAX (self.above_places, self.below_places);
    }
  return self;
}

/* At most two spans from the division, and full marks for a divisor of 0. */
static void
get_ratio_image (pe_calculation *calculation, pe_image *out, const score_terms *self, pe_family family)
{
  pe_reach    above, below;
  pe_rational zero, one;

  pe_reach_init (&above);
  pe_reach_init (&below);
  pe_rational_init (&zero);
  pe_rational_init (&one);
  pe_rational_set_int (&one, 1);
  pe_quantity_get_span (calculation, &above, self->above, family, self->above_places);
  if (self->below == NULL)
    {
      pe_reach_copy (&out->spans[0], &above);
      out->n = 1;
    }
  else
    {
      pe_quantity_get_span (calculation, &below, self->below, family, self->below_places);
      pe_image_divide (calculation, out, &above, &below);
      if (self->is_full_at_zero && pe_reach_holds (&below, &zero))
        pe_reach_set_point (&out->spans[out->n++], &one);
    }
  pe_reach_clear (&above);
  pe_reach_clear (&below);
  pe_rational_clear (&zero);
  pe_rational_clear (&one);
}

static void
cap (pe_reach *self, const pe_rational *one)
{
  if (self->low.is_bounded && pe_rational_compare (&self->low.value, one) >= 0)
    pe_reach_set_point (self, one);
  else if (!self->high.is_bounded || pe_rational_compare (&self->high.value, one) > 0)
    {
      self->high.is_bounded = self->high.is_closed = TRUE;
      pe_rational_copy (&self->high.value, one);
    }
}

static void
get_score_image (pe_calculation *calculation, pe_image *out, void *data, pe_family family)
{
  const score_terms *self = data;
  pe_rational        marks, one;

  out->is_everything = FALSE;
  out->n = 0;
  pe_rational_init (&marks);
  pe_rational_init (&one);
  pe_rational_set_int (&one, 1);
  get_ratio_image (calculation, out, self, family);
  pe_quantity_get_value (calculation, &marks, self->marks);
  for (int i = 0; i < out->n; i++)
    {
      cap (&out->spans[i], &one);
      pe_reach_scale (calculation, &out->spans[i], &marks);
    }
  pe_rational_clear (&marks);
  pe_rational_clear (&one);
}

/* out->exact: marks x min (1, above / below), the full marks where is_met; FALSE: nothing to divide by. */
static gboolean
get_score (pe_calculation *calculation, pe_judgement *out, const score_terms *self, gboolean is_met)
{
  pe_rational marks, ratio, below, one;
  gboolean    is_defined = TRUE;

  pe_rational_init (&marks);
  pe_rational_init (&ratio);
  pe_rational_init (&below);
  pe_rational_init (&one);
  pe_rational_set_int (&one, 1);
  pe_quantity_get_value (calculation, &marks, self->marks);
  pe_quantity_get_value (calculation, &ratio, self->above);
  if (self->below != NULL)
    pe_quantity_get_value (calculation, &below, self->below);
  else
    pe_rational_copy (&below, &one);
  if (pe_rational_sign (&below) != 0)
    pe_calculate_divide (calculation, &ratio, &ratio, &below);
  else
    is_defined = self->is_full_at_zero;
  if (is_met || pe_rational_sign (&below) == 0 || pe_rational_compare (&ratio, &one) > 0)
    pe_rational_copy (&ratio, &one);
  pe_calculate_multiply (calculation, &out->exact, &marks, &ratio);
  pe_rational_clear (&marks);
  pe_rational_clear (&ratio);
  pe_rational_clear (&below);
  pe_rational_clear (&one);
  return is_defined;
}

static int
order_quantities (pe_calculation *calculation, const pe_quantity *a, const pe_quantity *b)
{
  pe_rational left, right;
  int         order;

  pe_rational_init (&left);
  pe_rational_init (&right);
  pe_quantity_get_value (calculation, &left, a);
  pe_quantity_get_value (calculation, &right, b);
  order = pe_rational_compare (&left, &right);
  pe_rational_clear (&left);
  pe_rational_clear (&right);
  return order;
}

/* Operands: marks, target, actual. */
static void
judge_rule_score (pe_calculation *calculation, pe_judgement *out, const pe_equation *self)
{
  const gboolean     downward = self->comparison == PE_COMPARE_AT_MOST || self->comparison == PE_COMPARE_BELOW;
  const pe_quantity *target = &self->operands[1], *actual = &self->operands[2];
  const int          order = order_quantities (calculation, actual, target);
  const gboolean     is_met = self->comparison == PE_COMPARE_EQUAL ? order == 0 : downward ? order <= 0 : order >= 0;
  score_terms terms = make_score (&self->operands[0], downward ? target : actual, downward ? actual : target, TRUE);

  (void) get_score (calculation, out, &terms, is_met);
  judge_printed (calculation, out, self->result);
  judge_rounded (calculation, out, self->result, get_score_image, &terms);
}

/* Operands: marks, executed, budget; or marks, rate. */
static void
judge_execution_score (pe_calculation *calculation, pe_judgement *out, const pe_equation *self)
{
  const gboolean is_one = self->n == 3 && self->ids != NULL && self->ids[1] == self->ids[2];
  score_terms    terms
      = make_score (&self->operands[0], &self->operands[1], self->n == 3 ? &self->operands[2] : NULL, FALSE);

  if (!get_score (calculation, out, &terms, FALSE))
    {
      out->state = PE_VERDICT_ZERO_DENOMINATOR;
      return;
    }
  judge_printed (calculation, out, self->result);
  if (!is_one)
    judge_rounded (calculation, out, self->result, get_score_image, &terms);
  else
    out->as_rounded = out->as_printed;
}

/* Comparisons: whether they hold; all modes or none */

static gboolean
can_hold (pe_comparison comparison, const pe_reach *left, const pe_reach *right)
{
  const pe_reach *swap = left;
  int             order;

  if (comparison == PE_COMPARE_EQUAL)
    return pe_reach_meets (left, right);
  if (comparison == PE_COMPARE_AT_LEAST || comparison == PE_COMPARE_ABOVE)
    {
      left = right;
      right = swap;
    }
  if (!left->low.is_bounded || !right->high.is_bounded)
    return TRUE;
  order = pe_rational_compare (&left->low.value, &right->high.value);
  if (order != 0)
    return order < 0;
  return (comparison == PE_COMPARE_AT_MOST || comparison == PE_COMPARE_AT_LEAST) && left->low.is_closed
         && right->high.is_closed;
}

static gboolean
holds (pe_comparison comparison, int order)
{
  switch (comparison)
    {
    case PE_COMPARE_AT_LEAST:
      return order >= 0;
    case PE_COMPARE_AT_MOST:
      return order <= 0;
    case PE_COMPARE_BELOW:
      return order < 0;
    case PE_COMPARE_ABOVE:
      return order > 0;
    default:
      return order == 0;
    }
}

static gboolean
can_hold_in (pe_calculation *calculation, pe_image *image, const pe_equation *self, pe_linear *linear,
             pe_comparison comparison, pe_family family)
{
  pe_reach result;
  gboolean possible;

  pe_reach_init (&result);
  pe_linear_get_image (calculation, image, linear, family);
  pe_quantity_get_span (calculation, &result, self->result, family, self->result->value.scale);
  possible = can_hold (comparison, &result, &image->spans[0]);
  pe_reach_clear (&result);
  return possible;
}

static pe_comparison
comparison_of (const pe_equation *self)
{
  if (self->form == PE_FORM_MEETS_MIN || self->form == PE_FORM_PARTIAL)
    return PE_COMPARE_AT_LEAST;
  return self->form == PE_FORM_MEETS_MAX ? PE_COMPARE_AT_MOST : self->comparison;
}

/* The result against the sum of the operands. */
static pe_status
judge_bound (pe_calculation *calculation, pe_judgement *out, const pe_equation *self)
{
  const pe_comparison comparison = comparison_of (self);
  pe_equation         sum = *self;
  pe_linear           linear;
  pe_image            other;
  pe_rational         printed;
  pe_status           status;

  sum.kind = PE_RELATION_SUM;
  sum.form = PE_FORM_PLAIN;
  status = pe_linear_init (&linear, &sum);
  pe_image_init (&other);
  pe_rational_init (&printed);
  if (status == PE_OK)
    {
      out->has_exact = pe_linear_get_exact (calculation, &out->exact, &linear);
      pe_linear_get_image (calculation, &out->range, &linear, PE_FAMILY_NEAREST);
      out->has_range = TRUE;
    }
  if (status == PE_OK && self->result != NULL)
    {
      pe_quantity_get_value (calculation, &printed, self->result);
      if (holds (comparison, pe_rational_compare (&printed, &out->exact)))
        out->as_printed = PE_MODES_ALL;
      out->is_exact = out->as_printed != 0;
      if (can_hold_in (calculation, &out->range, self, &linear, comparison, PE_FAMILY_NEAREST))
        out->as_rounded = PE_MODES_ALL;
      else
        {
          if (can_hold_in (calculation, &other, self, &linear, comparison, PE_FAMILY_DOWN))
            out->as_rounded |= PE_MODE_DOWN;
          if (can_hold_in (calculation, &other, self, &linear, comparison, PE_FAMILY_UP))
            out->as_rounded |= PE_MODE_UP;
        }
    }
  pe_linear_clear (&linear);
  pe_image_clear (&other);
  pe_rational_clear (&printed);
  return status;
}

/* One quantity, printed several times */

static const pe_quantity *
get_figure (const pe_equation *self, size_t i)
{
  return i < self->n ? &self->operands[i] : self->result;
}

static int32_t
get_step (const pe_quantity *self)
{
  return self->exponent - self->value.scale;
}

/* The figure with the finest digits, an exact one before all. */
static size_t
find_finest (const pe_equation *self, size_t n)
{
  size_t best = 0;

  for (size_t i = 1; i < n; i++)
    {
      const pe_quantity *a = get_figure (self, i), *b = get_figure (self, best);
      const gboolean     a_exact = a->exactness == PE_EXACT_ALWAYS, b_exact = b->exactness == PE_EXACT_ALWAYS;

      if (a_exact != b_exact ? a_exact : get_step (a) < get_step (b))
        best = i;
    }
  return best;
}

/* A figure that is compared as it stands: nothing was rounded to make it of the finest. */
static gboolean
is_compared (const pe_quantity *self, const pe_quantity *finest)
{
  return pe_quantity_is_exact (self, 0) || get_step (self) == get_step (finest);
}

static gboolean
is_one_quantity (pe_calculation *calculation, const pe_equation *self, size_t n, size_t best, pe_modes mode,
                 pe_family family)
{
  const pe_quantity *finest = get_figure (self, best);
  pe_reach           found, part;
  pe_rational        value;
  gboolean           is_one = TRUE;

  pe_reach_init (&found);
  pe_reach_init (&part);
  pe_rational_init (&value);
  pe_quantity_get_span (calculation, &found, finest, family, finest->value.scale);
  for (size_t i = 0; i < n && is_one; i++)
    {
      const pe_quantity *figure = get_figure (self, i);

      if (i == best)
        continue;
      if (get_step (figure) == get_step (finest) && !pe_quantity_is_exact (figure, 0))
        {
          is_one = order_quantities (calculation, figure, finest) == 0;
          continue;
        }
      pe_quantity_get_value (calculation, &value, figure);
      if (pe_quantity_is_exact (figure, 0))
        pe_reach_set_point (&part, &value);
      else
        pe_quantity_get_preimage (calculation, &part, figure, mode);
      is_one = pe_reach_intersect (&found, &part);
    }
  pe_reach_clear (&found);
  pe_reach_clear (&part);
  pe_rational_clear (&value);
  return is_one;
}

static void
judge_same (pe_calculation *calculation, pe_judgement *out, const pe_equation *self)
{
  const size_t       n = self->n + (self->result != NULL ? 1 : 0);
  const size_t       best = find_finest (self, n);
  const pe_quantity *finest = get_figure (self, best);

  pe_quantity_get_value (calculation, &out->exact, finest);
  out->has_exact = out->is_exact = TRUE;
  out->as_printed = PE_MODES_ALL;
  for (size_t i = 0; i < n; i++)
    out->is_exact = out->is_exact && order_quantities (calculation, get_figure (self, i), finest) == 0;
  for (size_t i = 0; i < n; i++)
    if (i != best && is_compared (get_figure (self, i), finest))
      out->as_printed &= order_quantities (calculation, get_figure (self, i), finest) == 0 ? PE_MODES_ALL : 0;
    else if (i != best)
      out->as_printed &= pe_quantity_get_modes (calculation, get_figure (self, i), &out->exact);
  for (pe_modes mode = PE_MODE_HALF_UP; mode <= PE_MODE_UP; mode <<= 1)
    if (is_one_quantity (calculation, self, n, best, mode, PE_FAMILY_NEAREST)
        || (family_of (mode) != PE_FAMILY_NEAREST
            && is_one_quantity (calculation, self, n, best, mode, family_of (mode))))
      out->as_rounded |= mode;
}

/* Counts of items */

static void
judge_list (pe_calculation *calculation, pe_judgement *out, const pe_equation *self)
{
  pe_rational first, items;

  pe_rational_init (&first);
  pe_rational_init (&items);
  pe_rational_set_int (&items, (int64_t) self->n);
  if (self->form == PE_FORM_FIRST_PLUS_ITEMS)
    {
      pe_rational_set_int (&items, (int64_t) self->n - 1);
      pe_quantity_get_value (calculation, &first, &self->operands[0]);
    }
  pe_calculate_add (calculation, &out->exact, &first, &items);
  out->has_exact = TRUE;
  if (self->result != NULL)
    {
      pe_quantity_get_value (calculation, &first, self->result);
      out->is_exact = pe_rational_compare (&first, &out->exact) == 0;
      out->as_printed = out->as_rounded = out->is_exact ? PE_MODES_ALL : 0;
    }
  pe_rational_clear (&first);
  pe_rational_clear (&items);
}

/* All */

static pe_status
judge (pe_calculation *calculation, pe_judgement *out, const pe_equation *self)
{
  if (pe_equation_is_linear (self))
    return judge_linear (calculation, out, self);
  if (self->form == PE_FORM_LIST || self->form == PE_FORM_FIRST_PLUS_ITEMS)
    judge_list (calculation, out, self);
  else if (self->form == PE_FORM_IMPLIED_BASE || self->form == PE_FORM_DOWN_IMPLIED_BASE)
    pe_base_judge (calculation, out, self);
  else if (self->kind == PE_RELATION_PRODUCT)
    judge_product (calculation, out, self);
  else if (self->kind == PE_RELATION_RULE_SCORE)
    judge_rule_score (calculation, out, self);
  else if (self->kind == PE_RELATION_EXECUTION_SCORE)
    judge_execution_score (calculation, out, self);
  else if (self->kind == PE_RELATION_SAME_QUANTITY)
    judge_same (calculation, out, self);
  else
    return judge_bound (calculation, out, self);
  return PE_OK;
}

pe_status
pe_equation_judge (pe_judgement *out, const pe_equation *self)
{
  pe_calculation calculation = { self->bits, PE_OK };
  pe_status      status = judge (&calculation, out, self);

  if (status == PE_ERROR_NO_MEMORY || calculation.status == PE_ERROR_NO_MEMORY)
    return PE_ERROR_NO_MEMORY;
  if (calculation.status != PE_OK)
    {
      out->state = PE_VERDICT_LIMIT;
      out->as_printed = out->as_rounded = 0;
      out->has_exact = out->has_range = FALSE;
    }
  return PE_OK;
}

pe_modes
pe_equation_get_modes (const pe_equation *self)
{
  pe_calculation calculation = { self->bits, PE_OK };
  pe_rational    exact;
  pe_linear      linear;
  pe_modes       modes = 0;

  if (!pe_equation_is_linear (self) || self->result == NULL)
    {
      pe_judgement judgement;

      pe_judgement_init (&judgement);
      modes = pe_equation_judge (&judgement, self) == PE_OK ? judgement.as_printed : 0;
      pe_judgement_clear (&judgement);
      return modes;
    }
  pe_rational_init (&exact);
  if (pe_linear_init (&linear, self) == PE_OK && pe_linear_get_exact (&calculation, &exact, &linear))
    modes = pe_quantity_get_modes (&calculation, self->result, &exact);
  pe_linear_clear (&linear);
  pe_rational_clear (&exact);
  return modes;
}

gboolean
pe_equation_is_possible (const pe_equation *self)
{
  pe_judgement judgement;
  gboolean     is_possible;

  pe_judgement_init (&judgement);
  is_possible = pe_equation_judge (&judgement, self) == PE_OK && judgement.as_rounded != 0;
  pe_judgement_clear (&judgement);
  return is_possible;
}
