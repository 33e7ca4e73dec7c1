/* measure-json-private.h - the measures that a rulebook declares as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "document-private.h"
#include "writer-private.h"

/* Reads the "measures" of a rulebook and adds them to a builder. For one that is at fault something else stands in, so that
 * what names it is not at fault as well; a rulebook with a fault is never handed out. */
void pe_measures_read (pe_document *document, pe_json_index array, pe_rulebook_builder *builder);
/* The member "measures" of a rulebook that declares some. */
void pe_writer_measures (pe_writer *self, const pe_rulebook *rulebook);
