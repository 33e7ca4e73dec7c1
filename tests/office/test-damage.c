/* test-damage.c - every sample file cut after each byte and with each byte flipped: read or refused with a place, and nothing worse
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * PERFEVAL_DAMAGE_BYTES is how many bytes are read for each file, which decides how many cuts and flips there are; with 0
 * every one is made, which is what a release does. It does so in parts, of which a stop loses one: PERFEVAL_DAMAGE_PART is "3/8"
 * for the fourth of eight stretches of every file, and the argument of the program is the test that is run, where it is one.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "scored.h"

#define FEWEST 6 /* cuts of a file, and flips */
#define BUDGET ((size_t) 1 << 16)

/* Reads bytes, frees what comes of it, and answers as the library did. */
typedef pe_status (*reader) (const char *bytes, size_t size, const pe_read_options *read, pe_error **error);

typedef struct damage
{
  size_t n_files;
  size_t n_runs;
  size_t n_read; /* runs in which what was damaged could be read all the same */
  size_t n_all;  /* runs with every cut and flip */
} damage;

/* Which stretch of every file is damaged: index of n. */
typedef struct stretch
{
  size_t index, n;
} stretch;

static damage      seen;
static stretch     part = { 0, 1 };
static pe_dossier *dossier; /* the sample department's */
static pe_tables  *tables;  /* of it */

/* Readers */

static pe_status
read_rulebook (const char *bytes, size_t size, const pe_read_options *read, pe_error **error)
{
  pe_rulebook    *rulebook = NULL;
  pe_findings    *findings = NULL;
  const pe_status status = pe_rulebook_from_json (&rulebook, bytes, size, read, &findings, error);

  assert_non_null (findings);
  pe_findings_unref (findings);
  pe_rulebook_unref (rulebook);
  return status;
}

static pe_status
read_dossier (const char *bytes, size_t size, const pe_read_options *read, pe_error **error)
{
  pe_dossier     *read_again = NULL;
  pe_findings    *findings = NULL;
  const pe_status status = pe_dossier_from_json (&read_again, bytes, size, read, &findings, error);

  assert_non_null (findings);
  pe_findings_unref (findings);
  pe_dossier_unref (read_again);
  return status;
}

static pe_status
read_calendar (const char *bytes, size_t size, const pe_read_options *read, pe_error **error)
{
  pe_calendar    *calendar = NULL;
  const pe_status status = pe_calendar_from_json (&calendar, bytes, size, read, NULL, error);

  pe_calendar_unref (calendar);
  return status;
}

static pe_status
read_patterns (const char *bytes, size_t size, const pe_read_options *read, pe_error **error)
{
  pe_prose_patterns *patterns = NULL;
  const pe_status    status = pe_prose_patterns_from_json (&patterns, bytes, size, read, NULL, error);

  pe_prose_patterns_unref (patterns);
  return status;
}

/* Takes the tables over. */
static pe_status
take_tables (pe_tables *given, pe_status status, const pe_read_options *read, pe_error **error)
{
  pe_dossier_tables_options options;
  pe_dossier               *taken = NULL;

  pe_dossier_tables_options_init (&options, sizeof options);
  options.read = read;
  if (status == PE_OK)
    status = pe_dossier_from_tables (&taken, given, &options, NULL, error);
  pe_dossier_unref (taken);
  pe_tables_unref (given);
  return status;
}

static pe_status
read_csv (const char *bytes, size_t size, const pe_read_options *read, pe_error **error)
{
  pe_csv_options options;
  pe_tables     *read_tables = NULL;
  pe_status      status;

  pe_csv_options_init (&options, sizeof options);
  options.read = read;
  status = pe_tables_from_csv (&read_tables, bytes, size, &options, NULL, error);
  return take_tables (read_tables, status, read, error);
}

static pe_status
read_ocds (const char *bytes, size_t size, const pe_read_options *read, pe_error **error)
{
  pe_ocds_options options;
  pe_tables      *read_tables = NULL;
  pe_status       status;

  pe_ocds_options_init (&options, sizeof options);
  options.read = read;
  status = pe_tables_from_ocds (&read_tables, bytes, size, &options, NULL, error);
  pe_tables_unref (read_tables);
  return status;
}

static pe_status
read_workbook (const char *bytes, size_t size, const pe_read_options *read, pe_error **error)
{
  pe_xlsx_options options;
  pe_tables      *read_tables = NULL;
  pe_status       status;

  pe_xlsx_options_init (&options, sizeof options);
  options.read = read;
  status = pe_tables_from_xlsx (&read_tables, bytes, size, &options, NULL, error);
  return take_tables (read_tables, status, read, error);
}

