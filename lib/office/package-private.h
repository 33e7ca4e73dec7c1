/* package-private.h - a ZIP archive that is written to memory, the same bytes each time
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/error.h>
#include <perfeval/text.h>
#include <zip.h>

#include "../base/vector-private.h"

/* An archive under way. Parts are kept in the order in which they are added, each with the same date. */
typedef struct pe_package
{
  zip_t        *zip;
  zip_source_t *bytes; /* what the archive is written to */
  pe_vector     parts; /* pe_text *: libzip reads them when the archive is closed */
} pe_package;

pe_status pe_package_open (pe_package *self, pe_error **error);
/* Takes a part over, also when it fails. */
pe_status pe_package_add (pe_package *self, const char *name, pe_text *part, pe_error **error);
/* Borrows the bytes until the package is finished: static texts. */
pe_status pe_package_add_static (pe_package *self, const char *name, const char *part, pe_error **error);
/* Puts the archive together; clears the package whatever happens. */
pe_status pe_package_finish (pe_package *self, pe_text **out, pe_error **error);
/* Gives up. */
void pe_package_clear (pe_package *self);
