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
#include "order-private.h"
#include "procurement-table-private.h"
#include "record-layout-private.h"

struct pe_procurement_builder
{
  pe_arena               texts;
  pe_vector              records;  /* of pe_procurement_record */
  pe_vector              payments; /* of pe_payment */
  pe_procurement_summary summary;
};

/* Dates of a record in their order, by the names that documents use. */
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
        { "filing", offsetof (pe_procurement_record, filing) },
        { "acceptance", offsetof (pe_procurement_record, acceptance) } };

#define N_ORDERED_DATES 4 /* the others all follow signing, in any order */

static const char *const total_names[] = { "", "budget", "reserved_for_sme", "contracts", "sme_contracts" };

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
  self->payments.element_size = sizeof (pe_payment);
  if (from != NULL)
    {
      self->summary = from->summary;
      status = pe_procurement_builder_add_many (self, from->records, from->n_records, error);
      if (status == PE_OK)
        status = pe_procurement_builder_add_payments (self, from->payments, from->n_payments, error);
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
  pe_vector_clear (&self->payments);
  g_free (self);
}

static pe_status
take_record (void *record, const pe_intake *intake, pe_error **error)
{
  return pe_record_take (pe_record_layout_get (PE_RECORD_PROCUREMENT), record, intake, error);
}

pe_status
pe_procurement_builder_add_many (pe_procurement_builder *self, const pe_procurement_record *items, size_t n,
                                 pe_error **error)
{
  const pe_record_layout *layout = pe_record_layout_get (PE_RECORD_PROCUREMENT);

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_intake_add_grown (
      &self->records, &self->texts, layout->path, layout->minimum, take_record, items, n, error);
}

static pe_status
take_payment (void *record, const pe_intake *intake, pe_error **error)
{
  const pe_payment *payment = record;
  pe_status         status = pe_intake_check_range (intake, "record", payment->record, 1, G_MAXUINT32, error);

  if (status != PE_OK)
    return status;
  return pe_record_take (pe_record_layout_get (PE_RECORD_PAYMENT), record, intake, error);
}

pe_status
pe_procurement_builder_add_payments (pe_procurement_builder *self, const pe_payment *items, size_t n, pe_error **error)
{
  const pe_record_layout *layout = pe_record_layout_get (PE_RECORD_PAYMENT);

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_intake_add_many (&self->payments, &self->texts, layout->path, take_payment, items, n, error);
}

