/* test-no-memory.c - every allocation of this room, failing in turn
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
/* For RTLD_NEXT. */
#define _GNU_SOURCE

#include "scheme.h"

#include <dlfcn.h>
#include <stdio.h>

#include <perfeval/rulebook_measure.h>

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

/* GLib ends the program when the few bytes that it needs here are not there (docs/memory.md): they always are. */
void
g_checksum_get_digest (GChecksum *checksum, guint8 *buffer, gsize *digest_len)
{
  const int saved = left;
  void     *symbol;
  void (*get_digest) (GChecksum *, guint8 *, gsize *);

  left = -1;
  symbol = dlsym (RTLD_NEXT, "g_checksum_get_digest");
  memcpy (&get_digest, &symbol, sizeof get_digest);
  get_digest (checksum, buffer, digest_len);
  left = saved;
}
#endif

typedef pe_status attempt (pe_error **error);

static void
skip_where_none_can_fail (void)
{
  if (CAN_FAIL)
    return;
  puts ("skipped: this build does not let a test replace the allocator");
  skip ();
}

/* Runs an attempt with 1, 2 ... allocations until it comes out as it does with enough memory; before that it has to
 * answer that memory ran out, each time, with the error that needs none. */
static void
fail_in_turn (attempt *run, pe_status expected)
{
  pe_error *warm_up = NULL;
  int       n;

  /* What GLib allocates once and for all it may allocate now. */
  assert_int_equal (run (&warm_up), expected);
  pe_error_unref (warm_up);
  for (n = 1; n < 1000; n++)
    {
      pe_error *error = NULL;
      pe_status status;

      left = n;
      status = run (&error);
      left = -1;
      assert_int_equal (pe_error_get_status (error), status);
      pe_error_unref (error);
      if (status == expected)
        break;
      assert_int_equal (status, PE_ERROR_NO_MEMORY);
    }
  /* One allocation would mean that nothing was made to fail. */
  assert_true (n > 1 && n < 1000);
}

/* Prepared with enough memory. */
static pe_rule *prepared;

static pe_status
add_records (pe_rule_builder *builder, pe_error **error)
{
  pe_band   bands[2];
  pe_status status = PE_OK;

  for (size_t i = 0; i < 2; i++)
    {
      pe_band_init (&bands[i], sizeof bands[i]);
      bands[i].id = i == 0 ? "a" : "b";
      bands[i].name_zh = "档";
      bands[i].name_en = "band";
      bands[i].low_end = bands[i].high_end = PE_END_CLOSED;
      bands[i].high.coefficient = 1;
    }
  status = pe_rule_builder_add_bands (builder, bands, 2, error);
  if (status == PE_OK)
    status = pe_rule_builder_set_policy (builder, PE_STATE_TEXT, PE_POLICY_ZERO, error);
  return status;
}

static pe_status
make_graded (pe_error **error)
{
  pe_rule_builder *builder = NULL;
  pe_rule         *rule = NULL;
  pe_status        status = pe_rule_builder_new (&builder, "graded", 1, error);

  if (status == PE_OK)
    status = add_records (builder, error);
  if (status == PE_OK)
    status = pe_rule_builder_build (&rule, builder, NULL, error);
  left = -1;
  assert_int_equal (rule != NULL, status == PE_OK);
  pe_rule_unref (rule);
  pe_rule_builder_free (builder);
  return status;
}

static pe_status
refuse_steps (pe_error **error)
{
  pe_rule_builder *builder = NULL;
  pe_rule         *rule = NULL;
  pe_findings     *findings = NULL;
  pe_step          steps[2];
  pe_status        status = pe_rule_builder_new (&builder, "steps", 1, error);

  for (size_t i = 0; i < 2; i++)
    {
      pe_step_init (&steps[i], sizeof steps[i]);
      steps[i].lower_end = i == 0 ? PE_END_UNBOUNDED : PE_END_CLOSED;
      steps[i].upper_end = i == 0 ? PE_END_CLOSED : PE_END_UNBOUNDED;
    }
  if (status == PE_OK)
    status = pe_rule_builder_bind_fact (builder, "value", "x", error);
  if (status == PE_OK)
    status = pe_rule_builder_add_steps (builder, steps, 2, error);
  if (status == PE_OK)
    status = pe_rule_builder_build (&rule, builder, &findings, error);
  left = -1;
  assert_null (rule);
  pe_findings_unref (findings);
  pe_rule_builder_free (builder);
  return status;
}

static pe_status
score_line (pe_error **error)
{
  const pe_decimal marks = { 10, 0, 0 };
  pe_fact          facts[2];
  pe_ratio        *points = NULL;
  pe_status        status;

  for (size_t i = 0; i < 2; i++)
    {
      pe_fact_init (&facts[i], sizeof facts[i]);
      facts[i].name = i == 0 ? "actual" : "target";
      facts[i].figure.state = PE_STATE_VALUE;
      facts[i].figure.value.coefficient = 3;
    }
  status = pe_rule_score (&points, prepared, &marks, facts, 2, NULL, error);
  left = -1;
  assert_int_equal (points != NULL, status == PE_OK);
  pe_ratio_unref (points);
  return status;
}

static pe_status
miss_fact (pe_error **error)
{
  const pe_decimal marks = { 10, 0, 0 };
  pe_ratio        *points = NULL;
  pe_status        status = pe_rule_score (&points, prepared, &marks, NULL, 0, NULL, error);

  left = -1;
  assert_null (points);
  return status;
}

