/* block-leaf.c - one leaf of a block of units: a kernel for all, and a closer look at those that it passes on
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "run-private.h"

#include <string.h>

/* How long the narrower kernel is not tried again. */
#define BLOCKS_BY_FUSED 32

/* A leaf of a block that is being scored. */
typedef struct leaf_block
{
  pe_room             *room;
  const pe_bound_leaf *bound;
  size_t               index;  /* of the leaf */
  int64_t             *points; /* by lane */
  uint8_t             *states; /* by lane; nullable */
  int64_t             *sums;   /* by lane, of the node above */
  const int64_t       *a;      /* the kernel's operands */
  const int64_t       *b;      /* NULL: 1 */
} leaf_block;

/* Operands */

/* The numbers of a column for the block: in place where they can be read there, else in a scratch array. */
static const int64_t *
read_column (pe_room *room, uint32_t input, size_t scratch)
{
  const pe_column *column = &room->run->columns[input];

  if (pe_column_is_plain (column))
    return (const int64_t *) column->given.values + room->first;
  pe_column_copy_numbers (column, room->first, room->n, room->numbers[scratch]);
  return room->numbers[scratch];
}

static const int64_t *
read_operand (pe_room *room, const pe_bound_operand *operand, size_t scratch)
{
  if (operand->input != PE_PLAN_NONE)
    return read_column (room, operand->input, scratch);
  for (size_t i = 0; i < room->n; i++)
    room->numbers[scratch][i] = operand->number;
  return room->numbers[scratch];
}

/* Points that are given, at the places of the leaf; what does not fit becomes less than any. */
static const int64_t *
read_points (pe_room *room, const pe_bound_leaf *bound)
{
  const int64_t *given = read_column (room, bound->a.input, 0);
  const int64_t  most = bound->full;

  if (bound->factor == 1)
    return given;
  for (size_t i = 0; i < room->n; i++)
    room->numbers[0][i] = given[i] < 0 || given[i] > most / bound->factor ? -1 : given[i] * bound->factor;
  return room->numbers[0];
}

/* Which lanes have all their figures */

static gboolean
has_all (const pe_room *room)
{
  const size_t n_words = room->n / 64, rest = room->n % 64;

  for (size_t i = 0; i < n_words; i++)
    if (room->valid[i] != UINT64_MAX)
      return FALSE;
  return rest == 0 || (~room->valid[n_words] & ((UINT64_C (1) << rest) - 1)) == 0;
}

static void
mask_operand (pe_room *room, uint32_t input)
{
  if (input != PE_PLAN_NONE)
    pe_column_mask (&room->run->columns[input], room->first, room->n, room->valid);
}

static gboolean
has_items (const pe_bound_leaf *bound)
{
  return bound->kind == PE_FORM_COUNTS || bound->kind == PE_FORM_TRUTHS;
}

static gboolean
find_valid (const leaf_block *self)
{
  pe_room             *room = self->room;
  const pe_bound_leaf *bound = self->bound;
  const pe_bound_item *items = pe_vector_at (&room->run->binding.items, const pe_bound_item, bound->first_item);

  room->valid[0] = UINT64_MAX;
  if (room->n > 64)
    memset (room->valid, 0xff, (room->n + 63) / 64 * sizeof *room->valid);
  if (!has_items (bound))
    {
      mask_operand (room, bound->a.input);
      mask_operand (room, bound->b.input);
    }
  else
    for (size_t i = 0; i < bound->n_items; i++)
      mask_operand (room, items[i].input);
  return has_all (room);
}

static gboolean
is_valid (const pe_room *room, size_t lane)
{
  return (room->valid[lane / 64] >> (lane % 64) & 1) != 0;
}

/* Kernels */

