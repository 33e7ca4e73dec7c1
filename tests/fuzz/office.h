/* office.h - what the targets of office files share
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval-office/perfeval-office.h>

#include "fuzz.h"
#include "pieces.h"

/* A part that an archive has where no piece has its name. */
typedef struct usual_part
{
  const char *name;
  const char *text;
} usual_part;

/* An archive of the pieces and of the usual parts that are not among them; owned, malloc(). NULL when no archive can have such parts. */
char *archive_of (const pieces *parts, const usual_part *usual, size_t n, size_t *size);

/* Whether an input is an archive as it is. */
int is_archive (const uint8_t *data, size_t size);

/* A text of a report is UTF-8 without NUL, its lines end, and nothing that separates words is there but blanks. */
void check_report_text (const pe_text *text);
