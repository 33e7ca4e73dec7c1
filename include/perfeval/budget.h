/* perfeval/budget.h - what a unit may spend and has spent in a year
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_BUDGET_H
#define PERFEVAL_BUDGET_H

#include <perfeval/digest.h>
#include <perfeval/figure.h>

PE_BEGIN_DECLS

/**
 * @file budget.h
 * @brief A budget (预算): a tree of lines with initial, adjusted and executed amounts.
 *
 * The lines below a line are either all of it (`complete`: they must add up, in
 * each of the three amounts in which all are filled in) or some of it; then the
 * rest is a remainder that is derived and called "not itemised" (未列明), never
 * stored.
 *
 * Lines are kept in printed order, each before those below it, whatever the order
 * in which they were added; pe_budget_line::parent then counts in that order.
 *
 * The total is given by one top line of category #PE_BUDGET_TOTAL, or it is the
 * sum of the top lines. A line that leaves an amount open has the sum of the lines
 * below it where they are complete, at every depth; 基本支出 that of 人员经费 and 公用经费.
 *
 * @code
 * pe_budget_line line;
 * pe_budget_builder *builder = NULL;
 * pe_budget *budget = NULL;
 * pe_figure total;
 * pe_budget_line_init (&line, sizeof line);
 * line.name = "基本支出";
 * line.category = PE_BUDGET_BASIC;
 * pe_figure_parse (&line.adjusted, "1,555.88万元", 14, NULL);
 * pe_figure_parse (&line.executed, "1,549.83万元", 14, NULL);
 * assert (pe_budget_builder_new (&builder, NULL, NULL) == PE_OK);
 * assert (pe_budget_builder_add_many (builder, &line, 1, NULL) == PE_OK);
 * assert (pe_budget_builder_build (&budget, builder, NULL, NULL) == PE_OK);
 * assert (pe_budget_compute_amount (&total, budget, PE_BUDGET_TOTAL, PE_AMOUNT_EXECUTED, NULL) == PE_OK);
 * assert (total.value.coefficient == 154983 && total.unit == PE_UNIT_WAN_YUAN);
 * pe_budget_builder_free (builder);
 * pe_budget_unref (budget);
 * @endcode
 *
 * @par Source
 * The three amounts and their names are those of the self-evaluation form
 * (项目支出绩效自评表: 年初预算数, 全年预算数, 全年执行数). Which of the first two a
 * rate is measured by differs between schemes; every measure names its base.
 */

/** A budget. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_budget pe_budget;

/** A budget under construction; belongs to one thread. Since: 1.0 */
typedef struct pe_budget_builder pe_budget_builder;

/** What a budget line is for. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_budget_category;

/** Values of #pe_budget_category; each stands at most once in a budget. */
enum pe_budget_category_value
{
  PE_BUDGET_TOTAL           = 1, /**< 合计: the whole budget; the only top line. */
  PE_BUDGET_BASIC           = 2, /**< 基本支出 = 人员经费 + 公用经费. Top or below the total. */
  PE_BUDGET_BASIC_PERSONNEL = 3, /**< 人员经费. Below 基本支出. */
  PE_BUDGET_BASIC_PUBLIC    = 4, /**< 公用经费. Below 基本支出. */
  PE_BUDGET_PROJECT         = 5, /**< 项目支出. Top or below the total. */
  PE_BUDGET_OTHER           = 6  /**< 其他支出. Top or below the total. */
};

/** Where the money of a line comes from (资金来源). Stored as int32_t. Since: 1.0 */
typedef int32_t pe_funding;

/** Values of #pe_funding: the funding lines of the central and of the Sichuan self-evaluation form. */
enum pe_funding_value
{
  PE_FUNDING_APPROPRIATION = 1, /**< 当年财政拨款（财政资金） */
  PE_FUNDING_CARRIED_OVER  = 2, /**< 上年结转资金 */
  PE_FUNDING_SPECIAL       = 3, /**< 财政专户管理资金 */
  PE_FUNDING_OWN           = 4, /**< 单位资金（单位自筹） */
  PE_FUNDING_OTHER         = 5  /**< 其他资金 */
};

