/* prose-reading.c - the steps of the reader, and the names of what it reads
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-private.h"

/* What docs/prose.md describes, by kind and form; a form of -1 stands for all. */
static const struct
{
  gint32      kind;
  gint32      form;
  const char *name;
  const char *zh;
  const char *en;
} patterns[] = {
  { PE_RELATION_SUM, PE_FORM_SIGNED, "changes-of-parts", "各部分增减相抵等于总的增减",
    "the changes of the parts add up to that of the whole" },
  { PE_RELATION_SUM, PE_FORM_PARTIAL, "listed-projects", "列出的项目不超过项目支出总额",
    "the projects that are listed lie within the project spending" },
  { PE_RELATION_SUM, -1, "parts-of-total", "各部分相加等于总额", "the parts add up to the total" },
  { PE_RELATION_COUNT, PE_FORM_LIST, "names-counted", "所列名称的个数", "as many names are listed" },
  { PE_RELATION_COUNT, PE_FORM_SIGNED, "changes-of-counts", "各部分增减相抵等于总的增减",
    "the changes of the parts add up to that of the whole" },
  { PE_RELATION_COUNT, -1, "counts-of-total", "各部分个数相加等于总数", "the counts of the parts add up to the total" },
  { PE_RELATION_SCORE_SUM, -1, "scores-of-total", "各项得分相加等于总分", "the scores add up to the total score" },
  { PE_RELATION_MARKS, -1, "marks-of-total", "各项分值相加等于总分值", "the marks add up to the full marks" },
  { PE_RELATION_DIFFERENCE, -1, "difference", "前者减后者", "the one less the other" },
  { PE_RELATION_DEDUCTION, -1, "marks-less-score", "满分减得分等于扣分",
    "full marks less the score are the points lost" },
  { PE_RELATION_RATE, PE_FORM_OVER_SUM, "saving-of-both", "节约额占成交额与节约额之和的比率",
    "what was saved, of what was spent and saved together" },
  { PE_RELATION_RATE, -1, "rate", "完成（支出、取得）数除以计划（预算）数",
    "what was done, divided by what was planned" },
  { PE_RELATION_SHARE, -1, "share-of-whole", "部分占总体的比重", "the part, divided by the whole" },
  { PE_RELATION_GROWTH, PE_FORM_NEW_CHANGE, "growth-by-change", "增加额除以（本期数减增加额）",
    "the rise, divided by the new value less the rise" },
  { PE_RELATION_GROWTH, PE_FORM_DOWN_NEW_CHANGE, "fall-by-change", "减少额除以（本期数加减少额）",
    "the fall, divided by the new value and the fall together" },
  { PE_RELATION_GROWTH, PE_FORM_NEW_OLD, "growth-from-former", "（本期数减上期数）除以上期数",
    "the new value less the former, divided by the former" },
  { PE_RELATION_GROWTH, PE_FORM_DOWN_NEW_OLD, "fall-from-former", "（上期数减本期数）除以上期数",
    "the former value less the new, divided by the former" },
  { PE_RELATION_GROWTH, -1, "growth-of-count", "存在整数基数使增长率成立",
    "some whole number can be what the count grew from" },
  { PE_RELATION_COMPLETION, PE_FORM_MEETS_MIN, "target-at-least", "实际不低于目标",
    "what was reached is at least the target" },
  { PE_RELATION_COMPLETION, PE_FORM_MEETS_MAX, "target-at-most", "实际不高于目标",
    "what was reached is at most the target" },
  { PE_RELATION_COMPLETION, -1, "rate-by-excess", "决算数除以（决算数减超出预算数）",
    "the outturn, divided by the outturn less what passed the budget" },
  { PE_RELATION_PRODUCT, -1, "price-times-count", "单价（分值）乘以数量（比率）", "so much for each, times how many" },
  { PE_RELATION_GRADE, -1, "grade-of-score", "得分所在的等级", "the grade in whose band the score lies" },
  { PE_RELATION_SAME_QUANTITY, -1, "told-twice", "同一数据前后一致", "one figure, told twice" },
  { PE_RELATION_CONVERSION, -1, "converted", "单位换算", "the same in another unit" },
  { PE_RELATION_COUNTERPART, -1, "counterpart", "与之对应的数据", "the figure that it is set against" },
};

