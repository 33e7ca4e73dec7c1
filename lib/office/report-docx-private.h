/* report-docx-private.h - the parts of a DOCX file that are the same in every document
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

/* report-docx-parts.c */
extern const char pe_docx_types[];
extern const char pe_docx_relations[];
/* Without its end: the pictures of the document come after it. */
extern const char pe_docx_document_relations[];
extern const char pe_docx_settings[];
extern const char pe_docx_fonts[];
/* One after the other, up to NULL. */
extern const char *const pe_docx_styles[];
extern const char        pe_docx_footer_odd[];
extern const char        pe_docx_footer_even[];
