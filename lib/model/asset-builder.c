/* asset-builder.c - cards in, assets out
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../base/buffer-private.h"
#include "../base/date-private.h"
#include "../base/figure-private.h"
#include "../base/finding-private.h"
#include "asset-private.h"
#include "money-private.h"
#include "record-layout-private.h"

struct pe_assets_builder
{
  pe_arena  texts;
  pe_vector records; /* of pe_asset_record */
  pe_date   stocktake;
};

pe_status
pe_assets_builder_new (pe_assets_builder **out, const pe_assets *from, pe_error **error)
{
  pe_assets_builder *self;
  pe_status          status = PE_OK;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  self = g_try_new0 (pe_assets_builder, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  self->records.element_size = sizeof (pe_asset_record);
  if (from != NULL)
    {
      self->stocktake = from->stocktake;
      status = pe_assets_builder_add_many (self, from->records, from->n_records, error);
    }
  if (status != PE_OK)
    pe_assets_builder_free (self);
  else
    *out = self;
  return status;
}

void
pe_assets_builder_free (pe_assets_builder *self)
{
  if (self == NULL)
    return;
  pe_arena_clear (&self->texts);
  pe_vector_clear (&self->records);
  g_free (self);
}

static pe_status
take_record (void *record, const pe_intake *intake, pe_error **error)
{
  return pe_record_take (pe_record_layout_get (PE_RECORD_ASSET), record, intake, error);
}

pe_status
pe_assets_builder_add_many (pe_assets_builder *self, const pe_asset_record *items, size_t n, pe_error **error)
{
  const pe_record_layout *layout = pe_record_layout_get (PE_RECORD_ASSET);

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_intake_add_many (&self->records, &self->texts, layout->path, take_record, items, n, error);
}

pe_status
pe_assets_builder_set_stocktake (pe_assets_builder *self, pe_date date, pe_error **error)
{
  const pe_intake intake = { "/assets", PE_INTAKE_ALONE, 0, NULL, 0 };
  pe_status       status;

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  status = pe_intake_check_date (&intake, "stocktake", date, error);
  if (status == PE_OK)
    self->stocktake = date;
  return status;
}

static gboolean
copy_records (pe_assets *self, const pe_vector *records)
{
  gboolean failed = FALSE;

  self->records = g_try_new0 (pe_asset_record, records->size + 1);
  if (self->records == NULL)
    return FALSE;
  self->n_records = records->size;
  for (size_t i = 0; i < self->n_records; i++)
    {
      self->records[i] = *pe_vector_at (records, pe_asset_record, i);
      pe_record_keep_texts (pe_record_layout_get (PE_RECORD_ASSET), &self->records[i], &self->texts, &failed);
    }
  return !failed;
}

/* docs/digest.md, perfeval-assets/1. */
static gboolean
take_digest (pe_assets *self)
{
  pe_digest_stream *stream = pe_digest_stream_new ("perfeval-assets/1");

  if (stream == NULL)
    return FALSE;
  pe_digest_stream_add_int (stream, self->stocktake);
  pe_digest_stream_begin_list (stream, self->n_records);
  for (size_t i = 0; i < self->n_records; i++)
    pe_record_add_digest (pe_record_layout_get (PE_RECORD_ASSET), &self->records[i], 0, stream);
  pe_digest_stream_finish (stream, self->digest);
  return TRUE;
}

/* Both counted, or both valued, and not the same. */
static gboolean
differs (const pe_figure *book, const pe_figure *found)
{
  return book->state == PE_STATE_VALUE && found->state == PE_STATE_VALUE && pe_money_compare (book, found) != 0;
}

static void
report_difference (const pe_asset_record *record, size_t index, pe_collector *collector)
{
  const gboolean   by_count = differs (&record->book_count, &record->found_count);
  const pe_figure *book = by_count ? &record->book_count : &record->book_value;
  const pe_figure *found = by_count ? &record->found_count : &record->found_value;
  pe_buffer        buffer = PE_BUFFER_INIT;
  char            *path, *found_text, *book_text;
  pe_place         place;

  pe_buffer_add_string (&buffer, "/assets/records/");
  pe_buffer_add_uint (&buffer, index);
  pe_buffer_add_string (&buffer, by_count ? "/found_count" : "/found_value");
  path = pe_buffer_steal (&buffer);
  pe_figure_print (found, &buffer);
  found_text = pe_buffer_steal (&buffer);
  pe_figure_print (book, &buffer);
  book_text = pe_buffer_steal (&buffer);
  place = PE_PLACE_WHAT (path);
  if (path == NULL || found_text == NULL || book_text == NULL)
    pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_collector_add (collector, PE_NOTE_ASSET_DIFFERENCE, &place, "name", record->name, "found", found_text, "total",
                      book_text, NULL);
  g_free (path);
  g_free (found_text);
  g_free (book_text);
}

static void
check_assets (const pe_assets *self, pe_collector *collector)
{
  for (size_t i = 0; i < self->n_records; i++)
    {
      const pe_asset_record *record = &self->records[i];

      if (record->difference_reason == NULL
          && (differs (&record->book_count, &record->found_count)
              || differs (&record->book_value, &record->found_value)))
        report_difference (record, i, collector);
    }
}

pe_status
pe_assets_builder_build (pe_assets **out, const pe_assets_builder *self, pe_findings **findings, pe_error **error)
{
  pe_collector collector;
  pe_assets   *assets;
  pe_status    status;

  pe_collector_init (&collector, NULL);
  if (out == NULL || self == NULL)
    {
      pe_collector_add (&collector, PE_ERROR_INVALID_ARGUMENT, NULL, "name", out == NULL ? "out" : "self", "expected",
                        "not NULL", "expected_zh", "非空指针", NULL);
      return pe_collector_finish (&collector, findings, error);
    }
  assets = g_try_new0 (pe_assets, 1);
  if (assets != NULL)
    {
      assets->references = 1;
      assets->stocktake = self->stocktake;
    }
  if (assets == NULL || !copy_records (assets, &self->records) || !take_digest (assets))
    pe_collector_add (&collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    check_assets (assets, &collector);
  status = pe_collector_finish (&collector, findings, error);
  if (status == PE_OK)
    *out = assets;
  else
    pe_assets_unref (assets);
  return status;
}
