/* dossier.c - a dossier and what can be asked of it
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../base/digest-private.h"
#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "budget-private.h"
#include "dossier-tables-private.h"
#include "intake-private.h"

void
pe_dossier_head_init (pe_dossier_head *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

pe_status
pe_dossier_get_head (pe_dossier_head *out, const pe_dossier *self, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_struct_export (out, &self->head, sizeof *out, sizeof *out, "out", error);
}

pe_budget *
pe_dossier_get_budget (const pe_dossier *self)
{
  return self != NULL ? self->budget : NULL;
}

pe_procurement *
pe_dossier_get_procurement (const pe_dossier *self)
{
  return self != NULL ? self->procurement : NULL;
}

pe_assets *
pe_dossier_get_assets (const pe_dossier *self)
{
  return self != NULL ? self->assets : NULL;
}

size_t
pe_dossier_get_n_registers (const pe_dossier *self)
{
  return self != NULL ? self->n_registers : 0;
}

pe_register *
pe_dossier_get_register (const pe_dossier *self, size_t index)
{
  return index < pe_dossier_get_n_registers (self) ? self->registers[index] : NULL;
}

pe_register *
pe_dossier_find_register (const pe_dossier *self, const char *id)
{
  size_t low = 0, high = pe_dossier_get_n_registers (self);

  while (id != NULL && low < high)
    {
      const size_t middle = low + (high - low) / 2;
      const int    order = strcmp (pe_register_get_id (self->registers[middle]), id);

      if (order == 0)
        return self->registers[middle];
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

pe_dossier *
pe_dossier_get_prior (const pe_dossier *self)
{
  return self != NULL ? self->prior : NULL;
}

size_t
pe_dossier_get_n_facts (const pe_dossier *self)
{
  return self != NULL ? self->n_facts : 0;
}

size_t
pe_dossier_get_n_rows (const pe_dossier *self)
{
  return self != NULL ? self->n_rows : 0;
}

size_t
pe_dossier_get_n_declared_scores (const pe_dossier *self)
{
  return self != NULL ? self->n_declared : 0;
}

size_t
pe_dossier_get_n_adjustments (const pe_dossier *self)
{
  return self != NULL ? self->n_adjustments : 0;
}

size_t
pe_dossier_get_n_events (const pe_dossier *self)
{
  return self != NULL ? self->n_events : 0;
}

size_t
pe_dossier_get_n_narratives (const pe_dossier *self)
{
  return self != NULL ? self->n_narratives : 0;
}

size_t
pe_dossier_get_n_readings (const pe_dossier *self)
{
  return self != NULL ? self->n_readings : 0;
}

pe_status
pe_dossier_get_fact (pe_fact *out, const pe_dossier *self, size_t index, pe_error **error)
{
  return pe_intake_export (
      out, self != NULL ? self->facts : NULL, pe_dossier_get_n_facts (self), index, sizeof *out, error);
}

pe_status
pe_dossier_get_row (pe_row *out, const pe_dossier *self, size_t index, pe_error **error)
{
  return pe_intake_export (
      out, self != NULL ? self->rows : NULL, pe_dossier_get_n_rows (self), index, sizeof *out, error);
}

pe_status
pe_dossier_get_declared_score (pe_declared_score *out, const pe_dossier *self, size_t index, pe_error **error)
{
  return pe_intake_export (
      out, self != NULL ? self->declared : NULL, pe_dossier_get_n_declared_scores (self), index, sizeof *out, error);
}

pe_status
pe_dossier_get_reading (pe_reading *out, const pe_dossier *self, size_t index, pe_error **error)
{
  return pe_intake_export (
      out, self != NULL ? self->readings : NULL, pe_dossier_get_n_readings (self), index, sizeof *out, error);
}

pe_status
pe_dossier_get_adjustment (pe_adjustment *out, const pe_dossier *self, size_t index, pe_error **error)
{
  return pe_intake_export (
      out, self != NULL ? self->adjustments : NULL, pe_dossier_get_n_adjustments (self), index, sizeof *out, error);
}

pe_status
pe_dossier_get_event (pe_event *out, const pe_dossier *self, size_t index, pe_error **error)
{
  return pe_intake_export (
      out, self != NULL ? self->events : NULL, pe_dossier_get_n_events (self), index, sizeof *out, error);
}

pe_status
pe_dossier_get_narrative (pe_narrative *out, const pe_dossier *self, size_t index, pe_error **error)
{
  return pe_intake_export (
      out, self != NULL ? self->narratives : NULL, pe_dossier_get_n_narratives (self), index, sizeof *out, error);
}

const pe_place *
pe_dossier_find_place (const pe_dossier *self, const char *path)
{
  return self != NULL ? pe_place_map_find (self->places, path) : NULL;
}

const pe_dossier_head *
pe_dossier_peek_head (const pe_dossier *self)
{
  return &self->head;
}

const pe_fact *
pe_dossier_peek_fact (const pe_dossier *self, size_t index)
{
  return &self->facts[index];
}

const pe_row *
pe_dossier_peek_row (const pe_dossier *self, size_t index)
{
  return &self->rows[index];
}

const pe_declared_score *
pe_dossier_peek_declared_score (const pe_dossier *self, size_t index)
{
  return &self->declared[index];
}

const pe_adjustment *
pe_dossier_peek_adjustment (const pe_dossier *self, size_t index)
{
  return &self->adjustments[index];
}

const pe_event *
pe_dossier_peek_event (const pe_dossier *self, size_t index)
{
  return &self->events[index];
}

const pe_narrative *
pe_dossier_peek_narrative (const pe_dossier *self, size_t index)
{
  return &self->narratives[index];
}

size_t
pe_dossier_get_ordered (const pe_dossier *self, size_t place)
{
  return self->adjustment_order[place];
}

/* The order of the indicator at a place against one; a bonus has none and stands before all. */
static int
order_adjustment (const pe_dossier *self, size_t place, const char *indicator)
{
  const char *own = self->adjustments[self->adjustment_order[place]].indicator;

  if (own == NULL || indicator == NULL)
    return (own != NULL) - (indicator != NULL);
  return strcmp (own, indicator);
}

