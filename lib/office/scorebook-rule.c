/* scorebook-rule.c - the points of a leaf by its rule, as a formula over the sheet of figures
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/measure.h>
#include <perfeval/rule_argument.h>
#include <perfeval/shape.h>
#include <string.h>

#include "scorebook-private.h"

/* A slot with more rows than this is no formula that anybody reads. */
#define ROWS_MOST 60

/* A leaf, or a row of a slot, under way. */
typedef struct leaf
{
  pe_book           *book;
  size_t             node;
  const pe_rule     *rule;
  pe_scorebook_term  full;  /* the cell of its full marks */
  pe_scorebook_term *share; /* see pe_book_term_of_rule() */
} leaf;

static pe_scorebook_term
full_of (const leaf *self)
{
  return pe_term_copy (&self->full);
}

/* Arguments */

/* A figure that the measure derived: the one of those handed in that is the same, or a row of its own. */
static pe_scorebook_term
part_of_measure (const leaf *self, const char *argument, const char *measure, const pe_figure *part, gboolean in_base)
{
  const pe_book_figure *found = NULL;

  for (size_t i = 0; (found = pe_book_find_figure (self->book, self->node, argument, i)) != NULL; i++)
    if (found->figure.unit == part->unit && found->figure.value.coefficient == part->value.coefficient
        && found->figure.value.scale == part->value.scale)
      break;
  if (found == NULL)
    found = pe_book_add_figure (self->book, self->node, argument, measure, part);
  return pe_book_term_of_figure (self->book, found, in_base);
}

static pe_scorebook_term
term_of_measure (const leaf *self, const char *argument, const char *measure)
{
  const pe_decimal *one;
  pe_measure_value  value;
  gboolean          same;
  pe_scorebook_term above, below;

  pe_measure_value_init (&value, sizeof value);
  if (!pe_book_check (self->book,
                      pe_measure_derive (&value, measure, pe_evaluation_get_dossier (self->book->evaluation), NULL))
      || value.state != PE_STATE_VALUE)
    return pe_term_refuse ();
  one = &value.denominator.value;
  if (one->coefficient == 1 && one->scale == 0 && value.denominator.unit == PE_UNIT_NONE)
    return part_of_measure (self, argument, measure, &value.numerator, TRUE);
  same = value.numerator.unit == value.denominator.unit;
  above = part_of_measure (self, argument, measure, &value.numerator, !same);
  below = part_of_measure (self, argument, measure, &value.denominator, !same);
  return pe_term_divide (above, below);
}

/* Whether an argument is one cell, as it stands. */
static const pe_book_figure *
find_plain (const leaf *self, const char *argument)
{
  pe_rule_argument read;

  pe_rule_argument_init (&read, sizeof read);
  if (pe_rule_read_argument (&read, self->rule, argument, NULL) != PE_OK || read.source != PE_ARGUMENT_FACT)
    return NULL;
  return pe_book_find_figure (self->book, self->node, argument, 0);
}

/* A number of the rule: as one that is written out, "0.95" for 95 %. */
static pe_scorebook_term
term_of_constant (const pe_figure *figure)
{
  pe_decimal value = figure->value, factor = { 1, 0, 0 };
  int64_t    by;

  pe_book_get_factor (figure->unit, &factor.coefficient, &by);
  for (; by > 1; by /= 10)
    value.scale++;
  if (pe_decimal_multiply (&value, &value, &factor, NULL) != PE_OK)
    return pe_term_refuse ();
  return pe_term_of_decimal (&value);
}

/* In 元, or as a bare number. */
static pe_scorebook_term
term_of_argument (const leaf *self, const char *argument)
{
  pe_rule_argument read;

  pe_rule_argument_init (&read, sizeof read);
  if (pe_rule_read_argument (&read, self->rule, argument, NULL) != PE_OK)
    return pe_term_refuse ();
  if (read.source == PE_ARGUMENT_FIGURE)
    return term_of_constant (&read.figure);
  if (read.source == PE_ARGUMENT_MEASURE)
    return term_of_measure (self, argument, read.name);
  if (read.source == PE_ARGUMENT_FACT)
    return pe_book_term_of_figure (self->book, find_plain (self, argument), TRUE);
  return pe_term_refuse ();
}

