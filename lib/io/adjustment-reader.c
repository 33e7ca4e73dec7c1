/* adjustment-reader.c - what changes a score after its rule, from JSON: a rulebook's part and a dossier's
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "adjustment-reader-private.h"

#include "dossier-reader-private.h"

/* A leaf's over-achievement */

enum
{
  OVER_FROM,
  OVER_ACTION,
  OVER_IF_NO_REASON,
  OVER_PER,
  OVER_CAP,
  N_OVER
};

static const pe_member_rule over_members[N_OVER] = {
  { "from", PE_MEMBER_REQUIRED }, { "action", PE_MEMBER_REQUIRED }, { "if_no_reason", PE_MEMBER_OPTIONAL },
  { "per", PE_MEMBER_OPTIONAL },  { "cap", PE_MEMBER_OPTIONAL },
};

static void
read_over (pe_document *document, pe_json_index value, const char *indicator, pe_sign sign, pe_document_table *overs)
{
  pe_over_achievement *over = pe_document_table_append (document, overs, value);
  pe_json_index        members[N_OVER];

  if (over == NULL)
    return;
  pe_document_read_object (document, value, over_members, N_OVER, PE_ERROR_MEMBER_UNKNOWN, members);
  pe_over_achievement_init (over, sizeof *over);
  over->indicator = indicator;
  over->sign = sign;
  pe_document_read_decimal (document, members[OVER_FROM], &over->from);
  over->action = pe_document_read_word (document, members[OVER_ACTION], pe_words_over_action);
  over->if_no_reason = pe_document_read_word (document, members[OVER_IF_NO_REASON], pe_words_over_no_reason);
  pe_document_read_decimal (document, members[OVER_PER], &over->per);
  pe_document_read_decimal (document, members[OVER_CAP], &over->cap);
}

/* One object for each sign: as in a slot's rules, the names are those that are written, not "≥". */
static void
read_overs_by_sign (pe_document *document, pe_json_index value, const char *indicator, pe_document_table *overs)
{
  for (pe_json_index member = pe_json_get_first (document->json, value); member != PE_JSON_NONE;
       member = pe_json_get_next (document->json, member))
    {
      const char   *name = pe_json_get_name (document->json, member, NULL);
      const pe_sign sign = pe_word_find (pe_words_rule_sign, name);

      if (sign == 0 || sign == PE_SIGN_QUALITATIVE)
        pe_document_report_name (document, member, PE_ERROR_MEMBER_UNKNOWN, "name", name, NULL);
      else
        read_over (document, member, indicator, sign, overs);
    }
}

void
pe_over_achievement_read (pe_document *document, pe_json_index value, const char *indicator, pe_document_table *overs)
{
  pe_json_index first;

  if (value == PE_JSON_NONE)
    return;
  first = pe_json_get_kind (document->json, value) == PE_JSON_OBJECT
              ? pe_json_get_first (document->json, value)
              : PE_JSON_NONE;
  if (first != PE_JSON_NONE && pe_word_find (pe_words_rule_sign, pe_json_get_name (document->json, first, NULL)) != 0)
    read_overs_by_sign (document, value, indicator, overs);
  else
    read_over (document, value, indicator, 0, overs);
}

/* A leaf's caps */

static const pe_member_rule cap_members[] = {
  { "if_fact", PE_MEMBER_OPTIONAL },
  { "points", PE_MEMBER_REQUIRED },
  { "reason", PE_MEMBER_REQUIRED },
  { "if_formula", PE_MEMBER_OPTIONAL },
};

void
pe_caps_read (pe_document *document, pe_json_index array, const char *indicator, pe_document_table *caps)
{
  if (!pe_document_read_array (document, array))
    return;
  for (pe_json_index value = pe_json_get_first (document->json, array); value != PE_JSON_NONE;
       value = pe_json_get_next (document->json, value))
    {
      pe_cap       *cap = pe_document_table_append (document, caps, value);
      pe_json_index members[G_N_ELEMENTS (cap_members)];

      if (cap == NULL)
        return;
      pe_document_read_object (
          document, value, cap_members, G_N_ELEMENTS (cap_members), PE_ERROR_MEMBER_UNKNOWN, members);
      pe_cap_init (cap, sizeof *cap);
      cap->indicator = indicator;
      cap->if_fact = pe_document_read_text (document, members[0]);
      pe_document_read_decimal (document, members[1], &cap->points);
      pe_document_read_both (document, members[2], TRUE, &cap->reason_zh, &cap->reason_en);
      cap->if_formula = pe_document_read_text (document, members[3]);
      if (members[0] == PE_JSON_NONE && members[3] == PE_JSON_NONE)
        pe_document_report (document, value, PE_ERROR_MEMBER_MISSING, "name", "if_fact", NULL);
    }
}

/* The rulebook's bonus and vetoes */

static const pe_member_rule bonus_members[] = { { "limit", PE_MEMBER_REQUIRED }, { "ceiling", PE_MEMBER_REQUIRED } };

