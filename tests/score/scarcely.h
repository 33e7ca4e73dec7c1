/* scarcely.h - what the tests of this room evaluate and roll up, refused its memory in turn
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Whatever a test evaluates through the helpers of this room goes through here first: what a small input asks for and
 * what each shape, policy and finding asks for is refused, not only what one large example does.
 */
#pragma once

#include <perfeval/cases.h>
#include <perfeval/evaluation.h>
#include <perfeval/rollup.h>

/* options: nullable. Each is walked (scarce.h) and has to come out with this status. */
void evaluate_scarcely (pe_rulebook *rulebook, pe_dossier *dossier, const pe_evaluate_options *options,
                        pe_status expected);
void roll_up_scarcely (const pe_rollup_unit *units, size_t n, const pe_rollup_options *options, pe_status expected);
void run_cases_scarcely (pe_rulebook *rulebook, const pe_evaluate_options *options);
/* Every sentence and formula about them, in both languages. */
void explain_scarcely (const pe_evaluation *self);
void explain_rollup_scarcely (const pe_rollup *self);
/* With every limit on the bits of a number, from the least on, until one is enough: before that it is PE_ERROR_LIMIT. */
void evaluate_within_limits (pe_rulebook *rulebook, pe_dossier *dossier);
void roll_up_within_limits (const pe_rollup_unit *units, size_t n, const pe_rollup_options *options);
