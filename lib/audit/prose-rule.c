/* prose-rule.c - the patterns, tried at each figure that says how others hang together
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-private.h"

#include <perfeval/relation.h>
#include <string.h>

/* Figures that one selector offers. */
#define MOST_OFFERS 12

typedef struct pe_offers
{
  guint32 items[MOST_OFFERS];
  guint8  ranks[MOST_OFFERS]; /* 0: the sentence says so; 1: likely; 2: possible */
  guint   n;
} pe_offers;

static pe_prose_item *
item_at (const pe_prose_reading *self, guint32 index)
{
  return pe_vector_at (&self->items, pe_prose_item, index);
}

static gboolean
is_amount (const pe_prose_item *item)
{
  return item->role == PE_ROLE_AMOUNT || item->role == PE_ROLE_DONE || item->role == PE_ROLE_LEFT
         || item->role == PE_ROLE_SAVED || item->role == PE_ROLE_BASE || item->role == PE_ROLE_TARGET;
}

static void
offer (pe_offers *offers, guint32 item, guint rank)
{
  guint at = offers->n;

  for (guint i = 0; i < offers->n; i++)
    if (offers->items[i] == item)
      return;
  if (at == MOST_OFFERS)
    return;
  while (at > 0 && offers->ranks[at - 1] > rank)
    {
      offers->items[at] = offers->items[at - 1];
      offers->ranks[at] = offers->ranks[at - 1];
      at--;
    }
  offers->items[at] = item;
  offers->ranks[at] = (guint8) rank;
  offers->n++;
}

/* The member of the last list before a figure that stands where this one stands in its own list. */
static guint32
aligned (const pe_prose_reading *self, guint32 at, guint8 role)
{
  const pe_prose_item *item = item_at (self, at);

  if (item->list_n < 2)
    return PE_PROSE_NONE;
  for (guint32 i = at; i-- > 0 && i + PE_PROSE_REACH > at;)
    {
      const pe_prose_item *other = item_at (self, i);

      if (other->sentence + 3 < item->sentence)
        break;
      if (other->list != 0 && other->list != item->list && other->list_n == item->list_n
          && other->list_at == item->list_at && (other->role == role || (role == PE_ROLE_AMOUNT && is_amount (other))))
        return i;
    }
  return PE_PROSE_NONE;
}

/* The amount that the sentence speaks of at a figure. */
static guint32
subject_like (const pe_prose_reading *self, guint32 at, const pe_prose_item *unit)
{
  const pe_prose_item *item = item_at (self, at);
  guint32              list = aligned (self, at, PE_ROLE_AMOUNT);

  if (list != PE_PROSE_NONE)
    return list;
  for (guint32 i = at; i-- > 0 && i + PE_PROSE_REACH > at;)
    {
      const pe_prose_item *other = item_at (self, i);

      if (other->sentence != item->sentence)
        break;
      if (unit != NULL && !pe_prose_same_unit (self, other, unit))
        continue;
      if (other->bracket == item->bracket && is_amount (other) && other->role != PE_ROLE_BASE)
        return i;
      if (item->owner == i && is_amount (other))
        return i;
    }
  return PE_PROSE_NONE;
}

static guint32
subject_of (const pe_prose_reading *self, guint32 at)
{
  return subject_like (self, at, NULL);
}

/* A、B…, 二者分别占T的p、q: the amounts that stand before as many percentages, where they are no list themselves. */
static guint32
spread (const pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = item_at (self, at);
  guint32              first = at - item->list_at, seen = 0, wanted = item->list_n - item->list_at;

  if (item->list_n < 2 || item->list_at > at)
    return PE_PROSE_NONE;
  for (guint32 i = first; i-- > 0 && item_at (self, i)->sentence == item->sentence;)
    if (is_amount (item_at (self, i)) && item_at (self, i)->bracket == item->bracket && ++seen == wanted)
      return i;
  return PE_PROSE_NONE;
}

/* The nearest figure of a role between the subject and a figure. */
static guint32
between (const pe_prose_reading *self, guint32 subject, guint32 at, guint8 role)
{
  guint32 list = aligned (self, at, role);

  if (list != PE_PROSE_NONE)
    return list;
  for (guint32 i = at; i-- > 0 && (subject == PE_PROSE_NONE || i > subject) && i + PE_PROSE_REACH > at;)
    if (item_at (self, i)->role == role && item_at (self, i)->sentence == item_at (self, at)->sentence)
      return i;
  return PE_PROSE_NONE;
}

