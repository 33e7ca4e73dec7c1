/* ocds-writer.c - procurement as a release package of Open Contracting data
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A release a record. Where there is a contract there is an award that it is of; where there is neither, the tender alone
 * stands for the record. The reader (ocds.c) takes each member back from where it is put here.
 */
#include <perfeval/ocds.h>

#include <string.h>

#include "../base/date-private.h"
#include "../base/struct-private.h"
#include "../base/utf8-private.h"
#include "../model/dossier-private.h"
#include "../model/procurement-table-private.h"
#include "../model/record-layout-private.h"
#include "../rules/name-index-private.h"
#include "json-writer-private.h"
#include "left-out-private.h"
#include "writer-private.h"

#define PARTY_SCALE                                                                                         \
  "https://raw.githubusercontent.com/open-contracting-extensions/ocds_partyDetails_scale_extension/master/" \
  "extension.json"
#define DATE_TIME_MAX 32

typedef struct
{
  pe_writer             writer;
  const pe_dossier     *dossier;
  const pe_procurement *procurement;
  pe_ocds_write_options options;
  char                  published[DATE_TIME_MAX];
  pe_vector             numbers; /* of const char *; "" for none */
  pe_name_index         index;   /* of them */
  pe_left_out           left;
  pe_status             status;
  pe_error            **error;
} writer;

/* What a row is. */
typedef struct
{
  const pe_procurement_record *record;
  size_t                       index;
  char                         number[48]; /* by its place, where it has none of its own */
  const char                  *id;
  gboolean                     has_award;
  gboolean                     has_contract;
} row;

