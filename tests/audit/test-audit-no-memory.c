/* test-audit-no-memory.c - every allocation of an audit, failing in turn
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "report.h"

#include <stdio.h>
#include <string.h>

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
/* Whether one allocation fails alone; else all that follow fail too. */
static gboolean is_alone;

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
  if (left != 0)
    return TRUE;
  if (is_alone)
    left = -1;
  return FALSE;
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

/* More than any call of these tests needs. */
#define MOST_ALLOCATIONS 20000
/* More than a relation holds without an allocation. */
#define MANY 20

static report whole;

typedef pe_status attempt (size_t argument, pe_error **error);

/* Runs an attempt with 0, 1, 2 ... allocations until it comes out as it does with enough memory; before that it has to
 * answer that memory ran out, each time. Answers how often it did. */
static int
fail_in_turn (attempt *run, size_t argument, pe_status expected)
{
  for (int n = 1; n < MOST_ALLOCATIONS; n++)
    {
      pe_error *error = NULL;
      pe_status status;

      left = n;
      status = run (argument, &error);
      left = -1;
      assert_int_equal (pe_error_get_status (error), status);
      pe_error_unref (error);
      if (status == expected)
        return n - 1;
      assert_int_equal (status, PE_ERROR_NO_MEMORY);
    }
  fail_msg ("it never had enough");
  return 0;
}

/* Relations of every way through: repairs, a fault upstream, two names, sums that are long, grades with bands. */
static void
fill_report (report *self)
{
  uint32_t parts[MANY], total, half, share;

  total = report_claim_as (self, "1,200万元", 0, "总支出");
  half = report_claim_as (self, "700万元", 0, "其中");
  share = report_claim (self, "68.63%");
  report_add (self, PE_RELATION_SUM, 0, 0, (uint32_t[]) { half, report_claim (self, "320万元") }, 2, total);
  report_add (self, PE_RELATION_SHARE, 0, 0, (uint32_t[]) { half, total }, 2, share);
  report_add (self, PE_RELATION_COUNTERPART, 0, 0,
              (uint32_t[]) { half, report_claim_as (self, "1,200万元", 0, "总收入") }, 2, PE_NO_CLAIM);
  report_relate (self, PE_RELATION_GRADE, 0, "88.64", "优");
  report_relate (self, PE_RELATION_RATE, 0, "2,149.56万元 2,155.61万元", "99.71%");
  report_relate (self, PE_RELATION_PRODUCT, 0, "40个 50亩", "2000亩");
  report_relate (self, PE_RELATION_SUM, PE_FORM_PARTIAL, "1.5万元", "3万元");
  report_relate (self, PE_RELATION_RATE, 0, "5万元 0万元", "3%");
  report_claim (self, "7,00.0,77");
  for (size_t i = 0; i < MANY; i++)
    parts[i] = report_claim (self, "10个");
  report_add (self, PE_RELATION_COUNT, 0, 0, parts, MANY, report_claim (self, "201个"));
}

static pe_status
build_once (size_t argument, pe_error **error)
{
  pe_audit *audit = NULL;
  pe_status status = pe_audit_builder_build (&audit, whole.builder, error);

  (void) argument;
  left = -1;
  assert_int_equal (audit != NULL, status == PE_OK);
  if (audit != NULL)
    {
      const pe_findings *found = pe_audit_get_findings (audit), *expected = pe_audit_get_findings (whole.audit);

      assert_int_equal (pe_findings_get_size (found), pe_findings_get_size (expected));
      for (size_t i = 0; i < pe_findings_get_size (found); i++)
        assert_string_equal (pe_finding_get_message (pe_findings_get (found, i), PE_LANGUAGE_ZH),
                             pe_finding_get_message (pe_findings_get (expected, i), PE_LANGUAGE_ZH));
    }
  pe_audit_unref (audit);
  return status;
}

static pe_status
start_from (size_t argument, pe_error **error)
{
  pe_audit_builder *builder = NULL;
  pe_status         status = pe_audit_builder_new (&builder, whole.audit, NULL, error);

  (void) argument;
  left = -1;
  assert_int_equal (builder != NULL, status == PE_OK);
  pe_audit_builder_free (builder);
  return status;
}

/* What fails to be added leaves the builder as it was. */
static pe_status
add_once (size_t argument, pe_error **error)
{
  pe_audit_band bands[2];
  pe_claim      claims[3];
  pe_relation   relation;
  uint32_t      operand = 0;
  pe_status     status;

  for (size_t i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      pe_claim_init (&claims[i], sizeof claims[i]);
      claims[i].text = "5万元";
      claims[i].name = claims[i].unit = claims[i].path = claims[i].file = claims[i].cell = "一段较长的名称";
    }
  for (size_t i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      pe_audit_band_init (&bands[i], sizeof bands[i]);
      bands[i].name = i == 0 ? "好" : "差";
      bands[i].at_least.coefficient = i == 0 ? 60 : 0;
    }
  pe_relation_init (&relation, sizeof relation);
  relation.kind = PE_RELATION_GRADE;
  relation.operands = &operand;
  relation.n_operands = 1;
  relation.bands = bands;
  relation.n_bands = 2;
  relation.name = relation.reading_zh = relation.reading_en = relation.file = "说明";
  status = argument == 0 ? pe_audit_builder_add_claims (whole.builder, claims, G_N_ELEMENTS (claims), NULL, error)
                         : pe_audit_builder_add_relations (whole.builder, &relation, 1, error);
  left = -1;
  return status;
}

