/* test-threshold.c - thresholds by place and date
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

#include "records.h"

static void
assert_found (const char *id, const char *place, pe_date date, const char *value, const char *upper)
{
  pe_threshold threshold;

  pe_threshold_init (&threshold, sizeof threshold);
  assert_int_equal (pe_threshold_find (&threshold, id, place, date, NULL), PE_OK);
  assert_string_equal (threshold.id, id);
  assert_figure (&threshold.value, value);
  assert_figure (&threshold.upper, upper);
}

/* The national value, a local one, and the place that lies in it; before and after the notice of 2022. */
static void
test_find (void **state)
{
  (void) state;
  assert_found ("sme.reserve_share", NULL, 20230601, "30%", "");
  assert_found ("sme.reserve_share", "广东省广州市增城区", 20230601, "30%", "");
  assert_found ("sme.reserve_share", "山东省枣庄市山亭区", 20230601, "40%", "");
  assert_found ("sme.reserve_share", "山东省枣庄市山亭区城头镇", 20230601, "40%", "");
  assert_found ("sme.reserve_share", "山东省枣庄市", 20230601, "30%", "");
  assert_found ("sme.reserve_share", "山东省枣庄市山亭区", 20220601, "30%", "");
  assert_found ("sme.small_micro_share", "山东省枣庄市山亭区", 20230601, "70%", "");
  assert_found ("sme.discount_goods_services", NULL, 20220630, "6%", "10%");
  assert_found ("sme.discount_goods_services", NULL, 20220701, "10%", "20%");
  assert_found ("sme.discount_consortium", NULL, 20220630, "2%", "3%");
  assert_found ("sme.discount_consortium", NULL, 20220701, "4%", "6%");
  assert_found ("sme.discount_works", NULL, 20230701, "3%", "5%");
  assert_found ("sme.goods_services_limit", NULL, 20230701, "200万元", "");
  assert_found ("sme.works_limit", NULL, 20230701, "400万元", "");
  assert_found ("intent.lead_days", NULL, 20230701, "30天", "");
  assert_found ("contract.publication_days", NULL, 20230701, "2天", "");
}

/* Nothing from memory is called published, and no two of one place hold on one day. */
static void
test_table (void **state)
{
  const size_t n = pe_threshold_get_count ();
  pe_threshold one, other;
  size_t       n_memory = 0;

  (void) state;
  pe_threshold_init (&one, sizeof one);
  pe_threshold_init (&other, sizeof other);
  for (size_t i = 0; i < n; i++)
    {
      assert_int_equal (pe_threshold_describe (&one, i, NULL), PE_OK);
      assert_true (one.name_zh[0] != '\0' && one.name_en[0] != '\0' && one.source[0] != '\0');
      assert_int_equal (one.evidence == PE_EVIDENCE_MEMORY, one.address == NULL);
      assert_int_equal (one.value.unit == PE_UNIT_DAY, one.days != 0);
      assert_int_equal (one.first_day != 0, one.date_evidence != 0);
      n_memory += one.evidence == PE_EVIDENCE_MEMORY;
      for (size_t k = i + 1; k < n; k++)
        {
          assert_int_equal (pe_threshold_describe (&other, k, NULL), PE_OK);
          if (strcmp (one.id, other.id) == 0 && g_strcmp0 (one.place, other.place) == 0)
            assert_true (one.last_day != 0 && one.last_day < other.first_day);
        }
    }
  assert_int_equal (n_memory, 3);
}

static void
test_refused (void **state)
{
  pe_threshold threshold;
  pe_error    *error = NULL;

  (void) state;
  pe_threshold_init (NULL, 8);
  pe_threshold_init (&threshold, sizeof threshold);
  assert_refused (pe_threshold_find (&threshold, "sme.none", NULL, 20230101, &error), &error, PE_ERROR_NOT_FOUND, NULL);
  assert_refused (pe_threshold_find (&threshold, "sme.works_limit", NULL, 20190101, &error), &error, PE_ERROR_NOT_FOUND,
                  NULL);
  assert_refused (pe_threshold_find (&threshold, "sme.works_limit", NULL, 20230230, &error), &error,
                  PE_ERROR_DATE_RANGE, NULL);
  assert_refused (pe_threshold_find (NULL, "x", NULL, 20230101, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_threshold_find (&threshold, NULL, NULL, 20230101, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  NULL);
  assert_refused (pe_threshold_describe (&threshold, 99, &error), &error, PE_ERROR_NOT_FOUND, NULL);
  assert_refused (pe_threshold_describe (NULL, 0, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_find),
    cmocka_unit_test (test_table),
    cmocka_unit_test (test_refused),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
