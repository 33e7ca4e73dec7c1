/* table-kind.c - which tables a dossier is made of, and their columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "table-kind-private.h"

#include <string.h>

#include "../base/buffer-private.h"
#include "../base/finding-private.h"
#include "../base/struct-private.h"

/* Words */

static const pe_record_word kinds[] = {
  { "department", "部门整体支出", "department" },
  { "project", "项目支出", "project" },
  { "policy", "财政政策", "policy" },
};

static const pe_record_word money_units[] = {
  { "元", "元", "yuan" },
  { "万元", "万元", "10,000 yuan" },
  { "亿元", "亿元", "100,000,000 yuan" },
};

static const pe_record_word natures[] = {
  { "quantitative", "定量", "quantitative" },
  { "qualitative", "定性", "qualitative" },
};

static const pe_record_word scorers[] = {
  { "self", "自评", "self" },
  { "department", "主管部门", "department" },
  { "finance", "财政部门", "finance" },
  { "external", "第三方", "external" },
};

static const pe_record_word adjustment_kinds[] = {
  { "deduction", "扣分", "deduction" },
  { "bonus", "加分", "bonus" },
};

static const pe_record_word register_types[] = {
  { "string", "文字", "text" },
  { "number", "数字", "number" },
  { "date", "日期", "date" },
  { "boolean", "是否", "yes or no" },
};

#define WORDS(words) words, G_N_ELEMENTS (words)
#define NO_WORDS NULL, 0

/* Columns */

static const pe_sheet_column head[] = {
  { "unit_name", "单位名称", "unit", PE_COLUMN_TEXT, TRUE, NO_WORDS, "部门名称|项目名称|单位", "部门或项目的名称",
    "the department or project" },
  { "unit_code", "单位代码", "unit code", PE_COLUMN_TEXT, FALSE, NO_WORDS, "部门代码", NULL, NULL },
  { "fiscal_year", "年度", "fiscal year", PE_TABLE_YEAR, TRUE, NO_WORDS, "评价年度|预算年度|财政年度", "四位数年份",
    "four digits" },
  { "kind", "评价对象", "kind", PE_COLUMN_WORD, TRUE, WORDS (kinds), "评价类型", NULL, NULL },
  { "place", "地区", "place", PE_COLUMN_TEXT, FALSE, NO_WORDS, "所在地区", NULL, NULL },
  { "source", "数据来源", "source", PE_COLUMN_TEXT, FALSE, NO_WORDS, "来源", NULL, NULL },
  { "money_unit", "金额单位", "money unit", PE_COLUMN_WORD, FALSE, WORDS (money_units), "单位（金额）",
    "表头未注明单位的金额按此单位", "of amounts whose header names none" },
  { "stocktake", "资产盘点日期", "stocktake", PE_COLUMN_DATE, FALSE, NO_WORDS, "盘点日期", NULL, NULL },
};

static const pe_sheet_column level[] = {
  { "level", "级次", "level", PE_TABLE_LEVEL, FALSE, NO_WORDS, "层级|级别", "1 为最上一级，下级行紧跟其上级行",
    "1 is the top; rows below follow the one above" },
};

