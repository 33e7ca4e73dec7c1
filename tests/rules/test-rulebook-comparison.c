/* test-rulebook-comparison.c - what changed between two editions
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

#include <perfeval/json.h>

#include <perfeval/rulebook_comparison.h>
#include <perfeval/rulebook_measure.h>

/* What two editions may differ in. */
typedef struct
{
  pe_rulebook_head     head;
  pe_rounding_contract rounding;
  pe_policy            policy; /* for missing figures; 0 sets none */
  pe_source            source;
  pe_assumption        assumption;
  const char          *grades[4]; /* "id from" */
  pe_indicator         leaves[4]; /* as many as have a code */
  pe_rule             *rule;      /* of the first leaf; owned */
  const char          *score;     /* that the case expects; NULL: no case */
} edition;

static pe_rule *
make_steps (const char *const *steps)
{
  pe_rule_builder *builder = begin ("steps");

  bind (builder, "value", "rate");
  for (; *steps != NULL; steps += 2)
    add_step (builder, steps[0], steps[1]);
  return build (builder);
}

static void
set_leaf (pe_indicator *leaf, const char *code)
{
  pe_indicator_init (leaf, sizeof *leaf);
  leaf->code = code;
  leaf->name_zh = code;
  leaf->full_marks = decimal ("5");
}

static void
edition_init (edition *self)
{
  static const char *const steps[] = { "(-, 0)", "0", "[0, -)", "5", NULL };

  memset (self, 0, sizeof *self);
  self->head = make_head ("10");
  self->rounding = make_contract ();
  pe_source_init (&self->source, sizeof self->source);
  self->source.id = "report";
  self->source.title = "报告";
  pe_assumption_init (&self->assumption, sizeof self->assumption);
  self->assumption.id = "all";
  self->assumption.text_zh = "假设";
  self->grades[0] = "good 6";
  self->grades[1] = "poor 0";
  set_leaf (&self->leaves[0], "1");
  set_leaf (&self->leaves[1], "2");
  self->rule = make_steps (steps);
}

static void
add_tables (pe_rulebook_builder *builder, const edition *self)
{
  assert_ok (pe_rulebook_builder_add_sources (builder, &self->source, self->source.id != NULL, NULL));
  assert_ok (pe_rulebook_builder_add_assumptions (builder, &self->assumption, self->assumption.id != NULL, NULL));
  for (size_t i = 0; self->grades[i] != NULL; i++)
    {
      char **words = g_strsplit (self->grades[i], " ", 2);

      add_grade (builder, words[0], words[1]);
      g_strfreev (words);
    }
}

static void
add_leaves (pe_rulebook_builder *builder, const edition *self)
{
  for (size_t i = 0; i < G_N_ELEMENTS (self->leaves) && self->leaves[i].code != NULL; i++)
    {
      pe_indicator leaf = self->leaves[i];

      leaf.rule = i == 0 ? pe_rule_ref (self->rule) : make_attested ();
      assert_ok (pe_rulebook_builder_add_indicators (builder, &leaf, 1, NULL));
      pe_rule_unref (leaf.rule);
    }
}

static void
add_case (pe_rulebook_builder *builder, const char *score)
{
  pe_dossier_builder *dossier = NULL;
  pe_dossier_head     head;
  pe_rulebook_case    proof;
  pe_case_score       expected;

  pe_rulebook_case_init (&proof, sizeof proof);
  pe_case_score_init (&expected, sizeof expected);
  pe_dossier_head_init (&head, sizeof head);
  head.unit_name = "某局";
  head.fiscal_year = 2020;
  head.kind = PE_KIND_DEPARTMENT;
  assert_ok (pe_dossier_builder_new (&dossier, NULL, NULL));
  assert_ok (pe_dossier_builder_set_head (dossier, &head, NULL));
  assert_ok (pe_dossier_builder_build (&proof.dossier, dossier, NULL, NULL));
  proof.name_zh = "例";
  expected.of_case = 1;
  expected.indicator = "1";
  expected.score = decimal (score);
  assert_ok (pe_rulebook_builder_add_cases (builder, &proof, 1, NULL));
  assert_ok (pe_rulebook_builder_add_case_scores (builder, &expected, 1, NULL));
  pe_dossier_unref (proof.dossier);
  pe_dossier_builder_free (dossier);
}

