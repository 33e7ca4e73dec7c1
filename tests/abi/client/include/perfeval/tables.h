/* perfeval/tables.h - sheets of cells as a file had them, before anybody said what they mean
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_TABLES_H
#define PERFEVAL_TABLES_H

#include <perfeval/error.h>
#include <perfeval/figure.h>

PE_BEGIN_DECLS

/**
 * @file tables.h
 * @brief The tables (表) of one input: a workbook, a CSV file, a folder of them, a database view.
 *
 * A set of tables is what every reader of office files makes, ours and a vendor's alike,
 * through a #pe_provider. It holds what stands in the cells and where, and no meaning:
 * numbers are kept as their decimal text, so that 99.80 does not become 99.8 nor a binary
 * fraction.
 *
 * Only cells that hold something are kept. The cells of a row are in the order of their
 * columns, the rows of a table in the order of their numbers.
 *
 * @code
 * pe_provider *provider = NULL;
 * pe_tables *tables = NULL;
 * pe_table_head head;
 * pe_table_row row;
 * pe_cell cell;
 * pe_table_head_init (&head, sizeof head);
 * head.name = "预算";
 * pe_table_row_init (&row, sizeof row);
 * row.number = 7;
 * pe_cell_init (&cell, sizeof cell);
 * cell.kind = PE_CELL_NUMBER;
 * cell.text = "2155.61";
 * cell.length = 7;
 * cell.column = 3;
 * cell.unit = PE_UNIT_WAN_YUAN;
 * assert (pe_provider_new (&provider, NULL, NULL) == PE_OK);
 * assert (pe_provider_begin_table (provider, &head, NULL) == PE_OK);
 * assert (pe_provider_add_row (provider, &row, &cell, 1, NULL) == PE_OK);
 * assert (pe_provider_finish (&tables, provider, NULL, NULL) == PE_OK);
 * assert (pe_tables_get_cell (&cell, tables, 0, 0, 0, NULL) == PE_OK);
 * assert (strcmp (cell.text, "2155.61") == 0 && cell.column == 3);
 * pe_tables_unref (tables);
 * pe_provider_free (provider);
 * @endcode
 */

/** The tables of one input. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_tables pe_tables;

/** What a cell holds. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_cell_kind;

/** Values of #pe_cell_kind. */
enum pe_cell_kind_value
{
  PE_CELL_TEXT   = 1, /**< A text, which may well be a number as somebody typed it. Every cell of a CSV file. */
  PE_CELL_NUMBER = 2, /**< A number; the text is its plain decimal, "-0.5", "2155.61". */
  PE_CELL_DATE   = 3, /**< A date; the text is "2023-12-31", or "2023-12-31 08:30:00" where there is a time. */
  PE_CELL_TRUTH  = 4, /**< The text is "true" or "false". */
  PE_CELL_ERROR  = 5  /**< A formula that came to nothing; the text is "#DIV/0!", "#REF!" and so on. */
};

/** What else is to be known of a cell or a row; values of pe_cell::flags and pe_table_row::flags, added. */
enum pe_cell_flag_value
{
  PE_CELL_FORMULA = 1, /**< The result of a formula, as the program that saved the file remembered it. */
  PE_CELL_MERGED  = 2, /**< It covers more than itself: pe_cell::columns says how many columns. */
  PE_CELL_ROUNDED = 4, /**< A binary number of more than 15 digits, rounded to the 15 that a spreadsheet shows. */
  PE_CELL_HIDDEN  = 8  /**< The row or sheet is not shown. */
};

/** One cell. Since: 1.0 */
typedef struct pe_cell
{
  uint32_t     struct_size; /**< Set by pe_cell_init(). */
  pe_cell_kind kind;        /**< Required. */
  const char  *text;        /**< Required. UTF-8 without U+0000; copied in, borrowed out; ends in NUL when read. */
  size_t       length;      /**< Its bytes. 0: there is nothing in the cell, which is then passed over. */
  uint32_t     column;      /**< Required, from 1; ascending in a row. At most 16,777,216. */
  uint32_t     columns;     /**< How many columns it covers; 0 is 1. */
  uint32_t     flags;       /**< #pe_cell_flag_value, added. */
  pe_unit      unit;        /**< The unit that the cell's own format shows (%, 万元), or 0. */
} pe_cell;

/** One row. Since: 1.0 */
typedef struct pe_table_row
{
  uint32_t struct_size; /**< Set by pe_table_row_init(). */
  uint32_t number;      /**< Required: as a spreadsheet numbers it, from 1; ascending in a table. */
  uint64_t line;        /**< The line of the text file that it begins in, or 0. */
  uint32_t flags;       /**< #PE_CELL_HIDDEN or 0. */
  uint32_t n_cells;     /**< Read: how many cells it has. Given: 0. */
} pe_table_row;

/** Which table. Since: 1.0 */
typedef struct pe_table_head
{
  uint32_t    struct_size; /**< Set by pe_table_head_init(). */
  uint32_t    flags;       /**< #PE_CELL_HIDDEN or 0. */
  const char *name;        /**< Required. UTF-8: the sheet's name, or the file's without its ending. */
  const char *file;        /**< Nullable. UTF-8: the file for places; NULL: that of the whole input. */
} pe_table_head;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_cell_init (pe_cell *self, uint32_t struct_size);

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_table_row_init (pe_table_row *self, uint32_t struct_size);

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_table_head_init (pe_table_head *self, uint32_t struct_size);

/**
 * Puts sets of tables together, one behind the other: a folder of CSV files, say.
 *
 * @param[out] out    owned: pe_tables_unref()
 * @param      sets   nullable each
 * @param      n      how many; 0 gives an empty set
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
pe_status pe_tables_join (pe_tables **out, pe_tables *const *sets, size_t n, pe_error **error);

/**
 * How many tables there are.
 * @param self  a set of tables, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_tables_get_n (const pe_tables *self);

/**
 * Reads which table one is, by index.
 *
 * @param[out] out    filled as far as out->struct_size says; texts are borrowed from @p self
 * @param      self   a set of tables
 * @param      table  from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         @p table is past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_tables_get_head (pe_table_head *out, const pe_tables *self, size_t table, pe_error **error);

/**
 * How many rows of a table hold something.
 * @param self   a set of tables, nullable
 * @param table  from 0
 * @return the number; 0 when there is no such table
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_tables_get_n_rows (const pe_tables *self, size_t table);

/**
 * Reads a row by index.
 *
 * @param[out] out    filled as far as out->struct_size says
 * @param      self   a set of tables
 * @param      table  from 0
 * @param      row    from 0, counting rows that hold something
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_tables_get_row (pe_table_row *out, const pe_tables *self, size_t table, size_t row, pe_error **error);

/**
 * Reads a cell by index.
 *
 * @param[out] out    filled as far as out->struct_size says; the text is borrowed from @p self
 * @param      self   a set of tables
 * @param      table  from 0
 * @param      row    from 0, counting rows that hold something
 * @param      cell   from 0, counting cells that hold something
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_tables_get_cell (pe_cell *out, const pe_tables *self, size_t table, size_t row, size_t cell,
                              pe_error **error);

/**
 * Takes one more reference.
 * @param self  a set of tables, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_tables *pe_tables_ref (pe_tables *self);

/**
 * Gives one reference back; the last one frees the tables.
 * @param self  a set of tables, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_tables_unref (pe_tables *self);

PE_END_DECLS

#endif /* PERFEVAL_TABLES_H */
