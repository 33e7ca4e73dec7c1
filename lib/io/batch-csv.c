/* batch-csv.c - the form of a batch file: its headings, and where its records end
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../base/figure-private.h"
#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "../base/text-private.h"
#include "../base/utf8-private.h"
#include "../batch/column-private.h"
#include "batch-csv-private.h"
#include "csv-private.h"
#include "read-options-private.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define SEPARATORS ",;\t"

/* The headings that the scores bring. */
static const char *const own_headings[] = { "total", "grade" };

static const pe_batch_csv_options defaults = { sizeof defaults, PE_BATCH_TOTALS, NULL };

/* Under construction. */
typedef struct form_reader
{
  pe_batch_csv  *form;
  pe_read_intake intake;
  pe_collector   collector;
  pe_vector      columns; /* of pe_batch_csv_column, names owned */
  pe_buffer      scratch;
  uint64_t       column; /* the number of the heading at hand, from 1 */
} form_reader;

void
pe_batch_csv_options_init (pe_batch_csv_options *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, &defaults, sizeof defaults);
}

/* Headings */

static void
report (form_reader *self, pe_status code, const char *name, const char *found, const char *expected)
{
  const pe_place place = { name != NULL ? name : "", self->intake.file, NULL, 1, self->column, 0, 0 };

  pe_collector_add (&self->collector, code, &place, code == PE_ERROR_CODE_DUPLICATE ? "code" : "name", name, "found",
                    found, "expected", expected, NULL);
}

/* "budget.executed(万元)": the length of the path, with the unit behind it; the whole length where there is none. */
static size_t
split_unit (const char *name, size_t length, const char **unit, size_t *unit_length)
{
  static const char *const opening[] = { "(", "（" };
  static const char *const closing[] = { ")", "）" };

  for (size_t i = 0; i < G_N_ELEMENTS (opening); i++)
    {
      const size_t end = strlen (closing[i]);
      const char  *open = g_strrstr_len (name, (gssize) length, opening[i]);

      if (open == NULL || length < end || memcmp (name + length - end, closing[i], end) != 0)
        continue;
      *unit = open + strlen (opening[i]);
      if (*unit > name + length - end)
        continue;
      *unit_length = (size_t) (name + length - end - *unit);
      return (size_t) (open - name);
    }
  return length;
}

static gboolean
find_input (const form_reader *self, const char *path, size_t length, size_t *index)
{
  char    *copy = g_try_malloc (length + 1);
  gboolean found;

  if (copy == NULL)
    return FALSE;
  memcpy (copy, path, length);
  copy[length] = '\0';
  found = pe_batch_plan_find_input (index, self->form->plan, copy, NULL) == PE_OK;
  g_free (copy);
  return found;
}

static void
set_unit (form_reader *self, pe_batch_csv_column *column, const pe_batch_input *input, const char *unit, size_t length)
{
  char    found[PE_EXCERPT_SIZE];
  pe_unit named;

  if (unit == NULL)
    return;
  pe_excerpt (found, unit, length);
  if (pe_unit_parse (&named, unit, length, NULL) != PE_OK)
    report (self, PE_ERROR_UNIT_UNKNOWN, column->name, found, pe_unit_get_name (input->unit));
  else if (input->unit != PE_UNIT_NONE && pe_unit_get_dimension (named) != pe_unit_get_dimension (input->unit))
    report (self, PE_ERROR_UNIT_MISMATCH, column->name, found, pe_unit_get_name (input->unit));
  else
    column->unit = named;
}

static void
bind_input (form_reader *self, pe_batch_csv_column *column, const char *text, size_t length)
{
  const char    *unit = NULL;
  size_t         unit_length = 0, index, path = split_unit (text, length, &unit, &unit_length);
  pe_batch_input input;

  if (find_input (self, text, length, &index))
    unit = NULL; /* the whole heading is a path */
  else if (unit == NULL || !find_input (self, text, path, &index))
    return;
  memset (&input, 0, sizeof input);
  input.struct_size = sizeof input;
  if (pe_batch_plan_get_input (&input, self->form->plan, index, NULL) != PE_OK)
    return;
  column->input = (int32_t) index;
  column->type = input.type;
  column->unit = input.unit;
  set_unit (self, column, &input, unit, unit_length);
}

