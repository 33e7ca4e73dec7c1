/* test-expression.c - what formulas come to, and where they are refused
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "formulas.h"

static const setting_of_formulas nothing = { NULL, NULL, 0, NULL };

static void
test_arithmetic (void **state)
{
  static const expected_value values[] = {
    { "1", "1" },
    { "1 + 2 * 3", "7" },
    { "(1 + 2) * 3", "9" },
    { "1/3*3", "1" }, /* exact, unlike FEEL's 34 digits */
    { "10 - 4 - 3", "3" },
    { "100 / 10 / 5", "2" },
    { "0.1 + 0.2", "3/10" },
    { ".5", "1/2" },
    { "90%", "9/10" },
    { "12.5% * 8", "1" },
    { "-2 ** 2", "4" }, /* FEEL: the sign binds more tightly than the power */
    { "-(2 ** 2)", "-4" },
    { "2 ** 3 ** 2", "64" }, /* FEEL: from the left */
    { "2 ** -3", "1/8" },
    { "--3", "3" },
    { "2 - -3", "5" },
    { "  \n 1 +\n\t2 ", "3" },
    { "007", "7" },
    { "1.10", "11/10" },
  };

  (void) state;
  assert_values (&nothing, values, G_N_ELEMENTS (values));
}

static void
test_logic (void **state)
{
  static const expected_value values[] = {
    { "1 < 2", "true" },
    { "2 <= 2", "true" },
    { "1 > 2", "false" },
    { "2 >= 3", "false" },
    { "1/3 = 2/6", "true" },
    { "1 != 1.0", "false" },
    { "\"a\" = \"a\"", "true" },
    { "\"a\" != \"b\"", "true" },
    { "true = false", "false" },
    { "true and false", "false" },
    { "true or false", "true" },
    { "false or true and false", "false" },
    { "(true or true) and false", "false" },
    { "not(1 > 2)", "true" },
    { "not(true) or 1 = 1", "true" },
    { "if 1 < 2 then 10 else 20", "10" },
    { "if 1 > 2 then 10 else 20 + 1", "21" },
    { "if 1 > 2 then 1 else if 2 > 1 then 2 else 3", "2" },
    { "1 + if true then 1 else 2", "2" },
    { "(if true then 1 else 2) + 10", "11" },
    { "if true then \"a\" else \"b\"", "\"a\"" },
    { "if false then 1 else null", "missing" },
    { "5 in [1..5]", "true" },
    { "5 in [1..5)", "false" },
    { "1 in (1..5]", "false" },
    { "1 in [1..5]", "true" },
    { "3 in (1..5)", "true" },
    { "1 in (1..5)", "false" },
    { "5 in (1, 3, 5)", "true" },
    { "4 in (1, 3, 5)", "false" },
    { "4 in [1, 3, 5]", "false" },
    { "3 in [1, 3, 5]", "true" },
    { "5 in ((1..3], [5..6])", "true" },
    { "4 in ((1..3], [5..6], < 0)", "false" },
    { "-1 in ((1..3], [5..6], < 0)", "true" },
    { "5 in <= 5", "true" },
    { "5 in < 5", "false" },
    { "5 in 5", "true" },
    { "5 in (5)", "true" },
    { "5 in (2 + 3)", "true" },
    { "\"a\" in (\"b\", \"a\")", "true" },
    { "\"a\" in []", "false" },
    { "count(if true then [] else [1])", "0" },
    { "count(if false then [1, 2] else [])", "0" },
    { "count(if true then [1, 2] else [3])", "2" },
    { "2 + 3 in [5..5] and true", "true" },
    { "5 between 1 and 5", "true" },
    { "1 between 1 and 5", "true" },
    { "0.99 between 1 and 5", "false" },
    { "5.01 between 1 and 5", "false" },
    { "6 between 1 and 5 or true", "true" },
    { "3 between 1 and 5 and false", "false" },
    { "3 between 1 + 1 and 2 * 2", "true" },
    { "some x in [1, 2, 3] satisfies x > 2", "true" },
    { "some x in [1, 2, 3] satisfies x > 3", "false" },
    { "every x in [1, 2, 3] satisfies x > 0", "true" },
    { "every x in [1, 2, 3] satisfies x > 1", "false" },
    { "some x in [] satisfies x = 1 / 0", "false" },
    { "every x in [1, 2] satisfies some y in [2, 3] satisfies y > x", "true" },
    { "every x in [1, 3] satisfies some y in [2, 3] satisfies y > x", "false" },
    { "null = null", "true" },
    { "1 = null", "false" },
    { "null != 1", "true" },
  };

  (void) state;
  assert_values (&nothing, values, G_N_ELEMENTS (values));
}

