/* scored.h - evaluations for tests of charts and workbooks
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval-office/perfeval-office.h>
#include <perfeval/perfeval.h>

/* A file of the source tree; owned. */
char        *read_source (const char *path, size_t *size);
pe_rulebook *rulebook_of_file (const char *path);
pe_dossier  *dossier_of_file (const char *path);
/* The rulebook guangdong-2023 and the dossier of Zengcheng. */
pe_evaluation *score_zengcheng (void);
pe_evaluation *score_texts (const char *rulebook, const char *dossier);

/* A rulebook with n attested indicators of two marks each below one group, and a dossier that scores them all with `score`.
 * Names are `name` with a number before; it is written into JSON as it is. */
pe_evaluation *score_many (guint n, const char *name, const char *score);
