/* prose-rule.c - the patterns, tried at each figure that says how others hang together
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-select-private.h"

#include <string.h>

/* --- what is left, what was saved --- */

static pe_status
read_difference (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = pe_prose_item_at (self, at);
  guint32              amounts[8], n = 0, sure[2] = { PE_PROSE_NONE, PE_PROSE_NONE };
  pe_prose_relation    relation;

  if (item->total != PE_PROSE_NONE && pe_prose_item_at (self, item->total)->role != item->role)
    return PE_OK; /* a part among parts: 其中流动资产A，固定资产净值B */

  for (guint32 i = at; i-- > 0 && n < G_N_ELEMENTS (amounts) && i + PE_PROSE_REACH > at;)
    {
      const pe_prose_item *other = pe_prose_item_at (self, i);

      if (other->sentence + 3 < item->sentence)
        break;
      if (other->sentence + 1 < item->sentence && !other->is_total
          && (other->own & (PE_MARK_TOTAL | PE_MARK_SUM | PE_MARK_BUDGET)) == 0)
        continue;
      if ((other->role != PE_ROLE_AMOUNT && other->role != PE_ROLE_DONE && other->role != PE_ROLE_TARGET)
          || other->bracket != item->bracket || !pe_prose_same_unit (self, other, item))
        continue;
      amounts[n++] = i;
      if (sure[1] == PE_PROSE_NONE && (other->own & PE_MARK_SPENT) != 0)
        sure[1] = i;
      else if (sure[0] == PE_PROSE_NONE && (other->own & (PE_MARK_BUDGET | PE_MARK_RECEIVED)) != 0
               && (other->own & PE_MARK_SPENT) == 0)
        sure[0] = i;
    }
  for (guint32 step = 0; step < 2 * n * n; step++)
    {
      guint32 i = step % n, k = step / n % n;

      /* First those in the order of the sentence: 预算P，支出S，结余D. */
      relation = pe_prose_relation_of (PE_RELATION_DIFFERENCE, 0, at, amounts[i], amounts[k]);
      if (i != k && (amounts[i] < amounts[k]) == (step < n * n) && item->coefficient != 0
          && pe_prose_try (self, &relation) == PE_FIT_EXACT)
        return pe_prose_keep_fitting (self, &relation, 0);
    }
  if (sure[0] == PE_PROSE_NONE || sure[1] == PE_PROSE_NONE)
    return PE_OK;
  relation = pe_prose_relation_of (PE_RELATION_DIFFERENCE, 0, at, sure[0], sure[1]);
  return pe_prose_keep (self, &relation, n, pe_prose_item_at (self, sure[0])->sentence == item->sentence);
}

/* 较上年O减少D: the change is what lies between the two values. */
static pe_status
read_change (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = pe_prose_item_at (self, at);
  guint32              old = pe_prose_between (self, PE_PROSE_NONE, at, PE_ROLE_OLD);
  guint32              now = pe_prose_subject_like (self, at, item);
  pe_prose_relation    relation;

  if (now == PE_PROSE_NONE && old != PE_PROSE_NONE)
    now = pe_prose_like_before (self, old);
  if (ABS (item->direction) == 2)
    return pe_prose_excess_read (self, at);
  if (now == PE_PROSE_NONE || old == PE_PROSE_NONE || !pe_prose_same_unit (self, item, pe_prose_item_at (self, now))
      || !pe_prose_same_unit (self, item, pe_prose_item_at (self, old)))
    return PE_OK;
  relation = item->direction > 0 ? pe_prose_relation_of (PE_RELATION_DIFFERENCE, 0, at, now, old)
                                 : pe_prose_relation_of (PE_RELATION_DIFFERENCE, 0, at, old, now);
  return pe_prose_keep (self, &relation, 0, pe_prose_item_at (self, now)->sentence == item->sentence && old + 1 == at);
}

/* --- scores --- */

