/* dossier-tables.c - a dossier from the tables of an office, and back
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/dossier_tables.h>

#include <string.h>

#include "../base/struct-private.h"
#include "dossier-reader-private.h"
#include "export-private.h"
#include "import-private.h"
#include "read-options-private.h"

void
pe_dossier_tables_options_init (pe_dossier_tables_options *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

static pe_status
import_options (pe_dossier_tables_options *out, const pe_dossier_tables_options *theirs, pe_error **error)
{
  pe_status status;

  memset (out, 0, sizeof *out);
  if (theirs == NULL)
    return PE_OK;
  status = pe_struct_import (out, sizeof *out, theirs, sizeof *out, "options", error);
  if (status == PE_OK && out->language != 0 && out->language != PE_LANGUAGE_ZH && out->language != PE_LANGUAGE_EN)
    return pe_error_set_argument (error, "options.language", "0 or a pe_language");
  return status;
}

/* The mapping: its format, kinds and columns are checked, so that a misspelt one cannot be passed over. */

static const char *
find_column_id (pe_sheet kind, const char *id)
{
  for (size_t i = 0; i < pe_sheet_get_n_columns (kind); i++)
    if (strcmp (pe_sheet_get_column (kind, i).id, id) == 0)
      return id;
  return NULL;
}

static void
check_names (pe_document *document, pe_json_index list)
{
  if (!pe_document_read_array (document, list))
    return;
  for (pe_json_index name = pe_json_get_first (document->json, list); name != PE_JSON_NONE;
       name = pe_json_get_next (document->json, name))
    pe_document_read_text (document, name);
}

static void
check_mapped_table (pe_document *document, pe_json_index value)
{
  static const pe_member_rule rules[]
      = { { "table", PE_MEMBER_REQUIRED }, { "names", PE_MEMBER_OPTIONAL }, { "columns", PE_MEMBER_OPTIONAL } };
  pe_json_index members[G_N_ELEMENTS (rules)];
  const char   *id;
  size_t        kind = 0;

  pe_document_read_object (document, value, rules, G_N_ELEMENTS (rules), PE_ERROR_MEMBER_UNKNOWN, members);
  id = pe_document_read_text (document, members[0]);
  while (id != NULL && kind < PE_N_SHEETS && strcmp (pe_sheet_get_id ((pe_sheet) kind), id) != 0)
    kind++;
  if (id != NULL && kind == PE_N_SHEETS)
    pe_document_report (document, members[0], PE_ERROR_VALUE_UNKNOWN, "found", id, "expected", "budget", NULL);
  check_names (document, members[1]);
  if (id == NULL || kind == PE_N_SHEETS || members[2] == PE_JSON_NONE || !pe_document_read_names (document, members[2]))
    return;
  for (pe_json_index column = pe_json_get_first (document->json, members[2]); column != PE_JSON_NONE;
       column = pe_json_get_next (document->json, column))
    {
      const char *name = pe_json_get_name (document->json, column, NULL);

      if (find_column_id ((pe_sheet) kind, name) == NULL)
        pe_document_report_name (document, column, PE_ERROR_MEMBER_UNKNOWN, "name", name, NULL);
      check_names (document, column);
    }
}

static void
check_mapping (pe_document *document)
{
  static const pe_member_rule rules[] = { { "format", PE_MEMBER_REQUIRED }, { "tables", PE_MEMBER_REQUIRED } };
  pe_json_index               members[G_N_ELEMENTS (rules)];

  if (document->json == NULL || !pe_document_check_format (document, "perfeval-mapping/1"))
    return;
  pe_document_read_object (document, 0, rules, G_N_ELEMENTS (rules), PE_ERROR_MEMBER_UNKNOWN, members);
  if (!pe_document_read_array (document, members[1]))
    return;
  for (pe_json_index table = pe_json_get_first (document->json, members[1]); table != PE_JSON_NONE;
       table = pe_json_get_next (document->json, table))
    check_mapped_table (document, table);
}

/* Import */

static void
report_flags (pe_import *self)
{
  for (size_t i = 0; i < self->list.size; i++)
    {
      const pe_import_table *table = pe_vector_at (&self->list, const pe_import_table, i);
      pe_buffer              count = PE_BUFFER_INIT, cell = PE_BUFFER_INIT;

      pe_buffer_add_uint (&count, table->n_formulas > 0 ? table->n_formulas : table->n_hidden);
      pe_buffer_add_char (&count, '\0');
      pe_cell_print_name (&cell, table->first_formula_column, table->first_formula);
      pe_buffer_add_char (&cell, '\0');
      if (table->n_formulas > 0)
        pe_import_report (self, PE_WARNING_FORMULA_CACHED, table, 0, table->first_formula, table->first_formula_column,
                          "found", cell.data, "count", count.data, NULL);
      count.size = 0;
      pe_buffer_add_uint (&count, table->n_hidden);
      pe_buffer_add_char (&count, '\0');
      if (table->n_hidden > 0)
        pe_import_report (self, PE_WARNING_HIDDEN, table, 0, 0, 0, "count", count.data, NULL);
      pe_buffer_clear (&count);
      pe_buffer_clear (&cell);
    }
}

