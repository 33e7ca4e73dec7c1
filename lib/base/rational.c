/* rational.c - exact rational arithmetic, within 128 bits wherever they suffice
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rational-big-private.h"

#include <string.h>

/* Products are made of sizes, not of signed numbers: gcc and clang then need no help of a run-time library. */
#define SMALL_MAX ((((pe_uint128) 1) << PE_RATIONAL_SMALL_BITS) - 1)

static pe_uint128
size_of (pe_int128 number)
{
  return number < 0 ? 0 - (pe_uint128) number : (pe_uint128) number; /* of -2^127 too: a sum can be it */
}

static pe_int128
with_sign (pe_uint128 size, gboolean negative)
{
  return negative ? -(pe_int128) size : (pe_int128) size;
}

/* *out = a * b; FALSE when that is no small number */
static gboolean
multiply_sizes (pe_uint128 a, pe_uint128 b, pe_uint128 *out)
{
  return !__builtin_mul_overflow (a, b, out) && *out <= SMALL_MAX;
}

static gboolean
multiply_signed (pe_int128 a, pe_uint128 b, pe_int128 *out)
{
  pe_uint128 size;

  if (!multiply_sizes (size_of (a), b, &size))
    return FALSE;
  *out = with_sign (size, a < 0);
  return TRUE;
}

static int
trailing_zeros (pe_uint128 number)
{
  const uint64_t low = (uint64_t) number;

  return low != 0 ? __builtin_ctzll (low) : 64 + __builtin_ctzll ((uint64_t) (number >> 64));
}

/* Binary but for its first step: a chain of divisions waits for each of them. gcd (0, b) is b, and gcd (a, 0) is a. */
static uint64_t
gcd_words (uint64_t a, uint64_t b)
{
  int      twos;
  uint64_t difference;

  if (b == 0)
    return a;
  a %= b;
  if (a == 0)
    return b;
  twos = MIN (__builtin_ctzll (a), __builtin_ctzll (b));
  a >>= __builtin_ctzll (a);
  b >>= __builtin_ctzll (b);
  /* Which of the two is less cannot be foreseen, so nothing branches on it; and a difference has as many factors of 2 when
   * it is below 0, so that they need not wait for its size. */
  while ((difference = a - b) != 0)
    {
      const int      more = __builtin_ctzll (difference);
      const uint64_t is_less = 0 - (uint64_t) (a < b);

      b += difference & is_less;
      a = ((difference ^ is_less) - is_less) >> more;
    }
  return b << twos;
}

/* Binary, since dividing 128 bits is dear; goes over to words as soon as both fit. gcd (0, b) is b; b is never 0, being
 * a denominator, a common factor or a power of ten. */
static pe_uint128
gcd (pe_uint128 a, pe_uint128 b)
{
  pe_uint128 swap;
  int        twos;

  if (a == 1 || b == 1)
    return 1;
  if (a == 0)
    return b;
  twos = MIN (trailing_zeros (a), trailing_zeros (b));
  a >>= trailing_zeros (a);
  b >>= trailing_zeros (b);
  while ((a | b) >> 64 != 0)
    {
      if (a < b)
        {
          swap = a;
          a = b;
          b = swap;
        }
      a -= b;
      if (a == 0)
        return b << twos;
      a >>= trailing_zeros (a);
    }
  return (pe_uint128) gcd_words ((uint64_t) a, (uint64_t) b) << twos;
}

/* 10^exponent, 0 to 38 */
static pe_uint128
power_of_ten (int32_t exponent)
{
  pe_uint128 power = 1;

  for (; exponent > 0; exponent -= PE_DECIMAL_MAX_SCALE)
    power *= (uint64_t) pe_decimal_power_of_ten (MIN (exponent, PE_DECIMAL_MAX_SCALE));
  return power;
}

/* Life */

void
pe_rational_clear_big (pe_rational *self)
{
  mpq_clear (self->value);
}

void
pe_rational_copy_big (pe_rational *out, const pe_rational *self)
{
  out->big = TRUE;
  mpq_init (out->value);
  mpq_set (out->value, self->value);
}

