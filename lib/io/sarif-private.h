/* sarif-private.h - SARIF 2.1.0 (OASIS, 2020), as far as audits and reviews need it
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "writer-private.h"

/* Begins the log and its one run, up to the list of the driver's rules, which is open. */
void pe_sarif_begin (pe_writer *self, pe_language language);
/* One rule. level is "error", "warning" or "note"; texts may hold anything. */
void pe_sarif_rule (pe_writer *self, const char *id, const char *name, const char *description, const char *level);
/* Closes the rules and begins the list of results, which is open. file, encoding: nullable. */
void pe_sarif_begin_results (pe_writer *self, const char *file, const char *encoding);
/* Closes everything. */
void pe_sarif_end (pe_writer *self);

/* {"text": …}: braces, brackets and backslashes mean something in a message (3.11.5, 3.11.6) and are escaped. */
void pe_sarif_message (pe_writer *self, const char *name, const char *text);
/* "artifactLocation" of a file; nothing for NULL. */
void pe_sarif_artifact (pe_writer *self, const char *file);
/* "level" of a severity. */
const char *pe_sarif_get_level (pe_severity severity);
