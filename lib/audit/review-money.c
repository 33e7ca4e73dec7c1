/* review-money.c - what a reviewer asks about the budget and the procurement
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "review-private.h"

#include "../model/money-private.h"

/* The whole budget: adjusted and executed. */
typedef struct whole_budget
{
  pe_figure   adjusted_figure;
  pe_rational adjusted, executed, rest, rate;
} whole_budget;

static void
whole_init (whole_budget *self)
{
  pe_rational_init (&self->adjusted);
  pe_rational_init (&self->executed);
  pe_rational_init (&self->rest);
  pe_rational_init (&self->rate);
}

static void
whole_clear (whole_budget *self)
{
  pe_rational_clear (&self->adjusted);
  pe_rational_clear (&self->executed);
  pe_rational_clear (&self->rest);
  pe_rational_clear (&self->rate);
}

/* FALSE where the dossier does not say both. */
static gboolean
get_whole (pe_reviewing *self, whole_budget *out)
{
  const pe_budget *budget = pe_dossier_get_budget (self->dossier);
  pe_figure        executed;

  return budget != NULL
         && pe_budget_compute_amount (&out->adjusted_figure, budget, PE_BUDGET_TOTAL, PE_AMOUNT_ADJUSTED, NULL) == PE_OK
         && pe_budget_compute_amount (&executed, budget, PE_BUDGET_TOTAL, PE_AMOUNT_EXECUTED, NULL) == PE_OK
         && pe_reviewing_get_base (self, &out->adjusted_figure, &out->adjusted)
         && pe_reviewing_get_base (self, &executed, &out->executed)
         && pe_reviewing_try (
             self, pe_rational_subtract (&out->rest, &out->adjusted, &out->executed, self->limits.number_bits));
}

static gboolean
get_share (pe_reviewing *self, size_t threshold, pe_rational *out)
{
  const pe_figure figure = { self->rule.thresholds[threshold], PE_STATE_VALUE, PE_UNIT_PERCENT };

  return pe_reviewing_get_base (self, &figure, out);
}

/* An amount in yuan, in the unit of a figure. */
static char *
print_amount (pe_reviewing *self, const pe_rational *amount, pe_unit unit)
{
  pe_buffer   buffer = PE_BUFFER_INIT;
  pe_rational number;

  pe_rational_init (&number);
  if (pe_reviewing_try (self,
                        pe_rational_set_power_of_ten (&number, -pe_unit_get_exponent (unit), self->limits.number_bits))
      && pe_reviewing_try (self, pe_rational_multiply (&number, &number, amount, self->limits.number_bits)))
    {
      pe_label_add_number (&number, &buffer);
      pe_buffer_add_char (&buffer, ' ');
      pe_buffer_add_string (&buffer, pe_unit_get_name (unit));
    }
  pe_rational_clear (&number);
  return pe_buffer_steal (&buffer);
}

/* */

static void
check_unspent (pe_reviewing *self, whole_budget *whole)
{
  pe_rational limit;
  char       *found, *rate, *limit_text;

  pe_rational_init (&limit);
  if (get_share (self, 0, &limit)
      && pe_reviewing_try (self,
                           pe_rational_divide (&whole->rate, &whole->rest, &whole->adjusted, self->limits.number_bits))
      && pe_rational_compare (&whole->rate, &limit) > 0)
    {
      found = print_amount (self, &whole->rest, whole->adjusted_figure.unit);
      rate = pe_reviewing_print_rate (self, &whole->rate);
      limit_text = pe_reviewing_print_percent (&self->rule.thresholds[0]);
      pe_reviewing_add (self, 0, PE_WARNING_REVIEW_UNSPENT, pe_string_copy ("/budget"), "found", found, "rate", rate,
                        "limit", limit_text, NULL);
      g_free (found);
      g_free (rate);
      g_free (limit_text);
    }
  pe_rational_clear (&limit);
}

