/* prose-role.c - what each figure says: an amount, a change, a share, a target
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-private.h"

/* Characters between a word of change and the figure that it is about: 增加了5万元, 比上年增加财政拨款收入5万元. */
#define NEAR_CHANGE 2
#define FAR_CHANGE 14
/* And between any other word and its figure. */
#define FAR 12

/* A role that the nearest word with one of these marks gives. */
typedef struct pe_role_rule
{
  guint64 marks;
  guint8  role;
  guint8  gap;
} pe_role_rule;

static const pe_role_rule percent_rules[] = {
  { PE_MARK_SAVERATE, PE_ROLE_SAVE_RATE, FAR },
  { PE_MARK_SHARE, PE_ROLE_SHARE, 30 },
  { PE_MARK_TO | PE_MARK_AVERAGE | PE_MARK_OVER | PE_MARK_UNDER | PE_MARK_EACHRATE, PE_ROLE_OTHER, FAR },
  { PE_MARK_MIN | PE_MARK_MAX, PE_ROLE_TARGET, 1 },
  { PE_MARK_FROM | PE_MARK_FORMER, PE_ROLE_OTHER, 2 },
  { PE_MARK_RATE, PE_ROLE_RATE, FAR },
  { PE_MARK_DIRECTION, PE_ROLE_GROWTH, 6 },
  { PE_MARK_TARGET, PE_ROLE_TARGET, 2 },
  { PE_MARK_DONE, PE_ROLE_DONE, 2 },
};

static const pe_role_rule score_rules[] = {
  { PE_MARK_FULL, PE_ROLE_FULL, FAR },
  { PE_MARK_LOST, PE_ROLE_LOST, 4 },
  { PE_MARK_SCORE, PE_ROLE_SCORE, FAR },
};

static const pe_role_rule amount_rules[] = {
  { PE_MARK_TO, PE_ROLE_AMOUNT, FAR }, { PE_MARK_MIN | PE_MARK_MAX, PE_ROLE_TARGET, 1 },
  { PE_MARK_LEFT, PE_ROLE_LEFT, FAR }, { PE_MARK_SAVED, PE_ROLE_SAVED, FAR },
  { PE_MARK_EACH, PE_ROLE_PRICE, 8 },  { PE_MARK_TARGET, PE_ROLE_TARGET, FAR },
  { PE_MARK_DONE, PE_ROLE_DONE, FAR },
};

static pe_prose_item *
item_at (const pe_prose_reading *self, guint32 index)
{
  return pe_vector_at (&self->items, pe_prose_item, index);
}

/* The role of the first rule that the nearest word matches; words that match none are passed over. */
static guint8
role_of_words (const pe_prose_item *item, const pe_role_rule *rules, size_t n, guint8 otherwise)
{
  for (guint i = 0; i < PE_PROSE_NEAR && item->near[i] != 0; i++)
    for (size_t k = 0; k < n; k++)
      if ((item->near[i] & rules[k].marks) != 0 && item->near_gap[i] <= rules[k].gap)
        return rules[k].role;
  return otherwise;
}

static gint8
direction_of (guint64 marks)
{
  return (marks & PE_MARK_UP) != 0 ? 1 : (marks & PE_MARK_DOWN) != 0 ? -1 : 0;
}

/* The marks of the nearest word that says rise or fall, at most so many characters away; 0 for none. */
static guint64
nearest_change (const pe_prose_item *item, guint gap)
{
  for (guint i = 0; i < PE_PROSE_NEAR && item->near[i] != 0; i++)
    {
      if ((item->near[i] & PE_MARK_TO) != 0)
        return 0;
      if ((item->near[i] & PE_MARK_DIRECTION) != 0)
        return item->near_gap[i] <= gap ? item->near[i] : 0;
    }
  return 0;
}

