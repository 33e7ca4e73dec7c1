/* perfeval/calendar_json.h - a calendar of working days as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_CALENDAR_JSON_H
#define PERFEVAL_CALENDAR_JSON_H

#include <perfeval/calendar.h>
#include <perfeval/json.h>

PE_BEGIN_DECLS

/**
 * @file calendar_json.h
 * @brief A year's notice on holidays (节假日安排) as a document: "perfeval-calendar/1".
 *
 * A notice gives holidays as ranges and make-up workdays as single days; a day may have a
 * name, by which a rulebook asks for it (milestones/1). The JSON Schema is installed;
 * docs/formats.md describes the members.
 *
 * @code
 * static const char text[] = "{\"format\": \"perfeval-calendar/1\", \"years\": {\"first\": 2023, \"last\": 2023},"
 *                            " \"holidays\": [{\"from\": \"2023-01-21\", \"to\": \"2023-01-27\"}],"
 *                            " \"workdays\": [\"2023-01-28\"],"
 *                            " \"named_days\": [{\"name\": \"春节\", \"date\": \"2023-01-22\"}]}";
 * pe_calendar *calendar = NULL;
 * int32_t is_workday;
 * assert (pe_calendar_from_json (&calendar, text, sizeof text - 1, NULL, NULL, NULL) == PE_OK);
 * assert (pe_calendar_is_workday (&is_workday, calendar, 20230128, NULL) == PE_OK && is_workday == 1);
 * pe_calendar_unref (calendar);
 * @endcode
 */

/**
 * Reads a calendar.
 *
 * @param[out] out       owned: pe_calendar_unref()
 * @param      bytes     JSON, copied
 * @param      size      how many bytes
 * @param      options   nullable: the defaults. The days that ranges stand for count against pe_limits::items
 * @param[out] findings  nullable; an owned list, also on failure
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                        @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT    an argument is NULL
 * @retval PE_ERROR_LIMIT_BYTES         more bytes than the limit; also #PE_ERROR_LIMIT_DEPTH,
 *                                      #PE_ERROR_LIMIT_DIGITS, #PE_ERROR_LIMIT_ITEMS, #PE_ERROR_LIMIT_TEXT
 * @retval PE_ERROR_INVALID_UTF8        not UTF-8
 * @retval PE_ERROR_JSON_SYNTAX         not JSON
 * @retval PE_ERROR_JSON_TRUNCATED      ends too early
 * @retval PE_ERROR_JSON_DUPLICATE_KEY  an object has a name twice
 * @retval PE_ERROR_JSON_NUL            a text contains U+0000
 * @retval PE_ERROR_FORMAT_UNKNOWN      "format" is not "perfeval-calendar/1"
 * @retval PE_ERROR_MEMBER_UNKNOWN      a member that the format does not have
 * @retval PE_ERROR_MEMBER_MISSING      a member that the format requires is not there
 * @retval PE_ERROR_MEMBER_TYPE         a value of the wrong type
 * @retval PE_ERROR_DATE_SYNTAX         a day is not written YYYY-MM-DD; also #PE_ERROR_DATE_RANGE
 * @retval PE_ERROR_DATE_ORDER          a range ends before it begins
 * @retval PE_ERROR_CALENDAR_RANGE      a day lies outside the years covered
 * @retval PE_ERROR_STATE_CONFLICT      one day is listed as a holiday and as a workday
 * @retval PE_ERROR_CODE_DUPLICATE      one name stands twice in a year
 * @retval PE_ERROR_TEXT_EMPTY          a name is empty
 * @retval PE_ERROR_NO_MEMORY           memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_calendar_from_json (pe_calendar **out, const char *bytes, size_t size, const pe_read_options *options,
                                 pe_findings **findings, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_CALENDAR_JSON_H */
