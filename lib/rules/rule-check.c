/* rule-check.c - what is looked at when a rule is built
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "decision-table-private.h"
#include "shape-private.h"

static gboolean
parameter_is_given (const pe_rule *rule, const pe_shape_parameter *parameter, size_t index)
{
  switch (parameter->kind)
    {
    case PE_PARAMETER_STEPS:
      return rule->steps.size > 0;
    case PE_PARAMETER_ITEMS:
      return rule->items.size > 0;
    case PE_PARAMETER_BANDS:
      return rule->bands.size > 0;
    case PE_PARAMETER_POINTS:
      return rule->points.size > 0;
    case PE_PARAMETER_MILESTONES:
      return rule->milestones.size > 0;
    case PE_PARAMETER_ALTERNATIVES:
      return rule->alternatives.size > 0;
    case PE_PARAMETER_INPUTS:
      return rule->table != NULL && rule->table->inputs.size > 0;
    case PE_PARAMETER_DECISIONS:
      return rule->table != NULL && rule->table->points.size > 0;
    case PE_PARAMETER_RULES:
      return TRUE; /* the slot's own check says it */
    default:
      return pe_setting_is_given (&rule->settings[index]);
    }
}

void
pe_rule_check (const pe_rule *rule, pe_collector *collector)
{
  const pe_shape *shape = pe_rule_peek_shape (rule);
  const uint64_t  before = pe_collector_get_n_errors (collector);

  for (size_t i = 0; i < shape->n_parameters; i++)
    if (shape->parameters[i].required && !parameter_is_given (rule, &shape->parameters[i], i))
      pe_rule_add_missing (collector, rule, shape->parameters[i].name);
  if (shape->check != NULL && pe_collector_get_n_errors (collector) == before)
    shape->check (rule, collector);
}
