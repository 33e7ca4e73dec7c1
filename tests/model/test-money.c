/* test-money.c - exact sums of amounts in different units
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "model/money-private.h"
#include "records.h"

/* Adds amounts parted by NULL, in a unit. */
static pe_status
add_all (pe_figure *out, pe_unit unit, const char *const *amounts, pe_error **error)
{
  pe_money_sum sum;
  pe_status    status;

  pe_money_sum_init (&sum, unit);
  for (; *amounts != NULL; amounts++)
    {
      const pe_figure amount = figure (*amounts);

      pe_money_sum_add (&sum, &amount);
    }
  status = pe_money_sum_get (&sum, out, error);
  pe_money_sum_clear (&sum);
  return status;
}

/* By hand. The unit is that of the first amount, the places are the most that an amount needs in it. */
static void
test_sums (void **state)
{
  static const struct
  {
    const char *amounts[4];
    const char *sum;
  } cases[] = {
    { { "1555.88万元", "599.73万元" }, "2155.61万元" },
    { { "1549.83万元", "599.73万元" }, "2149.56万元" },
    { { "0.50元", "0.50元" }, "1.00元" },
    { { "1万元", "5元" }, "1.0005万元" },
    { { "5元", "1万元" }, "10005元" },
    { { "5元", "1.50万元" }, "15005元" },
    { { "1亿元", "1万元", "1元" }, "1.00010001亿元" },
    { { "0万元" }, "0万元" },
    { { "" }, "" },
    { { "-" }, "-" },
    { { "-", "1.0元" }, "1.0元" },
    { { "1元", "-", "" }, "" },
    { { "", "1元" }, "" },
    { { "-", "" }, "" },
  };

  (void) state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    {
      pe_figure sum;

      assert_int_equal (add_all (&sum, PE_UNIT_NONE, cases[i].amounts, NULL), PE_OK);
      assert_figure (&sum, cases[i].sum);
    }
}

static void
test_unit (void **state)
{
  const char *const amounts[] = { "15558800元", "599.73万元", NULL }, *const nothing[] = { NULL };
  pe_figure sum;

  (void) state;
  assert_int_equal (add_all (&sum, PE_UNIT_WAN_YUAN, amounts, NULL), PE_OK);
  /* A whole yuan is four places of 万元. */
  assert_figure (&sum, "2155.6100万元");
  assert_int_equal (add_all (&sum, PE_UNIT_WAN_YUAN, nothing, NULL), PE_OK);
  assert_figure (&sum, "");
}

/* Only the end result has to fit: neither a sum on the way nor an amount in another unit. */
static void
test_large (void **state)
{
  const char *const amounts[] = { "999999999999999999元", "999999999999999999亿元", NULL };
  pe_money_sum      sum;
  pe_figure         large = { { INT64_MAX, 0, 0 }, PE_STATE_VALUE, PE_UNIT_YI_YUAN };
  pe_figure         tiny = { { 1, 18, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN };
  pe_figure         out = { { 7, 0, 0 }, PE_STATE_VALUE, PE_UNIT_DAY };
  pe_error         *error = NULL;

  (void) state;
  assert_refused (add_all (&out, PE_UNIT_NONE, amounts, &error), &error, PE_ERROR_OVERFLOW, NULL);
  assert_int_equal (out.value.coefficient, 7);
  pe_money_sum_init (&sum, PE_UNIT_NONE);
  for (int i = 0; i < 3; i++)
    pe_money_sum_add (&sum, &large);
  pe_money_sum_add (&sum, &tiny);
  pe_money_sum_subtract (&sum, &large);
  pe_money_sum_subtract (&sum, &large);
  pe_money_sum_subtract (&sum, &tiny);
  assert_int_equal (pe_money_sum_compare (&sum, &large), 0);
  assert_int_equal (pe_money_sum_get (&sum, &out, NULL), PE_OK);
  /* The eight places that a yuan would need do not fit; they are zeros. */
  assert_int_equal (out.value.coefficient, INT64_MAX);
  assert_int_equal (out.value.scale, 0);
  pe_money_sum_clear (&sum);
}

static void
test_subtract (void **state)
{
  const pe_figure whole = figure ("599.73万元"), first = figure ("248.55万元"), second = figure ("998000元");
  pe_money_sum    sum;
  pe_figure       rest;

  (void) state;
  pe_money_sum_init (&sum, PE_UNIT_NONE);
  pe_money_sum_add (&sum, &whole);
  pe_money_sum_subtract (&sum, &first);
  pe_money_sum_subtract (&sum, &second);
  assert_int_equal (pe_money_sum_get (&sum, &rest, NULL), PE_OK);
  assert_figure (&rest, "251.3800万元");
  pe_money_sum_subtract (&sum, &whole);
  assert_int_equal (pe_money_sum_get (&sum, &rest, NULL), PE_OK);
  assert_figure (&rest, "-348.3500万元");
  pe_money_sum_clear (&sum);
}

static void
test_compare (void **state)
{
  static const struct
  {
    const char *a;
    const char *b;
    int         order;
  } cases[] = {
    { "1万元", "10000元", 0 },
    { "1.50元", "1.5元", 0 },
    { "1亿元", "10000万元", 0 },
    { "0.0001万元", "2元", -1 },
    { "2元", "0.0001万元", 1 },
    { "0元", "0亿元", 0 },
    { "999999999999999999亿元", "999999999999999999万元", 1 },
    { "0.00000000000001元", "0.00000000000001万元", -1 },
  };

  (void) state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    {
      const pe_figure a = figure (cases[i].a), b = figure (cases[i].b);

      assert_int_equal (pe_money_compare (&a, &b), cases[i].order);
      assert_int_equal (pe_money_compare (&b, &a), -cases[i].order);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_sums),     cmocka_unit_test (test_unit),    cmocka_unit_test (test_large),
    cmocka_unit_test (test_subtract), cmocka_unit_test (test_compare),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
