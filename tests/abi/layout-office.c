/* layout-office.c - the size, offset and value of everything public, and a typed pointer to every function
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Written by scripts/refresh-abi.py from the headers, committed, and compiled against them ever after: it
 * stops compiling when a header breaks a program that was compiled before. LP64.
 */
/* clang-format off */
#include <perfeval-office/chart.h>
#include <perfeval-office/report.h>
#include <perfeval-office/report_template.h>
#include <perfeval-office/report_text.h>
#include <perfeval-office/scorebook.h>
#include <perfeval-office/template.h>
#include <perfeval-office/types.h>
#include <perfeval-office/xlsx.h>
#include <stdio.h>

/* chart.h */
_Static_assert (sizeof (pe_chart_options) == 32, "sizeof (pe_chart_options)");
_Static_assert (offsetof (pe_chart_options, struct_size) == 0, "offsetof (pe_chart_options, struct_size)");
_Static_assert (offsetof (pe_chart_options, language) == 4, "offsetof (pe_chart_options, language)");
_Static_assert (offsetof (pe_chart_options, width) == 8, "offsetof (pe_chart_options, width)");
_Static_assert (offsetof (pe_chart_options, depth) == 12, "offsetof (pe_chart_options, depth)");
_Static_assert (offsetof (pe_chart_options, title) == 16, "offsetof (pe_chart_options, title)");
_Static_assert (offsetof (pe_chart_options, note) == 24, "offsetof (pe_chart_options, note)");
void (*const layout_pe_chart_options_init) (pe_chart_options *self, uint32_t struct_size) = pe_chart_options_init;
pe_status (*const layout_pe_chart_new_dimensions) (pe_chart **out, const pe_evaluation *evaluation, const pe_chart_options *options, pe_error **error) = pe_chart_new_dimensions;
pe_status (*const layout_pe_chart_new_losses) (pe_chart **out, const pe_evaluation *evaluation, const pe_chart_options *options, pe_error **error) = pe_chart_new_losses;
pe_status (*const layout_pe_chart_new_execution) (pe_chart **out, const pe_dossier *dossier, const pe_chart_options *options, pe_error **error) = pe_chart_new_execution;
pe_status (*const layout_pe_chart_new_targets) (pe_chart **out, const pe_evaluation *evaluation, const pe_chart_options *options, pe_error **error) = pe_chart_new_targets;
pe_status (*const layout_pe_chart_new_grades) (pe_chart **out, const pe_batch_summary *summary, const pe_rulebook *rulebook, const pe_chart_options *options, pe_error **error) = pe_chart_new_grades;
pe_status (*const layout_pe_chart_new_change) (pe_chart **out, const pe_evaluation *before, const pe_evaluation *after, const pe_chart_options *options, pe_error **error) = pe_chart_new_change;
void (*const layout_pe_chart_get_size) (const pe_chart *self, int32_t *width, int32_t *height) = pe_chart_get_size;
const char *(*const layout_pe_chart_get_title) (const pe_chart *self) = pe_chart_get_title;
const char *(*const layout_pe_chart_get_description) (const pe_chart *self) = pe_chart_get_description;
pe_status (*const layout_pe_chart_to_svg) (pe_text **out, const pe_chart *self, pe_error **error) = pe_chart_to_svg;
pe_status (*const layout_pe_chart_to_png) (pe_text **out, const pe_chart *self, int32_t width, pe_error **error) = pe_chart_to_png;
pe_chart *(*const layout_pe_chart_ref) (pe_chart *self) = pe_chart_ref;
void (*const layout_pe_chart_unref) (pe_chart *self) = pe_chart_unref;