void
pe_rational_move (pe_rational *out, pe_rational *self)
{
  if (out == self)
    return;
  pe_rational_clear (out);
  if (!self->big)
    pe_rational_set_small (out, self->numerator, self->denominator);
  else
    {
      out->big = TRUE;
      mpq_init (out->value);
      mpq_swap (out->value, self->value);
    }
  pe_rational_clear (self);
}

/* Setting */

void
pe_rational_set_int (pe_rational *out, int64_t number)
{
  pe_rational_set_small (out, number, 1);
}

/* number / 10^places; places is 0 to 18. Only twos and fives can be common. */
static void
set_tenths (pe_rational *out, int64_t number, int32_t places)
{
  uint64_t size = number < 0 ? 0 - (uint64_t) number : (uint64_t) number, unit;
  int32_t  twos, fives;

  if (places == 0 || number == 0)
    {
      pe_rational_set_small (out, number, 1);
      return;
    }
  twos = MIN (__builtin_ctzll (size), places);
  size >>= twos;
  unit = (uint64_t) pe_decimal_power_of_ten (places) >> twos;
  for (fives = 0; fives < places && size % 5 == 0; fives++)
    {
      size /= 5;
      unit /= 5;
    }
  pe_rational_set_small (out, with_sign (size, number < 0), unit);
}

void
pe_rational_set_decimal (pe_rational *out, const pe_decimal *number)
{
  set_tenths (out, number->coefficient, number->scale);
}

pe_status
pe_rational_set_scaled (pe_rational *out, const pe_decimal *number, int32_t exponent, uint32_t bits)
{
  const int32_t shift = exponent - number->scale;
  pe_rational   power;
  pe_status     status;

  if (shift >= -PE_DECIMAL_MAX_SCALE && shift <= PE_DECIMAL_MAX_SCALE)
    {
      if (shift <= 0)
        set_tenths (out, number->coefficient, -shift);
      else
        pe_rational_set_small (out, (pe_int128) number->coefficient * pe_decimal_power_of_ten (shift), 1);
      return PE_OK;
    }
  pe_rational_init (&power);
  status = pe_rational_set_power_of_ten (&power, exponent, bits);
  if (status == PE_OK)
    {
      pe_rational_set_decimal (out, number);
      status = pe_rational_multiply (out, out, &power, bits);
    }
  pe_rational_clear (&power);
  return status;
}

pe_status
pe_rational_set_power_of_ten (pe_rational *out, int32_t exponent, uint32_t bits)
{
  if (exponent < -PE_RATIONAL_SMALL_EXPONENT || exponent > PE_RATIONAL_SMALL_EXPONENT)
    return pe_big_set_power_of_ten (out, exponent, bits);
  if (exponent < 0)
    pe_rational_set_small (out, 1, (pe_int128) power_of_ten (-exponent));
  else
    pe_rational_set_small (out, (pe_int128) power_of_ten (exponent), 1);
  return PE_OK;
}

/* A text is digits (a point among them) and an exponent. */
typedef struct
{
  const char *digits;   /* from the first to the last digit that is not 0; NULL for zero */
  size_t      length;   /* its bytes, the point included */
  size_t      n;        /* its digits */
  int64_t     exponent; /* of the last of them; saturated */
  gboolean    negative;
} numeral;

static gboolean
scan_exponent (const char *at, const char *end, int64_t *exponent)
{
  const gboolean negative = at < end && *at == '-';
  int64_t        number = 0;

  if (at < end && (*at == '-' || *at == '+'))
    at++;
  if (at == end)
    return FALSE;
  for (; at < end; at++)
    {
      if (!g_ascii_isdigit (*at))
        return FALSE;
      number = MIN (number * 10 + (*at - '0'), INT32_MAX);
    }
  *exponent = negative ? -number : number;
  return TRUE;
}

