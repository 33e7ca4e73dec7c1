/* review-check.c - the catalogue of the reviewer's checks
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "review-check-private.h"

#include <string.h>

#include "../base/struct-private.h"

typedef struct check_row
{
  pe_review_check     check;
  pe_review_threshold thresholds[PE_REVIEW_MAX_THRESHOLDS];
} check_row;

#define SYSTEMS "rules of deployed budget-performance systems"
#define FORM "the form's own arithmetic"

/* basis, severity, id, names, definitions, source */
#define COMPUTED(basis, severity, id, zh, en, definition_zh, definition_en, source) \
  { sizeof (pe_review_check),                                                       \
    PE_REVIEW_BASIS_##basis,                                                        \
    PE_SEVERITY_##severity,                                                         \
    1,                                                                              \
    id,                                                                             \
    zh,                                                                             \
    en,                                                                             \
    definition_zh,                                                                  \
    definition_en,                                                                  \
    source,                                                                         \
    NULL,                                                                           \
    NULL }
#define LISTED(basis, severity, id, zh, en, definition_zh, definition_en, source, reason_zh, reason_en) \
  { sizeof (pe_review_check),                                                                           \
    PE_REVIEW_BASIS_##basis,                                                                            \
    PE_SEVERITY_##severity,                                                                             \
    0,                                                                                                  \
    id,                                                                                                 \
    zh,                                                                                                 \
    en,                                                                                                 \
    definition_zh,                                                                                      \
    definition_en,                                                                                      \
    source,                                                                                             \
    reason_zh,                                                                                          \
    reason_en }
#define THRESHOLD(name, unit, default_text, minimum, maximum, zh, en) \
  { sizeof (pe_review_threshold), 0, name, unit, default_text, minimum, maximum, zh, en }

#define NONE { { 0 } }

