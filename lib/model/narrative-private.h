/* narrative-private.h - taking in what an office says in its own words
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/narrative.h>

#include "intake-private.h"

/* Checks a record that was imported and replaces its texts by copies: see pe_intake_add_many(). */
pe_status pe_narrative_take (void *record, const pe_intake *intake, pe_error **error);
