/* test-template.c - a workbook that a clerk fills in, read back
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

static pe_rulebook *
load (const char *folder, const char *name)
{
  const char  *source = g_getenv ("PERFEVAL_SOURCE");
  char        *path = g_build_filename (source != NULL ? source : ".", folder, name, NULL);
  char        *bytes = NULL;
  size_t       size;
  pe_rulebook *rulebook = NULL;

  if (!g_file_get_contents (path, &bytes, &size, NULL))
    fail_msg ("%s cannot be read; PERFEVAL_SOURCE has to be the root of the tree", path);
  assert_int_equal (pe_rulebook_from_json (&rulebook, bytes, size, NULL, NULL, NULL), PE_OK);
  g_free (bytes);
  g_free (path);
  return rulebook;
}

/* Every table is there, every header is known, and what is missing is the name of the unit alone. */
static void
check (pe_language language)
{
  pe_rulebook *rulebook = load ("rulebooks", "guangdong-2023.json");
  pe_text     *text = NULL, *again = NULL;
  pe_tables   *tables = NULL;
  pe_dossier  *dossier = NULL;
  pe_findings *findings = NULL;

  assert_int_equal (pe_template_to_xlsx (&text, rulebook, language, NULL), PE_OK);
  assert_int_equal (pe_template_to_xlsx (&again, rulebook, language, NULL), PE_OK);
  assert_int_equal (pe_text_get_size (text), pe_text_get_size (again));
  assert_memory_equal (pe_text_get_data (text), pe_text_get_data (again), pe_text_get_size (text));
  assert_int_equal (pe_tables_from_xlsx (&tables, pe_text_get_data (text), pe_text_get_size (text), NULL, NULL, NULL),
                    PE_OK);
  assert_int_equal (pe_tables_get_n (tables), pe_table_kind_get_n ());
  assert_int_equal (pe_dossier_from_tables (&dossier, tables, NULL, &findings, NULL), PE_ERROR_MEMBER_MISSING);
  /* The head's name, and for each slot and each score that is still to be given what its row needs. */
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_WARNING), 0);
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    assert_int_equal (pe_finding_get_code (pe_findings_get (findings, i)), PE_ERROR_MEMBER_MISSING);
  pe_findings_unref (findings);
  pe_tables_unref (tables);
  pe_text_unref (text);
  pe_text_unref (again);
  pe_rulebook_unref (rulebook);
}

/* The register that measures of the rulebook read has its columns, and a sheet that is read as its rows. */
static void
test_registers (void **state)
{
  (void) state;

  pe_rulebook  *rulebook = load ("tests/io/data", "own-measures.json");
  pe_text      *text = NULL;
  pe_tables    *tables = NULL;
  pe_dossier   *dossier = NULL;
  pe_findings  *findings = NULL;
  pe_table_head head;

  assert_int_equal (pe_template_to_xlsx (&text, rulebook, PE_LANGUAGE_ZH, NULL), PE_OK);
  assert_int_equal (pe_tables_from_xlsx (&tables, pe_text_get_data (text), pe_text_get_size (text), NULL, NULL, NULL),
                    PE_OK);
  assert_int_equal (pe_tables_get_n (tables), pe_table_kind_get_n () + 1);
  pe_table_head_init (&head, sizeof head);
  assert_int_equal (pe_tables_get_head (&head, tables, pe_table_kind_get_n (), NULL), PE_OK);
  assert_string_equal (head.name, "projects");
  assert_int_equal (pe_dossier_from_tables (&dossier, tables, NULL, &findings, NULL), PE_ERROR_MEMBER_MISSING);
  /* The name of the unit alone is missing; nothing is passed over. */
  assert_int_equal (pe_findings_get_size (findings), 1);
  pe_findings_unref (findings);
  pe_tables_unref (tables);
  pe_text_unref (text);
  pe_rulebook_unref (rulebook);
}

