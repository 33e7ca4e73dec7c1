/* test-evaluation-json.c - evaluations and findings as JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "documents.h"
#include "io/document-private.h"

/* What was written, read with the syntax layer. */
typedef struct
{
  pe_text    *text;
  pe_document document;
} result;

static void
open_result (result *self, pe_text *text)
{
  self->text = text;
  pe_document_open (&self->document, TRUE, pe_text_get_data (text), pe_text_get_size (text), NULL);
  assert_non_null (self->document.json);
}

static void
close_result (result *self)
{
  assert_int_equal (pe_document_close (&self->document, NULL, NULL), PE_OK);
  pe_text_unref (self->text);
}

static pe_json_index
find (const result *self, const char *path)
{
  pe_json_index value = pe_document_find (&self->document, 0, path);
  pe_buffer     buffer = PE_BUFFER_INIT;
  pe_place      place;

  pe_json_get_place (self->document.json, value, FALSE, &place, &buffer);
  if (strcmp (place.what, path) != 0)
    fail_msg ("there is no %s, only %s", path, place.what);
  pe_buffer_clear (&buffer);
  return value;
}

static gboolean
has (const result *self, const char *path)
{
  pe_json_index value = pe_document_find (&self->document, 0, path);
  pe_buffer     buffer = PE_BUFFER_INIT;
  pe_place      place;
  gboolean      is;

  pe_json_get_place (self->document.json, value, FALSE, &place, &buffer);
  is = strcmp (place.what, path) == 0;
  pe_buffer_clear (&buffer);
  return is;
}

static const char *
text_at (const result *self, const char *path)
{
  return pe_json_get_text (self->document.json, find (self, path), NULL);
}

static const char *
text_in (const result *self, const char *table, size_t index, const char *member)
{
  char       *path = g_strdup_printf ("/%s/%d/%s", table, (int) index, member);
  const char *text = text_at (self, path);

  g_free (path);
  return text;
}

