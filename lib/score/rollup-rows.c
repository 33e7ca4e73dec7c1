/* rollup-rows.c - "totals first": the rows that several units bring for a slot as one unit's
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rollup-private.h"

#include <string.h>

#include "../rules/shape-private.h"

/* The rows of one slot. */
typedef struct rows
{
  pe_rolling         *rolling;
  pe_dossier_builder *builder;
  const pe_rule      *rule; /* the slot */
  const char         *slot;
  pe_vector           members; /* of pe_merge_member; the index is that of the row in its dossier */
} rows;

/* Rows of several units that are one. */
typedef struct group
{
  const rows   *rows;
  const size_t *places;
  size_t        n;
} group;

static const pe_merge_member *
peek_member (const group *self, size_t index)
{
  return pe_vector_at (&self->rows->members, const pe_merge_member, self->places[index]);
}

static const pe_row *
peek_row (const group *self, size_t index)
{
  const pe_merge_member *member = peek_member (self, index);

  return pe_dossier_peek_row (pe_rolling_peek_dossier (self->rows->rolling, member->unit), member->index);
}

static pe_merge_site
make_site (const group *self, size_t index, const char *name, const char *path)
{
  const pe_merge_member *member = peek_member (self, index);
  pe_merge_site          site = { member->unit, name, self->rows->slot, PE_BUFFER_INIT };

  pe_dossier_print_row_path (pe_rolling_peek_dossier (self->rows->rolling, member->unit), member->index, &site.path);
  pe_buffer_add_string (&site.path, path);
  return site;
}

/* Which row is the first that counts; 0 where all are withdrawn. */
static size_t
find_first_index (const group *self)
{
  for (size_t i = 0; i < self->n; i++)
    if (peek_row (self, i)->withdrawn == 0)
      return i;
  return 0;
}

/* The first row that counts, which the others agree with; a withdrawn one where all are. */
static const pe_row *
find_first (const group *self)
{
  return peek_row (self, find_first_index (self));
}

/* What all have to say alike */

static const char *
get_nature_word (pe_nature nature)
{
  return nature == PE_NATURE_QUALITATIVE ? "qualitative" : nature == PE_NATURE_QUANTITATIVE ? "quantitative" : "—";
}

static const char *
get_sign_word (pe_sign sign)
{
  static const char *const words[PE_SIGN_GREATER + 1] = { "—", "≥", "≤", "=", "<", ">" };

  return words[sign];
}

static gboolean
refuse (const group *self, size_t index, const char *path, const char *found, const char *expected)
{
  pe_merge_site site = make_site (self, index, peek_row (self, index)->name, path);

  pe_rolling_add_conflict (self->rows->rolling, &site, found != NULL ? found : "—", expected != NULL ? expected : "—");
  return FALSE;
}

static gboolean
refuse_marks (const group *self, size_t index, const pe_row *first)
{
  pe_merge_site site = make_site (self, index, peek_row (self, index)->name, "/marks");

  pe_rolling_add_figure_conflict (self->rows->rolling, &site, &peek_row (self, index)->marks, &first->marks);
  return FALSE;
}

static gboolean
are_marks_equal (const pe_figure *a, const pe_figure *b)
{
  return a->state == b->state && (a->state != PE_STATE_VALUE || pe_decimal_order (&a->value, &b->value) == 0);
}

static gboolean
agrees (const group *self, size_t index, const pe_row *first)
{
  const pe_row *row = peek_row (self, index);

  if (row->nature != first->nature)
    return refuse (self, index, "/nature", get_nature_word (row->nature), get_nature_word (first->nature));
  if (row->sign != first->sign)
    return refuse (self, index, "/sign", get_sign_word (row->sign), get_sign_word (first->sign));
  if (g_strcmp0 (row->unit, first->unit) != 0)
    return refuse (self, index, "/unit", row->unit, first->unit);
  if (!are_marks_equal (&row->marks, &first->marks))
    return refuse_marks (self, index, first);
  return TRUE;
}

/* A row that was withdrawn counts for no unit, and one that only some withdrew for those that did not. */
static gboolean
check_members (const group *self)
{
  const pe_row *first = find_first (self);
  gboolean      done = TRUE;

  for (size_t i = 0; i < self->n; i++)
    {
      const pe_row *row = peek_row (self, i);

      if (i > 0 && peek_member (self, i)->unit == peek_member (self, i - 1)->unit)
        done = refuse (self, i, "/name", "another row of this name", "one row of this name");
      else if (row->withdrawn == 0)
        done &= row == first || agrees (self, i, first);
      else
        {
          pe_merge_site site = make_site (self, i, row->name, "");

          pe_rolling_add_at (self->rows->rolling, PE_NOTE_NOT_MERGED, site.unit, &site.path, "name", row->name, NULL);
        }
    }
  return done;
}

