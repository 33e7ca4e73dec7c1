/* prose-rate.c - rates of what was done to what was planned
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-select-private.h"

/* 调整为 makes a budget of what follows it. */
#define PLANNED (PE_MARK_BUDGET | PE_MARK_RECEIVED | PE_MARK_INCOME | PE_MARK_TARGET)
#define SPENT (PE_MARK_SPENT | PE_MARK_DONE)

/* How likely the sentence means this numerator and this denominator. */
static guint
weigh (const pe_prose_reading *self, guint32 at, guint32 a, guint32 b)
{
  const pe_prose_item *item = pe_prose_item_at (self, at), *x = pe_prose_item_at (self, a),
                      *y = pe_prose_item_at (self, b);
  guint like = 4 * MIN (pe_prose_likeness (self, item, x), 4);
  guint weight = like + 2 * MIN (pe_prose_likeness (self, item, y), 2);

  if ((x->own & SPENT) != 0)
    weight += 4;
  if ((y->own & PLANNED) != 0)
    weight += 4;
  /* 预算P，支出S，执行率: what was planned is not measured by what was spent. */
  if ((item->own & PE_MARK_EXECUTION) != 0 && (x->own & PE_MARK_BUDGET) != 0 && (x->own & SPENT) == 0
      && (y->own & SPENT) != 0 && (y->own & PE_MARK_BUDGET) == 0)
    return 0;
  if (x->total == b)
    weight += 6;
  if (item->list_n > 1 && x->list_n == item->list_n && y->list_n == item->list_n)
    weight += 12; /* 分别: the members of parallel lists */
  if (x + 1 == item && x->unit == PE_PROSE_UNIT_COUNT && b < a && b + 3 >= a && x->sentence == y->sentence)
    weight += 2;
  if (pe_prose_digits_of (item) >= 3 && x->sentence == item->sentence && y->sentence == item->sentence && a + 4 >= at
      && b + 4 >= at)
    weight += 3;
  if ((x->own & PLANNED) != 0 && (x->own & SPENT) == 0)
    weight -= MIN (weight, 3);
  if (x->sentence == item->sentence)
    weight += 2;
  if (y->sentence == item->sentence)
    weight += 1;
  if (b < a)
    weight += 2;
  return weight;
}

/* 验收合格率100% beside 执行20万元: a rate of its own name is of something else. */
static gboolean
is_measured (const pe_prose_reading *self, const pe_prose_item *rate, const pe_prose_item *part)
{
  /* 抽查40个，合格38个，合格率95%: side by side */
  if ((part + 1 == rate) && (part->unit == PE_PROSE_UNIT_COUNT || part->unit == PE_PROSE_UNIT_MEASURE)
      && part->sentence == rate->sentence)
    return TRUE;
  return (rate->own & PE_MARK_EXECUTION) != 0 || (rate->near[0] & PE_MARK_DONE) != 0 || rate->list_n > 1
         || (pe_prose_digits_of (rate) >= 3 && rate->coefficient % 100 != 0 && part->sentence == rate->sentence)
         || pe_prose_likeness (self, rate, part) >= 1;
}

/* 比年初预算的280万元少14.3万元，执行比例95%: a former value, and a budget. */
static gboolean
is_former_budget (const pe_prose_item *item)
{
  return item->role == PE_ROLE_OLD && (item->own & PE_MARK_BUDGET) != 0;
}

/* 安排B…拨付A，拨付进度p: where one budget and one expenditure stand before a rate of execution, no other is meant. */
static pe_status
accuse_rate (pe_prose_reading *self, guint32 at, const guint32 *amounts, guint32 n, guint32 tried)
{
  const pe_prose_item *item = pe_prose_item_at (self, at);
  guint32              spent = PE_PROSE_NONE, planned = PE_PROSE_NONE;
  pe_prose_relation    relation;

  if (item->list_n > 2 && n >= 2 && pe_prose_item_at (self, amounts[0])->list_n == item->list_n
      && pe_prose_item_at (self, amounts[1])->list_n == item->list_n
      && (n == 2 || pe_prose_item_at (self, amounts[2])->list_n < 2))
    {
      /* 预算依次为…, 拨付依次为…, 拨付率依次为…: the members of three lists in step */
      relation = pe_prose_relation_of (PE_RELATION_RATE, 0, at, amounts[0], amounts[1]);
      return pe_prose_keep (self, &relation, tried, TRUE);
    }
  if ((item->own & PE_MARK_EXECUTION) == 0 || item->list_n > 1)
    return PE_OK;
  for (guint32 i = 0; i < n; i++)
    {
      const pe_prose_item *other = pe_prose_item_at (self, amounts[i]);

      if (other->unit != PE_PROSE_UNIT_MONEY || other->sentence + 1 < item->sentence)
        continue;
      if ((other->own & SPENT) != 0 && spent == PE_PROSE_NONE && planned == PE_PROSE_NONE
          && other->clause + 1 == item->clause)
        spent = amounts[i];
      else if ((other->own & PLANNED) != 0 && spent != PE_PROSE_NONE)
        planned = planned == PE_PROSE_NONE ? amounts[i] : planned;
      else
        return PE_OK;
    }
  if (spent == PE_PROSE_NONE || planned == PE_PROSE_NONE)
    return PE_OK;
  relation = pe_prose_relation_of (PE_RELATION_RATE, 0, at, spent, planned);
  return pe_prose_keep (self, &relation, tried, TRUE);
}

