/* perfeval/batch_block.h - some rows of a CSV file, scored
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_BATCH_BLOCK_H
#define PERFEVAL_BATCH_BLOCK_H

#include <perfeval/batch.h>
#include <perfeval/batch_csv.h>

PE_BEGIN_DECLS

/**
 * @file batch_block.h
 * @brief A block (批次): whole records of a file, read into columns and scored; what could not be is set apart with its reason.
 *
 * A record is rejected when it has not as many cells as the first one, when a cell
 * is no figure of its column, or when its unit cannot be scored. The others are
 * not touched by it.
 *
 * @par Life cycle
 * A block belongs to one thread at a time; its texts and numbers are its own.
 */

/** A block. Opaque, owned. Since: 1.0 */
typedef struct pe_batch_block pe_batch_block;

/**
 * Reads whole records and scores them.
 *
 * @param[out] out         owned: pe_batch_block_free()
 * @param      self        the form of the file
 * @param      bytes       whole records, see pe_batch_csv_split(); copied
 * @param      size        how many bytes
 * @param      first_line  the number of their first line in the file, from 1
 * @param      summary     nullable; receives the units that were scored
 * @param[out] error       nullable; an owned error on failure
 *
 * @retval PE_OK                          @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT      an argument is NULL or out of range, or a quoted cell does not end
 * @retval PE_ERROR_LIMIT_ITEMS           more records than 2^31
 * @retval PE_ERROR_RULEBOOK_DIFFERS      the summary is of another rulebook
 * @retval PE_ERROR_BATCH_NO_SCALE        the plan has no scale
 * @retval PE_ERROR_NO_MEMORY             memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_batch_block_read (pe_batch_block **out, pe_batch_csv *self, const char *bytes, size_t size,
                               uint64_t first_line, pe_batch_summary *summary, pe_error **error);

/**
 * How many units were scored.
 * @param self  a block
 * @return 0 or more
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_batch_block_get_n_units (const pe_batch_block *self);

/**
 * How many records were rejected.
 * @param self  a block
 * @return 0 or more
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_batch_block_get_n_rejected (const pe_batch_block *self);

/**
 * How many lines the records take: where the next block begins.
 * @param self  a block
 * @return 0 or more
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
uint64_t pe_batch_block_get_n_lines (const pe_batch_block *self);

/**
 * The total of a unit.
 *
 * @param[out] out    in points
 * @param      self   a block
 * @param      unit   from 0, in the order of the file
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         @p unit is past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_batch_block_get_total (pe_decimal *out, const pe_batch_block *self, size_t unit, pe_error **error);

/**
 * The key of a unit: its cell in the first column that is no input, as it stands in the file.
 *
 * @param[out] length  its bytes; 0 where there is no such column
 * @param      self    a block
 * @param      unit    from 0
 * @return borrowed, not ended by a NUL; NULL past the end
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_batch_block_get_key (size_t *length, const pe_batch_block *self, size_t unit);

/**
 * The scores, one record a unit, in the columns of pe_batch_csv_print_heading().
 *
 * @param[out] out    owned: pe_text_unref()
 * @param      self   a block
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
pe_status pe_batch_block_print_scores (pe_text **out, const pe_batch_block *self, pe_error **error);

/**
 * What was rejected, one record each: line, column, code, message, and the record as it stood.
 *
 * @param[out] out       owned: pe_text_unref()
 * @param      self      a block
 * @param      language  of the messages
 * @param[out] error     nullable; an owned error on failure
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
pe_status pe_batch_block_print_rejected (pe_text **out, const pe_batch_block *self, pe_language language,
                                         pe_error **error);

/**
 * Frees a block.
 * @param self  a block, or NULL to do nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_batch_block_free (pe_batch_block *self);

PE_END_DECLS

#endif /* PERFEVAL_BATCH_BLOCK_H */
