/* prose-pair.c - one quantity printed twice; a target and what was reached
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-private.h"

#include <perfeval/relation.h>
#include <string.h>

static pe_prose_item *
item_at (const pe_prose_reading *self, guint32 index)
{
  return pe_vector_at (&self->items, pe_prose_item, index);
}

static pe_status
relate_pair (pe_prose_reading *self, gint32 kind, gint32 form, guint32 result, guint32 operand)
{
  pe_prose_relation relation;

  memset (&relation, 0, sizeof relation);
  relation.kind = kind;
  relation.form = form;
  relation.result = result;
  relation.operands[0] = operand;
  relation.n = 1;
  relation.fit = (guint8) pe_prose_try (self, &relation);
  relation.accused = relation.fit == PE_FIT_NOT;
  return relation.fit == PE_FIT_UNKNOWN ? PE_OK : pe_prose_relate (self, &relation);
}

/* --- targets --- */

static gboolean
is_reached (const pe_prose_item *item)
{
  return item->role == PE_ROLE_DONE || item->role == PE_ROLE_AMOUNT
         || (item->role == PE_ROLE_RATE && (item->own & PE_MARK_DONE) != 0);
}

/* 指标值不低于85%,实际完成值100%: the next figure of the same sentence. */
static guint32
reached_next (const pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *target = item_at (self, at);

  for (guint32 i = at + 1; i < self->items.size && i < at + 3; i++)
    {
      const pe_prose_item *item = item_at (self, i);

      if (item->unit == PE_PROSE_UNIT_NO_QUANTITY)
        continue;
      if (item->segment == target->segment && is_reached (item) && (item->own & (PE_MARK_DONE | PE_MARK_SPENT)) != 0
          && item->total == PE_PROSE_NONE
          && (pe_prose_same_unit (self, item, target)
              || (item->unit == PE_PROSE_UNIT_BARE && target->unit == PE_PROSE_UNIT_BARE)))
        return i;
      return PE_PROSE_NONE;
    }
  return PE_PROSE_NONE;
}

/* The figure further on that speaks of the same thing as a target does. */
static guint32
reached_later (const pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *target = item_at (self, at);
  guint32              best = PE_PROSE_NONE;
  guint                likest = 1;

  if (!target->goals)
    return PE_PROSE_NONE;
  for (guint32 i = at + 1; i < self->items.size && i < at + 2 * PE_PROSE_REACH; i++)
    {
      const pe_prose_item *item = item_at (self, i);
      guint                like;

      if (item->goals || !is_reached (item) || !pe_prose_same_unit (self, item, target)
          || item->unit == PE_PROSE_UNIT_MONEY)
        continue;
      like = pe_prose_likeness (self, target, item);
      if (like > likest)
        {
          likest = like;
          best = i;
        }
    }
  return best;
}

/* 改造公厕18座，实际完成18座: what stands before 实际完成 in the same unit was the target. */
static gboolean
is_plan (const pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = item_at (self, at);

  return item->unit != PE_PROSE_UNIT_MONEY && item->unit != PE_PROSE_UNIT_PERCENT && item->role == PE_ROLE_AMOUNT
         && item->peer == 0 && item->total == PE_PROSE_NONE && !item->is_total && reached_next (self, at) == at + 1
         && (item_at (self, at + 1)->own & PE_MARK_DONE) != 0 && item_at (self, at + 1)->peer == 0
         && item_at (self, at + 1)->clause == item->clause + 1 && !pe_prose_has (&self->source, item->subject, "应")
         && ((item->own & PE_MARK_BUDGET) != 0
             || item_at (self, at + 1)->subject_end - item_at (self, at + 1)->subject <= 12);
}

/* 9,310万元，即0.0931亿元: the same digits, and the point in another place. */
static gboolean
has_same_digits (const pe_prose_item *a, const pe_prose_item *b)
{
  gint64 x = a->coefficient, y = b->coefficient;

  while (x > 0 && x % 10 == 0)
    x /= 10;
  while (y > 0 && y % 10 == 0)
    y /= 10;
  return x == y && x > 99;
}

