/* json-private.h - JSON text as a tree, without meaning
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/error.h>
#include <perfeval/limits.h>

#include "../base/buffer-private.h"
#include "../base/finding-private.h"

/* The syntax layer: RFC 8259, strict, no recursion. Numbers stay text, strings are decoded, duplicate names and
 * U+0000 are kept as they are: the document layer refuses them (document-private.h). */

typedef enum
{
  PE_JSON_NULL,
  PE_JSON_FALSE,
  PE_JSON_TRUE,
  PE_JSON_NUMBER,
  PE_JSON_STRING,
  PE_JSON_ARRAY,
  PE_JSON_OBJECT
} pe_json_kind;

/* A value in the tree, by index; 0 is the root. */
typedef uint32_t pe_json_index;
#define PE_JSON_NONE G_MAXUINT32

typedef struct pe_json pe_json;

/* Reads a whole text. A UTF-8 byte order mark before it is PE_ERROR_JSON_SYNTAX with a remedy of its own.
 *   file    for places, nullable, borrowed for as long as the tree lives
 *   limits  nullable: the defaults; checked as pe_limits_import() does
 * Errors, each with file, line, column and byte offset: PE_ERROR_JSON_SYNTAX, PE_ERROR_JSON_TRUNCATED,
 * PE_ERROR_INVALID_UTF8 (looked for first, but a character that the end cuts is a truncation), PE_ERROR_LIMIT_DEPTH,
 * _DIGITS, _ITEMS, _TEXT. With the file alone: PE_ERROR_LIMIT_BYTES, before anything is read. PE_ERROR_NO_MEMORY.
 * 4 GiB is too long whatever the limit is. bytes are borrowed for as long as the tree lives. */
pe_status pe_json_parse (pe_json **out, const char *bytes, size_t size, const char *file, const pe_limits *limits,
                         pe_error **error);
void      pe_json_free (pe_json *self);

pe_json_kind pe_json_get_kind (const pe_json *self, pe_json_index value);
/* Number, true, false, null: its text as written. String: decoded UTF-8, which may hold U+0000. All NUL-terminated.
 * NULL for an array or object. size is nullable. */
const char *pe_json_get_text (const pe_json *self, pe_json_index value, size_t *size);
/* Array and object: how many members, the first one, and the next after a member (PE_JSON_NONE at the end). */
size_t        pe_json_get_size (const pe_json *self, pe_json_index value);
pe_json_index pe_json_get_first (const pe_json *self, pe_json_index value);
pe_json_index pe_json_get_next (const pe_json *self, pe_json_index member);
pe_json_index pe_json_get_parent (const pe_json *self, pe_json_index value);
/* The name of an object's member (decoded), or NULL for an array's. */
const char *pe_json_get_name (const pe_json *self, pe_json_index member, size_t *size);
/* The place of a value (of its name, when of_name): file, line, column in characters, bytes, and what as a JSON
 * pointer (RFC 6901: ~0 and ~1). The pointer lives in *buffer's memory until it is cleared or given to the next call:
 * two places at a time need two. One of more than 4,096 bytes is that of the nearest value around with a shorter one. */
void pe_json_get_place (const pe_json *self, pe_json_index value, gboolean of_name, pe_place *out, pe_buffer *buffer);
/* TRUE when any name or string holds U+0000; *value is the first, *of_name says which. */
gboolean pe_json_find_nul (const pe_json *self, pe_json_index *value, gboolean *of_name);
/* TRUE when an object has a name twice; *member is the second one. n log n, whatever the names. */
pe_status pe_json_find_duplicate (const pe_json *self, pe_json_index *member, gboolean *found);
