/* test-fiscal-package.c - a budget as a Fiscal Data Package
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

#include "documents.h"

#define HEAD                                                                                       \
  "{\"format\":\"perfeval-dossier/"                                                                \
  "1\",\"unit\":{\"name\":\"某局\",\"code\":\"B1\"},\"fiscal_year\":2023,\"kind\":\"department\"," \
  "\"money_unit\":\"万元\""

static void
write (const char *json, pe_text **descriptor, pe_text **table, pe_findings **findings)
{
  pe_dossier *dossier = dossier_from (json);
  pe_error   *error = NULL;

  if (pe_dossier_to_fiscal_package (descriptor, table, dossier, findings, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_dossier_unref (dossier);
}

/* Lines without lines below; what is beyond them is a row ".0": 100 万元 approved, and 90 万元 and 1,000.5 yuan executed, in all. */
static void
test_rows (void **state)
{
  (void) state;

  static const char json[] = HEAD
      ",\"budget\":{\"lines\":[{\"name\":\"总\",\"category\":\"total\",\"complete\":true,\"lines\":["
      "{\"name\":\"项目\",\"category\":\"project\",\"initial\":\"100\",\"executed\":\"90\",\"lines\":["
      "{\"name\":\"甲\",\"initial\":\"60\",\"executed\":\"60.5\",\"funding\":\"own\",\"economic_class\":\"302\","
      "\"project\":\"招商, 一\"},"
      "{\"name\":\"乙\",\"initial\":\"40\"}]},"
      "{\"name\":\"=1+1\",\"category\":\"basic\",\"executed\":\"0.10005\"}]}]}}";
  static const char expected[]
      = "line,name,group,category,funding,economic_class,project,approved,adjusted,executed\n"
        "1.1.0,项目,总,project,,,,,,295000\n"
        "1.1.1,甲,总 / 项目,project,own,302,\"招商, 一\",600000,,605000\n"
        "1.1.2,乙,总 / 项目,project,,,,400000,,\n"
        "1.2,\"'=1+1\",总,basic,,,,,,1000.5\n"; /* guarded: an office opens it in a spreadsheet */
  pe_text     *descriptor = NULL, *table = NULL;
  pe_findings *findings = NULL;

  write (json, &descriptor, &table, &findings);
  /* Nothing of what was approved is beyond the lines below. */
  assert_string_equal (pe_text_get_data (table), expected);
  assert_int_equal (pe_findings_get_size (findings), 0);
  pe_findings_unref (findings);
  pe_text_unref (descriptor);
  pe_text_unref (table);
}

/* The descriptor is JSON that names the file, the year, the unit and the phases. */
static void
test_descriptor (void **state)
{
  (void) state;

  static const char *const texts[]
      = { "\"profile\": \"tabular-data-package\"",
          "\"path\": \"budget.csv\"",
          "\"columnType\": \"budget-line-id\"",
          "\"phase\": \"approved\"",
          "\"columnType\": \"phase:id\"",
          "\"normalizationTarget\": true",
          "\"constant\": 2023",
          "\"constant\": \"CNY\"",
          "\"constant\": \"B1\"",
          "\"primaryKey\": \"line\"",
          "\"name\": \"budget-2023\"" };
  pe_text *descriptor = NULL, *table = NULL;

  write (HEAD ",\"budget\":{\"lines\":[{\"name\":\"a\",\"executed\":\"1\"}]}}", &descriptor, &table, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    if (strstr (pe_text_get_data (descriptor), texts[i]) == NULL)
      fail_msg ("%s is not in\n%s", texts[i], pe_text_get_data (descriptor));
  pe_text_unref (descriptor);
  pe_text_unref (table);
}

static void
test_left_out (void **state)
{
  (void) state;

  static const char *const names[] = { "carried_in", "surplus", "adjusted", "months", "three_public", "prior" };
  pe_text                 *descriptor = NULL, *table = NULL;
  pe_findings             *findings = NULL;

  write (HEAD ",\"budget\":{\"lines\":[{\"name\":\"a\",\"adjusted\":\"-\",\"executed\":\"1\",\"carried_in\":\"1\","
              "\"surplus\":\"1\",\"months\":"
              "[\"1\"]}],\"three_public\":{\"abroad\":{\"executed\":\"1\"}}},"
              "\"prior\":{\"unit\":{\"name\":\"某局\"},\"fiscal_year\":2022,\"kind\":\"department\"}}",
         &descriptor, &table, &findings);
  assert_int_equal (pe_findings_get_size (findings), G_N_ELEMENTS (names));
  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      assert_int_equal (pe_finding_get_code (pe_findings_get (findings, i)), PE_WARNING_NOT_WRITTEN);
      assert_string_equal (pe_finding_get_parameter_text (pe_findings_get (findings, i), 0), names[i]);
    }
  pe_findings_unref (findings);
  pe_text_unref (descriptor);
  pe_text_unref (table);
}

static void
test_arguments (void **state)
{
  (void) state;

  pe_dossier *none = dossier_from (HEAD "}");
  pe_dossier *huge
      = dossier_from (HEAD ",\"budget\":{\"lines\":[{\"name\":\"a\",\"executed\":\"922337203685477580\"}]}}");
  pe_text *descriptor = NULL, *table = NULL;

  assert_int_equal (pe_dossier_to_fiscal_package (NULL, &table, none, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_dossier_to_fiscal_package (&descriptor, NULL, none, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_dossier_to_fiscal_package (&descriptor, &table, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_dossier_to_fiscal_package (&descriptor, &table, none, NULL, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_dossier_to_fiscal_package (&descriptor, &table, huge, NULL, NULL), PE_ERROR_OVERFLOW);
  assert_null (descriptor);
  assert_null (table);
  pe_dossier_unref (none);
  pe_dossier_unref (huge);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_rows),
    cmocka_unit_test (test_descriptor),
    cmocka_unit_test (test_left_out),
    cmocka_unit_test (test_arguments),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
