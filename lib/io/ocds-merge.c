/* ocds-merge.c - the releases of Open Contracting data, merged value by value
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "ocds-private.h"

#include <string.h>

#include "../model/order-private.h"

/* Values */

pe_json_index
pe_ocds_get_member (const pe_json *json, pe_json_index value, const char *name)
{
  pe_json_index member;

  if (value == PE_JSON_NONE || pe_json_get_kind (json, value) != PE_JSON_OBJECT)
    return PE_JSON_NONE;
  member = pe_json_get_first (json, value);
  while (member != PE_JSON_NONE && strcmp (pe_json_get_name (json, member, NULL), name) != 0)
    member = pe_json_get_next (json, member);
  return member;
}

/* "planning/budget/amount" below a value. */
pe_json_index
pe_ocds_get_path (const pe_json *json, pe_json_index value, const char *path)
{
  char name[64];

  while (value != PE_JSON_NONE && *path != '\0')
    {
      const size_t length = strcspn (path, "/");

      if (length >= sizeof name)
        return PE_JSON_NONE;
      memcpy (name, path, length);
      name[length] = '\0';
      value = pe_ocds_get_member (json, value, name);
      path += length + (path[length] == '/');
    }
  return value;
}

const char *
pe_ocds_get_text (const pe_json *json, pe_json_index value)
{
  if (value == PE_JSON_NONE || pe_json_get_kind (json, value) == PE_JSON_NULL)
    return NULL;
  return pe_json_get_text (json, value, NULL);
}

/* Releases */

/* Of a process the latest first; without a date it is the earliest. */
static int
compare_dates (const pe_ocds_release *a, const pe_ocds_release *b)
{
  if (a->date == NULL || b->date == NULL)
    return (a->date == NULL) - (b->date == NULL);
  return strcmp (b->date, a->date);
}

static int
compare_releases (const void *data, size_t a, size_t b)
{
  const pe_ocds_release *releases = data;
  const int              process = strcmp (releases[a].ocid, releases[b].ocid);
  const int              date = process == 0 ? compare_dates (&releases[a], &releases[b]) : 0;

  if (process != 0 || date != 0)
    return process != 0 ? process : date;
  return a < b ? 1 : -1; /* what was added later counts */
}

/* The releases of one process, in their order. */
typedef struct run
{
  size_t from, n;
  size_t first; /* the place of the first of them in the document */
} run;

static int
compare_runs (const void *data, size_t a, size_t b)
{
  const run *runs = data;

  return runs[a].first < runs[b].first ? -1 : runs[a].first > runs[b].first;
}

static pe_status
find_runs (const pe_vector *releases, const size_t *order, pe_vector *out)
{
  const pe_ocds_release *all = releases->data;
  pe_status              status = PE_OK;

  for (size_t i = 0; i < releases->size && status == PE_OK; i++)
    {
      const run new = { i, 1, order[i] };
      run *last = out->size > 0 ? pe_vector_at (out, run, out->size - 1) : NULL;

      if (last != NULL && strcmp (all[order[i]].ocid, all[order[last->from]].ocid) == 0)
        {
          last->n++;
          last->first = MIN (last->first, order[i]);
        }
      else
        status = pe_vector_push (out, &new);
    }
  return status;
}

static pe_status
put_in_order (pe_vector *releases, const size_t *order, const pe_vector *runs)
{
  const pe_ocds_release *all = releases->data;
  pe_vector              sorted = PE_VECTOR_INIT (pe_ocds_release);
  size_t                *by_first = pe_order_new (runs->size);
  pe_status              status = by_first != NULL ? PE_OK : PE_ERROR_NO_MEMORY;

  if (status == PE_OK)
    pe_order_sort (by_first, runs->size, compare_runs, runs->data);
  for (size_t i = 0; i < runs->size && status == PE_OK; i++)
    {
      const run *here = pe_vector_at (runs, const run, by_first[i]);

      for (size_t k = 0; k < here->n && status == PE_OK; k++)
        status = pe_vector_push (&sorted, &all[order[here->from + k]]);
    }
  g_free (by_first);
  if (status == PE_OK)
    memcpy (releases->data, sorted.data, sorted.size * sizeof *all);
  pe_vector_clear (&sorted);
  return status;
}