void
pe_review_unspent (pe_reviewing *self)
{
  whole_budget whole;

  whole_init (&whole);
  if (get_whole (self, &whole))
    {
      pe_reviewing_examine (self);
      if (pe_rational_sign (&whole.adjusted) == 0)
        pe_reviewing_add (self, 0, PE_WARNING_REVIEW_NO_BUDGET, pe_string_copy ("/budget"), NULL);
      else
        check_unspent (self, &whole);
    }
  whole_clear (&whole);
}

/* */

/* TRUE when the declared score of a leaf of execution gives a reason. */
static gboolean
is_execution_explained (const pe_reviewing *self)
{
  for (size_t i = 0; i < pe_dossier_get_n_declared_scores (self->dossier); i++)
    {
      const pe_declared_score *declared = pe_dossier_peek_declared_score (self->dossier, i);
      const pe_scored_node    *node;
      size_t                   indicator;

      if (!pe_reviewing_is_told (declared->reason)
          || pe_reviewing_find_leaf (self, declared->indicator, &indicator) == NULL)
        continue;
      node = pe_reviewing_find_node (self, indicator);
      if (node != NULL && pe_reviewing_is_execution (node))
        return TRUE;
    }
  return FALSE;
}

void
pe_review_execution (pe_reviewing *self)
{
  whole_budget whole;
  pe_rational  limit;

  whole_init (&whole);
  pe_rational_init (&limit);
  if (get_whole (self, &whole) && pe_rational_sign (&whole.adjusted) > 0 && get_share (self, 0, &limit)
      && pe_reviewing_try (
          self, pe_rational_divide (&whole.rate, &whole.executed, &whole.adjusted, self->limits.number_bits)))
    {
      pe_reviewing_examine (self);
      if (pe_rational_compare (&whole.rate, &limit) < 0 && !is_execution_explained (self))
        {
          char *rate = pe_reviewing_print_rate (self, &whole.rate);
          char *limit_text = pe_reviewing_print_percent (&self->rule.thresholds[0]);

          pe_reviewing_add (self, 0, PE_WARNING_REVIEW_LOW_EXECUTION, pe_string_copy ("/budget"), "rate", rate, "limit",
                            limit_text, NULL);
          g_free (rate);
          g_free (limit_text);
        }
    }
  pe_rational_clear (&limit);
  whole_clear (&whole);
}

/* */
void
pe_review_overspent (pe_reviewing *self)
{
  const pe_budget *budget = pe_dossier_get_budget (self->dossier);

  for (size_t i = 0; i < pe_budget_get_n_lines (budget); i++)
    {
      const pe_budget_line *line = pe_budget_peek_line (budget, i);
      char                 *found, *total;

      if (line->adjusted.state != PE_STATE_VALUE || line->executed.state != PE_STATE_VALUE)
        continue;
      pe_reviewing_examine (self);
      if (pe_money_compare (&line->executed, &line->adjusted) <= 0)
        continue;
      found = pe_reviewing_print_figure (&line->executed, NULL);
      total = pe_reviewing_print_figure (&line->adjusted, NULL);
      pe_reviewing_add (self, 0, PE_WARNING_REVIEW_OVERSPENT, pe_reviewing_print_line_path (self, i, "/executed"),
                        "name", line->name, "found", found, "total", total, NULL);
      g_free (found);
      g_free (total);
    }
}

/* */

static const struct
{
  pe_amount   amount;
  const char *member;
} amounts[] = {
  { PE_AMOUNT_INITIAL, "/initial" },
  { PE_AMOUNT_ADJUSTED, "/adjusted" },
  { PE_AMOUNT_EXECUTED, "/executed" },
};

static const pe_figure *
get_amount (const pe_budget_line *line, pe_amount amount)
{
  if (amount == PE_AMOUNT_INITIAL)
    return &line->initial;
  return amount == PE_AMOUNT_ADJUSTED ? &line->adjusted : &line->executed;
}

