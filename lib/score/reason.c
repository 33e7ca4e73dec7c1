/* reason.c - why an entry of the ledger is there, as a sentence
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "evaluation-private.h"

#include <string.h>

#include "../model/dossier-private.h"
#include "adjust-private.h"
#include "label-private.h"

/* What a name without a value gives. */
#define NOTHING "—"
/* A template that repeats long names could grow without bound; no sentence that a person reads comes near these. */
#define MOST_NAMES 1000
#define MOST_BYTES 65536

typedef struct sentence
{
  const pe_evaluation *evaluation;
  size_t               node;
  pe_entry_kind        kind;
  pe_language          language;
} sentence;

/* Names */

/* "/facts/2.1.2/late" is the fact "late"; the names of facts have no '/' or '~'. */
static gboolean
is_fact_path (const char *path, const char *name, size_t length)
{
  const char *last = path == NULL || strncmp (path, "/facts/", 7) != 0 ? NULL : strrchr (path, '/');

  return last != NULL && strlen (last + 1) == length && memcmp (last + 1, name, length) == 0;
}

/* A rate from a measure has two inputs of one name; held against 100 %, its second part is what was to be reached. */
static gboolean
is_target_of_rate (const pe_scored_input *inputs, size_t index, const char *name, size_t length)
{
  return length == strlen ("target") && memcmp (name, "target", length) == 0 && index > 0
         && inputs[index].measure != NULL && strcmp (inputs[index].name, "actual") == 0
         && strcmp (inputs[index - 1].name, "actual") == 0;
}

const pe_scored_input *
pe_evaluation_find_input (const pe_evaluation *self, size_t node, const char *name, size_t length)
{
  const pe_scored_leaf  *leaf = pe_evaluation_peek_node (self, node)->leaf;
  const pe_scored_input *inputs = leaf->outcome.inputs.data;
  const pe_scored_input *target = NULL;

  /* The inputs of a slot bear the names of rows. */
  for (size_t i = 0; leaf->parts.size == 0 && i < leaf->outcome.inputs.size; i++)
    {
      if ((strlen (inputs[i].name) == length && memcmp (inputs[i].name, name, length) == 0)
          || is_fact_path (inputs[i].path, name, length))
        return &inputs[i];
      if (is_target_of_rate (inputs, i, name, length))
        target = &inputs[i];
    }
  return target;
}

static gboolean
is_name (const char *name, size_t length, const char *word)
{
  return strlen (word) == length && memcmp (name, word, length) == 0;
}

/* What adjustments cost is said by their own sentences: the score as it was before them, in `made` where there are any. */
static const pe_rational *
find_own_score (const pe_scored_node *node, pe_entry_kind kind, pe_rational *made)
{
  if (kind != PE_ENTRY_LEAF || node->adjustments.size == 0)
    return &node->score;
  (void) pe_rational_add (made, &node->score, &node->unadjusted, PE_BITS_UNBOUNDED);
  (void) pe_rational_subtract (made, made, &node->unrounded, PE_BITS_UNBOUNDED);
  return made;
}

static void
add_deduction (const sentence *self, pe_buffer *out)
{
  const pe_scored_node *node = pe_evaluation_peek_node (self->evaluation, self->node);
  pe_rational           lost;

  pe_rational_init (&lost);
  (void) pe_rational_subtract (&lost, &node->full_marks, find_own_score (node, self->kind, &lost), PE_BITS_UNBOUNDED);
  pe_label_add_number (&lost, out);
  pe_rational_clear (&lost);
}

static void
add_score (const sentence *self, pe_buffer *out)
{
  const pe_scored_node *node = pe_evaluation_peek_node (self->evaluation, self->node);
  pe_rational           made;

  pe_rational_init (&made);
  pe_label_add_number (find_own_score (node, self->kind, &made), out);
  pe_rational_clear (&made);
}

/* Nothing is added for a name that has no value. */
static void
add_value (const sentence *self, const char *name, size_t length, pe_buffer *out)
{
  const pe_scored_node  *node = pe_evaluation_peek_node (self->evaluation, self->node);
  const pe_scored_input *input;

  if (is_name (name, length, "name"))
    pe_buffer_add_string (out, pe_evaluation_get_name (self->evaluation, self->node, self->language));
  else if (is_name (name, length, "full_marks"))
    pe_label_add_number (&node->full_marks, out);
  else if (is_name (name, length, "score"))
    add_score (self, out);
  else if (is_name (name, length, "deduction"))
    add_deduction (self, out);
  else if (is_name (name, length, "rate"))
    pe_evaluation_add_rate (self->evaluation, self->node, out);
  else if ((input = pe_evaluation_find_input (self->evaluation, self->node, name, length)) != NULL)
    pe_label_add_figure (input, node->leaf->rule, self->language, out);
}

