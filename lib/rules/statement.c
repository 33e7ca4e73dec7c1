/* statement.c - what a rulebook says, statement by statement
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "review-check-private.h"
#include "statement-private.h"

#include <string.h>

#include "rulebook-measure-private.h"

void
pe_statements_init (pe_statements *self, pe_arena *arena)
{
  memset (self, 0, sizeof *self);
  self->arena = arena;
  self->list = (pe_vector) PE_VECTOR_INIT (pe_statement);
}

void
pe_statements_clear (pe_statements *self)
{
  pe_vector_clear (&self->list);
  pe_name_index_clear (&self->keys);
}

static const char *
keep (pe_statements *self, const char *text)
{
  const char *copy = pe_arena_copy (self->arena, text, strlen (text));

  if (copy == NULL)
    self->status = PE_ERROR_NO_MEMORY;
  return copy;
}

/* U+001F parts what no code and no word contains. */
static const char *
keep_key (pe_statements *self, pe_aspect aspect, const char *code, const char *name)
{
  pe_buffer   buffer = PE_BUFFER_INIT;
  const char *key = NULL;

  pe_buffer_add_int (&buffer, aspect);
  pe_buffer_add_char (&buffer, '\x1F');
  pe_buffer_add_string (&buffer, code);
  pe_buffer_add_char (&buffer, '\x1F');
  pe_buffer_add_string (&buffer, name);
  if (buffer.status == PE_OK)
    key = pe_arena_copy (self->arena, buffer.data, buffer.size);
  if (key == NULL)
    self->status = PE_ERROR_NO_MEMORY;
  pe_buffer_clear (&buffer);
  return key;
}

void
pe_statements_add (pe_statements *self, pe_statement_kind kind, pe_aspect aspect, const char *code, const char *name,
                   const char *text)
{
  pe_statement statement = { .kind = kind, .aspect = aspect, .section = self->section, .position = self->position };

  if (text == NULL || self->status != PE_OK)
    return;
  statement.key = keep_key (self, aspect, code, name);
  statement.code = keep (self, code);
  statement.name = keep (self, name);
  statement.text = keep (self, text);
  if (self->status == PE_OK)
    self->status = pe_vector_push (&self->list, &statement);
}

void
pe_statements_add_part (pe_statements *self, pe_aspect aspect, const char *code, const char *table, const char *part,
                        const char *text)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *name;

  if (text == NULL || self->status != PE_OK)
    return;
  pe_buffer_add_string (&buffer, table);
  if (part != NULL && table[0] != '\0')
    pe_buffer_add_char (&buffer, ' ');
  pe_buffer_add_string (&buffer, part);
  name = pe_buffer_steal (&buffer);
  if (name == NULL)
    self->status = PE_ERROR_NO_MEMORY;
  else
    pe_statements_add (self, PE_STATEMENT_PLAIN, aspect, code, name, text);
  g_free (name);
}

void
pe_statements_add_buffer (pe_statements *self, pe_aspect aspect, const char *code, const char *name, pe_buffer *text)
{
  char *string = pe_buffer_steal (text);

  if (string == NULL)
    self->status = PE_ERROR_NO_MEMORY;
  else
    pe_statements_add (self, PE_STATEMENT_PLAIN, aspect, code, name, string);
  g_free (string);
}

void
pe_statements_add_decimal (pe_statements *self, pe_aspect aspect, const char *code, const char *name,
                           const pe_decimal *number)
{
  char text[PE_DECIMAL_PRINT_SIZE];

  (void) pe_decimal_print (text, sizeof text, number, NULL);
  pe_statements_add (self, PE_STATEMENT_PLAIN, aspect, code, name, text);
}

static void
add_int (pe_statements *self, const char *name, int32_t number)
{
  const pe_decimal decimal = { number, 0, 0 };

  pe_statements_add_decimal (self, PE_ASPECT_HEAD, "", name, &decimal);
}

/* Words, as the formats have them; 0 has none. */

