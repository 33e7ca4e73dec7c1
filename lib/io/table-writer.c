/* table-writer.c - the formulas' types and the decision table of a rule as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rulebook-writer-private.h"

#include "../rules/decision-table-private.h"

void
pe_writer_types (pe_writer *self, const pe_rule *rule)
{
  size_t                     n;
  const pe_fact_declaration *declarations = pe_rule_get_declarations (rule, &n);

  if (n == 0)
    return;
  pe_json_writer_name (&self->json, "types");
  pe_json_writer_begin_object (&self->json);
  for (size_t i = 0; i < n; i++)
    pe_writer_member_word (self, declarations[i].name, pe_words_fact_type, declarations[i].type);
  pe_json_writer_end_object (&self->json);
}

void
pe_writer_table_inputs (pe_writer *self, const pe_rule *rule)
{
  const pe_decision_table *table = pe_rule_get_table (rule);

  for (size_t i = 0; table != NULL && i < table->inputs.size; i++)
    {
      const pe_decision_input *input = pe_decision_table_get_input (table, i);

      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_string (&self->json, "id", input->id);
      pe_json_writer_member_string (&self->json, "formula", pe_expression_get_text (input->expression));
      pe_json_writer_end_object (&self->json);
    }
}

void
pe_writer_decisions (pe_writer *self, const pe_rule *rule)
{
  const pe_decision_table *table = pe_rule_get_table (rule);

  for (size_t i = 0; table != NULL && i < table->points.size; i++)
    {
      pe_json_writer_begin_object (&self->json);
      pe_json_writer_name (&self->json, "when");
      pe_json_writer_begin_array (&self->json);
      for (size_t k = 0; k < table->inputs.size; k++)
        pe_json_writer_string (&self->json, pe_decision_table_get_test (table, i, k));
      pe_json_writer_end_array (&self->json);
      pe_json_writer_member_decimal (&self->json, "points", pe_decision_table_get_points (table, i));
      pe_json_writer_end_object (&self->json);
    }
}

gboolean
pe_writer_has_priority (const pe_rule *rule)
{
  const pe_decision_table *table = pe_rule_get_table (rule);

  return table != NULL && table->priority.size > 0;
}

void
pe_writer_priority (pe_writer *self, const pe_rule *rule)
{
  const pe_decision_table *table = pe_rule_get_table (rule);

  for (size_t i = 0; table != NULL && i < table->priority.size; i++)
    pe_json_writer_decimal (&self->json, pe_vector_at (&table->priority, const pe_decimal, i));
}
