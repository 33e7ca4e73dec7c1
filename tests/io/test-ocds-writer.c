/* test-ocds-writer.c - procurement as Open Contracting data, and back
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
#include "grids.h"

#define DOSSIER(records)            \
  "{\"format\":\"perfeval-dossier/" \
  "1\",\"unit\":{\"name\":\"某局\"},\"fiscal_year\":2023,\"kind\":\"department\",\"procurement\":{" records "}}"

static pe_text *
write (const pe_dossier *dossier, const pe_ocds_write_options *options, pe_findings **findings)
{
  pe_text  *text = NULL;
  pe_error *error = NULL;

  if (pe_dossier_to_ocds (&text, dossier, options, findings, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  return text;
}

/* What a package gives, with the head that the others have. */
static pe_dossier *
read_back (const pe_text *text)
{
  pe_tables *both[2] = { grid_from ("基本情况", "单位名称|某局;年度|2023;评价对象|部门整体支出"), NULL },
            *joined = NULL;
  pe_dossier *dossier = NULL;
  pe_error   *error = NULL;

  assert_int_equal (pe_tables_from_ocds (&both[1], pe_text_get_data (text), pe_text_get_size (text), NULL, NULL, NULL),
                    PE_OK);
  assert_int_equal (pe_tables_join (&joined, both, 2, NULL), PE_OK);
  if (pe_dossier_from_tables (&dossier, joined, NULL, NULL, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_tables_unref (both[0]);
  pe_tables_unref (both[1]);
  pe_tables_unref (joined);
  return dossier;
}

static void
assert_round_trip (const char *json)
{
  pe_dossier  *dossier = dossier_from (json), *back;
  pe_findings *findings = NULL;
  pe_text     *text = write (dossier, NULL, &findings);

  back = read_back (text);
  assert_int_equal (pe_findings_get_size (findings), 0);
  if (!pe_dossier_is_equal (dossier, back))
    fail_msg ("%s\nis not\n%s", pe_text_get_data (text_of_dossier (back)), json);
  pe_findings_unref (findings);
  pe_text_unref (text);
  pe_dossier_unref (back);
  pe_dossier_unref (dossier);
}

/* All that a release holds: equal records, digest for digest. */
static void
test_round_trip (void **state)
{
  (void) state;

  static const char *const methods[] = { "open_tender",   "invited_tender", "negotiation", "consultation",
                                         "single_source", "inquiry",        "framework",   "other" };
  static const char *const sizes[] = { "micro", "medium", "large" };
  static const char *const categories[] = { "goods", "works", "services" };
  GString                 *json = g_string_new (NULL);

  assert_round_trip (DOSSIER ("\"records\":[{\"name\":\"a\",\"number\":\"1\"}]"));
  assert_round_trip (DOSSIER ("\"records\":[{\"name\":\"a\",\"number\":\"1\",\"supplier\":\"甲\"},"
                              "{\"name\":\"b\",\"number\":\"2\",\"supplier_size\":\"large\"},"
                              "{\"name\":\"c\",\"number\":\"3\",\"award\":\"2023-02-28\"},"
                              "{\"name\":\"d\",\"number\":\"4\",\"signing\":\"2023-03-01\"}]"));
  for (int i = 0; i < 240; i++)
    g_string_append_printf (
        json,
        "%s{\"name\":\"采购 %d\",\"number\":\"N-%d\",\"method\":\"%s\",\"category\":\"%s\",\"supplier_size\":\"%s\","
        "\"budget\":\"%d.%02d元\",\"contract\":\"%d.5元\",\"start\":\"2023-01-%02d\",\"award\":\"2023-02-%02d\","
        "\"signing\":\"2023-03-%02d\","
        "\"awarded\":\"%d元\",\"supplier\":\"供应商 "
        "%d\",\"payments\":[{\"paid\":\"2023-04-%02d\",\"amount\":\"%d.00元\"},{\"amount\":\"1元\"}]}",
        i > 0 ? "," : "", i, i, methods[i % 8], categories[i % 3], sizes[i / 8 % 3], 1000 + i, i % 100, 900 + i,
        i % 28 + 1, i % 28 + 1, i % 28 + 1, 900 + i, i % 7, i % 28 + 1, i);
  g_string_prepend (json,
                    "{\"format\":\"perfeval-dossier/1\",\"unit\":{\"name\":\"某局\"},\"fiscal_year\":2023,\"kind\":"
                    "\"department\",\"procurement\":{\"records\":[");
  g_string_append (json, "]}}");
  assert_round_trip (json->str);
  g_string_free (json, TRUE);
}

/* 9.5 万元 go out as 95,000 yuan: the same amounts, though another document. */
static void
test_units (void **state)
{
  (void) state;

  pe_dossier      *dossier = dossier_from (DOSSIER (
      "\"unit\":\"万元\",\"records\":[{\"name\":\"a\",\"number\":\"1\",\"contract\":"
           "\"9.5\",\"supplier_size\":\"micro\"},"
           "{\"name\":\"b\",\"number\":\"2\",\"contract\":\"0.00015\",\"supplier_size\":\"large\"}]"));
  pe_text         *text = write (dossier, NULL, NULL);
  pe_dossier      *back = read_back (text);
  pe_measure_value value;

  pe_measure_value_init (&value, sizeof value);
  assert_int_equal (pe_measure_derive (&value, "procurement.sme_share", back, NULL), PE_OK);
  /* 95,000 of 95,001.5 yuan */
  assert_int_equal (value.numerator.value.coefficient, 95000);
  assert_int_equal (value.denominator.value.coefficient, 950015);
  assert_int_equal (value.denominator.value.scale, 1);
  assert_int_equal (value.denominator.unit, PE_UNIT_YUAN);
  pe_text_unref (text);
  pe_dossier_unref (back);
  pe_dossier_unref (dossier);
}

static void
assert_left_out (const pe_findings *findings, const char *name, const char *path, const char *count)
{
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    {
      const pe_finding *finding = pe_findings_get (findings, i);

      if (strcmp (pe_finding_get_parameter_text (finding, 0), name) != 0)
        continue;
      assert_int_equal (pe_finding_get_code (finding), PE_WARNING_NOT_WRITTEN);
      assert_string_equal (pe_place_get_what (pe_finding_get_place (finding, 0)), path);
      assert_string_equal (pe_finding_get_parameter_text (finding, 1), count);
      return;
    }
  fail_msg ("%s was left out in silence", name);
}

/* What has no place in a release is named, each once, with the first place. */
static void
test_left_out (void **state)
{
  (void) state;

  static const char *const names[]
      = { "reserved_for_sme", "intent",           "publication",           "filing",           "reserve_mode",
          "acceptance",       "intent_exemption", "publication_exemption", "reserve_exemption" };
  pe_dossier  *dossier = dossier_from (DOSSIER (
      "\"unit\":\"元\",\"records\":[{\"name\":\"a\",\"number\":\"1\",\"supplier_size\":\"small\"},"
       "{\"name\":\"b\",\"number\":\"1\"},{\"name\":\"c\",\"budget\":\"100\",\"contract\":\"90\","
       "\"reserved_for_sme\":\"50\",\"contract_sme\":\"10\",\"intent\":\"2023-01-01\",\"signing\":\"2023-02-01\","
       "\"publication\":"
       "\"2023-02-02\",\"filing\":\"2023-02-03\",\"reserve_mode\":\"lot\",\"acceptance\":\"2023-06-01\","
       "\"intent_exemption\":\"x\",\"publication_exemption\":\"y\",\"reserve_exemption\":\"z\",\"payments\":[{\"due\":"
       "\"2023-07-01\","
       "\"amount\":\"1\"}]}],"
       "\"summary\":{\"budget\":\"100\"}"));
  pe_findings *findings = NULL;
  pe_text     *text = write (dossier, NULL, &findings);
  pe_dossier  *back = read_back (text);

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      char *path = g_strconcat ("/procurement/records/2/", names[i], NULL);

      assert_left_out (findings, names[i], path, "1");
      g_free (path);
    }
  assert_left_out (findings, "contract_sme", "/procurement/records/2/contract_sme", "1");
  assert_left_out (findings, "supplier_size", "/procurement/records/0/supplier_size", "1");
  assert_left_out (findings, "number", "/procurement/records/1/number", "2");
  assert_left_out (findings, "due", "/procurement/records/2/due", "1");
  assert_left_out (findings, "summary", "/procurement/summary", "1");
  assert_int_equal (pe_findings_get_size (findings), G_N_ELEMENTS (names) + 5);
  assert_int_equal (pe_procurement_get_n_records (pe_dossier_get_procurement (back)), 3);
  pe_findings_unref (findings);
  pe_text_unref (text);
  pe_dossier_unref (back);
  pe_dossier_unref (dossier);
}

static void
test_options (void **state)
{
  (void) state;

  pe_dossier           *dossier = dossier_from (DOSSIER ("\"records\":[{\"name\":\"a\",\"number\":\"1\"}]"));
  pe_dossier           *none = dossier_from (DOSSIER (""));
  pe_ocds_write_options options;
  pe_text              *text = NULL;

  pe_ocds_write_options_init (&options, sizeof options);
  options.prefix = "ocds-abc123-";
  options.published = "2024-01-31";
  options.uri = "https://example.org/package.json";
  text = write (dossier, &options, NULL);
  assert_non_null (strstr (pe_text_get_data (text), "\"ocid\": \"ocds-abc123-1\""));
  assert_non_null (strstr (pe_text_get_data (text), "\"publishedDate\": \"2024-01-31T00:00:00Z\""));
  assert_non_null (strstr (pe_text_get_data (text), "\"uri\": \"https://example.org/package.json\""));
  pe_text_unref (text);
  text = NULL;
  options.published = "2024-02-30";
  assert_int_equal (pe_dossier_to_ocds (&text, dossier, &options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  options.published = "a text that is much longer than any day with any time would be";
  assert_int_equal (pe_dossier_to_ocds (&text, dossier, &options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_dossier_to_ocds (NULL, dossier, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_dossier_to_ocds (&text, NULL, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_dossier_to_ocds (&text, none, NULL, NULL, NULL), PE_ERROR_NOT_FOUND);
  assert_null (text);
  pe_dossier_unref (dossier);
  pe_dossier_unref (none);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_round_trip),
    cmocka_unit_test (test_units),
    cmocka_unit_test (test_left_out),
    cmocka_unit_test (test_options),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
