/* record-private.h - taking in the texts of callers' records
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/error.h>

/* Bytes of one text that comes through the typed API. */
#define PE_TEXT_MAX 1048576
/* Bytes of a code or an id. */
#define PE_CODE_MAX 64

typedef enum
{
  PE_MEMBER_TEXT,     /* required, not blank */
  PE_MEMBER_NULLABLE, /* a text that may be left out */
  PE_MEMBER_CODE      /* required: 1 to 64 letters, digits, '.', '-' and '_' */
} pe_member_kind;

/* One const char * of a record. */
typedef struct pe_text_member
{
  size_t         offset;
  const char    *name;
  pe_member_kind kind;
} pe_text_member;

/* Replaces a caller's texts in a record of ours by checked copies; on failure the record is to be given up. `table` and `index` make the
 * place of an error, e.g. "/grades/1/id"; without a table it is "/id".
 * PE_ERROR_INVALID_ARGUMENT (a required text is NULL), PE_ERROR_TEXT_EMPTY, PE_ERROR_CODE_SYNTAX,
 * PE_ERROR_INVALID_UTF8, PE_ERROR_LIMIT_TEXT, PE_ERROR_NO_MEMORY. */
pe_status pe_record_copy_texts (void *record, const pe_text_member *members, size_t n_members, const char *table,
                                size_t index, pe_error **error);
/* Copies texts that were checked before; PE_OK or PE_ERROR_NO_MEMORY, the record is then to be given up. */
pe_status pe_record_duplicate_texts (void *record, const pe_text_member *members, size_t n_members);
void      pe_record_free_texts (void *record, const pe_text_member *members, size_t n_members);

/* 1 to 64 letters, digits, '.', '-' and '_'. */
gboolean pe_code_is_valid (const char *code);
/* PE_ERROR_CODE_SYNTAX for what is no code. */
pe_status pe_code_set_error (pe_error **error, const char *code, const char *path);
/* PE_ERROR_INVALID_ARGUMENT for a member of a record of a table. */
pe_status pe_record_set_error (pe_error **error, const char *table, size_t index, const char *member,
                               const char *expected);

/* PE_ERROR_NOT_FOUND for an index that is not below n. */
pe_status pe_index_set_not_found (pe_error **error, size_t index, size_t n);
/* Fills a caller's record of any age from one of ours: what getters do. PE_OK or PE_ERROR_INVALID_ARGUMENT. */
pe_status pe_record_export (void *theirs, const void *ours, size_t size, pe_error **error);
