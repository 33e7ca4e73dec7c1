/* test-document-no-memory.c - every allocation of the readers and writers of documents, failing in turn
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
/* For RTLD_NEXT. */
#define _GNU_SOURCE

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include "documents.h"
#include "grids.h"

/* The allocator of the C library is replaced by one that fails from a chosen allocation on. A sanitizer has replaced it
 * already, and another C library does not offer these names: then the test says so and is skipped. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define CAN_FAIL 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define CAN_FAIL 0
#endif
#endif
#if !defined(CAN_FAIL)
#if defined(__GLIBC__)
#define CAN_FAIL 1
#else
#define CAN_FAIL 0
#endif
#endif

/* Allocations that succeed before the rest fails; -1: none fails. */
static int left = -1;

#if CAN_FAIL
extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *data, size_t size);

void *malloc (size_t size);
void *calloc (size_t n, size_t size);
void *realloc (void *data, size_t size);

static gboolean
may_allocate (void)
{
  if (left > 0)
    left--;
  return left != 0;
}

void *
malloc (size_t size)
{
  return may_allocate () ? __libc_malloc (size) : NULL;
}

void *
calloc (size_t n, size_t size)
{
  return may_allocate () ? __libc_calloc (n, size) : NULL;
}

void *
realloc (void *data, size_t size)
{
  return may_allocate () ? __libc_realloc (data, size) : NULL;
}

static void *
find_next (const char *name)
{
  const int saved = left;
  void     *symbol;

  left = -1;
  symbol = dlsym (RTLD_NEXT, name);
  left = saved;
  return symbol;
}

/* GLib ends the program when the few bytes that it needs here are not there (docs/memory.md): they always are. */
GChecksum *
g_checksum_new (GChecksumType type)
{
  const int  saved = left;
  void      *symbol = find_next ("g_checksum_new");
  GChecksum *checksum;
  GChecksum *(*make) (GChecksumType);

  memcpy (&make, &symbol, sizeof make);
  left = -1;
  checksum = make (type);
  left = saved;
  return checksum;
}

void
g_checksum_get_digest (GChecksum *checksum, guint8 *buffer, gsize *digest_len)
{
  const int saved = left;
  void     *symbol = find_next ("g_checksum_get_digest");
  void (*get_digest) (GChecksum *, guint8 *, gsize *);

  memcpy (&get_digest, &symbol, sizeof get_digest);
  left = -1;
  get_digest (checksum, buffer, digest_len);
  left = saved;
}
#endif

/* One call, whose result is thrown away. */
typedef pe_status attempt (const void *data, pe_findings **findings, pe_error **error);

#define MOST 20000

/* Before anything is made that a skipped test would leave behind. */
static void
skip_where_none_can_fail (void)
{
  if (CAN_FAIL)
    return;
  puts ("skipped: this build does not let a test replace the allocator");
  skip ();
}

/* Runs an attempt with 1, 2 ... allocations until it comes out as it does with enough memory; before that it has to
 * answer that memory ran out, each time, with the error and the findings that need none. */
static void
fail_in_turn (attempt *run, const void *data, pe_status expected)
{
  int n;

  /* What GLib allocates once and for all it may allocate now. */
  assert_int_equal (run (data, NULL, NULL), expected);
  for (n = 1; n < MOST; n++)
    {
      pe_findings *findings = NULL;
      pe_error    *error = NULL;
      pe_status    status;

      left = n;
      status = run (data, n % 2 == 0 ? &findings : NULL, &error);
      left = -1;
      assert_int_equal (pe_error_get_status (error), status);
      pe_findings_unref (findings);
      pe_error_unref (error);
      if (status == expected)
        break;
      assert_int_equal (status, PE_ERROR_NO_MEMORY);
    }
  print_message ("%d allocations\n", n);
  assert_true (n > 1 && n < MOST);
}

/* Reading */

static pe_status
run_dossier (const void *data, pe_findings **findings, pe_error **error)
{
  return read_dossier (data, strlen (data), NULL, findings, error);
}

static pe_status
run_rulebook (const void *data, pe_findings **findings, pe_error **error)
{
  return read_rulebook (data, strlen (data), NULL, findings, error);
}

static pe_status
run_calendar (const void *data, pe_findings **findings, pe_error **error)
{
  pe_calendar *calendar = NULL;
  pe_status    status = pe_calendar_from_json (&calendar, data, strlen (data), NULL, findings, error);

  assert_true ((status == PE_OK) == (calendar != NULL));
  pe_calendar_unref (calendar);
  return status;
}

