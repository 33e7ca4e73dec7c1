/* test-xlsx.c - the cells of workbooks, read and written
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

#define STYLES                                                                                        \
  "<numFmts><numFmt numFmtId=\"164\" formatCode=\"0!.0,&quot;万元&quot;\"/></numFmts>"                \
  "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"                                                \
  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/><xf " \
  "numFmtId=\"4\"/></cellXfs>"

static void
assert_reads (const char *rows, const char *strings, const char *expected)
{
  size_t size;
  char  *bytes = workbook_of (rows, STYLES, strings, NULL, &size);
  char  *found = read_and_print (bytes, size);

  assert_string_equal (found, expected);
  g_free (found);
  g_free (bytes);
}

static void
test_cells (void **state)
{
  (void) state;

  assert_reads ("", NULL, "");
  assert_reads ("<row r=\"2\"><c r=\"A2\"><v>2155.61</v></c><c r=\"C2\" s=\"1\"><v>0.9971</v></c></row>", NULL,
                "A2n=2155.61 C2n=99.71%");
  assert_reads (
      "<row r=\"1\"><c s=\"2\"><v>21556100</v></c><c s=\"3\"><v>45291</v></c><c s=\"4\"><v>99.8</v></c></row>", NULL,
      "A1n=2155.61万元 B1d=2023-12-31 C1n=99.80");
  assert_reads (
      "<row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#DIV/0!</v></c><c t=\"d\"><v>2023-12-31T08:30:00</v></c></row>", NULL,
      "A1b=true B1e=#DIV/0! C1d=2023-12-31 08:30:00");
  assert_reads ("<row><c t=\"s\"><v>1</v></c><c "
                "t=\"inlineStr\"><is><t>内</t><r><t>联</t></r><rPh><t>nei</t></rPh></is></c></row>",
                "<si><t>a</t></si><si><r><t>富</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> "
                "文本</t></r><rPh><t>fu</t></rPh></si>",
                "A1t=富 文本 B1t=内联");
  assert_reads (
      "<row><c><f>SUM(A1:A2)</f><v>3</v></c><c t=\"str\"><f>\"x\"</f><v>x&lt;y</v></c><c><f>A1+1</f></c></row>", NULL,
      "A1n=3/1 B1t=x<y/1 C1e==A1+1/1");
  assert_reads ("<row hidden=\"1\"><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:C2\"/>"
                "<mergeCell ref=\"E9:F9\"/></mergeCells>",
                NULL, "A1n=1/10x3");
  assert_reads ("<row><c><v>12345678901234567</v></c><c/><c t=\"s\"/><c><v></v></c></row>", NULL,
                "A1n=12345678901234600/4");
  /* Prefixes, and elements that are none of a sheet's, do not matter. */
  assert_reads ("<x:row xmlns:x=\"u\"><x:c r=\"B1\"><x:v>7</x:v></x:c></x:row>", NULL, "B1n=7");
}

static void
test_faults (void **state)
{
  (void) state;

  size_t size;
  char  *bytes
      = workbook_of ("<row r=\"3\"><c r=\"A3\" t=\"s\"><v>9</v></c><c r=\"B3\"><v>abc</v></c>"
                     "<c r=\"C3\" s=\"3\"><v>60</v></c><c r=\"D3\" t=\"b\"><v>2</v></c><c r=\"E3\"><v>5</v></c></row>",
                     STYLES, "<si><t>a</t></si>", NULL, &size);
  pe_tables               *tables = NULL;
  pe_findings             *findings = NULL;
  static const char *const cells[] = { "表!A3", "表!B3", "表!C3", "表!D3" };

  assert_int_equal (pe_tables_from_xlsx (&tables, bytes, size, NULL, &findings, NULL), PE_ERROR_XLSX_CELL);
  assert_int_equal (pe_findings_get_size (findings), G_N_ELEMENTS (cells));
  for (size_t i = 0; i < G_N_ELEMENTS (cells); i++)
    assert_string_equal (pe_place_get_cell (pe_finding_get_place (pe_findings_get (findings, i), 0)), cells[i]);
  pe_findings_unref (findings);
  g_free (bytes);
}