/* Counts the digits from *at on, up to a point or to what is neither. */
static gboolean
numeral_scan_digits (numeral *self, const char **at, const char *end)
{
  gboolean point = FALSE, any = FALSE;
  int64_t  zeros = 0, behind = 0;

  for (; *at < end && (g_ascii_isdigit (**at) || (**at == '.' && !point)); ++*at)
    {
      if (**at == '.')
        {
          point = TRUE;
          continue;
        }
      any = TRUE;
      behind += point;
      if (**at == '0')
        {
          zeros += self->digits != NULL;
          continue;
        }
      if (self->digits == NULL)
        self->digits = *at;
      self->n += (size_t) zeros + 1;
      zeros = 0;
      self->length = (size_t) (*at - self->digits) + 1;
    }
  self->exponent = zeros - behind;
  return any;
}

static gboolean
numeral_scan (numeral *self, const char *text, size_t length)
{
  const char *at = text, *end = text + length;
  int64_t     exponent = 0;

  memset (self, 0, sizeof *self);
  self->negative = at < end && *at == '-';
  if (at < end && (*at == '-' || *at == '+'))
    at++;
  if (!numeral_scan_digits (self, &at, end))
    return FALSE;
  if (at < end && ((*at != 'e' && *at != 'E') || !scan_exponent (at + 1, end, &exponent)))
    return FALSE;
  self->exponent += exponent;
  return TRUE;
}

/* At most 38 digits, and an exponent of at least -38. */
static void
numeral_get_small (const numeral *self, pe_rational *out)
{
  const pe_uint128 power = power_of_ten ((int32_t) ABS (self->exponent));
  pe_uint128       number = 0, common;
  size_t           i;

  for (i = 0; i < self->length; i++)
    if (self->digits[i] != '.')
      number = number * 10 + (unsigned) (self->digits[i] - '0');
  if (self->exponent >= 0)
    {
      pe_rational_set_small (out, with_sign (number * power, self->negative), 1);
      return;
    }
  common = gcd (number, power);
  pe_rational_set_small (out, with_sign (number / common, self->negative), (pe_int128) (power / common));
}

static pe_status
numeral_get_big (const numeral *self, pe_rational *out, uint32_t bits)
{
  char     *digits = g_try_malloc (self->n + 1);
  size_t    i, n = 0;
  pe_status status;

  if (digits == NULL)
    return PE_ERROR_NO_MEMORY;
  for (i = 0; i < self->length; i++)
    if (self->digits[i] != '.')
      digits[n++] = self->digits[i];
  digits[n] = '\0';
  status = pe_big_set_digits (out, digits, self->negative, (int32_t) self->exponent, bits);
  g_free (digits);
  return status;
}

pe_status
pe_rational_set_text (pe_rational *out, const char *text, size_t length, uint32_t bits)
{
  int64_t exponent, numerator_digits;
  numeral number;

  if (!numeral_scan (&number, text, length))
    return PE_ERROR_NUMBER_SYNTAX;
  exponent = number.exponent;
  if (number.digits == NULL)
    {
      pe_rational_set_small (out, 0, 1);
      return PE_OK;
    }
  /* The power of ten is bounded before anything is computed of it. */
  numerator_digits = (int64_t) number.n + MAX (exponent, 0);
  if (exponent >= -PE_RATIONAL_SMALL_EXPONENT && numerator_digits <= PE_RATIONAL_SMALL_EXPONENT)
    {
      numeral_get_small (&number, out);
      return PE_OK;
    }
  if (!pe_big_is_affordable (pe_big_power_of_ten_bits (MAX (numerator_digits, -exponent)), bits))
    return PE_ERROR_LIMIT;
  return numeral_get_big (&number, out, bits);
}

/* Arithmetic within words, which nearly all numbers of a scheme are; each answers FALSE when something does not fit, and
 * has then changed nothing. What these do is what those for 128 bits below do. */

static gboolean
is_word (pe_int128 number)
{
  return (int64_t) number == number && number != INT64_MIN;
}

static uint64_t
word_size (int64_t number)
{
  return number < 0 ? 0 - (uint64_t) number : (uint64_t) number;
}

/* Without a division by 1, which most are. */
static int64_t
reduce (int64_t number, int64_t common)
{
  return common == 1 ? number : number / common;
}

