/* budget-builder.c - lines in, a checked budget out
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "budget-tree-private.h"

#include <string.h>

#include "../base/digest-private.h"
#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "money-private.h"

struct pe_budget_builder
{
  pe_arena  texts;
  pe_vector lines; /* of pe_budget_line */
};

static const struct
{
  const char *name;
  pe_amount   amount;
} amounts[] = { { "initial", PE_AMOUNT_INITIAL }, { "adjusted", PE_AMOUNT_ADJUSTED }, { "executed", PE_AMOUNT_EXECUTED } };

pe_status
pe_budget_builder_new (pe_budget_builder **out, const pe_budget *from, pe_error **error)
{
  pe_budget_builder *self;
  pe_status          status = PE_OK;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  self = g_try_new0 (pe_budget_builder, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  self->lines.element_size = sizeof (pe_budget_line);
  if (from != NULL && from->n_lines > 0)
    status = pe_budget_builder_add_many (self, from->lines, from->n_lines, error);
  if (status != PE_OK)
    pe_budget_builder_free (self);
  else
    *out = self;
  return status;
}

void
pe_budget_builder_free (pe_budget_builder *self)
{
  if (self == NULL)
    return;
  pe_arena_clear (&self->texts);
  pe_vector_clear (&self->lines);
  g_free (self);
}

static pe_status
check_line (pe_budget_builder *self, pe_budget_line *line, const char *path, pe_error **error)
{
  pe_buffer at     = PE_BUFFER_INIT;
  pe_status status = PE_OK;
  char     *name;
  size_t    i;

  if (line->category < 0 || line->category > PE_BUDGET_OTHER)
    return pe_error_set_argument (error, "category", "a pe_budget_category or 0");
  if (line->complete != 0 && line->complete != 1)
    return pe_error_set_argument (error, "complete", "0 or 1");
  if (line->parent > self->lines.size)
    return pe_error_set_argument (error, "parent", "the number of a line that was added before, or 0");
  pe_buffer_add_string (&at, path);
  pe_buffer_add_string (&at, "/name");
  name = pe_buffer_steal (&at);
  if (name == NULL)
    return pe_error_set_no_memory (error);
  status = pe_arena_take_required (&self->texts, &line->name, name, error);
  g_free (name);
  for (i = 0; i < G_N_ELEMENTS (amounts) && status == PE_OK; i++)
    {
      pe_buffer_add_string (&at, path);
      pe_buffer_add_char (&at, '/');
      pe_buffer_add_string (&at, amounts[i].name);
      name   = pe_buffer_steal (&at);
      status = name == NULL ? pe_error_set_no_memory (error)
                            : pe_money_check (pe_budget_line_get (line, amounts[i].amount), name, line->name, error);
      g_free (name);
    }
  return status;
}

/* The path of a line that is being added: its place in the flat order, since its siblings are not all known yet. */
static char *
flat_path (size_t index)
{
  pe_buffer path = PE_BUFFER_INIT;

  pe_buffer_add_string (&path, "/budget/lines/");
  pe_buffer_add_uint (&path, index);
  return pe_buffer_steal (&path);
}

static pe_status
add_one (pe_budget_builder *self, const pe_budget_line *items, size_t index, pe_error **error)
{
  pe_budget_line line;
  char          *path;
  pe_status      status;

  status = pe_struct_import_at (&line, sizeof line, items, index, sizeof line, "items", error);
  if (status != PE_OK)
    return status;
  path = flat_path (index);
  if (path == NULL)
    return pe_error_set_no_memory (error);
  status = check_line (self, &line, path, error);
  g_free (path);
  line.struct_size = sizeof line;
  if (status == PE_OK && pe_vector_push (&self->lines, &line) != PE_OK)
    status = pe_error_set_no_memory (error);
  return status;
}

pe_status
pe_budget_builder_add_many (pe_budget_builder *self, const pe_budget_line *items, size_t n, pe_error **error)
{
  pe_status status = PE_OK;
  size_t    before, i;

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (items == NULL && n > 0)
    return pe_error_set_argument (error, "items", "not NULL");
  before = self->lines.size;
  if (n >= G_MAXUINT32 - before)
    return pe_error_set (error, PE_ERROR_LIMIT_ITEMS, NULL, NULL);
  for (i = 0; i < n && status == PE_OK; i++)
    status = add_one (self, items, i, error);
  if (status != PE_OK)
    self->lines.size = before;
  return status;
}

/* Chains of siblings by number, from 1; index 0 is the top. */
typedef struct line_links
{
  uint32_t *first; /* of the lines below a number */
  uint32_t *last;
  uint32_t *next;  /* sibling of a number */
} line_links;

static void
links_clear (line_links *self)
{
  g_free (self->first);
  g_free (self->last);
  g_free (self->next);
}

static gboolean
links_make (line_links *self, const pe_vector *lines)
{
  size_t i;

  self->first = g_try_new0 (uint32_t, lines->size + 1);
  self->last  = g_try_new0 (uint32_t, lines->size + 1);
  self->next  = g_try_new0 (uint32_t, lines->size + 1);
  if (self->first == NULL || self->last == NULL || self->next == NULL)
    return FALSE;
  for (i = 0; i < lines->size; i++)
    {
      uint32_t number = (uint32_t) i + 1;
      uint32_t parent = pe_vector_at (lines, pe_budget_line, i)->parent;

      if (self->last[parent] != 0)
        self->next[self->last[parent]] = number;
      else
        self->first[parent] = number;
      self->last[parent] = number;
    }
  return TRUE;
}

/* The number after this one in printed order; parent gives the line above. 0 at the end. */
static uint32_t
next_printed (const line_links *links, const pe_vector *lines, uint32_t number)
{
  if (links->first[number] != 0)
    return links->first[number];
  while (number != 0 && links->next[number] == 0)
    number = pe_vector_at (lines, pe_budget_line, number - 1)->parent;
  return number != 0 ? links->next[number] : 0;
}

/* Takes the next line in printed order in; renumber maps the builder's numbers to the budget's. */
static void
take_line (pe_budget *budget, const pe_budget_line *line, uint32_t *renumber, uint32_t number, uint32_t *last,
           gboolean *failed)
{
  uint32_t       index = (uint32_t) budget->n_lines++;
  pe_budget_line copy  = *line;
  uint32_t       before;

  copy.name   = pe_arena_keep (&budget->texts, line->name, failed);
  copy.parent = renumber[line->parent];
  before      = last[copy.parent];
  budget->lines[index]    = copy;
  budget->position[index] = before == 0 ? 0 : budget->position[before - 1] + 1;
  if (before != 0)
    budget->next[before - 1] = index + 1;
  else if (copy.parent == 0)
    budget->first_top = index + 1;
  else
    budget->first_below[copy.parent - 1] = index + 1;
  last[copy.parent] = index + 1;
  renumber[number]  = index + 1;
}

/* Puts the lines into printed order, each before those below it, whatever order they were added in. */
static gboolean
link_lines (pe_budget *budget, const pe_budget_builder *self)
{
  size_t     n        = self->lines.size;
  line_links links    = { NULL, NULL, NULL };
  uint32_t  *renumber = g_try_new0 (uint32_t, n + 1);
  uint32_t  *last     = g_try_new0 (uint32_t, n + 1);
  gboolean   failed   = !links_make (&links, &self->lines);
  uint32_t   number;

  budget->lines       = g_try_new0 (pe_budget_line, n + 1);
  budget->position    = g_try_new0 (uint32_t, n + 1);
  budget->first_below = g_try_new0 (uint32_t, n + 1);
  budget->next        = g_try_new0 (uint32_t, n + 1);
  failed = failed || renumber == NULL || last == NULL || budget->lines == NULL || budget->position == NULL
           || budget->first_below == NULL || budget->next == NULL;
  if (!failed)
    for (number = links.first[0]; number != 0 && !failed; number = next_printed (&links, &self->lines, number))
      take_line (budget, pe_vector_at (&self->lines, pe_budget_line, number - 1), renumber, number, last, &failed);
  links_clear (&links);
  g_free (renumber);
  g_free (last);
  return !failed;
}

/* Adds a finding at a line's own path, with more behind it. */
static char *
line_path (const pe_budget *budget, size_t index, const char *more)
{
  pe_buffer path = PE_BUFFER_INIT;

  pe_budget_print_path (budget, index, &path);
  pe_buffer_add_string (&path, more);
  return pe_buffer_steal (&path);
}

/* A category's place in the tree. PE_BUDGET_TOTAL is alone at the top; personnel and public stand below basic. */
static const char *
category_fault (const pe_budget *budget, size_t index)
{
  const pe_budget_line *line   = &budget->lines[index];
  pe_budget_category    parent = line->parent != 0 ? budget->lines[line->parent - 1].category : 0;

  switch (line->category)
    {
    case 0:
      return NULL;
    case PE_BUDGET_TOTAL:
      return line->parent == 0 && budget->position[index] == 0 && budget->next[index] == 0 ? NULL
                                                                                            : "total as the only top line";
    case PE_BUDGET_BASIC_PERSONNEL:
    case PE_BUDGET_BASIC_PUBLIC:
      return parent == PE_BUDGET_BASIC ? NULL : "a line below basic";
    default:
      return line->parent == 0 || parent == PE_BUDGET_TOTAL ? NULL : "a top line, or one below total";
    }
}

static const char *const category_words[]
    = { "", "total", "basic", "basic.personnel", "basic.public", "project", "other" };

static void
check_categories (pe_budget *budget, pe_collector *collector)
{
  size_t i;

  for (i = 0; i < budget->n_lines; i++)
    {
      pe_budget_category category = budget->lines[i].category;
      const char        *fault    = category_fault (budget, i);

      if (category != 0 && budget->of_category[category] != 0)
        fault = "each category once";
      if (category != 0 && budget->of_category[category] == 0)
        budget->of_category[category] = (uint32_t) i + 1;
      if (fault != NULL)
        {
          char    *path  = line_path (budget, i, "/category");
          pe_place place = PE_PLACE_WHAT (path);

          pe_collector_add (collector, PE_ERROR_CATEGORY_CONFLICT, &place, "found", category_words[category], "name",
                            budget->lines[i].name, "expected", fault, NULL);
          g_free (path);
        }
    }
}

static void
report_sum (const pe_budget *budget, size_t index, size_t amount, const pe_figure *sum, pe_collector *collector)
{
  const pe_figure *given = pe_budget_line_get (&budget->lines[index], amounts[amount].amount);
  char             shown_sum[PE_DECIMAL_PRINT_SIZE], shown_total[PE_DECIMAL_PRINT_SIZE];
  char            *more, *paths[2];
  pe_place         places[2];
  pe_figure        converted;

  more     = g_strconcat ("/", amounts[amount].name, NULL);
  paths[0] = line_path (budget, index, more);
  paths[1] = line_path (budget, index, "/lines");
  g_free (more);
  places[0] = PE_PLACE_WHAT (paths[0]);
  places[1] = PE_PLACE_WHAT (paths[1]);
  if (pe_figure_convert (&converted, sum, given->unit, NULL) != PE_OK)
    converted = *sum;
  pe_decimal_print (shown_sum, sizeof shown_sum, &converted.value, NULL);
  pe_decimal_print (shown_total, sizeof shown_total, &given->value, NULL);
  {
    const pe_parameter_init parameters[] = { { "sum", shown_sum },
                                             { "total", shown_total },
                                             { "name", budget->lines[index].name },
                                             { "unit", pe_unit_get_name (given->unit) } };
    const pe_finding_init   init         = { PE_ERROR_SUM_MISMATCH, places, 2, parameters, G_N_ELEMENTS (parameters) };

    pe_collector_add_init (collector, &init);
  }
  g_free (paths[0]);
  g_free (paths[1]);
}

/* A line called complete: each amount in which it and all lines below it have a value must add up. */
static pe_status
check_sums_of_line (const pe_budget *budget, size_t index, pe_collector *collector, pe_error **error)
{
  size_t i;

  for (i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      const pe_figure *given = pe_budget_line_get (&budget->lines[index], amounts[i].amount);
      pe_figure        sum;
      int32_t          order  = 0;
      pe_status        status = pe_budget_sum_chain (&sum, budget, budget->first_below[index], amounts[i].amount, error);

      if (status == PE_OK && given->state == PE_STATE_VALUE && sum.state == PE_STATE_VALUE)
        status = pe_money_compare (&order, given, &sum, error);
      if (status != PE_OK)
        return status;
      if (order != 0)
        report_sum (budget, index, i, &sum, collector);
    }
  return PE_OK;
}

static void
check_sums (const pe_budget *budget, pe_collector *collector)
{
  size_t i;

  for (i = 0; i < budget->n_lines; i++)
    if (budget->lines[i].complete == 1 && budget->first_below[i] != 0)
      {
        pe_error *error = NULL;

        if (check_sums_of_line (budget, i, collector, &error) != PE_OK)
          {
            char    *path  = line_path (budget, i, "");
            pe_place place = PE_PLACE_WHAT (path);

            pe_collector_take_error (collector, error, &place);
            g_free (path);
          }
      }
}

/* docs/digest.md, perfeval-budget/1. */
static gboolean
take_digest (pe_budget *budget)
{
  pe_digest_stream *stream = pe_digest_stream_new ("perfeval-budget/1");
  size_t            i, k;

  if (stream == NULL)
    return FALSE;
  pe_digest_stream_begin_list (stream, budget->n_lines);
  for (i = 0; i < budget->n_lines; i++)
    {
      const pe_budget_line *line = &budget->lines[i];

      pe_digest_stream_add_int (stream, line->parent);
      pe_digest_stream_add_int (stream, line->category);
      pe_digest_stream_add_int (stream, line->complete);
      pe_digest_stream_add_text (stream, line->name);
      for (k = 0; k < G_N_ELEMENTS (amounts); k++)
        pe_digest_stream_add_figure (stream, pe_budget_line_get (line, amounts[k].amount));
    }
  pe_digest_stream_finish (stream, budget->digest);
  return TRUE;
}

pe_status
pe_budget_builder_build (pe_budget **out, const pe_budget_builder *self, pe_findings **findings, pe_error **error)
{
  pe_collector collector;
  pe_budget   *budget;
  pe_status    status;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  pe_collector_init (&collector, NULL);
  budget = g_try_new0 (pe_budget, 1);
  if (budget == NULL || !link_lines (budget, self))
    pe_collector_add (&collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    {
      check_categories (budget, &collector);
      check_sums (budget, &collector);
      if (!take_digest (budget))
        pe_collector_add (&collector, PE_ERROR_NO_MEMORY, NULL, NULL);
    }
  if (budget != NULL)
    budget->references = 1;
  status = pe_collector_finish (&collector, findings, error);
  if (status == PE_OK)
    *out = budget;
  else
    pe_budget_unref (budget);
  return status;
}
