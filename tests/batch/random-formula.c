/* random-formula.c - formulas and decision tables by chance
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Facts: a, b and c are numbers, t is a yes or no, s and u are texts and d is a day. What a batch does not compile (powers that
 * are no constant) stands among them as well.
 */
#include "pairs.h"

static const char *
pick (dice *roll, const char *const *words, size_t n)
{
  return words[dice_below (roll, n)];
}

static void
put_constant (GString *text, dice *roll)
{
  static const char *const constants[]
      = { "0", "1", "2", "3", "0.5", "100", "1.25", "90%", "0.001", "7", "1000000", "12.34", "250" };

  g_string_append (text, pick (roll, constants, G_N_ELEMENTS (constants)));
}

static void
put_leaf (GString *text, dice *roll)
{
  static const char *const names[] = {
    "a", "b", "c", "a", "b", "c", "budget.executed", "budget.adjusted", "budget.execution_rate", "procurement.contracts"
  };

  if (dice_strikes (roll, 35))
    put_constant (text, roll);
  else
    g_string_append (text, pick (roll, names, G_N_ELEMENTS (names)));
}

static void
put_list (GString *text, dice *roll, int depth)
{
  const int n = 1 + (int) dice_below (roll, 3);

  for (int i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? ", " : "");
      put_random_number (text, roll, depth);
    }
}

static void
put_operation (GString *text, dice *roll, int depth)
{
  static const char *const operators[] = { " + ", " - ", " * ", " / ", " / ", " - " };

  g_string_append (text, "(");
  put_random_number (text, roll, depth);
  g_string_append (text, pick (roll, operators, G_N_ELEMENTS (operators)));
  put_random_number (text, roll, depth);
  g_string_append (text, ")");
}

static void
put_call (GString *text, dice *roll, int depth)
{
  static const char *const many[] = { "min", "max", "sum", "mean" };
  const gboolean           in_brackets = dice_strikes (roll, 50);

  g_string_append_printf (text, "%s(%s", pick (roll, many, G_N_ELEMENTS (many)), in_brackets ? "[" : "");
  put_list (text, roll, depth);
  g_string_append (text, in_brackets ? "])" : ")");
}

static void
put_rounding (GString *text, dice *roll, int depth)
{
  static const char *const functions[]
      = { "floor", "ceiling", "decimal", "round half up", "round half down", "round up", "round down" };
  static const char *const places[] = { "0", "1", "2", "-1", "3", "-3" };

  g_string_append_printf (text, "%s(", pick (roll, functions, G_N_ELEMENTS (functions)));
  put_random_number (text, roll, depth);
  g_string_append_printf (text, ", %s)", pick (roll, places, G_N_ELEMENTS (places)));
}

static void
put_condition (GString *text, dice *roll, int depth)
{
  g_string_append (text, "(if ");
  put_random_truth (text, roll, depth);
  g_string_append (text, " then ");
  put_random_number (text, roll, depth);
  g_string_append (text, " else ");
  if (dice_strikes (roll, 5))
    g_string_append (text, "null");
  else
    put_random_number (text, roll, depth);
  g_string_append (text, ")");
}

static void
put_rare (GString *text, dice *roll, int depth)
{
  static const char *const forms[] = { "abs(", "floor(", "count([", "-(", "sqrt(abs(", "sqrt(" };
  static const char *const ends[] = { ")", ")", "])", ")", "))", ")" };
  const size_t             form = dice_below (roll, G_N_ELEMENTS (forms));

  g_string_append_printf (text, "(%s", forms[form]);
  put_random_number (text, roll, depth);
  g_string_append_printf (text, "%s)", ends[form]);
}

/* Of something small now and then, which has room to be raised. */
static void
put_power (GString *text, dice *roll, int depth)
{
  static const char *const powers[] = { "2", "3", "2", "-1", "0", "0.5", "1", "7", "-2", "a" };

  g_string_append (text, "((");
  put_random_number (text, roll, dice_strikes (roll, 60) ? 0 : depth);
  g_string_append_printf (text, ") ** %s)", pick (roll, powers, G_N_ELEMENTS (powers)));
}