static void
test_functions (void **state)
{
  static const expected_value values[] = {
    { "min(3, 1, 2)", "1" },
    { "max([3, 1, 2])", "3" },
    { "min(1)", "1" },
    { "sum(1, 2, 3)", "6" },
    { "sum([])", "0" },
    { "count([1, 2, 2])", "3" },
    { "count([])", "0" },
    { "mean(1, 2)", "3/2" },
    { "mean([1, 2, 4])", "7/3" },
    { "mean([])", "zero" },
    { "max([])", "missing" },
    { "abs(-3)", "3" },
    { "abs(2.5)", "5/2" },
    { "floor(-1.5)", "-2" },
    { "ceiling(-1.5)", "-1" },
    { "round half up(1.5, 1/3)", "invalid" }, /* no whole number of places */
    { "floor(1.56, 1)", "3/2" },
    { "ceiling(-1.56, 1)", "-3/2" },
    /* DMN 1.3, table 73: the examples of the rounding functions */
    { "round up(5.5, 0)", "6" },
    { "round up(-5.5, 0)", "-6" },
    { "round up(1.121, 2)", "113/100" },
    { "round up(-1.126, 2)", "-113/100" },
    { "round down(5.5, 0)", "5" },
    { "round down(-5.5, 0)", "-5" },
    { "round down(1.121, 2)", "28/25" },
    { "round down(-1.126, 2)", "-28/25" },
    { "round half up(5.5, 0)", "6" },
    { "round half up(-5.5, 0)", "-6" },
    { "round half up(1.121, 2)", "28/25" },
    { "round half up(-1.126, 2)", "-113/100" },
    { "round half down(5.5, 0)", "5" },
    { "round half down(-5.5, 0)", "-5" },
    { "round half down(1.121, 2)", "28/25" },
    { "round half down(-1.126, 2)", "-113/100" },
    { "decimal(1/3, 2)", "33/100" },
    { "decimal(1.5, 0)", "2" },
    { "decimal(2.5, 0)", "2" },
    { "decimal(1234, -2)", "1200" },
    { "round  half\n up (0.5, 0)", "1" },
    { "decimal(1, 0.5)", "invalid" },
    { "decimal(1, 1001)", "invalid" },
    { "sqrt(16)", "4" },
    { "sqrt(4/9)", "2/3" },
    { "sqrt(0)", "0" },
    { "sqrt(-1)", "invalid" },
    /* 1.414213562373095048|80… */
    { "sqrt(2) * 10 ** 18", "1414213562373095049" },
    { "8 ** (1/3)", "2" },
    { "(8/27) ** (2/3)", "4/9" },
    { "4 ** -0.5", "1/2" },
    { "(-8) ** (1/3)", "invalid" },
    { "0 ** 0.5", "0" },
    { "0 ** 0", "1" },
    { "0 ** -1", "zero" },
    { "0 ** -0.5", "zero" },
    { "1 ** 1000000000000", "1" },
    { "(-1) ** 1000000000001", "-1" },
    { "1 / 0", "zero" },
    { "1 + 1 / (2 - 2)", "zero" },
    { "date(\"2023-03-01\") - date(\"2023-02-01\")", "28" },
    { "date(\"2024-03-01\") - date(\"2024-02-01\")", "29" },
    { "date(\"2023-03-01\") > date(\"2023-02-01\")", "true" },
    { "max(date(\"2023-03-01\"), date(\"2023-02-01\")) = date(\"2023-03-01\")", "true" },
    { "count([1, 2, 3][item > 1])", "2" },
    { "sum([1, 2, 3][item > 1][item < 3])", "2" },
    { "sum([1, 2, 3][some x in [2, 3] satisfies x = item])", "5" },
    { "\"a \\\"b\\\" \\\\\\n\"", "\"a \"b\" \\\n\"" },
  };

  (void) state;
  assert_values (&nothing, values, G_N_ELEMENTS (values));
}

