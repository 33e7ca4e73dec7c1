/* audit-store.c - taking in claims and relations
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../base/limits-private.h"
#include "../base/struct-private.h"
#include "../base/utf8-private.h"
#include "audit-private.h"
#include "relation-private.h"

/* Where a fault stands: "/claims/3/text". */
typedef struct spot
{
  const char *table;
  size_t      index;
  const char *member;
} spot;

static char *
print_spot (const spot *at)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_string (&buffer, at->table);
  pe_buffer_add_char (&buffer, '/');
  pe_buffer_add_uint (&buffer, at->index);
  if (at->member != NULL)
    {
      pe_buffer_add_char (&buffer, '/');
      pe_buffer_add_string (&buffer, at->member);
    }
  return pe_buffer_steal (&buffer);
}

static pe_status
refuse (const spot *at, pe_status code, const char *found, const char *expected, const char *expected_zh,
        pe_error **error)
{
  char     *path = print_spot (at);
  pe_place  place = PE_PLACE_WHAT (path != NULL ? path : "");
  pe_status status = pe_error_set (error, code, &place, "name", at->member != NULL ? at->member : "relation", "code",
                                   found, "expected", expected, "expected_zh", expected_zh, NULL);

  g_free (path);
  return status;
}

/* The error of a call from below, at a place of ours. */
static pe_status
refuse_with (const spot *at, pe_error *cause, pe_error **error)
{
  char        *path = print_spot (at);
  pe_place     place = PE_PLACE_WHAT (path != NULL ? path : "");
  pe_collector collector;
  pe_status    status;

  pe_collector_init (&collector, NULL);
  pe_collector_take_error (&collector, cause, &place);
  status = pe_collector_finish (&collector, NULL, error);
  g_free (path);
  return status;
}

/* Life */

void
pe_audit_options_init (pe_audit_options *self, uint32_t struct_size)
{
  const pe_audit_options defaults = { .work = 100000, .over_achieved = { 13, 1, 0 } };

  pe_struct_init (self, struct_size, &defaults, sizeof defaults);
}

pe_status
pe_audit_store_init (pe_audit_store *self, const pe_audit_options *options, pe_error **error)
{
  pe_status status = PE_OK;

  memset (self, 0, sizeof *self);
  self->claims = (pe_vector) PE_VECTOR_INIT (pe_claim_entry);
  self->relations = (pe_vector) PE_VECTOR_INIT (pe_relation);
  if (options == NULL)
    pe_audit_options_init (&self->options, sizeof self->options);
  else
    status = pe_struct_import (&self->options, sizeof self->options, options, sizeof self->options, "options", error);
  if (status != PE_OK)
    return status;
  if (!pe_decimal_is_well_formed (&self->options.over_achieved) || self->options.over_achieved.coefficient < 0)
    return pe_error_set_argument (error, "over_achieved", "0 or more");
  status = pe_limits_import (&self->limits, self->options.limits, error);
  self->options.limits = NULL;
  return status;
}

static void
clear_relation (pe_relation *self)
{
  g_free ((void *) self->operands);
  g_free ((void *) self->signs);
  g_free ((void *) self->bands);
}

void
pe_audit_store_clear (pe_audit_store *self)
{
  for (size_t i = 0; i < self->relations.size; i++)
    clear_relation (pe_store_relation (self, i));
  pe_vector_clear (&self->relations);
  pe_vector_clear (&self->claims);
  pe_arena_clear (&self->texts);
}

/* Texts */

/* Replaces a text by a copy in the arena. */
static pe_status
take_text (pe_audit_store *self, const char **text, spot *at, const char *member, pe_error **error)
{
  size_t size, offset;

  if (*text == NULL)
    return PE_OK;
  at->member = member;
  size = strlen (*text);
  if (size > self->limits.text_bytes)
    return refuse (at, PE_ERROR_LIMIT_TEXT, NULL, NULL, NULL, error);
  if (!pe_utf8_validate (*text, size, &offset))
    return refuse (at, PE_ERROR_INVALID_UTF8, NULL, NULL, NULL, error);
  *text = pe_arena_copy (&self->texts, *text, size);
  return *text != NULL ? PE_OK : pe_error_set_no_memory (error);
}

/* Claims */

static pe_status
take_claim (pe_audit_store *self, pe_claim_entry *entry, spot *at, pe_error **error)
{
  pe_claim *claim = &entry->claim;
  pe_error *cause = NULL;
  pe_status status = take_text (self, &claim->text, at, "text", error);

  if (status == PE_OK)
    status = take_text (self, &claim->unit, at, "unit", error);
  if (status == PE_OK)
    status = take_text (self, &claim->name, at, "name", error);
  if (status == PE_OK)
    status = take_text (self, &claim->path, at, "path", error);
  if (status == PE_OK)
    status = take_text (self, &claim->file, at, "file", error);
  if (status == PE_OK)
    status = take_text (self, &claim->cell, at, "cell", error);
  if (status != PE_OK)
    return status;
  at->member = NULL;
  if (pe_claim_read (claim, &cause) != PE_OK)
    return refuse_with (at, cause, error);
  pe_claim_scan (claim, &entry->quantity, &entry->unit);
  return PE_OK;
}

