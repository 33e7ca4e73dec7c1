/* test-rulebook-case.c - cases go into a rulebook, and those that cannot be held to anything are refused
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

static pe_dossier *
make_dossier (void)
{
  pe_dossier_builder *builder = NULL;
  pe_dossier_head     head;
  pe_dossier         *dossier = NULL;

  pe_dossier_head_init (&head, sizeof head);
  head.unit_name = "某局";
  head.fiscal_year = 2020;
  head.kind = PE_KIND_DEPARTMENT;
  assert_ok (pe_dossier_builder_new (&builder, NULL, NULL));
  assert_ok (pe_dossier_builder_set_head (builder, &head, NULL));
  assert_ok (pe_dossier_builder_build (&dossier, builder, NULL, NULL));
  pe_dossier_builder_free (builder);
  return dossier;
}

/* Two leaves of 5 marks and two grades. */
static pe_rulebook_builder *
begin_scheme (void)
{
  const node           nodes[] = { { 0, "1", "5", make_attested () }, { 0, "2", "5", make_attested () } };
  pe_rulebook_builder *builder = begin_rulebook ("10", nodes, 2);

  add_grade (builder, "good", "6");
  add_grade (builder, "poor", "0");
  return builder;
}

static pe_rulebook_case
make_case (pe_dossier *dossier)
{
  pe_rulebook_case proof;

  pe_rulebook_case_init (&proof, sizeof proof);
  proof.name_zh = "例";
  proof.name_en = "case";
  proof.dossier = dossier;
  return proof;
}

static pe_case_score
make_score (uint32_t of_case, const char *code, const char *score)
{
  pe_case_score made;

  pe_case_score_init (&made, sizeof made);
  made.of_case = of_case;
  made.indicator = code;
  made.score = decimal (score);
  return made;
}

static void
add_case (pe_rulebook_builder *builder, pe_rulebook_case proof)
{
  assert_ok (pe_rulebook_builder_add_cases (builder, &proof, 1, NULL));
}

static void
add_score (pe_rulebook_builder *builder, uint32_t of_case, const char *code, const char *score)
{
  const pe_case_score made = make_score (of_case, code, score);

  assert_ok (pe_rulebook_builder_add_case_scores (builder, &made, 1, NULL));
}

static void
test_reading_back (void **state)
{
  pe_dossier          *dossier = make_dossier ();
  pe_rulebook_builder *builder = begin_scheme ();
  pe_rulebook_case     proof = make_case (dossier);
  pe_case_score        score;
  pe_rulebook         *rulebook;

  (void) state;
  proof.grade = "good";
  proof.total = figure ("9.5");
  add_case (builder, proof);
  proof = make_case (dossier);
  add_case (builder, proof);
  /* Not in the order of the cases. */
  add_score (builder, 2, "2", "4.50");
  add_score (builder, 1, "1", "5");
  add_score (builder, 2, "1", "3");
  pe_dossier_unref (dossier);
  rulebook = build_rulebook (builder);
  assert_int_equal (pe_rulebook_get_n_cases (rulebook), 2);
  assert_int_equal (pe_rulebook_get_n_case_scores (rulebook), 3);
  pe_rulebook_case_init (&proof, sizeof proof);
  assert_ok (pe_rulebook_get_case (&proof, rulebook, 0, NULL));
  assert_string_equal (proof.name_zh, "例");
  assert_string_equal (proof.name_en, "case");
  assert_string_equal (proof.grade, "good");
  assert_null (proof.at);
  assert_int_equal (proof.error, PE_OK);
  assert_int_equal (proof.total.value.coefficient, 95);
  assert_non_null (proof.dossier);
  pe_case_score_init (&score, sizeof score);
  assert_ok (pe_rulebook_get_case_score (&score, rulebook, 1, NULL));
  assert_int_equal (score.of_case, 2);
  assert_string_equal (score.indicator, "2");
  assert_int_equal (score.score.coefficient, 450);
  assert_int_equal (score.score.scale, 2);
  pe_rulebook_unref (rulebook);
}

/* A rulebook with one case, which is changed by a function. */
static void
digest_with (uint8_t *out, void (*change) (pe_rulebook_case *proof), const char *score)
{
  pe_dossier          *dossier = make_dossier ();
  pe_rulebook_builder *builder = begin_scheme ();
  pe_rulebook_case     proof = make_case (dossier);
  pe_rulebook         *rulebook;

  proof.grade = "good";
  if (change != NULL)
    change (&proof);
  add_case (builder, proof);
  if (score != NULL)
    add_score (builder, 1, "1", score);
  rulebook = build_rulebook (builder);
  pe_rulebook_get_digest (rulebook, out);
  pe_rulebook_unref (rulebook);
  pe_dossier_unref (dossier);
}

