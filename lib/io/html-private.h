/* html-private.h - text inside of HTML
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "../base/buffer-private.h"

/* Adds well-formed UTF-8 as text: what means something in HTML is escaped, also for attributes in quotes; control
 * characters and those that turn the direction of text are shown as [U+XXXX], line feeds and tabs left alone. */
void pe_html_add (pe_buffer *out, const char *text, size_t size);
void pe_html_add_string (pe_buffer *out, const char *text); /* NULL adds nothing */
