/* perfeval/provider.h - for who writes a reader of files or systems that this library does not know
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_PROVIDER_H
#define PERFEVAL_PROVIDER_H

#include <perfeval/json.h>
#include <perfeval/tables.h>

PE_BEGIN_DECLS

/**
 * @file provider.h
 * @brief A reading under way: a sink for tables, findings with places, the limits.
 *
 * A reader of a kind of file that this library does not know (a database view, the
 * export of another system) stands beside ours as an equal: it makes a provider, gives it
 * tables row by row, reports what is wrong with places as our own readers do, and
 * finishes with a #pe_tables that pe_dossier_from_tables() takes. The XLSX reader of
 * libperfeval-office is written against this header alone.
 *
 * @par Faults
 * A fault that leaves the structure whole is reported with pe_provider_report() and reading
 * goes on; pe_provider_finish() then fails once with the first one and their count. The
 * message is that of the code (status.h), made of the parameters given. What is wrong with
 * somebody else's file and has no code of its own is #PE_ERROR_PROVIDER with the
 * parameter "found" and, for a remedy, "expected".
 *
 * @par Life cycle
 * A provider belongs to one thread at a time and reads one input.
 *
 * @code
 * pe_provider *provider = NULL;
 * pe_provider_place place;
 * pe_provider_parameter found;
 * pe_tables *tables = NULL;
 * pe_error *error = NULL;
 * pe_provider_place_init (&place, sizeof place);
 * place.file = "ledger.dbf";
 * place.line = 4;
 * pe_provider_parameter_init (&found, sizeof found);
 * found.name = "found";
 * found.text = "a deleted record";
 * assert (pe_provider_new (&provider, NULL, NULL) == PE_OK);
 * assert (pe_provider_report (provider, PE_ERROR_PROVIDER, &place, 1, &found, 1, NULL) == PE_OK);
 * assert (pe_provider_finish (&tables, provider, NULL, &error) == PE_ERROR_PROVIDER);
 * assert (pe_place_get_line (pe_finding_get_place (pe_error_get_finding (error), 0)) == 4);
 * pe_error_unref (error);
 * pe_provider_free (provider);
 * @endcode
 */

/** A reading under way. Opaque; belongs to one thread. Since: 1.0 */
typedef struct pe_provider pe_provider;

/** Where something stands. Texts are UTF-8 and copied. Since: 1.0 */
typedef struct pe_provider_place
{
  uint32_t    struct_size; /**< Set by pe_provider_place_init(). */
  uint32_t    reserved;    /**< 0. */
  const char *what;        /**< Nullable: the whole. A path in the object's own terms, as a JSON pointer. */
  const char *file;        /**< Nullable: the name given to pe_provider_new(). */
  const char *cell;        /**< Nullable. E.g. "预算!C7". */
  uint64_t    line;        /**< From 1, or 0. */
  uint64_t    column;      /**< In characters from 1, or 0. */
  uint64_t    offset;      /**< A byte, from 0. */
  uint64_t    length;      /**< Bytes; 0: there is no range of bytes. */
} pe_provider_place;

/** A parameter of a message. Since: 1.0 */
typedef struct pe_provider_parameter
{
  uint32_t    struct_size; /**< Set by pe_provider_parameter_init(). */
  uint32_t    reserved;    /**< 0. */
  const char *name;        /**< One that the messages know: found, expected, expected_zh, name, code, unit, sum, total,
                              limit, from, to, count, offset, encoding, cell, table. */
  const char *text;        /**< UTF-8, copied; cut after 64 characters ("expected" after 400). */
} pe_provider_parameter;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_provider_place_init (pe_provider_place *self, uint32_t struct_size);

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_provider_parameter_init (pe_provider_parameter *self, uint32_t struct_size);

