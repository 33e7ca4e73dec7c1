/* perfeval/rulebook.h - one scoring scheme
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_RULEBOOK_H
#define PERFEVAL_RULEBOOK_H

#include <perfeval/adjustment_rule.h>
#include <perfeval/dossier.h>
#include <perfeval/review_check.h>
#include <perfeval/rounding_contract.h>
#include <perfeval/rule.h>

PE_BEGIN_DECLS

/**
 * @file rulebook.h
 * @brief A rulebook (评分规则): a tree of indicators with rules, grades and a rounding contract.
 *
 * Schemes differ from year to year and from place to place; so they are data.
 * Most hosts read them with pe_rulebook_from_json(); this is the typed way.
 *
 * @code
 * pe_rulebook_head head;
 * pe_rounding_contract contract;
 * pe_indicator indicator;
 * pe_grade grade;
 * pe_rule_builder *rule_builder = NULL;
 * pe_rule *attested = NULL;
 * pe_rulebook_builder *builder = NULL;
 * pe_rulebook *rulebook = NULL;
 * pe_rulebook_head_init (&head, sizeof head);
 * head.id = "one-line";
 * head.edition = "1";
 * head.title_zh = "一项";
 * head.first_year = head.last_year = 2023;
 * head.kind = PE_KIND_DEPARTMENT;
 * head.status = PE_RULEBOOK_SAMPLE;
 * head.full_marks.coefficient = 100;
 * pe_rounding_contract_init (&contract, sizeof contract);
 * contract.rank_on = PE_RANK_ON_ROUNDED;
 * assert (pe_rule_builder_new (&rule_builder, "attested", 1, NULL) == PE_OK);
 * assert (pe_rule_builder_build (&attested, rule_builder, NULL, NULL) == PE_OK);
 * pe_indicator_init (&indicator, sizeof indicator);
 * indicator.code = "1";
 * indicator.name_zh = "履职";
 * indicator.full_marks.coefficient = 100;
 * indicator.rule = attested;
 * indicator.declared = PE_DECLARED_ONLY;
 * pe_grade_init (&grade, sizeof grade);
 * grade.id = "pass";
 * grade.name_zh = "合格";
 * assert (pe_rulebook_builder_new (&builder, NULL, NULL) == PE_OK);
 * assert (pe_rulebook_builder_set_head (builder, &head, NULL) == PE_OK);
 * assert (pe_rulebook_builder_set_rounding (builder, &contract, NULL) == PE_OK);
 * assert (pe_rulebook_builder_add_indicators (builder, &indicator, 1, NULL) == PE_OK);
 * assert (pe_rulebook_builder_add_grades (builder, &grade, 1, NULL) == PE_OK);
 * assert (pe_rulebook_builder_build (&rulebook, builder, NULL, NULL) == PE_OK);
 * pe_rulebook_builder_free (builder);
 * pe_rule_builder_free (rule_builder);
 * pe_rule_unref (attested);
 * pe_rulebook_unref (rulebook);
 * @endcode
 */

/** A rulebook. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_rulebook pe_rulebook;

/** A rulebook under construction; belongs to one thread. Since: 1.0 */
typedef struct pe_rulebook_builder pe_rulebook_builder;

/** How far a rulebook, or one leaf of it, can be relied on. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_rulebook_status;

/** Values of #pe_rulebook_status. */
enum pe_rulebook_status_value
{
  PE_RULEBOOK_OFFICIAL      = 1, /**< 官方: taken from the published document named. */
  PE_RULEBOOK_RECONSTRUCTED = 2, /**< 复原: inferred from published results; the sources say which. */
  PE_RULEBOOK_SAMPLE        = 3  /**< 示例: made up to show something. */
};

