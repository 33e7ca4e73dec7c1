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

static guint
bucket_of (const pe_prose_entry *word)
{
  return hash_of ((const unsigned char *) word->text, strlen (word->text));
}

/* The longest first. */
static int
compare_words (const void *a, const void *b)
{
  const pe_prose_entry *x = a, *y = b;
  const size_t          n = strlen (x->text), m = strlen (y->text);

  if (n != m)
    return n > m ? -1 : 1;
  return strcmp (x->text, y->text);
}

/* Counts the words of each bucket: its first place, the last one being the end. */
static void
count (pe_prose_lexicon *self, const pe_prose_entry *words, size_t n)
{
  for (size_t i = 0; i < n; i++)
    self->first[bucket_of (&words[i]) + 1]++;
}

/* Puts words into their buckets, behind those that are there, which `ends` says. */
static void
place (const pe_prose_lexicon *self, const pe_prose_entry *words, size_t n, guint16 *ends)
{
  pe_prose_entry *placed = self->words.data;

  for (size_t i = 0; i < n; i++)
    placed[ends[bucket_of (&words[i])]++] = words[i];
}

static void
sort_buckets (const pe_prose_lexicon *self)
{
  pe_prose_entry *words = self->words.data;

  for (guint bucket = 0; bucket < BUCKETS; bucket++)
    {
      const guint at = self->first[bucket], n = self->first[bucket + 1] - at;

      if (n > 1)
        qsort (words + at, n, sizeof *words, compare_words);
    }
}

pe_status
pe_prose_lexicon_init (pe_prose_lexicon *self, const pe_prose_entry *more, size_t n_more)
{
  static const pe_vector empty = PE_VECTOR_INIT (pe_prose_entry);
  guint16                ends[BUCKETS];
  void                  *first;

  self->words = empty;
  if (n_more > G_MAXUINT16 - pe_prose_n_words)
    return PE_ERROR_LIMIT_ITEMS;
  if (pe_vector_grow (&self->words, pe_prose_n_words + n_more, &first) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  memset (self->first, 0, sizeof self->first);
  count (self, pe_prose_entrys, pe_prose_n_words);
  count (self, more, n_more);
  for (guint bucket = 0; bucket < BUCKETS; bucket++)
    self->first[bucket + 1] = (guint16) (self->first[bucket + 1] + self->first[bucket]);
  memcpy (ends, self->first, sizeof ends);
  place (self, pe_prose_entrys, pe_prose_n_words, ends);
  place (self, more, n_more, ends);
  sort_buckets (self);
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
