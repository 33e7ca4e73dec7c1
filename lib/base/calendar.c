/* calendar.c - which days are working days
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/calendar.h>

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "buffer-private.h"
#include "date-private.h"
#include "finding-private.h"
#include "struct-private.h"
#include "utf8-private.h"

/* Days in ascending order, each once. */
typedef struct day_list
{
  pe_date *days;
  size_t   size;
} day_list;

typedef struct named_day
{
  char   *name;
  pe_date date;
  size_t  index; /* in the caller's array, for the place of an error */
} named_day;

struct pe_calendar
{
  gint       references;
  int32_t    first_year;
  int32_t    last_year;
  day_list   holidays;   /* Mondays to Fridays only: the other days are off anyway */
  day_list   workdays;   /* Saturdays and Sundays only */
  named_day *named_days; /* by year, then by name */
  size_t     n_named_days;
};

void
pe_calendar_spec_init (pe_calendar_spec *spec, uint32_t struct_size)
{
  pe_struct_init (spec, struct_size, NULL, sizeof *spec);
}

static gboolean
is_weekend (pe_date date)
{
  return pe_date_get_weekday (date) >= 6;
}

static int
compare_days (const void *a, const void *b)
{
  pe_date x = *(const pe_date *) a, y = *(const pe_date *) b;

  return (x > y) - (x < y);
}

