/* test-hostile.c - rulebooks that mean harm: each is refused, or handled within the stated limits
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

#define HEAD(marks)                                                                                               \
  "{\"format\": \"perfeval-rulebook/1\", \"id\": \"a\", \"edition\": \"1\", \"title\": {\"zh\": \"题\"}, "        \
  "\"kind\": \"department\", \"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"sample\", "       \
  "\"policies\": {\"zero_denominator\": \"zero\"}, \"rounding\": {\"rate\": null, \"leaf\": null, \"subtotal\": " \
  "null, \"total\": null, \"rank_on\": \"exact\"}, \"full_marks\": \"" marks "\", \"indicators\": ["

/* Reads it and looks it over; the statuses agree. limits: nullable. */
static pe_status
read_and_lint (const char *text, size_t size, const pe_limits *limits)
{
  pe_rulebook    *rulebook = NULL;
  pe_findings    *findings = NULL;
  pe_read_options read;
  pe_status       status;

  pe_read_options_init (&read, sizeof read);
  read.limits = limits;
  status = pe_rulebook_from_json (&rulebook, text, size, &read, NULL, NULL);
  assert_true ((status == PE_OK) == (rulebook != NULL));
  pe_rulebook_unref (rulebook);
  assert_int_equal (pe_rulebook_lint_json (&findings, NULL, text, size, &read, NULL, NULL), PE_OK);
  assert_true ((pe_findings_get_count (findings, PE_SEVERITY_ERROR) == 0) == (status == PE_OK));
  pe_findings_unref (findings);
  return status;
}

static pe_status
read_text (GString *text, const pe_limits *limits)
{
  const pe_status status = read_and_lint (text->str, text->len, limits);

  g_string_free (text, TRUE);
  return status;
}

static void
repeat (GString *out, const char *text, size_t n)
{
  for (size_t i = 0; i < n; i++)
    g_string_append (out, text);
}

/* A million arrays or objects in each other: refused where the limit is, whatever it is. */
static void
test_nesting (void **state)
{
  GString  *arrays = g_string_new (HEAD ("10")), *groups = g_string_new (HEAD ("10"));
  pe_limits limits;

  (void) state;
  repeat (arrays, "[", 1000000);
  assert_int_equal (read_text (arrays, NULL), PE_ERROR_LIMIT_DEPTH);
  for (size_t i = 0; i < 300; i++)
    g_string_append_printf (
        groups, "{\"code\": \"%d\", \"name\": {\"zh\": \"一\"}, \"full_marks\": \"10\", \"indicators\": [", (int) i);
  g_string_append (
      groups,
      "{\"code\": \"x\", \"name\": {\"zh\": \"一\"}, \"full_marks\": \"10\", \"rule\": {\"shape\": \"attested/1\"}}");
  repeat (groups, "]}", 300);
  g_string_append (groups, "]}");
  pe_limits_init (&limits, sizeof limits);
  limits.depth = 1024;
  assert_int_equal (read_and_lint (groups->str, groups->len, NULL), PE_ERROR_LIMIT_DEPTH);
  assert_int_equal (read_text (groups, &limits), PE_OK);
}

#define LEAF_OF(rule) \
  HEAD ("10") "{\"code\": \"1\", \"name\": {\"zh\": \"一\"}, \"full_marks\": \"10\", \"rule\": " rule "}]}"
#define FORMULA(text) LEAF_OF ("{\"shape\": \"capped_ratio/1\", \"actual\": {\"formula\": \"" text "\"}}")

/* A huge exponent is no number here; a huge power is a number that is too large to be had. */
static void
test_exponents (void **state)
{
  static const struct
  {
    const char *text;
    pe_status   status;
  } rows[] = {
    { HEAD ("1e999999999") "]}", PE_ERROR_NUMBER_EXPONENT },
    { FORMULA ("1e999999999"), PE_ERROR_EXPRESSION_SYNTAX },
    { FORMULA ("2 ** 999999999999"), PE_OK },
    { FORMULA ("9 ** 9 ** 9 ** 9 ** 9 ** 9"), PE_OK },
  };
  pe_dossier *dossier = dossier_from ("{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, "
                                      "\"fiscal_year\": 2023, \"kind\": \"department\"}");

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      pe_rulebook   *rulebook;
      pe_evaluation *evaluation = NULL;

      assert_string_equal (pe_status_name (read_and_lint (rows[i].text, strlen (rows[i].text), NULL)),
                           pe_status_name (rows[i].status));
      if (rows[i].status != PE_OK)
        continue;
      rulebook = rulebook_from (rows[i].text);
      assert_int_equal (pe_evaluate (&evaluation, rulebook, dossier, NULL, NULL, NULL), PE_ERROR_LIMIT);
      assert_null (evaluation);
      pe_rulebook_unref (rulebook);
    }
  pe_dossier_unref (dossier);
}

