/* test-adjustment-json.c - what changes a score after its rule, from JSON and back, and in an evaluation
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "documents.h"

#define RULEBOOK_HEAD                                                                                       \
  "\"format\": \"perfeval-rulebook/1\", \"id\": \"a\", \"edition\": \"1\", \"title\": {\"zh\": \"题\"}, "   \
  "\"kind\": \"department\", \"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"sample\", " \
  "\"policies\": {\"zero_denominator\": \"zero\"}, \"full_marks\": \"10\", \"rounding\": {\"rate\": null, " \
  "\"leaf\": null, \"subtotal\": null, \"total\": null, \"rank_on\": \"exact\"}"

#define DOSSIER_HEAD                                                                            \
  "\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2023, " \
  "\"kind\": \"department\""

static const char rules[]
    = "{" RULEBOOK_HEAD ", \"grades\": [{\"id\": \"good\", \"from\": \"5\", \"name\": {\"zh\": \"良\"}},"
      " {\"id\": \"poor\", \"from\": \"0\", \"name\": {\"zh\": \"差\"}}],"
      " \"bonus\": {\"limit\": \"2.50\", \"ceiling\": \"10\"},"
      " \"vetoes\": [{\"id\": \"breach\", \"name\": {\"zh\": \"重大违纪\", \"en\": \"serious breach\"},"
      " \"effect\": \"ceiling\", \"grade\": \"poor\"},"
      " {\"id\": \"fraud\", \"name\": {\"zh\": \"造假\"}, \"effect\": \"zero\"}],"
      " \"indicators\": [{\"code\": \"1\", \"name\": {\"zh\": \"一\"}, \"full_marks\": \"6\","
      " \"manual_deduction\": true, \"rule\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"a\"},"
      " \"target\": {\"fact\": \"b\"}}, \"over_achievement\": {\"from\": \"1.30\", \"action\": \"reduce\","
      " \"per\": \"0.5\", \"cap\": \"0.5\"}, \"caps\": [{\"if_fact\": \"late\", \"points\": \"5\","
      " \"reason\": {\"zh\": \"迟报\", \"en\": \"late\"}}, {\"if_formula\": \"a > 100\", \"points\": \"3\","
      " \"reason\": {\"zh\": \"超支\"}}]},"
      " {\"code\": \"2\", \"name\": {\"zh\": \"二\"}, \"full_marks\": \"4\", \"rule\": {\"shape\": \"slot/1\","
      " \"marks\": \"equal\", \"score\": \"mean\", \"empty\": \"full\", \"rules\": {\">=\": {\"shape\":"
      " \"capped_ratio/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": {\"fact\": \"target\"}}}},"
      " \"over_achievement\": {\">=\": {\"from\": \"1.2\", \"action\": \"reason\", \"if_no_reason\": \"zero\"}}}]}";

static const char facts[]
    = "{" DOSSIER_HEAD ", \"facts\": {\"1\": {\"a\": \"2\", \"b\": \"2\", \"late\": true}},"
      " \"adjustments\": [{\"indicator\": \"1\", \"kind\": \"deduction\", \"points\": \"0.50\","
      " \"reason\": \"不全\", \"scorer\": \"self\"}, {\"kind\": \"bonus\", \"points\": \"1\", \"reason\": \"表彰\","
      " \"evidence\": \"文件\", \"scorer\": \"self\"}], \"events\": [{\"veto\": \"breach\", \"evidence\": \"决定\"}]}";

static void
test_faults (void **state)
{
  (void) state;
  check_faults ("adjustment-rulebook-faults.txt", read_rulebook);
  check_faults ("adjustment-dossier-faults.txt", read_dossier);
}

static void
test_rulebook (void **state)
{
  pe_rulebook        *rulebook = rulebook_from (rules), *again;
  pe_text            *first = text_of_rulebook (rulebook), *second;
  pe_over_achievement over;
  pe_bonus            bonus;
  pe_cap              cap;

  (void) state;
  pe_over_achievement_init (&over, sizeof over);
  pe_bonus_init (&bonus, sizeof bonus);
  pe_cap_init (&cap, sizeof cap);
  assert_int_equal (pe_rulebook_get_over_achievement (&over, rulebook, 0, NULL), PE_OK);
  assert_int_equal (over.from.coefficient, 130); /* as written */
  assert_int_equal (over.from.scale, 2);
  assert_int_equal (over.sign, 0);
  assert_int_equal (pe_rulebook_get_over_achievement (&over, rulebook, 1, NULL), PE_OK);
  assert_string_equal (over.indicator, "2");
  assert_int_equal (over.sign, PE_SIGN_AT_LEAST);
  assert_int_equal (over.if_no_reason, PE_OVER_NO_REASON_ZERO);
  assert_int_equal (pe_rulebook_get_bonus (&bonus, rulebook, NULL), PE_OK);
  assert_int_equal (bonus.limit.coefficient, 250);
  assert_int_equal (pe_rulebook_get_cap (&cap, rulebook, 0, NULL), PE_OK);
  assert_string_equal (cap.reason_en, "late");
  assert_null (cap.if_formula);
  assert_int_equal (pe_rulebook_get_cap (&cap, rulebook, 1, NULL), PE_OK);
  assert_null (cap.if_fact);
  assert_string_equal (cap.if_formula, "a > 100");
  assert_int_equal (pe_rulebook_get_n_vetoes (rulebook), 2);
  again = rulebook_from (pe_text_get_data (first));
  assert_true (pe_rulebook_is_equal (rulebook, again));
  second = text_of_rulebook (again);
  assert_string_equal (pe_text_get_data (first), pe_text_get_data (second));
  pe_text_unref (first);
  pe_text_unref (second);
  pe_rulebook_unref (again);
  pe_rulebook_unref (rulebook);
}

