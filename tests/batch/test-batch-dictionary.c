/* test-batch-dictionary.c - fields of indexes into a dictionary: of numbers, of written numbers, of words
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "record-batch.h"

#include <string.h>

static pe_batch_plan *plan;

/* Imports and scores, and releases the columns: the totals and statuses of the rows. */
static void
score (batch *self, int64_t totals[ROWS], int32_t statuses[ROWS])
{
  pe_batch_arrow        *columns = NULL;
  const pe_batch_column *given;
  pe_batch_output        output;
  pe_batch_results       results;
  size_t                 n;

  assert_int_equal (pe_batch_arrow_import (&columns, plan, &self->schema, &self->array, NULL, NULL, NULL), PE_OK);
  given = pe_batch_arrow_get_columns (columns, &n);
  pe_batch_output_init (&output, sizeof output);
  output.points = totals;
  pe_batch_results_init (&results, sizeof results);
  results.nodes = &output;
  results.n_nodes = 1;
  results.statuses = statuses;
  assert_int_equal (pe_batch_run (NULL, plan, given, n, &results, pe_batch_arrow_get_n_units (columns), NULL, NULL),
                    PE_OK);
  pe_batch_arrow_free (columns);
  assert_int_equal (self->n_released, 1);
}

static void
check (batch *self, const int64_t expected[ROWS])
{
  int64_t totals[ROWS];
  int32_t statuses[ROWS];

  score (self, totals, statuses);
  for (size_t i = 0; i < ROWS; i++)
    {
      assert_int_equal (totals[i], expected[i]);
      assert_int_equal (statuses[i], PE_OK);
    }
}

/* The last row's cell is at fault, and it alone. */
static void
check_last_at_fault (batch *self, const int64_t expected[ROWS])
{
  int64_t totals[ROWS];
  int32_t statuses[ROWS];

  score (self, totals, statuses);
  for (size_t i = 0; i < ROWS - 1; i++)
    {
      assert_int_equal (totals[i], expected[i]);
      assert_int_equal (statuses[i], PE_OK);
    }
  assert_int_not_equal (statuses[ROWS - 1], PE_OK);
}

static void
refuse (batch *self, pe_status expected)
{
  pe_batch_arrow *columns = NULL;
  pe_error       *error = NULL;

  assert_int_equal (pe_batch_arrow_import (&columns, plan, &self->schema, &self->array, NULL, NULL, &error), expected);
  assert_int_equal (pe_error_get_status (error), expected);
  assert_null (columns);
  assert_non_null (self->array.release);
  assert_int_equal (self->n_released, 0);
  pe_error_unref (error);
}

/* Numbers */

static const int64_t numbers[] = { 0, 96, 1, 250 };
static const uint8_t indexes[] = { 1, 2, 0, 3 };
static const int64_t expected[] = { 960, 10, 0, 1000 };

static void
test_indexes (void **state)
{
  static const uint16_t two[] = { 1, 2, 0, 3 };
  static const uint32_t four[] = { 1, 2, 0, 3 };
  static const uint64_t eight[] = { 1, 2, 0, 3 };
  const struct
  {
    const char *format;
    const void *values;
  } cases[] = { { "c", indexes }, { "C", indexes }, { "s", two },   { "S", two },
                { "i", four },    { "I", four },    { "l", eight }, { "L", eight } };
  batch one;

  (void) state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    {
      batch_init (&one, cases[i].format, cases[i].values);
      batch_add_dictionary (&one, "l", 4, numbers, NULL);
      check (&one, expected);
    }
}

/* 200 words: an index above 127 is not negative where its type has no sign. */
static void
test_unsigned (void **state)
{
  static const uint8_t high[] = { 199, 128, 0, 198 };
  int8_t               words[200] = { 0 };
  batch                one;

  (void) state;
  words[199] = 96;
  words[128] = 1;
  words[198] = 100;
  batch_init (&one, "C", high);
  batch_add_dictionary (&one, "c", 200, words, NULL);
  check (&one, expected);
  batch_init (&one, "c", high);
  batch_add_dictionary (&one, "c", 200, words, NULL);
  refuse (&one, PE_ERROR_BATCH_ARROW);
}

/* Rows that were cut off before these, and words that were cut off before those. */
static void
test_offsets (void **state)
{
  static const int64_t cut[] = { 7, 7, 0, 96, 1, 250 };
  static const uint8_t rows[] = { 9, 1, 2, 0, 3 };
  batch                one;

  (void) state;
  batch_init (&one, "C", rows);
  batch_add_dictionary (&one, "l", 4, cut, NULL);
  one.columns[0].offset = 1;
  one.words.offset = 2;
  check (&one, expected);
}

