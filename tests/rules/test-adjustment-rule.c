/* test-adjustment-rule.c - over-achievements, caps, bonuses and vetoes that could not be applied are refused
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "scheme.h"

#include "rules/adjustment-rule-private.h"

/* A ratio, a slot with a rule for ≥ and one for qualitative rows, and a checked leaf: 30 points. */
static pe_rule *
make_ratio (void)
{
  pe_rule_builder *builder = begin ("capped_ratio");

  measure (builder, "actual", "budget.execution_rate");
  assert_ok (pe_rule_builder_set_policy (builder, PE_STATE_ZERO_DENOMINATOR, PE_POLICY_ZERO, NULL));
  return build (builder);
}

static pe_rule *
make_slot (void)
{
  pe_rule_builder *builder = begin ("slot");
  pe_rule         *row = make_ratio ();

  assert_ok (pe_rule_builder_set_word (builder, "marks", "equal", NULL));
  assert_ok (pe_rule_builder_set_word (builder, "score", "mean", NULL));
  assert_ok (pe_rule_builder_set_word (builder, "empty", "zero", NULL));
  assert_ok (pe_rule_builder_set_sign_rule (builder, PE_SIGN_AT_LEAST, row, NULL));
  pe_rule_unref (row);
  return build (builder);
}

static pe_rulebook_builder *
start (void)
{
  const node nodes[]
      = { { 0, "1", "10", make_ratio () },
          { 0, "2", "10", make_slot () },
          { 0, "3", "10", NULL },
          { 3, "3.1", "10", make_attested () } };
  pe_rulebook_builder *builder = begin_rulebook ("30", nodes, 4);

  add_grade (builder, "good", "20");
  add_grade (builder, "poor", "0");
  return builder;
}

static pe_over_achievement
make_over (const char *code)
{
  pe_over_achievement over;

  pe_over_achievement_init (&over, sizeof over);
  over.indicator = code;
  over.action = PE_OVER_REDUCE;
  over.from = decimal ("1.3");
  over.per = decimal ("0.5");
  over.cap = decimal ("0.5");
  return over;
}

static pe_cap
make_cap (const char *code, const char *points)
{
  pe_cap cap;

  pe_cap_init (&cap, sizeof cap);
  cap.indicator = code;
  cap.if_fact = "cost_not_set";
  cap.reason_zh = "未设成本指标";
  cap.reason_en = "no cost indicator was set";
  cap.points = decimal (points);
  return cap;
}

static pe_veto
make_veto (pe_veto_effect effect, const char *grade)
{
  pe_veto veto;

  pe_veto_init (&veto, sizeof veto);
  veto.id = "breach";
  veto.name_zh = "重大违纪";
  veto.name_en = "serious breach";
  veto.effect = effect;
  veto.grade = grade;
  return veto;
}

static void
test_init (void **state)
{
  pe_over_achievement over;
  pe_bonus            bonus;

  (void) state;
  memset (&over, 0xee, sizeof over);
  pe_over_achievement_init (&over, sizeof over);
  assert_int_equal (over.struct_size, sizeof over);
  assert_int_equal (over.action + over.if_no_reason + over.sign, 0);
  assert_null (over.indicator);
  memset (&bonus, 0xee, sizeof bonus);
  pe_bonus_init (&bonus, sizeof bonus);
  assert_int_equal (bonus.limit.coefficient + bonus.ceiling.coefficient, 0);
  pe_over_achievement_init (NULL, 8);
  pe_cap_init (NULL, 8);
  pe_bonus_init (NULL, 8);
  pe_veto_init (NULL, 8);
}

