/* lint.c - what a careful author would mend in a rulebook
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "decision-table-private.h"
#include "lint-private.h"

#include <string.h>

#include "../base/limits-private.h"
#include "../base/struct-private.h"
#include "rulebook-measure-private.h"

void
pe_lint_options_init (pe_lint_options *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

static void
add_no_memory (const pe_lint *self)
{
  pe_collector_add (self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
}

/* Sources */

/* A group's source is that of what stands below it: in preorder it is known when they are reached. */
static void
check_sources (const pe_lint *self)
{
  const size_t n = pe_rulebook_get_n_indicators (self->rulebook);
  guchar      *has_source = g_try_malloc0 (n + 1);

  if (has_source == NULL)
    {
      add_no_memory (self);
      return;
    }
  for (size_t i = 0; i < n; i++)
    {
      const pe_indicator *indicator = pe_rulebook_peek_indicator (self->rulebook, i);

      has_source[i + 1] = indicator->source != NULL || has_source[indicator->parent];
      if (indicator->rule != NULL && !has_source[i + 1])
        pe_rulebook_report (self->rulebook, self->collector, PE_WARNING_SOURCE_MISSING, i, "/source", "code",
                            indicator->code, NULL);
    }
  g_free (has_source);
}

/* Leaves */

/* The first measure or fact that a rule computes from, or NULL. */
static const char *
find_figure (const pe_rule *rule)
{
  for (size_t i = 0; i < pe_rule_peek_shape (rule)->n_parameters; i++)
    if (rule->settings[i].binding == PE_BINDING_MEASURE || rule->settings[i].binding == PE_BINDING_FACT)
      return rule->settings[i].text;
  return NULL;
}

/* A full score that rounding lifts above the full marks, or keeps below them. */
static void
check_marks (const pe_lint *self, size_t index, const pe_indicator *leaf)
{
  const pe_rounding_contract *contract = pe_rulebook_peek_rounding (self->rulebook);
  char                        found[PE_DECIMAL_PRINT_SIZE], expected[PE_DECIMAL_PRINT_SIZE];
  pe_decimal                  rounded;
  pe_rational                 marks;
  pe_status                   status = PE_ERROR_OVERFLOW;

  pe_rational_init (&marks);
  pe_rational_set_decimal (&marks, &leaf->full_marks);
  if (contract->leaf_rounding != 0)
    status = pe_rational_to_decimal (&rounded, &marks, contract->leaf_places, contract->leaf_rounding);
  pe_rational_clear (&marks);
  if (status != PE_OK || pe_decimal_order (&rounded, &leaf->full_marks) == 0)
    return;
  (void) pe_decimal_print (found, sizeof found, &leaf->full_marks, NULL);
  (void) pe_decimal_print (expected, sizeof expected, &rounded, NULL);
  pe_rulebook_report (self->rulebook, self->collector, PE_WARNING_MARKS_ROUNDED, index, "/full_marks", "code",
                      leaf->code, "found", found, "expected", expected, NULL);
}

static void
check_leaf (const pe_lint *self, size_t index)
{
  const pe_indicator *leaf = pe_rulebook_peek_indicator (self->rulebook, index);

  if (leaf->rule == NULL)
    return;
  if (leaf->declared == PE_DECLARED_ONLY && !pe_rule_is_attested (leaf->rule))
    pe_rulebook_report (self->rulebook, self->collector, PE_WARNING_MEASURE_UNUSED, index, "/declared", "code",
                        leaf->code, "name", find_figure (leaf->rule), NULL);
  check_marks (self, index, leaf);
  pe_lint_check_rule (self, index, leaf->rule, &leaf->full_marks, "/rule");
}

/* Grades */

