/* test-report-text.c - the text of DOCX files, of HTML pages and of tables
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

/* A document of this body, in an archive; owned. */
static char *
docx_of (const char *body, size_t *size)
{
  char      *document = g_strconcat ("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>", body,
                                     "</w:body></w:document>", NULL);
  const part parts[] = { { "[Content_Types].xml", "<Types/>", 0 }, { "word/document.xml", document, 0 } };
  char      *bytes = archive_of (parts, G_N_ELEMENTS (parts), size);

  g_free (document);
  return bytes;
}

static void
check_docx (const char *body, const char *expected)
{
  size_t   size;
  char    *bytes = docx_of (body, &size);
  pe_text *text = NULL;

  assert_int_equal (pe_report_text_from_docx (&text, bytes, size, NULL, NULL), PE_OK);
  assert_string_equal (pe_text_get_data (text), expected);
  pe_text_unref (text);
  g_free (bytes);
}

#define P(runs) "<w:p>" runs "</w:p>"
#define T(text) "<w:r><w:t>" text "</w:t></w:r>"
#define TC(text) "<w:tc>" text "</w:tc>"

static void
test_docx (void **state)
{
  (void) state;

  check_docx ("", "");
  check_docx (P (T ("全年预算2,155.") T ("61万元，")) P (T ("支出")), "全年预算2,155.61万元，\n支出\n");
  check_docx (P (T ("甲") "<w:tab/>" T ("乙") "<w:br/>" T ("丙")), "甲 乙\n丙\n");
  check_docx ("<w:tbl><w:tr>" TC (P (T ("项目")) P (T ("名称"))) TC (P (T ("5"))) "</w:tr><w:tr>" TC (P (""))
                  TC (P (T ("6"))) "</w:tr></w:tbl>",
              "项目 名称|5|\n|6|\n");
  check_docx (
      P ("<w:del><w:r><w:delText>99</w:delText></w:r></w:del>" T ("98") "<w:r><w:instrText>PAGE</w:instrText></w:r>"),
      "98\n");
  check_docx (P ("<mc:AlternateContent><mc:Choice>" T ("1") "</mc:Choice><mc:Fallback>" T (
                  "1") "</mc:Fallback></mc:AlternateContent>"),
              "1\n");
  check_docx (P (T ("a &lt;b&gt; &amp;")), "a <b> &\n");
}

static void
refuse_docx (const char *bytes, size_t size, const pe_xlsx_options *options, pe_status status)
{
  pe_text  *text = NULL;
  pe_error *error = NULL;

  assert_int_equal (pe_report_text_from_docx (&text, bytes, size, options, &error), status);
  assert_null (text);
  assert_int_equal (pe_error_get_status (error), status);
  pe_error_unref (error);
}

