/* test-lint.c - what a careful author would mend
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

#include <perfeval/json.h>
#include <string.h>

#include "rules/lint-private.h"
#include "scarce.h"

/* Lints a rulebook, which is then gone. */
static pe_findings *
lint (pe_rulebook *rulebook)
{
  pe_findings *findings = NULL;

  assert_ok (pe_rulebook_lint (&findings, rulebook, NULL, NULL));
  pe_rulebook_unref (rulebook);
  return findings;
}

static size_t
count (const pe_findings *findings, pe_status code)
{
  size_t n = 0;

  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    n += pe_finding_get_code (pe_findings_get (findings, i)) == code;
  return n;
}

/* The parameter of the first finding of a code. */
static const char *
parameter (const pe_findings *findings, pe_status code, const char *name)
{
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    for (size_t k = 0; k < pe_finding_get_n_parameters (pe_findings_get (findings, i)); k++)
      if (pe_finding_get_code (pe_findings_get (findings, i)) == code
          && strcmp (pe_finding_get_parameter_name (pe_findings_get (findings, i), k), name) == 0)
        return pe_finding_get_parameter_text (pe_findings_get (findings, i), k);
  return "";
}

/* One leaf of 10 marks with a rule. */
static pe_rulebook *
one_leaf (pe_rule *rule)
{
  const node nodes[] = { { 0, "1", "10", rule } };

  return build_rulebook (begin_rulebook ("10", nodes, 1));
}

static void
test_missing (void **state)
{
  pe_findings *findings = lint (one_leaf (make_attested ()));

  (void) state;
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 0);
  assert_int_equal (pe_findings_get_size (findings), 2);
  assert_true (has_finding (findings, PE_WARNING_SOURCE_MISSING, "/indicators/0/source"));
  assert_true (has_finding (findings, PE_WARNING_CASES_MISSING, "/cases"));
  pe_findings_unref (findings);
}

static void
add_sourced (pe_rulebook_builder *builder, uint32_t parent, const char *code, const char *source, pe_rule *rule)
{
  pe_indicator indicator;

  pe_indicator_init (&indicator, sizeof indicator);
  indicator.parent = parent;
  indicator.code = code;
  indicator.name_zh = "指标";
  indicator.name_en = "indicator";
  indicator.full_marks = decimal ("10");
  indicator.source = source;
  indicator.rule = rule;
  assert_ok (pe_rulebook_builder_add_indicators (builder, &indicator, 1, NULL));
  pe_rule_unref (rule);
}

static void
test_source_of_group (void **state)
{
  pe_rulebook_builder *builder = begin_rulebook ("20", NULL, 0);
  pe_source            source;
  pe_findings         *findings;

  (void) state;
  pe_source_init (&source, sizeof source);
  source.id = "report";
  source.title = "报告";
  assert_ok (pe_rulebook_builder_add_sources (builder, &source, 1, NULL));
  add_sourced (builder, 0, "1", "report", NULL);
  add_sourced (builder, 1, "1.1", NULL, make_attested ());
  add_sourced (builder, 0, "2", NULL, make_attested ());
  findings = lint (build_rulebook (builder));
  assert_int_equal (count (findings, PE_WARNING_SOURCE_MISSING), 1);
  assert_true (has_finding (findings, PE_WARNING_SOURCE_MISSING, "/indicators/1/source"));
  pe_findings_unref (findings);
}

static pe_rule *
make_bands (const char *const *intervals)
{
  static const char *const ids[] = { "a", "b", "c", "d" };
  pe_rule_builder         *builder = begin ("graded");

  for (size_t i = 0; intervals[i] != NULL; i++)
    add_band (builder, ids[i], intervals[i]);
  return build (builder);
}

/* The codes of the findings about bands, and the place of the first. */
static void
check_bands (const char *const *intervals, size_t n_gaps, size_t n_overlaps, const char *from, const char *to)
{
  pe_findings *findings = lint (one_leaf (make_bands (intervals)));

  assert_int_equal (count (findings, PE_WARNING_BANDS_GAP), n_gaps);
  assert_int_equal (count (findings, PE_WARNING_BANDS_OVERLAP), n_overlaps);
  assert_string_equal (parameter (findings, n_gaps > 0 ? PE_WARNING_BANDS_GAP : PE_WARNING_BANDS_OVERLAP, "from"),
                       from);
  assert_string_equal (parameter (findings, n_gaps > 0 ? PE_WARNING_BANDS_GAP : PE_WARNING_BANDS_OVERLAP, "to"), to);
  pe_findings_unref (findings);
}