static pe_prose_relation
relation_of (gint32 kind, gint32 form, guint32 result, guint32 a, guint32 b)
{
  pe_prose_relation relation;

  memset (&relation, 0, sizeof relation);
  relation.kind = kind;
  relation.form = form;
  relation.result = result;
  relation.operands[0] = a;
  relation.operands[1] = b;
  relation.n = b == PE_PROSE_NONE ? 1 : 2;
  return relation;
}

/* Keeps a reading that fits; one that does not is an accusation where the caller says that nothing else can be meant. */
static pe_status
keep (pe_prose_reading *self, pe_prose_relation *relation, guint32 alternatives, gboolean accuse)
{
  relation->fit = pe_prose_try (self, relation);
  relation->alternatives = alternatives;
  relation->accused = relation->fit == PE_FIT_NOT;
  if (relation->fit == PE_FIT_UNKNOWN || (relation->fit == PE_FIT_NOT && !accuse))
    return PE_OK;
  return pe_prose_relate (self, relation);
}

/* How many digits of a percentage tell something: 27 has two, 9.97 three, 100 none. */
static guint
digits_of (const pe_prose_item *item)
{
  guint n = 0;

  if (item->coefficient == 0)
    return 0;
  for (gint64 c = item->coefficient; c > 0; c /= 10)
    n++;
  return n;
}

/* --- shares --- */

/* 占年初预算的p: a whole that bears another name is not meant, even where its parts are listed. */
static gboolean
is_named (const pe_prose_reading *self, const pe_prose_item *share, const pe_prose_item *whole)
{
  if ((share->own & (PE_MARK_BUDGET | PE_MARK_FROM)) != 0 && (whole->own & PE_MARK_BUDGET) == 0)
    return pe_prose_likeness (self, share, whole) >= 2;
  return TRUE;
}

static void
offer_wholes (const pe_prose_reading *self, guint32 at, guint32 part, pe_offers *offers)
{
  const pe_prose_item *item = item_at (self, at), *numerator = item_at (self, part);

  if (numerator->total != PE_PROSE_NONE && is_named (self, item, item_at (self, numerator->total)))
    offer (offers, numerator->total, 0);
  for (guint32 i = at, seen = 0; i-- > 0 && i + PE_PROSE_REACH > at;)
    {
      const pe_prose_item *other = item_at (self, i);
      guint                like;

      if (i == part || !is_amount (other) || !pe_prose_same_unit (self, other, numerator))
        continue;
      like = pe_prose_likeness (self, item, other);
      if (!is_named (self, item, other))
        continue;
      if ((item->own & other->own & PE_MARK_BUDGET) != 0)
        offer (offers, i, 0);
      else if (like >= 2 || (like == 1 && i < part && (other->is_total || (other->own & PE_MARK_TOTAL) != 0)))
        offer (offers, i, 0);
      else if (other->is_total || (other->own & PE_MARK_TOTAL) != 0)
        offer (offers, i, 1);
      else if (other->paragraph == item->paragraph && seen++ < 8)
        offer (offers, i, 2);
    }
  /* A whole that is named may stand behind its parts. */
  for (guint32 i = at + 1; i < self->items.size && i < at + PE_PROSE_REACH && item->subject_end > item->subject + 6;
       i++)
    {
      const pe_prose_item *other = item_at (self, i);

      if (is_amount (other) && (other->own & PE_MARK_TOTAL) != 0 && pe_prose_same_unit (self, other, numerator)
          && pe_prose_likeness (self, item, other) >= 1)
        offer (offers, i, 1);
    }
}

/* How many shares around a figure are shares of this whole: several stand for the one that all of them fit. */
static guint
votes_for (const pe_prose_reading *self, guint32 at, guint32 whole)
{
  guint votes = 0;

  for (guint32 i = at > 8 ? at - 8 : 0; i < self->items.size && i < at + 8; i++)
    {
      guint32 part
          = item_at (self, i)->role == PE_ROLE_SHARE && item_at (self, i)->sentence == item_at (self, at)->sentence
                ? subject_like (self, i, item_at (self, whole))
                : PE_PROSE_NONE;
      pe_prose_relation relation = relation_of (PE_RELATION_SHARE, 0, i, part, whole);

      if (part != PE_PROSE_NONE && part != whole && pe_prose_try (self, &relation) >= PE_FIT_DOWN)
        votes++;
    }
  return votes;
}

static gboolean
has_explicit_base (const pe_prose_reading *self, guint32 at)
{
  return item_at (self, at)->of && at > 0 && item_at (self, at - 1)->role == PE_ROLE_BASE;
}

