/* json-writer-private.h - writing JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/figure.h>

#include "../base/buffer-private.h"
#include "../base/rational-private.h"

/* Two-space indent, one member a line, UTF-8 as it is; ", \\ and controls escaped. Keeps its own stack of at most
 * 64 levels. A call in the wrong order, or a 65th level, is a programming error: it marks the buffer as failed, so that
 * it cannot be finished and broken JSON never gets out. */
typedef struct pe_json_writer
{
  pe_buffer *out; /* borrowed */
  uint32_t   depth;
  uint64_t   is_array; /* a bit a level */
  uint64_t   has_member;
  gboolean   after_name;
  gboolean   has_root; /* the document's one value has been begun */
} pe_json_writer;

void pe_json_writer_init (pe_json_writer *self, pe_buffer *out);
void pe_json_writer_begin_object (pe_json_writer *self);
void pe_json_writer_end_object (pe_json_writer *self);
void pe_json_writer_begin_array (pe_json_writer *self);
void pe_json_writer_end_array (pe_json_writer *self);
void pe_json_writer_name (pe_json_writer *self, const char *name);
void pe_json_writer_string (pe_json_writer *self, const char *text); /* NULL writes null */
void pe_json_writer_bool (pe_json_writer *self, gboolean value);
void pe_json_writer_null (pe_json_writer *self);
void pe_json_writer_int (pe_json_writer *self, int64_t number);
void pe_json_writer_number (pe_json_writer *self, const pe_decimal *number);  /* as a number: 2.50 */
void pe_json_writer_decimal (pe_json_writer *self, const pe_decimal *number); /* as a string: "2.50" */
/* On one line: {"num": "2", "den": "3", "shown": "0.6666666"}; shown is cut after seven places. */
void pe_json_writer_rational (pe_json_writer *self, const pe_rational *number);
/* A name and a value at once; the string one writes nothing for NULL. */
void pe_json_writer_member_string (pe_json_writer *self, const char *name, const char *text);
void pe_json_writer_member_int (pe_json_writer *self, const char *name, int64_t number);
void pe_json_writer_member_decimal (pe_json_writer *self, const char *name, const pe_decimal *number);
void pe_json_writer_end_document (pe_json_writer *self); /* the closing line break */
