/* label.c - the words of explanations in both languages
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "label-private.h"

#include <string.h>

#include "../base/figure-private.h"
#include "../base/text-private.h"
#include "../model/measure-private.h"
#include "../rules/rulebook-measure-private.h"

/* Places after which a number that no decimal holds is cut for people. */
#define SHOWN_PLACES 7
/* Places of a rate where the contract rounds none. */
#define FREE_RATE_PLACES 6
/* A rate of two 64-bit amounts differs from 1 by more than 10^-40; nobody reads a longer one. */
#define MOST_RATE_PLACES 100

typedef struct label
{
  const char *name;
  const char *zh;
  const char *en;
} label;

static const label *
find_label (const label *labels, size_t n, const char *name)
{
  for (size_t i = 0; i < n; i++)
    if (pe_name_equals (labels[i].name, name))
      return &labels[i];
  return NULL;
}

/* One of a table that is numbered from 0. */
static const char *
choose_numbered (const label *labels, size_t n, int32_t number, pe_language language)
{
  /* A negative number is a large one here. */
  if ((uint32_t) number >= n)
    return "?";
  return pe_label_choose (language, labels[number].zh, labels[number].en);
}

const char *
pe_label_get_state (pe_state state, pe_language language)
{
  static const label states[] = {
    { NULL, "未填报", "missing" },
    { NULL, "数值", "value" },
    { NULL, "不适用", "not applicable" },
    { NULL, "文字", "text" },
    { NULL, "分母为零", "zero denominator" },
    { NULL, "无效", "invalid" },
  };

  return choose_numbered (states, G_N_ELEMENTS (states), state, language);
}

const char *
pe_label_get_scorer (pe_scorer scorer, pe_language language)
{
  static const label scorers[] = {
    { NULL, "", "" },
    { NULL, "自评", "self" },
    { NULL, "主管部门复核", "department" },
    { NULL, "财政抽评", "finance" },
    { NULL, "第三方评价", "external" },
  };

  return choose_numbered (scorers, G_N_ELEMENTS (scorers), scorer, language);
}

const char *
pe_label_get_kind (pe_kind kind, pe_language language)
{
  static const label kinds[] = {
    { NULL, "", "" },
    { NULL, "部门整体支出（department）", "department" },
    { NULL, "项目支出（project）", "project" },
    { NULL, "财政政策（policy）", "policy" },
  };

  return choose_numbered (kinds, G_N_ELEMENTS (kinds), kind, language);
}

const char *
pe_label_get_status (pe_rulebook_status status, pe_language language)
{
  static const label statuses[] = {
    { NULL, "", "" },
    { NULL, "正式", "official" },
    { NULL, "复原", "reconstructed" },
    { NULL, "示例", "sample" },
  };

  return choose_numbered (statuses, G_N_ELEMENTS (statuses), status, language);
}

const char *
pe_label_get_shape (const char *name, pe_language language)
{
  size_t shape;

  return pe_shape_find (&shape, name, 1, NULL) == PE_OK ? pe_shape_get_title (shape, language) : name;
}

/* Figures */

/* By the last segment of its path: the members of records, rows and summaries (docs/formats.md). */
static const label *
find_member_label (const char *path)
{
  static const label members[] = {
    { "initial", "年初预算数", "initial budget" },
    { "adjusted", "全年预算数", "adjusted budget" },
    { "executed", "全年执行数", "executed" },
    { "budget", "采购预算", "procurement budget" },
    { "reserved_for_sme", "面向中小企业预留金额", "reserved for small and medium firms" },
    { "contracts", "合同金额", "contracts" },
    { "sme_contracts", "中小企业合同金额", "contracts with small and medium firms" },
    { "target", "目标值", "target" },
    { "adjusted_target", "调整后目标值", "adjusted target" },
    { "actual", "实际完成值", "actual" },
    { "grade", "评定等级", "grade" },
    { "score", "评定得分", "score" },
  };
  const char *last = path == NULL ? NULL : strrchr (path, '/');

  return last == NULL ? NULL : find_label (members, G_N_ELEMENTS (members), last + 1);
}

/* The two parts of a rate, an input that has a measure, as amounts: a path cannot tell a change from the amount that it ends in, nor name an amount that
 * was derived from several lines. */
