/* test-review-check.c - the catalogue of the reviewer's checks, and a rulebook's settings of them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

#include <string.h>

static void
test_catalogue (void **state)
{
  (void) state;

  char id[8] = "R-00";

  assert_int_equal (pe_review_check_get_count (), 28);
  for (size_t i = 0; i < pe_review_check_get_count (); i++)
    {
      pe_review_check check;
      size_t          index;

      id[2] = (char) ('0' + (i + 1) / 10);
      id[3] = (char) ('0' + (i + 1) % 10);
      pe_review_check_init (&check, sizeof check);
      assert_int_equal (pe_review_check_get (&check, i, NULL), PE_OK);
      assert_string_equal (check.id, id);
      assert_int_equal (pe_review_check_find (&index, id, NULL), PE_OK);
      assert_int_equal (index, i);
      assert_in_range (check.basis, PE_REVIEW_BASIS_WORKING, PE_REVIEW_BASIS_MEMORY);
      assert_in_range (check.severity, PE_SEVERITY_NOTE, PE_SEVERITY_ERROR);
      assert_true (*check.name_zh != '\0' && *check.name_en != '\0' && *check.definition_zh != '\0'
                   && *check.definition_en != '\0' && *check.source != '\0');
      assert_int_equal (check.computed == 0, check.reason_zh != NULL && check.reason_en != NULL);
    }
}

/* Every default lies in its range. */
static void
test_thresholds (void **state)
{
  (void) state;

  size_t n = 0;

  for (size_t i = 0; i < pe_review_check_get_count (); i++)
    for (size_t j = 0; j < pe_review_check_get_n_thresholds (i); j++, n++)
      {
        pe_review_threshold threshold;
        pe_decimal          value, least, most;
        int32_t             order;

        pe_review_threshold_init (&threshold, sizeof threshold);
        assert_int_equal (pe_review_check_get_threshold (&threshold, i, j, NULL), PE_OK);
        assert_int_equal (pe_decimal_parse (&value, threshold.default_text, strlen (threshold.default_text), NULL),
                          PE_OK);
        assert_int_equal (pe_decimal_parse (&least, threshold.minimum, strlen (threshold.minimum), NULL), PE_OK);
        assert_int_equal (pe_decimal_parse (&most, threshold.maximum, strlen (threshold.maximum), NULL), PE_OK);
        assert_int_equal (pe_decimal_compare (&order, &value, &least, NULL), PE_OK);
        assert_true (order >= 0);
        assert_int_equal (pe_decimal_compare (&order, &value, &most, NULL), PE_OK);
        assert_true (order <= 0);
      }
  assert_int_equal (n, 8);
}