/* One check a row. */
/* clang-format off */
static const check_row rows[] = {
  { COMPUTED (WORKING, WARNING, "R-01", "分值合计", "Marks add up",
      "自定指标各行的分值之和等于其上级的分值（评分规则自身的分值在载入时已核对）。",
      "The marks of the rows of a slot add up to the marks above them (a rulebook's own are checked when it is loaded).",
      SYSTEMS), NONE },
  { COMPUTED (WORKING, WARNING, "R-02", "分值大于零", "Marks above zero",
      "自定指标每一行的分值大于零。", "Every row of a slot is worth more than zero.", SYSTEMS), NONE },
  { COMPUTED (WORKING, WARNING, "R-03", "得分不越界", "Scores within marks",
      "每个填报得分不小于零、不大于该指标满分，各评分人均查。",
      "Every declared score, whoever gave it, lies between zero and the full marks.", SYSTEMS), NONE },
  { COMPUTED (WORKING, WARNING, "R-04", "填报得分与计算得分一致", "Declared equals computed",
      "能按标准计算的指标，填报得分等于计算得分；填报总分等于计算总分。",
      "Where a rule computes, the declared score equals the computed one, and so does a declared total.", SYSTEMS), NONE },
  { COMPUTED (WORKING, WARNING, "R-05", "扣分有原因", "Points lost have a reason",
      "得分低于满分的填报得分或自定指标行写明原因。",
      "A declared score below the full marks, and a row of a slot that lost points, give a reason.",
      SYSTEMS "; a published form with 9/10, 19/20 and 27/30 and no reason"), NONE },
  { COMPUTED (DERIVED, NOTE, "R-06", "有原因即有扣分，目标未完成不得满分", "Reasons belong to losses",
      "未扣分处没有扣分原因；未达到目标的行没有得满分。",
      "No reason for a loss stands where nothing was lost, and no row has full marks though its target was missed.",
      FORM), NONE },
  { COMPUTED (WORKING, WARNING, "R-07", "定性得分有依据", "Qualitative scores have evidence",
      "由人评定的得分和定性指标行注明佐证材料（分数落在等级区间内由评分时核对）。",
      "A score that a person gave, and a qualitative row, name their evidence (that a score lies in the band of its grade "
      "is checked when it is scored).", SYSTEMS), NONE },
  { COMPUTED (WORKING, WARNING, "R-08", "定量指标填数字", "Quantitative rows have numbers",
      "定量指标的目标值和完成值都是数字，且单位同类。",
      "Target and actual of a quantitative row are numbers in units of one kind.",
      SYSTEMS "; a published form with \"完成\" for an indicator of at most 300,000 yuan"), NONE },
  { COMPUTED (WORKING, WARNING, "R-09", "大幅超额完成", "Targets far exceeded",
      "完成值不超过目标值的 flag 倍；达到 reason 倍的写明原因（目标是否偏低）。",
      "No result exceeds its target by the multiple flag, and one that reaches the multiple reason says why: was the "
      "target set too low?", SYSTEMS "; the Zengcheng report, four of five targets"),
    { THRESHOLD ("flag", "", "1.2", "1", "1000", "从目标值的多少倍起提示。", "From which multiple of the target it is mentioned."),
      THRESHOLD ("reason", "", "1.3", "1", "1000", "从目标值的多少倍起须写明原因。", "From which multiple a reason is due.") } },
  { COMPUTED (WORKING, WARNING, "R-10", "得分率高于执行率", "Score outruns execution",
      "设指标得分率 s＝（总分－执行得分）÷（满分－执行满分），执行得分率 e；(s－e)÷s 不超过 excess。",
      "With s the share of the marks outside budget execution and e that of the marks for execution, (s − e) ÷ s does not "
      "exceed excess.", SYSTEMS),
    { THRESHOLD ("excess", "%", "5", "0", "100", "允许的超出幅度。", "The excess that is allowed.") } },
  { COMPUTED (WORKING, WARNING, "R-11", "资金结余过大", "Much left unspent",
      "未执行金额占调整预算的比例不超过 unspent，且调整预算不为零。",
      "What was not spent is at most unspent of the adjusted budget, and that budget is not zero.", SYSTEMS),
    { THRESHOLD ("unspent", "%", "20", "0", "100", "允许的未执行比例。", "The share that may be left.") } },
  { COMPUTED (DOCUMENT, WARNING, "R-12", "执行率偏低须说明", "Low execution is explained",
      "预算执行率低于 execution 的，执行率指标的填报得分写明原因。",
      "Where the execution rate lies below execution, the declared score of its indicator gives a reason.",
      "note of a provincial self-evaluation form (Sichuan)"),
    { THRESHOLD ("execution", "%", "90", "0", "100", "须说明原因的执行率。", "The rate below which a reason is due.") } },
  { COMPUTED (DERIVED, WARNING, "R-13", "执行数不超过预算数", "Nothing spent beyond its budget",
      "每一预算明细的执行数不超过调整预算数（执行得分与执行率是否相符见 R-04）。",
      "No budget line spent more than its adjusted budget (whether the score for execution follows from the rate is R-04).",
      FORM), NONE },
  { COMPUTED (DERIVED, WARNING, "R-14", "预算分项合计", "Budget lines add up",
      "基本支出、项目支出等之和等于合计；人员经费与公用经费之和等于基本支出。",
      "Basic, project and other spending add up to the total, and personnel and public expenses to basic spending.", FORM), NONE },
  { COMPUTED (DEFECT, NOTE, "R-15", "项目明细列全", "Projects are itemised",
      "所列项目之和等于项目支出；未列明的余额写出数额。",
      "The projects listed add up to project spending; what is not itemised is named.",
      "the Zengcheng report, 251.38 万元 not itemised"), NONE },
  { COMPUTED (DEFECT, WARNING, "R-16", "文字与评价材料一致", "Text and dossier agree",
      "报告文字中同一数据前后相同，并与评价材料中注明取自该处（readings）的数据相同；需要报告文本。",
      "One quantity has one figure in the text of the report, and it is the one that the dossier, in its readings, says was taken "
      "from there; it needs the text.",
      "the Zengcheng report, 258.83 万元 under two names"), NONE },
  { COMPUTED (DERIVED, WARNING, "R-17", "各项得分合计", "Scores add up",
      "填报的总分等于各项填报得分之和（每一末级指标都有该评分人的得分时）。",
      "The declared total equals the sum of the declared scores, where one scorer gave one for every leaf.", FORM), NONE },
  { COMPUTED (WORKING, WARNING, "R-18", "等级与总分相符", "Grade matches total",
      "填报等级是填报总分（未填报时为计算总分）按评分规则所得的等级。",
      "The declared grade is the one that the declared total, or else the computed one, has under the rulebook.", SYSTEMS), NONE },
  { COMPUTED (DEFECT, WARNING, "R-19", "百分比与金额相符", "Percentages follow from amounts",
      "报告文字所印百分比可由金额得出；需要报告文本。",
      "Every percentage that the text of the report prints follows from its amounts; it needs the text.",
      "the Zengcheng report, 99.71 % of 99.7193 %"), NONE },
  { COMPUTED (DERIVED, WARNING, "R-20", "派生数量相符", "Derived figures agree",
      "报告文字中由其他数据推出的数量、合计、得分与之相符；需要报告文本。",
      "Counts, sums and scores that follow from other figures of the text agree with them; it needs the text.", FORM), NONE },
  { COMPUTED (WORKING, WARNING, "R-21", "目标值调整有说明", "Changed targets are explained",
      "调整后的目标值与批复的不同且对本单位更有利的行写明原因。",
      "A row whose target was adjusted in the unit's favour gives a reason.", SYSTEMS), NONE },
  { COMPUTED (DEFECT, NOTE, "R-22", "分值过于集中", "Marks concentrated",
      "没有一个末级指标或行的分值达到总分的 share。",
      "No single leaf or row is worth share of the whole or more.", "a published form with one indicator worth 90 of 100"),
    { THRESHOLD ("share", "%", "80", "1", "100", "视为过于集中的比例。", "The share that is too much.") } },
  { LISTED (WORKING, NOTE, "R-23", "必填项、附件、签章齐全", "Fields, attachments and seals",
      "表内必填项、附件和签章齐全。", "Required fields, attachments and seals are there.", SYSTEMS,
      "评价材料中没有附件和签章（佐证材料见 R-07）", "a dossier holds no attachments and no seals (for evidence see R-07)"), NONE },
  { COMPUTED (DERIVED, WARNING, "R-24", "采购金额相容", "Procurement amounts fit",
      "中小企业合同额不超过合同总额；每份合同不超过其预算；预留份额不超过预算（日期先后在载入时已核对）。",
      "Contracts with small and medium firms are no more than all contracts, a contract no more than its budget, a reserve "
      "no more than the budget (the order of dates is checked when records are loaded).", FORM), NONE },
  { COMPUTED (DERIVED, NOTE, "R-25", "中小企业份额达标", "Share of small and medium firms",
      "预留中小企业份额占采购预算不低于 sme；其中小微企业合同额占中小企业合同额不低于 small_micro。",
      "The reserve for small and medium firms is at least sme of the procurement budget, and small and micro firms have at "
      "least small_micro of their contracts.", "the thresholds of the 2022 notice on small and medium firms (财库〔2022〕19号)"),
    { THRESHOLD ("sme", "%", "30", "0", "100", "预留份额占采购预算的最低比例。", "The least share of the budget to be reserved."),
      THRESHOLD ("small_micro", "%", "60", "0", "100", "小微企业在其中的最低比例。", "The least share of small and micro firms in it.") } },
  { COMPUTED (MEMORY, WARNING, "R-26", "资产账实相符", "Assets on the books and in fact",
      "资产账面数与盘点数相符，差异有说明。", "Assets on the books were found in the stocktake, or the difference is explained.",
      "no source seen"), NONE },
  { LISTED (DOCUMENT, WARNING, "R-27", "项目全部自评", "Every project evaluated",
      "所有项目支出都开展了自评。", "Every project has a self-evaluation.", "a notice that asks for full coverage",
      "一份评价材料只含一个单位或项目，没有全部项目的清单", "a dossier is about one unit or project and has no list of all projects"), NONE },
  { LISTED (DERIVED, WARNING, "R-28", "三公经费相符", "Three public expenses agree",
      "本年与上年的三公经费与决算一致。", "The three public expenses of this year and the last agree with the final accounts.",
      FORM, "决算数不在评价材料中", "the final accounts are not in a dossier"), NONE },
};
/* clang-format on */

