/* perfeval/ledger_csv.h - a procurement ledger of any length from CSV to measures
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_LEDGER_CSV_H
#define PERFEVAL_LEDGER_CSV_H

#include <perfeval/measure_stream.h>

PE_BEGIN_DECLS

/**
 * @file ledger_csv.h
 * @brief The table 采购 as a CSV file that is fed piece by piece into a stream of measures.
 *
 * The first record names the columns: by their Chinese or English names or their ids, as in
 * docs/tables.md, amounts with their unit in brackets, 合同金额（万元）. Other columns are passed over, and counted. The
 * file is UTF-8, with or without a byte order mark, its cells parted by commas; quoted cells, LF and CR LF as in csv.h. What is in
 * memory is a piece and the record that it cuts, however long the file is.
 *
 * A fault ends the reading: what went before it stands in the stream, and the error has the line, the column's name and the
 * text. Apart from that, reading whole (pe_tables_from_csv()) knows more: other encodings, titles above the headers, totals.
 *
 * @code
 * static const char file[] = "采购项目名称,供应商规模,合同金额（万元）\n空调,小型企业,9.5\n会务,大型企业,0.5\n";
 * const char *ids[] = { "procurement.sme_share" };
 * pe_measure_stream *stream = NULL;
 * pe_ledger_csv *ledger = NULL;
 * pe_measure_value value;
 * assert (pe_measure_stream_new (&stream, ids, 1, NULL, NULL) == PE_OK);
 * assert (pe_ledger_csv_new (&ledger, stream, NULL) == PE_OK);
 * assert (pe_ledger_csv_feed (ledger, file, 40, 0, NULL) == PE_OK);
 * assert (pe_ledger_csv_feed (ledger, file + 40, sizeof file - 41, 1, NULL) == PE_OK);
 * pe_measure_value_init (&value, sizeof value);
 * assert (pe_measure_stream_get_value (&value, stream, 0, NULL) == PE_OK);
 * assert (value.numerator.value.coefficient == 95000 && value.denominator.value.coefficient == 100000);
 * pe_ledger_csv_free (ledger);
 * pe_measure_stream_free (stream);
 * @endcode
 *
 * @par Source
 * RFC 4180.
 */

/** A ledger under way. Opaque; belongs to one thread at a time. Since: 1.0 */
typedef struct pe_ledger_csv pe_ledger_csv;

/**
 * Begins a ledger.
 *
 * @param[out] out     owned: pe_ledger_csv_free()
 * @param      stream  of measures of procurement; borrowed until the ledger is freed
 * @param[out] error   nullable; an owned error on failure
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
pe_status pe_ledger_csv_new (pe_ledger_csv **out, pe_measure_stream *stream, pe_error **error);

/**
 * Reads the next piece of the file. After a failure the ledger only repeats it.
 *
 * @param      self     a ledger
 * @param      bytes    the piece; borrowed for the call, nullable with 0
 * @param      size     how many bytes
 * @param      is_last  1 when nothing follows: a last record need not end with a line break
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      every whole record is in the stream
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or the last piece was read already
 * @retval PE_ERROR_INVALID_UTF8      the file is not UTF-8
 * @retval PE_ERROR_CSV_NUL           a byte 0
 * @retval PE_ERROR_CSV_QUOTE         a quoted cell that does not end, or with something behind its end
 * @retval PE_ERROR_COLUMN_MISSING    the first record has no column 采购项目名称
 * @retval PE_ERROR_COLUMN_DUPLICATE  two columns mean the same
 * @retval PE_ERROR_UNIT_UNKNOWN      a unit in brackets is none
 * @retval PE_ERROR_UNIT_CONFLICT     an amount names another unit than its header
 * @retval PE_ERROR_UNIT_MISMATCH     an amount has no unit, or not one of money
 * @retval PE_ERROR_VALUE_UNKNOWN     a word is none of its column
 * @retval PE_ERROR_TEXT_EMPTY        a record has no name
 * @retval PE_ERROR_LIMIT_TEXT        a record is longer than 1,048,576 bytes
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * Likewise the statuses of pe_figure_parse(), pe_date_parse() and pe_measure_stream_add_procurement().
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_ledger_csv_feed (pe_ledger_csv *self, const char *bytes, size_t size, int32_t is_last, pe_error **error);

/**
 * How many columns were passed over, the first record being read.
 * @param self  a ledger, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_ledger_csv_get_n_passed_over (const pe_ledger_csv *self);

/**
 * Frees a ledger; its stream stays.
 * @param self  a ledger, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_ledger_csv_free (pe_ledger_csv *self);

PE_END_DECLS

#endif /* PERFEVAL_LEDGER_CSV_H */