static void
test_docx_refused (void **state)
{
  (void) state;

  const part      other[] = { { "xl/workbook.xml", "<a/>", 0 } };
  pe_xlsx_options options;
  pe_read_options read;
  pe_limits       limits;
  size_t          size;
  char           *bytes = docx_of (P (T ("12345")), &size);

  refuse_docx (NULL, 0, NULL, PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_report_text_from_docx (NULL, bytes, size, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  refuse_docx ("PK\3\4", 4, NULL, PE_ERROR_ZIP_DAMAGED);
  pe_xlsx_options_init (&options, sizeof options);
  pe_read_options_init (&read, sizeof read);
  pe_limits_init (&limits, sizeof limits);
  limits.bytes = size - 1;
  read.limits = &limits;
  options.read = &read;
  refuse_docx (bytes, size, &options, PE_ERROR_LIMIT_BYTES);
  limits.bytes = size;
  for (size_t cut = 0; cut < size; cut++)
    {
      pe_text *text = NULL;

      assert_int_not_equal (pe_report_text_from_docx (&text, bytes, cut, NULL, NULL), PE_OK);
    }
  g_free (bytes);
  bytes = docx_of (P (T ("5") "<w:t>"), &size);
  refuse_docx (bytes, size, NULL, PE_ERROR_XML_SYNTAX);
  g_free (bytes);
  bytes = archive_of (other, 1, &size);
  refuse_docx (bytes, size, NULL, PE_ERROR_XLSX_PART);
  g_free (bytes);
}

static void
check_html (const char *page, const char *expected)
{
  pe_text *text = NULL;

  assert_int_equal (pe_report_text_from_html (&text, page, strlen (page), NULL, NULL), PE_OK);
  assert_string_equal (pe_text_get_data (text), expected);
  pe_text_unref (text);
}

static void
test_html (void **state)
{
  (void) state;

  check_html ("", "");
  check_html ("<!DOCTYPE html><html><head><title>题</title><style>p{width:5%}</style></head><body><p>预算 5万元</p>"
              "<P class='a>b'>支出\n  4万元<br>结余</P></body></html>",
              "题\n预算 5万元\n支出 4万元\n结余\n");
  check_html ("<table><tr><th>项目</th><th>分值</th></tr><tr><td></td><td>10</td></tr></table>", "项目|分值|\n|10|\n");
  check_html ("a<!-- 5 -->b<script>if (a < 6) 7;</script>c<STYLE>8</style >d", "abcd\n");
  check_html ("5&lt;6&nbsp;&amp;&#x20;&#65;&#x42;&permil;&unknown;&", "5<6 & AB‰&unknown;&\n");
  check_html ("1 < 2 <3 &#; &#xFFFFFF; &#0;", "1 < 2 <3 &#;\n");
  check_html ("x<span>y</span><b>z", "xyz\n");
  check_html ("x<p", "x\n");
  check_html ("x<!-- y", "x\n");
  check_html ("x<script>y", "x\n");
  check_html ("\xCB\xE3<b>\xE9\xA2\x84\xE7", "\xEF\xBF\xBD\xEF\xBF\xBD预\xEF\xBF\xBD\n");
}

static void
test_html_nul (void **state)
{
  (void) state;

  static const char page[] = "\0<p>5\0"
                             "6\0</p>&#0;";
  pe_text          *text = NULL;

  assert_int_equal (pe_report_text_from_html (&text, page, sizeof page - 1, NULL, NULL), PE_OK);
  assert_int_equal (pe_text_get_size (text), 3);
  assert_string_equal (pe_text_get_data (text), "56\n");
  pe_text_unref (text);
}

/* Every byte changed, and every cut: an answer, whatever it is. */
static void
test_html_damage (void **state)
{
  (void) state;

  static const char page[] = "<p a=\"b\">5&lt;6&#x41;</p><!--c--><script>d</script><td>7</td>";
  char              copy[sizeof page];

  for (size_t i = 0; i < sizeof page - 1; i++)
    for (int c = 1; c < 128; c++)
      {
        pe_text *text = NULL;

        memcpy (copy, page, sizeof page);
        copy[i] = (char) c;
        assert_int_equal (pe_report_text_from_html (&text, copy, sizeof page - 1, NULL, NULL), PE_OK);
        pe_text_unref (text);
        text = NULL;
        assert_int_equal (pe_report_text_from_html (&text, page, i, NULL, NULL), PE_OK);
        pe_text_unref (text);
      }
}

static void
test_html_refused (void **state)
{
  (void) state;

  pe_read_options read;
  pe_limits       limits;
  pe_text        *text = NULL;

  pe_read_options_init (&read, sizeof read);
  pe_limits_init (&limits, sizeof limits);
  limits.bytes = 3;
  read.limits = &limits;
  assert_int_equal (pe_report_text_from_html (&text, "1234", 4, &read, NULL), PE_ERROR_LIMIT_BYTES);
  /* Three bytes that are no characters become nine. */
  assert_int_equal (pe_report_text_from_html (&text, "\xFF\xFF\xFF", 3, &read, NULL), PE_ERROR_LIMIT_BYTES);
  assert_int_equal (pe_report_text_from_html (&text, "123", 3, &read, NULL), PE_OK);
  assert_string_equal (pe_text_get_data (text), "123\n");
  pe_text_unref (text);
  text = NULL;
  assert_int_equal (pe_report_text_from_html (NULL, "1", 1, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_report_text_from_html (&text, NULL, 0, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (text);
}

static void
test_tables (void **state)
{
  (void) state;

  static const char rows[]
      = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>项目</t></is></c><c r=\"B1\"><v>5</v></c></row>"
        "<row r=\"2\"><c r=\"A2\"><v>6</v></c></row>";
  size_t     size;
  char      *bytes = workbook_of (rows, NULL, NULL, &(part) { NULL, NULL, 0 }, &size);
  pe_tables *tables = NULL;
  pe_text   *text = NULL;

  assert_int_equal (pe_tables_from_xlsx (&tables, bytes, size, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_report_text_from_tables (&text, tables, NULL), PE_OK);
  assert_string_equal (pe_text_get_data (text), "项目|5\n6\n");
  assert_int_equal (pe_report_text_from_tables (NULL, tables, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_report_text_from_tables (&text, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_text_unref (text);
  pe_tables_unref (tables);
  g_free (bytes);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_docx),     cmocka_unit_test (test_docx_refused), cmocka_unit_test (test_html),
    cmocka_unit_test (test_html_nul), cmocka_unit_test (test_html_damage),  cmocka_unit_test (test_html_refused),
    cmocka_unit_test (test_tables),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
