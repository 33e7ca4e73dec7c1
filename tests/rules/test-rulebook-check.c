/* test-rulebook-check.c - a rulebook that could mis-score is refused
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

/* Steps on a fact, the best of which gives these points. */
static pe_rule *
make_steps (const char *points)
{
  pe_rule_builder *builder = begin ("steps");

  bind (builder, "value", "rate");
  add_step (builder, "(-, 5)", "0");
  add_step (builder, "[5, -)", points);
  return build (builder);
}

static pe_rule *
make_ratio (pe_policy policy)
{
  pe_rule_builder *builder = begin ("capped_ratio");

  measure (builder, "actual", "budget.execution_rate");
  if (policy != 0)
    assert_ok (pe_rule_builder_set_policy (builder, PE_STATE_ZERO_DENOMINATOR, policy, NULL));
  return build (builder);
}

static pe_rule *
make_checklist (void)
{
  pe_rule_builder *builder = begin ("checklist");

  add_item (builder, "a", "2", NULL);
  add_item (builder, "b", "0.5", NULL);
  return build (builder);
}

static void
test_marks (void **state)
{
  const node whole[] = { { 0, "1", "60", make_attested () }, { 0, "2", "39.99", make_attested () } };
  const node group[]
      = { { 0, "1", "100", NULL }, { 1, "1.1", "60", make_attested () }, { 1, "1.2", "41", make_attested () } };
  pe_findings         *findings = NULL;
  pe_rulebook         *rulebook = NULL;
  const pe_finding    *finding;
  pe_rulebook_builder *builder;

  (void) state;
  refuse_rulebook (begin_rulebook ("100", whole, 2), PE_ERROR_MARKS_MISMATCH, "/full_marks", 1);
  refuse_rulebook (begin_rulebook ("100", NULL, 0), PE_ERROR_MARKS_MISMATCH, "/full_marks", 1);
  builder = begin_rulebook ("100", group, 3);
  assert_int_equal (pe_rulebook_builder_build (&rulebook, builder, &findings, NULL), PE_ERROR_MARKS_MISMATCH);
  finding = pe_findings_get (findings, 0);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (finding, 0)), "/indicators/0/full_marks");
  assert_string_equal (pe_finding_get_parameter_text (finding, 0), "101");
  assert_string_equal (pe_finding_get_parameter_text (finding, 1), "100");
  assert_string_equal (pe_finding_get_parameter_name (finding, 2), "code");
  assert_string_equal (pe_finding_get_parameter_text (finding, 2), "1");
  pe_findings_unref (findings);
  pe_rulebook_builder_free (builder);
}

static void
test_rule_marks (void **state)
{
  const node checklist[]
      = { { 0, "1", "100", NULL }, { 1, "1.1", "97", make_attested () }, { 1, "1.2", "3", make_checklist () } };
  const node steps[] = { { 0, "1", "3", make_steps ("4") } };
  const node unreachable[] = { { 0, "1", "3", make_steps ("2.5") } };
  const node good[] = { { 0, "1", "3", make_steps ("3.0") } };

  (void) state;
  refuse_rulebook (begin_rulebook ("100", checklist, 3), PE_ERROR_MARKS_MISMATCH,
                   "/indicators/0/indicators/1/rule/items", 1);
  refuse_rulebook (begin_rulebook ("3", steps, 1), PE_ERROR_PARAMETER_RANGE, "/indicators/0/rule/steps/1/points", 1);
  refuse_rulebook (begin_rulebook ("3", unreachable, 1), PE_ERROR_PARAMETER_RANGE, "/indicators/0/rule/steps", 1);
  pe_rulebook_unref (build_rulebook (begin_rulebook ("3", good, 1)));
}

static void
test_tree (void **state)
{
  const node both[] = { { 0, "1", "10", make_attested () }, { 1, "1.1", "10", make_attested () } };
  const node neither[] = { { 0, "1", "10", NULL } };
  const node orphan[] = { { 0, "1", "5", make_attested () }, { 3, "1.1", "5", make_attested () } };
  const node itself[] = { { 1, "1", "10", make_attested () } };

  (void) state;
  refuse_rulebook (begin_rulebook ("10", both, 2), PE_ERROR_TREE, "/indicators/0/rule", 1);
  refuse_rulebook (begin_rulebook ("10", neither, 1), PE_ERROR_TREE, "/indicators/0", 1);
  refuse_rulebook (begin_rulebook ("10", orphan, 2), PE_ERROR_REFERENCE_UNKNOWN, "/indicators/1/parent", 1);
  refuse_rulebook (begin_rulebook ("10", itself, 1), PE_ERROR_REFERENCE_UNKNOWN, "/indicators/0/parent", 1);
}

