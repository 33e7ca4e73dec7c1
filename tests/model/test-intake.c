/* test-intake.c - checking and taking in the records of callers
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glib.h>
#include <string.h>

#include "base/finding-private.h"
#include "model/intake-private.h"
#include "records.h"

static pe_status
take (const char *text, pe_intake_kind kind, const char **copy, pe_error **error)
{
  pe_arena        texts = { NULL };
  const pe_intake intake = { "/budget/lines", 3, 3, &texts, 0 };
  const char     *taken = text;
  pe_status       status = pe_intake_take_text (&intake, "name", &taken, kind, error);

  *copy = status == PE_OK ? g_intern_string (taken) : NULL;
  if (status == PE_OK && text != NULL)
    assert_ptr_not_equal (taken, text);
  if (status != PE_OK)
    assert_ptr_equal (taken, text);
  pe_arena_clear (&texts);
  return status;
}

static void
test_texts (void **state)
{
  const char *const code = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-";
  const char       *copy;

  (void) state;
  assert_int_equal (take ("基本支出", PE_INTAKE_REQUIRED, &copy, NULL), PE_OK);
  assert_string_equal (copy, "基本支出");
  assert_int_equal (take ("", PE_INTAKE_NULLABLE, &copy, NULL), PE_OK);
  assert_string_equal (copy, "");
  assert_int_equal (take (NULL, PE_INTAKE_NULLABLE, &copy, NULL), PE_OK);
  assert_null (copy);
  /* 64 letters, digits, '.', '-' and '_'. */
  assert_int_equal (strlen (code), 64);
  assert_int_equal (take (code, PE_INTAKE_CODE, &copy, NULL), PE_OK);
  assert_string_equal (copy, code);
  assert_int_equal (take ("_", PE_INTAKE_CODE, &copy, NULL), PE_OK);
}

static void
test_refused_texts (void **state)
{
  static const struct
  {
    const char    *text;
    pe_intake_kind kind;
    pe_status      status;
  } cases[] = {
    { NULL, PE_INTAKE_REQUIRED, PE_ERROR_INVALID_ARGUMENT },
    { NULL, PE_INTAKE_CODE, PE_ERROR_INVALID_ARGUMENT },
    { "", PE_INTAKE_REQUIRED, PE_ERROR_TEXT_EMPTY },
    { " \t\xe3\x80\x80", PE_INTAKE_REQUIRED, PE_ERROR_TEXT_EMPTY },
    { "", PE_INTAKE_CODE, PE_ERROR_TEXT_EMPTY },
    { "a b", PE_INTAKE_CODE, PE_ERROR_CODE_SYNTAX },
    { "a/b", PE_INTAKE_CODE, PE_ERROR_CODE_SYNTAX },
    { "\xe4\xb8\x80", PE_INTAKE_CODE, PE_ERROR_CODE_SYNTAX },
    { "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_", PE_INTAKE_CODE, PE_ERROR_CODE_SYNTAX },
    { "a\xff", PE_INTAKE_NULLABLE, PE_ERROR_INVALID_UTF8 },
    { "\xed\xa0\x80", PE_INTAKE_REQUIRED, PE_ERROR_INVALID_UTF8 },
    { "a\xe4\xb8", PE_INTAKE_CODE, PE_ERROR_INVALID_UTF8 },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *copy;
      pe_error   *error = NULL;

      assert_int_equal (take (cases[i].text, cases[i].kind, &copy, NULL), cases[i].status);
      assert_refused (take (cases[i].text, cases[i].kind, &copy, &error), &error, cases[i].status,
                      "/budget/lines/3/name");
    }
}

static void
test_long_text (void **state)
{
  char       *text = g_malloc (1048578);
  const char *copy;
  pe_error   *error = NULL;

  (void) state;
  memset (text, 'a', 1048577);
  text[1048577] = '\0';
  assert_refused (take (text, PE_INTAKE_NULLABLE, &copy, &error), &error, PE_ERROR_LIMIT_TEXT, "/budget/lines/3/name");
  text[1048576] = '\0';
  assert_int_equal (take (text, PE_INTAKE_NULLABLE, &copy, NULL), PE_OK);
  g_free (text);
}

