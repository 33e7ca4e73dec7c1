/* rollup-records.c - "totals first": the budgets and the procurement of several units as one
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rollup-private.h"

#include <string.h>

#include "../model/budget-private.h"
#include "../model/budget-tree-private.h"
#include "../model/money-private.h"
#include "../model/procurement-table-private.h"

static const pe_dossier *
get_source (const pe_rolling *self, size_t unit, gboolean of_prior)
{
  const pe_dossier *dossier = pe_rolling_peek_dossier (self, unit);

  return of_prior ? pe_dossier_get_prior (dossier) : dossier;
}

/* What some units have and others do not is missing for the whole. FALSE: none has it, or not all do. */
static gboolean
all_have (pe_rolling *self, gboolean of_prior, const char *name, const void *(*get) (const pe_dossier *dossier))
{
  const size_t n = pe_rolling_get_n_units (self);
  size_t       n_with = 0;

  for (size_t i = 0; i < n; i++)
    n_with += get (get_source (self, i, of_prior)) != NULL ? 1 : 0;
  for (size_t i = 0; n_with > 0 && n_with < n && i < n; i++)
    if (get (get_source (self, i, of_prior)) != NULL)
      {
        pe_buffer path = PE_BUFFER_INIT;

        pe_buffer_add_string (&path, of_prior ? "/prior/" : "/");
        pe_buffer_add_string (&path, name);
        pe_rolling_add_at (self, PE_NOTE_NOT_MERGED, i, &path, "name", name, NULL);
      }
  return n_with == n;
}

/* Budget */

typedef struct budgets
{
  pe_rolling *rolling;
  gboolean    of_prior;
  pe_vector   members; /* of pe_merge_member */

  pe_budget_builder *builder;
} budgets;

static const void *
get_budget (const pe_dossier *dossier)
{
  return pe_dossier_get_budget (dossier);
}

static const pe_budget *
peek_budget (const budgets *self, size_t unit)
{
  return pe_dossier_get_budget (get_source (self->rolling, unit, self->of_prior));
}

/* Every unit has a total, given or derived, above its other lines. */
static pe_status
add_lines_of (budgets *self, size_t unit)
{
  const pe_budget *budget = peek_budget (self, unit);
  const size_t     base = self->members.size;
  size_t           given = G_MAXSIZE;
  const size_t     n = pe_budget_get_n_lines (budget);
  pe_merge_member  total = { unit, G_MAXSIZE, G_MAXSIZE, PE_BUDGET_TOTAL, "合计", 0, 0, 0 };
  pe_status        status = PE_OK;

  /* A total is the first line: the only top one. */
  if (pe_budget_find_category (budget, PE_BUDGET_TOTAL, &given) == NULL)
    status = pe_vector_push (&self->members, &total);
  for (size_t i = 0; i < n && status == PE_OK; i++)
    {
      const pe_budget_line *line = pe_budget_peek_line (budget, i);
      pe_merge_member       member = { unit, i, G_MAXSIZE, line->category, line->name, 0, 0, 0 };

      if (i != given)
        member.above = base + (line->parent == 0 ? 0 : line->parent - (given == G_MAXSIZE ? 0 : 1));
      status = pe_vector_push (&self->members, &member);
    }
  return status;
}

static void
add_amount (const budgets *self, const pe_merge_member *member, pe_amount amount, pe_money_sum *sum)
{
  const pe_budget *budget = peek_budget (self, member->unit);
  pe_figure        figure = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };

  if (member->index != G_MAXSIZE)
    figure = *pe_budget_peek_amount (budget, member->index, amount);
  else
    (void) pe_budget_compute_amount (&figure, budget, PE_BUDGET_TOTAL, amount, NULL);
  pe_money_sum_add (sum, &figure);
}

