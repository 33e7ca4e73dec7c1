/* dossier-digest.c - the content of a dossier as a byte stream (docs/digest.md, perfeval-dossier/1)
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../base/digest-private.h"
#include "dossier-tables-private.h"

static void
add_head (pe_digest_stream *stream, const pe_dossier_head *head)
{
  pe_digest_stream_add_text (stream, head->unit_name);
  pe_digest_stream_add_text (stream, head->unit_code);
  pe_digest_stream_add_int (stream, head->fiscal_year);
  pe_digest_stream_add_int (stream, head->kind);
  pe_digest_stream_add_text (stream, head->place);
  pe_digest_stream_add_text (stream, head->source);
}

static void
add_parts (pe_digest_stream *stream, const pe_dossier *self)
{
  if (self->budget != NULL)
    {
      uint8_t digest[PE_DIGEST_SIZE];

      pe_budget_get_digest (self->budget, digest);
      pe_digest_stream_add_digest (stream, digest);
    }
  else
    pe_digest_stream_add_text (stream, NULL);
  if (self->procurement != NULL)
    {
      uint8_t digest[PE_DIGEST_SIZE];

      pe_procurement_get_digest (self->procurement, digest);
      pe_digest_stream_add_digest (stream, digest);
    }
  else
    pe_digest_stream_add_text (stream, NULL);
  if (self->prior != NULL)
    pe_digest_stream_add_digest (stream, self->prior->digest);
  else
    pe_digest_stream_add_text (stream, NULL);
}

static void
add_facts (pe_digest_stream *stream, const pe_dossier *self)
{
  size_t i;

  pe_digest_stream_begin_list (stream, self->n_facts);
  for (i = 0; i < self->n_facts; i++)
    {
      pe_digest_stream_add_text (stream, self->facts[i].indicator);
      pe_digest_stream_add_text (stream, self->facts[i].name);
      pe_digest_stream_add_figure (stream, &self->facts[i].figure);
      pe_digest_stream_add_text (stream, self->facts[i].text);
    }
}

static void
add_row (pe_digest_stream *stream, const pe_row *row)
{
  pe_digest_stream_add_text (stream, row->slot);
  pe_digest_stream_add_int (stream, row->parent);
  pe_digest_stream_add_text (stream, row->name);
  pe_digest_stream_add_int (stream, row->nature);
  pe_digest_stream_add_int (stream, row->sign);
  pe_digest_stream_add_text (stream, row->unit);
  pe_digest_stream_add_figure (stream, &row->marks);
  pe_digest_stream_add_figure (stream, &row->target);
  pe_digest_stream_add_text (stream, row->target_text);
  pe_digest_stream_add_figure (stream, &row->adjusted_target);
  pe_digest_stream_add_text (stream, row->adjusted_text);
  pe_digest_stream_add_figure (stream, &row->actual);
  pe_digest_stream_add_text (stream, row->actual_text);
  pe_digest_stream_add_text (stream, row->grade);
  pe_digest_stream_add_figure (stream, &row->score);
  pe_digest_stream_add_text (stream, row->reason);
  pe_digest_stream_add_text (stream, row->evidence);
  pe_digest_stream_add_int (stream, row->withdrawn);
}

static void
add_declared (pe_digest_stream *stream, const pe_dossier *self)
{
  size_t i;

  pe_digest_stream_begin_list (stream, self->n_declared);
  for (i = 0; i < self->n_declared; i++)
    {
      pe_digest_stream_add_text (stream, self->declared[i].indicator);
      pe_digest_stream_add_int (stream, self->declared[i].scorer);
      pe_digest_stream_add_decimal (stream, &self->declared[i].score);
      pe_digest_stream_add_text (stream, self->declared[i].evidence);
      pe_digest_stream_add_text (stream, self->declared[i].reason);
    }
}

static void
add_readings (pe_digest_stream *stream, const pe_dossier *self)
{
  size_t i;

  pe_digest_stream_begin_list (stream, self->n_readings);
  for (i = 0; i < self->n_readings; i++)
    {
      pe_digest_stream_add_text (stream, self->readings[i].path);
      pe_digest_stream_add_text (stream, self->readings[i].printed);
      pe_digest_stream_add_text (stream, self->readings[i].meaning);
    }
}

/* What came after the first dossiers stands at the end, under its name, and only where there is any. */
static void
add_adjustments (pe_digest_stream *stream, const pe_dossier *self)
{
  if (self->n_adjustments == 0)
    return;
  pe_digest_stream_add_text (stream, "adjustments");
  pe_digest_stream_begin_list (stream, self->n_adjustments);
  for (size_t i = 0; i < self->n_adjustments; i++)
    {
      const pe_adjustment *adjustment = &self->adjustments[i];

      pe_digest_stream_add_int (stream, adjustment->kind);
      pe_digest_stream_add_int (stream, adjustment->scorer);
      pe_digest_stream_add_text (stream, adjustment->indicator);
      pe_digest_stream_add_decimal (stream, &adjustment->points);
      pe_digest_stream_add_text (stream, adjustment->reason);
      pe_digest_stream_add_text (stream, adjustment->evidence);
    }
}

