/* perfeval/batch_plan.h - a rulebook compiled for columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_BATCH_PLAN_H
#define PERFEVAL_BATCH_PLAN_H

#include <perfeval/calendar.h>
#include <perfeval/rulebook.h>

PE_BEGIN_DECLS

/**
 * @file batch_plan.h
 * @brief A plan: one rulebook, compiled once, for scoring millions of units from columns.
 *
 * A plan says which columns it takes (its inputs, in the order of the printed
 * table) and what it gives: points and a state for every node, a grade, and a
 * status for every unit. pe_batch_run() runs it.
 *
 * Nodes are those of an evaluation without rows: node 0 is the total, node i + 1
 * is the rulebook's i-th indicator. All points of a plan are whole multiples of
 * 10^-scale, with one scale for all nodes: pe_batch_plan_get_scale().
 *
 * @par What can be a column
 * Facts, amounts of the budget and totals of procurement (also of the year
 * before), declared scores, manual deductions, one bonus, vetoes. What stands in
 * rows or records (slots, shares counted from procurement records, formulas over
 * records) has no column: such a leaf is refused with #PE_ERROR_BATCH_LEAF, or,
 * where pe_batch_plan_options::records says so, takes its points as a column.
 *
 * @code
 * pe_batch_plan *plan = NULL;
 * if (pe_batch_plan_new (&plan, rulebook, NULL, NULL, NULL) == PE_OK)
 *   {
 *     pe_batch_input input;
 *     pe_batch_input_init (&input, sizeof input);
 *     for (size_t i = 0; i < pe_batch_plan_get_n_inputs (plan); i++)
 *       assert (pe_batch_plan_get_input (&input, plan, i, NULL) == PE_OK);
 *     assert (pe_batch_plan_get_n_nodes (plan) == pe_rulebook_get_n_indicators (rulebook) + 1);
 *     pe_batch_plan_unref (plan);
 *   }
 * @endcode
 */

/** A plan. Opaque, immutable, reference counted; may be used by any number of threads at once. Since: 1.0 */
typedef struct pe_batch_plan pe_batch_plan;

/** Which instructions the kernels use. Every level gives the same digits. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_batch_level;

/** Values of #pe_batch_level; 0 is the best that the processor has. */
enum pe_batch_level_value
{
  PE_BATCH_LEVEL_INTEGER  = 1, /**< Integers alone, one unit after the other. On every processor. */
  PE_BATCH_LEVEL_BASELINE = 2, /**< What every processor of the architecture has; x86-64-v2 is not asked for. */
  PE_BATCH_LEVEL_V3       = 3, /**< x86-64-v3: AVX2 and fused multiply-add. */
  PE_BATCH_LEVEL_V4       = 4  /**< x86-64-v4: AVX-512. */
};

/** What happens to a leaf that is scored from rows or records. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_batch_records;

/** Values of #pe_batch_records. */
enum pe_batch_records_value
{
  PE_BATCH_RECORDS_REFUSE = 1, /**< The plan is refused. The default. */
  PE_BATCH_RECORDS_POINTS = 2  /**< Its points are a column, scored elsewhere, e.g. by pe_evaluate(). */
};

/** How to compile. Since: 1.0 */
typedef struct pe_batch_plan_options
{
  uint32_t         struct_size; /**< Set by pe_batch_plan_options_init(). */
  pe_batch_level   level;       /**< Default: 0. */
  pe_batch_records records;     /**< Default: #PE_BATCH_RECORDS_REFUSE. */
  int32_t          fiscal_year; /**< The units' year, for milestones on days with a name; 0 (default): not known. */
  pe_calendar     *calendar;    /**< Nullable. For those days; a reference is taken. */
  const pe_limits *limits; /**< Nullable: the defaults; borrowed for the call. Those of formulas hold in each unit. */
} pe_batch_plan_options;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_batch_plan_options_init (pe_batch_plan_options *self, uint32_t struct_size);

/** What an input is in a dossier. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_batch_input_kind;

/** Values of #pe_batch_input_kind. */
enum pe_batch_input_kind_value
{
  PE_BATCH_INPUT_FACT      = 1, /**< A fact of an indicator: "1.2/actual". */
  PE_BATCH_INPUT_AMOUNT    = 2, /**< An amount of the budget or a total of procurement: "budget.executed". */
  PE_BATCH_INPUT_POINTS    = 3, /**< A declared score, or the points of a leaf of records: "1.3/points". */
  PE_BATCH_INPUT_DEDUCTION = 4, /**< A manual deduction in points, 0 or more: "1.2/deduction". */
  PE_BATCH_INPUT_BONUS     = 5, /**< A bonus in points, above 0 where there is one: "bonus". */
  PE_BATCH_INPUT_VETO      = 6, /**< 1 where the event happened, else 0: "veto/fraud". */
  PE_BATCH_INPUT_REASON    = 7  /**< 1 where over-achievement is explained (超额原因), else 0: "1.2/reason". */
};