static void
test_faults (void **state)
{
  static const expected_fault faults[] = {
    { "", PE_ERROR_EXPRESSION_SYNTAX, "1:1" },
    { "1 +", PE_ERROR_EXPRESSION_SYNTAX, "1:4" },
    { "1 2", PE_ERROR_EXPRESSION_SYNTAX, "1:3" },
    { "(1", PE_ERROR_EXPRESSION_SYNTAX, "1:3" },
    { "1)", PE_ERROR_EXPRESSION_SYNTAX, "1:2" },
    { "[1, 2", PE_ERROR_EXPRESSION_SYNTAX, "1:6" },
    { "[1, 2)", PE_ERROR_EXPRESSION_SYNTAX, "1:6" },
    { "1,2", PE_ERROR_EXPRESSION_SYNTAX, "1:2" },
    { "1e5", PE_ERROR_EXPRESSION_SYNTAX, "1:1" },
    { "2x", PE_ERROR_EXPRESSION_SYNTAX, "1:1" },
    { "1 +\n 2 @", PE_ERROR_EXPRESSION_SYNTAX, "2:4" },
    { "1 + 元", PE_ERROR_EXPRESSION_SYNTAX, "1:5" },
    { "\"中文\" ! 1", PE_ERROR_EXPRESSION_SYNTAX, "1:6" }, /* columns are characters */
    { "\"a", PE_ERROR_EXPRESSION_SYNTAX, "1:1" },
    { "\"\\q\"", PE_ERROR_EXPRESSION_SYNTAX, "1:1" },
    { "if true then 1", PE_ERROR_EXPRESSION_SYNTAX, "1:15" },
    { "if true 1", PE_ERROR_EXPRESSION_SYNTAX, "1:9" },
    { "then 1", PE_ERROR_EXPRESSION_SYNTAX, "1:1" },
    { "1 then 2", PE_ERROR_EXPRESSION_SYNTAX, "1:3" },
    { "1 else 2", PE_ERROR_EXPRESSION_SYNTAX, "1:3" },
    { "1 satisfies 2", PE_ERROR_EXPRESSION_SYNTAX, "1:3" },
    { "some in [1] satisfies true", PE_ERROR_EXPRESSION_SYNTAX, "1:6" },
    { "some x [1] satisfies true", PE_ERROR_EXPRESSION_SYNTAX, "1:8" },
    { "some x in [1]", PE_ERROR_EXPRESSION_SYNTAX, "1:14" },
    { "for x in [1] return x", PE_ERROR_EXPRESSION_SYNTAX, "1:1" },
    { "1 between 2", PE_ERROR_EXPRESSION_SYNTAX, "1:12" },
    { "prior.nothing", PE_ERROR_EXPRESSION_NAME, "1:1" },
    { "1 + prior.budget", PE_ERROR_EXPRESSION_NAME, "1:5" },
    { "budget.a_name_that_goes_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on"
      "_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and_on_and",
      PE_ERROR_EXPRESSION_NAME, "1:1" },
    { "1 in [1..", PE_ERROR_EXPRESSION_SYNTAX, "1:10" },
    { "1 in [1..2", PE_ERROR_EXPRESSION_SYNTAX, "1:11" },
    { "1 in ]1..2]", PE_ERROR_EXPRESSION_SYNTAX, "1:6" },
    { "1 in (1, 2..3)", PE_ERROR_EXPRESSION_SYNTAX, "1:11" },
    { "[1..2]", PE_ERROR_EXPRESSION_SYNTAX, "1:3" },
    { "1..2", PE_ERROR_EXPRESSION_SYNTAX, "1:2" },
    { "1 in [1..2].x", PE_ERROR_EXPRESSION_SYNTAX, "1:12" },
    { "1 in (1)[true]", PE_ERROR_EXPRESSION_TYPE, "1:9" },
    { "min()", PE_ERROR_EXPRESSION_SYNTAX, "1:5" },
    { "[1,]", PE_ERROR_EXPRESSION_SYNTAX, "1:4" },
    { "// comment\n1", PE_ERROR_EXPRESSION_SYNTAX, "1:1" },
    { "1 + \"a\"", PE_ERROR_EXPRESSION_TYPE, "1:3" },
    { "\"a\" + \"b\"", PE_ERROR_EXPRESSION_TYPE, "1:5" },
    { "\"a\" < \"b\"", PE_ERROR_EXPRESSION_TYPE, "1:5" },
    { "1 = \"a\"", PE_ERROR_EXPRESSION_TYPE, "1:3" },
    { "1 < 2 < 3", PE_ERROR_EXPRESSION_TYPE, "1:7" },
    { "1 and true", PE_ERROR_EXPRESSION_TYPE, "1:3" },
    { "-true", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "1 + null", PE_ERROR_EXPRESSION_TYPE, "1:3" },
    { "null < 1", PE_ERROR_EXPRESSION_TYPE, "1:6" },
    { "null", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "[1]", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "[[1]]", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "[1, \"a\"]", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "if 1 then 2 else 3", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "if true then 2 else \"a\"", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "1[item > 1]", PE_ERROR_EXPRESSION_TYPE, "1:2" },
    { "count([1][1])", PE_ERROR_EXPRESSION_TYPE, "1:10" },
    { "some x in 1 satisfies true", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "some x in [1] satisfies x", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "sum(\"a\")", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "abs(1, 2)", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "round half up(1)", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "round half up(1, true)", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "round half up(1, 2, 3)", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "floor(1, 2, 3)", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "floor(true)", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "not(true, true)", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "not(1)", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "abs(true)", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "count(1)", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "count([1], [2])", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "1 = [1]", PE_ERROR_EXPRESSION_TYPE, "1:3" },
    { "[1] = 1", PE_ERROR_EXPRESSION_TYPE, "1:5" },
    { "[1] = [1]", PE_ERROR_EXPRESSION_TYPE, "1:5" },
    { "if true then [1] else 2", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "if true then 2 else [1]", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "if true then [] else 2", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "if true then 2 else []", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "if true then [1] else [\"a\"]", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "if true then null else null", PE_ERROR_EXPRESSION_TYPE, "1:1" },
    { "1 in (\"a\")", PE_ERROR_EXPRESSION_TYPE, "1:7" },
    { "\"a\" in [\"a\"..\"b\"]", PE_ERROR_EXPRESSION_TYPE, NULL },
    { "1 - date(\"2023-01-01\")", PE_ERROR_EXPRESSION_TYPE, "1:3" },
    { "exp(1)", PE_ERROR_EXPRESSION_FUNCTION, "1:1" },
    { "1 + log(2)", PE_ERROR_EXPRESSION_FUNCTION, "1:5" },
    { "round middle(2)", PE_ERROR_EXPRESSION_FUNCTION, "1:1" },
    { "date(\"2023-02-30\")", PE_ERROR_EXPRESSION_FUNCTION, "1:6" },
    { "date(2023)", PE_ERROR_EXPRESSION_FUNCTION, "1:6" },
    { "budget", PE_ERROR_EXPRESSION_NAME, "1:1" },
    { "1 + budget.exectued", PE_ERROR_EXPRESSION_NAME, "1:5" },
    { "prior.x", PE_ERROR_EXPRESSION_NAME, "1:1" },
    { "procurement.records.price", PE_ERROR_EXPRESSION_NAME, "1:21" },
    { "budget.executed.x", PE_ERROR_EXPRESSION_NAME, "1:17" },
    { "sum([1].x)", PE_ERROR_EXPRESSION_NAME, "1:9" },
    { "x.", PE_ERROR_EXPRESSION_SYNTAX, "1:3" },
    { "count(procurement.records[true].@)", PE_ERROR_EXPRESSION_SYNTAX, "1:33" },
    { "count(procurement.records[true].+)", PE_ERROR_EXPRESSION_SYNTAX, "1:33" },
    { "x.@", PE_ERROR_EXPRESSION_SYNTAX, "1:3" },
    { "\"a\\", PE_ERROR_EXPRESSION_SYNTAX, "1:1" },
    { "1 in (2 = 3)", PE_ERROR_EXPRESSION_SYNTAX, "1:9" }, /* a test is no condition */
    { "1 in [1, 2..3]", PE_ERROR_EXPRESSION_SYNTAX, "1:11" },
    { "1 in [1, 2, 3..4]", PE_ERROR_EXPRESSION_SYNTAX, "1:14" },
    { "some r in procurement.records satisfies count([r]) = 1", PE_ERROR_EXPRESSION_TYPE, "1:47" },
    { "some r in procurement.records satisfies r = r", PE_ERROR_EXPRESSION_TYPE, "1:43" },
    { "count(if true then procurement.records else budget.lines)", PE_ERROR_EXPRESSION_TYPE, "1:7" },
    /* Sixteen parts are a name, seventeen are none. */
    { "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q", PE_ERROR_EXPRESSION_NAME, "1:33" },
  };

  (void) state;
  assert_faults (&nothing, faults, G_N_ELEMENTS (faults));
}

