/* shape-checklist.c - checklist/1: the points of the items that hold
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "shape-private.h"

#include "../base/figure-private.h"

static void
check (const pe_rule *rule, pe_collector *collector)
{
  size_t         n;
  const pe_item *items = pe_rule_get_items (rule, &n);

  for (size_t i = 0; i < n; i++)
    if (items[i].cap.state == PE_STATE_VALUE)
      pe_rule_add_range (collector, rule, "/items", "cap", &items[i].cap.value, "no cap in a checklist",
                         "核对清单不设上限");
}

/* The items' points add up to the full marks. */
static void
check_full_marks (const pe_rule *rule, const pe_decimal *full_marks, const char *path, pe_collector *collector)
{
  size_t         n;
  const pe_item *items = pe_rule_get_items (rule, &n);
  pe_rational    sum, part;
  pe_buffer      buffer = PE_BUFFER_INIT;
  char          *what, *sum_text, *total_text;
  int            order;

  pe_rational_init (&sum);
  pe_rational_init (&part);
  for (size_t i = 0; i < n; i++)
    {
      pe_rational_set_decimal (&part, &items[i].points);
      (void) pe_rational_add (&sum, &sum, &part, PE_RULE_CHECK_BITS); /* a sum of decimals */
    }
  pe_rational_set_decimal (&part, full_marks);
  order = pe_rational_compare (&sum, &part);
  pe_rational_print_truncated (&sum, 18, &buffer);
  sum_text = pe_buffer_steal (&buffer);
  pe_buffer_add_decimal (&buffer, full_marks);
  total_text = pe_buffer_steal (&buffer);
  pe_buffer_add_string (&buffer, path);
  pe_buffer_add_string (&buffer, "/items");
  what = pe_buffer_steal (&buffer);
  if (what == NULL || sum_text == NULL || total_text == NULL)
    pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else if (order != 0)
    pe_collector_add (collector, PE_ERROR_MARKS_MISMATCH, &PE_PLACE_WHAT (what), "sum", sum_text, "total", total_text,
                      NULL);
  g_free (what);
  g_free (total_text);
  g_free (sum_text);
  pe_rational_clear (&part);
  pe_rational_clear (&sum);
}

static void
apply_item (pe_application *self, const pe_item *item)
{
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  size_t                 input;
  const pe_fact         *fact = pe_application_get_fact (self, item->id, item->id, &input);
  const pe_figure       *figure = fact != NULL ? &fact->figure : &missing;
  pe_rational            points;

  if (!pe_application_check_figure (self, figure, input))
    return;
  if (figure->unit != PE_UNIT_TRUTH)
    {
      pe_application_refuse (self, PE_ERROR_UNIT_MISMATCH, input, pe_unit_get_name (PE_UNIT_TRUTH));
      return;
    }
  if (figure->value.coefficient == 0)
    return;
  pe_rational_init (&points);
  pe_rational_set_decimal (&points, &item->points);
  pe_application_add (self, &self->out->points, &self->out->points, &points);
  pe_rational_clear (&points);
}

static void
apply (pe_application *self)
{
  size_t         n;
  const pe_item *items = pe_rule_get_items (self->rule, &n);

  for (size_t i = 0; i < n; i++)
    apply_item (self, &items[i]);
}

/* "2 + 1.5 + 0" */
static void
print_formula (pe_formula *self)
{
  const pe_vector *inputs = &self->outcome->inputs;
  size_t           n;
  const pe_item   *items = pe_rule_get_items (self->rule, &n);

  for (size_t i = 0; i < MIN (n, inputs->size); i++)
    {
      pe_formula_add (self, i > 0 ? " + " : "");
      if (pe_vector_at (inputs, const pe_scored_input, i)->figure.value.coefficient != 0)
        pe_buffer_add_decimal (self->out, &items[i].points);
      else
        pe_formula_add (self, "0");
    }
}

static const pe_shape_parameter parameters[] = {
  { .kind = PE_PARAMETER_ITEMS,
    .required = 1,
    .name = "items",
    .description_zh = "各项要求：id 即填报是或否的数据名，points 为符合时的分数；各项分数合计为 w。",
    .description_en = "The items: the id names the fact, which is yes or no, points is what it is worth; together they "
                      "are worth w." },
};

const pe_shape pe_shape_checklist = {
  .name = "checklist",
  .revision = 1,
  .title_zh = "核对清单",
  .title_en = "Checklist",
  .definition_zh = "得分 = Σ 符合要求的各项分数；各项分数合计为 w。",
  .definition_en = "points = Σ points of the items that hold; the items' points add up to w.",
  .source = "部门整体支出绩效评价指标表（湖南省岳阳市公路部门）：管理制度健全性，三项各 1 分",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .items_are_facts = TRUE,
  .check = check,
  .check_full_marks = check_full_marks,
  .apply = apply,
  .print_formula = print_formula,
};
