/* table-reader.c - the formulas' types and the decision table of a rule from JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "rulebook-reader-private.h"

/* Types: {"grade": "string"} */

void
pe_types_read (pe_document *document, pe_json_index value, pe_rule_builder *builder)
{
  if (value == PE_JSON_NONE || !pe_document_read_names (document, value))
    return;
  for (pe_json_index type = pe_json_get_first (document->json, value); type != PE_JSON_NONE;
       type = pe_json_get_next (document->json, type))
    {
      const int32_t number = pe_document_read_word (document, type, pe_words_fact_type);
      pe_error     *error = NULL;

      if (number != 0
          && pe_rule_builder_declare_fact (builder, pe_json_get_name (document->json, type, NULL), number, &error)
                 != PE_OK)
        pe_document_take_error (document, error, type);
    }
}

/* Inputs */

enum
{
  INPUT_ID,
  INPUT_FORMULA,
  N_INPUT
};

static const pe_member_rule input_members[N_INPUT] = {
  { "id", PE_MEMBER_REQUIRED },
  { "formula", PE_MEMBER_REQUIRED },
};

static void
read_input (pe_document *document, pe_json_index value, pe_rule_builder *builder)
{
  const uint64_t n_errors = pe_document_get_n_errors (document);
  pe_json_index  members[N_INPUT];
  pe_table_input input;
  pe_error      *error = NULL;

  pe_document_read_object (document, value, input_members, N_INPUT, PE_ERROR_MEMBER_UNKNOWN, members);
  pe_table_input_init (&input, sizeof input);
  input.id = pe_document_read_text (document, members[INPUT_ID]);
  input.formula = pe_document_read_text (document, members[INPUT_FORMULA]);
  if (pe_document_get_n_errors (document) == n_errors
      && pe_rule_builder_add_inputs (builder, &input, 1, &error) != PE_OK)
    pe_document_take_member_error (document, error, value);
}

void
pe_table_inputs_read (pe_document *document, pe_json_index array, pe_rule_builder *builder)
{
  if (!pe_document_read_array (document, array))
    return;
  for (pe_json_index value = pe_json_get_first (document->json, array); value != PE_JSON_NONE;
       value = pe_json_get_next (document->json, value))
    read_input (document, value, builder);
}

/* Rules */

enum
{
  DECISION_WHEN,
  DECISION_POINTS,
  N_DECISION
};

static const pe_member_rule decision_members[N_DECISION] = {
  { "when", PE_MEMBER_REQUIRED },
  { "points", PE_MEMBER_REQUIRED },
};

/* Borrowed from the document. */
static void
read_tests (pe_document *document, pe_json_index array, pe_vector *out)
{
  out->size = 0;
  if (!pe_document_read_array (document, array))
    return;
  for (pe_json_index value = pe_json_get_first (document->json, array); value != PE_JSON_NONE;
       value = pe_json_get_next (document->json, value))
    {
      const char *test = pe_document_read_text (document, value);

      if (pe_vector_push (out, &test) != PE_OK)
        pe_document_report_no_memory (document);
    }
}

/* An error at "/rules/0/when/1" belongs to the value at "/when/1". */
static void
take_decision_error (pe_document *document, pe_error *error, pe_json_index value)
{
  const char *what = pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0));
  const char *below = strstr (what, "/when");

  pe_document_take_error (document, error, below != NULL ? pe_document_find (document, value, below) : value);
}

static void
read_decision (pe_document *document, pe_json_index value, pe_rule_builder *builder, pe_vector *tests)
{
  const uint64_t n_errors = pe_document_get_n_errors (document);
  pe_json_index  members[N_DECISION];
  pe_decision    decision;
  pe_error      *error = NULL;

  pe_document_read_object (document, value, decision_members, N_DECISION, PE_ERROR_MEMBER_UNKNOWN, members);
  pe_decision_init (&decision, sizeof decision);
  read_tests (document, members[DECISION_WHEN], tests);
  decision.when = tests->data;
  decision.n_when = (uint32_t) MIN (tests->size, G_MAXUINT32);
  pe_document_read_decimal (document, members[DECISION_POINTS], &decision.points);
  if (pe_document_get_n_errors (document) == n_errors
      && pe_rule_builder_add_decisions (builder, &decision, 1, &error) != PE_OK)
    take_decision_error (document, error, value);
}

void
pe_decisions_read (pe_document *document, pe_json_index array, pe_rule_builder *builder)
{
  pe_vector tests = PE_VECTOR_INIT (const char *);

  if (!pe_document_read_array (document, array))
    return;
  for (pe_json_index value = pe_json_get_first (document->json, array); value != PE_JSON_NONE;
       value = pe_json_get_next (document->json, value))
    read_decision (document, value, builder, &tests);
  pe_vector_clear (&tests);
}

/* Ranks */

void
pe_priority_read (pe_document *document, pe_json_index array, pe_rule_builder *builder)
{
  if (!pe_document_read_array (document, array))
    return;
  for (pe_json_index value = pe_json_get_first (document->json, array); value != PE_JSON_NONE;
       value = pe_json_get_next (document->json, value))
    {
      pe_decimal points;
      pe_error  *error = NULL;

      if (pe_document_read_decimal (document, value, &points)
          && pe_rule_builder_add_priority (builder, &points, 1, &error) != PE_OK)
        pe_document_take_error (document, error, value);
    }
}
