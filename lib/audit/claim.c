/* claim.c - a figure that a report prints, kept as printed
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "claim-private.h"

#include <string.h>

#include "../base/figure-private.h"
#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "../base/utf8-private.h"

/* Digits, signs and separators of one number that are looked at; more do not fit a pe_decimal. */
#define NUMBER_MAX 64
/* Bytes of a unit that are looked at. */
#define UNIT_MAX 64

void
pe_claim_init (pe_claim *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

/* Characters */

/* The character at *at, a full-width one as its plain twin; moves behind it. 0 at the end. */
static gunichar
next_character (const char **at, const char *end)
{
  gunichar c;

  if (*at >= end)
    return 0;
  c = g_utf8_get_char (*at);
  *at = MIN (g_utf8_next_char (*at), end);
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c;
}

static gboolean
is_blank (gunichar c)
{
  return (c >= 9 && c <= 13) || c == ' ' || c == 0x3000 || c == 0xA0 || c == 0x200B || c == 0xFEFF;
}

static gunichar
next_visible (const char **at, const char *end)
{
  gunichar c;

  do
    c = next_character (at, end);
  while (is_blank (c));
  return c;
}

/* Units */

static const struct
{
  const char *word;
  int32_t     exponent;
} powers[] = {
  { "万亿", 12 }, { "千亿", 11 }, { "百亿", 10 }, { "十亿", 9 }, { "亿", 8 },
  { "千万", 7 },  { "百万", 6 },  { "十万", 5 },  { "万", 4 },
};

gboolean
pe_claim_unit_is_money (const pe_claim_unit *self)
{
  return pe_unit_get_dimension (self->kind) == PE_DIMENSION_MONEY;
}

gboolean
pe_claim_unit_is_share (const pe_claim_unit *self)
{
  return self->kind == PE_UNIT_PERCENT || self->kind == PE_UNIT_PERMILLE || self->kind == PE_UNIT_PERCENTAGE_POINT;
}

/* FNV-1a. */
static uint32_t
hash_word (const char *word)
{
  uint32_t hash = 2166136261u;

  for (; *word != '\0'; word++)
    hash = (hash ^ (uint8_t) *word) * 16777619u;
  return hash;
}

static void
take_power (pe_claim_unit *out, const char **word)
{
  for (size_t i = 0; i < G_N_ELEMENTS (powers); i++)
    if (g_str_has_prefix (*word, powers[i].word))
      {
        out->exponent = powers[i].exponent;
        *word += strlen (powers[i].word);
        return;
      }
  /* 千 and 百 belong to the word in 千米 and 百分点. */
  if (g_str_has_prefix (*word, "千元") || g_str_has_prefix (*word, "百元"))
    {
      out->exponent = g_str_has_prefix (*word, "千元") ? 3 : 2;
      *word += strlen ("千");
    }
}

static void
set_money (pe_claim_unit *out, const char *word)
{
  out->kind = out->exponent == 4 ? PE_UNIT_WAN_YUAN : out->exponent == 8 ? PE_UNIT_YI_YUAN : PE_UNIT_YUAN;
  out->word = hash_word (*word == '\0' ? "元" : word);
}

/* word: without blanks */
static void
read_word (pe_claim_unit *out, const char *word)
{
  const char *rest = word;

  if (*word == '%' || g_str_has_prefix (word, "百分点") || g_str_has_prefix (word, "个百分点"))
    {
      *out = (pe_claim_unit) { *word == '%' ? PE_UNIT_PERCENT : PE_UNIT_PERCENTAGE_POINT, -2, hash_word ("%") };
      return;
    }
  if (g_str_has_prefix (word, "‰") || g_str_has_prefix (word, "千分点") || g_str_has_prefix (word, "个千分点"))
    {
      *out = (pe_claim_unit) { PE_UNIT_PERMILLE, -3, hash_word ("%") };
      return;
    }
  take_power (out, &rest);
  if (g_str_has_prefix (rest, "元") || (*rest == '\0' && rest != word))
    {
      set_money (out, rest);
      return;
    }
  out->word = hash_word (rest);
  if (pe_unit_parse (&out->kind, rest, strlen (rest), NULL) != PE_OK || out->kind == PE_UNIT_TRUTH)
    out->kind = PE_UNIT_OTHER;
}

void
pe_claim_unit_read (pe_claim_unit *out, const char *text, size_t length)
{
  const char *at = text, *end = text + length;
  char        word[UNIT_MAX + 8];
  size_t      used = 0;
  gunichar    c;

  *out = (pe_claim_unit) { PE_UNIT_NONE, 0, 0 };
  while (used < UNIT_MAX && (c = next_visible (&at, end)) != 0)
    used += (size_t) g_unichar_to_utf8 (c, word + used);
  word[used] = '\0';
  if (used > 0)
    read_word (out, word);
}

/* Numbers */

typedef struct number_text
{
  char        text[NUMBER_MAX];
  size_t      length; /* NUMBER_MAX: there was more */
  gboolean    has_digit;
  int32_t     comparison;
  const char *rest;
} number_text;

static int32_t
comparison_of (gunichar c)
{
  switch (c)
    {
    case 0x2265:
    case 0x2267:
      return PE_COMPARE_AT_LEAST;
    case 0x2264:
    case 0x2266:
      return PE_COMPARE_AT_MOST;
    case '=':
    case 0x2550:
      return PE_COMPARE_EQUAL;
    case '<':
      return PE_COMPARE_BELOW;
    case '>':
      return PE_COMPARE_ABOVE;
    default:
      return 0;
    }
}

/* ">=" is one sign of two characters. */
static int32_t
join_comparisons (int32_t first, int32_t second)
{
  if (second != PE_COMPARE_EQUAL)
    return second;
  return first == PE_COMPARE_ABOVE   ? PE_COMPARE_AT_LEAST
         : first == PE_COMPARE_BELOW ? PE_COMPARE_AT_MOST
                                     : PE_COMPARE_EQUAL;
}

static gunichar
plain_sign (gunichar c)
{
  return c == 0x2212 ? '-' : c;
}

static void
keep_character (number_text *self, gunichar c)
{
  if (self->length < NUMBER_MAX)
    self->text[self->length++] = (char) c;
}

static void
scan_number (number_text *self, const char *text, const char *end)
{
  const char *at = text;
  gunichar    c;

  memset (self, 0, sizeof *self);
  self->rest = text;
  c = next_visible (&at, end);
  /* 约 */
  for (; comparison_of (c) != 0 || c == 0x7EA6; c = next_visible (&at, end))
    if (c != 0x7EA6)
      self->comparison = join_comparisons (self->comparison, comparison_of (c));
  c = plain_sign (c);
  if (c == '-' || c == '+')
    {
      keep_character (self, c);
      c = next_visible (&at, end);
    }
  for (; (c >= '0' && c <= '9') || c == ',' || c == '.'; c = next_visible (&at, end))
    {
      keep_character (self, c);
      self->has_digit = self->has_digit || (c != ',' && c != '.');
      self->rest = at;
    }
}

static gboolean
has_digit (const char *text)
{
  const char *at = text, *end = text + strlen (text);
  gunichar    c;

  while ((c = next_character (&at, end)) != 0)
    if (c >= '0' && c <= '9')
      return TRUE;
  return FALSE;
}

pe_exactness
pe_claim_get_exactness (pe_claim_nature nature, const pe_decimal *value, const pe_claim_unit *unit)
{
  const pe_decimal   hundred = { 100, 0, 0 };
  const pe_exactness by_unit
      = unit->exponent != 0 || pe_claim_unit_is_money (unit) ? PE_EXACT_NEVER : PE_EXACT_BY_PLACES;

  switch (nature)
    {
    case PE_CLAIM_AMOUNT:
    case PE_CLAIM_RATE:
      return PE_EXACT_NEVER;
    case PE_CLAIM_COUNT:
      return unit->exponent == 0 && value->scale == 0 ? PE_EXACT_ALWAYS : PE_EXACT_NEVER;
    case PE_CLAIM_MARKS:
    case PE_CLAIM_YEAR:
    case PE_CLAIM_FIXED:
      return PE_EXACT_ALWAYS;
    case PE_CLAIM_TARGET:
      return unit->kind == PE_UNIT_PERCENT && pe_decimal_order (value, &hundred) == 0 ? PE_EXACT_ALWAYS : by_unit;
    default:
      return by_unit;
    }
}

static pe_status
read_value (pe_decimal *out, const number_text *number)
{
  if (!number->has_digit)
    return PE_ERROR_NUMBER_SYNTAX;
  if (number->length == NUMBER_MAX)
    return PE_ERROR_LIMIT_DIGITS;
  return pe_decimal_parse (out, number->text, number->length, NULL);
}

static void
set_invalid (pe_claim *self, pe_status status)
{
  self->state = PE_STATE_INVALID;
  self->status = status;
  self->value = (pe_decimal) { 0, 0, 0 };
}

void
pe_claim_scan (pe_claim *self, pe_quantity *quantity, pe_claim_unit *unit)
{
  const char *end = self->text + strlen (self->text);
  number_text number;
  pe_status   status;

  *unit = (pe_claim_unit) { PE_UNIT_NONE, 0, 0 };
  memset (quantity, 0, sizeof *quantity);
  self->value = quantity->value;
  self->status = PE_OK;
  self->exponent = self->is_exact = self->comparison = 0;
  self->unit_kind = PE_UNIT_NONE;
  self->state = PE_STATE_TEXT;
  if (self->nature == PE_CLAIM_WORD || !has_digit (self->text))
    return;

  scan_number (&number, self->text, end);
  status = read_value (&self->value, &number);
  if (status != PE_OK)
    {
      set_invalid (self, status);
      return;
    }
  pe_claim_unit_read (unit, number.rest, (size_t) (end - number.rest));
  if (unit->kind == PE_UNIT_NONE && self->unit != NULL)
    pe_claim_unit_read (unit, self->unit, strlen (self->unit));
  self->state = PE_STATE_VALUE;
  self->exponent = unit->exponent;
  self->unit_kind = unit->kind;
  self->comparison = number.comparison;
  *quantity = (pe_quantity) { self->value, unit->exponent, unit->word,
                              pe_claim_get_exactness (self->nature, &self->value, unit) };
  self->is_exact = pe_quantity_is_exact (quantity, 0);
}

static gboolean
is_all_blank (const char *text)
{
  const char *at = text;

  return next_visible (&at, text + strlen (text)) == 0;
}

pe_status
pe_claim_read (pe_claim *self, pe_error **error)
{
  pe_claim      ours;
  pe_quantity   quantity;
  pe_claim_unit unit;
  size_t        offset;
  pe_status     status = pe_struct_import (&ours, sizeof ours, self, sizeof ours, "self", error);

  if (status != PE_OK)
    return status;
  if (ours.text == NULL)
    return pe_error_set_argument (error, "text", "not NULL");
  if (ours.nature < 0 || ours.nature > PE_CLAIM_WORD)
    return pe_error_set_argument (error, "nature", "0 or a pe_claim_nature");
  if (!pe_utf8_validate (ours.text, strlen (ours.text), &offset)
      || (ours.unit != NULL && !pe_utf8_validate (ours.unit, strlen (ours.unit), &offset)))
    return pe_error_set (error, PE_ERROR_INVALID_UTF8, NULL, NULL);
  if (is_all_blank (ours.text))
    return pe_error_set (error, PE_ERROR_TEXT_EMPTY, NULL, "name", "text", NULL);
  pe_claim_scan (&ours, &quantity, &unit);
  return pe_struct_export (self, &ours, sizeof ours, sizeof ours, "self", error);
}
