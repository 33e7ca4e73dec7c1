/* adjustment.c - deductions, bonuses and events: defaults, checks and copies
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "adjustment-private.h"

#include "../base/decimal-private.h"
#include "../base/struct-private.h"

void
pe_adjustment_init (pe_adjustment *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_event_init (pe_event *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

/* A text that has to say something, whether it was left out or left blank: the two are one fault to who fills in. */
static pe_status
take_said (const pe_intake *intake, const char *member, const char **text, pe_error **error)
{
  if (*text == NULL)
    *text = "";
  return pe_intake_take_text (intake, member, text, PE_INTAKE_REQUIRED, error);
}

static pe_status
refuse (const pe_intake *intake, const char *member, const char *expected, pe_error **error)
{
  return pe_intake_refuse (
      intake, member, PE_ERROR_INVALID_ARGUMENT, error, "name", member, "expected", expected, NULL);
}

static pe_status
check_adjustment (const pe_adjustment *self, const pe_intake *intake, pe_error **error)
{
  if (self->kind < PE_ADJUSTMENT_DEDUCTION || self->kind > PE_ADJUSTMENT_BONUS)
    return refuse (intake, "kind", "a pe_adjustment_kind", error);
  if (self->scorer < PE_SCORER_SELF || self->scorer > PE_SCORER_EXTERNAL)
    return refuse (intake, "scorer", "a pe_scorer", error);
  if (self->reserved != 0)
    return refuse (intake, "reserved", "0", error);
  if ((self->kind == PE_ADJUSTMENT_BONUS) != (self->indicator == NULL))
    return refuse (intake, "indicator", "the leaf of a deduction, and none for a bonus", error);
  if (!pe_decimal_is_well_formed (&self->points) || self->points.coefficient <= 0)
    return refuse (intake, "points", "above 0", error);
  return PE_OK;
}

pe_status
pe_adjustment_take (void *record, const pe_intake *intake, pe_error **error)
{
  pe_adjustment *self = record;
  const gboolean is_bonus = self->kind == PE_ADJUSTMENT_BONUS;
  pe_status      status = check_adjustment (self, intake, error);

  if (status == PE_OK)
    status = pe_intake_take_text (
        intake, "indicator", &self->indicator, is_bonus ? PE_INTAKE_NULLABLE : PE_INTAKE_CODE, error);
  if (status == PE_OK)
    status = take_said (intake, "reason", &self->reason, error);
  if (status != PE_OK)
    return status;
  return is_bonus ? take_said (intake, "evidence", &self->evidence, error)
                  : pe_intake_take_text (intake, "evidence", &self->evidence, PE_INTAKE_NULLABLE, error);
}

pe_status
pe_event_take (void *record, const pe_intake *intake, pe_error **error)
{
  pe_event *self = record;
  pe_status status;

  if (self->reserved != 0)
    return refuse (intake, "reserved", "0", error);
  status = take_said (intake, "veto", &self->veto, error);
  return status == PE_OK ? take_said (intake, "evidence", &self->evidence, error) : status;
}

void
pe_adjustment_list_texts (pe_adjustment *self, const char **out[PE_ADJUSTMENT_N_TEXTS])
{
  out[0] = &self->indicator;
  out[1] = &self->reason;
  out[2] = &self->evidence;
}

void
pe_event_list_texts (pe_event *self, const char **out[PE_EVENT_N_TEXTS])
{
  out[0] = &self->veto;
  out[1] = &self->evidence;
}
