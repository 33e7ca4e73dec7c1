/* test-leaf-places.c - where a finding about what a formula computed stands
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "units.h"

#define MEASURE(id, formula)                                                                  \
  "{\"id\": \"measure." id "\", \"name\": {\"zh\": \"度量\"}, \"formula\": \"" formula "\", " \
  "\"zero_denominator\": \"policy\"}"
#define DAY "date(\\\"2023-06-01\\\")"
#define ACTUAL(formula)                                                                    \
  "\"rule\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"formula\": \"" formula "\"}, " \
  "\"policies\": {\"missing\": \"zero\", \"zero_denominator\": \"zero\"}}"
#define MEASURES MEASURE ("days", DAY " - " DAY) ", " MEASURE ("none", "measure.days * budget.initial / budget.initial")
#define OF_MEASURES(formula) RULES (TWO_PLACES, LEAF ("A", "100", ACTUAL (formula)) "], \"measures\": [" MEASURES)
#define A_YEAR(carry_over)                                                                      \
  "\"budget\": {\"unit\": \"万元\", \"lines\": [{\"name\": \"全年\", \"category\": \"total\", " \
  "\"initial\": \"5\"" carry_over "}], \"three_public\": {\"abroad\": {\"executed\": \"1\"}, "  \
  "\"total\": {\"initial\": \"3\"}}}"
#define LAST_YEAR                                                       \
  "\"prior\": {\"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2022, " \
  "\"kind\": \"department\", " A_YEAR ("") "}, "
#define NOTHING "(if a = 1 then a else null)"

/* formula.md, "States": the first figure that was read stands for what no figure lacks. What is of constants alone is none;
 * a difference between years is one, at this year's amount or at the amount that has no value. The total is the first
 * of the three public items. */
static void
test_places_of_what_is_computed (void **state)
{
  static const struct
  {
    const char *rules, *members, *path;
  } rows[] = {
    { OF_MEASURES ("measure.days + " NOTHING), "", "/facts/A/a" },
    { OF_MEASURES ("a / measure.days"), "", "/facts/A/a" },
    { OF_MEASURES ("a / measure.none"), "", "/budget/lines/0/initial" },
    { OF_MEASURES ("if budget.carry_over_change = null then " NOTHING " else 1"), "", "/prior/budget/lines" },
    { OF_MEASURES ("if budget.carry_over_change = null then " NOTHING " else 1"), LAST_YEAR,
      "/prior/budget/lines/0/carry_over" },
    { OF_MEASURES ("if budget.initial_change = null then 1 else " NOTHING), LAST_YEAR, "/budget/lines/0/initial" },
    { OF_MEASURES ("if some r in budget.three_public satisfies r.initial > b then 1 else 2"), "", "/facts/A/b" },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char *members = g_strconcat (
          rows[i].members, A_YEAR (", \"carry_over\": \"1\""), ", \"facts\": {\"A\": {\"a\": \"2\"}}", NULL);
      pe_rulebook      *rules = rules_of (rows[i].rules);
      pe_evaluation    *self = unit_of (rules, "某局", members);
      const pe_finding *finding = find_finding (pe_evaluation_get_findings (self), PE_WARNING_STATE_POLICY);

      assert_non_null (finding);
      assert_string_equal (get_path (finding), rows[i].path);
      pe_evaluation_unref (self);
      pe_rulebook_unref (rules);
      g_free (members);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_places_of_what_is_computed) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
