/* shape-piecewise-linear.c - piecewise_linear/1: points along a line through given points
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "shape-private.h"

#include "../base/figure-private.h"

static const pe_point *
get_point (const pe_rule *rule, size_t index)
{
  return pe_vector_at (&rule->points, const pe_point, index);
}

/* Building */

static void
check (const pe_rule *rule, pe_collector *collector)
{
  if (rule->points.size < 2)
    pe_rule_add_range (collector, rule, "/points", "points", NULL, "two points or more", "至少两个点");
  for (size_t i = 1; i < rule->points.size; i++)
    if (pe_decimal_order (&get_point (rule, i)->at, &get_point (rule, i - 1)->at) <= 0)
      pe_rule_add_row_range (collector, rule, "", "points", i, "at", &get_point (rule, i)->at,
                             "above the point before it", "大于前一点的值");
}

static void
check_full_marks (const pe_rule *rule, const pe_decimal *full_marks, const char *path, pe_collector *collector)
{
  const pe_decimal *most = &get_point (rule, 0)->points; /* the builder refuses a rule without points */

  for (size_t i = 0; i < rule->points.size; i++)
    {
      const pe_decimal *points = &get_point (rule, i)->points;

      if (pe_decimal_order (points, full_marks) > 0)
        pe_rule_add_row_range (
            collector, rule, path, "points", i, "points", points, "0 to the full marks", "0 分至满分");
      if (pe_decimal_order (points, most) > 0)
        most = points;
    }
  if (pe_decimal_order (most, full_marks) < 0)
    pe_rule_add_row_range (collector, rule, path, "points", G_MAXSIZE, "points", most,
                           "one point that gives the full marks", "至少有一点得满分");
}

/* Applying */

/* How many points x has reached. */
static size_t
count_reached (const pe_rule *rule, const pe_rational *x)
{
  size_t      low = 0, high = rule->points.size;
  pe_rational at;

  pe_rational_init (&at);
  while (low < high)
    {
      const size_t middle = low + (high - low) / 2;

      pe_rational_set_decimal (&at, &get_point (rule, middle)->at);
      if (pe_rational_compare (x, &at) >= 0)
        low = middle + 1;
      else
        high = middle;
    }
  pe_rational_clear (&at);
  return low;
}

/* a + (b − a) × (x − from) / (to − from): multiplied before it is divided. */
static void
interpolate (pe_application *self, const pe_point *left, const pe_point *right, const pe_rational *x)
{
  pe_rational *points = &self->out->points, run, part;

  pe_rational_init (&run);
  pe_rational_init (&part);
  pe_rational_set_decimal (points, &right->points);
  pe_rational_set_decimal (&part, &left->points);
  pe_application_subtract (self, points, points, &part);
  pe_rational_set_decimal (&run, &left->at);
  pe_application_subtract (self, &part, x, &run);
  pe_application_multiply (self, points, points, &part);
  pe_rational_set_decimal (&part, &right->at);
  pe_application_subtract (self, &run, &part, &run);
  pe_application_divide (self, points, points, &run);
  pe_rational_set_decimal (&part, &left->points);
  pe_application_add (self, points, points, &part);
  pe_rational_clear (&part);
  pe_rational_clear (&run);
}

static void
apply_value (pe_application *self, const pe_rational *x)
{
  const size_t n = self->rule->points.size, reached = count_reached (self->rule, x);

  if (reached == 0 || reached == n)
    pe_rational_set_decimal (&self->out->points, &get_point (self->rule, reached == 0 ? 0 : n - 1)->points);
  else
    interpolate (self, get_point (self->rule, reached - 1), get_point (self->rule, reached), x);
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
        apply_value (self, &value.value);
    }
  pe_argument_clear (&value);
}

/* Printing */

static void
print_at (pe_formula *self, const pe_decimal *at, gboolean bare)
{
  const pe_figure figure = { *at, PE_STATE_VALUE, pe_rule_get_unit (self->rule) };

  pe_formula_add_figure (self, &figure, bare);
}

static void
print_between (pe_formula *self, const pe_point *left, const pe_point *right, const pe_scored_input *value, size_t n)
{
  const gboolean bare = n == 1 && value->figure.unit == pe_rule_get_unit (self->rule);

  pe_buffer_add_decimal (self->out, &left->points);
  pe_formula_add (self, " + (");
  pe_buffer_add_decimal (self->out, &right->points);
  pe_formula_add (self, " − ");
  pe_buffer_add_decimal (self->out, &left->points);
  pe_formula_add (self, ") × (");
  if (bare)
    pe_formula_add_argument (self, "value", TRUE);
  else
    pe_formula_add_operand (self, "value");
  pe_formula_add (self, " − ");
  print_at (self, &left->at, bare);
  pe_formula_add (self, ") / (");
  print_at (self, &right->at, bare);
  pe_formula_add (self, " − ");
  print_at (self, &left->at, bare);
  pe_formula_add (self, ")");
}

/* "0 + (10 − 0) × (80% − 60%) / (100% − 60%)", "105% ≥ 100% → 10", "50% < 60% → 0" */
static void
print_formula (pe_formula *self)
{
  const pe_rule         *rule = self->rule;
  size_t                 n_inputs, reached;
  const pe_scored_input *value = pe_formula_find_input (self, "value", &n_inputs);
  pe_rational            x;
  gboolean               known;

  pe_rational_init (&x);
  known = pe_formula_compute (self, "value", &x);
  reached = known ? count_reached (rule, &x) : 0;
  pe_rational_clear (&x);
  if (!known)
    return;
  if (reached > 0 && reached < rule->points.size)
    {
      print_between (self, get_point (rule, reached - 1), get_point (rule, reached), value, n_inputs);
      return;
    }
  pe_formula_add_operand (self, "value");
  pe_formula_add (self, reached == 0 ? " < " : " ≥ ");
  print_at (self, &get_point (rule, reached == 0 ? 0 : reached - 1)->at, FALSE);
  pe_formula_add (self, " → ");
  pe_formula_add_number (self, &self->outcome->points);
}

static const pe_shape_parameter parameters[] = {
  { .kind = PE_PARAMETER_ARGUMENT,
    .required = 1,
    .name = "value",
    .description_zh = "计分的数值。",
    .description_en = "The figure that is scored." },
  { .kind = PE_PARAMETER_POINTS,
    .required = 1,
    .name = "points",
    .description_zh = "折线上的各点，at 依次增大；at 以评分标准的 unit 为单位，未设则为纯数（0.95 即 95%）。",
    .description_en = "The points of the line, at ascending, in the rule's unit, or bare numbers (0.95 is 95 %)." },
};

const pe_shape pe_shape_piecewise_linear = {
  .name = "piecewise_linear",
  .revision = 1,
  .title_zh = "分段线性",
  .title_en = "Piecewise linear",
  .definition_zh
  = "相邻两点之间按直线内插计分；低于第一点得第一点的分数，高于最后一点得最后一点的分数；最高一点为 w 分。",
  .definition_en
  = "Linear between two points; below the first one its points, above the last one its points; the highest "
    "point gives w.",
  .source = "企业绩效考核办法（上市公司公告，2021 年）：达到门槛值与目标值之间按线性内插计分；所见财政绩效表格中未用",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .has_unit = TRUE,
  .check = check,
  .check_full_marks = check_full_marks,
  .apply = apply,
  .print_formula = print_formula,
};