static pe_rulebook *
edition_build (edition *self)
{
  pe_rulebook_builder *builder = begin_rulebook ("10", NULL, 0);

  assert_ok (pe_rulebook_builder_set_head (builder, &self->head, NULL));
  assert_ok (pe_rulebook_builder_set_rounding (builder, &self->rounding, NULL));
  if (self->policy != 0)
    assert_ok (pe_rulebook_builder_set_policy (builder, PE_STATE_MISSING, self->policy, NULL));
  add_tables (builder, self);
  add_leaves (builder, self);
  if (self->score != NULL)
    add_case (builder, self->score);
  pe_rule_unref (self->rule);
  return build_rulebook (builder);
}

/* Compares the plain edition with a changed one, and the English text with what is expected. */
static void
check (edition *changed, const char *expected)
{
  edition                 plain;
  pe_rulebook            *older, *newer = edition_build (changed);
  pe_rulebook_comparison *comparison = NULL;
  pe_text                *text = NULL;

  edition_init (&plain);
  older = edition_build (&plain);
  assert_ok (pe_rulebook_compare (&comparison, older, newer, NULL));
  assert_ok (pe_rulebook_comparison_print (&text, comparison, PE_LANGUAGE_EN, NULL));
  assert_string_equal (pe_text_get_data (text), expected);
  pe_text_unref (text);
  pe_rulebook_comparison_unref (comparison);
  pe_rulebook_unref (older);
  pe_rulebook_unref (newer);
}

static void
test_nothing (void **state)
{
  edition same;

  (void) state;
  edition_init (&same);
  check (&same, "");
}

static void
test_head (void **state)
{
  edition changed;

  (void) state;
  edition_init (&changed);
  changed.head.edition = "2";
  changed.head.title_en = NULL;
  changed.head.place = "省";
  changed.head.last_year = 2025;
  changed.head.status = PE_RULEBOOK_SAMPLE;
  check (&changed, "~ head edition: 1 → 2\n- head title en: test\n~ head last_year: 2024 → 2025\n"
                   "~ head status: official → sample\n+ head place: 省\n");
}

static void
test_contract (void **state)
{
  edition changed;

  (void) state;
  edition_init (&changed);
  changed.rounding.leaf_rounding = PE_ROUND_DOWN;
  changed.rounding.total_places = 1;
  changed.rounding.total_rounding = PE_ROUND_HALF_EVEN;
  changed.rounding.rank_on = PE_RANK_ON_EXACT;
  changed.policy = PE_POLICY_DROP;
  check (&changed, "~ rounding leaf: 2 half_up → 2 down\n~ rounding rank_on: rounded → exact\n"
                   "+ rounding total: 1 half_even\n+ policy missing: drop\n");
}

static void
test_tables (void **state)
{
  edition changed;

  (void) state;
  edition_init (&changed);
  changed.source.id = "notice";
  changed.assumption.text_zh = "另一假设";
  changed.grades[0] = "good 6.5";
  changed.grades[1] = "fair 3";
  changed.grades[2] = "poor 0";
  check (&changed, "~ good grade from: 6 → 6.5\n+ fair grade: 级\n- report source: 报告\n+ notice source: 报告\n"
                   "~ all assumption zh: 假设 → 另一假设\n");
}

static void
test_indicators (void **state)
{
  edition changed;

  (void) state;
  edition_init (&changed);
  changed.leaves[0].name_en = "one";
  changed.leaves[0].standard_zh = "标准";
  changed.leaves[0].source = "report";
  changed.leaves[0].declared = PE_DECLARED_IF_FACTS_MISSING;
  set_leaf (&changed.leaves[1], "2.1");
  changed.leaves[1].full_marks = decimal ("4");
  set_leaf (&changed.leaves[2], "2.2");
  changed.leaves[2].full_marks = decimal ("1.0");
  check (&changed, "~ 1 indicator declared: never → if_facts_missing\n+ 1 name en: one\n+ 1 indicator source: report\n"
                   "+ 1 text standard zh: 标准\n- 2 indicator: 2 (5)\n+ 2.1 indicator: 2.1 (4)\n"
                   "+ 2.2 indicator: 2.2 (1.0)\n");
}

static void
test_marks (void **state)
{
  static const char *const steps[] = { "(-, 0)", "0", "[0, -)", "6", NULL };
  edition                  changed;

  (void) state;
  edition_init (&changed);
  changed.leaves[0].full_marks = decimal ("6");
  changed.leaves[1].full_marks = decimal ("4");
  pe_rule_unref (changed.rule);
  changed.rule = make_steps (steps);
  check (&changed, "~ 1 full marks: 5 → 6\n~ 1 parameter steps [0, ): 5 → 6\n~ 2 full marks: 5 → 4\n");
}

