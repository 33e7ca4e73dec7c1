/* rollup-explain.c - why the whole has its score, when several units were weighted
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rollup-private.h"

#include "../base/figure-private.h"
#include "../rules/record-private.h"
#include "label-private.h"

typedef struct explanation
{
  const pe_rollup      *rollup;
  size_t                index;
  const pe_rolled_node *node;
  pe_language           language;
  pe_buffer            *out;
  size_t               *line; /* where the line begins that is being written */
} explanation;

static void
add_text (const explanation *self, const char *zh, const char *en)
{
  pe_buffer_add_string (self->out, pe_label_choose (self->language, zh, en));
}

/* A name that was handed in must not begin a line of its own: what follows would pass for an explanation. */
static void
end_line (const explanation *self)
{
  for (size_t i = *self->line; i < self->out->size; i++)
    if (self->out->data[i] == '\n')
      self->out->data[i] = ' ';
  pe_buffer_add_char (self->out, '\n');
  *self->line = self->out->size;
}

static const char *
get_unit_name (const pe_rollup *self, size_t unit)
{
  return pe_dossier_peek_head (pe_rollup_peek_unit (self, unit)->evaluation->dossier)->unit_name;
}

static const pe_rational *
get_unit_score (const explanation *self, size_t unit)
{
  const pe_evaluation *evaluation = pe_rollup_peek_unit (self->rollup, unit)->evaluation;

  return &pe_evaluation_peek_node (evaluation, pe_rollup_find_unit_node (self->rollup, unit, self->index))->score;
}

/* "300 万元 × 99.69" */
static void
add_product (const explanation *self, size_t unit)
{
  pe_figure_print (&pe_rollup_peek_unit (self->rollup, unit)->weight, self->out);
  pe_buffer_add_string (self->out, " × ");
  pe_label_add_number (get_unit_score (self, unit), self->out);
}

/* The weights as one figure where they are all in one unit; else in yuan. */
static void
add_weights (const explanation *self)
{
  const pe_unit unit = pe_rollup_peek_unit (self->rollup, 0)->weight.unit;
  int32_t       exponent = pe_unit_get_exponent (unit);
  pe_rational   sum, factor;

  for (size_t i = 1; i < self->rollup->units.size; i++)
    if (pe_rollup_peek_unit (self->rollup, i)->weight.unit != unit)
      exponent = 0;
  pe_rational_init (&sum);
  pe_rational_init (&factor);
  (void) pe_rational_set_power_of_ten (&factor, exponent, PE_BITS_UNBOUNDED);
  (void) pe_rational_divide (&sum, &self->rollup->weights, &factor, PE_BITS_UNBOUNDED);
  pe_label_add_number (&sum, self->out);
  if (self->rollup->weighting == PE_WEIGHTING_BY_FUNDS)
    {
      pe_buffer_add_char (self->out, ' ');
      pe_buffer_add_string (self->out,
                            pe_unit_get_name (exponent == pe_unit_get_exponent (unit) ? unit : PE_UNIT_YUAN));
    }
  pe_rational_clear (&sum);
  pe_rational_clear (&factor);
}

static void
add_formula (const explanation *self)
{
  pe_buffer_add_char (self->out, '(');
  for (size_t i = 0; i < self->rollup->units.size; i++)
    {
      if (i > 0)
        pe_buffer_add_string (self->out, " + ");
      add_product (self, i);
    }
  pe_buffer_add_string (self->out, ") / ");
  add_weights (self);
  pe_buffer_add_string (self->out, " = ");
  pe_label_add_number (&self->node->mean, self->out);
}

static void
add_rounding (const explanation *self)
{
  const pe_rounding_contract *contract = pe_rulebook_peek_rounding (self->rollup->rulebook);

  pe_label_add_rounding (
      self->index == 0 ? contract->total_rounding : 0, contract->total_places, self->language, self->out);
  pe_buffer_add_string (self->out, " → ");
  pe_label_add_number (&self->node->score, self->out);
}

/* The percentage of a unit's weight. */
static void
add_share (const explanation *self, size_t unit)
{
  const pe_rounding_contract *contract = pe_rulebook_peek_rounding (self->rollup->rulebook);

  pe_label_add_rate (&pe_rollup_peek_unit (self->rollup, unit)->share, contract, self->out);
}

static void
add_unit (const explanation *self, size_t unit)
{
  add_text (self, "单位：", "Unit: ");
  pe_buffer_add_string (self->out, get_unit_name (self->rollup, unit));
  add_text (self, "，权重 ", ", weight ");
  pe_figure_print (&pe_rollup_peek_unit (self->rollup, unit)->weight, self->out);
  add_text (self, "（", " (");
  add_share (self, unit);
  add_text (self, "），得 ", "), ");
  pe_label_add_points (get_unit_score (self, unit), self->language, self->out);
  end_line (self);
}

/* "某局（权重 75.00%）：", the reason that its own ledger gives, and what of it counts here. */
static void
add_reason (const explanation *self, const pe_rolled_entry *entry)
{
  const pe_evaluation *evaluation;

  if (entry->unit < 0)
    {
      add_text (self, "总分：", "Total: ");
      pe_label_add_points (&self->node->mean, self->language, self->out);
      add_text (self, "，", ", ");
      add_rounding (self);
      add_text (self, " 分。", ".");
      return;
    }
  evaluation = pe_rollup_peek_unit (self->rollup, (size_t) entry->unit)->evaluation;
  pe_buffer_add_string (self->out, get_unit_name (self->rollup, (size_t) entry->unit));
  add_text (self, "（权重 ", " (weight ");
  add_share (self, (size_t) entry->unit);
  add_text (self, "，计 ", ", here ");
  pe_label_add_points (&entry->amount, self->language, self->out);
  add_text (self, "）：", "): ");
  pe_evaluation_add_reason (
      evaluation, pe_vector_at (&evaluation->ledger.entries, const pe_scored_entry, entry->of_unit), self->language,
      self->out);
}

