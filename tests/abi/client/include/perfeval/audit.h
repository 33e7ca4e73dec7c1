/* perfeval/audit.h - recomputing every figure that a report prints
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_AUDIT_H
#define PERFEVAL_AUDIT_H

#include <perfeval/inference.h>
#include <perfeval/limits.h>

PE_BEGIN_DECLS

/**
 * @file audit.h
 * @brief An audit (核查): claims and relations in, a verdict on each and findings over the whole out.
 *
 * @code
 * // 全年预算收入 2,155.61 万元, 预算支出 2,149.56 万元, 支出进度为 99.71%
 * const char *const texts[] = { "2,149.56万元", "2,155.61万元", "99.71%" };
 * const uint32_t operands[] = { 0, 1 };
 * pe_audit_builder *builder = NULL;
 * pe_audit *audit = NULL;
 * pe_verdict verdict;
 * pe_claim claims[3];
 * pe_relation rate;
 * size_t i;
 * for (i = 0; i < 3; i++)
 *   {
 *     pe_claim_init (&claims[i], sizeof claims[i]);
 *     claims[i].text = texts[i];
 *   }
 * pe_relation_init (&rate, sizeof rate);
 * rate.kind = PE_RELATION_RATE;
 * rate.operands = operands;
 * rate.n_operands = 2;
 * rate.result = 2;
 * assert (pe_audit_builder_new (&builder, NULL, NULL, NULL) == PE_OK);
 * assert (pe_audit_builder_add_claims (builder, claims, 3, NULL, NULL) == PE_OK);
 * assert (pe_audit_builder_add_relations (builder, &rate, 1, NULL) == PE_OK);
 * assert (pe_audit_builder_build (&audit, builder, NULL) == PE_OK);
 * pe_verdict_init (&verdict, sizeof verdict);
 * assert (pe_audit_get_verdict (&verdict, audit, 0, NULL) == PE_OK);
 * assert (verdict.as_printed == PE_MODE_DOWN); // 99.7193… %: truncated, not rounded
 * assert (pe_findings_get_size (pe_audit_get_findings (audit)) == 1);
 * pe_audit_unref (audit);
 * pe_audit_builder_free (builder);
 * @endcode
 *
 * @par Over the whole report
 * One mode may explain every printed figure, or none may (pe_audit_summary).
 * Contradictions that hang together are traced to the fewest figures that can
 * be wrong: a fault upstream is reported once, with the figure that repairs
 * the rest (pe_blame).
 *
 * @par Findings
 * A finding's first place is the printed figure (its path, file, cell and
 * bytes), further ones the other figures; its parameter "relation" or "claim"
 * is an index. pe_audit_classify() gives the class of a code.
 */

/** Claims and relations under construction; belongs to one thread. Since: 1.0 */
typedef struct pe_audit_builder pe_audit_builder;

/** An audit. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_audit pe_audit;

/** How to audit. Since: 1.0 */
typedef struct pe_audit_options
{
  uint32_t   struct_size;   /**< Set by pe_audit_options_init(). */
  uint32_t   work;          /**< Steps that the search for the fewest wrong figures may take for each group of
                                       contradictions that hang together; beyond, they are chosen one after the other, and
                                       pe_audit_summary::is_minimal is 0. Default 100,000. */
  pe_decimal over_achieved; /**< A result of at least so many times its target is remarked upon; 0: none is. Default
                                       1.3 (one provincial system makes an explanation compulsory from 130 % on). */
  const pe_limits *limits;  /**< Nullable: the defaults. items bounds claims and relations each. */
} pe_audit_options;

/** Counts over an audit. Since: 1.0 */
typedef struct pe_audit_summary
{
  uint32_t struct_size;    /**< Set by pe_audit_summary_init(). */
  pe_modes modes;          /**< The modes each of which explains every computed figure that is no contradiction. */
  pe_modes best_modes;     /**< The modes that leave the fewest figures unexplained; as modes where one explains all. */
  int32_t  is_minimal;     /**< 1: the figures to blame are as few as can be. */
  uint64_t n_claims;       /**< Claims. */
  uint64_t n_relations;    /**< Relations. */
  uint64_t n_computed;     /**< Relations that were recomputed against a printed figure. */
  uint64_t n_not_computed; /**< The others, whatever the reason. */
  uint64_t n_fitting;      /**< Of the computed: with nothing to say. */
  uint64_t n_contradictions; /**< Of the computed: contradictions. */
  uint64_t n_rounding;       /**< Of the computed: matters of rounding. */
  uint64_t n_remarks;        /**< Of the computed: with a remark. */
  uint64_t n_exceptions;     /**< Figures that a mode of best_modes does not explain. */
  uint64_t n_blamed;         /**< Figures to blame for all contradictions. */
} pe_audit_summary;

