/* test-rulebook-json.c - rulebooks from JSON and back
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
#include "rules/rulebook-private.h"

#define HEAD                                                                                                     \
  "\"format\": \"perfeval-rulebook/1\", \"id\": \"a\", \"edition\": \"1\", \"title\": {\"zh\": \"题\"}, "        \
  "\"kind\": \"department\", \"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"sample\", "      \
  "\"full_marks\": \"10\", \"rounding\": {\"rate\": null, \"leaf\": null, \"subtotal\": null, \"total\": null, " \
  "\"rank_on\": \"exact\"}"

static void
test_faults (void **state)
{
  (void) state;
  check_faults ("rulebook-faults.txt", read_rulebook);
}

/* Writing and reading again gives the same object, and then the same bytes. */
static void
check_round_trip (pe_rulebook *rulebook)
{
  pe_text     *first = text_of_rulebook (rulebook), *second;
  pe_rulebook *again = rulebook_from (pe_text_get_data (first));

  if (!pe_rulebook_is_equal (rulebook, again))
    fail_msg ("another rulebook comes back from\n%s", pe_text_get_data (first));
  second = text_of_rulebook (again);
  assert_string_equal (pe_text_get_data (first), pe_text_get_data (second));
  pe_text_unref (first);
  pe_text_unref (second);
  pe_rulebook_unref (again);
}

static const char *const installed[] = { "rulebooks/guangdong-2023.json", "rulebooks/sample-department.json" };

static void
test_installed (void **state)
{
  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (installed); i++)
    {
      pe_rulebook *rulebook = rulebook_from_file (installed[i]);

      check_round_trip (rulebook);
      pe_rulebook_unref (rulebook);
    }
}

/* Built through the typed API and read from JSON */

static pe_rule *
finish_rule (pe_rule_builder *builder)
{
  pe_rule *rule = NULL;

  assert_int_equal (pe_rule_builder_build (&rule, builder, NULL, NULL), PE_OK);
  pe_rule_builder_free (builder);
  return rule;
}

static pe_rule *
make_ratio (const pe_figure *target)
{
  pe_rule_builder *builder = NULL;

  assert_int_equal (pe_rule_builder_new (&builder, "capped_ratio", 1, NULL), PE_OK);
  assert_int_equal (pe_rule_builder_bind_fact (builder, "actual", "actual", NULL), PE_OK);
  if (target != NULL)
    assert_int_equal (pe_rule_builder_bind_figure (builder, "target", target, NULL), PE_OK);
  else
    assert_int_equal (pe_rule_builder_bind_fact (builder, "target", "target", NULL), PE_OK);
  assert_int_equal (pe_rule_builder_set_policy (builder, PE_STATE_ZERO_DENOMINATOR, PE_POLICY_FULL, NULL), PE_OK);
  return finish_rule (builder);
}

#define POLICIES "\"policies\": {\"zero_denominator\": \"full\"}"
#define RATIO "{\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": \"90.0%\", " POLICIES "}"

static pe_rule *
make_steps (void)
{
  pe_rule_builder *builder = NULL;
  pe_step          steps[2];

  for (size_t i = 0; i < 2; i++)
    pe_step_init (&steps[i], sizeof steps[i]);
  steps[0].lower_end = PE_END_UNBOUNDED;
  steps[0].upper_end = PE_END_OPEN;
  steps[0].upper = (pe_decimal) { 800, 1, 0 };
  steps[1].lower_end = PE_END_CLOSED;
  steps[1].lower = (pe_decimal) { 80, 0, 0 };
  steps[1].upper_end = PE_END_UNBOUNDED;
  steps[1].points = (pe_decimal) { 20, 1, 0 };
  assert_int_equal (pe_rule_builder_new (&builder, "steps", 1, NULL), PE_OK);
  assert_int_equal (pe_rule_builder_bind_measure (builder, "value", "budget.execution_rate", NULL), PE_OK);
  assert_int_equal (pe_rule_builder_set_unit (builder, PE_UNIT_PERCENT, NULL), PE_OK);
  assert_int_equal (pe_rule_builder_add_steps (builder, steps, 2, NULL), PE_OK);
  assert_int_equal (pe_rule_builder_set_policy (builder, PE_STATE_ZERO_DENOMINATOR, PE_POLICY_FULL, NULL), PE_OK);
  return finish_rule (builder);
}

