/* dossier-writer.c - a dossier as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../model/asset-private.h"
#include "../model/budget-private.h"
#include "../model/dossier-private.h"
#include "../model/procurement-table-private.h"
#include "../model/register-private.h"
#include "adjustment-writer-private.h"
#include "record-reader-private.h"
#include "rulebook-writer-private.h"

/* The unit of amounts: one that all of them have is said once, else each says its own. */

static gboolean
budget_has_unit (const pe_budget *budget, pe_unit *unit)
{
  pe_three_public_line item;

  for (size_t i = 0; i < pe_budget_get_n_lines (budget); i++)
    {
      const pe_budget_line *line = pe_budget_peek_line (budget, i);

      if (!pe_record_has_unit (pe_record_layout_get (PE_RECORD_BUDGET_LINE), line, unit))
        return FALSE;
      for (uint32_t k = 0; k < line->n_months; k++)
        if (!pe_figure_has_unit (&line->months[k], unit))
          return FALSE;
    }
  pe_three_public_line_init (&item, sizeof item);
  for (size_t i = 0; i < pe_budget_get_n_three_public (budget); i++)
    if (pe_budget_get_three_public (&item, budget, i, NULL) != PE_OK
        || !pe_record_has_unit (pe_record_layout_get (PE_RECORD_THREE_PUBLIC), &item, unit))
      return FALSE;
  return TRUE;
}

static gboolean
summary_has_unit (const pe_procurement_summary *summary, pe_unit *unit)
{
  return pe_figure_has_unit (&summary->budget, unit) && pe_figure_has_unit (&summary->reserved_for_sme, unit)
         && pe_figure_has_unit (&summary->contracts, unit) && pe_figure_has_unit (&summary->sme_contracts, unit);
}

static gboolean
procurement_has_unit (const pe_procurement *procurement, pe_unit *unit)
{
  if (procurement == NULL)
    return TRUE;
  for (size_t i = 0; i < pe_procurement_get_n_records (procurement); i++)
    if (!pe_record_has_unit (pe_record_layout_get (PE_RECORD_PROCUREMENT), pe_procurement_peek_record (procurement, i),
                             unit))
      return FALSE;
  for (size_t i = 0; i < pe_procurement_get_n_payments (procurement); i++)
    if (!pe_figure_has_unit (&procurement->payments[i].amount, unit))
      return FALSE;
  return summary_has_unit (pe_procurement_peek_summary (procurement), unit);
}

static gboolean
assets_have_unit (const pe_assets *assets, pe_unit *unit)
{
  for (size_t i = 0; i < pe_assets_get_n_records (assets); i++)
    if (!pe_record_has_unit (pe_record_layout_get (PE_RECORD_ASSET), pe_assets_peek_record (assets, i), unit))
      return FALSE;
  return TRUE;
}

/* PE_UNIT_NONE when they differ, or when there are no amounts. */
static pe_unit
find_money_unit (const pe_dossier *dossier)
{
  pe_unit unit = PE_UNIT_NONE;

  if (budget_has_unit (pe_dossier_get_budget (dossier), &unit)
      && procurement_has_unit (pe_dossier_get_procurement (dossier), &unit)
      && assets_have_unit (pe_dossier_get_assets (dossier), &unit))
    return unit;
  return PE_UNIT_NONE;
}

/* Budget */

typedef struct
{
  const pe_budget *budget;
  pe_unit          unit;
} budget_data;

static uint32_t
line_parent (const void *data, size_t index)
{
  return pe_budget_peek_line (((const budget_data *) data)->budget, index)->parent;
}

static void
write_line (pe_writer *self, const void *data, size_t index)
{
  const budget_data    *budget = data;
  const pe_budget_line *line = pe_budget_peek_line (budget->budget, index);

  pe_writer_record (self, pe_record_layout_get (PE_RECORD_BUDGET_LINE), line, budget->unit);
  if (line->n_months == 0)
    return;
  pe_json_writer_name (&self->json, "months");
  pe_json_writer_begin_array (&self->json);
  for (uint32_t i = 0; i < line->n_months; i++)
    pe_writer_figure (self, &line->months[i], NULL, budget->unit);
  pe_json_writer_end_array (&self->json);
}

