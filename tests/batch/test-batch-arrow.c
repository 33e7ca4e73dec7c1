/* test-batch-arrow.c - record batches built by hand: types, offsets, nulls, what contradicts itself; and results as one
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "record-batch.h"

#include <string.h>

static pe_batch_plan *plan;

/* Imports and scores; the totals and statuses of the rows. */
static pe_batch_arrow *
score (batch *self, const pe_batch_arrow_options *options, int64_t totals[ROWS], int32_t statuses[ROWS])
{
  pe_batch_arrow        *columns = NULL;
  const pe_batch_column *given;
  pe_batch_output        output;
  pe_batch_results       results;
  size_t                 n;

  assert_int_equal (pe_batch_arrow_import (&columns, plan, &self->schema, &self->array, options, NULL, NULL), PE_OK);
  assert_null (self->array.release);
  given = pe_batch_arrow_get_columns (columns, &n);
  assert_int_equal (n, 2);
  assert_int_equal (pe_batch_arrow_get_n_units (columns), self->array.length);
  pe_batch_output_init (&output, sizeof output);
  output.points = totals;
  pe_batch_results_init (&results, sizeof results);
  results.nodes = &output;
  results.n_nodes = 1;
  results.statuses = statuses;
  assert_int_equal (pe_batch_run (NULL, plan, given, n, &results, (uint64_t) self->array.length, NULL, NULL), PE_OK);
  return columns;
}

static void
check (batch *self, const int64_t expected[ROWS])
{
  int64_t         totals[ROWS];
  int32_t         statuses[ROWS];
  pe_batch_arrow *columns = score (self, NULL, totals, statuses);

  for (size_t i = 0; i < ROWS; i++)
    {
      assert_int_equal (totals[i], expected[i]);
      assert_int_equal (statuses[i], PE_OK);
    }
  assert_int_equal (self->n_released, 0);
  pe_batch_arrow_free (columns);
  assert_int_equal (self->n_released, 1);
}

/* Numbers */

static void
test_integers (void **state)
{
  static const int64_t wide[] = { 96, 1, 0, 250 };
  static const int32_t word[] = { 96, 1, 0, 250 };
  static const int16_t half[] = { 96, 1, 0, 250 };
  static const int8_t  byte[] = { 96, 1, 0, 120 };
  static const uint8_t bits[] = { 0x05 }; /* 1, 0, 1, 0 */
  static const int64_t expected[] = { 960, 10, 0, 1000 }, of_bits[] = { 10, 0, 10, 0 };
  const struct
  {
    const char    *format;
    const void    *values;
    const int64_t *expected;
  } cases[] = { { "l", wide, expected }, { "i", word, expected },        { "s", half, expected },
                { "c", byte, expected }, { "d:9,0,32", word, expected }, { "d:18,0,64", wide, expected },
                { "b", bits, of_bits } };
  batch one;

  (void) state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    {
      batch_init (&one, cases[i].format, cases[i].values);
      check (&one, cases[i].expected);
    }
}

/* In place: the column points into the array. */
static void
test_in_place (void **state)
{
  static const int64_t values[] = { 7, 96, 1, 0, 250 };
  pe_batch_arrow      *columns = NULL;
  batch                one;

  (void) state;
  batch_init (&one, "l", values);
  one.columns[0].offset = 1;
  assert_int_equal (pe_batch_arrow_import (&columns, plan, &one.schema, &one.array, NULL, NULL, NULL), PE_OK);
  assert_ptr_equal (pe_batch_arrow_get_columns (columns, NULL)[0].values, values + 1);
  pe_batch_arrow_free (columns);
}

/* The batch is cut out of a longer one, and its column of one longer still: 2 + 1 rows lie before it. */
static void
test_offsets (void **state)
{
  static const int64_t values[] = { 7, 7, 7, 96, 1, 0, 250 };
  static const uint8_t validity[] = { 0x28 }; /* of rows 3 to 6: there, missing, there, missing */
  static const int64_t expected[] = { 960, 0, 0, 0 };
  batch                one;

  (void) state;
  batch_init (&one, "l", values);
  one.array.offset = 2;
  one.columns[0].offset = 1;
  one.columns[0].length = one.columns[1].length = 6;
  one.columns[0].null_count = -1;
  one.buffers[0][0] = validity;
  check (&one, expected);
}

