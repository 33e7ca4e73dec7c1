/* test-shape-decision-table.c - points by rules over several inputs
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

#include "rules/decision-table-private.h"

#define MOST_TESTS 4

/* A rule as a test writes it: its tests, then its points. */
typedef struct row
{
  const char *when[MOST_TESTS];
  const char *points;
} row;

typedef struct input
{
  const char *id;
  const char *formula;
} input;

/* A table with rows up to the one without points. */
typedef struct table
{
  const char *hit;
  const char *default_points; /* nullable */
  input       inputs[MOST_TESTS];
  const row  *rows;
} table;

#define ROWS(...) ((const row[]) { __VA_ARGS__, { { NULL }, NULL } })

static size_t
add_inputs (pe_rule_builder *builder, const input *inputs)
{
  size_t n = 0;

  for (; n < MOST_TESTS && inputs[n].id != NULL; n++)
    {
      pe_table_input made;

      pe_table_input_init (&made, sizeof made);
      made.id = inputs[n].id;
      made.formula = inputs[n].formula;
      assert_ok (pe_rule_builder_add_inputs (builder, &made, 1, NULL));
    }
  return n;
}

static pe_status
add_row (pe_rule_builder *builder, const row *added, size_t n, pe_error **error)
{
  pe_decision decision;

  pe_decision_init (&decision, sizeof decision);
  decision.when = added->when;
  decision.n_when = (uint32_t) n;
  decision.points = decimal (added->points);
  return pe_rule_builder_add_decisions (builder, &decision, 1, error);
}

static pe_rule_builder *
begin_table (const table *made)
{
  pe_rule_builder *builder = begin ("decision_table");
  size_t           n;

  if (made->hit != NULL)
    word (builder, "hit", made->hit);
  if (made->default_points != NULL)
    number (builder, "default", made->default_points);
  assert_ok (pe_rule_builder_declare_fact (builder, "grade", PE_FACT_STRING, NULL));
  assert_ok (pe_rule_builder_declare_fact (builder, "done", PE_FACT_BOOLEAN, NULL));
  assert_ok (pe_rule_builder_declare_fact (builder, "day", PE_FACT_DATE, NULL));
  n = add_inputs (builder, made->inputs);
  for (size_t i = 0; made->rows[i].points != NULL; i++)
    assert_ok (add_row (builder, &made->rows[i], n, NULL));
  return builder;
}

static pe_rule *
make_table (const table *made)
{
  return build (begin_table (made));
}

