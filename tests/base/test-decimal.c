/* test-decimal.c - exact decimals: reading, writing, arithmetic, rounding
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/decimal-private.h"
#include "numbers.h"

#define N_RANDOM 100000

static const pe_decimal untouched = { 4711, 3, 0 };

static void
assert_decimal (const pe_decimal *number, int64_t coefficient, int32_t scale)
{
  assert_int_equal (number->coefficient, coefficient);
  assert_int_equal (number->scale, scale);
  assert_int_equal (number->reserved, 0);
}

/* Checks the status and that the error says the same, and gives the error back. */
static void
assert_refused (pe_status status, pe_status expected, pe_error **error)
{
  assert_int_equal (status, expected);
  assert_non_null (*error);
  assert_int_equal (pe_error_get_status (*error), expected);
  pe_error_unref (*error);
  *error = NULL;
}

/* Reading */

static void
test_parse (void **state)
{
  static const struct
  {
    const char *text;
    int64_t     coefficient;
    int32_t     scale;
  } cases[] = {
    { "0", 0, 0 },
    { "-0", 0, 0 },
    { "0.00", 0, 2 },
    { "7", 7, 0 },
    { "+7", 7, 0 },
    { "-7", -7, 0 },
    { "007", 7, 0 },
    { "2.50", 250, 2 },
    { "2.5", 25, 1 },
    { "2149.56", 214956, 2 },
    { "2,149.56", 214956, 2 },
    { "-2,149.56", -214956, 2 },
    { "1,234,567", 1234567, 0 },
    { "12,345,678.9", 123456789, 1 },
    { "9223372036854775807", INT64_MAX, 0 },
    { "-9223372036854775808", INT64_MIN, 0 },
    { "9.223372036854775807", INT64_MAX, 18 },
    { "-9.223372036854775808", INT64_MIN, 18 },
    { "0.000000000000000001", 1, 18 },
    { "0000000000000000000000000000000000001", 1, 0 },
    { "9,223,372,036,854,775,807", INT64_MAX, 0 },
  };
  pe_decimal number;
  size_t     i;

  (void) state;
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_int_equal (pe_decimal_parse (&number, cases[i].text, strlen (cases[i].text), NULL), PE_OK);
      assert_decimal (&number, cases[i].coefficient, cases[i].scale);
    }
  /* The text need not end in NUL. */
  assert_int_equal (pe_decimal_parse (&number, "12.345x", 5, NULL), PE_OK);
  assert_decimal (&number, 1234, 2);
}

