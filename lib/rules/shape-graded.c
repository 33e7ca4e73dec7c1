/* shape-graded.c - graded/1: a person's score inside the band of the person's grade
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "shape-private.h"

#include "../base/figure-private.h"

/* "[8, 10]" as the score is compared with it. */
typedef struct band_points
{
  pe_rational low;
  pe_rational high;
} band_points;

pe_status
pe_graded_compute_bound (const pe_rule *rule, const pe_rational *full_marks, const pe_decimal *share, uint32_t bits,
                         pe_rational *out)
{
  pe_decimal places;
  pe_status  status;

  pe_rational_set_decimal (out, share);
  status = pe_rational_multiply (out, out, full_marks, bits);
  /* The validator of the system in use rounds the bounds half up, to 2 places. */
  if (status == PE_OK && pe_rule_get_number (rule, "bound_places", &places))
    {
      pe_decimal_quantize (&places, &places, 0, PE_ROUND_DOWN, NULL);
      status = pe_rational_round (out, out, (int32_t) places.coefficient, PE_ROUND_HALF_UP, bits);
    }
  return status;
}

static void
compute_band (pe_application *self, const pe_band *band, band_points *out)
{
  pe_status status = pe_graded_compute_bound (self->rule, self->full_marks, &band->low, self->bits, &out->low);

  if (status == PE_OK)
    status = pe_graded_compute_bound (self->rule, self->full_marks, &band->high, self->bits, &out->high);
  if (status != PE_OK)
    self->status = pe_error_set (self->error, status, NULL, NULL);
}

static gboolean
is_inside (const pe_band *band, const band_points *points, const pe_rational *score)
{
  const int low = pe_rational_compare (score, &points->low);
  const int high = pe_rational_compare (score, &points->high);

  return (low > 0 || (low == 0 && band->low_end == PE_END_CLOSED))
         && (high < 0 || (high == 0 && band->high_end == PE_END_CLOSED));
}

static void
add_band (pe_formula *formula, const pe_band *band, const band_points *points)
{
  pe_formula_add_interval (formula, band->low_end, &points->low, band->high_end, &points->high, "");
}

static void
refuse_score (pe_application *self, size_t input, const pe_band *band, const band_points *points)
{
  pe_buffer  buffer = PE_BUFFER_INIT;
  pe_formula formula = { self->rule, self->full_marks, self->out, PE_LANGUAGE_EN, &buffer };

  add_band (&formula, band, points);
  pe_application_refuse_with (self, PE_ERROR_SCORE_OUTSIDE_BAND, input, &buffer);
}

/* "achieved, partial, missed" */
static void
refuse_grade (pe_application *self, size_t input)
{
  pe_buffer      buffer = PE_BUFFER_INIT;
  size_t         n;
  const pe_band *bands = pe_rule_get_bands (self->rule, &n);

  for (size_t i = 0; i < n; i++)
    {
      pe_buffer_add_string (&buffer, i > 0 ? ", " : "");
      pe_buffer_add_string (&buffer, bands[i].id);
    }
  pe_application_refuse_with (self, PE_ERROR_GRADE_UNKNOWN, input, &buffer);
}

/* The band of the person's grade; NULL when there is none: the outcome then has the state. */
static const pe_band *
get_band (pe_application *self)
{
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  size_t                 input, index;
  const pe_fact         *grade = pe_application_get_fact (self, "grade", "grade", &input);

  if (grade == NULL || grade->figure.state == PE_STATE_MISSING || grade->figure.state == PE_STATE_NOT_APPLICABLE)
    {
      pe_application_check_figure (self, grade != NULL ? &grade->figure : &missing, input);
      return NULL;
    }
  /* A grade is a text; a number is the name of no grade. */
  if (grade->figure.state != PE_STATE_TEXT || grade->text == NULL
      || !pe_name_index_find (&self->rule->band_index, grade->text, &index))
    {
      refuse_grade (self, input);
      return NULL;
    }
  return pe_vector_at (&self->rule->bands, const pe_band, index);
}

/* FALSE when there is none: the outcome then has the state. */
static gboolean
get_score (pe_application *self, size_t *input, pe_rational *out)
{
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  const pe_fact         *fact = pe_application_get_fact (self, "score", "score", input);
  const pe_figure       *figure = fact != NULL ? &fact->figure : &missing;

  if (!pe_application_check_figure (self, figure, *input))
    return FALSE;
  if (figure->unit != PE_UNIT_NONE && figure->unit != PE_UNIT_POINT)
    {
      pe_application_refuse (self, PE_ERROR_UNIT_MISMATCH, *input, pe_unit_get_name (PE_UNIT_POINT));
      return FALSE;
    }
  pe_rational_set_decimal (out, &figure->value);
  return TRUE;
}

