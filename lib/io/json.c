/* json.c - JSON text as a tree, without meaning
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../base/limits-private.h"
#include "../base/utf8-private.h"
#include "json-scanner-private.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static pe_status
refuse_size (size_t size, uint64_t limit, const char *file, pe_error **error)
{
  pe_place  place = PE_PLACE_WHAT ("");
  pe_buffer found = PE_BUFFER_INIT, allowed = PE_BUFFER_INIT;
  char     *found_text, *allowed_text;
  pe_status status;

  place.file = file;
  pe_buffer_add_uint (&found, size);
  pe_buffer_add_uint (&allowed, limit);
  found_text = pe_buffer_steal (&found);
  allowed_text = pe_buffer_steal (&allowed);
  status = pe_error_set (error, PE_ERROR_LIMIT_BYTES, &place, "found", found_text, "limit", allowed_text, NULL);
  g_free (found_text);
  g_free (allowed_text);
  return status;
}

/* Refuses bytes of which nothing has been read yet. */
static pe_status
refuse_bytes (const pe_json *self, pe_status code, size_t offset, size_t length, const pe_json_hint *expected,
              pe_error **error)
{
  char     found[PE_EXCERPT_SIZE];
  pe_place place = PE_PLACE_WHAT ("");

  place.file = self->file;
  pe_json_locate (self, offset, &place);
  place.length = length;
  pe_excerpt (found, self->bytes + offset, length);
  return pe_error_set (error, code, &place, "found", found, "expected", expected != NULL ? expected->en : NULL,
                       "expected_zh", expected != NULL ? expected->zh : NULL, NULL);
}

/* Whether the last bytes are the beginning of a character, so that the text was cut rather than badly encoded. One that
 * can be completed can be completed by 80 or by BF (Unicode, table 3-7). */
static gboolean
is_cut_character (const char *bytes, size_t size)
{
  static const char fills[] = { '\x80', '\xBF' };

  for (size_t i = 0; i < sizeof fills && size < 4; i++)
    {
      char     whole[4];
      gunichar c;

      memset (whole, fills[i], sizeof whole);
      memcpy (whole, bytes, size);
      if (pe_utf8_decode (whole, sizeof whole, &c) > size)
        return TRUE;
    }
  return FALSE;
}

/* Reads up to the byte that is not UTF-8 when that is where the text was cut: then something is missing there. */
static pe_status
read_invalid (pe_json *self, size_t invalid, const pe_limits *limits, pe_error **error)
{
  const size_t size = self->size;
  pe_status    status = PE_OK;

  if (is_cut_character (self->bytes + invalid, size - invalid))
    {
      self->size = invalid;
      status = pe_json_scan (self, limits, error);
    }
  if (status == PE_OK)
    status = refuse_bytes (self, PE_ERROR_INVALID_UTF8, invalid, 1, NULL, error);
  return status;
}

static pe_status
read_text (pe_json *self, const pe_limits *limits, pe_error **error)
{
  static const pe_json_hint no_mark
      = { "a file saved as UTF-8 without a byte order mark (BOM)", "不带字节顺序标记（BOM）的 UTF-8 文件" };
  const size_t mark_size = strlen (BYTE_ORDER_MARK);
  size_t       invalid = 0;
  pe_status    status;

  if (self->size >= mark_size && memcmp (self->bytes, BYTE_ORDER_MARK, mark_size) == 0)
    return refuse_bytes (self, PE_ERROR_JSON_SYNTAX, 0, mark_size, &no_mark, error);
  status = pe_json_mark_lines (self, &invalid);
  if (status == PE_ERROR_NO_MEMORY)
    return pe_error_set_no_memory (error);
  if (status == PE_ERROR_INVALID_UTF8)
    return read_invalid (self, invalid, limits, error);
  return pe_json_scan (self, limits, error);
}

static pe_json *
json_new (const char *bytes, size_t size, const char *file)
{
  pe_json *self = g_try_new0 (pe_json, 1);

  if (self == NULL)
    return NULL;
  self->bytes = bytes;
  self->size = size;
  self->file = file;
  self->nul = PE_JSON_NONE;
  self->nodes = (pe_vector) PE_VECTOR_INIT (pe_json_node);
  self->marks = (pe_vector) PE_VECTOR_INIT (pe_json_mark);
  self->texts = g_try_malloc (size + 1);
  if (self->texts == NULL)
    g_clear_pointer (&self, g_free);
  return self;
}