static void
test_bands (void **state)
{
  (void) state;
  check_bands ((const char *const[]) { "[0.8, 1]", "[0.6, 0.8)", "[0, 0.6)", NULL }, 0, 0, "", "");
  check_bands ((const char *const[]) { "[0.8, 1]", "[0, 0.7)", NULL }, 1, 0, "0.7", "0.8");
  check_bands ((const char *const[]) { "(0.8, 1]", "[0, 0.8)", NULL }, 1, 0, "0.8", "0.8");
  check_bands ((const char *const[]) { "[0.8, 1]", "[0.2, 0.8)", NULL }, 1, 0, "0", "0.2");
  check_bands ((const char *const[]) { "[0.8, 1]", "[0, 0.8]", NULL }, 0, 1, "0.8", "0.8");
  check_bands ((const char *const[]) { "[0.5, 1]", "[0, 0.75)", NULL }, 0, 1, "0.5", "0.75");
  /* The one that reaches the highest counts, not the one that begins the highest. */
  check_bands ((const char *const[]) { "[0, 0.9)", "[0.2, 0.3]", "[0.9, 1]", NULL }, 0, 1, "0.2", "0.3");
  /* Of two that reach as high, the one with its end counts: 0.5 is in no gap. */
  check_bands ((const char *const[]) { "[0, 0.5)", "[0.2, 0.5]", "(0.5, 1]", NULL }, 0, 1, "0.2", "0.5");
  check_bands ((const char *const[]) { "[0, 0.5]", "[0.2, 0.5)", "(0.5, 1]", NULL }, 0, 1, "0.2", "0.5");
}

static void
test_band_unreachable (void **state)
{
  pe_rule_builder *builder = begin ("graded");
  pe_findings     *findings;

  (void) state;
  /* Of 10 marks: 0.96 and 1 both round to 10, and 10 does not belong to the lower one. */
  add_band (builder, "a", "[1, 1]");
  add_band (builder, "b", "[0.96, 1)");
  add_band (builder, "c", "[0, 0.96)");
  number (builder, "bound_places", "0");
  findings = lint (one_leaf (build (builder)));
  assert_int_equal (count (findings, PE_WARNING_BAND_UNREACHABLE), 1);
  assert_true (has_finding (findings, PE_WARNING_BAND_UNREACHABLE, "/indicators/0/rule/bands/1"));
  assert_string_equal (parameter (findings, PE_WARNING_BAND_UNREACHABLE, "from"), "10");
  pe_findings_unref (findings);
  /* Of 10.5 marks that are rounded to whole ones the highest band begins at 11, above all of them. */
  builder = begin ("graded");
  add_band (builder, "a", "[1, 1]");
  add_band (builder, "b", "[0, 1)");
  number (builder, "bound_places", "0");
  {
    const node nodes[] = { { 0, "1", "10.5", build (builder) } };

    findings = lint (build_rulebook (begin_rulebook ("10.5", nodes, 1)));
  }
  assert_int_equal (count (findings, PE_WARNING_BAND_UNREACHABLE), 1);
  assert_true (has_finding (findings, PE_WARNING_BAND_UNREACHABLE, "/indicators/0/rule/bands/0"));
  assert_string_equal (parameter (findings, PE_WARNING_BAND_UNREACHABLE, "from"), "11");
  pe_findings_unref (findings);
  /* From above 0.96 up to 1 is from above 10 up to 10. */
  builder = begin ("graded");
  add_band (builder, "b", "(0.96, 1]");
  add_band (builder, "c", "[0, 0.96]");
  number (builder, "bound_places", "0");
  findings = lint (one_leaf (build (builder)));
  assert_int_equal (count (findings, PE_WARNING_BAND_UNREACHABLE), 1);
  assert_true (has_finding (findings, PE_WARNING_BAND_UNREACHABLE, "/indicators/0/rule/bands/0"));
  pe_findings_unref (findings);
}

static void
test_bands_of_rows (void **state)
{
  pe_rule_builder *builder = begin ("slot");
  pe_rule         *graded = make_bands ((const char *const[]) { "[0.8, 0.9]", "[0, 0.7)", NULL });
  pe_findings     *findings;

  (void) state;
  word (builder, "marks", "equal");
  word (builder, "score", "rows");
  word (builder, "empty", "zero");
  assert_ok (pe_rule_builder_set_sign_rule (builder, PE_SIGN_QUALITATIVE, graded, NULL));
  pe_rule_unref (graded);
  findings = lint (one_leaf (build (builder)));
  assert_true (has_finding (findings, PE_WARNING_BANDS_GAP, "/indicators/0/rule/rules/qualitative/bands/0"));
  assert_true (has_finding (findings, PE_WARNING_MARKS_UNREACHABLE, "/indicators/0/rule/rules/qualitative/bands"));
  assert_string_equal (parameter (findings, PE_WARNING_MARKS_UNREACHABLE, "found"), "0.9");
  assert_string_equal (parameter (findings, PE_WARNING_MARKS_UNREACHABLE, "total"), "1");
  pe_findings_unref (findings);
}

