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
#include "../base/text-private.h"
#include "intake-private.h"
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
} record_dates[]
    = { { "intent", offsetof (pe_procurement_record, intent) },
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
      status = pe_procurement_builder_add_many (self, from->records, from->n_records, error);
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
check_words (const pe_intake *intake, const pe_procurement_record *record, pe_error **error)
{
  pe_status status = pe_intake_check_range (intake, "method", record->method, 0, PE_METHOD_OTHER, error);

  if (status == PE_OK)
    status = pe_intake_check_range (intake, "category", record->category, 0, PE_PROCUREMENT_SERVICES, error);
  if (status == PE_OK)
    status = pe_intake_check_range (intake, "supplier_size", record->supplier_size, 0, PE_SUPPLIER_LARGE, error);
  return status;
}

static pe_status
take_record (void *theirs, const pe_intake *intake, pe_error **error)
{
  pe_procurement_record *record = theirs;
  pe_status              status = pe_intake_take_text (intake, "name", &record->name, PE_INTAKE_REQUIRED, error);
  size_t                 i;

  if (status == PE_OK)
    status = pe_intake_take_text (intake, "number", &record->number, PE_INTAKE_NULLABLE, error);
  if (status == PE_OK)
    status = check_words (intake, record, error);
  for (i = 0; i < G_N_ELEMENTS (record_amounts) && status == PE_OK; i++)
    status = pe_intake_take_money (
        intake, record_amounts[i].name, (pe_figure *) amount_at (record, i), record->name, error);
  for (i = 0; i < G_N_ELEMENTS (record_dates) && status == PE_OK; i++)
    status = pe_intake_check_date (intake, record_dates[i].name, date_at (record, i), error);
  return status;
}

pe_status
pe_procurement_builder_add_many (pe_procurement_builder *self, const pe_procurement_record *items, size_t n,
                                 pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_intake_add_many (&self->records, &self->texts, "/procurement/records", take_record, items, n, error);
}

pe_status
pe_procurement_builder_set_summary (pe_procurement_builder *self, const pe_procurement_summary *summary,
                                    pe_error **error)
{
  const pe_intake        intake = { "/procurement/summary", PE_INTAKE_ALONE, 0, NULL };
  pe_procurement_summary copy;
  pe_procurement_total   total;
  pe_status              status;

  if (self == NULL || summary == NULL)
    return pe_error_set_argument (error, self == NULL ? "self" : "summary", "not NULL");
  status = pe_struct_import (&copy, sizeof copy, summary, sizeof copy, "summary", error);
  if (status == PE_OK)
    status = pe_intake_check_range (&intake, "reserved", copy.reserved, 0, 0, error);
  for (total = PE_PROCUREMENT_BUDGET; total <= PE_PROCUREMENT_SME_CONTRACTS && status == PE_OK; total++)
    status = pe_intake_take_money (&intake, total_names[total], (pe_figure *) pe_procurement_summary_get (&copy, total),
                                   total_names[total], error);
  if (status == PE_OK)
    self->summary = copy;
  return status;
}

/* A finding at two places, whose paths it frees; the second says what the first is measured by. */
static void
add_at (pe_collector *collector, pe_status code, char *first, char *second, const pe_parameter_init *parameters,
        size_t n_parameters)
{
  const pe_place        places[2] = { PE_PLACE_WHAT (first), PE_PLACE_WHAT (second) };
  const pe_finding_init init = { code, places, 2, parameters, n_parameters };

  if (first != NULL && second != NULL)
    pe_collector_add_init (collector, &init);
  else
    pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  g_free (first);
  g_free (second);
}

static void
report_order (const pe_procurement_record *record, size_t index, size_t before, size_t after, pe_collector *collector)
{
  char                    early[PE_DATE_PRINT_SIZE], late[PE_DATE_PRINT_SIZE];
  const pe_parameter_init parameters[]
      = { { "found", pe_date_print (late, date_at (record, after)) },
          { "expected", pe_date_print (early, date_at (record, before)) },
          { "name", record->name } };

  add_at (collector, PE_ERROR_DATE_ORDER, record_path (index, record_dates[after].name),
          record_path (index, record_dates[before].name), parameters, G_N_ELEMENTS (parameters));
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

/* sum has the unit of total. */
static void
add_mismatch (pe_collector *collector, char *first, char *second, const pe_figure *sum, const pe_figure *total,
              const char *name)
{
  char                    shown_sum[PE_DECIMAL_PRINT_SIZE], shown_total[PE_DECIMAL_PRINT_SIZE];
  const pe_parameter_init parameters[] = {
    { "sum", shown_sum }, { "total", shown_total }, { "name", name }, { "unit", pe_unit_get_name (total->unit) }
  };

  (void) pe_decimal_print (shown_sum, sizeof shown_sum, &sum->value, NULL);
  (void) pe_decimal_print (shown_total, sizeof shown_total, &total->value, NULL);
  add_at (collector, PE_ERROR_SUM_MISMATCH, first, second, parameters, G_N_ELEMENTS (parameters));
}

/* Reports a sum, in the unit of the total, that differs from it. Takes the paths over. */
static void
report_sum (pe_collector *collector, char *first, char *second, const pe_money_sum *sum, const pe_figure *total,
            const char *name)
{
  const pe_place place = PE_PLACE_WHAT (first);
  pe_error      *error = NULL;
  pe_figure      figure;

  if (pe_money_sum_get (sum, &figure, &error) == PE_OK)
    {
      add_mismatch (collector, first, second, &figure, total, name);
      return;
    }
  pe_collector_take_error (collector, error, &place);
  g_free (first);
  g_free (second);
}

static void
check_reserve (const pe_procurement_record *record, size_t index, pe_collector *collector)
{
  pe_money_sum reserve;

  if (record->reserved_for_sme.state != PE_STATE_VALUE || record->budget.state != PE_STATE_VALUE)
    return;
  pe_money_sum_init (&reserve, record->budget.unit);
  pe_money_sum_add (&reserve, &record->reserved_for_sme);
  if (pe_money_sum_compare (&reserve, &record->budget) > 0)
    report_sum (collector, record_path (index, "reserved_for_sme"), record_path (index, "budget"), &reserve,
                &record->budget, record->name);
  pe_money_sum_clear (&reserve);
}

static char *
summary_path (pe_procurement_total total)
{
  pe_buffer path = PE_BUFFER_INIT;

  pe_buffer_add_string (&path, "/procurement/summary/");
  pe_buffer_add_string (&path, total_names[total]);
  return pe_buffer_steal (&path);
}

/* Where records and a summary are both there, they say the same. */
static void
check_summary (const pe_procurement *procurement, pe_collector *collector)
{
  pe_procurement_total total;

  for (total = PE_PROCUREMENT_BUDGET; total <= PE_PROCUREMENT_SME_CONTRACTS; total++)
    {
      const pe_figure *given = pe_procurement_summary_get (&procurement->summary, total);
      pe_money_sum     sum;

      if (given->state != PE_STATE_VALUE)
        continue;
      pe_money_sum_init (&sum, given->unit);
      pe_procurement_sum_records (&sum, procurement, total);
      if (pe_procurement_is_known (&sum) && pe_money_sum_compare (&sum, given) != 0)
        report_sum (collector, summary_path (total), pe_string_copy ("/procurement/records"), &sum, given,
                    total_names[total]);
      pe_money_sum_clear (&sum);
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

      *record = *pe_vector_at (&builder->records, pe_procurement_record, i);
      record->name = pe_arena_keep (&self->texts, record->name, &failed);
      record->number = pe_arena_keep (&self->texts, record->number, &failed);
    }
  return !failed;
}

static void
check_procurement (const pe_procurement *procurement, pe_collector *collector)
{
  size_t i;

  for (i = 0; i < procurement->n_records; i++)
    {
      check_dates (&procurement->records[i], i, collector);
      check_reserve (&procurement->records[i], i, collector);
    }
  check_summary (procurement, collector);
}

pe_status
pe_procurement_builder_build (pe_procurement **out, const pe_procurement_builder *self, pe_findings **findings,
                              pe_error **error)
{
  pe_collector    collector;
  pe_procurement *procurement;
  pe_status       status;

  pe_collector_init (&collector, NULL);
  if (out == NULL || self == NULL)
    {
      pe_collector_add (&collector, PE_ERROR_INVALID_ARGUMENT, NULL, "name", out == NULL ? "out" : "self", "expected",
                        "not NULL", "expected_zh", "非空指针", NULL);
      return pe_collector_finish (&collector, findings, error);
    }
  procurement = g_try_new0 (pe_procurement, 1);
  if (procurement != NULL)
    procurement->references = 1;
  if (procurement == NULL || !copy_records (procurement, self) || !take_digest (procurement))
    pe_collector_add (&collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    check_procurement (procurement, &collector);
  status = pe_collector_finish (&collector, findings, error);
  if (status == PE_OK)
    *out = procurement;
  else
    pe_procurement_unref (procurement);
  return status;
}