static void
assert_status (const char *rows, pe_status expected)
{
  size_t size;
  char  *bytes = workbook_of (rows, STYLES, NULL, NULL, &size);

  assert_int_equal (read_status (bytes, size, NULL), expected);
  g_free (bytes);
}

static void
test_order (void **state)
{
  (void) state;

  assert_status ("<row r=\"2\"/><row r=\"2\"/>", PE_ERROR_XLSX_CELL);
  assert_status ("<row r=\"1048577\"/>", PE_ERROR_XLSX_CELL);
  assert_status ("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", PE_OK);
  assert_status ("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", PE_ERROR_XLSX_CELL);
  assert_status ("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>", PE_ERROR_XLSX_CELL);
  assert_status ("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>", PE_ERROR_XLSX_CELL);
  assert_status ("<row r=\"1\"><c t=\"d\"><v>2023-13-31</v></c></row>", PE_ERROR_XLSX_CELL);
  assert_status ("<row r=\"1\"><c t=\"d\"><v>2023-02-29T00:00:00</v></c></row>", PE_ERROR_XLSX_CELL);
  assert_status ("<row r=\"1\"><c t=\"d\"><v>2023-12-31T24:00:00</v></c></row>", PE_ERROR_XLSX_CELL);
  assert_status ("<row r=\"1\"><c t=\"d\"><v>2023-12-31T08:30:00.5</v></c></row>", PE_OK);
  assert_status ("<row><c><v>1</v></row>", PE_ERROR_XML_SYNTAX);
}

/* One shared text in each of many cells: a table has it as often, which is counted. */
static void
test_shared_texts (void **state)
{
  (void) state;

  char           *text = g_strnfill (1000, 'x'), *strings = g_strconcat ("<si><t>", text, "</t></si>", NULL), *bytes;
  GString        *rows = g_string_new (NULL);
  pe_tables      *tables = NULL;
  pe_error       *error = NULL;
  pe_xlsx_options options;
  pe_read_options read;
  pe_limits       limits;
  size_t          size;

  for (int i = 0; i < 1000; i++)
    g_string_append (rows, "<row><c t=\"s\"><v>0</v></c></row>");
  bytes = workbook_of (rows->str, STYLES, strings, NULL, &size);
  pe_limits_init (&limits, sizeof limits);
  limits.bytes = MAX (size, 60000);
  pe_read_options_init (&read, sizeof read);
  read.limits = &limits;
  pe_xlsx_options_init (&options, sizeof options);
  options.read = &read;
  assert_int_equal (pe_tables_from_xlsx (&tables, bytes, size, &options, NULL, &error), PE_ERROR_LIMIT_BYTES);
  assert_null (tables);
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_EN), "up to \"xxx"));
  assert_non_null (pe_place_get_cell (pe_finding_get_place (pe_error_get_finding (error), 0)));
  pe_error_unref (error);
  limits.bytes = 1000000;
  assert_int_equal (pe_tables_from_xlsx (&tables, bytes, size, &options, NULL, NULL), PE_OK);
  pe_tables_unref (tables);
  g_string_free (rows, TRUE);
  g_free (bytes);
  g_free (strings);
  g_free (text);
}

static void
test_epoch (void **state)
{
  (void) state;

  part parts[4] = {
    { "_rels/.rels", "<r><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"/wb.xml\"/></r>", 0 },
    { "wb.xml",
      "<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"s\" r:id=\"b\" "
      "state=\"hidden\"/></sheets></workbook>",
      0 },
    { "_rels/wb.xml.rels",
      "<r><Relationship Id=\"b\" Type=\"x/worksheet\" Target=\"s.xml\"/><Relationship Id=\"c\" Type=\"x/styles\" "
      "Target=\"st.xml\"/></r>",
      0 },
    { "s.xml", "<worksheet><row><c s=\"0\"><v>43829</v></c></row></worksheet>", 0 },
  };
  part   all[5];
  size_t size;
  char  *bytes, *found;

  memcpy (all, parts, sizeof parts);
  all[4] = (part) { "st.xml", "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>", 0 };
  bytes = archive_of (all, 5, &size);
  found = read_and_print (bytes, size);
  assert_string_equal (found, "A1d=2023-12-31/8");
  g_free (found);
  g_free (bytes);
}

