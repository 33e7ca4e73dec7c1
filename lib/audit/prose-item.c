/* prose-item.c - each figure's place in its sentence, its subject and its role
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-private.h"

#include <string.h>

/* Brackets deeper than this are read as if they were not there. */
#define MOST_BRACKETS 16

/* What is known while walking, at one depth of brackets. */
typedef struct pe_frame
{
  guint64 lead;
  guint64 own;
  guint64 words[PE_PROSE_NEAR]; /* the nearest first */
  guint32 ends[PE_PROSE_NEAR];
  guint32 links; /* bytes of connectors since the last word */
  guint32 last;  /* the figure before, or NONE */
  guint32 from;  /* where the clause, or what follows the figure before, begins */
  guint32 clause_at;
  guint32 bracket;
  guint32 owner;
} pe_frame;

typedef struct pe_walk
{
  pe_prose_reading *reading;
  pe_frame          frames[MOST_BRACKETS];
  guint             depth;
  guint             ignored; /* brackets beyond */
  guint32           sentence, segment, clause, paragraph, lists;
  guint32           behind; /* the figure whose words behind it are read, or NONE */
  gboolean          goals;
} pe_walk;

static pe_prose_item *
item_at (const pe_prose_reading *self, guint32 index)
{
  return pe_vector_at (&self->items, pe_prose_item, index);
}

static void
start_clause (pe_walk *walk, guint32 at)
{
  pe_frame *frame = &walk->frames[walk->depth];

  frame->own = 0;
  frame->links = 0;
  memset (frame->words, 0, sizeof frame->words);
  frame->from = frame->clause_at = at;
  walk->clause++;
}

static void
start_sentence (pe_walk *walk, const pe_prose_token *token)
{
  guint32 last = walk->frames[0].last;

  walk->depth = walk->ignored = 0;
  walk->sentence++;
  walk->segment++;
  if (token->at == token->end)
    walk->paragraph++;
  if (token->item != 0 && token->at == token->end)
    walk->goals = FALSE; /* a heading */
  start_clause (walk, token->end);
  walk->frames[0].lead = 0;
  walk->frames[0].last = last;
}

static void
take_word (pe_walk *walk, const pe_prose_token *token)
{
  pe_frame *frame = &walk->frames[walk->depth];

  if ((token->marks & PE_MARK_GOALS) != 0)
    walk->goals = TRUE;
  if ((token->marks & PE_MARK_LINK) != 0)
    {
      frame->links += token->end - token->at;
      return;
    }
  if (token->marks == PE_MARK_NOT)
    return;
  frame->lead |= token->marks;
  frame->own |= token->marks;
  frame->links = 0;
  for (guint i = PE_PROSE_NEAR - 1; i > 0; i--)
    {
      frame->words[i] = frame->words[i - 1];
      frame->ends[i] = frame->ends[i - 1];
    }
  frame->words[0] = token->marks;
  frame->ends[0] = token->end;
}

static void
open_bracket (pe_walk *walk, const pe_prose_token *token)
{
  pe_frame *outer = &walk->frames[walk->depth], *inner;
  guint32   owner = outer->last != PE_PROSE_NONE && item_at (walk->reading, outer->last)->sentence == walk->sentence
                        ? outer->last
                        : PE_PROSE_NONE;

  if (walk->depth + 1 == MOST_BRACKETS)
    {
      walk->ignored++;
      return;
    }
  inner = &walk->frames[++walk->depth];
  memset (inner, 0, sizeof *inner);
  inner->last = PE_PROSE_NONE;
  inner->bracket = token->at + 1;
  inner->owner = owner;
  inner->from = inner->clause_at = token->end;
  walk->clause++;
}

static void
close_bracket (pe_walk *walk)
{
  if (walk->ignored > 0)
    walk->ignored--;
  else if (walk->depth > 0)
    {
      walk->depth--;
      walk->clause++;
    }
}

