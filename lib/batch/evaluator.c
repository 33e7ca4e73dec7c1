/* evaluator.c - one unit after the other: a run of one unit whose columns stay
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/evaluator.h>

#include <string.h>

#include "../base/figure-private.h"
#include "../base/struct-private.h"
#include "../base/text-private.h"
#include "../base/utf8-private.h"
#include "../rules/record-private.h"
#include "run-private.h"

/* What a node lost or gained itself. */
typedef struct entry
{
  uint32_t      node;
  pe_entry_kind kind;
  int64_t       amount;
} entry;

struct pe_evaluator
{
  pe_batch_plan *plan;
  pe_run         run;
  pe_room        room;
  gboolean       has_room;
  gboolean       is_bound; /* the columns are as they were when kernels were chosen */
  int64_t       *numbers;  /* by input: the cells */
  uint8_t       *states;
  uint32_t      *readers; /* by input: the node of the leaf that it is a figure of; 0 for any leaf's */
  char         **texts;   /* owned */
  int64_t       *points;  /* by node */
  uint8_t       *node_states;
  int64_t       *marks;      /* by node, at the plan's scale */
  int64_t       *sums;       /* by node */
  uint8_t       *mismatches; /* by leaf */
  uint8_t       *kept;       /* by node: 1 for a leaf of which no figure has changed since it was scored */
  uint8_t       *has_points; /* by node, of a unit without a total: 1 for a leaf that is not to blame */
  entry         *entries;
  size_t         n_entries;
  int32_t        grade;
  int32_t        status;
};

/* Life */

static gboolean
allocate (pe_evaluator *self, size_t n_inputs, size_t n_nodes)
{
  self->numbers = g_try_new0 (int64_t, MAX (n_inputs, 1));
  self->states = g_try_new0 (uint8_t, MAX (n_inputs, 1));
  self->readers = g_try_new0 (uint32_t, MAX (n_inputs, 1));
  self->texts = g_try_new0 (char *, MAX (n_inputs, 1));
  self->run.columns = g_try_new0 (pe_column, MAX (n_inputs, 1));
  self->run.sinks = g_try_new0 (pe_sink, n_nodes);
  self->points = g_try_new0 (int64_t, n_nodes);
  self->node_states = g_try_new0 (uint8_t, n_nodes);
  self->marks = g_try_new0 (int64_t, n_nodes);
  self->sums = g_try_new0 (int64_t, n_nodes);
  self->mismatches = g_try_new0 (uint8_t, n_nodes);
  self->kept = g_try_new0 (uint8_t, n_nodes);
  self->has_points = g_try_new0 (uint8_t, n_nodes);
  self->entries = g_try_new0 (entry, n_nodes);
  return self->numbers != NULL && self->states != NULL && self->readers != NULL && self->texts != NULL
         && self->run.columns != NULL && self->run.sinks != NULL && self->points != NULL && self->node_states != NULL
         && self->marks != NULL && self->sums != NULL && self->mismatches != NULL && self->kept != NULL
         && self->has_points != NULL && self->entries != NULL;
}

static void
set_column (pe_evaluator *self, size_t index)
{
  const pe_batch_input *input = &pe_plan_input_at (self->plan, index)->about;
  pe_column            *column = &self->run.columns[index];

  self->readers[index] = (uint32_t) (input->indicator + 1);
  column->type = input->type;
  column->given = (pe_batch_column) {
    .struct_size = sizeof column->given,
    .type = PE_BATCH_INT64,
    .unit = input->unit,
    .values = &self->numbers[index],
    .stride = sizeof (int64_t),
    .states = &self->states[index],
    .words = (const char *const *) &self->texts[index],
    .n_words = 1,
  };
}

/* The full marks of every node fit its points. */
static gboolean
set_node (pe_evaluator *self, size_t node)
{
  const pe_rulebook *rulebook = self->plan->rulebook;
  const pe_decimal  *marks = node == 0 ? &pe_rulebook_peek_head (rulebook)->full_marks
                                       : &pe_rulebook_peek_indicator (rulebook, node - 1)->full_marks;
  pe_sink           *sink = &self->run.sinks[node];

  sink->points = (char *) &self->points[node];
  sink->stride = sizeof (int64_t);
  sink->is_plain = TRUE;
  sink->states = &self->node_states[node];
  return pe_scale_number (marks->coefficient, self->plan->scale - marks->scale, &self->marks[node]);
}

