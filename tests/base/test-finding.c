/* test-finding.c - what was noticed, and the list of it
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

#include "base/finding-private.h"

static pe_finding *
make (pe_status code, const pe_parameter_init *parameters, size_t n)
{
  const pe_finding_init init = { code, NULL, 0, parameters, n };
  pe_finding           *finding = NULL;

  assert_int_equal (pe_finding_new (&finding, &init), PE_OK);
  return finding;
}

static void
test_getters (void **state)
{
  (void) state;

  char                    what[] = "/budget/total", sum[] = "10.00";
  const pe_place          places[] = { PE_PLACE_WHAT (what), PE_PLACE_WHAT ("/budget/lines") };
  const pe_parameter_init parameters[] = { { "sum", sum }, { "total", "12.50" }, { "unit", "万元" } };
  const pe_finding_init   init = { PE_ERROR_SUM_MISMATCH, places, 2, parameters, 3 };
  pe_finding             *finding = NULL;

  assert_int_equal (pe_finding_new (&finding, &init), PE_OK);
  what[1] = sum[0] = 'x';
  assert_int_equal (pe_finding_get_code (finding), PE_ERROR_SUM_MISMATCH);
  assert_int_equal (pe_finding_get_severity (finding), PE_SEVERITY_ERROR);
  assert_int_equal (pe_finding_get_n_places (finding), 2);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (finding, 0)), "/budget/total");
  assert_string_equal (pe_place_get_what (pe_finding_get_place (finding, 1)), "/budget/lines");
  assert_int_equal (pe_finding_get_n_parameters (finding), 3);
  assert_string_equal (pe_finding_get_parameter_name (finding, 0), "sum");
  assert_string_equal (pe_finding_get_parameter_text (finding, 0), "10.00");
  assert_string_equal (pe_finding_get_parameter_name (finding, 2), "unit");
  assert_string_equal (pe_finding_get_parameter_text (finding, 2), "万元");
  assert_string_equal (
      pe_finding_get_message (finding, PE_LANGUAGE_EN),
      "the lines add up to 10.00 万元 and their total is 12.50 万元; expected the same amount, or lines "
      "not called complete");
  assert_string_equal (pe_finding_get_message (finding, PE_LANGUAGE_ZH),
                       "明细合计为 10.00 万元，总数为 12.50 万元；两者应相等，否则不应标为“完整”");
  assert_ptr_equal (pe_finding_get_message (finding, 0), pe_finding_get_message (finding, PE_LANGUAGE_EN));
  pe_finding_unref (finding);
}

static void
test_bounds (void **state)
{
  (void) state;

  pe_finding *finding = make (PE_NOTE_EMPTY_SLOT, NULL, 0);

  assert_int_equal (pe_finding_get_n_places (finding), 1);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (finding, 0)), "");
  assert_null (pe_finding_get_place (finding, 1));
  assert_null (pe_finding_get_place (finding, SIZE_MAX));
  assert_int_equal (pe_finding_get_n_parameters (finding), 0);
  assert_null (pe_finding_get_parameter_name (finding, 0));
  assert_null (pe_finding_get_parameter_text (finding, 0));
  pe_finding_unref (finding);

  assert_int_equal (pe_finding_get_code (NULL), PE_OK);
  assert_int_equal (pe_finding_get_severity (NULL), 0);
  assert_null (pe_finding_get_message (NULL, PE_LANGUAGE_ZH));
  assert_int_equal (pe_finding_get_n_places (NULL), 0);
  assert_null (pe_finding_get_place (NULL, 0));
  assert_int_equal (pe_finding_get_n_parameters (NULL), 0);
  assert_null (pe_finding_get_parameter_name (NULL, 0));
  assert_null (pe_finding_get_parameter_text (NULL, 0));
}

static void
test_severities (void **state)
{
  (void) state;

  const struct
  {
    pe_status   code;
    pe_severity severity;
  } rows[] = {
    { PE_ERROR_INVALID_ARGUMENT, PE_SEVERITY_ERROR }, { PE_ERROR_NOTHING_APPLICABLE, PE_SEVERITY_ERROR },
    { PE_WARNING_ABOVE_BUDGET, PE_SEVERITY_WARNING }, { PE_WARNING_TEXT_MISSING, PE_SEVERITY_WARNING },
    { PE_NOTE_DECLARED, PE_SEVERITY_NOTE },           { PE_NOTE_WITHDRAWN, PE_SEVERITY_NOTE },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      pe_finding *finding = make (rows[i].code, NULL, 0);

      assert_int_equal (pe_finding_get_severity (finding), rows[i].severity);
      pe_finding_unref (finding);
    }
}

static void
assert_shown (const char *given, const char *expected)
{
  const pe_parameter_init parameter = { "found", given };
  pe_finding             *finding = make (PE_ERROR_DATE_SYNTAX, &parameter, 1);

  assert_string_equal (pe_finding_get_parameter_text (finding, 0), expected);
  assert_non_null (strstr (pe_finding_get_message (finding, PE_LANGUAGE_ZH), expected));
  assert_null (strchr (pe_finding_get_message (finding, PE_LANGUAGE_EN), '\n'));
  pe_finding_unref (finding);
}

static void
test_controls_are_escaped (void **state)
{
  (void) state;

  assert_shown ("a\nb", "a\\u000Ab");
  assert_shown ("\x1b[31m\x7f", "\\u001B[31m\\u007F");
  assert_shown ("\xC2\x85", "\\u0085");                        /* NEL, a C1 control */
  assert_shown ("\xE2\x80\xA8\xE2\x80\xAE", "\\u2028\\u202E"); /* a line separator, a right-to-left override */
  assert_shown ("\xD8\x9C\xE2\x80\x8E\xE2\x80\x8F",
                "\\u061C\\u200E\\u200F"); /* the marks that say which way a text runs */
  assert_shown ("\xE2\x80\xA9\xE2\x81\xA6\xE2\x81\xA9", "\\u2029\\u2066\\u2069"); /* a paragraph separator, isolates */
  assert_shown ("\xEF\xBB\xBF"
                "1",
                "\\uFEFF1");
  assert_shown ("7\xFF", "7\\xFF");
  assert_shown ("\xD6\xD0", "\\xD6\\xD0"); /* 中 in GBK */
  assert_shown ("万元 😀", "万元 😀");
}

