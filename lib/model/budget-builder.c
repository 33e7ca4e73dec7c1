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
#include "order-private.h"
#include "record-layout-private.h"

struct pe_budget_builder
{
  pe_arena  texts;
  pe_vector lines;        /* of pe_budget_line; months is not used */
  pe_vector months;       /* of pe_figure, one line's behind the other's */
  pe_vector three_public; /* of pe_three_public_line */
};

static pe_status
add_from (pe_budget_builder *self, const pe_budget *from, pe_error **error)
{
  pe_status status = pe_budget_builder_add_many (self, from->lines, from->n_lines, error);

  if (status == PE_OK)
    status = pe_budget_builder_add_three_public (self, from->three_public, from->n_three_public, error);
  return status;
}

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
  self->months.element_size = sizeof (pe_figure);
  self->three_public.element_size = sizeof (pe_three_public_line);
  if (from != NULL)
    status = add_from (self, from, error);
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
  pe_vector_clear (&self->months);
  pe_vector_clear (&self->three_public);
  g_free (self);
}

static pe_status
check_months (const pe_budget_line *line, const pe_intake *intake, pe_error **error)
{
  pe_status status
      = pe_intake_check_range (intake, "n_months", line->n_months, 0, line->months != NULL ? 12 : 0, error);

  for (uint32_t i = 0; i < line->n_months && status == PE_OK; i++)
    {
      char      member[] = "months/00";
      pe_figure month = line->months[i];

      member[7] = (char) ('0' + (i >= 10 ? 1 : i));
      member[8] = i >= 10 ? (char) ('0' + i - 10) : '\0';
      status = pe_intake_take_money (intake, member, &month, line->name, error);
    }
  return status;
}

static pe_status
take_line (void *record, const pe_intake *intake, pe_error **error)
{
  pe_budget_line *line = record;
  pe_status       status = pe_record_take (pe_record_layout_get (PE_RECORD_BUDGET_LINE), record, intake, error);

  if (status == PE_OK)
    status = pe_intake_check_range (intake, "parent", line->parent, 0, (int64_t) intake->position, error);
  if (status == PE_OK)
    status = check_months (line, intake, error);
  return status;
}

/* Copies the months of the lines from one on, which then no longer name the caller's. */
static pe_status
take_months (pe_budget_builder *self, size_t first)
{
  for (size_t i = first; i < self->lines.size; i++)
    {
      pe_budget_line *line = pe_vector_at (&self->lines, pe_budget_line, i);

      for (uint32_t k = 0; k < line->n_months; k++)
        {
          pe_figure month = line->months[k];

          if (month.state != PE_STATE_VALUE)
            month.value = (pe_decimal) { 0, 0, 0 };
          if (pe_vector_push (&self->months, &month) != PE_OK)
            return PE_ERROR_NO_MEMORY;
        }
      line->months = NULL;
    }
  return PE_OK;
}

pe_status
pe_budget_builder_add_many (pe_budget_builder *self, const pe_budget_line *items, size_t n, pe_error **error)
{
  const pe_record_layout *layout = pe_record_layout_get (PE_RECORD_BUDGET_LINE);
  size_t                  n_lines, n_months;
  pe_arena_mark           mark;
  pe_status               status;

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  n_lines = self->lines.size;
  n_months = self->months.size;
  mark = pe_arena_get_mark (&self->texts);
  status = pe_intake_add_grown (&self->lines, &self->texts, layout->path, layout->minimum, take_line, items, n, error);
  if (status != PE_OK || take_months (self, n_lines) == PE_OK)
    return status;
  self->lines.size = n_lines;
  self->months.size = n_months;
  pe_arena_rewind (&self->texts, mark);
  return pe_error_set_no_memory (error);
}

static pe_status
take_three_public (void *record, const pe_intake *intake, pe_error **error)
{
  return pe_record_take (pe_record_layout_get (PE_RECORD_THREE_PUBLIC), record, intake, error);
}

