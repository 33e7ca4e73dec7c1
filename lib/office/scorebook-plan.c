/* scorebook-plan.c - which scores are formulas, each proved against the library's own
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "scorebook-private.h"

#define RANGES_MOST 60

static gboolean
is_points (pe_book *self, const pe_scorebook_term *term, size_t node, pe_points points)
{
  pe_ratio *exact = NULL;
  gboolean  equal = FALSE;

  if (!pe_term_is_refused (term)
      && pe_book_check (self, pe_evaluation_compute_points (&exact, self->evaluation, node, points, NULL)))
    (void) pe_book_check (self, pe_term_is_ratio (&equal, term, exact));
  pe_ratio_unref (exact);
  return equal;
}

/* What was not proved is not written. */
static void
keep_if_proved (pe_book *self, pe_scorebook_term *term, size_t node, pe_points points)
{
  if (is_points (self, term, node, points))
    return;
  pe_term_clear (term);
  *term = pe_term_refuse ();
}

/* Points by the rule */

/* A person's score stands among the figures; the formula takes it from there. */
static pe_scorebook_term
declared (pe_book *self, size_t node)
{
  pe_figure figure = { { 0, 0, 0 }, PE_STATE_VALUE, PE_UNIT_POINT };

  if (!pe_book_get_points (self, node, PE_POINTS_UNADJUSTED, &figure.value, NULL))
    return pe_term_refuse ();
  return pe_book_term_of_figure (
      self, pe_book_add_figure (self, node, pe_book_say (self, "填报得分", "declared score"), NULL, &figure), FALSE);
}

void
pe_book_plan_points (pe_book *self, size_t node)
{
  pe_node           about;
  pe_scorebook_term points = pe_term_refuse (), share = pe_term_refuse ();

  pe_book_read_node (self, node, &about);
  if (self->status != PE_OK || pe_book_node_at (self, node)->has_children)
    return;
  if (about.origin == PE_ORIGIN_COMPUTED)
    points = pe_book_term_of_rule (self, node, &share);
  else if (about.origin == PE_ORIGIN_DECLARED)
    points = declared (self, node);
  keep_if_proved (self, &points, node, PE_POINTS_UNADJUSTED);
  keep_if_proved (self, &share, node, PE_POINTS_SCORE);
  pe_book_node_at (self, node)->points = points;
  pe_book_node_at (self, node)->share = share;
}

/* Adjustments: what the ledger has on each node besides its leaf and its rounding */

static pe_scorebook_term
cell_of (pe_book *self, size_t node, lxw_col_t column, const pe_decimal *decimal)
{
  char             *cell = pe_book_score_cell (pe_book_node_at (self, node)->row, column);
  pe_scorebook_term term = pe_term_of_cell (cell, decimal);

  g_free (cell);
  return term;
}

/* The leaves that were left out. */
static pe_scorebook_term
dropped_marks (pe_book *self)
{
  pe_scorebook_term sum = pe_term_refuse ();

  for (size_t i = 1; i < self->nodes.size; i++)
    {
      pe_node           about;
      pe_decimal        full;
      pe_scorebook_term cell;

      pe_book_read_node (self, i, &about);
      if (about.origin != PE_ORIGIN_DROPPED)
        continue;
      if (!pe_book_get_points (self, i, PE_POINTS_FULL_MARKS, &full, NULL))
        return pe_term_refuse ();
      cell = cell_of (self, i, PE_BOOK_FULL, &full);
      sum = pe_term_is_refused (&sum) ? cell : pe_term_add (sum, cell);
    }
  return sum;
}

/* What was left out has no points and loses its marks to the others: nothing that its own cells calculate. */
static gboolean
is_dropped (pe_book *self, size_t node)
{
  pe_node about;

  pe_book_read_node (self, node, &about);
  return about.origin == PE_ORIGIN_DROPPED;
}

