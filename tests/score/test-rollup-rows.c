/* test-rollup-rows.c - "totals first": rows and grades of several units, what they come to and what does not go together
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "units.h"

#define BAND(id, from, to, ends)                                                                                       \
  "{\"id\": \"" id "\", \"name\": {\"zh\": \"" id "\"}, \"from\": \"" from "\", \"to\": \"" to "\", \"ends\": \"" ends \
  "\"}"
/* A score at a bound belongs to the band above it, or to the one below. */
#define UPPER BAND ("done", "0.8", "1", "[]") ", " BAND ("part", "0.6", "0.8", "[)") ", " BAND ("not", "0", "0.6", "[)")
#define LOWER BAND ("done", "0.8", "1", "(]") ", " BAND ("part", "0.6", "0.8", "(]") ", " BAND ("not", "0", "0.6", "[]")
#define GRADED(bands) \
  "{\"shape\": \"graded/1\", \"bands\": [" bands "], \"policies\": {\"missing\": \"zero\", \"text\": \"zero\"}}"
#define AT_LEAST                                                                                        \
  "\">=\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": {\"fact\": " \
  "\"target\"}, \"policies\": {\"zero_denominator\": \"zero\", \"not_applicable\": \"full\"}}"
#define SLOT(marks, rules)                                                        \
  LEAF ("A", "100",                                                               \
        "\"rule\": {\"shape\": \"slot/1\", \"depth\": \"2\", \"marks\": \"" marks \
        "\", \"score\": \"rows\", \"empty\": "                                    \
        "\"error\", \"rules\": {" rules "}}")
#define QUALITATIVE(bands) ", \"qualitative\": " GRADED (bands)

#define JUDGED(more) "{\"name\": \"影响\", \"nature\": \"qualitative\", \"marks\": \"20\", " more "}"
#define ROW(more) \
  "{\"name\": \"项目\", \"nature\": \"quantitative\", \"sign\": \">=\", \"marks\": \"80\", \"target\": \"4\", " more "}"
#define GROUP(more) "{\"name\": \"数量\", \"rows\": [" ROW ("\"actual\": \"4\"") "], " more "}"

/* 100 points of two units by 1 : 1; the score of the whole, or the path of what does not go together. */
static void
check (const char *indicators, const char *first, const char *second, const char *score, const char *path)
{
  char *text = g_strdup_printf (RULES (TWO_PLACES, "%s"), indicators);
  char *members[]
      = { g_strdup_printf ("\"rows\": {\"A\": [%s]}", first), g_strdup_printf ("\"rows\": {\"A\": [%s]}", second) };
  pe_rulebook *rules = rules_of (text);
  batch        units;

  batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
  batch_add (&units, unit_of (rules, "甲", members[0]), "1");
  batch_add (&units, unit_of (rules, "乙", members[1]), "1");
  if (score != NULL)
    check_outcome (&units, score, NULL);
  else
    {
      pe_findings *findings = refuse_batch (&units, PE_ERROR_MERGE_CONFLICT);

      assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 1);
      assert_string_equal (get_path (find_finding (findings, PE_ERROR_MERGE_CONFLICT)), path);
      pe_findings_unref (findings);
    }
  pe_rulebook_unref (rules);
  g_free (members[0]);
  g_free (members[1]);
  g_free (text);
}

#define TOP ROW ("\"actual\": \"4\"")

