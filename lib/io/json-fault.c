/* json-fault.c - says where a text is not JSON and what would be right there
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../base/utf8-private.h"
#include "json-scanner-private.h"

/* In the order of pe_json_expectation. */
static const pe_json_hint of_expectations[] = {
  { "a value", "一个值" },
  { "a value, or ] for the end of the array", "一个值，或以 ] 结束数组" },
  { "the name of a member in double quotes", "用双引号括起的成员名" },
  { "the name of a member in double quotes, or } for the end of the object", "用双引号括起的成员名，或以 } 结束对象" },
  { "a colon after the name", "成员名后的冒号 :" },
  { "a comma before the next member, or } for the end of the object", "成员之间的逗号 ,，或以 } 结束对象" },
  { "nothing after the end of the value", "值结束后不应再有内容" },
};

static const pe_json_hint in_array
    = { "a comma before the next value, or ] for the end of the array", "值之间的逗号 ,，或以 ] 结束数组" };

/* What people write that is right in some other language. */
typedef struct slip
{
  const char  *found;
  pe_json_hint hint;
} slip;

/* Wherever they stand. */
static const slip signs[] = {
  { "//", { "no comment: JSON has none", "不写注释：JSON 没有注释" } },
  { "/*", { "no comment: JSON has none", "不写注释：JSON 没有注释" } },
  { "#", { "no comment: JSON has none", "不写注释：JSON 没有注释" } },
  { "'", { "double quotes: \"", "双引号 \"" } },
  { "，", { "the ASCII comma ,", "半角逗号 ," } },
  { "、", { "the ASCII comma ,", "半角逗号 ," } },
  { "：", { "the ASCII colon :", "半角冒号 :" } },
  { "“", { "the straight double quote \"", "半角直引号 \"" } },
  { "”", { "the straight double quote \"", "半角直引号 \"" } },
  { "‘", { "the straight double quote \"", "半角直引号 \"" } },
  { "’", { "the straight double quote \"", "半角直引号 \"" } },
  { "＂", { "the straight double quote \"", "半角直引号 \"" } },
  { "｛", { "the ASCII bracket {", "半角括号 {" } },
  { "｝", { "the ASCII bracket }", "半角括号 }" } },
  { "［", { "the ASCII bracket [", "半角括号 [" } },
  { "］", { "the ASCII bracket ]", "半角括号 ]" } },
  { "\xC2\xA0", { "an ordinary space", "普通空格" } },
  { "　", { "an ordinary space", "普通空格" } },
};

/* Instead of a value, in whatever case. */
static const slip words[] = {
  { "true", { "true, in small letters", "小写的 true" } },
  { "false", { "false, in small letters", "小写的 false" } },
  { "null", { "null, in small letters", "小写的 null" } },
  { "none", { "null", "null" } },
  { "nil", { "null", "null" } },
  { "undefined", { "null", "null" } },
  { "nan", { "a number, or null where there is none", "数字，没有数值时写 null" } },
  { "-nan", { "a number, or null where there is none", "数字，没有数值时写 null" } },
  { "infinity", { "a number, or null where there is none", "数字，没有数值时写 null" } },
  { "+infinity", { "a number, or null where there is none", "数字，没有数值时写 null" } },
  { "-infinity", { "a number, or null where there is none", "数字，没有数值时写 null" } },
  { "inf", { "a number, or null where there is none", "数字，没有数值时写 null" } },
  { "-inf", { "a number, or null where there is none", "数字，没有数值时写 null" } },
};

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("_$.+-", c) != NULL);
}

size_t
pe_json_measure_word (const pe_json *json, size_t at)
{
  size_t end = at;

  while (end < json->size && is_word (json->bytes[end]))
    end++;
  return end - at;
}

/* The value that the fault is in: the one being read, the one that should stand here, or the innermost open one. */
static void
print_fault_pointer (const pe_json_scanner *self, pe_buffer *out)
{
  const pe_json      *json = self->json;
  const pe_json_node *last = self->container == PE_JSON_NONE ? NULL : pe_json_node_at (json, json->nodes.size - 1);
  const gboolean      of_value = self->expectation <= PE_JSON_EXPECT_FIRST_VALUE;

  if (self->token != PE_JSON_NONE && of_value)
    pe_json_print_pointer (json, self->token, out);
  else if (last == NULL || !of_value)
    pe_json_print_pointer (json, self->container, out);
  else
    pe_json_print_pointer_below (json, self->container, pe_json_is_object (json, self->container) ? last : NULL,
                                 pe_json_node_at (json, self->container)->size, out);
}

