/* figure-reader.c - figures as documents write them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "figure-reader-private.h"

#include <string.h>

#include "../base/figure-private.h"

static const char *
strip_start (const char *text, size_t *size)
{
  while (*size > 0 && g_unichar_isspace (g_utf8_get_char (text)))
    {
      const char *next = g_utf8_next_char (text);

      *size -= (size_t) (next - text);
      text = next;
    }
  return text;
}

gboolean
pe_figure_is_text (const char *text, size_t size)
{
  pe_figure   figure;
  size_t      left = size;
  const char *start = strip_start (text, &left);

  if (left == 0 || g_ascii_isdigit (start[0]) || start[0] == '+' || start[0] == '-')
    return FALSE;
  return pe_figure_parse (&figure, text, size, NULL) != PE_OK;
}

pe_unit
pe_figure_find_unit (const char *word)
{
  pe_unit unit = PE_UNIT_NONE;

  if (word == NULL || pe_unit_parse (&unit, word, strlen (word), NULL) == PE_OK)
    return unit;
  return PE_UNIT_OTHER;
}

/* A word without the blanks around it. */
static const char *
strip (const char *text, size_t *size)
{
  const char *word = strip_start (text, size);

  while (*size > 0)
    {
      const char *last = g_utf8_prev_char (word + *size);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      *size = (size_t) (last - word);
    }
  return word;
}

/* The word behind a number, without the blanks around it. */
static const char *
find_word (const char *text, size_t *size)
{
  text = strip_start (text, size);
  while (*size > 0 && (g_ascii_isdigit (text[0]) || strchr ("+-.,", text[0]) != NULL))
    {
      text++;
      (*size)--;
    }
  return strip (text, size);
}

/* 人 and 个 are both counts, and what is counted is not the same; a word that the library does not know is known by its
 * letters alone. The words of other units mean the same: 天 and 日, % and ％. */
static gboolean
is_same_unit (pe_document *document, pe_json_index value, const pe_figure_surroundings *surroundings, pe_unit unit)
{
  size_t      size, row_size;
  const char *word, *row_word;

  if (unit != surroundings->unit)
    return FALSE;
  if ((unit != PE_UNIT_OTHER && unit != PE_UNIT_COUNT) || surroundings->word == NULL
      || pe_json_get_kind (document->json, value) != PE_JSON_STRING)
    return TRUE;
  word = pe_json_get_text (document->json, value, &size);
  word = find_word (word, &size);
  row_size = strlen (surroundings->word);
  row_word = strip (surroundings->word, &row_size);
  return row_size == size && memcmp (row_word, word, size) == 0;
}

/* The unit by the word that stands there, where one does. */
static const char *
print_unit (const pe_document *document, pe_json_index value, pe_unit unit, char excerpt[PE_EXCERPT_SIZE])
{
  const char *word;
  size_t      size = 0;

  if (unit == PE_UNIT_NONE)
    return NULL;
  if (pe_json_get_kind (document->json, value) != PE_JSON_STRING)
    return pe_unit_get_name (unit);
  word = pe_json_get_text (document->json, value, &size);
  word = find_word (word, &size);
  return size > 0 ? pe_excerpt (excerpt, word, size) : pe_unit_get_name (unit);
}

static void
report_unit (pe_document *document, pe_json_index value, pe_status code, pe_unit found, const char *expected)
{
  char        excerpt[PE_EXCERPT_SIZE], word[PE_EXCERPT_SIZE];
  size_t      size;
  const char *name = pe_json_get_name (document->json, value, &size);

  pe_document_report (document, value, code, "name", name != NULL ? pe_excerpt (excerpt, name, size) : NULL, "found",
                      print_unit (document, value, found, word), "expected", expected, NULL);
}

/* Gives a value the unit of its surroundings, or checks its own against it. */
static gboolean
settle_unit (pe_document *document, pe_json_index value, const pe_figure_surroundings *surroundings, pe_figure *figure)
{
  const gboolean is_money = surroundings->kind == PE_FIGURE_MONEY;

  if (surroundings->kind == PE_FIGURE_POINTS)
    {
      if (figure->unit == PE_UNIT_NONE || figure->unit == PE_UNIT_POINT)
        return TRUE;
      report_unit (document, value, PE_ERROR_UNIT_MISMATCH, figure->unit, "分");
      return FALSE;
    }
  if (figure->unit == PE_UNIT_NONE)
    figure->unit = surroundings->unit;
  else if (surroundings->unit != PE_UNIT_NONE && !is_same_unit (document, value, surroundings, figure->unit))
    {
      report_unit (document, value, PE_ERROR_UNIT_CONFLICT, figure->unit,
                   surroundings->word != NULL ? surroundings->word : pe_unit_get_name (surroundings->unit));
      return FALSE;
    }
  if (!is_money || pe_unit_get_dimension (figure->unit) == PE_DIMENSION_MONEY)
    return TRUE;
  report_unit (document, value, PE_ERROR_UNIT_MISMATCH, figure->unit, figure->unit != PE_UNIT_NONE ? "元" : NULL);
  return FALSE;
}

