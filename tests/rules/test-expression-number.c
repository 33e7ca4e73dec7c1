/* test-expression-number.c - the numbers of formulas, against GMP used by itself
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "formulas.h"

static const setting_of_formulas nothing = { NULL, NULL, 0, NULL };

/* A generator of its own, so that every run and every machine sees the same formulas. */
static uint64_t
draw (uint64_t *seed, uint64_t n)
{
  *seed = *seed * 6364136223846793005u + 1442695040888963407u;
  return (*seed >> 33) % n;
}

/* A formula and what it is, built side by side; undefined once something was divided by zero. */
typedef struct twin
{
  GString *text;
  mpq_t    value;
  gboolean undefined;
} twin;

static void
twin_init (twin *self)
{
  self->text = g_string_new ("");
  mpq_init (self->value);
  self->undefined = FALSE;
}

static void
twin_clear (twin *self)
{
  g_string_free (self->text, TRUE);
  mpq_clear (self->value);
}

/* 0 to 9999 with 0 to 4 places, sometimes in brackets with a sign. */
static void
twin_draw_number (twin *self, uint64_t *seed)
{
  static const unsigned long powers[] = { 1, 10, 100, 1000, 10000 };
  const uint64_t             digits = draw (seed, 10000), places = draw (seed, 5);
  const gboolean             is_negative = draw (seed, 4) == 0;

  mpq_set_ui (self->value, (unsigned long) digits, powers[places]);
  mpq_canonicalize (self->value);
  g_string_append (self->text, is_negative ? "(-" : "");
  g_string_append_printf (self->text, "%u", (unsigned) (digits / powers[places]));
  if (places > 0)
    g_string_append_printf (self->text, ".%0*u", (int) places, (unsigned) (digits % powers[places]));
  g_string_append (self->text, is_negative ? ")" : "");
  if (is_negative)
    mpq_neg (self->value, self->value);
}

static void
twin_join (twin *self, const twin *other, char sign)
{
  g_string_prepend_c (self->text, '(');
  g_string_append_printf (self->text, " %c %s)", sign, other->text->str);
  self->undefined = self->undefined || other->undefined || (sign == '/' && mpq_sgn (other->value) == 0);
  if (self->undefined)
    return;
  if (sign == '+')
    mpq_add (self->value, self->value, other->value);
  else if (sign == '-')
    mpq_sub (self->value, self->value, other->value);
  else if (sign == '*')
    mpq_mul (self->value, self->value, other->value);
  else
    mpq_div (self->value, self->value, other->value);
}

static void
test_random_arithmetic (void **state)
{
  uint64_t seed = 20231231;

  (void) state;
  for (int i = 0; i < 3000; i++)
    {
      twin         whole, part;
      char        *expected, *found;
      const size_t n = 1 + draw (&seed, 12);

      twin_init (&whole);
      twin_draw_number (&whole, &seed);
      for (size_t k = 0; k < n; k++)
        {
          twin_init (&part);
          twin_draw_number (&part, &seed);
          if (draw (&seed, 2) == 0)
            {
              twin more;

              twin_init (&more);
              twin_draw_number (&more, &seed);
              twin_join (&part, &more, "+-*/"[draw (&seed, 4)]);
              twin_clear (&more);
            }
          twin_join (&whole, &part, "+-*/"[draw (&seed, 4)]);
          twin_clear (&part);
        }
      expected = whole.undefined ? g_strdup ("zero") : mpq_get_str (NULL, 10, whole.value);
      found = evaluate (&nothing, whole.text->str, NULL);
      if (strcmp (found, expected) != 0)
        fail_msg ("%s: expected %s, found %s", whole.text->str, expected, found);
      g_free (found);
      free (expected);
      twin_clear (&whole);
    }
}

/* Operators without brackets: what binds more tightly, and from the left. */
static void
test_random_precedence (void **state)
{
  uint64_t seed = 7;

  (void) state;
  for (int i = 0; i < 2000; i++)
    {
      GString *text = g_string_new ("");
      mpq_t    sum, product, factor;
      char    *expected, *found;

      mpq_inits (sum, product, factor, NULL);
      for (int term = 0; term < 4; term++)
        {
          const gboolean is_less = term > 0 && draw (&seed, 2) == 0;

          g_string_append (text, term == 0 ? "" : is_less ? " - " : " + ");
          mpq_set_ui (product, 1, 1);
          for (uint64_t k = 0, n = 1 + draw (&seed, 3); k < n; k++)
            {
              const unsigned long number = 1 + (unsigned long) draw (&seed, 99);
              const gboolean      divides = k > 0 && draw (&seed, 2) == 0;

              g_string_append_printf (text, "%s%lu", k == 0 ? "" : divides ? "/" : "*", number);
              mpq_set_ui (factor, number, 1);
              if (divides)
                mpq_div (product, product, factor);
              else
                mpq_mul (product, product, factor);
            }
          if (is_less)
            mpq_sub (sum, sum, product);
          else
            mpq_add (sum, sum, product);
        }
      expected = mpq_get_str (NULL, 10, sum);
      found = evaluate (&nothing, text->str, NULL);
      if (strcmp (found, expected) != 0)
        fail_msg ("%s: expected %s, found %s", text->str, expected, found);
      g_free (found);
      free (expected);
      mpq_clears (sum, product, factor, NULL);
      g_string_free (text, TRUE);
    }
}

