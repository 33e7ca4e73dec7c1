/* json-scanner.c - the syntax of JSON: RFC 8259, strict, without recursion
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "json-scanner-private.h"

#include <string.h>

#include "../base/utf8-private.h"

static const pe_json_hint a_digit = { "a digit", "一位数字" };
static const pe_json_hint a_pair = { "a pair of surrogates such as \\uD83D\\uDE00, or the character itself",
                                     "成对的代理项（如 \\uD83D\\uDE00），或直接写该字符" };

static gboolean
at_end (const pe_json_scanner *self)
{
  return self->at >= self->json->size;
}

/* The next byte, NUL at the end: a NUL in the text is refused wherever it stands. */
static char
peek (const pe_json_scanner *self)
{
  return at_end (self) ? '\0' : self->json->bytes[self->at];
}

static gboolean
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

/* RFC 8259, section 2. */
static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static pe_json_node *
get_token (pe_json_scanner *self)
{
  return pe_json_node_at (self->json, self->token);
}

/* Adds a node that starts at the next byte. */
static pe_status
add_node (pe_json_scanner *self, pe_json_index *out)
{
  const pe_json_node node = { (uint32_t) self->at, 0, 0, 0, PE_JSON_NONE, PE_JSON_NONE };

  /* There are fewer nodes than bytes, so that the index fits. */
  *out = (pe_json_index) self->json->nodes.size;
  if (pe_vector_push (&self->json->nodes, &node) != PE_OK)
    return pe_json_refuse_no_memory (self);
  return PE_OK;
}

/* Adds the node of a value that starts at the next byte and has `length` bytes as far as is known. */
static pe_status
add_value (pe_json_scanner *self, size_t length, pe_json_index *out)
{
  pe_status status;

  if (self->items >= self->limits.items)
    return pe_json_refuse_limit (self, PE_ERROR_LIMIT_ITEMS, self->at, length, self->limits.items);
  self->items++;
  status = add_node (self, out);
  if (status != PE_OK)
    return status;
  if (self->previous != PE_JSON_NONE)
    pe_json_node_at (self->json, self->previous)->next = *out;
  if (self->container != PE_JSON_NONE)
    {
      pe_json_node_at (self->json, *out)->parent = self->container;
      pe_json_node_at (self->json, *out)->ordinal = pe_json_node_at (self->json, self->container)->size++;
    }
  return PE_OK;
}

static void
finish_value (pe_json_scanner *self, pe_json_index value)
{
  self->previous = value;
  self->token = PE_JSON_NONE;
  self->expectation = self->container == PE_JSON_NONE ? PE_JSON_EXPECT_END : PE_JSON_EXPECT_COMMA;
}

/* Takes a number or a word as it stands. */
static void
finish_plain (pe_json_scanner *self, size_t length)
{
  pe_json_node *node = get_token (self);

  node->length = node->size = (uint32_t) length;
  memcpy (self->json->texts + node->start, self->json->bytes + node->start, length);
  self->json->texts[node->start + length] = '\0';
  self->at = node->start + length;
  finish_value (self, self->token);
}

static pe_status
open_container (pe_json_scanner *self, pe_json_expectation expectation)
{
  pe_json_index container = PE_JSON_NONE;
  pe_status     status;

  if (self->depth >= self->limits.depth)
    return pe_json_refuse_limit (self, PE_ERROR_LIMIT_DEPTH, self->at, 1, self->limits.depth);
  status = add_value (self, 1, &container);
  if (status != PE_OK)
    return status;
  self->depth++;
  self->at++;
  self->container = container;
  self->previous = PE_JSON_NONE;
  self->expectation = expectation;
  return PE_OK;
}

/* The next byte is a closing bracket. */
static pe_status
close_container (pe_json_scanner *self)
{
  const pe_json_index container = self->container;
  pe_json_node       *node = pe_json_node_at (self->json, container);

  if (peek (self) != (self->json->bytes[node->start] == '[' ? ']' : '}'))
    return pe_json_refuse_next (self);
  self->at++;
  self->depth--;
  node->length = (uint32_t) (self->at - node->start);
  self->container = node->parent;
  finish_value (self, container);
  return PE_OK;
}