/* A row is missing by its own bitmap, whatever its index is, or because its word is. */
static void
test_missing (void **state)
{
  static const uint8_t rows[] = { 1, 200, 0, 3 };
  static const uint8_t validity[] = { 0x0d }, words_validity[] = { 0x07 };
  static const int64_t some[] = { 960, 0, 0, 0 };
  batch                one;

  (void) state;
  batch_init (&one, "C", rows);
  batch_add_dictionary (&one, "l", 4, numbers, NULL);
  one.buffers[0][0] = validity;
  one.columns[0].null_count = 1;
  one.words_buffers[0] = words_validity;
  one.words.null_count = 1;
  check (&one, some);
}

/* 96.00, 1.00, 0, and 2^63, which has 65 bits. */
static void
test_decimals (void **state)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  static const int64_t halves[] = { 0, 0, 9600, 0, 100, 0, INT64_MIN, 0 };
#else
  static const int64_t halves[] = { 0, 0, 0, 9600, 0, 100, 0, INT64_MIN };
#endif
  static const uint8_t narrow[] = { 1, 2, 0, 1 };
  static const int64_t all[] = { 960, 10, 0, 960 };
  batch                one;

  (void) state;
  batch_init (&one, "C", indexes);
  batch_add_dictionary (&one, "d:38,2", 4, halves, NULL);
  check_last_at_fault (&one, expected);
  batch_init (&one, "C", narrow);
  batch_add_dictionary (&one, "d:38,2", 4, halves, NULL);
  check (&one, all);
}

static void
test_bits (void **state)
{
  static const uint8_t bits[] = { 0x02 }, rows[] = { 1, 0, 0, 1 };
  static const int64_t of_bits[] = { 10, 0, 0, 10 };
  batch                one;

  (void) state;
  batch_init (&one, "C", rows);
  batch_add_dictionary (&one, "b", 2, bits, NULL);
  check (&one, of_bits);
}

/* Texts */

/* 96.25 is 9.625, so 9.63; an empty text is missing; 0.5 is 0.05; a word in a column of numbers is a fault of its cell. */
static void
test_texts (void **state)
{
  static const char    data[] = "96.250.5many";
  static const int32_t offsets[] = { 0, 5, 5, 8, 12 };
  static const int64_t large[] = { 0, 5, 5, 8, 12 };
  static const uint8_t rows[] = { 0, 1, 2, 3 };
  static const int64_t texts[] = { 963, 0, 5, 0 };
  batch                one;

  (void) state;
  batch_init (&one, "C", rows);
  batch_add_dictionary (&one, "u", 4, offsets, data);
  check_last_at_fault (&one, texts);
  batch_init (&one, "C", rows);
  batch_add_dictionary (&one, "U", 4, large, data);
  check_last_at_fault (&one, texts);
}

