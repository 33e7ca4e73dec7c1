/* rulebook-set.c - rulebooks to choose from
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/rulebook_set.h>

#include <stdlib.h>
#include <string.h>

#include "../base/finding-private.h"
#include "rulebook-report-private.h"

struct pe_rulebook_set_builder
{
  pe_vector rulebooks; /* of pe_rulebook *, references */
};

struct pe_rulebook_set
{
  gint      references; /* atomic */
  pe_vector rulebooks;  /* of pe_rulebook *, references, by id and edition */
};

/* Under construction */

static void
clear_rulebooks (pe_vector *rulebooks)
{
  for (size_t i = 0; i < rulebooks->size; i++)
    pe_rulebook_unref (*pe_vector_at (rulebooks, pe_rulebook *, i));
  pe_vector_clear (rulebooks);
}

pe_status
pe_rulebook_set_builder_new (pe_rulebook_set_builder **out, pe_error **error)
{
  pe_rulebook_set_builder *self;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  self = g_try_new (pe_rulebook_set_builder, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  self->rulebooks = (pe_vector) PE_VECTOR_INIT (pe_rulebook *);
  *out = self;
  return PE_OK;
}

void
pe_rulebook_set_builder_free (pe_rulebook_set_builder *self)
{
  if (self == NULL)
    return;
  clear_rulebooks (&self->rulebooks);
  g_free (self);
}

pe_status
pe_rulebook_set_builder_add (pe_rulebook_set_builder *self, pe_rulebook *rulebook, pe_error **error)
{
  if (self == NULL || rulebook == NULL)
    return pe_error_set_argument (error, self == NULL ? "self" : "rulebook", "not NULL");
  if (pe_vector_push (&self->rulebooks, &rulebook) != PE_OK)
    return pe_error_set_no_memory (error);
  pe_rulebook_ref (rulebook);
  return PE_OK;
}

static const pe_rulebook_head *
get_head (const pe_vector *rulebooks, size_t index)
{
  return pe_rulebook_peek_head (*pe_vector_at (rulebooks, pe_rulebook *, index));
}

static int
compare (const void *a, const void *b)
{
  const pe_rulebook_head *x = pe_rulebook_peek_head (*(pe_rulebook *const *) a);
  const pe_rulebook_head *y = pe_rulebook_peek_head (*(pe_rulebook *const *) b);
  const int               order = strcmp (x->id, y->id);

  return order != 0 ? order : strcmp (x->edition, y->edition);
}

/* "guangdong-department 2023", owned; NULL when memory ran out. */
static char *
print_name (const pe_rulebook_head *head)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_string (&buffer, head->id);
  pe_buffer_add_char (&buffer, ' ');
  pe_buffer_add_string (&buffer, head->edition);
  return pe_buffer_steal (&buffer);
}

static pe_status
set_double (pe_rulebook *rulebook, pe_error **error)
{
  char           path[] = "/edition";
  const pe_place place = pe_rulebook_find_nearest_place (rulebook, path);
  char          *name = print_name (pe_rulebook_peek_head (rulebook));
  pe_status      status;

  if (name == NULL)
    return pe_error_set_no_memory (error);
  status = pe_error_set (error, PE_ERROR_CODE_DUPLICATE, &place, "code", name, NULL);
  g_free (name);
  return status;
}

/* The references are taken here. */
static pe_status
fill (pe_rulebook_set *self, const pe_vector *rulebooks, pe_error **error)
{
  const size_t n = rulebooks->size;
  void        *first;

  if (pe_vector_grow (&self->rulebooks, n, &first) != PE_OK)
    return pe_error_set_no_memory (error);
  for (size_t i = 0; i < n; i++)
    ((pe_rulebook **) first)[i] = pe_rulebook_ref (*pe_vector_at (rulebooks, pe_rulebook *, i));
  if (n > 0)
    qsort (self->rulebooks.data, n, sizeof (pe_rulebook *), compare);
  for (size_t i = 1; i < n; i++)
    if (compare (pe_vector_at (&self->rulebooks, pe_rulebook *, i - 1),
                 pe_vector_at (&self->rulebooks, pe_rulebook *, i))
        == 0)
      return set_double (*pe_vector_at (&self->rulebooks, pe_rulebook *, i), error);
  return PE_OK;
}

pe_status
pe_rulebook_set_builder_build (pe_rulebook_set **out, const pe_rulebook_set_builder *self, pe_error **error)
{
  pe_rulebook_set *set;
  pe_status        status;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  set = g_try_new (pe_rulebook_set, 1);
  if (set == NULL)
    return pe_error_set_no_memory (error);
  set->references = 1;
  set->rulebooks = (pe_vector) PE_VECTOR_INIT (pe_rulebook *);
  status = fill (set, &self->rulebooks, error);
  if (status == PE_OK)
    *out = set;
  else
    pe_rulebook_set_unref (set);
  return status;
}

