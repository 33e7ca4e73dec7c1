/* test-leaf-shapes.c - leaves whose rule says more than points: a notice, a day with a name, the choice between rules
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

#include <string.h>

static pe_rule *
finish (pe_rule_builder *builder)
{
  pe_rule *out = NULL;

  WELL (pe_rule_builder_build (&out, builder, NULL, &error));
  pe_rule_builder_free (builder);
  return out;
}

static pe_rulebook *
new_rulebook (pe_rule *rule, const char *full_marks, pe_declared_policy declared)
{
  scheme rules;

  scheme_init (&rules, full_marks);
  scheme_add_leaf (&rules, 0, "1.1", full_marks, rule, declared, NULL);
  return scheme_build (&rules);
}

static pe_dossier *
new_dossier (const char *const (*facts)[2], size_t n)
{
  material self;

  material_init (&self);
  for (size_t i = 0; i < n; i++)
    material_add_fact (&self, "1.1", facts[i][0], facts[i][1]);
  return material_build (&self);
}

#define FACTS(...)                                       \
  new_dossier ((const char *const[][2]) { __VA_ARGS__ }, \
               sizeof (const char *[][2]) { __VA_ARGS__ } / sizeof (char *[2]))

static pe_rule *
new_equality (const char *mode)
{
  pe_rule_builder *builder = NULL;

  WELL (pe_rule_builder_new (&builder, "equality", 1, &error));
  WELL (pe_rule_builder_bind_fact (builder, "actual", "actual", &error));
  WELL (pe_rule_builder_bind_fact (builder, "target", "target", &error));
  WELL (pe_rule_builder_set_word (builder, "mode", mode, &error));
  return finish (builder);
}

/* A notice */

static void
test_not_equal (void **state)
{
  pe_evaluation    *self = evaluate (new_rulebook (new_equality ("flag"), "10", PE_DECLARED_NEVER),
                                     FACTS ({ "actual", "130个" }, { "target", "100个" }));
  const pe_finding *finding = find_finding (pe_evaluation_get_findings (self), PE_WARNING_NOT_EQUAL);

  (void) state;
  check_points (self, "1.1", PE_POINTS_SCORE, "10");
  assert_non_null (finding);
  assert_string_equal (get_path (finding), "/facts/1.1/actual");
  assert_string_equal (get_parameter (finding, "found"), "130 个");
  assert_string_equal (get_parameter (finding, "expected"), "100 个");
  assert_string_equal (get_parameter (finding, "code"), "1.1");
  pe_evaluation_unref (self);
  self = evaluate (new_rulebook (new_equality ("flag"), "10", PE_DECLARED_NEVER),
                   FACTS ({ "actual", "100" }, { "target", "100.0" }));
  assert_int_equal (pe_findings_get_size (pe_evaluation_get_findings (self)), 0);
  pe_evaluation_unref (self);
}

/* The same in a slot: a notice for each row that differs, on its own place. */
static void
check_rows (const char *score)
{
  pe_rule_builder *builder = NULL;
  pe_rule         *row = new_equality ("flag");
  material         facts;
  pe_evaluation   *self;

  WELL (pe_rule_builder_new (&builder, "slot", 1, &error));
  WELL (pe_rule_builder_set_word (builder, "marks", "equal", &error));
  WELL (pe_rule_builder_set_word (builder, "score", score, &error));
  WELL (pe_rule_builder_set_word (builder, "empty", "error", &error));
  WELL (pe_rule_builder_set_sign_rule (builder, PE_SIGN_AT_LEAST, row, &error));
  pe_rule_unref (row);
  material_init (&facts);
  material_add_row (&facts, "1.1", 0, "a", "", "4", "4");
  material_add_row (&facts, "1.1", 0, "b", "", "4", "3");
  self = evaluate (new_rulebook (finish (builder), "10", PE_DECLARED_NEVER), material_build (&facts));
  /* 10 × (1 + 3/4) / 2 */
  check_points (self, "1.1", PE_POINTS_SCORE, "8.75");
  assert_int_equal (count_findings (pe_evaluation_get_findings (self), PE_WARNING_NOT_EQUAL), 1);
  assert_string_equal (get_path (find_finding (pe_evaluation_get_findings (self), PE_WARNING_NOT_EQUAL)),
                       "/rows/1.1/1/actual");
  pe_evaluation_unref (self);
}

static void
test_not_equal_rows (void **state)
{
  (void) state;
  check_rows ("mean");
  check_rows ("rows");
}

/* A day with a name */

