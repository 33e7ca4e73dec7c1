/* batch-state.c - how far a batch is, and the totals that a ranking is made of
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "batch.h"

cli_exit
cli_batch_state_init (cli_batch_state *self, const pe_batch_plan *plan)
{
  pe_rounding_contract contract;

  memset (self, 0, sizeof *self);
  self->line = 1;
  pe_rounding_contract_init (&contract, sizeof contract);
  /* A batch gives the totals as they are rounded: who ranks on the exact ones is not served by it. */
  if (pe_rulebook_get_rounding (&contract, pe_batch_plan_get_rulebook (plan), NULL) == PE_OK
      && contract.rank_on == PE_RANK_ON_ROUNDED)
    self->totals = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (pe_batch_summary_new (&self->summary, plan, NULL) == PE_OK)
    return CLI_EXIT_OK;
  cli_complain ("%s", _ ("memory ran out"));
  return CLI_EXIT_RESOURCE;
}

void
cli_batch_state_clear (cli_batch_state *self)
{
  pe_batch_summary_free (self->summary);
  g_clear_pointer (&self->totals, g_hash_table_unref);
  for (guint i = 0; i < self->n_best; i++)
    g_free (self->best[i].key);
  self->n_best = 0;
}

/* Before those that are smaller, behind those that are as great and came earlier. */
static void
consider (cli_batch_state *self, const pe_batch_block *block, size_t unit, int64_t total)
{
  const char *key;
  size_t      length;
  guint       at = self->n_best;

  while (at > 0 && self->best[at - 1].total < total)
    at--;
  if (at == CLI_RANKED)
    return;
  key = pe_batch_block_get_key (&length, block, unit);
  if (self->n_best == CLI_RANKED)
    g_free (self->best[--self->n_best].key);
  memmove (&self->best[at + 1], &self->best[at], (self->n_best - at) * sizeof self->best[0]);
  self->best[at].total = total;
  self->best[at].key = g_strndup (key, length);
  self->n_best++;
}

static void
count (cli_batch_state *self, int64_t total)
{
  guint64 *n = g_hash_table_lookup (self->totals, &total);

  if (n != NULL)
    *n += 1;
  else
    {
      gint64 *key = g_new (gint64, 1);

      *key = total;
      n = g_new (guint64, 1);
      *n = 1;
      g_hash_table_insert (self->totals, key, n);
    }
  if (g_hash_table_size (self->totals) > CLI_TOTALS_MAX)
    g_clear_pointer (&self->totals, g_hash_table_unref);
}

void
cli_batch_state_add (cli_batch_state *self, const pe_batch_block *block)
{
  self->n_rejected += pe_batch_block_get_n_rejected (block);
  for (size_t i = 0; i < pe_batch_block_get_n_units (block) && self->totals != NULL; i++)
    {
      pe_decimal total;

      if (pe_batch_block_get_total (&total, block, i, NULL) != PE_OK)
        continue;
      consider (self, block, i, total.coefficient);
      count (self, total.coefficient);
    }
}

guint64
cli_batch_state_get_rank (const cli_batch_state *self, int64_t total)
{
  GHashTableIter iter;
  gpointer       key, value;
  guint64        rank = 1;

  g_hash_table_iter_init (&iter, self->totals);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (*(gint64 *) key > total)
      rank += *(guint64 *) value;
  return rank;
}
