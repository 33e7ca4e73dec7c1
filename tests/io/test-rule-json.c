/* test-rule-json.c - rules of the shapes with tables of their own, from JSON and back
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
#include "rules/rulebook-object-private.h"
#include "rules/rule-private.h"

#define BEFORE                                                                                                   \
  "{\"format\": \"perfeval-rulebook/1\", \"id\": \"a\", \"edition\": \"1\", \"title\": {\"zh\": \"题\"}, "       \
  "\"kind\": \"department\", \"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"sample\", "      \
  "\"full_marks\": \"10\", \"rounding\": {\"rate\": null, \"leaf\": null, \"subtotal\": null, \"total\": null, " \
  "\"rank_on\": \"exact\"}, \"policies\": {\"zero_denominator\": \"zero\"}, \"indicators\": [{\"code\": \"1\", " \
  "\"name\": {\"zh\": \"甲\"}, \"full_marks\": \"10\", \"rule\": "
#define AFTER "}]}"

/* Every shape of this test, in each of its forms, for 10 marks. */
static const char *const rules[] = {
  "{\"shape\": \"inverse_linear/1\", \"actual\": {\"fact\": \"a\"}, \"target\": \"5\"}",
  "{\"shape\": \"equality/1\", \"actual\": {\"fact\": \"a\"}, \"target\": {\"fact\": \"t\"}, \"mode\": \"flag\"}",
  "{\"shape\": \"per_unit_excess/1\", \"unit\": \"百分点\", \"actual\": {\"measure\": \"budget.execution_rate\"}, "
  "\"target\": \"100%\", \"side\": \"above\", \"relative\": \"no\", \"per\": \"1\", \"points\": \"0.50\", "
  "\"count\": \"floor\"}",
  "{\"shape\": \"per_unit_deviation/1\", \"unit\": \"%\", \"actual\": {\"fact\": \"a\"}, \"target\": {\"fact\": "
  "\"t\"}, "
  "\"per\": \"3\", \"points\": \"1\", \"count\": \"ceiling\", \"policies\": {\"zero_denominator\": \"full\"}}",
  "{\"shape\": \"deviation_steps/1\", \"unit\": \"%\", \"actual\": {\"fact\": \"a\"}, \"target\": \"100\", "
  "\"deviation\": \"absolute\", \"steps\": [{\"from\": \"0\", \"to\": \"10\", \"ends\": \"[]\", \"points\": \"10\"}, "
  "{\"from\": \"10\", \"ends\": \"()\", \"points\": \"0\"}]}",
  "{\"shape\": \"piecewise_linear/1\", \"unit\": \"%\", \"value\": {\"fact\": \"a\"}, \"points\": [{\"at\": \"60\", "
  "\"points\": \"0\"}, {\"at\": \"100.0\", \"points\": \"10\"}]}",
  "{\"shape\": \"last_year/1\", \"value\": {\"fact\": \"a\"}, \"last\": {\"fact\": \"b\"}, \"none\": \"10\", "
  "\"not_more\": \"6\", \"more\": \"0\"}",
  "{\"shape\": \"milestones/1\", \"milestones\": [{\"id\": \"spring\", \"name\": {\"zh\": \"春节前\", \"en\": "
  "\"spring\"}, "
  "\"share\": \"0.50\", \"points\": \"0.5\", \"day\": \"春节\"}, {\"id\": \"june\", \"name\": {\"zh\": \"六月底\"}, "
  "\"share\": \"1\", \"points\": \"0.5\", \"date\": \"06-30\"}, {\"id\": \"end\", \"name\": {\"zh\": \"年底\"}, "
  "\"share\": \"1\", \"points\": \"1\", \"date\": \"2023-12-31\"}]}",
  "{\"shape\": \"alternative/1\", \"choice\": \"declared\", \"alternatives\": [{\"id\": \"rate\", \"rule\": "
  "{\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"a\"}}}, {\"id\": \"change\", \"rule\": {\"shape\": "
  "\"milestones/1\", \"milestones\": [{\"id\": \"june\", \"name\": {\"zh\": \"六月底\"}, \"share\": \"1\", \"points\": "
  "\"0.5\", \"date\": \"06-30\"}]}}]}",
  "{\"shape\": \"external_score/1\", \"score\": {\"fact\": \"a\"}, \"out_of\": \"120\"}",
};