/* Two arguments that are held against each other: as they stand where their units are the same. */
static void
terms_of_pair (const leaf *self, const char *first, const char *second, pe_scorebook_term *a, pe_scorebook_term *b)
{
  const pe_book_figure *one = find_plain (self, first), *other = find_plain (self, second);
  const gboolean        same = one != NULL && other != NULL && one->figure.unit == other->figure.unit;

  *a = same ? pe_book_term_of_figure (self->book, one, FALSE) : term_of_argument (self, first);
  *b = same ? pe_book_term_of_figure (self->book, other, FALSE) : term_of_argument (self, second);
}

static gboolean
has_argument (const leaf *self, const char *argument)
{
  pe_rule_argument read;

  pe_rule_argument_init (&read, sizeof read);
  return pe_rule_read_argument (&read, self->rule, argument, NULL) == PE_OK;
}

static pe_scorebook_term
number_of (const leaf *self, const char *name)
{
  pe_decimal number;

  return pe_rule_read_number (&number, self->rule, name, NULL) == PE_OK
             ? pe_term_of_decimal (&number)
             : pe_term_refuse ();
}

/* A bound or a step, in the rule's unit. */
static pe_scorebook_term
term_of_bound (const leaf *self, const pe_decimal *bound)
{
  const pe_figure figure = { *bound, PE_STATE_VALUE, pe_rule_get_bound_unit (self->rule) };

  return term_of_constant (&figure);
}

static gboolean
word_is (const leaf *self, const char *name, const char *word)
{
  const char *given = pe_rule_find_word (self->rule, name);

  return given != NULL && strcmp (given, word) == 0;
}

/* Shapes of a ratio */

/* w × min(1, a / t), not below 0; by one division of whole numbers where both are cells of one unit. Takes a and t over. */
static pe_scorebook_term
capped_share (const leaf *self, pe_scorebook_term a, pe_scorebook_term t)
{
  pe_scorebook_term ratio;

  if (self->share != NULL && !pe_term_is_refused (&a) && !pe_term_is_refused (&t))
    {
      pe_term_clear (self->share);
      *self->share = pe_term_round_share (&self->full, &a, &t, self->book->contract.leaf_places);
    }
  ratio = pe_term_min (pe_term_of_integer (1), pe_term_divide (a, t));
  return pe_term_max (pe_term_of_integer (0), pe_term_multiply (full_of (self), ratio));
}

/* The two parts of a measure's rate as they stand, for the one division; else the pair of arguments. */
static gboolean
parts_of_rate (const leaf *self, pe_scorebook_term *a, pe_scorebook_term *t)
{
  pe_rule_argument read;
  pe_measure_value value;

  pe_rule_argument_init (&read, sizeof read);
  pe_measure_value_init (&value, sizeof value);
  if (has_argument (self, "target") || pe_rule_read_argument (&read, self->rule, "actual", NULL) != PE_OK
      || read.source != PE_ARGUMENT_MEASURE
      || !pe_book_check (
          self->book, pe_measure_derive (&value, read.name, pe_evaluation_get_dossier (self->book->evaluation), NULL))
      || value.state != PE_STATE_VALUE || value.numerator.unit != value.denominator.unit)
    return FALSE;
  *a = part_of_measure (self, "actual", read.name, &value.numerator, FALSE);
  *t = part_of_measure (self, "actual", read.name, &value.denominator, FALSE);
  return TRUE;
}

static pe_scorebook_term
capped_ratio (const leaf *self)
{
  pe_scorebook_term a, t;

  if (parts_of_rate (self, &a, &t))
    return capped_share (self, a, t);
  if (has_argument (self, "target"))
    terms_of_pair (self, "actual", "target", &a, &t);
  else
    {
      a = term_of_argument (self, "actual");
      t = pe_term_of_integer (1);
    }
  return capped_share (self, a, t);
}