static pe_status
read_mapping (const char *bytes, size_t size, const pe_read_options *read, pe_error **error)
{
  pe_dossier_tables_options options;
  pe_dossier               *taken = NULL;
  pe_status                 status;

  pe_dossier_tables_options_init (&options, sizeof options);
  options.read = read;
  options.mapping = bytes;
  options.mapping_size = size;
  options.mapping_file = read->file;
  status = pe_dossier_from_tables (&taken, tables, &options, NULL, error);
  pe_dossier_unref (taken);
  return status;
}

/* Whether the text, of a file of that name, is the one that this was asked for last. Half of the flips of a document are in its
 * styles, and leave the text as it was: its prose, which takes nine tenths of the time, was read then. */
static bool
is_as_before (const pe_text *text, const char *name)
{
  static GString *last, *last_name;
  const char     *data = pe_text_get_data (text);
  const size_t    size = pe_text_get_size (text);
  bool            same;

  if (last == NULL)
    {
      last = g_string_new (NULL);
      last_name = g_string_new (NULL);
    }
  same = last->len == size && memcmp (last->str, data, size) == 0 && strcmp (last_name->str, name) == 0;
  g_string_truncate (last, 0);
  g_string_append_len (last, data, (gssize) size);
  g_string_assign (last_name, name);
  return same;
}

/* Takes the text over. */
static pe_status
read_prose (pe_text *text, pe_status status, const pe_read_options *read, pe_error **error)
{
  static pe_status before;
  pe_prose_options options;
  pe_prose        *prose = NULL;

  pe_prose_options_init (&options, sizeof options);
  options.file = read->file;
  if (status == PE_OK && (!is_as_before (text, read->file) || before != PE_OK))
    status = before = pe_prose_read (&prose, pe_text_get_data (text), pe_text_get_size (text), &options, error);
  pe_prose_unref (prose);
  pe_text_unref (text);
  return status;
}

static pe_status
read_text (const char *bytes, size_t size, const pe_read_options *read, pe_error **error)
{
  pe_text        *text = NULL;
  const pe_status status = pe_encoding_decode (&text, NULL, bytes, size, 0, read, error);

  return read_prose (text, status, read, error);
}

static pe_status
read_docx (const char *bytes, size_t size, const pe_read_options *read, pe_error **error)
{
  pe_xlsx_options options;
  pe_text        *text = NULL;
  pe_status       status;

  pe_xlsx_options_init (&options, sizeof options);
  options.read = read;
  status = pe_report_text_from_docx (&text, bytes, size, &options, error);
  return read_prose (text, status, read, error);
}

static pe_status
read_page (const char *bytes, size_t size, const pe_read_options *read, pe_error **error)
{
  pe_text  *page = NULL, *text = NULL;
  pe_status status = pe_encoding_decode (&page, NULL, bytes, size, 0, read, error);

  if (status == PE_OK)
    status = pe_report_text_from_html (&text, pe_text_get_data (page), pe_text_get_size (page), read, error);
  pe_text_unref (page);
  return read_prose (text, status, read, error);
}

static pe_status
read_template (const char *bytes, size_t size, const pe_read_options *read, pe_error **error)
{
  pe_report_template *template = NULL;
  const pe_status status = pe_report_template_from_xml (&template, bytes, size, read, error);

  pe_report_template_unref (template);
  return status;
}

static pe_status
read_summary (const char *bytes, size_t size, const pe_read_options *read, pe_error **error)
{
  pe_batch_summary *summary = NULL;
  const pe_status   status = pe_batch_summary_from_bytes (&summary, (const uint8_t *) bytes, size, error);

  (void) read;
  pe_batch_summary_free (summary);
  return status;
}

static pe_status
read_ledger (const char *bytes, size_t size, const pe_read_options *read, pe_error **error)
{
  static const char *const ids[] = { "procurement.sme_share" };
  pe_measure_stream       *stream = NULL;
  pe_ledger_csv           *ledger = NULL;
  pe_status                status;

  (void) read;
  assert_int_equal (pe_measure_stream_new (&stream, ids, 1, NULL, NULL), PE_OK);
  assert_int_equal (pe_ledger_csv_new (&ledger, stream, NULL), PE_OK);
  status = pe_ledger_csv_feed (ledger, bytes, size, 1, error);
  pe_ledger_csv_free (ledger);
  pe_measure_stream_free (stream);
  return status;
}