static pe_status
refuse_limit (const char *table, uint64_t limit, pe_error **error)
{
  const pe_place place = PE_PLACE_WHAT (table);
  pe_buffer      digits = PE_BUFFER_INIT;
  char          *text;
  pe_status      status;

  pe_buffer_add_uint (&digits, limit);
  text = pe_buffer_steal (&digits);
  status = pe_error_set (error, PE_ERROR_LIMIT_ITEMS, &place, "limit", text, NULL);
  g_free (text);
  return status;
}

static gboolean
exceeds (const pe_vector *vector, size_t n, uint64_t limit)
{
  return n > MIN (limit, (uint64_t) PE_NO_CLAIM - 1) || vector->size > MIN (limit, (uint64_t) PE_NO_CLAIM - 1) - n;
}

pe_status
pe_audit_store_add_claims (pe_audit_store *self, const pe_claim *claims, size_t n, pe_error **error)
{
  const pe_arena_mark mark = pe_arena_get_mark (&self->texts);
  const size_t        size = self->claims.size;
  pe_status           status = PE_OK;

  if (exceeds (&self->claims, n, self->limits.items))
    return refuse_limit ("/claims", self->limits.items, error);
  for (size_t i = 0; i < n && status == PE_OK; i++)
    {
      spot           at = { "/claims", size + i, NULL };
      pe_claim_entry entry;

      memset (&entry, 0, sizeof entry);
      status = pe_struct_import_at (&entry.claim, sizeof entry.claim, claims, i, sizeof entry.claim, "claims", error);
      if (status == PE_OK)
        status = take_claim (self, &entry, &at, error);
      if (status == PE_OK && pe_vector_push (&self->claims, &entry) != PE_OK)
        status = pe_error_set_no_memory (error);
    }
  if (status != PE_OK)
    {
      self->claims.size = size;
      pe_arena_rewind (&self->texts, mark);
    }
  return status;
}

/* Relations */

static pe_status
check_operands (const pe_audit_store *self, const pe_relation *relation, spot *at, pe_error **error)
{
  uint32_t least, most, figures;

  if (!pe_relation_get_arity (relation->kind, relation->form, &least, &most))
    {
      at->member = pe_relation_kind_get_name (relation->kind) == NULL ? "kind" : "form";
      return refuse (at, PE_ERROR_RELATION_KIND, NULL, "a pe_relation_kind and one of its forms",
                     "pe_relation_kind 的取值及其可用的形式", error);
    }
  at->member = "operands";
  figures = relation->n_operands + (relation->result != PE_NO_CLAIM ? 1 : 0);
  if (relation->operands == NULL || relation->n_operands < least || relation->n_operands > most
      || (relation->kind == PE_RELATION_SAME_QUANTITY && figures < 2))
    return refuse (at, PE_ERROR_RELATION_OPERANDS, NULL, pe_relation_kind_get_name (relation->kind), NULL, error);
  for (uint32_t i = 0; i < relation->n_operands; i++)
    if (relation->operands[i] >= self->claims.size)
      return refuse (at, PE_ERROR_REFERENCE_UNKNOWN, "operands", NULL, NULL, error);
  at->member = "result";
  if (relation->result != PE_NO_CLAIM && relation->result >= self->claims.size)
    return refuse (at, PE_ERROR_REFERENCE_UNKNOWN, "result", NULL, NULL, error);
  return PE_OK;
}

static gboolean
are_signs (const pe_relation *self)
{
  for (uint32_t i = 0; self->signs != NULL && i < self->n_operands; i++)
    if (self->signs[i] != 1 && self->signs[i] != -1)
      return FALSE;
  return (self->signs != NULL) == (self->form == PE_FORM_SIGNED);
}

static pe_status
check_parameters (const pe_relation *self, spot *at, pe_error **error)
{
  const gboolean compares = pe_relation_needs_comparison (self->kind);

  at->member = "signs";
  if (!are_signs (self))
    return refuse (at, PE_ERROR_RELATION_PARAMETER, NULL, "1 or -1 for each operand of a signed sum, else NULL",
                   "带符号合计的每个操作数为 1 或 -1，其他形式为空", error);
  at->member = "comparison";
  if (compares ? self->comparison < PE_COMPARE_AT_LEAST || self->comparison > PE_COMPARE_ABOVE : self->comparison != 0)
    return refuse (at, PE_ERROR_RELATION_PARAMETER, NULL, "a pe_comparison for a bound or a score by rule, else 0",
                   "上下限和指标得分为 pe_comparison 的取值，其他为 0", error);
  at->member = "constant";
  if (!pe_decimal_is_well_formed (&self->constant)
      || (self->constant.coefficient != 0) != (self->form == PE_FORM_DIVIDED))
    return refuse (at, PE_ERROR_RELATION_PARAMETER, NULL, "the divisor of the form divided, else 0",
                   "divided 形式的除数，其他形式为 0", error);
  at->member = "bands";
  if (self->n_bands > 0 && (self->bands == NULL || self->kind != PE_RELATION_GRADE))
    return refuse (at, PE_ERROR_RELATION_PARAMETER, NULL, "bands for a grade, else none", "仅等级可带分档", error);
  return PE_OK;
}