static void
change_name (pe_rulebook_case *proof)
{
  proof->name_zh = "另一例";
}

static void
change_grade (pe_rulebook_case *proof)
{
  proof->grade = "poor";
}

static void
change_total (pe_rulebook_case *proof)
{
  proof->total = figure ("1");
}

static void
change_error (pe_rulebook_case *proof)
{
  proof->grade = NULL;
  proof->error = PE_ERROR_SCORE_MISSING;
}

static void
change_at (pe_rulebook_case *proof)
{
  change_error (proof);
  proof->at = "1";
}

static void
test_digest (void **state)
{
  static void (*const changes[]) (pe_rulebook_case *)
      = { NULL, change_name, change_grade, change_total, change_error, change_at };
  uint8_t      digests[10][PE_DIGEST_SIZE];
  size_t       n = 0;
  pe_rulebook *without = build_rulebook (begin_scheme ());

  (void) state;
  pe_rulebook_get_digest (without, digests[n++]);
  pe_rulebook_unref (without);
  for (size_t i = 0; i < G_N_ELEMENTS (changes); i++)
    digest_with (digests[n++], changes[i], NULL);
  digest_with (digests[n++], NULL, "1");
  digest_with (digests[n++], NULL, "1.0");
  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < i; k++)
      assert_memory_not_equal (digests[i], digests[k], PE_DIGEST_SIZE);
}

static void
test_copy (void **state)
{
  pe_dossier          *dossier = make_dossier ();
  pe_rulebook_builder *builder = begin_scheme (), *again = NULL;
  pe_rulebook_case     proof = make_case (dossier);
  pe_rulebook         *first, *second;

  (void) state;
  add_case (builder, proof);
  add_score (builder, 1, "2", "0");
  first = build_rulebook (builder);
  assert_ok (pe_rulebook_builder_new (&again, first, NULL));
  second = build_rulebook (again);
  assert_true (pe_rulebook_is_equal (first, second));
  pe_rulebook_unref (first);
  pe_rulebook_unref (second);
  pe_dossier_unref (dossier);
}

/* The first fault of a case that is changed. */
static void
refuse_case (void (*change) (pe_rulebook_case *proof), const char *code, pe_status status, const char *what)
{
  pe_dossier          *dossier = make_dossier ();
  pe_rulebook_builder *builder = begin_scheme ();
  pe_rulebook_case     proof = make_case (dossier);

  if (change != NULL)
    change (&proof);
  add_case (builder, proof);
  if (code != NULL)
    add_score (builder, 1, code, "1");
  refuse_rulebook (builder, status, what, 1);
  pe_dossier_unref (dossier);
}

static void
expect_unknown_grade (pe_rulebook_case *proof)
{
  proof->grade = "fair";
}

static void
expect_at_nothing (pe_rulebook_case *proof)
{
  change_error (proof);
  proof->at = "9";
}

static void
expect_at_without_error (pe_rulebook_case *proof)
{
  change_grade (proof);
  proof->at = "1";
}

static void
expect_both (pe_rulebook_case *proof)
{
  proof->grade = "good";
  proof->error = PE_ERROR_SCORE_MISSING;
}

static void
test_refusals (void **state)
{
  pe_dossier          *dossier = make_dossier ();
  pe_rulebook_builder *builder = begin_scheme ();

  (void) state;
  refuse_case (NULL, NULL, PE_ERROR_CASE_EXPECTATION, "/cases/0/expect");
  refuse_case (expect_both, NULL, PE_ERROR_CASE_EXPECTATION, "/cases/0/expect");
  refuse_case (change_error, "1", PE_ERROR_CASE_EXPECTATION, "/cases/0/expect");
  refuse_case (expect_at_without_error, NULL, PE_ERROR_CASE_EXPECTATION, "/cases/0/expect");
  refuse_case (expect_unknown_grade, NULL, PE_ERROR_GRADE_UNKNOWN, "/cases/0/expect/grade");
  refuse_case (expect_at_nothing, NULL, PE_ERROR_REFERENCE_UNKNOWN, "/cases/0/expect/at");
  refuse_case (NULL, "9", PE_ERROR_REFERENCE_UNKNOWN, "/cases/0/expect/scores/9");
  add_case (builder, make_case (dossier));
  add_score (builder, 1, "2", "1");
  add_score (builder, 1, "2", "1");
  refuse_rulebook (builder, PE_ERROR_CODE_DUPLICATE, "/cases/0/expect/scores/2", 1);
  pe_dossier_unref (dossier);
}

