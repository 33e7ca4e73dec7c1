/* prose-figure.c - what a run of digits in a report is
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-private.h"

#include <string.h>

/* Longer runs are numbers of accounts and contracts, not quantities. */
#define MOST_DIGITS 15

/* Counters, the longest first where one begins as another: what they count is exact. */
static const char *const counters[] = {
  "个百分点", /* never reached: kept so that 个 does not take its place */
  "人次",     "人份", "户次", "批次", "件次", "家次", "台次", "床位", "班次", "场次", "标段", "项次", "例次", "台套",
  "人",       "名",   "户",   "个",   "家",   "件",   "项",   "次",   "批",   "宗",   "台",   "套",   "辆",   "所",
  "座",       "处",   "条",   "株",   "头",   "只",   "笔",   "份",   "起",   "场",   "期",   "篇",   "幅",   "本",
  "册",       "支",   "队",   "村",   "镇",   "乡",   "县",   "间",   "棵",   "对",   "尾",   "例",   "门",   "张",
  "位",       "卷",   "种",   "类",   "床",   "段",   "艘",   "架",   "块",   "口",   "枚",   "袋",   "箱",   "瓶",
  "盏",       "尊",   "栋",   "幢",   "单",   "万次", "届",   "组",   "班",   "校",   "科",   "盘",   "部",   "具",
  "片",       "道",   "层",   "轮",   "便",   "羽",   "盆",   "岁",   "课时", "学时",
};
static const char *const measures[] = {
  "立方米", "平方米", "平方公里", "公里", "千米", "公顷", "亩",  "米",   "吨",   "公斤",
  "千克",   "升",     "千瓦时",   "兆瓦", "千瓦", "小时", "天",  "个月", "分钟", "度",
  "斤",     "克",     "㎡",       "平米", "立方", "人年", "kwh", "km",   "kg",
};
static const char *const currencies[] = { "元", "美元", "欧元", "人民币", "港元", "港币", "日元", "英镑" };
/* Digits before one of these name a time, a place in an order or a document. */
static const char *const ordinals[] = {
  "年",   "月",   "日", "号", "时", "点", "周", "世纪", "季度", "楼",   "路",
  "国道", "省道", "线", "室", "栏", "页", "级", "版",   "条例", "期间", "级别",
};
/* What begins like a unit and is none. */
static const char *const impostors[] = {
  "分别", "分为", "分之", "分钟", "分管", "分析", "分类", "个别", "人均", "人民币", "次年",
  "项目", "件均", "年度", "部分", "部门", "类别", "条件", "种类", "所有", "本年",   "本级",
  "对象", "口径", "门类", "位于", "处于", "支出", "支付", "次数", "人员", "人数",   "户均",
};

static gboolean
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

static char
char_at (const pe_prose_source *source, guint32 at)
{
  return at < source->text.size ? ((const char *) source->text.data)[at] : '\0';
}

static guint8
gap_at (const pe_prose_source *source, guint32 at)
{
  return at < source->flags.size ? ((const guint8 *) source->flags.data)[at] : 0;
}

static guint32
match_any (const pe_prose_source *source, guint32 at, const char *const *words, size_t n)
{
  guint32 longest = 0;

  for (size_t i = 0; i < n; i++)
    if (pe_prose_has (source, at, words[i]))
      longest = MAX (longest, (guint32) strlen (words[i]));
  return longest;
}

static guint32
digits_from (const pe_prose_source *source, guint32 at)
{
  guint32 end = at;

  while (is_digit (char_at (source, end)))
    end++;
  return end;
}

/* A comma inside a figure: three digits follow, and no fourth. "1267.86,2570.97" and "1,2" are lists. */
static gboolean
is_thousand (const pe_prose_source *source, guint32 at)
{
  return char_at (source, at) == ',' && digits_from (source, at + 1) == at + 4;
}

/* A point inside a figure: no blank behind it, which would make "2. 40个" the second of a list. */
static gboolean
is_point (const pe_prose_source *source, guint32 at)
{
  return char_at (source, at) == '.' && is_digit (char_at (source, at + 1))
         && (gap_at (source, at + 1) & PE_GAP_SPACE) == 0;
}