/* found, expected and limit are nullable. */
static pe_status
refuse (pe_json_scanner *self, pe_status code, size_t start, size_t length, const char *found,
        const pe_json_hint *expected, const char *limit)
{
  pe_place  place = PE_PLACE_WHAT ("");
  pe_buffer pointer = PE_BUFFER_INIT;
  pe_status status;

  if (self->error == NULL)
    return code;
  place.file = self->json->file;
  pe_json_locate (self->json, start, &place);
  place.length = length;
  print_fault_pointer (self, &pointer);
  if (pointer.status == PE_OK)
    {
      place.what = pointer.data;
      status = pe_error_set (
          self->error, code, &place, "found", found, "limit", limit, "expected", expected != NULL ? expected->en : NULL,
          "expected_zh", expected != NULL ? expected->zh : NULL, NULL);
    }
  else
    status = pe_error_set_no_memory (self->error);
  pe_buffer_clear (&pointer);
  return status;
}

pe_status
pe_json_refuse (pe_json_scanner *self, size_t start, size_t length, const pe_json_hint *expected)
{
  char found[PE_EXCERPT_SIZE];

  pe_excerpt (found, self->json->bytes + start, length);
  return refuse (self, PE_ERROR_JSON_SYNTAX, start, length, found, expected, NULL);
}

static const pe_json_hint *
get_expected (const pe_json_scanner *self)
{
  if (self->expectation == PE_JSON_EXPECT_COMMA && !pe_json_is_object (self->json, self->container))
    return &in_array;
  return &of_expectations[self->expectation];
}

pe_status
pe_json_refuse_end (pe_json_scanner *self, const pe_json_hint *expected)
{
  return refuse (self, PE_ERROR_JSON_TRUNCATED, self->json->size, 0, NULL,
                 expected != NULL ? expected : get_expected (self), NULL);
}

pe_status
pe_json_refuse_limit (pe_json_scanner *self, pe_status code, size_t start, size_t length, uint64_t limit)
{
  char      found[PE_EXCERPT_SIZE];
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *text;
  pe_status status;

  pe_buffer_add_uint (&buffer, limit);
  text = pe_buffer_steal (&buffer);
  if (text == NULL)
    return pe_json_refuse_no_memory (self);
  pe_excerpt (found, self->json->bytes + start, length);
  status = refuse (self, code, start, length, code == PE_ERROR_LIMIT_DIGITS ? found : NULL, NULL, text);
  g_free (text);
  return status;
}

pe_status
pe_json_refuse_no_memory (pe_json_scanner *self)
{
  return pe_error_set_no_memory (self->error);
}

static const slip *
find_sign (const char *bytes, size_t size)
{
  for (size_t i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strlen (signs[i].found) <= size && memcmp (signs[i].found, bytes, strlen (signs[i].found)) == 0)
      return &signs[i];
  return NULL;
}

static const pe_json_hint *
find_word (const char *bytes, size_t size)
{
  static const pe_json_hint no_plus = { "a number without a plus sign", "前面不带加号的数字" };
  static const pe_json_hint no_point = { "a digit before the point, e.g. 0.5", "小数点前的数字，如 0.5" };
  static const pe_json_hint a_digit = { "a digit after the minus sign", "负号后的数字" };
  static const pe_json_hint a_value = { "a value; a text stands in double quotes", "一个值；文字应放在双引号内" };

  for (size_t i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].found) == size && g_ascii_strncasecmp (words[i].found, bytes, size) == 0)
      return &words[i].hint;
  if (*bytes == '+')
    return &no_plus;
  if (*bytes == '.')
    return &no_point;
  return *bytes == '-' ? &a_digit : &a_value;
}

static const pe_json_hint *
find_bracket (const pe_json_scanner *self, char c)
{
  static const pe_json_hint no_value
      = { "a value after the comma, or no comma before the bracket", "逗号后的值，或去掉括号前多余的逗号" };
  static const pe_json_hint no_name
      = { "a member after the comma, or no comma before the bracket", "逗号后的成员，或去掉括号前多余的逗号" };

  if (c == '}' && self->expectation == PE_JSON_EXPECT_NAME)
    return &no_name;
  if (c == ']' && self->expectation == PE_JSON_EXPECT_VALUE && self->container != PE_JSON_NONE
      && !pe_json_is_object (self->json, self->container))
    return &no_value;
  return NULL;
}

pe_status
pe_json_refuse_next (pe_json_scanner *self)
{
  const char         *bytes = self->json->bytes + self->at;
  const size_t        left = self->json->size - self->at, word = pe_json_measure_word (self->json, self->at);
  const slip         *sign = find_sign (bytes, left);
  const pe_json_hint *hint = find_bracket (self, *bytes);
  gunichar            c;

  if (sign != NULL)
    return pe_json_refuse (self, self->at, strlen (sign->found), &sign->hint);
  if (word > 0 && self->expectation <= PE_JSON_EXPECT_FIRST_VALUE)
    hint = find_word (bytes, word);
  return pe_json_refuse (
      self, self->at, word > 0 ? word : pe_utf8_decode (bytes, left, &c), hint != NULL ? hint : get_expected (self));
}
