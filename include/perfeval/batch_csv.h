/* perfeval/batch_csv.h - scoring a CSV file of any length, some rows at a time
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_BATCH_CSV_H
#define PERFEVAL_BATCH_CSV_H

#include <perfeval/batch_plan.h>
#include <perfeval/finding.h>
#include <perfeval/json.h>
#include <perfeval/text.h>

PE_BEGIN_DECLS

/**
 * @file batch_csv.h
 * @brief The form of a CSV file (批量表): which column is which input of a plan, and the cutting of the file into parts.
 *
 * The first record names the columns. A heading is the path of an input, as
 * pe_batch_plan_get_input() has it, with the unit of its numbers behind it in
 * brackets where that is not the input's own: `budget.executed(万元)`. Any other
 * column is carried through to the scores as it is; the first of them is the
 * key of a unit. An input that is required and has no column is an error.
 *
 * A file is worked through without ever being whole in memory: pe_batch_csv_split()
 * says how many of the bytes at hand are whole records, pe_batch_block_read() scores
 * those, and the rest is put before what is read next. Which parts a file is cut
 * into decides nothing: the scores of all parts, one behind the other, are the
 * same bytes. Different parts may be worked on by different threads.
 *
 * The file is UTF-8, with or without a byte order mark; the separator is that of
 * the first record (a comma, a semicolon or a tab). Cells are read as pe_figure_parse() reads
 * figures, in the column's unit: an empty cell is missing, "不适用" is not applicable,
 * is-or-not is 1 and 0, 是 and 否. A cell may name a unit of its own, which has to be of the same kind.
 *
 * @par Life cycle
 * Immutable and reference counted; any number of threads may use one at once.
 *
 * @code
 * const char *file = "unit,1/actual,1/target\n甲局,96,100\n乙局,many,100\n";
 * pe_batch_csv *form = NULL;
 * pe_batch_block *block = NULL;
 * size_t head, whole;
 * if (pe_batch_csv_new (&form, &head, plan, file, strlen (file), NULL, NULL, NULL) == PE_OK
 *     && pe_batch_csv_split (&whole, form, file + head, strlen (file) - head, 1, NULL) == PE_OK
 *     && pe_batch_block_read (&block, form, file + head, whole, 2, NULL, NULL) == PE_OK)
 *   {
 *     assert (pe_batch_block_get_n_units (block) == 1);
 *     assert (pe_batch_block_get_n_rejected (block) == 1);
 *   }
 * pe_batch_block_free (block);
 * pe_batch_csv_unref (form);
 * @endcode
 */

/** The form of a CSV file. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_batch_csv pe_batch_csv;

/** What goes into the scores of each unit. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_batch_detail;

/** Values of #pe_batch_detail. */
enum pe_batch_detail_value
{
  PE_BATCH_TOTALS = 1, /**< The total and the grade. The default. */
  PE_BATCH_NODES  = 2  /**< Also the points of every group and leaf, by code. */
};

/** How to read a form. Since: 1.0 */
typedef struct pe_batch_csv_options
{
  uint32_t               struct_size; /**< Set by pe_batch_csv_options_init(). */
  pe_batch_detail        detail;      /**< Default: #PE_BATCH_TOTALS. */
  const pe_read_options *read;        /**< Nullable: the defaults; the file's name and the limits, of which
                                           pe_limits::text_bytes bounds one record. Borrowed for the call. */
} pe_batch_csv_options;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_batch_csv_options_init (pe_batch_csv_options *self, uint32_t struct_size);

/**
 * Reads the first record of a file.
 *
 * @param[out] out       owned: pe_batch_csv_unref()
 * @param[out] head      how many bytes the first record takes, with a byte order mark and the end of its line
 * @param      plan      a plan; a reference is taken
 * @param      bytes     the file, or its beginning with the whole first record; copied
 * @param      size      how many
 * @param      options   nullable: the defaults
 * @param[out] findings  nullable; an owned list, also on failure: every fault of the headings, and
 *                       #PE_NOTE_BATCH_CARRIED for each column that is carried through
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                          @p out and @p head are set
 * @retval PE_ERROR_INVALID_ARGUMENT      an argument is NULL or out of range
 * @retval PE_ERROR_UNSUPPORTED           @p options is newer than this library
 * @retval PE_ERROR_BATCH_HEADER          there is no first record, or it does not end within the limit of a text
 * @retval PE_ERROR_CODE_DUPLICATE        two columns have one heading
 * @retval PE_ERROR_BATCH_COLUMN_MISSING  an input that is required has no column
 * @retval PE_ERROR_UNIT_UNKNOWN          a heading names a unit that there is not
 * @retval PE_ERROR_UNIT_MISMATCH         a heading names a unit of another kind than its input's, or the units of a
 *                                        rule's headings cannot stand together
 * @retval PE_ERROR_INVALID_UTF8          a heading is not UTF-8
 * @retval PE_ERROR_NO_MEMORY             memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_batch_csv_new (pe_batch_csv **out, size_t *head, pe_batch_plan *plan, const char *bytes, size_t size,
                            const pe_batch_csv_options *options, pe_findings **findings, pe_error **error);

/**
 * The first record of a file that suits a plan: all of its inputs, with their units, behind a column for the key.
 *
 * @param[out] out    owned: pe_text_unref(); ends in a line feed
 * @param      plan   a plan
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_batch_csv_print_template (pe_text **out, const pe_batch_plan *plan, pe_error **error);

/**
 * The first record of the scores.
 *
 * @param[out] out    owned: pe_text_unref(); ends in a line feed
 * @param      self   a form
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_batch_csv_print_heading (pe_text **out, const pe_batch_csv *self, pe_error **error);

/**
 * How many of the bytes at hand are whole records.
 *
 * @param[out] whole    bytes, from the first one, that are whole records; 0 where none is
 * @param      self     a form
 * @param      bytes    from the beginning of a record on
 * @param      size     how many
 * @param      is_last  1: nothing comes after them, so the last record may end without a line end; else 0
 * @param[out] error    nullable; an owned error on failure, whose place is the bytes of the record
 *
 * @retval PE_OK                      @p whole is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_CSV_QUOTE         with @p is_last: a quoted cell does not end
 * @retval PE_ERROR_LIMIT_TEXT        a record is longer than the limit of a text
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_batch_csv_split (size_t *whole, const pe_batch_csv *self, const char *bytes, size_t size, int32_t is_last,
                              pe_error **error);

/**
 * The plan.
 * @param self  a form
 * @return borrowed from @p self
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_batch_plan *pe_batch_csv_get_plan (const pe_batch_csv *self);

/**
 * Takes one more reference.
 * @param self  a form, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_batch_csv *pe_batch_csv_ref (pe_batch_csv *self);

/**
 * Gives one reference back; the last one frees the form.
 * @param self  a form, or NULL to do nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_batch_csv_unref (pe_batch_csv *self);

PE_END_DECLS

#endif /* PERFEVAL_BATCH_CSV_H */
