/* test-report-no-memory.c - every allocation of what shows an audit or a review, failing in turn
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "reported.h"

#include "documents.h"

#include <stdio.h>

/* The allocator of the C library is replaced by one that fails from a chosen allocation on. A sanitizer has replaced it
 * already, and another C library does not offer these names: then the test says so and is skipped. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__GLIBC__)
#define CAN_FAIL 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define CAN_FAIL 0
#endif
#endif
#if !defined(CAN_FAIL)
#define CAN_FAIL 1
#endif

/* Allocations that succeed before the rest fails; -1: none fails. */
static int left = -1;

#if CAN_FAIL
extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *data, size_t size);

void *malloc (size_t size);
void *calloc (size_t n, size_t size);
void *realloc (void *data, size_t size);

static gboolean
may_allocate (void)
{
  if (left > 0)
    left--;
  return left != 0;
}

void *
malloc (size_t size)
{
  return may_allocate () ? __libc_malloc (size) : NULL;
}

void *
calloc (size_t n, size_t size)
{
  return may_allocate () ? __libc_calloc (n, size) : NULL;
}

void *
realloc (void *data, size_t size)
{
  return may_allocate () ? __libc_realloc (data, size) : NULL;
}
#endif

#define MOST_ALLOCATIONS 20000

typedef pe_status show_function (pe_text **out, const void *shown, pe_error **error);

static pe_status
show_text (pe_text **out, const void *shown, pe_error **error)
{
  const pe_audit_report_options options = reported_options (PE_LANGUAGE_ZH);

  return pe_audit_to_text (out, shown, &options, error);
}

static pe_status
show_json (pe_text **out, const void *shown, pe_error **error)
{
  const pe_audit_report_options options = reported_options (PE_LANGUAGE_ZH);

  return pe_audit_to_json (out, shown, &options, error);
}

static pe_status
show_sarif (pe_text **out, const void *shown, pe_error **error)
{
  const pe_audit_report_options options = reported_options (PE_LANGUAGE_ZH);

  return pe_audit_to_sarif (out, shown, &options, error);
}

static pe_status
show_html (pe_text **out, const void *shown, pe_error **error)
{
  const pe_audit_report_options options = reported_options (PE_LANGUAGE_ZH);

  return pe_audit_to_html (out, shown, &options, error);
}

static pe_status
show_review_text (pe_text **out, const void *shown, pe_error **error)
{
  return pe_review_to_text (out, shown, NULL, error);
}

static pe_status
show_review_json (pe_text **out, const void *shown, pe_error **error)
{
  return pe_review_to_json (out, shown, NULL, error);
}

static pe_status
show_review_sarif (pe_text **out, const void *shown, pe_error **error)
{
  return pe_review_to_sarif (out, shown, NULL, error);
}

static void
fail_each (show_function *show, const void *shown)
{
  pe_text  *text = NULL;
  pe_status status = PE_ERROR_NO_MEMORY;

  for (int n = 1; status != PE_OK && n < MOST_ALLOCATIONS; n++)
    {
      pe_error *error = NULL;

      left = n;
      status = show (&text, shown, &error);
      left = -1;
      if (status != PE_OK)
        {
          assert_int_equal (status, PE_ERROR_NO_MEMORY);
          assert_null (text);
          assert_int_equal (pe_error_get_status (error), PE_ERROR_NO_MEMORY);
          pe_error_unref (error);
        }
    }
  assert_int_equal (status, PE_OK);
  pe_text_unref (text);
}

static void
test_audit (void **state)
{
  (void) state;

  pe_audit *audit = reported_audit ();

  fail_each (show_text, audit);
  fail_each (show_json, audit);
  fail_each (show_sarif, audit);
  fail_each (show_html, audit);
  pe_audit_unref (audit);
}

static void
test_review (void **state)
{
  (void) state;

  pe_rulebook *rulebook = rulebook_from_file ("rulebooks/guangdong-2023.json");
  pe_dossier  *dossier = dossier_from_file ("examples/data/zengcheng-2023.json");
  pe_review   *review = NULL;

  assert_int_equal (pe_review_new (&review, rulebook, dossier, NULL, NULL, NULL), PE_OK);
  fail_each (show_review_text, review);
  fail_each (show_review_json, review);
  fail_each (show_review_sarif, review);
  pe_review_unref (review);
  pe_dossier_unref (dossier);
  pe_rulebook_unref (rulebook);
}

int
main (void)
{
  if (!CAN_FAIL)
    {
      print_message ("SKIPPED: allocations cannot be made to fail here\n");
      return 0;
    }

  const struct CMUnitTest tests[] = { cmocka_unit_test (test_audit), cmocka_unit_test (test_review) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