/* Writing */

static pe_tables *
tables_of (const pe_cell *cells, size_t n)
{
  pe_provider  *provider = NULL;
  pe_tables    *tables = NULL;
  pe_table_head head;
  pe_table_row  row;

  pe_table_head_init (&head, sizeof head);
  pe_table_row_init (&row, sizeof row);
  head.name = "预算/[1]";
  row.number = 3;
  assert_int_equal (pe_provider_new (&provider, NULL, NULL), PE_OK);
  assert_int_equal (pe_provider_begin_table (provider, &head, NULL), PE_OK);
  assert_int_equal (pe_provider_add_row (provider, &row, cells, n, NULL), PE_OK);
  assert_int_equal (pe_provider_finish (&tables, provider, NULL, NULL), PE_OK);
  pe_provider_free (provider);
  return tables;
}

static pe_cell
cell_of (uint32_t column, pe_cell_kind kind, const char *text, pe_unit unit)
{
  return (pe_cell) { sizeof (pe_cell), kind, text, strlen (text), column, 1, 0, unit };
}

static void
test_write (void **state)
{
  (void) state;

  const pe_cell cells[] = {
    cell_of (1, PE_CELL_NUMBER, "2155.61", PE_UNIT_WAN_YUAN),
    cell_of (2, PE_CELL_NUMBER, "99.80", PE_UNIT_NONE),
    cell_of (3, PE_CELL_NUMBER, "99.71", PE_UNIT_PERCENT),
    cell_of (4, PE_CELL_NUMBER, "-0.000001", PE_UNIT_YUAN),
    cell_of (5, PE_CELL_DATE, "2023-12-31", PE_UNIT_NONE),
    cell_of (6, PE_CELL_DATE, "2023-12-31 08:30:01", PE_UNIT_NONE),
    cell_of (7, PE_CELL_TRUTH, "false", PE_UNIT_NONE),
    cell_of (8, PE_CELL_TEXT, "=1+1", PE_UNIT_NONE),
    cell_of (9, PE_CELL_NUMBER, "1234567890123456", 0),
    cell_of (10, PE_CELL_NUMBER, "123456789012345", 0),
    cell_of (11, PE_CELL_NUMBER, "0.1", PE_UNIT_PERMILLE),
  };
  pe_tables    *tables = tables_of (cells, G_N_ELEMENTS (cells)), *back = NULL;
  pe_text      *text = NULL, *again = NULL;
  char         *found;
  pe_table_head head;

  assert_int_equal (pe_tables_to_xlsx (&text, tables, NULL), PE_OK);
  found = read_and_print (pe_text_get_data (text), pe_text_get_size (text));
  assert_string_equal (found,
                       "A3n=2155.61万元 B3n=99.80 C3n=99.71% D3n=-0.000001元 E3d=2023-12-31 F3d=2023-12-31 08:30:01 "
                       "G3b=false H3t==1+1 I3t=1234567890123456 J3n=123456789012345 K3n=0.1‰");
  g_free (found);
  assert_int_equal (pe_xlsx_is_workbook (pe_text_get_data (text), pe_text_get_size (text)), 1);
  assert_int_equal (pe_tables_to_xlsx (&again, tables, NULL), PE_OK);
  assert_int_equal (pe_text_get_size (text), pe_text_get_size (again));
  assert_memory_equal (pe_text_get_data (text), pe_text_get_data (again), pe_text_get_size (text));
  pe_table_head_init (&head, sizeof head);
  assert_int_equal (pe_tables_from_xlsx (&back, pe_text_get_data (text), pe_text_get_size (text), NULL, NULL, NULL),
                    PE_OK);
  assert_int_equal (pe_tables_get_head (&head, back, 0, NULL), PE_OK);
  assert_string_equal (head.name, "预算__1_");
  pe_tables_unref (back);
  pe_tables_unref (tables);
  pe_text_unref (text);
  pe_text_unref (again);
}

