/* test-review-no-memory.c - every allocation of a review, failing in turn
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "reviewed.h"

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

/* Leads through every check, most of which find something. */
static const char members[]
    = ",\"budget\":{\"lines\":[{\"name\":\"合计\",\"category\":\"total\",\"complete\":false,\"adjusted\":\"100\","
      "\"executed\":\"70\",\"lines\":[{\"name\":\"项目支出\",\"category\":\"project\",\"complete\":false,"
      "\"adjusted\":\"60\",\"executed\":\"61\",\"lines\":[{\"name\":\"甲\",\"adjusted\":\"40\",\"executed\":\"40\"}]}]}"
      "]}"
      ",\"procurement\":{\"records\":[{\"name\":\"甲\",\"budget\":\"10\",\"reserved_for_sme\":\"1\",\"contract\":"
      "\"11\","
      "\"supplier_size\":\"medium\"},{\"name\":\"乙\",\"budget\":\"10\",\"reserved_for_sme\":\"1\",\"contract\":\"1\","
      "\"supplier_size\":\"micro\"}]}"
      ",\"rows\":{\"2\":[{\"name\":\"甲\",\"nature\":\"quantitative\",\"sign\":\">=\",\"marks\":\"40\",\"target\":"
      "\"10\","
      "\"adjusted_target\":\"9\",\"actual\":\"20\"},{\"name\":\"乙\",\"nature\":\"quantitative\",\"sign\":\">=\","
      "\"marks\":\"20\",\"target\":\"10\",\"actual\":\"8\"},{\"name\":\"丙\",\"nature\":\"qualitative\",\"marks\":"
      "\"20\","
      "\"grade\":\"good\",\"score\":\"18\"}]}"
      ",\"declared\":[{\"indicator\":\"3\",\"scorer\":\"self\",\"score\":\"9\"},{\"indicator\":\"1\",\"scorer\":"
      "\"self\","
      "\"score\":\"10\",\"reason\":\"无\"},{\"indicator\":\"2\",\"scorer\":\"self\",\"score\":\"80\"}]"
      ",\"assets\":{\"records\":[{\"name\":\"电脑\",\"book_count\":\"2\",\"found_count\":\"1\"}]}"
      ",\"readings\":[{\"path\":\"/budget/lines/0/executed\",\"printed\":\"全年支出\",\"meaning\":\"执行数\"}]";

/* The text of the report: two counts that do not add up, and another figure than the dossier's. */
static pe_audit *
new_report (void)
{
  static const char *const texts[] = { "22个", "8个", "39个", "71万元" };
  static const uint32_t    operands[] = { 0, 1 };
  pe_audit_builder        *builder = NULL;
  pe_audit                *report = NULL;
  pe_relation              relation;

  assert_int_equal (pe_audit_builder_new (&builder, NULL, NULL, NULL), PE_OK);
  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      pe_claim claim;

      pe_claim_init (&claim, sizeof claim);
      claim.text = texts[i];
      claim.name = i == 3 ? "全年支出" : NULL;
      assert_int_equal (pe_audit_builder_add_claims (builder, &claim, 1, NULL, NULL), PE_OK);
    }
  pe_relation_init (&relation, sizeof relation);
  relation.kind = PE_RELATION_COUNT;
  relation.operands = operands;
  relation.n_operands = 2;
  relation.result = 2;
  assert_int_equal (pe_audit_builder_add_relations (builder, &relation, 1, NULL), PE_OK);
  assert_int_equal (pe_audit_builder_build (&report, builder, NULL), PE_OK);
  pe_audit_builder_free (builder);
  return report;
}

static void
test_review (void **state)
{
  (void) state;

  static const pe_decimal total = { 98, 0, 0 };
  pe_rulebook      *rulebook = reviewed_rulebook ("[{\"check\":\"R-22\",\"threshold\":\"share\",\"value\":\"20\"}]");
  pe_dossier       *dossier = reviewed_dossier (members);
  pe_audit         *report = new_report ();
  pe_evaluation    *evaluation = NULL;
  pe_review        *review = NULL;
  pe_review_options options;
  pe_status         status = PE_ERROR_NO_MEMORY;
  int               n;

  assert_int_equal (pe_evaluate (&evaluation, rulebook, dossier, NULL, NULL, NULL), PE_OK);
  pe_review_options_init (&options, sizeof options);
  options.report = report;
  options.declared_total = &total;
  options.declared_grade = "差";
  for (n = 1; status != PE_OK && n < MOST_ALLOCATIONS; n++)
    {
      pe_error *error = NULL;

      left = n;
      status = pe_review_new (&review, rulebook, dossier, evaluation, &options, &error);
      left = -1;
      if (status != PE_OK)
        {
          assert_int_equal (status, PE_ERROR_NO_MEMORY);
          assert_null (review);
          assert_int_equal (pe_error_get_status (error), PE_ERROR_NO_MEMORY);
          pe_error_unref (error);
        }
    }
  assert_int_equal (status, PE_OK);
  assert_true (n > 100);
  assert_true (pe_review_get_n_items (review) >= 20);
  pe_review_unref (review);
  pe_audit_unref (report);
  pe_evaluation_unref (evaluation);
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

  const struct CMUnitTest tests[] = { cmocka_unit_test (test_review) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