static void
write_three_public (pe_writer *self, const pe_budget *budget, pe_unit unit)
{
  pe_three_public_line line;

  if (pe_budget_get_n_three_public (budget) == 0 || !pe_writer_can_nest (self, 2))
    return;
  pe_three_public_line_init (&line, sizeof line);
  pe_json_writer_name (&self->json, "three_public");
  pe_json_writer_begin_object (&self->json);
  for (size_t i = 0; i < pe_budget_get_n_three_public (budget); i++)
    {
      (void) pe_budget_get_three_public (&line, budget, i, NULL);
      pe_json_writer_name (&self->json, pe_record_kind_get_word (PE_RECORD_THREE_PUBLIC, 0, line.item));
      pe_json_writer_begin_object (&self->json);
      pe_writer_member_figure (self, "initial", &line.initial, NULL, unit);
      pe_writer_member_figure (self, "adjusted", &line.adjusted, NULL, unit);
      pe_writer_member_figure (self, "executed", &line.executed, NULL, unit);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_object (&self->json);
}

static void
write_budget (pe_writer *self, const pe_budget *budget, pe_unit unit)
{
  const budget_data data = { budget, unit };
  pe_tree           tree;

  if (budget == NULL)
    return;
  if (!pe_tree_init (&tree, pe_budget_get_n_lines (budget), line_parent, &data))
    {
      self->status = PE_ERROR_NO_MEMORY;
      return;
    }
  if (pe_writer_can_nest (self, 2))
    {
      pe_json_writer_name (&self->json, "budget");
      pe_json_writer_begin_object (&self->json);
      pe_writer_tree (self, &tree, "lines", "lines", 2, line_parent, write_line, &data);
      write_three_public (self, budget, unit);
      pe_json_writer_end_object (&self->json);
    }
  pe_tree_clear (&tree);
}

/* Procurement */

static void
write_payments (pe_writer *self, const pe_procurement *procurement, size_t record, pe_unit unit)
{
  size_t       first;
  const size_t n = pe_procurement_find_payments (procurement, record, &first);

  if (n == 0)
    return;
  pe_json_writer_name (&self->json, "payments");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < n; i++)
    {
      pe_json_writer_begin_object (&self->json);
      pe_writer_record (self, pe_record_layout_get (PE_RECORD_PAYMENT), &procurement->payments[first + i], unit);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
}

static void
write_record (pe_writer *self, const pe_procurement *procurement, size_t index, pe_unit unit)
{
  pe_json_writer_begin_object (&self->json);
  pe_writer_record (self, pe_record_layout_get (PE_RECORD_PROCUREMENT), pe_procurement_peek_record (procurement, index),
                    unit);
  write_payments (self, procurement, index, unit);
  pe_json_writer_end_object (&self->json);
}

static void
write_records (pe_writer *self, const pe_procurement *procurement, pe_unit unit)
{
  const size_t n = pe_procurement_get_n_records (procurement);

  if (n == 0)
    return;
  pe_json_writer_name (&self->json, "records");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < n; i++)
    write_record (self, procurement, i, unit);
  pe_json_writer_end_array (&self->json);
}

static gboolean
is_given (const pe_figure *figure)
{
  return figure->state != PE_STATE_MISSING || figure->unit != PE_UNIT_NONE;
}

static void
write_summary (pe_writer *self, const pe_procurement_summary *summary, pe_unit unit)
{
  if (!is_given (&summary->budget) && !is_given (&summary->reserved_for_sme) && !is_given (&summary->contracts)
      && !is_given (&summary->sme_contracts))
    return;
  pe_json_writer_name (&self->json, "summary");
  pe_json_writer_begin_object (&self->json);
  pe_writer_member_figure (self, "budget", &summary->budget, NULL, unit);
  pe_writer_member_figure (self, "reserved_for_sme", &summary->reserved_for_sme, NULL, unit);
  pe_writer_member_figure (self, "contracts", &summary->contracts, NULL, unit);
  pe_writer_member_figure (self, "sme_contracts", &summary->sme_contracts, NULL, unit);
  pe_json_writer_end_object (&self->json);
}

static void
write_procurement (pe_writer *self, const pe_procurement *procurement, pe_unit unit)
{
  if (procurement == NULL || !pe_writer_can_nest (self, 6))
    return;
  pe_json_writer_name (&self->json, "procurement");
  pe_json_writer_begin_object (&self->json);
  write_records (self, procurement, unit);
  write_summary (self, pe_procurement_peek_summary (procurement), unit);
  pe_json_writer_end_object (&self->json);
}

