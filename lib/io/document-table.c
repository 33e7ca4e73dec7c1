/* document-table.c - arrays of a document on their way into builders
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "document-private.h"

void *
pe_document_table_append (pe_document *self, pe_document_table *table, pe_json_index value)
{
  void *item;

  if (pe_vector_push (&table->values, &value) == PE_OK)
    {
      if (pe_vector_grow (&table->items, 1, &item) == PE_OK)
        return item;
      table->values.size--;
    }
  pe_document_report_no_memory (self);
  return NULL;
}

/* The blank record in the stead of one that was refused, at the same number and below the same one. */
static void
add_blank (pe_document *self, const pe_document_table *table, char *item, pe_add_many add, void *builder)
{
  uint32_t parent = 0;

  if (table->parent != G_MAXSIZE)
    memcpy (&parent, item + table->parent, sizeof parent);
  memcpy (item, table->blank, table->items.element_size);
  if (table->parent != G_MAXSIZE)
    memcpy (item + table->parent, &parent, sizeof parent);
  if (add (builder, item, 1, NULL) != PE_OK)
    pe_document_report_no_memory (self);
}

/* Adds one record by itself, so that its fault can be told from those of others. What stands above it may be missing
 * where no blank stands for what is wrong: so nothing does. */
static void
add_one (pe_document *self, const pe_document_table *table, size_t index, pe_add_many add, void *builder)
{
  char     *item = (char *) table->items.data + index * table->items.element_size;
  pe_error *error = NULL;

  if (table->parent != G_MAXSIZE && table->blank == NULL)
    memset (item + table->parent, 0, sizeof (uint32_t));
  if (add (builder, item, 1, &error) == PE_OK)
    return;
  pe_document_take_member_error (self, error, *pe_vector_at (&table->values, pe_json_index, index));
  if (table->blank != NULL)
    add_blank (self, table, item, add, builder);
}

void
pe_document_table_add_to (pe_document *self, const pe_document_table *table, pe_add_many add, void *builder)
{
  const uint64_t n_errors = pe_document_get_n_errors (self);
  pe_error      *error = NULL;

  if (table->items.size == 0 || add (builder, table->items.data, table->items.size, &error) == PE_OK)
    return;
  for (size_t i = 0; i < table->items.size; i++)
    add_one (self, table, i, add, builder);
  /* Each one went in by itself: what is wrong is how many they are, unless what was refused had been reported before. */
  if (pe_document_get_n_errors (self) == n_errors && self->faults.size == 0)
    pe_document_take_error (
        self, error, pe_json_get_parent (self->json, *pe_vector_at (&table->values, pe_json_index, 0)));
  else
    pe_error_unref (error);
}

void
pe_document_table_clear (pe_document_table *table)
{
  pe_vector_clear (&table->items);
  pe_vector_clear (&table->values);
}

void
pe_document_table_read (pe_document *self, pe_json_index array, pe_document_table *table,
                        void (*read) (pe_document *, pe_json_index, void *), pe_add_many add, void *builder)
{
  const uint64_t n_errors = pe_document_get_n_errors (self);

  if (pe_document_read_array (self, array))
    for (pe_json_index value = pe_json_get_first (self->json, array); value != PE_JSON_NONE;
         value = pe_json_get_next (self->json, value))
      {
        void *item = pe_document_table_append (self, table, value);

        if (item == NULL)
          break;
        read (self, value, item);
      }
  if (pe_document_get_n_errors (self) == n_errors)
    pe_document_table_add_to (self, table, add, builder);
  pe_document_table_clear (table);
}

/* Rows that are still to come below one number. */
typedef struct
{
  pe_json_index next;
  uint32_t      parent;
} walk_level;

void
pe_document_walk_init (pe_document_walk *self, pe_document *document)
{
  self->document = document;
  self->levels = (pe_vector) PE_VECTOR_INIT (walk_level);
}

void
pe_document_walk_enter (pe_document_walk *self, pe_json_index array, uint32_t parent)
{
  walk_level level = { PE_JSON_NONE, parent };

  if (!pe_document_read_array (self->document, array))
    return;
  level.next = pe_json_get_first (self->document->json, array);
  if (pe_vector_push (&self->levels, &level) != PE_OK)
    pe_document_report_no_memory (self->document);
}

gboolean
pe_document_walk_next (pe_document_walk *self, pe_json_index *value, uint32_t *parent)
{
  while (self->levels.size > 0)
    {
      walk_level *level = pe_vector_at (&self->levels, walk_level, self->levels.size - 1);

      if (level->next == PE_JSON_NONE)
        {
          self->levels.size--;
          continue;
        }
      *value = level->next;
      *parent = level->parent;
      level->next = pe_json_get_next (self->document->json, level->next);
      return TRUE;
    }
  return FALSE;
}

void
pe_document_walk_clear (pe_document_walk *self)
{
  pe_vector_clear (&self->levels);
}
