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

/* Whether a phrase stands in the clause before a figure, behind the figure before it. */
static gboolean
has_phrase (const pe_prose_reading *self, const pe_prose_item *item, const char *phrase)
{
  size_t      n = strlen (phrase);
  const char *text = self->source.text.data;

  for (guint32 at = item->subject; at + n <= item->subject_end; at++)
    if (text[at] == phrase[0] && memcmp (text + at, phrase, n) == 0)
      return TRUE;
  return FALSE;
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

static guint32
find_operand (const pe_prose_reading *self, const pe_prose_custom *custom, guint32 result, const char *phrase)
{
  for (guint32 step = 1; step <= PE_PROSE_REACH; step++)
    for (int behind = 0; behind < 2; behind++)
      {
        guint32 i = behind ? result + step : result - step;

        if ((!behind && step > result) || i >= self->items.size || item_at (self, i)->unit == PE_PROSE_UNIT_NO_QUANTITY)
          continue;
        if (reaches (custom, item_at (self, result), item_at (self, i), behind)
            && has_phrase (self, item_at (self, i), phrase))
          return i;
      }
  return PE_PROSE_NONE;
}

static pe_status
try_custom (pe_prose_reading *self, guint32 number, guint32 result)
{
  const pe_prose_custom *custom = pe_vector_at (&self->customs, pe_prose_custom, number);
  pe_prose_relation      relation;

  if (!has_phrase (self, item_at (self, result), custom->result))
    return PE_OK;
  memset (&relation, 0, sizeof relation);
  relation.kind = custom->kind;
  relation.form = custom->form;
  relation.result = result;
  relation.pattern = number + 1;
  for (; relation.n < custom->n_operands; relation.n++)
    {
      relation.operands[relation.n] = find_operand (self, custom, result, custom->operands[relation.n]);
      if (relation.operands[relation.n] == PE_PROSE_NONE)
        return PE_OK;
    }
  relation.fit = (guint8) pe_prose_try (self, &relation);
  relation.accused = relation.fit == PE_FIT_NOT;
  if (relation.fit == PE_FIT_UNKNOWN || (relation.accused && !custom->strict))
    return PE_OK;
  return pe_prose_relate (self, &relation);
}

pe_status
pe_prose_customs_read (pe_prose_reading *self)
{
  pe_status status = PE_OK;

  for (guint32 i = 0; i < self->items.size && self->customs.size > 0 && status == PE_OK; i++)
    for (guint32 k = 0; k < self->customs.size && status == PE_OK; k++)
      if (item_at (self, i)->unit != PE_PROSE_UNIT_NO_QUANTITY && !item_at (self, i)->is_result)
        status = try_custom (self, k, i);
  return status;
}
