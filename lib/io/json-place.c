/* json-place.c - where a JSON value stands: line, column and pointer
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "json-tree-private.h"

#include <string.h>

#include "../base/utf8-private.h"

/* The deepest nesting that pe_limits allows. */
#define DEPTH_MAX 1024

static void
count (pe_json_mark *mark, char byte)
{
  if (byte == '\n')
    {
      mark->line++;
      mark->column = 1;
    }
  else if (((guchar) byte & 0xC0) != 0x80)
    mark->column++;
}

pe_status
pe_json_mark_lines (pe_json *self, size_t *invalid)
{
  pe_json_mark mark = { 0, 1, 1 };

  for (size_t next = 0; mark.offset < self->size;)
    {
      gunichar c;
      char     first = self->bytes[mark.offset];
      size_t   size
          = (guchar) first < 0x80 ? 1 : pe_utf8_decode (self->bytes + mark.offset, self->size - mark.offset, &c);

      if (mark.offset >= next)
        {
          if (pe_vector_push (&self->marks, &mark) != PE_OK)
            return PE_ERROR_NO_MEMORY;
          next += PE_JSON_MARK_BYTES;
        }
      if (size == 0)
        {
          *invalid = mark.offset;
          return PE_ERROR_INVALID_UTF8;
        }
      count (&mark, first);
      mark.offset += (uint32_t) size;
    }
  return PE_OK;
}

void
pe_json_locate (const pe_json *self, size_t offset, pe_place *out)
{
  pe_json_mark mark = { 0, 1, 1 };
  size_t       index = offset / PE_JSON_MARK_BYTES;

  if (self->marks.size > 0)
    mark = *pe_vector_at (&self->marks, pe_json_mark, MIN (index, self->marks.size - 1));
  for (size_t i = mark.offset; i < offset; i++)
    count (&mark, self->bytes[i]);
  out->line = mark.line;
  out->column = mark.column;
  out->offset = offset;
}

/* RFC 6901, section 3. A pointer is a C string: U+0000 has to be shown. */
static void
add_name (const pe_json *self, const pe_json_node *name, pe_buffer *out)
{
  const char *text = self->texts + name->start;

  for (uint32_t i = 0; i < name->size; i++)
    if (text[i] == '~')
      pe_buffer_add_string (out, "~0");
    else if (text[i] == '/')
      pe_buffer_add_string (out, "~1");
    else if (text[i] == '\0')
      pe_buffer_add_string (out, "\\u0000");
    else
      pe_buffer_add_char (out, text[i]);
}

/* FALSE, and nothing added, when the pointer would grow too long. */
static gboolean
add_token (const pe_json *self, const pe_json_node *name, uint32_t ordinal, pe_buffer *out)
{
  size_t size = out->size;

  if (name != NULL && name->size > PE_JSON_POINTER_MAX)
    return FALSE;
  pe_buffer_add_char (out, '/');
  if (name != NULL)
    add_name (self, name, out);
  else
    pe_buffer_add_uint (out, ordinal);
  if (out->size <= PE_JSON_POINTER_MAX)
    return TRUE;
  out->size = size;
  return FALSE;
}

/* Without the NUL. */
static gboolean
add_pointer (const pe_json *self, pe_json_index value, pe_buffer *out)
{
  pe_json_index path[DEPTH_MAX];
  size_t        n = 0;

  for (; value != PE_JSON_NONE && value != 0 && n < DEPTH_MAX; n++)
    {
      path[n] = value;
      value = pe_json_node_at (self, value)->parent;
    }
  while (n > 0)
    {
      const pe_json_node *node = pe_json_node_at (self, path[--n]);

      if (!add_token (self, pe_json_is_object (self, node->parent) ? node - 1 : NULL, node->ordinal, out))
        return FALSE;
    }
  return TRUE;
}

gboolean
pe_json_print_pointer (const pe_json *self, pe_json_index value, pe_buffer *out)
{
  gboolean whole = add_pointer (self, value, out);

  pe_buffer_add_char (out, '\0');
  return whole;
}

void
pe_json_print_pointer_below (const pe_json *self, pe_json_index value, const pe_json_node *name, uint32_t ordinal,
                             pe_buffer *out)
{
  if (add_pointer (self, value, out))
    add_token (self, name, ordinal, out);
  pe_buffer_add_char (out, '\0');
}

void
pe_json_get_place (const pe_json *self, pe_json_index value, gboolean of_name, pe_place *out, pe_buffer *buffer)
{
  const pe_json_node *node;

  *out = PE_PLACE_WHAT ("");
  out->file = self->file;
  if (value >= self->nodes.size)
    return;
  node = pe_json_node_at (self, value);
  if (of_name && pe_json_is_object (self, node->parent))
    node--;
  pe_json_locate (self, node->start, out);
  out->length = node->length;
  buffer->size = 0;
  pe_json_print_pointer (self, value, buffer);
  if (buffer->status == PE_OK)
    out->what = buffer->data;
}
