/* measure.c - the catalogue of measures and their derivation
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "measure-private.h"

#include <string.h>

#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "budget-private.h"
#include "money-private.h"
#include "procurement-table-private.h"

/* One part of a measure: an amount of a budget category, the change between two, or a total over procurement. */
typedef struct measure_part
{
  pe_budget_category   category; /* 0 when it is no budget amount */
  pe_amount            amount;
  pe_amount            less;  /* 0, or an amount to take away */
  pe_procurement_total total; /* 0 when it is no procurement total */
} measure_part;

typedef struct measure
{
  const char  *id;
  const char  *name_zh;
  const char  *name_en;
  const char  *definition_zh;
  const char  *definition_en;
  measure_part numerator;
  measure_part denominator;
} measure;

#define BUDGET(category, amount) { PE_BUDGET_##category, PE_AMOUNT_##amount, 0, 0 }
#define CHANGE(category, amount, less) { PE_BUDGET_##category, PE_AMOUNT_##amount, PE_AMOUNT_##less, 0 }
#define PROCUREMENT(total) { 0, 0, 0, PE_PROCUREMENT_##total }

static const measure measures[] = {
  { "budget.execution_rate", "预算执行率（调整预算）", "Execution rate (adjusted budget)",
    "全年执行数合计÷全年预算数（调整预算数）合计", "total executed ÷ total adjusted budget", BUDGET (TOTAL, EXECUTED),
    BUDGET (TOTAL, ADJUSTED) },
  { "budget.execution_rate_initial", "预算执行率（年初预算）", "Execution rate (initial budget)",
    "全年执行数合计÷年初预算数合计", "total executed ÷ total initial budget", BUDGET (TOTAL, EXECUTED),
    BUDGET (TOTAL, INITIAL) },
  { "budget.basic_execution_rate", "基本支出执行率（调整预算）", "Execution rate of basic spending (adjusted budget)",
    "基本支出全年执行数÷基本支出全年预算数", "basic spending executed ÷ its adjusted budget", BUDGET (BASIC, EXECUTED),
    BUDGET (BASIC, ADJUSTED) },
  { "budget.project_execution_rate", "项目支出执行率（调整预算）",
    "Execution rate of project spending (adjusted budget)", "项目支出全年执行数÷项目支出全年预算数",
    "project spending executed ÷ its adjusted budget", BUDGET (PROJECT, EXECUTED), BUDGET (PROJECT, ADJUSTED) },
  { "budget.adjustment_rate", "预算调整率", "Adjustment rate", "（全年预算数合计－年初预算数合计）÷年初预算数合计",
    "(total adjusted budget − total initial budget) ÷ total initial budget", CHANGE (TOTAL, ADJUSTED, INITIAL),
    BUDGET (TOTAL, INITIAL) },
  { "procurement.sme_reserve_achievement", "预留中小企业份额完成率",
    "Achievement of the reserve for small and medium firms", "面向中小企业采购合同金额÷预留中小企业份额",
    "contracts with small and medium firms ÷ amount reserved for them", PROCUREMENT (SME_CONTRACTS),
    PROCUREMENT (RESERVED_FOR_SME) },
  { "procurement.sme_share", "面向中小企业采购占比", "Share of small and medium firms",
    "面向中小企业采购合同金额÷采购合同金额合计", "contracts with small and medium firms ÷ all contracts",
    PROCUREMENT (SME_CONTRACTS), PROCUREMENT (CONTRACTS) },
};

static const char *const amount_names[] = { "", "initial", "adjusted", "executed" };
static const char *const total_names[] = { "", "budget", "reserved_for_sme", "contracts", "sme_contracts" };

