/* perfeval/register.h - a typed table of the office's own
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_REGISTER_H
#define PERFEVAL_REGISTER_H

#include <perfeval/date.h>
#include <perfeval/digest.h>
#include <perfeval/figure.h>
#include <perfeval/record_kind.h>

PE_BEGIN_DECLS

/**
 * @file register.h
 * @brief A register (台账): a project pipeline, a list of visits, whatever an office keeps as a table.
 *
 * Its columns have an id, a type and, with numbers, one unit; formulas count, sum and
 * divide over its rows by those ids: `count(register.projects[signed != null])`
 * (docs/formula.md). A column whose cells are in different units is refused, with both
 * cells named: a figure in 元 among those in 万元 is off by ten thousand.
 *
 * @code
 * pe_register_column column;
 * pe_register_cell cell;
 * pe_register_builder *builder = NULL;
 * pe_register *projects = NULL;
 * pe_register_column_init (&column, sizeof column);
 * column.id = "signed";
 * column.name = "签约日期";
 * column.type = PE_COLUMN_DATE;
 * pe_register_cell_init (&cell, sizeof cell);
 * cell.date = 20230601;
 * assert (pe_register_builder_new (&builder, NULL, NULL) == PE_OK);
 * assert (pe_register_builder_set_head (builder, "projects", "招商项目", NULL) == PE_OK);
 * assert (pe_register_builder_add_columns (builder, &column, 1, NULL) == PE_OK);
 * assert (pe_register_builder_add_rows (builder, &cell, 1, NULL) == PE_OK);
 * assert (pe_register_builder_build (&projects, builder, NULL, NULL) == PE_OK);
 * assert (pe_register_get_n_rows (projects) == 1);
 * pe_register_builder_free (builder);
 * pe_register_unref (projects);
 * @endcode
 */

/** A register. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_register pe_register;

/** A register under construction; belongs to one thread. Since: 1.0 */
typedef struct pe_register_builder pe_register_builder;

/** A column, given to a builder (texts copied) or read (texts borrowed). Since: 1.0 */
typedef struct pe_register_column
{
  uint32_t       struct_size; /**< Set by pe_register_column_init(). */
  pe_column_type type;        /**< Required: #PE_COLUMN_TEXT, #PE_COLUMN_NUMBER, #PE_COLUMN_DATE or #PE_COLUMN_TRUTH. */
  pe_unit        unit;        /**< Of numbers: that of every cell; #PE_UNIT_NONE: that of the first which has one. */
  int32_t        reserved;    /**< 0. */
  const char    *id;          /**< Required: a letter, then letters, digits and '_', 1 to 64; one column each. */
  const char    *name;        /**< Nullable. UTF-8: the heading. */
} pe_register_column;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_register_column_init (pe_register_column *self, uint32_t struct_size);

/** A cell, given to a builder (its text copied) or read (its text borrowed). Since: 1.0 */
typedef struct pe_register_cell
{
  uint32_t    struct_size; /**< Set by pe_register_cell_init(). */
  pe_date     date;        /**< Of a column of dates; 0 when not filled in. */
  pe_figure   figure;      /**< Of numbers, and of yes or no; elsewhere missing or not applicable. */
  const char *text;        /**< Of a column of texts. UTF-8; NULL when not filled in. */
} pe_register_cell;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_register_cell_init (pe_register_cell *self, uint32_t struct_size);

