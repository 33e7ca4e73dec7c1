/* rule-writer.c - a rule as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rulebook-writer-private.h"

#include <string.h>

#include "../base/date-private.h"
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
  const char              *name = NULL;
  pe_figure                figure;
  const pe_binding_kind    kind = pe_rule_get_binding (rule, argument, &name, &figure);
  static const char *const members[]
      = { [PE_BINDING_MEASURE] = "measure", [PE_BINDING_FACT] = "fact", [PE_BINDING_FORMULA] = "formula" };

  if (kind == PE_BINDING_FIGURE)
    pe_writer_member_figure (self, argument, &figure, NULL, PE_UNIT_NONE);
  if (kind != PE_BINDING_MEASURE && kind != PE_BINDING_FACT && kind != PE_BINDING_FORMULA)
    return;
  pe_json_writer_name (&self->json, argument);
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, members[kind], name);
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
write_points (pe_writer *self, const pe_rule *rule)
{
  size_t          n;
  const pe_point *points = pe_rule_get_points (rule, &n);

  for (size_t i = 0; i < n; i++)
    {
      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_decimal (&self->json, "at", &points[i].at);
      pe_json_writer_member_decimal (&self->json, "points", &points[i].points);
      pe_json_writer_end_object (&self->json);
    }
}

/* A day of every year is written without a year: "06-30". */
static void
write_due_date (pe_writer *self, pe_date date)
{
  char text[PE_DATE_PRINT_SIZE];

  if (date >= 10000)
    pe_json_writer_member_string (&self->json, "date", pe_date_print (text, date));
  else if (date != 0)
    pe_json_writer_member_string (&self->json, "date", pe_date_print (text, 20010000 + date) + strlen ("2001-"));
}

static void
write_milestones (pe_writer *self, const pe_rule *rule)
{
  size_t              n;
  const pe_milestone *milestones = pe_rule_get_milestones (rule, &n);

  for (size_t i = 0; i < n; i++)
    {
      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_string (&self->json, "id", milestones[i].id);
      pe_writer_member_both (self, "name", milestones[i].name_zh, milestones[i].name_en);
      pe_json_writer_member_decimal (&self->json, "share", &milestones[i].share);
      pe_json_writer_member_decimal (&self->json, "points", &milestones[i].points);
      write_due_date (self, milestones[i].date);
      pe_json_writer_member_string (&self->json, "day", milestones[i].day);
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

/* Everything but the rules in a rule. */
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
    case PE_PARAMETER_POINTS:
      write_table (self, rule, parameter->name, write_points);
      break;
    case PE_PARAMETER_MILESTONES:
      write_table (self, rule, parameter->name, write_milestones);
      break;
    case PE_PARAMETER_INPUTS:
      write_table (self, rule, parameter->name, pe_writer_table_inputs);
      break;
    case PE_PARAMETER_DECISIONS:
      write_table (self, rule, parameter->name, pe_writer_decisions);
      break;
    case PE_PARAMETER_PRIORITY:
      if (pe_writer_has_priority (rule))
        write_table (self, rule, parameter->name, pe_writer_priority);
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

/* Everything but the rules in it. */
static void
write_members (pe_writer *self, const pe_rule *rule, const char *intended)
{
  const size_t       shape = pe_rule_get_shape (rule);
  pe_shape_parameter parameter;

  write_shape (self, rule);
  if (pe_rule_get_unit (rule) != PE_UNIT_NONE)
    pe_json_writer_member_string (&self->json, "unit", pe_unit_get_name (pe_rule_get_unit (rule)));
  pe_writer_types (self, rule);
  pe_json_writer_member_string (&self->json, "intended", intended);
  pe_shape_parameter_init (&parameter, sizeof parameter);
  for (size_t i = 0; i < pe_shape_get_n_parameters (shape); i++)
    {
      pe_shape_get_parameter (&parameter, shape, i, NULL);
      write_parameter (self, rule, &parameter);
    }
  pe_writer_policies (self, rule, get_policy);
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

static void
write_alternatives (pe_writer *self, const pe_rule *rule, const char *name)
{
  size_t                n;
  const pe_alternative *alternatives = pe_rule_get_alternatives (rule, &n);

  pe_json_writer_name (&self->json, name);
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < n; i++)
    {
      pe_json_writer_begin_object (&self->json);
      pe_json_writer_member_string (&self->json, "id", alternatives[i].id);
      pe_json_writer_name (&self->json, "rule");
      pe_json_writer_begin_object (&self->json);
      write_members (self, alternatives[i].rule, NULL);
      pe_json_writer_end_object (&self->json);
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_end_array (&self->json);
}

/* They have none themselves: this goes one level deep. */
static void
write_held_rules (pe_writer *self, const pe_rule *rule)
{
  const size_t       shape = pe_rule_get_shape (rule);
  pe_shape_parameter parameter;

  pe_shape_parameter_init (&parameter, sizeof parameter);
  for (size_t i = 0; i < pe_shape_get_n_parameters (shape); i++)
    {
      pe_shape_get_parameter (&parameter, shape, i, NULL);
      if (parameter.kind == PE_PARAMETER_RULES)
        write_sign_rules (self, rule, parameter.name);
      else if (parameter.kind == PE_PARAMETER_ALTERNATIVES)
        write_alternatives (self, rule, parameter.name);
    }
}

void
pe_writer_rule (pe_writer *self, const pe_rule *rule, const char *intended)
{
  pe_json_writer_name (&self->json, "rule");
  pe_json_writer_begin_object (&self->json);
  write_members (self, rule, intended);
  write_held_rules (self, rule);
  pe_json_writer_end_object (&self->json);
}
