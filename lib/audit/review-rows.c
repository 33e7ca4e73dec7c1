/* review-rows.c - what a reviewer asks about the rows that a unit brought
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "review-private.h"

#define FOR_EACH_ROW(self, index) for (size_t index = 0; (index) < pe_dossier_get_n_rows ((self)->dossier); (index)++)

/* */

/* The rows of one slot, whose marks are added by what they stand below. */
typedef struct slot_sums
{
  size_t       first, n;
  pe_rational *sums; /* by number: 0 is the slot itself */
  uint32_t    *counts;
} slot_sums;

static gboolean
slot_sums_init (slot_sums *self)
{
  self->sums = g_try_new (pe_rational, self->n + 1);
  self->counts = g_try_new0 (uint32_t, self->n + 1);
  for (size_t i = 0; self->sums != NULL && i <= self->n; i++)
    pe_rational_init (&self->sums[i]);
  return self->sums != NULL && self->counts != NULL;
}

static void
slot_sums_clear (slot_sums *self)
{
  for (size_t i = 0; self->sums != NULL && i <= self->n; i++)
    pe_rational_clear (&self->sums[i]);
  g_free (self->sums);
  g_free (self->counts);
}

static void
add_marks (pe_reviewing *self, slot_sums *sums)
{
  pe_rational marks;

  pe_rational_init (&marks);
  for (size_t i = 0; i < sums->n; i++)
    {
      const pe_row *row = pe_dossier_peek_row (self->dossier, sums->first + i);

      if (row->marks.state != PE_STATE_VALUE || row->withdrawn != 0)
        continue;
      pe_rational_set_decimal (&marks, &row->marks.value);
      pe_reviewing_try (
          self, pe_rational_add (&sums->sums[row->parent], &sums->sums[row->parent], &marks, self->limits.number_bits));
      sums->counts[row->parent]++;
    }
  pe_rational_clear (&marks);
}

static void
compare_marks (pe_reviewing *self, const pe_rational *sum, const pe_decimal *above, const char *name, char *path)
{
  pe_rational total;
  char       *sum_text, *total_text;

  pe_reviewing_examine (self);
  pe_rational_init (&total);
  pe_rational_set_decimal (&total, above);
  if (pe_rational_compare (sum, &total) == 0)
    {
      g_free (path);
      return;
    }
  sum_text = pe_reviewing_print_number (sum);
  total_text = pe_reviewing_print_number (&total);
  pe_reviewing_add (self, 0, PE_WARNING_REVIEW_MARKS, path, "code", name, "sum", sum_text, "total", total_text, NULL);
  g_free (sum_text);
  g_free (total_text);
}

static void
check_slot_marks (pe_reviewing *self, const pe_indicator *leaf)
{
  slot_sums sums = { 0, 0, NULL, NULL };
  pe_buffer path = PE_BUFFER_INIT;

  sums.n = pe_dossier_find_rows (self->dossier, leaf->code, &sums.first);
  if (sums.n == 0)
    return;
  if (slot_sums_init (&sums))
    {
      add_marks (self, &sums);
      pe_buffer_add_string (&path, "/rows/");
      pe_buffer_add_string (&path, leaf->code);
      if (sums.counts[0] > 0)
        compare_marks (self, &sums.sums[0], &leaf->full_marks, leaf->code, pe_buffer_steal (&path));
      else
        pe_buffer_clear (&path);
      for (size_t i = 1; i <= sums.n; i++)
        {
          const pe_row *row = pe_dossier_peek_row (self->dossier, sums.first + i - 1);

          if (sums.counts[i] > 0 && row->marks.state == PE_STATE_VALUE)
            compare_marks (self, &sums.sums[i], &row->marks.value, row->name,
                           pe_reviewing_print_row_path (self, sums.first + i - 1, "/marks"));
        }
    }
  else
    pe_reviewing_try (self, PE_ERROR_NO_MEMORY);
  slot_sums_clear (&sums);
}

/* Only where the unit splits the marks: elsewhere they are weights, or not asked for. */
void
pe_review_marks (pe_reviewing *self)
{
  for (size_t i = 0; i < pe_rulebook_get_n_indicators (self->rulebook); i++)
    {
      const pe_indicator *leaf = pe_rulebook_peek_indicator (self->rulebook, i);
      pe_slot             slot;

      if (leaf->rule == NULL || !pe_rule_is_slot (leaf->rule))
        continue;
      pe_rule_get_slot (leaf->rule, &slot);
      if (slot.marks == PE_SLOT_MARKS_BY_UNIT)
        check_slot_marks (self, leaf);
    }
}

