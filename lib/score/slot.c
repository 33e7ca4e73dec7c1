/* slot.c - a leaf whose children the unit brings (部门自定指标)
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scoring-private.h"

#include <string.h>

#include "../base/figure-private.h"
#include "adjust-private.h"
#include "label-private.h"

/* A row of the slot; rows are numbered from 1, 0 being none. */
typedef struct slot_row
{
  uint32_t    parent;
  uint32_t    first_child;
  uint32_t    last_child;
  uint32_t    next;
  uint32_t    depth; /* 1 for a top row */
  uint32_t    node;  /* under score: rows */
  gboolean    withdrawn;
  pe_rational marks; /* its own, or of those below it; under equal marks each bottom row has 1 */
} slot_row;

typedef struct slot_table
{
  pe_scoring         *scoring;
  uint32_t            node; /* the slot's */
  const pe_indicator *indicator;
  pe_slot             slot;
  size_t              first; /* in the dossier */
  uint32_t            n;
  slot_row           *rows;     /* of n + 1: [0] stands for the slot itself */
  uint64_t            n_bottom; /* rows without others below them, withdrawn ones included */
  uint32_t            n_scored; /* bottom rows that were neither withdrawn nor dropped */
} slot_table;

static const pe_row *
peek_row (const slot_table *self, uint32_t number)
{
  return pe_dossier_peek_row (self->scoring->dossier, self->first + number - 1);
}

static gboolean
is_bottom (const slot_table *self, uint32_t number)
{
  return self->rows[number].first_child == 0;
}

/* Findings */

static char *
print_row_path (const slot_table *self, uint32_t number, const char *member)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_dossier_print_row_path (self->scoring->dossier, self->first + number - 1, &buffer);
  pe_buffer_add_string (&buffer, member);
  return pe_buffer_steal (&buffer);
}

/* "/rows/1.1.1": the first row of a slot is its first top row. */
static char *
print_slot_path (const slot_table *self)
{
  char *path = print_row_path (self, 1, "");
  char *last = path == NULL ? NULL : strrchr (path, '/');

  if (last != NULL)
    *last = '\0';
  return path;
}

/* number: the row, or 0 for the slot. */
static void
report_rows (const slot_table *self, uint32_t number, const char *member, const char *found, const char *expected,
             const char *expected_zh)
{
  char *path = number == 0 ? print_slot_path (self) : print_row_path (self, number, member);

  /* What was left empty is not found. */
  pe_scoring_add (self->scoring, PE_ERROR_SLOT_ROWS, path, "code", self->indicator->code, "found",
                  found != NULL && found[0] != '\0' ? found : NULL, "expected", expected, "expected_zh", expected_zh,
                  NULL);
  g_free (path);
}

static char *
print_uint (const char *before, uint64_t number, const char *after)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_string (&buffer, before);
  pe_buffer_add_uint (&buffer, number);
  pe_buffer_add_string (&buffer, after);
  return pe_buffer_steal (&buffer);
}

