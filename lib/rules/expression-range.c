/* expression-range.c - between which numbers a formula lies, whatever its figures are
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The instructions are gone through once, in their order, with a range instead of each value. What is no number, what is read
 * and what is not known has the whole line: a formula can give nothing outside its range, and need not give all of it.
 */
#include "range-private.h"

#include <string.h>

#include "expression-code-private.h"

typedef struct
{
  const pe_expression *expression;
  pe_vector            stack; /* of pe_range */
  pe_vector            ends;  /* of uint32_t: where each "if" ends that is gone through */
  pe_status            status;
} survey;

/* The n topmost; a formula takes no more than there are. */
static const pe_range *
peek (const survey *self, size_t n)
{
  return pe_vector_at (&self->stack, const pe_range, self->stack.size - n);
}

/* In the place of the n topmost. */
static void
replace (survey *self, size_t n, pe_range range)
{
  self->stack.size -= n;
  self->status = pe_vector_push (&self->stack, &range);
}

/* Whichever branch was gone through. */
static void
end_branches (survey *self, size_t at)
{
  while (self->ends.size > 0 && *pe_vector_at (&self->ends, uint32_t, self->ends.size - 1) == at)
    {
      const pe_range *branches = peek (self, 2);
      const pe_range  either = pe_range_fold (branches, 2, -1, 1);

      self->ends.size--;
      replace (self, 2, either);
    }
}

/* Calls */

static pe_range
call_min (const pe_range *arguments, size_t n)
{
  return pe_range_fold (arguments, n, -1, -1);
}

static pe_range
call_max (const pe_range *arguments, size_t n)
{
  return pe_range_fold (arguments, n, 1, 1);
}

static pe_range
call_mean (const pe_range *arguments, size_t n)
{
  return pe_range_fold (arguments, n, -1, 1);
}

static pe_range
call_abs (const pe_range *arguments, size_t n)
{
  (void) n;
  return pe_range_abs (arguments);
}

static pe_range
call_not_negative (const pe_range *arguments, size_t n)
{
  (void) arguments;
  (void) n;
  return pe_range_from_zero ();
}

/* To so many places as the formula writes; where it calculates them they are not known. */
static pe_range
round_call (const pe_range *arguments, size_t n, pe_rounding rounding)
{
  int32_t places = 0;

  if (n > 1 && (!pe_range_is_point (&arguments[1]) || !pe_function_get_places (&arguments[1].low.number, &places)))
    return pe_range_whole ();
  return pe_range_round (arguments, places, rounding);
}

/* Of a list the range is that of its items. */
static pe_range
call_range (uint32_t function, const pe_range *arguments, size_t n)
{
  static const struct
  {
    const char *name;
    pe_range (*call) (const pe_range *arguments, size_t n);
  } calls[] = {
    { "min", call_min },
    { "max", call_max },
    { "mean", call_mean },
    { "abs", call_abs },
    { "count", call_not_negative },
    { "sqrt", call_not_negative },
  };

  if (pe_function_get_rounding (function) != 0)
    return round_call (arguments, n, pe_function_get_rounding (function));
  for (size_t i = 0; i < G_N_ELEMENTS (calls); i++)
    if (strcmp (calls[i].name, pe_function_get_name (function)) == 0)
      return calls[i].call (arguments, n);
  return pe_range_whole ();
}

/* Instructions */

static pe_range
constant_range (const pe_value *value)
{
  if (value->type.kind != PE_TYPE_NUMBER || value->number.big)
    return pe_range_whole ();
  return pe_range_point (&value->number);
}

static pe_range
calculate (uint32_t code, const pe_range *a, const pe_range *b)
{
  const pe_range less = pe_range_negate (b);

  switch (code)
    {
    case PE_CODE_ADD:
      return pe_range_add (a, b);
    case PE_CODE_SUBTRACT:
      return pe_range_add (a, &less);
    case PE_CODE_MULTIPLY:
      return pe_range_multiply (a, b);
    case PE_CODE_DIVIDE:
      return pe_range_divide (a, b);
    default:
      return pe_range_whole ();
    }
}

/* How many values an instruction takes whose result has the whole line; those that are not here leave the values alone. */
static void
step_unknown (survey *self, uint32_t code)
{
  static const struct
  {
    pe_code  code;
    size_t   taken;
    gboolean gives;
  } effects[] = {
    { PE_CODE_SYMBOL, 0, TRUE },      { PE_CODE_ITEM, 0, TRUE },
    { PE_CODE_MEMBER, 1, TRUE },      { PE_CODE_SUBTRACT_DATES, 2, TRUE },
    { PE_CODE_COMPARE, 2, TRUE },     { PE_CODE_IS_NULL, 2, TRUE },
    { PE_CODE_AND, 2, TRUE },         { PE_CODE_OR, 2, TRUE },
    { PE_CODE_IN_BEGIN, 0, TRUE },    { PE_CODE_IN_RANGE, 2, FALSE },
    { PE_CODE_IN_COMPARE, 1, FALSE }, { PE_CODE_IN_LIST, 1, FALSE },
    { PE_CODE_IN_END, 2, TRUE },      { PE_CODE_LOOP, 1, FALSE },
    { PE_CODE_TEST, 1, TRUE },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (effects); i++)
    if (effects[i].code == code)
      {
        self->stack.size -= effects[i].taken;
        if (effects[i].gives)
          replace (self, 0, pe_range_whole ());
      }
}

static void
step (survey *self, const pe_instruction *instruction)
{
  switch (instruction->code)
    {
    case PE_CODE_CONSTANT:
      replace (self, 0, constant_range (pe_vector_at (&self->expression->constants, const pe_value, instruction->a)));
      break;
    case PE_CODE_NEGATE:
      replace (self, 1, pe_range_negate (peek (self, 1)));
      break;
    case PE_CODE_ADD:
    case PE_CODE_SUBTRACT:
    case PE_CODE_MULTIPLY:
    case PE_CODE_DIVIDE:
    case PE_CODE_POWER:
      replace (self, 2, calculate (instruction->code, peek (self, 2), peek (self, 1)));
      break;
    case PE_CODE_BRANCH:
      self->stack.size--;
      self->status = pe_vector_push (&self->ends, &instruction->b);
      break;
    case PE_CODE_LIST:
      replace (self, instruction->a,
               instruction->a > 0 ? call_mean (peek (self, instruction->a), instruction->a) : pe_range_whole ());
      break;
    case PE_CODE_CALL:
      replace (self, instruction->b, call_range (instruction->a, peek (self, instruction->b), instruction->b));
      break;
    default:
      step_unknown (self, instruction->code);
      break;
    }
}

pe_status
pe_expression_find_range (const pe_expression *self, pe_range *out)
{
  survey running = { self, PE_VECTOR_INIT (pe_range), PE_VECTOR_INIT (uint32_t), PE_OK };

  for (size_t i = 0; i < self->code.size && running.status == PE_OK; i++)
    {
      step (&running, pe_vector_at (&self->code, const pe_instruction, i));
      if (running.status == PE_OK)
        end_branches (&running, i + 1);
    }
  if (running.status == PE_OK)
    *out = *peek (&running, 1);
  pe_vector_clear (&running.stack);
  pe_vector_clear (&running.ends);
  return running.status;
}
