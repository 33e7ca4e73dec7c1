/* record-kind.c - what records there are, and what stands in them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "record-layout-private.h"

#include <perfeval/dossier.h>

/* Words */

static const pe_record_word truths[] = { { "true", "是", "yes" } };

static const pe_record_word categories[] = {
  { "total", "合计", "total" },
  { "basic", "基本支出", "basic spending" },
  { "basic.personnel", "人员经费", "personnel" },
  { "basic.public", "公用经费", "public" },
  { "project", "项目支出", "project spending" },
  { "other", "其他支出", "other spending" },
};

static const pe_record_word fundings[] = {
  { "appropriation", "当年财政拨款", "this year's appropriation" },
  { "carried_over", "上年结转资金", "carried over from last year" },
  { "special", "财政专户管理资金", "special fiscal account" },
  { "own", "单位资金", "the unit's own" },
  { "other", "其他资金", "other funds" },
};

static const pe_record_word three_public_items[] = {
  { "total", "“三公”经费合计", "three public funds" },
  { "abroad", "因公出国（境）费", "official travel abroad" },
  { "vehicles", "公务用车购置及运行维护费", "official vehicles" },
  { "purchase", "公务用车购置费", "purchase of official vehicles" },
  { "running", "公务用车运行维护费", "running of official vehicles" },
  { "reception", "公务接待费", "official receptions" },
};

static const pe_record_word methods[] = {
  { "open_tender", "公开招标", "open tender" },
  { "invited_tender", "邀请招标", "invited tender" },
  { "negotiation", "竞争性谈判", "competitive negotiation" },
  { "consultation", "竞争性磋商", "competitive consultation" },
  { "single_source", "单一来源", "single source" },
  { "inquiry", "询价", "inquiry" },
  { "framework", "框架协议", "framework agreement" },
  { "other", "其他", "other" },
};

static const pe_record_word kinds_of_goods[] = {
  { "goods", "货物", "goods" },
  { "works", "工程", "works" },
  { "services", "服务", "services" },
};

static const pe_record_word sizes[] = {
  { "micro", "微型企业", "micro" },
  { "small", "小型企业", "small" },
  { "medium", "中型企业", "medium" },
  { "large", "大型企业", "large" },
};

static const pe_record_word reserve_modes[] = {
  { "whole", "整体预留", "the whole" },
  { "lot", "设置采购包", "a lot" },
  { "consortium", "要求联合体", "a consortium" },
  { "subcontract", "要求分包", "a subcontract" },
};

static const pe_record_word asset_categories[] = {
  { "buildings", "房屋和构筑物", "buildings" },
  { "equipment", "设备", "equipment" },
  { "vehicles", "车辆", "vehicles" },
  { "furniture", "家具和用具", "furniture" },
  { "books", "图书和档案", "books and archives" },
  { "intangible", "无形资产", "intangible" },
  { "other", "其他", "other" },
};

static const pe_record_word asset_uses[] = {
  { "in_use", "在用", "in use" },
  { "idle", "闲置", "idle" },
  { "let", "出租出借", "let or lent" },
  { "awaiting_disposal", "待处置", "awaiting disposal" },
};

/* Columns */

