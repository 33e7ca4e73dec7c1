/* digest-private.h - the byte stream that a digest is taken of (docs/digest.md)
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/digest.h>
#include <perfeval/figure.h>

/* Every item is written as one tag byte and its content, so that no two different sequences make the same stream:
 *   'T' text: 8-byte little-endian length, the bytes        'Z' no text (NULL)
 *   'I' integer: 8 bytes, two's complement, little-endian
 *   'D' decimal: coefficient as 8 bytes, scale as 1 byte    'F' figure: state and unit as 4 bytes each, then 'D' of the value
 *   'L' list: 8-byte count, then the items                  'O' object: a text that names the type and its revision, then its members
 *   'H' another object's digest: 32 bytes */
typedef struct pe_digest_stream pe_digest_stream;

pe_digest_stream *pe_digest_stream_new (const char *type); /* begins with 'O'; NULL when memory ran out */
void              pe_digest_stream_add_text (pe_digest_stream *self, const char *text);
void              pe_digest_stream_add_int (pe_digest_stream *self, int64_t number);
void              pe_digest_stream_add_decimal (pe_digest_stream *self, const pe_decimal *number);
void              pe_digest_stream_add_figure (pe_digest_stream *self, const pe_figure *figure);
void              pe_digest_stream_begin_list (pe_digest_stream *self, size_t n);
void              pe_digest_stream_add_digest (pe_digest_stream *self, const uint8_t *digest);
/* Writes the digest and frees the stream. */
void pe_digest_stream_finish (pe_digest_stream *self, uint8_t *out);
void pe_digest_stream_free (pe_digest_stream *self);
