/* review-setting-private.h - a rulebook's settings of the reviewer's checks as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "document-private.h"
#include "writer-private.h"

/* Reads one of a rulebook's "review" into a pe_review_setting. */
void pe_review_setting_read (pe_document *document, pe_json_index value, void *item);
/* The member "review" of a rulebook that has settings. */
void pe_writer_review_settings (pe_writer *self, const pe_rulebook *rulebook);
