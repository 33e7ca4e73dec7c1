/* rollup-merge.c - "totals first": what figures of several units come to, and the dossier of the whole
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rollup-private.h"

#include <string.h>

#include "../base/figure-private.h"
#include "label-private.h"

/* Figures */

void
pe_merging_init (pe_merging *self, pe_rolling *rolling, pe_merge_kind kind, gboolean of_points)
{
  *self = (pe_merging) { .rolling = rolling, .kind = kind, .of_points = of_points };
  pe_rational_init (&self->total);
  pe_rational_init (&self->shares);
}

void
pe_merging_clear (pe_merging *self)
{
  pe_rational_clear (&self->total);
  pe_rational_clear (&self->shares);
}

/* How a score is written: 18 and 18 分 are the same, wherever a rule reads one. */
static gboolean
is_points (pe_unit unit)
{
  return unit == PE_UNIT_NONE || unit == PE_UNIT_POINT;
}

/* Money of any unit, and otherwise one unit for all. A unit that the library does not know is the same as another such
 * only where a word says so: 公里 and 吨 are both PE_UNIT_OTHER. */
static gboolean
goes_with (const pe_merging *self, pe_unit unit)
{
  if (unit == self->unit)
    return unit != PE_UNIT_OTHER || self->has_word;
  if (self->of_points && is_points (unit) && is_points (self->unit))
    return TRUE;
  return pe_unit_get_dimension (unit) == PE_DIMENSION_MONEY && pe_unit_get_dimension (self->unit) == PE_DIMENSION_MONEY;
}

/* total += share × value, or value, in the unit of the first: units lie 10^8 apart, so that only shares meet the limit. */
static void
add_value (pe_merging *self, size_t unit, const pe_figure *figure)
{
  const uint32_t        bits = self->rolling->bits;
  const pe_rolled_unit *rolled = pe_rollup_peek_unit (self->rolling->rollup, unit);
  const int32_t         exponent = pe_unit_get_exponent (figure->unit) - pe_unit_get_exponent (self->unit);
  pe_rational           value, factor;
  pe_status             status = PE_OK;

  pe_rational_init (&value);
  pe_rational_init (&factor);
  pe_rational_set_decimal (&value, &figure->value);
  (void) pe_rational_set_power_of_ten (&factor, exponent, PE_BITS_UNBOUNDED);
  (void) pe_rational_multiply (&value, &value, &factor, PE_BITS_UNBOUNDED);
  if (self->kind == PE_MERGE_MEAN)
    status = pe_rational_multiply (&value, &value, &rolled->share, bits);
  if (status == PE_OK)
    status = pe_rational_add (&self->total, &self->total, &value, bits);
  if (status == PE_OK)
    status = pe_rational_add (&self->shares, &self->shares, &rolled->share, bits);
  pe_rolling_check (self->rolling, status);
  pe_rational_clear (&value);
  pe_rational_clear (&factor);
}

/* Yes and no, and texts, are what all say; neither goes with a number, nor with the other. */
static gboolean
is_same (const pe_merging *self, const pe_figure *figure, const char *text)
{
  if (figure->state == PE_STATE_TEXT)
    return !self->has_value && (self->text == NULL || g_strcmp0 (self->text, text) == 0);
  if (self->text != NULL || (self->has_value && !goes_with (self, figure->unit)))
    return FALSE;
  return !self->has_value || figure->unit != PE_UNIT_TRUTH || pe_decimal_order (&figure->value, &self->truth) == 0;
}

static void
take_first (pe_merging *self, size_t unit, const pe_figure *figure)
{
  self->has_value = TRUE;
  self->unit = figure->unit;
  self->first = unit;
  self->truth = figure->value;
}

gboolean
pe_merging_add (pe_merging *self, size_t unit, const pe_figure *figure, const char *text)
{
  self->has_missing |= figure->state == PE_STATE_MISSING;
  if (figure->state != PE_STATE_VALUE && figure->state != PE_STATE_TEXT)
    return TRUE;
  if (!is_same (self, figure, text))
    return FALSE;
  if (figure->state == PE_STATE_TEXT)
    {
      self->text = text;
      return TRUE;
    }
  if (!self->has_value)
    take_first (self, unit, figure);
  self->places = MAX (self->places,
                      figure->value.scale + pe_unit_get_exponent (self->unit) - pe_unit_get_exponent (figure->unit));
  add_value (self, unit, figure);
  return TRUE;
}