#define TEXT(type, member, zh, en) { #member, zh, en, PE_COLUMN_TEXT, offsetof (type, member), FALSE, NULL, 0 }
#define MONEY(type, member, zh, en) { #member, zh, en, PE_COLUMN_MONEY, offsetof (type, member), FALSE, NULL, 0 }
#define COUNT(type, member, zh, en) { #member, zh, en, PE_COLUMN_COUNT, offsetof (type, member), FALSE, NULL, 0 }
#define DATE(type, member, zh, en) { #member, zh, en, PE_COLUMN_DATE, offsetof (type, member), FALSE, NULL, 0 }
#define WORD(type, member, zh, en, words) \
  { #member, zh, en, PE_COLUMN_WORD, offsetof (type, member), FALSE, words, G_N_ELEMENTS (words) }
#define NAME(type, zh, en) { "name", zh, en, PE_COLUMN_TEXT, offsetof (type, name), TRUE, NULL, 0 }

static const pe_layout_column line_columns[] = {
  NAME (pe_budget_line, "项目名称", "Name"),
  WORD (pe_budget_line, category, "支出类别", "Category", categories),
  { "complete", "下级合计为本级", "Lines below add up", PE_COLUMN_TRUTH, offsetof (pe_budget_line, complete), FALSE,
    truths, G_N_ELEMENTS (truths) },
  MONEY (pe_budget_line, initial, "年初预算数", "Initial budget"),
  MONEY (pe_budget_line, adjusted, "全年预算数", "Adjusted budget"),
  MONEY (pe_budget_line, executed, "全年执行数", "Executed"),
  WORD (pe_budget_line, funding, "资金来源", "Funding source", fundings),
  TEXT (pe_budget_line, economic_class, "支出经济分类", "Economic class"),
  TEXT (pe_budget_line, project, "所属项目", "Project"),
  MONEY (pe_budget_line, carried_in, "上年结转", "Carried in"),
  MONEY (pe_budget_line, added, "本年追加", "Added in the year"),
  MONEY (pe_budget_line, carry_over, "年末结转结余", "Carried over"),
  MONEY (pe_budget_line, surplus, "其中：年末结余", "of it surplus"),
};

static const pe_layout_column three_public_columns[] = {
  { "item", "“三公”经费项目", "Item", PE_COLUMN_WORD, offsetof (pe_three_public_line, item), TRUE, three_public_items,
    G_N_ELEMENTS (three_public_items) },
  MONEY (pe_three_public_line, initial, "年初预算数", "Initial budget"),
  MONEY (pe_three_public_line, adjusted, "全年预算数", "Adjusted budget"),
  MONEY (pe_three_public_line, executed, "全年执行数", "Executed"),
};

static const pe_layout_column procurement_columns[] = {
  NAME (pe_procurement_record, "采购项目名称", "Name"),
  TEXT (pe_procurement_record, number, "项目编号", "Number"),
  WORD (pe_procurement_record, method, "采购方式", "Method", methods),
  WORD (pe_procurement_record, category, "采购类别", "Category", kinds_of_goods),
  WORD (pe_procurement_record, supplier_size, "供应商规模", "Supplier's size", sizes),
  MONEY (pe_procurement_record, budget, "采购预算金额", "Budget"),
  MONEY (pe_procurement_record, reserved_for_sme, "预留中小企业金额", "Reserved for small and medium firms"),
  MONEY (pe_procurement_record, contract, "合同金额", "Contract"),
  DATE (pe_procurement_record, intent, "采购意向公开日期", "Intent published"),
  DATE (pe_procurement_record, start, "采购活动开始日期", "Activity begun"),
  DATE (pe_procurement_record, award, "中标通知日期", "Award notice"),
  DATE (pe_procurement_record, signing, "合同签订日期", "Contract signed"),
  DATE (pe_procurement_record, publication, "合同公告日期", "Contract published"),
  DATE (pe_procurement_record, filing, "合同备案日期", "Contract filed"),
  WORD (pe_procurement_record, reserve_mode, "预留方式", "Reserved through", reserve_modes),
  DATE (pe_procurement_record, acceptance, "履约验收日期", "Accepted"),
  MONEY (pe_procurement_record, awarded, "中标金额", "Award"),
  MONEY (pe_procurement_record, contract_sme, "其中：中小企业合同金额", "of it small and medium firms"),
  TEXT (pe_procurement_record, supplier, "供应商", "Supplier"),
  TEXT (pe_procurement_record, intent_exemption, "免予意向公开的理由", "Why the intent need not be published"),
  TEXT (pe_procurement_record, publication_exemption, "免予合同公告的理由", "Why the contract need not be published"),
  TEXT (pe_procurement_record, reserve_exemption, "不预留的理由", "Why nothing need be reserved"),
};

static const pe_layout_column payment_columns[] = {
  DATE (pe_payment, due, "约定付款日期", "Due"),
  DATE (pe_payment, paid, "实际付款日期", "Paid"),
  MONEY (pe_payment, amount, "付款金额", "Amount"),
};

static const pe_layout_column asset_columns[] = {
  NAME (pe_asset_record, "资产名称", "Name"),
  TEXT (pe_asset_record, number, "卡片编号", "Card number"),
  WORD (pe_asset_record, category, "资产类别", "Category", asset_categories),
  WORD (pe_asset_record, use, "使用状况", "Use", asset_uses),
  DATE (pe_asset_record, acquired, "取得日期", "Acquired"),
  COUNT (pe_asset_record, book_count, "账面数量", "Count by the books"),
  COUNT (pe_asset_record, found_count, "实盘数量", "Count found"),
  MONEY (pe_asset_record, book_value, "账面价值", "Value by the books"),
  MONEY (pe_asset_record, found_value, "实盘价值", "Value found"),
  TEXT (pe_asset_record, difference_reason, "差异原因", "Reason for a difference"),
};

#define COLUMNS(columns) columns, G_N_ELEMENTS (columns)

static const pe_record_layout layouts[] = {
  [PE_RECORD_BUDGET_LINE] = { "budget.lines", "预算明细", "Budget lines", "/budget/lines", COLUMNS (line_columns), 6,
                              sizeof (pe_budget_line), offsetof (pe_budget_line, funding) },
  [PE_RECORD_THREE_PUBLIC]
  = { "budget.three_public", "“三公”经费", "Three public funds", "/budget/three_public", COLUMNS (three_public_columns),
      0, sizeof (pe_three_public_line), sizeof (pe_three_public_line) },
  [PE_RECORD_PROCUREMENT]
  = { "procurement.records", "采购项目", "Procurement", "/procurement/records", COLUMNS (procurement_columns), 14,
      sizeof (pe_procurement_record), offsetof (pe_procurement_record, reserve_mode) },
  [PE_RECORD_PAYMENT] = { "procurement.payments", "合同付款", "Payments", "/procurement/payments",
                          COLUMNS (payment_columns), 0, sizeof (pe_payment), sizeof (pe_payment) },
  [PE_RECORD_ASSET] = { "assets.records", "资产", "Assets", "/assets/records", COLUMNS (asset_columns), 0,
                        sizeof (pe_asset_record), sizeof (pe_asset_record) },
};

const pe_record_layout *
pe_record_layout_get (pe_record_kind kind)
{
  return &layouts[kind];
}

/* NULL for what is no kind. */
static const pe_record_layout *
find_kind (pe_record_kind kind)
{
  return kind > 0 && (size_t) kind < G_N_ELEMENTS (layouts) ? &layouts[kind] : NULL;
}

static const pe_layout_column *
find_column (pe_record_kind kind, size_t index)
{
  const pe_record_layout *layout = find_kind (kind);

  return layout != NULL && index < layout->n_columns ? &layout->columns[index] : NULL;
}

void
pe_record_column_init (pe_record_column *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

const char *
pe_record_kind_get_id (pe_record_kind kind)
{
  const pe_record_layout *layout = find_kind (kind);

  return layout != NULL ? layout->id : NULL;
}

const char *
pe_record_kind_get_name (pe_record_kind kind, pe_language language)
{
  const pe_record_layout *layout = find_kind (kind);

  if (layout == NULL)
    return NULL;
  return language == PE_LANGUAGE_ZH ? layout->name_zh : layout->name_en;
}

size_t
pe_record_kind_get_n_columns (pe_record_kind kind)
{
  const pe_record_layout *layout = find_kind (kind);

  return layout != NULL ? layout->n_columns : 0;
}

pe_status
pe_record_kind_describe_column (pe_record_column *out, pe_record_kind kind, size_t index, pe_error **error)
{
  const pe_layout_column *column = find_column (kind, index);
  pe_record_column        ours;

  if (find_kind (kind) == NULL)
    return pe_error_set_argument (error, "kind", "a pe_record_kind");
  if (column == NULL)
    return pe_intake_refuse_index (index, find_kind (kind)->n_columns, error);
  ours = (pe_record_column) {
    sizeof ours, column->type,    column->is_required, column->type == PE_COLUMN_WORD ? column->n_words : 0,
    column->id,  column->name_zh, column->name_en
  };
  return pe_struct_export (out, &ours, sizeof ours, sizeof ours, "out", error);
}

/* NULL where there is none. */
static const pe_record_word *
find_word (pe_record_kind kind, size_t index, int32_t value)
{
  const pe_layout_column *column = find_column (kind, index);

  if (column == NULL || column->type != PE_COLUMN_WORD || value < 1 || (uint32_t) value > column->n_words)
    return NULL;
  return &column->words[value - 1];
}

const char *
pe_record_kind_get_word (pe_record_kind kind, size_t column, int32_t value)
{
  const pe_record_word *word = find_word (kind, column, value);

  return word != NULL ? word->word : NULL;
}

const char *
pe_record_kind_get_word_name (pe_record_kind kind, size_t column, int32_t value, pe_language language)
{
  const pe_record_word *word = find_word (kind, column, value);

  if (word == NULL)
    return NULL;
  return language == PE_LANGUAGE_ZH ? word->name_zh : word->name_en;
}

int32_t
pe_record_kind_find_word (pe_record_kind kind, size_t column, const char *word)
{
  const pe_layout_column *found = find_column (kind, column);

  if (found == NULL || found->type != PE_COLUMN_WORD || word == NULL)
    return 0;
  return pe_layout_column_find_word (found, word, TRUE);
}
