/* prose-group.c - which figures are the parts of which total
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-private.h"

#include <perfeval/relation.h>
#include <string.h>

/* The totals that are considered for one list of parts, and how far back they may stand. */
#define MOST_TOTALS 4

/* A list of parts under trial. */
typedef struct pe_parts
{
  guint32  items[PE_PROSE_OPERANDS];
  guint32  n;
  guint32  first_end; /* how many of them stand before the first semicolon */
  gboolean closed;    /* the sentence says that these are all */
  gboolean open;      /* or that they are not */
} pe_parts;

static pe_prose_item *
item_at (const pe_prose_reading *self, guint32 index)
{
  return pe_vector_at (&self->items, pe_prose_item, index);
}

/* Roles that can be added to one another. */
static guint
family (const pe_prose_item *item)
{
  switch (item->role)
    {
    case PE_ROLE_AMOUNT:
    case PE_ROLE_DONE:
    case PE_ROLE_LEFT:
    case PE_ROLE_SAVED:
    case PE_ROLE_TARGET:
      return 1;
    case PE_ROLE_CHANGE:
      return 3;
    case PE_ROLE_SCORE:
      return 4;
    case PE_ROLE_FULL:
      return 5;
    case PE_ROLE_LOST:
      return 6;
    case PE_ROLE_OLD:
      return 7;
    default:
      return 0;
    }
}

static gboolean
can_add (const pe_prose_reading *self, const pe_prose_item *a, const pe_prose_item *b)
{
  /* 85万元 of 13万元 and 72元: the slip has to be read to be found. */
  if (a->unit == PE_PROSE_UNIT_MONEY && b->unit == PE_PROSE_UNIT_MONEY)
    return family (a) != 0 && family (a) == family (b) && pe_prose_same_unit (self, a, b);
  return family (a) != 0 && family (a) == family (b) && pe_prose_same_unit (self, a, b);
}

static gint32
kind_of (const pe_prose_item *total)
{
  if (total->role == PE_ROLE_SCORE)
    return PE_RELATION_SCORE_SUM;
  if (total->role == PE_ROLE_FULL)
    return PE_RELATION_MARKS;
  return total->unit == PE_PROSE_UNIT_COUNT && total->exponent == 0 ? PE_RELATION_COUNT : PE_RELATION_SUM;
}

static pe_prose_relation
sum_of (const pe_prose_reading *self, guint32 total, const guint32 *parts, guint32 n)
{
  pe_prose_relation relation;

  memset (&relation, 0, sizeof relation);
  relation.kind = kind_of (item_at (self, total));
  relation.result = total;
  relation.n = MIN (n, PE_PROSE_OPERANDS);
  memcpy (relation.operands, parts, relation.n * sizeof *parts);
  return relation;
}

/* Whether the list of parts ends before this figure. */
static gboolean
ends_before (const pe_prose_item *first, const pe_prose_item *item)
{
  return item->sentence != first->sentence || item->depth < first->depth
         || (item->depth == first->depth && item->bracket != first->bracket)
         || (item != first && (item->lead & (PE_MARK_ALSO | PE_MARK_CUT)) != 0)
         || (item != first && (item->own & PE_MARK_SUM) != 0 && item->near_gap[0] <= 4)
         || (item != first && (item->own & PE_MARK_TARGET) != 0 && (first->own & PE_MARK_TARGET) == 0);
}

/* Collects the parts that begin at a figure. */
static void
collect (const pe_prose_reading *self, guint32 from, guint32 total, gboolean records, pe_parts *out)
{
  const pe_prose_item *first = item_at (self, from), *whole = item_at (self, total);
  guint32              hidden = PE_PROSE_NONE; /* a segment whose figures are parts of a part */

  memset (out, 0, sizeof *out);
  for (guint32 i = from; i < self->items.size && out->n < PE_PROSE_OPERANDS && i < from + 3 * PE_PROSE_REACH; i++)
    {
      const pe_prose_item *item = item_at (self, i);

      if (item->unit == PE_PROSE_UNIT_NO_QUANTITY)
        continue;
      if (ends_before (first, item))
        {
          out->closed = out->closed || (item->lead & PE_MARK_ALSO) != 0;
          break;
        }
      if (item->segment != first->segment && out->first_end == 0)
        out->first_end = out->n;
      if (i != from && (item->lead & PE_MARK_PARTS) != 0 && item->depth == first->depth && item->total == PE_PROSE_NONE)
        hidden = item->segment;
      if (item->depth != first->depth || item->segment == hidden || !can_add (self, whole, item)
          || (item->coefficient == 0 && (item->own & PE_MARK_ALL) != 0)
          || (item->total != PE_PROSE_NONE && item->total >= from && item->total != total)
          || (records && ((item->own ^ first->own) & (PE_MARK_SPENT | PE_MARK_BUDGET | PE_MARK_RECEIVED)) != 0))
        continue;
      out->items[out->n++] = i;
    }
  if (out->first_end == 0)
    out->first_end = out->n;
}