static gboolean
add_equals (pe_rational *out, int64_t a, int64_t c, int64_t denominator)
{
  int64_t sum;
  int64_t common;

  if (__builtin_add_overflow (a, c, &sum) || sum == INT64_MIN)
    return FALSE;
  common = denominator == 1 ? 1 : (int64_t) gcd_words (word_size (sum), (uint64_t) denominator);
  pe_rational_set_small (out, reduce (sum, common), reduce (denominator, common));
  return TRUE;
}

/* One of b and d is 1: the other one has no factor in common with the sum. */
static gboolean
add_whole (pe_rational *out, int64_t a, int64_t b, int64_t c, int64_t d)
{
  int64_t left, right, sum;

  if (__builtin_mul_overflow (a, d, &left) || __builtin_mul_overflow (c, b, &right)
      || __builtin_add_overflow (left, right, &sum) || sum == INT64_MIN)
    return FALSE;
  pe_rational_set_small (out, sum, (pe_int128) b * d);
  return TRUE;
}

static gboolean
add_words (pe_rational *out, pe_int128 a, pe_int128 b, pe_int128 c, pe_int128 d)
{
  int64_t g, left, right, sum, common, denominator;

  if (!is_word (a) || !is_word (b) || !is_word (c) || !is_word (d))
    return FALSE;
  if (b == d)
    return add_equals (out, (int64_t) a, (int64_t) c, (int64_t) b);
  if (b == 1 || d == 1)
    return add_whole (out, (int64_t) a, (int64_t) b, (int64_t) c, (int64_t) d);
  g = (int64_t) gcd_words ((uint64_t) b, (uint64_t) d);
  if (__builtin_mul_overflow ((int64_t) a, reduce ((int64_t) d, g), &left)
      || __builtin_mul_overflow ((int64_t) c, reduce ((int64_t) b, g), &right)
      || __builtin_add_overflow (left, right, &sum) || sum == INT64_MIN)
    return FALSE;
  common = g == 1 ? 1 : (int64_t) gcd_words (word_size (sum), (uint64_t) g);
  if (__builtin_mul_overflow (reduce ((int64_t) b, g), reduce ((int64_t) d, common), &denominator))
    return FALSE;
  pe_rational_set_small (out, reduce (sum, common), denominator);
  return TRUE;
}

static gboolean
multiply_words (pe_rational *out, pe_int128 a, pe_int128 b, pe_int128 c, pe_int128 d)
{
  int64_t left = 1, right = 1, numerator, denominator;

  if (!is_word (a) || !is_word (b) || !is_word (c) || !is_word (d))
    return FALSE;
  if (d != 1)
    left = (int64_t) gcd_words (word_size ((int64_t) a), (uint64_t) d);
  if (b != 1)
    right = (int64_t) gcd_words (word_size ((int64_t) c), (uint64_t) b);
  if (__builtin_mul_overflow (reduce ((int64_t) a, left), reduce ((int64_t) c, right), &numerator)
      || __builtin_mul_overflow (reduce ((int64_t) b, right), reduce ((int64_t) d, left), &denominator))
    return FALSE;
  pe_rational_set_small (out, numerator, denominator);
  return TRUE;
}

/* Arithmetic within 128 bits; each answers FALSE when the result may not fit, and has then changed nothing */

/* With g = gcd (b, d) only what a and c bring in can still share a factor with the denominator, and only one of g
 * (Knuth, The Art of Computer Programming, volume 2, 4.5.1): the products stay as short as they can be. */
static gboolean
add_small (pe_rational *out, pe_int128 a, pe_uint128 b, pe_int128 c, pe_uint128 d)
{
  const pe_uint128 g = gcd (b, d);
  pe_int128        left, right, sum;
  pe_uint128       common, denominator;

  if (!multiply_signed (a, d / g, &left) || !multiply_signed (c, b / g, &right)
      || __builtin_add_overflow (left, right, &sum) || size_of (sum) > SMALL_MAX)
    return FALSE;
  if (sum == 0)
    {
      pe_rational_set_small (out, 0, 1);
      return TRUE;
    }
  common = g == 1 ? 1 : gcd (size_of (sum), g);
  if (!multiply_sizes (b / g, d / common, &denominator))
    return FALSE;
  pe_rational_set_small (out, with_sign (size_of (sum) / common, sum < 0), (pe_int128) denominator);
  return TRUE;
}