static pe_status
read_deduction (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = pe_prose_item_at (self, at);
  pe_prose_relation    best = { .n = 0 };
  guint                heaviest = 0;
  guint32              full = PE_PROSE_NONE;

  for (guint32 i = at > PE_PROSE_REACH ? at - PE_PROSE_REACH : 0; i < self->items.size && i < at + 6; i++)
    {
      const pe_prose_item *other = pe_prose_item_at (self, i);

      if (other->role == PE_ROLE_FULL)
        full = i;
      /* 得9分(满分10分) */
      if (other->role == PE_ROLE_SCORE && i + 1 < self->items.size
          && pe_prose_item_at (self, i + 1)->role == PE_ROLE_FULL && pe_prose_item_at (self, i + 1)->owner == i)
        full = i + 1;
      if (other->role == PE_ROLE_SCORE && full != PE_PROSE_NONE
          && pe_prose_item_at (self, full)->sentence == other->sentence)
        {
          pe_prose_relation relation = pe_prose_relation_of (PE_RELATION_DEDUCTION, 0, at, full, i);
          guint             weight = 1 + 2 * pe_prose_likeness (self, item, pe_prose_item_at (self, full))
                         + (other->sentence == item->sentence ? 4 : 0);

          if (pe_prose_try (self, &relation) != PE_FIT_EXACT || weight < heaviest)
            continue;
          heaviest = weight;
          best = relation;
        }
    }
  if (best.n > 0)
    return pe_prose_keep_fitting (self, &best, 0);
  if (at >= 2 && pe_prose_item_at (self, at - 1)->role == PE_ROLE_SCORE
      && pe_prose_item_at (self, at - 2)->role == PE_ROLE_FULL
      && pe_prose_item_at (self, at - 2)->sentence == item->sentence)
    {
      best = pe_prose_relation_of (PE_RELATION_DEDUCTION, 0, at, at - 2, at - 1);
      return pe_prose_keep (self, &best, 0, TRUE);
    }
  return PE_OK;
}

static pe_status
read_grade (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = pe_prose_item_at (self, at);
  guint32              score = PE_PROSE_NONE;
  pe_prose_relation    relation;

  for (guint32 step = 1; step < 10 && score == PE_PROSE_NONE; step++)
    for (int side = 0; side < 2 && score == PE_PROSE_NONE; side++)
      {
        guint32 i = side == 0 ? at + step : at - step;

        if ((side == 1 && step > at) || i >= self->items.size)
          continue;
        if (pe_prose_item_at (self, i)->role == PE_ROLE_SCORE
            && ABS ((gint64) pe_prose_item_at (self, i)->sentence - item->sentence) <= 1
            && pe_prose_item_at (self, i)->coefficient > 0)
          score = i;
      }
  if (score == PE_PROSE_NONE)
    return PE_OK;
  relation = pe_prose_relation_of (PE_RELATION_GRADE, 0, at, score, PE_PROSE_NONE);
  return pe_prose_keep (
      self, &relation, 0,
      (pe_prose_item_at (self, score)->own & PE_MARK_TOTAL) != 0
          || (score + 1 == at && pe_prose_item_at (self, score)->sentence == pe_prose_item_at (self, at)->sentence
              && (score == 0 || pe_prose_item_at (self, score - 1)->unit != PE_PROSE_UNIT_SCORE)));
}

/* 占p，快于q的r个百分点: what lies between two percentages of the sentence. */
static pe_status
read_points (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = pe_prose_item_at (self, at);

  for (guint32 i = at; i-- > 0 && i + 10 > at && pe_prose_item_at (self, i)->sentence + 1 >= item->sentence;)
    for (guint32 k = i; k-- > 0 && k + 10 > at && pe_prose_item_at (self, k)->sentence + 2 >= item->sentence;)
      for (int turn = 0; turn < 2; turn++)
        {
          pe_prose_relation relation
              = pe_prose_relation_of (PE_RELATION_DIFFERENCE, 0, at, turn == 0 ? k : i, turn == 0 ? i : k);

          if (pe_prose_item_at (self, i)->unit == PE_PROSE_UNIT_PERCENT
              && pe_prose_item_at (self, k)->unit == PE_PROSE_UNIT_PERCENT
              && pe_prose_try (self, &relation) == PE_FIT_EXACT)
            return pe_prose_keep_fitting (self, &relation, 0);
        }
  return PE_OK;
}

/* --- so much for each --- */

