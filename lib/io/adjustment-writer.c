/* adjustment-writer.c - what changes a score after its rule, as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "adjustment-writer-private.h"

#include "../model/dossier-private.h"
#include "../rules/rulebook-private.h"

static void
write_over (pe_writer *self, const pe_over_achievement *over)
{
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_decimal (&self->json, "from", &over->from);
  pe_writer_member_word (self, "action", pe_words_over_action, over->action);
  pe_writer_member_word (self, "if_no_reason", pe_words_over_no_reason, over->if_no_reason);
  if (over->action == PE_OVER_REDUCE)
    {
      pe_json_writer_member_decimal (&self->json, "per", &over->per);
      pe_json_writer_member_decimal (&self->json, "cap", &over->cap);
    }
  pe_json_writer_end_object (&self->json);
}

static void
write_overs (pe_writer *self, const pe_rulebook *rulebook, size_t indicator)
{
  size_t                     n, first;
  const pe_over_achievement *overs = pe_rulebook_get_overs (rulebook, indicator, &n, &first);

  if (n == 0)
    return;
  pe_json_writer_name (&self->json, "over_achievement");
  if (overs[0].sign == 0)
    {
      write_over (self, &overs[0]);
      return;
    }
  pe_json_writer_begin_object (&self->json);
  for (size_t i = 0; i < n; i++)
    {
      pe_json_writer_name (&self->json, pe_word_get (pe_words_rule_sign, overs[i].sign));
      write_over (self, &overs[i]);
    }
  pe_json_writer_end_object (&self->json);
}

static void
write_caps (pe_writer *self, const pe_rulebook *rulebook, size_t indicator)
{
  size_t        n, first;
  const pe_cap *caps = pe_rulebook_get_caps (rulebook, indicator, &n, &first);

  if (n == 0)
    return;
  pe_json_writer_name (&self->json, "caps");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < n; i++)
    {
      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_string (&self->json, "if_fact", caps[i].if_fact);
      pe_json_writer_member_string (&self->json, "if_formula", caps[i].if_formula);
      pe_json_writer_member_decimal (&self->json, "points", &caps[i].points);
      pe_writer_member_both (self, "reason", caps[i].reason_zh, caps[i].reason_en);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
}

void
pe_writer_leaf_adjustments (pe_writer *self, const pe_rulebook *rulebook, size_t indicator)
{
  if (pe_rulebook_peek_indicator (rulebook, indicator)->manual_deduction != 0)
    {
      pe_json_writer_name (&self->json, "manual_deduction");
      pe_json_writer_bool (&self->json, TRUE);
    }
  write_overs (self, rulebook, indicator);
  write_caps (self, rulebook, indicator);
}

void
pe_writer_total_adjustments (pe_writer *self, const pe_rulebook *rulebook)
{
  const pe_bonus *bonus = pe_rulebook_peek_bonus (rulebook);
  const size_t    n = pe_rulebook_get_n_vetoes (rulebook);

  if (bonus != NULL)
    {
      pe_json_writer_name (&self->json, "bonus");
      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_decimal (&self->json, "limit", &bonus->limit);
      pe_json_writer_member_decimal (&self->json, "ceiling", &bonus->ceiling);
      pe_json_writer_end_object (&self->json);
    }
  if (n == 0)
    return;
  pe_json_writer_name (&self->json, "vetoes");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < n; i++)
    {
      const pe_veto *veto = pe_rulebook_peek_veto (rulebook, i);

      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_string (&self->json, "id", veto->id);
      pe_writer_member_both (self, "name", veto->name_zh, veto->name_en);
      pe_writer_member_word (self, "effect", pe_words_veto_effect, veto->effect);
      pe_json_writer_member_string (&self->json, "grade", veto->grade);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
}

static void
write_adjustments (pe_writer *self, const pe_dossier *dossier)
{
  const size_t n = pe_dossier_get_n_adjustments (dossier);

  if (n == 0 || !pe_writer_can_nest (self, 2))
    return;
  pe_json_writer_name (&self->json, "adjustments");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < n; i++)
    {
      const pe_adjustment *adjustment = pe_dossier_peek_adjustment (dossier, i);

      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_string (&self->json, "indicator", adjustment->indicator);
      pe_writer_member_word (self, "kind", pe_words_adjustment_kind, adjustment->kind);
      pe_json_writer_member_decimal (&self->json, "points", &adjustment->points);
      pe_json_writer_member_string (&self->json, "reason", adjustment->reason);
      pe_json_writer_member_string (&self->json, "evidence", adjustment->evidence);
      pe_writer_member_word (self, "scorer", pe_words_scorer, adjustment->scorer);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
}

void
pe_writer_dossier_adjustments (pe_writer *self, const pe_dossier *dossier)
{
  const size_t n = pe_dossier_get_n_events (dossier);

  write_adjustments (self, dossier);
  if (n == 0 || !pe_writer_can_nest (self, 2))
    return;
  pe_json_writer_name (&self->json, "events");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < n; i++)
    {
      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_string (&self->json, "veto", pe_dossier_peek_event (dossier, i)->veto);
      pe_json_writer_member_string (&self->json, "evidence", pe_dossier_peek_event (dossier, i)->evidence);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
}
