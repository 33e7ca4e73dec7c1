/* perfeval/rulebook_measure.h - a measure that a rulebook declares
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_RULEBOOK_MEASURE_H
#define PERFEVAL_RULEBOOK_MEASURE_H

#include <perfeval/measure.h>
#include <perfeval/rulebook.h>

PE_BEGIN_DECLS

/**
 * @file rulebook_measure.h
 * @brief A measure of a rulebook's own (自定度量): a named formula over records, or over other measures.
 *
 * What the catalogue of measure.h does not have, a rulebook defines once and names wherever it names a measure:
 * in arguments of rules, in formulas, in the conditions of caps. Its id begins with "measure.", so that it can
 * never be the id of one of the catalogue, of today or later.
 *
 * @par Order
 * The formula may name the measures that were declared before it, and no others: there are no circles, and the work
 * stays bounded. It reads records, amounts and measures of the dossier, never the facts of an indicator.
 *
 * @par Life cycle
 * Immutable from the moment pe_rulebook_measure_new() returns it; the count of references is atomic.
 *
 * @code
 * pe_rulebook_measure_spec spec;
 * pe_rulebook_measure *measure = NULL;
 * pe_rulebook_measure_spec_init (&spec, sizeof spec);
 * spec.id = "measure.open_share";
 * spec.name_zh = "公开招标占比（项数）";
 * spec.unit = PE_UNIT_PERCENT;
 * spec.zero_state = PE_STATE_NOT_APPLICABLE;
 * spec.formula = "count(procurement.records[method = \"open_tender\"]) / count(procurement.records)";
 * assert (pe_rulebook_measure_new (&measure, &spec, NULL) == PE_OK);
 * assert (strcmp (pe_rulebook_measure_get_id (measure), "measure.open_share") == 0);
 * pe_rulebook_measure_unref (measure);
 * @endcode
 */

/** A measure that a rulebook declares. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_rulebook_measure pe_rulebook_measure;

/** What a measure is made of. Since: 1.0 */
typedef struct pe_rulebook_measure_spec
{
  uint32_t struct_size; /**< Set by pe_rulebook_measure_spec_init(). */
  pe_unit  unit; /**< Of the value. A formula gives yuan, shares of 1 and bare numbers; the unit says which. Default:
                             #PE_UNIT_NONE, a bare number. */
  pe_state
      zero_state; /**< What a zero denominator makes it: #PE_STATE_ZERO_DENOMINATOR, for the rule's policy to decide,
                             or #PE_STATE_NOT_APPLICABLE. 0 (default): not said, for a formula that cannot divide by zero. */
  int32_t            reserved; /**< 0. */
  const char        *id;       /**< Required. "measure." and a small letter, then small letters, digits and "_". */
  const char        *name_zh;  /**< Required. UTF-8. */
  const char        *name_en;  /**< Nullable. UTF-8. */
  const char        *formula;  /**< Required. UTF-8: docs/formula.md. */
  const char        *source;   /**< Nullable. The id of one of the rulebook's sources. */
  const char *const *columns; /**< Nullable. Columns of registers that the formula reads, "register.projects.signed". */
  const pe_fact_type         *types;     /**< Nullable. The type of each of them. */
  size_t                      n_columns; /**< How many there are. */
  pe_rulebook_measure *const *before;    /**< Nullable. The measures that the formula may name. */
  size_t                      n_before;  /**< How many there are. */
  const pe_limits            *limits;    /**< Nullable: the defaults. */
} pe_rulebook_measure_spec;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_rulebook_measure_spec_init (pe_rulebook_measure_spec *self, uint32_t struct_size);