/* Assets and registers */

static void
write_assets (pe_writer *self, const pe_assets *assets, pe_unit unit)
{
  const size_t n = pe_assets_get_n_records (assets);

  if (assets == NULL || !pe_writer_can_nest (self, 4))
    return;
  pe_json_writer_name (&self->json, "assets");
  pe_json_writer_begin_object (&self->json);
  pe_writer_member_date (self, "stocktake", pe_assets_get_stocktake (assets));
  if (n > 0)
    {
      pe_json_writer_name (&self->json, "records");
      pe_json_writer_begin_array (&self->json);
      for (size_t i = 0; i < n; i++)
        {
          pe_json_writer_begin_object (&self->json);
          pe_writer_record (self, pe_record_layout_get (PE_RECORD_ASSET), pe_assets_peek_record (assets, i), unit);
          pe_json_writer_end_object (&self->json);
        }
      pe_json_writer_end_array (&self->json);
    }
  pe_json_writer_end_object (&self->json);
}

static void
write_columns (pe_writer *self, const pe_register *table)
{
  pe_json_writer_name (&self->json, "columns");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < table->n_columns; i++)
    {
      const pe_register_column *column = &table->columns[i];

      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_string (&self->json, "id", column->id);
      pe_json_writer_member_string (&self->json, "name", column->name);
      pe_writer_member_word (self, "type", pe_words_column_type, column->type);
      if (column->unit != PE_UNIT_NONE)
        pe_json_writer_member_string (&self->json, "unit", pe_unit_get_name (column->unit));
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
}

static void
write_cell (pe_writer *self, const pe_register_column *column, const pe_register_cell *cell)
{
  if (cell->date != 0)
    pe_writer_member_date (self, column->id, cell->date);
  else if (cell->text != NULL)
    pe_json_writer_member_string (&self->json, column->id, cell->text);
  else
    pe_writer_member_figure (self, column->id, &cell->figure, NULL, column->unit);
}

static void
write_register (pe_writer *self, const pe_register *table)
{
  pe_json_writer_name (&self->json, table->id);
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "title", table->title);
  write_columns (self, table);
  pe_json_writer_name (&self->json, "rows");
  pe_json_writer_begin_array (&self->json);
  for (size_t row = 0; row < table->n_rows; row++)
    {
      pe_json_writer_begin_object (&self->json);
      for (size_t i = 0; i < table->n_columns; i++)
        write_cell (self, &table->columns[i], pe_register_peek_cell (table, row, i));
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
  pe_json_writer_end_object (&self->json);
}

static void
write_registers (pe_writer *self, const pe_dossier *dossier)
{
  const size_t n = pe_dossier_get_n_registers (dossier);

  if (n == 0 || !pe_writer_can_nest (self, 5))
    return;
  pe_json_writer_name (&self->json, "registers");
  pe_json_writer_begin_object (&self->json);
  for (size_t i = 0; i < n; i++)
    write_register (self, pe_dossier_get_register (dossier, i));
  pe_json_writer_end_object (&self->json);
}

/* Facts: those of one indicator stand together. */

static void
write_facts (pe_writer *self, const pe_dossier *dossier)
{
  const size_t n = pe_dossier_get_n_facts (dossier);
  const char  *indicator = NULL;

  if (n == 0 || !pe_writer_can_nest (self, 3))
    return;
  pe_json_writer_name (&self->json, "facts");
  pe_json_writer_begin_object (&self->json);
  for (size_t i = 0; i < n; i++)
    {
      const pe_fact *fact = pe_dossier_peek_fact (dossier, i);

      if (indicator == NULL || strcmp (indicator, fact->indicator) != 0)
        {
          if (indicator != NULL)
            pe_json_writer_end_object (&self->json);
          indicator = fact->indicator;
          pe_json_writer_name (&self->json, indicator);
          pe_json_writer_begin_object (&self->json);
        }
      if (fact->figure.state == PE_STATE_MISSING && fact->figure.unit == PE_UNIT_NONE)
        {
          /* A fact that was left empty is another thing than no fact. */
          pe_json_writer_name (&self->json, fact->name);
          pe_json_writer_null (&self->json);
        }
      else
        pe_writer_member_figure (self, fact->name, &fact->figure, fact->text, PE_UNIT_NONE);
    }
  pe_json_writer_end_object (&self->json);
  pe_json_writer_end_object (&self->json);
}