static pe_status
read_units (const char *bytes, size_t size, const pe_read_options *read, pe_error **error)
{
  static pe_batch_plan *plan;
  pe_batch_csv_options  options;
  pe_batch_csv         *form = NULL;
  pe_batch_block       *block = NULL;
  size_t                head = 0, whole = 0;
  pe_status             status;

  if (plan == NULL)
    {
      pe_rulebook *rulebook = rulebook_of_file ("tests/fuzz/batch-rulebook.json");

      assert_int_equal (pe_batch_plan_new (&plan, rulebook, NULL, NULL, NULL), PE_OK);
      pe_rulebook_unref (rulebook);
    }
  pe_batch_csv_options_init (&options, sizeof options);
  options.read = read;
  status = pe_batch_csv_new (&form, &head, plan, bytes, size, &options, NULL, error);
  if (status == PE_OK)
    status = pe_batch_csv_split (&whole, form, bytes + head, size - head, 1, error);
  if (status == PE_OK)
    status = pe_batch_block_read (&block, form, bytes + head, whole, 2, NULL, error);
  pe_batch_block_free (block);
  pe_batch_csv_unref (form);
  return status;
}

/* Damage */

/* A refusal has a code with a name, a message, and a place: in the file, or else in the object's terms. */
static void
check_refusal (pe_status status, pe_error *error, const char *name)
{
  const pe_finding *finding = pe_error_get_finding (error);
  const pe_place   *place;
  uint64_t          offset, length;

  assert_non_null (error);
  assert_int_equal (pe_error_get_status (error), status);
  assert_string_not_equal (pe_status_name (status), "PE_STATUS_UNKNOWN");
  assert_string_not_equal (pe_error_get_message (error, PE_LANGUAGE_ZH), "");
  assert_string_not_equal (pe_error_get_message (error, PE_LANGUAGE_EN), "");
  assert_true (pe_finding_get_n_places (finding) >= 1);
  place = pe_finding_get_place (finding, 0);
  pe_place_get_bytes (place, &offset, &length);
  if (pe_place_get_file (place) == NULL && pe_place_get_line (place) == 0 && pe_place_get_what (place)[0] == '\0'
      && length == 0 && status != PE_ERROR_SUMMARY_FORMAT) /* which has one checksum: the place is the whole */
    fail_msg ("%s: %s has no place", name, pe_status_name (status));
  pe_error_unref (error);
}

/* The bytes stand in memory of their own size, so that a sanitizer sees the first one past the end. */
static void
run (reader read, const char *bytes, size_t size, const char *name)
{
  char           *copy = malloc (size > 0 ? size : 1);
  pe_error       *error = NULL;
  pe_read_options options;
  pe_status       status;

  assert_non_null (copy);
  memcpy (copy, bytes, size);
  pe_read_options_init (&options, sizeof options);
  options.file = name;
  status = read (copy, size, &options, &error);
  if (status != PE_OK)
    check_refusal (status, error, name);
  else
    assert_null (error);
  seen.n_read += status == PE_OK;
  seen.n_runs++;
  free (copy);
}

/* Every how many bytes, so that not more than the budget is read: an odd number, so that no unit of the file goes along with it. */
static size_t
stride_of (size_t size)
{
  const char  *given = g_getenv ("PERFEVAL_DAMAGE_BYTES");
  const size_t budget = given != NULL ? (size_t) g_ascii_strtoull (given, NULL, 10) : BUDGET;
  const size_t runs = budget / (size + 1) / 2;

  return budget == 0 || size < 2 * FEWEST ? 1 : (size / MAX (runs, FEWEST)) | 1;
}

static void
damage_bytes (reader read, char *bytes, size_t size, const char *name)
{
  const size_t stride = stride_of (size), end = size * (part.index + 1) / part.n;
  size_t       i = size * part.index / part.n;

  seen.n_files += part.index == 0;
  seen.n_all += 2 * (end - i) + (part.index == 0);
  if (part.index == 0)
    run (read, bytes, size, name);
  for (; i < end; i += stride)
    {
      run (read, bytes, i, name);
      bytes[i] = (char) (bytes[i] ^ 1 << i % 8);
      run (read, bytes, size, name);
      bytes[i] = (char) (bytes[i] ^ 1 << i % 8);
    }
}

static void
damage_file (reader read, const char *path)
{
  size_t size;
  char  *bytes = read_source (path, &size);

  damage_bytes (read, bytes, size, path);
  g_free (bytes);
}

