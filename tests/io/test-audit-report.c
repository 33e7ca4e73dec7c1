/* test-audit-report.c - an audit as text, JSON, SARIF and HTML
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "reported.h"

#include <string.h>

typedef pe_status write_audit (pe_text **out, const pe_audit *audit, const pe_audit_report_options *options,
                               pe_error **error);

static write_audit *const writers[] = { pe_audit_to_text, pe_audit_to_json, pe_audit_to_sarif, pe_audit_to_html };

static char *
write (write_audit *writer, pe_language language)
{
  pe_audit                     *audit = reported_audit ();
  const pe_audit_report_options options = reported_options (language);
  pe_text                      *text = NULL;
  char                         *copy;

  assert_int_equal (writer (&text, audit, &options, NULL), PE_OK);
  copy = g_strndup (pe_text_get_data (text), pe_text_get_size (text));
  assert_true (g_utf8_validate (copy, -1, NULL));
  pe_text_unref (text);
  pe_audit_unref (audit);
  return copy;
}

static void
assert_holds (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    fail_msg ("\"%s\" is not in:\n%s", part, text);
}

static void
assert_lacks (const char *text, const char *part)
{
  if (strstr (text, part) != NULL)
    fail_msg ("\"%s\" is in:\n%s", part, text);
}

/* Columns that a line takes. */
static int
width_of (const char *line)
{
  int width = 0;

  for (const char *c = line; *c != '\0'; c = g_utf8_next_char (c))
    width += g_unichar_iswide (g_utf8_get_char (c)) ? 2 : 1;
  return width;
}

static void
test_text (void **state)
{
  (void) state;

  char  *zh = write (pe_audit_to_text, PE_LANGUAGE_ZH), *en = write (pe_audit_to_text, PE_LANGUAGE_EN);
  char **lines = g_strsplit (zh, "\n", -1);

  assert_holds (zh, "读出数据 12 个：有关系的 11 个，没有读懂、未作猜测的 1 个\n");
  assert_holds (zh, "核算关系 3 条：相符 1，矛盾 1，取舍 1，提示 0\n");
  /* The contradiction is the gravest and comes first: line 3, column 4, its bytes, its passage, the figure that fits. */
  assert_true (strstr (zh, "矛盾：") < strstr (zh, "取舍：只有"));
  assert_holds (zh, "报告.txt:3:4，字节 ");
  assert_holds (zh, "原文  “39 个，包括 22 个、8 个、14 个和 6 个。”\n");
  assert_holds (zh, "读法  “包括”之后各项之和\n");
  assert_holds (zh, "应为  50 个\n");
  assert_holds (zh, "若“39 个”实为 50 个，则相符\n");
  assert_holds (zh, "应为  99.72%\n");
  assert_holds (en, "Contradictions: ");
  assert_holds (en, "fits  50 个\n");
  for (size_t i = 0; lines[i] != NULL; i++)
    assert_in_range (width_of (lines[i]), 0, 80);
  g_strfreev (lines);
  g_free (zh);
  g_free (en);
}

/* What its structure is worth is checked against schemas in test-audit-formats.py; here that it is JSON of ours. */
static void
test_json (void **state)
{
  (void) state;

  char *json = write (pe_audit_to_json, PE_LANGUAGE_ZH);

  assert_holds (json, "\"format\": \"perfeval-audit/1\"");
  assert_holds (json, "\"not_understood\": 1");
  assert_holds (json, "\"class\": \"contradiction\"");
  assert_holds (json, "\"nearest\": \"99.72\"");
  assert_holds (json, "\"as_printed\": [\n        \"down\"\n      ]");
  g_free (json);
}

static void
test_sarif (void **state)
{
  (void) state;

  char *sarif = write (pe_audit_to_sarif, PE_LANGUAGE_EN);

  assert_holds (sarif, "\"columnKind\": \"unicodeCodePoints\"");
  /* Line 2 begins with 全年预算收入 and ends with CR LF: the rate's first character is its 41st. */
  assert_holds (sarif, "\"startLine\": 2,\n                  \"startColumn\": 41,\n                  \"endLine\": 2,\n"
                       "                  \"endColumn\": 47,");
  assert_holds (sarif, "\"level\": \"error\"");
  assert_holds (sarif, "\"level\": \"warning\"");
  assert_holds (sarif, "%E6%9F%90%E5%B1%80%20%E6%8A%A5%E5%91%8A.txt");
  /* Braces mean something in a message. */
  assert_holds (sarif, "read as {{it}} stands");
  g_free (sarif);
}

