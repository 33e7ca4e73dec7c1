/* lamp.c - how far an indicator is on its way, in the middle of a year
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/lamp.h>

#include "../base/figure-private.h"
#include "../base/finding-private.h"
#include "../base/rational-private.h"
#include "../base/struct-private.h"

#define MONTHS 12
/* Two amounts of 64 bits and their powers of ten, and a month. */
#define BITS 1024

/* Public source of deployed budget performance systems, monitoring of targets and of budgets. */
static const pe_lamp_bands defaults = { 0, 0, { 6, 1, 0 }, { 8, 1, 0 }, { 12, 1, 0 } };

void
pe_lamp_bands_init (pe_lamp_bands *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, &defaults, sizeof defaults);
}

static pe_status
import_bands (pe_lamp_bands *out, const pe_lamp_bands *bands, pe_error **error)
{
  static const pe_decimal zero = { 0, 0, 0 };
  pe_status               status;

  *out = defaults;
  if (bands == NULL)
    return PE_OK;
  status = pe_struct_import (out, sizeof *out, bands, sizeof *out, "bands", error);
  if (status != PE_OK)
    return status;
  if (out->reserved != 0 || !pe_decimal_is_well_formed (&out->yellow) || !pe_decimal_is_well_formed (&out->green)
      || !pe_decimal_is_well_formed (&out->blue) || pe_decimal_order (&out->yellow, &zero) < 0
      || pe_decimal_order (&out->green, &out->yellow) < 0 || pe_decimal_order (&out->blue, &out->green) < 0)
    return pe_error_set_argument (error, "bands", "0 or more, yellow to green to blue without a step down");
  return PE_OK;
}

static pe_status
check_figure (const pe_figure *figure, const char *name, pe_error **error)
{
  pe_status fault = PE_ERROR_FIGURE_MISSING;

  if (figure == NULL || !pe_figure_is_well_formed (figure) || figure->state > PE_STATE_TEXT)
    return pe_error_set_argument (error, name, "a well-formed pe_figure");
  if (figure->state == PE_STATE_VALUE)
    return PE_OK;
  if (figure->state == PE_STATE_NOT_APPLICABLE)
    fault = PE_ERROR_NOT_APPLICABLE;
  else if (figure->state == PE_STATE_TEXT)
    fault = PE_ERROR_FIGURE_TEXT;
  return pe_error_set (error, fault, NULL, "name", name, NULL);
}

/* "1" stands for a bare number. */
static const char *
name_unit (pe_unit unit)
{
  return unit == PE_UNIT_NONE ? "1" : pe_unit_get_name (unit);
}

static pe_status
check_figures (pe_lamp_kind kind, const pe_figure *actual, const pe_figure *target, pe_error **error)
{
  pe_status    status = check_figure (actual, "actual", error);
  pe_dimension dimension;

  if (status == PE_OK)
    status = check_figure (target, "target", error);
  if (status != PE_OK)
    return status;
  dimension = pe_unit_get_dimension (actual->unit);
  if (dimension != pe_unit_get_dimension (target->unit) || dimension == PE_DIMENSION_TRUTH)
    return pe_error_set (error, PE_ERROR_UNIT_MISMATCH, NULL, "found", name_unit (actual->unit), "expected",
                         name_unit (target->unit), NULL);
  if (target->value.coefficient < 0)
    {
      char found[PE_DECIMAL_PRINT_SIZE];

      (void) pe_decimal_print (found, sizeof found, &target->value, NULL);
      return pe_error_set (error, PE_ERROR_NEGATIVE_AMOUNT, NULL, "name", "target", "found", found, NULL);
    }
  if (target->value.coefficient == 0 && kind != PE_LAMP_FOR_INVERSE)
    return pe_error_set (error, PE_ERROR_ZERO_DENOMINATOR, NULL, "name", "target", NULL);
  return PE_OK;
}

static pe_status
set_base_value (pe_rational *out, const pe_figure *figure)
{
  pe_rational power;
  pe_status   status;

  pe_rational_init (&power);
  pe_rational_set_decimal (out, &figure->value);
  status = pe_rational_set_power_of_ten (&power, pe_unit_get_exponent (figure->unit), BITS);
  if (status == PE_OK)
    status = pe_rational_multiply (out, out, &power, BITS);
  pe_rational_clear (&power);
  return status;
}

