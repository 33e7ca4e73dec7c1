/* chart-targets.c - target against actual
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "chart-private.h"
#include "xlsx-private.h"

#define HUNDRED_PERCENT (100 * PE_VALUE_ONE)
/* Beyond it a bar goes to the end of the axis: one row must not make the others too short to be seen. */
#define MOST (200 * PE_VALUE_ONE)

typedef struct targets
{
  const pe_evaluation *evaluation;
  pe_rows              rows;
  size_t               left;
  gboolean             zh, beyond;
} targets;

/* One pair of figures. */
typedef struct figures
{
  pe_figure   target, actual;
  const char *target_text, *actual_text, *unit, *sign;
} figures;

static const char *
sign_of (pe_sign sign)
{
  static const char *const signs[] = { "", "≥ ", "≤ ", "= ", "< ", "> ", "" };

  return sign >= 0 && sign < (pe_sign) G_N_ELEMENTS (signs) ? signs[sign] : "";
}

/* The actual figure in the target's unit, over the target. */
static pe_status
share_of (pe_decimal *out, const figures *self)
{
  pe_figure actual;

  if (self->target.state != PE_STATE_VALUE || self->actual.state != PE_STATE_VALUE
      || self->target.value.coefficient <= 0
      || pe_figure_convert (&actual, &self->actual, self->target.unit, NULL) != PE_OK)
    return PE_ERROR_NOT_FOUND;
  return pe_chart_share (out, &actual.value, &self->target.value);
}

/* "160 个 / ≥ 110 个，145.45%" */
static char *
print_pair (const targets *self, const figures *pair, const pe_decimal *share)
{
  char *actual = pe_chart_print_figure (&pair->actual, pair->actual_text, pair->unit);
  char *target = pe_chart_print_figure (&pair->target, pair->target_text, pair->unit);
  char  percent[PE_DECIMAL_PRINT_SIZE], *result = NULL;

  if (share == NULL || pe_decimal_print (percent, sizeof percent, share, NULL) != PE_OK)
    percent[0] = '\0';
  if (actual != NULL && target != NULL)
    result = g_strconcat (actual, " / ", pair->sign, target,
                          percent[0] == '\0' ? ""
                          : self->zh         ? "，"
                                             : ", ",
                          percent, percent[0] == '\0' ? "" : "%", NULL);
  g_free (actual);
  g_free (target);
  return result;
}

static void
add_pair (targets *self, char *label, const figures *pair)
{
  pe_decimal      share;
  const pe_status status = share_of (&share, pair);
  const gboolean  has_share = status == PE_OK;
  int64_t         value;
  pe_chart_row   *row;

  if (self->rows.rows.size >= PE_CHART_ROWS_MOST)
    {
      self->left++;
      g_free (label);
      return;
    }
  if (status == PE_ERROR_NO_MEMORY)
    self->rows.status = status;
  row = pe_rows_add (&self->rows, label, print_pair (self, pair, has_share ? &share : NULL));
  if (!has_share)
    return;
  value = pe_value_of_decimal (&share);
  self->beyond |= value > MOST;
  pe_chart_row_add_bar (row, 0, PE_FILL_FRAME, 0, HUNDRED_PERCENT);
  pe_chart_row_add_bar (row, 0, PE_FILL_SCORE, 0, value);
}

/* Leaves */

static gboolean
find_input (pe_input *out, const pe_evaluation *evaluation, size_t node, const char *name)
{
  gboolean found = FALSE;

  for (size_t i = 0; i < pe_evaluation_get_n_inputs (evaluation, node); i++)
    {
      pe_input input;

      pe_input_init (&input, sizeof input);
      if (pe_evaluation_get_input (&input, evaluation, node, i, NULL) != PE_OK || strcmp (input.name, name) != 0)
        continue;
      if (found)
        return FALSE; /* two parts of a rate: no figure of its own */
      *out = input;
      found = TRUE;
    }
  return found;
}

static void
add_leaf (targets *self, size_t index, const pe_node *node)
{
  figures  pair = { .sign = "" };
  pe_input actual, target;

  if (!find_input (&actual, self->evaluation, index, "actual")
      || !find_input (&target, self->evaluation, index, "target"))
    return;
  pair.actual = actual.figure;
  pair.target = target.figure;
  pair.actual_text = actual.text;
  pair.target_text = target.text;
  pair.unit = actual.unit;
  add_pair (self, pe_chart_name_node (node, self->rows.options->language), &pair);
}