static pe_status
fill_rulebook (pe_rulebook_builder *builder, int64_t marks, pe_error **error)
{
  pe_rulebook_head     head;
  pe_rounding_contract contract;
  pe_indicator         indicators[2];
  pe_grade             grade;
  pe_status            status;

  pe_rulebook_head_init (&head, sizeof head);
  head.id = head.edition = "x";
  head.title_zh = "名";
  head.kind = PE_KIND_PROJECT;
  head.status = PE_RULEBOOK_SAMPLE;
  head.first_year = head.last_year = 2023;
  head.full_marks.coefficient = marks;
  pe_rounding_contract_init (&contract, sizeof contract);
  contract.rank_on = PE_RANK_ON_EXACT;
  for (size_t i = 0; i < 2; i++)
    {
      pe_indicator_init (&indicators[i], sizeof indicators[i]);
      indicators[i].parent = (uint32_t) i;
      indicators[i].code = i == 0 ? "1" : "1.1";
      indicators[i].name_zh = "指标";
      indicators[i].full_marks.coefficient = 10;
      indicators[i].rule = i == 0 ? NULL : prepared;
    }
  pe_grade_init (&grade, sizeof grade);
  grade.id = "a";
  grade.name_zh = "级";
  status = pe_rulebook_builder_set_head (builder, &head, error);
  if (status == PE_OK)
    status = pe_rulebook_builder_set_rounding (builder, &contract, error);
  if (status == PE_OK)
    status = pe_rulebook_builder_set_policy (builder, PE_STATE_ZERO_DENOMINATOR, PE_POLICY_FULL, error);
  if (status == PE_OK)
    status = pe_rulebook_builder_add_indicators (builder, indicators, 2, error);
  return status == PE_OK ? pe_rulebook_builder_add_grades (builder, &grade, 1, error) : status;
}

static pe_status
try_rulebook (int64_t marks, pe_error **error)
{
  pe_rulebook_builder *builder = NULL;
  pe_rulebook         *rulebook = NULL;
  pe_findings         *findings = NULL;
  pe_status            status = pe_rulebook_builder_new (&builder, NULL, error);

  if (status == PE_OK)
    status = fill_rulebook (builder, marks, error);
  if (status == PE_OK)
    status = pe_rulebook_builder_build (&rulebook, builder, &findings, error);
  left = -1;
  assert_int_equal (rulebook != NULL, status == PE_OK);
  pe_findings_unref (findings);
  pe_rulebook_unref (rulebook);
  pe_rulebook_builder_free (builder);
  return status;
}

static pe_status
make_rulebook (pe_error **error)
{
  return try_rulebook (10, error);
}

static pe_status
refuse_marks (pe_error **error)
{
  return try_rulebook (11, error);
}

static pe_status
make_measure (pe_error **error)
{
  static const char *const columns[] = { "register.projects.signed", "register.projects.amount" };
  const pe_fact_type       types[] = { PE_FACT_DATE, PE_FACT_NUMBER };
  pe_rulebook_measure_spec spec;
  pe_rulebook_measure     *measure = NULL;
  pe_status                status;

  pe_rulebook_measure_spec_init (&spec, sizeof spec);
  spec.id = "measure.a";
  spec.name_zh = "度量";
  spec.name_en = "a measure";
  spec.source = "report";
  spec.formula = "sum(register.projects[signed != null].amount)";
  spec.columns = columns;
  spec.types = types;
  spec.n_columns = G_N_ELEMENTS (columns);
  status = pe_rulebook_measure_new (&measure, &spec, error);
  left = -1;
  assert_int_equal (measure != NULL, status == PE_OK);
  pe_rulebook_measure_unref (measure);
  return status;
}

static void
test_measures (void **state)
{
  (void) state;
  skip_where_none_can_fail ();
  fail_in_turn (make_measure, PE_OK);
}

static void
test_rules (void **state)
{
  (void) state;
  skip_where_none_can_fail ();
  fail_in_turn (make_graded, PE_OK);
  fail_in_turn (refuse_steps, PE_ERROR_STEPS_OVERLAP);
}

static void
test_scores (void **state)
{
  pe_rule_builder *builder;

  (void) state;
  skip_where_none_can_fail ();
  builder = begin ("capped_ratio");
  bind (builder, "actual", "actual");
  bind (builder, "target", "target");
  prepared = build (builder);
  fail_in_turn (score_line, PE_OK);
  fail_in_turn (miss_fact, PE_ERROR_FIGURE_MISSING);
  g_clear_pointer (&prepared, pe_rule_unref);
}

static void
test_rulebooks (void **state)
{
  pe_rule_builder *builder;

  (void) state;
  skip_where_none_can_fail ();
  builder = begin ("capped_ratio");
  bind (builder, "actual", "actual");
  bind (builder, "target", "target");
  prepared = build (builder);
  fail_in_turn (make_rulebook, PE_OK);
  fail_in_turn (refuse_marks, PE_ERROR_MARKS_MISMATCH);
  g_clear_pointer (&prepared, pe_rule_unref);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_rules),
    cmocka_unit_test (test_scores),
    cmocka_unit_test (test_rulebooks),
    cmocka_unit_test (test_measures),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
