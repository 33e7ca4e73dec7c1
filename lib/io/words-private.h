/* words-private.h - the words of the formats and the numbers that they stand for
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>

/* A table ends with a NULL word. Where several words mean the same, the first one is written. */
typedef struct pe_word
{
  const char *word;
  int32_t     value;
} pe_word;

extern const pe_word pe_words_kind[];
extern const pe_word pe_words_column_type[]; /* of registers */
extern const pe_word pe_words_nature[];
extern const pe_word pe_words_sign[];      /* of a row */
extern const pe_word pe_words_rule_sign[]; /* of a slot's rules: qualitative as well */
extern const pe_word pe_words_scorer[];
extern const pe_word pe_words_status[];
extern const pe_word pe_words_rounding[];
extern const pe_word pe_words_rank_on[];
extern const pe_word pe_words_policy[];
extern const pe_word pe_words_policy_state[]; /* the states that have a policy */
extern const pe_word pe_words_figure_state[]; /* the states that a figure can be given by */
extern const pe_word pe_words_state[];
extern const pe_word pe_words_declared[];
extern const pe_word pe_words_fact_type[];
extern const pe_word pe_words_node_kind[];
extern const pe_word pe_words_origin[];
extern const pe_word pe_words_entry_kind[];
extern const pe_word pe_words_severity[];
extern const pe_word pe_words_over_action[];
extern const pe_word pe_words_over_no_reason[];
extern const pe_word pe_words_veto_effect[];
extern const pe_word pe_words_adjustment_kind[];
extern const pe_word pe_words_adjust_cause[];

/* NULL for a number that has no word. */
const char *pe_word_get (const pe_word *words, int32_t value);
/* 0 for a word that is not one of them. */
int32_t pe_word_find (const pe_word *words, const char *word);
