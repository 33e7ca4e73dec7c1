/* test-rollup-totals.c - "totals first": what does not go together, and payments, worked out by hand
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "units.h"

#define YES_OR_NO RULES (TWO_PLACES, LEAF ("A", "100", CHECK_LENIENT))
#define FIGURES RULES (TWO_PLACES, LEAF ("A", "100", LENIENT_TOO))
#define CHECK_LENIENT                                                                                           \
  "\"rule\": {\"shape\": \"checklist/1\", \"items\": [{\"id\": \"a\", \"name\": {\"zh\": \"甲\"}, \"points\": " \
  "\"100\"}], \"policies\": {\"missing\": \"zero\", \"not_applicable\": \"zero\"}}"
#define LENIENT_TOO                                                                              \
  "\"rule\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": "   \
  "{\"fact\": \"target\"}, \"policies\": {\"missing\": \"zero\", \"not_applicable\": \"full\", " \
  "\"zero_denominator\": \"zero\", \"text\": \"full\"}}"
#define WITH_A(facts) "\"facts\": {\"A\": {" facts "}}"

/* Yes and no are never added up, and a unit to which a figure does not apply hides no conflict of the others. */
static void
test_what_all_have_to_say (void **state)
{
  static const struct
  {
    const char *rules, *facts[3], *score, *path;
  } rows[] = {
    { YES_OR_NO, { "\"a\": true", "\"a\": true", "\"a\": \"-\"" }, "100/1", NULL },
    { YES_OR_NO, { "\"a\": true", "\"a\": false", "\"a\": \"-\"" }, NULL, "/units/1/facts/A/a" },
    { YES_OR_NO, { "\"a\": true", "\"a\": true", "\"a\": null" }, "0/1", NULL },
    { FIGURES, { "\"actual\": \"甲\"", "\"actual\": \"乙\"", "\"actual\": \"-\"" }, NULL, "/units/1/facts/A/actual" },
    { FIGURES, { "\"actual\": \"甲\"", "\"actual\": \"-\"", "\"actual\": \"3\"" }, NULL, "/units/2/facts/A/actual" },
    { FIGURES, { "\"actual\": \"3\"", "\"actual\": \"甲\"", "\"actual\": \"3\"" }, NULL, "/units/1/facts/A/actual" },
    { FIGURES, { "\"actual\": \"甲\"", "\"actual\": \"甲\"", "\"actual\": null" }, "0/1", NULL },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      pe_rulebook *rules = rules_of (rows[i].rules);
      batch        units;

      batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
      for (size_t k = 0; k < 3; k++)
        {
          char *facts = g_strconcat ("\"facts\": {\"A\": {", rows[i].facts[k], ", \"target\": \"4\"}}", NULL);

          batch_add (&units, unit_of (rules, "单位", facts), "1");
          g_free (facts);
        }
      check_outcome (&units, rows[i].score, rows[i].path);
      pe_rulebook_unref (rules);
    }
}

#define BOUND                                                                                                \
  "\"rule\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": {\"measure\": " \
  "\"budget.execution_rate\"}, \"policies\": {\"zero_denominator\": \"zero\", \"missing\": \"zero\"}}"
#define EXECUTED                                                                                      \
  "\"money_unit\": \"万元\", \"budget\": {\"lines\": [{\"name\": \"全年\", \"category\": \"total\", " \
  "\"adjusted\": \"10\", \"executed\": \"9\"}]}, "

/* 0.45 of each, held against an execution rate of 0.9, is half of it and not all. */
static void
test_bare_numbers_beside_measures (void **state)
{
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("A", "100", BOUND)));
  batch        units;

  (void) state;
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, unit_of (rules, "甲", EXECUTED WITH_A ("\"actual\": \"0.45\"")), "1");
  batch_add (&units, unit_of (rules, "乙", EXECUTED WITH_A ("\"actual\": \"0.45\"")), "1");
  check_outcome (&units, NULL, "/units/0/facts/A/actual");
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, unit_of (rules, "甲", EXECUTED WITH_A ("\"actual\": \"45%\"")), "1");
  batch_add (&units, unit_of (rules, "乙", EXECUTED WITH_A ("\"actual\": \"45%\"")), "1");
  check_outcome (&units, "50/1", NULL);
  pe_rulebook_unref (rules);
}

