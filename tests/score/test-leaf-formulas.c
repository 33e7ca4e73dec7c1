/* test-leaf-formulas.c - figures that a rule calculates from nothing, which stand in no dossier
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "units.h"

#include <perfeval/json.h>
#include <string.h>

#define OVER_NOTHING                                                                                           \
  "{\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": {\"formula\": \"3 - 3\"}, " \
  "\"policies\": {\"zero_denominator\": \"zero\"}}"

/* A target that comes to 0 is named by the rule's word for it, at the indicator or the row that it is the target of. */
static void
test_targets_of_nothing (void **state)
{
  static const struct
  {
    const char *rule, *members, *path, *name;
  } rows[] = {
    { "\"rule\": " OVER_NOTHING, "\"facts\": {\"A\": {\"actual\": \"3\"}}", "", "target" },
    { "\"rule\": {\"shape\": \"slot/1\", \"marks\": \"equal\", \"score\": \"rows\", \"empty\": \"error\", \"rules\": "
      "{\">=\": " OVER_NOTHING "}}",
      "\"rows\": {\"A\": [{\"name\": \"项目\", \"nature\": \"quantitative\", \"sign\": \">=\", \"actual\": \"3\"}]}",
      "/rows/A/0", "项目, target" },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char             *text = g_strdup_printf (RULES (TWO_PLACES, LEAF ("A", "100", "%s")), rows[i].rule);
      pe_rulebook      *rules = rules_of (text);
      pe_evaluation    *self = unit_of (rules, "某局", rows[i].members);
      const pe_finding *finding = find_finding (pe_evaluation_get_findings (self), PE_WARNING_STATE_POLICY);

      check_points (self, "A", PE_POINTS_SCORE, "0");
      assert_string_equal (get_path (finding), rows[i].path);
      assert_string_equal (get_parameter (finding, "name"), rows[i].name);
      assert_string_equal (get_parameter (finding, "state"), "zero denominator");
      pe_evaluation_unref (self);
      pe_rulebook_unref (rules);
      g_free (text);
    }
}

/* 4 where 2 + 3 was due: what the formula came to was expected, and not what it read, whatever that is called. */
static void
test_targets_that_differ (void **state)
{
  static const char *const formulas[] = { "target + 3", "base + 3" };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      char *text = g_strdup_printf (
          RULES (TWO_PLACES,
                 LEAF ("A", "100",
                       "\"rule\": {\"shape\": \"equality/1\", \"mode\": \"flag\", \"actual\": {\"fact\": \"actual\"}, "
                       "\"target\": {\"formula\": \"%s\"}}")),
          formulas[i]);
      pe_rulebook   *rules = rules_of (text);
      pe_evaluation *self
          = unit_of (rules, "某局", "\"facts\": {\"A\": {\"actual\": \"4\", \"target\": \"2\", \"base\": \"2\"}}");
      const pe_finding *finding = find_finding (pe_evaluation_get_findings (self), PE_WARNING_NOT_EQUAL);

      check_points (self, "A", PE_POINTS_SCORE, "80");
      assert_string_equal (get_path (finding), "/facts/A/actual");
      assert_string_equal (get_parameter (finding, "found"), "4");
      assert_string_equal (get_parameter (finding, "expected"), "5");
      pe_evaluation_unref (self);
      pe_rulebook_unref (rules);
      g_free (text);
    }
}

#define PRIOR(amount)                                                                                         \
  "\"prior\": {\"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2022, \"kind\": \"department\", \"budget\": " \
  "{\"lines\": "                                                                                              \
  "[{\"name\": \"合计\", \"category\": \"total\", \"executed\": \"" amount "\"}]}}"
/* 225001000000 元 less 2.45875025 元 is 225000999997.54124975 元: twenty digits, and an int64 has nineteen. */
#define TOO_LONG                                                                                                      \
  "\"budget\": {\"lines\": [{\"name\": \"合计\", \"category\": \"total\", \"executed\": \"2250.01亿元\"}]}, " PRIOR ( \
      "2.45875025元")
#define OF(share) "{\"shape\": \"capped_ratio/1\", \"actual\": \"" share "\", \"target\": \"1\"}"

/* Refuses a unit with these members; the findings are the caller's. */
static pe_findings *
refuse_unit (pe_rulebook *rules, const char *members, pe_status status)
{
  pe_dossier    *dossier = NULL;
  pe_evaluation *out = NULL;
  pe_findings   *findings = NULL;
  char          *text = g_strdup_printf ("{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, "
                                                  "\"fiscal_year\": 2023, \"kind\": \"department\", %s}",
                                         members);

  WELL (pe_dossier_from_json (&dossier, text, strlen (text), NULL, NULL, &error));
  assert_int_equal (pe_evaluate (&out, rules, dossier, NULL, &findings, NULL), status);
  pe_dossier_unref (dossier);
  g_free (text);
  return findings;
}

