/* chart-words.c - what charts say
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "chart-private.h"
#include "xlsx-private.h"

#define PLACES_SHOWN 4

char *
pe_chart_print_decimal (const pe_decimal *decimal)
{
  char text[PE_DECIMAL_PRINT_SIZE];

  return pe_decimal_print (text, sizeof text, decimal, NULL) == PE_OK ? g_strdup (text) : NULL;
}

char *
pe_chart_print_points (const pe_evaluation *evaluation, size_t node, pe_points points)
{
  pe_decimal number;
  pe_ratio  *ratio = NULL;
  pe_text   *text = NULL;
  char      *result = NULL;

  if (pe_evaluation_get_points (&number, evaluation, node, points, NULL) == PE_OK)
    return pe_chart_print_decimal (&number);
  if (pe_evaluation_compute_points (&ratio, evaluation, node, points, NULL) == PE_OK
      && pe_ratio_print_truncated (&text, ratio, PLACES_SHOWN, NULL) == PE_OK)
    result = g_strdup (pe_text_get_data (text));
  pe_text_unref (text);
  pe_ratio_unref (ratio);
  return result;
}

/* "2149.56 万元"; what stands for a number where there is none. */
char *
pe_chart_print_figure (const pe_figure *figure, const char *text, const char *unit)
{
  char number[PE_DECIMAL_PRINT_SIZE];

  if (figure->state == PE_STATE_TEXT && text != NULL)
    return pe_pen_clean (text);
  if (figure->state != PE_STATE_VALUE || pe_decimal_print (number, sizeof number, &figure->value, NULL) != PE_OK)
    return g_strdup ("—");
  if (unit == NULL)
    unit = pe_unit_get_name (figure->unit);
  if (unit == NULL || unit[0] == '\0')
    return g_strdup (number);
  if (figure->unit == PE_UNIT_PERCENT || figure->unit == PE_UNIT_PERMILLE)
    return g_strconcat (number, unit, NULL);
  return g_strconcat (number, " ", unit, NULL);
}

pe_status
pe_chart_share (pe_decimal *out, const pe_decimal *part, const pe_decimal *whole)
{
  const pe_decimal hundred = { 100, 0, 0 };
  pe_decimal       times;
  pe_ratio        *ratio = NULL;
  /* Multiplied first, divided once, rounded once. */
  pe_status status = pe_decimal_multiply (&times, part, &hundred, NULL);

  if (status == PE_OK)
    status = pe_ratio_new (&ratio, &times, whole, NULL);
  if (status == PE_OK)
    status = pe_ratio_round (out, ratio, 2, PE_ROUND_HALF_UP, NULL);
  pe_ratio_unref (ratio);
  return status;
}

char *
pe_chart_name_node (const pe_node *node, pe_language language)
{
  char *name = pe_pen_clean (language == PE_LANGUAGE_EN ? node->name_en : node->name_zh);
  char *result;

  if (name == NULL || node->code[0] == '\0')
    return name;
  result = g_strconcat (node->code, " ", name, NULL);
  g_free (name);
  return result;
}

static const char *
status_words (pe_rulebook_status status, gboolean zh)
{
  if (status == PE_RULEBOOK_RECONSTRUCTED)
    return zh ? "，复原，非官方文本" : ", reconstructed, not the official text";
  if (status == PE_RULEBOOK_SAMPLE)
    return zh ? "，示例，非官方文本" : ", a sample, not an official text";
  return "";
}

static char *
name_rulebook (const pe_rulebook *rulebook, gboolean zh)
{
  pe_rulebook_head head;
  char            *title, *result;

  pe_rulebook_head_init (&head, sizeof head);
  if (rulebook == NULL || pe_rulebook_get_head (&head, rulebook, NULL) != PE_OK)
    return g_strdup ("");
  title = pe_pen_clean (zh || head.title_en == NULL ? head.title_zh : head.title_en);
  result = title == NULL ? NULL
                         : g_strconcat (zh ? "评分规则：" : "Rulebook: ", title, zh ? "（" : " (", head.id, " ",
                                        head.edition, status_words (head.status, zh), zh ? "）。" : ").", NULL);
  g_free (title);
  return result;
}

char *
pe_chart_note (const pe_dossier *dossier, const pe_rulebook *rulebook, const pe_chart_options *options)
{
  const gboolean  zh = options->language != PE_LANGUAGE_EN;
  char           *unit = NULL, *rules, *result, year[24];
  pe_dossier_head head;

  if (options->note != NULL)
    return pe_pen_clean (options->note);
  pe_dossier_head_init (&head, sizeof head);
  rules = name_rulebook (rulebook, zh);
  if (dossier == NULL || pe_dossier_get_head (&head, dossier, NULL) != PE_OK)
    return rules;
  unit = pe_pen_clean (head.unit_name);
  result = unit == NULL || rules == NULL
               ? NULL
               : g_strconcat (zh ? "来源：" : "Source: ", unit, zh ? "，" : ", ",
                              pe_office_print_number (year, (uint64_t) head.fiscal_year), zh ? " 年度。" : ". ", rules,
                              NULL);
  g_free (unit);
  g_free (rules);
  return result;
}

char *
pe_chart_remark_left (size_t left, gboolean zh)
{
  char number[24];

  if (left == 0)
    return NULL;
  return g_strconcat (zh ? "另有 " : "Not drawn: ", pe_office_print_number (number, left),
                      zh ? " 项未画出。" : " more.", NULL);
}

char *
pe_chart_name_grade (const pe_rulebook *rulebook, int32_t index, gboolean zh)
{
  pe_grade grade;

  pe_grade_init (&grade, sizeof grade);
  if (index < 0 || pe_rulebook_get_grade (&grade, rulebook, (size_t) index, NULL) != PE_OK)
    return NULL;
  return pe_pen_clean (zh || grade.name_en == NULL ? grade.name_zh : grade.name_en);
}

int32_t
pe_chart_year (const pe_dossier *dossier)
{
  pe_dossier_head head;

  pe_dossier_head_init (&head, sizeof head);
  return dossier != NULL && pe_dossier_get_head (&head, dossier, NULL) == PE_OK ? head.fiscal_year : 0;
}

void
pe_chart_read_node (pe_node *out, const pe_evaluation *evaluation, size_t index)
{
  pe_node_init (out, sizeof *out);
  pe_evaluation_get_node (out, evaluation, index, NULL);
}

char *
pe_chart_title (const pe_chart_options *options, const char *zh, const char *en, int32_t year)
{
  char number[24];

  if (options->title != NULL)
    return pe_pen_clean (options->title);
  if (year <= 0)
    return g_strdup (options->language == PE_LANGUAGE_EN ? en : zh);
  if (options->language == PE_LANGUAGE_EN)
    return g_strconcat (en, ", ", pe_office_print_number (number, (uint64_t) year), NULL);
  return g_strconcat (pe_office_print_number (number, (uint64_t) year), " 年度", zh, NULL);
}