static char *
print_number (const pe_rational *number)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_label_add_number (number, &buffer);
  return pe_buffer_steal (&buffer);
}

/* Names an average that was rounded, or that nothing says how to round. found: NULL for the latter. */
static void
report_mean (const pe_merging *self, const pe_merge_site *site, const pe_rational *mean, const pe_rational *rounded)
{
  char     *expected = print_number (mean), *found = rounded != NULL ? print_number (rounded) : NULL;
  pe_buffer path = PE_BUFFER_INIT;

  pe_buffer_add (&path, site->path.data, site->path.size);
  if (site->path.status != PE_OK || expected == NULL || (rounded != NULL && found == NULL))
    path.status = PE_ERROR_NO_MEMORY;
  if (rounded != NULL)
    pe_rolling_add_at (self->rolling, PE_NOTE_MEAN_ROUNDED, site->unit, &path, "name", site->name, "found", found,
                       "expected", expected, NULL);
  else
    pe_rolling_add_at (self->rolling, PE_ERROR_MEAN_UNROUNDED, site->unit, &path, "name", site->name, "expected",
                       expected, "code", site->code, NULL);
  g_free (expected);
  g_free (found);
}

/* As the options say, else as the contract shows rates or rounds leaves; 0 where neither says anything. */
static pe_rounding
get_rounding (const pe_merging *self, int32_t *places)
{
  const pe_rolling *rolling = self->rolling;

  *places = rolling->options->mean_places;
  if (rolling->options->mean_rounding != 0)
    return rolling->options->mean_rounding;
  *places = self->of_points ? rolling->contract->leaf_places : rolling->contract->rate_places;
  return self->of_points ? rolling->contract->leaf_rounding : rolling->contract->rate_rounding;
}

/* FALSE with a finding. */
static gboolean
round_mean (const pe_merging *self, const pe_merge_site *site, const pe_rational *mean, pe_figure *out)
{
  int32_t     places;
  pe_rounding rounding = get_rounding (self, &places);
  pe_rational rounded;
  pe_status   status;

  if (rounding == 0)
    {
      report_mean (self, site, mean, NULL);
      return FALSE;
    }
  status = pe_rational_to_decimal (&out->value, mean, places, rounding);
  if (!pe_rolling_check (self->rolling, status))
    return FALSE;
  pe_rational_init (&rounded);
  pe_rational_set_decimal (&rounded, &out->value);
  report_mean (self, site, mean, &rounded);
  pe_rational_clear (&rounded);
  return TRUE;
}

static gboolean
finish_mean (pe_merging *self, const pe_merge_site *site, pe_figure *out)
{
  pe_rational mean;
  gboolean    done = TRUE;

  pe_rational_init (&mean);
  /* Units that weigh nothing, alone in having the figure: their plain mean would be another rule. */
  if (pe_rational_sign (&self->shares) == 0)
    *out = (pe_figure) { { 0, 0, 0 }, PE_STATE_NOT_APPLICABLE, PE_UNIT_NONE };
  else if (!pe_rolling_check (self->rolling,
                              pe_rational_divide (&mean, &self->total, &self->shares, self->rolling->bits)))
    done = FALSE;
  else if (!pe_rational_is_decimal (&out->value, &mean))
    done = round_mean (self, site, &mean, out);
  pe_rational_clear (&mean);
  return done;
}

/* As many places as the figures have, so that they can be seen in it; fewer where it fits with those alone. A figure in 万元
 * has four places more in 亿元, where they can be more than a decimal has. */
static pe_status
finish_sum (const pe_merging *self, pe_figure *out)
{
  pe_status status = PE_ERROR_OVERFLOW;

  if (self->places <= PE_DECIMAL_MAX_SCALE)
    status = pe_rational_to_decimal (&out->value, &self->total, MAX (self->places, 0), PE_ROUND_DOWN);
  return status == PE_ERROR_OVERFLOW && pe_rational_is_decimal (&out->value, &self->total) ? PE_OK : status;
}

