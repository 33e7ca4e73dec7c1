/* record-layout-private.h - records by their columns: checked, copied and digested by one description
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/record_kind.h>

#include "../base/digest-private.h"
#include "intake-private.h"

/* A word of a column; the first stands for 1. */
typedef struct pe_record_word
{
  const char *word;
  const char *name_zh;
  const char *name_en;
} pe_record_word;

typedef struct pe_layout_column
{
  const char           *id;
  const char           *name_zh;
  const char           *name_en;
  pe_column_type        type;
  size_t                offset; /* of the member in the record */
  gboolean              is_required;
  const pe_record_word *words;
  uint32_t              n_words;
} pe_layout_column;

/* A kind of records. What stands above or below a record (its parent, its months, its payments) is no column. */
typedef struct pe_record_layout
{
  const char             *id;
  const char             *name_zh;
  const char             *name_en;
  const char             *path; /* of the table, e.g. "/procurement/records" */
  const pe_layout_column *columns;
  uint32_t                n_columns;
  uint32_t                n_first; /* the columns of the first published form, which a digest has at its old place */
  size_t                  size;    /* of the record */
  size_t                  minimum; /* of its first published form */
} pe_record_layout;

/* kind is one. */
const pe_record_layout *pe_record_layout_get (pe_record_kind kind);
/* FALSE when there is no such column. */
gboolean pe_record_layout_find (const pe_record_layout *self, const char *id, size_t length, uint32_t *column);
/* 0 for what is no word of the column; TRUE for names: "公开招标" is found as well as "open_tender". */
int32_t pe_layout_column_find_word (const pe_layout_column *self, const char *word, gboolean names);

/* The member of a record that a column stands for. */
const void *pe_record_get_member (const pe_layout_column *column, const void *record);
/* Members by their types. */
const char      *pe_record_get_text (const pe_layout_column *column, const void *record);
int32_t          pe_record_get_int (const pe_layout_column *column, const void *record); /* words, truths, dates */
const pe_figure *pe_record_get_figure (const pe_layout_column *column, const void *record);

/* Checks every column of a record that was imported, and replaces its texts by copies. */
pe_status pe_record_take (const pe_record_layout *self, void *record, const pe_intake *intake, pe_error **error);
/* Copies the texts of a record of ours into an arena; *failed is set when memory ran out. */
void pe_record_keep_texts (const pe_record_layout *self, void *record, pe_arena *texts, gboolean *failed);
/* TRUE when something stands in a column from this one on. */
gboolean pe_record_has_any (const pe_record_layout *self, const void *record, uint32_t first);
/* Adds the columns from this one on. */
void pe_record_add_digest (const pe_record_layout *self, const void *record, uint32_t first, pe_digest_stream *stream);
