/* fuzz.h - what a target is, for libFuzzer and for the program that replays a corpus
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/perfeval.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* The entry point that libFuzzer calls. Answers 0. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* What must hold whatever the input was; a fuzzer takes the end of the process for its finding. */
#define HOLDS(condition)                                                                  \
  do                                                                                      \
    {                                                                                     \
      if (!(condition))                                                                   \
        {                                                                                 \
          fprintf (stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition); \
          abort ();                                                                       \
        }                                                                                 \
    }                                                                                     \
  while (0)

/* A call that failed has an error with a code, a message in both languages and a place, and wrote nothing. */
void check_failure (pe_status status, const void *out, pe_error *error);

/* Both tables have the same rows and cells; with is_kind, of the same kinds as well. */
void check_tables (const pe_tables *a, size_t i, const pe_tables *b, size_t k, int is_kind);

/* A table is written as CSV, and read again it is the same. */
void check_csv (const pe_tables *tables, size_t table);

/* Takes tables for a dossier. One that is read comes back equal from its tables, in both languages, and from JSON. */
void use_as_dossier (const pe_tables *tables, const pe_dossier_tables_options *options);

/* A rulebook of the tree, read once for each call; owned. */
pe_rulebook *read_rulebook (const char *name);
