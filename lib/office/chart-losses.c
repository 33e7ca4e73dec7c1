/* chart-losses.c - the waterfall of points lost
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "chart-private.h"
#include "xlsx-private.h"

#define PLACES_SHOWN 4

typedef struct losses
{
  const pe_evaluation *evaluation;
  pe_rows              rows;
  int64_t              level; /* after the entries so far */
  gboolean             zh, has_loss, has_gain;
} losses;

/* Why an entry stands on its node; NULL for what the rule itself took. */
static const char *
kind_of (const pe_ledger_entry *entry, gboolean zh)
{
  static const char *const causes[][2] = {
    [PE_CAUSE_OVER_ACHIEVEMENT] = { "超额完成", "over-achieved" },
    [PE_CAUSE_CAP] = { "封顶", "cap" },
    [PE_CAUSE_DEDUCTION] = { "人工扣分", "deduction" },
    [PE_CAUSE_BONUS] = { "加分", "bonus" },
    [PE_CAUSE_VETO] = { "一票否决", "veto" },
  };

  if (entry->kind == PE_ENTRY_RESCALE)
    return zh ? "折算" : "rescaled";
  if (entry->kind == PE_ENTRY_ROUNDING)
    return zh ? "取舍" : "rounding";
  if (entry->kind != PE_ENTRY_ADJUST)
    return NULL;
  if (entry->cause < PE_CAUSE_OVER_ACHIEVEMENT || entry->cause > PE_CAUSE_VETO)
    return zh ? "调整" : "adjusted";
  return causes[entry->cause][zh ? 0 : 1];
}

static char *
name_entry (const losses *self, const pe_ledger_entry *entry)
{
  const char *kind = kind_of (entry, self->zh);
  pe_node     node;
  char       *name, *result;

  pe_chart_read_node (&node, self->evaluation, entry->node);
  name = pe_chart_name_node (&node, self->rows.options->language);
  if (kind == NULL || name == NULL)
    return name;
  result = g_strconcat (name, self->zh ? "（" : " (", kind, self->zh ? "）" : ")", NULL);
  g_free (name);
  return result;
}

/* The amount with its sign, and as a value. */
static char *
print_amount (const losses *self, const pe_ledger_entry *entry, size_t index, int64_t *value)
{
  const pe_ledger *ledger = pe_evaluation_get_ledger (self->evaluation);
  pe_ratio        *ratio = NULL;
  pe_text         *text = NULL;
  char            *number = NULL, *result;

  *value = pe_value_of_decimal (&entry->amount);
  if (entry->is_exact)
    number = pe_chart_print_decimal (&entry->amount);
  else if (pe_ledger_compute_amount (&ratio, ledger, index, NULL) == PE_OK
           && pe_ratio_print_truncated (&text, ratio, PLACES_SHOWN, NULL) == PE_OK)
    number = g_strdup (pe_text_get_data (text));
  pe_text_unref (text);
  pe_ratio_unref (ratio);
  if (number == NULL || entry->amount.coefficient <= 0)
    return number;
  result = g_strconcat ("+", number, NULL);
  g_free (number);
  return result;
}

static void
add_step (losses *self, char *label, char *amount, int64_t value)
{
  pe_chart_row *row = pe_rows_add (&self->rows, label, amount);

  pe_chart_row_add_bar (row, 0, value < 0 ? PE_FILL_LOSS : PE_FILL_GAIN, self->level, self->level + value);
  self->level += value;
  self->has_loss |= value < 0;
  self->has_gain |= value >= 0;
  if (row != NULL)
    row->end = self->level;
}

static void
add_end (losses *self, const char *label, pe_fill fill, pe_points points)
{
  pe_chart_row *row = pe_rows_add (&self->rows, g_strdup (label), pe_chart_print_points (self->evaluation, 0, points));

  self->level = pe_chart_value_of_points (&self->rows, self->evaluation, 0, points);
  pe_chart_row_add_bar (row, 0, fill, 0, self->level);
  if (row == NULL)
    return;
  row->strong = TRUE;
  row->end = self->level;
}

/* Those that do not fit on a page, together. */
static void
add_rest (losses *self, size_t n)
{
  const int64_t total = pe_chart_value_of_points (&self->rows, self->evaluation, 0, PE_POINTS_SCORE);
  char          number[24];
  char         *amount = pe_axis_label (total - self->level);

  add_step (
      self,
      g_strconcat (self->zh ? "其余 " : "the other ", pe_office_print_number (number, n), self->zh ? " 项" : "", NULL),
      amount, total - self->level);
}

static void
add_entries (losses *self)
{
  const pe_ledger *ledger = pe_evaluation_get_ledger (self->evaluation);
  const size_t     n = pe_ledger_get_size (ledger);

  for (size_t i = 0; i < n; i++)
    {
      pe_ledger_entry entry;
      int64_t         value;
      char           *amount;

      if (self->rows.rows.size > PE_CHART_ROWS_MOST && n - i > 1)
        {
          add_rest (self, n - i);
          return;
        }
      pe_ledger_entry_init (&entry, sizeof entry);
      if (pe_ledger_get_entry (&entry, ledger, i, NULL) != PE_OK)
        continue;
      amount = print_amount (self, &entry, i, &value);
      add_step (self, name_entry (self, &entry), amount, value);
    }
}

static char *
remark (const losses *self)
{
  if (pe_ledger_get_size (pe_evaluation_get_ledger (self->evaluation)) == 0)
    return g_strdup (self->zh ? "没有扣分。" : "No points were lost.");
  return NULL;
}

pe_status
pe_chart_new_losses (pe_chart **out, const pe_evaluation *evaluation, const pe_chart_options *options, pe_error **error)
{
  pe_chart_options ours;
  losses           data = { .evaluation = evaluation };
  pe_status        status;

  if (out == NULL || evaluation == NULL)
    return pe_office_refuse_argument (error, out == NULL ? "out" : "evaluation", "not NULL", "非空指针");
  status = pe_chart_import_options (&ours, options, error);
  if (status != PE_OK)
    return status;
  data.zh = ours.language != PE_LANGUAGE_EN;
  pe_rows_init (&data.rows, &ours);
  data.rows.linked = data.rows.zoomed = TRUE;
  add_end (&data, data.zh ? "满分" : "Full marks", PE_FILL_FRAME, PE_POINTS_FULL_MARKS);
  add_entries (&data);
  add_end (&data, data.zh ? "得分" : "Score", PE_FILL_SCORE, PE_POINTS_SCORE);
  if (data.has_loss)
    pe_rows_add_legend (&data.rows, PE_FILL_LOSS, data.zh ? "扣分" : "lost");
  if (data.has_gain)
    pe_rows_add_legend (&data.rows, PE_FILL_GAIN, data.zh ? "加分" : "added");
  pe_rows_add_legend (&data.rows, PE_FILL_SCORE, data.zh ? "得分" : "score");
  data.rows.axis = data.zh ? "分" : "points";
  data.rows.title = pe_chart_title (
      &ours, "扣分瀑布图", "Points lost, step by step", pe_chart_year (pe_evaluation_get_dossier (evaluation)));
  data.rows.note
      = pe_chart_note (pe_evaluation_get_dossier (evaluation), pe_evaluation_get_rulebook (evaluation), &ours);
  data.rows.remark = remark (&data);
  return pe_rows_finish (&data.rows, out, error);
}