/* The text of a cell by sheet, row and column; NULL where there is none. */
static const char *
text_at (const pe_tables *tables, const char *sheet, uint32_t number, uint32_t column)
{
  for (size_t t = 0; t < pe_tables_get_n (tables); t++)
    {
      pe_table_head head;

      pe_table_head_init (&head, sizeof head);
      pe_tables_get_head (&head, tables, t, NULL);
      for (size_t i = 0; strcmp (head.name, sheet) == 0 && i < pe_tables_get_n_rows (tables, t); i++)
        {
          pe_table_row row;

          pe_table_row_init (&row, sizeof row);
          pe_tables_get_row (&row, tables, t, i, NULL);
          for (size_t k = 0; row.number == number && k < row.n_cells; k++)
            {
              pe_cell cell;

              pe_cell_init (&cell, sizeof cell);
              pe_tables_get_cell (&cell, tables, t, i, k, NULL);
              if (cell.column == column)
                return cell.text;
            }
        }
    }
  return NULL;
}

/* The facts that the leaves read, in the order of the leaves; a workbook with them is read. */
static void
test_facts (void **state)
{
  (void) state;

  pe_rulebook *rulebook = load ("rulebooks", "hunan-department-yueyang.json");
  pe_text     *text = NULL;
  pe_tables   *tables = NULL;
  pe_dossier  *dossier = NULL;
  pe_findings *findings = NULL;

  assert_int_equal (pe_template_to_xlsx (&text, rulebook, PE_LANGUAGE_ZH, NULL), PE_OK);
  assert_int_equal (pe_tables_from_xlsx (&tables, pe_text_get_data (text), pe_text_get_size (text), NULL, NULL, NULL),
                    PE_OK);
  assert_string_equal (text_at (tables, "指标数据", 4, 1), "1.1");
  assert_string_equal (text_at (tables, "指标数据", 4, 2), "staff");
  assert_null (text_at (tables, "指标数据", 4, 3));
  assert_string_equal (text_at (tables, "指标数据", 5, 2), "establishment");
  assert_string_equal (text_at (tables, "指标数据", 6, 1), "1.2");
  /* The name of the unit is missing, and the scores that are to be given; the facts are missing as any may be. */
  assert_int_equal (pe_dossier_from_tables (&dossier, tables, NULL, &findings, NULL), PE_ERROR_MEMBER_MISSING);
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    assert_int_equal (pe_finding_get_code (pe_findings_get (findings, i)), PE_ERROR_MEMBER_MISSING);
  pe_findings_unref (findings);
  pe_tables_unref (tables);
  pe_text_unref (text);
  pe_rulebook_unref (rulebook);
}

static void
test_template (void **state)
{
  (void) state;

  check (PE_LANGUAGE_ZH);
  check (PE_LANGUAGE_EN);
}

static void
test_cells (void **state)
{
  (void) state;

  pe_rulebook *rulebook = load ("rulebooks", "guangdong-2023.json");
  pe_text     *text = NULL;
  pe_tables   *tables = NULL;

  assert_int_equal (pe_template_to_xlsx (&text, rulebook, PE_LANGUAGE_ZH, NULL), PE_OK);
  assert_int_equal (pe_tables_from_xlsx (&tables, pe_text_get_data (text), pe_text_get_size (text), NULL, NULL, NULL),
                    PE_OK);
  assert_string_equal (text_at (tables, "基本情况", 2, 1), "单位名称 *");
  assert_string_equal (text_at (tables, "基本情况", 4, 2), "2023");
  assert_string_equal (text_at (tables, "基本情况", 5, 2), "部门整体支出");
  assert_string_equal (text_at (tables, "预算", 3, 5), "年初预算数（万元）");
  /* The sum of the top level, as a formula: nothing was filled in yet. */
  assert_string_equal (text_at (tables, "预算", 64, 5), "0.00");
  assert_string_equal (text_at (tables, "预算", 64, 2), "合计");
  /* What a person scores, with its code. */
  assert_string_equal (text_at (tables, "填报得分", 4, 1), "1.1.2");
  assert_string_equal (text_at (tables, "自定指标", 4, 1), "1.1.1");
  pe_tables_unref (tables);
  pe_text_unref (text);
  assert_int_equal (pe_template_to_xlsx (NULL, rulebook, PE_LANGUAGE_ZH, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_template_to_xlsx (&text, NULL, PE_LANGUAGE_ZH, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_rulebook_unref (rulebook);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_template),
    cmocka_unit_test (test_registers),
    cmocka_unit_test (test_facts),
    cmocka_unit_test (test_cells),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
