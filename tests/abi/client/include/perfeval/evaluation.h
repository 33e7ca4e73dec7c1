/* perfeval/evaluation.h - a dossier scored by a rulebook
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_EVALUATION_H
#define PERFEVAL_EVALUATION_H

#include <perfeval/calendar.h>
#include <perfeval/ledger.h>
#include <perfeval/limits.h>
#include <perfeval/rulebook.h>

PE_BEGIN_DECLS

/**
 * @file evaluation.h
 * @brief An evaluation (评价结果): the scored tree, its grade and its ledger.
 *
 * Nodes are numbered as the table is printed: node 0 is the total, then each
 * indicator before those below it; the rows of a slot that are scored one by one
 * stand below their slot.
 *
 * @code
 * pe_evaluation *evaluation = NULL;
 * pe_decimal total;
 * if (pe_evaluate (&evaluation, rulebook, dossier, NULL, NULL, NULL) == PE_OK)
 *   {
 *     assert (pe_evaluation_get_points (&total, evaluation, 0, PE_POINTS_SCORE, NULL) == PE_OK);
 *     pe_evaluation_unref (evaluation);
 *   }
 * @endcode
 */

/** An evaluation. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_evaluation pe_evaluation;

/** How to evaluate. Since: 1.0 */
typedef struct pe_evaluate_options
{
  uint32_t           struct_size; /**< Set by pe_evaluate_options_init(). */
  pe_scorer          scorer;      /**< Whose declared scores count. Default: #PE_SCORER_SELF. */
  const pe_calendar *calendar;    /**< Nullable. For rules that count working days; borrowed for the call. */
  const pe_limits   *limits;      /**< Nullable: the defaults; borrowed for the call. */
} pe_evaluate_options;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_evaluate_options_init (pe_evaluate_options *self, uint32_t struct_size);

/** What a node is. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_node_kind;

/** Values of #pe_node_kind. */
enum pe_node_kind_value
{
  PE_NODE_TOTAL = 1, /**< 总分: node 0. */
  PE_NODE_GROUP = 2, /**< A group of indicators, or a row with rows below it. */
  PE_NODE_LEAF  = 3, /**< An indicator that is scored. */
  PE_NODE_ROW   = 4  /**< A row of a slot that is scored by itself. */
};

/** Where a node's score comes from. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_origin;

/** Values of #pe_origin. */
enum pe_origin_value
{
  PE_ORIGIN_SUM      = 1, /**< The sum of the nodes below it. */
  PE_ORIGIN_COMPUTED = 2, /**< Computed by its rule. */
  PE_ORIGIN_DECLARED = 3, /**< A person's declared score. */
  PE_ORIGIN_POLICY   = 4, /**< A figure had no value; the policy for that decided. */
  PE_ORIGIN_DROPPED  = 5, /**< Left out; the rest is rescaled. */
  PE_ORIGIN_WEIGHTED = 6  /**< The weighted mean of several units' scores: see #pe_rollup. */
};

/** A node. Texts are borrowed. Since: 1.0 */
typedef struct pe_node
{
  uint32_t     struct_size; /**< Set by pe_node_init(). */
  pe_node_kind kind;        /**< What it is. */
  pe_origin    origin;      /**< Where its score comes from. */
  pe_state     state;       /**< #PE_STATE_VALUE, or what its decisive figure was when a policy decided. */
  uint32_t     parent;      /**< The node above; 0 for node 0 as well. */
  uint32_t     depth;       /**< 0 for the total. */
  int32_t      indicator;   /**< The indicator's index in the rulebook; -1 for the total; a row has its slot's. */
  int32_t      row;         /**< The row's index in the dossier; -1 when it is no row. */
  const char  *code;        /**< The indicator's code; "" for the total; a row's is its slot's, "#" and its number. */
  const char  *name_zh;     /**< The name. A row has the name that the unit gave it. */
  const char  *name_en;     /**< The name, or the Chinese one where none is given. */
} pe_node;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_node_init (pe_node *self, uint32_t struct_size);

/** Which points of a node. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_points;

/** Values of #pe_points. */
enum pe_points_value
{
  PE_POINTS_FULL_MARKS = 1, /**< 满分 */
  PE_POINTS_SCORE      = 2, /**< 得分, rounded where the contract says so. */
  PE_POINTS_UNROUNDED  = 3, /**< The score before this node's own rounding. */
  PE_POINTS_LOST       = 4, /**< 扣分: full marks less score; below 0 where bonuses pass the full marks. */
  PE_POINTS_UNADJUSTED = 5  /**< Before adjustments and rounding: what the rule, or the sum, gives. */
};

