/* test-messages.c - the table of messages and their making
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "base/messages-private.h"

typedef void row_check (const pe_message *row);

static void
for_each_row (row_check *check)
{
  for (size_t i = 0; i < pe_messages_n_input; i++)
    check (&pe_messages_input[i]);
  for (size_t i = 0; i < pe_messages_n_rules; i++)
    check (&pe_messages_rules[i]);
  for (size_t i = 0; i < pe_messages_n_review; i++)
    check (&pe_messages_review[i]);
  for (size_t i = 0; i < pe_messages_n_audit; i++)
    check (&pe_messages_audit[i]);
  for (size_t i = 0; i < pe_messages_n_batch; i++)
    check (&pe_messages_batch[i]);
}

static char *
render (pe_status code, pe_language language, const pe_parameter_init *parameters, size_t n)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_message_render (&buffer, code, language, parameters, n);
  return pe_buffer_steal (&buffer);
}

static void
check_order (const pe_message *rows, size_t n)
{
  for (size_t i = 1; i < n; i++)
    assert_true (rows[i - 1].code < rows[i].code);
}

static void
test_rows_ascend (void **state)
{
  (void) state;

  check_order (pe_messages_input, pe_messages_n_input);
  check_order (pe_messages_rules, pe_messages_n_rules);
  check_order (pe_messages_review, pe_messages_n_review);
  check_order (pe_messages_audit, pe_messages_n_audit);
  check_order (pe_messages_batch, pe_messages_n_batch);
  assert_true (pe_messages_input[pe_messages_n_input - 1].code < pe_messages_rules[0].code);
}

static void
check_found (const pe_message *row)
{
  assert_ptr_equal (pe_message_find (row->code), row);
}

static void
test_find (void **state)
{
  (void) state;

  for_each_row (check_found);
  assert_null (pe_message_find (-1));
  assert_null (pe_message_find (1));
  assert_null (pe_message_find (INT32_MAX));
}

/* Whether "name" is among the row's required parameters, or its optional ones, "[name]". */
static gboolean
is_documented (const pe_message *row, const char *name, gboolean optional)
{
  char   **words = g_strsplit (row->parameters, " ", -1);
  char    *word = g_strconcat (optional ? "[" : "", name, optional ? "]" : "", NULL);
  gboolean found = g_strv_contains ((const char *const *) words, word);

  g_free (word);
  g_strfreev (words);
  return found;
}

static void
check_template (const pe_message *row, const char *template)
{
  gboolean optional = FALSE;

  assert_true (g_utf8_validate (template, -1, NULL));
  assert_true (*template != '\0');
  assert_null (strpbrk (template, "\n\r\t"));
  assert_null (strstr (template, "ailed to"));
  for (const char *p = template; *p != '\0'; p++)
    {
      if (*p == '[' || *p == ']')
        {
          assert_int_equal (optional, *p == ']');
          optional = *p == '[';
        }
      assert_true (*p != '}');
      if (*p == '{')
        {
          const char *close = strpbrk (p + 1, "{}[]");
          char       *name;

          assert_true (close != NULL && *close == '}');
          name = g_strndup (p + 1, (gsize) (close - p - 1));
          /* A name may be required and stand in an optional part as well. */
          if (!is_documented (row, name, optional) && !(optional && is_documented (row, name, FALSE)))
            fail_msg ("%s: {%s} is not documented as %s", row->name, name, optional ? "optional" : "required");
          g_free (name);
          p = close;
        }
    }
  assert_false (optional);
}

static void
check_templates (const pe_message *row)
{
  check_template (row, row->template_en);
  check_template (row, row->template_zh);
  assert_true (g_str_is_ascii (row->template_en));
  assert_false (g_str_is_ascii (row->template_zh));
}

static void
test_templates (void **state)
{
  (void) state;

  for_each_row (check_templates);
}

/* Fills one parameter for each documented name, its text being "<name>". The strings belong to words and texts. */
static size_t
make_parameters (pe_parameter_init *out, char **words, GPtrArray *texts, gboolean with_optional)
{
  size_t n = 0;

  for (size_t i = 0; words[i] != NULL; i++)
    {
      gboolean optional = words[i][0] == '[';
      char    *name;

      if (*words[i] == '\0' || (optional && !with_optional))
        continue;
      name = optional ? g_strndup (words[i] + 1, strlen (words[i]) - 2) : g_strdup (words[i]);
      g_ptr_array_add (texts, name);
      g_ptr_array_add (texts, g_strdup_printf ("<%s>", name));
      out[n++] = (pe_parameter_init) { name, g_ptr_array_index (texts, texts->len - 1) };
    }
  return n;
}

