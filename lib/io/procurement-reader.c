/* procurement-reader.c - the procurement of a dossier from JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "dossier-reader-private.h"
#include "../model/procurement-table-private.h"
#include "record-reader-private.h"

enum
{
  PROCUREMENT_UNIT,
  PROCUREMENT_RECORDS,
  PROCUREMENT_SUMMARY,
  N_PROCUREMENT
};

static const pe_member_rule procurement_members[N_PROCUREMENT] = {
  { "unit", PE_MEMBER_OPTIONAL },
  { "records", PE_MEMBER_OPTIONAL },
  { "summary", PE_MEMBER_OPTIONAL },
};

enum
{
  SUMMARY_BUDGET,
  SUMMARY_RESERVED_FOR_SME,
  SUMMARY_CONTRACTS,
  SUMMARY_SME_CONTRACTS,
  N_SUMMARY
};

static const pe_member_rule summary_members[N_SUMMARY] = {
  { "budget", PE_MEMBER_OPTIONAL },
  { "reserved_for_sme", PE_MEMBER_OPTIONAL },
  { "contracts", PE_MEMBER_OPTIONAL },
  { "sme_contracts", PE_MEMBER_OPTIONAL },
};

/* Records go to the builder in blocks, so that a ledger of a million of them does not stand in memory twice. */
#define BLOCK 4096

typedef struct
{
  pe_document_table       records;
  pe_document_table       payments;
  pe_procurement_builder *builder;
  size_t                  n_records; /* with the builder */
} reading;

static pe_status
add_records (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_procurement_builder_add_many (builder, items, n, error);
}

static pe_status
add_payments (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_procurement_builder_add_payments (builder, items, n, error);
}

static void
flush (pe_document *document, reading *self)
{
  pe_document_table_add_to (document, &self->records, add_records, self->builder);
  pe_document_table_add_to (document, &self->payments, add_payments, self->builder);
  self->n_records += self->records.items.size;
  self->records.items.size = self->records.values.size = 0;
  self->payments.items.size = self->payments.values.size = 0;
}

static void
read_payments (pe_document *document, pe_json_index array, const pe_figure_surroundings *money, reading *self)
{
  if (array == PE_JSON_NONE || !pe_document_read_array (document, array))
    return;
  for (pe_json_index value = pe_json_get_first (document->json, array); value != PE_JSON_NONE;
       value = pe_json_get_next (document->json, value))
    {
      pe_payment *payment = pe_document_table_append (document, &self->payments, value);

      if (payment == NULL)
        return;
      pe_record_read (document, value, pe_record_layout_get (PE_RECORD_PAYMENT), money, payment, NULL, NULL, 0);
      payment->record = (uint32_t) (self->n_records + self->records.items.size);
    }
}

static void
read_records (pe_document *document, pe_json_index array, const pe_figure_surroundings *money, reading *self)
{
  static const char *const names[] = { "payments" };

  if (!pe_document_read_array (document, array))
    return;
  for (pe_json_index value = pe_json_get_first (document->json, array); value != PE_JSON_NONE;
       value = pe_json_get_next (document->json, value))
    {
      pe_procurement_record *record = pe_document_table_append (document, &self->records, value);
      pe_json_index          payments;

      if (record == NULL)
        return;
      pe_record_read (document, value, pe_record_layout_get (PE_RECORD_PROCUREMENT), money, record, names, &payments,
                      1);
      read_payments (document, payments, money, self);
      if (self->records.items.size == BLOCK)
        flush (document, self);
    }
  flush (document, self);
}

static void
read_summary (pe_document *document, pe_json_index value, const pe_figure_surroundings *money,
              pe_procurement_summary *summary)
{
  pe_json_index members[N_SUMMARY];

  pe_procurement_summary_init (summary, sizeof *summary);
  if (value == PE_JSON_NONE)
    return;
  pe_document_read_object (document, value, summary_members, N_SUMMARY, PE_ERROR_MEMBER_UNKNOWN, members);
  pe_figure_read (document, members[SUMMARY_BUDGET], money, &summary->budget, NULL);
  pe_figure_read (document, members[SUMMARY_RESERVED_FOR_SME], money, &summary->reserved_for_sme, NULL);
  pe_figure_read (document, members[SUMMARY_CONTRACTS], money, &summary->contracts, NULL);
  pe_figure_read (document, members[SUMMARY_SME_CONTRACTS], money, &summary->sme_contracts, NULL);
}

/* value: the summary, or PE_JSON_NONE. */
static void
add_summary (pe_document *document, pe_procurement_builder *builder, pe_json_index value,
             const pe_procurement_summary *summary)
{
  pe_error *error = NULL;

  if (value != PE_JSON_NONE && pe_procurement_builder_set_summary (builder, summary, &error) != PE_OK)
    pe_document_take_member_error (document, error, value);
}

/* The builder is empty afterwards. NULL when a fault was reported. */
static pe_procurement *
build (pe_document *document, pe_procurement_builder *builder, pe_json_index root)
{
  pe_procurement *procurement = NULL;
  pe_findings    *findings = NULL;
  pe_error       *error = NULL;

  pe_procurement_builder_finish (&procurement, builder, &findings, &error);
  pe_document_take_findings (document, findings, error, root);
  return procurement;
}

static void
read_all (pe_document *document, const pe_json_index members[N_PROCUREMENT], const pe_figure_surroundings *money,
          reading *self)
{
  pe_procurement_summary summary;

  read_records (document, members[PROCUREMENT_RECORDS], money, self);
  read_summary (document, members[PROCUREMENT_SUMMARY], money, &summary);
  add_summary (document, self->builder, members[PROCUREMENT_SUMMARY], &summary);
}

pe_procurement *
pe_procurement_read (pe_document *document, pe_json_index value, pe_json_index root, pe_unit money_unit)
{
  reading                self = { PE_DOCUMENT_TABLE_INIT (pe_procurement_record, G_MAXSIZE),
                                  PE_DOCUMENT_TABLE_INIT (pe_payment, G_MAXSIZE), NULL, 0 };
  pe_figure_surroundings money = { PE_FIGURE_MONEY, money_unit, NULL };
  pe_json_index          members[N_PROCUREMENT];
  pe_procurement        *procurement = NULL;
  pe_procurement_record  blank;

  pe_procurement_record_init (&blank, sizeof blank);
  blank.name = "-";
  self.records.blank = &blank;
  if (pe_procurement_builder_new (&self.builder, NULL, NULL) != PE_OK)
    {
      pe_document_report_no_memory (document);
      return NULL;
    }
  pe_document_read_object (document, value, procurement_members, N_PROCUREMENT, PE_ERROR_MEMBER_UNKNOWN, members);
  if (members[PROCUREMENT_UNIT] != PE_JSON_NONE)
    money.unit = pe_figure_read_money_unit (document, members[PROCUREMENT_UNIT]);
  /* Without the unit every amount would be reported as well. */
  if (members[PROCUREMENT_UNIT] == PE_JSON_NONE || money.unit != PE_UNIT_NONE)
    {
      read_all (document, members, &money, &self);
      procurement = build (document, self.builder, root);
    }
  pe_document_table_clear (&self.payments);
  pe_document_table_clear (&self.records);
  pe_procurement_builder_free (self.builder);
  return procurement;
}
