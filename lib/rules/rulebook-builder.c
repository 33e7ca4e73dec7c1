/* rulebook-builder.c - a rulebook under construction
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "adjustment-rule-private.h"

#include <string.h>

#include "../base/date-private.h"
#include "../base/struct-private.h"
#include "lint-private.h"

pe_status
pe_rulebook_builder_new (pe_rulebook_builder **out, const pe_rulebook *from, pe_error **error)
{
  pe_rulebook_builder *self;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  self = g_try_new (pe_rulebook_builder, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  pe_rulebook_content_init (&self->content);
  self->places = NULL;
  self->lints = FALSE;
  self->has_dropped_cases = FALSE;
  if (from != NULL && pe_rulebook_content_copy (&self->content, &from->content) != PE_OK)
    {
      pe_rulebook_builder_free (self);
      return pe_error_set_no_memory (error);
    }
  *out = self;
  return PE_OK;
}

void
pe_rulebook_builder_free (pe_rulebook_builder *self)
{
  if (self == NULL)
    return;
  pe_rulebook_content_clear (&self->content);
  if (self->places != NULL)
    pe_place_map_free (self->places);
  g_free (self);
}

void
pe_rulebook_builder_take_places (pe_rulebook_builder *self, pe_place_map *places)
{
  if (self->places != NULL)
    pe_place_map_free (self->places);
  self->places = places;
}

void
pe_rulebook_builder_set_lint (pe_rulebook_builder *self)
{
  self->lints = TRUE;
}

void
pe_rulebook_builder_drop_cases (pe_rulebook_builder *self)
{
  pe_rulebook_cut_records (&self->content.cases, &pe_case_kind, 0);
  pe_rulebook_cut_records (&self->content.case_scores, &pe_case_score_kind, 0);
  self->has_dropped_cases = TRUE;
}

/* The head and the contract */

static pe_status
check_head (const pe_rulebook_head *head, pe_error **error)
{
  if (head->kind < PE_KIND_DEPARTMENT || head->kind > PE_KIND_POLICY)
    return pe_error_set_argument (error, "head.kind", "a pe_kind");
  if (head->status < PE_RULEBOOK_OFFICIAL || head->status > PE_RULEBOOK_SAMPLE)
    return pe_error_set_argument (error, "head.status", "a pe_rulebook_status");
  if (head->first_year < PE_YEAR_MIN || head->first_year > PE_YEAR_MAX)
    return pe_error_set_argument (error, "head.first_year", "1900 to 9999");
  if (head->last_year < head->first_year || head->last_year > PE_YEAR_MAX)
    return pe_error_set_argument (error, "head.last_year", "first_year to 9999");
  if (head->reserved != 0)
    return pe_error_set_argument (error, "head.reserved", "0");
  if (!pe_decimal_is_well_formed (&head->full_marks) || head->full_marks.coefficient <= 0)
    return pe_error_set_argument (error, "head.full_marks", "above 0");
  return PE_OK;
}

pe_status
pe_rulebook_builder_set_head (pe_rulebook_builder *self, const pe_rulebook_head *head, pe_error **error)
{
  pe_rulebook_head ours;
  pe_status        status;

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  status = pe_struct_import (&ours, sizeof ours, head, sizeof ours, "head", error);
  if (status == PE_OK)
    status = check_head (&ours, error);
  if (status == PE_OK)
    status = pe_record_copy_texts (&ours, pe_head_kind.members, pe_head_kind.n_members, NULL, 0, error);
  if (status != PE_OK)
    return status;
  pe_record_free_texts (&self->content.head, pe_head_kind.members, pe_head_kind.n_members);
  self->content.head = ours;
  self->content.has_head = TRUE;
  return PE_OK;
}

