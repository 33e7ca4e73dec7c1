/* target-arrow.c - a record batch of Arrow whose structures are built from any bytes: taken over and scored, or refused and left
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The interface gives no sizes of buffers: what it promises about them is kept here, with room for every cell that the
 * numbers of the structures can mean, and everything else is what the input says. Its bytes are, in turn: how many rows, the
 * batch's offset, its twists, how many fields; of each field its name, its twists, its offset, its length where a
 * twist says so, its format up to a line end, how many bytes its cells are made of, and those.
 */
#include "fuzz.h"

#include <string.h>

#include "arrow.h"

#define MOST_FIELDS 6
#define CELLS 512 /* rows, offsets and lengths from the input are at most 127 each */
#define CELL_SIZE 16
#define N_BUFFERS 8
#define TEXT_SIZE 4096

/* Twists of a field; of the batch the first four. */
enum
{
  TWIST_LENGTH = 1 << 0,
  TWIST_N_BUFFERS = 1 << 1,
  TWIST_NO_VALUES = 1 << 2,
  TWIST_CHILDREN = 1 << 3,
  TWIST_VALIDITY = 1 << 4,
  TWIST_NULL_COUNT = 1 << 5,
  TWIST_DICTIONARY = 1 << 6,
  TWIST_RELEASED = 1 << 7
};

typedef struct stream
{
  const uint8_t *bytes;
  size_t         left;
} stream;

/* A field, and the words that its cells are indexes of. */
typedef struct field
{
  struct ArrowSchema schema;
  struct ArrowArray  array;
  char               format[24];
  const void        *buffers[N_BUFFERS];
  char              *values;
  char              *text;
  uint8_t            validity[CELLS / 8];
  int64_t            sizes[N_BUFFERS];
  struct field      *words;
} field;

typedef struct batch
{
  struct ArrowSchema schema, *fields[MOST_FIELDS];
  struct ArrowArray  array, *columns[MOST_FIELDS];
  const void        *buffers[1];
  field             *all[MOST_FIELDS];
  int                n_released;
} batch;

static uint8_t
take (stream *self)
{
  if (self->left == 0)
    return 0;
  self->left--;
  return *self->bytes++;
}

/* Up to 127, or below 0 where such a number has to be refused. */
static int64_t
take_number (stream *self)
{
  return (int8_t) take (self);
}

static void
take_format (stream *self, char *out, size_t size)
{
  size_t n = 0;

  for (uint8_t byte = take (self); byte != '\n' && byte != '\0' && n + 1 < size; byte = take (self))
    out[n++] = (char) byte;
  out[n] = '\0';
}

/* Offsets that lie within the text, in any order, and below it: those of texts are not further apart than the text is long. */
static void
fill_offsets (field *self, const uint8_t *bytes, size_t n, int is_large)
{
  for (size_t i = 0; i < CELLS; i++)
    {
      const int64_t large = n > 0 ? (int64_t) (int8_t) bytes[i % n] * 32 : 0;
      const int32_t small = (int32_t) large;

      if (is_large)
        memcpy (self->values + i * sizeof large, &large, sizeof large);
      else
        memcpy (self->values + i * sizeof small, &small, sizeof small);
    }
}

/* The bytes over and over. */
static void
repeat (void *out, size_t size, const uint8_t *bytes, size_t n)
{
  char  *to = out;
  size_t done = n < size ? n : size;

  if (n == 0)
    memset (to, '1', size);
  else
    memcpy (to, bytes, done);
  for (; n > 0 && done < size; done *= 2)
    memcpy (to + done, to, done < size - done ? done : size - done);
}

static void
fill_values (field *self, stream *input)
{
  const size_t   asked = take (input), n = asked < input->left ? asked : input->left;
  const uint8_t *bytes = input->bytes;

  repeat (self->values, CELLS * CELL_SIZE, bytes, n);
  repeat (self->text, TEXT_SIZE, bytes, n);
  repeat (self->validity, sizeof self->validity, bytes, n);
  if (strcmp (self->format, "u") == 0 || strcmp (self->format, "U") == 0)
    fill_offsets (self, bytes, n, self->format[0] == 'U');
  input->bytes += n;
  input->left -= n;
}

/* Values, a text, and as many texts of a view as any twist can name, with their sizes behind the last one. */
static void
set_buffers (field *self, uint8_t twists)
{
  const int     is_view = self->format[0] == 'v';
  const int64_t usual = is_view ? 4 : self->format[0] == 'u' || self->format[0] == 'U' ? 3 : 2;

  for (size_t i = 1; i < N_BUFFERS; i++)
    {
      self->buffers[i] = self->text;
      self->sizes[i] = i < 3 ? TEXT_SIZE : 0;
    }
  self->sizes[0] = TEXT_SIZE;
  self->buffers[0] = twists & TWIST_VALIDITY ? self->validity : NULL;
  self->buffers[1] = twists & TWIST_NO_VALUES ? NULL : self->values;
  self->array.n_buffers = usual + (twists & TWIST_N_BUFFERS ? (self->sizes[0] + self->validity[0]) % 3 - 1 : 0);
  if (is_view)
    self->buffers[self->array.n_buffers - 1] = self->sizes;
}