/* A bitmap that is there does not count where null_count says that nothing is missing; without one everything is there. */
static void
test_no_nulls (void **state)
{
  static const int64_t values[] = { 96, 1, 0, 250 }, expected[] = { 960, 10, 0, 1000 };
  static const uint8_t validity[] = { 0 };
  batch                one;

  (void) state;
  batch_init (&one, "l", values);
  one.buffers[0][0] = validity;
  check (&one, expected);
  batch_init (&one, "l", values);
  one.columns[0].null_count = -1;
  check (&one, expected);
}

static void
test_scales (void **state)
{
  static const int64_t   values[] = { 9600, 100, 0, 25000 }, expected[] = { 960, 10, 0, 1000 };
  const int32_t          scales[] = { 2, 0 };
  pe_batch_arrow_options options;
  int64_t                totals[ROWS];
  int32_t                statuses[ROWS];
  batch                  one;

  (void) state;
  pe_batch_arrow_options_init (&options, sizeof options);
  options.scales = scales;
  batch_init (&one, "l", values);
  assert_int_equal (pe_batch_arrow_import (NULL, plan, &one.schema, &one.array, &options, NULL, NULL),
                    PE_ERROR_INVALID_ARGUMENT);
  options.n_inputs = 2;
  pe_batch_arrow_free (score (&one, &options, totals, statuses));
  assert_memory_equal (totals, expected, sizeof totals);
  batch_init (&one, "d:18,2,64", values); /* has its own */
  options.scales = (const int32_t[]) { 7, 0 };
  pe_batch_arrow_free (score (&one, &options, totals, statuses));
  assert_memory_equal (totals, expected, sizeof totals);
}

/* 96.00, one that is missing and too wide, 1.00, and 2^63, which has 65 bits: only that unit is spoilt. */
static void
test_wide_decimals (void **state)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  static const int64_t halves[] = { 9600, 0, 5, 5, 100, 0, INT64_MIN, 0 };
  static const int64_t negative[] = { 9600, 0, 100, 0, 0, 0, -100, -1 };
#else
  static const int64_t halves[] = { 0, 9600, 5, 5, 0, 100, 0, INT64_MIN };
  static const int64_t negative[] = { 0, 9600, 0, 100, 0, 0, -1, -100 };
#endif
  static const uint8_t validity[] = { 0x0d };
  int64_t              totals[ROWS];
  int32_t              statuses[ROWS];
  batch                one;

  (void) state;
  batch_init (&one, "d:38,2", halves);
  one.columns[0].null_count = 1;
  one.buffers[0][0] = validity;
  pe_batch_arrow_free (score (&one, NULL, totals, statuses));
  assert_memory_equal (totals, ((const int64_t[]) { 960, 0, 10, 0 }), sizeof totals);
  assert_memory_equal (statuses, ((const int32_t[]) { 0, 0, 0 }), 3 * sizeof statuses[0]);
  assert_int_not_equal (statuses[3], PE_OK);

  /* A negative one is sign-extended, and nothing has to be written anew. */
  batch_init (&one, "d:38,2", negative);
  {
    pe_batch_arrow *columns = score (&one, NULL, totals, statuses);

    assert_null (pe_batch_arrow_get_columns (columns, NULL)[0].states);
    assert_int_equal (totals[0], 960);
    assert_int_equal (totals[1], 10);
    pe_batch_arrow_free (columns);
  }
}

/* Texts */

static void
check_texts (batch *one)
{
  int64_t totals[ROWS];
  int32_t statuses[ROWS];

  pe_batch_arrow_free (score (one, NULL, totals, statuses));
  assert_memory_equal (totals, ((const int64_t[]) { 963, 0, 0, 5 }), sizeof totals);
  assert_int_equal (statuses[0], PE_OK);
  assert_int_equal (statuses[1], PE_OK);
  assert_int_not_equal (statuses[2], PE_OK);
  assert_int_equal (statuses[3], PE_OK);
}

/* 96.25, nothing, a word, 0.5: 9.625 is 9.63, 0.05; the offset skips a row. */
static void
test_texts (void **state)
{
  static const char    data[] = "x96.25many0.5";
  static const int32_t offsets[] = { 0, 1, 6, 6, 10, 13 };
  static const int64_t large[] = { 0, 1, 6, 6, 10, 13 };
  static const uint8_t validity[] = { 0x1f };
  batch                one;

  (void) state;
  for (int is_large = 0; is_large < 2; is_large++)
    {
      batch_init (&one, is_large ? "U" : "u", is_large ? (const void *) large : offsets);
      one.columns[0].offset = 1;
      one.columns[0].n_buffers = 3;
      one.columns[0].null_count = -1;
      one.buffers[0][0] = validity;
      one.buffers[0][2] = data;
      check_texts (&one);
    }
}

