/* ledger-csv.c - a procurement ledger of any length from CSV to measures
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Records are cut into cells where they stand: each separator becomes the NUL that ends a text, and a quoted cell is
 * unquoted in its place, which it never outgrows.
 */
#include <perfeval/ledger_csv.h>

#include <string.h>

#include "../base/buffer-private.h"
#include "../base/figure-private.h"
#include "../base/finding-private.h"
#include "../base/utf8-private.h"
#include "../base/vector-private.h"
#include "../model/record-layout-private.h"

#define RECORD_MAX 1048576
/* Records that are given to the stream together. */
#define BLOCK 256
#define MARK_SIZE 3
#define PASSED_OVER G_MAXUINT32

/* A column of the file. */
typedef struct
{
  uint32_t column; /* of the records' layout, or PASSED_OVER */
  pe_unit  unit;
} heading;

struct pe_ledger_csv
{
  pe_measure_stream      *stream;
  const pe_record_layout *layout;
  pe_buffer               bytes;    /* what is not yet read */
  pe_vector               headings; /* of heading */
  size_t                  n_passed_over;
  pe_vector               cells; /* of char *, of the record under way */
  pe_procurement_record   block[BLOCK];
  uint64_t                lines[BLOCK]; /* that they begin on */
  size_t                  n_block;
  uint64_t                line; /* of the record under way, from 1 */
  uint64_t                next_line;
  gboolean                is_begun; /* a byte order mark was looked for: there is one at most */
  gboolean                is_done;
  pe_status               status;
};

