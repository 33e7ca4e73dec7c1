/* procurement-builder.c - records and a summary in, checked procurement out
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../base/buffer-private.h"
#include "../base/date-private.h"
#include "../base/digest-private.h"
#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "money-private.h"
#include "procurement-table-private.h"

struct pe_procurement_builder
{
  pe_arena               texts;
  pe_vector              records; /* of pe_procurement_record */
  pe_procurement_summary summary;
};

/* The amounts and dates of a record, by the names that documents use. */
static const struct
{
  const char *name;
  size_t      offset;
} record_amounts[] = { { "budget", offsetof (pe_procurement_record, budget) },
                       { "reserved_for_sme", offsetof (pe_procurement_record, reserved_for_sme) },
                       { "contract", offsetof (pe_procurement_record, contract) } };

static const struct
{
  const char *name;
  size_t      offset;
} record_dates[] = { { "intent", offsetof (pe_procurement_record, intent) },
                     { "start", offsetof (pe_procurement_record, start) },
                     { "award", offsetof (pe_procurement_record, award) },
                     { "signing", offsetof (pe_procurement_record, signing) },
                     { "publication", offsetof (pe_procurement_record, publication) },
                     { "filing", offsetof (pe_procurement_record, filing) } };

#define N_ORDERED_DATES 4 /* publication and filing both follow signing, in either order */

static const char *const total_names[] = { "", "budget", "reserved_for_sme", "contracts", "sme_contracts" };

static const pe_figure *
amount_at (const pe_procurement_record *record, size_t i)
{
  return (const pe_figure *) ((const char *) record + record_amounts[i].offset);
}

static pe_date
date_at (const pe_procurement_record *record, size_t i)
{
  return *(const pe_date *) ((const char *) record + record_dates[i].offset);
}

static char *
record_path (size_t index, const char *member)
{
  pe_buffer path = PE_BUFFER_INIT;

  pe_buffer_add_string (&path, "/procurement/records/");
  pe_buffer_add_uint (&path, index);
  pe_buffer_add_char (&path, '/');
  pe_buffer_add_string (&path, member);
  return pe_buffer_steal (&path);
}