/**
 * Begins a reading.
 *
 * @param[out] out      owned: pe_provider_free()
 * @param      options  nullable: the defaults; copied. pe_limits::items bounds the cells, pe_limits::text_bytes one text
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      the file's name is not UTF-8
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_provider_new (pe_provider **out, const pe_read_options *options, pe_error **error);

/**
 * The limits that the reader has to keep to.
 * @param[out] out   filled as far as out->struct_size says
 * @param      self  a provider
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_provider_get_limits (pe_limits *out, const pe_provider *self);

/**
 * Begins a table; rows go to it from now on.
 *
 * @param      self   a provider
 * @param      head   copied
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it has begun
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_UNSUPPORTED       @p head is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      a text is not UTF-8
 * @retval PE_ERROR_TEXT_EMPTY        the name is empty
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than the limit
 * @retval PE_ERROR_LIMIT_ITEMS       more tables than pe_limits::items
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_provider_begin_table (pe_provider *self, const pe_table_head *head, pe_error **error);

/**
 * Adds a row, all of it or nothing. One without anything in it is passed over.
 *
 * @param      self   a provider with a table
 * @param      row    copied
 * @param      cells  copied; the stride is the first element's struct_size
 * @param      n      how many; 0 adds nothing
 * @param[out] error  nullable; an owned error on failure, with the cell
 *
 * @retval PE_OK                      it is added
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range, there is no table, or a number or a column does
 *                                    not come after the one before
 * @retval PE_ERROR_UNSUPPORTED       an element is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      a text is not UTF-8, or holds U+0000
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than the limit
 * @retval PE_ERROR_LIMIT_ITEMS       more cells than pe_limits::items
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_provider_add_row (pe_provider *self, const pe_table_row *row, const pe_cell *cells, size_t n,
                               pe_error **error);

/**
 * Says that a cell of the table under way covers more than itself. Merges come behind the cells in some files. A cell
 * that holds nothing, or a table without it, is passed over.
 *
 * @param      self     a provider with a table
 * @param      number   the number of the row in which the cell stands
 * @param      column   its column, from 1
 * @param      columns  how many columns it covers, from 1
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      it is noted
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range, or there is no table
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_provider_merge (pe_provider *self, uint32_t number, uint32_t column, uint32_t columns, pe_error **error);

/**
 * Reports a finding.
 *
 * @param      self          a provider
 * @param      code          an error, a warning or a note of status.h
 * @param      places        the place to look at first, then others; copied
 * @param      n_places      how many, at most 8; 0: the whole
 * @param      parameters    copied
 * @param      n_parameters  how many, at most 16
 * @param[out] error         nullable; an owned error on failure
 *
 * @retval PE_OK                      it is reported
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range, or @p code is no code
 * @retval PE_ERROR_UNSUPPORTED       an element is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      a text of a place is not UTF-8
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_provider_report (pe_provider *self, pe_status code, const pe_provider_place *places, size_t n_places,
                              const pe_provider_parameter *parameters, size_t n_parameters, pe_error **error);

/**
 * Reports the finding of an error that a call left: a fault that breaks the reading off, say.
 *
 * @param      self    a provider
 * @param      broken  an error; the caller keeps it
 * @param[out] error   nullable; an owned error on failure
 *
 * @retval PE_OK                      it is reported
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or the provider was finished before
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_provider_report_error (pe_provider *self, pe_error *broken, pe_error **error);

/**
 * Ends the reading. The provider is empty afterwards and can only be freed.
 *
 * @param[out] out       owned: pe_tables_unref(); an empty set where there was no table
 * @param      self      a provider
 * @param[out] findings  nullable; an owned list, also on failure
 * @param[out] error     nullable; an owned error on failure, the first that was reported
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or it was finished before
 * @retval PE_ERROR_NO_MEMORY         memory ran out, also when a finding was reported
 *
 * @return a #pe_status, or the code of the first error that was reported
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_provider_finish (pe_tables **out, pe_provider *self, pe_findings **findings, pe_error **error);

/**
 * Frees a provider.
 * @param self  a provider, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_provider_free (pe_provider *self);

/**
 * Makes an error, for a function that has no reading under way: a writer, say.
 *
 * @param[out] error         nullable: then only the code is answered; else an owned error
 * @param      code          an error of status.h
 * @param      place         nullable: the whole; copied
 * @param      parameters    copied
 * @param      n_parameters  how many, at most 16
 *
 * @return @p code; #PE_ERROR_NO_MEMORY when the error cannot be made, #PE_ERROR_INVALID_ARGUMENT when the arguments
 *         cannot be used
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_provider_make_error (pe_error **error, pe_status code, const pe_provider_place *place,
                                  const pe_provider_parameter *parameters, size_t n_parameters);

/**
 * Makes a text of bytes, for a writer to hand out as this library's own do.
 *
 * @param[out] out    owned: pe_text_unref()
 * @param      bytes  copied; nullable where @p size is 0
 * @param      size   how many
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
pe_status pe_provider_make_text (pe_text **out, const void *bytes, size_t size, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_PROVIDER_H */
