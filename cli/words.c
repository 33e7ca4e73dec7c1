/* words.c - the words of results in both languages
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "cli.h"

/* Results follow --lang and not the locale, so that a file comes out the same on every machine. */
static const char *const words[CLI_N_WORDS][2] = {
  [CLI_WORD_CODE] = { "编号", "Code" },
  [CLI_WORD_INDICATOR] = { "指标", "Indicator" },
  [CLI_WORD_FULL_MARKS] = { "满分", "Marks" },
  [CLI_WORD_SCORE] = { "得分", "Score" },
  [CLI_WORD_LOST] = { "扣分", "Lost" },
  [CLI_WORD_ORIGIN] = { "来源", "Origin" },
  [CLI_WORD_TOTAL] = { "总分", "Total" },
  [CLI_WORD_GRADE] = { "等级", "Grade" },
  [CLI_WORD_YEAR] = { "年度", "fiscal year" },
  [CLI_WORD_COLON] = { "：", ": " },
  [CLI_WORD_DEDUCTIONS] = { "扣分明细", "Points lost" },
  [CLI_WORD_NO_DEDUCTIONS] = { "没有扣分。", "No points were lost." },
  [CLI_WORD_RULEBOOK] = { "评分规则", "Rulebook" },
  [CLI_WORD_ASSUMPTIONS] = { "规则中的假定", "Assumptions of the rulebook" },
  [CLI_WORD_DECLARED_SUMMARY] = { "按填报得分（未由本程序计算）的指标", "Scored from declarations, not computed here" },
  [CLI_WORD_RECEIPT] = { "回执", "Receipt" },
  [CLI_WORD_DOSSIER] = { "评价材料", "Dossier" },
};

static const char *const origins[][2] = {
  [PE_ORIGIN_SUM] = { "", "" },
  [PE_ORIGIN_COMPUTED] = { "计算", "computed" },
  [PE_ORIGIN_DECLARED] = { "填报", "declared" },
  [PE_ORIGIN_POLICY] = { "按规定", "policy" },
  [PE_ORIGIN_DROPPED] = { "剔除", "dropped" },
};

static const char *const statuses[][2] = {
  [PE_RULEBOOK_OFFICIAL] = { "官方", "official" },
  [PE_RULEBOOK_RECONSTRUCTED] = { "复原，非官方文本", "reconstructed, not the official text" },
  [PE_RULEBOOK_SAMPLE] = { "示例，不对应任何办法", "sample, no real scheme" },
};

static size_t
column (pe_language language)
{
  return language == PE_LANGUAGE_ZH ? 0 : 1;
}

const char *
cli_word_get (cli_word word, pe_language language)
{
  return words[word][column (language)];
}

const char *
cli_origin_word (pe_origin origin, pe_language language)
{
  if (origin < PE_ORIGIN_SUM || (size_t) origin >= G_N_ELEMENTS (origins))
    return "";
  return origins[origin][column (language)];
}

const char *
cli_status_word (pe_rulebook_status status, pe_language language)
{
  if (status < PE_RULEBOOK_OFFICIAL || (size_t) status >= G_N_ELEMENTS (statuses))
    return "";
  return statuses[status][column (language)];
}