static char *
repeat (const char *prefix, const char *part, size_t n, const char *suffix)
{
  GString *text = g_string_new (prefix);

  for (size_t i = 0; i < n; i++)
    g_string_append (text, part);
  g_string_append (text, suffix);
  return g_string_free (text, FALSE);
}

/* Names of facts, of calls and of members that are longer than any can be. */
static void
test_long_names (void **state)
{
  static const struct
  {
    const char *prefix;
    size_t      n;
    const char *suffix;
    pe_status   status;
  } cases[] = {
    { "", 65, "", PE_ERROR_EXPRESSION_NAME },           { "", 130, "(1)", PE_ERROR_EXPRESSION_NAME },
    { "", 300, "", PE_ERROR_EXPRESSION_NAME },          { "a.", 300, "", PE_ERROR_EXPRESSION_NAME },
    { "a b ", 130, "(1)", PE_ERROR_EXPRESSION_SYNTAX },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char                     *text = repeat (cases[i].prefix, "a", cases[i].n, cases[i].suffix);
      pe_expression            *expression = NULL;
      const pe_expression_scope scope = { .wanted = PE_TYPE_NULL };

      assert_error (pe_expression_new (&expression, text, &scope, &error), cases[i].status);
      assert_null (expression);
      g_free (text);
    }
  /* As long as a code may be. */
  {
    char                *text = repeat ("", "a", PE_CODE_MAX, "");
    const expected_value value = { text, "missing" };

    assert_values (&nothing, &value, 1);
    g_free (text);
  }
}

