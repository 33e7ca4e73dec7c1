/* decision-sweep.c - gaps and overlaps of a decision table
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdlib.h>
#include <string.h>

#include "../base/date-private.h"
#include "decision-table-private.h"
#include "shape-private.h"

/* A line moves along the values of the first input and stops at each cut. Between two cuts the same decisions are active;
 * among them alone another line moves along the next input, and so on. Where the last line stands, the active decisions
 * are all that hold in a box of values, which makes the answer exact; the boxes are never more than the cuts multiply to,
 * and their search is bounded by a count of steps. Chosen over comparing decisions in pairs, which finds overlaps but
 * no gaps. */

/* Findings of one kind are alike; after so many a person mends the table first. */
#define MOST_FINDINGS 20

typedef struct sweep_event
{
  pe_cut   cut;
  uint32_t index; /* among the level's decisions */
  gboolean begins;
} sweep_event;

/* A line along one input. */
typedef struct sweep_level
{
  uint32_t    *decisions; /* ascending */
  size_t       n;
  sweep_event *events;
  size_t       n_events;
  size_t       at;
  uint32_t    *active; /* indices among the decisions, in any order */
  uint32_t    *places; /* of each decision among the active ones */
  size_t       n_active;
  pe_span      bounds; /* of the input */
  pe_span      cell;   /* where the line stands */
} sweep_level;

typedef struct sweep
{
  const pe_rule           *rule;
  const pe_decision_table *table;
  const pe_sweep_order    *order;
  pe_collector            *collector;
  uint64_t                 before; /* errors that the collector had */
  uint64_t                 steps;  /* that are left */
  uint64_t                 limit;  /* of them */
  gboolean                 is_over;
  size_t                   depth; /* levels in use */
  sweep_level              levels[PE_TABLE_MAX_INPUTS];
} sweep;

static void
report_limit (const sweep *self)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *limit;

  pe_buffer_add_uint (&buffer, self->limit);
  limit = pe_buffer_steal (&buffer);
  if (limit == NULL)
    pe_collector_add (self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_collector_add (self->collector, PE_ERROR_LIMIT, NULL, "name", "rules", "steps", limit, NULL);
  g_free (limit);
}

static void
stop (sweep *self, pe_status code)
{
  if (!self->is_over && code == PE_ERROR_LIMIT && self->order->most == NULL)
    report_limit (self);
  else if (!self->is_over && code != PE_ERROR_LIMIT)
    pe_collector_add (self->collector, code, NULL, NULL);
  self->is_over = TRUE;
}

static void
spend (sweep *self, uint64_t steps)
{
  if (self->steps < steps)
    stop (self, PE_ERROR_LIMIT);
  else
    self->steps -= steps;
}

/* Describing a box */

static void
add_date (pe_buffer *out, int64_t number)
{
  char    text[PE_DATE_PRINT_SIZE];
  pe_date date = 19000101;

  /* No year has more than 366 days and no month more than 31: both steps stay below. */
  while (date < 99990101 && pe_date_to_number (date + 10000) <= number)
    date += 10000;
  while (date % 10000 < 1201 && pe_date_to_number (date + 100) <= number)
    date += 100;
  date += (pe_date) (number - pe_date_to_number (date));
  pe_buffer_add_string (out, pe_date_print (text, date));
}

static void
add_value (const pe_decision_input *input, const pe_decimal *value, pe_buffer *out)
{
  if (input->kind == PE_TYPE_NUMBER)
    pe_buffer_add_decimal (out, value);
  else if (input->kind == PE_TYPE_BOOLEAN)
    pe_buffer_add_string (out, value->coefficient != 0 ? "true" : "false");
  else if (input->kind == PE_TYPE_DATE)
    add_date (out, value->coefficient);
  else if ((size_t) value->coefficient < input->texts.texts.size)
    {
      pe_buffer_add_char (out, '"');
      pe_buffer_add_string (out, *pe_vector_at (&input->texts.texts, char *, value->coefficient));
      pe_buffer_add_char (out, '"');
    }
  else
    pe_buffer_add_string (out, "…");
}

static void
add_range (const pe_decision_input *input, const pe_span *cell, pe_buffer *out)
{
  pe_decimal upper = cell->upper.at;
  gboolean   upper_closed = cell->upper.side == 1;

  if (input->kind == PE_TYPE_DATE && cell->upper.side != 2)
    {
      upper.coefficient--;
      upper_closed = TRUE;
    }
  pe_buffer_add_string (out, " in ");
  pe_buffer_add_char (out, cell->lower.side == -1 ? '[' : '(');
  if (cell->lower.side == -2)
    pe_buffer_add_string (out, "−∞");
  else
    add_value (input, &cell->lower.at, out);
  pe_buffer_add_string (out, "..");
  if (cell->upper.side == 2)
    pe_buffer_add_string (out, "+∞");
  else
    add_value (input, &upper, out);
  pe_buffer_add_char (out, upper_closed ? ']' : ')');
}

