/* test-report.c - reports as documents: what the office wrote is text in every format, and each figure leads somewhere
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <perfeval-office/perfeval-office.h>
#include <perfeval/perfeval.h>
#include <string.h>

#include "../../lib/office/report-private.h"
#include "scarce.h"

/* Markup of every format, control characters, a mark that turns the direction of writing, a formula, and every line end. */
#define HOSTILE "<b>&amp;\"'</w:t>\x01\x1B[31m\xE2\x80\xAE|*_`[x](y)\r\n=1+1\t# \xEF\xBB\xBF"
/* What is left of it to read: no line end, and a blank where a tab was. */
#define READABLE_1 "<b>&amp;\"'</w:t>[31m|*_`[x](y)"
#define READABLE_2 "=1+1 #"

static void
add (pe_report *report, pe_doc_kind kind, guint level, const char *anchor, const char *text, const char *target)
{
  pe_doc_block_add_text (report, pe_report_add (report, kind, level, anchor), text, target, FALSE);
}

static void
add_table (pe_report *report)
{
  const guint   widths[] = { 1, 2, 1 };
  pe_doc_table *table = pe_report_add_table (report, "caption " HOSTILE, NULL, 3, widths, 1);
  pe_doc_row   *row = pe_doc_table_add_row (report, table);

  pe_doc_cell_add_text (report, pe_doc_row_add_cell (report, row, PE_DOC_CENTRE, 2, 1), "wide", NULL, FALSE);
  pe_doc_cell_add_text (report, pe_doc_row_add_cell (report, row, PE_DOC_CENTRE, 1, 1), "head", NULL, FALSE);
  row = pe_doc_table_add_row (report, table);
  pe_doc_cell_add_text (report, pe_doc_row_add_cell (report, row, PE_DOC_LEFT, 1, 2), "tall", NULL, FALSE);
  pe_doc_cell_add_text (report, pe_doc_row_add_cell (report, row, PE_DOC_LEFT, 1, 1), HOSTILE, "figure", FALSE);
  pe_doc_cell_add_text (report, pe_doc_row_add_cell (report, row, PE_DOC_RIGHT, 1, 1), "99.72%", "nowhere", TRUE);
  row = pe_doc_table_add_row (report, table);
  pe_doc_cell_add_text (report, pe_doc_row_add_cell (report, row, PE_DOC_LEFT, 2, 1), "last", NULL, FALSE);
}

static pe_report *
make_report (void)
{
  pe_report *report = pe_report_new (PE_LANGUAGE_ZH, "2024-03-15", "unit " HOSTILE);

  add (report, PE_DOC_TITLE, 0, NULL, "title " HOSTILE, NULL);
  add (report, PE_DOC_NOTE, 0, NULL, "note " HOSTILE, NULL);
  for (guint level = 1; level <= 4; level++)
    add (report, PE_DOC_HEADING, level, NULL, "heading", NULL);
  add (report, PE_DOC_HEADING, 1, NULL, "second", NULL);
  add (report, PE_DOC_PARAGRAPH, 0, NULL, HOSTILE, "figure");
  add (report, PE_DOC_GAP, 0, NULL, "gap", NULL);
  add_table (report);
  add (report, PE_DOC_PAGE_BREAK, 0, NULL, NULL, NULL);
  add (report, PE_DOC_PARAGRAPH, 0, "figure", "the entry", NULL);
  assert_int_equal (pe_report_seal (report, NULL), PE_OK);
  return report;
}

static void
assert_reads (pe_text *text, const char *const *expected, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (strstr (pe_text_get_data (text), expected[i]) == NULL)
      fail_msg ("“%s” is not in: %s", expected[i], pe_text_get_data (text));
  pe_text_unref (text);
}

static const char *const texts[]
    = { "title " READABLE_1, READABLE_2, "一、heading", "（一）heading",    "1.heading", "（1）heading",
        "二、second",        "gap",      "wide|head",   "tall|" READABLE_1, "last",      "the entry" };

