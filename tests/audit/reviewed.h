/* reviewed.h - rulebooks and dossiers for the tests of reviews
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

#include <glib.h>
#include <perfeval/perfeval.h>

/* 100 points: budget execution 10, a slot of 80 that the unit splits, an attested leaf of 10. settings: what stands at
 * "review", e.g. "[]". */
pe_rulebook *reviewed_rulebook (const char *settings);
/* members: what the dossier says besides its head, each member with a comma before it. */
pe_dossier *reviewed_dossier (const char *members);
/* Fails the test when the document cannot be read. */
pe_rulebook *reviewed_rulebook_from (const char *bytes, size_t size);
pe_dossier  *reviewed_dossier_from (const char *bytes, size_t size);
