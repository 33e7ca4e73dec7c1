/* asset-reader.c - the assets of a dossier from JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "dossier-reader-private.h"
#include "record-reader-private.h"

enum
{
  ASSETS_UNIT,
  ASSETS_STOCKTAKE,
  ASSETS_RECORDS,
  N_ASSETS
};

static const pe_member_rule asset_members[N_ASSETS] = {
  { "unit", PE_MEMBER_OPTIONAL },
  { "stocktake", PE_MEMBER_OPTIONAL },
  { "records", PE_MEMBER_OPTIONAL },
};

static void
read_records (pe_document *document, pe_json_index array, const pe_figure_surroundings *money, pe_document_table *table)
{
  if (array == PE_JSON_NONE || !pe_document_read_array (document, array))
    return;
  for (pe_json_index value = pe_json_get_first (document->json, array); value != PE_JSON_NONE;
       value = pe_json_get_next (document->json, value))
    {
      pe_asset_record *record = pe_document_table_append (document, table, value);

      if (record == NULL)
        return;
      pe_record_read (document, value, pe_record_layout_get (PE_RECORD_ASSET), money, record, NULL, NULL, 0);
    }
}

static pe_status
add_records (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_assets_builder_add_many (builder, items, n, error);
}

static pe_assets *
build (pe_document *document, const pe_document_table *table, pe_date stocktake, pe_json_index root)
{
  pe_assets_builder *builder = NULL;
  pe_assets         *assets = NULL;
  pe_findings       *findings = NULL;
  pe_error          *error = NULL;

  if (pe_assets_builder_new (&builder, NULL, &error) != PE_OK
      || pe_assets_builder_set_stocktake (builder, stocktake, &error) != PE_OK)
    pe_document_take_error (document, error, root);
  else
    {
      pe_document_table_add_to (document, table, add_records, builder);
      pe_assets_builder_build (&assets, builder, &findings, &error);
      pe_document_take_findings (document, findings, error, root);
    }
  pe_assets_builder_free (builder);
  return assets;
}

pe_assets *
pe_assets_read (pe_document *document, pe_json_index value, pe_json_index root, pe_unit money_unit)
{
  pe_document_table      table = PE_DOCUMENT_TABLE_INIT (pe_asset_record, G_MAXSIZE);
  pe_figure_surroundings money = { PE_FIGURE_MONEY, money_unit, NULL };
  pe_json_index          members[N_ASSETS];
  pe_assets             *assets = NULL;
  pe_asset_record        blank;
  pe_date                stocktake;

  pe_asset_record_init (&blank, sizeof blank);
  blank.name = "-";
  table.blank = &blank;
  pe_document_read_object (document, value, asset_members, N_ASSETS, PE_ERROR_MEMBER_UNKNOWN, members);
  if (members[ASSETS_UNIT] != PE_JSON_NONE)
    money.unit = pe_figure_read_money_unit (document, members[ASSETS_UNIT]);
  /* Without the unit every amount would be reported as well. */
  if (members[ASSETS_UNIT] == PE_JSON_NONE || money.unit != PE_UNIT_NONE)
    {
      stocktake = pe_document_read_date (document, members[ASSETS_STOCKTAKE]);
      read_records (document, members[ASSETS_RECORDS], &money, &table);
      assets = build (document, &table, stocktake, root);
    }
  pe_document_table_clear (&table);
  return assets;
}
