/* random-columns.c - columns for a plan made up of one number, and the dossier that each unit of them would have
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "pairs.h"

#include <string.h>

static const char *const words[] = { "achieved", "partial", "missed", "x", "y", "有", "2023-05-01", "bogus" };

/* Columns */

static void
set_unit (const random_scheme *scheme, const pe_batch_input *input, pe_batch_column *column, dice *roll)
{
  static const pe_unit units[][2]
      = { [FIGURES_BARE] = { PE_UNIT_NONE, PE_UNIT_NONE },
          [FIGURES_MONEY] = { PE_UNIT_YUAN, PE_UNIT_WAN_YUAN },
          [FIGURES_PERCENT] = { PE_UNIT_PERCENT, PE_UNIT_PERMILLE },
          [FIGURES_COUNT] = { PE_UNIT_COUNT, PE_UNIT_COUNT } };

  column->unit = input->unit;
  column->scale = (int32_t) dice_below (roll, 4);
  if (input->type != PE_BATCH_INPUT_NUMBER)
    column->scale = 0;
  else if (input->kind == PE_BATCH_INPUT_FACT && input->unit == PE_UNIT_NONE)
    column->unit = units[scheme->figures[input->indicator]][dice_below (roll, 2)];
  else if (input->kind == PE_BATCH_INPUT_AMOUNT)
    column->unit = dice_strikes (roll, 50) ? PE_UNIT_YUAN : PE_UNIT_WAN_YUAN;
  if (column->unit == PE_UNIT_COUNT)
    column->scale = 0;
}

/* Round numbers are where ties are. */
static int64_t
roll_amount (dice *roll)
{
  static const int64_t powers[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };
  const int64_t        power = powers[dice_below (roll, G_N_ELEMENTS (powers))];
  int64_t              edge;

  switch (dice_below (roll, 8))
    {
    case 0:
      return 0;
    case 1:
    case 2:
      return (int64_t) (1 + dice_below (roll, 20)) * power;
    case 3:
      edge = (int64_t) (1 + dice_below (roll, 20)) * power;
      return edge - 1 + (int64_t) dice_below (roll, 3);
    case 4:
      return (int64_t) dice_below (roll, (uint64_t) power * 10);
    case 5:
      return dice_strikes (roll, 10) ? (int64_t) (dice_roll (roll) >> 1) : (int64_t) dice_below (roll, 130);
    default:
      return (int64_t) dice_below (roll, 200);
    }
}

static int64_t
roll_number (const pe_batch_input *input, dice *roll)
{
  if (input->type == PE_BATCH_INPUT_TEXT)
    return (int64_t) dice_below (roll, G_N_ELEMENTS (words));
  if (input->type == PE_BATCH_INPUT_TRUTH)
    return input->kind == PE_BATCH_INPUT_FACT ? (int64_t) dice_below (roll, 2) : dice_strikes (roll, 10);
  if (input->kind == PE_BATCH_INPUT_POINTS)
    return (int64_t) dice_below (roll, dice_strikes (roll, 95) ? 200 : 3000);
  if (input->kind == PE_BATCH_INPUT_BONUS || input->kind == PE_BATCH_INPUT_DEDUCTION)
    return dice_strikes (roll, 80) ? 0 : (int64_t) dice_below (roll, 500);
  if (input->unit == PE_UNIT_COUNT)
    return dice_strikes (roll, 70) ? 0 : (int64_t) dice_below (roll, 12) - 1;
  if (input->kind == PE_BATCH_INPUT_FACT && dice_strikes (roll, 2))
    return -roll_amount (roll);
  return roll_amount (roll);
}

static uint8_t
roll_state (const pe_batch_input *input, dice *roll)
{
  if (input->kind != PE_BATCH_INPUT_FACT && input->kind != PE_BATCH_INPUT_AMOUNT)
    return dice_strikes (roll, 90) ? PE_STATE_VALUE : PE_STATE_MISSING;
  if (dice_strikes (roll, 94))
    return PE_STATE_VALUE;
  if (input->kind == PE_BATCH_INPUT_FACT && dice_strikes (roll, 20))
    return PE_STATE_TEXT;
  return dice_strikes (roll, 50) ? PE_STATE_MISSING : PE_STATE_NOT_APPLICABLE;
}