static const label *
find_part_label (const pe_outcome *outcome, size_t index)
{
  static const label parts[][2] = {
    { { "budget.execution_rate", "全年执行数", "executed" }, { NULL, "全年预算数", "adjusted budget" } },
    { { "budget.execution_rate_initial", "全年执行数", "executed" }, { NULL, "年初预算数", "initial budget" } },
    { { "budget.basic_execution_rate", "基本支出执行数", "basic spending executed" },
      { NULL, "基本支出预算数", "adjusted budget of basic spending" } },
    { { "budget.project_execution_rate", "项目支出执行数", "project spending executed" },
      { NULL, "项目支出预算数", "adjusted budget of project spending" } },
    { { "budget.adjustment_rate", "预算调整数", "budget adjustment" }, { NULL, "年初预算数", "initial budget" } },
    { { "procurement.sme_reserve_achievement", "中小企业合同金额", "contracts with small and medium firms" },
      { NULL, "面向中小企业预留金额", "reserved for small and medium firms" } },
    { { "procurement.sme_share", "中小企业合同金额", "contracts with small and medium firms" },
      { NULL, "合同金额", "contracts" } },
  };
  const pe_scored_input *input = pe_vector_at (&outcome->inputs, const pe_scored_input, index);
  const gboolean         is_second = index > 0 && input[-1].measure == input->measure && input[-1].name == input->name;

  for (size_t i = 0; i < G_N_ELEMENTS (parts); i++)
    if (pe_name_equals (parts[i][0].name, input->measure))
      return &parts[i][is_second];
  return NULL;
}

/* FALSE when it is no argument. */
static gboolean
add_argument (const char *name, pe_language language, pe_buffer *out)
{
  static const struct
  {
    const char   *name;
    pe_short_text zh;
    pe_short_text en;
  } arguments[] = {
    { "actual", PE_SHORT_TEXT ("实际值"), PE_SHORT_TEXT ("actual") },
    { "target", PE_SHORT_TEXT ("目标值"), PE_SHORT_TEXT ("target") },
    { "value", PE_SHORT_TEXT ("数值"), PE_SHORT_TEXT ("value") },
    { "limit", PE_SHORT_TEXT ("限值"), PE_SHORT_TEXT ("limit") },
    { "on_time", PE_SHORT_TEXT ("及时数"), PE_SHORT_TEXT ("on time") },
    { "applicable", PE_SHORT_TEXT ("应计数"), PE_SHORT_TEXT ("applicable") },
    { "grade", PE_SHORT_TEXT ("评定等级"), PE_SHORT_TEXT ("grade") },
    { "score", PE_SHORT_TEXT ("评定得分"), PE_SHORT_TEXT ("score") },
    { "last", PE_SHORT_TEXT ("上年数"), PE_SHORT_TEXT ("last year") },
    { "out_of", PE_SHORT_TEXT ("满分"), PE_SHORT_TEXT ("out of") },
    { "choice", PE_SHORT_TEXT ("所选备选"), PE_SHORT_TEXT ("choice") },
    { "evidence", PE_SHORT_TEXT ("佐证材料"), PE_SHORT_TEXT ("evidence") },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (arguments); i++)
    if (pe_name_equals (arguments[i].name, name))
      {
        pe_buffer_add_short (out, language == PE_LANGUAGE_ZH ? &arguments[i].zh : &arguments[i].en);
        return TRUE;
      }
  return FALSE;
}

/* Items are mostly asked for in their order, without one left out. */
static const char *
find_item_name (const pe_rule *rule, const char *id, size_t likely, pe_language language)
{
  size_t         n = 0;
  const pe_item *items = rule == NULL ? NULL : pe_rule_get_items (rule, &n);
  const pe_item *found = items != NULL && likely < n && pe_name_equals (items[likely].id, id) ? &items[likely] : NULL;

  for (size_t i = 0; items != NULL && found == NULL && i < n; i++)
    if (pe_name_equals (items[i].id, id))
      found = &items[i];
  return found == NULL ? NULL : pe_label_choose (language, found->name_zh, found->name_en);
}

/* "专项资金支付（截至春节 2023-01-22）"; FALSE when the input is of no milestone. */
static gboolean
add_milestone (const pe_scored_input *input, const pe_rule *rule, size_t likely, pe_language language, pe_buffer *out)
{
  size_t              n = 0;
  const pe_milestone *milestones = rule == NULL ? NULL : pe_rule_get_milestones (rule, &n);
  const pe_milestone *found
      = likely < n && pe_name_equals (milestones[likely].id, input->name) ? &milestones[likely] : NULL;

  for (size_t i = 0; found == NULL && i < n; i++)
    if (pe_name_equals (milestones[i].id, input->name))
      found = &milestones[i];
  if (found == NULL)
    return FALSE;
  pe_buffer_add_string (out, pe_label_choose (language, found->name_zh, found->name_en));
  pe_buffer_add_words (out, language, "（截至 ", " (by ");
  pe_milestone_print_day (found, input->day, out);
  pe_buffer_add_words (out, language, "）", ")");
  return TRUE;
}