/** Whether a leaf may be scored by a declaration. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_declared_policy;

/** Values of #pe_declared_policy. */
enum pe_declared_policy_value
{
  PE_DECLARED_NEVER            = 1, /**< The rule computes; a declared score is only compared. The default. */
  PE_DECLARED_IF_FACTS_MISSING = 2, /**< Where the facts are missing the declared score counts. */
  PE_DECLARED_ONLY             = 3  /**< A person scores. The only choice for the shape "attested". */
};

/** What scheme it is. Since: 1.0 */
typedef struct pe_rulebook_head
{
  uint32_t           struct_size; /**< Set by pe_rulebook_head_init(). */
  pe_kind            kind;        /**< Required. What it evaluates. */
  pe_rulebook_status status;      /**< Required. */
  int32_t            first_year;  /**< Required. The first fiscal year that it is for. */
  int32_t            last_year;   /**< Required. The last one. */
  int32_t            reserved;    /**< 0. */
  const char        *id;       /**< Required. 1 to 64 letters, digits, '.', '-' and '_', e.g. "guangdong-department". */
  const char        *edition;  /**< Required. As the id, e.g. "2023". */
  const char        *title_zh; /**< Required. UTF-8. */
  const char        *title_en; /**< Nullable. UTF-8. */
  const char        *place;    /**< Nullable. UTF-8, e.g. "广东省". */
  pe_decimal         full_marks; /**< Required, above 0: what the whole is worth. */
} pe_rulebook_head;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_rulebook_head_init (pe_rulebook_head *self, uint32_t struct_size);

/** A source: the document, page or report that the rulebook is taken from. Since: 1.0 */
typedef struct pe_source
{
  uint32_t    struct_size; /**< Set by pe_source_init(). */
  uint32_t    reserved;    /**< 0. */
  const char *id;          /**< Required. By which indicators name it. */
  const char *title;       /**< Required. UTF-8. */
  const char *document;    /**< Nullable. UTF-8: document number, article or page. */
  const char *address;     /**< Nullable. UTF-8: where it was published. */
  const char *note;        /**< Nullable. UTF-8: what was taken from it. */
} pe_source;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_source_init (pe_source *self, uint32_t struct_size);

/** Something that was assumed, since no source settles it. Since: 1.0 */
typedef struct pe_assumption
{
  uint32_t    struct_size; /**< Set by pe_assumption_init(). */
  uint32_t    reserved;    /**< 0. */
  const char *id;          /**< Required. */
  const char *text_zh;     /**< Required. UTF-8, one sentence. */
  const char *text_en;     /**< Nullable. UTF-8, one sentence. */
} pe_assumption;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_assumption_init (pe_assumption *self, uint32_t struct_size);

/** A grade (等级). Since: 1.0 */
typedef struct pe_grade
{
  uint32_t    struct_size; /**< Set by pe_grade_init(). */
  uint32_t    reserved;    /**< 0. */
  const char *id;          /**< Required. */
  const char *name_zh;     /**< Required. UTF-8, e.g. "优". */
  const char *name_en;     /**< Nullable. UTF-8. */
  pe_decimal  from;        /**< The least total that has it, in points; the last grade's is 0. */
} pe_grade;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_grade_init (pe_grade *self, uint32_t struct_size);

/**
 * An indicator (指标): a node of the tree. A leaf has a rule, a group has none.
 * Since: 1.0
 */
