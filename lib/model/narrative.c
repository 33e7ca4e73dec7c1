/* narrative.c - what an office says in its own words
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "narrative-private.h"

#include "../base/struct-private.h"

void
pe_narrative_init (pe_narrative *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

pe_status
pe_narrative_take (void *record, const pe_intake *intake, pe_error **error)
{
  pe_narrative *self = record;
  pe_status     status;

  if (self->reserved != 0)
    return pe_intake_refuse (
        intake, "reserved", PE_ERROR_INVALID_ARGUMENT, error, "name", "reserved", "expected", "0", NULL);
  status = pe_intake_take_text (intake, "section", &self->section, PE_INTAKE_CODE, error);
  if (status != PE_OK)
    return status;
  return pe_intake_take_text (intake, "text", &self->text, PE_INTAKE_REQUIRED, error);
}
