/* test-ocds.c - procurement from Open Contracting data
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

#include "grids.h"

#define PACKAGE(releases) "{\"version\":\"1.1\",\"releases\":[" releases "]}"
#define RELEASE(date, rest) "{\"ocid\":\"o-1\",\"date\":\"" date "\"," rest "}"

static pe_dossier *
dossier_from_ocds (const char *bytes, size_t size, const char *currency, uint64_t *left)
{
  pe_ocds_options options;
  pe_tables      *both[2] = { grid_from ("基本情况", "单位名称|某局;年度|2023;评价对象|部门整体支出"), NULL },
            *joined = NULL;
  pe_dossier  *dossier = NULL;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;

  pe_ocds_options_init (&options, sizeof options);
  options.currency = currency;
  if (pe_tables_from_ocds (&both[1], bytes, size, &options, &findings, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  *left = pe_findings_get_count (findings, PE_SEVERITY_NOTE);
  assert_int_equal (pe_tables_join (&joined, both, 2, NULL), PE_OK);
  if (pe_dossier_from_tables (&dossier, joined, NULL, NULL, &error) != PE_OK)
    fail_msg ("%s at %s", pe_error_get_message (error, PE_LANGUAGE_EN),
              pe_place_get_cell (pe_finding_get_place (pe_error_get_finding (error), 0)));
  pe_findings_unref (findings);
  pe_tables_unref (both[0]);
  pe_tables_unref (both[1]);
  pe_tables_unref (joined);
  return dossier;
}

static void
get_record (pe_procurement_record *out, const pe_dossier *dossier, size_t index)
{
  pe_procurement_record_init (out, sizeof *out);
  assert_int_equal (pe_procurement_get_record (out, pe_dossier_get_procurement (dossier), index, NULL), PE_OK);
}

/* Three releases in no order: value by value, the latest counts. */
static void
test_merge (void **state)
{
  (void) state;

  static const char     ocds[] = PACKAGE (RELEASE (
      "2023-06-01T00:00:00Z",
      "\"contracts\":[{\"id\":7,\"awardID\":\"a\",\"title\":\"会务\","
          "\"dateSigned\":\"2023-05-20T08:00:00Z\","
          "\"value\":{\"amount\":95.50,\"currency\":\"CNY\"},"
          "\"implementation\":{\"transactions\":["
          "{\"date\":\"2023-06-01\",\"value\":{\"amount\":40,\"currency\":"
          "\"CNY\"}}]}}]") "," RELEASE ("2023-01-01T00:00:00Z",
                                        "\"planning\":{\"budget\":{\"amount\":{"
                                            "\"amount\":100,\"currency\":\"CNY\"}}}"
                                            ","
                                            "\"tender\":{\"title\":\"t\","
                                            "\"procurementMethod\":\"limited\","
                                            "\"procurementMethodDetails\":"
                                            "\"竞争性磋商\"}") "," RELEASE ("2023-"
                                                                            "05-"
                                                                            "01T00:"
                                                                            "00:"
                                                                            "00Z",
                                                                        "\"part"
                                                                            "ies\":"
                                                                            "[{"
                                                                            "\"id\""
                                                                            ":\"s\""
                                                                            ",\"det"
                                                                            "ails\""
                                                                            ":{"
                                                                            "\"scal"
                                                                            "e\":"
                                                                            "\"micr"
                                                                            "o\"}}]"
                                                                            ",\"ten"
                                                                            "der\":"
                                                                            "{\"tit"
                                                                            "le\":"
                                                                            "\"u\"}"
                                                                            ","
                                                                            "\"awar"
                                                                            "ds\":["
                                                                            "{\"id"
                                                                            "\":"
                                                                            "\"a\","
                                                                            "\"date"
                                                                            "\":"
                                                                            "\"2023"
                                                                            "-05-"
                                                                            "01T00:"
                                                                            "00:"
                                                                            "00Z\","
                                                                            "\"valu"
                                                                            "e\":{"
                                                                            "\"amou"
                                                                            "nt\":"
                                                                            "96},"
                                                                            "\"supp"
                                                                            "liers"
                                                                            "\":[{"
                                                                            "\"id\""
                                                                            ":\"s\""
                                                                            ",\"nam"
                                                                            "e\":"
                                                                            "\"甲\""
                                                                            "}]},{"
                                                                            "\"id\""
                                                                            ":\"b\""
                                                                            ",\"tit"
                                                                            "le\":"
                                                                            "\"第二"
                                                                            "包\"}"
                                                                            "]"));
  uint64_t              left;
  pe_dossier           *dossier = dossier_from_ocds (ocds, strlen (ocds), NULL, &left);
  pe_procurement_record record;

  assert_int_equal (pe_procurement_get_n_records (pe_dossier_get_procurement (dossier)), 2);
  get_record (&record, dossier, 0);
  assert_string_equal (record.name, "会务");
  assert_string_equal (record.number, "7");
  assert_int_equal (record.method, PE_METHOD_CONSULTATION);
  assert_int_equal (record.supplier_size, PE_SUPPLIER_MICRO);
  assert_string_equal (record.supplier, "甲");
  assert_true (record.contract.value.coefficient == 9550 && record.contract.value.scale == 2
               && record.contract.unit == PE_UNIT_YUAN);
  assert_int_equal (record.awarded.value.coefficient, 96);
  assert_int_equal (record.budget.value.coefficient, 100);
  assert_int_equal (pe_procurement_get_n_payments (pe_dossier_get_procurement (dossier)), 1);
  get_record (&record, dossier, 1);
  assert_string_equal (record.name, "第二包");
  assert_int_equal (record.budget.state, PE_STATE_MISSING);
  pe_dossier_unref (dossier);
}