/* found, below: "" where the finding has no such parameter; both where there is no finding. */
static void
check_most (pe_rule *rule, const char *found, const char *below)
{
  pe_findings *findings = lint (one_leaf (rule));

  assert_int_equal (count (findings, PE_WARNING_MARKS_UNREACHABLE), found[0] != '\0' || below[0] != '\0');
  assert_string_equal (parameter (findings, PE_WARNING_MARKS_UNREACHABLE, "found"), found);
  assert_string_equal (parameter (findings, PE_WARNING_MARKS_UNREACHABLE, "below"), below);
  pe_findings_unref (findings);
}

static void
check_maximum (pe_rule *rule, const char *found)
{
  check_most (rule, found != NULL ? found : "", "");
}

static pe_rule *
make_fixed (const char *actual, const char *target)
{
  pe_rule_builder *builder = begin ("capped_ratio");

  fix (builder, "actual", actual);
  fix (builder, "target", target);
  assert_ok (pe_rule_builder_set_policy (builder, PE_STATE_ZERO_DENOMINATOR, PE_POLICY_ZERO, NULL));
  return build (builder);
}

static pe_rule *
make_constant (const char *formula)
{
  pe_rule_builder *builder = begin ("capped_ratio");

  assert_ok (pe_rule_builder_bind_formula (builder, "actual", formula, NULL));
  assert_ok (pe_rule_builder_set_policy (builder, PE_STATE_ZERO_DENOMINATOR, PE_POLICY_ZERO, NULL));
  return build (builder);
}

#define TABLE(hit, rules, more)                       \
  "{\"shape\": \"decision_table/1\", \"hit\": \"" hit \
  "\", \"inputs\": [{\"id\": \"x\", \"formula\": \"a\"}], \"rules\": [" rules "]" more "}"
#define WHEN(test, points) "{\"when\": [\"" test "\"], \"points\": \"" points "\"}"
#define BEST(first, second)                                                                                  \
  "{\"shape\": \"alternative/1\", \"choice\": \"best\", \"alternatives\": [{\"id\": \"a\", \"rule\": " first \
  "}, {\"id\": \"b\", \"rule\": " second "}]}"
#define BANDS(ends)                                                                                            \
  "{\"shape\": \"graded/1\", \"bands\": [{\"id\": \"g\", \"name\": {\"zh\": \"g\"}, \"from\": \"0\", \"to\": " \
  "\"0.9\", \"ends\": \"" ends "\"}]}"
#define CONSTANT(actual) "{\"shape\": \"capped_ratio/1\", \"actual\": \"" actual "\", \"target\": \"2.5\"}"
#define OF_ROW(rules)                                                                                          \
  "{\"shape\": \"decision_table/1\", \"hit\": \"U\", \"inputs\": [{\"id\": \"x\", \"formula\": \"actual\"}], " \
  "\"rules\": [" rules "]}"
#define QUOTIENT(shape, parts) "{\"shape\": \"" shape "/1\", " parts ", \"policies\": {\"zero_denominator\": \"zero\"}}"
#define SHARE(formula) QUOTIENT ("capped_ratio", "\"actual\": {\"formula\": \"" formula "\"}")
#define BARE(formula) "{\"shape\": \"capped_ratio/1\", \"actual\": {\"formula\": \"" formula "\"}}"
#define RATIO "{\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": \"2\"}"

static pe_rulebook *
read_leaf (const char *rule)
{
  char *text = g_strdup_printf (
      "{\"format\": \"perfeval-rulebook/1\", \"id\": \"r\", \"edition\": \"1\", \"title\": {\"zh\": \"t\"}, \"kind\": "
      "\"department\", "
      "\"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"sample\", \"full_marks\": \"10\", "
      "\"rounding\": {\"rate\": null, \"leaf\": null, \"subtotal\": null, \"total\": null, \"rank_on\": \"rounded\"}, "
      "\"indicators\": "
      "[{\"code\": \"1\", \"name\": {\"zh\": \"n\"}, \"full_marks\": \"10\", \"rule\": %s}]}",
      rule);
  pe_rulebook *out = NULL;

  assert_ok (pe_rulebook_from_json (&out, text, strlen (text), NULL, NULL, NULL));
  g_free (text);
  return out;
}

/* What a decision table gives at most is that of the box of values that gives most; of alternatives, that of the best, where all
 * are known. */
