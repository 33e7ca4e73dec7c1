/* test-rational.c - exact rational arithmetic, small and big, against GMP
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "numbers.h"

#define BITS 65536

/* What GMP has allocated: the fast path must ask for nothing, and nothing may be left at the end. */
static size_t allocations, living;

static void *
counted_allocate (size_t size)
{
  allocations++;
  living++;
  return malloc (size);
}

static void *
counted_reallocate (void *block, size_t from, size_t to)
{
  (void) from;
  allocations++;
  return realloc (block, to);
}

static void
counted_free (void *block, size_t size)
{
  (void) size;
  living--;
  free (block);
}

static int
set_up (void **state)
{
  (void) state;
  mp_set_memory_functions (counted_allocate, counted_reallocate, counted_free);
  return 0;
}

static int
assert_nothing_is_left (void **state)
{
  (void) state;
  return living == 0 ? 0 : -1;
}

static void
set (pe_rational *out, const char *text)
{
  assert_int_equal (pe_rational_set_text (out, text, strlen (text), BITS), PE_OK);
}

/* numerator / denominator */
static void
set_fraction (pe_rational *out, const char *numerator, const char *denominator)
{
  pe_rational divisor;

  pe_rational_init (&divisor);
  set (out, numerator);
  set (&divisor, denominator);
  assert_int_equal (pe_rational_divide (out, out, &divisor, BITS), PE_OK);
  pe_rational_clear (&divisor);
}

static void
assert_value (const pe_rational *number, const char *numerator, const char *denominator)
{
  mpq_t value;

  mpq_init (value);
  mpz_set_str (mpq_numref (value), numerator, 10);
  mpz_set_str (mpq_denref (value), denominator, 10);
  numbers_assert_equal (number, value);
  mpq_clear (value);
}

/* 2^127 and what stands beside it */
#define TWO_127 "170141183460469231731687303715884105728"
#define TWO_127_LESS_1 "170141183460469231731687303715884105727"

static void
test_life (void **state)
{
  pe_rational a, b;

  (void) state;
  pe_rational_init (&a);
  pe_rational_init (&b);
  assert_value (&a, "0", "1");
  set (&a, TWO_127);
  assert_true (a.big);
  pe_rational_copy (&b, &a);
  pe_rational_copy (&b, &b);
  assert_value (&b, TWO_127, "1");
  pe_rational_move (&a, &b);
  pe_rational_move (&a, &a);
  assert_value (&a, TWO_127, "1");
  assert_value (&b, "0", "1");
  set (&b, "-2.5");
  pe_rational_move (&a, &b);
  assert_value (&a, "-5", "2");
  pe_rational_copy (&b, &a);
  assert_value (&b, "-5", "2");
  pe_rational_clear (&a);
  pe_rational_clear (&a);
  assert_value (&a, "0", "1");
  pe_rational_clear (&b);
}

static void
test_set (void **state)
{
  pe_rational number;

  (void) state;
  pe_rational_init (&number);
  pe_rational_set_int (&number, INT64_MIN);
  assert_value (&number, "-9223372036854775808", "1");
  pe_rational_set_decimal (&number, &(pe_decimal) { 250, 2, 0 });
  assert_value (&number, "5", "2");
  pe_rational_set_decimal (&number, &(pe_decimal) { INT64_MIN, 18, 0 });
  assert_value (&number, "-35184372088832", "3814697265625"); /* 2^63 / 10^18 = 2^45 / 5^18 */
  pe_rational_set_decimal (&number, &(pe_decimal) { 0, 18, 0 });
  assert_value (&number, "0", "1");
  assert_int_equal (pe_rational_set_power_of_ten (&number, 0, BITS), PE_OK);
  assert_value (&number, "1", "1");
  assert_int_equal (pe_rational_set_power_of_ten (&number, 38, BITS), PE_OK);
  assert_value (&number, "100000000000000000000000000000000000000", "1");
  assert_int_equal (pe_rational_set_power_of_ten (&number, -39, BITS), PE_OK);
  assert_value (&number, "1", "1000000000000000000000000000000000000000");
  assert_int_equal (pe_rational_set_power_of_ten (&number, INT32_MAX, BITS), PE_ERROR_LIMIT);
  assert_int_equal (pe_rational_set_power_of_ten (&number, INT32_MIN, BITS), PE_ERROR_LIMIT);
  assert_value (&number, "1", "1000000000000000000000000000000000000000");
  pe_rational_clear (&number);
}

