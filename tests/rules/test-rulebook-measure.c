/* test-rulebook-measure.c - measures that a rulebook declares
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

#include <perfeval/rulebook_measure.h>

#include "rules/rulebook-measure-private.h"

static pe_rulebook_measure_spec
spec_of (const char *id, const char *formula)
{
  pe_rulebook_measure_spec spec;

  pe_rulebook_measure_spec_init (&spec, sizeof spec);
  spec.id = id;
  spec.name_zh = "度量";
  spec.formula = formula;
  return spec;
}

static pe_rulebook_measure *
make (const char *id, const char *formula, pe_rulebook_measure *const *before, size_t n)
{
  pe_rulebook_measure_spec spec = spec_of (id, formula);
  pe_rulebook_measure     *measure = NULL;

  spec.before = before;
  spec.n_before = n;
  assert_int_equal (pe_rulebook_measure_new (&measure, &spec, NULL), PE_OK);
  return measure;
}

/* A formula under a unit: PE_OK, or what it is refused for. */
static pe_status
under_unit (const char *formula, pe_unit unit)
{
  pe_rulebook_measure_spec spec = spec_of ("measure.a", formula);
  pe_rulebook_measure     *measure = NULL;
  pe_status                status;

  spec.unit = unit;
  spec.zero_state = PE_STATE_ZERO_DENOMINATOR;
  status = pe_rulebook_measure_new (&measure, &spec, NULL);
  pe_rulebook_measure_unref (measure);
  return status;
}

static void
test_units (void **state)
{
  static const char *const money[] = {
    "budget.executed",
    "procurement.contracts - procurement.sme_contracts",
    "sum(procurement.records.contract)",
    ("max(procurement.records[method = \"inquiry\" and signing in "
     "[date(\"2023-01-01\")..date(\"2023-12-31\")]].contract)"),
    "budget.executed / count(procurement.records)",
    "budget.execution_rate * budget.initial",
    "-(budget.executed) * 1.05",
    "procurement.savings",
    "sum(assets.records[book_count > found_count].book_value)",
    "round half up(mean(procurement.payments[paid - due > 30].amount), 2)",
  };
  static const char *const bare[] = {
    "count(procurement.records)",
    "budget.executed / budget.initial",
    "budget.execution_rate",
    "sum(assets.records.book_count)",
    "procurement.contract_count",
    "count(procurement.records[contract > 100000]) / count(procurement.records)",
    "max(procurement.records[signing != null].signing) - date(\"2023-01-01\")",
    "3.5 ** 2",
    "sqrt(count(procurement.records))",
  };
  /* What cannot be told is taken as it is said. */
  static const char *const unknown[]
      = { "if budget.executed > 0 then budget.executed else 0",
          "budget.executed * budget.executed",
          "budget.executed + 1",
          "budget.executed * budget.executed / 2",
          "2 * (budget.executed + 1)",
          "sqrt(budget.executed)",
          "if not(budget.executed > 1) then 1 else 0",
          "budget.executed ** budget.executed" };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (money); i++)
    {
      assert_int_equal (under_unit (money[i], PE_UNIT_WAN_YUAN), PE_OK);
      assert_int_equal (under_unit (money[i], PE_UNIT_PERCENT), PE_ERROR_UNIT_MISMATCH);
      assert_int_equal (under_unit (money[i], PE_UNIT_NONE), PE_ERROR_UNIT_MISMATCH);
    }
  for (size_t i = 0; i < G_N_ELEMENTS (bare); i++)
    {
      assert_int_equal (under_unit (bare[i], PE_UNIT_PERCENT), PE_OK);
      assert_int_equal (under_unit (bare[i], PE_UNIT_YUAN), PE_ERROR_UNIT_MISMATCH);
    }
  for (size_t i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      assert_int_equal (under_unit (unknown[i], PE_UNIT_YUAN), PE_OK);
      assert_int_equal (under_unit (unknown[i], PE_UNIT_NONE), PE_OK);
    }
}

