/* money.c - amounts: their checks and their sums
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "money-private.h"

#include "../base/figure-private.h"
#include "../base/finding-private.h"

pe_status
pe_money_check (const pe_figure *figure, const char *path, const char *name, pe_error **error)
{
  pe_place place = PE_PLACE_WHAT (path);
  char     number[PE_DECIMAL_PRINT_SIZE];

  if (!pe_figure_is_well_formed (figure) || figure->state > PE_STATE_NOT_APPLICABLE)
    return pe_error_set (error, PE_ERROR_STATE_CONFLICT, &place, "name", name, "expected",
                         "an amount, nothing, or \"not applicable\"", "expected_zh", "金额、空白或“不适用”", NULL);
  if (figure->state != PE_STATE_VALUE)
    return PE_OK;
  pe_decimal_print (number, sizeof number, &figure->value, NULL);
  if (pe_unit_get_dimension (figure->unit) != PE_DIMENSION_MONEY)
    return pe_error_set (error, PE_ERROR_UNIT_MISMATCH, &place, "name", name, "found",
                         figure->unit == PE_UNIT_NONE ? number : pe_unit_get_name (figure->unit), "expected",
                         "元, 万元, 亿元", NULL);
  if (figure->value.coefficient < 0)
    return pe_error_set (error, PE_ERROR_NEGATIVE_AMOUNT, &place, "found", number, "name", name, "unit",
                         pe_unit_get_name (figure->unit), NULL);
  return PE_OK;
}

pe_status
pe_money_sum_add (pe_money_sum *self, const pe_figure *figure, pe_error **error)
{
  pe_figure converted;
  pe_status status;

  if (figure->state == PE_STATE_MISSING)
    self->broken = TRUE;
  if (self->broken || figure->state != PE_STATE_VALUE)
    {
      if (figure->state == PE_STATE_NOT_APPLICABLE && self->total.state == PE_STATE_MISSING)
        self->total = *figure;
      return PE_OK;
    }
  if (self->total.state != PE_STATE_VALUE)
    {
      self->total = *figure;
      return PE_OK;
    }
  status = pe_figure_convert (&converted, figure, self->total.unit, error);
  if (status != PE_OK)
    return status;
  return pe_decimal_add (&self->total.value, &self->total.value, &converted.value, error);
}

void
pe_money_sum_finish (const pe_money_sum *self, pe_figure *out)
{
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };

  *out = self->broken ? missing : self->total;
}

pe_status
pe_money_subtract (pe_figure *out, const pe_figure *a, const pe_figure *b, pe_error **error)
{
  pe_figure converted;
  pe_figure result = *a;
  pe_status status = pe_figure_convert (&converted, b, a->unit, error);

  if (status == PE_OK)
    status = pe_decimal_subtract (&result.value, &a->value, &converted.value, error);
  if (status == PE_OK)
    *out = result;
  return status;
}

/* In yuan: that never adds places. */
pe_status
pe_money_compare (int32_t *out, const pe_figure *a, const pe_figure *b, pe_error **error)
{
  pe_figure x, y;
  pe_status status = pe_figure_convert (&x, a, PE_UNIT_YUAN, error);

  if (status == PE_OK)
    status = pe_figure_convert (&y, b, PE_UNIT_YUAN, error);
  return status == PE_OK ? pe_decimal_compare (out, &x.value, &y.value, error) : status;
}
