/* test-lint-cases.c - a rulebook looked over, with its cases
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
#include <perfeval/perfeval.h>
#include <string.h>

#include "scarce.h"

/* One leaf of ten points for contracts published within two working days, and a case with one of two: signed on Friday,
 * 2022-06-10, the one published on Tuesday, two working days later, the other one on Wednesday. total: of the case. */
static pe_rulebook *
read_rulebook (const char *total)
{
  char *text = g_strdup_printf (
      "{\"format\":\"perfeval-rulebook/1\",\"id\":\"days\",\"edition\":\"1\",\"title\":{\"zh\":\"表\",\"en\":\"t\"},"
      "\"kind\":\"department\",\"fiscal_years\":{\"first\":2022,\"last\":2022},\"status\":\"sample\","
      "\"full_marks\":\"10\",\"rounding\":{\"rate\":{\"places\":2,\"mode\":\"half_up\"},"
      "\"leaf\":{\"places\":2,\"mode\":\"half_up\"},\"subtotal\":null,\"total\":null,\"rank_on\":\"rounded\"},"
      "\"indicators\":[{\"code\":\"1\",\"name\":{\"zh\":\"项\",\"en\":\"i\"},\"full_marks\":\"10\","
      "\"declared\":\"never\",\"rule\":{\"shape\":\"capped_ratio/1\",\"actual\":{\"measure\":"
      "\"procurement.publication_in_time\"},\"policies\":{\"zero_denominator\":\"error\"}}}],"
      "\"cases\":[{\"name\":{\"zh\":\"例\",\"en\":\"c\"},\"dossier\":{\"procurement\":{\"records\":["
      "{\"name\":\"a\",\"contract\":\"1元\",\"signing\":\"2022-06-10\",\"publication\":\"2022-06-14\"},"
      "{\"name\":\"b\",\"contract\":\"1元\",\"signing\":\"2022-06-10\",\"publication\":\"2022-06-15\"}]}},"
      "\"expect\":{\"total\":\"%s\"}}]}",
      total);
  pe_rulebook *out = NULL;
  pe_error    *error = NULL;

  if (pe_rulebook_from_json (&out, text, strlen (text), NULL, NULL, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  g_free (text);
  return out;
}

/* Without holidays. */
static pe_calendar *
make_calendar (void)
{
  pe_calendar_spec spec;
  pe_calendar     *out = NULL;

  pe_calendar_spec_init (&spec, sizeof spec);
  spec.first_year = spec.last_year = 2022;
  assert_int_equal (pe_calendar_new (&out, &spec, NULL), PE_OK);
  return out;
}

typedef struct lint_run
{
  pe_rulebook           *rulebook;
  const pe_lint_options *options; /* nullable */
} lint_run;

static pe_status
lint_once (const void *argument, pe_text **out, pe_error **error)
{
  const lint_run *self = argument;
  pe_findings    *findings = NULL;
  pe_status       status = pe_rulebook_lint (&findings, self->rulebook, self->options, error);

  scarce_end ();
  assert_int_equal (findings != NULL, status == PE_OK);
  if (findings != NULL)
    assert_int_equal (pe_findings_to_json (out, findings, NULL), PE_OK);
  pe_findings_unref (findings);
  return status;
}

/* The errors of a rulebook whose case expects a total, a blank behind each. */
static void
assert_errors (const char *total, const pe_calendar *calendar, const char *expected)
{
  pe_rulebook    *rulebook = read_rulebook (total);
  pe_findings    *findings = NULL;
  GString        *found = g_string_new (NULL);
  pe_lint_options options;
  lint_run        again = { rulebook, &options };

  pe_lint_options_init (&options, sizeof options);
  options.calendar = calendar;
  assert_int_equal (pe_rulebook_lint (&findings, rulebook, calendar != NULL ? &options : NULL, NULL), PE_OK);
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    if (pe_finding_get_severity (pe_findings_get (findings, i)) == PE_SEVERITY_ERROR)
      g_string_append_printf (found, "%s ", pe_status_name (pe_finding_get_code (pe_findings_get (findings, i))));
  assert_string_equal (found->str, expected);
  pe_findings_unref (findings);
  (void) scarce_walk (lint_once, &again, PE_OK);
  g_string_free (found, TRUE);
  pe_rulebook_unref (rulebook);
}

static void
test_cases (void **state)
{
  pe_calendar *calendar = make_calendar ();

  (void) state;
  assert_errors ("5", calendar, "");
  assert_errors ("10", calendar, "PE_ERROR_CASE_FAILED ");
  assert_errors ("5", NULL, "PE_ERROR_CASE_FAILED PE_ERROR_CALENDAR_MISSING ");
  pe_calendar_unref (calendar);
}

/* What an old program did not know of: it has no calendar. */
static void
test_older (void **state)
{
  pe_rulebook    *rulebook = read_rulebook ("5");
  pe_findings    *findings = NULL;
  pe_lint_options options;

  (void) state;
  pe_lint_options_init (&options, offsetof (pe_lint_options, calendar));
  options.calendar = (const pe_calendar *) (const void *) &options;
  assert_int_equal (pe_rulebook_lint (&findings, rulebook, &options, NULL), PE_OK);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 2);
  pe_findings_unref (findings);
  pe_rulebook_unref (rulebook);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_cases),
    cmocka_unit_test (test_older),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
