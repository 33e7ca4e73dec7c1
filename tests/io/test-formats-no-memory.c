/* test-formats-no-memory.c - every format that a dossier, a rulebook or a result is read from and written to, with each
 * allocation refused in turn
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
#include <perfeval/perfeval.h>

#include "grids.h"
#include "base/text-private.h"
#include "scarce.h"

/* Refusals of a walk. */
#define MOST 200

typedef struct
{
  char  *bytes;
  size_t size;
} file;

static file
read_file (const char *path)
{
  const char *source = g_getenv ("PERFEVAL_SOURCE");
  char       *whole = g_build_filename (source != NULL ? source : ".", path, NULL);
  file        out = { NULL, 0 };

  if (!g_file_get_contents (whole, &out.bytes, &out.size, NULL))
    fail_msg ("%s cannot be read; PERFEVAL_SOURCE has to be the root of the tree", whole);
  g_free (whole);
  return out;
}

/* What was read is compared by what is written of it again. */

static pe_status
read_dossier (const void *argument, pe_text **out, pe_error **error)
{
  const file  *self = argument;
  pe_dossier  *dossier = NULL;
  pe_findings *findings = NULL;
  pe_status    status = pe_dossier_from_json (&dossier, self->bytes, self->size, NULL, &findings, error);

  scarce_end ();
  if (dossier != NULL)
    assert_int_equal (pe_dossier_to_json (out, dossier, NULL), PE_OK);
  pe_findings_unref (findings);
  pe_dossier_unref (dossier);
  return status;
}

static pe_status
read_rulebook (const void *argument, pe_text **out, pe_error **error)
{
  const file  *self = argument;
  pe_rulebook *rulebook = NULL;
  pe_findings *findings = NULL;
  pe_status    status = pe_rulebook_from_json (&rulebook, self->bytes, self->size, NULL, &findings, error);

  scarce_end ();
  if (rulebook != NULL)
    assert_int_equal (pe_rulebook_to_json (out, rulebook, NULL), PE_OK);
  pe_findings_unref (findings);
  pe_rulebook_unref (rulebook);
  return status;
}

static pe_status
read_calendar (const void *argument, pe_text **out, pe_error **error)
{
  const file  *self = argument;
  pe_calendar *calendar = NULL;
  pe_status    status = pe_calendar_from_json (&calendar, self->bytes, self->size, NULL, NULL, error);

  (void) out;
  pe_calendar_unref (calendar);
  return status;
}

static void
test_reading (void **state)
{
  file dossier = read_file ("examples/data/sample-department.json");
  file rulebook = read_file ("rulebooks/sample-department.json"),
       calendar = read_file ("examples/data/calendar-2022.json");

  (void) state;
  assert_true (scarce_walk_some (read_dossier, &dossier, PE_OK, MOST) > 0);
  assert_true (scarce_walk_some (read_rulebook, &rulebook, PE_OK, MOST) > 0);
  assert_true (scarce_walk_some (read_calendar, &calendar, PE_OK, MOST) > 0);
  g_free (dossier.bytes);
  g_free (rulebook.bytes);
  g_free (calendar.bytes);
}

/* Writing */

static pe_status
write_dossier (const void *argument, pe_text **out, pe_error **error)
{
  return pe_dossier_to_json (out, argument, error);
}

static pe_status
write_ocds (const void *argument, pe_text **out, pe_error **error)
{
  pe_findings *findings = NULL;
  pe_status    status = pe_dossier_to_ocds (out, argument, NULL, &findings, error);

  pe_findings_unref (findings);
  return status;
}

static pe_status
write_fiscal_package (const void *argument, pe_text **out, pe_error **error)
{
  pe_findings *findings = NULL;
  pe_text     *table = NULL;
  pe_status    status = pe_dossier_to_fiscal_package (out, &table, argument, &findings, error);

  assert_int_equal (table != NULL, status == PE_OK);
  pe_text_unref (table);
  pe_findings_unref (findings);
  return status;
}

static void
test_writing (void **state)
{
  file        json = read_file ("examples/data/sample-department.json");
  pe_dossier *dossier = NULL;

  (void) state;
  assert_int_equal (pe_dossier_from_json (&dossier, json.bytes, json.size, NULL, NULL, NULL), PE_OK);
  assert_true (scarce_walk_some (write_dossier, dossier, PE_OK, MOST) > 0);
  assert_true (scarce_walk_some (write_ocds, dossier, PE_OK, MOST) > 0);
  assert_true (scarce_walk_some (write_fiscal_package, dossier, PE_OK, MOST) > 0);
  pe_dossier_unref (dossier);
  g_free (json.bytes);
}

/* Tables */

static pe_status
read_tables (const void *argument, pe_text **out, pe_error **error)
{
  pe_dossier  *dossier = NULL;
  pe_findings *findings = NULL;
  pe_status    status = pe_dossier_from_tables (&dossier, argument, NULL, &findings, error);

  scarce_end ();
  if (dossier != NULL)
    assert_int_equal (pe_dossier_to_json (out, dossier, NULL), PE_OK);
  pe_findings_unref (findings);
  pe_dossier_unref (dossier);
  return status;
}

