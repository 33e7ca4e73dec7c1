/* calendar-json.c - a calendar of working days from JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/calendar_json.h>

#include <string.h>

#include "../base/date-private.h"
#include "document-private.h"

#define FORMAT "perfeval-calendar/1"

/* Days on their way to the calendar, each with the value that it was read from. */
typedef struct day_table
{
  pe_vector days;   /* of pe_date */
  pe_vector values; /* of pe_json_index, in step */
} day_table;

#define DAY_TABLE_INIT { PE_VECTOR_INIT (pe_date), PE_VECTOR_INIT (pe_json_index) }

typedef struct calendar_reader
{
  pe_document *document;
  int32_t      first_year;
  int32_t      last_year;
  day_table    holidays;
  day_table    workdays;
  day_table    named;
  pe_vector    named_days; /* of pe_named_day, in step with named */
} calendar_reader;

enum
{
  CALENDAR_FORMAT,
  CALENDAR_SOURCE,
  CALENDAR_YEARS,
  CALENDAR_HOLIDAYS,
  CALENDAR_WORKDAYS,
  CALENDAR_NAMED_DAYS,
  N_CALENDAR
};

static const pe_member_rule calendar_members[N_CALENDAR] = {
  { "format", PE_MEMBER_REQUIRED },   { "source", PE_MEMBER_OPTIONAL },   { "years", PE_MEMBER_REQUIRED },
  { "holidays", PE_MEMBER_OPTIONAL }, { "workdays", PE_MEMBER_OPTIONAL }, { "named_days", PE_MEMBER_OPTIONAL },
};

static const pe_member_rule year_members[] = { { "first", PE_MEMBER_REQUIRED }, { "last", PE_MEMBER_REQUIRED } };
static const pe_member_rule range_members[] = { { "from", PE_MEMBER_REQUIRED }, { "to", PE_MEMBER_REQUIRED } };
static const pe_member_rule named_members[] = { { "name", PE_MEMBER_REQUIRED }, { "date", PE_MEMBER_REQUIRED } };

static void
report_too_many (pe_document *document, pe_json_index value)
{
  pe_buffer limit = PE_BUFFER_INIT;
  char     *text;

  pe_buffer_add_uint (&limit, document->limits.items);
  text = pe_buffer_steal (&limit);
  if (text == NULL)
    pe_document_report_no_memory (document);
  else
    pe_document_report (document, value, PE_ERROR_LIMIT_ITEMS, "limit", text, NULL);
  g_free (text);
}

/* FALSE, reported, when memory ran out or the days are too many. */
static gboolean
add_day (pe_document *document, day_table *table, pe_date day, pe_json_index value)
{
  if (table->days.size >= document->limits.items)
    {
      report_too_many (document, value);
      return FALSE;
    }
  if (pe_vector_push (&table->days, &day) == PE_OK && pe_vector_push (&table->values, &value) == PE_OK)
    return TRUE;
  pe_document_report_no_memory (document);
  return FALSE;
}

/* The day after one that is not the last of all. */
static pe_date
get_next_day (pe_date day)
{
  if (pe_date_check (day + 1, NULL, NULL) == PE_OK)
    return day + 1;
  return day / 100 % 100 == 12 ? (day / 10000 + 1) * 10000 + 101 : (day / 100 + 1) * 100 + 1;
}

static gboolean
lies_within (const calendar_reader *self, pe_date day)
{
  return day / 10000 >= self->first_year && day / 10000 <= self->last_year;
}

/* A range that leaves the years is not unrolled further: its first day outside says so when the calendar is made. */
static void
add_range (calendar_reader *self, pe_date from, pe_date to, pe_json_index value, day_table *table)
{
  pe_date day = from;

  while (add_day (self->document, table, day, value) && day < to && lies_within (self, day))
    day = get_next_day (day);
}

static void
read_range (calendar_reader *self, pe_json_index value, day_table *table)
{
  pe_json_index members[2];
  pe_date       from, to;
  char          found[PE_DATE_PRINT_SIZE], expected[PE_DATE_PRINT_SIZE];

  if (!pe_document_read_object (self->document, value, range_members, 2, PE_ERROR_MEMBER_UNKNOWN, members))
    return;
  from = pe_document_read_date (self->document, members[0]);
  to = pe_document_read_date (self->document, members[1]);
  if (from == 0 || to == 0)
    return;
  if (to >= from)
    add_range (self, from, to, value, table);
  else
    pe_document_report (self->document, members[1], PE_ERROR_DATE_ORDER, "found", pe_date_print (found, to), "expected",
                        pe_date_print (expected, from), NULL);
}

static void
read_days (calendar_reader *self, pe_json_index array, day_table *table)
{
  pe_json *const json = self->document->json;

  if (!pe_document_read_array (self->document, array))
    return;
  for (pe_json_index value = pe_json_get_first (json, array); value != PE_JSON_NONE;
       value = pe_json_get_next (json, value))
    {
      const uint64_t n_errors = pe_document_get_n_errors (self->document);
      pe_date        day = 0;

      if (pe_json_get_kind (json, value) == PE_JSON_OBJECT)
        {
          read_range (self, value, table);
          continue;
        }
      day = pe_document_read_date (self->document, value);
      if (day != 0)
        add_day (self->document, table, day, value);
      else if (pe_document_get_n_errors (self->document) == n_errors)
        pe_document_report_type (self->document, value, "a date, \"2023-01-01\", or {\"from\", \"to\"}",
                                 "日期（如 \"2023-01-01\"）或 {\"from\", \"to\"}");
    }
}

