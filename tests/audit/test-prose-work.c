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

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_linear), cmocka_unit_test (test_digits) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
