/* test-figure.c - figures: reading, units, converting, printing
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/figure-private.h"

static const pe_figure untouched = { { 4711, 3, 0 }, PE_STATE_VALUE, PE_UNIT_DAY };

static void
assert_figure (const pe_figure *found, const pe_figure *expected)
{
  assert_int_equal (found->value.coefficient, expected->value.coefficient);
  assert_int_equal (found->value.scale, expected->value.scale);
  assert_int_equal (found->value.reserved, 0);
  assert_int_equal (found->state, expected->state);
  assert_int_equal (found->unit, expected->unit);
}

static void
assert_refused (pe_status status, pe_status expected, pe_error **error)
{
  assert_int_equal (status, expected);
  assert_non_null (*error);
  assert_int_equal (pe_error_get_status (*error), expected);
  pe_error_unref (*error);
  *error = NULL;
}

/* Reading */

static const struct
{
  const char *text;
  int64_t     coefficient;
  int32_t     scale;
  pe_unit     unit;
} value_texts[] = {
  { "2,149.56万元", 214956, 2, PE_UNIT_WAN_YUAN },
  { "2149.56 万元", 214956, 2, PE_UNIT_WAN_YUAN },
  { "99.71%", 9971, 2, PE_UNIT_PERCENT },
  { "99.71 %", 9971, 2, PE_UNIT_PERCENT },
  { "99.71％", 9971, 2, PE_UNIT_PERCENT },
  { "0.5‰", 5, 1, PE_UNIT_PERMILLE },
  { "4.17百分点", 417, 2, PE_UNIT_PERCENTAGE_POINT },
  { "4.17个百分点", 417, 2, PE_UNIT_PERCENTAGE_POINT },
  { "50 个", 50, 0, PE_UNIT_COUNT },
  { "50个", 50, 0, PE_UNIT_COUNT },
  { "3家", 3, 0, PE_UNIT_COUNT },
  { "3次", 3, 0, PE_UNIT_COUNT },
  { "3人", 3, 0, PE_UNIT_COUNT },
  { "3项", 3, 0, PE_UNIT_COUNT },
  { "3件", 3, 0, PE_UNIT_COUNT },
  { "3户", 3, 0, PE_UNIT_COUNT },
  { "3份", 3, 0, PE_UNIT_COUNT },
  { "3名", 3, 0, PE_UNIT_COUNT },
  { "3宗", 3, 0, PE_UNIT_COUNT },
  { "3条", 3, 0, PE_UNIT_COUNT },
  { "30天", 30, 0, PE_UNIT_DAY },
  { "30日", 30, 0, PE_UNIT_DAY },
  { "9.5分", 95, 1, PE_UNIT_POINT },
  { "100元", 100, 0, PE_UNIT_YUAN },
  { "1.2亿元", 12, 1, PE_UNIT_YI_YUAN },
  { "-5", -5, 0, PE_UNIT_NONE },
  { "+5", 5, 0, PE_UNIT_NONE },
  { "0", 0, 0, PE_UNIT_NONE },
  { "0.00", 0, 2, PE_UNIT_NONE },
  { "\xe3\x80\x80 12 \xe3\x80\x80元\t\r\n\xe3\x80\x80", 12, 0, PE_UNIT_YUAN },
  { "\xc2\xa0"
    "7\xc2\xa0",
    7, 0, PE_UNIT_NONE },
  { "是", 1, 0, PE_UNIT_TRUTH },
  { " 否 ", 0, 0, PE_UNIT_TRUTH },
  { "1 是/否", 1, 0, PE_UNIT_TRUTH },
  { "0 是/否", 0, 0, PE_UNIT_TRUTH },
  { "30公里", 30, 0, PE_UNIT_OTHER },
  { "5 m2", 5, 0, PE_UNIT_OTHER },
  { "5 eur", 5, 0, PE_UNIT_OTHER },
  { "5e", 5, 0, PE_UNIT_OTHER },
  { "36.6℃", 366, 1, PE_UNIT_OTHER },
  { "5 €", 5, 0, PE_UNIT_OTHER },
  { "3个工作日", 3, 0, PE_UNIT_OTHER },
  { "3 万 元", 3, 0, PE_UNIT_OTHER },
};