pe_status
pe_procurement_builder_set_summary (pe_procurement_builder *self, const pe_procurement_summary *summary,
                                    pe_error **error)
{
  const pe_intake        intake = { "/procurement/summary", PE_INTAKE_ALONE, 0, NULL, 0 };
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

/* A part of an amount that lies above it. */
static void
check_part (const pe_procurement_record *record, size_t index, const char *part_name, const pe_figure *part,
            const char *whole_name, const pe_figure *whole, pe_collector *collector)
{
  pe_money_sum sum;

  if (part->state != PE_STATE_VALUE || whole->state != PE_STATE_VALUE)
    return;
  pe_money_sum_init (&sum, whole->unit);
  pe_money_sum_add (&sum, part);
  if (pe_money_sum_compare (&sum, whole) > 0)
    report_sum (collector, record_path (index, part_name), record_path (index, whole_name), &sum, whole, record->name);
  pe_money_sum_clear (&sum);
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

/* What came after the first form stands at the end, under its name, and only where there is any. */
static void
add_more (const pe_procurement *self, pe_digest_stream *stream)
{
  const pe_record_layout *layout = pe_record_layout_get (PE_RECORD_PROCUREMENT);
  size_t                  i = 0;

  while (i < self->n_records && !pe_record_has_any (layout, &self->records[i], layout->n_first))
    i++;
  if (i == self->n_records)
    return;
  pe_digest_stream_add_text (stream, "more");
  pe_digest_stream_begin_list (stream, self->n_records);
  for (i = 0; i < self->n_records; i++)
    pe_record_add_digest (layout, &self->records[i], layout->n_first, stream);
}

static void
add_payments (const pe_procurement *self, pe_digest_stream *stream)
{
  if (self->n_payments == 0)
    return;
  pe_digest_stream_add_text (stream, "payments");
  pe_digest_stream_begin_list (stream, self->n_payments);
  for (size_t i = 0; i < self->n_payments; i++)
    {
      pe_digest_stream_add_int (stream, self->payments[i].record);
      pe_record_add_digest (pe_record_layout_get (PE_RECORD_PAYMENT), &self->payments[i], 0, stream);
    }
}

static void
add_record (const pe_procurement_record *record, pe_digest_stream *stream)
{
  pe_digest_stream_add_int (stream, record->method);
  pe_digest_stream_add_int (stream, record->category);
  pe_digest_stream_add_int (stream, record->supplier_size);
  pe_digest_stream_add_text (stream, record->name);
  pe_digest_stream_add_text (stream, record->number);
  pe_digest_stream_add_figure (stream, &record->budget);
  pe_digest_stream_add_figure (stream, &record->reserved_for_sme);
  pe_digest_stream_add_figure (stream, &record->contract);
  pe_digest_stream_add_int (stream, record->intent);
  pe_digest_stream_add_int (stream, record->start);
  pe_digest_stream_add_int (stream, record->award);
  pe_digest_stream_add_int (stream, record->signing);
  pe_digest_stream_add_int (stream, record->publication);
  pe_digest_stream_add_int (stream, record->filing);
}

/* docs/digest.md, perfeval-procurement/1. */
static gboolean
take_digest (pe_procurement *self)
{
  pe_digest_stream *stream = pe_digest_stream_new ("perfeval-procurement/1");

  if (stream == NULL)
    return FALSE;
  pe_digest_stream_begin_list (stream, self->n_records);
  for (size_t i = 0; i < self->n_records; i++)
    add_record (&self->records[i], stream);
  for (pe_procurement_total total = PE_PROCUREMENT_BUDGET; total <= PE_PROCUREMENT_SME_CONTRACTS; total++)
    pe_digest_stream_add_figure (stream, pe_procurement_summary_get (&self->summary, total));
  add_more (self, stream);
  add_payments (self, stream);
  pe_digest_stream_finish (stream, self->digest);
  return TRUE;
}

static gboolean
copy_records (pe_procurement *self, const pe_procurement_builder *builder)
{
  const pe_record_layout *layout = pe_record_layout_get (PE_RECORD_PROCUREMENT);
  gboolean                failed = FALSE;

  self->records = g_try_new0 (pe_procurement_record, builder->records.size + 1);
  if (self->records == NULL)
    return FALSE;
  self->n_records = builder->records.size;
  for (size_t i = 0; i < self->n_records; i++)
    {
      self->records[i] = *pe_vector_at (&builder->records, pe_procurement_record, i);
      pe_record_keep_texts (layout, &self->records[i], &self->texts, &failed);
    }
  return !failed;
}

/* Hands the records over; the texts of payments, which have none, need no arena. */
static gboolean
move_records (pe_procurement *self, pe_procurement_builder *builder)
{
  self->texts = builder->texts;
  self->records = pe_vector_steal (&builder->records, &self->n_records);
  builder->texts = (pe_arena) { NULL };
  if (self->records == NULL)
    self->records = g_try_new0 (pe_procurement_record, 1);
  return self->records != NULL;
}

static int
compare_payments (const void *data, size_t a, size_t b)
{
  const pe_payment *payments = data;

  return (payments[a].record > payments[b].record) - (payments[a].record < payments[b].record);
}

/* A payment without a record is named where it was added. */
static void
check_payments (const pe_procurement_builder *builder, pe_collector *collector)
{
  for (size_t i = 0; i < builder->payments.size; i++)
    {
      const pe_payment *payment = pe_vector_at (&builder->payments, pe_payment, i);
      pe_buffer         buffer = PE_BUFFER_INIT;
      char             *path, *found;
      pe_place          place;

      if (payment->record <= builder->records.size)
        continue;
      pe_buffer_add_string (&buffer, "/procurement/payments/");
      pe_buffer_add_uint (&buffer, i);
      pe_buffer_add_string (&buffer, "/record");
      path = pe_buffer_steal (&buffer);
      pe_buffer_add_uint (&buffer, payment->record);
      found = pe_buffer_steal (&buffer);
      place = PE_PLACE_WHAT (path);
      pe_collector_add (collector, path != NULL && found != NULL ? PE_ERROR_REFERENCE_UNKNOWN : PE_ERROR_NO_MEMORY,
                        &place, "code", found, "name", "record", NULL);
      g_free (path);
      g_free (found);
    }
}

static gboolean
copy_payments (pe_procurement *self, const pe_vector *payments)
{
  size_t *order;

  if (payments->size == 0)
    return TRUE;
  order = pe_order_new (payments->size);
  self->payments = g_try_new0 (pe_payment, payments->size);
  if (order != NULL && self->payments != NULL)
    {
      self->n_payments = payments->size;
      pe_order_sort (order, payments->size, compare_payments, payments->data);
      for (size_t i = 0; i < payments->size; i++)
        self->payments[i] = *pe_vector_at (payments, pe_payment, order[i]);
    }
  g_free (order);
  return self->n_payments == payments->size;
}

static void
check_procurement (const pe_procurement *procurement, pe_collector *collector)
{
  for (size_t i = 0; i < procurement->n_records; i++)
    {
      const pe_procurement_record *record = &procurement->records[i];

      check_dates (record, i, collector);
      check_part (record, i, "reserved_for_sme", &record->reserved_for_sme, "budget", &record->budget, collector);
      check_part (record, i, "contract_sme", &record->contract_sme, "contract", &record->contract, collector);
    }
  check_summary (procurement, collector);
}

static pe_status
refuse_null (gboolean has_out, pe_findings **findings, pe_error **error)
{
  pe_collector collector;

  pe_collector_init (&collector, NULL);
  pe_collector_add (&collector, PE_ERROR_INVALID_ARGUMENT, NULL, "name", has_out ? "self" : "out", "expected",
                    "not NULL", "expected_zh", "非空指针", NULL);
  return pe_collector_finish (&collector, findings, error);
}

/* taker: whose records are handed over, or NULL where they are copied. */
static pe_status
build (pe_procurement **out, const pe_procurement_builder *self, pe_procurement_builder *taker, pe_findings **findings,
       pe_error **error)
{
  pe_procurement *procurement = g_try_new0 (pe_procurement, 1);
  pe_collector    collector;
  pe_status       status;

  pe_collector_init (&collector, NULL);
  check_payments (self, &collector);
  if (procurement != NULL)
    {
      procurement->references = 1;
      procurement->summary = self->summary;
    }
  if (procurement == NULL || !copy_payments (procurement, &self->payments)
      || !(taker != NULL ? move_records (procurement, taker) : copy_records (procurement, self))
      || !take_digest (procurement))
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

pe_status
pe_procurement_builder_build (pe_procurement **out, const pe_procurement_builder *self, pe_findings **findings,
                              pe_error **error)
{
  if (out == NULL || self == NULL)
    return refuse_null (out != NULL, findings, error);
  return build (out, self, NULL, findings, error);
}

pe_status
pe_procurement_builder_finish (pe_procurement **out, pe_procurement_builder *self, pe_findings **findings,
                               pe_error **error)
{
  return build (out, self, self, findings, error);
}