pe_status
pe_ocds_sort (pe_vector *releases)
{
  pe_vector runs = PE_VECTOR_INIT (run);
  size_t   *order = pe_order_new (releases->size);
  pe_status status = order != NULL ? PE_OK : PE_ERROR_NO_MEMORY;

  if (status == PE_OK && releases->size > 0)
    {
      pe_order_sort (order, releases->size, compare_releases, releases->data);
      status = find_runs (releases, order, &runs);
      if (status == PE_OK)
        status = put_in_order (releases, order, &runs);
    }
  pe_vector_clear (&runs);
  g_free (order);
  return status;
}

/* Elements */

typedef struct entry
{
  const char   *id;
  size_t        release;
  pe_json_index value;
} entry;

static int
compare_entries (const void *data, size_t a, size_t b)
{
  const entry *entries = data;

  return strcmp (entries[a].id, entries[b].id);
}

static int
compare_firsts (const void *data, size_t a, size_t b)
{
  const pe_ocds_element *elements = data;

  return elements[a].first < elements[b].first ? -1 : elements[a].first > elements[b].first;
}

static pe_status
list_entries (const pe_ocds_process *of, const pe_json *json, const char *array, pe_vector *out)
{
  pe_status status = PE_OK;

  for (size_t i = 0; i < of->n && status == PE_OK; i++)
    {
      const pe_json_index list = pe_ocds_get_member (json, of->releases[i].value, array);

      if (list == PE_JSON_NONE || pe_json_get_kind (json, list) != PE_JSON_ARRAY)
        continue;
      for (pe_json_index value = pe_json_get_first (json, list); value != PE_JSON_NONE && status == PE_OK;
           value = pe_json_get_next (json, value))
        {
          const entry new = { pe_ocds_get_text (json, pe_ocds_get_member (json, value, "id")), i, value };

          if (new.id != NULL)
            status = pe_vector_push (out, &new);
        }
    }
  return status;
}

static void
take_values (pe_ocds_element *self, const pe_json *json, pe_json_index value, const char *const *paths)
{
  for (size_t i = 0; i < PE_OCDS_N_VALUES && paths[i] != NULL; i++)
    if (self->values[i] == PE_JSON_NONE)
      self->values[i] = pe_ocds_get_path (json, value, paths[i]);
}

/* Of two elements of one id in one release the first counts. */
static pe_status
merge_entries (pe_ocds_elements *self, const pe_json *json, const entry *entries, const size_t *order, size_t n,
               const char *const *paths)
{
  pe_status status = PE_OK;

  for (size_t i = 0; i < n && status == PE_OK; i++)
    {
      const entry *here = &entries[order[i]], *before = i > 0 ? &entries[order[i - 1]] : NULL;

      if (before == NULL || strcmp (before->id, here->id) != 0)
        {
          pe_ocds_element new = { .id = here->id, .first = order[i] };

          for (size_t k = 0; k < PE_OCDS_N_VALUES; k++)
            new.values[k] = PE_JSON_NONE;
          status = pe_vector_push (&self->list, &new);
        }
      else if (before->release == here->release)
        continue;
      if (status == PE_OK)
        take_values (pe_vector_at (&self->list, pe_ocds_element, self->list.size - 1), json, here->value, paths);
    }
  return status;
}