/* */
void
pe_review_marks_positive (pe_reviewing *self)
{
  FOR_EACH_ROW (self, i)
  {
    const pe_row *row = pe_dossier_peek_row (self->dossier, i);
    char         *found;

    if (row->marks.state != PE_STATE_VALUE)
      continue;
    pe_reviewing_examine (self);
    if (row->marks.value.coefficient > 0)
      continue;
    found = pe_reviewing_print_decimal (&row->marks.value);
    pe_reviewing_add (self, 0, PE_WARNING_REVIEW_MARKS_ZERO, pe_reviewing_print_row_path (self, i, "/marks"), "name",
                      row->name, "found", found, NULL);
    g_free (found);
  }
}

/* R-05, of rows that are scored one by one */

static gboolean
has_lost (const pe_scored_node *node)
{
  return pe_rational_compare (&node->score, &node->full_marks) < 0;
}

void
pe_review_rows_explained (pe_reviewing *self)
{
  FOR_EACH_ROW (self, i)
  {
    const pe_scored_node *node = pe_reviewing_get_row_node (self, i);
    const pe_row         *row = pe_dossier_peek_row (self->dossier, i);
    char                 *found, *total;

    if (node == NULL || node->leaf == NULL || row->withdrawn != 0)
      continue;
    pe_reviewing_examine (self);
    if (!has_lost (node) || pe_reviewing_is_told (row->reason))
      continue;
    found = pe_reviewing_print_number (&node->score);
    total = pe_reviewing_print_number (&node->full_marks);
    pe_reviewing_add (self, 0, PE_WARNING_REVIEW_NO_REASON, pe_reviewing_print_row_path (self, i, ""), "name",
                      row->name, "found", found, "total", total, NULL);
    g_free (found);
    g_free (total);
  }
}

/* How a row's result stands to its target: the order of actual and target; FALSE where one is no number. */
static gboolean
compare_target (pe_reviewing *self, const pe_row *row, pe_rational *actual, pe_rational *target, int *order)
{
  const pe_figure *figure = pe_reviewing_get_target (row);

  if (row->nature != PE_NATURE_QUANTITATIVE || row->withdrawn != 0
      || pe_unit_get_dimension (figure->unit) != pe_unit_get_dimension (row->actual.unit)
      || !pe_reviewing_get_base (self, &row->actual, actual) || !pe_reviewing_get_base (self, figure, target))
    return FALSE;
  *order = pe_rational_compare (actual, target);
  return TRUE;
}

static gboolean
is_missed (pe_sign sign, int order)
{
  switch (sign)
    {
    case PE_SIGN_AT_LEAST:
      return order < 0;
    case PE_SIGN_AT_MOST:
      return order > 0;
    case PE_SIGN_LESS:
      return order >= 0;
    case PE_SIGN_GREATER:
      return order <= 0;
    default:
      /* "Equal" is scored as a capped ratio in some systems: to fall short is to miss. */
      return order < 0;
    }
}

/* A reason of a row may as well be that of a target far exceeded or adjusted. */

static void
check_reason (pe_reviewing *self, size_t index, const pe_row *row, const pe_scored_node *node, int order)
{
  char *found, *expected;

  pe_reviewing_examine (self);
  if (!has_lost (node) && is_missed (row->sign, order))
    {
      found = pe_reviewing_print_figure (&row->actual, row->actual_text);
      expected = pe_reviewing_print_figure (pe_reviewing_get_target (row), NULL);
      pe_reviewing_add (self, MAX (self->rule.severity, PE_SEVERITY_WARNING), PE_WARNING_REVIEW_FULL_THOUGH_MISSED,
                        pe_reviewing_print_row_path (self, index, "/actual"), "name", row->name, "found", found,
                        "expected", expected, NULL);
      g_free (found);
      g_free (expected);
    }
  else if (!has_lost (node) && order == 0 && row->adjusted_target.state == PE_STATE_MISSING
           && pe_reviewing_is_told (row->reason))
    pe_reviewing_add (self, 0, PE_NOTE_REVIEW_REASON_UNNEEDED, pe_reviewing_print_row_path (self, index, "/reason"),
                      "name", row->name, "found", row->reason, NULL);
}