/* All tables with their names and headers, one behind the other. */
static pe_text *
print_tables (const pe_tables *tables)
{
  GString *all = g_string_new (NULL);
  pe_text *out = NULL;

  for (size_t i = 0; i < pe_tables_get_n (tables); i++)
    {
      pe_table_head head;
      char         *grid = grid_print (tables, i);

      pe_table_head_init (&head, sizeof head);
      assert_int_equal (pe_tables_get_head (&head, tables, i, NULL), PE_OK);
      g_string_append_printf (all, "%s\n%s\n", head.name, grid);
      g_free (grid);
    }
  assert_int_equal (pe_text_new (&out, all->str, all->len, NULL), PE_OK);
  g_string_free (all, TRUE);
  return out;
}

static pe_status
write_tables (const void *argument, pe_text **out, pe_error **error)
{
  pe_tables *tables = NULL;
  pe_status  status = pe_tables_from_dossier (&tables, argument, NULL, error);

  scarce_end ();
  if (tables != NULL)
    *out = print_tables (tables);
  pe_tables_unref (tables);
  return status;
}

/* A register that is called as another table is, a header of two rows with its unit above it or in it, other words for
 * columns: what each is called is decided the same, or memory ran out. */
static void
test_tables (void **state)
{
  static const char head[] = "单位名称|某局;年度|2023;评价对象|部门整体支出";
  file              json = read_file ("examples/data/sample-department.json");
  pe_dossier       *dossier = NULL;
  pe_tables        *tables = NULL;

  (void) state;
  assert_int_equal (pe_dossier_from_json (&dossier, json.bytes, json.size, NULL, NULL, NULL), PE_OK);
  assert_true (scarce_walk_some (write_tables, dossier, PE_OK, MOST) > 0);
  assert_int_equal (pe_tables_from_dossier (&tables, dossier, NULL, NULL), PE_OK);
  assert_true (scarce_walk_some (read_tables, tables, PE_OK, MOST) > 0);
  pe_tables_unref (tables);
  pe_dossier_unref (dossier);
  g_free (json.bytes);
  dossier = NULL;

  tables = grid_with (
      grid_with (
          grid_with (grid_from ("基本情况", head), "预算",
                     "2023年预算表;金额单位：万元;项目|年初 预算数*|全年预算数（万元）;甲|1|2;　乙|1|2;合计|1|2"),
          "登记表栏目",
          "登记表编号|登记表名称|栏目编号|栏目名称|数据类型;budget|招商项目|name|项目名称|文字;budget||number|name|"
          "数字"),
      "登记表 budget", "项目名称|number;a|1;b|2");
  assert_true (scarce_walk_some (read_tables, tables, PE_OK, MOST) > 0);
  assert_int_equal (pe_dossier_from_tables (&dossier, tables, NULL, NULL, NULL), PE_OK);
  assert_true (scarce_walk_some (write_tables, dossier, PE_OK, MOST) > 0);
  pe_dossier_unref (dossier);
  pe_tables_unref (tables);
}

/* Measures */

typedef struct
{
  pe_dossier *dossier;
  const char *measure;
} traced;

static pe_status
trace (const void *argument, pe_text **out, pe_error **error)
{
  const traced      *self = argument;
  pe_measure_trace  *trace = NULL;
  pe_measure_options options;
  pe_status          status;

  (void) out;
  pe_measure_options_init (&options, sizeof options);
  status = pe_measure_trace_new (&trace, self->measure, self->dossier, &options, error);
  assert_int_equal (trace != NULL, status == PE_OK);
  pe_measure_trace_unref (trace);
  return status;
}

/* The status is that of the measure: some have no value without a calendar. */
static void
test_traces (void **state)
{
  file        json = read_file ("examples/data/sample-department.json");
  pe_dossier *dossier = NULL;

  (void) state;
  assert_int_equal (pe_dossier_from_json (&dossier, json.bytes, json.size, NULL, NULL, NULL), PE_OK);
  for (size_t i = 0; i < pe_measure_get_count (); i++)
    {
      pe_measure_info    info;
      pe_measure_trace  *whole = NULL;
      pe_measure_options options;
      traced             self = { dossier, NULL };
      pe_status          status;

      pe_measure_info_init (&info, sizeof info);
      assert_int_equal (pe_measure_describe (&info, i, NULL), PE_OK);
      self.measure = info.id;
      pe_measure_options_init (&options, sizeof options);
      status = pe_measure_trace_new (&whole, self.measure, dossier, &options, NULL);
      pe_measure_trace_unref (whole);
      (void) scarce_walk_some (trace, &self, status, MOST);
    }
  pe_dossier_unref (dossier);
  g_free (json.bytes);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_reading),
    cmocka_unit_test (test_writing),
    cmocka_unit_test (test_tables),
    cmocka_unit_test (test_traces),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