/* A category that some units do not state is not known for the whole. */
static gboolean
sum_amount (const budgets *self, const size_t *group, size_t n, pe_amount amount, pe_figure *out)
{
  const pe_merge_member *first = pe_vector_at (&self->members, const pe_merge_member, group[0]);
  pe_money_sum           sum;
  pe_status              status = PE_OK;

  *out = (pe_figure) { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  if (first->category != 0 && n < pe_rolling_get_n_units (self->rolling))
    return TRUE;
  pe_money_sum_init (&sum, PE_UNIT_NONE);
  for (size_t i = 0; i < n; i++)
    add_amount (self, pe_vector_at (&self->members, const pe_merge_member, group[i]), amount, &sum);
  status = pe_money_sum_get (&sum, out, NULL);
  pe_money_sum_clear (&sum);
  return pe_rolling_check (self->rolling, status);
}

static gboolean
is_complete (const budgets *self, const size_t *group, size_t n)
{
  for (size_t i = 0; i < n; i++)
    {
      const pe_merge_member *member = pe_vector_at (&self->members, const pe_merge_member, group[i]);

      if (member->index == G_MAXSIZE
          || pe_budget_peek_line (peek_budget (self, member->unit), member->index)->complete != 1)
        return FALSE;
    }
  return TRUE;
}

static const pe_budget_line *
peek_line (const budgets *self, size_t place)
{
  const pe_merge_member *member = pe_vector_at (&self->members, const pe_merge_member, place);

  return member->index == G_MAXSIZE ? NULL : pe_budget_peek_line (peek_budget (self, member->unit), member->index);
}

/* What else lines say counts for the whole where all say the same. */
static void
keep_common (const budgets *self, const size_t *group, size_t n, pe_budget_line *out)
{
  const pe_budget_line *first = peek_line (self, group[0]);

  if (first == NULL)
    return;
  out->funding = first->funding;
  out->economic_class = first->economic_class;
  out->project = first->project;
  for (size_t i = 1; i < n; i++)
    {
      const pe_budget_line *line = peek_line (self, group[i]);

      if (line == NULL || line->funding != out->funding)
        out->funding = 0;
      if (line == NULL || g_strcmp0 (line->economic_class, out->economic_class) != 0)
        out->economic_class = NULL;
      if (line == NULL || g_strcmp0 (line->project, out->project) != 0)
        out->project = NULL;
    }
}

/* The months that all lines of a group have. */
static gboolean
sum_months (const budgets *self, const size_t *group, size_t n, pe_figure *months, uint32_t *n_months)
{
  gboolean done = TRUE;

  *n_months = PE_BUDGET_N_MONTHS;
  for (size_t i = 0; i < n; i++)
    *n_months = peek_line (self, group[i]) == NULL ? 0 : MIN (*n_months, peek_line (self, group[i])->n_months);
  for (uint32_t month = 0; month < *n_months && done; month++)
    {
      pe_money_sum sum;

      pe_money_sum_init (&sum, PE_UNIT_NONE);
      for (size_t i = 0; i < n; i++)
        pe_money_sum_add (&sum, &peek_line (self, group[i])->months[month]);
      done = pe_rolling_check (self->rolling, pe_money_sum_get (&sum, &months[month], NULL));
      pe_money_sum_clear (&sum);
    }
  return done;
}

static gboolean
push_line (budgets *self, const pe_budget_line *line)
{
  pe_error *error = NULL;

  if (pe_budget_builder_add_many (self->builder, line, 1, &error) == PE_OK)
    return TRUE;
  pe_collector_take_error (&self->rolling->collector, error, NULL);
  return FALSE;
}

static gboolean
add_line (budgets *self, const size_t *group, size_t n)
{
  const pe_merge_member *first = pe_vector_at (&self->members, const pe_merge_member, group[0]);
  pe_figure              months[PE_BUDGET_N_MONTHS];
  pe_budget_line         line;

  pe_budget_line_init (&line, sizeof line);
  line.category = first->category;
  line.name = first->name;
  line.complete = is_complete (self, group, n);
  if (first->above != G_MAXSIZE)
    line.parent = pe_vector_at (&self->members, const pe_merge_member, first->above)->merged;
  keep_common (self, group, n, &line);
  for (pe_amount amount = PE_AMOUNT_INITIAL; amount <= PE_AMOUNT_SURPLUS; amount++)
    if (!sum_amount (self, group, n, amount, (pe_figure *) pe_budget_line_get (&line, amount)))
      return FALSE;
  if (!sum_months (self, group, n, months, &line.n_months))
    return FALSE;
  line.months = line.n_months > 0 ? months : NULL;
  return push_line (self, &line);
}

static gboolean
add_lines (budgets *self)
{
  size_t  *order = NULL;
  gboolean done = pe_rolling_check (self->rolling, pe_merge_tree (&self->members, &order));

  for (size_t i = 0, end; done && i < self->members.size; i = end)
    {
      const pe_merge_member *list = self->members.data;

      for (end = i + 1; end < self->members.size && list[order[end]].merged == list[order[i]].merged; end++)
        ;
      done = add_line (self, order + i, end - i);
    }
  g_free (order);
  return done;
}

static gboolean
sum_three_public (budgets *self, pe_three_public item, pe_amount amount, pe_figure *out, gboolean *is_given)
{
  pe_money_sum sum;
  gboolean     done = TRUE;

  pe_money_sum_init (&sum, PE_UNIT_NONE);
  for (size_t i = 0; i < pe_rolling_get_n_units (self->rolling) && done; i++)
    {
      pe_figure figure;

      done = pe_rolling_check (
          self->rolling, pe_budget_compute_three_public (&figure, peek_budget (self, i), item, amount, NULL));
      if (done)
        pe_money_sum_add (&sum, &figure);
    }
  done = done && pe_rolling_check (self->rolling, pe_money_sum_get (&sum, out, NULL));
  *is_given |= done && out->state != PE_STATE_MISSING;
  pe_money_sum_clear (&sum);
  return done;
}

/* Takes what a builder of a part answered; both are freed. */
static gboolean
take (pe_rolling *self, gboolean of_prior, pe_status status, pe_findings *findings, pe_error *error)
{
  if (status != PE_OK && findings != NULL)
    pe_collector_add_below (&self->collector, findings, of_prior ? "/prior" : NULL);
  else if (status != PE_OK)
    {
      pe_collector_take_error (&self->collector, error, NULL);
      error = NULL;
    }
  pe_findings_unref (findings);
  pe_error_unref (error);
  return status == PE_OK;
}

/* The parts of 三公经费 that every unit states or that can be derived. */
static gboolean
add_three_public (budgets *self)
{
  gboolean done = TRUE;

  for (pe_three_public item = PE_THREE_PUBLIC_TOTAL; item <= PE_THREE_PUBLIC_RECEPTION && done; item++)
    {
      pe_three_public_line line;
      gboolean             is_given = FALSE;
      pe_error            *error = NULL;

      pe_three_public_line_init (&line, sizeof line);
      line.item = item;
      for (pe_amount amount = PE_AMOUNT_INITIAL; amount <= PE_AMOUNT_EXECUTED && done; amount++)
        done = sum_three_public (self, item, amount, (pe_figure *) pe_three_public_line_get (&line, amount), &is_given);
      if (done && is_given && pe_budget_builder_add_three_public (self->builder, &line, 1, &error) != PE_OK)
        {
          pe_collector_take_error (&self->rolling->collector, error, NULL);
          done = FALSE;
        }
    }
  return done;
}

static void
build_budget (budgets *self, pe_dossier_builder *out)
{
  pe_budget   *budget = NULL;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;
  pe_status    status = pe_budget_builder_build (&budget, self->builder, &findings, &error);

  if (!take (self->rolling, self->of_prior, status, findings, error))
    return;
  (void) pe_dossier_builder_set_budget (out, budget, NULL);
  pe_budget_unref (budget);
}

void
pe_merge_budget (pe_rolling *rolling, gboolean of_prior, pe_dossier_builder *builder)
{
  budgets  self = { rolling, of_prior, PE_VECTOR_INIT (pe_merge_member), NULL };
  gboolean done;

  if (!all_have (rolling, of_prior, "budget", get_budget))
    return;
  done = pe_rolling_check (rolling, pe_budget_builder_new (&self.builder, NULL, NULL));
  for (size_t i = 0; done && i < pe_rolling_get_n_units (rolling); i++)
    done = pe_rolling_check (rolling, add_lines_of (&self, i));
  if (done && add_lines (&self) && add_three_public (&self))
    build_budget (&self, builder);
  pe_vector_clear (&self.members);
  pe_budget_builder_free (self.builder);
}

/* Procurement */

static const void *
get_procurement (const pe_dossier *dossier)
{
  return pe_dossier_get_procurement (dossier);
}

static const pe_procurement *
peek_procurement (const pe_rolling *self, size_t unit, gboolean of_prior)
{
  return pe_dossier_get_procurement (get_source (self, unit, of_prior));
}

/* TRUE where the records of every unit say what its totals are: then those of all do. */
static gboolean
all_have_records (const pe_rolling *self, gboolean of_prior)
{
  for (size_t i = 0; i < pe_rolling_get_n_units (self); i++)
    if (pe_procurement_get_n_records (peek_procurement (self, i, of_prior)) == 0)
      return FALSE;
  return TRUE;
}

static pe_status
add_records (const pe_rolling *self, gboolean of_prior, pe_procurement_builder *builder, pe_error **error)
{
  pe_status status = PE_OK;

  for (size_t i = 0; i < pe_rolling_get_n_units (self); i++)
    {
      const pe_procurement *procurement = peek_procurement (self, i, of_prior);

      for (size_t j = 0; status == PE_OK && j < pe_procurement_get_n_records (procurement); j++)
        {
          pe_procurement_record record = *pe_procurement_peek_record (procurement, j);

          record.struct_size = sizeof record;
          status = pe_procurement_builder_add_many (builder, &record, 1, error);
        }
    }
  return status;
}

/* The payments of a unit, whose records begin behind so many others. */
static pe_status
add_payments (const pe_procurement *procurement, size_t n_before, pe_procurement_builder *builder, pe_error **error)
{
  pe_payment payment;
  pe_status  status = PE_OK;

  pe_payment_init (&payment, sizeof payment);
  for (size_t i = 0; status == PE_OK && i < pe_procurement_get_n_payments (procurement); i++)
    {
      status = pe_procurement_get_payment (&payment, procurement, i, error);
      if (status != PE_OK)
        break;
      payment.record += (uint32_t) n_before; /* beyond 2^32 records the builder has refused them */
      status = pe_procurement_builder_add_payments (builder, &payment, 1, error);
    }
  return status;
}

static pe_status
add_all_payments (const pe_rolling *self, gboolean of_prior, pe_procurement_builder *builder, pe_error **error)
{
  size_t    n_before = 0;
  pe_status status = PE_OK;

  for (size_t i = 0; status == PE_OK && i < pe_rolling_get_n_units (self); i++)
    {
      const pe_procurement *procurement = peek_procurement (self, i, of_prior);

      status = add_payments (procurement, n_before, builder, error);
      n_before += pe_procurement_get_n_records (procurement);
    }
  return status;
}

static pe_status
sum_total (const pe_rolling *self, gboolean of_prior, pe_procurement_total total, pe_figure *out, pe_error **error)
{
  pe_money_sum sum;
  pe_figure    figure;
  pe_status    status = PE_OK;

  pe_money_sum_init (&sum, PE_UNIT_NONE);
  for (size_t i = 0; status == PE_OK && i < pe_rolling_get_n_units (self); i++)
    {
      status = pe_procurement_compute_total (&figure, peek_procurement (self, i, of_prior), total, error);
      if (status == PE_OK)
        pe_money_sum_add (&sum, &figure);
    }
  if (status == PE_OK)
    status = pe_money_sum_get (&sum, out, error);
  pe_money_sum_clear (&sum);
  return status;
}

static pe_status
add_summary (const pe_rolling *self, gboolean of_prior, pe_procurement_builder *builder, pe_error **error)
{
  pe_procurement_summary summary;
  pe_status              status;

  pe_procurement_summary_init (&summary, sizeof summary);
  status = sum_total (self, of_prior, PE_PROCUREMENT_BUDGET, &summary.budget, error);
  if (status == PE_OK)
    status = sum_total (self, of_prior, PE_PROCUREMENT_RESERVED_FOR_SME, &summary.reserved_for_sme, error);
  if (status == PE_OK)
    status = sum_total (self, of_prior, PE_PROCUREMENT_CONTRACTS, &summary.contracts, error);
  if (status == PE_OK)
    status = sum_total (self, of_prior, PE_PROCUREMENT_SME_CONTRACTS, &summary.sme_contracts, error);
  return status == PE_OK ? pe_procurement_builder_set_summary (builder, &summary, error) : status;
}

static void
report_records (pe_rolling *self, gboolean of_prior)
{
  for (size_t i = 0; i < pe_rolling_get_n_units (self); i++)
    if (pe_procurement_get_n_records (peek_procurement (self, i, of_prior)) > 0)
      pe_rolling_add (self, PE_NOTE_NOT_MERGED, i, of_prior ? "/prior/procurement/records" : "/procurement/records",
                      "name", "records", NULL);
}

void
pe_merge_procurement (pe_rolling *self, gboolean of_prior, pe_dossier_builder *out)
{
  pe_procurement_builder *builder = NULL;
  pe_procurement         *procurement = NULL;
  pe_findings            *findings = NULL;
  pe_error               *error = NULL;
  pe_status               status;

  if (!all_have (self, of_prior, "procurement", get_procurement))
    return;
  status = pe_procurement_builder_new (&builder, NULL, &error);
  if (status == PE_OK && all_have_records (self, of_prior))
    {
      status = add_records (self, of_prior, builder, &error);
      if (status == PE_OK)
        status = add_all_payments (self, of_prior, builder, &error);
      if (status == PE_OK)
        status = add_summary (self, of_prior, builder, &error);
    }
  else if (status == PE_OK)
    {
      report_records (self, of_prior);
      status = add_summary (self, of_prior, builder, &error);
    }
  if (status == PE_OK)
    status = pe_procurement_builder_build (&procurement, builder, &findings, &error);
  pe_procurement_builder_free (builder);
  if (!take (self, of_prior, status, findings, error))
    return;
  (void) pe_dossier_builder_set_procurement (out, procurement, NULL);
  pe_procurement_unref (procurement);
}