/* "1 points" in a template's English: the number was not known when it was written. How much of what follows is replaced. */
static size_t
add_singular (const sentence *self, const pe_buffer *out, size_t before, const char *after, pe_buffer *to)
{
  static const char plural[] = " points";
  const size_t      length = sizeof plural - 1;

  if (self->language == PE_LANGUAGE_ZH || out->size != before + 1 || out->data[before] != '1'
      || strncmp (after, plural, length) != 0 || g_ascii_isalnum (after[length]))
    return 0;
  pe_buffer_add (to, plural, length - 1);
  return length;
}

static void
add_template (const sentence *self, const char *template, pe_buffer *out)
{
  const size_t start = out->size;
  const char  *open, *close;

  for (size_t n = 0; n < MOST_NAMES && out->size - start < MOST_BYTES; n++)
    {
      size_t size;

      open = strchr (template, '{');
      close = open == NULL ? NULL : strchr (open, '}');
      if (close == NULL)
        break;
      pe_buffer_add (out, template, (size_t) (open - template));
      size = out->size;
      add_value (self, open + 1, (size_t) (close - open - 1), out);
      if (out->size == size)
        pe_buffer_add_string (out, NOTHING);
      template = close + 1;
      template += add_singular (self, out, size, template, out);
    }
  pe_buffer_add_string (out, template);
}

/* Sentences of the library's own */

static void
add_name (const sentence *self, pe_buffer *out)
{
  const char *name = pe_evaluation_get_name (self->evaluation, self->node, self->language);

  pe_buffer_add_string (out, *name != '\0' ? name : NOTHING);
}

/* "满分 5 分，得 4 分", "4 of 5 points" */
static void
add_score_line (const sentence *self, pe_buffer *out)
{
  const pe_scored_node *node = pe_evaluation_peek_node (self->evaluation, self->node);

  if (self->language != PE_LANGUAGE_ZH)
    {
      add_score (self, out);
      pe_buffer_add_string (out, " of ");
      pe_label_add_points (&node->full_marks, self->language, out);
      return;
    }
  pe_buffer_add_string (out, "满分 ");
  pe_label_add_number (&node->full_marks, out);
  pe_buffer_add_string (out, " 分，得 ");
  add_score (self, out);
  pe_buffer_add_string (out, " 分");
}

/* "，扣 1 分", ", 1 lost" */
static void
add_loss (const sentence *self, pe_buffer *out)
{
  pe_buffer_add_words (out, self->language, "，扣 ", ", ");
  add_deduction (self, out);
  pe_buffer_add_words (out, self->language, " 分", " lost");
}

static void
add_default (const sentence *self, pe_buffer *out)
{
  const pe_scored_node *node = pe_evaluation_peek_node (self->evaluation, self->node);

  add_name (self, out);
  pe_buffer_add_words (out, self->language, "：", ": ");
  add_score_line (self, out);
  if (pe_rational_compare (&node->score, &node->full_marks) < 0)
    add_loss (self, out);
  pe_buffer_add_words (out, self->language, "。", ".");
}

/* The reason that a person gave for a leaf's declared score or a row. It is called otherwise than this sentence is. */
static void
add_given_reason (const sentence *self, pe_buffer *out)
{
  const pe_scored_node *node = pe_evaluation_peek_node (self->evaluation, self->node);
  const char           *reason = NULL;

  if (node->leaf->declared != NULL)
    reason = node->leaf->declared->reason;
  else if (node->row >= 0)
    reason = pe_dossier_peek_row (self->evaluation->dossier, (size_t) node->row)->reason;
  if (reason == NULL)
    return;
  pe_buffer_add_words (out, self->language, "说明：", " As stated: ");
  pe_buffer_add_string (out, reason);
}

/* A policy decided: the indicator's own sentence speaks of figures that are not there. */
static void
add_policy (const sentence *self, pe_buffer *out)
{
  const pe_scored_node *node = pe_evaluation_peek_node (self->evaluation, self->node);

  add_name (self, out);
  pe_buffer_add_words (out, self->language, "：数据", ": the figure is ");
  pe_buffer_add_string (out, pe_label_get_state (node->state, self->language));
  pe_buffer_add_words (out, self->language, "，按规定处理：", ", by policy ");
  add_score_line (self, out);
  add_loss (self, out);
  pe_buffer_add_words (out, self->language, "。", ".");
}

