/* budget-builder.c - a budget under construction
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "budget-tree-private.h"

#include "../base/digest-private.h"

struct pe_budget_builder
{
  pe_table lines;
};

pe_status
pe_budget_builder_new (pe_budget_builder **out, const pe_budget *from, pe_error **error)
{
  pe_budget_builder *self;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  self = g_try_new (pe_budget_builder, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  pe_table_init (&self->lines, &pe_budget_line_type);
  if (from != NULL && pe_table_copy (&self->lines, &from->lines) != PE_OK)
    {
      pe_budget_builder_free (self);
      return pe_error_set_no_memory (error);
    }
  *out = self;
  return PE_OK;
}

pe_status
pe_budget_builder_add_many (pe_budget_builder *self, const pe_budget_line *items, size_t n, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_table_add_many (&self->lines, items, n, error);
}

static void
add_line_to_digest (pe_digest_stream *stream, const pe_budget *self, size_t number)
{
  const pe_budget_line *line = pe_budget_get_numbered (self, number);

  pe_digest_stream_add_int (stream, (int64_t) self->nodes[number].depth);
  pe_digest_stream_add_int (stream, line->category);
  pe_digest_stream_add_int (stream, line->complete);
  pe_digest_stream_add_text (stream, line->name);
  pe_digest_stream_add_figure (stream, &line->initial);
  pe_digest_stream_add_figure (stream, &line->adjusted);
  pe_digest_stream_add_figure (stream, &line->executed);
}

/* Lines in the order of a printed table, so that the numbers under which they were added do not matter. */
static gboolean
take_digest (pe_budget *self)
{
  pe_digest_stream *stream = pe_digest_stream_new ("perfeval-budget/1");
  size_t            number;

  if (stream == NULL)
    return FALSE;
  pe_digest_stream_begin_list (stream, pe_budget_get_n_lines (self));
  for (number = pe_forest_next (self->nodes, 0); number != 0; number = pe_forest_next (self->nodes, number))
    add_line_to_digest (stream, self, number);
  pe_digest_stream_finish (stream, self->digest);
  return TRUE;
}

/* An unchecked budget with a builder's lines; NULL when memory ran out. */
static pe_budget *
copy_lines (const pe_budget_builder *builder)
{
  pe_budget *self = g_try_new0 (pe_budget, 1);

  if (self == NULL)
    return NULL;
  self->references = 1;
  pe_table_init (&self->lines, &pe_budget_line_type);
  if (pe_table_copy (&self->lines, &builder->lines) == PE_OK)
    self->nodes = g_try_new (pe_forest_node, builder->lines.records.size + 1);
  if (self->nodes != NULL)
    return self;
  pe_budget_unref (self);
  return NULL;
}

pe_status
pe_budget_builder_build (pe_budget **out, const pe_budget_builder *self, pe_findings **findings, pe_error **error)
{
  pe_collector collector;
  pe_budget   *budget;
  pe_status    status;

  pe_collector_init (&collector, NULL);
  budget = out != NULL && self != NULL ? copy_lines (self) : NULL;
  if (out == NULL || self == NULL)
    pe_collector_add (&collector, PE_ERROR_INVALID_ARGUMENT, NULL, "name", out == NULL ? "out" : "self", "expected",
                      "not NULL", "expected_zh", "非空指针", NULL);
  else if (budget == NULL)
    pe_collector_add (&collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_budget_check (budget, &collector);
  if (pe_collector_get_n_errors (&collector) == 0)
    pe_budget_derive (budget, &collector);
  if (pe_collector_get_n_errors (&collector) == 0 && !take_digest (budget))
    pe_collector_add (&collector, PE_ERROR_NO_MEMORY, NULL, NULL);

  status = pe_collector_finish (&collector, findings, error);
  if (status == PE_OK)
    *out = budget;
  else
    pe_budget_unref (budget);
  return status;
}

void
pe_budget_builder_free (pe_budget_builder *self)
{
  if (self == NULL)
    return;
  pe_table_clear (&self->lines);
  g_free (self);
}
