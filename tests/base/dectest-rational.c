/* dectest-rational.c - one case of the decimal arithmetic tests, computed with exact rationals
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The exact result is computed, rounded once to the case's precision in the case's mode, and compared by value.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/rational-private.h"
#include "dectest.h"

/* Bits that a result may have: the cases with exponents of four digits need some 66,000. */
#define BITS 262144

typedef enum
{
  ROUND_TO_PRECISION,
  ROUND_NOT /* the operation rounds by itself or is exact */
} rounding_need;

typedef pe_status (*rational_function) (pe_rational *out, const pe_rational *args, const dectest_case *c);

static pe_status
do_add (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  (void) c;
  return pe_rational_add (out, &args[0], &args[1], BITS);
}

static pe_status
do_subtract (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  (void) c;
  return pe_rational_subtract (out, &args[0], &args[1], BITS);
}

static pe_status
do_multiply (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  (void) c;
  return pe_rational_multiply (out, &args[0], &args[1], BITS);
}

static pe_status
do_divide (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  (void) c;
  return pe_rational_divide (out, &args[0], &args[1], BITS);
}

static pe_status
do_fma (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  pe_status status = do_multiply (out, args, c);

  return status == PE_OK ? pe_rational_add (out, out, &args[2], BITS) : status;
}

static pe_status
do_plus (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  (void) c;
  pe_rational_copy (out, &args[0]);
  return PE_OK;
}

static pe_status
do_minus (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  (void) c;
  pe_rational_negate (out, &args[0]);
  return PE_OK;
}

static pe_status
do_abs (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  return pe_rational_sign (&args[0]) < 0 ? do_minus (out, args, c) : do_plus (out, args, c);
}

/* The sign of the second operand stands in its text: -0 has one too. */
static pe_status
do_copysign (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  (void) do_abs (out, args, c);
  if (c->operands[1][0] == '-')
    pe_rational_negate (out, out);
  return PE_OK;
}

static pe_status
do_compare (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  (void) c;
  pe_rational_set_int (out, pe_rational_compare (&args[0], &args[1]));
  return PE_OK;
}

/* Picks the first when it stands at the wanted side of the second. */
static pe_status
pick (pe_rational *out, const pe_rational *args, int side)
{
  pe_rational_copy (out, pe_rational_compare (&args[0], &args[1]) == side ? &args[0] : &args[1]);
  return PE_OK;
}

static pe_status
do_compare_sizes (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  pe_rational size;

  pe_rational_init (&size);
  (void) do_abs (&size, &args[0], c);
  (void) do_abs (out, &args[1], c);
  pe_rational_set_int (out, pe_rational_compare (&size, out));
  pe_rational_clear (&size);
  return PE_OK;
}

static pe_status
do_max (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  (void) c;
  return pick (out, args, 1);
}

static pe_status
do_min (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  (void) c;
  return pick (out, args, -1);
}

/* By size; of two of the same size by value. */
static pe_status
pick_by_size (pe_rational *out, const pe_rational *args, const dectest_case *c, int side)
{
  int order;

  (void) do_compare_sizes (out, args, c);
  order = pe_rational_sign (out);
  if (order == 0)
    return pick (out, args, side);
  pe_rational_copy (out, order == side ? &args[0] : &args[1]);
  return PE_OK;
}

static pe_status
do_maxmag (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  return pick_by_size (out, args, c, 1);
}

static pe_status
do_minmag (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  return pick_by_size (out, args, c, -1);
}

static pe_status
do_quantize (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  return pe_rational_round (out, &args[0], -dectest_get_exponent (c->operands[1]), c->rounding, BITS);
}

/* The second operand is the exponent itself. */
static pe_status
do_rescale (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  pe_decimal exponent;

  if (pe_rational_to_decimal (&exponent, &args[1], 0, PE_ROUND_DOWN) != PE_OK || ABS (exponent.coefficient) > INT32_MAX)
    return PE_ERROR_LIMIT;
  return pe_rational_round (out, &args[0], (int32_t) -exponent.coefficient, c->rounding, BITS);
}

static pe_status
do_tointegral (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  return pe_rational_round (out, &args[0], 0, c->rounding, BITS);
}

static pe_status
whole_quotient (pe_rational *out, const pe_rational *a, const pe_rational *b, pe_rounding rounding)
{
  pe_status status = pe_rational_divide (out, a, b, BITS);

  return status == PE_OK ? pe_rational_round (out, out, 0, rounding, BITS) : status;
}