static void
fill (random_columns *self, size_t index, dice *roll)
{
  const pe_batch_input *input = &self->inputs[index];
  pe_batch_column      *column = &self->columns[index];
  const gboolean        by_states = dice_strikes (roll, 50);

  self->numbers[index] = g_new0 (int64_t, self->n_units + 1);
  self->validity[index] = g_new0 (uint8_t, self->n_units / 8 + 2);
  self->states[index] = g_new0 (uint8_t, self->n_units + 1);
  for (size_t i = 0; i < self->n_units; i++)
    {
      uint8_t *state = &self->states[index][i];

      self->numbers[index][i] = roll_number (input, roll);
      *state = roll_state (input, roll);
      /* A validity bitmap knows two states. */
      if (!by_states && *state != PE_STATE_VALUE)
        *state = PE_STATE_MISSING;
      if (*state == PE_STATE_TEXT)
        self->numbers[index][i] = (int64_t) dice_below (roll, G_N_ELEMENTS (words));
      if (*state == PE_STATE_VALUE)
        self->validity[index][i / 8] |= (uint8_t) (1 << (i % 8));
    }
  column->values = self->numbers[index];
  if (by_states)
    column->states = self->states[index];
  else
    column->validity = self->validity[index];
  column->words = words;
  column->n_words = G_N_ELEMENTS (words);
}

void
random_columns_init (random_columns *self, const random_scheme *scheme, const pe_batch_plan *plan, size_t n, dice *roll)
{
  memset (self, 0, sizeof *self);
  self->n_units = n;
  self->n_inputs = pe_batch_plan_get_n_inputs (plan);
  assert_true (self->n_inputs <= MOST_INPUTS);
  for (size_t i = 0; i < self->n_inputs; i++)
    {
      pe_batch_input_init (&self->inputs[i], sizeof self->inputs[i]);
      assert_int_equal (pe_batch_plan_get_input (&self->inputs[i], plan, i, NULL), PE_OK);
      pe_batch_column_init (&self->columns[i], sizeof self->columns[i]);
      self->columns[i].type = PE_BATCH_INT64;
      set_unit (scheme, &self->inputs[i], &self->columns[i], roll);
      fill (self, i, roll);
    }
}

void
random_columns_clear (random_columns *self)
{
  for (size_t i = 0; i < self->n_inputs; i++)
    {
      g_free (self->numbers[i]);
      g_free (self->validity[i]);
      g_free (self->states[i]);
    }
}

/* Dossiers */

static pe_figure
get_figure (const random_columns *self, size_t input, size_t unit)
{
  const pe_batch_column *column = &self->columns[input];
  pe_figure              out = { { 0, 0, 0 }, self->states[input][unit], PE_UNIT_NONE };

  if (out.state == PE_STATE_VALUE && self->inputs[input].type == PE_BATCH_INPUT_TEXT)
    out.state = PE_STATE_TEXT;
  if (out.state == PE_STATE_VALUE)
    {
      out.value = (pe_decimal) { self->numbers[input][unit], column->scale, 0 };
      out.unit = column->unit;
    }
  return out;
}

static const char *
find_code (const pe_batch_input *input, char *room, size_t size)
{
  const char *slash = strchr (input->path, '/');

  g_strlcpy (room, input->path, MIN (size, (size_t) (slash - input->path) + 1));
  return room;
}

static void
add_fact (pe_dossier_builder *builder, const random_columns *self, size_t input, size_t unit)
{
  char    code[32];
  pe_fact fact;

  pe_fact_init (&fact, sizeof fact);
  fact.indicator = find_code (&self->inputs[input], code, sizeof code);
  fact.name = self->inputs[input].name;
  fact.figure = get_figure (self, input, unit);
  if (fact.figure.state == PE_STATE_TEXT)
    fact.text = words[self->numbers[input][unit]];
  assert_int_equal (pe_dossier_builder_add_facts (builder, &fact, 1, NULL), PE_OK);
}

static void
add_declared (pe_dossier_builder *builder, const random_columns *self, size_t input, size_t unit)
{
  char              code[32];
  pe_declared_score declared;

  if (self->states[input][unit] != PE_STATE_VALUE)
    return;
  pe_declared_score_init (&declared, sizeof declared);
  declared.indicator = find_code (&self->inputs[input], code, sizeof code);
  declared.scorer = PE_SCORER_SELF;
  declared.score = (pe_decimal) { self->numbers[input][unit], self->columns[input].scale, 0 };
  declared.evidence = "表";
  declared.reason = "因";
  assert_int_equal (pe_dossier_builder_add_declared_scores (builder, &declared, 1, NULL), PE_OK);
}

static void
add_adjustment (pe_dossier_builder *builder, const random_columns *self, size_t input, size_t unit)
{
  char          code[32];
  pe_adjustment bonus;

  if (self->states[input][unit] != PE_STATE_VALUE || self->numbers[input][unit] == 0)
    return;
  pe_adjustment_init (&bonus, sizeof bonus);
  bonus.kind = PE_ADJUSTMENT_BONUS;
  if (self->inputs[input].kind == PE_BATCH_INPUT_DEDUCTION)
    {
      bonus.kind = PE_ADJUSTMENT_DEDUCTION;
      bonus.indicator = find_code (&self->inputs[input], code, sizeof code);
    }
  bonus.scorer = PE_SCORER_SELF;
  bonus.reason = bonus.evidence = "表";
  bonus.points = (pe_decimal) { self->numbers[input][unit], self->columns[input].scale, 0 };
  assert_int_equal (pe_dossier_builder_add_adjustments (builder, &bonus, 1, NULL), PE_OK);
}