static const pe_sheet_column months[PE_SHEET_MONTHS] = {
  { "month_1", "1月执行数", "January", PE_COLUMN_MONEY, FALSE, NO_WORDS, "1月|一月", NULL, NULL },
  { "month_2", "2月执行数", "February", PE_COLUMN_MONEY, FALSE, NO_WORDS, "2月|二月", NULL, NULL },
  { "month_3", "3月执行数", "March", PE_COLUMN_MONEY, FALSE, NO_WORDS, "3月|三月", NULL, NULL },
  { "month_4", "4月执行数", "April", PE_COLUMN_MONEY, FALSE, NO_WORDS, "4月|四月", NULL, NULL },
  { "month_5", "5月执行数", "May", PE_COLUMN_MONEY, FALSE, NO_WORDS, "5月|五月", NULL, NULL },
  { "month_6", "6月执行数", "June", PE_COLUMN_MONEY, FALSE, NO_WORDS, "6月|六月", NULL, NULL },
  { "month_7", "7月执行数", "July", PE_COLUMN_MONEY, FALSE, NO_WORDS, "7月|七月", NULL, NULL },
  { "month_8", "8月执行数", "August", PE_COLUMN_MONEY, FALSE, NO_WORDS, "8月|八月", NULL, NULL },
  { "month_9", "9月执行数", "September", PE_COLUMN_MONEY, FALSE, NO_WORDS, "9月|九月", NULL, NULL },
  { "month_10", "10月执行数", "October", PE_COLUMN_MONEY, FALSE, NO_WORDS, "10月|十月", NULL, NULL },
  { "month_11", "11月执行数", "November", PE_COLUMN_MONEY, FALSE, NO_WORDS, "11月|十一月", NULL, NULL },
  { "month_12", "12月执行数", "December", PE_COLUMN_MONEY, FALSE, NO_WORDS, "12月|十二月", NULL, NULL },
};

static const pe_sheet_column summary[] = {
  { "budget", "采购预算金额", "budget", PE_COLUMN_MONEY, FALSE, NO_WORDS, "采购预算合计", NULL, NULL },
  { "reserved_for_sme", "预留中小企业份额", "reserved for small and medium firms", PE_COLUMN_MONEY, FALSE, NO_WORDS,
    "预留中小企业金额|部门预留金额合计数", NULL, NULL },
  { "contracts", "采购合同金额", "contracts", PE_COLUMN_MONEY, FALSE, NO_WORDS, "合同金额合计", NULL, NULL },
  { "sme_contracts", "面向中小企业采购合同金额", "contracts of small and medium firms", PE_COLUMN_MONEY, FALSE,
    NO_WORDS, "中小企业合同金额|实际面向中小企业采购合同金额", NULL, NULL },
};

static const pe_sheet_column payment_of[] = {
  { "procurement", "采购项目", "procurement", PE_COLUMN_TEXT, TRUE, NO_WORDS, "项目编号|采购项目名称|项目名称",
    "采购表中的项目编号，没有编号的填项目名称", "the number of the procurement, or its name" },
};

static const pe_sheet_column facts[] = {
  { "indicator", "指标编号", "indicator", PE_TABLE_CODE, TRUE, NO_WORDS, "指标代码|编号", NULL, NULL },
  { "name", "数据名称", "fact", PE_TABLE_CODE, TRUE, NO_WORDS, "名称|数据项", NULL, NULL },
  { "value", "数据", "value", PE_TABLE_FIGURE, FALSE, NO_WORDS, "数值|值|填报数据",
    "连同单位填写，如 98.5%；“-”为不适用", "with its unit, e.g. 98.5%; - is not applicable" },
};

static const pe_sheet_column rows[] = {
  { "slot", "指标编号", "indicator", PE_TABLE_CODE, TRUE, NO_WORDS, "指标代码|上级指标编号",
    "所属指标在评分规则中的编号", "the code of the slot in the rulebook" },
  { "level", "级次", "level", PE_TABLE_LEVEL, FALSE, NO_WORDS, "层级|级别", NULL, NULL },
  { "name", "指标名称", "name", PE_COLUMN_TEXT, TRUE, NO_WORDS, "绩效指标|三级指标|名称", NULL, NULL },
  { "nature", "指标性质", "nature", PE_COLUMN_WORD, FALSE, WORDS (natures), "性质", NULL, NULL },
  { "sign", "符号", "sign", PE_COLUMN_TEXT, FALSE, NO_WORDS, "指标方向|运算符号", "≥ ≤ = < >", ">= <= = < >" },
  { "unit", "计量单位", "unit", PE_COLUMN_TEXT, FALSE, NO_WORDS, "单位|度量单位", NULL, NULL },
  { "marks", "分值", "marks", PE_TABLE_POINTS, FALSE, NO_WORDS, "满分|权重", NULL, NULL },
  { "target", "年度指标值", "target", PE_TABLE_FIGURE, FALSE, NO_WORDS, "目标值|指标值|年初目标值", NULL, NULL },
  { "adjusted_target", "调整后指标值", "adjusted target", PE_TABLE_FIGURE, FALSE, NO_WORDS, "调整后目标值", NULL,
    NULL },
  { "actual", "实际完成值", "actual", PE_TABLE_FIGURE, FALSE, NO_WORDS, "完成值|实际值|全年实际值", NULL, NULL },
  { "grade", "评定等级", "grade", PE_COLUMN_TEXT, FALSE, NO_WORDS, "等级", NULL, NULL },
  { "score", "得分", "score", PE_TABLE_POINTS, FALSE, NO_WORDS, "自评得分", NULL, NULL },
  { "reason", "偏差原因", "reason", PE_COLUMN_TEXT, FALSE, NO_WORDS, "偏差原因分析及改进措施|未完成原因", NULL, NULL },
  { "evidence", "佐证材料", "evidence", PE_COLUMN_TEXT, FALSE, NO_WORDS, "依据|证明材料", NULL, NULL },
  { "withdrawn", "是否撤销", "withdrawn", PE_COLUMN_TRUTH, FALSE, NO_WORDS, "撤销", NULL, NULL },
};

