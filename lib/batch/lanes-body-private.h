/* lanes-body-private.h - the loops over the lanes of a program: compiled once for each instruction set
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Whole numbers alone, none of which overflows (lanes-private.h): every instruction set gives the same bytes. What is written never
 * lies where something lies that is read (lanes-memory.c).
 */
#include "lanes-private.h"

#include <string.h>

/* One loop: x, y and z are what the instruction reads in a lane. */
#define LANES_FROM(to, from, expression)                                       \
  do                                                                           \
    { /* static: bugprone-macro-parentheses: a type cannot stand in them */    \
      to *restrict out = (to *) (void *) (memory + instruction->out);          \
      const from *a = (const from *) (const void *) (memory + instruction->a); \
                                                                               \
      for (size_t i = 0; i < n; i++)                                           \
        {                                                                      \
          const from x = a[i];                                                 \
                                                                               \
          out[i] = (to) (expression);                                          \
        }                                                                      \
    }                                                                          \
  while (0)

#define LANES_FROM_TWO(to, from, expression)                                   \
  do                                                                           \
    { /* static: bugprone-macro-parentheses: a type cannot stand in them */    \
      to *restrict out = (to *) (void *) (memory + instruction->out);          \
      const from *a = (const from *) (const void *) (memory + instruction->a); \
      const from *b = (const from *) (const void *) (memory + instruction->b); \
                                                                               \
      for (size_t i = 0; i < n; i++)                                           \
        {                                                                      \
          const from x = a[i], y = b[i];                                       \
                                                                               \
          out[i] = (to) (expression);                                          \
        }                                                                      \
    }                                                                          \
  while (0)

/* Numbers of one width */

#define LANE int64_t
#define LANE_NAME(name) name##_narrow
#include "lanes-numbers-private.h"
#undef LANE
#undef LANE_NAME
#define LANE pe_int128
#define LANE_NAME(name) name##_wide
#include "lanes-numbers-private.h"
#undef LANE
#undef LANE_NAME

/* What goes from one width to another */

static gboolean
run_conversion (const pe_lane_instruction *instruction, size_t n, char *memory)
{
  switch (instruction->code)
    {
    case PE_LANE_WIDEN:
      LANES_FROM (pe_int128, int64_t, x);
      return TRUE;
    case PE_LANE_SHORTEN:
      LANES_FROM (int64_t, pe_int128, (uint64_t) x);
      return TRUE;
    case PE_LANE_MULTIPLY_WIDE:
      LANES_FROM_TWO (pe_int128, int64_t, (pe_int128) x *y);
      return TRUE;
    default:
      return pe_lanes_draw_roots (instruction, n, memory);
    }
}

/* Truths and marks */

static void
decide (const pe_lane_instruction *instruction, size_t n, char *memory)
{
  uint8_t *restrict out = (uint8_t *) (memory + instruction->out);
  const int64_t *a = (const int64_t *) (const void *) (memory + instruction->a);
  const int64_t *b = (const int64_t *) (const void *) (memory + instruction->b);
  const uint8_t *c = (const uint8_t *) (memory + instruction->c), *d = (const uint8_t *) (memory + instruction->d);
  const int64_t  decider = (int64_t) instruction->number;

  for (size_t i = 0; i < n; i++)
    {
      const uint8_t greater = c[i] > d[i] ? c[i] : d[i];
      const uint8_t by_second = d[i] == PE_MARK_VALUE && b[i] == decider && c[i] != PE_MARK_UNKNOWN;
      const uint8_t by_first = c[i] == PE_MARK_VALUE && a[i] == decider;

      out[i] = by_first | by_second ? PE_MARK_VALUE : greater;
    }
}

static void
select_mark (const pe_lane_instruction *instruction, size_t n, char *memory)
{
  uint8_t *restrict out = (uint8_t *) (memory + instruction->out);
  const uint8_t *marks = (const uint8_t *) (memory + instruction->a);
  const int64_t *truths = (const int64_t *) (const void *) (memory + instruction->b);
  const uint8_t *c = (const uint8_t *) (memory + instruction->c), *d = (const uint8_t *) (memory + instruction->d);

  for (size_t i = 0; i < n; i++)
    {
      const uint8_t chosen = truths[i] != 0 ? c[i] : d[i];

      out[i] = marks[i] != PE_MARK_VALUE ? marks[i] : chosen;
    }
}

static void
run_mark (const pe_lane_instruction *instruction, size_t n, char *memory)
{
  switch (instruction->code)
    {
    case PE_LANE_AND:
      LANES_FROM_TWO (int64_t, int64_t, x &y);
      break;
    case PE_LANE_OR:
      LANES_FROM_TWO (int64_t, int64_t, x | y);
      break;
    case PE_LANE_NOT:
      LANES_FROM (int64_t, int64_t, x ^ 1);
      break;
    case PE_LANE_IS_NULL:
      LANES_FROM (int64_t, uint8_t, x != PE_MARK_VALUE);
      break;
    case PE_LANE_MARK_JOIN:
      LANES_FROM_TWO (uint8_t, uint8_t, x > y ? x : y);
      break;
    case PE_LANE_MARK_DECIDE:
      decide (instruction, n, memory);
      break;
    case PE_LANE_MARK_SELECT:
      select_mark (instruction, n, memory);
      break;
    case PE_LANE_MARK_UNKNOWN:
      LANES_FROM (uint8_t, uint8_t, x == PE_MARK_UNKNOWN ? PE_MARK_UNKNOWN : PE_MARK_VALUE);
      break;
    default:
      memset (memory + instruction->out, (int) instruction->number, n);
      break;
    }
}

/* Cells */

static void
load (const pe_lanes *self, const pe_lane_instruction *instruction, uint64_t first, size_t n, char *memory)
{
  int64_t       *numbers = (int64_t *) (void *) (memory + instruction->out);
  uint8_t       *marks = (uint8_t *) (memory + instruction->second);
  const int64_t *cells = pe_lanes_read (instruction, first, n, numbers);
  const int64_t  end = INT64_C (1) << self->bits;

  if (instruction->type == PE_TYPE_NUMBER)
    for (size_t i = 0; i < n; i++)
      {
        const int64_t  cell = cells[i];
        const gboolean is_outside = (cell >= end) | (cell <= -end);

        numbers[i] = is_outside ? 0 : cell;
        marks[i] = is_outside ? PE_MARK_UNKNOWN : PE_MARK_VALUE;
      }
  else
    pe_lanes_translate (instruction, cells, n, numbers, marks);
  pe_lanes_mask (self, instruction, first, n, numbers, marks);
}

void
PE_LANES_RUN (const pe_lanes *self, uint64_t first, size_t n, char *memory)
{
  for (size_t i = 0; i < self->code.size; i++)
    {
      const pe_lane_instruction *instruction = pe_vector_at (&self->code, const pe_lane_instruction, i);
      gboolean                   is_done;

      if (instruction->code == PE_LANE_LOAD)
        {
          load (self, instruction, first, n, memory);
          continue;
        }
      is_done
          = instruction->kind == PE_LANE_WIDE ? run_wide (instruction, n, memory) : run_narrow (instruction, n, memory);
      if (!is_done && !run_conversion (instruction, n, memory))
        run_mark (instruction, n, memory);
    }
}