/* report.h */
_Static_assert (sizeof (pe_report_options) == 24, "sizeof (pe_report_options)");
_Static_assert (offsetof (pe_report_options, struct_size) == 0, "offsetof (pe_report_options, struct_size)");
_Static_assert (offsetof (pe_report_options, language) == 4, "offsetof (pe_report_options, language)");
_Static_assert (offsetof (pe_report_options, date) == 8, "offsetof (pe_report_options, date)");
_Static_assert (offsetof (pe_report_options, prior) == 16, "offsetof (pe_report_options, prior)");
void (*const layout_pe_report_options_init) (pe_report_options *self, uint32_t struct_size) = pe_report_options_init;
pe_status (*const layout_pe_report_make) (pe_report **out, const pe_report_template *self, const pe_evaluation *evaluation, const pe_report_options *options, pe_error **error) = pe_report_make;
pe_status (*const layout_pe_report_to_docx) (pe_text **out, const pe_report *self, pe_error **error) = pe_report_to_docx;
pe_status (*const layout_pe_report_to_html) (pe_text **out, const pe_report *self, pe_error **error) = pe_report_to_html;
pe_status (*const layout_pe_report_to_markdown) (pe_text **out, const pe_report *self, pe_error **error) = pe_report_to_markdown;
pe_status (*const layout_pe_report_to_pdf) (pe_text **out, const pe_report *self, pe_error **error) = pe_report_to_pdf;
pe_report *(*const layout_pe_report_ref) (pe_report *self) = pe_report_ref;
void (*const layout_pe_report_unref) (pe_report *self) = pe_report_unref;

/* report_template.h */
pe_status (*const layout_pe_report_template_from_xml) (pe_report_template **out, const char *bytes, size_t size, const pe_read_options *options, pe_error **error) = pe_report_template_from_xml;
const char *(*const layout_pe_report_template_get_name) (const pe_report_template *self, pe_language language) = pe_report_template_get_name;
size_t (*const layout_pe_report_template_get_n_narratives) (const pe_report_template *self) = pe_report_template_get_n_narratives;
const char *(*const layout_pe_report_template_get_narrative) (const pe_report_template *self, size_t index) = pe_report_template_get_narrative;
pe_report_template *(*const layout_pe_report_template_ref) (pe_report_template *self) = pe_report_template_ref;
void (*const layout_pe_report_template_unref) (pe_report_template *self) = pe_report_template_unref;

/* report_text.h */
pe_status (*const layout_pe_report_text_from_docx) (pe_text **out, const char *bytes, size_t size, const pe_xlsx_options *options, pe_error **error) = pe_report_text_from_docx;
pe_status (*const layout_pe_report_text_from_html) (pe_text **out, const char *page, size_t size, const pe_read_options *options, pe_error **error) = pe_report_text_from_html;
pe_status (*const layout_pe_report_text_from_tables) (pe_text **out, const pe_tables *tables, pe_error **error) = pe_report_text_from_tables;

/* scorebook.h */
pe_status (*const layout_pe_evaluation_to_xlsx) (pe_text **out, const pe_evaluation *evaluation, pe_language language, pe_error **error) = pe_evaluation_to_xlsx;

/* template.h */
pe_status (*const layout_pe_template_to_xlsx) (pe_text **out, const pe_rulebook *rulebook, pe_language language, pe_error **error) = pe_template_to_xlsx;

/* xlsx.h */
_Static_assert (sizeof (pe_xlsx_options) == 32, "sizeof (pe_xlsx_options)");
_Static_assert (offsetof (pe_xlsx_options, struct_size) == 0, "offsetof (pe_xlsx_options, struct_size)");
_Static_assert (offsetof (pe_xlsx_options, ratio) == 4, "offsetof (pe_xlsx_options, ratio)");
_Static_assert (offsetof (pe_xlsx_options, members) == 8, "offsetof (pe_xlsx_options, members)");
_Static_assert (offsetof (pe_xlsx_options, reserved) == 12, "offsetof (pe_xlsx_options, reserved)");
_Static_assert (offsetof (pe_xlsx_options, expanded) == 16, "offsetof (pe_xlsx_options, expanded)");
_Static_assert (offsetof (pe_xlsx_options, read) == 24, "offsetof (pe_xlsx_options, read)");
void (*const layout_pe_xlsx_options_init) (pe_xlsx_options *self, uint32_t struct_size) = pe_xlsx_options_init;
int32_t (*const layout_pe_xlsx_is_workbook) (const char *bytes, size_t size) = pe_xlsx_is_workbook;
pe_status (*const layout_pe_tables_from_xlsx) (pe_tables **out, const char *bytes, size_t size, const pe_xlsx_options *options, pe_findings **findings, pe_error **error) = pe_tables_from_xlsx;
pe_status (*const layout_pe_tables_to_xlsx) (pe_text **out, const pe_tables *self, pe_error **error) = pe_tables_to_xlsx;

/* Reaching this line means that the loader found every function. */
int
main (void)
{
  puts ("37 functions");
  return 0;
}
