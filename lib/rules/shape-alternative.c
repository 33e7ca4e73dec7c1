/* shape-alternative.c - alternative/1: one of several rules, the chosen one or the best
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "shape-private.h"

static const pe_alternative *
get_alternative (const pe_rule *rule, size_t index)
{
  return pe_vector_at (&rule->alternatives, const pe_alternative, index);
}

static gboolean
is_declared (const pe_rule *rule)
{
  return strcmp (pe_rule_get_word (rule, "choice"), "declared") == 0;
}

/* Building */

/* "/alternatives/1" and a member below a path, owned; NULL when memory ran out. */
static char *
print_path (const char *path, size_t index, const char *member)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_string (&buffer, path);
  pe_buffer_add_string (&buffer, "/alternatives/");
  pe_buffer_add_uint (&buffer, index);
  pe_buffer_add_string (&buffer, member);
  return pe_buffer_steal (&buffer);
}

static gboolean
has_policies (const pe_rule *rule)
{
  for (size_t state = 0; state < G_N_ELEMENTS (rule->policies); state++)
    if (rule->policies[state] != 0)
      return TRUE;
  return FALSE;
}

/* Whether a figure without a value counts is said once, of the choice as a whole. */
static void
check_policies (const pe_rule *rule, size_t index, pe_collector *collector)
{
  char *path;

  if (!has_policies (get_alternative (rule, index)->rule))
    return;
  path = print_path ("", index, "/rule/policies");
  if (path == NULL)
    pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_rule_add_range (collector, rule, path, "policies", NULL, "policies of the whole rule, none of an alternative",
                       "在整条评分标准上规定处理办法，各备选不另行规定");
  g_free (path);
}

static void
check (const pe_rule *rule, pe_collector *collector)
{
  size_t at = 0, index;

  while (pe_name_index_next_double (&rule->alternative_index, &at, &index))
    {
      char *path = print_path ("", index, "/id");

      if (path == NULL)
        pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
      else
        pe_collector_add (collector, PE_ERROR_CODE_DUPLICATE, &PE_PLACE_WHAT (path), "code",
                          get_alternative (rule, index)->id, NULL);
      g_free (path);
    }
  if (rule->alternatives.size < 2)
    pe_rule_add_range (collector, rule, "/alternatives", "alternatives", NULL, "two alternatives or more",
                       "至少两个备选");
  for (size_t i = 0; i < rule->alternatives.size; i++)
    check_policies (rule, i, collector);
}

static void
check_full_marks (const pe_rule *rule, const pe_decimal *full_marks, const char *path, pe_collector *collector)
{
  for (size_t i = 0; i < rule->alternatives.size; i++)
    {
      char *below = print_path (path, i, "/rule");

      if (below == NULL)
        pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
      else
        pe_rule_check_full_marks (get_alternative (rule, i)->rule, full_marks, below, collector);
      g_free (below);
    }
}

static gboolean
can_divide_by_zero (const pe_rule *rule)
{
  for (size_t i = 0; i < rule->alternatives.size; i++)
    if (pe_rule_can_divide_by_zero (get_alternative (rule, i)->rule))
      return TRUE;
  return FALSE;
}

/* Applying */

/* Hands the figures of an alternative to the whole. */
static void
move_inputs (pe_application *self, pe_outcome *from, const pe_rule *owner)
{
  pe_scored_input *first;

  if (pe_vector_grow (&self->out->inputs, from->inputs.size, (void **) &first) != PE_OK)
    {
      self->status = pe_error_set_no_memory (self->error);
      return;
    }
  for (size_t i = 0; i < from->inputs.size; i++)
    {
      pe_scored_input *input = pe_vector_at (&from->inputs, pe_scored_input, i);

      first[i] = *input;
      first[i].rule = owner;
      input->path = NULL;
    }
}

