/* record-reader-private.h - records by their columns, from JSON and as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "../model/record-layout-private.h"
#include "document-private.h"
#include "figure-reader-private.h"
#include "writer-private.h"

/* Members that an object has besides the columns of its record. */
#define PE_RECORD_MAX_EXTRAS 4

/* Reads an object into a record, which is zeroed; extras: the values of further members, which may be left out. */
void pe_record_read (pe_document *document, pe_json_index value, const pe_record_layout *layout,
                     const pe_figure_surroundings *money, void *record, const char *const *extra_names,
                     pe_json_index *extras, size_t n_extras);
/* Writes the members of a record whose amounts have a unit around them. */
void pe_writer_record (pe_writer *self, const pe_record_layout *layout, const void *record, pe_unit unit);
/* TRUE as long as every amount so far has one unit. */
gboolean pe_record_has_unit (const pe_record_layout *layout, const void *record, pe_unit *unit);
gboolean pe_figure_has_unit (const pe_figure *figure, pe_unit *unit);