static void
test_parse_value (void **state)
{
  size_t i;

  (void) state;
  for (i = 0; i < G_N_ELEMENTS (value_texts); i++)
    {
      const pe_decimal number = { value_texts[i].coefficient, value_texts[i].scale, 0 };
      const pe_figure  expected = { number, PE_STATE_VALUE, value_texts[i].unit };
      pe_figure        found = untouched;

      assert_int_equal (pe_figure_parse (&found, value_texts[i].text, strlen (value_texts[i].text), NULL), PE_OK);
      assert_figure (&found, &expected);
      assert_true (pe_figure_is_well_formed (&found));
    }
}

static void
test_parse_state (void **state)
{
  static const struct
  {
    const char *text;
    pe_state    state;
  } cases[] = {
    { "", PE_STATE_MISSING },
    { "  \t", PE_STATE_MISSING },
    { "\xe3\x80\x80", PE_STATE_MISSING },
    { "-", PE_STATE_NOT_APPLICABLE },
    { " - ", PE_STATE_NOT_APPLICABLE },
    { "--", PE_STATE_NOT_APPLICABLE },
    { "—", PE_STATE_NOT_APPLICABLE },
    { "/", PE_STATE_NOT_APPLICABLE },
    { "不适用", PE_STATE_NOT_APPLICABLE },
    { "\xe3\x80\x80不适用\xe3\x80\x80", PE_STATE_NOT_APPLICABLE },
    { "n/a", PE_STATE_NOT_APPLICABLE },
    { "N/A", PE_STATE_NOT_APPLICABLE },
    { "N/a", PE_STATE_NOT_APPLICABLE },
  };
  size_t i;

  (void) state;
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const pe_figure expected = { { 0, 0, 0 }, cases[i].state, PE_UNIT_NONE };
      pe_figure       found = untouched;

      assert_int_equal (pe_figure_parse (&found, cases[i].text, strlen (cases[i].text), NULL), PE_OK);
      assert_figure (&found, &expected);
    }
}

static const struct
{
  const char *text;
  pe_status   status;
} refused_texts[] = {
  { "完成", PE_ERROR_NUMBER_SYNTAX },
  { "约30", PE_ERROR_NUMBER_SYNTAX },
  { "≥30", PE_ERROR_NUMBER_SYNTAX },
  { "¥100", PE_ERROR_NUMBER_SYNTAX },
  { "３０", PE_ERROR_NUMBER_SYNTAX },
  { "%", PE_ERROR_NUMBER_SYNTAX },
  { "元", PE_ERROR_NUMBER_SYNTAX },
  { "+", PE_ERROR_NUMBER_SYNTAX },
  { ".5", PE_ERROR_NUMBER_SYNTAX },
  { "5.元", PE_ERROR_NUMBER_SYNTAX },
  { "1.2.3", PE_ERROR_NUMBER_SYNTAX },
  { "5-3", PE_ERROR_NUMBER_SYNTAX },
  { "5/6", PE_ERROR_NUMBER_SYNTAX },
  { "2023-01-01", PE_ERROR_NUMBER_SYNTAX },
  { "30 40", PE_ERROR_NUMBER_SYNTAX },
  { "30~40", PE_ERROR_NUMBER_SYNTAX },
  { "30（个）", PE_ERROR_NUMBER_SYNTAX },
  { "5 是", PE_ERROR_NUMBER_SYNTAX },
  { "1否", PE_ERROR_NUMBER_SYNTAX },
  { "2 是/否", PE_ERROR_NUMBER_SYNTAX },
  { "---", PE_ERROR_NUMBER_SYNTAX },
  { "1e5", PE_ERROR_NUMBER_EXPONENT },
  { "1.5E-3万元", PE_ERROR_NUMBER_EXPONENT },
  { "7,00.0,77元", PE_ERROR_THOUSANDS_SEPARATOR },
  { "50,个", PE_ERROR_THOUSANDS_SEPARATOR },
  { "9223372036854775808元", PE_ERROR_LIMIT_DIGITS },
  { "0.1234567890123456789%", PE_ERROR_LIMIT_DIGITS },
  { "12\xff", PE_ERROR_INVALID_UTF8 },
  { "\xe4\xb8", PE_ERROR_INVALID_UTF8 },
  { "12\xed\xa0\x80", PE_ERROR_INVALID_UTF8 },
};

