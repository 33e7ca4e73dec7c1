/* test-leaf-formulas.c - figures that a rule calculates from nothing, which stand in no dossier
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "units.h"

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

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (test_targets_of_nothing), cmocka_unit_test (test_targets_that_differ) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
