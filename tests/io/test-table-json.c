/* test-table-json.c - formulas and decision tables from JSON and back
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

#define HEAD                                                                                                     \
  "{\"format\": \"perfeval-rulebook/1\", \"id\": \"a\", \"edition\": \"1\", \"title\": {\"zh\": \"题\"}, "       \
  "\"kind\": \"department\", \"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"sample\", "      \
  "\"full_marks\": \"10\", \"rounding\": {\"rate\": null, \"leaf\": null, \"subtotal\": null, \"total\": null, " \
  "\"rank_on\": \"exact\"}, \"indicators\": [{\"code\": \"1\", \"name\": {\"zh\": \"甲\"}, "                     \
  "\"full_marks\": \"10\", \"rule\": "

static char *
make_document (const char *rule, const char *policies)
{
  return g_strconcat (HEAD, rule, "}]", policies, "}", NULL);
}

#define ZERO ", \"policies\": {\"zero_denominator\": \"zero\"}"

static const char *const rules[] = {
  "{\"shape\": \"capped_ratio/1\", \"actual\": {\"formula\": \"(budget.executed - budget.initial) / budget.initial\"}}",
  "{\"shape\": \"capped_ratio/1\", \"types\": {\"grade\": \"string\", \"done\": \"boolean\", \"day\": \"date\", "
  "\"n\": \"number\"}, \"actual\": {\"formula\": \"if grade = \\\"A\\\" and done then n else 0\"}, \"target\": \"5\"}",
  "{\"shape\": \"decision_table/1\", \"types\": {\"grade\": \"string\"}, \"hit\": \"U\", \"inputs\": [{\"id\": "
  "\"rate\", "
  "\"formula\": \"a / 100\"}, {\"id\": \"grade\", \"formula\": \"grade\"}], \"rules\": [{\"when\": [\">= 90%\", "
  "\"\\\"A\\\", \\\"B\\\"\"], \"points\": \"10\"}, {\"when\": [\"< 90%\", \"-\"], \"points\": \"4.50\"}], "
  "\"default\": \"0\"}",
  "{\"shape\": \"decision_table/1\", \"hit\": \"P\", \"inputs\": [{\"id\": \"x\", \"formula\": \"x\"}], \"rules\": "
  "[{\"when\": [\"-\"], \"points\": \"1\"}, {\"when\": [\"[1..2)\"], \"points\": \"10\"}], \"priority\": [\"10\", "
  "\"1\"]}",
};

static void
test_round_trip (void **state)
{
  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      char        *document = make_document (rules[i], ZERO);
      pe_rulebook *rulebook = rulebook_from (document), *again;
      pe_text     *first = text_of_rulebook (rulebook), *second;

      again = rulebook_from (pe_text_get_data (first));
      assert_true (pe_rulebook_is_equal (rulebook, again));
      second = text_of_rulebook (again);
      assert_string_equal (pe_text_get_data (first), pe_text_get_data (second));
      pe_text_unref (first);
      pe_text_unref (second);
      pe_rulebook_unref (rulebook);
      pe_rulebook_unref (again);
      g_free (document);
    }
}

static void
test_faults (void **state)
{
  static const struct
  {
    const char *rule, *what;
    pe_status   status;
  } cases[] = {
    { "{\"shape\": \"capped_ratio/1\", \"actual\": {\"formula\": \"1 +\"}}", "/indicators/0/rule/actual/formula",
      PE_ERROR_EXPRESSION_SYNTAX },
    { "{\"shape\": \"capped_ratio/1\", \"actual\": {\"formula\": \"1\", \"fact\": \"a\"}}", "/indicators/0/rule/actual",
      PE_ERROR_STATE_CONFLICT },
    { "{\"shape\": \"capped_ratio/1\", \"actual\": {\"formula\": 1}}", "/indicators/0/rule/actual/formula",
      PE_ERROR_MEMBER_TYPE },
    { "{\"shape\": \"capped_ratio/1\", \"types\": {\"a\": \"text\"}, \"actual\": {\"fact\": \"a\"}}",
      "/indicators/0/rule/types/a", PE_ERROR_VALUE_UNKNOWN },
    { "{\"shape\": \"capped_ratio/1\", \"types\": [], \"actual\": {\"fact\": \"a\"}}", "/indicators/0/rule/types",
      PE_ERROR_MEMBER_TYPE },
    { "{\"shape\": \"capped_ratio/1\", \"actual\": {\"formula\": \"a / b\"}}", "/indicators/0/rule",
      PE_ERROR_POLICY_MISSING },
    { "{\"shape\": \"decision_table/1\", \"inputs\": [{\"id\": \"x\", \"formula\": \"y +\"}], \"rules\": []}",
      "/indicators/0/rule/inputs/0/formula", PE_ERROR_EXPRESSION_SYNTAX },
    { "{\"shape\": \"decision_table/1\", \"inputs\": [{\"id\": \"x\", \"formula\": \"y\"}], \"rules\": [{\"when\": "
      "[\"-\"], \"points\": \"1\"}, {\"when\": [\"<\"], \"points\": \"1\"}]}",
      "/indicators/0/rule/rules/1/when/0", PE_ERROR_EXPRESSION_SYNTAX },
    { "{\"shape\": \"decision_table/1\", \"inputs\": [{\"id\": \"x\", \"formula\": \"y\"}], \"rules\": [{\"when\": "
      "[\"-\"], \"points\": \"1\"}, {\"when\": [\"< 5\"], \"points\": \"1\"}]}",
      "/indicators/0/rule/rules/1", PE_ERROR_TABLE_OVERLAP },
    { "{\"shape\": \"decision_table/1\", \"inputs\": [{\"id\": \"x\", \"formula\": \"y\"}], \"rules\": [{\"when\": "
      "[\"< 5\"], \"points\": \"1\"}]}",
      "/indicators/0/rule/rules", PE_ERROR_TABLE_GAP },
    { "{\"shape\": \"decision_table/1\", \"inputs\": [{\"id\": \"x\", \"formula\": \"y\"}], \"rules\": [{\"when\": "
      "[\"-\"], \"points\": \"11\"}]}",
      "/indicators/0/rule/rules/0/points", PE_ERROR_PARAMETER_RANGE },
    { "{\"shape\": \"decision_table/1\", \"inputs\": [{\"id\": \"x\", \"formula\": \"y\"}], \"rules\": [{\"when\": "
      "[\"-\", \"-\"], \"points\": \"1\"}]}",
      "/indicators/0/rule/rules/0/when", PE_ERROR_VALUE_UNKNOWN },
    { "{\"shape\": \"decision_table/1\", \"hit\": \"P\", \"inputs\": [{\"id\": \"x\", \"formula\": \"y\"}], \"rules\": "
      "[{\"when\": [\"-\"], \"points\": \"1\"}], \"priority\": [\"1\", \"1.0\"]}",
      "/indicators/0/rule/priority/1", PE_ERROR_VALUE_UNKNOWN },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char        *document = make_document (cases[i].rule, "");
      pe_rulebook *rulebook = NULL;
      pe_error    *error = NULL;

      if (pe_rulebook_from_json (&rulebook, document, strlen (document), NULL, NULL, &error) != cases[i].status)
        fail_msg ("%s: %s", cases[i].rule, pe_error_get_message (error, PE_LANGUAGE_EN));
      assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), cases[i].what);
      pe_error_unref (error);
      g_free (document);
    }
}

static void
test_damage (void **state)
{
  char *document = make_document (rules[2], ZERO);

  (void) state;
  check_damage (document, strlen (document), read_rulebook);
  g_free (document);
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (test_round_trip), cmocka_unit_test (test_faults), cmocka_unit_test (test_damage) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
