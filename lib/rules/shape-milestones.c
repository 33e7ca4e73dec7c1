/* shape-milestones.c - milestones/1: shares that are due by a day
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "shape-private.h"

#include "../base/date-private.h"
#include "../base/figure-private.h"

/* The day of a milestone that is a month and a day, or has a name. */
static pe_date
get_day (pe_application *self, const pe_milestone *milestone, size_t input)
{
  static const char *const expected = "a day of this name in that year of the calendar";
  const pe_dossier_head   *head = self->source->dossier != NULL ? pe_dossier_peek_head (self->source->dossier) : NULL;
  const int32_t            fiscal_year
      = head != NULL                    ? head->fiscal_year
        : self->source->columns != NULL ? self->source->columns->fiscal_year
                                        : 0;
  pe_figure year = { { 0, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };
  pe_buffer path = PE_BUFFER_INIT;
  pe_date   day = 0;

  if (milestone->day == NULL && (milestone->date >= 10000 || fiscal_year == 0))
    return milestone->date;
  if (milestone->day == NULL)
    return fiscal_year * 10000 + milestone->date;
  if (self->source->calendar == NULL || fiscal_year == 0)
    {
      pe_application_refuse (self, PE_ERROR_CALENDAR_MISSING, input, NULL);
      return 0;
    }
  if (pe_calendar_find_named_day (&day, self->source->calendar, milestone->day, fiscal_year, NULL) == PE_OK)
    return day;
  year.value.coefficient = fiscal_year;
  pe_buffer_add_string (&path, "/fiscal_year");
  pe_application_refuse (
      self, PE_ERROR_NOT_FOUND,
      pe_application_add_input (self, milestone->day, NULL, &year, pe_application_take_path (self, &path)), expected);
  return 0;
}

/* A share says so: 48 beside 50% could be either. */
static gboolean
check_share (pe_application *self, const pe_figure *figure, size_t input)
{
  if (!pe_application_check_figure (self, figure, input))
    return FALSE;
  if (pe_unit_get_dimension (figure->unit) != PE_DIMENSION_SHARE)
    pe_application_refuse (self, PE_ERROR_UNIT_MISMATCH, input, "%");
  else if (figure->value.coefficient < 0)
    pe_application_refuse (self, PE_ERROR_NEGATIVE_AMOUNT, input, NULL);
  else
    return TRUE;
  return FALSE;
}

/* Whether a share is what is due; both are exact. */
static gboolean
is_reached (pe_application *self, const pe_figure *figure, const pe_milestone *milestone)
{
  pe_rational share, due;
  gboolean    reached;

  pe_rational_init (&share);
  pe_rational_init (&due);
  pe_rational_set_decimal (&share, &figure->value);
  pe_application_shift (self, &share, &share, pe_unit_get_exponent (figure->unit));
  pe_rational_set_decimal (&due, &milestone->share);
  reached = pe_rational_compare (&share, &due) >= 0;
  pe_rational_clear (&due);
  pe_rational_clear (&share);
  return reached;
}

static void
apply_milestone (pe_application *self, const pe_milestone *milestone)
{
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  size_t                 input;
  const pe_fact         *fact = pe_application_get_fact (self, milestone->id, milestone->id, &input);
  const pe_figure       *figure = fact != NULL ? &fact->figure : &missing;
  pe_rational            cost;
  pe_date                day;

  if (self->status != PE_OK)
    return;
  day = get_day (self, milestone, input);
  pe_vector_at (&self->out->inputs, pe_scored_input, input)->day = day;
  if (!check_share (self, figure, input) || is_reached (self, figure, milestone))
    return;
  pe_rational_init (&cost);
  pe_rational_set_decimal (&cost, &milestone->points);
  pe_application_subtract (self, &self->out->points, &self->out->points, &cost);
  pe_rational_clear (&cost);
}

static void
apply (pe_application *self)
{
  size_t              n;
  const pe_milestone *milestones = pe_rule_get_milestones (self->rule, &n);

  pe_application_give (self, TRUE);
  for (size_t i = 0; i < n && self->status == PE_OK; i++)
    apply_milestone (self, &milestones[i]);
  if (pe_rational_sign (&self->out->points) < 0)
    pe_application_give (self, FALSE);
}

void
pe_milestone_print_day (const pe_milestone *self, pe_date day, pe_buffer *out)
{
  char text[PE_DATE_PRINT_SIZE];

  pe_buffer_add_string (out, self->day);
  if (day == 0)
    return;
  pe_buffer_add_string (out, self->day != NULL ? " " : "");
  /* Without a dossier a month and a day stay what they are: "06-30". */
  if (day < 10000)
    pe_buffer_add_string (out, pe_date_print (text, 20000000 + day) + 5);
  else
    pe_buffer_add_string (out, pe_date_print (text, day));
}

/* "0.5（48% < 50%，春节 2023-01-22）" */
static void
print_cost (pe_formula *self, const pe_milestone *milestone, const pe_scored_input *input)
{
  pe_rational due, hundred;

  pe_buffer_add_decimal (self->out, &milestone->points);
  pe_formula_add_words (self, "（", " (");
  pe_figure_print (&input->figure, self->out);
  pe_formula_add (self, " < ");
  pe_rational_init (&due);
  pe_rational_init (&hundred);
  pe_rational_set_decimal (&due, &milestone->share);
  pe_rational_set_int (&hundred, 100);
  pe_rational_multiply (&due, &due, &hundred, PE_RULE_CHECK_BITS);
  pe_formula_add_number (self, &due);
  pe_rational_clear (&hundred);
  pe_rational_clear (&due);
  pe_formula_add_words (self, "%，", "%, ");
  pe_milestone_print_day (milestone, input->day, self->out);
  pe_formula_add_words (self, "）", ")");
}

/* "3 − 0.5（48% < 50%，春节 2023-01-22）"; "max(0, …)" where nothing is left; what was reached is left out. */
static void
print_formula (pe_formula *self)
{
  const gboolean      is_floored = pe_rational_sign (&self->outcome->points) == 0;
  const pe_vector    *inputs = &self->outcome->inputs;
  size_t              n, n_costs = 0;
  const pe_milestone *milestones = pe_rule_get_milestones (self->rule, &n);
  pe_outcome          scratch;
  pe_application application = { self->rule, self->full_marks, NULL, PE_RULE_CHECK_BITS, &scratch, PE_OK, NULL, NULL };

  pe_outcome_init (&scratch);
  pe_formula_add (self, is_floored ? "max(0, " : "");
  pe_formula_add_marks (self);
  /* One input for each milestone, in their order. */
  for (size_t i = 0; i < MIN (n, inputs->size); i++)
    {
      const pe_scored_input *input = pe_vector_at (inputs, const pe_scored_input, i);

      if (is_reached (&application, &input->figure, &milestones[i]))
        continue;
      pe_formula_add (self, " − ");
      print_cost (self, &milestones[i], input);
      n_costs++;
    }
  pe_formula_add (self, n_costs == 0 ? " − 0" : "");
  pe_formula_add (self, is_floored ? ")" : "");
  pe_outcome_clear (&scratch);
}

static const pe_shape_parameter parameters[] = {
  { .kind = PE_PARAMETER_MILESTONES,
    .required = 1,
    .name = "milestones",
    .description_zh
    = "各节点：id 即填报截至该日所达比例的数据名，share 为应达比例，points 为未达到扣多少分；日期为 date（2023-06-30，"
      "或每年的 06-30）或 day（节日名称，按工作日历查找）。",
    .description_en
    = "The milestones: the id names the fact with the share reached by that day, share is what is due, points "
      "what falling short costs; the day is a date (2023-06-30, or 06-30 of every year) or the name of a day "
      "in the calendar." },
};

const pe_shape pe_shape_milestones = {
  .name = "milestones",
  .revision = 1,
  .title_zh = "分期节点",
  .title_en = "Milestones",
  .definition_zh
  = "得分 = max(0, w − Σ 未达到应达比例的各节点扣分)；任何一个节点未填报即为未填报。节日的日期按工作日历、"
    "评价年度查找。",
  .definition_en
  = "points = max(0, w − Σ points of the milestones whose share falls short of what is due); a milestone that was "
    "not filled in is missing. The date of a named day is found in the calendar, for the fiscal year.",
  .source
  = "部门整体支出绩效评价指标表（湖南省岳阳市公路部门）：支付进度，春节前拨付专项资金 50%，6 月底前全部拨付，每项"
    "未按时扣 0.5 分",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .apply = apply,
  .print_formula = print_formula,
};
