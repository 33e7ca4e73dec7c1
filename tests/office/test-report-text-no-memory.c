/* test-report-text-no-memory.c - every allocation of the readers of report text, failing in turn
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

/* The allocator of the C library is replaced by one that fails from a chosen allocation on. A sanitizer has replaced it
 * already, and another C library does not offer these names: then the test says so and is skipped. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define CAN_FAIL 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define CAN_FAIL 0
#endif
#endif
#if !defined(CAN_FAIL)
#if defined(__GLIBC__)
#define CAN_FAIL 1
#else
#define CAN_FAIL 0
#endif
#endif

/* Allocations that succeed before the rest fails, and one more; -1: none fails. */
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

typedef pe_status attempt (pe_error **error);

#define MOST 2000

static void
skip_where_none_can_fail (void)
{
  if (!CAN_FAIL)
    {
      print_message ("skipped: this build does not let a test replace the allocator\n");
      skip ();
    }
}

/* Runs an attempt with 1, 2, 3 ... allocations until it comes out well. */
static void
fail_in_turn (attempt *run)
{
  int n;

  skip_where_none_can_fail ();
  /* What the C library loads once and for all is loaded now. */
  assert_int_equal (run (NULL), PE_OK);
  for (n = 1; n < MOST; n++)
    {
      pe_error *error = NULL;
      pe_status status;

      left = n;
      status = run (&error);
      left = -1;
      assert_int_equal (pe_error_get_status (error), status);
      pe_error_unref (error);
      if (status == PE_OK)
        break;
      assert_int_equal (status, PE_ERROR_NO_MEMORY);
    }
  assert_true (n > 1 && n < MOST);
}

static char  *bytes;
static size_t size;

static pe_status
read_docx (pe_error **error)
{
  pe_text  *text = NULL;
  pe_status status = pe_report_text_from_docx (&text, bytes, size, NULL, error);

  assert_int_equal (text != NULL, status == PE_OK);
  pe_text_unref (text);
  return status;
}

static pe_status
read_html (pe_error **error)
{
  static const char page[] = "<p>5 &lt; 6</p><table><tr><td>7</td><td>8</td></tr></table>";
  pe_text          *text = NULL;
  pe_status         status = pe_report_text_from_html (&text, page, sizeof page - 1, NULL, error);

  assert_int_equal (text != NULL, status == PE_OK);
  pe_text_unref (text);
  return status;
}

static void
test_docx (void **state)
{
  const part parts[]
      = { { "word/document.xml", "<w:document xmlns:w=\"w\"><w:p><w:t>5 6</w:t></w:p></w:document>", 0 } };

  (void) state;

  skip_where_none_can_fail ();
  bytes = archive_of (parts, G_N_ELEMENTS (parts), &size);
  fail_in_turn (read_docx);
  g_free (bytes);
}

static void
test_html (void **state)
{
  (void) state;

  fail_in_turn (read_html);
}

int
main (void)
{
  const struct CMUnitTest all[] = { cmocka_unit_test (test_docx), cmocka_unit_test (test_html) };

  return cmocka_run_group_tests (all, NULL, NULL);
}