static gboolean
run_items (leaf_block *self, int64_t *sums, gboolean first)
{
  pe_room             *room = self->room;
  const pe_bound_leaf *bound = self->bound;
  const pe_kernels    *kernels = room->run->plan->kernels;
  const pe_bound_item *items = pe_vector_at (&room->run->binding.items, const pe_bound_item, bound->first_item);
  gboolean             inside = TRUE;

  for (size_t i = 0; i < bound->n_items; i++)
    {
      const pe_turn  ends = PE_TURN_ENDS | (first ? PE_TURN_SETS_SUMS : 0);
      const pe_turn  turn = (i == 0 ? PE_TURN_BEGINS : 0) | (i + 1 == bound->n_items ? ends : 0);
      const int64_t *numbers = read_column (room, items[i].input, 0);
      const gboolean well
          = bound->kind == PE_FORM_COUNTS
                ? kernels->violation (&bound->counts, &items[i].violation, numbers, room->n, self->points, sums, turn)
                : kernels->truth (items[i].gain, numbers, room->n, self->points, sums, turn);

      inside = inside && well;
    }
  return inside;
}

static void
add_lanes (const int64_t *restrict points, size_t n, int64_t *restrict sums, gboolean first)
{
  for (size_t i = 0; i < n; i++)
    sums[i] = (int64_t) ((uint64_t) (first ? 0 : sums[i]) + (uint64_t) points[i]);
}

/* Where amounts are large they mostly stay so: for some blocks nothing is divided twice. */
static gboolean
divide_wide (const leaf_block *self, int64_t *sums, gboolean first)
{
  pe_room *room = self->room;
  uint8_t *turns = &room->fused[self->index];

  if (*turns == 0)
    return FALSE;
  *turns -= 1;
  if (!room->run->plan->kernels->fused (&self->bound->quotient, self->a, self->b, room->n, self->points))
    {
      *turns = 0;
      return FALSE;
    }
  add_lanes (self->points, room->n, sums, first);
  return TRUE;
}

/* TRUE when every lane was inside the kernel's range. */
static gboolean
run_kernel (leaf_block *self, int64_t *sums, gboolean first)
{
  pe_room             *room = self->room;
  const pe_bound_leaf *bound = self->bound;
  const pe_kernels    *kernels = room->run->plan->kernels;

  switch (bound->kind)
    {
    case PE_FORM_COUNTS:
    case PE_FORM_TRUTHS:
      return run_items (self, sums, first);
    case PE_FORM_POINTS:
      self->a = read_points (room, bound);
      return kernels->given (bound->full, self->a, room->n, self->points, sums, first);
    case PE_FORM_STEPS:
    case PE_FORM_COMPARE:
      self->a = read_operand (room, &bound->a, 0);
      self->b = bound->b.input != PE_PLAN_NONE ? read_operand (room, &bound->b, 1) : NULL;
      return kernels->steps (&bound->steps, self->a, self->b, room->n, self->points, sums, first);
    default:
      self->a = read_operand (room, &bound->a, 0);
      self->b = read_operand (room, &bound->b, 1);
      if (divide_wide (self, sums, first))
        return TRUE;
      if (bound->quotient.rounding == PE_ROUND_HALF_UP)
        return kernels->quotient (&bound->quotient, self->a, self->b, room->n, self->points, sums, first);
      /* The proof is about halves that go up. */
      return pe_kernels_integer.quotient (&bound->quotient, self->a, self->b, room->n, self->points, sums, first);
    }
}

/* The sums are added in the kernel's own pass, unless the points have to be lifted to the plan's scale first. */
static gboolean
run (leaf_block *self)
{
  pe_room       *room = self->room;
  const uint32_t parent = self->bound->leaf->parent;
  const gboolean first = !room->has_sum[parent];
  const int64_t  lift = self->bound->lift;
  gboolean       inside;

  room->has_sum[parent] = TRUE;
  if (lift == 1)
    return run_kernel (self, self->sums, first);
  inside = run_kernel (self, room->spare, TRUE);
  for (size_t i = 0; i < room->n; i++)
    {
      self->points[i] = (int64_t) ((uint64_t) self->points[i] * (uint64_t) lift);
      self->sums[i] = (int64_t) ((uint64_t) (first ? 0 : self->sums[i]) + (uint64_t) self->points[i]);
    }
  return inside;
}