void
pe_measure_value_init (pe_measure_value *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

size_t
pe_measure_get_count (void)
{
  return G_N_ELEMENTS (measures);
}

const char *
pe_measure_get_id (size_t index)
{
  return index < G_N_ELEMENTS (measures) ? measures[index].id : NULL;
}

const char *
pe_measure_get_name (size_t index, pe_language language)
{
  if (index >= G_N_ELEMENTS (measures))
    return NULL;
  return language == PE_LANGUAGE_ZH ? measures[index].name_zh : measures[index].name_en;
}

const char *
pe_measure_get_definition (size_t index, pe_language language)
{
  if (index >= G_N_ELEMENTS (measures))
    return NULL;
  return language == PE_LANGUAGE_ZH ? measures[index].definition_zh : measures[index].definition_en;
}

gboolean
pe_measure_find (const char *id, size_t *index)
{
  size_t i;

  for (i = 0; i < G_N_ELEMENTS (measures); i++)
    if (strcmp (measures[i].id, id) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
pe_measure_is_rate (size_t index)
{
  return index < G_N_ELEMENTS (measures);
}

/* A change lacks its value where the one of its two amounts does that is looked at first. */
static pe_amount
find_lacking (const pe_budget *budget, const measure_part *part)
{
  pe_figure figure;

  if (part->less == 0 || budget == NULL
      || pe_budget_compute_amount (&figure, budget, part->category, part->amount, NULL) != PE_OK
      || figure.state != PE_STATE_VALUE)
    return part->amount;
  return part->less;
}

/* The line's own amount, or the lines that the amount was derived from. */
static void
print_budget_path (const pe_budget *budget, const measure_part *part, gboolean has_value, pe_buffer *out)
{
  const pe_amount amount = has_value ? part->amount : find_lacking (budget, part);
  size_t          index;

  if (budget == NULL || pe_budget_find_category (budget, part->category, &index) == NULL)
    {
      pe_buffer_add_string (out, "/budget/lines");
      return;
    }
  pe_budget_print_path (budget, index, out);
  pe_buffer_add_char (out, '/');
  if (has_value && pe_budget_is_derived (budget, index, amount))
    pe_buffer_add_string (out, "lines");
  else
    pe_buffer_add_string (out, amount_names[amount]);
}

/* The records come first where they have the total: see pe_procurement_compute_total(). */
static void
print_procurement_path (const pe_procurement *procurement, const measure_part *part, pe_buffer *out)
{
  pe_figure total;

  if (procurement != NULL && pe_procurement_total_records (&total, procurement, part->total, NULL) == PE_OK
      && total.state == PE_STATE_VALUE)
    {
      pe_buffer_add_string (out, "/procurement/records");
      return;
    }
  pe_buffer_add_string (out, "/procurement/summary/");
  pe_buffer_add_string (out, total_names[part->total]);
}

/* *out, which has a value, becomes the change from what is less. */
static pe_status
take_away (pe_figure *out, const pe_figure *less, pe_error **error)
{
  pe_money_sum sum;
  pe_status    status;

  pe_money_sum_init (&sum, PE_UNIT_NONE);
  pe_money_sum_add (&sum, out);
  pe_money_sum_subtract (&sum, less);
  status = pe_money_sum_get (&sum, out, error);
  pe_money_sum_clear (&sum);
  return status;
}

static pe_status
derive_budget (pe_figure *out, const pe_budget *budget, const measure_part *part, pe_error **error)
{
  pe_figure less;
  pe_status status = pe_budget_compute_amount (out, budget, part->category, part->amount, error);

  if (status != PE_OK || part->less == 0 || out->state != PE_STATE_VALUE)
    return status;
  status = pe_budget_compute_amount (&less, budget, part->category, part->less, error);
  if (status != PE_OK)
    return status;
  if (less.state == PE_STATE_VALUE)
    return take_away (out, &less, error);
  *out = less;
  return PE_OK;
}

static pe_status
derive_part (pe_figure *out, const measure_part *part, const pe_dossier *dossier, pe_buffer *path, pe_error **error)
{
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  const pe_budget       *budget = pe_dossier_get_budget (dossier);
  const pe_procurement  *procurement = pe_dossier_get_procurement (dossier);
  pe_status              status = PE_OK;

  *out = missing;
  if (part->category != 0 && budget != NULL)
    status = derive_budget (out, budget, part, error);
  else if (part->category == 0 && procurement != NULL)
    status = pe_procurement_compute_total (out, procurement, part->total, error);
  if (path != NULL && part->category != 0)
    print_budget_path (budget, part, out->state == PE_STATE_VALUE, path);
  else if (path != NULL)
    print_procurement_path (procurement, part, path);
  return status;
}

/* A sum that does not fit is there all the same. */
static gboolean
has_amount (const measure_part *part, pe_amount amount, const pe_dossier *dossier)
{
  measure_part single = *part;
  pe_figure    figure;

  single.amount = amount;
  single.less = 0;
  return derive_part (&figure, &single, dossier, NULL, NULL) != PE_OK || figure.state != PE_STATE_MISSING;
}

gboolean
pe_measure_has_any (size_t index, const pe_dossier *dossier)
{
  const measure_part *const parts[] = { &measures[index].numerator, &measures[index].denominator };

  for (size_t i = 0; i < G_N_ELEMENTS (parts); i++)
    if (has_amount (parts[i], parts[i]->amount, dossier)
        || (parts[i]->less != 0 && has_amount (parts[i], parts[i]->less, dossier)))
      return TRUE;
  return FALSE;
}

/* What does not apply hides nothing that is missing. */
static pe_state
state_of (const pe_figure *numerator, const pe_figure *denominator)
{
  if (numerator->state == PE_STATE_MISSING || denominator->state == PE_STATE_MISSING)
    return PE_STATE_MISSING;
  if (numerator->state != PE_STATE_VALUE || denominator->state != PE_STATE_VALUE)
    return PE_STATE_NOT_APPLICABLE;
  return denominator->value.coefficient == 0 ? PE_STATE_ZERO_DENOMINATOR : PE_STATE_VALUE;
}

pe_status
pe_measure_derive_parts (pe_measure_value *out, size_t index, const pe_dossier *dossier, pe_buffer *numerator_path,
                         pe_buffer *denominator_path, pe_error **error)
{
  const measure   *self = &measures[index];
  pe_measure_value value = { sizeof value, 0, { { 0, 0, 0 }, 0, 0 }, { { 0, 0, 0 }, 0, 0 } };
  pe_status        status;

  status = derive_part (&value.numerator, &self->numerator, dossier, numerator_path, error);
  if (status == PE_OK)
    status = derive_part (&value.denominator, &self->denominator, dossier, denominator_path, error);
  if (status != PE_OK)
    return status;
  value.state = state_of (&value.numerator, &value.denominator);
  *out = value;
  return PE_OK;
}

static pe_amount_name
name_amount (const measure_part *part, pe_amount amount)
{
  if (part->category != 0)
    return (pe_amount_name) { FALSE, part->category, amount };
  return (pe_amount_name) { FALSE, 0, part->total };
}

void
pe_measure_get_amounts (size_t index, pe_amount_name out[PE_MEASURE_AMOUNTS])
{
  static const pe_amount_name none = { FALSE, 0, 0 };
  const measure              *self = &measures[index];

  out[0] = name_amount (&self->numerator, self->numerator.amount);
  out[1] = self->numerator.less != 0 ? name_amount (&self->numerator, self->numerator.less) : none;
  out[2] = name_amount (&self->denominator, self->denominator.amount);
}

pe_status
pe_measure_derive_amounts (pe_measure_value *out, size_t index, const pe_figure amounts[PE_MEASURE_AMOUNTS],
                           pe_error **error)
{
  pe_measure_value value = { sizeof value, 0, amounts[0], amounts[2] };
  pe_status        status = PE_OK;

  if (measures[index].numerator.less != 0 && amounts[0].state == PE_STATE_VALUE)
    {
      if (amounts[1].state == PE_STATE_VALUE)
        status = take_away (&value.numerator, &amounts[1], error);
      else
        value.numerator = amounts[1];
    }
  if (status != PE_OK)
    return status;
  value.state = state_of (&value.numerator, &value.denominator);
  *out = value;
  return PE_OK;
}

pe_status
pe_measure_derive (pe_measure_value *out, const char *id, const pe_dossier *dossier, pe_error **error)
{
  pe_measure_value value;
  pe_status        status;
  size_t           index;

  if (out == NULL || id == NULL || dossier == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : id == NULL ? "id" : "dossier", "not NULL");
  if (!pe_measure_find (id, &index))
    return pe_error_set (error, PE_ERROR_MEASURE_UNKNOWN, NULL, "name", id, NULL);
  status = pe_measure_derive_parts (&value, index, dossier, NULL, NULL, error);
  if (status != PE_OK)
    return status;
  return pe_struct_export (out, &value, sizeof value, sizeof value, "out", error);
}
