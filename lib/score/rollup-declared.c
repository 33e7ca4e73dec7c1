/* rollup-declared.c - "totals first": what persons scored, took away and added in several units, averaged
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rollup-private.h"

#include <string.h>

#include "label-private.h"

static void
print_path (const char *table, size_t index, pe_buffer *out)
{
  pe_buffer_add_string (out, table);
  pe_buffer_add_uint (out, index);
}

/* Texts of the whole on their way to a builder. */
typedef struct joined
{
  pe_buffer reason;
  pe_buffer evidence;
} joined;

#define JOINED_INIT { PE_BUFFER_INIT, PE_BUFFER_INIT }

/* Declared scores */

static const pe_declared_score *
find_score (const pe_rolling *self, size_t unit, const char *code, size_t *index)
{
  return pe_dossier_find_declared_score (pe_rolling_peek_dossier (self, unit), code, self->scorer, index);
}

/* A leaf that only some units were scored at has no score for the whole. */
static size_t
count_scores (pe_rolling *self, const char *code)
{
  const size_t n = pe_rolling_get_n_units (self);
  size_t       index, found = 0;

  for (size_t i = 0; i < n; i++)
    found += find_score (self, i, code, &index) != NULL ? 1 : 0;
  for (size_t i = 0; found > 0 && found < n && i < n; i++)
    if (find_score (self, i, code, &index) != NULL)
      {
        pe_buffer path = PE_BUFFER_INIT;

        print_path ("/declared/", index, &path);
        pe_rolling_add_at (self, PE_NOTE_NOT_MERGED, i, &path, "name", code, NULL);
      }
  return found;
}

static gboolean
average_scores (pe_rolling *self, const char *code, joined *texts, pe_figure *out)
{
  pe_merge_site site = { 0, code, code, PE_BUFFER_INIT };
  pe_merging    merging;
  const char   *text;
  gboolean      done;

  pe_merging_init (&merging, self, PE_MERGE_MEAN, TRUE);
  for (size_t i = 0; i < pe_rolling_get_n_units (self); i++)
    {
      size_t                   index = 0;
      const pe_declared_score *score = find_score (self, i, code, &index);
      const pe_figure          figure = { score->score, PE_STATE_VALUE, PE_UNIT_NONE };

      if (i == 0)
        print_path ("/declared/", index, &site.path);
      (void) pe_merging_add (&merging, i, &figure, NULL);
      pe_merge_join (&texts->reason, score->reason);
      pe_merge_join (&texts->evidence, score->evidence);
    }
  done = pe_merging_finish (&merging, &site, out, &text);
  pe_merging_clear (&merging);
  pe_buffer_clear (&site.path);
  return done;
}

static void
add_score (pe_rolling *self, const char *code, joined *texts, const pe_figure *figure, pe_dossier_builder *builder)
{
  pe_declared_score score;
  char             *reason = pe_merge_steal (self, &texts->reason);
  char             *evidence = pe_merge_steal (self, &texts->evidence);
  pe_error         *error = NULL;

  pe_declared_score_init (&score, sizeof score);
  score.scorer = self->scorer;
  score.indicator = code;
  score.reason = reason;
  score.evidence = evidence;
  score.score = figure->value;
  if (pe_dossier_builder_add_declared_scores (builder, &score, 1, &error) != PE_OK)
    pe_collector_take_error (&self->collector, error, NULL);
  g_free (reason);
  g_free (evidence);
}

void
pe_merge_declared (pe_rolling *self, pe_dossier_builder *builder)
{
  const pe_rulebook *rulebook = self->rollup->rulebook;

  for (size_t i = 0; i < pe_rulebook_get_n_indicators (rulebook); i++)
    {
      const pe_indicator *leaf = pe_rulebook_peek_indicator (rulebook, i);
      joined              texts = JOINED_INIT;
      pe_figure           figure;

      if (leaf->rule == NULL || count_scores (self, leaf->code) < pe_rolling_get_n_units (self))
        continue;
      if (average_scores (self, leaf->code, &texts, &figure))
        add_score (self, leaf->code, &texts, &figure, builder);
      pe_buffer_clear (&texts.reason);
      pe_buffer_clear (&texts.evidence);
    }
}

/* Deductions and bonuses: those of all units for one leaf, or for the total, as one */

