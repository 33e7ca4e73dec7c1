/* dectest.c - reads the test cases of the General Decimal Arithmetic specification (*.decTest)
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "dectest.h"

#include <string.h>

static const struct
{
  const char *name;
  pe_rounding rounding;
} modes[] = {
  { "half_up", PE_ROUND_HALF_UP },
  { "half_even", PE_ROUND_HALF_EVEN },
  { "half_down", PE_ROUND_HALF_DOWN },
  { "down", PE_ROUND_DOWN },
  { "up", PE_ROUND_UP },
  { "floor", PE_ROUND_FLOOR },
  { "ceiling", PE_ROUND_CEILING },
};

static pe_rounding
find_mode (const char *name)
{
  size_t i;

  for (i = 0; i < G_N_ELEMENTS (modes); i++)
    if (g_ascii_strcasecmp (name, modes[i].name) == 0)
      return modes[i].rounding;
  return 0;
}

/* A token in quotes, where the same quote doubled stands for itself. Returns what follows it. */
static const char *
read_quoted (const char *at, GString *token)
{
  const char quote = *at++;

  for (; *at != '\0'; at++)
    {
      if (*at == quote && at[1] != quote)
        return at + 1;
      if (*at == quote)
        at++;
      g_string_append_c (token, *at);
    }
  return at;
}

/* The tokens of a line up to its comment. */
static GPtrArray *
split_line (const char *line)
{
  GPtrArray  *tokens = g_ptr_array_new_with_free_func (g_free);
  const char *at = line;

  for (;;)
    {
      GString *token;

      while (g_ascii_isspace (*at))
        at++;
      if (*at == '\0' || g_str_has_prefix (at, "--"))
        return tokens;
      token = g_string_new (NULL);
      if (*at == '\'' || *at == '"')
        at = read_quoted (at, token);
      else
        for (; *at != '\0' && !g_ascii_isspace (*at); at++)
          g_string_append_c (token, *at);
      g_ptr_array_add (tokens, g_string_free (token, FALSE));
    }
}

static void
read_directive (dectest_case *state, const char *name, const char *value)
{
  if (g_ascii_strcasecmp (name, "precision:") == 0)
    state->precision = (int32_t) g_ascii_strtoll (value, NULL, 10);
  else if (g_ascii_strcasecmp (name, "rounding:") == 0)
    state->rounding = find_mode (value);
}

/* id operation operand... -> result condition... */
static void
read_case (dectest_case *state, GPtrArray *tokens, dectest_function function, void *data)
{
  guint    arrow = 0, i;
  GString *conditions;
  char    *operation;

  while (arrow < tokens->len && strcmp (tokens->pdata[arrow], "->") != 0)
    arrow++;
  if (arrow < 2 || arrow + 1 >= tokens->len || arrow - 2 > DECTEST_MAX_OPERANDS)
    g_error ("%s: a line that is no case: %s", state->file, (const char *) tokens->pdata[0]);
  conditions = g_string_new (" ");
  for (i = arrow + 2; i < tokens->len; i++)
    g_string_append_printf (conditions, "%s ", (const char *) tokens->pdata[i]);
  g_string_ascii_down (conditions);
  operation = g_ascii_strdown (tokens->pdata[1], -1);
  state->id = tokens->pdata[0];
  state->operation = operation;
  state->n_operands = arrow - 2;
  for (i = 2; i < arrow; i++)
    state->operands[i - 2] = tokens->pdata[i];
  state->result = tokens->pdata[arrow + 1];
  state->conditions = conditions->str;
  function (state, data);
  g_free (operation);
  g_string_free (conditions, TRUE);
}

static void
read_file (const char *path, const char *name, dectest_function function, void *data)
{
  dectest_case state = { .file = name };
  char        *text = NULL, **lines;
  size_t       i;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    g_error ("%s cannot be read", path);
  lines = g_strsplit (text, "\n", -1);
  for (i = 0; lines[i] != NULL; i++)
    {
      GPtrArray *tokens = split_line (lines[i]);

      if (tokens->len == 2 && g_str_has_suffix (tokens->pdata[0], ":"))
        read_directive (&state, tokens->pdata[0], tokens->pdata[1]);
      else if (tokens->len > 0)
        read_case (&state, tokens, function, data);
      g_ptr_array_free (tokens, TRUE);
    }
  g_strfreev (lines);
  g_free (text);
}

static int
by_name (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

size_t
dectest_read_directory (const char *directory, dectest_function function, void *data)
{
  GDir       *dir = g_dir_open (directory, 0, NULL);
  GPtrArray  *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  size_t      n;
  guint       i;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".decTest"))
      g_ptr_array_add (names, g_strdup (name));
  if (dir != NULL)
    g_dir_close (dir);
  g_ptr_array_sort (names, by_name);
  for (i = 0; i < names->len; i++)
    {
      char *path = g_build_filename (directory, names->pdata[i], NULL);

      read_file (path, names->pdata[i], function, data);
      g_free (path);
    }
  n = names->len;
  g_ptr_array_free (names, TRUE);
  return n;
}

gboolean
dectest_has_condition (const dectest_case *c, const char *condition)
{
  char          *word = g_strdup_printf (" %s ", condition);
  const gboolean found = strstr (c->conditions, word) != NULL;

  g_free (word);
  return found;
}

/* Digits with at most one point. Returns what follows them; NULL when there was no digit. */
static const char *
read_digits (const char *at, GString *digits, int64_t *exponent)
{
  gboolean point = FALSE, any = FALSE;

  for (; g_ascii_isdigit (*at) || (*at == '.' && !point); at++)
    if (*at == '.')
      point = TRUE;
    else
      {
        any = TRUE;
        *exponent -= point;
        if (*at != '0' || digits->len > 0)
          g_string_append_c (digits, *at);
      }
  return any ? at : NULL;
}

gboolean
dectest_number_read (dectest_number *out, const char *text)
{
  GString    *digits = g_string_new (NULL);
  int64_t     exponent = 0;
  const char *at = text;
  char       *end = NULL;

  out->negative = *at == '-';
  if (*at == '-' || *at == '+')
    at++;
  at = read_digits (at, digits, &exponent);
  if (at != NULL && (*at == 'e' || *at == 'E') && (g_ascii_isdigit (at[1]) || strchr ("+-", at[1]) != NULL))
    {
      exponent += CLAMP (g_ascii_strtoll (at + 1, &end, 10), -G_MAXINT32, G_MAXINT32);
      at = end;
    }
  if (at == NULL || *at != '\0')
    {
      g_string_free (digits, TRUE);
      return FALSE;
    }
  if (digits->len == 0)
    g_string_append_c (digits, '0');
  out->digits = g_string_free (digits, FALSE);
  out->exponent = exponent;
  return TRUE;
}

void
dectest_number_clear (dectest_number *self)
{
  g_free (self->digits);
  self->digits = NULL;
}

char *
dectest_number_print (const dectest_number *self)
{
  const int64_t length = (int64_t) strlen (self->digits), places = -MIN (self->exponent, 0);
  GString      *text;
  int64_t       i;

  if (length > 100 || ABS (self->exponent) > 60)
    return NULL;
  text = g_string_new (self->negative ? "-" : "");
  for (i = MIN (length - places - 1, 0); i < length; i++)
    {
      if (places > 0 && i == length - places)
        g_string_append_c (text, '.');
      g_string_append_c (text, i < 0 ? '0' : self->digits[i]);
    }
  if (strcmp (self->digits, "0") != 0)
    for (i = 0; i < self->exponent; i++)
      g_string_append_c (text, '0');
  return g_string_free (text, FALSE);
}
