/* chart-dimensions.c - score by dimension against full marks
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "chart-private.h"
#include "xlsx-private.h"

int64_t
pe_chart_value_of_points (pe_rows *rows, const pe_evaluation *evaluation, size_t node, pe_points points)
{
  pe_decimal decimal;
  pe_ratio  *ratio = NULL;
  int64_t    value = 0;
  pe_status  status;

  if (pe_evaluation_get_points (&decimal, evaluation, node, points, NULL) == PE_OK)
    return pe_value_of_decimal (&decimal);
  status = pe_evaluation_compute_points (&ratio, evaluation, node, points, NULL);
  if (status == PE_ERROR_NO_MEMORY)
    rows->status = status;
  if (status == PE_OK && pe_ratio_round (&decimal, ratio, 6, PE_ROUND_HALF_UP, NULL) == PE_OK)
    value = pe_value_of_decimal (&decimal);
  pe_ratio_unref (ratio);
  return value;
}

gboolean
pe_chart_is_dimension (const pe_evaluation *evaluation, size_t index, int32_t depth)
{
  pe_node node, next;

  pe_chart_read_node (&node, evaluation, index);
  if (index == 0 || node.depth > (uint32_t) depth)
    return FALSE;
  if (node.depth == (uint32_t) depth || index + 1 == pe_evaluation_get_n_nodes (evaluation))
    return TRUE;
  pe_chart_read_node (&next, evaluation, index + 1);
  return next.parent != index;
}

static char *
print_score (const pe_evaluation *evaluation, size_t node)
{
  char *score = pe_chart_print_points (evaluation, node, PE_POINTS_SCORE);
  char *full = pe_chart_print_points (evaluation, node, PE_POINTS_FULL_MARKS);
  char *result = score != NULL && full != NULL ? g_strconcat (score, " / ", full, NULL) : NULL;

  g_free (score);
  g_free (full);
  return result;
}

static void
add_node (pe_rows *rows, const pe_evaluation *evaluation, size_t index)
{
  pe_node       node;
  pe_chart_row *row;

  pe_chart_read_node (&node, evaluation, index);
  row = pe_rows_add (rows, pe_chart_name_node (&node, rows->options->language), print_score (evaluation, index));
  pe_chart_row_add_bar (row, 0, PE_FILL_FRAME, 0,
                        pe_chart_value_of_points (rows, evaluation, index, PE_POINTS_FULL_MARKS));
  pe_chart_row_add_bar (row, 0, PE_FILL_SCORE, 0, pe_chart_value_of_points (rows, evaluation, index, PE_POINTS_SCORE));
}

/* "总分 99.69 / 100，等级：优。" */
static char *
remark (pe_rows *rows, const pe_evaluation *evaluation, size_t left, gboolean zh)
{
  const int32_t index = pe_evaluation_get_grade (evaluation);
  char         *score = print_score (evaluation, 0), *result;
  char         *rest = pe_chart_remark_left (left, zh);
  char         *name = index >= 0 ? pe_chart_name_grade (pe_evaluation_get_rulebook (evaluation), index, zh) : NULL;

  if (score == NULL || (index >= 0 && name == NULL))
    rows->status = PE_ERROR_NO_MEMORY;
  result = g_strconcat (zh ? "总分 " : "Total ", score != NULL ? score : "",
                        name == NULL ? ""
                        : zh         ? "，等级："
                                     : ", grade: ",
                        name != NULL ? name : "", zh ? "。" : ".", rest != NULL ? rest : "", NULL);
  g_free (score);
  g_free (name);
  g_free (rest);
  return result;
}

pe_status
pe_chart_new_dimensions (pe_chart **out, const pe_evaluation *evaluation, const pe_chart_options *options,
                         pe_error **error)
{
  pe_chart_options ours;
  pe_rows          rows;
  gboolean         zh;
  size_t           left = 0;
  pe_status        status;

  if (out == NULL || evaluation == NULL)
    return pe_office_refuse_argument (error, out == NULL ? "out" : "evaluation", "not NULL", "非空指针");
  status = pe_chart_import_options (&ours, options, error);
  if (status != PE_OK)
    return status;
  zh = ours.language != PE_LANGUAGE_EN;
  pe_rows_init (&rows, &ours);
  for (size_t i = 1; i < pe_evaluation_get_n_nodes (evaluation); i++)
    if (!pe_chart_is_dimension (evaluation, i, ours.depth))
      continue;
    else if (rows.rows.size < PE_CHART_ROWS_MOST)
      add_node (&rows, evaluation, i);
    else
      left++;
  pe_rows_add_legend (&rows, PE_FILL_SCORE, zh ? "得分" : "score");
  pe_rows_add_legend (&rows, PE_FILL_FRAME, zh ? "满分" : "full marks");
  rows.axis = zh ? "分" : "points";
  rows.title = pe_chart_title (&ours, "各维度得分与满分", "Score by dimension against full marks",
                               pe_chart_year (pe_evaluation_get_dossier (evaluation)));
  rows.note = pe_chart_note (pe_evaluation_get_dossier (evaluation), pe_evaluation_get_rulebook (evaluation), &ours);
  rows.remark = remark (&rows, evaluation, left, zh);
  return pe_rows_finish (&rows, out, error);
}
