/* perfeval/rule.h - how one line is scored
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_RULE_H
#define PERFEVAL_RULE_H

#include <perfeval/date.h>
#include <perfeval/facts.h>
#include <perfeval/limits.h>
#include <perfeval/ratio.h>
#include <perfeval/shape.h>

PE_BEGIN_DECLS

/**
 * @file rule.h
 * @brief A rule (评分标准): a shape with parameters and with figures bound to its arguments.
 *
 * A rule usually lives in a #pe_rulebook. It can also score one line by itself:
 *
 * @code
 * // 采购政策效能, 1 mark: 187.61 of 258.83 bought from small firms
 * pe_rule_builder *builder = NULL;
 * pe_rule *rule = NULL;
 * pe_fact facts[2];
 * pe_decimal full_marks = { 1, 0, 0 }, points;
 * pe_ratio *exact = NULL;
 * pe_fact_init (&facts[0], sizeof facts[0]);
 * pe_fact_init (&facts[1], sizeof facts[1]);
 * facts[0].name = "contracts";
 * pe_figure_parse (&facts[0].figure, "187.61万元", 12, NULL);
 * facts[1].name = "reserve";
 * pe_figure_parse (&facts[1].figure, "258.83万元", 12, NULL);
 * assert (pe_rule_builder_new (&builder, "capped_ratio", 1, NULL) == PE_OK);
 * assert (pe_rule_builder_bind_fact (builder, "actual", "contracts", NULL) == PE_OK);
 * assert (pe_rule_builder_bind_fact (builder, "target", "reserve", NULL) == PE_OK);
 * assert (pe_rule_builder_build (&rule, builder, NULL, NULL) == PE_OK);
 * assert (pe_rule_score (&exact, rule, &full_marks, facts, 2, NULL, NULL) == PE_OK);
 * assert (pe_ratio_round (&points, exact, 2, PE_ROUND_HALF_UP, NULL) == PE_OK);
 * assert (points.coefficient == 72 && points.scale == 2);
 * pe_ratio_unref (exact);
 * pe_rule_unref (rule);
 * pe_rule_builder_free (builder);
 * @endcode
 */

/** A rule. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_rule pe_rule;

/** A rule under construction; belongs to one thread. Since: 1.0 */
typedef struct pe_rule_builder pe_rule_builder;

/** What happens to a leaf whose figure has no value. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_policy;

/** Values of #pe_policy. */
enum pe_policy_value
{
  PE_POLICY_ERROR = 1, /**< The evaluation fails and says where. The default. */
  PE_POLICY_FULL  = 2, /**< 满分: full marks. */
  PE_POLICY_ZERO  = 3, /**< 零分: no points. */
  PE_POLICY_DROP  = 4  /**< 剔除并折算: the leaf is left out and the rest rescaled to the whole. */
};

/** How an interval ends on one side. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_end;

/** Values of #pe_end. */
enum pe_end_value
{
  PE_END_CLOSED    = 1, /**< The bound belongs to the interval. */
  PE_END_OPEN      = 2, /**< It does not. */
  PE_END_UNBOUNDED = 3  /**< There is no bound. */
};

/** A step of a table: figures in the interval get the points. Since: 1.0 */
typedef struct pe_step
{
  uint32_t   struct_size; /**< Set by pe_step_init(). */
  pe_end     lower_end;   /**< Required. */
  pe_end     upper_end;   /**< Required. */
  int32_t    reserved;    /**< 0. */
  pe_decimal lower;       /**< The lower bound, in the rule's unit. */
  pe_decimal upper;       /**< The upper bound, not below the lower. */
  pe_decimal points;      /**< 0 to the full marks. */
} pe_step;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_step_init (pe_step *self, uint32_t struct_size);

/** An item of a checklist, or a kind of violation. Since: 1.0 */
typedef struct pe_item
{
  uint32_t    struct_size; /**< Set by pe_item_init(). */
  uint32_t    reserved;    /**< 0. */
  const char *id;          /**< Required. The name of its fact: 1 to 64 letters, digits, '.', '-' and '_'. */
  const char *name_zh;     /**< Required. UTF-8. */
  const char *name_en;     /**< Nullable. UTF-8. */
  pe_decimal  points;      /**< What it is worth, or what each violation costs; above 0. */
  pe_figure   cap;         /**< The most that this kind of violation can cost; missing for no cap. */
} pe_item;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_item_init (pe_item *self, uint32_t struct_size);

