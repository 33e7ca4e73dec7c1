/* review-check-private.h - the reviewer's checks, and a rulebook's settings of them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/review_check.h>

#include "../base/digest-private.h"
#include "rulebook-object-private.h"

/* In the order of the catalogue, so that a check's number is its index and one. */
typedef enum
{
  PE_REVIEW_MARKS,
  PE_REVIEW_MARKS_POSITIVE,
  PE_REVIEW_SCORE_RANGE,
  PE_REVIEW_SCORE_COMPUTED,
  PE_REVIEW_LOSS_EXPLAINED,
  PE_REVIEW_REASON_NEEDED,
  PE_REVIEW_QUALITATIVE,
  PE_REVIEW_NUMERIC,
  PE_REVIEW_OVER_ACHIEVED,
  PE_REVIEW_OUTRUNS,
  PE_REVIEW_UNSPENT,
  PE_REVIEW_EXECUTION,
  PE_REVIEW_OVERSPENT,
  PE_REVIEW_FUNDING,
  PE_REVIEW_ITEMISED,
  PE_REVIEW_NARRATIVE,
  PE_REVIEW_TOTAL,
  PE_REVIEW_GRADE,
  PE_REVIEW_PERCENTAGES,
  PE_REVIEW_COUNTS,
  PE_REVIEW_TARGETS,
  PE_REVIEW_CONCENTRATION,
  PE_REVIEW_ATTACHMENTS,
  PE_REVIEW_PROCUREMENT,
  PE_REVIEW_SME,
  PE_REVIEW_ASSETS,
  PE_REVIEW_COVERAGE,
  PE_REVIEW_THREE_PUBLIC,
  PE_REVIEW_N_CHECKS
} pe_review_check_number;

#define PE_REVIEW_MAX_THRESHOLDS 2

const pe_review_check     *pe_review_check_peek (size_t check);
const pe_review_threshold *pe_review_threshold_peek (size_t check, size_t index); /* NULL when there is none */

/* What holds for one check under a rulebook. */
typedef struct pe_review_rule
{
  gboolean    off;
  pe_severity severity;
  pe_decimal  thresholds[PE_REVIEW_MAX_THRESHOLDS];
} pe_review_rule;

/* rulebook is nullable. */
void pe_review_rule_init (pe_review_rule *self, size_t check, const pe_rulebook *rulebook);

extern const pe_rulebook_record_kind pe_review_setting_kind;
pe_status                            pe_review_setting_check (void *record, size_t index, pe_error **error);

/* One that is there: an index past the end is a mistake of the caller's. */
const pe_review_setting *pe_rulebook_peek_review_setting (const pe_rulebook *self, size_t index);
void                     pe_rulebook_digest_review (const pe_rulebook_content *content, pe_digest_stream *stream);
/* Checks that the settings name what there is, in its range, and nothing twice. */
void pe_rulebook_check_review (const pe_rulebook *self, pe_collector *collector);
