/* perfeval/audit_report.h - an audit, shown
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_AUDIT_REPORT_H
#define PERFEVAL_AUDIT_REPORT_H

#include <perfeval/audit.h>

PE_BEGIN_DECLS

/**
 * @file audit_report.h
 * @brief What an audit found, as text, JSON, SARIF 2.1.0 and HTML.
 *
 * Text is for people at a terminal: 80 columns, grouped by class, each finding
 * with its passage, how that was read, the recomputation, and the figure that
 * would fit. JSON ("perfeval-audit/1", with an installed schema) holds
 * everything. SARIF is what editors and review tools show in place; its columns
 * count Unicode code points. HTML is the report itself, every figure marked by a
 * sign and a colour, with its recomputation where it is pointed at or focused.
 *
 * All of it is escaped for where it goes: a report can hold anything.
 *
 * @code
 * pe_audit_report_options options;
 * pe_text *sarif = NULL;
 * pe_audit_report_options_init (&options, sizeof options);
 * options.text = text;
 * options.size = size;
 * options.file = "report.txt";
 * assert (pe_audit_to_sarif (&sarif, audit, &options, NULL) == PE_OK);
 * assert (strstr (pe_text_get_data (sarif), "\"2.1.0\"") != NULL);
 * pe_text_unref (sarif);
 * @endcode
 */

/** How to show an audit; what it points to is borrowed for the call. Since: 1.0 */
typedef struct pe_audit_report_options
{
  uint32_t    struct_size; /**< Set by pe_audit_report_options_init(). */
  pe_language language;    /**< Of text, SARIF and HTML. Default: #PE_LANGUAGE_ZH. JSON has both. */
  const char *text;        /**< Nullable. The text that was read, UTF-8: for passages, lines and columns. */
  size_t      size;        /**< Its bytes. */
  const char *file;        /**< Nullable. UTF-8: the name of its file. */
  const char *encoding;    /**< Nullable: UTF-8. What the file was read as, e.g. "GB18030". */
  int32_t     has_counts;  /**< 1: the three counts below say how much of the text was understood. Default: 0. */
  int32_t     reserved;    /**< 0. */
  uint64_t    n_figures;   /**< Figures that were read, as pe_prose_summary::n_figures. */
  uint64_t    n_related;   /**< Of them: in a relation. */
  uint64_t    n_left;      /**< The others, which were not understood and not guessed at. */
} pe_audit_report_options;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_audit_report_options_init (pe_audit_report_options *self, uint32_t struct_size);

/**
 * An audit as text for people, 80 columns wide.
 *
 * @param[out] out      owned: pe_text_unref()
 * @param      audit    an audit
 * @param      options  nullable: the defaults
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or the language is none
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      the text, file or encoding is not UTF-8
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_audit_to_text (pe_text **out, const pe_audit *audit, const pe_audit_report_options *options,
                            pe_error **error);

/**
 * An audit as JSON, "perfeval-audit/1": every claim, relation, verdict, figure to blame and finding.
 *
 * @param[out] out      owned: pe_text_unref()
 * @param      audit    an audit
 * @param      options  nullable: the defaults
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or the language is none
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      the text, file or encoding is not UTF-8
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_audit_to_json (pe_text **out, const pe_audit *audit, const pe_audit_report_options *options,
                            pe_error **error);

/**
 * An audit's findings as SARIF 2.1.0. A contradiction is an error, a matter of rounding a warning, a remark a note.
 *
 * @param[out] out      owned: pe_text_unref()
 * @param      audit    an audit
 * @param      options  nullable: the defaults
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or the language is none
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      the text, file or encoding is not UTF-8
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_audit_to_sarif (pe_text **out, const pe_audit *audit, const pe_audit_report_options *options,
                             pe_error **error);

/**
 * The report as one HTML page without anything from elsewhere, each figure marked.
 *
 * @param[out] out      owned: pe_text_unref()
 * @param      audit    an audit whose claims count in the text of the options
 * @param      options  its text is required
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument or the text is NULL, or the language is none
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      the text, file or encoding is not UTF-8
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_audit_to_html (pe_text **out, const pe_audit *audit, const pe_audit_report_options *options,
                            pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_AUDIT_REPORT_H */
