/* document-places.c - which value a path means, and where every value stands
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "cell-map-private.h"
#include "document-private.h"
#include "json-tree-private.h"

/* Members of records whose JSON form has another name, or lies deeper. Those that end in _zh and _en are found by rule. */
static const struct
{
  const char *member;
  const char *names[2];
} aliases[] = {
  { "unit_name", { "unit", "name" } },
  { "unit_code", { "unit", "code" } },
  { "first_year", { "fiscal_years", "first" } },
  { "last_year", { "fiscal_years", "last" } },
  { "target_text", { "target", NULL } },
  { "adjusted_text", { "adjusted_target", NULL } },
  { "actual_text", { "actual", NULL } },
  { "lower", { "from", NULL } },
  { "upper", { "to", NULL } },
  { "low", { "from", NULL } },
  { "high", { "to", NULL } },
  { "lower_end", { "ends", NULL } },
  { "upper_end", { "ends", NULL } },
  { "low_end", { "ends", NULL } },
  { "high_end", { "ends", NULL } },
};

/* A part of a path, escapes and all. */
typedef struct
{
  const char *text;
  size_t      size;
} segment;

/* The next character of an escaped name (RFC 6901: ~1 is a slash, ~0 a tilde). */
static char
take_char (segment *self)
{
  const char     c = self->text[0];
  const gboolean escaped = c == '~' && self->size > 1 && (self->text[1] == '0' || self->text[1] == '1');
  const size_t   size = escaped ? 2 : 1;
  const char     result = escaped ? (self->text[1] == '0' ? '~' : '/') : c;

  self->text += size;
  self->size -= size;
  return result;
}

static gboolean
segment_is (segment self, const char *name, size_t size)
{
  size_t i = 0;

  while (self.size > 0)
    if (i == size || take_char (&self) != name[i++])
      return FALSE;
  return i == size;
}

/* FALSE when it is no number of a few digits. */
static gboolean
segment_get_index (const segment *self, size_t *out)
{
  *out = 0;
  if (self->size == 0 || self->size > 10)
    return FALSE;
  for (size_t i = 0; i < self->size; i++)
    {
      if (!g_ascii_isdigit (self->text[i]))
        return FALSE;
      *out = *out * 10 + (size_t) (self->text[i] - '0');
    }
  return TRUE;
}

static pe_json_index
find_by_name (const pe_document *self, pe_json_index value, segment name)
{
  pe_json_index member = pe_json_get_first (self->json, value);
  size_t        size;

  for (; member != PE_JSON_NONE; member = pe_json_get_next (self->json, member))
    {
      const char *its = pe_json_get_name (self->json, member, &size);

      if (its != NULL && segment_is (name, its, size))
        break;
    }
  return member;
}

static pe_json_index
find_by_index (const pe_document *self, pe_json_index value, size_t index)
{
  pe_json_index member = pe_json_get_first (self->json, value);

  while (member != PE_JSON_NONE && index-- > 0)
    member = pe_json_get_next (self->json, member);
  return member;
}

static pe_json_index
find_named (const pe_document *self, pe_json_index value, const char *name)
{
  if (name == NULL || value == PE_JSON_NONE || pe_json_get_kind (self->json, value) != PE_JSON_OBJECT)
    return value;
  return find_by_name (self, value, (segment) { name, strlen (name) });
}

/* "name_zh" is {"name": {"zh": …}}, and "text_zh" is {"zh": …}. */
static pe_json_index
find_language (const pe_document *self, pe_json_index value, const segment *name)
{
  const segment  stem = { name->text, name->size >= 3 ? name->size - 3 : 0 };
  const char    *language = stem.text + stem.size;
  const gboolean zh = stem.size > 0 && strncmp (language, "_zh", 3) == 0;
  pe_json_index  both;

  if (!zh && (stem.size == 0 || strncmp (language, "_en", 3) != 0))
    return PE_JSON_NONE;
  both = find_by_name (self, value, stem);
  if (both == PE_JSON_NONE)
    return find_named (self, value, zh ? "zh" : "en");
  value = find_named (self, both, zh ? "zh" : "en");
  return value != PE_JSON_NONE ? value : both;
}