/* The year that alone stands in the clause before a figure, or 0: 2022年1.1亿元. */
static gint64
year_alone (const pe_prose_reading *self, guint32 at)
{
  static const char *const between[] = { "年", "度", "为", "的", "数", "是" };
  const pe_prose_item     *item = item_at (self, at), *year = at > 0 ? item_at (self, at - 1) : NULL;
  guint32                  end;

  if (year == NULL || year->unit != PE_PROSE_UNIT_NO_QUANTITY || year->clause != item->clause || year->scale > 0
      || year->coefficient < 1900 || year->coefficient > 2100 || year->at != item->clause_at)
    return 0;
  end = year->end;
  for (guint step = 0; step < 4 && end < item->at; step++)
    for (size_t i = 0; i < G_N_ELEMENTS (between); i++)
      if (pe_prose_has (&self->source, end, between[i]))
        {
          end += 3;
          break;
        }
  return end == item->at ? year->coefficient : 0;
}

/* 2023年收入N，2022年O，增加D: a figure that an earlier year alone names. */
static void
mend_years (pe_prose_reading *self)
{
  for (guint32 i = 1; i < self->items.size; i++)
    {
      pe_prose_item *item = item_at (self, i);
      gint64         year = item->role == PE_ROLE_AMOUNT ? year_alone (self, i) : 0;

      for (guint32 k = i - 1; year != 0 && k-- > 0 && k + 6 > i && item_at (self, k)->sentence == item->sentence;)
        if (item_at (self, k)->unit == PE_PROSE_UNIT_NO_QUANTITY && item_at (self, k)->coefficient == year + 1)
          {
            item->role = PE_ROLE_OLD;
            break;
          }
    }
}

/* 占B的p, 为预算B的p: the figure before is what the percentage is of. */
static gboolean
take_base (pe_prose_item *item, pe_prose_item *before)
{
  if (!item->of || before->unit == PE_PROSE_UNIT_PERCENT || before->unit == PE_PROSE_UNIT_NO_QUANTITY
      || nearest_change (item, 6) != 0)
    return FALSE;
  before->role = PE_ROLE_BASE;
  item->role = (before->own & PE_MARK_RATE) != 0 ? PE_ROLE_RATE : PE_ROLE_SHARE;
  return TRUE;
}

static void
assign_percent (pe_prose_item *item, pe_prose_item *before)
{
  if (before != NULL && take_base (item, before))
    return;
  item->role = role_of_words (item, percent_rules, G_N_ELEMENTS (percent_rules), PE_ROLE_OTHER);
  if ((item->own & PE_MARK_SHARE) != 0 && (item->role == PE_ROLE_TARGET || item->role == PE_ROLE_DONE)
      && (item->own & (PE_MARK_MIN | PE_MARK_MAX)) == 0)
    item->role = PE_ROLE_SHARE; /* 占任务的95% */
  if (item->role == PE_ROLE_GROWTH)
    {
      item->direction = direction_of (nearest_change (item, 6));
      if ((item->own & (PE_MARK_SHARE | PE_MARK_RATE | PE_MARK_SAVERATE)) != 0)
        item->role = PE_ROLE_OTHER; /* 占比上升5.5%: points, whatever the sign says */
    }
  if ((item->own & PE_MARK_MIN) != 0)
    item->direction = 1;
  else if ((item->own & PE_MARK_MAX) != 0)
    item->direction = -1;
}

/* 决算数大于预算数D, 比预算数多D: D is what lies between the two. 2, -2, or 0. */
static gint8
excess_of (const pe_prose_item *item, guint64 change)
{
  if ((item->own & PE_MARK_BUDGET) == 0)
    return 0;
  if ((item->near[0] & PE_MARK_BUDGET) != 0 && (item->near[1] & (PE_MARK_OVER | PE_MARK_UNDER)) != 0)
    return (item->near[1] & PE_MARK_OVER) != 0 ? 2 : -2;
  if (change != 0 && (item->near[1] & PE_MARK_BUDGET) != 0 && (item->near[2] & PE_MARK_THAN) != 0)
    return (gint8) (2 * direction_of (change));
  return 0;
}

