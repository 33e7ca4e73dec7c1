/* xlsx-number.c - the one file of this library in which a number is binary, since a workbook holds no others
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A decimal of at most 15 digits is a whole number below 2^53 divided by a power of ten of at most 10^22: both are exact in
 * binary, and the one division is correctly rounded (IEEE 754, 5.4.1). So the nearest binary number is written, and 15
 * digits of it are the decimal again: nothing is lost on the way through a workbook.
 */
#include <perfeval/date.h>
#include <string.h>

#include "xlsx-private.h"

#define DIGITS_MAX 15
#define POWER_MAX 22

static const double powers[POWER_MAX + 1] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                              1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

/* FALSE for what is no plain decimal of at most 15 digits. */
static gboolean
parse (double *out, const char *text, int shift)
{
  const gboolean negative = text[0] == '-';
  int64_t        coefficient = 0;
  int            digits = 0, scale = shift;
  gboolean       point = FALSE;

  for (text += negative; *text != '\0'; text++)
    {
      if (*text == '.' && !point)
        {
          point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*text))
        return FALSE;
      digits += coefficient > 0 || *text != '0';
      if (digits > DIGITS_MAX)
        return FALSE;
      coefficient = coefficient * 10 + (*text - '0');
      scale += point;
    }
  if (scale > POWER_MAX)
    return FALSE;
  *out = (double) (negative ? -coefficient : coefficient) / powers[scale];
  return TRUE;
}

gboolean
pe_office_write_number (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, int shift,
                        lxw_format *format)
{
  double number;

  return parse (&number, text, shift) && worksheet_write_number (sheet, row, column, number, format) == LXW_NO_ERROR;
}

void
pe_office_write_formula (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *formula, const char *result,
                         lxw_format *format)
{
  double number = 0;

  parse (&number, result, 0);
  worksheet_write_formula_num (sheet, row, column, formula, format, number);
}

static gboolean
parse_part (const char **text, int digits, char end, int *out)
{
  for (*out = 0; digits > 0; digits--, ++*text)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *out = *out * 10 + (**text - '0');
    }
  if (**text != end)
    return FALSE;
  *text += end != '\0';
  return TRUE;
}

gboolean
pe_office_write_date (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, lxw_format *format)
{
  lxw_datetime date;
  int          second = 0;
  gboolean     has_time = strlen (text) > 10;

  memset (&date, 0, sizeof date);
  if (!parse_part (&text, 4, '-', &date.year) || !parse_part (&text, 2, '-', &date.month)
      || !parse_part (&text, 2, has_time ? ' ' : '\0', &date.day) || date.year < 1900
      || !pe_date_is_valid (date.year * 10000 + date.month * 100 + date.day))
    return FALSE;
  if (has_time
      && (!parse_part (&text, 2, ':', &date.hour) || !parse_part (&text, 2, ':', &date.min)
          || !parse_part (&text, 2, '\0', &second) || date.hour > 23 || date.min > 59 || second > 59))
    return FALSE;
  date.sec = second;
  return worksheet_write_datetime (sheet, row, column, &date, format) == LXW_NO_ERROR;
}
