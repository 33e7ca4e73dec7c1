/* document-private.h - the members of a JSON document, read strictly
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/date.h>
#include <perfeval/json.h>

#include "../base/finding-private.h"
#include "../base/vector-private.h"
#include "../model/place-map-private.h"
#include "json-private.h"
#include "words-private.h"

/* A document under way from bytes to an object. A fault that leaves the structure whole is a finding with its place,
 * what is read then is a harmless default, and reading goes on; the object is given up at the end. */
typedef struct pe_document
{
  pe_json     *json; /* NULL when there is nothing to read */
  char        *file; /* nullable */
  pe_limits    limits;
  uint64_t     table_steps; /* that are left to its decision tables */
  uint64_t     n_cells;     /* of the rows of its registers, the empty ones too */
  pe_collector collector;
  pe_vector    faults; /* of pe_json_index: the values that the findings are at, as far as they are kept */
  /* Nullable: the document was made from tables, and its places are those of their cells. Borrowed. */
  const struct pe_cell_map *cells;
} pe_document;

/* Reads the syntax and refuses duplicate names and U+0000. Every fault, also one of an argument, goes to the
 * collector; the document is to be closed whatever happened. has_out: whether the caller gave a place for the object. */
void pe_document_open (pe_document *self, gboolean has_out, const char *bytes, size_t size,
                       const pe_read_options *options);
/* Hands over the findings and the error, frees everything, and answers PE_OK or the first error. */
pe_status pe_document_close (pe_document *self, pe_findings **findings, pe_error **error);
uint64_t  pe_document_get_n_errors (const pe_document *self);
/* The place of a value, or of its name; its texts live in the buffer, which is to be cleared. */
void pe_document_get_place (const pe_document *self, pe_json_index value, gboolean of_name, pe_place *out,
                            pe_buffer *buffer);
/* TRUE when something at or below a value was reported: what is said of it then may follow from that. */
gboolean pe_document_has_fault (const pe_document *self, pe_json_index value);
/* TRUE when further findings are counted only: then their places need not be found. */
gboolean pe_document_is_full (const pe_document *self);

/* Faults. The variable arguments are pairs of const char *name, const char *text, closed by NULL. */

void pe_document_report (pe_document *self, pe_json_index value, pe_status code, ...) G_GNUC_NULL_TERMINATED;
/* At the name of a member. */
void pe_document_report_name (pe_document *self, pe_json_index member, pe_status code, ...) G_GNUC_NULL_TERMINATED;
/* PE_ERROR_MEMBER_MISSING of an object. */
void pe_document_report_missing (pe_document *self, pe_json_index value, const char *member);
void pe_document_report_no_memory (pe_document *self);
/* Takes over the error of a call from below, at a value. */
void pe_document_take_error (pe_document *self, pe_error *error, pe_json_index value);
/* The same, at the member of the value that the last name of the error's path says, where there is one; what follows from
 * a fault that was reported is not. */
void pe_document_take_member_error (pe_document *self, pe_error *error, pe_json_index value);
/* The same, at the value that the whole path means. */
void pe_document_take_path_error (pe_document *self, pe_error *error, pe_json_index value);
/* Takes over what a builder left: its findings, whose paths begin at a value, and its error; both are freed. A finding that
 * follows from a fault that was reported is left out. */
void pe_document_take_findings (pe_document *self, pe_findings *findings, pe_error *error, pe_json_index value);
/* The value at a path below another one, or what is nearest above it. Knows the names of the typed API as well. */
pe_json_index pe_document_find (const pe_document *self, pe_json_index value, const char *path);

/* Places: what is at a value and below it, with paths that begin there, without one member of it (or PE_JSON_NONE). Sealed;
 * NULL when memory ran out, which is reported. */
pe_place_map *pe_document_map_places (pe_document *self, pe_json_index value, pe_json_index without);

/* TRUE when the document is an object whose "format" is this one; else it is reported. */
gboolean pe_document_check_format (pe_document *self, const char *format);

/* Members */

typedef enum
{
  PE_MEMBER_OPTIONAL,  /* null is as good as not there */
  PE_MEMBER_REQUIRED,  /* and not null */
  PE_MEMBER_NULL_MEANS /* required, and null says something */
} pe_member_presence;