static pe_rulebook *
read_rule (const char *rule)
{
  char        *text = g_strconcat (BEFORE, rule, AFTER, NULL);
  pe_rulebook *rulebook = rulebook_from (text);

  g_free (text);
  return rulebook;
}

/* Writing and reading again gives the same object, and then the same bytes; every member that was read is written. */
static void
test_round_trip (void **state)
{
  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      pe_rulebook *rulebook = read_rule (rules[i]), *again;
      pe_text     *first = text_of_rulebook (rulebook), *second;
      char       **words = g_strsplit (rules[i], "\"", -1);

      again = rulebook_from (pe_text_get_data (first));
      if (!pe_rulebook_is_equal (rulebook, again))
        fail_msg ("another rulebook comes back from\n%s", pe_text_get_data (first));
      second = text_of_rulebook (again);
      assert_string_equal (pe_text_get_data (first), pe_text_get_data (second));
      for (size_t k = 1; words[k] != NULL; k += 2)
        if (strstr (pe_text_get_data (first), words[k]) == NULL)
          fail_msg ("\"%s\" is lost in\n%s", words[k], pe_text_get_data (first));
      g_strfreev (words);
      pe_text_unref (second);
      pe_text_unref (first);
      pe_rulebook_unref (again);
      pe_rulebook_unref (rulebook);
    }
}

/* What the typed API makes of the same. */
static void
test_milestones (void **state)
{
  pe_rulebook        *rulebook = read_rule (rules[7]);
  const pe_rule      *rule = pe_rulebook_at (rulebook, 0)->rule;
  size_t              n;
  const pe_milestone *milestones = pe_rule_get_milestones (rule, &n);

  (void) state;
  assert_int_equal (n, 3);
  assert_string_equal (milestones[0].day, "春节");
  assert_int_equal (milestones[0].date, 0);
  assert_int_equal (milestones[1].date, 630);
  assert_null (milestones[1].day);
  assert_int_equal (milestones[2].date, 20231231);
  assert_true (milestones[0].share.coefficient == 50 && milestones[0].share.scale == 2);
  pe_rulebook_unref (rulebook);
}