/* Rows */

typedef struct
{
  const pe_dossier *dossier;
  size_t            first; /* of the slot */
} slot_data;

static const pe_row *
peek_row (const void *data, size_t index)
{
  const slot_data *slot = data;

  return pe_dossier_peek_row (slot->dossier, slot->first + index);
}

static uint32_t
row_parent (const void *data, size_t index)
{
  return peek_row (data, index)->parent;
}

static void
write_row (pe_writer *self, const void *data, size_t index)
{
  const pe_row *row = peek_row (data, index);
  const pe_unit unit = pe_figure_find_unit (row->unit);

  pe_json_writer_member_string (&self->json, "name", row->name);
  pe_writer_member_word (self, "nature", pe_words_nature, row->nature);
  pe_writer_member_word (self, "sign", pe_words_sign, row->sign);
  pe_json_writer_member_string (&self->json, "unit", row->unit);
  pe_writer_member_figure (self, "marks", &row->marks, NULL, PE_UNIT_NONE);
  pe_writer_member_figure (self, "target", &row->target, row->target_text, unit);
  pe_writer_member_figure (self, "adjusted_target", &row->adjusted_target, row->adjusted_text, unit);
  pe_writer_member_figure (self, "actual", &row->actual, row->actual_text, unit);
  pe_json_writer_member_string (&self->json, "grade", row->grade);
  pe_writer_member_figure (self, "score", &row->score, NULL, PE_UNIT_NONE);
  pe_json_writer_member_string (&self->json, "reason", row->reason);
  pe_json_writer_member_string (&self->json, "evidence", row->evidence);
  if (!row->withdrawn)
    return;
  pe_json_writer_name (&self->json, "withdrawn");
  pe_json_writer_bool (&self->json, TRUE);
}

/* How many rows follow each other in one slot. */
static size_t
count_slot (const pe_dossier *dossier, size_t first)
{
  const char *slot = pe_dossier_peek_row (dossier, first)->slot;
  size_t      n = 1;

  while (first + n < pe_dossier_get_n_rows (dossier)
         && strcmp (pe_dossier_peek_row (dossier, first + n)->slot, slot) == 0)
    n++;
  return n;
}

static void
write_slot (pe_writer *self, const pe_dossier *dossier, size_t first, size_t n)
{
  const slot_data data = { dossier, first };
  pe_tree         tree;

  if (self->status != PE_OK)
    return;
  if (!pe_tree_init (&tree, n, row_parent, &data))
    {
      self->status = PE_ERROR_NO_MEMORY;
      return;
    }
  pe_writer_tree (self, &tree, pe_dossier_peek_row (dossier, first)->slot, "rows", 1, row_parent, write_row, &data);
  pe_tree_clear (&tree);
}

static void
write_rows (pe_writer *self, const pe_dossier *dossier)
{
  const size_t n = pe_dossier_get_n_rows (dossier);

  if (n == 0 || !pe_writer_can_nest (self, 2))
    return;
  pe_json_writer_name (&self->json, "rows");
  pe_json_writer_begin_object (&self->json);
  for (size_t first = 0, n_slot; first < n; first += n_slot)
    {
      n_slot = count_slot (dossier, first);
      write_slot (self, dossier, first, n_slot);
    }
  pe_json_writer_end_object (&self->json);
}

/* Declared scores and readings */

static void
write_declared (pe_writer *self, const pe_dossier *dossier)
{
  const size_t n = pe_dossier_get_n_declared_scores (dossier);

  if (n == 0 || !pe_writer_can_nest (self, 2))
    return;
  pe_json_writer_name (&self->json, "declared");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < n; i++)
    {
      const pe_declared_score *declared = pe_dossier_peek_declared_score (dossier, i);

      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_string (&self->json, "indicator", declared->indicator);
      pe_writer_member_word (self, "scorer", pe_words_scorer, declared->scorer);
      pe_json_writer_member_decimal (&self->json, "score", &declared->score);
      pe_json_writer_member_string (&self->json, "evidence", declared->evidence);
      pe_json_writer_member_string (&self->json, "reason", declared->reason);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
}