static pe_rule *
new_milestones (void)
{
  pe_rule_builder *builder = NULL;
  pe_milestone     milestones[2];

  for (size_t i = 0; i < G_N_ELEMENTS (milestones); i++)
    {
      pe_milestone_init (&milestones[i], sizeof milestones[i]);
      milestones[i].id = i == 0 ? "spring" : "june";
      milestones[i].name_zh = i == 0 ? "春节前拨付" : "上半年拨付";
      milestones[i].name_en = i == 0 ? "paid before the Spring Festival" : "paid by June";
      milestones[i].share = number (i == 0 ? "0.5" : "1");
      milestones[i].points = number ("0.5");
    }
  milestones[0].day = "春节";
  milestones[1].date = 630;
  WELL (pe_rule_builder_new (&builder, "milestones", 1, &error));
  WELL (pe_rule_builder_add_milestones (builder, milestones, 2, &error));
  return finish (builder);
}

static pe_calendar *
new_calendar (void)
{
  /* 2023 began its lunar year on 22 January. */
  static const pe_named_day day = { sizeof day, 20230122, "春节" };
  pe_calendar_spec          spec;
  pe_calendar              *out = NULL;

  pe_calendar_spec_init (&spec, sizeof spec);
  spec.first_year = spec.last_year = 2023;
  spec.named_days = &day;
  spec.n_named_days = 1;
  WELL (pe_calendar_new (&out, &spec, &error));
  return out;
}

static void
test_named_day (void **state)
{
  pe_rulebook        *rulebook = new_rulebook (new_milestones (), "3", PE_DECLARED_NEVER);
  pe_dossier         *dossier = FACTS ({ "spring", "48%" }, { "june", "100%" });
  pe_calendar        *calendar = new_calendar ();
  pe_evaluate_options options;
  pe_evaluation      *self = NULL;
  pe_text            *text = NULL;

  (void) state;
  pe_evaluate_options_init (&options, sizeof options);
  options.calendar = calendar;
  WELL (pe_evaluate (&self, rulebook, dossier, &options, NULL, &error));
  check_points (self, "1.1", PE_POINTS_SCORE, "2.5");
  WELL (pe_evaluation_explain (&text, self, 1, PE_LANGUAGE_ZH, &error));
  check_part (text, "数据：春节前拨付（截至 春节 2023-01-22） = 48%");
  text = NULL;
  WELL (pe_evaluation_explain (&text, self, 1, PE_LANGUAGE_EN, &error));
  check_part (text, "Figure: paid by June (by 2023-06-30) = 100%");
  text = NULL;
  WELL (pe_evaluation_print_formula (&text, self, 1, PE_LANGUAGE_ZH, &error));
  check_text (text, "3 − 0.5（48% < 50%，春节 2023-01-22） = 2.5");
  pe_evaluation_unref (self);
  pe_calendar_unref (calendar);
  pe_dossier_unref (dossier);
  pe_rulebook_unref (rulebook);
}

static void
test_named_day_unknown (void **state)
{
  pe_rulebook        *rulebook = new_rulebook (new_milestones (), "3", PE_DECLARED_NEVER);
  pe_dossier         *dossier = FACTS ({ "spring", "48%" }, { "june", "100%" });
  pe_calendar_spec    spec;
  pe_calendar        *calendar = NULL;
  pe_evaluate_options options;
  pe_evaluation      *self = NULL;
  pe_findings        *findings = NULL;

  (void) state;
  pe_calendar_spec_init (&spec, sizeof spec);
  spec.first_year = spec.last_year = 2023;
  WELL (pe_calendar_new (&calendar, &spec, &error));
  pe_evaluate_options_init (&options, sizeof options);
  options.calendar = calendar;
  assert_int_equal (pe_evaluate (&self, rulebook, dossier, &options, &findings, NULL), PE_ERROR_NOT_FOUND);
  assert_string_equal (get_path (find_finding (findings, PE_ERROR_NOT_FOUND)), "/fiscal_year");
  assert_string_equal (get_parameter (find_finding (findings, PE_ERROR_NOT_FOUND), "found"), "2023");
  assert_string_equal (get_parameter (find_finding (findings, PE_ERROR_NOT_FOUND), "name"), "春节");
  pe_findings_unref (findings);
  pe_calendar_unref (calendar);
  findings = refuse (rulebook, dossier, PE_ERROR_CALENDAR_MISSING);
  assert_string_equal (get_path (find_finding (findings, PE_ERROR_CALENDAR_MISSING)), "/facts/1.1/spring");
  pe_findings_unref (findings);
}

/* The choice between rules */

static pe_rule *
new_alternative (const char *choice)
{
  static const char *const ids[] = { "rate", "change" };
  pe_rule_builder         *builder = NULL;

  WELL (pe_rule_builder_new (&builder, "alternative", 1, &error));
  WELL (pe_rule_builder_set_word (builder, "choice", choice, &error));
  for (size_t i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      pe_rule_builder *ratio = NULL;
      pe_rule         *rule;
      const pe_figure  target = figure ("100%");

      WELL (pe_rule_builder_new (&ratio, "capped_ratio", 1, &error));
      WELL (pe_rule_builder_bind_fact (ratio, "actual", ids[i], &error));
      WELL (pe_rule_builder_bind_figure (ratio, "target", &target, &error));
      rule = finish (ratio);
      WELL (pe_rule_builder_add_alternative (builder, ids[i], rule, &error));
      pe_rule_unref (rule);
    }
  return finish (builder);
}

