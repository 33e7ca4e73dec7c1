/* messages-private.h - what the codes say to a person
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/status.h>

#include "buffer-private.h"
#include "finding-private.h"

/* One row per code. A template has {parameter} where a parameter goes; a part in [brackets] is left out when a
 * parameter in it was not given. The Chinese one takes {expected} from "expected_zh" where that is given, and so for
 * every parameter; else from expectations.c. A place is never part of a message: it stands beside it. */
typedef struct pe_message
{
  pe_status   code;
  const char *name;
  const char *parameters; /* names, parted by blanks; one in brackets may be left out */
  const char *description_en;
  const char *description_zh;
  const char *template_en;
  const char *template_zh;
} pe_message;

/* The rows, ascending by code in each file. */
extern const pe_message pe_messages_input[];
extern const size_t     pe_messages_n_input;
extern const pe_message pe_messages_rules[];
extern const size_t     pe_messages_n_rules;
extern const pe_message pe_messages_review[];
extern const size_t     pe_messages_n_review;
extern const pe_message pe_messages_audit[];
extern const size_t     pe_messages_n_audit;
extern const pe_message pe_messages_batch[];
extern const size_t     pe_messages_n_batch;

/* The message of running out of memory is needed where nothing can be rendered. */
#define PE_MESSAGE_NO_MEMORY_EN "memory ran out and nothing was changed; expected more free memory or a smaller input"
#define PE_MESSAGE_NO_MEMORY_ZH "内存不足，未作任何改动；请释放内存或减小输入后重试"

/* NULL for a number that is no code. */
const pe_message *pe_message_find (pe_status code);
/* NULL for what is the name of no code, e.g. "PE_ERROR_LIMIT". */
const pe_message *pe_message_find_name (const char *name);
/* What would be right, in Chinese, for what is only given in English; NULL where it is not known. */
const char *pe_expectation_get_chinese (const char *expected);
/* Appends the message. Where a parameter that the template cannot do without was not given, it is the description. */
void pe_message_render (pe_buffer *out, pe_status code, pe_language language, const pe_parameter_init *parameters,
                        size_t n_parameters);
