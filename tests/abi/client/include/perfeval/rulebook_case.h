/* perfeval/rulebook_case.h - what a rulebook has to compute
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_RULEBOOK_CASE_H
#define PERFEVAL_RULEBOOK_CASE_H

#include <perfeval/rulebook.h>

PE_BEGIN_DECLS

/**
 * @file rulebook_case.h
 * @brief Cases (用例): rule tests as data, which travel with the rulebook that they prove.
 *
 * A case is a dossier and what has to come of it: scores by indicator, the total and
 * the grade, or an error. Whoever writes a scheme down can so say, in its own document,
 * what the published examples give; pe_rulebook_run_cases() holds the rulebook to it.
 *
 * A case that expects neither a total nor a grade nor an error without a place scores
 * only the indicators that it names: the others need no figures.
 *
 * Cases are part of a rulebook's content and of its digest: they say what its rules
 * mean. A rulebook without cases has the digest that it had before there were any.
 *
 * @code
 * pe_rulebook_case proof;
 * pe_case_score score;
 * pe_rulebook_case_init (&proof, sizeof proof);
 * pe_case_score_init (&score, sizeof score);
 * proof.name_zh = "增城2023";
 * proof.dossier = dossier;
 * score.of_case = 1;
 * score.indicator = "1.1.3";
 * pe_decimal_parse (&score.score, "9.97", 4, NULL);
 * assert (pe_rulebook_builder_add_cases (builder, &proof, 1, NULL) == PE_OK);
 * assert (pe_rulebook_builder_add_case_scores (builder, &score, 1, NULL) == PE_OK);
 * @endcode
 */

/** A case. Since: 1.0 */
typedef struct pe_rulebook_case
{
  uint32_t    struct_size; /**< Set by pe_rulebook_case_init(). */
  pe_status   error;       /**< The error that evaluating it has to answer; 0: none. */
  const char *name_zh;     /**< Required. UTF-8. */
  const char *name_en;     /**< Nullable. UTF-8. */
  const char *grade;       /**< Nullable. The id of the grade expected. */
  const char *at;          /**< Nullable. With an error: the indicator that alone is scored and has to answer it. */
  pe_figure   total;       /**< The total expected, a bare number; missing: not said. */
  pe_dossier *dossier;     /**< Required. The builder takes a reference of its own; borrowed when read. */
} pe_rulebook_case;

/**
 * Fills @p self with zeros and its size; nothing is expected.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_rulebook_case_init (pe_rulebook_case *self, uint32_t struct_size);

/** A score that a case expects of an indicator, a leaf or a group. Since: 1.0 */
typedef struct pe_case_score
{
  uint32_t    struct_size; /**< Set by pe_case_score_init(). */
  uint32_t    of_case;     /**< Required. The case: its number, from 1 in the order of adding. */
  const char *indicator;   /**< Required. The indicator's code. */
  pe_decimal  score;       /**< As the contract rounds it; compared exactly, 9.9 and 9.90 are the same. */
} pe_case_score;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_case_score_init (pe_case_score *self, uint32_t struct_size);

/**
 * Adds cases, all of them or none. What they expect is checked with the whole, by pe_rulebook_builder_build():
 * #PE_ERROR_CASE_EXPECTATION for a case that expects nothing or an error beside scores, #PE_ERROR_REFERENCE_UNKNOWN for an
 * indicator and #PE_ERROR_GRADE_UNKNOWN for a grade that is not there, #PE_ERROR_CODE_DUPLICATE for two scores of one
 * indicator.
 *
 * @param      self   a builder
 * @param      items  copied; the stride is the first element's struct_size
 * @param      n      how many; 0 adds nothing
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      they are added
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or a member is missing or out of range
 * @retval PE_ERROR_UNSUPPORTED       an element is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      a text is not UTF-8
 * @retval PE_ERROR_TEXT_EMPTY        a required text is empty
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_builder_add_cases (pe_rulebook_builder *self, const pe_rulebook_case *items, size_t n,
                                         pe_error **error);

/**
 * Adds scores that cases expect, each after its case, all of them or none.
 *
 * @param      self   a builder
 * @param      items  copied; the stride is the first element's struct_size
 * @param      n      how many; 0 adds nothing
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      they are added
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or a member is missing or out of range
 * @retval PE_ERROR_UNSUPPORTED       an element is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      a text is not UTF-8
 * @retval PE_ERROR_CODE_SYNTAX       a code is malformed
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_builder_add_case_scores (pe_rulebook_builder *self, const pe_case_score *items, size_t n,
                                               pe_error **error);

/**
 * How many cases there are.
 * @param self  a rulebook, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_rulebook_get_n_cases (const pe_rulebook *self);

/**
 * Reads a case by index.
 *
 * @param[out] out    filled as far as out->struct_size says; texts and the dossier are borrowed from @p self
 * @param      self   a rulebook
 * @param      index  from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_get_case (pe_rulebook_case *out, const pe_rulebook *self, size_t index, pe_error **error);

/**
 * How many scores the cases expect in all.
 * @param self  a rulebook, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_rulebook_get_n_case_scores (const pe_rulebook *self);

/**
 * Reads a score that a case expects, by index: those of the first case first, each case's in the order of adding.
 *
 * @param[out] out    filled as far as out->struct_size says; texts are borrowed from @p self
 * @param      self   a rulebook
 * @param      index  from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_get_case_score (pe_case_score *out, const pe_rulebook *self, size_t index, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_RULEBOOK_CASE_H */
