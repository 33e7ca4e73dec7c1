/* prose-names.c - a count and the names that it counts
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-private.h"

#include <perfeval/relation.h>
#include <string.h>

/* A longer name is a clause, and no name. */
#define LONGEST_NAME (3 * 30)

/* What lies between a count and its names, and whether it claims that they are all. */
static const struct
{
  const char *text;
  gboolean    closed;
} openers[] = { { "分别为", TRUE }, { "分别是", TRUE }, { "即", TRUE },    { "具体为", TRUE },
                { "具体是", TRUE }, { "包括", FALSE },  { "包含", FALSE }, { "有", FALSE } };

typedef struct pe_names
{
  guint32  from[PE_PROSE_OPERANDS];
  guint32  end[PE_PROSE_OPERANDS];
  guint32  n;
  gboolean whole; /* nothing says that there are more */
} pe_names;

static gboolean
stands (const pe_prose_reading *self, guint32 at, const char *const *words, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (pe_prose_has (&self->source, at, words[i]))
      return TRUE;
  return FALSE;
}

/* Where the names begin behind a count, or 0. */
static guint32
names_after (const pe_prose_reading *self, const pe_prose_item *item, gboolean *closed)
{
  guint32 at = item->end, n = (guint32) self->source.text.size;

  /* 直属事业单位10个，即…; 共3个单位，分别为… */
  for (guint step = 0;
       step < 6 && at < n && !pe_prose_has (&self->source, at, "，") && !pe_prose_has (&self->source, at, ":"); step++)
    at += pe_prose_char_length (&self->source, at);
  if (at >= n || !(pe_prose_has (&self->source, at, "，") || pe_prose_has (&self->source, at, ":")))
    return 0;
  at += pe_prose_char_length (&self->source, at);
  for (size_t i = 0; i < G_N_ELEMENTS (openers); i++)
    if (pe_prose_has (&self->source, at, openers[i].text))
      {
        *closed = openers[i].closed;
        at += (guint32) strlen (openers[i].text);
        return pe_prose_has (&self->source, at, ":") ? at + 1 : at;
      }
  return 0;
}

/* Splits at 、 and, the last name, at 和. FALSE where what follows is no list of names. */
static gboolean
split (const pe_prose_reading *self, guint32 at, pe_names *out)
{
  static const char *const stops[] = { "。", ";", "，" };
  static const char *const joints[] = { "、", "和", "及", "以及", "与" };
  const char              *text = self->source.text.data;
  guint32                  from = at;

  memset (out, 0, sizeof *out);
  out->whole = TRUE;
  for (; at < self->source.text.size; at += pe_prose_char_length (&self->source, at))
    {
      gboolean stop = stands (self, at, stops, G_N_ELEMENTS (stops));
      gboolean pause = pe_prose_has (&self->source, at, "、");
      /* 和 parts the last two only: a name may hold one. */
      gboolean last = out->n > 0 && stands (self, at, joints + 1, G_N_ELEMENTS (joints) - 1);

      if ((text[at] >= '0' && text[at] <= '9') || at - from > LONGEST_NAME)
        return FALSE;
      if (pe_prose_has (&self->source, at, "等"))
        out->whole = FALSE;
      if (!stop && !pause && !last)
        continue;
      if (out->n == PE_PROSE_OPERANDS || at == from)
        return FALSE;
      out->from[out->n] = from;
      out->end[out->n++] = at;
      from = at + pe_prose_char_length (&self->source, at);
      if (stop)
        return out->n >= 2;
    }
  return FALSE;
}

/* A list of two that only 和 joins. */
static void
split_two (const pe_prose_reading *self, guint32 at, pe_names *out)
{
  guint32 from = at;

  memset (out, 0, sizeof *out);
  out->whole = TRUE;
  for (guint step = 0; step < 40 && at < self->source.text.size; step++, at += pe_prose_char_length (&self->source, at))
    {
      if (pe_prose_has (&self->source, at, "、")
          || (((const char *) self->source.text.data)[at] >= '0' && ((const char *) self->source.text.data)[at] <= '9'))
        break;
      if (pe_prose_has (&self->source, at, "。") || pe_prose_has (&self->source, at, ";")
          || pe_prose_has (&self->source, at, "，"))
        {
          out->from[out->n] = from;
          out->end[out->n++] = at;
          return;
        }
      if (out->n == 0 && at > from && pe_prose_has (&self->source, at, "和"))
        {
          out->from[out->n] = from;
          out->end[out->n++] = at;
          from = at + 3;
        }
    }
  out->n = 0;
}

static pe_status
relate_names (pe_prose_reading *self, guint32 result, const pe_names *names, pe_prose_fit fit)
{
  pe_prose_relation relation;
  pe_status         status = PE_OK;

  memset (&relation, 0, sizeof relation);
  relation.kind = PE_RELATION_COUNT;
  relation.form = PE_FORM_LIST;
  relation.result = result;
  relation.fit = (guint8) fit;
  relation.accused = fit == PE_FIT_NOT;
  for (guint32 i = 0; i < names->n && status == PE_OK; i++)
    {
      pe_prose_item name = { .owner = PE_PROSE_NONE, .total = PE_PROSE_NONE, .unit = PE_PROSE_UNIT_WORD };

      name.at = names->from[i];
      name.number_end = name.end = names->end[i];
      relation.operands[relation.n++] = (guint32) self->items.size;
      status = pe_vector_push (&self->items, &name);
    }
  return status == PE_OK ? pe_prose_relate (self, &relation) : status;
}

static pe_status
read_count (pe_prose_reading *self, guint32 at)
{
  pe_prose_item item = *pe_vector_at (&self->items, pe_prose_item, at);
  gboolean      closed = FALSE;
  guint32       from = names_after (self, &item, &closed);
  pe_names      names;

  if (from == 0 || item.coefficient > PE_PROSE_OPERANDS || item.coefficient < 2 || item.scale > 0 || item.exponent > 0)
    return PE_OK;
  if (item.coefficient == 2)
    split_two (self, from, &names);
  if ((item.coefficient != 2 || names.n != 2) && !split (self, from, &names))
    return PE_OK;
  if (names.n == item.coefficient)
    return relate_names (self, at, &names, PE_FIT_EXACT);
  /* One name may hold a 和; the list is then one longer than the count. */
  if (closed && names.whole && names.n >= 3 && names.n + 4 > item.coefficient && names.n != item.coefficient + 1)
    return relate_names (self, at, &names, PE_FIT_NOT);
  return PE_OK;
}

pe_status
pe_prose_names_read (pe_prose_reading *self)
{
  size_t    n = self->items.size;
  pe_status status = PE_OK;

  for (guint32 i = 0; i < n && status == PE_OK; i++)
    if (pe_vector_at (&self->items, pe_prose_item, i)->unit == PE_PROSE_UNIT_COUNT)
      status = read_count (self, i);
  return status;
}
