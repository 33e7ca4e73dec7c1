/* perfeval/json.h - rulebooks, dossiers and evaluations as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_JSON_H
#define PERFEVAL_JSON_H

#include <perfeval/evaluation.h>
#include <perfeval/rulebook_comparison.h>
#include <perfeval/text.h>

PE_BEGIN_DECLS

/**
 * @file json.h
 * @brief The short road: bytes in, evaluate, bytes out.
 *
 * The formats are "perfeval-rulebook/1", "perfeval-dossier/1" and
 * "perfeval-evaluation/1"; JSON Schemas for the first two are installed. Numbers
 * are read as their text, an exponent is refused. A document is UTF-8 without a
 * byte order mark; duplicate names and U+0000 are refused.
 *
 * @code
 * pe_rulebook *rulebook = NULL;
 * pe_error *error = NULL;
 * assert (pe_rulebook_from_json (&rulebook, "{", 1, NULL, NULL, &error) == PE_ERROR_JSON_TRUNCATED);
 * assert (pe_place_get_column (pe_finding_get_place (pe_error_get_finding (error), 0)) == 2);
 * pe_error_unref (error);
 * @endcode
 *
 * @par Errors of the readers
 * A reader goes on after a fault that leaves the structure whole, and then fails
 * once with the first fault and their count; all are in the findings. Beside the
 * statuses listed it can answer any that the builders of its object answer.
 */

/** How to read. Since: 1.0 */
typedef struct pe_read_options
{
  uint32_t         struct_size; /**< Set by pe_read_options_init(). */
  uint32_t         reserved;    /**< 0. */
  const char      *file;        /**< Nullable. UTF-8, copied: the name for places. */
  const pe_limits *limits;      /**< Nullable: the defaults; borrowed for the call. */
} pe_read_options;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_read_options_init (pe_read_options *self, uint32_t struct_size);