pe_status
pe_procurement_builder_new (pe_procurement_builder **out, const pe_procurement *from, pe_error **error)
{
  pe_procurement_builder *self;
  pe_status               status = PE_OK;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  self = g_try_new0 (pe_procurement_builder, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  self->records.element_size = sizeof (pe_procurement_record);
  if (from != NULL)
    {
      self->summary = from->summary;
      status        = pe_procurement_builder_add_many (self, from->records, from->n_records, error);
    }
  if (status != PE_OK)
    pe_procurement_builder_free (self);
  else
    *out = self;
  return status;
}

void
pe_procurement_builder_free (pe_procurement_builder *self)
{
  if (self == NULL)
    return;
  pe_arena_clear (&self->texts);
  pe_vector_clear (&self->records);
  g_free (self);
}

static pe_status
check_words (const pe_procurement_record *record, pe_error **error)
{
  if (record->method < 0 || record->method > PE_METHOD_OTHER)
    return pe_error_set_argument (error, "method", "a pe_procurement_method or 0");
  if (record->category < 0 || record->category > PE_PROCUREMENT_SERVICES)
    return pe_error_set_argument (error, "category", "a pe_procurement_category or 0");
  if (record->supplier_size < 0 || record->supplier_size > PE_SUPPLIER_LARGE)
    return pe_error_set_argument (error, "supplier_size", "a pe_supplier_size or 0");
  return PE_OK;
}

static pe_status
take_texts (pe_procurement_builder *self, pe_procurement_record *record, size_t index, pe_error **error)
{
  char     *name   = record_path (index, "name");
  char     *number = record_path (index, "number");
  pe_status status;

  if (name == NULL || number == NULL)
    status = pe_error_set_no_memory (error);
  else
    status = pe_arena_take_required (&self->texts, &record->name, name, error);
  if (status == PE_OK)
    status = pe_arena_take (&self->texts, &record->number, number, error);
  g_free (name);
  g_free (number);
  return status;
}

static pe_status
check_values (const pe_procurement_record *record, size_t index, pe_error **error)
{
  pe_status status = PE_OK;
  size_t    i;

  for (i = 0; i < G_N_ELEMENTS (record_amounts) && status == PE_OK; i++)
    {
      char *path = record_path (index, record_amounts[i].name);

      status = path == NULL ? pe_error_set_no_memory (error)
                            : pe_money_check (amount_at (record, i), path, record->name, error);
      g_free (path);
    }
  for (i = 0; i < G_N_ELEMENTS (record_dates) && status == PE_OK; i++)
    if (date_at (record, i) != 0)
      {
        char    *path  = record_path (index, record_dates[i].name);
        pe_place place = PE_PLACE_WHAT (path);

        status = path == NULL ? pe_error_set_no_memory (error) : pe_date_check (date_at (record, i), &place, error);
        g_free (path);
      }
  return status;
}

static pe_status
add_one (pe_procurement_builder *self, const pe_procurement_record *items, size_t index, pe_error **error)
{
  pe_procurement_record record;
  pe_status             status = pe_struct_import_at (&record, sizeof record, items, index, sizeof record, "items", error);

  if (status == PE_OK)
    status = check_words (&record, error);
  if (status == PE_OK)
    status = take_texts (self, &record, index, error);
  if (status == PE_OK)
    status = check_values (&record, index, error);
  record.struct_size = sizeof record;
  if (status == PE_OK && pe_vector_push (&self->records, &record) != PE_OK)
    status = pe_error_set_no_memory (error);
  return status;
}

pe_status
pe_procurement_builder_add_many (pe_procurement_builder *self, const pe_procurement_record *items, size_t n,
                                 pe_error **error)
{
  pe_status status = PE_OK;
  size_t    before, i;

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (items == NULL && n > 0)
    return pe_error_set_argument (error, "items", "not NULL");
  before = self->records.size;
  for (i = 0; i < n && status == PE_OK; i++)
    status = add_one (self, items, i, error);
  if (status != PE_OK)
    self->records.size = before;
  return status;
}

pe_status
pe_procurement_builder_set_summary (pe_procurement_builder *self, const pe_procurement_summary *summary,
                                    pe_error **error)
{
  pe_procurement_summary copy;
  pe_procurement_total   total;
  pe_status              status;

  if (self == NULL || summary == NULL)
    return pe_error_set_argument (error, self == NULL ? "self" : "summary", "not NULL");
  status = pe_struct_import (&copy, sizeof copy, summary, sizeof copy, "summary", error);
  for (total = PE_PROCUREMENT_BUDGET; total <= PE_PROCUREMENT_SME_CONTRACTS && status == PE_OK; total++)
    {
      char *path = g_strconcat ("/procurement/summary/", total_names[total], NULL);

      status = pe_money_check (pe_procurement_summary_get (&copy, total), path, total_names[total], error);
      g_free (path);
    }
  copy.struct_size = sizeof copy;
  if (status == PE_OK)
    self->summary = copy;
  return status;
}

static void
report_order (const pe_procurement_record *record, size_t index, size_t before, size_t after, pe_collector *collector)
{
  char     early[PE_DATE_PRINT_SIZE], late[PE_DATE_PRINT_SIZE];
  char    *path  = record_path (index, record_dates[after].name);
  pe_place place = PE_PLACE_WHAT (path);

  pe_collector_add (collector, PE_ERROR_DATE_ORDER, &place, "found", pe_date_print (late, date_at (record, after)),
                    "expected", pe_date_print (early, date_at (record, before)), "name", record->name, NULL);
  g_free (path);
}

/* Each date against the last one before it that is there. */
static void
check_dates (const pe_procurement_record *record, size_t index, pe_collector *collector)
{
  size_t last = G_N_ELEMENTS (record_dates), i;

  for (i = 0; i < G_N_ELEMENTS (record_dates); i++)
    {
      if (date_at (record, i) == 0)
        continue;
      if (last < G_N_ELEMENTS (record_dates) && date_at (record, i) < date_at (record, last))
        report_order (record, index, last, i, collector);
      if (i < N_ORDERED_DATES)
        last = i;
    }
}

static void
add_mismatch (pe_collector *collector, const char *path, const pe_figure *sum, const pe_figure *total, const char *name)
{
  char      shown_sum[PE_DECIMAL_PRINT_SIZE], shown_total[PE_DECIMAL_PRINT_SIZE];
  pe_place  place = PE_PLACE_WHAT (path);
  pe_figure converted;

  if (pe_figure_convert (&converted, sum, total->unit, NULL) != PE_OK)
    converted = *sum;
  pe_decimal_print (shown_sum, sizeof shown_sum, &converted.value, NULL);
  pe_decimal_print (shown_total, sizeof shown_total, &total->value, NULL);
  pe_collector_add (collector, PE_ERROR_SUM_MISMATCH, &place, "sum", shown_sum, "total", shown_total, "name", name,
                    "unit", pe_unit_get_name (total->unit), NULL);
}

static void
check_reserve (const pe_procurement_record *record, size_t index, pe_collector *collector)
{
  int32_t order;

  if (record->reserved_for_sme.state != PE_STATE_VALUE || record->budget.state != PE_STATE_VALUE)
    return;
  if (pe_money_compare (&order, &record->reserved_for_sme, &record->budget, NULL) == PE_OK && order > 0)
    {
      char *path = record_path (index, "reserved_for_sme");

      add_mismatch (collector, path, &record->reserved_for_sme, &record->budget, record->name);
      g_free (path);
    }
}

static void
check_summary (const pe_procurement *procurement, pe_collector *collector)
{
  pe_procurement_total total;

  for (total = PE_PROCUREMENT_BUDGET; total <= PE_PROCUREMENT_SME_CONTRACTS; total++)
    {
      const pe_figure *given = pe_procurement_summary_get (&procurement->summary, total);
      char            *path  = g_strconcat ("/procurement/summary/", total_names[total], NULL);
      pe_place         place = PE_PLACE_WHAT (path);
      pe_error        *error = NULL;
      pe_figure        sum;
      int32_t          order  = 0;
      pe_status        status = pe_procurement_sum_records (&sum, procurement, total, &error);

      if (status == PE_OK && sum.state == PE_STATE_VALUE && given->state == PE_STATE_VALUE)
        status = pe_money_compare (&order, &sum, given, &error);
      if (status != PE_OK)
        pe_collector_take_error (collector, error, &place);
      else if (order != 0)
        add_mismatch (collector, path, &sum, given, total_names[total]);
      g_free (path);
    }
}

/* docs/digest.md, perfeval-procurement/1. */
static gboolean
take_digest (pe_procurement *self)
{
  pe_digest_stream    *stream = pe_digest_stream_new ("perfeval-procurement/1");
  pe_procurement_total total;
  size_t               i, k;

  if (stream == NULL)
    return FALSE;
  pe_digest_stream_begin_list (stream, self->n_records);
  for (i = 0; i < self->n_records; i++)
    {
      const pe_procurement_record *record = &self->records[i];

      pe_digest_stream_add_int (stream, record->method);
      pe_digest_stream_add_int (stream, record->category);
      pe_digest_stream_add_int (stream, record->supplier_size);
      pe_digest_stream_add_text (stream, record->name);
      pe_digest_stream_add_text (stream, record->number);
      for (k = 0; k < G_N_ELEMENTS (record_amounts); k++)
        pe_digest_stream_add_figure (stream, amount_at (record, k));
      for (k = 0; k < G_N_ELEMENTS (record_dates); k++)
        pe_digest_stream_add_int (stream, date_at (record, k));
    }
  for (total = PE_PROCUREMENT_BUDGET; total <= PE_PROCUREMENT_SME_CONTRACTS; total++)
    pe_digest_stream_add_figure (stream, pe_procurement_summary_get (&self->summary, total));
  pe_digest_stream_finish (stream, self->digest);
  return TRUE;
}

static gboolean
copy_records (pe_procurement *self, const pe_procurement_builder *builder)
{
  gboolean failed = FALSE;
  size_t   i;

  self->summary = builder->summary;
  self->records = g_try_new0 (pe_procurement_record, builder->records.size + 1);
  if (self->records == NULL)
    return FALSE;
  self->n_records = builder->records.size;
  for (i = 0; i < self->n_records; i++)
    {
      pe_procurement_record *record = &self->records[i];

      *record        = *pe_vector_at (&builder->records, pe_procurement_record, i);
      record->name   = pe_arena_keep (&self->texts, record->name, &failed);
      record->number = pe_arena_keep (&self->texts, record->number, &failed);
    }
  return !failed;
}

pe_status
pe_procurement_builder_build (pe_procurement **out, const pe_procurement_builder *self, pe_findings **findings,
                              pe_error **error)
{
  pe_collector    collector;
  pe_procurement *procurement;
  pe_status       status;
  size_t          i;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  pe_collector_init (&collector, NULL);
  procurement = g_try_new0 (pe_procurement, 1);
  if (procurement == NULL || !copy_records (procurement, self) || !take_digest (procurement))
    pe_collector_add (&collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    {
      for (i = 0; i < procurement->n_records; i++)
        {
          check_dates (&procurement->records[i], i, &collector);
          check_reserve (&procurement->records[i], i, &collector);
        }
      check_summary (procurement, &collector);
    }
  if (procurement != NULL)
    procurement->references = 1;
  status = pe_collector_finish (&collector, findings, error);
  if (status == PE_OK)
    *out = procurement;
  else
    pe_procurement_unref (procurement);
  return status;
}
