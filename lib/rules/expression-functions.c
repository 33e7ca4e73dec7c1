/* expression-functions.c - the functions that a formula can call
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "expression-code-private.h"

#include <string.h>

typedef enum
{
  SIGNATURE_MANY,   /* numbers, at least one, or one list of them */
  SIGNATURE_RANKED, /* the same, or dates */
  SIGNATURE_LIST,   /* one list of anything */
  SIGNATURE_NUMBER,
  SIGNATURE_PLACES, /* a number and how many places */
  SIGNATURE_MAYBE_PLACES,
  SIGNATURE_TRUTH
} function_signature;

/* What a call may take. */
typedef struct function_room
{
  uint32_t  bits;
  uint64_t *steps; /* that are left */
} function_room;

typedef struct known_function
{
  const char        *name;
  function_signature signature;
  pe_expectation     expected;
  /* arguments are numbers or, with a list, its elements; all have values. */
  pe_status (*call) (const pe_value *arguments, size_t n, const function_room *room, pe_value *out);
  pe_rounding rounding; /* where it rounds, and call is NULL */
} known_function;

/* Calls */

static pe_status
spend (const function_room *self, uint64_t steps)
{
  const gboolean suffice = *self->steps >= steps;

  *self->steps -= suffice ? steps : *self->steps;
  return suffice ? PE_OK : PE_ERROR_LIMIT;
}

static void
set_number (pe_value *out)
{
  pe_value_clear (out);
  out->type = (pe_type) { PE_TYPE_NUMBER, FALSE, 0 };
  out->state = PE_STATE_VALUE;
}

/* No input is to blame: nothing was asked for. */
static void
set_none (pe_value *out, pe_state state)
{
  static const pe_value_blame nobody = { G_MAXSIZE, 0, G_MAXUINT32 };

  pe_value_set_state (out, state, &nobody);
}

static pe_status
take_extreme (const pe_value *arguments, size_t n, int sign, const function_room *room, pe_value *out)
{
  const pe_value *best = arguments;
  pe_status       status = PE_OK;

  set_number (out);
  if (n == 0)
    {
      set_none (out, PE_STATE_MISSING);
      return PE_OK;
    }
  for (size_t i = 1; i < n && status == PE_OK; i++)
    {
      status = spend (room, pe_comparison_weigh (&arguments[i], best));
      if (status == PE_OK && pe_value_compare (&arguments[i], best) == sign)
        best = &arguments[i];
    }
  return status == PE_OK ? pe_value_copy (out, best) : status;
}

static pe_status
call_min (const pe_value *arguments, size_t n, const function_room *room, pe_value *out)
{
  return take_extreme (arguments, n, -1, room, out);
}

static pe_status
call_max (const pe_value *arguments, size_t n, const function_room *room, pe_value *out)
{
  return take_extreme (arguments, n, 1, room, out);
}

static pe_status
call_sum (const pe_value *arguments, size_t n, const function_room *room, pe_value *out)
{
  pe_status status = PE_OK;

  set_number (out);
  for (size_t i = 0; i < n && status == PE_OK; i++)
    {
      status = spend (room, pe_number_weigh (&out->number, &arguments[i].number));
      if (status == PE_OK)
        status = pe_rational_add (&out->number, &out->number, &arguments[i].number, room->bits);
    }
  return status;
}

static pe_status
call_mean (const pe_value *arguments, size_t n, const function_room *room, pe_value *out)
{
  pe_rational count;
  pe_status   status;

  if (n == 0)
    {
      set_number (out);
      set_none (out, PE_STATE_ZERO_DENOMINATOR);
      return PE_OK;
    }
  status = call_sum (arguments, n, room, out);
  pe_rational_init (&count);
  pe_rational_set_int (&count, (int64_t) n);
  if (status == PE_OK)
    status = pe_rational_divide (&out->number, &out->number, &count, room->bits);
  pe_rational_clear (&count);
  return status;
}

static pe_status
call_abs (const pe_value *arguments, size_t n, const function_room *room, pe_value *out)
{
  (void) n;
  (void) room;
  set_number (out);
  if (pe_rational_sign (&arguments[0].number) < 0)
    pe_rational_negate (&out->number, &arguments[0].number);
  else
    pe_rational_copy (&out->number, &arguments[0].number);
  return PE_OK;
}

static void
refuse (pe_value *out, const pe_value *culprit, const char *expected)
{
  set_number (out);
  pe_value_set_state (out, PE_STATE_INVALID, &culprit->blame);
  out->fault = PE_ERROR_EXPRESSION_FUNCTION;
  out->expected = expected;
}

