/* culprit.c - which column is to blame for a unit that cannot be scored
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "culprit-private.h"

#include "single-private.h"

/* Reads */

void
pe_reads_begin (pe_reads *self, const pe_vector *figures)
{
  if (self == NULL)
    return;
  self->inputs.size = 0;
  self->figures = figures;
}

void
pe_reads_keep (pe_reads *self, uint32_t input, pe_state state)
{
  pe_read_input read = { input, state, 0 };

  if (self == NULL)
    return;
  read.before = self->figures != NULL ? self->figures->size : 0;
  if (pe_vector_push (&self->inputs, &read) != PE_OK)
    self->has_failed = TRUE;
}

/* A rate is two figures of up to three amounts, which were read before either: the first of them that is in the state. A state
 * that no figure has comes of the last one. */
uint32_t
pe_reads_find (const pe_reads *self, size_t figure, pe_state state)
{
  const pe_read_input *reads = self != NULL ? self->inputs.data : NULL;
  size_t               end = 0, first;

  if (self == NULL || figure == G_MAXSIZE)
    return PE_NO_CULPRIT;
  while (end < self->inputs.size && reads[end].before <= figure)
    end++;
  for (first = end; first > 0 && reads[first - 1].before == reads[end - 1].before;)
    first--;
  for (size_t i = first; i < end; i++)
    if (reads[i].state == state)
      return reads[i].input;
  return end > 0 && state > PE_STATE_TEXT ? reads[end - 1].input : PE_NO_CULPRIT;
}

/* Units */

/* What comes first is the status of the unit. */
static uint32_t
find_culprit (const pe_single *unit, pe_status status)
{
  const uint32_t negative = pe_single_find_negative (unit);

  if (negative != PE_PLAN_NONE)
    return negative;
  for (size_t i = 0; i < unit->plan->leaves.size; i++)
    if (pe_single_check_declared (unit, i) != PE_OK)
      return pe_plan_leaf_at (unit->plan, i)->points;
  for (size_t i = 0; i < unit->plan->leaves.size; i++)
    if (unit->leaves[i].fault != PE_OK)
      return unit->leaves[i].fault == status ? unit->leaves[i].culprit : PE_NO_CULPRIT;
  return PE_NO_CULPRIT;
}

static pe_status
find_culprits (uint32_t *out, const pe_batch_plan *plan, const pe_column *columns, const int32_t *statuses,
               size_t n_units)
{
  pe_reads  reads = { PE_VECTOR_INIT (pe_read_input), NULL, FALSE };
  pe_single unit;
  pe_status status = pe_single_init (&unit, plan, columns);

  unit.reads = &reads;
  for (size_t i = 0; i < n_units && status == PE_OK; i++)
    {
      if (statuses[i] == PE_OK)
        continue;
      unit.index = i;
      status = pe_single_score (&unit);
      out[i] = find_culprit (&unit, statuses[i]);
    }
  pe_single_clear (&unit);
  pe_vector_clear (&reads.inputs);
  return reads.has_failed ? PE_ERROR_NO_MEMORY : status;
}

pe_status
pe_batch_find_culprits (uint32_t *out, const pe_batch_plan *plan, const pe_batch_column *columns, size_t n_columns,
                        const int32_t *statuses, size_t n_units, pe_error **error)
{
  gboolean   any = FALSE;
  pe_column *imported;
  pe_status  status;

  for (size_t i = 0; i < n_units; i++)
    {
      out[i] = PE_NO_CULPRIT;
      any = any || statuses[i] != PE_OK;
    }
  if (!any)
    return PE_OK;
  imported = g_try_new0 (pe_column, MAX (n_columns, 1));
  if (imported == NULL)
    return pe_error_set_no_memory (error);
  status = pe_columns_import (imported, plan, columns, n_columns, error);
  if (status == PE_OK && find_culprits (out, plan, imported, statuses, n_units) != PE_OK)
    status = pe_error_set_no_memory (error);
  g_free (imported);
  return status;
}