/* Where the number that begins here ends; its digits go into the item. FALSE when it is too long. */
static gboolean
read_number (const pe_prose_source *source, pe_prose_item *out)
{
  guint32 at = out->at, end = digits_from (source, at);
  guint   n = 0;

  if (end - at <= 3)
    while (is_thousand (source, end))
      end += 4;
  if (is_point (source, end))
    {
      guint32 point = end;

      end = digits_from (source, end + 1);
      out->scale = (gint8) MIN (end - point - 1, 18);
    }
  out->number_end = out->end = end;
  for (; at < end; at++)
    if (is_digit (char_at (source, at)))
      {
        if (++n > MOST_DIGITS)
          return FALSE;
        out->coefficient = out->coefficient * 10 + (char_at (source, at) - '0');
      }
  return TRUE;
}

/* 万, 亿, 千, 百 before a unit; what of them is read goes into the exponent. */
static guint32
read_power (const pe_prose_source *source, guint32 at, gint8 *exponent)
{
  static const struct
  {
    const char *text;
    gint8       exponent;
  } powers[] = { { "万亿", 12 }, { "千万", 7 }, { "百万", 6 }, { "亿", 8 }, { "万", 4 }, { "千", 3 }, { "百", 2 } };

  for (size_t i = 0; i < G_N_ELEMENTS (powers); i++)
    if (pe_prose_has (source, at, powers[i].text))
      {
        if (powers[i].exponent == 3
            && (pe_prose_has (source, at, "千米") || pe_prose_has (source, at, "千克")
                || pe_prose_has (source, at, "千瓦")))
          return at;
        *exponent = powers[i].exponent;
        return at + (guint32) strlen (powers[i].text);
      }
  return at;
}

static gboolean
read_percent (const pe_prose_source *source, pe_prose_item *out)
{
  static const struct
  {
    const char *text;
    gint8       exponent;
    guint8      unit;
  } signs[] = { { "%", -2, PE_PROSE_UNIT_PERCENT },       { "‰", -3, PE_PROSE_UNIT_PERCENT },
                { "个百分点", -2, PE_PROSE_UNIT_POINTS }, { "百分点", -2, PE_PROSE_UNIT_POINTS },
                { "个千分点", -3, PE_PROSE_UNIT_POINTS }, { "pct", -2, PE_PROSE_UNIT_POINTS },
                { "倍", 0, PE_PROSE_UNIT_PERCENT } };

  for (size_t i = 0; i < G_N_ELEMENTS (signs); i++)
    if (pe_prose_has (source, out->end, signs[i].text))
      {
        out->unit_at = out->end;
        out->end += (guint32) strlen (signs[i].text);
        out->unit_end = out->end;
        out->exponent = signs[i].exponent;
        out->unit = signs[i].unit;
        return TRUE;
      }
  return FALSE;
}

static guint8
unit_kind (const pe_prose_source *source, guint32 at, guint32 *length)
{
  guint32 money = match_any (source, at, currencies, G_N_ELEMENTS (currencies));
  guint32 count = match_any (source, at, counters, G_N_ELEMENTS (counters));
  guint32 size = match_any (source, at, measures, G_N_ELEMENTS (measures));
  guint32 false_one = match_any (source, at, impostors, G_N_ELEMENTS (impostors));

  *length = MAX (money, MAX (count, size));
  if (false_one > *length || (false_one > 0 && false_one == *length && money == 0))
    *length = 0;
  else if (money > 0)
    return PE_PROSE_UNIT_MONEY;
  else if (size > 0 && size >= count)
    return PE_PROSE_UNIT_MEASURE;
  else if (count > 0)
    return PE_PROSE_UNIT_COUNT;
  if (pe_prose_has (source, at, "分") && false_one == 0)
    {
      *length = (guint32) strlen ("分");
      return PE_PROSE_UNIT_SCORE;
    }
  return PE_PROSE_UNIT_BARE;
}

/* 元/亩: so much for each. What is printed as the figure ends with 元; where to go on is returned. */
static guint32
read_price (const pe_prose_source *source, pe_prose_item *out)
{
  guint32 length = 0;

  if (char_at (source, out->end) != '/' || is_digit (char_at (source, out->end + 1)))
    return out->end;
  out->unit = PE_PROSE_UNIT_PRICE;
  (void) unit_kind (source, out->end + 1, &length);
  return out->end + 1 + length;
}

