/* workbooks.h - workbooks for tests, put together part by part
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval-office/perfeval-office.h>
#include <perfeval/perfeval.h>

typedef struct
{
  const char *name;
  const char *text;
  size_t      size; /* 0: that of the text */
} part;

/* An archive of parts; owned. */
char *archive_of (const part *parts, size_t n, size_t *size);
/* A workbook with one sheet 表 of these rows, styles and shared texts (without their outer elements; NULL: none), and
 * one more part where its name is not NULL; owned. */
char *workbook_of (const char *rows, const char *styles, const char *strings, const part *more, size_t *size);
/* Reads it and prints the cells of the first sheet: "A1=text A2:number=5万元;…", a letter a kind (t n d b e), then flags. */
char *read_and_print (const char *bytes, size_t size);
/* The status of reading, with the message of the error printed; nothing is kept. */
pe_status read_status (const char *bytes, size_t size, const pe_xlsx_options *options);
