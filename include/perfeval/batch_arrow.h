/* perfeval/batch_arrow.h - columns that come and go by the Arrow C Data Interface
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_BATCH_ARROW_H
#define PERFEVAL_BATCH_ARROW_H

#include <perfeval/batch.h>
#include <perfeval/finding.h>

PE_BEGIN_DECLS

/**
 * @file batch_arrow.h
 * @brief A record batch (Arrow 列批) as the columns of a run, and results as a record batch. Needs no Arrow library.
 *
 * The two structures are those of the Arrow C Data Interface, which are frozen;
 * whoever has declared them already is left alone. A record batch is an array of
 * structures, each field a column with the path of an input for its name.
 *
 * @par What is read
 * Read in place: `l` int64, `i` int32, `s` int16, `c` int8, `b` boolean, `d:p,s,32` and `d:p,s,64` decimals, and
 * `d:p,s` decimal128 by its lower half. A decimal128 that does not fit 64 bits is #PE_STATE_INVALID in that cell. Written
 * numbers (`u`, `U`, `vu`) are read as pe_figure_parse() reads figures, into one column at the scale of the finest of
 * them: an empty text is missing, what is no number is #PE_STATE_TEXT, a number that does not fit is
 * #PE_STATE_INVALID. For an input of texts they are the words. A dictionary of any of these, with indexes of 8 to 64 bits, signed or not,
 * is read as what its words are, each of them once. `n` is missing throughout. A cell that its validity
 * bitmap leaves out is missing. Everything else is refused, floating point above all: it is not the digits
 * that somebody wrote.
 *
 * @par What is written
 * Points as decimal128 of 19 digits at the scale of the node, so that whoever
 * reads them sees points, and any 64-bit number fits. Integers of 64 bits would be the alternative, without the
 * copy and without the point; pe_batch_run() itself writes those.
 *
 * @code
 * // One leaf, capped_ratio of the facts "actual" and "target": a record batch of both, of 96 and 100.
 * pe_batch_arrow *columns = NULL;
 * const pe_batch_column *given;
 * size_t n;
 * if (pe_batch_arrow_import (&columns, plan, &schema, &array, NULL, NULL, NULL) == PE_OK)
 *   {
 *     assert (array.release == NULL); // it has moved
 *     given = pe_batch_arrow_get_columns (columns, &n);
 *     assert (pe_batch_run (NULL, plan, given, n, &results, pe_batch_arrow_get_n_units (columns), NULL, NULL) == PE_OK);
 *     assert (pe_batch_arrow_export (&schema_out, &array_out, plan, &results, 1, NULL) == PE_OK);
 *     array_out.release (&array_out);
 *     schema_out.release (&schema_out);
 *   }
 * pe_batch_arrow_free (columns);
 * @endcode
 */

#ifndef ARROW_C_DATA_INTERFACE
/** The structures below are declared. */
#define ARROW_C_DATA_INTERFACE

/** The order of the words of a dictionary means something. */
#define ARROW_FLAG_DICTIONARY_ORDERED 1
/** Cells may be missing. */
#define ARROW_FLAG_NULLABLE 2
/** The keys of each map are sorted. */
#define ARROW_FLAG_MAP_KEYS_SORTED 4

/** The type of an array. */
struct ArrowSchema
{
  const char          *format;            /**< What its cells are, e.g. "l". */
  const char          *name;              /**< Nullable. Of the field. */
  const char          *metadata;          /**< Nullable. Not read. */
  int64_t              flags;             /**< Of ARROW_FLAG_NULLABLE and the others. */
  int64_t              n_children;        /**< How many children there are. */
  struct ArrowSchema **children;          /**< Nullable where there are none. */
  struct ArrowSchema  *dictionary;        /**< Nullable. The type of the words that cells are indexes of. */
  void (*release) (struct ArrowSchema *); /**< NULL when it was released. */
  void *private_data;                     /**< Whoever made it knows. */
};

/** Cells, and what they are kept alive by. */
struct ArrowArray
{
  int64_t             length;            /**< How many cells there are. */
  int64_t             null_count;        /**< How many of them are missing; -1: not counted. */
  int64_t             offset;            /**< The cells of the buffers that lie before the first one. */
  int64_t             n_buffers;         /**< How many buffers there are. */
  int64_t             n_children;        /**< How many children there are. */
  const void        **buffers;           /**< The bitmap of validity, which is nullable, and what the format says. */
  struct ArrowArray **children;          /**< Nullable where there are none. */
  struct ArrowArray  *dictionary;        /**< Nullable. The words that cells are indexes of. */
  void (*release) (struct ArrowArray *); /**< NULL when it was released. */
  void *private_data;                    /**< Whoever made it knows. */
};