typedef struct pe_indicator
{
  uint32_t           struct_size; /**< Set by pe_indicator_init(). */
  uint32_t           parent;      /**< The group above: its number, from 1 in the order of adding; 0 for a top one. */
  pe_declared_policy declared;    /**< For a leaf; 0 is #PE_DECLARED_NEVER. */
  pe_rulebook_status status;      /**< 0: as the rulebook's. */
  const char        *code;        /**< Required, unique, e.g. "1.2.1"; frozen with the edition. */
  const char        *name_zh;     /**< Required. UTF-8, e.g. "部门预算资金支出率". */
  const char        *name_en;     /**< Nullable. UTF-8. */
  const char        *standard_zh; /**< Nullable. UTF-8: the rule in words (评分标准). */
  const char        *standard_en; /**< Nullable. UTF-8. */
  const char        *reason_zh;   /**< Nullable. UTF-8: the reason sentence of a deduction, see below. */
  const char        *reason_en;   /**< Nullable. UTF-8. */
  const char        *intended;    /**< Nullable. For an attested leaf: the shape that the scheme is thought to have. */
  const char        *source;      /**< Nullable. The id of a source. */
  pe_decimal         full_marks;  /**< Required, above 0. A group's are the sum of those below it. */
  pe_rule           *rule;        /**< A leaf's rule; borrowed when read. NULL for a group. */
  int32_t            manual_deduction; /**< For a leaf: 1 where a person may deduct points (人工扣分), else 0. */
  int32_t            reserved;         /**< 0. */
} pe_indicator;

/**
 * @fn void pe_indicator_init (pe_indicator *self, uint32_t struct_size)
 * Reason sentences are templates: {name}, {full_marks}, {score}, {deduction},
 * {rate} (as the contract shows it), {actual}, {target} (of a rate that is held
 * against 100 %: what it is a share of) and the names of the rule's facts are
 * put in; a name that has no value there gives "—".
 */

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_indicator_init (pe_indicator *self, uint32_t struct_size);

