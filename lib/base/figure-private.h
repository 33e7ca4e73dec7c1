/* figure-private.h - what the library knows about figures beyond the door
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/figure.h>

#include "buffer-private.h"

/* The dimension of a unit: two units with the same one can be converted. */
typedef enum
{
  PE_DIMENSION_NONE,
  PE_DIMENSION_MONEY,
  PE_DIMENSION_SHARE, /* %, permille */
  PE_DIMENSION_POINT_OF_PERCENTAGE,
  PE_DIMENSION_COUNT,
  PE_DIMENSION_DAY,
  PE_DIMENSION_SCORE,
  PE_DIMENSION_TRUTH,
  PE_DIMENSION_OTHER
} pe_dimension;

pe_dimension pe_unit_get_dimension (pe_unit unit);
/* The power of ten that brings a number in this unit to its dimension's base (yuan; 1 for shares): 4 for wan yuan,
 * -2 for %. */
int32_t pe_unit_get_exponent (pe_unit unit);
/* A known state and unit, a well-formed value, and no value without PE_STATE_VALUE. */
gboolean pe_figure_is_well_formed (const pe_figure *self);
/* "2149.56 万元", "不适用", "": number and unit as a person reads them. */
void pe_figure_print (const pe_figure *self, pe_buffer *out);
