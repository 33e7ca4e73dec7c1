/* perfeval/prose_patterns.h - a caller's words and patterns for the reader of prose, from JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_PROSE_PATTERNS_H
#define PERFEVAL_PROSE_PATTERNS_H

#include <perfeval/json.h>
#include <perfeval/prose.h>

PE_BEGIN_DECLS

/**
 * @file prose_patterns.h
 * @brief What a house adds to the language that the reader of prose understands, as a document: "perfeval-prose/1".
 *
 * @code
 * static const char json[] = "{\"format\": \"perfeval-prose/1\","
 *                            " \"words\": [{\"text\": \"拆为\", \"meaning\": \"parts\"}],"
 *                            " \"patterns\": [{\"name\": \"absence\", \"kind\": \"rate\", \"result\": \"缺勤度\","
 *                            " \"operands\": [\"缺席\", \"应到会\"]}]}";
 * static const char text[] = "应到会1500人，缺席60人，缺勤度4%。";
 * pe_prose_patterns *patterns = NULL;
 * pe_prose_options options;
 * pe_prose *prose = NULL;
 * assert (pe_prose_patterns_from_json (&patterns, json, sizeof json - 1, NULL, NULL, NULL) == PE_OK);
 * pe_prose_options_init (&options, sizeof options);
 * assert (pe_prose_patterns_lend (patterns, &options, NULL) == PE_OK);
 * assert (pe_prose_read (&prose, text, sizeof text - 1, &options, NULL) == PE_OK);
 * assert (pe_prose_get_pattern (prose, 0) != NULL); // "absence"
 * pe_prose_unref (prose);
 * pe_prose_patterns_unref (patterns);
 * @endcode
 */

/** Words and patterns. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_prose_patterns pe_prose_patterns;

/**
 * Reads words and patterns. Whether a pattern can be computed is found by pe_prose_read().
 *
 * @param[out] out       owned: pe_prose_patterns_unref()
 * @param      bytes     JSON, copied
 * @param      size      how many bytes
 * @param      options   nullable: the defaults
 * @param[out] findings  nullable; an owned list, also on failure
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                        @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT    an argument is NULL
 * @retval PE_ERROR_LIMIT_BYTES         more bytes than the limit; also #PE_ERROR_LIMIT_DEPTH,
 *                                      #PE_ERROR_LIMIT_DIGITS, #PE_ERROR_LIMIT_ITEMS, #PE_ERROR_LIMIT_TEXT
 * @retval PE_ERROR_INVALID_UTF8        not UTF-8
 * @retval PE_ERROR_JSON_SYNTAX         not JSON
 * @retval PE_ERROR_JSON_TRUNCATED      ends too early
 * @retval PE_ERROR_JSON_DUPLICATE_KEY  an object has a name twice
 * @retval PE_ERROR_JSON_NUL            a text contains U+0000
 * @retval PE_ERROR_FORMAT_UNKNOWN      "format" is not "perfeval-prose/1"
 * @retval PE_ERROR_MEMBER_UNKNOWN      a member that the format does not have
 * @retval PE_ERROR_MEMBER_MISSING      a member that the format requires is not there
 * @retval PE_ERROR_MEMBER_TYPE         a value of the wrong type, or more than 8 operands
 * @retval PE_ERROR_VALUE_UNKNOWN       a meaning, kind, form or reach that does not exist
 * @retval PE_ERROR_NO_MEMORY           memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_prose_patterns_from_json (pe_prose_patterns **out, const char *bytes, size_t size,
                                       const pe_read_options *options, pe_findings **findings, pe_error **error);

/**
 * Takes one more reference.
 * @param self  words and patterns, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_prose_patterns *pe_prose_patterns_ref (pe_prose_patterns *self);

/**
 * Gives one reference back; the last one frees them.
 * @param self  words and patterns, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_prose_patterns_unref (pe_prose_patterns *self);

/**
 * Sets the words and patterns of @p options to these, which have to live until pe_prose_read() is done.
 *
 * @param      self     words and patterns
 * @param      options  filled by pe_prose_options_init()
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      the options have them
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or pe_prose_options_init() was not called
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_prose_patterns_lend (const pe_prose_patterns *self, pe_prose_options *options, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_PROSE_PATTERNS_H */
