/* label-private.h - the words of explanations in both languages
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "evaluation-private.h"

/* One of two texts, by language; the Chinese one where there is no other. Literals are for pe_buffer_add_words(). */
static inline const char *
pe_label_choose (pe_language language, const char *zh, const char *en)
{
  return language == PE_LANGUAGE_ZH || en == NULL ? zh : en;
}

const char *pe_label_get_state (pe_state state, pe_language language);
const char *pe_label_get_scorer (pe_scorer scorer, pe_language language);
const char *pe_label_get_kind (pe_kind kind, pe_language language);
const char *pe_label_get_status (pe_rulebook_status status, pe_language language);
const char *pe_label_get_shape (const char *name, pe_language language); /* the name itself when it is none */
/* What an input of an outcome is called: an item's name, a measure's part, an argument. whole: the rule that was applied,
 * nullable; the inputs of a slot have the names of rows. */
void pe_label_add_input (const pe_outcome *outcome, size_t index, const pe_rule *whole, pe_language language,
                         pe_buffer *out);
/* "四舍五入保留 2 位小数", "rounded half up to 2 places" */
void pe_label_add_rounding (pe_rounding rounding, int32_t places, pe_language language, pe_buffer *out);
/* Exact where a decimal holds it, else truncated to 7 places and marked so. */
void pe_label_add_number (const pe_rational *number, pe_buffer *out);
/* A rate in percent as a contract shows it; one that is not 1 never reads as a bare 100%. */
void pe_label_add_rate (const pe_rational *rate, const pe_rounding_contract *contract, pe_buffer *out);
/* "9.97 分", "1 point", "9.97 points" */
void pe_label_add_points (const pe_rational *points, pe_language language, pe_buffer *out);
/* A figure or its text; a grade by its name in the rule, which is nullable. */
void pe_label_add_figure (const pe_scored_input *input, const pe_rule *rule, pe_language language, pe_buffer *out);
