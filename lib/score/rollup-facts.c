/* rollup-facts.c - "totals first": the facts, declared scores, deductions and bonuses of several units as one's
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rollup-private.h"

#include <string.h>

#include "../model/order-private.h"
#include "../rules/adjustment-rule-private.h"
#include "../rules/shape-private.h"

/* What a fact is to its rule */

typedef enum
{
  NATURE_UNUSED,  /* no rule asks for it */
  NATURE_COUNTED, /* added up, a bare number as well */
  NATURE_AMOUNT,  /* added up or averaged as its unit says, which it has to have */
  NATURE_SHARE,   /* averaged */
  NATURE_POINTS,  /* averaged: a person's score */
  NATURE_GRADE,   /* that of the averaged score */
  NATURE_TEXT     /* the texts of all */
} fact_nature;

/* A measure is no figure of the unit: what a bare number can be held against there is a rate. */
gboolean
pe_merge_adds_bare (const pe_rule *rule)
{
  size_t n = 0;

  for (size_t i = 0; i < pe_rule_peek_shape (rule)->n_parameters; i++)
    n += rule->settings[i].binding == PE_BINDING_FACT ? 1 : 0;
  return n > 1;
}

static gboolean
is_bound (const pe_rule *rule, const char *name, const char **argument)
{
  const pe_shape *shape = pe_rule_peek_shape (rule);

  for (size_t i = 0; i < shape->n_parameters; i++)
    if (rule->settings[i].binding == PE_BINDING_FACT && strcmp (rule->settings[i].text, name) == 0)
      {
        *argument = shape->parameters[i].name;
        return TRUE;
      }
  return FALSE;
}

static fact_nature
get_nature_in (const pe_rule *rule, const char *name)
{
  const pe_shape *shape = pe_rule_peek_shape (rule);
  const char     *argument = NULL;

  if (!pe_rule_uses_fact (rule, name))
    return NATURE_UNUSED;
  if (shape == &pe_shape_graded)
    return strcmp (name, "grade") == 0 ? NATURE_GRADE : NATURE_POINTS;
  if (shape == &pe_shape_external_score && strcmp (name, "evidence") == 0)
    return NATURE_TEXT;
  if (pe_shape_has_kind (shape, PE_PARAMETER_MILESTONES))
    return NATURE_SHARE;
  if (shape == &pe_shape_per_violation)
    return NATURE_COUNTED;
  if (!is_bound (rule, name, &argument))
    return NATURE_AMOUNT;
  if (shape == &pe_shape_external_score)
    return NATURE_POINTS;
  return pe_merge_adds_bare (rule) ? NATURE_COUNTED : NATURE_AMOUNT;
}

/* A fact that two rules use in two ways has to say what it is. */
static fact_nature
both (fact_nature a, fact_nature b)
{
  return a == NATURE_UNUSED || a == b ? b : b == NATURE_UNUSED ? a : NATURE_AMOUNT;
}

static fact_nature
get_nature (const pe_rulebook *rulebook, size_t indicator, const char *name)
{
  const pe_rule        *rule = pe_rulebook_peek_indicator (rulebook, indicator)->rule;
  fact_nature           nature = NATURE_UNUSED;
  size_t                n = 0;
  const pe_alternative *alternatives;

  if (rule == NULL)
    return NATURE_UNUSED;
  if (strcmp (name, PE_OVER_REASON_FACT) == 0 && pe_rulebook_adjusts_by_fact (rulebook, indicator, name))
    return NATURE_TEXT;
  alternatives = pe_rule_get_alternatives (rule, &n);
  for (size_t i = 0; i < n; i++)
    nature = both (nature, get_nature_in (alternatives[i].rule, name));
  if (nature == NATURE_UNUSED)
    nature = get_nature_in (rule, name);
  return nature == NATURE_UNUSED && pe_rulebook_adjusts_by_fact (rulebook, indicator, name) ? NATURE_AMOUNT : nature;
}

/* Facts of one name */

typedef struct fact_member
{
  size_t         unit;
  const pe_fact *fact;
} fact_member;

typedef struct facts
{
  pe_rolling         *rolling;
  pe_dossier_builder *builder;
  pe_vector           members; /* of fact_member */
  size_t             *order;   /* by indicator, name and unit */
  const char         *pending; /* the graded leaf whose grade waits for its score, or NULL */
} facts;

typedef struct group
{
  const facts  *facts;
  const size_t *places;
  size_t        n;
  const char   *indicator;
  const char   *name;
} group;

