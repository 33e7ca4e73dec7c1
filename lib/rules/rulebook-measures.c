/* rulebook-measures.c - the measures that a rulebook declares, and who names them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rulebook-measure-private.h"

#include <string.h>

#include "adjustment-rule-private.h"
#include "lint-private.h"
#include "shape-private.h"

/* A measure that a formula names and a set has not; NULL when there is none. */
static const pe_rulebook_measure *
find_unknown (const pe_expression *expression, const pe_vector *set)
{
  size_t           n = 0;
  const pe_symbol *symbols = expression != NULL ? pe_expression_get_symbols (expression, &n) : NULL;

  for (size_t i = 0; i < n; i++)
    if (symbols[i].kind == PE_SYMBOL_OWN && !pe_own_set_has (set, symbols[i].own))
      return symbols[i].own;
  return NULL;
}

static pe_status
add_one (pe_vector *set, pe_rulebook_measure *measure, pe_error **error)
{
  const pe_rulebook_measure *unknown = measure != NULL ? find_unknown (measure->expression, set) : NULL;

  if (unknown != NULL)
    return pe_error_set (error, PE_ERROR_MEASURE_UNKNOWN, NULL, "name", unknown->id, "expected",
                         "a measure that was added before", "expected_zh", "此前已添加的度量", NULL);
  return pe_own_set_add (set, &measure, 1, error);
}

pe_status
pe_rulebook_builder_add_measures (pe_rulebook_builder *self, pe_rulebook_measure *const *measures, size_t n,
                                  pe_error **error)
{
  pe_vector all = PE_VECTOR_INIT (pe_rulebook_measure *);
  pe_status status;

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (measures == NULL && n > 0)
    return pe_error_set_argument (error, "measures", "not NULL");
  status = pe_own_set_copy (&all, &self->content.measures);
  if (status != PE_OK)
    status = pe_error_set_no_memory (error);
  for (size_t i = 0; i < n && status == PE_OK; i++)
    status = add_one (&all, measures[i], error);
  if (status == PE_OK)
    {
      const pe_vector old = self->content.measures;

      self->content.measures = all;
      all = old;
    }
  pe_own_set_clear (&all);
  return status;
}

const pe_vector *
pe_rulebook_builder_peek_measures (const pe_rulebook_builder *self)
{
  return &self->content.measures;
}

size_t
pe_rulebook_get_n_measures (const pe_rulebook *self)
{
  return self != NULL ? self->content.measures.size : 0;
}

static pe_rulebook_measure *
peek (const pe_rulebook *self, size_t index)
{
  return *pe_vector_at (&self->content.measures, pe_rulebook_measure *, index);
}

pe_rulebook_measure *
pe_rulebook_get_measure (const pe_rulebook *self, size_t index)
{
  return index < pe_rulebook_get_n_measures (self) ? peek (self, index) : NULL;
}

/* Nothing where there are none: a rulebook of before there were measures of its own keeps its digest. */
void
pe_rulebook_digest_measures (const pe_rulebook_content *content, pe_digest_stream *stream)
{
  if (content->measures.size == 0)
    return;
  pe_digest_stream_add_text (stream, "measures");
  pe_digest_stream_begin_list (stream, content->measures.size);
  for (size_t i = 0; i < content->measures.size; i++)
    pe_digest_stream_add_digest (stream, (*pe_vector_at (&content->measures, pe_rulebook_measure *, i))->digest);
}

/* Checks */

/* The first measure of the kind that a rule names: unknown to the set, or one certain (set is then NULL). */
static const pe_rulebook_measure *
find_in_rule (const pe_rule *rule, const pe_vector *set, const pe_rulebook_measure *wanted)
{
  const pe_symbol *symbol;

  for (size_t i = 0; (symbol = pe_rule_get_formula_symbol (rule, FALSE, i)) != NULL; i++)
    if (symbol->kind == PE_SYMBOL_OWN && (set != NULL ? !pe_own_set_has (set, symbol->own) : symbol->own == wanted))
      return symbol->own;
  return NULL;
}

/* In a rule and those that it has in it. */
static const pe_rulebook_measure *
find_in_rules (const pe_rule *rule, const pe_vector *set, const pe_rulebook_measure *wanted)
{
  const pe_rulebook_measure *found = find_in_rule (rule, set, wanted);
  size_t                     n;
  const pe_alternative      *alternatives = pe_rule_get_alternatives (rule, &n);

  for (size_t i = 0; i < n && found == NULL; i++)
    found = find_in_rule (alternatives[i].rule, set, wanted);
  for (size_t i = 1; i < G_N_ELEMENTS (rule->sign_rules) && found == NULL; i++)
    if (rule->sign_rules[i] != NULL)
      found = find_in_rule (rule->sign_rules[i], set, wanted);
  return found;
}

static void
check_source (const pe_rulebook *self, pe_collector *collector, size_t index)
{
  const char *source = peek (self, index)->source;
  pe_buffer   buffer = PE_BUFFER_INIT;
  char       *path;

  for (size_t i = 0; source != NULL && i < self->content.sources.size; i++)
    if (strcmp (pe_vector_at (&self->content.sources, const pe_source, i)->id, source) == 0)
      return;
  if (source == NULL)
    return;
  pe_buffer_add_string (&buffer, "/measures/");
  pe_buffer_add_uint (&buffer, index);
  pe_buffer_add_string (&buffer, "/source");
  path = pe_buffer_steal (&buffer);
  if (path == NULL)
    pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_rulebook_report (self, collector, PE_ERROR_REFERENCE_UNKNOWN, PE_NO_INDICATOR, path, "code", source, "name",
                        "source", "expected", "the id of one of the sources", "expected_zh", "来源列表中的代码", NULL);
  g_free (path);
}

void
pe_rulebook_check_measures (const pe_rulebook *self, pe_collector *collector)
{
  for (size_t i = 0; i < self->content.measures.size; i++)
    check_source (self, collector, i);
  for (size_t i = 0; i < self->content.indicators.size; i++)
    {
      const pe_rule             *rule = pe_rulebook_at (self, i)->rule;
      const pe_rulebook_measure *unknown = rule != NULL ? find_in_rules (rule, &self->content.measures, NULL) : NULL;

      if (unknown != NULL)
        pe_rulebook_report (self, collector, PE_ERROR_MEASURE_UNKNOWN, i, "/rule", "name", unknown->id, "expected",
                            "a measure that the rulebook declares", "expected_zh", "评分规则所列的度量", NULL);
    }
}

/* Whether a formula names a measure. */
static gboolean
names (const pe_expression *expression, const pe_rulebook_measure *measure)
{
  size_t           n = 0;
  const pe_symbol *symbols = expression != NULL ? pe_expression_get_symbols (expression, &n) : NULL;

  for (size_t i = 0; i < n; i++)
    if (symbols[i].kind == PE_SYMBOL_OWN && symbols[i].own == measure)
      return TRUE;
  return FALSE;
}

gboolean
pe_rulebook_uses_measure (const pe_rulebook *self, const pe_rulebook_measure *measure)
{
  for (size_t i = 0; i < self->content.measures.size; i++)
    if (names (peek (self, i)->expression, measure))
      return TRUE;
  for (size_t i = 0; i < self->content.caps.size; i++)
    if (names (self->cap_conditions[i], measure))
      return TRUE;
  for (size_t i = 0; i < self->content.indicators.size; i++)
    if (pe_rulebook_at (self, i)->rule != NULL && find_in_rules (pe_rulebook_at (self, i)->rule, NULL, measure) != NULL)
      return TRUE;
  return FALSE;
}
