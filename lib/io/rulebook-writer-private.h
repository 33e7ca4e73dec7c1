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
/* Writes "cases" where there are any. */
void pe_writer_cases (pe_writer *self, const pe_rulebook *rulebook);
/* Writes an object: a dossier without its format. */
void pe_writer_case_dossier (pe_writer *self, const pe_dossier *dossier);
/* Writes an object, the whole document. */
void pe_writer_evaluation (pe_writer *self, const pe_evaluation *evaluation);
/* Writes "assumptions", an array. */
void pe_writer_assumptions (pe_writer *self, const pe_rulebook *rulebook);

/* Writes "types" where a rule has them (table-writer.c). */
void pe_writer_types (pe_writer *self, const pe_rule *rule);
/* The elements of the parts of a decision table. */
void     pe_writer_table_inputs (pe_writer *self, const pe_rule *rule);
void     pe_writer_decisions (pe_writer *self, const pe_rule *rule);
gboolean pe_writer_has_priority (const pe_rule *rule);
void     pe_writer_priority (pe_writer *self, const pe_rule *rule);
