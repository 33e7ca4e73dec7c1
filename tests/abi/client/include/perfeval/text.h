/* perfeval/text.h - bytes that the library made
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_TEXT_H
#define PERFEVAL_TEXT_H

#include <perfeval/types.h>

PE_BEGIN_DECLS

/**
 * @file text.h
 * @brief What is rendered or written comes back as an owned text.
 *
 * UTF-8 without a byte order mark unless the function that made it says
 * otherwise. One NUL byte follows the last byte and is not counted.
 */

/** A text. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_text pe_text;

/**
 * The bytes.
 * @param self  a text
 * @return borrowed from @p self, never NULL, followed by a NUL byte
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_text_get_data (const pe_text *self);

/**
 * How many bytes there are, without the closing NUL.
 * @param self  a text, nullable
 * @return the number of bytes; 0 for NULL
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_text_get_size (const pe_text *self);

/**
 * Takes one more reference.
 * @param self  a text, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_text *pe_text_ref (pe_text *self);

/**
 * Gives one reference back; the last one frees the text.
 * @param self  a text, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_text_unref (pe_text *self);

PE_END_DECLS

#endif /* PERFEVAL_TEXT_H */
