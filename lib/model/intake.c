/* intake.c - checking and taking in the records of callers
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "intake-private.h"

#include <string.h>

#include "../base/date-private.h"
#include "../base/decimal-private.h"
#include "../base/figure-private.h"
#include "../base/finding-private.h"
#include "../base/rational-private.h"
#include "../base/struct-private.h"
#include "../base/utf8-private.h"

#define TEXT_MAX ((size_t) 1048576)
#define CODE_MAX ((size_t) 64)
/* Records count each other in 32 bits, from 1. */
#define RECORDS_MAX ((size_t) G_MAXUINT32 - 1)

/* "/budget/lines/3/adjusted" (g_free), or NULL when memory ran out. */
static char *
print_path (const pe_intake *self, const char *member)
{
  pe_buffer path = PE_BUFFER_INIT;

  pe_buffer_add_string (&path, self->table);
  if (self->index != PE_INTAKE_ALONE)
    {
      pe_buffer_add_char (&path, '/');
      pe_buffer_add_uint (&path, self->index);
    }
  if (member != NULL)
    {
      pe_buffer_add_char (&path, '/');
      pe_buffer_add_string (&path, member);
    }
  return pe_buffer_steal (&path);
}

pe_status
pe_intake_refuse (const pe_intake *self, const char *member, pe_status code, pe_error **error, ...)
{
  pe_parameter_init parameters[PE_PARAMETERS_MAX];
  char             *path = print_path (self, member);
  const pe_place    place = PE_PLACE_WHAT (path);
  pe_finding_init   init = { code, &place, 1, parameters, 0 };
  pe_finding       *finding = NULL;
  va_list           pairs;

  va_start (pairs, error);
  init.n_parameters = pe_parameters_collect (parameters, pairs);
  va_end (pairs);
  if (path == NULL || pe_finding_new (&finding, &init) != PE_OK)
    code = pe_error_set_no_memory (error);
  else
    code = pe_error_set_finding (error, finding, 1);
  pe_finding_unref (finding);
  g_free (path);
  return code;
}

pe_status
pe_intake_check_range (const pe_intake *self, const char *member, int64_t number, int64_t first, int64_t last,
                       pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *found, *expected;
  pe_status status;

  if (number >= first && number <= last)
    return PE_OK;
  pe_buffer_add_int (&buffer, number);
  found = pe_buffer_steal (&buffer);
  pe_buffer_add_int (&buffer, first);
  pe_buffer_add_string (&buffer, last > first ? " - " : NULL);
  if (last > first)
    pe_buffer_add_int (&buffer, last);
  expected = pe_buffer_steal (&buffer);
  if (found == NULL || expected == NULL)
    status = pe_error_set_no_memory (error);
  else
    status = pe_intake_refuse (
        self, member, PE_ERROR_INVALID_ARGUMENT, error, "name", member, "found", found, "expected", expected, NULL);
  g_free (found);
  g_free (expected);
  return status;
}

static gboolean
is_code (const char *text)
{
  size_t i;

  for (i = 0; text[i] != '\0'; i++)
    if (i == CODE_MAX || !(g_ascii_isalnum (text[i]) || text[i] == '.' || text[i] == '-' || text[i] == '_'))
      return FALSE;
  return i > 0;
}

static pe_status
refuse_bytes (const pe_intake *self, const char *member, const char *text, size_t size, size_t offset, pe_error **error)
{
  const pe_decimal number = { (int64_t) offset, 0, 0 };
  char             excerpt[PE_EXCERPT_SIZE], digits[PE_DECIMAL_PRINT_SIZE];

  (void) pe_decimal_print (digits, sizeof digits, &number, NULL);
  return pe_intake_refuse (self, member, PE_ERROR_INVALID_UTF8, error, "name", member, "offset", digits, "found",
                           pe_excerpt (excerpt, text, size), NULL);
}

/* text is UTF-8. */
static pe_status
check_text (const pe_intake *self, const char *member, const char *text, pe_intake_kind kind, pe_error **error)
{
  if (kind != PE_INTAKE_NULLABLE && pe_utf8_is_blank (text))
    return pe_intake_refuse (self, member, PE_ERROR_TEXT_EMPTY, error, "name", member, NULL);
  if (kind == PE_INTAKE_CODE && !is_code (text))
    return pe_intake_refuse (
        self, member, PE_ERROR_CODE_SYNTAX, error, "name", member, "code", text, "expected",
        "1 to 64 letters, digits, '.', '-' and '_'", "expected_zh", "1 至 64 个字母、数字或 . - _", NULL);
  return PE_OK;
}

