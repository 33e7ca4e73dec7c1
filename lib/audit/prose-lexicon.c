/* prose-lexicon.c - finding words in the flat text
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-private.h"

#include <string.h>

pe_status
pe_prose_lexicon_init (pe_prose_trie *self, const pe_prose_entry *more, size_t n_more)
{
  pe_vector words = PE_VECTOR_INIT (pe_prose_entry);
  void     *place;
  pe_status status;

  if (pe_vector_grow (&words, pe_prose_n_words + n_more, &place) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  memcpy (place, pe_prose_entrys, pe_prose_n_words * sizeof *more);
  if (n_more > 0)
    memcpy ((pe_prose_entry *) place + pe_prose_n_words, more, n_more * sizeof *more);
  status = pe_prose_trie_build (self, words.data, words.size);
  pe_vector_clear (&words);
  return status;
}

guint32
pe_prose_lexicon_find (const pe_prose_trie *self, const pe_prose_source *source, guint32 at, guint64 *marks,
                       guint64 *work)
{
  const guint8        *text = source->text.data;
  const pe_prose_node *nodes = self->nodes.data;
  guint32              node = 0, length = 0;

  *marks = 0;
  for (guint32 i = at; i < source->text.size; i++)
    {
      node = pe_prose_trie_step (self, node, text[i], work);
      if (node == 0)
        break;
      /* A caller's word of the same text has added its marks to ours. */
      if (nodes[node].marks != 0)
        {
          length = i + 1 - at;
          *marks = nodes[node].marks;
        }
    }
  return length;
}
