/* test-review-setting-json.c - a rulebook's settings of the reviewer's checks, written and read back
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "documents.h"

static const char document[]
    = "{\"format\":\"perfeval-rulebook/1\",\"id\":\"a\",\"edition\":\"1\",\"title\":{\"zh\":\"题\",\"en\":\"t\"},"
      "\"kind\":\"department\",\"fiscal_years\":{\"first\":2023,\"last\":2023},\"status\":\"sample\",\"full_marks\":"
      "\"10\","
      "\"rounding\":{\"rate\":null,\"leaf\":null,\"subtotal\":null,\"total\":null,\"rank_on\":\"exact\"},"
      "\"review\":[{\"check\":\"R-10\",\"severity\":\"error\"},{\"check\":\"R-10\",\"threshold\":\"excess\",\"value\":"
      "\"3.50\"},"
      "{\"check\":\"R-22\",\"off\":true}],"
      "\"indicators\":[{\"code\":\"1\",\"name\":{\"zh\":\"一\",\"en\":\"one\"},\"full_marks\":\"10\","
      "\"rule\":{\"shape\":\"attested/1\"}}]}";

static void
test_round_trip (void **state)
{
  (void) state;

  pe_rulebook      *rulebook = rulebook_from (document);
  pe_text          *text = text_of_rulebook (rulebook);
  pe_rulebook      *again = rulebook_from (pe_text_get_data (text));
  pe_review_setting setting;

  assert_true (pe_rulebook_is_equal (rulebook, again));
  pe_review_setting_init (&setting, sizeof setting);
  assert_int_equal (pe_rulebook_get_n_review_settings (again), 3);
  assert_int_equal (pe_rulebook_get_review_setting (&setting, again, 0, NULL), PE_OK);
  assert_int_equal (setting.severity, PE_SEVERITY_ERROR);
  assert_int_equal (pe_rulebook_get_review_setting (&setting, again, 1, NULL), PE_OK);
  assert_int_equal (setting.value.coefficient, 350);
  assert_int_equal (setting.value.scale, 2);
  assert_int_equal (pe_rulebook_get_review_setting (&setting, again, 2, NULL), PE_OK);
  assert_int_equal (setting.off, 1);
  pe_text_unref (text);
  pe_rulebook_unref (again);
  pe_rulebook_unref (rulebook);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_round_trip) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