/* Reads from the words whether the n parts claim to be all. */
static void
judge_closing (const pe_prose_reading *self, pe_parts *parts, guint32 n)
{
  const pe_prose_item *first = item_at (self, parts->items[0]), *last = item_at (self, parts->items[n - 1]);

  parts->open = last->open || (first->lead & PE_MARK_OPEN) != 0;
  parts->closed = (last->own & PE_MARK_REST) != 0 || (first->own & PE_MARK_ALIGN) != 0
                  || (first->bracket != 0 && first->owner != PE_PROSE_NONE && (first->lead & PE_MARK_PARTS) == 0)
                  || ((first->lead & PE_MARK_PARTS) != 0 && n > 2 && last->subject_end >= 3
                      && (pe_prose_has (&self->source, last->subject, "和")
                          || pe_prose_has (&self->source, last->subject_end - 3, "和")));
}

/* How many of the parts fill the total: the fewest that give it exactly, or those up to a stop that give it as rounded.
 * 0: none. */
static guint32
fill (const pe_prose_reading *self, guint32 total, const pe_parts *parts, pe_prose_fit *fit)
{
  pe_prose_relation relation = sum_of (self, total, parts->items, parts->n);
  guint32           fewest = pe_prose_try_fewest (self, &relation);

  if (fewest > 0)
    {
      *fit = PE_FIT_EXACT;
      while (fewest < parts->n && item_at (self, parts->items[fewest])->coefficient == 0
             && item_at (self, parts->items[fewest])->segment == item_at (self, parts->items[fewest - 1])->segment)
        fewest++;
      return fewest;
    }
  for (int turn = 0; turn < 2; turn++)
    {
      guint32 n = turn == 0 ? parts->first_end : parts->n;

      if (n < 2)
        continue;
      relation = sum_of (self, total, parts->items, n);
      *fit = pe_prose_try (self, &relation);
      if (*fit >= PE_FIT_ROUNDED)
        return n;
    }
  return 0;
}

/* A figure of the record of a part, like this one of the record of the total: 计划金额 beside 计划金额. The record ends
 * with the next part or the sentence. */
static guint32
cell_after (const pe_prose_reading *self, guint32 part, guint32 before, const pe_prose_item *column)
{
  const pe_prose_item *item = item_at (self, part);
  guint32              best = PE_PROSE_NONE;
  guint                likest = 0;

  for (guint32 i = part + 1; i < before && i < part + 12; i++)
    {
      const pe_prose_item *cell = item_at (self, i);
      guint                like;

      if (cell->sentence != item->sentence || (cell->segment != item->segment && before == self->items.size))
        break;
      if (cell->bracket != item->bracket || family (cell) != family (column)
          || !pe_prose_same_unit (self, cell, column))
        continue;
      if (cell->role == PE_ROLE_CHANGE && ABS (cell->direction) == 1)
        return i;
      like = pe_prose_likeness (self, cell, column);
      if (like > likest)
        {
          likest = like;
          best = i;
        }
    }
  return best;
}

