/* dectest-door.c - one case of the decimal arithmetic tests, computed with pe_decimal
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Only cases whose result is exact are run, and those that ask for a rounding to given places.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <gmp.h>
#include <string.h>

#include "base/decimal-private.h"
#include "dectest.h"
#include "numbers.h"

typedef pe_status (*door_function) (pe_decimal *out, const pe_decimal *args, const dectest_case *c);

static const pe_decimal zero = { 0, 0, 0 };

static pe_status
door_add (pe_decimal *out, const pe_decimal *args, const dectest_case *c)
{
  (void) c;
  return pe_decimal_add (out, &args[0], &args[1], NULL);
}

static pe_status
door_subtract (pe_decimal *out, const pe_decimal *args, const dectest_case *c)
{
  (void) c;
  return pe_decimal_subtract (out, &args[0], &args[1], NULL);
}

static pe_status
door_multiply (pe_decimal *out, const pe_decimal *args, const dectest_case *c)
{
  (void) c;
  return pe_decimal_multiply (out, &args[0], &args[1], NULL);
}

static pe_status
door_fma (pe_decimal *out, const pe_decimal *args, const dectest_case *c)
{
  pe_decimal product;
  pe_status  status = door_multiply (&product, args, c);

  return status == PE_OK ? pe_decimal_add (out, &product, &args[2], NULL) : status;
}

static pe_status
door_plus (pe_decimal *out, const pe_decimal *args, const dectest_case *c)
{
  (void) c;
  return pe_decimal_add (out, &zero, &args[0], NULL);
}

static pe_status
door_minus (pe_decimal *out, const pe_decimal *args, const dectest_case *c)
{
  (void) c;
  return pe_decimal_subtract (out, &zero, &args[0], NULL);
}

static pe_status
door_copy (pe_decimal *out, const pe_decimal *args, const dectest_case *c)
{
  (void) c;
  *out = args[0];
  return PE_OK;
}

static pe_status
door_abs (pe_decimal *out, const pe_decimal *args, const dectest_case *c)
{
  int32_t order;

  assert_int_equal (pe_decimal_compare (&order, &args[0], &zero, NULL), PE_OK);
  return order < 0 ? door_minus (out, args, c) : door_plus (out, args, c);
}

static pe_status
door_compare (pe_decimal *out, const pe_decimal *args, const dectest_case *c)
{
  int32_t   order;
  pe_status status = pe_decimal_compare (&order, &args[0], &args[1], NULL);

  (void) c;
  *out = (pe_decimal) { order, 0, 0 };
  return status;
}

static pe_status
door_pick (pe_decimal *out, const pe_decimal *args, int side)
{
  int32_t   order;
  pe_status status = pe_decimal_compare (&order, &args[0], &args[1], NULL);

  *out = order == side ? args[0] : args[1];
  return status;
}

static pe_status
door_max (pe_decimal *out, const pe_decimal *args, const dectest_case *c)
{
  (void) c;
  return door_pick (out, args, 1);
}

static pe_status
door_min (pe_decimal *out, const pe_decimal *args, const dectest_case *c)
{
  (void) c;
  return door_pick (out, args, -1);
}

static pe_status
door_pick_by_size (pe_decimal *out, const pe_decimal *args, const dectest_case *c, int side)
{
  pe_decimal sizes[2];
  int32_t    order;

  if (door_abs (&sizes[0], &args[0], c) != PE_OK || door_abs (&sizes[1], &args[1], c) != PE_OK)
    return PE_ERROR_OVERFLOW;
  assert_int_equal (pe_decimal_compare (&order, &sizes[0], &sizes[1], NULL), PE_OK);
  if (order == 0)
    return door_pick (out, args, side);
  *out = order == side ? args[0] : args[1];
  return PE_OK;
}

static pe_status
door_maxmag (pe_decimal *out, const pe_decimal *args, const dectest_case *c)
{
  return door_pick_by_size (out, args, c, 1);
}

static pe_status
door_minmag (pe_decimal *out, const pe_decimal *args, const dectest_case *c)
{
  return door_pick_by_size (out, args, c, -1);
}

static pe_status
door_quantize (pe_decimal *out, const pe_decimal *args, const dectest_case *c)
{
  return pe_decimal_quantize (out, &args[0], -dectest_get_exponent (c->operands[1]), c->rounding, NULL);
}

static pe_status
door_rescale (pe_decimal *out, const pe_decimal *args, const dectest_case *c)
{
  return pe_decimal_quantize (out, &args[0], (int32_t) -args[1].coefficient, c->rounding, NULL);
}

static pe_status
door_tointegral (pe_decimal *out, const pe_decimal *args, const dectest_case *c)
{
  return pe_decimal_quantize (out, &args[0], 0, c->rounding, NULL);
}

/* What the scale of a result has to be. */
typedef enum
{
  SCALE_ANY,     /* the value is all that is compared, since the case's own form differs from the door's */
  SCALE_LARGER,  /* that of the operand that has more places */
  SCALE_SUM,     /* that of both, while it fits */
  SCALE_QUANTUM, /* as asked for */
  SCALE_RESCALE,
  SCALE_ZERO
} scale_rule;