static void
write_readings (pe_writer *self, const pe_dossier *dossier)
{
  const size_t n = pe_dossier_get_n_readings (dossier);
  pe_reading   reading;

  if (n == 0 || !pe_writer_can_nest (self, 2))
    return;
  pe_reading_init (&reading, sizeof reading);
  pe_json_writer_name (&self->json, "readings");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < n; i++)
    {
      pe_dossier_get_reading (&reading, dossier, i, NULL);
      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_string (&self->json, "path", reading.path);
      pe_json_writer_member_string (&self->json, "printed", reading.printed);
      pe_json_writer_member_string (&self->json, "meaning", reading.meaning);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
}

/* The whole */

static void
write_head (pe_writer *self, const pe_dossier_head *head, pe_unit money_unit)
{
  pe_json_writer_name (&self->json, "unit");
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "name", head->unit_name);
  pe_json_writer_member_string (&self->json, "code", head->unit_code);
  pe_json_writer_end_object (&self->json);
  pe_json_writer_member_int (&self->json, "fiscal_year", head->fiscal_year);
  pe_writer_member_word (self, "kind", pe_words_kind, head->kind);
  pe_json_writer_member_string (&self->json, "place", head->place);
  pe_json_writer_member_string (&self->json, "source", head->source);
  if (money_unit != PE_UNIT_NONE)
    pe_json_writer_member_string (&self->json, "money_unit", pe_unit_get_name (money_unit));
}

static void
write_narratives (pe_writer *self, const pe_dossier *dossier)
{
  const size_t n = pe_dossier_get_n_narratives (dossier);

  if (n == 0 || !pe_writer_can_nest (self, 2))
    return;
  pe_json_writer_name (&self->json, "narrative");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < n; i++)
    {
      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_string (&self->json, "section", pe_dossier_peek_narrative (dossier, i)->section);
      pe_json_writer_member_string (&self->json, "text", pe_dossier_peek_narrative (dossier, i)->text);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
}

static void
write_content (pe_writer *self, const pe_dossier *dossier)
{
  const pe_unit money_unit = find_money_unit (dossier);

  write_head (self, pe_dossier_peek_head (dossier), money_unit);
  write_budget (self, pe_dossier_get_budget (dossier), money_unit);
  write_procurement (self, pe_dossier_get_procurement (dossier), money_unit);
  write_assets (self, pe_dossier_get_assets (dossier), money_unit);
  write_registers (self, dossier);
  write_facts (self, dossier);
  write_rows (self, dossier);
  write_declared (self, dossier);
  write_readings (self, dossier);
  pe_writer_dossier_adjustments (self, dossier);
  write_narratives (self, dossier);
}

/* What stood before it, below it and one in the other; answers how many objects are open now. */
static size_t
write_priors (pe_writer *self, const pe_dossier *dossier)
{
  size_t n = 0;

  for (dossier = pe_dossier_get_prior (dossier); dossier != NULL && pe_writer_can_nest (self, 2);
       dossier = pe_dossier_get_prior (dossier))
    {
      pe_json_writer_name (&self->json, "prior");
      pe_json_writer_begin_object (&self->json);
      write_content (self, dossier);
      n++;
    }
  return n;
}

void
pe_writer_case_dossier (pe_writer *self, const pe_dossier *dossier)
{
  size_t n_open;

  if (!pe_writer_can_nest (self, 2))
    return;
  pe_json_writer_begin_object (&self->json);
  write_content (self, dossier);
  for (n_open = write_priors (self, dossier) + 1; n_open > 0 && self->status == PE_OK; n_open--)
    pe_json_writer_end_object (&self->json);
}

pe_status
pe_dossier_to_json (pe_text **out, const pe_dossier *self, pe_error **error)
{
  pe_writer writer;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  pe_writer_init (&writer);
  pe_json_writer_begin_object (&writer.json);
  pe_json_writer_member_string (&writer.json, "format", "perfeval-dossier/1");
  write_content (&writer, self);
  write_priors (&writer, self);
  while (writer.json.depth > 0 && writer.status == PE_OK)
    pe_json_writer_end_object (&writer.json);
  return pe_writer_finish (&writer, out, error);
}
