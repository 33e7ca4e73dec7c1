/* dossier-builder.c - records in, a checked dossier out
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../base/date-private.h"
#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "adjustment-private.h"
#include "dossier-tables-private.h"
#include "facts-private.h"
#include "narrative-private.h"
#include "order-private.h"
#include "register-private.h"

struct pe_dossier_builder
{
  pe_arena        texts;
  pe_arena        head_texts; /* apart, since a head may be replaced */
  pe_dossier_head head;
  gboolean        has_head;
  pe_budget      *budget;
  pe_procurement *procurement;
  pe_assets      *assets;
  pe_vector       registers; /* of pe_register * */
  pe_dossier     *prior;
  pe_place_map   *places;
  pe_vector       facts;
  pe_vector       rows;
  pe_vector       declared;
  pe_vector       readings;
  pe_vector       adjustments;
  pe_vector       events;
  pe_vector       narratives;
};

static pe_status
add_from (pe_dossier_builder *self, const pe_dossier *from, pe_error **error)
{
  pe_status status = pe_dossier_builder_set_head (self, &from->head, error);

  if (status == PE_OK)
    status = pe_dossier_builder_add_facts (self, from->facts, from->n_facts, error);
  if (status == PE_OK)
    status = pe_dossier_builder_add_rows (self, from->rows, from->n_rows, error);
  if (status == PE_OK)
    status = pe_dossier_builder_add_declared_scores (self, from->declared, from->n_declared, error);
  if (status == PE_OK)
    status = pe_dossier_builder_add_readings (self, from->readings, from->n_readings, error);
  if (status == PE_OK)
    status = pe_dossier_builder_add_adjustments (self, from->adjustments, from->n_adjustments, error);
  if (status == PE_OK)
    status = pe_dossier_builder_add_events (self, from->events, from->n_events, error);
  if (status == PE_OK)
    status = pe_dossier_builder_add_narratives (self, from->narratives, from->n_narratives, error);
  self->budget = pe_budget_ref (from->budget);
  self->procurement = pe_procurement_ref (from->procurement);
  self->assets = pe_assets_ref (from->assets);
  if (status == PE_OK)
    status = pe_dossier_builder_add_registers (self, from->registers, from->n_registers, error);
  self->prior = pe_dossier_ref (from->prior);
  return status;
}

