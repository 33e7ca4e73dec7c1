/* shape-slot.c - slot/1: what a unit's own rows give
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "shape-private.h"

#include <string.h>

static const char *const sign_words[] = {
  [PE_SIGN_AT_LEAST] = ">=", [PE_SIGN_AT_MOST] = "<=", [PE_SIGN_EQUAL] = "=",
  [PE_SIGN_LESS] = "<",      [PE_SIGN_GREATER] = ">",  [PE_SIGN_QUALITATIVE] = "qualitative",
};

/* What a row has. */
static gboolean
row_has_fact (const char *name)
{
  static const char *const names[] = { "actual", "target", "grade", "score" };

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
}

static void
check_sign_rule (const pe_rule *rule, pe_sign sign, pe_collector *collector)
{
  const pe_rule *row_rule = rule->sign_rules[sign];
  pe_buffer      buffer = PE_BUFFER_INIT;
  char          *path;
  gboolean       fits = pe_rule_peek_shape (row_rule)->apply != NULL;

  for (size_t i = 0; fits && i < pe_rule_get_n_facts (row_rule); i++)
    fits = row_has_fact (pe_rule_get_fact_name (row_rule, i));
  if (fits)
    return;
  pe_buffer_add_string (&buffer, "/rules/");
  pe_buffer_add_string (&buffer, sign_words[sign]);
  path = pe_buffer_steal (&buffer);
  if (path == NULL)
    pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_rule_add_range (collector, rule, path, sign_words[sign], NULL,
                       "a rule that computes from a row's actual, target, grade and score",
                       "由该项的 actual、target、grade、score 计算的评分标准");
  g_free (path);
}

static void
check (const pe_rule *rule, pe_collector *collector)
{
  gboolean   any = FALSE;
  pe_decimal least = { 1, 0, 0 }, most;

  for (pe_sign sign = PE_SIGN_AT_LEAST; sign <= PE_SIGN_QUALITATIVE; sign++)
    if (rule->sign_rules[sign] != NULL)
      {
        any = TRUE;
        check_sign_rule (rule, sign, collector);
      }
  if (!any)
    pe_rule_add_missing (collector, rule, "rules");
  pe_rule_get_number (rule, "min_rows", &least);
  if (pe_rule_get_number (rule, "max_rows", &most) && pe_decimal_order (&most, &least) < 0)
    pe_rule_add_range (collector, rule, "/max_rows", "max_rows", &most, "not below min_rows", "不小于 min_rows");
}

/* A rule with points of its own fits rows only where each is scored for a full mark of 1. */
static void
check_full_marks (const pe_rule *rule, const pe_decimal *full_marks, const char *path, pe_collector *collector)
{
  static const pe_decimal one = { 1, 0, 0 };
  pe_slot                 slot;

  (void) full_marks;
  pe_rule_get_slot (rule, &slot);
  for (pe_sign sign = PE_SIGN_AT_LEAST; sign <= PE_SIGN_QUALITATIVE; sign++)
    {
      const pe_rule *row_rule = rule->sign_rules[sign];
      pe_buffer      buffer = PE_BUFFER_INIT;
      char          *full;

      if (row_rule == NULL || pe_rule_peek_shape (row_rule)->check_full_marks == NULL)
        continue;
      pe_buffer_add_string (&buffer, path);
      pe_buffer_add_string (&buffer, "/rules/");
      pe_buffer_add_string (&buffer, sign_words[sign]);
      full = pe_buffer_steal (&buffer);
      if (full == NULL)
        pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
      else if (slot.by_rows)
        pe_rule_add_range (collector, rule, full, sign_words[sign], NULL,
                           "a rule without points of its own, since rows have different marks",
                           "不带固定分数的评分标准（各项分值不同）");
      else
        pe_rule_check_full_marks (row_rule, &one, full, collector);
      g_free (full);
    }
}

static gboolean
can_divide_by_zero (const pe_rule *rule)
{
  for (pe_sign sign = PE_SIGN_AT_LEAST; sign <= PE_SIGN_QUALITATIVE; sign++)
    if (rule->sign_rules[sign] != NULL && pe_rule_get_policy (rule->sign_rules[sign], PE_STATE_ZERO_DENOMINATOR) == 0
        && pe_rule_can_divide_by_zero (rule->sign_rules[sign]))
      return TRUE;
  return FALSE;
}