static void
report_grade (const pe_lint *self, size_t index, const pe_decimal *from, const pe_decimal *below)
{
  pe_buffer path = PE_BUFFER_INIT;
  char      from_text[PE_DECIMAL_PRINT_SIZE], below_text[PE_DECIMAL_PRINT_SIZE];
  char     *what;

  (void) pe_decimal_print (from_text, sizeof from_text, from, NULL);
  (void) pe_decimal_print (below_text, sizeof below_text, below, NULL);
  pe_buffer_add_string (&path, "/grades/");
  pe_buffer_add_uint (&path, index);
  pe_buffer_add_string (&path, "/from");
  what = pe_buffer_steal (&path);
  if (what == NULL)
    add_no_memory (self);
  else
    pe_rulebook_report (self->rulebook, self->collector, PE_WARNING_GRADE_UNREACHABLE, PE_NO_INDICATOR, what, "name",
                        pe_rulebook_peek_grade (self->rulebook, index)->id, "from", from_text, "to", below_text, NULL);
  g_free (what);
}

/* Whether some multiple of the total's last place lies in [from, below), or up to the full marks for the highest. */
static gboolean
has_total (const pe_decimal *from, const pe_decimal *below, gboolean below_belongs, int32_t places)
{
  pe_rational least, bound;
  int         order;

  pe_rational_init (&least);
  pe_rational_init (&bound);
  pe_rational_set_decimal (&least, from);
  pe_rational_set_decimal (&bound, below);
  (void) pe_rational_round (&least, &least, places, PE_ROUND_CEILING, PE_RULE_CHECK_BITS);
  order = pe_rational_compare (&least, &bound);
  pe_rational_clear (&bound);
  pe_rational_clear (&least);
  return order < 0 || (order == 0 && below_belongs);
}

static void
check_grades (const pe_lint *self)
{
  const pe_rounding_contract *contract = pe_rulebook_peek_rounding (self->rulebook);
  const pe_decimal           *below = &pe_rulebook_peek_head (self->rulebook)->full_marks;

  if (contract->rank_on != PE_RANK_ON_ROUNDED || contract->total_rounding == 0)
    return;
  for (size_t i = 0; i < pe_rulebook_get_n_grades (self->rulebook); i++)
    {
      const pe_decimal *from = &pe_rulebook_peek_grade (self->rulebook, i)->from;

      if (!has_total (from, below, i == 0, contract->total_places))
        report_grade (self, i, from, below);
      below = from;
    }
}

/* Measures */

static void
check_measure (const pe_lint *self, size_t index)
{
  const pe_rulebook_measure *measure = pe_rulebook_get_measure (self->rulebook, index);
  pe_buffer                  buffer = PE_BUFFER_INIT;
  char                      *path;

  if (pe_rulebook_uses_measure (self->rulebook, measure))
    return;
  pe_buffer_add_string (&buffer, "/measures/");
  pe_buffer_add_uint (&buffer, index);
  path = pe_buffer_steal (&buffer);
  if (path == NULL)
    add_no_memory (self);
  else
    pe_rulebook_report (self->rulebook, self->collector, PE_WARNING_MEASURE_IDLE, PE_NO_INDICATOR, path, "name",
                        pe_rulebook_measure_get_id (measure), NULL);
  g_free (path);
}

/* Other rulebooks */

static gboolean
is_same_text (const char *a, const char *b)
{
  return a == b || (a != NULL && b != NULL && strcmp (a, b) == 0);
}

static void
print_year (char out[12], int32_t year)
{
  const pe_decimal number = { year, 0, 0 };

  (void) pe_decimal_print (out, 12, &number, NULL);
}

/* The finding stands at this rulebook's years, and in the second place at the other one's. */
static void
report_overlap (const pe_rulebook *self, const pe_rulebook *other, pe_collector *collector)
{
  const pe_rulebook_head *ours = pe_rulebook_peek_head (self), *theirs = pe_rulebook_peek_head (other);
  char                    from[12], to[12], here[] = "/fiscal_years", there[] = "/fiscal_years";
  pe_parameter_init       parameters[] = { { "name", theirs->edition }, { "from", from }, { "to", to } };
  const pe_place          places[]
      = { pe_rulebook_find_nearest_place (self, here), pe_rulebook_find_nearest_place (other, there) };
  const pe_finding_init init = { PE_ERROR_EDITION_OVERLAP, places, 2, parameters, G_N_ELEMENTS (parameters) };

  print_year (from, MAX (ours->first_year, theirs->first_year));
  print_year (to, MIN (ours->last_year, theirs->last_year));
  pe_collector_add_init (collector, &init);
}

