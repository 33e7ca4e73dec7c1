/* test-report-template.c - templates of reports: what is wrong with one is told with its place
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
#include <perfeval-office/perfeval-office.h>
#include <perfeval/perfeval.h>
#include <stdlib.h>
#include <string.h>

#define ROOT "<report format=\"perfeval-report/1\" zh=\"报告\" en=\"Report\">"

static pe_status
read_template (pe_report_template **out, const char *xml, pe_error **error)
{
  pe_read_options options;

  pe_read_options_init (&options, sizeof options);
  options.file = "form.xml";
  return pe_report_template_from_xml (out, xml, strlen (xml), &options, error);
}

static void
test_faults (void **state)
{
  (void) state;

  static const struct
  {
    const char *xml;
    pe_status   status;
    uint64_t    line, column; /* 0: none is told */
  } cases[] = {
    { "", PE_ERROR_XML_SYNTAX, 1, 1 },
    { "<report", PE_ERROR_XML_SYNTAX, 1, 1 },
    { ROOT "\n <page/>\n </section></report>", PE_ERROR_XML_SYNTAX, 3, 4 },
    { "<?xml version=\"1.0\"?>\n<!DOCTYPE report [<!ENTITY a \"b\">]>" ROOT "</report>", PE_ERROR_XML_DOCTYPE, 2, 18 },
    { "<report format=\"perfeval-report/1\" zh=\"x\" colour=\"red\"/>", PE_ERROR_MEMBER_UNKNOWN, 1, 1 },
    { "<report format=\"perfeval-report/1\" zh=\"x\" a:en=\"y\"/>", PE_ERROR_MEMBER_UNKNOWN, 1, 1 },
    { ROOT "\n <p zh=\"x\">\n<page/></p></report>", PE_ERROR_MEMBER_UNKNOWN, 3, 1 },
    { ROOT "\n <p zh=\"x\"><section zh=\"y\"/></p></report>", PE_ERROR_MEMBER_UNKNOWN, 2, 12 },
    { ROOT "\n <p zh=\"x\">words</p></report>", PE_ERROR_VALUE_UNKNOWN, 2, 12 },
    { ROOT "<page/>\n \n words</report>", PE_ERROR_VALUE_UNKNOWN, 3, 1 },
    { "<page format=\"perfeval-report/1\" zh=\"x\"/>", PE_ERROR_FORMAT_UNKNOWN, 1, 1 },
    { "<report zh=\"x\"/>", PE_ERROR_FORMAT_UNKNOWN, 1, 1 },
    { "<report format=\"perfeval-report/2\" zh=\"x\"/>", PE_ERROR_FORMAT_UNKNOWN, 1, 1 },
    { "<report format=\"perfeval-report/1\"/>", PE_ERROR_MEMBER_MISSING, 1, 1 },
    { ROOT "\n  <para zh=\"x\"/></report>", PE_ERROR_MEMBER_UNKNOWN, 2, 3 },
    { ROOT "\n <p zh=\"x\" colour=\"red\"/></report>", PE_ERROR_MEMBER_UNKNOWN, 2, 2 },
    { ROOT "\n <p en=\"x\"/></report>", PE_ERROR_MEMBER_MISSING, 2, 2 },
    { ROOT "\n <narrative zh=\"x\"/></report>", PE_ERROR_MEMBER_MISSING, 2, 2 },
    { ROOT "\n <table zh=\"x\"/></report>", PE_ERROR_MEMBER_MISSING, 2, 2 },
    { ROOT "\n <table kind=\"pivot\"/></report>", PE_ERROR_VALUE_UNKNOWN, 2, 2 },
    { ROOT "\n <chart kind=\"pie\"/></report>", PE_ERROR_VALUE_UNKNOWN, 2, 2 },
    { ROOT "\n <p zh=\"x\" optional=\"maybe\"/></report>", PE_ERROR_VALUE_UNKNOWN, 2, 2 },
    { ROOT "\n\n<p zh=\"{total}\"/></report>", PE_ERROR_VALUE_UNKNOWN, 3, 1 },
    { ROOT "<p zh=\"{rate:budget.no_such}\"/></report>", PE_ERROR_VALUE_UNKNOWN, 1, 56 },
    { ROOT "<p zh=\"{rate}\"/></report>", PE_ERROR_VALUE_UNKNOWN, 1, 56 },
    { ROOT "<p zh=\"{year:1.1}\"/></report>", PE_ERROR_VALUE_UNKNOWN, 1, 56 },
    { ROOT "<p zh=\"x\" en=\"{year\"/></report>", PE_ERROR_VALUE_UNKNOWN, 1, 56 },
    { ROOT "<section zh=\"1\"><section zh=\"2\"><section zh=\"3\"><section zh=\"4\">\n<section zh=\"5\"/>"
           "</section></section></section></section></report>",
      PE_ERROR_LIMIT_DEPTH, 2, 1 },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      pe_report_template *template = NULL;
      pe_error       *error = NULL;
      const pe_place *place;

      if (read_template (&template, cases[i].xml, &error) != cases[i].status)
        fail_msg ("%s: %s", cases[i].xml, pe_error_get_message (error, PE_LANGUAGE_EN));
      assert_null (template);
      place = pe_finding_get_place (pe_error_get_finding (error), 0);
      if (cases[i].line > 0)
        {
          assert_string_equal (pe_place_get_file (place), "form.xml");
          assert_int_equal (pe_place_get_line (place), cases[i].line);
          assert_int_equal (pe_place_get_column (place), cases[i].column);
        }
      pe_error_unref (error);
    }
}

