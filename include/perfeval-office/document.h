/* perfeval-office/document.h - a document that can be written in several formats
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_OFFICE_DOCUMENT_H
#define PERFEVAL_OFFICE_DOCUMENT_H

#include <perfeval-office/types.h>
#include <perfeval/error.h>
#include <perfeval/text.h>

PE_BEGIN_DECLS

/**
 * @file document.h
 * @brief A document (文档): what a report says, in order, before it has a file format.
 *
 * A report is made once (report.h) and written as often as needed: as DOCX for the office that files it, as PDF for print, as
 * one HTML file for the screen, as Markdown for what is kept with text. All say the same; each figure leads to its
 * entry in the appendix: by a bookmark in DOCX and PDF, by an anchor in HTML and Markdown.
 *
 * @par Life cycle
 * A document is immutable and reference-counted; the count is atomic. Any number of threads may write one at the same time.
 *
 * @par The same bytes
 * The same document gives the same bytes, whenever and wherever it is written: its date is the one that its maker gave, and the
 * clock is not asked. PDF, and the pictures in DOCX, are drawn in the fonts of the machine: there the same fonts have to be there.
 *
 * @par Foreign text
 * What an office wrote stands in a document as text, whatever it contains: markup is escaped, and control characters and marks that
 * turn the direction of writing are left out.
 */

/** A document. Opaque, immutable, reference-counted. Since: 1.0 */
typedef struct pe_document pe_document;

/**
 * Writes a document as DOCX (WordprocessingML) in the layout of official documents: A4, margins of 37 mm above and 28 mm left, a text of
 * 156 by 225 mm with 22 lines of 28 characters, body 仿宋 16 pt, title 小标宋 22 pt, headings 黑体, 楷体, 仿宋, page numbers of 14 pt between
 * dashes, outside. Fonts are named as offices have them, each with a fallback; headers of tables are repeated on each page.
 *
 * @param[out] out    owned: pe_text_unref(); the bytes of the file
 * @param      self   a document
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
 * GB/T 9704-2012, 5.2 and 7.3 (page, fonts, numbering), 7.5 (page numbers); ECMA-376 part 1, WordprocessingML.
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_document_to_docx (pe_text **out, const pe_document *self, pe_error **error);

/**
 * Writes a document as one HTML file that needs no other: pictures are SVG within it, there is no script, and print has the
 * margins of the official layout.
 *
 * @param[out] out    owned: pe_text_unref(); the bytes of the file
 * @param      self   a document
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
pe_status pe_document_to_html (pe_text **out, const pe_document *self, pe_error **error);

/**
 * Writes a document as Markdown: headings, paragraphs, quotations for remarks and gaps, tables in the form of GitHub's, pictures as SVG
 * within the text. A cell that covers several places stands in the first of them.
 *
 * @param[out] out    owned: pe_text_unref(); the bytes of the file
 * @param      self   a document
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
pe_status pe_document_to_markdown (pe_text **out, const pe_document *self, pe_error **error);

/**
 * Adds a reference.
 * @param self  nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_document *pe_document_ref (pe_document *self);

/**
 * Drops a reference; the last one frees the document.
 * @param self  nullable
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
void pe_document_unref (pe_document *self);

PE_END_DECLS

#endif /* PERFEVAL_OFFICE_DOCUMENT_H */