void
pe_review_rows_reason_needed (pe_reviewing *self)
{
  pe_rational actual, target;

  pe_rational_init (&actual);
  pe_rational_init (&target);
  FOR_EACH_ROW (self, i)
  {
    const pe_scored_node *node = pe_reviewing_get_row_node (self, i);
    const pe_row         *row = pe_dossier_peek_row (self->dossier, i);
    int                   order;

    if (node != NULL && node->leaf != NULL && compare_target (self, row, &actual, &target, &order))
      check_reason (self, i, row, node, order);
  }
  pe_rational_clear (&actual);
  pe_rational_clear (&target);
}

/* */
void
pe_review_rows_qualitative (pe_reviewing *self)
{
  FOR_EACH_ROW (self, i)
  {
    const pe_row *row = pe_dossier_peek_row (self->dossier, i);

    if (row->nature != PE_NATURE_QUALITATIVE || row->withdrawn != 0)
      continue;
    pe_reviewing_examine (self);
    if (!pe_reviewing_is_told (row->evidence))
      pe_reviewing_add (self, 0, PE_WARNING_REVIEW_NO_EVIDENCE, pe_reviewing_print_row_path (self, i, ""), "name",
                        row->name, NULL);
  }
}

/* */

static void
check_number (pe_reviewing *self, size_t index, const pe_row *row, const pe_figure *figure, const char *text,
              const char *member)
{
  const pe_dimension expected = pe_unit_get_dimension (row->target.unit);
  char              *found;

  if (figure->state != PE_STATE_TEXT
      && (figure->state != PE_STATE_VALUE || row->target.state != PE_STATE_VALUE
          || pe_unit_get_dimension (figure->unit) == expected))
    return;
  found = pe_reviewing_print_figure (figure, text);
  pe_reviewing_add (self, 0, PE_WARNING_REVIEW_NOT_NUMERIC, pe_reviewing_print_row_path (self, index, member), "name",
                    row->name, "found", found, NULL);
  g_free (found);
}

void
pe_review_numeric (pe_reviewing *self)
{
  FOR_EACH_ROW (self, i)
  {
    const pe_row *row = pe_dossier_peek_row (self->dossier, i);

    if (row->nature != PE_NATURE_QUANTITATIVE || row->withdrawn != 0)
      continue;
    pe_reviewing_examine (self);
    check_number (self, i, row, &row->target, row->target_text, "/target");
    check_number (self, i, row, &row->adjusted_target, row->adjusted_text, "/adjusted_target");
    check_number (self, i, row, &row->actual, row->actual_text, "/actual");
  }
}

/* */

static void
report_over (pe_reviewing *self, size_t index, const pe_row *row, const pe_rational *reached, gboolean unexplained)
{
  char *found = pe_reviewing_print_figure (&row->actual, NULL);
  char *expected = pe_reviewing_print_figure (pe_reviewing_get_target (row), NULL);
  char *rate = pe_reviewing_print_rate (self, reached);

  pe_reviewing_add (
      self, unexplained ? 0 : PE_SEVERITY_NOTE, unexplained ? PE_WARNING_REVIEW_OVER_ACHIEVED : PE_NOTE_REVIEW_EXCEEDED,
      pe_reviewing_print_row_path (self, index, "/actual"), "name", row->name, "found", found, "expected", expected,
      "rate", rate, NULL);
  g_free (found);
  g_free (expected);
  g_free (rate);
}

static void
check_over (pe_reviewing *self, size_t index, const pe_row *row, const pe_rational *reached)
{
  pe_rational limit;
  gboolean    is_flagged, needs_reason;

  pe_rational_init (&limit);
  pe_rational_set_decimal (&limit, &self->rule.thresholds[0]);
  is_flagged = pe_rational_compare (reached, &limit) >= 0;
  pe_rational_set_decimal (&limit, &self->rule.thresholds[1]);
  needs_reason = pe_rational_compare (reached, &limit) >= 0;
  pe_rational_clear (&limit);
  if (needs_reason && !pe_reviewing_is_told (row->reason))
    report_over (self, index, row, reached, TRUE);
  else if (is_flagged && !needs_reason)
    report_over (self, index, row, reached, FALSE);
}

