/* test-expression-range.c - between which numbers a formula lies, whatever its figures are
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "formulas.h"

#include "rules/range-private.h"
#include "scarce.h"

static pe_range
find (const char *formula)
{
  const setting_of_formulas setting = { NULL, NULL, 0, NULL };
  pe_expression            *expression = compile (&setting, formula);
  pe_range                  out = pe_range_whole ();

  assert_ok (pe_expression_find_range (expression, &out));
  pe_expression_unref (expression);
  return out;
}

/* Nothing, where there is no end. */
static void
print_bound (const pe_bound *bound, pe_buffer *out)
{
  if (bound->infinite == 0)
    {
      pe_rational_print_numerator (&bound->number, out);
      pe_buffer_add_char (out, '/');
      pe_rational_print_denominator (&bound->number, out);
    }
}

typedef struct row
{
  const char *formula;
  const char *range;
} row;

static void
test_ranges (void **state)
{
  static const row rows[] = {
    { "0.5", "1/2..1/2" },
    { "a", ".." },
    { "-0.5", "-1/2..-1/2" },
    { "-min(0.5, a)", "-1/2.." },
    { "min(0.5, a)", "..1/2" },
    { "max(0.5, a)", "1/2.." },
    { "min(max(a, 0), 1)", "0/1..1/1" },
    { "mean(min(max(a, 0), 1), 4)", "0/1..4/1" },
    { "abs(a)", "0/1.." },
    { "0.5 - abs(a)", "..1/2" },
    { "sqrt(a)", "0/1.." },
    { "count([a, 1])", "0/1.." },
    { "sum(1, 2)", ".." },
    { "a ** 2", ".." },
    { "1 + 2 * 3 - 4 / 8", "13/2..13/2" },
    { "0.5 * min(1, a)", "..1/2" },
    { "1 / (2 + abs(a))", "0/1..1/2" },
    { "1 / abs(a)", ".." },
    { "if a > 1 then 0.2 else 0.4", "1/5..2/5" },
    { "if a > 1 then 0.2 else a", ".." },
    { "if a > 1 then 0.2 else if b > 1 then 0.4 else if c > 1 then 0.9 else 0.1", "1/10..9/10" },
    { "(if a > 1 then (if b > 1 then 1 else 2) else 3) + (if c > 1 then 10 else 20)", "11/1..23/1" },
    { "if a > 1 then null else 0.4", ".." },
    { "min([0.5, 0.25])", "1/4..1/2" },
    { "max([])", ".." },
    { "min([0.5, a])", ".." },
    { "min([0.5, 0.7][item > a])", ".." },
    { "floor(min(1.5, a))", "..1/1" },
    { "ceiling(min(1.5, a))", "..2/1" },
    { "decimal(min(0.125, a), 2)", "..3/25" },
    { "round half up(min(0.125, a), 2)", "..13/100" },
    { "round half up(min(0.125, a), b)", ".." },
    { "round half up(min(0.125, a), min(1, max(b, 0)))", ".." },
    { "round half up(min(0.125, a), count([a]))", ".." },
    { "round half up(min(0.125, a), 0.5)", ".." },
    { "round up(min(1, a), -1000)", ".." },
    { "min(1, 1000000000000000000000000000000000000000000)", "..1/1" },
    { "min(0.5, if not(a = 1 and b in [1..2) or c in (> 3, 5)) then 3 else 4)", "1/2..1/2" },
    { "min(0.5, if \"x\" = s and a != null and a between 1 and 2 and b in [1, 2] then 3 else 4)", "1/2..1/2" },
    { "min(0.5, if some x in [1, a] satisfies x > 2 then 3 else 0.1)", "1/10..1/2" },
    { "min(0.5, if every x in [1, a] satisfies (if x > 2 then true else false) then 3 else 0.1)", "1/10..1/2" },
    { "min(0.5, count(procurement.records[method = \"inquiry\"]))", "0/1..1/2" },
    { "min(0.5, date(\"2023-01-02\") - date(\"2023-01-01\"))", "..1/2" },
    { "min(0.5, sum(procurement.records.contract))", "..1/2" },
    { "min(max(date(\"2023-01-02\"), date(\"2023-01-01\")), date(\"2023-01-01\")) - date(\"2023-01-01\")", ".." },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const pe_fact_declaration types[] = { { (char *) "s", PE_FACT_STRING } };
      const setting_of_formulas setting = { NULL, types, 1, NULL };
      pe_expression            *expression = compile (&setting, rows[i].formula);
      pe_range                  range = pe_range_whole ();
      pe_buffer                 printed = PE_BUFFER_INIT;
      char                     *text;

      assert_ok (pe_expression_find_range (expression, &range));
      print_bound (&range.low, &printed);
      pe_buffer_add_string (&printed, "..");
      print_bound (&range.high, &printed);
      text = pe_buffer_steal (&printed);
      if (strcmp (text, rows[i].range) != 0)
        fail_msg ("%s: %s, and not %s", rows[i].formula, text, rows[i].range);
      g_free (text);
      pe_expression_unref (expression);
    }
}

