/* prose-pattern.c - what a caller's words and patterns may be
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-private.h"

#include "relation-private.h"

gboolean
pe_prose_is_phrase (const char *text)
{
  const char *at = text;

  while ((guchar) *at > ' ')
    at++;
  return *at == '\0' && at > text && at - text <= PE_PROSE_PHRASE_BYTES;
}

/* Kinds that the reader computes: the others are made of more than figures that stand behind phrases. */
static gboolean
is_readable (pe_relation_kind kind, pe_relation_form form)
{
  static const pe_relation_kind kinds[]
      = { PE_RELATION_SUM,       PE_RELATION_DIFFERENCE, PE_RELATION_RATE,          PE_RELATION_SHARE,
          PE_RELATION_GROWTH,    PE_RELATION_COMPLETION, PE_RELATION_PRODUCT,       PE_RELATION_SCORE_SUM,
          PE_RELATION_DEDUCTION, PE_RELATION_MARKS,      PE_RELATION_SAME_QUANTITY, PE_RELATION_COUNT,
          PE_RELATION_CONVERSION };

  if (form == PE_FORM_SIGNED || form == PE_FORM_DIVIDED || form == PE_FORM_LIST || form == PE_FORM_FIRST_PLUS_ITEMS)
    return FALSE;
  for (size_t i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == kind)
      return TRUE;
  return FALSE;
}

/* One operand is enough to be equal, to be held against, and where the base is not printed. */
static uint32_t
fewest_operands (pe_relation_kind kind, pe_relation_form form)
{
  return kind == PE_RELATION_SAME_QUANTITY || kind == PE_RELATION_CONVERSION || form == PE_FORM_MEETS_MIN
                 || form == PE_FORM_MEETS_MAX || form == PE_FORM_IMPLIED_BASE || form == PE_FORM_DOWN_IMPLIED_BASE
             ? 1
             : 2;
}

gboolean
pe_prose_get_arity (pe_relation_kind kind, pe_relation_form form, uint32_t *least, uint32_t *most)
{
  if (!is_readable (kind, form) || !pe_relation_get_arity (kind, form, least, most))
    return FALSE;
  *least = MAX (*least, fewest_operands (kind, form));
  *most = MIN (*most, PE_PROSE_PATTERN_OPERANDS);
  return *least <= *most;
}