static void
add_leaf (const sentence *self, pe_buffer *out)
{
  const pe_scored_node *node = pe_evaluation_peek_node (self->evaluation, self->node);
  const pe_indicator   *indicator = pe_evaluation_peek_indicator (self->evaluation, self->node);
  const char *template = self->language == PE_LANGUAGE_ZH ? indicator->reason_zh : indicator->reason_en;

  if (node->origin == PE_ORIGIN_POLICY)
    {
      add_policy (self, out);
      return;
    }
  if (template != NULL && node->kind == PE_NODE_LEAF)
    {
      add_template (self, template, out);
      return;
    }
  add_default (self, out);
  add_given_reason (self, out);
}

static void
add_dropped (const sentence *self, pe_buffer *out)
{
  const pe_scored_node *node = pe_evaluation_peek_node (self->evaluation, self->node);

  add_name (self, out);
  pe_buffer_add_words (out, self->language, "：", ": ");
  if (node->leaf->policy == 0)
    pe_buffer_add_words (out, self->language, "已撤销", "withdrawn");
  else
    pe_buffer_add_string (out, pe_label_get_state (node->state, self->language));
  pe_buffer_add_words (out, self->language, "，不计分；满分 ", ", left out; its full marks of ");
  pe_label_add_number (&node->full_marks, out);
  pe_buffer_add_words (out, self->language, " 分折算到其余各项。", " are rescaled over the rest.");
  add_given_reason (self, out);
}

/* "S × W / (W − what was left out)" in words. */
static void
add_rescaling (const sentence *self, pe_buffer *out)
{
  const pe_scored_node *node = pe_evaluation_peek_node (self->evaluation, self->node);

  add_name (self, out);
  pe_buffer_add_words (out, self->language, "：不计分的各项共 ", ": ");
  pe_label_add_points (&node->dropped, self->language, out);
  pe_buffer_add_words (out, self->language, "，其余各项得 ", " left out; the rest, ");
  pe_label_add_points (&node->sum, self->language, out);
  pe_buffer_add_words (out, self->language, "，按满分 ", ", is rescaled to the full marks of ");
  pe_label_add_number (&node->full_marks, out);
  pe_buffer_add_words (out, self->language, " 分折算为 ", ": ");
  pe_label_add_number (&node->unrounded, out);
  pe_buffer_add_words (out, self->language, " 分。", ".");
}

static void
add_rounding (const sentence *self, pe_buffer *out)
{
  const pe_scored_node       *node = pe_evaluation_peek_node (self->evaluation, self->node);
  const pe_rounding_contract *contract = pe_rulebook_peek_rounding (self->evaluation->rulebook);

  add_name (self, out);
  pe_buffer_add_words (out, self->language, "：", ": ");
  pe_label_add_points (&node->unrounded, self->language, out);
  pe_buffer_add_words (out, self->language, "，", ", ");
  if (node->kind == PE_NODE_TOTAL)
    pe_label_add_rounding (contract->total_rounding, contract->total_places, self->language, out);
  else if (node->kind == PE_NODE_GROUP)
    pe_label_add_rounding (contract->subtotal_rounding, contract->subtotal_places, self->language, out);
  else
    pe_label_add_rounding (contract->leaf_rounding, contract->leaf_places, self->language, out);
  pe_buffer_add_words (out, self->language, "，为 ", ": ");
  add_score (self, out);
  pe_buffer_add_words (out, self->language, " 分。", ".");
}

void
pe_evaluation_add_reason (const pe_evaluation *self, const pe_scored_entry *entry, pe_language language, pe_buffer *out)
{
  const sentence        made = { self, entry->node, entry->kind, language };
  const sentence        rounding = { self, entry->node, PE_ENTRY_ROUNDING, language };
  const pe_scored_node *node = pe_evaluation_peek_node (self, entry->node);

  if (entry->adjustment != NULL)
    pe_adjust_add_reason (self, entry->node, entry->adjustment, language, out);
  else if (entry->kind == PE_ENTRY_ROUNDING
           || (entry->kind == PE_ENTRY_LEAF && node->adjustments.size > 0
               && pe_rational_compare (&node->unadjusted, &node->full_marks) == 0))
    add_rounding (&rounding, out); /* the rule itself lost nothing */
  else if (entry->kind == PE_ENTRY_LEAF)
    add_leaf (&made, out);
  else if (node->origin == PE_ORIGIN_DROPPED)
    add_dropped (&made, out);
  else
    add_rescaling (&made, out);
}