static void
test_tables_unreachable (void **state)
{
  static const struct
  {
    const char *rule, *found;
  } rows[] = {
    { TABLE ("U", WHEN (">= 5", "8") ", " WHEN ("< 5", "0"), ""), "8" },
    { TABLE ("U", WHEN (">= 5", "8"), ", \"default\": \"9\""), "9" },
    { TABLE ("U", WHEN (">= 5", "8"), ", \"default\": \"10\""), NULL },
    { TABLE ("U", WHEN ("-", "8"), ", \"default\": \"10\""), "8" },
    { TABLE ("A", WHEN ("-", "7") ", " WHEN (">= 5", "7"), ""), "7" },
    { TABLE ("F", WHEN ("-", "8") ", " WHEN (">= 5", "10"), ""), "8" },
    { TABLE ("F", WHEN (">= 5", "8") ", " WHEN ("-", "10"), ""), NULL },
    { TABLE ("P", WHEN ("-", "8") ", " WHEN (">= 5", "10"), ", \"priority\": [\"8\", \"10\"]"), "8" },
    { TABLE ("P", WHEN ("-", "8") ", " WHEN (">= 5", "10"), ", \"priority\": [\"10\", \"8\"]"), NULL },
    { TABLE ("C+", WHEN (">= 5", "4") ", " WHEN (">= 7", "3") ", " WHEN ("< 5", "6"), ""), "7" },
    { TABLE ("R", WHEN (">= 5", "4") ", " WHEN (">= 7", "6") ", " WHEN ("< 5", "6"), ""), NULL },
    { TABLE ("C>", WHEN ("-", "3") ", " WHEN (">= 5", "7"), ""), "7" },
    { TABLE ("C<", WHEN ("-", "3") ", " WHEN (">= 5", "10"), ""), "3" },
    { TABLE ("C#", WHEN ("-", "3") ", " WHEN (">= 5", "10"), ""), "2" },
    { BEST (BANDS ("[]"), TABLE ("U", WHEN ("-", "8"), "")), "9" },
    { BEST (TABLE ("U", WHEN ("-", "8"), ""), TABLE ("U", WHEN ("-", "7"), "")), "8" },
    { BEST (TABLE ("U", WHEN ("-", "8"), ""), RATIO), NULL },
    { BEST (CONSTANT ("1"), CONSTANT ("2")), "8" },
    { BEST (TABLE ("U", WHEN ("-", "9"), ""), BANDS ("[)")), "9" },
    { BEST (BANDS ("[)"), TABLE ("U", WHEN ("-", "9"), "")), "9" },
    { BEST (TABLE ("U", WHEN ("-", "7"), ""), TABLE ("U", WHEN ("-", "8"), "")), "8" },
    { BEST (CONSTANT ("1"), TABLE ("U", WHEN ("-", "3"), "")), "4" },
    { BEST (CONSTANT ("1"), BARE ("min(0.5, a)")), "5" },
    { BEST (BARE ("min(0.5, a)"), BARE ("min(1.5, a)")), NULL },
    { BEST (BARE ("min(0.5, a)"), RATIO), NULL },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      pe_findings *findings = lint (read_leaf (rows[i].rule));

      assert_int_equal (count (findings, PE_WARNING_MARKS_UNREACHABLE), rows[i].found != NULL);
      assert_string_equal (parameter (findings, PE_WARNING_MARKS_UNREACHABLE, "found"),
                           rows[i].found != NULL ? rows[i].found : "");
      pe_findings_unref (findings);
    }
}

/* A quotient is at most what its parts are at most and at least, which a formula says where it is bounded; of what is read
 * nothing is known. */
static void
test_quotients_unreachable (void **state)
{
  static const struct
  {
    const char *rule, *found;
  } rows[] = {
    { SHARE ("min(0.5, a)"), "5" },
    { SHARE ("min(1, a)"), NULL },
    { SHARE ("min(2, a)"), NULL },
    { SHARE ("max(0.5, a)"), NULL },
    { SHARE ("-abs(a) - 1"), "0" },
    { SHARE ("if a > 3 then 0.9 else if a > 2 then 0.6 else 0"), "9" },
    { SHARE ("budget.execution_rate"), NULL },
    { SHARE ("0.95 * min(1, budget.execution_rate)"), "9.5" },
    /* 90 % of 0.5, of 1 at least, of 30 at most, of what a fact says */
    { QUOTIENT ("capped_ratio", "\"actual\": {\"formula\": \"min(0.45, a)\"}, \"target\": \"90%\""), "5" },
    { QUOTIENT ("capped_ratio", "\"actual\": \"0.8\", \"target\": {\"formula\": \"max(1, a)\"}"), "8" },
    { QUOTIENT ("capped_ratio", "\"actual\": \"0.8\", \"target\": {\"formula\": \"min(30, a)\"}"), NULL },
    { QUOTIENT ("capped_ratio", "\"actual\": \"0.8\", \"target\": {\"fact\": \"a\"}"), NULL },
    { QUOTIENT ("external_score", "\"score\": \"80\""), "8" },
    { QUOTIENT ("external_score", "\"score\": \"80分\", \"out_of\": \"80分\""), NULL },
    { QUOTIENT ("external_score", "\"score\": \"30\", \"out_of\": \"40\""), "7.5" },
    { QUOTIENT ("external_score", "\"score\": {\"fact\": \"a\"}"), NULL },
    { QUOTIENT ("external_score", "\"score\": {\"formula\": \"min(60, a)\"}"), "6" },
    /* The rule that is better the lower the figure is has its full marks. */
    { "{\"shape\": \"inverse_ratio/1\", \"actual\": {\"formula\": \"min(0.5, a)\"}, \"target\": \"1\"}", NULL },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      pe_findings *findings = lint (read_leaf (rows[i].rule));

      if (count (findings, PE_WARNING_MARKS_UNREACHABLE) != (rows[i].found != NULL))
        fail_msg ("%s", rows[i].rule);
      assert_string_equal (parameter (findings, PE_WARNING_MARKS_UNREACHABLE, "found"),
                           rows[i].found != NULL ? rows[i].found : "");
      pe_findings_unref (findings);
    }
}

