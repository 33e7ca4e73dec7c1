/* test-range.c - arithmetic on ranges
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

#include "rules/range-private.h"

/* 2^127 - 1, the highest number that is not big, and a product of it with itself is. */
#define HIGHEST "170141183460469231731687303715884105727"

/* An end: a number, or "-" below and "+" above every number. */
static pe_bound
make_bound (const char *text)
{
  pe_bound out = { text[0] == '+' ? 1 : text[0] == '-' && text[1] == '\0' ? -1 : 0, { .denominator = 1 } };

  if (out.infinite == 0)
    assert_ok (pe_rational_set_text (&out.number, text, strlen (text), 127));
  return out;
}

static pe_range
make (const char *low, const char *high)
{
  return (pe_range) { make_bound (low), make_bound (high) };
}

static void
assert_bound (const pe_bound *found, const char *expected)
{
  const pe_bound bound = make_bound (expected);

  assert_int_equal (found->infinite, bound.infinite);
  if (bound.infinite == 0)
    assert_int_equal (pe_rational_compare (&found->number, &bound.number), 0);
}

static void
assert_range (pe_range found, const char *low, const char *high)
{
  assert_bound (&found.low, low);
  assert_bound (&found.high, high);
}

typedef pe_range operation (const pe_range *a, const pe_range *b);

/* The ends of two operands and of what comes of them. */
typedef struct row
{
  operation  *operation;
  const char *ends[6];
} row;

static void
test_operations (void **state)
{
  static const row rows[] = {
    { pe_range_add, { "1", "2", "0.5", "4", "1.5", "6" } },
    { pe_range_add, { "-", "2", "0.5", "4", "-", "6" } },
    { pe_range_add, { "1", "2", "0.5", "+", "1.5", "+" } },
    { pe_range_add, { "-" HIGHEST, HIGHEST, "-" HIGHEST, HIGHEST, "-", "+" } },
    { pe_range_multiply, { "2", "3", "5", "7", "10", "21" } },
    { pe_range_multiply, { "-2", "3", "5", "7", "-14", "21" } },
    { pe_range_multiply, { "-2", "3", "-5", "7", "-15", "21" } },
    { pe_range_multiply, { "-3", "-2", "-7", "-5", "10", "21" } },
    { pe_range_multiply, { "-", "1", "0.5", "0.5", "-", "0.5" } },
    { pe_range_multiply, { "-", "1", "-0.5", "-0.5", "-0.5", "+" } },
    { pe_range_multiply, { "-", "-1", "-", "-2", "2", "+" } },
    { pe_range_multiply, { "-", "+", "0", "0", "0", "0" } },
    { pe_range_multiply, { "-", "+", "0", "1", "-", "+" } },
    { pe_range_multiply, { "-" HIGHEST, HIGHEST, "2", "2", "-", "+" } },
    { pe_range_divide, { "1", "2", "4", "8", "0.125", "0.5" } },
    { pe_range_divide, { "1", "2", "-8", "-4", "-0.5", "-0.125" } },
    { pe_range_divide, { "1", "2", "4", "+", "0", "0.5" } },
    { pe_range_divide, { "1", "2", "-", "-4", "-0.5", "0" } },
    { pe_range_divide, { "-", "2", "4", "4", "-", "0.5" } },
    { pe_range_divide, { "1", "2", "0", "4", "-", "+" } },
    { pe_range_divide, { "1", "2", "-4", "0", "-", "+" } },
    { pe_range_divide, { "1", "2", "-4", "4", "-", "+" } },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *const *ends = rows[i].ends;
      const pe_range     a = make (ends[0], ends[1]), b = make (ends[2], ends[3]);

      assert_range (rows[i].operation (&a, &b), ends[4], ends[5]);
      /* Sums and products have no order. */
      if (rows[i].operation != pe_range_divide)
        assert_range (rows[i].operation (&b, &a), ends[4], ends[5]);
    }
}

static void
test_of_one (void **state)
{
  const pe_range range = make ("-2", "1.25"), open = make ("-", "+"), positive = make ("3", "5"),
                 tiny = make ("0.1", "1");

  (void) state;
  assert_range (pe_range_negate (&range), "-1.25", "2");
  assert_range (pe_range_negate (&open), "-", "+");
  assert_range (pe_range_abs (&range), "0", "2");
  assert_range (pe_range_abs (&positive), "0", "5");
  assert_range (pe_range_abs (&open), "0", "+");
  assert_range (pe_range_round (&range, 1, PE_ROUND_HALF_UP), "-2", "1.3");
  assert_range (pe_range_round (&range, 0, PE_ROUND_FLOOR), "-2", "1");
  assert_range (pe_range_round (&open, 0, PE_ROUND_FLOOR), "-", "+");
  /* 10^1000 is big. */
  assert_range (pe_range_round (&tiny, -1000, PE_ROUND_UP), "-", "+");
}

static void
test_folds (void **state)
{
  const pe_range ranges[] = { make ("1", "4"), make ("-", "5"), make ("2", "+"), make ("2", "+") };

  (void) state;
  assert_range (pe_range_fold (ranges, 1, -1, -1), "1", "4");
  assert_range (pe_range_fold (ranges, 4, -1, -1), "-", "4");
  assert_range (pe_range_fold (ranges, 4, 1, 1), "2", "+");
  assert_range (pe_range_fold (ranges, 4, -1, 1), "-", "+");
  assert_range (pe_range_fold (ranges + 2, 2, 1, -1), "2", "+");
}

static void
test_points (void **state)
{
  const pe_range point = make ("2", "2"), wide = make ("2", "3"), open = make ("0", "+"), whole = pe_range_whole ();

  (void) state;
  assert_true (pe_range_is_point (&point));
  assert_false (pe_range_is_point (&wide));
  assert_false (pe_range_is_point (&open));
  assert_false (pe_range_is_point (&whole));
  assert_range (pe_range_point (&point.low.number), "2", "2");
  assert_range (pe_range_from_zero (), "0", "+");
  assert_int_equal (pe_bound_sign (&point.low), 1);
  assert_int_equal (pe_bound_sign (&whole.low), -1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_operations),
    cmocka_unit_test (test_of_one),
    cmocka_unit_test (test_folds),
    cmocka_unit_test (test_points),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
