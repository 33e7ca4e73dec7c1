/* test-prose-patterns.c - words and patterns for the reader of prose, from JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glib.h>
#include <string.h>

#include <perfeval/prose_patterns.h>

#define HEAD "{\"format\": \"perfeval-prose/1\""

static pe_status
load (pe_prose_patterns **out, const char *json, pe_error **error)
{
  return pe_prose_patterns_from_json (out, json, strlen (json), NULL, NULL, error);
}

/* 60 / 1,500 = 4 %; 15 + 5 = 20. */
static void
test_use (void **state)
{
  static const char  text[] = "应到会1500人，缺席60人，缺勤度4%。资金20万元，拆为甲15万元，乙5万元。";
  pe_prose_patterns *patterns = NULL;
  pe_prose_options   options;
  pe_prose          *prose = NULL;

  (void) state;

  assert_int_equal (
      load (&patterns,
            HEAD ", \"source\": \"of the house\", \"words\": [{\"text\": \"拆为\", \"meaning\": \"parts\"}],"
                 " \"patterns\": [{\"name\": \"absence\", \"kind\": \"rate\", \"form\": \"plain\","
                 " \"reach\": \"paragraph\", \"strict\": true, \"result\": \"缺勤度\","
                 " \"operands\": [\"缺席\", \"应到会\"]}]}",
            NULL),
      PE_OK);
  pe_prose_options_init (&options, sizeof options);
  assert_int_equal (pe_prose_patterns_lend (patterns, &options, NULL), PE_OK);
  assert_int_equal (options.n_words, 1);
  assert_int_equal (options.n_patterns, 1);
  assert_int_equal (options.patterns[0].reach, PE_PROSE_PARAGRAPH);
  assert_int_equal (options.patterns[0].is_strict, 1);
  assert_int_equal (pe_prose_read (&prose, text, strlen (text), &options, NULL), PE_OK);
  assert_int_equal (pe_audit_get_n_relations (pe_prose_get_audit (prose)), 2);
  assert_string_equal (pe_prose_get_pattern (prose, 0), "absence");
  pe_prose_unref (prose);
  assert_ptr_equal (pe_prose_patterns_ref (patterns), patterns);
  pe_prose_patterns_unref (patterns);
  pe_prose_patterns_unref (patterns);
}

static void
assert_refused (const char *json, pe_status expected, const char *path)
{
  pe_prose_patterns *patterns = NULL;
  pe_error          *error = NULL;

  assert_int_equal (load (&patterns, json, &error), expected);
  assert_null (patterns);
  assert_int_equal (pe_error_get_status (error), expected);
  if (path != NULL)
    assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), path);
  pe_error_unref (error);
}

static void
test_refusals (void **state)
{
  pe_prose_patterns *patterns = NULL;
  pe_prose_options   options = { .struct_size = 4 };

  (void) state;

  assert_refused ("{}", PE_ERROR_FORMAT_UNKNOWN, NULL);
  assert_refused ("{\"format\": \"perfeval-rulebook/1\"}", PE_ERROR_FORMAT_UNKNOWN, NULL);
  assert_refused (HEAD ", \"word\": []}", PE_ERROR_MEMBER_UNKNOWN, NULL);
  assert_refused (HEAD ", \"words\": [{\"text\": \"占\", \"meaning\": \"part\"}]}", PE_ERROR_VALUE_UNKNOWN,
                  "/words/0/meaning");
  assert_refused (HEAD
                  ", \"patterns\": [{\"name\": \"x\", \"kind\": \"ratio\", \"result\": \"x\", \"operands\": [\"y\"]}]}",
                  PE_ERROR_VALUE_UNKNOWN, "/patterns/0/kind");
  assert_refused (HEAD ", \"patterns\": [{\"name\": \"x\", \"kind\": \"sum\", \"result\": \"x\", \"operands\":"
                       " [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\"]}]}",
                  PE_ERROR_MEMBER_TYPE, "/patterns/0/operands");
  assert_refused (HEAD, PE_ERROR_JSON_TRUNCATED, NULL);

  assert_int_equal (load (NULL, HEAD "}", NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (load (&patterns, HEAD "}", NULL), PE_OK);
  assert_int_equal (pe_prose_patterns_lend (NULL, &options, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_prose_patterns_lend (patterns, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_prose_patterns_lend (patterns, &options, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_prose_patterns_unref (patterns);
  pe_prose_patterns_unref (NULL);
  assert_null (pe_prose_patterns_ref (NULL));
}

#define PATTERN(kind, more, operands)                                   \
  HEAD ", \"patterns\": [{\"name\": \"x\", \"kind\": \"" kind "\"" more \
       ", \"result\": \"r\", \"operands\": [" operands "]}]}"

/* What the reader of prose would refuse, or an audit only where a text has all the phrases, is told with its place. */
static void
test_unreadable (void **state)
{
  (void) state;

  assert_refused (HEAD ", \"words\": [{\"text\": \"a b\", \"meaning\": \"parts\"}]}", PE_ERROR_VALUE_UNKNOWN,
                  "/words/0/text");
  assert_refused (HEAD ", \"words\": [{\"text\": \"\", \"meaning\": \"parts\"}]}", PE_ERROR_VALUE_UNKNOWN,
                  "/words/0/text");
  assert_refused (HEAD ", \"words\": [{\"text\": \"01234567890123456789012345678901234567890123456789012345678901234\","
                       " \"meaning\": \"parts\"}]}",
                  PE_ERROR_VALUE_UNKNOWN, "/words/0/text");
  assert_refused (PATTERN ("grade", "", "\"a\", \"b\""), PE_ERROR_VALUE_UNKNOWN, "/patterns/0/kind");
  assert_refused (PATTERN ("sum", ", \"form\": \"new_old\"", "\"a\", \"b\""), PE_ERROR_VALUE_UNKNOWN,
                  "/patterns/0/form");
  assert_refused (PATTERN ("sum", ", \"form\": \"signed\"", "\"a\", \"b\""), PE_ERROR_VALUE_UNKNOWN,
                  "/patterns/0/form");
  assert_refused (PATTERN ("rate", "", "\"a\", \"b\", \"c\""), PE_ERROR_RELATION_OPERANDS, "/patterns/0/operands");
  assert_refused (PATTERN ("sum", "", "\"a\""), PE_ERROR_RELATION_OPERANDS, "/patterns/0/operands");
  assert_refused (PATTERN ("sum", "", "\"a\", \"b c\""), PE_ERROR_VALUE_UNKNOWN, "/patterns/0/operands/1");
}

/* As many words as the reader of prose takes, and one more. */
static void
test_many_words (void **state)
{
  (void) state;

  GString           *json = g_string_new (HEAD ", \"words\": [");
  pe_prose_patterns *patterns = NULL;

  for (int i = 0; i < 4096; i++)
    g_string_append_printf (json, "%s{\"text\": \"w%d\", \"meaning\": \"parts\"}", i > 0 ? "," : "", i);
  g_string_append (json, "]}");
  assert_int_equal (load (&patterns, json->str, NULL), PE_OK);
  pe_prose_patterns_unref (patterns);
  g_string_truncate (json, json->len - 2);
  g_string_append (json, ",{\"text\": \"w\", \"meaning\": \"parts\"}]}");
  assert_refused (json->str, PE_ERROR_LIMIT_ITEMS, "/words/4096");
  g_string_free (json, TRUE);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_use), cmocka_unit_test (test_refusals),
                                      cmocka_unit_test (test_unreadable), cmocka_unit_test (test_many_words) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