/* "rate in [0.8..0.9), grade = \"A\"" */
static void
add_side (const pe_decision_input *input, const pe_span *cell, pe_buffer *out)
{
  const gboolean is_point
      = cell->lower.side == -1 && cell->upper.side == 1 && pe_decimal_order (&cell->lower.at, &cell->upper.at) == 0;

  pe_buffer_add_string (out, input->id);
  if (is_point || input->kind == PE_TYPE_STRING || input->kind == PE_TYPE_BOOLEAN)
    {
      pe_buffer_add_string (out, " = ");
      add_value (input, &cell->lower.at, out);
    }
  else
    add_range (input, cell, out);
}

static char *
print_box (const sweep *self)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  for (size_t i = 0; i < self->depth; i++)
    {
      pe_buffer_add_string (&buffer, i > 0 ? ", " : "");
      add_side (pe_decision_table_get_input (self->table, i), &self->levels[i].cell, &buffer);
    }
  return pe_buffer_steal (&buffer);
}

static char *
print_number (uint64_t number, const char *before)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_string (&buffer, before);
  pe_buffer_add_uint (&buffer, number);
  return pe_buffer_steal (&buffer);
}

static void
note_findings (sweep *self)
{
  if (pe_collector_get_n_errors (self->collector) - self->before >= MOST_FINDINGS)
    self->is_over = TRUE;
}

static void
report_gap (sweep *self)
{
  char *box = print_box (self);

  if (box == NULL)
    stop (self, PE_ERROR_NO_MEMORY);
  else
    pe_collector_add (self->collector, PE_ERROR_TABLE_GAP, &PE_PLACE_WHAT ("/rules"), "found", box, NULL);
  g_free (box);
  note_findings (self);
}

/* first is above: the one that is named by its place is the later one. */
static void
report_overlap (sweep *self, uint32_t first, uint32_t second)
{
  char *box = print_box (self), *from = print_number ((uint64_t) first + 1, ""),
       *to = print_number ((uint64_t) second + 1, ""), *path = print_number (second, "/rules/");

  if (box == NULL || from == NULL || to == NULL || path == NULL)
    stop (self, PE_ERROR_NO_MEMORY);
  else
    pe_collector_add (self->collector, PE_ERROR_TABLE_OVERLAP, &PE_PLACE_WHAT (path), "from", from, "to", to, "found",
                      box, NULL);
  g_free (box);
  g_free (from);
  g_free (to);
  g_free (path);
  note_findings (self);
}

/* Lines */

static int
compare_events (const void *a, const void *b)
{
  return pe_cut_compare (&((const sweep_event *) a)->cut, &((const sweep_event *) b)->cut);
}

static void
level_clear (sweep_level *self)
{
  g_free (self->decisions);
  g_free (self->events);
  g_free (self->active);
  g_free (self->places);
  memset (self, 0, sizeof *self);
}

static size_t
count_events (const sweep *self, const sweep_level *level, size_t input)
{
  size_t n = 0;

  for (size_t i = 0; i < level->n; i++)
    {
      size_t n_spans;

      pe_decision_table_get_spans (self->table, level->decisions[i], input, &n_spans);
      n += 2 * n_spans;
    }
  return n;
}

static void
fill_events (const sweep *self, sweep_level *level, size_t input)
{
  sweep_event *next = level->events;

  for (uint32_t i = 0; i < level->n; i++)
    {
      size_t         n_spans;
      const pe_span *spans = pe_decision_table_get_spans (self->table, level->decisions[i], input, &n_spans);

      for (size_t k = 0; k < n_spans; k++)
        {
          *next++ = (sweep_event) { spans[k].lower, i, TRUE };
          *next++ = (sweep_event) { spans[k].upper, i, FALSE };
        }
    }
  qsort (level->events, level->n_events, sizeof *level->events, compare_events);
}

/* Begins a line among decisions (taken over); n is above 0. */
static void
enter (sweep *self, uint32_t *decisions, size_t n)
{
  sweep_level *level = &self->levels[self->depth];

  memset (level, 0, sizeof *level);
  level->decisions = decisions;
  level->n = n;
  level->n_events = count_events (self, level, self->depth);
  level->events = g_try_new (sweep_event, level->n_events);
  level->active = g_try_new (uint32_t, n);
  level->places = g_try_new (uint32_t, n);
  if (level->events == NULL || level->active == NULL || level->places == NULL)
    {
      level_clear (level);
      stop (self, PE_ERROR_NO_MEMORY);
      return;
    }
  spend (self, level->n_events * g_bit_storage (level->n_events));
  if (self->is_over)
    {
      level_clear (level);
      return;
    }
  fill_events (self, level, self->depth);
  pe_decision_input_get_bounds (pe_decision_table_get_input (self->table, self->depth), &level->bounds);
  level->cell = (pe_span) { level->bounds.lower, level->bounds.lower };
  self->depth++;
}

