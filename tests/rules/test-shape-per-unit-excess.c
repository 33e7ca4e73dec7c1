/* test-shape-per-unit-excess.c - points off for each unit beyond the target
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

static pe_rule_builder *
begin_rule (const char *count, const char *side, const char *relative, const char *per, const char *points)
{
  pe_rule_builder *builder = begin ("per_unit_excess");

  bind (builder, "actual", "actual");
  bind (builder, "target", "target");
  word (builder, "side", side);
  word (builder, "count", count);
  if (relative != NULL)
    word (builder, "relative", relative);
  number (builder, "per", per);
  number (builder, "points", points);
  return builder;
}

static pe_rule *
make (const char *count, const char *side, const char *relative, const char *per, const char *points, pe_unit unit)
{
  pe_rule_builder *builder = begin_rule (count, side, relative, per, points);

  if (unit != PE_UNIT_NONE)
    assert_ok (pe_rule_builder_set_unit (builder, unit, NULL));
  return build (builder);
}

/* R9, w 8, 0.8 for each percentage point: an excess of 0.4 gives 7.68, 8.00 and 7.20; of 2.3 6.16, 6.40 and 5.60; of
 * 12 nothing, whichever way it is counted. */
static void
test_vectors (void **state)
{
  static const struct
  {
    const char *count;
    const char *points[3];
  } vectors[] = {
    { "continuous", { "7.68", "6.16", "0.00" } },
    { "floor", { "8.00", "6.40", "0.00" } },
    { "ceiling", { "7.20", "5.60", "0.00" } },
  };
  static const pe_unit units[] = { PE_UNIT_PERCENT, PE_UNIT_PERCENTAGE_POINT };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (vectors); i++)
    for (size_t k = 0; k < G_N_ELEMENTS (units); k++)
      {
        pe_rule *rule = make (vectors[i].count, "above", NULL, "1", "0.8", units[k]);

        assert_rounded (rule, "8", GIVEN ({ "actual", "100.4%" }, { "target", "100%" }), vectors[i].points[0]);
        assert_rounded (rule, "8", GIVEN ({ "actual", "102.3%" }, { "target", "100%" }), vectors[i].points[1]);
        assert_rounded (rule, "8", GIVEN ({ "actual", "112%" }, { "target", "100%" }), vectors[i].points[2]);
        assert_rounded (rule, "8", GIVEN ({ "actual", "98%" }, { "target", "100%" }), "8.00");
        assert_rounded (rule, "8", GIVEN ({ "actual", "100%" }, { "target", "100%" }), "8.00");
        /* A whole unit is one, however it is counted. */
        assert_rounded (rule, "8", GIVEN ({ "actual", "1010‰" }, { "target", "100%" }), "7.20");
        pe_rule_unref (rule);
      }
}

/* 预算完成率 [P2]: w 5, 100% is full, each 5% under costs 2: 93% is 1.4 units, floor 1: 3.00; continuous 2.2. */
static void
test_below (void **state)
{
  pe_rule *whole = make ("floor", "below", "no", "5", "2", PE_UNIT_PERCENT);
  pe_rule *part = make ("continuous", "below", "no", "5", "2", PE_UNIT_PERCENT);

  (void) state;
  assert_rounded (whole, "5", GIVEN ({ "actual", "93%" }, { "target", "100%" }), "3.00");
  assert_rounded (part, "5", GIVEN ({ "actual", "93%" }, { "target", "100%" }), "2.20");
  assert_rounded (whole, "5", GIVEN ({ "actual", "107%" }, { "target", "100%" }), "5.00");
  assert_rounded (whole, "5", GIVEN ({ "actual", "80%" }, { "target", "100%" }), "0.00");
  pe_rule_unref (part);
  pe_rule_unref (whole);
}

/* 楼堂馆所投资控制率 [P2]: w 5, each 5% over costs 2, of amounts: 110 of 100 is 10% over, two units. */
static void
test_relative (void **state)
{
  pe_rule *rule = make ("floor", "above", "yes", "5", "2", PE_UNIT_PERCENT);
  pe_rule *money = make ("floor", "above", "no", "5", "2", PE_UNIT_WAN_YUAN);
  pe_rule *bare = make ("continuous", "above", "yes", "0.05", "2", PE_UNIT_NONE);

  (void) state;
  assert_points (rule, "5", GIVEN ({ "actual", "110万元" }, { "target", "100万元" }), "1/1");
  assert_points (rule, "5", GIVEN ({ "actual", "110个" }, { "target", "100个" }), "1/1");
  assert_points (bare, "5", GIVEN ({ "actual", "107.5" }, { "target", "100" }), "2/1");
  assert_points (money, "5", GIVEN ({ "actual", "1070000元" }, { "target", "100万元" }), "3/1");
  assert_fault (rule, "5", GIVEN ({ "actual", "1" }, { "target", "0" }), PE_ERROR_ZERO_DENOMINATOR);
  assert_fault (rule, "5", GIVEN ({ "actual", "1" }, { "target", "-2" }), PE_ERROR_NEGATIVE_AMOUNT);
  assert_true (pe_rule_can_divide_by_zero (rule));
  assert_false (pe_rule_can_divide_by_zero (money));
  assert_rate (rule, "5", GIVEN ({ "actual", "110" }, { "target", "100" }), "1/10");
  assert_rate (money, "5", GIVEN ({ "actual", "110万元" }, { "target", "100万元" }), NULL);
  pe_rule_unref (bare);
  pe_rule_unref (money);
  pe_rule_unref (rule);
}