/* Figures */

typedef const pe_figure *(*get_figure) (const pe_row *row, const char **text);

/* The target that counts for a unit. */
static const pe_figure *
get_target (const pe_row *row, const char **text)
{
  *text = row->target_text;
  return &row->target;
}

static const pe_figure *
get_adjusted (const pe_row *row, const char **text)
{
  if (row->adjusted_target.state == PE_STATE_MISSING)
    return get_target (row, text);
  *text = row->adjusted_text;
  return &row->adjusted_target;
}

static const pe_figure *
get_actual (const pe_row *row, const char **text)
{
  *text = row->actual_text;
  return &row->actual;
}

static const pe_figure *
get_score (const pe_row *row, const char **text)
{
  *text = NULL;
  return &row->score;
}

static gboolean
is_share (const group *self, get_figure get)
{
  for (size_t i = 0; i < self->n; i++)
    {
      const char      *text;
      const pe_figure *figure = get (peek_row (self, i), &text);

      if (figure->state == PE_STATE_VALUE && peek_row (self, i)->withdrawn == 0)
        return figure->unit == PE_UNIT_PERCENT || figure->unit == PE_UNIT_PERMILLE
               || figure->unit == PE_UNIT_PERCENTAGE_POINT;
    }
  return FALSE;
}

/* Rows of one name agree in the word of their unit, so that figures in it are of one unit also where it is unknown here. */
static gboolean
has_word (const pe_row *row)
{
  pe_unit unit;

  return row->unit != NULL && pe_unit_parse (&unit, row->unit, strlen (row->unit), NULL) == PE_ERROR_UNIT_UNKNOWN;
}

static gboolean
merge_figure (const group *self, get_figure get, pe_merge_kind kind, const char *path, pe_figure *out,
              const char **text)
{
  const pe_row *first = find_first (self);
  pe_merge_site site = make_site (self, find_first_index (self), first->name, path);
  pe_merging    merging;
  gboolean      done = TRUE;

  pe_merging_init (&merging, self->rows->rolling, kind, get == get_score);
  merging.has_word = has_word (first);
  for (size_t i = 0; i < self->n && done; i++)
    {
      const char      *each;
      const pe_figure *figure = get (peek_row (self, i), &each);

      if (peek_row (self, i)->withdrawn != 0)
        continue;
      done = pe_merging_add (&merging, peek_member (self, i)->unit, figure, each);
      if (!done)
        {
          pe_merge_site other = make_site (self, i, first->name, path);

          pe_merging_add_conflict (&merging, &other, figure, each);
        }
    }
  done = done && pe_merging_finish (&merging, &site, out, text);
  pe_merging_clear (&merging);
  pe_buffer_clear (&site.path);
  return done;
}

static gboolean
has_adjusted (const group *self)
{
  for (size_t i = 0; i < self->n; i++)
    if (peek_row (self, i)->withdrawn == 0 && peek_row (self, i)->adjusted_target.state != PE_STATE_MISSING)
      return TRUE;
  return FALSE;
}

/* A bare number that the rule holds against a bound of the scheme may be a rate or an amount. */
static void
refuse_bare (const group *self, get_figure get, const char *fact)
{
  const pe_rule *rule = pe_rule_get_sign_rule (self->rows->rule, find_first (self)->sign);

  if (rule == NULL || pe_merge_adds_bare (rule) || !pe_rule_uses_fact (rule, fact))
    return;
  for (size_t i = 0; i < self->n; i++)
    {
      const char      *text;
      const pe_figure *figure = get (peek_row (self, i), &text);

      if (peek_row (self, i)->withdrawn != 0 || figure->state != PE_STATE_VALUE)
        continue;
      if (figure->unit == PE_UNIT_NONE)
        (void) refuse (self, i, get == get_actual ? "/actual" : "/target", "a bare number", "a number with its unit");
      return;
    }
}