/* A generator of its own, so that every run and every machine sees the same formulas. */
static uint64_t
draw (uint64_t *seed, uint64_t n)
{
  *seed = *seed * 6364136223846793005u + 1442695040888963407u;
  return (*seed >> 33) % n;
}

static void put_number (GString *out, uint64_t *seed, int depth);

static void
put_call (GString *out, uint64_t *seed, const char *head, int n, int depth)
{
  g_string_append (out, head);
  for (int i = 0; i < n; i++)
    {
      g_string_append (out, i > 0 ? ", " : "");
      put_number (out, seed, depth);
    }
  g_string_append_c (out, ')');
}

static void
put_operation (GString *out, uint64_t *seed, int depth)
{
  static const char *const calls[] = { "min(", "max(", "mean(", "abs(", "floor(", "ceiling(", "min([", "(-", "sqrt(" };
  static const char *const signs[] = { " + ", " - ", " * ", " / " };
  const uint64_t           kind = draw (seed, 16);

  if (kind < 3)
    put_call (out, seed, calls[kind], 1 + (int) draw (seed, 3), depth);
  else if (kind < G_N_ELEMENTS (calls) && kind != 6)
    put_call (out, seed, calls[kind], 1, depth);
  else if (kind == 6)
    {
      g_string_append (out, calls[kind]);
      put_number (out, seed, depth);
      g_string_append (out, ", 0.5])");
    }
  else if (kind == 9)
    {
      g_string_append (out, "round half up(");
      put_number (out, seed, depth);
      g_string_append (out, ", 1)");
    }
  else if (kind == 10)
    {
      g_string_append (out, "(if ");
      put_number (out, seed, depth);
      g_string_append (out, " > 0 then ");
      put_number (out, seed, depth);
      g_string_append (out, " else ");
      put_number (out, seed, depth);
      g_string_append_c (out, ')');
    }
  else
    {
      g_string_append_c (out, '(');
      put_number (out, seed, depth);
      g_string_append (out, signs[draw (seed, G_N_ELEMENTS (signs))]);
      put_number (out, seed, depth);
      g_string_append_c (out, ')');
    }
}

static void
put_number (GString *out, uint64_t *seed, int depth)
{
  static const char *const leaves[] = { "a", "b", "c", "0", "1", "0.5", "3", "2.25" };

  if (depth == 0 || draw (seed, 5) == 0)
    g_string_append (out, leaves[draw (seed, G_N_ELEMENTS (leaves))]);
  else
    put_operation (out, seed, depth - 1);
}

/* "-3" or "1/3" against an end, by GMP alone. */
static int
compare_value (const char *value, const pe_bound *bound)
{
  pe_buffer printed = PE_BUFFER_INIT;
  char     *text;
  mpq_t     x, y;
  int       order;

  print_bound (bound, &printed);
  text = pe_buffer_steal (&printed);
  mpq_inits (x, y, NULL);
  assert_int_equal (mpq_set_str (x, value, 10), 0);
  assert_int_equal (mpq_set_str (y, text, 10), 0);
  order = mpq_cmp (x, y);
  mpq_clears (x, y, NULL);
  g_free (text);
  return order;
}

/* No figures give a formula a number outside its range. */
static void
test_nothing_lies_outside (void **state)
{
  static const char *const figures[] = { "0", "1", "-1", "0.5", "7", "-2.5", "1000000000", "0.001" };
  uint64_t                 seed = 1;
  size_t                   bounded = 0;

  (void) state;
  for (size_t i = 0; i < 4000; i++)
    {
      GString *formula = g_string_new (NULL);
      pe_range range;

      put_number (formula, &seed, 4);
      range = find (formula->str);
      bounded += range.low.infinite == 0 || range.high.infinite == 0;
      for (size_t k = 0; k < 4; k++)
        {
          const setting_of_formulas setting
              = { GIVEN ({ "a", figures[draw (&seed, 8)] }, { "b", figures[draw (&seed, 8)] },
                         { "c", figures[draw (&seed, 8)] }),
                  NULL, 0, NULL };
          char *value = evaluate (&setting, formula->str, NULL);

          if (g_ascii_isdigit (value[0]) || value[0] == '-')
            if ((range.low.infinite == 0 && compare_value (value, &range.low) < 0)
                || (range.high.infinite == 0 && compare_value (value, &range.high) > 0))
              fail_msg ("%s: %s", formula->str, value);
          g_free (value);
        }
      g_string_free (formula, TRUE);
    }
  assert_true (bounded > 1000);
}

static pe_status
find_once (const void *argument, pe_text **out, pe_error **error)
{
  pe_range  range = pe_range_whole ();
  pe_status status = pe_expression_find_range (argument, &range);

  (void) out;
  scarce_end ();
  return status == PE_OK ? PE_OK : pe_error_set_no_memory (error);
}

static void
test_no_memory (void **state)
{
  const setting_of_formulas setting = { NULL, NULL, 0, NULL };
  pe_expression            *expression = compile (&setting, "if a > 1 then 0.2 else min(0.4, b)");

  (void) state;
  assert_int_equal (scarce_walk (find_once, expression, PE_OK), 2);
  pe_expression_unref (expression);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_ranges),
    cmocka_unit_test (test_nothing_lies_outside),
    cmocka_unit_test (test_no_memory),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