static gboolean
is_former (const pe_prose_item *item)
{
  if ((item->own & PE_MARK_THAN) != 0 && ((item->after | item->next) & PE_MARK_DIRECTION) != 0
      && nearest_change (item, FAR) == 0)
    return TRUE;
  /* 去年同期累计支出1,498.2万元 */
  for (guint i = 0; i < 3 && item->near[i] != 0 && (item->near[i] & (PE_MARK_DIRECTION | PE_MARK_TO)) == 0; i++)
    if ((item->near[i] & PE_MARK_FORMER) != 0 && item->near_gap[i] <= 8)
      return TRUE;
  if ((item->near[0] & PE_MARK_FROM) == 0 || item->near_gap[0] > 8)
    return FALSE;
  return ((item->after | item->next) & (PE_MARK_DIRECTION | PE_MARK_TO)) != 0;
}

static void
assign_amount (pe_prose_item *item)
{
  guint64 change = nearest_change (item, (item->own & PE_MARK_THAN) != 0 ? FAR_CHANGE : NEAR_CHANGE);

  gint8 excess = excess_of (item, change);

  if (excess != 0)
    {
      item->role = PE_ROLE_CHANGE;
      item->direction = excess;
    }
  else if (is_former (item))
    item->role = PE_ROLE_OLD;
  else if (change != 0)
    {
      item->role = PE_ROLE_CHANGE;
      item->direction = direction_of (change);
    }
  else
    item->role = role_of_words (item, amount_rules, G_N_ELEMENTS (amount_rules), PE_ROLE_AMOUNT);
  if (item->role == PE_ROLE_PRICE && item->unit != PE_PROSE_UNIT_MONEY && (item->near[0] & PE_MARK_AVERAGE) == 0
      && (item->unit != PE_PROSE_UNIT_COUNT || item->near_gap[0] > 2))
    item->role = PE_ROLE_AMOUNT; /* 每期30人 is so much for each, 每年召开会议12次 is not */
  if (item->role == PE_ROLE_AMOUNT && item->goals && item->unit != PE_PROSE_UNIT_MONEY)
    item->role = PE_ROLE_TARGET;
  if (item->role == PE_ROLE_TARGET)
    item->direction = (item->own & PE_MARK_MAX) != 0 ? -1 : 1;
}

/* ≤0.4, 实际0.1: without a unit a figure is only read as a target or as what was reached. */
static void
assign_bare (pe_prose_item *item)
{
  if ((item->near[0] & (PE_MARK_MIN | PE_MARK_MAX)) != 0 && item->near_gap[0] == 0)
    {
      item->role = PE_ROLE_TARGET;
      item->direction = (item->near[0] & PE_MARK_MAX) != 0 ? -1 : 1;
    }
  else if ((item->near[0] & PE_MARK_DONE) != 0 && item->near_gap[0] == 0)
    item->role = PE_ROLE_DONE;
}