static gboolean
is_own_heading (const form_reader *self, const char *name)
{
  size_t indicator;

  for (size_t i = 0; i < G_N_ELEMENTS (own_headings); i++)
    if (strcmp (own_headings[i], name) == 0)
      return TRUE;
  return self->form->detail == PE_BATCH_NODES
         && pe_rulebook_find_indicator (&indicator, pe_batch_plan_get_rulebook (self->form->plan), name, NULL) == PE_OK;
}

static void
check_duplicate (form_reader *self, const pe_batch_csv_column *column)
{
  for (size_t i = 0; i < self->columns.size; i++)
    {
      const pe_batch_csv_column *other = pe_vector_at (&self->columns, pe_batch_csv_column, i);

      if (strcmp (other->name, column->name) == 0 || (column->input >= 0 && other->input == column->input))
        {
          report (self, PE_ERROR_CODE_DUPLICATE, column->name, NULL, NULL);
          return;
        }
    }
  if (column->input < 0 && is_own_heading (self, column->name))
    report (self, PE_ERROR_CODE_DUPLICATE, column->name, NULL, NULL);
}

static pe_status
add_heading (form_reader *self, const char *text, size_t length)
{
  pe_batch_csv_column column = { NULL, -1, PE_UNIT_NONE, PE_BATCH_INPUT_NUMBER };
  pe_status           status;
  size_t              offset;

  self->column++;
  if (!pe_utf8_validate (text, length, &offset) || memchr (text, '\0', length) != NULL)
    {
      report (self, PE_ERROR_INVALID_UTF8, "", NULL, NULL);
      text = "?";
      length = 1;
    }
  column.name = g_try_malloc (length + 1);
  if (column.name == NULL)
    return PE_ERROR_NO_MEMORY;
  memcpy (column.name, text, length);
  column.name[length] = '\0';
  bind_input (self, &column, text, length);
  check_duplicate (self, &column);
  status = pe_vector_push (&self->columns, &column);
  if (status != PE_OK)
    g_free (column.name);
  return status;
}

static char
find_separator (const char *text, const char *end)
{
  size_t most = 0;
  char   found = ',';

  for (const char *separator = SEPARATORS; *separator != '\0'; separator++)
    {
      size_t n = 0;

      for (const char *at = text; at < end && *at != '\n'; at++)
        n += *at == *separator;
      if (n > most)
        {
          most = n;
          found = *separator;
        }
    }
  return found;
}

/* *text moves behind the record. */
static pe_status
read_headings (form_reader *self, const char **text, const char *end)
{
  pe_batch_cell cell;
  const char   *content;
  size_t        length;
  pe_status     status = PE_OK;

  self->form->separator = find_separator (*text, end);
  for (;;)
    {
      if (!pe_batch_scan_cell (&cell, text, *text, end, self->form->separator))
        {
          report (self, PE_ERROR_BATCH_HEADER, NULL, NULL, NULL);
          return PE_OK;
        }
      content = pe_batch_cell_get_content (&cell, &self->scratch, &length);
      status = content == NULL ? PE_ERROR_NO_MEMORY : add_heading (self, content, length);
      if (status != PE_OK || pe_batch_scan_line_end (text, end))
        return status;
      *text += 1;
    }
}

/* What has a column, and what has none that needs one */

static void
check_inputs (form_reader *self)
{
  const size_t   n = pe_batch_plan_get_n_inputs (self->form->plan);
  pe_batch_input input;

  self->column = 0;
  for (size_t i = 0; i < n; i++)
    {
      gboolean found = FALSE;

      for (size_t j = 0; j < self->columns.size && !found; j++)
        found = pe_vector_at (&self->columns, pe_batch_csv_column, j)->input == (int32_t) i;
      memset (&input, 0, sizeof input);
      input.struct_size = sizeof input;
      if (!found && pe_batch_plan_get_input (&input, self->form->plan, i, NULL) == PE_OK && input.required)
        report (self, PE_ERROR_BATCH_COLUMN_MISSING, input.path, NULL, NULL);
    }
}