/* Reads the \uXXXX that stands `ahead` bytes on. */
static pe_status
read_unit (pe_json_scanner *self, size_t ahead, int *unit)
{
  static const pe_json_hint four_digits = { "four hexadecimal digits after \\u", "\\u 后四位十六进制数字" };
  const char               *bytes = self->json->bytes + self->at + ahead;
  const size_t              left = self->json->size - self->at - ahead;
  gunichar                  c;

  *unit = 0;
  for (size_t i = 2; i < MIN (left, 6); i++)
    {
      const int digit = g_ascii_xdigit_value (bytes[i]);

      if (digit < 0)
        return pe_json_refuse (self, self->at + ahead, i + pe_utf8_decode (bytes + i, left - i, &c), &four_digits);
      *unit = *unit << 4 | digit;
    }
  return left < 6 ? pe_json_refuse_end (self, &four_digits) : PE_OK;
}

/* Reads the \uXXXX behind the one at the next byte; 0 when none stands there. */
static pe_status
read_second_unit (pe_json_scanner *self, int *unit)
{
  const size_t left = MIN (self->json->size - self->at - 6, 2);

  *unit = 0;
  if (memcmp (self->json->bytes + self->at + 6, "\\u", left) != 0)
    return PE_OK;
  return left < 2 ? pe_json_refuse_end (self, &a_pair) : read_unit (self, 6, unit);
}

/* Reads \uXXXX, or two that are a surrogate pair, and writes the character in UTF-8. */
static pe_status
read_unicode_escape (pe_json_scanner *self, char *out, size_t *n_out)
{
  int       high, low = 0;
  gboolean  alone;
  pe_status status = read_unit (self, 0, &high);

  if (status == PE_OK && high >= 0xD800 && high <= 0xDBFF)
    status = read_second_unit (self, &low);
  if (status != PE_OK)
    return status;
  alone = low < 0xDC00 || low > 0xDFFF;
  if (alone && high >= 0xD800 && high <= 0xDFFF)
    return pe_json_refuse (self, self->at, 6, &a_pair);
  self->at += alone ? 6 : 12;
  *n_out = (size_t) g_unichar_to_utf8 (
      (gunichar) (alone ? high : 0x10000 + (((high & 0x3FF) << 10) | (low & 0x3FF))), out);
  return PE_OK;
}

/* The character that a backslash and this one stand for, or NUL. */
static char
find_escape (char c)
{
  static const char letters[] = "\"\\/bfnrt", characters[] = "\"\\/\b\f\n\r\t";
  const char       *found = c != '\0' ? strchr (letters, c) : NULL;

  return found != NULL ? characters[found - letters] : '\0';
}

static pe_status
read_escape (pe_json_scanner *self, char *out, size_t *n_out)
{
  static const pe_json_hint an_escape = { "a backslash written as \\\\, or one of \\\" \\/ \\b \\f \\n \\r \\t \\u",
                                          "反斜杠本身写作 \\\\，或用 \\\" \\/ \\b \\f \\n \\r \\t \\u 之一" };
  char                      letter;

  if (self->json->size - self->at < 2)
    return pe_json_refuse_end (self, &an_escape);
  letter = self->json->bytes[self->at + 1];
  if (letter == 'u')
    return read_unicode_escape (self, out, n_out);
  *out = find_escape (letter);
  if (*out == '\0')
    return pe_json_refuse (self, self->at, 2, &an_escape);
  self->at += 2;
  *n_out = 1;
  return PE_OK;
}

static pe_status
refuse_control (pe_json_scanner *self)
{
  static const pe_json_hint no_break
      = { "the closing quote, or \\n for a line break in a text", "右引号，或用 \\n 表示文字中的换行" };
  static const pe_json_hint no_tab = { "\\t for a tab in a text", "用 \\t 表示文字中的制表符" };
  static const pe_json_hint no_control
      = { "an escape such as \\u0001 for a control character", "用转义（如 \\u0001）表示控制字符" };
  const char c = peek (self);

  if (c == '\n' || c == '\r')
    return pe_json_refuse (self, self->at, 1, &no_break);
  return pe_json_refuse (self, self->at, 1, c == '\t' ? &no_tab : &no_control);
}

