/* test-rulebook.c - a finished rulebook: order, reading, digest
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

#include <perfeval/digest.h>

static pe_rulebook_builder *
begin_whole (void)
{
  /* Added level by level; printed 1, 1.1, 1.2, 1.2.1, 2. */
  const node nodes[] = {
    { 0, "1", "60", NULL },     { 0, "2", "40", make_attested () },        { 1, "1.1", "20.5", make_attested () },
    { 1, "1.2", "39.5", NULL }, { 4, "1.2.1", "39.50", make_attested () },
  };
  pe_rulebook_builder *builder = begin_rulebook ("100", nodes, G_N_ELEMENTS (nodes));
  pe_source            source;
  pe_assumption        assumption;

  pe_source_init (&source, sizeof source);
  source.id = "report";
  source.title = "报告";
  pe_assumption_init (&assumption, sizeof assumption);
  assumption.id = "mode";
  assumption.text_zh = "四舍五入";
  assumption.text_en = "half up";
  assert_ok (pe_rulebook_builder_add_sources (builder, &source, 1, NULL));
  assert_ok (pe_rulebook_builder_add_assumptions (builder, &assumption, 1, NULL));
  assert_ok (pe_rulebook_builder_set_policy (builder, PE_STATE_MISSING, PE_POLICY_DROP, NULL));
  add_grade (builder, "good", "80");
  add_grade (builder, "poor", "0");
  return builder;
}

static pe_rulebook *
make (void)
{
  return build_rulebook (begin_whole ());
}

static void
test_order (void **state)
{
  static const struct
  {
    const char *code;
    uint32_t    parent;
    const char *path;
  } expected[] = { { "1", 0, "/indicators/0" },
                   { "1.1", 1, "/indicators/0/indicators/0" },
                   { "1.2", 1, "/indicators/0/indicators/1" },
                   { "1.2.1", 3, "/indicators/0/indicators/1/indicators/0" },
                   { "2", 0, "/indicators/1" } };
  pe_rulebook *rulebook = make ();
  pe_indicator indicator;
  size_t       index;

  (void) state;
  assert_int_equal (pe_rulebook_get_n_indicators (rulebook), G_N_ELEMENTS (expected));
  for (size_t i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      pe_buffer buffer = PE_BUFFER_INIT;
      char     *path;

      pe_indicator_init (&indicator, sizeof indicator);
      assert_ok (pe_rulebook_get_indicator (&indicator, rulebook, i, NULL));
      assert_string_equal (indicator.code, expected[i].code);
      assert_int_equal (indicator.parent, expected[i].parent);
      assert_int_equal (indicator.declared, indicator.rule != NULL ? PE_DECLARED_ONLY : 0);
      assert_ok (pe_rulebook_find_indicator (&index, rulebook, expected[i].code, NULL));
      assert_int_equal (index, i);
      pe_rulebook_print_path (rulebook, i, &buffer);
      path = pe_buffer_steal (&buffer);
      assert_string_equal (path, expected[i].path);
      g_free (path);
    }
  assert_ptr_equal (pe_rulebook_peek_indicator (rulebook, 4), pe_rulebook_at (rulebook, 4));
  assert_null (pe_rulebook_peek_indicator (rulebook, 5));
  pe_rulebook_unref (rulebook);
}

