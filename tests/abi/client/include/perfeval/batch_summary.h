/* perfeval/batch_summary.h - what many units came to, in a form that can be merged
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_BATCH_SUMMARY_H
#define PERFEVAL_BATCH_SUMMARY_H

#include <perfeval/batch_plan.h>
#include <perfeval/digest.h>
#include <perfeval/text.h>

PE_BEGIN_DECLS

/**
 * @file batch_summary.h
 * @brief A summary (汇总): units by grade, by state and by status, and exact sums of points for every node.
 *
 * Summaries of parts can be merged in any order and any grouping, with the same
 * result as one summary of the whole. A summary carries the digest of its
 * rulebook, and two of different rulebooks do not merge. As bytes it can be sent
 * to another process or kept beside a result; the bytes depend on the content
 * alone, so that equal summaries are equal bytes.
 *
 * @par Life cycle
 * A summary belongs to one thread at a time.
 *
 * @code
 * pe_batch_summary *whole = NULL, *part = NULL;
 * assert (pe_batch_summary_new (&whole, plan, NULL) == PE_OK);
 * assert (pe_batch_summary_new (&part, plan, NULL) == PE_OK);
 * assert (pe_batch_summary_merge (whole, part, NULL) == PE_OK);
 * assert (pe_batch_summary_get_n_units (whole) == 0);
 * pe_batch_summary_free (part);
 * pe_batch_summary_free (whole);
 * @endcode
 */

/** A summary. Opaque, owned. Since: 1.0 */
typedef struct pe_batch_summary pe_batch_summary;

/**
 * Starts a summary of no units.
 *
 * @param[out] out    owned: pe_batch_summary_free()
 * @param      plan   the plan whose runs it is for; nothing of it is kept
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
pe_status pe_batch_summary_new (pe_batch_summary **out, const pe_batch_plan *plan, pe_error **error);

/**
 * Frees a summary.
 * @param self  a summary, or NULL to do nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_batch_summary_free (pe_batch_summary *self);

/**
 * Adds the units of another summary.
 *
 * @param      self   a summary
 * @param      other  what to add; may be @p self
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      they are added
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_RULEBOOK_DIFFERS  they are of different rulebooks
 * @retval PE_ERROR_OVERFLOW          more than 2^63 - 1 units, or a sum beyond 126 bits
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_batch_summary_merge (pe_batch_summary *self, const pe_batch_summary *other, pe_error **error);

/**
 * The digest of the rulebook.
 * @param self  a summary
 * @return #PE_DIGEST_SIZE bytes, borrowed from @p self
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const uint8_t *pe_batch_summary_get_rulebook_digest (const pe_batch_summary *self);

/**
 * How many units there are.
 * @param self  a summary
 * @return 0 or more
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
uint64_t pe_batch_summary_get_n_units (const pe_batch_summary *self);

/**
 * How many of them have a total.
 * @param self  a summary
 * @return 0 or more
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
uint64_t pe_batch_summary_get_n_scored (const pe_batch_summary *self);

/**
 * How many units have a grade.
 * @param self   a summary
 * @param grade  its index in the rulebook; -1: those that were scored and have none
 * @return 0 or more; 0 for a grade that there is not
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
uint64_t pe_batch_summary_count_grade (const pe_batch_summary *self, int32_t grade);

/**
 * In how many units a node has a state.
 * @param self   a summary
 * @param node   from 0
 * @param state  a #pe_state
 * @return 0 or more; 0 for what there is not
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
uint64_t pe_batch_summary_count_state (const pe_batch_summary *self, size_t node, pe_state state);

/**
 * The exact sum of a node's points over the units that have a total.
 *
 * @param[out] out    owned: pe_ratio_unref()
 * @param      self   a summary
 * @param      node   from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         @p node is past the end
 * @retval PE_ERROR_BATCH_NO_SCALE    the plan had no columns of points
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_batch_summary_get_sum (pe_ratio **out, const pe_batch_summary *self, size_t node, pe_error **error);

/**
 * Writes a summary as bytes.
 *
 * @param[out] out    owned: pe_text_unref(); bytes, no text
 * @param      self   a summary
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
pe_status pe_batch_summary_to_bytes (pe_text **out, const pe_batch_summary *self, pe_error **error);

/**
 * Reads a summary that was written as bytes, of this or another processor.
 *
 * @param[out] out    owned: pe_batch_summary_free()
 * @param      bytes  copied
 * @param      size   how many
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_SUMMARY_FORMAT    no summary, or a damaged one
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_batch_summary_from_bytes (pe_batch_summary **out, const uint8_t *bytes, size_t size, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_BATCH_SUMMARY_H */