static const struct
{
  const char   *operation;
  door_function function;
  scale_rule    scale;
} door_operations[] = {
  { "abs", door_abs, SCALE_LARGER },
  { "add", door_add, SCALE_LARGER },
  { "apply", door_plus, SCALE_LARGER },
  { "compare", door_compare, SCALE_ZERO },
  { "comparesig", door_compare, SCALE_ZERO },
  { "comparetotal", door_compare, SCALE_ZERO },
  { "copy", door_copy, SCALE_LARGER },
  { "copyabs", door_abs, SCALE_LARGER },
  { "copynegate", door_minus, SCALE_LARGER },
  { "fma", door_fma, SCALE_ANY },
  { "max", door_max, SCALE_ANY },
  { "maxmag", door_maxmag, SCALE_ANY },
  { "min", door_min, SCALE_ANY },
  { "minmag", door_minmag, SCALE_ANY },
  { "minus", door_minus, SCALE_LARGER },
  { "multiply", door_multiply, SCALE_SUM },
  { "plus", door_plus, SCALE_LARGER },
  { "quantize", door_quantize, SCALE_QUANTUM },
  { "rescale", door_rescale, SCALE_RESCALE },
  { "subtract", door_subtract, SCALE_LARGER },
  { "toeng", door_plus, SCALE_ANY },
  { "tointegral", door_tointegral, SCALE_ZERO },
  { "tointegralx", door_tointegral, SCALE_ZERO },
  { "tosci", door_plus, SCALE_LARGER },
};

/* Whether the number is a 64-bit coefficient at exactly that many places. */
static gboolean
fits_at (const char *text, int32_t places)
{
  dectest_number number;
  gboolean       fits = FALSE;
  int64_t        shift;
  mpz_t          value, power;

  assert_true (dectest_number_read (&number, text));
  shift = number.exponent + places;
  if (strcmp (number.digits, "0") == 0)
    shift = 0;
  if (ABS (shift) < 1000)
    {
      mpz_init_set_str (value, number.digits, 10);
      mpz_init (power);
      mpz_ui_pow_ui (power, 10, (unsigned long) ABS (shift));
      if (shift >= 0)
        mpz_mul (value, value, power);
      fits = shift >= 0 || mpz_divisible_p (value, power) != 0;
      if (shift < 0)
        mpz_tdiv_q (value, value, power);
      if (number.negative)
        mpz_neg (value, value);
      fits = fits && numbers_fits_int64 (value);
      mpz_clears (value, power, NULL);
    }
  dectest_number_clear (&number);
  return fits;
}

static gboolean
fits_anywhere (const char *text)
{
  int32_t places;

  for (places = 0; places <= PE_DECIMAL_MAX_SCALE; places++)
    if (fits_at (text, places))
      return TRUE;
  return FALSE;
}

/* Writes the number in plain form and reads it at the door, then prints it: what comes out must be what went in, but
 * for the sign of a zero. FALSE when a decimal cannot hold it as it is written, which the door must have said. */
static gboolean
read_decimal (pe_decimal *out, const char *text, gboolean *right)
{
  char           printed[PE_DECIMAL_PRINT_SIZE];
  dectest_number number;
  gboolean       holds;
  pe_status      status;
  int32_t        places;
  char          *plain;

  assert_true (dectest_number_read (&number, text));
  plain = dectest_number_print (&number);
  places = (int32_t) CLAMP (-number.exponent, 0, PE_DECIMAL_MAX_SCALE + 1);
  holds = plain != NULL && places <= PE_DECIMAL_MAX_SCALE && fits_at (text, places);
  if (plain != NULL)
    {
      status = pe_decimal_parse (out, plain, strlen (plain), NULL);
      *right &= status == (holds ? PE_OK : PE_ERROR_LIMIT_DIGITS);
      if (status == PE_OK)
        {
          *right &= pe_decimal_print (printed, sizeof printed, out, NULL) == PE_OK;
          *right &= strcmp (printed, plain + (out->coefficient == 0 && plain[0] == '-')) == 0;
        }
    }
  g_free (plain);
  dectest_number_clear (&number);
  return holds;
}