/* TRUE when something was said. */
static gboolean
check_rest (pe_reviewing *self, const pe_budget *budget, size_t index, size_t amount, pe_status code)
{
  const pe_budget_line *line = pe_budget_peek_line (budget, index);
  pe_figure             rest;
  char                 *found, *total;

  if (pe_budget_compute_not_itemised (&rest, budget, index, amounts[amount].amount, NULL) != PE_OK
      || rest.state != PE_STATE_VALUE)
    return FALSE;
  pe_reviewing_examine (self);
  if (rest.value.coefficient == 0)
    return FALSE;
  found = pe_reviewing_print_figure (&rest, NULL);
  total = pe_reviewing_print_figure (get_amount (line, amounts[amount].amount), NULL);
  pe_reviewing_add (self, 0, code, pe_reviewing_print_line_path (self, index, amounts[amount].member), "name",
                    line->name, "found", found, "total", total, NULL);
  g_free (found);
  g_free (total);
  return TRUE;
}

void
pe_review_funding (pe_reviewing *self)
{
  static const pe_budget_category categories[] = { PE_BUDGET_TOTAL, PE_BUDGET_BASIC };
  const pe_budget                *budget = pe_dossier_get_budget (self->dossier);
  size_t                          index;

  for (size_t i = 0; budget != NULL && i < G_N_ELEMENTS (categories); i++)
    if (pe_budget_find_category (budget, categories[i], &index) != NULL)
      for (size_t amount = 0; amount < G_N_ELEMENTS (amounts); amount++)
        check_rest (self, budget, index, amount, PE_WARNING_REVIEW_LINES);
}

/* Once for the line: what is not itemised of the budget is mostly not itemised of its execution either. */
void
pe_review_itemised (pe_reviewing *self)
{
  static const size_t order[] = { 1, 2, 0 }; /* adjusted, executed, initial */
  const pe_budget    *budget = pe_dossier_get_budget (self->dossier);
  size_t              index;

  if (budget != NULL && pe_budget_find_category (budget, PE_BUDGET_PROJECT, &index) != NULL)
    for (size_t i = 0; i < G_N_ELEMENTS (order); i++)
      if (check_rest (self, budget, index, order[i], PE_NOTE_REVIEW_NOT_ITEMISED))
        break;
}

/* */

static void
compare_amounts (pe_reviewing *self, const pe_figure *part, const pe_figure *all, const char *name, const char *name_zh,
                 char *path)
{
  char *found, *limit;

  if (part->state != PE_STATE_VALUE || all->state != PE_STATE_VALUE)
    {
      g_free (path);
      return;
    }
  pe_reviewing_examine (self);
  if (pe_money_compare (part, all) <= 0)
    {
      g_free (path);
      return;
    }
  found = pe_reviewing_print_figure (part, NULL);
  limit = pe_reviewing_print_figure (all, NULL);
  pe_reviewing_add (self, 0, PE_WARNING_REVIEW_PROCUREMENT, path, "name", name, "name_zh", name_zh, "found", found,
                    "limit", limit, NULL);
  g_free (found);
  g_free (limit);
}

