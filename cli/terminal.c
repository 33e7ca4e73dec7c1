/* terminal.c - widths, colours and safety on a terminal
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>
#include <unistd.h>

#include "cli.h"

/* https://no-color.org: the variable counts when it is there and not empty. */
gboolean
cli_stream_has_colour (FILE *stream)
{
  const char *no_color = g_getenv ("NO_COLOR");
  const char *term = g_getenv ("TERM");

  if (no_color != NULL && no_color[0] != '\0')
    return FALSE;
  if (term == NULL || strcmp (term, "dumb") == 0)
    return FALSE;
  return isatty (stream == stderr ? STDERR_FILENO : STDOUT_FILENO) == 1;
}

static int
char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

int
cli_text_width (const char *text)
{
  int width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    width += char_width (g_utf8_get_char (text));
  return width;
}

/* Controls, line ends and invisible marks (those that turn the direction of text among them) are shown, not obeyed. */
static gboolean
is_unsafe (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return TRUE;
    default:
      return FALSE;
    }
}

void
cli_append_safe (GString *out, const char *text)
{
  char *valid = g_utf8_make_valid (text, -1); /* a file's name need not be UTF-8 */

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_unsafe (c))
        g_string_append_printf (out, "\\u%04X", c);
      else
        g_string_append_unichar (out, c);
    }
  g_free (valid);
}

void
cli_append_padded (GString *out, const char *text, int width)
{
  int missing = ABS (width) - cli_text_width (text);

  for (; width < 0 && missing > 0; missing--)
    g_string_append_c (out, ' ');
  g_string_append (out, text);
  for (; width > 0 && missing > 0; missing--)
    g_string_append_c (out, ' ');
}

void
cli_append_styled (GString *out, const char *text, cli_style style, gboolean colour)
{
  static const char *const codes[] = { "", "\033[1m", "\033[31m" };

  if (!colour || style == CLI_STYLE_PLAIN)
    {
      g_string_append (out, text);
      return;
    }
  g_string_append (out, codes[style]);
  g_string_append (out, text);
  g_string_append (out, "\033[0m");
}

/* Closing punctuation does not begin a line. */
static gboolean
may_begin_line (gunichar c)
{
  return g_utf8_strchr ("，。、；：？！）》”’…,.;:?!)%％", -1, c) == NULL;
}

/* Opening punctuation does not end one. */
static gboolean
may_end_line (gunichar c)
{
  return g_utf8_strchr ("（《“‘(", -1, c) == NULL;
}

/* Between two characters, one of them wide: Chinese is broken anywhere but at its punctuation. */
static gboolean
may_break (const char *before, const char *after)
{
  gunichar left = g_utf8_get_char (before), right = g_utf8_get_char (after);

  return (g_unichar_iswide (left) || g_unichar_iswide (right)) && may_end_line (left) && may_begin_line (right);
}

const char *
cli_text_break (const char *text, int width)
{
  const char *best = NULL;
  const char *before = NULL;
  const char *p = text;
  int         used = 0;

  for (; *p != '\0'; before = p, p = g_utf8_next_char (p))
    {
      if (before != NULL && (*before == ' ' || may_break (before, p)))
        best = p;
      used += char_width (g_utf8_get_char (p));
      if (used > width && before != NULL)
        return best != NULL ? best : p;
    }
  return p;
}

/* The first line begins behind what stands there, the others are indented. */
static void
append_lines (GString *out, const char *text, int first, int indent)
{
  GString *safe = g_string_new (NULL);
  int      start = first;

  cli_append_safe (safe, text);
  for (const char *p = safe->str; *p != '\0'; start = indent)
    {
      const char *end = cli_text_break (p, CLI_COLUMNS - start);
      const char *last = end;

      while (last > p && last[-1] == ' ')
        last--;
      if (p > safe->str)
        cli_append_padded (out, "", indent);
      g_string_append_len (out, p, last - p);
      g_string_append_c (out, '\n');
      p = end;
    }
  g_string_free (safe, TRUE);
}

void
cli_append_hanging (GString *out, const char *head, const char *text, int indent)
{
  if (cli_text_width (head) > indent)
    {
      g_string_append_printf (out, "%s\n", head);
      head = "";
    }
  cli_append_padded (out, head, indent);
  append_lines (out, text, indent, indent);
}

void
cli_append_wrapped (GString *out, const char *text, int indent)
{
  if (text[0] != '\0')
    cli_append_hanging (out, "", text, indent);
}

void
cli_append_paragraph (GString *out, const char *text, int indent)
{
  if (text[0] == '\0')
    return;
  cli_append_padded (out, "", indent);
  append_lines (out, text, indent, indent + 4);
}