/* As many digits as a number may have, before the point, behind it and as a share. */
static void
test_long_numbers (void **state)
{
  static const char *const formulas[][2] = { { "", " > 0" }, { "0.", " > 0" }, { ".", "% > 0" }, { "", "% > 0" } };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      char *text = repeat (formulas[i][0], "7", 1000 - strlen (formulas[i][0]), formulas[i][1]);

      assert_values (&nothing, &(const expected_value) { text, "true" }, 1);
      g_free (text);
    }
}

/* The message names the token and what would be right, in both languages. */
static void
test_message (void **state)
{
  const pe_expression_scope scope = { .wanted = PE_TYPE_NUMBER };
  pe_expression            *expression = NULL;
  pe_error                 *error = NULL;

  (void) state;
  assert_int_equal (pe_expression_new (&expression, "1 + \"a\"", &scope, &error), PE_ERROR_EXPRESSION_TYPE);
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_EN),
                       "line 1, column 3: \"+\" stands with the wrong type; expected numbers");
  assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_ZH), "第 1 行第 3 列：“+”处的数据类型不符；应为：数值");
  pe_error_unref (error);
  assert_int_equal (pe_expression_new (&expression, "1 < 2", &scope, &error), PE_ERROR_EXPRESSION_TYPE);
  pe_error_unref (error);
  assert_int_equal (pe_expression_new (&expression, "1 \xff", &scope, &error), PE_ERROR_INVALID_UTF8);
  pe_error_unref (error);
}

static void
assert_hostile (const char *part, size_t n, pe_status status)
{
  char                *text = repeat ("", part, n, "1");
  const expected_fault fault = { text, status, NULL };

  assert_faults (&nothing, &fault, 1);
  g_free (text);
}

static void
assert_deep (const char *opening, size_t n, const char *middle, const char *closing, const char *value)
{
  char                *tail = repeat (middle, closing, n, ""), *text = repeat ("", opening, n, tail);
  const expected_value expected = { text, value };

  assert_values (&nothing, &expected, 1);
  g_free (text);
  g_free (tail);
}