/* "[a, b, 2]", "[a, b][item > 3]" */
static void
put_list_value (GString *text, dice *roll, int depth)
{
  g_string_append (text, "[");
  put_list (text, roll, depth);
  g_string_append (text, "]");
  if (dice_strikes (roll, 40))
    return;
  g_string_append (text, "[item ");
  g_string_append (text, dice_strikes (roll, 50) ? "> " : "!= ");
  put_random_number (text, roll, 0);
  if (dice_strikes (roll, 30))
    g_string_append (text, dice_strikes (roll, 50) ? " or t" : " and b != 2");
  g_string_append (text, "]");
}

static void
put_filter (GString *text, dice *roll, int depth)
{
  static const char *const many[] = { "min", "max", "sum", "mean", "count" };

  g_string_append_printf (text, "%s(", pick (roll, many, G_N_ELEMENTS (many)));
  put_list_value (text, roll, depth);
  g_string_append (text, ")");
}

void
put_random_number (GString *text, dice *roll, int depth)
{
  if (depth <= 0 || dice_strikes (roll, 15))
    {
      put_leaf (text, roll);
      return;
    }
  switch (dice_below (roll, 10))
    {
    case 0:
      put_call (text, roll, depth - 1);
      break;
    case 8:
      put_power (text, roll, depth - 1);
      break;
    case 9:
      put_filter (text, roll, depth - 1);
      break;
    case 1:
      put_rounding (text, roll, depth - 1);
      break;
    case 2:
    case 3:
      put_condition (text, roll, depth - 1);
      break;
    case 4:
      put_rare (text, roll, depth - 1);
      break;
    default:
      put_operation (text, roll, depth - 1);
      break;
    }
}

/* Truths */

static void
put_quantifier (GString *text, dice *roll, int depth)
{
  g_string_append (text, dice_strikes (roll, 50) ? "(some x in " : "(every x in ");
  put_list_value (text, roll, depth);
  g_string_append (text, dice_strikes (roll, 50) ? " satisfies x > " : " satisfies x != ");
  put_random_number (text, roll, depth);
  g_string_append (text, ")");
}

static void
put_test (GString *text, dice *roll, int depth)
{
  static const char *const comparisons[] = { " = ", " != ", " < ", " <= ", " > ", " >= " };

  put_random_number (text, roll, depth);
  switch (dice_below (roll, 5))
    {
    case 0:
      g_string_append (text, " between ");
      put_random_number (text, roll, 0);
      g_string_append (text, " and ");
      put_random_number (text, roll, 0);
      break;
    case 1:
      g_string_append (text, " in ([1..100), ");
      put_constant (text, roll);
      g_string_append (text, ", > 1000)");
      break;
    case 2:
      g_string_append (text, " in ");
      put_list_value (text, roll, 0);
      break;
    default:
      g_string_append (text, pick (roll, comparisons, G_N_ELEMENTS (comparisons)));
      put_random_number (text, roll, depth);
    }
}

static void
put_simple_truth (GString *text, dice *roll)
{
  static const char *const truths[] = {
    "t",
    "t",
    "t = true",
    "s = \\\"x\\\"",
    "s != \\\"y\\\"",
    "s in (\\\"x\\\", \\\"有\\\")",
    "a = null",
    "b != null",
    "s = null",
    "d < date(\\\"2023-06-01\\\")",
    "d - date(\\\"2023-04-30\\\") = 1",
    "not(t)",
    "s = u",
    "s != u",
    "u in (s, \\\"x\\\")",
    "(if t then s else u) = \\\"y\\\"",
    "(if t then s else \\\"x\\\") = u",
    "some x in [a, b] satisfies x > 50",
    "every x in [a, b, c] satisfies some y in [1, b] satisfies x >= y"
  };

  g_string_append (text, pick (roll, truths, G_N_ELEMENTS (truths)));
}

void
put_random_truth (GString *text, dice *roll, int depth)
{
  g_string_append (text, "(");
  if (depth <= 0 || dice_strikes (roll, 30))
    put_simple_truth (text, roll);
  else if (dice_strikes (roll, 20))
    put_quantifier (text, roll, depth - 1);
  else if (dice_strikes (roll, 50))
    put_test (text, roll, depth - 1);
  else
    {
      put_random_truth (text, roll, depth - 1);
      g_string_append (text, dice_strikes (roll, 50) ? " and " : " or ");
      put_random_truth (text, roll, depth - 1);
    }
  g_string_append (text, ")");
}

