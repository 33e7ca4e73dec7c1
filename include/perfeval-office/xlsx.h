/* perfeval-office/xlsx.h - tables from XLSX workbooks and to them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_OFFICE_XLSX_H
#define PERFEVAL_OFFICE_XLSX_H

#include <perfeval-office/types.h>
#include <perfeval/tables.h>
#include <perfeval/json.h>

PE_BEGIN_DECLS

/**
 * @file xlsx.h
 * @brief XLSX workbooks (工作簿) as tables of cells, and back.
 *
 * @par Reading
 * Each sheet is a table. What a person sees in a cell is what is read, exactly:
 *
 * - Shared, inline and rich texts, without the readings (拼音) beside them.
 * - Numbers are binary in a workbook. What is read is the decimal number of at most 15 digits
 *   that a spreadsheet shows for it (2155.61, not 2155.6100000000001), with as many places
 *   as the cell's format has, so that 99.80 is not 99.8.
 * - A percent format gives the number and the unit that are seen: 0.9971 under 0.00% is
 *   99.71 %. So does one that scales and says so: 21556100 under `0!.0,"万元"`
 *   is 2155.61 万元, without rounding.
 * - Dates of both epochs. 1900-02-29, which one of them counts, is no day and is refused.
 * - The result of a formula is what the program that saved the file remembered; the cell is
 *   flagged. A formula without a result, and one that came to an error, are cells of kind
 *   #PE_CELL_ERROR.
 * - Hidden rows and sheets are read and flagged. Merged cells say how many columns they cover.
 *
 * @par Files that harm
 * A file is refused as a whole, each with a code of its own, when it has a password, is
 * damaged, has a wrong checksum or an impossible name, declares a document type, or would
 * expand beyond the limits. Nothing of it is taken over then.
 *
 * @code
 * pe_xlsx_options options;
 * pe_tables *tables = NULL;
 * pe_xlsx_options_init (&options, sizeof options);
 * assert (options.ratio == 100 && options.members == 1000);
 * assert (pe_tables_from_xlsx (&tables, "no workbook", 11, &options, NULL, NULL) == PE_ERROR_ZIP_DAMAGED);
 * @endcode
 *
 * @par Source
 * ECMA-376, Office Open XML, part 1: 18.3 (sheets), 18.4 (shared strings), 18.8.30 (number formats), 18.17.4 (dates).
 */

/** How to read a workbook. Since: 1.0 */
typedef struct pe_xlsx_options
{
  uint32_t               struct_size; /**< Set by pe_xlsx_options_init(). */
  uint32_t               ratio;       /**< How many times its size a part may expand to; parts that expand to at most
                                         1,048,576 bytes are not measured. Default 100. */
  uint32_t               members;     /**< Parts in the archive. Default 1,000. */
  uint32_t               reserved;    /**< 0. */
  uint64_t               expanded;    /**< Bytes that all parts together expand to. Default 1,073,741,824 (1 GiB). */
  const pe_read_options *read; /**< Nullable: the defaults. pe_limits::bytes bounds the file, pe_limits::items the
                                         cells and the shared texts. Borrowed for the call. */
} pe_xlsx_options;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
void pe_xlsx_options_init (pe_xlsx_options *self, uint32_t struct_size);

/**
 * Whether bytes begin as an XLSX workbook does, or as one with a password.
 * @param bytes  nullable
 * @param size   how many
 * @return 1 or 0
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
int32_t pe_xlsx_is_workbook (const char *bytes, size_t size);

/**
 * Reads a workbook.
 *
 * @param[out] out       owned: pe_tables_unref()
 * @param      bytes     borrowed for the call
 * @param      size      how many bytes
 * @param      options   nullable: the defaults
 * @param[out] findings  nullable; an owned list, also on failure
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_LIMIT_BYTES       the file is longer than the limit, or expands beyond pe_xlsx_options::expanded
 * @retval PE_ERROR_LIMIT_ITEMS       more parts or cells than the limit; also #PE_ERROR_LIMIT_TEXT
 * @retval PE_ERROR_ZIP_DAMAGED       no archive, or a damaged one
 * @retval PE_ERROR_ZIP_CHECKSUM      a part has another checksum than the archive says
 * @retval PE_ERROR_ZIP_NAME          a part has a backslash in its name, lies outside the archive, or is there twice
 * @retval PE_ERROR_ZIP_ENCRYPTED     a part is encrypted
 * @retval PE_ERROR_ZIP_RATIO         a part expands to more than pe_xlsx_options::ratio times its size
 * @retval PE_ERROR_XML_SYNTAX        a part is not well-formed
 * @retval PE_ERROR_XML_DOCTYPE       a part declares a document type
 * @retval PE_ERROR_XLSX_ENCRYPTED    the workbook has a password, or is of the old binary form
 * @retval PE_ERROR_XLSX_PART         a part is missing
 * @retval PE_ERROR_XLSX_CELL         cells that are not written as the format says; all are in the findings
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_tables_from_xlsx (pe_tables **out, const char *bytes, size_t size, const pe_xlsx_options *options,
                               pe_findings **findings, pe_error **error);

/**
 * Writes tables as a workbook, a sheet each. Numbers of up to 15 digits become numbers with the places and the unit
 * that they have, dates dates, everything else texts; reading it back gives the same cells. The same
 * tables give the same bytes.
 *
 * @param[out] out    owned: pe_text_unref(); the bytes of the file
 * @param      self   a set of tables
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_LIMIT_ITEMS       a row or a column lies beyond those that a sheet has (1,048,576 and 16,384)
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than a cell can hold (32,767 characters)
 * @retval PE_ERROR_TABLE_DUPLICATE   two sheets would have the same name (31 characters, case aside)
 * @retval PE_ERROR_FILE              the workbook cannot be put together
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_tables_to_xlsx (pe_text **out, const pe_tables *self, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_OFFICE_XLSX_H */
