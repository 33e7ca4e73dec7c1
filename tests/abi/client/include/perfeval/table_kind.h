/* perfeval/table_kind.h - which tables a dossier is made of, and their columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_TABLE_KIND_H
#define PERFEVAL_TABLE_KIND_H

#include <perfeval/record_kind.h>

PE_BEGIN_DECLS

/**
 * @file table_kind.h
 * @brief The kinds of tables (表) that a dossier can be handed in as, by reflection.
 *
 * A dossier is a handful of tables: its head, the budget, the procurement, the facts and
 * so on, as sheets of a workbook or as CSV files of a folder. Every table and column has a
 * stable id, a name in Chinese and in English, and a member of the JSON format
 * (docs/formats.md) that it stands for. The readers, the writers, the template that a clerk fills in and docs/tables.md
 * are made from this one description.
 *
 * @code
 * pe_table_kind kind;
 * pe_table_column column;
 * pe_table_kind_init (&kind, sizeof kind);
 * pe_table_column_init (&column, sizeof column);
 * assert (pe_table_kind_get (&kind, 1, NULL) == PE_OK);
 * assert (strcmp (kind.id, "budget") == 0 && strcmp (kind.name_zh, "预算") == 0);
 * assert (pe_table_kind_get_column (&column, 1, 1, NULL) == PE_OK);
 * assert (strcmp (column.id, "name") == 0 && column.is_required == 1);
 * @endcode
 */

/** How the rows of a table make a document. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_table_shape;

/** Values of #pe_table_shape. */
enum pe_table_shape_value
{
  PE_TABLE_PAIRS   = 1, /**< Each row is an item and its content: the columns stand below each other. */
  PE_TABLE_RECORDS = 2, /**< Each row is a record. */
  PE_TABLE_TREE    = 3, /**< Each row is a record, below the last one of a lower level. */
  PE_TABLE_GROUPS  = 4  /**< The first column says to which indicator a row belongs. */
};

/** What a column of tables alone holds, beside those of #pe_column_type; values of pe_table_column::type. */
enum pe_table_column_type_value
{
  PE_TABLE_FIGURE = 21, /**< A figure with a unit of its own, yes or no, or a text. */
  PE_TABLE_POINTS = 22, /**< Marks or points. */
  PE_TABLE_LEVEL  = 23, /**< A whole number from 1: how deep a row stands. */
  PE_TABLE_YEAR   = 24, /**< A year. */
  PE_TABLE_CODE   = 25  /**< The code of an indicator, or the name of a fact. */
};

/** A kind of table. Texts are static. Since: 1.0 */
typedef struct pe_table_kind
{
  uint32_t       struct_size; /**< Set by pe_table_kind_init(). */
  pe_table_shape shape;       /**< How its rows are read. */
  const char    *id;          /**< E.g. "budget". */
  const char    *name_zh;     /**< The name of a sheet or file, e.g. "预算". */
  const char    *name_en;     /**< E.g. "budget". */
  size_t         n_columns;   /**< How many columns it can have. */
} pe_table_kind;

/** A column of a kind of table. Texts are static. Since: 1.0 */
typedef struct pe_table_column
{
  uint32_t    struct_size; /**< Set by pe_table_column_init(). */
  int32_t     type;        /**< A #pe_column_type_value or #pe_table_column_type_value. */
  int32_t     is_required; /**< 1: every row needs it. */
  uint32_t    n_words;     /**< With #PE_COLUMN_WORD: how many words there are. */
  const char *id;          /**< E.g. "adjusted". */
  const char *name_zh;     /**< The header, e.g. "全年预算数". */
  const char *name_en;     /**< The header in English. */
  const char *note_zh;     /**< What to fill in; "" where the header says it all. */
  const char *note_en;     /**< The same in English. */
} pe_table_column;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_table_kind_init (pe_table_kind *self, uint32_t struct_size);

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_table_column_init (pe_table_column *self, uint32_t struct_size);

/**
 * How many kinds of tables there are.
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_table_kind_get_n (void);

/**
 * Reads a kind by index.
 *
 * @param[out] out    filled as far as out->struct_size says
 * @param      index  from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  @p out is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_table_kind_get (pe_table_kind *out, size_t index, pe_error **error);

/**
 * Reads a column of a kind by index.
 *
 * @param[out] out     filled as far as out->struct_size says
 * @param      kind    from 0
 * @param      column  from 0
 * @param[out] error   nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  @p out is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         @p kind or @p column is past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_table_kind_get_column (pe_table_column *out, size_t kind, size_t column, pe_error **error);

/**
 * A word that a column can hold.
 * @param kind      from 0
 * @param column    from 0
 * @param word      from 0, below pe_table_column::n_words
 * @param language  anything but #PE_LANGUAGE_ZH gives the word of the JSON format
 * @return UTF-8, borrowed, static; NULL when there is no such word
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_table_kind_get_word (size_t kind, size_t column, size_t word, pe_language language);

PE_END_DECLS

#endif /* PERFEVAL_TABLE_KIND_H */
