/* json-duplicate.c - finds a name that stands twice in one JSON object
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "json-tree-private.h"

/* Merge sort: an input can be made that drives quicksort, or a hash table whose function is known, to n^2. GLib's
 * g_qsort_with_data() is one, but ends the process when its memory runs out. */

/* A digest of the name goes before the name itself: most comparisons then need not fetch two names from far apart.
 * Names made to have one digest cost their comparison and no more. */
typedef struct entry
{
  uint32_t      digest;
  pe_json_index member;
} entry;

/* FNV-1a, 32 bits. */
static uint32_t
digest_name (const pe_json *json, pe_json_index member)
{
  const pe_json_node *name = pe_json_node_at (json, member - 1);
  uint32_t            digest = 2166136261u;

  for (uint32_t i = 0; i < name->size; i++)
    digest = (uint32_t) ((uint64_t) (digest ^ (guchar) json->texts[name->start + i]) * 16777619u);
  return digest;
}

/* In any order that puts equal names side by side. */
static int
compare (const pe_json *json, const entry *a, const entry *b)
{
  const pe_json_node *name_a, *name_b;

  if (a->digest != b->digest)
    return a->digest < b->digest ? -1 : 1;
  name_a = pe_json_node_at (json, a->member - 1);
  name_b = pe_json_node_at (json, b->member - 1);
  if (name_a->size != name_b->size)
    return name_a->size < name_b->size ? -1 : 1;
  return memcmp (json->texts + name_a->start, json->texts + name_b->start, name_a->size);
}

/* Stable: where two are alike, the left one is taken. */
static void
merge (const pe_json *json, const entry *left, size_t n_left, const entry *right, size_t n_right, entry *out)
{
  while (n_left > 0 && n_right > 0)
    if (compare (json, left, right) <= 0)
      {
        *out++ = *left++;
        n_left--;
      }
    else
      {
        *out++ = *right++;
        n_right--;
      }
  memcpy (out, left, n_left * sizeof *out);
  memcpy (out + n_left, right, n_right * sizeof *out);
}

/* Sorts n entries with room for as many; returns the one of the two that has the result. */
static const entry *
sort (const pe_json *json, entry *entries, entry *room, size_t n)
{
  for (size_t width = 1; width < n; width *= 2)
    {
      entry *sorted = room;

      for (size_t i = 0; i < n; i += 2 * width)
        {
          const size_t n_left = MIN (width, n - i), n_right = MIN (width, n - i - n_left);

          merge (json, entries + i, n_left, entries + i + n_left, n_right, room + i);
        }
      room = entries;
      entries = sorted;
    }
  return entries;
}

/* The first member whose name an earlier one of the same object has, or PE_JSON_NONE. */
static pe_json_index
find_in (const pe_json *json, pe_json_index object, entry *entries)
{
  const size_t  n = pe_json_node_at (json, object)->size;
  const entry  *sorted;
  pe_json_index member = pe_json_get_first (json, object), found = PE_JSON_NONE;

  for (size_t i = 0; i < n; i++)
    {
      entries[i] = (entry) { digest_name (json, member), member };
      member = pe_json_node_at (json, member)->next;
    }
  sorted = sort (json, entries, entries + n, n);
  for (size_t i = 1; i < n; i++)
    if (sorted[i].member < found && compare (json, &sorted[i - 1], &sorted[i]) == 0)
      found = sorted[i].member;
  return found;
}

pe_status
pe_json_find_duplicate (const pe_json *self, pe_json_index *member, gboolean *found)
{
  pe_vector     scratch = PE_VECTOR_INIT (entry);
  pe_json_index first = PE_JSON_NONE;

  for (pe_json_index i = 0; i < self->nodes.size; i++)
    {
      const size_t needed = 2 * (size_t) pe_json_node_at (self, i)->size;

      if (needed < 4 || !pe_json_is_object (self, i))
        continue;
      if (needed > scratch.size && pe_vector_grow (&scratch, needed - scratch.size, NULL) != PE_OK)
        {
          pe_vector_clear (&scratch);
          return PE_ERROR_NO_MEMORY;
        }
      first = MIN (first, find_in (self, i, scratch.data));
    }
  pe_vector_clear (&scratch);
  *found = first != PE_JSON_NONE;
  if (*found)
    *member = first;
  return PE_OK;
}