pe_status
pe_budget_builder_add_three_public (pe_budget_builder *self, const pe_three_public_line *items, size_t n,
                                    pe_error **error)
{
  const pe_record_layout *layout = pe_record_layout_get (PE_RECORD_THREE_PUBLIC);

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_intake_add_many (&self->three_public, &self->texts, layout->path, take_three_public, items, n, error);
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

  pe_record_keep_texts (pe_record_layout_get (PE_RECORD_BUDGET_LINE), &copy, &budget->texts, failed);
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

/* Copies the months, which stand in the order in which lines were added, and tells each line its own. FALSE when memory ran
 * out. */
static gboolean
place_months (pe_budget *budget, const pe_budget_builder *self, const uint32_t *renumber)
{
  const pe_figure *next;

  if (self->months.size == 0)
    return TRUE;
  budget->months = g_try_new (pe_figure, self->months.size);
  if (budget->months == NULL)
    return FALSE;
  memcpy (budget->months, self->months.data, self->months.size * sizeof (pe_figure));
  next = budget->months;
  for (size_t i = 0; i < self->lines.size; i++)
    {
      pe_budget_line *line = &budget->lines[renumber[i + 1] - 1];

      line->months = line->n_months > 0 ? next : NULL;
      next += line->n_months;
    }
  return TRUE;
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
  failed = failed || !place_months (budget, self, renumber);
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

/* Names both sums, at the amount and at its parts, such as the lines below. */
static void
add_mismatch (const pe_budget *budget, size_t index, pe_amount amount, const char *parts, const pe_figure *sum,
              pe_collector *collector)
{
  const pe_figure *given = pe_budget_line_get (&budget->lines[index], amount);
  char *paths[2] = { print_path (budget, index, pe_budget_name_amount (amount)), print_path (budget, index, parts) };
  const pe_place          places[2] = { PE_PLACE_WHAT (paths[0]), PE_PLACE_WHAT (paths[1]) };
  char                    shown_sum[PE_DECIMAL_PRINT_SIZE], shown_total[PE_DECIMAL_PRINT_SIZE];
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

/* sum: of the lines below, or of other parts of the line, in the line's unit. */
static void
report_sum (const pe_budget *budget, size_t index, pe_amount amount, const char *parts, const pe_money_sum *sum,
            pe_collector *collector)
{
  pe_error *error = NULL;
  pe_figure figure;
  char     *path;
  pe_place  place;

  if (is_full (collector))
    pe_collector_add (collector, PE_ERROR_SUM_MISMATCH, NULL, NULL);
  else if (pe_money_sum_get (sum, &figure, &error) == PE_OK)
    add_mismatch (budget, index, amount, parts, &figure, collector);
  else
    {
      path = print_path (budget, index, pe_budget_name_amount (amount));
      place = PE_PLACE_WHAT (path);
      pe_collector_take_error (collector, error, &place);
      g_free (path);
    }
}

/* A line called complete: each amount in which it and the lines below it are filled in must add up. */
static void
check_sums (const pe_budget *budget, size_t index, pe_collector *collector)
{
  if (budget->lines[index].complete != 1 || budget->first_below[index] == 0)
    return;
  for (pe_amount amount = PE_AMOUNT_INITIAL; amount <= PE_BUDGET_N_AMOUNTS; amount++)
    {
      const pe_figure *given = pe_budget_line_get (&budget->lines[index], amount);
      pe_money_sum     sum;

      if (given->state != PE_STATE_VALUE)
        continue;
      pe_money_sum_init (&sum, given->unit);
      pe_budget_sum_below (&sum, budget, index, amount);
      if (pe_money_sum_get_state (&sum) == PE_STATE_VALUE && pe_money_sum_compare (&sum, given) != 0)
        report_sum (budget, index, amount, "lines", &sum, collector);
      pe_money_sum_clear (&sum);
    }
}

/* Twelve months are what was executed; fewer are not more. */
static void
check_line_months (const pe_budget *budget, size_t index, pe_collector *collector)
{
  const pe_budget_line *line = &budget->lines[index];
  pe_money_sum          sum;
  int                   order;

  if (line->n_months == 0 || line->executed.state != PE_STATE_VALUE)
    return;
  pe_money_sum_init (&sum, line->executed.unit);
  for (uint32_t i = 0; i < line->n_months; i++)
    if (line->n_months == PE_BUDGET_N_MONTHS || line->months[i].state == PE_STATE_VALUE)
      pe_money_sum_add (&sum, &line->months[i]);
  order = pe_money_sum_compare (&sum, &line->executed);
  if (order > 0
      || (order < 0 && line->n_months == PE_BUDGET_N_MONTHS && pe_money_sum_get_state (&sum) == PE_STATE_VALUE))
    report_sum (budget, index, PE_AMOUNT_EXECUTED, "months", &sum, collector);
  pe_money_sum_clear (&sum);
}

static void
check_surplus (const pe_budget *budget, size_t index, pe_collector *collector)
{
  const pe_budget_line *line = &budget->lines[index];
  pe_money_sum          sum;

  if (line->surplus.state != PE_STATE_VALUE || line->carry_over.state != PE_STATE_VALUE)
    return;
  pe_money_sum_init (&sum, line->carry_over.unit);
  pe_money_sum_add (&sum, &line->surplus);
  if (pe_money_sum_compare (&sum, &line->carry_over) > 0)
    report_sum (budget, index, PE_AMOUNT_CARRY_OVER, "surplus", &sum, collector);
  pe_money_sum_clear (&sum);
}

static gboolean
needs_derived (const pe_budget *budget)
{
  for (size_t i = 0; i < budget->n_lines; i++)
    for (pe_amount amount = PE_AMOUNT_INITIAL; amount <= PE_BUDGET_N_AMOUNTS; amount++)
      if (pe_budget_is_derived (budget, i, amount))
        return TRUE;
  return FALSE;
}

static void
derive_line (pe_budget *budget, size_t index, pe_collector *collector)
{
  for (pe_amount amount = PE_AMOUNT_INITIAL; amount <= PE_BUDGET_N_AMOUNTS; amount++)
    {
      pe_error *error = NULL;
      char     *path;
      pe_place  place;

      if (!pe_budget_is_derived (budget, index, amount) || pe_budget_derive (budget, index, amount, &error) == PE_OK)
        continue;
      path = is_full (collector) ? NULL : print_path (budget, index, pe_budget_name_amount (amount));
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

/* "/budget/three_public/vehicles/executed" (g_free): an item by its word, as documents write it. */
static char *
three_public_path (pe_three_public item, const char *member)
{
  pe_buffer path = PE_BUFFER_INIT;

  pe_buffer_add_string (&path, "/budget/three_public/");
  pe_buffer_add_string (&path, pe_record_kind_get_word (PE_RECORD_THREE_PUBLIC, 0, item));
  pe_buffer_add_string (&path, member != NULL ? "/" : "");
  pe_buffer_add_string (&path, member != NULL ? member : "");
  return pe_buffer_steal (&path);
}

static void
report_three_public (const pe_three_public_line *line, pe_amount amount, const pe_money_sum *sum,
                     pe_collector *collector)
{
  const pe_figure        *given = pe_three_public_line_get (line, amount);
  char                   *path = three_public_path (line->item, pe_budget_name_amount (amount));
  const pe_place          place = PE_PLACE_WHAT (path);
  char                    shown_sum[PE_DECIMAL_PRINT_SIZE], shown_total[PE_DECIMAL_PRINT_SIZE];
  pe_error               *error = NULL;
  pe_figure               figure;
  const pe_parameter_init parameters[]
      = { { "sum", shown_sum },
          { "total", shown_total },
          { "name", pe_record_kind_get_word_name (PE_RECORD_THREE_PUBLIC, 0, line->item, PE_LANGUAGE_ZH) },
          { "unit", pe_unit_get_name (given->unit) } };
  const pe_finding_init init = { PE_ERROR_SUM_MISMATCH, &place, 1, parameters, G_N_ELEMENTS (parameters) };

  if (path == NULL)
    pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else if (pe_money_sum_get (sum, &figure, &error) != PE_OK)
    pe_collector_take_error (collector, error, &place);
  else
    {
      (void) pe_decimal_print (shown_sum, sizeof shown_sum, &figure.value, NULL);
      (void) pe_decimal_print (shown_total, sizeof shown_total, &given->value, NULL);
      pe_collector_add_init (collector, &init);
    }
  g_free (path);
}

/* Where an item and its parts are all filled in, they add up. */
static void
check_three_public_sums (const pe_budget *budget, const pe_three_public_line *line, pe_collector *collector)
{
  for (pe_amount amount = PE_AMOUNT_INITIAL; amount <= PE_AMOUNT_EXECUTED; amount++)
    {
      const pe_figure *given = pe_three_public_line_get (line, amount);
      pe_error        *error = NULL;
      pe_money_sum     sum;

      if (given->state != PE_STATE_VALUE)
        continue;
      pe_money_sum_init (&sum, given->unit);
      if (pe_budget_sum_three_public (&sum, budget, line->item, amount, &error) != PE_OK)
        pe_collector_take_error (collector, error, NULL);
      else if (pe_money_sum_get_state (&sum) == PE_STATE_VALUE && pe_money_sum_compare (&sum, given) != 0)
        report_three_public (line, amount, &sum, collector);
      pe_money_sum_clear (&sum);
    }
}

static int
compare_three_public (const void *data, size_t a, size_t b)
{
  const pe_three_public_line *lines = data;

  return lines[a].item - lines[b].item;
}

/* Takes them in by item; FALSE when memory ran out. */
static gboolean
copy_three_public (pe_budget *budget, const pe_vector *lines)
{
  size_t *order;

  if (lines->size == 0)
    return TRUE;
  order = pe_order_new (lines->size);
  budget->three_public = g_try_new0 (pe_three_public_line, lines->size);
  if (order != NULL && budget->three_public != NULL)
    {
      budget->n_three_public = lines->size;
      pe_order_sort (order, lines->size, compare_three_public, lines->data);
      for (size_t i = 0; i < lines->size; i++)
        budget->three_public[i] = *pe_vector_at (lines, pe_three_public_line, order[i]);
    }
  g_free (order);
  return budget->n_three_public == lines->size;
}

static void
check_three_public (const pe_budget *budget, pe_collector *collector)
{
  for (size_t i = 0; i < budget->n_three_public; i++)
    {
      const pe_three_public_line *line = &budget->three_public[i];
      char                       *path;
      pe_place                    place;

      if (i == 0 || line[-1].item != line->item)
        {
          check_three_public_sums (budget, line, collector);
          continue;
        }
      path = three_public_path (line->item, NULL);
      place = PE_PLACE_WHAT (path);
      pe_collector_add (collector, path != NULL ? PE_ERROR_CATEGORY_CONFLICT : PE_ERROR_NO_MEMORY, &place, "found",
                        pe_record_kind_get_word (PE_RECORD_THREE_PUBLIC, 0, line->item), "name",
                        pe_record_kind_get_word_name (PE_RECORD_THREE_PUBLIC, 0, line->item, PE_LANGUAGE_ZH),
                        "expected", fault_twice.expected, "expected_zh", fault_twice.expected_zh, NULL);
      g_free (path);
    }
}

static void
check_budget (pe_budget *budget, pe_collector *collector)
{
  check_categories (budget, collector);
  for (size_t i = 0; i < budget->n_lines; i++)
    {
      check_sums (budget, i, collector);
      check_line_months (budget, i, collector);
      check_surplus (budget, i, collector);
    }
  check_three_public (budget, collector);
  derive_amounts (budget, collector);
}

/* What came after the first form stands at the end, under its name, and only where there is any. */
static void
add_more (const pe_budget *budget, pe_digest_stream *stream)
{
  const pe_record_layout *layout = pe_record_layout_get (PE_RECORD_BUDGET_LINE);
  size_t                  i = 0;

  while (i < budget->n_lines && !pe_record_has_any (layout, &budget->lines[i], layout->n_first))
    i++;
  if (i == budget->n_lines)
    return;
  pe_digest_stream_add_text (stream, "more");
  pe_digest_stream_begin_list (stream, budget->n_lines);
  for (i = 0; i < budget->n_lines; i++)
    pe_record_add_digest (layout, &budget->lines[i], layout->n_first, stream);
}

static void
add_months (const pe_budget *budget, pe_digest_stream *stream)
{
  if (budget->months == NULL)
    return;
  pe_digest_stream_add_text (stream, "months");
  pe_digest_stream_begin_list (stream, budget->n_lines);
  for (size_t i = 0; i < budget->n_lines; i++)
    {
      pe_digest_stream_begin_list (stream, budget->lines[i].n_months);
      for (uint32_t k = 0; k < budget->lines[i].n_months; k++)
        pe_digest_stream_add_figure (stream, &budget->lines[i].months[k]);
    }
}

static void
add_three_public (const pe_budget *budget, pe_digest_stream *stream)
{
  if (budget->n_three_public == 0)
    return;
  pe_digest_stream_add_text (stream, "three_public");
  pe_digest_stream_begin_list (stream, budget->n_three_public);
  for (size_t i = 0; i < budget->n_three_public; i++)
    pe_record_add_digest (pe_record_layout_get (PE_RECORD_THREE_PUBLIC), &budget->three_public[i], 0, stream);
}

/* docs/digest.md, perfeval-budget/1. */
static gboolean
take_digest (pe_budget *budget)
{
  pe_digest_stream *stream = pe_digest_stream_new ("perfeval-budget/1");

  if (stream == NULL)
    return FALSE;
  pe_digest_stream_begin_list (stream, budget->n_lines);
  for (size_t i = 0; i < budget->n_lines; i++)
    {
      const pe_budget_line *line = &budget->lines[i];

      pe_digest_stream_add_int (stream, line->parent);
      pe_digest_stream_add_int (stream, line->category);
      pe_digest_stream_add_int (stream, line->complete);
      pe_digest_stream_add_text (stream, line->name);
      for (pe_amount amount = PE_AMOUNT_INITIAL; amount <= PE_AMOUNT_EXECUTED; amount++)
        pe_digest_stream_add_figure (stream, pe_budget_line_get (line, amount));
    }
  add_more (budget, stream);
  add_months (budget, stream);
  add_three_public (budget, stream);
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
  if (budget == NULL || !link_lines (budget, self) || !copy_three_public (budget, &self->three_public)
      || !take_digest (budget))
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
