/* measure-private.h - what the library knows about measures beyond the door
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/measure_trace.h>

#include <glib.h>

#include "../base/buffer-private.h"
#include "money-private.h"

/* TRUE and the index of a measure by its id. */
gboolean pe_measure_find (const char *id, size_t *index);
/* TRUE when a measure is a rate, whose denominator can be zero. */
gboolean pe_measure_is_rate (size_t index);
/* TRUE when it is a share or a change, which stands with shares; other rates are in their unit, as days on average are. */
gboolean pe_measure_is_share (size_t index);
/* The unit of the value. */
pe_unit pe_measure_get_unit (size_t index);
/* What rules judge by: the defaults, and the calendar of the evaluation. */
void pe_measure_options_set (pe_measure_options *self, const pe_calendar *calendar);
/* Takes a caller's options, or the defaults for NULL. */
pe_status pe_measure_options_import (pe_measure_options *out, const pe_measure_options *options, pe_error **error);
/* Derives by index. numerator_path and denominator_path (nullable) receive the place of the record behind each part, e.g.
 * "/budget/lines/0/executed", or of the table when several records stand behind it, e.g. "/procurement/records".
 * PE_ERROR_CALENDAR_MISSING; _RANGE, with the record in numerator_path; PE_ERROR_OVERFLOW. */
pe_status pe_measure_derive_parts (pe_measure_value *out, size_t index, const pe_dossier *dossier,
                                   const pe_measure_options *options, pe_buffer *numerator_path,
                                   pe_buffer *denominator_path, pe_error **error);
/* One amount: of a budget category, or, where that is 0, a total over procurement. */
typedef struct pe_amount_name
{
  gboolean is_prior; /* of the year before */
  int32_t  category; /* a pe_budget_category, or 0 */
  int32_t  amount;   /* a pe_amount, or a pe_procurement_total */
} pe_amount_name;

/* TRUE when a few amounts of one year decide a measure; the others need the records, or the year before. */
gboolean pe_measure_is_of_amounts (size_t index);
/* The amounts of such a measure: its numerator, what is taken away from that, its denominator; those of 0 are none, as they
 * all are of another measure. */
#define PE_MEASURE_AMOUNTS 3
void pe_measure_get_amounts (size_t index, pe_amount_name out[PE_MEASURE_AMOUNTS]);
/* Derives from those amounts as figures, PE_ERROR_OVERFLOW when the difference does not fit. */
pe_status pe_measure_derive_amounts (pe_measure_value *out, size_t index, const pe_figure amounts[PE_MEASURE_AMOUNTS],
                                     pe_error **error);
/* How many records are gone through to derive a measure. */
size_t pe_measure_count_records (size_t index, const pe_dossier *dossier);
/* TRUE when the dossier has any of what a measure is derived from. */
gboolean pe_measure_has_any (size_t index, const pe_dossier *dossier);