/* By hand: 30 of 100 went to small and medium firms. */
static void
test_measure (void **state)
{
  (void) state;

  static const char ocds[] = PACKAGE (RELEASE (
      "2023-05-01T00:00:00Z",
      "\"parties\":[{\"id\":\"s\",\"details\":{\"scale\":\"sme\"}},{\"id\":\"l\",\"details\":{\"scale\":\"large\"}}],"
      "\"awards\":[{\"id\":\"a\",\"suppliers\":[{\"id\":\"s\",\"name\":\"甲\"}]},{\"id\":\"b\",\"suppliers\":[{\"id\":"
      "\"l\",\"name\":\"乙\"}]}],"
      "\"contracts\":[{\"id\":\"1\",\"awardID\":\"a\",\"title\":\"x\",\"value\":{\"amount\":30,\"currency\":\"CNY\"}},"
      "{\"id\":\"2\",\"awardID\":\"b\",\"title\":\"y\",\"value\":{\"amount\":70,\"currency\":\"CNY\"}}]"));
  uint64_t          left;
  pe_dossier       *dossier = dossier_from_ocds (ocds, strlen (ocds), NULL, &left);
  pe_figure         sme, all;

  assert_int_equal (
      pe_procurement_compute_total (&sme, pe_dossier_get_procurement (dossier), PE_PROCUREMENT_SME_CONTRACTS, NULL),
      PE_OK);
  assert_int_equal (
      pe_procurement_compute_total (&all, pe_dossier_get_procurement (dossier), PE_PROCUREMENT_CONTRACTS, NULL), PE_OK);
  assert_int_equal (sme.value.coefficient, 30);
  assert_int_equal (all.value.coefficient, 100);
  pe_dossier_unref (dossier);
}

static char *
read_sample (const char *name, size_t *size)
{
  const char *shared = g_getenv ("PERFEVAL_SHARED");
  char       *path
      = g_build_filename (shared != NULL ? shared : "", "corpora", "ocds", "fictional-example", "1.1", name, NULL);
  char *bytes = NULL;

  g_file_get_contents (path, &bytes, size, NULL);
  g_free (path);
  return bytes;
}