static pe_status
call_sqrt (const pe_value *arguments, size_t n, const function_room *room, pe_value *out)
{
  static const pe_rational half = { .big = FALSE, .numerator = 1, .denominator = 2 };
  pe_status                status;

  (void) n;
  if (pe_rational_sign (&arguments[0].number) < 0)
    {
      refuse (out, &arguments[0], "0 or more under a root");
      return PE_OK;
    }
  set_number (out);
  status = spend (room, pe_power_weigh (&arguments[0].number, &half, room->bits));
  return status == PE_OK ? pe_number_square_root (&out->number, &arguments[0].number, room->bits) : status;
}

static pe_status
call_not (const pe_value *arguments, size_t n, const function_room *room, pe_value *out)
{
  (void) n;
  (void) room;
  pe_value_set_truth (out, arguments[0].integer == 0);
  return PE_OK;
}

gboolean
pe_function_get_places (const pe_rational *argument, int32_t *out)
{
  pe_decimal number;

  if (!pe_rational_is_decimal (&number, argument) || number.scale != 0
      || ABS (number.coefficient) > PE_EXPRESSION_MAX_PLACES)
    return FALSE;
  *out = (int32_t) number.coefficient;
  return TRUE;
}

static pe_status
call_round (const pe_value *arguments, size_t n, pe_rounding rounding, const function_room *room, pe_value *out)
{
  int32_t   places = 0;
  pe_status status;

  if (n > 1 && !pe_function_get_places (&arguments[1].number, &places))
    {
      refuse (out, &arguments[1], "a whole number of places from -1000 to 1000");
      return PE_OK;
    }
  set_number (out);
  status = spend (room, pe_number_weigh (&arguments[0].number, &out->number));
  if (status != PE_OK)
    return status;
  return pe_rational_round (&out->number, &arguments[0].number, places, rounding, room->bits);
}

/* The table */

#define EXPECTED_MANY { "numbers, or one list of numbers", "数值，或一个数值列表" }
#define EXPECTED_RANKED { "numbers or dates, or one list of them", "数值或日期，或其列表" }
#define EXPECTED_LIST { "one list", "一个列表" }
#define EXPECTED_NUMBER { "one number", "一个数值" }
#define EXPECTED_PLACES { "a number and how many places", "数值和小数位数" }
#define EXPECTED_MAYBE { "a number and, where wanted, how many places", "数值，以及可省略的小数位数" }
#define EXPECTED_TRUTH { "one condition", "一个条件" }

static const known_function functions[] = {
  { "min", SIGNATURE_RANKED, EXPECTED_RANKED, call_min, 0 },
  { "max", SIGNATURE_RANKED, EXPECTED_RANKED, call_max, 0 },
  { "sum", SIGNATURE_MANY, EXPECTED_MANY, call_sum, 0 },
  { "count", SIGNATURE_LIST, EXPECTED_LIST, NULL, 0 },
  { "mean", SIGNATURE_MANY, EXPECTED_MANY, call_mean, 0 },
  { "abs", SIGNATURE_NUMBER, EXPECTED_NUMBER, call_abs, 0 },
  { "sqrt", SIGNATURE_NUMBER, EXPECTED_NUMBER, call_sqrt, 0 },
  { "floor", SIGNATURE_MAYBE_PLACES, EXPECTED_MAYBE, NULL, PE_ROUND_FLOOR },
  { "ceiling", SIGNATURE_MAYBE_PLACES, EXPECTED_MAYBE, NULL, PE_ROUND_CEILING },
  { "decimal", SIGNATURE_PLACES, EXPECTED_PLACES, NULL, PE_ROUND_HALF_EVEN },
  { "round half up", SIGNATURE_PLACES, EXPECTED_PLACES, NULL, PE_ROUND_HALF_UP },
  { "round half down", SIGNATURE_PLACES, EXPECTED_PLACES, NULL, PE_ROUND_HALF_DOWN },
  { "round up", SIGNATURE_PLACES, EXPECTED_PLACES, NULL, PE_ROUND_UP },
  { "round down", SIGNATURE_PLACES, EXPECTED_PLACES, NULL, PE_ROUND_DOWN },
  { "not", SIGNATURE_TRUTH, EXPECTED_TRUTH, call_not, 0 },
};

/* The results of these are mostly no rational numbers: nothing that follows them could be decided exactly. */
static const char *const inexact[] = { "exp", "log", "ln", "log10", "sin", "cos", "tan", "stddev", "random number" };

uint32_t
pe_function_find (const char *name)
{
  for (uint32_t i = 0; i < G_N_ELEMENTS (functions); i++)
    if (strcmp (functions[i].name, name) == 0)
      return i;
  return G_MAXUINT32;
}

size_t
pe_function_get_count (void)
{
  return G_N_ELEMENTS (functions);
}

const char *
pe_function_get_name (uint32_t function)
{
  return functions[function].name;
}

pe_rounding
pe_function_get_rounding (uint32_t function)
{
  return functions[function].rounding;
}