/* Exactly 64 characters stay, one more is cut, whatever their bytes. */
static void
test_cut (void **state)
{
  (void) state;

  char text[65 * 3 + 1] = "", expected[64 * 3 + 4] = "";

  for (int i = 0; i < 64; i++)
    strcat (text, "数");
  assert_shown (text, text);
  strcpy (expected, text);
  strcat (expected, "…");
  strcat (text, "字");
  assert_shown (text, expected);
}

static void
test_excerpt (void **state)
{
  (void) state;

  char out[PE_EXCERPT_SIZE], long_text[4 * 1000];

  assert_string_equal (pe_excerpt (out, "abcdef", 3), "abc");
  assert_string_equal (pe_excerpt (out, "a\0b", 3), "a\\u0000b");
  assert_string_equal (pe_excerpt (out, NULL, 0), "");
  assert_string_equal (pe_excerpt (out, "\xE4\xB8\xAD", 2), "\xE4\xB8");
  memset (long_text, 0, sizeof long_text);
  assert_int_equal (strlen (pe_excerpt (out, long_text, sizeof long_text)), 65 * 6);
  for (size_t i = 0; i < 1000; i++)
    memcpy (long_text + 4 * i, "\xF0\x9F\x98\x80", 4);
  assert_int_equal (strlen (pe_excerpt (out, long_text, sizeof long_text)), 65 * 4);
}

static void
test_too_many_parameters (void **state)
{
  (void) state;

  pe_parameter_init parameters[PE_PARAMETERS_MAX + 4];
  pe_finding       *finding;

  for (size_t i = 0; i < G_N_ELEMENTS (parameters); i++)
    parameters[i] = (pe_parameter_init) { "found", "x" };
  finding = make (PE_ERROR_DATE_SYNTAX, parameters, G_N_ELEMENTS (parameters));
  assert_int_equal (pe_finding_get_n_parameters (finding), PE_PARAMETERS_MAX);
  pe_finding_unref (finding);
}