static void
test_depth (void **state)
{
  static const char *const parts[]
      = { "(",
          "[",
          "-",
          "if ",
          "if true then ",
          "not(",
          "some x in ",
          "1+(",
          "1 in ((",
          "1 between ",
          "some x in [1] satisfies ",
          "if true then 1 else " };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_hostile (parts[i], 1000000 / strlen (parts[i]), PE_ERROR_LIMIT_DEPTH);
  assert_hostile ("(", 65, PE_ERROR_LIMIT_DEPTH);
  assert_hostile ("1", 1100000, PE_ERROR_LIMIT_TEXT);
  assert_hostile ("1", 1001, PE_ERROR_LIMIT_DIGITS);
  assert_hostile ("1.", 3, PE_ERROR_EXPRESSION_SYNTAX);
  assert_deep ("(", 64, "1", ")", "1");
  assert_deep ("1+(", 64, "1", ")", "65");
  assert_deep ("", 100000, "1", "+1", "100001");
  assert_deep ("", 100000, "true", " and true", "true");
  assert_deep ("", 100000, "1", "*1", "1");
  assert_deep ("if false then 0 else ", 64, "1", "", "1");
}

static void
test_long_lists (void **state)
{
  char                *text = repeat ("sum([", "1,", 100000, "1])");
  const expected_value expected = { text, "100001" };

  (void) state;
  assert_values (&nothing, &expected, 1);
  assert_int_equal (evaluate_status (&nothing, text, 65536, 1000), PE_ERROR_LIMIT);
  g_free (text);
  text = repeat ("", "x + ", 300, "1");
  assert_int_equal (evaluate_status (&nothing, text, 65536, 10), PE_ERROR_LIMIT);
  g_free (text);
}

/* A loop in a loop in a loop ends at the limit of steps, whatever the text's length. */
static void
test_work (void **state)
{
  char *list = repeat ("[", "1,", 2000, "1]");
  char *text = g_strdup_printf (
      "every x in %s satisfies every y in %s satisfies every z in %s satisfies x = y", list, list, list);

  (void) state;
  assert_int_equal (evaluate_status (&nothing, text, 65536, PE_EXPRESSION_MAX_STEPS), PE_ERROR_LIMIT);
  g_free (text);
  g_free (list);
}

/* The limit that was met: of steps, or of the bits of a number. */
static pe_status
meet_limit (const setting_of_formulas *setting, const char *formula, uint32_t bits, uint64_t steps,
            const char *expected_steps, const char *expected_bits)
{
  pe_error       *error = NULL;
  const pe_status status = evaluate_error (setting, formula, bits, steps, &error);

  if (status != PE_OK)
    {
      assert_int_equal (status, PE_ERROR_LIMIT);
      assert_string_equal (get_error_text (error, "steps"), expected_steps);
      assert_string_equal (get_error_text (error, "limit"), expected_bits);
    }
  pe_error_unref (error);
  return status;
}

/* An operation that has neither steps nor bits left says the steps; with enough of them, and ever after, it says the bits. */
static void
test_both_limits (void **state)
{
  gboolean has_steps = FALSE;

  (void) state;
  for (uint64_t n = 0; n < 200; n++)
    {
      pe_error      *error = NULL;
      const gboolean had_steps = has_steps;

      assert_int_equal (evaluate_error (&nothing, "2 ** 255 + 2 ** 255", 255, n, &error), PE_ERROR_LIMIT);
      has_steps = get_error_text (error, "steps")[0] == '\0';
      assert_string_equal (get_error_text (error, "limit"), has_steps ? "255" : "");
      assert_true (has_steps || !had_steps);
      pe_error_unref (error);
    }
  assert_true (has_steps);
}

/* Whichever step is the last one that a formula may take, also within a function that goes through long numbers, it says how
 * many there are, and with enough of them it comes to its value. */
static void
test_each_step (void **state)
{
  static const given       facts[] = { { "a", "2" }, { NULL, NULL } };
  static const char *const formulas[] = {
    "sum([1, a, 3][item in [1, 2, a]])",
    "every x in [1, 2] satisfies some y in [a, 3] satisfies y > x",
    "if a in (1, [2..3], < 0) then max(1, a) else mean([1, a])",
    "max(a ** 200, 3 ** 200, 5 ** 200) > min(3 ** 201, a ** 202, 1 / 3 ** 203)",
    "sum(3 ** 200, 1 / 3 ** 201, a) > round up(3 ** 202 / 7, 2)",
    "sqrt(a) > 1",
  };
  const setting_of_formulas setting = { facts, NULL, 0, NULL };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      pe_status status = PE_ERROR_LIMIT;
      uint64_t  n;

      for (n = 0; n < 1000 && status != PE_OK; n++)
        status = meet_limit (&setting, formulas[i], 65536, n, "10000000", "");
      assert_true (n > 10 && n < 1000);
    }
  /* Where it is the number that is too long, steps are of no help. */
  assert_int_equal (meet_limit (&setting, "sum(2 ** 255, 2 ** 255, 1)", 256, 1000, "", "256"), PE_ERROR_LIMIT);
}

