/* deviation.c - how far a result lies from its target, and points off for each unit of it
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "deviation-private.h"

#include <string.h>

#include "../base/figure-private.h"

/* Computing */

static pe_dimension
get_dimension (const pe_deviation *self, const pe_argument *actual, const pe_argument *target)
{
  if (self->relative || actual->is_rate || target->is_rate)
    return PE_DIMENSION_SHARE;
  return pe_unit_get_dimension (actual->unit);
}

/* A difference of two percentages is counted in percentage points, or in %. */
static gboolean
unit_fits (pe_unit unit, pe_dimension found)
{
  const pe_dimension wanted = pe_unit_get_dimension (unit);

  if (found == PE_DIMENSION_SHARE)
    return wanted == PE_DIMENSION_SHARE || wanted == PE_DIMENSION_NONE || wanted == PE_DIMENSION_POINT_OF_PERCENTAGE;
  return wanted == found;
}

/* The power of ten of the rule's unit, for a deviation of a dimension. */
static int32_t
get_exponent (pe_unit unit, pe_dimension found)
{
  return found == PE_DIMENSION_SHARE && unit == PE_UNIT_PERCENTAGE_POINT ? -2 : pe_unit_get_exponent (unit);
}

/* The rate that a reader knows: the result itself where it is a share, else by how much it lies off. */
static void
set_rate (const pe_deviation *self, pe_application *application, const pe_argument *actual, const pe_rational *off)
{
  if (actual->is_rate || pe_unit_get_dimension (actual->unit) == PE_DIMENSION_SHARE)
    pe_application_set_rate (application, &actual->value);
  else if (self->relative)
    pe_application_set_rate (application, off);
}

/* out is x - t, divided by the target where it is relative. */
static void
take_side (const pe_deviation *self, pe_rational *out)
{
  const int sign = pe_rational_sign (out);

  if (self->side == PE_DEVIATION_BELOW || (self->side == PE_DEVIATION_EITHER && sign < 0))
    pe_rational_negate (out, out);
  if (self->side != PE_DEVIATION_SIGNED && pe_rational_sign (out) < 0)
    pe_rational_set_int (out, 0);
}

static gboolean
compute_figures (const pe_deviation *self, pe_application *application, const pe_argument *actual,
                 const pe_argument *target, pe_rational *out)
{
  const pe_dimension dimension = get_dimension (self, actual, target);
  const pe_unit      unit = pe_rule_get_unit (application->rule);

  if (!unit_fits (unit, dimension))
    {
      pe_application_refuse (
          application, PE_ERROR_UNIT_MISMATCH, actual->input, unit == PE_UNIT_NONE ? "1" : pe_unit_get_name (unit));
      return FALSE;
    }
  if (self->relative && pe_rational_sign (&target->value) == 0)
    {
      pe_application_set_state (application, PE_STATE_ZERO_DENOMINATOR, PE_ERROR_ZERO_DENOMINATOR, target->input);
      return FALSE;
    }
  pe_application_subtract (application, out, &actual->value, &target->value);
  if (self->relative)
    pe_application_divide (application, out, out, &target->value);
  set_rate (self, application, actual, out);
  take_side (self, out);
  pe_application_shift (application, out, out, -get_exponent (unit, dimension));
  return application->status == PE_OK;
}

gboolean
pe_deviation_compute (const pe_deviation *self, pe_application *application, pe_rational *out)
{
  pe_argument actual, target;
  gboolean    known;

  pe_argument_init (&actual);
  pe_argument_init (&target);
  known = pe_application_get_comparison (application, &actual, &target, !self->relative)
          && compute_figures (self, application, &actual, &target, out);
  pe_argument_clear (&target);
  pe_argument_clear (&actual);
  return known;
}

void
pe_deviation_check_unit (const pe_deviation *self, const pe_rule *rule, pe_collector *collector)
{
  if (self->relative && !unit_fits (pe_rule_get_unit (rule), PE_DIMENSION_SHARE))
    pe_rule_add_range (collector, rule, "/unit", "unit", NULL, "%, ‰, 百分点 or none for a relative deviation",
                       "相对偏差的单位：%、‰、百分点，或不设");
}

void
pe_deviation_print (const pe_deviation *self, pe_formula *formula, gboolean bare)
{
  const gboolean is_below = self->side == PE_DEVIATION_BELOW;

  pe_formula_add (formula, self->side == PE_DEVIATION_EITHER ? "|" : "(");
  pe_formula_add_difference (formula, is_below ? "target" : "actual", is_below ? "actual" : "target", bare);
  pe_formula_add (formula, self->side == PE_DEVIATION_EITHER ? "|" : ")");
  if (!self->relative)
    return;
  pe_formula_add (formula, " / ");
  if (bare)
    pe_formula_add_argument (formula, "target", TRUE);
  else
    pe_formula_add_operand (formula, "target");
}