static void
leave (sweep *self)
{
  level_clear (&self->levels[--self->depth]);
}

static void
apply_event (sweep_level *self, const sweep_event *event)
{
  if (event->begins)
    {
      self->places[event->index] = (uint32_t) self->n_active;
      self->active[self->n_active++] = event->index;
      return;
    }
  /* The last one takes its place. */
  self->active[self->places[event->index]] = self->active[self->n_active - 1];
  self->places[self->active[self->n_active - 1]] = self->places[event->index];
  self->n_active--;
}

/* To the next cell; FALSE at the end. */
static gboolean
move (sweep_level *self)
{
  self->cell.lower = self->cell.upper;
  if (pe_cut_compare (&self->cell.lower, &self->bounds.upper) >= 0)
    return FALSE;
  while (self->at < self->n_events && pe_cut_compare (&self->events[self->at].cut, &self->cell.lower) <= 0)
    apply_event (self, &self->events[self->at++]);
  self->cell.upper = self->at < self->n_events ? self->events[self->at].cut : self->bounds.upper;
  return TRUE;
}

/* Boxes */

static uint32_t
get_active (const sweep_level *self, size_t index)
{
  return self->decisions[self->active[index]];
}

/* The two active ones that stand first. */
static void
check_unique (sweep *self, const sweep_level *level)
{
  uint32_t first = MIN (get_active (level, 0), get_active (level, 1));
  uint32_t second = MAX (get_active (level, 0), get_active (level, 1));

  for (size_t i = 2; i < level->n_active; i++)
    {
      const uint32_t decision = get_active (level, i);

      if (decision < first)
        {
          second = first;
          first = decision;
        }
      else if (decision < second)
        second = decision;
    }
  report_overlap (self, first, second);
}

/* All active ones give the same points. */
static void
check_any (sweep *self, const sweep_level *level)
{
  const uint32_t a = get_active (level, 0);

  spend (self, level->n_active);
  for (size_t i = 1; i < level->n_active; i++)
    {
      const uint32_t b = get_active (level, i);

      if (pe_decimal_order (pe_decision_table_get_points (self->table, a),
                            pe_decision_table_get_points (self->table, b))
          != 0)
        {
          report_overlap (self, MIN (a, b), MAX (a, b));
          return;
        }
    }
}

/* The points of the active ones together, or their count. */
static void
add_up (sweep *self, const sweep_level *level, pe_rational *sum)
{
  pe_rational points;

  spend (self, level->n_active);
  pe_rational_init (&points);
  pe_rational_set_int (sum, self->order->policy == PE_HIT_COUNT ? (int64_t) level->n_active : 0);
  for (size_t i = 0; self->order->policy != PE_HIT_COUNT && i < level->n_active; i++)
    {
      pe_rational_set_decimal (&points, pe_decision_table_get_points (self->table, get_active (level, i)));
      (void) pe_rational_add (sum, sum, &points, PE_RULE_CHECK_BITS);
    }
  pe_rational_clear (&points);
}

/* They lie within the full marks. */
static void
check_sum (sweep *self, const sweep_level *level)
{
  pe_rational sum, full_marks;

  pe_rational_init (&sum);
  pe_rational_init (&full_marks);
  add_up (self, level, &sum);
  pe_rational_set_decimal (&full_marks, self->order->full_marks);
  if (pe_rational_compare (&sum, &full_marks) > 0)
    {
      pe_rule_add_row_range (
          self->collector, self->rule, self->order->path, "rules", get_active (level, 0), "points", NULL,
          "points that stay within the full marks where several rules hold at once", "各规则同时成立时合计不超过满分");
      note_findings (self);
    }
  pe_rational_clear (&sum);
  pe_rational_clear (&full_marks);
}

static gboolean
is_sum (pe_hit_policy policy)
{
  return pe_hit_policy_is_sum (policy) || policy == PE_HIT_COUNT;
}

static void
keep_most (sweep *self, const pe_rational *points)
{
  if (pe_rational_compare (points, self->order->most) > 0)
    pe_rational_copy (self->order->most, points);
}

