/* perfeval/rollup_json.h - a roll-up as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_ROLLUP_JSON_H
#define PERFEVAL_ROLLUP_JSON_H

#include <perfeval/json.h>
#include <perfeval/rollup.h>

PE_BEGIN_DECLS

/**
 * @file rollup_json.h
 * @brief A roll-up as a document, "perfeval-rollup/1"; its JSON Schema is installed.
 */

/**
 * Writes a roll-up: the units with their weights, shares, scores and digests, the nodes, the ledger, the findings and,
 * under "totals first", the evaluation of the whole.
 *
 * @param[out] out    owned: pe_text_unref()
 * @param      self   a roll-up
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * @code
 * pe_text *text = NULL;
 * if (pe_rollup_to_json (&text, rollup, NULL) == PE_OK)
 *   {
 *     assert (pe_text_get_size (text) > 0);
 *     pe_text_unref (text);
 *   }
 * @endcode
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rollup_to_json (pe_text **out, const pe_rollup *self, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_ROLLUP_JSON_H */
