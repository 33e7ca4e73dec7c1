/* audit-json-private.h - what audits and reviews share as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "writer-private.h"

/* Begins the document's object: format, library and source. file, encoding: nullable. */
void pe_audit_json_begin (pe_writer *self, const char *file, const char *encoding);
