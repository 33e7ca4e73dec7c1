/* xml-names-private.h - the different names in a part, so many and no more
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/status.h>

#include "../base/vector-private.h"

/* How many names there may be, and how long all of them together. */
#define PE_XML_NAMES 10000
#define PE_XML_NAMES_BYTES 16777216

/* The parser keeps every name that it has met until it is freed. No format has as many as a thousand. */
typedef struct pe_xml_names
{
  guint32  *places; /* where each name begins in bytes, plus 1; 0: no name */
  pe_vector bytes;  /* char: names, each closed by a zero */
  guint     n;
} pe_xml_names;

#define PE_XML_NAMES_INIT { NULL, PE_VECTOR_INIT (char), 0 }

/* PE_OK for a name that is there; PE_ERROR_LIMIT_ITEMS for one too many, PE_ERROR_NO_MEMORY. */
pe_status pe_xml_names_add (pe_xml_names *self, const char *name);
void      pe_xml_names_clear (pe_xml_names *self);