static pe_status
lint_once (const void *argument, pe_text **out, pe_error **error)
{
  pe_findings *findings = NULL;
  pe_status    status = pe_rulebook_lint (&findings, (pe_rulebook *) (uintptr_t) argument, NULL, error);

  scarce_end ();
  if (status == PE_OK)
    assert_ok (pe_findings_to_json (out, findings, NULL));
  pe_findings_unref (findings);
  return status;
}

static void
test_quotients_no_memory (void **state)
{
  pe_rulebook *rulebook
      = read_leaf (QUOTIENT ("capped_ratio", "\"actual\": {\"formula\": \"min(0.4, a)\"}, \"target\": "
                                             "{\"formula\": \"max(0.8, b)\"}"));

  (void) state;
  assert_true (scarce_walk (lint_once, rulebook, PE_OK) > 2);
  pe_rulebook_unref (rulebook);
}

/* Of a row that is scored for a full mark of 1. */
static void
test_tables_of_rows (void **state)
{
  pe_findings *findings
      = lint (read_leaf ("{\"shape\": \"slot/1\", \"marks\": \"equal\", \"score\": \"mean\", \"empty\": \"zero\", "
                         "\"rules\": {\">=\": " OF_ROW (WHEN ("-", "0.8")) ", \"<=\": " OF_ROW (WHEN ("-", "1")) "}}"));

  (void) state;
  assert_int_equal (count (findings, PE_WARNING_MARKS_UNREACHABLE), 1);
  assert_true (has_finding (findings, PE_WARNING_MARKS_UNREACHABLE, "/indicators/0/rule/rules/>=/rules"));
  assert_string_equal (parameter (findings, PE_WARNING_MARKS_UNREACHABLE, "found"), "0.8");
  assert_string_equal (parameter (findings, PE_WARNING_MARKS_UNREACHABLE, "total"), "1");
  pe_findings_unref (findings);
}

/* Lints the one rule with so many steps for tables. */
static size_t
count_with_steps (const pe_rulebook *rulebook, uint64_t steps)
{
  const pe_indicator *indicator = pe_rulebook_peek_indicator (rulebook, 0);
  pe_findings        *findings = NULL;
  pe_collector        collector;
  const pe_lint       self = { rulebook, &collector, &steps };
  size_t              n;

  pe_collector_init (&collector, NULL);
  pe_lint_check_rule (&self, 0, indicator->rule, &indicator->full_marks, "/rule");
  assert_ok (pe_collector_finish (&collector, &findings, NULL));
  n = pe_findings_get_size (findings);
  assert_int_equal (count (findings, PE_WARNING_MARKS_UNREACHABLE), n);
  pe_findings_unref (findings);
  return n;
}

/* What a table gives at most is not said where it is not known. */
static void
test_table_steps (void **state)
{
  pe_rulebook *rulebook = read_leaf (TABLE ("U", WHEN (">= 5", "8") ", " WHEN ("< 5", "0"), ""));

  (void) state;
  assert_int_equal (count_with_steps (rulebook, 0), 0);
  assert_int_equal (count_with_steps (rulebook, 1000), 1);
  pe_rulebook_unref (rulebook);
}

