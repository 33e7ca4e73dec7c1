/* perfeval-office/report_template.h - what stands in a report, and in which order
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_OFFICE_REPORT_TEMPLATE_H
#define PERFEVAL_OFFICE_REPORT_TEMPLATE_H

#include <perfeval-office/types.h>
#include <perfeval/json.h>

PE_BEGIN_DECLS

/**
 * @file report_template.h
 * @brief Templates of reports (报告模板): chapters, sentences with figures in them, tables, charts, and where the office's own words belong.
 *
 * A template is an XML file that an office changes without a program; docs/reports.md lists its elements and placeholders. Everything
 * in it is checked when it is read: an element, an attribute or a placeholder that is not one is refused with its line and column.
 *
 * @par Life cycle
 * A template is immutable and reference-counted; the count is atomic. Any number of threads may use one at the same time.
 *
 * @code
 * static const char xml[] = "<report format=\"perfeval-report/1\" zh=\"R\"><p zh=\"{total}\"/></report>";
 * pe_report_template *wrong = NULL;
 * assert (pe_report_template_from_xml (&wrong, xml, sizeof xml - 1, NULL, NULL) == PE_ERROR_VALUE_UNKNOWN);
 * @endcode
 */

/** A template of reports. Opaque, immutable, reference-counted. Since: 1.0 */
typedef struct pe_report_template pe_report_template;

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
 * @retval PE_ERROR_LIMIT_ITEMS       more elements, or more different names in the XML, than the limit
 * @retval PE_ERROR_LIMIT_TEXT        a tag or comment is longer than XML may have it (docs/limits.md)
 * @retval PE_ERROR_XML_SYNTAX        it is not well-formed
 * @retval PE_ERROR_XML_DOCTYPE       it declares a document type
 * @retval PE_ERROR_FORMAT_UNKNOWN    the root or its format is another one
 * @retval PE_ERROR_MEMBER_UNKNOWN    an element or an attribute is not one of a template, or not there
 * @retval PE_ERROR_MEMBER_MISSING    an attribute is missing
 * @retval PE_ERROR_VALUE_UNKNOWN     an attribute or a placeholder has a value that is not one of those allowed, or words stand between elements
 * @retval PE_ERROR_LIMIT_DEPTH       sections lie more than four deep, or elements deeper than XML may have them
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

PE_END_DECLS

#endif /* PERFEVAL_OFFICE_REPORT_TEMPLATE_H */