void
pe_bonus_read (pe_document *document, pe_json_index value, pe_rulebook_builder *builder)
{
  const uint64_t n_errors = pe_document_get_n_errors (document);
  pe_bonus       bonus;
  pe_json_index  members[G_N_ELEMENTS (bonus_members)];
  pe_error      *error = NULL;

  if (value == PE_JSON_NONE)
    return;
  pe_document_read_object (
      document, value, bonus_members, G_N_ELEMENTS (bonus_members), PE_ERROR_MEMBER_UNKNOWN, members);
  pe_bonus_init (&bonus, sizeof bonus);
  pe_document_read_decimal (document, members[0], &bonus.limit);
  pe_document_read_decimal (document, members[1], &bonus.ceiling);
  if (pe_document_get_n_errors (document) == n_errors
      && pe_rulebook_builder_set_bonus (builder, &bonus, &error) != PE_OK)
    pe_document_take_member_error (document, error, value);
}

static const pe_member_rule veto_members[] = {
  { "id", PE_MEMBER_REQUIRED },
  { "name", PE_MEMBER_REQUIRED },
  { "effect", PE_MEMBER_REQUIRED },
  { "grade", PE_MEMBER_OPTIONAL },
};

void
pe_veto_read (pe_document *document, pe_json_index value, void *item)
{
  pe_veto      *veto = item;
  pe_json_index members[G_N_ELEMENTS (veto_members)];

  pe_document_read_object (
      document, value, veto_members, G_N_ELEMENTS (veto_members), PE_ERROR_MEMBER_UNKNOWN, members);
  pe_veto_init (veto, sizeof *veto);
  veto->id = pe_document_read_text (document, members[0]);
  pe_document_read_both (document, members[1], TRUE, &veto->name_zh, &veto->name_en);
  veto->effect = pe_document_read_word (document, members[2], pe_words_veto_effect);
  veto->grade = pe_document_read_text (document, members[3]);
}

/* The dossier's deductions, bonuses and events */

enum
{
  ADJUSTMENT_INDICATOR,
  ADJUSTMENT_KIND,
  ADJUSTMENT_POINTS,
  ADJUSTMENT_REASON,
  ADJUSTMENT_EVIDENCE,
  ADJUSTMENT_SCORER,
  N_ADJUSTMENT
};

static const pe_member_rule adjustment_members[N_ADJUSTMENT] = {
  { "indicator", PE_MEMBER_OPTIONAL }, { "kind", PE_MEMBER_REQUIRED },     { "points", PE_MEMBER_REQUIRED },
  { "reason", PE_MEMBER_REQUIRED },    { "evidence", PE_MEMBER_OPTIONAL }, { "scorer", PE_MEMBER_REQUIRED },
};

static void
read_adjustment (pe_document *document, pe_json_index value, void *item)
{
  pe_adjustment *adjustment = item;
  pe_json_index  members[N_ADJUSTMENT];

  pe_document_read_object (document, value, adjustment_members, N_ADJUSTMENT, PE_ERROR_MEMBER_UNKNOWN, members);
  pe_adjustment_init (adjustment, sizeof *adjustment);
  adjustment->indicator = pe_document_read_text (document, members[ADJUSTMENT_INDICATOR]);
  adjustment->kind = pe_document_read_word (document, members[ADJUSTMENT_KIND], pe_words_adjustment_kind);
  pe_document_read_decimal (document, members[ADJUSTMENT_POINTS], &adjustment->points);
  adjustment->reason = pe_document_read_text (document, members[ADJUSTMENT_REASON]);
  adjustment->evidence = pe_document_read_text (document, members[ADJUSTMENT_EVIDENCE]);
  adjustment->scorer = pe_document_read_word (document, members[ADJUSTMENT_SCORER], pe_words_scorer);
  if (adjustment->kind == PE_ADJUSTMENT_DEDUCTION && members[ADJUSTMENT_INDICATOR] == PE_JSON_NONE)
    pe_document_report (document, value, PE_ERROR_MEMBER_MISSING, "name", "indicator", NULL);
  if (adjustment->kind == PE_ADJUSTMENT_BONUS && members[ADJUSTMENT_EVIDENCE] == PE_JSON_NONE)
    pe_document_report (document, value, PE_ERROR_MEMBER_MISSING, "name", "evidence", NULL);
}

static pe_status
add_adjustments (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_dossier_builder_add_adjustments (builder, items, n, error);
}

static const pe_member_rule event_members[] = { { "veto", PE_MEMBER_REQUIRED }, { "evidence", PE_MEMBER_REQUIRED } };

static void
read_event (pe_document *document, pe_json_index value, void *item)
{
  pe_event     *event = item;
  pe_json_index members[G_N_ELEMENTS (event_members)];

  pe_document_read_object (
      document, value, event_members, G_N_ELEMENTS (event_members), PE_ERROR_MEMBER_UNKNOWN, members);
  pe_event_init (event, sizeof *event);
  event->veto = pe_document_read_text (document, members[0]);
  event->evidence = pe_document_read_text (document, members[1]);
}

static pe_status
add_events (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_dossier_builder_add_events (builder, items, n, error);
}

void
pe_adjustments_read (pe_document *document, pe_json_index value, pe_dossier_builder *builder)
{
  pe_document_table table = PE_DOCUMENT_TABLE_INIT (pe_adjustment, G_MAXSIZE);

  pe_document_table_read (document, value, &table, read_adjustment, add_adjustments, builder);
}

void
pe_events_read (pe_document *document, pe_json_index value, pe_dossier_builder *builder)
{
  pe_document_table table = PE_DOCUMENT_TABLE_INIT (pe_event, G_MAXSIZE);

  pe_document_table_read (document, value, &table, read_event, add_events, builder);
}