static void
report_double (const pe_rulebook *self, const pe_rulebook *other, pe_collector *collector)
{
  char              here[] = "/edition", there[] = "/edition";
  pe_parameter_init parameters[] = { { "code", pe_rulebook_peek_head (other)->edition } };
  const pe_place    places[]
      = { pe_rulebook_find_nearest_place (self, here), pe_rulebook_find_nearest_place (other, there) };
  const pe_finding_init init = { PE_ERROR_CODE_DUPLICATE, places, 2, parameters, G_N_ELEMENTS (parameters) };

  pe_collector_add_init (collector, &init);
}

void
pe_lint_check_others (const pe_rulebook *rulebook, const pe_lint_options *options, pe_collector *collector)
{
  const pe_rulebook_head *ours = pe_rulebook_peek_head (rulebook);

  for (size_t i = 0; i < options->n_others; i++)
    {
      const pe_rulebook_head *theirs = pe_rulebook_peek_head (options->others[i]);

      if (options->others[i] == rulebook || strcmp (ours->id, theirs->id) != 0)
        continue;
      if (strcmp (ours->edition, theirs->edition) == 0)
        report_double (rulebook, options->others[i], collector);
      else if (ours->kind == theirs->kind && is_same_text (ours->place, theirs->place)
               && ours->first_year <= theirs->last_year && theirs->first_year <= ours->last_year)
        report_overlap (rulebook, options->others[i], collector);
    }
}

/* The call */

/* Steps to look for what decision tables give at most, of all tables together: what is dearer is not said. */
#define LINT_TABLE_STEPS (PE_TABLE_MAX_STEPS / 10)

void
pe_lint_check (const pe_rulebook *rulebook, gboolean has_dropped_cases, pe_collector *collector)
{
  uint64_t      table_steps = LINT_TABLE_STEPS;
  const pe_lint self = { rulebook, collector, &table_steps };

  check_grades (&self);
  for (size_t i = 0; i < pe_rulebook_get_n_indicators (rulebook); i++)
    check_leaf (&self, i);
  check_sources (&self);
  for (size_t i = 0; i < pe_rulebook_get_n_measures (rulebook); i++)
    check_measure (&self, i);
  if (pe_rulebook_get_n_cases (rulebook) == 0 && !has_dropped_cases)
    pe_rulebook_report (rulebook, collector, PE_WARNING_CASES_MISSING, PE_NO_INDICATOR, "/cases", "name",
                        pe_rulebook_peek_head (rulebook)->id, NULL);
}

pe_status
pe_lint_options_import (pe_lint_options *ours, pe_limits *limits, const pe_lint_options *theirs, pe_error **error)
{
  pe_status status = PE_OK;

  pe_lint_options_init (ours, sizeof *ours);
  if (theirs != NULL)
    status = pe_struct_import (ours, sizeof *ours, theirs, offsetof (pe_lint_options, calendar), "options", error);
  if (status != PE_OK)
    return status;
  if (ours->reserved != 0)
    return pe_error_set_argument (error, "options", "a structure filled by pe_lint_options_init()");
  if (ours->others == NULL && ours->n_others > 0)
    return pe_error_set_argument (error, "options.others", "not NULL");
  for (size_t i = 0; i < ours->n_others; i++)
    if (ours->others[i] == NULL)
      return pe_error_set_argument (error, "options.others", "rulebooks, none of them NULL");
  return pe_limits_import (limits, ours->limits, error);
}
