/* lanes-load.c - the cells of a column as numbers and marks
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "lanes-private.h"

#include <string.h>

const int64_t *
pe_lanes_read (const pe_lane_instruction *load, uint64_t first, size_t n, int64_t *room)
{
  if (pe_column_is_plain (load->column))
    return (const int64_t *) load->column->given.values + first;
  pe_column_copy_numbers (load->column, first, n, room);
  return room;
}

/* A word that is none, or stands for nothing, is the rule's. */
static void
translate_words (const pe_lane_instruction *load, const int64_t *cells, size_t n, int64_t *numbers, uint8_t *marks)
{
  const uint64_t n_words = load->column->given.n_words;

  for (size_t i = 0; i < n; i++)
    {
      const uint64_t cell = (uint64_t) cells[i];
      const int64_t  found = cell < n_words ? load->words[cell] : G_MININT64;

      numbers[i] = found != G_MININT64 ? found : 0;
      marks[i] = found != G_MININT64 ? PE_MARK_VALUE : PE_MARK_UNKNOWN;
    }
}

void
pe_lanes_translate (const pe_lane_instruction *load, const int64_t *cells, size_t n, int64_t *numbers, uint8_t *marks)
{
  if (load->words != NULL)
    {
      translate_words (load, cells, n, numbers, marks);
      return;
    }
  for (size_t i = 0; i < n; i++)
    numbers[i] = cells[i] != 0;
  memset (marks, PE_MARK_VALUE, n);
}

/* The cell of a lane has not simply a value. */
static void
mask_lane (const pe_lanes *self, const pe_lane_instruction *load, uint64_t unit, int64_t *number, uint8_t *mark)
{
  const pe_state state = pe_column_get_state (load->column, unit);

  if (state == PE_STATE_TEXT && load->words != NULL)
    return;
  *number = 0;
  *mark = state == PE_STATE_MISSING && self->keeps_missing ? PE_MARK_MISSING : PE_MARK_UNKNOWN;
}

void
pe_lanes_mask (const pe_lanes *self, const pe_lane_instruction *load, uint64_t first, size_t n, int64_t *numbers,
               uint8_t *marks)
{
  uint64_t valid[PE_STRIP / 64];

  memset (valid, 0xff, sizeof valid);
  pe_column_mask (load->column, first, n, valid);
  for (size_t word = 0; word * 64 < n; word++)
    for (uint64_t missing = ~valid[word]; missing != 0; missing &= missing - 1)
      {
        const size_t lane = word * 64 + (size_t) __builtin_ctzll (missing);

        if (lane < n)
          mask_lane (self, load, first + lane, &numbers[lane], &marks[lane]);
      }
}