/* A rule without figures is applied when a rulebook is read, to see what it can give: roots and powers that nobody would
 * write down are left to the evaluation. Any one of these took seconds. */
static void
test_constants (void **state)
{
  static const char *const formulas[]
      = { "7 ** (1/4000037)", "2**2**2**2**2**2**2**2**2**2**2**2**2**2**2**2**2**2**2**2"
                              "**2**2**2**2**2**2**2**2" };
  GString *text = g_string_new (HEAD ("1000"));

  (void) state;
  for (int i = 0; i < 1000; i++)
    g_string_append_printf (text,
                            "%s{\"code\": \"%d\", \"name\": {\"zh\": \"一\"}, \"full_marks\": \"1\", \"rule\": "
                            "{\"shape\": \"capped_ratio/1\", \"actual\": {\"formula\": \"%s\"}}}",
                            i > 0 ? ", " : "", i, formulas[i % 2]);
  g_string_append (text, "]}");
  assert_int_equal (read_text (text, NULL), PE_OK);
}

/* A million leaves are more bytes than the limit, and with a higher one more values; a hundred thousand are read. */
static void
test_leaves (void **state)
{
  const size_t counts[] = { 1000000, 100000 };
  pe_limits    limits;

  (void) state;
  pe_limits_init (&limits, sizeof limits);
  limits.bytes *= 2;
  for (size_t k = 0; k < G_N_ELEMENTS (counts); k++)
    {
      GString *text = g_string_new (HEAD ("%"));

      g_string_replace (text, "\"%\"", k == 0 ? "1000000" : "100000", 1);
      for (size_t i = 0; i < counts[k]; i++)
        g_string_append_printf (
            text, "%s{\"code\":\"%d\",\"name\":{\"zh\":\"一\"},\"full_marks\":1,\"rule\":{\"shape\":\"attested/1\"}}",
            i > 0 ? "," : "", (int) i);
      g_string_append (text, "]}");
      assert_int_equal (read_and_lint (text->str, text->len, NULL), k == 0 ? PE_ERROR_LIMIT_BYTES : PE_OK);
      assert_int_equal (read_text (text, &limits), k == 0 ? PE_ERROR_LIMIT_ITEMS : PE_OK);
    }
}

/* A document cannot refer to itself; the typed API can try. */
static void
test_self_reference (void **state)
{
  pe_rulebook_builder *builder = NULL;
  pe_rulebook         *rulebook = NULL;
  pe_rulebook_head     head;
  pe_rounding_contract rounding;
  pe_indicator         indicators[2];

  (void) state;
  pe_rulebook_head_init (&head, sizeof head);
  head.id = head.edition = head.title_zh = "a";
  head.kind = PE_KIND_DEPARTMENT;
  head.status = PE_RULEBOOK_SAMPLE;
  head.first_year = head.last_year = 2023;
  head.full_marks.coefficient = 10;
  pe_rounding_contract_init (&rounding, sizeof rounding);
  rounding.rank_on = PE_RANK_ON_EXACT;
  for (uint32_t i = 0; i < 2; i++)
    {
      pe_indicator_init (&indicators[i], sizeof indicators[i]);
      indicators[i].code = i == 0 ? "1" : "2";
      indicators[i].name_zh = "一";
      indicators[i].full_marks.coefficient = 10;
      indicators[i].parent = i == 0 ? 2 : 1; /* each below the other */
    }
  assert_int_equal (pe_rulebook_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_rulebook_builder_set_head (builder, &head, NULL), PE_OK);
  assert_int_equal (pe_rulebook_builder_set_rounding (builder, &rounding, NULL), PE_OK);
  if (pe_rulebook_builder_add_indicators (builder, indicators, 2, NULL) == PE_OK)
    assert_int_not_equal (pe_rulebook_builder_build (&rulebook, builder, NULL, NULL), PE_OK);
  assert_null (rulebook);
  pe_rulebook_builder_free (builder);
}