static pe_status
read_share (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = item_at (self, at);
  guint32              part = subject_of (self, at);
  gint32               kind = item->role == PE_ROLE_RATE ? PE_RELATION_RATE : PE_RELATION_SHARE;
  pe_offers            offers = { .n = 0 };
  pe_prose_relation    relation = { .n = 0 };
  guint                most = 0, rank = 2;
  gboolean             sure;

  if (has_explicit_base (self, at))
    {
      part = subject_like (self, at - 1, item_at (self, at - 1));
      relation = relation_of (kind, 0, at, part, at - 1);
      return part != PE_PROSE_NONE ? keep (self, &relation, 0, TRUE) : PE_OK;
    }
  if (item->list_n > 1 && aligned (self, at, PE_ROLE_AMOUNT) == PE_PROSE_NONE)
    part = spread (self, at);
  if (part == PE_PROSE_NONE)
    return PE_OK;
  offer_wholes (self, at, part, &offers);
  for (guint i = 0; i < offers.n; i++)
    {
      pe_prose_relation trial = relation_of (kind, 0, at, part, offers.items[i]);
      guint             votes;

      if (offers.ranks[i] > rank || pe_prose_try (self, &trial) < PE_FIT_DOWN)
        continue;
      votes = votes_for (self, at, offers.items[i]);
      if ((offers.ranks[i] == 2 && digits_of (item) < 3 && votes < 3) || votes <= most)
        continue;
      most = votes;
      rank = offers.ranks[i];
      relation = trial;
    }
  if (most > 0)
    return keep (self, &relation, offers.n - 1, FALSE);
  if (offers.n == 0)
    return PE_OK;
  relation = relation_of (kind, 0, at, part, offers.items[0]);
  sure
      = offers.ranks[0] == 0 && item_at (self, part)->total == offers.items[0] && item_at (self, offers.items[0])->fits;
  return pe_prose_try (self, &relation) >= PE_FIT_ROUNDED && offers.ranks[0] == 0
             ? keep (self, &relation, offers.n, FALSE)
         : sure ? keep (self, &relation, offers.n, TRUE)
                : PE_OK;
}

/* --- growth --- */

/* The amount that changed: the one before the change, or before the former value. */
static guint32
grown (const pe_prose_reading *self, guint32 at, guint32 change)
{
  guint32 list = aligned (self, at, PE_ROLE_AMOUNT);

  return list != PE_PROSE_NONE ? list : subject_of (self, change);
}

/* 与上年相比，三公经费减少D，下降p: the amount was named in a sentence before. */
static guint32
named_before (const pe_prose_reading *self, guint32 at, guint32 change, gint32 form)
{
  const pe_prose_item *item = item_at (self, change);

  for (guint32 i = change; i-- > 0 && i + PE_PROSE_REACH > change;)
    {
      const pe_prose_item *other = item_at (self, i);
      pe_prose_relation    relation = relation_of (PE_RELATION_GROWTH, form, at, i, change);

      if (other->sentence + 4 < item->sentence)
        break;
      if (is_amount (other) && pe_prose_same_unit (self, other, item)
          && (pe_prose_likeness (self, item, other) >= 1 || (other->own & PE_MARK_TOTAL) != 0 || other->is_total)
          && pe_prose_try (self, &relation) >= PE_FIT_DOWN)
        return i;
    }
  return PE_PROSE_NONE;
}

static pe_status
read_growth_by_change (pe_prose_reading *self, guint32 at, guint32 change)
{
  gint32            form = item_at (self, at)->direction < 0 ? PE_FORM_DOWN_NEW_CHANGE : PE_FORM_NEW_CHANGE;
  guint32           now = grown (self, at, change), tried = 0;
  pe_prose_relation relation;

  if (now == PE_PROSE_NONE)
    {
      now = named_before (self, at, change, form);
      relation = relation_of (PE_RELATION_GROWTH, form, at, now, change);
      return now == PE_PROSE_NONE ? PE_OK : keep (self, &relation, 0, FALSE);
    }
  for (guint32 i = now + 1; i-- > 0 && i + 8 > now; tried++)
    {
      const pe_prose_item *other = item_at (self, i);

      if (other->sentence + 1 < item_at (self, at)->sentence)
        break;
      if (!is_amount (other) || !pe_prose_same_unit (self, other, item_at (self, change)))
        continue;
      relation = relation_of (PE_RELATION_GROWTH, form, at, i, change);
      if (pe_prose_try (self, &relation) >= PE_FIT_ROUNDED)
        return keep (self, &relation, tried, FALSE);
    }
  if (!pe_prose_same_unit (self, item_at (self, now), item_at (self, change)))
    return PE_OK;
  relation = relation_of (PE_RELATION_GROWTH, form, at, now, change);
  {
    guint32 other = named_before (self, at, change, form);

    if (other != PE_PROSE_NONE && pe_prose_try (self, &relation) == PE_FIT_NOT)
      relation.operands[0] = other;
  }
  return keep (self, &relation, tried, now + 1 == change || item_at (self, change)->list != 0);
}

