/* measure-private.h - what the library knows about measures beyond the door
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/measure.h>

#include <glib.h>

#include "../base/buffer-private.h"

/* TRUE and the index of a measure by its id. */
gboolean pe_measure_find (const char *id, size_t *index);
/* TRUE when a measure is a rate, whose denominator can be zero. */
gboolean pe_measure_is_rate (size_t index);
/* Derives by index. numerator_path and denominator_path (nullable) receive the place of the record behind each part, e.g.
 * "/budget/lines/0/executed", or of the table when several records stand behind it, e.g. "/procurement/records". */
pe_status pe_measure_derive_parts (pe_measure_value *out, size_t index, const pe_dossier *dossier,
                                   pe_buffer *numerator_path, pe_buffer *denominator_path, pe_error **error);
/* TRUE when the dossier has any of the amounts that a measure is derived from. */
gboolean pe_measure_has_any (size_t index, const pe_dossier *dossier);