static pe_status
set_up (pe_evaluator *self, pe_error **error)
{
  const pe_batch_plan *plan = self->plan;
  pe_status            status;

  if (!allocate (self, plan->inputs.size, plan->n_nodes))
    return pe_error_set_no_memory (error);
  self->run.plan = plan;
  self->run.n_units = 1;
  self->run.grades = &self->grade;
  self->run.statuses = &self->status;
  self->grade = -1;
  self->status = PE_ERROR_FIGURE_MISSING;
  for (size_t i = 0; i < plan->inputs.size; i++)
    set_column (self, i);
  for (size_t i = 0; i < plan->n_nodes; i++)
    if (!plan->has_points[pe_plan_get_level (plan, i)] || !set_node (self, i))
      return pe_error_set (error, PE_ERROR_BATCH_NO_SCALE, NULL, "name", "plan", NULL);
  status = pe_run_prepare (&self->run, error);
  if (status != PE_OK)
    return status;
  self->has_room = TRUE;
  if (pe_room_init (&self->room, &self->run) != PE_OK)
    return pe_error_set_no_memory (error);
  self->room.kept = self->kept;
  return PE_OK;
}

pe_status
pe_evaluator_new (pe_evaluator **out, pe_batch_plan *plan, pe_error **error)
{
  pe_evaluator *self;
  pe_status     status;

  if (out == NULL || plan == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "plan", "not NULL");
  self = g_try_new0 (pe_evaluator, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  self->plan = pe_batch_plan_ref (plan);
  status = set_up (self, error);
  if (status == PE_OK)
    *out = self;
  else
    pe_evaluator_free (self);
  return status;
}

void
pe_evaluator_free (pe_evaluator *self)
{
  if (self == NULL)
    return;
  if (self->has_room)
    pe_room_clear (&self->room);
  for (size_t i = 0; self->texts != NULL && i < self->plan->inputs.size; i++)
    g_free (self->texts[i]);
  pe_run_clear (&self->run);
  g_free (self->numbers);
  g_free (self->states);
  g_free (self->readers);
  g_free (self->texts);
  g_free (self->points);
  g_free (self->node_states);
  g_free (self->marks);
  g_free (self->sums);
  g_free (self->mismatches);
  g_free (self->kept);
  g_free (self->has_points);
  g_free (self->entries);
  pe_batch_plan_unref (self->plan);
  g_free (self);
}

/* Figures */

/* A number as the one before it was: in its unit, which the input took then, and with as many places. */
static gboolean
is_as_before (const pe_evaluator *self, size_t input, const pe_figure *figure)
{
  const pe_batch_column *column = &self->run.columns[input].given;

  return figure->state == PE_STATE_VALUE && self->states[input] == PE_STATE_VALUE && figure->unit == column->unit
         && figure->value.scale == column->scale && figure->value.reserved == 0;
}

static gboolean
is_of_input (const pe_figure *figure, const pe_batch_input *input)
{
  if (!pe_figure_is_well_formed (figure) || figure->state > PE_STATE_NOT_APPLICABLE)
    return FALSE;
  if (figure->state != PE_STATE_VALUE)
    return TRUE;
  if (input->type != PE_BATCH_INPUT_NUMBER)
    return input->type == PE_BATCH_INPUT_TRUTH && figure->unit == PE_UNIT_TRUTH && figure->value.scale == 0;
  return input->kind != PE_BATCH_INPUT_AMOUNT || pe_unit_get_dimension (figure->unit) == PE_DIMENSION_MONEY;
}

/* Names the input, and what it takes. */
static pe_status
refuse_figure (const pe_batch_input *input, pe_error **error)
{
  static const char *const by_type[] = {
    [PE_BATCH_INPUT_NUMBER] = "a number with its unit, or no value",
    [PE_BATCH_INPUT_TRUTH] = "a yes or no, or no value",
    [PE_BATCH_INPUT_TEXT] = "a text, by pe_evaluator_set_text(), or no value",
  };
  const char *expected = by_type[input->type];

  if (input->kind == PE_BATCH_INPUT_AMOUNT)
    expected = "an amount of money, or no value";
  return pe_error_set (error, PE_ERROR_INVALID_ARGUMENT, NULL, "name", input->path, "expected", expected, NULL);
}

/* A cell changes, and with it the leaf that reads it; an amount is read by whichever measures there are. */
static void
set_cell (pe_evaluator *self, size_t input, pe_state state, int64_t number)
{
  if (self->states[input] == state && self->numbers[input] == number && state != PE_STATE_TEXT)
    return;
  self->states[input] = (uint8_t) state;
  self->numbers[input] = number;
  if (self->readers[input] > 0)
    self->kept[self->readers[input]] = 0;
  else
    memset (self->kept, 0, self->plan->n_nodes);
}

/* A number in the unit of before, and no finer, is put into the column as it is: 2.5 is 2.50. */
static void
set_figure (pe_evaluator *self, size_t input, const pe_figure *figure)
{
  pe_batch_column *column = &self->run.columns[input].given;
  const int32_t    shift = column->scale - figure->value.scale;
  int64_t          number = figure->state == PE_STATE_VALUE ? figure->value.coefficient : 0;

  if (figure->state == PE_STATE_VALUE
      && (figure->unit != column->unit || (shift != 0 && !pe_scale_number (number, shift, &number))))
    {
      column->unit = figure->unit;
      column->scale = figure->value.scale;
      number = figure->value.coefficient;
      self->is_bound = FALSE;
    }
  set_cell (self, input, figure->state, number);
}

pe_status
pe_evaluator_set_figures (pe_evaluator *self, size_t first, const pe_figure *figures, size_t n, pe_error **error)
{
  if (self == NULL || (figures == NULL && n > 0))
    return pe_error_set_argument (error, self == NULL ? "self" : "figures", "not NULL");
  if (first > self->plan->inputs.size || n > self->plan->inputs.size - first)
    return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "found", "first", NULL);
  for (size_t i = 0; i < n; i++)
    if (!is_as_before (self, first + i, &figures[i])
        && !is_of_input (&figures[i], &pe_plan_input_at (self->plan, first + i)->about))
      return refuse_figure (&pe_plan_input_at (self->plan, first + i)->about, error);
  for (size_t i = 0; i < n; i++)
    if (is_as_before (self, first + i, &figures[i]))
      set_cell (self, first + i, PE_STATE_VALUE, figures[i].value.coefficient);
    else
      set_figure (self, first + i, &figures[i]);
  return PE_OK;
}