static gboolean
is_zero (const pe_scorebook_term *term)
{
  return term->numerator == 0;
}

/* actual ≤ target: w; else by the formula given. A target of 0 divides nothing. Takes a and t over. */
static pe_scorebook_term
inverse (const leaf *self, pe_scorebook_term a, pe_scorebook_term t,
         pe_scorebook_term (*beyond) (const leaf *, pe_scorebook_term, pe_scorebook_term))
{
  pe_condition      within = pe_term_compare (pe_term_copy (&a), "<=", pe_term_copy (&t));
  pe_scorebook_term otherwise
      = is_zero (&t) ? pe_term_of_integer (0) : beyond (self, pe_term_copy (&a), pe_term_copy (&t));

  pe_term_clear (&a);
  pe_term_clear (&t);
  return pe_term_if (within, full_of (self), otherwise);
}

/* In the sheet both branches are there, but only one is calculated. */
static pe_scorebook_term
by_ratio (const leaf *self, pe_scorebook_term a, pe_scorebook_term t)
{
  if (is_zero (&a))
    {
      pe_term_clear (&a);
      pe_term_clear (&t);
      return pe_term_of_integer (0);
    }
  return pe_term_divide (pe_term_multiply (full_of (self), t), a);
}

static pe_scorebook_term
by_line (const leaf *self, pe_scorebook_term a, pe_scorebook_term t)
{
  pe_scorebook_term excess = pe_term_divide (pe_term_subtract (a, pe_term_copy (&t)), t);
  pe_scorebook_term rest = pe_term_subtract (pe_term_of_integer (1), excess);

  return pe_term_multiply (full_of (self), pe_term_max (pe_term_of_integer (0), rest));
}

static pe_scorebook_term
inverse_ratio (const leaf *self)
{
  pe_scorebook_term a, t;

  terms_of_pair (self, "actual", "target", &a, &t);
  return inverse (self, a, t, by_ratio);
}

static pe_scorebook_term
inverse_linear (const leaf *self)
{
  pe_scorebook_term a, t;

  terms_of_pair (self, "actual", "target", &a, &t);
  return inverse (self, a, t, by_line);
}

static pe_scorebook_term
equality (const leaf *self)
{
  pe_scorebook_term a, t;

  terms_of_pair (self, "actual", "target", &a, &t);
  if (word_is (self, "mode", "exact"))
    return pe_term_if (pe_term_compare (a, "=", t), full_of (self), pe_term_of_integer (0));
  if (!is_zero (&t))
    return capped_share (self, a, t);
  return pe_term_if (pe_term_compare (a, "<=", t), full_of (self), pe_term_of_integer (0));
}

static pe_scorebook_term
on_time_share (const leaf *self)
{
  pe_scorebook_term a, t;

  if (!has_argument (self, "on_time"))
    return pe_term_refuse ();
  terms_of_pair (self, "on_time", "applicable", &a, &t);
  return capped_share (self, a, t);
}

static pe_scorebook_term
external_score (const leaf *self)
{
  pe_scorebook_term a = term_of_argument (self, "score");
  pe_scorebook_term t = has_argument (self, "out_of") ? term_of_argument (self, "out_of") : pe_term_of_integer (100);

  return capped_share (self, a, t);
}

/* Shapes of a difference */

static pe_scorebook_term
count_units (const leaf *self, pe_scorebook_term distance)
{
  pe_decimal        per;
  pe_scorebook_term units;

  if (pe_rule_read_number (&per, self->rule, "per", NULL) != PE_OK)
    {
      pe_term_clear (&distance);
      return pe_term_refuse ();
    }
  units = pe_term_divide (distance, term_of_bound (self, &per));
  if (word_is (self, "count", "floor"))
    return pe_term_floor (units);
  return word_is (self, "count", "ceiling") ? pe_term_ceiling (units) : units;
}