/** Which of a line's amounts. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_amount;

/** Values of #pe_amount. */
enum pe_amount_value
{
  PE_AMOUNT_INITIAL    = 1, /**< 年初预算数: approved at the start of the year. */
  PE_AMOUNT_ADJUSTED   = 2, /**< 全年预算数, 调整预算数: after the year's adjustments. */
  PE_AMOUNT_EXECUTED   = 3, /**< 全年执行数: spent. */
  PE_AMOUNT_CARRIED_IN = 4, /**< 上年结转: carried over from the year before. */
  PE_AMOUNT_ADDED      = 5, /**< 本年追加: added during the year. */
  PE_AMOUNT_CARRY_OVER = 6, /**< 年末结转结余: left at the end of the year, 结转 and 结余 together. */
  PE_AMOUNT_SURPLUS    = 7  /**< 其中：年末结余: what of it is free, its purpose being done with. */
};

/** One line, given to a builder (texts copied) or read from a budget (texts borrowed). Since: 1.0 */
typedef struct pe_budget_line
{
  uint32_t           struct_size; /**< Set by pe_budget_line_init(). */
  uint32_t           parent;      /**< The line above: its number, from 1 in the order of adding; 0 for a top line. */
  pe_budget_category category;    /**< A #pe_budget_category_value, or 0 for none (a single project, say). */
  int32_t            complete;    /**< 1: the lines below are all of it and must add up. 0: there may be a remainder. */
  const char        *name;        /**< Required. UTF-8, e.g. "基本支出". */
  pe_figure          initial;     /**< 年初预算数, in money; may be missing. */
  pe_figure          adjusted;    /**< 全年预算数, in money; may be missing. */
  pe_figure          executed;    /**< 全年执行数, in money; may be missing. May exceed the budget: that happens. */
  pe_funding         funding;     /**< A #pe_funding_value, or 0 when not said. */
  uint32_t           n_months;    /**< How many months are in pe_budget_line::months, 0 to 12. */
  const char        *economic_class; /**< Nullable. UTF-8: 支出经济分类, its code or name as printed, e.g. "302". */
  const char        *project;        /**< Nullable. UTF-8: 项目, its code or name. */
  pe_figure          carried_in;     /**< 上年结转, in money; may be missing. */
  pe_figure          added;          /**< 本年追加, in money; may be missing. */
  pe_figure          carry_over;     /**< 年末结转结余, in money; may be missing. */
  pe_figure          surplus;        /**< 其中：年末结余, in money; may be missing. Not above the carry-over. */
  const pe_figure   *months; /**< Nullable with 0. Spent in January, February …, in money; each may be missing. */
} pe_budget_line;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_budget_line_init (pe_budget_line *self, uint32_t struct_size);

/** A part of 三公经费. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_three_public;

/** Values of #pe_three_public; each stands at most once in a budget. */
enum pe_three_public_value
{
  PE_THREE_PUBLIC_TOTAL     = 1, /**< “三公”经费合计 = abroad + vehicles + reception. */
  PE_THREE_PUBLIC_ABROAD    = 2, /**< 因公出国（境）费 */
  PE_THREE_PUBLIC_VEHICLES  = 3, /**< 公务用车购置及运行维护费 = purchase + running. */
  PE_THREE_PUBLIC_PURCHASE  = 4, /**< 公务用车购置费 */
  PE_THREE_PUBLIC_RUNNING   = 5, /**< 公务用车运行维护费 */
  PE_THREE_PUBLIC_RECEPTION = 6  /**< 公务接待费 */
};

/** One part of 三公经费, given to a builder or read. It is spent within the lines, and adds nothing to them. Since: 1.0 */
typedef struct pe_three_public_line
{
  uint32_t        struct_size; /**< Set by pe_three_public_line_init(). */
  pe_three_public item;        /**< Required. */
  pe_figure       initial;     /**< 年初预算数, in money; may be missing. */
  pe_figure       adjusted;    /**< 全年预算数, in money; may be missing. */
  pe_figure       executed;    /**< 全年执行数, in money; may be missing. */
} pe_three_public_line;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_three_public_line_init (pe_three_public_line *self, uint32_t struct_size);

/** Which lines pe_budget_sum_lines() takes. Each member that is given must stand in the line itself. Since: 1.0 */
typedef struct pe_budget_filter
{
  uint32_t           struct_size;    /**< Set by pe_budget_filter_init(). */
  pe_budget_category category;       /**< 0: any. */
  pe_funding         funding;        /**< 0: any. */
  int32_t            reserved;       /**< 0. */
  const char        *economic_class; /**< Nullable: any. UTF-8. */
  const char        *project;        /**< Nullable: any. UTF-8. */
} pe_budget_filter;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_budget_filter_init (pe_budget_filter *self, uint32_t struct_size);

