/* test-hostile-tables.c - tables and open data that mean harm: what is looked up is looked up in no time, and what a few bytes
 * stand for is counted
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each of these kept a reader busy for minutes, or took gigabytes.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "grids.h"

#define HEAD                                                                                               \
  "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2023, \"kind\": " \
  "\"department\", "

static pe_tables *
table_of (const char *name, GString *csv)
{
  pe_csv_options options;
  pe_tables     *tables;

  pe_csv_options_init (&options, sizeof options);
  options.name = name;
  tables = grid_from_csv (csv->str, csv->len, &options);
  g_string_free (csv, TRUE);
  return tables;
}

/* A head, and a line for each number, which stands where # does. */
static GString *
lines_of (const char *head, const char *format, int n)
{
  GString *out = g_string_new (head);

  for (int i = 0; i < n; i++)
    {
      char digits[16];

      g_snprintf (digits, sizeof digits, "%d", i);
      for (const char *at = format; *at != '\0'; at++)
        if (*at == '#')
          g_string_append (out, digits);
        else
          g_string_append_c (out, *at);
    }
  return out;
}

/* Takes the tables. */
static pe_status
read_tables (pe_tables *const *others, size_t n, pe_dossier **out, pe_error **error)
{
  pe_tables *all[4] = { grid_from ("基本情况", "单位名称|某局;年度|2023;评价对象|部门整体支出") }, *joined = NULL;
  pe_status  status;

  memcpy (all + 1, others, n * sizeof *others);
  assert_int_equal (pe_tables_join (&joined, all, n + 1, NULL), PE_OK);
  status = pe_dossier_from_tables (out, joined, NULL, NULL, error);
  pe_tables_unref (joined);
  for (size_t i = 0; i <= n; i++)
    pe_tables_unref (all[i]);
  return status;
}

/* 60,000 groups of one row each: every row was held against all before it. */
static void
test_groups (void **state)
{
  pe_tables  *facts = table_of ("指标数据", lines_of ("指标编号,数据名称,数据\n", "1.#,a,1\n", 60000));
  pe_dossier *dossier = NULL;

  (void) state;

  assert_int_equal (read_tables (&facts, 1, &dossier, NULL), PE_OK);
  assert_int_equal (pe_dossier_get_n_facts (dossier), 60000);
  pe_dossier_unref (dossier);
}

static pe_status
read_payments (const char *record, int n_records, const char *payment, int n_payments, pe_dossier **out,
               pe_error **error)
{
  pe_tables *tables[2]
      = { table_of ("采购", lines_of ("采购项目名称,项目编号,采购预算金额（元）\n", record, n_records)),
          table_of ("合同付款", lines_of ("采购项目,实际付款日期,付款金额（元）\n", payment, n_payments)) };

  return read_tables (tables, 2, out, error);
}

static void
test_payments (void **state)
{
  pe_dossier *dossier = NULL;

  (void) state;

  assert_int_equal (read_payments ("p#,n#,1\n", 30000, "n#,2023-01-01,1\n", 30000, &dossier, NULL), PE_OK);
  assert_int_equal (pe_procurement_get_n_payments (pe_dossier_get_procurement (dossier)), 30000);
  pe_dossier_unref (dossier);
}

/* Each payment stands below each of the records of its name. */
static void
test_many_to_many (void **state)
{
  pe_dossier     *dossier = NULL;
  pe_error       *error = NULL;
  const pe_place *place;

  (void) state;

  assert_int_equal (read_payments ("p,,1\n", 3, "p,2023-01-01,1\n", 2, &dossier, NULL), PE_OK);
  assert_int_equal (pe_procurement_get_n_payments (pe_dossier_get_procurement (dossier)), 6);
  pe_dossier_unref (dossier);
  dossier = NULL;
  assert_int_equal (read_payments ("p,,1\n", 3000, "p,2023-01-01,1\n", 3000, &dossier, &error), PE_ERROR_LIMIT_ITEMS);
  assert_null (dossier);
  place = pe_finding_get_place (pe_error_get_finding (error), 0);
  assert_true (pe_place_get_line (place) > 0 || pe_place_get_cell (place) != NULL);
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_EN), "\"p\""));
  pe_error_unref (error);
}

/* Two bytes for a row of 256 cells. */
static void
test_registers (void **state)
{
  GString    *text = g_string_new (HEAD "\"registers\": {\"r\": {\"columns\": [");
  pe_dossier *dossier = NULL;
  pe_error   *error = NULL;

  (void) state;

  for (int i = 0; i < 256; i++)
    g_string_append_printf (text, "%s{\"id\": \"c%d\", \"type\": \"string\"}", i > 0 ? ", " : "", i);
  g_string_append (text, "],\n\"rows\": [{}");
  for (int i = 1; i < 20000; i++)
    g_string_append (text, ",{}");
  g_string_append (text, "]}}}");
  assert_int_equal (pe_dossier_from_json (&dossier, text->str, text->len, NULL, NULL, &error), PE_ERROR_LIMIT_ITEMS);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)),
                       "/registers/r/rows/15625");
  assert_int_equal (pe_place_get_line (pe_finding_get_place (pe_error_get_finding (error), 0)), 2);
  pe_error_unref (error);
  g_string_free (text, TRUE);
}

static size_t
count_rows (GString *text)
{
  pe_tables *tables = NULL;
  size_t     n;

  assert_int_equal (pe_tables_from_ocds (&tables, text->str, text->len, NULL, NULL, NULL), PE_OK);
  n = pe_tables_get_n_rows (tables, 0);
  pe_tables_unref (tables);
  g_string_free (text, TRUE);
  return n;
}

/* Awards and contracts by thousands, of one process; as many releases of one process or of as many. */
static void
test_open_data (void **state)
{
  GString *text = lines_of (
      "{\"releases\":[{\"ocid\":\"o\",\"awards\":[{\"id\":\"none\"}", ",{\"id\":\"#\",\"title\":\"x\"}", 20000);
  GString *rest = lines_of ("],\"contracts\":[{\"id\":\"c\"}", ",{\"id\":\"#\",\"awardID\":\"#\"}", 20000);

  (void) state;

  g_string_append (text, rest->str);
  g_string_free (rest, TRUE);
  g_string_append (text, "]}]}");
  assert_int_equal (count_rows (text), 1 + 20001 + 1);

  text = lines_of ("{\"releases\":[{\"ocid\":\"o\",\"tender\":{\"title\":\"x\"}}",
                   ",{\"ocid\":\"o\",\"date\":\"2023\"}", 60000);
  g_string_append (text, "]}");
  assert_int_equal (count_rows (text), 2);

  text = lines_of ("{\"releases\":[{\"ocid\":\"o\"}", ",{\"ocid\":\"o#\"}", 60000);
  g_string_append (text, "]}");
  assert_int_equal (count_rows (text), 1 + 60001);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_groups),    cmocka_unit_test (test_payments),  cmocka_unit_test (test_many_to_many),
    cmocka_unit_test (test_registers), cmocka_unit_test (test_open_data),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
