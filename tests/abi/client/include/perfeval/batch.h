/* perfeval/batch.h - scoring millions of units from columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_BATCH_H
#define PERFEVAL_BATCH_H

#include <perfeval/batch_plan.h>
#include <perfeval/batch_summary.h>

PE_BEGIN_DECLS

/**
 * @file batch.h
 * @brief A run (批量计分): columns in, columns out, the same digits as pe_evaluate() for every unit.
 *
 * The caller owns every column, on both sides. Arguments, plan and columns are
 * checked before the first write. A unit that cannot be scored is a status and a
 * state in its row, never a failure of the run. Results do not depend on the
 * number of threads, on how the units are cut into runs, or on the level.
 *
 * @par Threads
 * By default the calling thread does all the work. pe_batch_options::threads
 * starts that many for the length of the call; pe_batch_options::executor lends
 * the host's own. Two runs may use one plan at once, into different columns.
 *
 * @par Memory
 * A run allocates some hundred kilobytes for each thread before it starts, and
 * nothing for a unit whose numbers stay within 128 bits; how many units went
 * beyond is counted. Formulas and decision tables that no kernel knows, and units
 * that cannot be scored, take some memory for a moment.
 *
 * @code
 * // One leaf of 10 points, capped_ratio of the facts "actual" and "target": 96 of 100 is 9.60.
 * int64_t actual[2] = { 96, 100 }, target[2] = { 100, 100 }, totals[2];
 * pe_batch_column columns[2];
 * pe_batch_output output;
 * pe_batch_results results;
 * pe_batch_column_init (&columns[0], sizeof columns[0]);
 * pe_batch_column_init (&columns[1], sizeof columns[1]);
 * columns[0].type = columns[1].type = PE_BATCH_INT64;
 * columns[0].values = actual;
 * columns[1].values = target;
 * pe_batch_output_init (&output, sizeof output);
 * output.points = totals;
 * pe_batch_results_init (&results, sizeof results);
 * results.nodes = &output;
 * results.n_nodes = 1;
 * if (pe_batch_run (NULL, plan, columns, 2, &results, 2, NULL, NULL) == PE_OK)
 *   assert (totals[0] == 960 && totals[1] == 1000);
 * @endcode
 */

/** How the cells of a column are stored. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_batch_type;

/** Values of #pe_batch_type; 0 is no column: every cell is missing. */
enum pe_batch_type_value
{
  PE_BATCH_INT64 = 1, /**< int64_t */
  PE_BATCH_INT32 = 2, /**< int32_t */
  PE_BATCH_INT16 = 3, /**< int16_t */
  PE_BATCH_INT8  = 4, /**< int8_t, e.g. for 1 and 0. */
  PE_BATCH_BITS  = 5  /**< One bit a cell, the lowest of a byte first; pe_batch_column::stride is not used. */
};

/**
 * A column that comes in. The number of a cell is value / 10^scale, in the column's unit.
 *
 * The arrays are borrowed for the run. Since: 1.0
 */
typedef struct pe_batch_column
{
  uint32_t       struct_size; /**< Set by pe_batch_column_init(). */
  pe_batch_type  type;        /**< 0: not given. */
  int32_t        scale;       /**< 0 to 18. */
  pe_unit        unit;        /**< The unit of every number of the column. */
  const void    *values;      /**< Required unless the type is 0. */
  int64_t        stride;      /**< Bytes from one cell to the next; 0: one behind the other. May be negative. */
  int64_t        offset;      /**< The first cell in bits of #PE_BATCH_BITS and of the validity, from 0. */
  const uint8_t *validity;    /**< Nullable. One bit a cell, the lowest of a byte first: 0 is a missing figure. */
  const uint8_t
      *states; /**< Nullable. A #pe_state for each cell, 0 to 3, one behind the other; goes before validity. */
  const char *const *words;   /**< For texts: UTF-8, what the cells are indexes of. Also in a column of numbers, for its
                                   cells whose state is #PE_STATE_TEXT. */
  uint64_t           n_words; /**< How many words there are. */
} pe_batch_column;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_batch_column_init (pe_batch_column *self, uint32_t struct_size);

/** Where the points and states of a node go; borrowed for the run. Since: 1.0 */
typedef struct pe_batch_output
{
  uint32_t struct_size;   /**< Set by pe_batch_output_init(). */
  uint32_t reserved;      /**< 0. */
  int64_t *points;        /**< Nullable. Points × 10^scale of the plan; 0 where there are none. */
  int64_t  points_stride; /**< Bytes from one cell to the next; 0: one behind the other. */
  uint8_t *states;        /**< Nullable. The #pe_state of the node, one behind the other; see #pe_batch_results. */
} pe_batch_output;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_batch_output_init (pe_batch_output *self, uint32_t struct_size);