static const pe_sheet_column declared[] = {
  { "indicator", "指标编号", "indicator", PE_TABLE_CODE, TRUE, NO_WORDS, "指标代码|编号", NULL, NULL },
  { "title", "指标名称", "title", PE_COLUMN_TEXT, FALSE, NO_WORDS, "名称", "便于核对，不读取", "for the reader's eye" },
  { "scorer", "评分人", "scorer", PE_COLUMN_WORD, TRUE, WORDS (scorers), "评分主体", NULL, NULL },
  { "score", "得分", "score", PE_TABLE_POINTS, TRUE, NO_WORDS, "自评得分|评分", NULL, NULL },
  { "evidence", "佐证材料", "evidence", PE_COLUMN_TEXT, FALSE, NO_WORDS, "依据|证明材料", NULL, NULL },
  { "reason", "扣分原因", "reason", PE_COLUMN_TEXT, FALSE, NO_WORDS, "原因", NULL, NULL },
};

static const pe_sheet_column readings[] = {
  { "path", "数据位置", "path", PE_TABLE_CODE, TRUE, NO_WORDS, "位置", "如 /budget/lines/0/executed",
    "e.g. /budget/lines/0/executed" },
  { "printed", "原文", "printed", PE_COLUMN_TEXT, TRUE, NO_WORDS, "报告原文", NULL, NULL },
  { "meaning", "理解", "meaning", PE_COLUMN_TEXT, TRUE, NO_WORDS, "口径|口径说明", NULL, NULL },
};

static const pe_sheet_column adjustments[] = {
  { "indicator", "指标编号", "indicator", PE_TABLE_CODE, FALSE, NO_WORDS, "指标代码|编号", NULL, NULL },
  { "kind", "类别", "kind", PE_COLUMN_WORD, TRUE, WORDS (adjustment_kinds), "加分或扣分", NULL, NULL },
  { "points", "分数", "points", PE_TABLE_POINTS, TRUE, NO_WORDS, "分值", NULL, NULL },
  { "reason", "原因", "reason", PE_COLUMN_TEXT, TRUE, NO_WORDS, NULL, NULL, NULL },
  { "evidence", "佐证材料", "evidence", PE_COLUMN_TEXT, FALSE, NO_WORDS, "依据|证明材料", NULL, NULL },
  { "scorer", "评分人", "scorer", PE_COLUMN_WORD, TRUE, WORDS (scorers), "评分主体", NULL, NULL },
};

static const pe_sheet_column events[] = {
  { "veto", "事项编号", "event", PE_TABLE_CODE, TRUE, NO_WORDS, "一票否决项", NULL, NULL },
  { "evidence", "佐证材料", "evidence", PE_COLUMN_TEXT, TRUE, NO_WORDS, "依据|证明材料", NULL, NULL },
};

