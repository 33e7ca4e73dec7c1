/* shape-external-score.c - external_score/1: a score that others gave, on their scale
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "shape-private.h"

#include "../base/figure-private.h"
#include "../base/utf8-private.h"

static void
check (const pe_rule *rule, pe_collector *collector)
{
  const pe_setting *out_of = pe_rule_get_setting (rule, "out_of");

  if (out_of->binding == PE_BINDING_FIGURE && out_of->figure.value.coefficient <= 0)
    pe_rule_add_range (collector, rule, "/out_of", "out_of", &out_of->figure.value, "a number above 0", "大于 0 的数");
}

static gboolean
can_divide_by_zero (const pe_rule *rule)
{
  const pe_binding_kind out_of = pe_rule_get_setting (rule, "out_of")->binding;

  return out_of != PE_BINDING_NONE && out_of != PE_BINDING_FIGURE;
}

/* A score without evidence is no score. FALSE: the outcome then has the state. */
static gboolean
check_evidence (pe_application *self)
{
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  size_t                 input;
  const pe_fact         *fact = pe_application_get_fact (self, "evidence", "evidence", &input);

  if (self->status != PE_OK)
    return FALSE;
  if (fact == NULL || (fact->figure.state == PE_STATE_TEXT && pe_utf8_is_blank (fact->text)))
    return pe_application_check_figure (self, &missing, input);
  if (fact->figure.state == PE_STATE_TEXT)
    return TRUE;
  if (fact->figure.state == PE_STATE_VALUE)
    pe_application_refuse (self, PE_ERROR_STATE_CONFLICT, input, "a text that names the evidence");
  else
    pe_application_check_figure (self, &fact->figure, input);
  return FALSE;
}

/* Scores are bare, or points; the two may differ in that. */
static gboolean
get_score (pe_application *self, const char *name, pe_argument *out)
{
  if (!pe_application_get_argument (self, name, out))
    return FALSE;
  if (!out->is_given)
    pe_rational_set_int (&out->value, 100);
  if (!out->is_rate && (out->unit == PE_UNIT_NONE || out->unit == PE_UNIT_POINT))
    return TRUE;
  pe_application_refuse (self, PE_ERROR_UNIT_MISMATCH, out->input, pe_unit_get_name (PE_UNIT_POINT));
  return FALSE;
}

static void
refuse_above (pe_application *self, const pe_argument *score, const pe_argument *out_of)
{
  pe_buffer  buffer = PE_BUFFER_INIT;
  pe_formula formula = { self->rule, self->full_marks, self->out, PE_LANGUAGE_EN, &buffer };

  pe_formula_add_number (&formula, &out_of->value);
  pe_application_refuse_with (self, PE_ERROR_SCORE_ABOVE_MARKS, score->input, &buffer);
}

static void
apply_figures (pe_application *self, const pe_argument *score, const pe_argument *out_of)
{
  pe_rational *points = &self->out->points, rate;

  if (pe_rational_sign (&out_of->value) == 0)
    pe_application_set_state (self, PE_STATE_ZERO_DENOMINATOR, PE_ERROR_ZERO_DENOMINATOR, out_of->input);
  else if (pe_rational_sign (&out_of->value) < 0)
    pe_application_refuse (self, PE_ERROR_SCORE_NEGATIVE, out_of->input, NULL);
  else if (pe_rational_sign (&score->value) < 0)
    pe_application_refuse (self, PE_ERROR_SCORE_NEGATIVE, score->input, NULL);
  else if (pe_rational_compare (&score->value, &out_of->value) > 0)
    refuse_above (self, score, out_of);
  if (!pe_application_is_well (self))
    return;
  pe_application_multiply (self, points, self->full_marks, &score->value);
  pe_application_divide (self, points, points, &out_of->value);
  pe_rational_init (&rate);
  pe_application_divide (self, &rate, &score->value, &out_of->value);
  pe_application_set_rate (self, &rate);
  pe_rational_clear (&rate);
}

static void
apply (pe_application *self)
{
  pe_argument score, out_of;
  gboolean    has_score, has_out_of;

  pe_argument_init (&score);
  pe_argument_init (&out_of);
  has_score = get_score (self, "score", &score);
  has_out_of = get_score (self, "out_of", &out_of);
  if (check_evidence (self) && has_score && has_out_of)
    apply_figures (self, &score, &out_of);
  pe_argument_clear (&out_of);
  pe_argument_clear (&score);
}

/* "10 × 88 / 100" */
static void
print_formula (pe_formula *self)
{
  size_t n;

  pe_formula_add_marks (self);
  pe_formula_add (self, " × ");
  pe_formula_add_argument (self, "score", TRUE);
  pe_formula_add (self, " / ");
  if (pe_formula_find_input (self, "out_of", &n) != NULL)
    pe_formula_add_argument (self, "out_of", TRUE);
  else
    pe_formula_add (self, "100");
}

static const char *const facts[] = { "evidence", NULL };

static const pe_shape_parameter parameters[] = {
  { .kind = PE_PARAMETER_ARGUMENT,
    .required = 1,
    .name = "score",
    .description_zh = "外部评分，0 至 out_of。",
    .description_en = "The score that others gave, 0 to out_of." },
  { .kind = PE_PARAMETER_ARGUMENT,
    .name = "out_of",
    .default_text = "100",
    .description_zh = "外部评分的满分，大于 0；不填为 100。",
    .description_en = "What it is out of, above 0; 100 when not given." },
};

const pe_shape pe_shape_external_score = {
  .name = "external_score",
  .revision = 1,
  .title_zh = "外部评分折算",
  .title_en = "External score",
  .definition_zh
  = "得分 = w × 外部评分 / 其满分；外部评分不在 0 至其满分之间属无效数据；须填报佐证材料（evidence，文字），没有"
    "即为未填报。",
  .definition_en
  = "points = w × score / out_of; a score outside 0 to out_of is invalid; the fact \"evidence\" has to be a text, "
    "and without it the score is missing.",
  .source = "通行做法（未见成文表格）：引用其他考核或第三方评价的得分，按满分折算，并注明佐证材料",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .facts = facts,
  .check = check,
  .apply = apply,
  .print_formula = print_formula,
  .can_divide_by_zero = can_divide_by_zero,
};
