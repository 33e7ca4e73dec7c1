/* prose-share.c - shares of a whole
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-select-private.h"

/* 占年初预算的p: a whole that bears another name is not meant, even where its parts are listed. */
static gboolean
is_named (const pe_prose_reading *self, const pe_prose_item *share, const pe_prose_item *whole)
{
  if ((share->own & (PE_MARK_BUDGET | PE_MARK_FROM)) != 0 && (whole->own & PE_MARK_BUDGET) == 0)
    return pe_prose_likeness (self, share, whole) >= 2;
  return TRUE;
}

static void
offer_wholes (const pe_prose_reading *self, guint32 at, guint32 part, pe_prose_offers *offers)
{
  const pe_prose_item *item = pe_prose_item_at (self, at), *numerator = pe_prose_item_at (self, part);

  if (numerator->total != PE_PROSE_NONE && is_named (self, item, pe_prose_item_at (self, numerator->total)))
    pe_prose_offer (offers, numerator->total, 0);
  for (guint32 i = at, seen = 0; i-- > 0 && i + PE_PROSE_REACH > at;)
    {
      const pe_prose_item *other = pe_prose_item_at (self, i);
      guint                like;

      if (i == part || !pe_prose_is_amount (other) || !pe_prose_same_unit (self, other, numerator))
        continue;
      like = pe_prose_likeness (self, item, other);
      if (!is_named (self, item, other))
        continue;
      if ((item->own & other->own & PE_MARK_BUDGET) != 0)
        pe_prose_offer (offers, i, 0);
      else if (like >= 2 || (like == 1 && i < part && (other->is_total || (other->own & PE_MARK_TOTAL) != 0)))
        pe_prose_offer (offers, i, 0);
      else if (other->is_total || (other->own & PE_MARK_TOTAL) != 0)
        pe_prose_offer (offers, i, 1);
      else if (other->paragraph == item->paragraph && seen++ < 8)
        pe_prose_offer (offers, i, 2);
    }
  /* A whole that is named may stand behind its parts. */
  for (guint32 i = at + 1; i < self->items.size && i < at + PE_PROSE_REACH && item->subject_end > item->subject + 6;
       i++)
    {
      const pe_prose_item *other = pe_prose_item_at (self, i);

      if (pe_prose_is_amount (other) && (other->own & PE_MARK_TOTAL) != 0 && pe_prose_same_unit (self, other, numerator)
          && pe_prose_likeness (self, item, other) >= 1)
        pe_prose_offer (offers, i, 1);
    }
}

/* How many shares around a figure are shares of this whole: several stand for the one that all of them fit. */
static guint
votes_for (const pe_prose_reading *self, guint32 at, guint32 whole)
{
  guint votes = 0;

  for (guint32 i = at > 8 ? at - 8 : 0; i < self->items.size && i < at + 8; i++)
    {
      guint32           part = pe_prose_item_at (self, i)->role == PE_ROLE_SHARE
                             && pe_prose_item_at (self, i)->sentence == pe_prose_item_at (self, at)->sentence
                                   ? pe_prose_subject_like (self, i, pe_prose_item_at (self, whole))
                                   : PE_PROSE_NONE;
      pe_prose_relation relation = pe_prose_relation_of (PE_RELATION_SHARE, 0, i, part, whole);

      if (part != PE_PROSE_NONE && part != whole && pe_prose_try (self, &relation) >= PE_FIT_DOWN)
        votes++;
    }
  return votes;
}

gboolean
pe_prose_has_explicit_base (const pe_prose_reading *self, guint32 at)
{
  return pe_prose_item_at (self, at)->of && at > 0 && pe_prose_item_at (self, at - 1)->role == PE_ROLE_BASE;
}

/* 支出T，其中A，占p: nothing between 占 and the percentage, nothing between it and A. */
static gboolean
is_bare_share (const pe_prose_reading *self, guint32 at, guint32 part, guint32 whole)
{
  const pe_prose_item *item = pe_prose_item_at (self, at);

  return (item->near[0] & PE_MARK_SHARE) != 0 && item->near_gap[0] == 0 && part + 1 == at
         && pe_prose_item_at (self, whole)->sentence == item->sentence;
}