static void
test_unique (void **state)
{
  const table made = {
    NULL, NULL, { { "rate", "rate" } }, ROWS ({ { ">= 95%" }, "4" }, { { "[80%..95%)" }, "2.5" }, { { "< 0.8" }, "0" })
  };
  pe_rule *rule = make_table (&made);

  (void) state;
  assert_points (rule, "4", GIVEN ({ "rate", "95%" }), "4/1");
  assert_points (rule, "4", GIVEN ({ "rate", "94.99%" }), "5/2");
  assert_points (rule, "4", GIVEN ({ "rate", "80%" }), "5/2");
  assert_points (rule, "4", GIVEN ({ "rate", "0.79" }), "0/1");
  assert_fault (rule, "4", GIVEN ({ "rate", "" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "4", GIVEN ({ "rate", "-" }), PE_ERROR_NOT_APPLICABLE);
  assert_fault (rule, "3", GIVEN ({ "rate", "95%" }), PE_ERROR_PARAMETER_RANGE);
  assert_formula (rule, "4", GIVEN ({ "rate", "85%" }), "决策表 U: rate = 85%；规则 2 → 2.5",
                  "decision table U: rate = 85%; rule 2 → 2.5");
  assert_false (pe_rule_can_divide_by_zero (rule));
  assert_true (pe_rule_uses_fact (rule, "rate"));
  assert_false (pe_rule_uses_fact (rule, "other"));
  pe_rule_unref (rule);
}

static void
test_types (void **state)
{
  const table made
      = { "U",
          NULL,
          { { "grade", "grade" }, { "done", "done" }, { "day", "day" } },
          ROWS ({ { "\"优\", \"良\"", "true", "<= date(\"2023-06-30\")" }, "5" },
                { { "\"优\", \"良\"", "true", "> date(\"2023-06-30\")" }, "4" },
                { { "\"优\", \"良\"", "false", "-" }, "3" }, { { "not(\"优\", \"良\")", "-", "-" }, "0" }) };
  pe_rule *rule = make_table (&made);

  (void) state;
  assert_points (rule, "5", GIVEN ({ "grade", ":优" }, { "done", "是" }, { "day", ":2023-06-30" }), "5/1");
  assert_points (rule, "5", GIVEN ({ "grade", ":良" }, { "done", "是" }, { "day", ":2023-07-01" }), "4/1");
  assert_points (rule, "5", GIVEN ({ "grade", ":良" }, { "done", "否" }, { "day", ":2023-07-01" }), "3/1");
  assert_points (rule, "5", GIVEN ({ "grade", ":中" }, { "done", "否" }, { "day", ":2023-07-01" }), "0/1");
  /* Every input is needed, whichever rule would hold. */
  assert_fault (rule, "5", GIVEN ({ "grade", ":中" }, { "done", "否" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "5", GIVEN ({ "grade", "3" }, { "done", "否" }, { "day", ":2023-07-01" }),
                PE_ERROR_EXPRESSION_TYPE);
  pe_rule_unref (rule);
}

static const row overlapping[]
    = { { { "> 0" }, "1" }, { { "> 10" }, "3" }, { { "> 5" }, "2" }, { { "<= 0" }, "0" }, { { NULL }, NULL } };

/* rate 20 fulfils the rules 1, 2 and 3. */
static void
test_hit_policies (void **state)
{
  static const struct
  {
    const char *hit, *points, *en;
  } cases[] = {
    { "F", "1/1", "decision table F: rate = 20; rule 1 → 1" },
    { "C+", "6/1", "decision table C+: rate = 20; rules 1, 2, 3 → 1 + 3 + 2" },
    { "C", "6/1", "decision table C: rate = 20; rules 1, 2, 3 → 1 + 3 + 2" },
    { "R", "6/1", "decision table R: rate = 20; rules 1, 2, 3 → 1 + 3 + 2" },
    { "C<", "1/1", "decision table C<: rate = 20; rule 1 → 1" },
    { "C>", "3/1", "decision table C>: rate = 20; rule 2 → 3" },
    { "C#", "3/1", "decision table C#: rate = 20; rules 1, 2, 3 → 3" },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const table made = { cases[i].hit, NULL, { { "rate", "rate" } }, overlapping };
      pe_rule    *rule = make_table (&made);
      pe_outcome  outcome;

      assert_points (rule, "6", GIVEN ({ "rate", "20" }), cases[i].points);
      assert_points (rule, "6", GIVEN ({ "rate", "0" }), strcmp (cases[i].hit, "C#") == 0 ? "1/1" : "0/1");
      apply (&outcome, rule, "6", GIVEN ({ "rate", "20" }), NULL, NULL);
      pe_outcome_clear (&outcome);
      {
        pe_buffer   buffer = PE_BUFFER_INIT;
        pe_rational marks;
        char       *text;

        pe_rational_init (&marks);
        apply (&outcome, rule, "6", GIVEN ({ "rate", "20" }), NULL, NULL);
        pe_rule_print_formula (rule, &marks, &outcome, PE_LANGUAGE_EN, &buffer);
        text = pe_buffer_steal (&buffer);
        assert_string_equal (text, cases[i].en);
        g_free (text);
        pe_outcome_clear (&outcome);
      }
      pe_rule_unref (rule);
    }
}

/* A sum of one. */
static void
test_one_hit (void **state)
{
  const table made = { "C+", NULL, { { "rate", "rate" } }, overlapping };
  pe_rule    *rule = make_table (&made);

  (void) state;
  assert_formula (rule, "6", GIVEN ({ "rate", "3" }), "决策表 C+: rate = 3；规则 1 → 1",
                  "decision table C+: rate = 3; rule 1 → 1");
  pe_rule_unref (rule);
}

static void
add_priority (pe_rule_builder *builder, const char *points)
{
  const pe_decimal made = decimal (points);

  assert_ok (pe_rule_builder_add_priority (builder, &made, 1, NULL));
}

static void
test_priority (void **state)
{
  const table      made = { "P", NULL, { { "rate", "rate" } }, overlapping };
  pe_rule_builder *builder = begin_table (&made);
  pe_decimal       twice[] = { { 7, 0, 0 }, { 70, 1, 0 } };
  pe_rule         *rule;

  (void) state;
  assert_error (pe_rule_builder_add_priority (builder, twice, 2, &error), PE_ERROR_INVALID_ARGUMENT);
  add_priority (builder, "2");
  add_priority (builder, "3");
  add_priority (builder, "1");
  add_priority (builder, "0");
  rule = build (builder);
  assert_points (rule, "3", GIVEN ({ "rate", "20" }), "2/1");
  assert_points (rule, "3", GIVEN ({ "rate", "3" }), "1/1");
  pe_rule_unref (rule);
  refuse (begin_table (&made), PE_ERROR_PARAMETER_MISSING, "");
  builder = begin_table (&made);
  add_priority (builder, "2");
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/rules/0/points");
  builder = begin_table (&(const table) { "F", NULL, { { "rate", "rate" } }, overlapping });
  add_priority (builder, "2");
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/priority");
}

static void
test_sum_within_marks (void **state)
{
  const table made = { "C+", NULL, { { "rate", "rate" } }, overlapping };
  pe_rule    *rule = make_table (&made);

  (void) state;
  assert_fault (rule, "5.9", GIVEN ({ "rate", "1" }), PE_ERROR_PARAMETER_RANGE);
  assert_points (rule, "6", GIVEN ({ "rate", "1" }), "1/1");
  pe_rule_unref (rule);
  rule = make_table (&(const table) { "C#", NULL, { { "rate", "rate" } }, overlapping });
  assert_fault (rule, "2", GIVEN ({ "rate", "1" }), PE_ERROR_PARAMETER_RANGE);
  assert_points (rule, "3", GIVEN ({ "rate", "1" }), "1/1");
  pe_rule_unref (rule);
}

/* The message of the first finding. */
static void
refuse_with (const table *made, pe_status code, const char *what, const char *message)
{
  pe_rule_builder *builder = begin_table (made);
  pe_rule         *rule = NULL;
  pe_error        *error = NULL;

  assert_int_equal (pe_rule_builder_build (&rule, builder, NULL, &error), code);
  assert_null (rule);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), what);
  if (strstr (pe_error_get_message (error, PE_LANGUAGE_EN), message) == NULL)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_error_unref (error);
  pe_rule_builder_free (builder);
}

static void
test_gaps (void **state)
{
  (void) state;
  refuse_with (&(const table) { "U", NULL, { { "rate", "rate" } }, ROWS ({ { "> 0.9" }, "1" }, { { "< 0.9" }, "0" }) },
               PE_ERROR_TABLE_GAP, "/rules", "where rate = 0.9;");
  refuse_with (&(const table) { "F", NULL, { { "rate", "rate" } }, ROWS ({ { "[0..1]" }, "1" }, { { "> 1" }, "0" }) },
               PE_ERROR_TABLE_GAP, "/rules", "where rate in (−∞..0);");
  refuse_with (&(const table) { "C+", NULL, { { "rate", "rate" } }, ROWS ({ { "<= 1" }, "1" }, { { "(1..2]" }, "0" }) },
               PE_ERROR_TABLE_GAP, "/rules", "where rate in (2..+∞);");
  refuse_with (&(const table) { "U", NULL, { { "grade", "grade" } }, ROWS ({ { "\"a\"" }, "1" }) }, PE_ERROR_TABLE_GAP,
               "/rules", "where grade = …;");
  refuse_with (&(const table) { "U", NULL, { { "done", "done" } }, ROWS ({ { "true" }, "1" }) }, PE_ERROR_TABLE_GAP,
               "/rules", "where done = false;");
  refuse_with (&(const table) { "U",
                                NULL,
                                { { "day", "day" } },
                                ROWS ({ { "<= date(\"2023-02-28\")" }, "1" }, { { "> date(\"2023-03-31\")" }, "0" }) },
               PE_ERROR_TABLE_GAP, "/rules", "where day in [2023-03-01..2023-03-31];");
  refuse_with (
      &(const table) { "U",
                       NULL,
                       { { "a", "a" }, { "b", "b" } },
                       ROWS ({ { "< 1", "-" }, "1" }, { { ">= 1", "<= 5" }, "0" }, { { ">= 1", "> 6" }, "0" }) },
      PE_ERROR_TABLE_GAP, "/rules", "where a in [1..+∞), b in (5..6];");
  refuse_with (
      &(const table) {
          "U", NULL, { { "a", "a" }, { "b", "b" } }, ROWS ({ { "< 1", "-" }, "1" }, { { "> 1", "-" }, "0" }) },
      PE_ERROR_TABLE_GAP, "/rules", "where a = 1;");
  /* The whole of a month but its last day, in the last year that there is; and days without an end. */
  refuse_with (&(const table) { "U",
                                NULL,
                                { { "day", "day" } },
                                ROWS ({ { "<= date(\"9999-11-30\")" }, "1" }, { { "> date(\"9999-12-30\")" }, "0" }) },
               PE_ERROR_TABLE_GAP, "/rules", "where day in [9999-12-01..9999-12-30];");
  refuse_with (&(const table) { "U", NULL, { { "day", "day" } }, ROWS ({ { "<= date(\"2023-02-28\")" }, "1" }) },
               PE_ERROR_TABLE_GAP, "/rules", "where day in [2023-03-01..+∞);");
  /* Days follow each other: there is nothing between these. */
  pe_rule_unref (make_table (&(const table) {
      "U",
      NULL,
      { { "day", "day" } },
      ROWS ({ { "<= date(\"2023-12-31\")" }, "1" }, { { ">= date(\"2024-01-01\")" }, "0" }) }));
  pe_rule_unref (make_table (&(const table) { "U", "0", { { "grade", "grade" } }, ROWS ({ { "\"a\"" }, "1" }) }));
}

static void
test_overlaps (void **state)
{
  (void) state;
  refuse_with (
      &(const table) { "U", NULL, { { "rate", "rate" } }, ROWS ({ { ">= 0.9" }, "1" }, { { "<= 0.9" }, "0" }) },
      PE_ERROR_TABLE_OVERLAP, "/rules/1", "the rules 1 and 2 of the decision table both hold where rate = 0.9;");
  refuse_with (
      &(const table) {
          "U",
          "0",
          { { "a", "a" }, { "grade", "grade" } },
          ROWS ({ { "< 0", "-" }, "1" }, { { "[0..5)", "\"x\", \"y\"" }, "1" }, { { "[4..6]", "not(\"x\")" }, "0" }) },
      PE_ERROR_TABLE_OVERLAP, "/rules/2",
      "the rules 2 and 3 of the decision table both hold where a in [4..5), "
      "grade = \"y\";");
  refuse_with (&(const table) { "A", NULL, { { "rate", "rate" } }, ROWS ({ { "-" }, "1" }, { { "<= 0.9" }, "0" }) },
               PE_ERROR_TABLE_OVERLAP, "/rules/1", "1 and 2");
  pe_rule_unref (make_table (
      &(const table) { "A", NULL, { { "rate", "rate" } }, ROWS ({ { "-" }, "1" }, { { "<= 0.9" }, "1.0" }) }));
  /* Where there is a default only what overlaps in all inputs is looked at. */
  refuse_with (
      &(const table) {
          "A", "0", { { "a", "a" }, { "b", "b" } }, ROWS ({ { "< 2", "< 2" }, "1" }, { { "> 0", "> 1" }, "2" }) },
      PE_ERROR_TABLE_OVERLAP, "/rules/1", "1 and 2");
  pe_rule_unref (make_table (&(const table) {
      "F", "0", { { "a", "a" }, { "b", "b" } }, ROWS ({ { "< 2", "< 2" }, "1" }, { { "> 0", "> 1" }, "2" }) }));
}

/* A table as one that was written by hand is: with many values, in brackets of each sort. */
static void
test_tests (void **state)
{
  static const struct
  {
    const char *formula, *test;
    pe_status   status;
  } cases[] = {
    { "rate", "-", PE_OK },
    { "rate", "5", PE_OK },
    { "rate", "-5", PE_OK },
    { "rate", "- 5", PE_OK },
    { "rate", "1, 2, [3..4], > 5", PE_OK },
    { "rate", "not(1, 2)", PE_OK },
    { "rate", "[-5..-4)", PE_OK },
    { "rate", "(80%..90%]", PE_OK },
    { "rate", "", PE_ERROR_EXPRESSION_SYNTAX },
    { "rate", "-, 5", PE_ERROR_EXPRESSION_SYNTAX },
    { "rate", "5 6", PE_ERROR_EXPRESSION_SYNTAX },
    { "rate", "5,", PE_ERROR_EXPRESSION_SYNTAX },
    { "rate", "[1..2", PE_ERROR_EXPRESSION_SYNTAX },
    { "rate", "[1,2]", PE_ERROR_EXPRESSION_SYNTAX },
    { "rate", "]1..2[", PE_ERROR_EXPRESSION_SYNTAX },
    { "rate", "= 5", PE_ERROR_EXPRESSION_SYNTAX },
    { "rate", "1 + 1", PE_ERROR_EXPRESSION_SYNTAX },
    { "rate", "other", PE_ERROR_EXPRESSION_SYNTAX },
    { "rate", "null", PE_ERROR_EXPRESSION_SYNTAX },
    { "rate", "not(-)", PE_ERROR_EXPRESSION_SYNTAX },
    { "rate", "not(5", PE_ERROR_EXPRESSION_SYNTAX },
    { "rate", "1e5", PE_ERROR_EXPRESSION_SYNTAX },
    { "rate", "\"a\"", PE_ERROR_EXPRESSION_TYPE },
    { "rate", "true", PE_ERROR_EXPRESSION_TYPE },
    { "rate", "[5..4]", PE_ERROR_EXPRESSION_TYPE },
    { "rate", "(5..5]", PE_ERROR_EXPRESSION_TYPE },
    { "rate", "not(<= 5, > 5)", PE_ERROR_EXPRESSION_TYPE },
    { "rate", "0.1234567890123456789", PE_ERROR_LIMIT_DIGITS },
    { "grade", "\"a\", \"b\"", PE_OK },
    { "grade", "5", PE_ERROR_EXPRESSION_TYPE },
    { "grade", "> \"a\"", PE_ERROR_EXPRESSION_TYPE },
    { "done", "true, false", PE_OK },
    { "done", "not(true, false)", PE_ERROR_EXPRESSION_TYPE },
    { "done", "< true", PE_ERROR_EXPRESSION_TYPE },
    { "day", "[date(\"2023-01-01\")..date(\"2023-12-31\")]", PE_OK },
    { "day", "date(\"2023-02-30\")", PE_ERROR_EXPRESSION_SYNTAX },
    { "day", "(date(\"2023-01-01\")..date(\"2023-01-02\"))", PE_ERROR_EXPRESSION_TYPE }, /* no day between */
    { "rate", "\xff", PE_ERROR_INVALID_UTF8 },
    { "rate", "nor(5)", PE_ERROR_EXPRESSION_SYNTAX },
    { "day", "data(\"2023-01-01\")", PE_ERROR_EXPRESSION_SYNTAX },
    { "day", "date(20230101)", PE_ERROR_EXPRESSION_SYNTAX },
    { "grade", "[\"a\"..\"b\"]", PE_ERROR_EXPRESSION_TYPE },
    { "done", "[false..true]", PE_ERROR_EXPRESSION_TYPE },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const table      made = { "F", "0", { { "x", cases[i].formula } }, ROWS ({ { NULL }, NULL }) };
      pe_rule_builder *builder = begin_table (&made);
      const row        added = { { cases[i].test }, "1" };
      pe_error        *error = NULL;

      if (add_row (builder, &added, 1, &error) != cases[i].status)
        fail_msg ("%s: %s", cases[i].test, error != NULL ? pe_error_get_message (error, PE_LANGUAGE_EN) : "no error");
      if (error != NULL)
        assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)),
                             "/rules/0/when/0");
      pe_error_unref (error);
      pe_rule_builder_free (builder);
    }
}