/* 折合T: the figure before it, in another unit. */
static pe_status
read_conversion (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = item_at (self, at);
  gboolean             said = (item->own & PE_MARK_CONVERT) != 0, beside;

  if (at == 0 || item->role == PE_ROLE_PRICE || item_at (self, at - 1)->sentence != item->sentence
      || item_at (self, at - 1)->exponent == item->exponent || !pe_prose_same_unit (self, item, item_at (self, at - 1)))
    return PE_OK;
  /* 2.036亿元(20,360万元); 1,140,000元，即114万元 */
  beside = (item->bracket == item->at && item->owner == at - 1)
           || (item->at >= 3 && pe_prose_has (&self->source, item->at - 3, "即"));
  if (beside && !said)
    {
      pe_prose_relation relation = { .kind = PE_RELATION_CONVERSION, .result = at, .n = 1, .operands = { at - 1 } };

      said = pe_prose_try (self, &relation) >= PE_FIT_DOWN || has_same_digits (item, item_at (self, at - 1));
    }
  return said ? relate_pair (self, PE_RELATION_CONVERSION, 0, at, at - 1) : PE_OK;
}

/* Goals are often listed twice; what was reached is held against them once. */
static gboolean
is_told (const pe_prose_reading *self, guint32 reached, guint32 target)
{
  guint32 other = item_at (self, reached)->goal;

  return other != 0 && item_at (self, other - 1)->coefficient == item_at (self, target)->coefficient
         && item_at (self, other - 1)->scale == item_at (self, target)->scale;
}

static pe_status
read_target (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *target = item_at (self, at);
  guint32              reached = reached_next (self, at);

  if (reached == PE_PROSE_NONE)
    reached = reached_later (self, at);
  if (reached == PE_PROSE_NONE || target->peer == reached + 1 || item_at (self, reached)->peer == at + 1)
    return PE_OK; /* nothing, or a rate says it */
  if (is_told (self, reached, at))
    return PE_OK;
  item_at (self, reached)->goal = at + 1;
  return relate_pair (self, PE_RELATION_COMPLETION, target->direction < 0 ? PE_FORM_MEETS_MAX : PE_FORM_MEETS_MIN,
                      reached, at);
}

/* --- one quantity twice --- */

static guint
digits_of (const pe_prose_item *item)
{
  guint n = 0;

  for (gint64 c = item->coefficient; c > 0; c /= 10)
    n++;
  return n;
}

static gboolean
can_stand_twice (const pe_prose_item *item)
{
  return item->role != PE_ROLE_NONE && item->role != PE_ROLE_TARGET && item->role != PE_ROLE_FULL
         && item->role != PE_ROLE_SCORE && item->role != PE_ROLE_PRICE && item->role != PE_ROLE_LOST
         && item->unit != PE_PROSE_UNIT_WORD && item->unit != PE_PROSE_UNIT_NO_QUANTITY && item->coefficient != 0
         && !(item->unit == PE_PROSE_UNIT_PERCENT && item->coefficient == 100 && item->scale == 0);
}

static gboolean
equal_value (const pe_prose_reading *self, const pe_prose_item *a, const pe_prose_item *b)
{
  return a->coefficient == b->coefficient && a->scale == b->scale && a->exponent == b->exponent && a->unit == b->unit
         && (pe_prose_same_unit (self, a, b) || (a->unit == PE_PROSE_UNIT_COUNT && digits_of (a) > 1));
}

/* The same digits, of two things: what was budgeted and what was spent, the parts of two totals. */
static gboolean
are_counterparts (const pe_prose_item *a, const pe_prose_item *b)
{
  const guint64 stages = PE_MARK_BUDGET | PE_MARK_SPENT | PE_MARK_RECEIVED | PE_MARK_INCOME;

  if (a->total != PE_PROSE_NONE && b->total != PE_PROSE_NONE && a->total != b->total)
    return TRUE;
  return (a->own & b->own & stages) == 0 && (a->own & stages) != 0 && (b->own & stages) != 0;
}

