/* measure-catalogue.c - the measures, each with its one definition
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "measure-catalogue-private.h"

#define ADD(amount) { PE_AMOUNT_##amount, FALSE, FALSE, FALSE }
#define LESS(amount) { PE_AMOUNT_##amount, TRUE, FALSE, FALSE }
#define PRIOR(amount) { PE_AMOUNT_##amount, FALSE, TRUE, FALSE }
#define LESS_PRIOR(amount) { PE_AMOUNT_##amount, TRUE, TRUE, FALSE }
#define ADD_ANY(amount) { PE_AMOUNT_##amount, FALSE, FALSE, TRUE }
#define LESS_ANY(amount) { PE_AMOUNT_##amount, TRUE, FALSE, TRUE }

#define BUDGET(category, ...)             \
  {                                       \
    PE_PART_BUDGET, PE_BUDGET_##category, \
    {                                     \
      __VA_ARGS__                         \
    }                                     \
  }
#define THREE_PUBLIC(...)                        \
  {                                              \
    PE_PART_THREE_PUBLIC, PE_THREE_PUBLIC_TOTAL, \
    {                                            \
      __VA_ARGS__                                \
    }                                            \
  }
#define TOTAL(total)                       \
  {                                        \
    PE_PART_TOTAL, PE_PROCUREMENT_##total, \
    {                                      \
      {                                    \
        0, FALSE, FALSE, FALSE             \
      }                                    \
    }                                      \
  }
#define RECORDS                \
  {                            \
    PE_PART_RECORDS, 0,        \
    {                          \
      {                        \
        0, FALSE, FALSE, FALSE \
      }                        \
    }                          \
  }
#define NONE                   \
  {                            \
    PE_PART_NONE, 0,           \
    {                          \
      {                        \
        0, FALSE, FALSE, FALSE \
      }                        \
    }                          \
  }

#define SHARE PE_MEASURE_RATE, PE_UNIT_PERCENT, PE_STATE_ZERO_DENOMINATOR
#define SHARE_OF_CASES PE_MEASURE_RATE, PE_UNIT_PERCENT, PE_STATE_NOT_APPLICABLE
#define MEAN_DAYS PE_MEASURE_RATE, PE_UNIT_DAY, PE_STATE_NOT_APPLICABLE
#define AMOUNT(unit) PE_MEASURE_AMOUNT, PE_UNIT_##unit, 0

#define FORM "项目支出绩效自评表（中央、安徽、云南格式）：年初预算数、全年预算数、全年执行数"
#define HUNAN "湖南省部门整体支出绩效评价指标（公开发布的评分表）"
#define SME_RULES "《政府采购促进中小企业发展管理办法》（财库〔2020〕46号）"

/* Ids that were published keep their place and their meaning; new ones follow. */
const pe_measure_definition pe_measure_definitions[] = {
  { "budget.execution_rate", "预算执行率（调整预算）", "Execution rate (adjusted budget)",
    "全年执行数合计÷全年预算数（调整预算数）合计", "total executed ÷ total adjusted budget", "全年预算数（调整预算数）",
    "adjusted budget", FORM, SHARE, PE_RECORD_BUDGET_LINE, BUDGET (TOTAL, ADD (EXECUTED)),
    BUDGET (TOTAL, ADD (ADJUSTED)), NULL },
  { "budget.execution_rate_initial", "预算执行率（年初预算）", "Execution rate (initial budget)",
    "全年执行数合计÷年初预算数合计", "total executed ÷ total initial budget", "年初预算数", "initial budget", FORM,
    SHARE, PE_RECORD_BUDGET_LINE, BUDGET (TOTAL, ADD (EXECUTED)), BUDGET (TOTAL, ADD (INITIAL)), NULL },
  { "budget.basic_execution_rate", "基本支出执行率（调整预算）", "Execution rate of basic spending (adjusted budget)",
    "基本支出全年执行数÷基本支出全年预算数", "basic spending executed ÷ its adjusted budget", "基本支出全年预算数",
    "adjusted budget of basic spending", FORM, SHARE, PE_RECORD_BUDGET_LINE, BUDGET (BASIC, ADD (EXECUTED)),
    BUDGET (BASIC, ADD (ADJUSTED)), NULL },
  { "budget.project_execution_rate", "项目支出执行率（调整预算）",
    "Execution rate of project spending (adjusted budget)", "项目支出全年执行数÷项目支出全年预算数",
    "project spending executed ÷ its adjusted budget", "项目支出全年预算数", "adjusted budget of project spending",
    FORM, SHARE, PE_RECORD_BUDGET_LINE, BUDGET (PROJECT, ADD (EXECUTED)), BUDGET (PROJECT, ADD (ADJUSTED)), NULL },
  { "budget.adjustment_rate", "预算调整率", "Adjustment rate", "（全年预算数合计－年初预算数合计）÷年初预算数合计",
    "(total adjusted budget − total initial budget) ÷ total initial budget", "年初预算数", "initial budget", HUNAN,
    SHARE, PE_RECORD_BUDGET_LINE, BUDGET (TOTAL, ADD (ADJUSTED), LESS (INITIAL)), BUDGET (TOTAL, ADD (INITIAL)), NULL },
  { "procurement.sme_reserve_achievement", "预留中小企业份额完成率",
    "Achievement of the reserve for small and medium firms", "面向中小企业采购合同金额÷预留中小企业份额",
    "contracts with small and medium firms ÷ amount reserved for them", "预留中小企业份额",
    "amount reserved for small and medium firms", SME_RULES, SHARE, PE_RECORD_PROCUREMENT, TOTAL (SME_CONTRACTS),
    TOTAL (RESERVED_FOR_SME), NULL },
  { "procurement.sme_share", "面向中小企业采购占比", "Share of small and medium firms",
    "面向中小企业采购合同金额÷采购合同金额合计", "contracts with small and medium firms ÷ all contracts",
    "采购合同金额合计", "all contracts", SME_RULES, SHARE, PE_RECORD_PROCUREMENT, TOTAL (SME_CONTRACTS),
    TOTAL (CONTRACTS), NULL },

  { "budget.completion_rate", "预算完成率", "Completion rate",
    "（上年结转＋年初预算数＋本年追加－年末结转结余）÷（上年结转＋年初预算数＋本年追加）",
    "(carried in + initial + added − carried over) ÷ (carried in + initial + added)",
    "上年结转、年初预算与本年追加之和", "carried in, initial budget and added, together", HUNAN, SHARE,
    PE_RECORD_BUDGET_LINE, BUDGET (TOTAL, ADD (INITIAL), ADD_ANY (CARRIED_IN), ADD_ANY (ADDED), LESS_ANY (CARRY_OVER)),
    BUDGET (TOTAL, ADD (INITIAL), ADD_ANY (CARRIED_IN), ADD_ANY (ADDED)), NULL },
  { "budget.control_rate", "预算控制率", "Control rate", "本年追加÷年初预算数", "added in the year ÷ initial budget",
    "年初预算数", "initial budget", HUNAN, SHARE, PE_RECORD_BUDGET_LINE, BUDGET (TOTAL, ADD (ADDED)),
    BUDGET (TOTAL, ADD (INITIAL)), NULL },
  { "budget.carry_over_rate_executed", "结转结余率（本年支出）", "Carry-over rate (by what was spent)",
    "年末结转结余÷全年执行数", "carried over, surplus included ÷ executed", "全年执行数", "executed",
    "县级部门整体支出绩效评价表（结转和结余÷本年支出）", SHARE, PE_RECORD_BUDGET_LINE, BUDGET (TOTAL, ADD (CARRY_OVER)),
    BUDGET (TOTAL, ADD (EXECUTED)), NULL },
  { "budget.carry_over_rate_adjusted", "结余率（全年预算）", "Surplus rate (by the adjusted budget)",
    "年末结余÷全年预算数", "surplus ÷ adjusted budget", "全年预算数（调整预算数）", "adjusted budget",
    "部门整体支出绩效自评（结余÷预算）", SHARE, PE_RECORD_BUDGET_LINE, BUDGET (TOTAL, ADD (SURPLUS)),
    BUDGET (TOTAL, ADD (ADJUSTED)), NULL },
  { "budget.carry_over_change", "结转结余变动率", "Change of what is carried over",
    "（本年年末结转结余－上年年末结转结余）÷上年年末结转结余", "(this year's carry-over − last year's) ÷ last year's",
    "上年年末结转结余", "last year's carry-over", "县级部门整体支出绩效评价表", SHARE, PE_RECORD_BUDGET_LINE,
    BUDGET (TOTAL, ADD (CARRY_OVER), LESS_PRIOR (CARRY_OVER)), BUDGET (TOTAL, PRIOR (CARRY_OVER)), NULL },
  { "budget.executed_change", "支出变动率", "Change of what was spent",
    "（本年全年执行数－上年全年执行数）÷上年全年执行数", "(this year's executed − last year's) ÷ last year's",
    "上年全年执行数", "last year's executed", NULL, SHARE, PE_RECORD_BUDGET_LINE,
    BUDGET (TOTAL, ADD (EXECUTED), LESS_PRIOR (EXECUTED)), BUDGET (TOTAL, PRIOR (EXECUTED)), NULL },
  { "budget.initial_change", "年初预算变动率", "Change of the initial budget",
    "（本年年初预算数－上年年初预算数）÷上年年初预算数", "(this year's initial budget − last year's) ÷ last year's",
    "上年年初预算数", "last year's initial budget", NULL, SHARE, PE_RECORD_BUDGET_LINE,
    BUDGET (TOTAL, ADD (INITIAL), LESS_PRIOR (INITIAL)), BUDGET (TOTAL, PRIOR (INITIAL)), NULL },
  { "budget.three_public_control_rate", "“三公”经费控制率（年初预算）",
    "Control of three public funds (initial budget)", "“三公”经费全年执行数÷“三公”经费年初预算数",
    "three public funds executed ÷ their initial budget", "“三公”经费年初预算数",
    "initial budget of three public funds", HUNAN, SHARE, PE_RECORD_THREE_PUBLIC, THREE_PUBLIC (ADD (EXECUTED)),
    THREE_PUBLIC (ADD (INITIAL)), NULL },
  { "budget.three_public_control_rate_adjusted", "“三公”经费控制率（全年预算）",
    "Control of three public funds (adjusted budget)", "“三公”经费全年执行数÷“三公”经费全年预算数",
    "three public funds executed ÷ their adjusted budget", "“三公”经费全年预算数",
    "adjusted budget of three public funds", NULL, SHARE, PE_RECORD_THREE_PUBLIC, THREE_PUBLIC (ADD (EXECUTED)),
    THREE_PUBLIC (ADD (ADJUSTED)), NULL },
  { "budget.three_public_change_budget", "“三公”经费变动率（预算比预算）",
    "Change of three public funds (budget to budget)",
    "（本年“三公”经费年初预算数－上年“三公”经费年初预算数）÷上年“三公”经费年初预算数",
    "(this year's initial budget − last year's) ÷ last year's", "上年“三公”经费年初预算数",
    "last year's initial budget of three public funds", HUNAN, SHARE, PE_RECORD_THREE_PUBLIC,
    THREE_PUBLIC (ADD (INITIAL), LESS_PRIOR (INITIAL)), THREE_PUBLIC (PRIOR (INITIAL)), NULL },
  { "budget.three_public_change_executed", "“三公”经费变动率（决算比决算）",
    "Change of three public funds (spent to spent)",
    "（本年“三公”经费全年执行数－上年“三公”经费全年执行数）÷上年“三公”经费全年执行数",
    "(this year's executed − last year's) ÷ last year's", "上年“三公”经费全年执行数",
    "last year's executed three public funds", "部门整体支出绩效评价（“三公”经费总额变动）", SHARE,
    PE_RECORD_THREE_PUBLIC, THREE_PUBLIC (ADD (EXECUTED), LESS_PRIOR (EXECUTED)), THREE_PUBLIC (PRIOR (EXECUTED)),
    NULL },

  { "procurement.reserve_share", "预留份额占采购预算比例", "Reserve as a share of the budget",
    "预留中小企业份额÷采购预算金额", "amount reserved for small and medium firms ÷ procurement budget", "采购预算金额",
    "procurement budget", SME_RULES, SHARE, PE_RECORD_PROCUREMENT, TOTAL (RESERVED_FOR_SME), TOTAL (BUDGET), NULL },
  { "procurement.small_micro_share", "小微企业占中小企业合同比例", "Small and micro firms among small and medium firms",
    "小型、微型企业合同金额÷面向中小企业合同金额，均按供应商规模",
    "contracts with small and micro firms ÷ contracts with small and medium firms, both by the supplier's size",
    "中小企业合同金额", "contracts with small and medium firms", SME_RULES, SHARE, PE_RECORD_PROCUREMENT, RECORDS,
    RECORDS, pe_contribute_small_micro },
  { "procurement.small_micro_share_of_all", "小微企业采购占比", "Share of small and micro firms",
    "小型、微型企业合同金额÷采购合同金额合计", "contracts with small and micro firms ÷ all contracts",
    "采购合同金额合计", "all contracts", NULL, SHARE, PE_RECORD_PROCUREMENT, RECORDS, RECORDS,
    pe_contribute_small_micro_of_all },
  { "procurement.single_source_share", "单一来源采购占比（金额）", "Share of single-source procurement (by amount)",
    "单一来源采购合同金额÷采购合同金额合计", "contracts by single source ÷ all contracts", "采购合同金额合计",
    "all contracts", NULL, SHARE, PE_RECORD_PROCUREMENT, RECORDS, RECORDS, pe_contribute_single_source },
  { "procurement.single_source_share_count", "单一来源采购占比（项数）",
    "Share of single-source procurement (by number)", "单一来源采购的项目数÷已签合同的项目数",
    "procurements by single source ÷ those with a contract", "已签合同的项目数", "procurements with a contract", NULL,
    SHARE_OF_CASES, PE_RECORD_PROCUREMENT, RECORDS, RECORDS, pe_contribute_single_source_count },
  { "procurement.savings_rate", "采购节约率", "Savings rate",
    "（采购预算金额－合同金额）÷采购预算金额，只计已有合同金额的项目",
    "(budget − contract) ÷ budget, over the procurements that have a contract", "已有合同的项目的采购预算金额",
    "budget of the procurements with a contract", NULL, SHARE, PE_RECORD_PROCUREMENT, RECORDS, RECORDS,
    pe_contribute_savings },
  { "procurement.savings", "采购节约额", "Savings", "采购预算金额－合同金额，只计已有合同金额的项目",
    "budget − contract, over the procurements that have a contract", NULL, NULL, NULL, AMOUNT (YUAN),
    PE_RECORD_PROCUREMENT, RECORDS, NONE, pe_contribute_savings },
  { "procurement.contract_count", "已签合同数", "Number of contracts", "已有签订日期或合同金额的项目数",
    "procurements with a signing date or a contract amount", NULL, NULL, NULL, AMOUNT (COUNT), PE_RECORD_PROCUREMENT,
    RECORDS, NONE, pe_contribute_contract_count },
  { "procurement.intent_in_time", "采购意向按时公开率", "Intent published in time",
    "采购活动开始前不少于 30 日公开意向的项目数÷已开始且不免予公开的项目数",
    "procurements whose intent was published at least 30 days before the start ÷ those begun and not exempt",
    "已开始且不免予意向公开的项目数", "procurements begun and not exempt",
    "采购意向公开原则上不晚于采购活动开始前 30 日（据二手资料）", SHARE_OF_CASES, PE_RECORD_PROCUREMENT, RECORDS,
    RECORDS, pe_contribute_intent_in_time },
  { "procurement.intent_lead_days", "采购意向提前天数", "Lead time of the intent",
    "意向公开至采购活动开始的自然日之和÷已开始且不免予公开的项目数",
    "calendar days from intent to start, summed ÷ procurements begun and not exempt", "已开始且不免予意向公开的项目数",
    "procurements begun and not exempt", NULL, MEAN_DAYS, PE_RECORD_PROCUREMENT, RECORDS, RECORDS,
    pe_contribute_intent_days },
  { "procurement.signing_in_time", "合同按时签订率", "Contracts signed in time",
    "中标通知之日起 30 日内签订合同的项目数÷已有中标通知的项目数",
    "procurements signed within 30 days of the award notice ÷ those with an award notice", "已有中标通知的项目数",
    "procurements with an award notice", "中标通知书发出之日起 30 日内签订合同（据招标投标法条文）", SHARE_OF_CASES,
    PE_RECORD_PROCUREMENT, RECORDS, RECORDS, pe_contribute_signing_in_time },
  { "procurement.signing_days", "合同签订天数", "Days from award to signing",
    "中标通知至合同签订的自然日之和÷已有中标通知的项目数",
    "calendar days from award notice to signing, summed ÷ procurements with an award notice", "已有中标通知的项目数",
    "procurements with an award notice", NULL, MEAN_DAYS, PE_RECORD_PROCUREMENT, RECORDS, RECORDS,
    pe_contribute_signing_days },
  { "procurement.publication_in_time", "合同按时公告率", "Contracts published in time",
    "合同签订之日起 2 个工作日内公告的合同数÷已签订且不免予公告的合同数",
    "contracts published within 2 working days of signing ÷ those signed and not exempt", "已签订且不免予公告的合同数",
    "contracts signed and not exempt", "《中华人民共和国政府采购法实施条例》第五十条", SHARE_OF_CASES,
    PE_RECORD_PROCUREMENT, RECORDS, RECORDS, pe_contribute_publication_in_time },
  { "procurement.filing_in_time", "合同按时备案率", "Contracts filed in time",
    "合同签订之日起 7 个工作日内备案的合同数÷已签订的合同数",
    "contracts filed within 7 working days of signing ÷ those signed", "已签订的合同数", "contracts signed",
    "7 个工作日（未见原文，待核）", SHARE_OF_CASES, PE_RECORD_PROCUREMENT, RECORDS, RECORDS,
    pe_contribute_filing_in_time },
  { "procurement.payment_in_time", "按时付款率", "Payments made in time",
    "在约定日期（未约定的为验收后 30 日）前付款的笔数÷应付款笔数",
    "payments made by the agreed day (else within 30 days of acceptance) ÷ payments due", "应付款笔数", "payments due",
    "30 日（未见原文，待核）", SHARE_OF_CASES, PE_RECORD_PAYMENT, RECORDS, RECORDS, pe_contribute_payment_in_time },
  { "procurement.payment_delay_days", "平均付款延迟天数", "Mean delay of payments",
    "超过应付日期的自然日之和÷应付款笔数，按时的计 0 天",
    "calendar days past the day due, summed ÷ payments due; in time is 0", "应付款笔数", "payments due", NULL,
    MEAN_DAYS, PE_RECORD_PAYMENT, RECORDS, RECORDS, pe_contribute_payment_delay },

  { "assets.agreement_rate", "账实相符率", "Agreement of books and stocktake", "账面与实盘数量相符的卡片数÷卡片总数",
    "cards whose counts agree ÷ all cards", "卡片总数", "all cards", NULL, SHARE_OF_CASES, PE_RECORD_ASSET, RECORDS,
    RECORDS, pe_contribute_asset_agreement },
  { "assets.value_difference", "账实价值差额", "Difference of value", "实盘价值合计－账面价值合计",
    "value found − value by the books", NULL, NULL, NULL, AMOUNT (YUAN), PE_RECORD_ASSET, RECORDS, NONE,
    pe_contribute_asset_difference },
  { "assets.unexplained_count", "未说明原因的差异数", "Differences without a reason",
    "账面与实盘数量不符且未说明原因的卡片数", "cards whose counts differ and that give no reason", NULL, NULL, NULL,
    AMOUNT (COUNT), PE_RECORD_ASSET, RECORDS, NONE, pe_contribute_asset_unexplained },
  { "assets.utilisation_rate", "固定资产利用率", "Utilisation of assets", "在用资产账面价值÷全部资产账面价值",
    "book value of assets in use ÷ book value of all assets", "全部资产账面价值", "book value of all assets",
    "未见原文，待核", SHARE, PE_RECORD_ASSET, RECORDS, RECORDS, pe_contribute_asset_use },
};

const size_t pe_measure_n_definitions = G_N_ELEMENTS (pe_measure_definitions);

static gboolean
is_of_records (const pe_measure_part *part)
{
  return part->source == PE_PART_TOTAL || part->source == PE_PART_RECORDS || part->source == PE_PART_NONE;
}

gboolean
pe_measure_is_streamed (const pe_measure_definition *self)
{
  return is_of_records (&self->numerator) && is_of_records (&self->denominator);
}

gboolean
pe_measure_uses_prior (const pe_measure_definition *self)
{
  for (size_t i = 0; i < PE_PART_MAX_TERMS; i++)
    if (self->numerator.terms[i].prior || self->denominator.terms[i].prior)
      return TRUE;
  return FALSE;
}

gboolean
pe_measure_needs_calendar (const pe_measure_definition *self, const pe_measure_options *options)
{
  return (self->contribute == pe_contribute_signing_in_time && options->signing_kind == PE_DAYS_WORKING)
         || (self->contribute == pe_contribute_publication_in_time && options->publication_kind == PE_DAYS_WORKING)
         || (self->contribute == pe_contribute_filing_in_time && options->filing_kind == PE_DAYS_WORKING);
}