/* A level that does not round has no places: they say nothing, and would make two digests of one contract. */
static pe_status
check_level (int32_t *places, pe_rounding rounding, const char *name, pe_error **error)
{
  if (rounding == 0)
    {
      *places = 0;
      return PE_OK;
    }
  if (!pe_rounding_is_known (rounding) || *places < 0 || *places > PE_DECIMAL_MAX_SCALE)
    return pe_error_set_argument (error, name, "0 to 18 places and a pe_rounding, or a rounding of 0");
  return PE_OK;
}

pe_status
pe_rulebook_builder_set_rounding (pe_rulebook_builder *self, const pe_rounding_contract *contract, pe_error **error)
{
  pe_rounding_contract ours;
  pe_status            status;

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  status = pe_struct_import (&ours, sizeof ours, contract, sizeof ours, "contract", error);
  if (status != PE_OK)
    return status;
  if (ours.rank_on != PE_RANK_ON_ROUNDED && ours.rank_on != PE_RANK_ON_EXACT)
    return pe_error_set_argument (error, "contract.rank_on", "a pe_rank_on");
  status = check_level (&ours.rate_places, ours.rate_rounding, "contract.rate_places", error);
  if (status == PE_OK)
    status = check_level (&ours.leaf_places, ours.leaf_rounding, "contract.leaf_places", error);
  if (status == PE_OK)
    status = check_level (&ours.subtotal_places, ours.subtotal_rounding, "contract.subtotal_places", error);
  if (status == PE_OK)
    status = check_level (&ours.total_places, ours.total_rounding, "contract.total_places", error);
  if (status != PE_OK)
    return status;
  self->content.rounding = ours;
  self->content.has_rounding = TRUE;
  return PE_OK;
}

pe_status
pe_rulebook_builder_set_policy (pe_rulebook_builder *self, pe_state state, pe_policy policy, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (state < PE_STATE_MISSING || state > PE_STATE_INVALID || state == PE_STATE_VALUE)
    return pe_error_set_argument (error, "state", "a pe_state other than PE_STATE_VALUE");
  if (policy < PE_POLICY_ERROR || policy > PE_POLICY_DROP)
    return pe_error_set_argument (error, "policy", "a pe_policy");
  self->content.policies[state] = policy;
  return PE_OK;
}

/* Tables */

/* Takes one record over into a vector; its references are not yet taken. */
static pe_status
add_record (pe_vector *vector, const pe_rulebook_record_kind *kind, pe_record_check *check, const void *items,
            size_t index, void *record, pe_error **error)
{
  pe_status status = pe_struct_import_at (record, kind->size, items, index, kind->size, "items", error);

  if (status == PE_OK)
    status = check (record, index, error);
  if (status == PE_OK)
    status = pe_record_copy_texts (record, kind->members, kind->n_members, kind->table, index, error);
  if (status == PE_OK && pe_vector_push (vector, record) != PE_OK)
    {
      pe_record_free_texts (record, kind->members, kind->n_members);
      status = pe_error_set_no_memory (error);
    }
  return status;
}

pe_status
pe_rulebook_builder_add_records (pe_rulebook_builder *self, pe_vector *vector, const pe_rulebook_record_kind *kind,
                                 pe_record_check *check, const void *items, size_t n, void *record, pe_error **error)
{
  size_t    before;
  pe_status status = PE_OK;

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (items == NULL && n > 0)
    return pe_error_set_argument (error, "items", "not NULL");
  before = vector->size;
  for (size_t i = 0; i < n && status == PE_OK; i++)
    {
      status = add_record (vector, kind, check, items, i, record, error);
      if (status == PE_OK && kind->hold != NULL)
        kind->hold ((char *) vector->data + (vector->size - 1) * kind->size);
    }
  if (status != PE_OK)
    pe_rulebook_cut_records (vector, kind, before);
  return status;
}

static pe_status
check_source (void *record, size_t index, pe_error **error)
{
  const pe_source *source = record;

  return source->reserved == 0 ? PE_OK : pe_record_set_error (error, "sources", index, "reserved", "0");
}

