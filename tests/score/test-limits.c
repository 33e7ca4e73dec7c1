/* test-limits.c - numbers that grow at each step of an evaluation and of a roll-up, with every limit on their bits: a
 * result is exact or it is an error, at whichever step the limit is met
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scarcely.h"
#include "units.h"

#include <perfeval/json.h>
#include <string.h>

/* 100 points, nothing rounded. */
#define EXACT(members, indicators)                                                                             \
  "{\"format\": \"perfeval-rulebook/1\", \"id\": \"r\", \"edition\": \"1\", \"title\": {\"zh\": \"题\"}, "     \
  "\"kind\": \"department\", \"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"official\", "  \
  "\"full_marks\": \"100\", \"rounding\": {" NO_ROUNDING "}, \"policies\": {\"zero_denominator\": \"zero\"}, " \
  "\"grades\": [{\"id\": \"all\", \"from\": \"0\", \"name\": {\"zh\": \"全部\"}}], " members                   \
  "\"indicators\": [" indicators "]}"

/* A quotient of ten figures of 63 bits: a little below 1, or about a tenth. */
#define QUOTIENT                                                                                                   \
  "\"rule\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"formula\": \"a * b * c * b * c / (d * e * d * e)\"}, " \
  "\"target\": {\"fact\": \"target\"}}"
#define FACTS(code, a, target)                                                                               \
  "\"" code "\": {\"a\": \"" a "\", \"b\": \"8999999999999999997\", \"c\": \"8999999999999999993\", \"d\": " \
  "\"9000000000000000011\", \"e\": \"8999999999999999999\", \"target\": \"" target "\"}"
#define NEARLY_ALL(code) FACTS (code, "8999999999999999989", "9000000000000000041")
#define SOME(code) FACTS (code, "899999999999999999", "9223372036854775807")
#define BONUS                                                                               \
  "{\"kind\": \"bonus\", \"scorer\": \"self\", \"points\": \"9.1\", \"reason\": \"表彰\", " \
  "\"evidence\": \"文件\"}"
#define ROW(name, marks, target, actual)                                                               \
  "{\"name\": \"" name "\", \"nature\": \"quantitative\", \"sign\": \"≥\", \"marks\": \"" marks "\", " \
  "\"target\": \"" target "\", \"actual\": \"" actual "\"}"

static pe_dossier *
read_dossier (const char *members)
{
  pe_dossier *out = NULL;
  char *text = g_strconcat ("{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, \"fiscal_year\": "
                            "2023, \"kind\": \"department\", ",
                            members, "}", NULL);

  WELL (pe_dossier_from_json (&out, text, strlen (text), NULL, NULL, &error));
  g_free (text);
  return out;
}

static void
check (const char *rules, const char *members)
{
  pe_rulebook *rulebook = rules_of (rules);
  pe_dossier  *dossier = read_dossier (members);

  evaluate_within_limits (rulebook, dossier);
  pe_rulebook_unref (rulebook);
  pe_dossier_unref (dossier);
}

static void
test_leaves (void **state)
{
  (void) state;
  check (EXACT ("", LEAF ("A", "33.3333333333333333", QUOTIENT) ", " LEAF ("B", "66.6666666666666667", QUOTIENT)),
         "\"facts\": {" SOME ("A") ", " NEARLY_ALL ("B") "}");
}

/* The limit is met in the first alternative, or in the second, or in none. */
static void
test_alternatives (void **state)
{
  (void) state;
  check (EXACT ("", LEAF ("A", "100",
                          "\"rule\": {\"shape\": \"alternative/1\", \"choice\": \"best\", \"alternatives\": ["
                          "{\"id\": \"one\", " QUOTIENT "}, {\"id\": \"other\", \"rule\": {\"shape\": "
                          "\"capped_ratio/1\", \"actual\": {\"formula\": \"b * b * b * c / (d * d * e * e)\"}, "
                          "\"target\": {\"fact\": \"target\"}}}]}")),
         "\"facts\": {" SOME ("A") "}");
}