static void
check_totals (pe_reviewing *self, const pe_procurement *procurement)
{
  pe_figure totals[PE_PROCUREMENT_SME_CONTRACTS + 1];

  for (pe_procurement_total i = PE_PROCUREMENT_BUDGET; i <= PE_PROCUREMENT_SME_CONTRACTS; i++)
    if (pe_procurement_compute_total (&totals[i], procurement, i, NULL) != PE_OK)
      totals[i] = (pe_figure) { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  compare_amounts (self, &totals[PE_PROCUREMENT_SME_CONTRACTS], &totals[PE_PROCUREMENT_CONTRACTS],
                   "contracts with small and medium firms against all contracts", "面向中小企业合同额与合同总额",
                   pe_string_copy ("/procurement"));
  compare_amounts (self, &totals[PE_PROCUREMENT_RESERVED_FOR_SME], &totals[PE_PROCUREMENT_BUDGET],
                   "the reserve against the procurement budget", "预留份额与采购预算", pe_string_copy ("/procurement"));
}

void
pe_review_procurement (pe_reviewing *self)
{
  const pe_procurement *procurement = pe_dossier_get_procurement (self->dossier);

  if (procurement == NULL)
    return;
  for (size_t i = 0; i < pe_procurement_get_n_records (procurement); i++)
    {
      const pe_procurement_record *record = pe_procurement_peek_record (procurement, i);
      pe_buffer                    path = PE_BUFFER_INIT;

      pe_buffer_add_string (&path, "/procurement/records/");
      pe_buffer_add_uint (&path, i);
      pe_buffer_add_string (&path, "/contract");
      compare_amounts (self, &record->contract, &record->budget, record->name, NULL, pe_buffer_steal (&path));
    }
  check_totals (self, procurement);
}

/* */

static void
check_share (pe_reviewing *self, size_t threshold, const pe_figure *part, const pe_figure *all, const char *name,
             const char *name_zh)
{
  pe_rational share, whole, limit;
  char       *rate, *limit_text;

  pe_rational_init (&share);
  pe_rational_init (&whole);
  pe_rational_init (&limit);
  if (pe_reviewing_get_base (self, part, &share) && pe_reviewing_get_base (self, all, &whole)
      && pe_rational_sign (&whole) > 0 && get_share (self, threshold, &limit)
      && pe_reviewing_try (self, pe_rational_divide (&share, &share, &whole, self->limits.number_bits)))
    {
      pe_reviewing_examine (self);
      if (pe_rational_compare (&share, &limit) < 0)
        {
          rate = pe_reviewing_print_rate (self, &share);
          limit_text = pe_reviewing_print_percent (&self->rule.thresholds[threshold]);
          pe_reviewing_add (self, 0, PE_NOTE_REVIEW_SME_SHARE, pe_string_copy ("/procurement"), "name", name, "name_zh",
                            name_zh, "rate", rate, "limit", limit_text, NULL);
          g_free (rate);
          g_free (limit_text);
        }
    }
  pe_rational_clear (&share);
  pe_rational_clear (&whole);
  pe_rational_clear (&limit);
}

/* What micro and small firms have of the contracts; missing where a size is not known. */
static pe_figure
sum_small (pe_reviewing *self, const pe_procurement *procurement)
{
  pe_figure    figure = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  pe_money_sum sum;
  gboolean     is_known = pe_procurement_get_n_records (procurement) > 0;

  pe_money_sum_init (&sum, PE_UNIT_NONE);
  for (size_t i = 0; i < pe_procurement_get_n_records (procurement); i++)
    {
      const pe_procurement_record *record = pe_procurement_peek_record (procurement, i);

      if (record->contract.state != PE_STATE_VALUE)
        continue;
      is_known &= record->supplier_size != 0;
      if (record->supplier_size == PE_SUPPLIER_MICRO || record->supplier_size == PE_SUPPLIER_SMALL)
        pe_money_sum_add (&sum, &record->contract);
    }
  if (is_known && sum.has_value)
    pe_reviewing_try (self, pe_money_sum_get (&sum, &figure, NULL));
  pe_money_sum_clear (&sum);
  return figure;
}

void
pe_review_sme (pe_reviewing *self)
{
  const pe_procurement *procurement = pe_dossier_get_procurement (self->dossier);
  pe_figure             budget, reserved, contracts, small;

  if (procurement == NULL || pe_procurement_compute_total (&budget, procurement, PE_PROCUREMENT_BUDGET, NULL) != PE_OK
      || pe_procurement_compute_total (&reserved, procurement, PE_PROCUREMENT_RESERVED_FOR_SME, NULL) != PE_OK
      || pe_procurement_compute_total (&contracts, procurement, PE_PROCUREMENT_SME_CONTRACTS, NULL) != PE_OK)
    return;
  small = sum_small (self, procurement);
  check_share (self, 0, &reserved, &budget, "reserved for small and medium firms", "预留中小企业份额占采购预算");
  check_share (self, 1, &small, &contracts, "small and micro firms among small and medium ones",
               "小微企业占中小企业合同额");
}