/* a/b * c/d, each in lowest terms */
static gboolean
multiply_small (pe_rational *out, pe_int128 a, pe_uint128 b, pe_int128 c, pe_uint128 d)
{
  const pe_uint128 left = gcd (size_of (a), d), right = gcd (size_of (c), b);
  pe_uint128       numerator, denominator;

  if (!multiply_sizes (size_of (a) / left, size_of (c) / right, &numerator)
      || !multiply_sizes (b / right, d / left, &denominator))
    return FALSE;
  pe_rational_set_small (out, with_sign (numerator, (a < 0) != (c < 0)), (pe_int128) denominator);
  return TRUE;
}

pe_status
pe_rational_add (pe_rational *out, const pe_rational *a, const pe_rational *b, uint32_t bits)
{
  if (!a->big && !b->big
      && (add_words (out, a->numerator, a->denominator, b->numerator, b->denominator)
          || add_small (out, a->numerator, (pe_uint128) a->denominator, b->numerator, (pe_uint128) b->denominator)))
    return PE_OK;
  return pe_big_calculate (out, PE_BIG_ADD, a, b, bits);
}

pe_status
pe_rational_subtract (pe_rational *out, const pe_rational *a, const pe_rational *b, uint32_t bits)
{
  if (!a->big && !b->big
      && (add_words (out, a->numerator, a->denominator, -b->numerator, b->denominator)
          || add_small (out, a->numerator, (pe_uint128) a->denominator, -b->numerator, (pe_uint128) b->denominator)))
    return PE_OK;
  return pe_big_calculate (out, PE_BIG_SUBTRACT, a, b, bits);
}

pe_status
pe_rational_multiply (pe_rational *out, const pe_rational *a, const pe_rational *b, uint32_t bits)
{
  if (!a->big && !b->big
      && (multiply_words (out, a->numerator, a->denominator, b->numerator, b->denominator)
          || multiply_small (out, a->numerator, (pe_uint128) a->denominator, b->numerator,
                             (pe_uint128) b->denominator)))
    return PE_OK;
  return pe_big_calculate (out, PE_BIG_MULTIPLY, a, b, bits);
}

pe_status
pe_rational_divide (pe_rational *out, const pe_rational *a, const pe_rational *b, uint32_t bits)
{
  pe_int128 numerator;

  if (pe_rational_sign (b) == 0)
    return PE_ERROR_DIVIDE_BY_ZERO;
  if (a->big || b->big)
    return pe_big_calculate (out, PE_BIG_DIVIDE, a, b, bits);
  numerator = with_sign ((pe_uint128) b->denominator, b->numerator < 0);
  if (multiply_words (out, a->numerator, a->denominator, numerator, (pe_int128) size_of (b->numerator))
      || multiply_small (out, a->numerator, (pe_uint128) a->denominator, numerator, size_of (b->numerator)))
    return PE_OK;
  return pe_big_calculate (out, PE_BIG_DIVIDE, a, b, bits);
}

void
pe_rational_negate (pe_rational *out, const pe_rational *a)
{
  pe_rational_copy (out, a);
  if (out->big)
    mpq_neg (out->value, out->value);
  else
    out->numerator = -out->numerator;
}

/* Comparing */

/* A product of 256 bits. */
typedef struct
{
  pe_uint128 high;
  pe_uint128 low;
} product;

static product
multiply_whole (pe_uint128 a, pe_uint128 b)
{
  const pe_uint128 a0 = (uint64_t) a, a1 = a >> 64, b0 = (uint64_t) b, b1 = b >> 64;
  const pe_uint128 low = a0 * b0, mid = a1 * b0 + (low >> 64), carry = a0 * b1 + (uint64_t) mid;

  return (product) { a1 * b1 + (mid >> 64) + (carry >> 64), (carry << 64) | (uint64_t) low };
}