/* Points off for each unit */

static void
get_number (const pe_rule *rule, const char *name, pe_rational *out)
{
  pe_decimal number = { 0, 0, 0 };

  pe_rule_get_number (rule, name, &number);
  pe_rational_set_decimal (out, &number);
}

/* How many units, as the rule counts them. */
static void
count_units (pe_application *self, pe_rational *out, const pe_rational *deviation)
{
  const char *count = pe_rule_get_word (self->rule, "count");
  pe_status   status;

  get_number (self->rule, "per", out);
  pe_application_divide (self, out, deviation, out);
  if (self->status != PE_OK || strcmp (count, "continuous") == 0)
    return;
  status
      = pe_rational_round (out, out, 0, strcmp (count, "floor") == 0 ? PE_ROUND_FLOOR : PE_ROUND_CEILING, self->bits);
  if (status != PE_OK)
    self->status = pe_error_set (self->error, status, NULL, NULL);
}

void
pe_per_unit_apply (const pe_deviation *deviation, pe_application *application)
{
  pe_rational units, points, *out = &application->out->points;

  pe_rational_init (&units);
  pe_rational_init (&points);
  if (pe_deviation_compute (deviation, application, &points))
    {
      count_units (application, &units, &points);
      get_number (application->rule, "points", &points);
      pe_application_multiply (application, &points, &points, &units);
      pe_application_subtract (application, out, application->full_marks, &points);
      if (pe_rational_sign (out) < 0)
        pe_application_give (application, FALSE);
    }
  pe_rational_clear (&points);
  pe_rational_clear (&units);
}

/* "1%", "0.5" */
static void
print_per (pe_formula *self, gboolean bare)
{
  pe_figure per = { { 0, 0, 0 }, PE_STATE_VALUE, pe_rule_get_unit (self->rule) };

  pe_rule_get_number (self->rule, "per", &per.value);
  pe_formula_add_figure (self, &per, bare);
}

/* Whether the result lies on the side where nothing is lost. */
static gboolean
is_within (const pe_deviation *deviation, const pe_formula *formula)
{
  pe_rational actual, target;
  int         order;

  pe_rational_init (&actual);
  pe_rational_init (&target);
  /* What has points was computed from both. */
  (void) pe_formula_compute (formula, "actual", &actual);
  (void) pe_formula_compute (formula, "target", &target);
  order = pe_rational_compare (&actual, &target);
  pe_rational_clear (&target);
  pe_rational_clear (&actual);
  switch (deviation->side)
    {
    case PE_DEVIATION_ABOVE:
      return order <= 0;
    case PE_DEVIATION_BELOW:
      return order >= 0;
    default:
      return order == 0;
    }
}

/* "8 − 0.8 × (100.4% − 100%) / 1%", "… × ⌊…⌋", "98% ≤ 100% → 8" */
void
pe_per_unit_print (const pe_deviation *deviation, pe_formula *formula)
{
  static const char *const within[] = { " ≤ ", " ≥ ", " = " };
  const char              *count = pe_rule_get_word (formula->rule, "count");
  const gboolean           is_floored = pe_rational_sign (&formula->outcome->points) == 0;
  const gboolean           is_whole = strcmp (count, "continuous") != 0, is_floor = strcmp (count, "floor") == 0;
  const gboolean           is_of_one_unit = pe_formula_is_of_one_unit (formula, "actual", "target");
  size_t                   n;
  const pe_scored_input   *actual = pe_formula_find_input (formula, "actual", &n);
  const gboolean           bare
      = is_of_one_unit && (deviation->relative || actual->figure.unit == pe_rule_get_unit (formula->rule));
  pe_decimal points = { 0, 0, 0 };

  if (is_within (deviation, formula))
    {
      pe_formula_add_pair (formula, "actual", within[deviation->side], "target");
      pe_formula_add (formula, " → ");
      pe_formula_add_marks (formula);
      return;
    }
  pe_rule_get_number (formula->rule, "points", &points);
  pe_formula_add (formula, is_floored ? "max(0, " : "");
  pe_formula_add_marks (formula);
  pe_formula_add (formula, " − ");
  pe_buffer_add_decimal (formula->out, &points);
  pe_formula_add (formula, !is_whole ? " × " : is_floor ? " × ⌊" : " × ⌈");
  pe_deviation_print (deviation, formula, bare);
  pe_formula_add (formula, " / ");
  print_per (formula, !deviation->relative && bare);
  pe_formula_add (formula, !is_whole ? "" : is_floor ? "⌋" : "⌉");
  pe_formula_add (formula, is_floored ? ")" : "");
}