static const struct
{
  const char *text;
  pe_status   status;
} refused_texts[] = {
  { "", PE_ERROR_NUMBER_SYNTAX },
  { "-", PE_ERROR_NUMBER_SYNTAX },
  { "+-1", PE_ERROR_NUMBER_SYNTAX },
  { ".5", PE_ERROR_NUMBER_SYNTAX },
  { "5.", PE_ERROR_NUMBER_SYNTAX },
  { "1.2.3", PE_ERROR_NUMBER_SYNTAX },
  { " 1", PE_ERROR_NUMBER_SYNTAX },
  { "1 ", PE_ERROR_NUMBER_SYNTAX },
  { "1 000", PE_ERROR_NUMBER_SYNTAX },
  { "12元", PE_ERROR_NUMBER_SYNTAX },
  { "１２", PE_ERROR_NUMBER_SYNTAX },
  { "1，000", PE_ERROR_NUMBER_SYNTAX },
  { "0x10", PE_ERROR_NUMBER_SYNTAX },
  { "nan", PE_ERROR_NUMBER_SYNTAX },
  { "inf", PE_ERROR_NUMBER_SYNTAX },
  { ",", PE_ERROR_NUMBER_SYNTAX },
  { "1e", PE_ERROR_NUMBER_SYNTAX },
  { "1e+", PE_ERROR_NUMBER_SYNTAX },
  { "1e5x", PE_ERROR_NUMBER_SYNTAX },
  { "\xff\xfe", PE_ERROR_NUMBER_SYNTAX },
  { "1e5", PE_ERROR_NUMBER_EXPONENT },
  { "1E5", PE_ERROR_NUMBER_EXPONENT },
  { "-1.5e-3", PE_ERROR_NUMBER_EXPONENT },
  { "1e+999999999999999999999", PE_ERROR_NUMBER_EXPONENT },
  { "0.000e-99", PE_ERROR_NUMBER_EXPONENT },
  { "7,00.0,77", PE_ERROR_THOUSANDS_SEPARATOR },
  { "1234,567", PE_ERROR_THOUSANDS_SEPARATOR },
  { "12,34", PE_ERROR_THOUSANDS_SEPARATOR },
  { "1,2345", PE_ERROR_THOUSANDS_SEPARATOR },
  { "1,234,56", PE_ERROR_THOUSANDS_SEPARATOR },
  { "1,23,456", PE_ERROR_THOUSANDS_SEPARATOR },
  { "1,,234", PE_ERROR_THOUSANDS_SEPARATOR },
  { ",123", PE_ERROR_THOUSANDS_SEPARATOR },
  { "123,", PE_ERROR_THOUSANDS_SEPARATOR },
  { "1,234.567,8", PE_ERROR_THOUSANDS_SEPARATOR },
  { "0.123,456", PE_ERROR_THOUSANDS_SEPARATOR },
  { "9223372036854775808", PE_ERROR_LIMIT_DIGITS },
  { "-9223372036854775809", PE_ERROR_LIMIT_DIGITS },
  { "18446744073709551616", PE_ERROR_LIMIT_DIGITS },
  { "99999999999999999999999999999999", PE_ERROR_LIMIT_DIGITS },
  { "0.0000000000000000000", PE_ERROR_LIMIT_DIGITS },
  { "1.1234567890123456789", PE_ERROR_LIMIT_DIGITS },
};

static void
test_parse_refused (void **state)
{
  pe_decimal number = untouched;
  size_t     i;

  (void) state;
  for (i = 0; i < G_N_ELEMENTS (refused_texts); i++)
    {
      const char     *text = refused_texts[i].text;
      const pe_status expected = refused_texts[i].status;
      pe_error       *error = NULL;

      assert_refused (pe_decimal_parse (&number, text, strlen (text), &error), expected, &error);
      assert_int_equal (pe_decimal_parse (&number, text, strlen (text), NULL), expected);
      assert_decimal (&number, 4711, 3);
    }
  /* A NUL is a character like any other. */
  assert_int_equal (pe_decimal_parse (&number, "1\0", 2, NULL), PE_ERROR_NUMBER_SYNTAX);
}