/* What rescaling gave the total is a formula: see plan_rescaling(). */
static void
add_adjustment (pe_book *self, const pe_ledger_entry *entry)
{
  pe_book_node     *own = pe_book_node_at (self, entry->node);
  pe_scorebook_term amount = entry->is_exact ? pe_term_of_decimal (&entry->amount) : pe_term_refuse ();

  if (is_dropped (self, entry->node) || (entry->kind == PE_ENTRY_RESCALE && entry->node == 0))
    {
      own->is_rescaled |= entry->node == 0;
      pe_term_clear (&amount);
      return;
    }
  own->adjusted = own->has_adjustment ? pe_term_add (own->adjusted, amount) : amount;
  own->has_adjustment = TRUE;
}

static void
read_ledger (pe_book *self)
{
  const pe_ledger *ledger = pe_evaluation_get_ledger (self->evaluation);

  for (size_t i = 0; i < pe_ledger_get_size (ledger); i++)
    {
      pe_ledger_entry entry;

      pe_ledger_entry_init (&entry, sizeof entry);
      if (pe_ledger_get_entry (&entry, ledger, i, NULL) == PE_OK
          && (entry.kind == PE_ENTRY_ADJUST || entry.kind == PE_ENTRY_RESCALE))
        add_adjustment (self, &entry);
    }
}

/* Sums */

/* "H5:H7,H12"; owned, NULL where there are too many ranges. A child begins where the one before ends. */
static char *
print_ranges (pe_book *self, size_t parent)
{
  const size_t end = pe_book_node_at (self, parent)->end;
  GString     *text = g_string_new (NULL);
  guint        n = 0;

  for (size_t i = parent + 1; i < end && n <= RANGES_MOST; n++)
    {
      const size_t from = i;
      char        *cell = pe_book_score_cell (pe_book_node_at (self, from)->row, PE_BOOK_SCORE);

      g_string_append (g_string_append (text, n > 0 ? "," : ""), cell);
      g_free (cell);
      while (i < end && pe_book_node_at (self, i)->end == i + 1)
        i++; /* leaves in a row */
      if (i == from)
        i = pe_book_node_at (self, i)->end;
      else if (i > from + 1)
        {
          cell = pe_book_score_cell (pe_book_node_at (self, i - 1)->row, PE_BOOK_SCORE);
          g_string_append (g_string_append (text, ":"), cell);
          g_free (cell);
        }
    }
  if (n > 0 && n <= RANGES_MOST)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  return NULL;
}

static gboolean
add_scores (pe_book *self, size_t parent, pe_decimal *sum)
{
  const size_t end = pe_book_node_at (self, parent)->end;

  *sum = (pe_decimal) { 0, 0, 0 };
  for (size_t i = parent + 1; i < end; i = pe_book_node_at (self, i)->end)
    {
      pe_decimal score;

      if (!pe_book_get_points (self, i, PE_POINTS_SCORE, &score, NULL)
          || pe_decimal_add (sum, sum, &score, NULL) != PE_OK)
        return FALSE;
    }
  return TRUE;
}

static pe_scorebook_term
sum_of_children (pe_book *self, size_t node)
{
  char             *ranges = print_ranges (self, node), *text;
  pe_decimal        sum;
  pe_scorebook_term term;

  if (ranges == NULL || !add_scores (self, node, &sum))
    {
      g_free (ranges);
      return pe_term_refuse ();
    }
  text = g_strconcat ("SUM(", ranges, ")", NULL);
  term = pe_term_of_cell (text, &sum);
  term.is_cell = FALSE;
  g_free (ranges);
  g_free (text);
  return term;
}