/* Rules that follow each other on the line, [0, 1), [1, 2) … */
static GString *
make_table (size_t n)
{
  GString *text = g_string_new (
      HEAD ("10") "{\"code\": \"1\", \"name\": {\"zh\": \"一\"}, \"full_marks\": \"10\", \"rule\": "
                  "{\"shape\": \"decision_table/1\", \"inputs\": [{\"id\": \"x\", \"formula\": "
                  "\"x\"}], \"default\": \"10\", \"rules\": [");

  for (size_t i = 0; i < n; i++)
    g_string_append_printf (
        text, "%s{\"when\": [\"[%d..%d)\"], \"points\": \"1\"}", i > 0 ? ", " : "", (int) i, (int) i + 1);
  g_string_append (text, "]}}]}");
  return text;
}

static void
test_tables (void **state)
{
  GString  *text = make_table (100000);
  pe_limits limits;

  (void) state;
  assert_int_equal (read_and_lint (text->str, text->len, NULL), PE_OK);
  pe_limits_init (&limits, sizeof limits);
  limits.table_steps = 1000;
  assert_int_equal (read_and_lint (text->str, text->len, &limits), PE_ERROR_LIMIT);
  pe_limits_init (&limits, sizeof limits);
  limits.table_rules = 99999;
  assert_int_equal (read_text (text, &limits), PE_ERROR_LIMIT_ITEMS);
}

/* All tables of a document share the steps. */
static void
test_many_tables (void **state)
{
  GString  *one = make_table (1000), *text = g_string_new (HEAD ("30"));
  char     *leaf = g_strndup (one->str + strlen (HEAD ("10")), one->len - strlen (HEAD ("10")) - strlen ("]}"));
  pe_limits limits;

  (void) state;
  for (int i = 0; i < 3; i++)
    {
      GString *copy = g_string_new (leaf);

      g_string_replace (copy, "\"1\"", i == 0 ? "\"a\"" : i == 1 ? "\"b\"" : "\"c\"", 1);
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", copy->str);
      g_string_free (copy, TRUE);
    }
  g_string_append (text, "]}");
  pe_limits_init (&limits, sizeof limits);
  limits.table_steps = 60000;
  assert_int_equal (read_and_lint (one->str, one->len, &limits), PE_OK);
  assert_int_equal (read_and_lint (text->str, text->len, &limits), PE_ERROR_LIMIT);
  limits.table_steps = 180000;
  assert_int_equal (read_text (text, &limits), PE_OK);
  g_string_free (one, TRUE);
  g_free (leaf);
}

#define DOSSIER(more)                                                                                      \
  "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2023, \"kind\": " \
  "\"department\"" more "}"

static pe_status
evaluate_within (const char *text, const char *given, uint64_t steps)
{
  pe_dossier         *dossier = dossier_from (given);
  pe_rulebook        *rulebook = rulebook_from (text);
  pe_evaluation      *evaluation = NULL;
  pe_evaluate_options options;
  pe_limits           limits;
  pe_status           status;

  pe_limits_init (&limits, sizeof limits);
  limits.formula_steps = steps;
  pe_evaluate_options_init (&options, sizeof options);
  options.limits = &limits;
  status = pe_evaluate (&evaluation, rulebook, dossier, &options, NULL, NULL);
  pe_evaluation_unref (evaluation);
  pe_rulebook_unref (rulebook);
  pe_dossier_unref (dossier);
  return status;
}

/* The limits of formulas, lower and higher than they are by default. */
static void
test_formulas (void **state)
{
  static const char *const loops = FORMULA ("count([1, 2, 3, 4, 5, 6, 7, 8][item > 0]) / 8");
  GString  *text = g_string_new (LEAF_OF ("{\"shape\": \"capped_ratio/1\", \"actual\": {\"formula\": \""));
  pe_limits limits;

  (void) state;
  assert_int_equal (evaluate_within (loops, DOSSIER (""), 0), PE_OK);
  assert_int_equal (evaluate_within (loops, DOSSIER (""), 10), PE_ERROR_LIMIT);
  g_string_truncate (text, text->len - strlen ("}]}"));
  repeat (text, "(", 100);
  g_string_append (text, "a + b");
  repeat (text, ")", 100);
  g_string_append (text, "\"}}}]}");
  pe_limits_init (&limits, sizeof limits);
  assert_int_equal (read_and_lint (text->str, text->len, &limits), PE_ERROR_LIMIT_DEPTH);
  limits.formula_depth = 100;
  assert_int_equal (read_and_lint (text->str, text->len, &limits), PE_OK);
  limits.formula_names = 1;
  assert_int_equal (read_text (text, &limits), PE_ERROR_LIMIT_ITEMS);
}