/* Rows of slots */

static gboolean
has_slot (const targets *self, const char *slot)
{
  const pe_rulebook *rulebook = pe_evaluation_get_rulebook (self->evaluation);
  pe_indicator       indicator;

  for (size_t i = 0; i < pe_rulebook_get_n_indicators (rulebook); i++)
    {
      pe_indicator_init (&indicator, sizeof indicator);
      if (pe_rulebook_get_indicator (&indicator, rulebook, i, NULL) == PE_OK && strcmp (indicator.code, slot) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_row (targets *self, const pe_row *row)
{
  figures pair = { .sign = sign_of (row->sign) };

  pair.actual = row->actual;
  pair.actual_text = row->actual_text;
  pair.target = row->adjusted_target.state != PE_STATE_MISSING ? row->adjusted_target : row->target;
  pair.target_text = row->adjusted_target.state != PE_STATE_MISSING ? row->adjusted_text : row->target_text;
  pair.unit = row->unit;
  add_pair (self, pe_pen_clean (row->name), &pair);
}

/* A row with rows below it is a heading. */
static gboolean
is_target (const pe_row *row)
{
  return row->withdrawn == 0 && row->nature != 0;
}

static void
add_rows (targets *self)
{
  const pe_dossier *dossier = pe_evaluation_get_dossier (self->evaluation);
  char             *slot = NULL;
  gboolean          is_there = FALSE;
  pe_row            row;

  for (size_t i = 0; i < pe_dossier_get_n_rows (dossier); i++)
    {
      pe_row_init (&row, sizeof row);
      if (pe_dossier_get_row (&row, dossier, i, NULL) != PE_OK || !is_target (&row))
        continue;
      if (slot == NULL || strcmp (slot, row.slot) != 0)
        {
          g_free (slot);
          slot = g_strdup (row.slot);
          is_there = has_slot (self, slot);
        }
      if (is_there)
        add_row (self, &row);
    }
  g_free (slot);
}

static void
add_leaves (targets *self)
{
  for (size_t i = 1; i < pe_evaluation_get_n_nodes (self->evaluation); i++)
    {
      pe_node node;

      pe_chart_read_node (&node, self->evaluation, i);
      if (node.kind == PE_NODE_LEAF)
        add_leaf (self, i, &node);
    }
}

static char *
remark (const targets *self)
{
  char *left = pe_chart_remark_left (self->left, self->zh), *result;

  if (!self->beyond)
    return left;
  result = g_strconcat (
      self->zh ? "超过 200% 的画到 200% 为止，数值以文字为准。" : "Bars end at 200%; the figures are those in words. ",
      left, NULL);
  g_free (left);
  return result;
}

pe_status
pe_chart_new_targets (pe_chart **out, const pe_evaluation *evaluation, const pe_chart_options *options,
                      pe_error **error)
{
  pe_chart_options ours;
  targets          data = { .evaluation = evaluation };
  pe_status        status;

  if (out == NULL || evaluation == NULL)
    return pe_office_refuse_argument (error, out == NULL ? "out" : "evaluation", "not NULL", "非空指针");
  status = pe_chart_import_options (&ours, options, error);
  if (status != PE_OK)
    return status;
  data.zh = ours.language != PE_LANGUAGE_EN;
  pe_rows_init (&data.rows, &ours);
  data.rows.most = MOST;
  add_rows (&data);
  add_leaves (&data);
  data.rows.reference = data.rows.rows.size > 0 ? HUNDRED_PERCENT : 0;
  pe_rows_add_legend (&data.rows, PE_FILL_SCORE, data.zh ? "实际完成值" : "actual");
  pe_rows_add_legend (&data.rows, PE_FILL_LINE, data.zh ? "目标值" : "target");
  data.rows.axis = data.zh ? "实际完成值为目标值的百分比" : "actual in percent of the target";
  data.rows.title = pe_chart_title (
      &ours, "目标值与实际完成值", "Target against actual", pe_chart_year (pe_evaluation_get_dossier (evaluation)));
  data.rows.note
      = pe_chart_note (pe_evaluation_get_dossier (evaluation), pe_evaluation_get_rulebook (evaluation), &ours);
  data.rows.remark = remark (&data);
  return pe_rows_finish (&data.rows, out, error);
}