static void
test_marks_unreachable (void **state)
{
  (void) state;
  check_maximum (make_bands ((const char *const[]) { "[0, 1]", NULL }), NULL);
  /* 10 x 0.95 */
  check_maximum (make_bands ((const char *const[]) { "[0, 0.95]", NULL }), "9.5");
  /* Up to 10, and 10 does not belong. */
  check_most (make_bands ((const char *const[]) { "[0, 1)", NULL }), "", "10");
  check_most (make_bands ((const char *const[]) { "[0.5, 0.9)", "[0, 0.5)", NULL }), "", "9");
  /* 9 belongs to another band. */
  check_maximum (make_bands ((const char *const[]) { "[0, 0.9)", "[0.9, 0.9]", NULL }), "9");
  check_maximum (make_bands ((const char *const[]) { "[0, 0.9]", "[0.9, 0.9]", NULL }), "9");
  /* 10 x 3 / 4, whatever a dossier says */
  check_maximum (make_fixed ("3", "4"), "7.5");
  check_maximum (make_fixed ("4", "4"), NULL);
  /* What a formula cannot come to is no maximum. */
  check_maximum (make_constant ("1 / 0"), NULL);
  check_maximum (make_constant ("2 ** 2000000000"), NULL);
  check_maximum (make_constant ("1 / 2"), "5");
}

/* A computed rule whose score is only declared: its first figure is named. */
static void
check_unused (pe_rule *rule, const char *name)
{
  pe_rulebook_builder *builder = begin_rulebook ("10", NULL, 0);
  pe_findings         *findings;
  pe_indicator         indicator;

  pe_indicator_init (&indicator, sizeof indicator);
  indicator.code = "1";
  indicator.name_zh = indicator.name_en = "x";
  indicator.full_marks = decimal ("10");
  indicator.declared = PE_DECLARED_ONLY;
  indicator.rule = rule;
  assert_ok (pe_rulebook_builder_add_indicators (builder, &indicator, 1, NULL));
  pe_rule_unref (rule);
  findings = lint (build_rulebook (builder));
  assert_true (has_finding (findings, PE_WARNING_MEASURE_UNUSED, "/indicators/0/declared"));
  assert_string_equal (parameter (findings, PE_WARNING_MEASURE_UNUSED, "name"), name);
  pe_findings_unref (findings);
}

static void
test_measure_unused (void **state)
{
  pe_rule_builder *builder = begin ("capped_ratio");

  (void) state;
  measure (builder, "actual", "budget.execution_rate");
  assert_ok (pe_rule_builder_set_policy (builder, PE_STATE_ZERO_DENOMINATOR, PE_POLICY_ZERO, NULL));
  check_unused (build (builder), "budget.execution_rate");
  builder = begin ("capped_ratio");
  fix (builder, "actual", "1");
  bind (builder, "target", "planned");
  assert_ok (pe_rule_builder_set_policy (builder, PE_STATE_ZERO_DENOMINATOR, PE_POLICY_ZERO, NULL));
  check_unused (build (builder), "planned");
}

/* Ranked on totals of one place: 8.93 to below 8.96 has none. */
static pe_findings *
lint_grades (const char *top, const char *middle, int32_t places, pe_rank_on rank_on)
{
  const node           nodes[] = { { 0, "1", "10", make_attested () } };
  pe_rulebook_builder *builder = begin_rulebook ("10", nodes, 1);
  pe_rounding_contract contract = make_contract ();

  contract.total_places = places;
  contract.total_rounding = PE_ROUND_HALF_UP;
  contract.rank_on = rank_on;
  assert_ok (pe_rulebook_builder_set_rounding (builder, &contract, NULL));
  add_grade (builder, "top", top);
  add_grade (builder, "middle", middle);
  add_grade (builder, "low", "0");
  return lint (build_rulebook (builder));
}

static void
test_grade_unreachable (void **state)
{
  pe_findings *findings = lint_grades ("8.96", "8.93", 1, PE_RANK_ON_ROUNDED);

  (void) state;
  assert_int_equal (count (findings, PE_WARNING_GRADE_UNREACHABLE), 1);
  assert_true (has_finding (findings, PE_WARNING_GRADE_UNREACHABLE, "/grades/1/from"));
  assert_string_equal (parameter (findings, PE_WARNING_GRADE_UNREACHABLE, "to"), "8.96");
  pe_findings_unref (findings);
  findings = lint_grades ("8.96", "8.90", 1, PE_RANK_ON_ROUNDED);
  assert_int_equal (count (findings, PE_WARNING_GRADE_UNREACHABLE), 0);
  pe_findings_unref (findings);
  findings = lint_grades ("8.96", "8.93", 2, PE_RANK_ON_ROUNDED);
  assert_int_equal (count (findings, PE_WARNING_GRADE_UNREACHABLE), 0);
  pe_findings_unref (findings);
  findings = lint_grades ("8.96", "8.93", 1, PE_RANK_ON_EXACT);
  assert_int_equal (count (findings, PE_WARNING_GRADE_UNREACHABLE), 0);
  pe_findings_unref (findings);
  /* 9.0 is the first of the higher grade, and 10.0, the full marks, is in the highest. */
  findings = lint_grades ("9", "8.93", 1, PE_RANK_ON_ROUNDED);
  assert_int_equal (count (findings, PE_WARNING_GRADE_UNREACHABLE), 1);
  pe_findings_unref (findings);
  findings = lint_grades ("9.96", "9", 1, PE_RANK_ON_ROUNDED);
  assert_int_equal (count (findings, PE_WARNING_GRADE_UNREACHABLE), 0);
  pe_findings_unref (findings);
}

