/* test-evaluation-csv.c - the score table as CSV
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

enum
{
  CODE,
  LEVEL,
  NAME,
  FULL_MARKS,
  SCORE,
  LOST,
  ORIGIN,
  RATE,
  REASON,
  N_COLUMNS
};

/* Lines of cells, read as RFC 4180 says. */
typedef struct
{
  GPtrArray *lines; /* of GPtrArray of char * */
} table;

static void
free_line (gpointer line)
{
  g_ptr_array_free (line, TRUE);
}

static const char *
take_quoted (GString *cell, const char *at)
{
  for (at++;; at++)
    {
      assert_int_not_equal (*at, '\0');
      if (*at != '"')
        g_string_append_c (cell, *at);
      else if (at[1] == '"')
        g_string_append_c (cell, *at++);
      else
        return at + 1;
    }
}

static const char *
take_cell (GPtrArray *line, const char *at)
{
  GString *cell = g_string_new (NULL);

  if (*at == '"')
    at = take_quoted (cell, at);
  else
    for (; strchr (",\r", *at) == NULL; at++)
      {
        assert_null (strchr ("\"\n", *at));
        g_string_append_c (cell, *at);
      }
  g_ptr_array_add (line, g_string_free (cell, FALSE));
  return at;
}

static void
read_table (table *self, const char *text)
{
  self->lines = g_ptr_array_new_with_free_func (free_line);
  assert_memory_equal (text, "\xEF\xBB\xBF", 3);
  for (text += 3; *text != '\0'; text += 2)
    {
      GPtrArray *line = g_ptr_array_new_with_free_func (g_free);

      text = take_cell (line, text);
      while (*text == ',')
        text = take_cell (line, text + 1);
      assert_memory_equal (text, "\r\n", 2);
      assert_int_equal (line->len, N_COLUMNS);
      g_ptr_array_add (self->lines, line);
    }
}

static const char *
cell_at (const table *self, size_t line, size_t column)
{
  return ((GPtrArray *) self->lines->pdata[line])->pdata[column];
}

static size_t
find_line (const table *self, const char *code)
{
  for (size_t i = 1; i < self->lines->len; i++)
    if (strcmp (cell_at (self, i, CODE), code) == 0)
      return i;
  fail_msg ("there is no line %s", code);
  return 0;
}