static void
add_row_input (const pe_scored_input *input, pe_language language, pe_buffer *out)
{
  const label *member = find_member_label (input->path);

  pe_buffer_add_string (out, input->name);
  if (member == NULL)
    return;
  pe_buffer_add_words (out, language, "·", ", ");
  pe_buffer_add_string (out, pe_label_choose (language, member->zh, member->en));
}

/* "rate·" before a figure of one of several rules. */
static void
add_alternative (const pe_scored_input *input, const pe_rule *rule, pe_language language, pe_buffer *out)
{
  size_t                n = 0;
  const pe_alternative *alternatives = rule == NULL ? NULL : pe_rule_get_alternatives (rule, &n);

  for (size_t i = 0; i < n; i++)
    if (alternatives[i].rule == input->rule)
      {
        pe_buffer_add_string (out, alternatives[i].id);
        pe_buffer_add_words (out, language, "·", ", ");
        return;
      }
}

void
pe_label_add_input (const pe_outcome *outcome, size_t index, const pe_rule *whole, pe_language language, pe_buffer *out)
{
  const pe_scored_input *input = pe_vector_at (&outcome->inputs, const pe_scored_input, index);
  const pe_rule         *rule = input->rule != NULL ? input->rule : whole;
  const char            *item;
  const label           *found;
  size_t                 measure;

  if (rule != whole)
    add_alternative (input, whole, language, out);
  if (whole != NULL && pe_rule_is_slot (whole))
    add_row_input (input, language, out);
  else if (add_milestone (input, rule, index, language, out))
    return;
  else if ((item = find_item_name (rule, input->name, index, language)) != NULL)
    pe_buffer_add_string (out, item);
  else if (input->measure != NULL && (found = find_part_label (outcome, index)) != NULL)
    pe_buffer_add_string (out, pe_label_choose (language, found->zh, found->en));
  else if (input->measure == NULL && add_argument (input->name, language, out))
    return;
  else if (input->own != NULL)
    pe_buffer_add_string (out, pe_rulebook_measure_get_name (input->own, language));
  else if (input->measure != NULL && pe_measure_find (input->measure, &measure))
    pe_buffer_add_string (out, pe_measure_get_name (measure, language));
  else
    pe_buffer_add_string (out, input->name);
}

/* The band of a grade that was given, or NULL. In a slot the grade is a member of a row. */
static const pe_band *
find_band (const pe_scored_input *input, const pe_rule *rule)
{
  const char    *name = input->name, *last;
  const pe_band *bands;
  size_t         n = 0;

  if (rule == NULL || input->text == NULL)
    return NULL;
  if (pe_rule_is_slot (rule))
    {
      last = input->path != NULL ? strrchr (input->path, '/') : NULL;
      name = last != NULL ? last + 1 : name;
      rule = pe_rule_get_sign_rule (rule, PE_SIGN_QUALITATIVE);
    }
  if (rule == NULL || strcmp (name, "grade") != 0)
    return NULL;
  bands = pe_rule_get_bands (rule, &n);
  for (size_t i = 0; i < n; i++)
    if (strcmp (bands[i].id, input->text) == 0)
      return &bands[i];
  return NULL;
}

void
pe_label_add_figure (const pe_scored_input *input, const pe_rule *rule, pe_language language, pe_buffer *out)
{
  const pe_band *band = find_band (input, rule);

  if (band != NULL)
    pe_buffer_add_string (out, pe_label_choose (language, band->name_zh, band->name_en));
  else if (input->figure.state == PE_STATE_TEXT)
    pe_buffer_add_string (out, input->text);
  else if (input->figure.state == PE_STATE_VALUE && input->figure.unit == PE_UNIT_TRUTH)
    {
      if (input->figure.value.coefficient != 0)
        pe_buffer_add_words (out, language, "是", "yes");
      else
        pe_buffer_add_words (out, language, "否", "no");
    }
  else
    pe_scored_input_print (input, out);
}

/* Numbers */

void
pe_label_add_rounding (pe_rounding rounding, int32_t places, pe_language language, pe_buffer *out)
{
  static const struct
  {
    pe_short_text zh;
    pe_short_text en;
  } modes[] = {
    { PE_SHORT_TEXT ("不取舍"), PE_SHORT_TEXT ("not rounded") },
    { PE_SHORT_TEXT ("四舍五入"), PE_SHORT_TEXT ("rounded half up") },
    { PE_SHORT_TEXT ("四舍六入五成双"), PE_SHORT_TEXT ("rounded half to even") },
    { PE_SHORT_TEXT ("五舍六入"), PE_SHORT_TEXT ("rounded half down") },
    { PE_SHORT_TEXT ("截断"), PE_SHORT_TEXT ("truncated") },
    { PE_SHORT_TEXT ("进位"), PE_SHORT_TEXT ("rounded away from zero") },
    { PE_SHORT_TEXT ("向下取整"), PE_SHORT_TEXT ("rounded toward minus infinity") },
    { PE_SHORT_TEXT ("向上取整"), PE_SHORT_TEXT ("rounded toward plus infinity") },
  };

  pe_buffer_add_short (out, language == PE_LANGUAGE_ZH ? &modes[rounding].zh : &modes[rounding].en);
  if (rounding == 0)
    return;
  pe_buffer_add_words (out, language, "保留 ", " to ");
  pe_buffer_add_int (out, places);
  if (places == 1)
    pe_buffer_add_words (out, language, " 位小数", " place");
  else
    pe_buffer_add_words (out, language, " 位小数", " places");
}

