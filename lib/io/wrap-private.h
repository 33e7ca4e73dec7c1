/* wrap-private.h - text for people in columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "../base/buffer-private.h"

#define PE_WRAP_COLUMNS 80

/* Columns of a text; East Asian wide characters take two. */
int pe_wrap_width (const char *text);
/* Adds lines of at most 80 columns, each but the first indented by blanks; the first has the head there, which has a line
 * of its own where it is too long. No line begins with what closes (，。）」…) where that can be helped. Ends with a line
 * feed. Control characters and those that turn the direction of text are shown as \uXXXX. */
void pe_wrap_add (pe_buffer *out, const char *head, const char *text, int indent);
/* Adds a text with such characters shown, on one line. */
void pe_wrap_add_safe (pe_buffer *out, const char *text);
/* TRUE for a character that must not reach a terminal or a page as it is. */
gboolean pe_wrap_is_unsafe (gunichar c);
