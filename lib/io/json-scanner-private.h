/* json-scanner-private.h - from the text to the tree
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "json-tree-private.h"

/* What may stand next. */
typedef enum
{
  PE_JSON_EXPECT_VALUE,
  PE_JSON_EXPECT_FIRST_VALUE, /* or the end of the array */
  PE_JSON_EXPECT_NAME,
  PE_JSON_EXPECT_FIRST_NAME, /* or the end of the object */
  PE_JSON_EXPECT_COLON,
  PE_JSON_EXPECT_COMMA, /* or the end of the array or object */
  PE_JSON_EXPECT_END
} pe_json_expectation;

/* What would be right; "expected" and "expected_zh" of a finding. */
typedef struct pe_json_hint
{
  const char *en;
  const char *zh;
} pe_json_hint;

typedef struct pe_json_scanner
{
  pe_json            *json;
  pe_limits           limits;
  size_t              at; /* the next byte */
  pe_json_expectation expectation;
  pe_json_index       container; /* the innermost that is open */
  pe_json_index       previous;  /* its last member so far */
  pe_json_index       token;     /* the string or number that is being read */
  uint32_t            depth;
  uint64_t            items;
  pe_error          **error;
} pe_json_scanner;

/* Fills json's nodes and texts. The text is UTF-8. */
pe_status pe_json_scan (pe_json *json, const pe_limits *limits, pe_error **error);

/* The faults (json-fault.c). Each sets the error and returns its code. */
pe_status pe_json_refuse (pe_json_scanner *self, size_t start, size_t length, const pe_json_hint *expected);
/* The text ends here; expected NULL: whatever the expectation says. */
pe_status pe_json_refuse_end (pe_json_scanner *self, const pe_json_hint *expected);
/* What stands at the next byte does not fit the expectation. */
pe_status pe_json_refuse_next (pe_json_scanner *self);
pe_status pe_json_refuse_limit (pe_json_scanner *self, pe_status code, size_t start, size_t length, uint64_t limit);
pe_status pe_json_refuse_no_memory (pe_json_scanner *self);

/* The bytes of a word as people write names and numbers: letters, digits, _ $ . + - */
size_t pe_json_measure_word (const pe_json *json, size_t at);
