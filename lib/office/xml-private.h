/* xml-private.h - XML, read in order: a part of a workbook or a file of its own
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "../base/vector-private.h"
#include "archive-private.h"

typedef struct pe_xml_reader pe_xml_reader;

/* What is told of a part. Names are without their prefix; attributes are pairs of name and value, closed by NULL. A status
 * other than PE_OK ends the reading and is the answer, with the error that the handler has set. */
typedef struct pe_xml_handlers
{
  pe_status (*begin) (void *data, const char *name, const char **attributes, pe_error **error);
  pe_status (*end) (void *data, const char *name, pe_error **error);
  pe_status (*text) (void *data, const char *text, size_t length, pe_error **error); /* nullable */
  /* Nullable. Told before each element begins, and before a text: where, from 1. */
  void (*at) (void *data, uint64_t line, uint64_t column);
} pe_xml_handlers;

/* Reads a part from its beginning to its end. PE_ERROR_XML_SYNTAX, PE_ERROR_XML_DOCTYPE, and what the archive answers. */
pe_status pe_xml_read (const pe_archive *archive, const char *part, const pe_xml_handlers *handlers, void *data,
                       pe_error **error);

/* How many bytes to hand to the parser after it was left with so many that it could not use. It begins each time at the
 * beginning of what it could not use: chunks of one length would take it through a long tag once for each of them. */
size_t pe_xml_choose_chunk (size_t unused);

/* The same of a file that is XML itself; its name, nullable, is for places. */
pe_status pe_xml_read_bytes (const char *bytes, size_t size, const char *file, const pe_xml_handlers *handlers,
                             void *data, pe_error **error);

/* The value of an attribute, or NULL; its prefix does not count. */
const char *pe_xml_get (const char **attributes, const char *name);
gboolean    pe_xml_get_bool (const char **attributes, const char *name);
/* A number of up to nine digits, or the fallback. */
uint32_t pe_xml_get_uint (const char **attributes, const char *name, uint32_t fallback);