static pe_status
do_divideint (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  (void) c;
  return whole_quotient (out, &args[0], &args[1], PE_ROUND_DOWN);
}

static pe_status
remainder_by (pe_rational *out, const pe_rational *a, const pe_rational *b, pe_rounding rounding)
{
  pe_status status = whole_quotient (out, a, b, rounding);

  if (status == PE_OK)
    status = pe_rational_multiply (out, out, b, BITS);
  return status == PE_OK ? pe_rational_subtract (out, a, out, BITS) : status;
}

static pe_status
do_remainder (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  (void) c;
  return remainder_by (out, &args[0], &args[1], PE_ROUND_DOWN);
}

static pe_status
do_remaindernear (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  (void) c;
  return remainder_by (out, &args[0], &args[1], PE_ROUND_HALF_EVEN);
}

static pe_status
do_scaleb (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  pe_decimal exponent;
  pe_status  status;

  (void) c;
  if (pe_rational_to_decimal (&exponent, &args[1], 0, PE_ROUND_DOWN) != PE_OK || ABS (exponent.coefficient) > INT32_MAX)
    return PE_ERROR_LIMIT;
  status = pe_rational_set_power_of_ten (out, (int32_t) exponent.coefficient, BITS);
  return status == PE_OK ? pe_rational_multiply (out, out, &args[0], BITS) : status;
}

/* *out = base^n, n from 0 on, by squaring */
static pe_status
raise_to (pe_rational *out, const pe_rational *base, uint64_t n)
{
  pe_rational square;
  pe_status   status = PE_OK;

  pe_rational_init (&square);
  pe_rational_copy (&square, base);
  pe_rational_set_int (out, 1);
  for (; n != 0 && status == PE_OK; n >>= 1)
    {
      if ((n & 1) != 0)
        status = pe_rational_multiply (out, out, &square, BITS);
      if (status == PE_OK && n > 1)
        status = pe_rational_multiply (&square, &square, &square, BITS);
    }
  pe_rational_clear (&square);
  return status;
}

/* With a third operand: the remainder of the power by it. */
static pe_status
do_power (pe_rational *out, const pe_rational *args, const dectest_case *c)
{
  pe_rational base;
  pe_decimal  n;
  pe_status   status;

  if (pe_rational_to_decimal (&n, &args[1], 0, PE_ROUND_DOWN) != PE_OK)
    return PE_ERROR_LIMIT;
  pe_rational_init (&base);
  pe_rational_set_int (&base, 1);
  status = n.coefficient < 0 ? pe_rational_divide (&base, &base, &args[0], BITS) : PE_OK;
  if (n.coefficient >= 0)
    pe_rational_copy (&base, &args[0]);
  if (status == PE_OK)
    status = raise_to (out, &base, (uint64_t) ABS (n.coefficient));
  if (status == PE_OK && c->n_operands > 2)
    {
      pe_rational_move (&base, out);
      status = remainder_by (out, &base, &args[2], PE_ROUND_DOWN);
    }
  pe_rational_clear (&base);
  return status;
}

static const struct
{
  const char       *operation;
  rational_function function;
  rounding_need     need;
} rational_operations[] = {
  { "abs", do_abs, ROUND_TO_PRECISION },
  { "add", do_add, ROUND_TO_PRECISION },
  { "apply", do_plus, ROUND_TO_PRECISION },
  { "compare", do_compare, ROUND_NOT },
  { "comparesig", do_compare, ROUND_NOT },
  { "comparetotal", do_compare, ROUND_NOT },
  { "comparetotmag", do_compare_sizes, ROUND_NOT },
  { "copy", do_plus, ROUND_NOT },
  { "copyabs", do_abs, ROUND_NOT },
  { "copynegate", do_minus, ROUND_NOT },
  { "copysign", do_copysign, ROUND_NOT },
  { "divide", do_divide, ROUND_TO_PRECISION },
  { "divideint", do_divideint, ROUND_NOT },
  { "fma", do_fma, ROUND_TO_PRECISION },
  { "max", do_max, ROUND_TO_PRECISION },
  { "maxmag", do_maxmag, ROUND_TO_PRECISION },
  { "min", do_min, ROUND_TO_PRECISION },
  { "minmag", do_minmag, ROUND_TO_PRECISION },
  { "minus", do_minus, ROUND_TO_PRECISION },
  { "multiply", do_multiply, ROUND_TO_PRECISION },
  { "plus", do_plus, ROUND_TO_PRECISION },
  { "power", do_power, ROUND_TO_PRECISION },
  { "quantize", do_quantize, ROUND_NOT },
  { "reduce", do_plus, ROUND_TO_PRECISION },
  { "remainder", do_remainder, ROUND_TO_PRECISION },
  { "remaindernear", do_remaindernear, ROUND_TO_PRECISION },
  { "rescale", do_rescale, ROUND_NOT },
  { "scaleb", do_scaleb, ROUND_TO_PRECISION },
  { "squareroot", NULL, ROUND_NOT },
  { "subtract", do_subtract, ROUND_TO_PRECISION },
  { "toeng", do_plus, ROUND_TO_PRECISION },
  { "tointegral", do_tointegral, ROUND_NOT },
  { "tointegralx", do_tointegral, ROUND_NOT },
  { "tosci", do_plus, ROUND_TO_PRECISION },
};