/* Decision tables */

/* Ascending intervals that cover the line, or tests that leave gaps and overlap. */
static void
put_number_test (GString *text, dice *roll, int index, int n, gboolean is_partition)
{
  const int low = (index - 1) * 30, high = index * 30;

  if (!is_partition && dice_strikes (roll, 30))
    g_string_append_printf (text, "not(%d, [%d..%d))", (int) dice_below (roll, 3), low, high);
  else if (!is_partition && dice_strikes (roll, 30))
    g_string_append (text, "-");
  else if (index == 0)
    g_string_append (text, "< 0");
  else if (index == n - 1)
    g_string_append_printf (text, ">= %d", low);
  else
    g_string_append_printf (text, "[%d..%d)", low, high);
}

/* What follows the test of a number. */
static void
put_test_of (GString *text, dice *roll, gboolean is_partition, const char *const *tests, size_t n)
{
  g_string_append_printf (text, "\",\"%s", is_partition ? "-" : pick (roll, tests, n));
}

static void
put_decision (GString *text, dice *roll, int64_t marks, int index, int n, gboolean is_partition, gboolean is_sum)
{
  static const char *const truths[] = { "-", "-", "true", "false" };
  static const char *const texts[] = { "-", "-", "\\\"x\\\"", "\\\"x\\\", \\\"y\\\"", "not(\\\"x\\\")" };
  static const char *const days[] = { "-", "-", "-", "< date(\\\"2023-06-01\\\")", "date(\\\"2023-05-01\\\")" };
  const int64_t            points = is_sum ? marks / (2 * n) * (index % 3) : marks * (index % 4) / 3;

  g_string_append_printf (text, "%s{\"when\":[\"", index > 0 ? "," : "");
  put_number_test (text, roll, index, n, is_partition);
  put_test_of (text, roll, is_partition, truths, G_N_ELEMENTS (truths));
  put_test_of (text, roll, is_partition, texts, G_N_ELEMENTS (texts));
  put_test_of (text, roll, is_partition, days, G_N_ELEMENTS (days));
  g_string_append_printf (text, "\"],\"points\":\"%d.%02d\"}", (int) (points / 100), (int) (points % 100));
}

static void
put_priority (GString *text, int64_t marks)
{
  static const int order[] = { 2, 0, 3, 1 };

  g_string_append (text, ",\"priority\":[");
  for (size_t i = 0; i < G_N_ELEMENTS (order); i++)
    g_string_append_printf (text, "%s\"%d.%02d\"", i > 0 ? "," : "", (int) (marks * order[i] / 3 / 100),
                            (int) (marks * order[i] / 3 % 100));
  g_string_append (text, "]");
}

void
put_random_table (GString *text, dice *roll, int64_t marks)
{
  static const char *const policies[] = { "U", "A", "P", "F", "R", "C", "C+", "C<", "C>", "C#" };
  const size_t             policy = dice_below (roll, G_N_ELEMENTS (policies));
  /* More than one mark for each decision that could hold is an error under C#. */
  const gboolean is_sum = (policy >= 4 && policy <= 6) || policy == 9;
  const int      n = policy == 9 ? 1 : 3 + (int) dice_below (roll, 3);

  g_string_append_printf (text,
                          "\"shape\":\"decision_table/1\"," RANDOM_TYPES ",\"hit\":\"%s\",\"inputs\":["
                          "{\"id\":\"n\",\"formula\":\"",
                          policies[policy]);
  put_random_number (text, roll, 2);
  g_string_append (text, "\"},{\"id\":\"t\",\"formula\":\"t\"},{\"id\":\"s\",\"formula\":\"s\"},"
                         "{\"id\":\"d\",\"formula\":\"d\"}],\"rules\":[");
  for (int i = 0; i < n; i++)
    put_decision (text, roll, marks, i, n, policy <= 1, is_sum);
  g_string_append (text, "],\"default\":\"0.5\"");
  if (policy == 2)
    put_priority (text, marks);
}
