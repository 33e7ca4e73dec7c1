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
/* One amount: of a budget category, or, where that is 0, a total over procurement. */
typedef struct pe_amount_name
{
  gboolean is_prior; /* of the year before */
  int32_t  category; /* a pe_budget_category, or 0 */
  int32_t  amount;   /* a pe_amount, or a pe_procurement_total */
} pe_amount_name;

/* The amounts of a measure: its numerator, what is taken away from that, its denominator; those of 0 are none. */
#define PE_MEASURE_AMOUNTS 3
void pe_measure_get_amounts (size_t index, pe_amount_name out[PE_MEASURE_AMOUNTS]);
/* Derives from those amounts as figures, PE_ERROR_OVERFLOW when the difference does not fit. */
pe_status pe_measure_derive_amounts (pe_measure_value *out, size_t index, const pe_figure amounts[PE_MEASURE_AMOUNTS],
                                     pe_error **error);
/* TRUE when the dossier has any of the amounts that a measure is derived from. */
gboolean pe_measure_has_any (size_t index, const pe_dossier *dossier);
