/* expression-lexer.c - the tokens of a formula
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "expression-code-private.h"

#include <string.h>

#include "../base/utf8-private.h"

/* Words of FEEL, and those of its words that this subset leaves out, so that they name nothing. */
static const struct
{
  const char   *word;
  pe_token_kind kind;
} words[] = {
  { "and", PE_TOKEN_AND },
  { "or", PE_TOKEN_OR },
  { "if", PE_TOKEN_IF },
  { "then", PE_TOKEN_THEN },
  { "else", PE_TOKEN_ELSE },
  { "some", PE_TOKEN_SOME },
  { "every", PE_TOKEN_EVERY },
  { "in", PE_TOKEN_IN },
  { "satisfies", PE_TOKEN_SATISFIES },
  { "between", PE_TOKEN_BETWEEN },
  { "true", PE_TOKEN_TRUE },
  { "false", PE_TOKEN_FALSE },
  { "null", PE_TOKEN_NULL },
  { "for", PE_TOKEN_RESERVED },
  { "return", PE_TOKEN_RESERVED },
  { "function", PE_TOKEN_RESERVED },
  { "external", PE_TOKEN_RESERVED },
  { "instance", PE_TOKEN_RESERVED },
};

/* The longer first. */
static const struct
{
  const char   *sign;
  pe_token_kind kind;
} signs[] = {
  { "**", PE_TOKEN_POWER },         { "!=", PE_TOKEN_NOT_EQUAL }, { "<=", PE_TOKEN_LESS_EQUAL },
  { ">=", PE_TOKEN_GREATER_EQUAL }, { "..", PE_TOKEN_RANGE },     { "+", PE_TOKEN_PLUS },
  { "-", PE_TOKEN_MINUS },          { "*", PE_TOKEN_STAR },       { "/", PE_TOKEN_SLASH },
  { "=", PE_TOKEN_EQUAL },          { "<", PE_TOKEN_LESS },       { ">", PE_TOKEN_GREATER },
  { "(", PE_TOKEN_OPEN },           { ")", PE_TOKEN_CLOSE },      { "[", PE_TOKEN_OPEN_BRACKET },
  { "]", PE_TOKEN_CLOSE_BRACKET },  { ",", PE_TOKEN_COMMA },      { ".", PE_TOKEN_DOT },
};

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

static pe_token_kind
find_word (const char *start, size_t length)
{
  for (size_t i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].word) == length && memcmp (words[i].word, start, length) == 0)
      return words[i].kind;
  return PE_TOKEN_NAME;
}

static pe_token_kind
scan_word (const char **at)
{
  const char *start = *at;

  while (is_word (**at))
    (*at)++;
  return find_word (start, (size_t) (*at - start));
}

/* "1", "1.5", ".5", "90%"; a point before another one is none of the number: "1..5". */
static pe_token_kind
scan_number (const char **at)
{
  while (g_ascii_isdigit (**at))
    (*at)++;
  if (**at == '.' && g_ascii_isdigit ((*at)[1]))
    {
      (*at)++;
      while (g_ascii_isdigit (**at))
        (*at)++;
    }
  if (**at == '%')
    (*at)++;
  if (!is_word (**at))
    return PE_TOKEN_NUMBER;
  while (is_word (**at))
    (*at)++;
  return PE_TOKEN_EXPONENT;
}

static pe_token_kind
scan_string (const char **at)
{
  for ((*at)++; **at != '"'; (*at)++)
    {
      if (**at == '\\' && (*at)[1] != '\0')
        (*at)++;
      else if (**at == '\0')
        return PE_TOKEN_UNKNOWN;
    }
  (*at)++;
  return PE_TOKEN_STRING;
}

static pe_token_kind
scan_sign (const char **at)
{
  gunichar c;

  for (size_t i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strncmp (signs[i].sign, *at, strlen (signs[i].sign)) == 0)
      {
        *at += strlen (signs[i].sign);
        return signs[i].kind;
      }
  *at += pe_utf8_decode (*at, strlen (*at), &c);
  return PE_TOKEN_UNKNOWN;
}

