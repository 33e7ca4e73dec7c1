/* test-prose-work.c - the reader's work grows as the text does, whatever the text
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

#include "audit/prose-private.h"

/* What a hostile text repeats. No time is asked: the reader counts its own steps. */
static const char *const pieces[] = {
  "1",
  "中",
  "共",
  "（",
  "（）",
  "共100万元（其中",
  "其中1万元，",
  "分别为1万元、2万元、",
  "合计1.23万元、占1.5%、增长2%，",
  "全年共1,234.5万元；",
  "满分10分，得9.1分，扣1分，执行率3%；总分1分。",
  "2个，即甲、",
  "目标如下：1.引进项目110个。",
  "预算300万元，实际支出270万元，节约率10%，节约30万元。",
  "每亩1元，共2亩，发放3万元，人均4元",
  "1\n",
  "1、",
  "占的占的占的1%",
  "比上年同期的1万元增加2万元，增长3%",
};

static guint64
work_of (const char *piece, size_t times)
{
  pe_prose_reading reading;
  GString         *text = g_string_new (NULL);
  guint64          work = 0;

  for (size_t i = 0; i < times; i++)
    g_string_append (text, piece);
  pe_prose_reading_init (&reading);
  reading.work = &work;
  assert_int_equal (pe_prose_reading_run (&reading, text->str, text->len, NULL, 0), PE_OK);
  pe_prose_reading_clear (&reading);
  g_string_free (text, TRUE);
  return work;
}

static void
test_linear (void **state)
{
  (void) state;

  for (size_t i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      guint64 once = work_of (pieces[i], 2000), twice = work_of (pieces[i], 4000);

      if (once == 0 || twice > 2 * once + once / 10)
        fail_msg ("%s: %u steps, of twice as much text %u", pieces[i], (unsigned) once, (unsigned) twice);
    }
}

/* A million digits, and a number of them. */
static void
test_digits (void **state)
{
  (void) state;

  assert_in_range (work_of ("7", 1000000), 1, 2000000);
}

/* Words that all begin alike, and of which none stands there: as many steps as without them, but for a few. */
static void
test_words (void **state)
{
  (void) state;

  pe_prose_entry  *words = g_new (pe_prose_entry, 4096);
  char            *texts = g_malloc (4096 * 16);
  pe_prose_reading reading;
  guint64          work = 0;
  GString         *text = g_string_new (NULL);

  for (int i = 0; i < 4096; i++)
    {
      g_snprintf (texts + 16 * i, 16, "甲%04d字", i);
      words[i] = (pe_prose_entry) { texts + 16 * i, PE_MARK_PARTS };
    }
  for (int i = 0; i < 10000; i++)
    g_string_append (text, "甲");
  pe_prose_reading_init (&reading);
  reading.work = &work;
  assert_int_equal (pe_prose_reading_run (&reading, text->str, text->len, words, 4096), PE_OK);
  assert_in_range (work, 10000, 40 * 10000);
  pe_prose_reading_clear (&reading);
  g_string_free (text, TRUE);
  g_free (texts);
  g_free (words);
}

/* Reads a text with 256 patterns of one result; the other operands but the last are the result's phrase too. */
static pe_status
read_patterns (guint64 *work, const char *piece, size_t times, guint32 n_operands, const char *last)
{
  pe_prose_reading reading;
  pe_prose_custom  custom = { .kind = PE_RELATION_SUM, .reach = PE_PROSE_TEXT, .n_operands = n_operands, .name = "x" };
  GString         *text = g_string_new (NULL);
  pe_status        status;

  custom.result = "甲";
  for (guint32 i = 0; i < n_operands; i++)
    custom.operands[i] = i + 1 < n_operands ? "甲" : last;
  for (size_t i = 0; i < times; i++)
    g_string_append (text, piece);
  pe_prose_reading_init (&reading);
  for (int i = 0; i < 256; i++)
    assert_int_equal (pe_vector_push (&reading.customs, &custom), PE_OK);
  *work = 0;
  reading.work = work;
  status = pe_prose_reading_run (&reading, text->str, text->len, NULL, 0);
  pe_prose_reading_clear (&reading);
  g_string_free (text, TRUE);
  return status;
}

