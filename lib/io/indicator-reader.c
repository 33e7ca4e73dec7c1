/* indicator-reader.c - the indicators of a rulebook from JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rulebook-reader-private.h"

#include "../rules/rulebook-measure-private.h"
#include "adjustment-reader-private.h"

enum
{
  INDICATOR_CODE,
  INDICATOR_NAME,
  INDICATOR_FULL_MARKS,
  INDICATOR_STATUS,
  INDICATOR_SOURCE,
  INDICATOR_DECLARED,
  INDICATOR_STANDARD,
  INDICATOR_REASON,
  INDICATOR_RULE,
  INDICATOR_INDICATORS,
  INDICATOR_MANUAL_DEDUCTION,
  INDICATOR_OVER_ACHIEVEMENT,
  INDICATOR_CAPS,
  N_INDICATOR
};

static const pe_member_rule indicator_members[N_INDICATOR] = {
  { "code", PE_MEMBER_REQUIRED },
  { "name", PE_MEMBER_REQUIRED },
  { "full_marks", PE_MEMBER_REQUIRED },
  { "status", PE_MEMBER_OPTIONAL },
  { "source", PE_MEMBER_OPTIONAL },
  { "declared", PE_MEMBER_OPTIONAL },
  { "standard", PE_MEMBER_OPTIONAL },
  { "reason", PE_MEMBER_OPTIONAL },
  { "rule", PE_MEMBER_OPTIONAL },
  { "indicators", PE_MEMBER_OPTIONAL },
  { "manual_deduction", PE_MEMBER_OPTIONAL },
  { "over_achievement", PE_MEMBER_OPTIONAL },
  { "caps", PE_MEMBER_OPTIONAL },
};

/* Indicators under way. */
typedef struct
{
  pe_document      *document;
  pe_document_table table;
  pe_document_table overs;
  pe_document_table caps;
  const pe_vector  *measures; /* that the rulebook declares */
  pe_rule          *stand_in; /* nullable */
  uint64_t          n_rule_errors;
} indicators_reader;

/* A rule that anything can be scored by. With it in the place of a rule that is at fault, the marks and codes around it
 * can be checked in the same run; a rulebook with a fault is never handed out. */
static pe_rule *
make_stand_in (indicators_reader *self)
{
  pe_rule_builder *builder = NULL;

  if (self->stand_in == NULL && pe_rule_builder_new (&builder, "attested", 1, NULL) == PE_OK)
    pe_rule_builder_build (&self->stand_in, builder, NULL, NULL);
  pe_rule_builder_free (builder);
  return self->stand_in != NULL ? pe_rule_ref (self->stand_in) : NULL;
}

static void
read_rule (indicators_reader *self, pe_json_index value, pe_indicator *indicator)
{
  const uint64_t n_errors = pe_document_get_n_errors (self->document);

  if (value == PE_JSON_NONE)
    return;
  indicator->rule = pe_rule_read (self->document, value, self->measures, &indicator->intended);
  self->n_rule_errors += pe_document_get_n_errors (self->document) - n_errors;
  if (indicator->rule == NULL)
    {
      indicator->rule = make_stand_in (self);
      indicator->declared = PE_DECLARED_ONLY;
    }
}

