/* test-adjust-words.c - a grade that an event limits, in both languages, with and without English names
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "units.h"

#define GRADE(id, from, zh, en) "{\"id\": \"" id "\", \"from\": \"" from "\", \"name\": {\"zh\": \"" zh "\"" en "}}"
#define IN_ENGLISH(name) ", \"en\": \"" name "\""
/* 100 points of which a person gives some; an event that leaves at most the lower grade. */
#define LIMITED(good, poor, fraud)                                                                                   \
  "{\"format\": \"perfeval-rulebook/1\", \"id\": \"r\", \"edition\": \"1\", \"title\": {\"zh\": \"题\"}, \"kind\": " \
  "\"department\", \"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"official\", \"full_marks\": "  \
  "\"100\", \"rounding\": {" TWO_PLACES "}, \"vetoes\": [{\"id\": \"fraud\", \"name\": {\"zh\": \"虚报\"" fraud      \
  "}, \"effect\": \"ceiling\", \"grade\": \"poor\"}], \"grades\": [" GRADE ("good", "80", "良", good) ", " GRADE (   \
      "poor", "0", "差", poor) "], \"indicators\": [" LEAF ("B", "100", ATTESTED) "]}"
#define FRAUD "\"declared\": [" SELF ("B", "90") "], \"events\": [{\"veto\": \"fraud\", \"evidence\": \"通报\"}]"

static void
check (const char *text, pe_language language, const char *expected)
{
  pe_rulebook   *rules = rules_of (text);
  pe_evaluation *self = unit_of (rules, "某局", FRAUD);
  pe_text       *explanation = NULL;

  assert_int_equal (pe_evaluation_get_grade (self), 1);
  WELL (pe_evaluation_explain (&explanation, self, 0, language, &error));
  check_part (explanation, expected);
  pe_evaluation_unref (self);
  pe_rulebook_unref (rules);
}

static void
test_grades (void **state)
{
  const char *const bare = LIMITED ("", "", "");
  const char *const named = LIMITED (IN_ENGLISH ("good"), IN_ENGLISH ("poor"), IN_ENGLISH ("false reporting"));

  (void) state;
  check (bare, PE_LANGUAGE_ZH, "等级：差（按得分为良；因发生否决事项“虚报”受限，依据：通报）\n");
  check (bare, PE_LANGUAGE_EN, "Grade: 差 (by its points 良; limited by the event \"虚报\", evidence: 通报)\n");
  check (named, PE_LANGUAGE_ZH, "等级：差（按得分为良；因发生否决事项“虚报”受限，依据：通报）\n");
  check (named, PE_LANGUAGE_EN,
         "Grade: poor (by its points good; limited by the event \"false reporting\", evidence: 通报)\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_grades) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
