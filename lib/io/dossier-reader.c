/* dossier-reader.c - a dossier from JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "dossier-reader-private.h"

#include <string.h>

#include "../base/date-private.h"
#include "../model/dossier-private.h"
#include "figure-reader-private.h"

#define FORMAT "perfeval-dossier/1"

enum
{
  DOSSIER_FORMAT,
  DOSSIER_UNIT,
  DOSSIER_FISCAL_YEAR,
  DOSSIER_KIND,
  DOSSIER_PLACE,
  DOSSIER_SOURCE,
  DOSSIER_MONEY_UNIT,
  DOSSIER_BUDGET,
  DOSSIER_PROCUREMENT,
  DOSSIER_ASSETS,
  DOSSIER_REGISTERS,
  DOSSIER_FACTS,
  DOSSIER_ROWS,
  DOSSIER_DECLARED,
  DOSSIER_READINGS,
  DOSSIER_ADJUSTMENTS,
  DOSSIER_EVENTS,
  DOSSIER_NARRATIVE,
  DOSSIER_PRIOR,
  N_DOSSIER
};

/* The format is checked first, and a prior dossier has none. */
static const pe_member_rule dossier_members[N_DOSSIER] = {
  { "format", PE_MEMBER_OPTIONAL },      { "unit", PE_MEMBER_REQUIRED },      { "fiscal_year", PE_MEMBER_REQUIRED },
  { "kind", PE_MEMBER_REQUIRED },        { "place", PE_MEMBER_OPTIONAL },     { "source", PE_MEMBER_OPTIONAL },
  { "money_unit", PE_MEMBER_OPTIONAL },  { "budget", PE_MEMBER_OPTIONAL },    { "procurement", PE_MEMBER_OPTIONAL },
  { "assets", PE_MEMBER_OPTIONAL },      { "registers", PE_MEMBER_OPTIONAL }, { "facts", PE_MEMBER_OPTIONAL },
  { "rows", PE_MEMBER_OPTIONAL },        { "declared", PE_MEMBER_OPTIONAL },  { "readings", PE_MEMBER_OPTIONAL },
  { "adjustments", PE_MEMBER_OPTIONAL }, { "events", PE_MEMBER_OPTIONAL },    { "narrative", PE_MEMBER_OPTIONAL },
  { "prior", PE_MEMBER_OPTIONAL },
};

static const pe_member_rule unit_members[] = { { "name", PE_MEMBER_REQUIRED }, { "code", PE_MEMBER_OPTIONAL } };

/* A dossier, or one that is the prior of another, under way. */
typedef struct
{
  pe_json_index       value;
  pe_json_index       prior;
  pe_unit             money_unit;
  gboolean            has_head;
  pe_dossier_builder *builder;
  /* What it need not say, in a rulebook's case; else NULL. */
  const pe_dossier_head *defaults;
} level;

static void
use_defaults (pe_dossier_head *head, const pe_json_index members[N_DOSSIER], const pe_dossier_head *defaults)
{
  if (members[DOSSIER_UNIT] == PE_JSON_NONE)
    head->unit_name = defaults->unit_name;
  if (members[DOSSIER_FISCAL_YEAR] == PE_JSON_NONE)
    head->fiscal_year = defaults->fiscal_year;
  if (members[DOSSIER_KIND] == PE_JSON_NONE)
    head->kind = defaults->kind;
}

static void
read_head (pe_document *document, const pe_json_index members[N_DOSSIER], pe_dossier_head *head)
{
  pe_json_index unit[2] = { PE_JSON_NONE, PE_JSON_NONE };

  pe_dossier_head_init (head, sizeof *head);
  if (members[DOSSIER_UNIT] != PE_JSON_NONE)
    pe_document_read_object (document, members[DOSSIER_UNIT], unit_members, 2, PE_ERROR_MEMBER_UNKNOWN, unit);
  head->unit_name = pe_document_read_text (document, unit[0]);
  head->unit_code = pe_document_read_text (document, unit[1]);
  head->fiscal_year = pe_document_read_int (document, members[DOSSIER_FISCAL_YEAR], PE_YEAR_MIN, PE_YEAR_MAX);
  head->kind = pe_document_read_word (document, members[DOSSIER_KIND], pe_words_kind);
  head->place = pe_document_read_text (document, members[DOSSIER_PLACE]);
  head->source = pe_document_read_text (document, members[DOSSIER_SOURCE]);
}