static void
test_doubles (void **state)
{
  const node           codes[] = { { 0, "1", "5", make_attested () }, { 0, "1", "5", make_attested () } };
  const node           one[] = { { 0, "1", "5", make_attested () } };
  pe_rulebook_builder *builder;
  pe_source            sources[2];
  pe_assumption        assumptions[2];

  (void) state;
  refuse_rulebook (begin_rulebook ("10", codes, 2), PE_ERROR_CODE_DUPLICATE, "/indicators/1/code", 1);
  builder = begin_rulebook ("5", one, 1);
  add_grade (builder, "a", "4");
  add_grade (builder, "a", "0");
  for (size_t i = 0; i < 2; i++)
    {
      pe_source_init (&sources[i], sizeof sources[i]);
      sources[i].id = sources[i].title = "x";
      pe_assumption_init (&assumptions[i], sizeof assumptions[i]);
      assumptions[i].id = assumptions[i].text_zh = "y";
    }
  assert_ok (pe_rulebook_builder_add_sources (builder, sources, 2, NULL));
  assert_ok (pe_rulebook_builder_add_assumptions (builder, assumptions, 2, NULL));
  refuse_rulebook (builder, PE_ERROR_CODE_DUPLICATE, "/sources/1/id", 3);
}

static void
test_source_unknown (void **state)
{
  const node           one[] = { { 0, "1", "5", make_attested () } };
  pe_rulebook_builder *builder = begin_rulebook ("10", one, 1);
  pe_indicator         indicator;
  pe_rule             *rule = make_attested ();

  (void) state;
  pe_indicator_init (&indicator, sizeof indicator);
  indicator.code = "2";
  indicator.name_zh = "指标";
  indicator.full_marks = decimal ("5");
  indicator.rule = rule;
  indicator.source = "nowhere";
  assert_ok (pe_rulebook_builder_add_indicators (builder, &indicator, 1, NULL));
  refuse_rulebook (builder, PE_ERROR_REFERENCE_UNKNOWN, "/indicators/1/source", 1);
  pe_rule_unref (rule);
}

static void
test_grades (void **state)
{
  static const struct
  {
    const char *from[3];
    const char *what; /* NULL: no fault */
  } cases[] = {
    { { "90", "60", "0" }, NULL },
    { { "100", "0.00", NULL }, NULL },
    { { "0", NULL, NULL }, NULL },
    { { "60", "90", "0" }, "/grades/1/from" },
    { { "90", "90.0", "0" }, "/grades/1/from" },
    { { "90", "60", "1" }, "/grades/2/from" },
    { { "100.01", "60", "0" }, "/grades/0/from" },
    { { "90", "0", "-1" }, "/grades/2/from" },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const node               one[] = { { 0, "1", "100", make_attested () } };
      pe_rulebook_builder     *builder = begin_rulebook ("100", one, 1);
      static const char *const ids[] = { "a", "b", "c" };

      for (size_t k = 0; k < 3 && cases[i].from[k] != NULL; k++)
        add_grade (builder, ids[k], cases[i].from[k]);
      if (cases[i].what == NULL)
        pe_rulebook_unref (build_rulebook (builder));
      else
        refuse_rulebook (builder, PE_ERROR_GRADE_ORDER, cases[i].what, 1);
    }
}

static void
test_policies (void **state)
{
  const node           bare[] = { { 0, "1", "10", make_ratio (0) } };
  const node           own[] = { { 0, "1", "10", make_ratio (PE_POLICY_ERROR) } };
  const node           again[] = { { 0, "1", "10", make_ratio (0) } };
  pe_rulebook_builder *builder;

  (void) state;
  refuse_rulebook (begin_rulebook ("10", bare, 1), PE_ERROR_POLICY_MISSING, "/indicators/0/rule/policies", 1);
  pe_rulebook_unref (build_rulebook (begin_rulebook ("10", own, 1)));
  builder = begin_rulebook ("10", again, 1);
  assert_ok (pe_rulebook_builder_set_policy (builder, PE_STATE_ZERO_DENOMINATOR, PE_POLICY_ERROR, NULL));
  pe_rulebook_unref (build_rulebook (builder));
}

