/* batch-report.c - what a batch came to: grades, where points were lost, the best units
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "batch.h"

/* The average of what many exact points add up to is shown with so many places. */
#define PLACES 4

typedef struct cli_batch_report_writer
{
  const cli_batch_state *state;
  const pe_batch_plan   *plan;
  const pe_rulebook     *rulebook;
  pe_language            language;
  guint64                n_scored;
} cli_batch_report_writer;

static const char *
pick (const cli_batch_report_writer *self, const char *zh, const char *en)
{
  return self->language == PE_LANGUAGE_ZH || en == NULL ? zh : en;
}

static char *
print_decimal (const pe_decimal *number)
{
  char text[PE_DECIMAL_PRINT_SIZE];

  return pe_decimal_print (text, sizeof text, number, NULL) == PE_OK ? g_strdup (text) : g_strdup ("?");
}

/* Full marks less the average of a node's points; owned. NULL where the plan has no points for it, or no units. */
static char *
average_loss (const cli_batch_report_writer *self, size_t node, const pe_decimal *full_marks)
{
  const pe_decimal n = { (int64_t) self->n_scored, 0, 0 };
  pe_decimal       sum, lost, all, marks = *full_marks;
  pe_ratio        *exact = NULL, *average = NULL;
  char            *text = NULL;

  if (self->n_scored == 0 || pe_batch_summary_get_sum (&exact, self->state->summary, node, NULL) != PE_OK)
    return NULL;
  if (pe_ratio_round (&sum, exact, MAX (pe_batch_plan_get_scale (self->plan, node), 0), PE_ROUND_HALF_UP, NULL) == PE_OK
      && pe_decimal_multiply (&all, &marks, &n, NULL) == PE_OK && pe_decimal_subtract (&lost, &all, &sum, NULL) == PE_OK
      && pe_ratio_new (&average, &lost, &n, NULL) == PE_OK
      && pe_ratio_round (&lost, average, PLACES, PE_ROUND_HALF_UP, NULL) == PE_OK)
    text = print_decimal (&lost);
  pe_ratio_unref (average);
  pe_ratio_unref (exact);
  return text;
}

/* "12.34 %" */
static char *
share_of (guint64 part, guint64 whole)
{
  const guint64 hundredths = whole == 0 ? 0 : (part * 20000 + whole) / (whole * 2);

  return g_strdup_printf ("%" G_GUINT64_FORMAT ".%02" G_GUINT64_FORMAT " %%", hundredths / 100, hundredths % 100);
}

/* Text */

static void
append_grades (GString *out, const cli_batch_report_writer *self)
{
  pe_grade grade;

  if (pe_rulebook_get_n_grades (self->rulebook) == 0)
    return;
  g_string_append_printf (out, "\n%s\n", pick (self, "等级分布", "Grades"));
  for (size_t i = 0; i < pe_rulebook_get_n_grades (self->rulebook); i++)
    {
      const guint64 n = pe_batch_summary_count_grade (self->state->summary, (int32_t) i);
      char         *share = share_of (n, self->n_scored), *count = g_strdup_printf ("%" G_GUINT64_FORMAT, n);

      pe_grade_init (&grade, sizeof grade);
      pe_rulebook_get_grade (&grade, self->rulebook, i, NULL);
      g_string_append (out, "  ");
      cli_append_padded (out, pick (self, grade.name_zh, grade.name_en), 12);
      cli_append_padded (out, count, -12);
      cli_append_padded (out, share, -12);
      g_string_append_c (out, '\n');
      g_free (count);
      g_free (share);
    }
}

static void
append_losses (GString *out, const cli_batch_report_writer *self)
{
  pe_indicator indicator;

  g_string_append_printf (out, "\n%s\n", pick (self, "平均扣分", "Points lost on average"));
  for (size_t i = 0; i < pe_rulebook_get_n_indicators (self->rulebook); i++)
    {
      char *lost, *marks;

      pe_indicator_init (&indicator, sizeof indicator);
      pe_rulebook_get_indicator (&indicator, self->rulebook, i, NULL);
      lost = average_loss (self, i + 1, &indicator.full_marks);
      if (lost == NULL)
        continue;
      marks = print_decimal (&indicator.full_marks);
      g_string_append (out, "  ");
      cli_append_padded (out, indicator.code, 8);
      cli_append_padded (out, pick (self, indicator.name_zh, indicator.name_en), 46);
      cli_append_padded (out, lost, -12);
      cli_append_padded (out, marks, -10);
      g_string_append_c (out, '\n');
      g_free (marks);
      g_free (lost);
    }
}

static char *
print_total (const cli_batch_report_writer *self, const cli_ranked *best)
{
  const pe_decimal total = { best->total, pe_batch_plan_get_scale (self->plan, 0), 0 };

  return print_decimal (&total);
}

static void
append_ranking (GString *out, const cli_batch_report_writer *self)
{
  if (self->state->totals == NULL)
    {
      g_string_append_printf (
          out, "\n%s\n",
          pick (self, "未排名：评分规则按未取舍的总分排名，或总分取值过多。",
                "Not ranked: the rulebook ranks on exact totals, or there are too many different ones."));
      return;
    }
  if (self->state->n_best > 0)
    g_string_append_printf (
        out, "\n%s\n", pick (self, "排名（总分相同者并列）", "Ranking (equal totals share a rank)"));
  for (guint i = 0; i < self->state->n_best; i++)
    {
      const cli_ranked *best = &self->state->best[i];
      char *rank = g_strdup_printf ("%" G_GUINT64_FORMAT, cli_batch_state_get_rank (self->state, best->total));
      char *total = print_total (self, best);

      cli_append_padded (out, rank, -6);
      cli_append_padded (out, total, -12);
      g_string_append (out, "  ");
      cli_append_safe (out, best->key);
      g_string_append_c (out, '\n');
      g_free (total);
      g_free (rank);
    }
}