/* The fictional example, as releases and as a compiled record: the same tables, and what they have to say by hand. */
static void
test_sample (void **state)
{
  (void) state;

  static const char *const files[] = { "ocds-213czf-000-00001.json", "record/ocds-213czf-000-00001.json",
                                       "record/ocds-213czf-000-00001-withversions.json" };

  for (size_t i = 0; i < G_N_ELEMENTS (files); i++)
    {
      size_t                size;
      char                 *bytes = read_sample (files[i], &size);
      uint64_t              left = 0;
      pe_dossier           *dossier;
      pe_procurement_record record;
      pe_figure             total;

      if (bytes == NULL)
        {
          print_message ("skipped: the OCDS sample is not in %s/corpora/ocds\n", g_getenv ("PERFEVAL_SHARED"));
          skip ();
        }
      dossier = dossier_from_ocds (bytes, size, "GBP", &left);
      assert_int_equal (left, 1);
      assert_int_equal (pe_procurement_get_n_records (pe_dossier_get_procurement (dossier)), 1);
      get_record (&record, dossier, 0);
      assert_string_equal (record.name, "Contract to build new cycle lanes in the centre of town.");
      assert_string_equal (record.number, "ocds-213czf-000-00001-contract-01");
      assert_string_equal (record.supplier, "AnyCorp Cycle Provision");
      assert_int_equal (record.method, PE_METHOD_OPEN_TENDER);
      assert_int_equal (record.category, PE_PROCUREMENT_WORKS);
      assert_int_equal (record.budget.value.coefficient, 6700000);
      assert_int_equal (pe_procurement_get_n_payments (pe_dossier_get_procurement (dossier)), 2);
      assert_int_equal (
          pe_procurement_compute_total (&total, pe_dossier_get_procurement (dossier), PE_PROCUREMENT_CONTRACTS, NULL),
          PE_OK);
      assert_int_equal (total.value.coefficient, 11000000);
      pe_dossier_unref (dossier);
      g_free (bytes);
    }
}

static void
assert_refused (const char *ocds, pe_status expected, const char *what)
{
  pe_tables *tables = NULL;
  pe_error  *error = NULL;

  assert_int_equal (pe_tables_from_ocds (&tables, ocds, strlen (ocds), NULL, NULL, &error), expected);
  assert_null (tables);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), what);
  pe_error_unref (error);
}

static void
test_refused (void **state)
{
  (void) state;

  pe_tables      *tables = NULL;
  pe_ocds_options options;

  assert_refused ("[", PE_ERROR_JSON_TRUNCATED, "/0");
  assert_refused ("{}", PE_ERROR_OCDS, "");
  assert_refused ("{\"version\":\"1.0\",\"releases\":[]}", PE_ERROR_OCDS, "/version");
  assert_refused ("{\"releases\":[{}]}", PE_ERROR_OCDS, "/releases/0");
  assert_refused ("{\"records\":[{\"ocid\":\"a\",\"releases\":[{\"url\":\"u\"}]}]}", PE_ERROR_OCDS, "/records/0");
  assert_refused (
      PACKAGE (RELEASE ("d", "\"contracts\":[{\"id\":\"1\",\"value\":{\"amount\":1,\"currency\":\"EUR\"}}]")),
      PE_ERROR_OCDS, "/releases/0/contracts/0/value/currency");
  assert_int_equal (pe_tables_from_ocds (NULL, "{}", 2, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_tables_from_ocds (&tables, NULL, 0, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_ocds_options_init (&options, sizeof options);
  options.reserved = 1;
  assert_int_equal (pe_tables_from_ocds (&tables, "{}", 2, &options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_merge),
    cmocka_unit_test (test_measure),
    cmocka_unit_test (test_sample),
    cmocka_unit_test (test_refused),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
