/* prose-lexicon.c - finding words in the flat text
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-private.h"

#include <stdlib.h>
#include <string.h>

/* One bucket for each value of this hash of a word's first character, and one at the end. */
#define BUCKETS (G_N_ELEMENTS (((pe_prose_lexicon *) NULL)->first) - 1)

static guint
hash_of (const unsigned char *text, size_t n)
{
  guint hash = text[0];

  for (size_t i = 1; i < n && (text[i] & 0xC0) == 0x80; i++)
    hash = hash * 61 + text[i];
  return hash % BUCKETS;
}

/* By bucket, then the longest first. */
static int
compare_words (const void *a, const void *b)
{
  const pe_prose_entry *x = a, *y = b;
  size_t                n = strlen (x->text), m = strlen (y->text);
  guint i = hash_of ((const unsigned char *) x->text, n), j = hash_of ((const unsigned char *) y->text, m);

  if (i != j)
    return i < j ? -1 : 1;
  if (n != m)
    return n > m ? -1 : 1;
  return strcmp (x->text, y->text);
}

pe_status
pe_prose_lexicon_init (pe_prose_lexicon *self, const pe_prose_entry *more, size_t n_more)
{
  static const pe_vector empty = PE_VECTOR_INIT (pe_prose_entry);
  pe_prose_entry        *words;
  void                  *first;
  guint16                at = 0;

  self->words = empty;
  if (n_more > G_MAXUINT16 - pe_prose_n_words)
    return PE_ERROR_LIMIT_ITEMS;
  if (pe_vector_grow (&self->words, pe_prose_n_words + n_more, &first) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  words = first;
  memcpy (words, pe_prose_entrys, pe_prose_n_words * sizeof *words);
  if (n_more > 0)
    memcpy (words + pe_prose_n_words, more, n_more * sizeof *words);
  qsort (words, self->words.size, sizeof *words, compare_words);
  for (guint bucket = 0; bucket <= BUCKETS; bucket++)
    {
      while (at < self->words.size
             && hash_of ((const unsigned char *) words[at].text, strlen (words[at].text)) < bucket)
        at++;
      self->first[bucket] = at;
    }
  return PE_OK;
}

void
pe_prose_lexicon_clear (pe_prose_lexicon *self)
{
  pe_vector_clear (&self->words);
}

guint32
pe_prose_lexicon_find (const pe_prose_lexicon *self, const pe_prose_source *source, guint32 at, guint64 *marks)
{
  const unsigned char  *text = source->text.data;
  const pe_prose_entry *words = self->words.data;
  guint                 bucket = hash_of (text + at, source->text.size - at);
  guint32               length = 0;

  *marks = 0;
  /* A caller's word of the same text adds its marks to ours. */
  for (guint i = self->first[bucket]; i < self->first[bucket + 1]; i++)
    if (pe_prose_has (source, at, words[i].text) && (length == 0 || length == strlen (words[i].text)))
      {
        length = (guint32) strlen (words[i].text);
        *marks |= words[i].marks;
      }
  return length;
}