static void
report_count (const slot_table *self, uint32_t number, uint64_t found, const char *before_en, const char *before_zh,
              uint64_t limit, const char *after_en, const char *after_zh)
{
  char *count = print_uint ("", found, "");
  char *expected = print_uint (before_en, limit, after_en);
  char *expected_zh = print_uint (before_zh, limit, after_zh);

  if (count == NULL || expected == NULL || expected_zh == NULL)
    pe_scoring_add (self->scoring, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    report_rows (self, number, "", count, expected, expected_zh);
  g_free (count);
  g_free (expected);
  g_free (expected_zh);
}

/* The tree of rows */

static void
link_row (slot_table *self, uint32_t number)
{
  const pe_row *row = peek_row (self, number);
  slot_row     *own = &self->rows[number], *parent = &self->rows[row->parent];

  own->parent = row->parent;
  own->depth = parent->depth + 1;
  own->withdrawn = parent->withdrawn || row->withdrawn != 0;
  if (parent->last_child == 0)
    parent->first_child = number;
  else
    self->rows[parent->last_child].next = number;
  parent->last_child = number;
}

static gboolean
slot_table_init (slot_table *self, pe_scoring *scoring, uint32_t node)
{
  size_t n;

  *self = (slot_table) { .scoring = scoring, .node = node };
  self->indicator = pe_evaluation_peek_indicator (scoring->evaluation, node);
  pe_rule_get_slot (self->indicator->rule, &self->slot);
  n = pe_dossier_find_rows (scoring->dossier, self->indicator->code, &self->first);
  if (n < G_MAXINT32)
    self->rows = g_try_new0 (slot_row, n + 1);
  if (self->rows == NULL)
    return pe_scoring_check (scoring, PE_ERROR_NO_MEMORY, node);
  self->n = (uint32_t) n;
  for (uint32_t i = 0; i <= self->n; i++)
    pe_rational_init (&self->rows[i].marks);
  for (uint32_t i = 1; i <= self->n; i++)
    link_row (self, i);
  for (uint32_t i = 1; i <= self->n; i++)
    if (is_bottom (self, i))
      self->n_bottom++;
  return TRUE;
}

static void
slot_table_clear (slot_table *self)
{
  for (uint32_t i = 0; self->rows != NULL && i <= self->n; i++)
    pe_rational_clear (&self->rows[i].marks);
  g_free (self->rows);
}

/* The row after another in printed order, 0 after the last. */
static uint32_t
find_next (const slot_table *self, uint32_t number)
{
  if (self->rows[number].first_child != 0)
    return self->rows[number].first_child;
  while (number != 0 && self->rows[number].next == 0)
    number = self->rows[number].parent;
  return number == 0 ? 0 : self->rows[number].next;
}

/* Checks */

static pe_sign
get_sign (const pe_row *row)
{
  if (row->nature == PE_NATURE_QUALITATIVE)
    return PE_SIGN_QUALITATIVE;
  return row->nature == PE_NATURE_QUANTITATIVE ? row->sign : 0;
}

static const char *
get_sign_word (pe_sign sign)
{
  static const char *const words[PE_SIGN_QUALITATIVE + 1] = { "", "≥", "≤", "=", "<", ">", "定性" };

  return words[sign]; /* the builder of a dossier takes no other sign */
}

/* The rule for a row, or NULL when the rulebook has none for rows of its kind, which is then a finding. */
static const pe_rule *
find_rule (const slot_table *self, uint32_t number)
{
  const pe_row  *row = peek_row (self, number);
  const pe_sign  sign = get_sign (row);
  const pe_rule *rule = sign == 0 ? NULL : pe_rule_get_sign_rule (self->indicator->rule, sign);

  if (rule != NULL)
    return rule;
  if (row->nature != PE_NATURE_QUANTITATIVE && row->nature != PE_NATURE_QUALITATIVE)
    report_rows (self, number, "/nature", NULL, "a nature: quantitative or qualitative", "指标性质：定量或定性");
  else
    report_rows (self, number, row->nature == PE_NATURE_QUALITATIVE ? "/nature" : "/sign", get_sign_word (sign),
                 "a sign that the rulebook has a rule for", "评分规则有评分标准的符号");
  return NULL;
}

/* The builder of a dossier takes marks without a unit or in points alone. */
static gboolean
is_mark (const pe_figure *figure)
{
  return figure->state == PE_STATE_VALUE && figure->value.coefficient > 0;
}

/* Reads the marks of a bottom row, FALSE when they are not as they should be. */
static gboolean
take_marks (const slot_table *self, uint32_t number)
{
  const pe_figure *figure = &peek_row (self, number)->marks;
  pe_buffer        buffer = PE_BUFFER_INIT;
  char            *found;

  if (self->slot.marks == PE_SLOT_MARKS_EQUAL)
    {
      pe_rational_set_int (&self->rows[number].marks, 1);
      return TRUE;
    }
  if (is_mark (figure))
    {
      pe_rational_set_decimal (&self->rows[number].marks, &figure->value);
      return TRUE;
    }
  pe_buffer_add_string (&buffer, "");
  pe_figure_print (figure, &buffer);
  found = pe_buffer_steal (&buffer);
  report_rows (self, number, "/marks", found, "marks above 0, a bare number or in 分",
               "大于 0 的分值（不带单位或单位为分）");
  g_free (found);
  return FALSE;
}

static void
report_marks (const slot_table *self, uint32_t number, const pe_rational *found, const pe_rational *expected)
{
  pe_buffer found_text = PE_BUFFER_INIT, en = PE_BUFFER_INIT, zh = PE_BUFFER_INIT;
  char     *texts[3];

  pe_label_add_number (found, &found_text);
  pe_buffer_add_string (&en, "marks that add up to ");
  pe_label_add_number (expected, &en);
  pe_buffer_add_string (&zh, "分值合计 ");
  pe_label_add_number (expected, &zh);
  texts[0] = pe_buffer_steal (&found_text);
  texts[1] = pe_buffer_steal (&en);
  texts[2] = pe_buffer_steal (&zh);
  if (texts[0] == NULL || texts[1] == NULL || texts[2] == NULL)
    pe_scoring_add (self->scoring, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    report_rows (self, number, "/marks", texts[0], texts[1], texts[2]);
  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
}

/* What a row with rows below it states has to be what those add up to. */
static void
check_group_marks (const slot_table *self, uint32_t number)
{
  const pe_figure *figure = &peek_row (self, number)->marks;
  pe_rational      stated;

  if (self->slot.marks == PE_SLOT_MARKS_EQUAL || figure->state == PE_STATE_MISSING)
    return;
  pe_rational_init (&stated);
  pe_rational_set_decimal (&stated, &figure->value);
  if (!is_mark (figure) || pe_rational_compare (&stated, &self->rows[number].marks) != 0)
    report_marks (self, number, &self->rows[number].marks, &stated);
  pe_rational_clear (&stated);
}

/* A row stands before those below it: backwards, its marks are complete when it is reached. */
static void
add_up_marks (slot_table *self)
{
  for (uint32_t i = self->n; i > 0; i--)
    {
      pe_rational *above = &self->rows[self->rows[i].parent].marks;

      if (!is_bottom (self, i))
        check_group_marks (self, i);
      if (!pe_scoring_check (self->scoring, pe_rational_add (above, above, &self->rows[i].marks, self->scoring->bits),
                             self->node))
        return;
    }
}

static void
check_marks (slot_table *self)
{
  const pe_rational *full_marks = &pe_evaluation_peek_node (self->scoring->evaluation, self->node)->full_marks;
  gboolean           complete = TRUE;

  for (uint32_t i = 1; i <= self->n; i++)
    if (is_bottom (self, i))
      complete = take_marks (self, i) && complete;
  if (!complete)
    return;
  add_up_marks (self);
  if (self->slot.marks == PE_SLOT_MARKS_BY_UNIT && pe_rational_compare (&self->rows[0].marks, full_marks) != 0)
    report_marks (self, 0, &self->rows[0].marks, full_marks);
}

/* FALSE when the rows do not fit the slot. */
static gboolean
check_rows (slot_table *self)
{
  const uint64_t n_errors = pe_collector_get_n_errors (&self->scoring->collector);
  const pe_slot *slot = &self->slot;

  if (self->n_bottom < slot->min_rows)
    report_count (self, 0, self->n_bottom, "at least ", "至少 ", slot->min_rows, " rows", " 项");
  if (self->n_bottom > slot->max_rows)
    report_count (self, 0, self->n_bottom, "at most ", "至多 ", slot->max_rows, " rows", " 项");
  for (uint32_t i = 1; i <= self->n; i++)
    if (self->rows[i].depth > slot->depth)
      report_count (self, i, self->rows[i].depth, "at most ", "至多 ", slot->depth, " levels of rows", " 级");
  check_marks (self);
  return pe_collector_get_n_errors (&self->scoring->collector) == n_errors;
}

/* A row's figures as facts */

typedef struct row_facts
{
  size_t   row;
  pe_fact  actual;
  pe_fact  target;
  pe_fact  grade;
  pe_fact  score;
  gboolean adjusted;
} row_facts;

static void
set_fact (pe_fact *fact, const char *name, const pe_figure *figure, const char *text)
{
  pe_fact_init (fact, sizeof *fact);
  fact->name = name;
  fact->figure = *figure;
  fact->text = text;
}

static void
row_facts_init (row_facts *self, const pe_dossier *dossier, size_t index)
{
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, 0 }, text = { { 0, 0, 0 }, PE_STATE_TEXT, 0 };
  const pe_row          *row = pe_dossier_peek_row (dossier, index);

  self->row = index;
  self->adjusted = row->adjusted_target.state != PE_STATE_MISSING;
  set_fact (&self->actual, "actual", &row->actual, row->actual_text);
  if (self->adjusted)
    set_fact (&self->target, "target", &row->adjusted_target, row->adjusted_text);
  else
    set_fact (&self->target, "target", &row->target, row->target_text);
  set_fact (&self->grade, "grade", row->grade == NULL ? &missing : &text, row->grade);
  set_fact (&self->score, "score", &row->score, NULL);
}

static const pe_fact *
find_row_fact (const pe_fact_source *source, const char *name)
{
  const row_facts     *self = source->data;
  const pe_fact *const facts[] = { &self->actual, &self->target, &self->grade, &self->score };

  for (size_t i = 0; i < G_N_ELEMENTS (facts); i++)
    if (strcmp (facts[i]->name, name) == 0)
      return facts[i];
  return NULL;
}

static void
print_row_fact_path (const pe_fact_source *source, const char *name, pe_buffer *out)
{
  const row_facts *self = source->data;

  pe_dossier_print_row_path (source->dossier, self->row, out);
  pe_buffer_add_char (out, '/');
  pe_buffer_add_string (out, self->adjusted && strcmp (name, "target") == 0 ? "adjusted_target" : name);
}

/* A figure in the unit of its row is printed with the row's own word for it: 1150 人, not 1150 个. */
static void
name_units (const pe_row *row, pe_outcome *outcome)
{
  pe_unit unit = PE_UNIT_OTHER;

  if (row->unit == NULL)
    return;
  (void) pe_unit_parse (&unit, row->unit, strlen (row->unit), NULL);
  for (size_t i = 0; i < outcome->inputs.size; i++)
    {
      pe_scored_input *input = pe_vector_at (&outcome->inputs, pe_scored_input, i);

      /* What the rule fixes has no path; shares and a yes or no are printed in a way of their own. */
      if (input->path != NULL && input->figure.unit == unit && unit != PE_UNIT_NONE && unit != PE_UNIT_TRUTH
          && pe_unit_get_dimension (unit) != PE_DIMENSION_SHARE)
        input->unit = row->unit;
    }
}

/* Applies the rule of a row's sign. */
static gboolean
apply_row (const slot_table *self, uint32_t number, uint32_t node, const pe_rule *rule, const pe_rational *full_marks,
           pe_outcome *out)
{
  row_facts            facts;
  const pe_fact_source source
      = { find_row_fact, print_row_fact_path, NULL, self->scoring->dossier, self->scoring->calendar, &facts,
          NULL,          self->scoring->steps };

  row_facts_init (&facts, self->scoring->dossier, self->first + number - 1);
  if (!pe_leaf_apply_rule (self->scoring, node, rule, full_marks, &source, out))
    return FALSE;
  name_units (peek_row (self, number), out);
  return TRUE;
}

static void
report_withdrawn (const slot_table *self, uint32_t number)
{
  char *path = print_row_path (self, number, "");

  pe_scoring_add (self->scoring, PE_NOTE_WITHDRAWN, path, "code", self->indicator->code, "name",
                  peek_row (self, number)->name, NULL);
  g_free (path);
}

/* score: rows */

/* full marks x own marks / marks of all rows */
static gboolean
set_row_marks (const slot_table *self, uint32_t number)
{
  const pe_evaluation *evaluation = self->scoring->evaluation;
  pe_rational         *out = &pe_evaluation_peek_node (evaluation, self->rows[number].node)->full_marks;
  const uint32_t       bits = self->scoring->bits;
  pe_status            status = pe_rational_multiply (
      out, &pe_evaluation_peek_node (evaluation, self->node)->full_marks, &self->rows[number].marks, bits);

  if (status == PE_OK)
    status = pe_rational_divide (out, out, &self->rows[0].marks, bits);
  return pe_scoring_check (self->scoring, status, self->node);
}

static char *
print_row_code (const slot_table *self, uint32_t number)
{
  char      room[PE_PATH_ROOM] PE_UNSET;
  pe_buffer buffer = PE_BUFFER_INIT_IN (room);

  pe_buffer_add_string (&buffer, self->indicator->code);
  pe_buffer_add_char (&buffer, '#');
  pe_buffer_add_uint (&buffer, number);
  return pe_buffer_steal_in (&buffer, &self->scoring->evaluation->arena);
}

static gboolean
add_row_node (slot_table *self, uint32_t number)
{
  pe_evaluation     *evaluation = self->scoring->evaluation;
  slot_row          *row = &self->rows[number];
  const pe_node_kind kind = is_bottom (self, number) ? PE_NODE_ROW : PE_NODE_GROUP;
  const int32_t      indicator = pe_evaluation_peek_node (evaluation, self->node)->indicator;
  pe_scored_node    *node;
  pe_status status = pe_evaluation_add_node (evaluation, kind, self->rows[row->parent].node, indicator, &row->node);

  if (status == PE_OK && kind == PE_NODE_ROW)
    status = pe_evaluation_add_leaf (evaluation, row->node);
  if (!pe_scoring_check (self->scoring, status, self->node))
    return FALSE;
  node = pe_evaluation_peek_node (evaluation, row->node);
  node->row = (int32_t) (self->first + number - 1);
  node->row_code = print_row_code (self, number);
  node->origin = kind == PE_NODE_ROW ? 0 : PE_ORIGIN_SUM;
  if (node->row_code == NULL)
    return pe_scoring_check (self->scoring, PE_ERROR_NO_MEMORY, self->node);
  return set_row_marks (self, number);
}

static void
score_row (slot_table *self, uint32_t number)
{
  const uint32_t  index = self->rows[number].node;
  pe_scored_node *node = pe_evaluation_peek_node (self->scoring->evaluation, index);
  pe_scored_leaf *leaf = node->leaf;

  if (self->rows[number].withdrawn)
    {
      node->origin = PE_ORIGIN_DROPPED;
      report_withdrawn (self, number);
      return;
    }
  leaf->rule = find_rule (self, number);
  if (leaf->rule != NULL && apply_row (self, number, index, leaf->rule, &node->full_marks, &leaf->outcome))
    pe_leaf_take_outcome (self->scoring, index, self->indicator->rule);
  if (node->origin != PE_ORIGIN_DROPPED)
    self->n_scored++;
}

static void
score_by_rows (slot_table *self)
{
  pe_evaluation *evaluation = self->scoring->evaluation;

  self->rows[0].node = self->node;
  for (uint32_t i = find_next (self, 0); i != 0; i = find_next (self, i))
    {
      if (!add_row_node (self, i))
        return;
      if (is_bottom (self, i))
        score_row (self, i);
    }
  if (self->n_scored == 0)
    pe_evaluation_cut_nodes (evaluation, (size_t) self->node + 1);
  else
    pe_evaluation_peek_node (evaluation, self->node)->origin = PE_ORIGIN_SUM;
}

/* score: mean */

/* Hands the figures of a row to the slot, under the row's name. */
static pe_status
move_inputs (pe_outcome *out, pe_outcome *outcome, const char *name)
{
  for (size_t i = 0; i < outcome->inputs.size; i++)
    {
      pe_scored_input *input = pe_vector_at (&outcome->inputs, pe_scored_input, i);
      pe_scored_input  moved = *input;

      moved.name = name;
      if (pe_vector_push (&out->inputs, &moved) != PE_OK)
        return PE_ERROR_NO_MEMORY;
      input->path = NULL;
    }
  return PE_OK;
}

/* The share that a row counts with: FALSE when it does not count, by a policy or by a fault. */
static gboolean
find_share (const slot_table *self, uint32_t number, const pe_rule *rule, const pe_rational *one, pe_outcome *outcome,
            pe_rational *share)
{
  const int32_t row = (int32_t) (self->first + number - 1);
  pe_policy     policy;

  if (outcome->state == PE_STATE_VALUE)
    {
      pe_rational_copy (share, &outcome->points);
      pe_leaf_report_notice (self->scoring, self->node, row, rule, outcome);
      return TRUE;
    }
  policy = pe_leaf_find_policy (self->scoring, rule, self->indicator->rule, outcome);
  if (policy == PE_POLICY_ERROR)
    {
      pe_leaf_report_fault (self->scoring, self->node, row, rule, self->indicator->rule, one, outcome);
      return FALSE;
    }
  pe_leaf_report_policy (self->scoring, self->node, row, rule, outcome);
  pe_rational_set_int (share, policy == PE_POLICY_FULL ? 1 : 0);
  return policy != PE_POLICY_DROP;
}

static pe_status
add_part (const slot_table *self, uint32_t number, pe_rational *share, pe_over_result *over)
{
  pe_scored_leaf *leaf = pe_evaluation_peek_node (self->scoring->evaluation, self->node)->leaf;
  slot_row       *row = &self->rows[number];
  pe_slot_part   *part;
  void           *place;

  if (pe_vector_grow (&leaf->parts, 1, &place) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  part = place;
  part->row = (uint32_t) (self->first + number - 1);
  pe_rational_init (&part->weight);
  pe_rational_init (&part->share);
  pe_rational_copy (&part->weight, &row->marks);
  pe_rational_move (&part->share, share);
  pe_over_result_init (&part->over);
  pe_over_result_move (&part->over, over);
  return PE_OK;
}

static void
take_row (slot_table *self, uint32_t number, const pe_rational *one)
{
  pe_scoring     *scoring = self->scoring;
  pe_scored_leaf *leaf = pe_evaluation_peek_node (scoring->evaluation, self->node)->leaf;
  const pe_rule  *rule = find_rule (self, number);
  pe_outcome      outcome;
  pe_rational     share;
  pe_over_result  over;
  pe_status       status = PE_OK;

  pe_outcome_init_in (&outcome, leaf->outcome.inputs.arena);
  pe_rational_init (&share);
  pe_over_result_init (&over);
  if (rule != NULL && apply_row (self, number, self->node, rule, one, &outcome))
    {
      if (find_share (self, number, rule, one, &outcome, &share))
        {
          self->n_scored++;
          pe_adjust_measure (scoring, self->node, (int32_t) (self->first + number - 1), &outcome, &over);
          status = add_part (self, number, &share, &over);
        }
      if (status == PE_OK)
        status = move_inputs (&leaf->outcome, &outcome, peek_row (self, number)->name);
    }
  pe_scoring_check (scoring, status, self->node);
  pe_over_result_clear (&over);
  pe_rational_clear (&share);
  pe_outcome_clear (&outcome);
}

/* full marks x sum of weight x share / sum of weights: multiplied before it is divided, and rounded once. */
static pe_status
compute_mean (const slot_table *self, pe_rational *out)
{
  const pe_scored_node *node = pe_evaluation_peek_node (self->scoring->evaluation, self->node);
  const pe_vector      *parts = &node->leaf->parts;
  const uint32_t        bits = self->scoring->bits;
  pe_rational           weights, product;
  pe_status             status = PE_OK;

  pe_rational_init (&weights);
  pe_rational_init (&product);
  for (size_t i = 0; i < parts->size && status == PE_OK; i++)
    {
      const pe_slot_part *part = pe_vector_at (parts, const pe_slot_part, i);

      status = pe_rational_add (&weights, &weights, &part->weight, bits);
      if (status == PE_OK)
        status = pe_rational_multiply (&product, &part->weight, &part->share, bits);
      if (status == PE_OK)
        status = pe_rational_add (out, out, &product, bits);
    }
  if (status == PE_OK)
    status = pe_rational_multiply (out, out, &node->full_marks, bits);
  if (status == PE_OK)
    status = pe_rational_divide (out, out, &weights, bits);
  pe_rational_clear (&weights);
  pe_rational_clear (&product);
  return status;
}

static void
score_by_mean (slot_table *self)
{
  pe_outcome    *outcome = &pe_evaluation_peek_node (self->scoring->evaluation, self->node)->leaf->outcome;
  const uint64_t n_errors = pe_collector_get_n_errors (&self->scoring->collector);
  pe_rational    one;

  pe_rational_init (&one);
  pe_rational_set_int (&one, 1);
  for (uint32_t i = find_next (self, 0); i != 0; i = find_next (self, i))
    {
      if (!is_bottom (self, i))
        continue;
      if (self->rows[i].withdrawn)
        report_withdrawn (self, i);
      else
        take_row (self, i, &one);
    }
  pe_rational_clear (&one);
  if (pe_collector_get_n_errors (&self->scoring->collector) > n_errors || self->n_scored == 0)
    return;
  outcome->state = PE_STATE_VALUE;
  if (pe_scoring_check (self->scoring, compute_mean (self, &outcome->points), self->node))
    pe_leaf_take_outcome (self->scoring, self->node, NULL);
}

/* A slot without rows, or with none that is scored */

static void
score_empty (slot_table *self)
{
  const pe_policy policy = self->slot.empty == 0 ? PE_POLICY_ERROR : self->slot.empty;
  char           *path;

  if (self->n > 0)
    path = print_slot_path (self);
  else
    {
      pe_buffer buffer = PE_BUFFER_INIT;

      pe_buffer_add_string (&buffer, "/rows/");
      pe_buffer_add_string (&buffer, self->indicator->code); /* a code has nothing to escape */
      path = pe_buffer_steal (&buffer);
    }
  pe_scoring_add (self->scoring, policy == PE_POLICY_ERROR ? PE_ERROR_SLOT_EMPTY : PE_NOTE_EMPTY_SLOT, path, "code",
                  self->indicator->code, NULL);
  g_free (path);
  if (policy != PE_POLICY_ERROR)
    pe_leaf_apply_policy (self->scoring, self->node, policy, PE_STATE_MISSING);
}

void
pe_slot_score (pe_scoring *self, uint32_t node)
{
  const uint64_t n_errors = pe_collector_get_n_errors (&self->collector);
  slot_table     table;

  if (slot_table_init (&table, self, node) && (table.n == 0 || check_rows (&table)))
    {
      if (table.n > 0 && table.slot.by_rows)
        score_by_rows (&table);
      else if (table.n > 0)
        score_by_mean (&table);
      if (table.n_scored == 0 && pe_collector_get_n_errors (&self->collector) == n_errors)
        score_empty (&table);
    }
  slot_table_clear (&table);
}