static void
test_text (void **state)
{
  static const struct
  {
    const char *text;
    const char *numerator;
    const char *denominator;
  } cases[] = {
    { "0", "0", "1" },
    { "-0.000e5", "0", "1" },
    { "0e999999999999", "0", "1" },
    { "0.0e-999999999999", "0", "1" },
    { "2.50", "5", "2" },
    { "+2.50", "5", "2" },
    { "-.5", "-1", "2" },
    { "5.", "5", "1" },
    { "00012.500e-2", "1", "8" },
    { "1200e-2", "12", "1" },
    { "1.5e3", "1500", "1" },
    { "1E38", "100000000000000000000000000000000000000", "1" },
    { "1e39", "1000000000000000000000000000000000000000", "1" },
    { "1e-39", "1", "1000000000000000000000000000000000000000" },
    { TWO_127_LESS_1, TWO_127_LESS_1, "1" },
    { "-" TWO_127 ".0", "-" TWO_127, "1" },
    { "99999999999999999999999999999999999999", "99999999999999999999999999999999999999", "1" },
    { "1.0000000000000000000000000000000000000000000000", "1", "1" },
  };
  static const char *const broken[] = { "", "-", ".", "1e", "1e+", "e5", "1.2.3", "1 ", "1x", "nan", "1e5.", "--1" };
  pe_rational              number;
  size_t                   i;

  (void) state;
  pe_rational_init (&number);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set (&number, cases[i].text);
      assert_value (&number, cases[i].numerator, cases[i].denominator);
    }
  pe_rational_set_int (&number, 7);
  for (i = 0; i < G_N_ELEMENTS (broken); i++)
    assert_int_equal (pe_rational_set_text (&number, broken[i], strlen (broken[i]), BITS), PE_ERROR_NUMBER_SYNTAX);
  assert_value (&number, "7", "1");
  pe_rational_clear (&number);
}

/* An exponent is bounded before a power is computed: else this would need 400 MB for each. */
static void
test_text_limit (void **state)
{
  static const char *const beyond[]
      = { "1e999999999", "1e-999999999", "10e99999999999999999999", "-1e-99999999999999999", "3e20000", "3e-40000" };
  char       *digits = g_strnfill (25000, '7');
  pe_rational number;
  size_t      i, before;

  (void) state;
  pe_rational_init (&number);
  pe_rational_set_int (&number, 7);
  before = allocations;
  for (i = 0; i < G_N_ELEMENTS (beyond); i++)
    {
      size_t    length = strlen (beyond[i]);
      pe_status status = pe_rational_set_text (&number, beyond[i], length, BITS);

      assert_int_equal (status, PE_ERROR_LIMIT);
      if (i < 4)
        assert_int_equal (allocations, before);
    }
  /* 25,000 digits are 83,049 bits. */
  assert_int_equal (pe_rational_set_text (&number, digits, 25000, BITS), PE_ERROR_LIMIT);
  assert_value (&number, "7", "1");
  assert_int_equal (pe_rational_set_text (&number, digits, 19000, BITS), PE_OK);
  assert_true (number.big);
  pe_rational_clear (&number);
  g_free (digits);
}

/* The limit holds for the result in lowest terms, to the bit. */
static void
test_limit (void **state)
{
  pe_rational a, b, out;

  (void) state;
  pe_rational_init (&a);
  pe_rational_init (&b);
  pe_rational_init (&out);
  assert_int_equal (pe_rational_set_power_of_ten (&a, 77, 256), PE_OK); /* 256 bits: 10^77 < 2^256 < 10^78 */
  assert_int_equal (pe_rational_set_power_of_ten (&b, 78, 256), PE_ERROR_LIMIT);
  pe_rational_set_int (&b, 10);
  pe_rational_set_int (&out, 42);
  assert_int_equal (pe_rational_multiply (&out, &a, &b, 256), PE_ERROR_LIMIT);
  assert_int_equal (pe_rational_multiply (&out, &a, &a, 256), PE_ERROR_LIMIT);
  assert_value (&out, "42", "1");
  assert_int_equal (pe_rational_multiply (&a, &a, &b, 256), PE_ERROR_LIMIT);
  assert_int_equal (pe_rational_divide (&out, &a, &a, 256), PE_OK);
  assert_value (&out, "1", "1");
  pe_rational_set_int (&out, 42);
  assert_int_equal (pe_rational_divide (&out, &b, &b, 256), PE_OK);
  assert_int_equal (pe_rational_divide (&b, &out, &b, 256), PE_OK);            /* 1/10 */
  assert_int_equal (pe_rational_subtract (&out, &a, &b, 256), PE_ERROR_LIMIT); /* 10^78 - 1 over 10 */
  assert_value (&out, "1", "1");
  assert_int_equal (pe_rational_subtract (&out, &a, &b, 512), PE_OK);
  assert_int_equal (pe_rational_add (&out, &out, &b, 512), PE_OK);
  assert_int_equal (pe_rational_compare (&out, &a), 0);
  /* Operands far beyond the limit are not even multiplied. */
  assert_int_equal (pe_rational_set_power_of_ten (&a, 10000, BITS), PE_OK);
  assert_int_equal (pe_rational_multiply (&out, &a, &a, 256), PE_ERROR_LIMIT);
  assert_int_equal (pe_rational_add (&out, &a, &a, 256), PE_ERROR_LIMIT);
  pe_rational_clear (&a);
  pe_rational_clear (&b);
  pe_rational_clear (&out);
}