static int
compare_products (pe_uint128 a, pe_uint128 b, pe_uint128 c, pe_uint128 d)
{
  const product left = multiply_whole (a, b), right = multiply_whole (c, d);

  if (left.high != right.high)
    return left.high < right.high ? -1 : 1;
  return (left.low > right.low) - (left.low < right.low);
}

static int
compare_words (int64_t a, int64_t b, int64_t c, int64_t d)
{
  const pe_int128 left = (pe_int128) a * d, right = (pe_int128) c * b;

  return (left > right) - (left < right);
}

int
pe_rational_compare (const pe_rational *a, const pe_rational *b)
{
  int left, right, order;

  if (!a->big && !b->big && is_word (a->numerator) && is_word (a->denominator) && is_word (b->numerator)
      && is_word (b->denominator))
    return compare_words ((int64_t) a->numerator, (int64_t) a->denominator, (int64_t) b->numerator,
                          (int64_t) b->denominator);
  left = pe_rational_sign (a);
  right = pe_rational_sign (b);
  if (left != right)
    return left < right ? -1 : 1;
  if (a->big || b->big)
    return pe_big_compare (a, b);
  if (a->denominator == b->denominator)
    return (a->numerator > b->numerator) - (a->numerator < b->numerator);
  order = compare_products (
      size_of (a->numerator), (pe_uint128) b->denominator, size_of (b->numerator), (pe_uint128) a->denominator);
  return left < 0 ? -order : order;
}

gboolean
pe_rational_equal_big (const pe_rational *a, const pe_rational *b)
{
  return a->big && b->big && mpq_equal (a->value, b->value) != 0;
}

gboolean
pe_rational_is_integer (const pe_rational *self)
{
  return self->big ? mpz_cmp_ui (mpq_denref (self->value), 1) == 0 : self->denominator == 1;
}

/* Rounding */

/* *number becomes the whole part, *rest what is left over: words where both are, since dividing 128 bits is dear. */
static void
divide (pe_uint128 *number, pe_uint128 *rest, pe_uint128 denominator)
{
  const pe_uint128 dividend = *number;

  if ((dividend | denominator) >> 64 != 0)
    {
      *rest = dividend % denominator;
      *number = dividend / denominator;
      return;
    }
  *rest = (uint64_t) dividend % (uint64_t) denominator;
  *number = (uint64_t) dividend / (uint64_t) denominator;
}

/* The same within words, for places that are not negative. */
static gboolean
scale_words (pe_int128 *out, const pe_rational *self, int32_t places, pe_rounding rounding)
{
  const gboolean negative = self->numerator < 0;
  uint64_t       denominator, number, rest;
  int            half;

  if (places < 0 || places > PE_DECIMAL_MAX_SCALE || !is_word (self->numerator) || !is_word (self->denominator)
      || __builtin_mul_overflow (
          word_size ((int64_t) self->numerator), (uint64_t) pe_decimal_power_of_ten (places), &number))
    return FALSE;
  denominator = (uint64_t) self->denominator;
  rest = number % denominator;
  number /= denominator;
  half = (rest > denominator - rest) - (rest < denominator - rest);
  if (rest != 0 && pe_rounding_is_away (rounding, negative, (number & 1) != 0, half))
    number++;
  *out = with_sign (number, negative);
  return TRUE;
}

/* *out = self * 10^places as a whole number, rounded; FALSE when 128 bits do not suffice */
static gboolean
scale_small (pe_int128 *out, const pe_rational *self, int32_t places, pe_rounding rounding)
{
  const gboolean negative = self->numerator < 0;
  pe_uint128 numerator = size_of (self->numerator), denominator = (pe_uint128) self->denominator, power, common, rest;
  int        half;

  if (scale_words (out, self, places, rounding))
    return TRUE;
  if (places < -PE_RATIONAL_SMALL_EXPONENT || places > PE_RATIONAL_SMALL_EXPONENT)
    return FALSE;
  power = power_of_ten (ABS (places));
  common = gcd (places < 0 ? numerator : denominator, power);
  if (places < 0 && !multiply_sizes (denominator, power / common, &denominator))
    return FALSE;
  if (places >= 0 && !multiply_sizes (numerator, power / common, &numerator))
    return FALSE;
  if (places < 0)
    numerator /= common;
  else
    denominator /= common;
  divide (&numerator, &rest, denominator);
  half = (rest > denominator - rest) - (rest < denominator - rest);
  if (rest != 0 && pe_rounding_is_away (rounding, negative, (numerator & 1) != 0, half))
    numerator++;
  *out = with_sign (numerator, negative);
  return numerator <= SMALL_MAX;
}

