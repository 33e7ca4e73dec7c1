/* writer-private.h - what the writers of documents share
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/json.h>

#include "json-writer-private.h"
#include "words-private.h"

/* A document under construction. The first failure sticks. */
typedef struct pe_writer
{
  pe_buffer      buffer;
  pe_json_writer json;
  pe_status      status;
} pe_writer;

void pe_writer_init (pe_writer *self);
/* FALSE, and the status is PE_ERROR_LIMIT_DEPTH, when so many more levels would nest too deep for a reader. */
gboolean pe_writer_can_nest (pe_writer *self, uint32_t levels);
/* Makes the text and clears the writer. */
pe_status pe_writer_finish (pe_writer *self, pe_text **out, pe_error **error);

/* A member whose value is a word; nothing where the number has none. */
void pe_writer_member_word (pe_writer *self, const char *name, const pe_word *words, int32_t value);
/* "name": {"zh": …, "en": …}; nothing where both are NULL. */
void pe_writer_member_both (pe_writer *self, const char *name, const char *zh, const char *en);
/* A date; nothing for 0. */
void pe_writer_member_date (pe_writer *self, const char *name, int32_t date);
/* A figure that its surroundings give a unit (PE_UNIT_NONE: none), as short as it can be read back the same; nothing for
 * one that is missing. text: with PE_STATE_TEXT. */
void pe_writer_member_figure (pe_writer *self, const char *name, const pe_figure *figure, const char *text,
                              pe_unit unit);
/* The same as an element of an array, where one that is missing is null. */
void pe_writer_figure (pe_writer *self, const pe_figure *figure, const char *text, pe_unit unit);
/* A finding as an object. */
void pe_writer_finding (pe_writer *self, const pe_finding *finding);
/* The findings as an array. */
void pe_writer_findings (pe_writer *self, const pe_findings *findings);

/* Records that name the one above by its number, as a tree. Numbers are from 1; 0 is above the top ones. */
typedef struct pe_tree
{
  uint32_t *first; /* by number: the first one below, or 0 */
  uint32_t *next;  /* by number: the next one beside, or 0 */
} pe_tree;

/* FALSE when memory ran out. parent_of answers the number above the record with an index. */
gboolean pe_tree_init (pe_tree *self, size_t n, uint32_t (*parent_of) (const void *data, size_t index),
                       const void *data);
void     pe_tree_clear (pe_tree *self);
/* Writes the tree as a member that is an array of objects, which have arrays named `below`, without recursion.
 * write_members writes the members of the record with an index, which nest at most `deepest` levels. */
void pe_writer_tree (pe_writer *self, const pe_tree *tree, const char *name, const char *below, uint32_t deepest,
                     uint32_t (*parent_of) (const void *data, size_t index),
                     void (*write_members) (pe_writer *self, const void *data, size_t index), const void *data);