static pe_evaluation *
evaluate (pe_rulebook *rulebook, pe_dossier *dossier)
{
  pe_evaluation *evaluation = NULL;
  pe_error      *error = NULL;

  if (pe_evaluate (&evaluation, rulebook, dossier, NULL, NULL, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_rulebook_unref (rulebook);
  pe_dossier_unref (dossier);
  return evaluation;
}

static pe_evaluation *
evaluate_published (void)
{
  return evaluate (rulebook_from_file ("rulebooks/guangdong-2023.json"),
                   dossier_from_file ("examples/data/zengcheng-2023.json"));
}

static void
write_table (table *out, const pe_evaluation *evaluation, pe_language language)
{
  pe_text *text = NULL;

  assert_int_equal (pe_evaluation_to_csv (&text, evaluation, language, NULL), PE_OK);
  assert_int_equal (strlen (pe_text_get_data (text)), pe_text_get_size (text));
  read_table (out, pe_text_get_data (text));
  pe_text_unref (text);
}

/* The published score and its two deductions (reports/zengcheng-2023.txt). */
static void
test_published (void **state)
{
  pe_evaluation *evaluation = evaluate_published ();
  table          zh, en;
  size_t         line;

  (void) state;
  write_table (&zh, evaluation, PE_LANGUAGE_ZH);
  write_table (&en, evaluation, PE_LANGUAGE_EN);
  assert_int_equal (zh.lines->len, pe_evaluation_get_n_nodes (evaluation) + 1);
  assert_int_equal (en.lines->len, zh.lines->len);
  assert_string_equal (cell_at (&zh, 0, SCORE), "得分");
  assert_string_equal (cell_at (&en, 0, CODE), "code");
  assert_string_equal (cell_at (&en, 0, FULL_MARKS), "full marks");
  assert_string_equal (cell_at (&en, 0, REASON), "reason");
  assert_string_equal (cell_at (&zh, 1, CODE), "");
  assert_string_equal (cell_at (&zh, 1, LEVEL), "0");
  assert_string_equal (cell_at (&zh, 1, SCORE), "99.69");
  assert_string_equal (cell_at (&zh, 1, LOST), "0.31");
  line = find_line (&zh, "1.1.3");
  assert_string_equal (cell_at (&zh, line, LEVEL), "3");
  assert_string_equal (cell_at (&zh, line, NAME), "部门预算资金支出率");
  assert_string_equal (cell_at (&zh, line, FULL_MARKS), "10");
  assert_string_equal (cell_at (&zh, line, SCORE), "9.97");
  assert_string_equal (cell_at (&zh, line, LOST), "0.03");
  assert_string_equal (cell_at (&zh, line, ORIGIN), "计算");
  assert_string_equal (cell_at (&zh, line, RATE), "99.72%");
  assert_non_null (strstr (cell_at (&zh, line, REASON), "扣 0.03 分"));
  assert_string_equal (cell_at (&en, line, NAME), "Budget execution rate");
  assert_string_equal (cell_at (&en, line, ORIGIN), "computed");
  line = find_line (&zh, "2.5.6");
  assert_string_equal (cell_at (&zh, line, SCORE), "0.72");
  assert_string_equal (cell_at (&zh, line, LOST), "0.28");
  assert_string_equal (cell_at (&zh, line - 1, REASON), "");
  g_ptr_array_free (zh.lines, TRUE);
  g_ptr_array_free (en.lines, TRUE);
  pe_evaluation_unref (evaluation);
}

/* The header and one line, byte by byte. */
static void
test_bytes (void **state)
{
  pe_evaluation *evaluation = evaluate_published ();
  pe_text       *text = NULL;
  const char    *expected
      = "\xEF\xBB\xBF"
        "code,level,name,full marks,score,lost,origin,rate,reason\r\n,0,Total,100,99.69,0.31,sum,,\r\n";

  (void) state;
  assert_int_equal (pe_evaluation_to_csv (&text, evaluation, PE_LANGUAGE_EN, NULL), PE_OK);
  assert_memory_equal (pe_text_get_data (text), expected, strlen (expected));
  pe_text_unref (text);
  pe_evaluation_unref (evaluation);
}

#define RULEBOOK(rounding)                                                                                         \
  "{\"format\": \"perfeval-rulebook/1\", \"id\": \"a\", \"edition\": \"1\", \"title\": {\"zh\": \"题\"}, "         \
  "\"kind\": \"department\", \"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"sample\", "        \
  "\"full_marks\": \"30\", \"rounding\": {\"rate\": null, \"leaf\": null, \"subtotal\": " rounding ", "            \
  "\"total\": null, \"rank_on\": \"exact\"}, \"indicators\": [{\"code\": \"1\", \"name\": {\"zh\": \"自定\"}, "    \
  "\"full_marks\": \"30\", \"rule\": {\"shape\": \"slot/1\", \"marks\": \"equal\", \"score\": \"rows\", "          \
  "\"empty\": \"error\", \"rules\": {\">=\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"actual\"}, " \
  "\"target\": {\"fact\": \"target\"}, \"policies\": {\"zero_denominator\": \"full\"}}}}}]}"

#define DOSSIER(rows)                                                                            \
  "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2023, " \
  "\"kind\": \"department\", \"rows\": {\"1\": [" rows "]}}"

#define ROW(name, actual) \
  "{\"name\": \"" name "\", \"nature\": \"quantitative\", \"sign\": \">=\", \"target\": 3, \"actual\": " actual "}"

/* Names that a spreadsheet would run, and names that would break a line or a cell. */
static const struct
{
  const char *json;
  const char *cell;
} names[] = {
  { "=HYPERLINK(\\\"x\\\",\\\"y\\\")", "'=HYPERLINK(\"x\",\"y\")" },
  { "=1+1", "'=1+1" },
  { "+1", "'+1" },
  { "-1+1", "'-1+1" },
  { "-x", "'-x" },
  { "-", "'-" },
  { "-1.", "'-1." },
  { "-1.2.3", "'-1.2.3" },
  { "-0.31", "-0.31" },
  { "-7", "-7" },
  { "@SUM(A1)", "'@SUM(A1)" },
  { "\\t=1", "'\t=1" },
  { "\\r=1", "'\r=1" },
  { "一,二", "一,二" },
  { "说\\\"好\\\"", "说\"好\"" },
  { "上\\n下", "上\n下" },
  { "甲\\r\\n乙", "甲\r\n乙" },
  { "a=1", "a=1" },
  { "'=1", "'=1" },
};

static void
test_guard (void **state)
{
  GString       *rows = g_string_new (NULL);
  char          *text;
  pe_evaluation *evaluation;
  table          written;

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (rows, "%s" ROW ("%s", "3"), i > 0 ? ", " : "", names[i].json);
  text = g_strdup_printf (DOSSIER ("%s"), rows->str);
  evaluation = evaluate (rulebook_from (RULEBOOK ("null")), dossier_from (text));
  write_table (&written, evaluation, PE_LANGUAGE_ZH);
  assert_int_equal (written.lines->len, G_N_ELEMENTS (names) + 3);
  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    assert_string_equal (cell_at (&written, i + 3, NAME), names[i].cell);
  g_ptr_array_free (written.lines, TRUE);
  pe_evaluation_unref (evaluation);
  g_string_free (rows, TRUE);
  g_free (text);
}

/* Rows of 30/7 marks each: no decimal holds them. */
static void
test_ratios (void **state)
{
  pe_evaluation *evaluation
      = evaluate (rulebook_from (RULEBOOK ("null")),
                  dossier_from (DOSSIER (ROW ("1", "3") ", " ROW ("2", "3") ", " ROW ("3", "3") ", " ROW (
                      "4", "3") ", " ROW ("5", "3") ", " ROW ("6", "3") ", " ROW ("7", "0"))));
  table written;

  (void) state;
  write_table (&written, evaluation, PE_LANGUAGE_EN);
  assert_string_equal (cell_at (&written, 3, FULL_MARKS), "4.2857142…");
  assert_string_equal (cell_at (&written, 9, SCORE), "0");
  assert_string_equal (cell_at (&written, 9, LOST), "4.2857142…");
  assert_string_equal (cell_at (&written, 1, SCORE), "25.7142857…");
  g_ptr_array_free (written.lines, TRUE);
  pe_evaluation_unref (evaluation);
}

static void
test_arguments (void **state)
{
  pe_evaluation *evaluation = evaluate_published ();
  pe_text       *text = NULL, *other = NULL;

  (void) state;
  assert_int_equal (pe_evaluation_to_csv (NULL, evaluation, PE_LANGUAGE_ZH, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_evaluation_to_csv (&text, NULL, PE_LANGUAGE_ZH, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (text);
  /* Anything but Chinese gives English. */
  assert_int_equal (pe_evaluation_to_csv (&text, evaluation, 0, NULL), PE_OK);
  assert_int_equal (pe_evaluation_to_csv (&other, evaluation, PE_LANGUAGE_EN, NULL), PE_OK);
  assert_string_equal (pe_text_get_data (text), pe_text_get_data (other));
  pe_text_unref (text);
  pe_text_unref (other);
  pe_evaluation_unref (evaluation);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_published), cmocka_unit_test (test_bytes),     cmocka_unit_test (test_guard),
    cmocka_unit_test (test_ratios),    cmocka_unit_test (test_arguments),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