static void
test_alternative (void **state)
{
  pe_evaluation *self = evaluate (
      new_rulebook (new_alternative ("best"), "10", PE_DECLARED_NEVER), FACTS ({ "rate", "80%" }, { "change", "85%" }));
  pe_text *text = NULL;

  (void) state;
  check_points (self, "1.1", PE_POINTS_SCORE, "8.5");
  WELL (pe_evaluation_explain (&text, self, 1, PE_LANGUAGE_ZH, &error));
  check_part (text, "数据：rate·实际值 = 80%（/facts/1.1/rate）");
  text = NULL;
  WELL (pe_evaluation_explain (&text, self, 1, PE_LANGUAGE_EN, &error));
  check_part (text, "Calculation: best \"change\": 10 × min(1, 85% / 100%) = 8.5");
  text = NULL;
  WELL (pe_evaluation_print_rate (&text, self, 1, &error));
  check_text (text, "85.00%");
  /* What an alternative that did not win asked for is used all the same. */
  assert_int_equal (pe_findings_get_size (pe_evaluation_get_findings (self)), 0);
  pe_evaluation_unref (self);
}

static void
test_choice_unknown (void **state)
{
  pe_findings *findings = refuse (new_rulebook (new_alternative ("declared"), "10", PE_DECLARED_NEVER),
                                  FACTS ({ "rate", "80%" }, { "choice", "ratio" }), PE_ERROR_VALUE_UNKNOWN);

  (void) state;
  assert_string_equal (get_path (find_finding (findings, PE_ERROR_VALUE_UNKNOWN)), "/facts/1.1/choice");
  assert_string_equal (get_parameter (find_finding (findings, PE_ERROR_VALUE_UNKNOWN), "expected"), "rate, change");
  pe_findings_unref (findings);
}

/* With nothing of what any alternative asks for, the declared score counts. */
static void
test_declared (void **state)
{
  material       facts;
  pe_evaluation *self;

  (void) state;
  material_init (&facts);
  material_declare (&facts, "1.1", "7", "x");
  self
      = evaluate (new_rulebook (new_alternative ("best"), "10", PE_DECLARED_IF_FACTS_MISSING), material_build (&facts));
  check_points (self, "1.1", PE_POINTS_SCORE, "7");
  pe_evaluation_unref (self);
  material_init (&facts);
  material_declare (&facts, "1.1", "7", "x");
  material_add_fact (&facts, "1.1", "change", "90%");
  self
      = evaluate (new_rulebook (new_alternative ("best"), "10", PE_DECLARED_IF_FACTS_MISSING), material_build (&facts));
  check_points (self, "1.1", PE_POINTS_SCORE, "9");
  pe_evaluation_unref (self);
}

/* An external score */

static void
test_external (void **state)
{
  pe_rule_builder *builder = NULL;
  pe_findings     *findings;
  pe_rule         *rule;

  (void) state;
  WELL (pe_rule_builder_new (&builder, "external_score", 1, &error));
  WELL (pe_rule_builder_bind_fact (builder, "score", "score", &error));
  rule = finish (builder);
  pe_rule_ref (rule);
  findings = refuse (new_rulebook (rule, "10", PE_DECLARED_NEVER), FACTS ({ "score", "108" }, { "evidence", "通报" }),
                     PE_ERROR_SCORE_ABOVE_MARKS);
  assert_string_equal (get_parameter (find_finding (findings, PE_ERROR_SCORE_ABOVE_MARKS), "found"), "108");
  assert_string_equal (get_parameter (find_finding (findings, PE_ERROR_SCORE_ABOVE_MARKS), "total"), "100");
  pe_findings_unref (findings);
  findings = refuse (new_rulebook (rule, "10", PE_DECLARED_NEVER), FACTS ({ "score", "88" }), PE_ERROR_FIGURE_MISSING);
  assert_string_equal (get_path (find_finding (findings, PE_ERROR_FIGURE_MISSING)), "/facts/1.1/evidence");
  pe_findings_unref (findings);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_not_equal),   cmocka_unit_test (test_not_equal_rows),
    cmocka_unit_test (test_named_day),   cmocka_unit_test (test_named_day_unknown),
    cmocka_unit_test (test_alternative), cmocka_unit_test (test_choice_unknown),
    cmocka_unit_test (test_declared),    cmocka_unit_test (test_external),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
