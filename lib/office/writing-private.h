/* writing-private.h - a text that is written piece by piece
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/error.h>
#include <perfeval/text.h>

#include "../base/vector-private.h"

/* Bytes that are added until memory runs out; from then on nothing is, and finishing says so once. */
typedef struct pe_writing
{
  pe_vector bytes;
  gboolean  failed;
} pe_writing;

#define PE_WRITING_INIT { PE_VECTOR_INIT (char), FALSE }

/* A NULL text adds nothing. */
void pe_writing_add (pe_writing *self, const char *text);
void pe_writing_add_bytes (pe_writing *self, const void *bytes, size_t size);
/* Several texts, closed by NULL. */
void pe_writing_add_all (pe_writing *self, ...) G_GNUC_NULL_TERMINATED;
void pe_writing_add_number (pe_writing *self, uint64_t number);
/* As the text or the attribute of an element of XML or HTML. */
void pe_writing_add_xml (pe_writing *self, const char *text);
/* Hands over what was written, as an owned text, and clears it whatever happens. */
pe_status pe_writing_finish (pe_writing *self, pe_text **out, pe_error **error);
void      pe_writing_clear (pe_writing *self);