#define LIMITED                                                                                                    \
  "\"rule\": {\"shape\": \"slot/1\", \"marks\": \"equal\", \"score\": \"rows\", \"empty\": \"error\", \"rules\": " \
  "{\"<=\": {\"shape\": \"inverse_ratio/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": \"0.5\"}}}"
#define LIMITED_ROW(actual)                                                                                    \
  "\"rows\": {\"A\": [{\"name\": \"项目\", \"nature\": \"quantitative\", \"sign\": \"≤\", \"target\": \"1\", " \
  "\"actual\": "                                                                                               \
  "\"" actual "\"}]}"

/* 0.25 and 0.75 against a bound of the scheme: in mean they are at 0.5, added up beyond it. */
static void
test_bare_numbers_in_rows (void **state)
{
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("A", "100", LIMITED)));
  batch        units;

  (void) state;
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, unit_of (rules, "甲", LIMITED_ROW ("0.25")), "1");
  batch_add (&units, unit_of (rules, "乙", LIMITED_ROW ("0.75")), "1");
  check_outcome (&units, NULL, "/units/0/rows/A/0/actual");
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, unit_of (rules, "甲", LIMITED_ROW ("25%")), "1");
  batch_add (&units, unit_of (rules, "乙", LIMITED_ROW ("75%")), "1");
  check_outcome (&units, "100/1", NULL);
  pe_rulebook_unref (rules);
}

#define TONNES                                                                                                     \
  "\"rule\": {\"shape\": \"slot/1\", \"marks\": \"equal\", \"score\": \"rows\", \"empty\": \"error\", \"rules\": " \
  "{\">=\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": {\"fact\": "           \
  "\"target\"}, " POLICIES "}}}"
#define TONNES_ROW(unit, actual)                                                                 \
  "\"rows\": {\"A\": [{\"name\": \"项目\", \"nature\": \"quantitative\", \"sign\": \"≥\", " unit \
  "\"target\": \"4吨\", "                                                                        \
  "\"actual\": \"" actual "\"}]}"

#define COUNT_ROW(word)                                                                                             \
  "\"rows\": {\"A\": [{\"name\": \"项目\", \"nature\": \"quantitative\", \"sign\": \"≥\", \"unit\": \"" word "\", " \
  "\"target\": \"4\", \"actual\": \"3\"}]}"

/* Two figures that a rulebook takes, of units that the library does not know. score: of the whole, or NULL. */
static void
check_unknown (const char *rule, const char *first, const char *second, const char *score, const char *path)
{
  char        *text = g_strdup_printf (RULES (TWO_PLACES, "%s"), rule);
  pe_rulebook *rules = rules_of (text);
  batch        units;

  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, unit_of (rules, "甲", first), "1");
  batch_add (&units, unit_of (rules, "乙", second), "1");
  check_outcome (&units, score, path);
  pe_rulebook_unref (rules);
  g_free (text);
}

/* 3 公里 and 1 吨 add up to nothing. A fact keeps no word for its unit, a row does: (3 + 1) of (4 + 4) 吨. */
static void
test_unknown_units (void **state)
{
  static const char ratio[] = LEAF ("A", "100", LENIENT_TOO), slot[] = LEAF ("A", "100", TONNES);

  (void) state;
  check_unknown (ratio, WITH_A ("\"actual\": \"3公里\", \"target\": \"4公里\""),
                 WITH_A ("\"actual\": \"1吨\", \"target\": \"-\""), NULL, "/units/1/facts/A/actual");
  check_unknown (ratio, WITH_A ("\"actual\": \"3公里\", \"target\": \"4公里\""),
                 WITH_A ("\"actual\": \"-\", \"target\": \"-\""), "75/1", NULL);
  check_unknown (slot, TONNES_ROW ("\"unit\": \"吨\", ", "3吨"), TONNES_ROW ("\"unit\": \"吨\", ", "1吨"), "50/1",
                 NULL);
  check_unknown (slot, TONNES_ROW ("", "-"), TONNES_ROW ("", "1吨"), NULL, "/units/1/rows/A/0/target");
}