/* Whether actual × 12 reaches a share of target × month: nothing is divided. */
static gboolean
reaches (const pe_rational *done, const pe_rational *due, const pe_decimal *share)
{
  pe_rational bound;
  gboolean    reached;

  pe_rational_init (&bound);
  pe_rational_set_decimal (&bound, share);
  (void) pe_rational_multiply (&bound, &bound, due, BITS);
  reached = pe_rational_compare (done, &bound) >= 0;
  pe_rational_clear (&bound);
  return reached;
}

static pe_lamp
find_lamp (pe_lamp_kind kind, const pe_rational *done, const pe_rational *due, const pe_lamp_bands *bands)
{
  if (kind == PE_LAMP_FOR_TARGET && reaches (done, due, &bands->blue))
    return PE_LAMP_BLUE;
  if (reaches (done, due, &bands->green))
    return PE_LAMP_GREEN;
  return reaches (done, due, &bands->yellow) ? PE_LAMP_YELLOW : PE_LAMP_RED;
}

/* done = actual × 12, due = target × month; for the inverse kind just the two figures. */
static pe_status
set_progress (pe_rational *done, pe_rational *due, const pe_figure *actual, const pe_figure *target, int32_t months,
              int32_t month)
{
  pe_rational factor;
  pe_status   status = set_base_value (done, actual);

  pe_rational_init (&factor);
  pe_rational_set_int (&factor, months);
  if (status == PE_OK)
    status = pe_rational_multiply (done, done, &factor, BITS);
  if (status == PE_OK)
    status = set_base_value (due, target);
  pe_rational_set_int (&factor, month);
  if (status == PE_OK)
    status = pe_rational_multiply (due, due, &factor, BITS);
  pe_rational_clear (&factor);
  return status;
}

static pe_status
compute (pe_lamp *out, pe_lamp_kind kind, const pe_figure *actual, const pe_figure *target, int32_t month,
         const pe_lamp_bands *bands, pe_error **error)
{
  const gboolean is_inverse = kind == PE_LAMP_FOR_INVERSE;
  pe_rational    done, due;
  pe_status      status;

  pe_rational_init (&done);
  pe_rational_init (&due);
  status = set_progress (&done, &due, actual, target, is_inverse ? 1 : MONTHS, is_inverse ? 1 : month);
  if (status != PE_OK)
    status = pe_error_set (error, status, NULL, NULL);
  else if (is_inverse)
    *out = pe_rational_compare (&done, &due) <= 0 ? PE_LAMP_GREEN : PE_LAMP_RED;
  else
    *out = find_lamp (kind, &done, &due, bands);
  pe_rational_clear (&due);
  pe_rational_clear (&done);
  return status;
}

pe_status
pe_lamp_compute (pe_lamp *out, pe_lamp_kind kind, const pe_figure *actual, const pe_figure *target, int32_t month,
                 const pe_lamp_bands *bands, pe_error **error)
{
  pe_lamp_bands ours;
  pe_status     status;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  if (kind < PE_LAMP_FOR_TARGET || kind > PE_LAMP_FOR_INVERSE)
    return pe_error_set_argument (error, "kind", "a pe_lamp_kind");
  if (month < 1 || month > MONTHS)
    return pe_error_set_argument (error, "month", "1 to 12");
  status = import_bands (&ours, bands, error);
  if (status == PE_OK)
    status = check_figures (kind, actual, target, error);
  if (status == PE_OK)
    status = compute (out, kind, actual, target, month, &ours, error);
  return status;
}

pe_status
pe_lamp_worst (pe_lamp *out, const pe_lamp *lamps, size_t n, pe_error **error)
{
  pe_lamp worst = 0;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  if (lamps == NULL && n > 0)
    return pe_error_set_argument (error, "lamps", "not NULL");
  for (size_t i = 0; i < n; i++)
    {
      if (lamps[i] < 0 || lamps[i] > PE_LAMP_BLUE)
        return pe_error_set_argument (error, "lamps", "each a pe_lamp, or 0");
      if (lamps[i] != 0 && (worst == 0 || lamps[i] < worst))
        worst = lamps[i];
    }
  *out = worst;
  return PE_OK;
}

const char *
pe_lamp_get_name (pe_lamp lamp, pe_language language)
{
  static const char *const names[][2] = {
    { "红灯", "red" },
    { "黄灯", "yellow" },
    { "绿灯", "green" },
    { "蓝灯", "blue" },
  };

  if (lamp < PE_LAMP_RED || lamp > PE_LAMP_BLUE)
    return NULL;
  return names[lamp - PE_LAMP_RED][language == PE_LANGUAGE_ZH ? 0 : 1];
}