pe_status
pe_intake_take_text (const pe_intake *self, const char *member, const char **text, pe_intake_kind kind,
                     pe_error **error)
{
  size_t      size, offset;
  const char *copy;
  pe_status   status;

  if (*text == NULL && kind == PE_INTAKE_NULLABLE)
    return PE_OK;
  if (*text == NULL)
    return pe_intake_refuse (self, member, PE_ERROR_INVALID_ARGUMENT, error, "name", member, "expected", "not NULL",
                             "expected_zh", "非空指针", NULL);
  size = strlen (*text);
  if (size > TEXT_MAX)
    return pe_intake_refuse (self, member, PE_ERROR_LIMIT_TEXT, error, "name", member, "limit", "1048576", NULL);
  if (!pe_utf8_validate (*text, size, &offset))
    return refuse_bytes (self, member, *text, size, offset, error);
  status = check_text (self, member, *text, kind, error);
  if (status != PE_OK)
    return status;
  copy = pe_arena_copy (self->texts, *text, size);
  if (copy == NULL)
    return pe_error_set_no_memory (error);
  *text = copy;
  return PE_OK;
}

pe_status
pe_intake_check_date (const pe_intake *self, const char *member, pe_date date, pe_error **error)
{
  char digits[PE_DATE_PRINT_SIZE];

  if (date == 0 || pe_date_check (date, NULL, NULL) == PE_OK)
    return PE_OK;
  return pe_intake_refuse (
      self, member, PE_ERROR_DATE_RANGE, error, "found", pe_date_print (digits, date), "name", member, NULL);
}

/* What every figure must be: a known unit, a decimal, and a state up to `last` that goes with the number. */
static pe_status
check_figure (const pe_intake *self, const char *member, const pe_figure *figure, pe_state last, pe_error **error)
{
  if (!pe_decimal_is_well_formed (&figure->value))
    return pe_intake_refuse (
        self, member, PE_ERROR_INVALID_ARGUMENT, error, "name", member, "expected",
        "a decimal of 0 to 18 places, reserved 0", "expected_zh", "0 至 18 位小数的数，保留项为 0", NULL);
  if (figure->state < PE_STATE_MISSING || figure->state > last
      || (figure->state != PE_STATE_VALUE && figure->value.coefficient != 0))
    return pe_intake_refuse (self, member, PE_ERROR_STATE_CONFLICT, error, "name", member, "expected",
                             "a value with its state, or no number and the state that says why", "expected_zh",
                             "有数值时状态为“有值”；无数值时只填状态", NULL);
  if (pe_unit_get_name (figure->unit) == NULL)
    return pe_intake_refuse (self, member, PE_ERROR_INVALID_ARGUMENT, error, "name", member, "expected", "a pe_unit",
                             "expected_zh", "计量单位（pe_unit）", NULL);
  return PE_OK;
}

static void
settle_number (pe_figure *figure)
{
  if (figure->state != PE_STATE_VALUE)
    figure->value = (pe_decimal) { 0, 0, 0 };
}

pe_status
pe_intake_take_money (const pe_intake *self, const char *member, pe_figure *figure, const char *name, pe_error **error)
{
  pe_status status = check_figure (self, member, figure, PE_STATE_NOT_APPLICABLE, error);
  char      number[PE_DECIMAL_PRINT_SIZE];

  settle_number (figure);
  if (status != PE_OK || figure->state != PE_STATE_VALUE)
    return status;
  if (pe_unit_get_dimension (figure->unit) == PE_DIMENSION_MONEY && figure->value.coefficient >= 0)
    return PE_OK;
  (void) pe_decimal_print (number, sizeof number, &figure->value, NULL);
  if (pe_unit_get_dimension (figure->unit) != PE_DIMENSION_MONEY)
    return pe_intake_refuse (
        self, member, PE_ERROR_UNIT_MISMATCH, error, "name", name, "found",
        figure->unit == PE_UNIT_NONE ? number : pe_unit_get_name (figure->unit), "expected", "元, 万元, 亿元", NULL);
  return pe_intake_refuse (self, member, PE_ERROR_NEGATIVE_AMOUNT, error, "found", number, "name", name, "unit",
                           pe_unit_get_name (figure->unit), NULL);
}

static gboolean
is_whole (const pe_decimal *number)
{
  pe_rational value;
  gboolean    whole;

  pe_rational_init (&value);
  pe_rational_set_decimal (&value, number);
  whole = pe_rational_is_integer (&value);
  pe_rational_clear (&value);
  return whole;
}

pe_status
pe_intake_take_count (const pe_intake *self, const char *member, pe_figure *figure, pe_error **error)
{
  pe_status status = check_figure (self, member, figure, PE_STATE_NOT_APPLICABLE, error);
  char      number[PE_DECIMAL_PRINT_SIZE];

  settle_number (figure);
  if (status != PE_OK || figure->state != PE_STATE_VALUE)
    return status;
  if (figure->unit != PE_UNIT_NONE && figure->unit != PE_UNIT_COUNT)
    return pe_intake_refuse (self, member, PE_ERROR_UNIT_MISMATCH, error, "name", member, "found",
                             pe_unit_get_name (figure->unit), "expected", "个", NULL);
  if (figure->value.coefficient >= 0 && is_whole (&figure->value))
    return PE_OK;
  (void) pe_decimal_print (number, sizeof number, &figure->value, NULL);
  return pe_intake_refuse (self, member, PE_ERROR_COUNT_INVALID, error, "name", member, "found", number, NULL);
}