static void
test_reading (void **state)
{
  pe_rulebook         *rulebook = make ();
  pe_rulebook_head     head;
  pe_rounding_contract contract;
  pe_source            source;
  pe_assumption        assumption;
  pe_grade             grade;

  (void) state;
  pe_rulebook_head_init (&head, sizeof head);
  assert_ok (pe_rulebook_get_head (&head, rulebook, NULL));
  assert_string_equal (head.id, "test");
  assert_true (head.full_marks.coefficient == 100 && head.place == NULL);
  pe_rounding_contract_init (&contract, sizeof contract);
  assert_ok (pe_rulebook_get_rounding (&contract, rulebook, NULL));
  assert_int_equal (contract.leaf_places, 2);
  assert_int_equal (pe_rulebook_get_n_sources (rulebook), 1);
  pe_source_init (&source, sizeof source);
  assert_ok (pe_rulebook_get_source (&source, rulebook, 0, NULL));
  assert_string_equal (source.title, "报告");
  assert_int_equal (pe_rulebook_get_n_assumptions (rulebook), 1);
  pe_assumption_init (&assumption, sizeof assumption);
  assert_ok (pe_rulebook_get_assumption (&assumption, rulebook, 0, NULL));
  assert_string_equal (assumption.text_en, "half up");
  assert_int_equal (pe_rulebook_get_n_grades (rulebook), 2);
  pe_grade_init (&grade, sizeof grade);
  assert_ok (pe_rulebook_get_grade (&grade, rulebook, 1, NULL));
  assert_string_equal (grade.id, "poor");
  assert_string_equal (pe_rulebook_peek_grade (rulebook, 0)->id, "good");
  assert_null (pe_rulebook_peek_grade (rulebook, 2));
  assert_int_equal (pe_rulebook_get_policy (rulebook, PE_STATE_MISSING), PE_POLICY_DROP);
  assert_int_equal (pe_rulebook_get_policy (rulebook, PE_STATE_TEXT), 0);
  assert_int_equal (pe_rulebook_get_policy (rulebook, 77), 0);
  assert_null (pe_rulebook_find_place (rulebook, "/indicators/0"));
  pe_rulebook_unref (rulebook);
}