/* The person's grade is a word, twice in the dictionary; a score outside the band of its grade is invalid. */
static void
test_words (void **state)
{
  static const char graded[]
      = "{\"format\":\"perfeval-rulebook/1\",\"id\":\"one-grade\",\"edition\":\"1\",\"title\":{\"zh\":\"一项\"},"
        "\"kind\":\"project\",\"fiscal_years\":{\"first\":2023,\"last\":2023},\"status\":\"sample\",\"full_marks\":"
        "\"10\",\"rounding\":{\"rate\":{\"places\":2,\"mode\":\"half_up\"},\"leaf\":{\"places\":2,\"mode\":"
        "\"half_up\"},\"subtotal\":null,\"total\":{\"places\":2,\"mode\":\"half_up\"},\"rank_on\":\"rounded\"},"
        "\"policies\":{\"missing\":\"zero\",\"not_applicable\":\"error\",\"zero_denominator\":\"error\",\"text\":"
        "\"error\",\"invalid\":\"error\"},\"grades\":[{\"id\":\"any\",\"name\":{\"zh\":\"等\"},\"from\":\"0\"}],"
        "\"indicators\":[{\"code\":\"1\",\"name\":{\"zh\":\"评\"},\"full_marks\":\"10\",\"rule\":{\"shape\":"
        "\"graded/1\",\"bands\":[{\"id\":\"high\",\"name\":{\"zh\":\"高\"},\"from\":\"0.8\",\"to\":\"1\",\"ends\":"
        "\"[]\"},{\"id\":\"low\",\"name\":{\"zh\":\"低\"},\"from\":\"0\",\"to\":\"0.8\",\"ends\":\"[)\"}]}}]}";
  static const char    data[] = "lowhighhigh";
  static const int32_t offsets[] = { 0, 3, 7, 11 };
  static const uint8_t rows[] = { 0, 1, 2, 0 };
  static const int8_t  scores[] = { 5, 8, 9, 9 };
  static const int64_t points[] = { 500, 800, 900, 0 };
  pe_batch_plan       *ratio = plan;
  pe_rulebook         *rulebook = NULL;
  batch                one;

  (void) state;
  plan = NULL;
  assert_int_equal (pe_rulebook_from_json (&rulebook, graded, strlen (graded), NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_batch_plan_new (&plan, rulebook, NULL, NULL, NULL), PE_OK);
  batch_init (&one, "C", rows);
  batch_add_dictionary (&one, "u", 3, offsets, data);
  one.fields[0].name = "1/grade";
  one.fields[1].name = "1/score";
  one.fields[1].format = "c";
  one.buffers[1][1] = scores;
  check_last_at_fault (&one, points);

  /* Numbers are no words. */
  batch_init (&one, "C", rows);
  batch_add_dictionary (&one, "l", 4, numbers, NULL);
  one.fields[0].name = "1/grade";
  refuse (&one, PE_ERROR_BATCH_ARROW_TYPE);
  pe_batch_plan_unref (plan);
  pe_rulebook_unref (rulebook);
  plan = ratio;
}

static void
test_nothing (void **state)
{
  pe_batch_arrow *columns = NULL;
  batch           one;

  (void) state;
  batch_init (&one, "C", NULL);
  batch_add_dictionary (&one, "l", 0, NULL, NULL);
  one.array.length = 0;
  assert_int_equal (pe_batch_arrow_import (&columns, plan, &one.schema, &one.array, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_batch_arrow_get_n_units (columns), 0);
  pe_batch_arrow_free (columns);

  /* Rows without a word that they could be. */
  batch_init (&one, "C", indexes);
  batch_add_dictionary (&one, "l", 0, NULL, NULL);
  refuse (&one, PE_ERROR_BATCH_ARROW);
}

/* Refusals */

static void
test_wild_indexes (void **state)
{
  static const int8_t  below[] = { 1, -1, 0, 3 }, beyond[] = { 1, 2, 0, 4 };
  static const int64_t lowest[] = { 1, INT64_MIN, 0, 3 };
  const struct
  {
    const char *format;
    const void *values;
  } cases[] = { { "c", below }, { "C", below }, { "c", beyond }, { "C", beyond }, { "l", lowest }, { "L", lowest } };
  batch one;

  (void) state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    {
      batch_init (&one, cases[i].format, cases[i].values);
      batch_add_dictionary (&one, "l", 4, numbers, NULL);
      refuse (&one, PE_ERROR_BATCH_ARROW);
    }
}

static void
test_types (void **state)
{
  static const char *const formats[] = { "f", "u", "b", "n", "d:5,2", "CC", "" };
  struct ArrowSchema       inner = { .format = "l" };
  batch                    one;

  (void) state;
  for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
    {
      batch_init (&one, formats[i], indexes);
      batch_add_dictionary (&one, "l", 4, numbers, NULL);
      refuse (&one, PE_ERROR_BATCH_ARROW_TYPE);
    }
  batch_init (&one, "C", indexes);
  batch_add_dictionary (&one, "g", 4, numbers, NULL);
  refuse (&one, PE_ERROR_BATCH_ARROW_TYPE);
  batch_init (&one, "C", indexes);
  batch_add_dictionary (&one, "C", 4, indexes, NULL);
  one.words_schema.dictionary = &inner;
  refuse (&one, PE_ERROR_BATCH_ARROW_TYPE);
}

static void
test_contradictions (void **state)
{
  batch one;

  (void) state;
  for (int i = 0; i < 9; i++)
    {
      batch_init (&one, "C", indexes);
      batch_add_dictionary (&one, "l", 4, numbers, NULL);
      switch (i)
        {
        case 0:
          one.fields[0].dictionary = NULL;
          break;
        case 1:
          one.columns[0].dictionary = NULL;
          break;
        case 2:
          one.words.release = NULL;
          break;
        case 3:
          one.words_schema.release = NULL;
          break;
        case 4:
          one.words_schema.format = NULL;
          break;
        case 5:
          one.words.length = -1;
          break;
        case 6:
          one.words_buffers[1] = NULL;
          break;
        case 7:
          one.columns[0].n_buffers = 3;
          break;
        default:
          one.buffers[0][1] = NULL;
          break;
        }
      refuse (&one, PE_ERROR_BATCH_ARROW);
    }
}

static int
build (void **state)
{
  (void) state;
  plan = make_ratio_plan ();
  return plan != NULL ? 0 : 1;
}

static int
release (void **state)
{
  (void) state;
  pe_batch_plan_unref (plan);
  return 0;
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_indexes),      cmocka_unit_test (test_unsigned), cmocka_unit_test (test_offsets),
    cmocka_unit_test (test_missing),      cmocka_unit_test (test_decimals), cmocka_unit_test (test_bits),
    cmocka_unit_test (test_texts),        cmocka_unit_test (test_words),    cmocka_unit_test (test_nothing),
    cmocka_unit_test (test_wild_indexes), cmocka_unit_test (test_types),    cmocka_unit_test (test_contradictions),
  };

  return cmocka_run_group_tests (tests, build, release);
}
