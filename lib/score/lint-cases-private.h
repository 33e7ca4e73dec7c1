/* lint-cases-private.h - the cases of a rulebook that is looked over
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/calendar.h>
#include <perfeval/rulebook.h>

#include "../base/finding-private.h"

/* Runs the cases; which of them fail goes to the collector. calendar: nullable. */
void pe_lint_run_cases (pe_rulebook *rulebook, const pe_calendar *calendar, const pe_limits *limits,
                        pe_collector *collector);
