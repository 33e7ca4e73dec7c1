/* adjustment-writer-private.h - what changes a score after its rule, as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "writer-private.h"

/* The members "manual_deduction", "over_achievement" and "caps" of a leaf, where it has them; two levels deep. */
void pe_writer_leaf_adjustments (pe_writer *self, const pe_rulebook *rulebook, size_t indicator);
/* The members "bonus" and "vetoes" of a rulebook. */
void pe_writer_total_adjustments (pe_writer *self, const pe_rulebook *rulebook);
/* The members "adjustments" and "events" of a dossier. */
void pe_writer_dossier_adjustments (pe_writer *self, const pe_dossier *dossier);
