/* test-leaf-faults.c - everything that is wrong with the figures of one leaf, in one run
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glib.h>
#include <perfeval/perfeval.h>
#include <string.h>

#include "scarcely.h"

#define RATIO(shape, more)                                                                                     \
  "{\"shape\": \"" shape "/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": {\"fact\": \"target\"}, " more \
  "\"policies\": {\"zero_denominator\": \"error\"}}"
#define LENIENT                                                                                              \
  "{\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": {\"fact\": \"target\"}, " \
  "\"policies\": "                                                                                           \
  "{\"zero_denominator\": \"error\", \"not_applicable\": \"full\"}}"
#define KIND(id) "{\"id\": \"" id "\", \"name\": {\"zh\": \"" id "\"}, \"points\": \"1\"}"
#define KINDS_WITH(more) \
  "{\"shape\": \"per_violation/1\", \"items\": [" KIND ("a") ", " KIND ("b") ", " KIND ("c") "]" more "}"
#define KINDS KINDS_WITH ("")
#define LENIENT_KINDS KINDS_WITH (", \"policies\": {\"missing\": \"zero\"}")
#define FORMULAS(actual, target)                                                                                   \
  "{\"shape\": \"capped_ratio/1\", \"actual\": {\"formula\": \"" actual "\"}, \"target\": {\"formula\": \"" target \
  "\"}, \"policies\": {\"zero_denominator\": \"error\"}}"
#define PLAIN(a, t) \
  "{\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"" a "\"}, \"target\": {\"fact\": \"" t "\"}}"
#define EITHER(choice)                                                                                         \
  "{\"shape\": \"alternative/1\", \"choice\": \"" choice                                                       \
  "\", \"alternatives\": [{\"id\": \"x\", \"rule\": " PLAIN ("a", "b") "}, {\"id\": \"y\", \"rule\": " PLAIN ( \
      "c", "d") "}], \"policies\": {\"zero_denominator\": \"error\"}}"
#define DAYS                                                                                                           \
  "{\"shape\": \"milestones/1\", \"milestones\": [{\"id\": \"a\", \"name\": {\"zh\": \"甲\"}, \"day\": \"春节\", "     \
  "\"share\": \"0.5\", \"points\": \"1\"}, {\"id\": \"b\", \"name\": {\"zh\": \"乙\"}, \"day\": \"春节\", \"share\": " \
  "\"0.5\", \"points\": \"1\"}, {\"id\": \"c\", \"name\": {\"zh\": \"丙\"}, \"date\": \"06-30\", \"share\": "          \
  "\"0.5\", \"points\": \"1\"}]}"

#define TABLE                                                                                                         \
  "{\"shape\": \"decision_table/1\", \"hit\": \"F\", \"inputs\": [{\"id\": \"w\", \"formula\": \"a\"}, {\"id\": "     \
  "\"x\", "                                                                                                           \
  "\"formula\": \"b\"}, {\"id\": \"y\", \"formula\": \"c\"}, {\"id\": \"z\", \"formula\": \"b + 1\"}], \"rules\": [{" \
  "\"when\": [\"-\", \"-\", \"-\", \"-\"], \"points\": \"10\"}]}"

typedef struct row
{
  const char *rule;
  const char *facts;
  const char *errors; /* "code path" each, without PE_ERROR_ and /facts/1/; the first is the call's own */
} row;