static void
set_head (pe_document *document, level *self, const pe_json_index members[N_DOSSIER])
{
  const uint64_t  n_errors = pe_document_get_n_errors (document);
  pe_dossier_head head;
  pe_error       *error = NULL;

  read_head (document, members, &head);
  if (self->defaults != NULL)
    use_defaults (&head, members, self->defaults);
  /* What is missing was reported with the object that it is missing from. */
  if (pe_document_get_n_errors (document) > n_errors || head.unit_name == NULL || head.fiscal_year == 0
      || head.kind == 0)
    return;
  self->has_head = pe_dossier_builder_set_head (self->builder, &head, &error) == PE_OK;
  if (!self->has_head)
    pe_document_take_path_error (document, error, self->value);
}

static void
set_budget (pe_document *document, const level *self, pe_json_index value)
{
  pe_budget *budget = value != PE_JSON_NONE ? pe_budget_read (document, value, self->value, self->money_unit) : NULL;
  pe_error  *error = NULL;

  if (budget != NULL && pe_dossier_builder_set_budget (self->builder, budget, &error) != PE_OK)
    pe_document_take_error (document, error, value);
  pe_budget_unref (budget);
}

static void
set_procurement (pe_document *document, const level *self, pe_json_index value)
{
  pe_procurement *procurement
      = value != PE_JSON_NONE ? pe_procurement_read (document, value, self->value, self->money_unit) : NULL;
  pe_error *error = NULL;

  if (procurement != NULL && pe_dossier_builder_set_procurement (self->builder, procurement, &error) != PE_OK)
    pe_document_take_error (document, error, value);
  pe_procurement_unref (procurement);
}

static void
set_assets (pe_document *document, const level *self, pe_json_index value)
{
  pe_assets *assets = value != PE_JSON_NONE ? pe_assets_read (document, value, self->value, self->money_unit) : NULL;
  pe_error  *error = NULL;

  if (assets != NULL && pe_dossier_builder_set_assets (self->builder, assets, &error) != PE_OK)
    pe_document_take_error (document, error, value);
  pe_assets_unref (assets);
}

/* Reads everything but the prior dossier. first: the first of the members that this dossier may have. */
static void
read_level (pe_document *document, level *self, size_t first)
{
  pe_json_index  members[N_DOSSIER] = { PE_JSON_NONE };
  pe_member_rule rules[N_DOSSIER];

  memcpy (rules, dossier_members, sizeof rules);
  for (size_t i = 0; self->defaults != NULL && i < N_DOSSIER; i++)
    rules[i].presence = PE_MEMBER_OPTIONAL;
  pe_document_read_object (
      document, self->value, rules + first, N_DOSSIER - first, PE_ERROR_MEMBER_UNKNOWN, members + first);
  set_head (document, self, members);
  if (members[DOSSIER_MONEY_UNIT] != PE_JSON_NONE)
    self->money_unit = pe_figure_read_money_unit (document, members[DOSSIER_MONEY_UNIT]);
  /* Without the unit every amount would be reported as well. */
  if (members[DOSSIER_MONEY_UNIT] == PE_JSON_NONE || self->money_unit != PE_UNIT_NONE)
    {
      set_budget (document, self, members[DOSSIER_BUDGET]);
      set_procurement (document, self, members[DOSSIER_PROCUREMENT]);
      set_assets (document, self, members[DOSSIER_ASSETS]);
    }
  pe_registers_read (document, members[DOSSIER_REGISTERS], self->builder);
  pe_facts_read (document, members[DOSSIER_FACTS], self->builder);
  pe_rows_read (document, members[DOSSIER_ROWS], self->builder);
  pe_declared_read (document, members[DOSSIER_DECLARED], self->builder);
  pe_readings_read (document, members[DOSSIER_READINGS], self->builder);
  pe_adjustments_read (document, members[DOSSIER_ADJUSTMENTS], self->builder);
  pe_events_read (document, members[DOSSIER_EVENTS], self->builder);
  pe_narratives_read (document, members[DOSSIER_NARRATIVE], self->builder);
  self->prior = members[DOSSIER_PRIOR];
}