/* The column that one figure of the total's record heads. */
static pe_status
relate_column (pe_prose_reading *self, guint32 head, const guint32 *parts, guint32 n)
{
  pe_prose_relation    relation = sum_of (self, head, parts, n);
  const pe_prose_item *column = item_at (self, head);
  gboolean             mixed = FALSE;

  for (guint32 i = 0; i < n; i++)
    {
      const pe_prose_item *cell;

      relation.operands[i] = cell_after (self, parts[i], i + 1 < n ? parts[i + 1] : (guint32) self->items.size, column);
      if (relation.operands[i] == PE_PROSE_NONE)
        return PE_OK;
      cell = item_at (self, relation.operands[i]);
      if (cell->total != PE_PROSE_NONE || cell->list_n > 1)
        return PE_OK;
      relation.signs[i] = column->role != PE_ROLE_CHANGE || cell->direction == column->direction ? 1 : -1;
      mixed = mixed || relation.signs[i] < 0;
    }
  relation.form = mixed ? PE_FORM_SIGNED : PE_FORM_PLAIN;
  relation.fit = (guint8) pe_prose_try (self, &relation);
  relation.accused = relation.fit == PE_FIT_NOT;
  if (relation.fit == PE_FIT_UNKNOWN)
    return PE_OK;
  if (relation.fit >= PE_FIT_ROUNDED)
    for (guint32 i = 0; i < n; i++)
      item_at (self, relation.operands[i])->total = head;
  return pe_prose_relate (self, &relation);
}

/* Where the parts of a total are records, each column adds up as the first does: changes, plans, savings. */
static pe_status
relate_columns (pe_prose_reading *self, guint32 total, const guint32 *parts, guint32 n)
{
  pe_status status = PE_OK;
  guint32   from = total;

  /* The total may have been named before, with its record: T，增加D。T当中，A… */
  for (guint32 i = total; i-- > 0 && total + 1 == parts[0] && i + 12 > total;)
    if (item_at (self, i)->coefficient == item_at (self, total)->coefficient
        && can_add (self, item_at (self, i), item_at (self, total)))
      from = i;
  for (guint32 i = from + 1; i < (from == total ? parts[0] : total) && i < from + 12 && status == PE_OK; i++)
    {
      const pe_prose_item *column = item_at (self, i);

      if (column->sentence != item_at (self, from)->sentence)
        break;
      if (family (column) != 0 && column->bracket == item_at (self, from)->bracket && !column->is_total)
        status = relate_column (self, i, parts, n);
    }
  return status;
}

static pe_status
keep (pe_prose_reading *self, guint32 total, const guint32 *parts, guint32 n, pe_prose_fit fit, guint32 alternatives)
{
  pe_prose_relation relation = sum_of (self, total, parts, n);
  pe_status         status;

  relation.fit = (guint8) fit;
  relation.accused = fit == PE_FIT_NOT;
  relation.alternatives = alternatives;
  status = pe_prose_relate (self, &relation);
  item_at (self, total)->is_total = TRUE;
  item_at (self, total)->fits = fit >= PE_FIT_ROUNDED;
  for (guint32 i = 0; i < n; i++)
    item_at (self, parts[i])->total = total;
  if (status == PE_OK && fit >= PE_FIT_ROUNDED)
    status = relate_columns (self, total, parts, n);
  return status;
}

/* The totals that the parts from a figure on may belong to, the likeliest first. */
static guint32
find_totals (const pe_prose_reading *self, guint32 from, guint32 *totals)
{
  const pe_prose_item *first = item_at (self, from);
  guint32              n = 0;

  if (first->bracket != 0 && first->owner != PE_PROSE_NONE)
    for (guint32 i = first->owner + 1; i-- > 0 && n < 2 && i + 4 > first->owner;)
      {
        const pe_prose_item *item = item_at (self, i);

        if (item->sentence == first->sentence && item->depth < first->depth && can_add (self, item, first))
          totals[n++] = i;
      }
  if (first->bracket != 0 && n > 0)
    return n;
  for (guint32 i = from; i-- > 0 && n < MOST_TOTALS && i + PE_PROSE_REACH > from;)
    {
      const pe_prose_item *item = item_at (self, i);

      /* Where the total stands in the sentence of the parts, no other sentence is asked. */
      if (item->sentence + ((first->lead & PE_MARK_CUT) != 0 ? 4 : 1) < first->sentence
          || (n > 0 && item->sentence < item_at (self, totals[0])->sentence && (first->lead & PE_MARK_CUT) == 0))
        break;
      if ((first->lead & PE_MARK_CUT) != 0 && item->total != PE_PROSE_NONE)
        continue;
      if (item->depth == first->depth && item->bracket == first->bracket && can_add (self, item, first)
          && item->role != PE_ROLE_BASE && item->list_n < 2)
        totals[n++] = i;
    }
  return n;
}

