/* scheme.c - rulebooks and dossiers by the typed API, in few words
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

#include <string.h>

#include "scarcely.h"

pe_decimal
number (const char *text)
{
  pe_decimal out;

  WELL (pe_decimal_parse (&out, text, strlen (text), &error));
  return out;
}

pe_figure
figure (const char *text)
{
  pe_figure out = { { 0, 0, 0 }, PE_STATE_TEXT, PE_UNIT_NONE };

  (void) pe_figure_parse (&out, text, strlen (text), NULL);
  return out;
}

/* Rulebooks */

void
scheme_init (scheme *self, const char *full_marks)
{
  pe_rulebook_head_init (&self->head, sizeof self->head);
  self->head.id = "scheme";
  self->head.edition = "1";
  self->head.title_zh = "评分规则";
  self->head.title_en = "scheme";
  self->head.kind = PE_KIND_DEPARTMENT;
  self->head.status = PE_RULEBOOK_OFFICIAL;
  self->head.first_year = self->head.last_year = 2023;
  self->head.full_marks = number (full_marks);
  pe_rounding_contract_init (&self->rounding, sizeof self->rounding);
  self->rounding.rank_on = PE_RANK_ON_ROUNDED;
  self->rounding.rate_places = self->rounding.leaf_places = self->rounding.total_places = 2;
  self->rounding.rate_rounding = self->rounding.leaf_rounding = self->rounding.total_rounding = PE_ROUND_HALF_UP;
  self->n = 0;
  WELL (pe_rulebook_builder_new (&self->builder, NULL, &error));
}

void
scheme_begin (scheme *self, const char *full_marks)
{
  scheme_init (self, full_marks);
  WELL (pe_rulebook_builder_set_policy (self->builder, PE_STATE_ZERO_DENOMINATOR, PE_POLICY_ERROR, &error));
}

static void
add_indicator (scheme *self, pe_indicator *indicator, uint32_t parent, const char *code, const char *full_marks)
{
  indicator->parent = parent;
  indicator->code = code;
  indicator->name_zh = code;
  indicator->full_marks = number (full_marks);
  WELL (pe_rulebook_builder_add_indicators (self->builder, indicator, 1, &error));
  self->n++;
}

uint32_t
scheme_add_group (scheme *self, uint32_t parent, const char *code, const char *full_marks)
{
  pe_indicator indicator;

  pe_indicator_init (&indicator, sizeof indicator);
  add_indicator (self, &indicator, parent, code, full_marks);
  return self->n;
}

void
scheme_add_leaf (scheme *self, uint32_t parent, const char *code, const char *full_marks, pe_rule *rule,
                 pe_declared_policy declared, const char *reason_zh)
{
  pe_indicator indicator;

  pe_indicator_init (&indicator, sizeof indicator);
  indicator.rule = rule;
  indicator.declared = declared;
  indicator.reason_zh = reason_zh;
  add_indicator (self, &indicator, parent, code, full_marks);
  pe_rule_unref (rule);
}

void
scheme_add_grade (scheme *self, const char *id, const char *name, const char *from)
{
  pe_grade grade;

  pe_grade_init (&grade, sizeof grade);
  grade.id = id;
  grade.name_zh = name;
  grade.from = number (from);
  WELL (pe_rulebook_builder_add_grades (self->builder, &grade, 1, &error));
}

pe_rulebook *
scheme_build (scheme *self)
{
  pe_rulebook *out = NULL;

  WELL (pe_rulebook_builder_set_head (self->builder, &self->head, &error));
  WELL (pe_rulebook_builder_set_rounding (self->builder, &self->rounding, &error));
  WELL (pe_rulebook_builder_build (&out, self->builder, NULL, &error));
  pe_rulebook_builder_free (self->builder);
  return out;
}

static pe_rule *
finish_rule (pe_rule_builder *builder)
{
  pe_rule *out = NULL;

  WELL (pe_rule_builder_build (&out, builder, NULL, &error));
  pe_rule_builder_free (builder);
  return out;
}

pe_rule *
new_attested (void)
{
  pe_rule_builder *builder = NULL;

  WELL (pe_rule_builder_new (&builder, "attested", 1, &error));
  return finish_rule (builder);
}

pe_rule *
new_ratio (const char *measure, pe_policy policy)
{
  static const pe_state states[]
      = { PE_STATE_MISSING, PE_STATE_NOT_APPLICABLE, PE_STATE_TEXT, PE_STATE_ZERO_DENOMINATOR };
  pe_rule_builder *builder = NULL;

  WELL (pe_rule_builder_new (&builder, "capped_ratio", 1, &error));
  if (measure != NULL)
    WELL (pe_rule_builder_bind_measure (builder, "actual", measure, &error));
  else
    {
      WELL (pe_rule_builder_bind_fact (builder, "actual", "actual", &error));
      WELL (pe_rule_builder_bind_fact (builder, "target", "target", &error));
    }
  for (size_t i = 0; policy != 0 && i < G_N_ELEMENTS (states); i++)
    WELL (pe_rule_builder_set_policy (builder, states[i], policy, &error));
  return finish_rule (builder);
}

