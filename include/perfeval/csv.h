/* perfeval/csv.h - tables from CSV files and to them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_CSV_H
#define PERFEVAL_CSV_H

#include <perfeval/encoding.h>
#include <perfeval/tables.h>

PE_BEGIN_DECLS

/**
 * @file csv.h
 * @brief CSV as RFC 4180 has it and as spreadsheet programs write it.
 *
 * @par Reading
 * The encoding is decided for the whole file (encoding.h), and so are the separator (a
 * comma, a semicolon, a tab or a bar: the one that parts the first lines most evenly, or
 * that a first line `sep=;` names) and what ends a line: LF, CR LF or CR. A quoted cell may
 * hold separators, line breaks and doubled quotes; a quote inside a cell that does not
 * begin with one is a quote. `="0012"`, by which some systems keep a spreadsheet from making a
 * number of a text, is the text. Every cell is a text: what it means is for others to say.
 *
 * @par Writing
 * A cell that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, one of
 * these in full width, a tab, CR or LF) is guarded with an apostrophe, unless it is a number;
 * reading takes the guard off again. The defaults are those that a Chinese Excel opens right:
 * UTF-8 with a byte order mark, commas, CR LF.
 *
 * @code
 * pe_tables *tables = NULL;
 * pe_cell cell;
 * pe_cell_init (&cell, sizeof cell);
 * assert (pe_tables_from_csv (&tables, "a;\"b;\"\"c\"\"\"\n", 12, NULL, NULL, NULL) == PE_OK);
 * assert (pe_tables_get_cell (&cell, tables, 0, 0, 1, NULL) == PE_OK);
 * assert (strcmp (cell.text, "b;\"c\"") == 0);
 * pe_tables_unref (tables);
 * @endcode
 *
 * @par Source
 * RFC 4180; CWE-1236 for the guard.
 */

/** What ends a line. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_line_end;

/** Values of #pe_line_end. */
enum pe_line_end_value
{
  PE_LINE_END_CRLF = 1, /**< CR LF */
  PE_LINE_END_LF   = 2, /**< LF */
  PE_LINE_END_CR   = 3  /**< CR */
};

/** How to read or write CSV. Since: 1.0 */
typedef struct pe_csv_options
{
  uint32_t               struct_size; /**< Set by pe_csv_options_init(). */
  pe_encoding            encoding;    /**< 0 (default): decided when read, UTF-8 when written. */
  int32_t                separator;   /**< ',' ';' '|' or a tab; 0 (default): found when read, a comma when written. */
  pe_line_end            line_end;    /**< Written; 0 (default): #PE_LINE_END_CRLF. */
  int32_t                no_mark;     /**< Written: 1 for no byte order mark. Default 0. */
  int32_t                no_guard;    /**< 1: formulas are neither guarded nor their guards taken off. Default 0. */
  const char            *name; /**< Nullable. UTF-8: the table's name; else that of the file without its ending. */
  const pe_read_options *read; /**< Nullable: the defaults; the file's name and the limits. Borrowed for the call. */
} pe_csv_options;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_csv_options_init (pe_csv_options *self, uint32_t struct_size);

/**
 * Reads a CSV file as one table.
 *
 * @param[out] out       owned: pe_tables_unref()
 * @param      bytes     copied
 * @param      size      how many bytes
 * @param      options   nullable: the defaults
 * @param[out] findings  nullable; an owned list, also on failure. #PE_NOTE_ENCODING says which one was decided on,
 *                       where it was not UTF-8
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                        @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT    an argument is NULL or out of range
 * @retval PE_ERROR_UNSUPPORTED         @p options is newer than this library
 * @retval PE_ERROR_LIMIT_BYTES         more bytes than the limit; also #PE_ERROR_LIMIT_ITEMS (cells) and
 *                                      #PE_ERROR_LIMIT_TEXT
 * @retval PE_ERROR_ENCODING_TRUNCATED  the file ends in the middle of a character
 * @retval PE_ERROR_ENCODING_INVALID    bytes that are no character
 * @retval PE_ERROR_CSV_QUOTE           a quoted cell that does not end, or with something behind its end
 * @retval PE_ERROR_CSV_NUL             a byte 0
 * @retval PE_ERROR_NO_MEMORY           memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_tables_from_csv (pe_tables **out, const char *bytes, size_t size, const pe_csv_options *options,
                              pe_findings **findings, pe_error **error);

/**
 * Writes one table. Reading it back gives the same rows and cells, all of them texts.
 *
 * @param[out] out      owned: pe_text_unref(); in the encoding asked for
 * @param      self     a set of tables
 * @param      table    which of them, from 0
 * @param      options  nullable: the defaults
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                              @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT          an argument is NULL or out of range
 * @retval PE_ERROR_UNSUPPORTED               @p options is newer than this library
 * @retval PE_ERROR_NOT_FOUND                 @p table is past the end
 * @retval PE_ERROR_ENCODING_UNREPRESENTABLE  the encoding does not have a character of it
 * @retval PE_ERROR_NO_MEMORY                 memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_tables_to_csv (pe_text **out, const pe_tables *self, size_t table, const pe_csv_options *options,
                            pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_CSV_H */