static void
test_docx (void **state)
{
  (void) state;

  pe_report *report = make_report ();
  pe_text   *docx = NULL, *again = NULL, *text = NULL;

  assert_int_equal (pe_report_to_docx (&docx, report, NULL), PE_OK);
  assert_int_equal (pe_report_to_docx (&again, report, NULL), PE_OK);
  assert_int_equal (pe_text_get_size (docx), pe_text_get_size (again));
  assert_memory_equal (pe_text_get_data (docx), pe_text_get_data (again), pe_text_get_size (docx));
  assert_int_equal (pe_report_text_from_docx (&text, pe_text_get_data (docx), pe_text_get_size (docx), NULL, NULL),
                    PE_OK);
  assert_reads (text, texts, G_N_ELEMENTS (texts));
  pe_text_unref (docx);
  pe_text_unref (again);
  pe_report_unref (report);
}

static size_t
count (pe_text *text, const char *what)
{
  const char *bytes = pe_text_get_data (text);
  size_t      n = 0;

  for (size_t i = 0; i + strlen (what) <= pe_text_get_size (text); i++)
    n += memcmp (bytes + i, what, strlen (what)) == 0;
  return n;
}

/* A cell that stands beside rows of several pages, one of which is longer than a page, and a row without cells. */
static void
add_tall_table (pe_report *report, const char *lines)
{
  const guint   widths[] = { 1, 3, 0 };
  pe_doc_table *table = pe_report_add_table (report, "tall", "tall", 3, widths, 1);
  pe_doc_row   *row = pe_doc_table_add_row (report, table);
  pe_doc_cell  *cell = pe_doc_row_add_cell (report, row, PE_DOC_CENTRE, 3, 1);

  pe_doc_cell_add_text (report, cell, "head", NULL, FALSE);
  for (int i = 0; i < 60; i++)
    {
      row = pe_doc_table_add_row (report, table);
      if (i == 0)
        {
          cell = pe_doc_row_add_cell (report, row, PE_DOC_LEFT, 1, 70);
          pe_doc_cell_set_anchor (report, cell, "it's a \\ cell");
          pe_doc_cell_add_text (report, cell, "group", "tall", TRUE);
        }
      cell = pe_doc_row_add_cell (report, row, PE_DOC_RIGHT, i == 1 ? 9 : 1, 1);
      pe_doc_cell_add_text (report, cell, i == 30 ? lines : "row", "it's a \\ cell", FALSE);
    }
  (void) pe_doc_table_add_row (report, table);
}

/* Every kind of block, rows that are longer than a page, ends of all links, and the same bytes again. */
static void
test_pdf (void **state)
{
  (void) state;

  const guint   widths[] = { 1, 1 };
  pe_report    *report = make_report ();
  GString      *lines = g_string_new (NULL);
  pe_doc_table *table = pe_report_add_table (report, "long", NULL, 2, widths, 0);
  pe_doc_row   *row = pe_doc_table_add_row (report, table);
  pe_text      *pdf = NULL, *again = NULL;

  for (int i = 0; i < 400; i++)
    g_string_append (lines, "line\n");
  pe_doc_cell_add_text (report, pe_doc_row_add_cell (report, row, PE_DOC_LEFT, 1, 1), lines->str, NULL, FALSE);
  add (report, PE_DOC_NOTE, 0, NULL, lines->str, NULL);
  add_tall_table (report, lines->str);
  assert_int_equal (pe_report_seal (report, NULL), PE_OK);
  assert_int_equal (pe_report_to_pdf (&pdf, report, NULL), PE_OK);
  assert_int_equal (pe_report_to_pdf (&again, report, NULL), PE_OK);
  assert_memory_equal (pe_text_get_data (pdf), "%PDF-", 5);
  assert_int_equal (pe_text_get_size (pdf), pe_text_get_size (again));
  assert_memory_equal (pe_text_get_data (pdf), pe_text_get_data (again), pe_text_get_size (pdf));
  /* 401 lines of 15 or 16 points on pages of 638: alone, in a box, and below a header with 60 rows of 22 points. */
  assert_in_range (count (pdf, "/Type /Page "), 10 + 11 + 12, 10 + 11 + 12 + 4);
  /* A link for each line: 59 rows, 400 lines, the group, and at least two in each of the hostile texts. */
  assert_in_range (count (pdf, "/Dest (entry_"), 59 + 400 + 1 + 4, 59 + 400 + 1 + 40);
  pe_text_unref (pdf);
  pe_text_unref (again);
  g_string_free (lines, TRUE);
  pe_report_unref (report);
}