static int64_t
count_digits (void (*print) (const pe_rational *, pe_buffer *), const pe_rational *value)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  int64_t   n;

  print (value, &buffer);
  assert_int_equal (buffer.status, PE_OK);
  n = (int64_t) buffer.size - (buffer.data[0] == '-');
  pe_buffer_clear (&buffer);
  return n;
}

/* Rounds to as many significant digits. */
static pe_status
round_to_precision (pe_rational *value, int32_t precision, pe_rounding rounding)
{
  pe_rational size, power;
  int64_t     first;
  pe_status   status;

  if (pe_rational_sign (value) == 0)
    return PE_OK;
  pe_rational_init (&size);
  pe_rational_init (&power);
  (void) do_abs (&size, value, NULL);
  /* The first digit stands for 10^first or for 10^(first - 1). */
  first = count_digits (pe_rational_print_numerator, value) - count_digits (pe_rational_print_denominator, value);
  status = pe_rational_set_power_of_ten (&power, (int32_t) first, BITS);
  if (status == PE_OK && pe_rational_compare (&size, &power) < 0)
    first--;
  if (status == PE_OK)
    status = pe_rational_round (value, value, (int32_t) (precision - 1 - first), rounding, BITS);
  pe_rational_clear (&size);
  pe_rational_clear (&power);
  return status;
}

static pe_status
read_rational (pe_rational *out, const char *text)
{
  return pe_rational_set_text (out, text, strlen (text), BITS);
}

static gboolean
is_power_of_ten (const dectest_number *number)
{
  return number->digits[0] == '1' && strspn (number->digits + 1, "0") == strlen (number->digits + 1);
}

/* *out = (root + half)^2, where half is so many halves of 10^exponent */
static pe_status
square_beside (pe_rational *out, const pe_rational *root, int halves, int32_t exponent)
{
  pe_rational half;
  pe_status   status;

  pe_rational_init (&half);
  status = pe_rational_set_power_of_ten (&half, exponent, BITS);
  pe_rational_set_decimal (out, &(pe_decimal) { 5 * halves, 1, 0 });
  if (status == PE_OK)
    status = pe_rational_multiply (&half, &half, out, BITS);
  if (status == PE_OK)
    status = pe_rational_add (out, root, &half, BITS);
  if (status == PE_OK)
    status = pe_rational_multiply (out, out, out, BITS);
  pe_rational_clear (&half);
  return status;
}

/* A square root cannot be computed here, but it can be proven: an exact one squared is the number, and a rounded one
 * lies at most half a last digit from it, just half only where that digit is even. Right below a power of ten the
 * digits are ten times as fine (and 10 is even). */
static pe_status
check_root (const dectest_case *c, const pe_rational *number, const pe_rational *root, gboolean *right)
{
  const int      halves = dectest_has_condition (c, "inexact") ? 1 : 0;
  dectest_number digits;
  pe_rational    bound;
  pe_status      status;
  int32_t        exponent;
  int            low = 0, high = 0;
  gboolean       even;

  pe_rational_init (&bound);
  assert_true (dectest_number_read (&digits, c->result));
  even = (digits.digits[strlen (digits.digits) - 1] - '0') % 2 == 0;
  exponent = dectest_get_exponent (c->result);
  status = square_beside (&bound, root, -halves, exponent - (is_power_of_ten (&digits) ? 1 : 0));
  low = pe_rational_compare (&bound, number);
  if (status == PE_OK)
    status = square_beside (&bound, root, halves, exponent);
  high = pe_rational_compare (number, &bound);
  if (halves == 0)
    *right = low == 0;
  else
    *right = (low < 0 || (low == 0 && (even || is_power_of_ten (&digits)))) && (high < 0 || (high == 0 && even));
  dectest_number_clear (&digits);
  pe_rational_clear (&bound);
  return status;
}