static void
merge_quantities (const group *self, pe_row *row)
{
  const pe_merge_kind kind = is_share (self, get_target) || is_share (self, get_actual) ? PE_MERGE_MEAN : PE_MERGE_SUM;

  refuse_bare (self, get_adjusted, "target");
  refuse_bare (self, get_actual, "actual");
  (void) merge_figure (self, get_target, kind, "/target", &row->target, &row->target_text);
  (void) merge_figure (self, get_actual, kind, "/actual", &row->actual, &row->actual_text);
  if (has_adjusted (self))
    (void) merge_figure (self, get_adjusted, kind, "/adjusted_target", &row->adjusted_target, &row->adjusted_text);
}

/* Qualitative rows */

/* The marks that a row's score is out of; FALSE where the rulebook splits them in a way that is not known here. */
static gboolean
find_marks (const group *self, const pe_row *first, pe_rational *out)
{
  pe_slot slot;

  pe_rule_get_slot (self->rows->rule, &slot);
  if (first->marks.state == PE_STATE_VALUE && slot.marks == PE_SLOT_MARKS_BY_UNIT)
    pe_rational_set_decimal (out, &first->marks.value);
  else
    return FALSE;
  return TRUE;
}

static gboolean
are_grades_equal (const group *self, const pe_row *first)
{
  for (size_t i = 0; i < self->n; i++)
    if (peek_row (self, i)->withdrawn == 0 && g_strcmp0 (peek_row (self, i)->grade, first->grade) != 0)
      return FALSE;
  return TRUE;
}

/* The grade that all gave, or that of the averaged score. */
static void
merge_grade (const group *self, const pe_row *first, pe_row *row)
{
  const pe_rule *rule = pe_rule_get_sign_rule (self->rows->rule, PE_SIGN_QUALITATIVE);
  const pe_band *band = NULL;
  pe_rational    marks;

  row->grade = first->grade;
  if (are_grades_equal (self, first))
    return;
  pe_rational_init (&marks);
  if (rule != NULL && row->score.state == PE_STATE_VALUE && find_marks (self, first, &marks))
    band = pe_merge_find_band (rule, &marks, &row->score.value);
  pe_rational_clear (&marks);
  if (band == NULL)
    (void) refuse (self, self->n - 1, "/grade", peek_row (self, self->n - 1)->grade, first->grade);
  else
    row->grade = band->id;
}

const pe_band *
pe_merge_find_band (const pe_rule *rule, const pe_rational *full_marks, const pe_decimal *score)
{
  size_t         n;
  const pe_band *bands = pe_rule_get_bands (rule, &n), *found = NULL;
  pe_rational    points, low, high;

  pe_rational_init (&points);
  pe_rational_init (&low);
  pe_rational_init (&high);
  pe_rational_set_decimal (&points, score);
  for (size_t i = 0; i < n; i++)
    {
      int from, to;

      (void) pe_graded_compute_bound (rule, full_marks, &bands[i].low, PE_BITS_UNBOUNDED, &low);
      (void) pe_graded_compute_bound (rule, full_marks, &bands[i].high, PE_BITS_UNBOUNDED, &high);
      from = pe_rational_compare (&points, &low);
      to = pe_rational_compare (&points, &high);
      if (from < 0 || (from == 0 && bands[i].low_end == PE_END_OPEN) || to > 0
          || (to == 0 && bands[i].high_end == PE_END_OPEN))
        continue;
      if (found != NULL)
        {
          found = NULL;
          break;
        }
      found = &bands[i];
    }
  pe_rational_clear (&points);
  pe_rational_clear (&low);
  pe_rational_clear (&high);
  return found;
}

/* Rows */

typedef struct texts
{
  pe_buffer reason;
  pe_buffer evidence;
  pe_buffer target;
  pe_buffer actual;
} texts;

/* What people wrote; of qualitative rows the target and what was reached as well. */
static void
join_texts (const group *self, const pe_row *first, texts *out)
{
  for (size_t i = 0; i < self->n; i++)
    {
      const pe_row *row = peek_row (self, i);

      if (row->withdrawn != 0)
        continue;
      pe_merge_join (&out->reason, row->reason);
      pe_merge_join (&out->evidence, row->evidence);
      if (first->nature != PE_NATURE_QUALITATIVE)
        continue;
      pe_merge_join (&out->target, row->target_text);
      pe_merge_join (&out->actual, row->actual_text);
    }
}