/* The place of a single record has no index, that of a record as a whole no member. */
static void
test_places (void **state)
{
  const pe_intake head = { "", PE_INTAKE_ALONE, 0, NULL, 0 }, row = { "/rows", 12, 12, NULL, 0 };
  pe_error       *error = NULL;

  (void) state;
  assert_refused (pe_intake_check_range (&head, "kind", 4, 1, 3, &error), &error, PE_ERROR_INVALID_ARGUMENT, "/kind");
  assert_refused (pe_intake_refuse (&row, NULL, PE_ERROR_STATE_CONFLICT, &error, NULL), &error, PE_ERROR_STATE_CONFLICT,
                  "/rows/12");
  assert_int_equal (pe_intake_check_range (&head, "kind", 1, 1, 3, NULL), PE_OK);
  assert_int_equal (pe_intake_check_range (&head, "kind", 3, 1, 3, NULL), PE_OK);
  assert_int_equal (pe_intake_check_range (&head, "kind", INT64_MIN, 1, 3, NULL), PE_ERROR_INVALID_ARGUMENT);
}

static void
test_dates (void **state)
{
  const pe_intake record = { "/procurement/records", 0, 0, NULL, 0 };
  const pe_date   days[] = { 0, 20231231, 20240229, 19000101, 99991231 },
                none[] = { 1, -20231231, 20230229, 20231301, 18991231, INT32_MAX, INT32_MIN };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (days); i++)
    assert_int_equal (pe_intake_check_date (&record, "start", days[i], NULL), PE_OK);
  for (size_t i = 0; i < G_N_ELEMENTS (none); i++)
    {
      pe_error *error = NULL;

      assert_refused (pe_intake_check_date (&record, "start", none[i], &error), &error, PE_ERROR_DATE_RANGE,
                      "/procurement/records/0/start");
    }
}

