/* perfeval/shape.h - the rule shapes that this library knows
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_SHAPE_H
#define PERFEVAL_SHAPE_H

#include <perfeval/error.h>

PE_BEGIN_DECLS

/**
 * @file shape.h
 * @brief Rule shapes (评分标准的类型), which describe themselves.
 *
 * A shape is what a rule does with its figures; a rule is a shape with
 * parameters. A shape has a revision ("capped_ratio/1"): a defect that changed a
 * digit is mended as a new revision, and the old one stays, so that a score
 * published once comes out the same for ever.
 *
 * @code
 * pe_shape_parameter parameter;
 * size_t shape;
 * assert (pe_shape_find (&shape, "capped_ratio", 1, NULL) == PE_OK);
 * pe_shape_parameter_init (&parameter, sizeof parameter);
 * assert (pe_shape_get_parameter (&parameter, shape, 0, NULL) == PE_OK);
 * assert (strcmp (parameter.name, "actual") == 0 && parameter.required == 1);
 * @endcode
 */

/** What a parameter of a shape is. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_parameter_kind;

/** Values of #pe_parameter_kind. */
enum pe_parameter_kind_value
{
  PE_PARAMETER_ARGUMENT     = 1,  /**< A figure: bound to a measure, a fact or a number. */
  PE_PARAMETER_NUMBER       = 2,  /**< A decimal. */
  PE_PARAMETER_WORD         = 3,  /**< One of the words in pe_shape_parameter::words. */
  PE_PARAMETER_STEPS        = 4,  /**< Steps of a table; see pe_rule_builder_add_steps(). */
  PE_PARAMETER_ITEMS        = 5,  /**< Items; see pe_rule_builder_add_items(). */
  PE_PARAMETER_BANDS        = 6,  /**< Graded bands; see pe_rule_builder_add_bands(). */
  PE_PARAMETER_RULES        = 7,  /**< A rule for each sign; see pe_rule_builder_set_sign_rule(). */
  PE_PARAMETER_POINTS       = 8,  /**< Points of a line; see pe_rule_builder_add_points(). */
  PE_PARAMETER_MILESTONES   = 9,  /**< Shares due by a day; see pe_rule_builder_add_milestones(). */
  PE_PARAMETER_ALTERNATIVES = 10, /**< Rules to choose from; see pe_rule_builder_add_alternative(). */
  PE_PARAMETER_INPUTS       = 11, /**< Inputs of a decision table; see pe_rule_builder_add_inputs(). */
  PE_PARAMETER_DECISIONS    = 12, /**< Rules of a decision table; see pe_rule_builder_add_decisions(). */
  PE_PARAMETER_PRIORITY
      = 13 /**< Outputs of a decision table, the first in rank first; see pe_rule_builder_add_priority(). */
};

/** A parameter of a shape, described. Texts are static. Since: 1.0 */
typedef struct pe_shape_parameter
{
  uint32_t          struct_size; /**< Set by pe_shape_parameter_init(). */
  pe_parameter_kind kind;        /**< What it is. */
  int32_t           required;    /**< 1: a rule without it is refused. */
  int32_t           whole;       /**< 1: a number that has to be whole. */
  const char       *name;        /**< As rules and rulebooks name it, e.g. "target". */
  const char       *words;       /**< The words allowed, one blank between two, or NULL. */
  const char       *minimum; /**< The least number allowed as text, or NULL; the end alone where minimum_excluded. */
  const char       *maximum; /**< The greatest number allowed as text, or NULL: no limit. */
  const char       *default_text;     /**< What holds when it is not given, or NULL. */
  const char       *description_zh;   /**< One sentence. */
  const char       *description_en;   /**< One sentence. */
  int32_t           minimum_excluded; /**< 1: a number has to be above the least one, which is not allowed itself. */
  int32_t           reserved;         /**< 0. */
} pe_shape_parameter;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_shape_parameter_init (pe_shape_parameter *self, uint32_t struct_size);

/**
 * How many shapes this library knows, each revision counted.
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_shape_get_count (void);

/**
 * Finds a shape.
 *
 * @param[out] out       its index
 * @param      name      UTF-8, e.g. "capped_ratio"
 * @param      revision  from 1
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_SHAPE_UNKNOWN     no shape has this name and revision
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_shape_find (size_t *out, const char *name, int32_t revision, pe_error **error);

/**
 * The name, e.g. "capped_ratio".
 * @param shape  from 0
 * @return UTF-8, borrowed, static; NULL past the end
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_shape_get_name (size_t shape);

/**
 * The revision, from 1.
 * @param shape  from 0
 * @return the revision; 0 past the end
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_shape_get_revision (size_t shape);

/**
 * The later revision that mended a defect of this one. An old revision stays, so that what was published once comes out
 * the same; a new edition of a rulebook takes the later one.
 * @param shape  from 0
 * @return the revision; 0 when there is none, and past the end
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_shape_get_superseded_by (size_t shape);

/**
 * What people call it, e.g. "封顶比例".
 * @param shape     from 0
 * @param language  anything but #PE_LANGUAGE_ZH gives English
 * @return UTF-8, borrowed, static; NULL past the end
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_shape_get_title (size_t shape, pe_language language);

/**
 * The exact definition with its formula, w being the full marks.
 * @param shape     from 0
 * @param language  anything but #PE_LANGUAGE_ZH gives English
 * @return UTF-8, borrowed, static; NULL past the end
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_shape_get_definition (size_t shape, pe_language language);

/**
 * Where the shape is taken from: the form, page or notice in which it was seen.
 * @param shape  from 0
 * @return UTF-8, borrowed, static; NULL past the end
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_shape_get_source (size_t shape);

/**
 * How many parameters the shape has.
 * @param shape  from 0
 * @return the number; 0 past the end
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_shape_get_n_parameters (size_t shape);

/**
 * Describes a parameter.
 *
 * @param[out] out    filled as far as out->struct_size says; texts are static
 * @param      shape  from 0
 * @param      index  from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  @p out is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         no such shape or parameter
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_shape_get_parameter (pe_shape_parameter *out, size_t shape, size_t index, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_SHAPE_H */
