/* ocds.c - procurement from Open Contracting data
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/ocds.h>
#include <perfeval/provider.h>

#include <string.h>

#include "../base/struct-private.h"
#include "document-private.h"
#include "ocds-private.h"
#include "table-kind-private.h"

typedef struct
{
  pe_document document;
  const char *currency;
  pe_vector   releases; /* of pe_ocds_release */
  uint8_t    *taken;    /* a byte a value of the document */
  pe_status   status;
  pe_error  **error;
} reader;

void
pe_ocds_options_init (pe_ocds_options *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

/* Values */

static pe_json_index
get_member (const reader *self, pe_json_index value, const char *name)
{
  return pe_ocds_get_member (self->document.json, value, name);
}

/* The text of a scalar, which then counts as taken over; NULL for what is none. */
static const char *
take (reader *self, pe_json_index value)
{
  const char *text = pe_ocds_get_text (self->document.json, value);

  if (text != NULL)
    self->taken[value] = 1;
  return text;
}

static const char *
peek (const reader *self, pe_json_index value)
{
  return pe_ocds_get_text (self->document.json, value);
}

/* What the latest release says of an element, which is nullable. */
static pe_json_index
get_value (const pe_ocds_element *element, pe_ocds_value value)
{
  return element != NULL ? element->values[value] : PE_JSON_NONE;
}

/* Processes */

static void
report (reader *self, pe_json_index value, const char *found, const char *expected, const char *expected_zh)
{
  pe_document_report (&self->document, value, PE_ERROR_OCDS, "found", found, "expected", expected, "expected_zh",
                      expected_zh, NULL);
}

static void
add_release (reader *self, pe_json_index value)
{
  const pe_ocds_release release
      = { value, take (self, get_member (self, value, "ocid")), take (self, get_member (self, value, "date")) };

  if (release.ocid == NULL)
    report (self, value, "ocid", "a release with an ocid", "带 ocid 的 release");
  else if (pe_vector_push (&self->releases, &release) != PE_OK)
    self->status = PE_ERROR_NO_MEMORY;
}

static void
add_releases (reader *self, pe_json_index list)
{
  if (!pe_document_read_array (&self->document, list))
    return;
  for (pe_json_index release = pe_json_get_first (self->document.json, list);
       release != PE_JSON_NONE && self->status == PE_OK; release = pe_json_get_next (self->document.json, release))
    add_release (self, release);
}

static void
add_record (reader *self, pe_json_index record)
{
  const pe_json_index compiled = get_member (self, record, "compiledRelease");
  const pe_json_index releases = get_member (self, record, "releases");
  const pe_json_index first
      = releases != PE_JSON_NONE ? pe_json_get_first (self->document.json, releases) : PE_JSON_NONE;

  take (self, get_member (self, record, "ocid"));
  if (compiled != PE_JSON_NONE)
    add_release (self, compiled);
  else if (first != PE_JSON_NONE && get_member (self, first, "url") == PE_JSON_NONE)
    add_releases (self, releases);
  else
    report (self, record, "releases", "a compiledRelease, or releases that are not links",
            "compiledRelease，或非链接形式的 releases");
}

static void
find_processes (reader *self)
{
  const pe_json_index releases = get_member (self, 0, "releases"), records = get_member (self, 0, "records");
  const pe_json_index version = get_member (self, 0, "version");
  const char         *text = take (self, version);

  if (text != NULL && strcmp (text, "1.1") != 0)
    report (self, version, text, "1.1", NULL);
  else if (releases != PE_JSON_NONE)
    add_releases (self, releases);
  else if (records != PE_JSON_NONE && pe_document_read_array (&self->document, records))
    for (pe_json_index record = pe_json_get_first (self->document.json, records);
         record != PE_JSON_NONE && self->status == PE_OK; record = pe_json_get_next (self->document.json, record))
      add_record (self, record);
  else if (records == PE_JSON_NONE)
    report (self, 0, NULL, "a release package or a record package", "release package 或 record package");
}

/* Rows */

enum
{
  ROW_CELLS = 16
};

typedef struct
{
  pe_cell  cells[ROW_CELLS];
  size_t   n;
  uint32_t number;
} row;

/* The number of a column of a table that has all of them. */
static uint32_t
column_of (pe_sheet kind, const char *id)
{
  for (size_t i = 0; i < pe_sheet_get_n_columns (kind); i++)
    if (strcmp (pe_sheet_get_column (kind, i).id, id) == 0)
      return (uint32_t) i + 1;
  return 0;
}

static void
add (row *to, pe_sheet kind, const char *id, const char *text, size_t length)
{
  if (text == NULL || length == 0 || to->n == ROW_CELLS)
    return;
  to->cells[to->n++]
      = (pe_cell) { sizeof (pe_cell), PE_CELL_TEXT, text, length, column_of (kind, id), 1, 0, PE_UNIT_NONE };
}

static void
add_text (row *to, pe_sheet kind, const char *id, const char *text)
{
  add (to, kind, id, text, text != NULL ? strlen (text) : 0);
}

/* The day of "2010-06-10T14:23:12Z", as it is written there. */
static void
add_day (reader *self, row *to, pe_sheet kind, const char *id, pe_json_index value)
{
  const char *text = take (self, value);

  if (text != NULL)
    add (to, kind, id, text, strlen (text) > 10 && text[10] == 'T' ? 10 : strlen (text));
}

/* {"amount": 9.5, "currency": "CNY"} */
static void
add_amount (reader *self, row *to, pe_sheet kind, const char *id, pe_json_index value)
{
  const pe_json_index currency = get_member (self, value, "currency");
  const char         *its = take (self, currency);

  if (value == PE_JSON_NONE)
    return;
  if (its != NULL && strcmp (its, self->currency) != 0)
    report (self, currency, its, self->currency, NULL);
  add_text (to, kind, id, take (self, get_member (self, value, "amount")));
}

/* The Chinese word where the details are one: it says more than the four of the code list. */
static const char *
method_of (reader *self, const pe_ocds_process *of)
{
  static const struct
  {
    const char *code;
    const char *word;
  } methods[] = {
    { "open", "open_tender" }, { "selective", "invited_tender" }, { "direct", "single_source" }, { "limited", "other" }
  };
  const pe_sheet_column about
      = pe_sheet_get_column (PE_SHEET_PROCUREMENT, column_of (PE_SHEET_PROCUREMENT, "method") - 1);
  const pe_json_index details = of->facts[PE_OCDS_METHOD_DETAILS];
  const char         *code = take (self, of->facts[PE_OCDS_METHOD]);

  if (peek (self, details) != NULL && pe_sheet_column_find_word (&about, peek (self, details)) != NULL)
    return take (self, details);
  for (size_t i = 0; code != NULL && i < G_N_ELEMENTS (methods); i++)
    if (strcmp (methods[i].code, code) == 0)
      return methods[i].word;
  return code;
}

static const char *
size_of (reader *self, const pe_ocds_process *of, const char *supplier)
{
  const char *scale = take (self, get_value (pe_ocds_elements_find (&of->parties, supplier), PE_OCDS_PARTY_SCALE));

  return scale != NULL && strcmp (scale, "sme") == 0 ? "medium" : scale;
}

static void
finish (reader *self, row *of, pe_provider *provider)
{
  const pe_table_row head = { sizeof head, of->number, 0, 0, 0 };

  /* The cells were added as the document has them; a row has them by column. */
  for (size_t i = 1; i < of->n; i++)
    for (size_t k = i; k > 0 && of->cells[k - 1].column > of->cells[k].column; k--)
      {
        const pe_cell swapped = of->cells[k];

        of->cells[k] = of->cells[k - 1];
        of->cells[k - 1] = swapped;
      }
  if (self->status == PE_OK)
    self->status = pe_provider_add_row (provider, &head, of->cells, of->n, self->error);
}

/* award: the id that the contract says, or that of the award; nullable, as the contract is. */
static void
write_row (reader *self, const pe_ocds_process *of, const pe_ocds_element *contract, const char *award_id,
           gboolean has_budget, uint32_t number, pe_provider *provider)
{
  const pe_sheet         kind = PE_SHEET_PROCUREMENT;
  row                    to = { .n = 0, .number = number };
  const pe_ocds_element *award = pe_ocds_elements_find (&of->awards, award_id);
  const pe_json_index    suppliers = get_value (award, PE_OCDS_AWARD_SUPPLIERS);
  const pe_json_index    supplier
      = suppliers != PE_JSON_NONE ? pe_json_get_first (self->document.json, suppliers) : PE_JSON_NONE;
  const char *name = take (self, get_value (contract, PE_OCDS_CONTRACT_TITLE));

  if (name == NULL)
    name = take (self, get_value (award, PE_OCDS_AWARD_TITLE));
  if (name == NULL)
    name = take (self, of->facts[PE_OCDS_TITLE]);
  add_text (&to, kind, "name", name != NULL ? name : of->ocid);
  add_text (&to, kind, "number", contract != NULL ? contract->id : award_id != NULL ? award_id : of->ocid);
  add_text (&to, kind, "method", method_of (self, of));
  add_text (&to, kind, "category", take (self, of->facts[PE_OCDS_CATEGORY]));
  if (has_budget)
    add_amount (self, &to, kind, "budget", of->facts[PE_OCDS_BUDGET]);
  add_day (self, &to, kind, "start", of->facts[PE_OCDS_START]);
  add_day (self, &to, kind, "award", get_value (award, PE_OCDS_AWARD_DATE));
  add_amount (self, &to, kind, "awarded", get_value (award, PE_OCDS_AWARD_VALUE));
  add_day (self, &to, kind, "signing", get_value (contract, PE_OCDS_CONTRACT_SIGNED));
  add_amount (self, &to, kind, "contract", get_value (contract, PE_OCDS_CONTRACT_VALUE));
  add_text (&to, kind, "supplier", take (self, get_member (self, supplier, "name")));
  add_text (&to, kind, "supplier_size", size_of (self, of, take (self, get_member (self, supplier, "id"))));
  finish (self, &to, provider);
}

static void
write_headers (reader *self, pe_sheet kind, pe_provider *provider)
{
  const pe_table_head head = { sizeof head, 0, pe_sheet_get_name (kind, PE_LANGUAGE_ZH), NULL };
  const pe_table_row  first = { sizeof first, 1, 0, 0, 0 };
  pe_vector           cells = PE_VECTOR_INIT (pe_cell);
  pe_buffer           text = PE_BUFFER_INIT;
  const char         *at;

  for (size_t i = 0; i < pe_sheet_get_n_columns (kind); i++)
    {
      const pe_sheet_column about = pe_sheet_get_column (kind, i);
      const size_t          start = text.size;
      pe_cell               cell = { sizeof cell, PE_CELL_TEXT, NULL, 0, (uint32_t) i + 1, 1, 0, PE_UNIT_NONE };

      pe_buffer_add_string (&text, about.name_zh);
      pe_buffer_add_string (&text, about.type == PE_COLUMN_MONEY ? "（元）" : NULL);
      cell.length = text.size - start;
      if (self->status == PE_OK)
        self->status = pe_vector_push (&cells, &cell);
    }
  at = text.data;
  for (size_t i = 0; i < cells.size; at += pe_vector_at (&cells, pe_cell, i++)->length)
    pe_vector_at (&cells, pe_cell, i)->text = at;
  if (self->status == PE_OK)
    self->status = text.status;
  if (self->status == PE_OK)
    self->status = pe_provider_begin_table (provider, &head, self->error);
  if (self->status == PE_OK)
    self->status = pe_provider_add_row (provider, &first, cells.data, cells.size, self->error);
  pe_vector_clear (&cells);
  pe_buffer_clear (&text);
}

static const pe_ocds_element *
get_nth (const pe_ocds_elements *self, size_t i)
{
  return pe_vector_at (&self->list, const pe_ocds_element, self->order[i]);
}

/* A row for each contract; *has_contract says of each award, in the order of their ids, whether one names it. */
static void
write_contracts (reader *self, const pe_ocds_process *of, guint8 *has_contract, uint32_t *number, pe_provider *provider)
{
  for (size_t i = 0; i < of->contracts.list.size && self->status == PE_OK; i++)
    {
      const pe_ocds_element *contract = get_nth (&of->contracts, i);
      const char            *id = take (self, contract->values[PE_OCDS_CONTRACT_AWARD]);
      const pe_ocds_element *award = pe_ocds_elements_find (&of->awards, id);

      if (award != NULL)
        has_contract[award - (const pe_ocds_element *) of->awards.list.data] = TRUE;
      write_row (self, of, contract, id, i == 0, ++*number, provider);
    }
}

static void
write_process (reader *self, const pe_ocds_process *of, uint32_t *number, pe_provider *provider)
{
  guint8  *has_contract = g_try_malloc0 (of->awards.list.size + 1);
  gboolean first = of->contracts.list.size == 0;

  if (has_contract == NULL)
    self->status = PE_ERROR_NO_MEMORY;
  else
    write_contracts (self, of, has_contract, number, provider);
  for (size_t i = 0; i < of->awards.list.size && self->status == PE_OK; i++)
    if (!has_contract[of->awards.order[i]])
      {
        write_row (self, of, NULL, get_nth (&of->awards, i)->id, first, ++*number, provider);
        first = FALSE;
      }
  if (first && self->status == PE_OK)
    write_row (self, of, NULL, NULL, TRUE, ++*number, provider);
  g_free (has_contract);
}

/* The transactions of a contract: those of its latest release that has any. */
static void
write_payments (reader *self, const pe_ocds_process *of, uint32_t *number, pe_provider *provider)
{
  for (size_t i = 0; i < of->contracts.list.size; i++)
    {
      const pe_ocds_element *contract = get_nth (&of->contracts, i);
      const pe_json_index    list = contract->values[PE_OCDS_CONTRACT_TRANSACTIONS];

      for (pe_json_index payment = list != PE_JSON_NONE ? pe_json_get_first (self->document.json, list) : PE_JSON_NONE;
           payment != PE_JSON_NONE && self->status == PE_OK; payment = pe_json_get_next (self->document.json, payment))
        {
          row to = { .n = 0, .number = *number + 1 };

          if (*number == 0)
            write_headers (self, PE_SHEET_PAYMENTS, provider);
          to.number += *number == 0;
          *number = to.number;
          add_text (&to, PE_SHEET_PAYMENTS, "procurement", contract->id);
          add_day (self, &to, PE_SHEET_PAYMENTS, "paid", get_member (self, payment, "date"));
          add_amount (self, &to, PE_SHEET_PAYMENTS, "amount", get_member (self, payment, "value"));
          finish (self, &to, provider);
        }
    }
}

/* The whole */

/* The next value of the document, in the order of its text; PE_JSON_NONE at the end. */
static pe_json_index
next_value (const pe_json *json, pe_json_index value)
{
  const pe_json_index first = pe_json_get_first (json, value);

  if (first != PE_JSON_NONE)
    return first;
  while (value != 0 && pe_json_get_next (json, value) == PE_JSON_NONE)
    value = pe_json_get_parent (json, value);
  return value != 0 ? pe_json_get_next (json, value) : PE_JSON_NONE;
}

/* What a procurement record has no place for. */
static void
count_left (reader *self)
{
  pe_buffer     count = PE_BUFFER_INIT;
  uint64_t      n = 0;
  pe_json_index first = PE_JSON_NONE;

  for (pe_json_index value = 0; value != PE_JSON_NONE; value = next_value (self->document.json, value))
    if (!self->taken[value] && pe_json_get_text (self->document.json, value, NULL) != NULL)
      {
        n++;
        if (first == PE_JSON_NONE)
          first = value;
      }
  pe_buffer_add_uint (&count, n);
  pe_buffer_add_char (&count, '\0');
  if (n > 0)
    pe_document_report (&self->document, first, PE_NOTE_NOT_TAKEN, "count", count.data, NULL);
  pe_buffer_clear (&count);
}

typedef void (*write_part) (reader *self, const pe_ocds_process *of, uint32_t *number, pe_provider *provider);

/* Merges process by process: what was merged of one is given back before the next one. */
static void
write_processes (reader *self, write_part write, uint32_t *number, pe_provider *provider)
{
  const pe_ocds_release *releases = self->releases.data;

  for (size_t i = 0, end; i < self->releases.size && self->status == PE_OK; i = end)
    {
      pe_ocds_process of = { .ocid = releases[i].ocid, .releases = &releases[i] };

      for (end = i + 1; end < self->releases.size && strcmp (releases[end].ocid, of.ocid) == 0; end++)
        ;
      of.n = end - i;
      self->status = pe_ocds_process_merge (&of, self->document.json);
      if (self->status == PE_OK)
        write (self, &of, number, provider);
      pe_ocds_process_clear (&of);
    }
}

static void
write_tables (reader *self, pe_provider *provider)
{
  uint32_t number = 1, payments = 0;

  self->status = pe_ocds_sort (&self->releases);
  if (self->status == PE_OK)
    write_headers (self, PE_SHEET_PROCUREMENT, provider);
  write_processes (self, write_process, &number, provider);
  write_processes (self, write_payments, &payments, provider);
  if (self->status == PE_OK)
    count_left (self);
}

static pe_status
read_document (reader *self, pe_provider *provider)
{
  if (self->document.json == NULL)
    return PE_OK; /* and the document knows why */
  self->taken = g_try_malloc0 (self->document.json->nodes.size + 1);
  if (self->taken == NULL)
    return PE_ERROR_NO_MEMORY;
  find_processes (self);
  if (self->status == PE_OK && pe_document_get_n_errors (&self->document) == 0)
    write_tables (self, provider);
  return self->status;
}

static pe_status
import_options (pe_ocds_options *out, const pe_ocds_options *theirs, pe_error **error)
{
  pe_status status;

  memset (out, 0, sizeof *out);
  if (theirs != NULL)
    {
      status = pe_struct_import (out, sizeof *out, theirs, sizeof *out, "options", error);
      if (status != PE_OK)
        return status;
    }
  if (out->reserved != 0)
    return pe_error_set_argument (error, "options.reserved", "0");
  if (out->currency == NULL)
    out->currency = "CNY";
  return PE_OK;
}

pe_status
pe_tables_from_ocds (pe_tables **out, const char *bytes, size_t size, const pe_ocds_options *options,
                     pe_findings **findings, pe_error **error)
{
  pe_ocds_options ours;
  reader          self = { .status = PE_OK };
  pe_provider    *provider = NULL;
  pe_error       *broken = NULL;
  pe_tables      *tables = NULL;
  pe_status       status;

  if (findings != NULL)
    *findings = pe_findings_get_empty ();
  status = import_options (&ours, options, error);
  if (status == PE_OK)
    status = pe_provider_new (&provider, ours.read, error);
  if (status != PE_OK)
    return status;
  self.currency = ours.currency;
  self.error = &broken;
  self.releases = (pe_vector) PE_VECTOR_INIT (pe_ocds_release);
  pe_document_open (&self.document, out != NULL, bytes, size, ours.read);
  if (read_document (&self, provider) != PE_OK)
    {
      if (broken != NULL)
        pe_document_take_error (&self.document, broken, 0);
      else
        pe_document_report_no_memory (&self.document);
    }
  if (pe_provider_finish (&tables, provider, NULL, NULL) == PE_ERROR_NO_MEMORY)
    pe_document_report_no_memory (&self.document);
  status = pe_document_close (&self.document, findings, error);
  if (status == PE_OK)
    *out = tables;
  else
    pe_tables_unref (tables);
  pe_vector_clear (&self.releases);
  g_free (self.taken);
  pe_provider_free (provider);
  return status;
}