pe_status
pe_rulebook_builder_add_sources (pe_rulebook_builder *self, const pe_source *items, size_t n, pe_error **error)
{
  pe_source record;

  return pe_rulebook_builder_add_records (
      self, self != NULL ? &self->content.sources : NULL, &pe_source_kind, check_source, items, n, &record, error);
}

static pe_status
check_assumption (void *record, size_t index, pe_error **error)
{
  const pe_assumption *assumption = record;

  return assumption->reserved == 0 ? PE_OK : pe_record_set_error (error, "assumptions", index, "reserved", "0");
}

pe_status
pe_rulebook_builder_add_assumptions (pe_rulebook_builder *self, const pe_assumption *items, size_t n, pe_error **error)
{
  pe_assumption record;

  return pe_rulebook_builder_add_records (self, self != NULL ? &self->content.assumptions : NULL, &pe_assumption_kind,
                                          check_assumption, items, n, &record, error);
}

static pe_status
check_grade (void *record, size_t index, pe_error **error)
{
  const pe_grade *grade = record;

  if (grade->reserved != 0)
    return pe_record_set_error (error, "grades", index, "reserved", "0");
  if (!pe_decimal_is_well_formed (&grade->from))
    return pe_record_set_error (error, "grades", index, "from", "a well-formed pe_decimal");
  return PE_OK;
}

pe_status
pe_rulebook_builder_add_grades (pe_rulebook_builder *self, const pe_grade *items, size_t n, pe_error **error)
{
  pe_grade record;

  return pe_rulebook_builder_add_records (
      self, self != NULL ? &self->content.grades : NULL, &pe_grade_kind, check_grade, items, n, &record, error);
}

static pe_status
check_indicator (void *record, size_t index, pe_error **error)
{
  pe_indicator *indicator = record;

  if (indicator->declared < 0 || indicator->declared > PE_DECLARED_ONLY)
    return pe_record_set_error (error, "indicators", index, "declared", "0 or a pe_declared_policy");
  if (indicator->status < 0 || indicator->status > PE_RULEBOOK_SAMPLE)
    return pe_record_set_error (error, "indicators", index, "status", "0 or a pe_rulebook_status");
  if (!pe_decimal_is_well_formed (&indicator->full_marks) || indicator->full_marks.coefficient <= 0)
    return pe_record_set_error (error, "indicators", index, "full_marks", "above 0");
  if (indicator->manual_deduction != 0 && indicator->manual_deduction != 1)
    return pe_record_set_error (error, "indicators", index, "manual_deduction", "0 or 1");
  if (indicator->reserved != 0)
    return pe_record_set_error (error, "indicators", index, "reserved", "0");
  /* What a leaf leaves open is settled here, so that a default and the same thing said have one digest. */
  if (indicator->rule != NULL && indicator->declared == 0)
    indicator->declared = pe_rule_is_attested (indicator->rule) ? PE_DECLARED_ONLY : PE_DECLARED_NEVER;
  return PE_OK;
}

pe_status
pe_rulebook_builder_add_indicators (pe_rulebook_builder *self, const pe_indicator *items, size_t n, pe_error **error)
{
  pe_indicator record;

  /* Indicators are numbered in 32 bits, and evaluations number theirs with a sign. */
  if (self != NULL && n > (size_t) G_MAXINT32 - self->content.indicators.size)
    return pe_error_set_no_memory (error);
  return pe_rulebook_builder_add_records (self, self != NULL ? &self->content.indicators : NULL, &pe_indicator_kind,
                                          check_indicator, items, n, &record, error);
}

pe_status
pe_rulebook_builder_add_over_achievements (pe_rulebook_builder *self, const pe_over_achievement *items, size_t n,
                                           pe_error **error)
{
  pe_over_achievement record;

  return pe_rulebook_builder_add_records (
      self, self != NULL ? &self->content.over_achievements : NULL, &pe_over_achievement_kind,
      pe_over_achievement_check, items, n, &record, error);
}

