/* block-total.c - sums, totals and grades of a block of units, and the units that are scored by themselves
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "run-private.h"

#include <string.h>

/* Rounding of sums, which are not below 0 */

static int64_t
round_number (int64_t number, int64_t divisor, pe_rounding rounding)
{
  const int64_t whole = number / divisor, rest = number % divisor;
  const int     half = (rest > divisor - rest) - (rest < divisor - rest);

  if (rest == 0)
    return number;
  return (whole + (pe_rounding_is_away (rounding, FALSE, (whole & 1) != 0, half) ? 1 : 0)) * divisor;
}

static void
round_numbers (const int64_t *numbers, size_t n, int64_t divisor, pe_rounding rounding, int64_t *out)
{
  if (divisor == 1)
    memcpy (out, numbers, n * sizeof *out);
  else
    for (size_t i = 0; i < n; i++)
      out[i] = round_number (numbers[i], divisor, rounding);
}

/* Groups */

static void
add_to_parent (pe_room *self, uint32_t parent, const int64_t *points)
{
  int64_t *sums = self->sums[parent];

  if (!self->has_sum[parent])
    memcpy (sums, points, self->n * sizeof *sums);
  else
    for (size_t i = 0; i < self->n; i++)
      sums[i] += points[i];
  self->has_sum[parent] = TRUE;
}

static void
finish_group (pe_room *self, size_t node)
{
  const pe_run *run = self->run;
  int64_t      *points = pe_room_get_points (self, node);
  uint8_t      *states = pe_room_get_states (self, node);

  if (!self->has_sum[node])
    memset (self->sums[node], 0, self->n * sizeof *points);
  round_numbers (self->sums[node], self->n, run->group_divisor, run->plan->contract->subtotal_rounding, points);
  if (states != NULL)
    memset (states, PE_STATE_VALUE, self->n);
  add_to_parent (self, run->plan->parents[node], points);
}

/* Totals */

/* Grades stand in descending order: the index is the number of cut-offs that are above the total. */
static void
find_grades (pe_room *self, const int64_t *totals)
{
  const pe_run *run = self->run;
  const int32_t none = (int32_t) run->n_grades;

  memset (self->grades, 0, self->n * sizeof *self->grades);
  for (size_t k = 0; k < run->n_grades; k++)
    {
      const int64_t from = run->grade_from[k];

      for (size_t i = 0; i < self->n; i++)
        self->grades[i] += totals[i] < from ? 1 : 0;
    }
  for (size_t i = 0; i < self->n; i++)
    self->grades[i] = self->grades[i] == none ? -1 : self->grades[i];
}

static void
finish_total (pe_room *self)
{
  const pe_run               *run = self->run;
  const pe_rounding_contract *contract = run->plan->contract;
  int64_t                    *points = pe_room_get_points (self, 0);
  uint8_t                    *states = pe_room_get_states (self, 0);

  if (!self->has_sum[0])
    memset (self->sums[0], 0, self->n * sizeof *points);
  round_numbers (self->sums[0], self->n, run->total_divisor, contract->total_rounding, points);
  find_grades (self, contract->rank_on == PE_RANK_ON_EXACT ? self->sums[0] : points);
  if (states != NULL)
    memset (states, PE_STATE_VALUE, self->n);
  memset (self->statuses, 0, self->n * sizeof *self->statuses);
  self->n_scored += self->n;
}

/* Units without some of their leaves */

static int
compare (pe_uint128 a, pe_uint128 b)
{
  return (a > b) - (a < b);
}

static int32_t
find_grade (const pe_run *run, pe_uint128 numerator, pe_uint128 denominator)
{
  for (size_t i = 0; i < run->n_grades; i++)
    {
      const int64_t from = run->grade_from[i];

      /* The cut-off was rounded up to whole points of the plan; one that was not whole needs the closer look. */
      if (from <= 0 || numerator / denominator >= (pe_uint128) from)
        return (int32_t) i;
    }
  return -1;
}

