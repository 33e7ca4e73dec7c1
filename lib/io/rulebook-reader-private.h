/* rulebook-reader-private.h - the parts of a rulebook, read one by one
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "document-private.h"

/* Reads the rule of an indicator; owned, NULL when a fault was reported. *intended is borrowed from the document. */
pe_rule *pe_rule_read (pe_document *document, pe_json_index value, const char **intended);

/* Reads the indicators and adds them to a builder; FALSE when one of them is at fault beyond its rule. */
gboolean pe_indicators_read (pe_document *document, pe_json_index value, pe_rulebook_builder *builder);

/* Calls back with each state and policy of a {"missing": "error", …}; nothing for an absent value. */
typedef pe_status (*pe_set_policy) (void *builder, pe_state state, pe_policy policy, pe_error **error);
void pe_policies_read (pe_document *document, pe_json_index value, pe_set_policy set, void *builder);
