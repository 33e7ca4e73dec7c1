/* archive-private.h - the parts of a ZIP archive, looked over before any is read
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval-office/xlsx.h>
#include <perfeval/error.h>
#include <zip.h>

/* Makes an error of pairs of const char *name, const char *text, closed by NULL; file is nullable. */
pe_status pe_office_fail (pe_error **error, pe_status code, const char *file, ...) G_GNUC_NULL_TERMINATED;

/* The same with a line and a column, from 1; 0: none. */
pe_status pe_office_fail_at (pe_error **error, pe_status code, const char *file, uint64_t line, uint64_t column,
                             ...) G_GNUC_NULL_TERMINATED;

/* A number as the text of a parameter. */
const char *pe_office_print_number (char out[24], uint64_t number);

typedef struct pe_archive
{
  zip_t      *zip;
  const char *file; /* nullable, for places */
} pe_archive;

/* Refuses what is no archive, is damaged, has a password, an impossible name, or would expand beyond the limits: all before
 * a byte is expanded. bytes are borrowed until it is closed. */
pe_status pe_archive_open (pe_archive *self, const char *bytes, size_t size, const pe_xlsx_options *options,
                           const char *file, pe_error **error);
void      pe_archive_close (pe_archive *self);

/* The number of a part, or -1. */
int64_t pe_archive_find (const pe_archive *self, const char *name);

/* A part being read, in order. */
typedef struct pe_archive_part
{
  const pe_archive *archive;
  const char       *name; /* borrowed */
  zip_file_t       *file;
} pe_archive_part;

pe_status pe_archive_part_open (pe_archive_part *self, const pe_archive *archive, const char *name, pe_error **error);
/* *n is 0 at the end; by then the checksum has been compared. */
pe_status pe_archive_part_read (pe_archive_part *self, void *out, size_t most, size_t *n, pe_error **error);
void      pe_archive_part_close (pe_archive_part *self);