/* What the box gives, by the policy. */
static void
take_box (sweep *self, const sweep_level *level)
{
  const pe_hit_policy policy = self->order->policy;
  uint32_t            best = get_active (level, 0);
  pe_rational         points;

  pe_rational_init (&points);
  spend (self, level->n_active);
  for (size_t i = 1; i < level->n_active; i++)
    if (pe_decision_table_goes_before (self->table, policy, get_active (level, i), best))
      best = get_active (level, i);
  if (is_sum (policy))
    add_up (self, level, &points);
  else
    pe_rational_set_decimal (&points, pe_decision_table_get_points (self->table, best));
  keep_most (self, &points);
  pe_rational_clear (&points);
}

/* No decision holds there. */
static void
take_gap (sweep *self)
{
  pe_decimal  points;
  pe_rational number;

  if (!pe_rule_get_number (self->rule, "default", &points))
    return;
  pe_rational_init (&number);
  pe_rational_set_decimal (&number, &points);
  keep_most (self, &number);
  pe_rational_clear (&number);
}

static void
check_box (sweep *self, const sweep_level *level)
{
  if (self->order->most != NULL)
    take_box (self, level);
  else if (self->order->full_marks != NULL)
    check_sum (self, level);
  else if (level->n_active > 1 && self->order->policy == PE_HIT_UNIQUE)
    check_unique (self, level);
  else if (level->n_active > 1 && self->order->policy == PE_HIT_ANY)
    check_any (self, level);
}

/* Whether a line along the next input could find anything. */
static gboolean
is_worth_entering (const sweep *self, const sweep_level *level)
{
  const pe_hit_policy policy = self->order->policy;

  if (self->order->most != NULL)
    return TRUE;
  if (self->order->full_marks != NULL)
    return level->n_active > 1 || policy == PE_HIT_COUNT;
  if (!self->order->has_default)
    return TRUE;
  return level->n_active > 1 && (policy == PE_HIT_UNIQUE || policy == PE_HIT_ANY);
}

static void
enter_next (sweep *self, const sweep_level *level)
{
  uint32_t *decisions = g_try_new (uint32_t, level->n_active);

  if (decisions == NULL)
    {
      stop (self, PE_ERROR_NO_MEMORY);
      return;
    }
  spend (self, level->n_active);
  for (size_t i = 0; i < level->n_active; i++)
    decisions[i] = get_active (level, i);
  enter (self, decisions, level->n_active);
}

static void
visit (sweep *self, const sweep_level *level)
{
  spend (self, 1);
  if (self->is_over)
    return;
  if (level->n_active == 0)
    {
      if (self->order->most != NULL)
        take_gap (self);
      else if (self->order->full_marks == NULL && !self->order->has_default)
        report_gap (self);
    }
  else if (self->depth == self->table->inputs.size)
    check_box (self, level);
  else if (is_worth_entering (self, level))
    enter_next (self, level);
}

static void
begin (sweep *self)
{
  const size_t n = pe_decision_table_get_n (self->table);
  uint32_t    *decisions = g_try_new (uint32_t, n);

  if (decisions == NULL)
    {
      stop (self, PE_ERROR_NO_MEMORY);
      return;
    }
  for (uint32_t i = 0; i < n; i++)
    decisions[i] = i;
  enter (self, decisions, n);
}

/* Takes its steps from those that are left. FALSE when it was not gone through to the end. */
static gboolean
go_through (sweep *self, uint64_t limit, uint64_t *left)
{
  const uint64_t given = left != NULL ? MIN (*left, limit) : limit;

  self->limit = limit;
  self->steps = given;
  self->before = pe_collector_get_n_errors (self->collector);
  begin (self);
  while (!self->is_over && self->depth > 0)
    {
      sweep_level *level = &self->levels[self->depth - 1];

      if (move (level))
        visit (self, level);
      else
        leave (self);
    }
  while (self->depth > 0)
    leave (self);
  if (left != NULL)
    *left -= given - self->steps;
  return !self->is_over;
}

void
pe_decision_table_sweep (const pe_rule *rule, const pe_decision_table *table, const pe_sweep_order *order,
                         pe_collector *collector)
{
  sweep self = { .rule = rule, .table = table, .order = order, .collector = collector };

  if (order->full_marks != NULL && !is_sum (order->policy))
    return;
  if (rule != NULL)
    (void) go_through (&self, rule->limits.table_steps, rule->limits.steps_left);
  else
    (void) go_through (&self, PE_TABLE_MAX_STEPS, NULL);
}

gboolean
pe_decision_table_find_most (const pe_rule *rule, pe_rational *most, uint64_t *left, pe_collector *collector)
{
  const pe_sweep_order order = { pe_rule_get_hit_policy (rule), FALSE, NULL, "", most };
  sweep                self = { .rule = rule, .table = rule->table, .order = &order, .collector = collector };

  pe_rational_set_int (most, 0);
  return go_through (&self, PE_TABLE_MAX_STEPS, left);
}
