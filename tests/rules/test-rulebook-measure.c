/* test-rulebook-measure.c - measures that a rulebook declares
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

#include <perfeval/rulebook_measure.h>

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
  };
  /* What cannot be told is taken as it is said. */
  static const char *const unknown[]
      = { "if budget.executed > 0 then budget.executed else 0", "budget.executed * budget.executed",
          "budget.executed + 1", "budget.executed * budget.executed / 2", "2 * (budget.executed + 1)" };

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

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_units),     cmocka_unit_test (test_unknown_names), cmocka_unit_test (test_depth),
    cmocka_unit_test (test_arguments), cmocka_unit_test (test_use),           cmocka_unit_test (test_foreign),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