/* Whether n parts pass their total, or come so near to it that nothing else can be meant: within a twentieth. */
static gboolean
is_near_miss (const pe_prose_reading *self, guint32 total, const pe_parts *parts, guint32 n)
{
  const pe_prose_item *whole = item_at (self, total);
  gint64               sum = 0, t = whole->coefficient;
  gint8                places = whole->scale;
  gboolean             slip = FALSE;

  for (guint32 i = 0; i < n; i++)
    places = MAX (places, item_at (self, parts->items[i])->scale);
  if (places > 6 || t > G_MAXINT64 / 1000000000)
    return FALSE;
  for (gint8 i = whole->scale; i < places; i++)
    t *= 10;
  for (guint32 i = 0; i < n; i++)
    {
      const pe_prose_item *part = item_at (self, parts->items[i]);
      gint64               c = part->coefficient;

      slip = slip || part->exponent != whole->exponent;
      if (c > G_MAXINT64 / 1000000000)
        return FALSE;
      for (gint8 k = part->scale; k < places; k++)
        c *= 10;
      if (c >= t)
        return FALSE; /* no part is as large as its whole */
      sum += c;
    }
  /* 119.06万元 of 68.50万元, 41.20万元 and 9.36元: with one unit they would fit. */
  if (slip)
    return sum == t;
  if (sum / 3 > t / 2)
    return FALSE; /* bids beside their limit, not parts */
  /* 120人，其中男70人、女60人: two that stand right behind their total */
  if (n == 2 && parts->items[0] == total + 1 && parts->items[1] == total + 2)
    return ABS (t - sum) <= t / 8;
  return (sum > t && n > 2) || ABS (t - sum) <= t / 20;
}

/* Parts that do not add up are called so only where the sentence says that they are all, or where they pass the total or
 * nearly fill it. */
static gboolean
is_contradiction (const pe_prose_reading *self, guint32 total, pe_parts *parts, guint32 n)
{
  pe_prose_relation    relation;
  const pe_prose_item *first;

  if (n < 2)
    return FALSE;
  relation = sum_of (self, total, parts->items, n);
  first = item_at (self, parts->items[0]);
  judge_closing (self, parts, n);
  if (parts->open || pe_prose_try (self, &relation) != PE_FIT_NOT)
    return FALSE;
  if ((first->lead & PE_MARK_PARTS) != 0 && is_near_miss (self, total, parts, n))
    return TRUE;
  if ((first->lead & PE_MARK_CUT) != 0)
    return parts->closed && n > 2 && is_near_miss (self, total, parts, n);
  return parts->closed && (first->bracket != 0 || first->sentence == item_at (self, total)->sentence);
}

static void
hang (pe_prose_reading *self, guint32 total, const pe_parts *parts, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    if (item_at (self, parts->items[i])->total == PE_PROSE_NONE)
      item_at (self, parts->items[i])->total = total;
}

static pe_status
read_parts (pe_prose_reading *self, guint32 from)
{
  guint32      totals[MOST_TOTALS], n = find_totals (self, from, totals), filled, end;
  pe_prose_fit fit = PE_FIT_UNKNOWN;
  pe_parts     parts;

  for (guint32 i = 0; i < n; i++)
    {
      collect (self, from, totals[i], FALSE, &parts);
      filled = fill (self, totals[i], &parts, &fit);
      if (filled == 0)
        {
          /* 就业类1.24亿元、支出1.19亿元；教育类2.05亿元、支出1.97亿元: every second figure is a part. */
          guint32 all = parts.n;

          collect (self, from, totals[i], TRUE, &parts);
          filled = parts.n < all ? fill (self, totals[i], &parts, &fit) : 0;
        }
      if (filled > 0 && (i == 0 || fit == PE_FIT_EXACT || item_at (self, totals[i])->is_total))
        return keep (self, totals[i], parts.items, filled, fit, i);
    }
  if (n == 0)
    return PE_OK;
  collect (self, from, totals[0], FALSE, &parts);
  if (parts.n == 0)
    return PE_OK;
  end = parts.first_end >= 2 ? parts.first_end : parts.n;
  if (is_contradiction (self, totals[0], &parts, end))
    return keep (self, totals[0], parts.items, end, PE_FIT_NOT, n);
  hang (self, totals[0], &parts, end);
  return PE_OK;
}