pe_status
pe_rulebook_builder_add_caps (pe_rulebook_builder *self, const pe_cap *items, size_t n, pe_error **error)
{
  pe_cap record;

  return pe_rulebook_builder_add_records (
      self, self != NULL ? &self->content.caps : NULL, &pe_cap_kind, pe_cap_check, items, n, &record, error);
}

pe_status
pe_rulebook_builder_add_vetoes (pe_rulebook_builder *self, const pe_veto *items, size_t n, pe_error **error)
{
  pe_veto record;

  return pe_rulebook_builder_add_records (
      self, self != NULL ? &self->content.vetoes : NULL, &pe_veto_kind, pe_veto_check, items, n, &record, error);
}

static pe_status
check_bonus (const pe_bonus *bonus, pe_error **error)
{
  if (bonus->reserved != 0)
    return pe_error_set_argument (error, "bonus.reserved", "0");
  if (!pe_decimal_is_well_formed (&bonus->limit) || bonus->limit.coefficient <= 0)
    return pe_error_set_argument (error, "bonus.limit", "above 0");
  if (!pe_decimal_is_well_formed (&bonus->ceiling) || bonus->ceiling.coefficient <= 0)
    return pe_error_set_argument (error, "bonus.ceiling", "above 0");
  return PE_OK;
}

pe_status
pe_rulebook_builder_set_bonus (pe_rulebook_builder *self, const pe_bonus *bonus, pe_error **error)
{
  pe_bonus  ours = { 0 };
  pe_status status;

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (bonus != NULL)
    {
      status = pe_struct_import (&ours, sizeof ours, bonus, sizeof ours, "bonus", error);
      if (status == PE_OK)
        status = check_bonus (&ours, error);
      if (status != PE_OK)
        return status;
    }
  self->content.has_bonus = bonus != NULL;
  self->content.bonus = ours;
  return PE_OK;
}

/* Order */

/* The tree by numbers from 1; 0 is above the top ones, and none. */
typedef struct links
{
  uint32_t *parent;
  uint32_t *first;
  uint32_t *last;
  uint32_t *next;
  uint32_t *number; /* in preorder */
  uint32_t *position;
} links;

static void
links_clear (links *self)
{
  g_free (self->parent);
  g_free (self->first);
  g_free (self->last);
  g_free (self->next);
  g_free (self->number);
  g_free (self->position);
}

static gboolean
links_init (links *self, size_t n)
{
  self->parent = g_try_new0 (uint32_t, n + 1);
  self->first = g_try_new0 (uint32_t, n + 1);
  self->last = g_try_new0 (uint32_t, n + 1);
  self->next = g_try_new0 (uint32_t, n + 1);
  self->number = g_try_new0 (uint32_t, n + 1);
  self->position = g_try_new0 (uint32_t, n + 1);
  return self->parent != NULL && self->first != NULL && self->last != NULL && self->next != NULL && self->number != NULL
         && self->position != NULL;
}

static void
add_parent_unknown (pe_collector *collector, size_t index, uint32_t parent)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *path, *code;

  pe_buffer_add_string (&buffer, "/indicators/");
  pe_buffer_add_uint (&buffer, index);
  pe_buffer_add_string (&buffer, "/parent");
  path = pe_buffer_steal (&buffer);
  pe_buffer_add_uint (&buffer, parent);
  code = pe_buffer_steal (&buffer);
  if (path == NULL || code == NULL)
    pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_collector_add (collector, PE_ERROR_REFERENCE_UNKNOWN, &PE_PLACE_WHAT (path), "code", code, "name", "parent",
                      "expected", "the number of an indicator that was added before", "expected_zh",
                      "此前已添加的指标的序号", NULL);
  g_free (path);
  g_free (code);
}

