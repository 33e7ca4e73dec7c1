/* rulebook-writer-private.h - the parts of a rulebook as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "writer-private.h"

/* How many levels a rule nests: a slot, its rules, one of them, its bands, one of them, its name. */
#define PE_RULE_DEPTH 6

/* Writes "rule". intended: nullable. */
void pe_writer_rule (pe_writer *self, const pe_rule *rule, const char *intended);
/* Writes "policies" where a state has one. */
void pe_writer_policies (pe_writer *self, const void *data, pe_policy (*get) (const void *data, pe_state state));
/* Writes "assumptions", an array. */
void pe_writer_assumptions (pe_writer *self, const pe_rulebook *rulebook);