/* In the order of the printed table, however they were added. */
static void
test_read_back (void **state)
{
  pe_rulebook_builder *builder = start ();
  pe_over_achievement  over = make_over ("2");
  const pe_cap         caps[] = { make_cap ("3.1", "5"), make_cap ("1", "7.5"), make_cap ("3.1", "4") };
  const pe_veto        veto = make_veto (PE_VETO_CEILING, "poor");
  pe_bonus             bonus;
  pe_cap               cap;
  pe_veto              read;
  pe_rulebook         *rulebook, *again;

  (void) state;
  pe_bonus_init (&bonus, sizeof bonus);
  bonus.limit = decimal ("5");
  bonus.ceiling = decimal ("30");
  over.sign = PE_SIGN_AT_LEAST;
  assert_ok (pe_rulebook_builder_add_over_achievements (builder, &over, 1, NULL));
  over = make_over ("1");
  assert_ok (pe_rulebook_builder_add_over_achievements (builder, &over, 1, NULL));
  assert_ok (pe_rulebook_builder_add_caps (builder, caps, 3, NULL));
  assert_ok (pe_rulebook_builder_add_vetoes (builder, &veto, 1, NULL));
  assert_ok (pe_rulebook_builder_set_bonus (builder, &bonus, NULL));
  rulebook = build_rulebook (builder);
  pe_cap_init (&cap, sizeof cap);
  pe_veto_init (&read, sizeof read);
  assert_int_equal (pe_rulebook_get_n_over_achievements (rulebook), 2);
  assert_ok (pe_rulebook_get_over_achievement (&over, rulebook, 0, NULL));
  assert_string_equal (over.indicator, "1");
  assert_ok (pe_rulebook_get_over_achievement (&over, rulebook, 1, NULL));
  assert_int_equal (over.sign, PE_SIGN_AT_LEAST);
  assert_int_equal (pe_rulebook_get_n_caps (rulebook), 3);
  assert_ok (pe_rulebook_get_cap (&cap, rulebook, 0, NULL));
  assert_string_equal (cap.indicator, "1");
  assert_ok (pe_rulebook_get_cap (&cap, rulebook, 1, NULL));
  assert_int_equal (cap.points.coefficient, 5);
  assert_ok (pe_rulebook_get_cap (&cap, rulebook, 2, NULL));
  assert_int_equal (cap.points.coefficient, 4);
  assert_int_equal (pe_rulebook_get_n_vetoes (rulebook), 1);
  assert_ok (pe_rulebook_get_veto (&read, rulebook, 0, NULL));
  assert_string_equal (read.grade, "poor");
  assert_ok (pe_rulebook_get_bonus (&bonus, rulebook, NULL));
  assert_int_equal (bonus.limit.coefficient, 5);
  assert_int_equal (pe_rulebook_get_cap (&cap, rulebook, 3, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_rulebook_get_over_achievement (&over, rulebook, 2, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_rulebook_get_veto (NULL, rulebook, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rulebook_get_bonus (&bonus, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (
      pe_rulebook_get_n_caps (NULL) + pe_rulebook_get_n_over_achievements (NULL) + pe_rulebook_get_n_vetoes (NULL), 0);
  /* A builder that starts from it has it all. */
  assert_ok (pe_rulebook_builder_new (&builder, rulebook, NULL));
  again = build_rulebook (builder);
  assert_true (pe_rulebook_is_equal (rulebook, again));
  pe_rulebook_unref (again);
  /* Without bonuses it is another one. */
  assert_ok (pe_rulebook_builder_new (&builder, rulebook, NULL));
  assert_ok (pe_rulebook_builder_set_bonus (builder, NULL, NULL));
  again = build_rulebook (builder);
  assert_false (pe_rulebook_is_equal (rulebook, again));
  assert_int_equal (pe_rulebook_get_bonus (&bonus, again, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_rulebook_get_bonus (NULL, again, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_rulebook_unref (again);
  pe_rulebook_unref (rulebook);
}

/* Over-achievements */

static void
refuse_over (pe_over_achievement over, pe_status code, const char *what)
{
  pe_rulebook_builder *builder = start ();

  assert_ok (pe_rulebook_builder_add_over_achievements (builder, &over, 1, NULL));
  refuse_rulebook (builder, code, what, 1);
}

static void
test_over (void **state)
{
  pe_over_achievement over = make_over ("1");

  (void) state;
  over.from = decimal ("1");
  refuse_over (over, PE_ERROR_PARAMETER_RANGE, "/indicators/0/over_achievement/from");
  over = make_over ("1");
  over.per = decimal ("0");
  refuse_over (over, PE_ERROR_PARAMETER_RANGE, "/indicators/0/over_achievement/per");
  over = make_over ("1");
  over.cap = decimal ("1.01");
  refuse_over (over, PE_ERROR_PARAMETER_RANGE, "/indicators/0/over_achievement/cap");
  over = make_over ("1");
  over.if_no_reason = PE_OVER_NO_REASON_ZERO;
  refuse_over (over, PE_ERROR_PARAMETER_RANGE, "/indicators/0/over_achievement/if_no_reason");
  over = make_over ("1");
  over.action = PE_OVER_REASON;
  over.per = over.cap = decimal ("0");
  refuse_over (over, PE_ERROR_PARAMETER_RANGE, "/indicators/0/over_achievement/if_no_reason");
  over = make_over ("1");
  over.action = PE_OVER_FLAG;
  over.cap = decimal ("0");
  refuse_over (over, PE_ERROR_PARAMETER_RANGE, "/indicators/0/over_achievement/per");
  over.per = decimal ("0");
  over.cap = decimal ("0.5");
  refuse_over (over, PE_ERROR_PARAMETER_RANGE, "/indicators/0/over_achievement/cap");
  over = make_over ("1");
  over.cap = decimal ("0");
  refuse_over (over, PE_ERROR_PARAMETER_RANGE, "/indicators/0/over_achievement/cap");
}

/* Two of one leaf: for one sign, for all of them before that, and for another sign, which has no rule here. */
static void
test_over_twice (void **state)
{
  static const struct
  {
    pe_sign     first, second;
    pe_status   status;
    const char *what;
  } cases[] = {
    { PE_SIGN_AT_LEAST, PE_SIGN_AT_LEAST, PE_ERROR_CODE_DUPLICATE, "/indicators/1/over_achievement/>=" },
    { 0, PE_SIGN_AT_LEAST, PE_ERROR_CODE_DUPLICATE, "/indicators/1/over_achievement/>=" },
    { PE_SIGN_AT_LEAST, PE_SIGN_EQUAL, PE_ERROR_PARAMETER_RANGE, "/indicators/1/over_achievement/=" },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      pe_rulebook_builder *builder = start ();
      pe_over_achievement  overs[] = { make_over ("2"), make_over ("2") };

      overs[0].sign = cases[i].first;
      overs[1].sign = cases[i].second;
      assert_ok (pe_rulebook_builder_add_over_achievements (builder, overs, 2, NULL));
      refuse_rulebook (builder, cases[i].status, cases[i].what, 1);
    }
}

/* What changes the score of a leaf, by the sign of a row and by the fact that it reads. */
static void
test_finding (void **state)
{
  pe_rulebook_builder *builder = start ();
  pe_over_achievement  overs[] = { make_over ("1"), make_over ("2") };
  pe_cap               cap = make_cap ("3.1", "5");
  pe_rulebook         *rulebook;
  size_t               index = 7;

  (void) state;
  overs[0].action = PE_OVER_REASON;
  overs[0].if_no_reason = PE_OVER_NO_REASON_FLAG;
  overs[0].per = overs[0].cap = decimal ("0");
  overs[1].sign = PE_SIGN_AT_LEAST;
  cap.if_fact = NULL;
  cap.if_formula = "budget.executed > cost and late > 5";
  assert_ok (pe_rulebook_builder_add_over_achievements (builder, overs, 2, NULL));
  assert_ok (pe_rulebook_builder_add_caps (builder, &cap, 1, NULL));
  rulebook = build_rulebook (builder);
  assert_non_null (pe_rulebook_find_over (rulebook, 0, PE_SIGN_LESS, &index)); /* for all signs */
  assert_int_equal (index, 0);
  assert_null (pe_rulebook_find_over (rulebook, 1, PE_SIGN_LESS, &index));
  assert_non_null (pe_rulebook_find_over (rulebook, 1, PE_SIGN_AT_LEAST, &index));
  assert_int_equal (index, 1);
  /* A reason that a leaf of its own asks for is a fact of it; one of a row's is not. */
  assert_true (pe_rulebook_adjusts_by_fact (rulebook, 0, PE_OVER_REASON_FACT));
  assert_false (pe_rulebook_adjusts_by_fact (rulebook, 0, "other"));
  assert_false (pe_rulebook_adjusts_by_fact (rulebook, 1, PE_OVER_REASON_FACT));
  assert_true (pe_rulebook_adjusts_by_fact (rulebook, 3, "late"));
  assert_true (pe_rulebook_adjusts_by_fact (rulebook, 3, "cost"));
  assert_false (pe_rulebook_adjusts_by_fact (rulebook, 3, "budget.executed"));
  pe_rulebook_unref (rulebook);
}

/* Where no result is held against a target, and where there is no such leaf. */
static void
test_over_rules (void **state)
{
  pe_over_achievement  over = make_over ("3.1");
  pe_rulebook_builder *builder = start ();

  (void) state;
  refuse_over (over, PE_ERROR_PARAMETER_RANGE, "/indicators/2/indicators/0/over_achievement");
  over = make_over ("3");
  refuse_over (over, PE_ERROR_PARAMETER_RANGE, "/indicators/2/over_achievement");
  over = make_over ("4");
  refuse_over (over, PE_ERROR_REFERENCE_UNKNOWN, "/over_achievements/0/indicator");
  over = make_over ("1");
  over.sign = PE_SIGN_AT_LEAST; /* no slot */
  refuse_over (over, PE_ERROR_PARAMETER_RANGE, "/indicators/0/over_achievement/>=");
  over = make_over ("2");
  over.sign = PE_SIGN_EQUAL; /* no rule for it */
  refuse_over (over, PE_ERROR_PARAMETER_RANGE, "/indicators/1/over_achievement/=");
  over.sign = PE_SIGN_AT_LEAST;
  assert_ok (pe_rulebook_builder_add_over_achievements (builder, &over, 1, NULL));
  over.sign = 0; /* for all signs, and one of them has its own */
  assert_ok (pe_rulebook_builder_add_over_achievements (builder, &over, 1, NULL));
  refuse_rulebook (builder, PE_ERROR_CODE_DUPLICATE, "/indicators/1/over_achievement", 1);
}

/* What one record says by itself is an argument that is wrong. */
static void
test_arguments (void **state)
{
  pe_rulebook_builder *builder = start ();
  pe_over_achievement  over = make_over ("1");
  pe_cap               cap = make_cap ("1", "5");
  pe_veto              veto = make_veto (PE_VETO_ZERO, NULL);
  pe_bonus             bonus;

  (void) state;
  over.action = 4;
  assert_int_equal (pe_rulebook_builder_add_over_achievements (builder, &over, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  over.action = 0;
  assert_int_equal (pe_rulebook_builder_add_over_achievements (builder, &over, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  for (int32_t wrong = -1; wrong <= PE_OVER_NO_REASON_ERROR + 1; wrong += PE_OVER_NO_REASON_ERROR + 2)
    {
      over = make_over ("1");
      over.if_no_reason = wrong;
      assert_int_equal (pe_rulebook_builder_add_over_achievements (builder, &over, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
    }
  over = make_over ("1");
  over.sign = -1;
  assert_int_equal (pe_rulebook_builder_add_over_achievements (builder, &over, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  over = make_over ("1 1");
  assert_int_equal (pe_rulebook_builder_add_over_achievements (builder, &over, 1, NULL), PE_ERROR_CODE_SYNTAX);
  over = make_over ("1");
  over.sign = PE_SIGN_QUALITATIVE;
  assert_int_equal (pe_rulebook_builder_add_over_achievements (builder, &over, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  cap.reason_zh = "";
  assert_int_equal (pe_rulebook_builder_add_caps (builder, &cap, 1, NULL), PE_ERROR_TEXT_EMPTY);
  assert_int_equal (pe_rulebook_builder_add_caps (builder, NULL, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rulebook_builder_add_caps (NULL, &cap, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  veto.effect = 0;
  assert_int_equal (pe_rulebook_builder_add_vetoes (builder, &veto, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  veto.effect = PE_VETO_CEILING + 1;
  assert_int_equal (pe_rulebook_builder_add_vetoes (builder, &veto, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_bonus_init (&bonus, sizeof bonus);
  bonus.ceiling = decimal ("30");
  assert_int_equal (pe_rulebook_builder_set_bonus (builder, &bonus, NULL), PE_ERROR_INVALID_ARGUMENT);
  bonus.limit = decimal ("-1");
  assert_int_equal (pe_rulebook_builder_set_bonus (builder, &bonus, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rulebook_builder_set_bonus (NULL, &bonus, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_rulebook_unref (build_rulebook (builder)); /* none of it stayed */
}

static void
refuse_cap (const char *code, const char *points, pe_status status, const char *what)
{
  pe_rulebook_builder *builder = start ();
  const pe_cap         cap = make_cap (code, points);

  assert_ok (pe_rulebook_builder_add_caps (builder, &cap, 1, NULL));
  refuse_rulebook (builder, status, what, 1);
}

static void
test_caps (void **state)
{
  (void) state;
  refuse_cap ("1", "10", PE_ERROR_PARAMETER_RANGE, "/indicators/0/caps/0/points");
  refuse_cap ("1", "-0.1", PE_ERROR_PARAMETER_RANGE, "/indicators/0/caps/0/points");
  refuse_cap ("3", "5", PE_ERROR_REFERENCE_UNKNOWN, "/indicators/2/caps/0/indicator");
  refuse_cap ("9", "5", PE_ERROR_REFERENCE_UNKNOWN, "/caps/0/indicator");
}

/* A condition that can divide by zero needs a policy of its leaf or of the whole. */
static void
test_conditions (void **state)
{
  pe_rulebook_builder *builder = start ();
  pe_cap               caps[] = { make_cap ("1", "5"), make_cap ("3.1", "5") };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (caps); i++)
    caps[i].if_fact = NULL;
  /* The ratio's rule has a policy; the other condition does not divide. */
  caps[0].if_formula = "budget.execution_rate < 0.5";
  caps[1].if_formula = "budget.executed < 5";
  assert_ok (pe_rulebook_builder_add_caps (builder, caps, 2, NULL));
  pe_rulebook_unref (build_rulebook (builder));
  builder = start ();
  caps[1].if_formula = caps[0].if_formula;
  assert_ok (pe_rulebook_builder_add_caps (builder, caps, 2, NULL));
  assert_ok (pe_rulebook_builder_set_policy (builder, PE_STATE_ZERO_DENOMINATOR, PE_POLICY_ZERO, NULL));
  pe_rulebook_unref (build_rulebook (builder));
  builder = start ();
  assert_ok (pe_rulebook_builder_add_caps (builder, caps, 2, NULL));
  refuse_rulebook (builder, PE_ERROR_POLICY_MISSING, "/indicators/2/indicators/0/caps/0/if_formula", 1);
  /* A group has no rule: that it is none of the leaves is all that is said. */
  caps[1].indicator = "3";
  builder = start ();
  assert_ok (pe_rulebook_builder_add_caps (builder, caps, 2, NULL));
  refuse_rulebook (builder, PE_ERROR_REFERENCE_UNKNOWN, "/indicators/2/caps/0/indicator", 1);
}

static void
test_languages (void **state)
{
  static const char *const reasons[] = { NULL, "" };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      pe_rulebook_builder *builder = start ();
      pe_cap               cap = make_cap ("1", "5");
      pe_rulebook         *rulebook = NULL;
      pe_findings         *findings = NULL;

      cap.reason_en = reasons[i];
      assert_ok (pe_rulebook_builder_add_caps (builder, &cap, 1, NULL));
      assert_ok (pe_rulebook_builder_build (&rulebook, builder, &findings, NULL));
      assert_true (has_finding (findings, PE_WARNING_TEXT_MISSING, "/indicators/0/caps/0/reason/en"));
      pe_findings_unref (findings);
      pe_rulebook_unref (rulebook);
      pe_rulebook_builder_free (builder);
    }
}

static void
refuse_veto (pe_veto veto, pe_status status, const char *what)
{
  pe_rulebook_builder *builder = start ();

  assert_ok (pe_rulebook_builder_add_vetoes (builder, &veto, 1, NULL));
  refuse_rulebook (builder, status, what, 1);
}

static void
test_totals (void **state)
{
  pe_rulebook_builder *builder = start ();
  const pe_veto        twice[] = { make_veto (PE_VETO_ZERO, NULL), make_veto (PE_VETO_ZERO, NULL) };
  pe_bonus             bonus;

  (void) state;
  pe_bonus_init (&bonus, sizeof bonus);
  bonus.limit = decimal ("5");
  bonus.ceiling = decimal ("29.99");
  assert_ok (pe_rulebook_builder_set_bonus (builder, &bonus, NULL));
  refuse_rulebook (builder, PE_ERROR_PARAMETER_RANGE, "/bonus/ceiling", 1);
  builder = start ();
  assert_ok (pe_rulebook_builder_add_vetoes (builder, twice, 2, NULL));
  refuse_rulebook (builder, PE_ERROR_CODE_DUPLICATE, "/vetoes/1/id", 1);
  refuse_veto (make_veto (PE_VETO_ZERO, "poor"), PE_ERROR_PARAMETER_RANGE, "/vetoes/0/grade");
  refuse_veto (make_veto (PE_VETO_CEILING, NULL), PE_ERROR_PARAMETER_RANGE, "/vetoes/0/grade");
  refuse_veto (make_veto (PE_VETO_CEILING, "fair"), PE_ERROR_REFERENCE_UNKNOWN, "/vetoes/0/grade");
  refuse_veto (make_veto (PE_VETO_CEILING, "good"), PE_ERROR_PARAMETER_RANGE, "/vetoes/0/grade"); /* the highest */
}

static void
test_manual_deduction (void **state)
{
  const node           nodes[] = { { 0, "1", "10", make_attested () } };
  pe_rulebook_builder *builder = begin_rulebook ("20", nodes, 1);
  pe_indicator         group, leaf;

  (void) state;
  pe_indicator_init (&group, sizeof group);
  group.code = "2";
  group.name_zh = "组";
  group.name_en = "group";
  group.full_marks = decimal ("10");
  group.manual_deduction = 1;
  assert_ok (pe_rulebook_builder_add_indicators (builder, &group, 1, NULL));
  leaf = group;
  leaf.parent = 2;
  leaf.code = "2.1";
  leaf.rule = make_attested ();
  leaf.manual_deduction = 2;
  assert_int_equal (pe_rulebook_builder_add_indicators (builder, &leaf, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  leaf.manual_deduction = 1;
  assert_ok (pe_rulebook_builder_add_indicators (builder, &leaf, 1, NULL));
  pe_rule_unref (leaf.rule);
  refuse_rulebook (builder, PE_ERROR_TREE, "/indicators/1/manual_deduction", 1);
}

/* A list that is full keeps the first error with its place all the same; what comes behind is counted. */
static void
test_after_the_limit (void **state)
{
  enum
  {
    CAPS = 150 /* more than the hundred findings that are kept */
  };
  pe_rulebook_builder *builder = start ();
  const pe_veto        vetoes[] = { make_veto (PE_VETO_CEILING, "fair"), make_veto (PE_VETO_CEILING, NULL) };
  pe_veto              second = vetoes[1];
  pe_rulebook         *rulebook = NULL;
  pe_findings         *findings = NULL;
  pe_error            *error = NULL;

  (void) state;
  for (int i = 0; i < CAPS; i++)
    {
      pe_cap cap = make_cap ("1", "5");

      cap.reason_en = NULL;
      assert_ok (pe_rulebook_builder_add_caps (builder, &cap, 1, NULL));
    }
  second.id = "another";
  assert_ok (pe_rulebook_builder_add_vetoes (builder, &vetoes[0], 1, NULL));
  assert_ok (pe_rulebook_builder_add_vetoes (builder, &second, 1, NULL));
  assert_int_equal (pe_rulebook_builder_build (&rulebook, builder, &findings, &error), PE_ERROR_REFERENCE_UNKNOWN);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), "/vetoes/0/grade");
  assert_true (pe_findings_get_count (findings, PE_SEVERITY_ERROR) == 2);
  assert_true (pe_findings_get_count (findings, PE_SEVERITY_WARNING) == CAPS);
  pe_error_unref (error);
  pe_findings_unref (findings);
  pe_rulebook_builder_free (builder);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_init),       cmocka_unit_test (test_read_back),
    cmocka_unit_test (test_over),       cmocka_unit_test (test_over_rules),
    cmocka_unit_test (test_arguments),  cmocka_unit_test (test_caps),
    cmocka_unit_test (test_totals),     cmocka_unit_test (test_manual_deduction),
    cmocka_unit_test (test_over_twice), cmocka_unit_test (test_conditions),
    cmocka_unit_test (test_languages),  cmocka_unit_test (test_after_the_limit),
    cmocka_unit_test (test_finding),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