/* A leaf of a hundred points whose rule and whose cap has one formula each. */
static void
refuse_steps (const char *rule, const char *cap)
{
  char *text = g_strdup_printf (
      RULES (TWO_PLACES, LEAF ("A", "100",
                               "\"caps\": [{\"points\": \"5\", \"if_formula\": \"%s\", \"reason\": "
                               "{\"zh\": \"超\"}}], \"rule\": {\"shape\": \"capped_ratio/1\", "
                               "\"actual\": {\"formula\": \"%s\"}, \"target\": \"9\"}")),
      cap, rule);
  pe_rulebook        *rules = rules_of (text);
  pe_dossier         *dossier = NULL;
  pe_evaluation      *out = NULL;
  pe_findings        *findings = NULL;
  pe_limits           limits;
  pe_evaluate_options options;
  static const char   facts[] = "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, \"fiscal_year\": "
                                "2023, \"kind\": \"department\"}";

  WELL (pe_dossier_from_json (&dossier, facts, strlen (facts), NULL, NULL, &error));
  pe_limits_init (&limits, sizeof limits);
  limits.formula_steps = 3;
  pe_evaluate_options_init (&options, sizeof options);
  options.limits = &limits;
  assert_int_equal (pe_evaluate (&out, rules, dossier, &options, &findings, NULL), PE_ERROR_LIMIT);
  assert_string_equal (get_parameter (find_finding (findings, PE_ERROR_LIMIT), "name"), "A");
  assert_string_equal (get_parameter (find_finding (findings, PE_ERROR_LIMIT), "steps"), "3");
  pe_findings_unref (findings);
  pe_dossier_unref (dossier);
  pe_rulebook_unref (rules);
  g_free (text);
}

/* A formula that had no more steps says so, and not that a number grew too large. */
static void
test_steps (void **state)
{
  (void) state;
  refuse_steps ("1 + 1 + 1 + 1", "1 > 2");
  refuse_steps ("1", "1 + 1 > 2");
}

/* What the library cannot hold is no state of a figure: it gets no points by a policy. */
static void
test_measures_that_no_decimal_holds (void **state)
{
  static const char *const actual[]
      = { "\"measure\": \"budget.executed_change\"", "\"formula\": \"1 + budget.executed_change\"" };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (actual); i++)
    {
      char *text = g_strdup_printf (
          RULES (TWO_PLACES, LEAF ("A", "100",
                                   "\"rule\": {\"shape\": \"capped_ratio/1\", \"actual\": {%s}, \"policies\": "
                                   "{\"zero_denominator\": \"full\", \"invalid\": \"full\"}}")),
          actual[i]);
      pe_rulebook *rules = rules_of (text);
      pe_findings *findings = refuse_unit (rules, TOO_LONG, PE_ERROR_OVERFLOW);

      assert_string_equal (get_path (find_finding (findings, PE_ERROR_OVERFLOW)), "");
      pe_findings_unref (findings);
      pe_rulebook_unref (rules);
      g_free (text);
    }
}

/* The first input has no value and so has the table none, whatever the second one is: 0.4 of 100 is the best. */
static void
test_tables_without_a_first_input (void **state)
{
  pe_rulebook   *rules = rules_of (RULES (
      TWO_PLACES,
      LEAF ("A", "100",
              "\"rule\": {\"shape\": \"alternative/1\", \"choice\": \"best\", \"policies\": {\"zero_denominator\": "
                "\"zero\"}, "
                "\"alternatives\": [{\"id\": \"one\", \"rule\": {\"shape\": \"decision_table/1\", \"default\": \"0\", "
                "\"inputs\": [{\"id\": \"a\", \"formula\": \"1 / (3 - 3)\"}, "
                "{\"id\": \"b\", \"formula\": \"budget.executed_change\"}], "
                "\"rules\": [{\"when\": [\"> 1\", \"> 1\"], \"points\": \"100\"}]}}, "
                "{\"id\": \"two\", \"rule\": " OF ("0.4") "}]}")));
  pe_evaluation *self = unit_of (rules, "某局", TOO_LONG);

  (void) state;
  check_points (self, "A", PE_POINTS_SCORE, "40");
  pe_evaluation_unref (self);
  pe_rulebook_unref (rules);
}

/* The best of what asks for nothing has all that it needs, and 0.4 of 100 is scored; a choice that is due is missing, and
 * the declared score counts. */
static void
test_choices_that_nobody_makes (void **state)
{
  static const struct
  {
    const char *choice, *score;
  } rows[] = { { "best", "40" }, { "declared", "10" } };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char *text = g_strdup_printf (
          RULES (
              TWO_PLACES,
              LEAF ("A", "100",
                    "\"declared\": \"if_facts_missing\", \"rule\": {\"shape\": \"alternative/1\", \"choice\": \"%s\", "
                    "\"alternatives\": [{\"id\": \"one\", \"rule\": " OF (
                        "0.3") "}, "
                               "{\"id\": \"two\", \"rule\": " OF ("0.4") "}]}")),
          rows[i].choice);
      pe_rulebook   *rules = rules_of (text);
      pe_evaluation *self = unit_of (rules, "某局", "\"declared\": [" SELF ("A", "10") "]");

      check_points (self, "A", PE_POINTS_SCORE, rows[i].score);
      pe_evaluation_unref (self);
      pe_rulebook_unref (rules);
      g_free (text);
    }
}