/* What is counted is said by the name of the fact: 3 人 and 1 个 of 4 人 and 4 个 are 4 of 8. A row keeps its word. */
static void
test_counts (void **state)
{
  static const char ratio[] = LEAF ("A", "100", LENIENT_TOO), slot[] = LEAF ("A", "100", TONNES);

  (void) state;
  check_unknown (ratio, WITH_A ("\"actual\": \"3人\", \"target\": \"4人\""),
                 WITH_A ("\"actual\": \"1个\", \"target\": \"4个\""), "50/1", NULL);
  check_unknown (ratio, WITH_A ("\"actual\": \"3人\", \"target\": \"4个\""),
                 WITH_A ("\"actual\": \"1\", \"target\": \"-\""), NULL, "/units/1/facts/A/actual");
  check_unknown (slot, COUNT_ROW ("人"), COUNT_ROW ("个"), NULL, "/units/1/rows/A/0/unit");
  check_unknown (slot, COUNT_ROW ("人"), COUNT_ROW ("人"), "75/1", NULL);
}

#define PAID                                                                                               \
  "\"rule\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"measure\": \"procurement.payment_in_time\"}, " \
  "\"policies\": {\"missing\": \"zero\", \"zero_denominator\": \"zero\"}}"
#define PAYMENT(paid) "{\"amount\": \"1元\", \"due\": \"2023-05-31\", \"paid\": \"" paid "\"}"
#define WITH_PAYMENTS(payments) \
  "\"procurement\": {\"records\": [{\"name\": \"a\"}, {\"name\": \"b\", \"payments\": [" payments "]}]}"

/* Payments go with their records: one of the two of the first unit in time and both of the second, 3 of 4. */
static void
test_payments (void **state)
{
  pe_rulebook    *rules = rules_of (RULES (TWO_PLACES, LEAF ("A", "100", PAID)));
  batch           units;
  pe_rollup      *self;
  pe_procurement *procurement;
  pe_payment      payment;

  (void) state;
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, unit_of (rules, "甲", WITH_PAYMENTS (PAYMENT ("2023-05-31") ", " PAYMENT ("2023-06-01"))), "1");
  batch_add (&units, unit_of (rules, "乙", WITH_PAYMENTS (PAYMENT ("2023-05-01") ", " PAYMENT ("2023-05-02"))), "1");
  self = roll (&units);
  check_score (self, 0, "75/1");
  procurement = pe_dossier_get_procurement (pe_evaluation_get_dossier (pe_rollup_get_evaluation (self)));
  assert_int_equal (pe_procurement_get_n_payments (procurement), 4);
  pe_payment_init (&payment, sizeof payment);
  WELL (pe_procurement_get_payment (&payment, procurement, 3, &error));
  assert_int_equal (payment.record, 4);
  assert_int_equal (payment.paid, 20230502);
  pe_rollup_unref (self);
  pe_rulebook_unref (rules);
}

#define SHARE                                                                                        \
  "\"rule\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"measure\": \"procurement.sme_share\"}, " \
  "\"policies\": {\"missing\": \"zero\", \"zero_denominator\": \"zero\"}}"

/* The second unit does not say who its supplier is, but that 5 of its 10 went to small and medium firms: 15 of 20. */
static void
test_records_and_summary (void **state)
{
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("A", "100", SHARE)));
  batch        units;

  (void) state;
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units,
             unit_of (rules, "甲",
                      "\"procurement\": {\"unit\": \"元\", \"records\": [{\"name\": \"a\", \"contract\": \"10\", "
                      "\"supplier_size\": \"small\"}]}"),
             "1");
  batch_add (&units,
             unit_of (rules, "乙",
                      "\"procurement\": {\"unit\": \"元\", \"records\": [{\"name\": \"b\", \"contract\": \"10\"}], "
                      "\"summary\": {\"sme_contracts\": \"5\"}}"),
             "1");
  check_outcome (&units, "75/1", NULL);
  pe_rulebook_unref (rules);
}