/* The sweep against every grid point, by the tests' own words: numbers 0 to 6 with halves between. */

static uint64_t
draw (uint64_t *seed, uint64_t n)
{
  *seed = *seed * 6364136223846793005u + 1442695040888963407u;
  return (*seed >> 33) % n;
}

typedef struct drawn
{
  int      low, high; /* in halves: [low, high] */
  gboolean lower_closed, upper_closed;
  char     text[32];
} drawn;

static void
draw_test (drawn *out, uint64_t *seed)
{
  out->low = (int) draw (seed, 6);
  out->high = out->low + 1 + (int) draw (seed, 3);
  out->lower_closed = draw (seed, 2) == 0;
  out->upper_closed = draw (seed, 2) == 0;
  g_snprintf (out->text, sizeof out->text, "%c%d..%d%c", out->lower_closed ? '[' : '(', out->low, out->high,
              out->upper_closed ? ']' : ')');
}

/* at: in halves. */
static gboolean
is_in (const drawn *test, int at)
{
  return (at > 2 * test->low || (test->lower_closed && at == 2 * test->low))
         && (at < 2 * test->high || (test->upper_closed && at == 2 * test->high));
}

static void
test_random_overlaps (void **state)
{
  uint64_t seed = 4711;
  int      n_overlaps = 0;

  (void) state;
  for (int round = 0; round < 1500; round++)
    {
      drawn            tests[4][2];
      const size_t     n = 2 + draw (&seed, 3);
      const table      made = { "U", "0", { { "a", "a" }, { "b", "b" } }, ROWS ({ { NULL }, NULL }) };
      pe_rule_builder *builder = begin_table (&made);
      pe_rule         *rule = NULL;
      gboolean         overlaps = FALSE;

      for (size_t i = 0; i < n; i++)
        {
          row added = { { tests[i][0].text, tests[i][1].text }, "1" };

          draw_test (&tests[i][0], &seed);
          draw_test (&tests[i][1], &seed);
          assert_ok (add_row (builder, &added, 2, NULL));
        }
      for (int x = -1; x < 22; x++)
        for (int y = -1; y < 22; y++)
          {
            size_t hits = 0;

            for (size_t i = 0; i < n; i++)
              hits += is_in (&tests[i][0], x) && is_in (&tests[i][1], y) ? 1 : 0;
            overlaps = overlaps || hits > 1;
          }
      n_overlaps += overlaps;
      assert_int_equal (pe_rule_builder_build (&rule, builder, NULL, NULL), overlaps ? PE_ERROR_TABLE_OVERLAP : PE_OK);
      pe_rule_unref (rule);
      pe_rule_builder_free (builder);
    }
  /* Both answers were put to the test. */
  assert_true (n_overlaps > 100 && n_overlaps < 1400);
}