/* A group of another code stands above a leaf. */
static void
test_parent (void **state)
{
  static const char *const codes[] = { "2", "3" };
  pe_rulebook             *editions[2];
  pe_rulebook_comparison  *comparison = NULL;
  pe_text                 *text = NULL;

  (void) state;
  for (size_t i = 0; i < 2; i++)
    {
      const node nodes[]
          = { { 0, "1", "5", make_attested () }, { 0, codes[i], "5", NULL }, { 2, "x", "5", make_attested () } };

      editions[i] = build_rulebook (begin_rulebook ("10", nodes, G_N_ELEMENTS (nodes)));
    }
  assert_ok (pe_rulebook_compare (&comparison, editions[0], editions[1], NULL));
  assert_ok (pe_rulebook_comparison_print (&text, comparison, PE_LANGUAGE_EN, NULL));
  assert_string_equal (pe_text_get_data (text),
                       "- 2 indicator: 指标 (5)\n+ 3 indicator: 指标 (5)\n~ x indicator parent: 2 → 3\n");
  pe_text_unref (text);
  pe_rulebook_comparison_unref (comparison);
  pe_rulebook_unref (editions[0]);
  pe_rulebook_unref (editions[1]);
}

/* One measure of a rulebook's own, and its formula changed. */
static void
test_measure (void **state)
{
  static const char *const formulas[] = { "budget.executed", "budget.adjusted" };
  pe_rulebook             *editions[2];
  pe_rulebook_comparison  *comparison = NULL;
  pe_text                 *text = NULL;

  (void) state;
  for (size_t i = 0; i < 2; i++)
    {
      const node               leaf = { 0, "1", "10", make_attested () };
      pe_rulebook_builder     *builder = begin_rulebook ("10", &leaf, 1);
      pe_rulebook_measure_spec spec;
      pe_rulebook_measure     *measure = NULL;

      pe_rulebook_measure_spec_init (&spec, sizeof spec);
      spec.id = "measure.a";
      spec.name_zh = "度量";
      spec.unit = PE_UNIT_YUAN;
      spec.formula = formulas[i];
      assert_ok (pe_rulebook_measure_new (&measure, &spec, NULL));
      assert_ok (pe_rulebook_builder_add_measures (builder, &measure, 1, NULL));
      pe_rulebook_measure_unref (measure);
      editions[i] = build_rulebook (builder);
    }
  assert_ok (pe_rulebook_compare (&comparison, editions[0], editions[1], NULL));
  assert_ok (pe_rulebook_comparison_print (&text, comparison, PE_LANGUAGE_EN, NULL));
  assert_string_equal (pe_text_get_data (text), "~ measure.a measure formula: budget.executed → budget.adjusted\n");
  pe_text_unref (text);
  pe_rulebook_comparison_unref (comparison);
  pe_rulebook_unref (editions[0]);
  pe_rulebook_unref (editions[1]);
}

static void
check_rule (pe_rule *rule, const char *expected)
{
  edition changed;

  edition_init (&changed);
  pe_rule_unref (changed.rule);
  changed.rule = rule;
  check (&changed, expected);
}

static pe_rule *
make_violations (const char *points, const char *cap)
{
  pe_rule_builder *builder = begin ("per_violation");

  add_item (builder, "late", points, cap);
  assert_ok (pe_rule_builder_set_policy (builder, PE_STATE_MISSING, PE_POLICY_ZERO, NULL));
  return build (builder);
}

static void
test_rules (void **state)
{
  static const char *const bands[] = { "(-, 0]", "0", "(0, -)", "5", NULL };

  (void) state;
  check_rule (make_steps (bands), "- 1 parameter steps (, 0): 0\n- 1 parameter steps [0, ): 5\n"
                                  "+ 1 parameter steps (, 0]: 0\n+ 1 parameter steps (0, ): 5\n");
  check_rule (make_violations ("1", "3"),
              "~ 1 rule shape: steps/1 → per_violation/1\n- 1 parameter value: fact rate\n"
              "- 1 parameter steps (, 0): 0\n- 1 parameter steps [0, ): 5\n+ 1 parameter items late: 1 (3)\n"
              "+ 1 parameter items zh late: 项\n+ 1 parameter items en late: item\n+ 1 policy missing: zero\n");
}

