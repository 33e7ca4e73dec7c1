/* prose-custom.c - the patterns of the caller
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-private.h"

#include <string.h>

static const pe_prose_item *
item_at (const pe_prose_reading *self, guint32 index)
{
  return pe_vector_at (&self->items, pe_prose_item, index);
}

/* Slots of figures within reach of each other, each a bit: at least as many as the reach. */
#define SLOTS 64

/* A walk over the figures: where each phrase that a pattern asks for stood last, and where it stands among those ahead. Looked
 * up, not looked for: a pattern's price is the same whatever stands around a figure. Phrases are nodes of a trie. */
typedef struct pe_prose_walk
{
  pe_prose_reading *reading;
  pe_prose_trie     phrases;
  pe_vector         of_slot[SLOTS]; /* guint32: the phrases in the clause before each figure within reach */
  guint32          *here;           /* by phrase: the figure that it stood before when it was met, plus 1 */
  guint32          *last;           /* by phrase: the last figure before this one that it stands before, plus 1 */
  guint64          *ahead;          /* by phrase: the slots of the figures behind this one that it stands before */
  guint32           entered;        /* how many figures are within reach or behind it */
} pe_prose_walk;

/* The phrases in the clause before a figure, behind the figure before it. */
static pe_status
list_phrases (const pe_prose_walk *self, const pe_prose_item *item, pe_vector *out)
{
  const guint8        *text = self->reading->source.text.data;
  const pe_prose_node *nodes = self->phrases.nodes.data;
  pe_status            status = PE_OK;

  out->size = 0;
  for (guint32 at = item->subject; at < item->subject_end && item->unit != PE_PROSE_UNIT_NO_QUANTITY; at++)
    for (guint32 i = at, node = 0; i < item->subject_end && status == PE_OK; i++)
      {
        node = pe_prose_trie_step (&self->phrases, node, text[i], self->reading->work);
        if (node == 0)
          break;
        if (nodes[node].marks != 0)
          status = pe_vector_push (out, &node);
      }
  return status;
}

/* Figures up to the reach behind this one come into sight. */
static pe_status
look_ahead (pe_prose_walk *self, guint32 here)
{
  pe_status status = PE_OK;

  for (; self->entered < self->reading->items.size && self->entered <= here + PE_PROSE_REACH && status == PE_OK;
       self->entered++)
    {
      pe_vector *phrases = &self->of_slot[self->entered % SLOTS];

      status = list_phrases (self, item_at (self->reading, self->entered), phrases);
      for (size_t i = 0; i < phrases->size; i++)
        self->ahead[*pe_vector_at (phrases, guint32, i)] |= G_GUINT64_CONSTANT (1) << (self->entered % SLOTS);
    }
  return status;
}

/* The nearest figure ahead before which a phrase stands, or NONE. */
static guint32
find_ahead (const pe_prose_walk *self, guint32 here, guint32 phrase)
{
  const guint   first = (here + 1) % SLOTS;
  const guint64 slots = self->ahead[phrase];
  const guint64 turned = first == 0 ? slots : slots >> first | slots << (SLOTS - first);

  return turned != 0 ? here + 1 + (guint32) __builtin_ctzll (turned) : PE_PROSE_NONE;
}

static gboolean
reaches (const pe_prose_custom *custom, const pe_prose_item *result, const pe_prose_item *operand, gboolean behind)
{
  if (custom->reach == PE_PROSE_TEXT)
    return TRUE;
  if (behind)
    return FALSE;
  return custom->reach == PE_PROSE_SENTENCE ? operand->sentence == result->sentence
                                            : operand->paragraph == result->paragraph;
}

/* The nearest figure that a phrase stands before; of two as near the one before the result. */
static guint32
find_operand (const pe_prose_walk *self, const pe_prose_custom *custom, guint32 result, guint32 phrase)
{
  const pe_prose_item *item = item_at (self->reading, result);
  guint32              before = self->last[phrase], behind = PE_PROSE_NONE;

  before = before > 0 && result - (before - 1) <= PE_PROSE_REACH ? before - 1 : PE_PROSE_NONE;
  if (before != PE_PROSE_NONE && !reaches (custom, item, item_at (self->reading, before), FALSE))
    before = PE_PROSE_NONE;
  if (custom->reach == PE_PROSE_TEXT)
    behind = find_ahead (self, result, phrase);
  if (before == PE_PROSE_NONE || behind == PE_PROSE_NONE)
    return before != PE_PROSE_NONE ? before : behind;
  return behind - result < result - before ? behind : before;
}

static pe_status
take_steps (pe_prose_reading *self, guint32 n)
{
  self->steps += n;
  if (self->work != NULL)
    *self->work += n;
  return self->steps > PE_PROSE_CUSTOM_STEPS ? PE_ERROR_LIMIT : PE_OK;
}