/** A figure to blame. Since: 1.0 */
typedef struct pe_blame
{
  uint32_t   struct_size; /**< Set by pe_blame_init(). */
  uint32_t   claim;       /**< Its index. */
  uint32_t   n_relations; /**< Contradictions that it alone explains. */
  int32_t    has_value;   /**< 1: one value mends them all; 0: its relations ask for different values. */
  int32_t    is_clean;    /**< 1: with that value every relation that fitted still fits. */
  int32_t    slip;        /**< How the printed figure may have come from that value: a #pe_slip, or 0. */
  pe_decimal value;       /**< What it would have to be, in its printed unit. */
} pe_blame;

/** A slip of the pen. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_slip;

/** Values of #pe_slip. */
enum pe_slip_value
{
  PE_SLIP_DIGIT   = 1, /**< 错一位: one digit differs. */
  PE_SLIP_SWAPPED = 2, /**< 邻位颠倒: two neighbouring digits are swapped. */
  PE_SLIP_POWER   = 3, /**< 数量级: a power of ten: the point, or 元 for 万元. */
  PE_SLIP_LOST    = 4, /**< 漏位: a digit was left out. */
  PE_SLIP_ADDED   = 5, /**< 多位: a digit too many. */
  PE_SLIP_SIGN    = 6  /**< 正负号: the sign. */
};

/** One cell that would explain a sum. Since: 1.0 */
typedef struct pe_repair
{
  uint32_t   struct_size; /**< Set by pe_repair_init(). */
  uint32_t   claim;       /**< The index of the claim. */
  pe_decimal value;       /**< What it would have to be, in its printed unit, the others being right. */
  pe_slip    slip;        /**< How the printed figure may have come from that value, or 0. */
  int32_t    is_clean;    /**< 1: every other relation that fits still does. */
} pe_repair;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_audit_options_init (pe_audit_options *self, uint32_t struct_size);

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_audit_summary_init (pe_audit_summary *self, uint32_t struct_size);

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_blame_init (pe_blame *self, uint32_t struct_size);

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_repair_init (pe_repair *self, uint32_t struct_size);