/* 三类占总量的70%, 合计占… */
static gboolean
names_several (const pe_prose_reading *self, const pe_prose_item *item)
{
  static const char *const several[] = { "两", "二", "三", "四", "五", "六", "前", "上述", "以上" };

  for (size_t i = 0; i < G_N_ELEMENTS (several); i++)
    if (pe_prose_has (&self->source, item->clause_at, several[i]))
      return TRUE;
  return FALSE;
}

/* 前三位A、B、C，合计占T的p: the amounts of the sentence together. */
static pe_status
read_share_of_several (pe_prose_reading *self, guint32 at, const pe_prose_offers *offers)
{
  const pe_prose_item *item = pe_prose_item_at (self, at);
  pe_prose_relation    relation = pe_prose_relation_of (PE_RELATION_SHARE, PE_FORM_PARTS_OVER, at, 0, 0);
  guint32              parts[PE_PROSE_OPERANDS], n = 0;

  for (guint32 i = at; i-- > 0 && n + 1 < PE_PROSE_OPERANDS && pe_prose_item_at (self, i)->sentence == item->sentence;)
    if (pe_prose_is_amount (pe_prose_item_at (self, i)) && pe_prose_item_at (self, i)->bracket == item->bracket
        && (n == 0 || pe_prose_same_unit (self, pe_prose_item_at (self, i), pe_prose_item_at (self, parts[0]))))
      parts[n++] = i;
  for (guint i = 0; i < offers->n && n >= 2; i++)
    {
      relation.n = 0;
      for (guint32 k = n; k-- > 0;)
        if (parts[k] != offers->items[i])
          relation.operands[relation.n++] = parts[k];
      relation.operands[relation.n++] = offers->items[i];
      if (relation.n >= 3 && offers->ranks[i] < 2 && pe_prose_try (self, &relation) >= PE_FIT_DOWN)
        return pe_prose_keep_fitting (self, &relation, offers->n - 1);
    }
  return PE_OK;
}

pe_status
pe_prose_share_read (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = pe_prose_item_at (self, at);
  guint32              part = pe_prose_subject_of (self, at);
  gint32               kind = item->role == PE_ROLE_RATE ? PE_RELATION_RATE : PE_RELATION_SHARE;
  pe_prose_offers      offers = { .n = 0 };
  pe_prose_relation    relation = { .n = 0 };
  guint                most = 0, rank = 2;
  gboolean             sure;

  if (pe_prose_has_explicit_base (self, at))
    {
      if (names_several (self, pe_prose_item_at (self, at - 1)))
        {
          pe_prose_offer (&offers, at - 1, 0); /* 三项之和占T的p */
          return read_share_of_several (self, at, &offers);
        }
      part = pe_prose_subject_like (self, at - 1, pe_prose_item_at (self, at - 1));
      relation = pe_prose_relation_of (kind, 0, at, part, at - 1);
      return part != PE_PROSE_NONE ? pe_prose_keep (self, &relation, 0, TRUE) : PE_OK;
    }
  if (item->list_n > 1 && pe_prose_aligned (self, at, PE_ROLE_AMOUNT) == PE_PROSE_NONE)
    part = pe_prose_spread (self, at);
  if (part == PE_PROSE_NONE)
    return PE_OK;
  offer_wholes (self, at, part, &offers);
  for (guint i = 0; i < offers.n; i++)
    {
      pe_prose_relation trial = pe_prose_relation_of (kind, 0, at, part, offers.items[i]);
      guint             votes;

      if (offers.ranks[i] > rank || pe_prose_try (self, &trial) < PE_FIT_DOWN)
        continue;
      votes = votes_for (self, at, offers.items[i]);
      if ((offers.ranks[i] == 2 && pe_prose_digits_of (item) < 3 && votes < 3) || votes <= most)
        continue;
      most = votes;
      rank = offers.ranks[i];
      relation = trial;
    }
  if (most > 0)
    return pe_prose_keep_fitting (self, &relation, offers.n - 1);
  if (offers.n == 0)
    return PE_OK;
  if ((item->own & PE_MARK_SUM) != 0 || names_several (self, item))
    return read_share_of_several (self, at, &offers);
  relation = pe_prose_relation_of (kind, 0, at, part, offers.items[0]);
  sure = offers.ranks[0] == 0 && pe_prose_item_at (self, part)->total == offers.items[0]
         && (pe_prose_item_at (self, offers.items[0])->fits || is_bare_share (self, at, part, offers.items[0]));
  sure = sure
         || (offers.ranks[0] == 0 && (offers.n == 1 || offers.ranks[1] > 0) && part + 1 == at
             && pe_prose_likeness (self, item, pe_prose_item_at (self, offers.items[0])) >= 3
             && pe_prose_item_at (self, offers.items[0])->sentence + 1 >= item->sentence);
  return pe_prose_try (self, &relation) >= PE_FIT_ROUNDED && offers.ranks[0] == 0
             ? pe_prose_keep_fitting (self, &relation, offers.n)
         : sure ? pe_prose_keep (self, &relation, offers.n, TRUE)
                : PE_OK;
}

