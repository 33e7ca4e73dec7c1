/* rulebook-headings.c - how explanations of a rulebook's indicators begin, kept with the rulebook
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rulebook-object-private.h"

void
pe_headings_free (pe_headings *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->ends);
  g_free (self);
}

const pe_headings *
pe_rulebook_peek_headings (const pe_rulebook *self, pe_language language)
{
  pe_rulebook *changed = (pe_rulebook *) self;

  return g_atomic_pointer_get (&changed->headings[language == PE_LANGUAGE_ZH]);
}

const pe_headings *
pe_rulebook_keep_headings (const pe_rulebook *self, pe_language language, pe_headings *headings)
{
  pe_rulebook *changed = (pe_rulebook *) self;

  if (g_atomic_pointer_compare_and_exchange (&changed->headings[language == PE_LANGUAGE_ZH], NULL, headings))
    return headings;
  /* Another thread was here first: what it says is the same. */
  pe_headings_free (headings);
  return pe_rulebook_peek_headings (self, language);
}
