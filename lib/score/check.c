/* check.c - what is noticed about a dossier as a whole when a rulebook meets it
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scoring-private.h"

#include <string.h>

#include "../base/figure-private.h"
#include "../base/text-private.h"
#include "../model/budget-private.h"
#include "label-private.h"

/* The head */

static void
check_year (pe_scoring *self)
{
  const pe_rulebook_head *head = pe_rulebook_peek_head (self->rulebook);
  const int32_t           year = pe_dossier_peek_head (self->dossier)->fiscal_year;
  pe_buffer               found = PE_BUFFER_INIT, expected = PE_BUFFER_INIT;
  char                   *found_text, *expected_text;

  if (year >= head->first_year && year <= head->last_year)
    return;
  pe_buffer_add_int (&found, year);
  pe_buffer_add_int (&expected, head->first_year);
  if (head->last_year != head->first_year)
    {
      pe_buffer_add_string (&expected, "-");
      pe_buffer_add_int (&expected, head->last_year);
    }
  found_text = pe_buffer_steal (&found);
  expected_text = pe_buffer_steal (&expected);
  pe_scoring_add (self, PE_ERROR_FISCAL_YEAR, found_text == NULL || expected_text == NULL ? NULL : "/fiscal_year",
                  "found", found_text, "name", head->title_en != NULL ? head->title_en : head->title_zh, "name_zh",
                  head->title_zh, "expected", expected_text, NULL);
  g_free (found_text);
  g_free (expected_text);
}

static void
check_kind (pe_scoring *self)
{
  const pe_kind found = pe_dossier_peek_head (self->dossier)->kind;
  const pe_kind expected = pe_rulebook_peek_head (self->rulebook)->kind;

  if (found == expected)
    return;
  pe_scoring_add (self, PE_ERROR_VALUE_UNKNOWN, "/kind", "name", "kind", "found",
                  pe_label_get_kind (found, PE_LANGUAGE_EN), "expected", pe_label_get_kind (expected, PE_LANGUAGE_EN),
                  "expected_zh", pe_label_get_kind (expected, PE_LANGUAGE_ZH), NULL);
}

/* It is a fault of no place in the dossier. NULL when memory ran out. */
static pe_findings *
make_remarks (const pe_rulebook *rulebook)
{
  const pe_rulebook_head *head = pe_rulebook_peek_head (rulebook);
  pe_findings            *remarks = NULL;
  pe_collector            collector;

  pe_collector_init (&collector, NULL);
  pe_collector_add (
      &collector, PE_WARNING_RULEBOOK_STATUS, NULL, "found", pe_label_get_status (head->status, PE_LANGUAGE_EN),
      "found_zh", pe_label_get_status (head->status, PE_LANGUAGE_ZH), "name",
      head->title_en != NULL ? head->title_en : head->title_zh, "name_zh", head->title_zh, NULL);
  if (pe_collector_finish (&collector, &remarks, NULL) == PE_OK)
    return remarks;
  pe_findings_unref (remarks);
  return NULL;
}

