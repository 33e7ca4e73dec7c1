/* budget-check.c - whether the lines of a budget fit together
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "budget-private.h"
#include "budget-tree-private.h"

typedef struct check
{
  pe_budget    *budget;
  pe_collector *collector;
  unsigned char above; /* of the line that is looked at: the category of the nearest line above it that has one */
} check;

/* The words of the form (项目支出绩效自评表, 部门决算). */
static const char *const category_names[PE_BUDGET_N_CATEGORIES + 1]
    = { "", "合计", "基本支出", "人员经费", "公用经费", "项目支出", "其他支出" };

/* Findings */

/* Past the limit findings are only counted: their places, which may be long, are not spelt out. */
static gboolean
is_kept (const pe_collector *self)
{
  return self->broken == PE_OK
         && (self->findings == NULL || self->findings->list.size < self->limit || self->findings->first_error == NULL);
}

static char *
print_member (const pe_budget *budget, size_t number, const char *member)
{
  pe_buffer path = PE_BUFFER_INIT;

  if (number == 0)
    pe_buffer_add_string (&path, "/budget");
  else
    pe_budget_print_path (budget, number - 1, &path);
  pe_buffer_add_char (&path, '/');
  pe_buffer_add_string (&path, member);
  return pe_buffer_steal (&path);
}

/* At a member of a line, and at one of another, which may be the same; `other` NULL: there is none. */
static void
report (const check *self, pe_finding_init *init, size_t number, const char *member, size_t other_number,
        const char *other)
{
  char    *paths[2] = { NULL, NULL };
  pe_place places[2];

  if (is_kept (self->collector))
    {
      paths[0] = print_member (self->budget, number, member);
      paths[1] = other != NULL ? print_member (self->budget, other_number, other) : NULL;
      places[0] = PE_PLACE_WHAT (paths[0]);
      places[1] = PE_PLACE_WHAT (paths[1]);
      init->places = places;
      init->n_places = other != NULL ? 2 : 1;
      if (paths[0] == NULL || (other != NULL && paths[1] == NULL))
        init->code = PE_ERROR_NO_MEMORY;
    }
  pe_collector_add_init (self->collector, init);
  g_free (paths[0]);
  g_free (paths[1]);
}

/* Categories */

static void
report_category (const check *self, size_t number, size_t other_number, const char *expected, const char *expected_zh)
{
  const pe_budget_line *line = pe_budget_get_numbered (self->budget, number);
  pe_parameter_init     parameters[]
      = { { "found", category_names[line->category] }, { "name", line->name }, { "expected", expected },
          { "expected_zh", expected_zh } };
  pe_finding_init init = { PE_ERROR_CATEGORY_CONFLICT, NULL, 0, parameters, G_N_ELEMENTS (parameters) };

  report (self, &init, number, "category", other_number, other_number != 0 ? "category" : NULL);
}

/* Lines without a category, which may stand between, change nothing. */
static void
check_category (const check *self, size_t number, pe_budget_category category)
{
  const gboolean is_top = self->budget->nodes[number].parent == 0;

  switch (category)
    {
    case PE_BUDGET_TOTAL:
      if (!is_top)
        report_category (self, number, 0, "at the top", "位于最上一级");
      break;
    case PE_BUDGET_BASIC_PERSONNEL:
    case PE_BUDGET_BASIC_PUBLIC:
      if (self->above != PE_BUDGET_BASIC)
        report_category (self, number, 0, "below 基本支出", "位于基本支出之下");
      break;
    default:
      if (self->above != 0 && self->above != PE_BUDGET_TOTAL)
        report_category (self, number, 0, "at the top or below 合计", "位于最上一级或合计之下");
    }
}

/* The total is the whole budget: nothing stands beside it. */
static void
check_total (const check *self)
{
  const pe_forest_node *nodes = self->budget->nodes;
  const size_t          total = self->budget->categories[PE_BUDGET_TOTAL], first = nodes[0].first_child;

  if (total != 0 && nodes[total].parent == 0 && first != nodes[0].last_child)
    report_category (self, total, first != total ? first : nodes[total].next, "the only line at the top",
                     "最上一级只有合计一行");
}

