/* dossier-rows.c - the rows of the slots, in printed order
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "dossier-tables-private.h"
#include "facts-private.h"
#include "order-private.h"

/* A row of a slot by its number there, from 1 in the order of adding; [0] stands above the top rows. */
typedef struct row_node
{
  uint32_t parent;
  uint32_t first; /* row below, 0 for none */
  uint32_t last;
  uint32_t next;   /* row with the same parent, 0 for none */
  uint32_t number; /* in printed order, from 1 */
  uint32_t below;  /* rows below that were taken in */
} row_node;

/* What is taken in from where. */
typedef struct row_source
{
  const pe_row *rows;  /* as added */
  const size_t *order; /* by slot, then as added */
  row_node     *nodes; /* of one slot */
  pe_collector *collector;
} row_source;

static int
compare_rows (const void *data, size_t a, size_t b)
{
  const pe_row *rows = data;

  return strcmp (rows[a].slot, rows[b].slot);
}

/* At the row by its number, since a row without a parent has no place among others. */
static void
report_parent (const pe_row *row, uint32_t number, pe_collector *collector)
{
  pe_buffer path = PE_BUFFER_INIT, parent = PE_BUFFER_INIT;
  char     *at, *code;
  pe_place  place;

  pe_buffer_add_string (&path, "/rows/");
  pe_buffer_add_string (&path, row->slot);
  pe_buffer_add_char (&path, '/');
  pe_buffer_add_uint (&path, number - 1);
  pe_buffer_add_string (&path, "/parent");
  pe_buffer_add_uint (&parent, row->parent);
  at = pe_buffer_steal (&path);
  code = pe_buffer_steal (&parent);
  place = PE_PLACE_WHAT (at);
  pe_collector_add (collector, at != NULL && code != NULL ? PE_ERROR_REFERENCE_UNKNOWN : PE_ERROR_NO_MEMORY, &place,
                    "code", code, "name", row->name, "expected", "the number of a row of the same slot before it",
                    "expected_zh", "同一指标下排在它前面的行号", NULL);
  g_free (code);
  g_free (at);
}

static void
link_row (row_node *nodes, uint32_t number, uint32_t parent)
{
  nodes[number].parent = parent;
  if (nodes[parent].last != 0)
    nodes[nodes[parent].last].next = number;
  else
    nodes[parent].first = number;
  nodes[parent].last = number;
}

/* Each row before those below it; 0 after the last. */
static uint32_t
next_printed (const row_node *nodes, uint32_t number)
{
  if (nodes[number].first != 0)
    return nodes[number].first;
  while (number != 0 && nodes[number].next == 0)
    number = nodes[number].parent;
  return nodes[number].next;
}

static gboolean
copy_row (pe_dossier *self, const pe_row *row, row_node *nodes, uint32_t number)
{
  row_node    *node = &nodes[number], *above = &nodes[node->parent];
  pe_row      *copy = &self->rows[self->n_rows];
  const char **texts[PE_ROW_N_TEXTS];
  gboolean     failed = FALSE;

  *copy = *row;
  copy->parent = above->number;
  pe_row_list_texts (copy, texts);
  for (size_t k = 0; k < PE_ROW_N_TEXTS; k++)
    *texts[k] = pe_arena_keep (&self->texts, *texts[k], &failed);
  self->row_position[self->n_rows++] = above->below++;
  return !failed;
}

/* The n rows of a slot, which begin at `first` in the order. */
static gboolean
take_slot (pe_dossier *self, const row_source *source, size_t first, uint32_t n)
{
  row_node *nodes = source->nodes;
  uint32_t  number, printed = 0;

  memset (nodes, 0, ((size_t) n + 1) * sizeof *nodes);
  for (number = 1; number <= n; number++)
    {
      const pe_row  *row = &source->rows[source->order[first + number - 1]];
      const gboolean is_before = row->parent < number;

      if (!is_before)
        report_parent (row, number, source->collector);
      link_row (nodes, number, is_before ? row->parent : 0);
    }
  for (number = nodes[0].first; number != 0; number = next_printed (nodes, number))
    {
      nodes[number].number = ++printed;
      if (!copy_row (self, &source->rows[source->order[first + number - 1]], nodes, number))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_slots (pe_dossier *self, const row_source *source, size_t n)
{
  size_t first, end;

  for (first = 0; first < n; first = end)
    {
      const char *slot = source->rows[source->order[first]].slot;

      for (end = first + 1; end < n && strcmp (source->rows[source->order[end]].slot, slot) == 0;)
        end++;
      if (!take_slot (self, source, first, (uint32_t) (end - first)))
        return FALSE;
    }
  return TRUE;
}

gboolean
pe_dossier_take_rows (pe_dossier *self, const pe_vector *rows, pe_collector *collector)
{
  size_t          *order = pe_order_new (rows->size);
  row_node        *nodes = g_try_new (row_node, rows->size + 1);
  const row_source source = { rows->data, order, nodes, collector };
  gboolean         done;

  self->rows = g_try_new0 (pe_row, rows->size + 1);
  self->row_position = g_try_new0 (uint32_t, rows->size + 1);
  done = order != NULL && nodes != NULL && self->rows != NULL && self->row_position != NULL;
  if (done)
    {
      pe_order_sort (order, rows->size, compare_rows, rows->data);
      done = take_slots (self, &source, rows->size);
    }
  g_free (order);
  g_free (nodes);
  return done;
}