/* Every decimal of up to 15 digits comes back as it was, places and all. */
static void
test_write_exact (void **state)
{
  (void) state;

  uint64_t seed = 99;

  for (int round = 0; round < 20; round++)
    {
      char       texts[500][32];
      pe_cell    cells[500];
      pe_tables *tables, *back = NULL;
      pe_text   *text = NULL;

      for (uint32_t i = 0; i < 500; i++)
        {
          pe_decimal number = { 0, 0, 0 };
          int        digits;

          seed ^= seed << 13;
          seed ^= seed >> 7;
          seed ^= seed << 17;
          digits = (int) (seed % 15) + 1;
          number.coefficient = (int64_t) (seed >> 8);
          for (int64_t most = 1000000000000000; digits < 15; digits++, most /= 10)
            number.coefficient %= most / 10;
          number.coefficient %= 1000000000000000;
          number.scale = (int32_t) (seed >> 3) & 7;
          if ((seed & 4) != 0)
            number.coefficient = -number.coefficient;
          assert_int_equal (pe_decimal_print (texts[i], sizeof texts[i], &number, NULL), PE_OK);
          cells[i] = cell_of (i + 1, PE_CELL_NUMBER, texts[i], (seed & 16) != 0 ? PE_UNIT_PERCENT : PE_UNIT_WAN_YUAN);
        }
      tables = tables_of (cells, 500);
      assert_int_equal (pe_tables_to_xlsx (&text, tables, NULL), PE_OK);
      assert_int_equal (pe_tables_from_xlsx (&back, pe_text_get_data (text), pe_text_get_size (text), NULL, NULL, NULL),
                        PE_OK);
      for (size_t i = 0; i < 500; i++)
        {
          pe_cell cell;

          pe_cell_init (&cell, sizeof cell);
          assert_int_equal (pe_tables_get_cell (&cell, back, 0, 0, i, NULL), PE_OK);
          assert_string_equal (cell.text, texts[i]);
          assert_int_equal (cell.unit, cells[i].unit);
        }
      pe_tables_unref (tables);
      pe_tables_unref (back);
      pe_text_unref (text);
    }
}

static void
test_write_refused (void **state)
{
  (void) state;

  char         *huge = g_strnfill (32768, 'x');
  const pe_cell wide = cell_of (16385, PE_CELL_TEXT, "x", 0), long_one = cell_of (1, PE_CELL_TEXT, huge, 0);
  pe_tables    *tables = tables_of (&wide, 1);
  pe_tables    *both[2], *twice = NULL;
  pe_text      *text = NULL;

  assert_int_equal (pe_tables_to_xlsx (&text, tables, NULL), PE_ERROR_LIMIT_ITEMS);
  pe_tables_unref (tables);
  tables = tables_of (&long_one, 1);
  assert_int_equal (pe_tables_to_xlsx (&text, tables, NULL), PE_ERROR_LIMIT_TEXT);
  both[0] = both[1] = tables;
  huge[0] = '\0';
  assert_int_equal (pe_tables_join (&twice, both, 2, NULL), PE_OK);
  pe_tables_unref (tables);
  assert_int_equal (pe_tables_to_xlsx (NULL, twice, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_tables_to_xlsx (&text, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_tables_unref (twice);
  tables = tables_of (&(pe_cell) { sizeof (pe_cell), PE_CELL_TEXT, "x", 1, 1, 1, 0, 0 }, 1);
  both[0] = both[1] = tables;
  assert_int_equal (pe_tables_join (&twice, both, 2, NULL), PE_OK);
  assert_int_equal (pe_tables_to_xlsx (&text, twice, NULL), PE_ERROR_TABLE_DUPLICATE);
  pe_tables_unref (tables);
  pe_tables_unref (twice);
  assert_null (text);
  g_free (huge);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_cells),         cmocka_unit_test (test_faults),      cmocka_unit_test (test_order),
    cmocka_unit_test (test_shared_texts),  cmocka_unit_test (test_epoch),       cmocka_unit_test (test_write),
    cmocka_unit_test (test_write_refused), cmocka_unit_test (test_write_exact),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