static pe_scorebook_term
points_off (const leaf *self, pe_scorebook_term distance)
{
  pe_scorebook_term off = pe_term_multiply (number_of (self, "points"), count_units (self, distance));

  return pe_term_max (pe_term_of_integer (0), pe_term_subtract (full_of (self), off));
}

static pe_scorebook_term
per_unit_excess (const leaf *self)
{
  const gboolean    below = word_is (self, "side", "below");
  pe_scorebook_term a = term_of_argument (self, "actual"), t = term_of_argument (self, "target"), whole, distance;

  whole = word_is (self, "relative", "yes") ? pe_term_copy (&t) : pe_term_of_integer (1);
  distance = below ? pe_term_subtract (t, a) : pe_term_subtract (a, t);
  distance = pe_term_max (pe_term_of_integer (0), distance);
  if (!word_is (self, "relative", "yes"))
    {
      pe_term_clear (&whole);
      return points_off (self, distance);
    }
  return points_off (self, pe_term_divide (distance, whole));
}

static pe_scorebook_term
deviation_of (const leaf *self, gboolean is_absolute)
{
  pe_scorebook_term a, t, distance;

  terms_of_pair (self, "actual", "target", &a, &t);
  distance = pe_term_subtract (a, pe_term_copy (&t));
  return pe_term_divide (is_absolute ? pe_term_absolute (distance) : distance, t);
}

static pe_scorebook_term
per_unit_deviation (const leaf *self)
{
  return points_off (self, deviation_of (self, TRUE));
}

/* Steps */

static pe_condition
is_in_step (const leaf *self, const pe_scorebook_term *value, const pe_step *step)
{
  pe_condition lower = { NULL, TRUE }, upper = { NULL, TRUE };

  if (step->lower_end != PE_END_UNBOUNDED)
    lower = pe_term_compare (
        pe_term_copy (value), step->lower_end == PE_END_CLOSED ? ">=" : ">", term_of_bound (self, &step->lower));
  if (step->upper_end != PE_END_UNBOUNDED)
    upper = pe_term_compare (
        pe_term_copy (value), step->upper_end == PE_END_CLOSED ? "<=" : "<", term_of_bound (self, &step->upper));
  if (step->lower_end == PE_END_UNBOUNDED && step->upper_end == PE_END_UNBOUNDED)
    lower = (pe_condition) { g_strdup ("TRUE"), TRUE };
  if (step->lower_end == PE_END_UNBOUNDED)
    return upper.text != NULL ? upper : lower;
  return step->upper_end == PE_END_UNBOUNDED ? lower : pe_condition_and (lower, upper);
}

/* Takes the value over. */
static pe_scorebook_term
steps_of (const leaf *self, pe_scorebook_term value)
{
  pe_scorebook_term result = pe_term_of_integer (0);

  for (size_t i = pe_rule_get_n_steps (self->rule); i > 0; i--)
    {
      pe_step step;

      pe_step_init (&step, sizeof step);
      if (pe_rule_get_step (&step, self->rule, i - 1, NULL) == PE_OK)
        result = pe_term_if (is_in_step (self, &value, &step), pe_term_of_decimal (&step.points), result);
    }
  pe_term_clear (&value);
  return result;
}

static pe_scorebook_term
steps (const leaf *self)
{
  return steps_of (self, term_of_argument (self, "value"));
}

static pe_scorebook_term
deviation_steps (const leaf *self)
{
  return steps_of (self, deviation_of (self, word_is (self, "deviation", "absolute")));
}

/* Yes and no, counts, two years */

static pe_scorebook_term
binary (const leaf *self)
{
  const char       *op = pe_rule_find_word (self->rule, "compare");
  pe_scorebook_term value, limit;

  if (op == NULL)
    return pe_term_if (pe_term_compare (term_of_argument (self, "value"), "=", pe_term_of_integer (1)), full_of (self),
                       pe_term_of_integer (0));
  terms_of_pair (self, "value", "limit", &value, &limit);
  return pe_term_if (pe_term_compare (value, op, limit), full_of (self), pe_term_of_integer (0));
}