/** What the cells of an input are. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_batch_input_type;

/** Values of #pe_batch_input_type. */
enum pe_batch_input_type_value
{
  PE_BATCH_INPUT_NUMBER = 1, /**< Numbers in one unit. */
  PE_BATCH_INPUT_TRUTH  = 2, /**< 是 and 否 as 1 and 0 (#PE_UNIT_TRUTH). */
  PE_BATCH_INPUT_TEXT   = 3  /**< Texts: each cell is an index into the words of its column. */
};

/** One input of a plan. Texts are borrowed from the plan. Since: 1.0 */
typedef struct pe_batch_input
{
  uint32_t            struct_size; /**< Set by pe_batch_input_init(). */
  pe_batch_input_kind kind;        /**< What it is in a dossier. */
  pe_batch_input_type type;        /**< What its cells are. */
  pe_unit             unit;  /**< The unit that suits it; #PE_UNIT_NONE where the other figures of its rule decide. */
  int32_t             scale; /**< The scale that suits it: 2 for yuan, 0 for counts; any scale is taken. */
  int32_t             required;  /**< 1: a run without this column is refused. 0: without it every cell is missing. */
  int32_t             indicator; /**< The index in the rulebook of the leaf that takes it; -1 where it is no leaf's. */
  int32_t             reserved;  /**< 0. */
  const char         *path;      /**< Unique in the plan, e.g. "1.2/actual": a heading for files. */
  const char         *name;      /**< The fact's name, the veto's id; else "". */
} pe_batch_input;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_batch_input_init (pe_batch_input *self, uint32_t struct_size);

/**
 * Compiles a rulebook.
 *
 * @param[out] out       owned: pe_batch_plan_unref()
 * @param      rulebook  a reference is taken
 * @param      options   nullable: the defaults
 * @param[out] findings  nullable; owned, also on failure: each leaf that is refused (#PE_ERROR_BATCH_LEAF) or that no
 *                       kernel scores (#PE_NOTE_BATCH_EXACT)
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_BATCH_LEAF        a leaf needs rows or records
 * @retval PE_ERROR_BATCH_LEVEL       the processor, or this build, does not have the level
 * @retval PE_ERROR_OVERFLOW          the marks do not fit 64 bits at the places of the rounding contract
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_batch_plan_new (pe_batch_plan **out, pe_rulebook *rulebook, const pe_batch_plan_options *options,
                             pe_findings **findings, pe_error **error);

/**
 * Takes one more reference.
 * @param self  a plan
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_batch_plan *pe_batch_plan_ref (pe_batch_plan *self);

/**
 * Gives one reference back; the last one frees the plan.
 * @param self  a plan, or NULL to do nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_batch_plan_unref (pe_batch_plan *self);

/**
 * The rulebook that was compiled.
 * @param self  a plan
 * @return borrowed from @p self
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_rulebook *pe_batch_plan_get_rulebook (const pe_batch_plan *self);

/**
 * The level that its kernels use.
 * @param self  a plan
 * @return a #pe_batch_level, never 0
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_batch_level pe_batch_plan_get_level (const pe_batch_plan *self);

/**
 * How many nodes it has: the total and the rulebook's indicators.
 * @param self  a plan
 * @return 1 or more
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_batch_plan_get_n_nodes (const pe_batch_plan *self);

/**
 * The scale of a node's points: its column holds points × 10^scale. It is the same for all nodes that have one.
 * @param self  a plan
 * @param node  from 0
 * @return 0 to 18; -1 where the contract leaves the node's points unrounded and they are no decimals: it has no column
 *         of points then, and its state alone; -1 past the end
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_batch_plan_get_scale (const pe_batch_plan *self, size_t node);

/**
 * How many inputs it takes.
 * @param self  a plan
 * @return 0 or more
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_batch_plan_get_n_inputs (const pe_batch_plan *self);

/**
 * Reads an input.
 *
 * @param[out] out    filled as far as out->struct_size says
 * @param      self   a plan
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
pe_status pe_batch_plan_get_input (pe_batch_input *out, const pe_batch_plan *self, size_t index, pe_error **error);

/**
 * Finds an input by its path.
 *
 * @param[out] out    its index
 * @param      self   a plan
 * @param      path   UTF-8, copied, e.g. "1.2/actual"
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         the plan has no input of this path
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_batch_plan_find_input (size_t *out, const pe_batch_plan *self, const char *path, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_BATCH_PLAN_H */