static void
test_read_calendar (void **state)
{
  static const char text[]
      = "{\"format\": \"perfeval-calendar/1\", \"years\": {\"first\": 2023, \"last\": 2023}, \"holidays\": "
        "[{\"from\": \"2023-01-21\", \"to\": \"2023-01-27\"}], \"workdays\": [\"2023-01-28\"], "
        "\"named_days\": [{\"name\": \"春节\", \"date\": \"2023-01-22\"}]}";

  (void) state;
  skip_where_none_can_fail ();
  fail_in_turn (run_calendar, text, PE_OK);
}

static void
test_read_dossier (void **state)
{
  static const char text[]
      = "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"x\"}, \"fiscal_year\": 2023, \"kind\": "
        "\"policy\", "
        "\"money_unit\": \"元\", \"budget\": {\"lines\": [{\"name\": \"一\", \"adjusted\": 1, \"lines\": [{\"name\": "
        "\"二\"}]}]}, \"facts\": {\"1\": {\"a\": \"5%\", \"b\": \"甲\"}}, \"rows\": {\"2\": [{\"name\": \"三\", "
        "\"rows\": [{\"name\": \"四\", \"target\": {\"text\": \"五\"}}]}]}, \"declared\": [{\"indicator\": \"1\", "
        "\"scorer\": \"self\", \"score\": 1}], \"readings\": [{\"path\": \"/budget\", \"printed\": \"六\", "
        "\"meaning\": \"七\"}], \"prior\": {\"unit\": {\"name\": \"x\"}, \"fiscal_year\": 2022, \"kind\": \"policy\"}}";

  (void) state;
  skip_where_none_can_fail ();
  fail_in_turn (run_dossier, text, PE_OK);
}

static void
test_read_rulebook (void **state)
{
  char *text;

  (void) state;
  skip_where_none_can_fail ();
  text = read_source_file ("rulebooks/sample-department.json", NULL);
  fail_in_turn (run_rulebook, text, PE_OK);
  g_free (text);
}

static void
test_refuse (void **state)
{
  static const char text[]
      = "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"nmae\": \"x\"}, \"kind\": \"dept\", \"money_unit\": \"元\", "
        "\"budget\": {\"lines\": [{\"name\": \"一\", \"adjusted\": -1, \"lines\": [{\"name\": \"\"}]}]}, "
        "\"prior\": {\"unit\": {\"name\": \"x\"}, \"fiscal_year\": 2020, \"kind\": \"policy\"}}";

  (void) state;
  skip_where_none_can_fail ();
  fail_in_turn (run_dossier, text, PE_ERROR_MEMBER_MISSING);
}

/* Writing */

static pe_evaluation *rolled; /* what is taken together with itself */

static pe_status
run_write_dossier (const void *data, pe_findings **findings, pe_error **error)
{
  pe_text  *text = NULL;
  pe_status status = pe_dossier_to_json (&text, data, error);

  (void) findings;
  assert_true ((status == PE_OK) == (text != NULL));
  pe_text_unref (text);
  return status;
}

static pe_status
run_write_rulebook (const void *data, pe_findings **findings, pe_error **error)
{
  pe_text  *text = NULL;
  pe_status status = pe_rulebook_to_json (&text, data, error);

  (void) findings;
  assert_true ((status == PE_OK) == (text != NULL));
  pe_text_unref (text);
  return status;
}

static pe_status
run_write_evaluation (const void *data, pe_findings **findings, pe_error **error)
{
  pe_text  *text = NULL;
  pe_status status = pe_evaluation_to_json (&text, data, error);

  (void) findings;
  assert_true ((status == PE_OK) == (text != NULL));
  pe_text_unref (text);
  return status;
}

static pe_status
run_write_rollup (const void *data, pe_findings **findings, pe_error **error)
{
  pe_text  *text = NULL;
  pe_status status = pe_rollup_to_json (&text, data, error);

  (void) findings;
  assert_true ((status == PE_OK) == (text != NULL));
  pe_text_unref (text);
  return status;
}

/* Both modes: of two evaluations, and what they write. */
static pe_status
run_roll_up (const void *data, pe_findings **findings, pe_error **error)
{
  const pe_rollup_options *options = data;
  pe_rollup_unit           units[2];
  pe_rollup               *rollup = NULL;
  pe_status                status;

  for (size_t i = 0; i < 2; i++)
    {
      pe_rollup_unit_init (&units[i], sizeof units[i]);
      units[i].evaluation = rolled;
    }
  status = pe_roll_up (&rollup, units, 2, options, findings, error);
  assert_true ((status == PE_OK) == (rollup != NULL));
  pe_rollup_unref (rollup);
  return status;
}

