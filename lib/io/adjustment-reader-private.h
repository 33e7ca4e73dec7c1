/* adjustment-reader-private.h - what changes a score after its rule, read part by part
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "document-private.h"

/* Append what stands at a leaf's "over_achievement" and "caps" to tables of pe_over_achievement and pe_cap; nothing for
 * an absent value. indicator: the leaf's code, borrowed. */
void pe_over_achievement_read (pe_document *document, pe_json_index value, const char *indicator,
                               pe_document_table *overs);
void pe_caps_read (pe_document *document, pe_json_index array, const char *indicator, pe_document_table *caps);

/* Sets a rulebook's "bonus"; nothing for an absent value. */
void pe_bonus_read (pe_document *document, pe_json_index value, pe_rulebook_builder *builder);
/* Reads one of a rulebook's "vetoes". */
void pe_veto_read (pe_document *document, pe_json_index value, void *item);
