/* perfeval/calendar.h - which days are working days
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_CALENDAR_H
#define PERFEVAL_CALENDAR_H

#include <perfeval/date.h>

PE_BEGIN_DECLS

/**
 * @file calendar.h
 * @brief Working days, as the caller's holidays and make-up workdays decide.
 *
 * The State Council announces each year's holidays and make-up workdays
 * (调休上班); they cannot be computed. A calendar therefore covers just the
 * years that its maker says it covers, and a question about any other year is
 * an error, not a guess. Within them, Monday to Friday are working days unless
 * listed as a holiday, and Saturday and Sunday are not unless listed as a
 * workday.
 *
 * @code
 * pe_date holidays[] = { 20240101 }, day;
 * pe_calendar_spec spec;
 * pe_calendar *calendar = NULL;
 * int32_t n;
 * pe_calendar_spec_init (&spec, sizeof spec);
 * spec.first_year = spec.last_year = 2024;
 * spec.holidays = holidays;
 * spec.n_holidays = 1;
 * assert (pe_calendar_new (&calendar, &spec, NULL) == PE_OK);
 * assert (pe_calendar_count_workdays (&n, calendar, 20240101, 20240105, NULL) == PE_OK && n == 4);
 * pe_calendar_unref (calendar);
 * @endcode
 */

/** A calendar of working days. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_calendar pe_calendar;

/** A day with a name of its own, e.g. "春节". Copied. Since: 1.0 */
typedef struct pe_named_day
{
  uint32_t    struct_size; /**< sizeof (pe_named_day). */
  pe_date     date;        /**< The day. */
  const char *name;        /**< UTF-8, required; one name may stand once a year. */
} pe_named_day;

/** What pe_calendar_new() is told. Since: 1.0 */
typedef struct pe_calendar_spec
{
  uint32_t            struct_size;  /**< Set by pe_calendar_spec_init(). */
  int32_t             first_year;   /**< Required, 1900 to 9999. */
  int32_t             last_year;    /**< Required, not before the first. */
  uint32_t            reserved;     /**< 0. */
  const pe_date      *holidays;     /**< Days off, copied; any order, repetition allowed. Nullable with 0. */
  size_t              n_holidays;   /**< How many. */
  const pe_date      *workdays;     /**< Make-up workdays, copied. Nullable with 0. */
  size_t              n_workdays;   /**< How many. */
  const pe_named_day *named_days;   /**< Copied. Nullable with 0. */
  size_t              n_named_days; /**< How many. */
} pe_calendar_spec;

/**
 * Fills @p spec with zeros and its size.
 * @param spec         what to fill
 * @param struct_size  `sizeof *spec` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_calendar_spec_init (pe_calendar_spec *spec, uint32_t struct_size);

/**
 * Makes a calendar.
 *
 * @param[out] out    owned: pe_calendar_unref()
 * @param      spec   copied
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument or a name is NULL, a name is empty, or a year is out of range
 * @retval PE_ERROR_UNSUPPORTED       @p spec is newer than this library
 * @retval PE_ERROR_DATE_RANGE        a listed date is no day
 * @retval PE_ERROR_CALENDAR_RANGE    a listed day lies outside the years covered
 * @retval PE_ERROR_STATE_CONFLICT    one day is listed as a holiday and as a workday
 * @retval PE_ERROR_CODE_DUPLICATE    one name stands twice in a year
 * @retval PE_ERROR_INVALID_UTF8      a name is not UTF-8
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_calendar_new (pe_calendar **out, const pe_calendar_spec *spec, pe_error **error);

/**
 * Whether a day is a working day.
 *
 * @param[out] out    1 for a working day, 0 for a day off
 * @param      self   a calendar
 * @param      date   a day
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  @p out or @p self is NULL
 * @retval PE_ERROR_DATE_RANGE        @p date is no day
 * @retval PE_ERROR_CALENDAR_RANGE    the calendar does not cover that year
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_calendar_is_workday (int32_t *out, const pe_calendar *self, pe_date date, pe_error **error);

/**
 * Working days from one day to another; the first day does not count and the
 * last does, so that from a Monday to the Tuesday after is 1. The other way
 * round it is the same number, negative, so that counts add up.
 *
 * @param[out] out    the working days; negative when @p to lies before @p from
 * @param      self   a calendar
 * @param      from   a day
 * @param      to     a day
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  @p out or @p self is NULL
 * @retval PE_ERROR_DATE_RANGE        a date is no day
 * @retval PE_ERROR_CALENDAR_RANGE    the calendar does not cover a year between them
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_calendar_count_workdays (int32_t *out, const pe_calendar *self, pe_date from, pe_date to,
                                      pe_error **error);

/**
 * The day of a name in a year.
 *
 * @param[out] out    the day
 * @param      self   a calendar
 * @param      name   UTF-8, copied
 * @param      year   the year
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         no day of that name in that year
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_calendar_find_named_day (pe_date *out, const pe_calendar *self, const char *name, int32_t year,
                                      pe_error **error);

/**
 * Takes one more reference.
 * @param self  a calendar, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_calendar *pe_calendar_ref (pe_calendar *self);

/**
 * Gives one reference back; the last one frees the calendar.
 * @param self  a calendar, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_calendar_unref (pe_calendar *self);

PE_END_DECLS

#endif /* PERFEVAL_CALENDAR_H */