/* No shape of the library has been superseded yet: one is made up. */
static void
test_superseded (void **state)
{
  const pe_shape old = { .name = "capped_ratio", .revision = 1, .superseded_by = 2 };
  const pe_shape new = { .name = "capped_ratio", .revision = 2 };
  pe_rulebook  *rulebook = one_leaf (make_attested ());
  pe_findings  *findings = NULL;
  pe_collector  collector;
  const pe_lint self = { rulebook, &collector, NULL };

  (void) state;
  pe_collector_init (&collector, NULL);
  pe_lint_check_shape (&self, 0, &old, "/rule");
  pe_lint_check_shape (&self, 0, &new, "/rule");
  pe_collector_finish (&collector, &findings, NULL);
  assert_int_equal (pe_findings_get_size (findings), 1);
  assert_true (has_finding (findings, PE_WARNING_SHAPE_SUPERSEDED, "/indicators/0/rule/shape"));
  assert_string_equal (parameter (findings, PE_WARNING_SHAPE_SUPERSEDED, "shape"), "capped_ratio/1");
  assert_string_equal (parameter (findings, PE_WARNING_SHAPE_SUPERSEDED, "expected"), "capped_ratio/2");
  pe_findings_unref (findings);
  pe_rulebook_unref (rulebook);
}

static pe_rulebook *
make_edition (const char *id, const char *edition, int32_t first, int32_t last, const char *place)
{
  const node           nodes[] = { { 0, "1", "10", make_attested () } };
  pe_rulebook_builder *builder = begin_rulebook ("10", nodes, 1);
  pe_rulebook_head     head = make_head ("10");

  head.id = id;
  head.edition = edition;
  head.first_year = first;
  head.last_year = last;
  head.place = place;
  assert_ok (pe_rulebook_builder_set_head (builder, &head, NULL));
  return build_rulebook (builder);
}

static void
check_two (pe_rulebook *self, pe_rulebook *other, pe_status code, const char *from, const char *to)
{
  pe_findings    *findings = NULL;
  pe_lint_options options;

  pe_lint_options_init (&options, sizeof options);
  options.others = &other;
  options.n_others = 1;
  assert_ok (pe_rulebook_lint (&findings, self, &options, NULL));
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), code != PE_OK);
  if (code != PE_OK)
    {
      assert_int_equal (pe_finding_get_code (pe_findings_get (findings, 0)), code);
      assert_int_equal (pe_finding_get_n_places (pe_findings_get (findings, 0)), 2);
    }
  assert_string_equal (parameter (findings, PE_ERROR_EDITION_OVERLAP, "from"), from);
  assert_string_equal (parameter (findings, PE_ERROR_EDITION_OVERLAP, "to"), to);
  pe_findings_unref (findings);
  pe_rulebook_unref (self);
  pe_rulebook_unref (other);
}

static void
check_others (pe_rulebook *other, pe_status code, const char *from, const char *to)
{
  check_two (make_edition ("scheme", "2022", 2020, 2022, "省"), other, code, from, to);
}

static void
test_others (void **state)
{
  pe_rulebook *self = make_edition ("scheme", "2022", 2020, 2022, NULL);

  (void) state;
  check_others (make_edition ("scheme", "2023", 2022, 2024, "省"), PE_ERROR_EDITION_OVERLAP, "2022", "2022");
  check_others (make_edition ("scheme", "2023", 2000, 2030, "省"), PE_ERROR_EDITION_OVERLAP, "2020", "2022");
  check_others (make_edition ("scheme", "2022", 2023, 2024, "省"), PE_ERROR_CODE_DUPLICATE, "", "");
  check_others (make_edition ("scheme", "2023", 2023, 2024, "省"), PE_OK, "", "");
  check_others (make_edition ("scheme", "2023", 2022, 2024, "市"), PE_OK, "", "");
  check_others (make_edition ("scheme", "2023", 2022, 2024, NULL), PE_OK, "", "");
  check_others (make_edition ("another", "2022", 2022, 2024, "省"), PE_OK, "", "");
  check_others (make_edition ("scheme", "2023", 2018, 2019, "省"), PE_OK, "", "");
  /* Without a place: the whole country, as the other one, or not. */
  check_two (pe_rulebook_ref (self), make_edition ("scheme", "2023", 2022, 2024, NULL), PE_ERROR_EDITION_OVERLAP,
             "2022", "2022");
  check_two (pe_rulebook_ref (self), make_edition ("scheme", "2023", 2022, 2024, "省"), PE_OK, "", "");
  check_two (pe_rulebook_ref (self), pe_rulebook_ref (self), PE_OK, "", ""); /* the same one */
  pe_rulebook_unref (self);
}