static pe_status
write_pdf (const void *argument, pe_text **out, pe_error **error)
{
  return pe_report_to_pdf (out, argument, error);
}

/* A file that cannot be kept is none, and cairo comes to no harm. */
static void
test_pdf_without_memory (void **state)
{
  pe_report *report = make_report ();

  (void) state;
  assert_true (scarce_walk_some (write_pdf, report, PE_OK, 8) > 0);
  pe_report_unref (report);
}

static void
test_html (void **state)
{
  (void) state;

  pe_report *report = make_report ();
  pe_text   *html = NULL, *text = NULL;

  assert_int_equal (pe_report_to_html (&html, report, NULL), PE_OK);
  assert_non_null (strstr (pe_text_get_data (html), "<a href=\"#figure\">"));
  assert_non_null (strstr (pe_text_get_data (html), "id=\"figure\""));
  assert_null (strstr (pe_text_get_data (html), "nowhere"));
  assert_null (strstr (pe_text_get_data (html), "<b>"));
  assert_null (strchr (pe_text_get_data (html), '\x1B'));
  assert_non_null (strstr (pe_text_get_data (html), "<th scope=\"col\" colspan=\"2\">wide</th>"));
  assert_int_equal (pe_report_text_from_html (&text, pe_text_get_data (html), pe_text_get_size (html), NULL, NULL),
                    PE_OK);
  assert_reads (text, texts, G_N_ELEMENTS (texts));
  pe_text_unref (html);
  pe_report_unref (report);
}

static void
test_markdown (void **state)
{
  (void) state;

  static const char *const expected[] = {
    "# title \\<b\\>\\&amp;\"'\\</w:t\\>\\[31m\\|\\*\\_\\`\\[x\\](y) =1+1 \\# ",
    "## 一、heading",
    "### （一）heading",
    "[\\<b\\>\\&amp;\"'\\</w:t\\>\\[31m\\|\\*\\_\\`\\[x\\](y)  \n\\=1+1 \\# ](#figure)",
    "| wide |  | head |\n|---|---|---|\n| tall |",
    "| <strong>99.72%</strong> |\n|  | ",
    "<a id=\"figure\"></a>the entry",
  };
  pe_report *report = make_report ();
  pe_text   *text = NULL;

  assert_int_equal (pe_report_to_markdown (&text, report, NULL), PE_OK);
  assert_reads (text, expected, G_N_ELEMENTS (expected));
  pe_report_unref (report);
}

/* 1 to 12 and a hundred, as GB/T 9704 writes them. */
static void
test_numbers (void **state)
{
  (void) state;

  static const struct
  {
    guint       before;
    guint       level;
    const char *number;
  } cases[] = { { 0, 1, "一、" },   { 9, 1, "十、" },   { 10, 1, "十一、" }, { 19, 1, "二十、" }, { 98, 1, "九十九、" },
                { 99, 1, "100、" }, { 1, 2, "（二）" }, { 2, 3, "3." },      { 3, 4, "（4）" } };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint      counters[4] = { 0 };
      pe_writing out = PE_WRITING_INIT;
      pe_text   *text = NULL;

      counters[cases[i].level - 1] = cases[i].before;
      pe_report_number_heading (&out, PE_LANGUAGE_ZH, cases[i].level, counters);
      assert_int_equal (pe_writing_finish (&out, &text, NULL), PE_OK);
      assert_string_equal (pe_text_get_data (text), cases[i].number);
      pe_text_unref (text);
    }
}

