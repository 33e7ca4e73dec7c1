/* batch-files.h - a small rulebook and its form, for the tests of batch files
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include <glib.h>
#include <perfeval/perfeval.h>

/* Three leaves: "1" 10 marks, facts actual and target; "2" 10 marks, the execution rate; "3" 5 marks, a condition "ok". Grades
 * 优 from 20, 差. Points have two places. */
pe_batch_plan *new_plan (void);

/* A form; *head is set. Fails the test when it is refused. */
pe_batch_csv *new_form (pe_batch_plan *plan, const char *file, pe_batch_detail detail, size_t *head);