/**
 * Where results go; every array is nullable.
 *
 * The state of a leaf is #PE_STATE_VALUE where its rule or a person gave the
 * points; else it is what its decisive figure was, and a policy gave them. The
 * state of a sum is #PE_STATE_VALUE, or #PE_STATE_INVALID for a unit that cannot
 * be scored: its sums are 0 then, and so are the leaves to blame. Such a unit's
 * status is the code of the first error that pe_evaluate() would have named.
 * Since: 1.0
 */
typedef struct pe_batch_results
{
  uint32_t               struct_size; /**< Set by pe_batch_results_init(). */
  uint32_t               reserved;    /**< 0. */
  const pe_batch_output *nodes;       /**< Nullable. By node; the stride is the first element's struct_size. */
  uint64_t               n_nodes;     /**< How many: at most the plan's. Nodes behind them are not written. */
  int32_t               *grades;      /**< The index of the grade in the rulebook; -1 where there is none. */
  int32_t               *statuses;    /**< The #pe_status of the unit: #PE_OK where it has a total. */
} pe_batch_results;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_batch_results_init (pe_batch_results *self, uint32_t struct_size);

/**
 * One of the jobs that a run hands to the host's threads.
 * @param job    as it was given to the executor
 * @param index  which job, from 0
 */
typedef void (*pe_batch_job) (void *job, uint32_t index);

/**
 * Runs jobs on the host's threads: calls run (job, i) for each i below n, each just once, at the same time or not,
 * and returns when all have returned.
 *
 * @param data  pe_batch_options::executor_data
 * @param run   what to call
 * @param job   its first argument
 * @param n     how many
 */
typedef void (*pe_batch_executor) (void *data, pe_batch_job run, void *job, uint32_t n);

/**
 * Hears how far a run is; called by one thread at a time, about every quarter of a million units.
 *
 * @param data   pe_batch_options::progress_data
 * @param done   units that are done
 * @param total  units of the run
 * @return 0 to go on; anything else cancels the run
 */
typedef int32_t (*pe_batch_progress) (void *data, uint64_t done, uint64_t total);

/** How to run. Since: 1.0 */
typedef struct pe_batch_options
{
  uint32_t          struct_size;   /**< Set by pe_batch_options_init(). */
  uint32_t          threads;       /**< Threads, or jobs of the executor: 1 to 1,024. Default: 1. */
  pe_batch_executor executor;      /**< Nullable: threads of the library's own, for the length of the call. */
  void             *executor_data; /**< Nullable; the executor's own. */
  pe_batch_progress progress;      /**< Nullable. */
  void             *progress_data; /**< Nullable; its own. */
  pe_batch_summary *summary;       /**< Nullable. Receives the units as well; of the same plan. */
} pe_batch_options;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_batch_options_init (pe_batch_options *self, uint32_t struct_size);

/** What a run did. Since: 1.0 */
typedef struct pe_batch_counts
{
  uint32_t struct_size;  /**< Set by pe_batch_counts_init(). */
  uint32_t reserved;     /**< 0. */
  uint64_t units_done;   /**< The units from the first one on whose results are complete. */
  uint64_t units_scored; /**< Of them: those that have a total. */
  uint64_t cells_exact;  /**< Leaves of them that a kernel passed on, or that have none: scored one by one. */
  uint64_t units_big;    /**< Of them: those with a number that did not fit 128 bits. */
} pe_batch_counts;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_batch_counts_init (pe_batch_counts *self, uint32_t struct_size);

/**
 * Scores units.
 *
 * @param[out] counts     nullable; filled as far as counts->struct_size says, also with #PE_ERROR_CANCELLED and
 *                        #PE_ERROR_NO_MEMORY: what lies behind units_done is then undefined
 * @param      plan       a plan
 * @param      columns    one for each input of the plan, in its order; the stride is the first element's struct_size;
 *                        NULL where the plan has none
 * @param      n_columns  as many as the plan has inputs
 * @param      results    where to write
 * @param      n_units    how many units; 0 does nothing
 * @param      options    nullable: the defaults
 * @param[out] error      nullable; an owned error on failure
 *
 * @retval PE_OK                          all units are done
 * @retval PE_ERROR_INVALID_ARGUMENT      an argument is NULL or out of range
 * @retval PE_ERROR_UNSUPPORTED           a structure is newer than this library
 * @retval PE_ERROR_BATCH_COLUMN_MISSING  an input that is required has no column
 * @retval PE_ERROR_BATCH_COLUMN_INVALID  a column is malformed
 * @retval PE_ERROR_UNIT_MISMATCH         a column has a unit that its rule cannot take
 * @retval PE_ERROR_BATCH_NO_SCALE        points are asked for, and the plan has no scale
 * @retval PE_ERROR_RULEBOOK_DIFFERS      the summary is of another rulebook
 * @retval PE_ERROR_CANCELLED             pe_batch_options::progress said so
 * @retval PE_ERROR_NO_MEMORY             memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_batch_run (pe_batch_counts *counts, const pe_batch_plan *plan, const pe_batch_column *columns,
                        size_t n_columns, const pe_batch_results *results, uint64_t n_units,
                        const pe_batch_options *options, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_BATCH_H */