/* The same id for another kind of evaluation is another rulebook. */
static void
test_other_kind (void **state)
{
  const node           nodes[] = { { 0, "1", "10", make_attested () } };
  pe_rulebook_builder *builder = begin_rulebook ("10", nodes, 1);
  pe_rulebook_head     head = make_head ("10");

  (void) state;
  head.id = "scheme";
  head.edition = "2023";
  head.first_year = 2022;
  head.last_year = 2024;
  head.place = "省";
  head.kind = PE_KIND_PROJECT;
  assert_ok (pe_rulebook_builder_set_head (builder, &head, NULL));
  check_others (build_rulebook (builder), PE_OK, "", "");
}

/* What building says is said again, and a list that is cut keeps the errors. */
static void
test_of_building (void **state)
{
  const node           nodes[] = { { 0, "1", "10", make_attested () } };
  pe_rulebook_builder *builder = begin_rulebook ("10", nodes, 1);
  pe_rulebook_head     head = make_head ("10");
  pe_rulebook         *rulebook, *other = make_edition ("test", "2", 2020, 2020, NULL);
  pe_findings         *findings = NULL;
  pe_lint_options      options;
  pe_limits            limits;

  (void) state;
  head.title_en = NULL;
  head.status = PE_RULEBOOK_SAMPLE;
  assert_ok (pe_rulebook_builder_set_head (builder, &head, NULL));
  rulebook = build_rulebook (builder);
  assert_ok (pe_rulebook_lint (&findings, rulebook, NULL, NULL));
  assert_true (has_finding (findings, PE_WARNING_TEXT_MISSING, "/title/en"));
  assert_true (has_finding (findings, PE_WARNING_RULEBOOK_STATUS, "/status"));
  pe_findings_unref (findings);
  pe_limits_init (&limits, sizeof limits);
  limits.findings = 1;
  pe_lint_options_init (&options, sizeof options);
  options.limits = &limits;
  options.others = &other;
  options.n_others = 1;
  assert_ok (pe_rulebook_lint (&findings, rulebook, &options, NULL));
  assert_int_equal (pe_findings_get_size (findings), 2);
  assert_int_equal (pe_finding_get_code (pe_findings_get (findings, 0)), PE_ERROR_EDITION_OVERLAP);
  assert_int_equal (pe_finding_get_code (pe_findings_get (findings, 1)), PE_NOTE_FINDINGS_CUT);
  assert_true (pe_findings_get_count (findings, PE_SEVERITY_WARNING) == 4);
  pe_findings_unref (findings);
  pe_rulebook_unref (other);
  pe_rulebook_unref (rulebook);
}

static void
test_arguments (void **state)
{
  pe_rulebook    *rulebook = one_leaf (make_attested ()), *none = NULL;
  pe_findings    *findings = NULL;
  pe_lint_options options;

  (void) state;
  assert_error (pe_rulebook_lint (NULL, rulebook, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_lint (&findings, NULL, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  memset (&options, 0, sizeof options);
  assert_error (pe_rulebook_lint (&findings, rulebook, &options, &error), PE_ERROR_INVALID_ARGUMENT);
  pe_lint_options_init (&options, sizeof options);
  options.n_others = 1;
  assert_error (pe_rulebook_lint (&findings, rulebook, &options, &error), PE_ERROR_INVALID_ARGUMENT);
  options.others = &none;
  assert_error (pe_rulebook_lint (&findings, rulebook, &options, &error), PE_ERROR_INVALID_ARGUMENT);
  pe_lint_options_init (&options, sizeof options);
  options.reserved = 1;
  assert_error (pe_rulebook_lint (&findings, rulebook, &options, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_null (findings);
  pe_lint_options_init (NULL, sizeof options);
  pe_rulebook_unref (rulebook);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_missing),
    cmocka_unit_test (test_source_of_group),
    cmocka_unit_test (test_bands),
    cmocka_unit_test (test_band_unreachable),
    cmocka_unit_test (test_bands_of_rows),
    cmocka_unit_test (test_marks_unreachable),
    cmocka_unit_test (test_tables_unreachable),
    cmocka_unit_test (test_quotients_unreachable),
    cmocka_unit_test (test_quotients_no_memory),
    cmocka_unit_test (test_tables_of_rows),
    cmocka_unit_test (test_table_steps),
    cmocka_unit_test (test_measure_unused),
    cmocka_unit_test (test_grade_unreachable),
    cmocka_unit_test (test_superseded),
    cmocka_unit_test (test_others),
    cmocka_unit_test (test_of_building),
    cmocka_unit_test (test_arguments),
    cmocka_unit_test (test_other_kind),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