#define STEPS                                                                                                     \
  "{\"shape\": \"steps/1\", \"value\": {\"measure\": \"budget.execution_rate\"}, \"unit\": \"%\", " POLICIES ", " \
  "\"steps\": [{\"to\": \"80.0\", \"ends\": \"()\", \"points\": \"0\"}, "                                         \
  "{\"from\": 80, \"to\": null, \"ends\": \"[)\", \"points\": 2.0}]}"

static pe_rule *
make_violations (void)
{
  pe_rule_builder *builder = NULL;
  pe_item          items[2];

  for (size_t i = 0; i < 2; i++)
    pe_item_init (&items[i], sizeof items[i]);
  items[0].id = "late";
  items[0].name_zh = "迟付";
  items[0].name_en = "late";
  items[0].points = (pe_decimal) { 5, 1, 0 };
  items[0].cap = (pe_figure) { { 2, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };
  items[1].id = "misuse";
  items[1].name_zh = "挪用";
  items[1].points = (pe_decimal) { 1, 0, 0 };
  items[1].cap = (pe_figure) { { 15, 1, 0 }, PE_STATE_VALUE, PE_UNIT_POINT };
  assert_int_equal (pe_rule_builder_new (&builder, "per_violation", 1, NULL), PE_OK);
  assert_int_equal (pe_rule_builder_add_items (builder, items, 2, NULL), PE_OK);
  return finish_rule (builder);
}

#define VIOLATIONS                                                                                                   \
  "{\"shape\": \"per_violation/1\", \"items\": [{\"id\": \"late\", \"name\": {\"zh\": \"迟付\", \"en\": \"late\"}, " \
  "\"points\": \"0.5\", \"cap\": \"2\"}, {\"id\": \"misuse\", \"name\": {\"zh\": \"挪用\"}, \"points\": 1, "         \
  "\"cap\": \"1.5分\"}]}"

static pe_rule *
make_graded (void)
{
  const pe_decimal places = { 2, 0, 0 };
  pe_rule_builder *builder = NULL;
  pe_band          bands[2];

  for (size_t i = 0; i < 2; i++)
    pe_band_init (&bands[i], sizeof bands[i]);
  bands[0].id = "achieved";
  bands[0].name_zh = "达成";
  bands[0].name_en = "achieved";
  bands[0].low_end = bands[0].high_end = PE_END_CLOSED;
  bands[0].low = (pe_decimal) { 8, 1, 0 };
  bands[0].high = (pe_decimal) { 1, 0, 0 };
  bands[1].id = "missed";
  bands[1].name_zh = "未达成";
  bands[1].low_end = PE_END_CLOSED;
  bands[1].high_end = PE_END_OPEN;
  bands[1].high = (pe_decimal) { 80, 2, 0 };
  assert_int_equal (pe_rule_builder_new (&builder, "graded", 1, NULL), PE_OK);
  assert_int_equal (pe_rule_builder_add_bands (builder, bands, 2, NULL), PE_OK);
  assert_int_equal (pe_rule_builder_set_number (builder, "bound_places", &places, NULL), PE_OK);
  return finish_rule (builder);
}

#define GRADED                                                                                                \
  "{\"shape\": \"graded/1\", \"bound_places\": 2, \"bands\": ["                                               \
  "{\"id\": \"achieved\", \"name\": {\"zh\": \"达成\", \"en\": \"achieved\"}, \"from\": \"0.8\", \"to\": 1, " \
  "\"ends\": \"[]\"}, {\"id\": \"missed\", \"name\": {\"zh\": \"未达成\"}, \"from\": 0, \"to\": \"0.80\", "   \
  "\"ends\": \"[)\"}]}"

static pe_rule *
make_slot (void)
{
  const pe_decimal depth = { 2, 0, 0 };
  pe_rule_builder *builder = NULL;
  pe_rule         *ratio = make_ratio (NULL), *graded = make_graded ();

  assert_int_equal (pe_rule_builder_new (&builder, "slot", 1, NULL), PE_OK);
  assert_int_equal (pe_rule_builder_set_number (builder, "depth", &depth, NULL), PE_OK);
  assert_int_equal (pe_rule_builder_set_word (builder, "marks", "by_unit", NULL), PE_OK);
  assert_int_equal (pe_rule_builder_set_word (builder, "score", "rows", NULL), PE_OK);
  assert_int_equal (pe_rule_builder_set_word (builder, "empty", "drop", NULL), PE_OK);
  assert_int_equal (pe_rule_builder_set_sign_rule (builder, PE_SIGN_AT_LEAST, ratio, NULL), PE_OK);
  assert_int_equal (pe_rule_builder_set_sign_rule (builder, PE_SIGN_QUALITATIVE, graded, NULL), PE_OK);
  pe_rule_unref (ratio);
  pe_rule_unref (graded);
  return finish_rule (builder);
}

#define SLOT                                                                                                     \
  "{\"shape\": \"slot/1\", \"depth\": \"2\", \"marks\": \"by_unit\", \"score\": \"rows\", \"empty\": \"drop\", " \
  "\"rules\": {\">=\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"actual\"}, "                     \
  "\"target\": {\"fact\": \"target\"}, " POLICIES "}, \"qualitative\": " GRADED "}}"

static pe_rule *
make_attested (void)
{
  pe_rule_builder *builder = NULL;

  assert_int_equal (pe_rule_builder_new (&builder, "attested", 1, NULL), PE_OK);
  return finish_rule (builder);
}

static pe_rule *
make_binary (void)
{
  const pe_figure  limit = { { 1, 0, 0 }, PE_STATE_VALUE, PE_UNIT_YI_YUAN };
  pe_rule_builder *builder = NULL;

  assert_int_equal (pe_rule_builder_new (&builder, "binary", 1, NULL), PE_OK);
  assert_int_equal (pe_rule_builder_bind_fact (builder, "value", "cost", NULL), PE_OK);
  assert_int_equal (pe_rule_builder_set_word (builder, "compare", "<=", NULL), PE_OK);
  assert_int_equal (pe_rule_builder_bind_figure (builder, "limit", &limit, NULL), PE_OK);
  return finish_rule (builder);
}

#define BINARY                                                                       \
  "{\"shape\": \"binary/1\", \"value\": {\"fact\": \"cost\"}, \"compare\": \"<=\", " \
  "\"limit\": {\"value\": \"1\", \"unit\": \"亿元\"}}"

enum
{
  N_INDICATORS = 8
};

static void
name_indicator (pe_indicator *indicator, const char *code, uint32_t parent, int64_t marks, pe_rule *rule)
{
  pe_indicator_init (indicator, sizeof *indicator);
  indicator->code = code;
  indicator->name_zh = code;
  indicator->parent = parent;
  indicator->full_marks.coefficient = marks;
  indicator->rule = rule;
}

static void
make_indicators (pe_indicator indicators[N_INDICATORS])
{
  const pe_figure target = { { 900, 1, 0 }, PE_STATE_VALUE, PE_UNIT_PERCENT };

  /* Not in the order of the printed table: the last but one stands below the first. */
  name_indicator (&indicators[0], "1", 0, 7, NULL);
  name_indicator (&indicators[1], "2", 0, 3, make_graded ());
  name_indicator (&indicators[2], "1.1", 1, 1, make_ratio (&target));
  name_indicator (&indicators[3], "1.2", 1, 2, make_steps ());
  name_indicator (&indicators[4], "1.3", 1, 1, make_violations ());
  name_indicator (&indicators[5], "1.4", 1, 1, make_slot ());
  name_indicator (&indicators[6], "1.5", 1, 1, make_attested ());
  name_indicator (&indicators[7], "1.6", 1, 1, make_binary ());
  indicators[0].name_en = "One";
  indicators[0].source = "report";
  indicators[1].status = PE_RULEBOOK_OFFICIAL;
  indicators[2].declared = PE_DECLARED_IF_FACTS_MISSING;
  indicators[2].standard_zh = "标准";
  indicators[2].standard_en = "standard";
  indicators[2].reason_zh = "扣{deduction}分";
  indicators[2].reason_en = "{deduction} lost";
  indicators[3].standard_en = "only English";
  indicators[6].declared = PE_DECLARED_ONLY;
  indicators[6].intended = "steps";
}

#define NODE(code, marks) "\"code\": \"" code "\", \"name\": {\"zh\": \"" code "\"}, \"full_marks\": \"" marks "\""

#define INDICATORS                                                                                                     \
  "\"indicators\": [{\"code\": \"1\", \"name\": {\"zh\": \"1\", \"en\": \"One\"}, \"full_marks\": 7, "                 \
  "\"source\": \"report\", \"indicators\": ["                                                                          \
  "{" NODE (                                                                                                           \
      "1.1",                                                                                                           \
      "1") ", \"declared\": \"if_facts_missing\", \"standard\": {\"zh\": \"标准\", "                                   \
           "\"en\": \"standard\"}, \"reason\": {\"zh\": \"扣{deduction}分\", \"en\": \"{deduction} lost\"}, "          \
           "\"rule\": " RATIO "}, "                                                                                    \
           "{" NODE (                                                                                                  \
               "1.2",                                                                                                  \
               "2") ", \"standard\": {\"en\": \"only English\"}, \"rule\": " STEPS "}, "                               \
                    "{" NODE ("1.3", "1") ", \"rule\": " VIOLATIONS "}, {" NODE (                                      \
                        "1.4",                                                                                         \
                        "1") ", \"rule\": " SLOT "}, "                                                                 \
                             "{" NODE (                                                                                \
                                 "1.5",                                                                                \
                                 "1") ", \"declared\": \"only\", \"rule\": {\"shape\": \"attested/1\", \"intended\": " \
                                      "\"steps\"}}, "                                                                  \
                                      "{" NODE (                                                                       \
                                          "1.6",                                                                       \
                                          "1") ", \"rule\": " BINARY "}]}, "                                           \
                                               "{" NODE ("2", "3") ", \"status\": \"official\", \"rule\": " GRADED     \
                                                                   "}]"

static void
set_head (pe_rulebook_builder *builder)
{
  pe_rulebook_head     head;
  pe_rounding_contract contract;

  pe_rulebook_head_init (&head, sizeof head);
  head.id = "whole";
  head.edition = "2023.1";
  head.title_zh = "题";
  head.title_en = "title";
  head.kind = PE_KIND_PROJECT;
  head.place = "广东省";
  head.first_year = 2020;
  head.last_year = 2024;
  head.status = PE_RULEBOOK_RECONSTRUCTED;
  head.full_marks = (pe_decimal) { 100, 1, 0 };
  assert_int_equal (pe_rulebook_builder_set_head (builder, &head, NULL), PE_OK);
  pe_rounding_contract_init (&contract, sizeof contract);
  contract.rate_places = 2;
  contract.rate_rounding = PE_ROUND_DOWN;
  contract.total_places = 1;
  contract.total_rounding = PE_ROUND_HALF_EVEN;
  contract.rank_on = PE_RANK_ON_EXACT;
  assert_int_equal (pe_rulebook_builder_set_rounding (builder, &contract, NULL), PE_OK);
  assert_int_equal (pe_rulebook_builder_set_policy (builder, PE_STATE_MISSING, PE_POLICY_ZERO, NULL), PE_OK);
  assert_int_equal (pe_rulebook_builder_set_policy (builder, PE_STATE_ZERO_DENOMINATOR, PE_POLICY_DROP, NULL), PE_OK);
}

#define WHOLE_HEAD                                                                                                 \
  "\"format\": \"perfeval-rulebook/1\", \"id\": \"whole\", \"edition\": \"2023.1\", "                              \
  "\"title\": {\"zh\": \"题\", \"en\": \"title\"}, \"kind\": \"project\", \"place\": \"广东省\", "                 \
  "\"fiscal_years\": {\"first\": 2020, \"last\": 2024}, \"status\": \"reconstructed\", \"full_marks\": \"10.0\", " \
  "\"rounding\": {\"rate\": {\"places\": 2, \"mode\": \"down\"}, \"leaf\": null, \"subtotal\": null, "             \
  "\"total\": {\"places\": 1, \"mode\": \"half_even\"}, \"rank_on\": \"exact\"}, "                                 \
  "\"policies\": {\"missing\": \"zero\", \"zero_denominator\": \"drop\"}"

static void
add_tables (pe_rulebook_builder *builder)
{
  pe_source     source;
  pe_assumption assumption;
  pe_grade      grades[2];

  pe_source_init (&source, sizeof source);
  source.id = "report";
  source.title = "报告";
  source.document = "附件";
  source.address = "网站";
  source.note = "两处扣分";
  assert_int_equal (pe_rulebook_builder_add_sources (builder, &source, 1, NULL), PE_OK);
  pe_assumption_init (&assumption, sizeof assumption);
  assumption.id = "grades";
  assumption.text_zh = "等级线";
  assumption.text_en = "grades";
  assert_int_equal (pe_rulebook_builder_add_assumptions (builder, &assumption, 1, NULL), PE_OK);
  for (size_t i = 0; i < 2; i++)
    pe_grade_init (&grades[i], sizeof grades[i]);
  grades[0].id = "pass";
  grades[0].name_zh = "合格";
  grades[0].name_en = "pass";
  grades[0].from = (pe_decimal) { 60, 1, 0 };
  grades[1].id = "fail";
  grades[1].name_zh = "不合格";
  assert_int_equal (pe_rulebook_builder_add_grades (builder, grades, 2, NULL), PE_OK);
}

#define TABLES                                                                                                  \
  "\"sources\": [{\"id\": \"report\", \"title\": \"报告\", \"document\": \"附件\", \"address\": \"网站\", "     \
  "\"note\": \"两处扣分\"}], \"assumptions\": [{\"id\": \"grades\", \"zh\": \"等级线\", \"en\": \"grades\"}], " \
  "\"grades\": [{\"id\": \"pass\", \"from\": \"6.0\", \"name\": {\"zh\": \"合格\", \"en\": \"pass\"}}, "        \
  "{\"id\": \"fail\", \"from\": 0, \"name\": {\"zh\": \"不合格\"}}]"

static pe_rulebook *
make_rulebook (void)
{
  pe_indicator         indicators[N_INDICATORS];
  pe_rulebook_builder *builder = NULL;
  pe_rulebook         *rulebook = NULL;
  pe_error            *error = NULL;

  make_indicators (indicators);
  assert_int_equal (pe_rulebook_builder_new (&builder, NULL, NULL), PE_OK);
  set_head (builder);
  add_tables (builder);
  assert_int_equal (pe_rulebook_builder_add_indicators (builder, indicators, N_INDICATORS, NULL), PE_OK);
  if (pe_rulebook_builder_build (&rulebook, builder, NULL, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_rulebook_builder_free (builder);
  for (size_t i = 0; i < N_INDICATORS; i++)
    pe_rule_unref (indicators[i].rule);
  return rulebook;
}

static const char whole[] = "{" WHOLE_HEAD ", " TABLES ", " INDICATORS "}";

static void
test_typed_equals_read (void **state)
{
  pe_rulebook *typed = make_rulebook (), *read = rulebook_from (whole);
  pe_text     *typed_text = text_of_rulebook (typed), *read_text = text_of_rulebook (read);

  (void) state;
  assert_string_equal (pe_text_get_data (typed_text), pe_text_get_data (read_text));
  assert_true (pe_rulebook_is_equal (typed, read));
  check_round_trip (typed);
  check_round_trip (read);
  pe_text_unref (typed_text);
  pe_text_unref (read_text);
  pe_rulebook_unref (typed);
  pe_rulebook_unref (read);
}

static void
test_places (void **state)
{
  char           *text = read_source_file ("rulebooks/guangdong-2023.json", NULL);
  pe_rulebook    *rulebook = rulebook_from (text);
  const pe_place *place
      = pe_rulebook_find_place (rulebook, "/indicators/0/indicators/0/indicators/2/rule/actual/measure");
  uint64_t offset, length;

  (void) state;
  assert_non_null (place);
  pe_place_get_bytes (place, &offset, &length);
  assert_int_equal (length, strlen ("\"budget.execution_rate\""));
  assert_memory_equal (text + offset, "\"budget.execution_rate\"", length);
  assert_null (pe_rulebook_find_place (rulebook, "/indicators/9"));
  pe_rulebook_unref (rulebook);
  g_free (text);
}

static void
test_arguments (void **state)
{
  pe_rulebook *rulebook = rulebook_from_file (installed[0]);
  pe_text     *text = NULL;

  (void) state;
  assert_int_equal (pe_rulebook_to_json (NULL, rulebook, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rulebook_to_json (&text, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (text);
  pe_rulebook_unref (rulebook);
}

/* Groups below groups. */
static char *
make_deep (size_t n)
{
  GString *text = g_string_new ("{" HEAD ", \"indicators\": [");

  for (size_t i = 1; i < n; i++)
    g_string_append_printf (
        text, "{\"code\": \"%d\", \"name\": {\"zh\": \"x\"}, \"full_marks\": 10, \"indicators\": [", (int) i);
  g_string_append (
      text,
      "{\"code\": \"leaf\", \"name\": {\"zh\": \"x\"}, \"full_marks\": 10, \"rule\": {\"shape\": \"attested/1\"}}");
  for (size_t i = 1; i < n; i++)
    g_string_append (text, "]}");
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

/* A rule nests up to six levels below its indicator: 28 indicators are 57 levels deep, 30 are 61. */
static void
test_depth (void **state)
{
  pe_read_options options;
  pe_limits       limits;
  char           *text = make_deep (28);
  pe_rulebook    *rulebook = rulebook_from (text);
  pe_text        *written = NULL;

  (void) state;
  check_round_trip (rulebook);
  pe_rulebook_unref (rulebook);
  g_free (text);
  rulebook = NULL;
  text = make_deep (100);
  pe_read_options_init (&options, sizeof options);
  pe_limits_init (&limits, sizeof limits);
  limits.depth = 1024;
  options.limits = &limits;
  assert_int_equal (pe_rulebook_from_json (&rulebook, text, strlen (text), NULL, NULL, NULL), PE_ERROR_LIMIT_DEPTH);
  assert_int_equal (pe_rulebook_from_json (&rulebook, text, strlen (text), &options, NULL, NULL), PE_OK);
  assert_int_equal (pe_rulebook_get_n_indicators (rulebook), 100);
  assert_int_equal (pe_rulebook_to_json (&written, rulebook, NULL), PE_ERROR_LIMIT_DEPTH);
  assert_null (written);
  pe_rulebook_unref (rulebook);
  g_free (text);
}

static void
test_damage (void **state)
{
  (void) state;
  check_damage (whole, sizeof whole - 1, read_rulebook);
}

/* 10^4 leaves, and steps by the thousand. */
static void
test_many (void **state)
{
  GString     *text = g_string_new ("{" HEAD ", \"indicators\": [");
  pe_rulebook *rulebook;
  gint64       start;

  (void) state;
  for (int i = 0; i < 10000; i++)
    g_string_append_printf (text,
                            "%s{\"code\": \"%d\", \"name\": {\"zh\": \"x\"}, \"full_marks\": \"0.001\", "
                            "\"rule\": {\"shape\": \"attested/1\"}}",
                            i > 0 ? ", " : "", i);
  g_string_append (text, "]}");
  start = g_get_monotonic_time ();
  rulebook = rulebook_from (text->str);
  print_message ("%d bytes in %d ms\n", (int) text->len, (int) ((g_get_monotonic_time () - start) / 1000));
  assert_int_equal (pe_rulebook_get_n_indicators (rulebook), 10000);
  check_round_trip (rulebook);
  pe_rulebook_unref (rulebook);
  g_string_free (text, TRUE);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_faults), cmocka_unit_test (test_installed), cmocka_unit_test (test_typed_equals_read),
    cmocka_unit_test (test_places), cmocka_unit_test (test_arguments), cmocka_unit_test (test_depth),
    cmocka_unit_test (test_damage), cmocka_unit_test (test_many),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
