/* prose-growth.c - growth and fall
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-select-private.h"

/* The amount that changed: the one before the change, or before the former value. */
static guint32
grown (const pe_prose_reading *self, guint32 at, guint32 change)
{
  guint32 list = pe_prose_aligned (self, at, PE_ROLE_AMOUNT);

  return list != PE_PROSE_NONE ? list : pe_prose_subject_of (self, change);
}

/* 与上年相比，三公经费减少D，下降p: the amount was named in a sentence before. */
static guint32
named_before (const pe_prose_reading *self, guint32 at, guint32 change, gint32 form)
{
  const pe_prose_item *item = pe_prose_item_at (self, change);

  for (guint32 i = change; i-- > 0 && i + PE_PROSE_REACH > change;)
    {
      const pe_prose_item *other = pe_prose_item_at (self, i);
      pe_prose_relation    relation = pe_prose_relation_of (PE_RELATION_GROWTH, form, at, i, change);

      if (other->sentence + 4 < item->sentence)
        break;
      if (pe_prose_is_amount (other) && pe_prose_same_unit (self, other, item)
          && (pe_prose_likeness (self, item, other) >= 1 || (other->own & PE_MARK_TOTAL) != 0 || other->is_total)
          && pe_prose_try (self, &relation) >= PE_FIT_DOWN)
        return i;
    }
  return PE_PROSE_NONE;
}

static pe_status
read_growth_by_change (pe_prose_reading *self, guint32 at, guint32 change)
{
  /* 减少D，增长p: side by side the change says which way. */
  gint8             direction = pe_prose_item_at (self, change + 1 == at ? change : at)->direction;
  gint32            form = direction < 0 ? PE_FORM_DOWN_NEW_CHANGE : PE_FORM_NEW_CHANGE;
  guint32           now = grown (self, at, change), tried = 0;
  pe_prose_relation relation;

  if (now == PE_PROSE_NONE)
    {
      now = named_before (self, at, change, form);
      relation = pe_prose_relation_of (PE_RELATION_GROWTH, form, at, now, change);
      return now == PE_PROSE_NONE ? PE_OK : pe_prose_keep_fitting (self, &relation, 0);
    }
  for (guint32 i = now + 1; i-- > 0 && i + 8 > now; tried++)
    {
      const pe_prose_item *other = pe_prose_item_at (self, i);

      if (other->sentence + 1 < pe_prose_item_at (self, at)->sentence)
        break;
      if (!pe_prose_is_amount (other) || !pe_prose_same_unit (self, other, pe_prose_item_at (self, change)))
        continue;
      relation = pe_prose_relation_of (PE_RELATION_GROWTH, form, at, i, change);
      if (pe_prose_try (self, &relation) >= PE_FIT_ROUNDED)
        return pe_prose_keep_fitting (self, &relation, tried);
    }
  if (!pe_prose_same_unit (self, pe_prose_item_at (self, now), pe_prose_item_at (self, change)))
    return PE_OK;
  relation = pe_prose_relation_of (PE_RELATION_GROWTH, form, at, now, change);
  {
    guint32 other = named_before (self, at, change, form);

    if (other != PE_PROSE_NONE && pe_prose_try (self, &relation) == PE_FIT_NOT)
      relation.operands[0] = other;
  }
  return pe_prose_keep (self, &relation, tried, now + 1 == change || pe_prose_item_at (self, change)->list != 0);
}

/* Growth of a count alone: tells something only where few percentages have a whole base. */
static pe_status
read_growth_alone (pe_prose_reading *self, guint32 at, guint32 now)
{
  const pe_prose_item *item = pe_prose_item_at (self, at), *count = pe_prose_item_at (self, now);
  gint64               ulps = 1;
  pe_prose_relation    relation;

  if (count->unit != PE_PROSE_UNIT_COUNT || count->exponent != 0 || now + 1 != at || item->scale > 6)
    return PE_OK;
  for (gint8 i = 0; i < item->scale + 2; i++)
    ulps *= 10;
  if (count->coefficient * 2 >= ulps)
    return PE_OK;
  relation = pe_prose_relation_of (
      PE_RELATION_GROWTH, item->direction < 0 ? PE_FORM_DOWN_IMPLIED_BASE : PE_FORM_IMPLIED_BASE, at, now,
      PE_PROSE_NONE);
  return pe_prose_keep_fitting (self, &relation, 0);
}