static const char *const kinds[] = { NULL, "department", "project", "policy" };
static const char *const statuses[] = { NULL, "official", "reconstructed", "sample" };
static const char *const declared_words[] = { NULL, "never", "if_facts_missing", "only" };
static const char *const policy_words[] = { NULL, "error", "full", "zero", "drop" };
static const char *const state_words[] = {
  [PE_STATE_MISSING] = "missing", [PE_STATE_NOT_APPLICABLE] = "not_applicable",
  [PE_STATE_TEXT] = "text",       [PE_STATE_ZERO_DENOMINATOR] = "zero_denominator",
  [PE_STATE_INVALID] = "invalid",
};
static const char *const type_words[] = {
  [PE_FACT_NUMBER] = "number",
  [PE_FACT_STRING] = "string",
  [PE_FACT_BOOLEAN] = "boolean",
  [PE_FACT_DATE] = "date",
};
static const char *const rounding_words[] = {
  [PE_ROUND_HALF_UP] = "half_up",
  [PE_ROUND_HALF_EVEN] = "half_even",
  [PE_ROUND_HALF_DOWN] = "half_down",
  [PE_ROUND_DOWN] = "down",
  [PE_ROUND_UP] = "up",
  [PE_ROUND_FLOOR] = "floor",
  [PE_ROUND_CEILING] = "ceiling",
};

void
pe_statements_add_policies (pe_statements *self, const char *code, const char *prefix, const pe_policy *policies)
{
  for (size_t i = 0; i < G_N_ELEMENTS (state_words); i++)
    if (state_words[i] != NULL)
      pe_statements_add_part (self, PE_ASPECT_POLICY, code, prefix, state_words[i], policy_words[policies[i]]);
}

/* The whole */

static void
add_head (pe_statements *self, const pe_rulebook_head *head)
{
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_HEAD, "", "id", head->id);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_HEAD, "", "edition", head->edition);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_HEAD, "", "title zh", head->title_zh);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_HEAD, "", "title en", head->title_en);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_HEAD, "", "kind", kinds[head->kind]);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_HEAD, "", "place", head->place);
  add_int (self, "first_year", head->first_year);
  add_int (self, "last_year", head->last_year);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_HEAD, "", "status", statuses[head->status]);
  pe_statements_add_decimal (self, PE_ASPECT_MARKS, "", "", &head->full_marks);
}

/* "2 half_up" */
static void
add_level (pe_statements *self, const char *name, int32_t places, pe_rounding rounding)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  if (rounding == 0)
    return;
  pe_buffer_add_int (&buffer, places);
  pe_buffer_add_char (&buffer, ' ');
  pe_buffer_add_string (&buffer, rounding_words[rounding]);
  pe_statements_add_buffer (self, PE_ASPECT_ROUNDING, "", name, &buffer);
}

static void
add_rounding (pe_statements *self, const pe_rounding_contract *contract)
{
  add_level (self, "rate", contract->rate_places, contract->rate_rounding);
  add_level (self, "leaf", contract->leaf_places, contract->leaf_rounding);
  add_level (self, "subtotal", contract->subtotal_places, contract->subtotal_rounding);
  add_level (self, "total", contract->total_places, contract->total_rounding);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_ROUNDING, "", "rank_on",
                     contract->rank_on == PE_RANK_ON_EXACT ? "exact" : "rounded");
}

static void
add_grades (pe_statements *self, const pe_rulebook *rulebook)
{
  for (size_t i = 0; i < pe_rulebook_get_n_grades (rulebook); i++)
    {
      const pe_grade *grade = pe_rulebook_peek_grade (rulebook, i);

      self->position = i;
      pe_statements_add (self, PE_STATEMENT_HEADER, PE_ASPECT_GRADE, grade->id, "", grade->name_zh);
      pe_statements_add_decimal (self, PE_ASPECT_GRADE, grade->id, "from", &grade->from);
      pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_GRADE, grade->id, "zh", grade->name_zh);
      pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_GRADE, grade->id, "en", grade->name_en);
    }
}

static void
add_sources (pe_statements *self, const pe_vector *sources)
{
  for (size_t i = 0; i < sources->size; i++)
    {
      const pe_source *source = pe_vector_at (sources, const pe_source, i);

      self->position = i;
      pe_statements_add (self, PE_STATEMENT_HEADER, PE_ASPECT_SOURCE, source->id, "", source->title);
      pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_SOURCE, source->id, "title", source->title);
      pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_SOURCE, source->id, "document", source->document);
      pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_SOURCE, source->id, "address", source->address);
      pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_SOURCE, source->id, "note", source->note);
    }
}