static void
report_carried (form_reader *self)
{
  for (size_t i = 0; i < self->columns.size; i++)
    {
      const pe_batch_csv_column *column = pe_vector_at (&self->columns, pe_batch_csv_column, i);

      self->column = i + 1;
      if (column->input < 0)
        report (self, PE_NOTE_BATCH_CARRIED, column->name, NULL, NULL);
    }
}

/* Units that cannot stand together */

static void
fill_units (const form_reader *self, pe_column *out)
{
  for (size_t i = 0; i < self->columns.size; i++)
    {
      const pe_batch_csv_column *column = pe_vector_at (&self->columns, pe_batch_csv_column, i);
      pe_column                 *input;

      if (column->input < 0)
        continue;
      input = &out[column->input];
      input->type = column->type;
      pe_batch_column_init (&input->given, sizeof input->given);
      input->given.type = PE_BATCH_INT64;
      input->given.unit = pe_batch_csv_column_get_unit (column);
    }
}

static gboolean
reads (const form_reader *self, const pe_plan_leaf *leaf, const pe_batch_csv_column *column)
{
  const pe_plan_fact *facts = pe_vector_at (&self->form->plan->facts, const pe_plan_fact, leaf->first_fact);

  for (size_t i = 0; i < leaf->n_facts; i++)
    if (facts[i].input == (uint32_t) column->input)
      return TRUE;
  return FALSE;
}

/* The first heading that a leaf reads a fact from, with a unit of another kind than that of a heading (nullable); NULL: there
 * is none. */
static const pe_batch_csv_column *
find_heading (const form_reader *self, const pe_plan_leaf *leaf, const pe_batch_csv_column *unlike)
{
  for (size_t i = 0; i < self->columns.size; i++)
    {
      const pe_batch_csv_column *column = pe_vector_at (&self->columns, pe_batch_csv_column, i);

      if (reads (self, leaf, column)
          && (unlike == NULL || pe_unit_get_dimension (unlike->unit) != pe_unit_get_dimension (column->unit)))
        return column;
    }
  return NULL;
}

/* Names the two headings that do not go together, where there are two: a figure may not go with what the rule says. */
static void
report_units (form_reader *self, const pe_plan_leaf *leaf)
{
  const pe_batch_csv_column *first = find_heading (self, leaf, NULL);
  const pe_batch_csv_column *other = first != NULL ? find_heading (self, leaf, first) : NULL;

  self->column = first != NULL ? (uint64_t) (first - pe_vector_at (&self->columns, pe_batch_csv_column, 0)) + 1 : 0;
  if (other != NULL)
    report (self, PE_ERROR_UNIT_MISMATCH, leaf->about->code, first->name, other->name);
  else
    report (self, PE_ERROR_UNIT_MISMATCH, first != NULL ? first->name : leaf->about->code, NULL, NULL);
}

/* Each heading may be well by itself, and no rule able to take them together: amounts of money over a number of people.
 * The file is refused here, at its first record, and not in the middle. */
static pe_status
check_units (form_reader *self)
{
  const pe_batch_plan *plan = self->form->plan;
  pe_column           *columns = g_try_new0 (pe_column, MAX (plan->inputs.size, 1));
  uint8_t             *mismatches = g_try_new0 (uint8_t, MAX (plan->leaves.size, 1));
  pe_status            status = PE_ERROR_NO_MEMORY;

  if (columns != NULL && mismatches != NULL)
    {
      fill_units (self, columns);
      status = pe_columns_probe (columns, plan, mismatches, NULL);
    }
  for (size_t i = 0; i < plan->leaves.size && status == PE_OK; i++)
    if (mismatches[i] != 0)
      report_units (self, pe_plan_leaf_at (plan, i));
  g_free (columns);
  g_free (mismatches);
  return status;
}