/* Every file of a folder of the tree; what: how its name ends, or begins where it ends in "*". */
static void
damage_folder (reader read, const char *folder, const char *what)
{
  const char *source = g_getenv ("PERFEVAL_SOURCE"), *name;
  char       *path = g_build_filename (source != NULL ? source : ".", folder, NULL);
  GDir       *dir = g_dir_open (path, 0, NULL);
  size_t      n = 0;

  assert_non_null (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_pattern_match_simple (what, name))
      {
        char *file = g_build_filename (folder, name, NULL);

        damage_file (read, file);
        g_free (file);
        n++;
      }
  g_dir_close (dir);
  g_free (path);
  if (n == 0)
    fail_msg ("no %s in %s", what, folder);
}

static void
damage_text (reader read, pe_text *text, const char *name)
{
  char *bytes = g_memdup2 (pe_text_get_data (text), pe_text_get_size (text));

  damage_bytes (read, bytes, pe_text_get_size (text), name);
  g_free (bytes);
  pe_text_unref (text);
}

/* What was read and how often, since the last time; in the log of the tests. */
static void
say (const char *what)
{
  print_message ("%s: %zu files, %zu of %zu cuts and flips, %zu read all the same\n", what, seen.n_files, seen.n_runs,
                 seen.n_all, seen.n_read);
  assert_true (seen.n_runs <= seen.n_all && (seen.n_read < seen.n_runs || seen.n_runs == 0));
  seen = (damage) { 0 };
}

static void
test_rulebooks (void **state)
{
  (void) state;
  damage_folder (read_rulebook, "rulebooks", "*.json");
  damage_folder (read_rulebook, "tests/cases/data", "*.json");
  damage_folder (read_rulebook, "tests/cli/broken", "rules*.json");
  say ("rulebooks");
}

static void
test_dossiers (void **state)
{
  (void) state;
  damage_folder (read_dossier, "tests/rulebooks/data", "*.json");
  damage_folder (read_dossier, "tests/cli/broken", "*.json");
  damage_file (read_dossier, "examples/data/sample-department.json");
  damage_file (read_dossier, "examples/data/zengcheng-2023.json");
  say ("dossiers");
}

static void
test_calendars_and_patterns (void **state)
{
  (void) state;
  damage_folder (read_calendar, "examples/data", "calendar-*.json");
  damage_folder (read_patterns, "tests/fuzz/corpus/patterns", "*");
  say ("calendars and patterns of prose");
}

static void
test_prose (void **state)
{
  (void) state;
  for (size_t i = 0; i < 3; i++)
    damage_folder (read_text, (const char *[]) { "tests/prose/further", "tests/prose/seen", "tests/prose/unseen" }[i],
                   "*");
  damage_folder (read_text, "tests/fuzz/corpus/prose", "*");
  damage_folder (read_text, "tests/fuzz/corpus/encoding", "*");
  say ("texts");
}

/* As a package, and as CSV: the form of the table does not follow the words of the reader. */
static void
test_csv (void **state)
{
  pe_text       *text = NULL;
  pe_csv_options options;

  (void) state;
  pe_csv_options_init (&options, sizeof options);
  options.encoding = PE_ENCODING_GB18030;
  for (size_t i = 0; i < pe_tables_get_n (tables); i++)
    {
      assert_int_equal (pe_tables_to_csv (&text, tables, i, i % 2 == 0 ? NULL : &options, NULL), PE_OK);
      damage_text (read_csv, text, "table.csv");
    }
  damage_folder (read_csv, "tests/fuzz/corpus/csv", "*");
  damage_folder (read_units, "tests/fuzz/corpus/batch", "*");
  damage_folder (read_summary, "tests/fuzz/corpus/summary", "*");
  say ("tables, units and summaries");
}

static void
test_ledger (void **state)
{
  char ledger[] = "采购项目名称,供应商规模,合同金额（万元）,\"备\n注\"\r\n空调,小型企业,9.5,\"一,\"\"二\"\"\"\r\n会务,"
                  "大型企业,0.5,\n";

  (void) state;
  damage_bytes (read_ledger, ledger, sizeof ledger - 1, "ledger.csv");
  say ("a ledger");
}

static void
test_mapping (void **state)
{
  char mapping[]
      = "{\"format\": \"perfeval-mapping/1\", \"tables\": {\"经费表\": {\"is\": \"预算\", \"columns\": {\"支出科目\": "
        "\"name\", \"决算数\": {\"is\": \"executed\", \"unit\": \"元\"}}}}}";

  (void) state;
  damage_bytes (read_mapping, mapping, sizeof mapping - 1, "mapping.json");
  say ("a mapping");
}