gboolean
pe_merging_finish (pe_merging *self, const pe_merge_site *site, pe_figure *out, const char **text)
{
  *out = (pe_figure) { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  *text = NULL;
  if (self->has_missing || (!self->has_value && self->text == NULL))
    {
      out->state = self->has_missing ? PE_STATE_MISSING : PE_STATE_NOT_APPLICABLE;
      return TRUE;
    }
  out->state = self->text != NULL ? PE_STATE_TEXT : PE_STATE_VALUE;
  *text = self->text;
  out->unit = self->text != NULL ? PE_UNIT_NONE : self->unit;
  if (self->text != NULL)
    return TRUE;
  if (self->unit == PE_UNIT_TRUTH)
    {
      out->value = self->truth;
      return TRUE;
    }
  if (self->kind == PE_MERGE_MEAN)
    return finish_mean (self, site, out);
  return pe_rolling_check (self->rolling, finish_sum (self, out));
}

/* Conflicts and texts */

void
pe_rolling_add_conflict (pe_rolling *self, pe_merge_site *site, const char *found, const char *expected)
{
  if (found == NULL || expected == NULL)
    site->path.status = PE_ERROR_NO_MEMORY;
  pe_rolling_add_at (self, PE_ERROR_MERGE_CONFLICT, site->unit, &site->path, "name", site->name, "found", found,
                     "expected", expected, "code", site->code, NULL);
}

static char *
print_figure (const pe_figure *figure)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_figure_print (figure, &buffer);
  if (figure->state == PE_STATE_VALUE && figure->unit == PE_UNIT_OTHER)
    pe_buffer_add_string (&buffer, " 其他"); /* what is in the way, though its word is gone */
  if (buffer.size == 0)
    pe_buffer_add_string (&buffer, "—");
  return pe_buffer_steal (&buffer);
}

void
pe_rolling_add_figure_conflict (pe_rolling *self, pe_merge_site *site, const pe_figure *found,
                                const pe_figure *expected)
{
  char *mine = print_figure (found), *theirs = print_figure (expected);

  pe_rolling_add_conflict (self, site, mine, theirs);
  g_free (mine);
  g_free (theirs);
}

void
pe_merging_add_conflict (const pe_merging *self, pe_merge_site *site, const pe_figure *found, const char *text)
{
  const pe_figure first = { self->truth, PE_STATE_VALUE, self->unit };
  char           *mine = text == NULL ? print_figure (found) : NULL;
  char           *theirs = self->text == NULL ? print_figure (&first) : NULL;
  const char     *expected = self->text != NULL ? self->text : theirs;

  if (self->has_value && found->state == PE_STATE_VALUE && found->unit == PE_UNIT_OTHER && self->unit == PE_UNIT_OTHER)
    expected = "a number in a unit that is known";
  pe_rolling_add_conflict (self->rolling, site, text != NULL ? text : mine, expected);
  g_free (mine);
  g_free (theirs);
}

#define SEPARATOR "；"

/* Whether a text, which is not empty, is one of those that were joined. */
static gboolean
has_part (const pe_buffer *joined, const char *text, size_t length)
{
  const size_t gap = strlen (SEPARATOR);
  size_t       start = 0;

  for (size_t i = 0; i <= joined->size; i++)
    if (i == joined->size || (joined->size - i >= gap && memcmp (joined->data + i, SEPARATOR, gap) == 0))
      {
        if (i - start == length && memcmp (joined->data + start, text, length) == 0)
          return TRUE;
        start = i + gap;
      }
  return FALSE;
}

void
pe_merge_join (pe_buffer *out, const char *text)
{
  if (text == NULL || text[0] == '\0' || (out->size > 0 && has_part (out, text, strlen (text))))
    return;
  if (out->size > 0)
    pe_buffer_add_string (out, SEPARATOR);
  pe_buffer_add_string (out, text);
}

char *
pe_merge_steal (pe_rolling *self, pe_buffer *buffer)
{
  const gboolean is_empty = buffer->size == 0 && buffer->status == PE_OK;
  char          *text = is_empty ? NULL : pe_buffer_steal (buffer);

  (void) pe_rolling_check (self, is_empty || text != NULL ? PE_OK : PE_ERROR_NO_MEMORY);
  return text;
}

/* The dossier */

/* The place that all have, or NULL. */
static const char *
get_common_place (const pe_rolling *self)
{
  const char *first = pe_dossier_peek_head (pe_rolling_peek_dossier (self, 0))->place;

  for (size_t i = 1; i < pe_rolling_get_n_units (self) && first != NULL; i++)
    {
      const char *place = pe_dossier_peek_head (pe_rolling_peek_dossier (self, i))->place;

      if (place == NULL || strcmp (place, first) != 0)
        return NULL;
    }
  return first;
}