size_t
pe_dossier_find_adjustments (const pe_dossier *self, const char *indicator, size_t *first)
{
  size_t low = 0, high = self->n_adjustments, end;

  while (low < high)
    {
      size_t middle = low + (high - low) / 2;

      if (order_adjustment (self, middle, indicator) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *first = low;
  for (end = low; end < self->n_adjustments && order_adjustment (self, end, indicator) == 0; end++)
    ;
  return end - low;
}

/* The first fact that is not before (indicator, name); name "" is before every name. */
static size_t
lower_fact (const pe_dossier *self, const char *indicator, const char *name)
{
  size_t low = 0, high = self->n_facts;

  while (low < high)
    {
      size_t         middle = low + (high - low) / 2;
      const pe_fact *fact = &self->facts[middle];
      int            order = strcmp (fact->indicator, indicator);

      if (order == 0)
        order = strcmp (fact->name, name);
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const pe_fact *
pe_dossier_find_fact (const pe_dossier *self, const char *indicator, const char *name)
{
  size_t         index = lower_fact (self, indicator, name);
  const pe_fact *fact = index < self->n_facts ? &self->facts[index] : NULL;

  return fact != NULL && strcmp (fact->indicator, indicator) == 0 && strcmp (fact->name, name) == 0 ? fact : NULL;
}

const pe_declared_score *
pe_dossier_find_declared_score (const pe_dossier *self, const char *indicator, pe_scorer scorer, size_t *index)
{
  size_t low = 0, high = self->n_declared;

  while (low < high)
    {
      size_t                   middle = low + (high - low) / 2;
      const pe_declared_score *declared = &self->declared[self->declared_order[middle]];
      int                      order = strcmp (declared->indicator, indicator);

      if (order == 0)
        order = (declared->scorer > scorer) - (declared->scorer < scorer);
      if (order == 0)
        {
          if (index != NULL)
            *index = self->declared_order[middle];
          return declared;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* The first row whose slot is not before this one, or, past is TRUE, that is after it. */
static size_t
find_bound (const pe_dossier *self, const char *slot, gboolean past)
{
  size_t low = 0, high = self->n_rows;

  while (low < high)
    {
      size_t middle = low + (high - low) / 2;

      if (strcmp (self->rows[middle].slot, slot) < (past ? 1 : 0))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

size_t
pe_dossier_find_rows (const pe_dossier *self, const char *slot, size_t *first)
{
  size_t low = find_bound (self, slot, FALSE);

  if (first != NULL)
    *first = low;
  return find_bound (self, slot, TRUE) - low;
}

void
pe_dossier_print_fact_path (const char *indicator, const char *name, pe_buffer *out)
{
  const char *parts[] = { "/facts/", indicator, "/", name };

  pe_buffer_add_strings (out, parts, G_N_ELEMENTS (parts));
}

void
pe_dossier_print_row_path (const pe_dossier *self, size_t index, pe_buffer *out)
{
  const char  *slot = self->rows[index].slot;
  const size_t first = find_bound (self, slot, FALSE);
  size_t       number = index - first + 1, depth = 0;
  uint32_t     way[PE_PATH_DEPTH];

  for (; number != 0 && depth < PE_PATH_DEPTH; number = self->rows[first + number - 1].parent)
    way[depth++] = self->row_position[first + number - 1];
  pe_buffer_add_string (out, "/rows/");
  pe_buffer_add_string (out, slot);
  if (number != 0)
    {
      pe_buffer_add_string (out, "/.../");
      pe_buffer_add_uint (out, index - first);
      return;
    }
  pe_buffer_add_char (out, '/');
  pe_buffer_add_uint (out, way[--depth]);
  while (depth > 0)
    {
      pe_buffer_add_string (out, "/rows/");
      pe_buffer_add_uint (out, way[--depth]);
    }
}

void
pe_dossier_get_digest (const pe_dossier *self, uint8_t *out)
{
  if (self != NULL && out != NULL)
    memcpy (out, self->digest, PE_DIGEST_SIZE);
}

int32_t
pe_dossier_is_equal (const pe_dossier *a, const pe_dossier *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return memcmp (a->digest, b->digest, PE_DIGEST_SIZE) == 0;
}

pe_dossier *
pe_dossier_ref (pe_dossier *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

/* A loop: a long chain of years before must not become a deep stack. */
void
pe_dossier_unref (pe_dossier *self)
{
  while (self != NULL && g_atomic_int_dec_and_test (&self->references))
    {
      pe_dossier *prior = self->prior;

      pe_budget_unref (self->budget);
      pe_procurement_unref (self->procurement);
      pe_assets_unref (self->assets);
      for (size_t i = 0; i < self->n_registers; i++)
        pe_register_unref (self->registers[i]);
      g_free (self->registers);
      pe_place_map_free (self->places);
      pe_arena_clear (&self->texts);
      g_free (self->facts);
      g_free (self->rows);
      g_free (self->row_position);
      g_free (self->declared);
      g_free (self->declared_order);
      g_free (self->readings);
      g_free (self->adjustments);
      g_free (self->adjustment_order);
      g_free (self->events);
      g_free (self->narratives);
      g_free (self);
      self = prior;
    }
}