static void
test_divide_by_zero (void **state)
{
  pe_rational a, zero;

  (void) state;
  pe_rational_init (&a);
  pe_rational_init (&zero);
  set (&a, "1e50");
  assert_int_equal (pe_rational_divide (&a, &a, &zero, BITS), PE_ERROR_DIVIDE_BY_ZERO);
  assert_int_equal (pe_rational_divide (&zero, &zero, &zero, BITS), PE_ERROR_DIVIDE_BY_ZERO);
  assert_int_equal (pe_rational_divide (&zero, &zero, &a, BITS), PE_OK);
  assert_value (&zero, "0", "1");
  pe_rational_clear (&a);
}

/* The four operations, the order and the sign of a pair, against mpq. */
static void
assert_pair (mpq_srcptr x, mpq_srcptr y)
{
  pe_rational a, b, out;
  mpq_t       expected;
  int         order = mpq_cmp (x, y);

  mpq_init (expected);
  pe_rational_init (&a);
  pe_rational_init (&b);
  pe_rational_init (&out);
  numbers_set_rational (&a, x);
  numbers_set_rational (&b, y);
  numbers_assert_equal (&a, x);

  mpq_add (expected, x, y);
  assert_int_equal (pe_rational_add (&out, &a, &b, BITS), PE_OK);
  numbers_assert_equal (&out, expected);
  mpq_sub (expected, x, y);
  assert_int_equal (pe_rational_subtract (&out, &a, &b, BITS), PE_OK);
  numbers_assert_equal (&out, expected);
  mpq_mul (expected, x, y);
  assert_int_equal (pe_rational_multiply (&out, &a, &b, BITS), PE_OK);
  numbers_assert_equal (&out, expected);
  if (mpq_sgn (y) != 0)
    {
      mpq_div (expected, x, y);
      assert_int_equal (pe_rational_divide (&out, &a, &b, BITS), PE_OK);
      numbers_assert_equal (&out, expected);
    }
  assert_int_equal (pe_rational_compare (&a, &b), (order > 0) - (order < 0));
  assert_int_equal (pe_rational_compare (&b, &a), (order < 0) - (order > 0));
  assert_int_equal (pe_rational_sign (&a), mpq_sgn (x));
  assert_int_equal (pe_rational_is_integer (&a), mpz_cmp_ui (mpq_denref (x), 1) == 0);
  mpq_neg (expected, x);
  pe_rational_negate (&out, &a);
  numbers_assert_equal (&out, expected);

  /* The result may take an operand's place. */
  mpq_add (expected, x, y);
  assert_int_equal (pe_rational_add (&a, &a, &b, BITS), PE_OK);
  numbers_assert_equal (&a, expected);
  mpq_mul (expected, expected, y);
  assert_int_equal (pe_rational_multiply (&b, &a, &b, BITS), PE_OK);
  numbers_assert_equal (&b, expected);
  pe_rational_negate (&b, &b);
  mpq_neg (expected, expected);
  numbers_assert_equal (&b, expected);
  pe_rational_clear (&a);
  pe_rational_clear (&b);
  pe_rational_clear (&out);
  mpq_clear (expected);
}

/* -1/3 - 3074457345618258601/5 = -2^63/15: the one sum of words that is a word and has no opposite. */
static void
test_sum_is_least_word (void **state)
{
  pe_rational a, b;

  (void) state;
  pe_rational_init (&a);
  pe_rational_init (&b);
  set_fraction (&a, "-1", "3");
  set_fraction (&b, "-3074457345618258601", "5");
  assert_int_equal (pe_rational_add (&a, &a, &b, 4096), PE_OK);
  assert_value (&a, "-9223372036854775808", "15");
  pe_rational_clear (&a);
  pe_rational_clear (&b);
}

