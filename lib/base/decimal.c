/* decimal.c - an exact decimal number, kept as written
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "decimal-private.h"

#include <string.h>

#include "finding-private.h"

/* Rounding */

gboolean
pe_rounding_is_known (pe_rounding rounding)
{
  return rounding >= PE_ROUND_HALF_UP && rounding <= PE_ROUND_CEILING;
}

gboolean
pe_rounding_is_away (pe_rounding rounding, gboolean negative, gboolean odd, int half)
{
  switch (rounding)
    {
    case PE_ROUND_HALF_UP:
      return half >= 0;
    case PE_ROUND_HALF_EVEN:
      return half > 0 || (half == 0 && odd);
    case PE_ROUND_HALF_DOWN:
      return half > 0;
    case PE_ROUND_UP:
      return TRUE;
    case PE_ROUND_FLOOR:
      return negative;
    case PE_ROUND_CEILING:
      return !negative;
    default:
      return FALSE;
    }
}

/* Reading */

/* A number's text, taken apart. The digits are looked at where they stand. */
typedef struct
{
  const char *text;
  size_t      length;
  size_t      first;        /* the first byte behind the sign */
  size_t      point;        /* where the point stands, or where the digits end */
  size_t      end;          /* behind the last digit */
  int64_t     exponent;     /* saturated; 0 where there is none */
  gboolean    has_exponent; /* e or E and digits end the text */
  gboolean    negative;
} parts;

/* Passes digits and separators from *at on; FALSE when there was no digit. */
static gboolean
scan_digits (const parts *self, size_t *at)
{
  gboolean found = FALSE;

  for (; *at < self->length && (g_ascii_isdigit (self->text[*at]) || self->text[*at] == ','); ++*at)
    found |= self->text[*at] != ',';
  return found;
}

/* e, an optional sign and digits, to the end of the text. */
static gboolean
scan_exponent (parts *self)
{
  size_t   at = self->end + 1;
  gboolean negative;
  int64_t  exponent = 0;

  if (self->text[self->end] != 'e' && self->text[self->end] != 'E')
    return FALSE;
  negative = at < self->length && self->text[at] == '-';
  if (at < self->length && (self->text[at] == '-' || self->text[at] == '+'))
    at++;
  if (at == self->length)
    return FALSE;
  for (; at < self->length; at++)
    {
      if (!g_ascii_isdigit (self->text[at]))
        return FALSE;
      exponent = MIN (exponent * 10 + (self->text[at] - '0'), INT32_MAX);
    }
  self->has_exponent = TRUE;
  self->exponent = negative ? -exponent : exponent;
  return TRUE;
}

static gboolean
parts_scan (parts *self, const char *text, size_t length)
{
  *self = (parts) { .text = text, .length = length };
  if (length > 0 && (text[0] == '+' || text[0] == '-'))
    {
      self->negative = text[0] == '-';
      self->first = 1;
    }
  self->end = self->first;
  if (!scan_digits (self, &self->end))
    return FALSE;
  self->point = self->end;
  if (self->end < length && text[self->end] == '.')
    {
      self->end++;
      if (!scan_digits (self, &self->end))
        return FALSE;
    }
  return self->end == length || scan_exponent (self);
}

/* Groups of three before the point, the first of one to three, none behind it. */
static gboolean
parts_separators_fit (const parts *self)
{
  gboolean separated = FALSE;
  size_t   run = 0, i;

  for (i = self->first; i < self->point; i++)
    if (self->text[i] != ',')
      run++;
    else
      {
        if (run == 0 || run > 3 || (separated && run != 3))
          return FALSE;
        separated = TRUE;
        run = 0;
      }
  if (separated && run != 3)
    return FALSE;
  return self->point == self->end || !memchr (self->text + self->point, ',', self->end - self->point);
}

/* FALSE when the digits do not fit. */
static gboolean
parts_get_decimal (const parts *self, pe_decimal *out)
{
  const uint64_t most = self->negative ? (uint64_t) INT64_MAX + 1 : (uint64_t) INT64_MAX;
  uint64_t       number = 0;
  size_t         i, places = self->point == self->end ? 0 : self->end - self->point - 1;

  if (places > PE_DECIMAL_MAX_SCALE)
    return FALSE;
  for (i = self->first; i < self->end; i++)
    if (g_ascii_isdigit (self->text[i])
        && (__builtin_mul_overflow (number, 10, &number)
            || __builtin_add_overflow (number, (uint64_t) (self->text[i] - '0'), &number) || number > most))
      return FALSE;
  out->coefficient = self->negative ? (int64_t) (0 - number) : (int64_t) number;
  out->scale = (int32_t) places;
  out->reserved = 0;
  return TRUE;
}

/* Bytes of the longest plain form that is offered in place of an exponent. */
#define PLAIN_SIZE 64

