/* perfeval/digest.h - the fingerprint of an object's content
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_DIGEST_H
#define PERFEVAL_DIGEST_H

#include <perfeval/types.h>

PE_BEGIN_DECLS

/**
 * @file digest.h
 * @brief SHA-256 (FIPS 180-4) over the byte stream that docs/digest.md defines.
 *
 * The stream is defined without any file format: an object built through the
 * typed API and the same object read from JSON have the same digest. Source
 * places are left out; digits as written are not: 2.50 and 2.5 differ.
 */

/** Bytes of a digest. */
#define PE_DIGEST_SIZE 32
/** Bytes of a digest in hexadecimal, the closing NUL included. */
#define PE_DIGEST_HEX_SIZE 65

/**
 * Writes a digest as 64 lower-case hexadecimal digits and a NUL.
 * @param[out] out     #PE_DIGEST_HEX_SIZE bytes
 * @param      digest  #PE_DIGEST_SIZE bytes
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_digest_print (char *out, const uint8_t *digest);

PE_END_DECLS

#endif /* PERFEVAL_DIGEST_H */