/* What a name that there is not should have been depends on how it begins. */
static void
test_unknown_names (void **state)
{
  static const struct
  {
    const char *formula;
    gboolean    is_own;
  } cases[] = { { "measure.b + 1", TRUE }, { "budget.b + 1", FALSE } };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const pe_rulebook_measure_spec spec = spec_of ("measure.a", cases[i].formula);
      pe_rulebook_measure           *measure = NULL;
      pe_error                      *error = NULL;

      assert_int_equal (pe_rulebook_measure_new (&measure, &spec, &error), PE_ERROR_EXPRESSION_NAME);
      assert_int_equal (
          strstr (pe_error_get_message (error, PE_LANGUAGE_EN), "a measure that the rulebook declares before") != NULL,
          cases[i].is_own);
      pe_error_unref (error);
    }
}

/* Each names the one before it: sixteen stand in each other, a seventeenth does not. */
static void
test_depth (void **state)
{
  pe_rulebook_measure     *measures[16];
  pe_rulebook_measure     *last = NULL;
  pe_rulebook_measure_spec spec;

  (void) state;
  measures[0] = make ("measure.m0", "1", NULL, 0);
  for (size_t i = 1; i < G_N_ELEMENTS (measures); i++)
    {
      char *id = g_strdup_printf ("measure.m%d", (int) i), *formula = g_strdup_printf ("measure.m%d * 2", (int) i - 1);

      measures[i] = make (id, formula, measures, i);
      g_free (id);
      g_free (formula);
    }
  spec = spec_of ("measure.last", "measure.m15");
  spec.before = measures;
  spec.n_before = G_N_ELEMENTS (measures);
  assert_int_equal (pe_rulebook_measure_new (&last, &spec, NULL), PE_ERROR_LIMIT_DEPTH);
  assert_null (last);
  for (size_t i = 0; i < G_N_ELEMENTS (measures); i++)
    pe_rulebook_measure_unref (measures[i]);
}