static void
test_figures (void **state)
{
  static const struct
  {
    pe_figure   figure;
    const char *text;
    pe_status   as_money;
    pe_status   as_figure;
    pe_status   as_points;
  } cases[] = {
    { { { 5, 0, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN }, NULL, PE_OK, PE_OK, PE_ERROR_UNIT_MISMATCH },
    { { { 5, 18, 0 }, PE_STATE_VALUE, PE_UNIT_YI_YUAN }, NULL, PE_OK, PE_OK, PE_ERROR_UNIT_MISMATCH },
    { { { 5, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE }, NULL, PE_ERROR_UNIT_MISMATCH, PE_OK, PE_OK },
    { { { 5, 0, 0 }, PE_STATE_VALUE, PE_UNIT_POINT }, NULL, PE_ERROR_UNIT_MISMATCH, PE_OK, PE_OK },
    { { { 5, 0, 0 }, PE_STATE_VALUE, PE_UNIT_PERCENT }, NULL, PE_ERROR_UNIT_MISMATCH, PE_OK, PE_ERROR_UNIT_MISMATCH },
    { { { -5, 0, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN }, NULL, PE_ERROR_NEGATIVE_AMOUNT, PE_OK, PE_ERROR_UNIT_MISMATCH },
    { { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE }, NULL, PE_OK, PE_OK, PE_OK },
    { { { 0, 2, 0 }, PE_STATE_NOT_APPLICABLE, PE_UNIT_NONE }, NULL, PE_OK, PE_OK, PE_OK },
    { { { 1, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE },
      NULL,
      PE_ERROR_STATE_CONFLICT,
      PE_ERROR_STATE_CONFLICT,
      PE_ERROR_STATE_CONFLICT },
    { { { 0, 0, 0 }, PE_STATE_TEXT, PE_UNIT_NONE }, "x", PE_ERROR_STATE_CONFLICT, PE_OK, PE_ERROR_STATE_CONFLICT },
    { { { 0, 0, 0 }, PE_STATE_TEXT, PE_UNIT_NONE },
      NULL,
      PE_ERROR_STATE_CONFLICT,
      PE_ERROR_STATE_CONFLICT,
      PE_ERROR_STATE_CONFLICT },
    { { { 5, 0, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN }, "x", PE_OK, PE_ERROR_STATE_CONFLICT, PE_ERROR_UNIT_MISMATCH },
    { { { 0, 0, 0 }, PE_STATE_ZERO_DENOMINATOR, PE_UNIT_NONE },
      NULL,
      PE_ERROR_STATE_CONFLICT,
      PE_ERROR_STATE_CONFLICT,
      PE_ERROR_STATE_CONFLICT },
    { { { 0, 0, 0 }, -1, PE_UNIT_NONE },
      NULL,
      PE_ERROR_STATE_CONFLICT,
      PE_ERROR_STATE_CONFLICT,
      PE_ERROR_STATE_CONFLICT },
    { { { 5, 19, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN },
      NULL,
      PE_ERROR_INVALID_ARGUMENT,
      PE_ERROR_INVALID_ARGUMENT,
      PE_ERROR_INVALID_ARGUMENT },
    { { { 5, -1, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN },
      NULL,
      PE_ERROR_INVALID_ARGUMENT,
      PE_ERROR_INVALID_ARGUMENT,
      PE_ERROR_INVALID_ARGUMENT },
    { { { 5, 0, 1 }, PE_STATE_VALUE, PE_UNIT_YUAN },
      NULL,
      PE_ERROR_INVALID_ARGUMENT,
      PE_ERROR_INVALID_ARGUMENT,
      PE_ERROR_INVALID_ARGUMENT },
    { { { 5, 0, 0 }, PE_STATE_VALUE, 77 },
      NULL,
      PE_ERROR_INVALID_ARGUMENT,
      PE_ERROR_INVALID_ARGUMENT,
      PE_ERROR_INVALID_ARGUMENT },
  };
  const pe_intake line = { "/t", 0, 0, NULL, 0 };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      pe_figure money = cases[i].figure, any = cases[i].figure, points = cases[i].figure;
      pe_error *error = NULL;

      assert_int_equal (pe_intake_take_money (&line, "m", &money, "n", &error), cases[i].as_money);
      if (error != NULL)
        assert_refused (cases[i].as_money, &error, cases[i].as_money, "/t/0/m");
      assert_int_equal (pe_intake_take_figure (&line, "m", &any, cases[i].text, &error), cases[i].as_figure);
      if (error != NULL)
        assert_refused (cases[i].as_figure, &error, cases[i].as_figure, "/t/0/m");
      assert_int_equal (pe_intake_take_points (&line, "m", &points, &error), cases[i].as_points);
      if (error != NULL)
        assert_refused (cases[i].as_points, &error, cases[i].as_points, "/t/0/m");
      if (cases[i].figure.state != PE_STATE_VALUE)
        assert_int_equal (any.value.scale, 0);
    }
}

static void
test_index (void **state)
{
  pe_error      *error = NULL;
  pe_budget_line line, lines[1];

  (void) state;
  assert_refused (pe_intake_refuse_index (7, 3, &error), &error, PE_ERROR_NOT_FOUND, NULL);
  assert_int_equal (pe_intake_refuse_index (7, 3, &error), PE_ERROR_NOT_FOUND);
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_EN), "\"7\""));
  pe_error_unref (error);
  pe_budget_line_init (&line, sizeof line);
  pe_budget_line_init (lines, sizeof lines[0]);
  lines[0].parent = 9;
  assert_int_equal (pe_intake_export (&line, lines, 1, 0, sizeof line, NULL), PE_OK);
  assert_int_equal (line.parent, 9);
  assert_int_equal (pe_intake_export (&line, lines, 1, 1, sizeof line, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_intake_export (&line, NULL, 0, 0, sizeof line, NULL), PE_ERROR_INVALID_ARGUMENT);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_texts),  cmocka_unit_test (test_refused_texts), cmocka_unit_test (test_long_text),
    cmocka_unit_test (test_places), cmocka_unit_test (test_dates),         cmocka_unit_test (test_figures),
    cmocka_unit_test (test_index),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