/* Where 64, 127 and 128 bits end, and powers of ten: every pair of every quotient of them. */
static void
test_edges (void **state)
{
  static const char *const numbers[] = {
    "0",
    "1",
    "3",
    "10",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "18446744073709551617",
    "1000000000000000000",
    "100000000000000000000000000000000000000",
    "85070591730234615865843651857942052864", /* 2^126 */
    TWO_127_LESS_1,
    TWO_127,
    "340282366920938463463374607431768211455", /* 2^128 - 1 */
    "340282366920938463463374607431768211456",
  };
  mpq_t  fractions[G_N_ELEMENTS (numbers) * G_N_ELEMENTS (numbers)];
  size_t i, j, n = 0;

  (void) state;
  for (i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (j = 1; j < G_N_ELEMENTS (numbers); j++)
      {
        mpq_init (fractions[n]);
        mpz_set_str (mpq_numref (fractions[n]), numbers[i], 10);
        mpz_set_str (mpq_denref (fractions[n]), numbers[j], 10);
        mpq_canonicalize (fractions[n]);
        if (n % 2 != 0)
          mpq_neg (fractions[n], fractions[n]);
        n++;
      }
  for (i = 0; i < n; i++)
    for (j = 0; j < n; j += 1 + (i + j) % 3)
      assert_pair (fractions[i], fractions[j]);
  for (i = 0; i < n; i++)
    mpq_clear (fractions[i]);
}

static void
next_fraction (numbers_source *source, mpq_t out, unsigned bits)
{
  numbers_next_integer (source, mpq_numref (out), bits);
  do
    numbers_next_integer (source, mpq_denref (out), bits);
  while (mpz_sgn (mpq_denref (out)) == 0);
  mpq_canonicalize (out);
}

static void
test_random (void **state)
{
  static const unsigned sizes[] = { 8, 32, 64, 100, 127, 128, 200, 600 };
  numbers_source        source = NUMBERS_SOURCE_INIT;
  mpq_t                 x, y;
  int                   i;

  (void) state;
  mpq_inits (x, y, NULL);
  for (i = 0; i < 40000; i++)
    {
      next_fraction (&source, x, sizes[numbers_below (&source, G_N_ELEMENTS (sizes))]);
      next_fraction (&source, y, sizes[numbers_below (&source, G_N_ELEMENTS (sizes))]);
      if (i % 5 == 0) /* common factors across: what one multiplies by the other has below it */
        {
          mpz_swap (mpq_numref (y), mpq_denref (x));
          if (mpz_sgn (mpq_denref (x)) == 0)
            mpz_set_ui (mpq_denref (x), 1);
          mpq_canonicalize (x);
          mpq_canonicalize (y);
        }
      assert_pair (x, y);
    }
  mpq_clears (x, y, NULL);
}

/* Neighbours in a Farey sequence, p/q and r/s with ps - qr = 1, differ by 1/(qs) alone: 2^-250 here. */
static void
test_compare_neighbours (void **state)
{
  numbers_source source = NUMBERS_SOURCE_INIT;
  mpz_t          p, q, g, s, r;
  mpq_t          x, y;
  int            i;

  (void) state;
  mpz_inits (p, q, g, s, r, NULL);
  mpq_inits (x, y, NULL);
  for (i = 0; i < 5000; i++)
    {
      next_fraction (&source, x, 126);
      mpz_set (p, mpq_numref (x));
      mpz_set (q, mpq_denref (x));
      if (mpz_cmpabs_ui (p, 2) < 0 || mpz_cmp_ui (q, 2) < 0)
        continue;
      mpz_gcdext (g, s, r, p, q); /* p s + q r = 1 */
      mpz_neg (r, r);
      mpz_set (mpq_numref (y), r);
      mpz_set (mpq_denref (y), s);
      if (mpz_sgn (s) == 0)
        continue;
      mpq_canonicalize (y);
      assert_pair (x, y);
    }
  mpq_clears (x, y, NULL);
  mpz_clears (p, q, g, s, r, NULL);
}

static gboolean
is_identical (const pe_rational *a, const pe_rational *b)
{
  if (a->big != b->big)
    return FALSE;
  return a->big ? mpq_equal (a->value, b->value) != 0
                : a->numerator == b->numerator && a->denominator == b->denominator;
}

/* a + b = b + a, (a + b) - b = a, a (b + c) = ab + ac, (a b) / b = a: equal values are the same bits. */
static void
test_laws (void **state)
{
  static const unsigned sizes[] = { 16, 60, 90, 127, 300 };
  numbers_source        source = NUMBERS_SOURCE_INIT;
  pe_rational           v[3], left, right;
  mpq_t                 x;
  int                   i, j;

  (void) state;
  mpq_init (x);
  for (j = 0; j < 3; j++)
    pe_rational_init (&v[j]);
  pe_rational_init (&left);
  pe_rational_init (&right);
  for (i = 0; i < 20000; i++)
    {
      for (j = 0; j < 3; j++)
        {
          next_fraction (&source, x, sizes[numbers_below (&source, G_N_ELEMENTS (sizes))]);
          numbers_set_rational (&v[j], x);
        }
      assert_int_equal (pe_rational_add (&left, &v[0], &v[1], BITS), PE_OK);
      assert_int_equal (pe_rational_add (&right, &v[1], &v[0], BITS), PE_OK);
      assert_true (is_identical (&left, &right));
      assert_int_equal (pe_rational_subtract (&left, &left, &v[1], BITS), PE_OK);
      assert_true (is_identical (&left, &v[0]));

      assert_int_equal (pe_rational_add (&left, &v[1], &v[2], BITS), PE_OK);
      assert_int_equal (pe_rational_multiply (&left, &left, &v[0], BITS), PE_OK);
      assert_int_equal (pe_rational_multiply (&v[2], &v[2], &v[0], BITS), PE_OK);
      assert_int_equal (pe_rational_multiply (&right, &v[0], &v[1], BITS), PE_OK);
      assert_int_equal (pe_rational_add (&v[2], &v[2], &right, BITS), PE_OK);
      assert_true (is_identical (&left, &v[2]));

      if (pe_rational_sign (&v[1]) == 0)
        continue;
      assert_int_equal (pe_rational_divide (&right, &right, &v[1], BITS), PE_OK);
      assert_true (is_identical (&right, &v[0]));
    }
  for (j = 0; j < 3; j++)
    pe_rational_clear (&v[j]);
  pe_rational_clear (&left);
  pe_rational_clear (&right);
  mpq_clear (x);
}

/* Rounding */

static void
test_round (void **state)
{
  static const struct
  {
    const char *text;
    int32_t     places;
    const char *rounded[7]; /* half_up, half_even, half_down, down, up, floor, ceiling */
  } cases[] = {
    { "2.5", 0, { "3", "2", "2", "2", "3", "2", "3" } },
    { "-2.5", 0, { "-3", "-2", "-2", "-2", "-3", "-3", "-2" } },
    { "3.5", 0, { "4", "4", "3", "3", "4", "3", "4" } },
    { "0.005", 2, { "0.01", "0", "0", "0", "0.01", "0", "0.01" } },
    { "0.0050000001", 2, { "0.01", "0.01", "0.01", "0", "0.01", "0", "0.01" } },
    { "99.995", 2, { "100", "100", "99.99", "99.99", "100", "99.99", "100" } },
    { "2149.56", 2, { "2149.56", "2149.56", "2149.56", "2149.56", "2149.56", "2149.56", "2149.56" } },
    { "2149.56", -1, { "2150", "2150", "2150", "2140", "2150", "2140", "2150" } },
    { "2150", -2, { "2200", "2200", "2100", "2100", "2200", "2100", "2200" } },
    { "-2150", -2, { "-2200", "-2200", "-2100", "-2100", "-2200", "-2200", "-2100" } },
    { "2149.56", -5, { "0", "0", "0", "0", "100000", "0", "100000" } },
    { "-2149.56", -50, { "0", "0", "0", "0", "-1e50", "-1e50", "0" } },
    { "5e49", -50, { "1e50", "0", "0", "0", "1e50", "0", "1e50" } },
    { "15e49", -50, { "2e50", "2e50", "1e50", "1e50", "2e50", "1e50", "2e50" } },
    { "0.5e-50", 50, { "1e-50", "0", "0", "0", "1e-50", "0", "1e-50" } },
    /* Twice 10^38 is beyond 2^127. */
    { "16e37", -38, { "2e38", "2e38", "2e38", "1e38", "2e38", "1e38", "2e38" } },
    { "-16e37", -38, { "-2e38", "-2e38", "-2e38", "-1e38", "-2e38", "-2e38", "-1e38" } },
    { "0", -9, { "0", "0", "0", "0", "0", "0", "0" } },
  };
  pe_rational number, expected, found;
  size_t      i;
  pe_rounding rounding;

  (void) state;
  pe_rational_init (&number);
  pe_rational_init (&expected);
  pe_rational_init (&found);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    for (rounding = PE_ROUND_HALF_UP; rounding <= PE_ROUND_CEILING; rounding++)
      {
        set (&number, cases[i].text);
        set (&expected, cases[i].rounded[rounding - 1]);
        assert_int_equal (pe_rational_round (&found, &number, cases[i].places, rounding, BITS), PE_OK);
        assert_true (is_identical (&found, &expected));
        assert_int_equal (pe_rational_round (&number, &number, cases[i].places, rounding, BITS), PE_OK);
        assert_true (is_identical (&number, &expected));
      }
  pe_rational_clear (&number);
  pe_rational_clear (&expected);
  pe_rational_clear (&found);
}

static void
test_round_limit (void **state)
{
  pe_rational third;

  (void) state;
  pe_rational_init (&third);
  set_fraction (&third, "1", "3");
  assert_int_equal (pe_rational_round (&third, &third, INT32_MAX, PE_ROUND_HALF_UP, BITS), PE_ERROR_LIMIT);
  assert_int_equal (pe_rational_round (&third, &third, INT32_MIN, PE_ROUND_UP, BITS), PE_ERROR_LIMIT);
  assert_value (&third, "1", "3");
  /* A whole number has any number of places already. */
  pe_rational_set_int (&third, 3);
  assert_int_equal (pe_rational_round (&third, &third, INT32_MAX, PE_ROUND_HALF_UP, BITS), PE_OK);
  assert_value (&third, "3", "1");
}

static void
test_round_random (void **state)
{
  static const unsigned sizes[] = { 10, 63, 127, 400 };
  numbers_source        source = NUMBERS_SOURCE_INIT;
  pe_rational           number, found;
  mpq_t                 x, expected, power;
  pe_decimal            decimal;
  pe_rounding           rounding;
  pe_status             status;
  int32_t               places;
  int                   i;

  (void) state;
  mpq_inits (x, expected, power, NULL);
  pe_rational_init (&number);
  pe_rational_init (&found);
  for (i = 0; i < 20000; i++)
    {
      next_fraction (&source, x, sizes[numbers_below (&source, G_N_ELEMENTS (sizes))]);
      places = (int32_t) numbers_below (&source, 60) - 25;
      if (i % 4 == 0) /* ties of decimals: any odd number of halves */
        {
          mpz_setbit (mpq_numref (x), 0);
          mpz_ui_pow_ui (mpq_denref (x), 10, (unsigned long) MAX (places, 0));
          mpz_mul_ui (mpq_denref (x), mpq_denref (x), 2);
          mpq_canonicalize (x);
        }
      numbers_set_rational (&number, x);
      for (rounding = PE_ROUND_HALF_UP; rounding <= PE_ROUND_CEILING; rounding++)
        {
          mpz_set_ui (mpq_denref (expected), 1);
          numbers_round (mpq_numref (expected), x, places, rounding);
          status = places < 0 || places > 18 ? PE_ERROR_OVERFLOW
                                             : pe_rational_to_decimal (&decimal, &number, places, rounding);
          assert_int_equal (status == PE_OK, places >= 0 && places <= 18 && numbers_fits_int64 (mpq_numref (expected)));
          if (status == PE_OK)
            {
              assert_int_equal (decimal.coefficient, numbers_get_int64 (mpq_numref (expected)));
              assert_int_equal (decimal.scale, places);
            }
          mpz_ui_pow_ui (mpq_numref (power), 10, (unsigned long) ABS (places));
          if (places < 0)
            mpq_mul (expected, expected, power);
          else
            mpq_div (expected, expected, power);
          assert_int_equal (pe_rational_round (&found, &number, places, rounding, BITS), PE_OK);
          numbers_assert_equal (&found, expected);
        }
    }
  pe_rational_clear (&number);
  pe_rational_clear (&found);
  mpq_clears (x, expected, power, NULL);
}

static void
test_is_decimal (void **state)
{
  static const struct
  {
    const char *numerator;
    const char *denominator;
    gboolean    is_decimal;
    pe_decimal  decimal;
  } cases[] = {
    { "0", "1", TRUE, { 0, 0, 0 } },
    { "5", "2", TRUE, { 25, 1, 0 } },
    { "-1", "8", TRUE, { -125, 3, 0 } },
    { "3", "25", TRUE, { 12, 2, 0 } },
    { "100", "1", TRUE, { 100, 0, 0 } },
    { "1", "3", FALSE, { 0, 0, 0 } },
    { "1", "30", FALSE, { 0, 0, 0 } },
    { "1", "262144", TRUE, { 3814697265625, 18, 0 } }, /* 2^-18 = 5^18 / 10^18 */
    { "1", "524288", FALSE, { 0, 0, 0 } },
    { "1", "1000000000000000000", TRUE, { 1, 18, 0 } },
    { "9223372036854775807", "1000000000000000000", TRUE, { INT64_MAX, 18, 0 } },
    { "-9223372036854775808", "1", TRUE, { INT64_MIN, 0, 0 } },
    { "9223372036854775808", "1", FALSE, { 0, 0, 0 } },
    { "9223372036854775807", "2", FALSE, { 0, 0, 0 } },
    { TWO_127, "1", FALSE, { 0, 0, 0 } },
    { "1", TWO_127, FALSE, { 0, 0, 0 } },
  };
  pe_decimal  found;
  pe_rational number;
  size_t      i;

  (void) state;
  pe_rational_init (&number);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_fraction (&number, cases[i].numerator, cases[i].denominator);
      found = (pe_decimal) { 0, 0, 0 };
      assert_int_equal (pe_rational_is_decimal (&found, &number), cases[i].is_decimal);
      assert_int_equal (found.coefficient, cases[i].decimal.coefficient);
      assert_int_equal (found.scale, cases[i].decimal.scale);
    }
  pe_rational_clear (&number);
}

