/* intake-private.h - checking and taking in the records of callers
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/date.h>
#include <perfeval/figure.h>

#include "../base/vector-private.h"
#include "../base/arena-private.h"

/* A record's place, of which errors tell. */
typedef struct pe_intake
{
  const char *table;    /* its path, e.g. "/budget/lines"; "" for the head of an object */
  size_t      index;    /* in the caller's array, or PE_INTAKE_ALONE where there is but one */
  size_t      position; /* among all that were added so far */
  pe_arena   *texts;    /* takes the copies of the texts */
  size_t      minimum;  /* the size of the record's first published form; 0: its own */
} pe_intake;

#define PE_INTAKE_ALONE G_MAXSIZE

typedef enum
{
  PE_INTAKE_NULLABLE, /* may be left out */
  PE_INTAKE_REQUIRED, /* not NULL and not blank */
  PE_INTAKE_CODE      /* required: 1 to 64 letters, digits, '.', '-' and '_' */
} pe_intake_kind;

/* Makes an error at a member, e.g. at "/budget/lines/3/adjusted"; NULL is the record itself. Returns the code, or
 * PE_ERROR_NO_MEMORY. The variable arguments are pairs of const char *name, const char *text, closed by NULL. */
pe_status pe_intake_refuse (const pe_intake *self, const char *member, pe_status code, pe_error **error,
                            ...) G_GNUC_NULL_TERMINATED;
/* PE_ERROR_INVALID_ARGUMENT unless number lies from first to last. */
pe_status pe_intake_check_range (const pe_intake *self, const char *member, int64_t number, int64_t first, int64_t last,
                                 pe_error **error);
/* Checks a text and replaces it by a copy. PE_ERROR_INVALID_ARGUMENT, PE_ERROR_TEXT_EMPTY, PE_ERROR_CODE_SYNTAX,
 * PE_ERROR_INVALID_UTF8, PE_ERROR_LIMIT_TEXT, PE_ERROR_NO_MEMORY. */
pe_status pe_intake_take_text (const pe_intake *self, const char *member, const char **text, pe_intake_kind kind,
                               pe_error **error);
/* 0 is no day. PE_ERROR_DATE_RANGE. */
pe_status pe_intake_check_date (const pe_intake *self, const char *member, pe_date date, pe_error **error);

/* Each brings the number of a figure without a value into its one form, 0 without places. */

/* Missing, not applicable, or money of zero or more; name: the record's own. PE_ERROR_INVALID_ARGUMENT,
 * PE_ERROR_STATE_CONFLICT, PE_ERROR_UNIT_MISMATCH, PE_ERROR_NEGATIVE_AMOUNT. */
pe_status pe_intake_take_money (const pe_intake *self, const char *member, pe_figure *figure, const char *name,
                                pe_error **error);
/* A figure in any unit, or the text that stands in its place. PE_ERROR_INVALID_ARGUMENT, PE_ERROR_STATE_CONFLICT. */
pe_status pe_intake_take_figure (const pe_intake *self, const char *member, pe_figure *figure, const char *text,
                                 pe_error **error);
/* Missing, not applicable, or a whole number of zero or more, bare or in 个. PE_ERROR_INVALID_ARGUMENT,
 * PE_ERROR_STATE_CONFLICT, PE_ERROR_UNIT_MISMATCH, PE_ERROR_COUNT_INVALID. */
pe_status pe_intake_take_count (const pe_intake *self, const char *member, pe_figure *figure, pe_error **error);
/* A bare number or points. PE_ERROR_INVALID_ARGUMENT, PE_ERROR_STATE_CONFLICT, PE_ERROR_UNIT_MISMATCH. */
pe_status pe_intake_take_points (const pe_intake *self, const char *member, pe_figure *figure, pe_error **error);

/* Checks an imported record and takes its texts in. */
typedef pe_status (*pe_intake_take) (void *record, const pe_intake *intake, pe_error **error);

/* Appends a caller's array, all of it or nothing: what it copied into the arena is gone after a failure. */
pe_status pe_intake_add_many (pe_vector *records, pe_arena *texts, const char *table, pe_intake_take take,
                              const void *items, size_t n, pe_error **error);
/* The same, of records that have grown since their first published form, whose size is the minimum. */
pe_status pe_intake_add_grown (pe_vector *records, pe_arena *texts, const char *table, size_t minimum,
                               pe_intake_take take, const void *items, size_t n, pe_error **error);

/* What getters do: PE_ERROR_INVALID_ARGUMENT, PE_ERROR_NOT_FOUND. records is NULL where there is no object. */
pe_status pe_intake_export (void *out, const void *records, size_t n, size_t index, size_t size, pe_error **error);
pe_status pe_intake_export_grown (void *out, const void *records, size_t n, size_t index, size_t size, size_t minimum,
                                  pe_error **error);
/* PE_ERROR_NOT_FOUND for an index that is not below n. */
pe_status pe_intake_refuse_index (size_t index, size_t n, pe_error **error);
