/* cover.c - the fewest sets that cover everything
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "cover-private.h"

#include <string.h>

/* What one set costs before its penalty: fewer sets come before all else. */
#define SET_COST (UINT64_C (1) << 32)

#define NONE G_MAXUINT32

/* The search. Everything is indexed by elements and sets of the whole cover. */
typedef struct cover_search
{
  const pe_cover *cover;
  size_t         *first;   /* of each element: its sets, in owners; n_elements + 2 of them */
  uint32_t       *owners;  /* sets by element */
  uint32_t       *covered; /* of each element: by how many chosen sets */
  uint32_t       *group;   /* the element that stands for its group */
  uint32_t       *head;    /* of each group: its last element, or NONE */
  uint32_t       *next;    /* of each element: another of its group, or NONE */
  uint32_t       *members; /* the elements of the group that is searched */
  size_t          n_members;
  size_t          n_left;   /* members that nothing covers */
  size_t         *chosen;   /* by depth: the member that is to be covered */
  size_t         *position; /* by depth: the place in owners of the set that was taken for it */
  uint32_t       *best;     /* sets */
  size_t          n_best;
  uint64_t        best_cost;
} cover_search;

void
pe_cover_init (pe_cover *self, size_t n_elements)
{
  self->n_elements = n_elements;
  self->sets = (pe_vector) PE_VECTOR_INIT (pe_cover_set);
  self->elements = (pe_vector) PE_VECTOR_INIT (uint32_t);
  self->is_minimal = TRUE;
}

void
pe_cover_clear (pe_cover *self)
{
  pe_vector_clear (&self->sets);
  pe_vector_clear (&self->elements);
}

pe_status
pe_cover_add_set (pe_cover *self, uint32_t penalty)
{
  const pe_cover_set set = { self->elements.size, 0, penalty, FALSE };

  return pe_vector_push (&self->sets, &set);
}

pe_status
pe_cover_add_element (pe_cover *self, uint32_t element)
{
  pe_status status = pe_vector_push (&self->elements, &element);

  if (status == PE_OK)
    pe_vector_at (&self->sets, pe_cover_set, self->sets.size - 1)->n++;
  return status;
}

static pe_cover_set *
get_set (const pe_cover *self, size_t index)
{
  return pe_vector_at (&self->sets, pe_cover_set, index);
}

static uint32_t
get_element (const pe_cover *self, const pe_cover_set *set, size_t index)
{
  return *pe_vector_at (&self->elements, uint32_t, set->first + index);
}

/* Life of a search */

static void
search_clear (cover_search *self)
{
  g_free (self->first);
  g_free (self->owners);
  g_free (self->covered);
  g_free (self->group);
  g_free (self->head);
  g_free (self->next);
  g_free (self->members);
  g_free (self->chosen);
  g_free (self->position);
  g_free (self->best);
}

static pe_status
search_init (cover_search *self, const pe_cover *cover)
{
  const size_t n = cover->n_elements;

  memset (self, 0, sizeof *self);
  self->cover = cover;
  self->first = g_try_new0 (size_t, n + 2);
  self->owners = g_try_new (uint32_t, cover->elements.size + 1);
  self->covered = g_try_new0 (uint32_t, n + 1);
  self->group = g_try_new (uint32_t, n + 1);
  self->head = g_try_new (uint32_t, n + 1);
  self->next = g_try_new (uint32_t, n + 1);
  self->members = g_try_new (uint32_t, n + 1);
  self->chosen = g_try_new (size_t, n + 1);
  self->position = g_try_new (size_t, n + 1);
  self->best = g_try_new (uint32_t, n + 1);
  if (self->first == NULL || self->owners == NULL || self->covered == NULL || self->group == NULL || self->head == NULL
      || self->next == NULL || self->members == NULL || self->chosen == NULL || self->position == NULL
      || self->best == NULL)
    return PE_ERROR_NO_MEMORY;
  for (uint32_t i = 0; i < n; i++)
    self->group[i] = i;
  return PE_OK;
}

/* Counts two places ahead, so that filling leaves each element's first where it belongs. */
static void
list_owners (cover_search *self)
{
  const pe_cover *cover = self->cover;

  for (size_t i = 0; i < cover->elements.size; i++)
    self->first[*pe_vector_at (&cover->elements, uint32_t, i) + 2]++;
  for (size_t i = 2; i < cover->n_elements + 2; i++)
    self->first[i] += self->first[i - 1];
  for (uint32_t s = 0; s < cover->sets.size; s++)
    for (size_t i = 0; i < get_set (cover, s)->n; i++)
      self->owners[self->first[get_element (cover, get_set (cover, s), i) + 1]++] = s;
}

static uint32_t
find_group (cover_search *self, uint32_t element)
{
  while (self->group[element] != element)
    {
      self->group[element] = self->group[self->group[element]];
      element = self->group[element];
    }
  return element;
}

static void
join_groups (cover_search *self)
{
  for (size_t s = 0; s < self->cover->sets.size; s++)
    {
      const pe_cover_set *set = get_set (self->cover, s);

      for (size_t i = 1; i < set->n; i++)
        self->group[find_group (self, get_element (self->cover, set, i))]
            = find_group (self, get_element (self->cover, set, 0));
    }
}

/* Choosing and taking back */

static size_t
count_uncovered (const cover_search *self, const pe_cover_set *set)
{
  size_t n = 0;

  for (size_t i = 0; i < set->n; i++)
    n += self->covered[get_element (self->cover, set, i)] == 0;
  return n;
}

static void
choose (cover_search *self, uint32_t set)
{
  const pe_cover_set *chosen = get_set (self->cover, set);

  for (size_t i = 0; i < chosen->n; i++)
    if (self->covered[get_element (self->cover, chosen, i)]++ == 0)
      self->n_left--;
}