static void
test_open_data (void **state)
{
  pe_text *text = NULL, *table = NULL;

  (void) state;
  assert_int_equal (pe_dossier_to_ocds (&text, dossier, NULL, NULL, NULL), PE_OK);
  damage_text (read_ocds, text, "release.json");
  assert_int_equal (pe_dossier_to_fiscal_package (&text, &table, dossier, NULL, NULL), PE_OK);
  damage_text (read_csv, table, "budget.csv");
  pe_text_unref (text);
  damage_folder (read_ocds, "tests/fuzz/corpus/ocds", "*");
  say ("open data");
}

static void
test_templates (void **state)
{
  (void) state;
  damage_folder (read_template, "reports", "*.xml");
  say ("report templates");
}

static void
test_workbooks (void **state)
{
  pe_rulebook *rulebook = rulebook_of_file ("rulebooks/sample-department.json");
  pe_text     *text = NULL;

  (void) state;
  assert_int_equal (pe_tables_to_xlsx (&text, tables, NULL), PE_OK);
  damage_text (read_workbook, text, "dossier.xlsx");
  assert_int_equal (pe_template_to_xlsx (&text, rulebook, PE_LANGUAGE_ZH, NULL), PE_OK);
  damage_text (read_workbook, text, "form.xlsx");
  damage_folder (read_workbook, "tests/fuzz/corpus/xlsx", "*");
  pe_rulebook_unref (rulebook);
  say ("workbooks");
}

static void
damage_report (reader read, pe_status (*write) (pe_text **, const pe_report *, pe_error **), const char *name)
{
  pe_evaluation *evaluation = score_zengcheng ();
  pe_report_template *template = NULL;
  pe_report        *report = NULL;
  pe_report_options options;
  pe_text          *text = NULL;
  size_t            size;
  char             *bytes = read_source ("reports/department.xml", &size);

  pe_report_options_init (&options, sizeof options);
  options.date = "2024-03-15";
  assert_int_equal (pe_report_template_from_xml (&template, bytes, size, NULL, NULL), PE_OK);
  assert_int_equal (pe_report_make (&report, template, evaluation, &options, NULL), PE_OK);
  assert_int_equal (write (&text, report, NULL), PE_OK);
  damage_text (read, text, name);
  pe_report_unref (report);
  pe_report_template_unref (template);
  pe_evaluation_unref (evaluation);
  g_free (bytes);
}

static void
test_documents (void **state)
{
  (void) state;
  damage_report (read_docx, pe_report_to_docx, "report.docx");
  damage_report (read_page, pe_report_to_html, "report.html");
  damage_folder (read_docx, "tests/fuzz/corpus/docx", "*");
  damage_folder (read_page, "tests/fuzz/corpus/html", "*");
  say ("documents and pages");
}

/* "3/8" */
static void
take_part (const char *given)
{
  char *rest = NULL;

  if (given == NULL)
    return;
  part.index = (size_t) g_ascii_strtoull (given, &rest, 10);
  part.n = *rest == '/' ? (size_t) g_ascii_strtoull (rest + 1, NULL, 10) : 0;
  if (part.index >= part.n)
    fail_msg ("PERFEVAL_DAMAGE_PART=%s: expected an index, a slash and how many parts there are", given);
}

int
main (int argc, char **argv)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_rulebooks),
    cmocka_unit_test (test_dossiers),
    cmocka_unit_test (test_calendars_and_patterns),
    cmocka_unit_test (test_prose),
    cmocka_unit_test (test_csv),
    cmocka_unit_test (test_ledger),
    cmocka_unit_test (test_mapping),
    cmocka_unit_test (test_open_data),
    cmocka_unit_test (test_templates),
    cmocka_unit_test (test_workbooks),
    cmocka_unit_test (test_documents),
  };
  int failed;

  take_part (g_getenv ("PERFEVAL_DAMAGE_PART"));
  if (argc > 1)
    cmocka_set_test_filter (argv[1]);
  dossier = dossier_of_file ("examples/data/sample-department.json");
  assert_int_equal (pe_tables_from_dossier (&tables, dossier, NULL, NULL), PE_OK);
  failed = cmocka_run_group_tests (tests, NULL, NULL);
  pe_tables_unref (tables);
  pe_dossier_unref (dossier);
  return failed;
}