static const row rows[] = {
  { RATIO ("capped_ratio", ""), "", "FIGURE_MISSING actual, FIGURE_MISSING target" },
  { RATIO ("capped_ratio", ""), "\"target\": \"-5\"", "FIGURE_MISSING actual, NEGATIVE_AMOUNT target" },
  { RATIO ("capped_ratio", ""), "\"target\": \"5\"", "FIGURE_MISSING actual" },
  { RATIO ("capped_ratio", ""), "\"actual\": \"5\"", "FIGURE_MISSING target" },
  { RATIO ("capped_ratio", ""), "\"actual\": \"约五\", \"target\": \"\"", "FIGURE_TEXT actual, FIGURE_MISSING target" },
  { RATIO ("capped_ratio", ""), "\"actual\": \"-1\", \"target\": \"-5\"", "NEGATIVE_AMOUNT target" },
  /* A unit that does not fit cannot be told where there is nothing to hold it against. */
  { RATIO ("capped_ratio", ""), "\"actual\": \"5元\", \"target\": \"-5个\"", "UNIT_MISMATCH target" },
  { RATIO ("inverse_ratio", ""), "\"target\": \"-5\"", "FIGURE_MISSING actual, NEGATIVE_AMOUNT target" },
  { RATIO ("inverse_linear", ""), "\"target\": \"-5\"", "FIGURE_MISSING actual, NEGATIVE_AMOUNT target" },
  { RATIO ("equality", "\"mode\": \"exact\", "), "\"target\": \"-5\"", "FIGURE_MISSING actual" },
  /* What does not apply decides nothing where something is missing, and is an error itself where no policy is for it. */
  { RATIO ("capped_ratio", ""), "\"actual\": \"-\"", "FIGURE_MISSING target, NOT_APPLICABLE actual" },
  { RATIO ("capped_ratio", ""), "\"target\": \"-\"", "FIGURE_MISSING actual, NOT_APPLICABLE target" },
  { RATIO ("capped_ratio", ""), "\"actual\": \"-\", \"target\": \"-5\"", "NOT_APPLICABLE actual" },
  { LENIENT, "\"actual\": \"-\"", "FIGURE_MISSING target" },
  { LENIENT, "\"actual\": \"-\", \"target\": \"-5\"", "" },
  { KINDS, "\"b\": \"-1\"", "FIGURE_MISSING a, COUNT_INVALID b, FIGURE_MISSING c" },
  { KINDS, "\"a\": \"1\", \"b\": \"2元\", \"c\": \"3%\"", "UNIT_MISMATCH b, UNIT_MISMATCH c" },
  { KINDS, "\"a\": \"-\", \"c\": \"0.5\"", "FIGURE_MISSING b, COUNT_INVALID c" },
  /* Where a policy is for what decides, nothing is told of the rest, and it is given back. */
  { LENIENT_KINDS, "\"b\": \"2元\"", "" },
  { FORMULAS ("a + b", "c"), "", "FIGURE_MISSING a, FIGURE_MISSING c" },
  /* One figure is told once. */
  { FORMULAS ("a + b", "2 * a"), "", "FIGURE_MISSING a" },
  { FORMULAS ("a", "1 / (b - b)"), "\"b\": \"1\"", "FIGURE_MISSING a, ZERO_DENOMINATOR b" },
  { FORMULAS ("1 / (a - a)", "b"), "\"a\": \"1\"", "ZERO_DENOMINATOR a, FIGURE_MISSING b" },
  { FORMULAS ("a", "1 / 0"), "", "FIGURE_MISSING a" },
  { TABLE, "", "FIGURE_MISSING a, FIGURE_MISSING b, FIGURE_MISSING c" },
  { TABLE, "\"c\": \"1\"", "FIGURE_MISSING a, FIGURE_MISSING b" },
  { EITHER ("declared"), "\"choice\": \"y\"", "FIGURE_MISSING c, FIGURE_MISSING d" },
  { EITHER ("declared"), "\"choice\": \"y\", \"d\": \"-1\"", "FIGURE_MISSING c, NEGATIVE_AMOUNT d" },
  { EITHER ("declared"), "\"choice\": \"z\"", "VALUE_UNKNOWN choice" },
  /* Nobody has to fill in all of them. */
  { EITHER ("best"), "", "FIGURE_MISSING a" },
  { EITHER ("best"), "\"a\": \"1\", \"b\": \"-1\", \"c\": \"1\", \"d\": \"-1\"", "NEGATIVE_AMOUNT b" },
  /* A calendar that there is not is missing once. */
  { DAYS, "\"a\": \"50%\", \"b\": \"50%\", \"c\": \"50\"", "CALENDAR_MISSING a, UNIT_MISMATCH c" },
  { DAYS, "\"a\": \"50%\", \"b\": \"50%\"", "CALENDAR_MISSING a, FIGURE_MISSING c" },
};

