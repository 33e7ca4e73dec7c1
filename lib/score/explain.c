/* explain.c - how a node came to its score, a line each
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "explain-private.h"

#include "../base/finding-private.h"
#include "../base/place-private.h"
#include "../model/dossier-private.h"
#include "adjust-private.h"
#include "label-private.h"

/* The room that a text is made in before it goes to the heap. */
#define ROOM 4096

typedef struct explanation
{
  const pe_evaluation  *evaluation;
  size_t                index;
  const pe_scored_node *node;
  const pe_indicator   *indicator; /* NULL for the total */
  pe_language           language;
  pe_buffer            *out;
  size_t                line; /* where the line begins that is being written */
} explanation;

G_ALWAYS_INLINE static inline void
add_words (const explanation *self, const char *zh, const char *en)
{
  pe_buffer_add_words (self->out, self->language, zh, en);
}

/* The line feed is that of the line before it: most lines so begin with one piece of text. */
G_ALWAYS_INLINE static inline void
begin_line (explanation *self, const char *zh, const char *en)
{
  self->line = self->out->size + 1;
  add_words (self, zh, en);
}

/* At the end of a line with texts that were handed in. */
static void
join_line (const explanation *self)
{
  pe_explanation_join_line (self->out, self->line);
}

/* Inputs */

/* "facts.json:12:9", or "dossier.xlsx:facts!C4" where it was read from a table. */
static void
add_position (explanation *self, const pe_place *place)
{
  if (place->file != NULL)
    {
      pe_buffer_add_string (self->out, place->file);
      pe_buffer_add_char (self->out, ':');
    }
  if (place->cell != NULL)
    {
      pe_buffer_add_string (self->out, place->cell);
      return;
    }
  pe_buffer_add_uint (self->out, place->line);
  pe_buffer_add_char (self->out, ':');
  pe_buffer_add_uint (self->out, place->column);
}

static void
add_place (explanation *self, const char *path)
{
  const pe_place *place = pe_dossier_find_place (self->evaluation->dossier, path);

  add_words (self, "（", " (");
  pe_buffer_add_string (self->out, path);
  if (place != NULL && (place->cell != NULL || place->line > 0))
    {
      add_words (self, "，", ", ");
      add_position (self, place);
    }
  add_words (self, "）", ")");
}

static void
add_input (explanation *self, size_t index)
{
  const pe_scored_leaf  *leaf = self->node->leaf;
  const pe_scored_input *input = pe_vector_at (&leaf->outcome.inputs, const pe_scored_input, index);

  begin_line (self, "\n数据：", "\nFigure: ");
  pe_label_add_input (&leaf->outcome, index, leaf->rule, self->language, self->out);
  pe_buffer_add_string (self->out, " = ");
  if (input->figure.state == PE_STATE_VALUE || input->text != NULL)
    pe_label_add_figure (input, leaf->rule, self->language, self->out);
  else
    pe_buffer_add_string (self->out, pe_label_get_state (input->figure.state, self->language));
  if (input->path != NULL)
    add_place (self, input->path);
  else
    add_words (self, "（评分规则规定）", " (fixed by the rulebook)");
  join_line (self);
}

static void
add_inputs (explanation *self)
{
  for (size_t i = 0; self->node->leaf != NULL && i < self->node->leaf->outcome.inputs.size; i++)
    add_input (self, i);
}

/* Declarations */

static void
add_declared (explanation *self)
{
  const pe_declared_score *declared = self->node->leaf == NULL ? NULL : self->node->leaf->declared;

  if (declared == NULL)
    return;
  begin_line (self, "\n本项由人评分，未经计算。评分人：", "\nScored by a person, not computed. Scorer: ");
  pe_buffer_add_string (self->out, pe_label_get_scorer (declared->scorer, self->language));
  if (self->indicator->intended != NULL)
    {
      begin_line (self, "\n规则原意的计分方式（推测）：", "\nShape that the scheme is thought to have: ");
      pe_buffer_add_string (self->out, pe_label_get_shape (self->indicator->intended, self->language));
      join_line (self);
    }
  begin_line (self, "\n佐证材料：", "\nEvidence: ");
  if (declared->evidence != NULL)
    pe_buffer_add_string (self->out, declared->evidence);
  else
    add_words (self, "未提供", "none given");
  join_line (self);
}

/* Results */

static void
add_formula (explanation *self)
{
  begin_line (self, "\n计算：", "\nCalculation: ");
  pe_evaluation_add_formula (self->evaluation, self->index, self->language, self->out);
  join_line (self);
}

static void
add_rate (explanation *self)
{
  const pe_scored_leaf *leaf = self->node->leaf;

  if (leaf == NULL || leaf->outcome.state != PE_STATE_VALUE || !leaf->outcome.has_rate)
    return;
  begin_line (self, "\n比率：", "\nRate: ");
  pe_evaluation_add_rate (self->evaluation, self->index, self->out);
}

