/* grids.h - tables for tests, written as text
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/perfeval.h>

/* A table from rows parted by ';' or a line break and cells parted by '|'; an empty one is no cell. */
pe_tables *grid_from (const char *name, const char *rows);
/* The same set with one more table; takes the first over. */
pe_tables *grid_with (pe_tables *tables, const char *name, const char *rows);
/* A table in the same form, rows by number; owned. */
char *grid_print (const pe_tables *tables, size_t table);
/* Reads CSV; fails the test with the message when it cannot be. */
pe_tables *grid_from_csv (const char *bytes, size_t size, const pe_csv_options *options);
/* Whether names, rows, numbers and texts of two sets are the same. */
gboolean grid_is_equal (const pe_tables *a, const pe_tables *b);