pe_status
pe_ledger_csv_new (pe_ledger_csv **out, pe_measure_stream *stream, pe_error **error)
{
  pe_ledger_csv *self;

  if (out == NULL || stream == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "stream", "not NULL");
  self = g_try_new0 (pe_ledger_csv, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  self->stream = stream;
  self->layout = pe_record_layout_get (PE_RECORD_PROCUREMENT);
  self->bytes = (pe_buffer) PE_BUFFER_INIT;
  self->headings = (pe_vector) PE_VECTOR_INIT (heading);
  self->cells = (pe_vector) PE_VECTOR_INIT (char *);
  self->next_line = 1;
  *out = self;
  return PE_OK;
}

void
pe_ledger_csv_free (pe_ledger_csv *self)
{
  if (self == NULL)
    return;
  pe_buffer_clear (&self->bytes);
  pe_vector_clear (&self->headings);
  pe_vector_clear (&self->cells);
  g_free (self);
}

size_t
pe_ledger_csv_get_n_passed_over (const pe_ledger_csv *self)
{
  return self != NULL ? self->n_passed_over : 0;
}

/* Faults */

static pe_place
get_place (const pe_ledger_csv *self, const char *name)
{
  pe_place place = PE_PLACE_WHAT (name);

  place.line = self->line;
  return place;
}

/* Takes the cause over, and moves it to its place in the file. */
static pe_status
move_error (pe_error *cause, const pe_place *place, pe_error **error)
{
  pe_finding *moved = NULL;
  pe_status   status;

  if (pe_finding_new_at (&moved, pe_error_get_finding (cause), place) != PE_OK)
    status = pe_error_set_no_memory (error);
  else
    status = pe_error_set_finding (error, moved, 1);
  pe_finding_unref (moved);
  pe_error_unref (cause);
  return status;
}

/* An error of a cell, at the line and under the name of its column. */
static pe_status
take_error (const pe_ledger_csv *self, pe_error *cause, const char *name, pe_error **error)
{
  const pe_place place = get_place (self, name);

  return move_error (cause, &place, error);
}

static pe_status
refuse (const pe_ledger_csv *self, pe_status code, const char *name, const char *found, const char *expected,
        pe_error **error)
{
  const pe_place place = get_place (self, name);
  char           excerpt[PE_EXCERPT_SIZE];

  return pe_error_set (error, code, &place, "name", name, "found", pe_excerpt (excerpt, found, strlen (found)),
                       "expected", expected, NULL);
}

/* Cutting */

/* The end of the record that begins at a place, behind its line break; 0 when it is not whole. */
static size_t
find_end (const char *text, size_t size, gboolean is_last, uint64_t *lines)
{
  gboolean    quoted = FALSE;
  const char *at = text, *end = text + size, *line;

  while ((line = memchr (at, '\n', (size_t) (end - at))) != NULL)
    {
      for (; (at = memchr (at, '"', (size_t) (line - at))) != NULL; at++)
        quoted = !quoted;
      at = line + 1;
      ++*lines;
      if (!quoted)
        return (size_t) (at - text);
    }
  for (; (at = memchr (at, '"', (size_t) (end - at))) != NULL; at++)
    quoted = !quoted;
  return is_last && !quoted ? size : 0;
}

/* Unquotes a cell in its place; *at is behind its closing quote afterwards. FALSE when it does not end. */
static gboolean
unquote (char *start, char *end, char **at)
{
  char *to = start, *from = start + 1;

  for (; from < end; from++)
    {
      if (*from == '"' && from + 1 < end && from[1] == '"')
        from++;
      else if (*from == '"')
        {
          *at = from + 1;
          *to = '\0';
          return TRUE;
        }
      *to++ = *from;
    }
  return FALSE;
}

/* Cuts a record, which has a byte behind it that may be written. */
static pe_status
cut (pe_ledger_csv *self, char *text, size_t size, pe_error **error)
{
  char *end = text + size, *at = text;

  self->cells.size = 0;
  while (end > text && (end[-1] == '\n' || end[-1] == '\r'))
    end--;
  for (;;)
    {
      char *cell = at;

      if (pe_vector_push (&self->cells, &cell) != PE_OK)
        return pe_error_set_no_memory (error);
      if (at < end && *at == '"')
        {
          if (!unquote (cell, end, &at) || (at < end && *at != ','))
            {
              const pe_place place = get_place (self, "");

              return pe_error_set (error, PE_ERROR_CSV_QUOTE, &place, NULL);
            }
        }
      else
        {
          at = memchr (cell, ',', (size_t) (end - cell));
          at = at != NULL ? at : end;
        }
      if (at >= end)
        break;
      *at++ = '\0';
    }
  *end = '\0';
  return PE_OK;
}

/* The first record */

/* "合同金额（万元）" without what stands in brackets, which is the unit. */
static pe_status
split_unit (const pe_ledger_csv *self, char *header, pe_unit *unit, pe_error **error)
{
  char     *open = strstr (header, "（"), *close;
  size_t    size = strlen ("（");
  pe_error *cause = NULL;

  *unit = PE_UNIT_NONE;
  if (open == NULL)
    {
      open = strchr (header, '(');
      size = 1;
    }
  if (open == NULL)
    return PE_OK;
  close = size == 1 ? strchr (open, ')') : strstr (open, "）");
  if (close == NULL)
    return PE_OK;
  *close = '\0';
  if (pe_unit_parse (unit, open + size, strlen (open + size), &cause) != PE_OK)
    return take_error (self, cause, header, error);
  *open = '\0';
  g_strchomp (header);
  return PE_OK;
}

static uint32_t
find_column (const pe_ledger_csv *self, const char *header)
{
  for (uint32_t i = 0; i < self->layout->n_columns; i++)
    {
      const pe_layout_column *column = &self->layout->columns[i];

      if (strcmp (column->name_zh, header) == 0 || g_ascii_strcasecmp (column->name_en, header) == 0
          || strcmp (column->id, header) == 0)
        return i;
    }
  return PASSED_OVER;
}

static gboolean
has_column (const pe_ledger_csv *self, uint32_t column)
{
  for (size_t i = 0; i < self->headings.size; i++)
    if (pe_vector_at (&self->headings, const heading, i)->column == column)
      return TRUE;
  return FALSE;
}

static pe_status
read_header (pe_ledger_csv *self, char *header, pe_error **error)
{
  heading   added = { PASSED_OVER, PE_UNIT_NONE };
  pe_status status = PE_OK;

  /* A header that is known as it stands has no unit: "其中：…" may have brackets of its own. */
  added.column = find_column (self, header);
  if (added.column == PASSED_OVER)
    {
      status = split_unit (self, header, &added.unit, error);
      added.column = status == PE_OK ? find_column (self, header) : PASSED_OVER;
    }
  if (status != PE_OK)
    return status;
  if (added.column != PASSED_OVER && has_column (self, added.column))
    return refuse (self, PE_ERROR_COLUMN_DUPLICATE, header, header, NULL, error);
  self->n_passed_over += added.column == PASSED_OVER;
  return pe_vector_push (&self->headings, &added) == PE_OK ? PE_OK : pe_error_set_no_memory (error);
}

static pe_status
refuse_without_name (const pe_ledger_csv *self, pe_error **error)
{
  pe_place place = get_place (self, "");

  place.line = MAX (place.line, 1); /* also of an empty file */
  return pe_error_set (error, PE_ERROR_COLUMN_MISSING, &place, "name", self->layout->columns[0].name_zh, "table",
                       self->layout->name_zh, NULL);
}

static pe_status
read_headers (pe_ledger_csv *self, pe_error **error)
{
  pe_status status = PE_OK;

  for (size_t i = 0; i < self->cells.size && status == PE_OK; i++)
    status = read_header (self, g_strstrip (*pe_vector_at (&self->cells, char *, i)), error);
  if (status == PE_OK && !has_column (self, 0))
    status = refuse_without_name (self, error);
  return status;
}

/* Records */

static pe_status
read_amount (const pe_ledger_csv *self, const heading *of, const pe_layout_column *column, const char *text,
             pe_figure *out, pe_error **error)
{
  pe_error *cause = NULL;

  if (pe_figure_parse (out, text, strlen (text), &cause) != PE_OK)
    return take_error (self, cause, column->name_zh, error);
  if (out->state != PE_STATE_VALUE)
    return PE_OK;
  if (out->unit != PE_UNIT_NONE && of->unit != PE_UNIT_NONE && out->unit != of->unit)
    return refuse (self, PE_ERROR_UNIT_CONFLICT, column->name_zh, pe_unit_get_name (out->unit),
                   pe_unit_get_name (of->unit), error);
  if (out->unit == PE_UNIT_NONE)
    out->unit = of->unit;
  if (pe_unit_get_dimension (out->unit) != PE_DIMENSION_MONEY)
    return refuse (self, PE_ERROR_UNIT_MISMATCH, column->name_zh, text, pe_unit_get_name (PE_UNIT_YUAN), error);
  return PE_OK;
}

static pe_status
read_word (const pe_ledger_csv *self, const pe_layout_column *column, const char *text, int32_t *out, pe_error **error)
{
  *out = pe_layout_column_find_word (column, text, TRUE);
  return *out != 0 ? PE_OK
                   : refuse (self, PE_ERROR_VALUE_UNKNOWN, column->name_zh, text, column->words[0].name_zh, error);
}

static pe_status
read_cell (const pe_ledger_csv *self, const heading *of, const char *text, pe_procurement_record *record,
           pe_error **error)
{
  const pe_layout_column *column = &self->layout->columns[of->column];
  char                   *member = (char *) record + column->offset;
  pe_error               *cause = NULL;

  if (text[0] == '\0')
    return PE_OK;
  switch (column->type)
    {
    case PE_COLUMN_TEXT:
      memcpy (member, &text, sizeof text);
      return PE_OK;
    case PE_COLUMN_MONEY:
      return read_amount (self, of, column, text, (pe_figure *) (void *) member, error);
    case PE_COLUMN_DATE:
      if (pe_date_parse ((pe_date *) (void *) member, text, strlen (text), &cause) != PE_OK)
        return take_error (self, cause, column->name_zh, error);
      return PE_OK;
    default:
      return read_word (self, column, text, (int32_t *) (void *) member, error);
    }
}

/* What the stream says of a record, at the line that it began on. */
static pe_status
take_error_of_record (const pe_ledger_csv *self, size_t index, pe_error *cause, pe_error **error)
{
  const char *what = pe_place_get_what (pe_finding_get_place (pe_error_get_finding (cause), 0));
  const char *member = strrchr (what, '/'); /* "/0/contract" */
  pe_place    place = PE_PLACE_WHAT (member != NULL ? member + 1 : what);

  place.line = self->lines[index];
  return move_error (cause, &place, error);
}

/* All of them or, where one is refused, those before it. */
static pe_status
flush (pe_ledger_csv *self, pe_error **error)
{
  pe_status status = pe_measure_stream_add_procurement (self->stream, self->block, self->n_block, NULL);

  if (status != PE_OK)
    {
      pe_error *cause = NULL;
      size_t    i = 0;

      while (pe_measure_stream_add_procurement (self->stream, &self->block[i], 1, &cause) == PE_OK
             && ++i < self->n_block)
        continue;
      status = cause != NULL ? take_error_of_record (self, i, cause, error) : PE_OK;
    }
  self->n_block = 0;
  return status;
}

/* The records before a fault stand in the stream; what is wrong with one of them comes before it. */
static pe_status
flush_before (pe_ledger_csv *self, pe_status status, pe_error **error)
{
  pe_error *earlier = NULL;

  if (self->n_block == 0 || flush (self, &earlier) == PE_OK)
    return status;
  if (error == NULL)
    {
      status = pe_error_get_status (earlier);
      pe_error_unref (earlier);
      return status;
    }
  if (status != PE_OK)
    pe_error_unref (*error);
  *error = earlier;
  return pe_error_get_status (earlier);
}

/* A blank line is no record. */
static pe_status
read_record (pe_ledger_csv *self, pe_error **error)
{
  pe_procurement_record *record = &self->block[self->n_block];
  const size_t           n = MIN (self->cells.size, self->headings.size);
  pe_status              status = PE_OK;

  if (self->cells.size == 1 && (*pe_vector_at (&self->cells, char *, 0))[0] == '\0')
    return PE_OK;
  pe_procurement_record_init (record, sizeof *record);
  self->lines[self->n_block] = self->line;
  for (size_t i = 0; i < n && status == PE_OK; i++)
    {
      const heading *of = pe_vector_at (&self->headings, const heading, i);

      if (of->column != PASSED_OVER)
        status = read_cell (self, of, *pe_vector_at (&self->cells, char *, i), record, error);
    }
  if (status == PE_OK && record->name == NULL)
    status = refuse (self, PE_ERROR_TEXT_EMPTY, self->layout->columns[0].name_zh, "", NULL, error);
  if (status == PE_OK && ++self->n_block == BLOCK)
    status = flush (self, error);
  return status;
}

static pe_status
read_one (pe_ledger_csv *self, char *text, size_t size, pe_error **error)
{
  const pe_place place = get_place (self, "");
  size_t         offset;
  pe_status      status;

  if (memchr (text, '\0', size) != NULL)
    return pe_error_set (error, PE_ERROR_CSV_NUL, &place, NULL);
  if (!pe_utf8_validate (text, size, &offset))
    return pe_error_set (error, PE_ERROR_INVALID_UTF8, &place, NULL);
  status = cut (self, text, size, error);
  if (status != PE_OK)
    return status;
  return self->headings.size == 0 ? read_headers (self, error) : read_record (self, error);
}

/* Reads what is whole and keeps the rest. */
static pe_status
read_all (pe_ledger_csv *self, gboolean is_last, pe_error **error)
{
  size_t    at = 0;
  pe_status status = PE_OK;

  if (!self->is_begun && self->headings.size == 0 && self->bytes.size > MARK_SIZE)
    {
      self->is_begun = TRUE;
      at = memcmp (self->bytes.data, "\xEF\xBB\xBF", MARK_SIZE) == 0 ? MARK_SIZE : 0;
    }
  while (status == PE_OK && at < self->bytes.size - 1)
    {
      uint64_t     lines = 0;
      const size_t left = self->bytes.size - 1 - at;
      const size_t size = find_end (self->bytes.data + at, left, is_last, &lines);

      self->line = self->next_line;
      if (size == 0 && (is_last || left > RECORD_MAX))
        {
          const pe_place place = get_place (self, "");

          status = pe_error_set (
              error, is_last ? PE_ERROR_CSV_QUOTE : PE_ERROR_LIMIT_TEXT, &place, "limit", "1048576", NULL);
        }
      if (size == 0)
        break;
      self->next_line += lines;
      status = read_one (self, self->bytes.data + at, size, error);
      at += size;
    }
  /* The records of the block borrow their texts from what is thrown away now. */
  status = flush_before (self, status, error);
  memmove (self->bytes.data, self->bytes.data + at, self->bytes.size - at);
  self->bytes.size -= at;
  return status;
}

pe_status
pe_ledger_csv_feed (pe_ledger_csv *self, const char *bytes, size_t size, int32_t is_last, pe_error **error)
{
  if (self == NULL || (bytes == NULL && size > 0))
    return pe_error_set_argument (error, self == NULL ? "self" : "bytes", "not NULL");
  if (self->is_done)
    return pe_error_set_argument (error, "self", "a ledger whose last piece is still to come");
  if (self->status != PE_OK)
    return pe_error_set (error, self->status, NULL, NULL);
  /* One byte behind the text is ours to write. */
  if (self->bytes.size > 0)
    self->bytes.size--;
  pe_buffer_add (&self->bytes, bytes, size);
  pe_buffer_add_char (&self->bytes, '\0');
  self->is_done = is_last != 0;
  self->status = self->bytes.status == PE_OK ? read_all (self, self->is_done, error) : pe_error_set_no_memory (error);
  if (self->status == PE_OK && self->is_done && self->headings.size == 0)
    self->status = refuse_without_name (self, error);
  return self->status;
}