/* 18 and 14 of 20 are 16 in mean, at 80 %: of the band above, or of the one below. */
static void
test_grades_at_a_bound (void **state)
{
  const char *const first = TOP ", " JUDGED ("\"grade\": \"done\", \"score\": \"18\"");
  const char *const second = TOP ", " JUDGED ("\"grade\": \"part\", \"score\": \"14\"");

  (void) state;
  check (SLOT ("by_unit", AT_LEAST QUALITATIVE (UPPER)), first, second, "96/1", NULL);
  check (SLOT ("by_unit", AT_LEAST QUALITATIVE (LOWER)), first, second, "96/1", NULL);
  /* Points are written with their word or without it. */
  check (SLOT ("by_unit", AT_LEAST QUALITATIVE (UPPER)), first,
         TOP ", " JUDGED ("\"grade\": \"part\", \"score\": \"14分\""), "96/1", NULL);
  check (SLOT ("by_unit", AT_LEAST QUALITATIVE (UPPER)), TOP ", " JUDGED ("\"grade\": \"done\", \"score\": \"18分\""),
         second, "96/1", NULL);
  /* Both gave the same grade, and neither a score. */
  check (SLOT ("by_unit", AT_LEAST QUALITATIVE (LOWER)), TOP ", " JUDGED ("\"grade\": \"done\""),
         TOP ", " JUDGED ("\"grade\": \"done\""), "80/1", NULL);
}

/* Marks have to be the same, in digits that may differ, or to be there in neither. */
static void
test_marks (void **state)
{
#define MARKED(marks) \
  "{\"name\": \"项目\", \"nature\": \"quantitative\", \"sign\": \">=\", \"target\": \"4\", \"actual\": \"4\"" marks "}"
  (void) state;
  check (SLOT ("by_weight", AT_LEAST), MARKED (", \"marks\": \"80\""), MARKED (", \"marks\": \"80.0\""), "100/1", NULL);
  check (SLOT ("equal", AT_LEAST), MARKED (""), MARKED (""), "100/1", NULL);
  check (SLOT ("equal", AT_LEAST), MARKED (""), MARKED (", \"marks\": \"80\""), NULL, "/units/1/rows/A/0/marks");
  check (SLOT ("by_weight", AT_LEAST), MARKED (", \"marks\": \"80\""), MARKED (", \"marks\": \"8\""), NULL,
         "/units/1/rows/A/0/marks");
#undef MARKED
}

/* Two grades have one that both come to only where a score is known, and what it is out of. */
static void
test_grades_that_differ (void **state)
{
  (void) state;
  check (SLOT ("by_unit", AT_LEAST QUALITATIVE (UPPER)), TOP ", " JUDGED ("\"grade\": \"done\""),
         TOP ", " JUDGED ("\"grade\": \"part\""), NULL, "/units/1/rows/A/1/grade");
  check (SLOT ("by_weight", AT_LEAST QUALITATIVE (UPPER)), TOP ", " JUDGED ("\"grade\": \"done\", \"score\": \"18\""),
         TOP ", " JUDGED ("\"grade\": \"part\", \"score\": \"14\""), NULL, "/units/1/rows/A/1/grade");
  /* A row with others below it is not scored, and needs neither marks nor a rule; what persons said of it is kept. */
  check (SLOT ("by_weight", AT_LEAST), GROUP ("\"nature\": \"qualitative\", \"grade\": \"done\""),
         GROUP ("\"nature\": \"qualitative\", \"grade\": \"done\""), "100/1", NULL);
  check (SLOT ("by_weight", AT_LEAST), GROUP ("\"nature\": \"qualitative\", \"grade\": \"done\", \"score\": \"18\""),
         GROUP ("\"nature\": \"qualitative\", \"grade\": \"part\", \"score\": \"14\""), NULL,
         "/units/1/rows/A/0/grade");
  check (SLOT ("by_weight", AT_LEAST QUALITATIVE (UPPER)),
         GROUP ("\"nature\": \"qualitative\", \"grade\": \"done\", \"score\": \"18\""),
         GROUP ("\"nature\": \"qualitative\", \"grade\": \"part\", \"score\": \"14\""), NULL,
         "/units/1/rows/A/0/grade");
}

