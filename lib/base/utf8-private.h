/* utf8-private.h - UTF-8 as Unicode 15 table 3-7 defines it
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/error.h>

/* Reads one character: its bytes, 1 to 4, or 0 where none that is well-formed begins. */
size_t pe_utf8_decode (const char *bytes, size_t size, gunichar *out);
/* TRUE for well-formed UTF-8, U+0000 allowed; else *offset is the first byte that is not. */
gboolean pe_utf8_validate (const char *bytes, size_t size, size_t *offset);

/* TRUE for NULL, and for a text of blanks alone, U+3000 among them, or of nothing: a blank reason is none. */
gboolean pe_utf8_is_blank (const char *text);

/* Copies a caller's NUL-terminated string into an object of ours.
 *   max    bytes allowed (PE_ERROR_LIMIT_TEXT beyond)
 *   what   the path for the error's place, e.g. "/name"
 * NULL is copied as NULL. Errors: PE_ERROR_INVALID_UTF8, PE_ERROR_LIMIT_TEXT, PE_ERROR_NO_MEMORY. */
pe_status pe_utf8_copy (char **out, const char *string, size_t max, const char *what, pe_error **error);

/* A name of a file, of any bytes, to be shown: each byte that is not well-formed UTF-8 becomes U+FFFD, whatever the environment
 * says that names are. NULL when memory runs out. */
char *pe_utf8_show (const char *bytes);

/* Columns that a terminal needs for one character: 0 (combining), 1 or 2 (East Asian wide and fullwidth). */
int pe_utf8_char_width (gunichar c);
