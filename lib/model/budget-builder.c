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
#include "intake-private.h"

struct pe_budget_builder
{
  pe_arena  texts;
  pe_vector lines; /* of pe_budget_line */
};

static const struct
{
  const char *name;
  pe_amount   amount;
} amounts[]
    = { { "initial", PE_AMOUNT_INITIAL }, { "adjusted", PE_AMOUNT_ADJUSTED }, { "executed", PE_AMOUNT_EXECUTED } };

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
  if (from != NULL)
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
take_line (void *record, const pe_intake *intake, pe_error **error)
{
  pe_budget_line *line = record;
  pe_status       status = pe_intake_take_text (intake, "name", &line->name, PE_INTAKE_REQUIRED, error);
  size_t          i;

  if (status == PE_OK)
    status = pe_intake_check_range (intake, "category", line->category, 0, PE_BUDGET_OTHER, error);
  if (status == PE_OK)
    status = pe_intake_check_range (intake, "complete", line->complete, 0, 1, error);
  if (status == PE_OK)
    status = pe_intake_check_range (intake, "parent", line->parent, 0, (int64_t) intake->position, error);
  for (i = 0; i < G_N_ELEMENTS (amounts) && status == PE_OK; i++)
    status = pe_intake_take_money (
        intake, amounts[i].name, (pe_figure *) pe_budget_line_get (line, amounts[i].amount), line->name, error);
  return status;
}

pe_status
pe_budget_builder_add_many (pe_budget_builder *self, const pe_budget_line *items, size_t n, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_intake_add_many (&self->lines, &self->texts, "/budget/lines", take_line, items, n, error);
}

