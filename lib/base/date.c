/* date.c - a day of the civil calendar
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "date-private.h"

#include <glib.h>
#include <string.h>

#include "buffer-private.h"
#include "finding-private.h"

static const int32_t days_before_month[2][13] = {
  { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 },
  { 0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366 },
};

static int32_t
is_leap (int32_t year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int32_t
pe_date_is_valid (pe_date date)
{
  int32_t        year = date / 10000, month = date / 100 % 100, day = date % 100;
  const int32_t *before;

  if (year < PE_YEAR_MIN || year > PE_YEAR_MAX || month < 1 || month > 12)
    return 0;
  before = days_before_month[is_leap (year)];
  return day >= 1 && day <= before[month] - before[month - 1];
}

int32_t
pe_date_to_number (pe_date date)
{
  int32_t year = date / 10000, month = date / 100 % 100, day = date % 100;
  int32_t past = year - 1;

  return past * 365 + past / 4 - past / 100 + past / 400 + days_before_month[is_leap (year)][month - 1] + day;
}

/* Digits, from the right, into size characters. */
static void
print_digits (char *out, size_t size, uint32_t number)
{
  while (size-- > 0)
    {
      out[size] = (char) ('0' + number % 10);
      number /= 10;
    }
}

const char *
pe_date_print (char out[PE_DATE_PRINT_SIZE], pe_date date)
{
  uint32_t number = date < 0 ? 0 - (uint32_t) date : (uint32_t) date;
  size_t   size = 1;

  if (pe_date_is_valid (date))
    {
      memcpy (out, "YYYY-MM-DD", 11);
      print_digits (out, 4, number / 10000);
      print_digits (out + 5, 2, number / 100 % 100);
      print_digits (out + 8, 2, number % 100);
      return out;
    }
  for (uint32_t rest = number; rest >= 10; rest /= 10)
    size++;
  if (date < 0)
    out[0] = '-';
  print_digits (out + (date < 0), size, number);
  out[size + (date < 0)] = '\0';
  return out;
}

pe_status
pe_date_check (pe_date date, const pe_place *place, pe_error **error)
{
  char found[PE_DATE_PRINT_SIZE];

  if (pe_date_is_valid (date))
    return PE_OK;
  return pe_error_set (error, PE_ERROR_DATE_RANGE, place, "found", pe_date_print (found, date), NULL);
}

/* The number that the digits of YYYY-MM-DD make, or -1. */
static int32_t
read_digits (const char *text, size_t length)
{
  int32_t number = 0;

  if (length != 10)
    return -1;
  for (size_t i = 0; i < length; i++)
    {
      if (i == 4 || i == 7)
        {
          if (text[i] != '-')
            return -1;
          continue;
        }
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + (text[i] - '0');
    }
  return number;
}

pe_status
pe_date_parse (pe_date *out, const char *text, size_t length, pe_error **error)
{
  return pe_date_parse_at (out, text, length, NULL, error);
}

pe_status
pe_date_parse_at (pe_date *out, const char *text, size_t length, const pe_place *place, pe_error **error)
{
  char    found[PE_EXCERPT_SIZE];
  int32_t date;

  if (out == NULL || text == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "text", "not NULL");
  date = read_digits (text, length);
  if (date < 0)
    return pe_error_set (error, PE_ERROR_DATE_SYNTAX, place, "found", pe_excerpt (found, text, length), NULL);
  if (!pe_date_is_valid (date))
    return pe_error_set (error, PE_ERROR_DATE_RANGE, place, "found", pe_excerpt (found, text, length), NULL);
  *out = date;
  return PE_OK;
}

int32_t
pe_date_get_weekday (pe_date date)
{
  return pe_date_is_valid (date) ? (pe_date_to_number (date) - 1) % 7 + 1 : 0;
}

pe_status
pe_date_count_days (int32_t *out, pe_date from, pe_date to, pe_error **error)
{
  pe_status status;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  status = pe_date_check (from, NULL, error);
  if (status == PE_OK)
    status = pe_date_check (to, NULL, error);
  if (status == PE_OK)
    *out = pe_date_to_number (to) - pe_date_to_number (from);
  return status;
}
