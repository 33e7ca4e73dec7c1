/* procurement-reader.c - the procurement of a dossier from JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "dossier-reader-private.h"
#include "figure-reader-private.h"

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
  RECORD_NAME,
  RECORD_NUMBER,
  RECORD_METHOD,
  RECORD_CATEGORY,
  RECORD_SUPPLIER_SIZE,
  RECORD_BUDGET,
  RECORD_RESERVED_FOR_SME,
  RECORD_CONTRACT,
  RECORD_INTENT,
  RECORD_START,
  RECORD_AWARD,
  RECORD_SIGNING,
  RECORD_PUBLICATION,
  RECORD_FILING,
  N_RECORD
};

static const pe_member_rule record_members[N_RECORD] = {
  { "name", PE_MEMBER_REQUIRED },
  { "number", PE_MEMBER_OPTIONAL },
  { "method", PE_MEMBER_OPTIONAL },
  { "category", PE_MEMBER_OPTIONAL },
  { "supplier_size", PE_MEMBER_OPTIONAL },
  { "budget", PE_MEMBER_OPTIONAL },
  { "reserved_for_sme", PE_MEMBER_OPTIONAL },
  { "contract", PE_MEMBER_OPTIONAL },
  { "intent", PE_MEMBER_OPTIONAL },
  { "start", PE_MEMBER_OPTIONAL },
  { "award", PE_MEMBER_OPTIONAL },
  { "signing", PE_MEMBER_OPTIONAL },
  { "publication", PE_MEMBER_OPTIONAL },
  { "filing", PE_MEMBER_OPTIONAL },
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

static void
read_dates (pe_document *document, const pe_json_index members[N_RECORD], pe_procurement_record *record)
{
  record->intent = pe_document_read_date (document, members[RECORD_INTENT]);
  record->start = pe_document_read_date (document, members[RECORD_START]);
  record->award = pe_document_read_date (document, members[RECORD_AWARD]);
  record->signing = pe_document_read_date (document, members[RECORD_SIGNING]);
  record->publication = pe_document_read_date (document, members[RECORD_PUBLICATION]);
  record->filing = pe_document_read_date (document, members[RECORD_FILING]);
}

static void
read_record (pe_document *document, pe_json_index value, const pe_figure_surroundings *money,
             pe_procurement_record *record)
{
  pe_json_index members[N_RECORD];

  pe_document_read_object (document, value, record_members, N_RECORD, PE_ERROR_MEMBER_UNKNOWN, members);
  pe_procurement_record_init (record, sizeof *record);
  record->name = pe_document_read_text (document, members[RECORD_NAME]);
  record->number = pe_document_read_text (document, members[RECORD_NUMBER]);
  record->method = pe_document_read_word (document, members[RECORD_METHOD], pe_words_method);
  record->category = pe_document_read_word (document, members[RECORD_CATEGORY], pe_words_procurement_category);
  record->supplier_size = pe_document_read_word (document, members[RECORD_SUPPLIER_SIZE], pe_words_supplier_size);
  pe_figure_read (document, members[RECORD_BUDGET], money, &record->budget, NULL);
  pe_figure_read (document, members[RECORD_RESERVED_FOR_SME], money, &record->reserved_for_sme, NULL);
  pe_figure_read (document, members[RECORD_CONTRACT], money, &record->contract, NULL);
  read_dates (document, members, record);
}

static void
read_records (pe_document *document, pe_json_index array, const pe_figure_surroundings *money, pe_document_table *table)
{
  if (!pe_document_read_array (document, array))
    return;
  for (pe_json_index value = pe_json_get_first (document->json, array); value != PE_JSON_NONE;
       value = pe_json_get_next (document->json, value))
    {
      pe_procurement_record *record = pe_document_table_append (document, table, value);

      if (record == NULL)
        return;
      read_record (document, value, money, record);
    }
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

static pe_status
add_records (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_procurement_builder_add_many (builder, items, n, error);
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

static pe_procurement *
build (pe_document *document, const pe_document_table *table, pe_json_index summary_value,
       const pe_procurement_summary *summary, pe_json_index root)
{
  pe_procurement_builder *builder = NULL;
  pe_procurement         *procurement = NULL;
  pe_findings            *findings = NULL;
  pe_error               *error = NULL;
  uint64_t                n_errors = pe_document_get_n_errors (document);

  if (pe_procurement_builder_new (&builder, NULL, &error) != PE_OK)
    {
      pe_document_take_error (document, error, root);
      return NULL;
    }
  pe_document_table_add_to (document, table, add_records, builder);
  add_summary (document, builder, summary_value, summary);
  if (pe_document_get_n_errors (document) == n_errors)
    {
      pe_procurement_builder_build (&procurement, builder, &findings, &error);
      pe_document_take_findings (document, findings, error, root);
    }
  pe_procurement_builder_free (builder);
  return procurement;
}

pe_procurement *
pe_procurement_read (pe_document *document, pe_json_index value, pe_json_index root, pe_unit money_unit)
{
  pe_document_table      table = PE_DOCUMENT_TABLE_INIT (pe_procurement_record, G_MAXSIZE);
  pe_figure_surroundings money = { PE_FIGURE_MONEY, money_unit, NULL };
  pe_procurement_summary summary;
  pe_json_index          members[N_PROCUREMENT];
  pe_procurement        *procurement = NULL;
  uint64_t               n_errors = pe_document_get_n_errors (document);

  pe_document_read_object (document, value, procurement_members, N_PROCUREMENT, PE_ERROR_MEMBER_UNKNOWN, members);
  if (members[PROCUREMENT_UNIT] != PE_JSON_NONE)
    money.unit = pe_figure_read_money_unit (document, members[PROCUREMENT_UNIT]);
  if (pe_document_get_n_errors (document) == n_errors)
    {
      read_records (document, members[PROCUREMENT_RECORDS], &money, &table);
      read_summary (document, members[PROCUREMENT_SUMMARY], &money, &summary);
    }
  if (pe_document_get_n_errors (document) == n_errors)
    procurement = build (document, &table, members[PROCUREMENT_SUMMARY], &summary, root);
  pe_document_table_clear (&table);
  return procurement;
}