static int
find_rational_operation (const char *operation)
{
  size_t i;

  for (i = 0; i < G_N_ELEMENTS (rational_operations); i++)
    if (strcmp (rational_operations[i].operation, operation) == 0)
      return (int) i;
  return -1;
}

static const char *
find_rational_obstacle (const dectest_case *c, const pe_rational *args)
{
  pe_rational order;
  gboolean    same;

  pe_rational_init (&order);
  (void) do_compare_sizes (&order, args, c);
  same = pe_rational_sign (&order) == 0;
  if (strcmp (c->operation, "comparetotal") == 0)
    same = pe_rational_compare (&args[0], &args[1]) == 0;
  pe_rational_clear (&order);
  if (same && g_str_has_prefix (c->operation, "comparetot"))
    return "total order of two forms of one value";
  if (strcmp (c->operation, "power") == 0 && !pe_rational_is_integer (&args[1])
      && (strcmp (c->operands[1], "0.5") != 0 || c->rounding != PE_ROUND_HALF_EVEN))
    return "power with a fractional exponent (but 0.5 in the mode half_even)";
  return NULL;
}

/* *found: what came out, for a wrong one. NULL, or the kind of a case that cannot be run. */
static const char *
run_rational (const dectest_case *c, int operation, pe_rational *args, gboolean *right, pe_rational *found)
{
  const gboolean root = rational_operations[operation].function == NULL
                        || (strcmp (c->operation, "power") == 0 && strcmp (c->operands[1], "0.5") == 0);
  pe_rational expected;
  pe_status   status;

  pe_rational_init (&expected);
  status = read_rational (&expected, c->result);
  if (status == PE_OK && root)
    status = check_root (c, &args[0], &expected, right);
  else if (status == PE_OK)
    {
      status = rational_operations[operation].function (found, args, c);
      if (status == PE_OK && rational_operations[operation].need == ROUND_TO_PRECISION)
        status = round_to_precision (found, c->precision, c->rounding);
      *right = status == PE_OK && pe_rational_compare (found, &expected) == 0;
    }
  pe_rational_clear (&expected);
  if (status == PE_ERROR_LIMIT)
    return "exponents that need more than 262,144 bits";
  *right = *right && status == PE_OK;
  return NULL;
}

void
dectest_on_rational (const dectest_case *c, void *data)
{
  const int   operation = find_rational_operation (c->operation);
  const char *kind = operation < 0 ? NULL : dectest_find_obstacle (c);
  pe_rational args[DECTEST_MAX_OPERANDS], found;
  pe_buffer   shown = PE_BUFFER_INIT;
  gboolean    right = FALSE;
  pe_status   status = PE_OK;
  char       *name;
  size_t      i;

  if (operation < 0)
    {
      name = g_strdup_printf ("operation that is not ours: %s", c->operation);
      dectest_tally_skip (data, name);
      g_free (name);
      return;
    }
  pe_rational_init (&found);
  for (i = 0; i < DECTEST_MAX_OPERANDS; i++)
    pe_rational_init (&args[i]);
  for (i = 0; i < c->n_operands && kind == NULL && status == PE_OK; i++)
    status = read_rational (&args[i], c->operands[i]);
  if (status != PE_OK)
    {
      assert_int_equal (status, PE_ERROR_LIMIT);
      kind = "exponents that need more than 262,144 bits";
    }
  if (kind == NULL)
    kind = find_rational_obstacle (c, args);
  if (kind == NULL)
    kind = run_rational (c, operation, args, &right, &found);
  if (kind != NULL)
    dectest_tally_skip (data, kind);
  else
    {
      pe_rational_print_truncated (&found, 40, &shown);
      name = pe_buffer_steal (&shown);
      dectest_tally_case (data, c, right, name);
      g_free (name);
    }
  pe_rational_clear (&found);
  for (i = 0; i < DECTEST_MAX_OPERANDS; i++)
    pe_rational_clear (&args[i]);
}
