/* perfeval/rulebook_set.h - rulebooks to choose from
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_RULEBOOK_SET_H
#define PERFEVAL_RULEBOOK_SET_H

#include <perfeval/rulebook.h>

PE_BEGIN_DECLS

/**
 * @file rulebook_set.h
 * @brief A set of rulebooks (评分规则库): which one is for a place, a kind and a fiscal year.
 *
 * Exactly one answers, or it is an error: a set never guesses between two, and never takes the scheme of a province
 * for that of a county.
 *
 * @code
 * pe_rulebook_set_builder *builder = NULL;
 * pe_rulebook_set *set = NULL;
 * size_t index;
 * assert (pe_rulebook_set_builder_new (&builder, NULL) == PE_OK);
 * assert (pe_rulebook_set_builder_add (builder, rulebook, NULL) == PE_OK);
 * assert (pe_rulebook_set_builder_build (&set, builder, NULL) == PE_OK);
 * assert (pe_rulebook_set_find (&index, set, "广东省", PE_KIND_DEPARTMENT, 2023, NULL, NULL) == PE_OK);
 * assert (pe_rulebook_set_get (set, index) == rulebook);
 * pe_rulebook_set_builder_free (builder);
 * pe_rulebook_set_unref (set);
 * @endcode
 */

/** A set of rulebooks. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_rulebook_set pe_rulebook_set;

/** A set under construction; belongs to one thread. Since: 1.0 */
typedef struct pe_rulebook_set_builder pe_rulebook_set_builder;

/**
 * Starts a builder.
 *
 * @param[out] out    owned: pe_rulebook_set_builder_free()
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
pe_status pe_rulebook_set_builder_new (pe_rulebook_set_builder **out, pe_error **error);

/**
 * Adds a rulebook.
 *
 * @param      self      a builder
 * @param      rulebook  the builder takes a reference of its own
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      it is added
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_set_builder_add (pe_rulebook_set_builder *self, pe_rulebook *rulebook, pe_error **error);

/**
 * Makes the set.
 *
 * @param[out] out    owned: pe_rulebook_set_unref()
 * @param      self   a builder
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_CODE_DUPLICATE    two rulebooks have the same id and edition
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_set_builder_build (pe_rulebook_set **out, const pe_rulebook_set_builder *self, pe_error **error);

/**
 * Frees a builder; what it built stays.
 * @param self  a builder, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_rulebook_set_builder_free (pe_rulebook_set_builder *self);

/**
 * How many rulebooks there are.
 * @param self  a set, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_rulebook_set_get_size (const pe_rulebook_set *self);

/**
 * A rulebook, in the order of their ids, then of their editions.
 * @param self   a set
 * @param index  from 0
 * @return borrowed from @p self, or NULL when there is no such rulebook
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_rulebook *pe_rulebook_set_get (const pe_rulebook_set *self, size_t index);

/**
 * Finds the one rulebook for a place, a kind and a fiscal year.
 *
 * @param[out] out          its index
 * @param      self         a set
 * @param      place        nullable: one that names no place; UTF-8, just as the rulebook has it
 * @param      kind         a #pe_kind
 * @param      fiscal_year  the year
 * @param      edition      nullable: any; UTF-8
 * @param[out] error        nullable; an owned error on failure
 *
 * @retval PE_OK                        @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT    an argument is NULL or out of range
 * @retval PE_ERROR_NOT_FOUND           no rulebook answers
 * @retval PE_ERROR_RULEBOOK_AMBIGUOUS  two do; the message names both
 * @retval PE_ERROR_NO_MEMORY           memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_set_find (size_t *out, const pe_rulebook_set *self, const char *place, pe_kind kind,
                                int32_t fiscal_year, const char *edition, pe_error **error);

/**
 * Takes one more reference.
 * @param self  a set, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_rulebook_set *pe_rulebook_set_ref (pe_rulebook_set *self);

/**
 * Gives one reference back; the last one frees the set.
 * @param self  a set, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_rulebook_set_unref (pe_rulebook_set *self);

PE_END_DECLS

#endif /* PERFEVAL_RULEBOOK_SET_H */