static void
test_slot (void **state)
{
  pe_rule_builder *builder = begin ("slot"), *row = begin ("graded");
  pe_rule         *graded;

  (void) state;
  add_band (row, "all", "[0, 1]");
  graded = build (row);
  word (builder, "marks", "equal");
  word (builder, "score", "mean");
  word (builder, "empty", "zero");
  assert_ok (pe_rule_builder_set_sign_rule (builder, PE_SIGN_QUALITATIVE, graded, NULL));
  pe_rule_unref (graded);
  check_rule (build (builder),
              "~ 1 rule shape: steps/1 → slot/1\n- 1 parameter value: fact rate\n- 1 parameter steps (, 0): 0\n"
              "- 1 parameter steps [0, ): 5\n+ 1 parameter marks: equal\n+ 1 parameter score: mean\n"
              "+ 1 parameter empty: zero\n+ 1 rule qualitative shape: graded/1\n"
              "+ 1 parameter qualitative bands all: [0, 1]\n+ 1 parameter qualitative bands zh all: 档\n+ 1 parameter "
              "qualitative bands en all: band\n");
}

static void
test_cases (void **state)
{
  edition                 one, other;
  pe_rulebook            *older, *newer;
  pe_rulebook_comparison *comparison = NULL;
  pe_difference           difference;

  (void) state;
  edition_init (&one);
  one.score = "4";
  check (&one, "+ case 例: 例\n");
  edition_init (&one);
  edition_init (&other);
  one.score = "4";
  other.score = "4.0";
  older = edition_build (&one);
  newer = edition_build (&other);
  assert_ok (pe_rulebook_compare (&comparison, older, newer, NULL));
  assert_int_equal (pe_rulebook_comparison_get_size (comparison), 1);
  pe_difference_init (&difference, sizeof difference);
  assert_ok (pe_rulebook_comparison_get_difference (&difference, comparison, 0, NULL));
  assert_int_equal (difference.change, PE_CHANGE_CHANGED);
  assert_int_equal (difference.aspect, PE_ASPECT_CASE);
  assert_string_equal (difference.code, "1");
  assert_string_equal (difference.old_text, "4");
  assert_string_equal (difference.new_text, "4.0");
  pe_rulebook_comparison_unref (comparison);
  pe_rulebook_unref (older);
  pe_rulebook_unref (newer);
}

static pe_rule *
make_line (const char *half)
{
  pe_rule_builder *builder = begin ("piecewise_linear");
  const char      *points[][2] = { { "0", "0" }, { "1", half }, { "2", "5" } };

  bind (builder, "value", "rate");
  for (size_t i = 0; i < G_N_ELEMENTS (points); i++)
    {
      pe_point point;

      pe_point_init (&point, sizeof point);
      point.at = decimal (points[i][0]);
      point.points = decimal (points[i][1]);
      assert_ok (pe_rule_builder_add_points (builder, &point, 1, NULL));
    }
  return build (builder);
}

/* Two rules whose points are not told apart: their digests are, and that of the whole says nothing more. */
static void
test_rule_digests (void **state)
{
  const node              nodes[] = { { 0, "1", "5", make_line ("1") }, { 0, "2", "5", make_line ("2") } };
  const node              changed[] = { { 0, "1", "5", make_line ("3") }, { 0, "2", "5", make_line ("4") } };
  pe_rulebook            *older = build_rulebook (begin_rulebook ("10", nodes, 2));
  pe_rulebook            *newer = build_rulebook (begin_rulebook ("10", changed, 2));
  pe_rulebook_comparison *comparison = NULL;
  pe_difference           difference;

  (void) state;
  assert_ok (pe_rulebook_compare (&comparison, older, newer, NULL));
  assert_int_equal (pe_rulebook_comparison_get_size (comparison), 2);
  for (size_t i = 0; i < 2; i++)
    {
      pe_difference_init (&difference, sizeof difference);
      assert_ok (pe_rulebook_comparison_get_difference (&difference, comparison, i, NULL));
      assert_int_equal (difference.aspect, PE_ASPECT_RULE);
      assert_string_equal (difference.name, "digest");
      assert_string_equal (difference.code, nodes[i].code);
    }
  pe_rulebook_comparison_unref (comparison);
  pe_rulebook_unref (older);
  pe_rulebook_unref (newer);
}

