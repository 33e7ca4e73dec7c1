/* test-facts.c - indicator facts, rows, declared scores and readings
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
#include <string.h>

#include "records.h"

static pe_dossier_builder *
make_builder (void)
{
  const pe_dossier_head head = make_head (2023);
  pe_dossier_builder   *builder = NULL;

  assert_int_equal (pe_dossier_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_head (builder, &head, NULL), PE_OK);
  return builder;
}

/* Builds, and frees the builder. */
static pe_dossier *
finish (pe_dossier_builder *builder)
{
  pe_dossier *dossier = NULL;

  assert_int_equal (pe_dossier_builder_build (&dossier, builder, NULL, NULL), PE_OK);
  pe_dossier_builder_free (builder);
  return dossier;
}

static void
init_fact (void *self, uint32_t struct_size)
{
  pe_fact_init (self, struct_size);
}

static void
init_row (void *self, uint32_t struct_size)
{
  pe_row_init (self, struct_size);
}

static void
init_declared_score (void *self, uint32_t struct_size)
{
  pe_declared_score_init (self, struct_size);
}

static void
init_reading (void *self, uint32_t struct_size)
{
  pe_reading_init (self, struct_size);
}

/* Each structure is zeroed up to its size, and no further. */
static void
test_init (void **state)
{
  static const struct
  {
    void (*init) (void *self, uint32_t struct_size);
    size_t size;
  } cases[] = {
    { init_fact, sizeof (pe_fact) },
    { init_row, sizeof (pe_row) },
    { init_declared_score, sizeof (pe_declared_score) },
    { init_reading, sizeof (pe_reading) },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    for (size_t size = 4; size < cases[i].size + 16; size++)
      {
        uint32_t       memory[128];
        unsigned char *bytes = (unsigned char *) memory;

        memset (memory, 0xee, sizeof memory);
        cases[i].init (memory, (uint32_t) size);
        assert_int_equal (memory[0], size);
        for (size_t k = 4; k < sizeof memory; k++)
          assert_int_equal (bytes[k], k < size ? 0 : 0xee);
        cases[i].init (NULL, (uint32_t) size);
      }
}

static void
test_facts (void **state)
{
  pe_dossier_builder *builder = make_builder ();
  pe_fact             facts[3] = { make_fact ("2.1.2", "violations", "1"), make_fact ("2.1.10", "grade", ""),
                                   make_fact ("2.1.2", "a", "99.71%") };
  pe_dossier         *dossier;
  pe_fact             out;

  (void) state;
  facts[1].figure.state = PE_STATE_TEXT;
  facts[1].text = "优";
  assert_int_equal (pe_dossier_builder_add_facts (builder, facts, 3, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_add_facts (builder, NULL, 0, NULL), PE_OK);
  dossier = finish (builder);
  assert_int_equal (pe_dossier_get_n_facts (dossier), 3);
  pe_fact_init (&out, sizeof out);
  /* By indicator, then name, byte by byte: "2.1.10" before "2.1.2". */
  assert_int_equal (pe_dossier_get_fact (&out, dossier, 0, NULL), PE_OK);
  assert_string_equal (out.indicator, "2.1.10");
  assert_string_equal (out.text, "优");
  assert_int_equal (out.figure.state, PE_STATE_TEXT);
  assert_int_equal (pe_dossier_get_fact (&out, dossier, 1, NULL), PE_OK);
  assert_string_equal (out.name, "a");
  assert_figure (&out.figure, "99.71%");
  assert_int_equal (pe_dossier_get_fact (&out, dossier, 2, NULL), PE_OK);
  assert_string_equal (out.name, "violations");
  assert_null (out.text);
  pe_dossier_unref (dossier);
}

static void
assert_fact_refused (const pe_fact *fact, pe_status expected, const char *path)
{
  pe_fact             facts[2] = { make_fact ("1", "a", "1"), *fact };
  pe_dossier_builder *builder = make_builder ();
  pe_dossier         *dossier;
  pe_error           *error = NULL;

  assert_refused (pe_dossier_builder_add_facts (builder, facts, 2, &error), &error, expected, path);
  dossier = finish (builder);
  assert_int_equal (pe_dossier_get_n_facts (dossier), 0);
  pe_dossier_unref (dossier);
}

static void
test_refused_facts (void **state)
{
  const pe_fact good = make_fact ("2", "b", "1");
  pe_fact       fact = good;

  (void) state;
  fact.indicator = NULL;
  assert_fact_refused (&fact, PE_ERROR_INVALID_ARGUMENT, "/facts/1/indicator");
  fact.indicator = "";
  assert_fact_refused (&fact, PE_ERROR_TEXT_EMPTY, "/facts/1/indicator");
  fact.indicator = "2/1";
  assert_fact_refused (&fact, PE_ERROR_CODE_SYNTAX, "/facts/1/indicator");
  fact = good;
  fact.name = NULL;
  assert_fact_refused (&fact, PE_ERROR_INVALID_ARGUMENT, "/facts/1/name");
  fact.name = "违规";
  assert_fact_refused (&fact, PE_ERROR_CODE_SYNTAX, "/facts/1/name");
  fact = good;
  fact.reserved = 1;
  assert_fact_refused (&fact, PE_ERROR_INVALID_ARGUMENT, "/facts/1/reserved");
  fact = good;
  fact.text = "优";
  assert_fact_refused (&fact, PE_ERROR_STATE_CONFLICT, "/facts/1/figure");
  fact = good;
  fact.figure = figure ("");
  fact.figure.state = PE_STATE_TEXT;
  assert_fact_refused (&fact, PE_ERROR_STATE_CONFLICT, "/facts/1/figure");
  fact.text = " ";
  assert_fact_refused (&fact, PE_ERROR_TEXT_EMPTY, "/facts/1/text");
  fact.text = "\xff";
  assert_fact_refused (&fact, PE_ERROR_INVALID_UTF8, "/facts/1/text");
  fact = good;
  fact.figure.unit = 77;
  assert_fact_refused (&fact, PE_ERROR_INVALID_ARGUMENT, "/facts/1/figure");
  fact = good;
  fact.figure.value.scale = 19;
  assert_fact_refused (&fact, PE_ERROR_INVALID_ARGUMENT, "/facts/1/figure");
}

/* Every member comes back; the slots are sorted, the rows of a slot are not. */
static void
test_rows (void **state)
{
  pe_dossier_builder *builder = make_builder ();
  pe_row              rows[3] = { make_row ("1.2", 0, "乙"), make_row ("1.1", 0, "甲"), make_row ("1.2", 1, "丙") };
  pe_dossier         *dossier;
  pe_row              out;

  (void) state;
  rows[2].nature = PE_NATURE_QUALITATIVE;
  rows[2].sign = PE_SIGN_GREATER;
  rows[2].withdrawn = 1;
  rows[2].unit = "个";
  rows[2].grade = "good";
  rows[2].reason = "偏差原因";
  rows[2].evidence = "佐证材料";
  rows[2].marks = figure ("5分");
  rows[2].score = figure ("4.50");
  rows[2].target.state = rows[2].adjusted_target.state = rows[2].actual.state = PE_STATE_TEXT;
  rows[2].target_text = "一";
  rows[2].adjusted_text = "二";
  rows[2].actual_text = "三";
  assert_int_equal (pe_dossier_builder_add_rows (builder, rows, 3, NULL), PE_OK);
  dossier = finish (builder);
  assert_int_equal (pe_dossier_get_n_rows (dossier), 3);
  pe_row_init (&out, sizeof out);
  assert_int_equal (pe_dossier_get_row (&out, dossier, 0, NULL), PE_OK);
  assert_string_equal (out.name, "甲");
  assert_int_equal (pe_dossier_get_row (&out, dossier, 1, NULL), PE_OK);
  assert_string_equal (out.name, "乙");
  assert_null (out.target_text);
  assert_int_equal (pe_dossier_get_row (&out, dossier, 2, NULL), PE_OK);
  assert_string_equal (out.slot, "1.2");
  assert_string_equal (out.name, "丙");
  assert_int_equal (out.parent, 1);
  assert_int_equal (out.nature, PE_NATURE_QUALITATIVE);
  assert_int_equal (out.sign, PE_SIGN_GREATER);
  assert_int_equal (out.withdrawn, 1);
  assert_string_equal (out.unit, "个");
  assert_string_equal (out.grade, "good");
  assert_string_equal (out.reason, "偏差原因");
  assert_string_equal (out.evidence, "佐证材料");
  assert_string_equal (out.target_text, "一");
  assert_string_equal (out.adjusted_text, "二");
  assert_string_equal (out.actual_text, "三");
  assert_figure (&out.marks, "5分");
  assert_figure (&out.score, "4.50");
  pe_dossier_unref (dossier);
}

static void
assert_row_refused (const pe_row *row, pe_status expected, const char *path)
{
  pe_row              rows[2] = { make_row ("1", 0, "甲"), *row };
  pe_dossier_builder *builder = make_builder ();
  pe_dossier         *dossier;
  pe_error           *error = NULL;

  assert_refused (pe_dossier_builder_add_rows (builder, rows, 2, &error), &error, expected, path);
  dossier = finish (builder);
  assert_int_equal (pe_dossier_get_n_rows (dossier), 0);
  pe_dossier_unref (dossier);
}

static void
test_refused_rows (void **state)
{
  const pe_row good = make_row ("1", 0, "乙");
  pe_row       row = good;

  (void) state;
  row.slot = "1 1";
  assert_row_refused (&row, PE_ERROR_CODE_SYNTAX, "/rows/1/slot");
  row = good;
  row.name = "\xe3\x80\x80";
  assert_row_refused (&row, PE_ERROR_TEXT_EMPTY, "/rows/1/name");
  row = good;
  row.evidence = "\x80";
  assert_row_refused (&row, PE_ERROR_INVALID_UTF8, "/rows/1/evidence");
  row = good;
  row.nature = 3;
  assert_row_refused (&row, PE_ERROR_INVALID_ARGUMENT, "/rows/1/nature");
  row = good;
  row.sign = PE_SIGN_QUALITATIVE;
  assert_row_refused (&row, PE_ERROR_INVALID_ARGUMENT, "/rows/1/sign");
  row = good;
  row.withdrawn = -1;
  assert_row_refused (&row, PE_ERROR_INVALID_ARGUMENT, "/rows/1/withdrawn");
  row = good;
  row.reserved = 1;
  assert_row_refused (&row, PE_ERROR_INVALID_ARGUMENT, "/rows/1/reserved");
  row = good;
  row.marks = figure ("5%");
  assert_row_refused (&row, PE_ERROR_UNIT_MISMATCH, "/rows/1/marks");
  row = good;
  row.score.state = PE_STATE_TEXT;
  assert_row_refused (&row, PE_ERROR_STATE_CONFLICT, "/rows/1/score");
  row = good;
  row.target_text = "五十";
  assert_row_refused (&row, PE_ERROR_STATE_CONFLICT, "/rows/1/target");
  row = good;
  row.adjusted_target.state = PE_STATE_TEXT;
  assert_row_refused (&row, PE_ERROR_STATE_CONFLICT, "/rows/1/adjusted_target");
  row = good;
  row.actual.value.coefficient = 1;
  assert_row_refused (&row, PE_ERROR_STATE_CONFLICT, "/rows/1/actual");
}

static void
test_declared (void **state)
{
  pe_dossier_builder *builder = make_builder ();
  pe_declared_score   scores[3] = { make_score ("2", PE_SCORER_SELF, 5), make_score ("1", PE_SCORER_FINANCE, -3),
                                    make_score ("2", PE_SCORER_EXTERNAL, 4) };
  pe_declared_score   out, bad = scores[0];
  pe_dossier         *dossier;
  pe_error           *error = NULL;

  (void) state;
  scores[1].evidence = "证";
  scores[1].reason = "因";
  bad.scorer = 0;
  assert_refused (pe_dossier_builder_add_declared_scores (builder, &bad, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  "/declared/0/scorer");
  bad.scorer = 5;
  assert_int_equal (pe_dossier_builder_add_declared_scores (builder, &bad, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  bad = scores[0];
  bad.indicator = "";
  assert_refused (pe_dossier_builder_add_declared_scores (builder, &bad, 1, &error), &error, PE_ERROR_TEXT_EMPTY,
                  "/declared/0/indicator");
  bad = scores[0];
  bad.score.scale = -1;
  assert_refused (pe_dossier_builder_add_declared_scores (builder, &bad, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  "/declared/0/score");
  assert_int_equal (pe_dossier_builder_add_declared_scores (builder, scores, 3, NULL), PE_OK);
  dossier = finish (builder);
  assert_int_equal (pe_dossier_get_n_declared_scores (dossier), 3);
  pe_declared_score_init (&out, sizeof out);
  assert_int_equal (pe_dossier_get_declared_score (&out, dossier, 1, NULL), PE_OK);
  assert_string_equal (out.indicator, "1");
  assert_string_equal (out.evidence, "证");
  assert_string_equal (out.reason, "因");
  assert_int_equal (out.scorer, PE_SCORER_FINANCE);
  assert_int_equal (out.score.coefficient, -3);
  pe_dossier_unref (dossier);
}

static void
test_readings (void **state)
{
  pe_dossier_builder *builder = make_builder ();
  const pe_reading    readings[2] = { make_reading ("/budget/lines/0/adjusted"), make_reading ("/a") };
  pe_reading          out, bad = readings[0];
  pe_dossier         *dossier;
  pe_error           *error = NULL;

  (void) state;
  bad.path = NULL;
  assert_refused (pe_dossier_builder_add_readings (builder, &bad, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  "/readings/0/path");
  bad = readings[0];
  bad.printed = "";
  assert_refused (pe_dossier_builder_add_readings (builder, &bad, 1, &error), &error, PE_ERROR_TEXT_EMPTY,
                  "/readings/0/printed");
  bad = readings[0];
  bad.meaning = "\xf8";
  assert_refused (pe_dossier_builder_add_readings (builder, &bad, 1, &error), &error, PE_ERROR_INVALID_UTF8,
                  "/readings/0/meaning");
  bad = readings[0];
  bad.reserved = 2;
  assert_refused (pe_dossier_builder_add_readings (builder, &bad, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  "/readings/0/reserved");
  assert_int_equal (pe_dossier_builder_add_readings (builder, readings, 2, NULL), PE_OK);
  dossier = finish (builder);
  assert_int_equal (pe_dossier_get_n_readings (dossier), 2);
  pe_reading_init (&out, sizeof out);
  assert_int_equal (pe_dossier_get_reading (&out, dossier, 0, NULL), PE_OK);
  assert_string_equal (out.path, "/budget/lines/0/adjusted");
  assert_string_equal (out.printed, "全年预算收入");
  assert_string_equal (out.meaning, "全年预算数");
  pe_dossier_unref (dossier);
}

/* The stride of a table is its first element's size. */
static void
test_stride (void **state)
{
  struct
  {
    pe_fact  fact;
    uint64_t more;
  } facts[2] = { { make_fact ("1", "a", "1"), 0 }, { make_fact ("1", "b", "2"), 0 } };
  pe_dossier_builder *builder = make_builder ();
  pe_dossier         *dossier;
  pe_error           *error = NULL;
  pe_fact             out;

  (void) state;
  facts[0].fact.struct_size = facts[1].fact.struct_size = sizeof facts[0];
  assert_int_equal (pe_dossier_builder_add_facts (builder, &facts[0].fact, 2, NULL), PE_OK);
  facts[1].more = 1;
  assert_refused (pe_dossier_builder_add_facts (builder, &facts[0].fact, 2, &error), &error, PE_ERROR_UNSUPPORTED,
                  "/facts/1");
  facts[0].fact.struct_size = 8;
  assert_refused (pe_dossier_builder_add_facts (builder, &facts[0].fact, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  "/facts/0");
  dossier = finish (builder);
  assert_int_equal (pe_dossier_get_n_facts (dossier), 2);
  pe_fact_init (&out, sizeof out);
  assert_int_equal (pe_dossier_get_fact (&out, dossier, 1, NULL), PE_OK);
  assert_string_equal (out.name, "b");
  pe_dossier_unref (dossier);
}

static void
test_arguments (void **state)
{
  pe_dossier_builder     *builder = make_builder ();
  const pe_fact           fact = make_fact ("1", "a", "1");
  const pe_row            row = make_row ("1", 0, "甲");
  const pe_declared_score score = make_score ("1", PE_SCORER_SELF, 1);
  const pe_reading        reading = make_reading ("/a");
  const pe_status         bad = PE_ERROR_INVALID_ARGUMENT;

  (void) state;
  assert_int_equal (pe_dossier_builder_add_facts (NULL, &fact, 1, NULL), bad);
  assert_int_equal (pe_dossier_builder_add_facts (builder, NULL, 1, NULL), bad);
  assert_int_equal (pe_dossier_builder_add_facts (builder, &fact, G_MAXSIZE, NULL), PE_ERROR_LIMIT_ITEMS);
  assert_int_equal (pe_dossier_builder_add_rows (NULL, &row, 1, NULL), bad);
  assert_int_equal (pe_dossier_builder_add_rows (builder, NULL, 1, NULL), bad);
  assert_int_equal (pe_dossier_builder_add_rows (builder, NULL, 0, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_add_declared_scores (NULL, &score, 1, NULL), bad);
  assert_int_equal (pe_dossier_builder_add_declared_scores (builder, NULL, 1, NULL), bad);
  assert_int_equal (pe_dossier_builder_add_declared_scores (builder, NULL, 0, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_add_readings (NULL, &reading, 1, NULL), bad);
  assert_int_equal (pe_dossier_builder_add_readings (builder, NULL, 1, NULL), bad);
  assert_int_equal (pe_dossier_builder_add_readings (builder, NULL, 0, NULL), PE_OK);
  pe_dossier_builder_free (builder);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_init),     cmocka_unit_test (test_facts),        cmocka_unit_test (test_refused_facts),
    cmocka_unit_test (test_rows),     cmocka_unit_test (test_refused_rows), cmocka_unit_test (test_declared),
    cmocka_unit_test (test_readings), cmocka_unit_test (test_stride),       cmocka_unit_test (test_arguments),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