static const pe_sheet_column narrative[] = {
  { "section", "章节编号", "section", PE_TABLE_CODE, TRUE, NO_WORDS, "章节", "报告模板中的章节",
    "a section of a report" },
  { "text", "文字", "text", PE_COLUMN_TEXT, TRUE, NO_WORDS, "内容|说明", NULL, NULL },
};

static const pe_sheet_column register_columns[] = {
  { "register", "登记表编号", "register", PE_TABLE_CODE, TRUE, NO_WORDS, NULL, "字母开头，公式中使用",
    "a letter first; formulas use it" },
  { "title", "登记表名称", "title", PE_COLUMN_TEXT, FALSE, NO_WORDS, NULL, NULL, NULL },
  { "id", "栏目编号", "column", PE_TABLE_CODE, TRUE, NO_WORDS, NULL, "字母开头，公式中使用",
    "a letter first; formulas use it" },
  { "name", "栏目名称", "column name", PE_COLUMN_TEXT, FALSE, NO_WORDS, NULL, NULL, NULL },
  { "type", "数据类型", "type", PE_COLUMN_WORD, TRUE, WORDS (register_types), "类型", NULL, NULL },
  { "unit", "计量单位", "unit", PE_COLUMN_TEXT, FALSE, NO_WORDS, "单位", NULL, NULL },
};

/* Other headers that offices have for the columns of records. */
static const struct
{
  pe_record_kind kind;
  const char    *id;
  const char    *aliases;
} record_aliases[] = {
  { PE_RECORD_BUDGET_LINE, "name", "项目|名称|支出项目|预算项目|科目" },
  { PE_RECORD_BUDGET_LINE, "category", "类别|支出类型" },
  { PE_RECORD_BUDGET_LINE, "complete", "是否列全" },
  { PE_RECORD_BUDGET_LINE, "initial", "年初预算|年初预算批复数|年初批复数|预算批复数" },
  { PE_RECORD_BUDGET_LINE, "adjusted", "全年预算|调整预算数|调整后预算数|调整预算" },
  { PE_RECORD_BUDGET_LINE, "executed", "全年执行|执行数|预算执行数|决算数|支出数|全年支出" },
  { PE_RECORD_BUDGET_LINE, "carry_over", "年末结转和结余|结转结余" },
  { PE_RECORD_THREE_PUBLIC, "item", "项目|经费项目|名称" },
  { PE_RECORD_THREE_PUBLIC, "initial", "年初预算|年初预算批复数" },
  { PE_RECORD_THREE_PUBLIC, "adjusted", "全年预算|调整预算数" },
  { PE_RECORD_THREE_PUBLIC, "executed", "全年执行|执行数|决算数" },
  { PE_RECORD_PROCUREMENT, "name", "项目名称|采购项目|名称" },
  { PE_RECORD_PROCUREMENT, "number", "编号|采购编号|采购项目编号" },
  { PE_RECORD_PROCUREMENT, "supplier_size", "企业规模|供应商类型|企业类型" },
  { PE_RECORD_PROCUREMENT, "category", "采购品目|项目类别" },
  { PE_RECORD_PROCUREMENT, "budget", "预算金额|采购预算" },
  { PE_RECORD_PROCUREMENT, "reserved_for_sme", "预留份额|预留中小企业份额" },
  { PE_RECORD_PROCUREMENT, "contract", "采购合同金额|合同价" },
  { PE_RECORD_PROCUREMENT, "signing", "签订日期|合同签订时间" },
  { PE_RECORD_PROCUREMENT, "supplier", "供应商名称|中标供应商" },
  { PE_RECORD_ASSET, "name", "名称|资产" },
  { PE_RECORD_ASSET, "number", "资产编号|编号" },
};

/* Kinds */

typedef struct
{
  const char            *id, *name_zh, *name_en, *aliases;
  pe_table_shape         shape;
  const pe_sheet_column *before;
  size_t                 n_before;
  pe_record_kind         record; /* 0: none */
  const pe_sheet_column *behind;
  size_t                 n_behind;
} sheet_row;

#define OWN(columns) columns, G_N_ELEMENTS (columns), 0, NULL, 0