static void
apply (pe_application *self)
{
  const pe_band *band = get_band (self);
  band_points    points;
  pe_rational    score;
  size_t         input;
  gboolean       has_score;

  pe_rational_init (&score);
  pe_rational_init (&points.low);
  pe_rational_init (&points.high);
  has_score = self->status == PE_OK && get_score (self, &input, &score);
  if (band != NULL && has_score)
    {
      compute_band (self, band, &points);
      /* A bound that was rounded up may lie above the full marks; points never do. */
      if (self->status == PE_OK && is_inside (band, &points, &score)
          && pe_rational_compare (&score, self->full_marks) <= 0)
        pe_rational_copy (&self->out->points, &score);
      else if (self->status == PE_OK)
        refuse_score (self, input, band, &points);
    }
  pe_rational_clear (&points.high);
  pe_rational_clear (&points.low);
  pe_rational_clear (&score);
}

const pe_band *
pe_outcome_find_band (const pe_outcome *self, const pe_rule *rule, const pe_rule **owner)
{
  const pe_scored_input *culprit;
  size_t                 index;

  if (self->fault != PE_ERROR_SCORE_OUTSIDE_BAND || self->culprit >= self->inputs.size)
    return NULL;
  culprit = pe_vector_at (&self->inputs, const pe_scored_input, self->culprit);
  *owner = culprit->rule != NULL ? culprit->rule : rule;
  for (size_t i = 0; i < self->inputs.size; i++)
    {
      const pe_scored_input *input = pe_vector_at (&self->inputs, const pe_scored_input, i);

      if (input->rule == culprit->rule && input->text != NULL && strcmp (input->name, "grade") == 0
          && pe_name_index_find (&(*owner)->band_index, input->text, &index))
        return pe_vector_at (&(*owner)->bands, const pe_band, index);
    }
  return NULL;
}

/* "评价人打分 8.5，等级“达成预期指标” [8, 10]" */
static void
print_formula (pe_formula *self)
{
  size_t                 n, index;
  const pe_scored_input *grade = pe_formula_find_input (self, "grade", &n);
  pe_outcome             scratch;
  pe_application application = { self->rule, self->full_marks, NULL, PE_RULE_CHECK_BITS, &scratch, PE_OK, NULL, NULL };
  band_points    points;
  const pe_band *band;

  if (n == 0 || grade->text == NULL || !pe_name_index_find (&self->rule->band_index, grade->text, &index))
    return;
  band = pe_vector_at (&self->rule->bands, const pe_band, index);
  pe_outcome_init (&scratch);
  pe_rational_init (&points.low);
  pe_rational_init (&points.high);
  compute_band (&application, band, &points);
  pe_formula_add_words (self, "评价人打分 ", "score given ");
  pe_formula_add_number (self, &self->outcome->points);
  pe_formula_add_words (self, "，等级“", ", grade \"");
  pe_formula_add_words (self, band->name_zh, band->name_en != NULL ? band->name_en : band->name_zh);
  pe_formula_add_words (self, "” ", "\" ");
  add_band (self, band, &points);
  pe_rational_clear (&points.high);
  pe_rational_clear (&points.low);
  pe_outcome_clear (&scratch);
}

static const char *const facts[] = { "grade", "score", NULL };

static const pe_shape_parameter parameters[] = {
  { .kind = PE_PARAMETER_BANDS,
    .required = 1,
    .name = "bands",
    .description_zh = "各等级的分数区间，以占满分的比例表示，端点注明含或不含。",
    .description_en = "The band of each grade as shares of the full marks; each end says whether it belongs." },
  { .kind = PE_PARAMETER_NUMBER,
    .whole = 1,
    .name = "bound_places",
    .minimum = "0",
    .maximum = "18",
    .description_zh = "区间端点换算为分数后四舍五入保留的小数位数；不填则不取舍。",
    .description_en = "Places to which the bounds, in points, are rounded half up; exact when not given." },
};

const pe_shape pe_shape_graded = {
  .name = "graded",
  .revision = 1,
  .title_zh = "定性分档",
  .title_en = "Graded bands",
  .definition_zh = "得分为评价人打的分，必须落在其所评等级的区间 [低 × w, 高 × w] 内。",
  .definition_en = "The person's score, which must lie in the band [low × w, high × w] of the person's grade.",
  .source = "《项目支出绩效自评表》：定性指标按达成、部分达成、未达成三档打分（80%、60% 为界；旧表 80%、50% 为界）",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .facts = facts,
  .apply = apply,
  .print_formula = print_formula,
  .formula_has_points = TRUE,
};
