/* figure.c - a number with its unit, or the reason why there is none
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "figure-private.h"

#include <string.h>

#include "decimal-private.h"
#include "finding-private.h"
#include "utf8-private.h"

/* A piece of an input; not NUL-terminated. */
typedef struct
{
  const char *text;
  size_t      length;
} piece;

/* Units */

static const struct
{
  pe_unit       unit;
  pe_dimension  dimension;
  int32_t       exponent;
  const char   *name;
  pe_short_text suffix; /* behind a number; the word of another unit is the row's own and not known here */
} units[] = {
  { PE_UNIT_NONE, PE_DIMENSION_NONE, 0, "", PE_SHORT_TEXT ("") },
  { PE_UNIT_YUAN, PE_DIMENSION_MONEY, 0, "元", PE_SHORT_TEXT (" 元") },
  { PE_UNIT_WAN_YUAN, PE_DIMENSION_MONEY, 4, "万元", PE_SHORT_TEXT (" 万元") },
  { PE_UNIT_YI_YUAN, PE_DIMENSION_MONEY, 8, "亿元", PE_SHORT_TEXT (" 亿元") },
  { PE_UNIT_PERCENT, PE_DIMENSION_SHARE, -2, "%", PE_SHORT_TEXT ("%") },
  { PE_UNIT_PERMILLE, PE_DIMENSION_SHARE, -3, "‰", PE_SHORT_TEXT ("‰") },
  { PE_UNIT_PERCENTAGE_POINT, PE_DIMENSION_POINT_OF_PERCENTAGE, 0, "百分点", PE_SHORT_TEXT (" 百分点") },
  { PE_UNIT_COUNT, PE_DIMENSION_COUNT, 0, "个", PE_SHORT_TEXT (" 个") },
  { PE_UNIT_DAY, PE_DIMENSION_DAY, 0, "天", PE_SHORT_TEXT (" 天") },
  { PE_UNIT_POINT, PE_DIMENSION_SCORE, 0, "分", PE_SHORT_TEXT (" 分") },
  { PE_UNIT_TRUTH, PE_DIMENSION_TRUTH, 0, "是/否", PE_SHORT_TEXT (" 是/否") },
  { PE_UNIT_OTHER, PE_DIMENSION_OTHER, 0, "其他", PE_SHORT_TEXT ("") },
};

/* What offices write beside the names above. 个百分点 is how a difference of percentages is counted out, no 个 of things. */
static const struct
{
  const char *word;
  pe_unit     unit;
} words[] = {
  { "％", PE_UNIT_PERCENT }, { "个百分点", PE_UNIT_PERCENTAGE_POINT },
  { "家", PE_UNIT_COUNT },   { "次", PE_UNIT_COUNT },
  { "人", PE_UNIT_COUNT },   { "项", PE_UNIT_COUNT },
  { "件", PE_UNIT_COUNT },   { "户", PE_UNIT_COUNT },
  { "份", PE_UNIT_COUNT },   { "名", PE_UNIT_COUNT },
  { "宗", PE_UNIT_COUNT },   { "条", PE_UNIT_COUNT },
  { "日", PE_UNIT_DAY },     { "是", PE_UNIT_TRUTH },
  { "否", PE_UNIT_TRUTH },
};

static const char *const not_applicable_words[] = { "-", "—", "--", "/", "不适用" };

/* The index in units; -1 for a number that is no unit. Every record of a ledger asks, so it is no search. */
static int
find_unit (pe_unit unit)
{
  static const guint8 indices[PE_UNIT_OTHER + 1]
      = { [PE_UNIT_YUAN] = 1,     [PE_UNIT_WAN_YUAN] = 2,         [PE_UNIT_YI_YUAN] = 3, [PE_UNIT_PERCENT] = 4,
          [PE_UNIT_PERMILLE] = 5, [PE_UNIT_PERCENTAGE_POINT] = 6, [PE_UNIT_COUNT] = 7,   [PE_UNIT_DAY] = 8,
          [PE_UNIT_POINT] = 9,    [PE_UNIT_TRUTH] = 10,           [PE_UNIT_OTHER] = 11 };

  if (unit < 0 || unit > PE_UNIT_OTHER || units[indices[unit]].unit != unit)
    return -1;
  return indices[unit];
}