/* Growth of a count alone: tells something only where few percentages have a whole base. */
static pe_status
read_growth_alone (pe_prose_reading *self, guint32 at, guint32 now)
{
  const pe_prose_item *item = item_at (self, at), *count = item_at (self, now);
  gint64               ulps = 1;
  pe_prose_relation    relation;

  if (count->unit != PE_PROSE_UNIT_COUNT || count->exponent != 0 || now + 1 != at || item->scale > 6)
    return PE_OK;
  for (gint8 i = 0; i < item->scale + 2; i++)
    ulps *= 10;
  if (count->coefficient * 2 >= ulps)
    return PE_OK;
  relation = relation_of (PE_RELATION_GROWTH, item->direction < 0 ? PE_FORM_DOWN_IMPLIED_BASE : PE_FORM_IMPLIED_BASE,
                          at, now, PE_PROSE_NONE);
  return keep (self, &relation, 0, FALSE);
}

/* 去年同期支出O, in a sentence behind that of N: the nearest amount of the same name. */
static guint32
like_before (const pe_prose_reading *self, guint32 old)
{
  const pe_prose_item *item = item_at (self, old);

  for (guint32 i = old; i-- > 0 && i + PE_PROSE_REACH > old;)
    {
      const pe_prose_item *other = item_at (self, i);

      if (other->sentence + 3 < item->sentence)
        break;
      if (is_amount (other) && pe_prose_same_unit (self, other, item)
          && (pe_prose_likeness (self, item, other) >= 2 || (other->own & PE_MARK_TOTAL) != 0))
        return i;
    }
  return PE_PROSE_NONE;
}

static pe_status
read_growth (pe_prose_reading *self, guint32 at)
{
  guint32           now = subject_of (self, at), change = between (self, now, at, PE_ROLE_CHANGE), old;
  pe_prose_relation relation;

  old = between (self, PE_PROSE_NONE, at, PE_ROLE_OLD);
  if (change != PE_PROSE_NONE && ABS (item_at (self, change)->direction) == 1
      && (old == PE_PROSE_NONE || now != PE_PROSE_NONE))
    return read_growth_by_change (self, at, change);
  old = between (self, PE_PROSE_NONE, at, PE_ROLE_OLD);
  if (old == PE_PROSE_NONE)
    return now == PE_PROSE_NONE ? PE_OK : read_growth_alone (self, at, now);
  now = subject_like (self, at, item_at (self, old));
  if (now == PE_PROSE_NONE)
    now = like_before (self, old);
  if (now == PE_PROSE_NONE)
    return PE_OK;
  relation = relation_of (
      PE_RELATION_GROWTH, item_at (self, at)->direction < 0 ? PE_FORM_DOWN_NEW_OLD : PE_FORM_NEW_OLD, at, now, old);
  return keep (self, &relation, 0,
               (old + 1 == at || now + 1 == old) && item_at (self, now)->sentence == item_at (self, at)->sentence);
}

/* --- rates --- */

/* 调整为 makes a budget of what follows it. */
#define PLANNED (PE_MARK_BUDGET | PE_MARK_RECEIVED | PE_MARK_INCOME | PE_MARK_TARGET)
#define SPENT (PE_MARK_SPENT | PE_MARK_DONE)