static const sheet_row sheets[PE_N_SHEETS] = {
  [PE_SHEET_HEAD] = { "head", "基本情况", "head", "单位信息|封面", PE_TABLE_PAIRS, OWN (head) },
  [PE_SHEET_BUDGET] = { "budget", "预算", "budget", "预算明细|预算执行|支出预算|部门预算", PE_TABLE_TREE, level, 1,
                        PE_RECORD_BUDGET_LINE, months, PE_SHEET_MONTHS },
  [PE_SHEET_THREE_PUBLIC] = { "three_public", "三公经费", "three public funds", "“三公”经费", PE_TABLE_RECORDS, NULL, 0,
                              PE_RECORD_THREE_PUBLIC, NULL, 0 },
  [PE_SHEET_PROCUREMENT] = { "procurement", "采购", "procurement", "采购项目|政府采购|采购台账|政府采购台账",
                             PE_TABLE_RECORDS, NULL, 0, PE_RECORD_PROCUREMENT, NULL, 0 },
  [PE_SHEET_SUMMARY]
  = { "procurement_summary", "采购汇总", "procurement summary", "政府采购汇总", PE_TABLE_PAIRS, OWN (summary) },
  [PE_SHEET_PAYMENTS]
  = { "payments", "合同付款", "payments", "付款", PE_TABLE_RECORDS, payment_of, 1, PE_RECORD_PAYMENT, NULL, 0 },
  [PE_SHEET_ASSETS]
  = { "assets", "资产", "assets", "资产明细|资产清单", PE_TABLE_RECORDS, NULL, 0, PE_RECORD_ASSET, NULL, 0 },
  [PE_SHEET_FACTS] = { "facts", "指标数据", "facts", "填报数据", PE_TABLE_GROUPS, OWN (facts) },
  [PE_SHEET_ROWS] = { "rows", "自定指标", "rows", "部门自定指标|绩效目标", PE_TABLE_GROUPS, OWN (rows) },
  [PE_SHEET_DECLARED] = { "declared", "填报得分", "declared scores", "自评得分", PE_TABLE_RECORDS, OWN (declared) },
  [PE_SHEET_READINGS] = { "readings", "口径说明", "readings", "口径", PE_TABLE_RECORDS, OWN (readings) },
  [PE_SHEET_ADJUSTMENTS] = { "adjustments", "加减分", "adjustments", "加分扣分", PE_TABLE_RECORDS, OWN (adjustments) },
  [PE_SHEET_EVENTS] = { "events", "重大事项", "events", "否决事项", PE_TABLE_RECORDS, OWN (events) },
  [PE_SHEET_NARRATIVE] = { "narrative", "文字说明", "narrative", "报告文字", PE_TABLE_RECORDS, OWN (narrative) },
  [PE_SHEET_REGISTER_COLUMNS]
  = { "register_columns", "登记表栏目", "register columns", NULL, PE_TABLE_GROUPS, OWN (register_columns) },
};

static uint32_t
count_record_columns (const sheet_row *sheet)
{
  return sheet->record != 0 ? pe_record_layout_get (sheet->record)->n_columns : 0;
}

size_t
pe_sheet_get_n_columns (pe_sheet kind)
{
  return sheets[kind].n_before + count_record_columns (&sheets[kind]) + sheets[kind].n_behind;
}

static const char *
find_aliases (pe_record_kind kind, const char *id)
{
  for (size_t i = 0; i < G_N_ELEMENTS (record_aliases); i++)
    if (record_aliases[i].kind == kind && strcmp (record_aliases[i].id, id) == 0)
      return record_aliases[i].aliases;
  return NULL;
}

pe_sheet_column
pe_sheet_get_column (pe_sheet kind, size_t index)
{
  const sheet_row        *sheet = &sheets[kind];
  const pe_layout_column *column;

  if (index < sheet->n_before)
    return sheet->before[index];
  index -= sheet->n_before;
  if (index >= count_record_columns (sheet))
    return sheet->behind[index - count_record_columns (sheet)];
  column = &pe_record_layout_get (sheet->record)->columns[index];
  return (pe_sheet_column) {
    column->id,
    column->name_zh,
    column->name_en,
    column->type,
    column->is_required,
    column->type == PE_COLUMN_WORD ? column->words : NULL,
    column->type == PE_COLUMN_WORD ? column->n_words : 0,
    find_aliases (sheet->record, column->id),
    NULL,
    NULL
  };
}

