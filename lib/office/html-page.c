/* html-page.c - the text of an HTML page, read as browsers do: nothing in it is a fault
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "report-text-private.h"

#define MOST_BYTES_OF_A_NAME 16

/* What begins a line, and ends the one before. */
static const char *const blocks[]
    = { "address", "article", "aside",  "blockquote", "body",  "br",  "caption", "dd", "div",
        "dl",      "dt",      "footer", "form",       "h1",    "h2",  "h3",      "h4", "h5",
        "h6",      "header",  "hr",     "li",         "main",  "nav", "ol",      "p",  "pre",
        "section", "table",   "tbody",  "thead",      "title", "tr",  "ul" };

/* What is not text; left out up to its end. */
static const char *const hidden[] = { "script", "style", "template", "noscript" };

static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "amp", "&" },    { "lt", "<" },    { "gt", ">" },     { "quot", "\"" },  { "apos", "'" },   { "nbsp", " " },
  { "ensp", " " },   { "emsp", " " },  { "thinsp", " " }, { "ldquo", "“" },  { "rdquo", "”" },  { "lsquo", "‘" },
  { "rsquo", "’" },  { "mdash", "—" }, { "ndash", "–" },  { "hellip", "…" }, { "middot", "·" }, { "times", "×" },
  { "permil", "‰" }, { "ge", "≥" },    { "le", "≤" },     { "divide", "÷" }, { "yen", "¥" },
};

static gboolean
is_among (const char *const *names, size_t n, const char *name)
{
  for (size_t i = 0; i < n; i++)
    if (strcmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_letter (char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static gboolean
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

/* The name of a tag in small letters; "" for one that is too long to mean something here. Returns the byte behind it. */
static size_t
read_name (const char *page, size_t size, size_t at, char name[MOST_BYTES_OF_A_NAME + 1])
{
  size_t n = 0;

  while (at < size && (is_letter (page[at]) || is_digit (page[at])))
    {
      if (n < MOST_BYTES_OF_A_NAME)
        name[n] = (char) (page[at] >= 'A' && page[at] <= 'Z' ? page[at] - 'A' + 'a' : page[at]);
      n++;
      at++;
    }
  name[n <= MOST_BYTES_OF_A_NAME ? n : 0] = '\0';
  return at;
}

/* The byte behind a tag's ">", which does not count in quotes; the end where there is none. */
static size_t
skip_tag (const char *page, size_t size, size_t at)
{
  char quote = '\0';

  for (; at < size; at++)
    {
      if (quote != '\0')
        quote = page[at] == quote ? '\0' : quote;
      else if (page[at] == '"' || page[at] == '\'')
        quote = page[at];
      else if (page[at] == '>')
        return at + 1;
    }
  return size;
}

/* The byte behind the end of what is hidden: "</script". */
static size_t
skip_hidden (const char *page, size_t size, size_t at, const char *hidden_name)
{
  char name[MOST_BYTES_OF_A_NAME + 1];

  for (; at + 1 < size; at++)
    if (page[at] == '<' && page[at + 1] == '/')
      {
        read_name (page, size, at + 2, name);
        if (strcmp (name, hidden_name) == 0)
          return skip_tag (page, size, at);
      }
  return size;
}

static size_t
skip_comment (const char *page, size_t size, size_t at)
{
  for (; at + 2 < size; at++)
    if (page[at] == '-' && page[at + 1] == '-' && page[at + 2] == '>')
      return at + 3;
  return size;
}

static size_t
read_tag (pe_lines *lines, const char *page, size_t size, size_t at)
{
  char           name[MOST_BYTES_OF_A_NAME + 1];
  const gboolean closes = at + 1 < size && page[at + 1] == '/';
  size_t         behind;

  if (size - at >= 4 && memcmp (page + at, "<!--", 4) == 0)
    return skip_comment (page, size, at + 4);
  behind = skip_tag (page, size, read_name (page, size, at + (closes ? 2 : 1), name));
  if (!closes && is_among (hidden, G_N_ELEMENTS (hidden), name))
    return skip_hidden (page, size, behind, name);
  if (closes && (strcmp (name, "td") == 0 || strcmp (name, "th") == 0))
    pe_lines_add_bar (lines);
  else if (is_among (blocks, G_N_ELEMENTS (blocks), name))
    pe_lines_end (lines);
  return behind;
}

static size_t
add_code_point (pe_lines *lines, gunichar c)
{
  char       utf8[6];
  const gint n = g_unichar_validate (c) && c != 0 ? g_unichar_to_utf8 (c, utf8) : 0;

  if (c == 0xA0 || c == 0x3000)
    pe_lines_add_blank (lines);
  else
    pe_lines_add (lines, utf8, (size_t) n);
  return (size_t) n;
}

/* "&#35;", "&#x23;" */
static size_t
read_number (pe_lines *lines, const char *page, size_t size, size_t at)
{
  const gboolean hex = at + 2 < size && (page[at + 2] == 'x' || page[at + 2] == 'X');
  size_t         from = at + (hex ? 3 : 2), i = from;
  gunichar       c = 0;

  for (; i < size && g_ascii_xdigit_value (page[i]) >= 0 && (hex || is_digit (page[i])); i++)
    c = MIN (c * (hex ? 16 : 10) + (gunichar) g_ascii_xdigit_value (page[i]), 0x110000);
  if (i == from)
    {
      pe_lines_add (lines, "&", 1);
      return at + 1;
    }
  add_code_point (lines, c);
  return i < size && page[i] == ';' ? i + 1 : i;
}

static size_t
read_entity (pe_lines *lines, const char *page, size_t size, size_t at)
{
  char   name[MOST_BYTES_OF_A_NAME + 1];
  size_t behind;

  if (at + 1 < size && page[at + 1] == '#')
    return read_number (lines, page, size, at);
  behind = read_name (page, size, at + 1, name);
  for (size_t i = 0; behind < size && page[behind] == ';' && i < G_N_ELEMENTS (entities); i++)
    if (strcmp (entities[i].name, name) == 0)
      {
        pe_lines_add (lines, entities[i].text, strlen (entities[i].text));
        return behind + 1;
      }
  pe_lines_add (lines, "&", 1);
  return at + 1;
}

static gboolean
begins_tag (const char *page, size_t size, size_t at)
{
  return page[at] == '<' && at + 1 < size
         && (is_letter (page[at + 1]) || page[at + 1] == '/' || page[at + 1] == '!' || page[at + 1] == '?');
}

/* What is no UTF-8 becomes U+FFFD, and U+0000 is left out: a page is never refused, and the text is one for every reader. */
static void
add_text (pe_lines *lines, const char *text, size_t length)
{
  const char *const behind = text + length;
  const char       *end;

  while (text < behind)
    {
      g_utf8_validate_len (text, (gsize) (behind - text), &end);
      pe_lines_add (lines, text, (size_t) (end - text));
      if (end < behind && *end != '\0')
        pe_lines_add (lines, "\xEF\xBF\xBD", 3);
      text = end < behind ? end + 1 : end;
    }
}

void
pe_html_read (pe_lines *lines, const char *page, size_t size)
{
  size_t at = 0;

  while (at < size && lines->status == PE_OK)
    {
      size_t next = at;

      if (begins_tag (page, size, at))
        at = read_tag (lines, page, size, at);
      else if (page[at] == '&')
        at = read_entity (lines, page, size, at);
      else
        {
          next++;
          while (next < size && page[next] != '&' && page[next] != '<')
            next++;
          add_text (lines, page + at, next - at);
          at = next;
        }
    }
}
