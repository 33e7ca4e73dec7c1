/* reporting-index.c - nodes and entries of the ledger, found without looking through all of them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "reporting-private.h"

static void
add_measures (pe_reporting *self, size_t node)
{
  pe_input input;

  pe_input_init (&input, sizeof input);
  for (size_t i = 0; i < pe_evaluation_get_n_inputs (self->evaluation, node); i++)
    if (pe_evaluation_get_input (&input, self->evaluation, node, i, NULL) == PE_OK && input.measure != NULL
        && !g_hash_table_contains (self->index.measures, input.measure))
      g_hash_table_insert (self->index.measures, (char *) input.measure, GSIZE_TO_POINTER (node + 1));
}

static void
add_nodes (pe_reporting *self)
{
  const size_t n_rows = pe_dossier_get_n_rows (self->dossier);
  pe_node      node;

  pe_node_init (&node, sizeof node);
  for (size_t i = 0; i < pe_evaluation_get_n_nodes (self->evaluation); i++)
    if (pe_reporting_check (self, pe_evaluation_get_node (&node, self->evaluation, i, self->error)))
      {
        if (!g_hash_table_contains (self->index.codes, node.code))
          g_hash_table_insert (self->index.codes, (char *) node.code, GSIZE_TO_POINTER (i + 1));
        if (node.row >= 0 && (size_t) node.row < n_rows)
          self->index.of_row[node.row] = i + 1;
        add_measures (self, i);
      }
}

/* Entries by node, in their order: how many each has, where they begin, then which. */
static void
add_entries (pe_reporting *self)
{
  const pe_ledger *ledger = pe_evaluation_get_ledger (self->evaluation);
  const size_t     n_nodes = pe_evaluation_get_n_nodes (self->evaluation), n = pe_ledger_get_size (ledger);
  pe_ledger_entry  entry;

  pe_ledger_entry_init (&entry, sizeof entry);
  for (size_t i = 0; i < n; i++)
    if (pe_reporting_check (self, pe_ledger_get_entry (&entry, ledger, i, self->error)))
      self->index.first[entry.node + 1]++;
  for (size_t i = 0; i < n_nodes; i++)
    self->index.first[i + 1] += self->index.first[i];
  for (size_t i = n; i-- > 0;)
    if (pe_ledger_get_entry (&entry, ledger, i, NULL) == PE_OK)
      self->index.entries[self->index.first[entry.node + 1] - 1 - self->index.taken[entry.node]++] = i;
}

gboolean
pe_reporting_index_build (pe_reporting *self)
{
  const size_t n_nodes = pe_evaluation_get_n_nodes (self->evaluation);
  const size_t n = pe_ledger_get_size (pe_evaluation_get_ledger (self->evaluation));

  self->index.codes = g_hash_table_new (g_str_hash, g_str_equal);
  self->index.measures = g_hash_table_new (g_str_hash, g_str_equal);
  self->index.notes = g_hash_table_new (g_str_hash, g_str_equal);
  self->index.of_row = g_try_new0 (size_t, MAX (pe_dossier_get_n_rows (self->dossier), 1));
  self->index.first = g_try_new0 (size_t, n_nodes + 1);
  self->index.taken = g_try_new0 (size_t, MAX (n_nodes, 1));
  self->index.entries = g_try_new0 (size_t, MAX (n, 1));
  self->index.values = g_try_new0 (pe_measure_value, pe_measure_get_count ());
  self->index.derived = g_try_new0 (pe_state, pe_measure_get_count ());
  if (self->index.of_row == NULL || self->index.first == NULL || self->index.taken == NULL
      || self->index.entries == NULL || self->index.values == NULL || self->index.derived == NULL)
    return pe_reporting_fail (self);
  add_nodes (self);
  add_entries (self);
  return self->status == PE_OK;
}

void
pe_reporting_index_clear (pe_reporting *self)
{
  g_clear_pointer (&self->index.codes, g_hash_table_unref);
  g_clear_pointer (&self->index.measures, g_hash_table_unref);
  g_clear_pointer (&self->index.notes, g_hash_table_unref);
  g_clear_pointer (&self->index.of_row, g_free);
  g_clear_pointer (&self->index.first, g_free);
  g_clear_pointer (&self->index.taken, g_free);
  g_clear_pointer (&self->index.entries, g_free);
  g_clear_pointer (&self->index.values, g_free);
  g_clear_pointer (&self->index.derived, g_free);
}

static size_t
look_up (GHashTable *table, const char *name)
{
  const gpointer found = g_hash_table_lookup (table, name);

  return found != NULL ? GPOINTER_TO_SIZE (found) - 1 : SIZE_MAX;
}

size_t
pe_reporting_find_code (const pe_reporting *self, const char *code)
{
  return look_up (self->index.codes, code);
}

size_t
pe_reporting_find_measure (const pe_reporting *self, const char *measure)
{
  return look_up (self->index.measures, measure);
}

size_t
pe_reporting_find_row (const pe_reporting *self, size_t row, const char *slot)
{
  return self->index.of_row[row] > 0 ? self->index.of_row[row] - 1 : pe_reporting_find_code (self, slot);
}

const pe_measure_value *
pe_reporting_derive (pe_reporting *self, size_t measure)
{
  pe_measure_value *value = &self->index.values[measure];
  pe_state         *state = &self->index.derived[measure];

  if (*state == PE_STATE_MISSING)
    {
      pe_measure_value_init (value, sizeof *value);
      *state = pe_reporting_is_there (self, pe_measure_derive (value, pe_measure_get_id (measure), self->dossier, NULL))
                   ? PE_STATE_VALUE
                   : PE_STATE_INVALID;
    }
  return *state == PE_STATE_VALUE ? value : NULL;
}