void
pe_ocds_write_options_init (pe_ocds_write_options *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

/* Left out */

/* The columns that a release has a place for. */
static gboolean
is_held (const char *id)
{
  static const char *const held[] = { "name",     "number", "method", "category", "supplier_size", "budget",
                                      "contract", "start",  "award",  "signing",  "awarded",       "supplier" };

  for (size_t i = 0; i < G_N_ELEMENTS (held); i++)
    if (strcmp (held[i], id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_filled (const pe_layout_column *column, const void *record)
{
  if (column->type == PE_COLUMN_TEXT)
    return pe_record_get_text (column, record) != NULL;
  if (column->type == PE_COLUMN_MONEY || column->type == PE_COLUMN_COUNT)
    return pe_record_get_figure (column, record)->state != PE_STATE_MISSING;
  return pe_record_get_int (column, record) != 0;
}

static void
leave_out (writer *self, size_t record, const char *name)
{
  pe_buffer path = PE_BUFFER_INIT;

  pe_buffer_add_string (&path, "/procurement/records/");
  pe_buffer_add_uint (&path, record);
  pe_buffer_add_char (&path, '/');
  pe_buffer_add_string (&path, name);
  pe_left_out_add (&self->left, name, &path);
}

static void
count_left_out (writer *self, const row *of)
{
  const pe_record_layout *layout = pe_record_layout_get (PE_RECORD_PROCUREMENT);
  size_t                  first;
  const size_t            n = pe_procurement_find_payments (self->procurement, of->index, &first);

  for (uint32_t i = 0; i < layout->n_columns; i++)
    {
      const pe_layout_column *column = &layout->columns[i];

      if (is_filled (column, of->record)
          && (!is_held (column->id)
              || (column->type == PE_COLUMN_MONEY
                  && pe_record_get_figure (column, of->record)->state != PE_STATE_VALUE)))
        leave_out (self, of->index, column->id);
    }
  if (of->record->supplier_size == PE_SUPPLIER_SMALL)
    leave_out (self, of->index, "supplier_size");
  if (of->id == of->number)
    leave_out (self, of->index, "number");
  for (size_t i = 0; i < n; i++)
    if (self->procurement->payments[first + i].due != 0)
      leave_out (self, of->index, "due");
}

/* "record-3" */
static void
print_count (char *out, size_t size, const char *before, size_t count)
{
  const pe_decimal number = { (int64_t) count, 0, 0 };
  char             printed[PE_DECIMAL_PRINT_SIZE];

  (void) pe_decimal_print (printed, sizeof printed, &number, NULL);
  g_strlcpy (out, before, size);
  g_strlcat (out, printed, size);
}

/* Members */

static void
member (writer *self, const char *name)
{
  pe_json_writer_name (&self->writer.json, name);
}

static void
begin_member (writer *self, const char *name)
{
  member (self, name);
  pe_json_writer_begin_object (&self->writer.json);
}

static void
end (writer *self)
{
  pe_json_writer_end_object (&self->writer.json);
}

static void
begin_list (writer *self, const char *name)
{
  member (self, name);
  pe_json_writer_begin_array (&self->writer.json);
}

static void
end_list (writer *self)
{
  pe_json_writer_end_array (&self->writer.json);
}

static void
text (writer *self, const char *name, const char *value)
{
  if (value != NULL)
    pe_json_writer_member_string (&self->writer.json, name, value);
}

/* "2023-03-20T00:00:00Z": days have no time of theirs. */
static void
day (writer *self, const char *name, pe_date date)
{
  char printed[PE_DATE_PRINT_SIZE], full[DATE_TIME_MAX];

  if (date == 0)
    return;
  g_strlcpy (full, pe_date_print (printed, date), sizeof full);
  g_strlcat (full, "T00:00:00Z", sizeof full);
  text (self, name, full);
}

/* {"amount": 95000, "currency": "CNY"} */
static void
amount (writer *self, const char *name, const pe_figure *figure)
{
  pe_figure yuan;

  if (figure->state != PE_STATE_VALUE || self->status != PE_OK)
    return;
  self->status = pe_figure_convert (&yuan, figure, PE_UNIT_YUAN, self->error);
  if (self->status != PE_OK)
    return;
  begin_member (self, name);
  member (self, "amount");
  pe_json_writer_number (&self->writer.json, &yuan.value);
  text (self, "currency", "CNY");
  end (self);
}

/* Releases */

static void
write_parties (writer *self, const row *of)
{
  static const char *const scales[]
      = { [PE_SUPPLIER_MICRO] = "micro",
          [PE_SUPPLIER_SMALL] = "sme",
          [PE_SUPPLIER_MEDIUM] = "sme",
          [PE_SUPPLIER_LARGE] = "large" };
  pe_dossier_head head;

  pe_dossier_head_init (&head, sizeof head);
  (void) pe_dossier_get_head (&head, self->dossier, NULL);
  begin_list (self, "parties");
  pe_json_writer_begin_object (&self->writer.json);
  text (self, "id", head.unit_code != NULL ? head.unit_code : "buyer");
  text (self, "name", head.unit_name);
  begin_list (self, "roles");
  pe_json_writer_string (&self->writer.json, "buyer");
  end_list (self);
  end (self);
  if (of->record->supplier != NULL || of->record->supplier_size != 0)
    {
      pe_json_writer_begin_object (&self->writer.json);
      text (self, "id", "supplier");
      text (self, "name", of->record->supplier);
      begin_list (self, "roles");
      pe_json_writer_string (&self->writer.json, "supplier");
      end_list (self);
      if (of->record->supplier_size != 0)
        {
          begin_member (self, "details");
          text (self, "scale", scales[of->record->supplier_size]);
          end (self);
        }
      end (self);
    }
  end_list (self);
  begin_member (self, "buyer");
  text (self, "id", head.unit_code != NULL ? head.unit_code : "buyer");
  text (self, "name", head.unit_name);
  end (self);
}

static void
write_tender (writer *self, const row *of)
{
  static const char *const codes[] = {
    [PE_METHOD_OPEN_TENDER] = "open",     [PE_METHOD_INVITED_TENDER] = "selective",
    [PE_METHOD_NEGOTIATION] = "limited",  [PE_METHOD_CONSULTATION] = "limited",
    [PE_METHOD_SINGLE_SOURCE] = "direct", [PE_METHOD_INQUIRY] = "limited",
    [PE_METHOD_FRAMEWORK] = "limited",    [PE_METHOD_OTHER] = "limited",
  };
  const pe_procurement_record *record = of->record;
  const pe_record_layout      *layout = pe_record_layout_get (PE_RECORD_PROCUREMENT);
  uint32_t                     column = 0;

  begin_member (self, "tender");
  text (self, "id", of->id);
  text (self, "title", record->name);
  if (record->method != 0 && pe_record_layout_find (layout, "method", strlen ("method"), &column))
    {
      text (self, "procurementMethod", codes[record->method]);
      text (self, "procurementMethodDetails", layout->columns[column].words[record->method - 1].name_zh);
    }
  text (self, "mainProcurementCategory", pe_record_kind_get_word (PE_RECORD_PROCUREMENT, 3, record->category));
  if (record->start != 0)
    {
      begin_member (self, "tenderPeriod");
      day (self, "startDate", record->start);
      end (self);
    }
  end (self);
}

static void
write_award (writer *self, const row *of)
{
  begin_list (self, "awards");
  pe_json_writer_begin_object (&self->writer.json);
  text (self, "id", of->id);
  text (self, "title", of->record->name);
  day (self, "date", of->record->award);
  amount (self, "value", &of->record->awarded);
  if (of->record->supplier != NULL || of->record->supplier_size != 0)
    {
      begin_list (self, "suppliers");
      pe_json_writer_begin_object (&self->writer.json);
      text (self, "id", "supplier");
      text (self, "name", of->record->supplier);
      end (self);
      end_list (self);
    }
  end (self);
  end_list (self);
}

static void
write_transactions (writer *self, size_t first, size_t n)
{
  begin_member (self, "implementation");
  begin_list (self, "transactions");
  for (size_t i = 0; i < n; i++)
    {
      const pe_payment *payment = &self->procurement->payments[first + i];
      char              id[48];

      print_count (id, sizeof id, "", i + 1);
      pe_json_writer_begin_object (&self->writer.json);
      text (self, "id", id);
      day (self, "date", payment->paid);
      amount (self, "value", &payment->amount);
      end (self);
    }
  end_list (self);
  end (self);
}

static void
write_contract (writer *self, const row *of)
{
  size_t       first;
  const size_t n = pe_procurement_find_payments (self->procurement, of->index, &first);

  begin_list (self, "contracts");
  pe_json_writer_begin_object (&self->writer.json);
  text (self, "id", of->id);
  text (self, "awardID", of->id);
  text (self, "title", of->record->name);
  day (self, "dateSigned", of->record->signing);
  amount (self, "value", &of->record->contract);
  if (n > 0)
    write_transactions (self, first, n);
  end (self);
  end_list (self);
}

static void
write_tags (writer *self, const row *of)
{
  begin_list (self, "tag");
  pe_json_writer_string (&self->writer.json, "tender");
  if (of->has_award)
    pe_json_writer_string (&self->writer.json, "award");
  if (of->has_contract)
    pe_json_writer_string (&self->writer.json, "contract");
  end_list (self);
}

static void
write_release (writer *self, const row *of)
{
  pe_buffer ocid = PE_BUFFER_INIT;

  pe_buffer_add_string (&ocid, self->options.prefix);
  pe_buffer_add_string (&ocid, of->id);
  pe_buffer_add_char (&ocid, '\0');
  pe_json_writer_begin_object (&self->writer.json);
  text (self, "ocid", ocid.status == PE_OK ? ocid.data : "");
  text (self, "id", of->id);
  text (self, "date", self->published);
  write_tags (self, of);
  text (self, "initiationType", "tender");
  text (self, "language", "zh");
  write_parties (self, of);
  if (of->record->budget.state == PE_STATE_VALUE)
    {
      begin_member (self, "planning");
      begin_member (self, "budget");
      amount (self, "amount", &of->record->budget);
      end (self);
      end (self);
    }
  write_tender (self, of);
  if (of->has_award)
    write_award (self, of);
  if (of->has_contract)
    write_contract (self, of);
  end (self);
  if (ocid.status != PE_OK)
    self->status = pe_error_set_no_memory (self->error);
  pe_buffer_clear (&ocid);
}

/* A number that two records have is that of the first one: the ids of processes are their own. */
static void
begin_row (writer *self, row *of, size_t index)
{
  const pe_procurement_record *record = pe_procurement_peek_record (self->procurement, index);
  size_t                       first = index, payments;
  const gboolean               has_number
      = record->number != NULL && pe_name_index_find (&self->index, record->number, &first) && first == index;

  of->record = record;
  of->index = index;
  print_count (of->number, sizeof of->number, "record-", index + 1);
  of->id = has_number ? record->number : of->number;
  of->has_contract = record->contract.state == PE_STATE_VALUE || record->signing != 0
                     || pe_procurement_find_payments (self->procurement, index, &payments) > 0;
  of->has_award = of->has_contract || record->award != 0 || record->awarded.state == PE_STATE_VALUE
                  || record->supplier != NULL || record->supplier_size != 0;
}

/* The package */

static void
write_head (writer *self)
{
  pe_dossier_head head;
  char            uri[PE_DIGEST_HEX_SIZE + 16] = "urn:sha256:";
  uint8_t         digest[PE_DIGEST_SIZE];

  pe_dossier_head_init (&head, sizeof head);
  (void) pe_dossier_get_head (&head, self->dossier, NULL);
  pe_dossier_get_digest (self->dossier, digest);
  pe_digest_print (uri + strlen (uri), digest);
  text (self, "uri", self->options.uri != NULL ? self->options.uri : uri);
  text (self, "version", "1.1");
  begin_list (self, "extensions");
  pe_json_writer_string (&self->writer.json, PARTY_SCALE);
  end_list (self);
  text (self, "publishedDate", self->published);
  begin_member (self, "publisher");
  text (self, "name", head.unit_name);
  end (self);
}

static pe_status
index_numbers (writer *self)
{
  for (size_t i = 0; i < pe_procurement_get_n_records (self->procurement); i++)
    {
      const char *number = pe_procurement_peek_record (self->procurement, i)->number;

      number = number != NULL ? number : "";
      if (pe_vector_push (&self->numbers, &number) != PE_OK)
        return PE_ERROR_NO_MEMORY;
    }
  return pe_name_index_init (&self->index, self->numbers.data, self->numbers.size, sizeof (const char *), 0);
}

static void
write_package (writer *self)
{
  pe_json_writer_begin_object (&self->writer.json);
  write_head (self);
  begin_list (self, "releases");
  for (size_t i = 0; i < pe_procurement_get_n_records (self->procurement) && self->status == PE_OK; i++)
    {
      row of;

      begin_row (self, &of, i);
      count_left_out (self, &of);
      write_release (self, &of);
    }
  end_list (self);
  if (self->status == PE_OK)
    end (self);
}

static void
count_summary (writer *self)
{
  const pe_procurement_summary *summary = pe_procurement_peek_summary (self->procurement);
  pe_buffer                     path = PE_BUFFER_INIT;

  if (summary->budget.state == PE_STATE_MISSING && summary->reserved_for_sme.state == PE_STATE_MISSING
      && summary->contracts.state == PE_STATE_MISSING && summary->sme_contracts.state == PE_STATE_MISSING)
    return;
  pe_buffer_add_string (&path, "/procurement/summary");
  pe_left_out_add (&self->left, "summary", &path);
}

/* "2024-01-31" is the first moment of that day. */
static gboolean
take_published (writer *self)
{
  const char     *given = self->options.published;
  pe_dossier_head head;
  char            printed[PE_DATE_PRINT_SIZE];
  pe_date         date;
  const size_t    size = given != NULL ? strlen (given) : 0;

  pe_dossier_head_init (&head, sizeof head);
  (void) pe_dossier_get_head (&head, self->dossier, NULL);
  if (given == NULL)
    given = pe_date_print (printed, head.fiscal_year * 10000 + 1231);
  if (size >= sizeof self->published - 12 || pe_date_parse (&date, given, MIN (strlen (given), 10), NULL) != PE_OK
      || (strlen (given) > 10 && given[10] != 'T'))
    return FALSE;
  g_strlcpy (self->published, given, sizeof self->published);
  if (strlen (given) == 10)
    g_strlcat (self->published, "T00:00:00Z", sizeof self->published);
  return TRUE;
}

static pe_status
check_options (writer *self, const pe_ocds_write_options *theirs, pe_error **error)
{
  pe_status status = PE_OK;

  if (theirs != NULL)
    status = pe_struct_import (&self->options, sizeof self->options, theirs, sizeof self->options, "options", error);
  if (status != PE_OK)
    return status;
  if (self->options.reserved != 0)
    return pe_error_set_argument (error, "options.reserved", "0");
  if ((self->options.prefix != NULL && !pe_utf8_validate (self->options.prefix, strlen (self->options.prefix), NULL))
      || (self->options.uri != NULL && !pe_utf8_validate (self->options.uri, strlen (self->options.uri), NULL)))
    return pe_error_set_argument (error, "options", "UTF-8 text");
  if (!take_published (self))
    return pe_error_set_argument (error, "options.published", "a day, or a day and a time");
  if (pe_procurement_get_n_records (self->procurement) == 0)
    return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "name", "procurement.records", NULL);
  return PE_OK;
}

pe_status
pe_dossier_to_ocds (pe_text **out, const pe_dossier *dossier, const pe_ocds_write_options *options,
                    pe_findings **findings, pe_error **error)
{
  writer       self = { .dossier = dossier, .numbers = PE_VECTOR_INIT (const char *), .error = error };
  pe_collector collector;
  pe_status    status;

  if (findings != NULL)
    *findings = pe_findings_get_empty ();
  if (out == NULL || dossier == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "dossier", "not NULL");
  self.procurement = pe_dossier_get_procurement (dossier);
  status = check_options (&self, options, error);
  if (status != PE_OK)
    return status;
  pe_writer_init (&self.writer);
  if (index_numbers (&self) != PE_OK)
    self.status = pe_error_set_no_memory (error);
  if (self.status == PE_OK)
    write_package (&self);
  count_summary (&self);
  pe_collector_init (&collector, NULL);
  pe_left_out_report (&self.left, &collector);
  status = self.status;
  if (status == PE_OK)
    status = pe_writer_finish (&self.writer, out, error);
  else
    pe_buffer_clear (self.writer.json.out);
  (void) pe_collector_finish (&collector, findings, NULL);
  pe_name_index_clear (&self.index);
  pe_vector_clear (&self.numbers);
  return status;
}