/* The same for every dossier: the first evaluation by a rulebook writes it, the others share it. */
static void
remark_status (pe_scoring *self)
{
  pe_findings *remarks = pe_rulebook_peek_remarks (self->rulebook);

  if (remarks == NULL && (remarks = make_remarks (self->rulebook)) != NULL)
    remarks = pe_rulebook_keep_remarks (self->rulebook, remarks);
  if (remarks == NULL)
    pe_scoring_add (self, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_collector_add_all (&self->collector, remarks);
}

gboolean
pe_scoring_check_head (pe_scoring *self)
{
  const pe_rulebook_head *head = pe_rulebook_peek_head (self->rulebook);

  if (head->status != PE_RULEBOOK_OFFICIAL)
    remark_status (self);
  check_year (self);
  check_kind (self);
  return pe_collector_get_n_errors (&self->collector) == 0;
}

/* Declared scores */

/* The leaf of a code, or NULL. */
static const pe_indicator *
find_leaf (const pe_scoring *self, const char *code)
{
  const pe_indicator *indicator;
  size_t              index;

  if (pe_rulebook_find_indicator (&index, self->rulebook, code, NULL) != PE_OK)
    return NULL;
  indicator = pe_rulebook_peek_indicator (self->rulebook, index);
  return indicator->rule == NULL ? NULL : indicator;
}

static void
check_declared (pe_scoring *self, size_t index)
{
  const pe_declared_score *declared = pe_dossier_peek_declared_score (self->dossier, index);
  const pe_indicator      *leaf = find_leaf (self, declared->indicator);
  char                     found[PE_DECIMAL_PRINT_SIZE], total[PE_DECIMAL_PRINT_SIZE];
  pe_buffer                buffer = PE_BUFFER_INIT;
  pe_status                code = PE_OK;
  char                    *path;

  if (leaf == NULL)
    code = PE_WARNING_DECLARED_UNUSED;
  else if (declared->score.coefficient < 0)
    code = PE_ERROR_SCORE_NEGATIVE;
  else if (pe_decimal_order (&declared->score, &leaf->full_marks) > 0)
    code = PE_ERROR_SCORE_ABOVE_MARKS;
  if (code == PE_OK)
    return;
  pe_buffer_add_string (&buffer, "/declared/");
  pe_buffer_add_uint (&buffer, index);
  pe_buffer_add_string (&buffer, leaf == NULL ? "" : "/score");
  path = pe_buffer_steal (&buffer);
  (void) pe_decimal_print (found, sizeof found, &declared->score, NULL);
  if (leaf != NULL)
    (void) pe_decimal_print (total, sizeof total, &leaf->full_marks, NULL);
  pe_scoring_add (self, code, path, "code", declared->indicator, "found", found, "total", leaf == NULL ? NULL : total,
                  NULL);
  g_free (path);
}

void
pe_scoring_check_declared (pe_scoring *self)
{
  const size_t n = pe_dossier_get_n_declared_scores (self->dossier);

  for (size_t i = 0; i < n; i++)
    check_declared (self, i);
}

/* Facts and rows */

static void
check_fact (pe_scoring *self, const pe_fact *fact, gboolean is_used)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *path;

  if (is_used)
    return;
  pe_dossier_print_fact_path (fact->indicator, fact->name, &buffer);
  path = pe_buffer_steal (&buffer);
  pe_scoring_add (self, PE_WARNING_FACT_UNUSED, path, "code", fact->indicator, "name", fact->name, NULL);
  g_free (path);
}

/* How many facts of the same indicator stand together from the first on: they share its code. */
static size_t
count_facts (const pe_fact *first, size_t max)
{
  size_t n = 1;

  while (n < max && first[n].indicator == first->indicator)
    n++;
  return n;
}

/* The indicator of a code, or G_MAXSIZE. Codes and facts are both in order: *at, which begins as 0, goes on from where the
 * last code was. */
static size_t
find_next (const pe_scoring *self, const char *code, size_t *at)
{
  const pe_name_index *codes = pe_rulebook_peek_codes (self->rulebook);
  int                  order = -1;

  while (*at < codes->n && (order = strcmp (codes->names[*at].name, code)) < 0)
    ++*at;
  return order == 0 ? codes->names[*at].index : G_MAXSIZE;
}

/* Puts a fact to the names of the rule that it has; FALSE when none is. Facts and names are both in order: *at is the first
 * name that may be its. */
static gboolean
match_fact (pe_leaf_facts *self, const pe_fact *fact, size_t *at)
{
  const pe_name *names = self->names->names;
  gboolean       is_used = FALSE;
  int            order = 0;

  for (; *at < self->names->n && (order = strcmp (names[*at].name, fact->name)) <= 0; ++*at)
    if (order == 0)
      {
        self->found[*at] = fact;
        is_used = TRUE;
      }
  return is_used;
}

/* Checks the facts of the indicator that first is of, and answers how many they are. */
static size_t
check_indicator (pe_scoring *self, const pe_fact *first, size_t max, size_t *at)
{
  const size_t   n = count_facts (first, max), index = find_next (self, first->indicator, at);
  pe_leaf_facts *leaf = index != G_MAXSIZE && self->facts[index].names != NULL ? &self->facts[index] : NULL;
  size_t         name = 0;

  if (leaf != NULL)
    {
      leaf->first = first;
      leaf->n = n;
    }
  for (size_t i = 0; i < n; i++)
    check_fact (self, &first[i],
                leaf != NULL
                    && (match_fact (leaf, &first[i], &name)
                        || pe_rulebook_adjusts_by_fact (self->rulebook, index, first[i].name)));
  return n;
}