void
pe_review_over_achieved (pe_reviewing *self)
{
  pe_rational actual, target;
  int         order;

  pe_rational_init (&actual);
  pe_rational_init (&target);
  FOR_EACH_ROW (self, i)
  {
    const pe_row *row = pe_dossier_peek_row (self->dossier, i);

    if (row->sign == PE_SIGN_AT_MOST || row->sign == PE_SIGN_LESS
        || !compare_target (self, row, &actual, &target, &order) || pe_rational_sign (&target) <= 0)
      continue;
    pe_reviewing_examine (self);
    if (pe_reviewing_try (self, pe_rational_divide (&actual, &actual, &target, self->limits.number_bits)))
      check_over (self, i, row, &actual);
  }
  pe_rational_clear (&actual);
  pe_rational_clear (&target);
}

/* */

static gboolean
is_eased (pe_sign sign, int order)
{
  if (sign == PE_SIGN_AT_MOST || sign == PE_SIGN_LESS)
    return order > 0;
  return order < 0;
}

void
pe_review_targets (pe_reviewing *self)
{
  pe_rational adjusted, target;

  pe_rational_init (&adjusted);
  pe_rational_init (&target);
  FOR_EACH_ROW (self, i)
  {
    const pe_row *row = pe_dossier_peek_row (self->dossier, i);
    char         *found, *expected;

    if (!pe_reviewing_get_base (self, &row->adjusted_target, &adjusted)
        || !pe_reviewing_get_base (self, &row->target, &target))
      continue;
    pe_reviewing_examine (self);
    if (!is_eased (row->sign, pe_rational_compare (&adjusted, &target)) || pe_reviewing_is_told (row->reason))
      continue;
    found = pe_reviewing_print_figure (&row->adjusted_target, NULL);
    expected = pe_reviewing_print_figure (&row->target, NULL);
    pe_reviewing_add (self, 0, PE_WARNING_REVIEW_TARGET_CHANGED,
                      pe_reviewing_print_row_path (self, i, "/adjusted_target"), "name", row->name, "found", found,
                      "expected", expected, NULL);
    g_free (found);
    g_free (expected);
  }
  pe_rational_clear (&adjusted);
  pe_rational_clear (&target);
}

/* */

static void
report_concentration (pe_reviewing *self, const pe_scored_node *node, const pe_rational *share)
{
  const pe_indicator *leaf = pe_rulebook_peek_indicator (self->rulebook, (size_t) node->indicator);
  char               *found = pe_reviewing_print_number (&node->full_marks);
  char               *rate = pe_reviewing_print_rate (self, share);
  char               *limit = pe_reviewing_print_percent (&self->rule.thresholds[0]);
  const char         *name = leaf->name_zh;
  char               *path;

  if (node->row >= 0)
    {
      name = pe_dossier_peek_row (self->dossier, (size_t) node->row)->name;
      path = pe_reviewing_print_row_path (self, (size_t) node->row, "");
    }
  else
    path = pe_string_copy ("");
  pe_reviewing_add (self, 0, PE_NOTE_REVIEW_CONCENTRATED, path, "name", name, "found", found, "rate", rate, "limit",
                    limit, NULL);
  g_free (found);
  g_free (rate);
  g_free (limit);
}

void
pe_review_concentration (pe_reviewing *self)
{
  const pe_figure figure = { self->rule.thresholds[0], PE_STATE_VALUE, PE_UNIT_PERCENT };
  pe_rational     limit, share;

  if (self->evaluation == NULL)
    return;
  pe_rational_init (&limit);
  pe_rational_init (&share);
  pe_reviewing_get_base (self, &figure, &limit);
  for (size_t i = 1; i < self->evaluation->nodes.size; i++)
    {
      const pe_scored_node *node = pe_evaluation_peek_node (self->evaluation, i);

      if (node->leaf == NULL || node->end > i + 1) /* a slot with rows that stand for themselves */
        continue;
      pe_reviewing_examine (self);
      if (pe_reviewing_try (self, pe_rational_divide (&share, &node->full_marks,
                                                      &pe_evaluation_peek_node (self->evaluation, 0)->full_marks,
                                                      self->limits.number_bits))
          && pe_rational_compare (&share, &limit) >= 0)
        report_concentration (self, node, &share);
    }
  pe_rational_clear (&limit);
  pe_rational_clear (&share);
}