static void
check_categories (check *self)
{
  pe_budget     *budget = self->budget;
  const size_t   n = pe_budget_get_n_lines (budget);
  unsigned char *nearest = g_try_malloc0 (n + 1); /* by number: the category of a line or of the nearest above it */

  if (nearest == NULL)
    {
      pe_collector_add (self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
      return;
    }
  for (size_t number = 1; number <= n; number++)
    {
      const pe_budget_category category = pe_budget_get_numbered (budget, number)->category;

      self->above = nearest[budget->nodes[number].parent];
      nearest[number] = category != 0 ? (unsigned char) category : self->above;
      if (category == 0)
        continue;
      if (budget->categories[category] != 0)
        report_category (self, number, budget->categories[category], "each category once", "每个类别只出现一次");
      else
        {
          budget->categories[category] = number;
          check_category (self, number, category);
        }
    }
  g_free (nearest);
  check_total (self);
}

/* Sums */

static void
report_sum (const check *self, size_t number, pe_amount amount, const pe_figure *whole, const pe_figure *sum)
{
  char              sum_text[PE_DECIMAL_PRINT_SIZE], total_text[PE_DECIMAL_PRINT_SIZE];
  pe_parameter_init parameters[] = { { "sum", sum_text },
                                     { "total", total_text },
                                     { "name", pe_budget_get_numbered (self->budget, number)->name },
                                     { "unit", pe_unit_get_name (whole->unit) } };
  pe_finding_init   init = { PE_ERROR_SUM_MISMATCH, NULL, 0, parameters, G_N_ELEMENTS (parameters) };

  (void) pe_decimal_print (sum_text, sizeof sum_text, &sum->value, NULL);
  (void) pe_decimal_print (total_text, sizeof total_text, &whole->value, NULL);
  report (self, &init, number, pe_amount_get_member (amount), number, "lines");
}

static void
report_overflow (const check *self, size_t number)
{
  pe_parameter_init parameters[]
      = { { "name", number != 0 ? pe_budget_get_numbered (self->budget, number)->name : "合计" } };
  pe_finding_init init = { PE_ERROR_OVERFLOW, NULL, 0, parameters, G_N_ELEMENTS (parameters) };

  report (self, &init, number, "lines", 0, NULL);
}

/* Only an amount that the line and all directly below it state is compared. */
static void
check_sum (const check *self, size_t number, pe_amount amount)
{
  const pe_figure *whole = pe_budget_line_get_amount (pe_budget_get_numbered (self->budget, number), amount);
  pe_money_sum     sum;
  pe_figure        below;

  if (whole->state != PE_STATE_VALUE)
    return;
  pe_money_sum_init (&sum, whole->unit);
  if (pe_budget_sum_below (self->budget, number, amount, &sum) != PE_OK)
    report_overflow (self, number);
  else if (sum.n_missing == 0 && sum.n_not_applicable == 0)
    {
      if (pe_money_sum_get (&sum, &below, NULL) != PE_OK)
        report_overflow (self, number);
      else if (pe_money_compare (whole, &below) != 0)
        report_sum (self, number, amount, whole, &below);
    }
  pe_money_sum_clear (&sum);
}

static void
check_sums (const check *self)
{
  const size_t n = pe_budget_get_n_lines (self->budget);

  for (size_t number = 1; number <= n; number++)
    {
      if (!pe_budget_get_numbered (self->budget, number)->complete || self->budget->nodes[number].first_child == 0)
        continue;
      for (pe_amount amount = PE_AMOUNT_INITIAL; amount <= PE_BUDGET_N_AMOUNTS; amount++)
        check_sum (self, number, amount);
    }
}

void
pe_budget_check (pe_budget *self, pe_collector *collector)
{
  check        state = { self, collector, 0 };
  const size_t n = pe_budget_get_n_lines (self);

  pe_forest_begin (self->nodes);
  for (size_t number = 1; number <= n; number++)
    pe_forest_add (self->nodes, number, pe_budget_get_numbered (self, number)->parent);
  check_categories (&state);
  check_sums (&state);
}

/* Amounts of categories */

/* 基本支出 = 人员经费 + 公用经费, in whatever order the lines stand. */
static pe_status
sum_basic (const pe_budget *self, pe_amount amount, pe_money_sum *out)
{
  static const pe_budget_category parts[] = { PE_BUDGET_BASIC_PERSONNEL, PE_BUDGET_BASIC_PUBLIC };
  pe_status                       status = PE_OK;

  for (size_t i = 0; i < G_N_ELEMENTS (parts) && status == PE_OK; i++)
    {
      const size_t number = self->categories[parts[i]];

      if (number != 0)
        status = pe_money_sum_add (out, pe_budget_line_get_amount (pe_budget_get_numbered (self, number), amount));
      else
        out->n_missing++;
    }
  return status;
}

/* An amount that its line does not state, where its parts do; TRUE when there are parts. */
static gboolean
sum_parts (const pe_budget *self, pe_budget_category category, size_t number, pe_amount amount, pe_money_sum *out,
           pe_status *status)
{
  if (category == PE_BUDGET_BASIC && number != 0)
    *status = sum_basic (self, amount, out);
  else if (category == PE_BUDGET_TOTAL && (number == 0 || pe_budget_get_numbered (self, number)->complete))
    *status = pe_budget_sum_below (self, number, amount, out);
  else
    return FALSE;
  return TRUE;
}

static void
derive (const check *self, pe_budget_category category, pe_amount amount)
{
  const size_t          number = self->budget->categories[category];
  const pe_budget_line *line = number != 0 ? pe_budget_get_numbered (self->budget, number) : NULL;
  pe_budget_amount     *out = &self->budget->amounts[category - 1][amount - 1];
  pe_status             status = PE_OK;
  pe_money_sum          sum;
  pe_figure             figure;

  out->line = number;
  if (line != NULL)
    out->figure = *pe_budget_line_get_amount (line, amount);
  if (out->figure.state != PE_STATE_MISSING)
    return;
  pe_money_sum_init (&sum, PE_UNIT_NONE);
  if (sum_parts (self->budget, category, number, amount, &sum, &status))
    {
      if (status == PE_OK)
        status = pe_money_sum_get (&sum, &figure, NULL);
      if (status != PE_OK)
        report_overflow (self, number);
      else if (figure.state != PE_STATE_MISSING)
        {
          out->figure = figure;
          out->is_sum = TRUE;
        }
    }
  pe_money_sum_clear (&sum);
}

void
pe_budget_derive (pe_budget *self, pe_collector *collector)
{
  check state = { self, collector, 0 };

  for (pe_budget_category category = PE_BUDGET_TOTAL; category <= PE_BUDGET_N_CATEGORIES; category++)
    for (pe_amount amount = PE_AMOUNT_INITIAL; amount <= PE_BUDGET_N_AMOUNTS; amount++)
      derive (&state, category, amount);
}