/* Digits */

static void
assert_truncated (const pe_rational *number, int32_t places, const char *expected)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *text;

  pe_rational_print_truncated (number, places, &buffer);
  text = pe_buffer_steal (&buffer);
  assert_string_equal (text, expected);
  g_free (text);
}

static void
test_print_truncated (void **state)
{
  static const struct
  {
    const char *numerator;
    const char *denominator;
    int32_t     places;
    const char *text;
  } cases[] = {
    { "21495.6", "2155.61", 7, "9.9719336…" }, /* the execution rate of Zengcheng 2023 on ten marks */
    { "187.61", "258.83", 7, "0.7248386…" },
    { "5", "2", 7, "2.5" },
    { "5", "2", 0, "2…" },
    { "-5", "2", 1, "-2.5" },
    { "-1", "3", 3, "-0.333…" },
    { "-1", "1000", 2, "-0…" },
    { "1", "1000", 3, "0.001" },
    { "2.5000001", "1", 3, "2.5…" },
    { "2.0000001", "1", 3, "2…" },
    { "-20.0300001", "1", 5, "-20.03…" },
    { "-1", "3e8", 7, "-0…" },
    { "922337203685477580.75", "1", 1,
      "922337203685477580.7…" }, /* a decimal as far as it is printed, but no decimal */
    { "922337203685477580.75", "1", 2, "922337203685477580.75" },
    { "1e18", "3", 18, "333333333333333333.333333333333333333…" },
    { "20.0300", "1", 5, "20.03" },
    { "0", "7", 3, "0" },
    { "200", "1", 3, "200" },
    { "1e40", "1", 3, "10000000000000000000000000000000000000000" },
    { "1e40", "3", 2, "3333333333333333333333333333333333333333.33…" },
    { "-1", "3e40", 42, "-0.000000000000000000000000000000000000000033…" },
    { "1", "8e40", 50, "0.0000000000000000000000000000000000000000125" },
    { "1", TWO_127_LESS_1, 5, "0…" },
    { "200000000000000000000000000000000000000", TWO_127_LESS_1, 3, "1.175…" },
  };
  pe_rational number;
  size_t      i;

  (void) state;
  pe_rational_init (&number);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_fraction (&number, cases[i].numerator, cases[i].denominator);
      assert_truncated (&number, cases[i].places, cases[i].text);
    }
  pe_rational_clear (&number);
}