static void
check_slot_used (pe_scoring *self, const char *code)
{
  const pe_indicator *leaf = find_leaf (self, code);
  pe_buffer           buffer = PE_BUFFER_INIT;
  char               *path;

  if (leaf != NULL && pe_rule_is_slot (leaf->rule))
    return;
  pe_buffer_add_string (&buffer, "/rows/");
  pe_buffer_add_string (&buffer, code); /* a code has nothing to escape */
  path = pe_buffer_steal (&buffer);
  pe_scoring_add (self, PE_WARNING_FACT_UNUSED, path, "code", code, NULL);
  g_free (path);
}

void
pe_scoring_check_facts (pe_scoring *self)
{
  const size_t n_facts = pe_dossier_get_n_facts (self->dossier), n_rows = pe_dossier_get_n_rows (self->dossier);
  const char  *slot = "";
  size_t       at = 0;

  for (size_t i = 0; i < n_facts;)
    i += check_indicator (self, pe_dossier_peek_fact (self->dossier, i), n_facts - i, &at);
  /* The rows of a slot stand together. */
  for (size_t i = 0; i < n_rows; i++)
    {
      const char *code = pe_dossier_peek_row (self->dossier, i)->slot;

      if (strcmp (code, slot) != 0)
        check_slot_used (self, code);
      slot = code;
    }
}

/* The budget */

static char *
print_rate (const pe_scoring *self, const pe_rational *rate)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_label_add_rate (rate, self->contract, &buffer);
  return pe_buffer_steal (&buffer);
}

static char *
print_line_path (const pe_budget *budget, size_t index, const char *member)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_budget_print_path (budget, index, &buffer);
  pe_buffer_add_string (&buffer, member);
  return pe_buffer_steal (&buffer);
}

/* The name of the line whose execution stands at a path; NULL where it was derived from several lines, or is not of this
 * year's budget, or memory ran out, which is said. */
static const char *
find_line_name (pe_scoring *self, const char *path)
{
  static const pe_budget_category categories[] = { PE_BUDGET_TOTAL, PE_BUDGET_BASIC, PE_BUDGET_PROJECT };
  const pe_budget                *budget = pe_dossier_get_budget (self->dossier);

  if (budget == NULL)
    return NULL;
  for (size_t i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      size_t                index;
      const pe_budget_line *line = pe_budget_find_category (budget, categories[i], &index);
      char                 *own;
      gboolean              is_own;

      if (line == NULL)
        continue;
      own = print_line_path (budget, index, "/executed");
      if (own == NULL)
        pe_scoring_add (self, PE_ERROR_NO_MEMORY, NULL, NULL);
      is_own = g_strcmp0 (own, path) == 0;
      g_free (own);
      if (is_own)
        return line->name;
    }
  return NULL;
}

/* Without its unit where another figure's is the same. */
static char *
print_amount (const pe_figure *figure, gboolean bare)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  if (bare)
    pe_buffer_add_decimal (&buffer, &figure->value);
  else
    pe_figure_print (figure, &buffer);
  return pe_buffer_steal (&buffer);
}

void
pe_scoring_add_above (pe_scoring *self, const char *path, const pe_figure *executed, const pe_figure *budget,
                      const pe_rational *rate)
{
  const gboolean same = executed->unit == budget->unit;
  const char    *name = find_line_name (self, path);
  char          *found = print_amount (executed, same), *limit = print_amount (budget, same);
  char          *rate_text = print_rate (self, rate);
  const gboolean well = found != NULL && limit != NULL && rate_text != NULL;

  pe_scoring_add (self, PE_WARNING_ABOVE_BUDGET, well ? path : NULL, "name", name, "found", found, "limit", limit,
                  "unit", same ? pe_unit_get_name (budget->unit) : NULL, "rate", rate_text, NULL);
  g_free (found);
  g_free (limit);
  g_free (rate_text);
}

/* An amount in yuan, whatever its unit: too few bits for any limit, and so is a rate of two. */
static void
get_amount (pe_rational *out, const pe_figure *figure)
{
  pe_rational power, value;

  pe_rational_init (&power);
  pe_rational_init (&value);
  pe_rational_set_decimal (&value, &figure->value);
  (void) pe_rational_set_power_of_ten (&power, pe_unit_get_exponent (figure->unit), PE_BITS_UNBOUNDED);
  (void) pe_rational_multiply (out, &value, &power, PE_BITS_UNBOUNDED);
  pe_rational_clear (&power);
  pe_rational_clear (&value);
}

