/* shape-steps.c - steps/1: points by the interval that holds the figure
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "shape-private.h"

#include "../base/figure-private.h"

static const pe_step *
get_step (const pe_rule *rule, size_t index)
{
  return pe_vector_at (&rule->steps, const pe_step, index);
}

/* The order of steps */

gboolean
pe_step_is_inhabited (const pe_step *self)
{
  int order;

  if (self->lower_end == PE_END_UNBOUNDED || self->upper_end == PE_END_UNBOUNDED)
    return TRUE;
  order = pe_decimal_order (&self->lower, &self->upper);
  return order < 0 || (order == 0 && self->lower_end == PE_END_CLOSED && self->upper_end == PE_END_CLOSED);
}

/* Which of two steps begins lower: -1, 0, 1. */
static int
compare_lower (const pe_step *a, const pe_step *b)
{
  int order;

  if (a->lower_end == PE_END_UNBOUNDED || b->lower_end == PE_END_UNBOUNDED)
    return (b->lower_end == PE_END_UNBOUNDED) - (a->lower_end == PE_END_UNBOUNDED);
  order = pe_decimal_order (&a->lower, &b->lower);
  return order != 0 ? order : (a->lower_end == PE_END_OPEN) - (b->lower_end == PE_END_OPEN);
}

/* Which of two steps ends lower: -1, 0, 1. */
static int
compare_upper (const pe_step *a, const pe_step *b)
{
  int order;

  if (a->upper_end == PE_END_UNBOUNDED || b->upper_end == PE_END_UNBOUNDED)
    return (a->upper_end == PE_END_UNBOUNDED) - (b->upper_end == PE_END_UNBOUNDED);
  order = pe_decimal_order (&a->upper, &b->upper);
  return order != 0 ? order : (b->upper_end == PE_END_OPEN) - (a->upper_end == PE_END_OPEN);
}

int
pe_step_compare (const void *a, const void *b)
{
  const pe_step *const *x = a, *const *y = b;
  int                   order = compare_lower (*x, *y);

  if (order == 0)
    order = compare_upper (*x, *y);
  /* In the order in which they were given, so that a finding names the same one everywhere. */
  return order != 0 ? order : (*x > *y) - (*x < *y);
}

/* Building */

static void
add_bound (pe_buffer *out, pe_end end, const pe_decimal *bound, const char *infinity)
{
  if (end == PE_END_UNBOUNDED)
    pe_buffer_add_string (out, infinity);
  else
    pe_buffer_add_decimal (out, bound);
}

/* A gap or an overlap; index is of the step that shows it. */
static void
add_fault (pe_collector *collector, const pe_rule *rule, pe_status code, size_t index, char *from, char *to)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *path;
  pe_place  place;

  pe_buffer_add_string (&buffer, "/steps");
  if (index < rule->steps.size)
    {
      pe_buffer_add_char (&buffer, '/');
      pe_buffer_add_uint (&buffer, index);
    }
  path = pe_buffer_steal (&buffer);
  place = PE_PLACE_WHAT (path);
  if (from == NULL || to == NULL || path == NULL)
    pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_collector_add (collector, code, &place, "from", from, "to", to, NULL);
  g_free (path);
  g_free (from);
  g_free (to);
}

static void
add_gap (pe_collector *collector, const pe_rule *rule, const pe_step *below, const pe_step *above, size_t index)
{
  pe_buffer from = PE_BUFFER_INIT, to = PE_BUFFER_INIT;

  add_bound (&from, below != NULL ? below->upper_end : PE_END_UNBOUNDED, below != NULL ? &below->upper : NULL, "−∞");
  add_bound (&to, above != NULL ? above->lower_end : PE_END_UNBOUNDED, above != NULL ? &above->lower : NULL, "+∞");
  add_fault (collector, rule, PE_ERROR_STEPS_GAP, index, pe_buffer_steal (&from), pe_buffer_steal (&to));
}