/* A share whose neighbours are shares of a whole that it is one of, too. */
static pe_status
read_share_beside (pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = pe_prose_item_at (self, at);
  guint32              part = pe_prose_subject_of (self, at);

  for (guint32 i = at > 8 ? at - 8 : 0; part != PE_PROSE_NONE && i < self->items.size && i < at + 8; i++)
    {
      const pe_prose_item *other = pe_prose_item_at (self, i);
      pe_prose_relation    relation;
      guint32              whole;

      if (other->sentence != item->sentence || !pe_prose_is_amount (other) || other->peer == 0 || i == part)
        continue;
      whole = other->peer - 1;
      relation = pe_prose_relation_of (PE_RELATION_SHARE, 0, at, part, whole);
      if (whole != part && pe_prose_same_unit (self, pe_prose_item_at (self, whole), pe_prose_item_at (self, part))
          && pe_prose_try (self, &relation) >= PE_FIT_DOWN)
        return pe_prose_keep_fitting (self, &relation, 0);
    }
  return PE_OK;
}

/* What is said to be shares of one whole, and adds up to it, are its parts. */
static pe_status
read_shared (pe_prose_reading *self, size_t from, size_t end)
{
  const pe_prose_relation *first = pe_vector_at (&self->relations, pe_prose_relation, from);
  guint32                  whole = first->operands[1];
  pe_prose_relation        sum = pe_prose_relation_of (PE_RELATION_SUM, 0, whole, 0, 0);

  sum.n = 0;
  for (size_t i = from; i < end && i < from + 2 * PE_PROSE_OPERANDS && sum.n < PE_PROSE_OPERANDS; i++)
    {
      const pe_prose_relation *share = pe_vector_at (&self->relations, pe_prose_relation, i);

      if (share->kind == PE_RELATION_SHARE && share->operands[1] == whole
          && pe_prose_item_at (self, share->operands[0])->total == PE_PROSE_NONE)
        sum.operands[sum.n++] = share->operands[0];
    }
  sum.fit = PE_FIT_EXACT;
  if (sum.n < 2 || pe_prose_try (self, &sum) != PE_FIT_EXACT)
    return PE_OK;
  for (guint32 i = 0; i < sum.n; i++)
    pe_prose_item_at (self, sum.operands[i])->total = whole;
  return pe_prose_relate (self, &sum);
}

pe_status
pe_prose_shares_read (pe_prose_reading *self, size_t from)
{
  pe_status status = PE_OK;
  size_t    end;

  for (guint32 i = 0; i < self->items.size && status == PE_OK; i++)
    if (pe_prose_item_at (self, i)->role == PE_ROLE_SHARE && !pe_prose_item_at (self, i)->is_result
        && !pe_prose_item_at (self, i)->of)
      status = read_share_beside (self, i);
  end = self->relations.size;
  for (size_t i = from; i < end && status == PE_OK; i++)
    {
      const pe_prose_relation *share = pe_vector_at (&self->relations, pe_prose_relation, i);

      if (share->kind == PE_RELATION_SHARE && share->form == 0
          && pe_prose_item_at (self, share->operands[0])->total == PE_PROSE_NONE)
        status = read_shared (self, i, end);
    }
  return status;
}