static void
add_assumptions (pe_statements *self, const pe_vector *assumptions)
{
  for (size_t i = 0; i < assumptions->size; i++)
    {
      const pe_assumption *assumption = pe_vector_at (assumptions, const pe_assumption, i);

      self->position = i;
      pe_statements_add (self, PE_STATEMENT_HEADER, PE_ASPECT_ASSUMPTION, assumption->id, "", assumption->text_zh);
      pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_ASSUMPTION, assumption->id, "zh", assumption->text_zh);
      pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_ASSUMPTION, assumption->id, "en", assumption->text_en);
    }
}

static void
add_measure (pe_statements *self, const pe_rulebook_measure *measure)
{
  pe_rulebook_measure_spec spec;

  pe_rulebook_measure_spec_init (&spec, sizeof spec);
  (void) pe_rulebook_measure_describe (&spec, measure, NULL);
  pe_statements_add (self, PE_STATEMENT_HEADER, PE_ASPECT_MEASURE, spec.id, "", spec.name_zh);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_MEASURE, spec.id, "zh", spec.name_zh);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_MEASURE, spec.id, "en", spec.name_en);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_MEASURE, spec.id, "unit",
                     spec.unit != PE_UNIT_NONE ? pe_unit_get_name (spec.unit) : NULL);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_MEASURE, spec.id, "zero_denominator",
                     spec.zero_state == PE_STATE_NOT_APPLICABLE ? "not_applicable"
                     : spec.zero_state != 0                     ? "policy"
                                                                : NULL);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_MEASURE, spec.id, "source", spec.source);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_MEASURE, spec.id, "formula", spec.formula);
  for (size_t i = 0; i < spec.n_columns; i++)
    pe_statements_add_part (self, PE_ASPECT_MEASURE, spec.id, "types", spec.columns[i], type_words[spec.types[i]]);
}

static void
add_measures (pe_statements *self, const pe_rulebook *rulebook)
{
  for (self->position = 0; self->position < pe_rulebook_get_n_measures (rulebook); self->position++)
    add_measure (self, pe_rulebook_get_measure (rulebook, self->position));
}

/* "采购政策效能 (1)" */
static void
add_indicator_header (pe_statements *self, const pe_indicator *indicator)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *text;

  pe_buffer_add_string (&buffer, indicator->name_zh);
  pe_buffer_add_string (&buffer, " (");
  pe_buffer_add_decimal (&buffer, &indicator->full_marks);
  pe_buffer_add_char (&buffer, ')');
  text = pe_buffer_steal (&buffer);
  if (text == NULL)
    self->status = PE_ERROR_NO_MEMORY;
  else
    pe_statements_add (self, PE_STATEMENT_HEADER, PE_ASPECT_INDICATOR, indicator->code, "", text);
  g_free (text);
}

static void
add_indicator (pe_statements *self, const pe_rulebook *rulebook, const pe_indicator *indicator)
{
  const char *code = indicator->code;

  add_indicator_header (self, indicator);
  if (indicator->parent != 0)
    pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_INDICATOR, code, "parent",
                       pe_rulebook_at (rulebook, indicator->parent - 1)->code);
  pe_statements_add_decimal (self, PE_ASPECT_MARKS, code, "", &indicator->full_marks);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_NAME, code, "zh", indicator->name_zh);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_NAME, code, "en", indicator->name_en);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_INDICATOR, code, "status", statuses[indicator->status]);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_INDICATOR, code, "source", indicator->source);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_INDICATOR, code, "declared",
                     declared_words[indicator->declared]);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_TEXT, code, "standard zh", indicator->standard_zh);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_TEXT, code, "standard en", indicator->standard_en);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_TEXT, code, "reason zh", indicator->reason_zh);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_TEXT, code, "reason en", indicator->reason_en);
  pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_RULE, code, "intended", indicator->intended);
  if (indicator->rule != NULL)
    pe_statements_add_rule (self, code, indicator->rule);
  pe_statements_add_leaf_adjustments (self, rulebook, self->position);
}

static void
add_indicators (pe_statements *self, const pe_rulebook *rulebook)
{
  for (size_t i = 0; i < pe_rulebook_get_n_indicators (rulebook) && self->status == PE_OK; i++)
    {
      self->position = i;
      add_indicator (self, rulebook, pe_rulebook_at (rulebook, i));
    }
}