/**
 * Reads a rulebook.
 *
 * @param[out] out       owned: pe_rulebook_unref()
 * @param      bytes     JSON, copied
 * @param      size      how many bytes
 * @param      options   nullable: the defaults
 * @param[out] findings  nullable; an owned list, also on failure
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                        @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT    an argument is NULL
 * @retval PE_ERROR_LIMIT_BYTES         more bytes than the limit; also #PE_ERROR_LIMIT_DEPTH,
 *                                      #PE_ERROR_LIMIT_DIGITS, #PE_ERROR_LIMIT_ITEMS, #PE_ERROR_LIMIT_TEXT
 * @retval PE_ERROR_INVALID_UTF8        not UTF-8
 * @retval PE_ERROR_JSON_SYNTAX         not JSON
 * @retval PE_ERROR_JSON_TRUNCATED      ends too early
 * @retval PE_ERROR_JSON_DUPLICATE_KEY  an object has a name twice
 * @retval PE_ERROR_JSON_NUL            a text contains U+0000
 * @retval PE_ERROR_FORMAT_UNKNOWN      "format" is not "perfeval-rulebook/1"
 * @retval PE_ERROR_MEMBER_UNKNOWN      a member that the format does not have
 * @retval PE_ERROR_MEMBER_MISSING      a member that the format requires is not there
 * @retval PE_ERROR_MEMBER_TYPE         a value of the wrong type
 * @retval PE_ERROR_VALUE_UNKNOWN       a word that is not one of those allowed
 * @retval PE_ERROR_NUMBER_SYNTAX       not a number; also #PE_ERROR_NUMBER_EXPONENT,
 *                                      #PE_ERROR_THOUSANDS_SEPARATOR
 * @retval PE_ERROR_UNIT_CONFLICT       a figure and its table name different units
 * @retval PE_ERROR_NO_MEMORY           memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_from_json (pe_rulebook **out, const char *bytes, size_t size, const pe_read_options *options,
                                 pe_findings **findings, pe_error **error);

/**
 * Writes a rulebook. Reading it back gives an equal one.
 *
 * @param[out] out    owned: pe_text_unref()
 * @param      self   the object
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_LIMIT_DEPTH       it nests deeper than the 64 levels that a reader takes by default
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_to_json (pe_text **out, const pe_rulebook *self, pe_error **error);

/**
 * Reads a dossier.
 *
 * @param[out] out       owned: pe_dossier_unref()
 * @param      bytes     JSON, copied
 * @param      size      how many bytes
 * @param      options   nullable: the defaults
 * @param[out] findings  nullable; an owned list, also on failure
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                        @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT    an argument is NULL
 * @retval PE_ERROR_LIMIT_BYTES         more bytes than the limit; also #PE_ERROR_LIMIT_DEPTH,
 *                                      #PE_ERROR_LIMIT_DIGITS, #PE_ERROR_LIMIT_ITEMS, #PE_ERROR_LIMIT_TEXT
 * @retval PE_ERROR_INVALID_UTF8        not UTF-8
 * @retval PE_ERROR_JSON_SYNTAX         not JSON
 * @retval PE_ERROR_JSON_TRUNCATED      ends too early
 * @retval PE_ERROR_JSON_DUPLICATE_KEY  an object has a name twice
 * @retval PE_ERROR_JSON_NUL            a text contains U+0000
 * @retval PE_ERROR_FORMAT_UNKNOWN      "format" is not "perfeval-dossier/1"
 * @retval PE_ERROR_MEMBER_UNKNOWN      a member that the format does not have
 * @retval PE_ERROR_MEMBER_MISSING      a member that the format requires is not there
 * @retval PE_ERROR_MEMBER_TYPE         a value of the wrong type
 * @retval PE_ERROR_VALUE_UNKNOWN       a word that is not one of those allowed
 * @retval PE_ERROR_NUMBER_SYNTAX       not a number; also #PE_ERROR_NUMBER_EXPONENT,
 *                                      #PE_ERROR_THOUSANDS_SEPARATOR
 * @retval PE_ERROR_UNIT_CONFLICT       a figure and its table name different units
 * @retval PE_ERROR_NO_MEMORY           memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_dossier_from_json (pe_dossier **out, const char *bytes, size_t size, const pe_read_options *options,
                                pe_findings **findings, pe_error **error);

/**
 * Writes a dossier. Reading it back gives an equal one.
 *
 * @param[out] out    owned: pe_text_unref()
 * @param      self   the object
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_LIMIT_DEPTH       it nests deeper than the 64 levels that a reader takes by default
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_dossier_to_json (pe_text **out, const pe_dossier *self, pe_error **error);

/**
 * Writes an evaluation with its ledger, findings, explanation in both languages, and receipt (回执): the digests of rulebook and dossier, and the version of the library.
 *
 * @param[out] out    owned: pe_text_unref()
 * @param      self   the object
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_evaluation_to_json (pe_text **out, const pe_evaluation *self, pe_error **error);

/**
 * Writes the score table, a node a line: RFC 4180 with CRLF, UTF-8 with a byte order mark for spreadsheet programs. Cells that a spreadsheet would take for a formula are guarded with an apostrophe.
 *
 * @param[out] out    owned: pe_text_unref()
 * @param      self   the object
 * @param      language the language of header and names; anything but #PE_LANGUAGE_ZH gives English
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_evaluation_to_csv (pe_text **out, const pe_evaluation *self, pe_language language, pe_error **error);

/**
 * Writes findings as a JSON array: code, severity, places, parameters, messages.
 *
 * @param[out] out    owned: pe_text_unref()
 * @param      self   the object
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_findings_to_json (pe_text **out, const pe_findings *self, pe_error **error);

/**
 * Writes the differences of two rulebooks as a JSON array: change, aspect, code, name, the old and the new text.
 *
 * @param[out] out    owned: pe_text_unref()
 * @param      self   the object
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rulebook_comparison_to_json (pe_text **out, const pe_rulebook_comparison *self, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_JSON_H */