pe_status
pe_evaluator_set_text (pe_evaluator *self, size_t input, const char *text, pe_error **error)
{
  pe_status status;
  char     *copy = NULL;

  if (self == NULL || text == NULL)
    return pe_error_set_argument (error, self == NULL ? "self" : "text", "not NULL");
  if (input >= self->plan->inputs.size)
    return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "found", "input", NULL);
  status = pe_utf8_copy (&copy, text, PE_TEXT_MAX, "/text", error);
  if (status != PE_OK)
    return status;
  g_free (self->texts[input]);
  self->texts[input] = copy;
  set_cell (self, input, PE_STATE_TEXT, 0);
  return PE_OK;
}

/* Scoring */

/* Its program, or the condition of a cap, looked up the words of a column. */
static gboolean
has_words (const pe_binding *binding, const pe_bound_leaf *leaf)
{
  gboolean has = leaf->lanes != NULL && leaf->lanes->words.size > 0;

  for (size_t i = 0; i < leaf->n_caps; i++)
    {
      const pe_lanes *condition = pe_binding_cap_at (binding, leaf->first_cap + i)->condition;

      has = has || (condition != NULL && condition->words.size > 0);
    }
  return has;
}

/* A leaf whose figures have units that do not go together is left to its rule, which says so: a figure that is missing
 * has no unit yet. So is one whose program looked up the words of a column, which here are another text for each unit. */
static pe_status
bind (pe_evaluator *self, pe_error **error)
{
  pe_binding binding = { .plan = NULL };
  pe_status  status = pe_columns_probe (self->run.columns, self->plan, self->mismatches, error);

  if (status != PE_OK)
    return status;
  if (pe_binding_init (&binding, self->plan, self->run.columns) != PE_OK)
    {
      pe_binding_clear (&binding);
      return pe_error_set_no_memory (error);
    }
  for (size_t i = 0; i < binding.leaves.size; i++)
    {
      pe_bound_leaf *leaf = pe_vector_at (&binding.leaves, pe_bound_leaf, i);

      if (self->mismatches[i] != 0 || has_words (&binding, leaf))
        leaf->kind = PE_FORM_EXACT;
    }
  pe_binding_clear (&self->run.binding);
  self->run.binding = binding;
  if (pe_room_fit (&self->room) != PE_OK)
    return pe_error_set_no_memory (error);
  self->is_bound = TRUE;
  memset (self->kept, 0, self->plan->n_nodes);
  return PE_OK;
}

/* The ledger */

static void
add_entry (pe_evaluator *self, size_t node, pe_entry_kind kind, int64_t amount)
{
  if (amount != 0)
    self->entries[self->n_entries++] = (entry) { (uint32_t) node, kind, amount };
}

static gboolean
is_dropped (const pe_evaluator *self, const pe_plan_leaf *leaf)
{
  const pe_state state = self->node_states[leaf->node];

  return state != PE_STATE_VALUE && (leaf->policies[state] == PE_POLICY_DROP || leaf->is_of_records);
}