/* 发放补助30万元，受益150户，户均2500元: the two right before it, one of them counted in what 均 says. */
static pe_status
accuse_average (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = pe_prose_item_at (self, at), *total, *count;
  pe_prose_relation    relation = pe_prose_relation_of (PE_RELATION_RATE, 0, at, at - 2, at - 1);
  const char          *text = self->source.text.data;
  guint32              n;

  if (at < 2 || (item->near[0] & PE_MARK_AVERAGE) == 0)
    return PE_OK;
  total = pe_prose_item_at (self, at - 2);
  count = pe_prose_item_at (self, at - 1);
  n = count->unit_end - count->unit_at;
  if (total->sentence != item->sentence || !pe_prose_is_amount (total) || !pe_prose_is_amount (count)
      || total->unit != PE_PROSE_UNIT_MONEY || count->unit != PE_PROSE_UNIT_COUNT || n != 3
      || item->clause_at + n > item->at || memcmp (text + item->clause_at, text + count->unit_at, n) != 0
      || !pe_prose_has (&self->source, item->clause_at + n, "均"))
    return PE_OK;
  return pe_prose_keep (self, &relation, 0, TRUE);
}

/* The same where the total, or how many they are, stands in a sentence before. */
static pe_status
read_average_afar (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = pe_prose_item_at (self, at);

  for (guint32 i = at; i-- > 0 && i + PE_PROSE_REACH > at && pe_prose_item_at (self, i)->paragraph == item->paragraph;)
    for (guint32 k = i + 2; k-- > 0 && k + 12 > i;)
      {
        const pe_prose_item *total = pe_prose_item_at (self, i), *count = pe_prose_item_at (self, k);
        pe_prose_relation    relation = pe_prose_relation_of (PE_RELATION_RATE, 0, at, i, k);

        if (i == k || k >= at || !pe_prose_is_amount (total) || !pe_prose_is_amount (count)
            || !pe_prose_same_unit (self, total, item)
            || (count->unit != PE_PROSE_UNIT_COUNT && count->unit != PE_PROSE_UNIT_MEASURE)
            || pe_prose_same_unit (self, total, count))
          continue;
        if ((i + 1 == at || (k == i + 1 && pe_prose_likeness (self, item, total) >= 1))
            && pe_prose_try (self, &relation) >= PE_FIT_HALF)
          return pe_prose_keep_fitting (self, &relation, 0);
      }
  return accuse_average (self, at);
}

/* 人均p: what each got, from what all got and how many they are. */
static pe_status
read_average (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = pe_prose_item_at (self, at);

  for (guint32 turn = 0; turn < 2; turn++) /* what stands before it first */
    {
      const guint32 end = (guint32) MIN (at + 3 * turn, self->items.size);

      for (guint32 i = end; i-- > 0 && i + 10 > at;)
        for (guint32 k = end; k-- > 0 && k + 10 > at;)
          {
            const pe_prose_item *total = pe_prose_item_at (self, i), *count = pe_prose_item_at (self, k);
            pe_prose_relation    relation = pe_prose_relation_of (PE_RELATION_RATE, 0, at, i, k);

            if (i == k || !pe_prose_is_amount (total) || !pe_prose_is_amount (count)
                || !pe_prose_same_unit (self, total, item)
                || (count->unit != PE_PROSE_UNIT_COUNT && count->unit != PE_PROSE_UNIT_MEASURE)
                || pe_prose_same_unit (self, total, count))
              continue;
            if (pe_prose_try (self, &relation) >= PE_FIT_DOWN)
              return pe_prose_keep_fitting (self, &relation, 0);
          }
    }
  return read_average_afar (self, at);
}

/* 单价40元/亩，面积8,650亩，兑付36万元: the three of one sentence, in this order, with the unit of the price. */
static pe_status
accuse_product (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *price = pe_prose_item_at (self, at), *count, *total;
  const char          *text = self->source.text.data;
  pe_prose_relation    relation = pe_prose_relation_of (PE_RELATION_PRODUCT, 0, at + 2, at, at + 1);
  guint32              n;

  if (price->unit != PE_PROSE_UNIT_PRICE || at + 2 >= self->items.size)
    return PE_OK;
  count = pe_prose_item_at (self, at + 1);
  total = pe_prose_item_at (self, at + 2);
  n = count->unit_end - count->unit_at;
  if (!pe_prose_is_amount (count) || !pe_prose_is_amount (total) || total->sentence != price->sentence
      || total->unit != PE_PROSE_UNIT_MONEY || n == 0 || price->end + 1 + n > count->at
      || memcmp (text + price->end + 1, text + count->unit_at, n) != 0)
    return PE_OK;
  return pe_prose_keep (self, &relation, 0, TRUE);
}