/* Single lanes */

/* points: at the scale of the plan. Sums wrap, since a lane outside has put anything into them. */
static void
set_lane (const leaf_block *self, size_t lane, int64_t points, pe_state state)
{
  self->sums[lane] = (int64_t) ((uint64_t) self->sums[lane] + ((uint64_t) points - (uint64_t) self->points[lane]));
  self->points[lane] = points;
  if (self->states != NULL)
    self->states[lane] = (uint8_t) state;
}

static void
make_slow (const leaf_block *self, size_t lane)
{
  set_lane (self, lane, 0, PE_STATE_INVALID);
  self->room->flags[lane] |= PE_UNIT_IS_SLOW;
  self->room->has_slow = TRUE;
}

static void
drop_lane (const leaf_block *self, size_t lane, pe_state state)
{
  set_lane (self, lane, 0, state);
  self->room->dropped[lane] += self->bound->marks;
  self->room->flags[lane] |= PE_UNIT_IS_DROPPED;
  self->room->has_dropped = TRUE;
}

/* A figure is missing, and nothing but the policy for that matters. */
static void
apply_policy (const leaf_block *self, size_t lane)
{
  switch (self->bound->leaf->policies[PE_STATE_MISSING])
    {
    case PE_POLICY_FULL:
      set_lane (self, lane, self->bound->full * self->bound->lift, PE_STATE_MISSING);
      break;
    case PE_POLICY_ZERO:
      set_lane (self, lane, 0, PE_STATE_MISSING);
      break;
    case PE_POLICY_DROP:
      drop_lane (self, lane, PE_STATE_MISSING);
      break;
    default:
      make_slow (self, lane);
    }
}

