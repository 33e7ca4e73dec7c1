/* facts-private.h - taking in the records of a dossier
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/facts.h>

#include "intake-private.h"

/* Each is a pe_intake_take for its record. */
pe_status pe_fact_take (void *record, const pe_intake *intake, pe_error **error);
pe_status pe_row_take (void *record, const pe_intake *intake, pe_error **error);
pe_status pe_declared_score_take (void *record, const pe_intake *intake, pe_error **error);
pe_status pe_reading_take (void *record, const pe_intake *intake, pe_error **error);

/* The texts of each, for copying from one arena to another. */
#define PE_ROW_N_TEXTS 9
#define PE_DECLARED_SCORE_N_TEXTS 3
#define PE_READING_N_TEXTS 3
void pe_row_list_texts (pe_row *self, const char **out[PE_ROW_N_TEXTS]);
void pe_declared_score_list_texts (pe_declared_score *self, const char **out[PE_DECLARED_SCORE_N_TEXTS]);
void pe_reading_list_texts (pe_reading *self, const char **out[PE_READING_N_TEXTS]);