/* What is above a cap of 18 places is taken away. */
static void
test_caps (void **state)
{
  (void) state;
  check (EXACT ("", LEAF ("A", "100",
                          "\"caps\": [{\"if_formula\": \"a > 1\", \"points\": \"1.000000000000000001\", \"reason\": "
                          "{\"zh\": \"封顶\"}}], " QUOTIENT)),
         "\"facts\": {" SOME ("A") "}");
}

/* The first bonus is granted up to the ceiling, which leaves an exact number for those behind it. */
static void
test_bonuses (void **state)
{
  (void) state;
  check (
      EXACT ("\"bonus\": {\"limit\": \"9.123456789012345678\", \"ceiling\": \"100.1\"}, ", LEAF ("A", "100", QUOTIENT)),
      "\"facts\": {" NEARLY_ALL ("A") "}, \"adjustments\": [" BONUS ", " BONUS ", " BONUS "]");
}

#define MEAN                                                                                                    \
  LEAF ("A", "100",                                                                                             \
        "\"over_achievement\": {\">=\": {\"from\": \"1.000000000000000001\", \"action\": \"reduce\", "          \
        "\"per\": \"0.900000000000000001\", \"cap\": \"1\"}}, \"rule\": {\"shape\": \"slot/1\", "               \
        "\"marks\": \"by_weight\", \"score\": \"mean\", \"empty\": \"error\", \"rules\": {\">=\": "             \
        "{\"shape\": \"capped_ratio/1\", \"actual\": {\"formula\": \"actual * actual * actual\"}, \"target\": " \
        "{\"fact\": \"target\"}}}}")

/* Three rows of a mean, of which none is reached; and three, each of which loses something for having gone beyond. */
static void
test_means (void **state)
{
  (void) state;
  check (
      EXACT ("", MEAN),
      "\"rows\": {\"A\": [" ROW ("甲", "8.765432109876543211", "9000000000000000011", "1.076543210987654321") ", " ROW (
          "乙", "7.765432109876543217", "11",
          "1.176543210987654323") ", " ROW ("丙", "6.765432109876543213", "8000000000000000023",
                                            "1.276543210987654327") "]}");
  check (EXACT ("", MEAN),
         "\"rows\": {\"A\": [" ROW ("甲", "8.765432109876543211", "7", "2.076543210987654321") ", " ROW (
             "乙", "7.765432109876543217", "11",
             "2.376543210987654323") ", " ROW ("丙", "6.765432109876543213", "13", "2.476543210987654327") "]}");
}

/* Units whose exact scores and weights are long. What is added up first is of decimals, and never as long. */
static void
test_roll_ups (void **state)
{
  static const char *const weights[]
      = { "1.123456789012345679", "7.234567890123456789", "5.345678901234567891", "3.456789012345678901" };
  pe_rulebook   *rules = rules_of (EXACT ("", LEAF ("A", "100", QUOTIENT)));
  pe_evaluation *evaluations[] = { unit_of (rules, "甲", "\"facts\": {" SOME ("A") "}"),
                                   unit_of (rules, "乙", "\"facts\": {" NEARLY_ALL ("A") "}") };
  batch          units;

  (void) state;
  batch_init (&units, PE_ROLLUP_SCORES_FIRST, PE_WEIGHTING_BY_POINTS);
  for (size_t i = 0; i < G_N_ELEMENTS (weights); i++)
    batch_add (&units, pe_evaluation_ref (evaluations[i % 2]), weights[i]);
  roll_up_within_limits (units.units, units.n, &units.options);
  batch_clear (&units);
  pe_evaluation_unref (evaluations[0]);
  pe_evaluation_unref (evaluations[1]);
  pe_rulebook_unref (rules);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_leaves),  cmocka_unit_test (test_alternatives), cmocka_unit_test (test_caps),
    cmocka_unit_test (test_bonuses), cmocka_unit_test (test_means),        cmocka_unit_test (test_roll_ups),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