static void
test_views (void **state)
{
  static const char    data[] = "...96.250000000000";
  static const int64_t sizes[] = { 17 };
  char                 views[ROWS][16] = { { 0 } };
  const int32_t        longer[] = { 14, 0, 0, 3 };
  const int32_t        lengths[] = { 0, 4, 3 };
  batch                one;

  (void) state;
  memcpy (views[0], longer, sizeof longer);
  memcpy (views[0] + 4, "96.2", 4);
  for (size_t i = 1; i < ROWS; i++)
    memcpy (views[i], &lengths[i - 1], 4);
  memcpy (views[2] + 4, "many", 4);
  memcpy (views[3] + 4, "0.5", 3);
  batch_init (&one, "vu", views);
  one.columns[0].n_buffers = 4;
  one.buffers[0][2] = data;
  one.buffers[0][3] = sizes;
  check_texts (&one);

  /* Of a buffer that there is not, and past the end of one. */
  for (int32_t i = 0; i < 2; i++)
    {
      const int32_t   outside[] = { 15, 0, 1 - i, 3 };
      pe_batch_arrow *columns = NULL;

      memcpy (views[0], outside, sizeof outside);
      batch_init (&one, "vu", views);
      one.columns[0].n_buffers = 4;
      one.buffers[0][2] = data;
      one.buffers[0][3] = sizes;
      assert_int_equal (pe_batch_arrow_import (&columns, plan, &one.schema, &one.array, NULL, NULL, NULL),
                        PE_ERROR_BATCH_ARROW);
      assert_null (columns);
    }
}

static void
test_null_type (void **state)
{
  static const int64_t expected[] = { 0, 0, 0, 0 };
  batch                one;

  (void) state;
  batch_init (&one, "n", NULL);
  one.columns[0].n_buffers = 0;
  one.columns[0].buffers = NULL;
  one.columns[0].null_count = ROWS;
  check (&one, expected);
}

/* Refusals */

/* Each spoils a batch in one way. */
typedef enum
{
  RELEASED_ARRAY,
  RELEASED_SCHEMA,
  RELEASED_CHILD,
  NO_CHILD,
  NO_CHILDREN,
  NO_FIELD,
  FEWER_CHILDREN,
  NEGATIVE_LENGTH,
  NEGATIVE_OFFSET,
  HUGE_LENGTH,
  NEGATIVE_CHILD,
  SHORT_CHILD,
  CHILD_BEHIND_OFFSET,
  NULL_COUNT,
  NO_BITMAP,
  ONE_BUFFER,
  THREE_BUFFERS,
  NEGATIVE_BUFFERS,
  NO_BUFFERS,
  NO_VALUES,
  UNITS_MISSING,
  NO_FORMAT,
  GRANDCHILDREN,
  N_SPOILS
} spoil;

static void
batch_spoil (batch *self, spoil how)
{
  static const uint8_t bitmap[] = { 0x0e };

  switch (how)
    {
    case RELEASED_ARRAY:
      self->array.release = NULL;
      break;
    case RELEASED_SCHEMA:
      self->schema.release = NULL;
      break;
    case RELEASED_CHILD:
      self->columns[0].release = NULL;
      break;
    case NO_CHILD:
      self->column_pointers[0] = NULL;
      break;
    case NO_CHILDREN:
      self->array.children = NULL;
      break;
    case NO_FIELD:
      self->field_pointers[0] = NULL;
      break;
    case FEWER_CHILDREN:
      self->array.n_children = 1;
      break;
    case NEGATIVE_LENGTH:
      self->array.length = -1;
      break;
    case NEGATIVE_OFFSET:
      self->array.offset = -1;
      break;
    case HUGE_LENGTH:
      self->array.length = INT64_MAX;
      break;
    case NEGATIVE_CHILD:
      self->columns[0].offset = INT64_MIN;
      break;
    case SHORT_CHILD:
      self->columns[0].length = ROWS - 1;
      break;
    case CHILD_BEHIND_OFFSET:
      self->array.offset = 1;
      break;
    case NULL_COUNT:
      self->columns[0].null_count = -2;
      break;
    case NO_BITMAP:
      self->columns[0].null_count = 1;
      break;
    case ONE_BUFFER:
      self->columns[0].n_buffers = 1;
      break;
    case THREE_BUFFERS:
      self->columns[0].n_buffers = 3;
      break;
    case NEGATIVE_BUFFERS:
      self->columns[0].n_buffers = -1;
      break;
    case NO_BUFFERS:
      self->columns[0].buffers = NULL;
      break;
    case NO_VALUES:
      self->buffers[0][1] = NULL;
      break;
    case UNITS_MISSING:
      self->no_buffers[0] = bitmap;
      self->array.null_count = 1;
      break;
    case NO_FORMAT:
      self->fields[0].format = NULL;
      break;
    case GRANDCHILDREN:
      self->columns[0].n_children = 1;
      break;
    default:
      fail ();
    }
}

