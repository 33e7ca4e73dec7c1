/* finding-private.h - making findings, errors and lists of them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/error.h>
#include <perfeval/limits.h>

#include "place-private.h"
#include "vector-private.h"

/* A message is a template of messages.c with {name} where a parameter goes. */
typedef struct pe_parameter_init
{
  const char *name; /* static */
  const char *text; /* copied; offending input is cut at 64 characters and its controls are escaped */
} pe_parameter_init;

/* Everything that a finding is made of. */
typedef struct pe_finding_init
{
  pe_status                code;
  const pe_place          *places; /* copied */
  size_t                   n_places;
  const pe_parameter_init *parameters; /* copied */
  size_t                   n_parameters;
} pe_finding_init;

#define PE_PARAMETERS_MAX 16

/* Reads pairs of const char *name, const char *text up to a NULL name, at most PE_PARAMETERS_MAX; a pair whose text is
 * NULL was not given. Returns how many there are. */
size_t pe_parameters_collect (pe_parameter_init *out, va_list pairs);

/* Enough for the characters that a parameter keeps, one more that shows the cut, and a NUL. */
#define PE_EXCERPT_SIZE 400
/* The beginning of a text that need not end in NUL, nor be UTF-8, as a string for a parameter. Returns out. */
const char *pe_excerpt (char out[PE_EXCERPT_SIZE], const char *text, size_t length);

/* The severity that a code has. */
pe_severity pe_status_get_severity (pe_status code);

/* Findings are reference counted inside the library, so that an error and a list can share one. */
pe_status pe_finding_new (pe_finding **out, const pe_finding_init *init);
pe_status pe_finding_new_at (pe_finding **out, const pe_finding *self, const pe_place *place); /* a copy, elsewhere */
/* A copy whose paths stand below another one, such as "/prior". */
pe_status   pe_finding_new_below (pe_finding **out, const pe_finding *self, const char *above);
pe_finding *pe_finding_ref (pe_finding *self);
void        pe_finding_unref (pe_finding *self); /* NULL does nothing */
/* Static and immortal. */
extern const pe_finding pe_finding_no_memory;

struct pe_findings
{
  gint        references;  /* 0: static and immortal */
  pe_vector   list;        /* of pe_finding * */
  uint64_t    counts[3];   /* by severity, those past the limit included */
  pe_finding *first_error; /* nullable; kept even where it lies past the limit */
};

pe_findings *pe_findings_new (void); /* NULL when memory ran out */
/* An empty list, static and immortal. */
pe_findings *pe_findings_get_empty (void);
/* A list of the one finding that memory ran out, static and immortal. */
pe_findings *pe_findings_get_no_memory (void);

/* Makes an error of a finding, sharing it; PE_ERROR_NO_MEMORY when it cannot be made. error is nullable. */
pe_status pe_error_set_finding (pe_error **error, pe_finding *finding, uint64_t count);
/* Sets *error (nullable) and returns the code, or PE_ERROR_NO_MEMORY when it cannot be made.
 * The variable arguments are pairs of const char *name, const char *text, closed by NULL. */
pe_status pe_error_set (pe_error **error, pe_status code, const pe_place *place, ...) G_GNUC_NULL_TERMINATED;
pe_status pe_error_set_no_memory (pe_error **error);
/* For a bad argument: names it, and says what would be right (both static English identifiers or short text). */
pe_status pe_error_set_argument (pe_error **error, const char *argument, const char *expected);

/* Gathers the findings of one call. Lives on the stack; never fails: when memory for a finding runs out the
 * collector remembers PE_ERROR_NO_MEMORY and finish answers it. */
typedef struct pe_collector
{
  pe_findings *findings; /* under construction */
  uint32_t     limit;    /* findings kept */
  pe_status    broken;   /* PE_OK or PE_ERROR_NO_MEMORY */
} pe_collector;

void pe_collector_init (pe_collector *self, const pe_limits *limits /* nullable: the defaults */);
void pe_collector_add (pe_collector *self, pe_status code, const pe_place *place, ...) G_GNUC_NULL_TERMINATED;
void pe_collector_add_init (pe_collector *self, const pe_finding_init *init);
/* Adds the finding of an error that a call from below left, with another place where one is given, and frees the error. */
void pe_collector_take_error (pe_collector *self, pe_error *error, const pe_place *place);
/* Adds copies of another list's findings. */
void pe_collector_add_all (pe_collector *self, const pe_findings *findings);
/* The same, whose paths stand below another one; above is nullable. */
void pe_collector_add_below (pe_collector *self, const pe_findings *findings, const char *above);
/* How many errors there were so far, those past the limit included. */
uint64_t pe_collector_get_n_errors (const pe_collector *self);
/* Ends the collection. Writes *findings when not NULL (on success and on failure), makes *error of the first
 * error, and returns its code; PE_OK when there was no error. Clears the collector. */
pe_status pe_collector_finish (pe_collector *self, pe_findings **findings, pe_error **error);
void      pe_collector_clear (pe_collector *self);