/* out = number / 10^places; FALSE when it does not fit */
static gboolean
unscale_small (pe_rational *out, pe_int128 number, int32_t places)
{
  pe_uint128 size = size_of (number), power, common = 1;

  if (places >= 0 && places <= PE_DECIMAL_MAX_SCALE && is_word (number))
    {
      set_tenths (out, (int64_t) number, places);
      return TRUE;
    }
  power = power_of_ten (ABS (places));
  if (places < 0 && !multiply_sizes (size, power, &size))
    return FALSE;
  if (places > 0)
    common = gcd (size, power);
  pe_rational_set_small (out, with_sign (size / common, number < 0), places > 0 ? (pe_int128) (power / common) : 1);
  return TRUE;
}

pe_status
pe_rational_round (pe_rational *out, const pe_rational *self, int32_t places, pe_rounding rounding, uint32_t bits)
{
  pe_int128 number;

  if (places >= 0 && pe_rational_is_integer (self))
    {
      pe_rational_copy (out, self);
      return PE_OK;
    }
  if (!self->big && scale_small (&number, self, places, rounding) && unscale_small (out, number, places))
    return PE_OK;
  return pe_big_round (out, self, places, rounding, bits);
}

pe_status
pe_rational_to_decimal (pe_decimal *out, const pe_rational *self, int32_t places, pe_rounding rounding)
{
  pe_int128 number;
  int64_t   coefficient;

  if (!self->big && scale_small (&number, self, places, rounding))
    {
      if (number < INT64_MIN || number > INT64_MAX)
        return PE_ERROR_OVERFLOW;
      coefficient = (int64_t) number;
    }
  else if (!pe_big_to_int (&coefficient, self, places, rounding))
    return PE_ERROR_OVERFLOW;
  *out = (pe_decimal) { coefficient, places, 0 };
  return PE_OK;
}

/* How often a number without a factor 2 is divided by 5 before 1 is left; -1 when something else is. */
static int32_t
count_fives (uint64_t number)
{
  int32_t fives = 0;

  for (; number >= 25 && number % 25 == 0; number /= 25)
    fives += 2;
  if (number == 5)
    return fives + 1;
  return number == 1 ? fives : -1;
}

/* 10^scale / denominator, of a denominator 2^twos * 5^fives and the least scale that it divides: one of the two is spent. */
static int64_t
get_factor (int32_t twos, int32_t fives)
{
  if (twos < fives)
    return (int64_t) 1 << (fives - twos);
  return pe_decimal_power_of_ten (twos - fives) >> (twos - fives);
}

gboolean
pe_rational_is_decimal (pe_decimal *out, const pe_rational *self)
{
  int32_t twos, fives;
  int64_t coefficient;

  /* A big value has a numerator past 64 bits, or a denominator past 10^18. */
  if (self->big || (int64_t) self->numerator != self->numerator
      || self->denominator > pe_decimal_power_of_ten (PE_DECIMAL_MAX_SCALE))
    return FALSE;
  twos = __builtin_ctzll ((uint64_t) self->denominator);
  fives = count_fives ((uint64_t) self->denominator >> twos);
  if (fives < 0 || twos > PE_DECIMAL_MAX_SCALE || fives > PE_DECIMAL_MAX_SCALE
      || __builtin_mul_overflow ((int64_t) self->numerator, get_factor (twos, fives), &coefficient))
    return FALSE;
  *out = (pe_decimal) { coefficient, MAX (twos, fives), 0 };
  return TRUE;
}