static void
test_parse_arguments (void **state)
{
  pe_decimal number = untouched;
  pe_error  *error = NULL;

  (void) state;
  assert_refused (pe_decimal_parse (NULL, "1", 1, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_decimal_parse (&number, NULL, 0, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_int_equal (pe_decimal_parse (&number, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_decimal (&number, 4711, 3);
}

/* An exponent is refused with the plain form as remedy: the value of the parameter "expected". */
static void
test_parse_remedy (void **state)
{
  static const struct
  {
    const char *text;
    const char *plain;
  } cases[] = {
    { "1.5e3", "1500" }, { "1.5e-3", "0.0015" },  { "-12.50E1", "-125.0" }, { "0.5e1", "5" },
    { "1e0", "1" },      { "1,234e2", "123400" }, { "0.00e0", "0.00" },     { "12e-2", "0.12" },
    { "0e5", "0" },      { "00.0e3", "0" },       { "-0e2", "-0" },
  };
  pe_decimal number;
  size_t     i;

  (void) state;
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      pe_error         *error = NULL;
      pe_status         status = pe_decimal_parse (&number, cases[i].text, strlen (cases[i].text), &error);
      const pe_finding *finding = pe_error_get_finding (error);
      size_t            j, found = 0;

      assert_int_equal (status, PE_ERROR_NUMBER_EXPONENT);
      for (j = 0; j < pe_finding_get_n_parameters (finding); j++)
        if (strcmp (pe_finding_get_parameter_name (finding, j), "expected") == 0)
          {
            assert_string_equal (pe_finding_get_parameter_text (finding, j), cases[i].plain);
            found++;
          }
      assert_int_equal (found, 1);
      pe_error_unref (error);
    }
}

/* Writing */

static void
test_print (void **state)
{
  static const struct
  {
    pe_decimal  number;
    const char *text;
  } cases[] = {
    { { 0, 0, 0 }, "0" },
    { { 0, 2, 0 }, "0.00" },
    { { 250, 2, 0 }, "2.50" },
    { { -5, 3, 0 }, "-0.005" },
    { { 214956, 2, 0 }, "2149.56" },
    { { INT64_MAX, 0, 0 }, "9223372036854775807" },
    { { INT64_MIN, 0, 0 }, "-9223372036854775808" },
    { { INT64_MIN, 18, 0 }, "-9.223372036854775808" },
    { { -1, 18, 0 }, "-0.000000000000000001" },
  };
  char   text[PE_DECIMAL_PRINT_SIZE];
  size_t i;

  (void) state;
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_int_equal (pe_decimal_print (text, sizeof text, &cases[i].number, NULL), PE_OK);
      assert_string_equal (text, cases[i].text);
      assert_int_equal (pe_decimal_print (text, strlen (text) + 1, &cases[i].number, NULL), PE_OK);
    }
}

static void
test_print_refused (void **state)
{
  const pe_decimal number = { 12345, 2, 0 }, malformed[] = { { 1, -1, 0 }, { 1, 19, 0 }, { 1, 0, 1 } };
  char             text[PE_DECIMAL_PRINT_SIZE] = "as before";
  pe_error        *error = NULL;
  size_t           i;

  (void) state;
  assert_refused (pe_decimal_print (NULL, 24, &number, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_decimal_print (text, sizeof text, NULL, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_decimal_print (text, 6, &number, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_int_equal (pe_decimal_print (text, 0, &number, NULL), PE_ERROR_INVALID_ARGUMENT);
  for (i = 0; i < G_N_ELEMENTS (malformed); i++)
    assert_int_equal (pe_decimal_print (text, sizeof text, &malformed[i], NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_string_equal (text, "as before");
}

static void
test_print_parse_random (void **state)
{
  numbers_source source = NUMBERS_SOURCE_INIT;
  char           text[PE_DECIMAL_PRINT_SIZE];
  pe_decimal     number, again;
  int            i;

  (void) state;
  for (i = 0; i < N_RANDOM; i++)
    {
      number = numbers_next_decimal (&source);
      assert_int_equal (pe_decimal_print (text, sizeof text, &number, NULL), PE_OK);
      assert_int_equal (pe_decimal_parse (&again, text, strlen (text), NULL), PE_OK);
      assert_decimal (&again, number.coefficient, number.scale);
    }
}

/* Arithmetic */

typedef pe_status (*binary) (pe_decimal *, const pe_decimal *, const pe_decimal *, pe_error **);

static void
assert_binary_refuses (binary function)
{
  const pe_decimal number = { 1, 0, 0 }, malformed = { 1, 19, 0 };
  pe_decimal       out = untouched;
  pe_error        *error = NULL;

  assert_refused (function (NULL, &number, &number, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (function (&out, NULL, &number, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_int_equal (function (&out, &number, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (function (&out, &malformed, &number, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (function (&out, &number, &malformed, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_decimal (&out, 4711, 3);
}

static void
test_compare (void **state)
{
  static const struct
  {
    pe_decimal a;
    pe_decimal b;
    int        order;
  } cases[] = {
    { { 250, 2, 0 }, { 25, 1, 0 }, 0 },
    { { 0, 0, 0 }, { 0, 18, 0 }, 0 },
    { { 1, 18, 0 }, { 0, 0, 0 }, 1 },
    { { -1, 18, 0 }, { 0, 0, 0 }, -1 },
    { { INT64_MAX, 18, 0 }, { INT64_MAX, 0, 0 }, -1 },
    { { INT64_MIN, 0, 0 }, { INT64_MIN, 18, 0 }, -1 },
    { { INT64_MIN, 0, 0 }, { INT64_MAX, 0, 0 }, -1 },
    { { 9971, 2, 0 }, { 997193, 4, 0 }, -1 },
  };
  const pe_decimal number = { 1, 0, 0 }, malformed = { 1, 0, 7 };
  int32_t          order = 42;
  pe_error        *error = NULL;
  size_t           i;

  (void) state;
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_int_equal (pe_decimal_compare (&order, &cases[i].a, &cases[i].b, NULL), PE_OK);
      assert_int_equal (order, cases[i].order);
      assert_int_equal (pe_decimal_compare (&order, &cases[i].b, &cases[i].a, NULL), PE_OK);
      assert_int_equal (order, -cases[i].order);
    }
  order = 42;
  assert_refused (pe_decimal_compare (NULL, &number, &number, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_decimal_compare (&order, NULL, &number, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_int_equal (pe_decimal_compare (&order, &number, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_decimal_compare (&order, &number, &malformed, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (order, 42);
}

static void
test_add (void **state)
{
  /* The report of Zengcheng, 2023: basic and project spending. */
  const pe_decimal basic = { 155588, 2, 0 }, project = { 59973, 2, 0 }, one = { 1, 0, 0 }, most = { INT64_MAX, 0, 0 };
  pe_decimal       sum = { 25, 1, 0 };
  pe_error        *error = NULL;

  (void) state;
  assert_int_equal (pe_decimal_add (&sum, &sum, &(pe_decimal) { 250, 2, 0 }, NULL), PE_OK);
  assert_decimal (&sum, 500, 2);
  assert_int_equal (pe_decimal_add (&sum, &basic, &project, NULL), PE_OK);
  assert_decimal (&sum, 215561, 2);
  sum = untouched;
  assert_refused (pe_decimal_add (&sum, &most, &one, &error), PE_ERROR_OVERFLOW, &error);
  /* 18 places more do not fit beside 10. */
  assert_int_equal (pe_decimal_add (&sum, &(pe_decimal) { 10, 0, 0 }, &(pe_decimal) { 0, 18, 0 }, NULL),
                    PE_ERROR_OVERFLOW);
  assert_decimal (&sum, 4711, 3);
  assert_binary_refuses (pe_decimal_add);
}

static void
test_subtract (void **state)
{
  const pe_decimal marks = { 1, 0, 0 }, score = { 72, 2, 0 }, least = { INT64_MIN, 0, 0 };
  pe_decimal       difference;
  pe_error        *error = NULL;

  (void) state;
  assert_int_equal (pe_decimal_subtract (&difference, &marks, &score, NULL), PE_OK);
  assert_decimal (&difference, 28, 2);
  assert_int_equal (pe_decimal_subtract (&difference, &least, &least, NULL), PE_OK);
  assert_decimal (&difference, 0, 0);
  difference = untouched;
  assert_refused (pe_decimal_subtract (&difference, &(pe_decimal) { 0, 0, 0 }, &least, &error), PE_ERROR_OVERFLOW,
                  &error);
  assert_decimal (&difference, 4711, 3);
  assert_binary_refuses (pe_decimal_subtract);
}

static void
test_multiply (void **state)
{
  static const struct
  {
    pe_decimal a;
    pe_decimal b;
    int64_t    coefficient;
    int32_t    scale;
  } cases[] = {
    { { 15, 1, 0 }, { 20, 1, 0 }, 300, 2 },
    { { 4997, 2, 0 }, { -1, 0, 0 }, -4997, 2 },
    /* Past 18 places zeros go, but no digit. */
    { { 5000000000, 10, 0 }, { 20000000000, 10, 0 }, 1000000000000000000, 18 },
    { { 0, 18, 0 }, { 1, 18, 0 }, 0, 18 },
    /* Past 64 bits: 10^10 and 1.0000000000 */
    { { 10000000000, 0, 0 }, { 10000000000, 10, 0 }, 1000000000000000000, 8 },
    { { INT64_MIN, 0, 0 }, { 1, 0, 0 }, INT64_MIN, 0 },
    { { INT64_MAX, 18, 0 }, { 10, 1, 0 }, INT64_MAX, 18 },
  };
  pe_decimal product;
  pe_error  *error = NULL;
  size_t     i;

  (void) state;
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_int_equal (pe_decimal_multiply (&product, &cases[i].a, &cases[i].b, NULL), PE_OK);
      assert_decimal (&product, cases[i].coefficient, cases[i].scale);
      assert_int_equal (pe_decimal_multiply (&product, &cases[i].b, &cases[i].a, NULL), PE_OK);
      assert_decimal (&product, cases[i].coefficient, cases[i].scale);
    }
  product = untouched;
  assert_refused (pe_decimal_multiply (&product, &(pe_decimal) { INT64_MIN, 0, 0 }, &(pe_decimal) { -1, 0, 0 }, &error),
                  PE_ERROR_OVERFLOW, &error);
  assert_int_equal (pe_decimal_multiply (&product, &(pe_decimal) { 1, 18, 0 }, &(pe_decimal) { 1, 1, 0 }, NULL),
                    PE_ERROR_OVERFLOW);
  /* An integer keeps its zeros. */
  assert_int_equal (
      pe_decimal_multiply (&product, &(pe_decimal) { 10000000000, 0, 0 }, &(pe_decimal) { 10000000000, 0, 0 }, NULL),
      PE_ERROR_OVERFLOW);
  assert_decimal (&product, 4711, 3);
  assert_binary_refuses (pe_decimal_multiply);
}

/* Rounding */

/* IBM's General Decimal Arithmetic has the same seven modes; the columns are theirs by name. */
static void
test_quantize_modes (void **state)
{
  static const pe_rounding modes[] = { PE_ROUND_HALF_UP, PE_ROUND_HALF_EVEN, PE_ROUND_HALF_DOWN, PE_ROUND_DOWN,
                                       PE_ROUND_UP,      PE_ROUND_FLOOR,     PE_ROUND_CEILING };
  static const struct
  {
    int64_t tenths;
    int64_t rounded[7];
  } rows[] = {
    { 0, { 0, 0, 0, 0, 0, 0, 0 } },          { 10, { 1, 1, 1, 1, 1, 1, 1 } },
    { 1, { 0, 0, 0, 0, 1, 0, 1 } },          { 5, { 1, 0, 0, 0, 1, 0, 1 } },
    { 6, { 1, 1, 1, 0, 1, 0, 1 } },          { 14, { 1, 1, 1, 1, 2, 1, 2 } },
    { 15, { 2, 2, 1, 1, 2, 1, 2 } },         { 16, { 2, 2, 2, 1, 2, 1, 2 } },
    { 25, { 3, 2, 2, 2, 3, 2, 3 } },         { -1, { 0, 0, 0, 0, -1, -1, 0 } },
    { -5, { -1, 0, 0, 0, -1, -1, 0 } },      { -6, { -1, -1, -1, 0, -1, -1, 0 } },
    { -15, { -2, -2, -1, -1, -2, -2, -1 } }, { -25, { -3, -2, -2, -2, -3, -3, -2 } },
    { -26, { -3, -3, -3, -2, -3, -3, -2 } },
  };
  pe_decimal number;
  size_t     i, j;

  (void) state;
  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    for (j = 0; j < G_N_ELEMENTS (modes); j++)
      {
        number = (pe_decimal) { rows[i].tenths, 1, 0 };
        assert_int_equal (pe_decimal_quantize (&number, &number, 0, modes[j], NULL), PE_OK);
        assert_decimal (&number, rows[i].rounded[j], 0);
      }
}

static void
test_quantize (void **state)
{
  /* 2149.56 of 2155.61 is 99.7193 %, which the report prints as 99.71 %; 2 of 48 is 4.1667 %, printed as 4.17 %. */
  const pe_decimal execution = { 997193, 4, 0 }, growth = { 41667, 4, 0 };
  pe_decimal       shown;

  (void) state;
  assert_int_equal (pe_decimal_quantize (&shown, &execution, 2, PE_ROUND_HALF_UP, NULL), PE_OK);
  assert_decimal (&shown, 9972, 2);
  assert_int_equal (pe_decimal_quantize (&shown, &execution, 2, PE_ROUND_DOWN, NULL), PE_OK);
  assert_decimal (&shown, 9971, 2);
  assert_int_equal (pe_decimal_quantize (&shown, &growth, 2, PE_ROUND_HALF_UP, NULL), PE_OK);
  assert_decimal (&shown, 417, 2);
  assert_int_equal (pe_decimal_quantize (&shown, &growth, 2, PE_ROUND_DOWN, NULL), PE_OK);
  assert_decimal (&shown, 416, 2);
  assert_int_equal (pe_decimal_quantize (&shown, &(pe_decimal) { 5, 0, 0 }, 2, PE_ROUND_DOWN, NULL), PE_OK);
  assert_decimal (&shown, 500, 2);
  assert_int_equal (pe_decimal_quantize (&shown, &(pe_decimal) { INT64_MIN, 18, 0 }, 0, PE_ROUND_UP, NULL), PE_OK);
  assert_decimal (&shown, -10, 0);
  assert_int_equal (pe_decimal_quantize (&shown, &(pe_decimal) { INT64_MAX, 0, 0 }, 0, PE_ROUND_UP, NULL), PE_OK);
  assert_decimal (&shown, INT64_MAX, 0);
}

static void
test_quantize_refused (void **state)
{
  const pe_decimal number = { 12345, 2, 0 }, malformed = { 1, 19, 0 };
  pe_decimal       out = untouched;
  pe_error        *error = NULL;

  (void) state;
  assert_refused (pe_decimal_quantize (NULL, &number, 0, PE_ROUND_UP, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_decimal_quantize (&out, NULL, 0, PE_ROUND_UP, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_int_equal (pe_decimal_quantize (&out, &malformed, 0, PE_ROUND_UP, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_decimal_quantize (&out, &number, -1, PE_ROUND_UP, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_decimal_quantize (&out, &number, 19, PE_ROUND_UP, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_decimal_quantize (&out, &number, 0, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_decimal_quantize (&out, &number, 0, 8, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_refused (pe_decimal_quantize (&out, &number, 18, PE_ROUND_UP, &error), PE_ERROR_OVERFLOW, &error);
  assert_decimal (&out, 4711, 3);
}

/* Against GMP */

/* The status and number that value has at so many places. */
static void
assert_at_places (pe_status status, const pe_decimal *found, mpq_srcptr value, int32_t places)
{
  mpz_t coefficient;

  mpz_init (coefficient);
  numbers_round (coefficient, value, places, PE_ROUND_DOWN);
  if (numbers_fits_int64 (coefficient))
    {
      assert_int_equal (status, PE_OK);
      assert_decimal (found, numbers_get_int64 (coefficient), places);
    }
  else
    assert_int_equal (status, PE_ERROR_OVERFLOW);
  mpz_clear (coefficient);
}

/* The most places at which the product is exact and fits, and no more than both operands have. */
static void
assert_product (pe_status status, const pe_decimal *found, mpq_srcptr value, int32_t most)
{
  mpz_t   down, up;
  int32_t places;

  mpz_inits (down, up, NULL);
  for (places = MIN (most, 18); places >= 0; places--)
    {
      numbers_round (down, value, places, PE_ROUND_DOWN);
      numbers_round (up, value, places, PE_ROUND_UP);
      if (mpz_cmp (down, up) == 0 && numbers_fits_int64 (down))
        break;
    }
  assert_int_equal (status, places < 0 ? PE_ERROR_OVERFLOW : PE_OK);
  if (places >= 0)
    assert_decimal (found, numbers_get_int64 (down), places);
  mpz_clears (down, up, NULL);
}

static void
test_random (void **state)
{
  numbers_source source = NUMBERS_SOURCE_INIT;
  pe_decimal     a, b, found;
  mpq_t          left, right, expected;
  pe_status      status;
  int32_t        places;
  int            i;

  (void) state;
  mpq_inits (left, right, expected, NULL);
  for (i = 0; i < N_RANDOM; i++)
    {
      a = numbers_next_decimal (&source);
      b = numbers_next_decimal (&source);
      numbers_get_decimal (left, &a);
      numbers_get_decimal (right, &b);
      places = MAX (a.scale, b.scale);
      assert_int_equal (pe_decimal_compare (&found.scale, &a, &b, NULL), PE_OK);
      assert_int_equal (found.scale, (mpq_cmp (left, right) > 0) - (mpq_cmp (left, right) < 0));
      mpq_add (expected, left, right);
      status = pe_decimal_add (&found, &a, &b, NULL);
      assert_at_places (status, &found, expected, places);
      mpq_sub (expected, left, right);
      status = pe_decimal_subtract (&found, &a, &b, NULL);
      assert_at_places (status, &found, expected, places);
      mpq_mul (expected, left, right);
      status = pe_decimal_multiply (&found, &a, &b, NULL);
      assert_product (status, &found, expected, a.scale + b.scale);
    }
  mpq_clears (left, right, expected, NULL);
}

static void
test_quantize_random (void **state)
{
  numbers_source source = NUMBERS_SOURCE_INIT;
  pe_decimal     number, found;
  mpz_t          expected;
  mpq_t          value;
  int32_t        places;
  pe_rounding    rounding;
  pe_status      status;
  int            i;

  (void) state;
  mpz_init (expected);
  mpq_init (value);
  for (i = 0; i < N_RANDOM; i++)
    {
      number = numbers_next_decimal (&source);
      if (i % 3 == 0) /* a tie, or just beside one */
        number.coefficient = number.coefficient / 1000 * 1000 + 499 + (int64_t) numbers_below (&source, 3);
      places = i % 3 == 0 ? MAX (number.scale - 3, 0) : (int32_t) numbers_below (&source, 19);
      numbers_get_decimal (value, &number);
      for (rounding = PE_ROUND_HALF_UP; rounding <= PE_ROUND_CEILING; rounding++)
        {
          numbers_round (expected, value, places, rounding);
          status = pe_decimal_quantize (&found, &number, places, rounding, NULL);
          assert_int_equal (status, numbers_fits_int64 (expected) ? PE_OK : PE_ERROR_OVERFLOW);
          if (status == PE_OK)
            assert_decimal (&found, numbers_get_int64 (expected), places);
        }
    }
  mpz_clear (expected);
  mpq_clear (value);
}

static void
test_private (void **state)
{
  int32_t i;
  int64_t power = 1;

  (void) state;
  for (i = 0; i <= PE_DECIMAL_MAX_SCALE; i++, power *= i <= PE_DECIMAL_MAX_SCALE ? 10 : 1)
    assert_int_equal (pe_decimal_power_of_ten (i), power);
  assert_false (pe_rounding_is_known (0));
  assert_true (pe_rounding_is_known (1));
  assert_true (pe_rounding_is_known (7));
  assert_false (pe_rounding_is_known (8));
  assert_true (pe_decimal_is_well_formed (&(pe_decimal) { 1, 18, 0 }));
  assert_false (pe_decimal_is_well_formed (&(pe_decimal) { 1, 18, 1 }));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_parse),
    cmocka_unit_test (test_parse_refused),
    cmocka_unit_test (test_parse_arguments),
    cmocka_unit_test (test_parse_remedy),
    cmocka_unit_test (test_print),
    cmocka_unit_test (test_print_refused),
    cmocka_unit_test (test_print_parse_random),
    cmocka_unit_test (test_compare),
    cmocka_unit_test (test_add),
    cmocka_unit_test (test_subtract),
    cmocka_unit_test (test_multiply),
    cmocka_unit_test (test_quantize_modes),
    cmocka_unit_test (test_quantize),
    cmocka_unit_test (test_quantize_refused),
    cmocka_unit_test (test_random),
    cmocka_unit_test (test_quantize_random),
    cmocka_unit_test (test_private),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
