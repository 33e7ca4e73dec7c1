/* perfeval/rule_argument.h - what a rule was told, read back
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_RULE_ARGUMENT_H
#define PERFEVAL_RULE_ARGUMENT_H

#include <perfeval/rule.h>

PE_BEGIN_DECLS

/**
 * @file rule_argument.h
 * @brief Reading a rule: where its arguments come from, its numbers, words, steps and items.
 *
 * A host that explains or recomputes a rule in terms of its own (a spreadsheet, a form) asks
 * the shape for its parameters (shape.h) and the rule for what was given for each.
 *
 * @code
 * // 销售 over 目标, at most the full marks
 * pe_rule_builder *builder = NULL;
 * pe_rule *rule = NULL;
 * pe_rule_argument argument;
 * assert (pe_rule_builder_new (&builder, "capped_ratio", 1, NULL) == PE_OK);
 * assert (pe_rule_builder_bind_fact (builder, "actual", "sales", NULL) == PE_OK);
 * assert (pe_rule_builder_build (&rule, builder, NULL, NULL) == PE_OK);
 * pe_rule_argument_init (&argument, sizeof argument);
 * assert (pe_rule_read_argument (&argument, rule, "actual", NULL) == PE_OK);
 * assert (argument.source == PE_ARGUMENT_FACT && argument.name[0] == 's');
 * assert (pe_rule_read_argument (&argument, rule, "target", NULL) == PE_ERROR_NOT_FOUND);
 * pe_rule_unref (rule);
 * pe_rule_builder_free (builder);
 * @endcode
 */

/** Where an argument comes from. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_argument_source;

/** Values of #pe_argument_source. */
enum pe_argument_source_value
{
  PE_ARGUMENT_MEASURE = 1, /**< A measure of the dossier. */
  PE_ARGUMENT_FACT    = 2, /**< A fact of the same indicator, or a member of the row. */
  PE_ARGUMENT_FIGURE  = 3, /**< Fixed by the rule. */
  PE_ARGUMENT_FORMULA = 4  /**< A formula. */
};

/** An argument. Texts are borrowed. Since: 1.0 */
typedef struct pe_rule_argument
{
  uint32_t           struct_size; /**< Set by pe_rule_argument_init(). */
  pe_argument_source source;      /**< Where it comes from. */
  const char        *name;   /**< The id of the measure, the name of the fact or the text of the formula; or NULL. */
  pe_figure          figure; /**< With #PE_ARGUMENT_FIGURE. */
} pe_rule_argument;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_rule_argument_init (pe_rule_argument *self, uint32_t struct_size);

/**
 * Reads an argument.
 *
 * @param[out] out    filled as far as out->struct_size says; texts are borrowed from @p self
 * @param      self   a rule
 * @param      name   a parameter of kind #PE_PARAMETER_ARGUMENT, copied
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         nothing was given for it, or the shape has no such argument
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_read_argument (pe_rule_argument *out, const pe_rule *self, const char *name, pe_error **error);

/**
 * Reads a number.
 *
 * @param[out] out    the number
 * @param      self   a rule
 * @param      name   a parameter of kind #PE_PARAMETER_NUMBER, copied
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         nothing was given for it, or the shape has no such number
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_read_number (pe_decimal *out, const pe_rule *self, const char *name, pe_error **error);

/**
 * Reads a word.
 * @param self  a rule, nullable
 * @param name  nullable; a parameter of kind #PE_PARAMETER_WORD, copied
 * @return borrowed from @p self; NULL when nothing was given for it, or the shape has no such word
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_rule_find_word (const pe_rule *self, const char *name);

/**
 * The unit in which bounds and the number "per" are written.
 * @param self  a rule, nullable
 * @return a #pe_unit; #PE_UNIT_NONE for a bare number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_unit pe_rule_get_bound_unit (const pe_rule *self);

/**
 * The rule for the rows of a sign; of a slot alone.
 * @param self  a rule, nullable
 * @param sign  a #pe_sign
 * @return borrowed from @p self; NULL when there is none
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const pe_rule *pe_rule_find_sign_rule (const pe_rule *self, pe_sign sign);

/**
 * How many steps there are.
 * @param self  a rule, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_rule_get_n_steps (const pe_rule *self);

/**
 * Reads a step by index, in the order of adding.
 *
 * @param[out] out    filled as far as out->struct_size says; texts are borrowed from @p self
 * @param      self   a rule
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
pe_status pe_rule_get_step (pe_step *out, const pe_rule *self, size_t index, pe_error **error);

/**
 * How many items there are.
 * @param self  a rule, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_rule_get_n_items (const pe_rule *self);

/**
 * Reads an item by index, in the order of adding.
 *
 * @param[out] out    filled as far as out->struct_size says; texts are borrowed from @p self
 * @param      self   a rule
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
pe_status pe_rule_get_item (pe_item *out, const pe_rule *self, size_t index, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_RULE_ARGUMENT_H */