static void
check_rendering (const pe_message *row, gboolean with_optional)
{
  const pe_language languages[] = { PE_LANGUAGE_EN, PE_LANGUAGE_ZH };
  char            **words = g_strsplit (row->parameters, " ", -1);
  GPtrArray        *texts = g_ptr_array_new_with_free_func (g_free);
  pe_parameter_init parameters[PE_PARAMETERS_MAX];
  size_t            n = make_parameters (parameters, words, texts, with_optional);

  assert_true (n < PE_PARAMETERS_MAX);
  for (size_t l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      char *message = render (row->code, languages[l], parameters, n);

      assert_null (strpbrk (message, "{}[]\n"));
      assert_string_not_equal (message, pe_status_describe (row->code, languages[l]));
      for (size_t i = 0; i < n; i++)
        {
          const char *name = parameters[i].name;
          char       *twin = g_strconcat (name, "_zh", NULL);
          gboolean    other
              = languages[l] == PE_LANGUAGE_EN ? g_str_has_suffix (name, "_zh") : is_documented (row, twin, TRUE);

          g_free (twin);
          if (!(other && with_optional) && strstr (message, parameters[i].text) == NULL)
            fail_msg ("%s: {%s} is not in: %s", row->name, name, message);
        }
      g_free (message);
    }
  g_ptr_array_free (texts, TRUE);
  g_strfreev (words);
}

static void
check_full_rendering (const pe_message *row)
{
  check_rendering (row, TRUE);
}

static void
check_short_rendering (const pe_message *row)
{
  check_rendering (row, FALSE);
}

static void
test_every_parameter_is_shown (void **state)
{
  (void) state;

  for_each_row (check_full_rendering);
}

static void
test_optional_parts_are_left_out (void **state)
{
  (void) state;

  for_each_row (check_short_rendering);
}

static void
test_examples (void **state)
{
  (void) state;

  const pe_parameter_init argument[] = { { "name", "out" }, { "expected", "not NULL" }, { "expected_zh", "非空指针" } };
  const pe_parameter_init odd[] = { { "name", "out" }, { "expected", "a blue moon" } };
  const pe_parameter_init year[] = { { "found", "2021" }, { "expected", "2023" }, { "name", "规则" } };
  const pe_parameter_init sum[] = { { "sum", "10.00" }, { "total", "12.50" }, { "name", "预算" }, { "unit", "万元" } };
  char                   *text;

  text = render (PE_ERROR_INVALID_ARGUMENT, PE_LANGUAGE_EN, argument, 3);
  assert_string_equal (text, "the argument out cannot be used; expected not NULL");
  g_free (text);
  text = render (PE_ERROR_INVALID_ARGUMENT, PE_LANGUAGE_ZH, argument, 3);
  assert_string_equal (text, "参数 out 不可用；应为：非空指针");
  g_free (text);
  /* Words that the library says in many places it knows in Chinese by itself. */
  text = render (PE_ERROR_INVALID_ARGUMENT, PE_LANGUAGE_ZH, argument, 2);
  assert_string_equal (text, "参数 out 不可用；应为：非空指针");
  g_free (text);
  /* Without the Chinese twin other English words are better than none. */
  text = render (PE_ERROR_INVALID_ARGUMENT, PE_LANGUAGE_ZH, odd, 2);
  assert_string_equal (text, "参数 out 不可用；应为：a blue moon");
  g_free (text);
  /* One template for the rulebook's years and for the year before. */
  text = render (PE_ERROR_FISCAL_YEAR, PE_LANGUAGE_ZH, year, 3);
  assert_string_equal (text, "年度 2021 不是此处应有的年度：评分规则“规则”不适用于该年度；应为：2023");
  g_free (text);
  text = render (PE_ERROR_FISCAL_YEAR, PE_LANGUAGE_ZH, year, 2);
  assert_string_equal (text, "年度 2021 不是此处应有的年度；应为：2023");
  g_free (text);
  text = render (PE_ERROR_FISCAL_YEAR, PE_LANGUAGE_EN, year, 2);
  assert_string_equal (text, "the fiscal year 2021 is not one that is due here; expected 2023");
  g_free (text);
  text = render (PE_ERROR_SUM_MISMATCH, PE_LANGUAGE_ZH, sum, 4);
  assert_string_equal (text, "预算：明细合计为 10.00 万元，总数为 12.50 万元；两者应相等，否则不应标为“完整”");
  g_free (text);
}

static void
test_missing_parameter_gives_description (void **state)
{
  (void) state;

  char *text = render (PE_ERROR_DATE_SYNTAX, PE_LANGUAGE_EN, NULL, 0);

  assert_string_equal (text, "Not a date written YYYY-MM-DD.");
  g_free (text);
  text = render (12345, PE_LANGUAGE_ZH, NULL, 0);
  assert_string_equal (text, "未知的代码。");
  g_free (text);
}

/* A parameter is data: braces and brackets in it mean nothing. */
static void
test_parameters_are_not_templates (void **state)
{
  (void) state;

  const pe_parameter_init parameters[] = { { "found", "{name}[x" }, { "name", "]{found}" } };
  char                   *text = render (PE_ERROR_DATE_SYNTAX, PE_LANGUAGE_EN, parameters, 2);

  assert_string_equal (text, "]{found}: \"{name}[x\" is not a date; expected YYYY-MM-DD, e.g. 2023-12-31");
  g_free (text);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_rows_ascend),
    cmocka_unit_test (test_find),
    cmocka_unit_test (test_templates),
    cmocka_unit_test (test_every_parameter_is_shown),
    cmocka_unit_test (test_optional_parts_are_left_out),
    cmocka_unit_test (test_examples),
    cmocka_unit_test (test_missing_parameter_gives_description),
    cmocka_unit_test (test_parameters_are_not_templates),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
