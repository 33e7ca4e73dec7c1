/* rulebook-comparison.c - what changed between two editions
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "statement-private.h"

#include <stdlib.h>
#include <string.h>

#include "../base/struct-private.h"

/* A difference and where it belongs. */
typedef struct
{
  pe_difference said;
  int32_t       section;
  size_t        position;
  size_t        number; /* in the order of finding */
} placed_difference;

struct pe_rulebook_comparison
{
  gint      references;  /* atomic */
  pe_arena  arena;       /* all texts */
  pe_vector differences; /* of placed_difference */
};

void
pe_difference_init (pe_difference *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

/* Life */

pe_rulebook_comparison *
pe_rulebook_comparison_ref (pe_rulebook_comparison *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_rulebook_comparison_unref (pe_rulebook_comparison *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  pe_vector_clear (&self->differences);
  pe_arena_clear (&self->arena);
  g_free (self);
}

/* Comparing */

typedef struct
{
  pe_rulebook_comparison *out;
  const pe_statements    *older;
  const pe_statements    *newer;
  pe_status               status;
} comparing;

static const pe_statement *
get (const pe_statements *self, size_t index)
{
  return pe_vector_at (&self->list, const pe_statement, index);
}

static const pe_statement *
find (const pe_statements *self, const pe_statement *statement)
{
  size_t index;

  return pe_name_index_find (&self->keys, statement->key, &index) ? get (self, index) : NULL;
}

/* older or newer is NULL. near: what the difference stands beside. */
static void
add (comparing *self, const pe_statement *older, const pe_statement *newer, const pe_statement *near)
{
  const pe_statement *speaks = newer != NULL ? newer : older;
  placed_difference   difference = {
      .said = { .struct_size = sizeof (pe_difference),
                .change = older == NULL   ? PE_CHANGE_ADDED
                          : newer == NULL ? PE_CHANGE_REMOVED
                                          : PE_CHANGE_CHANGED,
                .aspect = speaks->aspect,
                .code = speaks->code,
                .name = speaks->name,
                .old_text = older != NULL ? older->text : NULL,
                .new_text = newer != NULL ? newer->text : NULL },
      .section = near->section,
      .position = near->position,
      .number = self->out->differences.size,
  };

  if (self->status == PE_OK)
    self->status = pe_vector_push (&self->out->differences, &difference);
}

/* The last statement of what a header begins. Something stands behind it: the digest of the whole, at the end. */
static size_t
skip_header (const pe_statements *self, size_t index)
{
  const pe_statement *header = get (self, index);

  while (get (self, index + 1)->kind != PE_STATEMENT_HEADER && get (self, index + 1)->section == header->section)
    index++;
  return index;
}

/* What the older one says: removed, or changed. */
static void
compare_older (comparing *self)
{
  const pe_statement *header = NULL; /* in the newer one, of what is being looked at */

  for (size_t i = 0; i < self->older->list.size; i++)
    {
      const pe_statement *older = get (self->older, i), *newer = find (self->newer, older);

      if (older->kind == PE_STATEMENT_HEADER)
        header = newer;
      if (older->kind == PE_STATEMENT_HEADER && newer == NULL)
        {
          add (self, older, NULL, older);
          i = skip_header (self->older, i);
        }
      else if (newer == NULL)
        add (self, older, NULL, header != NULL && header->section == older->section ? header : older);
      else if (older->kind == PE_STATEMENT_PLAIN && strcmp (older->text, newer->text) != 0)
        add (self, older, newer, newer);
    }
}

static void
compare_newer (comparing *self)
{
  for (size_t i = 0; i < self->newer->list.size; i++)
    {
      const pe_statement *newer = get (self->newer, i);

      if (find (self->older, newer) != NULL)
        continue;
      add (self, NULL, newer, newer);
      if (newer->kind == PE_STATEMENT_HEADER)
        i = skip_header (self->newer, i);
    }
}

static gboolean
is_of_rule (pe_aspect aspect)
{
  return aspect == PE_ASPECT_RULE || aspect == PE_ASPECT_PARAMETER || aspect == PE_ASPECT_POLICY;
}

/* The codes of the indicators whose rules differ in something that was named. */
static pe_status
index_rules (const comparing *self, pe_vector *codes, pe_name_index *index)
{
  pe_status status = PE_OK;

  for (size_t i = 0; i < self->out->differences.size && status == PE_OK; i++)
    {
      const pe_difference *difference = &pe_vector_at (&self->out->differences, placed_difference, i)->said;

      if (is_of_rule (difference->aspect))
        status = pe_vector_push (codes, &difference->code);
    }
  return status == PE_OK ? pe_name_index_init (index, codes->data, codes->size, sizeof (const char *), 0) : status;
}

/* Digests speak where nothing else does: of a rule whose shape has more to it than is told apart here, and of the whole,
 * when a table has changed its order. */
static void
compare_digests (comparing *self)
{
  const size_t  n_named = self->out->differences.size;
  pe_vector     codes = PE_VECTOR_INIT (const char *);
  pe_name_index index = { NULL, 0 };
  size_t        found;

  if (self->status == PE_OK)
    self->status = index_rules (self, &codes, &index);
  for (size_t i = 0; i < self->older->list.size && self->status == PE_OK; i++)
    {
      const pe_statement *older = get (self->older, i), *newer;

      if (older->kind != PE_STATEMENT_LAST_RESORT)
        continue;
      newer = find (self->newer, older);
      if (newer == NULL || strcmp (older->text, newer->text) == 0)
        continue;
      if (older->aspect == PE_ASPECT_RULE ? !pe_name_index_find (&index, older->code, &found)
                                          : n_named == 0 && self->out->differences.size == 0)
        add (self, older, newer, newer);
    }
  pe_name_index_clear (&index);
  pe_vector_clear (&codes);
}

static int
compare_places (const void *a, const void *b)
{
  const placed_difference *x = a, *y = b;

  if (x->section != y->section)
    return (x->section > y->section) - (x->section < y->section);
  if (x->position != y->position)
    return (x->position > y->position) - (x->position < y->position);
  return (x->number > y->number) - (x->number < y->number);
}

static pe_status
compare_all (pe_rulebook_comparison *self, const pe_statements *older, const pe_statements *newer)
{
  comparing state = { self, older, newer, PE_OK };

  compare_older (&state);
  compare_newer (&state);
  compare_digests (&state);
  /* Rulebooks that are not equal differ in something: at least in their digests. */
  if (state.status == PE_OK)
    qsort (self->differences.data, self->differences.size, sizeof (placed_difference), compare_places);
  return state.status;
}

static pe_status
fill (pe_rulebook_comparison *self, const pe_rulebook *older, const pe_rulebook *newer)
{
  pe_statements old_statements, new_statements;
  pe_status     status;

  pe_statements_init (&old_statements, &self->arena);
  pe_statements_init (&new_statements, &self->arena);
  status = pe_statements_fill (&old_statements, older);
  if (status == PE_OK)
    status = pe_statements_fill (&new_statements, newer);
  if (status == PE_OK)
    status = compare_all (self, &old_statements, &new_statements);
  pe_statements_clear (&old_statements);
  pe_statements_clear (&new_statements);
  return status;
}

pe_status
pe_rulebook_compare (pe_rulebook_comparison **out, const pe_rulebook *older, const pe_rulebook *newer, pe_error **error)
{
  pe_rulebook_comparison *self;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  if (older == NULL || newer == NULL)
    return pe_error_set_argument (error, older == NULL ? "older" : "newer", "not NULL");
  self = g_try_new0 (pe_rulebook_comparison, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  self->references = 1;
  self->differences = (pe_vector) PE_VECTOR_INIT (placed_difference);
  if (!pe_rulebook_is_equal (older, newer) && fill (self, older, newer) != PE_OK)
    {
      pe_rulebook_comparison_unref (self);
      return pe_error_set_no_memory (error);
    }
  *out = self;
  return PE_OK;
}

/* Reading */

size_t
pe_rulebook_comparison_get_size (const pe_rulebook_comparison *self)
{
  return self != NULL ? self->differences.size : 0;
}

pe_status
pe_rulebook_comparison_get_difference (pe_difference *out, const pe_rulebook_comparison *self, size_t index,
                                       pe_error **error)
{
  const size_t n = pe_rulebook_comparison_get_size (self);

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (out != NULL && index >= n)
    return pe_index_set_not_found (error, index, n);
  return pe_record_export (
      out, out != NULL ? &pe_vector_at (&self->differences, const placed_difference, index)->said : NULL, sizeof *out,
      error);
}

/* Rendering */

static const struct
{
  const char *zh;
  const char *en;
} aspects[] = {
  [PE_ASPECT_HEAD] = { "概况", "head" },           [PE_ASPECT_ROUNDING] = { "取舍", "rounding" },
  [PE_ASPECT_POLICY] = { "处理办法", "policy" },   [PE_ASPECT_GRADE] = { "等级", "grade" },
  [PE_ASPECT_SOURCE] = { "来源", "source" },       [PE_ASPECT_ASSUMPTION] = { "假设", "assumption" },
  [PE_ASPECT_INDICATOR] = { "指标", "indicator" }, [PE_ASPECT_MARKS] = { "分值", "full marks" },
  [PE_ASPECT_NAME] = { "名称", "name" },           [PE_ASPECT_TEXT] = { "文字", "text" },
  [PE_ASPECT_RULE] = { "评分标准", "rule" },       [PE_ASPECT_PARAMETER] = { "参数", "parameter" },
  [PE_ASPECT_CASE] = { "用例", "case" },           [PE_ASPECT_ADJUSTMENT] = { "调整", "adjustment" },
  [PE_ASPECT_MEASURE] = { "度量", "measure" },     [PE_ASPECT_REVIEW] = { "复核", "review" },
};

static void
add_text (pe_buffer *out, const char *text)
{
  for (; *text != '\0'; text++)
    pe_buffer_add_char (out, (guchar) *text < 0x20 || *text == 0x7F ? ' ' : *text);
}

/* "~ 1.1.3 full marks: 10 → 12" */
static void
add_line (pe_buffer *out, const pe_difference *difference, gboolean is_zh)
{
  static const char marks[] = { [PE_CHANGE_ADDED] = '+', [PE_CHANGE_REMOVED] = '-', [PE_CHANGE_CHANGED] = '~' };

  pe_buffer_add_char (out, marks[difference->change]);
  pe_buffer_add_char (out, ' ');
  if (difference->code[0] != '\0')
    {
      add_text (out, difference->code);
      pe_buffer_add_char (out, ' ');
    }
  pe_buffer_add_string (out, is_zh ? aspects[difference->aspect].zh : aspects[difference->aspect].en);
  if (difference->name[0] != '\0')
    pe_buffer_add_char (out, ' ');
  add_text (out, difference->name);
  pe_buffer_add_string (out, is_zh ? "：" : ": ");
  if (difference->old_text != NULL)
    add_text (out, difference->old_text);
  if (difference->change == PE_CHANGE_CHANGED)
    pe_buffer_add_string (out, " → ");
  if (difference->new_text != NULL)
    add_text (out, difference->new_text);
  pe_buffer_add_char (out, '\n');
}

pe_status
pe_rulebook_comparison_print (pe_text **out, const pe_rulebook_comparison *self, pe_language language, pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  for (size_t i = 0; i < self->differences.size; i++)
    add_line (&buffer, &pe_vector_at (&self->differences, const placed_difference, i)->said,
              language == PE_LANGUAGE_ZH);
  return pe_buffer_finish (&buffer, out, error);
}
