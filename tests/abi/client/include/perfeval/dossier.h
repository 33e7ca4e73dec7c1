/* perfeval/dossier.h - what one unit hands in for one year
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_DOSSIER_H
#define PERFEVAL_DOSSIER_H

#include <perfeval/adjustment.h>
#include <perfeval/asset.h>
#include <perfeval/budget.h>
#include <perfeval/facts.h>
#include <perfeval/narrative.h>
#include <perfeval/place.h>
#include <perfeval/procurement.h>
#include <perfeval/register.h>

PE_BEGIN_DECLS

/**
 * @file dossier.h
 * @brief A dossier (评价材料): the typed facts of one unit for one fiscal year.
 *
 * @code
 * pe_dossier_head head;
 * pe_dossier_builder *builder = NULL;
 * pe_dossier *dossier = NULL;
 * pe_dossier_head_init (&head, sizeof head);
 * head.unit_name = "增城经济技术开发区投资促进局";
 * head.fiscal_year = 2023;
 * head.kind = PE_KIND_DEPARTMENT;
 * assert (pe_dossier_builder_new (&builder, NULL, NULL) == PE_OK);
 * assert (pe_dossier_builder_set_head (builder, &head, NULL) == PE_OK);
 * assert (pe_dossier_builder_build (&dossier, builder, NULL, NULL) == PE_OK);
 * assert (pe_dossier_get_budget (dossier) == NULL);
 * pe_dossier_builder_free (builder);
 * pe_dossier_unref (dossier);
 * @endcode
 */

/** A dossier. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_dossier pe_dossier;

/** A dossier under construction; belongs to one thread. Since: 1.0 */
typedef struct pe_dossier_builder pe_dossier_builder;

/** What is evaluated. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_kind;

/** Values of #pe_kind. */
enum pe_kind_value
{
  PE_KIND_DEPARTMENT = 1, /**< 部门整体支出 */
  PE_KIND_PROJECT    = 2, /**< 项目支出 */
  PE_KIND_POLICY     = 3  /**< 财政政策 */
};

/** Who, when and what. Since: 1.0 */
typedef struct pe_dossier_head
{
  uint32_t    struct_size; /**< Set by pe_dossier_head_init(). */
  int32_t     fiscal_year; /**< Required, 1900 to 9999. */
  pe_kind     kind;        /**< Required. */
  int32_t     reserved;    /**< 0. */
  const char *unit_name;   /**< Required. UTF-8: the department or project. */
  const char *unit_code;   /**< Nullable. UTF-8: its code in the host's system. */
  const char *place;       /**< Nullable. UTF-8, e.g. "广东省广州市增城区". */
  const char *source;      /**< Nullable. UTF-8: where the figures come from. */
} pe_dossier_head;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_dossier_head_init (pe_dossier_head *self, uint32_t struct_size);

