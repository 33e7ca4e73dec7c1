/* rulebook-measure.c - a measure that a rulebook declares
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rulebook-measure-private.h"

#include <string.h>

#include "../base/figure-private.h"
#include "../base/limits-private.h"
#include "../base/struct-private.h"
#include "../base/text-private.h"
#include "../base/utf8-private.h"
#include "../model/measure-private.h"
#include "expression-tables-private.h"

void
pe_rulebook_measure_spec_init (pe_rulebook_measure_spec *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

/* Life */

static void
free_parts (pe_rulebook_measure *self)
{
  for (size_t i = 0; i < self->columns.size; i++)
    g_free (pe_vector_at (&self->columns, pe_fact_declaration, i)->name);
  pe_vector_clear (&self->columns);
  pe_vector_clear (&self->reads);
  pe_expression_unref (self->expression);
  g_free (self->names);
  g_free (self->types);
  g_free (self->id);
  g_free (self->name_zh);
  g_free (self->name_en);
  g_free (self->source);
  g_free (self);
}

pe_rulebook_measure *
pe_rulebook_measure_ref (pe_rulebook_measure *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_rulebook_measure_unref (pe_rulebook_measure *self)
{
  if (self != NULL && g_atomic_int_dec_and_test (&self->references))
    free_parts (self);
}

/* What a measure is made of */

static pe_status
check_id (const char *id, pe_error **error)
{
  const pe_place place = PE_PLACE_WHAT ("/id");
  const size_t   head = strlen (PE_OWN_HEAD ".");
  gboolean known = strncmp (id, PE_OWN_HEAD ".", head) == 0 && g_ascii_islower (id[head]) && strlen (id) <= PE_CODE_MAX;
  char     excerpt[PE_EXCERPT_SIZE];

  for (size_t i = head; known && id[i] != '\0'; i++)
    known = g_ascii_islower (id[i]) || g_ascii_isdigit (id[i]) || id[i] == '_';
  if (known)
    return PE_OK;
  return pe_error_set (error, PE_ERROR_CODE_SYNTAX, &place, "code", pe_excerpt (excerpt, id, strlen (id)), "expected",
                       "\"measure.\" and a small letter, then small letters, digits and \"_\"", "expected_zh",
                       "以“measure.”和一个小写字母开头，其后为小写字母、数字或 _", NULL);
}

static pe_status
check_text (const char *text, const char *path, pe_error **error)
{
  const pe_place place = PE_PLACE_WHAT ((char *) path);

  return text[0] != '\0' ? PE_OK : pe_error_set (error, PE_ERROR_TEXT_EMPTY, &place, "name", path + 1, NULL);
}

static pe_status
check_spec (const pe_rulebook_measure_spec *spec, pe_error **error)
{
  pe_status status;

  if (spec->id == NULL || spec->name_zh == NULL || spec->formula == NULL)
    return pe_error_set_argument (error, "spec", "an id, a Chinese name and a formula");
  if (spec->unit != PE_UNIT_NONE
      && (pe_unit_get_name (spec->unit) == NULL || spec->unit == PE_UNIT_OTHER || spec->unit == PE_UNIT_TRUTH))
    return pe_error_set_argument (error, "unit", "a pe_unit of numbers");
  if (spec->zero_state != 0 && spec->zero_state != PE_STATE_ZERO_DENOMINATOR
      && spec->zero_state != PE_STATE_NOT_APPLICABLE)
    return pe_error_set_argument (error, "zero_state", "0, PE_STATE_ZERO_DENOMINATOR or PE_STATE_NOT_APPLICABLE");
  if (spec->reserved != 0)
    return pe_error_set_argument (error, "reserved", "0");
  if (spec->n_columns > 0 && (spec->columns == NULL || spec->types == NULL))
    return pe_error_set_argument (error, "columns", "names and types, not NULL");
  if (spec->n_before > 0 && spec->before == NULL)
    return pe_error_set_argument (error, "before", "not NULL");
  status = check_id (spec->id, error);
  return status == PE_OK ? check_text (spec->name_zh, "/name_zh", error) : status;
}

static pe_status
copy_texts (pe_rulebook_measure *self, const pe_rulebook_measure_spec *spec, pe_error **error)
{
  pe_status status = pe_utf8_copy (&self->id, spec->id, PE_TEXT_MAX, "/id", error);

  if (status == PE_OK)
    status = pe_utf8_copy (&self->name_zh, spec->name_zh, PE_TEXT_MAX, "/name_zh", error);
  if (status == PE_OK)
    status = pe_utf8_copy (&self->name_en, spec->name_en, PE_TEXT_MAX, "/name_en", error);
  if (status == PE_OK)
    status = pe_utf8_copy (&self->source, spec->source, PE_TEXT_MAX, "/source", error);
  return status;
}

/* The facts of an indicator are no business of a measure: only columns of registers are declared. */
static pe_status
add_column (pe_rulebook_measure *self, const char *name, pe_fact_type type, pe_error **error)
{
  const pe_place      place = PE_PLACE_WHAT ("/columns");
  pe_fact_declaration added = { NULL, type };
  char                excerpt[PE_EXCERPT_SIZE];

  if (name == NULL)
    return pe_error_set_argument (error, "columns", "names, none of them NULL");
  if (strncmp (name, PE_TABLE_REGISTER_HEAD, strlen (PE_TABLE_REGISTER_HEAD)) != 0 || !pe_code_is_valid (name))
    return pe_error_set (
        error, PE_ERROR_VALUE_UNKNOWN, &place, "name", "columns", "found", pe_excerpt (excerpt, name, strlen (name)),
        "expected", "a column of a register, e.g. register.projects.signed", "expected_zh",
        "登记表的栏目，如 register.projects.signed", NULL);
  if (type < PE_FACT_NUMBER || type > PE_FACT_DATE)
    return pe_error_set_argument (error, "types", "pe_fact_type values");
  for (size_t i = 0; i < self->columns.size; i++)
    if (strcmp (pe_vector_at (&self->columns, pe_fact_declaration, i)->name, name) == 0)
      return pe_error_set (error, PE_ERROR_CODE_DUPLICATE, NULL, "code", name, NULL);
  added.name = pe_string_copy (name);
  if (added.name != NULL && pe_vector_push (&self->columns, &added) == PE_OK)
    return PE_OK;
  g_free (added.name);
  return pe_error_set_no_memory (error);
}

static pe_status
copy_columns (pe_rulebook_measure *self, const pe_rulebook_measure_spec *spec, pe_error **error)
{
  pe_status status = PE_OK;

  for (size_t i = 0; i < spec->n_columns && status == PE_OK; i++)
    status = add_column (self, spec->columns[i], spec->types[i], error);
  if (status != PE_OK)
    return status;
  self->names = g_try_new0 (const char *, spec->n_columns + 1);
  self->types = g_try_new0 (pe_fact_type, spec->n_columns + 1);
  if (self->names == NULL || self->types == NULL)
    return pe_error_set_no_memory (error);
  for (size_t i = 0; i < self->columns.size; i++)
    {
      self->names[i] = pe_vector_at (&self->columns, pe_fact_declaration, i)->name;
      self->types[i] = pe_vector_at (&self->columns, pe_fact_declaration, i)->type;
    }
  return PE_OK;
}

/* The formula */

/* An error of the formula, at its place among the members. */
static pe_status
place_error (pe_error *cause, pe_error **error)
{
  const pe_place place = PE_PLACE_WHAT ("/formula");
  pe_finding    *moved = NULL;
  pe_status      status;

  if (pe_finding_new_at (&moved, pe_error_get_finding (cause), &place) != PE_OK)
    status = pe_error_set_no_memory (error);
  else
    status = pe_error_set_finding (error, moved, 1);
  pe_finding_unref (moved);
  pe_error_unref (cause);
  return status;
}

static pe_status
compile (pe_rulebook_measure *self, const pe_rulebook_measure_spec *spec, const pe_limits *limits, pe_error **error)
{
  const pe_expression_scope scope = {
    .facts = self->columns.data,
    .n_facts = self->columns.size,
    .wanted = PE_TYPE_NUMBER,
    .depth = limits->formula_depth,
    .names = limits->formula_names,
    .measures = spec->before,
    .n_measures = spec->n_before,
    .refuses_facts = TRUE,
  };
  pe_error *cause = NULL;

  return pe_expression_new (&self->expression, spec->formula, &scope, &cause) == PE_OK
             ? PE_OK
             : place_error (cause, error);
}

/* What a measure reads */

static const pe_symbol *
get_read (const pe_rulebook_measure *self, size_t index)
{
  return *pe_vector_at (&self->reads, const pe_symbol *const, index);
}

static pe_status
add_read (pe_rulebook_measure *self, const pe_symbol *symbol)
{
  for (size_t i = 0; i < self->reads.size; i++)
    {
      const pe_symbol *there = get_read (self, i);

      if (there->kind == symbol->kind && there->is_prior == symbol->is_prior && strcmp (there->name, symbol->name) == 0)
        return PE_OK;
    }
  return pe_vector_push (&self->reads, &symbol);
}

/* From measures that are known already: to look through all that each names would come to a power of them at their depth. */
static pe_status
find_reads (pe_rulebook_measure *self)
{
  pe_status        status = PE_OK;
  size_t           n;
  const pe_symbol *symbols = pe_expression_get_symbols (self->expression, &n);

  for (size_t i = 0; i < n && status == PE_OK; i++)
    if (symbols[i].kind != PE_SYMBOL_OWN)
      status = add_read (self, &symbols[i]);
    else
      for (size_t k = 0; k < symbols[i].own->reads.size && status == PE_OK; k++)
        status = add_read (self, get_read (symbols[i].own, k));
  return status;
}

gboolean
pe_own_is_there (const pe_rulebook_measure *self, const pe_fact_source *source)
{
  for (size_t i = 0; i < self->reads.size; i++)
    if (pe_symbol_is_there (get_read (self, i), source))
      return TRUE;
  return FALSE;
}

gboolean
pe_symbol_is_of_records (const pe_symbol *self)
{
  if (self->kind == PE_SYMBOL_OWN)
    {
      for (size_t i = 0; i < self->own->reads.size; i++)
        if (pe_symbol_is_of_records (get_read (self->own, i)))
          return TRUE;
      return FALSE;
    }
  return self->kind == PE_SYMBOL_TABLE || self->kind == PE_SYMBOL_STOCKTAKE
         || (self->kind == PE_SYMBOL_MEASURE && !pe_measure_is_of_amounts (self->measure));
}

gboolean
pe_expression_is_of_records (const pe_expression *self)
{
  size_t           n = 0;
  const pe_symbol *symbols = pe_expression_get_symbols (self, &n);

  for (size_t i = 0; i < n; i++)
    if (pe_symbol_is_of_records (&symbols[i]))
      return TRUE;
  return FALSE;
}

static pe_status
check_depth (pe_rulebook_measure *self, pe_error **error)
{
  const pe_place   place = PE_PLACE_WHAT ("/formula");
  size_t           n;
  const pe_symbol *symbols = pe_expression_get_symbols (self->expression, &n);

  self->depth = 1;
  for (size_t i = 0; i < n; i++)
    if (symbols[i].kind == PE_SYMBOL_OWN)
      self->depth = MAX (self->depth, symbols[i].own->depth + 1);
  if (self->depth <= PE_OWN_MAX_DEPTH)
    return PE_OK;
  return pe_error_set (error, PE_ERROR_LIMIT_DEPTH, &place, "limit", G_STRINGIFY (PE_OWN_MAX_DEPTH), NULL);
}

static pe_status
check_zero (const pe_rulebook_measure *self, pe_error **error)
{
  const pe_place place = PE_PLACE_WHAT ("/zero_state");

  if (self->zero_state != 0 || !pe_expression_can_divide_by_zero (self->expression))
    return PE_OK;
  return pe_error_set (error, PE_ERROR_POLICY_MISSING, &place, "state", "zero_denominator", "state_zh", "分母为零",
                       "name", self->id, NULL);
}

/* An amount of money is measured in a unit of money, and nothing else is. */
static pe_status
check_unit (const pe_rulebook_measure *self, pe_error **error)
{
  const pe_place    place = PE_PLACE_WHAT ("/unit");
  const gboolean    wants_money = pe_unit_get_dimension (self->unit) == PE_DIMENSION_MONEY;
  pe_money_sense    sense;
  const char *const found = self->unit != PE_UNIT_NONE ? pe_unit_get_name (self->unit) : "1";
  pe_status         status = pe_expression_find_sense (self->expression, &sense);

  if (status != PE_OK)
    return pe_error_set_no_memory (error);
  if (sense == PE_MONEY_UNKNOWN || (sense == PE_MONEY_YES) == wants_money)
    return PE_OK;
  return pe_error_set (error, PE_ERROR_UNIT_MISMATCH, &place, "name", self->id, "found", found, "expected",
                       wants_money ? "1" : pe_unit_get_name (PE_UNIT_YUAN), NULL);
}

/* docs/digest.md, "perfeval-measure/1" */
static pe_status
compute_digest (pe_rulebook_measure *self)
{
  pe_digest_stream *stream = pe_digest_stream_new ("perfeval-measure/1");
  size_t            n;
  const pe_symbol  *symbols = pe_expression_get_symbols (self->expression, &n);

  if (stream == NULL)
    return PE_ERROR_NO_MEMORY;
  pe_digest_stream_add_text (stream, self->id);
  pe_digest_stream_add_text (stream, self->name_zh);
  pe_digest_stream_add_text (stream, self->name_en);
  pe_digest_stream_add_int (stream, self->unit);
  pe_digest_stream_add_int (stream, self->zero_state);
  pe_digest_stream_add_text (stream, self->source);
  pe_digest_stream_add_text (stream, pe_expression_get_text (self->expression));
  pe_digest_stream_begin_list (stream, self->columns.size);
  for (size_t i = 0; i < self->columns.size; i++)
    {
      pe_digest_stream_add_text (stream, self->names[i]);
      pe_digest_stream_add_int (stream, self->types[i]);
    }
  for (size_t i = 0; i < n; i++)
    if (symbols[i].kind == PE_SYMBOL_OWN)
      pe_digest_stream_add_digest (stream, symbols[i].own->digest);
  pe_digest_stream_finish (stream, self->digest);
  return PE_OK;
}

static pe_status
fill (pe_rulebook_measure *self, const pe_rulebook_measure_spec *spec, const pe_limits *limits, pe_error **error)
{
  pe_status status = copy_texts (self, spec, error);

  self->unit = spec->unit;
  self->zero_state = spec->zero_state;
  self->steps = limits->formula_steps;
  self->bits = limits->number_bits;
  if (status == PE_OK)
    status = copy_columns (self, spec, error);
  if (status == PE_OK)
    status = compile (self, spec, limits, error);
  if (status == PE_OK)
    status = check_depth (self, error);
  if (status == PE_OK && find_reads (self) != PE_OK)
    status = pe_error_set_no_memory (error);
  if (status == PE_OK)
    status = check_zero (self, error);
  if (status == PE_OK)
    status = check_unit (self, error);
  if (status == PE_OK && compute_digest (self) != PE_OK)
    status = pe_error_set_no_memory (error);
  return status;
}

pe_status
pe_rulebook_measure_new (pe_rulebook_measure **out, const pe_rulebook_measure_spec *spec, pe_error **error)
{
  pe_rulebook_measure_spec ours;
  pe_rulebook_measure     *self;
  pe_limits                limits;
  pe_status                status;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  status = pe_struct_import (&ours, sizeof ours, spec, sizeof ours, "spec", error);
  if (status == PE_OK)
    status = check_spec (&ours, error);
  if (status == PE_OK)
    status = pe_limits_import (&limits, ours.limits, error);
  if (status != PE_OK)
    return status;
  self = g_try_new0 (pe_rulebook_measure, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  self->references = 1;
  self->columns = (pe_vector) PE_VECTOR_INIT (pe_fact_declaration);
  self->reads = (pe_vector) PE_VECTOR_INIT (const pe_symbol *);
  status = fill (self, &ours, &limits, error);
  if (status == PE_OK)
    *out = self;
  else
    free_parts (self);
  return status;
}

/* Reading */

pe_status
pe_rulebook_measure_describe (pe_rulebook_measure_spec *out, const pe_rulebook_measure *self, pe_error **error)
{
  pe_rulebook_measure_spec ours;

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  pe_rulebook_measure_spec_init (&ours, sizeof ours);
  ours.unit = self->unit;
  ours.zero_state = self->zero_state;
  ours.id = self->id;
  ours.name_zh = self->name_zh;
  ours.name_en = self->name_en;
  ours.formula = pe_expression_get_text (self->expression);
  ours.source = self->source;
  ours.columns = self->names;
  ours.types = self->types;
  ours.n_columns = self->columns.size;
  return pe_struct_export (out, &ours, sizeof ours, sizeof ours, "out", error);
}

const char *
pe_rulebook_measure_get_id (const pe_rulebook_measure *self)
{
  return self != NULL ? self->id : NULL;
}

const char *
pe_rulebook_measure_get_name (const pe_rulebook_measure *self, pe_language language)
{
  if (self == NULL)
    return NULL;
  return language == PE_LANGUAGE_ZH || self->name_en == NULL ? self->name_zh : self->name_en;
}

gboolean
pe_own_is_share (const pe_rulebook_measure *self)
{
  return pe_unit_get_dimension (self->unit) == PE_DIMENSION_SHARE;
}

gboolean
pe_own_can_divide_by_zero (const pe_rulebook_measure *self)
{
  return self->zero_state == PE_STATE_ZERO_DENOMINATOR && pe_expression_can_divide_by_zero (self->expression);
}

/* Sets */

pe_rulebook_measure *
pe_own_find (pe_rulebook_measure *const *measures, size_t n, const char *id)
{
  for (size_t i = 0; i < n; i++)
    if (strcmp (measures[i]->id, id) == 0)
      return measures[i];
  return NULL;
}

static void
cut (pe_vector *self, size_t size)
{
  for (size_t i = size; i < self->size; i++)
    pe_rulebook_measure_unref (*pe_vector_at (self, pe_rulebook_measure *, i));
  self->size = size;
}

pe_status
pe_own_set_add (pe_vector *self, pe_rulebook_measure *const *measures, size_t n, pe_error **error)
{
  const size_t before = self->size;
  pe_status    status = PE_OK;

  if (measures == NULL && n > 0)
    return pe_error_set_argument (error, "measures", "not NULL");
  for (size_t i = 0; i < n && status == PE_OK; i++)
    {
      if (measures[i] == NULL)
        status = pe_error_set_argument (error, "measures", "measures, none of them NULL");
      else if (pe_own_find (self->data, self->size, measures[i]->id) != NULL)
        status = pe_error_set (error, PE_ERROR_CODE_DUPLICATE, NULL, "code", measures[i]->id, NULL);
      else if (pe_vector_push (self, &measures[i]) != PE_OK)
        status = pe_error_set_no_memory (error);
      else
        pe_rulebook_measure_ref (measures[i]);
    }
  if (status != PE_OK)
    cut (self, before);
  return status;
}

pe_status
pe_own_set_copy (pe_vector *out, const pe_vector *self)
{
  return pe_own_set_add (out, self->data, self->size, NULL);
}

void
pe_own_set_clear (pe_vector *self)
{
  cut (self, 0);
  pe_vector_clear (self);
}

gboolean
pe_own_set_has (const pe_vector *self, const pe_rulebook_measure *measure)
{
  const pe_rulebook_measure *found = pe_own_find (self->data, self->size, measure->id);

  return found != NULL && memcmp (found->digest, measure->digest, PE_DIGEST_SIZE) == 0;
}