static void
test_html (void **state)
{
  (void) state;

  char *html = write (pe_audit_to_html, PE_LANGUAGE_ZH);

  assert_holds (html, "&lt;b&gt;某局&lt;/b&gt; &amp; {甲} [乙]");
  assert_lacks (html, "<b>某局");
  assert_lacks (html, "\x1b");
  assert_lacks (html, "<script");
  assert_lacks (html, "http");
  assert_holds (
      html, "<span class=\"f contradiction\" tabindex=\"0\" id=\"c3\" aria-describedby=\"n3\">39 个<span class=\"n\"");
  assert_holds (html, "<span class=\"f rounding\" tabindex=\"0\" id=\"c2\"");
  assert_holds (html, "<span class=\"f fits\" tabindex=\"0\" id=\"c10\"");
  assert_holds (html, "<span class=\"f operand\" tabindex=\"0\" id=\"c0\"");
  assert_holds (html, "<span class=\"f left\" tabindex=\"0\" id=\"c11\"");
  assert_holds (html, "<a href=\"#c3\">");
  g_free (html);
}

/* Without a text there are no passages, and without anything there is still an answer. */
static void
test_defaults (void **state)
{
  (void) state;

  pe_audit *audit = reported_audit ();

  for (size_t i = 0; i < G_N_ELEMENTS (writers) - 1; i++)
    {
      pe_text *text = NULL;

      assert_int_equal (writers[i](&text, audit, NULL, NULL), PE_OK);
      assert_lacks (pe_text_get_data (text), "原文");
      assert_lacks (pe_text_get_data (text), "region");
      pe_text_unref (text);
    }
  pe_audit_unref (audit);
}

static void
refuse (write_audit *writer, const pe_audit *audit, const pe_audit_report_options *options, pe_status status)
{
  pe_text  *text = NULL;
  pe_error *error = NULL;

  assert_int_equal (writer (&text, audit, options, &error), status);
  assert_null (text);
  assert_int_equal (pe_error_get_status (error), status);
  pe_error_unref (error);
}

static void
test_arguments (void **state)
{
  (void) state;

  pe_audit               *audit = reported_audit ();
  pe_audit_report_options options;

  for (size_t i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      assert_int_equal (writers[i](NULL, audit, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
      refuse (writers[i], NULL, NULL, PE_ERROR_INVALID_ARGUMENT);
      options = reported_options (7);
      refuse (writers[i], audit, &options, PE_ERROR_INVALID_ARGUMENT);
      options = reported_options (PE_LANGUAGE_ZH);
      options.file = "\xff";
      refuse (writers[i], audit, &options, PE_ERROR_INVALID_UTF8);
      options = reported_options (PE_LANGUAGE_ZH);
      options.encoding = "\xff";
      refuse (writers[i], audit, &options, PE_ERROR_INVALID_UTF8);
      options = reported_options (PE_LANGUAGE_ZH);
      options.text = "\xff";
      options.size = 1;
      refuse (writers[i], audit, &options, PE_ERROR_INVALID_UTF8);
      options.text = NULL;
      refuse (writers[i], audit, &options, PE_ERROR_INVALID_ARGUMENT);
      options.struct_size = 0;
      refuse (writers[i], audit, &options, PE_ERROR_INVALID_ARGUMENT);
    }
  refuse (pe_audit_to_html, audit, NULL, PE_ERROR_INVALID_ARGUMENT);
  pe_audit_unref (audit);
}

/* Claims that lie outside of the text, or over one another, do not lead out of it. */
static void
test_ranges (void **state)
{
  (void) state;

  static const uint64_t ranges[][2]
      = { { 0, 3 }, { 1, 4 }, { 3, 3 }, { 5, 100 }, { 1000, 5 }, { UINT64_MAX, 2 }, { 2, UINT64_MAX } };
  pe_audit_builder       *builder = NULL;
  pe_audit               *audit = NULL;
  pe_audit_report_options options;

  assert_int_equal (pe_audit_builder_new (&builder, NULL, NULL, NULL), PE_OK);
  for (size_t i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      pe_claim claim;

      pe_claim_init (&claim, sizeof claim);
      claim.text = "1";
      claim.offset = ranges[i][0];
      claim.length = ranges[i][1];
      assert_int_equal (pe_audit_builder_add_claims (builder, &claim, 1, NULL, NULL), PE_OK);
    }
  assert_int_equal (pe_audit_builder_build (&audit, builder, NULL), PE_OK);
  pe_audit_report_options_init (&options, sizeof options);
  options.text = "1234567";
  options.size = 7;
  for (size_t i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      pe_text *text = NULL;

      assert_int_equal (writers[i](&text, audit, &options, NULL), PE_OK);
      pe_text_unref (text);
    }
  pe_audit_unref (audit);
  pe_audit_builder_free (builder);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_text),   cmocka_unit_test (test_json),     cmocka_unit_test (test_sarif),
    cmocka_unit_test (test_html),   cmocka_unit_test (test_defaults), cmocka_unit_test (test_arguments),
    cmocka_unit_test (test_ranges),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
