/* prose.c - how long a report of 100,000 characters takes to be read and audited, on one core
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The text is made here: sentences of the kinds that reports have, with other figures in each round.
 * Usage: bench-prose [CHARACTERS [ROUNDS]]
 */
#define _POSIX_C_SOURCE 200809L

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <perfeval/perfeval.h>

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec * 1e-6;
}

static void
add_round (GString *text, unsigned n)
{
  unsigned whole = 2000 + n % 977, part = 900 + n % 613, done = whole - n % 37;

  g_string_append_printf (text, "2023年度第%u家单位预算收入%u.50万元，其中：基本支出%u.25万元，项目支出%u.25万元，",
                          n + 1, whole, part, whole - part);
  g_string_append_printf (text, "全年实际支出%u.50万元，预算执行率%u.%02u%%，结余%u万元。", done, done * 100 / whole,
                          n % 100, whole - done);
  g_string_append_printf (text, "部门积极推进各项重点工作，组织实施年度计划，完成项目%u个，比上年增加%u个，增长10%%；",
                          100 + n % 50, 10 + n % 5);
  g_string_append (text,
                   "加强绩效运行监控，及时发现问题并督促整改，资金使用效益不断提高，社会反响良好，群众满意度较高。");
  g_string_append_printf (
      text, "产出指标满分50分，得%u.5分，扣%u.5分，原因是进度偏慢；效益指标满分30分，得30分。", 49 - n % 5, n % 5);
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

int
main (int argc, char **argv)
{
  long characters = argc > 1 ? strtol (argv[1], NULL, 10) : 100000, rounds = argc > 2 ? strtol (argv[2], NULL, 10) : 21;
  GString         *text = g_string_new (NULL);
  double          *times = g_new (double, rounds > 0 ? rounds : 1);
  pe_prose_summary summary;
  pe_prose        *prose = NULL;

  for (unsigned n = 0; g_utf8_strlen (text->str, (gssize) text->len) < characters; n++)
    add_round (text, n);
  pe_prose_summary_init (&summary, sizeof summary);
  for (long i = 0; i < rounds; i++)
    {
      double from = now ();

      if (pe_prose_read (&prose, text->str, text->len, NULL, NULL) != PE_OK)
        return EXIT_FAILURE;
      times[i] = now () - from;
      pe_prose_get_summary (&summary, prose, NULL);
      pe_prose_unref (prose);
    }
  qsort (times, (size_t) rounds, sizeof *times, compare);
  printf (
      "%lu characters, %lu figures, %lu relations: median %.1f ms, fastest %.1f ms, slowest %.1f ms of %ld, one core\n",
      (unsigned long) g_utf8_strlen (text->str, (gssize) text->len), (unsigned long) summary.n_figures,
      (unsigned long) summary.n_relations, times[rounds / 2], times[0], times[rounds - 1], rounds);
  g_free (times);
  g_string_free (text, TRUE);
  return EXIT_SUCCESS;
}
