/* perfeval/vocabulary.h - the words that rulebooks are written with, described
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_VOCABULARY_H
#define PERFEVAL_VOCABULARY_H

#include <perfeval/error.h>

PE_BEGIN_DECLS

/**
 * @file vocabulary.h
 * @brief The functions of formulas, the hit policies of decision tables, the policies and the states, by reflection.
 *
 * Together with #pe_shape_parameter and the catalogue of measures a host can build its
 * forms and its help from the library alone; docs/shapes.md is generated that way.
 *
 * @code
 * pe_term term;
 * pe_term_init (&term, sizeof term);
 * assert (pe_vocabulary_get_term (&term, PE_VOCABULARY_HIT_POLICIES, 0, NULL) == PE_OK);
 * assert (strcmp (term.name, "U") == 0);
 * @endcode
 */

/** A list of words. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_vocabulary;

/** Values of #pe_vocabulary. */
enum pe_vocabulary_value
{
  PE_VOCABULARY_FUNCTIONS    = 1, /**< 公式函数: see docs/formula.md. */
  PE_VOCABULARY_HIT_POLICIES = 2, /**< 命中策略: of the shape decision_table. */
  PE_VOCABULARY_POLICIES     = 3, /**< 处理办法: what a figure without a value leads to; see #pe_policy. */
  PE_VOCABULARY_STATES       = 4  /**< 数据状态: for which a policy can be given; see #pe_state. */
};

/** A word. Texts are static. Since: 1.0 */
typedef struct pe_term
{
  uint32_t    struct_size;    /**< Set by pe_term_init(). */
  uint32_t    reserved;       /**< 0. */
  const char *name;           /**< As rulebooks write it, e.g. "round half up". */
  const char *usage;          /**< Of a function: with its arguments, e.g. "floor(n), floor(n, places)"; else NULL. */
  const char *description_zh; /**< One sentence. */
  const char *description_en; /**< One sentence. */
} pe_term;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_term_init (pe_term *self, uint32_t struct_size);

/**
 * How many words there are.
 * @param vocabulary  a #pe_vocabulary
 * @return the number; 0 for what is no vocabulary
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_vocabulary_get_size (pe_vocabulary vocabulary);

/**
 * Reads a word by index.
 *
 * @param[out] out         filled as far as out->struct_size says; texts are static
 * @param      vocabulary  a #pe_vocabulary
 * @param      index       from 0
 * @param[out] error       nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  @p out is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         no such vocabulary or word
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_vocabulary_get_term (pe_term *out, pe_vocabulary vocabulary, size_t index, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_VOCABULARY_H */