/** A figure that a leaf was scored by. Texts are borrowed. Since: 1.0 */
typedef struct pe_input
{
  uint32_t    struct_size; /**< Set by pe_input_init(). */
  uint32_t    reserved;    /**< 0. */
  const char *name;        /**< The argument, item or row, e.g. "actual". */
  const char *measure;     /**< The measure whose part it is, or NULL. */
  const char *path; /**< Where it stands in the dossier, e.g. "/budget/lines/0/executed"; NULL if the rule fixes it. */
  const char *text; /**< When the figure is a text. */
  pe_figure   figure; /**< The figure as handed in. */
  const char *unit;   /**< The unit's word as it is printed there, e.g. "人"; NULL: that of the figure's own unit. */
} pe_input;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_input_init (pe_input *self, uint32_t struct_size);

/**
 * Scores a dossier by a rulebook.
 *
 * @param[out] out       owned: pe_evaluation_unref(); keeps references to both
 * @param      rulebook  a rulebook
 * @param      dossier   a dossier
 * @param      options   nullable: the defaults
 * @param[out] findings  nullable; an owned list, also on failure: what was scored from a declaration, what a policy
 *                       decided, what differs from what was declared, and each error
 * @param[out] error     nullable; an owned error on failure, the first of the findings of severity error
 *
 * @retval PE_OK                        @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT    an argument is NULL or an option is out of range
 * @retval PE_ERROR_UNSUPPORTED         @p options is newer than this library
 * @retval PE_ERROR_FISCAL_YEAR         the dossier's year is not one of the rulebook's
 * @retval PE_ERROR_VALUE_UNKNOWN       the dossier's kind is not the rulebook's
 * @retval PE_ERROR_FIGURE_MISSING      a figure is missing and no policy says what then; likewise
 *                                      #PE_ERROR_FIGURE_TEXT, #PE_ERROR_NOT_APPLICABLE, #PE_ERROR_ZERO_DENOMINATOR
 * @retval PE_ERROR_SCORE_MISSING       a leaf that a person scores has no declared score of that scorer
 * @retval PE_ERROR_SCORE_ABOVE_MARKS   a declared score lies above the full marks
 * @retval PE_ERROR_SCORE_NEGATIVE      a declared score lies below zero
 * @retval PE_ERROR_SCORE_OUTSIDE_BAND  a person's score lies outside the band of the grade given
 * @retval PE_ERROR_GRADE_UNKNOWN       a grade that the rule does not have
 * @retval PE_ERROR_COUNT_INVALID       a count is negative, not whole, or larger than what it is part of
 * @retval PE_ERROR_UNIT_MISMATCH       figures of different dimensions are to be divided or compared
 * @retval PE_ERROR_CALENDAR_MISSING    working days are to be counted and no calendar was given
 * @retval PE_ERROR_CALENDAR_RANGE      the calendar does not cover a year
 * @retval PE_ERROR_SLOT_EMPTY          a slot has no rows and the rulebook calls that an error
 * @retval PE_ERROR_SLOT_ROWS           rows do not fit the slot's depth, count or marks
 * @retval PE_ERROR_NOTHING_APPLICABLE  every leaf was dropped
 * @retval PE_ERROR_ADJUSTMENT_REFUSED  a deduction or bonus that the rulebook does not provide for
 * @retval PE_ERROR_REASON_MISSING      an over-achieved target without the reason that the rulebook asks for
 * @retval PE_ERROR_REFERENCE_UNKNOWN   an event that the rulebook has no veto for
 * @retval PE_ERROR_LIMIT               a number passes pe_limits::number_bits
 * @retval PE_ERROR_NO_MEMORY           memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_evaluate (pe_evaluation **out, pe_rulebook *rulebook, pe_dossier *dossier,
                       const pe_evaluate_options *options, pe_findings **findings, pe_error **error);

/**
 * The rulebook.
 * @param self  an evaluation
 * @return borrowed from @p self
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_rulebook *pe_evaluation_get_rulebook (const pe_evaluation *self);

/**
 * The dossier.
 * @param self  an evaluation
 * @return borrowed from @p self
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_dossier *pe_evaluation_get_dossier (const pe_evaluation *self);

/**
 * What was noticed; the same list that pe_evaluate() gave.
 * @param self  an evaluation
 * @return borrowed from @p self
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_findings *pe_evaluation_get_findings (const pe_evaluation *self);

/**
 * The ledger.
 * @param self  an evaluation
 * @return borrowed from @p self
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const pe_ledger *pe_evaluation_get_ledger (const pe_evaluation *self);

/**
 * The grade, as an index for pe_rulebook_get_grade().
 * @param self  an evaluation
 * @return the index, or -1 when the rulebook has no grades
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_evaluation_get_grade (const pe_evaluation *self);

/**
 * The grade that the points alone have, as an index for pe_rulebook_get_grade().
 * @param self  an evaluation, nullable
 * @return the index, or -1 when the rulebook has no grades
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_evaluation_get_grade_of_points (const pe_evaluation *self);

/**
 * The event that keeps the grade below the one that the points have, as an index for pe_dossier_get_event().
 * @param self  an evaluation, nullable
 * @return the index, or -1 when no event does
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_evaluation_get_grade_event (const pe_evaluation *self);

/**
 * How many nodes there are.
 * @param self  the object, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_evaluation_get_n_nodes (const pe_evaluation *self);

/**
 * Reads a node by index.
 *
 * @param[out] out    filled as far as out->struct_size says; texts are borrowed from @p self
 * @param      self   the object
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
pe_status pe_evaluation_get_node (pe_node *out, const pe_evaluation *self, size_t index, pe_error **error);

/**
 * Points of a node as a decimal.
 *
 * @param[out] out     in points
 * @param      self    an evaluation
 * @param      node    from 0
 * @param      points  a #pe_points
 * @param[out] error   nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set, and exact
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_NOT_FOUND         @p node is past the end
 * @retval PE_ERROR_OVERFLOW          no decimal holds it exactly: use pe_evaluation_compute_points()
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_evaluation_get_points (pe_decimal *out, const pe_evaluation *self, size_t node, pe_points points,
                                    pe_error **error);

/**
 * Points of a node, exactly.
 *
 * @param[out] out     in points, owned: pe_ratio_unref()
 * @param      self    an evaluation
 * @param      node    from 0
 * @param      points  a #pe_points
 * @param[out] error   nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_NOT_FOUND         @p node is past the end
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_evaluation_compute_points (pe_ratio **out, const pe_evaluation *self, size_t node, pe_points points,
                                        pe_error **error);

/**
 * How many figures a node was scored by.
 * @param self  an evaluation
 * @param node  from 0
 * @return the number; 0 for a group
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_evaluation_get_n_inputs (const pe_evaluation *self, size_t node);

/**
 * Reads a figure that a node was scored by.
 *
 * @param[out] out    filled as far as out->struct_size says; texts are borrowed from @p self
 * @param      self   an evaluation
 * @param      node   from 0
 * @param      index  from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         no such node or figure
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_evaluation_get_input (pe_input *out, const pe_evaluation *self, size_t node, size_t index,
                                   pe_error **error);

/**
 * The calculation of a node with its numbers put in, e.g. "10 × min(1, 2149.56 / 2155.61) = 9.9719336…".
 *
 * @param[out] out    owned: pe_text_unref()
 * @param      self   the object
 * @param      node   from 0
 * @param      language anything but #PE_LANGUAGE_ZH gives English
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_NOT_FOUND         @p node is past the end
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_evaluation_print_formula (pe_text **out, const pe_evaluation *self, size_t node, pe_language language,
                                       pe_error **error);

/**
 * The rate of a node in percent as the contract shows it, e.g. "99.72%"; empty when it has none. One that is not 1 never reads as a bare 100%: "100.00% (99.996%)".
 *
 * @param[out] out    owned: pe_text_unref()
 * @param      self   the object
 * @param      node   from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_NOT_FOUND         @p node is past the end
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_evaluation_print_rate (pe_text **out, const pe_evaluation *self, size_t node, pe_error **error);

/**
 * Explains a node: the rule in words, each figure with its place, the formula with numbers, the exact value, the rounding, the deduction and its reason; a line each.
 *
 * @param[out] out    owned: pe_text_unref()
 * @param      self   the object
 * @param      node   from 0
 * @param      language anything but #PE_LANGUAGE_ZH gives English
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_NOT_FOUND         @p node is past the end
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_evaluation_explain (pe_text **out, const pe_evaluation *self, size_t node, pe_language language,
                                 pe_error **error);

/**
 * Takes one more reference.
 * @param self  a evaluation, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_evaluation *pe_evaluation_ref (pe_evaluation *self);

/**
 * Gives one reference back; the last one frees the evaluation.
 * @param self  a evaluation, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_evaluation_unref (pe_evaluation *self);

PE_END_DECLS

#endif /* PERFEVAL_EVALUATION_H */