static void
link_indicators (links *self, const pe_vector *indicators, pe_collector *collector)
{
  for (uint32_t i = 1; i <= indicators->size; i++)
    {
      uint32_t parent = pe_vector_at (indicators, const pe_indicator, i - 1)->parent;

      if (parent >= i)
        {
          add_parent_unknown (collector, i - 1, parent);
          parent = 0;
        }
      self->parent[i] = parent;
      if (self->first[parent] == 0)
        self->first[parent] = i;
      else
        {
          self->next[self->last[parent]] = i;
          self->position[i] = self->position[self->last[parent]] + 1;
        }
      self->last[parent] = i;
    }
}

/* The one behind i in preorder; 0 at the end. No recursion: a tree may be as deep as it has indicators. */
static uint32_t
step_on (const links *self, uint32_t i)
{
  if (self->first[i] != 0)
    return self->first[i];
  while (i != 0 && self->next[i] == 0)
    i = self->parent[i];
  return i != 0 ? self->next[i] : 0;
}

gboolean
pe_rulebook_order (pe_rulebook *self, pe_collector *collector)
{
  pe_vector    *indicators = &self->content.indicators;
  const size_t  n = indicators->size;
  links         tree;
  pe_indicator *ordered = g_try_new (pe_indicator, n + 1);
  uint32_t      number = 0;

  self->positions = g_try_new0 (uint32_t, n + 1);
  if (!links_init (&tree, n) || ordered == NULL || self->positions == NULL)
    {
      links_clear (&tree);
      g_free (ordered);
      return FALSE;
    }
  link_indicators (&tree, indicators, collector);
  for (uint32_t i = tree.first[0]; i != 0; i = step_on (&tree, i))
    {
      ordered[number] = *pe_vector_at (indicators, pe_indicator, i - 1);
      ordered[number].parent = tree.number[tree.parent[i]];
      self->positions[number] = tree.position[i];
      tree.number[i] = ++number;
    }
  if (n > 0)
    memcpy (indicators->data, ordered, n * sizeof *ordered);
  links_clear (&tree);
  g_free (ordered);
  return TRUE;
}

/* Building */

static const char *
find_missing (const pe_rulebook *const *out, const pe_rulebook_builder *self)
{
  if (out == NULL)
    return "out";
  if (self == NULL)
    return "self";
  if (!self->content.has_head)
    return "head";
  return self->content.has_rounding ? NULL : "contract";
}

pe_status
pe_rulebook_builder_build (pe_rulebook **out, const pe_rulebook_builder *self, pe_findings **findings, pe_error **error)
{
  const char  *missing = find_missing ((const pe_rulebook *const *) out, self);
  pe_collector collector;
  pe_rulebook *rulebook;
  pe_status    status;

  pe_collector_init (&collector, NULL);
  if (missing != NULL)
    {
      pe_collector_add (&collector, PE_ERROR_INVALID_ARGUMENT, NULL, "name", missing, "expected", "not NULL, and set",
                        "expected_zh", "非空且已设置", NULL);
      return pe_collector_finish (&collector, findings, error);
    }
  rulebook = pe_rulebook_new ();
  if (rulebook == NULL || pe_rulebook_content_copy (&rulebook->content, &self->content) != PE_OK
      || !pe_rulebook_order (rulebook, &collector) || pe_rulebook_order_cases (rulebook) != PE_OK
      || pe_rulebook_finish (rulebook) != PE_OK)
    pe_collector_add (&collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    {
      rulebook->places = self->places;
      pe_rulebook_check (rulebook, &collector);
      if (self->lints)
        pe_lint_check (rulebook, self->has_dropped_cases, &collector);
    }
  status = pe_collector_finish (&collector, findings, error);
  if (status == PE_OK)
    {
      /* A map belongs to the first rulebook that is built of it. */
      ((pe_rulebook_builder *) self)->places = NULL;
      *out = rulebook;
      return PE_OK;
    }
  if (rulebook != NULL)
    rulebook->places = NULL;
  pe_rulebook_unref (rulebook);
  return status;
}
