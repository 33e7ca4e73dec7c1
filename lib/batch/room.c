/* room.c - the memory that one thread of a run works in
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "run-private.h"

#include <string.h>

/* A block of int64_t in one piece of memory, which is asked for at once. */
typedef struct pieces
{
  char  *at; /* NULL while they are counted */
  size_t size;
} pieces;

#define PIECE_ALIGNMENT 64
/* Pieces that lie whole pages apart make a processor wait which compares the last bits of addresses alone. */
#define PIECE_GAP (9 * PIECE_ALIGNMENT)

static void *
take_piece (pieces *self, size_t n, size_t size)
{
  void *piece = self->at != NULL ? self->at + self->size : NULL;

  self->size += (n * size + PIECE_ALIGNMENT - 1) / PIECE_ALIGNMENT * PIECE_ALIGNMENT + PIECE_GAP;
  return piece;
}

static int64_t *
take_block (pieces *self)
{
  return take_piece (self, PE_BLOCK, sizeof (int64_t));
}

/* A node whose points cannot go to the caller's array at once, and that somebody asks for. */
static gboolean
needs_points (const pe_run *run, size_t node)
{
  const pe_sink *sink = &run->sinks[node];

  return sink->points != NULL ? !sink->is_plain : run->has_summary;
}

static void
lay_out (pe_room *self, pieces *memory)
{
  const pe_run        *run = self->run;
  const pe_batch_plan *plan = run->plan;

  for (size_t i = 0; i < G_N_ELEMENTS (self->numbers); i++)
    self->numbers[i] = take_block (memory);
  self->spare = take_block (memory);
  self->valid = take_piece (memory, PE_BLOCK / 64, sizeof *self->valid);
  self->dropped = take_block (memory);
  self->flags = take_piece (memory, PE_BLOCK, sizeof *self->flags);
  self->marks = take_piece (memory, PE_BLOCK, sizeof *self->marks);
  self->fused = take_piece (memory, plan->leaves.size, sizeof *self->fused);
  self->grades = take_piece (memory, PE_BLOCK, sizeof *self->grades);
  self->statuses = take_piece (memory, PE_BLOCK, sizeof *self->statuses);
  for (size_t i = 0; i < plan->n_nodes; i++)
    {
      if (pe_plan_get_level (plan, i) != PE_LEVEL_LEAF)
        self->sums[i] = take_block (memory);
      if (needs_points (run, i))
        self->points[i] = take_block (memory);
      if (run->has_summary && run->sinks[i].states == NULL)
        self->states[i] = take_piece (memory, PE_BLOCK, sizeof **self->states);
    }
}

/* What the programs need, one after the other. */
static size_t
find_registers_size (const pe_binding *binding)
{
  size_t size = 0;

  for (size_t i = 0; i < binding->leaves.size; i++)
    if (pe_binding_at (binding, i)->lanes != NULL)
      size = MAX (size, pe_binding_at (binding, i)->lanes->size);
  for (size_t i = 0; i < binding->caps.size; i++)
    if (pe_binding_cap_at (binding, i)->condition != NULL)
      size = MAX (size, pe_binding_cap_at (binding, i)->condition->size);
  return size;
}

static char *
align_memory (void *memory)
{
  return (char *) memory + (PIECE_ALIGNMENT - (uintptr_t) memory % PIECE_ALIGNMENT);
}

pe_status
pe_room_fit (pe_room *self)
{
  const size_t size = find_registers_size (&self->run->binding);
  void        *memory;

  if (size <= self->register_size)
    return PE_OK;
  memory = g_try_malloc0 (size + PIECE_ALIGNMENT);
  if (memory == NULL)
    return PE_ERROR_NO_MEMORY;
  g_free (self->register_memory);
  self->register_memory = memory;
  self->register_size = size;
  self->registers = align_memory (memory);
  return PE_OK;
}

pe_status
pe_room_init (pe_room *self, const pe_run *run)
{
  const size_t n_nodes = run->plan->n_nodes;
  pieces       memory = { NULL, 0 };

  memset (self, 0, sizeof *self);
  self->run = run;
  if (pe_single_init (&self->unit, run->plan, run->columns) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  self->sums = g_try_new0 (int64_t *, n_nodes);
  self->points = g_try_new0 (int64_t *, n_nodes);
  self->states = g_try_new0 (uint8_t *, n_nodes);
  self->has_sum = g_try_new0 (gboolean, n_nodes);
  if (self->sums == NULL || self->points == NULL || self->states == NULL || self->has_sum == NULL)
    return PE_ERROR_NO_MEMORY;
  /* Nodes are limited by the rulebook's limits to far less than would overflow here: 2^31 of them, 2^16 bytes each. */
  lay_out (self, &memory);
  self->memory = g_try_malloc0 (memory.size + PIECE_ALIGNMENT);
  if (self->memory == NULL)
    return PE_ERROR_NO_MEMORY;
  memory.at = align_memory (self->memory);
  memory.size = 0;
  lay_out (self, &memory);
  if (pe_room_fit (self) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  return run->has_summary ? pe_batch_summary_new (&self->summary, run->plan, NULL) : PE_OK;
}

void
pe_room_clear (pe_room *self)
{
  if (self->run == NULL)
    return;
  pe_single_clear (&self->unit);
  pe_batch_summary_free (self->summary);
  g_free (self->memory);
  g_free (self->register_memory);
  g_free (self->sums);
  g_free (self->points);
  g_free (self->states);
  g_free (self->has_sum);
}