/* The members of a list, where they add up to a total: 分别为1、2、3，合计6. */
static pe_status
read_list_sum (pe_prose_reading *self, guint32 at, gboolean *found)
{
  const pe_prose_item *total = item_at (self, at);

  *found = FALSE;
  for (guint32 i = at; i-- > 0 && i + PE_PROSE_REACH > at;)
    {
      const pe_prose_item *last = item_at (self, i);
      guint32              parts[PE_PROSE_OPERANDS];
      pe_prose_relation    relation;

      if (last->list_n < 2 || last->list_at + 1 != last->list_n || last->list_n > PE_PROSE_OPERANDS || last->list_at > i
          || !can_add (self, total, last) || last->sentence + 1 < total->sentence)
        continue;
      for (guint32 k = 0; k < last->list_n; k++)
        parts[k] = i - last->list_at + k;
      if (item_at (self, parts[0])->list != last->list)
        continue;
      relation = sum_of (self, at, parts, last->list_n);
      if (pe_prose_try (self, &relation) != PE_FIT_EXACT)
        continue;
      *found = TRUE;
      return keep (self, at, parts, relation.n, PE_FIT_EXACT, 0);
    }
  return PE_OK;
}

/* 两类支出共, 三项决算共: how many parts there are stands in front. */
static gboolean
counts_parts (const pe_prose_reading *self, const pe_prose_item *total)
{
  static const char *const numbers[] = { "两", "二", "三", "四", "五", "六" };
  static const char *const things[] = { "项", "类", "种", "者", "家", "个" };

  for (size_t i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (size_t k = 0; k < G_N_ELEMENTS (things) && pe_prose_has (&self->source, total->clause_at, numbers[i]); k++)
      if (pe_prose_has (&self->source, total->clause_at + 3, things[k]))
        return TRUE;
  return FALSE;
}

/* How far back from a total its parts may stand. */
static gboolean
is_within (const pe_prose_item *total, const pe_prose_item *item, gboolean several)
{
  if ((total->own & PE_MARK_ABOVE) != 0 || total->role == PE_ROLE_SCORE)
    return item->paragraph == total->paragraph;
  /* 两项合计, 三项决算共 may open a sentence of their own. */
  return item->sentence + ((total->own & PE_MARK_SUM) != 0 || several ? 1 : 0) >= total->sentence
         && item->paragraph == total->paragraph;
}

/* Signs of changes towards the change that they add up to. */
static void
sign_changes (const pe_prose_reading *self, pe_prose_relation *relation)
{
  gint8 direction = item_at (self, relation->result)->direction;

  for (guint32 i = 0; i < relation->n; i++)
    {
      relation->signs[i] = item_at (self, relation->operands[i])->direction == direction ? 1 : -1;
      if (relation->signs[i] < 0)
        relation->form = PE_FORM_SIGNED;
    }
}

/* Parts that nearly fill the 合计 behind them, and are all that the sentence has. */
static gboolean
is_wrong_sum (const pe_prose_reading *self, guint32 at, const guint32 *items, guint32 n)
{
  const pe_prose_item *total = item_at (self, at);
  pe_parts             parts;

  memset (&parts, 0, sizeof parts);
  memcpy (parts.items, items, n * sizeof *items);
  return n >= 2 && ((total->near[0] | total->near[1]) & PE_MARK_SUM) != 0
         && item_at (self, items[0])->sentence == total->sentence && total->role != PE_ROLE_CHANGE
         && is_near_miss (self, at, &parts, n);
}

/* 限额10亿元，余额8.6亿元；限额20亿元，余额18.4亿元，余额合计27亿元: only those of its name. */
static pe_status
read_named_sum (pe_prose_reading *self, guint32 at, const guint32 *items, guint32 n, gboolean *found)
{
  guint32           parts[PE_PROSE_OPERANDS], named = 0;
  pe_prose_relation relation;

  *found = FALSE;
  for (guint32 i = 0; i < n; i++)
    if (pe_prose_likeness (self, item_at (self, at), item_at (self, items[i])) >= 1)
      parts[named++] = items[i];
  if (named < 2 || named == n || item_at (self, at)->role == PE_ROLE_CHANGE)
    return PE_OK;
  relation = sum_of (self, at, parts, named);
  if (pe_prose_try (self, &relation) != PE_FIT_EXACT)
    return PE_OK;
  *found = TRUE;
  return keep (self, at, parts, named, PE_FIT_EXACT, 1);
}

/* Parts of zero that stand before those that give the total. */
static guint32
take_zeros (const pe_prose_reading *self, const pe_prose_item *total, guint32 *parts, guint32 n)
{
  for (guint32 i = parts[0]; i-- > 0 && n < PE_PROSE_OPERANDS;)
    {
      const pe_prose_item *item = item_at (self, i);

      if (item->sentence != total->sentence || item->bracket != total->bracket || item->coefficient != 0
          || (item->own & PE_MARK_ALL) != 0 || !can_add (self, total, item))
        return n;
      memmove (parts + 1, parts, n * sizeof *parts);
      parts[0] = i;
      n++;
    }
  return n;
}

/* 合计T behind its parts: the fewest figures before it that give it; 以上各项合计T: all of them. */
static pe_status
read_sum (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *total = item_at (self, at);
  guint32              parts[PE_PROSE_OPERANDS], n = 0, own = 0;
  gboolean             above = (total->own & PE_MARK_ABOVE) != 0, found;
  gboolean             several = counts_parts (self, total);
  pe_prose_relation    relation;
  pe_status            status = read_list_sum (self, at, &found);

  if (status != PE_OK || found)
    return status;
  for (guint32 i = at; i-- > 0 && n < PE_PROSE_OPERANDS;)
    {
      const pe_prose_item *item = item_at (self, i);

      if (!is_within (total, item, several) || item->depth < total->depth)
        break;
      if (item->bracket != total->bracket || !can_add (self, total, item) || (item->coefficient == 0 && n == 0))
        continue;
      memmove (parts + 1, parts, n * sizeof *parts);
      parts[0] = i;
      n++;
      own += item->sentence == total->sentence;
      relation = sum_of (self, at, parts, n);
      if (total->role == PE_ROLE_CHANGE)
        sign_changes (self, &relation);
      relation.fit = (guint8) pe_prose_try (self, &relation);
      if (n < 2 || above || relation.fit != PE_FIT_EXACT)
        continue;
      n = take_zeros (self, total, parts, n);
      if (relation.form == PE_FORM_SIGNED && relation.n == 2 && relation.signs[0] > 0)
        {
          relation.kind = PE_RELATION_DIFFERENCE; /* 增加A，减少B，净增C */
          relation.form = PE_FORM_PLAIN;
          return pe_prose_relate (self, &relation);
        }
      return relation.form == PE_FORM_SIGNED ? pe_prose_relate (self, &relation)
                                             : keep (self, at, parts, n, PE_FIT_EXACT, n - 2);
    }
  if (n < 2)
    return PE_OK;
  status = read_named_sum (self, at, parts, n, &found);
  if (status != PE_OK || found)
    return status;
  relation = sum_of (self, at, parts, n);
  if (above && n >= 3)
    return keep (self, at, parts, n, pe_prose_try (self, &relation), 0);
  if (own >= 2 && is_wrong_sum (self, at, parts + (n - own), own))
    return keep (self, at, parts + (n - own), own, PE_FIT_NOT, n);
  return PE_OK;
}

/* Digits but for the zeros at the end: 1500 has two, and agrees with others by chance. */
static guint
digits_of (const pe_prose_item *item)
{
  gint64 c = item->coefficient;
  guint  n = 0;

  while (c > 0 && c % 10 == 0)
    c /= 10;
  for (; c > 0; c /= 10)
    n++;
  return n;
}

/* T, A, B without a word: only where they stand side by side and the figures are too long to agree by chance. */
static pe_status
read_neighbours (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *total = item_at (self, at);
  guint32              parts[4], n = 0;

  if (digits_of (total) < 3 || total->is_total || family (total) == 0)
    return PE_OK;
  for (guint32 i = at + 1; i < self->items.size && i < at + 12 && n < 4; i++)
    {
      const pe_prose_item *item = item_at (self, i);
      pe_prose_relation    relation;

      if (item->sentence != total->sentence)
        break;
      if (item->role == PE_ROLE_LEFT || item->role == PE_ROLE_SAVED)
        break; /* what was left is no part, but a difference */
      if (item->bracket != total->bracket || !pe_prose_same_unit (self, item, total) || family (item) != family (total))
        continue;
      if (item->total != PE_PROSE_NONE || item->coefficient == 0 || item->list_n > 1)
        break;
      parts[n++] = i;
      relation = sum_of (self, at, parts, n);
      if (n >= 2 && pe_prose_try (self, &relation) == PE_FIT_EXACT)
        return keep (self, at, parts, n, PE_FIT_EXACT, 0);
    }
  return PE_OK;
}

/* What is left of one sum is a difference, not a part; what is carried over at the end of a year is one. */
static gboolean
has_rest (const pe_prose_reading *self, const guint32 *parts, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    {
      const pe_prose_item *item = item_at (self, parts[i]);

      if (item->role == PE_ROLE_SAVED
          || (item->role == PE_ROLE_LEFT && item->coefficient != 0
              && !pe_prose_has (&self->source, item->subject, "年末")))
        return TRUE;
    }
  return FALSE;
}

/* The amounts of one segment that add up to a total that was named before: 收入总计T。本年收入A，年初结转B； */
static pe_status
read_segment (pe_prose_reading *self, guint32 from, guint32 end)
{
  guint32 parts[PE_PROSE_OPERANDS], n = 0;

  for (guint32 i = from; i < end && n < PE_PROSE_OPERANDS; i++)
    if (item_at (self, i)->depth == 0 && item_at (self, i)->unit == PE_PROSE_UNIT_MONEY
        && family (item_at (self, i)) == 1)
      parts[n++] = i;
  if (n < 2 || n == PE_PROSE_OPERANDS || has_rest (self, parts, n))
    return PE_OK;
  for (guint32 i = from; i-- > 0 && i + PE_PROSE_REACH > from;)
    {
      const pe_prose_item *total = item_at (self, i);
      pe_prose_relation    relation = sum_of (self, i, parts, n);

      if (total->paragraph != item_at (self, from)->paragraph)
        break;
      if ((total->own & PE_MARK_TOTAL) != 0 && digits_of (total) >= 4 && can_add (self, total, item_at (self, parts[0]))
          && item_at (self, parts[0])->total == PE_PROSE_NONE && pe_prose_try (self, &relation) == PE_FIT_EXACT)
        return keep (self, i, parts, n, PE_FIT_EXACT, 0);
    }
  return PE_OK;
}

static pe_status
read_segments (pe_prose_reading *self)
{
  guint32   n = (guint32) self->items.size, end;
  pe_status status = PE_OK;

  for (guint32 i = 0; i < n && status == PE_OK; i = end)
    {
      for (end = i + 1; end < n && item_at (self, end)->segment == item_at (self, i)->segment; end++)
        ;
      status = read_segment (self, i, end);
    }
  return status;
}

/* 再加上B，达T: the figure before B, and B, give the next one. */
static pe_status
read_addition (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *added = item_at (self, at);
  guint32              total = at + 1;

  while (total < self->items.size && total < at + 4 && !can_add (self, item_at (self, total), added))
    total++;
  if (total >= self->items.size || total == at + 4 || item_at (self, total)->sentence > added->sentence + 1)
    return PE_OK;
  for (guint32 i = at; i-- > 0 && i + 10 > at;)
    {
      guint32           parts[2] = { i, at };
      pe_prose_relation relation = sum_of (self, total, parts, 2);

      if (item_at (self, i)->sentence + 1 < added->sentence)
        break;
      if (can_add (self, item_at (self, i), added) && pe_prose_try (self, &relation) == PE_FIT_EXACT)
        return keep (self, total, parts, 2, PE_FIT_EXACT, 0);
    }
  return PE_OK;
}

/* 派单中热线532件: the noun before 中 names the total. Its place, or 0. */
static guint32
mention_in (const pe_prose_reading *self, const pe_prose_item *item)
{
  static const char *const before[] = { "其", "集", "高", "初", "年", "途" };
  static const char *const behind[]
      = { "央", "心", "型", "级", "标", "小", "等", "期", "学", "国", "华", "介", "药", "医", "共", "队", "层", "年" };

  for (guint32 at = item->subject + 6; at + 6 < item->subject_end; at += pe_prose_char_length (&self->source, at))
    {
      gboolean word = FALSE;

      if (!pe_prose_has (&self->source, at, "中"))
        continue;
      for (size_t i = 0; i < G_N_ELEMENTS (before) && !word; i++)
        word = pe_prose_has (&self->source, at - 3, before[i]);
      for (size_t i = 0; i < G_N_ELEMENTS (behind) && !word; i++)
        word = pe_prose_has (&self->source, at + 3, behind[i]);
      if (!word)
        return at;
    }
  return 0;
}

static pe_status
read_mention (pe_prose_reading *self, guint32 at, guint32 place)
{
  pe_prose_item named = *item_at (self, at);
  pe_prose_fit  fit;
  pe_parts      parts;

  named.subject = place - 6;
  named.subject_end = named.end = named.noun_end = place;
  named.bigrams = ~G_GUINT64_CONSTANT (0);
  for (guint32 i = at; i-- > 0 && i + PE_PROSE_REACH > at;)
    {
      const pe_prose_item *total = item_at (self, i);
      guint32              filled;

      if (total->paragraph != named.paragraph)
        break;
      if (!can_add (self, total, &named) || pe_prose_likeness (self, &named, total) == 0)
        continue;
      collect (self, at, i, FALSE, &parts);
      filled = fill (self, i, &parts, &fit);
      if (filled > 0 && fit == PE_FIT_EXACT)
        return keep (self, i, parts.items, filled, fit, 0);
    }
  return PE_OK;
}

/* 共80人, 全年共支出500万元. */
static gboolean
is_plainly_total (const pe_prose_item *item)
{
  return ((item->near[0] & PE_MARK_TOTAL) != 0 && item->near_gap[0] == 0)
         || ((item->near[0] & PE_MARK_SPENT) != 0 && item->near_gap[0] == 0 && (item->near[1] & PE_MARK_TOTAL) != 0
             && item->near_gap[1] <= 2);
}

static gboolean
opens_parts (const pe_prose_reading *self, guint32 i)
{
  const pe_prose_item *item = item_at (self, i);

  if (family (item) == 0)
    return FALSE;
  /* 其中A满分50分，得分49分；B满分50分，得分48分: the scores are parts as the marks are. */
  if (item->role == PE_ROLE_SCORE && i > 0 && item_at (self, i - 1)->role == PE_ROLE_FULL
      && (item_at (self, i - 1)->lead & PE_MARK_PARTS) != 0 && item_at (self, i - 1)->sentence == item->sentence)
    return TRUE;
  if ((item->lead & (PE_MARK_PARTS | PE_MARK_WITHIN | PE_MARK_CUT)) != 0)
    return TRUE;
  return item->bracket != 0 && (i == 0 || item_at (self, i - 1)->bracket != item->bracket);
}

pe_status
pe_prose_groups_read (pe_prose_reading *self)
{
  pe_status status = PE_OK;
  guint32   n = (guint32) self->items.size;

  /* From behind: what is a part of a part is known before its own total is read. */
  for (guint32 i = n; i-- > 0 && status == PE_OK;)
    if (opens_parts (self, i) && (item_at (self, i)->lead & PE_MARK_CUT) == 0)
      status = read_parts (self, i);
  for (guint32 i = 0; i < n && status == PE_OK; i++)
    if (opens_parts (self, i) && (item_at (self, i)->lead & PE_MARK_CUT) != 0)
      status = read_parts (self, i);
  for (guint32 i = 0; i < n && status == PE_OK; i++)
    if (((item_at (self, i)->own & PE_MARK_SUM) != 0
         || ((item_at (self, i)->own & PE_MARK_TOTAL) != 0
             && (item_at (self, i)->role == PE_ROLE_SCORE || digits_of (item_at (self, i)) >= 3
                 || is_plainly_total (item_at (self, i)))))
        && family (item_at (self, i)) != 0 && !item_at (self, i)->is_total)
      status = read_sum (self, i);
  for (guint32 i = 0; i < n && status == PE_OK; i++)
    if ((item_at (self, i)->own & PE_MARK_PLUS) != 0 && family (item_at (self, i)) != 0)
      status = read_addition (self, i);
  if (status == PE_OK)
    status = read_segments (self);
  for (guint32 i = n; i-- > 0 && status == PE_OK;)
    status = read_neighbours (self, i);
  for (guint32 i = 0; i < n && status == PE_OK; i++)
    if (family (item_at (self, i)) != 0 && item_at (self, i)->total == PE_PROSE_NONE
        && mention_in (self, item_at (self, i)) != 0)
      status = read_mention (self, i, mention_in (self, item_at (self, i)));
  return status;
}