static void
add_exact (explanation *self)
{
  const pe_rational *points = &self->node->unrounded;

  if (self->node->origin == PE_ORIGIN_DROPPED)
    return;
  begin_line (self, "\n精确值：", "\nExact value: ");
  if (!pe_rational_print_decimal (points, self->out))
    {
      pe_rational_print_numerator (points, self->out);
      pe_buffer_add_char (self->out, '/');
      pe_rational_print_denominator (points, self->out);
      pe_buffer_add_string (self->out, " = ");
      pe_label_add_number (points, self->out);
    }
}

static void
add_rounding (explanation *self)
{
  const pe_rounding_contract *contract = pe_rulebook_peek_rounding (self->evaluation->rulebook);
  const pe_scored_node       *node = self->node;
  pe_rounding                 rounding = contract->leaf_rounding;
  int32_t                     places = contract->leaf_places;

  if (node->kind == PE_NODE_TOTAL)
    {
      rounding = contract->total_rounding;
      places = contract->total_places;
    }
  else if (node->kind == PE_NODE_GROUP)
    {
      rounding = node->row >= 0 ? 0 : contract->subtotal_rounding;
      places = contract->subtotal_places;
    }
  if (node->origin == PE_ORIGIN_DROPPED)
    return;
  begin_line (self, "\n取舍：", "\nRounding: ");
  pe_label_add_rounding (rounding, places, self->language, self->out);
  pe_buffer_add_string (self->out, " → ");
  pe_label_add_number (&node->score, self->out);
}

static void
add_lost (explanation *self)
{
  pe_rational lost;

  pe_rational_init (&lost);
  (void) pe_rational_subtract (&lost, &self->node->full_marks, &self->node->score, PE_BITS_UNBOUNDED);
  if (pe_rational_sign (&lost) > 0)
    {
      add_words (self, "，扣 ", ", lost: ");
      pe_label_add_points (&lost, self->language, self->out);
    }
  pe_rational_clear (&lost);
}

static void
add_score (explanation *self)
{
  const pe_scored_node *node = self->node;

  begin_line (self, "\n得分：", "\nScore: ");
  pe_label_add_points (&node->score, self->language, self->out);
  if (node->origin != PE_ORIGIN_DROPPED && !pe_rational_equal (&node->score, &node->full_marks))
    add_lost (self);
}

/* Entries stand in the order of their nodes. */
static size_t
find_first_entry (const pe_vector *entries, size_t node)
{
  size_t low = 0, n = entries->size;

  /* Which half it is in cannot be foreseen: nothing branches on it. */
  for (; n > 1; n -= n / 2)
    low += pe_vector_at (entries, const pe_scored_entry, low + n / 2 - 1)->node < node ? n / 2 : 0;
  return n == 1 && pe_vector_at (entries, const pe_scored_entry, low)->node < node ? low + 1 : low;
}

static void
add_reasons (explanation *self)
{
  const pe_vector *entries = &self->evaluation->ledger.entries;

  for (size_t i = find_first_entry (entries, self->index); i < entries->size; i++)
    {
      const pe_scored_entry *entry = pe_vector_at (entries, const pe_scored_entry, i);

      if (entry->node != self->index)
        return;
      begin_line (self, "\n原因：", "\nReason: ");
      pe_evaluation_add_reason (self->evaluation, entry, self->language, self->out);
      join_line (self);
    }
}

/* Where an event keeps the grade below the one that the points have. */
static void
add_grade (explanation *self)
{
  if (self->index > 0 || self->evaluation->grade_event < 0)
    return;
  begin_line (self, "\n等级：", "\nGrade: ");
  pe_adjust_add_grade (self->evaluation, self->language, self->out);
  join_line (self);
}

pe_status
pe_evaluation_explain (pe_text **out, const pe_evaluation *self, size_t node, pe_language language, pe_error **error)
{
  pe_status   status = pe_evaluation_check_node (out, self, node, error);
  char        room[ROOM] PE_UNSET;
  pe_buffer   buffer = PE_BUFFER_INIT_IN (room);
  explanation made = { .evaluation = self, .index = node, .language = language, .out = &buffer };

  if (status != PE_OK)
    return status;
  made.node = pe_evaluation_peek_node (self, node);
  made.indicator = pe_evaluation_peek_indicator (self, node);
  pe_explanation_add_heading (self, node, language, &buffer);
  add_declared (&made);
  add_inputs (&made);
  add_formula (&made);
  add_rate (&made);
  add_exact (&made);
  add_rounding (&made);
  add_score (&made);
  add_reasons (&made);
  add_grade (&made);
  pe_buffer_add_char (&buffer, '\n');
  return pe_buffer_finish (&buffer, out, error);
}