/* What is gone stands behind the indicators, of which none is gone. */
static void
test_bonus_removed (void **state)
{
  const node              nodes[] = { { 0, "1", "10", make_attested () } };
  pe_rulebook_builder    *builder = begin_rulebook ("10", nodes, 1);
  pe_rulebook            *older, *newer;
  pe_rulebook_comparison *comparison = NULL;
  pe_difference           difference;
  pe_bonus                bonus;

  (void) state;
  pe_bonus_init (&bonus, sizeof bonus);
  bonus.limit = decimal ("5");
  bonus.ceiling = decimal ("10");
  assert_ok (pe_rulebook_builder_set_bonus (builder, &bonus, NULL));
  older = build_rulebook (builder);
  assert_ok (pe_rulebook_builder_new (&builder, older, NULL));
  assert_ok (pe_rulebook_builder_set_bonus (builder, NULL, NULL));
  newer = build_rulebook (builder);
  assert_ok (pe_rulebook_compare (&comparison, older, newer, NULL));
  assert_true (pe_rulebook_comparison_get_size (comparison) > 0);
  for (size_t i = 0; i < pe_rulebook_comparison_get_size (comparison); i++)
    {
      pe_difference_init (&difference, sizeof difference);
      assert_ok (pe_rulebook_comparison_get_difference (&difference, comparison, i, NULL));
      assert_int_equal (difference.aspect, PE_ASPECT_ADJUSTMENT);
      assert_int_equal (difference.change, PE_CHANGE_REMOVED);
      assert_string_equal (difference.code, "");
    }
  pe_rulebook_comparison_unref (comparison);
  pe_rulebook_unref (older);
  pe_rulebook_unref (newer);
}

#define REVIEWED(settings)                                                                                          \
  "{\"format\": \"perfeval-rulebook/1\", \"id\": \"r\", \"edition\": \"1\", \"title\": {\"zh\": \"t\"}, \"kind\": " \
  "\"department\", \"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"sample\", \"full_marks\": "   \
  "\"10\", "                                                                                                        \
  "\"rounding\": {\"rate\": null, \"leaf\": null, \"subtotal\": null, \"total\": null, \"rank_on\": \"rounded\"}, " \
  "\"indicators\": [{\"code\": \"1\", \"name\": {\"zh\": \"n\"}, \"full_marks\": \"10\", \"declared\": \"only\", "  \
  "\"rule\": "                                                                                                      \
  "{\"shape\": \"attested/1\"}}], \"review\": [" settings "]}"

/* What is settled about the reviewer's checks. */
static void
test_review (void **state)
{
  static const char older_text[]
      = REVIEWED ("{\"check\": \"R-10\", \"off\": true}, {\"check\": \"R-01\", \"severity\": \"note\"}");
  static const char newer_text[] = REVIEWED ("{\"check\": \"R-10\", \"severity\": \"error\"}, {\"check\": \"R-25\", "
                                             "\"threshold\": \"small_micro\", \"value\": \"50\"}");
  pe_rulebook      *older = NULL, *newer = NULL;
  pe_rulebook_comparison *comparison = NULL;
  pe_text                *text = NULL;

  (void) state;
  assert_ok (pe_rulebook_from_json (&older, older_text, sizeof older_text - 1, NULL, NULL, NULL));
  assert_ok (pe_rulebook_from_json (&newer, newer_text, sizeof newer_text - 1, NULL, NULL, NULL));
  assert_ok (pe_rulebook_compare (&comparison, older, newer, NULL));
  assert_ok (pe_rulebook_comparison_print (&text, comparison, PE_LANGUAGE_EN, NULL));
  assert_string_equal (pe_text_get_data (text), "~ R-10 review severity: off → error\n"
                                                "- R-01 review severity: note\n"
                                                "+ R-25 review small_micro: 50\n");
  pe_text_unref (text);
  pe_rulebook_comparison_unref (comparison);
  pe_rulebook_unref (older);
  pe_rulebook_unref (newer);
}

/* A line is a line: what would break it is a blank in the text. */
static void
test_control_characters (void **state)
{
  edition changed;

  (void) state;
  edition_init (&changed);
  changed.assumption.text_zh = "a\nb\tc\x7f"
                               "d";
  check (&changed, "~ all assumption zh: 假设 → a b c d\n");
}

