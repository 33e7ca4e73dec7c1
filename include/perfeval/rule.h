/* perfeval/rule.h - how one line is scored
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_RULE_H
#define PERFEVAL_RULE_H

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
  pe_decimal  high;        /**< As a share of the full marks, not below the low one, at most 1. */
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
 * The unit in which the bounds of steps are written, e.g. #PE_UNIT_PERCENT. Not set: a bare number, so that 0.95 is 95 %.
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
 * @retval PE_ERROR_STEPS_GAP          the steps leave figures without points
 * @retval PE_ERROR_STEPS_OVERLAP      the steps give one figure two scores
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
 * @retval PE_ERROR_NEGATIVE_AMOUNT     the target of a ratio is negative
 * @retval PE_ERROR_COUNT_INVALID       a count is negative, not whole, or larger than what it is part of
 * @retval PE_ERROR_GRADE_UNKNOWN       no band has the person's grade
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