static void
test_huge_numbers (void **state)
{
  (void) state;
  assert_int_equal (evaluate_status (&nothing, "2 ** 1000000", 65536, 10000000), PE_ERROR_LIMIT);
  assert_int_equal (evaluate_status (&nothing, "2 ** 1000000000000000000000", 65536, 10000000), PE_ERROR_LIMIT);
  assert_int_equal (evaluate_status (&nothing, "(1/2) ** 70000", 65536, 10000000), PE_ERROR_LIMIT);
  assert_int_equal (evaluate_status (&nothing, "10 ** 1000 ** 1000", 65536, 10000000), PE_ERROR_LIMIT);
  assert_int_equal (evaluate_status (&nothing, "2 ** 0.0000000001", 65536, 10000000), PE_ERROR_LIMIT);
  assert_int_equal (evaluate_status (&nothing, "2 ** 300", 256, 10000000), PE_ERROR_LIMIT);
  assert_int_equal (evaluate_status (&nothing, "decimal(10 ** 60 / 7, 400)", 256, 10000000), PE_ERROR_LIMIT);
  assert_int_equal (evaluate_status (&nothing, "2 ** 60000 > 1", 65536, 10000000), PE_OK);
  /* A sum that is too long before its last item. */
  assert_int_equal (evaluate_status (&nothing, "sum(2 ** 255, 2 ** 255, 1)", 256, 10000000), PE_ERROR_LIMIT);
  assert_int_equal (evaluate_status (&nothing, "sum([2 ** 255, 2 ** 255, 1])", 256, 10000000), PE_ERROR_LIMIT);
  assert_int_equal (evaluate_status (&nothing, "sum(2 ** 254, 2 ** 254, 1)", 256, 10000000), PE_OK);
}

/* What long numbers and texts take is counted by their length: each of these is a few instructions, done a few times. */
static void
test_long_work (void **state)
{
  char       *text = repeat ("", "x", 100000, "");
  char       *compared = g_strdup_printf ("\"%s\" = \"%s\"", text, text);
  const char *formulas[] = {
    "3 ** 40000 > 1",
    "7 ** (1/3001) > 1",
    "sqrt(7 ** 8001) > 1",
    "count([1, 2, 3, 4][3 ** (10000 + item) > 5]) > 1",
    "sum([3 ** 9000, 3 ** 9001, 3 ** 9002]) > 1",
    "max(1/3 ** 9000, 1/3 ** 9001) > 1",
    "round up(1/3 ** 9000, 2) > 1",
    compared,
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      assert_int_equal (evaluate_status (&nothing, formulas[i], 65536, 300), PE_ERROR_LIMIT);
      assert_int_equal (evaluate_status (&nothing, formulas[i], 65536, 1000000), PE_OK);
    }
  /* Short ones take what they always took. */
  assert_int_equal (evaluate_status (&nothing, "sum([1/3, 2/3, 3]) ** 2 > 1", 65536, 20), PE_OK);
  g_free (compared);
  g_free (text);
}

static void
test_symbols (void **state)
{
  char                     *text;
  GString                  *many = g_string_new ("0");
  const setting_of_formulas setting = nothing;

  (void) state;
  for (int i = 0; i < 256; i++)
    g_string_append_printf (many, " + x%d", i);
  text = evaluate (&setting, many->str, NULL);
  assert_string_equal (text, "missing");
  g_free (text);
  g_string_append (many, " + one_more");
  assert_faults (&setting, &(expected_fault) { many->str, PE_ERROR_LIMIT_ITEMS, NULL }, 1);
  g_string_free (many, TRUE);
}

