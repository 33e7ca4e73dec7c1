/* text-position-private.h - lines and columns of the bytes of a text
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>

#include "../base/vector-private.h"

/* Where a byte stands. */
typedef struct pe_text_position
{
  uint64_t line;      /* from 1 */
  uint64_t column;    /* from 1, in Unicode code points */
  uint64_t character; /* from 0, in Unicode code points of the whole text */
} pe_text_position;

/* A text of a million characters in one line is asked for every figure's column: checkpoints keep that linear. */
typedef struct pe_text_index
{
  const char *text; /* borrowed, well-formed UTF-8 */
  size_t      size;
  pe_vector   checkpoints; /* of pe_text_position, one every so many bytes */
} pe_text_index;

/* PE_OK or PE_ERROR_NO_MEMORY; clear in any case. */
pe_status pe_text_index_init (pe_text_index *self, const char *text, size_t size);
void      pe_text_index_clear (pe_text_index *self);
/* The position of a byte, the end for what lies beyond. A line ends with LF, CR or CR LF. */
pe_text_position pe_text_index_find (const pe_text_index *self, uint64_t offset);