static void
test_contradictions (void **state)
{
  static const int64_t values[] = { 96, 1, 0, 250 };

  (void) state;
  for (spoil how = 0; how < N_SPOILS; how++)
    {
      pe_batch_arrow *columns = NULL;
      pe_error       *error = NULL;
      batch           one;

      batch_init (&one, "l", values);
      batch_spoil (&one, how);
      assert_int_equal (pe_batch_arrow_import (&columns, plan, &one.schema, &one.array, NULL, NULL, &error),
                        PE_ERROR_BATCH_ARROW);
      assert_int_equal (pe_error_get_status (error), PE_ERROR_BATCH_ARROW);
      assert_null (columns);
      assert_int_equal (one.n_released, 0);
      assert_int_equal (one.array.release != NULL, how != RELEASED_ARRAY);
      pe_error_unref (error);
    }
}

static void
test_types (void **state)
{
  static const char *const formats[]
      = { "g",   "f",    "L",      "C",       "e",         "z",      "tdD",       "+l",  "",   "d:",
          "d:5", "d:5,", "d:5,-1", "d:38,19", "d:5,2,256", "d:5,2,", "d:5,2,64,", "w:8", "ll", "d:,2" };
  static const int64_t values[16] = { 0 };

  (void) state;
  for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
    {
      pe_batch_arrow *columns = NULL;
      batch           one;

      batch_init (&one, formats[i], values);
      assert_int_equal (pe_batch_arrow_import (&columns, plan, &one.schema, &one.array, NULL, NULL, NULL),
                        PE_ERROR_BATCH_ARROW_TYPE);
      assert_null (columns);
      assert_non_null (one.array.release);
    }
}

static void
test_duplicate (void **state)
{
  static const int64_t values[] = { 96, 1, 0, 250 };
  pe_batch_arrow      *columns = NULL;
  batch                one;

  (void) state;
  batch_init (&one, "l", values);
  one.fields[1].name = "1/actual";
  assert_int_equal (pe_batch_arrow_import (&columns, plan, &one.schema, &one.array, NULL, NULL, NULL),
                    PE_ERROR_CODE_DUPLICATE);
  batch_init (&one, "l", values);
  one.schema.format = "l";
  assert_int_equal (pe_batch_arrow_import (&columns, plan, &one.schema, &one.array, NULL, NULL, NULL),
                    PE_ERROR_BATCH_ARROW_TYPE);
}

/* Offsets that run backwards, or begin before the text. */
static void
test_text_offsets (void **state)
{
  static const int32_t backwards[] = { 0, 3, 1, 1, 1 }, negative[] = { -1, 3, 3, 3, 3 };
  const int32_t *const cases[] = { backwards, negative };

  (void) state;
  for (size_t i = 0; i < 2; i++)
    {
      pe_batch_arrow *columns = NULL;
      batch           one;

      batch_init (&one, "u", cases[i]);
      one.columns[0].n_buffers = 3;
      one.buffers[0][2] = "1234";
      assert_int_equal (pe_batch_arrow_import (&columns, plan, &one.schema, &one.array, NULL, NULL, NULL),
                        PE_ERROR_BATCH_ARROW);
    }
}

/* A field that is no input is noted; a name that is no text does no harm; the input has no column then. */
static void
test_unused (void **state)
{
  static const int64_t values[] = { 96, 1, 0, 250 };
  pe_batch_arrow      *columns = NULL;
  pe_findings         *findings = NULL;
  const char *const    names[] = { "unit", "\xff", NULL };

  (void) state;
  for (size_t i = 0; i < 3; i++)
    {
      batch one;

      batch_init (&one, "g", values);
      one.fields[0].name = names[i];
      assert_int_equal (pe_batch_arrow_import (&columns, plan, &one.schema, &one.array, NULL, &findings, NULL), PE_OK);
      assert_int_equal (pe_findings_get_size (findings), 1);
      assert_int_equal (pe_finding_get_code (pe_findings_get (findings, 0)), PE_NOTE_BATCH_UNUSED);
      assert_int_equal (pe_batch_arrow_get_columns (columns, NULL)[0].type, 0);
      pe_findings_unref (findings);
      pe_batch_arrow_free (columns);
    }
}