static pe_evaluation *
evaluate_files (const char *rulebook_path, const char *dossier_path)
{
  pe_read_options options;
  pe_rulebook    *rulebook = rulebook_from_file (rulebook_path);
  pe_dossier     *dossier = NULL;
  pe_evaluation  *evaluation = NULL;
  pe_error       *error = NULL;
  size_t          size;
  char           *text = read_source_file (dossier_path, &size);

  pe_read_options_init (&options, sizeof options);
  options.file = "材料.json";
  assert_int_equal (pe_dossier_from_json (&dossier, text, size, &options, NULL, NULL), PE_OK);
  if (pe_evaluate (&evaluation, rulebook, dossier, NULL, NULL, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_rulebook_unref (rulebook);
  pe_dossier_unref (dossier);
  g_free (text);
  return evaluation;
}

static pe_text *
write_evaluation (const pe_evaluation *evaluation)
{
  pe_text *text = NULL;

  assert_int_equal (pe_evaluation_to_json (&text, evaluation, NULL), PE_OK);
  return text;
}

#define ZENGCHENG "rulebooks/guangdong-2023.json", "examples/data/zengcheng-2023.json"
#define SAMPLE "rulebooks/sample-department.json", "examples/data/sample-department.json"

static size_t
find_node (const result *self, const char *code)
{
  const size_t n = pe_json_get_size (self->document.json, find (self, "/nodes"));

  for (size_t i = 0; i < n; i++)
    if (strcmp (text_in (self, "nodes", i, "code"), code) == 0)
      return i;
  fail_msg ("there is no node %s", code);
  return 0;
}

/* The published result: 99.69, with two deductions (reports/zengcheng-2023.txt). */
static void
test_published (void **state)
{
  pe_evaluation *evaluation = evaluate_files (ZENGCHENG);
  result         written;

  (void) state;
  open_result (&written, write_evaluation (evaluation));
  assert_string_equal (text_at (&written, "/format"), "perfeval-evaluation/1");
  assert_string_equal (text_at (&written, "/unit/name"), "增城经济技术开发区投资促进局");
  assert_string_equal (text_at (&written, "/fiscal_year"), "2023");
  assert_string_equal (text_at (&written, "/rulebook/id"), "guangdong-department");
  assert_string_equal (text_at (&written, "/rulebook/edition"), "2023");
  assert_string_equal (text_at (&written, "/rulebook/status"), "reconstructed");
  assert_string_equal (text_at (&written, "/rulebook/assumptions/0/id"), "scheme");
  assert_string_equal (text_at (&written, "/total/full_marks"), "100");
  assert_string_equal (text_at (&written, "/total/score"), "99.69");
  assert_string_equal (text_at (&written, "/total/lost"), "0.31");
  assert_string_equal (text_at (&written, "/grade/id"), "excellent");
  assert_string_equal (text_at (&written, "/grade/zh"), "优");
  assert_int_equal (pe_json_get_size (written.document.json, find (&written, "/ledger")), 2);
  assert_string_equal (text_at (&written, "/ledger/0/code"), "1.1.3");
  assert_string_equal (text_at (&written, "/ledger/0/kind"), "leaf");
  assert_string_equal (text_at (&written, "/ledger/0/amount"), "-0.03");
  assert_string_equal (text_at (&written, "/ledger/1/code"), "2.5.6");
  assert_string_equal (text_at (&written, "/ledger/1/amount"), "-0.28");
  assert_non_null (strstr (text_at (&written, "/ledger/1/reason/zh"), "72.48%"));
  assert_non_null (strstr (text_at (&written, "/ledger/1/reason/en"), "0.28"));
  close_result (&written);
  pe_evaluation_unref (evaluation);
}

/* 10 × 2149.56 / 2155.61 = 2149560/215561, in lowest terms. */
static void
test_leaf (void **state)
{
  pe_evaluation *evaluation = evaluate_files (ZENGCHENG);
  result         written;
  size_t         node;
  char          *path;

  (void) state;
  open_result (&written, write_evaluation (evaluation));
  node = find_node (&written, "1.1.3");
  assert_string_equal (text_in (&written, "nodes", node, "kind"), "leaf");
  assert_string_equal (text_in (&written, "nodes", node, "full_marks"), "10");
  assert_string_equal (text_in (&written, "nodes", node, "score"), "9.97");
  assert_string_equal (text_in (&written, "nodes", node, "lost"), "0.03");
  assert_string_equal (text_in (&written, "nodes", node, "unrounded/num"), "2149560");
  assert_string_equal (text_in (&written, "nodes", node, "unrounded/den"), "215561");
  assert_string_equal (text_in (&written, "nodes", node, "unrounded/shown"), "9.9719336");
  assert_string_equal (text_in (&written, "nodes", node, "origin"), "computed");
  assert_string_equal (text_in (&written, "nodes", node, "state"), "value");
  assert_string_equal (text_in (&written, "nodes", node, "rate"), "99.72%");
  assert_string_equal (text_in (&written, "nodes", node, "inputs/0/measure"), "budget.execution_rate");
  assert_string_equal (text_in (&written, "nodes", node, "inputs/0/path"), "/budget/lines/0/executed");
  assert_string_equal (text_in (&written, "nodes", node, "inputs/0/file"), "材料.json");
  assert_string_equal (text_in (&written, "nodes", node, "inputs/0/figure"), "2149.56");
  assert_string_equal (text_in (&written, "nodes", node, "inputs/0/unit"), "万元");
  assert_string_equal (text_in (&written, "nodes", node, "inputs/0/state"), "value");
  assert_non_null (strstr (text_in (&written, "nodes", node, "formula/zh"), "2149.56"));
  assert_non_null (strstr (text_in (&written, "nodes", node, "explanation/en"), "9.97"));
  path = g_strdup_printf ("/nodes/%d/inputs/0/text", (int) node);
  assert_false (has (&written, path));
  g_free (path);
  close_result (&written);
  pe_evaluation_unref (evaluation);
}

static void
check_points (const result *written, const pe_evaluation *evaluation, size_t node, pe_points points, const char *member)
{
  char       printed[PE_DECIMAL_PRINT_SIZE], *path = g_strdup_printf ("%s/num", member);
  pe_decimal decimal;

  if (pe_evaluation_get_points (&decimal, evaluation, node, points, NULL) == PE_OK)
    {
      assert_int_equal (pe_decimal_print (printed, sizeof printed, &decimal, NULL), PE_OK);
      assert_string_equal (text_in (written, "nodes", node, member), printed);
    }
  else
    {
      pe_ratio *ratio = NULL;
      pe_text  *numerator = NULL;

      assert_int_equal (pe_evaluation_compute_points (&ratio, evaluation, node, points, NULL), PE_OK);
      assert_int_equal (pe_ratio_print_numerator (&numerator, ratio, NULL), PE_OK);
      assert_string_equal (text_in (written, "nodes", node, path), pe_text_get_data (numerator));
      pe_text_unref (numerator);
      pe_ratio_unref (ratio);
    }
  g_free (path);
}

/* Every node stands there as the getters answer. */
static void
test_nodes (void **state)
{
  pe_evaluation *evaluation = evaluate_files (SAMPLE);
  result         written;
  size_t         n = pe_evaluation_get_n_nodes (evaluation);
  pe_node        node;

  (void) state;
  open_result (&written, write_evaluation (evaluation));
  assert_int_equal (pe_json_get_size (written.document.json, find (&written, "/nodes")), n);
  assert_int_equal (pe_json_get_kind (written.document.json, find (&written, "/nodes/0/parent")), PE_JSON_NULL);
  assert_int_equal (pe_json_get_kind (written.document.json, find (&written, "/nodes/0/rate")), PE_JSON_NULL);
  pe_node_init (&node, sizeof node);
  for (size_t i = 0; i < n; i++)
    {
      char *path = g_strdup_printf ("/nodes/%d/inputs", (int) i);

      assert_int_equal (pe_evaluation_get_node (&node, evaluation, i, NULL), PE_OK);
      assert_string_equal (text_in (&written, "nodes", i, "code"), node.code);
      assert_string_equal (text_in (&written, "nodes", i, "name/zh"), node.name_zh);
      assert_int_equal (pe_json_get_size (written.document.json, find (&written, path)),
                        pe_evaluation_get_n_inputs (evaluation, i));
      if (i > 0)
        assert_int_equal (g_ascii_strtoull (text_in (&written, "nodes", i, "parent"), NULL, 10), node.parent);
      check_points (&written, evaluation, i, PE_POINTS_FULL_MARKS, "full_marks");
      check_points (&written, evaluation, i, PE_POINTS_SCORE, "score");
      check_points (&written, evaluation, i, PE_POINTS_UNROUNDED, "unrounded");
      check_points (&written, evaluation, i, PE_POINTS_LOST, "lost");
      g_free (path);
    }
  assert_int_equal (pe_json_get_size (written.document.json, find (&written, "/findings")),
                    pe_findings_get_size (pe_evaluation_get_findings (evaluation)));
  close_result (&written);
  pe_evaluation_unref (evaluation);
}

static void
check_digest (const char *hex, const uint8_t digest[PE_DIGEST_SIZE])
{
  assert_int_equal (strlen (hex), 2 * PE_DIGEST_SIZE);
  for (size_t i = 0; i < PE_DIGEST_SIZE; i++)
    assert_int_equal (g_ascii_xdigit_value (hex[2 * i]) * 16 + g_ascii_xdigit_value (hex[2 * i + 1]), digest[i]);
}

static void
test_receipt (void **state)
{
  pe_evaluation *evaluation = evaluate_files (ZENGCHENG);
  uint8_t        digest[PE_DIGEST_SIZE];
  result         written;

  (void) state;
  open_result (&written, write_evaluation (evaluation));
  assert_string_equal (text_at (&written, "/receipt/library"), pe_version_get_string ());
  pe_rulebook_get_digest (pe_evaluation_get_rulebook (evaluation), digest);
  check_digest (text_at (&written, "/receipt/rulebook_digest"), digest);
  pe_dossier_get_digest (pe_evaluation_get_dossier (evaluation), digest);
  check_digest (text_at (&written, "/receipt/dossier_digest"), digest);
  close_result (&written);
  pe_evaluation_unref (evaluation);
}

static void
test_same_bytes (void **state)
{
  pe_evaluation *first = evaluate_files (SAMPLE), *second = evaluate_files (SAMPLE);
  pe_text       *a = write_evaluation (first), *b = write_evaluation (first), *c = write_evaluation (second);

  (void) state;
  assert_string_equal (pe_text_get_data (a), pe_text_get_data (b));
  assert_string_equal (pe_text_get_data (a), pe_text_get_data (c));
  assert_int_equal (pe_text_get_data (a)[pe_text_get_size (a) - 1], '\n');
  pe_text_unref (a);
  pe_text_unref (b);
  pe_text_unref (c);
  pe_evaluation_unref (first);
  pe_evaluation_unref (second);
}

static void
test_without_grades (void **state)
{
  pe_rulebook *rulebook = rulebook_from (
      "{\"format\": \"perfeval-rulebook/1\", \"id\": \"a\", \"edition\": \"1\", \"title\": {\"zh\": \"题\"}, "
      "\"kind\": \"department\", \"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"sample\", "
      "\"full_marks\": \"10\", \"rounding\": {\"rate\": null, \"leaf\": null, \"subtotal\": null, \"total\": null, "
      "\"rank_on\": \"exact\"}, \"indicators\": [{\"code\": \"1\", \"name\": {\"zh\": \"一\"}, \"full_marks\": \"10\", "
      "\"rule\": {\"shape\": \"graded/1\", \"bands\": [{\"id\": \"a\", \"name\": {\"zh\": \"甲\"}, \"from\": 0, "
      "\"to\": 1, \"ends\": \"[]\"}]}}]}");
  pe_dossier *dossier = dossier_from (
      "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, "
      "\"fiscal_year\": 2023, \"kind\": \"department\", "
      "\"facts\": {\"1\": {\"grade\": \"a\", \"score\": 7}}}");
  pe_evaluation *evaluation = NULL;
  result         written;

  (void) state;
  assert_int_equal (pe_evaluate (&evaluation, rulebook, dossier, NULL, NULL, NULL), PE_OK);
  open_result (&written, write_evaluation (evaluation));
  assert_int_equal (pe_json_get_kind (written.document.json, find (&written, "/grade")), PE_JSON_NULL);
  assert_string_equal (text_at (&written, "/nodes/1/inputs/0/text"), "a");
  assert_string_equal (text_at (&written, "/nodes/1/inputs/0/state"), "text");
  assert_int_equal (pe_json_get_kind (written.document.json, find (&written, "/nodes/1/inputs/0/figure")),
                    PE_JSON_NULL);
  assert_false (has (&written, "/nodes/1/inputs/0/file"));
  close_result (&written);
  pe_evaluation_unref (evaluation);
  pe_dossier_unref (dossier);
  pe_rulebook_unref (rulebook);
}

static void
test_arguments (void **state)
{
  pe_evaluation *evaluation = evaluate_files (ZENGCHENG);
  pe_text       *text = NULL;

  (void) state;
  assert_int_equal (pe_evaluation_to_json (NULL, evaluation, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_evaluation_to_json (&text, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_findings_to_json (NULL, pe_evaluation_get_findings (evaluation), NULL),
                    PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_findings_to_json (&text, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (text);
  pe_evaluation_unref (evaluation);
}

/* Findings */

static void
test_findings (void **state)
{
  static const char text[]
      = "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2023,\n"
        " \"kind\": \"department\", \"money_unit\": \"元\", \"budget\": {\"lines\": [{\"name\": \"合计\", "
        "\"complete\": true,\n  \"adjusted\": \"10\", \"lines\": [{\"name\": \"一\", \"adjusted\": \"9\"}]}]}}";
  pe_read_options options;
  pe_findings    *findings = NULL;
  pe_text        *json = NULL;
  result          written;

  (void) state;
  pe_read_options_init (&options, sizeof options);
  options.file = "a.json";
  assert_int_equal (read_dossier (text, sizeof text - 1, &options, &findings, NULL), PE_ERROR_SUM_MISMATCH);
  assert_int_equal (pe_findings_to_json (&json, findings, NULL), PE_OK);
  open_result (&written, json);
  assert_int_equal (pe_json_get_size (written.document.json, 0), 1);
  assert_string_equal (text_at (&written, "/0/code"), "PE_ERROR_SUM_MISMATCH");
  assert_string_equal (text_at (&written, "/0/number"), "801");
  assert_string_equal (text_at (&written, "/0/severity"), "error");
  assert_string_equal (text_at (&written, "/0/places/0/path"), "/budget/lines/0/adjusted");
  assert_string_equal (text_at (&written, "/0/places/0/file"), "a.json");
  assert_string_equal (text_at (&written, "/0/places/0/line"), "3");
  assert_string_equal (text_at (&written, "/0/places/0/column"), "15");
  assert_string_equal (text_at (&written, "/0/parameters/sum"), "9");
  assert_string_equal (text_at (&written, "/0/parameters/total"), "10");
  assert_string_equal (text_at (&written, "/0/message/en"),
                       pe_finding_get_message (pe_findings_get (findings, 0), PE_LANGUAGE_EN));
  assert_string_equal (text_at (&written, "/0/message/zh"),
                       pe_finding_get_message (pe_findings_get (findings, 0), PE_LANGUAGE_ZH));
  close_result (&written);
  pe_findings_unref (findings);
}

static void
test_no_findings (void **state)
{
  pe_findings *findings = NULL;
  pe_text     *json = NULL;
  const char  *text = "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"x\"}, \"fiscal_year\": 2023, "
                      "\"kind\": \"policy\"}";

  (void) state;
  assert_int_equal (read_dossier (text, strlen (text), NULL, &findings, NULL), PE_OK);
  assert_int_equal (pe_findings_to_json (&json, findings, NULL), PE_OK);
  assert_string_equal (pe_text_get_data (json), "[]\n");
  pe_text_unref (json);
  pe_findings_unref (findings);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_published), cmocka_unit_test (test_leaf),       cmocka_unit_test (test_nodes),
    cmocka_unit_test (test_receipt),   cmocka_unit_test (test_same_bytes), cmocka_unit_test (test_without_grades),
    cmocka_unit_test (test_arguments), cmocka_unit_test (test_findings),   cmocka_unit_test (test_no_findings),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
