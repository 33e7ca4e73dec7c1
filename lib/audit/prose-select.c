/* prose-select.c - the figures that a pattern may mean
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-select-private.h"

#include <string.h>

pe_prose_item *
pe_prose_item_at (const pe_prose_reading *self, guint32 index)
{
  return pe_vector_at (&self->items, pe_prose_item, index);
}

gboolean
pe_prose_is_amount (const pe_prose_item *item)
{
  if ((item->own & PE_MARK_CONVERT) != 0)
    return FALSE; /* the figure before it, once more */
  return item->role == PE_ROLE_AMOUNT || item->role == PE_ROLE_DONE || item->role == PE_ROLE_LEFT
         || item->role == PE_ROLE_SAVED || item->role == PE_ROLE_BASE || item->role == PE_ROLE_TARGET;
}

void
pe_prose_offer (pe_prose_offers *offers, guint32 item, guint rank)
{
  guint at = offers->n;

  for (guint i = 0; i < offers->n; i++)
    if (offers->items[i] == item)
      return;
  if (at == PE_PROSE_OFFERS)
    return;
  while (at > 0 && offers->ranks[at - 1] > rank)
    {
      offers->items[at] = offers->items[at - 1];
      offers->ranks[at] = offers->ranks[at - 1];
      at--;
    }
  offers->items[at] = item;
  offers->ranks[at] = (guint8) rank;
  offers->n++;
}

/* The member of the last list before a figure that stands where this one stands in its own list. */
guint32
pe_prose_aligned (const pe_prose_reading *self, guint32 at, guint8 role)
{
  const pe_prose_item *item = pe_prose_item_at (self, at);

  if (item->list_n < 2)
    return PE_PROSE_NONE;
  for (guint32 i = at; i-- > 0 && i + PE_PROSE_REACH > at;)
    {
      const pe_prose_item *other = pe_prose_item_at (self, i);

      if (other->sentence + 3 < item->sentence)
        break;
      if (other->list != 0 && other->list != item->list && other->list_n == item->list_n
          && other->list_at == item->list_at
          && (other->role == role || (role == PE_ROLE_AMOUNT && pe_prose_is_amount (other))))
        return i;
    }
  return PE_PROSE_NONE;
}

/* The amount that the sentence speaks of at a figure. */
guint32
pe_prose_subject_like (const pe_prose_reading *self, guint32 at, const pe_prose_item *unit)
{
  const pe_prose_item *item = pe_prose_item_at (self, at);
  guint32              list = pe_prose_aligned (self, at, PE_ROLE_AMOUNT);

  if (list != PE_PROSE_NONE)
    return list;
  for (guint32 i = at; i-- > 0 && i + PE_PROSE_REACH > at;)
    {
      const pe_prose_item *other = pe_prose_item_at (self, i);

      if (other->sentence != item->sentence)
        break;
      if (unit != NULL && !pe_prose_same_unit (self, other, unit))
        continue;
      if (other->bracket == item->bracket && pe_prose_is_amount (other) && other->role != PE_ROLE_BASE)
        return i;
      if (item->owner == i && pe_prose_is_amount (other))
        return i;
    }
  return PE_PROSE_NONE;
}

guint32
pe_prose_subject_of (const pe_prose_reading *self, guint32 at)
{
  return pe_prose_subject_like (self, at, NULL);
}

/* A、B…, 二者分别占T的p、q: the amounts that stand before as many percentages, where they are no list themselves. */
guint32
pe_prose_spread (const pe_prose_reading *self, guint32 at)
{
  const pe_prose_item *item = pe_prose_item_at (self, at);
  guint32              first = at - item->list_at, seen = 0, wanted = item->list_n - item->list_at;

  if (item->list_n < 2 || item->list_at > at)
    return PE_PROSE_NONE;
  for (guint32 i = first; i-- > 0 && pe_prose_item_at (self, i)->sentence == item->sentence;)
    if (pe_prose_is_amount (pe_prose_item_at (self, i)) && pe_prose_item_at (self, i)->bracket == item->bracket
        && (pe_prose_item_at (self, i)->own & (PE_MARK_SUM | PE_MARK_TOTAL)) == 0 && ++seen == wanted)
      return i;
  return PE_PROSE_NONE;
}

/* The nearest figure of a role between the subject and a figure. */
guint32
pe_prose_between (const pe_prose_reading *self, guint32 subject, guint32 at, guint8 role)
{
  guint32 list = pe_prose_aligned (self, at, role);

  if (list != PE_PROSE_NONE)
    return list;
  for (guint32 i = at; i-- > 0 && (subject == PE_PROSE_NONE || i > subject) && i + PE_PROSE_REACH > at;)
    if (pe_prose_item_at (self, i)->role == role
        && pe_prose_item_at (self, i)->sentence == pe_prose_item_at (self, at)->sentence)
      return i;
  return PE_PROSE_NONE;
}

pe_prose_relation
pe_prose_relation_of (gint32 kind, gint32 form, guint32 result, guint32 a, guint32 b)
{
  pe_prose_relation relation;

  memset (&relation, 0, sizeof relation);
  relation.kind = kind;
  relation.form = form;
  relation.result = result;
  relation.operands[0] = a;
  relation.operands[1] = b;
  relation.n = b == PE_PROSE_NONE ? 1 : 2;
  return relation;
}

/* Keeps a reading that fits; one that does not is an accusation where the caller says that nothing else can be meant. */
pe_status
pe_prose_keep (pe_prose_reading *self, pe_prose_relation *relation, guint32 alternatives, gboolean accuse)
{
  relation->fit = (guint8) pe_prose_try (self, relation);
  relation->alternatives = alternatives;
  relation->accused = relation->fit == PE_FIT_NOT;
  if (relation->fit == PE_FIT_UNKNOWN || (relation->fit == PE_FIT_NOT && !accuse))
    return PE_OK;
  return pe_prose_relate (self, relation);
}

pe_status
pe_prose_keep_fitting (pe_prose_reading *self, pe_prose_relation *relation, guint32 alternatives)
{
  return pe_prose_keep (self, relation, alternatives, FALSE);
}

/* How many digits of a percentage tell something: 27 has two, 9.97 three, 100 none. */
guint
pe_prose_digits_of (const pe_prose_item *item)
{
  guint n = 0;

  if (item->coefficient == 0)
    return 0;
  for (gint64 c = item->coefficient; c > 0; c /= 10)
    n++;
  return n;
}
