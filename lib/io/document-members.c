/* document-members.c - the members of a JSON document by name and type
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../base/date-private.h"
#include "../base/decimal-private.h"
#include "../base/nearest-private.h"
#include "document-private.h"

/* Bytes of a list of what is allowed. */
#define LIST_MAX 400

static void
add_to_list (char list[LIST_MAX], const char *word)
{
  const size_t used = strlen (list), size = strlen (word);

  if (used + size + 3 > LIST_MAX)
    return;
  if (used > 0)
    memcpy (list + used, ", ", 3);
  memcpy (list + used + (used > 0 ? 2 : 0), word, size + 1);
}

static void
report_unknown (pe_document *self, pe_json_index member, const pe_member_rule *members, size_t n, pe_status code)
{
  char        list[LIST_MAX] = "", excerpt[PE_EXCERPT_SIZE];
  size_t      size;
  const char *name = pe_json_get_name (self->json, member, &size);
  pe_nearest  nearest;

  pe_nearest_init (&nearest, name, size);
  for (size_t i = 0; i < n && !pe_document_is_full (self); i++)
    pe_nearest_offer (&nearest, members[i].name);
  for (size_t i = 0; i < n && nearest.found == NULL; i++)
    add_to_list (list, members[i].name);
  pe_document_report_name (self, member, code, "name", pe_excerpt (excerpt, name, size), "expected",
                           nearest.found != NULL ? nearest.found : list, NULL);
}

/* The index of a member's name, or n. */
static size_t
find_rule (const pe_document *self, pe_json_index member, const pe_member_rule *members, size_t n)
{
  size_t      size, i = 0;
  const char *name = pe_json_get_name (self->json, member, &size);

  while (i < n && (strlen (members[i].name) != size || memcmp (members[i].name, name, size) != 0))
    i++;
  return i;
}

static gboolean
is_absent (const pe_document *self, pe_json_index value, pe_member_presence presence)
{
  return presence == PE_MEMBER_OPTIONAL && pe_json_get_kind (self->json, value) == PE_JSON_NULL;
}

gboolean
pe_document_read_object (pe_document *self, pe_json_index value, const pe_member_rule *members, size_t n,
                         pe_status unknown, pe_json_index *out)
{
  for (size_t i = 0; i < n; i++)
    out[i] = PE_JSON_NONE;
  if (!pe_document_read_names (self, value))
    return FALSE;
  for (pe_json_index member = pe_json_get_first (self->json, value); member != PE_JSON_NONE;
       member = pe_json_get_next (self->json, member))
    {
      const size_t i = find_rule (self, member, members, n);

      if (i == n)
        report_unknown (self, member, members, n, unknown);
      else if (!is_absent (self, member, members[i].presence))
        out[i] = member;
    }
  for (size_t i = 0; i < n; i++)
    if (members[i].presence != PE_MEMBER_OPTIONAL && out[i] == PE_JSON_NONE)
      pe_document_report_missing (self, value, members[i].name);
  return TRUE;
}

const char *
pe_document_print_found (const pe_document *self, pe_json_index value, char excerpt[PE_EXCERPT_SIZE])
{
  size_t      size;
  const char *text;

  switch (pe_json_get_kind (self->json, value))
    {
    case PE_JSON_NULL:
      return "null";
    case PE_JSON_FALSE:
      return "false";
    case PE_JSON_TRUE:
      return "true";
    case PE_JSON_ARRAY:
      return "[…]";
    case PE_JSON_OBJECT:
      return "{…}";
    default:
      text = pe_json_get_text (self->json, value, &size);
      return pe_excerpt (excerpt, text, size);
    }
}

/* The name of a member, or NULL for an array's. */
static const char *
print_name (const pe_document *self, pe_json_index value, char excerpt[PE_EXCERPT_SIZE])
{
  size_t      size;
  const char *name = pe_json_get_name (self->json, value, &size);

  return name != NULL ? pe_excerpt (excerpt, name, size) : NULL;
}

void
pe_document_report_type (pe_document *self, pe_json_index value, const char *expected, const char *expected_zh)
{
  char name[PE_EXCERPT_SIZE], found[PE_EXCERPT_SIZE];

  pe_document_report (self, value, PE_ERROR_MEMBER_TYPE, "name", print_name (self, value, name), "found",
                      pe_document_print_found (self, value, found), "expected", expected, "expected_zh", expected_zh,
                      NULL);
}

static gboolean
is_kind (pe_document *self, pe_json_index value, pe_json_kind kind, const char *expected, const char *expected_zh)
{
  if (value == PE_JSON_NONE)
    return FALSE;
  if (pe_json_get_kind (self->json, value) == kind)
    return TRUE;
  pe_document_report_type (self, value, expected, expected_zh);
  return FALSE;
}

gboolean
pe_document_read_names (pe_document *self, pe_json_index value)
{
  return is_kind (self, value, PE_JSON_OBJECT, "an object {…}", "对象 {…}");
}

gboolean
pe_document_read_array (pe_document *self, pe_json_index value)
{
  return is_kind (self, value, PE_JSON_ARRAY, "an array […]", "数组 […]");
}

const char *
pe_document_read_text (pe_document *self, pe_json_index value)
{
  if (!is_kind (self, value, PE_JSON_STRING, "a text in quotes", "带引号的文字"))
    return NULL;
  return pe_json_get_text (self->json, value, NULL);
}