/* A dossier is read without its rulebook, which says what is a date: "2023-06-30" is taken for a number here. */
static void
report_number (pe_document *document, pe_json_index value, gboolean may_be_text, pe_error *error)
{
  char        excerpt[PE_EXCERPT_SIZE];
  size_t      size;
  const char *text = pe_json_get_text (document->json, value, &size);

  if (!may_be_text || pe_error_get_status (error) != PE_ERROR_NUMBER_SYNTAX)
    {
      pe_document_take_error (document, error, value);
      return;
    }
  text = strip (text, &size);
  pe_document_report (document, value, PE_ERROR_NUMBER_SYNTAX, "found", pe_excerpt (excerpt, text, size), "form",
                      "{\"text\": \"…\"}", NULL);
  pe_error_unref (error);
}

static gboolean
read_number (pe_document *document, pe_json_index value, gboolean may_be_text, pe_figure *out)
{
  pe_error   *error = NULL;
  size_t      size;
  const char *text = pe_json_get_text (document->json, value, &size);

  if (pe_figure_parse (out, text, size, &error) == PE_OK)
    return TRUE;
  report_number (document, value, may_be_text, error);
  return FALSE;
}

static gboolean
refuse_text (pe_document *document, pe_json_index value)
{
  char        excerpt[PE_EXCERPT_SIZE];
  size_t      size;
  const char *text = pe_json_get_text (document->json, value, &size);

  pe_document_report (document, value, PE_ERROR_NUMBER_SYNTAX, "found", pe_excerpt (excerpt, text, size), NULL);
  return FALSE;
}

/* A text where a number was due. */
static gboolean
read_text (pe_document *document, pe_json_index value, pe_figure_kind kind, pe_figure *out, const char **text)
{
  const char *found = pe_document_read_text (document, value);

  if (found == NULL)
    return FALSE;
  if (kind != PE_FIGURE_FACT || text == NULL)
    return refuse_text (document, value);
  *text = found;
  out->state = PE_STATE_TEXT;
  return TRUE;
}

/* Of the form that says just what a figure is. */
enum
{
  EXACT_VALUE,
  EXACT_STATE,
  EXACT_TEXT,
  EXACT_UNIT,
  N_EXACT
};

static const pe_member_rule exact_members[N_EXACT] = {
  { "value", PE_MEMBER_OPTIONAL },
  { "state", PE_MEMBER_OPTIONAL },
  { "text", PE_MEMBER_OPTIONAL },
  { "unit", PE_MEMBER_OPTIONAL },
};

static gboolean
read_exact_unit (pe_document *document, pe_json_index value, pe_unit *out)
{
  pe_error   *error = NULL;
  const char *word = pe_document_read_text (document, value);

  if (word == NULL)
    return value == PE_JSON_NONE;
  if (strcmp (word, pe_unit_get_name (PE_UNIT_OTHER)) == 0)
    *out = PE_UNIT_OTHER;
  else if (pe_unit_parse (out, word, strlen (word), &error) != PE_OK)
    pe_document_take_error (document, error, value);
  return error == NULL;
}

static gboolean
read_exact_state (pe_document *document, const pe_json_index members[N_EXACT], pe_figure_kind kind, pe_figure *out,
                  const char **text)
{
  int32_t state;

  if (members[EXACT_TEXT] != PE_JSON_NONE)
    return read_text (document, members[EXACT_TEXT], kind, out, text);
  if (members[EXACT_VALUE] != PE_JSON_NONE)
    {
      out->state = PE_STATE_VALUE;
      return pe_document_read_decimal (document, members[EXACT_VALUE], &out->value);
    }
  state = pe_document_read_word (document, members[EXACT_STATE], pe_words_figure_state);
  out->state = state > 0 ? state - 1 : PE_STATE_MISSING;
  return state > 0;
}

