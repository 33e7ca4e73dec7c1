/* test-shape-binary.c - all or nothing
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

static pe_rule *
make (const char *compare)
{
  pe_rule_builder *builder = begin ("binary");

  bind (builder, "value", "value");
  if (compare != NULL)
    {
      word (builder, "compare", compare);
      bind (builder, "limit", "limit");
    }
  return build (builder);
}

static void
test_truth (void **state)
{
  pe_rule *rule = make (NULL);

  (void) state;
  assert_points (rule, "5", GIVEN ({ "value", "是" }), "5/1");
  assert_points (rule, "5", GIVEN ({ "value", "否" }), "0/1");
  assert_fault (rule, "5", GIVEN ({ "value", "1" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "5", NOTHING, PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "5", GIVEN ({ "value", ":yes" }), PE_ERROR_FIGURE_TEXT);
  assert_formula (rule, "5", GIVEN ({ "value", "是" }), "是 → 5", "yes → 5");
  assert_formula (rule, "5", GIVEN ({ "value", "否" }), "否 → 0", "no → 0");
  pe_rule_unref (rule);
}

static void
test_comparisons (void **state)
{
  static const struct
  {
    const char *compare;
    const char *points[3]; /* of 9, 10 and 11 against 10 */
    const char *formulas[3];
  } vectors[] = {
    { "<=", { "5/1", "5/1", "0/1" }, { "9 ≤ 10 → 5", "10 ≤ 10 → 5", "11 > 10 → 0" } },
    { "<", { "5/1", "0/1", "0/1" }, { "9 < 10 → 5", "10 ≥ 10 → 0", "11 ≥ 10 → 0" } },
    { ">=", { "0/1", "5/1", "5/1" }, { "9 < 10 → 0", "10 ≥ 10 → 5", "11 ≥ 10 → 5" } },
    { ">", { "0/1", "0/1", "5/1" }, { "9 ≤ 10 → 0", "10 ≤ 10 → 0", "11 > 10 → 5" } },
    { "=", { "0/1", "5/1", "0/1" }, { "9 ≠ 10 → 0", "10 = 10 → 5", "11 ≠ 10 → 0" } },
  };
  static const char *const values[] = { "9", "10", "11" };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      pe_rule *rule = make (vectors[i].compare);

      for (size_t k = 0; k < 3; k++)
        {
          const given *givens = GIVEN ({ "value", values[k] }, { "limit", "10" });

          assert_points (rule, "5", givens, vectors[i].points[k]);
          assert_formula (rule, "5", givens, vectors[i].formulas[k], vectors[i].formulas[k]);
        }
      pe_rule_unref (rule);
    }
}

static void
test_units (void **state)
{
  pe_rule *rule = make ("<=");

  (void) state;
  assert_points (rule, "5", GIVEN ({ "value", "9999元" }, { "limit", "1万元" }), "5/1");
  assert_points (rule, "5", GIVEN ({ "value", "10001元" }, { "limit", "1万元" }), "0/1");
  assert_formula (rule, "5", GIVEN ({ "value", "0.9万元" }, { "limit", "10000元" }), "0.9 万元 ≤ 1.0000 万元 → 5",
                  "0.9 万元 ≤ 1.0000 万元 → 5");
  assert_fault (rule, "5", GIVEN ({ "value", "9元" }, { "limit", "10" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "5", GIVEN ({ "value", "是" }, { "limit", "是" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "5", GIVEN ({ "value", "9元" }), PE_ERROR_FIGURE_MISSING);
  pe_rule_unref (rule);
}

static void
test_parameters (void **state)
{
  pe_rule_builder *builder = begin ("binary");

  (void) state;
  bind (builder, "value", "v");
  word (builder, "compare", "<=");
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
  builder = begin ("binary");
  bind (builder, "value", "v");
  fix (builder, "limit", "1");
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
  builder = begin ("binary");
  measure (builder, "value", "budget.execution_rate");
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
  builder = begin ("binary");
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_truth),
    cmocka_unit_test (test_comparisons),
    cmocka_unit_test (test_units),
    cmocka_unit_test (test_parameters),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