void
pe_lexer_next (pe_lexer *self, pe_token *out)
{
  const char *at;

  while (g_ascii_isspace (*self->at))
    self->at++;
  at = self->at;
  out->start = at;
  if (*at == '\0')
    out->kind = PE_TOKEN_END;
  else if (g_ascii_isdigit (*at) || (*at == '.' && g_ascii_isdigit (at[1])))
    out->kind = scan_number (&at);
  else if (is_word (*at))
    out->kind = scan_word (&at);
  else if (*at == '"')
    out->kind = scan_string (&at);
  else
    out->kind = scan_sign (&at);
  out->length = (size_t) (at - out->start);
  self->at = at;
}

pe_status
pe_token_get_number (const pe_token *self, pe_rational *out)
{
  const gboolean is_percent = self->start[self->length - 1] == '%';
  const size_t   length = self->length - (is_percent ? 1 : 0);
  pe_rational    hundredth;

  if (length > PE_EXPRESSION_MAX_DIGITS)
    return PE_ERROR_LIMIT_DIGITS;
  /* So many digits, and a hundredth of them, are far from as many bits. */
  (void) pe_rational_set_text (out, self->start, length, PE_EXPRESSION_CONSTANT_BITS);
  if (!is_percent)
    return PE_OK;
  pe_rational_init (&hundredth);
  (void) pe_rational_set_power_of_ten (&hundredth, -2, PE_EXPRESSION_CONSTANT_BITS);
  (void) pe_rational_multiply (out, out, &hundredth, PE_EXPRESSION_CONSTANT_BITS);
  pe_rational_clear (&hundredth);
  return PE_OK;
}

gboolean
pe_token_is_word (const pe_token *self)
{
  return self->kind == PE_TOKEN_NAME || (self->kind >= PE_TOKEN_AND && self->kind <= PE_TOKEN_RESERVED);
}

pe_status
pe_token_get_string (const pe_token *self, char **out)
{
  static const char escapes[] = "\"\\nrt", meanings[] = "\"\\\n\r\t";
  char             *text = g_try_malloc (self->length), *end = text;

  if (text == NULL)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 1; i + 1 < self->length; i++)
    {
      const char *escape;

      if (self->start[i] != '\\')
        {
          *end++ = self->start[i];
          continue;
        }
      escape = strchr (escapes, self->start[++i]);
      if (escape == NULL)
        {
          g_free (text);
          return PE_ERROR_EXPRESSION_SYNTAX;
        }
      *end++ = meanings[escape - escapes];
    }
  *end = '\0';
  *out = text;
  return PE_OK;
}

static void
count_place (const pe_token *self, const char *text, uint64_t *line, uint64_t *column)
{
  *line = *column = 1;
  for (const char *at = text; at < self->start; at++)
    if (*at == '\n')
      {
        (*line)++;
        *column = 1;
      }
    else if (((unsigned char) *at & 0xc0) != 0x80)
      (*column)++;
}

static char *
print_count (uint64_t count)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_uint (&buffer, count);
  return pe_buffer_steal (&buffer);
}

pe_status
pe_token_set_error (const pe_token *self, const char *text, pe_status code, const char *expected,
                    const char *expected_zh, pe_error **error)
{
  char      excerpt[PE_EXCERPT_SIZE];
  uint64_t  line, column;
  char     *lines, *columns;
  pe_status status;

  count_place (self, text, &line, &column);
  lines = print_count (line);
  columns = print_count (column);
  if (lines == NULL || columns == NULL)
    status = pe_error_set_no_memory (error);
  else
    status = pe_error_set (error, code, NULL, "found",
                           self->length > 0 ? pe_excerpt (excerpt, self->start, self->length) : "end of formula",
                           "found_zh", self->length > 0 ? NULL : "公式末尾", "line", lines, "column", columns,
                           "expected", expected, "expected_zh", expected_zh, NULL);
  g_free (lines);
  g_free (columns);
  return status;
}