/* What is kept */

static pe_status
keep_scales (pe_batch_csv *self)
{
  pe_batch_input input;

  self->n_inputs = pe_batch_plan_get_n_inputs (self->plan);
  self->scales = g_try_new0 (int32_t, MAX (self->n_inputs, 1));
  if (self->scales == NULL)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i < self->n_inputs; i++)
    {
      memset (&input, 0, sizeof input);
      input.struct_size = sizeof input;
      if (pe_batch_plan_get_input (&input, self->plan, i, NULL) == PE_OK)
        self->scales[i] = input.scale;
    }
  return PE_OK;
}

/* The grades' names as cells of a CSV file. */
static pe_status
keep_grades (pe_batch_csv *self)
{
  const pe_rulebook *rulebook = pe_batch_plan_get_rulebook (self->plan);
  pe_grade           grade;

  self->n_grades = pe_rulebook_get_n_grades (rulebook);
  self->grades = g_try_new0 (char *, MAX (self->n_grades, 1));
  if (self->grades == NULL)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i < self->n_grades; i++)
    {
      pe_buffer cell = PE_BUFFER_INIT;

      memset (&grade, 0, sizeof grade);
      grade.struct_size = sizeof grade;
      if (pe_rulebook_get_grade (&grade, rulebook, i, NULL) == PE_OK)
        pe_csv_add_cell (&cell, grade.name_zh, strlen (grade.name_zh), TRUE);
      self->grades[i] = pe_buffer_steal (&cell);
      if (self->grades[i] == NULL)
        return PE_ERROR_NO_MEMORY;
    }
  return PE_OK;
}

static void
free_form (pe_batch_csv *self)
{
  for (size_t i = 0; i < self->n_columns; i++)
    g_free (self->columns[i].name);
  for (size_t i = 0; self->grades != NULL && i < self->n_grades; i++)
    g_free (self->grades[i]);
  g_free (self->columns);
  g_free (self->grades);
  g_free (self->scales);
  pe_batch_plan_unref (self->plan);
  g_free (self);
}