/* What a unit's adjustments of the evaluation's scorer come to, 0 for none. */
static void
sum_unit (pe_rolling *self, size_t unit, const char *code, joined *texts, pe_rational *out)
{
  const pe_dossier *dossier = pe_rolling_peek_dossier (self, unit);
  size_t            first;
  const size_t      n = pe_dossier_find_adjustments (dossier, code, &first);
  pe_rational       points;

  pe_rational_init (&points);
  pe_rational_set_int (out, 0);
  for (size_t i = 0; i < n; i++)
    {
      const pe_adjustment *item = pe_dossier_peek_adjustment (dossier, pe_dossier_get_ordered (dossier, first + i));

      if (item->scorer != self->scorer)
        continue;
      pe_rational_set_decimal (&points, &item->points);
      (void) pe_rational_add (out, out, &points, PE_BITS_UNBOUNDED); /* a sum of decimals */
      pe_merge_join (&texts->reason, item->reason);
      pe_merge_join (&texts->evidence, item->evidence);
    }
  pe_rational_clear (&points);
}

/* As a figure, which the points of an office's adjustments always fit. */
static gboolean
add_unit (pe_rolling *self, size_t unit, const char *code, joined *texts, pe_merging *merging)
{
  pe_figure   figure = { { 0, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };
  pe_rational sum;
  gboolean    done = TRUE;

  pe_rational_init (&sum);
  sum_unit (self, unit, code, texts, &sum);
  if (!pe_rational_is_decimal (&figure.value, &sum))
    done = pe_rolling_check (self, PE_ERROR_OVERFLOW);
  else
    (void) pe_merging_add (merging, unit, &figure, NULL);
  pe_rational_clear (&sum);
  return done;
}

static void
add_adjustment (pe_rolling *self, const char *code, joined *texts, const pe_figure *figure, pe_dossier_builder *builder)
{
  pe_adjustment adjustment;
  char         *reason = pe_merge_steal (self, &texts->reason);
  char         *evidence = pe_merge_steal (self, &texts->evidence);
  pe_error     *error = NULL;

  pe_adjustment_init (&adjustment, sizeof adjustment);
  adjustment.kind = code != NULL ? PE_ADJUSTMENT_DEDUCTION : PE_ADJUSTMENT_BONUS;
  adjustment.scorer = self->scorer;
  adjustment.indicator = code;
  adjustment.reason = reason;
  adjustment.evidence = evidence;
  adjustment.points = figure->value;
  if (figure->value.coefficient > 0 && pe_dossier_builder_add_adjustments (builder, &adjustment, 1, &error) != PE_OK)
    pe_collector_take_error (&self->collector, error, NULL);
  g_free (reason);
  g_free (evidence);
}

/* code: the leaf's, NULL for bonuses. */
static void
merge_adjustments (pe_rolling *self, const char *code, pe_dossier_builder *builder)
{
  pe_merge_site site = { 0, code != NULL ? code : "bonus", code, PE_BUFFER_INIT };
  joined        texts = JOINED_INIT;
  pe_merging    merging;
  pe_figure     figure;
  const char   *text;
  gboolean      done = TRUE;

  pe_buffer_add_string (&site.path, "/adjustments");
  pe_merging_init (&merging, self, PE_MERGE_MEAN, TRUE);
  for (size_t i = 0; i < pe_rolling_get_n_units (self) && done; i++)
    done = add_unit (self, i, code, &texts, &merging);
  if (done && pe_merging_finish (&merging, &site, &figure, &text))
    add_adjustment (self, code, &texts, &figure, builder);
  pe_merging_clear (&merging);
  pe_buffer_clear (&site.path);
  pe_buffer_clear (&texts.reason);
  pe_buffer_clear (&texts.evidence);
}

/* An event of one unit takes nothing from the whole: it is named. */
static void
report_events (pe_rolling *self)
{
  for (size_t i = 0; i < pe_rolling_get_n_units (self); i++)
    {
      const pe_dossier *dossier = pe_rolling_peek_dossier (self, i);

      for (size_t j = 0; j < pe_dossier_get_n_events (dossier); j++)
        {
          pe_buffer path = PE_BUFFER_INIT;

          print_path ("/events/", j, &path);
          pe_rolling_add_at (self, PE_NOTE_NOT_MERGED, i, &path, "name", pe_dossier_peek_event (dossier, j)->veto,
                             "found", pe_dossier_peek_event (dossier, j)->evidence, NULL);
        }
    }
}

void
pe_merge_adjustments (pe_rolling *self, pe_dossier_builder *builder)
{
  const pe_rulebook *rulebook = self->rollup->rulebook;

  report_events (self);
  for (size_t i = 0; i < pe_rulebook_get_n_indicators (rulebook); i++)
    if (pe_rulebook_peek_indicator (rulebook, i)->manual_deduction != 0)
      merge_adjustments (self, pe_rulebook_peek_indicator (rulebook, i)->code, builder);
  if (pe_rulebook_peek_bonus (rulebook) != NULL)
    merge_adjustments (self, NULL, builder);
}