/**
 * Starts a builder, empty or from an existing object.
 *
 * @param[out] out    owned: pe_dossier_builder_free()
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
pe_status pe_dossier_builder_new (pe_dossier_builder **out, const pe_dossier *from, pe_error **error);

/**
 * Says who, when and what.
 *
 * @param      self   a builder
 * @param      head   copied; replaces an earlier one
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or a member is out of range
 * @retval PE_ERROR_UNSUPPORTED       @p head is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      a text is not UTF-8
 * @retval PE_ERROR_TEXT_EMPTY        the unit's name is empty
 * @retval PE_ERROR_LIMIT_TEXT        a text is too long
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_dossier_builder_set_head (pe_dossier_builder *self, const pe_dossier_head *head, pe_error **error);

/**
 * Sets the budget.
 *
 * @param      self    a builder
 * @param      budget  nullable: none; the builder takes a reference of its own
 * @param[out] error   nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  @p self is NULL
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_dossier_builder_set_budget (pe_dossier_builder *self, pe_budget *budget, pe_error **error);

/**
 * Sets the procurement.
 *
 * @param      self         a builder
 * @param      procurement  nullable: none; the builder takes a reference of its own
 * @param[out] error        nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  @p self is NULL
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_dossier_builder_set_procurement (pe_dossier_builder *self, pe_procurement *procurement, pe_error **error);

/**
 * Sets the assets.
 *
 * @param      self    a builder
 * @param      assets  nullable: none; the builder takes a reference of its own
 * @param[out] error   nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  @p self is NULL
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_dossier_builder_set_assets (pe_dossier_builder *self, pe_assets *assets, pe_error **error);

/**
 * Adds registers, all of them or none.
 *
 * @param      self   a builder
 * @param      items  none NULL; the builder takes references of its own
 * @param      n      how many; 0 adds nothing
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      they are added
 * @retval PE_ERROR_INVALID_ARGUMENT  @p self, @p items or one of them is NULL
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_dossier_builder_add_registers (pe_dossier_builder *self, pe_register *const *items, size_t n,
                                            pe_error **error);

/**
 * Sets the dossier of the year before (上年), for changes and comparisons.
 *
 * @param      self   a builder
 * @param      prior  nullable: none; the builder takes a reference of its own. One with a prior of its own may be given
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  @p self is NULL
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_dossier_builder_set_prior (pe_dossier_builder *self, pe_dossier *prior, pe_error **error);

/**
 * Adds indicator facts, all of them or none.
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
 * @retval PE_ERROR_CODE_SYNTAX       an indicator's code or a fact's name is malformed
 * @retval PE_ERROR_STATE_CONFLICT    a figure's state, value and text contradict each other
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_LIMIT_ITEMS       there would be more than 4,294,967,294 facts
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_dossier_builder_add_facts (pe_dossier_builder *self, const pe_fact *items, size_t n, pe_error **error);

/**
 * Adds rows of slots, all of them or none.
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
 * @retval PE_ERROR_CODE_SYNTAX       a slot's code is malformed
 * @retval PE_ERROR_UNIT_MISMATCH     marks or a score are neither a bare number nor 分
 * @retval PE_ERROR_STATE_CONFLICT    a figure's state, value and text contradict each other
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_LIMIT_ITEMS       there would be more than 4,294,967,294 rows
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_dossier_builder_add_rows (pe_dossier_builder *self, const pe_row *items, size_t n, pe_error **error);

/**
 * Adds declared scores, all of them or none.
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
 * @retval PE_ERROR_CODE_SYNTAX       an indicator's code is malformed
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_LIMIT_ITEMS       there would be more than 4,294,967,294 scores
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_dossier_builder_add_declared_scores (pe_dossier_builder *self, const pe_declared_score *items, size_t n,
                                                  pe_error **error);

/**
 * Adds readings, all of them or none.
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
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_LIMIT_ITEMS       there would be more than 4,294,967,294 readings
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_dossier_builder_add_readings (pe_dossier_builder *self, const pe_reading *items, size_t n,
                                           pe_error **error);

/**
 * Adds deductions and bonuses, all of them or none.
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
 * @retval PE_ERROR_CODE_SYNTAX       a code is malformed
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_dossier_builder_add_adjustments (pe_dossier_builder *self, const pe_adjustment *items, size_t n,
                                              pe_error **error);

/**
 * Adds events, all of them or none.
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
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_dossier_builder_add_events (pe_dossier_builder *self, const pe_event *items, size_t n, pe_error **error);

/**
 * Adds paragraphs of the report in the office's own words, all of them or none.
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
 * @retval PE_ERROR_CODE_SYNTAX       a section is not 1 to 64 letters, digits, '.', '-' and '_'
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_dossier_builder_add_narratives (pe_dossier_builder *self, const pe_narrative *items, size_t n,
                                             pe_error **error);

/**
 * Checks everything against each other and makes the dossier.
 *
 * @param[out] out       owned: pe_dossier_unref()
 * @param      self      a builder
 * @param[out] findings  nullable; an owned list, also on failure
 * @param[out] error     nullable; an owned error on failure, the first of the findings of severity error
 *
 * @retval PE_OK                       @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT   an argument is NULL, or there is no head
 * @retval PE_ERROR_CODE_DUPLICATE     one indicator has a fact twice, or two scores of one scorer
 * @retval PE_ERROR_REFERENCE_UNKNOWN  a row's parent is not a row of its slot before it
 * @retval PE_ERROR_FISCAL_YEAR        the prior dossier is not of the year before
 * @retval PE_ERROR_NO_MEMORY          memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_dossier_builder_build (pe_dossier **out, const pe_dossier_builder *self, pe_findings **findings,
                                    pe_error **error);

/**
 * Frees a builder; what it built stays.
 * @param self  a builder, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_dossier_builder_free (pe_dossier_builder *self);

/**
 * Who, when and what.
 *
 * @param[out] out    filled as far as out->struct_size says; texts are borrowed from @p self
 * @param      self   a dossier
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
pe_status pe_dossier_get_head (pe_dossier_head *out, const pe_dossier *self, pe_error **error);

/**
 * The budget.
 * @param self  a dossier, nullable
 * @return borrowed from @p self, or NULL when there is none
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_budget *pe_dossier_get_budget (const pe_dossier *self);

/**
 * The procurement.
 * @param self  a dossier, nullable
 * @return borrowed from @p self, or NULL when there is none
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_procurement *pe_dossier_get_procurement (const pe_dossier *self);

/**
 * The assets.
 * @param self  a dossier, nullable
 * @return borrowed from @p self, or NULL when there are none
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_assets *pe_dossier_get_assets (const pe_dossier *self);

/**
 * How many registers there are. They are kept in the order of their ids, byte by byte.
 * @param self  a dossier, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_dossier_get_n_registers (const pe_dossier *self);

/**
 * A register by index.
 * @param self   a dossier, nullable
 * @param index  from 0
 * @return borrowed from @p self; NULL past the end
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_register *pe_dossier_get_register (const pe_dossier *self, size_t index);

/**
 * A register by its id.
 * @param self  a dossier, nullable
 * @param id    nullable
 * @return borrowed from @p self; NULL when there is none
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_register *pe_dossier_find_register (const pe_dossier *self, const char *id);

/**
 * The dossier of the year before.
 * @param self  a dossier, nullable
 * @return borrowed from @p self, or NULL when there is none
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_dossier *pe_dossier_get_prior (const pe_dossier *self);

/**
 * How many facts there are. They are kept in the order of their indicators'
 * codes, then of their names, both byte by byte.
 * @param self  a dossier, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_dossier_get_n_facts (const pe_dossier *self);

/**
 * Reads a fact by index.
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
pe_status pe_dossier_get_fact (pe_fact *out, const pe_dossier *self, size_t index, pe_error **error);

/**
 * How many rows there are. They are kept in the order of their slots' codes,
 * byte by byte, and within a slot in printed order, each before those below it;
 * pe_row::parent then counts in that order.
 * @param self  a dossier, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_dossier_get_n_rows (const pe_dossier *self);

/**
 * Reads a row by index.
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
pe_status pe_dossier_get_row (pe_row *out, const pe_dossier *self, size_t index, pe_error **error);

/**
 * How many declared scores there are, in the order of adding.
 * @param self  a dossier, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_dossier_get_n_declared_scores (const pe_dossier *self);

/**
 * Reads a declared score by index.
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
pe_status pe_dossier_get_declared_score (pe_declared_score *out, const pe_dossier *self, size_t index,
                                         pe_error **error);

/**
 * How many readings there are, in the order of adding.
 * @param self  a dossier, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_dossier_get_n_readings (const pe_dossier *self);

/**
 * Reads a reading by index.
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
pe_status pe_dossier_get_reading (pe_reading *out, const pe_dossier *self, size_t index, pe_error **error);

/**
 * How many deductions and bonuses there are, in the order of adding.
 * @param self  a dossier, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_dossier_get_n_adjustments (const pe_dossier *self);

/**
 * Reads a deduction or bonus by index.
 *
 * @param[out] out    filled as far as out->struct_size says; texts are borrowed from @p self
 * @param      self   a dossier
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
pe_status pe_dossier_get_adjustment (pe_adjustment *out, const pe_dossier *self, size_t index, pe_error **error);

/**
 * How many events there are, in the order of adding.
 * @param self  a dossier, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_dossier_get_n_events (const pe_dossier *self);

/**
 * Reads an event by index.
 *
 * @param[out] out    filled as far as out->struct_size says; texts are borrowed from @p self
 * @param      self   a dossier
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
pe_status pe_dossier_get_event (pe_event *out, const pe_dossier *self, size_t index, pe_error **error);

/**
 * How many paragraphs in the office's own words there are, in the order of adding.
 * @param self  a dossier, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_dossier_get_n_narratives (const pe_dossier *self);

/**
 * Reads a paragraph by index.
 *
 * @param[out] out    filled as far as out->struct_size says; texts are borrowed from @p self
 * @param      self   a dossier
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
pe_status pe_dossier_get_narrative (pe_narrative *out, const pe_dossier *self, size_t index, pe_error **error);

/**
 * Where a part of the dossier came from.
 * @param self  a dossier that was read from bytes
 * @param path  a path in it, e.g. "/budget/lines/0/executed"
 * @return borrowed from @p self, or NULL when it was not read from bytes or has no such part
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const pe_place *pe_dossier_find_place (const pe_dossier *self, const char *path);

/**
 * The digest of the content, source places left out.
 * @param      self  a dossier
 * @param[out] out   #PE_DIGEST_SIZE bytes
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_dossier_get_digest (const pe_dossier *self, uint8_t *out);

/**
 * Whether two have the same content, digit for digit as written.
 * @param a  a dossier, nullable
 * @param b  a dossier, nullable
 * @return 1 when their digests are equal or both are NULL, else 0
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_dossier_is_equal (const pe_dossier *a, const pe_dossier *b);

/**
 * Takes one more reference.
 * @param self  a dossier, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_dossier *pe_dossier_ref (pe_dossier *self);

/**
 * Gives one reference back; the last one frees the dossier.
 * @param self  a dossier, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_dossier_unref (pe_dossier *self);

PE_END_DECLS

#endif /* PERFEVAL_DOSSIER_H */
