/* rule-writer.c - a rule as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rulebook-writer-private.h"

#include "../rules/rule-private.h"

void
pe_writer_policies (pe_writer *self, const void *data, pe_policy (*get) (const void *data, pe_state state))
{
  gboolean any = FALSE;

  for (const pe_word *state = pe_words_policy_state; state->word != NULL; state++)
    {
      const pe_policy policy = get (data, state->value - 1);

      if (policy == 0)
        continue;
      if (!any)
        {
          pe_json_writer_name (&self->json, "policies");
          pe_json_writer_begin_object (&self->json);
          any = TRUE;
        }
      pe_writer_member_word (self, state->word, pe_words_policy, policy);
    }
  if (any)
    pe_json_writer_end_object (&self->json);
}

static pe_policy
get_policy (const void *data, pe_state state)
{
  return pe_rule_get_policy (data, state);
}

static void
write_argument (pe_writer *self, const pe_rule *rule, const char *argument)
{
  const char           *name = NULL;
  pe_figure             figure;
  const pe_binding_kind kind = pe_rule_get_binding (rule, argument, &name, &figure);

  if (kind == PE_BINDING_FIGURE)
    pe_writer_member_figure (self, argument, &figure, NULL, PE_UNIT_NONE);
  if (kind != PE_BINDING_MEASURE && kind != PE_BINDING_FACT)
    return;
  pe_json_writer_name (&self->json, argument);
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, kind == PE_BINDING_MEASURE ? "measure" : "fact", name);
  pe_json_writer_end_object (&self->json);
}

static void
write_ends (pe_writer *self, pe_end lower, pe_end upper)
{
  const char ends[] = { lower == PE_END_CLOSED ? '[' : '(', upper == PE_END_CLOSED ? ']' : ')', '\0' };

  pe_json_writer_member_string (&self->json, "ends", ends);
}

static void
write_steps (pe_writer *self, const pe_rule *rule)
{
  size_t         n;
  const pe_step *steps = pe_rule_get_steps (rule, &n);

  for (size_t i = 0; i < n; i++)
    {
      pe_json_writer_begin_object (&self->json);
      if (steps[i].lower_end != PE_END_UNBOUNDED)
        pe_json_writer_member_decimal (&self->json, "from", &steps[i].lower);
      if (steps[i].upper_end != PE_END_UNBOUNDED)
        pe_json_writer_member_decimal (&self->json, "to", &steps[i].upper);
      write_ends (self, steps[i].lower_end, steps[i].upper_end);
      pe_json_writer_member_decimal (&self->json, "points", &steps[i].points);
      pe_json_writer_end_object (&self->json);
    }
}

static void
write_items (pe_writer *self, const pe_rule *rule)
{
  size_t         n;
  const pe_item *items = pe_rule_get_items (rule, &n);

  for (size_t i = 0; i < n; i++)
    {
      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_string (&self->json, "id", items[i].id);
      pe_writer_member_both (self, "name", items[i].name_zh, items[i].name_en);
      pe_json_writer_member_decimal (&self->json, "points", &items[i].points);
      pe_writer_member_figure (self, "cap", &items[i].cap, NULL, PE_UNIT_NONE);
      pe_json_writer_end_object (&self->json);
    }
}

static void
write_bands (pe_writer *self, const pe_rule *rule)
{
  size_t         n;
  const pe_band *bands = pe_rule_get_bands (rule, &n);

  for (size_t i = 0; i < n; i++)
    {
      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_string (&self->json, "id", bands[i].id);
      pe_writer_member_both (self, "name", bands[i].name_zh, bands[i].name_en);
      pe_json_writer_member_decimal (&self->json, "from", &bands[i].low);
      pe_json_writer_member_decimal (&self->json, "to", &bands[i].high);
      write_ends (self, bands[i].low_end, bands[i].high_end);
      pe_json_writer_end_object (&self->json);
    }
}

static void
write_table (pe_writer *self, const pe_rule *rule, const char *name, void (*write) (pe_writer *, const pe_rule *))
{
  pe_json_writer_name (&self->json, name);
  pe_json_writer_begin_array (&self->json);
  write (self, rule);
  pe_json_writer_end_array (&self->json);
}

/* Everything but the rules for the signs of a slot's rows. */
static void
write_parameter (pe_writer *self, const pe_rule *rule, const pe_shape_parameter *parameter)
{
  pe_decimal number;

  switch (parameter->kind)
    {
    case PE_PARAMETER_ARGUMENT:
      write_argument (self, rule, parameter->name);
      break;
    case PE_PARAMETER_NUMBER:
      if (pe_rule_get_number (rule, parameter->name, &number))
        pe_json_writer_member_decimal (&self->json, parameter->name, &number);
      break;
    case PE_PARAMETER_WORD:
      pe_json_writer_member_string (&self->json, parameter->name, pe_rule_get_word (rule, parameter->name));
      break;
    case PE_PARAMETER_STEPS:
      write_table (self, rule, parameter->name, write_steps);
      break;
    case PE_PARAMETER_ITEMS:
      write_table (self, rule, parameter->name, write_items);
      break;
    case PE_PARAMETER_BANDS:
      write_table (self, rule, parameter->name, write_bands);
      break;
    default:
      break;
    }
}

