/* words.c - the words of the formats and the numbers that they stand for
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "words-private.h"

#include <perfeval/evaluation.h>
#include <string.h>

const pe_word pe_words_kind[] = {
  { "department", PE_KIND_DEPARTMENT }, { "project", PE_KIND_PROJECT }, { "policy", PE_KIND_POLICY }, { NULL, 0 }
};

const pe_word pe_words_column_type[] = {
  { "string", PE_COLUMN_TEXT },
  { "number", PE_COLUMN_NUMBER },
  { "date", PE_COLUMN_DATE },
  { "boolean", PE_COLUMN_TRUTH },
  { NULL, 0 },
};

const pe_word pe_words_nature[] = {
  { "quantitative", PE_NATURE_QUANTITATIVE },
  { "qualitative", PE_NATURE_QUALITATIVE },
  { NULL, 0 },
};

const pe_word pe_words_sign[] = {
  { ">=", PE_SIGN_AT_LEAST }, { "<=", PE_SIGN_AT_MOST }, { "=", PE_SIGN_EQUAL },   { "<", PE_SIGN_LESS },
  { ">", PE_SIGN_GREATER },   { "≥", PE_SIGN_AT_LEAST }, { "≤", PE_SIGN_AT_MOST }, { NULL, 0 },
};

const pe_word pe_words_rule_sign[] = {
  { ">=", PE_SIGN_AT_LEAST },
  { "<=", PE_SIGN_AT_MOST },
  { "=", PE_SIGN_EQUAL },
  { "<", PE_SIGN_LESS },
  { ">", PE_SIGN_GREATER },
  { "qualitative", PE_SIGN_QUALITATIVE },
  { NULL, 0 },
};

const pe_word pe_words_fact_type[] = {
  { "number", PE_FACT_NUMBER },
  { "string", PE_FACT_STRING },
  { "boolean", PE_FACT_BOOLEAN },
  { "date", PE_FACT_DATE },
  { NULL, 0 },
};

const pe_word pe_words_scorer[] = {
  { "self", PE_SCORER_SELF },
  { "department", PE_SCORER_DEPARTMENT },
  { "finance", PE_SCORER_FINANCE },
  { "external", PE_SCORER_EXTERNAL },
  { NULL, 0 },
};

const pe_word pe_words_status[] = {
  { "official", PE_RULEBOOK_OFFICIAL },
  { "reconstructed", PE_RULEBOOK_RECONSTRUCTED },
  { "sample", PE_RULEBOOK_SAMPLE },
  { NULL, 0 },
};

const pe_word pe_words_rounding[] = {
  { "half_up", PE_ROUND_HALF_UP },
  { "half_even", PE_ROUND_HALF_EVEN },
  { "half_down", PE_ROUND_HALF_DOWN },
  { "down", PE_ROUND_DOWN },
  { "up", PE_ROUND_UP },
  { "floor", PE_ROUND_FLOOR },
  { "ceiling", PE_ROUND_CEILING },
  { NULL, 0 },
};

const pe_word pe_words_rank_on[] = { { "rounded", PE_RANK_ON_ROUNDED }, { "exact", PE_RANK_ON_EXACT }, { NULL, 0 } };

const pe_word pe_words_policy[] = {
  { "error", PE_POLICY_ERROR },
  { "full", PE_POLICY_FULL },
  { "zero", PE_POLICY_ZERO },
  { "drop", PE_POLICY_DROP },
  { NULL, 0 },
};

/* PE_STATE_MISSING is 0, as a word that is not found is; so these are one more than the states. */
const pe_word pe_words_policy_state[] = {
  { "missing", PE_STATE_MISSING + 1 },
  { "not_applicable", PE_STATE_NOT_APPLICABLE + 1 },
  { "zero_denominator", PE_STATE_ZERO_DENOMINATOR + 1 },
  { "text", PE_STATE_TEXT + 1 },
  { "invalid", PE_STATE_INVALID + 1 },
  { NULL, 0 },
};