static void
test_bounds (void **state)
{
  (void) state;

  pe_review_check     check;
  pe_review_threshold threshold;
  size_t              index = 7;

  pe_review_check_init (&check, sizeof check);
  pe_review_threshold_init (&threshold, sizeof threshold);
  assert_int_equal (pe_review_check_get (&check, 28, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_review_check_get (NULL, 28, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_review_check_get (NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_review_check_find (&index, "R-29", NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_review_check_find (&index, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_review_check_find (NULL, "R-01", NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (index, 7);
  assert_int_equal (pe_review_check_get_threshold (&threshold, 0, 0, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_review_check_get_threshold (&threshold, 28, 0, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_review_check_get_threshold (NULL, 8, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_review_check_get_n_thresholds (28), 0);
}

static pe_review_setting
new_setting (const char *check, pe_severity severity, const char *threshold, int64_t value)
{
  pe_review_setting setting;

  pe_review_setting_init (&setting, sizeof setting);
  setting.check = check;
  setting.severity = severity;
  setting.threshold = threshold;
  setting.value.coefficient = value;
  return setting;
}

static pe_rulebook_builder *
begin_settings (const pe_review_setting *settings, size_t n)
{
  const node           nodes[] = { { 0, "1", "10", make_attested () } };
  pe_rulebook_builder *builder = begin_rulebook ("10", nodes, 1);

  add_grade (builder, "pass", "0");
  assert_int_equal (pe_rulebook_builder_add_review_settings (builder, settings, n, NULL), PE_OK);
  return builder;
}

static void
test_settings (void **state)
{
  (void) state;

  const pe_review_setting settings[]
      = { new_setting ("R-10", PE_SEVERITY_ERROR, NULL, 0), new_setting ("R-10", 0, "excess", 3) };
  pe_rulebook *rulebook = build_rulebook (begin_settings (settings, 2)),
              *plain = build_rulebook (begin_settings (NULL, 0));
  pe_review_setting setting;

  pe_review_setting_init (&setting, sizeof setting);
  assert_int_equal (pe_rulebook_get_n_review_settings (rulebook), 2);
  assert_int_equal (pe_rulebook_get_review_setting (&setting, rulebook, 1, NULL), PE_OK);
  assert_string_equal (setting.check, "R-10");
  assert_string_equal (setting.threshold, "excess");
  assert_int_equal (setting.value.coefficient, 3);
  assert_int_equal (pe_rulebook_get_review_setting (&setting, rulebook, 2, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_rulebook_get_review_setting (NULL, rulebook, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rulebook_get_review_setting (&setting, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rulebook_get_n_review_settings (NULL), 0);
  /* They are content. */
  assert_false (pe_rulebook_is_equal (rulebook, plain));
  pe_rulebook_unref (rulebook);
  pe_rulebook_unref (plain);
}

static void
test_refused (void **state)
{
  (void) state;

  const pe_review_setting unknown[] = { new_setting ("R-29", PE_SEVERITY_NOTE, NULL, 0) };
  const pe_review_setting no_threshold[] = { new_setting ("R-10", 0, "unspent", 5) };
  const pe_review_setting too_much[] = { new_setting ("R-10", 0, "excess", 101) };
  const pe_review_setting both[] = { new_setting ("R-10", PE_SEVERITY_NOTE, "excess", 5) };
  const pe_review_setting nothing[] = { new_setting ("R-10", 0, NULL, 0) };
  const pe_review_setting below[] = { new_setting ("R-10", 0, "excess", -1) };
  const pe_review_setting value[] = { new_setting ("R-10", PE_SEVERITY_NOTE, NULL, 5) }; /* of no threshold */
  pe_review_setting off[] = { new_setting ("R-10", 0, "excess", 0), new_setting ("R-10", PE_SEVERITY_NOTE, NULL, 0) };
  const pe_review_setting twice[]
      = { new_setting ("R-10", PE_SEVERITY_NOTE, NULL, 0), new_setting ("R-10", PE_SEVERITY_ERROR, NULL, 0) };

  refuse_rulebook (begin_settings (unknown, 1), PE_ERROR_REVIEW_SETTING, "/review/0/check", 1);
  refuse_rulebook (begin_settings (no_threshold, 1), PE_ERROR_REVIEW_SETTING, "/review/0/threshold", 1);
  refuse_rulebook (begin_settings (too_much, 1), PE_ERROR_REVIEW_SETTING, "/review/0/value", 1);
  refuse_rulebook (begin_settings (both, 1), PE_ERROR_REVIEW_SETTING, "/review/0/threshold", 1);
  refuse_rulebook (begin_settings (nothing, 1), PE_ERROR_REVIEW_SETTING, "/review/0", 1);
  refuse_rulebook (begin_settings (twice, 2), PE_ERROR_REVIEW_SETTING, "/review/1", 1);
  refuse_rulebook (begin_settings (below, 1), PE_ERROR_REVIEW_SETTING, "/review/0/value", 1);
  refuse_rulebook (begin_settings (value, 1), PE_ERROR_REVIEW_SETTING, "/review/0", 1);
  off[0].off = off[1].off = 1;
  refuse_rulebook (begin_settings (off, 1), PE_ERROR_REVIEW_SETTING, "/review/0/threshold", 1);
  refuse_rulebook (begin_settings (off + 1, 1), PE_ERROR_REVIEW_SETTING, "/review/0", 1);
}

static void
test_members (void **state)
{
  (void) state;

  pe_rulebook_builder *builder = begin_settings (NULL, 0);
  pe_review_setting    setting = new_setting ("R-10", 9, NULL, 0);

  assert_int_equal (pe_rulebook_builder_add_review_settings (builder, &setting, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  setting = new_setting ("R-10", -1, NULL, 0);
  assert_int_equal (pe_rulebook_builder_add_review_settings (builder, &setting, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  setting = new_setting ("R 10", PE_SEVERITY_NOTE, NULL, 0);
  assert_int_equal (pe_rulebook_builder_add_review_settings (builder, &setting, 1, NULL), PE_ERROR_CODE_SYNTAX);
  setting = new_setting ("R-10", PE_SEVERITY_NOTE, NULL, 0);
  setting.off = 2;
  assert_int_equal (pe_rulebook_builder_add_review_settings (builder, &setting, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  setting.off = 0;
  setting.reserved = 1;
  assert_int_equal (pe_rulebook_builder_add_review_settings (builder, &setting, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  setting.reserved = 0;
  setting.value.scale = 99;
  assert_int_equal (pe_rulebook_builder_add_review_settings (builder, &setting, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rulebook_builder_add_review_settings (builder, NULL, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rulebook_builder_add_review_settings (NULL, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_rulebook_builder_free (builder);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_catalogue), cmocka_unit_test (test_thresholds), cmocka_unit_test (test_bounds),
    cmocka_unit_test (test_settings),  cmocka_unit_test (test_refused),    cmocka_unit_test (test_members),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