/* Whether only list separators stand between two flat places. */
static gboolean
is_list_gap (const pe_prose_reading *self, guint32 from, guint32 end)
{
  static const char *const joints[] = { "、", "，", ",", "和", "与", "及", "以及", "或" };

  if (from >= end || end - from > 6)
    return FALSE;
  for (size_t i = 0; i < G_N_ELEMENTS (joints); i++)
    if (end - from == strlen (joints[i]) && pe_prose_has (&self->source, from, joints[i]))
      return TRUE;
  return FALSE;
}

/* Joins a figure to the list of the one before, where only a separator parts them. */
static void
join_list (pe_walk *walk, pe_prose_item *item, guint32 last)
{
  pe_prose_item *before;

  if (last == PE_PROSE_NONE)
    return;
  before = item_at (walk->reading, last);
  if (before->unit == PE_PROSE_UNIT_NO_QUANTITY || !is_list_gap (walk->reading, before->end, item->at))
    return;
  if (before->unit != PE_PROSE_UNIT_BARE && !pe_prose_same_unit (walk->reading, before, item))
    return;
  if (before->list == 0)
    {
      before->list = ++walk->lists;
      before->list_at = 0;
    }
  item->subject = before->subject; /* A、B分别为1、2 */
  item->subject_end = before->subject_end;
  item->list = before->list;
  item->list_at = (guint16) MIN (before->list_at + 1, G_MAXUINT16);
}

static void
note_words (const pe_frame *frame, pe_prose_item *item)
{
  item->lead = frame->lead;
  item->own = frame->own;
  for (guint i = 0; i < PE_PROSE_NEAR && frame->words[i] != 0; i++)
    {
      guint32 gap = item->at - frame->ends[i] - MIN (frame->links, item->at - frame->ends[i]);

      item->near[i] = frame->words[i];
      item->near_gap[i] = (guint8) MIN (gap / 3, G_MAXUINT8);
    }
}

static void
take_figure (pe_walk *walk, const pe_prose_token *token)
{
  pe_frame      *frame = &walk->frames[walk->depth];
  pe_prose_item *item = item_at (walk->reading, token->item);

  item->sentence = walk->sentence;
  item->segment = walk->segment;
  item->clause = walk->clause;
  item->paragraph = walk->paragraph;
  item->depth = (guint8) walk->depth;
  item->bracket = frame->bracket;
  item->owner = frame->owner;
  item->goals = (guint8) walk->goals;
  item->subject = frame->from;
  item->subject_end = item->at;
  item->clause_at = frame->clause_at;
  if (item->unit == PE_PROSE_UNIT_NO_QUANTITY)
    return; /* a year leaves the words before it to the figure that follows */
  /* 合计268.55万元:省级186.40万元… */
  if (frame->last != PE_PROSE_NONE && item_at (walk->reading, frame->last)->sentence == walk->sentence
      && pe_prose_has (&walk->reading->source, item_at (walk->reading, frame->last)->end, ":"))
    frame->lead |= PE_MARK_PARTS;
  item->of = pe_prose_has (&walk->reading->source, frame->from, "的") && frame->last != PE_PROSE_NONE
             && item_at (walk->reading, frame->last)->end == frame->from;
  note_words (frame, item);
  join_list (walk, item, frame->last);
  frame->last = token->item;
  frame->lead = frame->own = 0;
  frame->links = 0;
  memset (frame->words, 0, sizeof frame->words);
  frame->from = token->end;
}

static void
walk_token (pe_walk *walk, const pe_prose_token *token)
{
  switch (token->kind)
    {
    case PE_PROSE_TOKEN_WORD:
      take_word (walk, token);
      break;
    case PE_PROSE_TOKEN_FIGURE:
      take_figure (walk, token);
      break;
    case PE_PROSE_TOKEN_SEMICOLON:
      walk->segment++;
      start_clause (walk, token->end);
      break;
    case PE_PROSE_TOKEN_COMMA:
      start_clause (walk, token->end);
      break;
    case PE_PROSE_TOKEN_STOP:
      start_sentence (walk, token);
      break;
    case PE_PROSE_TOKEN_OPEN:
      open_bracket (walk, token);
      break;
    case PE_PROSE_TOKEN_CLOSE:
      close_bracket (walk);
      break;
    default:
      break;
    }
}