pe_table_shape
pe_sheet_get_shape (pe_sheet kind)
{
  return sheets[kind].shape;
}

const char *
pe_sheet_get_id (pe_sheet kind)
{
  return sheets[kind].id;
}

const char *
pe_sheet_get_name (pe_sheet kind, pe_language language)
{
  return language == PE_LANGUAGE_EN ? sheets[kind].name_en : sheets[kind].name_zh;
}

const char *
pe_sheet_get_aliases (pe_sheet kind)
{
  return sheets[kind].aliases;
}

const char *
pe_sheet_column_find_word (const pe_sheet_column *self, const char *word)
{
  for (uint32_t i = 0; i < self->n_words; i++)
    if (strcmp (self->words[i].word, word) == 0 || strcmp (self->words[i].name_zh, word) == 0
        || g_ascii_strcasecmp (self->words[i].name_en, word) == 0)
      return self->words[i].word;
  return NULL;
}

const char *
pe_sheet_column_print_word (const pe_sheet_column *self, const char *word, pe_language language)
{
  for (uint32_t i = 0; i < self->n_words; i++)
    if (strcmp (self->words[i].word, word) == 0)
      return language == PE_LANGUAGE_EN ? self->words[i].name_en : self->words[i].name_zh;
  return word;
}

/* The door */

void
pe_table_kind_init (pe_table_kind *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_table_column_init (pe_table_column *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

size_t
pe_table_kind_get_n (void)
{
  return PE_N_SHEETS;
}

static pe_status
refuse_index (pe_error **error, const char *name, size_t index)
{
  pe_buffer found = PE_BUFFER_INIT;
  pe_status status;

  pe_buffer_add_uint (&found, index);
  pe_buffer_add_char (&found, '\0');
  status = pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "name", name, "found", found.data, NULL);
  pe_buffer_clear (&found);
  return status;
}

pe_status
pe_table_kind_get (pe_table_kind *out, size_t index, pe_error **error)
{
  pe_table_kind ours;

  if (index >= PE_N_SHEETS)
    return refuse_index (error, "index", index);
  ours = (pe_table_kind) { sizeof ours,           sheets[index].shape,   sheets[index].id,
                           sheets[index].name_zh, sheets[index].name_en, pe_sheet_get_n_columns ((pe_sheet) index) };
  return pe_struct_export (out, &ours, sizeof ours, sizeof ours, "out", error);
}

pe_status
pe_table_kind_get_column (pe_table_column *out, size_t kind, size_t column, pe_error **error)
{
  pe_table_column ours;
  pe_sheet_column found;

  if (kind >= PE_N_SHEETS)
    return refuse_index (error, "kind", kind);
  if (column >= pe_sheet_get_n_columns ((pe_sheet) kind))
    return refuse_index (error, "column", column);
  found = pe_sheet_get_column ((pe_sheet) kind, column);
  ours = (pe_table_column) {
    sizeof ours,
    found.type,
    found.is_required,
    found.n_words,
    found.id,
    found.name_zh,
    found.name_en,
    found.note_zh != NULL ? found.note_zh : "",
    found.note_en != NULL ? found.note_en : ""
  };
  return pe_struct_export (out, &ours, sizeof ours, sizeof ours, "out", error);
}

const char *
pe_table_kind_get_word (size_t kind, size_t column, size_t word, pe_language language)
{
  pe_sheet_column found;

  if (kind >= PE_N_SHEETS || column >= pe_sheet_get_n_columns ((pe_sheet) kind))
    return NULL;
  found = pe_sheet_get_column ((pe_sheet) kind, column);
  if (word >= found.n_words)
    return NULL;
  return language == PE_LANGUAGE_ZH ? found.words[word].name_zh : found.words[word].word;
}