static void
test_languages (void **state)
{
  pe_dossier          *dossier = make_dossier ();
  pe_rulebook_builder *builder = begin_scheme ();
  pe_rulebook_case     proof = make_case (dossier);
  pe_rulebook         *rulebook = NULL;
  pe_findings         *findings = NULL;

  (void) state;
  proof.name_en = NULL;
  proof.grade = "good";
  add_case (builder, proof);
  assert_ok (pe_rulebook_builder_build (&rulebook, builder, &findings, NULL));
  assert_true (has_finding (findings, PE_WARNING_TEXT_MISSING, "/cases/0/name/en"));
  pe_findings_unref (findings);
  pe_rulebook_unref (rulebook);
  pe_rulebook_builder_free (builder);
  pe_dossier_unref (dossier);
}

static void
test_arguments (void **state)
{
  pe_dossier          *dossier = make_dossier ();
  pe_rulebook_builder *builder = begin_scheme ();
  pe_rulebook_case     proof = make_case (dossier);
  pe_case_score        score = make_score (1, "1", "1");
  pe_rulebook         *rulebook;

  (void) state;
  assert_error (pe_rulebook_builder_add_cases (NULL, &proof, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_builder_add_cases (builder, NULL, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_builder_add_case_scores (NULL, &score, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_builder_add_case_scores (builder, NULL, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  /* No case has been added. */
  assert_error (pe_rulebook_builder_add_case_scores (builder, &score, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  proof.dossier = NULL;
  assert_error (pe_rulebook_builder_add_cases (builder, &proof, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  proof = make_case (dossier);
  proof.name_zh = " ";
  assert_error (pe_rulebook_builder_add_cases (builder, &proof, 1, &error), PE_ERROR_TEXT_EMPTY);
  proof = make_case (dossier);
  proof.error = PE_WARNING_ABOVE_BUDGET;
  assert_error (pe_rulebook_builder_add_cases (builder, &proof, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  proof.error = 999;
  assert_error (pe_rulebook_builder_add_cases (builder, &proof, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  proof = make_case (dossier);
  proof.total = figure ("5%");
  assert_error (pe_rulebook_builder_add_cases (builder, &proof, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  proof.total = (pe_figure) { { 1, 19, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };
  assert_argument (pe_rulebook_builder_add_cases (builder, &proof, 1, &error), "total");
  proof.total = figure ("-");
  assert_argument (pe_rulebook_builder_add_cases (builder, &proof, 1, &error), "total");
  proof = make_case (dossier);
  /* More than scores can name; nothing of them is read. */
  assert_error (pe_rulebook_builder_add_cases (builder, &proof, (size_t) G_MAXINT32 + 1, &error), PE_ERROR_NO_MEMORY);
  assert_argument (pe_rulebook_builder_add_cases (NULL, &proof, (size_t) G_MAXINT32 + 1, &error), "self");
  proof.grade = "poor";
  add_case (builder, proof);
  score.of_case = 0;
  assert_argument (pe_rulebook_builder_add_case_scores (builder, &score, 1, &error), "of_case");
  score.of_case = 1;
  score.score.scale = 19;
  assert_error (pe_rulebook_builder_add_case_scores (builder, &score, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  score = make_score (2, "1", "1");
  assert_error (pe_rulebook_builder_add_case_scores (builder, &score, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  score = make_score (1, "1 1", "1");
  assert_error (pe_rulebook_builder_add_case_scores (builder, &score, 1, &error), PE_ERROR_CODE_SYNTAX);
  rulebook = build_rulebook (builder);
  assert_int_equal (pe_rulebook_get_n_case_scores (rulebook), 0);
  assert_error (pe_rulebook_get_case (NULL, rulebook, 0, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_get_case (&proof, NULL, 0, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_get_case (&proof, rulebook, 1, &error), PE_ERROR_NOT_FOUND);
  assert_error (pe_rulebook_get_case_score (NULL, rulebook, 0, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_get_case_score (&score, NULL, 0, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_get_case_score (&score, rulebook, 0, &error), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_rulebook_get_n_cases (NULL), 0);
  assert_int_equal (pe_rulebook_get_n_case_scores (NULL), 0);
  pe_rulebook_case_init (NULL, sizeof proof);
  pe_case_score_init (NULL, sizeof score);
  pe_rulebook_unref (rulebook);
  pe_dossier_unref (dossier);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_reading_back), cmocka_unit_test (test_digest),    cmocka_unit_test (test_copy),
    cmocka_unit_test (test_refusals),     cmocka_unit_test (test_languages), cmocka_unit_test (test_arguments),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