/* Where the words behind a figure end. */
static void
end_behind (pe_walk *walk, guint32 end)
{
  pe_prose_item *item;

  if (walk->behind == PE_PROSE_NONE)
    return;
  item = item_at (walk->reading, walk->behind);
  item->noun_end = MIN (end, item->end + 3 * PE_PROSE_SUBJECT);
  item->open = (item->next & PE_MARK_ETC) != 0;
  walk->behind = PE_PROSE_NONE;
}

/* Behind a figure: the word that follows at once, the words of the rest of its clause, and the noun that it counts. */
static void
look_behind (pe_walk *walk, const pe_prose_token *token)
{
  pe_prose_item *item;

  if (walk->behind == PE_PROSE_NONE || token->kind == PE_PROSE_TOKEN_LINE)
    return;
  if (token->kind != PE_PROSE_TOKEN_WORD)
    {
      end_behind (walk, token->at);
      return;
    }
  item = item_at (walk->reading, walk->behind);
  if (token->at == item->end)
    item->after = token->marks;
  item->next |= token->marks;
}

static void
hear_token (void *listener, const pe_prose_token *token)
{
  pe_walk *walk = listener;

  look_behind (walk, token);
  walk_token (walk, token);
  if (token->kind == PE_PROSE_TOKEN_FIGURE)
    walk->behind = token->item;
}

/* A bare member of a list takes the unit of the last; so does the former value in 较上年2.08减少0.03万元. */
static void
lend_unit (pe_prose_item *to, const pe_prose_item *from)
{
  if (to->unit != PE_PROSE_UNIT_BARE || from->unit == PE_PROSE_UNIT_BARE || from->unit == PE_PROSE_UNIT_NO_QUANTITY
      || from->unit == PE_PROSE_UNIT_WORD)
    return;
  to->unit = from->unit;
  to->exponent = from->exponent;
  to->unit_at = from->unit_at;
  to->unit_end = from->unit_end;
  to->implied = TRUE;
}

static void
lend_units (pe_prose_reading *self)
{
  pe_prose_item *items = self->items.data;
  guint16        n = 0;

  for (size_t i = self->items.size; i-- > 0;)
    {
      pe_prose_item       *item = &items[i];
      const pe_prose_item *next = i + 1 < self->items.size ? item + 1 : NULL;

      if (next != NULL
          && ((item->list != 0 && next->list == item->list)
              || (next->clause == item->clause && (item->own & (PE_MARK_THAN | PE_MARK_FROM)) != 0
                  && (next->own & PE_MARK_DIRECTION) != 0)))
        lend_unit (item, next);
      if (item->list == 0)
        continue;
      n = MAX (n, (guint16) (item->list_at + 1));
      item->list_n = n;
      if (item->list_at == 0)
        n = 0;
    }
}

/* A signature of the pairs of characters in the phrases before and behind a figure; dull words are left out. */
static void
sign_range (const pe_prose_reading *self, guint32 from, guint32 end, guint64 *signature)
{
  const unsigned char *text = self->source.text.data;
  const guint8        *flags = self->source.flags.data;
  guint32              before = 0;

  for (guint32 at = from; at < end && at < self->source.text.size; at += pe_prose_char_length (&self->source, at))
    {
      guint32 c = text[at] < 0xE0 || (flags[at] & PE_FLAT_DULL) != 0 ? 0 : text[at + 1] * 64u + text[at + 2];

      if (c != 0 && before != 0)
        *signature |= G_GUINT64_CONSTANT (1) << ((before * 31 + c) % 61);
      before = c;
    }
}

static void
trim_subject (const pe_prose_reading *self, pe_prose_item *item)
{
  while (item->subject_end - item->subject > 3 * PE_PROSE_SUBJECT)
    item->subject += pe_prose_char_length (&self->source, item->subject);
  sign_range (self, item->subject, item->subject_end, &item->bigrams);
  sign_range (self, item->end, item->noun_end, &item->bigrams);
}