static pe_scorebook_term
term_of_item (const leaf *self, const pe_item *item)
{
  const pe_book_figure *figure = pe_book_find_figure (self->book, self->node, item->id, 0);
  pe_scorebook_term     points
      = pe_term_multiply (pe_book_term_of_figure (self->book, figure, FALSE), pe_term_of_decimal (&item->points));

  if (item->cap.state == PE_STATE_VALUE)
    points = pe_term_min (points, pe_term_of_decimal (&item->cap.value));
  return points;
}

static pe_scorebook_term
sum_of_items (const leaf *self)
{
  pe_scorebook_term sum = pe_term_of_integer (0);

  for (size_t i = 0; i < pe_rule_get_n_items (self->rule); i++)
    {
      pe_item item;

      pe_item_init (&item, sizeof item);
      if (pe_rule_get_item (&item, self->rule, i, NULL) == PE_OK)
        sum = i == 0 ? (pe_term_clear (&sum), term_of_item (self, &item))
                     : pe_term_add (sum, term_of_item (self, &item));
    }
  return sum;
}

static pe_scorebook_term
per_violation (const leaf *self)
{
  return pe_term_max (pe_term_of_integer (0), pe_term_subtract (full_of (self), sum_of_items (self)));
}

static pe_scorebook_term
last_year (const leaf *self)
{
  pe_scorebook_term value, last;
  pe_condition      none, not_more;

  terms_of_pair (self, "value", "last", &value, &last);
  if (pe_term_is_refused (&last) && !pe_term_is_refused (&value) && is_zero (&value))
    last = pe_term_of_integer (0); /* it was not asked for */
  none = pe_term_compare (pe_term_copy (&value), "=", pe_term_of_integer (0));
  not_more = pe_term_compare (value, "<=", last);
  return pe_term_if (none, number_of (self, "none"),
                     pe_term_if (not_more, number_of (self, "not_more"), number_of (self, "more")));
}

/* A person's score */
static pe_scorebook_term
graded (const leaf *self)
{
  return pe_book_term_of_figure (self->book, pe_book_find_figure (self->book, self->node, "score", 0), FALSE);
}

typedef struct shape_formula
{
  const char *shape;
  pe_scorebook_term (*make) (const leaf *);
} shape_formula;

static const shape_formula shapes[] = {
  { "capped_ratio", capped_ratio },
  { "inverse_ratio", inverse_ratio },
  { "inverse_linear", inverse_linear },
  { "equality", equality },
  { "on_time_share", on_time_share },
  { "external_score", external_score },
  { "per_unit_excess", per_unit_excess },
  { "per_unit_deviation", per_unit_deviation },
  { "steps", steps },
  { "deviation_steps", deviation_steps },
  { "binary", binary },
  { "checklist", sum_of_items },
  { "per_violation", per_violation },
  { "last_year", last_year },
  { "graded", graded },
};

