/* ledger.c - where every hundredth of a point went
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "evaluation-private.h"

#include "../base/decimal-private.h"
#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "../rules/record-private.h"

/* Filling */

/* Adds the entry of what lies between two stages of a node's points, if anything does. */
static pe_status
add_difference (pe_ledger *self, pe_entry_kind kind, uint32_t node, const pe_rational *from, const pe_rational *to,
                uint32_t bits)
{
  pe_scored_entry *entry;

  if (pe_rational_equal (from, to))
    return PE_OK;
  entry = pe_vector_add (&self->entries);
  if (entry == NULL)
    return PE_ERROR_NO_MEMORY;
  entry->kind = kind;
  entry->node = node;
  entry->adjustment = NULL;
  pe_rational_init (&entry->amount);
  return pe_rational_subtract (&entry->amount, to, from, bits);
}

/* In the order of application. */
static pe_status
add_adjustments (pe_ledger *self, uint32_t index)
{
  const pe_vector *adjustments = &pe_evaluation_peek_node (self->evaluation, index)->adjustments;

  for (size_t i = 0; i < adjustments->size; i++)
    {
      pe_scored_entry entry = { .kind = PE_ENTRY_ADJUST, .node = index };

      entry.adjustment = pe_vector_at (adjustments, const pe_scored_adjustment, i);
      pe_rational_init (&entry.amount);
      pe_rational_copy (&entry.amount, &entry.adjustment->amount);
      if (pe_vector_push (&self->entries, &entry) != PE_OK)
        {
          pe_rational_clear (&entry.amount);
          return PE_ERROR_NO_MEMORY;
        }
    }
  return PE_OK;
}

/* A leaf's own entry is all that no adjustment accounts for: what its rule lost, and its rounding. */
static pe_status
add_leaf (pe_ledger *self, uint32_t index, uint32_t bits)
{
  const pe_scored_node *node = pe_evaluation_peek_node (self->evaluation, index);
  pe_rational           score;
  pe_status             status;

  if (node->adjustments.size == 0)
    return add_difference (self, PE_ENTRY_LEAF, index, &node->full_marks, &node->score, bits);
  pe_rational_init (&score);
  status = pe_rational_subtract (&score, &node->unadjusted, &node->unrounded, bits);
  if (status == PE_OK)
    status = pe_rational_add (&score, &score, &node->score, bits);
  if (status == PE_OK)
    status = add_difference (self, PE_ENTRY_LEAF, index, &node->full_marks, &score, bits);
  pe_rational_clear (&score);
  return status == PE_OK ? add_adjustments (self, index) : status;
}

/* A node that sums those below it starts from their scores; any other starts from its full marks. */
static pe_status
add_node (pe_ledger *self, uint32_t index, uint32_t bits)
{
  const pe_scored_node *node = pe_evaluation_peek_node (self->evaluation, index);
  pe_status             status;

  if (node->origin == PE_ORIGIN_DROPPED)
    return add_difference (self, PE_ENTRY_RESCALE, index, &node->full_marks, &node->score, bits);
  if (node->origin != PE_ORIGIN_SUM)
    return add_leaf (self, index, bits);
  status = add_difference (self, PE_ENTRY_RESCALE, index, &node->sum, &node->unadjusted, bits);
  if (status == PE_OK)
    status = add_adjustments (self, index);
  if (status != PE_OK)
    return status;
  return add_difference (self, PE_ENTRY_ROUNDING, index, &node->unrounded, &node->score, bits);
}

pe_status
pe_ledger_fill (pe_ledger *self, uint32_t bits)
{
  const size_t n = self->evaluation->nodes.size;

  for (size_t i = 0; i < n; i++)
    {
      pe_status status = add_node (self, (uint32_t) i, bits);

      if (status != PE_OK)
        return status;
    }
  return PE_OK;
}

void
pe_ledger_clear (pe_ledger *self)
{
  for (size_t i = 0; i < self->entries.size; i++)
    pe_rational_clear (&pe_vector_at (&self->entries, pe_scored_entry, i)->amount);
  pe_vector_clear (&self->entries);
}

/* Reading */

void
pe_ledger_entry_init (pe_ledger_entry *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

size_t
pe_ledger_get_size (const pe_ledger *self)
{
  return self == NULL ? 0 : self->entries.size;
}

static pe_status
check_entry (const void *out, const pe_ledger *self, size_t index, pe_error **error)
{
  if (out == NULL)
    return pe_error_set_argument (error, "out", "a place for the result");
  if (self == NULL)
    return pe_error_set_argument (error, "self", "a pe_ledger");
  if (index >= self->entries.size)
    return pe_index_set_not_found (error, index, self->entries.size);
  return PE_OK;
}

/* The decimal with the most places that fits, cut toward zero. */
static void
truncate_amount (pe_decimal *out, const pe_rational *amount)
{
  for (int32_t places = PE_DECIMAL_MAX_SCALE; places >= 0; places--)
    if (pe_rational_to_decimal (out, amount, places, PE_ROUND_DOWN) == PE_OK)
      return;
  *out = (pe_decimal) { 0, 0, 0 };
}

pe_status
pe_ledger_get_entry (pe_ledger_entry *out, const pe_ledger *self, size_t index, pe_error **error)
{
  pe_status              status = check_entry (out, self, index, error);
  const pe_scored_entry *entry;
  pe_ledger_entry        ours = { 0 };

  if (status != PE_OK)
    return status;
  entry = pe_vector_at (&self->entries, const pe_scored_entry, index);
  ours.kind = entry->kind;
  ours.node = entry->node;
  ours.cause = entry->adjustment != NULL ? entry->adjustment->cause : 0;
  ours.source = entry->adjustment != NULL ? entry->adjustment->source : 0;
  ours.is_exact = pe_rational_is_decimal (&ours.amount, &entry->amount);
  if (!ours.is_exact)
    truncate_amount (&ours.amount, &entry->amount);
  return pe_struct_export (out, &ours, sizeof ours, sizeof (pe_ledger_entry), "out", error);
}

pe_status
pe_ledger_compute_amount (pe_ratio **out, const pe_ledger *self, size_t index, pe_error **error)
{
  pe_status status = check_entry (out, self, index, error);

  if (status != PE_OK)
    return status;
  return pe_ratio_new_rational (out, &pe_vector_at (&self->entries, const pe_scored_entry, index)->amount, error);
}

pe_status
pe_ledger_print_reason (pe_text **out, const pe_ledger *self, size_t index, pe_language language, pe_error **error)
{
  pe_status status = check_entry (out, self, index, error);
  pe_buffer buffer = PE_BUFFER_INIT;

  if (status != PE_OK)
    return status;
  pe_evaluation_add_reason (
      self->evaluation, pe_vector_at (&self->entries, const pe_scored_entry, index), language, &buffer);
  return pe_buffer_finish (&buffer, out, error);
}