/* Phrases are looked up: what they cost does not depend on what stands around a figure. */
static void
test_patterns (void **state)
{
  (void) state;

  guint64 nowhere, twice, long_clauses;

  assert_int_equal (read_patterns (&nowhere, "甲1元，", 500, 8, "没有"), PE_OK);
  assert_int_equal (read_patterns (&twice, "甲1元，", 1000, 8, "没有"), PE_OK);
  assert_in_range (twice, nowhere, 2 * nowhere + nowhere / 10);
  assert_in_range (nowhere, 500 * 256 * 8, 500 * 256 * 12);
  assert_int_equal (read_patterns (&long_clauses, "没没没没没没没没没没没没没没没没没没甲1元，", 500, 8, "没有"),
                    PE_OK);
  assert_in_range (long_clauses, nowhere, nowhere + nowhere / 2);
}

static void
test_patterns_limit (void **state)
{
  (void) state;

  guint64 work;

  assert_int_equal (read_patterns (&work, "甲1元，", 22000, 8, "甲"), PE_ERROR_LIMIT);
  assert_true (work > PE_PROSE_CUSTOM_STEPS);
}

/* Figures are counted while they are read. */
static void
test_figures_limit (void **state)
{
  (void) state;

  pe_prose_reading reading;

  for (guint64 most = 1; most <= 3; most++)
    {
      pe_prose_reading_init (&reading);
      reading.most_items = most;
      assert_int_equal (pe_prose_reading_run (&reading, "1元，2元", strlen ("1元，2元"), NULL, 0),
                        most < 2 ? PE_ERROR_LIMIT_ITEMS : PE_OK);
      assert_int_equal (reading.items.size, MIN (most, 2));
      pe_prose_reading_clear (&reading);
    }
}

/* No token is kept, and where a character stood only for one in some: two bytes and an eighth for each of the text. */
static void
test_room (void **state)
{
  (void) state;

  static const char *const texts[] = { "，", "其中", "1 ", "甲　　　　　　　　　　　　　　　　　　　　　　　　　" };

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      pe_prose_reading reading;
      GString         *text = g_string_new (NULL);

      while (text->len < 100000)
        g_string_append (text, texts[i]);
      pe_prose_reading_init (&reading);
      assert_int_equal (pe_prose_reading_run (&reading, text->str, text->len, NULL, 0), PE_OK);
      assert_in_range (reading.source.text.capacity + reading.source.flags.capacity, text->len, 2 * text->len);
      assert_in_range (reading.source.marks.size, 1, text->len / 64 + 2);
      pe_prose_reading_clear (&reading);
      g_string_free (text, TRUE);
    }
}

/* Where each character stood is found again, whatever white space and double width lies between. */
static void
test_where (void **state)
{
  (void) state;

  static const char *const marks[]
      = { "甲", "１", "a", " ", "\n", "　", "\xc3\xa9", "\xf0\xa0\x80\x80", "\xe2\x80\xa8" };
  static const gboolean kept[] = { TRUE, TRUE, TRUE, FALSE, FALSE, FALSE, TRUE, TRUE, FALSE };
  pe_prose_source       source;
  GString              *text = g_string_new (NULL);
  guint32               flat = 0, offset, length, seed = 1;
  GArray               *places = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (int i = 0; i < 3000; i++)
    {
      guint32 k = (seed = seed * 1103515245 + 12345) >> 16;

      k %= i % 1000 < 300 ? 3 : (guint32) G_N_ELEMENTS (marks);
      for (int n = i % 500 == 499 && !kept[k] ? 400 : 1; n > 0; n--)
        {
          guint32 place = (guint32) text->len;

          g_string_append (text, marks[k]);
          if (kept[k])
            g_array_append_val (places, place);
        }
    }
  assert_int_equal (pe_prose_source_read (&source, text->str, text->len), PE_OK);
  for (guint i = 0; i < places->len; i++)
    {
      guint32 n = pe_prose_char_length (&source, flat), place = g_array_index (places, guint32, i);

      pe_prose_source_range (&source, flat, flat + n, &offset, &length);
      assert_int_equal (offset, place);
      assert_int_equal (length, g_utf8_next_char (text->str + place) - (text->str + place));
      pe_prose_source_range (&source, 0, flat + n, &offset, &length);
      assert_int_equal (offset, g_array_index (places, guint32, 0));
      assert_int_equal (offset + length, g_utf8_next_char (text->str + place) - text->str);
      flat += n;
    }
  assert_int_equal (flat, source.text.size);
  pe_prose_source_clear (&source);
  g_array_free (places, TRUE);
  g_string_free (text, TRUE);
}