static uint64_t
get_whole (const pe_rule *rule, const char *name, uint64_t otherwise)
{
  pe_decimal number;

  if (!pe_rule_get_number (rule, name, &number))
    return otherwise;
  /* "2.0" is 2; more digits than fit were refused when it was set. */
  pe_decimal_quantize (&number, &number, 0, PE_ROUND_DOWN, NULL);
  return (uint64_t) number.coefficient;
}

void
pe_rule_get_slot (const pe_rule *self, pe_slot *out)
{
  const char *marks = pe_rule_get_word (self, "marks");
  const char *score = pe_rule_get_word (self, "score");
  const char *empty = pe_rule_get_word (self, "empty");

  out->depth = (uint32_t) get_whole (self, "depth", 1);
  out->marks = strcmp (marks, "equal") == 0       ? PE_SLOT_MARKS_EQUAL
               : strcmp (marks, "by_weight") == 0 ? PE_SLOT_MARKS_BY_WEIGHT
                                                  : PE_SLOT_MARKS_BY_UNIT;
  out->by_rows = strcmp (score, "rows") == 0;
  out->min_rows = get_whole (self, "min_rows", 1);
  out->max_rows = get_whole (self, "max_rows", G_MAXUINT64);
  out->empty = strcmp (empty, "full") == 0   ? PE_POLICY_FULL
               : strcmp (empty, "zero") == 0 ? PE_POLICY_ZERO
               : strcmp (empty, "drop") == 0 ? PE_POLICY_DROP
                                             : PE_POLICY_ERROR;
}

static const pe_shape_parameter parameters[] = {
  { .kind = PE_PARAMETER_NUMBER,
    .whole = 1,
    .name = "depth",
    .minimum = "1",
    .maximum = "3",
    .default_text = "1",
    .description_zh = "自定指标的级数。",
    .description_en = "How many levels of rows there are." },
  { .kind = PE_PARAMETER_WORD,
    .required = 1,
    .name = "marks",
    .words = "equal by_weight by_unit",
    .description_zh = "各项分值：equal 均分；by_weight 按各项权重；by_unit 由单位分配，合计为满分。",
    .description_en
    = "The rows' marks: equal; by_weight, the rows' marks being weights; by_unit, adding up to the full "
      "marks." },
  { .kind = PE_PARAMETER_WORD,
    .required = 1,
    .name = "score",
    .words = "mean rows",
    .description_zh = "mean：各项完成比例的加权平均乘以满分，只取舍一次；rows：各项分别计分取舍后相加。",
    .description_en = "mean: the weighted mean of the rows' shares times the full marks, rounded once; rows: each row "
                      "scored and rounded, then summed." },
  { .kind = PE_PARAMETER_NUMBER,
    .whole = 1,
    .name = "min_rows",
    .minimum = "0",
    .maximum = "1000000",
    .default_text = "1",
    .description_zh = "末级项数的下限。",
    .description_en = "The least number of bottom rows." },
  { .kind = PE_PARAMETER_NUMBER,
    .whole = 1,
    .name = "max_rows",
    .minimum = "1",
    .maximum = "1000000",
    .description_zh = "末级项数的上限；不填则不限。",
    .description_en = "The greatest number of bottom rows; no limit when not given." },
  { .kind = PE_PARAMETER_WORD,
    .required = 1,
    .name = "empty",
    .words = "error full zero drop",
    .description_zh = "没有填报任何一项时：error 报错，full 满分，zero 零分，drop 不计并折算。",
    .description_en = "What happens without rows: an error, full marks, no points, or the slot is left out." },
  { .kind = PE_PARAMETER_RULES,
    .required = 1,
    .name = "rules",
    .description_zh = "每种指标性质（>= <= = < > 定性）各自的评分标准。",
    .description_en = "A rule for each sign (>= <= = < >) and for qualitative rows." },
};

const pe_shape pe_shape_slot = {
  .name = "slot",
  .revision = 1,
  .title_zh = "部门自定指标",
  .title_en = "The unit's own indicators",
  .definition_zh = "由单位自行填报的各项按其指标性质的评分标准计分，再按 score 汇总；w 为满分。",
  .definition_en
  = "The rows that the unit brings, each scored by the rule of its sign, put together as score says; w is "
    "the full marks.",
  .source = "《部门整体支出绩效自评表》《项目支出绩效自评表》：单位自行设定的产出、效益指标",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .check = check,
  .check_full_marks = check_full_marks,
  .can_divide_by_zero = can_divide_by_zero,
};