static void
assign_one (pe_prose_item *item, pe_prose_item *before)
{
  if (item->unit == PE_PROSE_UNIT_NO_QUANTITY)
    return;
  if (item->unit == PE_PROSE_UNIT_BARE && (item->near[0] & (PE_MARK_SHARE | PE_MARK_RATE)) != 0
      && item->near_gap[0] == 0)
    {
      item->unit = PE_PROSE_UNIT_PERCENT; /* 比例27: of a hundred */
      item->exponent = -2;
      item->implied = TRUE;
    }
  if (before == NULL)
    item->own &= ~PE_MARK_CONVERT; /* 实际采购金额折合12.85亿元: nothing that it could repeat */
  if (before != NULL && item->list != 0 && item->list == before->list)
    {
      item->role = before->role;
      item->direction = before->direction;
    }
  else if (item->unit == PE_PROSE_UNIT_WORD)
    item->role = PE_ROLE_GRADE;
  else if (item->unit == PE_PROSE_UNIT_PERCENT)
    assign_percent (item, before);
  else if (item->unit == PE_PROSE_UNIT_SCORE)
    {
      item->role = role_of_words (item, score_rules, G_N_ELEMENTS (score_rules), PE_ROLE_NONE);
      /* 各项得分合计即总分100分 */
      if (item->role == PE_ROLE_FULL && (item->own & PE_MARK_SCORE) != 0 && (item->own & PE_MARK_SUM) != 0)
        item->role = PE_ROLE_SCORE;
    }
  else if (item->unit == PE_PROSE_UNIT_PRICE)
    item->role = PE_ROLE_PRICE;
  else if (item->unit == PE_PROSE_UNIT_BARE)
    assign_bare (item);
  else if (item->unit != PE_PROSE_UNIT_POINTS)
    assign_amount (item);
}

/* 效益30分，得28分: marks before a score are full marks. 得10分，得50分，总分60分: behind scores a total is one. */
static void
mend_scores (pe_prose_reading *self)
{
  gboolean scored = FALSE;

  for (guint32 i = 0; i < self->items.size; i++)
    {
      static const pe_prose_item nothing = { .role = PE_ROLE_NONE };
      pe_prose_item             *item = item_at (self, i);
      const pe_prose_item       *next = i + 1 < self->items.size ? item_at (self, i + 1) : &nothing;

      /* 预算执行率(10分):执行率95%，得9.5分 */
      if (item->bracket != 0 && next->unit == PE_PROSE_UNIT_PERCENT && i + 2 < self->items.size)
        next = item_at (self, i + 2);
      if (item->unit == PE_PROSE_UNIT_SCORE && item->role == PE_ROLE_NONE && next->role == PE_ROLE_SCORE
          && next->segment == item->segment && (next->own & PE_MARK_TOTAL) == 0)
        item->role = PE_ROLE_FULL;
      /* 总分95分，其中：投入20分，过程25分 */
      else if (item->unit == PE_PROSE_UNIT_SCORE && item->role == PE_ROLE_NONE && i > 0
               && item_at (self, i - 1)->unit == item->unit && item_at (self, i - 1)->sentence == item->sentence
               && item_at (self, i - 1)->role != PE_ROLE_LOST)
        item->role = item_at (self, i - 1)->role;
    }
  for (guint32 i = 0; i < self->items.size; i++)
    {
      pe_prose_item *item = item_at (self, i);

      if (i > 0 && item_at (self, i - 1)->paragraph != item->paragraph)
        scored = FALSE;
      if (item->role == PE_ROLE_FULL && (item->own & PE_MARK_TOTAL) != 0 && scored
          && (i + 1 == self->items.size || item_at (self, i + 1)->role != PE_ROLE_SCORE))
        item->role = PE_ROLE_SCORE;
      else if (item->role == PE_ROLE_FULL && (item->own & PE_MARK_TOTAL) != 0 && i + 1 < self->items.size
               && item_at (self, i + 1)->role == PE_ROLE_GRADE && item_at (self, i + 1)->sentence == item->sentence)
        item->role = PE_ROLE_SCORE; /* 总分92.5分，评定等级为优 */
      scored = scored || item->role == PE_ROLE_SCORE;
    }
}

void
pe_prose_roles_assign (pe_prose_reading *self)
{
  pe_prose_item *before = NULL;

  for (guint32 i = 0; i < self->items.size; i++)
    {
      pe_prose_item *item = item_at (self, i);

      if (before != NULL && before->sentence != item->sentence)
        before = NULL;
      assign_one (item, before);
      if (item->unit != PE_PROSE_UNIT_NO_QUANTITY)
        before = item;
    }
  mend_scores (self);
  mend_years (self);
}
