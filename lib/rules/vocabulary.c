/* vocabulary.c - the words that rulebooks are written with, described
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/vocabulary.h>

#include "../base/struct-private.h"
#include "record-private.h"

/* tests/rules/test-vocabulary.c holds each list against what the formulas, tables and readers take. */
static const pe_term functions[] = {
  { 0, 0, "min", "min(n, …), min(list)", "最小的数或最早的日期；空列表为未填报。",
    "The least number or the first date; of an empty list: missing." },
  { 0, 0, "max", "max(n, …), max(list)", "最大的数或最晚的日期；空列表为未填报。",
    "The greatest number or the last date; of an empty list: missing." },
  { 0, 0, "sum", "sum(n, …), sum(list)", "合计；空列表为 0。", "The sum; of an empty list 0." },
  { 0, 0, "count", "count(list)", "元素个数，包括没有数值的。", "How many elements, those without a value too." },
  { 0, 0, "mean", "mean(n, …), mean(list)", "平均数；空列表为分母为零。",
    "The mean; of an empty list a zero denominator." },
  { 0, 0, "abs", "abs(n)", "绝对值。", "The amount without its sign." },
  { 0, 0, "sqrt", "sqrt(n)", "平方根；非有理数的四舍五入到 18 位小数。",
    "The root; one that is no rational number is rounded half up to 18 places." },
  { 0, 0, "floor", "floor(n), floor(n, places)", "向下取整，可指定小数位数。",
    "The next number below, to so many places." },
  { 0, 0, "ceiling", "ceiling(n), ceiling(n, places)", "向上取整，可指定小数位数。",
    "The next number above, to so many places." },
  { 0, 0, "decimal", "decimal(n, places)", "四舍六入五成双。", "Rounded, ties to the even digit." },
  { 0, 0, "round half up", "round half up(n, places)", "四舍五入。", "Rounded, ties away from zero." },
  { 0, 0, "round half down", "round half down(n, places)", "五舍六入。", "Rounded, ties toward zero." },
  { 0, 0, "round up", "round up(n, places)", "进位。", "Rounded away from zero." },
  { 0, 0, "round down", "round down(n, places)", "截断。", "Rounded toward zero." },
  { 0, 0, "not", "not(condition)", "否定。", "The opposite." },
  { 0, 0, "date", "date(\"2023-01-31\")", "写明的日期。", "A day; its argument is written, not computed." },
};

static const pe_term hit_policies[] = {
  { 0, 0, "U", NULL, "唯一：任何时候只有一条规则成立。", "Unique: no two rules hold at once." },
  { 0, 0, "A", NULL, "任一：同时成立的规则得分相同。", "Any: rules that hold at once give the same points." },
  { 0, 0, "P", NULL, "优先：取 priority 中排在最前的得分。", "Priority: the points that stand first in \"priority\"." },
  { 0, 0, "F", NULL, "首个：取第一条成立的规则。", "First: the first rule that holds." },
  { 0, 0, "R", NULL, "按规则顺序：按顺序列出，得分合计。", "Rule order: all of them in their order; the sum counts." },
  { 0, 0, "C", NULL, "汇集：得分合计。", "Collect: all of them; the sum counts." },
  { 0, 0, "C+", NULL, "汇集求和。", "Collect: the sum." },
  { 0, 0, "C<", NULL, "汇集取最小。", "Collect: the least." },
  { 0, 0, "C>", NULL, "汇集取最大。", "Collect: the most." },
  { 0, 0, "C#", NULL, "汇集计数：每条成立的规则计 1 分。", "Collect: how many rules hold, one point each." },
};

static const pe_term policies[] = {
  { 0, 0, "error", NULL, "评价失败并指明位置（默认）。", "The evaluation fails and says where (the default)." },
  { 0, 0, "full", NULL, "满分。", "The full marks." },
  { 0, 0, "zero", NULL, "零分。", "No points." },
  { 0, 0, "drop", NULL, "剔除，其余折算：S×W÷(W－剔除的分值)。",
    "Left out, the rest rescaled: S × W / (W − marks left out)." },
};

static const pe_term states[] = {
  { 0, 0, "missing", NULL, "未填报。", "Not filled in." },
  { 0, 0, "not_applicable", NULL, "不适用。", "The matter does not arise." },
  { 0, 0, "zero_denominator", NULL, "比率的分母为零。", "A rate of nothing." },
  { 0, 0, "text", NULL, "应填数字处填了文字。", "A text stands where a number was due." },
  { 0, 0, "invalid", NULL, "评分标准不能采用的数据，如为负的次数。",
    "A figure that its rule cannot take, e.g. a negative count." },
};

static const struct
{
  const pe_term *terms;
  size_t         n;
} vocabularies[] = {
  [PE_VOCABULARY_FUNCTIONS] = { functions, G_N_ELEMENTS (functions) },
  [PE_VOCABULARY_HIT_POLICIES] = { hit_policies, G_N_ELEMENTS (hit_policies) },
  [PE_VOCABULARY_POLICIES] = { policies, G_N_ELEMENTS (policies) },
  [PE_VOCABULARY_STATES] = { states, G_N_ELEMENTS (states) },
};

void
pe_term_init (pe_term *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

size_t
pe_vocabulary_get_size (pe_vocabulary vocabulary)
{
  return vocabulary > 0 && (size_t) vocabulary < G_N_ELEMENTS (vocabularies) ? vocabularies[vocabulary].n : 0;
}

pe_status
pe_vocabulary_get_term (pe_term *out, pe_vocabulary vocabulary, size_t index, pe_error **error)
{
  const size_t n = pe_vocabulary_get_size (vocabulary);

  if (out != NULL && index >= n)
    return pe_index_set_not_found (error, index, n);
  return pe_record_export (out, out != NULL ? &vocabularies[vocabulary].terms[index] : NULL, sizeof *out, error);
}
