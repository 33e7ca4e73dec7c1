/* limits.c - how much input the library takes on
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "limits-private.h"

#include <glib.h>
#include <string.h>

#include "finding-private.h"
#include "struct-private.h"

static const pe_limits defaults = {
  .struct_size = sizeof (pe_limits),
  .findings = 100,
  .bytes = 67108864,
  .depth = 64,
  .digits = 1000,
  .items = 4000000,
  .text_bytes = 1048576,
  .number_bits = 65536,
  .reserved = 0,
  .formula_steps = 10000000,
  .table_steps = 100000000,
  .formula_depth = 64,
  .formula_names = 256,
  .table_rules = 1000000,
};

#define DEPTH_MAX 1024
#define NUMBER_BITS_MIN 256

void
pe_limits_init (pe_limits *limits, uint32_t struct_size)
{
  pe_struct_init (limits, struct_size, &defaults, sizeof defaults);
}

/* What a caller of an older library does not know is zero, and zero means the default. */
static void
fill_zeros (pe_limits *self)
{
  if (self->formula_steps == 0)
    self->formula_steps = defaults.formula_steps;
  if (self->table_steps == 0)
    self->table_steps = defaults.table_steps;
  if (self->formula_depth == 0)
    self->formula_depth = defaults.formula_depth;
  if (self->formula_names == 0)
    self->formula_names = defaults.formula_names;
  if (self->table_rules == 0)
    self->table_rules = defaults.table_rules;
}

pe_status
pe_limits_import (pe_limits *out, const pe_limits *theirs, pe_error **error)
{
  pe_limits ours = defaults;
  pe_status status;

  if (theirs == NULL)
    {
      *out = defaults;
      return PE_OK;
    }
  status = pe_struct_import (&ours, sizeof ours, theirs, offsetof (pe_limits, formula_steps), "limits", error);
  if (status != PE_OK)
    return status;
  if (ours.findings < 1)
    return pe_error_set_argument (error, "limits.findings", "at least 1");
  if (ours.depth > DEPTH_MAX)
    return pe_error_set_argument (error, "limits.depth", "at most 1024");
  if (ours.number_bits < NUMBER_BITS_MIN)
    return pe_error_set_argument (error, "limits.number_bits", "at least 256");
  if (ours.formula_depth > DEPTH_MAX)
    return pe_error_set_argument (error, "limits.formula_depth", "at most 1024");
  if (ours.reserved != 0 || ours.reserved_2 != 0)
    return pe_error_set_argument (error, "limits.reserved", "0");
  fill_zeros (&ours);
  *out = ours;
  return PE_OK;
}