static void
add_events (pe_digest_stream *stream, const pe_dossier *self)
{
  if (self->n_events == 0)
    return;
  pe_digest_stream_add_text (stream, "events");
  pe_digest_stream_begin_list (stream, self->n_events);
  for (size_t i = 0; i < self->n_events; i++)
    {
      pe_digest_stream_add_text (stream, self->events[i].veto);
      pe_digest_stream_add_text (stream, self->events[i].evidence);
    }
}

static void
add_narratives (pe_digest_stream *stream, const pe_dossier *self)
{
  if (self->n_narratives == 0)
    return;
  pe_digest_stream_add_text (stream, "narrative");
  pe_digest_stream_begin_list (stream, self->n_narratives);
  for (size_t i = 0; i < self->n_narratives; i++)
    {
      pe_digest_stream_add_text (stream, self->narratives[i].section);
      pe_digest_stream_add_text (stream, self->narratives[i].text);
    }
}

static void
add_assets (pe_digest_stream *stream, const pe_dossier *self)
{
  uint8_t digest[PE_DIGEST_SIZE];

  if (self->assets == NULL)
    return;
  pe_assets_get_digest (self->assets, digest);
  pe_digest_stream_add_text (stream, "assets");
  pe_digest_stream_add_digest (stream, digest);
}

static void
add_registers (pe_digest_stream *stream, const pe_dossier *self)
{
  if (self->n_registers == 0)
    return;
  pe_digest_stream_add_text (stream, "registers");
  pe_digest_stream_begin_list (stream, self->n_registers);
  for (size_t i = 0; i < self->n_registers; i++)
    {
      uint8_t digest[PE_DIGEST_SIZE];

      pe_register_get_digest (self->registers[i], digest);
      pe_digest_stream_add_digest (stream, digest);
    }
}

gboolean
pe_dossier_take_digest (pe_dossier *self)
{
  pe_digest_stream *stream = pe_digest_stream_new ("perfeval-dossier/1");
  size_t            i;

  if (stream == NULL)
    return FALSE;
  add_head (stream, &self->head);
  add_parts (stream, self);
  add_facts (stream, self);
  pe_digest_stream_begin_list (stream, self->n_rows);
  for (i = 0; i < self->n_rows; i++)
    add_row (stream, &self->rows[i]);
  add_declared (stream, self);
  add_readings (stream, self);
  add_adjustments (stream, self);
  add_events (stream, self);
  add_assets (stream, self);
  add_registers (stream, self);
  add_narratives (stream, self);
  pe_digest_stream_finish (stream, self->digest);
  return TRUE;
}