/* Makes the document; what is wrong with the tables themselves is in the collector. */
static void
import_tables (pe_import *self, const char *file)
{
  pe_place whole = PE_PLACE_WHAT ("");

  whole.file = file;
  pe_json_writer_init (&self->json, &self->text);
  pe_import_recognise (self);
  if (self->status == PE_OK && pe_import_find (self, PE_SHEET_HEAD, 0) == NULL)
    pe_collector_add (&self->collector, PE_ERROR_TABLE_MISSING, &whole, "name",
                      pe_sheet_get_name (PE_SHEET_HEAD, PE_LANGUAGE_ZH), NULL);
  for (size_t i = 0; i < self->list.size && self->status == PE_OK; i++)
    pe_import_check_totals (self, pe_vector_at (&self->list, pe_import_table, i));
  if (self->status == PE_OK)
    pe_import_write (self);
  if (self->status == PE_OK)
    self->status = self->text.status;
  if (self->status == PE_OK)
    report_flags (self);
  else
    pe_collector_add (&self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
}

static void
clear_import (pe_import *self)
{
  for (size_t i = 0; i < self->list.size; i++)
    {
      pe_import_table *table = pe_vector_at (&self->list, pe_import_table, i);

      pe_vector_clear (&table->columns);
      g_free (table->register_id);
      pe_vector_clear (&table->definition);
    }
  pe_vector_clear (&self->list);
  pe_buffer_clear (&self->text);
  pe_cell_map_clear (&self->map);
  pe_collector_clear (&self->collector);
}

/* The document is ours, and longer than the tables: what bounds it are the cells, which were counted. */
static pe_status
read_document (pe_dossier **out, pe_import *self, pe_findings *found, const char *file, pe_findings **findings,
               pe_error **error)
{
  const gboolean  has_head = pe_import_find (self, PE_SHEET_HEAD, 0) != NULL && self->status == PE_OK;
  pe_limits       limits = self->limits;
  pe_read_options options;
  pe_document     document;
  pe_dossier     *dossier = NULL;
  pe_status       status;

  pe_read_options_init (&options, sizeof options);
  limits.bytes = G_MAXUINT32 - 1;
  limits.items = G_MAXUINT32 / 2;
  options.limits = &limits;
  options.file = file;
  pe_document_open (&document, TRUE, has_head ? self->text.data : "null", has_head ? self->text.size : 4, &options);
  document.cells = &self->map;
  pe_collector_add_all (&document.collector, found);
  if (document.json != NULL && has_head)
    dossier = pe_dossier_read (&document, 0);
  status = pe_document_close (&document, findings, error);
  if (status == PE_OK)
    *out = dossier;
  else
    pe_dossier_unref (dossier);
  return status;
}

static pe_status
import_with (pe_dossier **out, const pe_tables *tables, const pe_json *mapping, const pe_read_intake *intake,
             pe_findings **findings, pe_error **error)
{
  pe_import    self = { .tables = tables, .mapping = mapping, .limits = intake->limits, .status = PE_OK };
  pe_findings *found = NULL;
  pe_status    status;

  self.list = (pe_vector) PE_VECTOR_INIT (pe_import_table);
  self.text = (pe_buffer) PE_BUFFER_INIT;
  self.map = (pe_cell_map) PE_CELL_MAP_INIT (tables);
  pe_collector_init (&self.collector, &self.limits);
  import_tables (&self, intake->file);
  pe_collector_finish (&self.collector, &found, NULL);
  status = read_document (out, &self, found, intake->file, findings, error);
  pe_findings_unref (found);
  clear_import (&self);
  return status;
}

pe_status
pe_dossier_from_tables (pe_dossier **out, const pe_tables *tables, const pe_dossier_tables_options *options,
                        pe_findings **findings, pe_error **error)
{
  pe_dossier_tables_options ours;
  pe_read_intake            intake;
  pe_document               mapping;
  pe_read_options           read;
  pe_status                 status;

  if (findings != NULL)
    *findings = pe_findings_get_empty ();
  if (out == NULL || tables == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "tables", "not NULL");
  status = import_options (&ours, options, error);
  if (status == PE_OK)
    status = pe_read_intake_init (&intake, ours.read, error);
  if (status != PE_OK)
    return status;
  if (ours.mapping == NULL)
    return import_with (out, tables, NULL, &intake, findings, error);
  pe_read_options_init (&read, sizeof read);
  read.file = ours.mapping_file;
  read.limits = &intake.limits;
  pe_document_open (&mapping, TRUE, ours.mapping, ours.mapping_size, &read);
  check_mapping (&mapping);
  if (pe_document_get_n_errors (&mapping) > 0)
    return pe_document_close (&mapping, findings, error);
  status = import_with (out, tables, mapping.json, &intake, findings, error);
  pe_document_close (&mapping, NULL, NULL);
  return status;
}

/* Export */

pe_status
pe_tables_from_dossier (pe_tables **out, const pe_dossier *self, const pe_dossier_tables_options *options,
                        pe_error **error)
{
  pe_dossier_tables_options ours;
  pe_text                  *text = NULL;
  pe_json                  *json = NULL;
  pe_limits                 limits;
  pe_status                 status;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  status = import_options (&ours, options, error);
  if (status == PE_OK)
    status = pe_dossier_to_json (&text, self, error);
  if (status != PE_OK)
    return status;
  pe_limits_init (&limits, sizeof limits);
  limits.bytes = G_MAXUINT32 - 1;
  limits.items = G_MAXUINT32 / 2;
  status = pe_json_parse (&json, pe_text_get_data (text), pe_text_get_size (text), NULL, &limits, error);
  if (status == PE_OK)
    status = pe_export_dossier (out, json, ours.language != PE_LANGUAGE_EN ? PE_LANGUAGE_ZH : PE_LANGUAGE_EN, error);
  pe_json_free (json);
  pe_text_unref (text);
  return status;
}
