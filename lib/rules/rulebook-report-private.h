/* rulebook-report-private.h - findings about a rulebook, with their places
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "../base/finding-private.h"
#include "rulebook-private.h"

/* About no indicator: the path is the suffix alone. */
#define PE_NO_INDICATOR G_MAXSIZE

/* A place costs as much as the tree is deep: none is made for a finding that will only be counted. */
gboolean pe_rulebook_is_place_needed (const pe_collector *collector, pe_status code);
/* The path of an indicator, or of the whole, and a suffix behind it; owned, NULL when memory ran out. */
char *pe_rulebook_print_suffixed_path (const pe_rulebook *self, size_t indicator, const char *suffix);
/* The place of a path, with the bytes that it came from or, where a member is missing, those that it should stand in.
 * path is borrowed by the place; it is changed on the way and as before at the end. */
pe_place pe_rulebook_find_nearest_place (const pe_rulebook *self, char *path);

/* Adds a finding about an indicator (or PE_NO_INDICATOR), at its path with a suffix. The variable arguments are pairs
 * of const char *name, const char *text, closed by NULL. */
void pe_rulebook_report_pairs (const pe_rulebook *self, pe_collector *collector, pe_status code, size_t indicator,
                               const char *suffix, va_list pairs);
void pe_rulebook_report (const pe_rulebook *self, pe_collector *collector, pe_status code, size_t indicator,
                         const char *suffix, ...) G_GNUC_NULL_TERMINATED;
