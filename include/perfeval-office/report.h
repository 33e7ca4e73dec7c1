/* perfeval-office/report.h - the report that an office files, made from an evaluation
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_OFFICE_REPORT_H
#define PERFEVAL_OFFICE_REPORT_H

#include <perfeval-office/document.h>
#include <perfeval/evaluation.h>
#include <perfeval/json.h>

PE_BEGIN_DECLS

/**
 * @file report.h
 * @brief Reports (自评报告): an evaluation and a template become a document.
 *
 * A template says what stands in a report and in which order: chapters, sentences with figures in them, tables, charts, and
 * where the office's own words belong. It is an XML file that an office changes without a program (docs/reports.md).
 * The figures come from the evaluation, the reasons of deductions from its ledger, the office's words from the dossier's
 * narrative. What the office has not written is a gap that everybody sees; it is never left out and nothing is made up for it.
 *
 * Each figure leads to its entry in the appendix, which says the rule, the figures it took, the calculation and the entries of the ledger.
 * A report that was made under a rulebook that is not official says so on its first page, and lists what was assumed.
 *
 * @par Life cycle
 * A template is immutable and reference-counted; the count is atomic. Any number of threads may use one at the same time.
 *
 * @code
 * pe_report_options options;
 * pe_document *document = NULL;
 * pe_text *docx = NULL;
 * pe_report_options_init (&options, sizeof options);
 * options.date = "2024-03-15";
 * if (pe_report_make (&document, report_template, evaluation, &options, NULL) == PE_OK)
 *   {
 *     assert (pe_document_to_docx (&docx, document, NULL) == PE_OK);
 *     assert (memcmp (pe_text_get_data (docx), "PK", 2) == 0);
 *   }
 * pe_text_unref (docx);
 * pe_document_unref (document);
 * @endcode
 */

/** A template of reports. Opaque, immutable, reference-counted. Since: 1.0 */
typedef struct pe_report_template pe_report_template;

/** How to make a report. Texts are borrowed for the call. Since: 1.0 */
typedef struct pe_report_options
{
  uint32_t             struct_size; /**< Set by pe_report_options_init(). */
  pe_language          language;    /**< Anything but #PE_LANGUAGE_EN gives Chinese, the default. */
  const char          *date;        /**< Required. The date of the report, "2024-03-15"; the clock is not asked. */
  const pe_evaluation *prior;       /**< Nullable: the evaluation of the year before, for what changed. */
} pe_report_options;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
void pe_report_options_init (pe_report_options *self, uint32_t struct_size);

/**
 * Reads a template.
 *
 * @param[out] out      owned: pe_report_template_unref()
 * @param      bytes    an XML file in UTF-8 whose root is `report` with `format="perfeval-report/1"`
 * @param      size     its bytes
 * @param      options  nullable: the defaults. pe_read_options::file names the file in places; pe_limits::bytes bounds its
 *                      size, pe_limits::items its elements
 * @param[out] error    nullable; an owned error on failure, with line and column
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_LIMIT_BYTES       the file is longer than the limit
 * @retval PE_ERROR_LIMIT_ITEMS       more elements than the limit
 * @retval PE_ERROR_XML_SYNTAX        it is not well-formed
 * @retval PE_ERROR_XML_DOCTYPE       it declares a document type
 * @retval PE_ERROR_FORMAT_UNKNOWN    the root or its format is another one
 * @retval PE_ERROR_MEMBER_UNKNOWN    an element or an attribute is not one of a template
 * @retval PE_ERROR_MEMBER_MISSING    an attribute is missing
 * @retval PE_ERROR_VALUE_UNKNOWN     an attribute or a placeholder has a value that is not one of those allowed
 * @retval PE_ERROR_LIMIT_DEPTH       sections lie more than four deep
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_report_template_from_xml (pe_report_template **out, const char *bytes, size_t size,
                                       const pe_read_options *options, pe_error **error);

/**
 * What the template is called.
 * @param self      a template
 * @param language  anything but #PE_LANGUAGE_EN gives Chinese
 * @return borrowed
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
const char *pe_report_template_get_name (const pe_report_template *self, pe_language language);

/**
 * How many sections it asks the office's own words for: what a dossier's narrative can have.
 * @param self  a template, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
size_t pe_report_template_get_n_narratives (const pe_report_template *self);

/**
 * The name of such a section, as pe_narrative::section has it.
 * @param self   a template
 * @param index  from 0
 * @return borrowed; NULL past the end
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
const char *pe_report_template_get_narrative (const pe_report_template *self, size_t index);

/**
 * Adds a reference.
 * @param self  nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_report_template *pe_report_template_ref (pe_report_template *self);

/**
 * Drops a reference; the last one frees the template.
 * @param self  nullable
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
void pe_report_template_unref (pe_report_template *self);

/**
 * Makes a report.
 *
 * @param[out] out         owned: pe_document_unref()
 * @param      self        a template
 * @param      evaluation  what it reports; nothing of it is kept
 * @param      options     required: it has the date
 * @param[out] error       nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or @p options has no date
 * @retval PE_ERROR_DATE_SYNTAX       the date is none
 * @retval PE_ERROR_DATE_RANGE        there is no such day
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_report_make (pe_document **out, const pe_report_template *self, const pe_evaluation *evaluation,
                          const pe_report_options *options, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_OFFICE_REPORT_H */
