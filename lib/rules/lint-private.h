/* lint-private.h - a rulebook being looked over
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/lint.h>

#include "rulebook-report-private.h"
#include "shape-private.h"

typedef struct pe_lint
{
  const pe_rulebook *rulebook;
  pe_collector      *collector;
  uint64_t          *table_steps; /* left to look for what decision tables give */
} pe_lint;

/* What building does not refuse and lint says, without the comparison with other rulebooks. has_dropped_cases: it had
 * some that were at fault. */
void pe_lint_check (const pe_rulebook *rulebook, gboolean has_dropped_cases, pe_collector *collector);
/* Fills ours, and the limits, from a caller's options. */
pe_status pe_lint_options_import (pe_lint_options *ours, pe_limits *limits, const pe_lint_options *theirs,
                                  pe_error **error);
/* Two editions of one scheme, or one edition twice. */
void pe_lint_check_others (const pe_rulebook *rulebook, const pe_lint_options *options, pe_collector *collector);

/* The rules (lint-rule.c). prefix: where a rule stands below its indicator, e.g. "/rule/rules/>=". */

void pe_lint_check_rule (const pe_lint *self, size_t indicator, const pe_rule *rule, const pe_decimal *full_marks,
                         const char *prefix);
/* Says that a later revision has taken the place of a shape's. */
void pe_lint_check_shape (const pe_lint *self, size_t indicator, const pe_shape *shape, const char *prefix);