static pe_rule_builder *
begin_large (size_t n)
{
  const table      made = { "U", NULL, { { "rate", "rate" } }, ROWS ({ { "< 0" }, "0" }) };
  pe_rule_builder *builder = begin_table (&made);
  pe_decision     *decisions = g_new0 (pe_decision, n);
  char           **texts = g_new0 (char *, n);

  for (size_t i = 0; i < n; i++)
    {
      texts[i] = g_strdup_printf ("[%d..%d)", (int) i, (int) i + 1);
      pe_decision_init (&decisions[i], sizeof decisions[i]);
      decisions[i].when = (const char *const *) &texts[i];
      decisions[i].n_when = 1;
      decisions[i].points = (pe_decimal) { 1, 0, 0 };
    }
  assert_ok (pe_rule_builder_add_decisions (builder, decisions, n, NULL));
  for (size_t i = 0; i < n; i++)
    g_free (texts[i]);
  g_free (texts);
  g_free (decisions);
  return builder;
}

static void
add_tail (pe_rule_builder *builder, const char *test)
{
  const row tail = { { test }, "0" };

  assert_ok (add_row (builder, &tail, 1, NULL));
}

static void
test_large (void **state)
{
  pe_rule_builder *builder = begin_large (100000);
  pe_rule         *rule;

  (void) state;
  add_tail (builder, ">= 100000");
  rule = build (builder);
  assert_points (rule, "1", GIVEN ({ "rate", "99999.5" }), "1/1");
  assert_points (rule, "1", GIVEN ({ "rate", "100000" }), "0/1");
  pe_rule_unref (rule);
  builder = begin_large (100000);
  add_tail (builder, ">= 99999.5");
  refuse (builder, PE_ERROR_TABLE_OVERLAP, "/rules/100001");
}