static pe_status
run_write_csv (const void *data, pe_findings **findings, pe_error **error)
{
  pe_text  *text = NULL;
  pe_status status = pe_evaluation_to_csv (&text, data, PE_LANGUAGE_ZH, error);

  (void) findings;
  assert_true ((status == PE_OK) == (text != NULL));
  pe_text_unref (text);
  return status;
}

static void
test_write (void **state)
{
  pe_dossier    *dossier;
  pe_rulebook   *rulebook;
  pe_evaluation *evaluation = NULL;

  (void) state;
  skip_where_none_can_fail ();
  dossier = dossier_from_file ("examples/data/sample-department.json");
  rulebook = rulebook_from_file ("rulebooks/sample-department.json");
  assert_int_equal (pe_evaluate (&evaluation, rulebook, dossier, NULL, NULL, NULL), PE_OK);
  fail_in_turn (run_write_dossier, dossier, PE_OK);
  fail_in_turn (run_write_rulebook, rulebook, PE_OK);
  fail_in_turn (run_write_evaluation, evaluation, PE_OK);
  fail_in_turn (run_write_csv, evaluation, PE_OK);
  pe_evaluation_unref (evaluation);
  pe_rulebook_unref (rulebook);
  pe_dossier_unref (dossier);
}

/* One unit twice, so that every part of it has to be taken together. */
static void
test_roll_up (void **state)
{
  pe_dossier       *dossier;
  pe_rulebook      *rulebook;
  pe_rollup        *rollup = NULL;
  pe_rollup_unit    unit;
  pe_rollup_options options;

  (void) state;
  skip_where_none_can_fail ();
  dossier = dossier_from_file ("examples/data/sample-department.json");
  rulebook = rulebook_from_file ("rulebooks/sample-department.json");
  assert_int_equal (pe_evaluate (&rolled, rulebook, dossier, NULL, NULL, NULL), PE_OK);
  pe_rollup_options_init (&options, sizeof options);
  options.unit_name = "汇总";
  options.weighting = PE_WEIGHTING_BY_FUNDS;
  for (options.mode = PE_ROLLUP_TOTALS_FIRST; options.mode <= PE_ROLLUP_SCORES_FIRST; options.mode++)
    {
      fail_in_turn (run_roll_up, &options, PE_OK);
      pe_rollup_unit_init (&unit, sizeof unit);
      unit.evaluation = rolled;
      assert_int_equal (pe_roll_up (&rollup, &unit, 1, &options, NULL, NULL), PE_OK);
      fail_in_turn (run_write_rollup, rollup, PE_OK);
      pe_rollup_unref (rollup);
    }
  pe_evaluation_unref (rolled);
  pe_rulebook_unref (rulebook);
  pe_dossier_unref (dossier);
}

/* Looking over and comparing */

static pe_status
run_lint (const void *data, pe_findings **findings, pe_error **error)
{
  pe_findings *found = NULL;
  pe_rulebook *rulebook = NULL;
  pe_status    status = pe_rulebook_lint_json (&found, &rulebook, data, strlen (data), NULL, NULL, error);

  (void) findings;
  assert_true ((status == PE_OK) == (found != NULL));
  assert_true ((status == PE_OK) == (rulebook != NULL));
  assert_true (pe_findings_get_count (found, PE_SEVERITY_ERROR) == 0);
  pe_findings_unref (found);
  pe_rulebook_unref (rulebook);
  return status;
}

static pe_status
run_compare (const void *data, pe_findings **findings, pe_error **error)
{
  pe_rulebook *const     *rulebooks = data;
  pe_rulebook_comparison *comparison = NULL;
  pe_text                *text = NULL;
  pe_status               status = pe_rulebook_compare (&comparison, rulebooks[0], rulebooks[1], error);

  (void) findings;
  if (status == PE_OK)
    status = pe_rulebook_comparison_print (&text, comparison, PE_LANGUAGE_ZH, error);
  assert_true ((status == PE_OK) == (text != NULL));
  pe_text_unref (text);
  pe_rulebook_comparison_unref (comparison);
  return status;
}