/** A graded band: a person who gives the grade has to score inside it. Since: 1.0 */
typedef struct pe_band
{
  uint32_t    struct_size; /**< Set by pe_band_init(). */
  pe_end      low_end;     /**< Closed or open. */
  pe_end      high_end;    /**< Closed or open. */
  int32_t     reserved;    /**< 0. */
  const char *id;          /**< Required. The grade as facts name it: 1 to 64 letters, digits, '.', '-' and '_'. */
  const char *name_zh;     /**< Required. UTF-8, e.g. "基本达成". */
  const char *name_en;     /**< Nullable. UTF-8. */
  pe_decimal  low;         /**< As a share of the full marks, 0 to 1. */
  pe_decimal  high;        /**< The same, at most 1; equal to the low one only with both ends closed. */
} pe_band;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_band_init (pe_band *self, uint32_t struct_size);

/** A point of a line: a figure and the points that it gets. Since: 1.0 */
typedef struct pe_point
{
  uint32_t   struct_size; /**< Set by pe_point_init(). */
  uint32_t   reserved;    /**< 0. */
  pe_decimal at;          /**< The figure, in the rule's unit; above that of the point before. */
  pe_decimal points;      /**< 0 to the full marks. */
} pe_point;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_point_init (pe_point *self, uint32_t struct_size);

/** A share that is due by a day, e.g. 50 % before the Spring Festival. Since: 1.0 */
typedef struct pe_milestone
{
  uint32_t    struct_size; /**< Set by pe_milestone_init(). */
  pe_date     date;        /**< The day; 630 is 30 June of the dossier's fiscal year; 0 with a named day. */
  const char *id;          /**< Required. Its fact, the share reached by that day: letters, digits, '.', '-' and '_'. */
  const char *name_zh;     /**< Required. UTF-8. */
  const char *name_en;     /**< Nullable. UTF-8. */
  const char *day;    /**< UTF-8, e.g. "春节": a named day of the calendar, in the fiscal year; NULL with a date. */
  pe_decimal  share;  /**< What is due, above 0 and at most 1. */
  pe_decimal  points; /**< What falling short of it costs; above 0. */
} pe_milestone;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_milestone_init (pe_milestone *self, uint32_t struct_size);

/** What a fact is to a formula. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_fact_type;

/** Values of #pe_fact_type. */
enum pe_fact_type_value
{
  PE_FACT_NUMBER  = 1, /**< A number in any unit; what a fact is that was not declared. */
  PE_FACT_STRING  = 2, /**< A text, e.g. a grade. */
  PE_FACT_BOOLEAN = 3, /**< 是 or 否. */
  PE_FACT_DATE    = 4  /**< A day, written YYYY-MM-DD as a text. */
};

/** An input of a decision table (决策表的输入). Since: 1.0 */
typedef struct pe_table_input
{
  uint32_t    struct_size; /**< Set by pe_table_input_init(). */
  uint32_t    reserved;    /**< 0. */
  const char *id;          /**< Required. Its name in explanations: 1 to 64 letters, digits, '.', '-' and '_'. */
  const char *formula;     /**< Required. UTF-8; see docs/formula.md. A number, a text, a condition or a date. */
} pe_table_input;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_table_input_init (pe_table_input *self, uint32_t struct_size);

/** A rule of a decision table (决策表的规则): the points where all its tests hold. Since: 1.0 */
typedef struct pe_decision
{
  uint32_t           struct_size; /**< Set by pe_decision_init(). */
  uint32_t           n_when;      /**< As many as there are inputs. */
  const char *const *when;   /**< Required. UTF-8; a test of each input, e.g. "[80..90)", "-"; see docs/formula.md. */
  pe_decimal         points; /**< 0 to the full marks. */
} pe_decision;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_decision_init (pe_decision *self, uint32_t struct_size);