/* An order that changes and nothing else changes the digest: the comparison is never silent about that. */
static void
test_last_resort (void **state)
{
  const node              nodes[] = { { 0, "1", "5", make_attested () }, { 0, "2", "5", make_attested () } };
  const node              turned[] = { { 0, "2", "5", make_attested () }, { 0, "1", "5", make_attested () } };
  pe_rulebook            *older = build_rulebook (begin_rulebook ("10", nodes, 2));
  pe_rulebook            *newer = build_rulebook (begin_rulebook ("10", turned, 2));
  pe_rulebook_comparison *comparison = NULL;
  pe_difference           difference;

  (void) state;
  assert_ok (pe_rulebook_compare (&comparison, older, newer, NULL));
  assert_int_equal (pe_rulebook_comparison_get_size (comparison), 1);
  pe_difference_init (&difference, sizeof difference);
  assert_ok (pe_rulebook_comparison_get_difference (&difference, comparison, 0, NULL));
  assert_int_equal (difference.aspect, PE_ASPECT_HEAD);
  assert_string_equal (difference.name, "digest");
  assert_int_equal (pe_rulebook_comparison_get_size (NULL), 0);
  pe_rulebook_comparison_unref (comparison);
  pe_rulebook_unref (older);
  pe_rulebook_unref (newer);
}

static void
test_chinese (void **state)
{
  edition                 plain, changed;
  pe_rulebook            *older, *newer;
  pe_rulebook_comparison *comparison = NULL;
  pe_text                *text = NULL;

  (void) state;
  edition_init (&plain);
  edition_init (&changed);
  changed.leaves[0].full_marks = decimal ("5.0");
  changed.leaves[1].name_en = "a\nb";
  older = edition_build (&plain);
  newer = edition_build (&changed);
  assert_ok (pe_rulebook_compare (&comparison, older, newer, NULL));
  assert_ok (pe_rulebook_comparison_print (&text, comparison, PE_LANGUAGE_ZH, NULL));
  assert_string_equal (pe_text_get_data (text), "~ 1 分值：5 → 5.0\n+ 2 名称 en：a b\n");
  pe_text_unref (text);
  pe_rulebook_comparison_unref (comparison);
  pe_rulebook_unref (older);
  pe_rulebook_unref (newer);
}

static void
test_arguments (void **state)
{
  edition                 plain;
  pe_rulebook            *rulebook;
  pe_rulebook_comparison *comparison = NULL;
  pe_difference           difference;
  pe_text                *text = NULL;

  (void) state;
  edition_init (&plain);
  rulebook = edition_build (&plain);
  assert_error (pe_rulebook_compare (NULL, rulebook, rulebook, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_compare (&comparison, NULL, rulebook, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_compare (&comparison, rulebook, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_ok (pe_rulebook_compare (&comparison, rulebook, rulebook, NULL));
  assert_int_equal (pe_rulebook_comparison_get_size (comparison), 0);
  pe_difference_init (&difference, sizeof difference);
  assert_error (pe_rulebook_comparison_get_difference (&difference, comparison, 0, &error), PE_ERROR_NOT_FOUND);
  assert_error (pe_rulebook_comparison_get_difference (NULL, comparison, 0, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_comparison_get_difference (&difference, NULL, 0, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_comparison_print (NULL, comparison, PE_LANGUAGE_EN, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_comparison_print (&text, NULL, PE_LANGUAGE_EN, &error), PE_ERROR_INVALID_ARGUMENT);
  pe_rulebook_comparison_unref (pe_rulebook_comparison_ref (comparison));
  assert_null (pe_rulebook_comparison_ref (NULL));
  pe_rulebook_comparison_unref (NULL);
  pe_difference_init (NULL, sizeof difference);
  pe_rulebook_comparison_unref (comparison);
  pe_rulebook_unref (rulebook);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_nothing),      cmocka_unit_test (test_head),
    cmocka_unit_test (test_contract),     cmocka_unit_test (test_tables),
    cmocka_unit_test (test_indicators),   cmocka_unit_test (test_marks),
    cmocka_unit_test (test_parent),       cmocka_unit_test (test_measure),
    cmocka_unit_test (test_rules),        cmocka_unit_test (test_slot),
    cmocka_unit_test (test_cases),        cmocka_unit_test (test_last_resort),
    cmocka_unit_test (test_chinese),      cmocka_unit_test (test_arguments),
    cmocka_unit_test (test_rule_digests), cmocka_unit_test (test_bonus_removed),
    cmocka_unit_test (test_review),       cmocka_unit_test (test_control_characters),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
