/* perfeval-office/report_text.h - the text of a report that is a file of an office program
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_OFFICE_REPORT_TEXT_H
#define PERFEVAL_OFFICE_REPORT_TEXT_H

#include <perfeval-office/types.h>
#include <perfeval-office/xlsx.h>
#include <perfeval/text.h>

PE_BEGIN_DECLS

/**
 * @file report_text.h
 * @brief The plain text of DOCX and HTML reports and of tables, for pe_prose_read().
 *
 * A paragraph, a heading and a row of a table are a line each; between the cells of
 * a row stands "|". What is not read by a person is left out: what was deleted under
 * tracked changes, codes of fields, comments, scripts and styles, and the second copy
 * that a text box keeps for old programs. Notes at the foot of a page, headers and
 * footers are parts of their own in a DOCX file and are not read.
 *
 * @code
 * static const char page[] = "<p>\xE9\xA2\x84\xE7\xAE\x97&nbsp;5 &lt; 6</p><script>7</script>";
 * pe_text *text = NULL;
 * assert (pe_report_text_from_html (&text, page, sizeof page - 1, NULL, NULL) == PE_OK);
 * assert (strcmp (pe_text_get_data (text), "\xE9\xA2\x84\xE7\xAE\x97 5 < 6\n") == 0);
 * pe_text_unref (text);
 * @endcode
 *
 * @par Source
 * ECMA-376 part 1, WordprocessingML: w:p, w:t, w:tab, w:br, w:tbl, w:tr, w:tc.
 */

/**
 * The text of a DOCX file.
 *
 * @param[out] out      owned: pe_text_unref()
 * @param      bytes    the file
 * @param      size     its bytes
 * @param      options  nullable: the defaults. The limits of archives, and in its read options those of files: the text
 *                      is bounded by pe_limits::bytes as well
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or an option is out of range
 * @retval PE_ERROR_UNSUPPORTED       a structure is newer than this library
 * @retval PE_ERROR_LIMIT_BYTES       the file or its text is longer than pe_limits::bytes
 * @retval PE_ERROR_ZIP_DAMAGED       no archive, or a damaged one
 * @retval PE_ERROR_ZIP_CHECKSUM      a part has not the checksum that the archive says
 * @retval PE_ERROR_ZIP_NAME          a part has a name that it cannot have
 * @retval PE_ERROR_ZIP_ENCRYPTED     a part is encrypted
 * @retval PE_ERROR_ZIP_RATIO         a part expands to more than the limit allows
 * @retval PE_ERROR_LIMIT_ITEMS       more parts, or more different names in its document, than the limit allows
 * @retval PE_ERROR_LIMIT_DEPTH       elements of its document lie deeper than XML may have them (docs/limits.md)
 * @retval PE_ERROR_LIMIT_TEXT        a tag or comment of its document is longer than XML may have it
 * @retval PE_ERROR_XLSX_ENCRYPTED    it has a password, or is of the old binary form (.doc)
 * @retval PE_ERROR_XLSX_PART         there is no word/document.xml in it
 * @retval PE_ERROR_XML_SYNTAX        its document is not well-formed XML
 * @retval PE_ERROR_XML_DOCTYPE       its document declares a document type
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_report_text_from_docx (pe_text **out, const char *bytes, size_t size, const pe_xlsx_options *options,
                                    pe_error **error);

/**
 * The text of an HTML page. Never refuses a page for what is in it: browsers do not either. Bytes that are no UTF-8
 * become U+FFFD, and U+0000 is left out.
 *
 * @param[out] out      owned: pe_text_unref()
 * @param      page     UTF-8 of @p size bytes; other encodings are turned into UTF-8 before
 * @param      size     its bytes
 * @param      options  nullable: the defaults. pe_limits::bytes bounds the page
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or an option is out of range
 * @retval PE_ERROR_UNSUPPORTED       a structure is newer than this library
 * @retval PE_ERROR_LIMIT_BYTES       the page or its text is longer than pe_limits::bytes
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_report_text_from_html (pe_text **out, const char *page, size_t size, const pe_read_options *options,
                                    pe_error **error);

/**
 * The cells of tables as text, a row a line, "|" between two cells; a blank line between two tables.
 *
 * @param[out] out     owned: pe_text_unref()
 * @param      tables  tables, e.g. of pe_tables_from_xlsx()
 * @param[out] error   nullable; an owned error on failure
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
pe_status pe_report_text_from_tables (pe_text **out, const pe_tables *tables, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_OFFICE_REPORT_TEXT_H */