pe_rule *
new_slot (const char *marks, const char *score, const char *depth, const char *empty, pe_policy row_policy)
{
  pe_rule_builder *builder = NULL;
  pe_rule         *row = new_ratio (NULL, row_policy);
  pe_decimal       levels = number (depth);

  WELL (pe_rule_builder_new (&builder, "slot", 1, &error));
  WELL (pe_rule_builder_set_number (builder, "depth", &levels, &error));
  WELL (pe_rule_builder_set_word (builder, "marks", marks, &error));
  WELL (pe_rule_builder_set_word (builder, "score", score, &error));
  WELL (pe_rule_builder_set_word (builder, "empty", empty, &error));
  WELL (pe_rule_builder_set_sign_rule (builder, PE_SIGN_AT_LEAST, row, &error));
  pe_rule_unref (row);
  return finish_rule (builder);
}

/* Dossiers */

void
material_init (material *self)
{
  pe_dossier_head_init (&self->head, sizeof self->head);
  self->head.unit_name = "某局";
  self->head.fiscal_year = 2023;
  self->head.kind = PE_KIND_DEPARTMENT;
  WELL (pe_dossier_builder_new (&self->builder, NULL, &error));
}

void
material_add_fact (material *self, const char *indicator, const char *name, const char *text)
{
  pe_fact fact;

  pe_fact_init (&fact, sizeof fact);
  fact.indicator = indicator;
  fact.name = name;
  fact.figure = figure (text);
  fact.text = fact.figure.state == PE_STATE_TEXT ? text : NULL;
  WELL (pe_dossier_builder_add_facts (self->builder, &fact, 1, &error));
}

static void
init_row (pe_row *row, const char *slot, uint32_t parent, const char *name, const char *marks)
{
  pe_row_init (row, sizeof *row);
  row->slot = slot;
  row->parent = parent;
  row->name = name;
  row->nature = PE_NATURE_QUANTITATIVE;
  row->sign = PE_SIGN_AT_LEAST;
  row->marks = figure (marks);
}

void
material_add_row (material *self, const char *slot, uint32_t parent, const char *name, const char *marks,
                  const char *target, const char *actual)
{
  pe_row row;

  init_row (&row, slot, parent, name, marks);
  row.target = figure (target);
  row.actual = figure (actual);
  row.target_text = row.target.state == PE_STATE_TEXT ? target : NULL;
  row.actual_text = row.actual.state == PE_STATE_TEXT ? actual : NULL;
  WELL (pe_dossier_builder_add_rows (self->builder, &row, 1, &error));
}

void
material_add_withdrawn (material *self, const char *slot, uint32_t parent, const char *name, const char *marks)
{
  pe_row row;

  init_row (&row, slot, parent, name, marks);
  row.withdrawn = 1;
  WELL (pe_dossier_builder_add_rows (self->builder, &row, 1, &error));
}

void
material_declare (material *self, const char *indicator, const char *score, const char *reason)
{
  pe_declared_score declared;

  pe_declared_score_init (&declared, sizeof declared);
  declared.scorer = PE_SCORER_SELF;
  declared.indicator = indicator;
  declared.score = number (score);
  declared.reason = reason;
  WELL (pe_dossier_builder_add_declared_scores (self->builder, &declared, 1, &error));
}

void
material_set_budget (material *self, const char *adjusted, const char *executed)
{
  pe_budget_builder *builder = NULL;
  pe_budget         *budget = NULL;
  pe_budget_line     line;

  pe_budget_line_init (&line, sizeof line);
  line.name = "全年预算";
  line.category = PE_BUDGET_TOTAL;
  line.adjusted = figure (adjusted);
  line.executed = figure (executed);
  WELL (pe_budget_builder_new (&builder, NULL, &error));
  WELL (pe_budget_builder_add_many (builder, &line, 1, &error));
  WELL (pe_budget_builder_build (&budget, builder, NULL, &error));
  WELL (pe_dossier_builder_set_budget (self->builder, budget, &error));
  pe_budget_unref (budget);
  pe_budget_builder_free (builder);
}

pe_dossier *
material_build (material *self)
{
  pe_dossier *out = NULL;

  WELL (pe_dossier_builder_set_head (self->builder, &self->head, &error));
  WELL (pe_dossier_builder_build (&out, self->builder, NULL, &error));
  pe_dossier_builder_free (self->builder);
  return out;
}

/* Evaluations */

pe_evaluation *
evaluate (pe_rulebook *rulebook, pe_dossier *dossier)
{
  pe_evaluation *out = NULL;

  evaluate_scarcely (rulebook, dossier, NULL, PE_OK);
  WELL (pe_evaluate (&out, rulebook, dossier, NULL, NULL, &error));
  assert_non_null (out);
  explain_scarcely (out);
  pe_rulebook_unref (rulebook);
  pe_dossier_unref (dossier);
  return out;
}