static void
test_arguments (void **state)
{
  (void) state;

  pe_report        *report = make_report ();
  pe_text          *text = NULL;
  pe_report_options options;

  assert_int_equal (pe_report_to_docx (NULL, report, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_report_to_docx (&text, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_report_to_pdf (&text, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_report_to_html (&text, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_report_to_markdown (&text, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_report_make (&report, NULL, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (text);
  pe_report_options_init (&options, sizeof options);
  assert_null (options.date);
  pe_report_options_init (NULL, 0);
  assert_ptr_equal (pe_report_ref (report), report);
  pe_report_unref (report);
  pe_report_unref (report);
  pe_report_unref (NULL);
  assert_null (pe_report_ref (NULL));
}

/* The first and the last character of what Unicode has for controls, marks of direction, joiners, invisible operators, the
 * mark of byte order, interlinear annotations, tags and noncharacters; and those beside them, which stay. */
static const struct
{
  gunichar first, last;
} unseen[]
    = { { 0x7F, 0x84 },       { 0x86, 0x9F },       { 0x61C, 0x61C },      { 0x200B, 0x200F }, { 0x202A, 0x202E },
        { 0x2060, 0x206F },   { 0xFDD0, 0xFDEF },   { 0xFEFF, 0xFEFF },    { 0xFFF9, 0xFFFB }, { 0xFFFE, 0xFFFF },
        { 0x1FFFE, 0x1FFFF }, { 0xE0000, 0xE007F }, { 0x10FFFE, 0x10FFFF } };
static const gunichar seen[] = { 0xA0,   0x61B,  0x61D,  0x2010, 0x202F, 0x2070,  0xFDCF, 0xFDF0,
                                 0xFEFE, 0xFF01, 0xFFF8, 0xFFFC, 0xFFFD, 0x1FFFD, 0xE0080 };

/* "kcz", and to what is expected as well, or "kz" there. */
static void
append_character (GString *given, GString *expected, gunichar c, gboolean is_seen)
{
  g_string_append_c (given, 'k');
  g_string_append_unichar (given, c);
  g_string_append_c (given, 'z');
  g_string_append_c (expected, 'k');
  if (is_seen)
    g_string_append_unichar (expected, c);
  g_string_append_c (expected, 'z');
}

static void
test_unseen_characters (void **state)
{
  (void) state;

  GString   *given = g_string_new (NULL), *expected = g_string_new (NULL);
  pe_report *report = pe_report_new (PE_LANGUAGE_ZH, "2024-03-15", "unit");
  pe_text   *markdown = NULL;

  for (size_t i = 0; i < G_N_ELEMENTS (unseen); i++)
    {
      append_character (given, expected, unseen[i].first, FALSE);
      append_character (given, expected, unseen[i].last, FALSE);
    }
  for (size_t i = 0; i < G_N_ELEMENTS (seen); i++)
    append_character (given, expected, seen[i], TRUE);
  add (report, PE_DOC_PARAGRAPH, 0, NULL, given->str, NULL);
  assert_int_equal (pe_report_seal (report, NULL), PE_OK);
  assert_int_equal (pe_report_to_markdown (&markdown, report, NULL), PE_OK);
  assert_reads (markdown, (const char *const[]) { expected->str }, 1);
  pe_report_unref (report);
  g_string_free (given, TRUE);
  g_string_free (expected, TRUE);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_docx),
    cmocka_unit_test (test_pdf),
    cmocka_unit_test (test_html),
    cmocka_unit_test (test_markdown),
    cmocka_unit_test (test_numbers),
    cmocka_unit_test (test_arguments),
    cmocka_unit_test (test_unseen_characters),
    cmocka_unit_test (test_pdf_without_memory),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