/* Reads one indicator; answers the array of those below it. */
static pe_json_index
read_indicator (indicators_reader *self, pe_json_index value, pe_indicator *indicator)
{
  pe_document  *document = self->document;
  pe_json_index members[N_INDICATOR];

  pe_document_read_object (document, value, indicator_members, N_INDICATOR, PE_ERROR_MEMBER_UNKNOWN, members);
  pe_indicator_init (indicator, sizeof *indicator);
  indicator->code = pe_document_read_text (document, members[INDICATOR_CODE]);
  pe_document_read_both (document, members[INDICATOR_NAME], TRUE, &indicator->name_zh, &indicator->name_en);
  pe_document_read_decimal (document, members[INDICATOR_FULL_MARKS], &indicator->full_marks);
  indicator->status = pe_document_read_word (document, members[INDICATOR_STATUS], pe_words_status);
  indicator->source = pe_document_read_text (document, members[INDICATOR_SOURCE]);
  indicator->declared = pe_document_read_word (document, members[INDICATOR_DECLARED], pe_words_declared);
  pe_document_read_both (
      document, members[INDICATOR_STANDARD], FALSE, &indicator->standard_zh, &indicator->standard_en);
  pe_document_read_both (document, members[INDICATOR_REASON], FALSE, &indicator->reason_zh, &indicator->reason_en);
  read_rule (self, members[INDICATOR_RULE], indicator);
  indicator->manual_deduction = pe_document_read_bool (document, members[INDICATOR_MANUAL_DEDUCTION], FALSE);
  pe_over_achievement_read (document, members[INDICATOR_OVER_ACHIEVEMENT], indicator->code, &self->overs);
  pe_caps_read (document, members[INDICATOR_CAPS], indicator->code, &self->caps);
  if (pe_json_get_kind (document->json, value) == PE_JSON_OBJECT && members[INDICATOR_RULE] == PE_JSON_NONE
      && members[INDICATOR_INDICATORS] == PE_JSON_NONE)
    pe_document_report (document, value, PE_ERROR_MEMBER_MISSING, "name", "rule", NULL);
  return members[INDICATOR_INDICATORS];
}

static void
read_indicators (indicators_reader *self, pe_json_index array)
{
  pe_document_walk walk;
  pe_json_index    value;
  uint32_t         parent;

  pe_document_walk_init (&walk, self->document);
  pe_document_walk_enter (&walk, array, 0);
  while (pe_document_walk_next (&walk, &value, &parent))
    {
      pe_indicator *indicator = pe_document_table_append (self->document, &self->table, value);
      pe_json_index below;

      if (indicator == NULL)
        break;
      below = read_indicator (self, value, indicator);
      indicator->parent = parent;
      pe_document_walk_enter (&walk, below, (uint32_t) self->table.items.size);
    }
  pe_document_walk_clear (&walk);
}

static pe_status
add_indicators (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_rulebook_builder_add_indicators (builder, items, n, error);
}

static pe_status
add_overs (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_rulebook_builder_add_over_achievements (builder, items, n, error);
}

static pe_status
add_caps (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_rulebook_builder_add_caps (builder, items, n, error);
}

/* An over-achievement of a rule that is at fault would be one more fault, of the stand-in: it is left away. */
static void
add_tables (indicators_reader *self, pe_rulebook_builder *builder)
{
  const uint64_t n_errors = pe_document_get_n_errors (self->document);

  pe_document_table_add_to (self->document, &self->table, add_indicators, builder);
  if (pe_document_get_n_errors (self->document) > n_errors)
    return;
  if (self->n_rule_errors == 0)
    pe_document_table_add_to (self->document, &self->overs, add_overs, builder);
  pe_document_table_add_to (self->document, &self->caps, add_caps, builder);
}

gboolean
pe_indicators_read (pe_document *document, pe_json_index value, pe_rulebook_builder *builder)
{
  indicators_reader self
      = { document,
          PE_DOCUMENT_TABLE_INIT (pe_indicator, G_STRUCT_OFFSET (pe_indicator, parent)),
          PE_DOCUMENT_TABLE_INIT (pe_over_achievement, G_MAXSIZE),
          PE_DOCUMENT_TABLE_INIT (pe_cap, G_MAXSIZE),
          pe_rulebook_builder_peek_measures (builder),
          NULL,
          0 };
  const uint64_t n_errors = pe_document_get_n_errors (document);
  gboolean       added = FALSE;

  read_indicators (&self, value);
  if (pe_document_get_n_errors (document) == n_errors + self.n_rule_errors)
    {
      add_tables (&self, builder);
      added = pe_document_get_n_errors (document) == n_errors + self.n_rule_errors;
    }
  for (size_t i = 0; i < self.table.items.size; i++)
    pe_rule_unref (pe_vector_at (&self.table.items, pe_indicator, i)->rule);
  pe_rule_unref (self.stand_in);
  pe_document_table_clear (&self.table);
  pe_document_table_clear (&self.overs);
  pe_document_table_clear (&self.caps);
  return added;
}