static void
test_dossier (void **state)
{
  pe_dossier *dossier = dossier_from (facts), *again;
  pe_text    *first = text_of_dossier (dossier), *second;

  (void) state;
  assert_int_equal (pe_dossier_get_n_adjustments (dossier), 2);
  assert_int_equal (pe_dossier_get_n_events (dossier), 1);
  again = dossier_from (pe_text_get_data (first));
  assert_true (pe_dossier_is_equal (dossier, again));
  second = text_of_dossier (again);
  assert_string_equal (pe_text_get_data (first), pe_text_get_data (second));
  pe_text_unref (first);
  pe_text_unref (second);
  pe_dossier_unref (again);
  pe_dossier_unref (dossier);
}

static void
check_part (const pe_text *text, const char *part)
{
  if (strstr (pe_text_get_data (text), part) == NULL)
    fail_msg ("\"%s\" is not in: %s", part, pe_text_get_data (text));
}

/* 6, at most 5, less 0.5; and 4 for the empty slot; and 1: 9.5, good by its points. */
static void
test_evaluation (void **state)
{
  pe_rulebook   *rulebook = rulebook_from (rules);
  pe_dossier    *dossier = dossier_from (facts);
  pe_evaluation *evaluation = NULL;
  pe_text       *json = NULL, *csv = NULL;

  (void) state;
  assert_int_equal (pe_evaluate (&evaluation, rulebook, dossier, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_evaluation_to_json (&json, evaluation, NULL), PE_OK);
  check_part (json, "\"score\": \"9.5\"");
  check_part (json, "\"of_points\": \"good\"");
  check_part (json, "\"limited_by\": {");
  check_part (json, "\"veto\": \"breach\"");
  check_part (json, "\"unadjusted\": \"6\"");
  check_part (json, "\"cause\": \"cap\"");
  check_part (json, "\"cause\": \"deduction\"");
  check_part (json, "\"cause\": \"bonus\"");
  check_part (json, "一：迟报，最高得5分，扣1分。");
  assert_int_equal (pe_evaluation_to_csv (&csv, evaluation, PE_LANGUAGE_ZH, NULL), PE_OK);
  check_part (csv, "一：迟报，最高得5分，扣1分。；一：人工扣分（自评），扣0.5分。原因：不全");
  check_part (csv, "总分：加分（自评），加1分。原因：表彰；佐证材料：文件");
  pe_text_unref (json);
  pe_text_unref (csv);
  pe_evaluation_unref (evaluation);
  pe_dossier_unref (dossier);
  pe_rulebook_unref (rulebook);
}

static void
test_damage (void **state)
{
  (void) state;
  check_damage (facts, sizeof facts - 1, read_dossier);
  check_damage (rules, sizeof rules - 1, read_rulebook);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_faults),     cmocka_unit_test (test_rulebook), cmocka_unit_test (test_dossier),
    cmocka_unit_test (test_evaluation), cmocka_unit_test (test_damage),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