pe_status
pe_prose_rate_read (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = pe_prose_item_at (self, at);
  guint32              amounts[10], n = 0;
  pe_prose_relation    best = { .n = 0 };
  guint                heaviest = 0, tried = 0;

  if (pe_prose_has_explicit_base (self, at))
    return pe_prose_share_read (self, at);
  if (at >= 2 && pe_prose_item_at (self, at - 1)->role == PE_ROLE_SCORE
      && pe_prose_item_at (self, at - 2)->role == PE_ROLE_FULL
      && pe_prose_item_at (self, at - 2)->segment == item->segment)
    {
      best = pe_prose_relation_of (PE_RELATION_RATE, 0, at, at - 1, at - 2); /* 满分20分，得18分，得分率90% */
      return pe_prose_keep_fitting (self, &best, 0);
    }
  for (guint32 i = at; i-- > 0 && n < G_N_ELEMENTS (amounts) && i + PE_PROSE_REACH > at;)
    {
      const pe_prose_item *other = pe_prose_item_at (self, i);

      if (other->sentence + 2 < item->sentence)
        break;
      if ((pe_prose_is_amount (other) || is_former_budget (other)) && other->coefficient > 0
          && (item->list_n < 2 || other->list_n != item->list_n || other->list_at == item->list_at))
        amounts[n++] = i;
    }
  for (guint32 i = 0; i < n; i++)
    for (guint32 k = 0; k < n; k++)
      {
        pe_prose_relation relation = pe_prose_relation_of (PE_RELATION_RATE, 0, at, amounts[i], amounts[k]);
        guint             weight = i == k ? 0 : weigh (self, at, amounts[i], amounts[k]);

        if (weight < 5 || !is_measured (self, item, pe_prose_item_at (self, amounts[i])) || weight <= heaviest
            || !pe_prose_same_unit (self, pe_prose_item_at (self, amounts[i]), pe_prose_item_at (self, amounts[k])))
          continue;
        tried++;
        if (pe_prose_try (self, &relation) < PE_FIT_DOWN)
          continue;
        heaviest = weight;
        best = relation;
      }
  return best.n == 0 ? accuse_rate (self, at, amounts, n, tried) : pe_prose_keep_fitting (self, &best, tried - 1);
}

/* 完成年初预算100%, 决算数大于预算数D; 预算数B, 决算数N, 比预算数多D. */
pe_status
pe_prose_excess_read (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *change = pe_prose_item_at (self, at);
  guint32              rate = PE_PROSE_NONE, now = pe_prose_subject_of (self, at);
  pe_prose_relation    relation;

  for (guint32 i = now == PE_PROSE_NONE ? 0 : now; i-- > 0 && i + 8 > at;)
    if (pe_prose_is_amount (pe_prose_item_at (self, i)) && pe_prose_item_at (self, i)->sentence == change->sentence
        && pe_prose_same_unit (self, pe_prose_item_at (self, i), change))
      {
        relation = pe_prose_relation_of (
            PE_RELATION_DIFFERENCE, 0, at, change->direction > 0 ? now : i, change->direction > 0 ? i : now);
        if (pe_prose_try (self, &relation) == PE_FIT_EXACT)
          return pe_prose_keep_fitting (self, &relation, 0);
      }

  for (guint32 i = at; i-- > 0 && i + 4 > at && rate == PE_PROSE_NONE;)
    if (pe_prose_item_at (self, i)->role == PE_ROLE_RATE && pe_prose_item_at (self, i)->sentence == change->sentence)
      rate = i;
  if (rate == PE_PROSE_NONE || now == PE_PROSE_NONE || change->direction < 0
      || !pe_prose_same_unit (self, pe_prose_item_at (self, now), change))
    return PE_OK;
  relation = pe_prose_relation_of (PE_RELATION_COMPLETION, PE_FORM_OVER_DIFFERENCE, rate, now, at);
  return pe_prose_keep (self, &relation, 0, TRUE);
}

pe_status
pe_prose_save_rate_read (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = pe_prose_item_at (self, at);
  guint32              saved = pe_prose_between (self, PE_PROSE_NONE, at, PE_ROLE_SAVED), tried = 0;
  pe_prose_relation    relation;

  if (saved == PE_PROSE_NONE)
    return PE_OK;
  for (int form = 0; form < 2; form++)
    for (guint32 i = at; i-- > 0 && i + 12 > at;)
      {
        const pe_prose_item *other = pe_prose_item_at (self, i);

        if (other->sentence + 1 < item->sentence)
          break;
        if (i == saved || (other->role != PE_ROLE_AMOUNT && other->role != PE_ROLE_DONE)
            || !pe_prose_same_unit (self, other, pe_prose_item_at (self, saved)))
          continue;
        relation = pe_prose_relation_of (PE_RELATION_RATE, form == 0 ? 0 : PE_FORM_OVER_SUM, at, saved, i);
        if (form == 1)
          {
            relation.operands[2] = saved;
            relation.n = 3;
          }
        tried++;
        if (pe_prose_try (self, &relation) >= PE_FIT_ROUNDED)
          return pe_prose_keep_fitting (self, &relation, tried - 1);
      }
  return PE_OK;
}
