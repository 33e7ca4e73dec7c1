/* perfeval/record_kind.h - what records there are, and what stands in them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_RECORD_KIND_H
#define PERFEVAL_RECORD_KIND_H

#include <perfeval/finding.h>
#include <perfeval/error.h>

PE_BEGIN_DECLS

/**
 * @file record_kind.h
 * @brief The kinds of records by reflection: their columns, with names, types and words.
 *
 * A reader of tables, a form for clerks and a formula all know the records by
 * this one description: the id of a column is its name in JSON (docs/formats.md)
 * and in formulas, and its Chinese name is the heading that people know.
 *
 * @code
 * pe_record_column column;
 * pe_record_column_init (&column, sizeof column);
 * assert (pe_record_kind_describe_column (&column, PE_RECORD_PROCUREMENT, 0, NULL) == PE_OK);
 * assert (column.type == PE_COLUMN_TEXT && column.is_required == 1);
 * assert (pe_record_kind_find_word (PE_RECORD_PROCUREMENT, 2, "single_source") == PE_METHOD_SINGLE_SOURCE);
 * @endcode
 */

/** A kind of records. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_record_kind;

/** Values of #pe_record_kind. */
enum pe_record_kind_value
{
  PE_RECORD_BUDGET_LINE  = 1, /**< 预算明细: #pe_budget_line. */
  PE_RECORD_THREE_PUBLIC = 2, /**< “三公”经费: #pe_three_public_line. */
  PE_RECORD_PROCUREMENT  = 3, /**< 采购项目: #pe_procurement_record. */
  PE_RECORD_PAYMENT      = 4, /**< 合同付款: #pe_payment. */
  PE_RECORD_ASSET        = 5  /**< 资产: #pe_asset_record. */
};

/** What a column holds. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_column_type;

/** Values of #pe_column_type. */
enum pe_column_type_value
{
  PE_COLUMN_TEXT   = 1, /**< UTF-8. */
  PE_COLUMN_MONEY  = 2, /**< An amount of zero or more in 元, 万元 or 亿元. */
  PE_COLUMN_COUNT  = 3, /**< A whole number of zero or more. */
  PE_COLUMN_DATE   = 4, /**< A #pe_date. */
  PE_COLUMN_WORD   = 5, /**< One of a few words: see pe_record_kind_get_word(). */
  PE_COLUMN_TRUTH  = 6, /**< Yes or no. */
  PE_COLUMN_NUMBER = 7  /**< Any number, with the unit of its column. Of registers alone. */
};

/** A column of a kind of records. Texts are borrowed and static. Since: 1.0 */
typedef struct pe_record_column
{
  uint32_t       struct_size; /**< Set by pe_record_column_init(). */
  pe_column_type type;        /**< A #pe_column_type_value. */
  int32_t        is_required; /**< 1 when every record must have it. */
  uint32_t       n_words;     /**< With #PE_COLUMN_WORD: how many words there are; they stand for 1 to n_words. */
  const char    *id;          /**< ASCII: in JSON and in formulas, e.g. "reserved_for_sme". */
  const char    *name_zh;     /**< UTF-8: the heading that people know, e.g. "预留中小企业金额". */
  const char    *name_en;     /**< UTF-8. */
} pe_record_column;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_record_column_init (pe_record_column *self, uint32_t struct_size);

/**
 * The id of a kind, by which formulas name its table, e.g. "procurement.records".
 * @param kind  a #pe_record_kind
 * @return ASCII, borrowed, static; NULL for a number that is no kind
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_record_kind_get_id (pe_record_kind kind);

/**
 * What people call a kind, e.g. "采购项目".
 * @param kind      a #pe_record_kind
 * @param language  anything but #PE_LANGUAGE_ZH gives English
 * @return UTF-8, borrowed, static; NULL for a number that is no kind
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_record_kind_get_name (pe_record_kind kind, pe_language language);

/**
 * How many columns a kind has.
 * @param kind  a #pe_record_kind
 * @return the number; 0 for a number that is no kind
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_record_kind_get_n_columns (pe_record_kind kind);

/**
 * Describes a column by index.
 *
 * @param[out] out    filled as far as out->struct_size says
 * @param      kind   a #pe_record_kind
 * @param      index  from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  @p out is NULL or `_init` was not called, or @p kind is no kind
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_record_kind_describe_column (pe_record_column *out, pe_record_kind kind, size_t index, pe_error **error);

/**
 * The word for a number in a column, as JSON and formulas write it, e.g. "open_tender".
 * @param kind    a #pe_record_kind
 * @param column  the column's index, from 0
 * @param value   the number, from 1
 * @return ASCII, borrowed, static; NULL where there is none
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_record_kind_get_word (pe_record_kind kind, size_t column, int32_t value);

/**
 * What people call that word, e.g. "公开招标".
 * @param kind      a #pe_record_kind
 * @param column    the column's index, from 0
 * @param value     the number, from 1
 * @param language  anything but #PE_LANGUAGE_ZH gives English
 * @return UTF-8, borrowed, static; NULL where there is none
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_record_kind_get_word_name (pe_record_kind kind, size_t column, int32_t value, pe_language language);

/**
 * The number of a word, or of its name in either language.
 * @param kind    a #pe_record_kind
 * @param column  the column's index, from 0
 * @param word    UTF-8; nullable: no word
 * @return the number, from 1; 0 for what is none of its words
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_record_kind_find_word (pe_record_kind kind, size_t column, const char *word);

PE_END_DECLS

#endif /* PERFEVAL_RECORD_KIND_H */