/* What stands at the place of a conflict is found there; what stood before it was expected. */
static void
test_what_a_conflict_names (void **state)
{
  static const struct
  {
    const char *first, *second, *found, *expected;
  } rows[] = {
    { "\"actual\": \"甲\"", "\"actual\": \"乙\"", "乙", "甲" },
    { "\"actual\": \"甲\"", "\"actual\": \"3\"", "3", "甲" },
    { "\"actual\": \"3\"", "\"actual\": \"甲\"", "甲", "3" },
    { "\"actual\": \"3\"", "\"actual\": \"2天\", \"target\": \"4天\"", "2 天", "3" },
    { "\"actual\": \"3吨\", \"target\": \"4吨\"", "\"actual\": \"2吨\"", "2 其他", "a number in a unit that is known" },
  };
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("A", "100", LENIENT_TOO)));

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char             *first = g_strconcat ("\"facts\": {\"A\": {", rows[i].first, "}}", NULL);
      char             *second = g_strconcat ("\"facts\": {\"A\": {", rows[i].second, "}}", NULL);
      pe_findings      *findings;
      const pe_finding *conflict;
      batch             units;

      batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
      batch_add (&units, unit_of (rules, "甲", first), "1");
      batch_add (&units, unit_of (rules, "乙", second), "1");
      findings = refuse_batch (&units, PE_ERROR_MERGE_CONFLICT);
      conflict = find_finding (findings, PE_ERROR_MERGE_CONFLICT);
      assert_string_equal (get_path (conflict), "/units/1/facts/A/actual");
      assert_string_equal (get_parameter (conflict, "found"), rows[i].found);
      assert_string_equal (get_parameter (conflict, "expected"), rows[i].expected);
      pe_findings_unref (findings);
      g_free (first);
      g_free (second);
    }
  pe_rulebook_unref (rules);
}

/* With the two places of the one figure the sum would be too long for a decimal; without them it is not. */
static void
test_places_that_do_not_fit (void **state)
{
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("A", "100", LENIENT_TOO)));
  batch        units;

  (void) state;
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, unit_of (rules, "甲", WITH_A ("\"actual\": \"100.00元\", \"target\": \"100元\"")), "1");
  batch_add (
      &units,
      unit_of (rules, "乙", WITH_A ("\"actual\": \"100000000000000000元\", \"target\": \"200000000000000000元\"")),
      "1");
  check_outcome (&units, "50/1", NULL);
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, unit_of (rules, "甲", WITH_A ("\"actual\": \"100.01元\", \"target\": \"100元\"")), "1");
  batch_add (
      &units,
      unit_of (rules, "乙", WITH_A ("\"actual\": \"100000000000000000元\", \"target\": \"200000000000000000元\"")),
      "1");
  pe_findings_unref (refuse_batch (&units, PE_ERROR_OVERFLOW));
  pe_rulebook_unref (rules);
}

/* 0.999999999999999999 万元 are 0.0000999999999999999999 亿元: places that no decimal has. 0.00000000000001 万元 however
 * it is written are 10^-18 亿元: 1.000000000000000001 of 4 亿元. */
static void
test_places_beyond_a_decimal (void **state)
{
  pe_rulebook *rules = rules_of (RULES (TWO_PLACES, LEAF ("A", "100", LENIENT_TOO)));
  batch        units;

  (void) state;
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, unit_of (rules, "甲", WITH_A ("\"actual\": \"0.000003608亿元\", \"target\": \"1亿元\"")), "1");
  batch_add (&units, unit_of (rules, "乙", WITH_A ("\"actual\": \"0.999999999999999999万元\", \"target\": \"1亿元\"")),
             "1");
  pe_findings_unref (refuse_batch (&units, PE_ERROR_OVERFLOW));
  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, unit_of (rules, "甲", WITH_A ("\"actual\": \"1亿元\", \"target\": \"1亿元\"")), "1");
  batch_add (&units, unit_of (rules, "乙", WITH_A ("\"actual\": \"0.000000000000010000万元\", \"target\": \"3亿元\"")),
             "1");
  check_outcome (&units, "25/1", NULL);
  pe_rulebook_unref (rules);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_what_all_have_to_say),
    cmocka_unit_test (test_bare_numbers_beside_measures),
    cmocka_unit_test (test_bare_numbers_in_rows),
    cmocka_unit_test (test_payments),
    cmocka_unit_test (test_records_and_summary),
    cmocka_unit_test (test_unknown_units),
    cmocka_unit_test (test_counts),
    cmocka_unit_test (test_what_a_conflict_names),
    cmocka_unit_test (test_places_that_do_not_fit),
    cmocka_unit_test (test_places_beyond_a_decimal),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
