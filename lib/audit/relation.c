/* relation.c - how printed figures hang together
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "relation-private.h"

#include "../base/struct-private.h"

#define MANY G_MAXUINT32

typedef struct kind_row
{
  pe_relation_kind kind;
  const char      *name;
  const char      *title_en;
  const char      *title_zh;
  uint32_t         least; /* operands of the plain form */
  uint32_t         most;
} kind_row;

static const kind_row kinds[] = {
  { PE_RELATION_SUM, "sum", "sum", "合计", 1, MANY },
  { PE_RELATION_DIFFERENCE, "difference", "difference", "差额", 2, MANY },
  { PE_RELATION_RATE, "rate", "rate", "比率", 2, 2 },
  { PE_RELATION_SHARE, "share", "share", "占比", 2, 2 },
  { PE_RELATION_GROWTH, "growth", "growth", "增减幅", 2, 2 },
  { PE_RELATION_COMPLETION, "completion", "completion", "完成率", 2, 2 },
  { PE_RELATION_PRODUCT, "product", "product", "乘积", 2, MANY },
  { PE_RELATION_RULE_SCORE, "rule_score", "score by rule", "指标得分", 3, 3 },
  { PE_RELATION_EXECUTION_SCORE, "execution_score", "execution score", "预算执行得分", 2, 3 },
  { PE_RELATION_SCORE_SUM, "score_sum", "sum of scores", "总分", 1, MANY },
  { PE_RELATION_DEDUCTION, "deduction", "deduction", "扣分", 2, MANY },
  { PE_RELATION_MARKS, "marks", "set of marks", "分值合计", 1, MANY },
  { PE_RELATION_GRADE, "grade", "grade", "等级", 1, 1 },
  { PE_RELATION_BOUND, "bound", "bound", "上下限", 1, MANY },
  { PE_RELATION_SAME_QUANTITY, "same_quantity", "same quantity", "同一数据", 1, MANY },
  { PE_RELATION_COUNT, "count", "count of items", "项目计数", 1, MANY },
  { PE_RELATION_CONVERSION, "conversion", "unit conversion", "单位换算", 1, 1 },
  { PE_RELATION_COUNTERPART, "counterpart", "counterpart", "对应数据", 2, 2 },
};

/* Kinds that a form belongs to, as bits. */
#define KIND(kind) (UINT32_C (1) << (kind))
#define QUOTIENTS (KIND (PE_RELATION_RATE) | KIND (PE_RELATION_SHARE) | KIND (PE_RELATION_COMPLETION))
#define SUMS (KIND (PE_RELATION_SUM) | KIND (PE_RELATION_SCORE_SUM) | KIND (PE_RELATION_COUNT))

typedef struct form_row
{
  pe_relation_form form;
  const char      *name;
  uint32_t         kinds;
  uint32_t         least;
  uint32_t         most;
} form_row;

static const form_row forms[] = {
  { PE_FORM_SIGNED, "signed", SUMS, 1, MANY },
  { PE_FORM_PARTIAL, "partial", KIND (PE_RELATION_SUM), 1, MANY },
  { PE_FORM_OVER_SUM, "over_sum", QUOTIENTS, 2, MANY },
  { PE_FORM_PARTS_OVER, "parts_over", QUOTIENTS, 2, MANY },
  { PE_FORM_DIVIDED, "divided", QUOTIENTS, 1, 1 },
  { PE_FORM_MEETS_MIN, "meets_min", KIND (PE_RELATION_COMPLETION), 1, 1 },
  { PE_FORM_MEETS_MAX, "meets_max", KIND (PE_RELATION_COMPLETION), 1, 1 },
  { PE_FORM_OVER_DIFFERENCE, "over_difference", QUOTIENTS, 2, 2 },
  { PE_FORM_NEW_OLD, "new_old", KIND (PE_RELATION_GROWTH), 2, 2 },
  { PE_FORM_DOWN_NEW_OLD, "down_new_old", KIND (PE_RELATION_GROWTH), 2, 2 },
  { PE_FORM_NEW_CHANGE, "new_change", KIND (PE_RELATION_GROWTH), 2, 2 },
  { PE_FORM_DOWN_NEW_CHANGE, "down_new_change", KIND (PE_RELATION_GROWTH), 2, 2 },
  { PE_FORM_IMPLIED_BASE, "implied_base", KIND (PE_RELATION_GROWTH), 1, 1 },
  { PE_FORM_DOWN_IMPLIED_BASE, "down_implied_base", KIND (PE_RELATION_GROWTH), 1, 1 },
  { PE_FORM_LIST, "list", KIND (PE_RELATION_COUNT), 1, MANY },
  { PE_FORM_FIRST_PLUS_ITEMS, "first_plus_items", KIND (PE_RELATION_COUNT), 1, MANY },
};

void
pe_relation_init (pe_relation *self, uint32_t struct_size)
{
  const pe_relation defaults = { .result = PE_NO_CLAIM };

  pe_struct_init (self, struct_size, &defaults, sizeof defaults);
}

void
pe_audit_band_init (pe_audit_band *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

static const kind_row *
find_kind (pe_relation_kind kind)
{
  return kind >= 1 && kind <= (int32_t) G_N_ELEMENTS (kinds) ? &kinds[kind - 1] : NULL;
}

static const form_row *
find_form (pe_relation_form form)
{
  for (size_t i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].form == form)
      return &forms[i];
  return NULL;
}

const char *
pe_relation_kind_get_name (pe_relation_kind kind)
{
  const kind_row *row = find_kind (kind);

  return row != NULL ? row->name : NULL;
}

const char *
pe_relation_kind_get_title (pe_relation_kind kind, pe_language language)
{
  const kind_row *row = find_kind (kind);

  if (row == NULL)
    return NULL;
  return language == PE_LANGUAGE_ZH ? row->title_zh : row->title_en;
}

const char *
pe_relation_form_get_name (pe_relation_form form)
{
  const form_row *row = find_form (form);

  if (form == PE_FORM_PLAIN)
    return "plain";
  return row != NULL ? row->name : NULL;
}

gboolean
pe_relation_get_arity (pe_relation_kind kind, pe_relation_form form, uint32_t *least, uint32_t *most)
{
  const kind_row *of_kind = find_kind (kind);
  const form_row *of_form = find_form (form);

  if (of_kind == NULL || (form != PE_FORM_PLAIN && (of_form == NULL || (of_form->kinds & KIND (kind)) == 0)))
    return FALSE;
  *least = form == PE_FORM_PLAIN ? of_kind->least : of_form->least;
  *most = form == PE_FORM_PLAIN ? of_kind->most : of_form->most;
  return TRUE;
}

gboolean
pe_relation_needs_comparison (pe_relation_kind kind)
{
  return kind == PE_RELATION_BOUND || kind == PE_RELATION_RULE_SCORE;
}

gboolean
pe_relation_is_quotient (pe_relation_kind kind, pe_relation_form form)
{
  return ((QUOTIENTS & KIND (kind)) != 0 && form != PE_FORM_MEETS_MIN && form != PE_FORM_MEETS_MAX)
         || kind == PE_RELATION_GROWTH;
}
