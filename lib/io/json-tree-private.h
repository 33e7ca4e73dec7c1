/* json-tree-private.h - how a tree of JSON lies in memory
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "../base/vector-private.h"
#include "json-private.h"

/* Offsets are 32 bits wide: a node takes 24 bytes, and a document of millions of values is mostly nodes. */
#define PE_JSON_BYTES_MAX ((uint64_t) G_MAXUINT32 - 1)

/* A value, or the name of a member. Nodes stand in the order of the text: the first member of an array follows it, and
 * the name of an object's member stands just before its value. The kind is the byte at start. */
typedef struct pe_json_node
{
  uint32_t      start;   /* the first byte in the text */
  uint32_t      length;  /* bytes in the text, quotes and brackets included */
  uint32_t      size;    /* members, or bytes of the decoded string or of the number */
  uint32_t      ordinal; /* which member of its parent, from 0 */
  pe_json_index parent;
  pe_json_index next; /* of the same parent; names have none */
} pe_json_node;

/* Line and column of one byte of every PE_JSON_MARK_BYTES, so that a place is found by reading no more than that. */
#define PE_JSON_MARK_BYTES 65536

typedef struct pe_json_mark
{
  uint32_t offset;
  uint32_t line;
  uint32_t column;
} pe_json_mark;

struct pe_json
{
  const char *bytes; /* borrowed */
  size_t      size;
  const char *file; /* borrowed, nullable */
  /* As long as the text. What a string decodes to and what a number says stands where the token stands in the text,
   * and a NUL behind it: a decoded string is never longer than what was between its quotes, and behind a number there
   * is a byte that belongs to no token with a text. */
  char         *texts;
  pe_vector     nodes; /* of pe_json_node */
  pe_vector     marks; /* of pe_json_mark */
  pe_json_index nul;   /* the first name or string that holds U+0000, or PE_JSON_NONE */
};

#define pe_json_node_at(json, index) pe_vector_at (&(json)->nodes, pe_json_node, index)

/* A pointer that would be longer is that of the nearest value around that has a shorter one. */
#define PE_JSON_POINTER_MAX 4096

/* Checks the encoding and makes the marks. PE_OK, PE_ERROR_NO_MEMORY, or PE_ERROR_INVALID_UTF8 with the first byte that
 * is not. */
pe_status pe_json_mark_lines (pe_json *self, size_t *invalid);
/* Writes line, column and offset. offset has been marked. */
void pe_json_locate (const pe_json *self, size_t offset, pe_place *out);
/* Appends the pointer of a value and a NUL; FALSE when it had to stop at a value around it. */
gboolean pe_json_print_pointer (const pe_json *self, pe_json_index value, pe_buffer *out);
/* The same with one more token, which is a decoded name or an ordinal. */
void pe_json_print_pointer_below (const pe_json *self, pe_json_index value, const pe_json_node *name, uint32_t ordinal,
                                  pe_buffer *out);
/* Whether a value is an object. */
gboolean pe_json_is_object (const pe_json *self, pe_json_index value);