static const fact_member *
peek_member (const group *self, size_t index)
{
  return pe_vector_at (&self->facts->members, const fact_member, self->places[index]);
}

/* The group's fact of a unit; NULL where it has none. */
static const pe_fact *
find_of_unit (const group *self, size_t unit)
{
  return pe_dossier_find_fact (pe_rolling_peek_dossier (self->facts->rolling, unit), self->indicator, self->name);
}

static pe_merge_site
make_site (const group *self, size_t unit)
{
  pe_merge_site site = { unit, self->name, self->indicator, PE_BUFFER_INIT };

  pe_dossier_print_fact_path (self->indicator, self->name, &site.path);
  return site;
}

static void
add_fact (const group *self, const pe_figure *figure, const char *text)
{
  pe_fact   fact;
  pe_error *error = NULL;

  pe_fact_init (&fact, sizeof fact);
  fact.indicator = self->indicator;
  fact.name = self->name;
  fact.figure = *figure;
  fact.text = text;
  if (pe_dossier_builder_add_facts (self->facts->builder, &fact, 1, &error) != PE_OK)
    pe_collector_take_error (&self->facts->rolling->collector, error, NULL);
}

/* Different texts one behind the other. */
static void
join (const group *self)
{
  static const pe_figure figure = { { 0, 0, 0 }, PE_STATE_TEXT, PE_UNIT_NONE };
  pe_buffer              buffer = PE_BUFFER_INIT;
  char                  *text;

  for (size_t i = 0; i < self->n; i++)
    pe_merge_join (&buffer, peek_member (self, i)->fact->text);
  if (buffer.size == 0 && buffer.status == PE_OK)
    return;
  text = pe_buffer_steal (&buffer);
  if (pe_rolling_check (self->facts->rolling, text != NULL ? PE_OK : PE_ERROR_NO_MEMORY))
    add_fact (self, &figure, text);
  g_free (text);
}

static const pe_figure *
find_value (const group *self)
{
  for (size_t i = 0; i < self->n; i++)
    if (peek_member (self, i)->fact->figure.state == PE_STATE_VALUE)
      return &peek_member (self, i)->fact->figure;
  return NULL;
}

static gboolean
is_share (const pe_figure *figure)
{
  return figure != NULL
         && (figure->unit == PE_UNIT_PERCENT || figure->unit == PE_UNIT_PERMILLE
             || figure->unit == PE_UNIT_PERCENTAGE_POINT);
}

/* A bare number that may be a rate or an amount is neither. */
static void
refuse_bare (const group *self)
{
  pe_merge_site site = make_site (self, peek_member (self, 0)->unit);

  pe_rolling_add_conflict (self->facts->rolling, &site, "a bare number", "a number with its unit");
}

static gboolean
merge_figures (const group *self, fact_nature nature, pe_figure *out, const char **text)
{
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  pe_rolling *const      rolling = self->facts->rolling;
  const pe_figure       *value = find_value (self);
  const gboolean         is_mean = nature == NATURE_SHARE || nature == NATURE_POINTS || is_share (value);
  pe_merge_site          site = make_site (self, peek_member (self, 0)->unit);
  pe_merging             merging;
  gboolean               done = TRUE;

  pe_merging_init (&merging, rolling, is_mean ? PE_MERGE_MEAN : PE_MERGE_SUM, nature == NATURE_POINTS);
  for (size_t i = 0; i < pe_rolling_get_n_units (rolling) && done; i++)
    {
      const pe_fact *fact = find_of_unit (self, i);

      done = pe_merging_add (&merging, i, fact != NULL ? &fact->figure : &missing, fact != NULL ? fact->text : NULL);
      if (!done)
        {
          pe_merge_site other = make_site (self, i);

          pe_merging_add_conflict (&merging, &other, &fact->figure, fact->text);
        }
    }
  done = done && pe_merging_finish (&merging, &site, out, text);
  pe_merging_clear (&merging);
  pe_buffer_clear (&site.path);
  return done;
}

/* The grade in whose band the averaged score lies. */
static void
add_grade (const group *self, size_t indicator, const pe_figure *score)
{
  static const pe_figure figure = { { 0, 0, 0 }, PE_STATE_TEXT, PE_UNIT_NONE };
  const pe_indicator    *leaf = pe_rulebook_peek_indicator (self->facts->rolling->rollup->rulebook, indicator);
  group                  grade = *self;
  const pe_band         *band = NULL;
  pe_rational            full_marks;
  pe_merge_site          site;

  grade.name = "grade";
  if (score->state == PE_STATE_VALUE)
    {
      pe_rational_init (&full_marks);
      pe_rational_set_decimal (&full_marks, &leaf->full_marks);
      band = pe_merge_find_band (leaf->rule, &full_marks, &score->value);
      pe_rational_clear (&full_marks);
    }
  if (band != NULL)
    {
      add_fact (&grade, &figure, band->id);
      return;
    }
  site = make_site (&grade, peek_member (self, 0)->unit);
  pe_rolling_add_conflict (self->facts->rolling, &site, "another grade", "the same grade");
}

