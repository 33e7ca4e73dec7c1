/* perfeval/evaluator.h - one unit after the other, by a plan, without a dossier
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_EVALUATOR_H
#define PERFEVAL_EVALUATOR_H

#include <perfeval/batch_plan.h>
#include <perfeval/ledger.h>

PE_BEGIN_DECLS

/**
 * @file evaluator.h
 * @brief An evaluator (即时计分): a plan bound to one set of figures that can be changed and scored again.
 *
 * For a form that shows the score while figures are typed, a "what if", or a
 * database function: set what changed, run, read points, states and the ledger.
 * The digits are those of pe_evaluate() and pe_batch_run().
 *
 * A run allocates nothing, unless a figure came with another unit or finer scale
 * than before, a formula or decision table has to be gone through that no kernel
 * knows, the unit cannot be scored, or a number does not fit 128 bits.
 *
 * @par Life cycle
 * An evaluator belongs to one thread at a time.
 *
 * @code
 * // One leaf of 10 points, capped_ratio of the facts "actual" and "target": 96 of 100 is 9.60.
 * pe_evaluator *evaluator = NULL;
 * pe_figure figures[2] = { { { 96, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE }, { { 100, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE } };
 * pe_decimal total;
 * if (pe_evaluator_new (&evaluator, plan, NULL) == PE_OK)
 *   {
 *     assert (pe_evaluator_set_figures (evaluator, 0, figures, 2, NULL) == PE_OK);
 *     assert (pe_evaluator_run (evaluator, NULL) == PE_OK);
 *     assert (pe_evaluator_get_points (&total, evaluator, 0, NULL) == PE_OK);
 *     assert (total.coefficient == 960 && total.scale == 2);
 *     pe_evaluator_free (evaluator);
 *   }
 * @endcode
 */

/** An evaluator. Opaque, owned. Since: 1.0 */
typedef struct pe_evaluator pe_evaluator;

/**
 * Makes an evaluator whose figures are all missing.
 *
 * @param[out] out    owned: pe_evaluator_free()
 * @param      plan   a reference is taken
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_BATCH_NO_SCALE    some node of the plan has no scale
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_evaluator_new (pe_evaluator **out, pe_batch_plan *plan, pe_error **error);

/**
 * Frees an evaluator.
 * @param self  an evaluator, or NULL to do nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_evaluator_free (pe_evaluator *self);

/**
 * Sets figures of inputs that follow each other, all of them or none.
 *
 * @param      self     an evaluator
 * @param      first    the first input, as the plan numbers them
 * @param      figures  copied; of an input of texts, missing or not applicable
 * @param      n        how many
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      they are set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or a figure is malformed or no figure of its input, which the
 *                                    error names by its path
 * @retval PE_ERROR_NOT_FOUND         there are not so many inputs
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_evaluator_set_figures (pe_evaluator *self, size_t first, const pe_figure *figures, size_t n,
                                    pe_error **error);

/**
 * Sets a text: of an input of texts, or where a number was due. An amount of money that is a text counts as not filled in.
 *
 * @param      self   an evaluator
 * @param      input  as the plan numbers them
 * @param      text   UTF-8, copied
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         there is no such input
 * @retval PE_ERROR_INVALID_UTF8      not UTF-8
 * @retval PE_ERROR_LIMIT_TEXT        longer than 1,048,576 bytes
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_evaluator_set_text (pe_evaluator *self, size_t input, const char *text, pe_error **error);

/**
 * Scores the unit. What was read before is read anew.
 *
 * @param      self   an evaluator
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it is scored; pe_evaluator_get_status() says whether there is a total
 * @retval PE_ERROR_INVALID_ARGUMENT  @p self is NULL
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_evaluator_run (pe_evaluator *self, pe_error **error);

/**
 * #PE_OK where the unit has a total; else the first error that pe_evaluate() would have named.
 * @param self  an evaluator that has run, nullable
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_evaluator_get_status (const pe_evaluator *self);

/**
 * The grade.
 * @param self  an evaluator that has run, nullable
 * @return its index in the rulebook; -1 where there is none
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_evaluator_get_grade (const pe_evaluator *self);

/**
 * The state of a node, as #pe_batch_results says.
 * @param self  an evaluator that has run, nullable
 * @param node  from 0
 * @return a #pe_state; #PE_STATE_MISSING past the end
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_state pe_evaluator_get_state (const pe_evaluator *self, size_t node);

/**
 * The score of a node. In a unit without a total the sums have none, nor has a leaf that is to blame; the other leaves have
 * theirs, which a form that is half filled in shows.
 *
 * @param[out] out    its points, at the plan's scale
 * @param      self   an evaluator that has run
 * @param      node   from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         @p node is past the end, or has no points
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_evaluator_get_points (pe_decimal *out, const pe_evaluator *self, size_t node, pe_error **error);

/**
 * How many entries the ledger has: one for each node that lost or gained points itself.
 * @param self  an evaluator that has run, nullable
 * @return the number; 0 for a unit without a total
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_evaluator_get_n_entries (const pe_evaluator *self);

/**
 * Reads an entry, in the order of the nodes. At every node, exactly: full marks + entries at and below it = its score.
 *
 * A leaf has one entry, in which caps and deductions are contained. That of a leaf that was left out, and that of the
 * total of such a unit, is #PE_ENTRY_RESCALE; a total that a bonus or a veto changed has #PE_ENTRY_ADJUST; other sums
 * have #PE_ENTRY_ROUNDING. pe_evaluate() tells more: each cause by itself, in words.
 *
 * @param[out] out    filled as far as out->struct_size says; pe_ledger_entry::cause is 0
 * @param      self   an evaluator that has run
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
pe_status pe_evaluator_get_entry (pe_ledger_entry *out, const pe_evaluator *self, size_t index, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_EVALUATOR_H */