static gboolean
is_restated (const pe_prose_reading *self, const pe_prose_item *a, const pe_prose_item *b)
{
  guint like = pe_prose_likeness (self, a, b);

  if (a->total != PE_PROSE_NONE && b->total != PE_PROSE_NONE && a->total != b->total)
    return FALSE;
  if (are_counterparts (a, b) && like < (digits_of (a) >= 4 ? 1 : 3))
    return FALSE;
  if ((a->after & PE_MARK_WITHIN) != 0)
    return TRUE;
  /* A percentage is told twice only under its own name. */
  if (a->unit == PE_PROSE_UNIT_PERCENT)
    return a->role == PE_ROLE_RATE && b->role == PE_ROLE_RATE && digits_of (a) >= 3
           && (like >= 1 || digits_of (a) >= 4);
  if (a->subject_end >= 3 && pe_prose_has (&self->source, a->subject_end - 3, "这"))
    return TRUE;
  return like >= 1 && digits_of (a) > 1 && digits_of (a) + like >= 4;
}

/* Where one is measured by the other, they are two quantities. */
static gboolean
are_set_against (const pe_prose_reading *self, guint32 a, guint32 b)
{
  return item_at (self, a)->peer == b + 1 || item_at (self, b)->peer == a + 1;
}

/* 253万余元: the figure that it was cut from; where there is none, one of the same saving contradicts it. */
static pe_status
read_about (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = item_at (self, at);
  guint32              other = PE_PROSE_NONE, n = 0;

  for (guint32 i = at > PE_PROSE_REACH ? at - PE_PROSE_REACH : 0; i < self->items.size && i < at + PE_PROSE_REACH; i++)
    {
      const pe_prose_item *full = item_at (self, i);
      pe_prose_relation    relation = { .kind = PE_RELATION_SAME_QUANTITY, .result = at, .n = 1, .operands = { i } };
      guint                like;

      if (i == at || full->approximate || full->role != item->role || !pe_prose_same_unit (self, full, item))
        continue;
      like = pe_prose_likeness (self, item, full);
      if (like >= 1 && pe_prose_try (self, &relation) >= PE_FIT_DOWN)
        return relate_pair (self, PE_RELATION_SAME_QUANTITY, 0, at, i);
      if (item->role != PE_ROLE_SAVED)
        continue;
      n++;
      if (like >= 3)
        other = i;
    }
  return other != PE_PROSE_NONE && n == 1 ? relate_pair (self, PE_RELATION_SAME_QUANTITY, 0, at, other) : PE_OK;
}

static pe_status
read_restated (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = item_at (self, at);

  if (!can_stand_twice (item))
    return PE_OK;
  if (item->approximate)
    return read_about (self, at);
  for (guint32 i = at; i-- > 0 && i + 2 * PE_PROSE_REACH > at;)
    {
      const pe_prose_item *other = item_at (self, i);

      if (can_stand_twice (other) && !are_set_against (self, i, at) && equal_value (self, item, other)
          && is_restated (self, item, other))
        return relate_pair (self, PE_RELATION_SAME_QUANTITY, 0, at, i);
    }
  return PE_OK;
}

/* --- one pair of figures, twice --- */

/* 预留金额258.83万元，实际…187.61万元: what was done, set against what was planned. */
static gboolean
is_counterpart (const pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = item_at (self, at), *plan;

  if (at == 0 || item->unit != PE_PROSE_UNIT_MONEY || (item->own & PE_MARK_DONE) == 0 || item->coefficient == 0)
    return FALSE;
  plan = item_at (self, at - 1);
  return plan->sentence == item->sentence && plan->unit == item->unit && (plan->own & PE_MARK_DONE) == 0
         && (plan->own & (PE_MARK_BUDGET | PE_MARK_TOTAL)) != 0 && plan->coefficient != item->coefficient
         && pe_prose_same_unit (self, item, plan);
}

static pe_status
relate_counterpart (pe_prose_reading *self, guint32 at)
{
  pe_prose_relation relation;

  memset (&relation, 0, sizeof relation);
  relation.kind = PE_RELATION_COUNTERPART;
  relation.result = at;
  relation.operands[0] = at;
  relation.operands[1] = at - 1;
  relation.n = 2;
  relation.fit = PE_FIT_EXACT;
  return pe_vector_push (&self->relations, &relation);
}