const pe_expectation *
pe_function_get_refusal (const char *name)
{
  static const pe_expectation refused = { "an exact calculation: the result of this function is no exact number",
                                          "可精确计算的公式；该函数的结果不是精确数" };
  static const pe_expectation unknown
      = { "min, max, sum, count, mean, abs, floor, ceiling, decimal, round up, round down, round half up, "
          "round half down, sqrt, not or date",
          "min、max、sum、count、mean、abs、floor、ceiling、decimal、round up、round down、round half up、"
          "round half down、sqrt、not 或 date" };

  for (size_t i = 0; i < G_N_ELEMENTS (inexact); i++)
    if (strcmp (inexact[i], name) == 0)
      return &refused;
  return &unknown;
}

/* Types */

static gboolean
are_all (const pe_operand *arguments, size_t n, pe_type_kind kind)
{
  for (size_t i = 0; i < n; i++)
    if (!pe_type_is (arguments[i].type, kind))
      return FALSE;
  return n > 0;
}

static gboolean
are_many (const pe_operand *arguments, size_t n, pe_type_kind kind)
{
  return are_all (arguments, n, kind) || (n == 1 && pe_type_is_list_of (arguments[0].type, kind));
}

static gboolean
fits (function_signature signature, const pe_operand *arguments, size_t n)
{
  switch (signature)
    {
    case SIGNATURE_MANY:
      return are_many (arguments, n, PE_TYPE_NUMBER);
    case SIGNATURE_RANKED:
      return are_many (arguments, n, PE_TYPE_NUMBER) || are_many (arguments, n, PE_TYPE_DATE);
    case SIGNATURE_LIST:
      return n == 1 && arguments[0].type.is_list;
    case SIGNATURE_NUMBER:
      return n == 1 && are_all (arguments, n, PE_TYPE_NUMBER);
    case SIGNATURE_PLACES:
      return n == 2 && are_all (arguments, n, PE_TYPE_NUMBER);
    case SIGNATURE_MAYBE_PLACES:
      return n <= 2 && are_all (arguments, n, PE_TYPE_NUMBER);
    case SIGNATURE_TRUTH:
    default:
      return n == 1 && are_all (arguments, n, PE_TYPE_BOOLEAN);
    }
}

const pe_expectation *
pe_function_check (uint32_t function, const pe_operand *arguments, size_t n, pe_operand *out)
{
  const function_signature signature = functions[function].signature;
  pe_type_kind             kind = PE_TYPE_NUMBER;

  if (!fits (signature, arguments, n))
    return &functions[function].expected;
  if (signature == SIGNATURE_TRUTH || (signature == SIGNATURE_RANKED && arguments[0].type.kind == PE_TYPE_DATE))
    kind = arguments[0].type.kind;
  *out = (pe_operand) { { kind, FALSE, 0 }, FALSE, FALSE, FALSE };
  return NULL;
}

gboolean
pe_function_can_divide_by_zero (uint32_t function, const pe_operand *arguments, size_t n)
{
  return functions[function].call == call_mean && n == 1 && arguments[0].type.is_list && !arguments[0].is_not_empty;
}

/* Calling */

/* The first without a value, "not applicable" giving way; NULL when all have one. */
static const pe_value *
find_none (const pe_value *values, size_t n)
{
  const pe_value *none = NULL;

  for (size_t i = 0; i < n; i++)
    if (values[i].state != PE_STATE_VALUE && (none == NULL || none->state == PE_STATE_NOT_APPLICABLE))
      none = none == NULL || values[i].state != PE_STATE_NOT_APPLICABLE ? &values[i] : none;
  return none;
}

static void
take_none (pe_value *out, const pe_value *none, pe_type_kind kind)
{
  pe_value_take_state (out, none, none);
  out->type = (pe_type) { kind, FALSE, 0 };
}

pe_status
pe_function_call (uint32_t function, pe_value *arguments, size_t n, uint32_t bits, uint64_t *steps, pe_value *out)
{
  const function_room room = { bits, steps };
  const gboolean      is_listed = n == 1 && arguments[0].type.is_list;
  const pe_value     *none = find_none (arguments, n), *values = arguments;
  const pe_type_kind  kind = functions[function].signature == SIGNATURE_TRUTH ? PE_TYPE_BOOLEAN : PE_TYPE_NUMBER;

  if (none == NULL && functions[function].signature == SIGNATURE_LIST)
    {
      set_number (out);
      pe_rational_set_int (&out->number, (int64_t) arguments[0].items.size);
      return PE_OK;
    }
  if (none == NULL && is_listed)
    {
      values = arguments[0].items.data;
      n = arguments[0].items.size;
      none = find_none (values, n);
    }
  if (none != NULL)
    {
      take_none (out, none, kind);
      return PE_OK;
    }
  if (functions[function].call == NULL)
    return call_round (values, n, functions[function].rounding, &room, out);
  return functions[function].call (values, n, &room, out);
}