/* Where to go on is returned: behind the unit, also where the figure is printed only as far as its power of ten. */
static guint32
read_unit (const pe_prose_source *source, pe_prose_item *out)
{
  guint32 at, length, printed = 0;
  gint8   exponent = 0;

  if (read_percent (source, out))
    return out->end;
  at = read_power (source, out->end, &exponent);
  /* 253万余元, 300多人: about so many. */
  for (size_t i = 0; i < 3; i++)
    {
      static const char *const about[] = { "余", "多", "来" };

      if (pe_prose_has (source, at, about[i]) && unit_kind (source, at + 3, &length) != PE_PROSE_UNIT_BARE)
        {
          out->approximate = TRUE;
          printed = at;
          at += 3;
        }
    }
  out->unit = unit_kind (source, at, &length);
  out->exponent = exponent;
  out->unit_at = at;
  out->unit_end = out->end = at + length;
  at = out->end;
  if (out->unit == PE_PROSE_UNIT_MONEY || out->unit == PE_PROSE_UNIT_SCORE)
    at = read_price (source, out);
  if (out->unit == PE_PROSE_UNIT_BARE && exponent >= 4)
    out->unit = PE_PROSE_UNIT_MONEY; /* 29.6万: the report speaks of money unless it says of what else */
  if (out->approximate)
    {
      out->end = printed;
      out->implied = printed == out->number_end;
    }
  return at;
}

