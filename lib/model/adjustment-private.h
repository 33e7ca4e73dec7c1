/* adjustment-private.h - taking in deductions, bonuses and events
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/adjustment.h>

#include "intake-private.h"

/* Each checks a record that was imported and replaces its texts by copies: see pe_intake_add_many(). */
pe_status pe_adjustment_take (void *record, const pe_intake *intake, pe_error **error);
pe_status pe_event_take (void *record, const pe_intake *intake, pe_error **error);

/* The texts of each, for copying from one arena to another. */
#define PE_ADJUSTMENT_N_TEXTS 3
#define PE_EVENT_N_TEXTS 2
void pe_adjustment_list_texts (pe_adjustment *self, const char **out[PE_ADJUSTMENT_N_TEXTS]);
void pe_event_list_texts (pe_event *self, const char **out[PE_EVENT_N_TEXTS]);
