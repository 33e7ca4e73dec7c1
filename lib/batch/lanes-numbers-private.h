/* lanes-numbers-private.h - the loops over numbers of one width: included once for each
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * LANE is the type of a number, and LANE_NAME() tells the functions for it from the others.
 */

/* Toward zero, and then away from it where the mode says so; b > 0. */
static inline LANE
LANE_NAME (divide_lane) (LANE a, LANE b, pe_rounding rounding)
{
  const LANE quotient = a / b, rest = a % b, size = rest < 0 ? -rest : rest, left = b - size;
  const int  half = (size > left) - (size < left);
  gboolean   is_away = half >= 0;

  if (rest == 0)
    return quotient;
  if (rounding != PE_ROUND_HALF_UP)
    is_away = pe_rounding_is_away (rounding, a < 0, (quotient & 1) != 0, half);
  if (!is_away)
    return quotient;
  return a < 0 ? quotient - 1 : quotient + 1;
}

static void
LANE_NAME (select_lanes) (const pe_lane_instruction *instruction, size_t n, char *memory)
{
  LANE *restrict out = (LANE *) (void *) (memory + instruction->out);
  const int64_t *truths = (const int64_t *) (const void *) (memory + instruction->a);
  const LANE    *then = (const LANE *) (const void *) (memory + instruction->b);
  const LANE    *otherwise = (const LANE *) (const void *) (memory + instruction->c);

  for (size_t i = 0; i < n; i++)
    {
      /* Both are read, so that the loop has no jump in it. */
      const LANE x = then[i], y = otherwise[i];

      out[i] = truths[i] != 0 ? x : y;
    }
}

static void
LANE_NAME (mark_zeros) (const pe_lane_instruction *instruction, size_t n, char *memory)
{
  uint8_t *restrict out = (uint8_t *) (memory + instruction->out);
  const uint8_t *marks = (const uint8_t *) (memory + instruction->a);
  const LANE    *numbers = (const LANE *) (const void *) (memory + instruction->b);

  for (size_t i = 0; i < n; i++)
    out[i] = numbers[i] == 0 ? PE_MARK_UNKNOWN : marks[i];
}

static void
LANE_NAME (fill_lanes) (const pe_lane_instruction *instruction, size_t n, char *memory)
{
  LANE *restrict out = (LANE *) (void *) (memory + instruction->out);

  for (size_t i = 0; i < n; i++)
    out[i] = (LANE) instruction->number;
}

/* FALSE for an instruction that is none of these. */
static gboolean
LANE_NAME (run) (const pe_lane_instruction *instruction, size_t n, char *memory)
{
  switch (instruction->code)
    {
    case PE_LANE_CONSTANT:
      if (instruction->kind == PE_LANE_MARK)
        return FALSE;
      LANE_NAME (fill_lanes) (instruction, n, memory);
      break;
    case PE_LANE_ADD:
      LANES_FROM_TWO (LANE, LANE, x + y);
      break;
    case PE_LANE_SUBTRACT:
      LANES_FROM_TWO (LANE, LANE, x - y);
      break;
    case PE_LANE_MULTIPLY:
      LANES_FROM_TWO (LANE, LANE, x * y);
      break;
    case PE_LANE_ABSOLUTE:
      LANES_FROM (LANE, LANE, x < 0 ? -x : x);
      break;
    case PE_LANE_SIGN:
      LANES_FROM_TWO (LANE, LANE, y < 0 ? -x : x);
      break;
    case PE_LANE_NOT_ZERO:
      LANES_FROM (LANE, LANE, x < 0 ? -x : x + (x == 0));
      break;
    case PE_LANE_BELOW:
      LANES_FROM_TWO (int64_t, LANE, x < y);
      break;
    case PE_LANE_UP_TO:
      LANES_FROM_TWO (int64_t, LANE, x <= y);
      break;
    case PE_LANE_SAME:
      LANES_FROM_TWO (int64_t, LANE, x == y);
      break;
    case PE_LANE_SELECT:
      LANE_NAME (select_lanes) (instruction, n, memory);
      break;
    case PE_LANE_DIVIDE:
      LANES_FROM_TWO (LANE, LANE, LANE_NAME (divide_lane) (x, y, instruction->rounding));
      break;
    case PE_LANE_MARK_ZERO:
      LANE_NAME (mark_zeros) (instruction, n, memory);
      break;
    default:
      return FALSE;
    }
  return TRUE;
}