/* A thousand rules over sixteen inputs whose boxes would be more than anyone can look at. */
static void
test_bounded (void **state)
{
  pe_rule_builder *builder = begin ("decision_table");
  char             ids[PE_TABLE_MAX_INPUTS][8], texts[PE_TABLE_MAX_INPUTS][32];
  const char      *when[PE_TABLE_MAX_INPUTS];

  (void) state;
  word (builder, "hit", "F");
  for (size_t i = 0; i < PE_TABLE_MAX_INPUTS; i++)
    {
      pe_table_input made;

      pe_table_input_init (&made, sizeof made);
      g_snprintf (ids[i], sizeof ids[i], "x%d", (int) i);
      made.id = made.formula = ids[i];
      assert_ok (pe_rule_builder_add_inputs (builder, &made, 1, NULL));
      when[i] = texts[i];
    }
  for (int k = 0; k < 60; k++)
    {
      pe_decision decision;

      pe_decision_init (&decision, sizeof decision);
      for (size_t i = 0; i < PE_TABLE_MAX_INPUTS; i++)
        if (k == 0)
          g_strlcpy (texts[i], "-", sizeof texts[i]);
        else
          g_snprintf (texts[i], sizeof texts[i], "[%d..%d]", k, k + 50);
      decision.when = when;
      decision.n_when = PE_TABLE_MAX_INPUTS;
      assert_ok (pe_rule_builder_add_decisions (builder, &decision, 1, NULL));
    }
  refuse (builder, PE_ERROR_LIMIT, "");
}