static void
check_above (pe_scoring *self, const pe_budget *budget)
{
  pe_figure   executed, adjusted;
  pe_rational above, below;
  size_t      index;
  char       *path;

  if (pe_budget_compute_amount (&executed, budget, PE_BUDGET_TOTAL, PE_AMOUNT_EXECUTED, NULL) != PE_OK
      || pe_budget_compute_amount (&adjusted, budget, PE_BUDGET_TOTAL, PE_AMOUNT_ADJUSTED, NULL) != PE_OK
      || executed.state != PE_STATE_VALUE || adjusted.state != PE_STATE_VALUE || adjusted.value.coefficient == 0)
    return;
  pe_rational_init (&above);
  pe_rational_init (&below);
  get_amount (&above, &executed);
  get_amount (&below, &adjusted);
  if (pe_rational_compare (&above, &below) > 0)
    {
      (void) pe_rational_divide (&above, &above, &below, PE_BITS_UNBOUNDED);
      path = pe_budget_find_category (budget, PE_BUDGET_TOTAL, &index) != NULL
                 ? print_line_path (budget, index, "/executed")
                 : pe_string_copy ("/budget/lines");
      pe_scoring_add_above (self, path, &executed, &adjusted, &above);
      g_free (path);
    }
  pe_rational_clear (&above);
  pe_rational_clear (&below);
}

/* TRUE when something was said. */
static gboolean
check_remainder (pe_scoring *self, const pe_budget *budget, size_t index, pe_amount amount, const pe_figure *whole,
                 const char *member)
{
  char      found[PE_DECIMAL_PRINT_SIZE], total[PE_DECIMAL_PRINT_SIZE];
  pe_figure rest, converted;
  char     *path;

  if (pe_budget_compute_not_itemised (&rest, budget, index, amount, NULL) != PE_OK || rest.state != PE_STATE_VALUE
      || rest.value.coefficient <= 0)
    return FALSE;
  if (pe_figure_convert (&converted, whole, rest.unit, NULL) != PE_OK)
    converted = *whole;
  (void) pe_decimal_print (found, sizeof found, &rest.value, NULL);
  (void) pe_decimal_print (total, sizeof total, &converted.value, NULL);
  path = print_line_path (budget, index, member);
  pe_scoring_add (self, PE_NOTE_NOT_ITEMISED, path, "name", pe_budget_peek_line (budget, index)->name, "found", found,
                  "total", converted.unit == rest.unit ? total : NULL, "unit", pe_unit_get_name (rest.unit), NULL);
  g_free (path);
  return TRUE;
}

/* One note a line: what is not itemised of the budget is mostly not itemised of its execution either. */
static void
check_line (pe_scoring *self, const pe_budget *budget, size_t index)
{
  const pe_budget_line *line = pe_budget_peek_line (budget, index);

  if (!check_remainder (self, budget, index, PE_AMOUNT_ADJUSTED, &line->adjusted, "/adjusted")
      && !check_remainder (self, budget, index, PE_AMOUNT_EXECUTED, &line->executed, "/executed"))
    check_remainder (self, budget, index, PE_AMOUNT_INITIAL, &line->initial, "/initial");
}

void
pe_scoring_check_budget (pe_scoring *self)
{
  const pe_budget *budget = pe_dossier_get_budget (self->dossier);
  const size_t     n = pe_budget_get_n_lines (budget);
  guchar          *has_lines;

  if (budget == NULL)
    return;
  if (!self->is_above_named)
    check_above (self, budget);
  has_lines = g_try_malloc0 (n + 1);
  if (has_lines == NULL)
    {
      pe_scoring_add (self, PE_ERROR_NO_MEMORY, NULL, NULL);
      return;
    }
  for (size_t i = 0; i < n; i++)
    has_lines[pe_budget_peek_line (budget, i)->parent] = 1;
  for (size_t i = 0; i < n; i++)
    if (has_lines[i + 1] && !pe_budget_peek_line (budget, i)->complete)
      check_line (self, budget, i);
  g_free (has_lines);
}