/* Leaves left out: S × W ÷ (W − D) is scored; what that adds is S × D ÷ (W − D). */
static void
plan_rescaling (pe_book *self)
{
  pe_book_node     *total = pe_book_node_at (self, 0);
  pe_scorebook_term dropped, left, added;
  pe_decimal        full;

  if (!total->is_rescaled)
    return;
  dropped = dropped_marks (self);
  left = pe_book_get_points (self, 0, PE_POINTS_FULL_MARKS, &full, NULL)
             ? pe_term_subtract (cell_of (self, 0, PE_BOOK_FULL, &full), pe_term_copy (&dropped))
             : pe_term_refuse ();
  added = pe_term_divide (pe_term_multiply (sum_of_children (self, 0), dropped), left);
  total->adjusted = total->has_adjustment ? pe_term_add (added, total->adjusted) : added;
  total->has_adjustment = TRUE;
}

/* Scores */

typedef struct level
{
  int32_t     places;
  pe_rounding rounding;
} level;

static level
level_of (pe_book *self, const pe_node *node, gboolean has_children)
{
  const pe_rounding_contract *contract = &self->contract;

  if (node->kind == PE_NODE_TOTAL)
    return (level) { contract->total_places, contract->total_rounding };
  if (node->kind == PE_NODE_GROUP && node->row < 0)
    return (level) { contract->subtotal_places, contract->subtotal_rounding };
  return has_children ? (level) { 0, 0 } : (level) { contract->leaf_places, contract->leaf_rounding };
}

static pe_scorebook_term
round_by (pe_scorebook_term term, level how)
{
  if (how.rounding == 0)
    return pe_term_tidy (term);
  if (how.rounding == PE_ROUND_HALF_UP)
    return pe_term_round (term, how.places);
  pe_term_clear (&term);
  return pe_term_refuse ();
}

/* What the score is made of: the cell of the points, or the sum of those below. */
static pe_scorebook_term
base_of (pe_book *self, size_t node)
{
  const pe_book_node *own = pe_book_node_at (self, node);
  pe_ratio           *exact = NULL;
  pe_decimal          decimal;
  pe_scorebook_term   term = pe_term_refuse ();
  char               *cell;

  if (own->has_children)
    return sum_of_children (self, node);
  if (pe_term_is_refused (&own->points) && !pe_book_get_points (self, node, PE_POINTS_UNADJUSTED, &decimal, NULL))
    return term;
  cell = pe_book_score_cell (own->row, PE_BOOK_POINTS);
  if (pe_book_check (self, pe_evaluation_compute_points (&exact, self->evaluation, node, PE_POINTS_UNADJUSTED, NULL)))
    (void) pe_book_check (self, pe_term_of_ratio (&term, cell, exact));
  pe_ratio_unref (exact);
  g_free (cell);
  return term;
}

static pe_scorebook_term
with_adjustment (pe_book *self, size_t node, pe_scorebook_term base)
{
  const pe_book_node *own = pe_book_node_at (self, node);
  pe_scorebook_term   cell;

  if (!own->has_adjustment)
    return base;
  cell = pe_term_copy (&own->adjusted);
  if (!pe_term_is_refused (&cell))
    {
      g_free (cell.text);
      cell.text = pe_book_score_cell (own->row, PE_BOOK_ADJUSTED);
    }
  return pe_term_add (base, cell);
}

static void
plan_score (pe_book *self, size_t node)
{
  pe_book_node *own = pe_book_node_at (self, node);
  pe_node       about;

  pe_book_read_node (self, node, &about);
  if (!own->has_adjustment && !pe_term_is_refused (&own->share) && self->contract.leaf_rounding == PE_ROUND_HALF_UP)
    {
      own->score = pe_term_copy (&own->share);
      return;
    }
  own->score
      = round_by (with_adjustment (self, node, base_of (self, node)), level_of (self, &about, own->has_children));
  keep_if_proved (self, &own->score, node, PE_POINTS_SCORE);
}

void
pe_book_plan_scores (pe_book *self)
{
  read_ledger (self);
  plan_rescaling (self);
  for (size_t i = 0; i < self->nodes.size; i++)
    plan_score (self, i);
}