static size_t
find_pattern (const pe_prose_relation *relation)
{
  for (size_t i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (patterns[i].kind == relation->kind && (patterns[i].form == -1 || patterns[i].form == relation->form))
      return i;
  return G_N_ELEMENTS (patterns);
}

const char *
pe_prose_pattern_name (const pe_prose_reading *self, const pe_prose_relation *relation)
{
  size_t i = find_pattern (relation);

  if (relation->pattern > 0)
    return pe_vector_at (&self->customs, pe_prose_custom, relation->pattern - 1)->name;
  return i < G_N_ELEMENTS (patterns) ? patterns[i].name : "other";
}

const char *
pe_prose_pattern_title (const pe_prose_relation *relation, pe_language language)
{
  size_t i = find_pattern (relation);

  if (i == G_N_ELEMENTS (patterns))
    return language == PE_LANGUAGE_ZH ? "数据关系" : "a relation";
  return language == PE_LANGUAGE_ZH ? patterns[i].zh : patterns[i].en;
}

guint64
pe_prose_meaning_marks (pe_prose_meaning meaning)
{
  static const guint64 marks[] = {
    [PE_PROSE_PARTS] = PE_MARK_PARTS,
    [PE_PROSE_TOTAL] = PE_MARK_TOTAL,
    [PE_PROSE_SUM] = PE_MARK_SUM | PE_MARK_TOTAL,
    [PE_PROSE_SHARE] = PE_MARK_SHARE,
    [PE_PROSE_RISE] = PE_MARK_UP,
    [PE_PROSE_FALL] = PE_MARK_DOWN,
    [PE_PROSE_COMPARED] = PE_MARK_THAN,
    [PE_PROSE_FORMER] = PE_MARK_FORMER,
    [PE_PROSE_RATE] = PE_MARK_RATE,
    [PE_PROSE_EXECUTION] = PE_MARK_RATE | PE_MARK_EXECUTION,
    [PE_PROSE_SAVE_RATE] = PE_MARK_SAVERATE,
    [PE_PROSE_SAVED] = PE_MARK_SAVED,
    [PE_PROSE_LEFT] = PE_MARK_LEFT,
    [PE_PROSE_PLANNED] = PE_MARK_BUDGET,
    [PE_PROSE_SPENT] = PE_MARK_SPENT,
    [PE_PROSE_RECEIVED] = PE_MARK_RECEIVED,
    [PE_PROSE_TARGET] = PE_MARK_TARGET,
    [PE_PROSE_REACHED] = PE_MARK_DONE | PE_MARK_SPENT,
    [PE_PROSE_FULL] = PE_MARK_FULL,
    [PE_PROSE_SCORE] = PE_MARK_SCORE,
    [PE_PROSE_LOST] = PE_MARK_LOST,
    [PE_PROSE_GRADE] = PE_MARK_GRADE,
    [PE_PROSE_EACH] = PE_MARK_EACH,
    [PE_PROSE_NOTHING] = PE_MARK_NOT,
  };

  return meaning > 0 && (size_t) meaning < G_N_ELEMENTS (marks) ? marks[meaning] : 0;
}

void
pe_prose_reading_init (pe_prose_reading *self)
{
  static const pe_prose_reading empty = {
    .source = { NULL, 0, PE_VECTOR_INIT (char), PE_VECTOR_INIT (guint8), PE_VECTOR_INIT (pe_prose_mark) },
    .lexicon = { PE_VECTOR_INIT (pe_prose_node) },
    .items = PE_VECTOR_INIT (pe_prose_item),
    .relations = PE_VECTOR_INIT (pe_prose_relation),
    .customs = PE_VECTOR_INIT (pe_prose_custom),
  };

  *self = empty;
}

void
pe_prose_reading_clear (pe_prose_reading *self)
{
  pe_prose_source_clear (&self->source);
  pe_prose_trie_clear (&self->lexicon);
  pe_vector_clear (&self->items);
  pe_vector_clear (&self->relations);
  pe_vector_clear (&self->customs);
}

pe_status
pe_prose_reading_run (pe_prose_reading *self, const char *bytes, size_t size, const pe_prose_entry *words,
                      size_t n_words)
{
  static pe_status (*const steps[]) (pe_prose_reading *) = {
    pe_prose_items_understand, pe_prose_customs_read, pe_prose_groups_read,
    pe_prose_rules_read,       pe_prose_pairs_read,   pe_prose_names_read,
  };
  pe_status status = pe_prose_lexicon_init (&self->lexicon, words, n_words);

  if (status == PE_OK)
    status = pe_prose_source_read (&self->source, bytes, size);
  for (size_t i = 0; i < G_N_ELEMENTS (steps) && status == PE_OK; i++)
    status = steps[i](self);
  return status;
}