/* The same value twice, once with digits that fit 128 bits and once read back from what was printed. */
static void
test_print_truncated_random (void **state)
{
  static const unsigned sizes[] = { 20, 63, 124, 127, 300 };
  numbers_source        source = NUMBERS_SOURCE_INIT;
  pe_rational           number, again, down;
  mpq_t                 x;
  int32_t               places;
  int                   i;

  (void) state;
  mpq_init (x);
  pe_rational_init (&number);
  pe_rational_init (&again);
  pe_rational_init (&down);
  for (i = 0; i < 20000; i++)
    {
      pe_buffer buffer = PE_BUFFER_INIT;
      gboolean  cut;
      char     *text;

      next_fraction (&source, x, sizes[numbers_below (&source, G_N_ELEMENTS (sizes))]);
      if (i % 4 == 0) /* one that ends */
        {
          mpz_ui_pow_ui (mpq_denref (x), 10, (unsigned long) numbers_below (&source, 30));
          mpq_canonicalize (x);
        }
      places = (int32_t) numbers_below (&source, 60);
      numbers_set_rational (&number, x);
      pe_rational_print_truncated (&number, places, &buffer);
      text = pe_buffer_steal (&buffer);
      cut = g_str_has_suffix (text, "…");
      text[strlen (text) - (cut ? strlen ("…") : 0)] = '\0';
      assert_false (strchr (text, '.') != NULL && g_str_has_suffix (text, "0"));
      set (&again, text);
      assert_int_equal (pe_rational_round (&down, &number, places, PE_ROUND_DOWN, BITS), PE_OK);
      assert_true (is_identical (&again, &down));
      assert_int_equal (cut, !is_identical (&number, &down));
      g_free (text);
    }
  pe_rational_clear (&number);
  pe_rational_clear (&again);
  pe_rational_clear (&down);
  mpq_clear (x);
}