/* The whole takes over what an alternative came to. */
static void
take_state (pe_application *self, pe_outcome *from, size_t first)
{
  const size_t culprit = from->culprit < G_MAXSIZE - first ? first + from->culprit : G_MAXSIZE;

  self->formula = from->formula;
  if (from->state == PE_STATE_INVALID)
    pe_application_refuse (self, from->fault, culprit, from->expected);
  else
    pe_application_set_state (self, from->state, from->fault, culprit);
  self->formula = NULL;
}

static void
take_points (pe_application *self, const pe_outcome *from, size_t index, size_t first)
{
  pe_outcome *out = self->out;

  pe_rational_copy (&out->points, &from->points);
  out->has_rate = from->has_rate;
  pe_rational_copy (&out->rate, &from->rate);
  out->notice = from->notice;
  out->chosen = index;
  out->chosen_first = first;
  out->chosen_n = out->inputs.size - first;
  if (pe_outcome_copy_details (out, from) != PE_OK)
    self->status = pe_error_set_no_memory (self->error);
}

/* Applies an alternative; FALSE when there was a failure. *first: where its figures begin in the whole. */
static gboolean
apply_alternative (pe_application *self, size_t index, pe_outcome *out, size_t *first)
{
  const pe_rule *rule = get_alternative (self->rule, index)->rule;

  *first = self->out->inputs.size;
  self->status = pe_rule_apply (rule, self->full_marks, self->source, self->bits, out, self->error);
  if (self->status == PE_OK)
    move_inputs (self, out, rule);
  return self->status == PE_OK;
}

/* "rate, change" */
static void
refuse_choice (pe_application *self, size_t input)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  for (size_t i = 0; i < self->rule->alternatives.size; i++)
    {
      pe_buffer_add_string (&buffer, i > 0 ? ", " : "");
      pe_buffer_add_string (&buffer, get_alternative (self->rule, i)->id);
    }
  pe_application_refuse_with (self, PE_ERROR_VALUE_UNKNOWN, input, &buffer);
}

/* The alternative that the unit chose; FALSE when there is none: the outcome then has the state. */
static gboolean
get_choice (pe_application *self, size_t *index)
{
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  size_t                 input;
  const pe_fact         *fact = pe_application_get_fact (self, "choice", "choice", &input);
  const pe_figure       *figure = fact != NULL ? &fact->figure : &missing;

  if (self->status != PE_OK)
    return FALSE;
  if (figure->state == PE_STATE_MISSING || figure->state == PE_STATE_NOT_APPLICABLE)
    return pe_application_check_figure (self, figure, input);
  if (figure->state == PE_STATE_TEXT && fact->text != NULL
      && pe_name_index_find (&self->rule->alternative_index, fact->text, index))
    return TRUE;
  refuse_choice (self, input);
  return FALSE;
}

static void
apply_declared (pe_application *self)
{
  pe_outcome outcome;
  size_t     index = 0, first;

  if (!get_choice (self, &index))
    return;
  pe_outcome_init_in (&outcome, self->out->inputs.arena);
  if (apply_alternative (self, index, &outcome, &first))
    {
      if (outcome.state == PE_STATE_VALUE)
        take_points (self, &outcome, index, first);
      else
        {
          take_state (self, &outcome, first);
          pe_application_take_further (self, &outcome, first);
        }
    }
  pe_outcome_clear (&outcome);
}

/* An alternative without a figure is passed over unless all are; one that is invalid is a mistake, which must not cost
 * points unseen. Nobody has to fill in all of them: what is wrong is said of the one that decides. */
