/* test-scorebook-term.c - formulas of a spreadsheet with their exact values, by hand
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

#include "office/scorebook-term-private.h"

static pe_scorebook_term
number (int64_t coefficient, int32_t scale)
{
  const pe_decimal decimal = { coefficient, scale, 0 };

  return pe_term_of_cell ("A1", &decimal);
}

/* Takes the term over. A NULL text: it was refused. */
static void
check (pe_scorebook_term term, const char *text, int64_t numerator, int64_t denominator)
{
  if (text == NULL)
    assert_null (term.text);
  else
    {
      assert_string_equal (term.text, text);
      assert_true (term.numerator == numerator && term.denominator == denominator);
    }
  pe_term_clear (&term);
}

static void
test_operations (void **state)
{
  (void) state;
  check (number (250, 2), "A1", 5, 2);
  check (pe_term_of_integer (-3), "(-3)", -3, 1);
  check (pe_term_add (number (1, 0), number (5, 1)), "(A1+A1)", 3, 2);
  check (pe_term_subtract (number (1, 0), number (5, 1)), "(A1-A1)", 1, 2);
  check (pe_term_multiply (number (3, 0), number (5, 1)), "A1*A1", 3, 2);
  check (pe_term_divide (number (1, 0), number (3, 0)), "(A1/A1)", 1, 3);
  check (pe_term_divide (number (1, 0), number (-3, 0)), "(A1/A1)", -1, 3);
  check (pe_term_divide (number (1, 0), number (0, 0)), NULL, 0, 0);
  check (pe_term_min (number (1, 0), number (5, 1)), "MIN(A1,A1)", 1, 2);
  check (pe_term_max (number (1, 0), number (5, 1)), "MAX(A1,A1)", 1, 1);
  check (pe_term_absolute (number (-5, 1)), "ABS(A1)", 1, 2);
  check (pe_term_add (pe_term_refuse (), number (1, 0)), NULL, 0, 0);
  /* Beyond 126 bits. */
  check (pe_term_multiply (pe_term_multiply (number (INT64_MAX, 0), number (INT64_MAX, 0)), number (9, 0)), NULL, 0, 0);
}

static void
test_rounding (void **state)
{
  (void) state;
  check (pe_term_round (number (12345, 3), 2), "ROUND(ROUND(100*A1,7),0)/100", 247, 20); /* a tie: 12.35 */
  check (pe_term_round (number (-12345, 3), 2), "ROUND(ROUND(100*A1,7),0)/100", -247, 20);
  check (pe_term_round (number (12344, 3), 2), "ROUND(ROUND(100*A1,7),0)/100", 617, 50);
  check (pe_term_round (number (25, 1), 0), "ROUND(ROUND(A1,7),0)", 3, 1);
  /* Nearer to a tie than the dust is wide: 0.0050000001 x 100 = 0.50000001 */
  check (pe_term_round (number (50000001, 10), 2), NULL, 0, 0);
  check (pe_term_round (number (5000001, 9), 2), NULL, 0, 0);                            /* 0.5000001 */
  check (pe_term_round (number (500001, 8), 2), "ROUND(ROUND(100*A1,7),0)/100", 1, 100); /* 0.500001 */
  check (pe_term_round (number (1, 0), 10), NULL, 0, 0);
  check (pe_term_round (number (20000, 0), 2), NULL, 0, 0); /* too large for the dust to stay small */
  check (pe_term_floor (number (79, 1)), "INT(ROUND(A1,9))", 7, 1);
  check (pe_term_floor (number (-79, 1)), "INT(ROUND(A1,9))", -8, 1);
  check (pe_term_ceiling (number (71, 1)), "(-INT(-ROUND(A1,9)))", 8, 1);
  check (pe_term_ceiling (number (7, 0)), "(-INT(-ROUND(A1,9)))", 7, 1);
  check (pe_term_floor (number (6999999999, 9)), NULL, 0, 0);
  check (pe_term_tidy (number (4997, 2)), "ROUND(A1,9)", 4997, 100);
  check (pe_term_tidy (pe_term_divide (number (1, 0), number (3, 0))), NULL, 0, 0);
}

static void
test_conditions (void **state)
{
  pe_condition plain = pe_term_compare (number (95, 2), ">=", number (950, 3));
  pe_condition made = pe_term_compare (pe_term_divide (number (19, 0), number (20, 0)), "<", number (95, 2));
  pe_condition close
      = pe_term_compare (pe_term_divide (number (950000001, 0), number (1000000000, 0)), "<", number (95, 2));

  (void) state;
  assert_string_equal (plain.text, "A1>=A1");
  assert_true (plain.holds);
  assert_string_equal (made.text, "ROUND(((A1/A1)-A1),9)<0");
  assert_false (made.holds);
  assert_null (close.text);
  check (pe_term_if (pe_condition_and (plain, made), number (1, 0), number (2, 0)),
         "IF(AND(A1>=A1,ROUND(((A1/A1)-A1),9)<0),A1,A1)", 2, 1);
  check (pe_term_if (close, number (1, 0), number (2, 0)), NULL, 0, 0);
}

/* 10 x 2149.56 / 2155.61 = 9.9719…; 4 x 1 / 800 = 0.005 is a tie; 1.00 x 9007199254740993 is beyond 2^52. */
static void
test_share (void **state)
{
  pe_scorebook_term full = number (10, 0), part = number (214956, 2), whole = number (215561, 2),
                    more = number (300000, 2);
  pe_scorebook_term four = number (4, 0), one = number (1, 0), many = number (800, 0),
                    large = number (9007199254740993, 0);

  (void) state;
  check (pe_term_round_share (&full, &part, &whole, 2),
         "ROUND(ROUND(A1*100,0)*MIN(ROUND(A1*1000000,0),ROUND(A1*1000000,0))/ROUND(A1*1000000,0),0)/100", 997, 100);
  check (pe_term_round_share (&full, &more, &whole, 0),
         "ROUND(ROUND(A1,0)*MIN(ROUND(A1*1000000,0),ROUND(A1*1000000,0))/ROUND(A1*1000000,0),0)", 10, 1);
  check (pe_term_round_share (&four, &one, &many, 2),
         "ROUND(ROUND(A1*100,0)*MIN(ROUND(A1*1000000,0),ROUND(A1*1000000,0))/ROUND(A1*1000000,0),0)/100", 1, 100);
  check (pe_term_round_share (&one, &one, &large, 2), NULL, 0, 0);
  pe_term_clear (&full);
  pe_term_clear (&part);
  pe_term_clear (&whole);
  pe_term_clear (&more);
  pe_term_clear (&four);
  pe_term_clear (&one);
  pe_term_clear (&many);
  pe_term_clear (&large);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_operations),
    cmocka_unit_test (test_rounding),
    cmocka_unit_test (test_conditions),
    cmocka_unit_test (test_share),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