static void
append_head (GString *out, const cli_batch_report_writer *self, const cli_batch_options *options)
{
  pe_rulebook_head head;
  char            *lost, *marks;

  pe_rulebook_head_init (&head, sizeof head);
  pe_rulebook_get_head (&head, self->rulebook, NULL);
  lost = average_loss (self, 0, &head.full_marks);
  marks = print_decimal (&head.full_marks);
  g_string_append_printf (out, "%s %s %s [%s]\n", pick (self, "评分规则：", "Rulebook:"), head.id, head.edition,
                          cli_status_word (head.status, self->language));
  if (self->language == PE_LANGUAGE_ZH)
    g_string_append_printf (out, "已评分 %" G_GUINT64_FORMAT "，未能评分 %" G_GUINT64_FORMAT "；满分 %s，平均扣 %s\n",
                            self->n_scored, self->state->n_rejected, marks, lost != NULL ? lost : "—");
  else
    g_string_append_printf (
        out, "Scored %" G_GUINT64_FORMAT ", rejected %" G_GUINT64_FORMAT "; %s marks, %s lost on average\n",
        self->n_scored, self->state->n_rejected, marks, lost != NULL ? lost : "—");
  if (self->state->n_rejected > 0)
    g_string_append_printf (
        out, "%s %s\n", pick (self, "未能评分的行及原因：", "Rejected rows and why:"), options->rejected);
  g_free (marks);
  g_free (lost);
}

/* JSON */

static void
append_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    if (*text == '"' || *text == '\\')
      g_string_append_printf (out, "\\%c", *text);
    else if ((guchar) *text < 0x20)
      g_string_append_printf (out, "\\u%04x", (guint) *text);
    else
      g_string_append_c (out, *text);
  g_string_append_c (out, '"');
}

static void
append_json_grades (GString *out, const cli_batch_report_writer *self)
{
  pe_grade grade;

  g_string_append (out, ", \"grades\": {");
  for (size_t i = 0; i < pe_rulebook_get_n_grades (self->rulebook); i++)
    {
      pe_grade_init (&grade, sizeof grade);
      pe_rulebook_get_grade (&grade, self->rulebook, i, NULL);
      g_string_append (out, i > 0 ? ", " : "");
      append_string (out, grade.name_zh);
      g_string_append_printf (
          out, ": %" G_GUINT64_FORMAT, pe_batch_summary_count_grade (self->state->summary, (int32_t) i));
    }
  g_string_append_c (out, '}');
}

static void
append_json_losses (GString *out, const cli_batch_report_writer *self)
{
  pe_indicator indicator;
  const char  *between = "";

  g_string_append (out, ", \"average_loss\": {");
  for (size_t i = 0; i < pe_rulebook_get_n_indicators (self->rulebook); i++)
    {
      char *lost;

      pe_indicator_init (&indicator, sizeof indicator);
      pe_rulebook_get_indicator (&indicator, self->rulebook, i, NULL);
      lost = average_loss (self, i + 1, &indicator.full_marks);
      if (lost == NULL)
        continue;
      g_string_append (out, between);
      append_string (out, indicator.code);
      g_string_append_printf (out, ": \"%s\"", lost);
      between = ", ";
      g_free (lost);
    }
  g_string_append_c (out, '}');
}

static void
append_json_ranking (GString *out, const cli_batch_report_writer *self)
{
  g_string_append (out, ", \"ranking\": ");
  if (self->state->totals == NULL)
    {
      g_string_append (out, "null");
      return;
    }
  g_string_append_c (out, '[');
  for (guint i = 0; i < self->state->n_best; i++)
    {
      const cli_ranked *best = &self->state->best[i];
      char             *total = print_total (self, best);

      g_string_append_printf (out, "%s{\"rank\": %" G_GUINT64_FORMAT ", \"total\": \"%s\", \"key\": ",
                              i > 0 ? ", " : "", cli_batch_state_get_rank (self->state, best->total), total);
      append_string (out, best->key);
      g_string_append_c (out, '}');
      g_free (total);
    }
  g_string_append_c (out, ']');
}

static void
append_json (GString *out, const cli_batch_report_writer *self)
{
  g_string_append_printf (out, "{\"scored\": %" G_GUINT64_FORMAT ", \"rejected\": %" G_GUINT64_FORMAT, self->n_scored,
                          self->state->n_rejected);
  append_json_grades (out, self);
  append_json_losses (out, self);
  append_json_ranking (out, self);
  g_string_append (out, "}\n");
}

cli_exit
cli_batch_report (const cli_batch_state *state, const cli_batch_options *options, const pe_batch_plan *plan)
{
  const cli_batch_report_writer writer = { state, plan, pe_batch_plan_get_rulebook (plan), options->common.language,
                                           pe_batch_summary_get_n_scored (state->summary) };
  GString                      *out = g_string_new (NULL);
  cli_exit                      code;

  if (options->common.format == CLI_FORMAT_JSON)
    append_json (out, &writer);
  else
    {
      append_head (out, &writer, options);
      append_grades (out, &writer);
      append_losses (out, &writer);
      append_ranking (out, &writer);
    }
  code = cli_write (out->str, out->len, NULL);
  g_string_free (out, TRUE);
  return code;
}