static pe_scorebook_term
term_of_shape (const leaf *self)
{
  const char *name = pe_shape_get_name (pe_rule_get_shape (self->rule));

  for (size_t i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (strcmp (shapes[i].shape, name) == 0)
      return shapes[i].make (self);
  return pe_term_refuse ();
}

/* Slots */

static pe_sign
sign_of (const pe_row *row)
{
  return row->nature == PE_NATURE_QUALITATIVE ? PE_SIGN_QUALITATIVE : row->sign;
}

static gboolean
read_row (pe_book *self, size_t index, pe_row *out)
{
  pe_row_init (out, sizeof *out);
  return pe_dossier_get_row (out, pe_evaluation_get_dossier (self->evaluation), index, NULL) == PE_OK;
}

/* The share of one row of a mean: figures stand in pairs, actual and target. */
static pe_scorebook_term
share_of_row (const leaf *self, const pe_row *row, size_t pair)
{
  const pe_rule        *rule = pe_rule_find_sign_rule (self->rule, sign_of (row));
  const pe_book_node   *own = pe_book_node_at (self->book, self->node);
  const pe_book_figure *actual, *target;
  gboolean              same;

  if (rule == NULL || strcmp (pe_shape_get_name (pe_rule_get_shape (rule)), "capped_ratio") != 0
      || 2 * pair + 1 >= own->n)
    return pe_term_refuse ();
  actual = pe_vector_at (&self->book->figure_rows, const pe_book_figure, own->first + 2 * pair);
  target = actual + 1;
  same = actual->figure.unit == target->figure.unit;
  return pe_term_max (
      pe_term_of_integer (0),
      pe_term_min (pe_term_of_integer (1), pe_term_divide (pe_book_term_of_figure (self->book, actual, !same),
                                                           pe_book_term_of_figure (self->book, target, !same))));
}

/* w × the mean of the rows' shares, each weighing the same. */
static pe_scorebook_term
mean_of_slot (const leaf *self, const char *slot)
{
  const pe_dossier *dossier = pe_evaluation_get_dossier (self->book->evaluation);
  pe_scorebook_term sum = pe_term_refuse ();
  size_t            n = 0;
  pe_row            row;

  for (size_t i = 0; i < pe_dossier_get_n_rows (dossier) && n <= ROWS_MOST; i++)
    if (read_row (self->book, i, &row) && strcmp (row.slot, slot) == 0 && row.withdrawn == 0 && row.nature != 0)
      {
        sum = n == 0 ? share_of_row (self, &row, n) : pe_term_add (sum, share_of_row (self, &row, n));
        n++;
      }
  if (n == 0 || n > ROWS_MOST || pe_book_node_at (self->book, self->node)->n != 2 * n)
    {
      pe_term_clear (&sum);
      return pe_term_refuse ();
    }
  return pe_term_divide (pe_term_multiply (full_of (self), sum), pe_term_of_integer ((int64_t) n));
}

/* The rule of an indicator, or of the row's sign. */
static const pe_rule *
find_rule (pe_book *self, const pe_node *node)
{
  pe_indicator indicator;
  pe_row       row;

  pe_indicator_init (&indicator, sizeof indicator);
  if (node->indicator < 0
      || pe_rulebook_get_indicator (
             &indicator, pe_evaluation_get_rulebook (self->evaluation), (size_t) node->indicator, NULL)
             != PE_OK)
    return NULL;
  if (node->row < 0)
    return indicator.rule;
  return read_row (self, (size_t) node->row, &row) ? pe_rule_find_sign_rule (indicator.rule, sign_of (&row)) : NULL;
}

static pe_scorebook_term
full_marks_of (pe_book *self, size_t node)
{
  pe_decimal        full;
  char             *cell;
  pe_scorebook_term term;

  if (!pe_book_get_points (self, node, PE_POINTS_FULL_MARKS, &full, NULL))
    return pe_term_refuse ();
  cell = pe_book_score_cell (pe_book_node_at (self, node)->row, PE_BOOK_FULL);
  term = pe_term_of_cell (cell, &full);
  g_free (cell);
  return term;
}

pe_scorebook_term
pe_book_term_of_rule (pe_book *self, size_t node, pe_scorebook_term *share)
{
  leaf              data = { self, node, NULL, full_marks_of (self, node), share };
  const char       *shape;
  pe_node           about;
  pe_scorebook_term result;

  pe_book_read_node (self, node, &about);
  data.rule = find_rule (self, &about);
  shape = data.rule != NULL ? pe_shape_get_name (pe_rule_get_shape (data.rule)) : "";
  if (data.rule == NULL)
    result = pe_term_refuse ();
  else if (strcmp (shape, "slot") == 0)
    result = word_is (&data, "score", "mean") && word_is (&data, "marks", "equal")
                 ? mean_of_slot (&data, about.code)
                 : pe_term_refuse ();
  else
    result = term_of_shape (&data);
  pe_term_clear (&data.full);
  return result; /* static: returnDanglingLifetime: a term owns its text and points to nothing else */
}