pe_status
pe_dossier_builder_new (pe_dossier_builder **out, const pe_dossier *from, pe_error **error)
{
  pe_dossier_builder *self;
  pe_status           status;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  self = g_try_new0 (pe_dossier_builder, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  self->facts.element_size = sizeof (pe_fact);
  self->rows.element_size = sizeof (pe_row);
  self->declared.element_size = sizeof (pe_declared_score);
  self->readings.element_size = sizeof (pe_reading);
  self->adjustments.element_size = sizeof (pe_adjustment);
  self->events.element_size = sizeof (pe_event);
  self->narratives.element_size = sizeof (pe_narrative);
  self->registers.element_size = sizeof (pe_register *);
  status = from != NULL ? add_from (self, from, error) : PE_OK;
  if (status != PE_OK)
    pe_dossier_builder_free (self);
  else
    *out = self;
  return status;
}

void
pe_dossier_builder_free (pe_dossier_builder *self)
{
  if (self == NULL)
    return;
  pe_budget_unref (self->budget);
  pe_procurement_unref (self->procurement);
  pe_assets_unref (self->assets);
  for (size_t i = 0; i < self->registers.size; i++)
    pe_register_unref (*pe_vector_at (&self->registers, pe_register *, i));
  pe_vector_clear (&self->registers);
  pe_dossier_unref (self->prior);
  pe_place_map_free (self->places);
  pe_vector_clear (&self->facts);
  pe_vector_clear (&self->rows);
  pe_vector_clear (&self->declared);
  pe_vector_clear (&self->readings);
  pe_vector_clear (&self->adjustments);
  pe_vector_clear (&self->events);
  pe_vector_clear (&self->narratives);
  pe_arena_clear (&self->texts);
  pe_arena_clear (&self->head_texts);
  g_free (self);
}

static pe_status
take_head (pe_dossier_head *head, const pe_intake *intake, pe_error **error)
{
  pe_status status = pe_intake_take_text (intake, "unit/name", &head->unit_name, PE_INTAKE_REQUIRED, error);

  if (status == PE_OK)
    status = pe_intake_take_text (intake, "unit/code", &head->unit_code, PE_INTAKE_NULLABLE, error);
  if (status == PE_OK)
    status = pe_intake_take_text (intake, "place", &head->place, PE_INTAKE_NULLABLE, error);
  if (status == PE_OK)
    status = pe_intake_take_text (intake, "source", &head->source, PE_INTAKE_NULLABLE, error);
  if (status == PE_OK)
    status = pe_intake_check_range (intake, "fiscal_year", head->fiscal_year, PE_YEAR_MIN, PE_YEAR_MAX, error);
  if (status == PE_OK)
    status = pe_intake_check_range (intake, "kind", head->kind, PE_KIND_DEPARTMENT, PE_KIND_POLICY, error);
  if (status == PE_OK)
    status = pe_intake_check_range (intake, "reserved", head->reserved, 0, 0, error);
  return status;
}

pe_status
pe_dossier_builder_set_head (pe_dossier_builder *self, const pe_dossier_head *head, pe_error **error)
{
  pe_arena        texts = { NULL };
  const pe_intake intake = { "", PE_INTAKE_ALONE, 0, &texts, 0 };
  pe_dossier_head copy;
  pe_status       status;

  if (self == NULL || head == NULL)
    return pe_error_set_argument (error, self == NULL ? "self" : "head", "not NULL");
  status = pe_struct_import (&copy, sizeof copy, head, sizeof copy, "head", error);
  if (status == PE_OK)
    status = take_head (&copy, &intake, error);
  if (status != PE_OK)
    {
      pe_arena_clear (&texts);
      return status;
    }
  pe_arena_clear (&self->head_texts);
  self->head_texts = texts;
  self->head = copy;
  self->has_head = TRUE;
  return PE_OK;
}

pe_status
pe_dossier_builder_set_budget (pe_dossier_builder *self, pe_budget *budget, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  pe_budget_ref (budget);
  pe_budget_unref (self->budget);
  self->budget = budget;
  return PE_OK;
}

pe_status
pe_dossier_builder_set_procurement (pe_dossier_builder *self, pe_procurement *procurement, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  pe_procurement_ref (procurement);
  pe_procurement_unref (self->procurement);
  self->procurement = procurement;
  return PE_OK;
}

pe_status
pe_dossier_builder_set_assets (pe_dossier_builder *self, pe_assets *assets, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  pe_assets_ref (assets);
  pe_assets_unref (self->assets);
  self->assets = assets;
  return PE_OK;
}

pe_status
pe_dossier_builder_add_registers (pe_dossier_builder *self, pe_register *const *items, size_t n, pe_error **error)
{
  void *first;

  if (self == NULL || (items == NULL && n > 0))
    return pe_error_set_argument (error, self == NULL ? "self" : "items", "not NULL");
  for (size_t i = 0; i < n; i++)
    if (items[i] == NULL)
      return pe_error_set_argument (error, "items", "none NULL");
  if (n == 0)
    return PE_OK;
  if (pe_vector_grow (&self->registers, n, &first) != PE_OK)
    return pe_error_set_no_memory (error);
  for (size_t i = 0; i < n; i++)
    ((pe_register **) first)[i] = pe_register_ref (items[i]);
  return PE_OK;
}

pe_status
pe_dossier_builder_set_prior (pe_dossier_builder *self, pe_dossier *prior, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  pe_dossier_ref (prior);
  pe_dossier_unref (self->prior);
  self->prior = prior;
  return PE_OK;
}

void
pe_dossier_builder_take_places (pe_dossier_builder *self, pe_place_map *places)
{
  pe_place_map_free (self->places);
  self->places = places;
}

pe_status
pe_dossier_builder_add_facts (pe_dossier_builder *self, const pe_fact *items, size_t n, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_intake_add_many (&self->facts, &self->texts, "/facts", pe_fact_take, items, n, error);
}

pe_status
pe_dossier_builder_add_rows (pe_dossier_builder *self, const pe_row *items, size_t n, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_intake_add_many (&self->rows, &self->texts, "/rows", pe_row_take, items, n, error);
}

pe_status
pe_dossier_builder_add_declared_scores (pe_dossier_builder *self, const pe_declared_score *items, size_t n,
                                        pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_intake_add_many (&self->declared, &self->texts, "/declared", pe_declared_score_take, items, n, error);
}

pe_status
pe_dossier_builder_add_readings (pe_dossier_builder *self, const pe_reading *items, size_t n, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_intake_add_many (&self->readings, &self->texts, "/readings", pe_reading_take, items, n, error);
}

pe_status
pe_dossier_builder_add_adjustments (pe_dossier_builder *self, const pe_adjustment *items, size_t n, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_intake_add_many (&self->adjustments, &self->texts, "/adjustments", pe_adjustment_take, items, n, error);
}

pe_status
pe_dossier_builder_add_events (pe_dossier_builder *self, const pe_event *items, size_t n, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_intake_add_many (&self->events, &self->texts, "/events", pe_event_take, items, n, error);
}

pe_status
pe_dossier_builder_add_narratives (pe_dossier_builder *self, const pe_narrative *items, size_t n, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_intake_add_many (&self->narratives, &self->texts, "/narrative", pe_narrative_take, items, n, error);
}

static int
compare_facts (const void *data, size_t a, size_t b)
{
  const pe_fact *facts = data;
  int            order = strcmp (facts[a].indicator, facts[b].indicator);

  return order != 0 ? order : strcmp (facts[a].name, facts[b].name);
}

static int
compare_declared (const void *data, size_t a, size_t b)
{
  const pe_declared_score *declared = data;
  int                      order = strcmp (declared[a].indicator, declared[b].indicator);

  return order != 0 ? order : declared[a].scorer - declared[b].scorer;
}

static int
compare_adjustments (const void *data, size_t a, size_t b)
{
  const pe_adjustment *adjustments = data;
  const char          *one = adjustments[a].indicator, *other = adjustments[b].indicator;

  if (one == NULL || other == NULL)
    return (one != NULL) - (other != NULL);
  return strcmp (one, other);
}

/* Those of one indicator, which stand together, share its code. */
static gboolean
copy_fact (pe_dossier *dossier, const pe_fact *from)
{
  pe_fact    *fact = &dossier->facts[dossier->n_facts];
  const char *code = dossier->n_facts > 0 ? fact[-1].indicator : "";
  gboolean    failed = FALSE;

  *fact = *from;
  fact->indicator
      = strcmp (code, from->indicator) == 0 ? code : pe_arena_keep (&dossier->texts, from->indicator, &failed);
  fact->name = pe_arena_keep (&dossier->texts, from->name, &failed);
  fact->text = pe_arena_keep (&dossier->texts, from->text, &failed);
  dossier->n_facts++;
  return !failed;
}

static gboolean
copy_facts (pe_dossier *dossier, const pe_vector *facts)
{
  size_t  *order = pe_order_new (facts->size);
  gboolean failed;

  dossier->facts = g_try_new0 (pe_fact, facts->size + 1);
  failed = order == NULL || dossier->facts == NULL;
  if (!failed)
    pe_order_sort (order, facts->size, compare_facts, facts->data);
  for (size_t i = 0; i < facts->size && !failed; i++)
    failed = !copy_fact (dossier, pe_vector_at (facts, pe_fact, order[i]));
  g_free (order);
  return !failed;
}

static gboolean
copy_declared (pe_dossier *dossier, const pe_vector *declared)
{
  gboolean failed = FALSE;
  size_t   i, k;

  dossier->declared = g_try_new0 (pe_declared_score, declared->size + 1);
  dossier->declared_order = pe_order_new (declared->size);
  if (dossier->declared == NULL || dossier->declared_order == NULL)
    return FALSE;
  for (i = 0; i < declared->size; i++)
    {
      const char **texts[PE_DECLARED_SCORE_N_TEXTS];

      dossier->declared[i] = *pe_vector_at (declared, pe_declared_score, i);
      pe_declared_score_list_texts (&dossier->declared[i], texts);
      for (k = 0; k < PE_DECLARED_SCORE_N_TEXTS; k++)
        *texts[k] = pe_arena_keep (&dossier->texts, *texts[k], &failed);
    }
  if (failed)
    return FALSE;
  dossier->n_declared = declared->size;
  pe_order_sort (dossier->declared_order, dossier->n_declared, compare_declared, dossier->declared);
  return TRUE;
}

static gboolean
copy_adjustments (pe_dossier *dossier, const pe_vector *adjustments)
{
  gboolean failed = FALSE;

  dossier->adjustments = g_try_new0 (pe_adjustment, adjustments->size + 1);
  dossier->adjustment_order = pe_order_new (adjustments->size);
  if (dossier->adjustments == NULL || dossier->adjustment_order == NULL)
    return FALSE;
  for (size_t i = 0; i < adjustments->size; i++)
    {
      const char **texts[PE_ADJUSTMENT_N_TEXTS];

      dossier->adjustments[i] = *pe_vector_at (adjustments, pe_adjustment, i);
      pe_adjustment_list_texts (&dossier->adjustments[i], texts);
      for (size_t k = 0; k < PE_ADJUSTMENT_N_TEXTS; k++)
        *texts[k] = pe_arena_keep (&dossier->texts, *texts[k], &failed);
    }
  if (failed)
    return FALSE;
  dossier->n_adjustments = adjustments->size;
  pe_order_sort (dossier->adjustment_order, dossier->n_adjustments, compare_adjustments, dossier->adjustments);
  return TRUE;
}

static gboolean
copy_events (pe_dossier *dossier, const pe_vector *events)
{
  gboolean failed = FALSE;

  dossier->events = g_try_new0 (pe_event, events->size + 1);
  if (dossier->events == NULL)
    return FALSE;
  for (size_t i = 0; i < events->size; i++)
    {
      const char **texts[PE_EVENT_N_TEXTS];

      dossier->events[i] = *pe_vector_at (events, pe_event, i);
      pe_event_list_texts (&dossier->events[i], texts);
      for (size_t k = 0; k < PE_EVENT_N_TEXTS; k++)
        *texts[k] = pe_arena_keep (&dossier->texts, *texts[k], &failed);
    }
  dossier->n_events = events->size;
  return !failed;
}

static gboolean
copy_narratives (pe_dossier *dossier, const pe_vector *narratives)
{
  gboolean failed = FALSE;

  dossier->narratives = g_try_new0 (pe_narrative, narratives->size + 1);
  if (dossier->narratives == NULL)
    return FALSE;
  for (size_t i = 0; i < narratives->size; i++)
    {
      pe_narrative *narrative = &dossier->narratives[i];

      *narrative = *pe_vector_at (narratives, pe_narrative, i);
      narrative->section = pe_arena_keep (&dossier->texts, narrative->section, &failed);
      narrative->text = pe_arena_keep (&dossier->texts, narrative->text, &failed);
    }
  dossier->n_narratives = narratives->size;
  return !failed;
}

static int
compare_registers (const void *data, size_t a, size_t b)
{
  pe_register *const *registers = data;

  return strcmp (pe_register_get_id (registers[a]), pe_register_get_id (registers[b]));
}

static gboolean
copy_registers (pe_dossier *dossier, const pe_vector *registers)
{
  size_t *order;

  if (registers->size == 0)
    return TRUE;
  order = pe_order_new (registers->size);
  dossier->registers = g_try_new0 (pe_register *, registers->size);
  if (order != NULL && dossier->registers != NULL)
    {
      pe_order_sort (order, registers->size, compare_registers, registers->data);
      for (size_t i = 0; i < registers->size; i++)
        dossier->registers[dossier->n_registers++]
            = pe_register_ref (*pe_vector_at (registers, pe_register *, order[i]));
    }
  g_free (order);
  return dossier->n_registers == registers->size;
}

static gboolean
copy_rest (pe_dossier *dossier, const pe_dossier_builder *self)
{
  gboolean failed = FALSE;
  size_t   i, k;

  dossier->head = self->head;
  dossier->head.unit_name = pe_arena_keep (&dossier->texts, self->head.unit_name, &failed);
  dossier->head.unit_code = pe_arena_keep (&dossier->texts, self->head.unit_code, &failed);
  dossier->head.place = pe_arena_keep (&dossier->texts, self->head.place, &failed);
  dossier->head.source = pe_arena_keep (&dossier->texts, self->head.source, &failed);
  dossier->readings = g_try_new0 (pe_reading, self->readings.size + 1);
  if (dossier->readings == NULL)
    return FALSE;
  for (i = 0; i < self->readings.size; i++)
    {
      const char **texts[PE_READING_N_TEXTS];

      dossier->readings[i] = *pe_vector_at (&self->readings, pe_reading, i);
      pe_reading_list_texts (&dossier->readings[i], texts);
      for (k = 0; k < PE_READING_N_TEXTS; k++)
        *texts[k] = pe_arena_keep (&dossier->texts, *texts[k], &failed);
    }
  dossier->n_readings = self->readings.size;
  dossier->budget = pe_budget_ref (self->budget);
  dossier->procurement = pe_procurement_ref (self->procurement);
  dossier->assets = pe_assets_ref (self->assets);
  dossier->prior = pe_dossier_ref (self->prior);
  return !failed;
}

static void
check_facts (const pe_dossier *dossier, pe_collector *collector)
{
  size_t i;

  for (i = 1; i < dossier->n_facts; i++)
    if (compare_facts (dossier->facts, i - 1, i) == 0)
      {
        pe_buffer path = PE_BUFFER_INIT;
        char     *at;
        pe_place  place;

        pe_dossier_print_fact_path (dossier->facts[i].indicator, dossier->facts[i].name, &path);
        at = pe_buffer_steal (&path);
        place = PE_PLACE_WHAT (at);
        pe_collector_add (collector, at != NULL ? PE_ERROR_CODE_DUPLICATE : PE_ERROR_NO_MEMORY, &place, "code",
                          dossier->facts[i].name, "name", dossier->facts[i].indicator, NULL);
        g_free (at);
      }
}

static char *
declared_path (size_t index)
{
  pe_buffer path = PE_BUFFER_INIT;

  pe_buffer_add_string (&path, "/declared/");
  pe_buffer_add_uint (&path, index);
  pe_buffer_add_string (&path, "/indicator");
  return pe_buffer_steal (&path);
}

static void
check_declared (const pe_dossier *dossier, pe_collector *collector)
{
  size_t i;

  for (i = 1; i < dossier->n_declared; i++)
    {
      size_t before = dossier->declared_order[i - 1], after = dossier->declared_order[i];

      if (compare_declared (dossier->declared, before, after) == 0)
        {
          char    *at = declared_path (after);
          pe_place place = PE_PLACE_WHAT (at);

          pe_collector_add (collector, at != NULL ? PE_ERROR_CODE_DUPLICATE : PE_ERROR_NO_MEMORY, &place, "code",
                            dossier->declared[after].indicator, NULL);
          g_free (at);
        }
    }
}

static void
check_registers (const pe_dossier *dossier, pe_collector *collector)
{
  for (size_t i = 1; i < dossier->n_registers; i++)
    if (compare_registers (dossier->registers, i - 1, i) == 0)
      {
        pe_buffer path = PE_BUFFER_INIT;
        char     *at;
        pe_place  place;

        pe_register_print_path (pe_register_get_id (dossier->registers[i]), &path);
        at = pe_buffer_steal (&path);
        place = PE_PLACE_WHAT (at);
        pe_collector_add (collector, at != NULL ? PE_ERROR_CODE_DUPLICATE : PE_ERROR_NO_MEMORY, &place, "code",
                          pe_register_get_id (dossier->registers[i]), NULL);
        g_free (at);
      }
}

static void
check_prior (const pe_dossier *dossier, pe_collector *collector)
{
  pe_place  place = PE_PLACE_WHAT ("/prior/fiscal_year");
  pe_buffer found = PE_BUFFER_INIT, expected = PE_BUFFER_INIT;
  char     *found_text, *expected_text;

  if (dossier->prior == NULL || dossier->prior->head.fiscal_year == dossier->head.fiscal_year - 1)
    return;
  pe_buffer_add_int (&found, dossier->prior->head.fiscal_year);
  pe_buffer_add_int (&expected, dossier->head.fiscal_year - 1);
  found_text = pe_buffer_steal (&found);
  expected_text = pe_buffer_steal (&expected);
  pe_collector_add (collector, found_text != NULL && expected_text != NULL ? PE_ERROR_FISCAL_YEAR : PE_ERROR_NO_MEMORY,
                    &place, "found", found_text, "expected", expected_text, NULL);
  g_free (found_text);
  g_free (expected_text);
}

static gboolean
copy_tables (pe_dossier *dossier, const pe_dossier_builder *self)
{
  return copy_facts (dossier, &self->facts) && copy_declared (dossier, &self->declared)
         && copy_adjustments (dossier, &self->adjustments) && copy_events (dossier, &self->events)
         && copy_narratives (dossier, &self->narratives) && copy_registers (dossier, &self->registers)
         && copy_rest (dossier, self);
}

/* The map goes with the first dossier that is built; the builder's own records no longer match another one's bytes. */
static void
hand_over_places (pe_dossier *dossier, const pe_dossier_builder *self)
{
  pe_dossier_builder *owner = (pe_dossier_builder *) self;

  dossier->places = owner->places;
  owner->places = NULL;
}

/* Takes the builder's records in and checks them against each other. */
static void
fill (pe_dossier *dossier, const pe_dossier_builder *self, pe_collector *collector)
{
  if (!copy_tables (dossier, self) || !pe_dossier_take_rows (dossier, &self->rows, collector)
      || !pe_dossier_take_digest (dossier))
    {
      pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
      return;
    }
  check_facts (dossier, collector);
  check_declared (dossier, collector);
  check_registers (dossier, collector);
  check_prior (dossier, collector);
}

static const char *
find_missing (pe_dossier *const *out, const pe_dossier_builder *self)
{
  if (out == NULL)
    return "out";
  if (self == NULL)
    return "self";
  return self->has_head ? NULL : "head";
}

pe_status
pe_dossier_builder_build (pe_dossier **out, const pe_dossier_builder *self, pe_findings **findings, pe_error **error)
{
  const char  *missing = find_missing (out, self);
  pe_collector collector;
  pe_dossier  *dossier;
  pe_status    status;

  pe_collector_init (&collector, NULL);
  if (missing != NULL)
    {
      pe_collector_add (&collector, PE_ERROR_INVALID_ARGUMENT, NULL, "name", missing, "expected", "not NULL, and set",
                        "expected_zh", "非空且已设置", NULL);
      return pe_collector_finish (&collector, findings, error);
    }
  dossier = g_try_new0 (pe_dossier, 1);
  if (dossier != NULL)
    {
      dossier->references = 1;
      fill (dossier, self, &collector);
    }
  else
    pe_collector_add (&collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  status = pe_collector_finish (&collector, findings, error);
  if (status != PE_OK)
    {
      pe_dossier_unref (dossier);
      return status;
    }
  hand_over_places (dossier, self);
  *out = dossier;
  return PE_OK;
}