/* Reads a dossier and the prior ones, each below the one before. FALSE when memory ran out. defaults: of the first;
 * nullable. */
static gboolean
read_levels (pe_document *document, pe_vector *levels, pe_json_index value, const pe_dossier_head *defaults)
{
  const gboolean has_format = defaults == NULL;

  do
    {
      level next = { value, PE_JSON_NONE, PE_UNIT_NONE, FALSE, NULL, defaults };

      if (pe_dossier_builder_new (&next.builder, NULL, NULL) != PE_OK || pe_vector_push (levels, &next) != PE_OK)
        {
          pe_dossier_builder_free (next.builder);
          pe_document_report_no_memory (document);
          return FALSE;
        }
      read_level (document, pe_vector_at (levels, level, levels->size - 1),
                  has_format && levels->size == 1 ? DOSSIER_FORMAT : DOSSIER_UNIT);
      value = pe_vector_at (levels, level, levels->size - 1)->prior;
      defaults = NULL;
    }
  while (value != PE_JSON_NONE);
  return TRUE;
}

/* Places of everything in the whole document; of a prior one, of its own part alone. */
static gboolean
give_places (pe_document *document, const level *self, gboolean is_whole)
{
  pe_place_map *map = pe_document_map_places (document, self->value, is_whole ? PE_JSON_NONE : self->prior);

  if (map != NULL)
    pe_dossier_builder_take_places (self->builder, map);
  return map != NULL;
}

/* prior: nullable. NULL when a fault was reported. The places of a case's dossier are those of its rulebook. */
static pe_dossier *
build_level (pe_document *document, const level *self, gboolean is_whole, gboolean is_of_case, pe_dossier *prior)
{
  pe_dossier  *dossier = NULL;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;

  if (!is_of_case && pe_document_get_n_errors (document) == 0 && !give_places (document, self, is_whole))
    return NULL;
  if (pe_dossier_builder_set_prior (self->builder, prior, &error) == PE_OK)
    pe_dossier_builder_build (&dossier, self->builder, &findings, &error);
  pe_document_take_findings (document, findings, error, self->value);
  return dossier;
}

/* From the earliest year on. What was reported before does not keep a dossier from being checked, unless it is its head. */
static pe_dossier *
build_levels (pe_document *document, const pe_vector *levels, gboolean is_of_case)
{
  pe_dossier *dossier = NULL;

  for (size_t i = levels->size; i-- > 0;)
    {
      const level *self = pe_vector_at (levels, level, i);
      pe_dossier  *prior = dossier;

      dossier = self->has_head ? build_level (document, self, i == 0, is_of_case, prior) : NULL;
      pe_dossier_unref (prior);
    }
  return dossier;
}

/* defaults: nullable; else it is the dossier of a rulebook's case. */
static pe_dossier *
read_dossier (pe_document *document, pe_json_index value, const pe_dossier_head *defaults)
{
  pe_vector   levels = PE_VECTOR_INIT (level);
  pe_dossier *dossier = NULL;

  if (read_levels (document, &levels, value, defaults))
    dossier = build_levels (document, &levels, defaults != NULL);
  for (size_t i = 0; i < levels.size; i++)
    pe_dossier_builder_free (pe_vector_at (&levels, level, i)->builder);
  pe_vector_clear (&levels);
  return dossier;
}

pe_dossier *
pe_dossier_read (pe_document *document, pe_json_index value)
{
  return read_dossier (document, value, NULL);
}

pe_dossier *
pe_case_dossier_read (pe_document *document, pe_json_index value, const pe_dossier_head *defaults)
{
  return read_dossier (document, value, defaults);
}

pe_status
pe_dossier_from_json (pe_dossier **out, const char *bytes, size_t size, const pe_read_options *options,
                      pe_findings **findings, pe_error **error)
{
  pe_document document;
  pe_dossier *dossier = NULL;
  pe_status   status;

  pe_document_open (&document, out != NULL, bytes, size, options);
  if (document.json != NULL && pe_document_check_format (&document, FORMAT))
    dossier = read_dossier (&document, 0, NULL);
  status = pe_document_close (&document, findings, error);
  if (status == PE_OK)
    *out = dossier;
  else
    pe_dossier_unref (dossier);
  return status;
}
