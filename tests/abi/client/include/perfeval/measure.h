/* perfeval/measure.h - named numbers derived from the records
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_MEASURE_H
#define PERFEVAL_MEASURE_H

#include <perfeval/calendar.h>
#include <perfeval/dossier.h>

PE_BEGIN_DECLS

/**
 * @file measure.h
 * @brief Measures (度量): each has one exact definition, a base named in it, and its parts.
 *
 * A rate keeps its two amounts: what divides them, and where to round, is the
 * business of the rule that uses it.
 *
 * @code
 * size_t index;
 * for (index = 0; index < pe_measure_get_count (); index++)
 *   assert (pe_measure_get_name (index, PE_LANGUAGE_ZH) != NULL);
 * @endcode
 */

/** What kind of number a measure is. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_measure_kind;

/** Values of #pe_measure_kind. */
enum pe_measure_kind_value
{
  PE_MEASURE_RATE   = 1, /**< Numerator ÷ denominator: a share, a change, or a mean. */
  PE_MEASURE_AMOUNT = 2  /**< The numerator alone: an amount or a count. */
};

/** Which days count. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_day_kind;

/** Values of #pe_day_kind. */
enum pe_day_kind_value
{
  PE_DAYS_CALENDAR = 1, /**< 自然日 */
  PE_DAYS_WORKING  = 2  /**< 工作日, by the caller's calendar. */
};

/** By what a measure judges: its limits and a calendar. Since: 1.0 */
typedef struct pe_measure_options
{
  uint32_t           struct_size;      /**< Set by pe_measure_options_init(). */
  int32_t            intent_days;      /**< Intent to start, at least. Default: 30 calendar days. */
  int32_t            signing_days;     /**< Award notice to signing, at most. Default: 30. */
  pe_day_kind        signing_kind;     /**< Default: #PE_DAYS_CALENDAR. */
  int32_t            publication_days; /**< Signing to publication, at most. Default: 2. */
  pe_day_kind        publication_kind; /**< Default: #PE_DAYS_WORKING. */
  int32_t            filing_days;      /**< Signing to filing, at most. Default: 7. */
  pe_day_kind        filing_kind;      /**< Default: #PE_DAYS_WORKING. */
  int32_t            payment_days;     /**< Acceptance to payment where no day is agreed. Default: 30 calendar days. */
  int32_t            reserved;         /**< 0. */
  const pe_calendar *calendar;         /**< Nullable, borrowed; working days cannot be counted without it. */
} pe_measure_options;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_measure_options_init (pe_measure_options *self, uint32_t struct_size);

/** A measure, described. Texts are borrowed and static. Since: 1.0 */
typedef struct pe_measure_info
{
  uint32_t        struct_size;   /**< Set by pe_measure_info_init(). */
  pe_measure_kind kind;          /**< A #pe_measure_kind_value. */
  pe_unit         unit;          /**< Of the value: #PE_UNIT_PERCENT for shares and changes, else what is counted. */
  pe_state        zero_state;    /**< What a zero denominator makes it: #PE_STATE_ZERO_DENOMINATOR, or
                                      #PE_STATE_NOT_APPLICABLE where there is just no case of it. 0 for an amount. */
  pe_record_kind  records;       /**< The records that it is derived from. */
  int32_t         uses_prior;    /**< 1 when it needs the dossier of the year before. */
  int32_t         uses_calendar; /**< 1 when it counts working days by default. */
  int32_t         is_streamed;   /**< 1 when a pe_measure_stream can compute it. */
  const char     *id;            /**< ASCII, by which rules name it. */
  const char     *name_zh;       /**< UTF-8. */
  const char     *name_en;       /**< UTF-8. */
  const char     *definition_zh; /**< UTF-8: the exact definition. */
  const char     *definition_en; /**< UTF-8. */
  const char     *base_zh;       /**< UTF-8: what it is measured by; NULL for an amount. */
  const char     *base_en;       /**< UTF-8; NULL for an amount. */
  const char     *source;        /**< UTF-8: where the definition comes from; NULL where it is the library's own. */
} pe_measure_info;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_measure_info_init (pe_measure_info *self, uint32_t struct_size);

/** The value of a measure for one dossier. Since: 1.0 */
typedef struct pe_measure_value
{
  uint32_t  struct_size; /**< Set by pe_measure_value_init(). */
  pe_state  state;       /**< What it is: any #pe_state_value but text. */
  pe_figure numerator;   /**< The first part, e.g. the amount executed. */
  pe_figure denominator; /**< The second part, in the same dimension; for a measure that is no rate, 1. */
} pe_measure_value;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_measure_value_init (pe_measure_value *self, uint32_t struct_size);

/**
 * How many measures this library knows.
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_measure_get_count (void);

/**
 * The id, by which rules name it, e.g. "budget.execution_rate".
 * @param index  from 0
 * @return UTF-8, borrowed, static; NULL past the end
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_measure_get_id (size_t index);

/**
 * The name, e.g. "预算执行率（调整预算）".
 * @param index     from 0
 * @param language  anything but #PE_LANGUAGE_ZH gives English
 * @return UTF-8, borrowed, static; NULL past the end
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_measure_get_name (size_t index, pe_language language);

/**
 * The exact definition, one sentence.
 * @param index     from 0
 * @param language  anything but #PE_LANGUAGE_ZH gives English
 * @return UTF-8, borrowed, static; NULL past the end
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_measure_get_definition (size_t index, pe_language language);

/**
 * Describes a measure by index.
 *
 * @code
 * pe_measure_info info;
 * pe_measure_info_init (&info, sizeof info);
 * assert (pe_measure_describe (&info, 0, NULL) == PE_OK);
 * assert (info.kind == PE_MEASURE_RATE && info.base_zh != NULL);
 * @endcode
 *
 * @param[out] out    filled as far as out->struct_size says
 * @param      index  from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  @p out is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_measure_describe (pe_measure_info *out, size_t index, pe_error **error);

/**
 * Derives a measure from a dossier, by the default limits and without a calendar.
 *
 * @param[out] out      filled as far as out->struct_size says
 * @param      id       the measure's id
 * @param      dossier  the records
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled; its state may still be missing, not applicable or zero denominator
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_MEASURE_UNKNOWN   no measure has this id
 * @retval PE_ERROR_CALENDAR_MISSING  the measure counts working days: see pe_measure_derive_with()
 * @retval PE_ERROR_OVERFLOW          a sum does not fit
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_measure_derive (pe_measure_value *out, const char *id, const pe_dossier *dossier, pe_error **error);

/**
 * Derives a measure from a dossier, by limits and a calendar of the caller's.
 *
 * @param[out] out      filled as far as out->struct_size says
 * @param      id       the measure's id
 * @param      dossier  the records
 * @param      options  nullable: the defaults
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled; its state may still be missing, not applicable or zero denominator
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range, or `_init` was not called
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_MEASURE_UNKNOWN   no measure has this id
 * @retval PE_ERROR_CALENDAR_MISSING  the measure counts working days and there is no calendar
 * @retval PE_ERROR_CALENDAR_RANGE    a date lies in a year that the calendar does not cover
 * @retval PE_ERROR_OVERFLOW          a sum does not fit
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_measure_derive_with (pe_measure_value *out, const char *id, const pe_dossier *dossier,
                                  const pe_measure_options *options, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_MEASURE_H */