/* Total = sum × W / (W - dropped), rounded by the contract, in whole numbers. FALSE when only rationals can tell. */
static gboolean
rescale (pe_room *self, size_t lane)
{
  const pe_run               *run = self->run;
  const pe_rounding_contract *contract = run->plan->contract;
  const int64_t               marks = run->binding.marks, left = marks - self->dropped[lane];
  pe_uint128                  numerator, denominator, whole, rest;
  int64_t                     total;

  if (contract->total_rounding == 0 || contract->rank_on == PE_RANK_ON_EXACT || marks <= 0 || left <= 0
      || self->sums[0][lane] < 0)
    return FALSE;
  /* 60 bits by 62, and 62 by 60: see marks_fit() and pe_scale_number(). */
  numerator = (pe_uint128) self->sums[0][lane] * (uint64_t) marks;
  denominator = (pe_uint128) left * (uint64_t) run->total_divisor;
  whole = numerator / denominator;
  rest = numerator % denominator;
  if (rest != 0
      && pe_rounding_is_away (contract->total_rounding, FALSE, (whole & 1) != 0, compare (rest, denominator - rest)))
    whole++;
  total = (int64_t) whole * run->total_divisor;
  pe_room_get_points (self, 0)[lane] = total;
  self->grades[lane] = find_grade (run, (pe_uint128) total, 1);
  return TRUE;
}

/* Units that are scored by themselves */

static void
write_unit (pe_room *self, size_t lane)
{
  const pe_batch_plan *plan = self->run->plan;
  pe_single           *unit = &self->unit;
  size_t               leaf = 0;

  for (size_t i = 0; i < plan->n_nodes; i++)
    {
      const gboolean is_leaf = pe_plan_get_level (plan, i) == PE_LEVEL_LEAF;
      int64_t       *points = plan->has_points[pe_plan_get_level (plan, i)] ? pe_room_get_points (self, i) : NULL;
      uint8_t       *states = pe_room_get_states (self, i);
      pe_state       state = unit->status == PE_OK ? PE_STATE_VALUE : PE_STATE_INVALID;

      if (is_leaf)
        state = unit->leaves[leaf++].state;
      if (states != NULL)
        states[lane] = (uint8_t) state;
      if (points != NULL && !pe_single_get_points (unit, i, &points[lane]))
        points[lane] = 0;
    }
  self->grades[lane] = unit->grade;
  self->statuses[lane] = unit->status;
}

/* Points that a finer deduction or bonus made finer than the plan's scale have no place in a column. */
static gboolean
fits_columns (const pe_single *unit)
{
  for (size_t i = 0; i < unit->plan->n_nodes; i++)
    {
      int64_t points;

      if (unit->plan->has_points[pe_plan_get_level (unit->plan, i)] && !pe_single_get_points (unit, i, &points))
        return FALSE;
    }
  return TRUE;
}

