/* test-lamp.c - how far an indicator is on its way
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

#include <perfeval/lamp.h>

static pe_lamp
light (pe_lamp_kind kind, const char *actual, const char *target, int32_t month)
{
  const pe_figure a = figure (actual), t = figure (target);
  pe_lamp         lamp = 0;

  assert_ok (pe_lamp_compute (&lamp, kind, &a, &t, month, NULL, NULL));
  return lamp;
}

/* Targets, r = actual / (target × m / 12): below 60% red, from 60% yellow, from 80% green, from 120% blue. */
static void
test_target (void **state)
{
  static const struct
  {
    const char *actual;
    pe_lamp     lamp;
  } vectors[]
      = { { "0", PE_LAMP_RED },    { "29.99", PE_LAMP_RED }, { "30", PE_LAMP_YELLOW },   { "39.99", PE_LAMP_YELLOW },
          { "40", PE_LAMP_GREEN }, { "50", PE_LAMP_GREEN },  { "59.99", PE_LAMP_GREEN }, { "60", PE_LAMP_BLUE },
          { "100", PE_LAMP_BLUE }, { "-5", PE_LAMP_RED } };

  (void) state;
  /* By June half of 100 is due: 60% of it is 30. */
  for (size_t i = 0; i < G_N_ELEMENTS (vectors); i++)
    assert_int_equal (light (PE_LAMP_FOR_TARGET, vectors[i].actual, "100", 6), vectors[i].lamp);
  /* By July 100 × 7 / 12, 80% of which is 46.666…: no rounding on either side. */
  assert_int_equal (light (PE_LAMP_FOR_TARGET, "46.666666666666666", "100", 7), PE_LAMP_YELLOW);
  assert_int_equal (light (PE_LAMP_FOR_TARGET, "46.666666666666667", "100", 7), PE_LAMP_GREEN);
  assert_int_equal (light (PE_LAMP_FOR_TARGET, "120000元", "10万元", 12), PE_LAMP_BLUE);
  assert_int_equal (light (PE_LAMP_FOR_TARGET, "95%", "98%", 12), PE_LAMP_GREEN);
  assert_int_equal (light (PE_LAMP_FOR_TARGET, "1", "12", 1), PE_LAMP_GREEN);
}

/* Budgets, r = rate / (m / 12): no blue. */
static void
test_budget (void **state)
{
  (void) state;
  assert_int_equal (light (PE_LAMP_FOR_BUDGET, "449万元", "1000万元", 9), PE_LAMP_RED);
  assert_int_equal (light (PE_LAMP_FOR_BUDGET, "450万元", "1000万元", 9), PE_LAMP_YELLOW);
  assert_int_equal (light (PE_LAMP_FOR_BUDGET, "600万元", "1000万元", 9), PE_LAMP_GREEN);
  assert_int_equal (light (PE_LAMP_FOR_BUDGET, "1000万元", "1000万元", 9), PE_LAMP_GREEN);
}

/* Inside green, outside red, whatever the month. */
static void
test_inverse (void **state)
{
  (void) state;
  for (int32_t month = 1; month <= 12; month++)
    {
      assert_int_equal (light (PE_LAMP_FOR_INVERSE, "30", "30", month), PE_LAMP_GREEN);
      assert_int_equal (light (PE_LAMP_FOR_INVERSE, "30.01", "30", month), PE_LAMP_RED);
    }
  assert_int_equal (light (PE_LAMP_FOR_INVERSE, "0", "0", 1), PE_LAMP_GREEN);
}