static gboolean
equal_pair (const pe_prose_item *a, const pe_prose_item *b)
{
  return a[0].coefficient == b[0].coefficient && a[-1].coefficient == b[-1].coefficient && a[0].scale == b[0].scale
         && a[-1].scale == b[-1].scale;
}

/* Only pairs that come again are handed on: the auditor asks whether they bear the same names. */
static pe_status
read_counterpart (pe_prose_reading *self, guint32 at)
{
  pe_status status = PE_OK;

  if (!is_counterpart (self, at))
    return PE_OK;
  for (guint32 i = at - 1; i-- > 1 && i + 4 * PE_PROSE_REACH > at;)
    if (is_counterpart (self, i) && equal_pair (item_at (self, i), item_at (self, at)))
      {
        status = relate_counterpart (self, i);
        return status == PE_OK ? relate_counterpart (self, at) : status;
      }
  return PE_OK;
}

/* --- projects, and what was spent on projects --- */

/* Budgets of projects: what an execution rate of a project is of. */
static gboolean
is_project_budget (const pe_prose_reading *self, const pe_prose_relation *relation)
{
  const pe_prose_item *rate = item_at (self, relation->result);

  return relation->kind == PE_RELATION_RATE && relation->form == 0 && relation->n == 2
         && (rate->own & PE_MARK_EXECUTION) != 0 && rate->subject_end >= 6
         && pe_prose_has (&self->source, rate->subject, "项目")
         && item_at (self, relation->operands[1])->unit == PE_PROSE_UNIT_MONEY;
}

/* The project spending of the whole: a part of the total that bears that name. */
static guint32
find_project_total (const pe_prose_reading *self)
{
  for (guint32 i = 0; i < self->items.size; i++)
    {
      const pe_prose_item *item = item_at (self, i);
      guint32              at = item->subject_end;

      if (item->total != PE_PROSE_NONE && item->unit == PE_PROSE_UNIT_MONEY && at >= 12
          && (pe_prose_has (&self->source, at - 12, "项目支出") || pe_prose_has (&self->source, at - 12, "项目经费")))
        return i;
    }
  return PE_PROSE_NONE;
}

/* The projects that a report goes through one by one, against what it spent on projects: what is left is named. */
static pe_status
read_projects (pe_prose_reading *self)
{
  pe_prose_relation sum;
  guint32           total = find_project_total (self);

  memset (&sum, 0, sizeof sum);
  sum.kind = PE_RELATION_SUM;
  sum.form = PE_FORM_PARTIAL;
  sum.result = total;
  if (total == PE_PROSE_NONE)
    return PE_OK;
  for (size_t i = 0; i < self->relations.size && sum.n < PE_PROSE_OPERANDS; i++)
    {
      const pe_prose_relation *relation = pe_vector_at (&self->relations, pe_prose_relation, i);

      if (is_project_budget (self, relation) && relation->operands[1] > total
          && pe_prose_same_unit (self, item_at (self, total), item_at (self, relation->operands[1]))
          && (sum.n == 0 || sum.operands[sum.n - 1] != relation->operands[1]))
        sum.operands[sum.n++] = relation->operands[1];
    }
  sum.fit = PE_FIT_EXACT;
  return sum.n < 2 ? PE_OK : pe_vector_push (&self->relations, &sum);
}

pe_status
pe_prose_pairs_read (pe_prose_reading *self)
{
  pe_status status = PE_OK;

  for (guint32 i = 0; i < self->items.size && status == PE_OK; i++)
    {
      if (item_at (self, i)->role == PE_ROLE_TARGET || is_plan (self, i))
        status = read_target (self, i);
      if (status == PE_OK)
        status = read_conversion (self, i);
    }
  for (guint32 i = 0; i < self->items.size && status == PE_OK; i++)
    {
      status = read_restated (self, i);
      if (status == PE_OK)
        status = read_counterpart (self, i);
    }
  return status == PE_OK ? read_projects (self) : status;
}
