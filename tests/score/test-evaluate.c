/* test-evaluate.c - the walk: sums, roundings, grades, and every way to fail
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

#include <string.h>

/* One leaf of 10 marks. */
static pe_rulebook *
new_rulebook (pe_rule *rule, pe_declared_policy declared)
{
  scheme rules;

  scheme_init (&rules, "10");
  scheme_add_leaf (&rules, 0, "1.1", "10", rule, declared, NULL);
  return scheme_build (&rules);
}

static pe_dossier *
new_ratio_dossier (const char *actual, const char *target)
{
  material facts;

  material_init (&facts);
  material_add_fact (&facts, "1.1", "actual", actual);
  material_add_fact (&facts, "1.1", "target", target);
  return material_build (&facts);
}

static pe_dossier *
new_declared_dossier (const char *score)
{
  material facts;

  material_init (&facts);
  material_declare (&facts, "1.1", score, "x");
  return material_build (&facts);
}

/* Arguments */

static void
test_arguments (void **state)
{
  pe_rulebook        *rulebook = new_rulebook (new_attested (), PE_DECLARED_ONLY);
  pe_dossier         *dossier = new_declared_dossier ("10");
  pe_evaluation      *out = NULL;
  pe_findings        *findings = NULL;
  pe_error           *reason = NULL;
  pe_evaluate_options options;
  pe_limits           limits;
  struct
  {
    pe_evaluate_options options;
    uint64_t            tail;
  } newer;

  (void) state;
  assert_int_equal (pe_evaluate (NULL, rulebook, dossier, NULL, NULL, &reason), PE_ERROR_INVALID_ARGUMENT);
  pe_error_unref (reason);
  assert_int_equal (pe_evaluate (&out, NULL, dossier, NULL, &findings, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_findings_get_size (findings), 1);
  pe_findings_unref (findings);
  assert_int_equal (pe_evaluate (&out, rulebook, NULL, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_evaluate_options_init (&options, sizeof options);
  options.scorer = 9;
  assert_int_equal (pe_evaluate (&out, rulebook, dossier, &options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  options.scorer = 0;
  assert_int_equal (pe_evaluate (&out, rulebook, dossier, &options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  memset (&options, 0, sizeof options);
  assert_int_equal (pe_evaluate (&out, rulebook, dossier, &options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_evaluate_options_init (&options, sizeof options);
  pe_limits_init (&limits, sizeof limits);
  limits.number_bits = 8;
  options.limits = &limits;
  assert_int_equal (pe_evaluate (&out, rulebook, dossier, &options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_evaluate_options_init (&newer.options, sizeof newer);
  newer.tail = 1;
  assert_int_equal (pe_evaluate (&out, rulebook, dossier, &newer.options, NULL, NULL), PE_ERROR_UNSUPPORTED);
  assert_null (out);
  newer.tail = 0;
  WELL (pe_evaluate (&out, rulebook, dossier, &newer.options, &findings, &error));
  assert_ptr_equal (findings, pe_evaluation_get_findings (out));
  pe_findings_unref (findings);
  pe_evaluation_unref (out);
  pe_rulebook_unref (rulebook);
  pe_dossier_unref (dossier);
}

/* The head */

static void
test_head (void **state)
{
  material          facts;
  pe_findings      *findings;
  const pe_finding *finding;

  (void) state;
  material_init (&facts);
  facts.head.fiscal_year = 2024;
  facts.head.kind = PE_KIND_PROJECT;
  findings = refuse (new_rulebook (new_attested (), PE_DECLARED_ONLY), material_build (&facts), PE_ERROR_FISCAL_YEAR);
  finding = find_finding (findings, PE_ERROR_FISCAL_YEAR);
  assert_string_equal (get_parameter (finding, "found"), "2024");
  assert_string_equal (get_parameter (finding, "expected"), "2023");
  assert_string_equal (get_path (finding), "/fiscal_year");
  assert_string_equal (get_parameter (finding, "name_zh"), "评分规则");
  /* Both faults are named, and nothing of a leaf. */
  assert_int_equal (pe_findings_get_size (findings), 2);
  pe_findings_unref (findings);

  material_init (&facts);
  facts.head.kind = PE_KIND_POLICY;
  findings = refuse (new_rulebook (new_attested (), PE_DECLARED_ONLY), material_build (&facts), PE_ERROR_VALUE_UNKNOWN);
  finding = find_finding (findings, PE_ERROR_VALUE_UNKNOWN);
  assert_string_equal (get_parameter (finding, "found"), "policy");
  assert_string_equal (get_parameter (finding, "expected"), "department");
  assert_string_equal (get_path (finding), "/kind");
  pe_findings_unref (findings);
}

/* Leaves */

static void
test_figures_without_value (void **state)
{
  static const struct
  {
    const char *actual;
    const char *target;
    pe_status   status;
    const char *path;
  } cases[] = {
    { "", "1", PE_ERROR_FIGURE_MISSING, "/facts/1.1/actual" },
    { "1", "", PE_ERROR_FIGURE_MISSING, "/facts/1.1/target" },
    { "已完成", "1", PE_ERROR_FIGURE_TEXT, "/facts/1.1/actual" },
    { "-", "1", PE_ERROR_NOT_APPLICABLE, "/facts/1.1/actual" },
    { "1", "0", PE_ERROR_ZERO_DENOMINATOR, "/facts/1.1/target" },
    { "5万元", "5个", PE_ERROR_UNIT_MISMATCH, "/facts/1.1/target" },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      pe_findings *findings = refuse (new_rulebook (new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_NEVER),
                                      new_ratio_dossier (cases[i].actual, cases[i].target), cases[i].status);

      assert_string_equal (get_path (find_finding (findings, cases[i].status)), cases[i].path);
      assert_string_equal (get_parameter (find_finding (findings, cases[i].status), "code"), "1.1");
      pe_findings_unref (findings);
    }
}

static void
test_no_budget (void **state)
{
  material facts;

  (void) state;
  material_init (&facts);
  pe_findings_unref (refuse (new_rulebook (new_ratio ("budget.execution_rate", PE_POLICY_ERROR), PE_DECLARED_NEVER),
                             material_build (&facts), PE_ERROR_FIGURE_MISSING));
}

static void
test_declared_scores (void **state)
{
  material          facts;
  pe_findings      *findings;
  const pe_finding *finding;

  (void) state;
  material_init (&facts);
  findings = refuse (new_rulebook (new_attested (), PE_DECLARED_ONLY), material_build (&facts), PE_ERROR_SCORE_MISSING);
  finding = find_finding (findings, PE_ERROR_SCORE_MISSING);
  assert_string_equal (get_parameter (finding, "code"), "1.1");
  assert_string_equal (get_parameter (finding, "total"), "10");
  pe_findings_unref (findings);

  findings = refuse (new_rulebook (new_attested (), PE_DECLARED_ONLY), new_declared_dossier ("10.01"),
                     PE_ERROR_SCORE_ABOVE_MARKS);
  assert_string_equal (get_path (find_finding (findings, PE_ERROR_SCORE_ABOVE_MARKS)), "/declared/0/score");
  pe_findings_unref (findings);

  findings = refuse (new_rulebook (new_attested (), PE_DECLARED_ONLY), new_declared_dossier ("-0.01"),
                     PE_ERROR_SCORE_NEGATIVE);
  assert_string_equal (get_path (find_finding (findings, PE_ERROR_SCORE_NEGATIVE)), "/declared/0/score");
  pe_findings_unref (findings);
}

/* A declared score that does not count is checked all the same. */
static void
test_unused_declared_score (void **state)
{
  material          facts;
  pe_declared_score declared;

  (void) state;
  material_init (&facts);
  material_declare (&facts, "1.1", "10", NULL);
  pe_declared_score_init (&declared, sizeof declared);
  declared.scorer = PE_SCORER_EXTERNAL;
  declared.indicator = "1.1";
  declared.score = number ("11");
  WELL (pe_dossier_builder_add_declared_scores (facts.builder, &declared, 1, &error));
  pe_findings_unref (
      refuse (new_rulebook (new_attested (), PE_DECLARED_ONLY), material_build (&facts), PE_ERROR_SCORE_ABOVE_MARKS));
}

static pe_rule *
new_violations (void)
{
  pe_rule_builder *builder = NULL;
  pe_rule         *out = NULL;
  pe_item          item;

  pe_item_init (&item, sizeof item);
  item.id = "late";
  item.name_zh = "迟报";
  item.name_en = "late";
  item.points = number ("0.5");
  WELL (pe_rule_builder_new (&builder, "per_violation", 1, &error));
  WELL (pe_rule_builder_add_items (builder, &item, 1, &error));
  WELL (pe_rule_builder_build (&out, builder, NULL, &error));
  pe_rule_builder_free (builder);
  return out;
}

static void
test_count (void **state)
{
  static const char *const wrong[] = { "1.5", "-1" };
  material                 facts;
  pe_findings             *findings;
  pe_evaluation           *self;

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      material_init (&facts);
      material_add_fact (&facts, "1.1", "late", wrong[i]);
      findings = refuse (new_rulebook (new_violations (), PE_DECLARED_NEVER), material_build (&facts),
                         PE_ERROR_COUNT_INVALID);
      assert_string_equal (get_parameter (find_finding (findings, PE_ERROR_COUNT_INVALID), "found"), wrong[i]);
      assert_string_equal (get_parameter (find_finding (findings, PE_ERROR_COUNT_INVALID), "name_zh"), "迟报");
      pe_findings_unref (findings);
    }
  material_init (&facts); /* 10 − 3 × 0.5 */
  material_add_fact (&facts, "1.1", "late", "3");
  self = evaluate (new_rulebook (new_violations (), PE_DECLARED_NEVER), material_build (&facts));
  check_points (self, "", PE_POINTS_SCORE, "8.5");
  pe_evaluation_unref (self);
}

static pe_rule *
new_signing (void)
{
  pe_rule_builder *builder = NULL;
  pe_rule         *out = NULL;
  pe_decimal       limit = number ("3");

  WELL (pe_rule_builder_new (&builder, "on_time_share", 1, &error));
  WELL (pe_rule_builder_set_word (builder, "from", "award", &error));
  WELL (pe_rule_builder_set_word (builder, "to", "signing", &error));
  WELL (pe_rule_builder_set_word (builder, "days", "working", &error));
  WELL (pe_rule_builder_set_number (builder, "limit", &limit, &error));
  WELL (pe_rule_builder_set_policy (builder, PE_STATE_ZERO_DENOMINATOR, PE_POLICY_FULL, &error));
  WELL (pe_rule_builder_build (&out, builder, NULL, &error));
  pe_rule_builder_free (builder);
  return out;
}

static pe_dossier *
new_signed_dossier (void)
{
  pe_procurement_builder *builder = NULL;
  pe_procurement         *procurement = NULL;
  pe_procurement_record   record;
  material                facts;

  pe_procurement_record_init (&record, sizeof record);
  record.name = "电脑";
  record.award = 20230301;
  record.signing = 20230303;
  WELL (pe_procurement_builder_new (&builder, NULL, &error));
  WELL (pe_procurement_builder_add_many (builder, &record, 1, &error));
  WELL (pe_procurement_builder_build (&procurement, builder, NULL, &error));
  material_init (&facts);
  WELL (pe_dossier_builder_set_procurement (facts.builder, procurement, &error));
  pe_procurement_unref (procurement);
  pe_procurement_builder_free (builder);
  return material_build (&facts);
}

static pe_calendar *
new_calendar (int32_t year)
{
  pe_calendar_spec spec;
  pe_calendar     *out = NULL;

  pe_calendar_spec_init (&spec, sizeof spec);
  spec.first_year = spec.last_year = year;
  WELL (pe_calendar_new (&out, &spec, &error));
  return out;
}

static void
test_calendar (void **state)
{
  pe_rulebook        *rulebook = new_rulebook (new_signing (), PE_DECLARED_NEVER);
  pe_dossier         *dossier = new_signed_dossier ();
  pe_calendar        *calendar = new_calendar (2023), *other = new_calendar (2022);
  pe_evaluate_options options;
  pe_evaluation      *out = NULL;
  pe_error           *reason = NULL;

  (void) state;
  pe_evaluate_options_init (&options, sizeof options);
  assert_int_equal (pe_evaluate (&out, rulebook, dossier, &options, NULL, NULL), PE_ERROR_CALENDAR_MISSING);
  options.calendar = other;
  assert_int_equal (pe_evaluate (&out, rulebook, dossier, &options, NULL, &reason), PE_ERROR_CALENDAR_RANGE);
  assert_string_equal (get_parameter (pe_error_get_finding (reason), "found"), "2023");
  pe_error_unref (reason);
  options.calendar = calendar;
  WELL (pe_evaluate (&out, rulebook, dossier, &options, NULL, &error));
  check_points (out, "1.1", PE_POINTS_SCORE, "10");
  pe_evaluation_unref (out);
  pe_calendar_unref (calendar);
  pe_calendar_unref (other);
  pe_rulebook_unref (rulebook);
  pe_dossier_unref (dossier);
}

/* All errors are reported at once, and the call fails with the first. */
static void
test_all_errors_at_once (void **state)
{
  scheme       rules;
  material     facts;
  pe_findings *findings;

  (void) state;
  scheme_init (&rules, "40");
  scheme_add_leaf (&rules, 0, "A", "10", new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_NEVER, NULL);
  scheme_add_leaf (&rules, 0, "B", "10", new_attested (), PE_DECLARED_ONLY, NULL);
  scheme_add_leaf (&rules, 0, "C", "10", new_slot ("equal", "rows", "1", "error", PE_POLICY_ERROR), PE_DECLARED_NEVER,
                   NULL);
  scheme_add_leaf (&rules, 0, "D", "10", new_slot ("equal", "mean", "1", "error", PE_POLICY_ERROR), PE_DECLARED_NEVER,
                   NULL);
  material_init (&facts);
  material_add_row (&facts, "D", 0, "a", "", "1", "");
  material_add_row (&facts, "D", 0, "b", "", "0", "1");
  findings = refuse (scheme_build (&rules), material_build (&facts), PE_ERROR_FIGURE_MISSING);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 6);
  assert_string_equal (get_path (pe_findings_get (findings, 0)), "/facts/A/actual");
  assert_string_equal (get_path (pe_findings_get (findings, 1)), "/facts/A/target");
  assert_int_equal (pe_finding_get_code (pe_findings_get (findings, 2)), PE_ERROR_SCORE_MISSING);
  assert_int_equal (pe_finding_get_code (pe_findings_get (findings, 3)), PE_ERROR_SLOT_EMPTY);
  assert_string_equal (get_path (pe_findings_get (findings, 4)), "/rows/D/0/actual");
  assert_string_equal (get_path (pe_findings_get (findings, 5)), "/rows/D/1/target");
  pe_findings_unref (findings);
}

/* Six unrounded leaves of a share each with a denominator near 10^18, pairwise almost without a common factor: the
 * denominator of their sum has some 6 × 59 bits. */
static void
test_limit (void **state)
{
  static const char *const targets[] = { "999999999999999999", "999999999999999997", "999999999999999993",
                                         "999999999999999991", "999999999999999989", "999999999999999987" };
  scheme                   rules;
  material                 facts;
  pe_limits                limits;
  pe_evaluate_options      options;
  pe_rulebook             *rulebook;
  pe_dossier              *dossier;
  pe_evaluation           *out = NULL;
  pe_decimal               total;

  (void) state;
  scheme_init (&rules, "6");
  rules.rounding.leaf_rounding = rules.rounding.total_rounding = 0;
  material_init (&facts);
  for (size_t i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      char code[] = "A";

      code[0] = (char) ('A' + i);
      scheme_add_leaf (&rules, 0, code, "1", new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_NEVER, NULL);
      material_add_fact (&facts, code, "actual", "1");
      material_add_fact (&facts, code, "target", targets[i]);
    }
  rulebook = scheme_build (&rules);
  dossier = material_build (&facts);
  pe_limits_init (&limits, sizeof limits);
  limits.number_bits = 256;
  pe_evaluate_options_init (&options, sizeof options);
  options.limits = &limits;
  assert_int_equal (pe_evaluate (&out, rulebook, dossier, &options, NULL, NULL), PE_ERROR_LIMIT);
  WELL (pe_evaluate (&out, rulebook, dossier, NULL, NULL, &error));
  assert_int_equal (pe_evaluation_get_points (&total, out, 0, PE_POINTS_SCORE, NULL), PE_ERROR_OVERFLOW);
  pe_evaluation_unref (out);
  pe_rulebook_unref (rulebook);
  pe_dossier_unref (dossier);
}

/* Sums and roundings */

/* Leaves 1/3 and 2/3 of 1 mark each in G, and 1.005 of 8: leaves kept exact, the group cut to 1 place, the total half up
 * to 2. 1/3 × 1 + 1/2 × 1 = 5/6 → 0.8, lost 1/30; 0.8 + 1.005 = 1.805 → 1.81, gained 1/200. */
static void
test_every_level (void **state)
{
  scheme         rules;
  material       facts;
  uint32_t       group;
  pe_evaluation *self;
  pe_text       *text = NULL;

  (void) state;
  scheme_init (&rules, "10");
  rules.rounding.leaf_rounding = 0;
  rules.rounding.subtotal_places = 1;
  rules.rounding.subtotal_rounding = PE_ROUND_DOWN;
  group = scheme_add_group (&rules, 0, "G", "2");
  scheme_add_leaf (&rules, group, "A", "1", new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_NEVER, NULL);
  scheme_add_leaf (&rules, group, "B", "1", new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_NEVER, NULL);
  scheme_add_leaf (&rules, 0, "C", "8", new_attested (), PE_DECLARED_ONLY, NULL);
  material_init (&facts);
  material_add_fact (&facts, "A", "actual", "1");
  material_add_fact (&facts, "A", "target", "3");
  material_add_fact (&facts, "B", "actual", "1");
  material_add_fact (&facts, "B", "target", "2");
  material_declare (&facts, "C", "1.005", "x");
  self = evaluate (scheme_build (&rules), material_build (&facts));
  check_points (self, "A", PE_POINTS_SCORE, "1/3");
  check_points (self, "G", PE_POINTS_UNROUNDED, "5/6");
  check_points (self, "G", PE_POINTS_SCORE, "0.8");
  check_points (self, "", PE_POINTS_UNROUNDED, "1.805");
  check_points (self, "", PE_POINTS_SCORE, "1.81");
  assert_int_equal (pe_ledger_get_size (pe_evaluation_get_ledger (self)), 5);
  check_entry (self, 0, "", PE_ENTRY_ROUNDING, "1/200");
  check_entry (self, 1, "G", PE_ENTRY_ROUNDING, "-1/30");
  check_entry (self, 2, "A", PE_ENTRY_LEAF, "-2/3");
  check_entry (self, 3, "B", PE_ENTRY_LEAF, "-0.5");
  check_entry (self, 4, "C", PE_ENTRY_LEAF, "-6.995");
  WELL (pe_evaluation_print_formula (&text, self, 1, PE_LANGUAGE_EN, &error));
  check_text (text, "0.3333333… + 0.5 = 0.8333333…, truncated to 1 place → 0.8");
  pe_evaluation_unref (self);
}

/* 89.995 is 90.00 rounded: excellent when ranked by that, good by the exact total. A cut-off belongs to its grade. */
static void
test_grades (void **state)
{
  static const struct
  {
    const char *score;
    pe_rank_on  rank_on;
    int32_t     grade;
  } cases[] = { { "89.995", PE_RANK_ON_ROUNDED, 0 }, { "89.995", PE_RANK_ON_EXACT, 1 }, { "90", PE_RANK_ON_EXACT, 0 },
                { "89.99", PE_RANK_ON_ROUNDED, 1 },  { "60", PE_RANK_ON_ROUNDED, 1 },   { "0", PE_RANK_ON_EXACT, 2 } };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      scheme         rules;
      material       facts;
      pe_evaluation *self;

      scheme_init (&rules, "100");
      rules.rounding.rank_on = cases[i].rank_on;
      rules.rounding.leaf_places = 3;
      scheme_add_leaf (&rules, 0, "A", "100", new_attested (), PE_DECLARED_ONLY, NULL);
      scheme_add_grade (&rules, "a", "优", "90");
      scheme_add_grade (&rules, "b", "良", "60");
      scheme_add_grade (&rules, "c", "差", "0");
      material_init (&facts);
      material_declare (&facts, "A", cases[i].score, "x");
      self = evaluate (scheme_build (&rules), material_build (&facts));
      assert_int_equal (pe_evaluation_get_grade (self), cases[i].grade);
      pe_evaluation_unref (self);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_arguments),
    cmocka_unit_test (test_head),
    cmocka_unit_test (test_figures_without_value),
    cmocka_unit_test (test_no_budget),
    cmocka_unit_test (test_declared_scores),
    cmocka_unit_test (test_unused_declared_score),
    cmocka_unit_test (test_count),
    cmocka_unit_test (test_calendar),
    cmocka_unit_test (test_all_errors_at_once),
    cmocka_unit_test (test_limit),
    cmocka_unit_test (test_every_level),
    cmocka_unit_test (test_grades),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