static pe_status
read_form (form_reader *self, const char *bytes, size_t size, size_t *head)
{
  const char *text = bytes, *end = bytes + size;
  pe_status   status;

  if (size >= strlen (BYTE_ORDER_MARK) && memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    text += strlen (BYTE_ORDER_MARK);
  if (text == end || *text == '\n' || *text == '\r')
    {
      report (self, PE_ERROR_BATCH_HEADER, NULL, NULL, NULL);
      return PE_OK;
    }
  status = read_headings (self, &text, end);
  if (status == PE_OK && (uint64_t) (text - bytes) > self->intake.limits.text_bytes)
    report (self, PE_ERROR_BATCH_HEADER, NULL, NULL, NULL);
  check_inputs (self);
  report_carried (self);
  *head = (size_t) (text - bytes);
  if (status == PE_OK)
    status = check_units (self);
  if (status == PE_OK)
    status = keep_scales (self->form);
  return status == PE_OK ? keep_grades (self->form) : status;
}

static void
take_columns (pe_batch_csv *form, pe_vector *columns)
{
  form->columns = pe_vector_steal (columns, &form->n_columns);
  for (size_t i = 0; i < form->n_columns; i++)
    form->n_carried += form->columns[i].input < 0;
}

static pe_status
import_options (form_reader *self, pe_batch_csv_options *out, const pe_batch_csv_options *options, pe_error **error)
{
  pe_status status = PE_OK;

  *out = defaults;
  if (options != NULL)
    status = pe_struct_import (out, sizeof *out, options, sizeof *out, "options", error);
  if (status == PE_OK && out->detail != PE_BATCH_TOTALS && out->detail != PE_BATCH_NODES)
    status = pe_error_set_argument (error, "options->detail", "a pe_batch_detail");
  return status != PE_OK ? status : pe_read_intake_init (&self->intake, out->read, error);
}

static const char *
find_bad_argument (pe_batch_csv **out, const size_t *head, const pe_batch_plan *plan, const char *bytes)
{
  return out == NULL ? "out" : head == NULL ? "head" : plan == NULL ? "plan" : bytes == NULL ? "bytes" : NULL;
}

pe_status
pe_batch_csv_new (pe_batch_csv **out, size_t *head, pe_batch_plan *plan, const char *bytes, size_t size,
                  const pe_batch_csv_options *options, pe_findings **findings, pe_error **error)
{
  form_reader reader = { NULL, { NULL, { 0 } }, { 0 }, PE_VECTOR_INIT (pe_batch_csv_column), PE_BUFFER_INIT, 0 };
  pe_batch_csv_options ours;
  const char          *bad = find_bad_argument (out, head, plan, bytes);
  size_t               length = 0;
  pe_status            status;

  if (findings != NULL)
    *findings = pe_findings_get_empty ();
  if (bad != NULL)
    return pe_error_set_argument (error, bad, "not NULL");
  status = import_options (&reader, &ours, options, error);
  if (status != PE_OK)
    return status;
  reader.form = g_try_new0 (pe_batch_csv, 1);
  if (reader.form == NULL)
    return pe_error_set_no_memory (error);
  reader.form->references = 1;
  reader.form->plan = pe_batch_plan_ref (plan);
  reader.form->detail = ours.detail;
  reader.form->text_limit = reader.intake.limits.text_bytes;
  pe_collector_init (&reader.collector, &reader.intake.limits);
  if (read_form (&reader, bytes, size, &length) != PE_OK)
    pe_collector_add (&reader.collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  take_columns (reader.form, &reader.columns);
  pe_buffer_clear (&reader.scratch);
  status = pe_collector_finish (&reader.collector, findings, error);
  if (status == PE_OK)
    {
      *out = reader.form;
      *head = length;
    }
  else
    free_form (reader.form);
  return status;
}

/* Headings that are written */

pe_status
pe_batch_csv_print_template (pe_text **out, const pe_batch_plan *plan, pe_error **error)
{
  pe_buffer      buffer = PE_BUFFER_INIT;
  pe_batch_input input;

  if (out == NULL || plan == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "plan", "not NULL");
  pe_buffer_add_string (&buffer, "unit");
  for (size_t i = 0; i < pe_batch_plan_get_n_inputs (plan); i++)
    {
      pe_buffer heading = PE_BUFFER_INIT;

      memset (&input, 0, sizeof input);
      input.struct_size = sizeof input;
      pe_batch_plan_get_input (&input, plan, i, NULL);
      pe_buffer_add_string (&heading, input.path);
      if (input.unit != PE_UNIT_NONE && input.type == PE_BATCH_INPUT_NUMBER)
        {
          pe_buffer_add_char (&heading, '(');
          pe_buffer_add_string (&heading, pe_unit_get_name (input.unit));
          pe_buffer_add_char (&heading, ')');
        }
      pe_buffer_add_char (&buffer, ',');
      pe_csv_add_cell (&buffer, heading.data != NULL ? heading.data : "", heading.size, FALSE);
      buffer.status = heading.status != PE_OK ? heading.status : buffer.status;
      pe_buffer_clear (&heading);
    }
  pe_buffer_add_char (&buffer, '\n');
  return pe_buffer_finish (&buffer, out, error);
}

/* The points of nodes stand in the order of the printed table, those of the total in front. */
static void
add_node_headings (pe_buffer *out, const pe_batch_csv *self)
{
  const pe_rulebook *rulebook = pe_batch_plan_get_rulebook (self->plan);
  pe_indicator       indicator;

  for (size_t i = 0; i < pe_rulebook_get_n_indicators (rulebook); i++)
    {
      memset (&indicator, 0, sizeof indicator);
      indicator.struct_size = sizeof indicator;
      if (pe_batch_plan_get_scale (self->plan, i + 1) < 0
          || pe_rulebook_get_indicator (&indicator, rulebook, i, NULL) != PE_OK)
        continue;
      pe_buffer_add_char (out, ',');
      pe_csv_add_cell (out, indicator.code, strlen (indicator.code), TRUE);
    }
}

pe_status
pe_batch_csv_print_heading (pe_text **out, const pe_batch_csv *self, pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  for (size_t i = 0; i < self->n_columns; i++)
    if (self->columns[i].input < 0)
      {
        pe_csv_add_cell (&buffer, self->columns[i].name, strlen (self->columns[i].name), TRUE);
        pe_buffer_add_char (&buffer, ',');
      }
  pe_buffer_add_string (&buffer, "total,grade");
  if (self->detail == PE_BATCH_NODES)
    add_node_headings (&buffer, self);
  pe_buffer_add_char (&buffer, '\n');
  return pe_buffer_finish (&buffer, out, error);
}

/* Records */

/* The end of the last line: right where nothing is quoted. */
static size_t
find_last_line_end (const char *bytes, size_t size)
{
  while (size > 0 && bytes[size - 1] != '\n')
    size--;
  return size;
}

/* Goes through every cell. */
static size_t
find_last_record_end (const pe_batch_csv *self, const char *bytes, size_t size, gboolean *is_broken)
{
  const char   *text = bytes, *end = bytes + size;
  size_t        whole = 0;
  pe_batch_cell cell;

  *is_broken = FALSE;
  while (text < end)
    {
      /* What is wrong inside a record is found when it is read; here only whether it has an end. */
      if (!pe_batch_scan_cell (&cell, &text, text, end, self->separator))
        *is_broken = text == end;
      if (text == end)
        break;
      if (pe_batch_scan_line_end (&text, end))
        {
          /* Behind a CR that ends the bytes an LF may come, or a cell that goes on. */
          whole = text[-1] == '\n' ? (size_t) (text - bytes) : whole;
          *is_broken = FALSE;
        }
      else if (*text == self->separator)
        text++;
    }
  return text == end && bytes[size - 1] == '\n' && !*is_broken ? size : whole;
}

/* The record that begins at from, as far as it is at hand. */
static pe_status
refuse_record (pe_status code, size_t from, size_t size, pe_error **error)
{
  pe_place place = PE_PLACE_WHAT ("");

  place.offset = from;
  place.length = size - from;
  return pe_error_set (error, code, &place, NULL);
}

pe_status
pe_batch_csv_split (size_t *whole, const pe_batch_csv *self, const char *bytes, size_t size, int32_t is_last,
                    pe_error **error)
{
  gboolean is_broken = FALSE;
  size_t   found = 0;

  if (whole == NULL || self == NULL || (bytes == NULL && size > 0))
    return pe_error_set_argument (error, whole == NULL ? "whole" : self == NULL ? "self" : "bytes", "not NULL");
  if (is_last != 0 && is_last != 1)
    return pe_error_set_argument (error, "is_last", "0 or 1");
  if (size > 0 && memchr (bytes, '"', size) == NULL)
    found = find_last_line_end (bytes, size);
  else if (size > 0)
    found = find_last_record_end (self, bytes, size, &is_broken);
  if (is_last && is_broken)
    return refuse_record (PE_ERROR_CSV_QUOTE, found, size, error);
  if (size - found > self->text_limit)
    return refuse_record (PE_ERROR_LIMIT_TEXT, found, size, error);
  *whole = is_last ? size : found;
  return PE_OK;
}

/* The object */

pe_batch_plan *
pe_batch_csv_get_plan (const pe_batch_csv *self)
{
  return self != NULL ? self->plan : NULL;
}

pe_batch_csv *
pe_batch_csv_ref (pe_batch_csv *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_batch_csv_unref (pe_batch_csv *self)
{
  if (self != NULL && g_atomic_int_dec_and_test (&self->references))
    free_form (self);
}