static pe_status
print_once (size_t argument, pe_error **error)
{
  pe_text  *text = NULL;
  pe_status status = pe_audit_print_verdict (
      &text, whole.audit, argument / 2, argument % 2 == 0 ? PE_LANGUAGE_ZH : PE_LANGUAGE_EN, error);

  left = -1;
  assert_int_equal (text != NULL, status == PE_OK);
  pe_text_unref (text);
  return status;
}

static pe_status
compute_once (size_t argument, pe_error **error)
{
  pe_ratio   *exact = NULL;
  pe_interval range;
  pe_status   status = pe_audit_compute_exact (&exact, whole.audit, argument, error);

  pe_interval_init (&range, sizeof range);
  if (status == PE_OK)
    status = pe_audit_compute_range (&range, whole.audit, argument, error);
  left = -1;
  pe_ratio_unref (exact);
  pe_interval_clear (&range);
  return status;
}

static pe_status
infer_once (size_t argument, pe_error **error)
{
  const pe_decimal lost = { 28, 2, 0 }, bought = { 18761, 2, 0 }, reserved = { 25883, 2, 0 };
  pe_interval      weights;
  pe_status        status;

  (void) argument;
  pe_interval_init (&weights, sizeof weights);
  status = pe_infer_weight (&weights, &lost, &bought, &reserved, 2, PE_MODE_HALF_UP, error);
  left = -1;
  pe_interval_clear (&weights);
  return status;
}

static int
set_up (void **state)
{
  (void) state;
  report_init (&whole);
  fill_report (&whole);
  report_build (&whole);
  return 0;
}

static int
tear_down (void **state)
{
  (void) state;
  report_clear (&whole);
  return 0;
}

static void
skip_unless_it_can_fail (void)
{
  if (CAN_FAIL)
    return;
  puts ("skipped: this build does not let a test replace the allocator");
  skip ();
}

/* Each of n allocations fails, and those after it do not: nothing may take what is not there for what is. */
static void
fail_alone (attempt *run, size_t argument, int n)
{
  is_alone = TRUE;
  for (int i = 1; i <= n; i++)
    {
      pe_error *error = NULL;
      pe_status status;

      left = i;
      status = run (argument, &error);
      left = -1;
      assert_int_equal (pe_error_get_status (error), status);
      assert_true (status == PE_OK || status == PE_ERROR_NO_MEMORY);
      pe_error_unref (error);
    }
  is_alone = FALSE;
}

static void
test_building (void **state)
{
  int n;

  (void) state;
  skip_unless_it_can_fail ();
  n = fail_in_turn (build_once, 0, PE_OK);
  printf ("an audit was refused its %d allocations in turn\n", n);
  assert_true (n > 100);
  fail_alone (build_once, 0, n);
  n = fail_in_turn (start_from, 0, PE_OK);
  assert_true (n > 10);
  fail_alone (start_from, 0, n);
}

static void
test_printing (void **state)
{
  const size_t n = pe_audit_get_n_relations (whole.audit);

  (void) state;
  skip_unless_it_can_fail ();
  for (size_t i = 0; i < 2 * n; i++)
    assert_true (fail_in_turn (print_once, i, PE_OK) > 0);
  for (size_t i = 0; i < n; i++)
    (void) fail_in_turn (compute_once, i, PE_OK);
  assert_true (fail_in_turn (infer_once, 0, PE_OK) > 0);
}

static void
test_adding (void **state)
{
  pe_audit *audit = NULL;

  (void) state;
  skip_unless_it_can_fail ();
  /* The last time of these each is added; what fails alone adds nothing. */
  fail_alone (add_once, 0, fail_in_turn (add_once, 0, PE_OK));
  fail_alone (add_once, 1, fail_in_turn (add_once, 1, PE_OK));
  assert_int_equal (pe_audit_builder_build (&audit, whole.builder, NULL), PE_OK);
  assert_int_equal (pe_audit_get_n_claims (audit), pe_audit_get_n_claims (whole.audit) + 3);
  assert_int_equal (pe_audit_get_n_relations (audit), pe_audit_get_n_relations (whole.audit) + 1);
  pe_audit_unref (audit);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_building),
    cmocka_unit_test (test_printing),
    cmocka_unit_test (test_adding),
  };

  return cmocka_run_group_tests (tests, set_up, tear_down);
}
