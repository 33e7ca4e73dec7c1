/* perfeval/measure_stream.h - measures over records that never stand in memory together
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_MEASURE_STREAM_H
#define PERFEVAL_MEASURE_STREAM_H

#include <perfeval/measure_trace.h>

PE_BEGIN_DECLS

/**
 * @file measure_stream.h
 * @brief A ledger of any length, fed in arrays: accumulators and a count, by the same code as the derivation.
 *
 * Which records stand behind a value is asked in a second pass over them, by
 * pe_measure_stream_examine_procurement() and its like, which add nothing.
 *
 * @code
 * const char *ids[] = { "procurement.sme_share", "procurement.single_source_share" };
 * pe_procurement_record record;
 * pe_measure_stream *stream = NULL;
 * pe_measure_value value;
 * pe_procurement_record_init (&record, sizeof record);
 * record.name = "空调";
 * record.method = PE_METHOD_SINGLE_SOURCE;
 * record.supplier_size = PE_SUPPLIER_SMALL;
 * pe_figure_parse (&record.contract, "9.5万元", 9, NULL);
 * assert (pe_measure_stream_new (&stream, ids, 2, NULL, NULL) == PE_OK);
 * assert (pe_measure_stream_add_procurement (stream, &record, 1, NULL) == PE_OK);
 * assert (pe_measure_stream_get_count (stream) == 1);
 * pe_measure_value_init (&value, sizeof value);
 * assert (pe_measure_stream_get_value (&value, stream, 1, NULL) == PE_OK);
 * assert (value.numerator.value.coefficient == 95 && value.denominator.value.coefficient == 95);
 * pe_measure_stream_free (stream);
 * @endcode
 */

/** Accumulators of several measures; belongs to one thread. Since: 1.0 */
typedef struct pe_measure_stream pe_measure_stream;

/**
 * Starts with no record.
 *
 * @param[out] out      owned: pe_measure_stream_free()
 * @param      ids      the measures, each streamed (pe_measure_info::is_streamed), all of one kind of records
 * @param      n        how many, 1 to 64
 * @param      options  nullable: the defaults; its calendar is kept by a reference
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                          @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT      an argument is NULL or out of range
 * @retval PE_ERROR_UNSUPPORTED           @p options is newer than this library
 * @retval PE_ERROR_MEASURE_UNKNOWN       no measure has one of the ids
 * @retval PE_ERROR_MEASURE_NOT_STREAMED  a measure needs more than records, or those of another kind than the first's
 * @retval PE_ERROR_CALENDAR_MISSING      a measure counts working days and there is no calendar
 * @retval PE_ERROR_NO_MEMORY             memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_measure_stream_new (pe_measure_stream **out, const char *const *ids, size_t n,
                                 const pe_measure_options *options, pe_error **error);

/**
 * Adds procurement records, all of them or none.
 *
 * @param      self   a stream
 * @param      items  not kept; the stride is the first element's struct_size
 * @param      n      how many; 0 adds nothing
 * @param[out] error  nullable; an owned error on failure, its place counting from the first of this call
 *
 * @retval PE_OK                          they are added
 * @retval PE_ERROR_INVALID_ARGUMENT      an argument is NULL or a member is out of range; likewise every other status of
 *                                        pe_procurement_builder_add_many()
 * @retval PE_ERROR_MEASURE_NOT_STREAMED  the measures are of other records
 * @retval PE_ERROR_CALENDAR_RANGE        a date lies in a year that the calendar does not cover
 * @retval PE_ERROR_NO_MEMORY             memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_measure_stream_add_procurement (pe_measure_stream *self, const pe_procurement_record *items, size_t n,
                                             pe_error **error);

/**
 * Adds payments, all of them or none. Their records are not at hand: one without a day agreed leaves the measure open.
 *
 * @param      self   a stream
 * @param      items  not kept; the stride is the first element's struct_size
 * @param      n      how many; 0 adds nothing
 * @param[out] error  nullable; an owned error on failure, its place counting from the first of this call
 *
 * @retval PE_OK                          they are added
 * @retval PE_ERROR_INVALID_ARGUMENT      as pe_measure_stream_add_procurement(); likewise its other statuses
 * @retval PE_ERROR_MEASURE_NOT_STREAMED  the measures are of other records
 * @retval PE_ERROR_NO_MEMORY             memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_measure_stream_add_payments (pe_measure_stream *self, const pe_payment *items, size_t n, pe_error **error);

/**
 * Adds assets, all of them or none.
 *
 * @param      self   a stream
 * @param      items  not kept; the stride is the first element's struct_size
 * @param      n      how many; 0 adds nothing
 * @param[out] error  nullable; an owned error on failure, its place counting from the first of this call
 *
 * @retval PE_OK                          they are added
 * @retval PE_ERROR_INVALID_ARGUMENT      as pe_assets_builder_add_many(); likewise its other statuses
 * @retval PE_ERROR_MEASURE_NOT_STREAMED  the measures are of other records
 * @retval PE_ERROR_NO_MEMORY             memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_measure_stream_add_assets (pe_measure_stream *self, const pe_asset_record *items, size_t n,
                                        pe_error **error);

/**
 * How many records were added.
 * @param self  a stream, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
uint64_t pe_measure_stream_get_count (const pe_measure_stream *self);

/**
 * The value of a measure over what was added so far.
 *
 * @param[out] out    filled as far as out->struct_size says
 * @param      self   a stream
 * @param      index  which of its measures, from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 * @retval PE_ERROR_OVERFLOW          a sum does not fit
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_measure_stream_get_value (pe_measure_value *out, const pe_measure_stream *self, size_t index,
                                       pe_error **error);

/**
 * What a procurement record contributes to a measure; adds nothing. The index of the contribution is 0.
 *
 * @param[out] out      filled as far as out->struct_size says; both parts not applicable: it does not count
 * @param      self     a stream
 * @param      measure  which of its measures, from 0
 * @param      item     a record that was added, or could be
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                          @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT      as pe_measure_stream_add_procurement(); likewise its other statuses
 * @retval PE_ERROR_NOT_FOUND             @p measure is past the end
 * @retval PE_ERROR_MEASURE_NOT_STREAMED  the measures are of other records
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_measure_stream_examine_procurement (pe_contribution *out, pe_measure_stream *self, size_t measure,
                                                 const pe_procurement_record *item, pe_error **error);

/**
 * Frees a stream.
 * @param self  a stream, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_measure_stream_free (pe_measure_stream *self);

PE_END_DECLS

#endif /* PERFEVAL_MEASURE_STREAM_H */