/* What an evaluation does with amounts of two places must not ask for memory. */
static void
test_small_allocates_nothing (void **state)
{
  numbers_source source = NUMBERS_SOURCE_INIT;
  const size_t   before = allocations;
  pe_rational    spent, budget, marks, score;
  pe_decimal     points;
  int            i;

  (void) state;
  pe_rational_init (&spent);
  pe_rational_init (&budget);
  pe_rational_init (&marks);
  pe_rational_init (&score);
  for (i = 0; i < 10000; i++)
    {
      pe_rational_set_decimal (&spent, &(pe_decimal) { (int64_t) (numbers_next (&source) >> 20), 2, 0 });
      pe_rational_set_decimal (&budget, &(pe_decimal) { (int64_t) (numbers_next (&source) >> 20) + 1, 2, 0 });
      pe_rational_set_int (&marks, 10);
      assert_int_equal (pe_rational_multiply (&score, &marks, &spent, BITS), PE_OK);
      assert_int_equal (pe_rational_divide (&score, &score, &budget, BITS), PE_OK);
      (void) pe_rational_compare (&score, &marks);
      assert_int_equal (pe_rational_round (&score, &score, 2, PE_ROUND_HALF_UP, BITS), PE_OK);
      if (pe_rational_compare (&score, &marks) < 0)
        assert_int_equal (pe_rational_to_decimal (&points, &score, 2, PE_ROUND_HALF_UP), PE_OK);
      assert_int_equal (pe_rational_subtract (&score, &marks, &score, BITS), PE_OK);
    }
  assert_int_equal (allocations, before);
}

