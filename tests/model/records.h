/* records.h - records for the tests of this room, and what is expected of them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/perfeval.h>

/* "2,149.56万元"; "" is missing, "-" not applicable. */
pe_figure figure (const char *text);
/* Digit for digit, with its state and unit. */
void assert_figure (const pe_figure *found, const char *expected);

/* amounts: initial, adjusted, executed, parted by blanks; "." is missing. */
pe_budget_line make_line (uint32_t parent, pe_budget_category category, int32_t complete, const char *name,
                          const char *amounts);
pe_budget     *make_budget (const pe_budget_line *lines, size_t n);
/* The lines of the 2023 self-evaluation of the Zengcheng development zone's investment promotion bureau. */
#define N_ZENGCHENG 4
void make_zengcheng (pe_budget_line lines[N_ZENGCHENG]);

pe_procurement_record make_record (const char *name, const char *budget, const char *reserve, const char *contract,
                                   pe_supplier_size size);
pe_dossier_head       make_head (int32_t year);
pe_fact               make_fact (const char *indicator, const char *name, const char *number);
pe_row                make_row (const char *slot, uint32_t parent, const char *name);
pe_declared_score     make_score (const char *indicator, pe_scorer scorer, int64_t points);
pe_reading            make_reading (const char *path);

/* A call that failed: its code, the place of its error (NULL: none is expected), and the error is freed. */
void assert_refused (pe_status status, pe_error **error, pe_status expected, const char *path);
/* The finding at an index: its code and its places; second is NULL where there is one place. */
void assert_finding (const pe_findings *findings, size_t index, pe_status code, const char *first, const char *second);