/* The places that the result has to have; -1 where only the value is compared. */
static int32_t
expected_scale (scale_rule rule, const dectest_case *c, const pe_decimal *args)
{
  switch (rule)
    {
    case SCALE_LARGER:
      return c->n_operands > 1 ? MAX (args[0].scale, args[1].scale) : args[0].scale;
    case SCALE_QUANTUM:
      return -dectest_get_exponent (c->operands[1]);
    case SCALE_RESCALE:
      return (int32_t) -args[1].coefficient;
    case SCALE_ZERO:
      return 0;
    case SCALE_SUM:
    case SCALE_ANY:
    default:
      return -1;
    }
}

static int
find_door_operation (const char *operation)
{
  size_t i;

  for (i = 0; i < G_N_ELEMENTS (door_operations); i++)
    if (strcmp (door_operations[i].operation, operation) == 0)
      return (int) i;
  return -1;
}

static const char *
find_door_obstacle (const dectest_case *c, scale_rule rule, const pe_decimal *args)
{
  const int32_t places = expected_scale (rule, c, args);

  if (strcmp (c->operation, "comparetotal") == 0 && pe_decimal_order (&args[0], &args[1]) == 0)
    return "total order of two forms of one value";
  if ((rule == SCALE_QUANTUM || rule == SCALE_RESCALE) && (places < 0 || places > PE_DECIMAL_MAX_SCALE))
    return "quantum outside 0 to 18 places";
  if (rule != SCALE_QUANTUM && rule != SCALE_RESCALE && rule != SCALE_ZERO && dectest_has_condition (c, "inexact"))
    return "result rounded at the door";
  return NULL;
}

/* The result has the value, and the places that the header promises; where the file's result was not cut to the
 * precision, those are also the file's. */
static gboolean
is_right (const dectest_case *c, scale_rule rule, const pe_decimal *args, const pe_decimal *found)
{
  const int32_t  exponent = dectest_get_exponent (c->result), places = expected_scale (rule, c, args);
  const gboolean as_written = !dectest_has_condition (c, "rounded") && exponent <= 0 && exponent >= -18
                              && (rule == SCALE_LARGER || rule == SCALE_QUANTUM) && args[0].scale > 0;
  gboolean   right = TRUE;
  pe_decimal expected;
  int32_t    order = 1;

  (void) read_decimal (&expected, c->result, &right);
  if (pe_decimal_compare (&order, &expected, found, NULL) != PE_OK || order != 0)
    return FALSE;
  if (places >= 0 && found->scale != places)
    return FALSE;
  if (rule == SCALE_SUM && args[0].scale + args[1].scale <= PE_DECIMAL_MAX_SCALE
      && fits_at (c->result, args[0].scale + args[1].scale) && found->scale != args[0].scale + args[1].scale)
    return FALSE;
  return right && (!as_written || found->scale == -exponent);
}

/* The kind of a case that cannot be run, or NULL. */
static const char *
run_door (const dectest_case *c, int operation, const pe_decimal *args, gboolean *right, pe_decimal *found)
{
  const scale_rule rule = door_operations[operation].scale;
  const int32_t    places = expected_scale (rule, c, args);
  const gboolean   fits = places >= 0 ? fits_at (c->result, places) : fits_anywhere (c->result);
  pe_status        status = door_operations[operation].function (found, args, c);

  if (!fits && status == PE_ERROR_OVERFLOW)
    return "result outside the decimal's range (refused as an overflow)";
  if (strcmp (c->operation, "fma") == 0 && status == PE_ERROR_OVERFLOW)
    return "fma whose product or sum at the product's places is outside the decimal's range";
  *right &= fits && status == PE_OK && dectest_get_exponent (c->result) >= -PE_DECIMAL_MAX_SCALE
            && is_right (c, rule, args, found);
  return NULL;
}

void
dectest_at_door (const dectest_case *c, void *data)
{
  const int   operation = find_door_operation (c->operation);
  const char *kind = operation < 0 ? NULL : dectest_find_obstacle (c);
  char        printed[PE_DECIMAL_PRINT_SIZE] = "";
  pe_decimal  args[DECTEST_MAX_OPERANDS] = { zero, zero, zero }, found = zero;
  gboolean    right = TRUE;
  char       *name;
  size_t      i;

  if (operation < 0)
    {
      name = g_strdup_printf ("operation that the door does not have: %s", c->operation);
      dectest_tally_skip (data, name);
      g_free (name);
      return;
    }
  for (i = 0; i < c->n_operands && kind == NULL; i++)
    if (!read_decimal (&args[i], c->operands[i], &right))
      kind = "operand outside the decimal's range";
  if (kind == NULL)
    kind = find_door_obstacle (c, door_operations[operation].scale, args);
  if (kind == NULL)
    kind = run_door (c, operation, args, &right, &found);
  if (kind != NULL && right)
    dectest_tally_skip (data, kind);
  else
    {
      (void) pe_decimal_print (printed, sizeof printed, &found, NULL);
      dectest_tally_case (data, c, right, printed);
    }
}