/**
 * Starts a builder, empty or from an existing object.
 *
 * @param[out] out    owned: pe_rulebook_builder_free()
 * @param      from   nullable; what to start from, copied
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  @p out is NULL
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_builder_new (pe_rulebook_builder **out, const pe_rulebook *from, pe_error **error);

/**
 * Says what scheme it is.
 *
 * @param      self   a builder
 * @param      head   copied; replaces an earlier one
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_UNSUPPORTED       @p head is newer than this library
 * @retval PE_ERROR_CODE_SYNTAX       the id or the edition is malformed
 * @retval PE_ERROR_INVALID_UTF8      a text is not UTF-8
 * @retval PE_ERROR_TEXT_EMPTY        a required text is empty
 * @retval PE_ERROR_LIMIT_TEXT        a text is too long
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_builder_set_head (pe_rulebook_builder *self, const pe_rulebook_head *head, pe_error **error);

/**
 * Sets the rounding contract.
 *
 * @param      self   a builder
 * @param      contract copied; replaces an earlier one
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_UNSUPPORTED       @p contract is newer than this library
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_builder_set_rounding (pe_rulebook_builder *self, const pe_rounding_contract *contract,
                                            pe_error **error);

/**
 * Says what happens at any leaf whose figure has no value, where its rule does not say. Not set: an error.
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
pe_status pe_rulebook_builder_set_policy (pe_rulebook_builder *self, pe_state state, pe_policy policy,
                                          pe_error **error);

/**
 * Adds sources, all of them or none.
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
pe_status pe_rulebook_builder_add_sources (pe_rulebook_builder *self, const pe_source *items, size_t n,
                                           pe_error **error);

/**
 * Adds assumptions, all of them or none.
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
pe_status pe_rulebook_builder_add_assumptions (pe_rulebook_builder *self, const pe_assumption *items, size_t n,
                                               pe_error **error);

/**
 * Adds grades, the highest first, all of them or none.
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
pe_status pe_rulebook_builder_add_grades (pe_rulebook_builder *self, const pe_grade *items, size_t n, pe_error **error);

/**
 * Adds indicators, each after the group above it, all of them or none.
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
 * @retval PE_ERROR_CODE_SYNTAX       a code is malformed
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_builder_add_indicators (pe_rulebook_builder *self, const pe_indicator *items, size_t n,
                                              pe_error **error);

/**
 * Adds what happens to leaves that over-achieve, all of them or none.
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
 * @retval PE_ERROR_CODE_SYNTAX       a code is malformed
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_builder_add_over_achievements (pe_rulebook_builder *self, const pe_over_achievement *items,
                                                     size_t n, pe_error **error);

/**
 * Adds caps, all of them or none.
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
 * @retval PE_ERROR_CODE_SYNTAX       a code is malformed
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_builder_add_caps (pe_rulebook_builder *self, const pe_cap *items, size_t n, pe_error **error);

/**
 * Says what bonuses may add.
 *
 * @param      self   a builder
 * @param      bonus  nullable: no bonuses; copied; replaces an earlier one
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  @p self is NULL or a member is out of range
 * @retval PE_ERROR_UNSUPPORTED       @p bonus is newer than this library
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_builder_set_bonus (pe_rulebook_builder *self, const pe_bonus *bonus, pe_error **error);

/**
 * Adds vetoes, all of them or none.
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
pe_status pe_rulebook_builder_add_vetoes (pe_rulebook_builder *self, const pe_veto *items, size_t n, pe_error **error);

/**
 * Adds settings of the reviewer's checks, all of them or none.
 *
 * @param      self   a builder
 * @param      items  copied; the stride is the first element's struct_size
 * @param      n      how many; 0 adds nothing
 * @param[out] error  nullable; an owned error on failure, its place counting from the first of this table
 *
 * @retval PE_OK                      they are added
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or a member is missing or out of range
 * @retval PE_ERROR_UNSUPPORTED       an element is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      a text is not UTF-8
 * @retval PE_ERROR_CODE_SYNTAX       the id of a check is malformed
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_builder_add_review_settings (pe_rulebook_builder *self, const pe_review_setting *items, size_t n,
                                                   pe_error **error);

/**
 * Checks that the rulebook cannot mis-score and makes it. Every fault is a
 * finding; any of severity error refuses the rulebook.
 *
 * @param[out] out       owned: pe_rulebook_unref()
 * @param      self      a builder
 * @param[out] findings  nullable; an owned list, also on failure
 * @param[out] error     nullable; an owned error on failure, the first of the findings of severity error
 *
 * @retval PE_OK                        @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT    an argument is NULL, or head or contract were not set
 * @retval PE_ERROR_MARKS_MISMATCH      the marks of a group, of the whole, or of a rule's items do not add up
 * @retval PE_ERROR_PARAMETER_RANGE     a rule gives more points than its leaf has, or a step above the full marks; or an
 *                                      over-achievement, cap, bonus or veto that could not be applied as it stands
 * @retval PE_ERROR_TREE                an indicator with a rule and others below it, or with neither
 * @retval PE_ERROR_CODE_DUPLICATE      one code, id or grade stands twice
 * @retval PE_ERROR_REFERENCE_UNKNOWN   an indicator's source or parent, or the leaf or grade of an adjustment, is not there
 * @retval PE_ERROR_GRADE_ORDER         grades not descending, the last not from 0, or one above the full marks
 * @retval PE_ERROR_POLICY_MISSING      a rule can divide by zero and no policy says what then
 * @retval PE_ERROR_NO_MEMORY           memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_builder_build (pe_rulebook **out, const pe_rulebook_builder *self, pe_findings **findings,
                                     pe_error **error);

/**
 * Frees a builder; what it built stays.
 * @param self  a builder, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_rulebook_builder_free (pe_rulebook_builder *self);

/**
 * What scheme it is.
 *
 * @param[out] out    filled as far as out->struct_size says; texts are borrowed from @p self
 * @param      self   a rulebook
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_get_head (pe_rulebook_head *out, const pe_rulebook *self, pe_error **error);

/**
 * The rounding contract.
 *
 * @param[out] out    filled as far as out->struct_size says
 * @param      self   a rulebook
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_get_rounding (pe_rounding_contract *out, const pe_rulebook *self, pe_error **error);

/**
 * How many sources there are.
 * @param self  the object, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_rulebook_get_n_sources (const pe_rulebook *self);

/**
 * Reads a source by index.
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
pe_status pe_rulebook_get_source (pe_source *out, const pe_rulebook *self, size_t index, pe_error **error);

/**
 * How many assumptions there are.
 * @param self  the object, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_rulebook_get_n_assumptions (const pe_rulebook *self);

/**
 * Reads an assumption by index.
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
pe_status pe_rulebook_get_assumption (pe_assumption *out, const pe_rulebook *self, size_t index, pe_error **error);

/**
 * How many grades there are.
 * @param self  the object, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_rulebook_get_n_grades (const pe_rulebook *self);

/**
 * Reads a grade, the highest first by index.
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
pe_status pe_rulebook_get_grade (pe_grade *out, const pe_rulebook *self, size_t index, pe_error **error);

/**
 * How many indicators, groups and leaves, there are.
 * @param self  the object, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_rulebook_get_n_indicators (const pe_rulebook *self);

/**
 * Reads an indicator, in the order of the printed table: each before those below it, by index.
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
pe_status pe_rulebook_get_indicator (pe_indicator *out, const pe_rulebook *self, size_t index, pe_error **error);

/**
 * How many over-achievements there are, in the order of the printed table.
 * @param self  a rulebook, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_rulebook_get_n_over_achievements (const pe_rulebook *self);

/**
 * Reads what happens to a leaf that over-achieves by index.
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
pe_status pe_rulebook_get_over_achievement (pe_over_achievement *out, const pe_rulebook *self, size_t index,
                                            pe_error **error);

/**
 * How many caps there are, in the order of the printed table.
 * @param self  a rulebook, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_rulebook_get_n_caps (const pe_rulebook *self);

/**
 * Reads a cap by index.
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
pe_status pe_rulebook_get_cap (pe_cap *out, const pe_rulebook *self, size_t index, pe_error **error);

/**
 * What bonuses may add.
 *
 * @param[out] out    filled as far as out->struct_size says
 * @param      self   a rulebook
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         the rulebook has no bonuses
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_get_bonus (pe_bonus *out, const pe_rulebook *self, pe_error **error);

/**
 * How many vetoes there are.
 * @param self  a rulebook, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_rulebook_get_n_vetoes (const pe_rulebook *self);

/**
 * Reads a veto by index.
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
pe_status pe_rulebook_get_veto (pe_veto *out, const pe_rulebook *self, size_t index, pe_error **error);

/**
 * How many settings of the reviewer's checks there are.
 * @param self  a rulebook, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_rulebook_get_n_review_settings (const pe_rulebook *self);

/**
 * Reads a setting of the reviewer's checks by index.
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
pe_status pe_rulebook_get_review_setting (pe_review_setting *out, const pe_rulebook *self, size_t index,
                                          pe_error **error);

/**
 * Finds an indicator by its code.
 *
 * @param[out] out    its index
 * @param      self   a rulebook
 * @param      code   UTF-8
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         no indicator has this code
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_find_indicator (size_t *out, const pe_rulebook *self, const char *code, pe_error **error);

/**
 * The digest of the content, source places left out.
 * @param      self  a rulebook
 * @param[out] out   #PE_DIGEST_SIZE bytes
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_rulebook_get_digest (const pe_rulebook *self, uint8_t *out);

/**
 * Whether two have the same content, digit for digit as written.
 * @param a  a rulebook, nullable
 * @param b  a rulebook, nullable
 * @return 1 when their digests are equal or both are NULL, else 0
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_rulebook_is_equal (const pe_rulebook *a, const pe_rulebook *b);

/**
 * Takes one more reference.
 * @param self  a rulebook, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_rulebook *pe_rulebook_ref (pe_rulebook *self);

/**
 * Gives one reference back; the last one frees the rulebook.
 * @param self  a rulebook, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_rulebook_unref (pe_rulebook *self);

PE_END_DECLS

#endif /* PERFEVAL_RULEBOOK_H */