/* By year, then by name; equal ones as the caller gave them, so that an error names the second. */
static int
compare_named (const void *a, const void *b)
{
  const named_day *x = a, *y = b;
  int32_t          year_x = x->date / 10000, year_y = y->date / 10000;
  int              order = year_x != year_y ? (year_x > year_y) - (year_x < year_y) : strcmp (x->name, y->name);

  return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

/* How many days of a list lie on or before a day. */
static size_t
count_until (const day_list *self, pe_date date)
{
  size_t low = 0, high = self->size;

  while (low < high)
    {
      size_t middle = low + (high - low) / 2;

      if (self->days[middle] <= date)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
has_day (const day_list *self, pe_date date)
{
  size_t n = count_until (self, date);

  return n > 0 && self->days[n - 1] == date;
}

/* The path of one element of an array of the specification (g_free); NULL when memory ran out. */
static char *
make_path (const char *array, size_t index)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_string (&buffer, array);
  pe_buffer_add_char (&buffer, '/');
  pe_buffer_add_uint (&buffer, index);
  return pe_buffer_steal (&buffer);
}

/* Sets an error at one element of an array of the specification. */
static pe_status
set_error_at (pe_error **error, pe_status code, const char *array, size_t index, const char *name, const char *text)
{
  char     *path = make_path (array, index);
  pe_place  place = PE_PLACE_WHAT (path);
  pe_status status = pe_error_set (error, code, &place, name, text, NULL);

  g_free (path);
  return status;
}

static pe_status
set_outside (const pe_calendar *self, pe_date date, const pe_place *place, pe_error **error)
{
  char found[PE_DATE_PRINT_SIZE], from[PE_DATE_PRINT_SIZE], to[PE_DATE_PRINT_SIZE];

  /* A year is no day and is printed as a plain number. */
  return pe_error_set (error, PE_ERROR_CALENDAR_RANGE, place, "found", pe_date_print (found, date), "from",
                       pe_date_print (from, self->first_year), "to", pe_date_print (to, self->last_year), NULL);
}

/* PE_OK for a day within the years covered. */
static pe_status
check_day (const pe_calendar *self, pe_date date, const pe_place *place, pe_error **error)
{
  pe_status status = pe_date_check (date, place, error);

  if (status != PE_OK)
    return status;
  if (date / 10000 < self->first_year || date / 10000 > self->last_year)
    return set_outside (self, date, place, error);
  return PE_OK;
}

static pe_status
check_listed_day (const pe_calendar *self, const char *array, size_t index, pe_date date, pe_error **error)
{
  pe_place  place = PE_PLACE_WHAT (NULL);
  char     *path;
  pe_status status;

  /* A path costs an allocation: none for the days that are right. */
  if (check_day (self, date, NULL, NULL) == PE_OK)
    return PE_OK;
  path = make_path (array, index);
  place.what = path;
  status = check_day (self, date, &place, error);
  g_free (path);
  return status;
}

static pe_status
copy_days (day_list *out, const pe_calendar *self, const char *array, const pe_date *days, size_t n, pe_error **error)
{
  if (n == 0)
    return PE_OK;
  if (days == NULL)
    return pe_error_set_argument (error, array + 1, "not NULL");
  out->days = g_try_new (pe_date, n);
  if (out->days == NULL)
    return pe_error_set_no_memory (error);

  for (size_t i = 0; i < n; i++)
    {
      pe_status status = check_listed_day (self, array, i, days[i], error);

      if (status != PE_OK)
        return status;
      out->days[i] = days[i];
    }
  qsort (out->days, n, sizeof *out->days, compare_days);
  for (size_t i = 0; i < n; i++)
    if (out->size == 0 || out->days[i] != out->days[out->size - 1])
      out->days[out->size++] = out->days[i];
  return PE_OK;
}

static pe_status
check_conflicts (const pe_calendar *self, const pe_calendar_spec *spec, pe_error **error)
{
  char found[PE_DATE_PRINT_SIZE];

  for (size_t i = 0; i < spec->n_workdays; i++)
    if (has_day (&self->holidays, spec->workdays[i]))
      return set_error_at (error, PE_ERROR_STATE_CONFLICT, "/workdays", i, "found",
                           pe_date_print (found, spec->workdays[i]));
  return PE_OK;
}

/* Keeps the days that change something. */
static void
keep_days (day_list *self, gboolean weekend)
{
  size_t kept = 0;

  for (size_t i = 0; i < self->size; i++)
    if (is_weekend (self->days[i]) == weekend)
      self->days[kept++] = self->days[i];
  self->size = kept;
}

static pe_status
copy_named_day (pe_calendar *self, const pe_calendar_spec *spec, size_t index, pe_error **error)
{
  pe_named_day ours;
  named_day   *named = &self->named_days[index];
  pe_status    status
      = pe_struct_import_at (&ours, sizeof ours, spec->named_days, index, sizeof (pe_named_day), "named_days", error);

  if (status != PE_OK)
    return status;
  if (ours.name == NULL || *ours.name == '\0')
    return pe_error_set_argument (error, "named_days.name", "a name");
  status = check_listed_day (self, "/named_days", index, ours.date, error);
  if (status != PE_OK)
    return status;
  status = pe_utf8_copy (&named->name, ours.name, G_MAXSSIZE, "/named_days", error);
  if (status != PE_OK)
    return status;
  named->date = ours.date;
  named->index = index;
  self->n_named_days++;
  return PE_OK;
}

static pe_status
check_names (const pe_calendar *self, pe_error **error)
{
  for (size_t i = 1; i < self->n_named_days; i++)
    {
      const named_day *a = &self->named_days[i - 1], *b = &self->named_days[i];

      if (a->date / 10000 == b->date / 10000 && strcmp (a->name, b->name) == 0)
        return set_error_at (error, PE_ERROR_CODE_DUPLICATE, "/named_days", b->index, "code", b->name);
    }
  return PE_OK;
}

static pe_status
copy_named_days (pe_calendar *self, const pe_calendar_spec *spec, pe_error **error)
{
  if (spec->n_named_days == 0)
    return PE_OK;
  if (spec->named_days == NULL)
    return pe_error_set_argument (error, "named_days", "not NULL");
  self->named_days = g_try_new0 (named_day, spec->n_named_days);
  if (self->named_days == NULL)
    return pe_error_set_no_memory (error);

  for (size_t i = 0; i < spec->n_named_days; i++)
    {
      pe_status status = copy_named_day (self, spec, i, error);

      if (status != PE_OK)
        return status;
    }
  qsort (self->named_days, self->n_named_days, sizeof *self->named_days, compare_named);
  return check_names (self, error);
}

static pe_status
check_spec (const pe_calendar_spec *spec, pe_error **error)
{
  if (spec->first_year < PE_YEAR_MIN || spec->first_year > PE_YEAR_MAX)
    return pe_error_set_argument (error, "spec.first_year", "1900 to 9999");
  if (spec->last_year < spec->first_year || spec->last_year > PE_YEAR_MAX)
    return pe_error_set_argument (error, "spec.last_year", "first_year to 9999");
  if (spec->reserved != 0)
    return pe_error_set_argument (error, "spec.reserved", "0");
  return PE_OK;
}

static pe_status
fill (pe_calendar *self, const pe_calendar_spec *spec, pe_error **error)
{
  pe_status status;

  self->first_year = spec->first_year;
  self->last_year = spec->last_year;
  status = copy_days (&self->holidays, self, "/holidays", spec->holidays, spec->n_holidays, error);
  if (status == PE_OK)
    status = copy_days (&self->workdays, self, "/workdays", spec->workdays, spec->n_workdays, error);
  if (status == PE_OK)
    status = check_conflicts (self, spec, error);
  if (status == PE_OK)
    status = copy_named_days (self, spec, error);
  keep_days (&self->holidays, FALSE);
  keep_days (&self->workdays, TRUE);
  return status;
}

pe_status
pe_calendar_new (pe_calendar **out, const pe_calendar_spec *spec, pe_error **error)
{
  pe_calendar_spec ours;
  pe_calendar     *self;
  pe_status        status;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  status = pe_struct_import (&ours, sizeof ours, spec, sizeof (pe_calendar_spec), "spec", error);
  if (status == PE_OK)
    status = check_spec (&ours, error);
  if (status != PE_OK)
    return status;

  self = g_try_new0 (pe_calendar, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  self->references = 1;
  status = fill (self, &ours, error);
  if (status == PE_OK)
    *out = self;
  else
    pe_calendar_unref (self);
  return status;
}

pe_status
pe_calendar_is_workday (int32_t *out, const pe_calendar *self, pe_date date, pe_error **error)
{
  pe_status status;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  status = check_day (self, date, NULL, error);
  if (status == PE_OK)
    *out = is_weekend (date) ? has_day (&self->workdays, date) : !has_day (&self->holidays, date);
  return status;
}

/* Working days up to and including a day, from a Monday in the past: whole weeks, the begun week, the listed days. */
static int64_t
count_workdays_until (const pe_calendar *self, pe_date date)
{
  int32_t number = pe_date_to_number (date);
  int64_t weekdays = (int64_t) (number / 7) * 5 + MIN (number % 7, 5);

  return weekdays - (int64_t) count_until (&self->holidays, date) + (int64_t) count_until (&self->workdays, date);
}

pe_status
pe_calendar_count_workdays (int32_t *out, const pe_calendar *self, pe_date from, pe_date to, pe_error **error)
{
  pe_status status;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  status = check_day (self, from, NULL, error);
  if (status == PE_OK)
    status = check_day (self, to, NULL, error);
  if (status == PE_OK)
    *out = (int32_t) (count_workdays_until (self, to) - count_workdays_until (self, from));
  return status;
}

/* The named day, or NULL. */
static const named_day *
find_named (const pe_calendar *self, const char *name, int32_t year)
{
  size_t low = 0, high = self->n_named_days;

  while (low < high)
    {
      size_t           middle = low + (high - low) / 2;
      const named_day *named = &self->named_days[middle];
      int32_t          other = named->date / 10000;
      int              order = other != year ? (other > year) - (other < year) : strcmp (named->name, name);

      if (order == 0)
        return named;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

pe_status
pe_calendar_find_named_day (pe_date *out, const pe_calendar *self, const char *name, int32_t year, pe_error **error)
{
  char             name_year[PE_DATE_PRINT_SIZE];
  const named_day *named;

  if (out == NULL || self == NULL || name == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : self == NULL ? "self" : "name", "not NULL");
  named = find_named (self, name, year);
  if (named == NULL)
    return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "found", name, "name", pe_date_print (name_year, year), NULL);
  *out = named->date;
  return PE_OK;
}

pe_calendar *
pe_calendar_ref (pe_calendar *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_calendar_unref (pe_calendar *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  for (size_t i = 0; i < self->n_named_days; i++)
    g_free (self->named_days[i].name);
  g_free (self->named_days);
  g_free (self->holidays.days);
  g_free (self->workdays.days);
  g_free (self);
}