G_STATIC_ASSERT (G_N_ELEMENTS (rows) == PE_REVIEW_N_CHECKS);

void
pe_review_check_init (pe_review_check *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_review_threshold_init (pe_review_threshold *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

size_t
pe_review_check_get_count (void)
{
  return G_N_ELEMENTS (rows);
}

const pe_review_check *
pe_review_check_peek (size_t check)
{
  return &rows[check].check;
}

const pe_review_threshold *
pe_review_threshold_peek (size_t check, size_t index)
{
  if (check >= G_N_ELEMENTS (rows) || index >= PE_REVIEW_MAX_THRESHOLDS || rows[check].thresholds[index].name == NULL)
    return NULL;
  return &rows[check].thresholds[index];
}

pe_status
pe_review_check_find (size_t *out, const char *id, pe_error **error)
{
  if (out == NULL || id == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "id", "not NULL");
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i].check.id, id) == 0)
      {
        *out = i;
        return PE_OK;
      }
  return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "name", id, "expected", "R-01 to R-28", NULL);
}

pe_status
pe_review_check_get (pe_review_check *out, size_t check, pe_error **error)
{
  if (check >= G_N_ELEMENTS (rows))
    return out == NULL ? pe_error_set_argument (error, "out", "not NULL")
                       : pe_index_set_not_found (error, check, G_N_ELEMENTS (rows));
  return pe_record_export (out, &rows[check].check, sizeof *out, error);
}

size_t
pe_review_check_get_n_thresholds (size_t check)
{
  size_t n = 0;

  while (pe_review_threshold_peek (check, n) != NULL)
    n++;
  return n;
}

pe_status
pe_review_check_get_threshold (pe_review_threshold *out, size_t check, size_t index, pe_error **error)
{
  const pe_review_threshold *threshold = pe_review_threshold_peek (check, index);

  if (threshold == NULL)
    return out == NULL ? pe_error_set_argument (error, "out", "not NULL")
                       : pe_index_set_not_found (error, index, pe_review_check_get_n_thresholds (check));
  return pe_record_export (out, threshold, sizeof *out, error);
}