/* What would be right is said in the language of who reads it. */
static void
test_remedy (void **state)
{
  (void) state;

  pe_report_template *template = NULL;
  pe_error *error = NULL;

  assert_int_equal (read_template (&template, ROOT "<p zh=\"{scor}\"/></report>", &error), PE_ERROR_VALUE_UNKNOWN);
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_ZH), "{scor}"));
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_ZH), "{score}"));
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_ZH), "带度量编号"));
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_EN), "with the id of a measure"));
  pe_error_unref (error);
}

static void
test_content (void **state)
{
  (void) state;

  pe_report_template *template = NULL;

  assert_int_equal (read_template (&template,
                                   ROOT "<section zh=\"a\"><narrative name=\"one\" zh=\"x\"/></section>"
                                        "<narrative name=\"two\" zh=\"x\" optional=\"yes\"/></report>",
                                   NULL),
                    PE_OK);
  assert_string_equal (pe_report_template_get_name (template, PE_LANGUAGE_ZH), "报告");
  assert_string_equal (pe_report_template_get_name (template, PE_LANGUAGE_EN), "Report");
  assert_int_equal (pe_report_template_get_n_narratives (template), 2);
  assert_string_equal (pe_report_template_get_narrative (template, 0), "one");
  assert_string_equal (pe_report_template_get_narrative (template, 1), "two");
  assert_null (pe_report_template_get_narrative (template, 2));
  assert_null (pe_report_template_get_name (NULL, PE_LANGUAGE_ZH));
  assert_int_equal (pe_report_template_get_n_narratives (NULL), 0);
  assert_ptr_equal (pe_report_template_ref (template), template);
  pe_report_template_unref (template);
  pe_report_template_unref (template);
  pe_report_template_unref (NULL);
}

static void
test_limits (void **state)
{
  (void) state;

  const char xml[] = ROOT "<page/><page/></report>";
  pe_report_template *template = NULL;
  pe_read_options options;
  pe_limits       limits;

  pe_limits_init (&limits, sizeof limits);
  pe_read_options_init (&options, sizeof options);
  options.limits = &limits;
  limits.items = 1;
  assert_int_equal (pe_report_template_from_xml (&template, xml, sizeof xml - 1, &options, NULL), PE_ERROR_LIMIT_ITEMS);
  limits.items = 2;
  limits.bytes = sizeof xml - 2;
  assert_int_equal (pe_report_template_from_xml (&template, xml, sizeof xml - 1, &options, NULL), PE_ERROR_LIMIT_BYTES);
  limits.bytes = sizeof xml - 1;
  assert_int_equal (pe_report_template_from_xml (&template, xml, sizeof xml - 1, &options, NULL), PE_OK);
  pe_report_template_unref (template);
  assert_int_equal (pe_report_template_from_xml (NULL, xml, 1, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
}

/* Every template that is installed can be read. */
static void
test_installed (void **state)
{
  (void) state;

  const char *source = getenv ("PERFEVAL_SOURCE");
  char       *directory = g_build_filename (source != NULL ? source : ".", "reports", NULL);
  GDir       *dir = g_dir_open (directory, 0, NULL);
  const char *name;
  size_t      n = 0;

  assert_non_null (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      pe_report_template *template = NULL;
      char *path = g_build_filename (directory, name, NULL), *xml = NULL;

      assert_true (g_file_get_contents (path, &xml, NULL, NULL));
      assert_int_equal (read_template (&template, xml, NULL), PE_OK);
      pe_report_template_unref (template);
      g_free (xml);
      g_free (path);
      n++;
    }
  assert_true (n > 0);
  g_dir_close (dir);
  g_free (directory);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_faults), cmocka_unit_test (test_remedy),    cmocka_unit_test (test_content),
    cmocka_unit_test (test_limits), cmocka_unit_test (test_installed),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