static void
write_shape (pe_writer *self, const pe_rule *rule)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *text;

  pe_buffer_add_string (&buffer, pe_shape_get_name (pe_rule_get_shape (rule)));
  pe_buffer_add_char (&buffer, '/');
  pe_buffer_add_int (&buffer, pe_shape_get_revision (pe_rule_get_shape (rule)));
  text = pe_buffer_steal (&buffer);
  if (text == NULL)
    self->status = PE_ERROR_NO_MEMORY;
  else
    pe_json_writer_member_string (&self->json, "shape", text);
  g_free (text);
}

/* Answers the name of the parameter that has rules of its own, or NULL. */
static const char *
write_members (pe_writer *self, const pe_rule *rule, const char *intended)
{
  const size_t       shape = pe_rule_get_shape (rule);
  const char        *rules = NULL;
  pe_shape_parameter parameter;

  write_shape (self, rule);
  if (pe_rule_get_unit (rule) != PE_UNIT_NONE)
    pe_json_writer_member_string (&self->json, "unit", pe_unit_get_name (pe_rule_get_unit (rule)));
  pe_json_writer_member_string (&self->json, "intended", intended);
  pe_shape_parameter_init (&parameter, sizeof parameter);
  for (size_t i = 0; i < pe_shape_get_n_parameters (shape); i++)
    {
      pe_shape_get_parameter (&parameter, shape, i, NULL);
      write_parameter (self, rule, &parameter);
      if (parameter.kind == PE_PARAMETER_RULES)
        rules = parameter.name;
    }
  pe_writer_policies (self, rule, get_policy);
  return rules;
}

static void
write_sign_rules (pe_writer *self, const pe_rule *rule, const char *name)
{
  pe_json_writer_name (&self->json, name);
  pe_json_writer_begin_object (&self->json);
  for (const pe_word *sign = pe_words_rule_sign; sign->word != NULL; sign++)
    {
      const pe_rule *of_sign = pe_rule_get_sign_rule (rule, sign->value);

      if (of_sign == NULL)
        continue;
      pe_json_writer_name (&self->json, sign->word);
      pe_json_writer_begin_object (&self->json);
      write_members (self, of_sign, NULL);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_object (&self->json);
}

void
pe_writer_rule (pe_writer *self, const pe_rule *rule, const char *intended)
{
  const char *rules;

  pe_json_writer_name (&self->json, "rule");
  pe_json_writer_begin_object (&self->json);
  rules = write_members (self, rule, intended);
  if (rules != NULL)
    write_sign_rules (self, rule, rules);
  pe_json_writer_end_object (&self->json);
}