static pe_status
read_product (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *price = pe_prose_item_at (self, at);

  if ((price->near[0] & PE_MARK_AVERAGE) != 0)
    return read_average (self, at);

  for (guint32 i = at > 6 ? at - 6 : 0; i < self->items.size && i < at + 8; i++)
    for (guint32 k = at > 6 ? at - 6 : 0; k < self->items.size && k < at + 8; k++)
      {
        const pe_prose_item *count = pe_prose_item_at (self, i), *total = pe_prose_item_at (self, k);
        pe_prose_relation    relation = pe_prose_relation_of (PE_RELATION_PRODUCT, 0, k, at, i);

        if (i == k || count->sentence != price->sentence || total->sentence != price->sentence
            || !pe_prose_is_amount (count) || !pe_prose_is_amount (total)
            || (count->unit != PE_PROSE_UNIT_COUNT && count->unit != PE_PROSE_UNIT_MEASURE)
            || (price->unit == PE_PROSE_UNIT_COUNT
                    ? total->unit != PE_PROSE_UNIT_COUNT || pe_prose_same_unit (self, total, count)
                    : total->unit != PE_PROSE_UNIT_MONEY))
          continue;
        if (pe_prose_try (self, &relation) < PE_FIT_HALF)
          continue;
        if (i < at && k < at) /* 采购480个，花费7.68万元，单价160元: the price is what was computed */
          relation = pe_prose_relation_of (PE_RELATION_RATE, 0, at, k, i);
        return pe_prose_keep_fitting (self, &relation, 0);
      }
  return accuse_product (self, at);
}

/* 执行率p，满分m，得s: the score of execution. */
static pe_status
read_score (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = pe_prose_item_at (self, at);
  guint32              full = pe_prose_between (self, PE_PROSE_NONE, at, PE_ROLE_FULL),
          rate = pe_prose_between (self, PE_PROSE_NONE, at, PE_ROLE_RATE);
  pe_prose_relation relation;

  if (full == PE_PROSE_NONE || rate == PE_PROSE_NONE || full + 3 < at || rate + 4 < at || item->is_result
      || pe_prose_item_at (self, full)->segment != item->segment
      || pe_prose_item_at (self, rate)->segment != item->segment
      || pe_prose_item_at (self, full)->coefficient == item->coefficient)
    return PE_OK;
  relation = pe_prose_relation_of (PE_RELATION_PRODUCT, 0, at, full, rate);
  return pe_prose_try (self, &relation) >= PE_FIT_DOWN ? pe_prose_keep_fitting (self, &relation, 0) : PE_OK;
}

static pe_status
read_one (pe_prose_reading *self, guint32 at)
{
  switch (pe_prose_item_at (self, at)->role)
    {
    case PE_ROLE_SHARE:
      return pe_prose_share_read (self, at);
    case PE_ROLE_GROWTH:
      return pe_prose_growth_read (self, at);
    case PE_ROLE_RATE:
      return pe_prose_rate_read (self, at);
    case PE_ROLE_SAVE_RATE:
      return pe_prose_save_rate_read (self, at);
    case PE_ROLE_LEFT:
    case PE_ROLE_SAVED:
      return read_difference (self, at);
    case PE_ROLE_CHANGE:
      return read_change (self, at);
    case PE_ROLE_LOST:
      return read_deduction (self, at);
    case PE_ROLE_GRADE:
      return read_grade (self, at);
    case PE_ROLE_PRICE:
      return read_product (self, at);
    case PE_ROLE_SCORE:
      return read_score (self, at);
    case PE_ROLE_NONE:
      return pe_prose_item_at (self, at)->unit == PE_PROSE_UNIT_POINTS ? read_points (self, at) : PE_OK;
    default:
      return PE_OK;
    }
}

pe_status
pe_prose_rules_read (pe_prose_reading *self)
{
  size_t    from = self->relations.size;
  pe_status status = PE_OK;

  for (guint32 i = 0; i < self->items.size && status == PE_OK; i++)
    status = read_one (self, i);
  return status == PE_OK ? pe_prose_shares_read (self, from) : status;
}
