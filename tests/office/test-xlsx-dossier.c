/* test-xlsx-dossier.c - a dossier as a workbook is the dossier as JSON
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

#include "workbooks.h"

static char *
read_source (const char *path, size_t *size)
{
  const char *source = g_getenv ("PERFEVAL_SOURCE");
  char       *whole = g_build_filename (source != NULL ? source : ".", path, NULL), *bytes = NULL;

  if (!g_file_get_contents (whole, &bytes, size, NULL))
    fail_msg ("%s cannot be read; PERFEVAL_SOURCE has to be the root of the tree", whole);
  g_free (whole);
  return bytes;
}

static pe_dossier *
through_workbook (const pe_dossier *dossier)
{
  pe_tables  *tables = NULL, *back = NULL;
  pe_text    *text = NULL;
  pe_dossier *read = NULL;
  pe_error   *error = NULL;

  assert_int_equal (pe_tables_from_dossier (&tables, dossier, NULL, NULL), PE_OK);
  assert_int_equal (pe_tables_to_xlsx (&text, tables, NULL), PE_OK);
  assert_int_equal (pe_tables_from_xlsx (&back, pe_text_get_data (text), pe_text_get_size (text), NULL, NULL, NULL),
                    PE_OK);
  if (pe_dossier_from_tables (&read, back, NULL, NULL, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_tables_unref (tables);
  pe_tables_unref (back);
  pe_text_unref (text);
  return read;
}

/* Node for node and entry for entry; the places alone differ, which say where it was read. */
static void
assert_same_result (pe_dossier *a, pe_dossier *b)
{
  size_t         size;
  char          *bytes = read_source ("rulebooks/guangdong-2023.json", &size);
  pe_rulebook   *rulebook = NULL;
  pe_evaluation *one = NULL, *other = NULL;
  pe_text       *csv = NULL, *its = NULL;

  assert_int_equal (pe_rulebook_from_json (&rulebook, bytes, size, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_evaluate (&one, rulebook, a, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_evaluate (&other, rulebook, b, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_evaluation_to_csv (&csv, one, PE_LANGUAGE_ZH, NULL), PE_OK);
  assert_int_equal (pe_evaluation_to_csv (&its, other, PE_LANGUAGE_ZH, NULL), PE_OK);
  assert_string_equal (pe_text_get_data (csv), pe_text_get_data (its));
  assert_int_equal (pe_ledger_get_size (pe_evaluation_get_ledger (one)),
                    pe_ledger_get_size (pe_evaluation_get_ledger (other)));
  for (size_t i = 0; i < pe_ledger_get_size (pe_evaluation_get_ledger (one)); i++)
    {
      pe_ledger_entry entry, there;

      memset (&entry, 0, sizeof entry);
      memset (&there, 0, sizeof there);
      pe_ledger_entry_init (&entry, sizeof entry);
      pe_ledger_entry_init (&there, sizeof there);
      assert_int_equal (pe_ledger_get_entry (&entry, pe_evaluation_get_ledger (one), i, NULL), PE_OK);
      assert_int_equal (pe_ledger_get_entry (&there, pe_evaluation_get_ledger (other), i, NULL), PE_OK);
      assert_memory_equal (&entry, &there, sizeof entry);
    }
  pe_text_unref (csv);
  pe_text_unref (its);
  pe_evaluation_unref (one);
  pe_evaluation_unref (other);
  pe_rulebook_unref (rulebook);
  g_free (bytes);
}

static void
test_same (void **state)
{
  (void) state;

  static const char *const files[] = { "examples/data/zengcheng-2023.json", "examples/data/sample-department.json" };

  for (size_t i = 0; i < G_N_ELEMENTS (files); i++)
    {
      size_t      size;
      char       *bytes = read_source (files[i], &size);
      pe_dossier *dossier = NULL, *back;

      assert_int_equal (pe_dossier_from_json (&dossier, bytes, size, NULL, NULL, NULL), PE_OK);
      back = through_workbook (dossier);
      assert_true (pe_dossier_is_equal (dossier, back));
      if (i == 0)
        assert_same_result (dossier, back);
      pe_dossier_unref (dossier);
      pe_dossier_unref (back);
      g_free (bytes);
    }
}

/* A formula counts with a warning, and one without a result is named. */
static void
test_formulas (void **state)
{
  (void) state;

  size_t size;
  char  *bytes = workbook_of (
      "<row><c t=\"inlineStr\"><is><t>单位名称</t></is></c><c t=\"inlineStr\"><is><t>某局</t></is></c></row>"
       "<row><c t=\"inlineStr\"><is><t>年度</t></is></c><c><f>2000+23</f><v>2023</v></c></row>"
       "<row><c t=\"inlineStr\"><is><t>评价对象</t></is></c><c t=\"inlineStr\"><is><t>项目支出</t></is></c></row>"
       "<row><c t=\"inlineStr\"><is><t>地区</t></is></c><c><f>A1</f></c></row>",
      NULL, NULL, NULL, &size);
  char        *name = g_strstr_len (bytes, (gssize) size, "name=\"表\"");
  pe_tables   *tables = NULL;
  pe_dossier  *dossier = NULL;
  pe_findings *findings = NULL;

  assert_null (name); /* it is compressed: the sheet keeps its name, which a mapping knows */
  assert_int_equal (pe_tables_from_xlsx (&tables, bytes, size, NULL, NULL, NULL), PE_OK);
  {
    static const char mapping[]
        = "{\"format\":\"perfeval-mapping/1\",\"tables\":[{\"table\":\"head\",\"names\":[\"表\"]}]}";
    pe_dossier_tables_options options;

    pe_dossier_tables_options_init (&options, sizeof options);
    options.mapping = mapping;
    options.mapping_size = strlen (mapping);
    assert_int_equal (pe_dossier_from_tables (&dossier, tables, &options, &findings, NULL), PE_ERROR_CELL_VALUE);
  }
  assert_int_equal (pe_findings_get_size (findings), 2);
  assert_string_equal (pe_place_get_cell (pe_finding_get_place (pe_findings_get (findings, 0), 0)), "表!B4");
  assert_int_equal (pe_finding_get_code (pe_findings_get (findings, 1)), PE_WARNING_FORMULA_CACHED);
  assert_string_equal (pe_place_get_cell (pe_finding_get_place (pe_findings_get (findings, 1), 0)), "表!B2");
  pe_findings_unref (findings);
  pe_tables_unref (tables);
  g_free (bytes);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_same),
    cmocka_unit_test (test_formulas),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