/* Export */

static void
describe (pe_batch_results *results, pe_batch_output outputs[2], int64_t points[2][ROWS], uint8_t states[2][ROWS],
          int32_t *grades, int32_t *statuses)
{
  for (size_t i = 0; i < 2; i++)
    {
      pe_batch_output_init (&outputs[i], sizeof outputs[i]);
      outputs[i].points = points[i];
      outputs[i].states = states[i];
    }
  pe_batch_results_init (results, sizeof *results);
  results->nodes = outputs;
  results->n_nodes = 2;
  results->grades = grades;
  results->statuses = statuses;
}

static void
check_points (const struct ArrowArray *array, const int64_t expected[ROWS], uint8_t validity)
{
  const int64_t *halves = array->buffers[1];
  const size_t   low = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? 0 : 1;

  assert_int_equal (array->n_buffers, 2);
  assert_int_equal (*(const uint8_t *) array->buffers[0], validity);
  for (size_t i = 0; i < ROWS; i++)
    {
      assert_int_equal (halves[2 * i + low], expected[i]);
      assert_int_equal (halves[2 * i + 1 - low], expected[i] < 0 ? -1 : 0);
    }
}

static void
test_export (void **state)
{
  static const char *const names[] = { "total", "total/state", "1", "1/state", "grade", "status" };
  static const char *const formats[] = { "d:19,2", "C", "d:19,2", "C", "i", "i" };
  int64_t                  points[2][ROWS] = { { 960, 10, -5, 0 }, { 960, 10, -5, 0 } };
  uint8_t                  states[2][ROWS] = { { 1, 1, 1, PE_STATE_INVALID }, { 1, 1, 1, PE_STATE_ZERO_DENOMINATOR } };
  int32_t                  grades[] = { 0, 1, 1, -1 }, statuses[] = { 0, 0, 0, PE_ERROR_ZERO_DENOMINATOR };
  pe_batch_output          outputs[2];
  pe_batch_results         results;
  struct ArrowSchema       schema;
  struct ArrowArray        array, kept;
  const int32_t           *offsets;

  (void) state;
  describe (&results, outputs, points, states, grades, statuses);
  assert_int_equal (pe_batch_arrow_export (&schema, &array, plan, &results, ROWS, NULL), PE_OK);
  assert_string_equal (schema.format, "+s");
  assert_int_equal (schema.n_children, 6);
  assert_int_equal (array.n_children, 6);
  assert_int_equal (array.length, ROWS);
  for (size_t i = 0; i < 6; i++)
    {
      assert_string_equal (schema.children[i]->name, names[i]);
      assert_string_equal (schema.children[i]->format, formats[i]);
      assert_int_equal (array.children[i]->length, ROWS);
    }
  check_points (array.children[0], points[0], 0x07);
  check_points (array.children[2], points[1], 0x07);
  assert_int_equal (array.children[0]->null_count, 1);
  assert_memory_equal (array.children[1]->buffers[1], states[0], ROWS);
  assert_int_equal (*(const uint8_t *) array.children[4]->buffers[0], 0x07);
  assert_string_equal (schema.children[4]->dictionary->format, "u");
  offsets = array.children[4]->dictionary->buffers[1];
  assert_int_equal (array.children[4]->dictionary->length, 2);
  assert_int_equal (offsets[1], 4);
  assert_memory_equal (array.children[4]->dictionary->buffers[2], "goodpoor", 8);
  assert_memory_equal (array.children[5]->buffers[1], statuses, sizeof statuses);

  /* A child that was moved away outlives the whole. */
  kept = *array.children[0];
  array.children[0]->release = NULL;
  schema.release (&schema);
  array.release (&array);
  assert_null (schema.release);
  assert_null (array.release);
  check_points (&kept, points[0], 0x07);
  kept.release (&kept);
}