static void
power (pe_rational *out, const char *base, const char *exponent, pe_status status)
{
  pe_rational a, b;
  char      **parts = g_strsplit (exponent, "/", 2);

  pe_rational_init (&a);
  pe_rational_init (&b);
  assert_ok (pe_rational_set_text (&a, base, strlen (base), 65536));
  assert_ok (pe_rational_set_text (&b, parts[0], strlen (parts[0]), 65536));
  if (parts[1] != NULL)
    {
      pe_rational divisor;

      pe_rational_init (&divisor);
      assert_ok (pe_rational_set_text (&divisor, parts[1], strlen (parts[1]), 65536));
      assert_ok (pe_rational_divide (&b, &b, &divisor, 65536));
      pe_rational_clear (&divisor);
    }
  assert_int_equal (pe_number_power (out, &a, &b, 65536), status);
  pe_rational_clear (&a);
  pe_rational_clear (&b);
  g_strfreev (parts);
}

static void
to_mpq (mpq_t out, const pe_rational *number)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *text;

  pe_rational_print_numerator (number, &buffer);
  pe_buffer_add_char (&buffer, '/');
  pe_rational_print_denominator (number, &buffer);
  text = pe_buffer_steal (&buffer);
  assert_int_equal (mpq_set_str (out, text, 10), 0);
  g_free (text);
}

static void
raise_by (mpq_t out, const mpq_t base, unsigned long exponent)
{
  mpz_pow_ui (mpq_numref (out), mpq_numref (base), exponent);
  mpz_pow_ui (mpq_denref (out), mpq_denref (base), exponent);
}

/* What "correctly rounded" means, checked by itself: r is a multiple of 10^-18 and (r − h)^q ≤ x^p < (r + h)^q, with h half
 * a unit of the last place. */
static void
assert_rounded_root (const char *base, unsigned long p, unsigned long q)
{
  pe_rational result;
  mpq_t       r, x, half, low, high;
  char        exponent[64];

  g_snprintf (exponent, sizeof exponent, "%lu/%lu", p, q);
  pe_rational_init (&result);
  mpq_inits (r, x, half, low, high, NULL);
  power (&result, base, exponent, PE_OK);
  to_mpq (r, &result);
  assert_int_equal (mpq_set_str (x, base, 10), 0);
  mpq_canonicalize (x);
  raise_by (x, x, p);
  mpq_set_str (half, "1/2000000000000000000", 10);
  mpq_sub (low, r, half);
  mpq_add (high, r, half);
  assert_true (mpq_sgn (low) >= 0 || mpq_sgn (r) == 0);
  raise_by (low, low, q);
  raise_by (high, high, q);
  if (mpq_sgn (r) > 0 && mpq_cmp (low, x) > 0)
    fail_msg ("%s ** (%s): too large", base, exponent);
  if (mpq_cmp (x, high) >= 0)
    fail_msg ("%s ** (%s): too small", base, exponent);
  mpq_clears (r, x, half, low, high, NULL);
  pe_rational_clear (&result);
}

static void
test_rounded_roots (void **state)
{
  uint64_t seed = 99;

  (void) state;
  for (int i = 0; i < 2000; i++)
    {
      char                base[32];
      const unsigned long q = 2 + (unsigned long) draw (&seed, 9), p = 1 + (unsigned long) draw (&seed, 12);

      g_snprintf (base, sizeof base, "%u", (unsigned) (1 + draw (&seed, 1000000)));
      assert_rounded_root (base, p, q);
    }
  assert_rounded_root ("2", 1, 1000);
  assert_rounded_root ("2", 999, 1000);
  assert_rounded_root ("999999999999999999", 1, 2);
  assert_rounded_root ("1000000000000000001", 1, 2);
}

/* A rational root is found however long it is; beside it, the nearest multiple of 10^-18. */
static void
test_exact_roots (void **state)
{
  static const struct
  {
    const char *base, *exponent, *result;
  } cases[] = {
    { "0.25", "1/2", "1/2" },
    { "1.44", "3/2", "216/125" },
    { "1e-60", "1/2", "1/1000000000000000000000000000000" },
    { "1e100", "1/50", "100/1" },
    { "1e100", "-1/50", "1/100" },
    { "32", "4/5", "16/1" },
    { "1e-40", "1/3", "0/1" }, /* 4.6e-14: in test_rounded_roots' terms checked by hand below */
    { "0.0009765625", "3/10", "1/8" },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      pe_rational result;

      pe_rational_init (&result);
      power (&result, cases[i].base, cases[i].exponent, PE_OK);
      if (strcmp (cases[i].base, "1e-40") == 0)
        /* 10^(-40/3) = 4.6415888336127788924…e-14: 46415.888…, in units of 10^-18, is 46416 */
        assert_rational (&result, "2901/62500000000000000");
      else
        assert_rational (&result, cases[i].result);
      pe_rational_clear (&result);
    }
}

static void
test_refused_powers (void **state)
{
  pe_rational out;

  (void) state;
  pe_rational_init (&out);
  pe_rational_set_int (&out, 42);
  power (&out, "0", "-1", PE_ERROR_DIVIDE_BY_ZERO);
  power (&out, "0", "-1/2", PE_ERROR_DIVIDE_BY_ZERO);
  power (&out, "-2", "1/2", PE_ERROR_EXPRESSION_FUNCTION);
  power (&out, "2", "65536", PE_ERROR_LIMIT);
  power (&out, "2", "-100000000000000000000", PE_ERROR_LIMIT);
  power (&out, "2", "1/100000", PE_ERROR_LIMIT);
  power (&out, "2", "1/100000000000000000000", PE_ERROR_LIMIT);
  power (&out, "2", "100000000000000000001/2", PE_ERROR_LIMIT);
  assert_rational (&out, "42/1");
  power (&out, "1", "1/100000000000000000000", PE_OK);
  assert_rational (&out, "1/1");
  pe_rational_clear (&out);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_random_arithmetic), cmocka_unit_test (test_random_precedence),
    cmocka_unit_test (test_rounded_roots),     cmocka_unit_test (test_exact_roots),
    cmocka_unit_test (test_refused_powers),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