static void
test_copy_elsewhere (void **state)
{
  (void) state;

  const pe_place          place = PE_PLACE_WHAT ("/there");
  const pe_parameter_init parameter = { "found", "\x01\x02" };
  pe_finding             *finding = make (PE_ERROR_DATE_SYNTAX, &parameter, 1), *copy = NULL;

  assert_int_equal (pe_finding_new_at (&copy, finding, &place), PE_OK);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (copy, 0)), "/there");
  assert_string_equal (pe_place_get_what (pe_finding_get_place (finding, 0)), "");
  assert_string_equal (pe_finding_get_parameter_text (copy, 0), "\\u0001\\u0002");
  assert_string_equal (pe_finding_get_message (copy, PE_LANGUAGE_ZH), pe_finding_get_message (finding, PE_LANGUAGE_ZH));
  pe_finding_unref (finding);
  pe_finding_unref (copy);
}

static void
test_copy_below (void **state)
{
  (void) state;

  const pe_place        places[] = { PE_PLACE_WHAT ("/budget/lines/0/executed"), PE_PLACE_WHAT ("") };
  const pe_finding_init init = { PE_ERROR_SUM_MISMATCH, places, 2, NULL, 0 };
  pe_finding           *finding = NULL, *copy = NULL;

  assert_int_equal (pe_finding_new (&finding, &init), PE_OK);
  assert_int_equal (pe_finding_new_below (&copy, finding, "/prior"), PE_OK);
  assert_int_equal (pe_finding_get_n_places (copy), 2);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (copy, 0)), "/prior/budget/lines/0/executed");
  assert_string_equal (pe_place_get_what (pe_finding_get_place (copy, 1)), "/prior");
  pe_finding_unref (finding);
  pe_finding_unref (copy);
}

static void
test_list (void **state)
{
  (void) state;

  pe_findings *findings = pe_findings_new ();
  pe_finding  *finding = make (PE_WARNING_RULEBOOK_STATUS, NULL, 0);

  assert_non_null (findings);
  assert_int_equal (pe_vector_push (&findings->list, &finding), PE_OK);
  findings->counts[PE_SEVERITY_WARNING - 1] = 7;
  assert_int_equal (pe_findings_get_size (findings), 1);
  assert_ptr_equal (pe_findings_get (findings, 0), finding);
  assert_null (pe_findings_get (findings, 1));
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_WARNING), 7);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_NOTE), 0);
  assert_int_equal (pe_findings_get_count (findings, 0), 0);
  assert_int_equal (pe_findings_get_count (findings, 4), 0);
  assert_int_equal (pe_findings_get_count (findings, INT32_MIN), 0);
  assert_ptr_equal (pe_findings_ref (findings), findings);
  pe_findings_unref (findings);
  pe_findings_unref (findings);
}

static void
test_list_null (void **state)
{
  (void) state;

  assert_int_equal (pe_findings_get_size (NULL), 0);
  assert_int_equal (pe_findings_get_count (NULL, PE_SEVERITY_ERROR), 0);
  assert_null (pe_findings_get (NULL, 0));
  assert_null (pe_findings_ref (NULL));
  pe_findings_unref (NULL);
  pe_finding_unref (NULL);
}

static void
test_immortals (void **state)
{
  (void) state;

  pe_findings *empty = pe_findings_get_empty (), *no_memory = pe_findings_get_no_memory ();

  for (int i = 0; i < 3; i++)
    {
      pe_findings_unref (empty);
      pe_findings_unref (no_memory);
      pe_finding_unref ((pe_finding *) &pe_finding_no_memory);
    }
  assert_ptr_equal (pe_findings_ref (empty), empty);
  assert_int_equal (pe_findings_get_size (empty), 0);
  assert_int_equal (pe_findings_get_size (no_memory), 1);
  assert_int_equal (pe_findings_get_count (no_memory, PE_SEVERITY_ERROR), 1);
  assert_int_equal (pe_finding_get_code (pe_findings_get (no_memory, 0)), PE_ERROR_NO_MEMORY);
  assert_int_equal (pe_finding_get_n_places (&pe_finding_no_memory), 1);
  assert_non_null (strstr (pe_finding_get_message (&pe_finding_no_memory, PE_LANGUAGE_ZH), "内存不足"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_getters),
    cmocka_unit_test (test_bounds),
    cmocka_unit_test (test_severities),
    cmocka_unit_test (test_controls_are_escaped),
    cmocka_unit_test (test_cut),
    cmocka_unit_test (test_excerpt),
    cmocka_unit_test (test_too_many_parameters),
    cmocka_unit_test (test_copy_elsewhere),
    cmocka_unit_test (test_copy_below),
    cmocka_unit_test (test_list),
    cmocka_unit_test (test_list_null),
    cmocka_unit_test (test_immortals),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