static pe_status
merge_elements (pe_ocds_elements *self, const pe_ocds_process *of, const pe_json *json, const char *array,
                const char *const *paths)
{
  pe_vector entries = PE_VECTOR_INIT (entry);
  pe_status status = list_entries (of, json, array, &entries);
  size_t   *order = pe_order_new (entries.size);

  if (status == PE_OK && order == NULL)
    status = PE_ERROR_NO_MEMORY;
  if (status == PE_OK)
    {
      pe_order_sort (order, entries.size, compare_entries, entries.data);
      status = merge_entries (self, json, entries.data, order, entries.size, paths);
    }
  g_free (order);
  pe_vector_clear (&entries);
  self->order = status == PE_OK ? pe_order_new (self->list.size) : NULL;
  if (self->order == NULL)
    return PE_ERROR_NO_MEMORY;
  pe_order_sort (self->order, self->list.size, compare_firsts, self->list.data);
  return PE_OK;
}

const pe_ocds_element *
pe_ocds_elements_find (const pe_ocds_elements *self, const char *id)
{
  size_t low = 0, high = id != NULL ? self->list.size : 0;

  while (low < high)
    {
      const size_t           middle = low + (high - low) / 2;
      const pe_ocds_element *here = pe_vector_at (&self->list, const pe_ocds_element, middle);
      const int              order = strcmp (here->id, id);

      if (order == 0)
        return here;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* Processes */

static pe_json_index
find_latest (const pe_ocds_process *self, const pe_json *json, const char *path)
{
  pe_json_index found = PE_JSON_NONE;

  for (size_t i = 0; i < self->n && found == PE_JSON_NONE; i++)
    found = pe_ocds_get_path (json, self->releases[i].value, path);
  return found;
}

pe_status
pe_ocds_process_merge (pe_ocds_process *self, const pe_json *json)
{
  static const char *const facts[PE_OCDS_N_FACTS]
      = { [PE_OCDS_TITLE] = "tender/title",
          [PE_OCDS_METHOD] = "tender/procurementMethod",
          [PE_OCDS_METHOD_DETAILS] = "tender/procurementMethodDetails",
          [PE_OCDS_CATEGORY] = "tender/mainProcurementCategory",
          [PE_OCDS_BUDGET] = "planning/budget/amount",
          [PE_OCDS_START] = "tender/tenderPeriod/startDate" };
  static const char *const parties[PE_OCDS_N_VALUES] = { [PE_OCDS_PARTY_SCALE] = "details/scale" };
  static const char *const awards[PE_OCDS_N_VALUES]
      = { [PE_OCDS_AWARD_TITLE] = "title",
          [PE_OCDS_AWARD_DATE] = "date",
          [PE_OCDS_AWARD_VALUE] = "value",
          [PE_OCDS_AWARD_SUPPLIERS] = "suppliers" };
  static const char *const contracts[PE_OCDS_N_VALUES]
      = { [PE_OCDS_CONTRACT_TITLE] = "title",
          [PE_OCDS_CONTRACT_SIGNED] = "dateSigned",
          [PE_OCDS_CONTRACT_VALUE] = "value",
          [PE_OCDS_CONTRACT_AWARD] = "awardID",
          [PE_OCDS_CONTRACT_TRANSACTIONS] = "implementation/transactions" };
  static const pe_vector none = PE_VECTOR_INIT (pe_ocds_element);
  pe_status              status;

  self->parties.list = self->awards.list = self->contracts.list = none;
  for (size_t i = 0; i < PE_OCDS_N_FACTS; i++)
    self->facts[i] = find_latest (self, json, facts[i]);
  status = merge_elements (&self->parties, self, json, "parties", parties);
  if (status == PE_OK)
    status = merge_elements (&self->awards, self, json, "awards", awards);
  if (status == PE_OK)
    status = merge_elements (&self->contracts, self, json, "contracts", contracts);
  return status;
}

static void
clear_elements (pe_ocds_elements *self)
{
  pe_vector_clear (&self->list);
  g_clear_pointer (&self->order, g_free);
}

void
pe_ocds_process_clear (pe_ocds_process *self)
{
  clear_elements (&self->parties);
  clear_elements (&self->awards);
  clear_elements (&self->contracts);
}
