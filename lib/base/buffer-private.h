/* buffer-private.h - text under construction, whose allocation can fail
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/decimal.h>
#include <perfeval/error.h>
#include <perfeval/text.h>
#include <string.h>

#include "arena-private.h"

/* A failed append is remembered: append freely, ask once, in pe_buffer_finish(). */
typedef struct pe_buffer
{
  char     *data;
  size_t    size;
  size_t    capacity;
  pe_status status;
  gboolean  is_in_room; /* data is the caller's */
} pe_buffer;

#define PE_BUFFER_INIT { NULL, 0, 0, PE_OK, FALSE }
/* The caller's array of characters is used for as long as it suffices. */
#define PE_BUFFER_INIT_IN(room) { room, 0, sizeof (room), PE_OK, TRUE }

/* As pe_buffer_reserve(), where the buffer has to grow, or failed. */
gboolean pe_buffer_grow (pe_buffer *self, size_t size);

/* The few functions below are always in line: the sizes of literals are then known where they are appended, and no
 * function is called for them. */

/* Makes room for `size` more bytes and a NUL. FALSE, and remembered, when there is none. */
G_ALWAYS_INLINE static inline gboolean
pe_buffer_reserve (pe_buffer *self, size_t size)
{
  return G_LIKELY (size < self->capacity - self->size) || pe_buffer_grow (self, size);
}

G_ALWAYS_INLINE static inline void
pe_buffer_add (pe_buffer *self, const char *bytes, size_t size)
{
  if (size == 0 || !pe_buffer_reserve (self, size))
    return;
  memcpy (self->data + self->size, bytes, size);
  self->size += size;
}

/* NULL adds nothing */
G_ALWAYS_INLINE static inline void
pe_buffer_add_string (pe_buffer *self, const char *string)
{
  if (string != NULL)
    pe_buffer_add (self, string, strlen (string));
}

G_ALWAYS_INLINE static inline void
pe_buffer_add_char (pe_buffer *self, char c)
{
  pe_buffer_add (self, &c, 1);
}

/* A literal of a table, of which all is copied, whatever its length: that takes no call. */
typedef struct pe_short_text
{
  char    text[31];
  uint8_t length;
} pe_short_text;

#define PE_SHORT_TEXT(literal) { literal, sizeof (literal) - 1 }

G_ALWAYS_INLINE static inline void
pe_buffer_add_short (pe_buffer *self, const pe_short_text *text)
{
  if (!pe_buffer_reserve (self, sizeof *text))
    return;
  memcpy (self->data + self->size, text, sizeof *text);
  self->size += text->length;
}

/* Literals in both languages. */
G_ALWAYS_INLINE static inline void
pe_buffer_add_words (pe_buffer *self, pe_language language, const char *zh, const char *en)
{
  if (language == PE_LANGUAGE_ZH)
    pe_buffer_add_string (self, zh);
  else
    pe_buffer_add_string (self, en);
}

/* One after the other, with room made once; at most 8, none NULL. */
void pe_buffer_add_strings (pe_buffer *self, const char *const *strings, size_t n);
void pe_buffer_add_repeated (pe_buffer *self, char c, size_t n);
void pe_buffer_add_int (pe_buffer *self, int64_t number); /* plain digits, never the locale's */
void pe_buffer_add_uint (pe_buffer *self, uint64_t number);
void pe_buffer_add_padded (pe_buffer *self, uint64_t number, int32_t n); /* n digits, 1 to 18; number is below 10^n */
void pe_buffer_add_decimal (pe_buffer *self, const pe_decimal *number);
/* Makes the text and empties the buffer; PE_ERROR_NO_MEMORY when any append failed. */
pe_status pe_buffer_finish (pe_buffer *self, pe_text **out, pe_error **error);
/* Hands over a NUL-terminated string (g_free), or NULL when any append failed. */
char *pe_buffer_steal (pe_buffer *self);
/* As steal, with the string in an arena, where that is not NULL. */
char *pe_buffer_steal_in (pe_buffer *self, pe_arena *arena);
void  pe_buffer_clear (pe_buffer *self);