static pe_status
try_custom (pe_prose_walk *self, guint32 number, guint32 result)
{
  const pe_prose_custom *custom = pe_vector_at (&self->reading->customs, pe_prose_custom, number);
  pe_prose_relation      relation;

  memset (&relation, 0, sizeof relation);
  relation.kind = custom->kind;
  relation.form = custom->form;
  relation.result = result;
  relation.pattern = number + 1;
  for (; relation.n < custom->n_operands; relation.n++)
    {
      relation.operands[relation.n] = find_operand (self, custom, result, custom->operand_phrases[relation.n]);
      if (relation.operands[relation.n] == PE_PROSE_NONE)
        return take_steps (self->reading, relation.n + 1);
    }
  relation.fit = (guint8) pe_prose_try (self->reading, &relation);
  relation.accused = relation.fit == PE_FIT_NOT;
  if (relation.fit == PE_FIT_UNKNOWN || (relation.accused && !custom->strict))
    return take_steps (self->reading, relation.n + 1);
  return pe_prose_relate (self->reading, &relation);
}

/* The patterns whose result stands before a figure, until one says where it comes from. */
static pe_status
try_customs (pe_prose_walk *self, guint32 result)
{
  const pe_prose_item   *item = item_at (self->reading, result);
  const pe_prose_custom *customs = self->reading->customs.data;
  pe_status              status = PE_OK;

  for (guint32 k = 0; k < self->reading->customs.size && status == PE_OK && !item->is_result; k++)
    if (self->here[customs[k].result_phrase] == result + 1)
      status = try_custom (self, k, result);
  if (status == PE_ERROR_LIMIT)
    {
      self->reading->stop_at = item->at;
      self->reading->stop_end = item->end;
    }
  return status;
}

/* One figure on: it is no longer ahead, and once it has been read it is behind. */
static pe_status
walk_on (pe_prose_walk *self, guint32 here)
{
  const pe_vector *phrases = &self->of_slot[here % SLOTS];
  pe_status        status = look_ahead (self, here);

  for (size_t i = 0; i < phrases->size && status == PE_OK; i++)
    {
      self->here[*pe_vector_at (phrases, const guint32, i)] = here + 1;
      self->ahead[*pe_vector_at (phrases, const guint32, i)] &= ~(G_GUINT64_CONSTANT (1) << (here % SLOTS));
    }
  if (phrases->size > 0 && status == PE_OK)
    status = try_customs (self, here);
  for (size_t i = 0; i < phrases->size; i++)
    self->last[*pe_vector_at (phrases, const guint32, i)] = here + 1;
  return status;
}

/* The node of a phrase, all of which is there. */
static guint32
find_phrase (const pe_prose_walk *self, const char *phrase)
{
  guint32 node = 0;

  for (; *phrase != '\0'; phrase++)
    node = pe_prose_trie_step (&self->phrases, node, (guint8) *phrase, NULL);
  return node;
}

static pe_status
list_wanted (pe_vector *out, const pe_prose_custom *custom)
{
  pe_prose_entry entry = { custom->result, 1 };
  pe_status      status = pe_vector_push (out, &entry);

  for (guint32 i = 0; i < custom->n_operands && status == PE_OK; i++)
    {
      entry.text = custom->operands[i];
      status = pe_vector_push (out, &entry);
    }
  return status;
}

/* The phrases that patterns ask for, and room for where each stands. */
static pe_status
prepare (pe_prose_walk *self)
{
  pe_vector        wanted = PE_VECTOR_INIT (pe_prose_entry);
  pe_prose_custom *customs = self->reading->customs.data;
  pe_status        status = PE_OK;

  for (size_t i = 0; i < self->reading->customs.size && status == PE_OK; i++)
    status = list_wanted (&wanted, &customs[i]);
  if (status == PE_OK)
    status = pe_prose_trie_build (&self->phrases, wanted.data, wanted.size);
  pe_vector_clear (&wanted);
  for (size_t i = 0; i < self->reading->customs.size && status == PE_OK; i++)
    {
      customs[i].result_phrase = find_phrase (self, customs[i].result);
      for (guint32 k = 0; k < customs[i].n_operands; k++)
        customs[i].operand_phrases[k] = find_phrase (self, customs[i].operands[k]);
    }
  self->here = g_try_new0 (guint32, self->phrases.nodes.size);
  self->last = g_try_new0 (guint32, self->phrases.nodes.size);
  self->ahead = g_try_new0 (guint64, self->phrases.nodes.size);
  if (self->here == NULL || self->last == NULL || self->ahead == NULL)
    status = PE_ERROR_NO_MEMORY;
  return status;
}

pe_status
pe_prose_customs_read (pe_prose_reading *self)
{
  static const pe_vector empty = PE_VECTOR_INIT (guint32);
  pe_prose_walk          walk = { .reading = self, .phrases = { PE_VECTOR_INIT (pe_prose_node) } };
  pe_status              status;

  if (self->customs.size == 0)
    return PE_OK;
  for (guint i = 0; i < SLOTS; i++)
    walk.of_slot[i] = empty;
  status = prepare (&walk);
  for (guint32 i = 0; i < self->items.size && status == PE_OK; i++)
    status = walk_on (&walk, i);
  for (guint i = 0; i < SLOTS; i++)
    pe_vector_clear (&walk.of_slot[i]);
  pe_prose_trie_clear (&walk.phrases);
  g_free (walk.here);
  g_free (walk.last);
  g_free (walk.ahead);
  return status;
}
