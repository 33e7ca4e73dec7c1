/* perfeval-office/document.h - a document that can be written in several formats
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_OFFICE_DOCUMENT_H
#define PERFEVAL_OFFICE_DOCUMENT_H

#include <perfeval-office/types.h>
#include <perfeval/text.h>

PE_BEGIN_DECLS

/**
 * @file document.h
 * @brief A document (文档): what a report says, in order, before it has a file format.
 */

/** A document. Opaque, immutable, reference-counted. Since: 1.0 */
typedef struct pe_document pe_document;

PE_END_DECLS

#endif /* PERFEVAL_OFFICE_DOCUMENT_H */
