/* test-prose-no-memory.c - every allocation of the reader of prose, failing in turn
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

#include <glib.h>
#include <perfeval/prose.h>

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

/* Reads with 1, 2, 3 ... allocations until it comes out as it does with enough memory. Small allocations inside of GMP
 * and GLib abort (docs/memory.md): the text has none that need them. */
static void
fail_in_turn (const char *text, const pe_prose_options *options)
{
  int n;

  if (!CAN_FAIL)
    {
      print_message ("skipped: this build does not let a test replace the allocator\n");
      skip ();
    }
  for (n = 1; n < 5000; n++)
    {
      pe_prose *prose = NULL;
      pe_error *error = NULL;
      pe_status status;

      left = n;
      status = pe_prose_read (&prose, text, strlen (text), options, &error);
      left = -1;
      assert_int_equal (prose != NULL, status == PE_OK);
      assert_int_equal (pe_error_get_status (error), status);
      pe_prose_unref (prose);
      pe_error_unref (error);
      if (status == PE_OK)
        break;
      assert_int_equal (status, PE_ERROR_NO_MEMORY);
    }
  /* Nothing was made to fail if the first try came out right. */
  assert_true (n > 1 && n < 5000);
}

static void
test_read (void **state)
{
  (void) state;

  fail_in_turn ("全年收入200万元，其中：财政拨款120.5万元，占60.25%；事业收入79."
                "5万元。设科室2个，即甲科和乙科。等级为优，得99分。",
                NULL);
}

static void
test_extended (void **state)
{
  pe_prose_options options;
  pe_prose_pattern pattern;
  pe_prose_word    word;

  (void) state;

  pe_prose_options_init (&options, sizeof options);
  pe_prose_word_init (&word, sizeof word);
  pe_prose_pattern_init (&pattern, sizeof pattern);
  word.meaning = PE_PROSE_PARTS;
  word.text = "拆为";
  pattern.kind = PE_RELATION_RATE;
  pattern.name = "absence";
  pattern.result = "缺勤度";
  pattern.operands[0] = "缺席";
  pattern.operands[1] = "应到会";
  pattern.n_operands = 2;
  options.words = &word;
  options.n_words = 1;
  options.patterns = &pattern;
  options.n_patterns = 1;
  options.file = "report.txt";
  fail_in_turn ("应到会1500人，缺席60人，缺勤度4%。", &options);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_read), cmocka_unit_test (test_extended) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