/**
 * The class of a code among an audit's findings.
 * @param code  a #pe_status
 * @return a #pe_audit_class; 0 for a code that no audit makes
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_audit_class pe_audit_classify (pe_status code);

/**
 * Makes a builder.
 *
 * @param[out] out      owned: pe_audit_builder_free()
 * @param      base     nullable: an audit whose claims and relations it starts with
 * @param      options  nullable: the defaults; copied
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  @p out is NULL, or an option or a limit is out of range
 * @retval PE_ERROR_UNSUPPORTED       an option or limit is newer than this library
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_audit_builder_new (pe_audit_builder **out, const pe_audit *base, const pe_audit_options *options,
                                pe_error **error);

/**
 * Adds claims: all of them or, on failure, none.
 *
 * @param      self    a builder
 * @param      claims  an array of @p n claims; copied
 * @param      n       how many
 * @param[out] first   nullable; the index of the first of them, the others following
 * @param[out] error   nullable; an owned error on failure, with the place "/claims/<index>"
 *
 * @retval PE_OK                      the claims were added
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, `_init` was not called, or a nature is none
 * @retval PE_ERROR_UNSUPPORTED       a claim is newer than this library
 * @retval PE_ERROR_TEXT_EMPTY        a claim's text is blank
 * @retval PE_ERROR_INVALID_UTF8      a text is not UTF-8
 * @retval PE_ERROR_LIMIT_ITEMS       more claims than pe_limits::items
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than pe_limits::text_bytes
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_audit_builder_add_claims (pe_audit_builder *self, const pe_claim *claims, size_t n, uint32_t *first,
                                       pe_error **error);

/**
 * Adds relations: all of them or, on failure, none.
 *
 * @param      self       a builder
 * @param      relations  an array of @p n relations over claims that were added before; copied
 * @param      n          how many
 * @param[out] error      nullable; an owned error on failure, with the place "/relations/<index>"
 *
 * @retval PE_OK                          the relations were added
 * @retval PE_ERROR_INVALID_ARGUMENT      an argument is NULL or `_init` was not called
 * @retval PE_ERROR_UNSUPPORTED           a relation is newer than this library
 * @retval PE_ERROR_REFERENCE_UNKNOWN     an index names no claim
 * @retval PE_ERROR_RELATION_KIND         no such kind or form, or a form of another kind
 * @retval PE_ERROR_RELATION_OPERANDS     fewer or more operands than the form has
 * @retval PE_ERROR_RELATION_PARAMETER    a sign, comparison, constant or band that the form lacks or cannot take
 * @retval PE_ERROR_INVALID_UTF8          a text is not UTF-8
 * @retval PE_ERROR_LIMIT_ITEMS           more relations or operands than pe_limits::items
 * @retval PE_ERROR_LIMIT_TEXT            a text is longer than pe_limits::text_bytes
 * @retval PE_ERROR_NO_MEMORY             memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_audit_builder_add_relations (pe_audit_builder *self, const pe_relation *relations, size_t n,
                                          pe_error **error);

/**
 * Audits what was added. The builder stays as it is and can go on.
 *
 * @param[out] out    owned: pe_audit_unref()
 * @param      self   a builder
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set, whatever was found
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_audit_builder_build (pe_audit **out, const pe_audit_builder *self, pe_error **error);

/**
 * Frees a builder.
 * @param self  a builder, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_audit_builder_free (pe_audit_builder *self);

/**
 * Takes one more reference.
 * @param self  an audit, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_audit *pe_audit_ref (pe_audit *self);

/**
 * Gives one reference back; the last one frees the audit.
 * @param self  an audit, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_audit_unref (pe_audit *self);

/**
 * What was found, by the order of relations and claims, what is about the whole at the end.
 * @param self  an audit, nullable
 * @return borrowed from @p self, possibly empty; NULL for NULL
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const pe_findings *pe_audit_get_findings (const pe_audit *self);

/**
 * Counts over the whole, and the modes that explain it.
 *
 * @param[out] out    filled as far as out->struct_size says
 * @param      self   an audit
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
pe_status pe_audit_get_summary (pe_audit_summary *out, const pe_audit *self, pe_error **error);

/**
 * How many claims there are.
 * @param self  an audit, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_audit_get_n_claims (const pe_audit *self);

/**
 * Reads a claim by index.
 *
 * @param[out] out    filled as far as out->struct_size says; texts are borrowed from @p self
 * @param      self   an audit
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
pe_status pe_audit_get_claim (pe_claim *out, const pe_audit *self, size_t index, pe_error **error);

/**
 * How many relations there are.
 * @param self  an audit, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_audit_get_n_relations (const pe_audit *self);

/**
 * Reads a relation by index.
 *
 * @param[out] out    filled as far as out->struct_size says; arrays and texts are borrowed from @p self
 * @param      self   an audit
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
pe_status pe_audit_get_relation (pe_relation *out, const pe_audit *self, size_t index, pe_error **error);

/**
 * The verdict on a relation.
 *
 * @param[out] out    filled as far as out->struct_size says
 * @param      self   an audit
 * @param      index  of the relation, from 0
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
pe_status pe_audit_get_verdict (pe_verdict *out, const pe_audit *self, size_t index, pe_error **error);

/**
 * The exact value of a relation, in the unit of its result (a rate: in percent when the result is printed so; a grade:
 * the score; a comparison: what the result is compared with).
 *
 * @param[out] out    owned: pe_ratio_unref(); NULL where there is none (see pe_verdict::state)
 * @param      self   an audit
 * @param      index  of the relation, from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_audit_compute_exact (pe_ratio **out, const pe_audit *self, size_t index, pe_error **error);

/**
 * What a relation can give when its operands were rounded to the nearest, in the unit of its result.
 *
 * @param[out] out    filled; pe_interval_clear(). Empty where nothing was computed
 * @param      self   an audit
 * @param      index  of the relation, from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_audit_compute_range (pe_interval *out, const pe_audit *self, size_t index, pe_error **error);

/**
 * How a relation was computed, e.g. "2149.56 ÷ 2155.61 = 99.719337…%".
 *
 * @param[out] out       owned: pe_text_unref()
 * @param      self      an audit
 * @param      index     of the relation, from 0
 * @param      language  anything but #PE_LANGUAGE_ZH gives English
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_audit_print_computation (pe_text **out, const pe_audit *self, size_t index, pe_language language,
                                      pe_error **error);

/**
 * The verdict as a sentence: how it was computed, under which modes it gives what is printed, and what would fit.
 *
 * @param[out] out       owned: pe_text_unref()
 * @param      self      an audit
 * @param      index     of the relation, from 0
 * @param      language  anything but #PE_LANGUAGE_ZH gives English
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_audit_print_verdict (pe_text **out, const pe_audit *self, size_t index, pe_language language,
                                  pe_error **error);

/**
 * How many single cells would explain a sum or difference that does not fit; 0 for what fits and for other kinds.
 * @param self      an audit, nullable
 * @param relation  its index
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_audit_get_n_repairs (const pe_audit *self, size_t relation);

/**
 * One of the single cells that would explain a sum: those with a slip of the pen first, then those that leave the
 * other relations whole, then in the order of the claims, the result last.
 *
 * @param[out] out       filled as far as out->struct_size says
 * @param      self      an audit
 * @param      relation  its index
 * @param      index     from 0
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         an index is past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_audit_get_repair (pe_repair *out, const pe_audit *self, size_t relation, size_t index, pe_error **error);

/**
 * How many figures are to blame for the contradictions.
 * @param self  an audit, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_audit_get_n_blames (const pe_audit *self);

/**
 * One of the figures to blame, the one that explains most first.
 *
 * @param[out] out    filled as far as out->struct_size says
 * @param      self   an audit
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
pe_status pe_audit_get_blame (pe_blame *out, const pe_audit *self, size_t index, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_AUDIT_H */