static void
test_arguments (void **state)
{
  pe_rulebook_measure_spec spec = spec_of ("measure.a", "1"), out;
  pe_rulebook_measure     *measure = NULL;

  (void) state;
  assert_int_equal (pe_rulebook_measure_new (NULL, &spec, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rulebook_measure_new (&measure, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  spec.zero_state = PE_STATE_MISSING + 1000;
  assert_int_equal (pe_rulebook_measure_new (&measure, &spec, NULL), PE_ERROR_INVALID_ARGUMENT);
  spec.zero_state = 0;
  spec.unit = PE_UNIT_TRUTH;
  assert_int_equal (pe_rulebook_measure_new (&measure, &spec, NULL), PE_ERROR_INVALID_ARGUMENT);
  spec.unit = PE_UNIT_NONE;
  spec.name_zh = NULL;
  assert_int_equal (pe_rulebook_measure_new (&measure, &spec, NULL), PE_ERROR_INVALID_ARGUMENT);
  spec.name_zh = "度量";
  spec.id = "budget.execution_rate";
  assert_int_equal (pe_rulebook_measure_new (&measure, &spec, NULL), PE_ERROR_CODE_SYNTAX);
  assert_null (measure);
  pe_rulebook_measure_spec_init (&out, sizeof out);
  assert_int_equal (pe_rulebook_measure_describe (&out, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (pe_rulebook_measure_get_id (NULL));
  assert_null (pe_rulebook_measure_get_name (NULL, PE_LANGUAGE_ZH));
  assert_int_equal (pe_rulebook_get_n_measures (NULL), 0);
  assert_null (pe_rulebook_get_measure (NULL, 0));
  assert_null (pe_rulebook_measure_ref (NULL));
  pe_rulebook_measure_unref (NULL);
}

/* What a formula, an id and a Chinese name are for (rulebook_measure.h): none of them may be missing. */
static void
test_needed_members (void **state)
{
  pe_rulebook_measure_spec specs[3];
  pe_rulebook_measure     *measure = NULL;

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (specs); i++)
    specs[i] = spec_of ("measure.a", "1");
  specs[0].id = NULL;
  specs[1].name_zh = NULL;
  specs[2].formula = NULL;
  for (size_t i = 0; i < G_N_ELEMENTS (specs); i++)
    assert_argument (pe_rulebook_measure_new (&measure, &specs[i], &error), "spec");
  assert_null (measure);
}

static void
test_ids (void **state)
{
  static const char *const good[] = { "measure.a", "measure.a1_b", "measure.z9" };
  static const char *const bad[] = { "measures.a", "measure",    "measure.",    "measure.A",  "measure.1",
                                     "measure._a", "measure.aB", "measure.a-b", "measure.a.b" };
  pe_rulebook_measure     *measure = NULL;
  char                     text[PE_CODE_MAX + 2];
  pe_rulebook_measure_spec spec;

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (good); i++)
    pe_rulebook_measure_unref (make (good[i], "1", NULL, 0));
  for (size_t i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      spec = spec_of (bad[i], "1");
      assert_error (pe_rulebook_measure_new (&measure, &spec, &error), PE_ERROR_CODE_SYNTAX);
    }
  /* As long as a code may be, and by one more. */
  memset (text, 'a', sizeof text);
  memcpy (text, "measure.", strlen ("measure."));
  text[PE_CODE_MAX + 1] = '\0';
  spec = spec_of (text, "1");
  assert_error (pe_rulebook_measure_new (&measure, &spec, &error), PE_ERROR_CODE_SYNTAX);
  assert_null (measure);
  text[PE_CODE_MAX] = '\0';
  pe_rulebook_measure_unref (make (text, "1", NULL, 0));
}

static void
test_columns (void **state)
{
  static const char *const names[] = { "register.projects.a", "register.projects.b", "register.projects.c" };
  static const char *const bad[] = { "projects.a", "register.projects.a b" };
  pe_fact_type             types[] = { PE_FACT_NUMBER, PE_FACT_STRING, PE_FACT_DATE };
  pe_rulebook_measure_spec spec = spec_of ("measure.a", "sum(register.projects.a)");
  pe_rulebook_measure     *measure = NULL;

  (void) state;
  spec.n_columns = G_N_ELEMENTS (names);
  spec.types = types;
  assert_argument (pe_rulebook_measure_new (&measure, &spec, &error), "columns");
  spec.columns = names;
  spec.types = NULL;
  assert_argument (pe_rulebook_measure_new (&measure, &spec, &error), "columns");
  spec.types = types;
  types[1] = PE_FACT_NUMBER - 1;
  assert_argument (pe_rulebook_measure_new (&measure, &spec, &error), "types");
  types[1] = PE_FACT_DATE + 1;
  assert_argument (pe_rulebook_measure_new (&measure, &spec, &error), "types");
  types[1] = PE_FACT_STRING;
  assert_ok (pe_rulebook_measure_new (&measure, &spec, NULL));
  pe_rulebook_measure_unref (measure);
  spec.n_columns = 1;
  for (size_t i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      spec.columns = &bad[i];
      assert_error (pe_rulebook_measure_new (&measure, &spec, &error), PE_ERROR_VALUE_UNKNOWN);
    }
}

/* Without an English name the Chinese one stands for it. */
static void
test_names (void **state)
{
  pe_rulebook_measure_spec spec = spec_of ("measure.a", "1");
  pe_rulebook_measure     *measure = NULL;

  (void) state;
  assert_ok (pe_rulebook_measure_new (&measure, &spec, NULL));
  assert_string_equal (pe_rulebook_measure_get_name (measure, PE_LANGUAGE_ZH), "度量");
  assert_string_equal (pe_rulebook_measure_get_name (measure, PE_LANGUAGE_EN), "度量");
  pe_rulebook_measure_unref (measure);
  spec.name_en = "measure";
  assert_ok (pe_rulebook_measure_new (&measure, &spec, NULL));
  assert_string_equal (pe_rulebook_measure_get_name (measure, PE_LANGUAGE_EN), "measure");
  pe_rulebook_measure_unref (measure);
}

static void
test_units_of_no_number (void **state)
{
  static const pe_unit units[] = { PE_UNIT_TRUTH, PE_UNIT_OTHER, 9999 };
  pe_rulebook_measure *measure = NULL;

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (units); i++)
    {
      pe_rulebook_measure_spec spec = spec_of ("measure.a", "1");

      spec.unit = units[i];
      assert_argument (pe_rulebook_measure_new (&measure, &spec, &error), "unit");
    }
  assert_null (measure);
}

/* An array of measures that is not there, that is empty, and that has a hole: nothing of it is taken. */
static void
test_arrays (void **state)
{
  pe_rulebook_measure     *measure = make ("measure.a", "1", NULL, 0), *other = make ("measure.b", "1", NULL, 0);
  pe_rulebook_measure     *holed[] = { measure, NULL, other }, *whole[] = { measure, other };
  pe_rulebook_measure_spec spec = spec_of ("measure.c", "1");
  pe_rulebook_measure     *made = NULL;
  pe_rule_builder         *rule = begin ("capped_ratio");
  pe_rulebook_builder     *rulebook = begin_rulebook ("10", NULL, 0);

  (void) state;
  spec.n_before = 1;
  assert_argument (pe_rulebook_measure_new (&made, &spec, &error), "before");
  assert_argument (pe_rule_builder_add_measures (rule, NULL, 1, &error), "measures");
  assert_argument (pe_rule_builder_add_measures (rule, holed, 3, &error), "measures");
  assert_ok (pe_rule_builder_add_measures (rule, NULL, 0, NULL));
  assert_ok (pe_rule_builder_add_measures (rule, whole, 2, NULL));
  assert_argument (pe_rulebook_builder_add_measures (rulebook, NULL, 1, &error), "measures");
  assert_argument (pe_rulebook_builder_add_measures (rulebook, holed, 3, &error), "measures");
  assert_ok (pe_rulebook_builder_add_measures (rulebook, NULL, 0, NULL));
  assert_ok (pe_rulebook_builder_add_measures (rulebook, whole, 2, NULL));
  assert_null (made);
  pe_rule_builder_free (rule);
  pe_rulebook_builder_free (rulebook);
  pe_rulebook_measure_unref (measure);
  pe_rulebook_measure_unref (other);
}

/* A rule knows the measures that it was told of, and a rulebook has those of its rules. */
static void
test_use (void **state)
{
  pe_rulebook_measure *first = make ("measure.a", "count(procurement.records)", NULL, 0);
  pe_rulebook_measure *second = make ("measure.b", "measure.a + 1", &first, 1);
  pe_rulebook_measure *both[] = { first, second }, *turned[] = { second, first };
  pe_rule_builder     *rule = begin ("capped_ratio");
  pe_rulebook_builder *builder;
  pe_rulebook         *rulebook;

  (void) state;
  assert_int_equal (pe_rule_builder_bind_measure (rule, "actual", "measure.b", NULL), PE_ERROR_MEASURE_UNKNOWN);
  assert_int_equal (pe_rule_builder_add_measures (NULL, both, 2, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rule_builder_add_measures (rule, both, 2, NULL), PE_OK);
  assert_int_equal (pe_rule_builder_add_measures (rule, both, 1, NULL), PE_ERROR_CODE_DUPLICATE);
  assert_int_equal (pe_rule_builder_bind_measure (rule, "actual", "measure.b", NULL), PE_OK);
  fix (rule, "target", "2个");
  {
    const node nodes[] = { { 0, "1", "10", build (rule) } };

    builder = begin_rulebook ("10", nodes, 1);
  }
  assert_int_equal (pe_rulebook_builder_add_measures (builder, turned, 2, NULL), PE_ERROR_MEASURE_UNKNOWN);
  assert_int_equal (pe_rulebook_builder_add_measures (builder, both, 2, NULL), PE_OK);
  assert_int_equal (pe_rulebook_builder_add_measures (builder, both, 1, NULL), PE_ERROR_CODE_DUPLICATE);
  rulebook = build_rulebook (builder);
  assert_int_equal (pe_rulebook_get_n_measures (rulebook), 2);
  assert_string_equal (pe_rulebook_measure_get_id (pe_rulebook_get_measure (rulebook, 1)), "measure.b");
  assert_null (pe_rulebook_get_measure (rulebook, 2));
  pe_rulebook_unref (rulebook);
  pe_rulebook_measure_unref (first);
  pe_rulebook_measure_unref (second);
}

static void
test_foreign (void **state)
{
  pe_rulebook_measure *measure = make ("measure.a", "1", NULL, 0);
  pe_rule_builder     *rule = begin ("capped_ratio");

  (void) state;
  assert_int_equal (pe_rule_builder_add_measures (rule, &measure, 1, NULL), PE_OK);
  assert_int_equal (pe_rule_builder_bind_measure (rule, "actual", "measure.a", NULL), PE_OK);
  {
    const node nodes[] = { { 0, "1", "10", build (rule) } };

    refuse_rulebook (begin_rulebook ("10", nodes, 1), PE_ERROR_MEASURE_UNKNOWN, "/indicators/0/rule", 1);
  }
  pe_rulebook_measure_unref (measure);
}

/* A measure of the rulebook's id is not the rulebook's where it is made of something else. */
static void
test_other_of_the_same_id (void **state)
{
  pe_rulebook_measure *ours = make ("measure.a", "1", NULL, 0), *theirs = make ("measure.a", "2", NULL, 0);
  pe_rule_builder     *rule = begin ("capped_ratio");
  pe_rulebook_builder *builder;

  (void) state;
  assert_ok (pe_rule_builder_add_measures (rule, &theirs, 1, NULL));
  assert_ok (pe_rule_builder_bind_measure (rule, "actual", "measure.a", NULL));
  {
    const node nodes[] = { { 0, "1", "10", build (rule) } };

    builder = begin_rulebook ("10", nodes, 1);
  }
  assert_ok (pe_rulebook_builder_add_measures (builder, &ours, 1, NULL));
  refuse_rulebook (builder, PE_ERROR_MEASURE_UNKNOWN, "/indicators/0/rule", 1);
  pe_rulebook_measure_unref (ours);
  pe_rulebook_measure_unref (theirs);
}

static pe_rule *
make_ratio_of (pe_rulebook_measure *measure)
{
  pe_rule_builder *builder = begin ("capped_ratio");

  assert_ok (pe_rule_builder_add_measures (builder, &measure, 1, NULL));
  assert_ok (pe_rule_builder_bind_measure (builder, "actual", pe_rulebook_measure_get_id (measure), NULL));
  return build (builder);
}

/* Of two rules to choose from, each with a measure, under a group. */
static pe_rulebook_builder *
begin_alternatives (pe_rulebook_measure *first, pe_rulebook_measure *second)
{
  pe_rule_builder *builder = begin ("alternative");
  pe_rule         *rules[] = { make_ratio_of (first), make_ratio_of (second) };

  word (builder, "choice", "declared");
  assert_ok (pe_rule_builder_add_alternative (builder, "a", rules[0], NULL));
  assert_ok (pe_rule_builder_add_alternative (builder, "b", rules[1], NULL));
  pe_rule_unref (rules[0]);
  pe_rule_unref (rules[1]);
  {
    const node nodes[] = { { 0, "1", "10", NULL }, { 1, "1.1", "10", build (builder) } };

    return begin_rulebook ("10", nodes, 2);
  }
}

static void
test_alternatives (void **state)
{
  pe_rulebook_measure *measures[]
      = { make ("measure.a", "1", NULL, 0), make ("measure.b", "2", NULL, 0), make ("measure.c", "3", NULL, 0) };
  pe_rulebook_builder *builder = begin_alternatives (measures[0], measures[1]);
  pe_rulebook         *rulebook;

  (void) state;
  assert_ok (pe_rulebook_builder_add_measures (builder, &measures[1], 2, NULL));
  refuse_rulebook (builder, PE_ERROR_MEASURE_UNKNOWN, "/indicators/0/indicators/0/rule", 1);
  builder = begin_alternatives (measures[0], measures[1]);
  assert_ok (pe_rulebook_builder_add_measures (builder, measures, 3, NULL));
  rulebook = build_rulebook (builder);
  assert_true (pe_rulebook_uses_measure (rulebook, measures[0]));
  assert_true (pe_rulebook_uses_measure (rulebook, measures[1]));
  assert_false (pe_rulebook_uses_measure (rulebook, measures[2]));
  pe_rulebook_unref (rulebook);
  for (size_t i = 0; i < G_N_ELEMENTS (measures); i++)
    pe_rulebook_measure_unref (measures[i]);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_units),
    cmocka_unit_test (test_unknown_names),
    cmocka_unit_test (test_depth),
    cmocka_unit_test (test_arguments),
    cmocka_unit_test (test_use),
    cmocka_unit_test (test_foreign),
    cmocka_unit_test (test_needed_members),
    cmocka_unit_test (test_ids),
    cmocka_unit_test (test_columns),
    cmocka_unit_test (test_units_of_no_number),
    cmocka_unit_test (test_arrays),
    cmocka_unit_test (test_other_of_the_same_id),
    cmocka_unit_test (test_alternatives),
    cmocka_unit_test (test_names),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