/* Copies what stands for itself. */
static void
copy_run (pe_json_scanner *self, pe_json_node *node)
{
  const char  *bytes = self->json->bytes;
  const size_t start = self->at;

  while (self->at < self->json->size && (guchar) bytes[self->at] >= 0x20 && bytes[self->at] != '"'
         && bytes[self->at] != '\\')
    self->at++;
  memcpy (self->json->texts + node->start + node->size, bytes + start, self->at - start);
  node->size += (uint32_t) (self->at - start);
}

/* Copies a run and the escape behind it. *closed says that it was the last. */
static pe_status
read_piece (pe_json_scanner *self, pe_json_node *node, gboolean *closed)
{
  static const pe_json_hint a_quote = { "the closing quote of a text", "文字的右引号" };
  char                      character[6];
  size_t                    size = 0;
  pe_status                 status;

  copy_run (self, node);
  if (node->size > self->limits.text_bytes)
    return pe_json_refuse_limit (
        self, PE_ERROR_LIMIT_TEXT, node->start, self->at - node->start, self->limits.text_bytes);
  if (at_end (self))
    return pe_json_refuse_end (self, &a_quote);
  *closed = peek (self) == '"';
  if (*closed)
    return PE_OK;
  if (peek (self) != '\\')
    return refuse_control (self);
  status = read_escape (self, character, &size);
  if (status != PE_OK)
    return status;
  memcpy (self->json->texts + node->start + node->size, character, size);
  node->size += (uint32_t) size;
  if (character[0] == '\0' && self->json->nul == PE_JSON_NONE)
    self->json->nul = self->token;
  return PE_OK;
}

/* Reads the string at the next byte into the token. */
static pe_status
read_string (pe_json_scanner *self)
{
  pe_json_node *node = get_token (self);
  gboolean      closed = FALSE;

  self->at++;
  while (!closed)
    {
      pe_status status = read_piece (self, node, &closed);

      if (status != PE_OK)
        return status;
    }
  self->at++;
  node->length = (uint32_t) (self->at - node->start);
  self->json->texts[node->start + node->size] = '\0';
  return PE_OK;
}

static pe_status
read_name (pe_json_scanner *self)
{
  pe_status status = add_node (self, &self->token);

  if (status == PE_OK)
    status = read_string (self);
  if (status != PE_OK)
    return status;
  self->token = PE_JSON_NONE;
  self->expectation = PE_JSON_EXPECT_COLON;
  return PE_OK;
}

static pe_status
read_string_value (pe_json_scanner *self)
{
  pe_status status = add_value (self, 1, &self->token);

  if (status == PE_OK)
    status = read_string (self);
  if (status == PE_OK)
    finish_value (self, self->token);
  return status;
}

/* Passes one digit at least. start is that of the number. */
static pe_status
read_digits (pe_json_scanner *self, size_t start, uint64_t *n_digits)
{
  if (at_end (self))
    return pe_json_refuse_end (self, &a_digit);
  if (!is_digit (peek (self)))
    return pe_json_refuse (self, start, pe_json_measure_word (self->json, start), &a_digit);
  for (; is_digit (peek (self)); self->at++)
    ++*n_digits;
  return PE_OK;
}

/* RFC 8259, section 6. Passes a number and counts its digits. */
static pe_status
pass_number (pe_json_scanner *self, uint64_t *n_digits)
{
  static const pe_json_hint no_zero = { "a number without zeros in front", "前面不带 0 的数字" };
  const size_t              start = self->at;
  size_t                    whole;
  pe_status                 status;

  self->at += peek (self) == '-' ? 1 : 0;
  whole = self->at;
  status = read_digits (self, start, n_digits);
  if (status == PE_OK && self->json->bytes[whole] == '0' && self->at - whole > 1)
    return pe_json_refuse (self, start, pe_json_measure_word (self->json, start), &no_zero);
  if (status == PE_OK && peek (self) == '.')
    {
      self->at++;
      status = read_digits (self, start, n_digits);
    }
  if (status == PE_OK && (peek (self) == 'e' || peek (self) == 'E'))
    {
      self->at++;
      self->at += peek (self) == '+' || peek (self) == '-' ? 1 : 0;
      status = read_digits (self, start, n_digits);
    }
  return status;
}

