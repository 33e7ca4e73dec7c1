/* perfeval/encoding.h - the bytes of a text file as UTF-8, and back
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_ENCODING_H
#define PERFEVAL_ENCODING_H

#include <perfeval/json.h>

PE_BEGIN_DECLS

/**
 * @file encoding.h
 * @brief Which encoding a file of an office has, decided for the whole file.
 *
 * An office's files are UTF-8 with or without a byte order mark, GBK (what a Chinese
 * Excel saves as CSV, a part of GB18030) or UTF-16 with a mark ("Unicode text"). The
 * order of the decision is: the mark; UTF-8, if every byte of the file is well-formed
 * UTF-8; else GB18030. It is never made cell by cell: one two-character word in thirty
 * of a Chinese report is well-formed UTF-8 when it is written in GBK. The caller can
 * say which it is, and is told which it was.
 *
 * A file that ends in the middle of a character was cut: it is refused with the byte at
 * which the character begins, never mended.
 *
 * @code
 * pe_text *text = NULL;
 * pe_encoding encoding = 0;
 * assert (pe_encoding_decode (&text, &encoding, "\xD4\xA4\xCB\xE3", 4, 0, NULL, NULL) == PE_OK);
 * assert (encoding == PE_ENCODING_GB18030);
 * assert (strcmp (pe_text_get_data (text), "预算") == 0);
 * pe_text_unref (text);
 * @endcode
 *
 * @par Source
 * GB 18030-2022 as the C library's iconv knows it; RFC 3629; RFC 2781.
 */

/** An encoding of text. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_encoding;

/** Values of #pe_encoding. */
enum pe_encoding_value
{
  PE_ENCODING_UTF8     = 1, /**< UTF-8. */
  PE_ENCODING_GB18030  = 2, /**< GB18030, of which GBK and GB2312 are parts. */
  PE_ENCODING_GBK      = 3, /**< GBK (code page 936). Read as GB18030; written without what GBK does not have. */
  PE_ENCODING_UTF16_LE = 4, /**< UTF-16, the low byte first. */
  PE_ENCODING_UTF16_BE = 5  /**< UTF-16, the high byte first. */
};

/**
 * The name of an encoding, e.g. "GB18030".
 * @param encoding  a #pe_encoding
 * @return UTF-8, borrowed, static; NULL for a number that is no encoding
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_encoding_get_name (pe_encoding encoding);

/**
 * Finds an encoding by its name; "utf8", "UTF-8", "gbk", "GB2312", "cp936", "gb18030", "utf-16" (low byte first),
 * "utf-16le" and "utf-16be" in any case.
 *
 * @param[out] out    the encoding
 * @param      name   UTF-8
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         not an encoding that this library reads
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_encoding_find (pe_encoding *out, const char *name, pe_error **error);

/**
 * Makes UTF-8 of the bytes of a file. A byte order mark is left out.
 *
 * @param[out] out       owned: pe_text_unref()
 * @param[out] chosen    nullable; the encoding that was decided on
 * @param      bytes     copied
 * @param      size      how many bytes
 * @param      encoding  a #pe_encoding that the caller knows, or 0 to decide
 * @param      options   nullable: the defaults; pe_limits::bytes bounds @p size
 * @param[out] error     nullable; an owned error on failure, with line and byte
 *
 * @retval PE_OK                        @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT    an argument is NULL or out of range
 * @retval PE_ERROR_LIMIT_BYTES         more bytes than the limit
 * @retval PE_ERROR_ENCODING_TRUNCATED  the bytes end in the middle of a character
 * @retval PE_ERROR_ENCODING_INVALID    bytes that are no character in the encoding
 * @retval PE_ERROR_NO_MEMORY           memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_encoding_decode (pe_text **out, pe_encoding *chosen, const char *bytes, size_t size, pe_encoding encoding,
                              const pe_read_options *options, pe_error **error);

/**
 * Makes bytes of an encoding from UTF-8, and proves by decoding them again that nothing was lost.
 *
 * @code
 * pe_text *bytes = NULL;
 * assert (pe_encoding_encode (&bytes, "预算", 6, PE_ENCODING_GBK, 0, NULL) == PE_OK);
 * assert (pe_text_get_size (bytes) == 4);
 * pe_text_unref (bytes);
 * @endcode
 *
 * @param[out] out       owned: pe_text_unref()
 * @param      text      UTF-8, copied
 * @param      size      its bytes
 * @param      encoding  a #pe_encoding
 * @param      mark      1: a byte order mark before it, where the encoding has one; 0: none
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                              @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT          an argument is NULL or out of range
 * @retval PE_ERROR_INVALID_UTF8              @p text is not UTF-8
 * @retval PE_ERROR_ENCODING_UNREPRESENTABLE  the encoding does not have a character of it; the message names it
 * @retval PE_ERROR_NO_MEMORY                 memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_encoding_encode (pe_text **out, const char *text, size_t size, pe_encoding encoding, int32_t mark,
                              pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_ENCODING_H */