/* Half of a grown array may be unused. */
static void
give_back (pe_vector *vector)
{
  size_t size;
  void  *data = pe_vector_steal (vector, &size);

  vector->data = data;
  vector->size = vector->capacity = size;
}

pe_status
pe_json_parse (pe_json **out, const char *bytes, size_t size, const char *file, const pe_limits *limits,
               pe_error **error)
{
  pe_limits ours;
  pe_json  *self;
  pe_status status = pe_limits_import (&ours, limits, error);

  if (status != PE_OK)
    return status;
  ours.bytes = MIN (ours.bytes, PE_JSON_BYTES_MAX);
  if (size > ours.bytes)
    return refuse_size (size, ours.bytes, file, error);
  self = json_new (bytes, size, file);
  if (self == NULL)
    return pe_error_set_no_memory (error);

  status = read_text (self, &ours, error);
  if (status != PE_OK)
    {
      pe_json_free (self);
      return status;
    }
  give_back (&self->nodes);
  *out = self;
  return PE_OK;
}

void
pe_json_free (pe_json *self)
{
  if (self == NULL)
    return;
  pe_vector_clear (&self->nodes);
  pe_vector_clear (&self->marks);
  g_free (self->texts);
  g_free (self);
}

/* NULL for an index that is none. */
static const pe_json_node *
find_node (const pe_json *self, pe_json_index value)
{
  return value < self->nodes.size ? pe_json_node_at (self, value) : NULL;
}

static pe_json_kind
kind_of (const pe_json *self, const pe_json_node *node)
{
  switch (self->bytes[node->start])
    {
    case '{':
      return PE_JSON_OBJECT;
    case '[':
      return PE_JSON_ARRAY;
    case '"':
      return PE_JSON_STRING;
    case 't':
      return PE_JSON_TRUE;
    case 'f':
      return PE_JSON_FALSE;
    case 'n':
      return PE_JSON_NULL;
    default:
      return PE_JSON_NUMBER;
    }
}

gboolean
pe_json_is_object (const pe_json *self, pe_json_index value)
{
  const pe_json_node *node = find_node (self, value);

  return node != NULL && self->bytes[node->start] == '{';
}

pe_json_kind
pe_json_get_kind (const pe_json *self, pe_json_index value)
{
  const pe_json_node *node = find_node (self, value);

  return node != NULL ? kind_of (self, node) : PE_JSON_NULL;
}

static const char *
get_text (const pe_json *self, const pe_json_node *node, size_t *size)
{
  if (size != NULL)
    *size = node->size;
  return self->texts + node->start;
}

static const char *
get_nothing (size_t *size)
{
  if (size != NULL)
    *size = 0;
  return NULL;
}

const char *
pe_json_get_text (const pe_json *self, pe_json_index value, size_t *size)
{
  const pe_json_node *node = find_node (self, value);

  if (node == NULL || kind_of (self, node) >= PE_JSON_ARRAY)
    return get_nothing (size);
  return get_text (self, node, size);
}

size_t
pe_json_get_size (const pe_json *self, pe_json_index value)
{
  const pe_json_node *node = find_node (self, value);

  return node != NULL && kind_of (self, node) >= PE_JSON_ARRAY ? node->size : 0;
}

pe_json_index
pe_json_get_first (const pe_json *self, pe_json_index value)
{
  if (pe_json_get_size (self, value) == 0)
    return PE_JSON_NONE;
  return value + (pe_json_is_object (self, value) ? 2 : 1);
}

pe_json_index
pe_json_get_next (const pe_json *self, pe_json_index member)
{
  const pe_json_node *node = find_node (self, member);

  return node != NULL ? node->next : PE_JSON_NONE;
}

pe_json_index
pe_json_get_parent (const pe_json *self, pe_json_index value)
{
  const pe_json_node *node = find_node (self, value);

  return node != NULL ? node->parent : PE_JSON_NONE;
}

const char *
pe_json_get_name (const pe_json *self, pe_json_index member, size_t *size)
{
  const pe_json_node *node = find_node (self, member);

  if (node == NULL || !pe_json_is_object (self, node->parent))
    return get_nothing (size);
  return get_text (self, node - 1, size);
}

gboolean
pe_json_find_nul (const pe_json *self, pe_json_index *value, gboolean *of_name)
{
  const pe_json_node *node = find_node (self, self->nul);

  if (node == NULL)
    return FALSE;
  /* A name is the one node that has no parent, but for the root. */
  *of_name = self->nul != 0 && node->parent == PE_JSON_NONE;
  *value = self->nul + (*of_name ? 1 : 0);
  return TRUE;
}
