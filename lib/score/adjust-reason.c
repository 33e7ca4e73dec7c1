/* adjust-reason.c - why an adjustment is there, as a sentence
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "adjust-private.h"
#include "label-private.h"

typedef struct sentence
{
  const pe_evaluation        *evaluation;
  size_t                      node;
  const pe_scored_adjustment *adjustment;
  pe_language                 language;
  pe_buffer                  *out;
} sentence;

static void
add (const sentence *self, const char *zh, const char *en)
{
  pe_buffer_add_string (self->out, pe_label_choose (self->language, zh, en));
}

/* Without its sign: the words say whether points come or go. */
static void
add_amount (const sentence *self)
{
  pe_rational amount;

  pe_rational_init (&amount);
  pe_rational_copy (&amount, &self->adjustment->amount);
  if (pe_rational_sign (&amount) < 0)
    pe_rational_negate (&amount, &amount);
  pe_label_add_number (&amount, self->out);
  pe_rational_clear (&amount);
}

/* "只有 1.5 分": where not all that is stated could be taken or given. */
static void
add_shortfall (const sentence *self, const pe_decimal *stated, const char *zh, const char *en)
{
  pe_rational whole;

  pe_rational_init (&whole);
  pe_rational_set_decimal (&whole, stated);
  if (pe_rational_sign (&self->adjustment->amount) < 0)
    pe_rational_negate (&whole, &whole);
  if (pe_rational_compare (&whole, &self->adjustment->amount) != 0)
    {
      add (self, "（填报", " (of ");
      pe_buffer_add_decimal (self->out, stated);
      add (self, zh, en);
    }
  pe_rational_clear (&whole);
}

static void
add_name (const sentence *self)
{
  if (self->adjustment->row >= 0)
    pe_buffer_add_string (self->out,
                          pe_dossier_peek_row (self->evaluation->dossier, (size_t) self->adjustment->row)->name);
  else
    pe_buffer_add_string (self->out, pe_evaluation_get_name (self->evaluation, self->node, self->language));
  add (self, "：", ": ");
}

static void
add_over (const sentence *self)
{
  const pe_over_achievement  *over = pe_rulebook_peek_over (self->evaluation->rulebook, self->adjustment->source);
  const pe_rounding_contract *contract = pe_rulebook_peek_rounding (self->evaluation->rulebook);
  pe_rational                 from;

  pe_rational_init (&from);
  pe_rational_set_decimal (&from, &over->from);
  add (self, "完成比例为", "the result is ");
  pe_label_add_rate (&self->adjustment->reached, contract, self->out);
  add (self, "，达到", " of the target, ");
  pe_label_add_rate (&from, contract, self->out);
  if (over->action == PE_OVER_REDUCE)
    add (self, "，按超额完成规定扣减", " or more; taken off for over-achievement: ");
  else
    add (self, "且未说明原因，扣", " or more, and no reason is given; lost: ");
  add_amount (self);
  add (self, "分。", ".");
  pe_rational_clear (&from);
}

static void
add_cap (const sentence *self)
{
  const pe_cap *cap = pe_rulebook_peek_cap (self->evaluation->rulebook, self->adjustment->source);

  pe_buffer_add_string (self->out, pe_label_choose (self->language, cap->reason_zh,
                                                    cap->reason_en != NULL ? cap->reason_en : cap->reason_zh));
  add (self, "，最高得", ", at most ");
  pe_buffer_add_decimal (self->out, &cap->points);
  add (self, "分，扣", " points; lost: ");
  add_amount (self);
  add (self, "分。", ".");
}

static void
add_deduction (const sentence *self)
{
  const pe_adjustment *deduction = pe_dossier_peek_adjustment (self->evaluation->dossier, self->adjustment->source);

  add (self, "人工扣分（", "deducted by hand (scorer: ");
  pe_buffer_add_string (self->out, pe_label_get_scorer (deduction->scorer, self->language));
  add (self, "），扣", "): ");
  add_amount (self);
  add (self, "分", "");
  add_shortfall (self, &deduction->points, "分，扣至零分）", ", down to 0)");
  add (self, "。原因：", ". Reason: ");
  pe_buffer_add_string (self->out, deduction->reason);
}

static void
add_bonus (const sentence *self)
{
  const pe_adjustment *bonus = pe_dossier_peek_adjustment (self->evaluation->dossier, self->adjustment->source);

  add (self, "加分（", "bonus (scorer: ");
  pe_buffer_add_string (self->out, pe_label_get_scorer (bonus->scorer, self->language));
  add (self, "），加", "): ");
  add_amount (self);
  add (self, "分", "");
  add_shortfall (self, &bonus->points, "分，按上限计）", ", up to the limit)");
  add (self, "。原因：", ". Reason: ");
  pe_buffer_add_string (self->out, bonus->reason);
  add (self, "；佐证材料：", "; evidence: ");
  pe_buffer_add_string (self->out, bonus->evidence);
}

static const char *
get_veto_name (const pe_evaluation *self, const pe_event *event, pe_language language)
{
  const pe_veto *veto = pe_rulebook_find_veto (self->rulebook, event->veto);

  return language == PE_LANGUAGE_ZH || veto->name_en == NULL ? veto->name_zh : veto->name_en;
}

static void
add_veto (const sentence *self)
{
  const pe_event *event = pe_dossier_peek_event (self->evaluation->dossier, self->adjustment->source);

  add (self, "发生否决事项“", "the event \"");
  pe_buffer_add_string (self->out, get_veto_name (self->evaluation, event, self->language));
  add (self, "”，总分归零，扣", "\" makes the total 0; lost: ");
  add_amount (self);
  add (self, "分。依据：", ". Evidence: ");
  pe_buffer_add_string (self->out, event->evidence);
}

void
pe_adjust_add_reason (const pe_evaluation *self, size_t node, const pe_scored_adjustment *adjustment,
                      pe_language language, pe_buffer *out)
{
  const sentence made = { self, node, adjustment, language, out };

  add_name (&made);
  switch (adjustment->cause)
    {
    case PE_CAUSE_OVER_ACHIEVEMENT:
      add_over (&made);
      break;
    case PE_CAUSE_CAP:
      add_cap (&made);
      break;
    case PE_CAUSE_DEDUCTION:
      add_deduction (&made);
      break;
    case PE_CAUSE_BONUS:
      add_bonus (&made);
      break;
    default:
      add_veto (&made);
      break;
    }
}

static const char *
get_grade_name (const pe_evaluation *self, int32_t index, pe_language language)
{
  const pe_grade *grade = pe_rulebook_peek_grade (self->rulebook, (size_t) index);

  return language == PE_LANGUAGE_ZH || grade->name_en == NULL ? grade->name_zh : grade->name_en;
}

void
pe_adjust_add_grade (const pe_evaluation *self, pe_language language, pe_buffer *out)
{
  const sentence  made = { self, 0, NULL, language, out };
  const pe_event *event;

  if (self->grade_event < 0)
    return;
  event = pe_dossier_peek_event (self->dossier, (size_t) self->grade_event);
  pe_buffer_add_string (out, get_grade_name (self, self->grade, language));
  add (&made, "（按得分为", " (by its points ");
  pe_buffer_add_string (out, get_grade_name (self, self->grade_of_points, language));
  add (&made, "；因发生否决事项“", "; limited by the event \"");
  pe_buffer_add_string (out, get_veto_name (self, event, language));
  add (&made, "”受限，依据：", "\", evidence: ");
  pe_buffer_add_string (out, event->evidence);
  add (&made, "）", ")");
}