static gboolean
is_letter (char c)
{
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Whether the flat text before a place ends in a word. */
static gboolean
ends_in (const pe_prose_source *source, guint32 at, const char *word)
{
  size_t n = strlen (word);

  return at >= n && pe_prose_has (source, at - (guint32) n, word);
}

/* S345, 〔2023〕12, 第5, 1/5万, 5-10, and the other half of each. */
static gboolean
is_part_of_a_name (const pe_prose_source *source, const pe_prose_item *item)
{
  char before = item->at > 0 ? char_at (source, item->at - 1) : '\0', after = char_at (source, item->number_end);

  if (is_letter (before) && (item->unit == PE_PROSE_UNIT_BARE || (gap_at (source, item->at) & PE_GAP_SPACE) == 0)
      && item->unit != PE_PROSE_UNIT_MONEY && item->unit != PE_PROSE_UNIT_PERCENT)
    return TRUE;
  if (before == '/' || before == '_' || before == '#' || before == '`')
    return TRUE;
  if (is_letter (after) && item->unit == PE_PROSE_UNIT_BARE)
    return TRUE;
  if (after == '/'
      || (after == '.' && is_digit (char_at (source, item->number_end + 1)) && item->unit == PE_PROSE_UNIT_BARE))
    return TRUE;
  return ends_in (source, item->at, "第") || ends_in (source, item->at, "附件") || ends_in (source, item->at, "附表")
         || ends_in (source, item->at, "[") || ends_in (source, item->at, "编号") || ends_in (source, item->at, "表");
}

/* 5-10%, 3%~5%, 50～60: neither end is a figure that something was computed to. */
static gboolean
is_range (const pe_prose_source *source, const pe_prose_item *item)
{
  char before = item->at > 0 ? char_at (source, item->at - 1) : '\0', after = char_at (source, item->end);

  return ((before == '-' || before == '~') && item->at > 1
          && (is_digit (char_at (source, item->at - 2)) || char_at (source, item->at - 2) == '%'))
         || ((after == '-' || after == '~') && is_digit (char_at (source, item->end + 1)));
}

/* 50亿元以上项目, 10人以下的单位: says of what size they are. */
static gboolean
is_description (const pe_prose_source *source, const pe_prose_item *item)
{
  static const char *const bounds[] = { "以上", "以下", "以内", "及以上", "(含)以上" };
  static const char *const stops[] = { "，", "。", "、", "的" };
  guint32                  length = match_any (source, item->end, bounds, G_N_ELEMENTS (bounds));
  char                     next = char_at (source, item->end + length);

  if (length == 0 || item->unit == PE_PROSE_UNIT_PERCENT || item->unit == PE_PROSE_UNIT_SCORE)
    return FALSE;
  return (next & 0x80) != 0 && match_any (source, item->end + length, stops, 3) == 0;
}

/* 2021—2023年, 3至5月: the number at whose end the first one's unit stands. */
static guint32
find_last_of_times (const pe_prose_source *source, guint32 at)
{
  static const char *const joints[] = { "—", "–", "至", "到" };
  guint32                  next = at + match_any (source, at, joints, G_N_ELEMENTS (joints));

  return next > at && is_digit (char_at (source, next)) ? digits_from (source, next) : at;
}

/* A year, a date, an hour: 2023年, 2023年度, 7月, 15日, 10时. 3年 is a time too, and so is the year of 2023年均支出40万元
 * and the three of 近3年均完成; before 年均 a number with a fraction is none, but the end of what stood before it. */
static gboolean
is_time (const pe_prose_source *source, const pe_prose_item *item)
{
  guint32 last = find_last_of_times (source, item->number_end);
  guint32 length = match_any (source, last, ordinals, G_N_ELEMENTS (ordinals));

  if (length == 0 || (item->exponent > 0 && item->unit != PE_PROSE_UNIT_BARE))
    return FALSE;
  if (pe_prose_has (source, item->number_end, "级"))
    return TRUE;
  return item->scale == 0 || !pe_prose_has (source, item->number_end, "年均");
}

static gboolean
is_head (const pe_prose_source *source, guint32 at)
{
  char before = at > 0 ? char_at (source, at - 1) : '\0';

  return at == 0 || (gap_at (source, at) & PE_GAP_LINE) != 0 || strchr (":;", before) != NULL || before == '!'
         || ends_in (source, at, "。") || ends_in (source, at, "，");
}

/* "3.120名": nothing is counted in hundredths, so that 3 is the number of a list. */
static gboolean
is_glued (const pe_prose_source *source, const pe_prose_item *item)
{
  guint32 point = digits_from (source, item->at);

  return item->scale > 0 && item->unit == PE_PROSE_UNIT_COUNT && item->exponent == 0 && point - item->at <= 2
         && is_head (source, item->at);
}

/* "1.", "2、", "(3)", "4)" at the head of a line or a sentence number the lines. */
static gboolean
is_list_number (const pe_prose_source *source, const pe_prose_item *item, guint32 *end)
{
  guint32 at = item->at, after = item->number_end;
  char    before = at > 0 ? char_at (source, at - 1) : '\0';

  if (is_glued (source, item))
    {
      *end = digits_from (source, at) + 1;
      return TRUE;
    }
  if (item->scale > 0 || item->coefficient > 99)
    return FALSE;
  if (before == '(' && char_at (source, after) == ')')
    return TRUE;
  if (!is_head (source, at))
    return FALSE;
  if (char_at (source, after) == '.' || char_at (source, after) == ')')
    {
      *end = after + 1;
      return TRUE;
    }
  if (pe_prose_has (source, after, "、") && !is_digit (char_at (source, after + 3)))
    {
      *end = after + 3;
      return TRUE;
    }
  return FALSE;
}

void
pe_prose_figure_read (const pe_prose_source *source, guint32 at, pe_prose_item *out, guint32 *end)
{
  static const pe_prose_item empty = { .owner = PE_PROSE_NONE, .total = PE_PROSE_NONE };
  gboolean                   quantity;

  *out = empty;
  out->at = at;
  quantity = read_number (source, out);
  *end = read_unit (source, out);
  if (is_list_number (source, out, end))
    quantity = FALSE;
  else if (!quantity || is_part_of_a_name (source, out) || is_range (source, out) || is_time (source, out)
           || is_description (source, out))
    {
      quantity = FALSE;
      if (out->unit == PE_PROSE_UNIT_BARE)
        *end = out->number_end;
    }
  if (quantity)
    return;
  out->unit = PE_PROSE_UNIT_NO_QUANTITY;
  out->end = out->number_end;
  if (out->number_end > *end)
    out->number_end = out->end = *end;
}