static void
test_faults (void **state)
{
  pe_rulebook         *rulebook = make ();
  pe_rulebook_head     head;
  pe_rounding_contract contract;
  pe_source            source;
  pe_assumption        assumption;
  pe_grade             grade;
  pe_indicator         indicator;
  size_t               index = 77;

  (void) state;
  pe_rulebook_head_init (&head, sizeof head);
  pe_rounding_contract_init (&contract, sizeof contract);
  pe_source_init (&source, sizeof source);
  pe_assumption_init (&assumption, sizeof assumption);
  pe_grade_init (&grade, sizeof grade);
  pe_indicator_init (&indicator, sizeof indicator);
  assert_error (pe_rulebook_get_head (NULL, rulebook, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_get_head (&head, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_get_rounding (NULL, rulebook, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_get_rounding (&contract, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_get_source (&source, rulebook, 1, &error), PE_ERROR_NOT_FOUND);
  assert_error (pe_rulebook_get_source (NULL, rulebook, 0, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_get_assumption (&assumption, rulebook, 1, &error), PE_ERROR_NOT_FOUND);
  assert_error (pe_rulebook_get_assumption (&assumption, NULL, 0, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_get_grade (&grade, rulebook, 2, &error), PE_ERROR_NOT_FOUND);
  assert_error (pe_rulebook_get_grade (NULL, rulebook, 0, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_get_indicator (&indicator, rulebook, 5, &error), PE_ERROR_NOT_FOUND);
  indicator.struct_size = 0;
  assert_error (pe_rulebook_get_indicator (&indicator, rulebook, 0, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_find_indicator (&index, rulebook, "9", &error), PE_ERROR_NOT_FOUND);
  assert_error (pe_rulebook_find_indicator (&index, rulebook, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_find_indicator (NULL, rulebook, "1", &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_find_indicator (&index, NULL, "1", &error), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (index, 77);
  assert_int_equal (pe_rulebook_get_n_indicators (NULL), 0);
  assert_int_equal (pe_rulebook_get_n_sources (NULL), 0);
  assert_int_equal (pe_rulebook_get_n_assumptions (NULL), 0);
  assert_int_equal (pe_rulebook_get_n_grades (NULL), 0);
  pe_rulebook_unref (rulebook);
}

static void
test_equality (void **state)
{
  pe_rulebook *a = make (), *b = make ();
  const node   one[] = { { 0, "1", "100", make_attested () } }, other[] = { { 0, "1", "100.0", make_attested () } };
  pe_rulebook *c = build_rulebook (begin_rulebook ("100", one, 1)),
              *d = build_rulebook (begin_rulebook ("100", other, 1));
  uint8_t digest[PE_DIGEST_SIZE], again[PE_DIGEST_SIZE];

  (void) state;
  assert_int_equal (pe_rulebook_is_equal (a, b), 1);
  assert_int_equal (pe_rulebook_is_equal (a, c), 0);
  /* 100 and 100.0 are different documents with the same score. */
  assert_int_equal (pe_rulebook_is_equal (c, d), 0);
  assert_int_equal (pe_rulebook_is_equal (NULL, NULL), 1);
  assert_int_equal (pe_rulebook_is_equal (NULL, a), 0);
  pe_rulebook_get_digest (a, digest);
  pe_rulebook_get_digest (b, again);
  assert_memory_equal (digest, again, PE_DIGEST_SIZE);
  pe_rulebook_get_digest (NULL, digest);
  assert_ptr_equal (pe_rulebook_ref (a), a);
  pe_rulebook_unref (a);
  assert_null (pe_rulebook_ref (NULL));
  pe_rulebook_unref (NULL);
  pe_rulebook_unref (a);
  pe_rulebook_unref (b);
  pe_rulebook_unref (c);
  pe_rulebook_unref (d);
}

/* The order of adding below a group counts, the order across groups does not. */
static void
test_order_and_digest (void **state)
{
  const node across[]
      = { { 0, "1", "50", NULL },
          { 0, "2", "50", NULL },
          { 1, "1.1", "50", make_attested () },
          { 2, "2.1", "50", make_attested () } };
  const node along[]
      = { { 0, "1", "50", NULL },
          { 1, "1.1", "50", make_attested () },
          { 0, "2", "50", NULL },
          { 3, "2.1", "50", make_attested () } };
  pe_rulebook *a = build_rulebook (begin_rulebook ("100", across, 4));
  pe_rulebook *b = build_rulebook (begin_rulebook ("100", along, 4));

  (void) state;
  assert_int_equal (pe_rulebook_is_equal (a, b), 1);
  pe_rulebook_unref (a);
  pe_rulebook_unref (b);
}

static void
assert_rulebook_digest (const pe_rulebook *rulebook, const char *hex)
{
  uint8_t digest[PE_DIGEST_SIZE];
  char    text[PE_DIGEST_HEX_SIZE];

  pe_rulebook_get_digest (rulebook, digest);
  pe_digest_print (text, digest);
  assert_string_equal (text, hex);
}

static void
add_adjustments (pe_rulebook_builder *builder)
{
  pe_cap   caps[2];
  pe_bonus bonus;
  pe_veto  vetoes[2];

  for (size_t i = 0; i < 2; i++)
    {
      pe_cap_init (&caps[i], sizeof caps[i]);
      pe_veto_init (&vetoes[i], sizeof vetoes[i]);
    }
  caps[0].indicator = "1.1";
  caps[0].if_fact = "late";
  caps[0].reason_zh = "迟报";
  caps[0].reason_en = "late";
  caps[0].points = decimal ("5.0");
  caps[1].indicator = "2";
  caps[1].if_formula = "budget.executed > 1";
  caps[1].reason_zh = "未评";
  pe_bonus_init (&bonus, sizeof bonus);
  bonus.limit = decimal ("2.5");
  bonus.ceiling = decimal ("102");
  vetoes[0].effect = PE_VETO_ZERO;
  vetoes[0].id = vetoes[0].name_en = "fraud";
  vetoes[0].name_zh = "造假";
  vetoes[1].effect = PE_VETO_CEILING;
  vetoes[1].id = "breach";
  vetoes[1].name_zh = "违规";
  vetoes[1].grade = "poor";
  assert_ok (pe_rulebook_builder_add_caps (builder, caps, 2, NULL));
  assert_ok (pe_rulebook_builder_set_bonus (builder, &bonus, NULL));
  assert_ok (pe_rulebook_builder_add_vetoes (builder, vetoes, 2, NULL));
}

/* The streams of docs/digest.md, packed and hashed by Python's struct and hashlib. */
static void
test_digest_stream (void **state)
{
  pe_rulebook_builder *builder = begin_whole ();
  pe_rulebook         *plain = make (), *adjusted;

  (void) state;
  add_adjustments (builder);
  adjusted = build_rulebook (builder);
  assert_rulebook_digest (plain, "f5136bd9a1aa17ccefdcf1486492bd78c669bcff21282755022df7ecd8444b91");
  assert_rulebook_digest (adjusted, "61d97d4d591eb40b3b77a184d62d32ffbce678afe3897ce5ad66d22e1b002ba8");
  pe_rulebook_unref (plain);
  pe_rulebook_unref (adjusted);
}

/* A chain of a hundred thousand groups: no recursion, and no work that grows with the square. */
static void
test_deep_chain (void **state)
{
  enum
  {
    DEPTH = 100000
  };
  pe_rulebook_builder *builder = begin_rulebook ("1", NULL, 0);
  pe_indicator        *indicators = g_new (pe_indicator, DEPTH);
  char (*codes)[16] = g_malloc (DEPTH * sizeof *codes);
  pe_rule     *attested = make_attested ();
  pe_rulebook *rulebook;
  pe_buffer    buffer = PE_BUFFER_INIT;

  (void) state;
  for (uint32_t i = 0; i < DEPTH; i++)
    {
      g_snprintf (codes[i], sizeof codes[i], "c%u", (unsigned) i);
      pe_indicator_init (&indicators[i], sizeof indicators[i]);
      indicators[i].parent = i;
      indicators[i].code = codes[i];
      indicators[i].name_zh = "级";
      indicators[i].full_marks = decimal ("1");
    }
  indicators[DEPTH - 1].rule = attested;
  assert_ok (pe_rulebook_builder_add_indicators (builder, indicators, DEPTH, NULL));
  rulebook = build_rulebook (builder);
  assert_int_equal (pe_rulebook_get_n_indicators (rulebook), DEPTH);
  assert_int_equal (pe_rulebook_at (rulebook, DEPTH - 1)->parent, DEPTH - 1);
  pe_rulebook_print_path (rulebook, DEPTH - 1, &buffer);
  assert_int_equal (buffer.size, DEPTH * strlen ("/indicators/0"));
  pe_buffer_clear (&buffer);
  pe_rulebook_unref (rulebook);
  pe_rule_unref (attested);
  g_free (codes);
  g_free (indicators);
}

static void
test_inits (void **state)
{
  pe_rulebook_head head;
  pe_indicator     indicator;

  (void) state;
  memset (&head, 0xff, sizeof head);
  memset (&indicator, 0xff, sizeof indicator);
  pe_rulebook_head_init (&head, sizeof head);
  pe_indicator_init (&indicator, sizeof indicator);
  assert_true (head.struct_size == sizeof head && head.id == NULL && head.kind == 0);
  assert_true (indicator.struct_size == sizeof indicator && indicator.rule == NULL && indicator.parent == 0);
  pe_rulebook_head_init (NULL, sizeof head);
  pe_source_init (NULL, sizeof (pe_source));
  pe_assumption_init (NULL, sizeof (pe_assumption));
  pe_grade_init (NULL, sizeof (pe_grade));
  pe_indicator_init (NULL, sizeof indicator);
}

/* What is asked for outside of what there is, and of nothing. */
static void
test_outside (void **state)
{
  const node   nodes[] = { { 0, "1", "10", make_attested () } };
  pe_rulebook *rulebook = build_rulebook (begin_rulebook ("10", nodes, 1));
  uint8_t      digest[PE_DIGEST_SIZE] = { 7 };

  (void) state;
  pe_rulebook_get_digest (NULL, digest);
  assert_int_equal (digest[0], 7);
  pe_rulebook_get_digest (rulebook, NULL);
  assert_int_equal (pe_rulebook_is_equal (rulebook, NULL), 0);
  assert_int_equal (pe_rulebook_is_equal (NULL, rulebook), 0);
  assert_int_equal (pe_rulebook_get_policy (rulebook, PE_STATE_MISSING - 1), 0);
  assert_int_equal (pe_rulebook_get_policy (rulebook, PE_STATE_INVALID + 1), 0);
  assert_int_equal (pe_rule_get_policy (pe_rulebook_at (rulebook, 0)->rule, PE_STATE_MISSING - 1), 0);
  assert_int_equal (pe_rule_get_policy (pe_rulebook_at (rulebook, 0)->rule, PE_STATE_INVALID + 1), 0);
  pe_rule_get_digest (NULL, digest);
  assert_int_equal (digest[0], 7);
  pe_rule_get_digest (pe_rulebook_at (rulebook, 0)->rule, NULL);
  pe_rulebook_unref (rulebook);
}

static pe_findings *
make_remarks (void)
{
  pe_findings *findings = NULL;
  pe_collector collector;

  pe_collector_init (&collector, NULL);
  pe_collector_add (&collector, PE_WARNING_RULEBOOK_STATUS, NULL, "name", "a rulebook", NULL);
  assert_int_equal (pe_collector_finish (&collector, &findings, NULL), PE_OK);
  return findings;
}

/* What came first is kept, whoever else has found the same out. */
static void
test_remarks (void **state)
{
  pe_rulebook *rulebook = make ();
  pe_findings *first = make_remarks (), *second = make_remarks ();

  (void) state;
  assert_null (pe_rulebook_peek_remarks (rulebook));
  assert_ptr_equal (pe_rulebook_keep_remarks (rulebook, first), first);
  assert_ptr_equal (pe_rulebook_keep_remarks (rulebook, second), first);
  assert_ptr_equal (pe_rulebook_peek_remarks (rulebook), first);
  pe_rulebook_unref (rulebook);
}

static pe_rule *
make_ratio (void)
{
  pe_rule_builder *builder = begin ("capped_ratio");

  assert_ok (pe_rule_builder_set_policy (builder, PE_STATE_ZERO_DENOMINATOR, PE_POLICY_ZERO, NULL));
  assert_ok (pe_rule_builder_set_policy (builder, PE_STATE_MISSING, PE_POLICY_ZERO, NULL));
  bind (builder, "actual", "late");
  bind (builder, "target", "all");
  return build (builder);
}

/* Those of a group are none; those of a rule stand in the order of its names. */
static void
test_fact_paths (void **state)
{
  const node         nodes[] = { { 0, "1", "10", NULL }, { 1, "1.1", "10", make_ratio () } };
  pe_rulebook       *rulebook = build_rulebook (begin_rulebook ("10", nodes, G_N_ELEMENTS (nodes)));
  const char *const *paths;
  size_t             first;

  (void) state;
  assert_int_equal (pe_rulebook_get_n_facts (rulebook), 2);
  pe_rulebook_peek_fact_paths (rulebook, 0, &first);
  assert_int_equal (first, 0);
  paths = pe_rulebook_peek_fact_paths (rulebook, 1, &first);
  assert_int_equal (first, 0);
  assert_string_equal (paths[0], "/facts/1.1/all");
  assert_string_equal (paths[1], "/facts/1.1/late");
  assert_string_equal (pe_rule_peek_fact_names (pe_rulebook_at (rulebook, 1)->rule)->names[0].name, "all");
  pe_rulebook_unref (rulebook);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_order),
    cmocka_unit_test (test_reading),
    cmocka_unit_test (test_faults),
    cmocka_unit_test (test_equality),
    cmocka_unit_test (test_order_and_digest),
    cmocka_unit_test (test_digest_stream),
    cmocka_unit_test (test_deep_chain),
    cmocka_unit_test (test_inits),
    cmocka_unit_test (test_outside),
    cmocka_unit_test (test_remarks),
    cmocka_unit_test (test_fact_paths),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
