/* perfeval/measure_trace.h - the records behind the value of a measure
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_MEASURE_TRACE_H
#define PERFEVAL_MEASURE_TRACE_H

#include <perfeval/measure.h>
#include <perfeval/text.h>

PE_BEGIN_DECLS

/**
 * @file measure_trace.h
 * @brief From which records: what each one contributes to a measure, with its place.
 *
 * The contributions add up to the two parts of the value; a record that leaves a part
 * open is listed too, with a figure that is missing. What does not count is not listed.
 *
 * @code
 * static const char json[]
 *     = "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2023, "
 *       "\"kind\": \"department\", \"money_unit\": \"元\", \"procurement\": {\"records\": ["
 *       "{\"name\": \"a\", \"contract\": 3, \"supplier_size\": \"small\"},"
 *       "{\"name\": \"b\", \"contract\": 5, \"supplier_size\": \"large\"}]}}";
 * pe_dossier *dossier = NULL;
 * pe_measure_trace *trace = NULL;
 * pe_contribution contribution;
 * assert (pe_dossier_from_json (&dossier, json, sizeof json - 1, NULL, NULL, NULL) == PE_OK);
 * assert (pe_measure_trace_new (&trace, "procurement.sme_share", dossier, NULL, NULL) == PE_OK);
 * assert (pe_measure_trace_get_size (trace) == 2);
 * pe_contribution_init (&contribution, sizeof contribution);
 * assert (pe_measure_trace_get (&contribution, trace, 1, NULL) == PE_OK);
 * assert (contribution.index == 1 && contribution.numerator.state == PE_STATE_NOT_APPLICABLE);
 * assert (contribution.denominator.value.coefficient == 5);
 * pe_measure_trace_unref (trace);
 * pe_dossier_unref (dossier);
 * @endcode
 */

/** The records behind a value. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_measure_trace pe_measure_trace;

/** What one record contributes. Since: 1.0 */
typedef struct pe_contribution
{
  uint32_t       struct_size; /**< Set by pe_contribution_init(). */
  pe_record_kind records;     /**< The kind of the record; 0 where a summary stands for the records. */
  int32_t        is_prior;    /**< 1 when it is of the year before. */
  int32_t        reserved;    /**< 0. */
  uint64_t       index;       /**< The record's, from 0. */
  pe_figure      numerator;   /**< Its part in the numerator, negative where it is taken away; not applicable: none. */
  pe_figure      denominator; /**< Its part in the denominator; not applicable: none. */
} pe_contribution;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_contribution_init (pe_contribution *self, uint32_t struct_size);

/**
 * Finds the records behind a measure, by the same code that derives it.
 *
 * @param[out] out      owned: pe_measure_trace_unref()
 * @param      id       the measure's id
 * @param      dossier  the records; the trace takes a reference of its own
 * @param      options  nullable: the defaults
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_MEASURE_UNKNOWN   no measure has this id
 * @retval PE_ERROR_CALENDAR_MISSING  the measure counts working days and there is no calendar
 * @retval PE_ERROR_CALENDAR_RANGE    a date lies in a year that the calendar does not cover
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_measure_trace_new (pe_measure_trace **out, const char *id, pe_dossier *dossier,
                                const pe_measure_options *options, pe_error **error);

/**
 * How many contributions there are.
 * @param self  a trace, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_measure_trace_get_size (const pe_measure_trace *self);

/**
 * Reads a contribution by index, in the order of the records.
 *
 * @param[out] out    filled as far as out->struct_size says
 * @param      self   a trace
 * @param      index  from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_measure_trace_get (pe_contribution *out, const pe_measure_trace *self, size_t index, pe_error **error);

/**
 * The path of the record or the summary, e.g. "/procurement/records/3".
 *
 * @param[out] out    owned: pe_text_unref()
 * @param      self   a trace
 * @param      index  from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_measure_trace_print_path (pe_text **out, const pe_measure_trace *self, size_t index, pe_error **error);

/**
 * Where the record stands in the file that it was read from.
 * @param self   a trace, nullable
 * @param index  from 0
 * @return borrowed from the dossier; NULL where it came from no file, past the end, or when memory ran out
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const pe_place *pe_measure_trace_find_place (const pe_measure_trace *self, size_t index);

/**
 * Takes one more reference.
 * @param self  a trace, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_measure_trace *pe_measure_trace_ref (pe_measure_trace *self);

/**
 * Gives one reference back; the last one frees it.
 * @param self  a trace, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_measure_trace_unref (pe_measure_trace *self);

PE_END_DECLS

#endif /* PERFEVAL_MEASURE_TRACE_H */