void
pe_label_add_number (const pe_rational *number, pe_buffer *out)
{
  if (!pe_rational_print_decimal (number, out))
    pe_rational_print_truncated (number, SHOWN_PLACES, out);
}

void
pe_label_add_points (const pe_rational *points, pe_language language, pe_buffer *out)
{
  pe_label_add_number (points, out);
  if (pe_rational_is_one (points))
    pe_buffer_add_words (out, language, " 分", " point");
  else
    pe_buffer_add_words (out, language, " 分", " points");
}

/* With all its places where it fits, "100.00". */
static void
add_fixed (const pe_rational *number, int32_t places, pe_rounding rounding, pe_buffer *out)
{
  pe_decimal  decimal;
  pe_rational rounded;

  if (pe_rational_to_decimal (&decimal, number, places, rounding) == PE_OK)
    {
      pe_buffer_add_decimal (out, &decimal);
      return;
    }
  pe_rational_init (&rounded);
  (void) pe_rational_round (&rounded, number, places, rounding, PE_BITS_UNBOUNDED);
  pe_rational_print_truncated (&rounded, places, out);
  pe_rational_clear (&rounded);
}

/* Whether a percentage that is not 100 would be shown as 100. */
static gboolean
reads_as_hundred (const pe_rational *percent, const pe_rational *hundred, int32_t places, pe_rounding rounding)
{
  pe_rational rounded;
  gboolean    reads;

  pe_rational_init (&rounded);
  (void) pe_rational_round (&rounded, percent, places, rounding, PE_BITS_UNBOUNDED);
  reads = pe_rational_compare (&rounded, hundred) == 0 && pe_rational_compare (percent, hundred) != 0;
  pe_rational_clear (&rounded);
  return reads;
}

/* Cut after as many places as show that it is not 100. */
static void
add_distinct (const pe_rational *percent, const pe_rational *hundred, int32_t places, pe_buffer *out)
{
  while (places < MOST_RATE_PLACES && reads_as_hundred (percent, hundred, places, PE_ROUND_DOWN))
    places++;
  pe_rational_print_truncated (percent, places, out);
}

static void
add_long_rate (const pe_rational *rate, const pe_rounding_contract *contract, pe_buffer *out)
{
  pe_rational percent, hundred;

  pe_rational_init (&percent);
  pe_rational_init (&hundred);
  pe_rational_set_int (&hundred, 100);
  (void) pe_rational_multiply (&percent, rate, &hundred, PE_BITS_UNBOUNDED);
  if (contract->rate_rounding == 0)
    add_distinct (&percent, &hundred, FREE_RATE_PLACES, out);
  else
    add_fixed (&percent, contract->rate_places, contract->rate_rounding, out);
  pe_buffer_add_char (out, '%');
  if (contract->rate_rounding != 0
      && reads_as_hundred (&percent, &hundred, contract->rate_places, contract->rate_rounding))
    {
      pe_buffer_add_string (out, " (");
      add_distinct (&percent, &hundred, contract->rate_places + 1, out);
      pe_buffer_add_string (out, "%)");
    }
  pe_rational_clear (&percent);
  pe_rational_clear (&hundred);
}

void
pe_label_add_rate (const pe_rational *rate, const pe_rounding_contract *contract, pe_buffer *out)
{
  const int32_t places = contract->rate_places + 2;
  pe_decimal    percent;

  /* Nearly every rate, without two places of it, is the percentage: they become whole. */
  if (contract->rate_rounding != 0 && places <= PE_DECIMAL_MAX_SCALE
      && pe_rational_to_decimal (&percent, rate, places, contract->rate_rounding) == PE_OK
      && (percent.coefficient != pe_decimal_power_of_ten (places) || pe_rational_is_one (rate)))
    {
      percent.scale -= 2;
      pe_buffer_add_decimal (out, &percent);
      pe_buffer_add_char (out, '%');
      return;
    }
  add_long_rate (rate, contract, out);
}