static void
add_overlap (pe_collector *collector, const pe_rule *rule, const pe_step *below, const pe_step *above, size_t index)
{
  const pe_step *shorter = compare_upper (below, above) < 0 ? below : above;
  pe_buffer      from = PE_BUFFER_INIT, to = PE_BUFFER_INIT;

  add_bound (&from, above->lower_end, &above->lower, "−∞");
  add_bound (&to, shorter->upper_end, &shorter->upper, "+∞");
  add_fault (collector, rule, PE_ERROR_STEPS_OVERLAP, index, pe_buffer_steal (&from), pe_buffer_steal (&to));
}

/* How one step joins the one below it: a gap (-1), just right (0) or an overlap (1). */
static int
compare_joint (const pe_step *below, const pe_step *above)
{
  int order;

  if (below->upper_end == PE_END_UNBOUNDED || above->lower_end == PE_END_UNBOUNDED)
    return 1;
  order = pe_decimal_order (&below->upper, &above->lower);
  if (order != 0)
    return order;
  if (below->upper_end == PE_END_CLOSED && above->lower_end == PE_END_CLOSED)
    return 1;
  return below->upper_end == PE_END_OPEN && above->lower_end == PE_END_OPEN ? -1 : 0;
}

/* Below 0 there is nothing where figures are absolute. */
static gboolean
holds_lowest (const pe_step *self, gboolean from_zero)
{
  return self->lower_end == PE_END_UNBOUNDED
         || (from_zero
             && (self->lower.coefficient < 0 || (self->lower.coefficient == 0 && self->lower_end == PE_END_CLOSED)));
}

void
pe_steps_check (const pe_rule *rule, gboolean from_zero, pe_collector *collector)
{
  /* The one that reaches the highest so far; the builder refuses a rule without steps. */
  const pe_step *below = get_step (rule, rule->step_order[0]);

  if (!holds_lowest (below, from_zero))
    add_gap (collector, rule, NULL, below, rule->step_order[0]);
  for (size_t i = 1; i < rule->steps.size; i++)
    {
      const size_t   index = rule->step_order[i];
      const pe_step *step = get_step (rule, index);
      const int      joint = compare_joint (below, step);

      if (joint < 0)
        add_gap (collector, rule, below, step, index);
      else if (joint > 0)
        add_overlap (collector, rule, below, step, index);
      if (compare_upper (below, step) < 0)
        below = step;
    }
  if (below->upper_end != PE_END_UNBOUNDED)
    add_gap (collector, rule, below, NULL, rule->steps.size);
}

static void
check (const pe_rule *rule, pe_collector *collector)
{
  pe_steps_check (rule, FALSE, collector);
}

void
pe_steps_check_full_marks (const pe_rule *rule, const pe_decimal *full_marks, const char *path, pe_collector *collector)
{
  const pe_decimal *most = &get_step (rule, 0)->points;

  for (size_t i = 0; i < rule->steps.size; i++)
    {
      const pe_decimal *points = &get_step (rule, i)->points;

      if (pe_decimal_order (points, full_marks) > 0)
        pe_rule_add_row_range (
            collector, rule, path, "steps", i, "points", points, "0 to the full marks", "0 分至满分");
      if (pe_decimal_order (points, most) > 0)
        most = points;
    }
  if (pe_decimal_order (most, full_marks) < 0)
    pe_rule_add_row_range (collector, rule, path, "steps", G_MAXSIZE, "points", most,
                           "one step that gives the full marks", "至少有一档得满分");
}

/* Applying */

static gboolean
is_above (const pe_step *self, const pe_rational *x)
{
  pe_rational upper;
  int         order;

  if (self->upper_end == PE_END_UNBOUNDED)
    return FALSE;
  pe_rational_init (&upper);
  pe_rational_set_decimal (&upper, &self->upper);
  order = pe_rational_compare (x, &upper);
  pe_rational_clear (&upper);
  return order > 0 || (order == 0 && self->upper_end == PE_END_OPEN);
}