static void
read_named_day (calendar_reader *self, pe_json_index value)
{
  pe_named_day  day = { sizeof day, 0, NULL };
  pe_json_index members[2];

  if (!pe_document_read_object (self->document, value, named_members, 2, PE_ERROR_MEMBER_UNKNOWN, members))
    return;
  day.name = pe_document_read_text (self->document, members[0]);
  day.date = pe_document_read_date (self->document, members[1]);
  if (day.name != NULL && *day.name == '\0')
    pe_document_report (self->document, members[0], PE_ERROR_TEXT_EMPTY, "name", "name", NULL);
  else if (day.name != NULL && add_day (self->document, &self->named, day.date, value)
           && pe_vector_push (&self->named_days, &day) != PE_OK)
    pe_document_report_no_memory (self->document);
}

static void
read_named_days (calendar_reader *self, pe_json_index array)
{
  pe_json *const json = self->document->json;

  if (!pe_document_read_array (self->document, array))
    return;
  for (pe_json_index value = pe_json_get_first (json, array); value != PE_JSON_NONE;
       value = pe_json_get_next (json, value))
    read_named_day (self, value);
}

static void
read_years (calendar_reader *self, pe_json_index value)
{
  pe_json_index years[2] = { PE_JSON_NONE, PE_JSON_NONE };

  if (value != PE_JSON_NONE)
    pe_document_read_object (self->document, value, year_members, 2, PE_ERROR_MEMBER_UNKNOWN, years);
  self->first_year = pe_document_read_int (self->document, years[0], PE_YEAR_MIN, PE_YEAR_MAX);
  self->last_year = pe_document_read_int (self->document, years[1], MAX (self->first_year, PE_YEAR_MIN), PE_YEAR_MAX);
}

/* The value that pe_calendar_new() speaks of by the number of an element: "/holidays/12". */
static pe_json_index
find_value (const calendar_reader *self, const char *path)
{
  static const char *const names[] = { "/holidays/", "/workdays/", "/named_days/" };
  const day_table *const   tables[] = { &self->holidays, &self->workdays, &self->named };

  for (size_t i = 0; i < G_N_ELEMENTS (tables); i++)
    if (path != NULL && g_str_has_prefix (path, names[i]))
      {
        const uint64_t index = g_ascii_strtoull (path + strlen (names[i]), NULL, 10);

        if (index < tables[i]->values.size)
          return *pe_vector_at (&tables[i]->values, const pe_json_index, index);
      }
  return 0;
}

static pe_calendar *
make_calendar (calendar_reader *self)
{
  pe_calendar     *calendar = NULL;
  pe_error        *error = NULL;
  pe_calendar_spec spec;

  pe_calendar_spec_init (&spec, sizeof spec);
  spec.first_year = self->first_year;
  spec.last_year = self->last_year;
  spec.holidays = self->holidays.days.data;
  spec.n_holidays = self->holidays.days.size;
  spec.workdays = self->workdays.days.data;
  spec.n_workdays = self->workdays.days.size;
  spec.named_days = self->named_days.data;
  spec.n_named_days = self->named_days.size;
  if (pe_calendar_new (&calendar, &spec, &error) != PE_OK)
    {
      const pe_place *place = pe_finding_get_place (pe_error_get_finding (error), 0);

      pe_document_take_error (self->document, error, find_value (self, pe_place_get_what (place)));
    }
  return calendar;
}

static void
clear_table (day_table *table)
{
  pe_vector_clear (&table->days);
  pe_vector_clear (&table->values);
}

static pe_calendar *
read_calendar (pe_document *document)
{
  calendar_reader self = {
    document, 0, 0, DAY_TABLE_INIT, DAY_TABLE_INIT, DAY_TABLE_INIT, PE_VECTOR_INIT (pe_named_day),
  };
  pe_calendar  *calendar = NULL;
  pe_json_index members[N_CALENDAR];

  pe_document_read_object (document, 0, calendar_members, N_CALENDAR, PE_ERROR_MEMBER_UNKNOWN, members);
  (void) pe_document_read_text (document, members[CALENDAR_SOURCE]);
  read_years (&self, members[CALENDAR_YEARS]);
  read_days (&self, members[CALENDAR_HOLIDAYS], &self.holidays);
  read_days (&self, members[CALENDAR_WORKDAYS], &self.workdays);
  read_named_days (&self, members[CALENDAR_NAMED_DAYS]);
  if (pe_document_get_n_errors (document) == 0)
    calendar = make_calendar (&self);
  clear_table (&self.holidays);
  clear_table (&self.workdays);
  clear_table (&self.named);
  pe_vector_clear (&self.named_days);
  return calendar;
}

pe_status
pe_calendar_from_json (pe_calendar **out, const char *bytes, size_t size, const pe_read_options *options,
                       pe_findings **findings, pe_error **error)
{
  pe_document  document;
  pe_calendar *calendar = NULL;
  pe_status    status;

  pe_document_open (&document, out != NULL, bytes, size, options);
  if (document.json != NULL && pe_document_check_format (&document, FORMAT))
    calendar = read_calendar (&document);
  status = pe_document_close (&document, findings, error);
  if (status == PE_OK)
    *out = calendar;
  else
    pe_calendar_unref (calendar);
  return status;
}