static void
test_bands (void **state)
{
  const pe_figure actual = figure ("45"), target = figure ("100");
  pe_lamp_bands   bands;
  pe_lamp         lamp = 0;

  (void) state;
  pe_lamp_bands_init (&bands, sizeof bands);
  assert_int_equal (bands.struct_size, sizeof bands);
  assert_true (bands.yellow.coefficient == 6 && bands.yellow.scale == 1);
  assert_true (bands.green.coefficient == 8 && bands.green.scale == 1);
  assert_true (bands.blue.coefficient == 12 && bands.blue.scale == 1);
  /* 45 of 50 is 90%. */
  bands.green = decimal ("0.91");
  assert_ok (pe_lamp_compute (&lamp, PE_LAMP_FOR_TARGET, &actual, &target, 6, &bands, NULL));
  assert_int_equal (lamp, PE_LAMP_YELLOW);
  bands.green = bands.blue = decimal ("0.9");
  assert_ok (pe_lamp_compute (&lamp, PE_LAMP_FOR_TARGET, &actual, &target, 6, &bands, NULL));
  assert_int_equal (lamp, PE_LAMP_BLUE);
  bands.yellow = decimal ("0.95");
  assert_error (pe_lamp_compute (&lamp, PE_LAMP_FOR_TARGET, &actual, &target, 6, &bands, &error),
                PE_ERROR_INVALID_ARGUMENT);
  bands.yellow = decimal ("0.6");
  bands.blue = decimal ("0.89"); /* below green */
  assert_error (pe_lamp_compute (&lamp, PE_LAMP_FOR_TARGET, &actual, &target, 6, &bands, &error),
                PE_ERROR_INVALID_ARGUMENT);
  bands.blue = decimal ("0.9");
  bands.yellow = decimal ("-0.1");
  assert_error (pe_lamp_compute (&lamp, PE_LAMP_FOR_TARGET, &actual, &target, 6, &bands, &error),
                PE_ERROR_INVALID_ARGUMENT);
  for (size_t i = 0; i < 4; i++)
    {
      pe_lamp_bands_init (&bands, sizeof bands);
      if (i == 3)
        bands.reserved = 1;
      else
        (i == 0 ? &bands.yellow : i == 1 ? &bands.green : &bands.blue)->reserved = 1;
      assert_error (pe_lamp_compute (&lamp, PE_LAMP_FOR_TARGET, &actual, &target, 6, &bands, &error),
                    PE_ERROR_INVALID_ARGUMENT);
    }
  bands.struct_size = 0;
  assert_error (pe_lamp_compute (&lamp, PE_LAMP_FOR_TARGET, &actual, &target, 6, &bands, &error),
                PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (lamp, PE_LAMP_BLUE);
  pe_lamp_bands_init (NULL, sizeof bands);
}

static void
assert_refused (pe_lamp_kind kind, const char *actual, const char *target, int32_t month, pe_status code)
{
  const pe_figure a = figure (actual), t = figure (target);
  pe_lamp         lamp = 77;

  assert_error (pe_lamp_compute (&lamp, kind, &a, &t, month, NULL, &error), code);
  assert_int_equal (lamp, 77);
}

static void
test_faults (void **state)
{
  const pe_figure one = figure ("1");
  pe_figure       broken = one, text = { { 0, 0, 0 }, PE_STATE_TEXT, PE_UNIT_NONE };
  pe_lamp         lamp = 0;

  (void) state;
  assert_refused (PE_LAMP_FOR_TARGET, "1", "2", 0, PE_ERROR_INVALID_ARGUMENT);
  assert_refused (PE_LAMP_FOR_TARGET, "1", "2", 13, PE_ERROR_INVALID_ARGUMENT);
  assert_refused (0, "1", "2", 1, PE_ERROR_INVALID_ARGUMENT);
  assert_refused (4, "1", "2", 1, PE_ERROR_INVALID_ARGUMENT);
  assert_refused (PE_LAMP_FOR_TARGET, "", "2", 1, PE_ERROR_FIGURE_MISSING);
  assert_refused (PE_LAMP_FOR_TARGET, "1", "-", 1, PE_ERROR_NOT_APPLICABLE);
  assert_refused (PE_LAMP_FOR_TARGET, "1", "2元", 1, PE_ERROR_UNIT_MISMATCH);
  assert_refused (PE_LAMP_FOR_TARGET, "是", "是", 1, PE_ERROR_UNIT_MISMATCH);
  assert_refused (PE_LAMP_FOR_TARGET, "1", "-2", 1, PE_ERROR_NEGATIVE_AMOUNT);
  assert_refused (PE_LAMP_FOR_TARGET, "1", "0", 1, PE_ERROR_ZERO_DENOMINATOR);
  assert_refused (PE_LAMP_FOR_BUDGET, "1", "0", 1, PE_ERROR_ZERO_DENOMINATOR);
  assert_error (pe_lamp_compute (NULL, PE_LAMP_FOR_TARGET, &one, &one, 1, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_lamp_compute (&lamp, PE_LAMP_FOR_TARGET, NULL, &one, 1, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_lamp_compute (&lamp, PE_LAMP_FOR_TARGET, &one, NULL, 1, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_lamp_compute (&lamp, PE_LAMP_FOR_TARGET, &text, &one, 1, NULL, &error), PE_ERROR_FIGURE_TEXT);
  text.state = PE_STATE_ZERO_DENOMINATOR; /* of a result, not of a figure that is handed in */
  assert_error (pe_lamp_compute (&lamp, PE_LAMP_FOR_TARGET, &text, &one, 1, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  broken.value.scale = 19;
  assert_error (pe_lamp_compute (&lamp, PE_LAMP_FOR_TARGET, &broken, &one, 1, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
}

static void
test_worst (void **state)
{
  const pe_lamp lamps[] = { PE_LAMP_BLUE, 0, PE_LAMP_GREEN, PE_LAMP_YELLOW, PE_LAMP_RED },
                wrong[] = { PE_LAMP_RED, 5, -1 };
  pe_lamp worst = 77;

  (void) state;
  assert_ok (pe_lamp_worst (&worst, lamps, 1, NULL));
  assert_int_equal (worst, PE_LAMP_BLUE);
  assert_ok (pe_lamp_worst (&worst, lamps, 3, NULL));
  assert_int_equal (worst, PE_LAMP_GREEN);
  assert_ok (pe_lamp_worst (&worst, lamps, 4, NULL));
  assert_int_equal (worst, PE_LAMP_YELLOW);
  assert_ok (pe_lamp_worst (&worst, lamps, 5, NULL));
  assert_int_equal (worst, PE_LAMP_RED);
  /* A better one behind a worse one, and none behind it. */
  assert_ok (pe_lamp_worst (&worst, (const pe_lamp[]) { PE_LAMP_YELLOW, PE_LAMP_GREEN, 0 }, 3, NULL));
  assert_int_equal (worst, PE_LAMP_YELLOW);
  assert_ok (pe_lamp_worst (&worst, lamps + 1, 1, NULL));
  assert_int_equal (worst, 0);
  assert_ok (pe_lamp_worst (&worst, NULL, 0, NULL));
  assert_int_equal (worst, 0);
  assert_error (pe_lamp_worst (&worst, wrong, 2, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_lamp_worst (&worst, wrong + 2, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_lamp_worst (&worst, NULL, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_lamp_worst (NULL, lamps, 1, &error), PE_ERROR_INVALID_ARGUMENT);
}

static void
test_names (void **state)
{
  (void) state;
  assert_string_equal (pe_lamp_get_name (PE_LAMP_RED, PE_LANGUAGE_ZH), "红灯");
  assert_string_equal (pe_lamp_get_name (PE_LAMP_BLUE, PE_LANGUAGE_EN), "blue");
  assert_null (pe_lamp_get_name (0, PE_LANGUAGE_ZH));
  assert_null (pe_lamp_get_name (5, PE_LANGUAGE_ZH));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_target), cmocka_unit_test (test_budget), cmocka_unit_test (test_inverse),
    cmocka_unit_test (test_bands),  cmocka_unit_test (test_faults), cmocka_unit_test (test_worst),
    cmocka_unit_test (test_names),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