/* Why a result lies far above its target: any text will do. */
static void
add_reason (pe_dossier_builder *builder, const random_columns *self, size_t input, size_t unit)
{
  char    code[32];
  pe_fact fact;

  if (self->states[input][unit] != PE_STATE_VALUE || self->numbers[input][unit] == 0)
    return;
  pe_fact_init (&fact, sizeof fact);
  fact.indicator = find_code (&self->inputs[input], code, sizeof code);
  fact.name = "over_achievement_reason";
  fact.text = "因";
  fact.figure.state = PE_STATE_TEXT;
  assert_int_equal (pe_dossier_builder_add_facts (builder, &fact, 1, NULL), PE_OK);
}

static void
add_event (pe_dossier_builder *builder, const random_columns *self, size_t input, size_t unit)
{
  pe_event event;

  if (self->states[input][unit] != PE_STATE_VALUE || self->numbers[input][unit] == 0)
    return;
  pe_event_init (&event, sizeof event);
  event.veto = self->inputs[input].name;
  event.evidence = "文";
  assert_int_equal (pe_dossier_builder_add_events (builder, &event, 1, NULL), PE_OK);
}

/* The amounts of the whole budget, and the totals of procurement. */
static void
set_amounts (pe_dossier_builder *builder, const random_columns *self, size_t unit)
{
  static const char *const names[] = { "budget.initial", "budget.adjusted", "budget.executed", "procurement.contracts",
                                       "procurement.sme_contracts" };
  pe_figure                amounts[G_N_ELEMENTS (names)] = { { { 0, 0, 0 }, 0, 0 } };
  pe_budget_line           line;
  pe_procurement_summary   summary;
  pe_budget_builder       *budget_builder = NULL;
  pe_budget               *budget = NULL;
  pe_procurement_builder  *procurement_builder = NULL;
  pe_procurement          *procurement = NULL;

  for (size_t i = 0; i < self->n_inputs; i++)
    for (size_t k = 0; k < G_N_ELEMENTS (names); k++)
      if (strcmp (self->inputs[i].path, names[k]) == 0)
        amounts[k] = get_figure (self, i, unit);
  pe_budget_line_init (&line, sizeof line);
  line.name = "全年预算";
  line.category = PE_BUDGET_TOTAL;
  line.initial = amounts[0];
  line.adjusted = amounts[1];
  line.executed = amounts[2];
  assert_int_equal (pe_budget_builder_new (&budget_builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_add_many (budget_builder, &line, 1, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_build (&budget, budget_builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_budget (builder, budget, NULL), PE_OK);
  pe_procurement_summary_init (&summary, sizeof summary);
  summary.contracts = amounts[3];
  summary.sme_contracts = amounts[4];
  assert_int_equal (pe_procurement_builder_new (&procurement_builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_set_summary (procurement_builder, &summary, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_build (&procurement, procurement_builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_procurement (builder, procurement, NULL), PE_OK);
  pe_budget_unref (budget);
  pe_budget_builder_free (budget_builder);
  pe_procurement_unref (procurement);
  pe_procurement_builder_free (procurement_builder);
}

pe_dossier *
random_columns_build_dossier (const random_columns *self, size_t unit)
{
  pe_dossier_head     head;
  pe_dossier_builder *builder = NULL;
  pe_dossier         *dossier = NULL;

  pe_dossier_head_init (&head, sizeof head);
  head.unit_name = "某局";
  head.fiscal_year = 2023;
  head.kind = PE_KIND_DEPARTMENT;
  assert_int_equal (pe_dossier_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_head (builder, &head, NULL), PE_OK);
  set_amounts (builder, self, unit);
  for (size_t i = 0; i < self->n_inputs; i++)
    switch (self->inputs[i].kind)
      {
      case PE_BATCH_INPUT_FACT:
        add_fact (builder, self, i, unit);
        break;
      case PE_BATCH_INPUT_POINTS:
        add_declared (builder, self, i, unit);
        break;
      case PE_BATCH_INPUT_BONUS:
      case PE_BATCH_INPUT_DEDUCTION:
        add_adjustment (builder, self, i, unit);
        break;
      case PE_BATCH_INPUT_REASON:
        add_reason (builder, self, i, unit);
        break;
      case PE_BATCH_INPUT_VETO:
        add_event (builder, self, i, unit);
        break;
      default:
        break;
      }
  assert_int_equal (pe_dossier_builder_build (&dossier, builder, NULL, NULL), PE_OK);
  pe_dossier_builder_free (builder);
  return dossier;
}
