/* layout-office.c - the size, offset and value of everything public, and a typed pointer to every function
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Written by scripts/refresh-abi.py from the headers, committed, and compiled against them ever after: it
 * stops compiling when a header breaks a program that was compiled before. LP64.
 */
/* clang-format off */
#include <perfeval-office/report_text.h>
#include <perfeval-office/template.h>
#include <perfeval-office/types.h>
#include <perfeval-office/xlsx.h>
#include <stdio.h>

/* report_text.h */
pe_status (*const layout_pe_report_text_from_docx) (pe_text **out, const char *bytes, size_t size, const pe_xlsx_options *options, pe_error **error) = pe_report_text_from_docx;
pe_status (*const layout_pe_report_text_from_html) (pe_text **out, const char *page, size_t size, const pe_read_options *options, pe_error **error) = pe_report_text_from_html;
pe_status (*const layout_pe_report_text_from_tables) (pe_text **out, const pe_tables *tables, pe_error **error) = pe_report_text_from_tables;

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
  puts ("8 functions");
  return 0;
}