/* The steps cover the line: the lowest one that x is not above holds it. */
const pe_step *
pe_steps_find (const pe_rule *rule, const pe_rational *x)
{
  size_t low = 0, high = rule->steps.size - 1;

  while (low < high)
    {
      const size_t middle = low + (high - low) / 2;

      if (is_above (get_step (rule, rule->step_order[middle]), x))
        low = middle + 1;
      else
        high = middle;
    }
  return get_step (rule, rule->step_order[low]);
}

static void
apply (pe_application *self)
{
  pe_argument value;

  pe_argument_init (&value);
  if (pe_application_get_argument (self, "value", &value) && pe_application_check_rule_unit (self, &value))
    {
      if (value.is_rate || pe_unit_get_dimension (value.unit) == PE_DIMENSION_SHARE)
        pe_application_set_rate (self, &value.value);
      pe_application_shift (self, &value.value, &value.value, -pe_unit_get_exponent (self->rule->unit));
      if (self->status == PE_OK)
        pe_rational_set_decimal (&self->out->points, &pe_steps_find (self->rule, &value.value)->points);
    }
  pe_argument_clear (&value);
}

void
pe_steps_print (pe_formula *formula, const pe_step *step, const char *unit)
{
  pe_rational lower, upper;

  pe_rational_init (&lower);
  pe_rational_init (&upper);
  pe_rational_set_decimal (&lower, &step->lower);
  pe_rational_set_decimal (&upper, &step->upper);
  pe_formula_add_interval (formula, step->lower_end, &lower, step->upper_end, &upper, unit);
  pe_rational_clear (&upper);
  pe_rational_clear (&lower);
}

/* "查表：85.2% ∈ [80, 90) → 4": bounds without a sign are in the unit of the figure before them. */
static void
print_formula (pe_formula *self)
{
  const pe_step         *step;
  size_t                 n;
  pe_rational            x;
  const pe_scored_input *inputs = pe_formula_find_input (self, "value", &n);
  const char            *unit = pe_unit_get_name (self->rule->unit);

  pe_rational_init (&x);
  step = pe_formula_compute (self, "value", &x) ? pe_steps_find (self->rule, &x) : NULL;
  pe_rational_clear (&x);
  if (step == NULL)
    return;
  if (n == 1 && inputs->figure.unit == self->rule->unit)
    unit = "";
  pe_formula_add_words (self, "查表：", "table: ");
  pe_formula_add_argument (self, "value", FALSE);
  pe_formula_add (self, " ∈ ");
  pe_steps_print (self, step, unit);
  pe_formula_add (self, " → ");
  pe_formula_add_number (self, &self->outcome->points);
}

static const pe_shape_parameter parameters[] = {
  { .kind = PE_PARAMETER_ARGUMENT,
    .required = 1,
    .name = "value",
    .description_zh = "查表的数值。",
    .description_en = "The figure that is looked up." },
  { .kind = PE_PARAMETER_STEPS,
    .required = 1,
    .name = "steps",
    .description_zh = "各档，无空档、无重叠地覆盖全部数值；界限以评分标准的 unit 为单位，未设则为纯数（0.95 即 95%）。",
    .description_en = "The steps, which cover the line without gap or overlap; bounds are in the rule's unit, or bare "
                      "numbers (0.95 is 95 %)." },
};

const pe_shape pe_shape_steps = {
  .name = "steps",
  .revision = 1,
  .title_zh = "分档",
  .title_en = "Steps",
  .definition_zh = "数值所在档的分数；每档的端点分别注明含或不含，单个点也可为一档；最高一档为 w 分。",
  .definition_en = "The points of the step that holds the figure; each end says whether it belongs, one point may be a "
                   "step; the highest step gives w.",
  .source = "部门整体支出绩效评价指标表（湖南省岳阳市公路部门）：重点支出安排率、预算调整率",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .has_unit = TRUE,
  .check = check,
  .check_full_marks = pe_steps_check_full_marks,
  .apply = apply,
  .print_formula = print_formula,
  .formula_has_points = TRUE,
};