static void
test_declared (void **state)
{
  static const pe_declared_policy policies[] = { 0, PE_DECLARED_NEVER, PE_DECLARED_IF_FACTS_MISSING, PE_DECLARED_ONLY };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (policies); i++)
    {
      pe_rulebook_builder *builder = begin_rulebook ("10", NULL, 0);
      pe_rule             *rule = make_attested ();
      pe_rulebook         *rulebook;
      pe_indicator         indicator;

      pe_indicator_init (&indicator, sizeof indicator);
      indicator.code = "1";
      indicator.name_zh = "指标";
      indicator.full_marks = decimal ("10");
      indicator.rule = rule;
      indicator.declared = policies[i];
      indicator.intended = "binary";
      assert_ok (pe_rulebook_builder_add_indicators (builder, &indicator, 1, NULL));
      if (i == 1 || i == 2)
        refuse_rulebook (builder, PE_ERROR_PARAMETER_RANGE, "/indicators/0/declared", 1);
      else
        {
          rulebook = build_rulebook (builder);
          assert_int_equal (pe_rulebook_at (rulebook, 0)->declared, PE_DECLARED_ONLY);
          pe_rulebook_unref (rulebook);
        }
      pe_rule_unref (rule);
    }
}

/* Only what a person scores has a shape that it was intended to have. */
static void
test_intended (void **state)
{
  static const char *const words[] = { NULL, "binary" };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (words); i++)
    {
      pe_rulebook_builder *builder = begin_rulebook ("10", NULL, 0);
      pe_rule             *rule = make_steps ("10");
      pe_indicator         indicator;

      pe_indicator_init (&indicator, sizeof indicator);
      indicator.code = "1";
      indicator.name_zh = "指标";
      indicator.full_marks = decimal ("10");
      indicator.rule = rule;
      indicator.intended = words[i];
      assert_ok (pe_rulebook_builder_add_indicators (builder, &indicator, 1, NULL));
      if (words[i] == NULL)
        pe_rulebook_unref (build_rulebook (builder));
      else
        refuse_rulebook (builder, PE_ERROR_PARAMETER_RANGE, "/indicators/0/rule/intended", 1);
      pe_rule_unref (rule);
    }
}

/* An empty text is no text: its other language is missed. */
static void
test_empty_texts (void **state)
{
  const node           nodes[] = { { 0, "1", "10", make_attested () } };
  pe_rulebook_builder *builder = begin_rulebook ("10", nodes, 1);
  pe_rulebook_head     head = make_head ("10");
  pe_rulebook         *rulebook = NULL;
  pe_findings         *findings = NULL;

  (void) state;
  head.title_en = "";
  assert_ok (pe_rulebook_builder_set_head (builder, &head, NULL));
  assert_ok (pe_rulebook_builder_build (&rulebook, builder, &findings, NULL));
  assert_true (has_finding (findings, PE_WARNING_TEXT_MISSING, "/title/en"));
  pe_findings_unref (findings);
  pe_rulebook_unref (rulebook);
  pe_rulebook_builder_free (builder);
}

