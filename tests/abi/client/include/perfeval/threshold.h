/* perfeval/threshold.h - what the rules of procurement ask for, by place and date
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_THRESHOLD_H
#define PERFEVAL_THRESHOLD_H

#include <perfeval/measure.h>

PE_BEGIN_DECLS

/**
 * @file threshold.h
 * @brief Statutory thresholds (法定标准) as dated data: national ones, local variants, before and after a change.
 *
 * A threshold says where it is from and how far that was checked: one that was written
 * from memory is never called published. The same data is installed as JSON, under
 * share/perfeval/thresholds.
 *
 * @code
 * pe_threshold threshold;
 * pe_threshold_init (&threshold, sizeof threshold);
 * assert (pe_threshold_find (&threshold, "sme.reserve_share", "广东省广州市", 20230601, NULL) == PE_OK);
 * assert (threshold.value.value.coefficient == 30 && threshold.value.unit == PE_UNIT_PERCENT);
 * assert (pe_threshold_find (&threshold, "sme.reserve_share", "山东省枣庄市山亭区", 20230601, NULL) == PE_OK);
 * assert (threshold.value.value.coefficient == 40);
 * @endcode
 */

/** How far something was checked against its document. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_evidence;

/** Values of #pe_evidence. */
enum pe_evidence_value
{
  PE_EVIDENCE_PUBLISHED = 1, /**< Quoted by a published page of an office or of the trade, which was read. */
  PE_EVIDENCE_SECONDARY = 2, /**< From a text about the document, or a rendering of it. */
  PE_EVIDENCE_MEMORY    = 3  /**< 未见原文，待核: from memory, checked against nothing. */
};

/** A threshold. Texts are borrowed and static. Since: 1.0 */
typedef struct pe_threshold
{
  uint32_t    struct_size;   /**< Set by pe_threshold_init(). */
  pe_evidence evidence;      /**< How far the value was checked. */
  pe_evidence date_evidence; /**< How far the days were checked; 0 where there are none. */
  pe_day_kind days;          /**< With a value in days: which days count; else 0. */
  pe_date     first_day;     /**< From when on it holds; 0: not known, or always. */
  pe_date     last_day;      /**< Until when; 0: still. */
  pe_figure   value;         /**< The threshold, or the lower end of a range. */
  pe_figure   upper;         /**< The upper end of a range; missing where it is one value. */
  const char *id;            /**< ASCII, e.g. "sme.reserve_share". */
  const char *place;         /**< UTF-8: where it holds; NULL: in the whole country. */
  const char *name_zh;       /**< UTF-8. */
  const char *name_en;       /**< UTF-8. */
  const char *source;        /**< UTF-8: the document, its number and article where known. */
  const char *address;       /**< Nullable: the page that was read. */
} pe_threshold;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_threshold_init (pe_threshold *self, uint32_t struct_size);

/**
 * How many thresholds this library knows, each place and each time by itself.
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_threshold_get_count (void);

/**
 * Describes a threshold by index.
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
pe_status pe_threshold_describe (pe_threshold *out, size_t index, pe_error **error);

/**
 * The threshold that holds in a place on a day: that of the place itself, else of the
 * nearest place that it lies in (whose name its own begins with), else of the country.
 *
 * @param[out] out    filled as far as out->struct_size says
 * @param      id     the threshold's id
 * @param      place  nullable; UTF-8, from the province down, e.g. "广东省广州市增城区"
 * @param      date   the day
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_DATE_RANGE        @p date is no day
 * @retval PE_ERROR_NOT_FOUND         there is none of this id on that day
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_threshold_find (pe_threshold *out, const char *id, const char *place, pe_date date, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_THRESHOLD_H */