/* The digits of a number without its exponent: "1.5e3" is 1500. "" when that would be too long to read. */
static void
parts_print_plain (const parts *self, char out[PLAIN_SIZE])
{
  char    digits[PLAIN_SIZE];
  int64_t n = 0, point = 0, size = 0, i, whole;

  out[0] = '\0';
  for (i = (int64_t) self->first; i < (int64_t) self->end; i++)
    if (g_ascii_isdigit (self->text[i]))
      {
        if (n == PLAIN_SIZE)
          return;
        digits[n++] = self->text[i];
        point += i < (int64_t) self->point;
      }
  whole = point + self->exponent;
  if (MAX (whole, n) - MIN (whole, 0) + 4 > PLAIN_SIZE)
    return;
  if (self->negative)
    out[size++] = '-';
  /* Zeros before the last whole digit, those that the exponent adds among them. */
  for (i = MIN (whole - 1, 0); i < whole - 1 && (i >= n || digits[i] == '0');)
    i++;
  for (; i < MAX (whole, n); i++)
    {
      if (i == whole)
        out[size++] = '.';
      out[size++] = i >= 0 && i < n ? digits[i] : '0';
    }
  out[size] = '\0';
}

static pe_status
refuse (pe_error **error, pe_status code, const pe_place *place, const parts *self)
{
  char found[PE_EXCERPT_SIZE], plain[PLAIN_SIZE] = "";

  if (code == PE_ERROR_NUMBER_EXPONENT)
    parts_print_plain (self, plain);
  return pe_error_set (error, code, place, "found", pe_excerpt (found, self->text, self->length), "expected",
                       plain[0] != '\0' ? plain : NULL, "limit", code == PE_ERROR_LIMIT_DIGITS ? "18" : NULL, NULL);
}

pe_status
pe_decimal_parse_at (pe_decimal *out, const char *text, size_t length, const pe_place *place, pe_error **error)
{
  parts number;

  if (!parts_scan (&number, text, length))
    return refuse (error, PE_ERROR_NUMBER_SYNTAX, place, &number);
  if (number.has_exponent)
    return refuse (error, PE_ERROR_NUMBER_EXPONENT, place, &number);
  if (!parts_separators_fit (&number))
    return refuse (error, PE_ERROR_THOUSANDS_SEPARATOR, place, &number);
  if (!parts_get_decimal (&number, out))
    return refuse (error, PE_ERROR_LIMIT_DIGITS, place, &number);
  return PE_OK;
}

pe_status
pe_decimal_parse (pe_decimal *out, const char *text, size_t length, pe_error **error)
{
  if (out == NULL)
    return pe_error_set_argument (error, "out", "a pe_decimal");
  if (text == NULL)
    return pe_error_set_argument (error, "text", "a text");
  return pe_decimal_parse_at (out, text, length, NULL, error);
}

/* Writing */

/* Refuses a number that is NULL or malformed. */
static pe_status
check_number (const pe_decimal *number, const char *argument, pe_error **error)
{
  if (number == NULL || !pe_decimal_is_well_formed (number))
    return pe_error_set_argument (error, argument, "a number with a scale of 0 to 18");
  return PE_OK;
}

static pe_status
check_operands (const pe_decimal *a, const pe_decimal *b, const void *out, pe_error **error)
{
  if (out == NULL)
    return pe_error_set_argument (error, "out", "a place for the result");
  if (check_number (a, "a", error) != PE_OK)
    return PE_ERROR_INVALID_ARGUMENT;
  return check_number (b, "b", error);
}

/* Sign, 39 digits, a point and the zeros of 36 places. */
#define WIDE_PRINT_SIZE 80

G_ALWAYS_INLINE static inline char *
put_parts (char *out, uint64_t whole, uint64_t part, int32_t places)
{
  out = pe_digits_put (out, whole);
  *out++ = '.';
  return pe_digits_put_padded (out, part, places);
}

char *
pe_decimal_put (char *out, const pe_decimal *self)
{
  const uint64_t size = self->coefficient < 0 ? 0 - (uint64_t) self->coefficient : (uint64_t) self->coefficient;

  if (self->coefficient < 0)
    *out++ = '-';
  if (self->scale == 0)
    return pe_digits_put (out, size);
  /* The compiler divides by a number that it knows without a division. */
  if (self->scale == 2)
    return put_parts (out, size / 100, size % 100, 2);
  return put_parts (out, size / pe_digits_powers[self->scale], size % pe_digits_powers[self->scale], self->scale);
}

/* A number that may be wider than any decimal. */
static char *
print_wide_before (char *end, pe_int128 number, int32_t scale)
{
  pe_uint128 rest = number < 0 ? 0 - (pe_uint128) number : (pe_uint128) number;

  for (int32_t i = 0; i <= scale || rest != 0; i++, rest /= 10)
    {
      if (i > 0 && i == scale)
        *--end = '.';
      *--end = (char) ('0' + (int) (rest % 10));
    }
  if (number < 0)
    *--end = '-';
  return end;
}