/* 变动率, at most -30% [P7]: a target below 0 is one where differences are counted. */
static void
test_negative_target (void **state)
{
  pe_rule *rule = make ("continuous", "above", NULL, "1", "0.5", PE_UNIT_PERCENTAGE_POINT);

  (void) state;
  assert_points (rule, "10", GIVEN ({ "actual", "-28%" }, { "target", "-30%" }), "9/1");
  assert_points (rule, "10", GIVEN ({ "actual", "-35%" }, { "target", "-30%" }), "10/1");
  assert_rate (rule, "10", GIVEN ({ "actual", "-28%" }, { "target", "-30%" }), "-7/25");
  pe_rule_unref (rule);
}

static void
test_states (void **state)
{
  pe_rule *rule = make ("floor", "above", NULL, "1", "0.8", PE_UNIT_PERCENT);

  (void) state;
  assert_fault (rule, "8", GIVEN ({ "actual", "102" }, { "target", "100" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "8", GIVEN ({ "actual", "102%" }, { "target", "1" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "8", GIVEN ({ "actual", "102%" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "8", GIVEN ({ "actual", "-" }, { "target", "100%" }), PE_ERROR_NOT_APPLICABLE);
  pe_rule_unref (rule);
}

static void
test_build (void **state)
{
  pe_rule_builder *builder = begin_rule ("floor", "above", "yes", "1", "1");
  const pe_decimal minus = { -1, 0, 0 }, nothing = { 0, 1, 0 };

  (void) state;
  assert_error (pe_rule_builder_set_number (builder, "points", &minus, &error), PE_ERROR_PARAMETER_RANGE);
  assert_error (pe_rule_builder_set_number (builder, "points", &nothing, &error), PE_ERROR_PARAMETER_RANGE);
  assert_error (pe_rule_builder_set_number (builder, "per", &nothing, &error), PE_ERROR_PARAMETER_RANGE);
  assert_ok (pe_rule_builder_set_unit (builder, PE_UNIT_WAN_YUAN, NULL));
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/unit");
  builder = begin_rule ("floor", "above", "yes", "1", "1");
  fix (builder, "target", "0%");
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/target");
  builder = begin ("per_unit_excess");
  bind (builder, "actual", "a");
  fix (builder, "target", "100%");
  word (builder, "side", "above");
  number (builder, "per", "1");
  number (builder, "points", "0.5");
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
}

static void
test_formula (void **state)
{
  pe_rule *part = make ("continuous", "above", NULL, "1", "0.8", PE_UNIT_PERCENTAGE_POINT);
  pe_rule *whole = make ("floor", "below", "no", "5", "2", PE_UNIT_PERCENT);
  pe_rule *relative = make ("ceiling", "above", "yes", "5", "2", PE_UNIT_PERCENT);
  pe_rule *money = make ("floor", "above", "no", "5", "2", PE_UNIT_WAN_YUAN);

  (void) state;
  assert_formula (part, "8", GIVEN ({ "actual", "102.3%" }, { "target", "100%" }),
                  "8 − 0.8 × (102.3% − 100%) / 1 百分点", "8 − 0.8 × (102.3% − 100%) / 1 百分点");
  assert_formula (part, "8", GIVEN ({ "actual", "112%" }, { "target", "100%" }),
                  "max(0, 8 − 0.8 × (112% − 100%) / 1 百分点)", "max(0, 8 − 0.8 × (112% − 100%) / 1 百分点)");
  assert_formula (part, "8", GIVEN ({ "actual", "98%" }, { "target", "100%" }), "98% ≤ 100% → 8", "98% ≤ 100% → 8");
  assert_formula (whole, "5", GIVEN ({ "actual", "93%" }, { "target", "100%" }), "5 − 2 × ⌊(100% − 93%) / 5%⌋",
                  "5 − 2 × ⌊(100% − 93%) / 5%⌋");
  assert_formula (whole, "5", GIVEN ({ "actual", "100%" }, { "target", "100%" }), "100% ≥ 100% → 5", "100% ≥ 100% → 5");
  assert_formula (whole, "5", GIVEN ({ "actual", "107%" }, { "target", "100%" }), "107% ≥ 100% → 5", "107% ≥ 100% → 5");
  assert_formula (relative, "5", GIVEN ({ "actual", "106" }, { "target", "100" }), "5 − 2 × ⌈(106 − 100) / 100 / 5%⌉",
                  "5 − 2 × ⌈(106 − 100) / 100 / 5%⌉");
  assert_formula (money, "5", GIVEN ({ "actual", "107万元" }, { "target", "100万元" }), "5 − 2 × ⌊(107 − 100) / 5⌋",
                  "5 − 2 × ⌊(107 − 100) / 5⌋");
  assert_formula (money, "5", GIVEN ({ "actual", "1070000元" }, { "target", "1000000元" }),
                  "5 − 2 × ⌊(1070000 元 − 1000000 元) / 5 万元⌋", "5 − 2 × ⌊(1070000 元 − 1000000 元) / 5 万元⌋");
  pe_rule_unref (money);
  pe_rule_unref (relative);
  pe_rule_unref (whole);
  pe_rule_unref (part);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_vectors),         cmocka_unit_test (test_below),  cmocka_unit_test (test_relative),
    cmocka_unit_test (test_negative_target), cmocka_unit_test (test_states), cmocka_unit_test (test_build),
    cmocka_unit_test (test_formula),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
