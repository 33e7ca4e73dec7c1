/* test-review-report.c - a review as text, JSON and SARIF
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

#include "documents.h"

typedef pe_status write_review (pe_text **out, const pe_review *review, const pe_review_report_options *options,
                                pe_error **error);

static write_review *const writers[] = { pe_review_to_text, pe_review_to_json, pe_review_to_sarif };

/* The published report's dossier; owned. */
static pe_review *
new_review (void)
{
  pe_rulebook *rulebook = rulebook_from_file ("rulebooks/guangdong-2023.json");
  pe_dossier  *dossier = dossier_from_file ("examples/data/zengcheng-2023.json");
  pe_review   *review = NULL;

  assert_int_equal (pe_review_new (&review, rulebook, dossier, NULL, NULL, NULL), PE_OK);
  pe_dossier_unref (dossier);
  pe_rulebook_unref (rulebook);
  return review;
}

static void
check_holds (write_review *writer, pe_language language, const char *part)
{
  pe_review               *review = new_review ();
  pe_review_report_options options;
  pe_text                 *text = NULL;

  pe_review_report_options_init (&options, sizeof options);
  options.language = language;
  options.file = "dossier.json";
  assert_int_equal (writer (&text, review, &options, NULL), PE_OK);
  if (strstr (pe_text_get_data (text), part) == NULL)
    fail_msg ("\"%s\" is not in:\n%s", part, pe_text_get_data (text));
  pe_text_unref (text);
  pe_review_unref (review);
}

static void
test_writers (void **state)
{
  (void) state;

  check_holds (pe_review_to_text, PE_LANGUAGE_ZH, "\nR-15  项目明细列全\n");
  check_holds (pe_review_to_text, PE_LANGUAGE_EN, "\nR-15  Projects are itemised\n");
  check_holds (pe_review_to_text, PE_LANGUAGE_EN, "R-27  Every project evaluated: a dossier is about");
  check_holds (pe_review_to_json, PE_LANGUAGE_EN, "\"state\": \"not_computed\"");
  check_holds (pe_review_to_json, PE_LANGUAGE_EN, "\"file\": \"dossier.json\"");
  check_holds (pe_review_to_sarif, PE_LANGUAGE_ZH, "\"language\": \"zh-CN\"");
  check_holds (pe_review_to_sarif, PE_LANGUAGE_EN, "\"fullyQualifiedName\": \"/budget/lines/0/lines/1/adjusted\"");
}

static void
refuse (write_review *writer, const pe_review *review, const pe_review_report_options *options, pe_status status)
{
  pe_text  *text = NULL;
  pe_error *error = NULL;

  assert_int_equal (writer (&text, review, options, &error), status);
  assert_null (text);
  assert_int_equal (pe_error_get_status (error), status);
  pe_error_unref (error);
}

static void
test_arguments (void **state)
{
  (void) state;

  pe_review               *review = new_review ();
  pe_review_report_options options;

  for (size_t i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      assert_int_equal (writers[i](NULL, review, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
      refuse (writers[i], NULL, NULL, PE_ERROR_INVALID_ARGUMENT);
      pe_review_report_options_init (&options, sizeof options);
      options.language = 9;
      refuse (writers[i], review, &options, PE_ERROR_INVALID_ARGUMENT);
      pe_review_report_options_init (&options, sizeof options);
      options.file = "\xff";
      refuse (writers[i], review, &options, PE_ERROR_INVALID_UTF8);
      options.struct_size = 0;
      refuse (writers[i], review, &options, PE_ERROR_INVALID_ARGUMENT);
    }
  pe_review_unref (review);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_writers), cmocka_unit_test (test_arguments) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