#endif /* ARROW_C_DATA_INTERFACE */

/** The type of an Arrow array, by its frozen structure. Since: 1.0 */
typedef struct ArrowSchema pe_arrow_schema;

/** An Arrow array, by its frozen structure. Since: 1.0 */
typedef struct ArrowArray pe_arrow_array;

/** The columns of a record batch, and what they are kept alive by. Opaque, owned. Since: 1.0 */
typedef struct pe_batch_arrow pe_batch_arrow;

/** What an Arrow type does not say. Since: 1.0 */
typedef struct pe_batch_arrow_options
{
  uint32_t       struct_size; /**< Set by pe_batch_arrow_options_init(). */
  uint32_t       reserved;    /**< 0. */
  const int32_t *scales; /**< Nullable: 0 for all. By input: the scale of whole numbers, 0 to 18. Not used for decimals
                                   and texts, which have their own. */
  const pe_unit *units;  /**< Nullable: the inputs' own. By input: the unit of every number of the column. */
  uint64_t       n_inputs; /**< As many as the plan has inputs, where one of the two is given. */
} pe_batch_arrow_options;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_batch_arrow_options_init (pe_batch_arrow_options *self, uint32_t struct_size);

/**
 * Takes over a record batch as the columns of a plan.
 *
 * What is not fit to be a column is refused; whether each fits its input is checked by pe_batch_run(), as for any column. An
 * input that has no field has a column that is not given.
 *
 * @param[out] out       owned: pe_batch_arrow_free()
 * @param      plan      a plan; nothing of it is kept
 * @param      schema    the type of @p array, `+s`; borrowed for the call and not released
 * @param      array     the record batch; on success it is moved: the array is released with @p out, and its `release`
 *                       is NULL. On failure it is as before
 * @param      options   nullable: the defaults
 * @param[out] findings  nullable; owned, also on failure: #PE_NOTE_BATCH_UNUSED for each field that is no input
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_BATCH_ARROW       an array that was released, or that contradicts itself or its schema
 * @retval PE_ERROR_BATCH_ARROW_TYPE  a field has a type that is not read
 * @retval PE_ERROR_CODE_DUPLICATE    two fields are one input
 * @retval PE_ERROR_LIMIT_ITEMS       a field has more than 4,096 different words
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_batch_arrow_import (pe_batch_arrow **out, const pe_batch_plan *plan, const pe_arrow_schema *schema,
                                 pe_arrow_array *array, const pe_batch_arrow_options *options, pe_findings **findings,
                                 pe_error **error);

/**
 * Releases the record batch and frees its columns.
 * @param self  nullable: does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_batch_arrow_free (pe_batch_arrow *self);

/**
 * How many units there are.
 * @param self  columns of a record batch
 * @return 0 or more
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
uint64_t pe_batch_arrow_get_n_units (const pe_batch_arrow *self);

/**
 * The columns, one for each input of the plan, in its order: what pe_batch_run() takes.
 * @param      self  columns of a record batch
 * @param[out] n     nullable; how many
 * @return borrowed from @p self
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const pe_batch_column *pe_batch_arrow_get_columns (const pe_batch_arrow *self, size_t *n);

/**
 * Results as a record batch of their own: a copy.
 *
 * Its fields, as far as @p results has arrays for them: for each node its points, under its code ("total" for node 0),
 * decimal128 of 19 digits at the scale of the node; and its #pe_state, uint8, under `<code>/state`. "grade": the id of the grade,
 * a dictionary of int32 over utf8. "status": int32. Points are null in a unit whose status is not #PE_OK where the
 * state of the node is not #PE_STATE_VALUE, and where there are no states, throughout; a grade of -1 is null.
 *
 * @param[out] schema   the type; the caller's, to be released by its `release`
 * @param[out] array    the record batch; likewise
 * @param      plan     the plan of the run
 * @param      results  what the run wrote; borrowed for the call
 * @param      n_units  how many units
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      @p schema and @p array are set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_UNSUPPORTED       a structure is newer than this library
 * @retval PE_ERROR_BATCH_NO_SCALE    there are points of a node that has no scale
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_batch_arrow_export (pe_arrow_schema *schema, pe_arrow_array *array, const pe_batch_plan *plan,
                                 const pe_batch_results *results, uint64_t n_units, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_BATCH_ARROW_H */
