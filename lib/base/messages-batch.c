/* messages-batch.c - what the codes of batches say
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "messages-private.h"

/* One member a line, one row below the other. */
/* clang-format off */
const pe_message pe_messages_batch[] = {
  /* code, name,
   * parameters, description (en, zh), template (en, zh) */
  { PE_ERROR_BATCH_LEAF, "PE_ERROR_BATCH_LEAF",
    "code shape",
    "A leaf is scored from rows or records, which are no columns.",
    "末级指标按部门自定指标行或明细记录计分，不能按列批量计算。",
    "indicator {code} ({shape}) is scored from rows or records, which are no columns; expected a rulebook without it, "
    "or its points as a column (pe_batch_plan_options::records)",
    "指标 {code}（{shape}）按部门自定指标行或明细记录计分，不能按列计算；应改用不含该指标的评分规则，"
    "或以一列得分代替（pe_batch_plan_options::records）" },
  { PE_ERROR_BATCH_LEVEL, "PE_ERROR_BATCH_LEVEL",
    "name expected",
    "The processor, or the build, lacks the instructions that were asked for.",
    "处理器（或本次编译）不支持所要求的指令集。",
    "the level {name} is not to be had here; expected {expected} or a lower one, or 0 for the best",
    "此处不支持指令集级别 {name}；应为 {expected} 或更低，或填 0 由本库选择" },
  { PE_ERROR_BATCH_COLUMN_MISSING, "PE_ERROR_BATCH_COLUMN_MISSING",
    "name",
    "A column that a plan requires is not given.",
    "缺少批量计划要求的列。",
    "the column \"{name}\" is not given; expected one, with a validity bitmap where cells are missing",
    "未提供列“{name}”；应提供该列，未填报的单元格以有效位图标明" },
  { PE_ERROR_CANCELLED, "PE_ERROR_CANCELLED",
    "",
    "The caller stopped it.",
    "已由调用方中止。",
    "stopped as the caller wished; what was done until then is complete",
    "已按调用方的要求中止；此前完成的部分是完整的" },
  { PE_ERROR_BATCH_NO_SCALE, "PE_ERROR_BATCH_NO_SCALE",
    "name",
    "Points are asked for that the rounding contract leaves no decimals.",
    "取舍约定未对该级得分取舍，其得分不是小数，不能成列。",
    "{name}: the rounding contract leaves points here that are no decimals; expected no column of points for this node",
    "{name}：取舍约定未对该级得分取舍，得分不一定是小数；不应要求该节点的得分列" },
  { PE_ERROR_SUMMARY_FORMAT, "PE_ERROR_SUMMARY_FORMAT",
    "expected [name]",
    "Bytes that are no summary of a batch, or a damaged one.",
    "字节不是批量汇总，或已损坏。",
    "[{name}: ]these bytes are no summary of a batch, or a damaged one; expected {expected}",
    "[{name}：]这些字节不是批量汇总，或已损坏；应为：{expected}" },
  { PE_ERROR_BATCH_SCALE, "PE_ERROR_BATCH_SCALE",
    "",
    "The points of a unit are finer than the scale of their column.",
    "单位得分的小数位数超出得分列的精度。",
    "the points of the unit have more places than their column; expected a deduction or bonus with fewer places",
    "该单位得分的小数位数多于得分列；扣分或加分应减少小数位数" },
  { PE_ERROR_BATCH_COLUMN_INVALID, "PE_ERROR_BATCH_COLUMN_INVALID",
    "name found expected",
    "A column contradicts itself, or is not what its input takes.",
    "列自相矛盾，或不符合其输入的要求。",
    "the column \"{name}\" has an unusable {found}; expected {expected}",
    "列“{name}”的 {found} 无法使用；应为：{expected}" },
  { PE_NOTE_BATCH_EXACT, "PE_NOTE_BATCH_EXACT",
    "code shape",
    "No kernel scores a leaf: a batch scores it one unit after the other.",
    "末级指标没有批量内核，逐个单位计算。",
    "no kernel scores indicator {code} ({shape}); it is scored one unit after the other, which is slower",
    "指标 {code}（{shape}）没有批量内核，逐个单位计算，速度较慢" },
};
/* clang-format on */

const size_t pe_messages_n_batch = G_N_ELEMENTS (pe_messages_batch);