/* Tokens in any order: most are refused, some are formulas, and none does more than its steps. */
static void
test_soup (void **state)
{
  /* What may stand where an operand does, and then everything else. */
  static const char *const tokens[] = {
    "1",
    "2.5",
    "x",
    "y",
    "true",
    "procurement.records",
    "budget.executed",
    "[1, 2]",
    "\"a\"",
    "item",
    "r",
    "null",
    "0",
    "90%",
    "date(\"2023-01-31\")",
    "contract",
    "+",
    "-",
    "*",
    "/",
    "**",
    "=",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "(",
    ")",
    "[",
    "]",
    ",",
    ".",
    "..",
    "and",
    "or",
    "if",
    "then",
    "else",
    "some",
    "every",
    "in",
    "satisfies",
    "between",
    "sum(",
    "min(",
    "not(",
    "count(",
    "sqrt(",
    "decimal("
  };
  static const char *const shapes[]
      = { "if @ then @ else @",
          "some r in @ satisfies @",
          "@ in (@, @)",
          "@ in [@..@)",
          "@[@]",
          "@ between @ and @",
          "(@)",
          "sum(@, @)",
          "@ + @",
          "@ = @",
          "[@, @]" };
  const pe_expression_scope scope = { .wanted = PE_TYPE_NULL };
  uint64_t                  seed = 2023;
  int                       n_formulas = 0;

  (void) state;
  for (int i = 0; i < 100000; i++)
    {
      GString       *text = g_string_new (i % 2 == 0 ? "@" : "");
      pe_expression *expression = NULL;

      for (int k = 0; k < 12; k++)
        {
          char       *hole = strchr (text->str, '@');
          const char *part;

          seed = seed * 6364136223846793005u + 1442695040888963407u;
          if (hole == NULL && i % 2 == 0)
            break;
          part = hole != NULL && k < 3 ? shapes[(seed >> 33) % G_N_ELEMENTS (shapes)]
                                       : tokens[(seed >> 33) % (hole != NULL ? 16 : G_N_ELEMENTS (tokens))];
          if (hole != NULL)
            {
              const gssize at = hole - text->str;

              g_string_erase (text, at, 1);
              g_string_insert (text, at, part);
            }
          else
            g_string_append_printf (text, " %s", part);
        }
      for (char *hole = strchr (text->str, '@'); hole != NULL; hole = strchr (hole, '@'))
        *hole = '1';
      if (pe_expression_new (&expression, text->str, &scope, NULL) == PE_OK)
        {
          n_formulas++;
          (void) evaluate_status (&nothing, text->str, 1000, 10000);
        }
      pe_expression_unref (expression);
      g_string_free (text, TRUE);
    }
  print_message ("%d of 100000 are formulas\n", n_formulas);
  assert_true (n_formulas > 100);
}

static void
test_division (void **state)
{
  static const struct
  {
    const char *formula;
    gboolean    can;
  } cases[] = {
    { "x / 2", FALSE },
    { "x / -2", FALSE },
    { "x / (2)", FALSE },
    { "x / 0", TRUE },
    { "x / y", TRUE },
    { "x / (2 - 1)", TRUE }, /* decided by what stands there, not by what it comes to */
    { "x ** 2", FALSE },
    { "x ** -2", TRUE },
    { "2 ** x", FALSE },
    { "x ** y", TRUE },
    { "mean([1, x])", FALSE },
    { "mean(x, y)", FALSE },
    { "mean(procurement.records.contract)", TRUE },
    { "mean([1, x][item > 0])", TRUE },
    { "budget.execution_rate", TRUE },
    { "budget.executed", FALSE },
    { "sqrt(x)", FALSE },
    { "mean(x)", FALSE }, /* of one */
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      pe_expression *expression = compile (&nothing, cases[i].formula);

      if (pe_expression_can_divide_by_zero (expression) != cases[i].can)
        fail_msg ("%s", cases[i].formula);
      pe_expression_unref (expression);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_arithmetic),  cmocka_unit_test (test_logic),      cmocka_unit_test (test_functions),
    cmocka_unit_test (test_faults),      cmocka_unit_test (test_message),    cmocka_unit_test (test_depth),
    cmocka_unit_test (test_long_lists),  cmocka_unit_test (test_work),       cmocka_unit_test (test_huge_numbers),
    cmocka_unit_test (test_long_work),   cmocka_unit_test (test_symbols),    cmocka_unit_test (test_division),
    cmocka_unit_test (test_soup),        cmocka_unit_test (test_long_names), cmocka_unit_test (test_long_numbers),
    cmocka_unit_test (test_both_limits), cmocka_unit_test (test_each_step),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