const pe_word pe_words_figure_state[] = {
  { "missing", PE_STATE_MISSING + 1 },
  { "not_applicable", PE_STATE_NOT_APPLICABLE + 1 },
  { NULL, 0 },
};

const pe_word pe_words_state[] = {
  { "missing", PE_STATE_MISSING },
  { "value", PE_STATE_VALUE },
  { "not_applicable", PE_STATE_NOT_APPLICABLE },
  { "text", PE_STATE_TEXT },
  { "zero_denominator", PE_STATE_ZERO_DENOMINATOR },
  { "invalid", PE_STATE_INVALID },
  { NULL, 0 },
};

const pe_word pe_words_declared[] = {
  { "never", PE_DECLARED_NEVER },
  { "if_facts_missing", PE_DECLARED_IF_FACTS_MISSING },
  { "only", PE_DECLARED_ONLY },
  { NULL, 0 },
};

const pe_word pe_words_node_kind[] = {
  { "total", PE_NODE_TOTAL }, { "group", PE_NODE_GROUP }, { "leaf", PE_NODE_LEAF }, { "row", PE_NODE_ROW }, { NULL, 0 }
};

const pe_word pe_words_origin[] = {
  { "sum", PE_ORIGIN_SUM },
  { "computed", PE_ORIGIN_COMPUTED },
  { "declared", PE_ORIGIN_DECLARED },
  { "policy", PE_ORIGIN_POLICY },
  { "dropped", PE_ORIGIN_DROPPED },
  { "weighted", PE_ORIGIN_WEIGHTED },
  { NULL, 0 },
};

const pe_word pe_words_entry_kind[] = {
  { "leaf", PE_ENTRY_LEAF },
  { "adjust", PE_ENTRY_ADJUST },
  { "rescale", PE_ENTRY_RESCALE },
  { "rounding", PE_ENTRY_ROUNDING },
  { NULL, 0 },
};

const pe_word pe_words_severity[]
    = { { "note", PE_SEVERITY_NOTE }, { "warning", PE_SEVERITY_WARNING }, { "error", PE_SEVERITY_ERROR }, { NULL, 0 } };

const pe_word pe_words_over_action[]
    = { { "flag", PE_OVER_FLAG }, { "reason", PE_OVER_REASON }, { "reduce", PE_OVER_REDUCE }, { NULL, 0 } };

const pe_word pe_words_over_no_reason[] = {
  { "flag", PE_OVER_NO_REASON_FLAG },
  { "zero", PE_OVER_NO_REASON_ZERO },
  { "error", PE_OVER_NO_REASON_ERROR },
  { NULL, 0 },
};

const pe_word pe_words_veto_effect[] = { { "zero", PE_VETO_ZERO }, { "ceiling", PE_VETO_CEILING }, { NULL, 0 } };

const pe_word pe_words_adjustment_kind[]
    = { { "deduction", PE_ADJUSTMENT_DEDUCTION }, { "bonus", PE_ADJUSTMENT_BONUS }, { NULL, 0 } };

const pe_word pe_words_adjust_cause[] = {
  { "over_achievement", PE_CAUSE_OVER_ACHIEVEMENT },
  { "cap", PE_CAUSE_CAP },
  { "deduction", PE_CAUSE_DEDUCTION },
  { "bonus", PE_CAUSE_BONUS },
  { "veto", PE_CAUSE_VETO },
  { NULL, 0 },
};

const char *
pe_word_get (const pe_word *words, int32_t value)
{
  for (; words->word != NULL; words++)
    if (words->value == value)
      return words->word;
  return NULL;
}

int32_t
pe_word_find (const pe_word *words, const char *word)
{
  for (; words->word != NULL; words++)
    if (strcmp (words->word, word) == 0)
      return words->value;
  return 0;
}