/* Chains of siblings by number, from 1; index 0 is the top. */
typedef struct line_links
{
  uint32_t *first; /* of the lines below a number */
  uint32_t *last;
  uint32_t *next; /* sibling of a number */
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
  self->last = g_try_new0 (uint32_t, lines->size + 1);
  self->next = g_try_new0 (uint32_t, lines->size + 1);
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
place_line (pe_budget *budget, const pe_budget_line *line, uint32_t *renumber, uint32_t number, uint32_t *last,
            gboolean *failed)
{
  uint32_t       index = (uint32_t) budget->n_lines++;
  pe_budget_line copy = *line;
  uint32_t       before;

  copy.name = pe_arena_keep (&budget->texts, line->name, failed);
  copy.parent = renumber[line->parent];
  before = last[copy.parent];
  budget->lines[index] = copy;
  budget->position[index] = before == 0 ? 0 : budget->position[before - 1] + 1;
  if (before != 0)
    budget->next[before - 1] = index + 1;
  else if (copy.parent == 0)
    budget->first_top = index + 1;
  else
    budget->first_below[copy.parent - 1] = index + 1;
  last[copy.parent] = index + 1;
  renumber[number] = index + 1;
}

/* Puts the lines into printed order, each before those below it, whatever order they were added in. */
static gboolean
link_lines (pe_budget *budget, const pe_budget_builder *self)
{
  size_t     n = self->lines.size;
  line_links links = { NULL, NULL, NULL };
  uint32_t  *renumber = g_try_new0 (uint32_t, n + 1);
  uint32_t  *last = g_try_new0 (uint32_t, n + 1);
  gboolean   failed = !links_make (&links, &self->lines);
  uint32_t   number;

  budget->lines = g_try_new0 (pe_budget_line, n + 1);
  budget->position = g_try_new0 (uint32_t, n + 1);
  budget->first_below = g_try_new0 (uint32_t, n + 1);
  budget->next = g_try_new0 (uint32_t, n + 1);
  failed = failed || renumber == NULL || last == NULL || budget->lines == NULL || budget->position == NULL
           || budget->first_below == NULL || budget->next == NULL;
  if (!failed)
    for (number = links.first[0]; number != 0 && !failed; number = next_printed (&links, &self->lines, number))
      place_line (budget, pe_vector_at (&self->lines, pe_budget_line, number - 1), renumber, number, last, &failed);
  links_clear (&links);
  g_free (renumber);
  g_free (last);
  return !failed;
}

/* The path of a part of a line (g_free), or NULL when memory ran out. */
static char *
print_path (const pe_budget *budget, size_t index, const char *member)
{
  pe_buffer path = PE_BUFFER_INIT;

  pe_budget_print_path (budget, index, &path);
  if (member != NULL)
    {
      pe_buffer_add_char (&path, '/');
      pe_buffer_add_string (&path, member);
    }
  return pe_buffer_steal (&path);
}

/* What is past the limit is only counted and needs no place: each place takes as many steps as the line is deep. */
static gboolean
is_full (const pe_collector *collector)
{
  return collector->findings != NULL && collector->findings->list.size >= collector->limit;
}

/* Where a line of a category may stand, in both languages; NULL where it stands well. */
typedef struct category_fault
{
  const char *expected;
  const char *expected_zh;
} category_fault;

static const category_fault fault_total = { "the total as the only top line", "合计应为唯一的顶层项目" };
static const category_fault fault_part = { "a line below basic spending", "应列在基本支出之下" };
static const category_fault fault_top = { "a top line, or one below the total", "应为顶层项目，或列在合计之下" };
static const category_fault fault_twice = { "each category only once", "每个类别只出现一次" };

/* 基本支出 = 人员经费 + 公用经费; 合计 = 基本支出 + 项目支出 + 其他支出. */
static const category_fault *
find_fault (const pe_budget *budget, size_t index)
{
  const pe_budget_line    *line = &budget->lines[index];
  const pe_budget_category above = line->parent != 0 ? budget->lines[line->parent - 1].category : 0;
  const gboolean           is_alone = budget->position[index] == 0 && budget->next[index] == 0;

  switch (line->category)
    {
    case 0:
      return NULL;
    case PE_BUDGET_TOTAL:
      return line->parent == 0 && is_alone ? NULL : &fault_total;
    case PE_BUDGET_BASIC_PERSONNEL:
    case PE_BUDGET_BASIC_PUBLIC:
      return above == PE_BUDGET_BASIC ? NULL : &fault_part;
    default:
      return line->parent == 0 || above == PE_BUDGET_TOTAL ? NULL : &fault_top;
    }
}

static void
report_category (const pe_budget *budget, size_t index, const category_fault *fault, pe_collector *collector)
{
  static const char *const words[] = { "", "total", "basic", "basic.personnel", "basic.public", "project", "other" };
  char                    *path = is_full (collector) ? NULL : print_path (budget, index, "category");
  pe_place                 place = PE_PLACE_WHAT (path);

  pe_collector_add (collector, path != NULL || is_full (collector) ? PE_ERROR_CATEGORY_CONFLICT : PE_ERROR_NO_MEMORY,
                    &place, "found", words[budget->lines[index].category], "name", budget->lines[index].name,
                    "expected", fault->expected, "expected_zh", fault->expected_zh, NULL);
  g_free (path);
}

static void
check_categories (pe_budget *budget, pe_collector *collector)
{
  size_t i;

  for (i = 0; i < budget->n_lines; i++)
    {
      const pe_budget_category category = budget->lines[i].category;
      const category_fault    *fault = find_fault (budget, i);

      if (category == 0)
        continue;
      if (budget->of_category[category] != 0)
        fault = &fault_twice;
      else
        budget->of_category[category] = (uint32_t) i + 1;
      if (fault != NULL)
        report_category (budget, i, fault, collector);
    }
}

/* Names both sums, at the amount and at the lines below it. */
static void
add_mismatch (const pe_budget *budget, size_t index, size_t amount, const pe_figure *sum, pe_collector *collector)
{
  const pe_figure *given = pe_budget_line_get (&budget->lines[index], amounts[amount].amount);
  char            *paths[2] = { print_path (budget, index, amounts[amount].name), print_path (budget, index, "lines") };
  const pe_place   places[2] = { PE_PLACE_WHAT (paths[0]), PE_PLACE_WHAT (paths[1]) };
  char             shown_sum[PE_DECIMAL_PRINT_SIZE], shown_total[PE_DECIMAL_PRINT_SIZE];
  const pe_parameter_init parameters[]
      = { { "sum", shown_sum },
          { "total", shown_total },
          { "name", budget->lines[index].name },
          { "unit", pe_unit_get_name (given->unit) } };
  const pe_finding_init init = { PE_ERROR_SUM_MISMATCH, places, 2, parameters, G_N_ELEMENTS (parameters) };

  (void) pe_decimal_print (shown_sum, sizeof shown_sum, &sum->value, NULL);
  (void) pe_decimal_print (shown_total, sizeof shown_total, &given->value, NULL);
  if (paths[0] != NULL && paths[1] != NULL)
    pe_collector_add_init (collector, &init);
  else
    pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  g_free (paths[0]);
  g_free (paths[1]);
}

/* sum: of the lines below, in the line's unit. */
static void
report_sum (const pe_budget *budget, size_t index, size_t amount, const pe_money_sum *sum, pe_collector *collector)
{
  pe_error *error = NULL;
  pe_figure figure;
  char     *path;
  pe_place  place;

  if (is_full (collector))
    pe_collector_add (collector, PE_ERROR_SUM_MISMATCH, NULL, NULL);
  else if (pe_money_sum_get (sum, &figure, &error) == PE_OK)
    add_mismatch (budget, index, amount, &figure, collector);
  else
    {
      path = print_path (budget, index, amounts[amount].name);
      place = PE_PLACE_WHAT (path);
      pe_collector_take_error (collector, error, &place);
      g_free (path);
    }
}

/* A line called complete: each amount in which it and the lines below it are filled in must add up. */
static void
check_sums (const pe_budget *budget, size_t index, pe_collector *collector)
{
  size_t i;

  if (budget->lines[index].complete != 1 || budget->first_below[index] == 0)
    return;
  for (i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      const pe_figure *given = pe_budget_line_get (&budget->lines[index], amounts[i].amount);
      pe_money_sum     sum;

      if (given->state != PE_STATE_VALUE)
        continue;
      pe_money_sum_init (&sum, given->unit);
      pe_budget_sum_below (&sum, budget, index, amounts[i].amount);
      if (pe_money_sum_get_state (&sum) == PE_STATE_VALUE && pe_money_sum_compare (&sum, given) != 0)
        report_sum (budget, index, i, &sum, collector);
      pe_money_sum_clear (&sum);
    }
}

static gboolean
needs_derived (const pe_budget *budget)
{
  size_t i, k;

  for (i = 0; i < budget->n_lines; i++)
    for (k = 0; k < G_N_ELEMENTS (amounts); k++)
      if (pe_budget_is_derived (budget, i, amounts[k].amount))
        return TRUE;
  return FALSE;
}

static void
derive_line (pe_budget *budget, size_t index, pe_collector *collector)
{
  size_t k;

  for (k = 0; k < G_N_ELEMENTS (amounts); k++)
    {
      pe_error *error = NULL;
      char     *path;
      pe_place  place;

      if (!pe_budget_is_derived (budget, index, amounts[k].amount)
          || pe_budget_derive (budget, index, amounts[k].amount, &error) == PE_OK)
        continue;
      path = is_full (collector) ? NULL : print_path (budget, index, amounts[k].name);
      place = PE_PLACE_WHAT (path);
      pe_collector_take_error (collector, error, &place);
      g_free (path);
    }
}

/* From the last line to the first, so that those below a line come before it: at every depth without recursion. */
static void
derive_amounts (pe_budget *budget, pe_collector *collector)
{
  size_t i;

  if (!needs_derived (budget))
    return;
  budget->derived = g_try_new0 (pe_figure, budget->n_lines * PE_BUDGET_N_AMOUNTS);
  if (budget->derived == NULL)
    pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  for (i = budget->n_lines; i > 0 && budget->derived != NULL; i--)
    derive_line (budget, i - 1, collector);
}

static void
check_budget (pe_budget *budget, pe_collector *collector)
{
  size_t i;

  check_categories (budget, collector);
  for (i = 0; i < budget->n_lines; i++)
    check_sums (budget, i, collector);
  derive_amounts (budget, collector);
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

  pe_collector_init (&collector, NULL);
  if (out == NULL || self == NULL)
    {
      pe_collector_add (&collector, PE_ERROR_INVALID_ARGUMENT, NULL, "name", out == NULL ? "out" : "self", "expected",
                        "not NULL", "expected_zh", "非空指针", NULL);
      return pe_collector_finish (&collector, findings, error);
    }
  budget = g_try_new0 (pe_budget, 1);
  if (budget != NULL)
    budget->references = 1;
  if (budget == NULL || !link_lines (budget, self) || !take_digest (budget))
    pe_collector_add (&collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    check_budget (budget, &collector);
  status = pe_collector_finish (&collector, findings, error);
  if (status == PE_OK)
    *out = budget;
  else
    pe_budget_unref (budget);
  return status;
}
