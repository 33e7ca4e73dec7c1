/* perfeval/error.h - why a call failed
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_ERROR_H
#define PERFEVAL_ERROR_H

#include <perfeval/finding.h>

PE_BEGIN_DECLS

/**
 * @file error.h
 * @brief An error: one finding of severity error.
 *
 * Owned by the caller of the function that failed; released with
 * pe_error_unref(). The error of #PE_ERROR_NO_MEMORY is static and immortal, so
 * that reporting it needs no memory; releasing it does nothing.
 *
 * @code
 * pe_decimal value;
 * pe_error *error = NULL;
 * if (pe_decimal_parse (&value, "7,00.0,77", 9, &error) != PE_OK)
 *   assert (pe_error_get_status (error) == PE_ERROR_THOUSANDS_SEPARATOR);
 * pe_error_unref (error);
 * @endcode
 */

/** An error. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_error pe_error;

/**
 * The code, equal to what the function returned.
 * @param self  an error, nullable
 * @return a #pe_status; #PE_OK for NULL
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_error_get_status (const pe_error *self);

/**
 * The message of the finding; see pe_finding_get_message().
 * @param self      an error, nullable
 * @param language  anything but #PE_LANGUAGE_ZH gives English
 * @return UTF-8, borrowed; "" for NULL
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_error_get_message (const pe_error *self, pe_language language);

/**
 * The finding, with its places and parameters.
 * @param self  an error, nullable
 * @return borrowed from @p self; NULL for NULL
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const pe_finding *pe_error_get_finding (const pe_error *self);

/**
 * How many errors there were in all, when a reader went on after the first.
 * @param self  an error, nullable
 * @return at least 1; 0 for NULL
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
uint64_t pe_error_get_count (const pe_error *self);

/**
 * Puts lists of findings together, one behind the other. Their counts are added, and nothing more is cut.
 *
 * @param[out] out    owned: pe_findings_unref()
 * @param      lists  nullable each
 * @param      n      how many; 0 gives an empty list
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_findings_join (pe_findings **out, pe_findings *const *lists, size_t n, pe_error **error);

/**
 * Takes one more reference.
 * @param self  an error, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_error *pe_error_ref (pe_error *self);

/**
 * Gives one reference back; the last one frees the error.
 * @param self  an error, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_error_unref (pe_error *self);

PE_END_DECLS

#endif /* PERFEVAL_ERROR_H */