/* Points where no rule holds are points of the table as the others are. */
static void
test_default (void **state)
{
  pe_rule *rule = make_table (&(const table) { "U", "5", { { "rate", "rate" } }, ROWS ({ { "1, [3..4]" }, "2" }) });

  (void) state;
  assert_points (rule, "5", GIVEN ({ "rate", "1" }), "2/1");
  assert_points (rule, "5", GIVEN ({ "rate", "3.5" }), "2/1");
  assert_points (rule, "5", GIVEN ({ "rate", "2" }), "5/1");
  assert_fault (rule, "4.99", GIVEN ({ "rate", "1" }), PE_ERROR_PARAMETER_RANGE);
  pe_rule_unref (rule);
}

/* Whichever step of the search is the last one that a table may take, one finding says so. */
static void
test_each_step (void **state)
{
  const table      made = { "U",
                            NULL,
                            { { "a", "a" }, { "b", "b" } },
                            ROWS ({ { "< 1", "-" }, "1" }, { { ">= 1", "<= 5" }, "0" }, { { ">= 1", "> 5" }, "0" }) };
  pe_rule_builder *builder = begin_table (&made);
  pe_status        status = PE_ERROR_LIMIT;
  uint64_t         n;

  (void) state;
  for (n = 1; n < 1000 && status != PE_OK; n++)
    {
      pe_limits    limits;
      pe_rule     *rule = NULL;
      pe_findings *findings = NULL;

      pe_limits_init (&limits, sizeof limits);
      limits.table_steps = n;
      assert_ok (pe_rule_builder_set_limits (builder, &limits, NULL));
      status = pe_rule_builder_build (&rule, builder, &findings, NULL);
      if (status != PE_OK)
        assert_int_equal (status, PE_ERROR_LIMIT);
      assert_int_equal (pe_findings_get_size (findings), status != PE_OK);
      assert_int_equal (rule != NULL, status == PE_OK);
      pe_findings_unref (findings);
      pe_rule_unref (rule);
    }
  assert_true (n > 10 && n < 1000);
  pe_rule_builder_free (builder);
}