/* A decimal times a power of ten is what multiplying says, on both sides of the eighteen places that words hold. */
static void
test_scaled (void **state)
{
  static const int64_t coefficients[] = { 0, 1, -1, 5, 25, -250, 1024, 1000000, 215561, INT64_MAX, INT64_MIN };
  pe_rational          scaled, power, product;

  (void) state;
  pe_rational_init (&scaled);
  pe_rational_init (&power);
  pe_rational_init (&product);
  for (size_t i = 0; i < G_N_ELEMENTS (coefficients); i++)
    for (int32_t scale = 0; scale <= 18; scale++)
      for (int32_t exponent = -40; exponent <= 40; exponent++)
        {
          const pe_decimal number = { coefficients[i], scale, 0 };

          assert_int_equal (pe_rational_set_power_of_ten (&power, exponent, 1000), PE_OK);
          pe_rational_set_decimal (&product, &number);
          assert_int_equal (pe_rational_multiply (&product, &product, &power, 1000), PE_OK);
          assert_int_equal (pe_rational_set_scaled (&scaled, &number, exponent, 1000), PE_OK);
          assert_int_equal (pe_rational_compare (&scaled, &product), 0);
          assert_int_equal (scaled.big, product.big);
        }
  assert_int_equal (pe_rational_set_scaled (&scaled, &(pe_decimal) { 1, 0, 0 }, 5000, 1000), PE_ERROR_LIMIT);
  pe_rational_clear (&scaled);
  pe_rational_clear (&power);
  pe_rational_clear (&product);
}

/* Past 128 bits: equal where both are, and have the same value. */
static void
test_equal_big (void **state)
{
  pe_rational small, one, other;

  (void) state;
  pe_rational_init (&small);
  pe_rational_init (&one);
  pe_rational_init (&other);
  assert_int_equal (pe_rational_set_power_of_ten (&one, 60, 1000), PE_OK);
  assert_int_equal (pe_rational_set_power_of_ten (&other, 60, 1000), PE_OK);
  assert_true (one.big && other.big);
  assert_true (pe_rational_equal (&one, &other));
  assert_false (pe_rational_equal (&one, &small));
  assert_false (pe_rational_equal (&small, &one));
  assert_int_equal (pe_rational_set_power_of_ten (&other, 61, 1000), PE_OK);
  assert_false (pe_rational_equal (&one, &other));
  pe_rational_clear (&small);
  pe_rational_clear (&one);
  pe_rational_clear (&other);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_teardown (test_life, assert_nothing_is_left),
    cmocka_unit_test_teardown (test_set, assert_nothing_is_left),
    cmocka_unit_test_teardown (test_text, assert_nothing_is_left),
    cmocka_unit_test_teardown (test_text_limit, assert_nothing_is_left),
    cmocka_unit_test_teardown (test_limit, assert_nothing_is_left),
    cmocka_unit_test_teardown (test_divide_by_zero, assert_nothing_is_left),
    cmocka_unit_test_teardown (test_sum_is_least_word, assert_nothing_is_left),
    cmocka_unit_test_teardown (test_edges, assert_nothing_is_left),
    cmocka_unit_test_teardown (test_random, assert_nothing_is_left),
    cmocka_unit_test_teardown (test_compare_neighbours, assert_nothing_is_left),
    cmocka_unit_test_teardown (test_laws, assert_nothing_is_left),
    cmocka_unit_test_teardown (test_round, assert_nothing_is_left),
    cmocka_unit_test_teardown (test_round_limit, assert_nothing_is_left),
    cmocka_unit_test_teardown (test_round_random, assert_nothing_is_left),
    cmocka_unit_test_teardown (test_is_decimal, assert_nothing_is_left),
    cmocka_unit_test_teardown (test_print_truncated, assert_nothing_is_left),
    cmocka_unit_test_teardown (test_print_truncated_random, assert_nothing_is_left),
    cmocka_unit_test_teardown (test_small_allocates_nothing, assert_nothing_is_left),
    cmocka_unit_test (test_equal_big),
    cmocka_unit_test (test_scaled),
  };

  return cmocka_run_group_tests (tests, set_up, NULL);
}