static void
add_reasons (const explanation *self)
{
  for (size_t i = 0; i < self->rollup->entries.size; i++)
    {
      const pe_rolled_entry *entry = pe_vector_at (&self->rollup->entries, const pe_rolled_entry, i);

      if (entry->node != self->index)
        continue;
      add_text (self, "原因：", "Reason: ");
      add_reason (self, entry);
      end_line (self);
    }
}

static void
add_score (const explanation *self)
{
  pe_rational lost;

  pe_rational_init (&lost);
  (void) pe_rational_subtract (&lost, &self->node->full_marks, &self->node->score, PE_BITS_UNBOUNDED);
  add_text (self, "得分：", "Score: ");
  pe_label_add_points (&self->node->score, self->language, self->out);
  if (pe_rational_sign (&lost) > 0)
    {
      add_text (self, "，扣 ", ", lost: ");
      pe_label_add_points (&lost, self->language, self->out);
    }
  end_line (self);
  pe_rational_clear (&lost);
}

static void
add_title (const explanation *self, const pe_node *node)
{
  pe_buffer_add_string (self->out, node->code);
  if (node->code[0] != '\0')
    pe_buffer_add_char (self->out, ' ');
  pe_buffer_add_string (self->out, pe_label_choose (self->language, node->name_zh, node->name_en));
  add_text (self, "（满分 ", " (full marks ");
  pe_label_add_number (&self->node->full_marks, self->out);
  add_text (self, " 分）", ")");
  end_line (self);
  add_text (self, "汇总方式：先评分后加权，", "Rolled up: score first, then weight, ");
  if (self->rollup->weighting == PE_WEIGHTING_BY_FUNDS)
    add_text (self, "按资金加权", "by funds");
  else
    add_text (self, "按分值加权", "by points");
  end_line (self);
}

static explanation
begin (const pe_rollup *self, size_t node, pe_language language, pe_buffer *out, size_t *line)
{
  return (explanation) { self, node, pe_vector_at (&self->nodes, const pe_rolled_node, node), language, out, line };
}

static pe_status
check_node (const void *out, const pe_rollup *self, size_t index, size_t n, pe_error **error)
{
  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  return index < n ? PE_OK : pe_index_set_not_found (error, index, n);
}

pe_status
pe_rollup_print_reason (pe_text **out, const pe_rollup *self, size_t index, pe_language language, pe_error **error)
{
  pe_status              status = check_node (out, self, index, pe_rollup_get_n_entries (self), error);
  pe_buffer              buffer = PE_BUFFER_INIT;
  size_t                 line = 0;
  const pe_rolled_entry *entry;
  explanation            made;

  if (status != PE_OK)
    return status;
  if (self->whole != NULL)
    return pe_ledger_print_reason (out, &self->whole->ledger, index, language, error);
  entry = pe_vector_at (&self->entries, const pe_rolled_entry, index);
  made = begin (self, entry->node, language, &buffer, &line);
  add_reason (&made, entry);
  return pe_buffer_finish (&buffer, out, error);
}

pe_status
pe_rollup_print_formula (pe_text **out, const pe_rollup *self, size_t node, pe_language language, pe_error **error)
{
  pe_status   status = check_node (out, self, node, pe_rollup_get_n_nodes (self), error);
  pe_buffer   buffer = PE_BUFFER_INIT;
  size_t      line = 0;
  explanation made;

  if (status != PE_OK)
    return status;
  if (self->whole != NULL)
    return pe_evaluation_print_formula (out, self->whole, node, language, error);
  made = begin (self, node, language, &buffer, &line);
  add_formula (&made);
  if (node == 0 && pe_rulebook_peek_rounding (self->rulebook)->total_rounding != 0)
    {
      add_text (&made, "，", ", ");
      add_rounding (&made);
    }
  return pe_buffer_finish (&buffer, out, error);
}

pe_status
pe_rollup_explain (pe_text **out, const pe_rollup *self, size_t node, pe_language language, pe_error **error)
{
  pe_status   status = check_node (out, self, node, pe_rollup_get_n_nodes (self), error);
  pe_buffer   buffer = PE_BUFFER_INIT;
  size_t      line = 0;
  pe_node     named;
  explanation made;

  if (status != PE_OK)
    return status;
  if (self->whole != NULL)
    return pe_evaluation_explain (out, self->whole, node, language, error);
  made = begin (self, node, language, &buffer, &line);
  pe_node_init (&named, sizeof named);
  (void) pe_rollup_get_node (&named, self, node, NULL);
  add_title (&made, &named);
  for (size_t i = 0; i < self->units.size; i++)
    add_unit (&made, i);
  add_text (&made, "计算：", "Calculation: ");
  add_formula (&made);
  end_line (&made);
  add_text (&made, "取舍：", "Rounding: ");
  add_rounding (&made);
  end_line (&made);
  add_score (&made);
  add_reasons (&made);
  return pe_buffer_finish (&buffer, out, error);
}