static void
merge_qualitative (const group *self, const pe_row *first, pe_row *row)
{
  const char *text;

  if (row->target_text != NULL)
    row->target.state = PE_STATE_TEXT;
  if (row->actual_text != NULL)
    row->actual.state = PE_STATE_TEXT;
  if (merge_figure (self, get_score, PE_MERGE_MEAN, "/score", &row->score, &text))
    merge_grade (self, first, row);
}

static void
push_row (const group *self, pe_row *row)
{
  pe_error *error = NULL;

  if (pe_dossier_builder_add_rows (self->rows->builder, row, 1, &error) != PE_OK)
    pe_collector_take_error (&self->rows->rolling->collector, error, NULL);
}

/* Everything but the figures. */
static void
fill_row (const group *self, const pe_row *first, pe_row *row)
{
  const pe_merge_member *member = peek_member (self, 0);

  pe_row_init (row, sizeof *row);
  row->slot = self->rows->slot;
  row->name = member->name;
  row->withdrawn = first->withdrawn != 0;
  row->nature = first->nature;
  row->sign = first->sign;
  row->unit = first->unit;
  row->marks = first->marks;
  if (member->above != G_MAXSIZE)
    row->parent = pe_vector_at (&self->rows->members, const pe_merge_member, member->above)->merged;
}

/* A row whose members disagree goes on without figures: those of the next are looked at all the same. */
static void
add_row (const group *self)
{
  pe_rolling   *rolling = self->rows->rolling;
  const pe_row *first = find_first (self);
  texts         joined = { PE_BUFFER_INIT, PE_BUFFER_INIT, PE_BUFFER_INIT, PE_BUFFER_INIT };
  char         *owned[4] = { NULL, NULL, NULL, NULL };
  pe_row        row;

  fill_row (self, first, &row);
  if (first->withdrawn == 0 && check_members (self))
    {
      join_texts (self, first, &joined);
      row.reason = owned[0] = pe_merge_steal (rolling, &joined.reason);
      row.evidence = owned[1] = pe_merge_steal (rolling, &joined.evidence);
      row.target_text = owned[2] = pe_merge_steal (rolling, &joined.target);
      row.actual_text = owned[3] = pe_merge_steal (rolling, &joined.actual);
      if (first->nature == PE_NATURE_QUALITATIVE)
        merge_qualitative (self, first, &row);
      else
        merge_quantities (self, &row);
    }
  push_row (self, &row);
  for (size_t i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
}

static pe_status
collect (rows *self)
{
  for (size_t i = 0; i < pe_rolling_get_n_units (self->rolling); i++)
    {
      const pe_dossier *dossier = pe_rolling_peek_dossier (self->rolling, i);
      const size_t      base = self->members.size;
      size_t            first;
      const size_t      n = pe_dossier_find_rows (dossier, self->slot, &first);

      for (size_t j = 0; j < n; j++)
        {
          const pe_row   *row = pe_dossier_peek_row (dossier, first + j);
          pe_merge_member member = { i, first + j, G_MAXSIZE, 0, row->name, 0, 0, 0 };

          if (row->parent != 0)
            member.above = base + row->parent - 1;
          if (pe_vector_push (&self->members, &member) != PE_OK)
            return PE_ERROR_NO_MEMORY;
        }
    }
  return PE_OK;
}

static void
merge_slot (rows *self)
{
  size_t *order = NULL;

  if (pe_rolling_check (self->rolling, collect (self)))
    (void) pe_rolling_check (self->rolling, pe_merge_tree (&self->members, &order));
  for (size_t i = 0, end; order != NULL && i < self->members.size; i = end)
    {
      const pe_merge_member *list = self->members.data;

      for (end = i + 1; end < self->members.size && list[order[end]].merged == list[order[i]].merged; end++)
        ;
      add_row (&(const group) { self, order + i, end - i });
    }
  g_free (order);
}

void
pe_merge_rows (pe_rolling *rolling, pe_dossier_builder *builder)
{
  const pe_rulebook *rulebook = rolling->rollup->rulebook;

  for (size_t i = 0; i < pe_rulebook_get_n_indicators (rulebook); i++)
    {
      const pe_indicator *leaf = pe_rulebook_peek_indicator (rulebook, i);
      rows                self = { rolling, builder, leaf->rule, leaf->code, PE_VECTOR_INIT (pe_merge_member) };

      if (leaf->rule == NULL || !pe_rule_is_slot (leaf->rule))
        continue;
      merge_slot (&self);
      pe_vector_clear (&self.members);
    }
}