static void
test_parse_refused (void **state)
{
  pe_figure found = untouched;
  pe_error *error = NULL;
  size_t    i;

  (void) state;
  for (i = 0; i < G_N_ELEMENTS (refused_texts); i++)
    {
      const char     *text = refused_texts[i].text;
      const pe_status expected = refused_texts[i].status;

      assert_refused (pe_figure_parse (&found, text, strlen (text), &error), expected, &error);
      assert_int_equal (pe_figure_parse (&found, text, strlen (text), NULL), expected);
      assert_figure (&found, &untouched);
    }
  assert_refused (pe_figure_parse (&found, "12\0", 3, &error), PE_ERROR_NUMBER_SYNTAX, &error);
  assert_refused (pe_figure_parse (NULL, "1", 1, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_figure_parse (&found, NULL, 0, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_figure (&found, &untouched);
}

/* All of a text that is no number is said to be wrong, and of another just what was read as the number. */
static void
test_parse_found (void **state)
{
  static const char *const texts[][2] = { { "+甲", "+甲" }, { ".", "." }, { "-,元", "-,元" }, { "5.元", "5." } };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      pe_figure found;
      pe_error *error = NULL;

      assert_int_equal (pe_figure_parse (&found, texts[i][0], strlen (texts[i][0]), &error), PE_ERROR_NUMBER_SYNTAX);
      assert_string_equal (pe_finding_get_parameter_name (pe_error_get_finding (error), 0), "found");
      assert_string_equal (pe_finding_get_parameter_text (pe_error_get_finding (error), 0), texts[i][1]);
      pe_error_unref (error);
    }
}

/* Only the bytes given are looked at. */
static void
test_parse_length (void **state)
{
  const pe_figure expected = { { 12, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };
  char            exact[2] = { '1', '2' };
  pe_figure       found;

  (void) state;
  assert_int_equal (pe_figure_parse (&found, "12万元", 2, NULL), PE_OK);
  assert_figure (&found, &expected);
  assert_int_equal (pe_figure_parse (&found, exact, sizeof exact, NULL), PE_OK);
  assert_figure (&found, &expected);
}

/* Converting */

static void
test_convert (void **state)
{
  static const struct
  {
    pe_decimal from;
    pe_unit    from_unit;
    pe_decimal to;
    pe_unit    to_unit;
  } cases[] = {
    { { 214956, 2, 0 }, PE_UNIT_WAN_YUAN, { 21495600, 0, 0 }, PE_UNIT_YUAN },
    { { 12345678, 6, 0 }, PE_UNIT_WAN_YUAN, { 12345678, 2, 0 }, PE_UNIT_YUAN },
    { { 5, 0, 0 }, PE_UNIT_WAN_YUAN, { 50000, 0, 0 }, PE_UNIT_YUAN },
    { { 21495600, 0, 0 }, PE_UNIT_YUAN, { 21495600, 4, 0 }, PE_UNIT_WAN_YUAN },
    { { 1, 0, 0 }, PE_UNIT_YUAN, { 1, 8, 0 }, PE_UNIT_YI_YUAN },
    { { 12, 1, 0 }, PE_UNIT_YI_YUAN, { 12000, 0, 0 }, PE_UNIT_WAN_YUAN },
    { { 9971, 2, 0 }, PE_UNIT_PERCENT, { 9971, 1, 0 }, PE_UNIT_PERMILLE },
    { { 5, 0, 0 }, PE_UNIT_PERMILLE, { 5, 1, 0 }, PE_UNIT_PERCENT },
    { { -5, 0, 0 }, PE_UNIT_COUNT, { -5, 0, 0 }, PE_UNIT_COUNT },
    { { 5, 3, 0 }, PE_UNIT_OTHER, { 5, 3, 0 }, PE_UNIT_OTHER },
    { { 0, 18, 0 }, PE_UNIT_YUAN, { 0, 18, 0 }, PE_UNIT_YI_YUAN },
    /* Zeros go where 18 places are full. */
    { { 12300000000, 18, 0 }, PE_UNIT_YUAN, { 123, 18, 0 }, PE_UNIT_YI_YUAN },
    { { INT64_MIN, 4, 0 }, PE_UNIT_WAN_YUAN, { INT64_MIN, 0, 0 }, PE_UNIT_YUAN },
  };
  size_t i;

  (void) state;
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const pe_figure expected = { cases[i].to, PE_STATE_VALUE, cases[i].to_unit };
      pe_figure       figure = { cases[i].from, PE_STATE_VALUE, cases[i].from_unit };

      assert_int_equal (pe_figure_convert (&figure, &figure, cases[i].to_unit, NULL), PE_OK);
      assert_figure (&figure, &expected);
    }
}

static void
test_convert_state (void **state)
{
  const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  const pe_figure not_applicable = { { 0, 0, 0 }, PE_STATE_NOT_APPLICABLE, PE_UNIT_YUAN };
  pe_figure       found;

  (void) state;
  assert_int_equal (pe_figure_convert (&found, &missing, PE_UNIT_WAN_YUAN, NULL), PE_OK);
  assert_figure (&found, &(pe_figure) { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_WAN_YUAN });
  assert_int_equal (pe_figure_convert (&found, &not_applicable, PE_UNIT_YI_YUAN, NULL), PE_OK);
  assert_figure (&found, &(pe_figure) { { 0, 0, 0 }, PE_STATE_NOT_APPLICABLE, PE_UNIT_YI_YUAN });
  assert_int_equal (pe_figure_convert (&found, &not_applicable, PE_UNIT_PERCENT, NULL), PE_ERROR_UNIT_MISMATCH);
}

static void
test_convert_refused (void **state)
{
  static const pe_figure malformed[] = {
    { { 1, 19, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN },
    { { 1, 0, 1 }, PE_STATE_VALUE, PE_UNIT_YUAN },
    { { 1, 0, 0 }, 6, PE_UNIT_YUAN },
    { { 1, 0, 0 }, -1, PE_UNIT_YUAN },
    { { 1, 0, 0 }, PE_STATE_VALUE, 4 },
    { { 1, 0, 0 }, PE_STATE_MISSING, PE_UNIT_YUAN },
    { { 1, 0, 0 }, PE_STATE_INVALID, PE_UNIT_YUAN },
  };
  const pe_figure yuan = { { 1, 0, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN };
  const pe_figure much = { { INT64_MAX, 0, 0 }, PE_STATE_VALUE, PE_UNIT_YI_YUAN };
  const pe_figure fine = { { 1, 18, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN };
  const pe_figure bare = { { 1, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };
  pe_figure       found = untouched;
  pe_error       *error = NULL;
  size_t          i;

  (void) state;
  for (i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      assert_false (pe_figure_is_well_formed (&malformed[i]));
      assert_refused (pe_figure_convert (&found, &malformed[i], PE_UNIT_YUAN, &error), PE_ERROR_INVALID_ARGUMENT,
                      &error);
    }
  assert_refused (pe_figure_convert (NULL, &yuan, PE_UNIT_YUAN, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_figure_convert (&found, NULL, PE_UNIT_YUAN, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_figure_convert (&found, &yuan, 13, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_figure_convert (&found, &yuan, PE_UNIT_PERCENT, &error), PE_ERROR_UNIT_MISMATCH, &error);
  assert_refused (pe_figure_convert (&found, &bare, PE_UNIT_YUAN, &error), PE_ERROR_UNIT_MISMATCH, &error);
  assert_refused (pe_figure_convert (&found, &yuan, PE_UNIT_NONE, &error), PE_ERROR_UNIT_MISMATCH, &error);
  assert_refused (pe_figure_convert (&found, &much, PE_UNIT_YUAN, &error), PE_ERROR_OVERFLOW, &error);
  assert_refused (pe_figure_convert (&found, &fine, PE_UNIT_WAN_YUAN, &error), PE_ERROR_OVERFLOW, &error);
  assert_int_equal (pe_figure_convert (&found, &much, PE_UNIT_YUAN, NULL), PE_ERROR_OVERFLOW);
  assert_figure (&found, &untouched);
}

/* A percentage is no difference of percentages, and a count no days. */
static void
test_dimensions (void **state)
{
  (void) state;
  assert_int_equal (pe_unit_get_dimension (PE_UNIT_PERCENT), pe_unit_get_dimension (PE_UNIT_PERMILLE));
  assert_int_equal (pe_unit_get_dimension (PE_UNIT_YUAN), pe_unit_get_dimension (PE_UNIT_YI_YUAN));
  assert_int_not_equal (pe_unit_get_dimension (PE_UNIT_PERCENT), pe_unit_get_dimension (PE_UNIT_PERCENTAGE_POINT));
  assert_int_not_equal (pe_unit_get_dimension (PE_UNIT_COUNT), pe_unit_get_dimension (PE_UNIT_DAY));
  assert_int_not_equal (pe_unit_get_dimension (PE_UNIT_NONE), pe_unit_get_dimension (PE_UNIT_COUNT));
  assert_int_equal (pe_unit_get_exponent (PE_UNIT_YUAN), 0);
  assert_int_equal (pe_unit_get_exponent (PE_UNIT_WAN_YUAN), 4);
  assert_int_equal (pe_unit_get_exponent (PE_UNIT_YI_YUAN), 8);
  assert_int_equal (pe_unit_get_exponent (PE_UNIT_PERCENT), -2);
  assert_int_equal (pe_unit_get_exponent (PE_UNIT_PERMILLE), -3);
}

/* Units */

static const pe_unit all_units[]
    = { PE_UNIT_NONE,
        PE_UNIT_YUAN,
        PE_UNIT_WAN_YUAN,
        PE_UNIT_YI_YUAN,
        PE_UNIT_PERCENT,
        PE_UNIT_PERMILLE,
        PE_UNIT_PERCENTAGE_POINT,
        PE_UNIT_COUNT,
        PE_UNIT_DAY,
        PE_UNIT_POINT,
        PE_UNIT_TRUTH };

static void
test_unit_name (void **state)
{
  pe_unit unit;
  size_t  i;

  (void) state;
  for (i = 0; i < G_N_ELEMENTS (all_units); i++)
    {
      const char *name = pe_unit_get_name (all_units[i]);

      assert_int_equal (pe_unit_parse (&unit, name, strlen (name), NULL), PE_OK);
      assert_int_equal (unit, all_units[i]);
    }
  assert_string_equal (pe_unit_get_name (PE_UNIT_NONE), "");
  assert_string_equal (pe_unit_get_name (PE_UNIT_WAN_YUAN), "万元");
  assert_non_null (pe_unit_get_name (PE_UNIT_OTHER));
  assert_null (pe_unit_get_name (4));
  assert_null (pe_unit_get_name (-1));
  assert_null (pe_unit_get_name (100));
}

static void
test_unit_parse (void **state)
{
  static const struct
  {
    const char *text;
    pe_unit     unit;
  } cases[] = {
    { "", PE_UNIT_NONE },           { "  ", PE_UNIT_NONE },
    { " 万元 ", PE_UNIT_WAN_YUAN }, { "％", PE_UNIT_PERCENT },
    { "日", PE_UNIT_DAY },          { "人", PE_UNIT_COUNT },
    { "是", PE_UNIT_TRUTH },        { "否", PE_UNIT_TRUTH },
    { "分", PE_UNIT_POINT },        { "个百分点", PE_UNIT_PERCENTAGE_POINT },
  };
  static const char *const unknown[] = { "公里", "美元", "万", "元元", "其他", "\xff", "1", "\xe4\xb8" };
  pe_unit                  unit = PE_UNIT_DAY;
  pe_error                *error = NULL;
  size_t                   i;

  (void) state;
  for (i = 0; i < G_N_ELEMENTS (unknown); i++)
    assert_refused (pe_unit_parse (&unit, unknown[i], strlen (unknown[i]), &error), PE_ERROR_UNIT_UNKNOWN, &error);
  assert_refused (pe_unit_parse (NULL, "元", 3, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_refused (pe_unit_parse (&unit, NULL, 0, &error), PE_ERROR_INVALID_ARGUMENT, &error);
  assert_int_equal (pe_unit_parse (&unit, "公里", 6, NULL), PE_ERROR_UNIT_UNKNOWN);
  assert_int_equal (unit, PE_UNIT_DAY);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_int_equal (pe_unit_parse (&unit, cases[i].text, strlen (cases[i].text), NULL), PE_OK);
      assert_int_equal (unit, cases[i].unit);
    }
}

/* Writing */

static void
test_print (void **state)
{
  static const struct
  {
    pe_figure   figure;
    const char *text;
  } cases[] = {
    { { { 214956, 2, 0 }, PE_STATE_VALUE, PE_UNIT_WAN_YUAN }, "2149.56 万元" },
    { { { 9971, 2, 0 }, PE_STATE_VALUE, PE_UNIT_PERCENT }, "99.71%" },
    { { { 5, 1, 0 }, PE_STATE_VALUE, PE_UNIT_PERMILLE }, "0.5‰" },
    { { { -5, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE }, "-5" },
    { { { 50, 0, 0 }, PE_STATE_VALUE, PE_UNIT_COUNT }, "50 个" },
    { { { 7, 0, 0 }, PE_STATE_VALUE, PE_UNIT_OTHER }, "7" },
    { { { 1, 0, 0 }, PE_STATE_VALUE, PE_UNIT_TRUTH }, "是" },
    { { { 0, 0, 0 }, PE_STATE_VALUE, PE_UNIT_TRUTH }, "否" },
    { { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_YUAN }, "" },
    { { { 0, 0, 0 }, PE_STATE_NOT_APPLICABLE, PE_UNIT_NONE }, "不适用" },
    { { { 0, 0, 0 }, PE_STATE_TEXT, PE_UNIT_NONE }, "文字" },
    { { { 0, 0, 0 }, PE_STATE_ZERO_DENOMINATOR, PE_UNIT_NONE }, "分母为零" },
    { { { 0, 0, 0 }, PE_STATE_INVALID, PE_UNIT_NONE }, "无效" },
  };
  size_t i;

  (void) state;
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      pe_buffer buffer = PE_BUFFER_INIT;
      char     *text;

      pe_figure_print (&cases[i].figure, &buffer);
      text = pe_buffer_steal (&buffer);
      assert_string_equal (text, cases[i].text);
      g_free (text);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_parse_value),   cmocka_unit_test (test_parse_state),
    cmocka_unit_test (test_parse_refused), cmocka_unit_test (test_parse_found),
    cmocka_unit_test (test_parse_length),  cmocka_unit_test (test_convert),
    cmocka_unit_test (test_convert_state), cmocka_unit_test (test_convert_refused),
    cmocka_unit_test (test_dimensions),    cmocka_unit_test (test_unit_name),
    cmocka_unit_test (test_unit_parse),    cmocka_unit_test (test_print),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