/* The last bytes of a character tell more than the first ones, which are those of its neighbours in Unicode. */
static gboolean
range_has_pair (const char *text, guint32 from, guint32 end, const char *pair, size_t n)
{
  for (guint32 at = from; at + n <= end; at++)
    if (text[at + 2] == pair[2] && text[at + 1] == pair[1] && memcmp (text + at, pair, n) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_pair (const pe_prose_reading *self, const pe_prose_item *item, const char *pair, size_t n)
{
  const char *text = self->source.text.data;

  return range_has_pair (text, item->subject, item->subject_end, pair, n)
         || range_has_pair (text, item->end, item->noun_end, pair, n);
}

static guint
likeness_of_range (const pe_prose_reading *self, guint32 from, guint32 end, const pe_prose_item *other)
{
  const char   *text = self->source.text.data;
  const guint8 *flags = self->source.flags.data;
  guint         n = 0;

  for (guint32 at = from; at < end;)
    {
      guint32 length = pe_prose_char_length (&self->source, at), next = at + length;
      guint32 pair = next < end ? length + pe_prose_char_length (&self->source, next) : 0;

      if (pair >= 6 && next < end && ((flags[at] | flags[next]) & PE_FLAT_DULL) == 0
          && has_pair (self, other, text + at, pair))
        n++;
      at = next;
    }
  return n;
}

guint
pe_prose_likeness (const pe_prose_reading *self, const pe_prose_item *a, const pe_prose_item *b)
{
  if (self->work != NULL)
    ++*self->work;
  if ((a->bigrams & b->bigrams) == 0)
    return 0;
  return likeness_of_range (self, a->subject, a->subject_end, b) + likeness_of_range (self, a->end, a->noun_end, b);
}

static gboolean
counts_people (const pe_prose_reading *self, const pe_prose_item *item)
{
  return item->unit == PE_PROSE_UNIT_COUNT && item->unit_end - item->unit_at == 3
         && (pe_prose_has (&self->source, item->unit_at, "人") || pe_prose_has (&self->source, item->unit_at, "名")
             || pe_prose_has (&self->source, item->unit_at, "位"));
}

gboolean
pe_prose_same_unit (const pe_prose_reading *self, const pe_prose_item *a, const pe_prose_item *b)
{
  const char *text = self->source.text.data;
  guint32     n = a->unit_end - a->unit_at;

  if (a->unit != b->unit || a->unit == PE_PROSE_UNIT_NO_QUANTITY || a->unit == PE_PROSE_UNIT_WORD
      || a->unit == PE_PROSE_UNIT_BARE)
    return FALSE;
  if (a->unit == PE_PROSE_UNIT_PERCENT || a->unit == PE_PROSE_UNIT_POINTS || a->unit == PE_PROSE_UNIT_SCORE)
    return TRUE;
  if (a->unit == PE_PROSE_UNIT_MONEY && (n == 0 || b->unit_end == b->unit_at))
    return TRUE; /* 29.6万 beside 29.6万元 */
  return (n == b->unit_end - b->unit_at && memcmp (text + a->unit_at, text + b->unit_at, n) == 0)
         || (counts_people (self, a) && counts_people (self, b));
}

pe_status
pe_prose_items_understand (pe_prose_reading *self)
{
  pe_walk   walk;
  pe_status status;

  memset (&walk, 0, sizeof walk);
  walk.reading = self;
  walk.frames[0].last = walk.frames[0].owner = walk.behind = PE_PROSE_NONE;
  status = pe_prose_lex (self, hear_token, &walk);
  if (status != PE_OK)
    return status;
  end_behind (&walk, (guint32) self->source.text.size);
  lend_units (self);
  for (size_t i = 0; i < self->items.size; i++)
    trim_subject (self, pe_vector_at (&self->items, pe_prose_item, i));
  pe_prose_roles_assign (self);
  return PE_OK;
}