/**
 * Starts a builder, empty or from an existing object.
 *
 * @param[out] out    owned: pe_budget_builder_free()
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
pe_status pe_budget_builder_new (pe_budget_builder **out, const pe_budget *from, pe_error **error);

/**
 * Adds lines, all of them or none.
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
 * @retval PE_ERROR_TEXT_EMPTY        a required text is empty
 * @retval PE_ERROR_UNIT_MISMATCH     an amount is not in 元, 万元 or 亿元
 * @retval PE_ERROR_NEGATIVE_AMOUNT   an amount is below zero
 * @retval PE_ERROR_STATE_CONFLICT    a figure has a value without the state for it, or a state that a figure cannot have
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_LIMIT_ITEMS       there would be more than 4,294,967,294 lines
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_budget_builder_add_many (pe_budget_builder *self, const pe_budget_line *items, size_t n, pe_error **error);

/**
 * Adds parts of 三公经费, all of them or none.
 *
 * @param      self   a builder
 * @param      items  copied; the stride is the first element's struct_size
 * @param      n      how many; 0 adds nothing
 * @param[out] error  nullable; an owned error on failure, its place counting from the first of this table
 *
 * @retval PE_OK                      they are added
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or a member is out of range
 * @retval PE_ERROR_UNSUPPORTED       an element is newer than this library
 * @retval PE_ERROR_UNIT_MISMATCH     an amount is not in 元, 万元 or 亿元
 * @retval PE_ERROR_NEGATIVE_AMOUNT   an amount is below zero
 * @retval PE_ERROR_STATE_CONFLICT    a figure has a value without the state for it, or a state that a figure cannot have
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_budget_builder_add_three_public (pe_budget_builder *self, const pe_three_public_line *items, size_t n,
                                              pe_error **error);

/**
 * Checks the tree and makes the budget. The builder can go on afterwards.
 *
 * @param[out] out       owned: pe_budget_unref()
 * @param      self      a builder
 * @param[out] findings  nullable; an owned list, also on failure
 * @param[out] error     nullable; an owned error on failure, the first of the findings of severity error
 *
 * @retval PE_OK                       @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT   an argument is NULL
 * @retval PE_ERROR_SUM_MISMATCH       lines called complete do not add up; the message names both sums. Likewise twelve
 *                                     months and what was executed, the parts of 三公经费 and their total, or a surplus
 *                                     above its carry-over
 * @retval PE_ERROR_CATEGORY_CONFLICT  a category stands twice or below one that it is no part of; a part of 三公经费 stands
 *                                     twice
 * @retval PE_ERROR_OVERFLOW           a sum does not fit
 * @retval PE_ERROR_NO_MEMORY          memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_budget_builder_build (pe_budget **out, const pe_budget_builder *self, pe_findings **findings,
                                   pe_error **error);

/**
 * Frees a builder; what it built stays.
 * @param self  a builder, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_budget_builder_free (pe_budget_builder *self);

/**
 * How many lines there are, at every depth.
 * @param self  a budget, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_budget_get_n_lines (const pe_budget *self);

/**
 * Reads a line (index 0 is line number 1) by index.
 *
 * @param[out]    out    filled; out->struct_size says how much of it the caller knows. Texts are borrowed from @p self
 * @param         self   the object
 * @param         index  from 0
 * @param[out]    error  nullable; an owned error on failure
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
pe_status pe_budget_get_line (pe_budget_line *out, const pe_budget *self, size_t index, pe_error **error);

/**
 * The amount of a category: given by its line, or derived: from the lines below it
 * where they are complete, the total without a line from the top lines, basic from
 * personnel and public.
 *
 * @param[out] out       the amount; missing when there is no such line or a part of it is missing
 * @param      self      a budget
 * @param      category  a #pe_budget_category
 * @param      amount    a #pe_amount
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_OVERFLOW          the sum does not fit
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_budget_compute_amount (pe_figure *out, const pe_budget *self, pe_budget_category category,
                                    pe_amount amount, pe_error **error);

/**
 * What of a line's amount the lines below it do not name (未列明).
 *
 * @param[out] out     the remainder in the line's unit: 0 when they add up, not applicable when there are no lines
 *                     below, missing when the amount or one below is missing. May be negative where they exceed it
 * @param      self    a budget
 * @param      index   the line, from 0
 * @param      amount  a #pe_amount
 * @param[out] error   nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 * @retval PE_ERROR_OVERFLOW          the sum does not fit
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_budget_compute_not_itemised (pe_figure *out, const pe_budget *self, size_t index, pe_amount amount,
                                          pe_error **error);

/**
 * An amount of a part of 三公经费: given, or derived: vehicles from purchase and running, the total from its three parts.
 *
 * @param[out] out     the amount; missing when it is not given and a part of it is missing
 * @param      self    a budget
 * @param      item    a #pe_three_public
 * @param      amount  #PE_AMOUNT_INITIAL, #PE_AMOUNT_ADJUSTED or #PE_AMOUNT_EXECUTED
 * @param[out] error   nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_OVERFLOW          the sum does not fit
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_budget_compute_three_public (pe_figure *out, const pe_budget *self, pe_three_public item, pe_amount amount,
                                          pe_error **error);

/**
 * How many parts of 三公经费 were given.
 * @param self  a budget, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_budget_get_n_three_public (const pe_budget *self);

/**
 * Reads a part of 三公经费 by index, as it was given.
 *
 * @param[out]    out    filled; out->struct_size says how much of it the caller knows
 * @param         self   the object
 * @param         index  from 0
 * @param[out]    error  nullable; an owned error on failure
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
pe_status pe_budget_get_three_public (pe_three_public_line *out, const pe_budget *self, size_t index, pe_error **error);

/**
 * The sum of an amount over the lines that a filter takes: by project, economic
 * class or funding source. A line below one that is taken is part of it, and is not
 * counted again.
 *
 * @code
 * pe_budget_line lines[2];
 * pe_budget_filter filter;
 * pe_budget_builder *builder = NULL;
 * pe_budget *budget = NULL;
 * pe_figure sum;
 * pe_budget_line_init (&lines[0], sizeof lines[0]);
 * lines[0].name = "招商活动";
 * lines[0].project = "招商";
 * pe_figure_parse (&lines[0].executed, "248.55万元", 11, NULL);
 * lines[1] = lines[0];
 * lines[1].name = "招商服务";
 * pe_figure_parse (&lines[1].executed, "99.80万元", 10, NULL);
 * assert (pe_budget_builder_new (&builder, NULL, NULL) == PE_OK);
 * assert (pe_budget_builder_add_many (builder, lines, 2, NULL) == PE_OK);
 * assert (pe_budget_builder_build (&budget, builder, NULL, NULL) == PE_OK);
 * pe_budget_filter_init (&filter, sizeof filter);
 * filter.project = "招商";
 * assert (pe_budget_sum_lines (&sum, budget, &filter, PE_AMOUNT_EXECUTED, NULL) == PE_OK);
 * assert (sum.value.coefficient == 34835 && sum.unit == PE_UNIT_WAN_YUAN);
 * pe_budget_builder_free (builder);
 * pe_budget_unref (budget);
 * @endcode
 *
 * @param[out] out     the sum; missing when one of the lines leaves the amount open, or there is none
 * @param      self    a budget
 * @param      filter  which lines
 * @param      amount  a #pe_amount
 * @param[out] error   nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_UNSUPPORTED       @p filter is newer than this library
 * @retval PE_ERROR_OVERFLOW          the sum does not fit
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_budget_sum_lines (pe_figure *out, const pe_budget *self, const pe_budget_filter *filter, pe_amount amount,
                               pe_error **error);

/**
 * What was spent from January to the end of a month, over the whole budget, from the
 * months of the lines: of the total where it has them, else of the lines below it, which
 * have to be all of it (`complete`); without a total, of the top lines.
 *
 * @param[out] out    the amount; missing when a month of a line is not filled in, or lines below the total are some of it
 * @param      self   a budget
 * @param      month  1 to 12
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_OVERFLOW          the sum does not fit
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_budget_compute_progress (pe_figure *out, const pe_budget *self, int32_t month, pe_error **error);

/**
 * The digest of the content, source places left out.
 * @param      self  a budget
 * @param[out] out   #PE_DIGEST_SIZE bytes
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_budget_get_digest (const pe_budget *self, uint8_t *out);

/**
 * Whether two have the same content, digit for digit as written.
 * @param a  a budget, nullable
 * @param b  a budget, nullable
 * @return 1 when their digests are equal or both are NULL, else 0
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_budget_is_equal (const pe_budget *a, const pe_budget *b);

/**
 * Takes one more reference.
 * @param self  a budget, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_budget *pe_budget_ref (pe_budget *self);

/**
 * Gives one reference back; the last one frees the budget.
 * @param self  a budget, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_budget_unref (pe_budget *self);

PE_END_DECLS

#endif /* PERFEVAL_BUDGET_H */
