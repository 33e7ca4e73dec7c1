/* adjustment-rule-private.h - over-achievement, caps, bonuses and vetoes inside a rulebook
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/adjustment_rule.h>

#include "../base/digest-private.h"
#include "rulebook-object-private.h"

/* The fact in which a leaf says why it over-achieved. */
#define PE_OVER_REASON_FACT "over_achievement_reason"

extern const pe_rulebook_record_kind pe_over_achievement_kind;
extern const pe_rulebook_record_kind pe_cap_kind;
extern const pe_rulebook_record_kind pe_veto_kind;

/* What can be told of one record by itself: PE_ERROR_INVALID_ARGUMENT. */
pe_status pe_over_achievement_check (void *record, size_t index, pe_error **error);
pe_status pe_cap_check (void *record, size_t index, pe_error **error);
pe_status pe_veto_check (void *record, size_t index, pe_error **error);

/* Puts the over-achievements and caps in the order of their indicators, which are indexed; PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_rulebook_order_adjustments (pe_rulebook *self);
/* What they are in the digest: nothing where there are none. */
void pe_rulebook_digest_adjustments (const pe_rulebook_content *content, pe_digest_stream *stream);
/* Whether each could be applied as it stands. */
void pe_rulebook_check_adjustments (const pe_rulebook *self, pe_collector *collector);
/* Forgets the compiled conditions of the caps. */
void pe_rulebook_clear_conditions (pe_rulebook *self);