static void
set_head (pe_rolling *self, int32_t years_before, pe_dossier_builder *builder)
{
  pe_dossier_head head = *pe_dossier_peek_head (pe_rolling_peek_dossier (self, 0));
  pe_error       *error = NULL;

  head.struct_size = sizeof head;
  head.fiscal_year -= years_before;
  head.unit_name = self->rollup->unit_name;
  head.unit_code = self->rollup->unit_code;
  head.place = get_common_place (self);
  head.source = NULL;
  if (pe_dossier_builder_set_head (builder, &head, &error) != PE_OK)
    pe_collector_take_error (&self->collector, error, NULL);
}

/* NULL with a finding, also where there were errors before. */
static pe_dossier *
build (pe_rolling *self, pe_dossier_builder *builder)
{
  pe_dossier  *dossier = NULL;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;

  if (pe_collector_get_n_errors (&self->collector) > 0)
    return NULL;
  if (pe_dossier_builder_build (&dossier, builder, &findings, &error) != PE_OK)
    pe_collector_add_all (&self->collector, findings);
  pe_findings_unref (findings);
  pe_error_unref (error);
  return dossier;
}

/* Only where every unit has a year before: what one lacks is missing for the whole. */
static gboolean
all_have_prior (pe_rolling *self)
{
  size_t n = 0;

  for (size_t i = 0; i < pe_rolling_get_n_units (self); i++)
    n += pe_dossier_get_prior (pe_rolling_peek_dossier (self, i)) != NULL ? 1 : 0;
  for (size_t i = 0; n > 0 && n < pe_rolling_get_n_units (self) && i < pe_rolling_get_n_units (self); i++)
    if (pe_dossier_get_prior (pe_rolling_peek_dossier (self, i)) != NULL)
      pe_rolling_add (self, PE_NOTE_NOT_MERGED, i, "/prior", "name", "prior", NULL);
  return n == pe_rolling_get_n_units (self);
}

static void
set_prior (pe_rolling *self, pe_dossier_builder *builder)
{
  pe_dossier_builder *before = NULL;
  pe_dossier         *prior = NULL;

  if (!all_have_prior (self) || !pe_rolling_check (self, pe_dossier_builder_new (&before, NULL, NULL)))
    return;
  set_head (self, 1, before);
  pe_merge_budget (self, TRUE, before);
  pe_merge_procurement (self, TRUE, before);
  prior = build (self, before);
  pe_dossier_builder_free (before);
  (void) pe_dossier_builder_set_prior (builder, prior, NULL);
  pe_dossier_unref (prior);
}

/* What this roll-up does not take together. */
static void
report_rest (pe_rolling *self)
{
  for (size_t i = 0; i < pe_rolling_get_n_units (self); i++)
    {
      const pe_dossier *dossier = pe_rolling_peek_dossier (self, i);

      if (pe_dossier_get_assets (dossier) != NULL)
        pe_rolling_add (self, PE_NOTE_NOT_MERGED, i, "/assets", "name", "assets", NULL);
      if (pe_dossier_get_prior (dossier) != NULL && pe_dossier_get_assets (pe_dossier_get_prior (dossier)) != NULL)
        pe_rolling_add (self, PE_NOTE_NOT_MERGED, i, "/prior/assets", "name", "assets", NULL);
      if (pe_dossier_get_n_registers (dossier) > 0)
        pe_rolling_add (self, PE_NOTE_NOT_MERGED, i, "/registers", "name", "registers", NULL);
      if (pe_dossier_get_prior (dossier) != NULL && pe_dossier_get_n_registers (pe_dossier_get_prior (dossier)) > 0)
        pe_rolling_add (self, PE_NOTE_NOT_MERGED, i, "/prior/registers", "name", "registers", NULL);
    }
}

/* Faults of one part do not keep those of the next from being seen. */
static void
fill (pe_rolling *self, pe_dossier_builder *builder)
{
  set_head (self, 0, builder);
  report_rest (self);
  set_prior (self, builder);
  pe_merge_budget (self, FALSE, builder);
  pe_merge_procurement (self, FALSE, builder);
  pe_merge_facts (self, builder);
  pe_merge_rows (self, builder);
  pe_merge_declared (self, builder);
  pe_merge_adjustments (self, builder);
}

pe_dossier *
pe_rollup_merge (pe_rolling *self)
{
  pe_dossier_builder *builder = NULL;
  pe_dossier         *dossier = NULL;

  if (!pe_rolling_check (self, pe_dossier_builder_new (&builder, NULL, NULL)))
    return NULL;
  fill (self, builder);
  dossier = build (self, builder);
  pe_dossier_builder_free (builder);
  return dossier;
}