/* Whether every unit has a grade, save those that it does not apply to, and not all the same. */
static gboolean
do_grades_differ (const group *self)
{
  const char *first = NULL;
  gboolean    differ = FALSE;

  for (size_t i = 0; i < self->n; i++)
    {
      const pe_fact *fact = peek_member (self, i)->fact;

      if (fact->figure.state == PE_STATE_MISSING)
        return FALSE;
      if (fact->figure.state != PE_STATE_TEXT)
        continue;
      differ |= first != NULL && strcmp (first, fact->text) != 0;
      first = fact->text;
    }
  return differ && self->n == pe_rolling_get_n_units (self->facts->rolling);
}

/* The figures of a group as one, and the grade that waited for it. */
static void
merge_numbers (facts *self, const group *each, size_t indicator, fact_nature nature)
{
  pe_figure   figure;
  const char *text;

  if (!merge_figures (each, nature, &figure, &text))
    return;
  add_fact (each, &figure, text);
  if (nature != NATURE_POINTS || self->pending == NULL || strcmp (self->pending, each->indicator) != 0)
    return;
  self->pending = NULL;
  add_grade (each, indicator, &figure);
}

static void
merge_group (facts *self, const group *each)
{
  const pe_rulebook *rulebook = self->rolling->rollup->rulebook;
  const pe_figure   *value = find_value (each);
  size_t             indicator = 0;
  fact_nature        nature = NATURE_UNUSED;

  if (pe_rulebook_find_indicator (&indicator, rulebook, each->indicator, NULL) == PE_OK)
    nature = get_nature (rulebook, indicator, each->name);
  if (nature == NATURE_TEXT)
    join (each);
  else if (nature == NATURE_GRADE && do_grades_differ (each))
    self->pending = each->indicator;
  else if (nature == NATURE_AMOUNT && value != NULL && value->unit == PE_UNIT_NONE)
    refuse_bare (each);
  else if (nature != NATURE_UNUSED)
    merge_numbers (self, each, indicator, nature);
}

static int
compare_members (const void *data, size_t a, size_t b)
{
  const pe_fact *x = pe_vector_at ((const pe_vector *) data, const fact_member, a)->fact;
  const pe_fact *y = pe_vector_at ((const pe_vector *) data, const fact_member, b)->fact;
  const int      order = strcmp (x->indicator, y->indicator);

  return order != 0 ? order : strcmp (x->name, y->name);
}

static void
merge_groups (facts *self)
{
  for (size_t i = 0, end; i < self->members.size; i = end)
    {
      const pe_fact *fact = pe_vector_at (&self->members, const fact_member, self->order[i])->fact;

      for (end = i + 1;
           end < self->members.size && compare_members (&self->members, self->order[i], self->order[end]) == 0; end++)
        ;
      merge_group (self, &(const group) { self, self->order + i, end - i, fact->indicator, fact->name });
    }
}

static pe_status
collect (facts *self)
{
  for (size_t i = 0; i < pe_rolling_get_n_units (self->rolling); i++)
    {
      const pe_dossier *dossier = pe_rolling_peek_dossier (self->rolling, i);

      for (size_t j = 0; j < pe_dossier_get_n_facts (dossier); j++)
        {
          fact_member member = { i, pe_dossier_peek_fact (dossier, j) };

          if (pe_vector_push (&self->members, &member) != PE_OK)
            return PE_ERROR_NO_MEMORY;
        }
    }
  self->order = pe_order_new (self->members.size);
  return self->order != NULL ? PE_OK : PE_ERROR_NO_MEMORY;
}

void
pe_merge_facts (pe_rolling *rolling, pe_dossier_builder *builder)
{
  facts self = { rolling, builder, PE_VECTOR_INIT (fact_member), NULL, NULL };

  if (pe_rolling_check (rolling, collect (&self)))
    {
      pe_order_sort (self.order, self.members.size, compare_members, &self.members);
      merge_groups (&self);
    }
  g_free (self.order);
  pe_vector_clear (&self.members);
}