/**
 * Starts a builder, empty or from an existing object.
 *
 * @param[out] out    owned: pe_register_builder_free()
 * @param      from   nullable; what to start from, copied
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  @p out is NULL
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_register_builder_new (pe_register_builder **out, const pe_register *from, pe_error **error);

/**
 * Names the register.
 *
 * @param      self   a builder
 * @param      id     required: a letter, then letters, digits and '_', 1 to 64; copied
 * @param      title  nullable; UTF-8: what people call it; copied
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  @p self or @p id is NULL
 * @retval PE_ERROR_CODE_SYNTAX       @p id is malformed
 * @retval PE_ERROR_INVALID_UTF8      a text is not UTF-8
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_register_builder_set_head (pe_register_builder *self, const char *id, const char *title, pe_error **error);

/**
 * Adds columns, all of them or none. There are no rows yet.
 *
 * @param      self   a builder
 * @param      items  copied; the stride is the first element's struct_size
 * @param      n      how many; 0 adds nothing
 * @param[out] error  nullable; an owned error on failure, its place counting from the first of this table
 *
 * @retval PE_OK                      they are added
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, a member is missing or out of range, or there are rows already
 * @retval PE_ERROR_UNSUPPORTED       an element is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      a text is not UTF-8
 * @retval PE_ERROR_CODE_SYNTAX       an id is malformed
 * @retval PE_ERROR_UNIT_MISMATCH     a column that is not of numbers has a unit
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_LIMIT_ITEMS       there would be more than 256 columns
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_register_builder_add_columns (pe_register_builder *self, const pe_register_column *items, size_t n,
                                           pe_error **error);

/**
 * Adds rows, all of them or none.
 *
 * @param      self    a builder
 * @param      cells   copied; row by row, each with a cell for every column; the stride is the first one's struct_size
 * @param      n_rows  how many rows; 0 adds nothing
 * @param[out] error   nullable; an owned error on failure, its place counting rows from the first of this call
 *
 * @retval PE_OK                      they are added
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, there are no columns, or a cell has what its column does not
 * @retval PE_ERROR_UNSUPPORTED       an element is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      a text is not UTF-8
 * @retval PE_ERROR_STATE_CONFLICT    a figure's state and value contradict each other
 * @retval PE_ERROR_DATE_RANGE        a date is no day
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_LIMIT_ITEMS       there would be more than 4,294,967,294 cells
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_register_builder_add_rows (pe_register_builder *self, const pe_register_cell *cells, size_t n_rows,
                                        pe_error **error);

/**
 * Checks the columns and makes the register. The builder can go on afterwards.
 *
 * @param[out] out       owned: pe_register_unref()
 * @param      self      a builder
 * @param[out] findings  nullable; an owned list, also on failure
 * @param[out] error     nullable; an owned error on failure, the first of the findings of severity error
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or it has no id
 * @retval PE_ERROR_CODE_DUPLICATE    two columns have the same id
 * @retval PE_ERROR_UNIT_MIXED      two cells of a column are in different units; both are named
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_register_builder_build (pe_register **out, const pe_register_builder *self, pe_findings **findings,
                                     pe_error **error);

/**
 * Frees a builder; what it built stays.
 * @param self  a builder, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_register_builder_free (pe_register_builder *self);

/**
 * The id, by which formulas name it, e.g. "projects".
 * @param self  a register
 * @return ASCII, borrowed from @p self
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_register_get_id (const pe_register *self);

/**
 * What people call it.
 * @param self  a register
 * @return UTF-8, borrowed from @p self; NULL when it was not said
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_register_get_title (const pe_register *self);

/**
 * How many columns there are.
 * @param self  a register, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_register_get_n_columns (const pe_register *self);

/**
 * How many rows there are.
 * @param self  a register, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_register_get_n_rows (const pe_register *self);

/**
 * Reads a column by index; its unit is that of its cells, as it was found.
 *
 * @param[out]    out    filled; out->struct_size says how much of it the caller knows. Texts are borrowed from @p self
 * @param         self   the object
 * @param         index  from 0
 * @param[out]    error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_register_get_column (pe_register_column *out, const pe_register *self, size_t index, pe_error **error);

/**
 * Reads a cell.
 *
 * @param[out]    out     filled; out->struct_size says how much of it the caller knows. Its text is borrowed from @p self
 * @param         self    the object
 * @param         row     from 0
 * @param         column  from 0
 * @param[out]    error   nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         there is no such row or column
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_register_get_cell (pe_register_cell *out, const pe_register *self, size_t row, size_t column,
                                pe_error **error);

/**
 * The digest of the content, source places left out.
 * @param      self  a register
 * @param[out] out   #PE_DIGEST_SIZE bytes
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_register_get_digest (const pe_register *self, uint8_t *out);

/**
 * Whether two have the same content, digit for digit as written.
 * @param a  a register, nullable
 * @param b  a register, nullable
 * @return 1 when their digests are equal or both are NULL, else 0
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_register_is_equal (const pe_register *a, const pe_register *b);

/**
 * Takes one more reference.
 * @param self  a register, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_register *pe_register_ref (pe_register *self);

/**
 * Gives one reference back; the last one frees it.
 * @param self  a register, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_register_unref (pe_register *self);

PE_END_DECLS

#endif /* PERFEVAL_REGISTER_H */
