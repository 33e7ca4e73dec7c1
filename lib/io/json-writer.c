/* json-writer.c - writing JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "json-writer-private.h"

#include <string.h>

#define DEPTH_MAX 64
/* Places of a ratio that a person is shown. */
#define SHOWN_PLACES 7
#define ELLIPSIS "…"

/* A call that does not fit leaves a buffer that cannot be finished: broken JSON must not get out. */
static void
refuse_call (pe_json_writer *self)
{
  if (self->out->status == PE_OK)
    self->out->status = PE_ERROR_INVALID_ARGUMENT;
}

static uint64_t
get_bit (const pe_json_writer *self)
{
  return UINT64_C (1) << (self->depth - 1);
}

static gboolean
is_in_object (const pe_json_writer *self)
{
  return self->depth > 0 && (self->is_array & get_bit (self)) == 0;
}

static void
break_line (pe_json_writer *self)
{
  pe_buffer_add_char (self->out, '\n');
  pe_buffer_add_repeated (self->out, ' ', (size_t) self->depth * 2);
}

/* What stands before a member. */
static void
begin_member (pe_json_writer *self)
{
  if ((self->has_member & get_bit (self)) != 0)
    pe_buffer_add_char (self->out, ',');
  self->has_member |= get_bit (self);
  break_line (self);
}

/* What stands before a value. The document itself is one, and only one. */
static void
begin_value (pe_json_writer *self)
{
  if (is_in_object (self) != self->after_name || (self->depth == 0 && self->has_root))
    refuse_call (self);
  if (self->depth > 0 && !self->after_name)
    begin_member (self);
  self->after_name = FALSE;
  self->has_root = TRUE;
}

void
pe_json_writer_init (pe_json_writer *self, pe_buffer *out)
{
  *self = (pe_json_writer) { .out = out };
}

static void
begin_container (pe_json_writer *self, char bracket)
{
  begin_value (self);
  if (self->depth >= DEPTH_MAX)
    {
      refuse_call (self);
      return;
    }
  pe_buffer_add_char (self->out, bracket);
  self->depth++;
  self->has_member &= ~get_bit (self);
  if (bracket == '[')
    self->is_array |= get_bit (self);
  else
    self->is_array &= ~get_bit (self);
}

static void
end_container (pe_json_writer *self, char bracket)
{
  gboolean has_member;

  if (self->depth == 0 || self->after_name || is_in_object (self) != (bracket == '}'))
    {
      refuse_call (self);
      return;
    }
  has_member = (self->has_member & get_bit (self)) != 0;
  self->depth--;
  if (has_member)
    break_line (self);
  pe_buffer_add_char (self->out, bracket);
}

void
pe_json_writer_begin_object (pe_json_writer *self)
{
  begin_container (self, '{');
}

void
pe_json_writer_end_object (pe_json_writer *self)
{
  end_container (self, '}');
}

void
pe_json_writer_begin_array (pe_json_writer *self)
{
  begin_container (self, '[');
}

void
pe_json_writer_end_array (pe_json_writer *self)
{
  end_container (self, ']');
}

static void
add_control (pe_buffer *out, char c)
{
  static const char digits[] = "0123456789abcdef";

  pe_buffer_add_string (out, "\\u00");
  pe_buffer_add_char (out, digits[(guchar) c >> 4]);
  pe_buffer_add_char (out, digits[c & 15]);
}

static void
add_escaped (pe_buffer *out, char c)
{
  static const char letters[] = "\"\\bfnrt", characters[] = "\"\\\b\f\n\r\t";
  const char       *found = strchr (characters, c);

  if (found == NULL)
    {
      add_control (out, c);
      return;
    }
  pe_buffer_add_char (out, '\\');
  pe_buffer_add_char (out, letters[found - characters]);
}

/* RFC 8259, section 7: quotation mark, backslash and U+0000 to U+001F must be escaped, and nothing else is. */
static void
add_quoted (pe_buffer *out, const char *text)
{
  const char *start = text;

  pe_buffer_add_char (out, '"');
  for (; *text != '\0'; text++)
    {
      if (*text != '"' && *text != '\\' && (guchar) *text >= 0x20)
        continue;
      pe_buffer_add (out, start, (size_t) (text - start));
      add_escaped (out, *text);
      start = text + 1;
    }
  pe_buffer_add (out, start, (size_t) (text - start));
  pe_buffer_add_char (out, '"');
}

void
pe_json_writer_name (pe_json_writer *self, const char *name)
{
  if (!is_in_object (self) || self->after_name)
    {
      refuse_call (self);
      return;
    }
  begin_member (self);
  add_quoted (self->out, name);
  pe_buffer_add_string (self->out, ": ");
  self->after_name = TRUE;
}

void
pe_json_writer_string (pe_json_writer *self, const char *text)
{
  if (text == NULL)
    {
      pe_json_writer_null (self);
      return;
    }
  begin_value (self);
  add_quoted (self->out, text);
}

void
pe_json_writer_bool (pe_json_writer *self, gboolean value)
{
  begin_value (self);
  pe_buffer_add_string (self->out, value ? "true" : "false");
}

void
pe_json_writer_null (pe_json_writer *self)
{
  begin_value (self);
  pe_buffer_add_string (self->out, "null");
}

void
pe_json_writer_int (pe_json_writer *self, int64_t number)
{
  begin_value (self);
  pe_buffer_add_int (self->out, number);
}

void
pe_json_writer_number (pe_json_writer *self, const pe_decimal *number)
{
  begin_value (self);
  pe_buffer_add_decimal (self->out, number);
}

void
pe_json_writer_decimal (pe_json_writer *self, const pe_decimal *number)
{
  begin_value (self);
  pe_buffer_add_char (self->out, '"');
  pe_buffer_add_decimal (self->out, number);
  pe_buffer_add_char (self->out, '"');
}

/* The digits alone: the mark of what was cut is for people. */
static void
add_shown (pe_buffer *out, const pe_rational *number)
{
  const size_t mark = strlen (ELLIPSIS);

  pe_rational_print_truncated (number, SHOWN_PLACES, out);
  if (out->status == PE_OK && memcmp (out->data + out->size - mark, ELLIPSIS, mark) == 0)
    out->size -= mark;
}

void
pe_json_writer_rational (pe_json_writer *self, const pe_rational *number)
{
  begin_value (self);
  pe_buffer_add_string (self->out, "{\"num\": \"");
  pe_rational_print_numerator (number, self->out);
  pe_buffer_add_string (self->out, "\", \"den\": \"");
  pe_rational_print_denominator (number, self->out);
  pe_buffer_add_string (self->out, "\", \"shown\": \"");
  add_shown (self->out, number);
  pe_buffer_add_string (self->out, "\"}");
}

void
pe_json_writer_member_string (pe_json_writer *self, const char *name, const char *text)
{
  if (text == NULL)
    return;
  pe_json_writer_name (self, name);
  pe_json_writer_string (self, text);
}

void
pe_json_writer_member_int (pe_json_writer *self, const char *name, int64_t number)
{
  pe_json_writer_name (self, name);
  pe_json_writer_int (self, number);
}

void
pe_json_writer_member_decimal (pe_json_writer *self, const char *name, const pe_decimal *number)
{
  pe_json_writer_name (self, name);
  pe_json_writer_decimal (self, number);
}

void
pe_json_writer_end_document (pe_json_writer *self)
{
  if (self->depth > 0 || !self->has_root)
    refuse_call (self);
  pe_buffer_add_char (self->out, '\n');
}