static void *
copy_array (const void *array, size_t n, size_t size)
{
  void *copy = g_try_malloc_n (n, size);

  if (copy != NULL)
    memcpy (copy, array, n * size);
  return copy;
}

/* Takes the bands of a grade over; each has a name and lies below the one before it. */
static pe_status
take_bands (pe_audit_store *self, pe_relation *relation, const pe_audit_band *theirs, spot *at, pe_error **error)
{
  pe_audit_band *bands = g_try_new (pe_audit_band, relation->n_bands);
  pe_status      status = bands != NULL ? PE_OK : pe_error_set_no_memory (error);

  relation->bands = bands;
  for (uint32_t i = 0; i < relation->n_bands && status == PE_OK; i++)
    {
      status = pe_struct_import_at (&bands[i], sizeof bands[i], theirs, i, sizeof bands[i], "bands", error);
      if (status != PE_OK)
        break;
      at->member = "bands";
      if (bands[i].name == NULL || *bands[i].name == '\0' || !pe_decimal_is_well_formed (&bands[i].at_least)
          || (i > 0 && pe_decimal_order (&bands[i].at_least, &bands[i - 1].at_least) >= 0))
        return refuse (at, PE_ERROR_RELATION_PARAMETER, NULL, "named bands, each below the one before",
                       "各档均有名称，且下限依次降低", error);
      status = take_text (self, &bands[i].name, at, "bands", error);
    }
  return status;
}

/* Replaces what a relation points to by copies; the arrays are freed with it, whatever comes. */
static pe_status
take_relation (pe_audit_store *self, pe_relation *relation, spot *at, pe_error **error)
{
  const pe_relation theirs = *relation;
  pe_status         status = PE_OK;

  relation->operands = NULL;
  relation->signs = NULL;
  relation->bands = NULL;
  relation->operands = copy_array (theirs.operands, theirs.n_operands, sizeof *theirs.operands);
  if (theirs.signs != NULL)
    relation->signs = copy_array (theirs.signs, theirs.n_operands, sizeof *theirs.signs);
  if (relation->operands == NULL || (theirs.signs != NULL && relation->signs == NULL))
    return pe_error_set_no_memory (error);
  if (theirs.n_bands > 0)
    status = take_bands (self, relation, theirs.bands, at, error);
  if (status == PE_OK)
    status = take_text (self, &relation->name, at, "name", error);
  if (status == PE_OK)
    status = take_text (self, &relation->reading_zh, at, "reading_zh", error);
  if (status == PE_OK)
    status = take_text (self, &relation->reading_en, at, "reading_en", error);
  if (status == PE_OK)
    status = take_text (self, &relation->file, at, "file", error);
  return status;
}

static pe_status
add_relation (pe_audit_store *self, pe_relation *relation, size_t index, pe_error **error)
{
  spot      at = { "/relations", index, NULL };
  pe_status status = check_operands (self, relation, &at, error);

  if (status == PE_OK)
    status = check_parameters (relation, &at, error);
  if (status == PE_OK && self->n_operands + relation->n_operands > self->limits.items)
    status = refuse_limit ("/relations", self->limits.items, error);
  if (status != PE_OK)
    return status;
  status = take_relation (self, relation, &at, error);
  if (status == PE_OK && pe_vector_push (&self->relations, relation) != PE_OK)
    status = pe_error_set_no_memory (error);
  if (status != PE_OK)
    clear_relation (relation);
  else
    self->n_operands += relation->n_operands;
  return status;
}

pe_status
pe_audit_store_add_relations (pe_audit_store *self, const pe_relation *relations, size_t n, pe_error **error)
{
  const pe_arena_mark mark = pe_arena_get_mark (&self->texts);
  const size_t        size = self->relations.size;
  const uint64_t      n_operands = self->n_operands;
  pe_status           status = PE_OK;

  if (exceeds (&self->relations, n, self->limits.items))
    return refuse_limit ("/relations", self->limits.items, error);
  for (size_t i = 0; i < n && status == PE_OK; i++)
    {
      pe_relation relation;

      status = pe_struct_import_at (&relation, sizeof relation, relations, i, sizeof relation, "relations", error);
      if (status == PE_OK)
        status = add_relation (self, &relation, size + i, error);
    }
  if (status != PE_OK)
    {
      for (size_t i = size; i < self->relations.size; i++)
        clear_relation (pe_store_relation (self, i));
      self->relations.size = size;
      self->n_operands = n_operands;
      pe_arena_rewind (&self->texts, mark);
    }
  return status;
}

pe_status
pe_audit_store_add_all (pe_audit_store *self, const pe_audit_store *other, pe_error **error)
{
  pe_status status = PE_OK;

  for (size_t i = 0; i < other->claims.size && status == PE_OK; i++)
    status = pe_audit_store_add_claims (self, &pe_store_claim (other, i)->claim, 1, error);
  if (status == PE_OK)
    status = pe_audit_store_add_relations (self, other->relations.data, other->relations.size, error);
  return status;
}
