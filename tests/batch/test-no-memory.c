/* test-no-memory.c - every allocation of a plan, a run, a summary, an evaluator and record batches, failing in turn
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "pairs.h"
#include "record-batch.h"

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

#if CAN_FAIL
/* Allocations that were not freed. */
static int64_t alive;

extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *data, size_t size);
extern void  __libc_free (void *data);

void *malloc (size_t size);
void *calloc (size_t n, size_t size);
void *realloc (void *data, size_t size);
void  free (void *data);

static gboolean
may_allocate (void)
{
  if (left > 0)
    left--;
  return left != 0;
}

static void *
count (void *data)
{
  alive += data != NULL;
  return data;
}

void *
malloc (size_t size)
{
  return may_allocate () ? count (__libc_malloc (size)) : NULL;
}

void *
calloc (size_t n, size_t size)
{
  return may_allocate () ? count (__libc_calloc (n, size)) : NULL;
}

void *
realloc (void *data, size_t size)
{
  if (data != NULL && size > 0)
    return may_allocate () ? __libc_realloc (data, size) : NULL;
  if (data == NULL)
    return malloc (size);
  free (data);
  return NULL;
}

void
free (void *data)
{
  alive -= data != NULL;
  __libc_free (data);
}
#endif

/* More than any call of these tests needs. */
#define MOST_ALLOCATIONS 20000
#define UNITS 300

/* One rulebook with its columns, and what they come to. */
typedef struct setting
{
  random_scheme  scheme;
  random_columns columns;
  pe_batch_plan *plan;
  all_results    expected;
  all_results    found;
} setting;

/* The rule has GMP raise powers, which aborts where there is no memory (docs/memory.md): not a rulebook that has any. */
static void
setting_init (setting *self, uint64_t seed)
{
  dice roll = { seed };

  random_scheme_init (&self->scheme, &roll);
  while (self->scheme.has_powers)
    {
      random_scheme_clear (&self->scheme);
      random_scheme_init (&self->scheme, &roll);
    }
  self->plan = NULL;
  assert_int_equal (pe_batch_plan_new (&self->plan, self->scheme.rulebook, NULL, NULL, NULL), PE_OK);
  random_columns_init (&self->columns, &self->scheme, self->plan, UNITS, &roll);
  all_results_init (&self->expected, self->plan, UNITS);
  all_results_init (&self->found, self->plan, UNITS);
}

static void
setting_clear (setting *self)
{
  all_results_clear (&self->expected);
  all_results_clear (&self->found);
  random_columns_clear (&self->columns);
  pe_batch_plan_unref (self->plan);
  random_scheme_clear (&self->scheme);
}

static pe_status
run (setting *self, all_results *out, pe_batch_counts *counts, pe_error **error)
{
  return pe_batch_run (counts, self->plan, self->columns.columns, self->columns.n_inputs, &out->results, UNITS, NULL,
                       error);
}

#if CAN_FAIL
/* Calls until it succeeds, with one more allocation each time. */
#define FAIL_IN_TURN(call)                                                                               \
  do                                                                                                     \
    {                                                                                                    \
      pe_status status_ = PE_ERROR_NO_MEMORY;                                                            \
      int       n_ = 0;                                                                                  \
                                                                                                         \
      for (; status_ == PE_ERROR_NO_MEMORY && n_ < MOST_ALLOCATIONS; n_++)                               \
        {                                                                                                \
          pe_error *error = NULL;                                                                        \
                                                                                                         \
          left = n_ + 1;                                                                                 \
          status_ = (call);                                                                              \
          left = -1;                                                                                     \
          assert_int_equal (pe_error_get_status (error), status_ == PE_OK ? PE_OK : PE_ERROR_NO_MEMORY); \
          pe_error_unref (error);                                                                        \
        }                                                                                                \
      assert_int_equal (status_, PE_OK);                                                                 \
    }                                                                                                    \
  while (0)

static void
test_plan (void **state)
{
  (void) state;
  for (uint64_t seed = 1; seed <= 6; seed++)
    {
      setting        ours;
      pe_batch_plan *plan = NULL;
      pe_evaluator  *evaluator = NULL;

      setting_init (&ours, seed);
      FAIL_IN_TURN (pe_batch_plan_new (&plan, ours.scheme.rulebook, NULL, NULL, &error));
      assert_int_equal (pe_batch_plan_get_n_inputs (plan), ours.columns.n_inputs);
      if (pe_evaluator_new (&evaluator, plan, NULL) == PE_OK)
        {
          pe_evaluator_free (evaluator);
          evaluator = NULL;
          FAIL_IN_TURN (pe_evaluator_new (&evaluator, plan, &error));
          FAIL_IN_TURN (pe_evaluator_set_text (evaluator, 0, "x", &error));
          FAIL_IN_TURN (pe_evaluator_run (evaluator, &error));
        }
      pe_evaluator_free (evaluator);
      pe_batch_plan_unref (plan);
      setting_clear (&ours);
    }
}

/* Making a plan raises nothing: it may be of a rulebook that has powers. */
static void
test_plan_of_any (void **state)
{
  size_t n_with_powers = 0;

  (void) state;
  for (uint64_t seed = 1; seed <= 12; seed++)
    {
      dice           roll = { seed };
      random_scheme  scheme;
      pe_batch_plan *plan = NULL;

      random_scheme_init (&scheme, &roll);
      n_with_powers += scheme.has_powers != 0;
      FAIL_IN_TURN (pe_batch_plan_new (&plan, scheme.rulebook, NULL, NULL, &error));
      pe_batch_plan_unref (plan);
      random_scheme_clear (&scheme);
    }
  assert_true (n_with_powers >= 3);
}