/* A leaf that gives points in a unit without a total keeps them; without states nothing tells them apart. */
static void
test_export_nulls (void **state)
{
  int64_t            points[2][ROWS] = { { 1, 2, 3, 4 }, { 1, 2, 3, 4 } };
  uint8_t            states[2][ROWS] = { { 1, 1, 1, PE_STATE_INVALID }, { 1, 1, 1, 1 } };
  int32_t            statuses[] = { 0, 0, 0, PE_ERROR_ZERO_DENOMINATOR };
  pe_batch_output    outputs[2];
  pe_batch_results   results;
  struct ArrowSchema schema;
  struct ArrowArray  array;

  (void) state;
  describe (&results, outputs, points, states, NULL, statuses);
  outputs[0].states = NULL;
  assert_int_equal (pe_batch_arrow_export (&schema, &array, plan, &results, ROWS, NULL), PE_OK);
  assert_int_equal (array.n_children, 4);
  assert_int_equal (*(const uint8_t *) array.children[0]->buffers[0], 0x07);
  assert_int_equal (*(const uint8_t *) array.children[1]->buffers[0], 0x0f);
  schema.release (&schema);
  array.release (&array);

  assert_int_equal (pe_batch_arrow_export (&schema, &array, plan, &results, 0, NULL), PE_OK);
  assert_int_equal (array.children[0]->length, 0);
  schema.release (&schema);
  array.release (&array);
  results.n_nodes = 3;
  assert_int_equal (pe_batch_arrow_export (&schema, &array, plan, &results, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
}

/* The call's last argument is &error, which names an argument. */
#define assert_argument(call, argument)                                                                \
  do                                                                                                   \
    {                                                                                                  \
      pe_error *error = NULL;                                                                          \
      assert_int_equal (call, PE_ERROR_INVALID_ARGUMENT);                                              \
      assert_string_equal (pe_finding_get_parameter_text (pe_error_get_finding (error), 0), argument); \
      pe_error_unref (error);                                                                          \
    }                                                                                                  \
  while (0)

/* Each pointer that has to be there is named where it is not, and nothing is taken over. */
static void
test_arguments (void **state)
{
  static const int64_t   values[] = { 96, 1, 0, 250 };
  const int32_t          scales[] = { 2 };
  pe_batch_arrow_options options;
  pe_batch_arrow        *arrow = NULL;
  pe_batch_results       results;
  struct ArrowSchema     schema = { 0 };
  struct ArrowArray      array = { 0 };
  batch                  one;

  (void) state;
  batch_init (&one, "l", values);
  assert_argument (pe_batch_arrow_import (NULL, plan, &one.schema, &one.array, NULL, NULL, &error), "out");
  assert_argument (pe_batch_arrow_import (&arrow, NULL, &one.schema, &one.array, NULL, NULL, &error), "plan");
  assert_argument (pe_batch_arrow_import (&arrow, plan, NULL, &one.array, NULL, NULL, &error), "schema");
  assert_argument (pe_batch_arrow_import (&arrow, plan, &one.schema, NULL, NULL, NULL, &error), "array");
  pe_batch_arrow_options_init (&options, sizeof options);
  options.scales = scales;
  options.n_inputs = 1;
  assert_argument (pe_batch_arrow_import (&arrow, plan, &one.schema, &one.array, &options, NULL, &error),
                   "options.n_inputs");
  assert_null (arrow);
  pe_batch_results_init (&results, sizeof results);
  assert_argument (pe_batch_arrow_export (NULL, &array, plan, &results, 0, &error), "schema");
  assert_argument (pe_batch_arrow_export (&schema, NULL, plan, &results, 0, &error), "array");
  assert_argument (pe_batch_arrow_export (&schema, &array, NULL, &results, 0, &error), "plan");
  assert_argument (pe_batch_arrow_export (&schema, &array, plan, NULL, 0, &error), "results");
  assert_null (schema.release);
  assert_null (array.release);
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
    cmocka_unit_test (test_integers),       cmocka_unit_test (test_in_place),  cmocka_unit_test (test_offsets),
    cmocka_unit_test (test_no_nulls),       cmocka_unit_test (test_scales),    cmocka_unit_test (test_wide_decimals),
    cmocka_unit_test (test_texts),          cmocka_unit_test (test_views),     cmocka_unit_test (test_null_type),
    cmocka_unit_test (test_contradictions), cmocka_unit_test (test_types),     cmocka_unit_test (test_duplicate),
    cmocka_unit_test (test_text_offsets),   cmocka_unit_test (test_unused),    cmocka_unit_test (test_export),
    cmocka_unit_test (test_export_nulls),   cmocka_unit_test (test_arguments),
  };

  return cmocka_run_group_tests (tests, build, release);
}