/* 去年同期支出O, in a sentence behind that of N: the nearest amount of the same name. */
guint32
pe_prose_like_before (const pe_prose_reading *self, guint32 old)
{
  const pe_prose_item *item = pe_prose_item_at (self, old);

  for (guint32 i = old; i-- > 0 && i + PE_PROSE_REACH > old;)
    {
      const pe_prose_item *other = pe_prose_item_at (self, i);

      if (other->sentence + 3 < item->sentence)
        break;
      if (pe_prose_is_amount (other) && pe_prose_same_unit (self, other, item)
          && (pe_prose_likeness (self, item, other) >= 2 || (other->own & PE_MARK_TOTAL) != 0 || other->is_total))
        return i;
    }
  return PE_PROSE_NONE;
}

/* Where the former value is printed and fits, it is what the growth is from, whatever the change says. */
static gboolean
has_old_reading (const pe_prose_reading *self, guint32 at, guint32 old)
{
  pe_prose_relation relation;
  guint32           now;

  if (old == PE_PROSE_NONE)
    return FALSE;
  now = pe_prose_subject_like (self, at, pe_prose_item_at (self, old));
  if (now == PE_PROSE_NONE)
    now = pe_prose_like_before (self, old);
  if (now == PE_PROSE_NONE)
    return FALSE;
  relation = pe_prose_relation_of (
      PE_RELATION_GROWTH, pe_prose_item_at (self, at)->direction < 0 ? PE_FORM_DOWN_NEW_OLD : PE_FORM_NEW_OLD, at, now,
      old);
  return pe_prose_try (self, &relation) >= PE_FIT_DOWN;
}

/* 2022年收入O，2023年收入N，同比增长p: two amounts of one name, and a word that compares. */
static pe_status
read_growth_of_two (pe_prose_reading *self, guint32 at, guint32 now)
{
  const pe_prose_item *item = pe_prose_item_at (self, at), *new = pe_prose_item_at (self, now);
  pe_prose_relation    relation;

  if ((item->own & PE_MARK_THAN) == 0 || now == 0 || now + 1 != at)
    return read_growth_alone (self, at, now);
  for (guint32 i = now; i-- > 0 && i + 3 > now;)
    {
      const pe_prose_item *other = pe_prose_item_at (self, i);

      relation = pe_prose_relation_of (
          PE_RELATION_GROWTH, item->direction < 0 ? PE_FORM_DOWN_NEW_OLD : PE_FORM_NEW_OLD, at, now, i);
      if (pe_prose_is_amount (other) && other->sentence == new->sentence && pe_prose_same_unit (self, other, new)
          && pe_prose_likeness (self, other, new) >= 1 && pe_prose_try (self, &relation) >= PE_FIT_HALF)
        return pe_prose_keep_fitting (self, &relation, 0);
    }
  return read_growth_alone (self, at, now);
}

pe_status
pe_prose_growth_read (pe_prose_reading *self, guint32 at)
{
  guint32 now = pe_prose_subject_of (self, at), change = pe_prose_between (self, now, at, PE_ROLE_CHANGE), old;
  pe_prose_relation relation;

  old = pe_prose_between (self, PE_PROSE_NONE, at, PE_ROLE_OLD);
  if (change == PE_PROSE_NONE && at + 1 < self->items.size && pe_prose_item_at (self, at + 1)->role == PE_ROLE_CHANGE
      && pe_prose_item_at (self, at + 1)->sentence == pe_prose_item_at (self, at)->sentence
      && pe_prose_item_at (self, at + 1)->direction == pe_prose_item_at (self, at)->direction && old == PE_PROSE_NONE)
    change = at + 1; /* 下降5.9%，减收0.05亿元 */
  if (change != PE_PROSE_NONE && ABS (pe_prose_item_at (self, change)->direction) == 1
      && !has_old_reading (self, at, old))
    return read_growth_by_change (self, at, change);
  old = pe_prose_between (self, PE_PROSE_NONE, at, PE_ROLE_OLD);
  if (old == PE_PROSE_NONE)
    return now == PE_PROSE_NONE ? PE_OK : read_growth_of_two (self, at, now);
  now = pe_prose_subject_like (self, at, pe_prose_item_at (self, old));
  if (now == PE_PROSE_NONE)
    now = pe_prose_like_before (self, old);
  if (now == PE_PROSE_NONE)
    return PE_OK;
  relation = pe_prose_relation_of (
      PE_RELATION_GROWTH, pe_prose_item_at (self, at)->direction < 0 ? PE_FORM_DOWN_NEW_OLD : PE_FORM_NEW_OLD, at, now,
      old);
  return pe_prose_keep (self, &relation, 0,
                        (old + 1 == at || now + 1 == old)
                            && pe_prose_item_at (self, now)->sentence == pe_prose_item_at (self, at)->sentence);
}