/* What the best box gives is found with as many steps as that takes, which are taken from those that are left. With fewer it is
 * not known, and nothing is said: it is no fault of the table's. */
static void
test_steps_of_most (void **state)
{
  const table made = { "C+",
                       "1",
                       { { "a", "a" }, { "b", "b" } },
                       ROWS ({ { ">= 1", "-" }, "2" }, { { "> 5", "> 5" }, "4" }, { { "< 0", "< 0" }, "5" }) };
  pe_rule    *rule = make_table (&made);
  gboolean    is_known = FALSE;
  pe_rational most;
  uint64_t    n;

  (void) state;
  pe_rational_init (&most);
  for (n = 1; n < 1000 && !is_known; n++)
    {
      uint64_t     left = n;
      pe_collector collector;

      pe_collector_init (&collector, NULL);
      is_known = pe_decision_table_find_most (rule, &most, &left, &collector);
      /* The first number that suffices is what it takes. */
      assert_true (is_known ? left == 0 : left <= n);
      assert_ok (pe_collector_finish (&collector, NULL, NULL));
    }
  assert_true (n > 10 && n < 1000);
  /* 2 + 4 where both are above 5 */
  assert_rational (&most, "6/1");
  pe_rational_clear (&most);
  pe_rule_unref (rule);
}

/* Numbers with more digits than any can have. */
static void
test_long_numbers (void **state)
{
  const table      made = { "F", "0", { { "x", "rate" } }, ROWS ({ { NULL }, NULL }) };
  pe_rule_builder *builder = begin_table (&made);
  char            *digits = g_strnfill (1001, '7');
  const row        added = { { digits }, "1" };

  (void) state;
  assert_error (add_row (builder, &added, 1, &error), PE_ERROR_LIMIT_DIGITS);
  pe_rule_builder_free (builder);
  g_free (digits);
}

