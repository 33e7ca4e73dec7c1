/* target-xlsx.c - a workbook from any bytes; one that is read is written, read again, and taken for a dossier
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * An input that begins as an archive is one. Of any other the pieces (pieces.h) are the parts of one.
 */
#include "office.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const usual_part usual[] = {
  { "_rels/.rels", DECLARATION "<Relationships><Relationship Id=\"rId1\" Type=\"" RELATION
                               "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" },
  { "xl/workbook.xml", DECLARATION
    "<workbook xmlns:r=\"" RELATION
    "\"><sheets><sheet name=\"基本情况\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>" },
  { "xl/_rels/workbook.xml.rels", DECLARATION
    "<Relationships><Relationship Id=\"rId1\" Type=\"" RELATION
    "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"" RELATION
    "/styles\" Target=\"/xl/styles.xml\"/><Relationship Id=\"rId3\" Type=\"" RELATION
    "/sharedStrings\" Target=\"../xl/sharedStrings.xml\"/></Relationships>" },
  { "xl/worksheets/sheet1.xml", DECLARATION "<worksheet><sheetData/></worksheet>" },
  { "xl/styles.xml", DECLARATION "<styleSheet/>" },
  { "xl/sharedStrings.xml", DECLARATION "<sst/>" },
};

/* What a sheet can hold is written, and is there again. */
static void
check_again (const pe_tables *tables)
{
  pe_text   *text = NULL;
  pe_tables *again = NULL;
  pe_error  *error = NULL;
  pe_status  status = pe_tables_to_xlsx (&text, tables, &error);

  if (status != PE_OK)
    {
      HOLDS (status == PE_ERROR_LIMIT_TEXT || status == PE_ERROR_TABLE_DUPLICATE || status == PE_ERROR_LIMIT_ITEMS);
      check_failure (status, text, error);
      return;
    }
  HOLDS (pe_tables_from_xlsx (&again, pe_text_get_data (text), pe_text_get_size (text), NULL, NULL, NULL) == PE_OK);
  HOLDS (pe_tables_get_n (again) == pe_tables_get_n (tables));
  for (size_t i = 0; i < pe_tables_get_n (tables); i++)
    check_tables (tables, i, again, i, 0);
  pe_tables_unref (again);
  pe_text_unref (text);
}

/* As CSV a table has the same rows; a unit that a cell's format shows is a part of the text there. */
static void
check_rows (const pe_tables *tables, size_t table)
{
  pe_text   *csv = NULL;
  pe_tables *again = NULL;

  HOLDS (pe_tables_to_csv (&csv, tables, table, NULL, NULL) == PE_OK);
  HOLDS (pe_tables_from_csv (&again, pe_text_get_data (csv), pe_text_get_size (csv), NULL, NULL, NULL) == PE_OK);
  HOLDS (pe_tables_get_n_rows (tables, table) == pe_tables_get_n_rows (again, 0));
  pe_tables_unref (again);
  pe_text_unref (csv);
}

static void
use (const pe_tables *tables)
{
  pe_text *text = NULL;

  for (size_t i = 0; i < pe_tables_get_n (tables); i++)
    check_rows (tables, i);
  HOLDS (pe_report_text_from_tables (&text, tables, NULL) == PE_OK);
  check_report_text (text);
  pe_text_unref (text);
  if (pe_tables_get_n (tables) > 0)
    check_again (tables);
  use_as_dossier (tables, NULL);
}

static void
read_workbook (const char *bytes, size_t size)
{
  pe_tables   *tables = NULL;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;
  pe_status    status = pe_tables_from_xlsx (&tables, bytes, size, NULL, &findings, &error);

  HOLDS (findings != NULL);
  HOLDS (status != PE_OK || pe_xlsx_is_workbook (bytes, size) == 1);
  if (status == PE_OK)
    use (tables);
  else
    check_failure (status, tables, error);
  pe_findings_unref (findings);
  pe_tables_unref (tables);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  pieces input;
  size_t length = 0;
  char  *archive;

  if (is_archive (data, size))
    {
      read_workbook ((const char *) data, size);
      return 0;
    }
  input = pieces_of (data, size);
  archive = archive_of (&input, usual, sizeof usual / sizeof *usual, &length);
  if (archive != NULL)
    read_workbook (archive, length);
  free (archive);
  pieces_clear (&input);
  return 0;
}
