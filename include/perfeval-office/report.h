/* perfeval-office/report.h - the report that an office files, made from an evaluation
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_OFFICE_REPORT_H
#define PERFEVAL_OFFICE_REPORT_H

#include <perfeval-office/report_template.h>
#include <perfeval/error.h>
#include <perfeval/evaluation.h>
#include <perfeval/text.h>

PE_BEGIN_DECLS

/**
 * @file report.h
 * @brief Reports (自评报告): an evaluation and a template become a document that is written in several formats.
 *
 * The figures come from the evaluation, the reasons of deductions from its ledger, the office's words from the dossier's narrative.
 * What the office has not written is a gap that everybody sees; it is never left out and nothing is made up for it. Each figure leads to its
 * entry in the appendix, which says the rule, the figures that it took, the calculation and the entries of the ledger: by a bookmark in DOCX and PDF, by an
 * anchor in HTML and Markdown. A report that was made under a rulebook that is not official says so on its first page, and lists what was assumed.
 *
 * @par Life cycle
 * A report is immutable and reference-counted; the count is atomic. Any number of threads may write one at the same time.
 *
 * @par The same bytes
 * The same report gives the same bytes, whenever and wherever it is written: its date is the one that its maker gave, and the clock
 * is not asked. PDF, and the pictures in DOCX, are drawn in the fonts of the machine: there the same fonts have to be there.
 *
 * @par Foreign text
 * What an office wrote stands in a report as text, whatever it contains: markup is escaped, and control characters and marks that
 * turn the direction of writing are left out.
 *
 * @code
 * pe_report_options options;
 * pe_report *report = NULL;
 * pe_text *docx = NULL;
 * pe_report_options_init (&options, sizeof options);
 * options.date = "2024-03-15";
 * if (pe_report_make (&report, report_template, evaluation, &options, NULL) == PE_OK)
 *   {
 *     assert (pe_report_to_docx (&docx, report, NULL) == PE_OK);
 *     assert (memcmp (pe_text_get_data (docx), "PK", 2) == 0);
 *   }
 * pe_text_unref (docx);
 * pe_report_unref (report);
 * @endcode
 */

/** A report. Opaque, immutable, reference-counted. Since: 1.0 */
typedef struct pe_report pe_report;

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
 * Makes a report.
 *
 * @param[out] out         owned: pe_report_unref()
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
 * @retval PE_ERROR_LIMIT_ITEMS       the template asks for more than a report holds (docs/limits.md)
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_report_make (pe_report **out, const pe_report_template *self, const pe_evaluation *evaluation,
                          const pe_report_options *options, pe_error **error);

/**
 * Writes a report as DOCX (WordprocessingML) in the layout of official documents: A4, margins of 37 mm above and 28 mm left, a text of
 * 156 by 225 mm with 22 lines of 28 characters, body 仿宋 16 pt, title 小标宋 22 pt, headings 黑体, 楷体, 仿宋, page numbers of 14 pt between
 * dashes, outside. Fonts are named as offices have them, each with a fallback; headers of tables are repeated on each page.
 *
 * @param[out] out    owned: pe_text_unref(); the bytes of the file
 * @param      self   a report
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_FILE              the file cannot be put together
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * @par Source
 * The figures of GB/T 9704-2012 that docs/decisions/0052-documents.md lists; the standard itself was not at hand. ECMA-376 part 1, WordprocessingML.
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_report_to_docx (pe_text **out, const pe_report *self, pe_error **error);

/**
 * Writes a report as one HTML file that needs no other: pictures are SVG within it, there is no script, and print has the
 * margins of the official layout.
 *
 * @param[out] out    owned: pe_text_unref(); the bytes of the file
 * @param      self   a report
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
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_report_to_html (pe_text **out, const pe_report *self, pe_error **error);

/**
 * Writes a report as Markdown: headings, paragraphs, quotations for remarks and gaps, tables in the form of GitHub's, pictures as SVG
 * within the text. A cell that covers several places stands in the first of them.
 *
 * @param[out] out    owned: pe_text_unref(); the bytes of the file
 * @param      self   a report
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
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_report_to_markdown (pe_text **out, const pe_report *self, pe_error **error);

/**
 * Writes a report as PDF in the layout of pe_report_to_docx(), with an outline and links. Texts are drawn in the fonts of the machine: those
 * that offices have first, else a Chinese serif; the keywords of the file say which face the body has.
 *
 * @param[out] out    owned: pe_text_unref(); the bytes of the file
 * @param      self   a report
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_LIMIT_ITEMS       it would have more than 3,000 pages
 * @retval PE_ERROR_FILE              the file cannot be put together
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * @par Source
 * As for pe_report_to_docx().
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_report_to_pdf (pe_text **out, const pe_report *self, pe_error **error);

/**
 * Adds a reference.
 * @param self  nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_report *pe_report_ref (pe_report *self);

/**
 * Drops a reference; the last one frees the report.
 * @param self  nullable
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
void pe_report_unref (pe_report *self);

PE_END_DECLS

#endif /* PERFEVAL_OFFICE_REPORT_H */