/* The fewest parts that fill a total, as when each sum is made anew; numbers that do not fit among them. */
static void
test_fewest (void **state)
{
  (void) state;

  static const char *const texts[] = {
    "6元、1元、2元、3元、0元",
    "6元、1.5元、2元、2.50元、1元",
    "3元、1元、1元",
    "3万元、1万元、2万元、20000元",
    "6元、1元、2万元、3元",
    "4亿元、9223372036854775807亿元、1亿元、3亿元",
    "0元、0元、0元",
    "1.000000000000000001亿元、1亿元、0.000000000000000001亿元、5元",
    "9223372036854775807亿元、9223372036854775806亿元、0.000000000000000001元、1亿元",
  };

  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      pe_prose_reading  reading;
      pe_prose_relation sum = { .kind = PE_RELATION_SUM };
      guint32           expected = 0;

      pe_prose_reading_init (&reading);
      assert_int_equal (pe_prose_reading_run (&reading, texts[i], strlen (texts[i]), NULL, 0), PE_OK);
      for (guint32 k = 1; k < reading.items.size; k++)
        sum.operands[k - 1] = k;
      for (sum.n = 2; sum.n < reading.items.size && expected == 0; sum.n++)
        if (pe_prose_try (&reading, &sum) == PE_FIT_EXACT)
          expected = sum.n;
      sum.n = (guint32) reading.items.size - 1;
      assert_int_equal (pe_prose_try_fewest (&reading, &sum), expected);
      pe_prose_reading_clear (&reading);
    }
}

/* Which figure a phrase means: the nearest within 48, of two as near the one before. */
static void
test_nearest (void **state)
{
  (void) state;

  static const struct
  {
    guint32 before, behind; /* how far; 0: none stands there */
    guint32 expected;       /* the figure; 100 is the result */
  } cases[]
      = { { 1, 0, 99 }, { 48, 0, 52 }, { 49, 0, G_MAXUINT32 }, { 0, 1, 101 },  { 0, 48, 148 },  { 0, 49, G_MAXUINT32 },
          { 3, 3, 97 }, { 4, 3, 103 }, { 3, 4, 97 },           { 48, 48, 52 }, { 49, 48, 148 }, { 48, 49, 52 } };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      pe_prose_custom  custom = { .kind = PE_RELATION_SAME_QUANTITY, .reach = PE_PROSE_TEXT, .strict = TRUE };
      pe_prose_reading reading;
      GString         *text = g_string_new (NULL);

      custom.name = "same";
      custom.result = "果果";
      custom.operands[0] = "因因";
      custom.n_operands = 1;
      for (guint32 k = 0; k < 200; k++)
        g_string_append_printf (
            text, "%s7吨。",
            k == 100 ? "果果"
            : (cases[i].before > 0 && k == 100 - cases[i].before) || (cases[i].behind > 0 && k == 100 + cases[i].behind)
                ? "因因"
                : "旁旁");
      pe_prose_reading_init (&reading);
      assert_int_equal (pe_vector_push (&reading.customs, &custom), PE_OK);
      assert_int_equal (pe_prose_reading_run (&reading, text->str, text->len, NULL, 0), PE_OK);
      assert_int_equal (reading.items.size, 200);
      assert_int_equal (
          reading.relations.size > 0 && pe_vector_at (&reading.relations, pe_prose_relation, 0)->pattern == 1
              ? pe_vector_at (&reading.relations, pe_prose_relation, 0)->operands[0]
              : G_MAXUINT32,
          cases[i].expected);
      pe_prose_reading_clear (&reading);
      g_string_free (text, TRUE);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_linear),   cmocka_unit_test (test_digits),         cmocka_unit_test (test_words),
    cmocka_unit_test (test_patterns), cmocka_unit_test (test_patterns_limit), cmocka_unit_test (test_figures_limit),
    cmocka_unit_test (test_nearest),  cmocka_unit_test (test_room),           cmocka_unit_test (test_where),
    cmocka_unit_test (test_fewest),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