static void
apply_best (pe_application *self)
{
  const size_t n = self->rule->alternatives.size;
  pe_outcome  *outcomes = g_try_new (pe_outcome, n);
  size_t       first, n_made = 0;
  gboolean     is_invalid = FALSE;

  if (outcomes == NULL)
    {
      self->status = pe_error_set_no_memory (self->error);
      return;
    }
  for (; n_made < n && self->status == PE_OK; n_made++)
    {
      pe_outcome *outcome = &outcomes[n_made];

      pe_outcome_init_in (outcome, self->out->inputs.arena);
      if (!apply_alternative (self, n_made, outcome, &first))
        continue;
      is_invalid = is_invalid || outcome->state == PE_STATE_INVALID;
      if (outcome->state == PE_STATE_INVALID)
        take_state (self, outcome, first);
      else if (outcome->state == PE_STATE_VALUE && !is_invalid
               && (self->out->chosen == G_MAXSIZE || pe_rational_compare (&outcome->points, &self->out->points) > 0))
        take_points (self, outcome, n_made, first);
    }
  /* Where the figures of each begin was not kept: they stand in the order of the alternatives. */
  first = 0;
  for (size_t i = 0; i < n_made; i++)
    {
      if (self->status == PE_OK && self->out->chosen == G_MAXSIZE && !is_invalid)
        take_state (self, &outcomes[i], first);
      first += outcomes[i].inputs.size;
      pe_outcome_clear (&outcomes[i]);
    }
  pe_outcome_clear_further (self->out);
  g_free (outcomes);
}

static void
apply (pe_application *self)
{
  if (is_declared (self->rule))
    apply_declared (self);
  else
    apply_best (self);
}

/* "所选“rate”: 10 × min(1, 95 / 100)" */
static void
print_formula (pe_formula *self)
{
  const pe_outcome     *outcome = self->outcome;
  const pe_alternative *chosen;
  pe_outcome            view = *outcome;

  if (outcome->chosen >= self->rule->alternatives.size)
    return;
  chosen = get_alternative (self->rule, outcome->chosen);
  if (is_declared (self->rule))
    pe_formula_add_words (self, "所选“", "chosen \"");
  else
    pe_formula_add_words (self, "最优“", "best \"");
  pe_formula_add (self, chosen->id);
  pe_formula_add_words (self, "”: ", "\": ");
  /* The figures of the chosen one, borrowed. */
  view.inputs.data = pe_vector_at (&outcome->inputs, pe_scored_input, outcome->chosen_first);
  view.inputs.size = view.inputs.capacity = outcome->chosen_n;
  pe_rule_print_formula (chosen->rule, self->full_marks, &view, self->language, self->out);
}

static const char *const facts[] = { "choice", NULL };

static const pe_shape_parameter parameters[] = {
  { .kind = PE_PARAMETER_WORD,
    .required = 1,
    .name = "choice",
    .words = "declared best",
    .description_zh = "declared：按填报的数据 choice 所选的备选计分；best：取各备选中得分最高的。",
    .description_en
    = "declared: by the alternative that the fact \"choice\" names; best: by the one that gives the most "
      "points." },
  { .kind = PE_PARAMETER_ALTERNATIVES,
    .required = 1,
    .name = "alternatives",
    .description_zh = "两个或更多备选的评分标准，各有 id，满分均为 w。",
    .description_en = "Two or more rules to choose from, each with an id and the full marks w." },
};

const pe_shape pe_shape_alternative = {
  .name = "alternative",
  .revision = 1,
  .title_zh = "择一计分",
  .title_en = "One of several rules",
  .definition_zh
  = "declared：所选备选的得分，未选即为未填报，选了没有的备选属无效数据。best：得分最高的备选，相同的取在前的；"
    "没有数值的备选不参与比较，全都没有时按其状态处理；任何一个备选无效即为无效。",
  .definition_en
  = "declared: the points of the alternative that was chosen; no choice is missing, and a choice that there is not "
    "is invalid. best: the alternative with the most points, the first of equals; those without a value are "
    "passed over unless all are; one that is invalid makes the whole invalid.",
  .source = "县级部门整体支出绩效评价表（60 分制）：结转结余率或结转结余变动率二选一，应付款项比率或变动率二选一",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .facts = facts,
  .check = check,
  .check_full_marks = check_full_marks,
  .apply = apply,
  .print_formula = print_formula,
  .can_divide_by_zero = can_divide_by_zero,
};