/* Everything that is wrong is said at once. */
static void
test_all_at_once (void **state)
{
  const node nodes[] = {
    { 0, "1", "10", NULL },
    { 1, "1.1", "3", make_steps ("4") },
    { 1, "1.2", "3", make_checklist () },
    { 0, "2", "10", make_ratio (0) },
    { 0, "2", "10", NULL },
  };
  pe_rulebook_builder *builder = begin_rulebook ("100", nodes, 5);
  pe_findings         *findings = NULL;
  pe_rulebook         *rulebook = NULL;
  pe_error            *error = NULL;

  (void) state;
  add_grade (builder, "a", "90");
  assert_int_equal (pe_rulebook_builder_build (&rulebook, builder, &findings, &error), PE_ERROR_CODE_DUPLICATE);
  assert_true (has_finding (findings, PE_ERROR_CODE_DUPLICATE, "/indicators/2/code"));
  assert_true (has_finding (findings, PE_ERROR_MARKS_MISMATCH, "/full_marks"));
  assert_true (has_finding (findings, PE_ERROR_MARKS_MISMATCH, "/indicators/0/full_marks"));
  assert_true (has_finding (findings, PE_ERROR_PARAMETER_RANGE, "/indicators/0/indicators/0/rule/steps/1/points"));
  assert_true (has_finding (findings, PE_ERROR_MARKS_MISMATCH, "/indicators/0/indicators/1/rule/items"));
  assert_true (has_finding (findings, PE_ERROR_POLICY_MISSING, "/indicators/1/rule/policies"));
  assert_true (has_finding (findings, PE_ERROR_TREE, "/indicators/2"));
  assert_true (has_finding (findings, PE_ERROR_GRADE_ORDER, "/grades/0/from"));
  assert_true (pe_findings_get_count (findings, PE_SEVERITY_ERROR) == 8);
  assert_true (pe_error_get_count (error) == 8);
  pe_error_unref (error);
  pe_findings_unref (findings);
  pe_rulebook_builder_free (builder);
}

static void
test_warnings (void **state)
{
  pe_rulebook_builder *builder = begin_rulebook ("10", NULL, 0);
  pe_rulebook_head     head = make_head ("10");
  pe_rule_builder     *graded = begin ("graded");
  pe_rule             *rule;
  pe_indicator         indicator;
  pe_band              band;
  pe_findings         *findings = NULL;
  pe_rulebook         *rulebook = NULL;

  (void) state;
  head.status = PE_RULEBOOK_RECONSTRUCTED;
  assert_ok (pe_rulebook_builder_set_head (builder, &head, NULL));
  pe_band_init (&band, sizeof band);
  band.id = "a";
  band.name_zh = "达成";
  band.low_end = band.high_end = PE_END_CLOSED;
  band.high = decimal ("1");
  assert_ok (pe_rule_builder_add_bands (graded, &band, 1, NULL));
  rule = build (graded);
  pe_indicator_init (&indicator, sizeof indicator);
  indicator.code = "1";
  indicator.name_zh = "指标";
  indicator.standard_zh = "标准";
  indicator.reason_en = "reason";
  indicator.full_marks = decimal ("10");
  indicator.rule = rule;
  assert_ok (pe_rulebook_builder_add_indicators (builder, &indicator, 1, NULL));
  assert_ok (pe_rulebook_builder_build (&rulebook, builder, &findings, NULL));
  assert_true (has_finding (findings, PE_WARNING_RULEBOOK_STATUS, "/status"));
  assert_true (has_finding (findings, PE_WARNING_TEXT_MISSING, "/indicators/0/name/en"));
  assert_true (has_finding (findings, PE_WARNING_TEXT_MISSING, "/indicators/0/standard/en"));
  assert_true (has_finding (findings, PE_WARNING_TEXT_MISSING, "/indicators/0/reason/zh"));
  assert_true (has_finding (findings, PE_WARNING_TEXT_MISSING, "/indicators/0/rule/bands/0/name/en"));
  assert_int_equal (pe_findings_get_size (findings), 5);
  pe_findings_unref (findings);
  pe_rulebook_unref (rulebook);
  pe_rule_unref (rule);
  pe_rulebook_builder_free (builder);
}

static pe_place_map *
make_places (void)
{
  pe_place_map  *map = pe_place_map_new ("scheme.json");
  const pe_place places[] = {
    { "", NULL, NULL, 1, 1, 0, 500 },
    { "/indicators/0", NULL, NULL, 7, 5, 100, 50 },
    { "/indicators/0/rule", NULL, NULL, 9, 11, 120, 20 },
    { "/full_marks", NULL, NULL, 3, 17, 40, 5 },
  };

  assert_non_null (map);
  for (size_t i = 0; i < G_N_ELEMENTS (places); i++)
    assert_ok (pe_place_map_add (map, &places[i]));
  assert_ok (pe_place_map_seal (map));
  return map;
}