/* What is refused, and where: the path below /indicators/0/rule. */
static const struct
{
  const char *rule;
  pe_status   code;
  const char *path;
} faults[] = {
  { "{\"shape\": \"piecewise_linear/1\", \"value\": {\"fact\": \"a\"}, \"points\": [{\"at\": \"1\", \"points\": "
    "\"0\"}, "
    "{\"at\": \"1.0\", \"points\": \"10\"}]}",
    PE_ERROR_PARAMETER_RANGE, "/points/1/at" },
  { "{\"shape\": \"piecewise_linear/1\", \"value\": {\"fact\": \"a\"}, \"points\": [{\"points\": \"0\"}]}",
    PE_ERROR_MEMBER_MISSING, "/points/0" },
  { "{\"shape\": \"piecewise_linear/1\", \"value\": {\"fact\": \"a\"}, \"points\": [{\"at\": \"1\", \"points\": "
    "\"0\"}, "
    "{\"at\": \"2\", \"points\": \"9\"}]}",
    PE_ERROR_PARAMETER_RANGE, "/points" },
  { "{\"shape\": \"piecewise_linear/1\", \"value\": {\"fact\": \"a\"}, \"points\": [{\"at\": \"1\", \"points\": "
    "\"-1\"}, "
    "{\"at\": \"2\", \"points\": \"10\"}]}",
    PE_ERROR_VALUE_UNKNOWN, "/points/0/points" },
  { "{\"shape\": \"milestones/1\", \"milestones\": [{\"id\": \"a\", \"name\": {\"zh\": \"甲\"}, \"share\": \"1\", "
    "\"points\": \"1\", \"date\": \"02-29\"}]}",
    PE_ERROR_DATE_SYNTAX, "/milestones/0/date" },
  { "{\"shape\": \"milestones/1\", \"milestones\": [{\"id\": \"a\", \"name\": {\"zh\": \"甲\"}, \"share\": \"1\", "
    "\"points\": \"1\"}]}",
    PE_ERROR_VALUE_UNKNOWN, "/milestones/0" },
  { "{\"shape\": \"milestones/1\", \"milestones\": [{\"id\": \"a\", \"name\": {\"zh\": \"甲\"}, \"share\": \"50\", "
    "\"points\": \"1\", \"date\": \"06-30\"}]}",
    PE_ERROR_VALUE_UNKNOWN, "/milestones/0/share" },
  { "{\"shape\": \"alternative/1\", \"choice\": \"best\", \"alternatives\": [{\"id\": \"a b\", \"rule\": {\"shape\": "
    "\"capped_ratio/1\", \"actual\": {\"fact\": \"a\"}}}]}",
    PE_ERROR_CODE_SYNTAX, "/alternatives/0/id" },
  { "{\"shape\": \"alternative/1\", \"choice\": \"best\", \"alternatives\": [{\"id\": \"a\", \"rule\": {\"shape\": "
    "\"slot/1\"}}]}",
    PE_ERROR_PARAMETER_RANGE, "/alternatives/0/rule/shape" },
  { "{\"shape\": \"alternative/1\", \"choice\": \"best\", \"alternatives\": [{\"id\": \"a\", \"rule\": {\"shape\": "
    "\"attested/1\"}}]}",
    PE_ERROR_VALUE_UNKNOWN, "/alternatives/0/rule" },
  { "{\"shape\": \"alternative/1\", \"choice\": \"best\", \"alternatives\": [{\"id\": \"a\", \"rule\": {\"shape\": "
    "\"capped_ratio/1\"}}]}",
    PE_ERROR_PARAMETER_MISSING, "/alternatives/0/rule" },
  { "{\"shape\": \"alternative/1\", \"choice\": \"best\", \"alternatives\": [{\"id\": \"a\", \"rule\": {\"shape\": "
    "\"capped_ratio/1\", \"actual\": {\"fact\": \"a\"}}}, {\"id\": \"a\", \"rule\": {\"shape\": \"capped_ratio/1\", "
    "\"actual\": {\"fact\": \"b\"}}}]}",
    PE_ERROR_CODE_DUPLICATE, "/alternatives/1/id" },
  { "{\"shape\": \"per_unit_excess/1\", \"actual\": {\"fact\": \"a\"}, \"target\": \"1\", \"side\": \"above\", "
    "\"per\": "
    "\"0\", \"points\": \"1\", \"count\": \"floor\"}",
    PE_ERROR_PARAMETER_RANGE, "/per" },
  { "{\"shape\": \"last_year/1\", \"unit\": \"%\", \"value\": {\"fact\": \"a\"}, \"last\": {\"fact\": \"b\"}, "
    "\"none\": "
    "\"10\", \"not_more\": \"6\", \"more\": \"0\"}",
    PE_ERROR_PARAMETER_UNKNOWN, "/unit" },
};

static void
test_faults (void **state)
{
  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      char        *text = g_strconcat (BEFORE, faults[i].rule, AFTER, NULL);
      char        *path = g_strconcat ("/indicators/0/rule", faults[i].path, NULL);
      pe_rulebook *rulebook = NULL;
      pe_error    *error = NULL;

      assert_int_equal (pe_rulebook_from_json (&rulebook, text, strlen (text), NULL, NULL, &error), faults[i].code);
      assert_null (rulebook);
      assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), path);
      assert_true (pe_place_get_line (pe_finding_get_place (pe_error_get_finding (error), 0)) == 1);
      pe_error_unref (error);
      g_free (path);
      g_free (text);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_round_trip),
    cmocka_unit_test (test_milestones),
    cmocka_unit_test (test_faults),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