/* The member of an object that a record's member was read from. */
static pe_json_index
find_alias (const pe_document *self, pe_json_index value, const segment *name)
{
  for (size_t i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (segment_is (*name, aliases[i].member, strlen (aliases[i].member)))
      {
        const pe_json_index outer = find_named (self, value, aliases[i].names[0]);
        const pe_json_index inner = find_named (self, outer, aliases[i].names[1]);

        return inner != PE_JSON_NONE ? inner : outer;
      }
  return find_language (self, value, name);
}

static pe_json_index
find_member (const pe_document *self, pe_json_index value, const segment *name)
{
  pe_json_index member = PE_JSON_NONE;
  size_t        index;

  if (pe_json_get_kind (self->json, value) == PE_JSON_ARRAY && segment_get_index (name, &index))
    return find_by_index (self, value, index);
  if (pe_json_get_kind (self->json, value) == PE_JSON_OBJECT)
    member = find_by_name (self, value, *name);
  if (member == PE_JSON_NONE && pe_json_get_kind (self->json, value) == PE_JSON_OBJECT)
    member = find_alias (self, value, name);
  return member;
}

pe_json_index
pe_document_find (const pe_document *self, pe_json_index value, const char *path)
{
  while (path[0] == '/')
    {
      const segment       name = { path + 1, strcspn (path + 1, "/") };
      const pe_json_index member = find_member (self, value, &name);

      if (member == PE_JSON_NONE)
        return value;
      value = member;
      path = name.text + name.size;
    }
  return value;
}

/* Findings of builders */

#define MAX_PLACES 8

/* A copy of a finding whose places are those of the values that its paths mean. */
static pe_finding *
move_finding (pe_document *self, const pe_finding *finding, pe_json_index value)
{
  pe_parameter_init parameters[PE_PARAMETERS_MAX];
  pe_place          places[MAX_PLACES];
  pe_buffer         buffers[MAX_PLACES];
  pe_finding_init   init = { pe_finding_get_code (finding), places, 0, parameters, 0 };
  pe_finding       *moved = NULL;

  for (; init.n_places < MIN (pe_finding_get_n_places (finding), MAX_PLACES); init.n_places++)
    {
      const char         *what = pe_place_get_what (pe_finding_get_place (finding, init.n_places));
      const pe_json_index found = pe_document_find (self, value, what);

      buffers[init.n_places] = (pe_buffer) PE_BUFFER_INIT;
      pe_document_get_place (self, found, FALSE, &places[init.n_places], &buffers[init.n_places]);
    }
  for (; init.n_parameters < MIN (pe_finding_get_n_parameters (finding), PE_PARAMETERS_MAX); init.n_parameters++)
    {
      parameters[init.n_parameters].name = pe_finding_get_parameter_name (finding, init.n_parameters);
      parameters[init.n_parameters].text = pe_finding_get_parameter_text (finding, init.n_parameters);
    }
  if (pe_finding_new (&moved, &init) != PE_OK)
    moved = NULL;
  for (size_t i = 0; i < init.n_places; i++)
    pe_buffer_clear (&buffers[i]);
  return moved;
}

/* Adds a moved copy of a finding to a list. */
static pe_status
move_to (pe_document *self, pe_findings *list, const pe_finding *finding, pe_json_index value)
{
  pe_finding *moved = move_finding (self, finding, value);

  if (moved == NULL)
    return PE_ERROR_NO_MEMORY;
  if (pe_vector_push (&list->list, &moved) != PE_OK)
    {
      pe_finding_unref (moved);
      return PE_ERROR_NO_MEMORY;
    }
  if (list->first_error == NULL && pe_finding_get_severity (moved) == PE_SEVERITY_ERROR)
    list->first_error = pe_finding_ref (moved);
  return PE_OK;
}

/* A sum is off because of any of its parts: those are below the places, or beside the total in an object of totals. */
static gboolean
sum_has_fault (const pe_document *self, pe_json_index total)
{
  const pe_json_index record = pe_json_get_parent (self->json, total);
  const pe_json_index around = record != PE_JSON_NONE ? pe_json_get_parent (self->json, record) : PE_JSON_NONE;

  return (record != PE_JSON_NONE && pe_document_has_fault (self, record))
         || (around != PE_JSON_NONE && around != 0 && pe_json_get_kind (self->json, around) == PE_JSON_OBJECT
             && pe_document_has_fault (self, around));
}

/* Whether a finding may say no more than that something could not be read. */
static gboolean
is_consequence (const pe_document *self, const pe_finding *finding, pe_json_index value)
{
  for (size_t i = 0; i < pe_finding_get_n_places (finding) && self->faults.size > 0; i++)
    {
      const pe_json_index at = pe_document_find (self, value, pe_place_get_what (pe_finding_get_place (finding, i)));

      if (pe_document_has_fault (self, at)
          || (pe_finding_get_code (finding) == PE_ERROR_SUM_MISMATCH && sum_has_fault (self, at)))
        return TRUE;
    }
  return FALSE;
}

/* A list like another, counts and all, with its places in the document; NULL when memory ran out. */
static pe_findings *
move_all (pe_document *self, const pe_findings *findings, pe_json_index value)
{
  pe_findings *list = pe_findings_new ();

  if (list == NULL)
    return NULL;
  memcpy (list->counts, findings->counts, sizeof list->counts);
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    {
      const pe_finding *finding = pe_findings_get (findings, i);

      if (is_consequence (self, finding, value))
        list->counts[pe_finding_get_severity (finding) - PE_SEVERITY_NOTE]--;
      else if (move_to (self, list, finding, value) != PE_OK)
        {
          pe_findings_unref (list);
          return NULL;
        }
    }
  return list;
}

void
pe_document_take_findings (pe_document *self, pe_findings *findings, pe_error *error, pe_json_index value)
{
  pe_findings *moved = NULL;

  if (pe_document_is_full (self))
    pe_collector_add_all (&self->collector, findings);
  else if (pe_findings_get_size (findings) > 0)
    {
      moved = move_all (self, findings, value);
      if (moved == NULL)
        pe_document_report_no_memory (self);
      else
        pe_collector_add_all (&self->collector, moved);
    }
  if (pe_findings_get_count (findings, PE_SEVERITY_ERROR) == 0 && error != NULL)
    pe_document_take_error (self, error, value);
  else
    pe_error_unref (error);
  pe_findings_unref (moved);
  pe_findings_unref (findings);
}

/* The place map */

/* A path that is longer is left out: paths of millions of values below one deep path would outgrow the document. */
#define PATH_MAX_BYTES 512

/* An array or object that is being gone through. */
typedef struct
{
  pe_json_index value;
  size_t        path_size; /* of its own path */
} map_level;

typedef struct
{
  const pe_json     *json;
  const pe_cell_map *cells; /* nullable */
  pe_place_map      *map;
  pe_json_index      without;
  pe_vector          levels; /* of map_level */
  pe_buffer          path;
  pe_json_mark       mark; /* how far lines have been counted: values stand in the order of the text */
  pe_status          status;
} mapping;

static void
count_lines (mapping *self, size_t offset)
{
  for (; self->mark.offset < offset; self->mark.offset++)
    if (self->json->bytes[self->mark.offset] == '\n')
      {
        self->mark.line++;
        self->mark.column = 1;
      }
    else if (((guchar) self->json->bytes[self->mark.offset] & 0xC0) != 0x80)
      self->mark.column++;
}

static void
add_escaped (pe_buffer *path, const char *name, size_t size)
{
  for (size_t i = 0; i < size; i++)
    if (name[i] == '~' || name[i] == '/')
      pe_buffer_add_string (path, name[i] == '~' ? "~0" : "~1");
    else
      pe_buffer_add_char (path, name[i]);
}

/* Makes the path of a member out of that of what it stands in. */
static void
set_path (mapping *self, const map_level *level, pe_json_index member)
{
  size_t      size;
  const char *name = pe_json_get_name (self->json, member, &size);

  self->path.size = level->path_size;
  pe_buffer_add_char (&self->path, '/');
  if (name == NULL)
    pe_buffer_add_uint (&self->path, pe_json_node_at (self->json, member)->ordinal);
  else if (size <= PATH_MAX_BYTES)
    add_escaped (&self->path, name, size);
  else
    pe_buffer_add_repeated (&self->path, ' ', PATH_MAX_BYTES);
}

/* The place in the tables that a value was made from. */
static void
move_place (mapping *self, pe_place *place)
{
  pe_buffer cell = PE_BUFFER_INIT;

  pe_cell_map_move (self->cells, place, &cell);
  self->status = cell.status != PE_OK ? cell.status : pe_place_map_add (self->map, place);
  pe_buffer_clear (&cell);
}

static void
add_place (mapping *self, pe_json_index value)
{
  const pe_json_node *node = pe_json_node_at (self->json, value);
  pe_place            place = { NULL, NULL, NULL, 0, 0, node->start, node->length };

  if (self->path.size > PATH_MAX_BYTES)
    return;
  pe_buffer_add_char (&self->path, '\0');
  self->status = self->path.status;
  if (self->status != PE_OK)
    return;
  self->path.size--;
  count_lines (self, node->start);
  place.what = self->path.data;
  place.line = self->mark.line;
  place.column = self->mark.column;
  if (self->cells != NULL)
    move_place (self, &place);
  else
    self->status = pe_place_map_add (self->map, &place);
}

/* Adds a value and goes to what is below it, or behind it where there is nothing; PE_JSON_NONE: the level has ended. */
static pe_json_index
map_value (mapping *self, pe_json_index value)
{
  const pe_json_index first = pe_json_get_first (self->json, value);
  const map_level     level = { value, self->path.size };

  add_place (self, value);
  if (first == PE_JSON_NONE || self->path.size > PATH_MAX_BYTES)
    return pe_json_get_next (self->json, value);
  if (self->status == PE_OK)
    self->status = pe_vector_push (&self->levels, &level);
  return first;
}

static void
map_all (mapping *self, pe_json_index root)
{
  pe_json_index value = map_value (self, root);

  while (self->status == PE_OK && self->levels.size > 0)
    {
      const map_level level = *pe_vector_at (&self->levels, map_level, self->levels.size - 1);

      if (value == self->without && value != PE_JSON_NONE)
        value = pe_json_get_next (self->json, value);
      if (value == PE_JSON_NONE)
        {
          self->levels.size--;
          value = level.value == root ? PE_JSON_NONE : pe_json_get_next (self->json, level.value);
          continue;
        }
      set_path (self, &level, value);
      value = map_value (self, value);
    }
}

pe_place_map *
pe_document_map_places (pe_document *self, pe_json_index value, pe_json_index without)
{
  mapping map
      = { self->json,  self->cells, pe_place_map_new (self->file), without, PE_VECTOR_INIT (map_level), PE_BUFFER_INIT,
          { 0, 1, 1 }, PE_OK };

  if (map.map != NULL)
    map_all (&map, value);
  if (map.map != NULL && map.status == PE_OK)
    map.status = pe_place_map_seal (map.map);
  if (map.status != PE_OK)
    g_clear_pointer (&map.map, pe_place_map_free);
  pe_vector_clear (&map.levels);
  pe_buffer_clear (&map.path);
  if (map.map == NULL)
    pe_document_report_no_memory (self);
  return map.map;
}