static pe_rulebook *
read_rulebook (const char *rule)
{
  char *text = g_strdup_printf (
      "{\"format\": \"perfeval-rulebook/1\", \"id\": \"r\", \"edition\": \"1\", \"title\": {\"zh\": \"t\"}, \"kind\": "
      "\"department\", \"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"sample\", \"full_marks\": "
      "\"10\", \"rounding\": {\"rate\": null, \"leaf\": null, \"subtotal\": null, \"total\": null, \"rank_on\": "
      "\"rounded\"}, \"indicators\": [{\"code\": \"1\", \"name\": {\"zh\": \"n\"}, \"full_marks\": \"10\", \"rule\": "
      "%s}]}",
      rule);
  pe_rulebook *out = NULL;
  pe_error    *error = NULL;

  if (pe_rulebook_from_json (&out, text, strlen (text), NULL, NULL, &error) != PE_OK)
    fail_msg ("%s: %s", rule, pe_error_get_message (error, PE_LANGUAGE_EN));
  g_free (text);
  return out;
}

/* part: of the document, e.g. "facts": {…}. */
static pe_dossier *
read_dossier (const char *part)
{
  char *text = g_strdup_printf ("{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, \"fiscal_year\": "
                                "2023, \"kind\": \"department\", %s}",
                                part);
  pe_dossier *out = NULL;
  pe_error   *error = NULL;

  if (pe_dossier_from_json (&out, text, strlen (text), NULL, NULL, &error) != PE_OK)
    fail_msg ("%s: %s", part, pe_error_get_message (error, PE_LANGUAGE_EN));
  g_free (text);
  return out;
}

static void
add_error (GString *out, const pe_finding *finding, const char *prefix)
{
  const char *what = pe_place_get_what (pe_finding_get_place (finding, 0));

  if (pe_finding_get_severity (finding) != PE_SEVERITY_ERROR)
    return;
  g_string_append (out, out->len > 0 ? ", " : "");
  g_string_append (out, pe_status_name (pe_finding_get_code (finding)) + strlen ("PE_ERROR_"));
  g_string_append_printf (out, " %s", g_str_has_prefix (what, prefix) ? what + strlen (prefix) : what);
}

static void
check (const char *rule, const char *part, const char *prefix, const char *errors)
{
  pe_rulebook   *rulebook = read_rulebook (rule);
  pe_dossier    *dossier = read_dossier (part);
  pe_evaluation *evaluation = NULL;
  pe_findings   *findings = NULL;
  GString       *found = g_string_new (NULL);
  pe_status      status = pe_evaluate (&evaluation, rulebook, dossier, NULL, &findings, NULL);

  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    add_error (found, pe_findings_get (findings, i), prefix);
  if (strcmp (found->str, errors) != 0)
    fail_msg ("%s with %s: %s, and not %s", rule, part, found->str, errors);
  evaluate_scarcely (rulebook, dossier, NULL, status);
  g_string_free (found, TRUE);
  pe_findings_unref (findings);
  pe_evaluation_unref (evaluation);
  pe_dossier_unref (dossier);
  pe_rulebook_unref (rulebook);
}

static void
test_facts (void **state)
{
  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char *part = g_strdup_printf ("\"facts\": {\"1\": {%s}}", rows[i].facts);

      check (rows[i].rule, part, "/facts/1/", rows[i].errors);
      g_free (part);
    }
}

/* The policies of the slot are for its rows. */
static void
test_rows (void **state)
{
  static const char slot[]
      = "{\"shape\": \"slot/1\", \"marks\": \"equal\", \"score\": \"%s\", \"empty\": \"error\", %s\"rules\": "
        "{\">=\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": "
        "{\"fact\": \"target\"}, \"policies\": {\"zero_denominator\": \"error\"}}}}";
  static const char part[] = "\"rows\": {\"1\": [{\"name\": \"甲\", \"nature\": \"quantitative\", \"sign\": \"≥\", "
                             "\"actual\": \"-\"}]}";
  static const char *const scores[] = { "rows", "mean" };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      char *strict = g_strdup_printf (slot, scores[i], "");
      char *lenient = g_strdup_printf (slot, scores[i], "\"policies\": {\"not_applicable\": \"zero\"}, ");

      check (strict, part, "/rows/1/0/", "FIGURE_MISSING target, NOT_APPLICABLE actual");
      check (lenient, part, "/rows/1/0/", "FIGURE_MISSING target");
      g_free (lenient);
      g_free (strict);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_facts),
    cmocka_unit_test (test_rows),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