/* The records that a measure or a total goes through are steps as well. */
static void
test_records (void **state)
{
  static const char *const formulas[]
      = { FORMULA ("procurement.single_source_share"), FORMULA ("procurement.contracts / 1000000") };
  GString *dossier = g_string_new (DOSSIER (", \"procurement\": {\"records\": ["));

  (void) state;
  g_string_truncate (dossier, dossier->len - 1);
  for (int i = 0; i < 200; i++)
    g_string_append_printf (
        dossier, "%s{\"name\": \"%d\", \"method\": \"inquiry\", \"contract\": \"5元\"}", i > 0 ? ", " : "", i);
  g_string_append (dossier, "]}}");
  for (size_t i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      assert_int_equal (evaluate_within (formulas[i], dossier->str, 200), PE_ERROR_LIMIT);
      assert_int_equal (evaluate_within (formulas[i], dossier->str, 250), PE_OK);
    }
  g_string_free (dossier, TRUE);
}

/* All leaves of an evaluation share twenty times the steps of one formula, and so do all cases. */
static void
test_many_formulas (void **state)
{
  static const char *const loop = "count([1, 2, 3, 4, 5, 6, 7, 8][item > 0]) / 8";
  GString                 *text = g_string_new (HEAD ("100"));

  (void) state;
  for (int i = 0; i < 100; i++)
    g_string_append_printf (text,
                            "%s{\"code\": \"%d\", \"name\": {\"zh\": \"一\"}, \"full_marks\": \"1\", \"rule\": "
                            "{\"shape\": \"capped_ratio/1\", \"actual\": {\"formula\": \"%s\"}}}",
                            i > 0 ? ", " : "", i, loop);
  g_string_append (text, "]}");
  assert_int_equal (evaluate_within (FORMULA ("count([1, 2, 3, 4, 5, 6, 7, 8][item > 0]) / 8"), DOSSIER (""), 100),
                    PE_OK);
  assert_int_equal (evaluate_within (text->str, DOSSIER (""), 100), PE_ERROR_LIMIT);
  assert_int_equal (evaluate_within (text->str, DOSSIER (""), 1000), PE_OK);
  g_string_free (text, TRUE);
}

static void
test_limits_of_a_rule (void **state)
{
  pe_rule_builder *builder = NULL;
  pe_limits        limits;

  (void) state;
  pe_limits_init (&limits, sizeof limits);
  assert_int_equal (pe_rule_builder_new (&builder, "capped_ratio", 1, NULL), PE_OK);
  assert_int_equal (pe_rule_builder_set_limits (NULL, &limits, NULL), PE_ERROR_INVALID_ARGUMENT);
  limits.formula_depth = 1025;
  assert_int_equal (pe_rule_builder_set_limits (builder, &limits, NULL), PE_ERROR_INVALID_ARGUMENT);
  limits.formula_depth = 2;
  assert_int_equal (pe_rule_builder_set_limits (builder, &limits, NULL), PE_OK);
  assert_int_equal (pe_rule_builder_bind_formula (builder, "actual", "((1))", NULL), PE_OK);
  assert_int_equal (pe_rule_builder_bind_formula (builder, "actual", "(((1)))", NULL), PE_ERROR_LIMIT_DEPTH);
  /* Zero, as a caller that does not know of it leaves it, is the default. */
  limits.formula_depth = 0;
  assert_int_equal (pe_rule_builder_set_limits (builder, &limits, NULL), PE_OK);
  assert_int_equal (pe_rule_builder_bind_formula (builder, "actual", "(((1)))", NULL), PE_OK);
  assert_int_equal (pe_rule_builder_set_limits (builder, NULL, NULL), PE_OK);
  pe_rule_builder_free (builder);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_nesting),          cmocka_unit_test (test_exponents),
    cmocka_unit_test (test_leaves),           cmocka_unit_test (test_self_reference),
    cmocka_unit_test (test_tables),           cmocka_unit_test (test_formulas),
    cmocka_unit_test (test_limits_of_a_rule), cmocka_unit_test (test_constants),
    cmocka_unit_test (test_many_tables),      cmocka_unit_test (test_records),
    cmocka_unit_test (test_many_formulas),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