pe_findings *
refuse (pe_rulebook *rulebook, pe_dossier *dossier, pe_status status)
{
  pe_evaluation *out = NULL;
  pe_findings   *findings = NULL;
  pe_error      *error = NULL;

  evaluate_scarcely (rulebook, dossier, NULL, status);
  assert_int_equal (pe_evaluate (&out, rulebook, dossier, NULL, &findings, &error), status);
  assert_null (out);
  assert_int_equal (pe_error_get_status (error), status);
  assert_true (pe_error_get_count (error) == pe_findings_get_count (findings, PE_SEVERITY_ERROR));
  assert_non_null (find_finding (findings, status));
  /* A message that lacks a parameter is the bare description of its code. */
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    {
      const pe_finding *finding = pe_findings_get (findings, i);

      assert_string_not_equal (pe_finding_get_message (finding, PE_LANGUAGE_EN),
                               pe_status_describe (pe_finding_get_code (finding), PE_LANGUAGE_EN));
    }
  pe_error_unref (error);
  pe_rulebook_unref (rulebook);
  pe_dossier_unref (dossier);
  return findings;
}

size_t
find_node (const pe_evaluation *self, const char *code)
{
  for (size_t i = 0; i < pe_evaluation_get_n_nodes (self); i++)
    {
      pe_node node;

      pe_node_init (&node, sizeof node);
      WELL (pe_evaluation_get_node (&node, self, i, &error));
      if (strcmp (node.code, code) == 0)
        return i;
    }
  fail_msg ("no node %s", code);
  return 0;
}

static pe_ratio *
new_expected (const char *text)
{
  const char *slash = strchr (text, '/');
  pe_decimal  numerator, denominator = { 1, 0, 0 };
  pe_ratio   *out = NULL;

  if (slash == NULL)
    numerator = number (text);
  else
    {
      WELL (pe_decimal_parse (&numerator, text, (size_t) (slash - text), &error));
      denominator = number (slash + 1);
    }
  WELL (pe_ratio_new (&out, &numerator, &denominator, &error));
  return out;
}

static void
check_ratio (pe_ratio *found, const char *expected, const char *what)
{
  pe_ratio *wanted = new_expected (expected);
  pe_text  *shown = NULL;
  int32_t   order = 2;

  WELL (pe_ratio_compare (&order, found, wanted, &error));
  WELL (pe_ratio_print_truncated (&shown, found, 12, &error));
  if (order != 0)
    fail_msg ("%s: %s instead of %s", what, pe_text_get_data (shown), expected);
  pe_text_unref (shown);
  pe_ratio_unref (wanted);
  pe_ratio_unref (found);
}

void
check_points (const pe_evaluation *self, const char *code, pe_points points, const char *expected)
{
  pe_ratio *found = NULL;

  WELL (pe_evaluation_compute_points (&found, self, find_node (self, code), points, &error));
  check_ratio (found, expected, code);
}

void
check_entry (const pe_evaluation *self, size_t index, const char *code, pe_entry_kind kind, const char *amount)
{
  const pe_ledger *ledger = pe_evaluation_get_ledger (self);
  pe_ledger_entry  entry;
  pe_ratio        *found = NULL;

  pe_ledger_entry_init (&entry, sizeof entry);
  WELL (pe_ledger_get_entry (&entry, ledger, index, &error));
  assert_int_equal (entry.node, find_node (self, code));
  assert_int_equal (entry.kind, kind);
  WELL (pe_ledger_compute_amount (&found, ledger, index, &error));
  check_ratio (found, amount, code);
}

const pe_finding *
find_finding (const pe_findings *self, pe_status code)
{
  for (size_t i = 0; i < pe_findings_get_size (self); i++)
    if (pe_finding_get_code (pe_findings_get (self, i)) == code)
      return pe_findings_get (self, i);
  return NULL;
}

size_t
count_findings (const pe_findings *self, pe_status code)
{
  size_t n = 0;

  for (size_t i = 0; i < pe_findings_get_size (self); i++)
    n += pe_finding_get_code (pe_findings_get (self, i)) == code;
  return n;
}

const char *
get_parameter (const pe_finding *self, const char *name)
{
  assert_non_null (self);
  for (size_t i = 0; i < pe_finding_get_n_parameters (self); i++)
    if (strcmp (pe_finding_get_parameter_name (self, i), name) == 0)
      return pe_finding_get_parameter_text (self, i);
  fail_msg ("no parameter %s", name);
  return NULL;
}

const char *
get_path (const pe_finding *self)
{
  assert_non_null (self);
  return pe_place_get_what (pe_finding_get_place (self, 0));
}

void
check_text (pe_text *text, const char *expected)
{
  assert_non_null (text);
  assert_string_equal (pe_text_get_data (text), expected);
  pe_text_unref (text);
}

void
check_part (pe_text *text, const char *part)
{
  assert_non_null (text);
  if (strstr (pe_text_get_data (text), part) == NULL)
    fail_msg ("\"%s\" is not in: %s", part, pe_text_get_data (text));
  pe_text_unref (text);
}