static pe_status
score_lane (const leaf_block *self, size_t lane)
{
  pe_room              *room = self->room;
  const pe_single_leaf *leaf = &room->unit.leaves[self->index];
  int64_t               points;

  room->n_exact++;
  room->unit.index = room->first + lane;
  room->unit.is_big = FALSE;
  if (pe_single_score_leaf (&room->unit, self->index) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  if (leaf->fault != PE_OK || room->unit.is_big)
    make_slow (self, lane);
  else if (leaf->dropped)
    drop_lane (self, lane, leaf->state);
  else if (pe_single_get_points (&room->unit, self->bound->leaf->node, &points))
    set_lane (self, lane, points, leaf->state);
  else
    make_slow (self, lane);
  return PE_OK;
}

/* Lanes without a figure */

static gboolean
is_beyond (int64_t number, int32_t bits)
{
  return bits < 0 || (uint64_t) number >> bits != 0;
}

static gboolean
is_item_beyond (const leaf_block *self, size_t lane)
{
  const pe_bound_leaf *bound = self->bound;
  const pe_run        *run = self->room->run;
  const pe_bound_item *items = pe_vector_at (&run->binding.items, const pe_bound_item, bound->first_item);
  const int32_t        bits = bound->kind == PE_FORM_COUNTS ? bound->counts.count_bits : 1;

  for (size_t i = 0; i < bound->n_items; i++)
    if (is_beyond (pe_column_get_number (&run->columns[items[i].input], self->room->first + lane), bits))
      return TRUE;
  return FALSE;
}

/* Of several figures the first that has no value decides, or that is no count: one of those may stand before what is
 * missing. */
static gboolean
is_only_missing (const leaf_block *self, size_t lane)
{
  if (!self->bound->policy_decides)
    return FALSE;
  return self->bound->kind != PE_FORM_COUNTS || self->bound->n_items == 1 || !is_item_beyond (self, lane);
}

static pe_status
settle_invalid (const leaf_block *self)
{
  pe_room  *room = self->room;
  pe_status status = PE_OK;

  for (size_t word = 0; word * 64 < room->n; word++)
    {
      uint64_t missing = ~room->valid[word];

      while (missing != 0 && status == PE_OK)
        {
          const size_t lane = word * 64 + (size_t) __builtin_ctzll (missing);

          missing &= missing - 1;
          if (lane >= room->n)
            break;
          if (is_only_missing (self, lane))
            apply_policy (self, lane);
          else
            status = score_lane (self, lane);
        }
    }
  return status;
}

/* Lanes outside the range of the kernel */

static pe_status
settle_quotient (const leaf_block *self)
{
  const pe_quotient *quotient = &self->bound->quotient;
  pe_status          status = PE_OK;

  for (size_t i = 0; i < self->room->n && status == PE_OK; i++)
    {
      /* static: analyzer-null-dereference: a quotient has two figures */
      const int64_t b = self->b[i], below = quotient->is_inverse ? b : (int64_t) ((uint64_t) b - 1);
      int64_t       points;

      if (!is_valid (self->room, i)
          || (!is_beyond (self->a[i], quotient->a_bits) && !is_beyond (below, quotient->b_bits)))
        continue;
      if (pe_quotient_compute (quotient, self->a[i], b, &points))
        set_lane (self, i, points * self->bound->lift, PE_STATE_VALUE);
      else
        status = score_lane (self, i);
    }
  return status;
}

/* The points of some lanes are those of the spare array. A loop of its own, that it becomes a vector. */
static void
take_spare (const leaf_block *self, size_t from, size_t to)
{
  const int64_t *restrict spare = self->room->spare;
  int64_t *restrict points = self->points, *restrict sums = self->sums;
  const uint64_t lift = (uint64_t) self->bound->lift;

  for (size_t i = from; i < to; i++)
    {
      const uint64_t lifted = (uint64_t) spare[i] * lift;

      sums[i] = (int64_t) ((uint64_t) sums[i] + (lifted - (uint64_t) points[i]));
      points[i] = (int64_t) lifted;
    }
}

/* Larger amounts than the proof allows, but all inside the range of the fused kernel: no lane is looked at alone. */
static gboolean
divide_fused (const leaf_block *self)
{
  pe_room           *room = self->room;
  const pe_kernels  *kernels = room->run->plan->kernels;
  const pe_quotient *quotient = &self->bound->quotient;

  if (kernels->fused == NULL || quotient->fused_bits < 0
      || !kernels->fused (quotient, self->a, self->b, room->n, room->spare))
    return FALSE;
  room->fused[self->index] = BLOCKS_BY_FUSED;
  for (size_t i = 0; i < room->n; i += 64)
    if (room->valid[i / 64] == UINT64_MAX)
      take_spare (self, i, MIN (i + 64, room->n));
    else
      for (size_t k = i; k < room->n && k < i + 64; k++)
        if (is_valid (room, k))
          take_spare (self, k, k + 1);
  return TRUE;
}

static pe_status
settle_steps (const leaf_block *self)
{
  const pe_steps_terms *steps = &self->bound->steps;
  pe_status             status = PE_OK;

  for (size_t i = 0; i < self->room->n && status == PE_OK; i++)
    {
      const int64_t b = self->b != NULL ? self->b[i] : 1;
      int64_t       points;

      if (!is_valid (self->room, i)
          || (!is_beyond (self->a[i], steps->a_bits) && !is_beyond ((int64_t) ((uint64_t) b - 1), steps->b_bits)))
        continue;
      if (pe_steps_compute (steps, self->a[i], b, &points))
        set_lane (self, i, points * self->bound->lift, PE_STATE_VALUE);
      else
        status = score_lane (self, i);
    }
  return status;
}

static gboolean
is_outside (const leaf_block *self, size_t lane)
{
  if (self->bound->kind == PE_FORM_POINTS)
    return self->a[lane] < 0 || self->a[lane] > self->bound->full;
  return is_item_beyond (self, lane);
}

static pe_status
settle_outside (const leaf_block *self)
{
  pe_status status = PE_OK;

  if (self->bound->kind == PE_FORM_RATIO || self->bound->kind == PE_FORM_INVERSE)
    return divide_fused (self) ? PE_OK : settle_quotient (self);
  if (self->bound->kind == PE_FORM_STEPS || self->bound->kind == PE_FORM_COMPARE)
    return settle_steps (self);
  for (size_t i = 0; i < self->room->n && status == PE_OK; i++)
    if (is_valid (self->room, i) && is_outside (self, i))
      status = score_lane (self, i);
  return status;
}

/* Programs */

/* Leaves what a strip of units comes to in the registers. */
static void
run_lanes (const leaf_block *self, const pe_lanes *lanes, size_t at, size_t n)
{
  pe_room *room = self->room;

  room->run->plan->kernels->lanes (lanes, room->first + at, n, room->registers);
}

/* Caps */

static void
cap_lane (const leaf_block *self, size_t lane, int64_t most)
{
  const int64_t points = self->points[lane];

  if (points <= most)
    return;
  self->sums[lane] = (int64_t) ((uint64_t) self->sums[lane] - ((uint64_t) points - (uint64_t) most));
  self->points[lane] = most;
}

/* Where it cannot be said whether a cap applies, what is said first decides about the unit. */
static void
settle_cap (const leaf_block *self, const pe_bound_cap *cap)
{
  const pe_room *room = self->room;
  const uint8_t *marks = (const uint8_t *) room->registers + cap->condition->marks;
  const int64_t *truths = (const int64_t *) (const void *) (room->registers + cap->condition->points);

  for (size_t at = 0; at < room->n; at += PE_STRIP)
    {
      const size_t n = MIN (room->n - at, PE_STRIP);

      run_lanes (self, cap->condition, at, n);
      for (size_t i = 0; i < n; i++)
        if (marks[i] != PE_MARK_VALUE)
          make_slow (self, at + i);
        else if (truths[i] != 0)
          cap_lane (self, at + i, cap->points);
    }
}

/* Lanes that a deduction changes: few, and scored as whole units */

static void
settle_deduction (const leaf_block *self, uint32_t input)
{
  const pe_column *column = &self->room->run->columns[input];

  if (!pe_column_is_given (column))
    return;
  for (size_t i = 0; i < self->room->n; i++)
    {
      const uint64_t unit = self->room->first + i;

      if (pe_column_get_state (column, unit) == PE_STATE_VALUE && pe_column_get_number (column, unit) != 0)
        make_slow (self, i);
    }
}

/* A declared score that the rule makes needless has to be a possible one all the same. */
static void
settle_declared (const leaf_block *self)
{
  pe_room *room = self->room;

  for (size_t i = 0; i < room->n; i++)
    {
      room->unit.index = room->first + i;
      if (pe_single_check_declared (&room->unit, self->index) != PE_OK)
        make_slow (self, i);
    }
}

static void
settle_adjusted (const leaf_block *self)
{
  const pe_plan_leaf *leaf = self->bound->leaf;

  if (leaf->rule != NULL && leaf->points != PE_PLAN_NONE
      && pe_column_is_given (&self->room->run->columns[leaf->points]))
    settle_declared (self);
  for (size_t i = 0; i < self->bound->n_caps; i++)
    settle_cap (self, pe_binding_cap_at (&self->room->run->binding, self->bound->first_cap + i));
  if (leaf->deduction != PE_PLAN_NONE)
    settle_deduction (self, leaf->deduction);
}

/* The points of every lane, whether it is marked or not, and the sums with them. */
static void
run_program (const leaf_block *self)
{
  pe_room        *room = self->room;
  const pe_lanes *lanes = self->bound->lanes;
  const uint64_t  lift = (uint64_t) self->bound->lift;

  for (size_t at = 0; at < room->n; at += PE_STRIP)
    {
      const size_t n = MIN (room->n - at, PE_STRIP);

      run_lanes (self, lanes, at, n);
      memcpy (room->marks + at, room->registers + lanes->marks, n);
      memcpy (self->points + at, room->registers + lanes->points, n * sizeof *self->points);
    }
  for (size_t i = 0; i < room->n; i++)
    self->points[i] = (int64_t) ((uint64_t) self->points[i] * lift);
}

static void
add_points (const leaf_block *self)
{
  pe_room       *room = self->room;
  const uint32_t parent = self->bound->leaf->parent;

  add_lanes (self->points, room->n, self->sums, !room->has_sum[parent]);
  room->has_sum[parent] = TRUE;
}

static pe_status
settle_marked (const leaf_block *self)
{
  const pe_room *room = self->room;
  pe_status      status = PE_OK;

  for (size_t i = 0; i < room->n && status == PE_OK; i++)
    if (room->marks[i] == PE_MARK_MISSING)
      apply_policy (self, i);
    else if (room->marks[i] != PE_MARK_VALUE)
      status = score_lane (self, i);
  return status;
}

static pe_status
score_by_program (const leaf_block *self)
{
  pe_status status;

  run_program (self);
  add_points (self);
  status = settle_marked (self);
  if (status == PE_OK)
    settle_adjusted (self);
  return status;
}

/* The whole */

static inline __attribute__ ((always_inline)) void
ask_for_operand (const pe_room *self, const pe_bound_operand *operand)
{
  if (operand->input != PE_PLAN_NONE)
    pe_column_ask (&self->run->columns[operand->input], self->first, self->n);
}

/* What the leaf after this one begins with comes from memory while the lanes of this one are settled. */
static inline __attribute__ ((always_inline)) void
ask_for_next (const pe_room *self, size_t leaf)
{
  const pe_run        *run = self->run;
  const pe_bound_leaf *next = leaf + 1 < run->plan->leaves.size ? pe_binding_at (&run->binding, leaf + 1) : NULL;

  if (next == NULL || next->lanes != NULL || self->n < PE_COLUMN_ASKED)
    return;
  if (has_items (next))
    pe_column_ask (&run->columns[pe_vector_at (&run->binding.items, const pe_bound_item, next->first_item)->input],
                   self->first, self->n);
  else
    {
      ask_for_operand (self, &next->a);
      ask_for_operand (self, &next->b);
    }
}

/* An evaluator has one unit, which is not worth a call. */
static void
set_states (uint8_t *states, pe_state state, size_t n)
{
  if (n == 1)
    *states = (uint8_t) state;
  else
    memset (states, state, n);
}

static pe_status
score_all_lanes (const leaf_block *self)
{
  pe_room  *room = self->room;
  pe_status status = PE_OK;

  if (!room->has_sum[self->bound->leaf->parent])
    memset (self->sums, 0, room->n * sizeof *self->sums);
  room->has_sum[self->bound->leaf->parent] = TRUE;
  memset (self->points, 0, room->n * sizeof *self->points);
  for (size_t i = 0; i < room->n && status == PE_OK; i++)
    status = score_lane (self, i);
  return status;
}

pe_status
pe_room_score_leaf (pe_room *self, size_t leaf)
{
  const pe_bound_leaf *bound = pe_binding_at (&self->run->binding, leaf);
  leaf_block           block = { .room = self, .bound = bound, .index = leaf };
  gboolean             is_whole, inside;
  pe_status            status = PE_OK;

  block.points = pe_room_get_points (self, bound->leaf->node);
  block.states = pe_room_get_states (self, bound->leaf->node);
  block.sums = self->sums[bound->leaf->parent];
  if (block.states != NULL)
    set_states (block.states, PE_STATE_VALUE, self->n);
  if (bound->kind == PE_FORM_EXACT)
    return score_all_lanes (&block);
  if (bound->kind == PE_FORM_PROGRAM)
    return score_by_program (&block);
  is_whole = find_valid (&block);
  inside = run (&block);
  ask_for_next (self, leaf);
  if (!is_whole)
    status = settle_invalid (&block);
  if (!inside && status == PE_OK)
    status = settle_outside (&block);
  if (status == PE_OK)
    settle_adjusted (&block);
  return status;
}