pe_status
pe_decimal_print (char *out, size_t size, const pe_decimal *self, pe_error **error)
{
  char      digits[PE_DECIMAL_PUT_SIZE];
  size_t    length;
  pe_status status;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "a place for the digits");
  status = check_number (self, "self", error);
  if (status != PE_OK)
    return status;
  length = (size_t) (pe_decimal_put (digits, self) - digits);
  if (size <= length)
    return pe_error_set_argument (error, "size", "24");
  memcpy (out, digits, length);
  out[length] = '\0';
  return PE_OK;
}

pe_status
pe_decimal_set_overflow (pe_error **error, pe_int128 number, int32_t scale)
{
  char found[WIDE_PRINT_SIZE], *const end = found + sizeof found - 1;

  *end = '\0';
  return pe_error_set (error, PE_ERROR_OVERFLOW, NULL, "found", print_wide_before (end, number, scale), NULL);
}

/* Arithmetic: a coefficient of 64 bits times 10^18 or another one stays below 2^127, exact in 128 bits. */

static gboolean
fits (pe_int128 number)
{
  return number >= INT64_MIN && number <= INT64_MAX;
}

static pe_int128
align (const pe_decimal *number, int32_t scale)
{
  return (pe_int128) number->coefficient * pe_decimal_power_of_ten (scale - number->scale);
}

int
pe_decimal_order (const pe_decimal *a, const pe_decimal *b)
{
  const int32_t   scale = MAX (a->scale, b->scale);
  const pe_int128 left = align (a, scale), right = align (b, scale);

  return (left > right) - (left < right);
}

pe_status
pe_decimal_compare (int32_t *out, const pe_decimal *a, const pe_decimal *b, pe_error **error)
{
  pe_status status = check_operands (a, b, out, error);

  if (status == PE_OK)
    *out = pe_decimal_order (a, b);
  return status;
}

/* a + sign * b */
static pe_status
sum (pe_decimal *out, const pe_decimal *a, const pe_decimal *b, int sign, pe_error **error)
{
  pe_status status = check_operands (a, b, out, error);
  int32_t   scale;
  pe_int128 result;

  if (status != PE_OK)
    return status;
  scale = MAX (a->scale, b->scale);
  result = align (a, scale) + sign * align (b, scale);
  if (!fits (result))
    return pe_decimal_set_overflow (error, result, scale);
  *out = (pe_decimal) { (int64_t) result, scale, 0 };
  return PE_OK;
}

pe_status
pe_decimal_add (pe_decimal *out, const pe_decimal *a, const pe_decimal *b, pe_error **error)
{
  return sum (out, a, b, 1, error);
}

pe_status
pe_decimal_subtract (pe_decimal *out, const pe_decimal *a, const pe_decimal *b, pe_error **error)
{
  return sum (out, a, b, -1, error);
}

pe_status
pe_decimal_multiply (pe_decimal *out, const pe_decimal *a, const pe_decimal *b, pe_error **error)
{
  pe_status status = check_operands (a, b, out, error);
  int32_t   scale;
  pe_int128 product;

  if (status != PE_OK)
    return status;
  scale = a->scale + b->scale;
  product = (pe_int128) a->coefficient * b->coefficient;
  for (; (scale > PE_DECIMAL_MAX_SCALE || !fits (product)) && scale > 0 && product % 10 == 0; scale--)
    product /= 10;
  if (scale > PE_DECIMAL_MAX_SCALE || !fits (product))
    return pe_decimal_set_overflow (error, product, scale);
  *out = (pe_decimal) { (int64_t) product, scale, 0 };
  return PE_OK;
}

/* number / 10^cut, rounded; cut is 1 to 18 */
static pe_int128
cut_places (int64_t number, int32_t cut, pe_rounding rounding)
{
  const int64_t unit = pe_decimal_power_of_ten (cut), quotient = number / unit;
  const int64_t rest = number % unit, size = rest < 0 ? -rest : rest;
  const int     half = (size > unit - size) - (size < unit - size);

  if (rest == 0 || !pe_rounding_is_away (rounding, number < 0, quotient % 2 != 0, half))
    return quotient;
  return (pe_int128) quotient + (number < 0 ? -1 : 1);
}

pe_status
pe_decimal_quantize (pe_decimal *out, const pe_decimal *self, int32_t places, pe_rounding rounding, pe_error **error)
{
  pe_status status;
  pe_int128 result;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "a place for the result");
  status = check_number (self, "self", error);
  if (status != PE_OK)
    return status;
  if (places < 0 || places > PE_DECIMAL_MAX_SCALE)
    return pe_error_set_argument (error, "places", "0 to 18");
  if (!pe_rounding_is_known (rounding))
    return pe_error_set_argument (error, "rounding", "a pe_rounding");

  if (places >= self->scale)
    result = align (self, places);
  else
    result = cut_places (self->coefficient, self->scale - places, rounding);
  if (!fits (result))
    return pe_decimal_set_overflow (error, result, places);
  *out = (pe_decimal) { (int64_t) result, places, 0 };
  return PE_OK;
}
