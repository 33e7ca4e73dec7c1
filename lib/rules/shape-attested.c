/* shape-attested.c - attested/1: a person scores
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "shape-private.h"

const pe_shape pe_shape_attested = {
  .name = "attested",
  .revision = 1,
  .title_zh = "人工评分",
  .title_en = "Attested",
  .definition_zh = "得分为填报得分，0 至 w 分，附佐证材料；评分细则未知或不能计算时用，不代为设定参数。",
  .definition_en
  = "The declared score, 0 to w, with evidence; for a leaf whose rule is not known or cannot be computed, "
    "so that no parameter is made up.",
  .source = "部门整体支出绩效自评表：由评价人按佐证材料打分的指标",
};