static void
test_arguments (void **state)
{
  pe_rule_builder     *builder = begin ("decision_table"), *steps = begin ("steps");
  pe_table_input       made;
  const pe_table_input empty = { sizeof empty, 0, "x", NULL }, nameless = { sizeof empty, 0, NULL, "x" };
  pe_decision          decision;
  const char *const    when[] = { "-", "-" };

  (void) state;
  pe_table_input_init (&made, sizeof made);
  pe_decision_init (&decision, sizeof decision);
  made.id = "x";
  made.formula = "1 +";
  decision.when = when;
  decision.n_when = 1;
  assert_error (pe_rule_builder_add_inputs (NULL, &made, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_add_inputs (builder, NULL, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_argument (pe_rule_builder_add_inputs (builder, &empty, 1, &error), "formula");
  assert_argument (pe_rule_builder_add_inputs (builder, &nameless, 1, &error), "id");
  assert_error (pe_rule_builder_add_inputs (steps, &made, 1, &error), PE_ERROR_PARAMETER_UNKNOWN);
  assert_error (pe_rule_builder_add_inputs (builder, &made, 1, &error), PE_ERROR_EXPRESSION_SYNTAX);
  assert_error (pe_rule_builder_add_decisions (builder, &decision, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  made.formula = "x";
  assert_ok (pe_rule_builder_add_inputs (builder, &made, 1, NULL));
  assert_error (pe_rule_builder_add_inputs (builder, &made, 1, &error), PE_ERROR_CODE_DUPLICATE);
  made.id = "a b";
  assert_error (pe_rule_builder_add_inputs (builder, &made, 1, &error), PE_ERROR_CODE_SYNTAX);
  assert_error (pe_rule_builder_declare_fact (builder, "y", PE_FACT_STRING, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_add_decisions (NULL, &decision, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_add_decisions (builder, NULL, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_add_decisions (steps, &decision, 1, &error), PE_ERROR_PARAMETER_UNKNOWN);
  decision.n_when = 2;
  assert_error (pe_rule_builder_add_decisions (builder, &decision, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  decision.n_when = 1;
  decision.when = NULL;
  assert_argument (pe_rule_builder_add_decisions (builder, &decision, 1, &error), "when");
  decision.n_when = 0;
  assert_argument (pe_rule_builder_add_decisions (builder, &decision, 1, &error), "when");
  decision.when = when;
  decision.n_when = 1;
  decision.points.coefficient = -1;
  assert_argument (pe_rule_builder_add_decisions (builder, &decision, 1, &error), "points");
  decision.points = (pe_decimal) { 1, 19, 0 };
  assert_argument (pe_rule_builder_add_decisions (builder, &decision, 1, &error), "points");
  decision.points = (pe_decimal) { 1, 0, 0 };
  /* None is taken where the second is wrong and more follow. */
  {
    const char *const wrong[] = { "]" };
    pe_decision       decisions[] = { decision, decision, decision };

    decisions[1].when = wrong;
    assert_error (pe_rule_builder_add_decisions (builder, decisions, 3, &error), PE_ERROR_EXPRESSION_SYNTAX);
  }
  assert_ok (pe_rule_builder_add_decisions (builder, &decision, 1, NULL));
  made.id = "z";
  assert_error (pe_rule_builder_add_inputs (builder, &made, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_add_priority (NULL, &decision.points, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_add_priority (builder, NULL, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_add_priority (steps, &decision.points, 1, &error), PE_ERROR_PARAMETER_UNKNOWN);
  pe_rule_builder_free (builder);
  pe_rule_builder_free (steps);
  refuse (begin ("decision_table"), PE_ERROR_PARAMETER_MISSING, "");
  /* The order of points alone is no table, nor are inputs alone. */
  builder = begin ("decision_table");
  add_priority (builder, "1");
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
  builder = begin ("decision_table");
  made.id = "x";
  assert_ok (pe_rule_builder_add_inputs (builder, &made, 1, NULL));
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
}

/* A rule that was built does not change with its builder. */
static void
test_sharing (void **state)
{
  const table      made = { "F", "0", { { "rate", "rate" } }, ROWS ({ { "> 1" }, "1" }) };
  pe_rule_builder *builder = begin_table (&made);
  pe_rule         *first = NULL, *again = NULL, *second;

  (void) state;
  assert_ok (pe_rule_builder_build (&first, builder, NULL, NULL));
  assert_ok (pe_rule_builder_build (&again, builder, NULL, NULL));
  assert_true (pe_rule_is_equal (first, again));
  add_tail (builder, "> 0");
  second = build (builder);
  assert_false (pe_rule_is_equal (first, second));
  assert_points (first, "1", GIVEN ({ "rate", "0.5" }), "0/1");
  assert_int_equal (pe_decision_table_get_n (pe_rule_get_table (first)), 1);
  assert_int_equal (pe_decision_table_get_n (pe_rule_get_table (second)), 2);
  pe_rule_unref (first);
  pe_rule_unref (again);
  pe_rule_unref (second);
}

/* A thousand texts: each has the number of its place, and is found again. */
static void
test_texts (void **state)
{
  pe_text_set set;
  char        text[16];
  uint32_t    number = 0;

  (void) state;
  memset (&set, 0, sizeof set);
  set.texts = (pe_vector) PE_VECTOR_INIT (char *);
  for (int turn = 0; turn < 2; turn++)
    for (uint32_t i = 0; i < 1000; i++)
      {
        g_snprintf (text, sizeof text, "%x", i * 2654435761u);
        assert_true (pe_text_set_add (&set, text, &number));
        assert_int_equal (number, i);
        assert_true (pe_text_set_find (&set, text, &number));
        assert_int_equal (number, i);
      }
  assert_int_equal (set.texts.size, 1000);
  assert_false (pe_text_set_find (&set, "none", &number));
  pe_text_set_clear (&set);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_texts),         cmocka_unit_test (test_unique),
    cmocka_unit_test (test_types),         cmocka_unit_test (test_hit_policies),
    cmocka_unit_test (test_priority),      cmocka_unit_test (test_sum_within_marks),
    cmocka_unit_test (test_gaps),          cmocka_unit_test (test_overlaps),
    cmocka_unit_test (test_tests),         cmocka_unit_test (test_random_overlaps),
    cmocka_unit_test (test_large),         cmocka_unit_test (test_bounded),
    cmocka_unit_test (test_arguments),     cmocka_unit_test (test_sharing),
    cmocka_unit_test (test_each_step),     cmocka_unit_test (test_long_numbers),
    cmocka_unit_test (test_default),       cmocka_unit_test (test_one_hit),
    cmocka_unit_test (test_steps_of_most),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
