/* test-report-room.c - templates that ask for more than a report holds
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

#include "../../lib/office/report-private.h"
#include "scored.h"
#include "share.h"

/* Makes a report of an element, as often as that. */
static pe_status
make (const char *before, const char *piece, size_t n, const char *after, pe_error **error)
{
  GString *xml = g_string_new ("<report format=\"perfeval-report/1\" zh=\"x\">");
  pe_report_template *template = NULL;
  pe_evaluation    *evaluation = score_zengcheng ();
  pe_report        *report = NULL;
  pe_report_options options;
  pe_status         status;

  g_string_append (xml, before);
  for (size_t i = 0; i < n; i++)
    g_string_append (xml, piece);
  g_string_append (g_string_append (xml, after), "</report>");
  assert_int_equal (pe_report_template_from_xml (&template, xml->str, xml->len, NULL, NULL), PE_OK);
  pe_report_options_init (&options, sizeof options);
  options.date = "2024-03-15";
  status = pe_report_make (&report, template, evaluation, &options, error);
  assert_true ((report != NULL) == (status == PE_OK));
  pe_report_unref (report);
  pe_report_template_unref (template);
  pe_evaluation_unref (evaluation);
  g_string_free (xml, TRUE);
  return status;
}

/* Few bytes of a template that would fill memory: what they make is counted while it is made. */
static void
test_amplified (void **state)
{
  (void) state;

  static const struct
  {
    const char *before, *piece, *after;
    size_t      n;
  } cases[] = {
    { "", "<table kind=\"scores\"/>", "", 5000 },
    { "", "<table kind=\"indicators\"/>", "", 5000 },
    { "", "<ledger/>", "", 10000 },
    { "", "<status/>", "", 200000 },
    { "", "<review/>", "", 20000 },
    { "", "<chart kind=\"losses\"/>", "", 101 },
    { "", "<groups zh=\"{name}{score}{lost}\"/>", "", 200000 },
    { "", "<losses zh=\"{reason}\"/>", "", 300000 },
    { "", "<findings/>", "", 1000001 },
    { "", "<page/>", "", 500001 },
    { "<p zh=\"", "{unit}", "\"/>", 1000001 },
    { "<p optional=\"yes\" zh=\"", "{rate:budget.execution_rate}", "\"/>", 500001 },
  };

  for (size_t i = 0; i < test_share (G_N_ELEMENTS (cases)); i++)
    {
      pe_error *error = NULL;

      if (make (cases[i].before, cases[i].piece, cases[i].n, cases[i].after, &error) != PE_ERROR_LIMIT_ITEMS)
        fail_msg ("%s", cases[i].piece);
      assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_EN), "report: "));
      pe_error_unref (error);
    }
}

/* And what no office would think of asking for is still made. */
static void
test_large (void **state)
{
  (void) state;

  assert_int_equal (make ("", "<table kind=\"scores\"/>", test_share (500), "", NULL), PE_OK);
  assert_int_equal (make ("", "<chart kind=\"losses\"/>", 90, "", NULL), PE_OK);
  assert_int_equal (make ("<p zh=\"", "{rate:budget.execution_rate}", test_share (100000), "\"/>", NULL), PE_OK);
}

/* Text counts by its length: a report has as many bytes of it as a document may have. */
static void
test_text (void **state)
{
  (void) state;

  pe_report *report = pe_report_new (PE_LANGUAGE_ZH, "2024-03-15", NULL);
  char      *text = g_strnfill (1000000, 'x');
  int        n = 0;

  for (; n < 100 && !report->failed; n++)
    pe_doc_block_add_text (report, pe_report_add (report, PE_DOC_PARAGRAPH, 0, NULL), text, NULL, FALSE);
  assert_in_range (n, 60, 67);
  assert_null (pe_report_add (report, PE_DOC_PARAGRAPH, 0, NULL));
  assert_int_equal (pe_report_seal (report, NULL), PE_ERROR_LIMIT_ITEMS);
  g_free (text);
  pe_report_unref (report);
}

static void
assert_full (pe_report *report, const char *words)
{
  pe_text  *pdf = NULL;
  pe_error *error = NULL;

  assert_int_equal (pe_report_seal (report, NULL), PE_OK);
  assert_int_equal (pe_report_to_pdf (&pdf, report, &error), PE_ERROR_LIMIT_ITEMS);
  assert_null (pdf);
  if (strstr (pe_error_get_message (error, PE_LANGUAGE_EN), words) == NULL)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_error_unref (error);
  pe_report_unref (report);
}

/* A letter takes a PDF many times as long as any other format: three thousand pages, and not one more. */
static void
test_pages (void **state)
{
  (void) state;

  for (int n = 3000; n <= 3001; n++)
    {
      pe_report *report = pe_report_new (PE_LANGUAGE_ZH, "2024-03-15", NULL);
      pe_text   *pdf = NULL;

      for (int i = 1; i <= n; i++)
        {
          pe_doc_block_add_text (
              report, pe_report_add (report, PE_DOC_PARAGRAPH, 0, NULL), i > 3000 ? "太多" : "页", NULL, FALSE);
          if (i < n)
            pe_report_add (report, PE_DOC_PAGE_BREAK, 0, NULL);
        }
      if (n > 3000)
        {
          assert_full (report,
                       "pages of a PDF: there are too many items, of which \"太多\" is the first beyond; expected at "
                       "most 3000");
          continue;
        }
      assert_int_equal (pe_report_seal (report, NULL), PE_OK);
      assert_int_equal (pe_report_to_pdf (&pdf, report, NULL), PE_OK);
      pe_text_unref (pdf);
      pe_report_unref (report);
    }
}

/* What so many pages do not hold is refused before it is drawn: 22 lines stand on each. */
static void
test_area (void **state)
{
  (void) state;

  pe_report *report = pe_report_new (PE_LANGUAGE_ZH, "2024-03-15", NULL);
  char      *lines = g_strnfill (67000, '\n');

  lines[0] = 'a';
  pe_doc_block_add_text (report, pe_report_add (report, PE_DOC_PARAGRAPH, 0, NULL), lines, NULL, FALSE);
  assert_full (report, "pages of a PDF: ");
  g_free (lines);
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (test_amplified), cmocka_unit_test (test_large), cmocka_unit_test (test_text),
          cmocka_unit_test (test_pages), cmocka_unit_test (test_area) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
