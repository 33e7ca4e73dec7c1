/* csv-private.h - what the reader and the writer of CSV share
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/csv.h>

#include "../base/buffer-private.h"

/* What may part cells. */
#define PE_CSV_SEPARATORS ",;\t|"

/* Whether a spreadsheet would take a text for a formula: it begins with one of = + - @ tab CR and is no number. */
gboolean pe_csv_is_formula (const char *text, size_t length);
/* Whether the writer sets an apostrophe before a text, and the reader takes one off: it would be a formula, or would be one
 * but for apostrophes before it. */
gboolean pe_csv_needs_guard (const char *text, size_t length);
/* Appends a cell; separators and the guard of whatever kind are inside quotes. */
void pe_csv_add_cell (pe_buffer *out, const char *text, size_t length, gboolean guard);

/* The separator that parts the first lines most evenly; a comma where none does. */
char pe_csv_find_separator (const char *text, size_t size);
