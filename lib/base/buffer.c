/* buffer.c - text under construction, whose allocation can fail
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "buffer-private.h"

#include <string.h>

#include "decimal-private.h"
#include "digits-private.h"
#include "finding-private.h"
#include "text-private.h"

#define FIRST_CAPACITY 64

/* Remembered, and nothing more is added: there is no room that pe_buffer_add() could use. */
static void
fail (pe_buffer *self)
{
  self->status = PE_ERROR_NO_MEMORY;
  self->capacity = self->size;
}

/* Moves what is in the caller's room to the heap. */
static void
leave_room (pe_buffer *self, size_t capacity)
{
  char *data = self->status == PE_OK ? g_try_malloc (capacity) : NULL;

  self->capacity = capacity;
  if (data != NULL)
    memcpy (data, self->data, self->size);
  else
    fail (self);
  self->data = data;
  self->is_in_room = FALSE;
}

gboolean
pe_buffer_grow (pe_buffer *self, size_t size)
{
  size_t needed, capacity;
  char  *data;

  if (self->status != PE_OK)
    return FALSE;
  if (size >= (size_t) G_MAXSSIZE - self->size)
    goto out;

  needed = self->size + size + 1;
  if (needed <= self->capacity)
    return TRUE;

  capacity = self->capacity > (size_t) G_MAXSSIZE / 2 ? needed : MAX (needed, self->capacity * 2);
  capacity = MAX (capacity, FIRST_CAPACITY);
  if (self->is_in_room)
    {
      leave_room (self, capacity);
      return self->status == PE_OK;
    }
  data = g_try_realloc (self->data, capacity);
  if (data != NULL)
    {
      self->data = data;
      self->capacity = capacity;
      return TRUE;
    }

out:
  fail (self);
  return FALSE;
}

void
pe_buffer_add_strings (pe_buffer *self, const char *const *strings, size_t n)
{
  size_t sizes[8], total = 0;

  for (size_t i = 0; i < n; i++)
    total += sizes[i] = strlen (strings[i]);
  if (!pe_buffer_reserve (self, total))
    return;
  for (size_t i = 0; i < n; i++)
    {
      memcpy (self->data + self->size, strings[i], sizes[i]);
      self->size += sizes[i];
    }
}

void
pe_buffer_add_repeated (pe_buffer *self, char c, size_t n)
{
  if (n == 0 || !pe_buffer_reserve (self, n))
    return;
  memset (self->data + self->size, c, n);
  self->size += n;
}

void
pe_buffer_add_uint (pe_buffer *self, uint64_t number)
{
  if (pe_buffer_reserve (self, PE_DIGITS_ROOM))
    self->size = (size_t) (pe_digits_put (self->data + self->size, number) - self->data);
}

void
pe_buffer_add_padded (pe_buffer *self, uint64_t number, int32_t n)
{
  if (pe_buffer_reserve (self, PE_DIGITS_ROOM))
    self->size = (size_t) (pe_digits_put_padded (self->data + self->size, number, n) - self->data);
}

void
pe_buffer_add_int (pe_buffer *self, int64_t number)
{
  if (number < 0)
    pe_buffer_add_char (self, '-');
  /* Negated as unsigned: -INT64_MIN is no int64_t. */
  pe_buffer_add_uint (self, number < 0 ? 0 - (uint64_t) number : (uint64_t) number);
}

void
pe_buffer_add_decimal (pe_buffer *self, const pe_decimal *number)
{
  if (number == NULL || !pe_decimal_is_well_formed (number) || !pe_buffer_reserve (self, PE_DECIMAL_PUT_SIZE))
    return;
  self->size = (size_t) (pe_decimal_put (self->data + self->size, number) - self->data);
}

pe_status
pe_buffer_finish (pe_buffer *self, pe_text **out, pe_error **error)
{
  const size_t size = self->size;
  pe_status    status;
  char        *data;

  if (self->is_in_room && self->status == PE_OK)
    {
      status = pe_text_new (out, self->data, size, error);
      pe_buffer_clear (self);
      return status;
    }
  data = pe_buffer_steal (self);
  return data != NULL ? pe_text_new_take (out, data, size, error) : pe_error_set_no_memory (error);
}

char *
pe_buffer_steal (pe_buffer *self)
{
  char *data = NULL;

  if (self->is_in_room)
    leave_room (self, self->size + 1);
  if (self->status == PE_OK && pe_buffer_reserve (self, 0))
    {
      data = g_steal_pointer (&self->data);
      data[self->size] = '\0';
    }
  pe_buffer_clear (self);
  return data;
}

char *
pe_buffer_steal_in (pe_buffer *self, pe_arena *arena)
{
  char *data = NULL;

  if (arena == NULL)
    return pe_buffer_steal (self);
  if (self->status == PE_OK)
    data = pe_arena_copy (arena, self->data, self->size);
  pe_buffer_clear (self);
  return data;
}

void
pe_buffer_clear (pe_buffer *self)
{
  if (!self->is_in_room)
    g_free (self->data);
  *self = (pe_buffer) PE_BUFFER_INIT;
}