static pe_status
score_unit (pe_room *self, size_t lane)
{
  self->unit.index = self->first + lane;
  self->n_exact += self->run->plan->leaves.size;
  if (pe_single_score (&self->unit) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  if (self->unit.status == PE_OK && !fits_columns (&self->unit))
    {
      self->unit.status = PE_ERROR_BATCH_SCALE;
      pe_single_clear_sums (&self->unit);
    }
  write_unit (self, lane);
  self->n_scored -= self->unit.status != PE_OK ? 1 : 0;
  self->n_big += self->unit.is_big ? 1 : 0;
  return PE_OK;
}

/* The block */

static void
find_adjusted (pe_room *self, uint32_t input)
{
  const pe_column *column = &self->run->columns[input];

  for (size_t i = 0; pe_column_is_given (column) && i < self->n; i++)
    if (pe_column_get_state (column, self->first + i) == PE_STATE_VALUE
        && pe_column_get_number (column, self->first + i) != 0)
      {
        self->flags[i] |= PE_UNIT_IS_SLOW;
        self->has_slow = TRUE;
      }
}

/* An amount that is negative, which no rule may make a figure of: its unit is refused. */
static void
find_negative (pe_room *self, uint32_t input)
{
  const pe_column *column = &self->run->columns[input];
  int64_t         *numbers = self->spare;
  int64_t          signs = 0;

  if (!pe_column_is_given (column))
    return;
  pe_column_copy_numbers (column, self->first, self->n, numbers);
  for (size_t i = 0; i < self->n; i++)
    signs |= numbers[i];
  for (size_t i = 0; signs < 0 && i < self->n; i++)
    if (numbers[i] < 0 && pe_column_get_state (column, self->first + i) == PE_STATE_VALUE)
      {
        self->flags[i] |= PE_UNIT_IS_SLOW;
        self->has_slow = TRUE;
      }
}

/* Units that are not the sum of their leaves. */
static void
find_special (pe_room *self)
{
  const pe_batch_plan *plan = self->run->plan;

  for (size_t i = 0; i < plan->amounts.size; i++)
    find_negative (self, *pe_vector_at (&plan->amounts, const uint32_t, i));
  if (plan->bonus != PE_PLAN_NONE)
    find_adjusted (self, plan->bonus);
  for (size_t i = plan->first_veto; i < plan->inputs.size; i++)
    find_adjusted (self, (uint32_t) i);
}

static pe_status
finish_single (pe_room *self)
{
  pe_status status = PE_OK;

  if (!self->has_dropped && !self->has_slow)
    return PE_OK;
  for (size_t i = 0; i < self->n && status == PE_OK; i++)
    {
      if (self->flags[i] == 0 || (self->flags[i] == PE_UNIT_IS_DROPPED && rescale (self, i)))
        continue;
      status = score_unit (self, i);
    }
  return status;
}

/* What was gathered in the room goes to the caller. */
static void
hand_over (pe_room *self)
{
  const pe_run *run = self->run;

  for (size_t i = 0; i < run->plan->n_nodes; i++)
    {
      const pe_sink *sink = &run->sinks[i];

      for (size_t k = 0; sink->points != NULL && !sink->is_plain && k < self->n; k++)
        memcpy (sink->points + (int64_t) (self->first + k) * sink->stride, &self->points[i][k], sizeof (int64_t));
    }
  if (run->grades != NULL)
    memcpy (run->grades + self->first, self->grades, self->n * sizeof *run->grades);
  if (run->statuses != NULL)
    memcpy (run->statuses + self->first, self->statuses, self->n * sizeof *run->statuses);
  if (self->summary != NULL)
    for (size_t i = 0; i < run->plan->n_nodes; i++)
      pe_batch_summary_add_node (
          self->summary, i, pe_room_get_points (self, i), pe_room_get_states (self, i), self->statuses, self->n);
  if (self->summary != NULL)
    pe_batch_summary_add_units (self->summary, self->grades, self->statuses, self->n);
}

/* FALSE for a leaf that has to be scored. */
static gboolean
keep_leaf (pe_room *self, uint32_t node)
{
  if (self->kept == NULL || self->kept[node] == 0)
    return FALSE;
  add_to_parent (self, self->run->plan->parents[node], pe_room_get_points (self, node));
  return TRUE;
}

static pe_status
score_leaves (pe_room *self)
{
  const pe_batch_plan *plan = self->run->plan;
  pe_status            status = PE_OK;

  memset (self->has_sum, 0, plan->n_nodes * sizeof *self->has_sum);
  for (size_t i = 0; i < plan->leaves.size && status == PE_OK; i++)
    if (!keep_leaf (self, pe_plan_leaf_at (plan, i)->node))
      status = pe_room_score_leaf (self, i);
  /* What is no leaf has sums. */
  for (size_t i = plan->n_nodes; i-- > 1 && status == PE_OK;)
    if (self->sums[i] != NULL)
      finish_group (self, i);
  if (status == PE_OK)
    finish_total (self);
  return status;
}

/* No leaf has points that fit a column, or the steps of all formulas are counted: each unit is scored as a whole. */
static void
leave_to_units (pe_room *self)
{
  memset (self->flags, PE_UNIT_IS_SLOW, self->n);
  self->has_slow = TRUE;
  self->n_scored += self->n;
}

pe_status
pe_room_score (pe_room *self, uint64_t first, size_t n)
{
  const pe_batch_plan *plan = self->run->plan;
  pe_status            status = PE_OK;

  if (self->has_dropped)
    memset (self->dropped, 0, self->n * sizeof *self->dropped);
  if (self->has_dropped || self->has_slow)
    memset (self->flags, 0, self->n);
  self->first = first;
  self->n = n;
  self->has_dropped = self->has_slow = FALSE;
  if (plan->has_points[PE_LEVEL_LEAF] && !plan->shares_steps)
    status = score_leaves (self);
  else
    leave_to_units (self);
  find_special (self);
  if (status == PE_OK)
    status = finish_single (self);
  if (status == PE_OK)
    hand_over (self);
  return status;
}