/* How likely the sentence means this numerator and this denominator. */
static guint
weigh (const pe_prose_reading *self, guint32 at, guint32 a, guint32 b)
{
  const pe_prose_item *item = item_at (self, at), *x = item_at (self, a), *y = item_at (self, b);
  guint                like = 4 * MIN (pe_prose_likeness (self, item, x), 4);
  guint                weight = like + 2 * MIN (pe_prose_likeness (self, item, y), 2);

  if ((x->own & SPENT) != 0)
    weight += 4;
  if ((y->own & PLANNED) != 0)
    weight += 4;
  if (x->total == b)
    weight += 6;
  if (x + 1 == item && x->unit == PE_PROSE_UNIT_COUNT && b < a && b + 3 >= a && x->sentence == y->sentence)
    weight += 2;
  if (digits_of (item) >= 3 && x->sentence == item->sentence && y->sentence == item->sentence && a + 4 >= at
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
         || (digits_of (rate) >= 3 && rate->coefficient % 100 != 0 && part->sentence == rate->sentence)
         || pe_prose_likeness (self, rate, part) >= 1;
}

/* 安排B…拨付A，拨付进度p: where one budget and one expenditure stand before a rate of execution, no other is meant. */
static pe_status
accuse_rate (pe_prose_reading *self, guint32 at, const guint32 *amounts, guint32 n, guint32 tried)
{
  const pe_prose_item *item = item_at (self, at);
  guint32              spent = PE_PROSE_NONE, planned = PE_PROSE_NONE;
  pe_prose_relation    relation;

  if ((item->own & PE_MARK_EXECUTION) == 0 || item->list_n > 1)
    return PE_OK;
  for (guint32 i = 0; i < n; i++)
    {
      const pe_prose_item *other = item_at (self, amounts[i]);

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
  relation = relation_of (PE_RELATION_RATE, 0, at, spent, planned);
  return keep (self, &relation, tried, TRUE);
}

static pe_status
read_rate (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = item_at (self, at);
  guint32              amounts[10], n = 0;
  pe_prose_relation    best = { .n = 0 };
  guint                heaviest = 0, tried = 0;

  if (has_explicit_base (self, at))
    return read_share (self, at);
  for (guint32 i = at; i-- > 0 && n < G_N_ELEMENTS (amounts) && i + PE_PROSE_REACH > at;)
    {
      const pe_prose_item *other = item_at (self, i);

      if (other->sentence + 2 < item->sentence)
        break;
      if (is_amount (other) && other->coefficient > 0)
        amounts[n++] = i;
    }
  for (guint32 i = 0; i < n; i++)
    for (guint32 k = 0; k < n; k++)
      {
        pe_prose_relation relation = relation_of (PE_RELATION_RATE, 0, at, amounts[i], amounts[k]);
        guint             weight = i == k ? 0 : weigh (self, at, amounts[i], amounts[k]);

        if (weight < 5 || !is_measured (self, item, item_at (self, amounts[i])) || weight <= heaviest
            || !pe_prose_same_unit (self, item_at (self, amounts[i]), item_at (self, amounts[k])))
          continue;
        tried++;
        if (pe_prose_try (self, &relation) < PE_FIT_DOWN)
          continue;
        heaviest = weight;
        best = relation;
      }
  return best.n == 0 ? accuse_rate (self, at, amounts, n, tried) : keep (self, &best, tried - 1, FALSE);
}

/* 完成年初预算100%, 决算数大于预算数D; 预算数B, 决算数N, 比预算数多D. */
static pe_status
read_excess (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *change = item_at (self, at);
  guint32              rate = PE_PROSE_NONE, now = subject_of (self, at);
  pe_prose_relation    relation;

  for (guint32 i = now == PE_PROSE_NONE ? 0 : now; i-- > 0 && i + 8 > at;)
    if (is_amount (item_at (self, i)) && item_at (self, i)->sentence == change->sentence
        && pe_prose_same_unit (self, item_at (self, i), change))
      {
        relation = relation_of (
            PE_RELATION_DIFFERENCE, 0, at, change->direction > 0 ? now : i, change->direction > 0 ? i : now);
        if (pe_prose_try (self, &relation) == PE_FIT_EXACT)
          return keep (self, &relation, 0, FALSE);
      }

  for (guint32 i = at; i-- > 0 && i + 4 > at && rate == PE_PROSE_NONE;)
    if (item_at (self, i)->role == PE_ROLE_RATE && item_at (self, i)->sentence == change->sentence)
      rate = i;
  if (rate == PE_PROSE_NONE || now == PE_PROSE_NONE || change->direction < 0
      || !pe_prose_same_unit (self, item_at (self, now), change))
    return PE_OK;
  relation = relation_of (PE_RELATION_COMPLETION, PE_FORM_OVER_DIFFERENCE, rate, now, at);
  return keep (self, &relation, 0, TRUE);
}

/* --- what is left, what was saved --- */

static pe_status
read_difference (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = item_at (self, at);
  guint32              amounts[8], n = 0, sure[2] = { PE_PROSE_NONE, PE_PROSE_NONE };
  pe_prose_relation    relation;

  if (item->total != PE_PROSE_NONE)
    return PE_OK; /* a part among parts: 其中流动资产A，固定资产净值B */

  for (guint32 i = at; i-- > 0 && n < G_N_ELEMENTS (amounts) && i + PE_PROSE_REACH > at;)
    {
      const pe_prose_item *other = item_at (self, i);

      if (other->sentence + 3 < item->sentence)
        break;
      if (other->sentence + 1 < item->sentence && !other->is_total && (other->own & (PE_MARK_TOTAL | PE_MARK_SUM)) == 0)
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
      guint32 i = step / n % n, k = step % n;

      /* First those in the order of the sentence: 预算P，支出S，结余D. */
      relation = relation_of (PE_RELATION_DIFFERENCE, 0, at, amounts[i], amounts[k]);
      if (i != k && (amounts[i] < amounts[k]) == (step < n * n) && item->coefficient != 0
          && pe_prose_try (self, &relation) == PE_FIT_EXACT)
        return keep (self, &relation, 0, FALSE);
    }
  if (sure[0] == PE_PROSE_NONE || sure[1] == PE_PROSE_NONE)
    return PE_OK;
  relation = relation_of (PE_RELATION_DIFFERENCE, 0, at, sure[0], sure[1]);
  return keep (self, &relation, n, item_at (self, sure[0])->sentence == item->sentence);
}

static pe_status
read_save_rate (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = item_at (self, at);
  guint32              saved = between (self, PE_PROSE_NONE, at, PE_ROLE_SAVED), tried = 0;
  pe_prose_relation    relation;

  if (saved == PE_PROSE_NONE)
    return PE_OK;
  for (int form = 0; form < 2; form++)
    for (guint32 i = at; i-- > 0 && i + 12 > at;)
      {
        const pe_prose_item *other = item_at (self, i);

        if (other->sentence + 1 < item->sentence)
          break;
        if (i == saved || (other->role != PE_ROLE_AMOUNT && other->role != PE_ROLE_DONE)
            || !pe_prose_same_unit (self, other, item_at (self, saved)))
          continue;
        relation = relation_of (PE_RELATION_RATE, form == 0 ? 0 : PE_FORM_OVER_SUM, at, saved, i);
        if (form == 1)
          {
            relation.operands[2] = saved;
            relation.n = 3;
          }
        tried++;
        if (pe_prose_try (self, &relation) >= PE_FIT_ROUNDED)
          return keep (self, &relation, tried - 1, FALSE);
      }
  return PE_OK;
}

/* 较上年O减少D: the change is what lies between the two values. */
static pe_status
read_change (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = item_at (self, at);
  guint32              old = between (self, PE_PROSE_NONE, at, PE_ROLE_OLD);
  guint32              now = subject_like (self, at, item);
  pe_prose_relation    relation;

  if (now == PE_PROSE_NONE && old != PE_PROSE_NONE)
    now = like_before (self, old);
  if (ABS (item->direction) == 2)
    return read_excess (self, at);
  if (now == PE_PROSE_NONE || old == PE_PROSE_NONE || !pe_prose_same_unit (self, item, item_at (self, now))
      || !pe_prose_same_unit (self, item, item_at (self, old)))
    return PE_OK;
  relation = item->direction > 0 ? relation_of (PE_RELATION_DIFFERENCE, 0, at, now, old)
                                 : relation_of (PE_RELATION_DIFFERENCE, 0, at, old, now);
  return keep (self, &relation, 0, item_at (self, now)->sentence == item->sentence && old + 1 == at);
}

/* --- scores --- */

static pe_status
read_deduction (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = item_at (self, at);
  pe_prose_relation    best = { .n = 0 };
  guint                heaviest = 0;
  guint32              full = PE_PROSE_NONE;

  for (guint32 i = at > PE_PROSE_REACH ? at - PE_PROSE_REACH : 0; i < self->items.size && i < at + 6; i++)
    {
      const pe_prose_item *other = item_at (self, i);

      if (other->role == PE_ROLE_FULL)
        full = i;
      /* 得9分(满分10分) */
      if (other->role == PE_ROLE_SCORE && i + 1 < self->items.size && item_at (self, i + 1)->role == PE_ROLE_FULL
          && item_at (self, i + 1)->owner == i)
        full = i + 1;
      if (other->role == PE_ROLE_SCORE && full != PE_PROSE_NONE && item_at (self, full)->sentence == other->sentence)
        {
          pe_prose_relation relation = relation_of (PE_RELATION_DEDUCTION, 0, at, full, i);
          guint             weight = 1 + 2 * pe_prose_likeness (self, item, item_at (self, full))
                         + (other->sentence == item->sentence ? 4 : 0);

          if (pe_prose_try (self, &relation) != PE_FIT_EXACT || weight < heaviest)
            continue;
          heaviest = weight;
          best = relation;
        }
    }
  if (best.n > 0)
    return keep (self, &best, 0, FALSE);
  if (at >= 2 && item_at (self, at - 1)->role == PE_ROLE_SCORE && item_at (self, at - 2)->role == PE_ROLE_FULL
      && item_at (self, at - 2)->sentence == item->sentence)
    {
      best = relation_of (PE_RELATION_DEDUCTION, 0, at, at - 2, at - 1);
      return keep (self, &best, 0, TRUE);
    }
  return PE_OK;
}

static pe_status
read_grade (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = item_at (self, at);
  guint32              score = PE_PROSE_NONE;
  pe_prose_relation    relation;

  for (guint32 step = 1; step < 10 && score == PE_PROSE_NONE; step++)
    for (int side = 0; side < 2 && score == PE_PROSE_NONE; side++)
      {
        guint32 i = side == 0 ? at + step : at - step;

        if ((side == 1 && step > at) || i >= self->items.size)
          continue;
        if (item_at (self, i)->role == PE_ROLE_SCORE && ABS ((gint64) item_at (self, i)->sentence - item->sentence) <= 1
            && item_at (self, i)->coefficient > 0)
          score = i;
      }
  if (score == PE_PROSE_NONE)
    return PE_OK;
  relation = relation_of (PE_RELATION_GRADE, 0, at, score, PE_PROSE_NONE);
  return keep (self, &relation, 0, (item_at (self, score)->own & PE_MARK_TOTAL) != 0);
}

/* 占p，快于q的r个百分点: what lies between two percentages of the sentence. */
static pe_status
read_points (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = item_at (self, at);

  for (guint32 i = at; i-- > 0 && i + 6 > at && item_at (self, i)->sentence == item->sentence;)
    for (guint32 k = i; k-- > 0 && k + 6 > at && item_at (self, k)->sentence == item->sentence;)
      for (int turn = 0; turn < 2; turn++)
        {
          pe_prose_relation relation
              = relation_of (PE_RELATION_DIFFERENCE, 0, at, turn == 0 ? k : i, turn == 0 ? i : k);

          if (item_at (self, i)->unit == PE_PROSE_UNIT_PERCENT && item_at (self, k)->unit == PE_PROSE_UNIT_PERCENT
              && pe_prose_try (self, &relation) == PE_FIT_EXACT)
            return keep (self, &relation, 0, FALSE);
        }
  return PE_OK;
}

/* --- so much for each --- */

/* The same where the total, or how many they are, stands in a sentence before. */
static pe_status
read_average_afar (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = item_at (self, at);

  for (guint32 i = at; i-- > 0 && i + PE_PROSE_REACH > at && item_at (self, i)->paragraph == item->paragraph;)
    for (guint32 k = i + 2; k-- > 0 && k + 8 > i;)
      {
        const pe_prose_item *total = item_at (self, i), *count = item_at (self, k);
        pe_prose_relation    relation = relation_of (PE_RELATION_RATE, 0, at, i, k);

        if (i == k || k >= at || !is_amount (total) || !is_amount (count) || !pe_prose_same_unit (self, total, item)
            || (count->unit != PE_PROSE_UNIT_COUNT && count->unit != PE_PROSE_UNIT_MEASURE)
            || pe_prose_same_unit (self, total, count))
          continue;
        if ((i + 1 == at || (k == i + 1 && pe_prose_likeness (self, item, total) >= 1))
            && pe_prose_try (self, &relation) >= PE_FIT_HALF)
          return keep (self, &relation, 0, FALSE);
      }
  return PE_OK;
}

/* 人均p: what each got, from what all got and how many they are. */
static pe_status
read_average (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = item_at (self, at);

  for (guint32 i = at; i-- > 0 && i + 10 > at && item_at (self, i)->sentence == item->sentence;)
    for (guint32 k = at; k-- > 0 && k + 10 > at && item_at (self, k)->sentence == item->sentence;)
      {
        const pe_prose_item *total = item_at (self, i), *count = item_at (self, k);
        pe_prose_relation    relation = relation_of (PE_RELATION_RATE, 0, at, i, k);

        if (i == k || !is_amount (total) || !is_amount (count) || !pe_prose_same_unit (self, total, item)
            || (count->unit != PE_PROSE_UNIT_COUNT && count->unit != PE_PROSE_UNIT_MEASURE)
            || pe_prose_same_unit (self, total, count))
          continue;
        if (pe_prose_try (self, &relation) >= PE_FIT_DOWN)
          return keep (self, &relation, 0, FALSE);
      }
  return read_average_afar (self, at);
}

/* 单价40元/亩，面积8,650亩，兑付36万元: the three of one sentence, in this order, with the unit of the price. */
static pe_status
accuse_product (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *price = item_at (self, at), *count, *total;
  pe_prose_relation    relation = relation_of (PE_RELATION_PRODUCT, 0, at + 2, at, at + 1);
  guint32              unit = price->end;

  if (price->unit != PE_PROSE_UNIT_PRICE || at + 2 >= self->items.size)
    return PE_OK;
  count = item_at (self, at + 1);
  total = item_at (self, at + 2);
  unit -= MIN (unit, count->unit_end - count->unit_at);
  if (!is_amount (count) || !is_amount (total) || total->sentence != price->sentence
      || total->unit != PE_PROSE_UNIT_MONEY || count->unit == PE_PROSE_UNIT_MONEY || count->unit_end == count->unit_at
      || count->unit_end - count->unit_at > price->end - price->at
      || memcmp ((const char *) self->source.text.data + unit, (const char *) self->source.text.data + count->unit_at,
                 count->unit_end - count->unit_at)
             != 0)
    return PE_OK;
  return keep (self, &relation, 0, TRUE);
}

static pe_status
read_product (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *price = item_at (self, at);

  if ((price->near[0] & PE_MARK_AVERAGE) != 0)
    return read_average (self, at);

  for (guint32 i = at > 6 ? at - 6 : 0; i < self->items.size && i < at + 8; i++)
    for (guint32 k = at > 6 ? at - 6 : 0; k < self->items.size && k < at + 8; k++)
      {
        const pe_prose_item *count = item_at (self, i), *total = item_at (self, k);
        pe_prose_relation    relation = relation_of (PE_RELATION_PRODUCT, 0, k, at, i);

        if (i == k || count->sentence != price->sentence || total->sentence != price->sentence || !is_amount (count)
            || !is_amount (total) || (count->unit != PE_PROSE_UNIT_COUNT && count->unit != PE_PROSE_UNIT_MEASURE)
            || total->unit != PE_PROSE_UNIT_MONEY)
          continue;
        if (pe_prose_try (self, &relation) >= PE_FIT_HALF)
          return keep (self, &relation, 0, FALSE);
      }
  return accuse_product (self, at);
}

/* 执行率p，满分m，得s: the score of execution. */
static pe_status
read_score (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = item_at (self, at);
  guint32              full = between (self, PE_PROSE_NONE, at, PE_ROLE_FULL),
          rate = between (self, PE_PROSE_NONE, at, PE_ROLE_RATE);
  pe_prose_relation relation;

  if (full == PE_PROSE_NONE || rate == PE_PROSE_NONE || full + 3 < at || rate + 4 < at || item->is_result
      || item_at (self, full)->segment != item->segment || item_at (self, rate)->segment != item->segment
      || item_at (self, full)->coefficient == item->coefficient)
    return PE_OK;
  relation = relation_of (PE_RELATION_PRODUCT, 0, at, full, rate);
  return pe_prose_try (self, &relation) >= PE_FIT_DOWN ? keep (self, &relation, 0, FALSE) : PE_OK;
}

static pe_status
read_one (pe_prose_reading *self, guint32 at)
{
  switch (item_at (self, at)->role)
    {
    case PE_ROLE_SHARE:
      return read_share (self, at);
    case PE_ROLE_GROWTH:
      return read_growth (self, at);
    case PE_ROLE_RATE:
      return read_rate (self, at);
    case PE_ROLE_SAVE_RATE:
      return read_save_rate (self, at);
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
      return item_at (self, at)->unit == PE_PROSE_UNIT_POINTS ? read_points (self, at) : PE_OK;
    default:
      return PE_OK;
    }
}

/* What is said to be shares of one whole, and adds up to it, are its parts. */
static pe_status
read_shared (pe_prose_reading *self, size_t from, size_t end)
{
  const pe_prose_relation *first = pe_vector_at (&self->relations, pe_prose_relation, from);
  guint32                  whole = first->operands[1];
  pe_prose_relation        sum = relation_of (PE_RELATION_SUM, 0, whole, 0, 0);

  sum.n = 0;
  for (size_t i = from; i < end && i < from + 2 * PE_PROSE_OPERANDS && sum.n < PE_PROSE_OPERANDS; i++)
    {
      const pe_prose_relation *share = pe_vector_at (&self->relations, pe_prose_relation, i);

      if (share->kind == PE_RELATION_SHARE && share->operands[1] == whole
          && item_at (self, share->operands[0])->total == PE_PROSE_NONE)
        sum.operands[sum.n++] = share->operands[0];
    }
  sum.fit = PE_FIT_EXACT;
  if (sum.n < 2 || pe_prose_try (self, &sum) != PE_FIT_EXACT)
    return PE_OK;
  for (guint32 i = 0; i < sum.n; i++)
    item_at (self, sum.operands[i])->total = whole;
  return pe_prose_relate (self, &sum);
}

pe_status
pe_prose_rules_read (pe_prose_reading *self)
{
  size_t    from = self->relations.size, end;
  pe_status status = PE_OK;

  for (guint32 i = 0; i < self->items.size && status == PE_OK; i++)
    status = read_one (self, i);
  end = self->relations.size;
  for (size_t i = from; i < end && status == PE_OK; i++)
    {
      const pe_prose_relation *share = pe_vector_at (&self->relations, pe_prose_relation, i);

      if (share->kind == PE_RELATION_SHARE && item_at (self, share->operands[0])->total == PE_PROSE_NONE)
        status = read_shared (self, i, end);
    }
  return status;
}