/* What is set about a check of the reviewer's. */
static void
add_review_setting (pe_statements *self, const pe_review_setting *setting)
{
  static const char *const severities[]
      = { [PE_SEVERITY_NOTE] = "note", [PE_SEVERITY_WARNING] = "warning", [PE_SEVERITY_ERROR] = "error" };

  if (setting->threshold != NULL)
    pe_statements_add_decimal (self, PE_ASPECT_REVIEW, setting->check, setting->threshold, &setting->value);
  else
    pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_REVIEW, setting->check, "severity",
                       setting->off != 0 ? "off" : severities[setting->severity]);
}

/* The code of a case is empty: its name takes the part of it. */
static void
add_case (pe_statements *self, const pe_rulebook *rulebook, size_t index)
{
  const pe_rulebook_case *proof = pe_rulebook_peek_case (rulebook, index);
  uint8_t                 digest[PE_DIGEST_SIZE];
  char                    hex[PE_DIGEST_HEX_SIZE];
  size_t                  first;
  const size_t            n = pe_rulebook_find_case_scores (rulebook, index, &first);

  pe_statements_add (self, PE_STATEMENT_HEADER, PE_ASPECT_CASE, "", proof->name_zh, proof->name_zh);
  pe_statements_add_part (self, PE_ASPECT_CASE, "", proof->name_zh, "en", proof->name_en);
  pe_statements_add_part (self, PE_ASPECT_CASE, "", proof->name_zh, "grade", proof->grade);
  pe_statements_add_part (
      self, PE_ASPECT_CASE, "", proof->name_zh, "error", proof->error != PE_OK ? pe_status_name (proof->error) : NULL);
  pe_statements_add_part (self, PE_ASPECT_CASE, "", proof->name_zh, "at", proof->at);
  if (proof->total.state == PE_STATE_VALUE)
    {
      char text[PE_DECIMAL_PRINT_SIZE];

      (void) pe_decimal_print (text, sizeof text, &proof->total.value, NULL);
      pe_statements_add_part (self, PE_ASPECT_CASE, "", proof->name_zh, "total", text);
    }
  for (size_t i = first; i < first + n; i++)
    {
      const pe_case_score *score = pe_rulebook_peek_case_score (rulebook, i);
      char                 text[PE_DECIMAL_PRINT_SIZE];

      (void) pe_decimal_print (text, sizeof text, &score->score, NULL);
      pe_statements_add_part (self, PE_ASPECT_CASE, score->indicator, proof->name_zh, "score", text);
    }
  pe_dossier_get_digest (proof->dossier, digest);
  pe_digest_print (hex, digest);
  pe_statements_add_part (self, PE_ASPECT_CASE, "", proof->name_zh, "dossier", hex);
}

/* Where nothing above differs and the content does: the order of a table. */
static void
add_digest (pe_statements *self, const pe_rulebook *rulebook)
{
  uint8_t digest[PE_DIGEST_SIZE];
  char    hex[PE_DIGEST_HEX_SIZE];

  pe_rulebook_get_digest (rulebook, digest);
  pe_digest_print (hex, digest);
  pe_statements_add (self, PE_STATEMENT_LAST_RESORT, PE_ASPECT_HEAD, "", "digest", hex);
}

pe_status
pe_statements_fill (pe_statements *self, const pe_rulebook *rulebook)
{
  const pe_rulebook_content *content = &rulebook->content;

  add_head (self, &content->head);
  self->section++;
  add_rounding (self, &content->rounding);
  self->section++;
  pe_statements_add_policies (self, "", "", content->policies);
  self->section++;
  add_grades (self, rulebook);
  self->section++;
  add_sources (self, &content->sources);
  self->section++;
  add_assumptions (self, &content->assumptions);
  self->section++;
  if (pe_rulebook_get_n_measures (rulebook) > 0)
    add_measures (self, rulebook);
  self->section++;
  add_indicators (self, rulebook);
  self->section++;
  pe_statements_add_total_adjustments (self, rulebook);
  self->section++;
  for (self->position = 0; self->position < pe_rulebook_get_n_review_settings (rulebook); self->position++)
    add_review_setting (self, pe_rulebook_peek_review_setting (rulebook, self->position));
  self->section++;
  for (self->position = 0; self->position < pe_rulebook_get_n_cases (rulebook); self->position++)
    add_case (self, rulebook, self->position);
  self->section++;
  add_digest (self, rulebook);
  if (self->status == PE_OK)
    self->status = pe_name_index_init (
        &self->keys, self->list.data, self->list.size, sizeof (pe_statement), offsetof (pe_statement, key));
  return self->status;
}
