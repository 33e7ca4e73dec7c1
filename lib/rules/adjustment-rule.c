/* adjustment-rule.c - over-achievement, caps, bonuses and vetoes: defaults, and the checks of each by itself
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "adjustment-rule-private.h"

#include "../base/struct-private.h"

void
pe_over_achievement_init (pe_over_achievement *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_cap_init (pe_cap *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_bonus_init (pe_bonus *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_veto_init (pe_veto *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

static const pe_text_member over_achievement_texts[] = {
  { offsetof (pe_over_achievement, indicator), "indicator", PE_MEMBER_CODE },
};

static const pe_text_member cap_texts[] = {
  { offsetof (pe_cap, indicator), "indicator", PE_MEMBER_CODE },
  { offsetof (pe_cap, if_fact), "if_fact", PE_MEMBER_NULLABLE },
  { offsetof (pe_cap, if_formula), "if_formula", PE_MEMBER_NULLABLE },
  { offsetof (pe_cap, reason_zh), "reason_zh", PE_MEMBER_TEXT },
  { offsetof (pe_cap, reason_en), "reason_en", PE_MEMBER_NULLABLE },
};

static const pe_text_member veto_texts[] = {
  { offsetof (pe_veto, id), "id", PE_MEMBER_TEXT },
  { offsetof (pe_veto, name_zh), "name_zh", PE_MEMBER_TEXT },
  { offsetof (pe_veto, name_en), "name_en", PE_MEMBER_NULLABLE },
  { offsetof (pe_veto, grade), "grade", PE_MEMBER_NULLABLE },
};

const pe_rulebook_record_kind pe_over_achievement_kind
    = { "over_achievements",
        sizeof (pe_over_achievement),
        over_achievement_texts,
        G_N_ELEMENTS (over_achievement_texts),
        NULL,
        NULL };
const pe_rulebook_record_kind pe_cap_kind
    = { "caps", sizeof (pe_cap), cap_texts, G_N_ELEMENTS (cap_texts), NULL, NULL };
const pe_rulebook_record_kind pe_veto_kind
    = { "vetoes", sizeof (pe_veto), veto_texts, G_N_ELEMENTS (veto_texts), NULL, NULL };

pe_status
pe_over_achievement_check (void *record, size_t index, pe_error **error)
{
  const pe_over_achievement *self = record;

  if (self->action < PE_OVER_FLAG || self->action > PE_OVER_REDUCE)
    return pe_record_set_error (error, pe_over_achievement_kind.table, index, "action", "a pe_over_action");
  if (self->if_no_reason < 0 || self->if_no_reason > PE_OVER_NO_REASON_ERROR)
    return pe_record_set_error (
        error, pe_over_achievement_kind.table, index, "if_no_reason", "0 or a pe_over_no_reason");
  if (self->sign < 0 || self->sign > PE_SIGN_GREATER)
    return pe_record_set_error (
        error, pe_over_achievement_kind.table, index, "sign", "0 or a pe_sign that a row can have");
  if (!pe_decimal_is_well_formed (&self->from))
    return pe_record_set_error (error, pe_over_achievement_kind.table, index, "from", "a well-formed pe_decimal");
  if (!pe_decimal_is_well_formed (&self->per))
    return pe_record_set_error (error, pe_over_achievement_kind.table, index, "per", "a well-formed pe_decimal");
  if (!pe_decimal_is_well_formed (&self->cap))
    return pe_record_set_error (error, pe_over_achievement_kind.table, index, "cap", "a well-formed pe_decimal");
  return PE_OK;
}

pe_status
pe_cap_check (void *record, size_t index, pe_error **error)
{
  const pe_cap *self = record;

  if (self->reserved != 0)
    return pe_record_set_error (error, pe_cap_kind.table, index, "reserved", "0");
  if (!pe_decimal_is_well_formed (&self->points))
    return pe_record_set_error (error, pe_cap_kind.table, index, "points", "a well-formed pe_decimal");
  if ((self->if_fact == NULL) == (self->if_formula == NULL))
    return pe_record_set_error (error, pe_cap_kind.table, index, "if_fact", "either a fact or a formula");
  if (self->if_fact != NULL && !pe_code_is_valid (self->if_fact))
    return pe_code_set_error (error, self->if_fact, "/if_fact");
  return PE_OK;
}

pe_status
pe_veto_check (void *record, size_t index, pe_error **error)
{
  const pe_veto *self = record;

  if (self->effect < PE_VETO_ZERO || self->effect > PE_VETO_CEILING)
    return pe_record_set_error (error, pe_veto_kind.table, index, "effect", "a pe_veto_effect");
  return PE_OK;
}
