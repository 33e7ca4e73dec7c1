/* leaf.c - the score of one leaf: computed by its rule, declared by a person, or decided by a policy
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scoring-private.h"

#include <string.h>

#include "../base/text-private.h"
#include "../base/utf8-private.h"
#include "adjust-private.h"
#include "label-private.h"

/* Up to here names are compared by where they are first. */
#define FEW_NAMES 8

/* The facts of an indicator */

pe_leaf_place
pe_leaf_find_place (const pe_scoring *self, uint32_t node)
{
  const size_t indicator = (size_t) pe_evaluation_peek_node (self->evaluation, node)->indicator;

  return (pe_leaf_place) { pe_rulebook_peek_indicator (self->rulebook, indicator)->code, &self->facts[indicator] };
}

/* A fact that the rule does not read: a formula of a cap may. */
static const pe_fact *
find_other (const pe_leaf_facts *facts, const char *name)
{
  size_t low = 0, high = facts->n;

  while (low < high)
    {
      const size_t middle = low + (high - low) / 2;
      const int    order = strcmp (facts->first[middle].name, name);

      if (order == 0)
        return &facts->first[middle];
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* The place of a name among those that the rule reads. It is mostly the rule's own text that is asked for. */
static gboolean
locate (const pe_leaf_facts *self, const char *name, size_t *place)
{
  const pe_name *names = self->names->names;

  for (*place = 0; *place < MIN (self->names->n, FEW_NAMES); ++*place)
    if (names[*place].name == name)
      return TRUE;
  return pe_name_index_locate (self->names, name, place);
}

static const pe_fact *
find_fact (const pe_fact_source *self, const char *name)
{
  const pe_leaf_facts *facts = ((const pe_leaf_place *) self->data)->facts;
  size_t               place;

  return locate (facts, name, &place) ? facts->found[place] : find_other (facts, name);
}

static const char *
get_fact_path (const pe_fact_source *self, const char *name)
{
  const pe_leaf_facts *facts = ((const pe_leaf_place *) self->data)->facts;
  size_t               place;

  return locate (facts, name, &place) ? facts->paths[place] : NULL;
}

static void
print_fact_path (const pe_fact_source *self, const char *name, pe_buffer *out)
{
  const pe_leaf_place *place = self->data;

  pe_dossier_print_fact_path (place->code, name, out);
}

pe_fact_source
pe_leaf_make_source (const pe_scoring *self, const pe_leaf_place *place)
{
  return (pe_fact_source) {
    find_fact, print_fact_path, get_fact_path, self->dossier, self->calendar, place, NULL, self->steps,
  };
}

/* Policies */

/* A wrong unit, a grade that there is not and a calendar that was not given are mistakes to mend, and an amount that no
 * decimal holds is a limit of the library: a policy speaks of figures that have no value. */
gboolean
pe_leaf_is_mistake (pe_status fault)
{
  static const pe_status mistakes[]
      = { PE_ERROR_UNIT_MISMATCH, PE_ERROR_GRADE_UNKNOWN,    PE_ERROR_SCORE_OUTSIDE_BAND,
          PE_ERROR_VALUE_UNKNOWN, PE_ERROR_CALENDAR_MISSING, PE_ERROR_CALENDAR_RANGE,
          PE_ERROR_NOT_FOUND,     PE_ERROR_EXPRESSION_TYPE,  PE_ERROR_OVERFLOW };

  for (size_t i = 0; i < G_N_ELEMENTS (mistakes); i++)
    if (mistakes[i] == fault)
      return TRUE;
  return FALSE;
}

pe_policy
pe_leaf_find_policy (const pe_scoring *self, const pe_rule *rule, const pe_rule *slot_rule, const pe_outcome *outcome)
{
  pe_policy policy;

  if (pe_leaf_is_mistake (outcome->fault))
    return PE_POLICY_ERROR;
  policy = pe_rule_get_policy (rule, outcome->state);
  if (policy == 0 && slot_rule != NULL)
    policy = pe_rule_get_policy (slot_rule, outcome->state);
  if (policy == 0)
    policy = pe_rulebook_get_policy (self->rulebook, outcome->state);
  return policy == 0 ? PE_POLICY_ERROR : policy;
}

static void
finish_leaf (pe_scoring *self, uint32_t node)
{
  pe_scored_node *scored = pe_evaluation_peek_node (self->evaluation, node);

  pe_rational_copy (&scored->sum, &scored->unrounded);
  pe_adjust_leaf (self, node);
  pe_scoring_round (self, node, self->contract->leaf_places, self->contract->leaf_rounding);
}

void
pe_leaf_apply_policy (pe_scoring *self, uint32_t node, pe_policy policy, pe_state state)
{
  pe_scored_node *scored = pe_evaluation_peek_node (self->evaluation, node);

  scored->state = state;
  scored->leaf->policy = policy;
  scored->origin = policy == PE_POLICY_DROP ? PE_ORIGIN_DROPPED : PE_ORIGIN_POLICY;
  if (policy == PE_POLICY_FULL)
    pe_rational_copy (&scored->unrounded, &scored->full_marks);
  finish_leaf (self, node);
}

/* Reports */

/* What is known about an outcome without a value, for the parameters of its finding. */
typedef struct fault_words
{
  char *path;
  char *name;
  char *name_zh;
  char *found;
  char *from;
  char *to;
} fault_words;

static void
fault_words_clear (fault_words *self)
{
  g_free (self->path);
  g_free (self->name);
  g_free (self->name_zh);
  g_free (self->found);
  g_free (self->from);
  g_free (self->to);
}

/* What is said of a node's, or a row's, outcome that is about no single figure of it. FALSE when memory ran out. */
static gboolean
fault_words_set_whole (fault_words *self, const pe_scoring *scoring, uint32_t node, int32_t row)
{
  pe_buffer path = PE_BUFFER_INIT;

  if (row >= 0)
    {
      pe_dossier_print_row_path (scoring->dossier, (size_t) row, &path);
      self->path = pe_buffer_steal (&path);
      self->name = pe_string_copy (pe_dossier_peek_row (scoring->dossier, (size_t) row)->name);
      self->name_zh = pe_string_copy (pe_dossier_peek_row (scoring->dossier, (size_t) row)->name);
    }
  else
    {
      self->path = pe_string_copy ("");
      self->name = pe_string_copy (pe_evaluation_get_name (scoring->evaluation, node, PE_LANGUAGE_EN));
      self->name_zh = pe_string_copy (pe_evaluation_get_name (scoring->evaluation, node, PE_LANGUAGE_ZH));
    }
  return self->path != NULL && self->name != NULL && self->name_zh != NULL;
}

/* By what the person who fills it in knows it: the row and its member, the fact, or the amount. */
static char *
print_label (const pe_scoring *scoring, int32_t row, const pe_outcome *outcome, const pe_rule *rule,
             pe_language language)
{
  const pe_scored_input *input = pe_vector_at (&outcome->inputs, const pe_scored_input, outcome->culprit);
  pe_buffer              buffer = PE_BUFFER_INIT;
  const char            *fact = NULL;

  if (row >= 0)
    {
      pe_buffer_add_string (&buffer, pe_dossier_peek_row (scoring->dossier, (size_t) row)->name);
      pe_buffer_add_string (&buffer, pe_label_choose (language, "·", ", "));
    }
  if (row < 0 && pe_rule_get_binding (rule, input->name, &fact, NULL) == PE_BINDING_FACT)
    pe_buffer_add_string (&buffer, fact);
  else
    pe_label_add_input (outcome, outcome->culprit, rule, language, &buffer);
  return pe_buffer_steal (&buffer);
}

/* The figure, or its unit where that is the fault; "1" stands for a bare number. */
static char *
print_found (const pe_scored_input *input, pe_status fault)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  if (fault == PE_ERROR_UNIT_MISMATCH)
    pe_buffer_add_string (&buffer, input->figure.unit == PE_UNIT_NONE ? "1" : pe_unit_get_name (input->figure.unit));
  else
    pe_label_add_figure (input, NULL, PE_LANGUAGE_ZH, &buffer);
  return pe_buffer_steal (&buffer);
}

/* FALSE when memory ran out. */
static gboolean
fault_words_set (fault_words *self, const pe_scoring *scoring, uint32_t node, int32_t row, const pe_rule *rule,
                 const pe_outcome *outcome)
{
  const pe_scored_input *input;

  if (outcome->culprit >= outcome->inputs.size)
    return fault_words_set_whole (self, scoring, node, row);
  input = pe_vector_at (&outcome->inputs, const pe_scored_input, outcome->culprit);
  if (input->path == NULL && !fault_words_set_whole (self, scoring, node, row))
    return FALSE;
  g_free (self->name);
  g_free (self->name_zh);
  if (input->path != NULL)
    self->path = pe_string_copy (input->path);
  self->name = print_label (scoring, row, outcome, rule, PE_LANGUAGE_EN);
  self->name_zh = print_label (scoring, row, outcome, rule, PE_LANGUAGE_ZH);
  self->found = print_found (input, outcome->fault);
  return self->path != NULL && self->name != NULL && self->name_zh != NULL && self->found != NULL;
}

/* What arose within a formula is found in its text: the figure at which it stands may be as it should be. FALSE when
 * memory ran out. */
static gboolean
fault_words_set_formula (fault_words *self, const pe_outcome *outcome)
{
  if (outcome->formula == NULL)
    return TRUE;
  g_free (self->found);
  self->found = pe_string_copy (outcome->formula);
  return self->found != NULL;
}

/* A denominator that was calculated has no name but the formula. */
static void
add_zero_denominator (pe_scoring *self, uint32_t node, const fault_words *words)
{
  pe_scoring_add (self, PE_ERROR_ZERO_DENOMINATOR, words->path, "formula", words->found, "code",
                  pe_evaluation_get_code (self->evaluation, node), NULL);
}

/* A bound of a band in points, as the rule compares with it. */
static char *
print_bound (const pe_scoring *self, const pe_rule *rule, const pe_rational *full_marks, const pe_decimal *share)
{
  pe_buffer   buffer = PE_BUFFER_INIT;
  pe_rational bound;
  pe_decimal  places;
  pe_status   status;

  pe_rational_init (&bound);
  pe_rational_set_decimal (&bound, share);
  status = pe_rational_multiply (&bound, &bound, full_marks, self->bits);
  if (status == PE_OK && pe_rule_get_number (rule, "bound_places", &places)
      && pe_decimal_quantize (&places, &places, 0, PE_ROUND_DOWN, NULL) == PE_OK) /* "2.0" is 2 as well */
    status = pe_rational_round (&bound, &bound, (int32_t) places.coefficient, PE_ROUND_HALF_UP, self->bits);
  if (status == PE_OK)
    pe_label_add_number (&bound, &buffer);
  pe_rational_clear (&bound);
  return pe_buffer_steal (&buffer);
}

static void
report_fault (pe_scoring *self, uint32_t node, int32_t row, const pe_rule *rule, const pe_rational *full_marks,
              const pe_outcome *outcome)
{
  fault_words    words = { 0 };
  const pe_rule *owner = rule;
  const pe_band *band = pe_outcome_find_band (outcome, rule, &owner);
  const char    *expected = outcome->expected, *expected_zh = NULL;
  /* There it is the number that the figure is part of. */
  const gboolean has_total = outcome->fault == PE_ERROR_COUNT_INVALID || outcome->fault == PE_ERROR_SCORE_ABOVE_MARKS;

  if (expected == NULL && outcome->state != PE_STATE_INVALID && outcome->culprit < outcome->inputs.size)
    pe_rule_describe_input (
        rule, pe_vector_at (&outcome->inputs, const pe_scored_input, outcome->culprit), &expected, &expected_zh);
  if (band != NULL)
    {
      words.from = print_bound (self, owner, full_marks, &band->low);
      words.to = print_bound (self, owner, full_marks, &band->high);
    }
  if (!fault_words_set (&words, self, node, row, rule, outcome) || !fault_words_set_formula (&words, outcome))
    pe_scoring_add (self, PE_ERROR_NO_MEMORY, NULL, NULL);
  else if (outcome->fault == PE_ERROR_ZERO_DENOMINATOR && outcome->formula != NULL)
    add_zero_denominator (self, node, &words);
  else if (band != NULL)
    pe_scoring_add (self, outcome->fault, words.path, "name", band->id, "name_zh", band->name_zh, "code",
                    pe_evaluation_get_code (self->evaluation, node), "found", words.found, "from", words.from, "to",
                    words.to, NULL);
  else
    pe_scoring_add (self, outcome->fault, words.path, "name", words.name, "name_zh", words.name_zh, "code",
                    pe_evaluation_get_code (self->evaluation, node), "found", words.found,
                    has_total ? "total" : "expected", expected, "expected_zh", expected_zh, NULL);
  fault_words_clear (&words);
}

/* What decides comes first, and then what is an error as well; what a policy is for is nothing to mend. */
void
pe_leaf_report_fault (pe_scoring *self, uint32_t node, int32_t row, const pe_rule *rule, const pe_rule *slot_rule,
                      const pe_rational *full_marks, const pe_outcome *outcome)
{
  pe_outcome view = *outcome;

  report_fault (self, node, row, rule, full_marks, outcome);
  for (size_t i = 0; i < outcome->further.size; i++)
    {
      const pe_outcome_fault *further = pe_vector_at (&outcome->further, const pe_outcome_fault, i);

      view.state = further->state;
      view.fault = further->fault;
      view.culprit = further->culprit;
      view.expected = further->expected;
      view.formula = further->formula;
      if (pe_leaf_find_policy (self, rule, slot_rule, &view) == PE_POLICY_ERROR)
        report_fault (self, node, row, rule, full_marks, &view);
    }
}

void
pe_leaf_report_policy (pe_scoring *self, uint32_t node, int32_t row, const pe_rule *rule, const pe_outcome *outcome)
{
  fault_words words = { 0 };

  if (!fault_words_set (&words, self, node, row, rule, outcome))
    pe_scoring_add (self, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_scoring_add (self, PE_WARNING_STATE_POLICY, words.path, "name", words.name, "name_zh", words.name_zh, "state",
                    pe_label_get_state (outcome->state, PE_LANGUAGE_EN), "state_zh",
                    pe_label_get_state (outcome->state, PE_LANGUAGE_ZH), "code",
                    pe_evaluation_get_code (self->evaluation, node), NULL);
  fault_words_clear (&words);
}

/* What the formula of an argument gave; what it read is no figure of the argument. */
static void
add_computed (const pe_outcome *outcome, const char *name, pe_buffer *out)
{
  for (size_t i = 0; i < outcome->computed.size && out->size == 0; i++)
    if (strcmp (pe_vector_at (&outcome->computed, const pe_computed, i)->argument, name) == 0)
      pe_label_add_number (&pe_vector_at (&outcome->computed, const pe_computed, i)->value, out);
}

/* An argument as written, both parts of a rate; what a formula gave for it. owner: the alternative that asked for it, or NULL. */
static char *
print_argument (const pe_outcome *outcome, const pe_rule *owner, const char *name)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  for (size_t i = 0; i < outcome->inputs.size; i++)
    {
      const pe_scored_input *input = pe_vector_at (&outcome->inputs, const pe_scored_input, i);

      if (input->is_of_formula || input->rule != owner || strcmp (input->name, name) != 0)
        continue;
      pe_buffer_add_string (&buffer, buffer.size > 0 ? " / " : "");
      pe_label_add_figure (input, NULL, PE_LANGUAGE_ZH, &buffer);
    }
  add_computed (outcome, name, &buffer);
  return pe_buffer_steal (&buffer);
}

void
pe_leaf_report_notice (pe_scoring *self, uint32_t node, int32_t row, const pe_rule *rule, pe_outcome *outcome)
{
  const size_t first = outcome->chosen < G_MAXSIZE ? outcome->chosen_first : 0;
  fault_words  words = { 0 };
  char        *found, *expected;

  if (outcome->notice == PE_OK || first >= outcome->inputs.size)
    return;
  /* The words of a fault of the first figure. */
  outcome->culprit = first;
  found = print_argument (outcome, pe_vector_at (&outcome->inputs, pe_scored_input, first)->rule, "actual");
  expected = print_argument (outcome, pe_vector_at (&outcome->inputs, pe_scored_input, first)->rule, "target");
  if (!fault_words_set (&words, self, node, row, rule, outcome) || found == NULL || expected == NULL)
    pe_scoring_add (self, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_scoring_add (self, outcome->notice, words.path, "name", words.name, "name_zh", words.name_zh, "code",
                    pe_evaluation_get_code (self->evaluation, node), "found", found, "expected", expected, NULL);
  outcome->culprit = G_MAXSIZE;
  g_free (found);
  g_free (expected);
  fault_words_clear (&words);
}

/* Rules */

/* How many steps a formula may have, where it had no more of them. */
static const char *
get_steps (const pe_error *error)
{
  const pe_finding *finding = pe_error_get_finding (error);

  for (size_t i = 0; i < pe_finding_get_n_parameters (finding); i++)
    if (strcmp (pe_finding_get_parameter_name (finding, i), "steps") == 0)
      return pe_finding_get_parameter_text (finding, i);
  return NULL;
}

/* A limit is met in an intermediate number that stands nowhere: the indicator is named instead. */
static void
report_limit (pe_scoring *self, uint32_t node, pe_status status, const pe_error *error)
{
  const char *steps = get_steps (error);

  if (steps == NULL)
    pe_scoring_check (self, status, node);
  else
    pe_scoring_add (self, status, "", "name", pe_evaluation_get_code (self->evaluation, node), "steps", steps, NULL);
}

void
pe_leaf_report_failure (pe_scoring *self, uint32_t node, pe_status status, pe_error *error)
{
  if (error == NULL || status == PE_ERROR_NO_MEMORY || status == PE_ERROR_LIMIT)
    {
      report_limit (self, node, status, error);
      pe_error_unref (error);
    }
  else
    pe_collector_take_error (&self->collector, error, NULL);
}

gboolean
pe_leaf_apply_rule (pe_scoring *self, uint32_t node, const pe_rule *rule, const pe_rational *full_marks,
                    const pe_fact_source *source, pe_outcome *out)
{
  pe_error *error = NULL;
  pe_status status = pe_rule_apply (rule, full_marks, source, self->bits, out, &error);

  if (status != PE_OK)
    pe_leaf_report_failure (self, node, status, error);
  return status == PE_OK;
}

void
pe_leaf_take_outcome (pe_scoring *self, uint32_t node, const pe_rule *slot_rule)
{
  pe_scored_node *scored = pe_evaluation_peek_node (self->evaluation, node);
  pe_scored_leaf *leaf = scored->leaf;
  pe_outcome     *outcome = &leaf->outcome;
  pe_policy       policy;

  if (outcome->state == PE_STATE_VALUE)
    {
      scored->origin = PE_ORIGIN_COMPUTED;
      pe_rational_copy (&scored->unrounded, &outcome->points);
      finish_leaf (self, node);
      pe_leaf_report_notice (self, node, scored->row, leaf->rule, outcome);
      return;
    }
  policy = pe_leaf_find_policy (self, leaf->rule, slot_rule, outcome);
  if (policy == PE_POLICY_ERROR)
    {
      pe_leaf_report_fault (self, node, scored->row, leaf->rule, slot_rule, &scored->full_marks, outcome);
      return;
    }
  pe_leaf_report_policy (self, node, scored->row, leaf->rule, outcome);
  pe_leaf_apply_policy (self, node, policy, outcome->state);
}

/* Names a rate above 1 of a budget's measure: it is scored at the cap, but a person should look. */
static void
report_above_budget (pe_scoring *self, uint32_t node)
{
  const pe_outcome      *outcome = &pe_evaluation_peek_node (self->evaluation, node)->leaf->outcome;
  const size_t           first = outcome->chosen < G_MAXSIZE ? outcome->chosen_first : 0;
  const pe_scored_input *executed, *budget;
  pe_rational            one;
  gboolean               above;

  /* An alternative that was chosen counts for nothing where another one made the whole invalid. */
  if (!outcome->has_rate || outcome->state != PE_STATE_VALUE || outcome->inputs.size < first + 2)
    return;
  executed = pe_vector_at (&outcome->inputs, const pe_scored_input, first);
  budget = executed + 1;
  /* What a formula reads is not what its rule is scored by. */
  if (executed->is_of_formula || executed->measure == NULL || budget->measure != executed->measure
      || strstr (executed->measure, "execution_rate") == NULL)
    return;
  pe_rational_init (&one);
  pe_rational_set_int (&one, 1);
  above = pe_rational_compare (&outcome->rate, &one) > 0;
  pe_rational_clear (&one);
  if (!above)
    return;
  pe_scoring_add_above (self, executed->path, &executed->figure, &budget->figure, &outcome->rate);
  if (strcmp (executed->measure, "budget.execution_rate") == 0)
    self->is_above_named = TRUE;
}

static void
score_by_rule (pe_scoring *self, uint32_t node, const pe_fact_source *source)
{
  pe_scored_node *scored = pe_evaluation_peek_node (self->evaluation, node);
  pe_scored_leaf *leaf = scored->leaf;

  if (!pe_leaf_apply_rule (self, node, leaf->rule, &scored->full_marks, source, &leaf->outcome))
    return;
  pe_leaf_take_outcome (self, node, NULL);
  report_above_budget (self, node);
}

/* Declarations */

static char *
print_declared_path (size_t index, const char *member)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_string (&buffer, "/declared/");
  pe_buffer_add_uint (&buffer, index);
  pe_buffer_add_string (&buffer, member);
  return pe_buffer_steal (&buffer);
}

static void
report_declared (pe_scoring *self, const pe_indicator *indicator, const pe_declared_score *declared, size_t index)
{
  char    found[PE_DECIMAL_PRINT_SIZE], total[PE_DECIMAL_PRINT_SIZE];
  char   *path = print_declared_path (index, "");
  int32_t order = 0;

  (void) pe_decimal_print (found, sizeof found, &declared->score, NULL);
  (void) pe_decimal_print (total, sizeof total, &indicator->full_marks, NULL);
  (void) pe_decimal_compare (&order, &declared->score, &indicator->full_marks, NULL);
  pe_scoring_add (self, PE_NOTE_DECLARED, path, "code", indicator->code, "found", found, NULL);
  if (order < 0 && declared->score.coefficient >= 0 && pe_utf8_is_blank (declared->reason))
    pe_scoring_add (self, PE_WARNING_REASON_MISSING, path, "code", indicator->code, "found", found, "total", total,
                    NULL);
  g_free (path);
}

/* FALSE when there is none. */
static gboolean
score_by_declaration (pe_scoring *self, uint32_t node, const pe_indicator *indicator)
{
  pe_scored_node          *scored = pe_evaluation_peek_node (self->evaluation, node);
  size_t                   index;
  const pe_declared_score *declared
      = pe_dossier_find_declared_score (self->dossier, indicator->code, self->scorer, &index);

  if (declared == NULL)
    return FALSE;
  scored->origin = PE_ORIGIN_DECLARED;
  scored->leaf->declared = declared;
  pe_rational_set_decimal (&scored->unrounded, &declared->score);
  finish_leaf (self, node);
  report_declared (self, indicator, declared, index);
  return TRUE;
}

static void
report_score_missing (pe_scoring *self, const pe_indicator *indicator)
{
  char total[PE_DECIMAL_PRINT_SIZE];

  (void) pe_decimal_print (total, sizeof total, &indicator->full_marks, NULL);
  pe_scoring_add (self, PE_ERROR_SCORE_MISSING, "/declared", "code", indicator->code, "name",
                  indicator->name_en != NULL ? indicator->name_en : indicator->name_zh, "name_zh", indicator->name_zh,
                  "total", total, NULL);
}

/* Compares what was declared with what was computed; the computed score counts. */
static void
compare_declared (pe_scoring *self, uint32_t node, const pe_declared_score *declared, size_t index)
{
  const pe_scored_node *scored = pe_evaluation_peek_node (self->evaluation, node);
  char                  found[PE_DECIMAL_PRINT_SIZE];
  pe_buffer             buffer = PE_BUFFER_INIT;
  char                 *path, *expected;
  pe_rational           score;
  gboolean              same;

  pe_rational_init (&score);
  pe_rational_set_decimal (&score, &declared->score);
  same = pe_rational_equal (&score, &scored->score);
  pe_rational_clear (&score);
  if (same)
    return;
  (void) pe_decimal_print (found, sizeof found, &declared->score, NULL);
  pe_label_add_number (&scored->score, &buffer);
  expected = pe_buffer_steal (&buffer);
  path = expected == NULL ? NULL : print_declared_path (index, "/score");
  pe_scoring_add (self, PE_WARNING_DECLARED_DIFFERS, path, "code", declared->indicator, "found", found, "expected",
                  expected, NULL);
  g_free (path);
  g_free (expected);
}

void
pe_leaf_compare_declared (pe_scoring *self, uint32_t node)
{
  const char *code = pe_evaluation_get_code (self->evaluation, node);

  for (pe_scorer scorer = PE_SCORER_SELF; scorer <= PE_SCORER_EXTERNAL; scorer++)
    {
      size_t                   index;
      const pe_declared_score *declared = pe_dossier_find_declared_score (self->dossier, code, scorer, &index);

      if (declared != NULL)
        compare_declared (self, node, declared, index);
    }
}

void
pe_leaf_score (pe_scoring *self, uint32_t node)
{
  const pe_indicator  *indicator = pe_evaluation_peek_indicator (self->evaluation, node);
  pe_scored_leaf      *leaf = pe_evaluation_peek_node (self->evaluation, node)->leaf;
  const pe_rule       *rule = indicator->rule;
  const gboolean       is_slot = pe_rule_is_slot (rule);
  const pe_leaf_place  place = pe_leaf_find_place (self, node);
  const pe_fact_source source = pe_leaf_make_source (self, &place);
  gboolean             lacks_facts;
  size_t               first;

  if (self->has_caps && !pe_adjust_check_conditions (self, node))
    return;
  if (indicator->declared == PE_DECLARED_ONLY || pe_rule_is_attested (rule))
    {
      if (!score_by_declaration (self, node, indicator))
        report_score_missing (self, indicator);
      return;
    }
  if (indicator->declared == PE_DECLARED_IF_FACTS_MISSING)
    {
      lacks_facts = is_slot ? pe_dossier_find_rows (self->dossier, indicator->code, &first) == 0
                            : pe_rule_lacks_facts (rule, &source);
      if (lacks_facts && score_by_declaration (self, node, indicator))
        return;
    }
  leaf->rule = rule;
  if (is_slot)
    pe_slot_score (self, node);
  else
    score_by_rule (self, node, &source);
}