/* Writes what was compared with memory enough. */
static pe_status
run_write_comparison (const void *data, pe_findings **findings, pe_error **error)
{
  pe_text  *text = NULL;
  pe_status status = pe_rulebook_comparison_to_json (&text, data, error);

  (void) findings;
  assert_true ((status == PE_OK) == (text != NULL));
  pe_text_unref (text);
  return status;
}

static pe_status
run_set (const void *data, pe_findings **findings, pe_error **error)
{
  pe_rulebook *const      *rulebooks = data;
  pe_rulebook_set_builder *builder = NULL;
  pe_rulebook_set         *set = NULL;
  pe_status                status = pe_rulebook_set_builder_new (&builder, error);
  size_t                   index;

  (void) findings;
  for (size_t i = 0; i < 2 && status == PE_OK; i++)
    status = pe_rulebook_set_builder_add (builder, rulebooks[i], error);
  if (status == PE_OK)
    status = pe_rulebook_set_builder_build (&set, builder, error);
  if (status == PE_OK)
    status = pe_rulebook_set_find (&index, set, "nowhere", PE_KIND_POLICY, 2023, NULL, error);
  pe_rulebook_set_unref (set);
  pe_rulebook_set_builder_free (builder);
  return status;
}

static void
test_look_over (void **state)
{
  pe_rulebook            *rulebooks[2];
  pe_rulebook_comparison *comparison = NULL;
  char                   *text;

  (void) state;
  skip_where_none_can_fail ();
  text = read_source_file ("rulebooks/sample-department.json", NULL);
  fail_in_turn (run_lint, text, PE_OK);
  g_free (text);
  rulebooks[0] = rulebook_from_file ("rulebooks/sample-department.json");
  rulebooks[1] = rulebook_from_file ("rulebooks/guangdong-2023.json");
  fail_in_turn (run_compare, rulebooks, PE_OK);
  assert_int_equal (pe_rulebook_compare (&comparison, rulebooks[0], rulebooks[1], NULL), PE_OK);
  fail_in_turn (run_write_comparison, comparison, PE_OK);
  fail_in_turn (run_set, rulebooks, PE_ERROR_NOT_FOUND);
  pe_rulebook_comparison_unref (comparison);
  pe_rulebook_unref (rulebooks[0]);
  pe_rulebook_unref (rulebooks[1]);
}

/* Tables to a dossier, and a dossier to tables. */

static pe_status
import_tables (const void *data, pe_findings **findings, pe_error **error)
{
  pe_dossier *dossier = NULL;
  pe_status   status = pe_dossier_from_tables (&dossier, data, NULL, findings, error);

  assert_int_equal (dossier != NULL, status == PE_OK);
  pe_dossier_unref (dossier);
  return status;
}

static pe_status
export_tables (const void *data, pe_findings **findings, pe_error **error)
{
  pe_tables *tables = NULL;
  pe_status  status = pe_tables_from_dossier (&tables, data, NULL, error);

  if (findings != NULL)
    *findings = NULL;
  assert_int_equal (tables != NULL, status == PE_OK);
  pe_tables_unref (tables);
  return status;
}

static void
test_tables (void **state)
{
  (void) state;

  pe_tables  *tables, *wrong;
  pe_dossier *dossier = NULL;

  skip_where_none_can_fail ();
  tables = grid_with (grid_from ("基本情况", "单位名称|某局;年度|2023;评价对象|部门整体支出"), "预算",
                      "项目|全年预算数（万元）|附注;甲|1|x;　乙|1|;合计|1");
  wrong = grid_with (grid_from ("基本情况", "单位名称|某局;年度|2023;评价对象|部门整体支出"), "预算",
                     "项目|全年预算数;甲|一");
  fail_in_turn (import_tables, tables, PE_OK);
  fail_in_turn (import_tables, wrong, PE_ERROR_NUMBER_SYNTAX);
  assert_int_equal (pe_dossier_from_tables (&dossier, tables, NULL, NULL, NULL), PE_OK);
  fail_in_turn (export_tables, dossier, PE_OK);
  pe_dossier_unref (dossier);
  pe_tables_unref (tables);
  pe_tables_unref (wrong);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_read_dossier), cmocka_unit_test (test_read_rulebook), cmocka_unit_test (test_read_calendar),
    cmocka_unit_test (test_refuse),       cmocka_unit_test (test_write),         cmocka_unit_test (test_roll_up),
    cmocka_unit_test (test_look_over),    cmocka_unit_test (test_tables),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
