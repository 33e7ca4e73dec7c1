/* prose-trie.c - words by their bytes
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-private.h"

#include <stdlib.h>
#include <string.h>

/* The words below a node, while it is built: they are alike up to a depth. */
typedef struct
{
  guint32 from, end;
  guint32 depth;
} word_range;

static int
compare_words (const void *a, const void *b)
{
  return strcmp (((const pe_prose_entry *) a)->text, ((const pe_prose_entry *) b)->text);
}

static pe_status
add_node (pe_prose_trie *self, pe_vector *ranges, guint8 byte, guint32 from, guint32 end, guint32 depth)
{
  const pe_prose_node node = { .byte = byte };
  const word_range    range = { from, end, depth };

  return pe_vector_push (&self->nodes, &node) == PE_OK && pe_vector_push (ranges, &range) == PE_OK
             ? PE_OK
             : PE_ERROR_NO_MEMORY;
}

/* The nodes below a node: words are in order, so that those which go on with one byte stand together. */
static pe_status
spread (pe_prose_trie *self, pe_vector *ranges, const pe_prose_entry *words, guint32 index)
{
  const word_range range = *pe_vector_at (ranges, const word_range, index);
  guint32          at = range.from, first = (guint32) self->nodes.size;
  guint64          marks = 0;
  pe_status        status = PE_OK;

  for (; at < range.end && words[at].text[range.depth] == '\0'; at++)
    marks |= words[at].marks;
  while (at < range.end && status == PE_OK)
    {
      const char    byte = words[at].text[range.depth];
      const guint32 from = at;

      while (at < range.end && words[at].text[range.depth] == byte)
        at++;
      status = add_node (self, ranges, (guint8) byte, from, at, range.depth + 1);
    }
  pe_vector_at (&self->nodes, pe_prose_node, index)->first = first;
  pe_vector_at (&self->nodes, pe_prose_node, index)->n = (guint16) (self->nodes.size - first);
  pe_vector_at (&self->nodes, pe_prose_node, index)->marks = marks;
  return status;
}

pe_status
pe_prose_trie_build (pe_prose_trie *self, pe_prose_entry *words, size_t n)
{
  pe_vector ranges = PE_VECTOR_INIT (word_range);
  pe_status status;

  if (n > 1)
    qsort (words, n, sizeof *words, compare_words);
  self->nodes = (pe_vector) PE_VECTOR_INIT (pe_prose_node);
  status = add_node (self, &ranges, 0, 0, (guint32) n, 0);
  for (guint32 i = 0; i < self->nodes.size && status == PE_OK; i++)
    status = spread (self, &ranges, words, i);
  pe_vector_clear (&ranges);
  return status;
}

void
pe_prose_trie_clear (pe_prose_trie *self)
{
  pe_vector_clear (&self->nodes);
}

guint32
pe_prose_trie_step (const pe_prose_trie *self, guint32 node, guint8 byte, guint64 *work)
{
  const pe_prose_node *nodes = self->nodes.data;
  guint32              low = nodes[node].first, high = low + nodes[node].n;

  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;

      if (work != NULL)
        ++*work;
      if (nodes[middle].byte == byte)
        return middle;
      if (nodes[middle].byte < byte)
        low = middle + 1;
      else
        high = middle;
    }
  return 0;
}