gboolean
pe_document_read_bool (pe_document *self, pe_json_index value, gboolean fallback)
{
  if (value == PE_JSON_NONE)
    return fallback;
  if (pe_json_get_kind (self->json, value) == PE_JSON_TRUE)
    return TRUE;
  if (pe_json_get_kind (self->json, value) == PE_JSON_FALSE)
    return FALSE;
  pe_document_report_type (self, value, "true or false", "true 或 false");
  return fallback;
}

static void
report_range (pe_document *self, pe_json_index value, int32_t minimum, int32_t maximum)
{
  char      name[PE_EXCERPT_SIZE], found[PE_EXCERPT_SIZE];
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *text, *text_zh;

  pe_buffer_add_string (&buffer, "a whole number from ");
  pe_buffer_add_int (&buffer, minimum);
  pe_buffer_add_string (&buffer, " to ");
  pe_buffer_add_int (&buffer, maximum);
  text = pe_buffer_steal (&buffer);
  pe_buffer_add_int (&buffer, minimum);
  pe_buffer_add_string (&buffer, " 至 ");
  pe_buffer_add_int (&buffer, maximum);
  pe_buffer_add_string (&buffer, " 的整数");
  text_zh = pe_buffer_steal (&buffer);
  if (text == NULL || text_zh == NULL)
    pe_document_report_no_memory (self);
  else
    pe_document_report (self, value, PE_ERROR_VALUE_UNKNOWN, "name", print_name (self, value, name), "found",
                        pe_document_print_found (self, value, found), "expected", text, "expected_zh", text_zh, NULL);
  g_free (text_zh);
  g_free (text);
}

int32_t
pe_document_read_int (pe_document *self, pe_json_index value, int32_t minimum, int32_t maximum)
{
  size_t      size;
  const char *text;
  pe_decimal  number;

  if (!is_kind (self, value, PE_JSON_NUMBER, "a whole number without quotes", "不带引号的整数"))
    return 0;
  text = pe_json_get_text (self->json, value, &size);
  if (pe_decimal_parse (&number, text, size, NULL) == PE_OK && number.scale == 0 && number.coefficient >= minimum
      && number.coefficient <= maximum)
    return (int32_t) number.coefficient;
  report_range (self, value, minimum, maximum);
  return 0;
}

int32_t
pe_document_read_word (pe_document *self, pe_json_index value, const pe_word *words)
{
  char        list[LIST_MAX] = "", name[PE_EXCERPT_SIZE], found[PE_EXCERPT_SIZE];
  const char *text = pe_document_read_text (self, value);
  int32_t     number = text != NULL ? pe_word_find (words, text) : 0;

  if (text == NULL || number != 0)
    return number;
  for (; words->word != NULL; words++)
    add_to_list (list, words->word);
  pe_document_report (self, value, PE_ERROR_VALUE_UNKNOWN, "name", print_name (self, value, name), "found",
                      pe_document_print_found (self, value, found), "expected", list, NULL);
  return 0;
}

gboolean
pe_document_read_decimal (pe_document *self, pe_json_index value, pe_decimal *out)
{
  pe_error   *error = NULL;
  size_t      size;
  const char *text;

  *out = (pe_decimal) { 0, 0, 0 };
  if (value == PE_JSON_NONE)
    return FALSE;
  if (pe_json_get_kind (self->json, value) != PE_JSON_NUMBER && pe_json_get_kind (self->json, value) != PE_JSON_STRING)
    {
      pe_document_report_type (self, value, "a number, e.g. \"2.50\"", "数字，如 \"2.50\"");
      return FALSE;
    }
  text = pe_json_get_text (self->json, value, &size);
  if (pe_decimal_parse (out, text, size, &error) == PE_OK)
    return TRUE;
  pe_document_take_error (self, error, value);
  return FALSE;
}

pe_date
pe_document_read_date (pe_document *self, pe_json_index value)
{
  pe_error   *error = NULL;
  pe_date     date = 0;
  size_t      size;
  const char *text;

  if (!is_kind (self, value, PE_JSON_STRING, "a date in quotes, e.g. \"2023-12-31\"",
                "带引号的日期，如 \"2023-12-31\""))
    return 0;
  text = pe_json_get_text (self->json, value, &size);
  if (size > 0 && pe_date_parse (&date, text, size, &error) != PE_OK)
    pe_document_take_error (self, error, value);
  return date;
}

void
pe_document_read_both (pe_document *self, pe_json_index value, gboolean zh_required, const char **zh, const char **en)
{
  const pe_member_rule members[] = {
    { "zh", zh_required ? PE_MEMBER_REQUIRED : PE_MEMBER_OPTIONAL },
    { "en", PE_MEMBER_OPTIONAL },
  };
  pe_json_index out[2];

  *zh = *en = NULL;
  if (value == PE_JSON_NONE || !pe_document_read_object (self, value, members, 2, PE_ERROR_MEMBER_UNKNOWN, out))
    return;
  *zh = pe_document_read_text (self, out[0]);
  *en = pe_document_read_text (self, out[1]);
}

gboolean
pe_document_check_format (pe_document *self, const char *format)
{
  char          found[PE_EXCERPT_SIZE];
  pe_json_index member;

  if (!pe_document_read_names (self, 0))
    return FALSE;
  member = pe_document_find (self, 0, "/format");
  if (member == 0)
    pe_document_report (self, 0, PE_ERROR_FORMAT_UNKNOWN, "expected", format, NULL);
  else if (pe_json_get_kind (self->json, member) == PE_JSON_STRING
           && strcmp (pe_json_get_text (self->json, member, NULL), format) == 0)
    return TRUE;
  else
    pe_document_report (self, member, PE_ERROR_FORMAT_UNKNOWN, "found", pe_document_print_found (self, member, found),
                        "expected", format, NULL);
  return FALSE;
}