/* 18 and 15 of 20, 1 : 2, are 16 in mean; 18 and 14 are 46/3, which nothing says how to round. */
static void
test_scores_that_are_not_rounded (void **state)
{
  pe_rulebook *rules = rules_of (RULES (NO_ROUNDING, SLOT ("by_unit", AT_LEAST QUALITATIVE (UPPER))));

  (void) state;
  for (size_t i = 0; i < 2; i++)
    {
      const char *const second = i == 0 ? JUDGED ("\"grade\": \"part\", \"score\": \"15\"")
                                        : JUDGED ("\"grade\": \"part\", \"score\": \"14\"");
      char             *members = g_strdup_printf ("\"rows\": {\"A\": [%s, %s]}", TOP, second);
      batch             units;
      pe_findings      *findings;

      batch_init (&units, PE_ROLLUP_TOTALS_FIRST, PE_WEIGHTING_BY_POINTS);
      batch_add (
          &units,
          unit_of (rules, "甲", "\"rows\": {\"A\": [" TOP ", " JUDGED ("\"grade\": \"done\", \"score\": \"18\"") "]}"),
          "1");
      batch_add (&units, unit_of (rules, "乙", members), "2");
      if (i == 0)
        check_outcome (&units, "96/1", NULL);
      else
        {
          findings = refuse_batch (&units, PE_ERROR_MEAN_UNROUNDED);
          assert_string_equal (get_path (pe_findings_get (findings, 0)), "/units/0/rows/A/1/score");
          pe_findings_unref (findings);
        }
      g_free (members);
    }
  pe_rulebook_unref (rules);
}

/* Shares are averaged, whichever way they are written: 960 and 840 of 900 ‰; 5 and 3 of 4 percentage points. */
static void
test_shares (void **state)
{
#define SHARE(target, actual)                                                                                        \
  "{\"name\": \"满意度\", \"nature\": \"quantitative\", \"sign\": \">=\", \"marks\": \"100\", \"target\": \"" target \
  "\", \"actual\": \"" actual "\"}"
  (void) state;
  check (SLOT ("by_unit", AT_LEAST), SHARE ("900‰", "960‰"), SHARE ("900‰", "840‰"), "100/1", NULL);
  check (SLOT ("by_unit", AT_LEAST), SHARE ("4百分点", "5百分点"), SHARE ("4百分点", "3百分点"), "100/1", NULL);
  /* Added up, 2 + 2 of 4 + 4 would be the same as 2 of 4; a unit that says nothing of it leaves it to the other. */
  check (SLOT ("by_unit", AT_LEAST), SHARE ("90%", "-"), SHARE ("90%", "45%"), "50/1", NULL);
#undef SHARE
}

#define AT_MOST                                                                                                      \
  "\"<=\": {\"shape\": \"inverse_ratio/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": \"0.5\", \"policies\": " \
  "{\"not_applicable\": \"full\"}}"
#define LIMITED(more)                                                                                                 \
  "{\"name\": \"成本\", \"nature\": \"quantitative\", \"sign\": \"<=\", \"marks\": \"100\", \"target\": \"1\", " more \
  "}"

/* A bare number held against a bound of the scheme is refused at the first row that counts and has one. */
static void
test_bare_numbers (void **state)
{
  (void) state;
  check (SLOT ("by_weight", AT_MOST), LIMITED ("\"actual\": \"-\""), LIMITED ("\"actual\": \"0.25\""), NULL,
         "/units/1/rows/A/0/actual");
  check (SLOT ("by_weight", AT_MOST),
         LIMITED ("\"actual\": \"0.25\", \"withdrawn\": true") ", {\"name\": \"其他\", \"nature\": \"quantitative\", "
                                                               "\"sign\": \"<=\", \"marks\": \"0.01\", \"target\": "
                                                               "\"1\", \"actual\": \"-\"}",
         LIMITED ("\"actual\": \"0.25\""), NULL, "/units/1/rows/A/0/actual");
  check (SLOT ("by_weight", AT_MOST), LIMITED ("\"actual\": \"-\""), LIMITED ("\"actual\": \"-\""), "100/1", NULL);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_grades_at_a_bound),
    cmocka_unit_test (test_grades_that_differ),
    cmocka_unit_test (test_marks),

    cmocka_unit_test (test_scores_that_are_not_rounded),
    cmocka_unit_test (test_shares),
    cmocka_unit_test (test_bare_numbers),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
