/* perfeval/measure.h - named numbers derived from the records
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_MEASURE_H
#define PERFEVAL_MEASURE_H

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
 * Derives a measure from a dossier.
 *
 * @param[out] out      filled as far as out->struct_size says
 * @param      id       the measure's id
 * @param      dossier  the records
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled; its state may still be missing, not applicable or zero denominator
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_MEASURE_UNKNOWN   no measure has this id
 * @retval PE_ERROR_OVERFLOW          a sum does not fit
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_measure_derive (pe_measure_value *out, const char *id, const pe_dossier *dossier, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_MEASURE_H */
