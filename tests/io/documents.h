/* documents.h - documents for tests, from files and with marked places
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/perfeval.h>

/* A file of the tree by its path from the root; owned. Fails the test when it is not there. */
char *read_source_file (const char *path, size_t *size);

/* Reads a document of one format; the object is thrown away. */
typedef pe_status (*read_document) (const char *bytes, size_t size, const pe_read_options *options,
                                    pe_findings **findings, pe_error **error);
pe_status read_dossier (const char *bytes, size_t size, const pe_read_options *options, pe_findings **findings,
                        pe_error **error);
pe_status read_rulebook (const char *bytes, size_t size, const pe_read_options *options, pe_findings **findings,
                         pe_error **error);

/* The object that a text gives; fails the test with the message when it gives none. */
pe_dossier  *dossier_from (const char *text);
pe_rulebook *rulebook_from (const char *text);
pe_dossier  *dossier_from_file (const char *path);
pe_rulebook *rulebook_from_file (const char *path);
pe_text     *text_of_dossier (const pe_dossier *dossier);
pe_text     *text_of_rulebook (const pe_rulebook *rulebook);

/* Runs the cases of a file of the directory data/:
 *
 *   === what is wrong
 *   PE_ERROR_NAME /pointer
 *   ---
 *   the document, in which ① stands just before what the first line is about, ② before the second, and so on
 *
 * "@@" in a document stands for what follows the "@@ " before the first case, and a pointer of "-" is the whole. Every
 * error has to be named, in order. */
void check_faults (const char *data, read_document read);

/* Reads a document cut at each byte, and with each byte changed: no answer is checked but that there is one. */
void check_damage (const char *bytes, size_t size, read_document read);