/**
 * Makes a measure: its formula is checked for syntax, names, types and, as far as amounts of money go, its unit.
 *
 * @param[out] out    owned: pe_rulebook_measure_unref()
 * @param      spec   what it is; copied
 * @param[out] error  nullable; an owned error on failure, whose place is the member
 *
 * @retval PE_OK                         @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT     an argument is NULL, or a member is missing or out of range
 * @retval PE_ERROR_UNSUPPORTED          @p spec is newer than this library
 * @retval PE_ERROR_CODE_SYNTAX          the id is malformed
 * @retval PE_ERROR_CODE_DUPLICATE       a column is declared twice
 * @retval PE_ERROR_VALUE_UNKNOWN        a column is none of a register
 * @retval PE_ERROR_TEXT_EMPTY           a required text is empty
 * @retval PE_ERROR_INVALID_UTF8         a text is not UTF-8
 * @retval PE_ERROR_EXPRESSION_SYNTAX    the formula is none
 * @retval PE_ERROR_EXPRESSION_NAME      it names what there is not: also itself, a measure declared later, or a fact
 * @retval PE_ERROR_EXPRESSION_TYPE      it gives no number, or joins what does not go together
 * @retval PE_ERROR_EXPRESSION_FUNCTION  it calls what there is not
 * @retval PE_ERROR_UNIT_MISMATCH        it gives an amount of money and the unit is none, or the other way round
 * @retval PE_ERROR_POLICY_MISSING       it can divide by zero, and the spec does not say what that makes it
 * @retval PE_ERROR_LIMIT_DEPTH          it nests too deep, or more than 16 measures stand in each other
 * @retval PE_ERROR_LIMIT_ITEMS          it has too many names
 * @retval PE_ERROR_LIMIT_TEXT           a text is too long
 * @retval PE_ERROR_LIMIT_DIGITS         a number has too many digits
 * @retval PE_ERROR_NO_MEMORY            memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_measure_new (pe_rulebook_measure **out, const pe_rulebook_measure_spec *spec, pe_error **error);

/**
 * Says again what a measure was made of. The measures before it and the limits are left out (NULL).
 *
 * @param[out] out    filled as far as out->struct_size says; texts are borrowed from @p self
 * @param      self   a measure
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
pe_status pe_rulebook_measure_describe (pe_rulebook_measure_spec *out, const pe_rulebook_measure *self,
                                        pe_error **error);

/**
 * The id.
 * @param self  a measure, nullable
 * @return UTF-8, borrowed from @p self; NULL for NULL
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_rulebook_measure_get_id (const pe_rulebook_measure *self);

/**
 * The name.
 * @param self      a measure, nullable
 * @param language  anything but #PE_LANGUAGE_ZH gives English, and Chinese where there is none
 * @return UTF-8, borrowed from @p self; NULL for NULL
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_rulebook_measure_get_name (const pe_rulebook_measure *self, pe_language language);

/**
 * Takes one more reference.
 * @param self  a measure, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_rulebook_measure *pe_rulebook_measure_ref (pe_rulebook_measure *self);

/**
 * Gives one reference back; the last one frees it.
 * @param self  a measure, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_rulebook_measure_unref (pe_rulebook_measure *self);

/**
 * Lets a rule name measures of its rulebook, in arguments and formulas bound from here on.
 *
 * @param      self      a builder
 * @param      measures  measures, none of them NULL; the builder takes references of its own
 * @param      n         how many; 0 adds nothing
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      they are known
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_CODE_DUPLICATE    one of this id is known already
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rule_builder_add_measures (pe_rule_builder *self, pe_rulebook_measure *const *measures, size_t n,
                                        pe_error **error);

/**
 * Declares measures. Those that its rules, caps and other measures name have to be among them.
 *
 * @param      self      a builder
 * @param      measures  measures, none of them NULL, each behind those that it names; the builder takes references of its own
 * @param      n         how many; 0 adds nothing
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      they are added
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_CODE_DUPLICATE    one of this id was added already
 * @retval PE_ERROR_MEASURE_UNKNOWN   one names a measure that was not added before it
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_builder_add_measures (pe_rulebook_builder *self, pe_rulebook_measure *const *measures, size_t n,
                                            pe_error **error);

/**
 * How many measures a rulebook declares.
 * @param self  a rulebook, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_rulebook_get_n_measures (const pe_rulebook *self);

/**
 * A measure of a rulebook, in the order of declaring.
 * @param self   a rulebook, nullable
 * @param index  from 0
 * @return borrowed from @p self; NULL past the end
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_rulebook_measure *pe_rulebook_get_measure (const pe_rulebook *self, size_t index);

PE_END_DECLS

#endif /* PERFEVAL_RULEBOOK_MEASURE_H */