typedef struct pe_member_rule
{
  const char        *name;
  pe_member_presence presence;
} pe_member_rule;

#define PE_DOCUMENT_MAX_MEMBERS 32

/* Reads an object: out[i] is the value of members[i], or PE_JSON_NONE. FALSE when the value is no object (out is then all
 * PE_JSON_NONE). Unknown and missing members are reported; unknown is the code for the former. */
gboolean pe_document_read_object (pe_document *self, pe_json_index value, const pe_member_rule *members, size_t n,
                                  pe_status unknown, pe_json_index *out);
/* TRUE for an object whose names are the document's own; FALSE when it is absent, or no object, which is reported. */
gboolean pe_document_read_names (pe_document *self, pe_json_index value);
/* TRUE for an array; FALSE when it is absent, or no array, which is reported. */
gboolean pe_document_read_array (pe_document *self, pe_json_index value);
/* The scalars answer NULL, the fallback, or 0 for one that is absent or wrong. Texts are borrowed from the document. */
const char *pe_document_read_text (pe_document *self, pe_json_index value);
gboolean    pe_document_read_bool (pe_document *self, pe_json_index value, gboolean fallback);
int32_t     pe_document_read_int (pe_document *self, pe_json_index value, int32_t minimum, int32_t maximum);
int32_t     pe_document_read_word (pe_document *self, pe_json_index value, const pe_word *words);
gboolean    pe_document_read_decimal (pe_document *self, pe_json_index value, pe_decimal *out);
pe_date     pe_document_read_date (pe_document *self, pe_json_index value);
/* A {"zh", "en"}. */
void pe_document_read_both (pe_document *self, pe_json_index value, gboolean zh_required, const char **zh,
                            const char **en);
/* What stands there, for a message. */
const char *pe_document_print_found (const pe_document *self, pe_json_index value, char excerpt[PE_EXCERPT_SIZE]);
/* Reports a value that is not what it should be. */
void pe_document_report_type (pe_document *self, pe_json_index value, const char *expected, const char *expected_zh);

/* Records on their way to a builder's _add_many. blank stands for a record that the builder refuses, so that the numbers of
 * the others hold, and the whole can be checked all the same. */
typedef struct pe_document_table
{
  pe_vector   items;  /* of the record */
  pe_vector   values; /* of pe_json_index, in step */
  size_t      parent; /* the offset of the record's uint32_t parent, or G_MAXSIZE */
  const void *blank;  /* nullable; borrowed */
} pe_document_table;

#define PE_DOCUMENT_TABLE_INIT(type, parent) { PE_VECTOR_INIT (type), PE_VECTOR_INIT (pe_json_index), parent, NULL }

typedef pe_status (*pe_add_many) (void *builder, const void *items, size_t n, pe_error **error);

/* Appends a zeroed record that is read from a value; NULL when memory ran out, which is reported. */
void *pe_document_table_append (pe_document *self, pe_document_table *table, pe_json_index value);
/* Adds them all to a builder; where that fails, each one, so that each fault gets its place. */
void pe_document_table_add_to (pe_document *self, const pe_document_table *table, pe_add_many add, void *builder);
void pe_document_table_clear (pe_document_table *table);
/* All of it: each item of an array is read into a record, those go to a builder where none had a fault, and the table is
 * cleared. Nothing for an absent array. */
void pe_document_table_read (pe_document *self, pe_json_index array, pe_document_table *table,
                             void (*read) (pe_document *, pe_json_index, void *), pe_add_many add, void *builder);

/* Rows below rows, without recursion: the rows that are still to come, level by level. */
typedef struct pe_document_walk
{
  pe_document *document;
  pe_vector    levels;
} pe_document_walk;

void pe_document_walk_init (pe_document_walk *self, pe_document *document);
/* Goes on with an array (or nothing, where it is absent or no array), whose rows stand below a number. */
void pe_document_walk_enter (pe_document_walk *self, pe_json_index array, uint32_t parent);
/* FALSE at the end; else the next row and the number that it stands below. */
gboolean pe_document_walk_next (pe_document_walk *self, pe_json_index *value, uint32_t *parent);
void     pe_document_walk_clear (pe_document_walk *self);
