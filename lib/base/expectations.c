/* expectations.c - what would be right, in Chinese
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "messages-private.h"

#include <string.h>

/* What a call gives as "expected" and nothing else: the same words in all rooms, so that they are put into Chinese once.
 * tests/house/test-expectations.py looks for one that is not here. */
static const struct
{
  const char *en;
  const char *zh;
} expectations[] = {
  /* Arguments of calls */
  { "a pe_over_action", "pe_over_action 的取值" },
  { "0 or a pe_over_no_reason", "0 或 pe_over_no_reason 的取值" },
  { "0 or a pe_sign that a row can have", "0 或行可用的 pe_sign 取值" },
  { "a pe_veto_effect", "pe_veto_effect 的取值" },
  { "as many tests as there are inputs", "与输入个数相同的条件" },
  { "tests that are not NULL", "非空的条件" },
  { "0 or more, yellow to green to blue without a step down", "不小于 0，且黄、绿、蓝依次不减" },
  { "a pe_lamp_kind", "pe_lamp_kind 的取值" },
  { "1 to 12", "1 至 12" },
  { "each a pe_lamp, or 0", "均为 pe_lamp 的取值或 0" },
  { "a pe_fact_type", "pe_fact_type 的取值" },
  { "a builder to which no formula was bound yet", "尚未绑定公式的构建器" },
  { "either a date or a named day", "日期与节日名称二者之一" },
  { "a name, or NULL with a date", "节日名称；有日期时为空" },
  { "a day, or a month and a day of every year", "某日，或每年的月和日" },
  { "above 0 and at most 1", "大于 0 且不大于 1" },
  { "a rule that computes and has no rules in it", "能计算且不含其他规则的规则" },
  { "a builder to which no rule of the table was added yet", "尚未添加表内规则的构建器" },
  { "well-formed pe_decimals", "有效的 pe_decimal" },
  { "each number once", "各数不重复" },
  { "a rule that has no rules in it", "不含其他规则的规则" },
  { "the id of a veto of the rulebook", "评分规则中一票否决项的编号" },
  { "0 or a pe_declared_policy", "0 或 pe_declared_policy 的取值" },
  { "0 or a pe_rulebook_status", "0 或 pe_rulebook_status 的取值" },
  { "0 or more", "不小于 0" },
  { "0 to 1", "0 至 1" },
  { "0 to 1000", "0 至 1000" },
  { "0 or 1", "0 或 1" },
  { "0 or a pe_encoding", "0 或 pe_encoding 的取值" },
  { "a pe_encoding", "pe_encoding 的取值" },
  { "0 or a pe_line_end", "0 或 pe_line_end 的取值" },
  { "0 or one of , ; | and tab", "0，或 , ; | 与制表符之一" },
  { "a provider that is not finished", "尚未结束的读取" },
  { "PE_CELL_HIDDEN or 0", "PE_CELL_HIDDEN 或 0" },
  { "a provider with a table", "已开始一张表的读取" },
  { "ascending, from 1", "从 1 起递增" },
  { "at most 16, and not NULL", "至多 16 个且非空" },
  { "names that the messages know, and texts", "消息所用的参数名及其文字" },
  { "a code of status.h other than PE_OK", "status.h 中除 PE_OK 以外的代码" },
  { "at most 8, and not NULL", "至多 8 个且非空" },
  { "an error of status.h", "status.h 中的错误代码" },
  { "a pe_cell_kind", "pe_cell_kind 的取值" },
  { "ascending, from 1 to 16777216", "从 1 到 16777216 递增" },
  { "0 to 16777216", "0 至 16777216" },
  { "values of pe_cell_flag_value, added", "pe_cell_flag_value 各值之和" },
  { "0 or the code of an error", "0 或某个错误的代码" },
  { "0 to 18", "0 至 18" },
  { "0 to 18 places and a pe_rounding, or a rounding of 0", "0 至 18 位小数和 pe_rounding 的取值，或 rounding 为 0" },
  { "1900 to 9999", "1900 至 9999" },
  { "PE_END_CLOSED or PE_END_OPEN", "PE_END_CLOSED 或 PE_END_OPEN" },
  { "a bound that leaves some figure in the interval", "使区间不为空的端点" },
  { "a decimal with 0 to 18 places", "小数位数为 0 至 18 的小数" },
  { "a name", "名称" },
  { "a number with a scale of 0 to 18", "scale 为 0 至 18 的数" },
  { "a pe_amount", "pe_amount 的取值" },
  { "a pe_budget_category", "pe_budget_category 的取值" },
  { "a pe_budget_category or 0", "pe_budget_category 的取值或 0" },
  { "a pe_decimal", "非空的 pe_decimal 指针" },
  { "a pe_dossier", "非空的 pe_dossier 指针" },
  { "a pe_end", "pe_end 的取值" },
  { "a pe_evaluation", "非空的 pe_evaluation 指针" },
  { "a pe_figure", "非空的 pe_figure 指针" },
  { "a pe_kind", "pe_kind 的取值" },
  { "a pe_ledger", "非空的 pe_ledger 指针" },
  { "a pe_nature or 0", "pe_nature 的取值或 0" },
  { "a pe_policy", "pe_policy 的取值" },
  { "a pe_procurement_category or 0", "pe_procurement_category 的取值或 0" },
  { "a pe_procurement_method or 0", "pe_procurement_method 的取值或 0" },
  { "a pe_procurement_total", "pe_procurement_total 的取值" },
  { "a pe_rank_on", "pe_rank_on 的取值" },
  { "a pe_ratio", "非空的 pe_ratio 指针" },
  { "a pe_rounding", "pe_rounding 的取值" },
  { "a pe_rulebook", "非空的 pe_rulebook 指针" },
  { "a pe_rulebook_status", "pe_rulebook_status 的取值" },
  { "a pe_scorer", "pe_scorer 的取值" },
  { "a pe_sign", "pe_sign 的取值" },
  { "a pe_sign that a row can have, or 0", "部门自定指标可用的 pe_sign 取值，或 0" },
  { "a pe_state other than PE_STATE_VALUE", "PE_STATE_VALUE 以外的 pe_state 取值" },
  { "a pe_supplier_size or 0", "pe_supplier_size 的取值或 0" },
  { "a pe_unit", "pe_unit 的取值" },
  { "a pe_unit of numbers", "数值可用的 pe_unit 取值" },
  { "a place for the digits", "存放数字的地址" },
  { "a place for the result", "存放结果的地址" },
  { "a place for the unit", "存放单位的地址" },
  { "a rule that is neither a slot nor attested", "既非部门自定也非人工评分的评分标准" },
  { "a rule that is no slot", "不是部门自定指标的评分标准" },
  { "a rule that needs no dossier, no rows and no declared score", "不需要评价材料、自定指标和填报得分的评分标准" },
  { "a share up to 1, not below the low one", "不大于 1 且不小于下限的比例" },
  { "a structure filled by its _init function, struct_size included",
    "用对应的 _init 函数初始化过的结构体（含 struct_size）" },
  { "a structure filled by pe_lint_options_init()", "经 pe_lint_options_init() 初始化的结构体" },
  { "a structure filled by pe_read_options_init()", "经 pe_read_options_init() 初始化的结构体" },
  { "a text", "非空的文字" },
  { "a text just where the figure's state is text", "仅在数据状态为文字时填写文字" },
  { "a value of pe_points", "pe_points 的取值" },
  { "a value of pe_scorer", "pe_scorer 的取值" },
  { "a well-formed pe_decimal", "合法的 pe_decimal" },
  { "a well-formed pe_figure", "合法的 pe_figure" },
  { "above 0", "大于 0" },
  { "an array that fits into memory", "内存可容纳的数组" },
  { "at least 1", "不小于 1" },
  { "at least 256", "不小于 256" },
  { "at most 1024", "不大于 1024" },
  { "each name once", "每个名称只出现一次" },
  { "first_year to 9999", "first_year 至 9999" },
  { "missing, or a bare number", "不填，或不带单位的数" },
  { "missing, or points above 0", "不填，或大于 0 的分数" },
  { "not NULL", "非空指针" },
  { "rulebooks, none of them NULL", "均非空的评分规则" },
  { "the number of a case that was added before", "此前已添加的用例的序号" },
  { "the number of a line that was added before, or 0", "此前已添加的预算明细的序号，或 0" },
  { "to have been set", "应已设置" },
  /* The records of a dossier */
  { "a line below basic", "位于基本支出之下的明细" },
  { "a top line, or one below total", "最上级明细，或位于合计之下的明细" },
  { "each category once", "每个类别只出现一次" },
  { "the number of a row of the same slot before it", "同一部门自定指标中位于其前的一项的序号" },
};

const char *
pe_expectation_get_chinese (const char *expected)
{
  for (size_t i = 0; i < G_N_ELEMENTS (expectations); i++)
    if (strcmp (expectations[i].en, expected) == 0)
      return expectations[i].zh;
  return NULL;
}
