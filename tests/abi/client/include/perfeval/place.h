/* perfeval/place.h - where something stands
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_PLACE_H
#define PERFEVAL_PLACE_H

#include <perfeval/types.h>

PE_BEGIN_DECLS

/**
 * @file place.h
 * @brief A place (位置): what a finding is about, and where it came from.
 *
 * *What* is a path in the object's own terms and is always there; it has the
 * form of a JSON pointer (RFC 6901), e.g. "/budget/lines/3/executed", also for
 * an object that was built through the typed API. *Where* is there when the
 * object came from bytes: a file with line and column, a sheet with a cell, or
 * a range of bytes.
 *
 * A place is borrowed from the #pe_finding, #pe_error or #pe_dossier that
 * answered with it.
 */

/** A place. Opaque, immutable. Since: 1.0 */
typedef struct pe_place pe_place;

/**
 * The path in the object's own terms.
 * @param self  a place, nullable
 * @return UTF-8, borrowed; "" is the whole object
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_place_get_what (const pe_place *self);

/**
 * The name of the file, as the caller gave it.
 * @param self  a place, nullable
 * @return UTF-8, borrowed, or NULL when it did not come from a named file
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_place_get_file (const pe_place *self);

/**
 * The line, counted from 1.
 * @param self  a place, nullable
 * @return the line, or 0 when there is none
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
uint64_t pe_place_get_line (const pe_place *self);

/**
 * The column, counted from 1 in characters (Unicode code points).
 * @param self  a place, nullable
 * @return the column, or 0 when there is none
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
uint64_t pe_place_get_column (const pe_place *self);

/**
 * The cell, e.g. "预算!C7".
 * @param self  a place, nullable
 * @return UTF-8, borrowed, or NULL when it did not come from a sheet
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_place_get_cell (const pe_place *self);

/**
 * The range of bytes in the input, from 0.
 * @param      self    a place, nullable
 * @param[out] offset  the first byte
 * @param[out] length  how many bytes; 0 when the place has no range
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_place_get_bytes (const pe_place *self, uint64_t *offset, uint64_t *length);

PE_END_DECLS

#endif /* PERFEVAL_PLACE_H */
