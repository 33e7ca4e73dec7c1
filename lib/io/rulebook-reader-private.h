/* rulebook-reader-private.h - the parts of a rulebook, read one by one
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "document-private.h"

/* What pe_rulebook_from_json() does; lints: with what lint has to say about the rulebook, also about one that is refused. */
pe_status pe_rulebook_read (pe_rulebook **out, const char *bytes, size_t size, const pe_read_options *options,
                            gboolean lints, pe_findings **findings, pe_error **error);

/* Reads the rule of an indicator; owned, NULL when a fault was reported. *intended is borrowed from the document. measures:
 * references to those that the rulebook declares. */
pe_rule *pe_rule_read (pe_document *document, pe_json_index value, const pe_vector *measures, const char **intended);

/* Reads the indicators and adds them to a builder; FALSE when one of them is at fault beyond its rule. */
gboolean pe_indicators_read (pe_document *document, pe_json_index value, pe_rulebook_builder *builder);

/* Reads the cases and adds them to a builder, all of them or, where one is at fault, none. defaults: what their dossiers
 * need not say. */
void pe_cases_read (pe_document *document, pe_json_index value, const pe_dossier_head *defaults,
                    pe_rulebook_builder *builder);

/* Calls back with each state and policy of a {"missing": "error", …}; nothing for an absent value. */
typedef pe_status (*pe_set_policy) (void *builder, pe_state state, pe_policy policy, pe_error **error);
void pe_policies_read (pe_document *document, pe_json_index value, pe_set_policy set, void *builder);

/* The types of facts to formulas, a {"grade": "string", …}; nothing for an absent value (table-reader.c). */
void pe_types_read (pe_document *document, pe_json_index value, pe_rule_builder *builder);
/* The parts of a decision table, each an array. */
void pe_table_inputs_read (pe_document *document, pe_json_index array, pe_rule_builder *builder);
void pe_decisions_read (pe_document *document, pe_json_index array, pe_rule_builder *builder);
void pe_priority_read (pe_document *document, pe_json_index array, pe_rule_builder *builder);