#define OF_ONE(formula) "{\"shape\": \"capped_ratio/1\", \"actual\": {\"formula\": \"" formula "\"}"
#define ERROR_POLICY "\"policies\": {\"zero_denominator\": \"error\"}}"
#define OF_FORMULA(formula) "\"rule\": " OF_ONE (formula) ", " ERROR_POLICY
#define ROOT(name, found) \
  "indicator A: " name ": the function cannot be called as in \"" found "\"; expected 0 or more under a root"
#define NOTHING_BELOW(which)                                                                                   \
  "indicator A: the denominator " which " is zero and the rulebook has no policy for that; expected a number " \
  "other than zero, or a rulebook with a policy"
#define IN(formula) NOTHING_BELOW ("in the formula \"" formula "\"")

/* What went wrong among constants stands nowhere: the indicator and the formula are named, and what would be right. Where
 * a figure was read on the way the finding stands there, but it is not what is to be mended. */
static void
test_faults_within_formulas (void **state)
{
  static const struct
  {
    const char *rule;
    pe_status   status;
    const char *path, *message;
  } rows[] = {
    { OF_FORMULA ("sqrt(0-1)"), PE_ERROR_EXPRESSION_FUNCTION, "", ROOT ("A", "sqrt(0-1)") },
    { OF_FORMULA ("(0-8)**(1/3)"), PE_ERROR_EXPRESSION_FUNCTION, "", ROOT ("A", "(0-8)**(1/3)") },
    { OF_FORMULA ("round half up(1/3, 2000)"), PE_ERROR_EXPRESSION_FUNCTION, "",
      "indicator A: A: the function cannot be called as in \"round half up(1/3, 2000)\"; expected a whole number of "
      "places from -1000 to 1000" },
    { OF_FORMULA ("sqrt(x-5)"), PE_ERROR_EXPRESSION_FUNCTION, "/facts/A/x", ROOT ("x", "sqrt(x-5)") },
    { OF_FORMULA ("sqrt(n)"), PE_ERROR_EXPRESSION_FUNCTION, "/facts/A/n", ROOT ("n", "-4") },
    { OF_FORMULA ("1/0"), PE_ERROR_ZERO_DENOMINATOR, "", IN ("1/0") },
    { OF_FORMULA ("mean([])"), PE_ERROR_ZERO_DENOMINATOR, "", IN ("mean([])") },
    { OF_FORMULA ("1/(x-x)"), PE_ERROR_ZERO_DENOMINATOR, "/facts/A/x", IN ("1/(x-x)") },
    { OF_FORMULA ("1/z"), PE_ERROR_ZERO_DENOMINATOR, "/facts/A/z", NOTHING_BELOW ("z") },
    { "\"caps\": [{\"points\": \"5\", \"if_formula\": \"1/0 > 1\", \"reason\": {\"zh\": \"超\"}}], " OF_FORMULA ("1"),
      PE_ERROR_ZERO_DENOMINATOR, "", IN ("1/0 > 1") },
    { "\"rule\": {\"shape\": \"alternative/1\", \"choice\": \"best\", \"alternatives\": [{\"id\": \"one\", "
      "\"rule\": " OF_ONE ("2/0") "}}, {\"id\": \"two\", \"rule\": " OF_ONE ("3/0") "}}], " ERROR_POLICY,
      PE_ERROR_ZERO_DENOMINATOR, "", IN ("2/0") },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char        *text = g_strdup_printf (RULES (TWO_PLACES, LEAF ("A", "100", "%s")), rows[i].rule);
      pe_rulebook *rules = rules_of (text);
      pe_findings *findings
          = refuse_unit (rules, "\"facts\": {\"A\": {\"x\": \"1\", \"z\": \"0\", \"n\": \"-4\"}}", rows[i].status);
      const pe_finding *finding = find_finding (findings, rows[i].status);

      assert_string_equal (get_path (finding), rows[i].path);
      assert_string_equal (get_parameter (finding, "code"), "A");
      assert_string_equal (pe_finding_get_message (finding, PE_LANGUAGE_EN), rows[i].message);
      pe_findings_unref (findings);
      pe_rulebook_unref (rules);
      g_free (text);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (test_targets_of_nothing),           cmocka_unit_test (test_steps),
          cmocka_unit_test (test_targets_that_differ),          cmocka_unit_test (test_measures_that_no_decimal_holds),
          cmocka_unit_test (test_tables_without_a_first_input), cmocka_unit_test (test_choices_that_nobody_makes),
          cmocka_unit_test (test_faults_within_formulas) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