/**
 * Starts a rule of a shape.
 *
 * @param[out] out       owned: pe_rule_builder_free()
 * @param      shape     UTF-8, copied, e.g. "capped_ratio"
 * @param      revision  from 1
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_SHAPE_UNKNOWN     no shape has this name and revision
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_new (pe_rule_builder **out, const char *shape, int32_t revision, pe_error **error);

/**
 * Bounds what the formulas and the decision table of the rule may cost; before any of them is added.
 *
 * @param      self    a builder
 * @param      limits  nullable: the defaults; copied. Of it pe_limits::formula_depth, pe_limits::formula_names,
 *                     pe_limits::table_rules and pe_limits::table_steps
 * @param[out] error   nullable; an owned error on failure
 *
 * @retval PE_OK                      they hold
 * @retval PE_ERROR_INVALID_ARGUMENT  @p self is NULL or a limit is out of range
 * @retval PE_ERROR_UNSUPPORTED       @p limits is newer than this library
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_set_limits (pe_rule_builder *self, const pe_limits *limits, pe_error **error);

/**
 * Sets a number.
 *
 * @param      self   a builder
 * @param      name   a parameter of kind #PE_PARAMETER_NUMBER, copied
 * @param      number the number, copied
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_PARAMETER_UNKNOWN the shape has no number of this name
 * @retval PE_ERROR_PARAMETER_RANGE   the number lies outside the range that the shape states
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_set_number (pe_rule_builder *self, const char *name, const pe_decimal *number,
                                      pe_error **error);

/**
 * Sets a word.
 *
 * @param      self   a builder
 * @param      name   a parameter of kind #PE_PARAMETER_WORD, copied
 * @param      word   one of its words, copied
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_PARAMETER_UNKNOWN the shape has no word of this name
 * @retval PE_ERROR_VALUE_UNKNOWN     not one of the words that the shape states
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_set_word (pe_rule_builder *self, const char *name, const char *word, pe_error **error);

/**
 * Says what happens when a figure has no value. Not set: the rulebook decides; without a rulebook it is an error.
 *
 * @param      self   a builder
 * @param      state  a #pe_state_value other than #PE_STATE_VALUE
 * @param      policy a #pe_policy
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_set_policy (pe_rule_builder *self, pe_state state, pe_policy policy, pe_error **error);

/**
 * Takes an argument from a measure of the dossier.
 *
 * @param      self   a builder
 * @param      argument a parameter of kind #PE_PARAMETER_ARGUMENT, copied
 * @param      measure  the id of a measure, copied
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_PARAMETER_UNKNOWN the shape has no argument of this name
 * @retval PE_ERROR_MEASURE_UNKNOWN   no measure has this id
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_bind_measure (pe_rule_builder *self, const char *argument, const char *measure,
                                        pe_error **error);

/**
 * Takes an argument from a fact of the same indicator.
 *
 * @param      self   a builder
 * @param      argument a parameter of kind #PE_PARAMETER_ARGUMENT, copied
 * @param      fact     the name of a fact of the same indicator, copied
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_PARAMETER_UNKNOWN the shape has no argument of this name
 * @retval PE_ERROR_CODE_SYNTAX       the name is malformed
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_bind_fact (pe_rule_builder *self, const char *argument, const char *fact, pe_error **error);

/**
 * Fixes an argument, e.g. a target that the scheme itself sets.
 *
 * @param      self   a builder
 * @param      argument a parameter of kind #PE_PARAMETER_ARGUMENT, copied
 * @param      figure   a figure with a value, copied
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_PARAMETER_UNKNOWN the shape has no argument of this name
 * @retval PE_ERROR_STATE_CONFLICT    the figure has no value
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_bind_figure (pe_rule_builder *self, const char *argument, const pe_figure *figure,
                                       pe_error **error);

/**
 * The unit in which the bounds of steps, the points of a line or the number "per" are written, e.g. #PE_UNIT_PERCENT.
 * Not set: a bare number, so that 0.95 is 95 %.
 *
 * @param      self   a builder
 * @param      unit   a #pe_unit
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_PARAMETER_UNKNOWN the shape has no steps
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_set_unit (pe_rule_builder *self, pe_unit unit, pe_error **error);

/**
 * Adds steps of a table, all of them or none.
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
 * @retval PE_ERROR_PARAMETER_UNKNOWN the shape has no steps
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_add_steps (pe_rule_builder *self, const pe_step *items, size_t n, pe_error **error);

/**
 * Adds items, all of them or none.
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
 * @retval PE_ERROR_PARAMETER_UNKNOWN the shape has no items
 * @retval PE_ERROR_CODE_SYNTAX       an id is malformed
 * @retval PE_ERROR_CODE_DUPLICATE    an id stands twice
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_add_items (pe_rule_builder *self, const pe_item *items, size_t n, pe_error **error);

/**
 * Adds graded bands, all of them or none.
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
 * @retval PE_ERROR_PARAMETER_UNKNOWN the shape has no bands
 * @retval PE_ERROR_CODE_SYNTAX       an id is malformed
 * @retval PE_ERROR_CODE_DUPLICATE    an id stands twice
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_add_bands (pe_rule_builder *self, const pe_band *items, size_t n, pe_error **error);

/**
 * Adds points of a line, all of them or none.
 *
 * @param      self   a builder
 * @param      items  copied; the stride is the first element's struct_size
 * @param      n      how many; 0 adds nothing
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      they are added
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or a member is out of range
 * @retval PE_ERROR_UNSUPPORTED       an element is newer than this library
 * @retval PE_ERROR_PARAMETER_UNKNOWN the shape has no points
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_add_points (pe_rule_builder *self, const pe_point *items, size_t n, pe_error **error);

/**
 * Adds milestones, all of them or none.
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
 * @retval PE_ERROR_PARAMETER_UNKNOWN the shape has no milestones
 * @retval PE_ERROR_CODE_SYNTAX       an id is malformed
 * @retval PE_ERROR_CODE_DUPLICATE    an id stands twice
 * @retval PE_ERROR_DATE_RANGE        a date is no day
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_add_milestones (pe_rule_builder *self, const pe_milestone *items, size_t n, pe_error **error);

/**
 * Adds a rule to choose from.
 *
 * @param      self   a builder
 * @param      id     copied; how the fact "choice" names it: 1 to 64 letters, digits, '.', '-' and '_'
 * @param      rule   the builder takes a reference of its own; no slot, no attested rule and none with alternatives
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it is added
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or the rule is one that cannot be an alternative
 * @retval PE_ERROR_PARAMETER_UNKNOWN the shape has no alternatives
 * @retval PE_ERROR_CODE_SYNTAX       the id is malformed
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_add_alternative (pe_rule_builder *self, const char *id, pe_rule *rule, pe_error **error);

/**
 * Declares what a fact is to the formulas that are bound after it. One that is not declared is a number.
 *
 * @param      self   a builder
 * @param      fact   the name of a fact of the same indicator, copied
 * @param      type   a #pe_fact_type
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it is declared
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range, or a formula was bound before
 * @retval PE_ERROR_CODE_SYNTAX       the name is malformed
 * @retval PE_ERROR_CODE_DUPLICATE    the fact was declared before
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_declare_fact (pe_rule_builder *self, const char *fact, pe_fact_type type, pe_error **error);

/**
 * Takes an argument from a formula (公式), which gives a bare number: amounts are in yuan, 95 % is 0.95.
 *
 * @code
 * pe_rule_builder *builder = NULL;
 * assert (pe_rule_builder_new (&builder, "binary", 1, NULL) == PE_OK);
 * assert (pe_rule_builder_bind_formula (builder, "value", "(budget.executed - budget.initial) / budget.initial", NULL)
 *         == PE_OK);
 * assert (pe_rule_builder_bind_formula (builder, "value", "budget.executed +", NULL) == PE_ERROR_EXPRESSION_SYNTAX);
 * pe_rule_builder_free (builder);
 * @endcode
 *
 * @param      self   a builder
 * @param      argument a parameter of kind #PE_PARAMETER_ARGUMENT, copied
 * @param      text     UTF-8, copied; docs/formula.md says what a formula can be
 * @param[out] error  nullable; an owned error on failure, whose parameters name the line and column in @p text
 *
 * @retval PE_OK                         it is set
 * @retval PE_ERROR_INVALID_ARGUMENT     an argument is NULL
 * @retval PE_ERROR_PARAMETER_UNKNOWN    the shape has no argument of this name
 * @retval PE_ERROR_EXPRESSION_SYNTAX    the formula is not written as it should be
 * @retval PE_ERROR_EXPRESSION_NAME      it names what there is not
 * @retval PE_ERROR_EXPRESSION_TYPE      it joins what cannot be joined, or gives no number
 * @retval PE_ERROR_EXPRESSION_FUNCTION  it calls a function that there is not
 * @retval PE_ERROR_INVALID_UTF8         it is not UTF-8
 * @retval PE_ERROR_LIMIT_TEXT           it is longer than 1,048,576 bytes
 * @retval PE_ERROR_LIMIT_DEPTH          it is nested deeper than 64
 * @retval PE_ERROR_LIMIT_DIGITS         a number in it has more than 1,000 digits
 * @retval PE_ERROR_LIMIT_ITEMS          it uses more than 256 names
 * @retval PE_ERROR_NO_MEMORY            memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_bind_formula (pe_rule_builder *self, const char *argument, const char *text,
                                        pe_error **error);

/**
 * Adds inputs of a decision table, before its rules, all of them or none.
 *
 * @param      self   a builder
 * @param      items  copied; the stride is the first element's struct_size
 * @param      n      how many; 0 adds nothing
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      they are added
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, a member is missing or out of range, or there are rules already
 * @retval PE_ERROR_UNSUPPORTED       an element is newer than this library
 * @retval PE_ERROR_PARAMETER_UNKNOWN the shape has no inputs
 * @retval PE_ERROR_CODE_SYNTAX       an id is malformed
 * @retval PE_ERROR_CODE_DUPLICATE    an id stands twice
 * @retval PE_ERROR_LIMIT_ITEMS       there are more than 16
 * @retval PE_ERROR_EXPRESSION_SYNTAX as for pe_rule_builder_bind_formula(), and so its other statuses
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_add_inputs (pe_rule_builder *self, const pe_table_input *items, size_t n, pe_error **error);

/**
 * Adds rules of a decision table, after its inputs, all of them or none.
 *
 * @param      self   a builder
 * @param      items  copied; the stride is the first element's struct_size
 * @param      n      how many; 0 adds nothing
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      they are added
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or a member is missing or out of range
 * @retval PE_ERROR_UNSUPPORTED       an element is newer than this library
 * @retval PE_ERROR_PARAMETER_UNKNOWN the shape has no such rules
 * @retval PE_ERROR_EXPRESSION_SYNTAX a test is not written as it should be
 * @retval PE_ERROR_EXPRESSION_TYPE   a test is not of its input's type, or nothing can fulfil it
 * @retval PE_ERROR_INVALID_UTF8      a test is not UTF-8
 * @retval PE_ERROR_LIMIT_TEXT        a test is longer than 1,048,576 bytes
 * @retval PE_ERROR_LIMIT_DIGITS      a number in a test does not fit a #pe_decimal
 * @retval PE_ERROR_LIMIT_ITEMS       there are more than 1,000,000 rules
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_add_decisions (pe_rule_builder *self, const pe_decision *items, size_t n, pe_error **error);

/**
 * Adds outputs of a decision table in the order of their rank, for the hit policy "P", all of them or none.
 *
 * @param      self   a builder
 * @param      points what its rules give, each once, the first in rank first; copied
 * @param      n      how many; 0 adds nothing
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      they are added
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or malformed, or a number stands twice
 * @retval PE_ERROR_PARAMETER_UNKNOWN the shape has no ranks
 * @retval PE_ERROR_LIMIT_ITEMS       there are more than 1,000
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_add_priority (pe_rule_builder *self, const pe_decimal *points, size_t n, pe_error **error);

/**
 * Gives a slot the rule for the rows of one sign.
 *
 * @param      self   a builder
 * @param      sign   a #pe_sign: which rows the rule is for
 * @param      rule   the builder takes a reference of its own; it asks for the facts "actual", "target", "grade" and
 *                    "score" alone and is neither a slot nor attested
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_PARAMETER_UNKNOWN the shape has no rules by sign
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_set_sign_rule (pe_rule_builder *self, pe_sign sign, pe_rule *rule, pe_error **error);

/**
 * Checks the parameters and makes the rule. What depends on the full marks is
 * checked when a rulebook takes it in, or when it scores.
 *
 * @param[out] out       owned: pe_rule_unref()
 * @param      self      a builder
 * @param[out] findings  nullable; an owned list, also on failure
 * @param[out] error     nullable; an owned error on failure, the first of the findings of severity error
 *
 * @retval PE_OK                       @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT   an argument is NULL
 * @retval PE_ERROR_PARAMETER_MISSING  a parameter that the shape requires is not there
 * @retval PE_ERROR_PARAMETER_RANGE    parameters that contradict each other
 * @retval PE_ERROR_CODE_DUPLICATE     two alternatives have one id
 * @retval PE_ERROR_STEPS_GAP          the steps leave figures without points
 * @retval PE_ERROR_STEPS_OVERLAP      the steps give one figure two scores
 * @retval PE_ERROR_TABLE_GAP          a decision table has neither a rule nor a default for some of its inputs
 * @retval PE_ERROR_TABLE_OVERLAP      two rules of a decision table hold at once where its hit policy allows one
 * @retval PE_ERROR_LIMIT              the gaps and overlaps of a decision table take more than 100,000,000 steps to find
 * @retval PE_ERROR_NO_MEMORY          memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_build (pe_rule **out, const pe_rule_builder *self, pe_findings **findings, pe_error **error);

/**
 * Frees a builder; what it built stays.
 * @param self  a builder, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_rule_builder_free (pe_rule_builder *self);

/**
 * Scores one line from facts, exactly and without rounding.
 *
 * @param[out] points      owned: pe_ratio_unref(); 0 to @p full_marks
 * @param      self        a rule that is bound to facts and numbers, not to measures, and is no slot
 * @param      full_marks  above 0
 * @param      facts       copied; found by name, their indicator may be NULL
 * @param      n_facts     how many
 * @param      limits      nullable: the defaults
 * @param[out] error       nullable; an owned error on failure
 *
 * @retval PE_OK                        @p points is set
 * @retval PE_ERROR_INVALID_ARGUMENT    an argument is NULL or out of range, or the rule needs a dossier
 * @retval PE_ERROR_PARAMETER_RANGE     the rule's points do not fit the full marks
 * @retval PE_ERROR_MARKS_MISMATCH      the points of a checklist do not add up to the full marks
 * @retval PE_ERROR_FIGURE_MISSING      a fact is not there and no policy says what then; likewise
 *                                      #PE_ERROR_FIGURE_TEXT, #PE_ERROR_NOT_APPLICABLE, #PE_ERROR_ZERO_DENOMINATOR
 * @retval PE_ERROR_NOTHING_APPLICABLE  the policy is to drop the line
 * @retval PE_ERROR_UNIT_MISMATCH       two figures of different dimensions are to be divided or compared
 * @retval PE_ERROR_NEGATIVE_AMOUNT     the target of a ratio, or another figure that cannot be, is negative
 * @retval PE_ERROR_COUNT_INVALID       a count is negative, not whole, or larger than what it is part of
 * @retval PE_ERROR_GRADE_UNKNOWN       no band has the person's grade
 * @retval PE_ERROR_VALUE_UNKNOWN       no alternative has the name that was chosen
 * @retval PE_ERROR_SCORE_ABOVE_MARKS   an external score lies above what it is out of; likewise #PE_ERROR_SCORE_NEGATIVE
 * @retval PE_ERROR_SCORE_OUTSIDE_BAND  a person's score lies outside its band
 * @retval PE_ERROR_LIMIT               a number passes pe_limits::number_bits
 * @retval PE_ERROR_NO_MEMORY           memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_score (pe_ratio **points, const pe_rule *self, const pe_decimal *full_marks, const pe_fact *facts,
                         size_t n_facts, const pe_limits *limits, pe_error **error);

/**
 * Which shape the rule has.
 * @param self  a rule
 * @return an index for shape.h
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_rule_get_shape (const pe_rule *self);

/**
 * The digest of the content, source places left out.
 * @param      self  a rule
 * @param[out] out   #PE_DIGEST_SIZE bytes
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_rule_get_digest (const pe_rule *self, uint8_t *out);

/**
 * Whether two have the same content, digit for digit as written.
 * @param a  a rule, nullable
 * @param b  a rule, nullable
 * @return 1 when their digests are equal or both are NULL, else 0
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_rule_is_equal (const pe_rule *a, const pe_rule *b);

/**
 * Takes one more reference.
 * @param self  a rule, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_rule *pe_rule_ref (pe_rule *self);

/**
 * Gives one reference back; the last one frees the rule.
 * @param self  a rule, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_rule_unref (pe_rule *self);

PE_END_DECLS

#endif /* PERFEVAL_RULE_H */