static void
test_places (void **state)
{
  const node           nodes[] = { { 0, "1", "3", make_steps ("2") } };
  const node           good[] = { { 0, "1", "3", make_steps ("3") } };
  pe_rulebook_builder *builder = begin_rulebook ("4", nodes, 1);
  pe_findings         *findings = NULL;
  pe_rulebook         *rulebook = NULL, *second = NULL;
  const pe_place      *place;

  (void) state;
  pe_rulebook_builder_take_places (builder, make_places ());
  assert_int_equal (pe_rulebook_builder_build (&rulebook, builder, &findings, NULL), PE_ERROR_MARKS_MISMATCH);
  place = pe_finding_get_place (pe_findings_get (findings, 0), 0);
  assert_string_equal (pe_place_get_file (place), "scheme.json");
  assert_true (pe_place_get_line (place) == 3 && pe_place_get_column (place) == 17);
  /* The steps have no place of their own here: it is that of the rule, the path stays what it is about. */
  place = pe_finding_get_place (pe_findings_get (findings, 1), 0);
  assert_string_equal (pe_place_get_what (place), "/indicators/0/rule/steps");
  assert_true (pe_place_get_line (place) == 9 && pe_place_get_column (place) == 11);
  pe_findings_unref (findings);
  pe_rulebook_builder_free (builder);

  builder = begin_rulebook ("3", good, 1);
  pe_rulebook_builder_take_places (builder, make_places ());
  pe_rulebook_builder_take_places (builder, make_places ());
  assert_ok (pe_rulebook_builder_build (&rulebook, builder, NULL, NULL));
  assert_true (pe_place_get_line (pe_rulebook_find_place (rulebook, "/full_marks")) == 3);
  /* The map belongs to the first. */
  assert_ok (pe_rulebook_builder_build (&second, builder, NULL, NULL));
  assert_null (pe_rulebook_find_place (second, "/full_marks"));
  pe_rulebook_builder_free (builder);
  pe_rulebook_unref (second);
  pe_rulebook_unref (rulebook);
}

/* Warnings without end are cut, and errors are not lost to them; a deep tree does not cost the square of its depth. */
static void
test_hostile_tree (void **state)
{
  enum
  {
    DEPTH = 20000,
    LEAVES = 20000
  };
  pe_rulebook_builder *builder = begin_rulebook ("1", NULL, 0);
  pe_indicator        *indicators = g_new (pe_indicator, DEPTH + LEAVES);
  char (*codes)[16] = g_malloc ((DEPTH + LEAVES) * sizeof *codes);
  pe_rule     *rule = make_steps ("5");
  pe_rulebook *rulebook = NULL;
  pe_findings *findings = NULL;

  (void) state;
  for (uint32_t i = 0; i < DEPTH + LEAVES; i++)
    {
      g_snprintf (codes[i], sizeof codes[i], "c%u", (unsigned) i);
      pe_indicator_init (&indicators[i], sizeof indicators[i]);
      indicators[i].parent = i < DEPTH ? i : DEPTH;
      indicators[i].code = codes[i];
      indicators[i].name_zh = "级";
      indicators[i].full_marks = decimal ("1");
      indicators[i].rule = i < DEPTH ? NULL : rule;
    }
  assert_ok (pe_rulebook_builder_add_indicators (builder, indicators, DEPTH + LEAVES, NULL));
  assert_int_equal (pe_rulebook_builder_build (&rulebook, builder, &findings, NULL), PE_ERROR_MARKS_MISMATCH);
  assert_int_equal (pe_findings_get_size (findings), 101);
  /* The one sum of the leaves, and each leaf's steps. */
  assert_true (pe_findings_get_count (findings, PE_SEVERITY_ERROR) == 1 + LEAVES);
  assert_true (pe_findings_get_count (findings, PE_SEVERITY_WARNING) == DEPTH + LEAVES);
  pe_findings_unref (findings);
  pe_rulebook_builder_free (builder);
  pe_rule_unref (rule);
  g_free (codes);
  g_free (indicators);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_marks),    cmocka_unit_test (test_rule_marks),     cmocka_unit_test (test_tree),
    cmocka_unit_test (test_doubles),  cmocka_unit_test (test_source_unknown), cmocka_unit_test (test_grades),
    cmocka_unit_test (test_policies), cmocka_unit_test (test_declared),       cmocka_unit_test (test_all_at_once),
    cmocka_unit_test (test_warnings), cmocka_unit_test (test_places),         cmocka_unit_test (test_hostile_tree),
    cmocka_unit_test (test_intended), cmocka_unit_test (test_empty_texts),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
