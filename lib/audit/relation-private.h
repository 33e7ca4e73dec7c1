/* relation-private.h - what the kinds and forms of relations ask for
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/relation.h>

/* How many operands a form of a kind has; FALSE: the kind has no such form. most is G_MAXUINT32 where there is no bound. */
gboolean pe_relation_get_arity (pe_relation_kind kind, pe_relation_form form, uint32_t *least, uint32_t *most);
gboolean pe_relation_needs_comparison (pe_relation_kind kind);
/* Rates, shares, completions and growths by division: the result is a quotient of its operands. */
gboolean pe_relation_is_quotient (pe_relation_kind kind, pe_relation_form form);
