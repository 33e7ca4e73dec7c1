/* perfeval/dossier_tables.h - a dossier from the tables of an office, and back
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_DOSSIER_TABLES_H
#define PERFEVAL_DOSSIER_TABLES_H

#include <perfeval/dossier.h>
#include <perfeval/json.h>
#include <perfeval/table_kind.h>
#include <perfeval/tables.h>

PE_BEGIN_DECLS

/**
 * @file dossier_tables.h
 * @brief A dossier as the sheets of a workbook or the CSV files of a folder.
 *
 * A table is known by its name (table_kind.h; "上年" before it says that it is of the year
 * before), a column by its header in Chinese or English, by its id, or by the names that a
 * mapping gives (docs/tables.md). The unit of a column of amounts stands in brackets in
 * the header, 年初预算数（万元）, or behind 单位： above the table, or is that of the dossier.
 *
 * The tables become the document that they stand for, and that is read as every other
 * document: a dossier from tables equals the one from JSON, digest for digest, and what is
 * wrong has the cell as its place.
 *
 * @par Totals
 * A row 合计, 总计 or 小计 is no record. Each amount in it is compared with the sum of the rows above:
 * left at zero, off by the power of ten between two units, or plainly wrong are three different
 * errors.
 *
 * @par Faults
 * All of a set of tables are found in one go: a header that is missing or stands twice, a text
 * in a cell of numbers, 2023-02-30, a column of two units (with both cells), a formula that came to an error.
 *
 * @code
 * static const char head[] = "单位名称,某局\n年度,2023\n评价对象,部门整体支出\n";
 * pe_csv_options options;
 * pe_tables *tables = NULL;
 * pe_dossier *dossier = NULL;
 * pe_dossier_head found;
 * pe_csv_options_init (&options, sizeof options);
 * options.name = "基本情况";
 * assert (pe_tables_from_csv (&tables, head, strlen (head), &options, NULL, NULL) == PE_OK);
 * assert (pe_dossier_from_tables (&dossier, tables, NULL, NULL, NULL) == PE_OK);
 * pe_dossier_head_init (&found, sizeof found);
 * assert (pe_dossier_get_head (&found, dossier, NULL) == PE_OK && found.fiscal_year == 2023);
 * pe_dossier_unref (dossier);
 * pe_tables_unref (tables);
 * @endcode
 */

/** How to read tables, or to write them. Since: 1.0 */
typedef struct pe_dossier_tables_options
{
  uint32_t               struct_size;  /**< Set by pe_dossier_tables_options_init(). */
  pe_language            language;     /**< Written: of names and headers. 0 (default): Chinese. */
  const char            *mapping;      /**< Read; nullable: none. A JSON document "perfeval-mapping/1". Borrowed. */
  size_t                 mapping_size; /**< Its bytes. */
  const pe_read_options *read;         /**< Read; nullable: the defaults. Borrowed. */
  const char            *mapping_file; /**< Read; nullable. UTF-8, copied: the file of the mapping, for places. */
} pe_dossier_tables_options;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_dossier_tables_options_init (pe_dossier_tables_options *self, uint32_t struct_size);

/**
 * Reads a dossier. Beside the statuses below it can answer those of pe_dossier_from_json().
 *
 * @param[out] out       owned: pe_dossier_unref()
 * @param      tables    a set of tables
 * @param      options   nullable: the defaults
 * @param[out] findings  nullable; an owned list, also on failure
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_TABLE_MISSING     there is no table 基本情况
 * @retval PE_ERROR_TABLE_DUPLICATE   two tables are of one kind
 * @retval PE_ERROR_COLUMN_MISSING    a table lacks a column that every row needs, or its header row is not found
 * @retval PE_ERROR_COLUMN_DUPLICATE  two headers mean the same
 * @retval PE_ERROR_CELL_UNNAMED      a cell stands in a column without a header
 * @retval PE_ERROR_CELL_VALUE        a formula came to an error
 * @retval PE_ERROR_LEVEL             a row stands more than one level below the one before
 * @retval PE_ERROR_TOTAL_MISMATCH    a total is wrong; also #PE_ERROR_TOTAL_ZERO, #PE_ERROR_TOTAL_UNIT
 * @retval PE_ERROR_UNIT_MIXED        a column mixes units; both cells are its places
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_dossier_from_tables (pe_dossier **out, const pe_tables *tables, const pe_dossier_tables_options *options,
                                  pe_findings **findings, pe_error **error);

/**
 * Writes a dossier as tables. Reading them back gives an equal one.
 *
 * @param[out] out      owned: pe_tables_unref()
 * @param      self     a dossier
 * @param      options  nullable: the defaults
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_LIMIT_DEPTH       it nests too deep
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_tables_from_dossier (pe_tables **out, const pe_dossier *self, const pe_dossier_tables_options *options,
                                  pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_DOSSIER_TABLES_H */