/* Some have columns whose units do not go together, which no run takes. */
static void
test_run (void **state)
{
  size_t n_run = 0;

  (void) state;
  for (uint64_t seed = 1; n_run < 6; seed++)
    {
      setting         ours;
      pe_batch_counts counts;

      setting_init (&ours, seed);
      pe_batch_counts_init (&counts, sizeof counts);
      if (run (&ours, &ours.expected, NULL, NULL) == PE_OK)
        {
          FAIL_IN_TURN (run (&ours, &ours.found, &counts, &error));
          assert_int_equal (counts.units_done, UNITS);
          assert_true (all_results_equal (&ours.expected, &ours.found));
          n_run++;
        }
      setting_clear (&ours);
    }
}

/* A batch whose first field has to be made anew: written numbers, decimals that are too wide, a dictionary, nothing at all, or
 * an unused one, which is noted. */
static void
batch_choose (batch *self, int kind)
{
  static const char    data[] = "96.250.5many";
  static const int32_t offsets[] = { 0, 5, 5, 8, 12 };
  static const int64_t wide[] = { 1, 5, 2, 5, 3, 5, 4, 5 };
  static const uint8_t indexes[] = { 3, 0, 1, 2 };
  const void *const    values[] = { offsets, wide, indexes, indexes, indexes, NULL, indexes };

  batch_init (self, ((const char *const[]) { "u", "d:38,2", "C", "C", "C", "n", "e" })[kind], values[kind]);
  if (kind == 0)
    {
      self->columns[0].n_buffers = 3;
      self->buffers[0][2] = data;
    }
  else if (kind == 2)
    batch_add_dictionary (self, "u", ROWS, offsets, data);
  else if (kind == 3)
    batch_add_dictionary (self, "d:38,2", ROWS, wide, NULL);
  else if (kind == 4)
    batch_add_dictionary (self, "l", ROWS, wide, NULL);
  else if (kind == 6)
    self->fields[0].name = "unit";
}
#define N_KINDS 7

/* What fails leaves nothing behind, and the array where it was. */
static void
test_arrow_import (void **state)
{
  pe_batch_plan *plan = make_ratio_plan ();

  (void) state;
  assert_non_null (plan);
  for (int kind = 0; kind < N_KINDS; kind++)
    {
      pe_status status = PE_ERROR_NO_MEMORY;
      int       n = 0;

      for (; status == PE_ERROR_NO_MEMORY && n < MOST_ALLOCATIONS; n++)
        {
          pe_batch_arrow *columns = NULL;
          pe_findings    *findings = NULL;
          pe_error       *error = NULL;
          batch           one;
          const int64_t   before = alive;

          batch_choose (&one, kind);
          left = n + 1;
          status = pe_batch_arrow_import (&columns, plan, &one.schema, &one.array, NULL, &findings, &error);
          left = -1;
          assert_int_equal (pe_error_get_status (error), status);
          assert_int_equal (columns != NULL, status == PE_OK);
          assert_int_equal (one.array.release == NULL, status == PE_OK);
          pe_batch_arrow_free (columns);
          pe_findings_unref (findings);
          pe_error_unref (error);
          assert_int_equal (one.n_released, status == PE_OK);
          assert_int_equal (alive, before);
        }
      assert_int_equal (status, PE_OK);
      assert_true (n > 3);
    }
  pe_batch_plan_unref (plan);
}

/* What fails writes nothing, and leaves nothing behind. */
static void
test_arrow_export (void **state)
{
  setting   ours;
  pe_status status = PE_ERROR_NO_MEMORY;
  int       n = 0;

  (void) state;
  setting_init (&ours, 5);
  assert_int_equal (run (&ours, &ours.found, NULL, NULL), PE_OK);
  for (; status == PE_ERROR_NO_MEMORY && n < MOST_ALLOCATIONS; n++)
    {
      struct ArrowSchema schema = { 0 };
      struct ArrowArray  array = { 0 };
      pe_error          *error = NULL;
      const int64_t      before = alive;

      left = n + 1;
      status = pe_batch_arrow_export (&schema, &array, ours.plan, &ours.found.results, UNITS, &error);
      left = -1;
      assert_int_equal (pe_error_get_status (error), status);
      assert_int_equal (schema.release != NULL, status == PE_OK);
      assert_int_equal (array.release != NULL, status == PE_OK);
      if (status == PE_OK)
        {
          schema.release (&schema);
          array.release (&array);
        }
      pe_error_unref (error);
      assert_int_equal (alive, before);
    }
  assert_int_equal (status, PE_OK);
  assert_true (n > 20);
  setting_clear (&ours);
}

static void
test_summary (void **state)
{
  setting           ours;
  pe_batch_summary *summary = NULL;

  (void) state;
  setting_init (&ours, 5);
  FAIL_IN_TURN (pe_batch_summary_new (&summary, ours.plan, &error));
  FAIL_IN_TURN (pe_batch_summary_merge (summary, summary, &error));
  pe_batch_summary_free (summary);
  setting_clear (&ours);
}
#endif

int
main (void)
{
#if CAN_FAIL
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_plan),         cmocka_unit_test (test_plan_of_any),  cmocka_unit_test (test_run),
    cmocka_unit_test (test_arrow_import), cmocka_unit_test (test_arrow_export), cmocka_unit_test (test_summary),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
#else
  (void) run;
  (void) setting_init;
  (void) setting_clear;
  (void) left;
  print_message ("SKIPPED: a sanitizer has replaced the allocator\n");
  return 0;
#endif
}