/* The set */

pe_rulebook_set *
pe_rulebook_set_ref (pe_rulebook_set *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_rulebook_set_unref (pe_rulebook_set *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  clear_rulebooks (&self->rulebooks);
  g_free (self);
}

size_t
pe_rulebook_set_get_size (const pe_rulebook_set *self)
{
  return self != NULL ? self->rulebooks.size : 0;
}

pe_rulebook *
pe_rulebook_set_get (const pe_rulebook_set *self, size_t index)
{
  return index < pe_rulebook_set_get_size (self) ? *pe_vector_at (&self->rulebooks, pe_rulebook *, index) : NULL;
}

/* Finding */

typedef struct
{
  const char *place;
  pe_kind     kind;
  int32_t     year;
  const char *edition;
} question;

static gboolean
answers (const pe_rulebook_head *head, const question *asked)
{
  if (head->kind != asked->kind || asked->year < head->first_year || asked->year > head->last_year)
    return FALSE;
  if ((head->place == NULL) != (asked->place == NULL)
      || (head->place != NULL && strcmp (head->place, asked->place) != 0))
    return FALSE;
  return asked->edition == NULL || strcmp (asked->edition, head->edition) == 0;
}

static const char *
kind_word (pe_kind kind)
{
  return kind == PE_KIND_DEPARTMENT ? "department" : kind == PE_KIND_PROJECT ? "project" : "policy";
}

/* "广东省 department 2023 2023.1", owned; NULL when memory ran out. */
static char *
print_question (const question *asked)
{
  char      excerpt[PE_EXCERPT_SIZE];
  pe_buffer buffer = PE_BUFFER_INIT;

  if (asked->place != NULL)
    {
      pe_buffer_add_string (&buffer, pe_excerpt (excerpt, asked->place, strlen (asked->place)));
      pe_buffer_add_char (&buffer, ' ');
    }
  pe_buffer_add_string (&buffer, kind_word (asked->kind));
  pe_buffer_add_char (&buffer, ' ');
  pe_buffer_add_int (&buffer, asked->year);
  if (asked->edition != NULL)
    {
      pe_buffer_add_char (&buffer, ' ');
      pe_buffer_add_string (&buffer, pe_excerpt (excerpt, asked->edition, strlen (asked->edition)));
    }
  return pe_buffer_steal (&buffer);
}

static pe_status
set_not_found (const question *asked, pe_error **error)
{
  char     *found = print_question (asked);
  pe_status status;

  if (found == NULL)
    return pe_error_set_no_memory (error);
  status = pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "name", "rulebook", "found", found, "expected",
                         "a place, kind and year that a rulebook of the set is for", "expected_zh",
                         "库中评分规则所适用的地区、类别和年度", NULL);
  g_free (found);
  return status;
}

static pe_status
set_ambiguous (const pe_rulebook_set *self, size_t a, size_t b, int32_t fiscal_year, pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *one = print_name (get_head (&self->rulebooks, a)), *other = print_name (get_head (&self->rulebooks, b));
  char     *year;
  pe_status status;

  pe_buffer_add_int (&buffer, fiscal_year);
  year = pe_buffer_steal (&buffer);
  if (one == NULL || other == NULL || year == NULL)
    status = pe_error_set_no_memory (error);
  else
    status = pe_error_set (error, PE_ERROR_RULEBOOK_AMBIGUOUS, NULL, "name", one, "found", other, "year", year, NULL);
  g_free (one);
  g_free (other);
  g_free (year);
  return status;
}

pe_status
pe_rulebook_set_find (size_t *out, const pe_rulebook_set *self, const char *place, pe_kind kind, int32_t fiscal_year,
                      const char *edition, pe_error **error)
{
  const question asked = { place, kind, fiscal_year, edition };
  size_t         found = G_MAXSIZE;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (kind < PE_KIND_DEPARTMENT || kind > PE_KIND_POLICY)
    return pe_error_set_argument (error, "kind", "a pe_kind");
  for (size_t i = 0; i < self->rulebooks.size; i++)
    {
      if (!answers (get_head (&self->rulebooks, i), &asked))
        continue;
      if (found != G_MAXSIZE)
        return set_ambiguous (self, found, i, fiscal_year, error);
      found = i;
    }
  if (found == G_MAXSIZE)
    return set_not_found (&asked, error);
  *out = found;
  return PE_OK;
}