static gboolean
piece_is (const piece *self, const char *word)
{
  return strlen (word) == self->length && memcmp (self->text, word, self->length) == 0;
}

/* FALSE for a word that names no unit; OTHER is no word. */
static gboolean
piece_find_unit (const piece *self, pe_unit *out)
{
  size_t i;

  for (i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i].unit != PE_UNIT_OTHER && piece_is (self, units[i].name))
      {
        *out = units[i].unit;
        return TRUE;
      }
  for (i = 0; i < G_N_ELEMENTS (words); i++)
    if (piece_is (self, words[i].word))
      {
        *out = words[i].unit;
        return TRUE;
      }
  return FALSE;
}

pe_dimension
pe_unit_get_dimension (pe_unit unit)
{
  const int i = find_unit (unit);

  return i < 0 ? PE_DIMENSION_OTHER : units[i].dimension;
}

int32_t
pe_unit_get_exponent (pe_unit unit)
{
  const int i = find_unit (unit);

  return i < 0 ? 0 : units[i].exponent;
}

const char *
pe_unit_get_name (pe_unit unit)
{
  const int i = find_unit (unit);

  return i < 0 ? NULL : units[i].name;
}

/* Takes blanks off both ends, U+3000 among them; the bytes are UTF-8. */
static void
piece_strip (piece *self)
{
  const char *last;

  while (self->length > 0 && g_unichar_isspace (g_utf8_get_char (self->text)))
    {
      last = g_utf8_next_char (self->text);
      self->length -= (size_t) (last - self->text);
      self->text = last;
    }
  while (self->length > 0)
    {
      last = g_utf8_prev_char (self->text + self->length);
      if (!g_unichar_isspace (g_utf8_get_char (last)))
        return;
      self->length = (size_t) (last - self->text);
    }
}

static pe_status
refuse (pe_error **error, pe_status code, const piece *found)
{
  char excerpt[PE_EXCERPT_SIZE];

  return pe_error_set (error, code, NULL, "found", pe_excerpt (excerpt, found->text, found->length), NULL);
}

pe_status
pe_unit_parse (pe_unit *out, const char *text, size_t length, pe_error **error)
{
  char   excerpt[PE_EXCERPT_SIZE];
  piece  word = { text, length };
  size_t offset;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "a place for the unit");
  if (text == NULL)
    return pe_error_set_argument (error, "text", "a text");
  if (pe_utf8_validate (text, length, &offset))
    {
      piece_strip (&word);
      if (piece_find_unit (&word, out))
        return PE_OK;
    }
  return pe_error_set (error, PE_ERROR_UNIT_UNKNOWN, NULL, "found", pe_excerpt (excerpt, word.text, word.length),
                       "expected", "元 万元 亿元 % ‰ 百分点 个 天 分 是/否", NULL);
}

static pe_status
refuse_bytes (pe_error **error, const piece *found, size_t offset)
{
  const pe_decimal number = { (int64_t) offset, 0, 0 };
  char             excerpt[PE_EXCERPT_SIZE], digits[PE_DECIMAL_PRINT_SIZE];

  (void) pe_decimal_print (digits, sizeof digits, &number, NULL);
  return pe_error_set (error, PE_ERROR_INVALID_UTF8, NULL, "offset", digits, "found",
                       pe_excerpt (excerpt, found->text, found->length), NULL);
}

/* Reading */

static gboolean
piece_is_not_applicable (const piece *self)
{
  size_t i;

  for (i = 0; i < G_N_ELEMENTS (not_applicable_words); i++)
    if (piece_is (self, not_applicable_words[i]))
      return TRUE;
  return self->length == 3 && g_ascii_strncasecmp (self->text, "n/a", 3) == 0;
}