static field *
make_field (stream *input, const char *name, int64_t length, int depth)
{
  field        *self = calloc (1, sizeof *self);
  const uint8_t twists = take (input);
  const int64_t offset = take_number (input), own_length = twists & TWIST_LENGTH ? take_number (input) : length;

  HOLDS (self != NULL);
  self->values = malloc (CELLS * CELL_SIZE);
  self->text = malloc (TEXT_SIZE);
  HOLDS (self->values != NULL && self->text != NULL);
  take_format (input, self->format, sizeof self->format);
  arrow_describe_field (&self->schema, &self->array, self->format, name, own_length, 0, self->buffers);
  self->array.offset = offset;
  self->array.null_count = twists & TWIST_NULL_COUNT ? self->array.length : twists & TWIST_VALIDITY ? -1 : 0;
  self->array.n_children = twists & TWIST_CHILDREN ? 1 : 0;
  if (twists & TWIST_RELEASED)
    self->array.release = NULL;
  fill_values (self, input);
  set_buffers (self, twists);
  if (twists & TWIST_DICTIONARY && depth < 2)
    {
      self->words = make_field (input, NULL, take_number (input), depth + 1);
      self->schema.dictionary = &self->words->schema;
      self->array.dictionary = twists & TWIST_CHILDREN ? NULL : &self->words->array;
    }
  return self;
}

static void
free_field (field *self)
{
  if (self == NULL)
    return;
  free_field (self->words);
  free (self->values);
  free (self->text);
  free (self);
}

static const char *
pick_name (stream *input, const pe_batch_plan *plan)
{
  pe_batch_input named;
  const size_t   index = take (input);

  pe_batch_input_init (&named, sizeof named);
  if (pe_batch_plan_get_input (&named, plan, index, NULL) == PE_OK)
    return named.path;
  return index % 2 == 0 ? NULL : "other";
}

static void
make_batch (batch *self, stream *input, const pe_batch_plan *plan)
{
  const int64_t rows = take_number (input), offset = take_number (input);
  const uint8_t twists = take (input), n = take (input) % (MOST_FIELDS + 1);

  memset (self, 0, sizeof *self);
  for (uint8_t i = 0; i < n; i++)
    {
      const char *name = pick_name (input, plan);

      self->all[i] = make_field (input, name, rows + (offset > 0 ? offset : 0), 0);
      self->fields[i] = &self->all[i]->schema;
      self->columns[i] = &self->all[i]->array;
    }
  arrow_describe_batch (&self->schema, &self->array, rows, n, self->fields, self->columns, self->buffers,
                        &self->n_released);
  self->schema.format = twists & TWIST_NO_VALUES ? "l" : "+s";
  self->array.offset = offset;
  self->array.n_buffers -= twists & TWIST_N_BUFFERS ? 1 : 0;
  self->array.n_children -= twists & TWIST_CHILDREN && n > 0 ? 1 : 0;
  if (twists & TWIST_RELEASED)
    self->array.release = NULL;
}

static pe_batch_plan *
get_plan (void)
{
  static pe_batch_plan *plan;
  pe_rulebook          *rulebook;

  if (plan == NULL)
    {
      rulebook = read_rulebook ("../tests/fuzz/batch-rulebook.json");
      HOLDS (pe_batch_plan_new (&plan, rulebook, NULL, NULL, NULL) == PE_OK);
      pe_rulebook_unref (rulebook);
    }
  return plan;
}

/* Whatever the cells are, each unit has a status, and a state of its total. */
static void
run (const pe_batch_plan *plan, const pe_batch_arrow *columns)
{
  const uint64_t         n = pe_batch_arrow_get_n_units (columns);
  size_t                 n_columns = 0;
  const pe_batch_column *given = pe_batch_arrow_get_columns (columns, &n_columns);
  int64_t                points[128];
  uint8_t                states[128];
  int32_t                statuses[128];
  pe_batch_output        output;
  pe_batch_results       results;
  pe_error              *error = NULL;
  pe_status              status;

  HOLDS (n < 128 && n_columns == pe_batch_plan_get_n_inputs (plan));
  memset (statuses, -1, sizeof statuses);
  pe_batch_output_init (&output, sizeof output);
  pe_batch_results_init (&results, sizeof results);
  output.points = points;
  output.states = states;
  results.nodes = &output;
  results.n_nodes = 1;
  results.statuses = statuses;
  status = pe_batch_run (NULL, plan, given, n_columns, &results, n, NULL, &error);
  if (status != PE_OK)
    {
      check_failure (status, NULL, error);
      return;
    }
  for (uint64_t i = 0; i < n; i++)
    HOLDS (statuses[i] >= 0 && states[i] <= PE_STATE_INVALID);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  pe_batch_plan  *plan = get_plan ();
  stream          input = { data, size };
  batch           given;
  pe_batch_arrow *columns = NULL;
  pe_findings    *findings = NULL;
  pe_error       *error = NULL;
  pe_status       status;

  make_batch (&given, &input, plan);
  status = pe_batch_arrow_import (&columns, plan, &given.schema, &given.array, NULL, &findings, &error);
  HOLDS (findings != NULL && given.n_released == 0);
  if (status == PE_OK)
    {
      HOLDS (given.array.release == NULL);
      run (plan, columns);
      pe_batch_arrow_free (columns);
      HOLDS (given.n_released == 1);
    }
  else
    check_failure (status, columns, error);
  pe_findings_unref (findings);
  for (size_t i = 0; i < MOST_FIELDS; i++)
    free_field (given.all[i]);
  return 0;
}