/* Digits */

/* Goes down twice at most: 2^128 has 39 digits. */
static void
print_size (pe_uint128 size, pe_buffer *out)
{
  const uint64_t power = (uint64_t) pe_decimal_power_of_ten (PE_DECIMAL_MAX_SCALE);

  if (size >> 64 == 0)
    pe_buffer_add_uint (out, (uint64_t) size);
  else
    {
      print_size (size / power, out);
      pe_buffer_add_padded (out, (uint64_t) (size % power), PE_DECIMAL_MAX_SCALE);
    }
}

static void
print_number (pe_int128 number, pe_buffer *out)
{
  if (number < 0)
    pe_buffer_add_char (out, '-');
  print_size (size_of (number), out);
}

void
pe_rational_print_numerator (const pe_rational *self, pe_buffer *out)
{
  if (self->big)
    pe_big_print (mpq_numref (self->value), out);
  else
    print_number (self->numerator, out);
}

void
pe_rational_print_denominator (const pe_rational *self, pe_buffer *out)
{
  if (self->big)
    pe_big_print (mpq_denref (self->value), out);
  else
    print_number (self->denominator, out);
}

/* Digit by digit, for what is longer than a decimal. */
static void
print_long (const pe_rational *self, int32_t places, pe_buffer *out)
{
  pe_uint128 whole, rest, denominator;
  int32_t    zeros = 0, i;

  if (self->big || (pe_uint128) self->denominator > SMALL_MAX / 10)
    {
      pe_big_print_truncated (self, places, out);
      return;
    }
  denominator = (pe_uint128) self->denominator;
  whole = size_of (self->numerator);
  divide (&whole, &rest, denominator);
  if (self->numerator < 0)
    pe_buffer_add_char (out, '-');
  print_number ((pe_int128) whole, out);
  /* Zeros are written when a digit follows them, and the point with the first that is written. */
  for (i = 0; i < places && rest != 0; i++)
    {
      rest *= 10;
      if (rest < denominator)
        {
          zeros++;
          continue;
        }
      if (zeros == i)
        pe_buffer_add_char (out, '.');
      pe_buffer_add_repeated (out, '0', (size_t) zeros);
      whole = rest;
      divide (&whole, &rest, denominator);
      pe_buffer_add_char (out, (char) ('0' + (int) whole));
      zeros = 0;
    }
  if (rest != 0)
    pe_buffer_add_string (out, "…");
}

/* Zeros at the end say nothing where the number goes on. FALSE when it is no decimal as far as it is printed; one below
 * zero would not show its sign where nothing else is left of it. */
static gboolean
print_cut (const pe_rational *self, int32_t places, pe_buffer *out)
{
  pe_decimal decimal;

  if (self->big || places > PE_DECIMAL_MAX_SCALE
      || pe_rational_to_decimal (&decimal, self, places, PE_ROUND_DOWN) != PE_OK
      || (decimal.coefficient == 0 && self->numerator < 0))
    return FALSE;
  for (; decimal.scale > 0 && decimal.coefficient % 10 == 0; decimal.scale--)
    decimal.coefficient /= 10;
  pe_buffer_add_decimal (out, &decimal);
  pe_buffer_add_string (out, "…");
  return TRUE;
}

gboolean
pe_rational_print_long_decimal (const pe_rational *self, pe_buffer *out)
{
  pe_decimal decimal;

  if (!pe_rational_is_decimal (&decimal, self))
    return FALSE;
  if (pe_buffer_reserve (out, PE_DECIMAL_PUT_SIZE))
    out->size = (size_t) (pe_decimal_put (out->data + out->size, &decimal) - out->data);
  return TRUE;
}

void
pe_rational_print_long_truncated (const pe_rational *self, int32_t places, pe_buffer *out)
{
  pe_decimal decimal;

  if (pe_rational_is_decimal (&decimal, self) && decimal.scale <= places)
    pe_buffer_add_decimal (out, &decimal);
  else if (!print_cut (self, places, out))
    print_long (self, places, out);
}