static gboolean
is_set (const pe_evaluator *self, size_t input)
{
  return self->states[input] == PE_STATE_VALUE && self->numbers[input] != 0;
}

/* A bonus or a veto that was set; vetoes are the last inputs. */
static gboolean
is_adjusted (const pe_evaluator *self)
{
  const pe_batch_plan *plan = self->plan;

  if (plan->bonus != PE_PLAN_NONE && is_set (self, plan->bonus))
    return TRUE;
  for (size_t i = plan->first_veto; i < plan->inputs.size; i++)
    if (is_set (self, i))
      return TRUE;
  return FALSE;
}

static void
make_entries (pe_evaluator *self)
{
  const pe_batch_plan *plan = self->plan;
  gboolean             any_dropped = FALSE;
  size_t               leaf = 0;

  self->n_entries = 0;
  if (self->status != PE_OK)
    return;
  memset (self->sums, 0, plan->n_nodes * sizeof *self->sums);
  for (size_t i = plan->n_nodes; i-- > 1;)
    self->sums[plan->parents[i]] += self->points[i];
  for (size_t i = 0; plan->may_drop && i < plan->leaves.size; i++)
    any_dropped = any_dropped || is_dropped (self, pe_plan_leaf_at (plan, i));
  add_entry (self, 0,
             any_dropped          ? PE_ENTRY_RESCALE
             : is_adjusted (self) ? PE_ENTRY_ADJUST
                                  : PE_ENTRY_ROUNDING,
             self->points[0] - self->sums[0]);
  for (size_t i = 1; i < plan->n_nodes; i++)
    if (leaf < plan->leaves.size && pe_plan_leaf_at (plan, leaf)->node == i)
      add_entry (self, i, is_dropped (self, pe_plan_leaf_at (plan, leaf++)) ? PE_ENTRY_RESCALE : PE_ENTRY_LEAF,
                 self->points[i] - self->marks[i]);
    else
      add_entry (self, i, PE_ENTRY_ROUNDING, self->points[i] - self->sums[i]);
}

/* Of a unit without a total, which was scored by itself. */
static void
find_points (pe_evaluator *self)
{
  const pe_batch_plan *plan = self->plan;

  for (size_t i = 0; self->status != PE_OK && i < plan->leaves.size; i++)
    self->has_points[pe_plan_leaf_at (plan, i)->node] = self->room.unit.leaves[i].fault == PE_OK;
}

pe_status
pe_evaluator_run (pe_evaluator *self, pe_error **error)
{
  pe_status status = PE_OK;

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (!self->is_bound)
    status = bind (self, error);
  if (status != PE_OK)
    return status;
  if (pe_room_score (&self->room, 0, 1) != PE_OK)
    {
      memset (self->kept, 0, self->plan->n_nodes);
      return pe_error_set_no_memory (error);
    }
  /* What made the unit a special case has to be found again. */
  memset (self->kept, self->room.has_dropped || self->room.has_slow ? 0 : 1, self->plan->n_nodes);
  make_entries (self);
  find_points (self);
  return PE_OK;
}

/* Reading */

pe_status
pe_evaluator_get_status (const pe_evaluator *self)
{
  return self != NULL ? self->status : PE_ERROR_INVALID_ARGUMENT;
}

int32_t
pe_evaluator_get_grade (const pe_evaluator *self)
{
  return self != NULL ? self->grade : -1;
}

pe_state
pe_evaluator_get_state (const pe_evaluator *self, size_t node)
{
  return self != NULL && node < self->plan->n_nodes ? self->node_states[node] : PE_STATE_MISSING;
}

pe_status
pe_evaluator_get_points (pe_decimal *out, const pe_evaluator *self, size_t node, pe_error **error)
{
  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (node >= self->plan->n_nodes)
    return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "found", "node", NULL);
  if (self->status != PE_OK && self->has_points[node] == 0)
    return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "found", "points", NULL);
  *out = (pe_decimal) { self->points[node], self->plan->scale, 0 };
  return PE_OK;
}

size_t
pe_evaluator_get_n_entries (const pe_evaluator *self)
{
  return self != NULL ? self->n_entries : 0;
}

pe_status
pe_evaluator_get_entry (pe_ledger_entry *out, const pe_evaluator *self, size_t index, pe_error **error)
{
  pe_ledger_entry ours = { .struct_size = sizeof ours, .is_exact = 1 };

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (index >= self->n_entries)
    return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "found", "index", NULL);
  ours.kind = self->entries[index].kind;
  ours.node = self->entries[index].node;
  ours.amount = (pe_decimal) { self->entries[index].amount, self->plan->scale, 0 };
  return pe_struct_export (out, &ours, sizeof ours, sizeof ours, "out", error);
}