static void
take_back (cover_search *self, uint32_t set)
{
  const pe_cover_set *chosen = get_set (self->cover, set);

  for (size_t i = 0; i < chosen->n; i++)
    if (--self->covered[get_element (self->cover, chosen, i)] == 0)
      self->n_left++;
}

static uint64_t
cost_of (const cover_search *self, uint32_t set)
{
  return SET_COST + get_set (self->cover, set)->penalty;
}

/* The first element that nothing covers; n_members when all are covered. */
static size_t
find_uncovered (const cover_search *self, size_t from)
{
  while (from < self->n_members && self->covered[self->members[from]] > 0)
    from++;
  return from;
}

/* The set of an element that covers most of what is left. */
static uint32_t
pick_greedily (const cover_search *self, uint32_t element)
{
  uint32_t best = self->owners[self->first[element]];

  for (size_t i = self->first[element]; i < self->first[element + 1]; i++)
    {
      const uint32_t set = self->owners[i];
      const size_t   n = count_uncovered (self, get_set (self->cover, set));
      const size_t   most = count_uncovered (self, get_set (self->cover, best));

      if (n > most || (n == most && get_set (self->cover, set)->penalty < get_set (self->cover, best)->penalty))
        best = set;
    }
  return best;
}

static void
cover_greedily (cover_search *self)
{
  self->n_best = 0;
  self->best_cost = 0;
  for (size_t at = find_uncovered (self, 0); at < self->n_members; at = find_uncovered (self, at))
    {
      const uint32_t set = pick_greedily (self, self->members[at]);

      choose (self, set);
      self->best[self->n_best++] = set;
      self->best_cost += cost_of (self, set);
    }
  for (size_t i = 0; i < self->n_best; i++)
    take_back (self, self->best[i]);
}

/* The most that one set covers in the group. */
static size_t
find_largest (const cover_search *self)
{
  size_t largest = 1;

  for (size_t m = 0; m < self->n_members; m++)
    for (size_t i = self->first[self->members[m]]; i < self->first[self->members[m] + 1]; i++)
      largest = MAX (largest, get_set (self->cover, self->owners[i])->n);
  return largest;
}

static void
keep_best (cover_search *self, size_t depth, uint64_t cost)
{
  self->best_cost = cost;
  self->n_best = depth;
  for (size_t i = 0; i < depth; i++)
    self->best[i] = self->owners[self->position[i]];
}

/* Moves on to the next set of the member at a depth. FALSE: there is none. */
static gboolean
advance (cover_search *self, size_t depth, gboolean is_new, uint64_t *cost)
{
  const uint32_t element = self->members[self->chosen[depth]];

  if (is_new)
    self->position[depth] = self->first[element];
  else
    {
      take_back (self, self->owners[self->position[depth]]);
      *cost -= cost_of (self, self->owners[self->position[depth]]);
      self->position[depth]++;
    }
  if (self->position[depth] == self->first[element + 1])
    return FALSE;
  choose (self, self->owners[self->position[depth]]);
  *cost += cost_of (self, self->owners[self->position[depth]]);
  return TRUE;
}

/* At each depth the first member that nothing covers yet, and its sets one after the other: those before it are
 * covered. TRUE: all was tried. */
static gboolean
search_group (cover_search *self, uint64_t work)
{
  const size_t largest = find_largest (self);
  size_t       depth = 0;
  uint64_t     cost = 0;
  gboolean     is_new = TRUE;

  self->chosen[0] = 0;
  while (work-- > 0)
    {
      if (!advance (self, depth, is_new, &cost))
        {
          if (depth-- == 0)
            return TRUE;
          is_new = FALSE;
          continue;
        }
      is_new = FALSE;
      if (cost + (self->n_left + largest - 1) / largest * SET_COST >= self->best_cost)
        continue;
      if (self->n_left == 0)
        {
          keep_best (self, depth + 1, cost);
          continue;
        }
      self->chosen[depth + 1] = find_uncovered (self, self->chosen[depth]);
      depth++;
      is_new = TRUE;
    }
  return FALSE;
}

/* Strings the elements of each group together. */
static void
list_groups (cover_search *self)
{
  for (uint32_t i = 0; i < self->cover->n_elements; i++)
    self->head[i] = NONE;
  for (uint32_t i = 0; i < self->cover->n_elements; i++)
    {
      const uint32_t group = find_group (self, i);

      self->next[i] = self->head[group];
      self->head[group] = i;
    }
}

static void
list_members (cover_search *self, uint32_t group)
{
  self->n_members = 0;
  for (uint32_t i = self->head[group]; i != NONE; i = self->next[i])
    self->members[self->n_members++] = i;
  self->n_left = self->n_members;
}

static void
solve_group (cover_search *self, uint32_t group, pe_cover *cover, uint32_t work)
{
  list_members (self, group);
  cover_greedily (self);
  if (!search_group (self, work))
    cover->is_minimal = FALSE;
  for (size_t i = 0; i < self->n_members; i++)
    self->covered[self->members[i]] = 0;
  for (size_t i = 0; i < self->n_best; i++)
    get_set (cover, self->best[i])->is_taken = TRUE;
}

pe_status
pe_cover_solve (pe_cover *self, uint32_t work)
{
  cover_search search;
  pe_status    status = search_init (&search, self);

  self->is_minimal = TRUE;
  if (status == PE_OK && self->n_elements > 0)
    {
      list_owners (&search);
      join_groups (&search);
      list_groups (&search);
      for (uint32_t group = 0; group < self->n_elements; group++)
        if (search.head[group] != NONE)
          solve_group (&search, group, self, work);
    }
  search_clear (&search);
  return status;
}