pe_status
pe_intake_take_figure (const pe_intake *self, const char *member, pe_figure *figure, const char *text, pe_error **error)
{
  pe_status status = check_figure (self, member, figure, PE_STATE_TEXT, error);

  settle_number (figure);
  if (status != PE_OK || (figure->state == PE_STATE_TEXT) == (text != NULL))
    return status;
  return pe_intake_refuse (self, member, PE_ERROR_STATE_CONFLICT, error, "name", member, "expected",
                           "a text exactly where the state is text", "expected_zh", "状态为“文字”时有且仅有文字", NULL);
}

pe_status
pe_intake_take_points (const pe_intake *self, const char *member, pe_figure *figure, pe_error **error)
{
  pe_status status = check_figure (self, member, figure, PE_STATE_NOT_APPLICABLE, error);

  settle_number (figure);
  if (status != PE_OK || figure->unit == PE_UNIT_NONE || figure->unit == PE_UNIT_POINT)
    return status;
  return pe_intake_refuse (self, member, PE_ERROR_UNIT_MISMATCH, error, "name", member, "found",
                           pe_unit_get_name (figure->unit), "expected", "分", NULL);
}

/* An element that cannot be imported is named by its place as well. */
static pe_status
import (void *record, size_t size, const void *items, const pe_intake *self, pe_error **error)
{
  pe_error   *below = NULL;
  pe_finding *moved = NULL;
  pe_status   status = pe_struct_import_at (
      record, size, items, self->index, self->minimum > 0 ? self->minimum : size, "items", &below);
  char    *path;
  pe_place place;

  if (status == PE_OK)
    return PE_OK;
  path = print_path (self, NULL);
  place = PE_PLACE_WHAT (path);
  if (status == PE_ERROR_NO_MEMORY || path == NULL
      || pe_finding_new_at (&moved, pe_error_get_finding (below), &place) != PE_OK)
    status = pe_error_set_no_memory (error);
  else
    status = pe_error_set_finding (error, moved, 1);
  pe_finding_unref (moved);
  pe_error_unref (below);
  g_free (path);
  return status;
}

/* records already has room for the array, from intake->position on. */
static pe_status
add_records (char *first, size_t size, pe_intake *intake, pe_intake_take take, const void *items, size_t n,
             pe_error **error)
{
  pe_status status = PE_OK;

  for (size_t i = 0; i < n && status == PE_OK; i++, intake->position++)
    {
      intake->index = i;
      status = import (first + i * size, size, items, intake, error);
      if (status == PE_OK)
        status = take (first + i * size, intake, error);
    }
  return status;
}

pe_status
pe_intake_add_many (pe_vector *records, pe_arena *texts, const char *table, pe_intake_take take, const void *items,
                    size_t n, pe_error **error)
{
  return pe_intake_add_grown (records, texts, table, 0, take, items, n, error);
}

pe_status
pe_intake_add_grown (pe_vector *records, pe_arena *texts, const char *table, size_t minimum, pe_intake_take take,
                     const void *items, size_t n, pe_error **error)
{
  const size_t        before = records->size;
  const pe_arena_mark mark = pe_arena_get_mark (texts);
  pe_intake           intake = { table, 0, before, texts, minimum };
  void               *first;
  pe_status           status;

  if (n == 0)
    return PE_OK;
  if (items == NULL)
    return pe_error_set_argument (error, "items", "not NULL");
  if (n > RECORDS_MAX - before)
    return pe_error_set (error, PE_ERROR_LIMIT_ITEMS, NULL, "name", table, "limit", "4294967294", NULL);
  if (pe_vector_grow (records, n, &first) != PE_OK)
    return pe_error_set_no_memory (error);
  status = add_records (first, records->element_size, &intake, take, items, n, error);
  if (status != PE_OK)
    {
      records->size = before;
      pe_arena_rewind (texts, mark);
    }
  return status;
}

pe_status
pe_intake_refuse_index (size_t index, size_t n, pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *found, *expected;
  pe_status status;

  pe_buffer_add_uint (&buffer, index);
  found = pe_buffer_steal (&buffer);
  pe_buffer_add_string (&buffer, "< ");
  pe_buffer_add_uint (&buffer, n);
  expected = pe_buffer_steal (&buffer);
  if (found == NULL || expected == NULL)
    status = pe_error_set_no_memory (error);
  else
    status
        = pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "name", "index", "found", found, "expected", expected, NULL);
  g_free (found);
  g_free (expected);
  return status;
}

pe_status
pe_intake_export (void *out, const void *records, size_t n, size_t index, size_t size, pe_error **error)
{
  return pe_intake_export_grown (out, records, n, index, size, size, error);
}

pe_status
pe_intake_export_grown (void *out, const void *records, size_t n, size_t index, size_t size, size_t minimum,
                        pe_error **error)
{
  if (records == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (index >= n)
    return pe_intake_refuse_index (index, n, error);
  return pe_struct_export (out, (const char *) records + index * size, size, minimum, "out", error);
}
