/* report-text-private.h - the text of a report, line by line
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "workbook-private.h"

/* A text under construction. The first failure sticks. White space is what HTML makes of it: runs are one blank, none at
 * the ends of a line; no line is empty. */
typedef struct pe_lines
{
  pe_vector bytes; /* of char */
  gboolean  blank; /* a blank is due before the next character */
  uint64_t  most;  /* bytes; 0: any number. A byte that is no character becomes three */
  pe_status status;
} pe_lines;

#define PE_LINES_INIT { PE_VECTOR_INIT (char), FALSE, 0, PE_OK }

void pe_lines_add (pe_lines *self, const char *text, size_t length);
/* A blank between what stands before and behind; nothing at the beginning of a line. */
void pe_lines_add_blank (pe_lines *self);
/* The end of a line; nothing where there is none. */
void pe_lines_end (pe_lines *self);
/* "|" between two cells; a row may begin with an empty one. */
void pe_lines_add_bar (pe_lines *self);
/* Makes the text and frees the lines. */
pe_status pe_lines_finish (pe_lines *self, pe_text **out, pe_error **error);

/* Options of ours and a caller's limits: what pe_tables_from_xlsx() does with them. */
pe_status pe_office_import_options (pe_xlsx_options *out, const pe_xlsx_options *theirs, pe_error **error);

/* The limits that a provider makes of a caller's: it checks them. */
pe_status pe_office_get_limits (pe_limits *out, const pe_read_options *options, pe_error **error);

/* html-page.c: adds the text of a page. */
void pe_html_read (pe_lines *lines, const char *page, size_t size);