static pe_status
read_number (pe_json_scanner *self)
{
  static const pe_json_hint a_number = { "a number such as 2149.56", "形如 2149.56 的数字" };
  const size_t              start = self->at;
  const size_t              length = pe_json_measure_word (self->json, start);
  uint64_t                  n_digits = 0;
  pe_status                 status = add_value (self, length, &self->token);

  if (status == PE_OK)
    status = pass_number (self, &n_digits);
  if (status != PE_OK)
    return status;
  if (n_digits > self->limits.digits)
    return pe_json_refuse_limit (self, PE_ERROR_LIMIT_DIGITS, start, self->at - start, self->limits.digits);
  if (self->at - start < length)
    return pe_json_refuse (self, start, length, &a_number);
  finish_plain (self, length);
  return PE_OK;
}

/* true, false and null; any other word is refused. */
static pe_status
read_word (pe_json_scanner *self)
{
  static const char *const words[] = { "true", "false", "null" };
  const char              *bytes = self->json->bytes + self->at;
  const size_t             length = pe_json_measure_word (self->json, self->at);
  const gboolean           cut = self->at + length == self->json->size;

  for (size_t i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const pe_json_hint hint = { words[i], words[i] };
      pe_status          status;

      if (length > strlen (words[i]) || memcmp (bytes, words[i], length) != 0)
        continue;
      if (length < strlen (words[i]))
        return cut ? pe_json_refuse_end (self, &hint) : pe_json_refuse_next (self);
      status = add_value (self, length, &self->token);
      if (status == PE_OK)
        finish_plain (self, length);
      return status;
    }
  return pe_json_refuse_next (self);
}

static pe_status
read_value (pe_json_scanner *self)
{
  const char c = peek (self);

  if (c == '"')
    return read_string_value (self);
  if (c == '[')
    return open_container (self, PE_JSON_EXPECT_FIRST_VALUE);
  if (c == '{')
    return open_container (self, PE_JSON_EXPECT_FIRST_NAME);
  if (c == ']' && self->expectation == PE_JSON_EXPECT_FIRST_VALUE)
    return close_container (self);
  if (is_digit (c) || (c == '-' && (self->at + 1 == self->json->size || is_digit (self->json->bytes[self->at + 1]))))
    return read_number (self);
  return g_ascii_islower (c) ? read_word (self) : pe_json_refuse_next (self);
}

static pe_status
read_comma (pe_json_scanner *self)
{
  if (peek (self) == ']' || peek (self) == '}')
    return close_container (self);
  if (peek (self) != ',')
    return pe_json_refuse_next (self);
  self->at++;
  self->expectation = pe_json_is_object (self->json, self->container) ? PE_JSON_EXPECT_NAME : PE_JSON_EXPECT_VALUE;
  return PE_OK;
}

/* Takes the token at the next byte, which is not blank. */
static pe_status
read_next (pe_json_scanner *self)
{
  switch (self->expectation)
    {
    case PE_JSON_EXPECT_VALUE:
    case PE_JSON_EXPECT_FIRST_VALUE:
      return read_value (self);
    case PE_JSON_EXPECT_FIRST_NAME:
      if (peek (self) == '}')
        return close_container (self);
      G_GNUC_FALLTHROUGH;
    case PE_JSON_EXPECT_NAME:
      return peek (self) == '"' ? read_name (self) : pe_json_refuse_next (self);
    case PE_JSON_EXPECT_COLON:
      if (peek (self) != ':')
        return pe_json_refuse_next (self);
      self->at++;
      self->expectation = PE_JSON_EXPECT_VALUE;
      return PE_OK;
    case PE_JSON_EXPECT_COMMA:
      return read_comma (self);
    case PE_JSON_EXPECT_END:
    default:
      return pe_json_refuse_next (self);
    }
}

pe_status
pe_json_scan (pe_json *json, const pe_limits *limits, pe_error **error)
{
  pe_json_scanner self = {
    .json = json,
    .limits = *limits,
    .expectation = PE_JSON_EXPECT_VALUE,
    .container = PE_JSON_NONE,
    .previous = PE_JSON_NONE,
    .token = PE_JSON_NONE,
    .error = error,
  };
  pe_status status = PE_OK;

  while (status == PE_OK)
    {
      while (is_blank (peek (&self)))
        self.at++;
      if (at_end (&self))
        break;
      status = read_next (&self);
    }
  if (status == PE_OK && self.expectation != PE_JSON_EXPECT_END)
    status = pe_json_refuse_end (&self, NULL);
  return status;
}