/* A text that is a whole figure without a number in it. */
static gboolean
piece_get_word (const piece *self, pe_figure *out)
{
  const gboolean yes = piece_is (self, "是");

  if (self->length == 0)
    *out = (pe_figure) { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  else if (piece_is_not_applicable (self))
    *out = (pe_figure) { { 0, 0, 0 }, PE_STATE_NOT_APPLICABLE, PE_UNIT_NONE };
  else if (yes || piece_is (self, "否"))
    *out = (pe_figure) { { yes, 0, 0 }, PE_STATE_VALUE, PE_UNIT_TRUTH };
  else
    return FALSE;
  return TRUE;
}

static gboolean
is_digit_at (const piece *self, size_t at)
{
  return at < self->length && g_ascii_isdigit (self->text[at]);
}

static gboolean
is_one_at (const piece *self, size_t at, char one, char other)
{
  return at < self->length && (self->text[at] == one || self->text[at] == other);
}

/* How many bytes are the number: its sign, everything of digits, points and separators, and an exponent, so that
 * what is wrong with it is said of all of it. 0 when there is no digit. */
static size_t
piece_measure_number (const piece *self)
{
  size_t   at = is_one_at (self, 0, '+', '-') ? 1 : 0, digits;
  gboolean any = FALSE;

  for (; is_digit_at (self, at) || is_one_at (self, at, '.', ','); at++)
    any |= g_ascii_isdigit (self->text[at]);
  if (!any)
    return 0;
  if (!is_one_at (self, at, 'e', 'E'))
    return at;
  digits = at + (is_one_at (self, at + 1, '+', '-') ? 2 : 1);
  if (!is_digit_at (self, digits))
    return at;
  while (is_digit_at (self, digits))
    digits++;
  return digits;
}

/* A word begins with a letter or a sign such as ℃ or ¥. A digit or punctuation after the number ("5-3", "2023-01-01")
 * is a sign that the text is no figure at all. */
static gboolean
piece_is_word (const piece *self)
{
  const gunichar     c = g_utf8_get_char (self->text);
  const GUnicodeType type = g_unichar_type (c);

  return g_unichar_isalpha (c) || type == G_UNICODE_CURRENCY_SYMBOL || type == G_UNICODE_OTHER_SYMBOL;
}

/* FALSE when the piece behind the number is no unit of it. 是 and 否 are figures, not units of a number: "5 是" means
 * nothing, and "1 否" contradicts itself. */
static gboolean
piece_get_unit (const piece *self, const pe_decimal *number, pe_unit *out)
{
  pe_decimal one = { 1, 0, 0 }, zero = { 0, 0, 0 };

  if (!piece_find_unit (self, out))
    {
      *out = PE_UNIT_OTHER;
      return piece_is_word (self);
    }
  if (*out != PE_UNIT_TRUTH)
    return TRUE;
  return piece_is (self, "是/否") && (pe_decimal_order (number, &one) == 0 || pe_decimal_order (number, &zero) == 0);
}

pe_status
pe_figure_parse (pe_figure *out, const char *text, size_t length, pe_error **error)
{
  piece     whole = { text, length }, unit;
  pe_figure figure = { { 0, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };
  size_t    offset, size;
  pe_status status;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "a pe_figure");
  if (text == NULL)
    return pe_error_set_argument (error, "text", "a text");
  if (!pe_utf8_validate (text, length, &offset))
    return refuse_bytes (error, &whole, offset);
  piece_strip (&whole);
  if (piece_get_word (&whole, out))
    return PE_OK;

  size = piece_measure_number (&whole);
  if (size == 0)
    return refuse (error, PE_ERROR_NUMBER_SYNTAX, &whole);
  status = pe_decimal_parse_at (&figure.value, whole.text, size, NULL, error);
  if (status != PE_OK)
    return status;
  unit = (piece) { whole.text + size, whole.length - size };
  piece_strip (&unit);
  if (!piece_get_unit (&unit, &figure.value, &figure.unit))
    return refuse (error, PE_ERROR_NUMBER_SYNTAX, &whole);
  *out = figure;
  return PE_OK;
}

/* Converting */

gboolean
pe_figure_is_well_formed (const pe_figure *self)
{
  if (self->state < PE_STATE_MISSING || self->state > PE_STATE_INVALID || find_unit (self->unit) < 0
      || !pe_decimal_is_well_formed (&self->value))
    return FALSE;
  return self->state == PE_STATE_VALUE || self->value.coefficient == 0;
}

/* *number *= 10^exponent: the point moves as far as it can, zeros do the rest. FALSE when it does not fit. */
static gboolean
move_point (pe_decimal *number, int32_t exponent)
{
  int64_t coefficient = number->coefficient;
  int32_t scale = number->scale - exponent;

  for (; scale < 0; scale++)
    if (__builtin_mul_overflow (coefficient, 10, &coefficient))
      return FALSE;
  for (; scale > PE_DECIMAL_MAX_SCALE; scale--)
    {
      if (coefficient % 10 != 0)
        return FALSE;
      coefficient /= 10;
    }
  *number = (pe_decimal) { coefficient, scale, 0 };
  return TRUE;
}

static pe_status
refuse_point (pe_error **error, const pe_decimal *number, int32_t exponent)
{
  pe_int128 coefficient = number->coefficient;
  int32_t   scale = number->scale - exponent;

  for (; scale < 0; scale++)
    coefficient *= 10;
  return pe_decimal_set_overflow (error, coefficient, scale);
}

/* A bare number has no unit to name. */
static pe_status
refuse_units (pe_error **error, pe_unit from, pe_unit to)
{
  const char *found = from == PE_UNIT_NONE ? NULL : pe_unit_get_name (from);
  const char *expected = to == PE_UNIT_NONE ? NULL : pe_unit_get_name (to);

  return pe_error_set (error, PE_ERROR_UNIT_MISMATCH, NULL, "found", found, "expected", expected, NULL);
}

pe_status
pe_figure_convert (pe_figure *out, const pe_figure *self, pe_unit unit, pe_error **error)
{
  pe_figure figure;
  int32_t   exponent;
  gboolean  bare;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "a pe_figure");
  if (self == NULL || !pe_figure_is_well_formed (self))
    return pe_error_set_argument (error, "self", "a well-formed pe_figure");
  if (find_unit (unit) < 0)
    return pe_error_set_argument (error, "unit", "a pe_unit");

  figure = *self;
  /* A cell that was left empty has no unit yet. */
  bare = self->state != PE_STATE_VALUE && self->unit == PE_UNIT_NONE;
  if (!bare && pe_unit_get_dimension (self->unit) != pe_unit_get_dimension (unit))
    return refuse_units (error, self->unit, unit);
  exponent = pe_unit_get_exponent (self->unit) - pe_unit_get_exponent (unit);
  if (self->state == PE_STATE_VALUE && !move_point (&figure.value, exponent))
    return refuse_point (error, &self->value, exponent);
  figure.unit = unit;
  *out = figure;
  return PE_OK;
}

/* Writing */

static const char *
state_word (pe_state state)
{
  switch (state)
    {
    case PE_STATE_NOT_APPLICABLE:
      return "不适用";
    case PE_STATE_TEXT:
      return "文字";
    case PE_STATE_ZERO_DENOMINATOR:
      return "分母为零";
    case PE_STATE_INVALID:
      return "无效";
    default:
      return "";
    }
}

void
pe_figure_print (const pe_figure *self, pe_buffer *out)
{
  int unit;

  if (self->state != PE_STATE_VALUE)
    {
      pe_buffer_add_string (out, state_word (self->state));
      return;
    }
  if (self->unit == PE_UNIT_TRUTH)
    {
      pe_buffer_add_string (out, self->value.coefficient != 0 ? "是" : "否");
      return;
    }
  pe_buffer_add_decimal (out, &self->value);
  unit = find_unit (self->unit);
  if (unit >= 0)
    pe_buffer_add_short (out, &units[unit].suffix);
}
