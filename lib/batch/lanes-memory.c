/* lanes-memory.c - where the registers of a program's lanes lie
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "lanes-private.h"

#include <string.h>

/* A register that is never written. */
#define NONE G_MAXUINT32

/* The registers of one kind, in places that one takes over when another is read for the last time. */
typedef struct pool
{
  uint32_t *unused; /* a stack of places */
  size_t    n_unused;
  uint32_t  n;
} pool;

typedef struct allocator
{
  pe_lanes           *lanes;
  const pe_lane_kind *kinds;
  size_t             *last;   /* by register: the last instruction that reads it */
  uint32_t           *places; /* by register */
  pool                pools[PE_LANE_N_KINDS];
} allocator;

/* The registers that an instruction reads: which of a, b, c, d. */
static uint32_t
count_operands (pe_lane_code code)
{
  switch (code)
    {
    case PE_LANE_CONSTANT:
    case PE_LANE_LOAD:
      return 0;
    case PE_LANE_WIDEN:
    case PE_LANE_SHORTEN:
    case PE_LANE_ABSOLUTE:
    case PE_LANE_NOT_ZERO:
    case PE_LANE_NOT:
    case PE_LANE_IS_NULL:
    case PE_LANE_MARK_UNKNOWN:
      return 1;
    case PE_LANE_SELECT:
    case PE_LANE_ROOT_DIVISOR:
    case PE_LANE_ROOT:
      return 3;
    case PE_LANE_MARK_DECIDE:
    case PE_LANE_MARK_SELECT:
      return 4;
    default:
      return 2;
    }
}

static uint32_t
get_operand (const pe_lane_instruction *instruction, uint32_t index)
{
  const uint32_t operands[] = { instruction->a, instruction->b, instruction->c, instruction->d };

  return operands[index];
}

static void
find_last_reads (allocator *self)
{
  for (size_t i = 0; i < self->lanes->code.size; i++)
    {
      const pe_lane_instruction *instruction = pe_vector_at (&self->lanes->code, const pe_lane_instruction, i);

      self->last[instruction->out] = i;
      if (instruction->code == PE_LANE_LOAD)
        self->last[instruction->second] = i;
      for (uint32_t k = 0; k < count_operands (instruction->code); k++)
        self->last[get_operand (instruction, k)] = i;
    }
  self->last[self->lanes->points] = self->last[self->lanes->marks] = G_MAXSIZE;
}

static void
take_place (allocator *self, uint32_t index)
{
  pool *from = &self->pools[self->kinds[index]];

  self->places[index] = from->n_unused > 0 ? from->unused[--from->n_unused] : from->n++;
}

static void
give_back (allocator *self, uint32_t index, size_t at)
{
  pool *to = &self->pools[self->kinds[index]];

  if (self->last[index] != at)
    return;
  to->unused[to->n_unused++] = self->places[index];
  self->last[index] = NONE;
}

/* What is written never lies where something that is read then lies: loops may take that for granted. */
static void
take_places (allocator *self)
{
  for (size_t i = 0; i < self->lanes->code.size; i++)
    {
      const pe_lane_instruction *instruction = pe_vector_at (&self->lanes->code, const pe_lane_instruction, i);

      take_place (self, instruction->out);
      if (instruction->code == PE_LANE_LOAD)
        take_place (self, instruction->second);
      for (uint32_t k = 0; k < count_operands (instruction->code); k++)
        give_back (self, get_operand (instruction, k), i);
      give_back (self, instruction->out, i);
      if (instruction->code == PE_LANE_LOAD)
        give_back (self, instruction->second, i);
    }
}

/* Offsets: all of one kind together, the widest first. */

static uint32_t
find_offset (const allocator *self, uint32_t index)
{
  const size_t wide = self->pools[PE_LANE_WIDE].n * sizeof (pe_int128) * PE_STRIP;
  const size_t narrow = self->pools[PE_LANE_NARROW].n * sizeof (int64_t) * PE_STRIP;
  const size_t place = self->places[index];

  if (self->kinds[index] == PE_LANE_WIDE)
    return (uint32_t) (place * sizeof (pe_int128) * PE_STRIP);
  if (self->kinds[index] == PE_LANE_NARROW)
    return (uint32_t) (wide + place * sizeof (int64_t) * PE_STRIP);
  return (uint32_t) (wide + narrow + place * PE_STRIP);
}

static void
set_offsets (allocator *self)
{
  pe_lanes *lanes = self->lanes;

  for (size_t i = 0; i < lanes->code.size; i++)
    {
      pe_lane_instruction *instruction = pe_vector_at (&lanes->code, pe_lane_instruction, i);
      uint32_t *const      operands[] = { &instruction->a, &instruction->b, &instruction->c, &instruction->d };

      instruction->out = find_offset (self, instruction->out);
      if (instruction->code == PE_LANE_LOAD)
        instruction->second = find_offset (self, instruction->second);
      for (uint32_t k = 0; k < count_operands (instruction->code); k++)
        *operands[k] = find_offset (self, *operands[k]);
    }
  lanes->points = find_offset (self, lanes->points);
  lanes->marks = find_offset (self, lanes->marks);
  lanes->size = PE_STRIP
                * (self->pools[PE_LANE_WIDE].n * sizeof (pe_int128) + self->pools[PE_LANE_NARROW].n * sizeof (int64_t)
                   + self->pools[PE_LANE_MARK].n);
}

/* The whole */

static gboolean
allocate (allocator *self, size_t n)
{
  gboolean has_memory = TRUE;

  self->last = g_try_new0 (size_t, MAX (n, 1));
  self->places = g_try_new0 (uint32_t, MAX (n, 1));
  for (size_t i = 0; i < PE_LANE_N_KINDS; i++)
    {
      self->pools[i].unused = g_try_new (uint32_t, MAX (n, 1));
      has_memory = has_memory && self->pools[i].unused != NULL;
    }
  return has_memory && self->last != NULL && self->places != NULL;
}

pe_status
pe_lanes_lay_out (pe_lanes *self, const pe_lane_kind *kinds, size_t n)
{
  allocator      giver = { .lanes = self, .kinds = kinds };
  const gboolean has_memory = allocate (&giver, n);

  if (has_memory)
    {
      find_last_reads (&giver);
      take_places (&giver);
      set_offsets (&giver);
    }
  g_free (giver.last);
  g_free (giver.places);
  for (size_t i = 0; i < PE_LANE_N_KINDS; i++)
    g_free (giver.pools[i].unused);
  return has_memory ? PE_OK : PE_ERROR_NO_MEMORY;
}
