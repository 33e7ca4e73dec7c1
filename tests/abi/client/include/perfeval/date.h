/* perfeval/date.h - a day of the civil calendar
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_DATE_H
#define PERFEVAL_DATE_H

#include <perfeval/error.h>

PE_BEGIN_DECLS

/**
 * @file date.h
 * @brief A day, as a number that reads like one: 20231231.
 */

/**
 * A day as year * 10000 + month * 100 + day, 1900-01-01 to 9999-12-31; 0 is
 * "not filled in". Since: 1.0
 */
typedef int32_t pe_date;

/**
 * Reads a day written YYYY-MM-DD.
 *
 * @code
 * pe_date day;
 * assert (pe_date_parse (&day, "2023-12-31", 10, NULL) == PE_OK && day == 20231231);
 * assert (pe_date_parse (&day, "2023-02-30", 10, NULL) == PE_ERROR_DATE_RANGE);
 * @endcode
 *
 * @param[out] out     the day
 * @param      text    UTF-8, copied
 * @param      length  its bytes
 * @param[out] error   nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  @p out or @p text is NULL
 * @retval PE_ERROR_DATE_SYNTAX       not YYYY-MM-DD
 * @retval PE_ERROR_DATE_RANGE        no such day
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_date_parse (pe_date *out, const char *text, size_t length, pe_error **error);

/**
 * Whether a number is a day.
 * @param date  any number
 * @return 1 for a day, 0 for anything else, 0 itself included
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_date_is_valid (pe_date date);

/**
 * The day of the week.
 * @param date  a day
 * @return 1 (Monday) to 7 (Sunday), or 0 when @p date is no day
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_date_get_weekday (pe_date date);

/**
 * Calendar days from one day to another; the first day does not count, so that
 * the day after is 1.
 *
 * @param[out] out    the days; negative when @p to lies before @p from
 * @param      from   a day
 * @param      to     a day
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  @p out is NULL
 * @retval PE_ERROR_DATE_RANGE        @p from or @p to is no day
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_date_count_days (int32_t *out, pe_date from, pe_date to, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_DATE_H */