static gboolean
read_exact (pe_document *document, pe_json_index value, const pe_figure_surroundings *surroundings, pe_figure *out,
            const char **text)
{
  pe_json_index members[N_EXACT];
  uint64_t      n_errors = pe_document_get_n_errors (document);
  int           n = 0;

  pe_document_read_object (document, value, exact_members, N_EXACT, PE_ERROR_MEMBER_UNKNOWN, members);
  for (size_t i = 0; i < EXACT_UNIT; i++)
    n += members[i] != PE_JSON_NONE;
  if (pe_document_get_n_errors (document) > n_errors)
    return FALSE;
  if (n == 0)
    pe_document_report (document, value, PE_ERROR_MEMBER_MISSING, "name", "value", NULL);
  else if (n > 1)
    pe_document_report (document, value, PE_ERROR_STATE_CONFLICT, "expected", "one of value, state and text",
                        "expected_zh", "value、state、text 三者之一", NULL);
  if (n != 1 || !read_exact_unit (document, members[EXACT_UNIT], &out->unit)
      || !read_exact_state (document, members, surroundings->kind, out, text))
    return FALSE;
  /* A fact says for itself what it is; the unit of an amount or a score is bound all the same. */
  return surroundings->kind == PE_FIGURE_FACT || out->state != PE_STATE_VALUE
         || settle_unit (document, value, surroundings, out);
}

static gboolean
read_truth (pe_document *document, pe_json_index value, const pe_figure_surroundings *surroundings, pe_figure *out)
{
  if (surroundings->kind != PE_FIGURE_FACT)
    {
      pe_document_report_type (document, value, "a number, e.g. \"2149.56\"", "数字，如 \"2149.56\"");
      return FALSE;
    }
  out->value.coefficient = pe_json_get_kind (document->json, value) == PE_JSON_TRUE;
  out->state = PE_STATE_VALUE;
  out->unit = PE_UNIT_TRUTH;
  return settle_unit (document, value, surroundings, out);
}

static gboolean
read_string (pe_document *document, pe_json_index value, const pe_figure_surroundings *surroundings, pe_figure *out,
             const char **text)
{
  size_t      size;
  const char *string = pe_json_get_text (document->json, value, &size);

  if (pe_figure_is_text (string, size))
    return read_text (document, value, surroundings->kind, out, text);
  if (!read_number (document, value, surroundings->kind == PE_FIGURE_FACT && text != NULL, out))
    return FALSE;
  return out->state != PE_STATE_VALUE || settle_unit (document, value, surroundings, out);
}

static gboolean
read_any (pe_document *document, pe_json_index value, const pe_figure_surroundings *surroundings, pe_figure *out,
          const char **text)
{
  switch (pe_json_get_kind (document->json, value))
    {
    case PE_JSON_NULL:
      return TRUE;
    case PE_JSON_FALSE:
    case PE_JSON_TRUE:
      return read_truth (document, value, surroundings, out);
    case PE_JSON_NUMBER:
      return read_number (document, value, FALSE, out) && settle_unit (document, value, surroundings, out);
    case PE_JSON_STRING:
      return read_string (document, value, surroundings, out, text);
    case PE_JSON_OBJECT:
      return read_exact (document, value, surroundings, out, text);
    default:
      pe_document_report_type (document, value, "a figure, e.g. \"2149.56\"", "数据，如 \"2149.56\"");
      return FALSE;
    }
}

gboolean
pe_figure_read (pe_document *document, pe_json_index value, const pe_figure_surroundings *surroundings, pe_figure *out,
                const char **text)
{
  gboolean done;

  memset (out, 0, sizeof *out);
  if (text != NULL)
    *text = NULL;
  done = value == PE_JSON_NONE || read_any (document, value, surroundings, out, text);
  if (!done)
    memset (out, 0, sizeof *out);
  return done;
}

pe_unit
pe_figure_read_money_unit (pe_document *document, pe_json_index value)
{
  pe_error   *error = NULL;
  pe_unit     unit = PE_UNIT_NONE;
  const char *word = pe_document_read_text (document, value);

  if (word == NULL)
    return PE_UNIT_NONE;
  if (pe_unit_parse (&unit, word, strlen (word), &error) != PE_OK)
    {
      pe_document_take_error (document, error, value);
      return PE_UNIT_NONE;
    }
  if (pe_unit_get_dimension (unit) == PE_DIMENSION_MONEY)
    return unit;
  report_unit (document, value, PE_ERROR_UNIT_MISMATCH, unit, unit != PE_UNIT_NONE ? "元" : NULL);
  return PE_UNIT_NONE;
}
